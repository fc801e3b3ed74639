"""From when until when something holds: as coarse as it is written, and whether a date can hold it at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any, NamedTuple

from idebur.absence import Absence, Claims
from idebur.notation.dates import Date

__all__ = ["ALWAYS", "Span", "between", "bounds", "first", "last"]


class Span(NamedTuple):
    """A time by its first and its last day, as written; ``None`` where nothing sets a bound."""

    since: str | None = None
    until: str | None = None

    unclear: bool = False
    """Whether nothing in it is certain: a bound is vague, its sources differ, or it is that of an undated version."""

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Span:
        """The time that a node or an edge gives."""
        return cls(said.get("since"), said.get("until"), bool(said.get("unclear")))

    def within(self, other: Span) -> Span:
        """The time that it has in common with another."""
        return Span(later(self.since, other.since), earlier(self.until, other.until), self.unclear or other.unclear)

    @property
    def is_empty(self) -> bool:
        """Whether it is certainly over before it begins."""
        return _is_before(self.until, self.since)

    @property
    def told(self) -> dict[str, Any]:
        """What a node or an edge says of it."""
        said = {"since": self.since, "until": self.until, "unclear": self.unclear or None}
        return {name: value for name, value in said.items() if value is not None}


ALWAYS = Span()


def bounds(since: Any, until: Any) -> Span:
    """The time between two bounds as a text gives them."""
    begins, hazy = first(since)
    ends, hazy_too = last(until)
    return Span(begins, ends, hazy or hazy_too)


def first(when: Any) -> tuple[str | None, bool]:
    """The first day that a beginning can be, as written, and whether it is unclear; ``None`` where it is not said."""
    return _bound(when, min)


def last(when: Any) -> tuple[str | None, bool]:
    """The last day that an end can be, as written, and whether it is unclear; ``None`` where it is not said."""
    return _bound(when, max)


def _bound(when: Any, outermost: Callable[..., Date]) -> tuple[str | None, bool]:
    if type(when) is Absence:  # nearly always, of an element
        return None, False
    if isinstance(when, Date):
        return _text(when), False
    if isinstance(when, Claims):
        said = [claim.said for claim in when]
        if when.agree:
            return _bound(said[0], outermost)
        dates = [one for one in said if isinstance(one, Date)]
        return _text(outermost(dates, key=lambda day: day.earliest)) if len(dates) == len(said) else None, True
    return None, True


_text = lru_cache(maxsize=4096)(str)  # a register repeats its dates


def earlier(one: str | None, other: str | None) -> str | None:
    """The earlier of two ends as written, by the first day that each can be; one that is not said does not count."""
    return (one or other) if one is None or other is None else min(one, other, key=_days)


def later(one: str | None, other: str | None) -> str | None:
    """The later of two beginnings as written, by the last day that each can be; one that is not said does not count."""
    return (one or other) if one is None or other is None else max(one, other, key=lambda day: _days(day)[::-1])


@cache
def _days(written: str) -> tuple[date, date]:
    day = Date.parse(written)
    return day.earliest, day.latest


def _is_before(day: str | None, other: str | None) -> bool:
    """Whether a date is certainly before another."""
    return day is not None and other is not None and _days(day)[1] < _days(other)[0]


def is_gap(until: str, since: str) -> bool:
    """Whether a day certainly lies between an end and the next beginning."""
    return (_days(since)[0] - _days(until)[1]).days > 1


def between(gaps: Iterable[Span]) -> Iterator[Span]:
    """The times that gaps leave: before, between and after them. In a gap that is unclear nothing is certain."""
    since: str | None = None
    for gap in sorted(gaps, key=lambda gap: date.min if gap.since is None else _days(gap.since)[0]):
        before = Span(since, None if gap.since is None else _day_before(gap.since))
        if gap.since is not None and not before.is_empty:  # else it began before the one before it was over
            yield before
        if gap.unclear:
            yield Span(later(since, gap.since), gap.until, unclear=True)
        if gap.until is None:
            return
        since = later(since, _day_after(gap.until))
    yield Span(since)


def _day_before(since: str) -> str:
    """The last day on which what holds no longer from *since* may hold: as coarse as that is."""
    earliest, latest = _days(since)
    return since if earliest != latest or earliest == date.min else str(Date.of(earliest - timedelta(days=1)))


def _day_after(until: str) -> str:
    """The first day on which what held until then does no longer: as coarse as that is."""
    earliest, latest = _days(until)
    return until if earliest != latest or latest == date.max else str(Date.of(latest + timedelta(days=1)))
