"""Cells that say nothing, as values of a column that holds no texts: ``-1`` among numbers, 1900-01-01 among days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from idebur.screening.bounds import EXACT, Numeric
from idebur.screening.floats import nearest
from idebur.screening.keys import BLANKS, Bound, DateForm, NumberForm

__all__ = ["days_among", "numbers_among"]


def numbers_among(empty: Iterable[str], form: NumberForm, kind: Numeric, places: int = 0) -> tuple[Bound, ...]:
    """The numbers among texts that say nothing, written in *form* or with a full stop, as a column can hold them.

    >>> numbers_among(["-1", "unknown", "0,5"], NumberForm(","), "whole")
    (-1,)
    """
    found: dict[Bound, None] = {}
    for text in empty:
        for number in _read(text.strip(BLANKS), form):
            value = _held(number, kind, places)
            if value is not None:
                found[value] = None
    return tuple(found)


def _read(text: str, form: NumberForm) -> Iterator[Decimal]:
    for one in (form, NumberForm()):
        number = one.read(text)
        if number is not None:
            yield number


def _held(number: Decimal, kind: Numeric, places: int) -> Bound | None:
    """A number as a value of the column; ``None`` where it has none."""
    exact = Fraction(number)
    if kind in ("single", "float"):
        return nearest(exact, kind)
    scaled = exact * 10**places
    if scaled.denominator != 1 or abs(exact) >= 10 ** (37 - places):
        return None
    return int(scaled) if kind == "whole" else EXACT.scaleb(Decimal(int(scaled)), -places)


def days_among(empty: Iterable[str], form: DateForm) -> tuple[dt.date, ...]:
    """The days among texts that say nothing, written in *form* or as ``YYYY-MM-DD``, also as the first of the day.

    >>> days_among(["1900-01-01 00:00:00", "n/a"], DateForm("DD/MM/YYYY"))
    (datetime.date(1900, 1, 1),)
    """
    found = (day for text in empty for day in (_day(text.strip(BLANKS), form), _midnight(text.strip(BLANKS))))
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _day(text: str, form: DateForm) -> dt.date | None:
    if not re.search(form.pattern.replace(r"\z", r"\Z"), text):
        return None
    pieces = ((form.at(piece), len(piece)) for piece in ("YYYY", "MM", "DD"))
    try:
        return dt.date(*(1 if at is None else int(text[at : at + size]) for at, size in pieces))
    except ValueError:
        return None


def _midnight(text: str) -> dt.date | None:
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.date() if found.time() == dt.time() else None
