"""What every value of the little languages has in common: read from a text, written as its canonical text."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from idebur.errors import NotationError
from idebur.notation.scanner import Cursor

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["DEFINED_AS", "Notated"]

DEFINED_AS = "x-idebur"
"""Marks a JSON Schema that the schema of the whole format writes once, as the definition of this name."""

_WIDEST_INTEGER = 128  # in bits: past any year or sum of money, short of where Python refuses to print an integer


class Notated:
    """A value that is written as a short text. The law: ``parse(str(x)) == x``.

    As a field of a pydantic model it takes an instance or a text, and a plain number where the subclass says so. A
    :class:`~idebur.errors.NotationError` goes through pydantic untouched, as ``ctx["error"]`` of its error.
    """

    __slots__ = ()

    takes_numbers: ClassVar[bool] = False
    """Whether an integer or a decimal number of YAML may stand for the text."""

    number_alone: ClassVar[str] = ""
    """What a whole number probably means where none may stand for the text, such as ``{} a year``; "" is nothing."""

    schema: ClassVar[Mapping[str, Any]] = {"type": "string"}
    """The JSON Schema (draft 7) of the text. A pattern never refuses what :meth:`parse` takes."""

    def __repr__(self) -> str:
        """The expression that makes it, ``Date.parse('2018-06')``: it is read where values are looked at."""
        return f"{type(self).__name__}.parse({str(self)!r})"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read *text*.

        Raises:
            NotationError: the text cannot be read; the error says where, what was found and what was expected.
        """
        return cast("Self", _parsed(cast("Hashable", cls), text))

    @classmethod
    def read(cls, cursor: Cursor) -> Self:
        """Take the value from *cursor*, up to where it ends.

        Raises:
            NotationError: as :meth:`parse`.
        """
        raise NotImplementedError

    def written(self) -> str | int:
        """The plain value to write into YAML: an integer where the text is just that, else the text."""
        text = str(self)
        if self.takes_numbers and text.isdecimal() and str(int(text)) == text:
            return int(text)
        return text

    @classmethod
    def validated(cls, value: object) -> Self:
        """Take an instance, a text, or (where the class says so) a number.

        Raises:
            NotationError: the text cannot be read, or *value* is of another kind; ``True`` is no number.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        if cls.takes_numbers and isinstance(value, (int, float)) and not isinstance(value, bool):
            if isinstance(value, int) and value.bit_length() > _WIDEST_INTEGER:
                raise NotationError("number-too-long", "…", params={"found": "…"})
            return cls.parse(repr(value))
        found = _KINDS.get(type(value), type(value).__name__)
        meant = cls.number_alone.format(value) if type(value) is int and value > 0 else ""
        text = str(value) if isinstance(value, (bool, float)) else "…"
        raise NotationError("not-text", text, params={"found": found}, nearest=meant or None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            cls.validated, serialization=core_schema.plain_serializer_function_ser_schema(cls.written)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**cls.schema, DEFINED_AS: cls.__name__}


_KINDS: Mapping[type, object] = {
    bool: {"sv": "ja eller nej", "en": "yes or no"},
    int: {"sv": "ett tal", "en": "a number"},
    float: {"sv": "ett decimaltal", "en": "a decimal number"},
    list: {"sv": "en lista", "en": "a list"},
    tuple: {"sv": "en lista", "en": "a list"},
    dict: {"sv": "en uppställning med nycklar", "en": "a mapping"},
    type(None): {"sv": "ingenting", "en": "nothing"},
}


@lru_cache(maxsize=4096)  # a register repeats its dates and citations, and the values cannot change
def _parsed(cls: type[Notated], text: str) -> Notated:
    cursor = Cursor(text)
    value = cls.read(cursor)
    cursor.finish()
    return value
