"""How the measures read a network: what its ties weigh, and to what group each node belongs.

Two things are the same for all measures. A weight that is asked for must stand on every tie and be a finite number
above zero. A node that lacks the attribute of the group (or has ``None`` or NaN there) belongs to no group, ``None``,
and is never counted as if it did.

Two more are the same for those of sectors and of structural holes. Ties are those between *two* nodes: a loop, a tie of
a node to itself, is left out (and counted, where a measure reports on ties). Parallel ties each count, so their weights
add. What the others make of loops and parallel ties stands with them.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Hashable, Iterator, Mapping
from numbers import Real
from typing import Any, TypeAlias

import networkx as nx

from idebur.errors import Unmeasurable, nearest

__all__ = ["Network", "Node", "groups", "named", "ties"]

Node: TypeAlias = Hashable
"""A node of a networkx graph."""

Network: TypeAlias = "nx.Graph[Any]"
"""Any networkx graph: directed or not, with parallel edges or without."""


def ties(graph: Network, weight: str | None = None) -> Iterator[tuple[Node, Node, float]]:
    """Give both ends and the weight of every tie, loops too; without *weight*, each weighs one.

    Raises:
        Unmeasurable: a tie lacks the weight, or it is no finite number above zero.

    >>> import networkx as nx
    >>> list(ties(nx.Graph([("a", "b"), ("b", "c")])))
    [('a', 'b', 1), ('b', 'c', 1)]
    """
    if weight is None:
        for one, other in graph.edges():
            yield one, other, 1
        return
    for one, other, data in graph.edges(data=True):
        yield one, other, _weight(one, other, data, weight)


def _weight(one: Node, other: Node, data: Mapping[str, Any], name: str) -> float:
    if name not in data:
        guess = nearest(name, tuple(map(str, data)))
        hint = f"; did you mean {guess!r}?" if guess else "; leave the weight out, and each tie counts as one"
        raise Unmeasurable(f"the tie between {one!r} and {other!r} has no {name!r}{hint}")
    value = data[name]
    is_number = isinstance(value, Real) and not isinstance(value, bool)
    if not is_number or not 0 < value <= sys.float_info.max:
        raise Unmeasurable(
            f"the tie between {one!r} and {other!r} weighs {value!r:.60}; a weight is a finite number above zero"
        )
    return value if type(value) in (int, float) else float(value)  # those of NumPy too


def groups(graph: Network, attribute: str) -> dict[Node, str | None]:
    """Name the group of every node by an attribute; ``None`` where a node lacks it.

    Raises:
        Unmeasurable: the network has no nodes, no node has the attribute, or a value of it cannot be hashed.

    >>> import networkx as nx
    >>> pair = nx.Graph([("a", "b")])
    >>> pair.nodes["a"]["sector"] = "public"
    >>> groups(pair, "sector")
    {'a': 'public', 'b': None}
    """
    if graph.number_of_nodes() == 0:
        raise Unmeasurable("the network has no nodes")
    found: dict[Node, str | None] = {}
    known: set[str] = set()
    for node, data in graph.nodes(data=True):
        known.update(map(str, data))
        value: Any = data.get(attribute)
        if not _is_plain(value):
            raise Unmeasurable(f"the {attribute!r} of {node!r} is {value!r}; a group is named by one plain value")
        found[node] = None if isinstance(value, float) and math.isnan(value) else value
    if all(group is None for group in found.values()):
        guess = nearest(attribute, known)
        hint = f"; did you mean {guess!r}?" if guess else ""
        raise Unmeasurable(
            f"no node has the attribute {attribute!r}{hint} (known: {', '.join(sorted(known)) or 'none'})"
        )
    return found


def _is_plain(value: object) -> bool:
    return isinstance(value, Hashable)


def named(graph: Network, node: Node) -> str:
    """Say a node by its ``label``, where it has one, as a researcher reads it in a table.

    >>> import networkx as nx
    >>> pair = nx.Graph([("a", "b")])
    >>> pair.nodes["a"]["label"] = "Region Blekinge"
    >>> named(pair, "a"), named(pair, "b")
    ('Region Blekinge', 'b')
    """
    return str(graph.nodes[node].get("label", node)) if node in graph else str(node)
