"""Whatever works it out, the same network gives the same numbers: our fast ways, ``networkx`` and ``igraph``."""

from __future__ import annotations

from collections import Counter
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from idebur.graph.array_measures import (
    communities,
    components,
    core_numbers,
    degree,
    modularity,
    pagerank,
    projection,
    strength,
)
from idebur.graph.array_paths import betweenness, sampled_betweenness
from idebur.graph.arrays import Ties

WEIGHTS = st.sampled_from([0.0, 0.5, 1.0, 2.0, 7.25])


@st.composite
def networks(draw: st.DrawFn, *, least: int = 1) -> Ties:
    """Small networks with loops, parallel ties, ties of no weight and nodes without a tie; shrinks to *least* nodes."""
    n = draw(st.integers(least, 9))
    node = st.integers(0, n - 1)
    pairs = draw(st.lists(st.tuples(node, node), max_size=24))
    weight = draw(st.none() | st.lists(WEIGHTS, min_size=len(pairs), max_size=len(pairs)))
    names = draw(st.none() | st.permutations([f"node {number}" for number in range(n)]))
    source, target = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return Ties.from_arrays(source, target, weight, n=n, names=names, directed=draw(st.booleans()))


@st.composite
def two_modes(draw: st.DrawFn) -> tuple[Ties, np.ndarray[Any, Any]]:
    """Who belongs to what, some to nothing and some twice, with whether each node is one that belongs."""
    people, groups = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    pairs = draw(st.lists(st.tuples(st.integers(0, people - 1), st.integers(0, groups - 1)), max_size=18))
    # Some are written the other way round, so that a mode is not a column.
    turned = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    ends = [(people + g, p) if turn else (p, people + g) for (p, g), turn in zip(pairs, turned, strict=True)]
    ties = Ties.from_arrays([end[0] for end in ends], [end[1] for end in ends], n=people + groups)
    return ties, np.arange(people + groups) < people


def in_igraph(ties: Ties) -> igraph.Graph:
    """The same network in a library that shares no code with ours."""
    pairs = list(zip(ties.source.tolist(), ties.target.tolist(), strict=True))
    return igraph.Graph(n=ties.n, edges=pairs, directed=ties.directed)


def simple(ties: Ties) -> nx.Graph[Any]:
    return Ties.from_networkx(ties.to_networkx()).merged(loops=False).to_networkx(parallel=False)


def in_order(ties: Ties, values: Any) -> list[Any]:
    names = range(ties.n) if ties.names is None else ties.names
    return [values[name] for name in names]


def groups_of(labels: Any) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist())}


@given(networks())
def test_what_went_to_networkx_comes_back(ties: Ties) -> None:
    """Nodes in order, and every tie with its direction and weight; undirected ones may come back turned."""
    back = Ties.from_networkx(ties.to_networkx())
    assert back.names == (ties.names if ties.names is not None else tuple(range(ties.n)))
    assert back.directed == ties.directed
    assert _bag(back) == _bag(ties)


def _bag(ties: Ties) -> Counter[tuple[Any, ...]]:
    rows = zip(ties.source.tolist(), ties.target.tolist(), ties.weights.tolist(), strict=True)
    return Counter((s, t, w) if ties.directed else (min(s, t), max(s, t), w) for s, t, w in rows)


@given(networks())
def test_merging_keeps_the_weight_between_any_two(ties: Ties) -> None:
    between: Counter[tuple[int, int]] = Counter()
    for (source, target, weight), times in _bag(ties).items():
        between[source, target] += weight * times
    once = ties.merged()
    found = dict(zip(zip(once.source.tolist(), once.target.tolist(), strict=True), once.weights.tolist(), strict=True))
    assert found == pytest.approx(dict(between))
    assert once.merged() == once


@given(networks())
def test_degree_and_strength_are_those_of_networkx(ties: Ties) -> None:
    graph: Any = ties.to_networkx()
    assert degree(ties).tolist() == in_order(ties, dict(graph.degree()))
    assert strength(ties).tolist() == pytest.approx(in_order(ties, dict(graph.degree(weight="weight"))))
    if ties.directed:
        assert degree(ties, direction="in").tolist() == in_order(ties, dict(graph.in_degree()))
        assert degree(ties, direction="out").tolist() == in_order(ties, dict(graph.out_degree()))


@given(networks(), st.sampled_from([0.0, 0.5, 0.85]))
def test_pagerank_is_that_of_networkx(ties: Ties, damping: float) -> None:
    """Also with nodes that lead nowhere, which undirected ties of no weight make too."""
    found = nx.pagerank(ties.to_networkx(), alpha=damping, tol=1e-9, max_iter=500)
    for engine in ("scipy", "networkx"):
        ranks = pagerank(ties, damping=damping, tolerance=1e-9, rounds=500, engine=engine)
        assert ranks == pytest.approx(in_order(ties, found), abs=1e-12)
        assert ranks.sum() == pytest.approx(1)


@given(networks())
def test_pagerank_stops_in_the_same_round_as_networkx(ties: Ties) -> None:
    """With the tolerance as it is set: closer than the tolerance itself, so that both stopped together."""
    found = in_order(ties, nx.pagerank(ties.to_networkx()))
    assert pagerank(ties, tolerance=1e-6, engine="scipy") == pytest.approx(found, abs=1e-12)


@given(networks(), st.booleans())
def test_components_are_those_of_igraph(ties: Ties, strong: bool) -> None:
    mode = "strong" if strong else "weak"
    oracle = {frozenset(one) for one in in_igraph(ties).connected_components(mode=mode)}
    for engine in ("scipy", "networkx"):
        assert groups_of(components(ties, strong=strong, engine=engine)) == oracle


@given(networks())
def test_groups_are_numbered_from_the_largest_and_then_from_the_first(ties: Ties) -> None:
    labels = components(ties, engine="scipy")
    kinds = sorted(groups_of(labels), key=lambda group: (-len(group), min(group)))
    assert [set(labels[list(group)].tolist()) for group in kinds] == [{number} for number in range(len(kinds))]
    assert labels.tolist() == components(ties, engine="networkx").tolist()


@given(networks())
def test_core_numbers_are_those_of_igraph(ties: Ties) -> None:
    oracle = in_igraph(ties.undirected()).simplify().coreness()
    for engine in ("networkit", "networkx"):
        assert core_numbers(ties, engine=engine).tolist() == oracle


@given(networks(), st.booleans())
def test_betweenness_is_that_of_igraph(ties: Ties, normalized: bool) -> None:
    graph = in_igraph(ties).simplify()
    pairs = (ties.n - 1) * (ties.n - 2) / (1 if ties.directed else 2)
    oracle = np.array(graph.betweenness()) / (pairs if normalized and pairs > 0 else 1)
    for engine in ("networkit", "networkx"):
        assert betweenness(ties, normalised=normalized, engine=engine) == pytest.approx(oracle, abs=1e-9)


@given(networks(least=2))
def test_with_all_nodes_as_sources_betweenness_is_exact(ties: Ties) -> None:
    for engine in ("scipy", "networkx"):
        sampled = sampled_betweenness(ties, sources=ties.n, engine=engine)
        assert sampled.values == pytest.approx(betweenness(ties, normalised=True, engine="networkx"), abs=1e-9)
        assert sampled.error == 0


@given(networks(least=3), st.data(), st.integers(0, 99))
def test_a_sample_is_the_same_in_both_engines(ties: Ties, data: st.DataObject, seed: int) -> None:
    sources = data.draw(st.integers(2, ties.n - 1))
    ours, theirs = (sampled_betweenness(ties, sources=sources, seed=seed, engine=one) for one in ("scipy", "networkx"))
    assert ours.sources == theirs.sources
    assert ours.values == pytest.approx(theirs.values, abs=1e-9)


@given(networks(least=3), st.data(), st.integers(0, 99))
@pytest.mark.skipif(tuple(map(int, nx.__version__.split(".")[:2])) < (3, 6), reason="it scaled otherwise before 3.6")
def test_a_sample_is_that_of_networkx(ties: Ties, data: st.DataObject, seed: int) -> None:
    sources = data.draw(st.integers(2, ties.n - 1))
    oracle = in_order(ties, nx.betweenness_centrality(simple(ties), k=sources, seed=seed))
    assert sampled_betweenness(ties, sources=sources, seed=seed, engine="scipy").values == pytest.approx(
        oracle, abs=1e-9
    )


@given(networks(), st.sampled_from([0.5, 1.0, 2.0]), st.data())
def test_modularity_is_that_of_networkx(ties: Ties, resolution: float, data: st.DataObject) -> None:
    labels = np.array(data.draw(st.lists(st.integers(0, 3), min_size=ties.n, max_size=ties.n)))
    assume(ties.weights.sum())
    numbered = Ties(ties.source, ties.target, ties.weights, ties.n, None, False).to_networkx()
    groups = [set(group) for group in groups_of(labels)]
    oracle = nx.community.modularity(numbered, groups, resolution=resolution)
    assert modularity(ties, labels, resolution=resolution) == pytest.approx(oracle, abs=1e-9)


@given(networks(), st.integers(0, 5))
def test_communities_are_never_worse_than_no_division_nor_differ_with_one_seed(ties: Ties, seed: int) -> None:
    """All in one group has the modularity 0, and no good division has less; no group spans two components."""
    for engine in ("networkit", "networkx"):
        labels = communities(ties, seed=seed, engine=engine)
        assert labels.tolist() == communities(ties, seed=seed, engine=engine).tolist()
        if ties.weights.sum():
            assert modularity(ties, labels) >= -1e-9
        parts = components(ties, engine="scipy")
        assert all(len(set(parts[list(group)].tolist())) == 1 for group in groups_of(labels))


@given(two_modes(), st.sampled_from(["shared", "newman"]))
def test_a_projection_is_that_of_networkx_and_of_the_definition(given: tuple[Ties, Any], counts: str) -> None:
    ties, kept = given
    belongs: dict[int, set[int]] = {node: set() for node in np.flatnonzero(kept).tolist()}
    members: Counter[int] = Counter()
    for one, other in set(zip(ties.source.tolist(), ties.target.tolist(), strict=True)):
        person, group = (one, other) if kept[one] else (other, one)
        members[group] += group not in belongs[person]
        belongs[person].add(group)
    oracle = {
        (one, other): sum(1.0 if counts == "shared" else 1 / (members[group] - 1) for group in common)
        for one in belongs
        for other in belongs
        if one < other and (common := belongs[one] & belongs[other])
    }
    for engine in ("scipy", "networkx"):
        found = projection(ties, kept, counts=counts, engine=engine)
        assert found.names == tuple(belongs)
        rows = zip(found.source.tolist(), found.target.tolist(), found.weights.tolist(), strict=True)
        assert {(source, target): weight for source, target, weight in rows} == pytest.approx(oracle)
        assert len(found) == len(oracle)
