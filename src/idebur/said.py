"""What the text says: the one base of everything an agreement is written in, and the marks its fields carry.

A field is annotated with what it holds; where it holds a *name* of something else, the annotation says of what:
:class:`Ref` for an element of the agreement, :class:`In` for a word of a vocabulary. ``idebur.visits.walk`` reads
these marks, so that references, words and checks need no list of their own.

A module that holds many such classes does without ``from __future__ import annotations``: pydantic would compile and
evaluate each of its annotations a second time, from its text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NoReturn, TypeVar, cast, get_args

from attrs import frozen
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, InitErrorDetails, PydanticCustomError, core_schema

from idebur.errors import NotationError
from idebur.notation.notated import DEFINED_AS
from idebur.notation.scanner import KEY

__all__ = ["IfGiven", "Immutable", "In", "Key", "Number", "Ref", "Said", "YesNo"]


@frozen
class Ref:
    """Marks a field that names an element: *kind* says of which kind (``actor``, ``document``, ``principle`` …)."""

    kind: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _NAME.copy()  # pydantic writes the schema's own metadata into it

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number"], "pattern": _NAME_PATTERN, "minimum": 0, DEFINED_AS: "Name"}


@frozen
class In:
    """Marks a field that holds a word of the vocabulary *vocabulary*."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _WORD.copy()  # pydantic writes the schema's own metadata into it

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**_KEY_SCHEMA, DEFINED_AS: f"{self.vocabulary}-word"}


_WORD_PATTERN = f"^{KEY}$"
_NAME_PATTERN = rf"^{KEY}(?:\.{KEY})*$"
_WORD = core_schema.str_schema(pattern=_WORD_PATTERN, coerce_numbers_to_str=True)
_NAME = core_schema.str_schema(pattern=_NAME_PATTERN, coerce_numbers_to_str=True)
_KEY_SCHEMA: JsonSchemaValue = {"type": ["string", "integer"], "pattern": _WORD_PATTERN, "minimum": 0}


class _AnyKey:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _WORD.copy()  # pydantic writes the schema's own metadata into it

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**_KEY_SCHEMA, DEFINED_AS: "Key"}


Key = Annotated[str, _AnyKey()]
"""A key that names nothing yet (a number is taken as its digits)."""


def _hyphenated(name: str) -> str:
    return name.replace("_", "-")


Number = Annotated[int, Field(strict=True, ge=0)]
"""A whole number from 0; neither a text nor a truth value is taken for one."""


YesNo = Annotated[bool, Field(strict=True)]
"""``true`` or ``false``, and nothing else that Python might take for one of them."""


T = TypeVar("T")


class _IfGiven:
    """The schema of ``IfGiven[T]``: only leaving the field out says nothing, and writing nothing is a fault."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        inner = schema["schema"] if schema["type"] == "nullable" else schema
        return core_schema.no_info_before_validator_function(_something, inner)


def _something(value: Any) -> Any:
    if value is None:
        raise PydanticCustomError("value-empty", "empty")
    return value


IfGiven = Annotated[T | None, _IfGiven()]
"""What stands there where the field is given, and ``None`` where it is left out."""


def _as_written(said: Any) -> Any:
    """Give the plain data that a file holds, whatever else is asked for: ``dumps`` makes a file of it."""
    from idebur.files.dumping import plain  # which goes by all the classes that stand on this one

    return plain(said)


_AS_WRITTEN = core_schema.plain_serializer_function_ser_schema(_as_written)


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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # As `model_serializer` would have it, which goes into the signature of its method anew for every class.
        return cast("CoreSchema", {**handler(source), "serialization": _AS_WRITTEN})


class Immutable:
    """The base of the values that hold several: nothing of them can be set or taken away once they are made."""

    __slots__ = ()

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"a {type(self).__name__} is immutable; make a new one")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a {type(self).__name__} is immutable; make a new one")


Loc = tuple[str | int, ...]
"""Where a complaint of the validator is, from the value it was asked to read."""

KEY_ITSELF = "[key]"
"""The last step to a complaint that is about a key and not about what stands under it; so pydantic writes it."""


def within(read: Callable[[Any], T], value: Any, *steps: str | int) -> T:
    """Read a part of a value, so that what is wrong with it is told where its author wrote it: *steps* further in.

    Raises:
        ValidationError: as *read* does.
    """
    try:
        return read(value)
    except ValidationError as error:
        raise relocated(error, lambda loc: (*steps, *loc)) from None
    except PydanticCustomError as error:
        wrong = InitErrorDetails(type=error, loc=steps, input=value)
    except NotationError as error:
        wrong = InitErrorDetails(type="value_error", loc=steps, input=value, ctx={"error": error})
    raise ValidationError.from_exception_data("", [wrong])


def relocated(error: ValidationError, where: Callable[[Loc], Loc]) -> ValidationError:
    """The same complaints, each at the place that *where* gives for its own."""
    return ValidationError.from_exception_data(
        error.title, [_moved(detail, where(detail["loc"])) for detail in error.errors(include_url=False)]
    )


def _moved(detail: ErrorDetails, loc: Loc) -> InitErrorDetails:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in BUILT_IN:
        return InitErrorDetails(type=kind, loc=loc, input=detail["input"], ctx=context)
    own = PydanticCustomError(cast("Any", kind), cast("Any", kind), context)
    return InitErrorDetails(type=own, loc=loc, input=detail["input"])


BUILT_IN = frozenset(get_args(core_schema.ErrorType))
"""The kinds of complaint that pydantic has itself; the others are ours."""
