"""Near misses: what is proposed, in which order, and when it is too much."""

from __future__ import annotations

from typing import Any

import pytest

from idebur.errors import IdeburError
from idebur.organisations import Organisation
from idebur.rules import Named, Rule
from idebur.rules.changes import Change, ChangeSet, TooManyWays, changes
from idebur.rules.facts import Clause, Fact
from idebur.rules.terms import Terms


def found(rule: str, facts: dict[str, Any], terms: Terms | None = None, limit: int = 10) -> tuple[ChangeSet, ...]:
    organisation = Organisation.model_validate({"organisation": "choir", "facts": facts})
    return changes(Rule.parse(rule), organisation, terms, limit=limit)


def told(sets: tuple[ChangeSet, ...]) -> list[list[str]]:
    """Every way of every set as one text."""
    return [
        [" & ".join(f"{one.how} {one.name}: {', '.join(map(str, one.needed))}" for one in way) for way in a_set.ways]
        for a_set in sets
    ]


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        ("democratic", {"democratic": True}, []),
        ("democratic", {"democratic": False}, [["change democratic: democratic"]]),
        ("democratic", {}, [["find-out democratic: democratic"]]),
        ("not democratic", {"democratic": True}, [["change democratic: not democratic"]]),
        ("never", {}, []),
        ("sector is public", {"sector": "academia"}, []),
        ("sector is public", {}, [["find-out sector: sector is public"]]),
        ("sector is public and democratic", {"sector": "academia"}, []),
        (
            "sector is public or democratic",
            {"sector": "academia", "democratic": False},
            [["change democratic: democratic"]],
        ),
        (
            "members >= 10 and members < 50 and members >= 5",
            {"members": 3},
            [["change members: members < 50, members >= 10"]],
        ),
        (
            "scope includes local and scope includes regional",
            {"scope": ["local"]},
            [["change scope: scope includes local, scope includes regional"]],
        ),
        (
            "scope includes local or scope includes regional",
            {"scope": ["national"]},
            [["change scope: scope includes local", "change scope: scope includes regional"]],
        ),
        ("members >= 10 or members >= 20", {"members": 3}, [["change members: members >= 10"]]),
        ("members >= 10 or not members < 10", {}, [["find-out members: members >= 10"]]),
        (
            "democratic and (independent or members >= 10)",
            {"democratic": False, "independent": False},
            [
                ["change democratic: democratic & change independent: independent"],
                ["change democratic: democratic & find-out members: members >= 10"],
            ],
        ),
        (
            "at least 2 of (democratic, independent, joined)",
            {"democratic": False, "independent": True, "joined": False},
            [["change democratic: democratic"], ["change joined: joined"]],
        ),
        ("founded before 1990", {"founded": "2001-05-03"}, []),
        ("founded before 1990", {}, [["find-out founded: founded before 1990"]]),
        ("founded before 1990-05", {"founded": 1990}, [["find-out founded: founded before 1990-05"]]),
        ("founded before 1990 and democratic", {"founded": 1999}, []),
    ],
)
def test_what_is_proposed(rule: str, facts: dict[str, Any], expected: list[list[str]]) -> None:
    assert told(found(rule, facts)) == expected


def test_a_smaller_set_comes_first_and_no_set_holds_another() -> None:
    sets = found("(democratic and independent) or (joined and members >= 3 and not public-owned) or members = 7", {})
    assert [one.facts for one in sets] == [
        ("members",),
        ("democratic", "independent"),
    ]


def test_no_more_sets_than_asked_for() -> None:
    rule = " or ".join(f"f{n}" for n in range(20))
    terms = Terms({f"f{n}": Fact() for n in range(20)})
    assert len(found(rule, {}, terms, limit=3)) == 3
    assert len(found(rule, {}, terms, limit=100)) == 20


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        ("members >= 10", 8, 10),
        ("members <= 10", 60, 10),
        ("scope includes regional", ("municipal", "local"), ("regional",)),
        ("scope includes regional and scope includes local", ("local",), ("regional", "local")),
        ("not scope includes regional and scope includes local", ("regional", "local"), ("local",)),
        ("form is network", "association", "network"),
    ],
)
def test_the_value_that_would_do_lies_near_to_what_is(rule: str, value: Any, expected: Any) -> None:
    name = rule.removeprefix("not ").split()[0]
    ((way,),) = (one.ways for one in found(rule, {name: value}))
    assert way[0].value == expected


def test_a_date_that_can_be_changed_is_first_looked_for_within_what_is_known() -> None:
    terms = Terms({"renewed": Fact(type="date")})
    within = found("renewed after 2020-05", {"renewed": 2020}, terms)
    assert told(within) == [["find-out renewed: renewed after 2020-05"]]
    outside = found("renewed after 2020-05", {"renewed": 2018}, terms)
    assert told(outside) == [["change renewed: renewed after 2020-05"]]
    day = found("renewed after 2020-05", {"renewed": "2018-03-01"}, terms)
    assert told(day) == [["change renewed: renewed after 2020-05"]]


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        (
            "renewed before 2019 or renewed between 2020-01 and 2020-03",
            {"renewed": 2020},
            ["find-out renewed: renewed between 2020-01 and 2020-03", "change renewed: renewed before 2019"],
        ),
        (
            "scope includes regional or scope includes national or scope includes local",
            {"scope": ["international"]},
            [
                "change scope: scope includes local",
                "change scope: scope includes national",
                "change scope: scope includes regional",
            ],
        ),
    ],
)
def test_what_only_has_to_be_found_out_comes_first_and_then_the_ways_by_their_text(
    rule: str, facts: dict[str, Any], expected: list[str]
) -> None:
    assert told(found(rule, facts, Terms({**Terms().facts, "renewed": Fact(type="date")}))) == [expected]


def test_a_clause_that_only_people_can_judge_is_to_be_attested() -> None:
    terms = Terms(clauses={"takes-part": Clause()})
    (one,) = found("takes-part", {}, terms)
    assert one.ways == ((Change("takes-part", "attest", None, (Named("takes-part"),), True),),)
    assert one.to_find_out
    refused = Organisation.model_validate({"organisation": "x", "attested": {"takes-part": {"said": False}}})
    (other,) = changes(Named("takes-part"), refused, terms)
    assert other.ways[0][0].how == "change"
    assert not other.to_find_out


def test_a_clause_that_is_named_twice_is_looked_at_once() -> None:
    terms = Terms(clauses={"good": Clause(rule=Rule.parse("democratic and members >= 3"))})
    sets = found("(good or joined) and (good or independent)", {"democratic": True}, terms)
    assert told(sets) == [
        ["find-out members: members >= 3"],
        ["find-out joined: joined & find-out independent: independent"],
    ]


def test_too_many_words_of_one_fact_are_too_much() -> None:
    terms = Terms({"tags": Fact(type="words")})
    rule = " and ".join(f"tags includes w{n}" for n in range(13))
    with pytest.raises(TooManyWays, match="14 words"):
        found(rule, {}, terms)


def test_too_many_ways_of_changing_the_same_facts_are_too_much() -> None:
    """At least 8 of 16, each met in one of two ways by the same fact."""
    terms = Terms({f"n{k}": Fact(type="number") for k in range(16)})
    parts = ", ".join(f"n{k} < 1 or n{k} > 5" for k in range(16))
    with pytest.raises(TooManyWays, match="ways of changing"):
        found(f"at least 16 of ({parts})", {}, terms)


def test_too_many_sets_are_too_much() -> None:
    """At least 12 of 24: there are 2,704,156 such sets, and none of them is small."""
    names = [f"f{k}" for k in range(24)]
    with pytest.raises(IdeburError, match="sets of facts"):
        found(f"at least 12 of ({', '.join(names)})", {}, Terms(dict.fromkeys(names, Fact())))
