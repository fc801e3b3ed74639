"""Meetings and how often things come back."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Maybe, one_said
from idebur.checks.rings import in_a_ring
from idebur.checks.subject import Check, Subject, silent
from idebur.messages import Finding
from idebur.notation.cadences import AtNeed, Cadence, Relative
from idebur.routines import Routine
from idebur.visits import Path

__all__ = ["CHECKS"]


def body_never_meets(subject: Subject) -> Iterator[Finding]:
    """It is not said that a body meets, and it takes part in no meeting."""
    gatherings = [
        routine
        for routine in subject.state(lambda content: content.routines).values()
        if subject.has("routine-kind", routine.kind, "gathers")
    ]
    meeting = {actor for routine in gatherings for actors in routine.who.values() for actor in actors}
    meeting |= {name for routine in gatherings for name in routine.of}
    for key, body in subject.living(subject.content.bodies):
        quiet = subject.kind_has(body, "without-seats") or len(body.maybe_same_as)
        if silent(body.meets) and key not in meeting and not quiet:
            yield subject.finding("body-never-meets", "bodies", key, element=subject.called(body))


def nobody_attends(subject: Subject) -> Iterator[Finding]:
    """It is not said who takes part in a meeting."""
    for key, routine in _gatherings(subject):
        if subject.nobody(routine.who, "present") and silent(routine.open_to) and not _of_bodies(subject, routine):
            yield subject.finding("meeting-nobody-attends", "routines", key, element=subject.called(routine))


def how_often_not_said(subject: Subject) -> Iterator[Finding]:
    """It is not said how often there is a meeting."""
    for key, routine in _gatherings(subject):
        if silent(routine.every):
            yield subject.finding("meeting-how-often-not-said", "routines", key, element=subject.called(routine))


def relative_to_what_is_gone(subject: Subject) -> Iterator[Finding]:
    """Something is to be done before or after what is not there any more, or is stated not to exist."""
    for path, cadence in _cadences(subject):
        for name in cadence.references:
            if subject.gone(name):
                yield subject.finding("cadence-relative-to-what-is-gone", *path, cadence=str(cadence), other=name)


def relative_to_what_never_comes(subject: Subject) -> Iterator[Finding]:
    """Something is to be done before or after what is not said to come back."""
    routines = subject.state(lambda content: content.routines)
    bodies = subject.state(lambda content: content.bodies)
    for path, cadence in _cadences(subject):
        for name in cadence.references:
            often: list[Maybe[Cadence]] = [routines[name].every] if name in routines else []
            often += [bodies[name].meets] if name in bodies else []
            if often and all(map(silent, often)) and not subject.gone(name):
                yield subject.finding("cadence-relative-to-unknown", *path, cadence=str(cadence), other=name)


def cadences_in_a_ring(subject: Subject) -> Iterator[Finding]:
    """Two things are each to be done before the other, and neither by itself."""
    following = {
        str(path[1]): (path, cadence.references)
        for path, cadence in _cadences(subject)
        if len(path) == 3 and all(isinstance(part, Relative) for part in cadence.parts)
    }
    for key in in_a_ring({key: names for key, (_, names) in following.items()}):
        yield subject.finding("cadences-in-a-ring", *following[key][0], element=key)


def contradicts_itself(subject: Subject) -> Iterator[Finding]:
    """One part of a cadence asks for more times in a year than another allows."""
    for path, cadence in _cadences(subject):
        low, high = cadence.per_year
        if low is not None and high is not None and low > high:
            yield subject.finding("cadence-contradicts-itself", *path, cadence=str(cadence))


def open_more_often_than_held(subject: Subject) -> Iterator[Finding]:
    """A meeting is open to somebody more often than it is held."""
    for key, routine in subject.content.routines.items():
        every = one_said(routine.every)
        most = every.per_year[1] if every is not None else None
        for actor, said in routine.open_to.items():
            often = one_said(said)
            least = often.per_year[0] if often is not None else None
            if least is not None and most is not None and least > most:
                yield subject.finding(
                    "open-more-often-than-held",
                    *("routines", key, "open-to", actor),
                    element=subject.called(routine),
                    actor=subject.called(actor),
                    often=str(often),
                    every=str(every),
                )


def only_at_need(subject: Subject) -> Iterator[Finding]:
    """It meets when there is need, and nobody is said to call it."""
    for key, body in subject.living(subject.content.bodies):
        if _only_at_need(body.meets) and subject.nobody(body.who, "calls"):
            yield subject.finding("at-need-nobody-calls", "bodies", key, "meets", element=subject.called(body))
    for key, routine in _gatherings(subject):
        if _only_at_need(routine.every) and subject.nobody(routine.who, "calls"):
            yield subject.finding("at-need-nobody-calls", "routines", key, "every", element=subject.called(routine))


def _gatherings(subject: Subject) -> Iterator[tuple[str, Routine]]:
    for key, routine in subject.living(subject.content.routines):
        if subject.has("routine-kind", routine.kind, "gathers"):
            yield key, routine


def _of_bodies(subject: Subject, routine: Routine) -> bool:
    return any(name in subject.state(lambda content: content.bodies) for name in routine.of)


def _cadences(subject: Subject) -> Iterator[tuple[Path, Cadence]]:
    for visit in subject.visits:
        if isinstance(visit.value, Cadence):
            yield visit.path, visit.value


def _only_at_need(said: Maybe[Cadence]) -> bool:
    cadence = one_said(said)
    return cadence is not None and all(isinstance(part, AtNeed) for part in cadence.parts)


CHECKS: tuple[Check, ...] = (
    body_never_meets,
    nobody_attends,
    how_often_not_said,
    relative_to_what_is_gone,
    relative_to_what_never_comes,
    cadences_in_a_ring,
    contradicts_itself,
    open_more_often_than_held,
    only_at_need,
)
