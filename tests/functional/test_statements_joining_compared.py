"""X-03: which organisations could join Blekinge but not Östergötland, and the reverse.

Worked by hand from the two files. Blekinge is open to a civil-society organisation that is democratic, and to any
public actor; nothing is asked of where it works or of its independence. Östergötland is open to whoever works on the
regional level, is democratic, and is independent of the public sector; nothing is asked of the sector. So:

* only Blekinge: a public actor, or a democratic civil-society organisation, that lacks one of the three;
* only Östergötland: an organisation with all three that is of another sector than these two;
* both: an organisation with all three, of one of the two sectors;
* neither: for instance an undemocratic one of civil society.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.compare.joining import JoiningCompared, compare_joining
from idebur.files import load_all
from idebur.membership import may_join, rule_of_joining, terms_of
from idebur.organisations import Organisation
from idebur.rules import parse_rule
from idebur.rules.logic import Reasoned, equivalent, implies
from idebur.vocabulary import Vocabularies

EXAMPLES = Path(__file__).parents[2] / "examples"
YES, NO = Answer.YES, Answer.NO


@pytest.fixture(scope="module")
def both() -> Mapping[str, Agreement]:
    return load_all(EXAMPLES / "blekinge", EXAMPLES / "ostergotland")


@pytest.fixture(scope="module")
def compared(both: Mapping[str, Agreement]) -> JoiningCompared:
    return compare_joining(both["blekinge"], both["ostergotland"])


def joins(reasoned: Reasoned, both: Mapping[str, Agreement], *, only: bool = False) -> tuple[Answer, Answer]:
    """Whether the witness may join each, by a file of its own; with *only*, no more is known than what is named."""
    assert reasoned.witness is not None
    assert not any(reasoned.witness.attested)
    facts = {
        name: value for name, value in reasoned.witness.facts.items() if name in reasoned.witness.because or not only
    }
    organisation = Organisation.model_validate({"organisation": "witness", "facts": facts})
    first, second = (may_join(both[name], organisation).answer for name in ("blekinge", "ostergotland"))
    return first, second


def by_hand(sector: str, regional: bool, democratic: bool, independent: bool) -> tuple[bool, bool]:
    """The two conditions, as read in the files by a person."""
    blekinge = sector == "public" or (sector == "civil-society" and democratic)
    return blekinge, regional and democratic and independent


@pytest.mark.parametrize(
    ("group", "blekinge", "ostergotland"),
    [("only_first", YES, NO), ("only_second", NO, YES), ("both", YES, YES), ("neither", NO, NO)],
)
def test_x_03_there_is_somebody_in_each_group(
    both: Mapping[str, Agreement], compared: JoiningCompared, group: str, blekinge: Answer, ostergotland: Answer
) -> None:
    """The witness is what it is said to be, by the judge and by hand; what is named of it is enough."""
    reasoned: Reasoned = getattr(compared, group)
    assert reasoned.answer is YES
    assert joins(reasoned, both) == (blekinge, ostergotland)
    assert joins(reasoned, both, only=True) == (blekinge, ostergotland)
    assert reasoned.witness is not None
    facts = reasoned.witness.facts
    assert set(facts) == {"sector", "scope", "democratic", "independent"}
    regional = facts["scope"] == ("regional",)
    found = by_hand(str(facts["sector"]), regional, facts["democratic"] is True, facts["independent"] is True)
    assert found == (blekinge is YES, ostergotland is YES)


def test_x_03_whoever_could_join_only_ostergotland_is_of_another_sector(
    both: Mapping[str, Agreement], compared: JoiningCompared
) -> None:
    """Of that group every organisation is neither public nor of civil society, not the witness alone."""
    assert compared.only_second.witness is not None
    assert compared.only_second.witness.facts["sector"] not in ("public", "civil-society")
    terms = terms_of(both["ostergotland"])
    joining = parse_rule("regional-perspective and democratic-values and free-standing")
    known = parse_rule("sector is any of (public, civil-society)")
    blekinge = parse_rule("(sector is civil-society and democratic) or sector is public")
    assert implies(joining & known, blekinge, terms).answer is YES
    assert implies(joining, blekinge, terms).answer is NO


def test_x_03_the_rules_are_those_worked_by_hand(both: Mapping[str, Agreement]) -> None:
    """Each agreement's own rule, by way of its procedures and clauses, comes to the one in the text above."""
    expected = {
        "blekinge": "(sector is civil-society and democratic) or sector is public",
        "ostergotland": "scope includes regional and democratic and independent",
    }
    for name, text in expected.items():
        rule, terms = rule_of_joining(both[name])
        assert equivalent(rule, parse_rule(text), terms).answer is YES


def test_x_03_every_combination_of_facts_falls_where_it_does_by_hand(both: Mapping[str, Agreement]) -> None:
    either = (True, False)
    for sector, regional, democratic, independent in product(Vocabularies()["sector"], either, either, either):
        scope = ["regional" if regional else "local"]
        facts = {"sector": sector, "scope": scope, "democratic": democratic, "independent": independent}
        organisation = Organisation.model_validate({"organisation": "one", "facts": facts})
        found = tuple(may_join(both[name], organisation).answer for name in ("blekinge", "ostergotland"))
        assert found == tuple(map(Answer.of, by_hand(sector, regional, democratic, independent)))


def test_x_03_the_same_facts_are_declared_alike(compared: JoiningCompared) -> None:
    assert compared.differing == ()


def test_compared_the_other_way_round_the_groups_change_places(both: Mapping[str, Agreement]) -> None:
    turned = compare_joining(both["ostergotland"], both["blekinge"])
    assert turned.only_first.answer is turned.only_second.answer is YES
    assert joins(turned.only_first, both) == (NO, YES)
    assert joins(turned.only_second, both) == (YES, NO)


def test_nobody_could_join_an_agreement_and_not_the_same(both: Mapping[str, Agreement]) -> None:
    for agreement in both.values():
        alike = compare_joining(agreement, agreement)
        assert (alike.only_first.answer, alike.only_second.answer) == (NO, NO)
        assert (alike.both.answer, alike.neither.answer) == (YES, YES)
    states = compare_joining(both["ostergotland"], both["ostergotland"], versions=(None, "2018"))
    assert (states.only_first.answer, states.only_second.answer) == (NO, NO)
