from __future__ import annotations

import csv
import math
import sys
from collections.abc import Callable
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from idebur.errors import MissingExtra, Unmeasurable
from idebur.graph.measures.centrality import (
    betweenness,
    centralisation,
    closeness,
    core_number,
    degree,
    eigenvector,
    pagerank,
    strength,
)

MEASURES: dict[str, Callable[[Any], Any]] = {
    "degree": degree,
    "strength": strength,
    "betweenness": betweenness,
    "closeness": closeness,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "core number": core_number,
}


@pytest.fixture
def marriages(data: Path) -> nx.Graph[str]:
    """The marriages between Florentine families about 1430 (Padgett & Ansell 1993)."""
    graph: nx.Graph[str] = nx.Graph()
    folder = data / "classic-networks"
    with (folder / "flo_marriage_nodes.csv").open(encoding="utf-8") as lines:
        graph.add_nodes_from(row["name"] for row in csv.DictReader(lines))
    with (folder / "flo_marriage_edges.csv").open(encoding="utf-8") as lines:
        graph.add_edges_from((row["source"], row["target"]) for row in csv.DictReader(lines))
    return graph


def test_betweenness_of_the_florentine_families_is_that_of_the_textbooks(marriages: nx.Graph[str]) -> None:
    """Medici 47.5; the standardised scores of the 15 families with marriages: Wasserman & Faust 1994, ch. 5."""
    assert betweenness(marriages)["Medici"] == pytest.approx(47.5)
    assert betweenness(marriages)["Pucci"] == 0
    marriages.remove_node("Pucci")
    told = {"Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Ridolfi": 0.114, "Pazzi": 0.0}
    found = betweenness(marriages, normalised=True)
    assert {family: round(found[family], 3) for family in told} == told


def test_closeness_and_degree_of_the_florentine_families_are_those_of_the_textbooks(marriages: nx.Graph[str]) -> None:
    """Wasserman & Faust 1994, ch. 5, without Pucci, who has no marriage."""
    assert closeness(marriages)["Pucci"] == 0
    assert closeness(marriages)["Medici"] == pytest.approx(14 / 15 * 0.56)
    marriages.remove_node("Pucci")
    told = {"Medici": 0.56, "Ridolfi": 0.5, "Albizzi": 0.483, "Tornabuoni": 0.483, "Guadagni": 0.467, "Pazzi": 0.286}
    found = closeness(marriages)
    assert {family: round(found[family], 3) for family in told} == told
    assert degree(marriages)["Medici"] == 6


def test_centralisation_of_the_florentine_families_is_that_of_the_textbooks(marriages: nx.Graph[str]) -> None:
    """Wasserman & Faust 1994: 0.267 by degree of 16 families; 0.322 by closeness and 0.437 by betweenness of 15."""
    assert str(centralisation(marriages)) == "degree centralisation 0.267 of 16 nodes; most central: Medici"
    marriages.remove_node("Pucci")
    assert round(centralisation(marriages, "closeness").value, 3) == 0.322
    assert round(centralisation(marriages, "betweenness").value, 3) == 0.437


@pytest.mark.parametrize("measure", ["degree", "betweenness", "closeness"])
@pytest.mark.parametrize("size", [3, 4, 9])
def test_a_star_is_as_centralised_as_can_be_and_a_ring_is_not_at_all(measure: Any, size: int) -> None:
    """Freeman 1978/79; with directions the star of closeness and degree leads in, or out."""
    star, ring = nx.star_graph(size - 1), nx.cycle_graph(size)
    assert centralisation(star, measure).value == pytest.approx(1)
    assert centralisation(star, measure).central == (0,)
    assert centralisation(ring, measure).value == pytest.approx(0)
    assert centralisation(nx.MultiDiGraph([(0, 1), (0, 0), (0, 2), (2, 0), (0, 3)]), measure).value == pytest.approx(1)
    outward: nx.DiGraph[Any] = nx.DiGraph((0, node) for node in range(1, size))
    if measure == "betweenness":
        assert centralisation(star.to_directed(), measure, "in").value == pytest.approx(1)
    else:
        assert centralisation(outward, measure, "out").value == pytest.approx(1)
        assert centralisation(outward.reverse(), measure, "in").value == pytest.approx(1)
    for direction in ("in", "out"):
        assert centralisation(nx.cycle_graph(size, nx.DiGraph), measure, direction).value == pytest.approx(0)


@pytest.mark.parametrize("measure", ["degree", "betweenness", "closeness"])
@pytest.mark.parametrize(("size", "directed"), [(3, True), (4, True), (3, False), (4, False), (5, False)])
def test_the_maxima_of_centralisation_are_those_of_all_networks_of_the_size(
    measure: Any, size: int, directed: bool
) -> None:
    """Every network of so many nodes is tried, those in several parts too."""
    ends = list(permutations(range(size), 2) if directed else combinations(range(size), 2))
    for direction in ("in", "out") if directed else ("all",):
        greatest = 0.0
        for chosen in range(2 ** len(ends)):
            graph: nx.Graph[int] = nx.DiGraph() if directed else nx.Graph()
            graph.add_nodes_from(range(size))
            graph.add_edges_from(pair for number, pair in enumerate(ends) if chosen >> number & 1)
            greatest = max(greatest, centralisation(graph, measure, direction).value)
        assert greatest == pytest.approx(1)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_less_than_three_nodes_have_no_centralisation(size: int) -> None:
    with pytest.raises(Unmeasurable, match=f"has {size} nodes; from three on"):
        centralisation(nx.path_graph(size))


def test_a_centralisation_names_three_of_those_that_share_the_first_place() -> None:
    assert str(centralisation(nx.cycle_graph(5))).endswith("most central: 0, 1, 2, …")


def test_parallel_edges_are_one_path_or_several_as_one_asks() -> None:
    """Two routes from *s* to *t*, one of them with three edges on its first step: 1/2 each, or 3/4 and 1/4."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("s", "a")] * 3 + [("a", "t"), ("s", "b"), ("b", "t")])
    assert betweenness(graph) == {"s": 0, "a": 0.5, "t": 0, "b": 0.5}
    assert betweenness(graph, parallel="several") == {"s": 0, "a": 0.75, "t": 0, "b": 0.25}
    assert betweenness(graph, parallel="several", normalised=True)["a"] == 0.75 / 6


def test_without_directions_an_edge_there_and_one_back_are_parallel() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("s", "a"), ("a", "s"), ("a", "t"), ("b", "s"), ("t", "b")])
    found = betweenness(graph, parallel="several", directed=False)
    assert [found[node] for node in "ab"] == pytest.approx([2 / 3, 1 / 3])


def test_more_paths_than_a_floating_point_number_holds_are_counted_none_the_less() -> None:
    """A chain of four parallel edges at each of 519 steps has 4**519 paths from end to end, and is a chain."""
    size = 520
    chain: nx.MultiGraph[Any] = nx.MultiGraph((step, step + 1) for step in range(size - 1) for _ in range(4))
    found = betweenness(chain, parallel="several")
    assert found == {node: pytest.approx(node * (size - 1 - node)) for node in range(size)}


@pytest.mark.parametrize("normalised", [True, False])
def test_nothing_is_between_less_than_three_nodes(normalised: bool) -> None:
    assert betweenness(nx.path_graph(2), normalised=normalised) == {0: 0, 1: 0}
    assert betweenness(nx.path_graph(1), normalised=normalised) == {0: 0}


def test_a_self_loop_counts_where_edges_are_added_up_and_nowhere_else() -> None:
    plain: nx.DiGraph[Any] = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    looped: nx.MultiDiGraph[Any] = nx.MultiDiGraph(plain)
    looped.add_edge("a", "a")
    for same in (betweenness, closeness, core_number):
        assert same(looped) == same(plain)
    assert centralisation(looped, "degree", "in") == centralisation(plain, "degree", "in")
    assert degree(looped)["a"] == degree(plain)["a"] + 2
    assert degree(looped, "in")["a"] == degree(plain, "in")["a"] + 1
    assert degree(nx.Graph([("a", "a")])) == {"a": 2}


def test_inward_closeness_is_outward_closeness_of_the_reversed_network() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("b", "c"), ("d", "c")])
    assert closeness(graph, "in") == closeness(graph.reverse(), "out")
    assert closeness(graph, "out") == {"a": pytest.approx(4 / 9), "b": pytest.approx(1 / 3), "c": 0, "d": 1 / 3}


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("size", [2, 60, 300, 700])
def test_eigenvector_scores_of_a_chain_are_a_sine(size: int, directed: bool) -> None:
    """x(k) = sin(π k / (n + 1)); so slow to converge that a power iteration stops too early."""
    pytest.importorskip("scipy", reason="scipy is not installed: extra network")
    chain: nx.Graph[int] = nx.path_graph(size)
    sines = [math.sin(math.pi * step / (size + 1)) for step in range(1, size + 1)]
    found = eigenvector(chain.to_directed() if directed else chain)
    assert list(found.values()) == pytest.approx([sine / math.hypot(*sines) for sine in sines], abs=1e-7)


def test_the_component_with_the_greatest_eigenvalue_has_all_eigenvector_scores() -> None:
    """A ring and a triangle have the same eigenvalue, 2, and share; a pair has 1, a chain of eight 1.88."""
    pytest.importorskip("scipy", reason="scipy is not installed: extra network")
    graph = nx.disjoint_union_all([nx.path_graph(2), nx.cycle_graph(3), nx.cycle_graph(5), nx.path_graph(8)])
    found = eigenvector(graph)
    assert list(found.values()) == pytest.approx([0, 0, *[1 / math.sqrt(8)] * 8, *[0] * 8])
    graph.add_edge(2, 3)
    weighed: nx.MultiGraph[Any] = nx.MultiGraph(graph)
    weighed.add_edge(0, 1)
    weighed.add_edge(0, 1)
    weighed.add_edge(0, 1)
    assert eigenvector(weighed)[0] == pytest.approx(1 / math.sqrt(2)), "parallel edges add up"


def test_the_one_who_is_pointed_at_is_central_by_eigenvector() -> None:
    """λ³ = λ + 1 on a ring of three with a way back: to whom two lead has more than from whom two lead."""
    pytest.importorskip("scipy", reason="scipy is not installed: extra network")
    graph: nx.DiGraph[Any] = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("b", "a")])
    found = eigenvector(graph)
    root = 1.3247179572447460
    assert found["b"] * root == pytest.approx(found["a"])
    assert found["c"] * root == pytest.approx(found["b"])


@pytest.mark.parametrize(
    ("graph", "why"),
    [
        (nx.empty_graph(3), "there is no edge"),
        (nx.MultiDiGraph([("a", "b")]), "has 2 strong components"),
        (nx.DiGraph([("a", "a"), ("b", "b")]), "has 2 strong components"),
    ],
)
def test_where_the_eigenvector_is_not_one_it_is_refused(graph: nx.Graph[Any], why: str) -> None:
    with pytest.raises(Unmeasurable, match=why):
        eigenvector(graph)


@pytest.mark.parametrize("measure", [eigenvector, pagerank])
def test_without_scipy_the_extra_that_brings_it_is_named(
    measure: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name == "scipy" or name.startswith("scipy.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(MissingExtra, match=r"pip install 'idebur\[network\]'"):
        measure(nx.path_graph(3))


def test_pagerank_follows_weights_of_any_size() -> None:
    """*c* has one edge, and follows it, however light it is beside those of others."""
    pytest.importorskip("scipy", reason="scipy is not installed: extra network")
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_weighted_edges_from([("a", "b", 1e300), ("b", "a", 1e300), ("c", "d", 1e-300), ("d", "c", 1e-300)])
    assert pagerank(graph, weight="weight") == {node: pytest.approx(0.25) for node in "abcd"}


@pytest.mark.parametrize("damping", [-0.1, 1, 1.5, math.nan])
def test_a_damping_that_is_no_share_is_refused(damping: float) -> None:
    with pytest.raises(Unmeasurable, match="the damping is"):
        pagerank(nx.path_graph(3), damping=damping)


def test_a_damping_so_near_one_that_nothing_settles_is_refused() -> None:
    pytest.importorskip("scipy", reason="scipy is not installed: extra network")
    with pytest.raises(Unmeasurable, match="do not settle"):
        pagerank(nx.DiGraph([("a", "b"), ("b", "a"), ("c", "a")]), damping=0.9999999)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=list(MEASURES))
@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_an_empty_network_has_no_scores(measure: Callable[[Any], Any], kind: Callable[[], Any]) -> None:
    assert measure(kind()) == {}


@pytest.mark.parametrize(
    ("name", "score"),
    [("degree", 0), ("strength", 0), ("betweenness", 0), ("closeness", 0), ("pagerank", 1), ("core number", 0)],
)
@pytest.mark.parametrize("kind", [nx.Graph, nx.MultiDiGraph])
def test_one_node_alone(name: str, score: float, kind: Callable[[], Any]) -> None:
    graph = kind()
    graph.add_node("a")
    assert MEASURES[name](graph) == {"a": pytest.approx(score)}


@pytest.mark.parametrize("weight", [-1, 0, math.nan, math.inf, "3", None, True])
@pytest.mark.parametrize("measure", [strength, eigenvector, pagerank])
def test_a_weight_that_is_no_finite_number_above_zero_is_refused(measure: Any, weight: Any) -> None:
    with pytest.raises(Unmeasurable, match="'a' and 'b' weighs"):
        measure(nx.MultiDiGraph([("b", "a", {"weight": 1}), ("a", "b", {"weight": weight})]), weight="weight")


@pytest.mark.parametrize("measure", [strength, eigenvector, pagerank])
def test_an_edge_without_the_weight_is_refused(measure: Any) -> None:
    with pytest.raises(Unmeasurable, match="'a' and 'b' has no 'weight'"):
        measure(nx.MultiGraph([("a", "b", {"weight": 1}), ("a", "b", {"seats": 1})]), weight="weight")


@pytest.mark.parametrize("measure", [strength, eigenvector, pagerank])
def test_weights_that_add_up_to_more_than_a_number_holds_are_refused(measure: Any) -> None:
    with pytest.raises(Unmeasurable, match="more than a number can hold"):
        measure(nx.MultiGraph([("a", "b", {"weight": 1.7e308}), ("a", "b", {"weight": 1.7e308})]), weight="weight")


@pytest.mark.parametrize(
    ("asked", "words", "why"),
    [
        (degree, {"direction": "inn"}, "no direction is called 'inn'; did you mean 'in'"),
        (strength, {"weight": None, "direction": "both"}, "no direction is called 'both'; known: in, out, all"),
        (closeness, {"direction": "back"}, "no direction is called 'back'"),
        (betweenness, {"parallel": "many"}, "no way to count parallel edges is called 'many'"),
        (centralisation, {"measure": "closness"}, "no measure is called 'closness'; did you mean 'closeness'"),
        (centralisation, {"direction": "up"}, "no direction is called 'up'"),
    ],
)
def test_an_unknown_word_is_refused_with_those_that_are_known(asked: Any, words: dict[str, str], why: str) -> None:
    with pytest.raises(Unmeasurable, match=why):
        asked(nx.path_graph(3), **words)


def test_strength_without_a_weight_is_the_degree() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "b")])
    assert strength(graph, None) == degree(graph) == {"a": 2, "b": 4}
