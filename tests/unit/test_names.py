"""What a name stands for: one dangling name of each kind, with the nearest right one; and who sees whose names."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from idebur.agreement import Agreement, all_misnamed
from idebur.messages import LANGUAGES, say
from idebur.visits import written_path

WHOLE: dict[str, Any] = {
    "agreement": "compact",
    "source": "text",
    "documents": {"text": {"places": ["plan", "joint.people"]}, "review": {}, "national-2008": {}},
    "parties": {"region": {}, "umbrella": {}},
    "bodies": {"partnership": {"seats": {"public": {}, "civil": {}}}},
    "offices": {"leader": {}},
    "aims": {"meeting-ground": {"parts": {"learning": {}}}},
    "principles": {"dialogue": {}},
    "commitments": {"fund": {"unless": {"urgent": {}}}},
    "ladders": {"european": {"levels": {"consultation": {}}, "phases": {"drafting": {}}, "tools": {"panel": {}}}},
    "routines": {"large-meeting": {}},
    "facts": {"founded-here": {"type": "yes-no"}},
    "clauses": {"democratic-ground": {"rule": "democratic"}},
    "procedures": {"joining": {"steps": [{"does": "apply"}, {"does": "approve"}]}},
    "events": {"workshop": {}, "decision": {}},
    "tenures": [{"who": "scouts", "name": "Scouts"}],
}


def _with(section: str, key: str, **fields: Any) -> dict[str, Any]:
    held = dict(WHOLE.get(section, {}))
    return {**WHOLE, section: {**held, key: fields}}


def _wrong(data: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    agreement = Agreement.model_validate(data, context={"names": False})
    found = list(all_misnamed(agreement))
    for one in found:
        for lang in LANGUAGES:
            assert str(one.params.get("found", "")) in say(one.code, lang, **one.params)
    return [(one.code, written_path(one.path), one.suggestion) for one in found]


def test_the_whole_has_no_wrong_name() -> None:
    assert _wrong(WHOLE) == []


@pytest.mark.parametrize(
    ("section", "fields", "code", "path", "suggestion"),
    [
        ("commitments", {"to": "regoin"}, "unknown-actor", "to[0]", "region"),
        ("commitments", {"who": {"does": "partnershp"}}, "unknown-actor", "who.does[0]", "partnership"),
        ("commitments", {"inside": "leeder"}, "unknown-actor", "inside", "leader"),
        ("commitments", {"to": "scots"}, "unknown-actor", "to[0]", "scouts"),  # whom a tenure introduces
        ("commitments", {"to": "civil-socety"}, "unknown-actor", "to[0]", "civil-society"),
        ("commitments", {"under": "dialoge"}, "unknown-element", "under[0]", "dialogue"),
        ("documents", {"known-through": "reviw"}, "unknown-document", "known-through", "review"),
        ("links", {"to": "revew"}, "unknown-linked", "to[0]", "review"),
        ("links", {"parts": "principels"}, "unknown-part", "parts[0]", "principles"),
        ("routines", {"aims": "meeting-grund"}, "unknown-aim", "aims[0]", "meeting-ground"),
        ("routines", {"presented-at": "large-meting"}, "unknown-routine", "presented-at", "large-meeting"),
        ("routines", {"yields": "txt"}, "unknown-document", "yields", "text"),
        ("routines", {"every": "at need, 1 before large-meting"}, "unknown-element", "every", "large-meeting"),
        ("events", {"after": "workshp"}, "unknown-event", "after[0]", "workshop"),
        ("events", {"fulfils": "joining.aprove"}, "unknown-step", "fulfils[0]", "joining.approve"),
        ("conclusions", {"by": "revieww"}, "unknown-source", "by[0]", "review"),
        ("principles", {"like": "nationel-2008"}, "unknown-document", "like[0]", "national-2008"),
        ("principles", {"replaces": "dialoge"}, "unknown-element", "replaces", "dialogue"),
        ("principles", {"cites": "plann"}, "unknown-place", "cites[0]", "plan"),
        ("principles", {"cites": "reviw#a"}, "unknown-document", "cites[0]", "review"),
        (
            "principles",
            {"cites": {"at": "plan", "asserted-by": "regon"}},
            "unknown-actor",
            "cites[0].asserted-by",
            "region",
        ),
        ("aims", {"kind": "purpos"}, "unknown-word", "kind", "purpose"),
        ("aims", {"text": {"said": "none", "instead": "dialoge"}}, "unknown-element", "text.instead", "dialogue"),
        (
            "aims",
            {"text": [{"said": "a", "cites": "plann"}, {"said": "b"}]},
            "unknown-place",
            "text[0].cites[0]",
            "plan",
        ),
        ("bodies", {"rule": "democratik"}, "unknown-fact", "rule", "democratic"),
        ("bodies", {"rule": "founded-hre"}, "unknown-fact", "rule", "founded-here"),
        ("bodies", {"rule": "democratic-grund"}, "unknown-fact", "rule", "democratic-ground"),
        ("bodies", {"seats": {"s": {"counted-in": "partnership.publc"}}}, "unknown-seat", "seats.s.counted-in", None),
        (
            "ladders",
            {"tools": {"t": {"at": {"consultaton": "drafting"}}}},
            "unknown-level",
            "tools.t.at.consultaton",
            None,
        ),
        ("ladders", {"tools": {"t": {"at": {"consultation": "draftng"}}}}, "unknown-phase", None, "drafting"),
    ],
)
def test_a_dangling_name_is_found_with_the_nearest(
    section: str, fields: dict[str, Any], code: str, path: str | None, suggestion: str | None
) -> None:
    (found,) = _wrong(_with(section, "mine", **fields))
    assert found[0] == code
    if path is not None:
        assert found[1] == f"{section}.mine.{path}"
    if suggestion is not None:
        assert found[2] == suggestion


@pytest.mark.parametrize(
    ("section", "fields"),
    [
        ("commitments", {"to": ["region", "partnership", "leader", "scouts", "all-parties", "civil-society"]}),
        ("commitments", {"under": ["learning", "meeting-ground.learning", "aims.meeting-ground.parts.learning"]}),
        ("commitments", {"under": ["dialogue", "principles.dialogue", "fund.urgent", "partnership.public"]}),
        ("links", {"subject": "compact", "to": ["national-2008", "dialogue", "region"]}),
        ("links", {"parts": ["principles", "commitments", "dialogue"]}),
        ("events", {"fulfils": ["joining.apply", "joining.approve", "joining", "large-meeting"]}),
        ("conclusions", {"by": ["review", "region"], "about": ["principles-ranked", "aims"]}),
        (
            "principles",
            {"cites": ["plan", "plan.1", "plan.1.2", "joint.people.3", "review#anything", "review#", "text#plan"]},
        ),
        ("principles", {"like": ["national-2008", "national-2008.anything"]}),
        ("ladders", {"tools": {"t": {"at": {"european.consultation": ["drafting", "european.drafting"]}}}}),
        ("bodies", {"rule": "democratic-ground and founded-here or sector is public"}),
    ],
)
def test_names_that_stand_for_something(section: str, fields: dict[str, Any]) -> None:
    assert _wrong(_with(section, "mine", **fields)) == []


def test_a_level_is_no_phase() -> None:
    """The two axes of a ladder are kept apart."""
    wrong = _wrong(_with("ladders", "mine", tools={"t": {"at": {"drafting": "consultation"}}}))
    assert [code for code, _, _ in wrong] == ["unknown-level", "unknown-phase"]


@pytest.mark.parametrize(
    ("sections", "code", "path"),
    [
        ({"parties": {"a": {}}, "offices": {"a": {}}}, "actor-twice", "offices.a"),
        ({"actors": {"signatories": {}}}, "key-reserved", "actors.signatories"),
        ({"actors": {"public": {}}}, "key-reserved", "actors.public"),
        ({"parties": {"none": {}}}, "key-for-absence", "parties.none"),
        ({"principles": {"not-said": {}}}, "key-for-absence", "principles.not-said"),
        ({"routines": {"none": "none"}}, "key-for-absence", "routines.none"),
        ({"bodies": {"b": {"seats": {"none": {}}}}}, "key-for-absence", "bodies.b.seats.none"),
        ({"tenures": [{"who": "none", "name": "Ingen"}]}, "key-for-absence", "tenures[0].who"),
        ({"versions": {"none": {}}}, "key-for-absence", "versions.none"),
        ({"versions": {"v": {"aims": {"none": {}}}}}, "key-for-absence", "versions.v.aims.none"),
        ({"agreement": "none"}, "key-for-absence", "agreement"),
        ({"words": {"aim-kind": {"none": {}}}, "versions": {"v": {}}}, "key-for-absence", "words.aim-kind.none"),
        ({"clauses": {"democratic": {}}}, "clause-named-as-fact", "clauses.democratic"),
        ({"facts": {"rural": {}}, "clauses": {"rural": {}}}, "clause-named-as-fact", "clauses.rural"),
        ({"clauses": {"a": {"rule": "b"}, "b": {"rule": "not a"}}}, "clauses-in-a-ring", "clauses.a.rule"),
        ({"words": {"colour": {"blue": {}}}}, "unknown-vocabulary", "words.colour"),
        ({"aims": {"a": {"cites": "plan"}}}, "citation-without-source", "aims.a.cites[0]"),
        ({"source": "plan"}, "unknown-document", "source"),
    ],
)
def test_keys_that_cannot_be(sections: dict[str, Any], code: str, path: str) -> None:
    assert [(found[0], found[1]) for found in _wrong({"agreement": "a", **sections})] == [(code, path)]


def test_a_version_sees_the_names_of_the_present_and_not_the_other_way() -> None:
    version = {
        "documents": {"draft": {"places": ["new"]}},
        "actors": {"council": {}},
        "facts": {"rural": {}},
        "commitments": {
            "fund": {"replaces": "fund", "to": ["region", "council", "scouts"], "under": ["dialogue", "learning"]},
            "new": {"cites": ["plan.1", "draft#new.2", "text#joint.people"], "under": "fund.urgent"},
        },
        "clauses": {"both": {"rule": "rural and founded-here and democratic-ground"}},
        "events": {"next": {"after": "workshop", "fulfils": "joining.approve"}},
    }
    assert _wrong({**WHOLE, "versions": {"proposed": version}}) == []
    other = {"commitments": {"x": {"to": "council", "under": "both"}}}
    assert _wrong({**WHOLE, **other, "versions": {"proposed": version}}) != []
    wrong = _wrong({**WHOLE, "versions": {"proposed": version, "past": other}})
    assert [(code, path) for code, path, _ in wrong] == [
        ("unknown-element", "versions.past.commitments.x.under[0]"),
        ("unknown-actor", "versions.past.commitments.x.to[0]"),
    ]


@pytest.mark.parametrize("key", ["title", "source", "bodies", "status"])
def test_a_version_may_be_called_as_a_section_is(key: str) -> None:
    version = {"commitments": {"mine": {"replaces": "fund"}}}
    assert _wrong({**WHOLE, "versions": {key: version}}) == []
    wrong = _wrong({**WHOLE, "versions": {key: {"commitments": {"mine": {"replaces": "fnd"}}}}})
    assert wrong == [("unknown-element", f"versions.{key}.commitments.mine.replaces", "fund")]


def test_a_version_amends_a_version() -> None:
    versions = {"old": {}, "new": {"amends": "old", "revises": "present"}}
    assert _wrong({**WHOLE, "versions": versions}) == []
    wrong = _wrong({**WHOLE, "versions": {"new": {"amends": "olde"}, "old": {}}})
    assert wrong == [("unknown-version", "versions.new.amends", "old")]


def test_an_own_word_is_a_word() -> None:
    own = {"words": {"aim-kind": {"dream": {"label": "dröm"}}}}
    assert _wrong({**_with("aims", "mine", kind="dream"), **own}) == []


@pytest.mark.parametrize(
    ("section", "fields", "suggestion"),
    [
        ("actors", {"kind": "kommun"}, "municipality"),
        ("actors", {"kind": "förening"}, "association"),
        ("actors", {"kind": "foreningen"}, "association"),
        ("actors", {"sector": "offentlig"}, "public"),
        ("actors", {"sector": "idéburen"}, "civil-society"),
        ("commitments", {"force": "ska"}, "shall"),
        ("commitments", {"force": "ska-inte"}, "shall-not"),
        ("commitments", {"force": "bör"}, "should"),
        ("commitments", {"force": "must"}, "shall"),
        ("commitments", {"force": "shal"}, "shall"),
        ("aims", {"kind": "unelma"}, "dream"),
        ("aims", {"kind": "xqzw"}, None),
    ],
)
def test_a_wrong_word_is_told_the_one_that_is_called_so(
    section: str, fields: dict[str, Any], suggestion: str | None
) -> None:
    """In whatever language its label is, the agreement's own words among them."""
    own = {"words": {"aim-kind": {"dream": {"label": {"sv": "dröm", "fi": "unelma"}}}}}
    assert [found[::2] for found in _wrong({**_with(section, "mine", **fields), **own})] == [
        ("unknown-word", suggestion)
    ]


def test_an_agreement_with_a_wrong_name_cannot_be_made() -> None:
    with pytest.raises(ValidationError, match=r"commitments\.mine\.to\[0\]: unknown-actor 'regoin'"):
        Agreement.model_validate(_with("commitments", "mine", to="regoin"))


def test_a_version_takes_the_place_of_a_version() -> None:
    versions = {"old": {}, "new": {"replaces": "old"}}
    assert _wrong({**WHOLE, "versions": versions}) == []
    assert _wrong({**WHOLE, "replaces": "old", "versions": versions}) == []
    assert _wrong({**WHOLE, "replaces": "dialogue"}) == [("unknown-element", "replaces", None)]


# --- what replaces is named among its own ---


@pytest.mark.parametrize(
    ("section", "held", "replaces"),
    [
        ("bodies", {"partnership": {"seats": {"new": {"replaces": "public"}}}}, "public"),
        ("ladders", {"european": {"levels": {"new": {"replaces": "consultation"}}}}, "consultation"),
        ("aims", {"meeting-ground": {"parts": {"new": {"replaces": "learning"}}}}, "learning"),
    ],
)
def test_a_part_replaces_a_part_of_the_same_holder(section: str, held: dict[str, Any], replaces: str) -> None:
    amended = {**WHOLE, "versions": {"next": {"amends": "present", section: held}}}
    assert _wrong(amended) == []
    ((holder, parts),) = held.items()
    ((field, new),) = parts.items()
    sources = [{"said": new["new"]["replaces"], "since": year} for year in (2017, 2018)]
    by_several = {section: {holder: {field: {"new": {"replaces": sources}}}}}
    assert _wrong({**WHOLE, "versions": {"next": {"amends": "present", **by_several}}}) == []
    amiss = {section: {holder: {field: {"new": {"replaces": f"{replaces}x"}}}}}
    path = f"versions.next.{section}.{holder}.{field}.new.replaces"
    found = _wrong({**WHOLE, "versions": {"next": {"amends": "present", **amiss}}})
    assert found == [("unknown-element", path, replaces)]


def test_a_part_replaces_nothing_of_another_holder_nor_of_the_section() -> None:
    seats = {"new": {"replaces": "partnership"}, "other": {"replaces": "consultation"}}
    found = _wrong({**WHOLE, "versions": {"next": {"amends": "present", "bodies": {"board": {"seats": seats}}}}})
    assert [code for code, _, _ in found] == ["unknown-element"] * 2


def test_what_has_no_key_replaces_nothing() -> None:
    """A tenure stands in a list, and so cannot be named by what would take its place."""
    version = {"amends": "present", "tenures": [{"who": "region", "replaces": "scouts"}]}
    found = _wrong({**WHOLE, "versions": {"next": version}})
    assert found == [("unknown-element", "versions.next.tenures[0].replaces", None)]


@pytest.mark.parametrize(
    ("cited", "meant"),
    [("plann.3", "plan.3"), ("joint.peopel.1.2", "joint.people.1.2"), ("plann", "plan"), ("zzz.4", None)],
)
def test_a_place_is_guessed_with_the_numbers_of_its_paragraphs(cited: str, meant: str | None) -> None:
    assert _wrong(_with("principles", "mine", cites=cited)) == [("unknown-place", "principles.mine.cites[0]", meant)]


def test_a_place_that_ends_in_a_number_is_not_given_another() -> None:
    data = {**WHOLE, "documents": {**WHOLE["documents"], "text": {"places": ["chapter.2"]}}}
    found = _wrong({**data, "principles": {"mine": {"cites": "chaptre.2"}}})
    assert found == [("unknown-place", "principles.mine.cites[0]", "chapter.2")]
