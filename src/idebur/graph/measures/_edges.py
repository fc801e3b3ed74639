"""What the measures do first: an option is held to its words, parallel edges are laid together or made one."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator

import networkx as nx

from idebur.errors import Unmeasurable, nearest
from idebur.graph.measures.ties import Network, Node, ties


def held_to(word: str, known: Collection[str], what: str) -> None:
    """Refuse *word* unless it is one of *known*; *what* is what it names.

    >>> held_to("inn", ("in", "out", "all"), "direction")
    Traceback (most recent call last):
    idebur.errors.Unmeasurable: no direction is called 'inn'; did you mean 'in'? known: in, out, all
    """
    if word not in known:
        guess = nearest(str(word), known)
        hint = f"did you mean {guess!r}? " if guess else ""
        raise Unmeasurable(f"no {what} is called {word!r}; {hint}known: {', '.join(known)}")


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """List *nodes* in an order that does not hang on how the network was put together."""
    given = list(nodes)
    try:
        return sorted(given)  # type: ignore[type-var]  # what cannot be compared is ordered below
    except TypeError:
        return sorted(given, key=lambda node: (type(node).__qualname__, repr(node)))


def laid_together(graph: Network, weight: str | None, *, directed: bool) -> dict[Node, dict[Node, float]]:
    """Lay parallel edges together, their weights added: ``matrix[source][target]``.

    In an undirected network, or one whose directions are left out, each edge leads both ways, so that a self-loop
    counts twice and the sum of a row is the node's strength.

    Raises:
        Unmeasurable: an edge has no such weight, or one that is no finite number above zero, or parallel edges add up
            to more than a floating-point number holds.
    """
    both_ways = not (directed and graph.is_directed())
    matrix: dict[Node, dict[Node, float]] = {node: {} for node in graph}
    for source, target, number in ties(graph, weight):
        matrix[source][target] = matrix[source].get(target, 0.0) + number
        if both_ways:
            matrix[target][source] = matrix[target].get(source, 0.0) + number
    for node, row in matrix.items():
        if math.inf in row.values():
            raise Unmeasurable(f"the {weight!r} of the edges at {node!r} add up to more than a number can hold")
    return matrix


def counted(graph: Network, *, directed: bool) -> dict[Node, dict[Node, int]]:
    """Count the edges between each two nodes: ``counts[source][target]``; self-loops are left out."""
    both_ways = not (directed and graph.is_directed())
    counts: dict[Node, dict[Node, int]] = {node: {} for node in graph}
    for source, target in _ends(graph):
        counts[source][target] = counts[source].get(target, 0) + 1
        if both_ways:
            counts[target][source] = counts[target].get(source, 0) + 1
    return counts


def simple(graph: Network, *, directed: bool) -> Network:
    """Build the simple network: parallel edges are one, self-loops and attributes are left out."""
    plain: Network = nx.DiGraph() if directed and graph.is_directed() else nx.Graph()
    plain.add_nodes_from(graph)
    plain.add_edges_from(_ends(graph))
    return plain


def _ends(graph: Network) -> Iterator[tuple[Node, Node]]:
    for source, target, _ in ties(graph):
        if source != target:
            yield source, target
