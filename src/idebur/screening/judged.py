"""The combinations of a register judged, each once, by the one evaluator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import define, field, frozen

from idebur.absence import NOT_SAID
from idebur.answers import Answer
from idebur.messages import Lang
from idebur.organisations import Attested, Organisation
from idebur.rules import Not, Rule
from idebur.rules.judging import weigh
from idebur.rules.verdicts import Verdict
from idebur.screening.facts import UNREADABLE, Known, Reader
from idebur.screening.questions import Question
from idebur.several import Pairs

__all__ = ["Astray", "Judged", "Outcome", "Tally", "decisive", "judged"]


@frozen
class Outcome:
    """The verdict on one question for one combination of facts."""

    verdict: Verdict
    failed: tuple[str, ...]
    """What decided a no: clauses by their keys, and claims about facts that stand under no clause."""

    unknown: tuple[str, ...]
    """What an unknown rests on, likewise."""

    labels: Mapping[str, Mapping[Lang, str]]
    """What to call the values of facts that stand for several."""

    @staticmethod
    def of(verdict: Verdict, labels: Mapping[str, Mapping[Lang, str]]) -> Outcome:
        """Take from a verdict what decided."""
        denied = _denied(verdict)
        named = tuple(dict.fromkeys(str(Not(one.rule) if denied[one.rule] else one.rule) for one in decisive(verdict)))
        failed = named if verdict.answer is Answer.NO else ()
        return Outcome(verdict, failed, named if verdict.answer is Answer.UNKNOWN else (), labels)


def decisive(verdict: Verdict) -> Iterator[Verdict]:
    """The clauses that decided. That one may not join in any of the ways there are says nothing: say why not."""
    for one in verdict.decisive:
        if one.because and one.clause is not None and one.clause.startswith(_WAY):
            yield from one.because[0].decisive
        else:
            yield one


_WAY: Final = "procedures."


def _denied(verdict: Verdict) -> Mapping[Rule, bool]:
    """Whether each of what decided is asked for as its denial: a condition has one name, failed or not known."""
    found: dict[Rule, bool] = {}
    seen: set[tuple[int, bool]] = set()
    left = [(verdict, False)]
    while left:
        one, denied = left.pop()
        if (id(one), denied) in seen:
            continue
        seen.add((id(one), denied))
        if one.because and (one is verdict or one.clause is None or one.clause.startswith(_WAY)):
            below = denied ^ isinstance(one.rule, Not)
            left.extend((reason, below) for reason in reversed(one.reasons))
        else:
            found.setdefault(one.rule, denied)
    return found


@frozen
class Astray:
    """Cells that cannot be read as the map says: the fact, the place and value of the key, how many rows."""

    reader: Reader
    parts: tuple[Any, ...]
    rows: int


@frozen
class Tally:
    """How many rows got which answer to one question, and what failed most."""

    key: str
    answers: Mapping[Answer, int]
    failed: Mapping[str, int]
    unknown: Mapping[str, int]


@define(eq=False)
class Judged:
    """Every combination that an engine found, with what it comes to."""

    questions: Sequence[Question]
    places: list[int] = field(factory=list)
    """For each combination of keys, in the engine's order, the number of its combination of facts."""

    outcomes: list[tuple[Outcome, ...]] = field(factory=list)
    """For each combination of facts, the outcome of each question."""

    rows: list[int] = field(factory=list)
    """For each combination of facts, how many rows have it."""

    def tallies(self) -> Iterator[Tally]:
        """Count."""
        for place, question in enumerate(self.questions):
            answers, failed, unknown = Counter[Answer](), Counter[str](), Counter[str]()
            for outcomes, rows in zip(self.outcomes, self.rows, strict=True):
                outcome = outcomes[place]
                answers[outcome.verdict.answer] += rows
                failed.update(dict.fromkeys(outcome.failed, rows))
                unknown.update(dict.fromkeys(outcome.unknown, rows))
            yield Tally(question.key, answers, dict(failed.most_common()), dict(unknown.most_common()))


def judged(
    questions: Sequence[Question], readers: Sequence[Reader], found: Sequence[Sequence[Any]]
) -> Judged | tuple[Astray, ...]:
    """Judge what an engine found; or say which cells cannot be read.

    Keys that come to the same facts are one combination, and combinations are numbered in an order of their own, so
    that the numbers are the same whichever engine found them.
    """
    read, astray = _read(readers, found)
    if astray:
        return astray
    numbers: dict[tuple[Any, ...], int] = {}
    rows: Counter[tuple[Any, ...]] = Counter()
    for facts, row in zip(read, found, strict=True):
        rows[facts] += row[-1]
    for facts in sorted(rows, key=repr):
        numbers[facts] = len(numbers)
    judging = [_Judging(question, [reader.fact for reader in readers]) for question in questions]
    return Judged(
        questions,
        [numbers[facts] for facts in read],
        [tuple(one.outcome(facts) for one in judging) for facts in numbers],
        [rows[facts] for facts in numbers],
    )


def _read(
    readers: Sequence[Reader], found: Sequence[Sequence[Any]]
) -> tuple[list[tuple[Known | None, ...]], tuple[Astray, ...]]:
    """Read the facts of each combination; the same keys of a fact only once."""
    spans: list[tuple[Reader, int, int, dict[Any, Any]]] = []
    at = 0
    for reader in readers:
        spans.append((reader, at, at + len(reader.keys), {}))
        at += len(reader.keys)
    astray: dict[tuple[int, Any], Astray] = {}
    read: list[tuple[Known | None, ...]] = []
    for row in found:
        facts: list[Any] = []
        for number, (reader, start, end, kept) in enumerate(spans):
            parts = tuple(row[start:end])
            token = tuple(map(repr, parts))  # by their texts: True, 1 and 1.0 are different cells, and NaN is itself
            if token not in kept:
                kept[token] = reader.read(parts)
            value = kept[token]
            if value is UNREADABLE:
                before = astray.get((number, token))
                rows = row[-1] + (before.rows if before else 0)
                astray[number, token] = Astray(reader, parts, rows)
            facts.append(value)
        read.append(tuple(facts))
    return read, tuple(astray.values())


class _Judging:
    """Judges by one question; facts that it does not read change nothing."""

    def __init__(self, question: Question, facts: Sequence[str]) -> None:
        self._question = question
        asked = {claim.name for claim in question.claims()}
        self._facts = [(place, name) for place, name in enumerate(facts) if name in asked]
        self._kept: dict[tuple[Known | None, ...], Outcome] = {}
        self._stated: dict[tuple[str, Known], Attested] = {}

    def outcome(self, facts: tuple[Known | None, ...]) -> Outcome:
        known = tuple(facts[place] for place, _ in self._facts)
        if known not in self._kept:
            self._kept[known] = self._judge({name: value for (_, name), value in zip(self._facts, known, strict=True)})
        return self._kept[known]

    def _judge(self, known: Mapping[str, Known | None]) -> Outcome:
        terms = self._question.terms
        stated = {name: self._attested(name, one) for name, one in known.items() if one is not None}
        organisation = Organisation.model_construct(  # every field is given: pydantic copies what is left out, deeply
            organisation="row",
            name=NOT_SAID,
            number=NOT_SAID,
            facts=Pairs({name: said for name, said in stated.items() if name in terms.facts}),
            attested=Pairs({name: said for name, said in stated.items() if name not in terms.facts}),
        )
        labels = {name: one.label for name, one in known.items() if one is not None and one.label is not None}
        return Outcome.of(weigh(self._question.rule, organisation, terms), labels)

    def _attested(self, name: str, known: Known) -> Attested:
        if (name, known) not in self._stated:  # by its name too: to Python True and 1 are one
            made = Attested.model_construct(said=known.value, by=NOT_SAID, when=NOT_SAID)
            self._stated[name, known] = made
        return self._stated[name, known]
