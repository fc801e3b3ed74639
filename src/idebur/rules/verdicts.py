"""A verdict: the answer to a rule about one organisation, as a tree shaped like the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NoReturn

from attrs import field, frozen

from idebur.answers import Answer
from idebur.citations import Cites
from idebur.errors import Undecided
from idebur.rules.language import Not, Point, Rule

if TYPE_CHECKING:
    from idebur.organisations import Attested, Value

__all__ = ["Needed", "Verdict"]


@frozen
class Needed:
    """What a single claim asks of a fact, as data.

    *how* is ``is`` (one of the values), ``includes-any``, ``includes-all``, a sign (``=``, ``<`` …), ``before``,
    ``after`` or ``between`` (two values, both included).
    """

    how: str
    values: tuple[bool | str | Point, ...]


@frozen
class Verdict:
    """The answer to a rule, and what it rests on.

    There is no ``bool(verdict)``: compare :attr:`answer` with the answer you mean.
    """

    rule: Rule
    answer: Answer
    because: tuple[Verdict, ...] = ()
    """The verdicts on the parts of the rule, in their order; of a clause that has a rule, the verdict on that."""

    clause: str | None = None
    """The clause that the claim names."""

    cites: Cites = field(factory=Cites)
    """Where the clause stands, with the document filled in."""

    fact: str | None = None
    """The fact that the claim is about."""

    found: Value | None = None
    """The value that the fact has; ``None`` where it is not known."""

    needed: Needed | None = None
    """What the claim asks of the fact."""

    attested: Attested | None = None
    """Who says so, and when: of the value, or of the clause.

    Of a clause that has a rule this is kept, but decides nothing: the rule does.
    """

    def __bool__(self) -> NoReturn:
        """Refuse: a verdict can be unknown.

        Raises:
            Undecided: always.
        """
        raise Undecided("a verdict is one of three answers; compare its answer with Answer.YES, NO or UNKNOWN")

    @property
    def reasons(self) -> tuple[Verdict, ...]:
        """Those of :attr:`because` that decided: each of the others could turn, and the answer would stand.

        Of a *no* by *and* they are the parts that answer no, of a *yes* by *or* those that answer yes; of an unknown
        those that are unknown; of a denial the part that is denied.
        """
        if isinstance(self.rule, Not):
            return self.because
        return tuple(verdict for verdict in self.because if verdict.answer is self.answer)

    @property
    def decisive(self) -> tuple[Verdict, ...]:
        """The clauses that decided, and the facts that did so under no clause, each once, in the order of the rule.

        Asked of the verdict on a clause, they are what decided its rule.
        """
        return self._decided(lambda verdict: verdict.clause is not None)

    @property
    def grounds(self) -> tuple[Verdict, ...]:
        """What decided in the end: claims about facts, clauses that only people can judge, *always* and *never*."""
        return self._decided(lambda _: False)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that are not known, or not precisely enough, and on which the unknown answer rests."""
        unknown = (verdict.fact for verdict in self.grounds if verdict.answer is Answer.UNKNOWN)
        return tuple(dict.fromkeys(fact for fact in unknown if fact is not None))

    @property
    def unjudged(self) -> tuple[str, ...]:
        """The clauses that only people can judge, that nobody has, and on which the unknown answer rests."""
        unknown = (verdict.clause for verdict in self.grounds if verdict.answer is Answer.UNKNOWN)
        return tuple(dict.fromkeys(clause for clause in unknown if clause is not None))

    def walk(self) -> Iterator[Verdict]:
        """Give this verdict and all below it, each before those it rests on; a clause that comes again, only once."""
        seen: set[int] = set()
        left = [self]
        while left:
            verdict = left.pop()
            if id(verdict) not in seen:
                seen.add(id(verdict))
                yield verdict
                left.extend(reversed(verdict.because))

    def _repr_html_(self) -> str:
        """Show it at a glance, in a notebook; ``idebur.exports.html.show`` gives it the words of its agreement too."""
        from idebur.exports.html import show

        return show(self).html

    def _decided(self, ends: Callable[[Verdict], bool]) -> tuple[Verdict, ...]:
        found: dict[Rule, Verdict] = {}
        seen: set[int] = set()
        left = [self]
        while left:
            verdict = left.pop()
            if id(verdict) in seen:
                continue
            seen.add(id(verdict))
            if verdict.because and (verdict is self or not ends(verdict)):
                left.extend(reversed(verdict.reasons))
            else:
                found.setdefault(verdict.rule, verdict)
        return tuple(found.values())
