"""How central each node is, and how much a network turns around one of them.

Every function takes any networkx graph and changes nothing in it. What they have in common:

- *Parallel edges.* Where edges are added up (degree, strength, eigenvector, pagerank) each counts. Where steps are
  counted (closeness) they make no difference. Core number and centralisation are defined for networks with one edge at
  the most between two nodes, and take parallel edges as one. For betweenness it is a choice with a name.
- *Directions.* ``directed=False``, or the direction ``"all"``, leaves directions out: each edge then leads both ways,
  and one there and one back are parallel. In an undirected network every choice of direction comes to the same.
- *Self-loops* lie on no shortest path and say nothing of cores or centralisation: they count only where edges are added
  up.
- *Weights* are asked for by the attribute's name; without, each edge counts one. A weight is a finite number above
  zero, and each edge has one, or the network is :class:`~idebur.errors.Unmeasurable`. Steps are never weighed.
- An empty network has no scores: the answer is an empty dict.
"""

from __future__ import annotations

import math
from typing import Literal, TypeAlias, get_args

import networkx as nx
from attrs import frozen

from idebur.errors import MissingExtra, Unmeasurable
from idebur.graph.measures._edges import counted, held_to, in_order, laid_together, simple
from idebur.graph.measures._paths import dependencies
from idebur.graph.measures._spectra import dominant
from idebur.graph.measures.groups import components
from idebur.graph.measures.ties import Network, Node, ties

__all__ = [
    "Centralisation",
    "Direction",
    "Parallel",
    "betweenness",
    "centralisation",
    "closeness",
    "core_number",
    "degree",
    "eigenvector",
    "pagerank",
    "strength",
]

Direction: TypeAlias = Literal["in", "out", "all"]
"""Which edges count: those that lead to a node, those that lead from it, or all."""

Parallel: TypeAlias = Literal["one", "several"]
"""Whether parallel edges are one path or several."""

_Centred: TypeAlias = Literal["degree", "betweenness", "closeness"]


def degree(graph: Network, direction: Direction = "all") -> dict[Node, int]:
    """Count the edges at each node (Freeman 1978/79, *Centrality in social networks: conceptual clarification*).

    Parallel edges each count. A self-loop has both its ends at the node: it counts two, one of them in and one out.

    Raises:
        Unmeasurable: there is no such direction.

    >>> import networkx as nx
    >>> appoints = nx.MultiDiGraph([("region", "board"), ("region", "board"), ("board", "region")])
    >>> degree(appoints)
    {'region': 3, 'board': 3}
    >>> degree(appoints, "out")
    {'region': 2, 'board': 1}
    """
    return {node: int(sum(weights)) for node, weights in _at_each(graph, None, direction).items()}


def strength(graph: Network, weight: str | None = "weight", direction: Direction = "all") -> dict[Node, float]:
    """Add the weights of the edges at each node: s(i) = Σ w(i, j), over all edges between *i* and each *j*.

    Barrat, Barthélemy, Pastor-Satorras & Vespignani (2004), *The architecture of complex weighted networks*. The
    weights of parallel edges add up, and a self-loop counts twice, as in :func:`degree`; with ``weight=None`` it is the
    degree.

    Raises:
        Unmeasurable: there is no such direction; an edge has no such weight, or one that is no finite number above
            zero; the weights add up to more than a floating-point number holds.

    >>> import networkx as nx
    >>> shared = nx.MultiGraph()
    >>> shared.add_weighted_edges_from([("a", "b", 2), ("a", "b", 1.5), ("b", "c", 1)])
    >>> strength(shared)
    {'a': 3.5, 'b': 4.5, 'c': 1.0}
    """
    try:
        return {node: math.fsum(weights) for node, weights in _at_each(graph, weight, direction).items()}
    except OverflowError:
        raise Unmeasurable(f"the {weight!r} of all edges add up to more than a number can hold") from None


def betweenness(
    graph: Network, *, parallel: Parallel = "one", directed: bool = True, normalised: bool = False
) -> dict[Node, float]:
    """Say how often each node lies on the shortest paths between two others.

    C(v) = Σ σ(s, t | v) / σ(s, t) over all pairs of nodes *s*, *t* other than *v*, where σ counts the shortest paths
    from *s* to *t*, and those among them that go through *v* (Freeman 1977, *A set of measures of centrality based on
    betweenness*). Paths follow the edges' directions unless *directed* is False. Without directions a pair counts once,
    and with them each way of it; pairs without a path add nothing. With *normalised* the sum is divided by the number
    of pairs: (n − 1)(n − 2), or half of it without directions; in a network of one or two nodes all scores are 0 either
    way.

    Parallel edges are one way to go with ``parallel="one"``, as in networkx; with ``parallel="several"`` each is a way
    of its own, as in igraph: a route that is backed by more edges then carries more (Brandes 2001, 2008).

    Raises:
        Unmeasurable: *parallel* is neither.

    >>> import networkx as nx
    >>> square = nx.MultiGraph([("a", "b"), ("b", "d"), ("a", "c"), ("a", "c"), ("c", "d")])
    >>> betweenness(square)
    {'a': 0.5, 'b': 0.5, 'd': 0.5, 'c': 0.5}
    >>> {node: round(score, 3) for node, score in betweenness(square, parallel="several").items()}
    {'a': 0.667, 'b': 0.333, 'd': 0.333, 'c': 0.667}
    """
    held_to(parallel, get_args(Parallel), "way to count parallel edges")
    counts = counted(graph, directed=directed)
    if parallel == "one":
        counts = {node: dict.fromkeys(others, 1) for node, others in counts.items()}
    once_each_way = directed and graph.is_directed()
    divisor = 1.0 if once_each_way else 2.0
    if normalised:
        divisor = float(max(1, (len(graph) - 1) * (len(graph) - 2)))
    return {node: score / divisor for node, score in dependencies(counts).items()}


def closeness(graph: Network, direction: Direction = "in") -> dict[Node, float]:
    """Say how few steps there are between each node and the others.

    C(v) = (r − 1) / (n − 1) · (r − 1) / Σ d, where *r* − 1 of the other *n* − 1 nodes have a path and d is the length
    of the shortest: the inverse of the mean distance (Freeman 1978/79), times the share of the network that it is
    about, so that a node of a small component is not taken for a central one (Wasserman & Faust 1994, *Social Network
    Analysis*, pp. 200–201). A node that has no path has 0.

    *direction* says which paths: ``"in"`` those that lead to the node, as in networkx; ``"out"`` those that lead from
    it; ``"all"`` leaves directions out.

    Raises:
        Unmeasurable: there is no such direction.

    >>> import networkx as nx
    >>> reports = nx.DiGraph([("group", "board"), ("board", "council")])
    >>> closeness(reports)
    {'group': 0.0, 'board': 0.5, 'council': 0.6666666666666666}
    >>> closeness(reports, "all")["board"]
    1.0
    """
    held_to(direction, get_args(Direction), "direction")
    plain = simple(graph, directed=direction != "all")
    if isinstance(plain, nx.DiGraph) and direction == "out":
        plain = plain.reverse(copy=False)
    return dict(nx.closeness_centrality(plain))


def eigenvector(graph: Network, *, weight: str | None = None, directed: bool = True) -> dict[Node, float]:
    """Say how central each node is by how central those are that it has edges with.

    The score is the eigenvector of the greatest eigenvalue, λ · x(v) = Σ w(u, v) · x(u), scaled to length 1 (Bonacich
    1972, *Factoring and weighting approaches to status scores and clique identification*). Parallel edges add up. In a
    directed network *u* is who has an edge to *v*: to be pointed at makes central, and pointing does not.

    A network in several parts has several such vectors. Without directions the answer is what one comes to by starting
    from equal scores: the component with the greatest eigenvalue has them all, those with the same one share, the rest
    have 0. With directions such an answer hangs on how far one goes, so each node must have a path to each other.

    Raises:
        Unmeasurable: there is no edge; the network is directed and not strongly connected; an edge has no such weight,
            or one that is no finite number above zero; the scores of a large network do not settle.
        MissingExtra: numpy or scipy is not installed (extra ``network``).

    >>> import networkx as nx
    >>> {node: round(score, 3) for node, score in eigenvector(nx.star_graph(["hub", "a", "b", "c"])).items()}
    {'hub': 0.707, 'a': 0.408, 'b': 0.408, 'c': 0.408}
    """
    matrix = laid_together(graph, weight, directed=directed)
    if not matrix:
        return {}
    if not any(matrix.values()):
        raise Unmeasurable("there is no edge, so that no node is central by another; leave this measure out")
    plain = simple(graph, directed=directed)
    symmetric = not isinstance(plain, nx.DiGraph)
    parts = [list(part) for part in components(plain, "strong")]
    if not symmetric and len(parts) > 1:
        raise Unmeasurable(
            f"the network has {len(parts)} strong components, and eigenvector centrality with directions is for one;"
            " leave directions out with directed=False, or ask for pagerank"
        )
    heaviest = max(number for row in matrix.values() for number in row.values())
    vectors = []
    for part in parts:
        place = {node: number for number, node in enumerate(part)}
        entries = {
            (place[target], place[node]): number / heaviest for node in part for target, number in matrix[node].items()
        }
        vectors.append((*dominant(len(part), entries, symmetric=symmetric), part))
    greatest = max(value for value, _, _ in vectors)
    scores = dict.fromkeys(matrix, 0.0)
    for value, vector, part in vectors:
        if math.isclose(value, greatest, rel_tol=1e-9):
            shared = math.fsum(vector)
            scores.update((node, score * shared) for node, score in zip(part, vector, strict=True))
    length = math.hypot(*scores.values())
    return {node: score / length for node, score in scores.items()}


def pagerank(
    graph: Network, *, damping: float = 0.85, weight: str | None = None, directed: bool = True
) -> dict[Node, float]:
    """Say where one who follows edges at random, and now and then starts anew anywhere, is found how often.

    P(v) = (1 − d) / n + d · Σ P(u) · w(u, v) / s(u), where s(u) is the strength out of *u* and *d* the *damping*; from
    a node without an edge out one starts anew (Brin & Page 1998, *The anatomy of a large-scale hypertextual web search
    engine*). Parallel edges add up, and the scores add up to 1. Without directions an edge is followed both ways.

    Computed with networkx, to within 1e-12 in all.

    Raises:
        Unmeasurable: the damping is not from 0 up to, and without, 1, or so near 1 that the scores do not settle; an
            edge has no such weight, or one that is no finite number above zero.
        MissingExtra: numpy or scipy is not installed (extra ``network``).

    >>> import networkx as nx
    >>> ranks = pagerank(nx.DiGraph([("a", "c"), ("b", "c"), ("c", "a")]))
    >>> {node: round(rank, 3) for node, rank in ranks.items()}
    {'a': 0.464, 'c': 0.486, 'b': 0.05}
    """
    if not 0 <= damping < 1:
        raise Unmeasurable(f"the damping is {damping!r}; it is a share from 0 up to, and without, 1 (usual: 0.85)")
    matrix = laid_together(graph, weight, directed=directed)
    if not matrix:
        return {}
    plain: nx.DiGraph[Node] = nx.DiGraph()
    plain.add_nodes_from(matrix)
    for source, row in matrix.items():
        heaviest = max(row.values(), default=1.0)
        plain.add_weighted_edges_from((source, target, number / heaviest) for target, number in row.items())
    try:
        # networkx stops when the scores change by less than its tolerance times the number of nodes.
        found = nx.pagerank(plain, alpha=damping, max_iter=20_000, tol=1e-13 / len(plain))
    except ImportError as missing:
        raise MissingExtra("scipy", "network") from missing
    except nx.PowerIterationFailedConvergence:
        raise Unmeasurable(f"with a damping of {damping!r} the scores do not settle; take one further from 1") from None
    return {node: float(found[node]) for node in graph}


def core_number(graph: Network) -> dict[Node, int]:
    """Say for each node the greatest *k* so that it is in the *k*-core.

    The *k*-core is the greatest part of the network where each node has edges with at least *k* others of the part
    (Seidman 1983, *Network structure and minimum degree*). It is about who has edges with whom: directions are left
    out, parallel edges are one, and self-loops are dropped.

    >>> import networkx as nx
    >>> core_number(nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "c"), ("d", "d")]))
    {'a': 2, 'b': 2, 'c': 2, 'd': 1}
    """
    return dict(nx.core_number(simple(graph, directed=False)))


@frozen
class Centralisation:
    """How much a network turns around its most central node, from 0 (all are alike) to 1 (as much as can be)."""

    measure: str
    """By what the nodes are central: degree, betweenness or closeness."""

    value: float
    """Σ (greatest score − score) as a share of the greatest such sum that any network of as many nodes has."""

    central: tuple[Node, ...]
    """The nodes with the greatest score."""

    nodes: int
    """How many nodes the network has."""

    def __str__(self) -> str:
        named = ", ".join(map(str, self.central[:3])) + (", …" if len(self.central) > 3 else "")
        return f"{self.measure} centralisation {self.value:.3f} of {self.nodes} nodes; most central: {named}"


def centralisation(graph: Network, measure: _Centred = "degree", direction: Direction = "all") -> Centralisation:
    """Say how much the network turns around its most central node.

    Σ (C⁺ − C(v)) / max Σ (C⁺ − C(v)), where C⁺ is the greatest score and the maximum is over all networks of *n* nodes
    (Freeman 1978/79, *Centrality in social networks: conceptual clarification*). A star has 1 and a ring 0. Freeman's
    networks are simple: parallel edges are one here and self-loops are dropped. The maxima:

    ===========  =========================  =================================
    measure      without directions         with directions (``in``, ``out``)
    ===========  =========================  =================================
    degree       (n − 1)(n − 2)             (n − 1)²
    betweenness  (n − 1)²(n − 2) / 2        (n − 1)²(n − 2)
    closeness    (n − 1)(n − 2) / (2n − 3)  n − 1
    ===========  =========================  =================================

    Without directions they are those of the star, with directions of the star whose edges all lead in (or out), for
    betweenness of the star with edges both ways. Closeness is that of :func:`closeness`, so that a network in several
    parts has a centralisation too, and the star still has the greatest. For betweenness ``"in"`` and ``"out"`` are the
    same.

    Raises:
        Unmeasurable: there is no such measure or direction; the network has fewer than three nodes.

    >>> import networkx as nx
    >>> print(centralisation(nx.star_graph(["hub", "a", "b", "c"]), "closeness"))
    closeness centralisation 1.000 of 4 nodes; most central: hub
    >>> centralisation(nx.cycle_graph(5), "betweenness").value
    0.0
    """
    held_to(measure, get_args(_Centred), "measure")
    held_to(direction, get_args(Direction), "direction")
    n = len(graph)
    if n < 3:
        raise Unmeasurable(f"the network has {n} nodes; from three on one of them can be more central than the rest")
    plain = simple(graph, directed=direction != "all")
    directed = plain.is_directed()
    scores: dict[Node, float]
    greatest: float
    if measure == "degree":
        scores = {node: float(number) for node, number in degree(plain, direction).items()}
        greatest = (n - 1) ** 2 if directed else (n - 1) * (n - 2)
    elif measure == "betweenness":
        scores = betweenness(plain)
        greatest = (n - 1) ** 2 * (n - 2) / (1 if directed else 2)
    else:
        scores = closeness(plain, direction)
        # Everett, Sinclair & Dankelmann (2004), Some centrality results new and old, for connected networks. A
        # component of k nodes has at most (k − 1)²(k − 2) / (2k − 3)(n − 1) from within and (n − k)(k − 1)/(n − 1) from
        # without; that sum grows with k.
        greatest = n - 1 if directed else (n - 1) * (n - 2) / (2 * n - 3)
    top = max(scores.values())
    value = math.fsum(top - score for score in scores.values()) / greatest
    central = [node for node, score in scores.items() if math.isclose(score, top, rel_tol=1e-9)]
    return Centralisation(measure, value, tuple(in_order(central)), n)


def _at_each(graph: Network, weight: str | None, direction: Direction) -> dict[Node, list[float]]:
    """List the weights of the edges at each node, those of undirected edges at both ends."""
    held_to(direction, get_args(Direction), "direction")
    both = direction == "all" or not graph.is_directed()
    found: dict[Node, list[float]] = {node: [] for node in graph}
    for source, target, number in ties(graph, weight):
        if both or direction == "out":
            found[source].append(number)
        if both or direction == "in":
            found[target].append(number)
    return found
