"""Plans, reports and follow-up: who decides them, who receives them, what they are about."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import one_said
from idebur.checks.subject import Check, Subject, silent
from idebur.messages import Finding
from idebur.routines import Routine

__all__ = ["CHECKS"]


def role_not_said(subject: Subject) -> Iterator[Finding]:
    """Nobody has the part that such a routine expects: somebody decides a plan, somebody receives a report."""
    for key, routine in subject.living(subject.content.routines):
        for verb in str(subject.word("routine-kind", routine.kind, "expects") or "").split():
            actors = routine.who.actors(verb)
            if silent(actors) and (routine.who.absence is None or silent(routine.who)):
                yield subject.finding(
                    "routine-role-not-said",
                    *("routines", key),
                    element=subject.called(routine),
                    does=subject.label("verb", verb),
                    verb=verb,
                )


def nobody_does(subject: Subject) -> Iterator[Finding]:
    """Nobody at all has a part in a routine."""
    for key, routine in subject.living(subject.content.routines):
        expected = subject.word("routine-kind", routine.kind, "expects") is not None
        gathers = subject.has("routine-kind", routine.kind, "gathers")
        if silent(routine.who) and not expected and not gathers:
            yield subject.finding("routine-nobody-does", "routines", key, element=subject.called(routine))


def never_followed_up(subject: Subject) -> Iterator[Finding]:
    """A plan is made, and it is not said that it is followed up."""
    followed = {
        name.rpartition(".")[2]
        for routine in subject.state(lambda content: content.routines).values()
        if _follows_up(subject, routine)
        for name in (*routine.of, *routine.based_on)
    }
    for key, routine in subject.living(subject.content.routines):
        wants = subject.has("routine-kind", routine.kind, "wants-follow-up")
        if wants and key not in followed and subject.nobody(routine.who, "follows-up"):
            yield subject.finding("plan-never-followed-up", "routines", key, element=subject.called(routine))


def nothing_followed_up(subject: Subject) -> Iterator[Finding]:
    """It is not said that anything at all is followed up."""
    if subject.base is not None:
        yield from _last_follow_up_ended(subject, subject.base)
        return
    routines = subject.content.routines
    denied = any(
        absence.is_stated and subject.has("routine-kind", key, "follows-up") for key, absence in routines.absent.items()
    )
    anyone = any(_is_followed_up(subject, routine) for routine in routines.values())
    if subject.asks_for_all and not anyone and not denied and (silent(routines) or len(routines)):
        yield subject.finding("agreement-never-followed-up", "routines")


def _last_follow_up_ended(subject: Subject, base: Subject) -> Iterator[Finding]:
    before, after = (state.state(lambda content: content.routines).values() for state in (base, subject))
    if any(_is_followed_up(base, one) for one in before) and not any(_is_followed_up(subject, one) for one in after):
        yield subject.finding("agreement-never-followed-up", "routines")


def _is_followed_up(subject: Subject, routine: Routine) -> bool:
    return _follows_up(subject, routine) or not subject.nobody(routine.who, "follows-up")


def follow_up_of_nothing(subject: Subject) -> Iterator[Finding]:
    """It is not said what is followed up."""
    for key, routine in subject.living(subject.content.routines):
        about = (routine.of, routine.based_on, routine.aims, routine.tasks)
        if _follows_up(subject, routine) and all(map(silent, about)):
            yield subject.finding("follow-up-of-nothing", "routines", key, element=subject.called(routine))


def about_what_is_gone(subject: Subject) -> Iterator[Finding]:
    """A routine is about, or builds on, what is past or stated not to exist."""
    for key, routine in subject.living(subject.content.routines):
        for field, names in (("of", routine.of), ("based-on", routine.based_on)):
            for name in names:
                if subject.gone(name):
                    yield subject.finding(
                        "routine-about-what-is-gone",
                        "routines",
                        key,
                        field,
                        element=subject.called(routine),
                        other=name,
                    )


def about_itself(subject: Subject) -> Iterator[Finding]:
    """A routine is about itself."""
    for key, routine in subject.content.routines.items():
        if key in {name.rpartition(".")[2] for name in routine.of if name in (key, f"routines.{key}")}:
            yield subject.finding("routine-about-itself", "routines", key, "of", element=subject.called(routine))


def presented_at_no_meeting(subject: Subject) -> Iterator[Finding]:
    """It is to be presented at what is no meeting."""
    routines = subject.state(lambda content: content.routines)
    for key, routine in subject.content.routines.items():
        meeting = one_said(routine.presented_at)
        where = routines.get(meeting) if meeting is not None else None
        if where is not None and not silent(where.kind) and not subject.has("routine-kind", where.kind, "gathers"):
            yield subject.finding(
                "presented-at-no-meeting",
                *("routines", key, "presented-at"),
                element=subject.called(routine),
                other=subject.called(where),
            )


def conclusion_about_nothing(subject: Subject) -> Iterator[Finding]:
    """An evaluation judges whether something is met, and it is not said what."""
    for key, conclusion in subject.living(subject.content.conclusions):
        if subject.has("bearing", conclusion.bearing, "judges") and silent(conclusion.about):
            yield subject.finding("conclusion-about-nothing", "conclusions", key, element=key)


def conclusion_by_nobody(subject: Subject) -> Iterator[Finding]:
    """It is not said who or what draws a conclusion."""
    for key, conclusion in subject.living(subject.content.conclusions):
        if silent(conclusion.by):
            yield subject.finding("conclusion-by-nobody", "conclusions", key, element=key)


def _follows_up(subject: Subject, routine: Routine) -> bool:
    return subject.has("routine-kind", routine.kind, "follows-up")


CHECKS: tuple[Check, ...] = (
    role_not_said,
    nobody_does,
    never_followed_up,
    nothing_followed_up,
    follow_up_of_nothing,
    about_what_is_gone,
    about_itself,
    presented_at_no_meeting,
    conclusion_about_nothing,
    conclusion_by_nobody,
)
