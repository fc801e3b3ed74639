"""Laws of the model, over agreements of every sort: what is written is what is read, and nothing is lost or changed."""

from __future__ import annotations

import copy
import pickle
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, example, find, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from idebur.absence import NONE, NOT_SAID, Absence, Claims, Vague
from idebur.agreement import Agreement, all_misnamed, names_of
from idebur.checks import check
from idebur.citations import Cite, Cites
from idebur.content import Content, Version
from idebur.elements import Element, Keyed
from idebur.errors import AmbiguousKey, Unreadable
from idebur.files import dump, dumps, load, load_organisation
from idebur.files.dumping import plain
from idebur.files.writing import emit, write_text
from idebur.messages import LANGUAGES
from idebur.names import element_at
from idebur.notation.notated import Notated
from idebur.organisations import Organisation, mistyped
from idebur.rules import Rule, misuses
from idebur.said import Ref, Said
from idebur.several import Pairs, Several
from idebur.strategies import (
    Faulty,
    agreement_data,
    agreements,
    elements,
    faulty_agreements,
    known_facts,
    organisations,
    rules,
)
from idebur.strategies.faults import FAULTS
from idebur.text import Text
from idebur.visits import Visit, fields_of, walk
from idebur.visits import elements as elements_of


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file that every example writes anew."""
    return tmp_path_factory.mktemp("model") / "agreement.yaml"


# --- files ---


@given(agreement=agreements())
def test_what_is_dumped_loads_as_the_same_and_dumps_as_the_same(agreement: Agreement, file: Path) -> None:
    dump(agreement, file)
    first = file.read_bytes()
    again = load(file)
    assert again == agreement
    dump(again, file)
    assert file.read_bytes() == first


@given(organisation=organisations())
def test_organisations_too(organisation: Organisation, file: Path) -> None:
    dump(organisation, file)
    first = file.read_bytes()
    again = load_organisation(file)
    assert again == organisation
    dump(again, file)
    assert file.read_bytes() == first


@given(data=agreement_data(), order=st.randoms(use_true_random=False))
def test_the_order_in_which_fields_are_written_says_nothing(data: dict[str, Any], order: Any) -> None:
    """Fields are written in the order of the model; keys and words keep their author's."""
    one = Agreement.model_validate(data)
    shuffled = list(data.items())
    order.shuffle(shuffled)
    other = Agreement.model_validate(dict(shuffled))
    assert one == other
    assert dumps(one) == dumps(other)


@given(agreement=agreements(), organisation=organisations())
def test_nothing_that_is_drawn_has_a_name_that_stands_for_nothing(
    agreement: Agreement, organisation: Organisation
) -> None:
    assert not list(all_misnamed(agreement))
    assert not list(mistyped(organisation))


@given(rule=rules())
def test_every_rule_that_is_drawn_can_be_asked(rule: Rule) -> None:
    assert misuses(rule, known_facts(), ()) == ()


@given(faulty=faulty_agreements())
def test_one_fault_is_reported_as_that_one_fault(faulty: Faulty, file: Path) -> None:
    """Whatever else stands in the agreement: with its code, at its path, and said in both languages."""
    write_text(file, emit(faulty.data))
    with pytest.raises(Unreadable) as refused:
        load(file)
    assert [(fault.code, fault.path) for fault in refused.value.faults] == [(faulty.code, faulty.path)]
    assert all(fault.message(lang) for fault in refused.value.faults for lang in LANGUAGES)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.section}")
def test_each_fault_alone(fault: Any, file: Path) -> None:
    section = {fault.section: {"x-faulty": fault.element}}
    write_text(file, emit({"idebur": 1, "agreement": "a", **section}))
    with pytest.raises(Unreadable) as refused:
        load(file)
    assert [one.code for one in refused.value.faults] == [fault.code]


# --- values ---


@given(data=agreement_data())
def test_equal_agreements_hash_equal(data: dict[str, Any]) -> None:
    one, other = Agreement.model_validate(data), Agreement.model_validate(copy.deepcopy(data))
    assert one == other
    assert hash(one) == hash(other)


@given(agreement=agreements(), organisation=organisations())
def test_they_are_pickled_and_copied_whole(agreement: Agreement, organisation: Organisation) -> None:
    for said in (agreement, organisation):
        for again in (pickle.loads(pickle.dumps(said)), copy.deepcopy(said)):  # noqa: S301 - our own bytes
            assert again == said
            assert hash(again) == hash(said)
            assert dumps(again) == dumps(said)
    assert [element.key for _, element in elements_of(copy.deepcopy(agreement))] == [
        element.key for _, element in elements_of(agreement)
    ]


@given(one=agreements(), other=agreements())
def test_agreements_that_are_written_differently_are_different(one: Agreement, other: Agreement) -> None:
    """And the other way round, but for silence that is written out and for the order of words."""
    if one != other:
        assert dumps(one) != dumps(other)


def _objects(value: Any) -> Iterator[Any]:
    """Everything inside, by way of what Python itself holds: an account that does not rest on ``visits``."""
    yield value
    inner: list[Any] = []
    if isinstance(value, Said):
        inner = [getattr(value, name) for name in value.model_fields_set]
    elif isinstance(value, (Keyed, Pairs)):
        inner = [*value.values(), value.absence, *(value.absent.values() if isinstance(value, Keyed) else ())]
    elif isinstance(value, (Several, Cites, tuple)):
        inner = [*value, getattr(value, "absence", None)]
    elif isinstance(value, Claims):
        inner = [part for claim in value for part in (claim, claim.said, claim.cites, claim.since, claim.until)]
    for one in inner:
        if one is not None:
            yield from _objects(one)


@given(agreement=agreements())
def test_nothing_in_an_agreement_can_be_changed(agreement: Agreement) -> None:
    before = dumps(agreement)
    for one in _objects(agreement):
        if isinstance(one, (str, int, bool)):
            continue
        for name in (*getattr(type(one), "model_fields", {}), *_slots(one)):
            with pytest.raises((ValidationError, AttributeError)):
                setattr(one, name, None)
        if isinstance(one, (Keyed, Pairs, Text)):
            with pytest.raises(TypeError):
                one["a"] = None  # type: ignore[index]
        if isinstance(one, (Several, Cites)):
            with pytest.raises(TypeError):
                one[0] = None  # type: ignore[index]
        if isinstance(one, Keyed) and isinstance(one.absent, dict):
            one.absent["a"] = NONE
    assert dumps(agreement) == before


def _slots(value: Any) -> list[str]:
    slots = (slot for kind in type(value).__mro__ for slot in getattr(kind, "__slots__", ()))
    return [slot for slot in slots if not slot.startswith("__") and hasattr(value, slot)]


# --- the walk ---


def _leaves(data: Any) -> Iterator[Any]:
    """The single values in plain data."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value)
    else:
        yield data


def _visited(agreement: Agreement) -> Iterator[Any]:
    """The single values that are visited, as they are written; what has parts is told by its parts."""
    for visit in walk(agreement):
        match visit.value:
            case Absence() | Vague():
                continue
            case Cite(at=at, field=field, quote=quote):
                yield at.written()
                short = quote is None and visit.value.asserted_by is None
                if field is not None and not (short and isinstance(visit.path[-1], str)):
                    yield field
                if quote is not None:
                    yield from quote.values()
            case Text():
                yield from visit.value.values()
            case Notated():
                yield visit.value.written()
            case _:
                yield visit.value


@given(agreement=agreements())
def test_every_value_that_is_written_is_visited_once(agreement: Agreement) -> None:
    """Held against the leaves of the plain data; beyond them only the keys of mappings are visited."""
    written = Counter(map(repr, _leaves(plain(agreement))))
    written -= Counter({"1": 1})  # the version of the format is written even where it was not said
    visited = Counter(map(repr, _visited(agreement)))
    if "idebur" in agreement.model_fields_set:
        visited -= Counter({"1": 1})
    fields = {repr(cite.field) for cite in _objects(agreement) if isinstance(cite, Cite)}
    missed = {value: count for value, count in (written - visited).items() if value not in fields}
    assert not missed
    keys = Counter(repr(key) for one in _objects(agreement) if isinstance(one, Pairs) for key in one)
    extra = {value for value in visited - written - keys if value not in fields}
    assert not extra


@given(agreement=agreements())
def test_every_path_leads_to_its_element(agreement: Agreement) -> None:
    for path, element in elements_of(agreement):
        assert element_at(agreement, path) is element
        assert element.key == (path[-1] if isinstance(path[-1], str) else "")


@given(agreement=agreements())
def test_the_agreement_answers_for_every_path(agreement: Agreement) -> None:
    """By the whole path; and by the bare key, for that element or for none but several."""
    for path, element in elements_of(agreement):
        if path[0] == "versions" or not element.key:
            continue
        assert agreement[".".join(map(str, path))] is element
        try:
            assert agreement[element.key].key == element.key
        except AmbiguousKey as several:
            assert len(several.paths) > 1  # noqa: PT017 - either answer is right, and each is held to its own


@given(agreement=agreements())
def test_every_element_is_among_the_objects(agreement: Agreement) -> None:
    """Told by another account, so that no list or mapping is passed by."""
    # The states of an agreement are elements too; the agreement itself is the whole.
    mine = [id(one) for one in _objects(agreement) if isinstance(one, Element) and one is not agreement]
    assert Counter(mine) == Counter(id(element) for _, element in elements_of(agreement))


# --- silence ---


@given(agreement=agreements(), section=st.sampled_from(sorted(Content.model_fields)))
def test_a_section_that_is_left_out_is_not_said(agreement: Agreement, section: str) -> None:
    """To take a section away and to write that the text is silent on it come to the same."""
    alias = fields_of(Content)[section].alias
    data = plain(agreement)
    without = {name: value for name, value in data.items() if name != alias}
    if section == "cites":
        return  # where something stands is no value, so there is no silence about it
    one = Agreement.model_validate(without, context={"names": False})
    other = Agreement.model_validate({**without, alias: "not-said"}, context={"names": False})
    assert one == other
    assert hash(one) == hash(other)
    assert alias not in plain(one)


ABSENT = st.sampled_from(["not-said", "none", {"vague": "skälig"}, {"said": "none", "instead": "p"}, "said"])


@given(values=st.tuples(ABSENT, ABSENT), field=st.sampled_from(["title", "number", "summary"]))
def test_ways_of_having_no_value_stay_apart(values: tuple[Any, Any], field: str, file: Path) -> None:
    """Through a file and back: equal if and only if the same was written."""
    read = []
    for value in values:
        given_value = 3 if value == "said" and field == "number" else value
        write_text(file, emit({"agreement": "a", "principles": {"p": {field: given_value}}}))
        loaded = load(file)
        dump(loaded, file)
        read.append(getattr(load(file).principles["p"], field))
    assert (read[0] == read[1]) == (values[0] == values[1])
    assert (read[0] == NOT_SAID) == (values[0] == "not-said")
    assert (read[0] == NONE) == (values[0] == "none")
    assert isinstance(read[0], Vague) == ("vague" in values[0])


# --- checks ---


def _at_a_kind_of_level() -> Agreement:
    """A finding below a key that has a dot in it: half a phase in which a tool is used at a kind of a level."""
    at = {"low.deep": {"said": "not-said", "count": "1/2"}}
    ladder = {"levels": {"low": {"kinds": {"deep": {}}}}, "tools": {"t": {"at": at}}}
    return Agreement.model_validate({"agreement": "x", "ladders": {"l": ladder}})


@given(agreement=agreements())
@example(agreement=_at_a_kind_of_level())
def test_no_check_raises_and_every_finding_has_a_place(agreement: Agreement) -> None:
    for finding in check(agreement):
        assert finding.message("sv")
        assert finding.message("en")
        assert _is_there(agreement, finding.path), finding


@pytest.mark.parametrize(
    ("path", "is_there"),
    [
        ("aims.a", True),
        ("aims.a.text", True),
        ("aims.a.number", True),  # a field that could stand there
        ("aims.a.number.low", False),
        ("aims.a.colour", False),
        ("aims.b", False),
        ("procedures", True),
        ("prosedures", False),
        ("accepted", True),
        ("versions.old.procedures", True),
        ("versions.old.accepted", False),  # a field of the whole alone
        ("tenures[0].who", True),
        ("tenures[0].whom", False),
        ("tenures[1].who", False),
        ("ladders.l.levels.low.kinds.deep", True),
    ],
)
def test_a_place_is_what_is_said_or_a_field_that_could_be(path: str, is_there: bool) -> None:
    """The oracle of the law above, by cases."""
    data = {
        "agreement": "x",
        "aims": {"a": {"text": "Mål"}},
        "tenures": [{"who": "choir", "name": "Kören"}],
        "ladders": {"l": {"levels": {"low": {"kinds": {"deep": {}}}}}},
        "versions": {"old": {}},
    }
    assert _is_there(Agreement.model_validate(data), path) is is_there


def _is_there(agreement: Agreement, path: str) -> bool:
    """Whether a written path leads somewhere in the plain data, or to a field that the class has that stands there."""
    said: Any = agreement
    here = plain(said)
    steps = [step for step in path.replace("[", ".[").split(".") if step]
    while steps:
        if steps[0].startswith("["):
            index = int(steps.pop(0)[1:-1])
            listed = here["among-others"] if isinstance(here, dict) and "among-others" in here else here
            if isinstance(listed, list):
                if index >= len(listed):
                    return False
                here, said = listed[index], list(said)[index]
            elif index:
                return False
            continue
        known = here if isinstance(here, dict) else {}
        length = next((one for one in range(1, len(steps) + 1) if ".".join(steps[:one]) in known), 0)  # a key has dots
        if not length:
            return len(steps) == 1 and isinstance(said, Said) and steps[0] in _fields(said)
        step, steps = ".".join(steps[:length]), steps[length:]
        here, said = here[step], _within(said, step)
    return True


def _fields(said: Said) -> dict[str, str]:
    """The names of the fields of a class, as they are written in a file."""
    return {field.alias: name for name, field in fields_of(type(said)).items()}


def _within(said: Any, step: str) -> Any:
    if isinstance(said, Said):
        return getattr(said, _fields(said).get(step, ""), None)
    return said[step] if isinstance(said, (Keyed, Pairs)) and step in said else None


# --- the strategies themselves ---


def test_the_simplest_agreement_is_what_everything_shrinks_towards() -> None:
    simplest = find(agreements(), lambda _: True)
    assert simplest == Agreement(agreement="a")


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("a version", lambda agreement: bool(agreement.versions)),
        ("a seat", lambda agreement: any(body.seats for body in agreement.bodies.values())),
        ("a rule of its own", lambda agreement: any(isinstance(one.rule, Rule) for one in agreement.clauses.values())),
        ("sources that differ", lambda agreement: any(isinstance(one, Claims) for one in _objects(agreement))),
        ("an open list", lambda agreement: any(one.among_others for one in _objects(agreement) if _is_list(one))),
        (
            "somebody who asserts",
            lambda agreement: any(one.asserted_by for one in _objects(agreement) if _is_cite(one)),
        ),
        ("its own words", lambda agreement: bool(agreement.words)),
        ("how many, but not which", lambda agreement: any(_is_counted(one) for one in _objects(agreement))),
        ("a part that replaces", lambda agreement: any(_replaces_a_part(visit) for visit in walk(agreement))),
        ("what replaces", lambda agreement: any(_refers(visit.mark, "same") for visit in walk(agreement))),
    ],
)
def test_the_strategies_reach(what: str, found: Any) -> None:
    """What the laws are about is really drawn: each within a few hundred agreements."""
    seen = find(agreements(), found, settings=settings(max_examples=1000, phases=[Phase.generate]))
    assert found(seen), what


def _is_counted(value: Any) -> bool:
    return isinstance(value, Absence) and value.count is not None


def _replaces_a_part(visit: Visit) -> bool:
    """As what stands beside it, at whatever depth."""
    path = visit.path[2:] if visit.path[0] == "versions" else visit.path
    return _refers(visit.mark, "same") and path.index("replaces") > 2


def _is_list(value: Any) -> bool:
    return isinstance(value, Several)


def _is_cite(value: Any) -> bool:
    return isinstance(value, Cite)


def _refers(mark: Any, kind: str) -> bool:
    return isinstance(mark, Ref) and mark.kind == kind


@given(st.data())
def test_every_class_can_be_drawn_alone(data: st.DataObject) -> None:
    kinds = sorted(_subclasses(Element), key=lambda kind: kind.__name__)
    kind = data.draw(st.sampled_from(kinds))
    element = data.draw(elements(kind))
    assert type(element) is kind
    assert kind.model_validate(plain(element)) == element


def _subclasses(kind: type[Element]) -> set[type[Element]]:
    below = {one for sub in kind.__subclasses__() for one in (sub, *_subclasses(sub))}
    return {one for one in below if one.__module__.startswith("idebur.") and not issubclass(one, (Agreement, Version))}


def test_names_of_the_strategies_and_of_the_model_agree() -> None:
    """Every kind of reference that a field has is one that the strategies can choose, and that names can tell."""
    from idebur.names import KINDS
    from idebur.strategies.resolving import _NAMES

    elsewhere = {"place", "same", "like", "new-place"}
    used = {field.mark.kind for kind in _said() for field in fields_of(kind).values() if isinstance(field.mark, Ref)}
    assert used - elsewhere <= KINDS.keys()
    assert used <= _NAMES.keys() | elsewhere
    names = names_of(Agreement.model_validate({"agreement": "a", "documents": {"d": {}}, "versions": {"old": {}}}))
    assert {kind: names.of_kind(kind) for kind in ("document", "version", "seat")} == {
        "document": {"d"},
        "version": {"present", "old"},
        "seat": set(),
    }


def _said() -> set[type[Said]]:
    def below(kind: type[Said]) -> set[type[Said]]:
        return {one for sub in kind.__subclasses__() for one in (sub, *below(sub))}

    return {kind for kind in below(Said) if kind.__module__.startswith("idebur.") and not kind.__name__.startswith("_")}
