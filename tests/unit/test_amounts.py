"""Amounts: what is known of a number."""

from __future__ import annotations

from fractions import Fraction

import pytest
from pydantic import BaseModel, ValidationError

from idebur.answers import Answer
from idebur.errors import NotationError
from idebur.notation.amounts import Amount, number_text

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "strict", "about"),
    [
        ("5", 5, 5, "", False, False),
        ("0", 0, 0, "", False, False),
        ("about 50", 50, 50, "", False, True),
        ("about 40 to 50", 40, 50, "", False, True),
        ("over 70", 70, None, "", True, False),
        ("under 10", None, 10, "", True, False),
        ("3 to 5", 3, 5, "", False, False),
        ("at least 2/3", Fraction(2, 3), None, "", False, False),
        ("at most 3", None, 3, "", False, False),
        ("100000 SEK", 100000, 100000, "SEK", False, False),
        ("3 months", 3, 3, "months", False, False),
        ("50 %", 50, 50, "%", False, False),
        ("at least 3 months", 3, None, "months", False, False),
        ("1.5 years", Fraction(3, 2), Fraction(3, 2), "years", False, False),
    ],
)
def test_an_amount_reads_and_writes(
    text: str, low: Fraction | None, high: Fraction | None, unit: str, strict: bool, about: bool
) -> None:
    found = Amount.parse(text)
    assert (found.low, found.high, found.unit, found.strict, found.about) == (low, high, unit, strict, about)
    assert str(found) == text
    assert found.is_exact == (low == high and not about)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("  3   to 5", "3 to 5"),
        ("50%", "50 %"),
        ("007", "7"),
        ("2.50", "2.5"),
        ("2/4", "1/2"),
        ("0.5", "1/2"),
        ("4/2", "2"),
        ("3/2", "1.5"),
        ("4/3", "4/3"),
        ("5 to 5", "5"),
    ],
)
def test_one_amount_has_one_text(text: str, canonical: str) -> None:
    assert str(Amount.parse(text)) == canonical
    assert Amount.parse(text) == Amount.parse(canonical)


@pytest.mark.parametrize(
    ("text", "code", "offset", "length", "nearest"),
    [
        ("", "nothing-written", 0, 1, None),
        ("atleast 5", "unexpected-word", 0, 7, "at least"),
        ("minst 5", "unexpected-word", 0, 5, "at least"),
        ("drygt 70", "unexpected-word", 0, 5, "over"),
        ("many", "unexpected-word", 0, 4, None),
        ("5months", "unexpected-word", 0, 7, "5 months"),
        ("1,5", "unexpected-word", 1, 1, "1.5"),
        ("1, x", "unexpected-word", 1, 1, None),
        ("5,", "unexpected-word", 1, 1, None),
        ("100 000 SEK", "unexpected-word", 4, 3, "100000"),
        ("5 5", "unexpected-word", 2, 1, None),
        ("5 till 7", "unexpected-word", 7, 1, None),
        ("5 to 3", "range-backwards", 0, 6, None),
        ("5 to", "text-ends-early", 4, 1, None),
        ("about", "text-ends-early", 5, 1, None),
        ("at 5", "unexpected-word", 0, 2, None),
        ("about over 5", "unexpected-word", 6, 4, None),
        ("5 at", "unexpected-word", 2, 2, None),
        ("1/0", "division-by-zero", 0, 3, None),
        ("1/", "text-ends-early", 2, 1, None),
        ("9" * 31, "number-too-long", 0, 31, None),
        ("-5", "strange-sign", 0, 1, None),
        ("1e9", "unexpected-word", 0, 3, None),
        ("²", "unexpected-word", 0, 1, None),
        ("٣", "unexpected-word", 0, 1, None),
        ("3 months a year", "unexpected-word", 9, 1, None),
    ],
)
def test_what_is_no_amount_is_refused_at_its_place(
    text: str, code: str, offset: int, length: int, nearest: str | None
) -> None:
    with pytest.raises(NotationError) as caught:
        Amount.parse(text)
    fault = caught.value
    assert (fault.code, fault.offset, fault.length) == (code, offset, length)
    if nearest is not None:
        assert fault.nearest == nearest


@pytest.mark.parametrize(
    ("low", "high", "unit", "strict", "about"),
    [
        (None, None, "", False, False),
        (Fraction(-1), None, "", False, False),
        (Fraction(1), Fraction(2), "", True, False),
        (Fraction(1), None, "", False, True),
        (Fraction(1), Fraction(1), "two words", False, False),
        (Fraction(1), Fraction(1), "to", False, False),
        (Fraction(2), Fraction(1), "", False, False),
    ],
)
def test_no_amount_without_a_text_can_be_built(
    low: Fraction | None, high: Fraction | None, unit: str, strict: bool, about: bool
) -> None:
    with pytest.raises(ValueError, match=r"no amount has|can be no unit|starts at 2 and ends before it, at 1"):
        Amount(low, high, unit, strict, about)


@pytest.mark.parametrize(
    ("text", "at_least_5", "at_most_5", "more_than_5", "less_than_5", "equals_5", "allows_5"),
    [
        ("5", YES, YES, NO, NO, YES, YES),
        ("4", NO, YES, NO, YES, NO, NO),
        ("6", YES, NO, YES, NO, NO, NO),
        ("over 5", YES, NO, YES, NO, NO, NO),
        ("over 4", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, YES),
        ("under 5", NO, YES, NO, YES, NO, NO),
        ("under 6", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, YES),
        ("at least 5", YES, UNKNOWN, UNKNOWN, NO, UNKNOWN, YES),
        ("at most 5", UNKNOWN, YES, NO, UNKNOWN, UNKNOWN, YES),
        ("at most 4", NO, YES, NO, YES, NO, NO),
        ("4 to 6", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, YES),
        ("6 to 8", YES, NO, YES, NO, NO, NO),
        ("about 5", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        ("about 500", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_what_an_amount_answers(
    text: str,
    at_least_5: Answer,
    at_most_5: Answer,
    more_than_5: Answer,
    less_than_5: Answer,
    equals_5: Answer,
    allows_5: Answer,
) -> None:
    found = Amount.parse(text)
    assert (found.at_least(5), found.at_most(5)) == (at_least_5, at_most_5)
    assert (found.more_than(5), found.less_than(5)) == (more_than_5, less_than_5)
    assert (found.equals(5), found.allows(5)) == (equals_5, allows_5)


class Seat(BaseModel):
    count: Amount


@pytest.mark.parametrize(("value", "text"), [(5, "5"), (1.5, "1.5"), ("over 70", "over 70"), (0.5, "1/2")])
def test_a_field_takes_a_number_or_a_text(value: object, text: str) -> None:
    assert str(Seat.model_validate({"count": value}).count) == text


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "not-text"),
        (False, "not-text"),
        (None, "not-text"),
        (-1, "strange-sign"),
        (float("nan"), "unexpected-word"),
        (float("inf"), "unexpected-word"),
        (1e300, "strange-sign"),
        pytest.param(10**5000, "number-too-long", id="endless"),
        ((5,), "not-text"),
    ],
)
def test_a_field_refuses_what_is_no_amount(value: object, code: str) -> None:
    """Above all, a yes is not one."""
    with pytest.raises(ValidationError) as caught:
        Seat.model_validate({"count": value})
    assert caught.value.errors()[0]["ctx"]["error"].code == code


@pytest.mark.parametrize(("text", "plain"), [("5", 5), ("1.5", "1.5"), ("about 50", "about 50"), ("5 %", "5 %")])
def test_an_amount_is_written_as_a_number_when_it_is_just_that(text: str, plain: str | int) -> None:
    assert Amount.parse(text).written() == plain


def test_a_number_with_too_many_decimals_is_written_as_a_fraction() -> None:
    """The shorter way, so that it can be read back."""
    number = 1 + Fraction(1, 2**40)
    assert number_text(number) == f"{2**40 + 1}/{2**40}"
