"""CSV as people save it from spreadsheets, with the row and column of everything.

The form is that of RFC 4180, with three liberties: the separator may also be a semicolon or a tab (it is told from the
first row), white space around a cell is left out, and rows and trailing columns of nothing but empty cells are skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from typing import Any, Final

from attrs import define, field, frozen

from idebur.errors import Unreadable, nearest
from idebur.files.opening import brief, decode
from idebur.files.positions import Lines
from idebur.messages import Fault, Place, Span

__all__ = ["Row", "Table", "read_table"]

_SEPARATORS: Final = (",", ";", "\t")


@frozen(eq=False)
class Row:
    """One row: what stands in its cells, by column (empty cells are left out), and where."""

    cells: dict[str, str]
    number: int
    """The line on which the row begins, from 1."""
    _columns: tuple[str, ...]
    _separator: str
    _written: tuple[str, ...]

    def span(self, column: str | None = None) -> Span:
        """Say where a cell stands, or, without a column, the row; the length stops at the end of the line.

        Raises:
            ValueError: the table has no such column.
        """
        if column is None:
            return Span(self.number, 1, max(1, len(self._written[0])))
        spans = [span for span, _ in _cells(self._written, self._separator, self.number)]
        return spans[self._columns.index(column)]


@frozen(eq=False)
class Table:
    """The rows of a table in their order; *columns* are those of its first row."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: Lines

    def place(self, row: Row, column: str | None = None) -> Place:
        """Name the place of a cell or, without a column, of a row."""
        return self.lines.place(row.span(column))


def read_table(source: bytes | str, file: str, columns: Collection[str], required: Collection[str] = ()) -> Table:
    """Read a table whose first row names its columns, each one of *columns*; *required* ones must be there.

    Raises:
        Unreadable: with every fault: an encoding other than UTF-8, an unknown, missing or repeated column, a row of too
            many or too few cells, quotation marks that do not match.
    """
    lines = Lines(file, decode(source, file))
    reading = _Reading(lines, tuple(lines.line(number) for number in range(1, len(lines) + 1)), columns)
    table = reading.read(required)
    if reading.faults:
        raise Unreadable(tuple(reading.faults))
    return table


@define(eq=False)
class _Reading:
    lines: Lines
    written: tuple[str, ...]
    known: Collection[str]
    faults: list[Fault] = field(factory=list)
    separator: str = ","
    names: tuple[str, ...] = ()

    def read(self, required: Collection[str]) -> Table:
        first = next((number for number, line in enumerate(self.written) if line.strip(" \t;,")), None)
        if first is None:
            self._fault("file-empty", Span(1, 1))
            return Table((), (), self.lines)
        self.separator = _separator(self.written[first], self.known)
        rows = []
        for number, stop, cells in self._records(first):
            written = self.written[number:stop]
            if not self.names:
                self.names = self._header(cells, written, number + 1, required)
            elif any(cells):
                if len(cells) != len(self.names):
                    self._measure(cells, written, number + 1)
                filled = {name: cell for name, cell in zip(self.names, cells, strict=False) if cell}
                rows.append(Row(filled, number + 1, self.names, self.separator, written))
        return Table(self.names, tuple(rows), self.lines)

    def _records(self, first: int) -> Iterator[tuple[int, int, list[str]]]:
        """Give each record: the lines it stands on (from 0, half open) and its cells."""
        source = (f"{line}\n" for line in self.written[first:])
        reader = csv.reader(source, delimiter=self.separator, skipinitialspace=True, strict=True)
        while True:
            begin = first + reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self._unsound(begin, first + reader.line_num, str(error))
                continue
            yield begin, first + reader.line_num, [cell.strip() for cell in cells]

    def _unsound(self, begin: int, stop: int, problem: str) -> None:
        cells = list(_cells(self.written[begin:stop], self.separator, begin + 1))
        if "limit" in problem:
            column, longest = self._name(len(cells) - 1), csv.field_size_limit()
            self._fault("cell-too-long", cells[-1][0], column=column, longest=longest)
            return
        number, span = next((number, span) for number, (span, sound) in enumerate(cells) if not sound)
        self._fault("cell-quotes", span, column=brief(self._name(number)))

    def _name(self, number: int) -> str:
        return self.names[number] if number < len(self.names) else str(number + 1)

    def _header(
        self, cells: list[str], written: tuple[str, ...], line: int, required: Collection[str]
    ) -> tuple[str, ...]:
        while cells and not cells[-1]:
            cells.pop()
        found = _cells(written, self.separator, line)
        for number, (name, (span, _)) in enumerate(zip(cells, found, strict=False)):
            if not name:
                self._fault("column-unnamed", span, number=number + 1)
            elif name in cells[:number]:
                self._fault("column-twice", span, column=brief(name), first=cells.index(name) + 1)
            elif name not in self.known:
                guess = nearest(name, self.known)
                self._fault("column-unknown", span, guess, column=brief(name), known=tuple(self.known))
        for name in required:
            if name not in cells:
                self._fault("column-missing", Span(line, 1, max(1, len(written[0]))), column=name)
        return tuple(cells)

    def _measure(self, cells: list[str], written: tuple[str, ...], line: int) -> None:
        expected = len(self.names)
        params: dict[str, Any] = {"found": len(cells), "expected": expected}
        spans = [span for span, _ in _cells(written, self.separator, line)]
        if any(cells[expected:]):
            self._fault("row-too-long", spans[expected], **params)
        elif len(cells) < expected:
            self._fault("row-too-short", spans[-1], column=self.names[len(cells)], **params)

    def _fault(self, code: str, span: Span, suggestion: str | None = None, **params: Any) -> None:
        self.faults.append(Fault(code, self.lines.place(span), params=params, suggestion=suggestion))


def _separator(header: str, known: Collection[str]) -> str:
    """Tell the separator: the one that finds most known columns in the first row, then the one that is there most."""

    def worth(separator: str) -> tuple[int, int]:
        names = [name.strip().strip('"') for name in header.split(separator)]
        return sum(name in known for name in names), len(names)

    return max(_SEPARATORS, key=worth)


def _cells(written: tuple[str, ...], separator: str, line: int) -> Iterator[tuple[Span, bool]]:
    """Go through the cells of a record: where each begins, how long it is on its line, whether its quotes match."""
    text = "\n".join(written)
    at = 0
    while True:
        while text.startswith(" ", at):
            at += 1
        start, sound = at, True
        if text.startswith('"', at):
            at = _quoted(text, at)
            sound = at <= len(text) and text[at : at + 1] in ("", "\n", separator)
        while at < len(text) and text[at] not in (separator, "\n"):
            at += 1
        before = text.rfind("\n", 0, start) + 1
        ends = [end for end in (text.find("\n", start), at) if end >= start]
        length = len(text[start : min(ends)].rstrip())
        yield Span(line + text.count("\n", 0, start), start - before + 1, max(1, length)), sound
        if text[at : at + 1] != separator:
            return
        at += 1


def _quoted(text: str, at: int) -> int:
    """Find the end of a cell in quotation marks; beyond the end of the text where it is never closed."""
    while (at := text.find('"', at + 1)) >= 0:
        if not text.startswith('""', at):
            return at + 1
        at += 1
    return len(text) + 1
