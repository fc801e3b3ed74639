"""X-02: may it join each of the two agreements, and why — worked out by hand from the texts, clause by clause.

Östergötland (three documents say the same): whoever has a regional perspective, builds on democratic values and is
organisationally independent of the public sector. Blekinge (anslutning.1): civil-society organisations that support
democratic values, and public actors.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.files import load_all
from idebur.membership import may_join, rule_of_joining
from idebur.organisations import Organisation
from idebur.rules.changes import changes

EXAMPLES = Path(__file__).parents[2] / "examples"
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN

REGIONAL = {"sector": "civil-society", "scope": ["regional"], "democratic": True, "independent": True}
MUNICIPAL = {**REGIONAL, "scope": ["municipal"]}
MUNICIPALITY = {
    "sector": "public",
    "form": "municipality",
    "scope": ["municipal"],
    "democratic": True,
    "independent": False,
    "public-owned": True,
}
UNSAID = {name: value for name, value in REGIONAL.items() if name != "independent"}


@pytest.fixture(scope="module")
def both() -> Mapping[str, Agreement]:
    return load_all(EXAMPLES / "blekinge", EXAMPLES / "ostergotland")


def _organisation(facts: Mapping[str, Any]) -> Organisation:
    return Organisation.model_validate({"organisation": "asked", "facts": dict(facts)})


@pytest.mark.parametrize(
    ("agreement", "facts", "expected", "clauses"),
    [
        # All three conditions hold.
        ("ostergotland", REGIONAL, YES, {"regional-perspective": YES, "democratic-values": YES, "free-standing": YES}),
        # It works in one municipality only, and so has no regional perspective; the other two do not help.
        ("ostergotland", MUNICIPAL, NO, {"regional-perspective": NO, "democratic-values": YES, "free-standing": YES}),
        # A municipality has no regional perspective, and is itself the public sector.
        ("ostergotland", MUNICIPALITY, NO, {"regional-perspective": NO, "democratic-values": YES, "free-standing": NO}),
        # Nothing speaks against it, but its independence is asked for and not known.
        (
            "ostergotland",
            UNSAID,
            UNKNOWN,
            {"regional-perspective": YES, "democratic-values": YES, "free-standing": UNKNOWN},
        ),
        # Civil society and democratic; it need not be a public actor too.
        ("blekinge", REGIONAL, YES, {"democratic-organisation": YES, "public-actor": NO}),
        # Blekinge asks for no level.
        ("blekinge", MUNICIPAL, YES, {"democratic-organisation": YES, "public-actor": NO}),
        # A public actor; that it is no civil-society organisation does not matter.
        ("blekinge", MUNICIPALITY, YES, {"democratic-organisation": NO, "public-actor": YES}),
        # Blekinge does not ask for independence.
        ("blekinge", UNSAID, YES, {"democratic-organisation": YES, "public-actor": NO}),
    ],
)
def test_who_may_join(
    both: Mapping[str, Agreement], agreement: str, facts: dict[str, Any], expected: Answer, clauses: dict[str, Answer]
) -> None:
    verdict = may_join(both[agreement], _organisation(facts))
    assert verdict.answer is expected
    found = {one.clause: one.answer for one in verdict.walk() if one.clause not in (None, "procedures.joining")}
    assert found == clauses


@pytest.mark.parametrize(
    ("agreement", "facts", "decisive", "places"),
    [
        (
            "ostergotland",
            MUNICIPAL,
            ["regional-perspective"],
            ["ostergotland-web#vilka.1", "ostergotland-process-2018#vilka.1", "ostergotland-2025#parter.sektor"],
        ),
        ("ostergotland", MUNICIPALITY, ["regional-perspective", "free-standing"], None),
        (
            "ostergotland",
            UNSAID,
            ["free-standing"],
            ["ostergotland-web#vilka.1", "ostergotland-process-2018#vilka.1", "ostergotland-2025#parter.sektor.1"],
        ),
        ("blekinge", REGIONAL, ["democratic-organisation"], ["blekinge#anslutning.1"]),
        ("blekinge", MUNICIPALITY, ["public-actor"], ["blekinge#anslutning.1"]),
    ],
)
def test_which_clause_decided_and_where_it_stands(
    both: Mapping[str, Agreement],
    agreement: str,
    facts: dict[str, Any],
    decisive: list[str],
    places: list[str] | None,
) -> None:
    verdict = may_join(both[agreement], _organisation(facts))
    assert [one.clause for one in verdict.decisive] == decisive
    if places is not None:
        assert [str(cite.at) for cite in verdict.decisive[0].cites] == places


def test_what_is_missing_and_what_would_turn_it(both: Mapping[str, Agreement]) -> None:
    """A municipality would have to become independent of itself; to a region it is enough to know."""
    rule, terms = rule_of_joining(both["ostergotland"])
    assert may_join(both["ostergotland"], _organisation(UNSAID)).missing == ("independent",)
    proposed = {
        name: [(one.facts, one.to_find_out) for one in changes(rule, _organisation(facts), terms)]
        for name, facts in (("unsaid", UNSAID), ("municipal", MUNICIPAL), ("municipality", MUNICIPALITY))
    }
    assert proposed == {
        "unsaid": [(("independent",), True)],
        "municipal": [(("scope",), False)],
        "municipality": [(("scope", "independent"), False)],
    }


def test_the_sector_is_asked_for_in_blekinge_and_either_answer_would_do(both: Mapping[str, Agreement]) -> None:
    """Of the row as it is put, with the sector not known: it has to be found out; it cannot be changed."""
    asked = _organisation({"scope": ["regional"], "democratic": True, "independent": True})
    verdict = may_join(both["blekinge"], asked)
    assert (verdict.answer, verdict.missing) == (UNKNOWN, ("sector",))
    rule, terms = rule_of_joining(both["blekinge"])
    (one,) = changes(rule, asked, terms)
    assert [[str(claim) for change in way for claim in change.needed] for way in one.ways] == [
        ["sector is civil-society"],
        ["sector is public"],
    ]
    assert one.to_find_out
    assert may_join(both["ostergotland"], asked).answer is YES


def test_a_business_can_do_nothing_about_blekinge(both: Mapping[str, Agreement]) -> None:
    """Its sector decides, and no organisation can change that."""
    asked = _organisation({"sector": "business", "democratic": True})
    rule, terms = rule_of_joining(both["blekinge"])
    assert may_join(both["blekinge"], asked).answer is NO
    assert changes(rule, asked, terms) == ()
