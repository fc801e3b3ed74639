"""Where things stand in a file: kept as two whole numbers a node while reading, worked out when somebody asks."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from io import StringIO
from itertools import accumulate
from typing import Any, Final

from attrs import define, field

from idebur.messages import Place, Span

__all__ = ["BOX", "Lines", "Path", "Places"]

Path = tuple[str | int, ...]
"""The way from the root to a value: keys of mappings and numbers (from 0) of items."""

BOX: Final = 1 << 31
"""Marks, in :attr:`Places.ends`, a mapping or a list. No file is so long (see ``opening.LARGEST``)."""

_PROPERTIES: Final = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*)*")
_ESCAPE: Final = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n|.)", re.DOTALL)
_BLOCK_HEADER: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


@define(eq=False, slots=False)
class Lines:
    """The lines of one file, found when first asked for. A line ends at LF, CR or CR LF, as editors count."""

    file: str
    text: str

    @cached_property
    def _starts(self) -> array[int]:
        lines = StringIO(f"{self.text}.", newline="")  # the dot ends the last line, which has no other end
        return array("Q", accumulate(map(len, lines), initial=0))[:-1]

    @cached_property
    def _cache(self) -> dict[int, str]:
        return {}

    def __len__(self) -> int:
        return len(self._starts)

    def line(self, number: int) -> str:
        """Give the text of a line (from 1) without its end; one object however often it is asked for."""
        if number not in self._cache:
            if not 1 <= number <= len(self._starts):
                return ""
            start = self._starts[number - 1]
            end = self._starts[number] if number < len(self._starts) else len(self.text)
            self._cache[number] = self.text[start:end].rstrip("\r\n")
        return self._cache[number]

    def offset(self, number: int) -> int:
        """Say at which character of the file a line (from 1) begins."""
        return self._starts[number - 1]

    def span(self, start: int, end: int | None = None) -> Span:
        """Say where the characters *start* to *end* of the file stand; the length stops at the end of the line."""
        start = min(max(start, 0), len(self.text))
        number = bisect_right(self._starts, start)
        column = start - self._starts[number - 1]
        left = len(self.line(number)) - column
        wanted = 1 if end is None else end - start
        return Span(number, column + 1, max(1, min(wanted, left)))

    def place(self, span: Span) -> Place:
        """Put the line itself beside a span."""
        return Place(self.file, span, self.line(span.line))

    def at(self, start: int, end: int | None = None) -> Place:
        """Name the place of the characters *start* to *end* of the file."""
        return self.place(self.span(start, end))


@define(eq=False)
class Places:
    """Where every key, item and value of a document stands, by its path.

    Nodes are numbered as the document is read, a mapping's keys included. *starts* holds where a node begins; *ends*
    where a scalar ends, and for a mapping or list :data:`BOX` and the number of the node after it.
    """

    lines: Lines
    data: Any = None
    starts: array[int] = field(factory=lambda: array("I"))
    ends: array[int] = field(factory=lambda: array("I"))
    aliases: dict[int, int] = field(factory=dict)
    """The node of an alias -> the node it stands for."""
    dropped: set[int] = field(factory=set)
    """Keys that are in the file but not in the data: a key that stands twice, a key that is no text."""
    _below: dict[int, dict[str | int, tuple[int, int]]] = field(factory=dict, init=False)
    _letters: dict[int, array[int]] = field(factory=dict, init=False)
    """The node of a text -> where each letter of it stands; a text may be asked about as often as it has words."""

    def value(self, path: Path) -> Span:
        """Say where the value at *path* stands; for an unknown path, the name of the nearest element that is known."""
        key, node, _, known = self._find(path)
        return self._span(node if known else key)

    def key(self, path: Path) -> Span:
        """Say where the key (or the item of a list) at *path* stands; for an unknown path, as :meth:`value`."""
        return self._span(self._find(path)[0])

    def scalar_offset(self, path: Path, offset: int, length: int = 1) -> Span:
        """Say where the characters *offset* to *offset* + *length* of the text at *path* stand in the file.

        Quotation marks, escapes, folded lines and blocks are followed; the length stops at the end of the line.
        """
        _, node, box, known = self._find(path)
        node = self.aliases.get(node, node)
        if not known or not isinstance(box, str):
            return self.value(path)
        first = self._character(node, box, offset)
        last = self._character(node, box, offset + max(1, length) - 1)
        return self.lines.span(first, last + 1)

    def _children(self, node: int, box: Any) -> dict[str | int, tuple[int, int]]:
        """Give the node of each key (or item) in a box, and the node of its value."""
        after, is_mapping = self.after, isinstance(box, dict)
        found: dict[str | int, tuple[int, int]] = {}
        at = node + 1
        for step in box if is_mapping else range(len(box)) if isinstance(box, list) else ():
            while at in self.dropped:
                at = after(after(at))
            value = after(at) if is_mapping else at
            found[step] = at, value
            at = after(value)
        return found

    def key_nodes(self) -> Iterator[int]:
        """Give the node of every key of every mapping, those that were dropped too, in no particular order."""
        yield from self.dropped
        waiting: list[tuple[int, Any]] = [(0, self.data)] if self.starts else []
        while waiting:
            node, box = waiting.pop()
            within: Any = {} if node in self.aliases else box
            for step, (key, value) in self._children(node, within).items():
                if isinstance(box, dict):
                    yield key
                waiting.append((value, within[step]))

    def after(self, node: int) -> int:
        """Give the number of the node after *node* and all that is in it."""
        end = self.ends[node]
        return end - BOX if end >= BOX else node + 1

    def _find(self, path: Path) -> tuple[int, int, Any, bool]:
        """Give the node of the key (or item), the node of the value, the value, and whether all of *path* is known."""
        key = node = 0
        box = self.data
        for step in path:
            node = self.aliases.get(node, node)
            below = self._below.get(node)
            if below is None:
                below = self._below[node] = self._children(node, box)
            if step not in below:
                return key, node, box, False
            key, node = below[step]
            box = box[step]
        return key, node, box, True

    def _span(self, node: int) -> Span:
        if not self.starts:
            return self.lines.span(0)
        start = self._begin(node)
        if self.ends[node] < BOX:
            return self.lines.span(start, self.ends[node])
        last = self.ends[node] - BOX - 1
        end = self.starts[last] + 1 if self.ends[last] >= BOX else self.ends[last]
        return self.lines.span(start, end + (self.lines.text[start : start + 1] in ("{", "[")))

    def _begin(self, node: int) -> int:
        # The parser counts an anchor and a tag into the node; a reader looks for what comes after them.
        found = _PROPERTIES.match(self.lines.text, self.starts[node])
        return self.starts[node] if found is None else found.end()

    def _character(self, node: int, text: str, offset: int) -> int:
        source, begin = self.lines.text, self._begin(node)
        style = source[begin : begin + 1] if source[begin : begin + 1] in ('"', "'", "|", ">") else ""
        if node not in self._letters:
            header = _BLOCK_HEADER.match(source, begin) if style in ("|", ">") else None
            start = header.end() if header else begin + len(style)
            self._letters[node] = array("I", _written_at(source, start, text, style))
        at = self._letters[node][min(max(0, offset), len(text))]
        return min(at, max(self.starts[node], self.ends[node] - (style in ('"', "'"))))


def _written_at(source: str, at: int, text: str, style: str) -> Iterator[int]:
    """Follow *text* through *source*: where each letter of it is written, and last where the text ends."""
    ahead = -1  # the end of the white space that *at* is in
    for letter in text:
        if ahead < at:
            ahead = _blank(source, at, style)
        if letter.isspace():
            yield at
            at = _past_blank(source, at, ahead, letter, style)
        else:
            yield ahead
            at = _past_letter(source, ahead, style)
    yield at


def _past_blank(source: str, at: int, ahead: int, letter: str, style: str) -> int:
    """Step over what white space was written as: itself, an escape, or nothing where a line is folded."""
    if style == '"' and source[ahead : ahead + 1] == "\\":
        written = _ESCAPE.match(source, ahead)
        if written and written[0][1:2] in (*"nrtvNLP_ xuU\t",) and not _shows(written[0]):
            return written.end()
    return at + 1 if source[at : at + 1] == letter else at


def _past_letter(source: str, at: int, style: str) -> int:
    """Step over what a letter was written as."""
    if style == '"' and (written := _ESCAPE.match(source, at)):
        return written.end()
    return at + (2 if style == "'" and source.startswith("''", at) else 1)


def _blank(source: str, at: int, style: str) -> int:
    """Step over white space, and over a line continued with a backslash."""
    while source[at : at + 1].isspace() or (style == '"' and source[at : at + 2] in ("\\\n", "\\\r")):
        at += 1
    return at


def _shows(written: str) -> bool:
    """Tell whether an escape by number stands for a character one can see."""
    return written[1:2] in ("x", "u", "U") and not chr(int(f"0x{written[2:]}", 0)).isspace()
