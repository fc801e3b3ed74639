"""Spaces that look plain and are none to YAML, as a word processor writes them: found where a plain one has to stand.

Inside a text such a space is part of the text, and stays. Where YAML parts things with spaces it is a letter like any
other, and what would be said of the file then says nothing about it: so it is named itself, at its own place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import Final

from idebur.files.positions import BOX, Lines, Places
from idebur.messages import Fault

__all__ = ["odd_at", "odd_in_keys", "odd_near", "space_in_words"]

_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""The spaces of Unicode (category Zs) but the plain one: the no-break space is U+00A0."""

_ODD: Final = f"[{_SPACES}]"
_ANY: Final = re.compile(_ODD)
_IN_PIECE: Final = re.compile(rf"^-?({_ODD})|^[\w-]+:[ ]*({_ODD})|({_ODD})[ \t]*$")
_IN_LINE: Final = re.compile(
    rf"^(?:-?[ ])*(?:-?({_ODD})|[\w-]+({_ODD})\s*:|[\w-]+:[ ]*({_ODD}))|[\]}}\"'][ ]*({_ODD})\s*(?:#.*)?$"
)
_MOST: Final = 20


def odd_at(text: str) -> int | None:
    r"""Say where in a key or a value, as written, such a space stands instead of a plain one; ``None`` inside a text.

    >>> odd_at("number:\u00a01"), odd_at("Kapitel\u00a01")
    (7, None)
    """
    return _at(_IN_PIECE, text)


def space_in_words(space: str) -> str:
    """Name a space by its number in Unicode, for a message."""
    return f"U+{ord(space):04X}"


def odd_in_keys(places: Places) -> tuple[Fault, ...]:
    """Find such spaces in the names of fields: at either end, or after the colon that then parts nothing."""
    text = places.lines.text
    if not any(space in text for space in _SPACES):  # as in nearly all files; told far faster than by an expression
        return ()
    odd = dict(_in_pieces(places))
    keys = odd.keys() & set(places.key_nodes()) if odd else set[int]()  # few files have any, and the walk is long
    return tuple(_fault_at(places.lines, odd[node]) for node in sorted(keys)[:_MOST])


def _in_pieces(places: Places) -> Iterator[tuple[int, int]]:
    """Give each key or value in which such a space stands instead of a plain one: its node, and where."""
    text = places.lines.text
    for node in {bisect_right(places.starts, found.start()) - 1 for found in _ANY.finditer(text)} - {-1}:
        at = odd_at(text[places.starts[node] : places.ends[node]]) if places.ends[node] < BOX else None
        if at is not None:
            yield node, places.starts[node] + at


def odd_near(line: int, places: Places) -> tuple[Fault, ...]:
    """Find such spaces on the line where the reading broke, on the one above it, and on those next to these."""
    lines = places.lines
    above = next((number for number in range(line - 1, 0, -1) if lines.line(number).strip(" \t")), line)
    first, last = (number if _in_line(number, places) else None for number in (above, line))
    if first is None and last is None:
        return ()
    begin, end = first or last or line, last or first or line
    up = _as_long_as_odd(range(begin - 1, 0, -1), places)
    down = _as_long_as_odd(range(end + 1, len(lines) + 1), places)
    numbers = sorted({*islice(up, _MOST), begin, end, *islice(down, _MOST)})
    return tuple(
        _fault_at(lines, lines.offset(number) + (_at(_IN_LINE, lines.line(number)) or 0)) for number in numbers
    )


def _as_long_as_odd(numbers: Iterable[int], places: Places) -> Iterator[int]:
    return takewhile(lambda number: _in_line(number, places), numbers)


def _in_line(number: int, places: Places) -> bool:
    """Whether such a space parts things on a line, which is then no line of a quoted text or a block of text."""
    at = _at(_IN_LINE, places.lines.line(number))
    return at is not None and not _is_quoted(places.lines.offset(number) + at, places)


def _is_quoted(at: int, places: Places) -> bool:
    node = bisect_right(places.starts, at) - 1
    if node < 0 or not places.starts[node] < at < places.ends[node] < BOX:
        return False
    return places.lines.text[places.starts[node]] in "\"'|>"


def _fault_at(lines: Lines, at: int) -> Fault:
    return Fault("space-not-plain", lines.at(at), params={"character": space_in_words(lines.text[at])})


def _at(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return None if found is None else found.start(found.lastindex or 0)
