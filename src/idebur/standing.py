"""The agreement on a given day: its version and stage, who is party, who has joined, who sits.

Dates are often coarse or missing, so every answer is one of three: what a date of a month's precision leaves open is
*unknown*, and silence never becomes *no*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from idebur.absence import Absence, Claims, one_said
from idebur.agreement import Agreement
from idebur.answers import Answer, any_of
from idebur.content import Content, Version
from idebur.events import Event
from idebur.names import PRESENT
from idebur.notation.dates import Date
from idebur.visits import Path
from idebur.vocabulary import Vocabularies

__all__ = ["Held", "Sitting", "Standing", "holds", "on"]


@frozen
class Held:
    """That something holds on a day, does not, or may: a version, a party, an organisation that joined."""

    key: str
    answer: Answer
    path: Path
    """The element that says so."""


@frozen
class Sitting:
    """That somebody holds a seat or an office on a day, does not, or may."""

    seat: str
    who: str
    answer: Answer
    path: Path
    person: str | None = None


@frozen
class Standing:
    """How an agreement stands on a day."""

    day: date
    versions: tuple[Held, ...]
    """The present state (``present``) and every other version, with whether it holds."""
    stages: tuple[str, ...]
    """The stages it can have reached (words of the vocabulary ``stage``): one where it is certain."""
    parties: tuple[Held, ...]
    joined: tuple[Held, ...]
    seats: tuple[Sitting, ...]

    @property
    def stage(self) -> str | None:
        """The stage it has reached, or ``None`` where it could be one of several."""
        return self.stages[0] if len(self.stages) == 1 else None

    @property
    def version(self) -> str | None:
        """The version that certainly holds and is the only one that may, or ``None``."""
        possible = [held for held in self.versions if held.answer is not Answer.NO]
        return possible[0].key if len(possible) == 1 and possible[0].answer is Answer.YES else None


def on(agreement: Agreement, day: date | str) -> Standing:
    """Tell how *agreement* stands on *day*, a date or its ISO 8601 text.

    Raises:
        NotationError: the text is no date.
        ValueError: it is a coarser date than a day.

    >>> from idebur.notation.dates import Date
    >>> found = on(Agreement(agreement="x", since=Date.parse("2018-12")), "2018-12-11")
    >>> found.versions[0].answer
    <Answer.UNKNOWN: 'unknown'>
    """
    today = _whole_day(day) if isinstance(day, str) else day
    words = agreement.vocabularies
    states = tuple(_states(agreement))
    versions = tuple(Held(key, _in_force(content, today, words), path) for key, content, path in states)
    return Standing(
        today,
        versions,
        _stages(agreement, today, words),
        tuple(_parties(states, versions, today)),
        tuple(_joined(agreement, today, words)),
        tuple(_seats(agreement, today)),
    )


def _whole_day(text: str) -> date:
    day = Date.parse(text)
    if day.earliest != day.latest:
        raise ValueError(
            f"a day is needed, such as {day.earliest}; {text!r} can be any from {day.earliest} to {day.latest}"
        )
    return day.earliest


def holds(since: Any, until: Any, day: date, *, unsaid: Answer = Answer.UNKNOWN) -> Answer:
    """Tell whether *day* lies between *since* and *until*, both included, as far as their precision tells.

    Each is a date, an absence, a vague word, or what several sources say. *unsaid* is the answer where the beginning is
    not said; an end that is not said has not come.
    """
    return _begun(since, day, unsaid) & ~_ended(until, day)


def _begun(when: Any, day: date, unsaid: Answer) -> Answer:
    if isinstance(when, Claims):
        return _same(_begun(claim.said, day, unsaid) for claim in when)
    if isinstance(when, Date):
        return Answer.YES if when.latest <= day else Answer.NO if when.earliest > day else Answer.UNKNOWN
    return unsaid if isinstance(when, Absence) else Answer.UNKNOWN


def _ended(when: Any, day: date) -> Answer:
    if isinstance(when, Claims):
        return _same(_ended(claim.said, day) for claim in when)
    if isinstance(when, Date):
        return Answer.YES if when.latest < day else Answer.NO if when.earliest >= day else Answer.UNKNOWN
    return Answer.NO if isinstance(when, Absence) else Answer.UNKNOWN


def _same(answers: Iterable[Answer]) -> Answer:
    """What the sources agree on; where they differ, unknown."""
    found = set(answers)
    return found.pop() if len(found) == 1 else Answer.UNKNOWN


def _states(agreement: Agreement) -> Iterator[tuple[str, Content, Path]]:
    yield PRESENT, agreement, ()
    for key, version in agreement.versions.items():
        yield key, version, ("versions", key)


def _in_force(content: Content, day: date, words: Vocabularies) -> Answer:
    """Whether a version holds: by its own dates, else by its validity; a proposed one never does."""
    status = one_said(content.status)
    if status is not None and words.has("status", status, "not-yet"):
        return Answer.NO
    validity = one_said(content.validity)
    since, until = content.since, content.until
    if validity is not None:
        since = validity.since if isinstance(since, Absence) else since
        until = validity.until if isinstance(until, Absence) else until
    answer = holds(since, until, day)
    over = status is not None and words.has("status", status, "over") and isinstance(until, Absence)
    return answer & Answer.UNKNOWN if over else answer  # it has ended, but the file does not say when


def _parties(states: Iterable[tuple[str, Content, Path]], versions: Iterable[Held], day: date) -> Iterator[Held]:
    found: dict[str, list[Held]] = {}
    for (_, content, path), held in zip(states, versions, strict=True):
        if isinstance(content, Version) and content.is_amendment:
            continue
        for key, party in content.parties.items():
            answer = held.answer & holds(party.since, party.until, day, unsaid=Answer.YES)
            found.setdefault(key, []).append(Held(key, answer, (*path, "parties", key)))
    for key, answers in found.items():
        best = max(answers, key=lambda held: held.answer.rank)
        yield Held(key, any_of(held.answer for held in answers), best.path)


def _joined(agreement: Agreement, day: date, words: Vocabularies) -> Iterator[Held]:
    for number, tenure in enumerate(agreement.tenures):
        kind = one_said(tenure.kind)
        if kind is not None and words.has("tenure-kind", kind, "signed"):
            yield Held(tenure.who, holds(tenure.since, tenure.until, day), ("tenures", number))


def _seats(agreement: Agreement, day: date) -> Iterator[Sitting]:
    for number, tenure in enumerate(agreement.tenures):
        seat = one_said(tenure.seat)
        if seat is not None:
            person = one_said(tenure.person)
            answer = holds(tenure.since, tenure.until, day)
            yield Sitting(seat, tenure.who, answer, ("tenures", number), str(person) if person is not None else None)


def _stages(agreement: Agreement, day: date, words: Vocabularies) -> tuple[str, ...]:
    """The stages that the events leave possible, in the order of an agreement's life.

    What certainly happened last decides; of what the dates leave open, the latest in an agreement's life is taken to
    have come last. Every event that may have happened after it leaves its own stage possible too.
    """
    events, happened = agreement.events, _happened(agreement, day, words)
    in_order = sorted(words["stage"], key=lambda stage: _order(words, stage))
    told = {key: stages for key, event in events.items() if (stages := tuple(_stages_of(event, day, words)))}
    if not told:
        return tuple(in_order)  # no event is told of: silence leaves everything open
    order = {key: max(_order(words, stage) for stage in stages) for key, stages in told.items()}
    certain = [key for key in told if happened[key] is Answer.YES]
    followed = _before(agreement, certain)
    bound = max((_earliest(events[key]) for key in certain), default=date.min)
    last = [key for key in certain if _latest(events[key]) >= bound]
    last = [key for key in last if key not in followed] or last
    highest = max((order[key] for key in last), default=-1)
    possible = {stage for key in last if order[key] == highest for stage in told[key]} or {in_order[0]}
    for key, stages in told.items():
        if happened[key] is Answer.UNKNOWN and (_latest(events[key]), order[key]) >= (bound, highest):
            possible.update(stages)
    return tuple(stage for stage in in_order if stage in possible)


def _before(agreement: Agreement, keys: Iterable[str]) -> frozenset[str]:
    """The events that came before some of *keys*, as far as the text says so."""
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        event = agreement.events.get(waiting.pop())
        new = set(event.after) - found if event is not None else set()
        found |= new
        waiting += new
    return frozenset(found)


def _stages_of(event: Event, day: date, words: Vocabularies) -> Iterator[str]:
    """The stages an event can have led to; one that lasts (a referral) gives way to another when it has ended."""
    kind = one_said(event.kind)
    if kind is None:
        return
    stage, then = (words.property("event-kind", kind, name) for name in ("stage", "then"))
    over = _ended(event.ends, day) if isinstance(then, str) else Answer.NO
    if isinstance(stage, str) and over is not Answer.YES:
        yield stage
    if isinstance(then, str) and over is not Answer.NO:
        yield then


def _happened(agreement: Agreement, day: date, words: Vocabularies) -> dict[str, Answer]:
    """Whether each event has happened: by its date, or by the order in which they came."""
    events = agreement.events
    answers = {key: _own_answer(event, day, words) for key, event in events.items()}
    for _ in events:  # what came before something that happened has happened; what comes after what has not, has not
        changed = False
        for key, event in events.items():
            for earlier in event.after:
                if earlier not in answers:
                    continue
                if answers[key] is Answer.YES and answers[earlier] is Answer.UNKNOWN:
                    answers[earlier], changed = Answer.YES, True
                if answers[earlier] is Answer.NO and answers[key] is Answer.UNKNOWN:
                    answers[key], changed = Answer.NO, True
        if not changed:
            break
    return answers


def _own_answer(event: Event, day: date, words: Vocabularies) -> Answer:
    status = one_said(event.status)
    not_yet = status is not None and words.has("status", status, "not-yet")
    cancelled = any(words.has("outcome", outcome, "over") for outcome in event.outcome)
    return Answer.NO if not_yet or cancelled else _begun(event.when, day, Answer.UNKNOWN)


def _earliest(event: Event) -> date:
    when = one_said(event.when)
    return date.min if when is None else when.earliest


def _latest(event: Event) -> date:
    when = one_said(event.when)
    return date.max if when is None else when.latest


def _order(words: Vocabularies, stage: str) -> int:
    order = words.property("stage", stage, "order")
    return order if isinstance(order, int) else 0
