"""What is asked of each row: rules, with what the names in them mean."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from idebur.agreement import Agreement
from idebur.membership import rule_of_joining
from idebur.rules import Rule
from idebur.rules.facts import Clause, Fact
from idebur.rules.terms import Terms

__all__ = ["Question"]


@frozen(eq=False)
class Question:
    """A rule that every row is judged by, under the key by which its answers are found in the result.

    Raises:
        NotationError: the rule says what cannot be said under its terms.
    """

    key: str
    rule: Rule
    terms: Terms = field(factory=Terms)
    agreement: Agreement | None = None
    """The agreement that the rule is from, by whose words the reasons are told."""

    def __attrs_post_init__(self) -> None:
        self.terms.require(self.rule)

    @staticmethod
    def joining(agreement: Agreement, version: str | None = None) -> Question:
        """Whether one may join *agreement*, as :func:`~idebur.membership.may_join` asks of one organisation.

        Raises:
            UnknownKey: there is no such version.
        """
        rule, terms = rule_of_joining(agreement, version)
        return Question(agreement.agreement, rule, terms, agreement)

    def claims(self) -> Iterator[Rule]:
        """Give every claim about a fact or a clause that only people can judge, also in the clauses it rests on."""
        rules = self.terms.rules
        for one in (self.rule, *(rules[name] for name in self.terms.reached(self.rule) if name in rules)):
            for claim in _claims(one):
                if claim.name in self.terms.facts or claim.name not in rules:
                    yield claim

    def fact(self, name: str) -> Fact | None:
        """The fact of this name; for a clause that only people can judge, one of yes and no."""
        if name in self.terms.facts:
            return self.terms.facts[name]
        clause: Clause | None = self.terms.clauses.get(name)
        return None if clause is None or name in self.terms.rules else Fact(type="yes-no")


def _claims(rule: Rule) -> Iterator[Rule]:
    if rule.name is not None:
        yield rule
    for part in rule.parts:
        yield from _claims(part)
