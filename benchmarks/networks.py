"""What it costs to measure a large network that is held as arrays, in units of ``networkx`` doing the same.

Each side is given the network in its own form: ours the arrays, ``networkx`` its graph, so that neither pays for
building it. What both find is compared first. ``--ties 200000`` measures another size than a million.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx
import numpy as np

from benchmarks.measure import Row, interleave, report
from idebur.graph.array_measures import communities, components, modularity, pagerank, projection
from idebur.graph.array_paths import sampled_betweenness
from idebur.graph.arrays import Ties

SOURCES = 3
"""So many sources betweenness is sampled from; both sides take as long for each."""

TOLERANCE = 1e-10
"""With that of ``networkx`` (1e-6 a node) a large network is done before it has begun."""


def heavy_tailed(nodes: int, ties: int, *, seed: int = 1, groups: int = 400, inside: float = 0.6) -> Ties:
    """Make a network of a few very large nodes and very many small ones, in groups; the same for the same seed.

    An end is drawn as likely as its node's rank to the power of -0.6, so that degrees fall off with an exponent of
    about 2.7 (Goh, Kahng and Kim 2001); *inside* of the ties stay in the group of their source. Some ties are parallel,
    and some are loops.
    """
    draw = np.random.default_rng(seed)
    shares = np.arange(10.0, nodes + 10) ** -0.6
    source, target = draw.permutation(nodes)[draw.choice(nodes, size=(2, ties), p=shares / shares.sum())]
    group = draw.integers(groups, size=nodes)
    by_group = np.argsort(group, kind="stable")
    start = np.searchsorted(group[by_group], np.arange(groups + 1))
    own = group[source]
    place = start[own] + (draw.random(ties) ** 2 * (start[own + 1] - start[own])).astype(np.int64)
    return Ties.from_arrays(source, np.where(draw.random(ties) < inside, by_group[place], target), n=nodes)


def memberships(parties: int, agreements: int, rows: int, *, seed: int = 1) -> Ties:
    """Make a table of who is party to what, heavy-tailed on both sides; the same for the same seed."""
    draw = np.random.default_rng(seed)
    who, what = (
        draw.choice(count, size=rows, p=shares / shares.sum())
        for count, shares in ((n, np.arange(10.0, n + 10) ** -0.4) for n in (parties, agreements))
    )
    return Ties.from_table({"party": who, "agreement": what + parties}, source="party", target="agreement")


class Both(NamedTuple):
    """What each side found, and the median of its seconds."""

    ours: Any
    theirs: Any
    median: Mapping[str, float]

    def row(self, what: str, budget: float) -> Row:
        """The line of the report."""
        return Row(what, "networkx", self.median["ours"] / self.median["theirs"], budget)


def _both(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 3) -> Both:
    """Let both sides work in turns."""
    found: dict[str, object] = {}

    def keeping(name: str, work: Callable[[], object]) -> Callable[[], object]:
        def done() -> None:
            found[name] = work()

        return done

    works = {"ours": keeping("ours", ours), "theirs": keeping("theirs", theirs)}
    median = interleave(works, rounds=rounds, warm=0)
    return Both(found["ours"], found["theirs"], median)


def measures(count: int) -> Iterator[Row]:
    """Ask the same of a large network both ways."""
    ties = heavy_tailed(count // 10, count)
    graph = ties.to_networkx(parallel=False)
    size = f"{count:,} ties"

    ranks = _both(lambda: pagerank(ties, tolerance=TOLERANCE), lambda: nx.pagerank(graph, tol=TOLERANCE))
    yield ranks.row(f"pagerank, {size}", 0.1)
    assert _apart(ranks.ours, ranks.theirs) < 1e-9

    parts = _both(lambda: components(ties), lambda: list(nx.connected_components(graph)), rounds=9)
    yield parts.row(f"components, {size}", 0.1)
    assert int(parts.ours.max()) + 1 == len(parts.theirs)

    between = _both(
        lambda: sampled_betweenness(ties, sources=SOURCES, seed=1).values,
        lambda: nx.betweenness_centrality(graph, k=SOURCES, seed=1),
    )
    yield between.row(f"betweenness from {SOURCES} sources, {size}", 0.1)
    assert _apart(between.ours, between.theirs) < 1e-9

    # Once, for networkx takes half a minute or more; so networkit is loaded before.
    communities(Ties.from_arrays([0], [1]), engine="networkit")
    groups = _both(lambda: communities(ties, seed=1), lambda: nx.community.louvain_communities(graph, seed=1), rounds=1)
    yield groups.row(f"communities, {size}", 0.1)
    theirs = np.empty(ties.n, np.int64)
    for number, group in enumerate(groups.theirs):
        theirs[list(group)] = number
    assert modularity(ties, groups.ours) > modularity(ties, theirs) - 0.01


def _apart(ours: Any, theirs: Mapping[int, float]) -> float:
    """How far apart the two sides are for the node for which they are furthest."""
    return float(np.abs(ours - np.array([theirs[node] for node in range(len(ours))])).max())


def projections() -> Iterator[Row]:
    """Project memberships onto the parties both ways."""
    ties = memberships(20_000, 3_000, 50_000)
    graph = ties.to_networkx(parallel=False)
    parties = [name for name in graph if isinstance(name, int) and name < 20_000]
    shared = _both(
        lambda: projection(ties, "source"), lambda: nx.bipartite.weighted_projected_graph(graph, parties), rounds=5
    )
    yield shared.row(f"projection of 50,000 memberships ({len(shared.ours):,} ties)", 0.05)
    assert len(shared.ours) == shared.theirs.number_of_edges()
    assert shared.ours.weights.sum() == shared.theirs.size(weight="weight")


def main() -> None:
    """Measure large networks against their budgets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ties", type=int, default=1_000_000)
    given, others = parser.parse_known_args()
    report([*measures(given.ties), *projections()], arguments=others)


if __name__ == "__main__":
    main()
