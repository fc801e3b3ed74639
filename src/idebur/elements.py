"""Elements, and how they are held by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from idebur.absence import NOT_SAID, Absence, Maybe, is_absence
from idebur.citations import Cites
from idebur.errors import UnknownKey
from idebur.notation.dates import Date
from idebur.said import Immutable, In, Key, Ref, Said
from idebur.several import ABSENT, ActorRef, items_of
from idebur.text import Text

__all__ = ["Element", "Keyed", "Part"]


class Part(Said):
    """A part of an element that has no key of its own."""

    cites: Cites = Cites()
    """Where it stands; left out, where its element stands."""


class Element(Said):
    """Anything in an agreement that has a key and can be cited, dated and replaced."""

    _key: ClassVar[str] = ""  # an instance's own lies in its __dict__: a private attribute of pydantic costs a third

    cites: Cites = Cites()
    """Where it stands; a part without a citation of its own inherits its element's."""

    status: Maybe[Annotated[str, In("status")]] = NOT_SAID
    """Whether it is in force, proposed or past; left out, it is as the version it stands in."""

    since: Maybe[Date] = NOT_SAID
    """From when it holds."""

    until: Maybe[Date] = NOT_SAID
    """Until when it holds."""

    inside: Maybe[ActorRef] = NOT_SAID
    """The party whose internal matter it is; left out, it is joint."""

    replaces: Maybe[Annotated[str, Ref("same")]] = NOT_SAID
    """The element of the amended version whose place it takes."""

    note: Maybe[Text] = NOT_SAID
    """A remark by whoever wrote the file; nothing is concluded from it."""

    @property
    def key(self) -> str:
        """The key it stands under, "" for an element that stands alone; elements are compared without it."""
        return self._key

    def keyed(self, key: str) -> Self:
        """The same element under *key*; :class:`Keyed` asks for it."""
        if self._key == key:
            return self
        copy = self.model_copy()
        copy.__dict__["_key"] = key
        return copy

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        if self._key:
            yield "key", self._key
        for name in type(self).model_fields:
            if name in self.model_fields_set:
                yield name, getattr(self, name)


E = TypeVar("E", bound=Element)


class Keyed(Immutable, Mapping[str, E], Generic[E]):
    """Elements by key. It can always be iterated; what is stated not to exist stands in :attr:`absent`.

    A whole section can be absent too (``levels: not-said``): then it is empty and :attr:`absence` says how.
    """

    __slots__ = ("_absence", "_absent", "_elements")
    _elements: dict[str, E]
    _absent: dict[str, Absence]
    _absence: Absence | None

    def __init__(self, elements: Mapping[str, E | Absence] | None = None, *, absence: Absence | None = None) -> None:
        if absence is not None and elements:
            raise ValueError("what is absent holds nothing")
        present: dict[str, E] = {}
        absent: dict[str, Absence] = {}
        for key, value in (elements or {}).items():
            if isinstance(value, Absence):
                absent[key] = value
            else:
                present[key] = value.keyed(key)
        object.__setattr__(self, "_elements", present)
        object.__setattr__(self, "_absent", absent)
        object.__setattr__(self, "_absence", absence if absence is not None or elements else NOT_SAID)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_keyed, (self._elements | self._absent, self._absence))

    @property
    def absence(self) -> Absence | None:
        """How the whole section is absent; ``None`` where it is there."""
        return self._absence

    @property
    def absent(self) -> Mapping[str, Absence]:
        """The elements that are named only to say that there are none (or that the text is silent), by key."""
        return dict(self._absent)

    def find(self, key: str) -> E | Absence:
        """Give the element, or how it is absent: as stated, or else as the whole section is, or else not said."""
        if key in self._elements:
            return self._elements[key]
        return self._absent.get(key, NOT_SAID if self._absence is None else self._absence)

    def __getitem__(self, key: str | int) -> E:
        """Give the element of a key; a number asks for its digits, as it does in a file."""
        try:
            return self._elements[str(key)]
        except KeyError:
            raise UnknownKey(str(key), "element", tuple(self._elements)) from None

    def __contains__(self, key: object) -> bool:
        return (str(key) if isinstance(key, int) else key) in self._elements

    def __iter__(self) -> Iterator[str]:
        return iter(self._elements)

    def __len__(self) -> int:
        return len(self._elements)

    def _value(self) -> tuple[Any, ...]:
        return self._elements, self._absent, self._absence

    def __eq__(self, other: object) -> bool:
        """Equal when they hold equal elements under equal keys in the same order."""
        if not isinstance(other, Keyed):
            return NotImplemented
        return self._value() == other._value() and list(self._elements) == list(other._elements)

    def __hash__(self) -> int:
        return hash((tuple(self._elements.items()), frozenset(self._absent.items()), self._absence))

    def __repr__(self) -> str:
        return repr(self._absence) if self._absence is not None else f"Keyed({list(self._elements)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (kind,) = get_args(source)
        element = core_schema.no_info_wrap_validator_function(
            partial(_read_element, kind), handler.generate_schema(kind)
        )
        inner = core_schema.dict_schema(handler.generate_schema(Key), element)
        return core_schema.no_info_wrap_validator_function(_read_keyed, inner)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        [(pattern, element)] = handler(schema)["patternProperties"].items()
        elements = {
            "type": "object",
            "patternProperties": {pattern: {"anyOf": [element, ABSENT]}},
            "additionalProperties": False,
        }
        return {"anyOf": [elements, ABSENT]}


def _keyed(elements: dict[str, Any], absence: Absence | None) -> Keyed[Any]:
    return Keyed(elements, absence=absence)


def _read_element(kind: Any, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if isinstance(value, Absence):
        return value
    if is_absence(value):
        return Absence.model_validate({"said": value} if isinstance(value, str) else value)
    if value is None:
        raise PydanticCustomError("value-empty", "empty")
    if not isinstance(value, dict) and isinstance(value, Said) and type(value) is not kind:
        # An element of a class that says more would be written with fields that its section does not have.
        raise PydanticKnownError("model_type", {"class_name": kind.__name__})
    return handler(value)


def _read_keyed(value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Keyed[Any]:
    if isinstance(value, Keyed):  # made in Python, of anything
        return Keyed(handler({**value, **value.absent}), absence=value.absence)
    if isinstance(value, Absence):
        return Keyed(absence=value)
    if is_absence(value):
        return Keyed(absence=Absence.model_validate({"said": value} if isinstance(value, str) else value))
    if value is None:
        raise PydanticCustomError("value-empty", "empty")
    return Keyed(handler({str(k) if isinstance(k, int) else k: v for k, v in items_of(value)}))
