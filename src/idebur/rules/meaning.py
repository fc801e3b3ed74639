"""What each value of the rule language means: how a claim answers from the values of facts, how rules answer joined.

Inside, the three answers are ``True``, ``False`` and ``None``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from itertools import product
from operator import eq, ge, gt, le, lt
from typing import Any

from attrs import define

from idebur.absence import Absence
from idebur.errors import IdeburError, NotationError
from idebur.notation.dates import Date
from idebur.rules.language import (
    After,
    AllOf,
    AnyOf,
    AtLeast,
    Before,
    Between,
    Compares,
    IncludesAll,
    IncludesAny,
    Is,
    Named,
    Not,
    Point,
    Rule,
)
from idebur.rules.verdicts import Needed

__all__ = ["Ask", "Get", "Mistyped", "Truth", "claiming", "claiming_clause", "is_number", "joining", "read_date"]

Truth = bool | None
"""Yes, no, or (``None``) unknown."""

Get = Callable[[str], Any]
"""Gives the value of a fact, and ``None`` where it is not known."""

Ask = Callable[[Any], Truth]
"""A claim answers by way of a ``Get``; a rule that joins others, by way of whatever its parts do."""


@define(eq=False)
class Mistyped(IdeburError, TypeError):
    """The value of a fact is of another type than the fact, or a clause is attested as neither met nor not met."""

    fact: str
    found: object
    expected: str
    """The type of the fact: ``yes-no``, ``word``, ``words``, ``number`` or ``date``."""

    def __str__(self) -> str:
        return f"the value of {self.fact!r} must be of the type {self.expected}; found {self.found!r}"


# ── how rules are joined ───────────────────────────────────────────────────────────────────────────────────────────


def joining(rule: Rule, parts: Sequence[Ask]) -> Ask:
    """Answer *rule* from its *parts*: whatever these are asked of, it is asked of."""
    match rule:
        case Not():
            return _not(parts[0])
        case AllOf():
            return _until(False, parts)
        case AnyOf():
            return _until(True, parts)
        case AtLeast(number=number):
            return _at_least(number, parts)
        case _:
            raise TypeError(f"nothing is known of how a {type(rule).__name__} is judged")


def _not(part: Ask) -> Ask:
    def ask(of: Any) -> Truth:
        truth = part(of)
        return None if truth is None else not truth

    return ask


def _until(end: bool, parts: Sequence[Ask]) -> Ask:
    """*and* is over at the first no, *or* at the first yes; else they are unknown if any part is."""
    otherwise = not end
    if len(parts) == 2:
        first, second = parts

        def ask_both(of: Any) -> Truth:
            one = first(of)
            if one is end:
                return end
            other = second(of)
            return other if one is otherwise or other is end else None

        return ask_both

    def ask(of: Any) -> Truth:
        truth: Truth = otherwise
        for part in parts:
            one = part(of)
            if one is end:
                return end
            if one is None:
                truth = None
        return truth

    return ask


def _at_least(number: int, parts: Sequence[Ask]) -> Ask:
    spare = len(parts) - number

    def ask(of: Any) -> Truth:
        yes = no = 0
        for part in parts:
            truth = part(of)
            if truth is True:
                yes += 1
                if yes == number:
                    return True
            elif truth is False:
                no += 1
                if no > spare:
                    return False
        return None

    return ask


# ── what a claim asks of a fact ────────────────────────────────────────────────────────────────────────────────────


def claiming(rule: Rule, type_: str) -> tuple[Ask, Needed]:
    """Give how a single claim about a fact of this type answers from the values of facts, and what it asks."""
    match rule:
        case Named(of=name):
            return _yes_or_no(name), Needed("is", (True,))
        case Is(fact=name, words=words):
            return _word(name, words), Needed("is", words)
        case IncludesAny(fact=name, words=words):
            return _words(name, _any_of(frozenset(words))), Needed("includes-any", words)
        case IncludesAll(fact=name, words=words):
            return _words(name, frozenset(words).issubset), Needed("includes-all", words)
        case Before(fact=name, date=date):
            return _date(name, _SIGNED["<"], date), Needed("before", (date,))
        case After(fact=name, date=date):
            return _date(name, _SIGNED[">"], date), Needed("after", (date,))
        case Compares(fact=name, sign=sign, value=value) if type_ == "number":
            return _number(name, _SIGNS[sign], _plain(value)), Needed(sign, (value,))
        case Compares(fact=name, sign=sign, value=value):
            date = _as_date(value)
            return _date(name, _SIGNED[sign], date), Needed(sign, (date,))
        case Between(fact=name, low=low, high=high) if type_ == "number":
            from_low, to_high = _number(name, ge, _plain(low)), _number(name, le, _plain(high))
            return _until(False, (from_low, to_high)), Needed("between", (low, high))
        case Between(fact=name, low=low, high=high):
            first, last = _as_date(low), _as_date(high)
            return _date(name, _within, first, last), Needed("between", (first, last))
        case _:
            raise TypeError(f"nothing is known of how a {type(rule).__name__} is judged")


def _refuse(name: str, value: object, type_: str) -> Truth:
    """Refuse a value that is of none of the kinds its fact has; what is not said is only not known."""
    if isinstance(value, Absence):
        return None
    raise Mistyped(name, value, type_)


def claiming_clause(name: str) -> Ask:
    """Answer a clause that only people can judge, by what is attested of it."""
    return _yes_or_no(name)


# Each looks first for the class that a value nearly always has: an organisation is judged in less than a microsecond.


def _yes_or_no(name: str) -> Ask:
    def ask(get: Get) -> Truth:
        value = get(name)
        if value is True or value is False or value is None:
            return value
        return _refuse(name, value, "yes-no")

    return ask


def _word(name: str, words: tuple[str, ...]) -> Ask:
    asked = frozenset(words)

    def ask(get: Get) -> Truth:
        value = get(name)
        if value.__class__ is str:
            return value in asked
        return None if value is None else _refuse(name, value, "word")

    return ask


def _any_of(words: frozenset[str]) -> Callable[[Collection[str]], bool]:
    return lambda value: not words.isdisjoint(value)


def _words(name: str, holds: Callable[[Collection[str]], bool]) -> Ask:
    def ask(get: Get) -> Truth:
        value = get(name)
        if value is None:
            return None
        if value.__class__ is str:
            return holds((value,))
        if value.__class__ is not tuple:
            return _refuse(name, value, "words")
        return True if holds(value) else None if None in value else False

    return ask


def _number(name: str, compare: Callable[[Any, Any], bool], bound: int | Fraction) -> Ask:
    def ask(get: Get) -> Truth:
        value = get(name)
        if value.__class__ is int or is_number(value):
            return compare(value, bound)
        return None if value is None else _refuse(name, value, "number")

    return ask


def is_number(value: object) -> bool:
    """Whether a value is a number that is compared exactly: no truth value, no ``float``, neither infinite nor NaN."""
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def _plain(value: Point) -> int | Fraction:
    """The same number as an ``int`` where it is one: compared far faster, and as exactly."""
    number = Fraction(value.year) if isinstance(value, Date) else value
    return number.numerator if number.denominator == 1 else number


_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {"=": eq, "<": lt, "<=": le, ">": gt, ">=": ge}


Period = tuple[dt.date, dt.date]
"""First and last day."""


def _date(name: str, holds: Callable[..., Truth], *periods: Date) -> Ask:
    asked = tuple(product(*(date.readings for date in periods)))

    def ask(get: Get) -> Truth:
        value = get(name)
        if value is None:
            return None
        date = read_date(value)
        if date is None:
            return _refuse(name, value, "date")
        truths = {holds(reading, *one) for reading in date.readings for one in asked}
        return truths.pop() if len(truths) == 1 else None

    return ask


def read_date(value: object) -> Date | None:
    """Read the value of a date fact: a date, its text, or a bare year as a number; ``None`` where it is none."""
    if isinstance(value, Date):
        return value
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        with suppress(NotationError):
            return Date.parse(str(value))
    return None


def _as_date(value: Point) -> Date:
    return value if isinstance(value, Date) else Date(int(value))


def _within(days: Period, low: Period, high: Period) -> Truth:
    """Whether a day somewhere in *days* lies from the first day of *low* to the last of *high*."""
    first, last = low[0], high[1]
    if days[1] < first or days[0] > last or last < first:
        return False
    return True if first <= days[0] and days[1] <= last else None


def _earlier(days: Period, period: Period) -> Truth:
    return True if days[1] < period[0] else False if days[0] >= period[0] else None


def _later(days: Period, period: Period) -> Truth:
    return True if days[0] > period[1] else False if days[1] <= period[1] else None


def _not_earlier(days: Period, period: Period) -> Truth:
    earlier = _earlier(days, period)
    return None if earlier is None else not earlier


def _not_later(days: Period, period: Period) -> Truth:
    later = _later(days, period)
    return None if later is None else not later


_SIGNED: Mapping[str, Callable[[Period, Period], Truth]] = {
    "=": lambda days, period: _within(days, period, period),
    "<": _earlier,
    "<=": _not_later,
    ">": _later,
    ">=": _not_earlier,
}
