"""Balance: what is called impossible has no solution, and what is called possible has one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from idebur.checks.balance import Bounds, Side, can_be_met

_MOST = 12
PARTS = st.integers(1, 8)


def _exactly(number: int) -> Bounds:
    return Bounds(Fraction(number), Fraction(number))


@st.composite
def sides(draw: st.DrawFn) -> tuple[Side, ...]:
    """Two or three sides with at most twelve seats each; shrinks towards none."""
    found = []
    for key in draw(st.sampled_from(["ab", "abc"])):
        low = draw(st.integers(0, _MOST))
        high = draw(st.integers(low, _MOST))
        found.append(Side(key, 1, Bounds(Fraction(low), Fraction(high)), _exactly(draw(PARTS))))
    return tuple(found)


def _side(key: str, low: int, high: int, part: int) -> Side:
    return Side(key, 1, Bounds(Fraction(low), Fraction(high)), _exactly(part))


@given(sides())
@example((_side("a", 1, 1, 2), _side("b", 1, 2, 3)))  # one to one and a half: within the bounds, but no whole number
@example((_side("a", 2, 2, 2), _side("b", 1, 3, 3)))
def test_a_balance_can_be_met_just_when_some_numbers_of_seats_meet_it(held: tuple[Side, ...]) -> None:
    """The oracle tries every number of seats within the bounds."""
    ranges = [range(int(side.count.low), int(side.count.high or 0) + 1) for side in held]
    parts = [side.part.low for side in held]
    met = any(
        len({number / part for number, part in zip(numbers, parts, strict=True)}) == 1 for numbers in product(*ranges)
    )
    assert can_be_met(held) == met


@given(sides(), st.integers(1, 5))
def test_parts_count_only_in_relation_to_each_other(held: tuple[Side, ...], times: int) -> None:
    """Equal shares stay so when all are doubled, unless a part then no longer is a whole number of seats."""
    scaled = tuple(Side(one.key, one.seats, one.count, _exactly(int(one.part.low) * times)) for one in held)
    assert can_be_met(scaled) == can_be_met(held)


@given(sides())
def test_without_an_upper_bound_a_balance_can_always_be_met(held: tuple[Side, ...]) -> None:
    """Silence on the number of seats contradicts nothing."""
    open_ = tuple(Side(one.key, one.seats, Bounds(one.count.low), one.part) for one in held)
    assert can_be_met(open_)
