"""How the columns of a register become facts: a small file of its own, the *map*.

::

    idebur: 1
    map: charities
    id: reg_number
    empty: [NA, "-"]
    facts:
      democratic: is_democratic                          # a column of true and false
      sector: {always: civil-society}                    # the same for every row
      scope:
        column: scale
        codes: {Local: local, National and Overseas: [national, international]}
        otherwise: not-said
      purposes: {column: UKCAT, separator: ";", codes: {ED101: education}, otherwise: none}
      members: {column: members, decimal: ",", thousands: " "}
      founded: {column: date_registered, format: YYYY-MM-DD}

A fact that is left out is not known of any row, and neither is one whose cell is empty.
"""

from __future__ import annotations

import os
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from idebur.absence import NONE, NOT_SAID, Absence, Maybe
from idebur.files.assembling import PlacesOf
from idebur.files.loading import load_said
from idebur.notation.notated import DEFINED_AS
from idebur.organisations import FactValue, Value
from idebur.said import IfGiven, Key, Said
from idebur.several import Pairs
from idebur.text import Text

__all__ = ["Column", "Map", "Meant", "load_map"]

Meant = Value | Absence
"""What a code means: a value, ``not-said`` where it means that nothing is known, ``none`` for no word of a set."""


class _Meant:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        value = handler.generate_schema(FactValue)
        return core_schema.no_info_wrap_validator_function(_read_meant, value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), DEFINED_AS: "Meant"}


def _read_meant(value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if isinstance(value, Absence):
        return value
    absent = {"not-said": NOT_SAID, "none": NONE}
    return absent[value] if isinstance(value, str) and value in absent else handler(value)


class _Cells:
    """Reads a list of texts as they stand in cells; one may stand alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        texts = core_schema.tuple_variable_schema(core_schema.str_schema(coerce_numbers_to_str=True))
        return core_schema.no_info_before_validator_function(_several, texts)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": ["string", "number"]}
        return {"anyOf": [text, {"type": "array", "items": text}]}


def _several(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else (value,)


class _Cell:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(coerce_numbers_to_str=True, min_length=1)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number"], "pattern": r"[\s\S]", DEFINED_AS: "Cell"}


Cell = Annotated[str, _Cell()]
"""A text as it stands in the register: a column's name, a code, a sign."""


class Column(Said):
    """Where a fact is to be found, and how it is written there."""

    column: IfGiven[Cell] = None
    """The column's name in the register."""

    always: IfGiven[Annotated[Meant, _Meant()]] = None
    """The value of every row, instead of a column."""

    codes: Pairs[Cell, Annotated[Meant, _Meant()]] = Pairs()
    """What each code means. Left out, the words themselves stand in the column."""

    otherwise: IfGiven[Annotated[Meant, _Meant()]] = None
    """What any other cell means. Left out, a cell that cannot be read is a fault."""

    separator: IfGiven[Cell] = None
    """What stands between the codes of one cell, for a set of words."""

    decimal: IfGiven[Cell] = None
    """The sign before the decimals of a number; left out, a full stop."""

    thousands: IfGiven[Cell] = None
    """The sign between the thousands of a number; left out, none."""

    format: IfGiven[Cell] = None
    """How a date is written, with ``YYYY``, ``MM`` and ``DD``; left out, ``YYYY-MM-DD``."""

    empty: Annotated[tuple[str, ...], _Cells()] = ()
    """Cells of this column that say nothing, beside the map's own."""


class _Short:
    """A bare word is the name of a column."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(_read_column, handler.generate_schema(Column))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        either = {"oneOf": [{"required": ["column"]}, {"required": ["always"]}]}
        return {"anyOf": [_Cell().__get_pydantic_json_schema__(schema, handler), {"allOf": [handler(schema), either]}]}


def _read_column(value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
    bare = isinstance(value, (str, int, float)) and not isinstance(value, bool)
    return handler({"column": str(value)} if bare else value)


class Map(Said):
    """How a register's columns become facts."""

    idebur: Literal[1] = 1
    """The version of the file format."""

    map: Key
    """The map's key."""

    title: Maybe[Text] = NOT_SAID
    """What it is a map of."""

    id: Cell
    """The column that says which organisation a row is about; it is copied to the result as it is."""

    empty: Annotated[tuple[str, ...], _Cells()] = ()
    """Cells that say nothing, in any column, beside the empty one."""

    facts: Pairs[Key, Annotated[Column, _Short()]] = Pairs()
    """Where each fact is to be found; also a clause that only people can judge, as a column of yes and no."""


def load_map(path: str | os.PathLike[str]) -> tuple[Map, PlacesOf]:
    """Load a map, with the places of everything in it.

    Raises:
        Unreadable: with all its faults.
    """
    return load_said(Map, path, "map")
