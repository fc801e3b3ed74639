"""Rules held against the facts they speak of."""

from __future__ import annotations

import pytest
from attrs import frozen

from idebur.errors import NotationError
from idebur.rules import misuses, parse_rule, rings


@frozen
class Fact:
    """The least that a rule needs to know of a fact."""

    type: str
    values: tuple[str, ...] = ()


FACTS = {
    "democratic": Fact("yes-no"),
    "sector": Fact("word", ("civil-society", "public")),
    "municipality": Fact("word"),
    "scope": Fact("words", ("local", "regional")),
    "members": Fact("number"),
    "founded": Fact("date"),
    "odd": Fact("colour"),
}
CLAUSES = ("public-actor",)


@pytest.mark.parametrize(
    "text",
    [
        "democratic and not public-actor",
        "sector is public and sector is not civil-society and sector is any of (public, civil-society)",
        "sector is not any of (public, civil-society)",
        "municipality is anything-at-all",
        "scope includes local and scope includes any of (local) and scope includes all of (local, regional)",
        "members = 1 and members < 2 and members <= 3 and members > 4 and members >= 1/2 and members between 1 and 2",
        "founded = 2020 and founded < 2020-06 and founded before 2020 and founded after 2020-q1",
        "founded between 2018 and 2020-06-01",
        "odd = 5 and odd is x",
        "always or never",
    ],
)
def test_what_fits_the_facts_is_no_misuse(text: str) -> None:
    assert misuses(text, FACTS, CLAUSES) == ()


@pytest.mark.parametrize(
    ("text", "code", "marked", "nearest"),
    [
        ("demokratic", "unknown-fact", "demokratic", "democratic"),
        ("public-actr or democratic", "unknown-fact", "public-actr", "public-actor"),
        ("xyzzy", "unknown-fact", "xyzzy", None),
        ("sector is pubic", "unknown-value", "pubic", "public"),
        ("sector is any of (public, xyzzy)", "unknown-value", "xyzzy", None),
        ("scope includes all of (local, regionl)", "unknown-value", "regionl", "regional"),
        ("scope is regional", "wrong-operator", "is", "includes"),
        ("scope is any of (local)", "wrong-operator", "is any of", "includes any of"),
        ("scope is not local", "wrong-operator", "is not", None),
        ("sector includes public", "wrong-operator", "includes", "is"),
        ("sector", "wrong-operator", "sector", None),
        ("democratic = 5", "wrong-operator", "=", None),
        ("public-actor is x", "wrong-operator", "is", None),
        ("members before 2020", "wrong-operator", "before", "<"),
        ("members is many", "wrong-operator", "is", "="),
        ("sector = 5", "wrong-operator", "=", "is"),
        ("members < 2020-06", "wrong-kind-of-value", "2020-06", None),
        ("members between 1 and 2020-06", "wrong-kind-of-value", "2020-06", None),
        ("founded < 20", "wrong-kind-of-value", "20", None),
        ("founded = 2020.5", "wrong-kind-of-value", "2020.5", None),
    ],
)
def test_a_misuse_is_found_at_its_place_with_the_nearest_right_word(
    text: str, code: str, marked: str, nearest: str | None
) -> None:
    (fault,) = misuses(text, FACTS, CLAUSES)
    assert isinstance(fault, NotationError)
    assert (fault.code, fault.nearest) == (code, nearest)
    assert text[fault.offset : fault.offset + fault.length] == marked


def test_all_misuses_are_found_at_once_in_the_order_of_the_text() -> None:
    text = "sectr is public or (sector is pubic and scope includes any of (x, y)) or members"
    assert [fault.code for fault in misuses(text, FACTS, CLAUSES)] == [
        "unknown-fact",
        "unknown-value",
        "unknown-value",
        "unknown-value",
        "wrong-operator",
    ]


def test_a_value_is_held_against_the_facts_in_its_canonical_text() -> None:
    (fault,) = misuses(parse_rule("((a)) and democratic"), FACTS, CLAUSES)
    assert (fault.text, fault.offset) == ("a and democratic", 0)


def test_what_is_no_rule_cannot_be_held_against_facts() -> None:
    with pytest.raises(NotationError):
        misuses("a and", FACTS, CLAUSES)


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ({}, ()),
        ({"a": "x", "b": "a", "c": "a and b"}, ()),
        ({"a": "a"}, (("a",),)),
        ({"a": "b", "b": "c", "c": "a"}, (("a", "b", "c"),)),
        ({"z": "a", "a": "b", "b": "a"}, (("a", "b"),)),
        ({"b": "a", "a": "b"}, (("b", "a"),)),
        ({"a": "b or c", "b": "a", "c": "a"}, (("a", "b"), ("a", "c"))),
        ({"a": "b", "b": "not a", "c": "d", "d": "c and x"}, (("a", "b"), ("c", "d"))),
    ],
)
def test_clauses_that_rest_on_themselves_are_found(clauses: dict[str, str], found: tuple[tuple[str, ...], ...]) -> None:
    assert rings({name: parse_rule(text) for name, text in clauses.items()}) == found


def test_a_long_chain_of_clauses_is_followed_to_its_end() -> None:
    count = 5_000
    clauses = {f"c{number}": parse_rule(f"c{(number + 1) % count}") for number in range(count)}
    (ring,) = rings(clauses)
    assert len(ring) == count


def test_guessing_ends_but_every_fault_is_told() -> None:
    """A rule of nothing but faults is read in time: some ten thousand comparisons in, no more names are guessed."""
    facts = {f"fact-{number}": Fact("yes-no") for number in range(100)}
    names = [f"fcat-{number}" for number in range(300)]
    found = misuses(" and ".join(names), facts, ())
    assert [one.params["found"] for one in found] == names
    assert found[0].nearest is not None
    assert found[-1].nearest is None
