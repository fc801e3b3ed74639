"""The validator's complaints turned into faults: in our words, at the author's place, with the nearest right name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from idebur.elements import Keyed
from idebur.errors import NotationError, nearest
from idebur.files.assembling import PlacesOf, found_words
from idebur.messages import Fault
from idebur.said import Said
from idebur.visits import Path, fields_of, written_path

__all__ = ["faults_of", "without"]

_CODES: Mapping[str, str] = {
    "extra_forbidden": "field-unknown",
    "missing": "field-missing",
    "string_type": "word-expected",
    "string_pattern_mismatch": "word-malformed",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "mapping-expected": "mapping-expected",
    "list_type": "list-expected",
    "tuple_type": "list-expected",
    "bool_type": "truth-expected",
    "bool_parsing": "truth-expected",
    "int_type": "number-expected",
    "int_parsing": "number-expected",
    "int_from_float": "number-expected",
    "greater_than_equal": "number-expected",
    "literal_error": "word-not-among",
    "too_short": "list-empty",
}
_OWN = frozenset(
    {"value-empty", "text-empty", "text-expected", "text-language", "list-empty", "among-others-alone", "fact-value"}
)


def faults_of(error: ValidationError, root: type[Said], data: Any, places: PlacesOf) -> Iterator[Fault]:
    """Give every complaint as a fault."""
    for detail in error.errors(include_url=False):
        path = _path(detail["loc"])
        yield _fault(detail, path, root, data, places)


def _path(loc: tuple[str | int, ...]) -> Path:
    """Where it is, without what the validator adds: a complaint about a key ends in ``[key]``."""
    return tuple(part for part in loc if part != "[key]")


def _fault(detail: ErrorDetails, path: Path, root: type[Said], data: Any, places: PlacesOf) -> Fault:
    cause = detail.get("ctx", {}).get("error")
    name = written_path(path)
    if isinstance(cause, NotationError):
        written = _at(data, path)
        place = places.value(path, cause.offset, cause.length) if isinstance(written, str) else places.value(path)
        return Fault(cause.code, place, name, cause.params, cause.nearest)
    code, params, suggestion = _said(detail, path, root)
    about_key = code in ("field-unknown", "field-missing") or detail["loc"][-1:] == ("[key]",)
    place = places[path if code != "field-missing" else path[:-1]] if about_key else places.value(path)
    return Fault(code, place, name, params, suggestion)


def _said(detail: ErrorDetails, path: Path, root: type[Said]) -> tuple[str, Mapping[str, Any], str | None]:
    kind, value = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        known = _fields_at(root, path[:-1])
        guess = nearest(str(path[-1]), known)
        return "field-unknown", {"found": path[-1], "known": tuple(sorted(known))}, guess
    if kind == "missing":
        return "field-missing", {"field": path[-1]}, None
    if value is None:
        return "value-empty", {}, None
    if kind == "literal_error" and path[-1:] == ("idebur",):
        return "format-unknown", {"found": value}, None
    if kind == "literal_error":
        expected = tuple(part.strip(" '") for part in str(detail["ctx"]["expected"]).replace(" or ", ",").split(","))
        guess = nearest(str(value), expected)
        return "word-not-among", {"found": value, "expected": expected}, guess
    if kind == "string_pattern_mismatch":
        return "word-malformed", {"found": _short(value)}, as_key(str(value))
    if kind in _OWN:
        return kind, {"found": found_words(value), **detail.get("ctx", {})}, None
    return _CODES.get(kind, "value-wrong"), {"found": found_words(value)}, None


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def as_key(text: str) -> str | None:
    """Turn a name in clear into the key it was probably meant to be, or ``None``.

    >>> as_key("Region Östergötland")
    'region-östergötland'
    """
    words = "".join(letter.lower() if letter.isalnum() else " " for letter in text).split()
    return "-".join(words) if 0 < len(words) <= 8 and len(text) <= 60 else None


def _fields_at(root: type[Said], path: Path) -> tuple[str, ...]:
    """The fields that can stand at *path*, by following the annotations down."""
    here: Any = root
    for part in path:
        if isinstance(here, type) and issubclass(here, Said):
            spec = next((spec for spec in fields_of(here).values() if spec.alias == part), None)
            if spec is None:
                return ()
            here = get_type_hints(here, include_extras=True)[spec.name]
            kind = _said_in(here)
            here = kind if _is_bare(here) else _Inside(kind)
        elif isinstance(here, _Inside):
            here = here.kind
    kind = here.kind if isinstance(here, _Inside) else here
    return tuple(spec.alias for spec in fields_of(kind).values()) if kind is not None else ()


class _Inside:
    """Inside a mapping or list of elements: one step more leads to an element."""

    def __init__(self, kind: type[Said] | None) -> None:
        self.kind = kind


def _is_bare(annotation: Any) -> bool:
    """Whether the element stands right under the field, in no mapping or list."""
    origins = {get_origin(part) for part in (annotation, *get_args(annotation))}
    return not any(isinstance(origin, type) and issubclass(origin, (Mapping, tuple)) for origin in origins)


def _said_in(annotation: Any) -> type[Said] | None:
    """The class of the elements that an annotation holds."""
    if isinstance(annotation, type) and issubclass(annotation, Said) and not get_args(annotation):
        return annotation
    arguments = get_args(annotation)
    origin = get_origin(annotation)
    if isinstance(origin, type) and issubclass(origin, Mapping) and not issubclass(origin, Keyed):
        arguments = arguments[1:]  # a mapping's values
    for argument in arguments:
        found = _said_in(argument)
        if found is not None:
            return found
    return None


def _at(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def without(data: Any, path: Path) -> Any:
    """Give *data* without what stands at *path*; nothing is changed in place, what is on the way is copied."""
    first, *rest = path
    if isinstance(data, dict) and first in data:
        inner = {first: without(data[first], tuple(rest))} if rest else {}
        return {name: inner.get(name, value) for name, value in data.items() if name != first or rest}
    if isinstance(data, list) and isinstance(first, int) and first < len(data):
        inside = [without(data[first], tuple(rest))] if rest else []
        return [*data[:first], *inside, *data[first + 1 :]]
    return data
