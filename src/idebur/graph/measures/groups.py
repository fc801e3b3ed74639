"""What a network falls into: its components, and the communities within them.

Every function takes any networkx graph and changes nothing in it. Groups come largest first; of two as large, the one
with the first node in sorted order comes first, so that the answer does not hang on how the network was put together.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

import networkx as nx
from attrs import frozen

from idebur.errors import Unmeasurable
from idebur.graph.measures._edges import held_to, in_order, simple
from idebur.graph.measures._louvain import Weights, louvain, whole
from idebur.graph.measures.ties import Network, Node, ties

__all__ = ["Communities", "Connection", "communities", "components", "modularity"]

Connection: TypeAlias = Literal["weak", "strong"]
"""Weak: by edges in any direction. Strong: by paths there and back."""


def components(graph: Network, connection: Connection = "weak") -> tuple[frozenset[Node], ...]:
    """Part the nodes into components: the greatest groups where each node has a path to each other.

    A weak component takes edges in any direction, a strong one follows them (Harary, Norman & Cartwright 1965,
    *Structural Models*); in an undirected network the two are the same. A node without edges is a component of its own,
    and an empty network has none.

    Raises:
        Unmeasurable: there is no such connection.

    >>> import networkx as nx
    >>> reports = nx.DiGraph([("group", "board"), ("board", "council"), ("council", "board")])
    >>> [sorted(each) for each in components(reports)]
    [['board', 'council', 'group']]
    >>> [sorted(each) for each in components(reports, "strong")]
    [['board', 'council'], ['group']]
    """
    held_to(connection, get_args(Connection), "connection")
    plain = simple(graph, directed=connection == "strong")
    if isinstance(plain, nx.DiGraph):
        return _largest_first(nx.strongly_connected_components(plain))
    return _largest_first(nx.connected_components(plain))


@frozen
class Communities:
    """A partition of the nodes into groups that have more edges within them than chance would give."""

    groups: tuple[frozenset[Node], ...]
    """The communities, largest first."""

    modularity: float
    """How much more: see :func:`modularity`."""

    @property
    def of(self) -> Mapping[Node, int]:
        """The place in :attr:`groups` of each node's community."""
        return {node: number for number, group in enumerate(self.groups) for node in group}

    def __str__(self) -> str:
        sizes = ", ".join(str(len(group)) for group in self.groups)
        nodes = sum(len(group) for group in self.groups)
        return f"{len(self.groups)} communities of {nodes} nodes ({sizes}); modularity {self.modularity:.3f}"


def communities(graph: Network, *, weight: str | None = None, resolution: float = 1.0, seed: int = 0) -> Communities:
    """Find communities by the Louvain method, with their modularity.

    Nodes, then groups of nodes, are moved to the neighbouring group that raises the modularity most, until no move does
    (Blondel, Guillaume, Lambiotte & Lefebvre 2008, *Fast unfolding of communities in large networks*). The order they
    are gone through in is drawn by *seed*: the same network, however put together, with the same seed has the same
    answer. Another seed may find another one, and none need be the best there is: try a few, and trust what they share.

    Directions are left out, and the weights of parallel edges add up, as in :func:`modularity`. Louvain may leave a
    group whose nodes do not hang together (Traag, Waltman & van Eck 2019); such a group is parted into its components,
    which only raises the modularity. A node without edges is a community of its own.

    Raises:
        Unmeasurable: an edge has no such weight, or one that is no finite number above zero; *resolution* is not above
            zero.

    >>> import networkx as nx
    >>> two = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "x"), ("x", "y"), ("y", "z"), ("z", "x")])
    >>> found = communities(two)
    >>> print(found)
    2 communities of 6 nodes (3, 3); modularity 0.357
    >>> sorted(found.groups[found.of["y"]])
    ['x', 'y', 'z']
    """
    fine = _fine(resolution)
    nodes = in_order(graph)
    weights = _weights(graph, nodes, weight)
    found: dict[int, set[Node]] = {}
    for node, group in zip(nodes, louvain(weights, fine, seed), strict=True):
        found.setdefault(group, set()).add(node)
    plain = simple(graph, directed=False)
    whole_ones = (part for group in found.values() for part in nx.connected_components(plain.subgraph(group)))
    groups = _largest_first(whole_ones)
    return Communities(groups, _modularity(weights, nodes, groups, fine))


def modularity(
    graph: Network, groups: Collection[Collection[Node]], *, weight: str | None = None, resolution: float = 1.0
) -> float:
    """Say how much more of the weight lies within *groups* than if the same strengths were joined at random.

    Q = Σ (L / m − γ (s / 2m)²) over the groups, where *L* is the weight within the group, *s* the strength of its
    nodes, *m* the weight of all edges and γ the *resolution* (Newman & Girvan 2004, *Finding and evaluating community
    structure in networks*; γ: Reichardt & Bornholdt 2006). From −1/2 up to, and without, 1, at γ = 1.

    Directions are left out; parallel edges add up; a self-loop lies within its group, once in *L* and twice in *s*.
    Computed in whole numbers and rounded once. Without edges there is nothing to compare: Q is 0 by convention.

    Raises:
        Unmeasurable: *groups* do not hold each node just once; an edge has no such weight, or one that is no finite
            number above zero; *resolution* is not above zero.

    >>> import networkx as nx
    >>> modularity(nx.Graph([("a", "b"), ("x", "y")]), [{"a", "b"}, {"x", "y"}])
    0.5
    """
    fine = _fine(resolution)
    seen: set[Node] = set()
    for node in itertools.chain.from_iterable(groups):
        if node not in graph:
            raise Unmeasurable(f"the groups name {node!r}, which is no node of the network")
        if node in seen:
            raise Unmeasurable(f"{node!r} stands in the groups more than once; groups do not overlap")
        seen.add(node)
    nodes = in_order(graph)
    for node in nodes:
        if node not in seen:
            raise Unmeasurable(f"{node!r} stands in none of the groups; give it one, if only of its own")
    return _modularity(_weights(graph, nodes, weight), nodes, groups, fine)


def _fine(resolution: float) -> Fraction:
    if not 0 < resolution < float("inf"):
        raise Unmeasurable(f"the resolution is {resolution!r}; it is a finite number above zero (usual: 1)")
    return Fraction(resolution)


def _weights(graph: Network, nodes: list[Node], weight: str | None) -> Weights:
    place = {node: number for number, node in enumerate(nodes)}
    edges = ((place[source], place[target], number) for source, target, number in ties(graph, weight))
    return Weights.of(len(nodes), whole(edges))


def _modularity(weights: Weights, nodes: list[Node], groups: Iterable[Iterable[Node]], resolution: Fraction) -> float:
    group_of = {node: number for number, group in enumerate(groups) for node in group}
    return float(weights.parted([group_of[node] for node in nodes]).modularity(resolution))


def _largest_first(groups: Iterable[Iterable[Node]]) -> tuple[frozenset[Node], ...]:
    held = [frozenset(group) for group in groups]
    first = {node: number for number, node in enumerate(in_order(itertools.chain.from_iterable(held)))}
    return tuple(sorted(held, key=lambda group: (-len(group), min(first[node] for node in group))))
