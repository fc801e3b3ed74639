"""What the names in a rule mean: the facts with their types, and the clauses with their rules and citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from idebur.absence import one_said
from idebur.errors import NotationError
from idebur.rules.facts import Clause, DeclaredFact, Fact, built_in_facts
from idebur.rules.language import DEEPEST, Named, Rule, references
from idebur.rules.misuses import Declared, misuses, rings
from idebur.vocabulary import Vocabularies

__all__ = ["Terms", "allowed"]

_HIGHEST = 3 * DEEPEST


def _as_given(clauses: Mapping[str, Clause]) -> Mapping[str, Clause]:
    return dict(clauses)


def _with_built_in(own: Mapping[str, Fact]) -> Mapping[str, Fact]:
    return {**built_in_facts(), **own}


@frozen(eq=False)
class Terms:
    """What the names in a rule mean, for one agreement; ``Terms()`` knows the built-in facts and no clause.

    *facts* are given beside the built-in ones, and may replace them. The citations of *clauses* are taken as they are:
    where they come from an agreement, with their documents filled in.

    Two are equal only if they are the same, for what was once worked out for a rule is kept with them.

    Raises:
        NotationError: ``clauses-in-a-ring``, where a clause rests on itself and so means nothing.

    >>> sorted(Terms().facts)[:3]
    ['democratic', 'form', 'founded']
    """

    facts: Mapping[str, Fact] = field(factory=dict, converter=_with_built_in)
    clauses: Mapping[str, Clause] = field(factory=dict, converter=_as_given)
    vocabularies: Vocabularies = field(factory=Vocabularies)
    worked_out: dict[Any, Any] = field(factory=dict, init=False, repr=False)
    """What has been worked out for rules under these terms, by whoever worked it out. Nothing depends on it."""

    def __attrs_post_init__(self) -> None:
        for ring in rings(self.rules):
            said = (*ring, ring[0])
            raise NotationError("clauses-in-a-ring", ", ".join(said), params={"ring": said})

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The clauses that have a rule, with it."""
        found = ((name, one_said(clause.rule)) for name, clause in self.clauses.items())
        return {name: rule for name, rule in found if rule is not None}

    @property
    def declared(self) -> Mapping[str, Declared]:
        """The facts as a rule is typed against them."""
        return {name: DeclaredFact(fact, self.vocabularies) for name, fact in self.facts.items()}

    def meaning(self, claim: Rule) -> Fact | Clause | None:
        """The fact or the clause that a single claim is about; ``None`` of a rule that joins others."""
        name = claim.name
        if name is None:
            return None
        return self.facts[name] if name in self.facts else self.clauses[name]

    def clause_of(self, claim: Rule) -> Clause | None:
        """The clause that a claim names, or ``None``."""
        meant = self.meaning(claim)
        return meant if isinstance(meant, Clause) else None

    def reached(self, rule: Rule) -> tuple[str, ...]:
        """The clauses that *rule* rests on, and those that they do, each after those that it rests on itself."""
        rules, done = self.rules, dict[str, None]()
        ways: list[tuple[str | None, Iterator[str]]] = [(None, iter(references(rule)))]  # no recursion: a chain is long
        while ways:
            name, left = ways[-1]
            following = next((one for one in left if one in self.clauses and one not in done), None)
            if following is not None:
                ways.append((following, iter(references(rules[following]) if following in rules else ())))
                continue
            ways.pop()
            if name is not None:
                done[name] = None
        return tuple(name for name in done if name not in self.facts)

    def require(self, rule: Rule) -> None:
        """Refuse a rule that says what cannot be said of these facts and clauses, itself or by way of a clause.

        Raises:
            NotationError: as :func:`~idebur.rules.misuses.misuses` finds it; or ``nested-too-deep``, where clauses rest
                on clauses so far down that a program might not come back up.
        """
        declared, rules, heights = self.declared, self.rules, dict[str, int]()
        named = [(name, rules[name]) for name in self.reached(rule) if name in rules]
        for name, one in (*named, (None, rule)):
            for fault in misuses(one, declared, self.clauses):
                raise fault
            height = _height(one, heights)
            if height > _HIGHEST:
                raise NotationError("nested-too-deep", name or "…", params={"limit": _HIGHEST})
            if name is not None:
                heights[name] = height


def _height(rule: Rule, clauses: Mapping[str, int]) -> int:
    """How many values lie under one another in *rule*, with the clauses that it names written out."""
    if isinstance(rule, Named):
        return 1 + clauses.get(rule.of, 0)
    return 1 + max((_height(part, clauses) for part in rule.parts), default=0)


def allowed(fact: Fact, terms: Terms) -> tuple[str, ...]:
    """The words that a fact may have, in the order in which they are declared; none means any."""
    words = dict.fromkeys(fact.values)
    vocabulary = one_said(fact.vocabulary)
    return tuple(words | dict.fromkeys(terms.vocabularies[vocabulary] if vocabulary is not None else ()))
