from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from idebur.errors import Unmeasurable
from idebur.graph.measures.groups import Communities, communities, components, modularity


def test_components_come_largest_first_and_then_by_their_first_node() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(
        [("z", "y"), ("b", "a"), ("d", "c"), ("d", "c"), ("c", "d"), ("e", "d")]
    )
    graph.add_node("alone")
    assert components(graph) == (*map(frozenset, ("cde", "ab", "yz")), frozenset({"alone"}))
    assert components(graph, "strong")[:3] == (frozenset("cd"), frozenset("a"), frozenset({"alone"}))


def test_nodes_that_cannot_be_compared_are_put_in_an_order_too() -> None:
    graph: nx.Graph[Any] = nx.Graph([(1, "one"), (2, "two"), (("a", 3), 1.5)])
    turned: nx.Graph[Any] = nx.Graph([(1.5, ("a", 3)), ("two", 2), ("one", 1)])
    assert components(graph) == components(turned)


def test_an_unknown_connection_is_refused() -> None:
    with pytest.raises(Unmeasurable, match="no connection is called 'strng'; did you mean 'strong'"):
        components(nx.path_graph(2), "strng")  # type: ignore[arg-type]


def test_the_karate_club_has_nearly_the_best_communities_that_are_known() -> None:
    """The best partition has Q = 0.4198 (Brandes et al. 2008, *On modularity clustering*); found by some seeds."""
    club = nx.karate_club_graph()
    found = [communities(club, seed=seed).modularity for seed in range(20)]
    assert max(found) == pytest.approx(0.4198, abs=5e-5)
    assert min(found) > 0.38
    assert communities(club, weight="weight").modularity == pytest.approx(0.4449, abs=5e-3)


def test_the_resolution_limit_is_that_of_the_literature() -> None:
    """Thirty cliques of five in a ring: 0.876 apart, 0.888 in pairs (Fortunato & Barthélemy 2007)."""
    ring = nx.ring_of_cliques(30, 5)
    cliques = [set(range(start, start + 5)) for start in range(0, 150, 5)]
    pairs = [one | other for one, other in zip(cliques[::2], cliques[1::2], strict=True)]
    assert round(modularity(ring, cliques), 3) == 0.876
    assert round(modularity(ring, pairs), 3) == 0.888
    assert len(communities(ring, resolution=5).groups) == 30
    assert len(communities(ring).groups) < 30


def test_a_small_network_on_which_floating_point_gains_go_to_and_fro_has_an_end() -> None:
    """With networkx 3.6.1 and seed 1 a node is moved to and fro between two equal communities for ever."""
    graph: nx.Graph[Any] = nx.Graph([(0, 1), (0, 2), (1, 2), (1, 6), (1, 5), (1, 4), (2, 4), (2, 5), (3, 5), (3, 6)])
    for seed in range(30):
        assert communities(graph, seed=seed).modularity >= 0.1


def test_a_community_that_does_not_hang_together_is_parted() -> None:
    """Louvain leaves 4, 15, 21 and 23 in one group here, though 16, through which they were joined, has left it."""
    graph = nx.Graph([(0, 8), (0, 20), (1, 10), (1, 16), (2, 7), (3, 14), (3, 16), (3, 17), (4, 16), (4, 21), (5, 9)])
    graph.add_edges_from([(5, 12), (5, 18), (5, 19), (7, 10), (8, 18), (9, 18), (10, 16), (11, 18), (12, 19)])
    graph.add_edges_from([(13, 20), (15, 23), (16, 17), (16, 18), (16, 22), (16, 23), (17, 22)])
    graph.add_node(6)
    found = communities(graph)
    assert {frozenset({4, 21}), frozenset({15, 23})} <= set(found.groups)
    as_one = [group for group in found.groups if not group & {4, 15}] + [frozenset({4, 15, 21, 23})]
    assert found.modularity > modularity(graph, as_one)


def test_communities_leave_directions_out_and_add_parallel_edges_up() -> None:
    """Three edges hold *b* and *c* together, though the triangles are on either side."""
    triangles = [("a", "b"), ("b", "x"), ("x", "a"), ("c", "d"), ("d", "y"), ("y", "c")]
    found = communities(nx.MultiDiGraph([*triangles, ("b", "c")]))
    assert {frozenset("abx"), frozenset("cdy")} == set(found.groups)
    held = communities(nx.MultiDiGraph([*triangles, *[("b", "c"), ("c", "b")] * 4]))
    assert held.of["b"] == held.of["c"]
    weighed: nx.Graph[Any] = nx.Graph()
    weighed.add_edges_from(triangles, ties=1)
    weighed.add_edge("b", "c", ties=8)
    assert communities(weighed, weight="ties") == held


def test_communities_are_read_aloud_and_looked_up() -> None:
    found = communities(nx.Graph([("a", "b"), ("x", "y")]))
    assert found == Communities((frozenset("ab"), frozenset("xy")), 0.5)
    assert found.of == {"a": 0, "b": 0, "x": 1, "y": 1}
    assert str(found) == "2 communities of 4 nodes (2, 2); modularity 0.500"


@pytest.mark.parametrize("kind", [nx.Graph, nx.MultiDiGraph])
def test_without_edges_each_node_is_a_community_and_the_modularity_is_nought(kind: Callable[[], Any]) -> None:
    graph = kind()
    assert communities(graph) == Communities((), 0.0)
    assert components(graph) == ()
    graph.add_nodes_from("ab")
    assert communities(graph) == Communities((frozenset("a"), frozenset("b")), 0.0)
    assert modularity(graph, ["ab"]) == 0.0


def test_a_self_loop_lies_within_its_group() -> None:
    """L = 1 of m = 2, s = 2 of 4, for both of the groups: 1/2 − 1/4 twice."""
    assert modularity(nx.MultiGraph([("a", "a"), ("b", "b")]), ["a", "b"]) == 0.5


def test_weights_of_any_size_are_weighed() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 1e300), ("b", "c", 5e-324), ("c", "d", 1e300)])
    assert communities(graph, weight="weight").modularity == 0.5


@pytest.mark.parametrize(
    ("groups", "why"),
    [
        (["ab"], "'c' stands in none of the groups"),
        (["ab", "bc"], "'b' stands in the groups more than once"),
        (["abc", "d"], "'d', which is no node"),
    ],
)
def test_groups_that_do_not_part_the_network_are_refused(groups: list[str], why: str) -> None:
    with pytest.raises(Unmeasurable, match=why):
        modularity(nx.path_graph(["a", "b", "c"]), groups)


@pytest.mark.parametrize("resolution", [0, -1, math.nan, math.inf])
def test_a_resolution_that_is_not_above_nought_is_refused(resolution: float) -> None:
    with pytest.raises(Unmeasurable, match="the resolution is"):
        communities(nx.path_graph(3), resolution=resolution)
    with pytest.raises(Unmeasurable, match="the resolution is"):
        modularity(nx.path_graph(3), [{0, 1, 2}], resolution=resolution)


@pytest.mark.parametrize("weight", [-1, 0, math.nan, "3", True])
def test_a_weight_that_is_no_finite_number_above_zero_is_refused(weight: Any) -> None:
    graph: nx.MultiGraph[Any] = nx.MultiGraph([("a", "b", {"weight": weight})])
    with pytest.raises(Unmeasurable, match="'a' and 'b' weighs"):
        communities(graph, weight="weight")
    with pytest.raises(Unmeasurable, match="'a' and 'b' weighs"):
        modularity(graph, ["ab"], weight="weight")
