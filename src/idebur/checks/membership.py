"""Joining and leaving: how, who lets in, who is told; and the steps of every other procedure."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import one_said
from idebur.answers import Answer
from idebur.checks.subject import Check, Subject, silent
from idebur.messages import Finding
from idebur.notation.dates import Date
from idebur.parties import Tenure
from idebur.procedures import Procedure, Step

__all__ = ["CHECKS"]


def no_way_to_join(subject: Subject) -> Iterator[Finding]:
    """It is not said how one joins."""
    if subject.asks_for_all and _lacks(subject, "joins"):
        yield subject.finding("no-way-to-join", "procedures")


def no_way_to_leave(subject: Subject) -> Iterator[Finding]:
    """It is not said how one leaves."""
    if subject.asks_for_all and _lacks(subject, "leaves"):
        yield subject.finding("no-way-to-leave", "procedures")


def open_to_nobody(subject: Subject) -> Iterator[Finding]:
    """It is not said who may join."""
    for key, procedure in _procedures(subject, "joins"):
        if silent(procedure.open_to):
            yield subject.finding("joining-open-to-not-said", "procedures", key, element=subject.called(procedure))


def nobody_approves(subject: Subject) -> Iterator[Finding]:
    """It is not said who decides that somebody may join."""
    for key, procedure in _procedures(subject, "joins"):
        approving = [step for _, step in _steps(subject, procedure, "approves")]
        if all(subject.nobody(step.who, "bears") for step in approving):
            yield subject.finding("joining-nobody-approves", "procedures", key, element=subject.called(procedure))


def approver_is_applicant(subject: Subject) -> Iterator[Finding]:
    """Whoever wants to join lets itself in."""
    for key, procedure in _procedures(subject, "joins"):
        for index, step in _steps(subject, procedure, "approves"):
            actors = subject.those(step.who, "bears")
            if actors and all(subject.has("group", actor, "applies") for actor in actors):
                path = ("procedures", key, "steps", index, "who")
                yield subject.finding("approver-is-applicant", *path, element=subject.called(procedure))


def approver_outside(subject: Subject) -> Iterator[Finding]:
    """Somebody who is neither a party nor a body or office of the agreement decides who may join."""
    inside = {
        *subject.state(lambda content: content.parties),
        *subject.state(lambda content: content.bodies),
        *subject.state(lambda content: content.offices),
    }
    for key, procedure in _procedures(subject, "joins"):
        for index, step in _steps(subject, procedure, "approves"):
            for actor in subject.those(step.who, "bears"):
                if subject.actor(actor) is not None and not inside & set(subject.within(actor)):
                    path = ("procedures", key, "steps", index, "who")
                    yield subject.finding(
                        "approver-outside", *path, element=subject.called(procedure), actor=subject.called(actor)
                    )


def told_to_nobody(subject: Subject) -> Iterator[Finding]:
    """It is not said to whom one gives notice of leaving."""
    for key, procedure in _procedures(subject, "leaves"):
        telling = [step for _, step in _steps(subject, procedure, "tells")]
        if all(silent(step.to) for step in telling):
            yield subject.finding("leaving-told-to-nobody", "procedures", key, element=subject.called(procedure))


def leaving_without_notice(subject: Subject) -> Iterator[Finding]:
    """It is not said how long before one gives notice of leaving."""
    for key, procedure in _procedures(subject, "leaves"):
        telling = [step for _, step in _steps(subject, procedure, "tells")]
        if telling and all(silent(step.notice) and silent(step.when) for step in telling):
            yield subject.finding("leaving-notice-not-said", "procedures", key, element=subject.called(procedure))


def without_steps(subject: Subject) -> Iterator[Finding]:
    """A procedure says nothing of what is done."""
    for key, procedure in subject.living(subject.content.procedures):
        if not procedure.steps and silent(procedure.text):
            yield subject.finding("procedure-without-steps", "procedures", key, element=subject.called(procedure))


def step_nobody_takes(subject: Subject) -> Iterator[Finding]:
    """It is not said who takes a step."""
    for key, procedure in subject.living(subject.content.procedures):
        for index, step in enumerate(procedure.steps):
            lets_in = subject.has("procedure-kind", procedure.kind, "joins") and _does(subject, step, "approves")
            if subject.nobody(step.who, "bears") and not lets_in:
                verbs = tuple(subject.label("step-verb", verb) for verb in step.does) or f"{index + 1}"
                path = ("procedures", key, "steps", index)
                yield subject.finding("step-nobody-takes", *path, element=subject.called(procedure), step=verbs)


def joined_twice(subject: Subject) -> Iterator[Finding]:
    """One has joined, or sits, twice at a time in the same place."""
    held: dict[object, list[tuple[int, Tenure]]] = {}
    for index, tenure in enumerate(subject.content.tenures):
        same = (tenure.who, one_said(tenure.kind), one_said(tenure.seat), one_said(tenure.person), tuple(tenure.scope))
        for _, earlier in held.setdefault(same, []):
            if not _apart(tenure, earlier) and not _apart(earlier, tenure):
                name = one_said(tenure.name)
                called = str(name) if name is not None else subject.called(tenure.who)
                yield subject.finding("joined-twice", "tenures", index, element=called)
                break
        held[same].append((index, tenure))


def _lacks(subject: Subject, name: str) -> bool:
    procedures = subject.content.procedures
    words = subject.vocabularies.having("procedure-kind", name)
    denied = not silent(procedures) if not len(procedures) and procedures.absence is not None else False
    denied = denied or any(key in words and absence.is_stated for key, absence in procedures.absent.items())
    return not denied and not any(subject.has("procedure-kind", one.kind, name) for one in procedures.values())


def _procedures(subject: Subject, name: str) -> Iterator[tuple[str, Procedure]]:
    for key, procedure in subject.living(subject.content.procedures):
        if subject.has("procedure-kind", procedure.kind, name):
            yield key, procedure


def _steps(subject: Subject, procedure: Procedure, name: str) -> Iterator[tuple[int, Step]]:
    for index, step in enumerate(procedure.steps):
        if _does(subject, step, name):
            yield index, step


def _does(subject: Subject, step: Step, name: str) -> bool:
    return any(subject.has("step-verb", verb, name) for verb in step.does)


def _apart(first: Tenure, second: Tenure) -> bool:
    """Whether one ended no later than the other began, for all that is known."""
    until: Date | None = one_said(first.until)
    since: Date | None = one_said(second.since)
    return until is not None and since is not None and until.after(since) is not Answer.YES


CHECKS: tuple[Check, ...] = (
    no_way_to_join,
    no_way_to_leave,
    open_to_nobody,
    nobody_approves,
    approver_is_applicant,
    approver_outside,
    told_to_nobody,
    leaving_without_notice,
    without_steps,
    step_nobody_takes,
    joined_twice,
)
