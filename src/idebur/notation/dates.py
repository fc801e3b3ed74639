"""Dates as agreements give them: a year, a half-year, a quarter, a season, a month or a day."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import frozen

from idebur.answers import Answer
from idebur.errors import NotationError, nearest
from idebur.messages.notations import A_DATE
from idebur.notation.notated import Notated
from idebur.notation.scanner import Cursor, Token

__all__ = ["PARTS", "Date"]

PARTS: Mapping[str, tuple[str, int, int]] = {
    "spring": ("season", 3, 5),
    "summer": ("season", 6, 8),
    "autumn": ("season", 9, 11),
    "winter": ("season", 0, 14),
    "q1": ("quarter", 1, 3),
    "q2": ("quarter", 4, 6),
    "q3": ("quarter", 7, 9),
    "q4": ("quarter", 10, 12),
    "h1": ("half-year", 1, 6),
    "h2": ("half-year", 7, 12),
}
"""The named parts of a year: their precision, first and last month. Month 0 is last December, 14 is next February."""

_STRADDLING: Mapping[str, tuple[tuple[int, int], ...]] = {"winter": ((0, 2), (12, 14))}
_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|-(?P<part>[^\W\d_]\w*))?")
_MEANT: Mapping[str, str] = {
    "vår": "spring",
    "våren": "spring",
    "sommar": "summer",
    "sommaren": "summer",
    "höst": "autumn",
    "hösten": "autumn",
    "vinter": "winter",
    "vintern": "winter",
    "fall": "autumn",
    "kv1": "q1",
    "kv2": "q2",
    "kv3": "q3",
    "kv4": "q4",
}


@frozen(repr=False, cache_hash=True)
class Date(Notated):
    """A date of the precision that the source gives: somewhere between :attr:`earliest` and :attr:`latest`.

    Seasons are the calendar's three months each (spring March to May … winter December to February), as the Swedish
    weather service SMHI defines them for its statistics ("Årstider", kunskapsbanken, the calendar definition), not
    its seasons by temperature. The winter of a year may be the one that ends or the one that begins in it, so its
    bounds are those of both readings.

    Raises:
        NotationError: there is no such year, month or day.

    >>> Date.parse("2018-autumn").earliest
    datetime.date(2018, 9, 1)
    >>> Date.parse("2018-06").before(Date.parse("2018-12-11"))
    <Answer.YES: 'yes'>
    """

    year: int
    month: int | None = None
    day: int | None = None
    part: str | None = None
    """A named part of the year (see ``PARTS``), instead of month and day."""

    takes_numbers: ClassVar[bool] = True
    schema: ClassVar[Mapping[str, Any]] = {
        "type": ["string", "integer"],
        "pattern": rf"^\s*[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?|-({'|'.join(PARTS)}))?\s*$",
        "minimum": 1000,
        "maximum": 9999,
        "description": "A date as precise as the source: year, half-year, quarter, season, month or day.",
        "examples": ["2018", "2018-06", "2018-12-11", "2018-autumn", "2018-q3", "2018-h1"],
    }

    def __attrs_post_init__(self) -> None:
        if not dt.MINYEAR <= self.year <= dt.MAXYEAR:
            raise self._impossible("no-such-year", 0, 4, found=f"{self.year:04d}")
        if self.part is not None:
            if self.part not in PARTS or self.month is not None or self.day is not None:
                raise self._impossible("not-a-date", 5, len(self.part), found=str(self))
        elif self.month is None:
            if self.day is not None:
                raise self._impossible("not-a-date", 0, len(str(self)), found=str(self))
        elif not 1 <= self.month <= 12:
            raise self._impossible("no-such-month", 5, 2, found=f"{self.month:02d}")
        elif self.day is not None:
            days = monthrange(self.year, self.month)[1]
            if not 1 <= self.day <= days:
                month = f"{self.year:04d}-{self.month:02d}"
                raise self._impossible("no-such-day", 8, 2, found=f"{self.day:02d}", month=month, days=days)

    def _impossible(self, code: str, offset: int, length: int, **params: Any) -> NotationError:
        return NotationError(code, str(self), offset, length, params)

    @classmethod
    def read(cls, cursor: Cursor) -> Date:
        """Take a date from *cursor*."""
        token = cursor.take_word(A_DATE)
        match = _FORM.fullmatch(token.text)
        if match is None:
            raise cursor.fail("not-a-date", token, _mended(token.text), found=token.text[:60])
        year, month, day, part = match.group("year", "month", "day", "part")
        if part is not None and part not in PARTS:
            raise _unknown_part(cursor, token, part)
        try:
            return cls(int(year), int(month) if month else None, int(day) if day else None, part)
        except NotationError as fault:  # the same fault, in the text where it stands
            start = token.offset + fault.offset
            raise cursor.fail(fault.code, (start, start + fault.length), **fault.params) from None

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}" if self.part is None else f"{self.year:04}-{self.part}"
        return (
            f"{self.year:04}-{self.month:02}" if self.day is None else f"{self.year:04}-{self.month:02}-{self.day:02}"
        )

    @classmethod
    def of(cls, day: dt.date) -> Date:
        """The date of precisely this *day*."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> str:
        """``year``, ``half-year``, ``quarter``, ``season``, ``month`` or ``day``."""
        if self.part is not None:
            return PARTS[self.part][0]
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def earliest(self) -> dt.date:
        """The first day that it can be."""
        return self.readings[0][0]

    @property
    def latest(self) -> dt.date:
        """The last day that it can be."""
        return self.readings[-1][1]

    @property
    def readings(self) -> tuple[tuple[dt.date, dt.date], ...]:
        """First and last day of each way to read it: one way, but two for a winter."""
        if self.month is not None and self.day is not None:
            day = dt.date(self.year, self.month, self.day)
            return ((day, day),)
        if self.month is not None:
            return (self._months(self.month, self.month),)
        if self.part is not None:
            _, first, last = PARTS[self.part]
            return tuple(self._months(*months) for months in _STRADDLING.get(self.part, ((first, last),)))
        return (self._months(1, 12),)

    def _months(self, first: int, last: int) -> tuple[dt.date, dt.date]:
        """First day of month *first*, last day of month *last*, held inside the years 1 to 9999."""
        first_year, last_year = self.year + (first - 1) // 12, self.year + (last - 1) // 12
        first_month, last_month = (first - 1) % 12 + 1, (last - 1) % 12 + 1
        start = dt.date(first_year, first_month, 1) if first_year >= dt.MINYEAR else dt.date.min
        if last_year > dt.MAXYEAR:
            return start, dt.date.max
        return start, dt.date(last_year, last_month, monthrange(last_year, last_month)[1])

    def before(self, other: Date | dt.date) -> Answer:
        """Whether what happened at this date came before what happened at *other*; unknown if it may have, or not.

        Both are taken as one day each, somewhere within its bounds.
        """
        other = _as_date(other)
        if self.latest < other.earliest:
            return Answer.YES
        return Answer.NO if self.earliest >= other.latest else Answer.UNKNOWN

    def after(self, other: Date | dt.date) -> Answer:
        """Whether it came after *other*: the mirror of :meth:`before`."""
        return _as_date(other).before(self)

    def same(self, other: Date | dt.date) -> Answer:
        """Whether both fell on one day: yes only of two days, unknown of two that overlap (even two equal years)."""
        other = _as_date(other)
        overlap = any(a <= d and c <= b for a, b in self.readings for c, d in other.readings)
        if not overlap:
            return Answer.NO
        return Answer.YES if self.precision == other.precision == "day" else Answer.UNKNOWN

    def contains(self, day: dt.date) -> Answer:
        """Whether *day* lies in the period that is named; unknown where two readings of a winter differ."""
        inside = [first <= day <= last for first, last in self.readings]
        return Answer.of(None if any(inside) and not all(inside) else inside[0])

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """A total order for display: by first day, then last, then text. It is no answer to "which came first"."""
        return (self.earliest, self.latest, str(self))


def _as_date(other: Date | dt.date) -> Date:
    return other if isinstance(other, Date) else Date.of(other)


def _unknown_part(cursor: Cursor, token: Token, part: str) -> NotationError:
    start = token.offset + len("2018-")
    guess = _MEANT.get(part.casefold()) or nearest(part, PARTS)
    return cursor.fail("unexpected-word", (start, start + len(part)), guess, found=part[:60], expected=tuple(PARTS))


def _mended(text: str) -> str | None:
    """Guess the date that was meant by ``2018-6-1``, ``2018.06.01``, ``201806`` or ``20180601``."""
    match = re.fullmatch(r"([0-9]{4})[-.]?([0-9]{1,2})(?:[-.]?([0-9]{1,2}))?", text)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return str(Date(int(year), int(month), int(day) if day else None))
    except NotationError:
        return None
