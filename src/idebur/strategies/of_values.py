"""Strategies for what stands in a single field: keys, texts, and the values of the little languages."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from idebur.notation.amounts import Amount
from idebur.notation.cadences import PERIODS, AtNeed, Cadence, Every, Part, Rate, Relative
from idebur.notation.citations import Citation
from idebur.notation.dates import PARTS, Date
from idebur.text import Text

__all__ = ["LANGUAGES", "amounts", "cadences", "citations", "dates", "keys", "languages", "texts", "words"]

LANGUAGES = ("sv", "en", "fi", "se-fi", "zh-Hant")
"""The language tags that :func:`texts` draws on."""

_PIECES = ("a", "b", "plan", "region", "år", "möte", "7", "01", "x2", "e5")
_TRAPS = (
    *("no", "true", "null", "~", "12:30", "1.10", "0123", "0x1f", "1e3", "2018-12-11", "- a", "a: b", "# a", "'", '"'),
    *(
        "{a}",
        "[a]",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "|",
        ">",
        "a #b",
        " a",
        "a ",
        "a\nb",
        "a\n\n b\n",
        "\ta",
        "é",
        "🙂",
        "=",
    ),
)
"""Texts that a careless writer of YAML gets wrong."""


_SHARES = tuple(Fraction(share) for share in ("1/2", "2/3", "3/4", "1/7", "1.5", "4/3", "0.05"))


def keys() -> SearchStrategy[str]:
    """Draw keys, with letters beyond ASCII and with keys that look like numbers; they shrink towards ``a``.

    None is a word that the files or the rule language keep for themselves (``none``, ``and``).
    """
    piece = st.sampled_from(_PIECES)
    return st.one_of(piece, st.tuples(piece, piece).map("-".join))


def words() -> SearchStrategy[str]:
    """Draw what stands in a text in one language, with the traps of YAML; it shrinks towards ``a``."""
    free = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=5)
    return st.one_of(st.sampled_from(("a", "b", "Mångfald")), st.sampled_from(_TRAPS), free.map("a".__add__))


def languages() -> SearchStrategy[str]:
    """Draw language tags; they shrink towards ``sv``."""
    return st.sampled_from(LANGUAGES)


def texts(*, words: SearchStrategy[str] | None = None) -> SearchStrategy[Text]:
    """Draw texts, bare or in one or more languages; they shrink towards the bare *words* at their simplest."""
    said = _words() if words is None else words
    return st.one_of(said.map(Text), st.dictionaries(languages(), said, min_size=1, max_size=3).map(Text))


def _words() -> SearchStrategy[str]:
    return words()


def dates(*, first: int = 1990, last: int = 2040) -> SearchStrategy[Date]:
    """Draw dates of every precision, in the years from *first* to *last*; they shrink towards the year *first*."""
    years = st.integers(first, last)
    return st.one_of(
        years.map(Date),
        st.builds(Date, years, st.integers(1, 12)),
        st.builds(Date, years, st.integers(1, 12), st.integers(1, 28)),
        st.builds(Date, years, part=st.sampled_from(sorted(PARTS))),
    )


def amounts(*, units: SearchStrategy[str] | None = None) -> SearchStrategy[Amount]:
    """Draw amounts: exact, about, bounded on one side or both; with a unit of *units*. They shrink towards ``0``."""
    unit = st.sampled_from(("", "months", "%", "SEK")) if units is None else units
    number = st.one_of(st.integers(0, 200).map(Fraction), st.sampled_from(_SHARES))
    return st.builds(_amount, number, number, st.sampled_from(("exact", "about", "range", "low", "high")), unit)


def _amount(one: Fraction, other: Fraction, form: str, unit: str) -> Amount:
    low, high = min(one, other), max(one, other)
    match form:
        case "exact" | "about":
            return Amount(low, low, unit, about=form == "about")
        case "range":
            return Amount(low, high, unit)
        case "low":
            return Amount(low, None, unit, strict=high == low)
        case _:
            return Amount(None, high, unit, strict=high == low)


def cadences(*, of: SearchStrategy[str] | None = None) -> SearchStrategy[Cadence]:
    """Draw cadences; they shrink towards ``at need``.

    With *of*, references, some are relative (``at least 1 before annual-meeting``); an agreement must then know these.
    """
    period = st.sampled_from(tuple(PERIODS))
    count = st.builds(_count, st.integers(1, 12), st.sampled_from(("exact", "about", "low", "high")))
    kinds: list[SearchStrategy[Part]] = [
        st.builds(Every, st.integers(1, 6), period),
        st.builds(Rate, count, period, st.booleans()),
        st.just(AtNeed()),
    ]
    if of is not None:
        kinds.append(st.builds(Relative, count, st.sampled_from(("before", "after")), of))
    return st.lists(st.one_of(kinds), min_size=1, max_size=2).map(tuple).map(Cadence)


def _count(number: int, form: str) -> Amount:
    exact = Fraction(number)
    match form:
        case "exact" | "about":
            return Amount(exact, exact, about=form == "about")
        case "low":
            return Amount(exact, None)
        case _:
            return Amount(None, exact)


def citations(
    *, documents: SearchStrategy[str] | None = None, places: SearchStrategy[str] | None = None
) -> SearchStrategy[Citation]:
    """Draw citations; they shrink towards ``a#``, or else ``a``."""
    document = keys() if documents is None else documents
    place = st.lists(keys(), min_size=1, max_size=3).map(".".join) if places is None else places
    return st.one_of(place.map(Citation), st.builds(Citation, place, document), document.map(_whole))


def _whole(document: str) -> Citation:
    return Citation("", document)
