"""Elements as they are held: how each form is written, what it reads as, and what is refused."""

from __future__ import annotations

import copy
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from idebur.absence import NONE, NOT_SAID, Absence, Claim, Claims, Vague, exists, is_absence, one_said
from idebur.agreement import Agreement
from idebur.aims import Aim
from idebur.answers import Answer
from idebur.citations import Cite, Cites
from idebur.elements import Keyed
from idebur.errors import AmbiguousKey, Undecided, UnknownKey
from idebur.files import dump, load
from idebur.files.dumping import plain
from idebur.governance import Body
from idebur.membership import approvers, joining, leaving, told_when_leaving
from idebur.notation.amounts import Amount
from idebur.notation.citations import Citation
from idebur.notation.dates import Date
from idebur.organisations import Organisation, mistyped
from idebur.parties import Actor
from idebur.several import ActorRef, Pairs, Several, Who
from idebur.text import Text
from idebur.visits import elements, walk, written_path
from idebur.vocabulary import Vocabularies

SEVERAL: TypeAdapter[Several[str]] = TypeAdapter(Several[ActorRef])
WHO = TypeAdapter(Who)
CITES = TypeAdapter(Cites)


def _refusals(adapter: TypeAdapter[Any], value: Any) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value)
    return [error["type"] for error in refused.value.errors()]


# --- several ---


@pytest.mark.parametrize(
    ("given", "items", "is_open", "written"),
    [
        ("a", ("a",), False, "a"),
        (["a"], ("a",), False, "a"),
        (["a", "b"], ("a", "b"), False, ["a", "b"]),
        ({"among-others": ["a"]}, ("a",), True, {"among-others": ["a"]}),
        ({"among-others": "a"}, ("a",), True, {"among-others": ["a"]}),
        ("none", (), False, "none"),
        ("not-said", (), False, "not-said"),
    ],
)
def test_a_list_in_each_of_its_forms(given: Any, items: tuple[str, ...], is_open: bool, written: Any) -> None:
    several = SEVERAL.validate_python(given)
    assert (tuple(several), several.among_others, several.written()) == (items, is_open, written)
    assert SEVERAL.validate_python(several.written()) == several
    assert copy.deepcopy(several) == several
    assert hash(several) == hash(SEVERAL.validate_python(given))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([], "list-empty"),
        (None, "value-empty"),
        ({"among-others": ["a"], "b": 1}, "among-others-alone"),
        (["No Key"], "string_pattern_mismatch"),
        ([["a"]], "string_type"),
    ],
)
def test_what_is_no_list(given: Any, code: str) -> None:
    assert _refusals(SEVERAL, given) == [code]


def test_lists_that_say_different_things_differ() -> None:
    open_list, closed = SEVERAL.validate_python({"among-others": ["a"]}), SEVERAL.validate_python(["a"])
    silent, denied = SEVERAL.validate_python("not-said"), SEVERAL.validate_python("none")
    assert len({open_list, closed, silent, denied}) == 4
    assert silent == Several()


# --- who ---


@pytest.mark.parametrize(
    ("given", "does", "written"),
    [
        ("a", ("a",), "a"),
        (["a", "b"], ("a", "b"), ["a", "b"]),
        ({"does": "a"}, ("a",), "a"),
        ({"among-others": ["a"]}, ("a",), {"does": {"among-others": ["a"]}}),
        ({"does": "none"}, (), {"does": "none"}),  # written short it would say that nobody has any part
        ({"orders": "b"}, (), {"orders": "b"}),
        ("none", (), "none"),
    ],
)
def test_who_in_each_of_its_forms(given: Any, does: tuple[str, ...], written: Any) -> None:
    who = WHO.validate_python(given)
    assert (tuple(who.actors("does")), who.written()) == (does, written)
    assert WHO.validate_python(who.written()) == who


def test_nobody_is_told_from_nobody_named() -> None:
    assert WHO.validate_python("none").actors("does").absence == NONE
    assert WHO.validate_python({"orders": "b"}).actors("does").absence == NOT_SAID
    assert WHO.validate_python({"does": "none"}).actors("does").absence == NONE


# --- keyed ---


def test_elements_by_key_know_their_keys_and_their_absences() -> None:
    held = Agreement.model_validate({"agreement": "a", "aims": {"b": {}, "c": "none", "d": {"said": "not-said"}}}).aims
    assert list(held) == ["b"]
    assert held["b"].key == "b"
    assert "c" not in held
    assert held.absent == {"c": NONE, "d": NOT_SAID}
    assert held.find("c") == NONE
    assert held.find("e") == NOT_SAID
    assert Keyed[Aim](absence=NONE).find("e") == NONE
    with pytest.raises(UnknownKey, match="no element is called 'bb'"):
        held["bb"]
    assert pickle.loads(pickle.dumps(held)) == held  # noqa: S301 - our own bytes


def test_a_section_is_its_keys_and_their_order_too() -> None:
    assert Keyed({"a": Aim()}) != Keyed({"b": Aim()})
    assert Keyed({"a": Aim(), "b": Aim()}) != Keyed({"b": Aim(), "a": Aim()})  # the order is the author's


@pytest.mark.parametrize(
    ("section", "code"),
    [(["a"], "mapping-expected"), (5, "mapping-expected"), ({"No Key": {}}, "string_pattern_mismatch")],
)
def test_what_is_no_section(section: Any, code: str) -> None:
    assert _refusals(TypeAdapter(Agreement), {"agreement": "a", "aims": section}) == [code]


def test_pairs_do_not_mind_their_order() -> None:
    one, other = Pairs({"a": 1, "b": 2}), Pairs({"b": 2, "a": 1})
    assert one == other
    assert hash(one) == hash(other)
    assert Pairs[str, int]() != Pairs[str, int](absence=NONE)


# --- citations ---


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("plan.1", "plan.1"),
        (["plan.1"], "plan.1"),
        (3.2, "3.2"),
        (7, "7"),
        (["plan.1", "review#a"], ["plan.1", "review#a"]),
        ({"notice": "plan.1"}, {"notice": "plan.1"}),
        ({"notice": ["plan.1", "plan.2"]}, {"notice": ["plan.1", "plan.2"]}),
        ({"at": "plan.1"}, "plan.1"),
        ({"at": "plan.1", "asserted-by": "region"}, {"at": "plan.1", "asserted-by": "region"}),
        (["plan.1", {"at": "plan.2", "quote": "a"}], ["plan.1", {"at": "plan.2", "quote": "a"}]),
        ([{"at": "a", "field": "when"}, {"at": "b", "field": "who"}], {"when": "a", "who": "b"}),
    ],
)
def test_citations_in_each_of_their_forms(given: Any, written: Any) -> None:
    cites = CITES.validate_python(given)
    assert cites.written() == written
    assert CITES.validate_python(written) == cites


@pytest.mark.parametrize("field", ["at", "field", "quote", "asserted-by", "when"])
def test_a_field_may_be_called_as_a_part_of_a_citation(field: str) -> None:
    cites = Cites((Cite(at=Citation("plan"), field=field),))
    assert CITES.validate_python(cites.written()) == cites


def test_citations_of_several_fields_keep_their_order() -> None:
    cites = Cites(tuple(Cite(at=Citation(place), field=field) for place, field in [("a", "x"), ("b", "y"), ("c", "x")]))
    assert CITES.validate_python(cites.written()) == cites


def test_a_field_has_its_own_citations_or_those_of_the_whole() -> None:
    cites = CITES.validate_python(["plan.1", {"at": "plan.2", "field": "when"}])
    assert [str(cite.at) for cite in cites.of("when")] == ["plan.2"]
    assert [str(cite.at) for cite in cites.of("who")] == ["plan.1"]


# --- absences ---


@pytest.mark.parametrize(
    ("value", "one", "there"),
    [
        (NOT_SAID, None, Answer.UNKNOWN),
        (NONE, None, Answer.NO),
        (Vague(vague="ca 50", over=Amount.parse("40")), None, Answer.YES),
        (5, 5, Answer.YES),
        (Claims((Claim(5), Claim(5))), 5, Answer.YES),
        (Claims((Claim(5), Claim(6))), None, Answer.YES),
        (Claims((Claim(5), Claim(NONE))), None, Answer.UNKNOWN),
        (Claims((Claim(NONE), Claim(NONE))), None, Answer.NO),
        (Claims((Claim(Vague(vague="a")),)), None, Answer.YES),
    ],
)
def test_what_is_said_once_and_what_is_there(value: Any, one: Any, there: Answer) -> None:
    assert one_said(value) == one
    assert exists(value) is there


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("none", True),
        ("not-said", True),
        ({"said": "none"}, True),
        ({"said": "none", "cites": "plan"}, True),
        ("nobody", False),
        ({"said": 5}, False),
        (None, False),
        (["none"], False),
    ],
)
def test_an_absence_is_told_by_its_form(value: Any, answer: bool) -> None:
    assert is_absence(value) is answer


@pytest.mark.parametrize("absence", [NOT_SAID, NONE, Absence(said="none", instead="other")])
def test_silence_has_no_truth_value(absence: Absence) -> None:
    with pytest.raises(Undecided, match="is not a truth value"):
        bool(absence)
    assert copy.deepcopy(absence) == absence


def test_a_list_of_one_claim_says_what_the_claim_says() -> None:
    def status(value: Any) -> Any:
        return Agreement.model_validate({"agreement": "a", "status": value}).status

    assert status([{"said": "none"}]) == NONE
    assert status([{"said": "past", "since": 2020}]) == status({"said": "past", "since": 2020})
    assert status([{"said": "past"}]) != status("past")  # told by a source, and told by the text itself


# --- the agreement ---


def test_the_agreement_answers_for_its_keys() -> None:
    agreement = Agreement.model_validate(
        {
            "agreement": "a",
            "parties": {"region": {}},
            "bodies": {"board": {"seats": {"region": {}, "civil": {}}}},
            "aims": {"same": {}},
            "principles": {"same": {}},
        }
    )
    assert isinstance(agreement["region"], Actor)  # the one that stands highest
    assert agreement["board.region"] is agreement.bodies["board"].seats["region"]
    assert agreement["civil"] is agreement["bodies.board.seats.civil"]
    assert agreement.path_of("civil") == ("bodies", "board", "seats", "civil")
    with pytest.raises(AmbiguousKey, match=r"ask for one of: aims\.same, principles\.same"):
        agreement["same"]
    with pytest.raises(UnknownKey, match="did you mean 'region'"):
        agreement["regoin"]


def test_a_name_is_in_an_agreement_where_it_means_one_element_of_it() -> None:
    aims = {"aims": {"same": {"text": "x"}, "1": {"text": "y"}}, "principles": {"same": {"title": "x"}}}
    agreement = Agreement.model_validate({"agreement": "a", **aims, "versions": {"old": {"status": "past"}}})
    there = ("aims.same", "1", 1, "versions.old")
    assert [name in agreement for name in there] == [True] * len(there)
    assert [name in agreement for name in ("same", "nobody", "old", None, ("agreement", "a"))] == [False] * 5


def test_the_agreement_answers_for_its_versions() -> None:
    own = {"aims": {"x": {}}, "bodies": {"board": {"seats": {"civil": {}}}}}
    agreement = Agreement.model_validate(
        {"agreement": "a", "parties": {"region": {}}, "versions": {"2018": own, "proposed": {}}}
    )
    assert agreement["versions.2018"] is agreement.versions["2018"] is agreement.versions[2018]
    assert agreement["versions.2018.x"] is agreement.versions["2018"].aims["x"]
    assert agreement.path_of("versions.2018.civil") == ("versions", "2018", "bodies", "board", "seats", "civil")
    numbers: list[object] = [2018, 2016]
    assert [number in agreement.versions for number in numbers] == [True, False]
    with pytest.raises(UnknownKey, match=r"'2016'; did you mean '2018'\? known: 2018, proposed"):
        agreement.versions[2016]
    with pytest.raises(UnknownKey, match="no element is called '2016'"):
        agreement[2016]
    with pytest.raises(UnknownKey, match=r"no element is called '2018'; known: versions\.2018$"):
        agreement["2018"]
    with pytest.raises(UnknownKey, match=r"did you mean 'versions\.proposed'"):
        agreement["versions.propsed"]
    with pytest.raises(UnknownKey, match=r"known: versions\.2018\."):  # the region is of the present
        agreement["versions.2018.region"]


def test_every_element_is_visited_with_the_author_s_path() -> None:
    agreement = Agreement.model_validate(
        {
            "agreement": "a",
            "bodies": {"board": {"seats": {"civil": {"held-through": "all-parties"}}}},
            "events": {"start": {"counts": {"people": {"vague": "drygt 50", "over": 50}}}},
        }
    )
    assert [written_path(path) for path, _ in elements(agreement)] == [
        "bodies.board",
        "bodies.board.seats.civil",
        "events.start",
    ]
    visited = {written_path(visit.path): str(visit.value) for visit in walk(agreement)}
    assert visited["bodies.board.seats.civil.held-through"] == "all-parties"
    assert visited["events.start.counts.people.over"] == "50"


def test_approval_and_leaving_are_told_by_what_the_words_mean() -> None:
    agreement = Agreement.model_validate(
        {
            "agreement": "a",
            "parties": {"region": {}},
            "procedures": {
                "one": {
                    "kind": "join",
                    "steps": [{"who": "applicant", "does": "apply"}, {"who": ["region"], "does": "approve"}],
                },
                "two": {"kind": "withdraw", "steps": [{"who": "leaver", "does": "notify", "to": ["region", "joined"]}]},
                "three": {"kind": "renegotiate", "steps": [{"does": ["approve", "notify"], "to": "everyone"}]},
            },
        }
    )
    assert [procedure.key for procedure in joining(agreement)] == ["one"]
    assert [procedure.key for procedure in leaving(agreement)] == ["two"]
    assert list(approvers(agreement)) == ["region"]
    assert list(told_when_leaving(agreement)) == ["region", "joined"]
    assert approvers(Agreement(agreement="a")).absence == NOT_SAID


# --- words and organisations ---


def test_an_agreement_s_own_words_stand_before_the_shipped() -> None:
    own = {"seat-kind": {"co-opted": {"label": {"sv": "inadjungerad"}}, "guest": {"properties": {"counts": False}}}}
    words = Agreement.model_validate({"agreement": "a", "words": own}).vocabularies
    assert words.label("seat-kind", "co-opted", "sv") == "inadjungerad"
    assert words.property("seat-kind", "co-opted", "counts") is False  # what it does not say stands
    assert words.label("seat-kind", "guest", "sv") == "guest"
    assert not words.has("seat-kind", "nobody", "counts")
    assert "guest" not in Vocabularies()["seat-kind"]
    assert Vocabularies()["no-such"] == {}


@pytest.mark.parametrize(
    ("fact", "value", "wrong"),
    [
        ("democratic", True, False),
        ("democratic", "yes", True),
        ("sector", "public", False),
        ("sector", ["public"], True),
        ("scope", ["regional", "local"], False),
        ("scope", "regional", False),
        ("members", 12, False),
        ("members", 12.5, False),
        ("members", True, True),
        ("founded", "1987-05", False),
        ("founded", 1987, False),
        ("founded", "long ago", True),
        ("unknown-fact", "anything", False),
    ],
)
def test_a_fact_of_the_wrong_type_is_found(fact: str, value: Any, wrong: bool) -> None:
    organisation = Organisation.model_validate({"organisation": "o", "facts": {fact: value}})
    assert [name for name, _ in mistyped(organisation)] == ([fact] if wrong else [])
    assert Organisation.model_validate(plain(organisation)) == organisation


@pytest.mark.parametrize("value", [None, "", " ", [], [1], {}, float("nan"), float("inf")])
def test_what_is_no_value_of_a_fact(value: Any) -> None:
    with pytest.raises(ValidationError):
        Organisation.model_validate({"organisation": "o", "facts": {"members": value}})


def test_what_is_not_known_of_an_organisation_is_not_no() -> None:
    facts = {"democratic": "not-said", "members": {"said": 12, "by": "Scouts", "when": "2024-03"}}
    organisation = Organisation.model_validate({"organisation": "o", "name": Text("Scouts"), "facts": facts})
    assert organisation.value("democratic") is None
    assert organisation.value("joined") is None
    assert organisation.value("members") == 12


# --- what is made in Python is held to what a file is held to ---


@pytest.mark.parametrize(
    ("fields", "code", "loc"),
    [
        ({"parties": Keyed({"BAD KEY": Actor()})}, "string_pattern_mismatch", ("parties", "BAD KEY", "[key]")),
        ({"parties": Keyed({"a": Body()})}, "model_type", ("parties", "a")),
        ({"languages": Several(["sv", None])}, "string_type", ("languages", 1)),
        ({"parties": {"a": {"who": Who({"BAD VERB": Several(["a"])})}}}, "string_pattern_mismatch", None),
        ({"parties": {"a": {"who": Who({"does": Several(["BAD"])})}}}, "string_pattern_mismatch", None),
        ({"cites": Cites([5])}, "model_type", ("cites", 0)),  # type: ignore[list-item]
        ({"title": Claims[Any]((Claim(5), Claim([])))}, "text-expected", ("title", 1, "said")),
        ({"title": Claims[str](())}, "list-empty", ("title",)),
    ],
)
def test_a_value_made_in_python_is_refused_as_a_file_is(
    fields: dict[str, Any], code: str, loc: tuple[str | int, ...] | None
) -> None:
    with pytest.raises(ValidationError) as refused:
        Agreement.model_validate({"agreement": "x", **fields})
    (error,) = refused.value.errors()
    assert error["type"] == code
    if loc is not None:
        assert error["loc"] == loc


@pytest.mark.parametrize(
    "fields",
    [
        {"languages": Several((), among_others=True)},
        {"title": Claims((Claim(NOT_SAID),))},
        {"title": Claims((Claim(NONE, Cites([Cite(at=Citation.parse("plan.1"))])),))},
        {"title": Claims((Claim(NONE, since=Date.parse("2018")),))},
        {"title": Claims((Claim("Ett"),))},
        {"aims": Keyed[Aim]({"a": Aim(), "b": NONE})},
    ],
)
def test_a_value_made_in_python_is_read_again_as_the_same(fields: dict[str, Any], tmp_path: Path) -> None:
    agreement = Agreement.model_validate({"agreement": "x", "source": "t", "documents": {"t": {}}, **fields})
    dump(agreement, tmp_path / "a.yaml")
    assert load(tmp_path / "a.yaml") == agreement


@pytest.mark.parametrize("kind", [Several, Pairs, Keyed, Who])
def test_what_is_absent_holds_nothing(kind: Any) -> None:
    with pytest.raises(ValueError, match="absent"):
        kind({"a": Aim()}, absence=NONE)


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (Several(["a"]), "_items"),
        (Pairs({"a": 1}), "_pairs"),
        (Who.does("a"), "_pairs"),
        (Keyed({"a": Aim()}), "_elements"),
        (Text("a"), "_by_language"),
        (Cites([Cite(at=Citation.parse("plan.1"))]), "_cites"),
    ],
)
def test_nothing_of_a_value_can_be_set_or_taken_away(value: Any, part: str) -> None:
    before = copy.deepcopy(value)
    with pytest.raises(AttributeError, match=f"a {type(value).__name__} is immutable"):
        delattr(value, part)
    with pytest.raises(AttributeError, match=f"a {type(value).__name__} is immutable"):
        setattr(value, part, None)
    with pytest.raises(AttributeError):
        value.other = 1
    assert value == before == pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("text", ["region", "", b"region"])
def test_a_text_alone_is_not_taken_for_several_of_one_letter_each(text: Any) -> None:
    with pytest.raises(TypeError, match=re.escape(f"not as a text: Several([{text!r}])")):
        Several(text)
    assert list(Several(["region"])) == list(Several(("region",))) == ["region"]
