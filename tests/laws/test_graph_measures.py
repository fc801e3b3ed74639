"""Measures of networks against igraph, which is written by others in another language, and against their own laws."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from idebur.errors import Unmeasurable
from idebur.graph.measures.bipartite import count_projection, density, newman_projection, redundancy, sides
from idebur.graph.measures.centrality import (
    Direction,
    betweenness,
    centralisation,
    closeness,
    core_number,
    degree,
    eigenvector,
    pagerank,
    strength,
)
from idebur.graph.measures.groups import communities, components, modularity

numpy = pytest.importorskip("numpy", reason="numpy is not installed: extra network")
pytest.importorskip("scipy", reason="scipy is not installed: extra network")
igraph = pytest.importorskip("igraph", reason="igraph is the oracle: requirements/test.txt")

DIRECTIONS = st.sampled_from(["in", "out", "all"])
EITHER = st.booleans()
WEIGHTS = st.sampled_from([0.25, 0.5, 1, 2, 3, 7])


@frozen
class Drawn:
    """A multigraph with weights, self-loops and isolated nodes: for networkx, and for igraph."""

    size: int
    edges: tuple[tuple[int, int, float], ...]
    directed: bool

    @property
    def ours(self) -> nx.Graph[Any]:
        graph: nx.Graph[Any] = nx.MultiDiGraph() if self.directed else nx.MultiGraph()
        graph.add_nodes_from(range(self.size))
        graph.add_weighted_edges_from(self.edges)
        return graph

    @property
    def theirs(self) -> Any:
        graph = igraph.Graph(self.size, [edge[:2] for edge in self.edges], directed=self.directed)
        graph.es["weight"] = [weight for _, _, weight in self.edges]
        return graph


@st.composite
def networks(
    draw: st.DrawFn,
    *,
    least: int = 0,
    most: int = 7,
    loops: bool = True,
    directed: st.SearchStrategy[bool] = EITHER,
) -> Drawn:
    """Multigraphs of up to *most* nodes; shrinks towards one without nodes."""
    size = draw(st.integers(least, most))
    ends = st.tuples(st.integers(0, max(0, size - 1)), st.integers(0, max(0, size - 1)), WEIGHTS)
    edges = draw(st.lists(ends, max_size=16)) if size else []
    held = tuple(edge for edge in edges if loops or edge[0] != edge[1])
    return Drawn(size, held, draw(directed))


@st.composite
def two_mode(draw: st.DrawFn) -> nx.MultiDiGraph[Any]:
    """Two-mode networks with a node on each side at the least, edges in both directions, and parallel ones."""
    ours, others = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_nodes_from(range(ours), bipartite=0)
    graph.add_nodes_from(range(ours, ours + others), bipartite=1)
    for one, other, turned in draw(
        st.lists(st.tuples(st.integers(0, ours - 1), st.integers(ours, ours + others - 1), st.booleans()), max_size=16)
    ):
        graph.add_edge(*((other, one) if turned else (one, other)))
    return graph


def _same(found: Mapping[Hashable, float], told: list[float], tolerance: float = 1e-9) -> None:
    assert [found[node] for node in range(len(told))] == pytest.approx(told, rel=tolerance, abs=tolerance)


@given(networks(), DIRECTIONS)
def test_degree_and_strength_are_those_of_igraph(drawn: Drawn, direction: Direction) -> None:
    _same(degree(drawn.ours, direction), drawn.theirs.degree(mode=direction))
    _same(strength(drawn.ours, "weight", direction), drawn.theirs.strength(mode=direction, weights="weight"))


@given(networks(), st.booleans())
def test_betweenness_with_parallel_edges_as_several_paths_is_that_of_igraph(drawn: Drawn, directed: bool) -> None:
    _same(betweenness(drawn.ours, parallel="several", directed=directed), drawn.theirs.betweenness(directed=directed))


@given(networks(), st.booleans())
def test_betweenness_with_parallel_edges_as_one_path_is_that_of_the_simple_network(
    drawn: Drawn, directed: bool
) -> None:
    """What igraph has for the network without parallel edges, and networkx for the network as it is."""
    theirs = drawn.theirs if directed else drawn.theirs.as_undirected(mode="each")
    found = betweenness(drawn.ours, directed=directed)
    _same(found, theirs.simplify().betweenness())
    if directed or not drawn.directed:
        _same(found, list(nx.betweenness_centrality(drawn.ours, normalized=False).values()))


@given(networks(loops=False))
def test_without_parallel_edges_the_two_ways_to_count_them_are_one(drawn: Drawn) -> None:
    simple = nx.DiGraph(drawn.ours) if drawn.directed else nx.Graph(drawn.ours)
    assert betweenness(simple) == betweenness(simple, parallel="several")


@given(networks(), DIRECTIONS)
def test_closeness_is_the_mean_distance_in_igraph_times_the_share_that_is_reached(
    drawn: Drawn, direction: Direction
) -> None:
    told = []
    for row in drawn.theirs.distances(mode=direction):
        reached = [steps for steps in row if 0 < steps < math.inf]
        told.append(len(reached) ** 2 / sum(reached) / (drawn.size - 1) if reached else 0.0)
    _same(closeness(drawn.ours, direction), told)


@given(networks(), st.sampled_from([None, "weight"]), st.booleans())
def test_eigenvector_scores_solve_the_equation_that_defines_them(
    drawn: Drawn, weight: str | None, directed: bool
) -> None:
    """A vector without negatives, of length 1, with A x = λ x, where λ is the greatest of all eigenvalues."""
    graph = drawn.ours
    try:
        scores = eigenvector(graph, weight=weight, directed=directed)
    except Unmeasurable:
        along = directed and drawn.directed
        assert not drawn.edges or (along and len(components(graph, "strong")) > 1)
        return
    if not graph:
        assert scores == {}
        return
    matrix = numpy.zeros((drawn.size, drawn.size))
    for source, target, number in drawn.edges:
        matrix[target, source] += number if weight else 1
        if not (directed and drawn.directed):
            matrix[source, target] += number if weight else 1
    vector = numpy.array([scores[node] for node in range(drawn.size)])
    greatest = max(abs(numpy.linalg.eigvals(matrix)))
    assert math.hypot(*vector) == pytest.approx(1)
    assert min(vector) >= 0
    assert list(matrix @ vector) == pytest.approx(list(greatest * vector), abs=1e-7)


@given(networks(least=2, directed=st.just(False)))
def test_eigenvector_scores_of_a_connected_network_are_those_of_igraph(drawn: Drawn) -> None:
    if len(components(drawn.ours)) > 1:
        return
    told = drawn.theirs.eigenvector_centrality(weights="weight")
    length = math.hypot(*told)
    _same(eigenvector(drawn.ours, weight="weight"), [score / length for score in told], 1e-6)


@given(networks(least=1), st.sampled_from([None, "weight"]), st.booleans(), st.sampled_from([0.0, 0.5, 0.85, 0.99]))
def test_pagerank_is_that_of_igraph(drawn: Drawn, weight: str | None, directed: bool, damping: float) -> None:
    found = pagerank(drawn.ours, damping=damping, weight=weight, directed=directed)
    _same(found, drawn.theirs.pagerank(directed=directed, damping=damping, weights=weight))
    assert sum(found.values()) == pytest.approx(1, abs=1e-12)


@given(networks())
def test_core_numbers_are_those_of_igraph(drawn: Drawn) -> None:
    _same(core_number(drawn.ours), drawn.theirs.as_undirected(mode="each").simplify().coreness())


@given(networks(least=3), st.sampled_from(["degree", "betweenness", "closeness"]), DIRECTIONS)
def test_no_network_is_more_centralised_than_a_star(drawn: Drawn, measure: Any, direction: Direction) -> None:
    found = centralisation(drawn.ours, measure, direction)
    assert -1e-12 <= found.value <= 1 + 1e-12
    assert set(found.central) <= set(drawn.ours)


@given(networks())
def test_components_are_those_of_igraph(drawn: Drawn) -> None:
    for connection in ("weak", "strong"):
        told = drawn.theirs.connected_components(mode=connection)
        found = components(drawn.ours, connection)
        assert set(found) == {frozenset(part) for part in told}
        assert [len(part) for part in found] == sorted(map(len, told), reverse=True)


@given(networks(least=1), st.data(), st.sampled_from([None, "weight"]), st.sampled_from([0.5, 1.0, 1.7]))
def test_modularity_is_that_of_igraph(drawn: Drawn, data: st.DataObject, weight: str | None, resolution: float) -> None:
    """For any partition; without an edge igraph has NaN, and we 0."""
    groups = data.draw(st.lists(st.integers(0, 3), min_size=drawn.size, max_size=drawn.size))
    held = [{node for node in range(drawn.size) if groups[node] == group} for group in range(4)]
    found = modularity(drawn.ours, held, weight=weight, resolution=resolution)
    told = drawn.theirs.modularity(groups, weights=weight, resolution=resolution, directed=False)
    assert found == (pytest.approx(told) if drawn.edges else 0.0)


@given(networks(), st.sampled_from([None, "weight"]), st.integers(0, 5))
def test_communities_hang_together_and_no_two_of_them_would_be_better_as_one(
    drawn: Drawn, weight: str | None, seed: int
) -> None:
    found = communities(drawn.ours, weight=weight, seed=seed)
    assert sum(map(len, found.groups)) == len(frozenset[Any]().union(*found.groups)) == drawn.size
    assert found.modularity == modularity(drawn.ours, found.groups, weight=weight)
    for group in found.groups:
        assert len(components(drawn.ours.subgraph(group))) == 1
    for one, other in combinations(found.groups, 2):
        merged = [*(group for group in found.groups if group not in (one, other)), one | other]
        assert modularity(drawn.ours, merged, weight=weight) <= found.modularity + 1e-12


@given(networks(most=6, directed=st.just(False)))
def test_communities_are_never_better_than_the_best_partition(drawn: Drawn) -> None:
    """All of them are tried by igraph; Louvain may miss the best one."""
    if drawn.edges:
        best = drawn.theirs.community_optimal_modularity(weights="weight").membership
        told = drawn.theirs.modularity(best, weights="weight")
        assert communities(drawn.ours, weight="weight").modularity <= told + 1e-9


@given(networks(), st.randoms(use_true_random=False), st.integers(0, 3))
def test_communities_do_not_hang_on_how_the_network_was_put_together(drawn: Drawn, shuffling: Any, seed: int) -> None:
    nodes, edges = list(drawn.ours), list(drawn.edges)
    shuffling.shuffle(nodes)
    shuffling.shuffle(edges)
    again: nx.MultiGraph[Any] = nx.MultiGraph()
    again.add_nodes_from(nodes)
    again.add_weighted_edges_from((target, source, weight) for source, target, weight in edges)
    assert communities(again, weight="weight", seed=seed) == communities(drawn.ours, weight="weight", seed=seed)


@given(two_mode())
def test_projections_are_those_of_igraph_and_networkx(graph: nx.MultiDiGraph[Any]) -> None:
    plain: nx.Graph[Any] = nx.Graph(graph)
    theirs = igraph.Graph(len(plain), list(plain.edges))
    types = [plain.nodes[node]["bipartite"] for node in plain]
    told = theirs.bipartite_projection(types=types, which=0)
    ours = count_projection(graph)
    assert {frozenset(edge): ours.edges[edge]["weight"] for edge in ours.edges} == {
        frozenset(edge.tuple): edge["weight"] for edge in told.es
    }
    newman = nx.bipartite.collaboration_weighted_projected_graph(plain, [n for n in plain if types[n] == 0])
    found = newman_projection(graph)
    assert {frozenset(edge) for edge in found.edges} == {frozenset(edge) for edge in newman.edges}
    for edge in found.edges:
        assert found.edges[edge]["weight"] == pytest.approx(newman.edges[edge]["weight"])


@given(two_mode())
def test_newman_strength_is_the_number_of_neighbours_shared_with_somebody(graph: nx.MultiDiGraph[Any]) -> None:
    """Newman 2001, p. 5: each paper adds 1 / (k − 1) for each of the k − 1 other authors."""
    plain: nx.Graph[Any] = nx.Graph(graph)
    strengths = strength(newman_projection(graph))
    for node, found in strengths.items():
        assert found == pytest.approx(sum(plain.degree[other] > 1 for other in plain[node]))


@given(two_mode())
def test_redundancy_is_the_share_of_pairs_still_joined_when_the_node_is_gone(graph: nx.MultiDiGraph[Any]) -> None:
    """The definition, word by word: the projections with and without the node."""
    found = redundancy(graph)
    plain: nx.Graph[Any] = nx.Graph(graph)
    assert set(found) == {node for node in plain if plain.degree[node] > 1}
    for node, share in found.items():
        pairs = list(combinations(plain[node], 2))
        without = graph.copy()
        without.remove_node(node)
        left = count_projection(without, 1 - graph.nodes[node]["bipartite"])
        assert share == pytest.approx(sum(left.has_edge(*pair) for pair in pairs) / len(pairs))


@given(two_mode())
def test_density_is_the_same_from_both_sides_and_however_edges_run(graph: nx.MultiDiGraph[Any]) -> None:
    zero, one = sides(graph)
    assert density(graph) == density(graph, 1) == density(graph, zero) == density(graph, one)
    assert density(graph) == pytest.approx(nx.bipartite.density(nx.Graph(graph), zero))


@given(networks())
def test_no_measure_changes_the_network_or_answers_with_nan(drawn: Drawn) -> None:
    graph, before = drawn.ours, drawn.ours
    for scores in (
        degree(graph),
        strength(graph),
        betweenness(graph, parallel="several", normalised=True),
        closeness(graph),
        pagerank(graph, weight="weight"),
        core_number(graph),
    ):
        assert set(scores) == set(graph)
        assert all(math.isfinite(score) for score in scores.values())
    communities(graph, weight="weight")
    assert nx.utils.graphs_equal(graph, before)
