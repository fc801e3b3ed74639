"""Near misses: the smallest sets of facts whose change would turn a *no*, or an *unknown*, into a *yes*.

The sets are found smallest first by a hitting-set tree (R. Reiter, "A theory of diagnosis from first principles",
Artificial Intelligence 32, 1987): what still stands in the way of a *yes* names facts of which at least one must be
among those that change. Rules see finitely many classes of values of a fact (:mod:`idebur.rules.samples`), so what is
found is all there is. The work is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from idebur.absence import one_said
from idebur.answers import Answer
from idebur.errors import IdeburError
from idebur.notation.dates import Date
from idebur.rules import samples
from idebur.rules.judging import answer, judge, values_of
from idebur.rules.language import AllOf, AtLeast, Named, Not, Rule
from idebur.rules.meaning import read_date
from idebur.rules.terms import Terms, allowed
from idebur.rules.verdicts import Verdict

if TYPE_CHECKING:
    from idebur.organisations import Organisation, Value

__all__ = ["MOST", "Change", "ChangeSet", "TooManyWays", "changes"]

MOST = 4096
"""How many combinations are looked at, of one sort or another, before it is said to be too much."""


class TooManyWays(IdeburError):
    """A rule could be met in so many ways that they are not looked through."""


@frozen
class Change:
    """What one fact, or one clause that only people can judge, would have to be."""

    name: str
    """The fact or the clause."""

    how: str
    """``change`` what is known; ``find-out`` what is not, or not precisely enough; ``attest`` a clause."""

    found: Value | None
    """What it is now; ``None`` where that is not known."""

    needed: tuple[Rule, ...]
    """The claims that any new value has to meet, and that are enough."""

    value: Value
    """A value that meets them."""


@frozen
class ChangeSet:
    """Facts that would be enough if they changed together, none of which can be left out."""

    ways: tuple[tuple[Change, ...], ...]
    """The ways in which they can: each names all the facts, in the order of the rule."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts and clauses."""
        return tuple(change.name for change in self.ways[0])

    @property
    def to_find_out(self) -> bool:
        """Whether nothing has to change, and it only has to be found out or attested how things are."""
        return any(all(change.how != "change" for change in way) for way in self.ways)


def changes(
    rule: Rule, organisation: Organisation, terms: Terms | None = None, *, limit: int = 10
) -> tuple[ChangeSet, ...]:
    """Find all subset-minimal sets of facts whose change turns the answer into a *yes*, smallest first, up to *limit*.

    A known fact that cannot be changed (``changeable: false``) is never among them; one that is not known can still be
    found out. There are none where the answer is *yes* already, or where nothing would help.

    Raises:
        TooManyWays: more than ``MOST`` combinations would have to be looked at.
        NotationError, Mistyped, UnknownKey: as :func:`~idebur.rules.judging.judge`.

    >>> from idebur.organisations import Organisation
    >>> choir = Organisation.model_validate({"organisation": "choir", "facts": {"members": 8, "democratic": False}})
    >>> found = changes(Rule.parse("members >= 10 or democratic and not public-owned"), choir)
    >>> [one.facts for one in found]
    [('members',), ('democratic', 'public-owned')]
    """
    known = Terms() if terms is None else terms
    verdict = judge(rule, organisation, known)
    if verdict.answer is Answer.YES:
        return ()
    search = _Search(verdict, _Choices(verdict, values_of(organisation, known), known))
    found: list[ChangeSet] = []
    for one in search.minimal():
        found.append(one)
        if len(found) == limit:
            break
    return tuple(found)


_Literal = tuple[Rule, bool]
"""A single claim, and whether it is to hold or not."""

_Needs = frozenset[_Literal]
"""What together is enough."""


class _Choices:
    """What each fact of the rule could be, as far as the rule can tell; what is nearest to how it is comes first."""

    def __init__(self, verdict: Verdict, values: Mapping[str, Any], terms: Terms) -> None:
        self.terms = terms
        self.values = values
        claims: dict[str, dict[Rule, None]] = {}
        for leaf in verdict.walk():
            if leaf.rule.name is not None and not leaf.because:
                claims.setdefault(leaf.rule.name, {})[leaf.rule] = None
        self.order = {name: place for place, name in enumerate(claims)}
        self.of = {name: tuple(self._of(name, tuple(about))) for name, about in claims.items()}
        self._meeting: dict[_Needs, tuple[Any, ...]] = {}

    def _of(self, name: str, claims: tuple[Rule, ...]) -> Iterator[Any]:
        fact, value = self.terms.facts.get(name), self.values.get(name)
        fixed = fact is not None and one_said(fact.changeable) is False
        if fact is not None and fact.type == "date":
            yield from self._days(claims, read_date(value), fixed=fixed)
        elif value is not None and fixed:
            return
        elif fact is None or fact.type == "yes-no":
            yield from (one for one in (True, False) if one is not value)
        elif fact.type == "number":
            numbers = samples.numbers(point for claim in claims for point in samples.points(claim))
            yield from numbers if value is None else sorted(number for number in numbers if number >= value)
            yield from () if value is None else sorted((one for one in numbers if one < value), reverse=True)
        else:
            mentioned = [word for claim in claims for word in samples.words_of(claim)]
            words = samples.words(mentioned, allowed(fact, self.terms))
            yield from words if fact.type == "word" else _sets(words, value)

    @staticmethod
    def _days(claims: Iterable[Rule], now: Date | None, *, fixed: bool) -> Iterator[str]:
        asked = [point for claim in claims for point in samples.points(claim)]
        if now is None:
            yield from samples.days(asked)
            return
        days = {
            day: any(first.isoformat() <= day <= last.isoformat() for first, last in now.readings)
            for day in samples.days([*asked, now])
        }
        if now.precision != "day":
            yield from (day for day, possible in days.items() if possible)
        if not fixed:
            yield from (day for day, possible in days.items() if not possible)

    def meeting(self, needs: _Needs) -> tuple[Any, ...]:
        """The choices for the one fact of *needs* that meet them all."""
        if needs not in self._meeting:
            name = str(next(iter(needs))[0].name)
            wanted = [(claim, Answer.of(truth)) for claim, truth in needs]
            self._meeting[needs] = tuple(
                value
                for value in self.of[name]
                if all(answer(claim, {name: value}, self.terms) is truth for claim, truth in wanted)
            )
        return self._meeting[needs]

    def by_fact(self, needs: _Needs) -> Mapping[str, _Needs]:
        """Part *needs* by the fact that they are about."""
        found: dict[str, set[_Literal]] = {}
        for literal in needs:
            found.setdefault(str(literal[0].name), set()).add(literal)
        return {name: frozenset(found[name]) for name in sorted(found, key=self.order.__getitem__)}

    def can_be(self, needs: _Needs) -> bool:
        """Whether some choice meets them, fact by fact."""
        return all(self.meeting(about) for about in self.by_fact(needs).values())

    def change(self, name: str, needs: _Needs) -> Change:
        """Say what the fact would have to be."""
        fact, found = self.terms.facts.get(name), self.values.get(name)
        value = self.meeting(needs)[0]
        how = "change" if found is not None else "find-out" if fact is not None else "attest"
        now = read_date(found) if fact is not None and fact.type == "date" else None
        if now is not None and any(f.isoformat() <= value <= last.isoformat() for f, last in now.readings):
            how = "find-out"
        claims = sorted(self._without_idle(needs), key=lambda literal: str(literal[0]))
        return Change(name, how, found, tuple(claim if truth else Not(claim) for claim, truth in claims), value)

    def _without_idle(self, needs: _Needs) -> _Needs:
        """Leave out what follows from the rest: at least 5 where at least 10 are asked for."""
        for one in sorted(needs, key=lambda literal: str(literal[0])):
            rest = needs - {one}
            if rest and self.meeting(rest) == self.meeting(needs):
                needs = rest
        return needs


def _sets(words: tuple[str, ...], value: Any) -> Iterator[tuple[str, ...]]:
    """The sets of *words*, but the empty one, those nearest to *value* first: what is there stays where it can."""
    if 2 ** len(words) > MOST:
        raise TooManyWays(f"a rule asks for {len(words)} words of one fact")
    now = frozenset((value,) if isinstance(value, str) else value or ())
    sets = [chosen for size in range(1, len(words) + 1) for chosen in combinations(words, size)]
    yield from sorted(sets, key=lambda chosen: (len(now.intersection(words) - set(chosen)), len(set(chosen) - now)))


@define(eq=False)
class _Search:
    verdict: Verdict
    choices: _Choices
    _spent: int = field(default=0, init=False)

    def minimal(self) -> Iterator[ChangeSet]:
        """The sets, smallest first."""
        found: list[frozenset[str]] = []
        level: dict[frozenset[str], None] = {frozenset(): None}
        while level:
            following: dict[frozenset[str], None] = {}
            for free in level:
                if any(one <= free for one in found):
                    continue
                self._spend()
                blocking = _Blocking(free, self.choices)
                in_the_way = blocking.by(self.verdict, True)
                if in_the_way is None:
                    ways = self._ways(free)
                    if ways:
                        found.append(free)
                        yield ChangeSet(ways)
                        continue
                    in_the_way = frozenset(name for name, values in self.choices.of.items() if values) - free
                for name in sorted(in_the_way, key=self.choices.order.__getitem__):
                    following[free | {name}] = None
            level = following

    def _ways(self, free: frozenset[str]) -> tuple[tuple[Change, ...], ...]:
        needs = _Enough(free, self.choices).of(self.verdict, True)
        meeting = [
            {name: frozenset(self.choices.meeting(about)) for name, about in self.choices.by_fact(one).items()}
            for one in needs
        ]
        widest = [
            one
            for place, one in enumerate(needs)
            if not any(
                all(meeting[place][name] <= other[name] for name in other)
                and (meeting[place] != other or number < place)
                for number, other in enumerate(meeting)
                if number != place
            )
        ]
        ways = (
            tuple(self.choices.change(name, about) for name, about in self.choices.by_fact(one).items())
            for one in widest
        )
        return tuple(sorted(ways, key=lambda way: (any(one.how == "change" for one in way), _text(way))))

    def _spend(self) -> None:
        self._spent += 1
        if self._spent > MOST:
            raise TooManyWays("more sets of facts than are looked through")


def _text(way: Iterable[Change]) -> str:
    return "; ".join(str(claim) for change in way for claim in change.needed)


def _least(verdict: Verdict, want: bool) -> int:
    """How many of its parts must be as wanted, so that a joined rule is."""
    parts = len(verdict.because)
    match verdict.rule:
        case AllOf():
            least = parts
        case AtLeast(number=number):
            least = number
        case Not() | Named():
            return 1
        case _:
            least = 1
    return least if want else parts - least + 1


def _wanted(verdict: Verdict, want: bool) -> bool:
    return not want if isinstance(verdict.rule, Not) else want


@define(eq=False)
class _Blocking:
    """What stands in the way, where the facts *free* may be whatever is best for each claim by itself."""

    free: frozenset[str]
    choices: _Choices
    _known: dict[tuple[int, bool], frozenset[str] | None] = field(factory=dict, init=False)

    def by(self, verdict: Verdict, want: bool) -> frozenset[str] | None:
        """Facts of which at least one must be free too, or ``None`` where nothing stands in the way."""
        key = (id(verdict), want)
        if key not in self._known:
            self._known[key] = self._by(verdict, want)
        return self._known[key]

    def _by(self, verdict: Verdict, want: bool) -> frozenset[str] | None:
        name = verdict.rule.name
        if name is not None and not verdict.because:
            if name in self.free or verdict.answer is Answer.of(want):
                return None
            return frozenset({name} if self.choices.of[name] else ())
        parts = [self.by(part, _wanted(verdict, want)) for part in verdict.because]
        blocked = [part for part in parts if part is not None]
        over = len(blocked) - (len(parts) - _least(verdict, want))
        if over <= 0:
            return None
        # One more than may be blocked is enough to be in the way; those of the fewest facts branch the least.
        fewest = sorted(blocked, key=len)[: len(blocked) - over + 1]
        return frozenset(name for part in fewest for name in part)


@define(eq=False)
class _Enough:
    """What is enough, where the facts *free* may be whatever they can, and the others are as they are."""

    free: frozenset[str]
    choices: _Choices
    _known: dict[tuple[int, bool], tuple[_Needs, ...]] = field(factory=dict, init=False)

    def of(self, verdict: Verdict, want: bool) -> tuple[_Needs, ...]:
        """Every minimal set of claims about the free facts that is enough and can be met."""
        key = (id(verdict), want)
        if key not in self._known:
            self._known[key] = self._of(verdict, want)
        return self._known[key]

    def _of(self, verdict: Verdict, want: bool) -> tuple[_Needs, ...]:
        name = verdict.rule.name
        if name is not None and not verdict.because:
            if name in self.free:
                return self._minimal([frozenset({(verdict.rule, want)})])
            return (frozenset(),) if verdict.answer is Answer.of(want) else ()
        least = _least(verdict, want)
        # reached[n]: what is enough for n of the parts so far
        reached: list[tuple[_Needs, ...]] = [(frozenset(),), *[()] * least]
        for part in verdict.because:
            own = self.of(part, _wanted(verdict, want))
            for number in range(least, 0, -1):
                joined = (before | one for before in reached[number - 1] for one in own)
                reached[number] = self._minimal([*reached[number], *joined])
        return reached[least]

    def _minimal(self, found: Iterable[_Needs]) -> tuple[_Needs, ...]:
        kept: list[_Needs] = []
        different = dict.fromkeys(islice(found, MOST + 1))
        if len(different) > MOST:
            raise TooManyWays("more ways of changing the same facts than are looked through")
        for one in sorted(different, key=len):
            if not any(other <= one for other in kept) and self.choices.can_be(one):
                kept.append(one)
        return tuple(kept)
