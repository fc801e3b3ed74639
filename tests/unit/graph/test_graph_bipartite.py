from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from idebur.errors import Unmeasurable
from idebur.graph.measures.bipartite import count_projection, density, newman_projection, redundancy, sides
from idebur.graph.measures.centrality import strength

ATTENDED = {"E1": 3, "E2": 3, "E3": 6, "E4": 4, "E5": 8, "E6": 8, "E7": 10, "E8": 14, "E9": 12, "E10": 5, "E11": 4}
"""How many women were at an event (Davis, Gardner & Gardner 1941, fig. 3)."""

ASKED: dict[str, Callable[..., Any]] = {
    "sides": sides,
    "density": density,
    "redundancy": redundancy,
    "counts": count_projection,
    "newman": newman_projection,
}


@pytest.fixture
def southern(data: Path) -> nx.MultiDiGraph[str]:
    """Eighteen women and fourteen events; edges lead from the event to the woman, and each stands twice."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    folder = data / "classic-networks"
    with (folder / "southern_women_nodes.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            graph.add_node(row["name"], bipartite=int(row["type"] == "True"))
    with (folder / "southern_women_edges.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            graph.add_edge(row["source"], row["target"])
            graph.add_edge(row["target"], row["source"])
    return graph


def test_the_density_of_the_southern_women_is_that_of_the_literature(southern: nx.MultiDiGraph[str]) -> None:
    """89 of 18 · 14 pairs, 0.353 (Borgatti & Everett 1997)."""
    assert [len(side) for side in sides(southern)] == [18, 14]
    assert density(southern) == 89 / 252


def test_the_women_share_as_many_events_as_the_literature_says(southern: nx.MultiDiGraph[str]) -> None:
    """Breiger 1974, table 2: Evelyn and Theresa were at seven events together, Evelyn and Laura at six."""
    shared = count_projection(southern)
    assert shared["EVELYN"]["THERESA"] == {"weight": 7}
    assert shared["EVELYN"]["LAURA"] == {"weight": 6}
    assert not shared.has_edge("CHARLOTTE", "FLORA")
    assert shared.number_of_edges() == 139


def test_newman_weighs_an_event_by_how_many_were_there(southern: nx.MultiDiGraph[str]) -> None:
    """Evelyn and Charlotte met at the third, fourth and fifth event; each woman has as much as she had events."""
    newman = newman_projection(southern)
    met = [ATTENDED[event] for event in ("E3", "E4", "E5")]
    assert newman["EVELYN"]["CHARLOTTE"]["weight"] == pytest.approx(sum(1 / (women - 1) for women in met))
    assert strength(newman)["EVELYN"] == pytest.approx(8)
    assert strength(newman)["FLORA"] == pytest.approx(2)
    assert sum(strength(newman).values()) == pytest.approx(89)


def test_nobody_among_the_southern_women_is_needed_for_others_to_meet(southern: nx.MultiDiGraph[str]) -> None:
    found = redundancy(southern)
    assert found["FLORA"] == 1
    assert set(found) == set(southern)


def test_projections_keep_who_is_alone_and_what_is_said_of_them() -> None:
    graph: nx.Graph[str] = nx.Graph(title="seats")
    graph.add_node("region", bipartite=0, sector="public")
    graph.add_node("council", bipartite=0)
    graph.add_node("board", bipartite=1)
    graph.add_edge("region", "board", since="2018")
    for projected in (count_projection(graph), newman_projection(graph)):
        assert {node: dict(projected.nodes[node]) for node in projected} == {
            "region": {"bipartite": 0, "sector": "public"},
            "council": {"bipartite": 0},
        }
        assert projected.number_of_edges() == 0
        assert projected.graph["counts"].startswith("neighbours in common")
        projected.nodes["region"]["sector"] = "other"
    assert graph.nodes["region"]["sector"] == "public"


def test_a_projection_is_onto_the_side_that_is_named() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(
        [("region", "board"), ("board", "region"), ("region", "group"), ("council", "group")]
    )
    nx.set_node_attributes(graph, {"region": 0, "council": 0, "board": 1, "group": 1}, "bipartite")
    assert set(count_projection(graph)) == {"region", "council"}
    assert set(count_projection(graph, 1)) == set(count_projection(graph, ["group", "board"])) == {"board", "group"}
    assert newman_projection(graph, 1)["board"]["group"] == {"weight": 1.0}


def test_who_has_one_neighbour_or_none_has_no_redundancy() -> None:
    graph: nx.MultiGraph[Any] = nx.MultiGraph([("board", "a"), ("board", "a"), ("board", "b"), ("group", "b")])
    graph.add_node("empty")
    assert redundancy(graph, {"board", "group", "empty"}) == {"board": 0.0, "b": 0.0}


@pytest.mark.parametrize("graph", [nx.empty_graph(0), nx.empty_graph(3)])
def test_a_side_without_nodes_has_no_density(graph: nx.Graph[int]) -> None:
    with pytest.raises(Unmeasurable, match="one side has no nodes"):
        density(graph, ())


def test_an_empty_network_has_two_empty_sides() -> None:
    assert sides(nx.MultiDiGraph()) == (frozenset(), frozenset())
    assert redundancy(nx.MultiDiGraph()) == {}
    assert len(count_projection(nx.MultiDiGraph())) == 0


def test_no_edge_is_a_density_of_nought() -> None:
    assert density(nx.empty_graph(2), {0}) == 0.0


@pytest.mark.parametrize("asked", ASKED.values(), ids=list(ASKED))
@pytest.mark.parametrize(
    ("graph", "side", "why"),
    [
        (nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a")]), {"a"}, "the edge 'b'–'c' joins two nodes of the same side"),
        (nx.MultiGraph([("a", "b"), ("a", "a")]), {"a"}, "the edge 'a'–'a' joins two nodes of the same side"),
        (nx.Graph([("a", "b")]), 0, "'a' has no 'bipartite'; give each node 0 or 1"),
        (nx.Graph([("a", "b")]), {"x"}, "the side names 'x', which is no node"),
        (nx.Graph([("a", "b")]), "a", "the side is 'a', one text"),
        (nx.Graph([("a", "b")]), 2, "no side is called 2"),
    ],
)
def test_what_is_no_two_mode_network_is_refused(asked: Callable[..., Any], graph: Any, side: Any, why: str) -> None:
    with pytest.raises(Unmeasurable, match=why):
        asked(graph, side)


@pytest.mark.parametrize("value", [2, "0", None, 0.5, (1,)])
def test_a_bipartite_that_is_neither_0_nor_1_is_refused(value: Any) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", bipartite=value)
    with pytest.raises(Unmeasurable, match="'a' has bipartite"):
        sides(graph)
