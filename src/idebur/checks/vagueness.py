"""Vague words that are worth settling. What happened cannot be settled any more, so its numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Vague
from idebur.checks.amounts import TIMES
from idebur.checks.subject import Check, Subject
from idebur.messages import Finding
from idebur.procedures import Procedure
from idebur.visits import Path, Visit

__all__ = ["CHECKS"]

_CADENCES = frozenset({"every", "meets", "per"})
_AMOUNTS = frozenset({"count", "amount", "quorum", "majority", "limit", "ratio"})
_WHAT_HAPPENED = frozenset({"events", "tenures", "documents", "links", "signing", "conclusions"})


def vague_time(subject: Subject) -> Iterator[Finding]:
    """How long beforehand, for how long, or within what time, is said without an amount."""
    for path, vague, visit in _vague(subject):
        if visit.field in TIMES:
            yield subject.finding("time-vague", *path, said=vague.vague)


def vague_cadence(subject: Subject) -> Iterator[Finding]:
    """How often is said without an amount."""
    for path, vague, visit in _vague(subject):
        if visit.field in _CADENCES or (visit.field == "open_to" and not isinstance(visit.element, Procedure)):
            yield subject.finding("cadence-vague", *path, said=vague.vague)


def vague_amount(subject: Subject) -> Iterator[Finding]:
    """How many or how much is said without an amount."""
    for path, vague, visit in _vague(subject):
        if visit.field in _AMOUNTS:
            yield subject.finding("amount-vague", *path, said=vague.vague)


def vague_condition(subject: Subject) -> Iterator[Finding]:
    """What one has to be is said in words that no rule can hold."""
    for path, vague, visit in _vague(subject):
        if visit.field == "rule" or (visit.field == "open_to" and isinstance(visit.element, Procedure)):
            yield subject.finding("condition-vague", *path, said=vague.vague)


def _vague(subject: Subject) -> Iterator[tuple[Path, Vague, Visit]]:
    if subject.is_over(subject.content):
        return
    for visit in subject.visits:
        if isinstance(visit.value, Vague) and visit.path[0] not in _WHAT_HAPPENED:
            yield visit.path, visit.value, visit


CHECKS: tuple[Check, ...] = (vague_time, vague_cadence, vague_amount, vague_condition)
