"""What an engine computes of a column, said without any engine: the *keys* by which rows are told apart.

Two rows whose keys are equal have the same verdicts, so that each combination of keys is judged once. A column of few
values is its own key (:class:`Raw`). A column of very many (numbers, dates, sets of codes) has as its key where a value
lies among the bounds that the rules name (:class:`Steps`), or which of their words it holds (:class:`Holds`,
:class:`Choice`): the truths of the claims, and nothing finer.

Everything that engines disagree on is settled here: what a blank is, how a pattern is written, that NaN and the
infinities are no numbers. A key is NULL where the fact is not known, and :data:`ASTRAY` where the cell cannot be read.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final, Literal

from attrs import frozen

__all__ = [
    "ASTRAY",
    "BLANKS",
    "DIGITS",
    "SHORT",
    "Bound",
    "Choice",
    "DateForm",
    "Holds",
    "Key",
    "Kind",
    "NumberForm",
    "Raw",
    "Steps",
    "digits_of",
    "escaped",
    "one_of",
    "tokens",
]

BLANKS: Final = " \t\r\n\u00a0"
"""What is taken off both ends of a text."""

ASTRAY: Final = -1
"""The key of a cell that cannot be read."""

DIGITS: Final = 30
"""So many digits may stand before the decimals of a number in a text, and so many decimals."""

SHORT: Final = 15
"""A number written with no more signs than these is told from all others by the number of floating point beside it."""

Kind = Literal["text", "truth", "whole", "decimal", "single", "float", "date", "timestamp", "texts", "other"]
"""What a column holds. A ``single`` is a number of floating point in 32 bits, a ``float`` in 64; ``texts`` is a list in
each cell; ``other`` is what no fact can be read from."""

Bound = int | Decimal | float | dt.date


def digits_of(number: Decimal) -> str:
    """All digits of a number that a rule names, in as many places as one in a text can have; none is below 0."""
    whole, _, decimals = f"{number:f}".partition(".")
    return whole.zfill(DIGITS) + decimals.ljust(DIGITS, "0")


def escaped(text: str) -> str:
    """Write a text so that it stands for itself in the regular expressions of RE2, Rust and Java alike."""
    return "".join(f"\\{sign}" if sign in r"\.+*?()[]{}|^$" else sign for sign in text)


def one_of(texts: tuple[str, ...]) -> str:
    """The pattern of any one of some texts."""
    return f"(?:{'|'.join(map(escaped, texts))})"


@frozen
class NumberForm:
    """How a number is written in a text: the sign before its decimals, and the one between thousands ("" for none)."""

    decimal: str = "."
    thousands: str = ""

    @property
    def pattern(self) -> str:
        """The whole of a text that is a number: thousands in groups of three or not at all, a short exponent."""
        whole = f"[0-9]{{1,{DIGITS}}}"
        if self.thousands:
            whole = f"(?:{whole}|[0-9]{{1,3}}(?:{escaped(self.thousands)}[0-9]{{3}}){{1,9}})"
        return rf"\A[+-]?{whole}(?:{escaped(self.decimal)}[0-9]{{1,{DIGITS}}})?(?:[eE][+-]?[0-9]{{1,2}})?\z"

    def read(self, text: str) -> Decimal | None:
        """Read a number; ``None`` where it is none."""
        if re.search(self.pattern.replace(r"\z", r"\Z"), text) is None:
            return None
        plain = text.replace(self.thousands, "") if self.thousands else text
        return Decimal(plain.replace(self.decimal, "."))


@frozen
class DateForm:
    """How a date is written in a text: ``YYYY``, ``MM`` and ``DD`` with signs between, such as ``DD/MM/YYYY``."""

    form: str = "YYYY-MM-DD"

    @property
    def pattern(self) -> str:
        """The whole of a text that has this form."""
        pieces = re.split("(YYYY|MM|DD)", self.form)
        digits = {"YYYY": "[0-9]{4}", "MM": "[0-9]{2}", "DD": "[0-9]{2}"}
        return rf"\A{''.join(digits.get(piece, escaped(piece)) for piece in pieces)}\z"

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """How precise a date is that has this form."""
        return "day" if "DD" in self.form else "month" if "MM" in self.form else "year"

    @property
    def is_a_form(self) -> bool:
        """Whether it names the year once, the month at most once, and the day at most once and beside the month."""
        years, months, days = (self.form.count(piece) for piece in ("YYYY", "MM", "DD"))
        rest = re.sub("YYYY|MM|DD", "", self.form)
        return years == 1 and days <= months <= 1 and not re.search("[A-Za-z0-9]", rest)

    def at(self, piece: str) -> int | None:
        """Where a piece begins, from 0; ``None`` where the form has none."""
        place = self.form.find(piece)
        return None if place < 0 else place


@frozen
class Raw:
    """The value of the column itself, as it is."""

    column: str


@frozen
class Steps:
    """How many of *bounds*, which rise, a number or a date has reached (``>=``).

    *form* is how it is written, where the column holds texts; the dates of a form without a day or month are those of
    the first. What says nothing is *empty* there, else one of the values *nothing*.
    """

    column: str
    bounds: tuple[Bound, ...]
    form: NumberForm | DateForm | None = None
    empty: tuple[str, ...] = ()
    nothing: tuple[Bound, ...] = ()


@frozen
class Holds:
    """Which of *groups* a set of codes has one of: a bit for each, the first the lowest.

    *separator* stands between the codes of a cell; ``None`` for a column of lists. A list with a NULL in it is not
    known, nor one of a single text that says nothing. With *among*, a set that holds anything else has one bit more;
    or, if *strict*, is :data:`ASTRAY`.
    """

    column: str
    separator: str | None
    groups: tuple[tuple[str, ...], ...]
    among: tuple[str, ...] | None = None
    strict: bool = False
    empty: tuple[str, ...] = ()

    @property
    def bits(self) -> int:
        """How many bits it has."""
        return len(self.groups) + (self.among is not None and not self.strict)


@frozen
class Choice:
    """Which of *groups* a code is in: its number from 0; one further for any other, or :data:`ASTRAY` if *strict*."""

    column: str
    groups: tuple[tuple[str, ...], ...]
    strict: bool
    empty: tuple[str, ...] = ()


Key = Raw | Steps | Holds | Choice


def tokens(separator: str) -> tuple[str, str]:
    """What stands before and after a code in a cell with several: patterns."""
    blank, sign = f"[{BLANKS}]*", escaped(separator)
    return rf"(?:\A|{sign}){blank}", rf"{blank}(?:{sign}|\z)"
