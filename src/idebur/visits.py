"""One walk over everything the text says, driven by the annotations of the classes.

References, words, citations and checks all read it, so that a class or a field that is added costs no edit there.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from attrs import frozen

from idebur.absence import Absence, Claim, Claims, Vague
from idebur.citations import Cites
from idebur.elements import Element, Keyed
from idebur.said import In, Ref, Said
from idebur.several import Audience, Pairs, Several, Who

__all__ = ["Mark", "Path", "Visit", "elements", "fields_of", "walk", "written_path"]

Path = tuple[str | int, ...]
"""The author's path to something: fields (hyphenated) and keys, and numbers where something stands in a list."""

Mark = Ref | In | None


class Visit(NamedTuple):
    """One value that the text says: where, in which element and field, and what kind of name it is, if any."""

    path: Path
    element: Said
    """The nearest thing around it that has fields."""

    field: str
    value: Any
    mark: Mark


# One for every value of a file: without the constructor's own arguments it is made in half the time.
_visit_of: Callable[[tuple[Path, Said, str, Any, Mark]], Visit] = partial(tuple.__new__, Visit)


Unless = Callable[[Any, Mark], bool]
"""Whether a value with this mark may be passed over."""


def written_path(path: Path) -> str:
    """Write a path as in messages.

    >>> written_path(("procedures", "joining", "steps", 1, "who"))
    'procedures.joining.steps[1].who'
    """
    return "".join([f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]).removeprefix(".")


@frozen
class _Field:
    name: str
    alias: str
    mark: Mark
    key_mark: Mark
    annotation: Any


@cache
def fields_of(kind: type[Said]) -> Mapping[str, _Field]:
    """The fields of a class with the marks that its annotations carry, in the order they are declared."""
    found = {}
    for name, info in kind.model_fields.items():
        key_mark, mark = _marks(info.annotation, info.metadata)
        found[name] = _Field(name, info.alias or name, mark, key_mark, info.annotation)
    return found


def _marks(annotation: Any, said_of_it: Sequence[Any] = ()) -> tuple[Mark, Mark]:
    """Find the mark of a mapping's keys and of its values (or of the value itself) in an annotation."""
    for extra in (*said_of_it, *getattr(annotation, "__metadata__", ())):
        if isinstance(extra, (Ref, In)):
            return None, extra
    origin = get_origin(annotation)
    if annotation is Who:
        return In("verb"), Ref("actor")
    if annotation is Audience:
        return Ref("actor"), None
    if origin is Pairs:
        key, value = get_args(annotation)
        return _marks(key)[1], _marks(value)[1]
    if isinstance(origin, type) and issubclass(origin, Keyed):
        return None, None  # its elements have fields of their own
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


def walk(said: Said, path: Path = (), *, but: Container[str] = (), unless: Unless | None = None) -> Iterator[Visit]:
    """Visit every value under *said*, depth first, in the order of the fields; what is left out is not visited.

    The fields of *said* itself that are named in *but* are not gone into. A value for which *unless* holds, asked with
    its mark, is passed over: whoever looks for the few names that are wrong need not be shown all the others.
    """
    chosen = said.__pydantic_fields_set__
    values = said.__dict__
    fields = fields_of(said.__class__)
    for name in filter(chosen.__contains__, fields):
        if name not in but:
            field, value = fields[name], values[name]
            visiting = _visiting(value.__class__)
            if visiting is not None:
                yield from visiting(value, (*path, field.alias), said, field, unless)
            elif unless is None or not unless(value, field.mark):
                yield _visit_of(((*path, field.alias), said, name, value, field.mark))


_Visiting = Callable[[Any, Path, Said, _Field, Unless | None], Iterator[Visit]]


@cache
def _visiting(kind: type) -> _Visiting | None:
    """How to visit a value of a class; ``None`` where there is nothing in it to go on to."""
    if issubclass(kind, Cites):
        return _cites
    if issubclass(kind, (Absence, Vague)):
        return _absent
    if issubclass(kind, Said):
        return _said
    if issubclass(kind, Claim):
        return _claim
    if issubclass(kind, Pairs):
        return _pairs
    return _held if issubclass(kind, (Keyed, Several, Claims, tuple)) else None


def _visit(value: Any, path: Path, owner: Said, field: _Field, unless: Unless | None) -> Iterator[Visit]:
    visiting = _visiting(value.__class__)
    if visiting is not None:
        yield from visiting(value, path, owner, field, unless)
    else:
        yield from _one(value, path, owner, field.name, field.mark, unless)


def _one(value: Any, path: Path, owner: Said, name: str, mark: Mark, unless: Unless | None) -> Iterator[Visit]:
    if unless is None or not unless(value, mark):
        yield _visit_of((path, owner, name, value, mark))


def _said(said: Said, path: Path, owner: Said, field: _Field, unless: Unless | None) -> Iterator[Visit]:  # noqa: ARG001 - one form for all
    return walk(said, path, unless=unless)


def _absent(absent: Absence | Vague, path: Path, owner: Said, field: _Field, unless: Unless | None) -> Iterator[Visit]:
    yield from _one(absent, path, owner, field.name, None, unless)
    yield from walk(absent, path, unless=unless)


def _claim(claim: Claim[Any], path: Path, owner: Said, field: _Field, unless: Unless | None) -> Iterator[Visit]:
    yield from _visit(claim.said, (*path, "said"), owner, field, unless)
    yield from _cites(claim.cites, (*path, "cites"), owner, field, unless)
    for name, day in (("since", claim.since), ("until", claim.until)):
        if day is not None:
            yield from _one(day, (*path, name), owner, field.name, None, unless)


def _pairs(pairs: Pairs[Any, Any], path: Path, owner: Said, field: _Field, unless: Unless | None) -> Iterator[Visit]:
    if pairs.absence is not None:
        yield from _visit(pairs.absence, path, owner, field, unless)
    for part, inner in pairs.items():
        yield from _one(part, (*path, part), owner, field.name, field.key_mark, unless)
        if not pairs.names_alone:
            yield from _visit(inner, (*path, part), owner, field, unless)


def _held(held: Any, path: Path, owner: Said, field: _Field, unless: Unless | None) -> Iterator[Visit]:
    absence = getattr(held, "absence", None)
    if absence is not None:
        yield from _visit(absence, path, owner, field, unless)
    for part, inner in _parts(held):
        visiting = _visiting(inner.__class__)
        if visiting is not None:
            yield from visiting(inner, (*path, part), owner, field, unless)
        elif unless is None or not unless(inner, field.mark):
            yield _visit_of(((*path, part), owner, field.name, inner, field.mark))


def _cites(cites: Cites, path: Path, owner: Said, field: _Field, unless: Unless | None) -> Iterator[Visit]:
    for index, cite in enumerate(cites):
        at = (*path, index if cite.field is None else cite.field)
        if unless is None or not unless(cite, _PLACE):
            yield _visit_of((at, owner, field.name, cite, _PLACE))
        if cite.asserted_by is not None:
            yield from _one(cite.asserted_by, (*at, "asserted-by"), owner, field.name, _ACTOR, unless)


_PLACE, _ACTOR = Ref("place"), Ref("actor")


def _parts(held: Any) -> Iterator[tuple[str | int, Any]]:
    """What a mapping or a list holds, each under its key or number; elements stated to be absent come last."""
    if isinstance(held, Keyed):
        yield from held.items()
        yield from held.absent.items()
    else:
        yield from enumerate(held)


def elements(said: Said, path: Path = (), *, but: Container[str] = ()) -> Iterator[tuple[Path, Element]]:
    """Give every element under *said* that has a key or stands in a list, with its path, parents before children.

    The fields of *said* itself that are named in *but* are not gone into.
    """
    chosen = said.model_fields_set
    for name, field in _holders(type(said)):
        if name in chosen and name not in but:
            yield from _elements(getattr(said, name), (*path, field.alias))


@cache
def _holders(kind: type[Said]) -> tuple[tuple[str, _Field], ...]:
    """The fields of a class under which an element can stand."""
    return tuple((name, field) for name, field in fields_of(kind).items() if _holds(field.annotation))


def _holds(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Said):
        return issubclass(annotation, Element) or bool(_holders(annotation))
    return any(map(_holds, get_args(annotation)))


def _elements(value: Any, path: Path) -> Iterator[tuple[Path, Element]]:
    if isinstance(value, Said):  # asked first, since it is told at once: the others are abstract classes of Python's
        if isinstance(value, Element):
            yield path, value
        if _holders(type(value)):
            yield from elements(value, path)
    elif isinstance(value, (Keyed, Several, tuple)):
        for part, inner in _parts(value):
            yield from _elements(inner, (*path, part))
