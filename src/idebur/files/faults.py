"""The validator's complaints turned into faults: in our words, at the author's place, with the nearest right name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin

from pydantic import ValidationError

from idebur.absence import CLAIM_FIELDS, Absence, Vague, is_absence
from idebur.citations import Cite, Cites
from idebur.elements import Element
from idebur.errors import NotationError, nearest
from idebur.files.assembling import PlacesOf, found_words
from idebur.files.meant import field_meant, language_meant, meant_as_truth, meant_by
from idebur.files.opening import brief
from idebur.files.remains import AMONG_OTHERS, found_at, value_at
from idebur.files.yaml_spaces import odd_at, space_in_words
from idebur.files.yaml_syntax import glued, list_sign, parted
from idebur.messages import Fault
from idebur.names import ACTORS, PRESENT_CALLED
from idebur.notation.scanner import is_key, is_reference
from idebur.said import BUILT_IN, KEY_ITSELF, In, Ref, Said
from idebur.several import Audience, Several, Who
from idebur.visits import Mark, Path, fields_of, written_path
from idebur.vocabulary import Vocabularies

__all__ = ["Complaint", "as_key", "complaints", "fault_of"]

_MOST_GUESSES: Final = 1_000
"""So many distinct wrong words are compared with the right ones; after that nothing is guessed."""

_EXPECTED: Final[Mapping[str, str]] = {
    "bool_parsing": "truth-expected",
    "bool_type": "truth-expected",
    "dict_type": "mapping-expected",
    "greater_than_equal": "number-expected",
    "int_from_float": "number-expected",
    "int_parsing": "number-expected",
    "int_parsing_size": "number-expected",
    "int_type": "number-expected",
    "list_type": "list-expected",
    "model_attributes_type": "mapping-expected",
    "model_type": "mapping-expected",
    "string_type": "word-expected",
    "tuple_type": "list-expected",
}
"""What a complaint of pydantic's own says, as a code of ours; a complaint of ours has its code for its kind."""


class Complaint(NamedTuple):
    """One complaint of the validator: its kind, the author's path to what it is about, and what stands there."""

    kind: str
    path: Path
    value: Any
    loc: Path
    """The path in the model, where short forms are written out."""

    context: Mapping[str, Any]
    data: Any
    """What the complaint is about, whole."""

    aside: Path
    """What has to be set aside for the rest to be readable: the value; for a missing field, what lacks it."""

    @property
    def is_about_key(self) -> bool:
        """Whether the name of the field is at fault, and not what stands under it."""
        return self.loc[-1:] == (KEY_ITSELF,)


def complaints(error: ValidationError, data: Any) -> Iterator[Complaint]:
    """Give the complaints of the validator about *data*, one for each thing that is wrong."""
    for detail in error.errors(include_url=False):
        kind, loc = detail["type"], detail["loc"]
        if kind == "missing":
            path, aside, _ = found_at(loc[:-1], data)
            yield Complaint(kind, (*path, loc[-1]), None, loc, {}, data, aside)
        else:
            path, aside, value = found_at(loc, data)
            yield Complaint(kind, path, value, loc, detail.get("ctx", {}), data, aside)


def fault_of(complaint: Complaint, root: type[Said], places: PlacesOf) -> Fault:
    """Say a complaint in our words, at its place."""
    name, path, value = written_path(complaint.path), complaint.path, complaint.value
    if complaint.kind == "missing":
        return Fault("field-missing", places[path[:-1]], name, {"field": path[-1]})
    odd = _odd_space(complaint)
    if odd is not None:
        return Fault("space-not-plain", places.value(path, odd), name, {"character": space_in_words(value[odd])})
    slip = _slip(complaint, root, places)
    if slip is not None:
        code, params, suggestion = slip
        in_value = isinstance(value, str) and list_sign(str(path[-1])) is None
        return Fault(code, places.value(path) if in_value else places[path], name, params, suggestion)
    if complaint.kind == "extra_forbidden":
        known = _known_fields(root, complaint)
        guess = field_meant(str(path[-1]), known) or _nearest(str(path[-1]), known)
        params = {"found": brief(str(path[-1])), "known": _some_fields(known)}
        return Fault("field-unknown", places[path], name, params, guess)
    if complaint.is_about_key:
        return _key_at_fault(complaint, root, places)
    if value is None:
        return Fault("value-empty", places.value(path), name)
    cause = complaint.context.get("error")
    if isinstance(cause, NotationError):
        inside = isinstance(value, str)
        place = places.value(path, cause.offset, cause.length) if inside else places.value(path)
        guess = meant_by(value, cause) if inside else cause.nearest
        return Fault(cause.code, place, name, cause.params, guess)
    code, params, suggestion = _said(complaint.kind, value, complaint.context)
    if isinstance(value, str) and (listed := _as_list(value)) is not None:
        suggestion = listed if _takes_several(root, complaint.loc) else None
    elif code == "word-malformed" and suggestion is not None:
        suggestion = _word_called(suggestion, _mark_at(root, complaint.loc), complaint.data)
    if (
        code == "mapping-expected"
        and isinstance(value, str)
        and value.partition(" ")[0] in _fields_at(root, complaint.loc)
    ):
        suggestion = parted(value)
    return Fault(code, places.value(path), name, params, suggestion)


def _key_at_fault(complaint: Complaint, root: type[Said], places: PlacesOf) -> Fault:
    """Say what is wrong with a key; one word alone can stand for a key with nothing under it, and is then a value."""
    path, key = complaint.path, str(complaint.loc[-2])
    is_key_there = path[-1] == key
    place = places[path] if is_key_there else places.value(path)
    if complaint.kind == "text-language":
        return Fault(complaint.kind, place, written_path(path), {"found": brief(key)}, language_meant(key))
    code, params, suggestion = _malformed(key)
    if not is_key_there and (listed := _as_list(key)) is not None and _takes_several(root, complaint.loc[:-2]):
        suggestion = listed
    return Fault(code, place, written_path(path), params, suggestion)


def _malformed(text: str) -> tuple[str, Mapping[str, Any], str | None]:
    """Say what is wrong with what can be no key: its form, or letters made of two characters."""
    composed = unicodedata.normalize("NFC", text)
    code = "word-malformed" if composed == text else "letter-in-two-parts"
    return code, {"found": brief(text)}, composed if is_reference(composed) else as_key(composed)


def _odd_space(complaint: Complaint) -> int | None:
    """Say where in a value that cannot be read a space stands that is none to YAML."""
    about_value = not complaint.is_about_key and complaint.kind not in ("extra_forbidden", "text-empty")
    return odd_at(complaint.value) if about_value and isinstance(complaint.value, str) else None


def _slip(complaint: Complaint, root: type[Said], places: PlacesOf) -> tuple[str, Mapping[str, Any], str | None] | None:
    """Tell what was written by a slip of the pen: YAML reads it, but as something else than its author meant."""
    path, value = complaint.path, complaint.value
    for text in (*path[-1:], value):
        if isinstance(text, str) and (sign := list_sign(text)) is not None:
            return "list-sign", {"sign": sign}, None
    if value is None and isinstance(key := path[-1], str):
        place = places[path]
        rest = place.source[place.column - 1 + place.span.length :]
        if _COMMENT.match(rest):
            return "hash-begins-comment", {}, None
        field, pieces = _cut_by_commas(complaint)
        if len(pieces) > 1 and place.source[place.column - 1 :].startswith(key) and not _COLON.match(rest):
            several = _takes_several(root, (*complaint.loc[:-1], field))
            glued_on = place.source[: place.column - 1].endswith(",")
            return "comma-in-braces", {"found": brief(key)}, _put_together(pieces, several=several, glued=glued_on)
    if _EXPECTED.get(complaint.kind, complaint.kind) == "mapping-expected" and isinstance(value, str):
        meant = glued(value)
        return None if meant is None else ("colon-without-space", {}, brief(meant))
    return None


_COMMENT: Final = re.compile(r"""["']?\s*:\s+#""")
_COLON: Final = re.compile(r"""["']?\s*:""")


def _cut_by_commas(complaint: Complaint) -> tuple[str, list[str]]:
    """The field, and the pieces into which commas cut its value, where what has no value is one of them."""
    pieces: list[str] = []
    field = ""
    for key, value in value_at(complaint.path[:-1], complaint.data).items():
        if value is None:
            pieces.append(str(key))
        elif complaint.path[-1] in pieces:
            break
        else:
            is_piece = isinstance(value, (str, int)) and not isinstance(value, bool)
            field, pieces = key, [str(value)] if is_piece else []
    return field, pieces


def _put_together(pieces: list[str], *, several: bool, glued: bool) -> str | None:
    """Write the pieces as what they were before commas cut them: a number, a list of words, or a text."""
    if all(piece.isdecimal() for piece in pieces):
        # 4,5 has decimals and 100,000 thousands; with a space after the comma they are two numbers
        return ("" if len(pieces[-1]) == 3 else ".").join(pieces) if glued and len(pieces) == 2 else None
    if several and all(map(is_reference, pieces)):
        return brief(f"[{', '.join(pieces)}]")
    whole = ", ".join(pieces)
    return None if '"' in whole else brief(f'"{whole}"')


def _as_list(text: str) -> str | None:
    """Write words with commas between them as a list, or ``None`` where they are not that.

    >>> _as_list("plan, routines och aims"), _as_list("plan"), _as_list("Hej, du")
    ('[plan, routines, aims]', None, None)
    """
    pieces = _BETWEEN_WORDS.split(text.strip()) if len(text) <= _LONGEST_LIST else []
    return brief(f"[{', '.join(pieces)}]") if len(pieces) > 1 and all(map(is_reference, pieces)) else None


_LONGEST_LIST: Final = 1_000
_BETWEEN_WORDS: Final = re.compile(r"\s*,\s*(?:och\s+|and\s+)?|\s+(?:och|samt|and|&)\s+")


def _said(kind: str, value: Any, context: Mapping[str, Any]) -> tuple[str, Mapping[str, Any], str | None]:
    if kind == "string_pattern_mismatch":
        return _malformed(str(value))
    if kind == "literal_error":
        expected = tuple(word.strip(" '") for word in str(context["expected"]).replace(" or ", ",").split(","))
        return "word-not-among", {"found": found_words(value), "expected": expected}, _nearest(str(value), expected)
    if kind == "text-language":
        return kind, {"found": brief(str(value))}, language_meant(str(value))
    code = _EXPECTED.get(kind, "value-wrong") if kind in BUILT_IN else kind
    guess = meant_as_truth(value) if code == "truth-expected" and isinstance(value, str) else None
    return code, {"found": found_words(value)}, guess


def as_key(text: str) -> str | None:
    """Turn a name in clear into the key it was probably meant to be, or ``None``.

    >>> as_key("Region Åmark")
    'region-åmark'
    """
    words = "".join(letter.lower() if letter.isalnum() else " " for letter in text).split()
    key = "-".join(words)
    return key if 0 < len(words) <= _MOST_WORDS and len(key) <= _LONGEST_KEY and is_key(key) and key != text else None


_MOST_WORDS: Final = 8
_LONGEST_KEY: Final = 60


@lru_cache(maxsize=1024)  # one wrong word is often written many times
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    return nearest(brief(word), known)


def _known_fields(root: type[Said], complaint: Complaint) -> tuple[str, ...]:
    """The fields that can stand where one stands that nobody knows."""
    beside = value_at(complaint.loc[:-1], complaint.data)
    known = _fields_at(root, complaint.loc[:-1])
    if complaint.path[-1] in ("said", "vague"):  # what stands here is never absent, nor vague
        return known
    if "said" in beside and "said" not in known:
        return tuple(Absence.model_fields) if is_absence(beside) else CLAIM_FIELDS
    return tuple(Vague.model_fields) if "vague" in beside and "vague" not in known else known


def _some_fields(known: tuple[str, ...]) -> tuple[str, ...]:
    """A dozen of the fields at the most, those that every element has last: a message is no register."""
    in_order = sorted(known, key=lambda field: field in Element.model_fields)
    return (*in_order[:_MOST_SHOWN], *(("…",) if len(known) > _MOST_SHOWN else ()))


_MOST_SHOWN: Final = 12


@lru_cache(maxsize=1024)
def _fields_at(root: type[Said], loc: Path) -> tuple[str, ...]:
    """The fields of what stands at *loc*."""
    here = _kind_at(root, loc)
    here = Cite if here is Cites else here
    return tuple(field.alias for field in fields_of(here).values()) if _is_said(here) else ()


@lru_cache(maxsize=1024)
def _takes_several(root: type[Said], loc: Path) -> bool:
    """Whether several words may stand at *loc*, as a list; the number that one word alone has in it counts for that."""
    kind = _kind_at(root, loc[:-1] if isinstance(loc[-1], int) else loc)
    return get_origin(kind) is Several or kind in (Who, Audience, Cites)


def _kind_at(root: type[Said], loc: Path) -> Any:
    """The class of what stands at *loc*, by following the annotations down."""
    here: Any = root
    for step in loc:
        here = _unwrapped(here)
        if _is_said(here):
            fields = {field.alias: field.annotation for field in fields_of(here).values()}
            here = fields.get(str(step), here)  # the number of a claim, and its ``said``, lead no further in
        elif here is Cites:
            here = Cite
        elif step != AMONG_OTHERS and get_args(here):
            here = get_args(here)[0 if get_origin(here) is tuple else -1]
    return _unwrapped(here)


@lru_cache(maxsize=1024)
def _mark_at(root: type[Said], loc: Path) -> Mark:
    """The mark of the field at *loc*, or around it: what a name there is a name of."""
    at = next((end for end in range(len(loc), 0, -1) if _is_field(root, loc[:end])), 0)
    return _fields(_kind_at(root, loc[: at - 1]))[str(loc[at - 1])].mark if at else None


def _is_field(root: type[Said], loc: Path) -> bool:
    return str(loc[-1]) in _fields(_kind_at(root, loc[:-1]))


def _fields(kind: Any) -> Mapping[str, Any]:
    return {field.alias: field for field in fields_of(kind).values()} if _is_said(kind) else {}


def _word_called(name: str, mark: Mark, data: Any) -> str:
    """Give the word that is called *name* in a label, unless the file itself has something of that name."""
    held = [data.get(section) for section in ACTORS] if mark == Ref("actor") else []
    if isinstance(mark, In) and isinstance(words := data.get("words"), dict):
        held.append(words.get(mark.vocabulary))
    is_own = any(isinstance(one, dict) and name in one for one in held)
    return name if is_own else _called(mark).get(name, name)


@lru_cache(maxsize=256)
def _called(mark: Mark) -> Mapping[str, str]:
    """From what the words that may stand there are called, labels in any language too, to the words."""
    words = Vocabularies()
    if isinstance(mark, In):
        return words.called(mark.vocabulary)
    if mark == Ref("actor"):
        return {**words.called("group"), **words.called("sector")}
    return PRESENT_CALLED if mark == Ref("version") else {}


def _is_said(kind: Any) -> bool:
    return isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, Said)


def _unwrapped(annotation: Any) -> Any:
    """What an annotation holds when nothing is absent, and without its marks."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = get_args(annotation)[0]
    return annotation
