"""Reasoning about rules themselves: what follows from what, over all fully known organisations.

An organisation is *fully known* if every fact that the rules ask for is: a date to the day, a clause that only people
can judge by being attested. Then a rule answers yes or no, with one exception: a rule that names a winter, which is one
of two, is unknown of the days in either. So answers are compared as Kleene orders them, ``NO < UNKNOWN < YES``, and
whatever is said below of yes and no holds of winters too.

The answers come from finite abstraction (:mod:`idebur.rules.witnesses`) and are exact. The work is bounded, for the
questions are as hard as satisfiability (S. A. Cook, "The complexity of theorem-proving procedures", STOC 1971): what
would take more is *too large to decide*. Rules as agreements have them take some hundreds of steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from idebur.answers import Answer
from idebur.rules.formulas import TooLarge
from idebur.rules.language import Rule
from idebur.rules.terms import Terms
from idebur.rules.witnesses import (
    AT_LEAST_UNKNOWN,
    AT_MOST_UNKNOWN,
    NO,
    YES,
    Condition,
    Witness,
    find,
    there_is,
)

__all__ = [
    "WORK",
    "Reasoned",
    "always",
    "contradictory",
    "equivalent",
    "implies",
    "matters",
    "satisfiable",
    "some_such",
]

WORK = 200_000
"""How many steps may be taken, if nothing else is said: some tenths of a second."""


@frozen
class Reasoned:
    """What reasoning about rules came to; where that is unknown, *reason* says why."""

    answer: Answer
    witness: Witness | None = None
    """An organisation that shows it: to *satisfiable* of a yes, to the other questions of a no."""

    reason: str = ""
    """Why the answer is unknown: ``too-large``, to decide within the work that was allowed; otherwise ""."""


def implies(a: Rule, b: Rule, terms: Terms | None = None, *, work: int = WORK) -> Reasoned:
    """Whether every fully known organisation that *a* answers yes is answered yes by *b*.

    Exactly: whether no such organisation gets a greater answer from *a* than from *b*. A witness meets *a* and not *b*.

    Raises:
        NotationError: a rule says what cannot be said under *terms*.

    >>> implies(Rule.parse("members > 20"), Rule.parse("members >= 10")).answer
    <Answer.YES: 'yes'>
    >>> implies(Rule.parse("members >= 10"), Rule.parse("members > 20")).witness.facts["members"]
    10
    """
    known = _known(terms)
    return _none_such(_greater(Condition(a, known), Condition(b, known)), work)


def equivalent(a: Rule, b: Rule, terms: Terms | None = None, *, work: int = WORK) -> Reasoned:
    """Whether *a* and *b* answer every fully known organisation alike. A witness is answered differently.

    Raises:
        NotationError: as :func:`implies`.

    >>> equivalent(Rule.parse("not (democratic or joined)"), Rule.parse("not democratic and not joined")).answer
    <Answer.YES: 'yes'>
    """
    known = _known(terms)
    one, other = Condition(a, known), Condition(b, known)
    return _none_such([*_greater(one, other), *_greater(other, one)], work)


def contradictory(a: Rule, b: Rule, terms: Terms | None = None, *, work: int = WORK) -> Reasoned:
    """Whether no fully known organisation is answered yes by both. A witness meets both.

    Raises:
        NotationError: as :func:`implies`.

    >>> contradictory(Rule.parse("founded before 2020"), Rule.parse("founded after 2019")).answer
    <Answer.YES: 'yes'>
    """
    known = _known(terms)
    return _none_such([[Condition(a, known), Condition(b, known)]], work)


def always(rule: Rule, terms: Terms | None = None, *, work: int = WORK) -> Reasoned:
    """Whether every fully known organisation is answered yes. A witness is not.

    Raises:
        NotationError: as :func:`implies`.

    >>> always(Rule.parse("members < 10 or members >= 10")).answer
    <Answer.YES: 'yes'>
    """
    return _none_such([[Condition(rule, _known(terms), AT_MOST_UNKNOWN)]], work)


def satisfiable(rule: Rule, terms: Terms | None = None, *, work: int = WORK) -> Reasoned:
    """Whether some fully known organisation is answered yes: the witness.

    Raises:
        NotationError: as :func:`implies`.

    >>> satisfiable(Rule.parse("members > 10 and members < 10")).answer
    <Answer.NO: 'no'>
    """
    return some_such([[Condition(rule, _known(terms))]], work)


def matters(clause: str, rule: Rule, terms: Terms, *, work: int = WORK) -> Answer:
    """Whether *clause* makes a difference to *rule*; unknown where it is too large to decide.

    It makes none if the clause could as well be met by everybody, or as well by nobody: every fully known organisation
    would be answered the same.

    Raises:
        NotationError: as :func:`implies`.

    >>> from idebur.rules.facts import Clause
    >>> ten, five = (Clause(rule=Rule.parse(f"members > {number}")) for number in (10, 5))
    >>> matters("five", Rule.parse("ten and five"), Terms(clauses={"ten": ten, "five": five}))
    <Answer.NO: 'no'>
    """
    terms.require(rule)
    differs = Answer.YES
    for met in (True, False):
        as_it_is = Condition(rule, terms)
        supposed = Condition(rule, terms, supposed=(clause, met))
        try:
            found = there_is([*_greater(as_it_is, supposed), *_greater(supposed, as_it_is)], work)
        except TooLarge:
            differs &= Answer.UNKNOWN
        else:
            differs &= Answer.of(found)
    return differs


def _known(terms: Terms | None) -> Terms:
    return Terms() if terms is None else terms


def _greater(a: Condition, b: Condition) -> list[list[Condition]]:
    """The ways in which the rule of *a* can answer more than that of *b*."""
    return [
        [evolve(a, answers=YES), evolve(b, answers=AT_MOST_UNKNOWN)],
        [evolve(a, answers=AT_LEAST_UNKNOWN), evolve(b, answers=NO)],
    ]


def some_such(alternatives: Sequence[Sequence[Condition]], work: int = WORK) -> Reasoned:
    """Whether some fully known organisation meets all conditions of one of *alternatives*: the witness.

    Raises:
        NotationError: as :func:`implies`.
    """
    for rule, terms in dict.fromkeys((one.rule, one.terms) for conditions in alternatives for one in conditions):
        terms.require(rule)
    try:
        witness = find(alternatives, work)
    except TooLarge:
        return Reasoned(Answer.UNKNOWN, reason="too-large")
    return Reasoned(Answer.NO if witness is None else Answer.YES, witness)


def _none_such(alternatives: Sequence[Sequence[Condition]], work: int) -> Reasoned:
    found = some_such(alternatives, work)
    return evolve(found, answer=~found.answer)
