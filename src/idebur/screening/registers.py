"""What kind of thing a register is, and whether a CSV file is whole: the same for every engine."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from idebur.errors import Unreadable
from idebur.messages import Fault, Place, Span

__all__ = [
    "Csv",
    "Rows",
    "csv_head",
    "is_csv",
    "is_database",
    "parquet_files",
    "refused",
    "require_distinct",
    "require_files",
    "require_one_type",
    "require_some",
    "require_whole_rows",
    "rewritten",
    "unreadable",
]

_CSV: Final = (".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz")
_DATABASES: Final = (".duckdb", ".ddb", ".db", ".sqlite", ".sqlite3")
_SEPARATORS: Final = ",;\t|"


@frozen
class Csv:
    """A CSV file: its columns and the sign between them."""

    columns: tuple[str, ...]
    separator: str
    plain: bool = True
    """Whether the names stand in the file letter for letter, and each column has one."""


@frozen
class Rows:
    """How the rows of a CSV file stand in it."""

    blank: tuple[int, ...] = ()
    """Where lines with nothing on them stand, counted among the rows from 0 for the one after the names."""

    mixed: bool = False
    """Whether lines end now in one way and now in another."""

    odd: bool = False
    """Whether lines end as on an old Mac, or a quotation mark stands in a cell that is not in quotation marks."""


def refused(code: str, register: Path, *, line: int = 1, **params: Any) -> Unreadable:
    """The register cannot be read."""
    place = Place(str(register), Span(line, 1))
    return Unreadable((Fault(code, place, params={"register": str(register), **params}),))


def unreadable(register: Path, said: str) -> Unreadable:
    """An engine cannot read the register: in our words where, and short in its own what."""
    said = " ".join(said.split())
    row = re.search(r"\b(?:line|row)(?: number)?:? (\d+)", said, re.IGNORECASE)
    where = {"sv": f" (rad {row[1]})", "en": f" (row {row[1]})"} if row else {"sv": "", "en": ""}
    return refused("register-unreadable", register, where=where, reason=_short(said))


def _short(said: str) -> str:
    """The first sentence, without the names of classes before it and the advice after it, cut between words."""
    said = _CLASSES.sub("", said)
    first = re.split(r"(?<=\w{3})[.;!](?= |$)|\bSQLSTATE\b|\bPossible (?:solutions|fixes)\b", said)[0].strip(" .:([")
    return first if len(first) <= _MOST_SAID else f"{first[:_MOST_SAID].rpartition(' ')[0].rstrip(',:; ')} …"


_CLASSES: Final = re.compile(r"^(?:(?:[\w$]+\.)+[\w$]+:? |[\w ]{1,30} Error: |\[[\w.]+\] )+")
_MOST_SAID: Final = 120


def require_some(register: Path) -> None:
    """Refuse what is not there.

    Raises:
        Unreadable: there is no such file or folder, or nothing is in it.
    """
    try:
        found = register.exists()
        empty = found and register.is_file() and register.stat().st_size == 0
    except (OSError, ValueError):
        found = empty = False
    if not found:
        raise refused("register-missing", register)
    if empty:
        raise refused("register-empty", register)


def is_csv(register: Path) -> bool:
    """Whether it is a file of text with a row a line."""
    return register.is_file() and register.name.lower().endswith(_CSV)


def require_files(register: Path, table: str | None, engine: str) -> None:
    """Refuse what is not there, and a database, for an engine that reads files only.

    Raises:
        Unreadable: there is no such file or folder, nothing is in it, or it is a database.
    """
    require_some(register)
    if table is not None or is_database(register):
        raise refused("register-kind", register, engine=engine)


def is_database(register: Path) -> bool:
    """Whether it is a file of a database."""
    return register.is_file() and register.suffix.lower() in _DATABASES


def parquet_files(register: Path) -> tuple[Path, ...]:
    """The file, or all below a folder, by their full names; those that begin with ``.`` or ``_`` hold no rows.

    So that no engine takes a name for a pattern, or a folder's for a column.

    Raises:
        Unreadable: the folder holds none.
    """
    if not register.is_dir():
        return (register.absolute(),)
    found = sorted(
        one
        for one in register.rglob("*.parquet")
        if one.is_file() and not any(part.startswith((".", "_")) for part in one.relative_to(register).parts)
    )
    if not found:
        raise refused("register-folder-bare", register)
    return tuple(one.absolute() for one in found)


def require_one_type(files: Iterable[tuple[Path, Mapping[str, str]]]) -> None:
    """Refuse Parquet files of which one holds a column as another type than those before it.

    Raises:
        Unreadable: there are such; an engine would round or cut what it makes fit.
    """
    known: dict[str, tuple[Path, str]] = {}
    for file, types in files:
        for column, type_ in types.items():
            first, expected = known.setdefault(column, (file, type_))
            if type_ != expected:
                raise refused(
                    "register-types-differ", file, column=column, found=type_, other=str(first), expected=expected
                )


def csv_head(register: Path) -> Csv:
    """Read the names of the columns; the sign between them is the one of ``, ; tab |`` that stands there most often.

    Raises:
        Unreadable: it is not UTF-8, it has no first line, or two columns have one name, or differ only in case.
    """
    opened = gzip.open if register.suffix.lower() == ".gz" else open
    try:
        with opened(register, "rt", encoding="utf-8-sig", newline="") as stream:
            first = next(_lines(stream), "")
            separator = max(_SEPARATORS, key=_outside_quotes(first).count)
            stream.seek(0)
            written = next(csv.reader(stream, delimiter=separator, strict=True), ())
    except UnicodeDecodeError:
        raise refused("register-not-utf8", register) from None
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        raise unreadable(register, str(error)) from None
    named = tuple(name.strip() for name in written)
    if not any(named):
        raise refused("register-empty", register)
    require_distinct([name for name in named if name], register)
    columns = _each_named(named)
    return Csv(columns, separator, tuple(written) == columns)


def _each_named(names: Sequence[str]) -> tuple[str, ...]:
    """The names of all columns; one without any is given a number in brackets."""
    known = {name.lower() for name in names}
    free = (name for name in map("({})".format, count(1)) if name not in known)
    return tuple(name or next(free) for name in names)


def require_distinct(columns: Sequence[str], register: Path) -> None:
    """Refuse columns that differ only in case: to two of the engines they are one.

    Raises:
        Unreadable: there are such.
    """
    known: dict[str, str] = {}
    for name in columns:
        if name.lower() in known:
            raise refused("register-column-twice", register, column=known[name.lower()], other=name)
        known[name.lower()] = name


def require_whole_rows(register: Path, head: Csv) -> Rows:
    """Refuse a CSV file that the engines would read each in its own way; tell how the rows of any other stand in it.

    Raises:
        Unreadable: a row has too few or too many cells, a quotation mark stands amiss, or it is not UTF-8.
    """
    opened = gzip.open if register.suffix.lower() == ".gz" else open
    number, begun, blank, place, odd = len(head.columns), 0, list[int](), -2, False
    try:
        with opened(register, "rt", encoding="utf-8-sig", newline="") as stream:
            lines, quoted = iter(stream), list[str]()
            rows = csv.reader(_fed(quoted, lines), delimiter=head.separator, strict=True)
            for line in lines:
                begun, place = begun + 1, place + 1
                if '"' not in line:
                    found, read = line.count(head.separator) + 1, 1
                    if found != number and not line.strip("\r\n"):
                        blank.append(place)
                        continue
                else:
                    quoted.append(line)
                    before = rows.line_num
                    row = next(rows)
                    found, read = len(row), rows.line_num - before
                    odd = odd or _is_odd(line, row if read > 1 else (), head.separator)
                if found != number:
                    raise refused("register-row-ragged", register, line=begun, found=found, columns=number)
                begun += read - 1
            ends = {stream.newlines} if isinstance(stream.newlines, str) else set(stream.newlines or ())
    except UnicodeDecodeError:
        raise refused("register-not-utf8", register) from None
    except csv.Error:
        raise refused("register-quotes", register, line=begun) from None
    except (OSError, EOFError, zlib.error) as error:
        raise unreadable(register, str(error)) from None
    return Rows(tuple(blank), len(ends) > 1, odd or "\r" in ends)


def _is_odd(line: str, several_lines: Sequence[str], separator: str) -> bool:
    """Whether a quotation mark stands in a cell that does not begin with one; of several lines, in any cell."""
    outside = line.split('"')[:-1:2]
    return any(one and not one.endswith(separator) for one in outside) or '"' in "".join(several_lines)


def rewritten(register: Path, head: Csv, folder: Path) -> Path:
    """Write a CSV file of whole rows again so that every engine reads it, into *folder*."""
    opened = gzip.open if register.suffix.lower() == ".gz" else open
    made = folder / "register.csv"
    with opened(register, "rt", encoding="utf-8-sig", newline="") as stream:
        rows = csv.reader(stream, delimiter=head.separator, strict=True)
        next(rows)
        with made.open("w", encoding="utf-8", newline="") as again:
            again.writelines(_lined(chain([head.columns], filter(None, rows)), head.separator))
    return made


def _lined(rows: Iterable[Sequence[str]], separator: str) -> Iterator[str]:
    """Rows as lines, which Python's own writer ends so only if it leaves a carriage return in a cell bare."""
    marks = re.compile(f'[{re.escape(separator)}"\r\n]')
    for row in rows:
        cells = ('"' + cell.replace('"', '""') + '"' if marks.search(cell) else cell for cell in row)
        yield separator.join(cells) + "\n"


def _fed(first: list[str], then: Iterator[str]) -> Iterator[str]:
    """Give what stands in *first*, whenever something does, else the next of *then*."""
    while True:
        line = first.pop() if first else next(then, None)
        if line is None:
            return
        yield line


def _lines(stream: Any) -> Iterator[str]:
    yield stream.readline(1_000_000)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
