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
        case Cites():
            yield from _cited(value, path, owner, field)
        case Said():
            if isinstance(value, (Absence, Vague)):
                yield Visit(path, owner, field.name, value, None)
            yield from walk(value, path)
        case Claim():
            yield from _visit(value.said, (*path, "said"), owner, field)
            yield from _cited(value.cites, (*path, "cites"), owner, field)
        case Keyed() | Pairs() | Several() | Claims() | tuple():
            absence = getattr(value, "absence", None)
            if absence is not None:
                yield from _visit(absence, path, owner, field)
            for part, inner in _parts(value):
                if isinstance(value, Pairs):
                    yield Visit((*path, part), owner, field.name, part, field.key_mark)
                yield from _visit(inner, (*path, part), owner, field)
        case _:
            yield Visit(path, owner, field.name, value, field.mark)


def _cited(cites: Cites, path: Path, owner: Said, field: _Field) -> Iterator[Visit]:
    for index, cite in enumerate(cites):
        at = (*path, index if cite.field is None else cite.field)
        yield Visit(at, owner, field.name, cite, Ref("place"))
        if cite.asserted_by is not None:
            yield Visit((*at, "asserted-by"), owner, field.name, cite.asserted_by, Ref("actor"))


def _parts(held: Any) -> Iterator[tuple[str | int, Any]]:
    """What a mapping or a list holds, each under its key or number; elements stated to be absent come last."""
    match held:
        case Keyed():
            yield from held.items()
            yield from held.absent.items()
        case Pairs():
            yield from held.items()
        case Claims():
            yield from enumerate(held.claims)
        case Several() | tuple():
            yield from enumerate(held)
        case _:
            pass


def elements(said: Said, path: Path = ()) -> Iterator[tuple[Path, Element]]:
    """Give every element under *said* that has a key or stands in a list, with its path, parents before children."""
    for name, field in fields_of(type(said)).items():
        if name in said.model_fields_set:
            yield from _elements(getattr(said, name), (*path, field.alias))


def _elements(value: Any, path: Path) -> Iterator[tuple[Path, Element]]:
    if isinstance(value, Absence):
        return
    if isinstance(value, Element):
        yield path, value
    if isinstance(value, Said):
        yield from elements(value, path)
    for part, inner in _parts(value):
        yield from _elements(inner, (*path, part))
