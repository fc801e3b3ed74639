"""Amounts as agreements give them: exact, about, bounded on one side or both, with or without a unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

from attrs import frozen

from idebur.answers import Answer
from idebur.errors import NotationError
from idebur.messages.notations import A_NUMBER, A_UNIT, AN_AMOUNT
from idebur.notation.notated import Notated
from idebur.notation.scanner import Cursor

__all__ = ["ONE_SIDED", "Amount", "number_text", "read_number"]

_MOST_DIGITS = 30
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_UNIT = re.compile(r"[^\W\d_][\w-]*|%")
_RESERVED = frozenset({"about", "over", "under", "at", "least", "most", "to", "a", "each", "before", "after"})
_MEANT: Mapping[str, str] = {
    "minst": "at least",
    "högst": "at most",
    "max": "at most",
    "min": "at least",
    "ca": "about",
    "cirka": "about",
    "circa": "about",
    "ungefär": "about",
    "omkring": "about",
    "drygt": "over",
    "knappt": "under",
    "more": "over",
    "less": "under",
    "till": "to",
}
_NUMBER = r"[0-9]+(\.[0-9]+)?(\s*/\s*[0-9]+(\.[0-9]+)?)?"


def read_number(cursor: Cursor, *expected: Any) -> Fraction:
    """Take a number from *cursor*: ``5``, ``1.5`` or ``2/3``, exactly as written.

    Raises:
        NotationError: no number stands there; it has more than thirty digits; it divides by zero.
    """
    above = _read_digits(cursor, expected)
    start = cursor.last
    if not cursor.accept("/"):
        return above
    below = _read_digits(cursor, ())
    if not below:
        span = (start.offset, cursor.last.end)
        raise cursor.fail("division-by-zero", span, found=cursor.text[slice(*span)])
    return above / below


def _read_digits(cursor: Cursor, expected: tuple[Any, ...]) -> Fraction:
    token = cursor.here
    if token is None or not _DIGITS.fullmatch(token.text):
        fault = cursor.unexpected(A_NUMBER, *expected, meant=_MEANT)
        if token is not None and (glued := re.fullmatch(r"([0-9]+)([^\W\d_]\w*)", token.text)):
            fault.nearest = " ".join(glued.groups())
        raise fault
    if sum(letter.isdigit() for letter in token.text) > _MOST_DIGITS:
        raise cursor.fail("number-too-long", token, found=f"{token.text[:_MOST_DIGITS]}…")
    return Fraction(cursor.take(A_NUMBER).text)


def number_text(number: Fraction | int) -> str:
    """Write *number* in its one canonical way, exactly.

    A whole number as such; below one as a fraction (``2/3``, ``1/2``), since there it is a share; otherwise as a
    decimal number where one is exact (``1.5``), else as a fraction (``4/3``).

    >>> [number_text(Fraction(n)) for n in ("7", "1/2", "1.50", "4/3")]
    ['7', '1/2', '1.5', '4/3']
    """
    above, below = Fraction(number).as_integer_ratio()
    if below == 1:
        return str(above)
    places, power = 0, 1
    while places < _MOST_DIGITS and power % below:
        places, power = places + 1, power * 10
    digits = str(above * power // below)
    if above < below or power % below or len(digits) > _MOST_DIGITS:
        return f"{above}/{below}"
    return f"{digits[:-places]}.{digits[-places:]}"


@frozen(repr=False)
class Amount(Notated):
    """How many or how much: ``5``, ``about 50``, ``over 70``, ``3 to 5 months``, ``at least 2/3``, ``100000 SEK``.

    An amount is what is known of a number: it lies between :attr:`low` and :attr:`high`. *About* gives no bounds at
    all, so every question to it is answered by unknown; :attr:`low` and :attr:`high` are then the numbers said.

    Raises:
        NotationError: bounds in the wrong order.
        ValueError: no bound at all, a negative one, *strict* with two bounds, or *about* with one.

    >>> Amount.parse("over 70").more_than(70)
    <Answer.YES: 'yes'>
    >>> Amount.parse("about 50").at_least(40)
    <Answer.UNKNOWN: 'unknown'>
    """

    low: Fraction | None
    """The lower bound; ``None`` where there is none."""

    high: Fraction | None
    """The upper bound; ``None`` where there is none."""

    unit: str = ""
    """``months``, ``SEK``, ``%``, as written; "" for a bare number."""

    strict: bool = False
    """Whether the one bound is itself left out: ``over``, ``under``."""

    about: bool = False

    takes_numbers: ClassVar[bool] = True
    schema: ClassVar[Mapping[str, Any]] = {
        "type": ["string", "number"],
        "pattern": rf"^\s*((about|over|under|at\s+least|at\s+most)\s+)?{_NUMBER}(\s+to\s+{_NUMBER})?(\s*%|\s+\S+)?\s*$",
        "minimum": 0,
        "description": "How many or how much: exact, about, over, under, at least, at most, or a range; then a unit.",
        "examples": ["5", "about 50", "over 70", "3 to 5", "at least 2/3", "100000 SEK", "3 months", "50 %"],
    }

    def __attrs_post_init__(self) -> None:
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        if not bounds or min(bounds) < 0 or (self.strict and len(bounds) == 2) or (self.about and len(bounds) == 1):
            raise ValueError(
                f"no amount has low {self.low}, high {self.high}, strict {self.strict}, about {self.about}"
            )
        if self.unit and not _is_unit(self.unit):
            raise ValueError(f"{self.unit!r} can be no unit")
        if bounds[0] > bounds[-1]:
            low, high = number_text(bounds[0]), number_text(bounds[-1])
            raise NotationError("range-backwards", str(self), 0, len(str(self)), {"low": low, "high": high})

    @classmethod
    def read(cls, cursor: Cursor) -> Amount:
        """Take an amount from *cursor*, with its unit."""
        return cls.read_bare(cursor, with_unit=True)

    @classmethod
    def read_bare(cls, cursor: Cursor, *expected: Any, with_unit: bool = False) -> Amount:
        """Take an amount from *cursor* and leave a word behind it alone, unless *with_unit*.

        *expected* are the words that might also have stood here.
        """
        if cursor.here is None:
            raise cursor.unexpected(AN_AMOUNT, *expected)
        for words, (has_low, has_high, strict) in _ONE_SIDED.items():
            if cursor.accept(*words):
                number = read_number(cursor)
                unit = _read_unit(cursor, with_unit)
                return cls(number if has_low else None, number if has_high else None, unit, strict)
        about = cursor.accept("about")
        first = (*ONE_SIDED, "about", *expected)
        low = high = read_number(cursor, *(() if about else first))
        start = cursor.last.offset
        if cursor.accept("to"):
            high = read_number(cursor)
            if high < low:
                span = (start, cursor.last.end)
                raise cursor.fail("range-backwards", span, low=number_text(low), high=number_text(high))
        return cls(low, high, _read_unit(cursor, with_unit), about=about)

    def __str__(self) -> str:
        words = ["about"] if self.about else []
        if self.low is None or self.high is None:
            side = (self.low is not None, self.high is not None, self.strict)
            words += next(words for words, form in _ONE_SIDED.items() if form == side)
        numbers = [number_text(bound) for bound in (self.low, self.high) if bound is not None]
        words.append(" to ".join(dict.fromkeys(numbers)))
        return " ".join([*words, self.unit] if self.unit else words)

    @property
    def is_exact(self) -> bool:
        """Whether it is one known number."""
        return self.low == self.high and not self.about

    def at_least(self, number: Fraction | int) -> Answer:
        """Whether it is *number* or more."""
        return ~self.less_than(number)

    def at_most(self, number: Fraction | int) -> Answer:
        """Whether it is *number* or less."""
        return ~self.more_than(number)

    def more_than(self, number: Fraction | int) -> Answer:
        """Whether it is more than *number*."""
        if self.about:
            return Answer.UNKNOWN
        if self.low is not None and (self.low > number or (self.strict and self.low == number)):
            return Answer.YES
        return Answer.NO if self.high is not None and self.high <= number else Answer.UNKNOWN

    def less_than(self, number: Fraction | int) -> Answer:
        """Whether it is less than *number*."""
        if self.about:
            return Answer.UNKNOWN
        if self.high is not None and (self.high < number or (self.strict and self.high == number)):
            return Answer.YES
        return Answer.NO if self.low is not None and self.low >= number else Answer.UNKNOWN

    def equals(self, number: Fraction | int) -> Answer:
        """Whether it is just *number*."""
        return self.at_least(number) & self.at_most(number)

    def allows(self, number: Fraction | int) -> Answer:
        """Whether *number* would satisfy it, when it is a demand (a quorum, a notice) and not a report."""
        if self.about:
            return Answer.UNKNOWN
        above = self.low is None or number > self.low or (number == self.low and not self.strict)
        below = self.high is None or number < self.high or (number == self.high and not self.strict)
        return Answer.of(above and below)


_ONE_SIDED: Mapping[tuple[str, ...], tuple[bool, bool, bool]] = {
    ("over",): (True, False, True),
    ("under",): (False, True, True),
    ("at", "least"): (True, False, False),
    ("at", "most"): (False, True, False),
}
"""The words before a number that bounds on one side: is it the lower, is it the upper, is it left out."""

ONE_SIDED = tuple(map(" ".join, _ONE_SIDED))
"""What may stand before a number that bounds on one side."""


def _is_unit(text: str) -> bool:
    return _UNIT.fullmatch(text) is not None and text not in _RESERVED


def _read_unit(cursor: Cursor, wanted: bool) -> str:
    token = cursor.here
    if not wanted or token is None:
        return ""
    if _is_unit(token.text):
        return cursor.take(A_UNIT).text
    fault = cursor.unexpected(A_UNIT, "to", meant=_MEANT)
    following = cursor.ahead(1)
    if re.fullmatch(r"[0-9]{3}", token.text) and cursor.last.text.isdecimal():  # 100 000
        fault.nearest = cursor.last.text + token.text
    elif token.text == "," and following is not None and following.text.isdecimal():  # 1,5
        fault.nearest = f"{cursor.last.text}.{following.text}"
    raise fault
