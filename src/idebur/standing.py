"""The agreement on a given day: its version and stage, who is party, who has joined, who sits.

Dates are often coarse or missing, so every answer is one of three: what a date of a month's precision leaves open is
*unknown*, and silence never becomes *no*. What is proposed or planned does not hold; what is past, without a word of
when it ended, may not.

Every state is asked, not the present alone. What a version says holds as far as the version does; an amendment that
holds takes away what it ends and adds what it adds (:mod:`idebur.states`). What the present tells of who joined and
sits is a register with dates of its own, and an event that any state tells of has happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from idebur.absence import Absence, Claims, one_said
from idebur.agreement import Agreement
from idebur.answers import Answer, any_of
from idebur.content import Content
from idebur.elements import Element
from idebur.events import Event
from idebur.names import PRESENT
from idebur.notation.dates import Date
from idebur.parties import Tenure
from idebur.states import consists_of, has_status, is_otherwise, lay
from idebur.visits import Path
from idebur.vocabulary import Vocabularies

__all__ = ["Held", "Sitting", "Standing", "holds", "on", "term_of", "whole_day"]


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
    today = as_day(day)
    words = agreement.vocabularies
    states = _states(agreement, today, words)
    return Standing(
        today,
        tuple(Held(state.key, state.holds, state.path) for state in states),
        _stages(states, today, words),
        tuple(_parties(states, today, words)),
        tuple(_joined(states, today, words)),
        tuple(_seats(states, today, words)),
    )


def as_day(day: date | str) -> date:
    """The day that is meant: a date, the date of a time, or the ISO 8601 text of one.

    Raises:
        NotationError, ValueError: as :func:`whole_day`.
    """
    if isinstance(day, str):
        return whole_day(day)
    return day.date() if isinstance(day, datetime) else day


def whole_day(text: str) -> date:
    """Read a day from its ISO 8601 text.

    Raises:
        NotationError: the text is no date.
        ValueError: it is a coarser date than a day.
    """
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


@frozen
class _State:
    """The present or a version, on the day."""

    key: str
    content: Content
    path: Path
    holds: Answer
    applies: Answer
    """Whether it holds, or an amendment laid over it does."""

    behind: tuple[str, ...]
    """The states it amends: what it does not name stands as in them."""


def _states(agreement: Agreement, day: date, words: Vocabularies) -> tuple[_State, ...]:
    contents: dict[str, tuple[Path, Content]] = {PRESENT: ((), agreement)}
    contents |= {key: (("versions", key), version) for key, version in agreement.versions.items()}
    keys = {path: key for key, (path, _) in contents.items()}
    holding = {key: _in_force(content, day, words) for key, (_, content) in contents.items()}
    behind = {
        key: tuple(keys[path] for path, _ in consists_of(agreement, key) if path != contents[key][0])
        for key in contents
    }
    in_effect = {
        key: holding[key] & ~any_of(_waits_for(content, contents[other][1], day, words) for other in behind[key])
        for key, (_, content) in contents.items()
    }
    return tuple(
        _State(
            key,
            content,
            path,
            holding[key],
            any_of(in_effect[other] for other in contents if other == key or key in behind[other]),
            behind[key],
        )
        for key, (path, content) in contents.items()
    )


def _waits_for(content: Content, amended: Content, day: date, words: Vocabularies) -> Answer:
    """Whether an amendment cannot hold yet, since what it amends has certainly not begun."""
    since, _ = term_of(amended)
    own, _ = term_of(content)
    undated = isinstance(own, Absence) and isinstance(content.status, Absence)
    not_begun = _begun(since, day, Answer.UNKNOWN) is Answer.NO or (undated and has_status(amended, "not-yet", words))
    return Answer.of(not_begun)


def _in_force(content: Content, day: date, words: Vocabularies) -> Answer:
    """Whether a version holds: by its own dates, else by its validity; a proposed one never does."""
    return _held(content, *term_of(content), day, words)


def term_of(content: Content) -> tuple[Any, Any]:
    """From when until when a version holds: what it says itself, else what its validity says."""
    validity = one_said(content.validity)
    since, until = content.since, content.until
    if validity is None:
        return since, until
    return (
        validity.since if isinstance(since, Absence) else since,
        validity.until if isinstance(until, Absence) else until,
    )


def _held(
    element: Element, since: Any, until: Any, day: date, words: Vocabularies, *, unsaid: Answer = Answer.UNKNOWN
) -> Answer:
    if has_status(element, "not-yet", words):
        return Answer.NO
    answer = holds(since, until, day, unsaid=unsaid)
    over = has_status(element, "over", words) and isinstance(until, Absence)
    return answer & Answer.UNKNOWN if over else answer  # it has ended, but the file does not say when


def _parties(states: Iterable[_State], day: date, words: Vocabularies) -> Iterator[Held]:
    states = tuple(states)
    found: dict[str, list[Held]] = {}
    for state in states:
        over_it = [other for other in states if state.key in other.behind]
        for key, party in state.content.parties.items():
            answer = state.applies & _held(party, party.since, party.until, day, words, unsaid=Answer.YES)
            for other in over_it:
                answer &= ~other.applies | _left_by(other, state, key, day, words)
            found.setdefault(key, []).append(Held(key, answer, (*state.path, "parties", key)))
    for key, answers in found.items():
        best = max(answers, key=lambda held: held.answer.rank)
        yield Held(key, any_of(held.answer for held in answers), best.path)


def _left_by(amending: _State, state: _State, key: str, day: date, words: Vocabularies) -> Answer:
    """Whether an amendment, where it applies, leaves a party of *state* a party."""
    own = amending.content.parties
    if key in own and not is_otherwise(own[key], amending.content, words, ("not-yet",)):
        return _held(own[key], own[key].since, own[key].until, day, words, unsaid=Answer.YES)
    laid = lay(((one.path, one.content) for one in (state, amending)), lambda content: content.parties, words)
    return Answer.of(key not in laid.ended)


def _joined(states: Iterable[_State], day: date, words: Vocabularies) -> Iterator[Held]:
    for path, tenure, answer in _tenures(states, day, words):
        kind = one_said(tenure.kind)
        if kind is not None and words.has("tenure-kind", kind, "signed"):
            yield Held(tenure.who, answer, path)


def _seats(states: Iterable[_State], day: date, words: Vocabularies) -> Iterator[Sitting]:
    for path, tenure, answer in _tenures(states, day, words):
        seat = one_said(tenure.seat)
        if seat is not None:
            person = one_said(tenure.person)
            yield Sitting(seat, tenure.who, answer, path, str(person) if person is not None else None)


def _tenures(states: Iterable[_State], day: date, words: Vocabularies) -> Iterator[tuple[Path, Tenure, Answer]]:
    states = tuple(states)
    for state in states:
        applies = state.applies if state.path else Answer.YES  # one may have joined before the present text held
        for other in states:
            absence = other.content.tenures.absence
            if state.key in other.behind and absence is not None and absence.is_stated:
                applies &= ~other.applies  # the amendment says that there are none any more
        for number, tenure in enumerate(state.content.tenures):
            answer = _held(tenure, tenure.since, tenure.until, day, words)
            yield (*state.path, "tenures", number), tenure, applies & answer


@frozen
class _Told:
    """An event that a state tells of."""

    event: Event
    own: Answer
    """Whether it has happened, by its own date and status."""

    after: tuple[str, ...]


def _told(states: Iterable[_State], day: date, words: Vocabularies) -> dict[str, _Told]:
    """Every event that any state tells of. One that another state dates is not told of again without a date."""
    by_key = {state.key: state for state in states}
    dated = {
        key
        for state in by_key.values()
        for key, event in state.content.events.items()
        if not isinstance(event.when, Absence)
    }
    told = {
        (state.key, key): event
        for state in by_key.values()
        for key, event in state.content.events.items()
        if key not in dated or not isinstance(event.when, Absence)
    }
    found: dict[str, _Told] = {}
    for (at, key), event in told.items():
        content, known = by_key[at].content, (at, *reversed(by_key[at].behind), *by_key)
        meant = (next(((one, earlier) for one in known if (one, earlier) in told), None) for earlier in event.after)
        after = tuple(_called(*one) for one in meant if one is not None)
        found[_called(at, key)] = _Told(event, _own_answer(event, content, day, words), after)
    return found


def _called(state: str, key: str) -> str:
    return key if state == PRESENT else f"versions.{state}.{key}"


def _stages(states: Iterable[_State], day: date, words: Vocabularies) -> tuple[str, ...]:
    """The stages that the events leave possible, in the order of an agreement's life.

    What certainly happened last decides; of what the dates leave open, the latest in an agreement's life is taken to
    have come last. Every event that may have happened after it leaves its own stage possible too.
    """
    everything = _told(states, day, words)
    events, happened = {key: one.event for key, one in everything.items()}, _happened(everything)
    in_order = sorted(words["stage"], key=lambda stage: _order(words, stage))
    told = {key: stages for key, event in events.items() if (stages := tuple(_stages_of(event, day, words)))}
    if not told:
        return tuple(in_order)  # no event is told of: silence leaves everything open
    order = {key: max(_order(words, stage) for stage in stages) for key, stages in told.items()}
    certain = [key for key in told if happened[key] is Answer.YES]
    followed = _before(everything, certain)
    bound = max((_earliest(events[key]) for key in certain), default=date.min)
    last = [key for key in certain if _latest(events[key]) >= bound]
    last = [key for key in last if key not in followed] or last
    highest = max((order[key] for key in last), default=-1)
    possible = {stage for key in last if order[key] == highest for stage in told[key]} or {in_order[0]}
    for key, stages in told.items():
        if happened[key] is Answer.UNKNOWN and (_latest(events[key]), order[key]) >= (bound, highest):
            possible.update(stages)
    return tuple(stage for stage in in_order if stage in possible)


def _before(told: Mapping[str, _Told], keys: Iterable[str]) -> frozenset[str]:
    """The events that came before some of *keys*, as far as the text says so."""
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        new = set(told[waiting.pop()].after) - found
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


def _happened(told: Mapping[str, _Told]) -> dict[str, Answer]:
    """Whether each event has happened: by its date, or by the order in which they came."""
    answers = {key: one.own for key, one in told.items()}
    for _ in told:  # what came before something that happened has happened; what comes after what has not, has not
        changed = False
        for key, one in told.items():
            for earlier in one.after:
                if answers[key] is Answer.YES and answers[earlier] is Answer.UNKNOWN:
                    answers[earlier], changed = Answer.YES, True
                if answers[earlier] is Answer.NO and answers[key] is Answer.UNKNOWN:
                    answers[key], changed = Answer.NO, True
        if not changed:
            break
    return answers


def _own_answer(event: Event, content: Content, day: date, words: Vocabularies) -> Answer:
    undated = isinstance(event.when, Absence) and isinstance(event.status, Absence)
    not_yet = has_status(event, "not-yet", words) or (undated and has_status(content, "not-yet", words))
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
