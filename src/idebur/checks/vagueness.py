"""Vague words that are worth settling. What happened cannot be settled any more, so its numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Vague
from idebur.checks.subject import Check, Subject
from idebur.messages import Finding
from idebur.visits import Path

__all__ = ["CHECKS"]

_TIMES = frozenset({"notice", "within"})
_CADENCES = frozenset({"every", "meets", "per", "open_to"})
_WHAT_HAPPENED = frozenset({"events", "tenures", "documents", "links", "signing", "conclusions"})


def vague_time(subject: Subject) -> Iterator[Finding]:
    """How long beforehand, or within what time, is said without an amount."""
    for path, vague, field in _vague(subject):
        if field in _TIMES:
            yield subject.finding("time-vague", *path, said=vague.vague)


def vague_cadence(subject: Subject) -> Iterator[Finding]:
    """How often is said without an amount."""
    for path, vague, field in _vague(subject):
        if field in _CADENCES:
            yield subject.finding("cadence-vague", *path, said=vague.vague)


def vague_amount(subject: Subject) -> Iterator[Finding]:
    """How many, how much, or anything else is said without an amount."""
    for path, vague, field in _vague(subject):
        if field not in _TIMES | _CADENCES:
            yield subject.finding("amount-vague", *path, said=vague.vague)


def _vague(subject: Subject) -> Iterator[tuple[Path, Vague, str]]:
    if subject.is_over(subject.content):
        return
    for visit in subject.visits():
        if isinstance(visit.value, Vague) and visit.path[0] not in _WHAT_HAPPENED:
            yield visit.path, visit.value, visit.field


CHECKS: tuple[Check, ...] = (vague_time, vague_cadence, vague_amount)
