"""What each value of the rule language means: how a claim answers from the values of facts, how rules answer joined.

An ``Ask`` answers from the values of facts, without more steps than it takes: it is what judging many costs.
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
from idebur.answers import Answer
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

__all__ = ["Ask", "Mistyped", "claiming", "claiming_clause", "is_number", "joining", "read_date"]

Ask = Callable[[Any], Answer]
"""Answers from a mapping of facts to values. A rule that joins others hands to its parts whatever it is given."""

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


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
            return _until(NO, parts)
        case AnyOf():
            return _until(YES, parts)
        case AtLeast(number=number):
            return _at_least(number, parts)
        case _:
            raise TypeError(f"nothing is known of how a {type(rule).__name__} is judged")


def _not(part: Ask) -> Ask:
    def ask(of: Any) -> Answer:
        one = part(of)
        return NO if one is YES else YES if one is NO else UNKNOWN

    return ask


def _until(end: Answer, parts: Sequence[Ask]) -> Ask:
    """*and* is over at the first no, *or* at the first yes; else they are unknown if any part is."""
    otherwise = ~end
    if len(parts) == 2:
        first, second = parts

        def ask_both(of: Any) -> Answer:
            one = first(of)
            if one is end:
                return end
            other = second(of)
            return other if one is otherwise or other is end else UNKNOWN

        return ask_both

    def ask(of: Any) -> Answer:
        answer = otherwise
        for part in parts:
            one = part(of)
            if one is end:
                return end
            if one is UNKNOWN:
                answer = UNKNOWN
        return answer

    return ask


def _at_least(number: int, parts: Sequence[Ask]) -> Ask:
    spare = len(parts) - number

    def ask(of: Any) -> Answer:
        yes = no = 0
        for part in parts:
            one = part(of)
            if one is YES:
                yes += 1
                if yes == number:
                    return YES
            elif one is NO:
                no += 1
                if no > spare:
                    return NO
        return UNKNOWN

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
            return _words(name, words, _any_of), Needed("includes-any", words)
        case IncludesAll(fact=name, words=words):
            return _words(name, words, frozenset.issubset), Needed("includes-all", words)
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
            return _until(NO, (from_low, to_high)), Needed("between", (low, high))
        case Between(fact=name, low=low, high=high):
            first, last = _as_date(low), _as_date(high)
            return _date(name, _within, first, last), Needed("between", (first, last))
        case _:
            raise TypeError(f"nothing is known of how a {type(rule).__name__} is judged")


def _refuse(name: str, value: object, type_: str) -> Answer:
    """Refuse a value that is of none of the kinds its fact has; what is not said is only not known."""
    if value is None or isinstance(value, Absence):
        return UNKNOWN
    raise Mistyped(name, value, type_)


def claiming_clause(name: str) -> Ask:
    """Answer a clause that only people can judge, by what is attested of it."""
    return _yes_or_no(name)


# Each looks first for the class that a value nearly always has.


def _yes_or_no(name: str) -> Ask:
    def ask(values: Mapping[str, Any]) -> Answer:
        value = values.get(name)
        if value is True:
            return YES
        return NO if value is False else _refuse(name, value, "yes-no")

    return ask


def _word(name: str, words: tuple[str, ...]) -> Ask:
    asked = frozenset(words)

    def ask(values: Mapping[str, Any]) -> Answer:
        value = values.get(name)
        if value.__class__ is str:
            return YES if value in asked else NO
        return _refuse(name, value, "word")

    return ask


def _words(name: str, words: tuple[str, ...], includes: Callable[[frozenset[str], Collection[str]], bool]) -> Ask:
    asked = frozenset(words)

    def ask(values: Mapping[str, Any]) -> Answer:
        value = values.get(name)
        if value.__class__ is str:
            value = (value,)
        elif value.__class__ is not tuple:
            return _refuse(name, value, "words")
        if includes(asked, value):
            return YES
        return UNKNOWN if None in value else NO  # a set of which not every word is known

    return ask


def _any_of(asked: frozenset[str], value: Collection[str]) -> bool:
    return not asked.isdisjoint(value)


def _number(name: str, compare: Callable[[Any, Any], bool], bound: int | Fraction) -> Ask:
    def ask(values: Mapping[str, Any]) -> Answer:
        value = values.get(name)
        if value.__class__ is int or is_number(value):
            return YES if compare(value, bound) else NO
        return _refuse(name, value, "number")

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


def _date(name: str, holds: Callable[..., Answer], *periods: Date) -> Ask:
    asked = tuple(product(*(date.readings for date in periods)))

    def ask(values: Mapping[str, Any]) -> Answer:
        value = values.get(name)
        date = read_date(value)
        if date is None:
            return _refuse(name, value, "date")
        answers = {holds(reading, *one) for reading in date.readings for one in asked}
        return answers.pop() if len(answers) == 1 else UNKNOWN

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


def _within(days: Period, low: Period, high: Period) -> Answer:
    """Whether a day somewhere in *days* lies from the first day of *low* to the last of *high*."""
    first, last = low[0], high[1]
    if days[1] < first or days[0] > last or last < first:
        return NO
    return YES if first <= days[0] and days[1] <= last else UNKNOWN


def _earlier(days: Period, period: Period) -> Answer:
    return YES if days[1] < period[0] else NO if days[0] >= period[0] else UNKNOWN


def _later(days: Period, period: Period) -> Answer:
    return YES if days[0] > period[1] else NO if days[1] <= period[1] else UNKNOWN


_SIGNED: Mapping[str, Callable[[Period, Period], Answer]] = {
    "=": lambda days, period: _within(days, period, period),
    "<": _earlier,
    "<=": lambda days, period: ~_later(days, period),
    ">": _later,
    ">=": lambda days, period: ~_earlier(days, period),
}
