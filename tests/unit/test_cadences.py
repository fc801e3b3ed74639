"""Cadences: how often something comes back."""

from __future__ import annotations

from fractions import Fraction

import pytest

from idebur.errors import NotationError
from idebur.notation.amounts import Amount
from idebur.notation.cadences import PERIODS, AtNeed, Cadence, Every, Rate, Relative


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("year", 1, 1),
        ("2 years", Fraction(1, 2), Fraction(1, 2)),
        ("month", 12, 12),
        ("half-year", 2, 2),
        ("term", None, None),
        ("2 terms", None, None),
        ("4 a year", 4, 4),
        ("3 to 5 a year", 3, 5),
        ("at least 4 a year", 4, None),
        ("at most 6 a year", None, 6),
        ("about 4 a year", None, None),
        ("2 a term", None, None),
        ("1 each half-year", 2, 2),
        ("2 a year, 1 each half-year", 2, 2),
        ("at least 1 each quarter, at most 6 a year", 4, 6),
        ("at need", None, None),
        ("at need, at least 1 before large-meeting", None, None),
        ("at need, at least 1 a year", 1, None),
        ("1 before large-meeting", None, None),
        ("1 after bodies.partnership", None, None),
    ],
)
def test_a_cadence_reads_writes_and_tells_how_often_in_a_year(
    text: str, low: Fraction | None, high: Fraction | None
) -> None:
    found = Cadence.parse(text)
    assert str(found) == text
    assert found.per_year == (low, high)


def test_days_and_weeks_are_those_of_an_average_gregorian_year() -> None:
    """Over 400 years there are 146,097 days, which are 20,871 whole weeks."""
    assert Cadence.parse("day").per_year == (Fraction(146097, 400),) * 2
    assert Cadence.parse("week").per_year == (Fraction(20871, 400),) * 2
    assert Cadence.parse("2 weeks").per_year == Cadence.parse("fortnight").per_year


def test_a_cadence_is_its_parts() -> None:
    one = Amount(Fraction(1), Fraction(1))
    some = Amount(Fraction(1), None)
    assert Cadence.parse("at need, at least 1 before large-meeting").parts == (
        AtNeed(),
        Relative(some, "before", "large-meeting"),
    )
    assert Cadence.parse("2 years, 1 each half-year, 1 a term").parts == (
        Every(2, "year"),
        Rate(one, "half-year", spread=True),
        Rate(one, "term"),
    )
    assert Cadence.parse("1 year") == Cadence.parse("year")


def test_what_a_cadence_is_relative_to_is_exposed_once() -> None:
    assert Cadence.parse("1 before b, 1 after a, 2 after b").references == ("b", "a")
    assert Cadence.parse("year").references == ()


@pytest.mark.parametrize(
    ("text", "code", "offset", "nearest"),
    [
        ("", "nothing-written", 0, None),
        ("yaer", "unexpected-word", 0, "year"),
        ("years", "unexpected-word", 0, "year"),
        ("årligen", "unexpected-word", 0, "year"),
        ("every year", "unexpected-word", 0, None),
        ("vid behov", "unexpected-word", 0, "at need"),
        ("xyzzy", "unexpected-word", 0, None),
        ("atleast 4 a year", "unexpected-word", 0, "at least"),
        ("4 per year", "unexpected-word", 2, "a"),
        ("4 times a year", "unexpected-word", 2, "a"),
        ("4 a yaer", "unexpected-word", 4, "year"),
        ("4 a years", "unexpected-word", 4, "year"),
        ("4 a", "text-ends-early", 3, None),
        ("4", "text-ends-early", 1, None),
        ("2 year", "unexpected-word", 2, "years"),
        ("1 years", "unexpected-word", 2, "year"),
        ("at least 2 years", "unexpected-word", 11, None),
        ("0 a year", "count-not-whole", 0, None),
        ("1.5 a year", "count-not-whole", 0, None),
        ("at least 2/3 a year", "count-not-whole", 0, None),
        ("year,", "text-ends-early", 5, None),
        ("year, 0 a year", "count-not-whole", 6, None),
        ("at need at least 1 a year", "unexpected-word", 8, None),
        ("1 before Large_Meeting", "not-a-key", 9, "large-meeting"),
        ("1 before", "text-ends-early", 8, None),
        ("(", "unexpected-word", 0, None),
    ],
)
def test_what_is_no_cadence_is_refused_at_its_place(text: str, code: str, offset: int, nearest: str | None) -> None:
    with pytest.raises(NotationError) as caught:
        Cadence.parse(text)
    assert (caught.value.code, caught.value.offset) == (code, offset)
    if nearest is not None:
        assert caught.value.nearest == nearest
    assert caught.value.nearest is None or caught.value.nearest != caught.value.params.get("found")
    assert not (offset == 0 and caught.value.nearest in ("a", "each"))


def test_no_part_without_a_text_can_be_built() -> None:
    half, one = Amount.parse("1/2"), Amount.parse("1")
    for build, code in (
        (lambda: Every(0, "year"), "count-not-whole"),
        (lambda: Every(1, "yaer"), "unexpected-word"),
        (lambda: Rate(half, "year"), "count-not-whole"),
        (lambda: Rate(Amount.parse("1 SEK"), "year"), "count-not-whole"),
        (lambda: Rate(one, "years"), "unexpected-word"),
        (lambda: Relative(half, "before", "x"), "count-not-whole"),
        (lambda: Relative(one, "before", "X"), "not-a-key"),
    ):
        with pytest.raises(NotationError) as caught:
            build()
        assert caught.value.code == code
    with pytest.raises(ValueError, match="none of"):
        Relative(one, "during", "x")
    with pytest.raises(ValueError, match="at least one part"):
        Cadence(())


def test_the_periods_are_these() -> None:
    assert list(PERIODS) == ["day", "week", "fortnight", "month", "quarter", "half-year", "year", "term"]
