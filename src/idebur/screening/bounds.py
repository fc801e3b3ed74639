"""Where the answers to claims about a number or a date can turn, in the values that a column can hold.

Each bound is the least value of the column's own type that has reached a point named by a rule, or has passed it. So an
engine compares like with like, and rounds nothing. Bounds at which no answer turns are dropped: each interval that is
left has a value that stands for all in it, and that the one evaluator is asked about.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from attrs import frozen

from idebur.exports.prose.wording import date, signed
from idebur.messages import LANGUAGES, Lang
from idebur.notation.dates import Date
from idebur.rules import Between, Compares, Rule
from idebur.rules.language import After, Before, Point
from idebur.screening.keys import Bound

__all__ = ["Interval", "Turn", "dated", "intervals", "numbered", "points"]

Precision = Literal["day", "month", "year"]


@frozen
class Turn:
    """A bound, and how to say that a value has reached it, or has not: in Swedish and in English."""

    at: Bound
    reached: tuple[str, str]
    below: tuple[str, str]


@frozen
class Interval:
    """All values from one bound to the next: *value* stands for them, and *label* says which they are."""

    value: int | Decimal | str
    label: dict[Lang, str]


def points(claims: Iterable[Rule]) -> Iterator[Point]:
    """Give the numbers and dates that claims compare with."""
    for claim in claims:
        match claim:
            case Compares(value=value):
                yield value
            case Before(date=day) | After(date=day):
                yield day
            case Between(low=low, high=high):
                yield low
                yield high
            case _:
                pass


# ── numbers ────────────────────────────────────────────────────────────────────────────────────────────────────────


def numbered(found: Iterable[Point], kind: Literal["whole", "decimal", "float"], places: int = 0) -> tuple[Turn, ...]:
    """The bounds of a column of numbers; *places* are the decimals that one of the kind ``decimal`` has."""
    numbers = {Fraction(one.year) if isinstance(one, Date) else one for one in found}
    turns: dict[Bound, Turn] = {}
    for number in sorted(numbers):
        sv, en = (signed(number, lang) for lang in LANGUAGES)
        reached = Turn(
            _least(number, kind, places, beyond=False),
            (f"minst {sv}", f"at least {en}"),
            (f"mindre än {sv}", f"less than {en}"),
        )
        passed = Turn(
            _least(number, kind, places, beyond=True),
            (f"mer än {sv}", f"more than {en}"),
            (f"högst {sv}", f"at most {en}"),
        )
        for turn in (reached, passed):
            turns.setdefault(turn.at, turn)
    return tuple(sorted(turns.values(), key=lambda turn: turn.at))


def _least(number: Fraction, kind: str, places: int, *, beyond: bool) -> Bound:
    if kind == "float":
        return _least_float(number, beyond=beyond)
    scaled = number * 10**places
    whole = math.floor(scaled) + 1 if beyond else math.ceil(scaled)
    return Decimal(whole).scaleb(-places) if kind == "decimal" else whole


def _least_float(number: Fraction, *, beyond: bool) -> float:
    """The least float whose shortest text is a number from *number*, or beyond it.

    By its text, since ``0.1`` in a register is the tenth that somebody wrote, and not the binary number beside it.
    """

    def there(value: float) -> bool:
        exact = Fraction(Decimal(repr(value)))
        return exact > number if beyond else exact >= number

    try:
        value = float(number)
    except OverflowError:
        return math.inf
    while there(before := math.nextafter(value, -math.inf)):
        value = before
    while not math.isinf(value) and not there(value):
        value = math.nextafter(value, math.inf)
    return value


# ── dates ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def dated(found: Iterable[Point], precision: Precision) -> tuple[Turn, ...]:
    """The bounds of a column of dates, each the first day of its day, month or year."""
    days: set[dt.date] = set()
    for one in found:
        said = one if isinstance(one, Date) else Date(int(one))
        for reading in said.readings:
            for day in reading:
                first = _first(day, precision)
                days.add(first)
                following = _next(first, precision)
                if following is not None:
                    days.add(following)
    return tuple(_turn(day, precision) for day in sorted(days))


def _turn(day: dt.date, precision: Precision) -> Turn:
    sv, en = (date(Date.parse(_written(day, precision)), lang) for lang in LANGUAGES)
    return Turn(day, (f"{sv} eller senare", f"{en} or later"), (f"före {sv}", f"before {en}"))


def _first(day: dt.date, precision: Precision) -> dt.date:
    match precision:
        case "day":
            return day
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=1, day=1)


def _next(first: dt.date, precision: Precision) -> dt.date | None:
    try:
        match precision:
            case "day":
                return first + dt.timedelta(days=1)
            case "month":
                return _first(first + dt.timedelta(days=31), "month")
            case _:
                return first.replace(year=first.year + 1)
    except (OverflowError, ValueError):
        return None


def _written(day: dt.date, precision: Precision) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


# ── intervals ──────────────────────────────────────────────────────────────────────────────────────────────────────


def intervals(
    turns: Sequence[Turn], answers: Callable[[int | Decimal | str], tuple[object, ...]], precision: Precision = "day"
) -> tuple[tuple[Bound, ...], tuple[Interval, ...]]:
    """The bounds at which any of *answers* turns, and the intervals between them: one more than bounds."""
    reachable = [turn for turn in turns if not _out_of_reach(turn.at)]
    if not reachable:
        return (), (Interval(_stands(0, precision), {"sv": "något tal", "en": "some number"}),)
    values = [_stands(_under(reachable[0].at, precision), precision)]
    values += [_stands(turn.at, precision) for turn in reachable]
    said = [answers(value) for value in values]
    kept = [place for place, (before, after) in enumerate(pairwise(said)) if before != after]
    bounds = [reachable[place] for place in kept]
    stands = [values[0], *(values[place + 1] for place in kept)]
    return tuple(turn.at for turn in bounds), tuple(
        Interval(
            value, _label(bounds[number - 1] if number else None, bounds[number] if number < len(bounds) else None)
        )
        for number, value in enumerate(stands)
    )


def _out_of_reach(bound: Bound) -> bool:
    """Whether no engine has a value as large."""
    return not isinstance(bound, dt.date) and (bound >= _LARGEST if not isinstance(bound, float) else math.isinf(bound))


_LARGEST = 10**37


def _under(bound: Bound, precision: Precision) -> Bound:
    match bound:
        case dt.date():
            return _first(bound - dt.timedelta(days=1), precision) if bound > dt.date.min else bound
        case float():
            return math.nextafter(bound, -math.inf)
        case _:
            return bound - 1


def _stands(bound: Bound, precision: Precision) -> int | Decimal | str:
    match bound:
        case dt.date():
            return _written(bound, precision)
        case float():
            return Decimal(repr(bound))
        case _:
            return bound


def _label(low: Turn | None, high: Turn | None) -> dict[Lang, str]:
    words: list[str] = []
    for place, joint in ((0, " och "), (1, " and ")):
        parts = ([low.reached[place]] if low else []) + ([high.below[place]] if high else [])
        words.append(joint.join(parts))
    return {"sv": words[0] or "känt", "en": words[1] or "known"}
