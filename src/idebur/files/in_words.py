"""Amounts and cadences in running words, Swedish and English, as the notation writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from idebur.errors import NotationError
from idebur.notation.amounts import Amount
from idebur.notation.cadences import PERIODS, Cadence
from idebur.notation.notated import Notated
from idebur.notation.units import TIMES, unit_of_time

__all__ = ["amount_in_words", "cadence_in_words"]

N = TypeVar("N", bound=Notated)

_NUMBERS: Final[Mapping[str, str]] = {
    word: str(number)
    for number, words in enumerate(
        (
            ("en", "ett", "one"),
            ("två", "two"),
            ("tre", "three"),
            ("fyra", "four"),
            ("fem", "five"),
            ("sex", "six"),
            ("sju", "seven"),
            ("åtta", "eight"),
            ("nio", "nine"),
            ("tio", "ten"),
            ("elva", "eleven"),
            ("tolv", "twelve"),
        ),
        1,
    )
    for word in words
}
_ORDINALS: Final[Mapping[str, str]] = {
    "annan": "2",
    "annat": "2",
    "other": "2",
    **{
        word: str(number)
        for number, words in enumerate((("andra", "second"), ("tredje", "third"), ("fjärde", "fourth")), 2)
        for word in words
    },
    "femte": "5",
    "fifth": "5",
}
_SHARES: Final[Mapping[str, str]] = {
    "hälften": "1/2",
    "half": "1/2",
    "en tredjedel": "1/3",
    "one third": "1/3",
    "två tredjedelar": "2/3",
    "two thirds": "2/3",
    "en fjärdedel": "1/4",
    "tre fjärdedelar": "3/4",
    "three quarters": "3/4",
}
_BOUNDS: Final[Mapping[str, str]] = {
    "minst": "at least",
    "åtminstone": "at least",
    "at least": "at least",
    "högst": "at most",
    "som mest": "at most",
    "max": "at most",
    "maximalt": "at most",
    "at most": "at most",
    "ca": "about",
    "cirka": "about",
    "ungefär": "about",
    "omkring": "about",
    "about": "about",
    "mer än": "over",
    "fler än": "over",
    "more than": "over",
    "over": "over",
    "mindre än": "under",
    "färre än": "under",
    "less than": "under",
    "fewer than": "under",
    "under": "under",
}
_UNITS: Final[Mapping[str, str]] = {
    "procent": "%",
    "percent": "%",
    "%": "%",
    "kr": "SEK",
    "kronor": "SEK",
    "sek": "SEK",
    **dict.fromkeys(("st", "stycken", "personer", "persons", "people", "platser", "seats"), ""),
    **dict.fromkeys(("ledamöter", "ledamot", "members", "representanter", "representatives"), ""),
}
_ALONE: Final[Mapping[str, str]] = {
    "dagligen": "day",
    "daily": "day",
    "veckovis": "week",
    "weekly": "week",
    "månatligen": "month",
    "månadsvis": "month",
    "monthly": "month",
    "kvartalsvis": "quarter",
    "quarterly": "quarter",
    "halvårsvis": "half-year",
    "halvårligen": "half-year",
    "årlig": "year",
    "årligt": "year",
    "årligen": "year",
    "årsvis": "year",
    "yearly": "year",
    "annually": "year",
}
_AT_NEED: Final = frozenset({"vid behov", "när det behövs", "at need", "as needed", "when needed", "if needed"})


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_NUMBER: Final = rf"[0-9]+(?:[.,][0-9]+)?(?:\s*/\s*[0-9]+)?|{_any_of(_NUMBERS)}"
_BOUND: Final = rf"(?:(?P<bound>{_any_of(_BOUNDS)}) )?"
_COUNT: Final = rf"{_BOUND}(?P<low>{_NUMBER})(?: ?(?:till|to|-|–) ?(?P<high>{_NUMBER}))?"
_OCCASIONS: Final = "(?:gånger|gång|ggr|möten|möte|sammanträden|sammanträde|times|time|meetings|meeting)"
_PERIOD: Final = rf"(?P<period>{_any_of(word for word, unit in TIMES.items() if unit in PERIODS)})"

_WHOLE: Final = re.compile(rf"{_COUNT}(?: {_OCCASIONS})?")
_SHARE: Final = re.compile(rf"{_BOUND}(?P<share>{_any_of(_SHARES)})")
_AMOUNT: Final = re.compile(rf"{_COUNT}(?: ?(?P<unit>{_any_of((*TIMES, *_UNITS))}))?")
_RATE: Final = re.compile(
    rf"{_COUNT}(?: {_OCCASIONS})?"
    rf" ?(?:(?P<each>varje|each|every) |(?:a per|per|om|i|a|an) |/ ?){_PERIOD}"
)
_ONCE: Final = re.compile(rf"{_BOUND}(?P<times>once|twice) (?:a|an|per|(?P<each>each|every)) {_PERIOD}")
_RATE_ALONE: Final = re.compile(rf"{_BOUND}(?:(?P<low>{_NUMBER}) {_OCCASIONS} )?(?P<alone>{_any_of(_ALONE)})")
_EVERY: Final = re.compile(
    rf"(?:(?:varje|var|vart|each|every|per|en gång per|en gång om) ?)?"
    rf"(?:(?P<number>{_any_of(_ORDINALS)}|[0-9]+|{_any_of(_NUMBERS)}) )?{_PERIOD}"
)


def amount_in_words(text: str) -> str | None:
    """Write an amount given in words as the notation has it, or ``None`` where its number is not known.

    >>> amount_in_words("två månader"), amount_in_words("minst fyra"), amount_in_words("några")
    ('2 months', 'at least 4', None)
    """
    plain = _plain(text)
    found = _SHARE.fullmatch(plain)
    if found is not None:
        return _sound(Amount, _joined(_BOUNDS.get(found["bound"], ""), _SHARES[found["share"]]))
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return None
    unit = found["unit"] or ""
    in_time = unit_of_time(unit, "1" if found["high"] is None and _number(found["low"]) == "1" else "2")
    return _sound(Amount, _joined(_count(found), in_time or _UNITS.get(unit, unit)))


def cadence_in_words(text: str) -> str | None:
    """Write how often, given in words, as the notation has it, or ``None`` where it is not known.

    >>> cadence_in_words("fyra gånger per år"), cadence_in_words("varannan månad"), cadence_in_words("ibland")
    ('4 a year', '2 months', None)
    """
    plain = _plain(text)
    if (found := _WHOLE.fullmatch(plain)) is not None:
        return _sound(Cadence, f"{_count(found)} a year")  # that many: most often it is in a year
    parts = [_part(re.sub("^(?:men|dock|but) ", "", one.strip())) for one in re.split(", | och | samt | and ", plain)]
    return None if None in parts else _sound(Cadence, ", ".join(filter(None, parts)))


def _part(text: str) -> str | None:
    if text in _AT_NEED:
        return "at need"
    found = _EVERY.fullmatch(text)
    if found is not None:
        number = _ORDINALS.get(found["number"]) or _number(found["number"] or "1")
        return _joined(number if number != "1" else "", unit_of_time(found["period"], number) or "")
    found = _RATE_ALONE.fullmatch(text)
    if found is not None:
        period = _ALONE[found["alone"]]
        return period if found["bound"] is found["low"] is None else f"{_count(found)} a {period}"
    found = _ONCE.fullmatch(text) or _RATE.fullmatch(text)
    if found is None:
        return text if _sound(Cadence, text) else None
    return f"{_count(found)} {'each' if found['each'] else 'a'} {TIMES[found['period']]}"


def _count(found: re.Match[str]) -> str:
    """Write a number, or two, with the word that bounds it."""
    said = found.groupdict()
    times = {"once": "1", "twice": "2"}.get(said.get("times") or "")
    low = times or _number(said.get("low") or "1")
    high = said.get("high")
    return _joined(_BOUNDS.get(said["bound"] or "", ""), low if high is None else f"{low} to {_number(high)}")


def _number(text: str) -> str:
    return _NUMBERS.get(text, text.replace(",", "."))


def _plain(text: str) -> str:
    """Write a text in small letters with single spaces; nothing where it is longer than any amount in words."""
    plain = " ".join(text.casefold().split()).removesuffix(".") if len(text) <= _LONGEST else ""
    return re.sub(r"\w+ \(([0-9]+)\)", r"\1", plain)  # as in a contract: "tre (3) månader"


_LONGEST: Final = 200


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _sound(kind: type[N], text: str) -> str | None:
    try:
        return str(kind.parse(text))
    except NotationError:
        return None
