"""Keys as SQL, for DuckDB and Spark: what differs between the two stands in a :class:`Dialect`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Protocol, assert_never

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

__all__ = ["LIST_SEPARATOR", "Dialect", "expression"]

LIST_SEPARATOR = "\x1f"
"""Joins the texts of a list: the unit separator of ASCII, which no code holds."""


class Dialect(Protocol):
    """How one engine writes what the standard leaves open."""

    def name(self, column: str) -> str:
        """A column's name in quotation marks."""

    def text(self, value: str) -> str:
        """A text."""

    def trimmed(self, text: str, signs: str) -> str:
        """A text without any of *signs* at its ends."""

    def matches(self, text: str, pattern: str) -> str:
        """Whether a pattern is found in a text."""

    def part(self, text: str, pattern: str) -> str:
        """What the brackets of a pattern find in a text, or nothing."""

    def joined(self, texts: str, separator: str) -> str:
        """The texts of a list as one, or NULL where one of them is."""

    def number_of(self, texts: str) -> str:
        """How many texts a list has."""

    def finite(self, number: str) -> str:
        """A number of floating point, or NULL where it is NaN or infinite."""

    def day(self, column: str, kind: Kind) -> str:
        """The day of a date or of a point in time (in UTC, where it has a time zone), or NULL where it is infinite."""

    def as_text(self, column: str) -> str:
        """A whole number as text."""


def expression(key: Key, kind: Kind, sql: Dialect) -> str:
    """Write *key* of a column of the kind *kind*."""
    column = sql.name(key.column)
    match key:
        case Raw():
            return column
        case Steps():
            return _steps(key, kind, column, sql)
        case Holds():
            return _holds(key, column, sql)
        case Choice():
            return _choice(key, column, kind, sql)
        case _:
            assert_never(key)


def _said(column: str, empty: tuple[str, ...], sql: Dialect, kind: Kind = "text") -> str:
    """The text of a cell without blanks around it, or NULL where it says nothing."""
    text = sql.trimmed(column if kind == "text" else sql.as_text(column), BLANKS)
    nothing = ", ".join(sql.text(word) for word in ("", *empty))
    return f"CASE WHEN {text} IN ({nothing}) THEN NULL ELSE {text} END"


def _steps(key: Steps, kind: Kind, column: str, sql: Dialect) -> str:
    if key.form is not None:
        said = f"({_said(column, key.empty, sql, kind)})"
        read = _number(said, key.form, sql) if isinstance(key.form, NumberForm) else _date(said, key.form, sql)
        known = f"{sql.matches(said, key.form.pattern)} AND ({read}) IS NOT NULL"
        reached = _reached(read, key.bounds)
        if isinstance(key.form, NumberForm):
            reached = _reached_by_text(_plain(said, key.form, sql), read, key.bounds, sql)
        return f"CASE WHEN {said} IS NULL THEN NULL WHEN {known} THEN {reached} ELSE {ASTRAY} END"
    if kind in ("single", "float"):
        column = sql.finite(column)
    elif kind in ("date", "timestamp"):
        column = sql.day(column, kind)
    unknown = f"{column} IS NULL"
    if key.nothing:
        unknown += f" OR {column} IN ({', '.join(map(_bound, key.nothing))})"
    return f"CASE WHEN {unknown} THEN NULL ELSE {_reached(column, key.bounds)} END"


def _reached(value: str, bounds: tuple[Bound, ...]) -> str:
    return " + ".join(["0", *(f"CAST({value} >= {_bound(bound)} AS INT)" for bound in bounds)])


def _reached_by_text(text: str, read: str, bounds: tuple[Bound, ...], sql: Dialect) -> str:
    """How many bounds a number has reached, by its digits; by what is *read* where it is short, or has an exponent."""
    exact = [bound for bound in bounds if isinstance(bound, Decimal)]
    by_read = _reached(read, tuple(least(Fraction(bound)) for bound in exact))
    if not exact:
        return by_read
    digits = (
        f"concat(lpad({sql.part(text, '^[+-]?([0-9]+)')}, {DIGITS}, '0'), "
        f"rpad({sql.part(text, '[.]([0-9]+)')}, {DIGITS}, '0'))"
    )
    signed = f"{text} LIKE '-%' AND {digits} <> '{digits_of(Decimal(0))}'"
    reached = " + ".join(f"CAST({digits} >= '{digits_of(bound)}' AS INT)" for bound in exact)
    by_digits = f"CASE WHEN {signed} THEN 0 ELSE {reached} END"
    return f"CASE WHEN length({text}) <= {SHORT} OR {sql.matches(text, '[eE]')} THEN {by_read} ELSE {by_digits} END"


def _bound(bound: Bound) -> str:
    match bound:
        case dt.date():
            return f"DATE '{bound.isoformat()}'"
        case float():
            return f"CAST('{bound!r}' AS DOUBLE)"
        case Decimal():
            return f"{bound:f}"
        case _:
            return str(bound)


def _number(text: str, form: NumberForm, sql: Dialect) -> str:
    return f"TRY_CAST({_plain(text, form, sql)} AS DOUBLE)"


def _plain(text: str, form: NumberForm, sql: Dialect) -> str:
    """A number as SQL writes it."""
    if form.thousands:
        text = f"replace({text}, {sql.text(form.thousands)}, '')"
    if form.decimal != ".":
        text = f"replace({text}, {sql.text(form.decimal)}, '.')"
    return text


def _date(text: str, form: DateForm, sql: Dialect) -> str:
    def piece(name: str, instead: str) -> str:
        at = form.at(name)
        return sql.text(instead) if at is None else f"substr({text}, {at + 1}, {len(name)})"

    written = f"concat({piece('YYYY', '')}, '-', {piece('MM', '01')}, '-', {piece('DD', '01')})"
    return f"nullif(greatest(TRY_CAST({written} AS DATE), DATE '0000-12-31'), DATE '0000-12-31')"


def _holds(key: Holds, column: str, sql: Dialect) -> str:
    if key.separator is None:
        separator, cell = LIST_SEPARATOR, sql.joined(column, LIST_SEPARATOR)
    else:
        separator, cell = key.separator, f"({_said(column, key.empty, sql)})"
    before, after = tokens(separator)
    bits = ["0"]
    for place, group in enumerate(key.groups):
        if group:
            bits.append(f"{1 << place} * CAST({sql.matches(cell, before + one_of(group) + after)} AS INT)")
    whens = [f"{cell} IS NULL THEN NULL"]
    if key.separator is None:
        nothing = ", ".join(map(sql.text, ("", *key.empty)))
        whens.append(f"{sql.number_of(column)} = 1 AND {sql.trimmed(cell, BLANKS)} IN ({nothing}) THEN NULL")
    blank = f"[{BLANKS}]*"
    if key.separator is not None:  # nothing but separators says nothing
        nothing = rf"\A(?:{escaped(separator)}|[{BLANKS}])*\z"
        whens.append(f"{sql.matches(cell, nothing)} THEN NULL")
    if key.among is not None:
        code = f"{blank}{one_of(key.among)}?{blank}" if key.among else blank
        listed = sql.matches(cell, rf"\A{code}(?:{escaped(separator)}{code})*\z")
        if key.strict:
            whens.append(f"NOT {listed} THEN {ASTRAY}")
        else:
            bits.append(f"{1 << len(key.groups)} * CAST(NOT {listed} AS INT)")
    return f"CASE {' '.join(f'WHEN {when}' for when in whens)} ELSE {' + '.join(bits)} END"


def _choice(key: Choice, column: str, kind: Kind, sql: Dialect) -> str:
    said = f"({_said(column, key.empty, sql, kind)})"
    whens = [
        f"WHEN {said} IN ({', '.join(map(sql.text, group))}) THEN {place}"
        for place, group in enumerate(key.groups)
        if group
    ]
    other = ASTRAY if key.strict else len(key.groups)
    return f"CASE WHEN {said} IS NULL THEN NULL {' '.join(whens)} ELSE {other} END"
