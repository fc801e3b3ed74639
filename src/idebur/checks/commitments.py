"""Commitments: who owes what to whom, how strongly, until when."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import one_said
from idebur.answers import Answer
from idebur.checks.subject import Check, Subject, silent
from idebur.messages import Finding
from idebur.principles import Commitment
from idebur.standing import term_of

__all__ = ["CHECKS"]


def nobody_bears(subject: Subject) -> Iterator[Finding]:
    """It is not said whose commitment it is."""
    for key, commitment in subject.living(subject.content.commitments):
        if subject.nobody(commitment.who, "bears"):
            yield subject.finding("commitment-nobody-bears", "commitments", key, element=key)


def owed_to_oneself(subject: Subject) -> Iterator[Finding]:
    """One actor alone owes it to itself. Members of a group or a class may well owe each other something."""
    for key, commitment in subject.content.commitments.items():
        bearers = frozenset(subject.those(commitment.who, "bears"))
        owed = frozenset(commitment.to)
        oneself = all(subject.has("group", actor, "self") or actor in bearers for actor in owed)
        if owed and oneself and len(bearers) == 1 and not any(subject.is_many(actor) for actor in bearers):
            (bearer,) = bearers
            yield subject.finding(
                "commitment-owed-to-oneself", "commitments", key, element=key, actor=subject.called(bearer)
            )


def without_force(subject: Subject) -> Iterator[Finding]:
    """It is not said how strongly it binds."""
    for key, commitment in subject.living(subject.content.commitments):
        if silent(commitment.force):
            yield subject.finding("commitment-without-force", "commitments", key, element=key)


def nothing_to_do(subject: Subject) -> Iterator[Finding]:
    """It is not said what is to be done, and nothing is protected."""
    for key, commitment in subject.living(subject.content.commitments):
        if silent(commitment.does) and silent(commitment.object) and not commitment.protects:
            yield subject.finding("commitment-without-deed", "commitments", key, element=key)


def against_nothing(subject: Subject) -> Iterator[Finding]:
    """A protection does not say against what."""
    for key, commitment in subject.living(subject.content.commitments):
        if commitment.protects and silent(commitment.against):
            yield subject.finding("protection-against-nothing", "commitments", key, element=key)


def due_too_late(subject: Subject) -> Iterator[Finding]:
    """It is due when the agreement no longer holds."""
    until = one_said(term_of(subject.content)[1])
    for key, commitment in subject.content.commitments.items():
        deadline = one_said(commitment.due)
        day = one_said(deadline.day) if deadline is not None else None
        if day is not None and until is not None and day.after(until) is Answer.YES:
            yield subject.finding(
                "deadline-after-validity", "commitments", key, "due", element=key, day=str(day), until=str(until)
            )


def contradicted(subject: Subject) -> Iterator[Finding]:
    """The same actors shall do one thing to the same others, and shall not."""
    first: dict[object, tuple[str, bool]] = {}
    for key, commitment in subject.content.commitments.items():
        if silent(commitment.does) or silent(commitment.force):
            continue
        negative = subject.has("force", commitment.force, "negative")
        other, was_negative = first.setdefault(_deed(subject, commitment), (key, negative))
        if negative != was_negative:
            yield subject.finding("commitment-contradicted", "commitments", key, element=key, other=other)


def exemption_without_ground(subject: Subject) -> Iterator[Finding]:
    """An exception says neither on what ground nor in which words."""
    for key, commitment in subject.living(subject.content.commitments):
        for inner, exemption in commitment.unless.items():
            if silent(exemption.kind) and silent(exemption.text) and silent(exemption.document):
                yield subject.finding(
                    "exemption-without-ground", "commitments", key, "unless", inner, element=inner, commitment=key
                )


def _deed(subject: Subject, commitment: Commitment) -> object:
    return (
        frozenset(subject.those(commitment.who, "bears")),
        frozenset(commitment.to),
        commitment.does,
        commitment.object,
        commitment.when,
    )


CHECKS: tuple[Check, ...] = (
    nobody_bears,
    owed_to_oneself,
    without_force,
    nothing_to_do,
    against_nothing,
    due_too_late,
    contradicted,
    exemption_without_ground,
)
