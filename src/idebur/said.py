"""What the text says: the one base of everything an agreement is written in, and the marks its fields carry.

A field is annotated with what it holds; where it holds a *name* of something else, the annotation says of what:
:class:`Ref` for an element of the agreement, :class:`In` for a word of a vocabulary. ``idebur.visits.walk`` reads
these marks, so that references, words, checks and graphs need no list of their own.
"""

from __future__ import annotations

from typing import Annotated, Any

from attrs import frozen
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from idebur.notation.scanner import KEY

__all__ = ["In", "Key", "Number", "Ref", "Said"]


@frozen
class Ref:
    """Marks a field that names an element: *kind* says of which kind (``actor``, ``document``, ``principle`` …)."""

    kind: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _NAME


@frozen
class In:
    """Marks a field that holds a word of the vocabulary *vocabulary*."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _WORD


_WORD = core_schema.str_schema(pattern=f"^{KEY}$", coerce_numbers_to_str=True)
_NAME = core_schema.str_schema(pattern=rf"^{KEY}(?:\.{KEY})*$", coerce_numbers_to_str=True)


class _AnyKey:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _WORD


Key = Annotated[str, _AnyKey()]
"""A key that names nothing yet (a number is taken as its digits)."""


def _hyphenated(name: str) -> str:
    return name.replace("_", "-")


Number = Annotated[int, Field(strict=True, ge=0)]
"""A whole number from 0; neither a text nor a truth value is taken for one."""


class Said(BaseModel):
    """The base of everything the text says: frozen, and a field nobody knows is refused.

    In files a field's name is written with hyphens (``part-of``), in Python with underscores (``part_of``).
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_hyphenated,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
    )
