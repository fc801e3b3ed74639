"""What is held in lists and mappings: lists that may be open, words with values, and verbs that say who does what.

Each can also be an absence, and is then empty: it can always be iterated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, Generic, TypeVar, get_args, overload

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from idebur.absence import NOT_SAID, Absence, Maybe, is_absence
from idebur.notation.cadences import Cadence
from idebur.notation.notated import DEFINED_AS
from idebur.said import Immutable, In, Ref, Said, within

__all__ = [
    "ABSENT",
    "ActorRef",
    "Audience",
    "Pairs",
    "Several",
    "Verb",
    "Who",
    "items_of",
]

ABSENT: JsonSchemaValue = {"enum": ["not-said", "none"], DEFINED_AS: "Absent"}
"""The JSON Schema of an absence."""

T = TypeVar("T")
K = TypeVar("K", bound=str)
V = TypeVar("V")

ActorRef = Annotated[str, Ref("actor")]
"""The key of a party, actor, body or office, or one of the reserved group words."""

Verb = Annotated[str, In("verb")]
"""What an actor does to an element: ``does``, ``orders``, ``appoints`` … (vocabulary ``verb``)."""


class Several(Immutable, Sequence[T]):
    """A list of names or texts, possibly open (``among-others``), or an absence; it can always be iterated.

    Written as one word, as a list, as ``{among-others: [...]}`` where the source names only some, or as an absence.

    >>> Several(["chair"]).written()
    'chair'

    Raises:
        TypeError: a single text is given instead of a list.
    """

    __slots__ = ("_absence", "_items", "_open")
    _items: tuple[T, ...]
    _absence: Absence | None
    _open: bool

    def __init__(self, items: Sequence[T] = (), *, among_others: bool = False, absence: Absence | None = None) -> None:
        if isinstance(items, (str, bytes)):  # a sequence of its letters, to Python
            raise TypeError(f"several are given in a list or a tuple, not as a text: Several([{items!r}])")
        if absence is not None and items:
            raise ValueError("what is absent holds nothing")
        object.__setattr__(self, "_items", tuple(items))
        object.__setattr__(self, "_open", among_others and bool(items))  # others than nobody are nobody
        object.__setattr__(self, "_absence", absence if absence is not None or items else NOT_SAID)

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
        return {"anyOf": [one, several, among_others, ABSENT], DEFINED_AS: "Several"}


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
    if isinstance(value, Several):  # made in Python, of anything
        return _several(tuple(handler(list(value))), value.among_others, value.absence) if value else value
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


class Pairs(Immutable, Mapping[K, V], Generic[K, V]):
    """A frozen, hashable mapping from words to values; it can be an absence, and is then empty."""

    __slots__ = ("_absence", "_pairs")
    _pairs: dict[K, V]
    _absence: Absence | None

    def __init__(self, pairs: Mapping[K, V] | None = None, *, absence: Absence | None = None) -> None:
        if absence is not None and pairs:
            raise ValueError("what is absent holds nothing")
        object.__setattr__(self, "_pairs", dict(pairs or {}))
        object.__setattr__(self, "_absence", absence if absence is not None or pairs else NOT_SAID)

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
        return {"anyOf": [handler(schema), ABSENT]}

    @classmethod
    def _spread(cls, value: Any) -> Any:
        """Turn a short form into the mapping it stands for; a plain mapping has none."""
        return value

    @classmethod
    def _read(cls, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
        if isinstance(value, cls):  # made in Python, of anything
            return cls(handler(dict(value.items())), absence=value.absence) if value else value
        if isinstance(value, Absence):
            return cls(absence=value)
        if is_absence(value):
            return cls(absence=Absence.model_validate({"said": value} if isinstance(value, str) else value))
        if value is None:
            raise PydanticCustomError("value-empty", "empty")
        value = cls._spread(value)
        return cls(handler({str(k) if isinstance(k, int) else k: v for k, v in items_of(value)}))


def items_of(value: Any) -> Any:
    """The items of what should be a mapping.

    Raises:
        PydanticCustomError: it is none.
    """
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
