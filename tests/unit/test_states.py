"""A state as it results, worked by hand: what an amendment leaves standing, what it ends by what, what it denies."""

from __future__ import annotations

from typing import Any

import pytest

from idebur.absence import Absence
from idebur.agreement import Agreement
from idebur.checks import subjects
from idebur.errors import UnknownKey
from idebur.states import chain, consists_of, is_otherwise, lay

BASE: dict[str, Any] = {"one": {"rule": "democratic"}, "two": {"rule": "independent"}}


def agreement(*changes: Any, **sections: Any) -> Agreement:
    """Amendments ``v0``, ``v1`` … each of the one before it, the first of the present."""
    versions = {
        f"v{number}": {"amends": f"v{number - 1}" if number else "present", "clauses": change}
        for number, change in enumerate(changes)
    }
    return Agreement.model_validate({"agreement": "a", "clauses": BASE, "versions": versions, **sections})


@pytest.mark.parametrize(
    ("changes", "standing", "ended", "denied"),
    [
        ([], {"one": "", "two": ""}, {}, []),
        ([{"one": "none"}], {"two": ""}, {"one": "none"}, ["one"]),
        ([{"one": "not-said"}], {"one": "", "two": ""}, {}, []),
        (["none"], {}, {"one": "none", "two": "none"}, [""]),
        (["not-said"], {"one": "", "two": ""}, {}, []),
        ([{"one": {"rule": "always"}}], {"one": "v0", "two": ""}, {}, []),
        ([{"new": {"replaces": "one"}}], {"two": "", "new": "v0"}, {"one": "new"}, []),
        ([{"one": {"replaces": "one"}}], {"one": "v0", "two": ""}, {}, []),
        ([{"one": {"replaces": "two"}}], {"one": "v0"}, {"two": "one"}, []),
        ([{"one": {"replaces": "two"}, "two": {"replaces": "one"}}], {"one": "v0", "two": "v0"}, {}, []),
        ([{"one": "none"}, {"two": {}}], {"two": "v1"}, {"one": "none"}, ["one"]),
        ([{"one": "none"}, {"one": {}}], {"one": "v1", "two": ""}, {}, []),
        (["none", {"three": {}}], {"three": "v1"}, {"one": "none", "two": "none"}, [""]),
        ([{"new": {"replaces": "one"}}, {"new": "none"}], {"two": ""}, {"one": "new", "new": "none"}, ["new"]),
        ([{"three": "none"}], {"one": "", "two": ""}, {}, ["three"]),
    ],
)
def test_an_amendment_laid_over_what_it_amends(
    changes: list[Any], standing: dict[str, str], ended: dict[str, str], denied: list[str]
) -> None:
    one = agreement(*changes)
    last = f"v{len(changes) - 1}" if changes else None
    laid = lay(consists_of(one, last), lambda content: content.clauses)
    assert {key: ".".join(map(str, path[1:])) for key, (path, _) in laid.standing.items()} == standing
    by = {key: what.by.said if isinstance(what.by, Absence) else what.by for key, what in laid.ended.items()}
    assert by == ended
    assert list(laid.denied) == denied
    # a check sees the state so too
    subject = list(subjects(one))[-1]
    assert dict(subject.state(lambda content: content.clauses)) == dict(laid.elements)


def test_an_amendment_that_denies_a_section_ends_all_that_stood_in_it() -> None:
    subject = list(subjects(agreement({"new": {"replaces": "one"}}, "none")))[-1]
    assert subject.ended("clauses") == {"two": ("clauses",), "new": ("clauses",)}


def test_what_a_state_consists_of() -> None:
    one = agreement(versions={"whole": {}, "a": {"amends": "whole"}, "b": {"amends": "a"}, "c": {"amends": "present"}})
    assert [path for path, _ in consists_of(one, "b")] == [("versions", "whole"), ("versions", "a"), ("versions", "b")]
    assert [path for path, _ in consists_of(one, "c")] == [(), ("versions", "c")]
    assert [path for path, _ in consists_of(one, None)] == [path for path, _ in consists_of(one, "present")] == [()]
    assert chain(one, "present") == ()
    with pytest.raises(UnknownKey):
        chain(one, "d")


def test_amendments_in_a_ring_come_to_an_end() -> None:
    one = agreement(versions={"a": {"amends": "b"}, "b": {"amends": "a"}})
    assert chain(one, "a") == ("b", "a")


@pytest.mark.parametrize(
    ("status", "around", "expected"),
    [
        (None, None, False),
        (None, "proposed", False),
        ("in-force", "proposed", False),
        ("proposed", None, True),
        ("proposed", "in-force", True),
        ("proposed", "planned", False),  # neither is yet
        ("proposed", "past", True),
        ("past", "past", False),
        ("past", "proposed", True),
    ],
)
def test_an_element_of_another_time_than_its_state(status: str | None, around: str | None, expected: bool) -> None:
    clause = {"one": {} if status is None else {"status": status}}
    one = agreement(clauses=clause, **({} if around is None else {"status": around}))
    assert is_otherwise(one.clauses["one"], one, one.vocabularies) is expected
