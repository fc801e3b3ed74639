"""What was probably meant by a short text that cannot be read: the same, as the notation writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from idebur.errors import NotationError
from idebur.files.in_words import amount_in_words, cadence_in_words
from idebur.files.opening import brief
from idebur.messages.notations import A_NUMBER, A_UNIT, THE_END
from idebur.notation.cadences import PERIODS
from idebur.notation.citations import Citation
from idebur.notation.dates import Date
from idebur.organisations import kind_in_words

__all__ = ["field_meant", "language_meant", "meant_as_absence", "meant_as_fact", "meant_as_truth", "meant_by"]

_TRUTHS: Final[Mapping[str, str]] = {
    "ja": "true",
    "yes": "true",
    "on": "true",
    "sant": "true",
    "nej": "false",
    "no": "false",
    "off": "false",
    "falskt": "false",
}
_ABSENCES: Final[Mapping[str, str]] = {
    "not said": "not-said",
    "not_said": "not-said",
    "notsaid": "not-said",
    "ej sagt": "not-said",
    "inte sagt": "not-said",
    "framgår inte": "not-said",
    "framgår ej": "not-said",
    "unknown": "not-said",
    "okänt": "not-said",
    "inget": "none",
    "ingen": "none",
    "inga": "none",
    "saknas": "none",
    "finns inte": "none",
    "null": "none",
}
_LANGUAGES: Final[Mapping[str, str]] = {
    name: tag
    for tag, names in {
        "sv": "svenska swedish swe",
        "en": "engelska english eng",
        "fi": "finska finnish",
        "se": "nordsamiska samiska",
        "de": "tyska german deutsch",
        "no": "norska norwegian",
        "da": "danska danish",
        "fr": "franska french",
        "es": "spanska spanish",
        "ar": "arabiska arabic",
        "so": "somaliska somali",
        "uk": "ukrainska ukrainian",
    }.items()
    for name in names.split()
}
_FIELDS: Final[Mapping[str, str]] = {
    "aktörer": "actors",
    "anslutna": "tenures",
    "antal": "count",
    "avsnitt": "places",
    "date": "when",
    "datum": "when",
    "dokument": "documents",
    "från": "since",
    "from": "since",
    "förfaranden": "procedures",
    "händelser": "events",
    "kvorum": "quorum",
    "källa": "source cites",
    "lydelser": "versions",
    "mandatperiod": "term",
    "medlemmar": "members",
    "mål": "aims",
    "möten": "meets routines",
    "mötesplan": "meets",
    "namn": "name title",
    "ordförande": "chair",
    "organ": "bodies",
    "parter": "parties",
    "plats": "places",
    "platser": "places seats",
    "rubrik": "title",
    "rutiner": "routines",
    "slag": "kind",
    "språk": "language languages",
    "steg": "steps",
    "syfte": "aims",
    "syften": "aims",
    "till": "until to",
    "to": "until",
    "typ": "kind",
    "type": "kind",
    "uppdrag": "offices",
    "uppsägningstid": "notice",
    "vem": "who",
    "villkor": "clauses rule",
    "åtaganden": "commitments",
}
"""Other words for a field, Swedish ones above all, and the fields that they can stand for."""

_MONTHS: Final = (
    "jan(?:uari|uary)?",
    "feb(?:ruari|ruary)?",
    "mar(?:s|ch)?",
    "apr(?:il)?",
    "ma[jy]",
    "jun[ie]?",
    "jul[iy]?",
    "aug(?:usti|ust)?",
    "sep(?:t|tember)?",
    "o[kc]t(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
)
_SEASONS: Final = ("vår(?:en)?|spring", "sommar(?:en)?|summer", "höst(?:en)?|autumn|fall", "vinter(?:n)?|winter")
_SEASON_WORDS: Final = ("spring", "summer", "autumn", "winter")
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|:e|\.)?"
_YEAR: Final = r",?\s+(?P<year>[0-9]{4})"
_ENDS_IN_A_YEAR: Final = re.compile(rf".*{_YEAR}", re.DOTALL)
_IN_DIGITS: Final = re.compile(
    r"(?P<day>[0-9]{1,2})\s*[/.-]\s*(?P<month>[0-9]{1,2})(?:\s*[/.-]\s*|,?\s+)(?P<year>[0-9]{4})"
)
_IN_DIGITS_YEAR_FIRST: Final = re.compile(
    r"(?P<year>[0-9]{4})\s*[/. -]\s*(?P<month>[0-9]{1,2})\s*[/. -]\s*(?P<day>[0-9]{1,2})"
)
_NUMBERED: Final = re.compile(r"(?P<key>[^\W\d]\S*)(?P<numbers>(?:[\s§]+[0-9]+)+)")


def meant_as_absence(text: str) -> str | None:
    """Name the absence that was meant.

    >>> meant_as_absence("Not said"), meant_as_absence("no said")
    ('not-said', None)
    """
    return _ABSENCES.get(" ".join(text.casefold().split()))


def meant_as_truth(text: str) -> str | None:
    """Name the truth value, or the absence, that was meant.

    >>> meant_as_truth("Ja"), meant_as_truth("no"), meant_as_truth("perhaps")
    ('true', 'false', None)
    """
    return _TRUTHS.get(text.strip().casefold()) or meant_as_absence(text)


def field_meant(name: str, known: Collection[str]) -> str | None:
    """Name the one of the *known* fields that was meant by another word for it.

    >>> field_meant("platser", ("title", "places")), field_meant("platser", ("title",))
    ('places', None)
    """
    return next((field for field in _FIELDS.get(name.casefold(), "").split() if field in known), None)


def language_meant(text: str) -> str | None:
    """Name the language tag that was meant by the name of a language.

    >>> language_meant("Svenska"), language_meant("EN"), language_meant("klingonska")
    ('sv', 'en', None)
    """
    written = text.strip().casefold()
    return _LANGUAGES.get(written, written if re.fullmatch("[a-z]{2}", written) else None)


def meant_as_fact(text: str, expected: object) -> str | None:
    """Name the value of a fact that was meant; *expected* is what it is to be, as the message says it.

    >>> from idebur.organisations import kind_in_words
    >>> meant_as_fact("ja", kind_in_words("yes-no")), meant_as_fact("tolv", kind_in_words("number"))
    ('true', '12')
    """
    kinds: Mapping[str, Callable[[str], str | None]] = {
        "yes-no": meant_as_truth,
        "number": _bare_number,
        "date": _date_in_words,
    }
    return next((meant(text) for kind, meant in kinds.items() if kind_in_words(kind) == expected), None)


def _bare_number(text: str) -> str | None:
    amount = amount_in_words(text)
    return amount if amount is not None and amount.replace(".", "").isdecimal() else None


def meant_by(text: str, fault: NotationError) -> str | None:
    """Write what was probably meant by a text in which a notation found *fault*, or ``None``.

    The whole value where it is known: numbers and periods in words become an amount or a cadence, a date in running
    words a date, a place and its number a citation. Else the one word that was meant; and other words where an amount
    is expected are vague, and can be said so.
    """
    whole = meant_as_absence(text) or _in_words(text, fault)
    if whole is not None or fault.nearest is not None:
        return fault.nearest if whole is None else whole
    expected = fault.params.get("expected", ())
    if fault.code == "not-a-date" or (THE_END in expected and _YEAR_FIRST.match(text)):
        return _date_in_words(text)
    if fault.code != "unexpected-word":
        return None
    expected = fault.params.get("expected", ())
    if (
        A_NUMBER in expected
        and text.strip() != "vague"
        and not text[: fault.offset].strip()
        and not any(letter.isdigit() for letter in text)
    ):
        quoted = f'"{text.strip()}"' if re.search(r"[,:#{}\[\]]", text) else text.strip()
        return f"{{vague: {brief(quoted)}}}"
    return _citation(text.strip()) if THE_END in expected else None


def _in_words(text: str, fault: NotationError) -> str | None:
    """Write an amount or a cadence as the notation has it, by what was expected where its words could not be read."""
    if fault.code == "strange-sign":  # nothing is known of what was expected there
        return None if _YEAR_FIRST.match(text) else amount_in_words(text) or cadence_in_words(text)
    expected = fault.params.get("expected", ())
    if any(word in expected for word in _OF_CADENCES):
        return cadence_in_words(text)
    if A_NUMBER in expected or A_UNIT in expected or (THE_END in expected and not _YEAR_FIRST.match(text)):
        return amount_in_words(text) or (cadence_in_words(text) if expected == (A_NUMBER,) else None)
    return None


_OF_CADENCES: Final = ("at need", "a", "each", *PERIODS)
_YEAR_FIRST: Final = re.compile(r"\s*[0-9]{4}")


def _date_in_words(text: str) -> str | None:
    return _date(text.strip().casefold())


def _date(text: str) -> str | None:
    found = _IN_DIGITS_YEAR_FIRST.fullmatch(text)
    if found is not None:
        return _written(found["year"], int(found["month"]), int(found["day"]))
    found = _IN_DIGITS.fullmatch(text)
    if found is not None:
        day, month = int(found["day"]), int(found["month"])
        # 3/4 is April in Sweden and March in America: that is for the author to say.
        either_way = day <= 12 and month <= 12 and day != month
        return None if either_way else _written(found["year"], month, day)
    if _ENDS_IN_A_YEAR.fullmatch(text) is None:  # as every form below does
        return None
    for number, name in enumerate(_MONTHS, 1):
        for form in (rf"(?:den\s+)?{_DAY}\s+(?:{name})\.?{_YEAR}", rf"(?:{name})\.?\s+{_DAY}{_YEAR}"):
            if (found := re.fullmatch(form, text)) is not None:
                return _written(found["year"], number, int(found["day"]))
        if (found := re.fullmatch(rf"(?:i\s+)?(?:{name})\.?{_YEAR}", text)) is not None:
            return _written(found["year"], number)
    for season, word in zip(_SEASONS, _SEASON_WORDS, strict=True):
        if (found := re.fullmatch(rf"(?:{season}){_YEAR}", text)) is not None:
            return f"{found['year']}-{word}"
    return None


def _written(year: str, month: int, day: int | None = None) -> str | None:
    try:
        return str(Date(int(year), month, day))
    except NotationError:
        return None


def _citation(text: str) -> str | None:
    """Write a place and its number as a citation, and several with commas between them as a list of citations."""
    several = [piece.strip() for piece in text.split(",")]
    if len(several) > 1:
        cited = [_citation(piece) or _cited(piece) for piece in several]
        return None if None in cited else brief(f"[{', '.join(filter(None, cited))}]")
    found = _NUMBERED.fullmatch(text)
    return None if found is None else _cited(".".join((found["key"], *re.findall("[0-9]+", found["numbers"]))))


def _cited(text: str) -> str | None:
    try:
        return str(Citation.parse(text)) if text[:1].isalpha() else None
    except NotationError:
        return None
