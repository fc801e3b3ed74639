"""One YAML document as plain data, with the place of every key and value.

A loop over the parser's events, after YAML 1.2.2: no node tree is built, nothing is ever constructed from a tag, and
two whole numbers a node hold the positions. What is not a plain tree of texts, numbers, mappings and lists is a fault:

- A key is the text it is written as: ``2018`` is ``"2018"`` and ``on`` is ``"on"``. A mapping or list as a key, and the
  same key twice, are faults.
- Merge keys (``<<``) are a fault: YAML 1.2 has none, and what is merged would have no place of its own.
- An alias stands for the very object that was anchored. All aliases of a file together may stand for at most
  :data:`MOST_SHARED` nodes.
- The tags of the core schema are honoured (``!!str 5`` is a text); every other tag is a fault.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import Any, Final, NamedTuple

import yaml
from attrs import Factory, define
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from idebur.errors import Unreadable, nearest
from idebur.files.opening import brief, decode
from idebur.files.positions import BOX, Lines, Places
from idebur.files.yaml_scalars import Scalar, WrittenFloat, resolve
from idebur.files.yaml_spaces import odd_in_keys, odd_near
from idebur.files.yaml_syntax import error_at, list_sign, syntax_fault
from idebur.messages import Fault

__all__ = ["DEEPEST", "MOST_FAULTS", "MOST_SHARED", "Tree", "parse_yaml", "read_yaml"]

DEEPEST: Final = 64
"""How many mappings and lists may stand in one another."""
MOST_SHARED: Final = 100_000
"""How many nodes all aliases of a file together may stand for."""
MOST_FAULTS: Final = 1_000
"""After so many faults the reading ends."""

_MOST_GUESSED: Final = 100
_ODD_KEYS: Final = frozenset({"", "<<"})
_QUESTION: Final = re.compile(r"[\[{,]\s*\?(?=\S)")
_CORE: Final = "tag:yaml.org,2002:"
_PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # only its events are used; nothing is constructed


class Tree(NamedTuple):
    """What a YAML document says, and where.

    *data* is made of ``dict`` (with text keys, in the order of the file), ``list``, ``str``, ``int``, ``float``,
    ``bool`` and ``None``; a number printed otherwise than it was written is a ``WrittenInt`` or ``WrittenFloat``.
    """

    data: Any
    places: Places

    @property
    def lines(self) -> Lines:
        """The lines of the file."""
        return self.places.lines


def read_yaml(source: bytes | str, file: str) -> Tree:
    """Read one YAML document; *file* is its name in messages.

    Raises:
        Unreadable: with every fault that was found; where the syntax breaks, the reading ends.
    """
    tree, faults = parse_yaml(source, file)
    if tree is None or faults:
        raise Unreadable(faults)
    return tree


def parse_yaml(source: bytes | str, file: str) -> tuple[Tree | None, tuple[Fault, ...]]:
    """Read one YAML document as far as it goes: what it says, where that is clear, and every fault in it.

    So that a key that stands twice does not hide the faults a caller would find in the rest.
    """
    try:
        text = decode(source, file)
    except Unreadable as error:
        return None, error.faults
    reading = _Reading(Places(Lines(file, text)))
    whole = reading.read()
    faults = tuple(sorted(reading.faults, key=lambda fault: (fault.place.line, fault.place.column)))
    return (Tree(reading.places.data, reading.places) if whole else None), faults


class _Meanings(dict[str, Scalar]):
    """What each bare scalar of a file means, worked out when it is first met."""

    def __missing__(self, text: str) -> Scalar:
        return self.setdefault(text, resolve(text))


class _StopError(Exception):
    """The reading ends here; the fault is noted."""


@define(eq=False)
class _Anchor:
    node: int
    shared: int
    key: str | None = None
    value: Any = None
    size: int = 0
    """How many nodes it is, those behind its own aliases counted again; 0 while it is still open."""


@define(eq=False)
class _Reading:
    places: Places
    faults: list[Fault] = Factory(list)
    anchors: dict[str, _Anchor] = Factory(dict)
    shared: int = 0
    dirty: set[int] = Factory(set)
    """The mappings, by node, that hold marks for keys that were dropped."""
    firsts: dict[int, dict[Any, int]] = Factory(dict)
    """The node of a mapping in which a key stands twice -> where its keys stand first."""

    def read(self) -> bool:
        """Fill the places and their data; tell whether the document was read to its end."""
        try:
            self._run()
            self._question_marks()
            odd = odd_in_keys(self.places)
        except yaml.MarkedYAMLError as error:
            fault = syntax_fault(error, self.places.lines)
            line = self.places.lines.span(error_at(error)).line
            self.faults.extend(odd_near(line, self.places) or (fault,))
        except _StopError:
            pass
        else:
            self.faults.extend(odd)
            return not odd
        return False

    def _run(self) -> None:  # noqa: C901 - one loop without calls: it runs once for each node of the file
        places = self.places
        starts, ends = places.starts, places.ends
        text = places.lines.text
        parser = _PARSER(text)
        get_event = parser.get_event
        meaning = _Meanings()
        names: dict[str, str] = {}
        stack: list[tuple[Any, Any, int, str | None]] = []
        root: list[Any] = []
        box: Any = root
        in_mapping = False
        key: Any = None
        number = 0
        opened, anchor = -1, None
        documents = 0
        while True:
            event = get_event()
            kind = event.__class__
            if kind is ScalarEvent:
                starts.append(event.start_mark.index)
                ends.append(event.end_mark.index)
                value: Any = event.value
                if in_mapping and key is None:
                    if value not in box and event.anchor is None and event.tag is None and value not in _ODD_KEYS:
                        key = names.setdefault(value, value)
                    else:
                        key = self._odd_key(event, box, opened, number)
                    number += 1
                    continue
                if event.tag is not None:
                    value = self._tagged(event)
                elif not event.style:
                    value = meaning[value]
                if event.anchor is not None:
                    self.anchors[event.anchor] = _Anchor(number, 0, event.value, value, 1)
                number += 1
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) == DEEPEST:
                    self._stop("too-deep", event, deepest=DEEPEST)
                starts.append(event.start_mark.index)
                ends.append(BOX)
                if event.tag is not None:
                    self._box_tag(event, "map" if kind is MappingStartEvent else "seq")
                if event.anchor is not None:
                    self.anchors[event.anchor] = _Anchor(number, self.shared)
                if in_mapping and key is None:
                    self._drop("key-not-text", event, opened, number)
                stack.append((box, key, opened, anchor))
                in_mapping = kind is MappingStartEvent
                box = {} if in_mapping else []
                key = None
                opened, anchor = number, event.anchor
                number += 1
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                ends[opened] = BOX + number
                if opened in self.dirty:
                    for name in [name for name in box if not isinstance(name, str)]:
                        del box[name]
                if anchor is not None and (known := self.anchors[anchor]).node == opened:
                    known.value = box
                    known.size = number - opened + self.shared - known.shared
                value, closed = box, opened
                box, key, opened, anchor = stack.pop()
                in_mapping = box.__class__ is dict
                if in_mapping and key is None:
                    key = (closed,)
                    continue
            elif kind is AliasEvent:
                starts.append(event.start_mark.index)
                ends.append(event.end_mark.index)
                target = self._alias(event, number)
                number += 1
                if in_mapping and key is None:
                    key = self._alias_key(target, event, box, opened, number - 1)
                    continue
                value = None if target is None else target.value
            elif kind is DocumentStartEvent:
                documents += 1
                self._document(event, documents)
                continue
            elif kind is StreamEndEvent:
                break
            else:
                continue
            if in_mapping:
                box[key] = value
                key = None
            else:
                box.append(value)
        if not root or (root[0] is None and starts[0] == ends[0]):
            self.faults.append(Fault("file-empty", places.lines.at(0)))
        places.data = root[0] if root else None

    def _fault(self, code: str, event: Any, suggestion: str | None = None, **params: Any) -> None:
        ended = event.__class__ in (ScalarEvent, AliasEvent)
        end = event.end_mark.index if ended else event.start_mark.index + 1
        place = self.places.lines.at(event.start_mark.index, end)
        self.faults.append(Fault(code, place, params=params, suggestion=suggestion))
        if len(self.faults) == MOST_FAULTS:
            self.faults.append(Fault("faults-too-many", place, params={"most": MOST_FAULTS}))
            raise _StopError

    def _stop(self, code: str, event: Any, **params: Any) -> None:
        self._fault(code, event, **params)
        raise _StopError

    def _question_marks(self) -> None:
        """Refuse ``[?x]`` and ``{?x: y}``: texts to YAML 1.2, but the parser takes the sign for a key and drops it."""
        starts, lines = self.places.starts, self.places.lines
        for found in _QUESTION.finditer(lines.text) if "?" in lines.text else ():
            at = found.end() - 1
            node = bisect_left(starts, at)
            if node < len(starts) and starts[node] in (at, at + 1):
                if starts[node] == at and self.places.ends[node] < BOX:
                    continue
                self.faults.append(Fault("sign-needs-quotes", lines.at(at), params={"sign": "?"}))

    def _document(self, event: Any, number: int) -> None:
        if number > 1:
            self._stop("several-documents", event)
        if event.version is not None and tuple(event.version) != (1, 2):
            self._fault("yaml-version", event, version=".".join(map(str, event.version)))

    # -- keys

    def _odd_key(self, event: Any, box: dict[Any, Any], opened: int, node: int) -> Any:
        """Give the key that an event stands for: its text, or a mark that takes its place until the mapping ends."""
        if event.tag is not None:
            self._tagged(event)
        if event.anchor is not None:
            plain = event.tag is None and not event.style
            self.anchors[event.anchor] = _Anchor(
                node, 0, event.value, resolve(event.value) if plain else event.value, 1
            )
        if event.value == "<<" and not event.style:
            return self._drop("merge-key", event, opened, node)
        return self._named_key(event.value, event, box, opened, node)

    def _alias_key(self, target: _Anchor | None, event: Any, box: dict[Any, Any], opened: int, node: int) -> Any:
        if target is None:
            return self._drop(None, event, opened, node)
        if target.key is None:
            return self._drop("key-not-text", event, opened, node)
        return self._named_key(target.key, event, box, opened, node)

    def _named_key(self, name: str, event: Any, box: dict[Any, Any], opened: int, node: int) -> Any:
        if not name:
            return self._drop("key-empty", event, opened, node)
        if name in box:
            line = self.places.lines.at(self.places.starts[self._first(name, box, opened)]).line
            sign = list_sign(name)
            code = "key-twice" if sign is None else "list-sign"
            return self._drop(code, event, opened, node, key=brief(name), first=line, sign=sign)
        return name

    def _drop(self, code: str | None, event: Any, opened: int, node: int, **params: Any) -> Any:
        self.places.dropped.add(node)
        self.dirty.add(opened)
        if code is not None:
            self._fault(code, event, **params)
        return (node,)

    def _first(self, name: str, box: dict[Any, Any], opened: int) -> int:
        """Find where *name* stands in the open mapping *opened*: every key so far is in *box*, in order."""
        known = self.firsts.setdefault(opened, {})
        if name not in known:
            after = self.places.after
            at = after(after(next(reversed(known.values())))) if known else opened + 1
            for key in islice(box, len(known), None):
                known[key] = at
                at = after(after(at))
        return known[name]

    # -- values

    def _tagged(self, event: Any) -> Scalar:
        """Read a scalar with a tag as the core schema says; a tag that does not fit is a fault, and the text stays."""
        text: str = event.value
        if event.tag in ("!", f"{_CORE}str"):
            return text
        found = resolve(text)
        fits = {
            f"{_CORE}null": found is None,
            f"{_CORE}bool": isinstance(found, bool),
            f"{_CORE}int": isinstance(found, int) and not isinstance(found, bool),
            f"{_CORE}float": isinstance(found, (int, float)) and not isinstance(found, bool),
        }
        if event.tag not in fits:
            self._fault("tag-not-known", event, tag=_written(event.tag))
            return text
        if not fits[event.tag]:
            self._fault("tag-mismatch", event, tag=_written(event.tag), text=brief(text))
            return text
        if event.tag == f"{_CORE}float" and isinstance(found, int):
            return WrittenFloat(float(found), text)
        return found

    def _box_tag(self, event: Any, fitting: str) -> None:
        if event.tag not in ("!", _CORE + fitting):
            self._fault("tag-not-known", event, tag=_written(event.tag))

    def _alias(self, event: Any, node: int) -> _Anchor | None:
        """Find what an alias stands for, and count it; ``None`` where it stands for nothing."""
        target = self.anchors.get(event.anchor)
        if target is None:
            name = brief(event.anchor)
            # Guessing among very many names would take minutes, and a long name costs as much as many short ones.
            guess = nearest(name, self.anchors) if len(self.anchors) <= _MOST_GUESSED else None
            self._fault("alias-unknown", event, guess and brief(guess), anchor=name)
            return None
        if not target.size:
            self._fault("alias-inside-itself", event, anchor=brief(event.anchor))
            return None
        self.places.aliases[node] = target.node
        self.shared += target.size
        if self.shared > MOST_SHARED:
            self._stop("aliases-too-many", event, most=MOST_SHARED)
        return target


def _written(tag: str) -> str:
    return brief(f"!!{tag.removeprefix(_CORE)}" if tag.startswith(_CORE) else tag)
