"""Registers read by Spark: CSV and Parquet, on the session that is active, else on this machine alone."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from py4j.protocol import Py4JError, Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.types import (
    ArrayType,
    DataType,
    DecimalType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)

from idebur.screening.binding import Field
from idebur.screening.engines import Cells, EngineStopped
from idebur.screening.keys import Key, Kind
from idebur.screening.registers import (
    Csv,
    csv_head,
    is_csv,
    parquet_files,
    require_distinct,
    require_files,
    require_one_type,
    require_whole_rows,
    rewritten,
    unreadable,
)
from idebur.screening.sql import expression

__all__ = ["SparkRegister", "open_register"]

_KINDS: Final[Mapping[str, Kind]] = {
    "string": "text",
    "boolean": "truth",
    **dict.fromkeys(("tinyint", "smallint", "int", "bigint"), "whole"),
    "float": "single",
    "double": "float",
    "date": "date",
    **dict.fromkeys(("timestamp", "timestamp_ntz"), "timestamp"),
}
_MOST_SENT: Final = 100_000
"""So many combinations are sent to every worker whole; more are joined by sorting."""


class _Sql:
    """How Spark writes what the standard leaves open."""

    def name(self, column: str) -> str:
        return "`" + column.replace("`", "``") + "`"

    def text(self, value: str) -> str:
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def trimmed(self, text: str, signs: str) -> str:
        return f"trim(BOTH {self.text(signs)} FROM {text})"

    def matches(self, text: str, pattern: str) -> str:
        return f"({text} RLIKE {self.text(pattern)})"

    def part(self, text: str, pattern: str) -> str:
        return f"regexp_extract({text}, {self.text(pattern)}, 1)"

    def number_of(self, texts: str) -> str:
        return f"size({texts})"

    def joined(self, texts: str, separator: str) -> str:
        return f"CASE WHEN NOT exists({texts}, one -> one IS NULL) THEN array_join({texts}, {self.text(separator)}) END"

    def finite(self, number: str) -> str:
        infinite = "CAST('Infinity' AS DOUBLE)"
        return f"CASE WHEN NOT isnan({number}) AND abs({number}) < {infinite} THEN CAST({number} AS DOUBLE) END"

    def day(self, column: str, kind: Kind) -> str:
        return column if kind == "date" else f"CAST({column} AS DATE)"

    def as_text(self, column: str) -> str:
        return f"CAST({column} AS STRING)"


_SQL: Final = _Sql()


def open_register(register: Path, table: str | None, work: Path) -> SparkRegister:
    """Open a register.

    Raises:
        Unreadable: there is none, or it cannot be read as what it is.
    """
    require_files(register, table, "spark")
    return SparkRegister(register, work)


class SparkRegister:
    """A register in Spark; see :class:`idebur.screening.engines.Engine`."""

    def __init__(self, register: Path, work: Path) -> None:
        self._register, self._work = register, work
        self._kinds: Mapping[str, Kind] = {}
        self._keys: tuple[str, ...] = ()
        self._found: Sequence[Sequence[Any]] = ()
        self._csv = csv_head(register) if is_csv(register) else None
        active = SparkSession.getActiveSession()
        self._own = active is None
        self._log = work / "spark.log"
        self._spark = active if active is not None else _session(self._log)
        self._zone = self._spark.conf.get("spark.sql.session.timeZone")
        self._spark.conf.set("spark.sql.session.timeZone", "UTC")
        try:
            with self._told():
                self._rows = self._opened()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in our words what Spark could not do."""
        try:
            yield
        except (PySparkException, Py4JError) as error:
            java = getattr(error, "java_exception", None)
            said = " ".join((str(error) if java is None else str(java)).split())
            if "No space left" in said or "File too large" in said:
                raise OSError(errno.ENOSPC, said[:300]) from None
            twice = re.search(r"COLUMN_ALREADY_EXISTS\].*?`([^`]+)`", said)
            if twice is not None:
                require_distinct((twice[1], twice[1]), self._register)
            if "CANNOT_MERGE_SCHEMAS" in said:
                require_one_type((one, self._types(one)) for one in parquet_files(self._register))
            if not isinstance(error, (PySparkException, Py4JJavaError)):  # Java itself has ended
                said = _last_said(self._log) or said
            causes = re.findall(r"(?:Exception|Error): ((?:(?! at [\w.$/]+\(|Caused by:| [\w.]+Exception: ).)+)", said)
            raise unreadable(self._register, causes[-1] if causes else said) from None

    def _opened(self) -> DataFrame:
        if self._csv is not None:
            return _csv(self._spark, self._register, self._csv)
        files = parquet_files(self._register)
        return _parquet(self._spark, *files, alike=len(files) > 1)

    def _types(self, file: Path) -> dict[str, str]:
        return {one.name: one.dataType.simpleString() for one in _parquet(self._spark, file).schema.fields}

    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._rows.columns)

    def prepare(self, wanted: Sequence[str]) -> Mapping[str, Field]:
        """Convert a CSV file to Parquet, and say what the columns hold."""
        if self._csv is not None:
            rows = require_whole_rows(self._register, self._csv)
            if rows.odd or rows.mixed:
                self._rows = _csv(self._spark, rewritten(self._register, self._csv, self._work), self._csv)
        self._rows = self._rows.select(*map(_SQL.name, wanted))
        if self._csv is not None:
            converted = self._work / "register.parquet"
            with self._told():
                self._rows.write.parquet(str(converted.resolve()))
                self._rows = _parquet(self._spark, converted)
        fields = {one.name: _field(one.dataType) for one in self._rows.schema.fields}
        self._kinds = {name: field.kind for name, field in fields.items()}
        return fields

    def _expression(self, key: Key) -> str:
        return expression(key, self._kinds[key.column], _SQL)

    def combinations(self, keys: Sequence[Key], most: int | None) -> Sequence[Sequence[Any]] | None:
        """The distinct combinations."""
        self._keys = tuple(f"{self._expression(key)} AS k{place}" for place, key in enumerate(keys))
        names = [f"k{place}" for place in range(len(keys))]
        grouped = self._rows.selectExpr(*self._keys).groupBy(*names).count() if keys else self._rows.groupBy().count()
        with self._told():
            found = (grouped if most is None else grouped.limit(most + 1)).collect()
        if most is not None and len(found) > most:
            return None
        self._found = [tuple(row) for row in found if row[-1]]
        return self._found

    def examples(self, key: Key, value: Any, id_: str, most: int) -> Sequence[tuple[Any, Any]]:
        """Some rows."""
        same = f.expr(self._expression(key)).eqNullSafe(f.lit(value))
        chosen = self._rows.where(same).select(_SQL.name(id_), _SQL.name(key.column)).limit(most)
        with self._told():
            return [(row[0], row[1]) for row in chosen.collect()]

    def write(self, id_: str, cells: Cells, target: Path) -> None:
        """Write the result as a folder of Parquet files."""
        keyed = self._rows.selectExpr(f"{_SQL.name(id_)} AS id", *self._keys)
        types = {one.name: one.dataType for one in keyed.schema.fields}
        places = range(len(self._keys))
        schema = [StructField(f"v{place}", types[f"k{place}"]) for place in places]
        rows = [
            (*row[:-1], *values) for row, values in zip(self._found, zip(*cells.values(), strict=True), strict=True)
        ]
        with self._told():
            verdicts = self._spark.createDataFrame(rows, StructType([*schema, *_schema(cells)]))
            if len(rows) <= _MOST_SENT:
                verdicts = f.broadcast(verdicts)
            same = [keyed[f"k{place}"].eqNullSafe(verdicts[f"v{place}"]) for place in places]
            joined = keyed.join(verdicts, same) if same else keyed.crossJoin(verdicts)
            joined.select("id", *map(_SQL.name, cells)).write.parquet(str(target.resolve()))

    def write_table(self, cells: Cells, target: Path) -> None:
        """Write a small table, as a folder with one Parquet file."""
        rows = list(zip(*cells.values(), strict=True))
        with self._told():
            table = self._spark.createDataFrame(rows, StructType(_schema(cells)))
            table.coalesce(1).write.parquet(str(target.resolve()))

    def close(self) -> None:
        """End the session, if it is ours."""
        if self._own:
            self._spark.stop()
        elif self._zone is not None:
            self._spark.conf.set("spark.sql.session.timeZone", self._zone)


def _csv(spark: SparkSession, file: Path, head: Csv) -> DataFrame:
    schema = StructType([StructField(name, StringType()) for name in head.columns])
    return spark.read.schema(schema).csv(
        _literal(file), sep=head.separator, header=True, quote='"', escape='"', multiLine=True, mode="FAILFAST"
    )


def _parquet(spark: SparkSession, *files: Path, alike: bool = False) -> DataFrame:
    """The rows of files, or of a folder that Spark wrote; no folder's name is a column.

    With *alike* it is an error that a column is of different types in two files.
    """
    reader = spark.read.option("recursiveFileLookup", "true").option("mergeSchema", str(alike).lower())
    return reader.parquet(*map(_literal, files))


def _literal(path: Path) -> str:
    """A path in which no sign stands for others."""
    return re.sub(r"[\\*?{}^[\]]", r"\\\g<0>", str(path.resolve()))


def _session(log: Path) -> SparkSession:
    """Start a session; what Java says on its way goes to *log*, and is told where it does not get there.

    Raises:
        EngineStopped: there is no Java, or none that Spark can use.
    """
    building = SparkSession.builder.master("local[*]").appName("idebur")
    building = building.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    building = building.config("spark.log.level", "OFF")  # what goes wrong is said by us
    building = building.config("spark.sql.shuffle.partitions", "8")
    try:
        with _errors_to(log):
            session = building.getOrCreate()
            session.sparkContext.setLogLevel("OFF")  # where Spark is older than that setting
    except (PySparkException, Py4JError, OSError) as error:
        raise EngineStopped("spark", _last_said(log) or " ".join(str(error).split())) from None
    return session


@contextmanager
def _errors_to(log: Path) -> Iterator[None]:
    """Turn standard error to *log* for what is started here: Java would greet everybody on it, before any setting."""
    try:
        before = os.dup(_STANDARD_ERROR)
    except OSError:  # there is none
        yield
        return
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
        with log.open("ab") as stream:
            os.dup2(stream.fileno(), _STANDARD_ERROR)
        yield
    finally:
        os.dup2(before, _STANDARD_ERROR)
        os.close(before)


_STANDARD_ERROR: Final = 2


def _last_said(log: Path) -> str:
    """What went wrong, as Java or the script that starts it said; "" where they said nothing of it."""
    said = log.read_text("utf-8", errors="replace").splitlines() if log.exists() else []
    return next((line.strip() for line in said if _WRONG.search(line)), "")


_WRONG: Final = re.compile("error|exception|no such file|not (?:set|found)", re.IGNORECASE)


def _schema(cells: Cells) -> list[StructField]:
    return [StructField(name, _type(values), nullable=False) for name, values in cells.items()]


def _type(values: Sequence[int] | Sequence[str]) -> DataType:
    if not values or isinstance(values[0], int):
        return LongType() if any(isinstance(one, int) and one >= 1 << 31 for one in values) else IntegerType()
    return StringType()


def _field(type_: DataType) -> Field:
    if isinstance(type_, DecimalType):
        return Field("decimal", type_.scale)
    if isinstance(type_, ArrayType):
        return Field("texts" if isinstance(type_.elementType, StringType) else "other")
    return Field(_KINDS.get(type_.simpleString(), "other"))
