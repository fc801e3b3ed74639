"""Amounts of the wrong sort: a time that has no unit of time, a count that is none."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from idebur.checks.subject import Check, Subject
from idebur.messages import Finding
from idebur.notation.amounts import Amount
from idebur.notation.units import is_unit_of_time, unit_of_time
from idebur.visits import Path

__all__ = ["CHECKS", "TIMES"]

TIMES = frozenset({"notice", "within", "period", "length"})
"""The fields that hold a length of time."""

_COUNTS = frozenset({"count", "times"})
_COUNTS_OR_SHARES = frozenset({"quorum"})
_COUNTS_OF_TERMS = frozenset({"limit"})


def time_without_unit(subject: Subject) -> Iterator[Finding]:
    """How long a time is, is given without a unit of time: a bare number, or in something else."""
    for path, field, amount in _amounts(subject):
        if field in TIMES and not is_unit_of_time(amount.unit):
            unit = unit_of_time(amount.unit, "1" if {amount.low, amount.high} <= {1, None} else "2")
            meant = None if unit is None else str(evolve(amount, unit=unit))
            yield subject.finding("time-without-unit", *path, suggestion=meant, said=str(amount))


def count_with_unit(subject: Subject) -> Iterator[Finding]:
    """How many there are, is given with a unit, as a time or a sum is."""
    for path, field, amount in _amounts(subject):
        if _is_count(field) and amount.unit not in ("", *_ALLOWED.get(field, ())):
            yield subject.finding(
                "count-with-unit", *path, suggestion=str(evolve(amount, unit="")), said=str(amount), unit=amount.unit
            )


def count_in_parts(subject: Subject) -> Iterator[Finding]:
    """How many there are, is no whole number; a quorum may be a share of all."""
    for path, field, amount in _amounts(subject):
        bounds = [bound for bound in (amount.low, amount.high) if bound is not None]
        is_share = field in _COUNTS_OR_SHARES and (amount.unit == "%" or max(bounds) <= 1)
        if _is_count(field) and not is_share and any(bound.denominator != 1 for bound in bounds):
            yield subject.finding("count-in-parts", *path, said=str(amount))


_ALLOWED = {
    **dict.fromkeys(_COUNTS_OR_SHARES, ("%",)),
    **dict.fromkeys(_COUNTS_OF_TERMS, ("term", "terms")),
}
"""The units that may stand after a count all the same, by field."""


def _is_count(field: str) -> bool:
    return field in _COUNTS | _COUNTS_OR_SHARES | _COUNTS_OF_TERMS


def _amounts(subject: Subject) -> Iterator[tuple[Path, str, Amount]]:
    for visit in subject.visits:
        if isinstance(visit.value, Amount):
            yield visit.path, visit.field, visit.value


CHECKS: tuple[Check, ...] = (time_without_unit, count_with_unit, count_in_parts)
