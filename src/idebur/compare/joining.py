"""Who could join one agreement and not another."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.membership import rule_of_joining
from idebur.rules.facts import Clause, Fact
from idebur.rules.language import Rule, all_of, any_of, references
from idebur.rules.logic import WORK, Reasoned, some_such
from idebur.rules.terms import Terms, allowed
from idebur.rules.witnesses import AT_MOST_UNKNOWN, YES, Condition

__all__ = ["Differing", "JoiningCompared", "compare_joining"]


@frozen
class Differing:
    """A fact that both agreements ask for by the same key, and declare differently."""

    fact: str
    types: tuple[str, str]
    words: tuple[tuple[str, ...], tuple[str, ...]]
    """The words that it may have in each; none means any."""

    @property
    def is_comparable(self) -> bool:
        """Whether it is of the same type in both: the words of each are then taken together."""
        return self.types[0] == self.types[1]


@frozen
class JoiningCompared:
    """Who could join which of two agreements, over all fully known organisations.

    Each answer says whether there is such an organisation, and then has a witness. Its facts hold for both agreements;
    its attested clauses come first for the one, then for the other.
    """

    only_first: Reasoned
    only_second: Reasoned
    both: Reasoned
    neither: Reasoned
    differing: tuple[Differing, ...] = ()
    """The facts that both ask for and declare differently."""

    silent: tuple[str, ...] = ()
    """The agreements, by key, whose text does not say to whom a way of joining is open, or names no way at all."""


def compare_joining(
    first: Agreement,
    second: Agreement,
    *,
    versions: tuple[str | None, str | None] = (None, None),
    work: int = WORK,
) -> JoiningCompared:
    """Find who could join *first* and not *second*, the reverse, both, and neither.

    Facts of the same key mean the same in both; the judgement on a clause without a rule is each agreement's own. Where
    the text does not say who may join, there is nothing to judge by: what holds whatever it might have said is
    answered, and the rest is unknown (``not-said``). An answer is also unknown where both ask for a fact that is of
    different types (``facts-differ``), and where it is too large to decide within so much *work* (``too-large``).
    *versions* asks for other states than the present ones.

    Raises:
        UnknownKey: there is no such version.
        NotationError: a rule says what cannot be said of the facts of its agreement.
    """
    one, own = rule_of_joining(first, versions[0])
    other, others = rule_of_joining(second, versions[1])
    asked = ((first.agreement, one, own), (second.agreement, other, others))
    silent = tuple(dict.fromkeys(key for key, rule, terms in asked if any(_not_said(rule, terms))))
    differing = tuple(_differing(_facts(one, own), _facts(other, others), (own, others)))
    if not all(fact.is_comparable for fact in differing):
        unknown = Reasoned(Answer.UNKNOWN, reason="facts-differ")
        return JoiningCompared(unknown, unknown, unknown, unknown, differing, silent)

    sides = (one, _supposed(one, own)), (other, _supposed(other, others))

    def somebody(*wanted: frozenset[Answer]) -> Reasoned:
        surely, perhaps = (
            [
                Condition(rule, low if (answers is YES) is certain else high, answers, side=side)
                for side, ((rule, (low, high)), answers) in enumerate(zip(sides, wanted, strict=True))
            ]
            for certain in (True, False)
        )
        found = some_such([surely], work)
        if found.answer is not Answer.NO or not silent:
            return found
        possible = some_such([perhaps], work)
        return Reasoned(Answer.UNKNOWN, reason="not-said") if possible.answer is Answer.YES else possible

    return JoiningCompared(
        only_first=somebody(YES, AT_MOST_UNKNOWN),
        only_second=somebody(AT_MOST_UNKNOWN, YES),
        both=somebody(YES, YES),
        neither=somebody(AT_MOST_UNKNOWN, AT_MOST_UNKNOWN),
        differing=differing,
        silent=silent,
    )


def _not_said(rule: Rule, terms: Terms) -> Iterator[str]:
    """The ways of joining of which the text does not say to whom they are open."""
    return (name for name in references(rule) if name in terms.clauses and name not in terms.rules)


def _supposed(rule: Rule, terms: Terms) -> tuple[Terms, Terms]:
    """The terms if the ways that the text is silent about were open to nobody, and if they were to everybody."""
    silent = tuple(_not_said(rule, terms))
    if not silent:
        return terms, terms
    nobody, everybody = (
        Terms(terms.facts, {**terms.clauses, **dict.fromkeys(silent, Clause(rule=supposed))}, terms.vocabularies)
        for supposed in (any_of(), all_of())
    )
    return nobody, everybody


def _facts(rule: Rule, terms: Terms) -> dict[str, Fact]:
    """The facts that a rule comes down to."""
    rules = terms.rules
    asked = [rule, *(rules[clause] for clause in terms.reached(rule) if clause in rules)]
    return {name: terms.facts[name] for one in asked for name in references(one) if name in terms.facts}


def _differing(mine: dict[str, Fact], theirs: dict[str, Fact], sides: tuple[Terms, Terms]) -> Iterator[Differing]:
    for name, fact in mine.items():
        other = theirs.get(name)
        if other is not None:
            words = allowed(fact, sides[0]), allowed(other, sides[1])
            types = fact.type, other.type
            if types[0] != types[1] or set(words[0]) != set(words[1]):
                yield Differing(name, types, words)
