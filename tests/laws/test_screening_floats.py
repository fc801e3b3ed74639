"""A number of floating point is told by its shortest text, whether of 32 bits or of 64."""

from __future__ import annotations

import math
import struct
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from idebur.screening.floats import Width, below, least, nearest, shortest

WIDTHS: tuple[Width, ...] = ("single", "float")
singles = st.floats(width=32, allow_nan=False, allow_infinity=False)
numbers = st.fractions() | singles.map(Fraction) | st.decimals(allow_nan=False, allow_infinity=False).map(Fraction)


def as_single(value: float) -> float:
    (single,) = struct.unpack("<f", struct.pack("<f", value))
    return float(single)


@given(value=singles)
def test_the_shortest_text_is_read_as_the_number_and_no_shorter_one_is(value: float) -> None:
    text = shortest(value, "single")
    assert as_single(float(text)) == value
    digits = len(Decimal(text).normalize().as_tuple().digits)
    assert digits == 1 or as_single(float(f"{value:.{digits - 2}e}")) != value


@given(value=singles)
def test_between_a_number_and_the_one_below_there_is_none(value: float) -> None:
    before = below(value, "single")
    assert before < value
    assert math.isinf(before) or as_single((before + value) / 2) in (before, value)


@pytest.mark.parametrize("width", WIDTHS)
@given(number=numbers, beyond=st.booleans())
@example(number=Fraction(10**400), beyond=False)
@example(number=Fraction(-(10**400)), beyond=True)
@example(number=Fraction(10**39), beyond=False)
@example(number=Fraction(-(10**39)), beyond=False)
def test_the_least_has_reached_the_number_and_the_one_below_has_not(
    width: Width, number: Fraction, beyond: bool
) -> None:
    def there(value: float) -> bool:
        exact = Fraction(Decimal(shortest(value, width)))
        return exact > number if beyond else exact >= number

    found = least(number, width, beyond=beyond)
    assert found == nearest(Fraction(found), width) if math.isfinite(found) else found > 0
    assert math.isinf(found) or there(found)
    before = below(found, width) if math.isfinite(found) else nearest(Fraction(10**400), width)
    assert math.isinf(before) or not there(before)
