"""What a bare scalar of YAML means: the core schema of YAML 1.2.2 (section 10.3.2), with nothing silently changed.

So ``NO``, ``on`` and ``12:30`` are texts. Where the core schema would lose what was written, this reader keeps it:

- A number that Python prints differently (``1.10``, ``1e3``, ``0x1F``, ``+5``) is a :class:`WrittenInt` or
  :class:`WrittenFloat`: the number, with its text. So whoever wants a text can show what was written.
- A decimal number with a needless leading zero (``0114``, ``01.10``) is a text: nobody writes a quantity so, but
  codes of municipalities, telephone numbers and dates are. Where a number is due, the reader above finds a text and
  says so.
- A number of more than :data:`LONGEST_NUMBER` characters, or outside what a float can hold (``1e999``, ``1e-999``), is
  a text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import partial
from typing import Final, Self

__all__ = ["LONGEST_NUMBER", "Scalar", "WrittenFloat", "WrittenInt", "is_number", "resolve"]

LONGEST_NUMBER: Final = 100
"""A longer number stays a text: Python refuses to print integers of more than 4,300 digits, and none is a quantity."""


class WrittenInt(int):
    """A whole number whose :attr:`text` in the file is not how Python prints it (``+5``, ``0x1F``)."""

    text: str

    def __new__(cls, number: int, text: str) -> Self:
        """Keep *text* beside *number*."""
        made = super().__new__(cls, number)
        made.text = text
        return made

    def __reduce__(self) -> tuple[type[WrittenInt], tuple[int, str]]:
        return WrittenInt, (int(self), self.text)

    def __str__(self) -> str:
        return self.text


class WrittenFloat(float):
    """A decimal number whose :attr:`text` in the file is not how Python prints it (``1.10``, ``1e3``)."""

    text: str

    def __new__(cls, number: float, text: str) -> Self:
        """Keep *text* beside *number*."""
        made = super().__new__(cls, number)
        made.text = text
        return made

    def __reduce__(self) -> tuple[type[WrittenFloat], tuple[float, str]]:
        return WrittenFloat, (float(self), self.text)

    def __str__(self) -> str:
        return self.text


Scalar = str | int | float | bool | None

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST: Final = frozenset("~nNtTfF+-.0123456789")
_NUMBER: Final = re.compile(
    r"""
      (?P<needless_zero> (?= [-+]?0[0-9] ) (?: [-+]?[0-9]+ | FLOAT ) )
    | (?P<decimal> [-+]?[0-9]+ )
    | (?P<float> FLOAT )
    | (?P<octal> 0o[0-7]+ )
    | (?P<hexadecimal> 0x[0-9a-fA-F]+ )
    | (?P<infinite> [-+]?\.(?: inf | Inf | INF ) | \.(?: nan | NaN | NAN ) )
    """.replace("FLOAT", r"[-+]?(?: \.[0-9]+ | [0-9]+(?:\.[0-9]*)? )(?: [eE][-+]?[0-9]+ )?"),
    re.ASCII | re.VERBOSE,
)


def resolve(text: str) -> Scalar:
    """Say what the bare scalar *text* means.

    >>> [resolve(text) for text in ("NO", "12:30", "2018-12-11", "0114", "2018", "true", "~")]
    ['NO', '12:30', '2018-12-11', '0114', 2018, True, None]
    >>> str(resolve("1.10")), resolve("1.10") == 1.1
    ('1.10', True)
    """
    if not text:
        return None
    if text[0] not in _FIRST:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return _number(text)


def is_number(text: str) -> bool:
    """Tell whether the core schema takes the bare *text* for a number, also where :func:`resolve` keeps the text."""
    return _NUMBER.fullmatch(text) is not None


def _number(text: str) -> Scalar:
    found = _NUMBER.fullmatch(text)
    if found is None or len(text) > LONGEST_NUMBER:
        return text
    return _READ[str(found.lastgroup)](text)


def _whole(text: str, base: int) -> int:
    number = int(text, base)
    return number if str(number) == text else WrittenInt(number, text)


def _decimal(text: str) -> Scalar:
    number = float(text)
    if math.isinf(number) or (number == 0 and re.search("[1-9]", re.split("[eE]", text)[0])):
        return text
    return number if repr(number) == text else WrittenFloat(number, text)


def _not_finite(text: str) -> WrittenFloat:
    return WrittenFloat(float(text.replace(".", "")), text)


_READ: Final[dict[str, Callable[[str], Scalar]]] = {
    "needless_zero": str,
    "decimal": partial(_whole, base=10),
    "float": _decimal,
    "octal": partial(_whole, base=8),
    "hexadecimal": partial(_whole, base=16),
    "infinite": _not_finite,
}
"""How each form of number is read."""
