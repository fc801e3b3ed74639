"""Two-mode networks: organisations and the bodies they sit in, parties and the agreements they are party to.

Each node is of one of two sides and each edge joins the two. Which node is of which side is told by the node attribute
``bipartite`` (0 or 1, as networkx has it) or by a set that names one side, the rest being the other; it is never
guessed. An edge within a side, a self-loop among them, makes the network :class:`~idebur.errors.Unmeasurable`.

Every function takes any networkx graph and changes nothing in it. Belonging has neither direction nor number here:
directions are left out, and parallel edges are one.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, TypeAlias

import networkx as nx

from idebur.errors import Unmeasurable
from idebur.graph.measures._edges import simple
from idebur.graph.measures.ties import Network, Node, ties

__all__ = ["Side", "count_projection", "density", "newman_projection", "redundancy", "sides"]

Side: TypeAlias = Literal[0, 1] | Collection[Node]
"""A side: the number that the attribute ``bipartite`` of its nodes has, or its nodes."""


def sides(graph: Network, side: Side = 0) -> tuple[frozenset[Node], frozenset[Node]]:
    """Part the nodes into *side* and the other one.

    Raises:
        Unmeasurable: a node has no ``bipartite``, or neither 0 nor 1 there; *side* names what is no node; an edge joins
            two nodes of one side (it is named).

    >>> import networkx as nx
    >>> seats = nx.Graph([("region", "board"), ("council", "board")])
    >>> [sorted(each) for each in sides(seats, {"board"})]
    [['board'], ['council', 'region']]
    >>> sides(nx.Graph([("region", "council"), ("region", "board")]), {"board"})
    Traceback (most recent call last):
    idebur.errors.Unmeasurable: the edge 'region'–'council' joins two nodes of the same side
    """
    ours = _named(graph, side)
    for source, target, _ in ties(graph):
        if (source in ours) is (target in ours):
            raise Unmeasurable(f"the edge {source!r}–{target!r} joins two nodes of the same side")
    return ours, frozenset(node for node in graph if node not in ours)


def density(graph: Network, side: Side = 0) -> float:
    """Say what share of the pairs with one node of each side are joined.

    δ = m / (n₀ · n₁), where *m* pairs are joined and the sides have n₀ and n₁ nodes (Borgatti & Everett 1997, *Network
    analysis of 2-mode data*; Latapy, Magnien & Del Vecchio 2008). It is the same for both sides.

    Raises:
        Unmeasurable: a side has no nodes; or as :func:`sides`.

    >>> import networkx as nx
    >>> density(nx.Graph([("region", "board"), ("council", "board"), ("council", "group")]), {"board", "group"})
    0.75
    """
    ours, others = sides(graph, side)
    if not ours or not others:
        raise Unmeasurable("one side has no nodes, so that there is no pair to be joined")
    return simple(graph, directed=False).number_of_edges() / (len(ours) * len(others))


def redundancy(graph: Network, side: Side = 0) -> dict[Node, float]:
    """Say for each node what share of the pairs of its neighbours would be joined without it.

    ``rc(v) = |{{u, w} ⊆ N(v): some v' ≠ v has edges with both u and w}| / (|N(v)| (|N(v)| − 1) / 2)`` (Latapy, Magnien
    & Del Vecchio 2008, *Basic notions for the analysis of large two-mode networks*). 1: the node joins nobody that
    others do not join too; 0: none of those it joins would meet without it.

    The nodes of both sides are answered for. One with fewer than two neighbours joins no pair; it has no redundancy,
    and is left out.

    Raises:
        Unmeasurable: as :func:`sides`.

    >>> import networkx as nx
    >>> seats = nx.Graph([("board", "a"), ("board", "b"), ("board", "c"), ("group", "a"), ("group", "b")])
    >>> {node: round(share, 3) for node, share in redundancy(seats, {"board", "group"}).items()}
    {'board': 0.333, 'a': 1.0, 'b': 1.0, 'group': 1.0}
    """
    sides(graph, side)
    plain = simple(graph, directed=False)
    return dict(nx.bipartite.node_redundancy(plain, [node for node in plain if plain.degree[node] > 1]))


def count_projection(graph: Network, side: Side = 0) -> nx.Graph[Node]:
    """Join the nodes of *side* that have neighbours in common; ``weight`` counts these.

    ``w(i, j) = |N(i) ∩ N(j)|`` (Breiger 1974, *The duality of persons and groups*). All nodes of the side are there,
    with their attributes; the new network's attribute ``counts`` says what is counted.

    Raises:
        Unmeasurable: as :func:`sides`.

    >>> import networkx as nx
    >>> seats = nx.Graph([("a", "board"), ("b", "board"), ("c", "board"), ("a", "group"), ("b", "group")])
    >>> list(count_projection(seats, {"a", "b", "c"}).edges(data="weight"))
    [('a', 'b', 2), ('a', 'c', 1), ('b', 'c', 1)]
    """
    projected, shared = _projected(graph, side, "neighbours in common")
    for members in shared:
        for one, other in itertools.combinations(members, 2):
            projected.add_edge(one, other, weight=projected.get_edge_data(one, other, {}).get("weight", 0) + 1)
    return projected


def newman_projection(graph: Network, side: Side = 0) -> nx.Graph[Node]:
    """Join the nodes of *side* that have neighbours in common, and the more closely the fewer share them.

    w(i, j) = Σ 1 / (k − 1) over the neighbours in common, each with *k* neighbours of its own (Newman 2001, *Scientific
    collaboration networks II*): whoever sits in a body divides attention over the others who do, so that the strength
    of a node is the number of its neighbours that it shares with somebody.

    All nodes of the side are there, with their attributes; the new network's attribute ``counts`` says what is counted.

    Raises:
        Unmeasurable: as :func:`sides`.

    >>> import networkx as nx
    >>> seats = nx.Graph([("a", "board"), ("b", "board"), ("c", "board"), ("a", "group"), ("b", "group")])
    >>> list(newman_projection(seats, {"a", "b", "c"}).edges(data="weight"))
    [('a', 'b', 1.5), ('a', 'c', 0.5), ('b', 'c', 0.5)]
    """
    projected, shared = _projected(graph, side, "neighbours in common, each by 1 / (its neighbours − 1)")
    for members in shared:
        for one, other in itertools.combinations(members, 2):
            weight = projected.get_edge_data(one, other, {}).get("weight", 0.0) + 1 / (len(members) - 1)
            projected.add_edge(one, other, weight=weight)
    return projected


def _projected(graph: Network, side: Side, counts: str) -> tuple[nx.Graph[Node], Iterator[list[Node]]]:
    """Build the network of *side* without edges, and list the neighbours of each node of the other."""
    ours, others = sides(graph, side)
    projected: nx.Graph[Node] = nx.Graph(counts=counts)
    projected.add_nodes_from((node, said) for node, said in graph.nodes(data=True) if node in ours)
    plain = simple(graph, directed=False)
    place = {node: number for number, node in enumerate(projected)}
    return projected, (sorted(plain[node], key=place.__getitem__) for node in plain if node in others)


def _named(graph: Network, side: Side) -> frozenset[Node]:
    if not isinstance(side, int):
        return frozenset(_known(graph, side))
    if side not in (0, 1):
        raise Unmeasurable(f"no side is called {side!r}; a side is 0, 1, or the collection of its nodes")
    ours = []
    for node, said in graph.nodes(data=True):
        value = said.get("bipartite")
        if not isinstance(value, int) or value not in (0, 1):
            found = f"has bipartite {value!r}" if "bipartite" in said else "has no 'bipartite'"
            raise Unmeasurable(f"{node!r} {found}; give each node 0 or 1 there, or name the nodes of one side")
        if value == side:
            ours.append(node)
    return frozenset(ours)


def _known(graph: Network, side: Iterable[Node]) -> Iterator[Node]:
    if isinstance(side, str):
        raise Unmeasurable(f"the side is {side!r}, one text; give a collection of nodes, or 0 or 1")
    for node in side:
        if node not in graph:
            raise Unmeasurable(f"the side names {node!r}, which is no node of the network")
        yield node
