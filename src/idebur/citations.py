"""What an element rests on: the document, the place in it, and who asserts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Any, overload

from attrs import evolve
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from idebur.notation.citations import Citation
from idebur.notation.notated import DEFINED_AS
from idebur.said import IfGiven, Immutable, Key, Ref, Said, relocated
from idebur.text import Text

__all__ = ["Cite", "Cites"]


class Cite(Said):
    """One citation: where something stands and, if not the document's own maker, who asserts it.

    Most are written short, ``plan.1`` or ``review#now.joint.2``; the long form adds what the short cannot say.
    """

    at: Citation
    """Where it stands: ``place``, ``document#place`` or ``document#`` for the whole; without a document, the source."""

    field: IfGiven[Key] = None
    """The field of the element that this citation is for; left out, it is for the whole element."""

    asserted_by: IfGiven[Annotated[str, Ref("actor")]] = None
    """Who asserts it, where that is not the maker of the cited document."""

    quote: IfGiven[Text] = None
    """The document's own words, where the exact wording matters and may be quoted."""

    @property
    def is_short(self) -> bool:
        """Whether the short form says it all."""
        return self.asserted_by is None and self.quote is None

    def filled(self, document: str | None) -> Cite:
        """The same citation, of *document* where it names none itself."""
        if self.at.document is not None or document is None:
            return self
        return self.model_copy(update={"at": evolve(self.at, document=document)})


class Cites(Immutable, Sequence[Cite]):
    """The citations of an element, in the order written.

    Written ``plan.1``, as a list ``[plan.1, organisation.3]``, by field ``{notice: omforhandling.1}``, or in the long
    form ``{at: plan.1, asserted-by: region}``.
    """

    __slots__ = ("_cites",)
    _cites: tuple[Cite, ...]

    def __init__(self, cites: Sequence[Cite] = ()) -> None:
        object.__setattr__(self, "_cites", tuple(cites))

    def __reduce__(self) -> tuple[type[Cites], tuple[tuple[Cite, ...]]]:
        return (Cites, (self._cites,))

    @overload
    def __getitem__(self, index: int) -> Cite: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cite, ...]: ...
    def __getitem__(self, index: int | slice) -> Cite | tuple[Cite, ...]:
        return self._cites[index]

    def __iter__(self) -> Iterator[Cite]:
        return iter(self._cites)

    def __len__(self) -> int:
        return len(self._cites)

    def __eq__(self, other: object) -> bool:
        return self._cites == other._cites if isinstance(other, Cites) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._cites)

    def __repr__(self) -> str:
        return f"Cites({self.written()!r})"

    def of(self, field: str) -> Cites:
        """Those for *field*: its own, or else those for the whole element."""
        own = tuple(cite for cite in self if cite.field == field)
        return Cites(own or tuple(cite for cite in self if cite.field is None))

    def written(self) -> Any:
        """Give them as they are written in a file, in the shortest form."""
        names = {cite.field for cite in self}
        # A field that is called as a part of the long form is (Tool.at, Territory.field) needs the long form itself.
        told_apart = "at" not in names and not names <= _LONG
        in_order = len(names) == sum(1 for _ in groupby(self, key=lambda cite: cite.field))  # else it would be lost
        if told_apart and in_order and all(cite.field and cite.is_short for cite in self):
            by_field: dict[str, list[Any]] = {}
            for cite in self:
                by_field.setdefault(str(cite.field), []).append(cite.at.written())
            return {name: _one_or_list(places) for name, places in by_field.items()}
        return _one_or_list([_written(cite) for cite in self])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        several = core_schema.list_schema(handler.generate_schema(Cite), strict=True)
        return core_schema.no_info_wrap_validator_function(_read, several, ref="Cites")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        long = handler.resolve_ref_schema(handler(schema))["items"]
        short = {**Citation.schema, DEFINED_AS: "Citation"}
        several = {"anyOf": [short, {"type": "array", "items": short}]}
        by_field = {
            "type": "object",
            "properties": {"at": False},
            "additionalProperties": several,
            "minProperties": 1,
        }
        one = [short, {"type": "number", "minimum": 0}, long, by_field]
        return {
            "description": "Where it stands: place.paragraph, or document#place; one, a list, or by field.",
            "anyOf": [*one, {"type": "array", "items": {"anyOf": one}}],
        }


_LONG = frozenset({"at", "field", "asserted-by", "quote"})


def _read(value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Cites:
    if isinstance(value, str):
        return _cited(value)
    if isinstance(value, Cites):  # made in Python, of anything
        return Cites(handler(list(value)))
    spread = tuple(_spread(value))
    try:
        return Cites(handler([cite for cite, _ in spread]))
    except ValidationError as error:
        raise relocated(error, lambda loc: (*spread[int(loc[0])][1], *loc[1:])) from None


@lru_cache(maxsize=4096)  # a register cites the same few places again and again, and citations cannot change
def _cited(text: str) -> Cites:
    return Cites((Cite(at=Citation.parse(text)),))


def _spread(value: Any, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, tuple[str | int, ...]]]:
    """Turn every short form into the long one, so that one validator reads them all, each with where it was written."""
    if isinstance(value, (list, tuple)) and not (steps and isinstance(steps[-1], int)):
        for number, one in enumerate(value):
            yield from _spread(one, (*steps, number))
    elif isinstance(value, Mapping) and not (value.keys() & {"at"}) and not value.keys() <= _LONG:
        for name, places in value.items():
            several = isinstance(places, (list, tuple))
            for number, place in enumerate(places if several else (places,)):
                yield {"at": place, "field": name}, (*steps, name, number) if several else (*steps, name)
    elif isinstance(value, (Mapping, Cite)):
        yield value, steps
    else:  # an unquoted 3.2 is a number to YAML, and str() gives it as it is written
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        yield {"at": str(value) if is_number else value}, steps


def _one_or_list(items: list[Any]) -> Any:
    return items[0] if len(items) == 1 else items


def _written(cite: Cite) -> Any:
    if cite.is_short and cite.field is None:
        return cite.at.written()
    long: dict[str, Any] = {"at": cite.at.written()}
    if cite.field is not None:
        long["field"] = cite.field
    if cite.asserted_by is not None:
        long["asserted-by"] = cite.asserted_by
    if cite.quote is not None:
        long["quote"] = cite.quote.written()
    return long
