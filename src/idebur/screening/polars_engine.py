"""Registers read by Polars, inside this process and as streams: CSV and Parquet."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, assert_never

import polars as pl
from attrs import evolve

from idebur.screening.binding import Field
from idebur.screening.engines import Cells
from idebur.screening.floats import least
from idebur.screening.keys import (
    ASTRAY,
    BLANKS,
    DIGITS,
    SHORT,
    Bound,
    Choice,
    DateForm,
    Holds,
    Key,
    Kind,
    NumberForm,
    Raw,
    Steps,
    digits_of,
    escaped,
    one_of,
    tokens,
)
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
from idebur.screening.sql import LIST_SEPARATOR

__all__ = ["PolarsRegister", "open_register"]

_LITERAL_DAY: Final = "%Y-%m-%d"


def open_register(register: Path, table: str | None, work: Path) -> PolarsRegister:
    """Open a register.

    Raises:
        Unreadable: there is none, or it cannot be read as what it is.
    """
    require_files(register, table, "polars")
    return PolarsRegister(register, work)


class PolarsRegister:
    """A register in Polars; see :class:`idebur.screening.engines.Engine`."""

    def __init__(self, register: Path, work: Path) -> None:
        self._register, self._work = register, work
        self._kinds: Mapping[str, Kind] = {}
        self._keys: tuple[pl.Expr, ...] = ()
        self._combinations = pl.DataFrame()
        self._csv = csv_head(register) if is_csv(register) else None
        with self._told():
            self._rows = self._opened()
            texts = None if self._csv is None else pl.Schema(dict.fromkeys(self._csv.columns, pl.String))
            self._schema = self._rows.collect_schema() if texts is None else texts
        require_distinct(self._schema.names(), register)

    @contextmanager
    def _told(self, target: Path | None = None) -> Iterator[None]:
        """Say in our words what Polars could not do; what it could not write, where it writes to *target*."""
        try:
            yield
        except (pl.exceptions.PolarsError, OSError, pl.exceptions.PanicException) as error:
            said = " ".join(str(error).split())
            full = "No space left" in said or "File too large" in said
            if full or (target is not None and isinstance(error, OSError)):
                raise OSError(errno.ENOSPC if full else errno.EIO, said[:300]) from None
            raise unreadable(self._register, said) from None

    def _opened(self) -> pl.LazyFrame:
        if self._csv is not None:
            return _csv(self._register, self._csv)
        files = parquet_files(self._register)
        if len(files) > 1:
            require_one_type((one, _types(one)) for one in files)
        return _parquet(*files)

    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._schema.names())

    def prepare(self, wanted: Sequence[str]) -> Mapping[str, Field]:
        """Convert a CSV file to Parquet, and say what the columns hold."""
        left_out = [] if self._csv is None else self._made_readable(self._csv)
        if left_out:
            place = next(name for name in map(str, range(len(wanted) + 1)) if name not in wanted)
            numbered = self._rows.select(wanted).with_row_index(place)
            self._rows = numbered.filter(~pl.col(place).is_in(left_out))
        self._rows = self._rows.select(wanted)
        if self._csv is not None:
            converted = self._work / "register.parquet"
            with self._told():
                self._rows.sink_parquet(converted)
                self._rows = _parquet(converted)
        fields = {name: _field(self._schema[name]) for name in wanted}
        texts = [name for name in wanted if fields[name].kind == "text" and self._schema[name] != pl.String]
        self._rows = self._rows.with_columns(pl.col(texts).cast(pl.String)) if texts else self._rows
        self._kinds = {name: field.kind for name, field in fields.items()}
        return fields

    def _made_readable(self, head: Csv) -> list[int]:
        """The places, from 0, of what is a row to Polars alone: lines with nothing on them, and names it misreads."""
        rows = require_whole_rows(self._register, head)
        if rows.odd:
            self._rows = _csv(rewritten(self._register, head, self._work), evolve(head, plain=True))
            return []
        return list(rows.blank) if head.plain else [0, *(place + 1 for place in rows.blank)]

    def combinations(self, keys: Sequence[Key], most: int | None) -> Sequence[Sequence[Any]] | None:
        """The distinct combinations, which are kept too, in the order in which they are given."""
        self._keys = tuple(
            _expression(key, self._kinds[key.column]).alias(f"k{place}") for place, key in enumerate(keys)
        )
        grouped = self._rows.group_by(self._keys).agg(pl.len().alias("n")) if keys else self._rows.select(n=pl.len())
        with self._told():
            self._combinations = grouped.collect(engine="streaming").filter(pl.col("n") > 0)
        if most is not None and self._combinations.height > most:
            return None
        return self._combinations.rows()

    def examples(self, key: Key, value: Any, id_: str, most: int) -> Sequence[tuple[Any, Any]]:
        """Some rows."""
        same = _expression(key, self._kinds[key.column]).eq_missing(pl.lit(value))
        cells = pl.struct(pl.col(id_).alias("id"), pl.col(key.column).alias("cell"))
        with self._told():
            found = self._rows.filter(same).select(cells.alias("row")).head(most).collect(engine="streaming")
        return [(row["id"], row["cell"]) for row in found["row"]]

    def write(self, id_: str, cells: Cells, target: Path) -> None:
        """Write the result as Parquet."""
        names = [key.meta.output_name() for key in self._keys]
        verdicts = pl.DataFrame([*self._combinations.select(names), *_columns(cells).values()])
        keyed = self._rows.select(pl.col(id_).alias("id"), *self._keys)
        if names:
            joined = keyed.join(verdicts.lazy(), on=names, how="inner", nulls_equal=True, maintain_order="none")
        else:
            joined = keyed.join(verdicts.lazy(), how="cross")
        with self._told(target):
            joined.select("id", *cells).sink_parquet(target)

    def write_table(self, cells: Cells, target: Path) -> None:
        """Write a small table as Parquet."""
        with self._told(target):
            pl.DataFrame(_columns(cells)).write_parquet(target)

    def close(self) -> None:
        """Nothing is held open."""


def _csv(file: Path, head: Csv) -> pl.LazyFrame:
    """The rows of a CSV file, and where its head is not plain, the names of its columns before them."""
    return pl.scan_csv(
        file.absolute(),
        glob=False,
        has_header=head.plain,
        separator=head.separator,
        schema=dict.fromkeys(head.columns, pl.String),
        truncate_ragged_lines=False,
    )


def _parquet(*files: Path) -> pl.LazyFrame:
    """The rows of files of which no name is a pattern, and no folder's name a column."""
    return pl.scan_parquet([one.absolute() for one in files], glob=False, hive_partitioning=False)


def _types(file: Path) -> dict[str, str]:
    return {name: str(dtype) for name, dtype in pl.read_parquet_schema(file).items()}


def _columns(cells: Cells) -> dict[str, pl.Series]:
    def dtype(values: Sequence[int] | Sequence[str]) -> Any:
        if not values or isinstance(values[0], int):
            return pl.Int64 if any(isinstance(value, int) and value >= 1 << 31 for value in values) else pl.Int32
        return pl.String

    return {name: pl.Series(name, list(values), dtype=dtype(values)) for name, values in cells.items()}


def _field(dtype: pl.DataType) -> Field:
    if isinstance(dtype, pl.Decimal):
        return Field("decimal", dtype.scale)
    if isinstance(dtype, pl.List):
        return Field("texts" if dtype.inner == pl.String else "other")
    if isinstance(dtype, (pl.String, pl.Categorical, pl.Enum, pl.Null)):
        return Field("text")
    if dtype.is_integer():
        return Field("whole")
    if dtype.is_float():
        return Field("single" if dtype == pl.Float32 else "float")
    kinds: Mapping[Any, Kind] = {pl.Boolean: "truth", pl.Date: "date", pl.Datetime: "timestamp"}
    return Field(kinds.get(dtype.base_type(), "other"))


# ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _expression(key: Key, kind: Kind) -> pl.Expr:
    match key:
        case Raw():
            return pl.col(key.column)
        case Steps():
            return _steps(key, kind)
        case Holds():
            return _holds(key)
        case Choice():
            return _choice(key)
        case _:
            assert_never(key)


def _said(column: str, empty: tuple[str, ...]) -> pl.Expr:
    """The text of a cell without blanks around it, or null where it says nothing."""
    text = pl.col(column).cast(pl.String).str.strip_chars(BLANKS)
    return pl.when(~text.is_in(["", *empty])).then(text)


def _steps(key: Steps, kind: Kind) -> pl.Expr:
    if key.form is not None:
        said = _said(key.column, key.empty)
        fits = said.str.contains(key.form.pattern)
        text = pl.when(fits).then(said)
        if isinstance(key.form, NumberForm):
            plain = _plain(text, key.form)
            value = plain.cast(pl.Float64, strict=False)
            reached = _reached_by_text(plain, value, key)
        else:
            value = _date(text, key.form)
            reached = _reached(value, key.bounds)
        return pl.when(said.is_null()).then(None).when(value.is_null()).then(ASTRAY).otherwise(reached)
    value = pl.col(key.column)
    match kind:
        case "single" | "float":
            value = value.cast(pl.Float64)
            value = pl.when(value.is_finite()).then(value)
        case "decimal":
            if key.bounds or key.nothing:
                value = value.cast(pl.Decimal(38, _places(key)))
        case "timestamp":
            value = value.dt.convert_time_zone("UTC").dt.date()
        case _:
            pass
    known = value.is_not_null()
    for nothing in key.nothing:
        known &= value != _literal(nothing)
    return pl.when(known).then(_reached(value, key.bounds))


def _reached(value: pl.Expr, bounds: Iterable[Bound]) -> pl.Expr:
    return _count([value >= _literal(bound) for bound in bounds])


def _count(reached: Iterable[pl.Expr]) -> pl.Expr:
    return pl.sum_horizontal([pl.lit(0, dtype=pl.Int32), *(one.cast(pl.Int32) for one in reached)])


def _reached_by_text(text: pl.Expr, read: pl.Expr, key: Steps) -> pl.Expr:
    """How many bounds a number has reached, by its digits; by what is *read* where it is short, or has an exponent."""
    exact = [bound for bound in key.bounds if isinstance(bound, Decimal)]
    by_read = _reached(read, [least(Fraction(bound)) for bound in exact])
    by_digits = (text.str.len_bytes() > SHORT) & ~text.str.contains("[eE]")
    long = pl.when(by_digits).then(text)
    whole = long.str.extract("^[+-]?([0-9]+)").str.pad_start(DIGITS, "0")
    digits = whole + long.str.extract("[.]([0-9]+)").fill_null("").str.pad_end(DIGITS, "0")
    signed = long.str.starts_with("-") & (digits != digits_of(Decimal(0)))
    reached = _count([~signed & (digits >= digits_of(bound)) for bound in exact])
    return pl.when(by_digits).then(reached).otherwise(by_read)


def _literal(bound: Bound) -> pl.Expr:
    return pl.lit(bound, dtype=pl.Decimal(38, _scale(bound))) if isinstance(bound, Decimal) else pl.lit(bound)


def _places(key: Steps) -> int:
    """How many decimals the bounds have: as many as the column."""
    return max((_scale(bound) for bound in (*key.bounds, *key.nothing) if isinstance(bound, Decimal)), default=0)


def _scale(bound: Decimal) -> int:
    return -int(bound.as_tuple().exponent)


def _plain(text: pl.Expr, form: NumberForm) -> pl.Expr:
    if form.thousands:
        text = text.str.replace_all(form.thousands, "", literal=True)
    if form.decimal != ".":
        text = text.str.replace_all(form.decimal, ".", literal=True)
    return text


def _date(text: pl.Expr, form: DateForm) -> pl.Expr:
    def piece(name: str, instead: str) -> pl.Expr:
        at = form.at(name)
        return pl.lit(instead) if at is None else text.str.slice(at, len(name))

    written = pl.concat_str(piece("YYYY", ""), pl.lit("-"), piece("MM", "01"), pl.lit("-"), piece("DD", "01"))
    day = written.str.to_date(_LITERAL_DAY, strict=False)
    return pl.when(day.dt.year() >= 1).then(day)


def _holds(key: Holds) -> pl.Expr:
    separator = LIST_SEPARATOR if key.separator is None else key.separator
    if key.separator is None:
        cell = pl.col(key.column).list.join(LIST_SEPARATOR, ignore_nulls=False)
        alone = pl.col(key.column).list.len() == 1
        known = cell.is_not_null() & ~(alone & cell.str.strip_chars(BLANKS).is_in(["", *key.empty]))
    else:
        cell = _said(key.column, key.empty)
        known = cell.is_not_null() & ~cell.str.contains(rf"\A(?:{escaped(separator)}|[{BLANKS}])*\z")
    before, after = tokens(separator)
    bits = [pl.lit(0, dtype=pl.Int64)]
    for place, group in enumerate(key.groups):
        if group:
            bits.append(cell.str.contains(before + one_of(group) + after).cast(pl.Int64) * (1 << place))
    if key.among is None:
        return pl.when(known).then(pl.sum_horizontal(bits))
    blank = f"[{BLANKS}]*"
    code = f"{blank}{one_of(key.among)}?{blank}" if key.among else blank
    listed = cell.str.contains(rf"\A{code}(?:{escaped(separator)}{code})*\z")
    if key.strict:
        return pl.when(known).then(pl.when(listed).then(pl.sum_horizontal(bits)).otherwise(ASTRAY))
    bits.append((~listed).cast(pl.Int64) * (1 << len(key.groups)))
    return pl.when(known).then(pl.sum_horizontal(bits))


def _choice(key: Choice) -> pl.Expr:
    said = _said(key.column, key.empty)
    chosen: Any = pl.when(said.is_null()).then(None)
    for place, group in enumerate(key.groups):
        chosen = chosen.when(said.is_in(list(group))).then(place)
    expression: pl.Expr = chosen.otherwise(ASTRAY if key.strict else len(key.groups))
    return expression
