"""Elements and how they are held: by key, in lists that may be open, and with verbs that say who does what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar, get_args, overload

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from idebur.absence import NOT_SAID, Absence, Maybe, is_absence
from idebur.citations import Cites
from idebur.errors import UnknownKey
from idebur.notation.cadences import Cadence
from idebur.notation.dates import Date
from idebur.notation.notated import DEFINED_AS
from idebur.said import In, Key, Ref, Said, within
from idebur.text import Text

__all__ = [
    "ActorRef",
    "Audience",
    "Element",
    "Keyed",
    "Pairs",
    "Part",
    "Several",
    "Verb",
    "Who",
]

_ABSENT: JsonSchemaValue = {"enum": ["not-said", "none"], DEFINED_AS: "Absent"}

T = TypeVar("T")
K = TypeVar("K", bound=str)
V = TypeVar("V")

ActorRef = Annotated[str, Ref("actor")]
"""The key of a party, actor, body or office, or one of the reserved group words."""

Verb = Annotated[str, In("verb")]
"""What an actor does to an element: ``does``, ``orders``, ``appoints`` … (vocabulary ``verb``)."""


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


class Several(Sequence[T]):
    """A list of names or texts, possibly open (``among-others``), or an absence; it can always be iterated.

    Written as one word, as a list, as ``{among-others: [...]}`` where the source names only some, or as an absence.

    >>> Several(["chair"]).written()
    'chair'
    """

    __slots__ = ("_absence", "_items", "_open")
    _items: tuple[T, ...]
    _absence: Absence | None
    _open: bool

    def __init__(self, items: Sequence[T] = (), *, among_others: bool = False, absence: Absence | None = None) -> None:
        object.__setattr__(self, "_items", tuple(items))
        object.__setattr__(self, "_open", among_others)
        object.__setattr__(self, "_absence", absence if absence is not None or items else NOT_SAID)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Several is immutable; make a new one")

    def __reduce__(self) -> tuple[Any, ...]:
        return (_several, (self._items, self._open, self._absence))

    @property
    def among_others(self) -> bool:
        """Whether the source names only some of them."""
        return self._open

    @property
    def absence(self) -> Absence | None:
        """Why there is nothing in it; ``None`` where there is something."""
        return self._absence

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._items[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def _value(self) -> tuple[Any, ...]:
        return self._items, self._open, self._absence

    def __eq__(self, other: object) -> bool:
        return self._value() == other._value() if isinstance(other, Several) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._value())

    def __repr__(self) -> str:
        return repr(self._absence) if self._absence is not None else f"Several({list(self._items)!r})"

    def written(self) -> Any:
        """Give it as it is written in a file, in the shortest form."""
        if self._absence is not None:
            return self._absence.written()
        plain = [item.written() if hasattr(item, "written") else item for item in self._items]
        if self._open:
            return {"among-others": plain}
        return plain[0] if len(plain) == 1 and not isinstance(plain[0], (dict, list)) else plain

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kind = get_args(source)[0]
        inner = core_schema.list_schema(handler.generate_schema(kind))
        if isinstance(kind, type) and issubclass(kind, Said):
            return core_schema.with_info_wrap_validator_function(partial(_read_elements, kind), inner)
        return core_schema.no_info_wrap_validator_function(_read_several, inner)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        one = handler(schema)["items"]
        several = {"type": "array", "items": one, "minItems": 1}
        among_others = {
            "type": "object",
            "properties": {
                "among-others": {"anyOf": [one, several], "description": "Those that the source names, among others."}
            },
            "required": ["among-others"],
            "additionalProperties": False,
        }
        return {"anyOf": [one, several, among_others, _ABSENT], DEFINED_AS: "Several"}


def _several(items: tuple[Any, ...], among_others: bool, absence: Absence | None) -> Several[Any]:
    return Several(items, among_others=among_others, absence=absence)


def _read_elements(
    kind: type[Said], value: Any, handler: core_schema.ValidatorFunctionWrapHandler, info: ValidationInfo
) -> Several[Any]:
    pieces = info.context.get("pieces") if isinstance(info.context, dict) else None
    return _read_several(value, handler if pieces is None else partial(pieces.read, kind, handler))


def _read_several(value: Any, handler: Callable[[list[Any]], list[Any]]) -> Several[Any]:
    if isinstance(value, str) and value not in ("not-said", "none"):  # nearly all are; what follows asks for more
        return Several(handler([value]))
    if isinstance(value, Several):
        return value
    if isinstance(value, Absence):
        return Several((), absence=value)
    if is_absence(value):
        return Several((), absence=Absence.model_validate({"said": value} if isinstance(value, str) else value))
    if value is None:
        raise PydanticCustomError("value-empty", "empty")
    if isinstance(value, Mapping) and "among-others" in value:
        if len(value) > 1:
            raise PydanticCustomError("among-others-alone", "beside among-others")
        named = value["among-others"]
        several = named if isinstance(named, (list, tuple)) else [named]
        if not several:
            raise PydanticCustomError("list-empty", "empty list")
        return Several(within(handler, several, "among-others"), among_others=True)
    if isinstance(value, (list, tuple)):
        if not value:
            raise PydanticCustomError("list-empty", "empty list")
        return Several(handler(list(value)))
    return Several(handler([value]))


class Pairs(Mapping[K, V], Generic[K, V]):
    """A frozen, hashable mapping from words to values; it can be an absence, and is then empty."""

    __slots__ = ("_absence", "_pairs")
    _pairs: dict[K, V]
    _absence: Absence | None

    def __init__(self, pairs: Mapping[K, V] | None = None, *, absence: Absence | None = None) -> None:
        object.__setattr__(self, "_pairs", dict(pairs or {}))
        object.__setattr__(self, "_absence", absence if absence is not None or pairs else NOT_SAID)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a {type(self).__name__} is immutable; make a new one")

    def __reduce__(self) -> tuple[Any, ...]:
        return (_pairs, (type(self), self._pairs, self._absence))

    @property
    def absence(self) -> Absence | None:
        """Why there is nothing in it; ``None`` where there is something."""
        return self._absence

    def __getitem__(self, key: str) -> V:
        return self._pairs[key]  # type: ignore[index]  # a word is looked up by its text

    def __iter__(self) -> Iterator[K]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __eq__(self, other: object) -> bool:
        """Equal when the same words have the same values; the order in which they are written says nothing."""
        if not isinstance(other, Pairs):
            return NotImplemented
        return self._pairs == other._pairs and self._absence == other._absence

    def __hash__(self) -> int:
        return hash((frozenset(self._pairs.items()), self._absence))

    def __repr__(self) -> str:
        return repr(self._absence) if self._absence is not None else f"{type(self).__name__}({self._pairs!r})"

    def written(self) -> Any:
        """Give it as it is written in a file."""
        if self._absence is not None:
            return self._absence.written()
        return {key: value.written() if hasattr(value, "written") else value for key, value in self._pairs.items()}

    @property
    def names_alone(self) -> bool:
        """Whether only the words are written, and no values beside them."""
        return False

    @classmethod
    def _arguments(cls, source: Any) -> tuple[Any, Any]:
        key, value = get_args(source)
        return key, value

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        key, value = cls._arguments(source)
        inner = core_schema.dict_schema(handler.generate_schema(key), handler.generate_schema(value))
        return core_schema.no_info_wrap_validator_function(cls._read, inner)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), _ABSENT]}

    @classmethod
    def _spread(cls, value: Any) -> Any:
        """Turn a short form into the mapping it stands for; a plain mapping has none."""
        return value

    @classmethod
    def _read(cls, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
        if isinstance(value, cls):
            return value
        if isinstance(value, Absence):
            return cls(absence=value)
        if is_absence(value):
            return cls(absence=Absence.model_validate({"said": value} if isinstance(value, str) else value))
        if value is None:
            raise PydanticCustomError("value-empty", "empty")
        value = cls._spread(value)
        return cls(handler({str(k) if isinstance(k, int) else k: v for k, v in _items(value)}))


def _items(value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise PydanticCustomError("mapping-expected", "a mapping was expected")
    return value.items()


def _pairs(kind: type[Pairs[Any, Any]], pairs: dict[Any, Any], absence: Absence | None) -> Pairs[Any, Any]:
    return kind(pairs, absence=absence)


class Who(Pairs[Verb, Several[ActorRef]]):
    """Who does what to an element: from a verb to the actors, so that each new relation costs a word and no field.

    Written ``{does: process-leader, orders: partnership}``; one word or a list means the verb ``does``.

    >>> Who.does("partnership").written()
    'partnership'
    """

    __slots__ = ()

    @classmethod
    def does(cls, *actors: str) -> Who:
        """The short form: these actors do it."""
        return cls({"does": Several(actors)})

    def actors(self, verb: str) -> Several[str]:
        """Those who *verb*; an absence where the text names nobody."""
        return self[verb] if verb in self else Several(absence=NOT_SAID if self.absence is None else self.absence)

    def written(self) -> Any:
        """Give it as it is written in a file, in the shortest form."""
        if set(self) == {"does"}:
            short = self["does"].written()
            if not isinstance(short, dict) and not is_absence(short):
                return short
        return super().written()

    @classmethod
    def _arguments(cls, source: Any) -> tuple[Any, Any]:  # noqa: ARG003 - the verbs are the same wherever it stands
        return Verb, Several[ActorRef]

    @classmethod
    def _spread(cls, value: Any) -> Any:
        return value if isinstance(value, Mapping) and "among-others" not in value else {"does": value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        mapping = super().__get_pydantic_json_schema__(schema, handler)
        words, absent = mapping["anyOf"]
        [actors] = words["patternProperties"].values()
        return {
            "description": "Who does what: from a verb to the actors. One word or a list means the verb does.",
            "anyOf": [*actors["anyOf"][:-1], words, absent],
            DEFINED_AS: "Who",
        }


_HowOften = Maybe[Cadence]


class Audience(Pairs[ActorRef, _HowOften]):
    """Those to whom something is open, and how often; one word or a list names them without saying how often.

    >>> Audience({"everyone": NOT_SAID}).written()
    'everyone'
    """

    __slots__ = ()

    @property
    def names_alone(self) -> bool:
        """Whether it is said of none how often."""
        return self.absence is None and all(often == NOT_SAID for often in self.values())

    def written(self) -> Any:
        """Give it as it is written in a file, in the shortest form."""
        return Several(list(self)).written() if self.names_alone else super().written()

    @classmethod
    def _arguments(cls, source: Any) -> tuple[Any, Any]:  # noqa: ARG003 - the same wherever it stands
        return ActorRef, _HowOften

    @classmethod
    def _spread(cls, value: Any) -> Any:
        if isinstance(value, (str, list)) and all(isinstance(one, str) for one in value):
            return dict.fromkeys([value] if isinstance(value, str) else value, NOT_SAID)
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        mapping = super().__get_pydantic_json_schema__(schema, handler)
        short = [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
        return {"anyOf": [*short, *mapping["anyOf"]]}


E = TypeVar("E", bound=Element)


class Keyed(Mapping[str, E], Generic[E]):
    """Elements by key. It can always be iterated; what is stated not to exist stands in :attr:`absent`.

    A whole section can be absent too (``levels: not-said``): then it is empty and :attr:`absence` says how.
    """

    __slots__ = ("_absence", "_absent", "_elements")
    _elements: dict[str, E]
    _absent: dict[str, Absence]
    _absence: Absence | None

    def __init__(self, elements: Mapping[str, E | Absence] | None = None, *, absence: Absence | None = None) -> None:
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

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Keyed is immutable; make a new one")

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
        element = core_schema.no_info_wrap_validator_function(
            _read_element, handler.generate_schema(get_args(source)[0])
        )
        inner = core_schema.dict_schema(handler.generate_schema(Key), element)
        return core_schema.no_info_wrap_validator_function(_read_keyed, inner)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        [(pattern, element)] = handler(schema)["patternProperties"].items()
        elements = {
            "type": "object",
            "patternProperties": {pattern: {"anyOf": [element, _ABSENT]}},
            "additionalProperties": False,
        }
        return {"anyOf": [elements, _ABSENT]}


def _keyed(elements: dict[str, Any], absence: Absence | None) -> Keyed[Any]:
    return Keyed(elements, absence=absence)


def _read_element(value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if isinstance(value, Absence):
        return value
    if is_absence(value):
        return Absence.model_validate({"said": value} if isinstance(value, str) else value)
    if value is None:
        raise PydanticCustomError("value-empty", "empty")
    return handler(value)


def _read_keyed(value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Keyed[Any]:
    if isinstance(value, Keyed):
        return value
    if isinstance(value, Absence):
        return Keyed(absence=value)
    if is_absence(value):
        return Keyed(absence=Absence.model_validate({"said": value} if isinstance(value, str) else value))
    if value is None:
        raise PydanticCustomError("value-empty", "empty")
    return Keyed(handler({str(k) if isinstance(k, int) else k: v for k, v in _items(value)}))
