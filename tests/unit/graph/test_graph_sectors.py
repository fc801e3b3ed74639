"""Sectors: tables, shares and indices, against hand-worked cases, networkx and igraph, and published values."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from idebur.errors import Unmeasurable
from idebur.graph.measures.sectors import Split, assortativity, ei_index, share_between, ties_by_sector

igraph = pytest.importorskip("igraph")


def _placed(graph: nx.Graph[Any], **sectors: str) -> nx.Graph[Any]:
    """*graph* with the sectors of its nodes, which are named by a letter each: ``public="ab"``."""
    for sector, nodes in sectors.items():
        for node in nodes:
            graph.add_node(node, sector=sector)
    return graph


def _mixed() -> nx.Graph[Any]:
    """Three ties within a, one within b, two across, one to a node without a sector, and a loop."""
    ties = [("a", "b"), ("a", "c"), ("b", "c"), ("d", "e"), ("a", "d"), ("c", "e"), ("e", "x"), ("a", "a")]
    return _placed(nx.Graph(ties), one="abc", two="de")


def test_the_table_holds_each_tie_at_the_sectors_of_its_ends() -> None:
    table = ties_by_sector(_mixed())
    assert dict(table.counts) == {
        ("one", "one"): 3,
        ("two", "two"): 1,
        ("one", "two"): 2,
        ("two", "one"): 2,
        ("two", None): 1,
        (None, "two"): 1,
    }
    assert (table.within, table.across, table.unplaced, table.loops) == (4, 2, 1, 1)
    assert dict(table.sizes) == {"one": 3, "two": 2, None: 1}
    assert table.between("one", "two") == 2


def test_a_directed_table_keeps_the_direction() -> None:
    graph = _placed(nx.DiGraph([("a", "d"), ("d", "a"), ("b", "d"), ("x", "a")]), one="ab", two="d")
    table = ties_by_sector(graph)
    assert dict(table.counts) == {("one", "two"): 2, ("two", "one"): 1, (None, "one"): 1}
    assert (table.within, table.across, table.unplaced) == (0, 3, 1)
    assert table.between("one", "two") == 3


def test_weights_and_parallel_ties_add() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "d", weight=2)
    graph.add_edge("a", "d", weight=0.5)
    graph.add_edge("a", "b", weight=1)
    _placed(graph, one="ab", two="d")
    assert ties_by_sector(graph).across == 2
    assert ties_by_sector(graph, weight="weight").across == 2.5
    assert share_between(graph) == pytest.approx(2 / 3)
    assert share_between(graph, weight="weight") == pytest.approx(2.5 / 3.5)


def test_the_table_is_printed_with_those_who_have_no_sector_last() -> None:
    assert str(ties_by_sector(_mixed())).splitlines() == [
        "             one  two  (no sector)",
        "one            3    2            0",
        "two            2    1            1",
        "(no sector)    0    1            0",
    ]


def test_the_index_of_the_whole_of_sectors_and_of_nodes_by_hand() -> None:
    """E = 2 and I = 4 in all; sector one has 3 within and 2 out, two has 1 within and 2 out."""
    found = ei_index(_mixed())
    assert found.whole == Split(4, 2, 1)
    assert found.index == pytest.approx(-1 / 3)
    assert found.sectors["one"].index == pytest.approx(-1 / 5)
    assert found.sectors["two"].index == pytest.approx(1 / 3)
    assert found.sectors["two"].unplaced == 1
    assert {node: split.index for node, split in found.nodes.items()} == pytest.approx(
        {"a": -1 / 3, "b": -1, "c": -1 / 3, "d": 0, "e": 0}
    )


def test_the_index_of_the_bundled_extremes() -> None:
    apart = _placed(nx.Graph([("a", "b"), ("c", "d")]), one="ab", two="cd")
    crossed = _placed(nx.Graph([("a", "c"), ("b", "d")]), one="ab", two="cd")
    assert (ei_index(apart).index, ei_index(crossed).index) == (-1, 1)
    assert (share_between(apart), share_between(crossed)) == (0, 1)
    assert (assortativity(apart), assortativity(crossed)) == (1, -1)


def test_assortativity_is_that_of_newmans_table() -> None:
    """Newman 2003, table I (Catania et al. 1992), partnerships by race: r = 0.621, of shares rounded to thousandths."""
    shares = [[258, 16, 35, 13], [12, 157, 58, 19], [13, 23, 306, 35], [5, 7, 24, 16]]
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for row, counts in enumerate(shares):
        graph.add_node(("from", row), sector=str(row))
        graph.add_node(("to", row), sector=str(row))
        for column, count in enumerate(counts):
            graph.add_edge(("from", row), ("to", column), weight=count)
    assert assortativity(graph, weight="weight") == pytest.approx(0.621, abs=3e-3)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("directed", [False, True])
def test_assortativity_is_that_of_networkx_and_igraph(seed: int, directed: bool) -> None:
    graph = nx.gnp_random_graph(25, 0.15, seed=seed, directed=directed)
    kinds = [(node * node + seed * node) // 3 % 4 for node in graph]
    for node, kind in enumerate(kinds):
        graph.nodes[node]["field"] = f"kind {kind}"
    there = igraph.Graph(n=25, edges=list(graph.edges()), directed=directed)
    found = assortativity(graph, "field")
    assert found == pytest.approx(nx.attribute_assortativity_coefficient(graph, "field"))
    assert found == pytest.approx(there.assortativity_nominal(kinds, directed=directed))


@pytest.mark.parametrize("measure", [ei_index, share_between, assortativity])
def test_what_has_no_tie_between_placed_nodes_has_no_value(measure: Any) -> None:
    """0 / 0 is refused, and never 0: without ties, and where each tie touches a node without a sector."""
    alone = _placed(nx.Graph(), one="ab")
    alone.add_edge("a", "a")
    with pytest.raises(Unmeasurable, match="no tie joins two nodes that both have a sector"):
        measure(alone)
    with pytest.raises(Unmeasurable, match=r"of 1 more an end has no sector"):
        measure(_placed(nx.Graph([("a", "x")]), one="a"))


def test_assortativity_is_not_defined_within_a_single_sector() -> None:
    with pytest.raises(Unmeasurable, match="within one sector, 'one'"):
        assortativity(_placed(nx.Graph([("a", "b"), ("c", "d")]), one="ab", two="c"))
    # but where ties all run from one sector to the other, nothing is undefined:
    assert assortativity(_placed(nx.DiGraph([("a", "c")]), one="a", two="c")) == 0


def test_nodes_and_sectors_without_placed_ties_are_left_out_of_the_index() -> None:
    graph = _placed(nx.Graph([("a", "b"), ("c", "x")]), one="ab", two="cd")
    assert set(ei_index(graph).nodes) == {"a", "b"}
    assert set(ei_index(graph).sectors) == {"one"}


def test_an_attribute_that_no_node_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(Unmeasurable, match="no node has the attribute 'sektor'; did you mean 'sector'"):
        ties_by_sector(_mixed(), "sektor")


def test_a_network_without_nodes_is_refused() -> None:
    with pytest.raises(Unmeasurable, match="no nodes"):
        ties_by_sector(nx.Graph())


def test_a_missing_value_of_a_table_is_no_sector() -> None:
    """Data frames write NaN where nothing is known."""
    graph = nx.Graph([("a", "b"), ("b", "c")])
    nx.set_node_attributes(graph, {"a": "one", "b": "one", "c": float("nan")}, "sector")
    assert ties_by_sector(graph).unplaced == 1


@pytest.mark.parametrize("bad", [0, -1, float("nan"), float("inf"), "3", True])
def test_what_is_no_weight_is_refused(bad: Any) -> None:
    graph = _placed(nx.Graph(), one="a", two="b")
    graph.add_edge("a", "b", weight=bad)
    with pytest.raises(Unmeasurable, match="finite number above zero"):
        ei_index(graph, weight="weight")


def test_a_tie_without_the_weight_is_refused_with_the_nearest() -> None:
    graph = _placed(nx.Graph(), one="a", two="b")
    graph.add_edge("a", "b", weight=2)
    with pytest.raises(Unmeasurable, match="has no 'wieght'; did you mean 'weight'"):
        ei_index(graph, weight="wieght")


@pytest.mark.parametrize("measure", [ties_by_sector, ei_index, assortativity])
def test_nothing_is_changed(measure: Any) -> None:
    graph = _mixed()
    before = nx.node_link_data(graph, edges="edges")
    measure(graph)
    assert nx.node_link_data(graph, edges="edges") == before


@pytest.mark.skipif("IDEBUR_DATA" not in os.environ, reason="needs the data of others")
@pytest.mark.parametrize("relation", ["pol", "infrep", "scito", "scifrom"])
def test_the_chemicals_policy_network_is_counted_as_its_matrix_says(relation: str) -> None:
    """Schneider 1988: the table of ties by type of actor is the matrix product of memberships with the network."""
    folder = Path(os.environ["IDEBUR_DATA"]) / "chemnet"
    kinds = {row["actor"]: row["type"] for row in _rows(folder / "types.csv")}
    matrix = {row.pop("actor"): row for row in _rows(folder / f"{relation}.csv")}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for actor, kind in kinds.items():
        graph.add_node(actor, kind=kind)
    graph.add_edges_from((one, other) for one, row in matrix.items() for other, there in row.items() if there == "1")
    table = ties_by_sector(graph, "kind")
    for one in set(kinds.values()):
        for other in set(kinds.values()):
            block = sum(
                matrix[a][b] == "1" for a in kinds for b in kinds if a != b and (kinds[a], kinds[b]) == (one, other)
            )
            assert table.counts.get((one, other), 0) == block
    assert share_between(graph, "kind") == pytest.approx((ei_index(graph, "kind").index + 1) / 2)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
