"""The values of a fact that some rules can tell apart: of each class of values that they cannot, one sample.

A rule compares a fact with finitely many words, numbers and days, so all other values fall into finitely many classes:
of words those that are mentioned and one other; of numbers and days those that are mentioned and the intervals between
them. That is the whole of what a rule can see, and so a question about all organisations becomes one about finitely
many.

Numbers are those that a file can write, of any number of decimals and below 0 too; days are those of the years 1 to
9999.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import count, pairwise

from idebur.notation.dates import Date
from idebur.rules.language import After, Before, Between, Compares, IncludesAll, IncludesAny, Is, Point, Rule

__all__ = ["OTHER", "Sample", "days", "numbers", "points", "words", "words_of"]

Sample = bool | int | Decimal | str
"""One value of a fact; of a set of words, one word that may be in it."""

OTHER = "other"
"""A word that nobody mentions, for a fact that may have any."""


def words_of(claim: Rule) -> tuple[str, ...]:
    """The words that a single claim mentions."""
    return claim.words if isinstance(claim, (Is, IncludesAny, IncludesAll)) else ()


def points(claim: Rule) -> tuple[Point, ...]:
    """The numbers and dates that a single claim compares with."""
    match claim:
        case Compares(value=value):
            return (value,)
        case Before(date=date) | After(date=date):
            return (date,)
        case Between(low=low, high=high):
            return (low, high)
        case _:
            return ()


def words(mentioned: Iterable[str], allowed: Collection[str]) -> tuple[str, ...]:
    """The words that are mentioned, and one other where there is one: of those that are *allowed* (none means any).

    >>> words(["public"], [])
    ('public', 'other')
    >>> words(["public"], ["public", "academia", "business"])
    ('public', 'academia')
    """
    known = tuple(dict.fromkeys(word for word in mentioned if not allowed or word in allowed))
    if allowed:
        other = next((word for word in allowed if word not in known), None)
    else:
        other = next(word for word in _others() if word not in known)
    return known if other is None else (*known, other)


def _others() -> Iterator[str]:
    yield OTHER
    yield from (f"{OTHER}-{number}" for number in count(2))


def numbers(mentioned: Iterable[Point]) -> tuple[int | Decimal, ...]:
    """Each number that is mentioned, one below, one above, and one between each two.

    A number that no file can write, such as a third, is left out. They come in an order of how likely an organisation
    has them: whole numbers, then numbers with decimals, then one below 0.

    >>> numbers([Fraction(10), Fraction(11)])
    (0, 10, 11, 12, Decimal('10.1'))
    """
    marks = sorted({point for point in mentioned if isinstance(point, Fraction)})
    if not marks:
        return (0,)
    below = Fraction(0) if marks[0] > 0 else Fraction(-1)
    above = Fraction(marks[-1].__floor__() + 1)
    values = sorted([below, *marks, *(_between(low, high) for low, high in pairwise(marks)), above])
    likely = sorted(values, key=lambda number: (number < 0, number.denominator > 1))
    return tuple(_written(number) for number in likely if _is_decimal(number))


def _between(low: Fraction, high: Fraction) -> Fraction:
    """The number of fewest decimals that lies between two, and the least of those."""
    scale = 1
    while True:
        number = Fraction((low * scale).__floor__() + 1, scale)
        if number < high:
            return number
        scale *= 10


def _is_decimal(number: Fraction) -> bool:
    below = number.denominator
    for factor in (2, 5):
        while below % factor == 0:
            below //= factor
    return below == 1


def _written(number: Fraction) -> int | Decimal:
    if number.denominator == 1:
        return int(number)
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    # By its digits: the arithmetic of Decimal would round.
    digits = int(number * 10**places)
    return Decimal((0 if digits >= 0 else 1, tuple(map(int, str(abs(digits)))), -places))


def days(mentioned: Iterable[Point]) -> tuple[str, ...]:
    """Each first and last day that a mentioned date can have, one before, one after, and one between each two."""
    marks: set[int] = set()
    for point in mentioned:
        date = point if isinstance(point, Date) else Date(int(point))
        for first, last in date.readings:
            marks |= {first.toordinal(), last.toordinal()}
    ordered = sorted(marks)
    found: Sequence[int] = [dt.date(2000, 1, 1).toordinal()]
    if ordered:
        between = [low + 1 for low, high in pairwise(ordered) if high - low > 1]
        found = sorted([ordered[0] - 1, *ordered, *between, ordered[-1] + 1])
    low, high = dt.date.min.toordinal(), dt.date.max.toordinal()
    return tuple(dt.date.fromordinal(day).isoformat() for day in found if low <= day <= high)
