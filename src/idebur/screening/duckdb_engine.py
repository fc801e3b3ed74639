"""Registers read by DuckDB, inside this process: CSV, Parquet, and the tables of DuckDB and SQLite databases."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb

from idebur.screening.binding import Field
from idebur.screening.engines import Cells
from idebur.screening.keys import Key, Kind
from idebur.screening.registers import (
    Csv,
    csv_head,
    is_csv,
    is_database,
    parquet_files,
    refused,
    require_distinct,
    require_one_type,
    require_some,
    require_whole_rows,
    rewritten,
    unreadable,
)
from idebur.screening.sql import expression

__all__ = ["MEMORY", "DuckRegister", "open_register"]

MEMORY: Final = "600MB"
"""What DuckDB may hold in memory; the rest goes to the folder it works in."""

_NOTHING: Final = '"NULL"'
_KINDS: Final[Mapping[str, Kind]] = {
    "VARCHAR": "text",
    _NOTHING: "text",
    "BOOLEAN": "truth",
    **dict.fromkeys(("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"), "whole"),
    **dict.fromkeys(("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT"), "whole"),
    "FLOAT": "single",
    "DOUBLE": "float",
    "DATE": "date",
    **dict.fromkeys(("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"), "timestamp"),
    "TIMESTAMP WITH TIME ZONE": "timestamp",
    "VARCHAR[]": "texts",
}


class _Sql:
    """How DuckDB writes what the standard leaves open."""

    def name(self, column: str) -> str:
        return '"' + column.replace('"', '""') + '"'

    def text(self, value: str) -> str:
        return "'" + value.replace("'", "''") + "'"

    def trimmed(self, text: str, signs: str) -> str:
        return f"trim({text}, {self.text(signs)})"

    def matches(self, text: str, pattern: str) -> str:
        return f"regexp_matches({text}, {self.text(pattern)})"

    def part(self, text: str, pattern: str) -> str:
        return f"regexp_extract({text}, {self.text(pattern)}, 1)"

    def number_of(self, texts: str) -> str:
        return f"len({texts})"

    def joined(self, texts: str, separator: str) -> str:
        joined = f"array_to_string({texts}, {self.text(separator)})"
        return f"CASE WHEN len({texts}) = list_count({texts}) THEN {joined} END"

    def finite(self, number: str) -> str:
        return f"CASE WHEN isfinite({number}) THEN CAST({number} AS DOUBLE) END"

    def day(self, column: str, kind: Kind) -> str:
        day = column if kind == "date" else f"CAST({column} AS DATE)"
        return f"CASE WHEN isfinite({column}) THEN {day} END"

    def as_text(self, column: str) -> str:
        return f"CAST({column} AS VARCHAR)"


_SQL: Final = _Sql()


def open_register(register: Path, table: str | None, work: Path) -> DuckRegister:
    """Open a register.

    Raises:
        Unreadable: there is none, or it cannot be read as what it is.
    """
    require_some(register)
    return DuckRegister(register, table, work)


class DuckRegister:
    """A register in DuckDB; see :class:`idebur.screening.engines.Engine`."""

    def __init__(self, register: Path, table: str | None, work: Path) -> None:
        self._register, self._work = register, work
        self._kinds: Mapping[str, Kind] = {}
        self._keys: tuple[str, ...] = ()
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": str(work / "spilled"),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,  # nothing is fetched from anywhere behind one's back
        }
        with self._told():
            self._db = duckdb.connect(config=settings)
            self._db.execute("SET TimeZone = 'UTC'")
            self._db.execute("SET enable_progress_bar = false")  # it would write into what the command says
        self._csv = csv_head(register) if is_csv(register) else None
        try:
            with self._told():
                self._source = self._opened(table)
        except BaseException:
            self._db.close()
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in our words what DuckDB could not do."""
        try:
            yield
        except duckdb.Error as error:
            said = " ".join(str(error).split())
            if re.search("No space left|File too large|Could not write|not enough space|Failed to write", said):
                raise OSError(errno.ENOSPC, said[:300]) from None
            raise unreadable(self._register, said) from None
        except RuntimeError as error:
            if "interrupt" in str(error).lower():
                raise KeyboardInterrupt from None
            raise

    def _opened(self, table: str | None) -> str:
        """The text of what is selected from."""
        if self._csv is not None:
            return _csv(self._register, self._csv, strict=True)
        if is_database(self._register):
            return self._table(table)
        files = parquet_files(self._register)
        listed = f"[{', '.join(map(_literal, files))}]"
        nodes = self._db.execute(f"SELECT name, num_children FROM parquet_schema({listed})").fetchall()
        for names in _columns(nodes):  # where two differ in case only, one would be given another name
            require_distinct(names, self._register)
        if len(files) > 1:
            require_one_type((one, self._types(_parquet(_literal(one)))) for one in files)
        return _parquet(listed)

    def _types(self, source: str, names: str = "*") -> dict[str, str]:
        found = self._db.execute(f"DESCRIBE SELECT {names} FROM {source}").fetchall()
        return {name: str(type_) for name, type_, *_ in found}

    def _table(self, table: str | None) -> str:
        with self._register.open("rb") as stream:
            kind = " TYPE sqlite," if stream.read(15) == b"SQLite format 3" else ""
        if kind:
            try:
                self._db.execute("LOAD sqlite")
            except duckdb.Error:  # it is not installed, and nothing is fetched from anywhere behind one's back
                raise refused("register-sqlite", self._register) from None
        self._db.execute(f"ATTACH {_SQL.text(str(self._register.absolute()))} AS register ({kind} READ_ONLY)")
        found = self._db.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'register' UNION ALL "
            "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = 'register' AND NOT internal"
        ).fetchall()
        names = {
            name if schema == "main" else f"{schema}.{name}": f"register.{_SQL.name(schema)}.{_SQL.name(name)}"
            for schema, name in found
        }
        chosen = next(iter(names)) if table is None and len(names) == 1 else table
        if chosen not in names:
            raise refused("register-table", self._register, known=tuple(sorted(names)) or ("–",))
        return names[chosen]

    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        if self._csv is not None:
            return self._csv.columns
        with self._told():
            return tuple(self._types(self._source))

    def prepare(self, wanted: Sequence[str]) -> Mapping[str, Field]:
        """Convert a CSV file to Parquet, and say what the columns hold."""
        names = ", ".join(map(_SQL.name, wanted))
        if self._csv is not None:
            rows = require_whole_rows(self._register, self._csv)
            file = rewritten(self._register, self._csv, self._work) if rows.odd else self._register
            source = _csv(file, self._csv, strict=rows.odd or not rows.mixed)
            converted = self._work / "register.parquet"
            with self._told():
                self._copy(f"SELECT {names} FROM {source}", converted)
            self._source = _parquet(_literal(converted))
        with self._told():
            types = self._types(self._source, names)
            plain = ", ".join(self._plain(name, type_) for name, type_ in types.items())
            if plain != names:
                self._source = f"(SELECT {plain} FROM {self._source})"
        fields = {name: _field(type_) for name, type_ in types.items()}
        self._kinds = {name: one.kind for name, one in fields.items()}
        return fields

    def _plain(self, column: str, type_: str) -> str:
        """A column without what its type alone says: that it holds nothing, or that ``a`` in it equals ``A``."""
        name = _SQL.name(column)
        if type_ == _NOTHING:
            return f"CAST({name} AS VARCHAR) AS {name}"
        if is_database(self._register) and (type_ == "VARCHAR" or type_.startswith("ENUM")):
            return f"decode(encode(CAST({name} AS VARCHAR))) AS {name}"  # told apart by its bytes it has no collation
        return name

    def _copy(self, selected: str, target: Path) -> None:
        self._db.execute(f"COPY ({selected}) TO {_SQL.text(str(target.absolute()))} (FORMAT parquet)")

    def _expression(self, key: Key) -> str:
        return expression(key, self._kinds[key.column], _SQL)

    def combinations(self, keys: Sequence[Key], most: int | None) -> Sequence[Sequence[Any]] | None:
        """The distinct combinations, which stay in DuckDB too, numbered as they are given."""
        self._keys = tuple(map(self._expression, keys))
        named = "".join(f"{text} AS k{place}, " for place, text in enumerate(self._keys))
        grouped = "GROUP BY ALL" if keys else "HAVING count(*) > 0"
        with self._told():
            self._db.execute(
                "CREATE OR REPLACE TEMP TABLE combinations AS SELECT *, CAST(row_number() OVER () - 1 AS INT) AS place "
                f"FROM (SELECT {named}count(*) AS n FROM {self._source} {grouped})"
            )
            number = self._db.execute("SELECT count(*) FROM combinations").fetchall()[0][0]
            if most is not None and number > most:
                return None
            return self._db.execute("SELECT * EXCLUDE (place) FROM combinations ORDER BY place").fetchall()

    def examples(self, key: Key, value: Any, id_: str, most: int) -> Sequence[tuple[Any, Any]]:
        """Some rows."""
        cell = f"SELECT {_SQL.name(id_)}, {_SQL.name(key.column)} FROM {self._source}"
        with self._told():
            return self._db.execute(
                f"{cell} WHERE ({self._expression(key)}) IS NOT DISTINCT FROM $1 LIMIT {most}", [value]
            ).fetchall()

    def write(self, id_: str, cells: Cells, target: Path) -> None:
        """Write the result as Parquet."""
        keyed = "".join(f", {text} AS k{place}" for place, text in enumerate(self._keys))
        names = "".join(f", v.{_SQL.name(name)}" for name in cells)
        same = " AND ".join(f"s.k{place} IS NOT DISTINCT FROM v.k{place}" for place in range(len(self._keys)))
        joined = f"JOIN verdicts v ON {same}" if same else "CROSS JOIN verdicts v"
        with self._told():
            self._table_of("answers", cells, listed=True)
            self._db.execute(
                "CREATE OR REPLACE TEMP TABLE verdicts AS SELECT c.*, a.* EXCLUDE (place) "
                "FROM combinations c JOIN answers a USING (place)"
            )
            rows = f"SELECT {_SQL.name(id_)} AS id{keyed} FROM {self._source}"
            self._copy(f"SELECT s.id{names} FROM ({rows}) s {joined}", target)

    def write_table(self, cells: Cells, target: Path) -> None:
        """Write a small table as Parquet."""
        with self._told():
            self._table_of("reasons", cells, listed=False)
            self._copy("SELECT * EXCLUDE (place) FROM reasons ORDER BY place", target)

    def _table_of(self, name: str, cells: Cells, *, listed: bool) -> None:
        """A table of *cells* and their place from 0; a text is held once, however often it stands there.

        With *listed*, the texts are a type of their own, if they are few: quick to join to very many rows.
        """
        lists: list[Any] = []
        selected = [f"CAST(unnest(range({len(next(iter(cells.values())))})) AS INT) AS place"]
        for column, values in cells.items():
            named = f"AS {_SQL.name(column)}"
            if not values or isinstance(values[0], int):
                lists.append(list(values))
                selected.append(f"unnest(${len(lists)}::{_type(values)}[]) {named}")
                continue
            numbers = {text: number for number, text in enumerate(dict.fromkeys(map(str, values)), 1)}
            lists += [[numbers[str(text)] for text in values], list(numbers)]
            texts = f"list_select(${len(lists)}::VARCHAR[], ${len(lists) - 1}::BIGINT[])"
            cell = f"CAST(unnest({texts}) AS {_type(tuple(numbers))})" if listed else f"unnest({texts})"
            selected.append(f"{cell} {named}")
        self._db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {', '.join(selected)}", lists)

    def close(self) -> None:
        """Close the connection."""
        self._db.close()


def _literal(path: Path) -> str:
    """A path as a text in which no sign stands for others."""
    return _SQL.text(re.sub(r"[*?[]", r"[\g<0>]", str(path.absolute())))


def _csv(file: Path, head: Csv, *, strict: bool) -> str:
    columns = ", ".join(f"{_SQL.text(name)}: 'VARCHAR'" for name in head.columns)
    return (
        f"read_csv({_literal(file)}, hive_partitioning = false, auto_detect = false, strict_mode = {strict}, "
        f"header = true, delim = {_SQL.text(head.separator)}, quote = '\"', escape = '\"', columns = {{{columns}}})"
    )


def _parquet(files: str) -> str:
    return f"read_parquet({files}, hive_partitioning = false)"


def _columns(nodes: Sequence[tuple[str, int | None]]) -> Iterator[tuple[str, ...]]:
    """The columns of each Parquet file, from the nodes of their schemas, each before its children."""
    left = iter(nodes)
    for _, number in left:
        columns = []
        for _ in range(number or 0):
            name, below = next(left)
            columns.append(name)
            while below:
                _, more = next(left)
                below += (more or 0) - 1
        yield tuple(columns)


def _type(values: Sequence[int] | Sequence[str]) -> str:
    if not values or isinstance(values[0], int):
        return "BIGINT" if any(isinstance(value, int) and value >= 1 << 31 for value in values) else "INT"
    distinct = dict.fromkeys(map(str, values))
    return "VARCHAR" if len(distinct) > 10_000 else f"ENUM({', '.join(map(_SQL.text, distinct))})"


def _field(type_: str) -> Field:
    decimal = re.fullmatch(r"DECIMAL\(\d+,(\d+)\)", type_)
    if decimal is not None:
        return Field("decimal", int(decimal[1]))
    if type_.startswith("ENUM"):
        return Field("text")
    return Field(_KINDS.get(type_, "other"))
