"""Who could join one agreement and not another."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from idebur.absence import exists, one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.membership import joining, terms_of
from idebur.rules.facts import Fact
from idebur.rules.language import Rule, any_of, references
from idebur.rules.logic import WORK, Reasoned, some_such
from idebur.rules.terms import Terms
from idebur.rules.witnesses import AT_MOST_UNKNOWN, YES, Condition, allowed

__all__ = ["Differing", "JoiningCompared", "compare_joining", "joining_rule"]


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

    first: str
    second: str
    rules: tuple[Rule | None, Rule | None]
    """What one must be to join each; ``None`` where it is not said."""

    only_first: Reasoned
    only_second: Reasoned
    both: Reasoned
    neither: Reasoned
    differing: tuple[Differing, ...] = ()
    """The facts that both ask for and declare differently."""


def joining_rule(agreement: Agreement) -> Rule | None:
    """What one must be to join in one of the ways there are; ``None`` where it is not said of any of them.

    Where joining is open to nobody, by the text itself, it is ``never``.
    """
    ways = joining(agreement)
    said = [rule for rule in (one_said(way.open_to) for way in ways) if rule is not None]
    if not said:
        denied = bool(ways) and all(exists(way.open_to) is Answer.NO for way in ways)
        return any_of() if denied else None
    return any_of(*said)


def compare_joining(first: Agreement, second: Agreement, *, work: int = WORK) -> JoiningCompared:
    """Find who could join *first* and not *second*, the reverse, both, and neither.

    Facts of the same key mean the same in both; the judgement on a clause without a rule is each agreement's own. An
    answer is unknown where an agreement does not say who may join (``not-said``), where both ask for a fact that is of
    different types (``facts-differ``), and where it is too large to decide within so much *work* (``too-large``).

    Raises:
        NotationError: a rule says what cannot be said of the facts of its agreement.
    """
    rules = joining_rule(first), joining_rule(second)
    one, other = rules
    sides = terms_of(first), terms_of(second)
    if one is None or other is None:
        unknown = (Reasoned(Answer.UNKNOWN, reason="not-said"),) * 4
        return JoiningCompared(first.agreement, second.agreement, rules, *unknown)
    differing = tuple(_differing(_facts(one, sides[0]), _facts(other, sides[1]), sides))
    if not all(fact.is_comparable for fact in differing):
        unknown = (Reasoned(Answer.UNKNOWN, reason="facts-differ"),) * 4
        return JoiningCompared(first.agreement, second.agreement, rules, *unknown, differing)

    def somebody(mine: frozenset[Answer], theirs: frozenset[Answer]) -> Reasoned:
        return some_such([[Condition(one, sides[0], mine), Condition(other, sides[1], theirs, side=1)]], work)

    return JoiningCompared(
        first.agreement,
        second.agreement,
        rules,
        only_first=somebody(YES, AT_MOST_UNKNOWN),
        only_second=somebody(AT_MOST_UNKNOWN, YES),
        both=somebody(YES, YES),
        neither=somebody(AT_MOST_UNKNOWN, AT_MOST_UNKNOWN),
        differing=differing,
    )


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
