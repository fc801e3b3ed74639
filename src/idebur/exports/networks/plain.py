"""A graph as plain records: what every format here writes, so that all of them say the same.

The conventions, whatever the format:

- Names of nodes and keys of edges are texts; a blank one is ``_``. Where two would be written alike (``1`` and
  ``"1"``), the later one gets ``_2``. The key of an edge is unique between its ends only; a format that wants it
  unique in the file takes :func:`edge_ids`.
- An attribute is a text, a whole number, a number or a truth value. ``None``, the empty text and what is no number
  (NaN) say nothing and are left out. A day is written as ISO 8601 has it. Anything else is refused, never printed.
- Characters that XML 1.0 cannot hold (the control characters but tab and line ends, lone surrogates, U+FFFE and
  U+FFFF) become U+FFFD in every format, also in those that could hold them.
- An attribute called like a part of the format itself (``id``, ``source``, ``target``, ``key``) gets a ``_`` after its
  name.
- Of the attributes of the graph as a whole, those that are not plain are left out: other readers keep notes there.
"""

from __future__ import annotations

import datetime as dt
import math
import numbers
import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from idebur.errors import Unwritable

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Edge", "Network", "Node", "Plain", "attribute_types", "edge_ids", "of_type", "plain", "renamed"]

Plain = str | int | float | bool
"""What an attribute can be."""

_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST: Final = 63
"""Bits of a whole number, beside its sign, that every reader can hold."""


@frozen
class Node:
    """A node: its name in the file, and what is said of it."""

    id: str
    data: Mapping[str, Plain]


@frozen
class Edge:
    """An edge between two nodes of the file, in the order of the graph."""

    number: int
    source: str
    target: str
    key: str | None
    """What tells it from the other edges between the same ends; ``None`` where the graph has no parallel edges."""

    data: Mapping[str, Plain]


@frozen
class Network:
    """A graph as plain records."""

    directed: bool
    parallel: bool
    """Whether there can be several edges between the same ends (networkx: a multigraph)."""

    data: Mapping[str, Plain]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def plain(
    graph: nx.Graph[Any],
    of_nodes: Collection[str] = frozenset({"id"}),
    of_edges: Collection[str] = frozenset({"id", "source", "target", "key"}),
) -> Network:
    """Read *graph* as plain records; an attribute called like one of *of_nodes* or *of_edges* gets a ``_``.

    Raises:
        Unwritable: an attribute of a node or an edge is no plain value.
    """
    names = _unique(graph.nodes())
    parallel = graph.is_multigraph()
    nodes = [Node(names[node], _said(data, of_nodes, "node", node)) for node, data in graph.nodes(data=True)]
    keys: dict[tuple[str, str], set[str]] = {}
    edges = []
    for number, (source, target, key, data) in enumerate(_edges(graph)):
        ends = (names[source], names[target])
        if parallel:
            between = keys.setdefault(ends if graph.is_directed() else (min(ends), max(ends)), set())
            key = _free(_name(key), between)  # noqa: PLW2901 — the same key, as it is written
            between.add(key)
        edges.append(Edge(number, *ends, key, _said(data, of_edges, "edge", f"{source} → {target}")))
    about = {_text(str(name)): value for name, given in graph.graph.items() if (value := _value(given)) is not None}
    return Network(graph.is_directed(), parallel, about, tuple(nodes), tuple(edges))


def _edges(graph: nx.Graph[Any]) -> Iterator[tuple[Hashable, Hashable, Any, Mapping[str, Any]]]:
    if graph.is_multigraph():
        yield from graph.edges(keys=True, data=True)  # type: ignore[call-overload]
    else:
        for source, target, data in graph.edges(data=True):
            yield source, target, None, data


def _unique(nodes: Iterable[Hashable]) -> dict[Hashable, str]:
    names: dict[Hashable, str] = {}
    taken: set[str] = set()
    for node in nodes:
        names[node] = _free(_name(node), taken)
        taken.add(names[node])
    return names


def _name(given: object) -> str:
    name = _text(str(given))
    return name if name.replace("\ufeff", " ").strip() else "_"


def _free(name: str, taken: Collection[str]) -> str:
    """The *name*, or where it is taken the name with the first number that makes it another."""
    if name not in taken:
        return name
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"


def edge_ids(edges: Iterable[Edge], taken: Collection[str] = ()) -> list[str]:
    """A name for each edge that no other edge of the file has, nor anything *taken*: its key, with ``_2`` where needed.

    An edge without a key is called ``e0``, ``e1``, … in the order of the graph.
    """
    used = set(taken)
    ids = []
    last: dict[str, int] = {}
    for edge in edges:
        wanted = f"e{edge.number}" if edge.key is None else edge.key
        name, number = wanted, last.get(wanted, 1)
        while name in used:
            number += 1
            name = f"{wanted}_{number}"
        last[wanted] = number
        used.add(name)
        ids.append(name)
    return ids


def _said(data: Mapping[str, Any], reserved: Collection[str], what: str, name: object) -> dict[str, Plain]:
    said: dict[str, Plain] = {}
    for attribute, given in data.items():
        try:
            value = _value(given, strict=True)
        except TypeError:
            raise Unwritable(
                f"the attribute {attribute!r} of {what} {str(name)!r} is of type {type(given).__name__}; a file of a "
                f"network holds texts, numbers and truth values only: write it as one of these, or leave it out"
            ) from None
        if value is not None:
            said[renamed(_text(str(attribute)), reserved, said)] = value
    return said


def renamed(name: str, reserved: Collection[str], others: Collection[str] = ()) -> str:
    """The *name* of an attribute, with ``_`` after it while it is reserved or taken.

    >>> renamed("id", {"id"}), renamed("kind", {"id"})
    ('id_', 'kind')
    """
    while name in reserved or name in others:
        name += "_"
    return name


def _text(text: str) -> str:
    return _UNWRITABLE.sub("�", text)


def _value(given: Any, *, strict: bool = False) -> Plain | None:
    """The plain value that *given* is; ``None`` where it says nothing."""
    if isinstance(given, str):
        return _text(str.__str__(given)) or None
    if given is None or isinstance(given, bool):
        return given
    if isinstance(given, numbers.Integral):
        return int(given)
    if isinstance(given, numbers.Real):
        number = float(given)
        return None if math.isnan(number) else number
    if isinstance(given, dt.date):
        return given.isoformat()
    if type(given).__module__ == "numpy" and type(given).__name__ in {"bool", "bool_"}:
        return bool(given)
    if strict:
        raise TypeError
    return None


def attribute_types(records: Iterable[Mapping[str, Plain]]) -> dict[str, type[Plain]]:
    """The one type that every value of an attribute fits, by attribute in the order of first use.

    Whole numbers among numbers are numbers, unless one would be rounded (IEEE 754 binary64). That and any other mixture
    is text, and so are whole numbers of more than 64 bits.

    >>> attribute_types([{"count": 3, "weight": 1}, {"count": "over 50", "weight": 0.5}])
    {'count': <class 'str'>, 'weight': <class 'float'>}
    """
    found: dict[str, set[type[Plain]]] = {}
    inexact: set[str] = set()
    for record in records:
        for name, value in record.items():
            kind: type[Plain] = type(value)
            if kind is int and not -(1 << _LONGEST) <= value < 1 << _LONGEST:  # type: ignore[operator]
                kind = str
            elif kind is int and int(float(value)) != value:
                inexact.add(name)
            found.setdefault(name, set()).add(kind)
    return {name: str if float in kinds and name in inexact else _common(kinds) for name, kinds in found.items()}


def _common(kinds: set[type[Plain]]) -> type[Plain]:
    if len(kinds) == 1:
        return next(iter(kinds))
    return float if kinds == {int, float} else str


def of_type(value: Plain, kind: type[Plain]) -> Plain:
    """The *value* as *kind*, one of :func:`attribute_types`; a truth value among texts is ``true`` or ``false``."""
    if kind is str and isinstance(value, bool):
        return "true" if value else "false"
    return kind(value)
