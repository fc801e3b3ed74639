"""How a network is laid out on a terminal: lines that are no wider than a page, and tables that fit it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from attrs import frozen

from idebur.messages import Lang
from idebur.messages.networking import grouped, phrase
from idebur.vocabulary import Vocabularies

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["WIDTH", "Table", "called", "first_of", "number", "sector", "share", "shortened", "wrapped"]

WIDTH = 100
"""The most signs on a line."""

_LEAST_NAME = 30
_SMALL = 0.01


def wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    """Break a text into lines, of which the first begins with *first* and each other with *others*."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def shortened(text: str, width: int) -> str:
    """Leave the middle of a text out, where it is wider: names differ most often where they begin and end.

    >>> shortened("The County Administrative Board of Blekinge", 30)
    'The County … Board of Blekinge'
    >>> shortened("Regionutvecklingsnämnden", 11)
    'Regio…mnden'
    """
    if len(text) <= width:
        return text
    words = text.split()
    first, last = 0, len(words)
    while True:  # a word more at the shorter end, or else at the other
        ways = sorted(((first + 1, last), (first, last - 1)), key=lambda way: len(_cut(words, *way)))
        fitting = [way for way in ways if way[0] < way[1] and len(_cut(words, *way)) <= width]
        if not fitting:
            break
        first, last = fitting[0]
    if first and last < len(words):
        return _cut(words, first, last)
    ending = (width - 1) // 2
    return f"{text[: width - 1 - ending].rstrip()}…{text[len(text) - ending :].lstrip()}"


def first_of(lines: Iterable[str], most: int, count: int, lang: Lang, more: str = "more") -> list[str]:
    """Give the *most* first of *count* lines, and say how many more there are; *more* is the phrase for that."""
    found = list(islice(lines, most))
    return found if count <= most else [*found, phrase(more, lang, n=grouped(count - most, lang))]


def _cut(words: Sequence[str], first: int, last: int) -> str:
    return " ".join([*words[:first], "…", *words[last:]])


def number(value: Any, lang: Lang) -> str:
    """A number of at most three decimals (five, where it is small), a dash where there is none.

    >>> number(0.33333, "sv"), number(0.00012345, "en"), number(20900, "en"), number(None, "sv")
    ('0,333', '0.00012', '20,900', '–')
    """
    if value is None:
        return "–"
    if not isinstance(value, float):
        return grouped(value, lang)
    said = f"{value:.{3 if abs(value) >= _SMALL else 5}f}".rstrip("0").rstrip(".")
    said = "0" if said == "-0" else said.replace("-", "−")
    return said.replace(".", ",") if lang == "sv" else said


def share(value: float, lang: Lang) -> str:
    """A share as a percentage, with a decimal where it is small.

    >>> share(0.5, "en"), share(0.0042, "en")
    ('50%', '0.4%')
    """
    said = f"{value * 100:.{0 if value >= _SMALL else 1}f}"
    return f"{said}\xa0%".replace(".", ",") if lang == "sv" else f"{said}%"


def sector(word: Any, lang: Lang) -> str:
    """What a sector is called, a dash where none is said."""
    return "–" if word is None else Vocabularies().label("sector", str(word), lang)


def called(graph: nx.Graph[Any], nodes: Iterable[Hashable]) -> Mapping[Hashable, str]:
    """What each of *nodes* is called; where several are called the same, with their agreement or else their own key."""
    labels = {node: str(graph.nodes[node].get("label", node)) for node in nodes}
    often = Counter(labels.values())
    with_whole = {
        node: f"{label} ({graph.nodes[node].get('agreement', node)})" if often[label] > 1 else label
        for node, label in labels.items()
    }
    often = Counter(with_whole.values())
    return {node: f"{labels[node]} ({node})" if often[label] > 1 else label for node, label in with_whole.items()}


@frozen
class Table:
    """A table as it fits on a page: a name, a word and as many columns of numbers as there is room for."""

    lines: Sequence[str]
    """The table, its heads first."""

    kept: Sequence[int]
    """The columns of numbers that are shown."""

    @staticmethod
    def of(rows: Sequence[Sequence[str]], wanted: Sequence[int]) -> Table:
        """Lay out *rows*, the heads first; columns of numbers count from 2, and are kept in the order of *wanted*."""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        room = WIDTH - min(widths[0], _LEAST_NAME) - widths[1] - 2
        kept = []
        for column in wanted:
            if widths[column] + 2 <= room:
                room -= widths[column] + 2
                kept.append(column)
        kept.sort()
        name = min(widths[0], min(widths[0], _LEAST_NAME) + room)
        lines = [
            "  ".join(
                [shortened(row[0], name).ljust(name), row[1].ljust(widths[1])]
                + [row[column].rjust(widths[column]) for column in kept]
            ).rstrip()
            for row in rows
        ]
        return Table(lines, kept)
