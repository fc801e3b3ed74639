"""Laws of the little languages: a value and its text are each other; any text is a value or a placed fault."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel, TypeAdapter

from idebur.answers import Answer
from idebur.errors import NotationError
from idebur.notation.amounts import Amount, number_text
from idebur.notation.cadences import PERIODS, AtNeed, Cadence, Every, Rate, Relative
from idebur.notation.citations import Citation
from idebur.notation.dates import PARTS, Date
from idebur.notation.notated import Notated

LANGUAGES: tuple[type[Notated], ...] = (Date, Amount, Cadence, Citation)

keys = st.lists(st.text("abz09åöéß", min_size=1, max_size=4), min_size=1, max_size=3).map("-".join)
paths = st.lists(keys, min_size=1, max_size=3).map(".".join)
years = st.integers(MINYEAR, MAXYEAR)
days = st.dates()
dates = st.one_of(
    years.map(Date),
    st.builds(Date, years, st.integers(1, 12)),
    days.map(Date.of),
    st.builds(Date, years, part=st.sampled_from(sorted(PARTS))),
)
numbers = st.one_of(
    st.integers(0, 10**30 - 1).map(Fraction),
    st.fractions(0, 10, max_denominator=1000),
    st.decimals(0, 10**6, allow_nan=False, places=3).map(Fraction),
    st.builds(Fraction, st.integers(0, 10**30 - 1), st.integers(1, 10**30 - 1)),
)
units = st.sampled_from(["", "%", "SEK", "months", "år", "half-years"])


@st.composite
def _amounts(draw: st.DrawFn) -> Amount:
    low, high = sorted((draw(numbers), draw(numbers)))
    unit, strict = draw(units), draw(st.booleans())
    form = draw(st.sampled_from(["exact", "range", "low", "high"]))
    if form == "exact":
        return Amount(low, low, unit, about=strict)
    if form == "range":
        return Amount(low, high, unit, about=strict)
    return Amount(low if form == "low" else None, high if form == "high" else None, unit, strict)


amounts = _amounts()


@st.composite
def _counts(draw: st.DrawFn) -> Amount:
    low, high = (Fraction(number) for number in sorted((draw(st.integers(1, 20)), draw(st.integers(1, 20)))))
    strict = draw(st.booleans())
    return draw(
        st.sampled_from(
            [
                Amount(low, low, about=strict),
                Amount(low, high),
                Amount(low, None, "", strict),
                Amount(None, high, "", strict),
            ]
        )
    )


periods = st.sampled_from(list(PERIODS))
parts = st.one_of(
    st.builds(Every, st.integers(1, 50), periods),
    st.builds(Rate, _counts(), periods, st.booleans()),
    st.just(AtNeed()),
    st.builds(Relative, _counts(), st.sampled_from(["before", "after"]), paths),
)
cadences = st.lists(parts, min_size=1, max_size=3).map(lambda some: Cadence(tuple(some)))
citations = st.one_of(paths.map(Citation), st.builds(Citation, paths, keys), keys.map(lambda key: Citation("", key)))
values: st.SearchStrategy[Notated] = st.one_of(dates, amounts, cadences, citations)

WORDS = [
    *("2018", "2018-06", "2018-02-30", "2018-autum", "5", "1.5", "2/3", "0", "100", "000", "about", "over", "under"),
    *("at", "least", "most", "to", "a", "each", "year", "years", "half-year", "need", "before", "after", "months"),
    *(",", "%", "#", "/", "(", ")", "-", ".", "½", "å", "a\N{COMBINING RING ABOVE}", "x", "X_y", "\t", "\n", ""),
]
texts = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map("".join)
)


def _read(language: type[Notated], text: str) -> Notated | NotationError:
    try:
        return language.parse(text)
    except NotationError as fault:
        return fault


@given(values)
def test_a_value_and_its_text_are_each_other(value: Notated) -> None:
    text = str(value)
    assert type(value).parse(text) == value
    assert str(type(value).parse(text)) == text


@given(values)
def test_what_is_looked_at_makes_it(value: Notated) -> None:
    assert eval(repr(value), {kind.__name__: kind for kind in LANGUAGES}) == value  # noqa: S307 - our own text


@given(values)
def test_what_is_written_reads_back(value: Notated) -> None:
    """Also as a plain number, and also through pydantic."""
    assert type(value).validated(value.written()) == value
    adapter: TypeAdapter[Any] = TypeAdapter(type(value))
    assert adapter.validate_python(adapter.dump_python(value)) == value
    assert adapter.validate_json(adapter.dump_json(value)) == value


@given(values, st.data())
def test_blanks_do_not_matter(value: Notated, data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from(["  ", "\t", "\n ", "\N{NO-BREAK SPACE}"]))
    spaced = blank + str(value).replace(" ", blank) + blank
    assert type(value).parse(spaced) == value


@given(values)
def test_equal_values_hash_equal_and_pickle(value: Notated) -> None:
    again = type(value).parse(str(value))
    assert hash(again) == hash(value)
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts)
def test_any_text_is_a_value_or_a_fault_with_a_place_in_it(language: type[Notated], text: str) -> None:
    read = _read(language, text)
    if isinstance(read, NotationError):
        assert read.text == text
        assert 0 <= read.offset <= len(text)
        assert 1 <= read.length <= max(1, len(text) - read.offset)
    else:
        assert language.parse(str(read)) == read


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts)
@example(text="2018 / 1.5")
def test_the_schema_refuses_nothing_that_is_read(language: type[Notated], text: str) -> None:
    """An editor must not underline what loads."""
    pattern = language.schema.get("pattern")
    seen_apart = "\N{COMBINING RING ABOVE}" in text  # a pattern sees no letter in it
    if pattern is not None and not seen_apart and not isinstance(_read(language, text), NotationError):
        assert re.search(pattern, text)


class Page(BaseModel):
    """A model with a field of each language."""

    when: Date
    count: Amount
    every: Cadence
    cites: Citation


@given(dates, amounts, cadences, citations)
def test_a_written_page_fits_the_schema(when: Date, count: Amount, every: Cadence, cites: Citation) -> None:
    page = Page(when=when, count=count, every=every, cites=cites)
    Draft7Validator(Page.model_json_schema()).validate(page.model_dump())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_schema_are_canonical(language: type[Notated]) -> None:
    for one in language.schema["examples"]:
        assert str(language.parse(one)) == one


@given(numbers)
def test_a_number_is_written_exactly(number: Fraction) -> None:
    assert Fraction(number_text(number)) == number


@given(dates, dates)
def test_before_is_yes_when_every_day_lies_before_and_no_when_none_does(one: Date, other: Date) -> None:
    """By the definition: over all pairs of days, of which the outermost decide."""
    found = {a < b for a in (one.earliest, one.latest) for b in (other.earliest, other.latest)}
    assert one.before(other) is Answer.of(None if len(found) == 2 else found.pop())
    assert other.after(one) is one.before(other)
    assert one.same(other) is other.same(one)
    if one.before(other) is Answer.YES:
        assert other.before(one) is Answer.NO
        assert one.same(other) is Answer.NO


@given(dates, days)
def test_the_first_and_last_day_are_the_outermost_that_a_date_may_contain(found: Date, day: date) -> None:
    for edge, outside in ((found.earliest, -1), (found.latest, 1)):
        assert found.contains(edge) is not Answer.NO
        if date.min < edge < date.max:
            assert found.contains(edge + timedelta(days=outside)) is Answer.NO
    if not found.earliest <= day <= found.latest:
        assert found.contains(day) is Answer.NO


@given(amounts, numbers)
def test_what_an_amount_answers_agrees_with_every_number_it_allows(amount: Amount, number: Fraction) -> None:
    """A number that the amount allows can refute nothing that the amount answers with yes."""
    questions: tuple[tuple[Callable[[Fraction], Answer], Callable[[Fraction, Fraction], bool]], ...] = (
        (amount.at_least, lambda a, b: a >= b),
        (amount.at_most, lambda a, b: a <= b),
        (amount.more_than, lambda a, b: a > b),
        (amount.less_than, lambda a, b: a < b),
        (amount.equals, lambda a, b: a == b),
    )
    bounds = [bound for bound in (amount.low, amount.high) if bound is not None]
    allowed = [bound + step for bound in bounds for step in (-1, 0, 1) if amount.allows(bound + step) is Answer.YES]
    for question, holds in questions:
        answer = question(number)
        if amount.about:
            assert answer is Answer.UNKNOWN
        for one in allowed:
            assert answer is not (Answer.NO if holds(one, number) else Answer.YES)
