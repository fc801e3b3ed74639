"""Numbers of floating point, told by their shortest texts: ``0.1`` is the tenth that somebody wrote.

Not the binary number beside it; and of 32 bits as of 64 (``single``, ``float``), though as one of 64 bits the first is
0.10000000149011612. An engine is asked about numbers of 64 bits only, which hold all of both.
"""

from __future__ import annotations

import math
import struct
from decimal import Decimal
from fractions import Fraction
from typing import Literal

__all__ = ["Width", "below", "least", "nearest", "shortest"]

Width = Literal["single", "float"]


def shortest(value: float, width: Width = "float") -> str:
    """The shortest text that is read as *value* and no other number of its width.

    >>> shortest(0.1), shortest(nearest(Fraction(1, 10), "single"), "single")
    ('0.1', '0.1')
    """
    if width == "float" or not math.isfinite(value):
        return repr(value)
    texts = (f"{value:.{digits}g}" for digits in range(1, 10))
    return next(text for text in texts if _single(float(text)) == value)


def nearest(number: Fraction, width: Width = "float") -> float:
    """The number of floating point that is nearest to *number*; infinite where it is too large."""
    try:
        value = float(number)
    except OverflowError:
        value = math.inf if number > 0 else -math.inf
    return value if width == "float" else _single(value)


def least(number: Fraction, width: Width = "float", *, beyond: bool = False) -> float:
    """The least one whose shortest text is *number* or more; with *beyond*, more."""

    def there(value: float) -> bool:
        if math.isinf(value):
            return value > 0
        exact = Fraction(Decimal(shortest(value, width)))
        return exact > number if beyond else exact >= number

    value = nearest(number, width)
    while not math.isinf(value) and there(before := below(value, width)):
        value = before
    while not there(value):
        value = _beside(value, 1, width)
    return value


def below(value: float, width: Width = "float") -> float:
    """The next smaller one."""
    return _beside(value, -1, width)


def _beside(value: float, direction: int, width: Width) -> float:
    if width == "float":
        return math.nextafter(value, direction * math.inf)
    (place,) = struct.unpack("<i", struct.pack("<f", value))
    if value == 0:
        place = 1 if direction > 0 else -(1 << 31) + 1
    else:
        place += direction if value > 0 else -direction
    (beside,) = struct.unpack("<f", struct.pack("<i", place))
    return float(beside)


def _single(value: float) -> float:
    try:
        (single,) = struct.unpack("<f", struct.pack("<f", value))
    except OverflowError:
        return math.copysign(math.inf, value)
    return float(single)
