"""Where the answers to claims about a number or a date can turn, in the values that a column can hold.

Each bound is the least value of the column's own type that has reached a point named by a rule, or has passed it. So an
engine compares like with like, and rounds nothing. Bounds at which no answer turns are dropped: each interval that is
left has a value that stands for all in it, and that the one evaluator is asked about.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from attrs import frozen

from idebur.exports.prose.wording import date, signed
from idebur.messages import LANGUAGES, Lang
from idebur.notation.dates import Date
from idebur.rules import Between, Compares, Rule
from idebur.rules.language import After, Before, Point
from idebur.screening.floats import Width, below, least, shortest
from idebur.screening.keys import DIGITS, Bound

__all__ = ["Interval", "Turn", "dated", "intervals", "numbered", "points"]

Calendar = Literal["day", "month", "year"]
Numeric = Literal["text", "whole", "decimal", "single", "float"]
Grain = Calendar | Numeric
"""Of what the values of a column are: for dates how precise they are, for numbers how they are held."""


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


def numbered(found: Iterable[Point], kind: Numeric, places: int = 0) -> tuple[Turn, ...]:
    """The bounds of a column of numbers; *places* are the decimals that one of the kind ``decimal`` has."""
    places = DIGITS if kind == "text" else places
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


def _least(number: Fraction, kind: Numeric, places: int, *, beyond: bool) -> Bound:
    if kind in ("single", "float"):
        return least(number, kind, beyond=beyond)
    scaled = number * 10**places
    whole = math.floor(scaled) + 1 if beyond else math.ceil(scaled)
    return whole if kind == "whole" else EXACT.scaleb(Decimal(whole), -places)


EXACT: Final = Context(prec=1000)
"""What is rounded by default is a decimal of more than 28 digits."""


# ── dates ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def dated(found: Iterable[Point], precision: Calendar) -> tuple[Turn, ...]:
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


def _turn(day: dt.date, precision: Calendar) -> Turn:
    sv, en = (date(Date.parse(_written(day, precision)), lang) for lang in LANGUAGES)
    return Turn(day, (f"{sv} eller senare", f"{en} or later"), (f"före {sv}", f"before {en}"))


def _first(day: dt.date, precision: Grain) -> dt.date:
    match precision:
        case "day":
            return day
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=1, day=1)


def _next(first: dt.date, precision: Calendar) -> dt.date | None:
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


def _written(day: dt.date, precision: Grain) -> str:
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


# ── intervals ──────────────────────────────────────────────────────────────────────────────────────────────────────


def intervals(
    turns: Sequence[Turn], answers: Callable[[int | Decimal | str], tuple[object, ...]], grain: Grain
) -> tuple[tuple[Bound, ...], tuple[Interval, ...]]:
    """The bounds at which any of *answers* turns, and the intervals between them: one more than bounds."""
    reachable = [turn for turn in turns if not _out_of_reach(turn.at)]
    if not reachable:
        return (), (Interval(0, {"sv": "något tal", "en": "some number"}),)
    values = [_stands(_under(reachable[0].at, grain), grain)]
    values += [_stands(turn.at, grain) for turn in reachable]
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


def _under(bound: Bound, grain: Grain) -> Bound:
    match bound:
        case dt.date():
            return _first(bound - dt.timedelta(days=1), grain) if bound > dt.date.min else bound
        case float():
            return below(bound, _width(grain))
        case Decimal():
            return EXACT.subtract(bound, Decimal(1))
        case _:
            return bound - 1


def _width(grain: Grain) -> Width:
    return "single" if grain == "single" else "float"


def _stands(bound: Bound, grain: Grain) -> int | Decimal | str:
    match bound:
        case dt.date():
            return _written(bound, grain)
        case float():
            return Decimal(shortest(bound, _width(grain)))
        case _:
            return bound


def _label(low: Turn | None, high: Turn | None) -> dict[Lang, str]:
    words: list[str] = []
    for place, joint in ((0, " och "), (1, " and ")):
        parts = ([low.reached[place]] if low else []) + ([high.below[place]] if high else [])
        words.append(joint.join(parts))
    return {"sv": words[0] or "känt", "en": words[1] or "known"}
