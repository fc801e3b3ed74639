"""Betweenness in a large network: all of it, or estimated from the ways out of some nodes, with the error told."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

import networkx as nx
from attrs import field, frozen

from idebur.errors import Unmeasurable
from idebur.graph.array_measures import chosen, matrix, networkit_on_one_thread
from idebur.graph.arrays import Ties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from idebur.graph.arrays import Indices, Numbers

__all__ = ["SampledBetweenness", "betweenness", "sampled_betweenness"]


def betweenness(ties: Ties, *, normalised: bool = False, engine: str | None = None) -> Numbers:
    """Tell how much of the shortest ways between all others leads through each node (Freeman 1977).

    ``b(v) = Σ_{s≠v≠t} σ_st(v)/σ_st``, ``σ_st`` being how many shortest ways lead from *s* to *t* and ``σ_st(v)`` how
    many of them through *v*; of undirected ties each pair counts once. *normalised* divides it by the number of such
    pairs, ``(n−1)(n−2)``, or half of it. Weights do not count, nor do loops; parallel ties are one way. Engines:
    ``networkx``, ``networkit`` (both as Brandes 2001; time grows with nodes times ties: see :func:`sampled_betweenness`
    for more than some ten thousands).

    >>> betweenness(Ties.from_edges([("Anna", "Bo"), ("Bo", "Cilla")])).tolist()
    [0.0, 1.0, 0.0]
    """
    import numpy as np

    how = chosen(engine, ties, "networkit")
    once = ties.merged(loops=False)
    if ties.n < 3 or len(once) == 0:
        return np.zeros(ties.n)
    if how == "networkx":
        found = nx.betweenness_centrality(once.to_networkx(parallel=False), normalized=normalised)
        return np.fromiter(found.values(), float, ties.n)
    with networkit_on_one_thread() as networkit:
        held = networkit.GraphFromCoo((once.source, once.target), n=ties.n, directed=ties.directed)
        sums = np.asarray(networkit.centrality.Betweenness(held).run().scores())
    if normalised:
        return sums / ((ties.n - 1) * (ties.n - 2))
    return sums if ties.directed else sums / 2


@frozen(eq=False)
class SampledBetweenness:
    """Betweenness (normalised) as estimated from the shortest ways out of some nodes.

    With the probability *confidence* none of the *values* is further than *error* from the exact one.
    """

    values: Numbers
    sources: tuple[int, ...] = field(repr=False)
    """The numbers of the nodes that the ways lead out of."""
    confidence: float
    error: float

    def __str__(self) -> str:
        return (
            f"betweenness of {len(self.values)} nodes from {len(self.sources)} sources: with a probability of "
            f"{self.confidence:.0%} every value is within {self.error:.2g} of the exact one"
        )


def sampled_betweenness(
    ties: Ties, *, sources: int, seed: int = 0, confidence: float = 0.95, engine: str | None = None
) -> SampledBetweenness:
    """Estimate :func:`betweenness` (normalised) from the ways out of so many *sources* (Brandes and Pich 2007).

    ``b(v) ≈ 1/k_v · Σ_s δ_s(v)/(n − 2)``, where ``δ_s(v)`` is the sum over all *t* of the share of shortest ways from
    *s* to *t* through *v*, and ``k_v`` the number of sources other than *v*; they are drawn without putting back, each
    node as likely. The sources are those that ``networkx`` draws with this *k* and *seed*, and so are the values (from
    its 3.6 on). With all nodes as sources the result is exact.

    The error is Hoeffding's (1963, theorem 1, and section 6 for draws without putting back) for *n* values at a time:
    ``√(ln(2n/(1 − confidence)) / 2(k − 1))``, each term being between 0 and 1. It is a bound: most values are much
    closer. Engines: ``networkx``, ``scipy``.

    Raises:
        Unmeasurable: fewer than two *sources* are asked for, or more than there are nodes.
    """
    import numpy as np

    if not 2 <= sources <= ties.n:
        raise Unmeasurable(f"of {ties.n} nodes one can draw from 2 to {ties.n} sources, and not {sources}")
    if not 0 < confidence < 1:
        raise Unmeasurable(f"a confidence is a probability between 0 and 1, and not {confidence}")
    drawn = random.Random(seed).sample(range(ties.n), sources)  # noqa: S311 - a sample, and no secret
    how = chosen(engine, ties, "scipy")
    if how == "networkx":
        graph = ties.merged(loops=False).to_networkx(parallel=False)
        names = list(graph)
        subset = nx.betweenness_centrality_subset(graph, [names[one] for one in drawn], names, normalized=False)
        sums = np.fromiter(subset.values(), float, ties.n) * (1 if ties.directed else 2)
    else:
        sums = _dependencies(ties, drawn)
    terms = np.full(ties.n, sources)
    terms[drawn] -= 1
    values = sums / (terms * max(1, ties.n - 2))
    if not np.isfinite(values).all():
        raise Unmeasurable("there are more shortest ways between some two nodes than a number can hold")
    error = 0.0 if sources == ties.n else math.sqrt(math.log(2 * ties.n / (1 - confidence)) / (2 * (sources - 1)))
    return SampledBetweenness(values, tuple(drawn), confidence, error)


def _dependencies(ties: Ties, sources: Sequence[int]) -> Numbers:
    """Add up ``δ_s`` over the sources, a whole ring of nodes at a time (Brandes 2001, algorithm 1)."""
    import numpy as np

    steps = matrix(ties, loops=False)
    starts, heads = steps.indptr.astype(np.int64), steps.indices.astype(np.int64)
    total = np.zeros(ties.n)
    slot = np.empty(ties.n, np.int64)
    for source in sources:
        total += _dependency(starts, heads, source, slot)
    return total


def _dependency(starts: Indices, heads: Indices, source: int, slot: Indices) -> Numbers:
    """``δ_s`` of all nodes; *slot* is room to work in, one cell a node."""
    import numpy as np

    n = len(slot)
    ways = np.zeros(n)
    ways[source] = 1
    seen = np.zeros(n, bool)
    seen[source] = True
    ring = np.array([source])
    rings = []
    while True:
        width = starts[ring + 1] - starts[ring]
        arcs = np.arange(width.sum()) + np.repeat(starts[ring] - np.cumsum(width) + width, width)
        head = heads[arcs]
        onward = ~seen[head]
        head, tail = head[onward], np.repeat(np.arange(len(ring)), width)[onward]
        if not len(head):
            break
        # Whoever is written last into a node's slot stands for it: each node of the next ring once, without sorting.
        count = np.arange(len(head))
        slot[head] = count
        following = head[slot[head] == count]
        slot[following] = np.arange(len(following))
        place = slot[head]
        seen[following] = True
        ways[following] = np.bincount(place, weights=ways[ring][tail], minlength=len(following))
        rings.append((ring, tail, place, following))
        ring = following
    depends = np.zeros(n)
    for ring, tail, place, following in reversed(rings):
        share = (1 + depends[following]) / ways[following]
        depends[ring] = ways[ring] * np.bincount(tail, weights=share[place], minlength=len(ring))
    depends[source] = 0
    return depends
