"""Single values in words: numbers, amounts, dates, cadences and lists, in Swedish and English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from idebur.messages import LANGUAGES, Lang
from idebur.messages.telling import MONTHS, NUMBERS, ORDINALS, PERIODS, PHRASES, UNITS
from idebur.notation.amounts import Amount, number_text
from idebur.notation.cadences import AtNeed, Cadence, Every, Part, Rate, Relative
from idebur.notation.dates import Date

__all__ = [
    "amount",
    "at_date",
    "cadence",
    "capital",
    "date",
    "listed",
    "lowered",
    "number",
    "phrase",
    "sentence",
    "signed",
    "stopped",
]

_NO_BREAK = "\N{NO-BREAK SPACE}"


def phrase(name: str, lang: Lang, *parts: object) -> str:
    """Fill a turn of phrase in."""
    return PHRASES[name][LANGUAGES.index(lang)].format(*parts)


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Without its full stop, and with a small first letter, to stand inside a sentence; *SFS* and *Region X* stay."""
    text = text.strip().removesuffix(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() or text.startswith("A ") else text


def stopped(text: str) -> str:
    """With a stop at its end, and no more than one."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def sentence(text: str) -> str:
    """With a capital first letter and a full stop."""
    return capital(stopped(text))


def listed(items: Iterable[str], lang: Lang, word: str = "and") -> str:
    """Join as one says it: *a, b och c*.

    >>> listed(["a", "b", "c"], "sv"), listed(["a", "b"], "en", "or")
    ('a, b och c', 'a or b')
    """
    several = list(dict.fromkeys(items))
    if len(several) < 2:
        return "".join(several)
    return f"{', '.join(several[:-1])} {phrase(word, lang)} {several[-1]}"


def number(value: Fraction, lang: Lang, *, in_words: bool = False) -> str:
    """A number with the signs of the language: a small one in words where asked, a large one in groups of three.

    >>> number(Fraction(100000), "en"), number(Fraction(3, 2), "sv"), number(Fraction(4), "sv", in_words=True)
    ('100,000', '1,5', 'fyra')
    """
    words = NUMBERS[LANGUAGES.index(lang)]
    if in_words and value.denominator == 1 and value < len(words):
        return words[int(value)]
    text = number_text(value)
    if "/" in text:
        return text
    whole, _, decimals = text.partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", "," if lang == "en" else _NO_BREAK)
    return f"{whole}{',' if lang == 'sv' else '.'}{decimals}" if decimals else whole


def signed(value: Fraction | int, lang: Lang) -> str:
    """A number that may be below zero.

    >>> signed(Fraction(-12345), "en")
    '−12,345'
    """
    size = number(abs(Fraction(value)), lang)
    return f"−{size}" if value < 0 else size


def _bounded(value: Amount, lang: Lang, say: Callable[[Fraction], str]) -> str:
    """Put the words around the one or two numbers of an amount."""
    if value.low is None or value.high is None:
        bound = value.low if value.low is not None else value.high or Fraction(0)
        name = ("over" if value.strict else "at-least") if value.low is not None else None
        return phrase(name or ("under" if value.strict else "at-most"), lang, say(bound))
    said = say(value.low) if value.low == value.high else phrase("range", lang, say(value.low), say(value.high))
    return phrase("about", lang, said) if value.about else said


def amount(value: Amount, lang: Lang) -> str:
    """An amount in words.

    >>> amount(Amount.parse("about 3 months"), "sv"), amount(Amount.parse("at least 2/3"), "en")
    ('ungefär 3 månader', 'at least 2/3')
    """
    said = _bounded(value, lang, lambda bound: number(bound, lang))
    return f"{said} {_unit(value, lang)}" if value.unit else said


def _unit(value: Amount, lang: Lang) -> str:
    one = value.high if value.high is not None else value.low
    forms = UNITS.get(value.unit) or UNITS.get(value.unit.removesuffix("s"))
    return value.unit if forms is None else forms[LANGUAGES.index(lang)][one != 1]


def date(value: Date, lang: Lang) -> str:
    """A date in words: *11 december 2018*, *hösten 2018*.

    >>> date(Date.parse("2018-q3"), "en"), date(Date.parse("2018-06"), "sv")
    ('the third quarter of 2018', 'juni 2018')
    """
    if value.part is not None:
        if value.precision == "season":
            return phrase(value.part, lang, value.year)
        ordinal = ORDINALS[LANGUAGES.index(lang)][int(value.part[1:])]
        return phrase("quarter" if value.precision == "quarter" else "half", lang, ordinal, value.year)
    if value.month is None:
        return str(value.year)
    month = MONTHS[LANGUAGES.index(lang)][value.month - 1]
    return f"{month} {value.year}" if value.day is None else f"{value.day} {month} {value.year}"


def at_date(value: Date, lang: Lang) -> str:
    """When something happened: *den 11 december 2018*, *in June 2018*."""
    said = date(value, lang)
    names = {"day": "on-day", "month": "in-month", "year": "in-year"}
    if value.precision in names:
        return phrase(names[value.precision], lang, said)
    return f"in {said}" if lang == "en" else said


def cadence(value: Cadence, lang: Lang, name: Callable[[str], str]) -> str:
    """A cadence in words; *name* says what a reference in it is called.

    >>> cadence(Cadence.parse("at need, at least 1 before storm"), "sv", lambda key: "stormöte")
    'vid behov, men minst en gång före varje stormöte'
    """
    parts = [_part(part, lang, name) for part in value.parts]
    if isinstance(value.parts[0], AtNeed) and len(parts) > 1:
        return phrase("but", lang, parts[0], ", ".join(parts[1:]))
    return ", ".join(parts)


def _part(part: Part, lang: Lang, name: Callable[[str], str]) -> str:
    of = LANGUAGES.index(lang)
    match part:
        case AtNeed():
            return phrase("at-need", lang)
        case Every(number=1, period=period):
            return f"{PERIODS[period][1][of]} {PERIODS[period][0][of]}"
        case Every(number=2, period=period):
            return f"{PERIODS[period][2][of]} {PERIODS[period][0][of]}"
        case Every(number=several, period=period):
            return _nth(several, period, lang)
        case Rate(count=count, period=period, spread=True):
            return phrase("each-period", lang, _times(count, lang), PERIODS[period][0][of])
        case Rate(count=count, period=period):
            return f"{_times(count, lang)} {PERIODS[period][3][of]}"
        case Relative(count=count, side=side, of=other):
            called = name(other)
            return (
                f"{_times(count, lang)} {phrase(f'{side}-the' if _is_definite(called, lang) else side, lang, called)}"
            )


def _is_definite(name: str, lang: Lang) -> bool:
    """Whether a name has its article, and so cannot stand after *varje*: *havsmötet*, *the sea meeting*.

    In Swedish the ending of its first or last word is all there is to go by; what is said then is right of both.
    """
    words = name.casefold().split() or [""]
    return (
        words[0] == "the" if lang == "en" else any(word.endswith(("en", "et", "na")) for word in (words[0], words[-1]))
    )


def _nth(several: int, period: str, lang: Lang) -> str:
    """*Vart tredje år*, *every three years*."""
    singular = PERIODS[period][0][LANGUAGES.index(lang)]
    if lang == "en":
        plural = UNITS[period][1][1] if period in UNITS else f"{singular}s"
        return phrase("nth", lang, number(Fraction(several), lang, in_words=True), plural)
    ordinals = ORDINALS[0]
    ordinal = ordinals[several] if several < len(ordinals) else f"{several}:e"
    neuter = PERIODS[period][2][0] == "vartannat"
    return phrase("nth" if neuter else "nth-common", lang, ordinal, singular)


def _times(count: Amount, lang: Lang) -> str:
    """*En gång*, *minst fyra gånger*, *2 till 3 gånger*."""

    def times(bound: Fraction) -> str:
        named = {1: "once", 2: "twice"}.get(int(bound))
        return phrase(named, lang) if named else phrase("times", lang, number(bound, lang, in_words=True))

    if count.low is not None and count.high is not None and count.low != count.high:
        low, high = (number(bound, lang, in_words=True) for bound in (count.low, count.high))
        said = phrase("times", lang, phrase("range", lang, low, high))
        return phrase("about", lang, said) if count.about else said
    return _bounded(count, lang, times)
