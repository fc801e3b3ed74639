"""What one asks of a large network: rank, groups, components, degrees, cores, and what its two modes share.

Each answer is an array in the order of the nodes; :meth:`Ties.named` gives the names to it. Where a measure has an
*engine* one may name it; ``None`` takes ``networkx`` up to :data:`FEW` ties and the fast one above. All engines give
the same (communities: a division as good, not the same one). The extra ``network`` brings the fast ones, SciPy and
networkit.

Every measure is worked out on one thread, so that it gives the same digits on every machine with the same libraries.
An empty network gives empty answers.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import networkx as nx

from idebur.errors import MissingExtra, UnknownKey, Unmeasurable
from idebur.graph.arrays import Ties

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from idebur.graph.arrays import Indices, Numbers

__all__ = [
    "FEW",
    "communities",
    "components",
    "core_numbers",
    "degree",
    "modularity",
    "pagerank",
    "projection",
    "strength",
]

FEW = 2_000
"""Up to so many ties a measure is left to ``networkx``, unless an engine is named."""


def chosen(engine: str | None, ties: Ties, fast: str) -> str:
    """Name the engine: the one that was asked for, or by the number of ties ``networkx`` or *fast*.

    Raises:
        UnknownKey: this measure is not worked out by such an engine.
    """
    if engine is None:
        return "networkx" if len(ties) <= FEW else fast
    if engine not in ("networkx", fast):
        raise UnknownKey(engine, "engine of this measure", ("networkx", fast))
    return engine


def sparse() -> Any:
    """SciPy's sparse matrices.

    Raises:
        MissingExtra: SciPy is not installed.
    """
    try:
        import scipy.sparse
    except ImportError as cause:
        raise MissingExtra("scipy", "network") from cause
    return scipy.sparse


@contextmanager
def networkit_on_one_thread() -> Iterator[Any]:
    """Lend networkit, held to one thread meanwhile: with several it adds up in another order each time.

    Raises:
        MissingExtra: networkit is not installed.
    """
    try:
        import networkit
    except ImportError as cause:
        raise MissingExtra("networkit", "network") from cause
    threads = networkit.getMaxNumberOfThreads()
    networkit.setNumberOfThreads(1)
    try:
        yield networkit
    finally:
        networkit.setNumberOfThreads(threads)


def matrix(ties: Ties, *, loops: bool = True) -> Any:
    """The adjacency matrix in SciPy's CSR form, row to column; parallel ties add up and a loop stands there once."""
    import numpy as np

    once = ties.merged(loops=loops)
    source, target, weight = once.source, once.target, once.weights
    if not ties.directed:
        proper = source != target
        source, target, weight = (
            np.concatenate((source, target[proper])),
            np.concatenate((target, source[proper])),
            np.concatenate((weight, weight[proper])),
        )
    return sparse().csr_array((weight, (source, target)), shape=(ties.n, ties.n))


def degree(ties: Ties, *, direction: str = "all") -> Indices:
    """Count the ties of each node: those that lead ``in``, those that lead ``out``, or ``all``.

    Parallel ties count each; a loop counts twice, once at either end. In an undirected network no tie leads anywhere,
    and every direction gives the same (Wasserman and Faust 1994, sections 4.1 and 4.3).

    >>> degree(Ties.from_edges([("Anna", "Bo"), ("Bo", "Cilla")])).tolist()
    [1, 2, 1]
    """
    counts: Indices = _ends(ties, direction, None)
    return counts


def strength(ties: Ties, *, direction: str = "all") -> Numbers:
    """Add up the weights of each node's ties, counted as :func:`degree` does (Barrat et al. 2004, PNAS 101, eq. 2)."""
    sums: Numbers = _ends(ties, direction, ties.weights)
    return sums


def _ends(ties: Ties, direction: str, weight: Numbers | None) -> Any:
    import numpy as np

    if direction not in ("all", "in", "out"):
        raise UnknownKey(direction, "direction", ("all", "in", "out"))
    ends = {"out": [ties.source], "in": [ties.target]}.get(
        direction if ties.directed else "all", [ties.source, ties.target]
    )
    return sum(np.bincount(end, weights=weight, minlength=ties.n) for end in ends)


def pagerank(
    ties: Ties, *, damping: float = 0.85, tolerance: float = 1e-12, rounds: int = 500, engine: str | None = None
) -> Numbers:
    """Rank nodes by where one who walks along ties at random is found (Page, Brin, Motwani and Winograd 1999).

    ``x = damping · (Sᵀx + share of the nodes without a way out) + (1 − damping)/n``, where ``S`` follows a tie with the
    probability of its weight; from a node without a way out one goes on anywhere. It is iterated as ``networkx`` does,
    and with the same meaning of *tolerance*: until a round changes all ranks together by less than ``n · tolerance``.
    The ranks sum to 1, so that a large network wants a small one: with a million nodes the 1e-6 of ``networkx`` would
    stop at once.

    Parallel ties add up, and a loop is a tie like any other: in an undirected network it is followed once, as
    ``networkx`` does; :func:`idebur.graph.measures.pagerank` follows both its ends, as igraph does. Engines:
    ``networkx``, ``scipy``.

    Raises:
        Unmeasurable: after so many *rounds* it still changes, or *damping* is not between 0 and 1.
    """
    if not 0 <= damping < 1:
        raise Unmeasurable(f"damping is a probability from 0 to less than 1, and not {damping}")
    import numpy as np

    if ties.n == 0:
        return np.zeros(0)
    if chosen(engine, ties, "scipy") == "networkx":
        try:
            ranked = nx.pagerank(ties.to_networkx(parallel=False), alpha=damping, tol=tolerance, max_iter=rounds)
        except nx.PowerIterationFailedConvergence as cause:
            raise _still_changing(rounds) from cause
        return np.fromiter(ranked.values(), float, ties.n)
    steps = matrix(ties)
    out = steps.sum(axis=1)
    stuck = out == 0
    rate = np.divide(1.0, out, out=np.zeros(ties.n), where=~stuck)
    back = (sparse().diags_array(rate) @ steps).T.tocsr()
    rank: Numbers = np.full(ties.n, 1 / ties.n)
    for _ in range(rounds):
        last = rank
        rank = damping * (back @ last + last[stuck].sum() / ties.n) + (1 - damping) / ties.n
        if np.abs(rank - last).sum() < ties.n * tolerance:
            return rank
    raise _still_changing(rounds)


def _still_changing(rounds: int) -> Unmeasurable:
    return Unmeasurable(f"after {rounds} rounds the ranks still change; allow more rounds or a larger tolerance")


def components(ties: Ties, *, strong: bool = False, engine: str | None = None) -> Indices:
    """Number the components, from 0 for the largest (the one with the earliest node, of two as large).

    Two nodes are in one component where some way leads from the one to the other, in whichever direction its ties go;
    in one *strong* component, where one leads there and one back. Engines: ``networkx``, ``scipy``.

    >>> components(Ties.from_edges([("Anna", "Bo"), ("Cilla", "David"), ("David", "Eva")])).tolist()
    [1, 1, 0, 0, 0]
    """
    how = chosen(engine, ties, "scipy")
    if ties.n == 0:
        return ties.source
    if how == "networkx":
        graph: Any = ties.to_networkx(parallel=False)
        if not ties.directed:
            found = nx.connected_components(graph)
        else:
            found = nx.strongly_connected_components(graph) if strong else nx.weakly_connected_components(graph)
        return _numbered(_labels(ties, found))
    sparse()
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    kind = "strong" if strong and ties.directed else "weak"
    ends = sparse().coo_array((np.ones(len(ties)), (ties.source, ties.target)), shape=(ties.n, ties.n))
    # Not to sum parallel ties saves a third of the time. The search for weak components takes up a node once, however
    # often a tie leads to it; that for strong ones (SciPy 1.17) would never end.
    ends.has_canonical_format = kind == "weak"
    steps = ends.tocsr()
    return _numbered(connected_components(steps, directed=True, connection=kind)[1])


def core_numbers(ties: Ties, *, engine: str | None = None) -> Indices:
    """Give each node the largest *k* of a part of the network in which all have *k* neighbours (Seidman 1983).

    Of nodes, not ties: direction does not count, nor do parallel ties or loops. Engines: ``networkx``, ``networkit``
    (both as Batagelj and Zaversnik 2003).

    >>> core_numbers(Ties.from_edges(["ab", "bc", "ca", "cd"])).tolist()
    [2, 2, 2, 1]
    """
    import numpy as np

    once = ties.undirected().merged(loops=False)
    how = chosen(engine, ties, "networkit")
    if len(once) == 0:
        return np.zeros(ties.n, np.int64)
    if how == "networkx":
        return np.fromiter(nx.core_number(once.to_networkx(parallel=False)).values(), np.int64, ties.n)
    with networkit_on_one_thread() as networkit:
        held = networkit.GraphFromCoo((once.source, once.target), n=ties.n)
        found = networkit.centrality.CoreDecomposition(held, enforceBucketQueueAlgorithm=True).run()
        return np.asarray(found.scores()).astype(np.int64)


def communities(ties: Ties, *, resolution: float = 1.0, seed: int = 0, engine: str | None = None) -> Indices:
    """Divide a network where its modularity is high (Blondel et al. 2008, "Louvain"), numbered as :func:`components`.

    Direction does not count; parallel ties add up; loops count as in :func:`modularity`; ties that weigh nothing bind
    nobody. The same *seed* gives the same division with the same engine, however many processors there are. Of very
    many good divisions it finds one: another engine, or seed, finds another, about as good. networkit's seed, which it
    keeps for all of a process, is set to this one. Engines: ``networkx``, ``networkit``.

    >>> communities(Ties.from_edges(["ab", "bc", "ca", "cd", "de", "ef", "fd"])).tolist()
    [0, 0, 0, 1, 1, 1]
    """
    import numpy as np

    if resolution <= 0:
        raise Unmeasurable(f"the resolution is a number above 0, and not {resolution}")
    how = chosen(engine, ties, "networkit")
    once = _heavy(ties.undirected().merged())
    if len(once) == 0:
        return np.arange(ties.n)
    if how == "networkx":
        graph = once.to_networkx(parallel=False)
        return _numbered(_labels(ties, nx.community.louvain_communities(graph, resolution=resolution, seed=seed)))
    with networkit_on_one_thread() as networkit:
        held = networkit.GraphFromCoo((once.weight, (once.source, once.target)), n=ties.n, weighted=True)
        networkit.setSeed(seed, False)
        louvain = networkit.community.PLM(held, refine=True, gamma=resolution, par="none randomized").run()
        return _numbered(np.asarray(louvain.getPartition().getVector()).astype(np.int64))


def _heavy(ties: Ties) -> Ties:
    """Without the ties that weigh nothing."""
    if ties.weight is None or ties.weight.all():
        return ties
    counts = ties.weight > 0
    return Ties(ties.source[counts], ties.target[counts], ties.weight[counts], ties.n, ties.names, ties.directed)


def modularity(ties: Ties, labels: ArrayLike, *, resolution: float = 1.0) -> float:
    """Tell by how much more a division holds ties inside its groups than chance would (Newman 2006, PNAS 103, eq. 4).

    ``Q = Σ_c (L_c/m − resolution · (d_c/2m)²)``, ``L_c`` the weight of the ties inside a group, ``d_c`` the strength of
    its nodes, to which a loop counts twice, ``m`` the weight of all ties. Direction does not count.

    Raises:
        Unmeasurable: there are no ties, or not one label a node.
    """
    import numpy as np

    groups = np.unique(np.asarray(labels), return_inverse=True)[1]
    if groups.shape != (ties.n,):
        raise Unmeasurable(f"{ties.n} nodes have {groups.size} labels")
    strengths = strength(ties.undirected())
    twice = float(strengths.sum())
    if twice == 0:
        raise Unmeasurable("modularity compares ties inside groups with all ties, and there are none")
    inside = groups[ties.source] == groups[ties.target]
    held = float(inside.sum() if ties.weight is None else ties.weight[inside].sum())
    totals = np.bincount(groups, weights=strengths)
    return held / (twice / 2) - resolution * float(((totals / twice) ** 2).sum())


def _labels(ties: Ties, groups: Any) -> Indices:
    """Sets of names as a number for each node."""
    place: dict[Hashable, int] = {name: number for number, group in enumerate(groups) for name in group}
    names = range(ties.n) if ties.names is None else ties.names
    import numpy as np

    return np.array([place[name] for name in names], dtype="int64")


def _numbered(labels: NDArray[Any]) -> Indices:
    """The same groups, numbered by size from the largest, then by their first node."""
    import numpy as np

    _, first, place, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return rank[place]


def projection(ties: Ties, onto: ArrayLike | str, *, counts: str = "shared", engine: str | None = None) -> Ties:
    """Tie two nodes of one mode to each other that have a neighbour of the other mode in common.

    *onto* is ``"source"`` or ``"target"``, the column of the nodes to keep, or an array that says of each node whether
    it is of the mode that is kept (those without a tie stand in no column). The weight *counts*

    - ``shared``: how many neighbours they share (as ``networkx``'s ``weighted_projected_graph``), or
    - ``newman``: ``Σ 1/(d − 1)`` over these, *d* being how many each of them has itself: what two meet in among many
      binds them less (Newman 2001, Physical Review E 64, 016132, eq. 2).

    To belong twice is to belong; weights and directions of the two-mode network do not count. Engines: ``networkx``,
    ``scipy``.

    Raises:
        Unmeasurable: a tie has both ends in one mode.
        UnknownKey: *onto* or *counts* is no such word.

    >>> seats = Ties.from_edges([("Anna", "board"), ("Bo", "board"), ("Bo", "council"), ("Cilla", "council")])
    >>> shared = projection(seats, "source")
    >>> shared.names, shared.source.tolist(), shared.target.tolist(), shared.weight.tolist()
    (('Anna', 'Bo', 'Cilla'), [0, 1], [1, 2], [1.0, 1.0])
    """
    import numpy as np

    if counts not in ("shared", "newman"):
        raise UnknownKey(counts, "rule of projection", ("shared", "newman"))
    kept = _mode(ties, onto)
    wrong = np.flatnonzero(kept[ties.source] == kept[ties.target])
    if len(wrong):
        names: Any = range(ties.n) if ties.names is None else ties.names
        ends = names[int(ties.source[wrong[0]])], names[int(ties.target[wrong[0]])]
        raise Unmeasurable(f"{ends[0]!r} and {ends[1]!r} are tied and of the same mode (ties like that: {len(wrong)})")
    nodes = np.flatnonzero(kept)
    named = tuple(nodes.tolist() if ties.names is None else (ties.names[node] for node in nodes.tolist()))
    if chosen(engine, ties, "scipy") == "networkx":
        return _projected_by_networkx(ties, nodes, named, counts)
    place = np.cumsum(kept) - 1
    other = np.cumsum(~kept) - 1
    member = np.where(kept[ties.source], ties.source, ties.target)
    group = np.where(kept[ties.source], ties.target, ties.source)
    belongs = sparse().csr_array(
        (np.ones(len(ties)), (place[member], other[group])), shape=(len(nodes), ties.n - len(nodes))
    )
    belongs.sum_duplicates()
    belongs.data[:] = 1.0
    scaled = belongs
    if counts == "newman":
        size = np.asarray(belongs.sum(axis=0)).ravel()
        scaled = belongs @ sparse().diags_array(np.divide(1.0, size - 1, out=np.zeros(len(size)), where=size > 1))
    both = sparse().triu(scaled @ belongs.T, k=1, format="coo")
    row, column = (array.astype(np.int64) for array in (both.row, both.col))
    order = np.lexsort((column, row))
    return Ties(row[order], column[order], both.data[order], len(nodes), named, directed=False)


def _mode(ties: Ties, onto: ArrayLike | str) -> NDArray[Any]:
    """Whether each node is of the mode that is kept."""
    import numpy as np

    if isinstance(onto, str):
        if onto not in ("source", "target"):
            raise UnknownKey(onto, "column", ("source", "target"))
        kept = np.zeros(ties.n, bool)
        kept[ties.source if onto == "source" else ties.target] = True
        return kept
    kept = np.asarray(onto)
    if kept.dtype.kind != "b" or kept.shape != (ties.n,):
        raise Unmeasurable(f"say of each of the {ties.n} nodes, by True or False, whether it is kept")
    return kept


def _projected_by_networkx(ties: Ties, nodes: Indices, named: tuple[Hashable, ...], counts: str) -> Ties:
    if len(nodes) == ties.n:  # networkx refuses what has one mode only; without the other nobody shares anything
        return Ties([], [], [], len(nodes), named, directed=False)
    graph = ties.undirected().to_networkx(parallel=False)
    bipartite = nx.bipartite
    work = (
        bipartite.weighted_projected_graph if counts == "shared" else bipartite.collaboration_weighted_projected_graph
    )
    return Ties.from_networkx(work(graph, named)).merged()
