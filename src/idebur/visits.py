"""One walk over everything the text says, driven by the annotations of the classes.

References, words, citations, dump, comparison, graph and trace all read it, so that a class or a field that is added
costs no edit anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from attrs import frozen

from idebur.absence import Absence, Claim, Claims, Vague
from idebur.citations import Cites
from idebur.elements import Element, Keyed, Pairs, Several, Who
from idebur.said import In, Ref, Said

__all__ = ["Mark", "Path", "Visit", "elements", "fields_of", "walk", "written_path"]

Path = tuple[str | int, ...]
"""The author's path to something: fields (hyphenated) and keys, and numbers where something stands in a list."""

Mark = Ref | In | None


@frozen
class Visit:
    """One value that the text says: where, in which element and field, and what kind of name it is, if any."""

    path: Path
    element: Said
    """The nearest thing around it that has fields."""

    field: str
    value: Any
    mark: Mark


def written_path(path: Path) -> str:
    """Write a path as in messages.

    >>> written_path(("procedures", "joining", "steps", 1, "who"))
    'procedures.joining.steps[1].who'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


@frozen
class _Field:
    name: str
    alias: str
    mark: Mark
    key_mark: Mark


@cache
def fields_of(kind: type[Said]) -> Mapping[str, _Field]:
    """The fields of a class with the marks that its annotations carry, in the order they are declared."""
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for name, info in kind.model_fields.items():
        key_mark, mark = _marks(hints[name])
        found[name] = _Field(name, info.alias or name, mark, key_mark)
    return found


def _marks(annotation: Any) -> tuple[Mark, Mark]:
    """Find the mark of a mapping's keys and of its values (or of the value itself) in an annotation."""
    origin = get_origin(annotation)
    if annotation is Who:
        return In("verb"), Ref("actor")
    if origin is Pairs:
        key, value = get_args(annotation)
        return _marks(key)[1], _marks(value)[1]
    if isinstance(origin, type) and issubclass(origin, Keyed):
        return None, None  # its elements have fields of their own
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, (Ref, In)):
            return None, extra
    arguments = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        arguments = arguments[:1]
    for argument in arguments:
        if isinstance(argument, (type, TypeVar)) and get_origin(argument) is None and argument is not Who:
            continue
        found = _marks(argument)
        if found != (None, None):
            return found
    return None, None


def walk(said: Said, path: Path = ()) -> Iterator[Visit]:
    """Visit every value under *said*, depth first, in the order of the fields; what is left out is not visited."""
    chosen = said.model_fields_set
    values = said.__dict__
    for name, field in fields_of(type(said)).items():
        if name in chosen:
            yield from _visit(values[name], (*path, field.alias), said, field)


def _visit(value: Any, path: Path, owner: Said, field: _Field) -> Iterator[Visit]:
    match value:
        case Absence() | Vague():
            yield Visit(path, owner, field.name, value, None)
            yield from walk(value, path)
        case Said():
            yield from walk(value, path)
        case Cites():
            for index, cite in enumerate(value):
                at = (*path, index if cite.field is None else cite.field)
                yield Visit(at, owner, field.name, cite, Ref("place"))
                if cite.asserted_by is not None:
                    yield Visit((*at, "asserted-by"), owner, field.name, cite.asserted_by, Ref("actor"))
        case Keyed():
            if value.absence is not None:
                yield from _visit(value.absence, path, owner, field)
            for key, element in value.items():
                yield from walk(element, (*path, key))
            for key, absence in value.absent.items():
                yield from _visit(absence, (*path, key), owner, field)
        case Pairs():
            if value.absence is not None:
                yield from _visit(value.absence, path, owner, field)
            for key, inner in value.items():
                yield Visit((*path, key), owner, field.name, key, field.key_mark)
                yield from _visit(inner, (*path, key), owner, field)
        case Several():
            if value.absence is not None:
                yield from _visit(value.absence, path, owner, field)
            else:
                for index, item in enumerate(value):
                    yield from _visit(item, (*path, index), owner, field)
        case tuple():
            for index, item in enumerate(value):
                yield from _visit(item, (*path, index), owner, field)
        case Claims():
            for index, claim in enumerate(value):
                yield from _claim(claim, (*path, index), owner, field)
        case _:
            yield Visit(path, owner, field.name, value, field.mark)


def _claim(claim: Claim[Any], path: Path, owner: Said, field: _Field) -> Iterator[Visit]:
    yield from _visit(claim.said, (*path, "said"), owner, field)
    for index, cite in enumerate(claim.cites):
        yield Visit((*path, "cites", index), owner, field.name, cite, Ref("place"))


def elements(said: Said, path: Path = ()) -> Iterator[tuple[Path, Element]]:
    """Give every element under *said* that has a key or stands in a list, with its path, parents before children."""
    for name, field in fields_of(type(said)).items():
        if name not in said.model_fields_set:
            continue
        value = getattr(said, name)
        at = (*path, field.alias)
        if isinstance(value, Keyed):
            for key, element in value.items():
                yield (*at, key), element
                yield from elements(element, (*at, key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Element):
                    yield (*at, index), item
                if isinstance(item, Said):
                    yield from elements(item, (*at, index))
        elif isinstance(value, Pairs):
            for key, item in value.items():
                if isinstance(item, Said):
                    yield from elements(item, (*at, key))
        elif isinstance(value, Said) and not isinstance(value, Absence):
            yield from elements(value, at)
