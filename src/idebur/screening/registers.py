"""What kind of thing a register is, and the first line of a CSV file: the same for every engine."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from idebur.errors import Unreadable
from idebur.messages import Fault, Place

__all__ = ["Csv", "csv_head", "is_csv", "is_database", "refused", "require_some"]

_CSV: Final = (".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz")
_DATABASES: Final = (".duckdb", ".ddb", ".db", ".sqlite", ".sqlite3")
_SEPARATORS: Final = ",;\t|"


@frozen
class Csv:
    """A CSV file: its columns and the sign between them."""

    columns: tuple[str, ...]
    separator: str


def refused(code: str, register: Path, **params: Any) -> Unreadable:
    """The register cannot be read."""
    return Unreadable((Fault(code, Place(str(register)), params={"register": str(register), **params}),))


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


def is_database(register: Path) -> bool:
    """Whether it is a file of a database."""
    return register.is_file() and register.suffix.lower() in _DATABASES


def csv_head(register: Path) -> Csv:
    """Read the names of the columns; the sign between them is the one of ``, ; tab |`` that stands there most often.

    Raises:
        Unreadable: it is not UTF-8, it has no first line, or two columns have one name.
    """
    opened = gzip.open if register.suffix.lower() == ".gz" else open
    try:
        with opened(register, "rt", encoding="utf-8-sig", newline="") as stream:
            first = next(_lines(stream), "")
            separator = max(_SEPARATORS, key=_outside_quotes(first).count)
            stream.seek(0)
            columns = tuple(name.strip() for name in next(csv.reader(stream, delimiter=separator, strict=True), ()))
    except UnicodeDecodeError:
        raise refused("register-not-utf8", register) from None
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        raise refused("register-unreadable", register, reason=str(error).rstrip(". ")) from None
    if not any(columns):
        raise refused("register-empty", register)
    for name in columns:
        if columns.count(name) > 1:
            raise refused("register-column-twice", register, column=name)
    return Csv(columns, separator)


def _lines(stream: Any) -> Iterator[str]:
    yield stream.readline(1_000_000)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
