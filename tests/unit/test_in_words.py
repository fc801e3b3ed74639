"""Amounts and cadences in running words: what is suggested can be read, and says the same."""

from __future__ import annotations

import pytest

from idebur.files.in_words import amount_in_words, cadence_in_words
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.units import is_unit_of_time, unit_of_time

SWEDISH = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        *((word, str(number)) for words in (SWEDISH, ENGLISH) for number, word in enumerate(words, 1)),
        ("två månader", "2 months"),
        ("en månad", "1 month"),
        ("Ett  kvartal", "1 quarter"),
        ("sex veckor", "6 weeks"),
        ("ett halvår", "1 half-year"),
        ("två mandatperioder", "2 terms"),
        ("högst 14 dagar", "at most 14 days"),
        ("minst fyra", "at least 4"),
        ("fler än tre ledamöter", "over 3"),
        ("cirka 4,5 år", "about 4.5 years"),
        ("tre till fem", "3 to 5"),
        ("3-5 månader", "3 to 5 months"),
        ("fem procent", "5 %"),
        ("100 kronor", "100 SEK"),
        ("hälften", "1/2"),
        ("minst två tredjedelar", "at least 2/3"),
        ("tre (3) månader", "3 months"),
        ("2 mån.", "2 months"),
        ("3månader", "3 months"),
        ("4st", "4"),
        ("tio arbetsdagar", "10 working-days"),
        ("några", None),
        ("tretton", None),
        ("skälig tid", None),
        ("tre apelsiner", None),
        ("fem till tre", None),
        ("4 " + "månader " * 100, None),
        ("", None),
    ],
)
def test_an_amount_in_words_is_written_as_the_notation_has_it(words: str, amount: str | None) -> None:
    assert amount_in_words(words) == amount
    assert amount is None or str(Amount.parse(amount)) == amount


@pytest.mark.parametrize(
    ("words", "cadence"),
    [
        ("varje månad", "month"),
        ("each month", "month"),
        ("every month", "month"),
        ("Varje år", "year"),
        ("per kvartal", "quarter"),
        ("år", "year"),
        ("årligen", "year"),
        ("kvartalsvis", "quarter"),
        ("varannan månad", "2 months"),
        ("vartannat år", "2 years"),
        ("every other week", "2 weeks"),
        ("var tredje månad", "3 months"),
        ("every two years", "2 years"),
        ("2 månader", "2 months"),
        ("4", "4 a year"),
        ("fyra gånger", "4 a year"),
        ("minst fyra", "at least 4 a year"),
        ("fyra gånger per år", "4 a year"),
        ("4 a per år", "4 a year"),
        ("4/år", "4 a year"),
        ("2 ggr/termin", "2 a half-year"),
        ("två gånger i månaden", "2 a month"),
        ("två gånger årligen", "2 a year"),
        ("minst årligen", "at least 1 a year"),
        ("minst 4 a year", "at least 4 a year"),
        ("twice a year", "2 a year"),
        ("at least once each half-year", "at least 1 each half-year"),
        ("1 gång varje halvår", "1 each half-year"),
        ("3 till 5 gånger per mandatperiod", "3 to 5 a term"),
        ("4 möten per år", "4 a year"),
        ("årlig", "year"),
        ("två gånger om året och vid behov", "2 a year, at need"),
        ("vid behov", "at need"),
        ("vid behov, men minst en gång per år", "at need, at least 1 a year"),
        ("at need, minst 1 per år", "at need, at least 1 a year"),
        ("regelbundet", None),
        ("noll gånger per år", None),
        ("0 gånger per år", None),
        ("1,5 gånger per år", None),
        ("vid behov, ibland", None),
        ("", None),
    ],
)
def test_a_cadence_in_words_is_written_as_the_notation_has_it(words: str, cadence: str | None) -> None:
    assert cadence_in_words(words) == cadence
    assert cadence is None or str(Cadence.parse(cadence)) == cadence


@pytest.mark.parametrize(
    ("word", "number", "unit"),
    [("Månader", "3", "months"), ("månad", "1", "month"), ("years", "1", "year"), ("SEK", "3", None)],
)
def test_a_unit_of_time_is_in_the_number_of_what_it_counts(word: str, number: str, unit: str | None) -> None:
    assert unit_of_time(word, number) == unit


@pytest.mark.parametrize(
    ("unit", "is_time"),
    [
        ("month", True),
        ("half-years", True),
        ("hours", True),
        ("working-days", True),
        ("månader", False),
        ("%", False),
        ("", False),
        ("meetings", False),
    ],
)
def test_only_what_is_written_as_a_unit_of_time_is_one(unit: str, is_time: bool) -> None:
    assert is_unit_of_time(unit) is is_time
