"""Cadences: how often something comes back."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

from attrs import frozen

from idebur.errors import NotationError, nearest
from idebur.messages.notations import A_NUMBER, A_PERIOD
from idebur.notation.amounts import ONE_SIDED, Amount
from idebur.notation.notated import Notated
from idebur.notation.scanner import Cursor, Token, require_reference

__all__ = ["PERIODS", "AtNeed", "Cadence", "Every", "Part", "Rate", "Relative"]

_DAYS = Fraction(146097, 400)
"""Days in a year, on average over the 400 years after which the Gregorian calendar repeats itself."""

PERIODS: Mapping[str, Fraction | None] = {
    "day": _DAYS,
    "week": _DAYS / 7,
    "fortnight": _DAYS / 14,
    "month": Fraction(12),
    "quarter": Fraction(4),
    "half-year": Fraction(2),
    "year": Fraction(1),
    "term": None,
}
"""The periods, and how many of each make a year. A *term* (of office, of an assembly) is as long as its rules say."""

_PLURALS: Mapping[str, str] = {f"{period}s": period for period in PERIODS}
_MEANT: Mapping[str, str] = {
    "år": "year",
    "årligen": "year",
    "yearly": "year",
    "annually": "year",
    "monthly": "month",
    "månad": "month",
    "vecka": "week",
    "kvartal": "quarter",
    "halvår": "half-year",
    "termin": "half-year",
    "mandatperiod": "term",
    "every": "each",
    "per": "a",
    "an": "a",
    "vid": "at need",
    "minst": "at least",
    "högst": "at most",
    "once": "1",
    "twice": "2",
    "prior": "before",
    "times": "a",
    "gånger": "a",
    "gång": "a",
    "om": "a",
    "inför": "before",
    "före": "before",
    "efter": "after",
}

_BETWEEN = ("a", "each", "before", "after")
"""The words that stand between a number and what it is counted by, and never first."""

_PERIODS_MEANT: Mapping[str, str] = {
    **_PLURALS,
    **{word: meant for word, meant in _MEANT.items() if meant in PERIODS},
}

Bounds = tuple[Fraction | None, Fraction | None]
_UNKNOWN: Bounds = (None, None)


@frozen
class Every:
    """Once in each *number* of periods: ``year``, ``2 years``."""

    number: int
    period: str

    def __attrs_post_init__(self) -> None:
        _require_period(self.period)
        if self.number < 1:
            raise NotationError("count-not-whole", str(self), 0, len(str(self.number)), {"found": str(self.number)})

    def __str__(self) -> str:
        return self.period if self.number == 1 else f"{self.number} {self.period}s"

    @property
    def per_year(self) -> Bounds:
        """The least and the greatest number of times in a year; ``None`` where there is none, or it is not known."""
        periods = PERIODS[self.period]
        return _UNKNOWN if periods is None else (periods / self.number, periods / self.number)


@frozen
class Rate:
    """So many times in a period: ``4 a year``; with *spread*, so many in every single one: ``1 each half-year``."""

    count: Amount
    period: str
    spread: bool = False

    def __attrs_post_init__(self) -> None:
        _require_period(self.period)
        _require_count(self.count)

    def __str__(self) -> str:
        return f"{self.count} {'each' if self.spread else 'a'} {self.period}"

    @property
    def per_year(self) -> Bounds:
        """As for :class:`Every`."""
        periods = PERIODS[self.period]
        if periods is None or self.count.about:
            return _UNKNOWN
        low, high = self.count.low, self.count.high
        return (None if low is None else low * periods, None if high is None else high * periods)


@frozen
class AtNeed:
    """When it is needed."""

    def __str__(self) -> str:
        return "at need"

    @property
    def per_year(self) -> Bounds:
        """As for :class:`Every`: nothing is known."""
        return _UNKNOWN


@frozen
class Relative:
    """So many times before or after each time of something else: ``at least 1 before large-meeting``."""

    count: Amount
    side: str
    """``before`` or ``after``."""

    of: str
    """A reference to what comes back itself."""

    def __attrs_post_init__(self) -> None:
        _require_count(self.count)
        require_reference(self.of)
        if self.side not in _SIDES:
            raise ValueError(f"{self.side!r} is none of {_SIDES}")

    def __str__(self) -> str:
        return f"{self.count} {self.side} {self.of}"

    @property
    def per_year(self) -> Bounds:
        """As for :class:`Every`: it depends on the other, so nothing is known here."""
        return _UNKNOWN


Part = Every | Rate | AtNeed | Relative
"""One part of a cadence."""

_SIDES = ("before", "after")


@frozen(repr=False)
class Cadence(Notated):
    """How often something comes back; every part holds: ``at need, at least 1 before large-meeting``.

    Raises:
        ValueError: no part at all.

    >>> Cadence.parse("2 a year, 1 each half-year").per_year
    (Fraction(2, 1), Fraction(2, 1))
    >>> Cadence.parse("at need, at least 1 before large-meeting").references
    ('large-meeting',)
    """

    parts: tuple[Part, ...]

    number_alone: ClassVar[str] = "{} a year"
    schema: ClassVar[Mapping[str, Any]] = {
        "type": "string",
        "description": "How often: a period, so many a (or each) period, at need, so many before or after something.",
        "examples": [
            "year",
            "2 years",
            "4 a year",
            "at least 4 a year",
            "1 each half-year",
            "2 a year, 1 each half-year",
            "at need",
            "at need, at least 1 before large-meeting",
        ],
    }

    def __attrs_post_init__(self) -> None:
        if not self.parts:
            raise ValueError("a cadence has at least one part")

    @classmethod
    def read(cls, cursor: Cursor) -> Cadence:
        """Take a cadence from *cursor*."""
        parts = [_read_part(cursor)]
        while cursor.accept(","):
            parts.append(_read_part(cursor))
        cursor.finish(",")
        return cls(tuple(parts))

    def __str__(self) -> str:
        return ", ".join(map(str, self.parts))

    @property
    def references(self) -> tuple[str, ...]:
        """What its parts are relative to, each once."""
        return tuple(dict.fromkeys(part.of for part in self.parts if isinstance(part, Relative)))

    @property
    def per_year(self) -> Bounds:
        """The least and the greatest number of times in a year; ``None`` where there is none, or it is not known."""
        lows, highs = zip(*(part.per_year for part in self.parts), strict=True)
        return (
            max((low for low in lows if low is not None), default=None),
            min((high for high in highs if high is not None), default=None),
        )


def _read_part(cursor: Cursor) -> Part:
    if cursor.accept("at", "need"):
        return AtNeed()
    token = cursor.here
    if token is not None and token.text in PERIODS:
        return Every(1, cursor.take(A_PERIOD).text)
    if token is not None and token.text[0].isalpha():
        _refuse_period(cursor, token)
    start = 0 if token is None else token.offset
    count = Amount.read_bare(cursor, *PERIODS, "at need")
    span = (start, cursor.last.end)
    if not _is_count(count):
        raise cursor.fail("count-not-whole", span, found=cursor.text[slice(*span)])
    for word in ("a", "each"):
        if cursor.accept(word):
            return Rate(count, _read_period(cursor), spread=word == "each")
    for side in _SIDES:
        if cursor.accept(side):
            return Relative(count, side, cursor.take_reference().text)
    return _read_every(cursor, count)


def _read_every(cursor: Cursor, count: Amount) -> Every:
    token = cursor.here
    if token is not None and count.is_exact and count.low is not None:
        period = token.text if count.low == 1 else _PLURALS.get(token.text, "")
        if period in PERIODS:
            cursor.take(A_PERIOD)
            return Every(int(count.low), period)
    if count.is_exact and count.low == 1:
        raise cursor.unexpected("a", "each", *_SIDES, *PERIODS, meant={**_MEANT, **_PLURALS})
    plural = (*_PLURALS,) if count.is_exact else ()
    raise cursor.unexpected("a", "each", *_SIDES, *plural, meant=_MEANT)


def _refuse_period(cursor: Cursor, token: Token) -> None:
    """Refuse a word that is near to a period alone, or that people write for one; let the words of amounts pass."""
    guess = _MEANT.get(token.text.casefold()) or _PLURALS.get(token.text) or nearest(token.text, PERIODS)
    if guess is not None and token.text not in ("over", "under", "about", "at"):
        fault = cursor.unexpected(A_NUMBER, *ONE_SIDED, "about", *PERIODS, "at need")
        fault.nearest = None if guess in _BETWEEN else guess
        raise fault


def _read_period(cursor: Cursor) -> str:
    token = cursor.here
    if token is None or token.text not in PERIODS:
        raise cursor.unexpected(*PERIODS, meant=_PERIODS_MEANT)
    return cursor.take(A_PERIOD).text


def _require_period(period: str) -> None:
    if period not in PERIODS:
        raise NotationError(
            "unexpected-word",
            period,
            0,
            len(period),
            {"found": period, "expected": tuple(PERIODS)},
            nearest(period, PERIODS),
        )


def _is_count(count: Amount) -> bool:
    bounds = [bound for bound in (count.low, count.high) if bound is not None]
    return not count.unit and all(bound.denominator == 1 and bound >= 1 for bound in bounds)


def _require_count(count: Amount) -> None:
    if not _is_count(count):
        raise NotationError("count-not-whole", str(count), 0, len(str(count)), {"found": str(count)})
