"""Structural holes, against igraph, networkx, and the worked example of Borgatti (1997)."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from idebur.errors import Unmeasurable
from idebur.graph.measures.holes import constraint, effective_size, efficiency

igraph = pytest.importorskip("igraph")


def _borgatti() -> nx.Graph[str]:
    """Figure 1 of Borgatti 1997: G and its six contacts, of whom A knows B, E and F, and B knows D."""
    return nx.Graph([("A", "B"), ("A", "E"), ("A", "F"), ("B", "D"), *(("G", contact) for contact in "ABCDEF")])


def test_the_worked_example_of_borgatti() -> None:
    """He finds an effective size of 4.67 and an efficiency of 0.78 for G."""
    graph = _borgatti()
    assert effective_size(graph)["G"] == pytest.approx(4.67, abs=5e-3)
    assert efficiency(graph)["G"] == pytest.approx(0.78, abs=5e-3)


def test_the_worked_example_with_weights() -> None:
    """The values that UCINET gives for it, as the tests of networkx have them."""
    weights = {"AB": 2, "AF": 3, "AG": 5, "AE": 2, "EG": 8, "FG": 3, "BG": 4, "BD": 1, "DG": 3, "GC": 10}
    graph: nx.Graph[str] = nx.Graph()
    for ends, weight in weights.items():
        graph.add_edge(*ends, strength=weight)
    sizes, bound = effective_size(graph, weight="strength"), constraint(graph, weight="strength")
    assert [sizes[node] for node in "GAC"] == pytest.approx([5.47, 2.47, 1], abs=6e-3)
    assert [bound[node] for node in "GAC"] == pytest.approx([0.299, 0.795, 1], abs=6e-4)


def test_constraint_by_hand() -> None:
    """A path a – b – c with b in the middle: b spends half on each; a spends all on b, who is all its contacts."""
    found = constraint(nx.path_graph(["a", "b", "c"]))
    assert found == pytest.approx({"a": 1, "b": 0.5, "c": 1})
    # a triangle: (1/2 + 1/2 · 1/2)² for each of two contacts
    assert constraint(nx.complete_graph(3))[0] == pytest.approx(2 * 0.75**2)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("weighted", [False, True])
def test_constraint_is_that_of_igraph(seed: int, directed: bool, weighted: bool) -> None:
    graph = nx.gnp_random_graph(20, 0.2, seed=seed, directed=directed)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["w"] = 1 + number * (seed + 2) % 5
    there = igraph.Graph(n=20, edges=list(graph.edges()), directed=directed)
    weights = [data["w"] for _, _, data in graph.edges(data=True)] if weighted else None
    expected = dict(enumerate(there.constraint(weights=weights)))
    found = constraint(graph, weight="w" if weighted else None)
    assert found == pytest.approx({node: expected[node] for node in graph if graph.degree(node)})


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("weight", [None, "w"])
def test_effective_size_is_that_of_networkx(seed: int, directed: bool, weight: str | None) -> None:
    graph = nx.gnp_random_graph(20, 0.2, seed=seed, directed=directed)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["w"] = 1 + number * (seed + 2) % 5
    # node by node: all at once it gives other numbers, of its own tests too, with some versions of SciPy
    expected = nx.effective_size(graph, nodes=list(graph), weight=weight)
    # of one that is only answered to it says that it has no contacts
    asked = [node for node in graph if graph[node]]
    assert effective_size(graph, nodes=asked, weight=weight) == pytest.approx({node: expected[node] for node in asked})


@pytest.mark.parametrize("seed", range(4))
def test_parallel_ties_are_one_tie_of_their_sum(seed: int) -> None:
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    for number, (one, other) in enumerate(nx.gnp_random_graph(12, 0.3, seed=seed).edges()):
        for times in range(1 + number % 3):
            graph.add_edge(*((one, other) if times % 2 else (other, one)), weight=1 + number % 2)
    summed: nx.Graph[int] = nx.Graph()
    summed.add_nodes_from(graph)
    for one, other, data in graph.edges(data=True):
        before = summed.get_edge_data(one, other, {"weight": 0})["weight"]
        summed.add_edge(one, other, weight=before + data["weight"])
    for measure in (constraint, effective_size, efficiency):
        assert measure(graph, weight="weight") == pytest.approx(measure(summed, weight="weight"))


def test_efficiency_counts_a_contact_once_in_whichever_direction() -> None:
    """Three contacts that do not know each other are three, whether they answer or not."""
    graph = nx.DiGraph([("me", "a"), ("a", "me"), ("me", "b"), ("c", "me")])
    assert effective_size(graph)["me"] == 3
    assert efficiency(graph)["me"] == 1


def test_loops_weigh_nothing() -> None:
    graph = _borgatti()
    graph.add_edge("G", "G")
    assert constraint(graph) == constraint(_borgatti())
    assert effective_size(graph) == effective_size(_borgatti())


@pytest.mark.parametrize("measure", [constraint, effective_size, efficiency])
def test_who_has_no_contacts_has_no_value(measure: Any) -> None:
    """It is left out of the answer; asked for by name it is refused, as is one that is not there."""
    graph = _borgatti()
    graph.add_edge("alone", "alone")
    assert set(measure(graph)) == set("ABCDEFG")
    with pytest.raises(Unmeasurable, match="'alone' has no ties to others"):
        measure(graph, nodes=["alone"])
    with pytest.raises(Unmeasurable, match="no node 'Z'"):
        measure(graph, nodes=["A", "Z"])
    with pytest.raises(Unmeasurable, match="no nodes"):
        measure(nx.Graph())


@pytest.mark.parametrize("measure", [constraint, effective_size, efficiency])
def test_asking_for_some_gives_what_asking_for_all_does(measure: Any) -> None:
    whole = measure(_borgatti())
    assert measure(_borgatti(), nodes=["G", "C"]) == {"G": whole["G"], "C": whole["C"]}


def test_who_is_only_answered_to_has_contacts_too() -> None:
    """In a directed network the last of a chain has no outgoing tie, and one contact all the same."""
    assert constraint(nx.DiGraph([("a", "b")])) == {"a": 1, "b": 1}


def test_weights_that_add_up_to_more_than_a_number_holds_are_refused() -> None:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 1e308), (1, 2, 1e308)])
    with pytest.raises(Unmeasurable, match="the 'weight' of the ties at 1 add up to more than a number can hold"):
        constraint(graph, weight="weight")
