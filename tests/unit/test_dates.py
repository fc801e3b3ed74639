"""Dates of any precision, against the calendar of the standard library."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from pydantic import BaseModel, ValidationError

from idebur.answers import Answer
from idebur.errors import NotationError
from idebur.notation.dates import PARTS, Date

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2018", "year", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-02", "month", date(2018, 2, 1), date(2018, 2, 28)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-12-11", "day", date(2018, 12, 11), date(2018, 12, 11)),
        ("2018-spring", "season", date(2018, 3, 1), date(2018, 5, 31)),
        ("2018-summer", "season", date(2018, 6, 1), date(2018, 8, 31)),
        ("2018-autumn", "season", date(2018, 9, 1), date(2018, 11, 30)),
        ("2018-winter", "season", date(2017, 12, 1), date(2019, 2, 28)),
        ("2019-winter", "season", date(2018, 12, 1), date(2020, 2, 29)),
        ("2018-q1", "quarter", date(2018, 1, 1), date(2018, 3, 31)),
        ("2018-q4", "quarter", date(2018, 10, 1), date(2018, 12, 31)),
        ("2018-h1", "half-year", date(2018, 1, 1), date(2018, 6, 30)),
        ("2018-h2", "half-year", date(2018, 7, 1), date(2018, 12, 31)),
        ("0001-winter", "season", date.min, date(2, 2, 28)),
        ("9999-winter", "season", date(9998, 12, 1), date.max),
        ("9999", "year", date(9999, 1, 1), date.max),
    ],
)
def test_a_date_lies_between_its_first_and_last_day(text: str, precision: str, earliest: date, latest: date) -> None:
    found = Date.parse(text)
    assert (found.precision, found.earliest, found.latest, str(found)) == (precision, earliest, latest, text)


def test_every_day_of_the_calendar_is_a_date_and_no_other_is() -> None:
    """The oracle is the calendar module, over a leap year and a common one."""
    for year in (2019, 2020):
        for month in range(1, 13):
            days = {day for day in calendar.Calendar().itermonthdays(year, month) if day}
            for day in range(32):
                text = f"{year}-{month:02d}-{day:02d}"
                if day in days:
                    assert Date.parse(text).earliest == date(year, month, day)
                else:
                    with pytest.raises(NotationError, match=f"no day {day:02d}"):
                        Date.parse(text)


@pytest.mark.parametrize(
    ("text", "code", "offset", "length", "nearest"),
    [
        ("", "nothing-written", 0, 1, None),
        (" 2018-13", "no-such-month", 6, 2, None),
        ("2018-00", "no-such-month", 5, 2, None),
        ("2018-02-30", "no-such-day", 8, 2, None),
        ("0000", "no-such-year", 0, 4, None),
        ("2018-autum", "unexpected-word", 5, 5, "autumn"),
        ("2018-hösten", "unexpected-word", 5, 6, "autumn"),
        ("2018-Q3", "unexpected-word", 5, 2, "q3"),
        ("2018-xyzzy", "unexpected-word", 5, 5, None),
        ("2018-6", "not-a-date", 0, 6, "2018-06"),
        ("2018.06.01", "not-a-date", 0, 10, "2018-06-01"),
        ("201806", "not-a-date", 0, 6, "2018-06"),
        ("2018.13.01", "not-a-date", 0, 10, None),
        ("18-06", "not-a-date", 0, 5, None),
        ("2018 06", "unexpected-word", 5, 2, None),
        ("(", "unexpected-word", 0, 1, None),
    ],
)
def test_what_is_no_date_is_refused_at_its_place(
    text: str, code: str, offset: int, length: int, nearest: str | None
) -> None:
    with pytest.raises(NotationError) as caught:
        Date.parse(text)
    fault = caught.value
    assert (fault.code, fault.offset, fault.length, fault.nearest) == (code, offset, length, nearest)


@pytest.mark.parametrize(
    ("year", "month", "day", "part", "code"),
    [
        (0, None, None, None, "no-such-year"),
        (10000, None, None, None, "no-such-year"),
        (2018, None, 1, None, "not-a-date"),
        (2018, 13, None, None, "no-such-month"),
        (2019, 2, 29, None, "no-such-day"),
        (2018, 1, None, "q1", "not-a-date"),
        (2018, None, 1, "q1", "not-a-date"),
        (2018, None, None, "autum", "not-a-date"),
    ],
)
def test_no_impossible_date_can_be_built(
    year: int, month: int | None, day: int | None, part: str | None, code: str
) -> None:
    with pytest.raises(NotationError) as caught:
        Date(year, month, day, part)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("one", "other", "before", "after", "same"),
    [
        ("2017", "2018", YES, NO, NO),
        ("2018", "2017", NO, YES, NO),
        ("2018", "2018", UNKNOWN, UNKNOWN, UNKNOWN),
        ("2018-06-19", "2018-06-19", NO, NO, YES),
        ("2018-06-18", "2018-06-19", YES, NO, NO),
        ("2018-autumn", "2018-12-11", YES, NO, NO),
        ("2018", "2018-12-31", UNKNOWN, NO, UNKNOWN),
        ("2018-01-01", "2018", UNKNOWN, NO, UNKNOWN),
        ("2018-winter", "2018-07", UNKNOWN, UNKNOWN, NO),
        ("2018-winter", "2018-01", UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_coarse_dates_compare_with_three_answers(
    one: str, other: str, before: Answer, after: Answer, same: Answer
) -> None:
    first, second = Date.parse(one), Date.parse(other)
    assert (first.before(second), first.after(second), first.same(second)) == (before, after, same)


def test_a_date_compares_with_a_plain_day() -> None:
    june = Date.parse("2018-06")
    assert june.before(date(2018, 7, 1)) is YES
    assert june.after(date(2018, 5, 31)) is YES
    assert june.same(date(2018, 6, 2)) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "day", "answer"),
    [
        ("2018", date(2018, 2, 3), YES),
        ("2018-autumn", date(2018, 12, 1), NO),
        ("2018-winter", date(2018, 2, 28), UNKNOWN),
        ("2018-winter", date(2018, 12, 1), UNKNOWN),
        ("2018-winter", date(2018, 7, 1), NO),
    ],
)
def test_a_period_contains_a_day_or_not_or_that_depends_on_the_reading(text: str, day: date, answer: Answer) -> None:
    assert Date.parse(text).contains(day) is answer


def test_the_quarters_make_the_year_without_gap_or_overlap() -> None:
    for parts in (("q1", "q2", "q3", "q4"), ("h1", "h2")):
        dates = [Date(2018, part=part) for part in parts]
        assert dates[0].earliest == date(2018, 1, 1)
        assert dates[-1].latest == date(2018, 12, 31)
        for one, next_one in pairwise(dates):
            assert one.latest + timedelta(days=1) == next_one.earliest


def test_dates_sort_for_display() -> None:
    texts = ["2018-12-11", "2018", "2018-01", "2017-winter", "2018-q1", "2018-01-01"]
    ordered = sorted(map(Date.parse, texts), key=lambda found: found.sort_key)
    assert list(map(str, ordered)) == ["2017-winter", "2018-01-01", "2018-01", "2018-q1", "2018", "2018-12-11"]


class Event(BaseModel):
    when: Date


@pytest.mark.parametrize(("value", "text"), [(2018, "2018"), ("2018-06", "2018-06"), (Date(2018, 6), "2018-06")])
def test_a_field_takes_a_year_as_a_number_a_text_or_a_date(value: object, text: str) -> None:
    assert str(Event.model_validate({"when": value}).when) == text


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "not-text"),
        (None, "not-text"),
        ([2018], "not-text"),
        ({"a": 1}, "not-text"),
        (b"2018", "not-text"),
        (2018.5, "not-a-date"),
        (201, "not-a-date"),
        (-2018, "strange-sign"),
        pytest.param(10**5000, "number-too-long", id="endless"),
    ],
)
def test_a_field_refuses_other_values_with_the_fault_inside_the_error(value: object, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Event.model_validate({"when": value})
    fault = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(fault, NotationError)
    assert fault.code == code


@pytest.mark.parametrize(("text", "plain"), [("2018", 2018), ("0900", "0900"), ("2018-06", "2018-06")])
def test_a_year_is_written_as_a_number_when_that_reads_back(text: str, plain: str | int) -> None:
    found = Date.parse(text)
    assert found.written() == plain
    assert type(found.written()) is type(plain)
    assert Event(when=found).model_dump() == {"when": plain}
    assert Date.validated(found.written()) == found


def test_the_named_parts_are_these() -> None:
    assert set(PARTS) == {"spring", "summer", "autumn", "winter", "q1", "q2", "q3", "q4", "h1", "h2"}
