"""Many measures at once: each column is the measure asked for by itself, and what is missing says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idebur.errors import Unmeasurable
from idebur.graph import measures
from idebur.graph.measures import summary as summary_module
from idebur.graph.measures.summary import OF_NODES, OF_WHOLE, REASONS, Missing, summarise

pytest.importorskip("scipy", reason="the extra network is not installed")

Graph = Any


def _karate() -> Graph:
    """The network of Zachary 1977, the two clubs it fell into as sectors, with the weights that he gives."""
    graph = nx.karate_club_graph()
    for _, said in graph.nodes(data=True):
        said["sector"] = said["club"]
    return graph


def _appointing() -> Graph:
    """A network with directions, parallel ties, a loop, somebody without a sector and somebody without a tie."""
    graph: Graph = nx.MultiDiGraph()
    for node, sector in {"a": "public", "b": "public", "c": "civil-society", "d": "civil-society", "e": None}.items():
        graph.add_node(node, **({} if sector is None else {"sector": sector}))
    graph.add_edges_from([("a", "b"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "d"), ("b", "d")])
    return graph


def _seated() -> Graph:
    """Two modes: actors of a sector, and the bodies in which they sit."""
    graph: Graph = nx.Graph()
    graph.add_nodes_from("abc", bipartite=0, sector="public")
    graph.add_nodes_from("xy", bipartite=1)
    graph.add_edges_from([("a", "x", {"weight": 2}), ("b", "x", {"weight": 1}), ("c", "y", {"weight": 1})])
    return graph


NETWORKS: Mapping[str, Callable[[], Graph]] = {"karate": _karate, "appointing": _appointing, "seated": _seated}

COLUMNS: Mapping[str, Callable[[Graph, str | None], Mapping[Any, Any]]] = {
    "degree": lambda graph, _: measures.degree(graph),
    "strength": measures.strength,
    "betweenness": lambda graph, _: measures.betweenness(graph),
    "closeness": lambda graph, _: measures.closeness(graph),
    "pagerank": lambda graph, weight: measures.pagerank(graph, weight=weight),
    "core": lambda graph, _: measures.core_number(graph),
    "constraint": lambda graph, _: measures.constraint(graph),
    "effective-size": lambda graph, _: measures.effective_size(graph),
    "brokerage": lambda graph, _: {
        node: roles.total for node, roles in measures.brokerage(graph, "sector").nodes.items()
    },
    "ei": lambda graph, _: {
        node: split.index
        for node, split in measures.ei_index(graph, "sector").nodes.items()
        if split.internal or split.external
    },
    "community": lambda graph, _: {node: place + 1 for node, place in measures.communities(graph).of.items()},
}

WHOLE: Mapping[str, Callable[[Graph], Any]] = {
    "nodes": len,
    "edges": lambda graph: graph.number_of_edges(),
    "components": lambda graph: len(measures.components(graph)),
    "communities": lambda graph: len(measures.communities(graph).groups),
    "modularity": lambda graph: measures.communities(graph).modularity,
    "centralisation": lambda graph: measures.centralisation(graph).value,
    "share-between": lambda graph: measures.share_between(graph, "sector"),
    "ei": lambda graph: measures.ei_index(graph, "sector").index,
    "unplaced": lambda graph: measures.ei_index(graph, "sector").whole.unplaced,
    "assortativity": lambda graph: measures.assortativity(graph, "sector"),
}

OF_SECTORS = {"brokerage", "ei", "share-between", "unplaced", "assortativity"}


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("column", OF_NODES)
def test_a_column_is_the_measure_asked_for_by_itself(name: str, column: str) -> None:
    graph = NETWORKS[name]()
    found = {node: values[column] for node, values in summarise(graph).nodes.items() if column in values}
    if name == "seated" and column in OF_SECTORS:
        assert found == {}
    else:
        assert found == COLUMNS[column](graph, None if name == "appointing" else "weight")


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("one", [name for name in OF_WHOLE if name != "density"])
def test_what_holds_for_the_whole_is_the_measure_asked_for_by_itself(name: str, one: str) -> None:
    graph = NETWORKS[name]()
    found = summarise(graph).whole
    if name == "seated" and one in OF_SECTORS:
        assert one not in found
    else:
        assert found[one] == WHOLE[one](graph)


@pytest.mark.parametrize(
    ("graph", "density"),
    [
        (_karate(), nx.density(nx.karate_club_graph())),
        (_appointing(), 5 / 20),
        (nx.MultiGraph([("a", "b"), ("a", "b"), ("b", "b")]), 1.0),
        (nx.DiGraph([("a", "b")]), 0.5),
        (nx.empty_graph(3), 0.0),
    ],
)
def test_density_counts_parallel_ties_once_and_no_loops(graph: Graph, density: float) -> None:
    assert summarise(graph).whole["density"] == pytest.approx(density)


def test_the_published_values_of_the_karate_club() -> None:
    """Degrees and core of Zachary's network as the literature has them; his split leaves 11 of 78 ties between."""
    found = summarise(_karate())
    assert [found.nodes[node]["degree"] for node in (0, 33, 32, 2)] == [16, 17, 12, 10]
    assert max(int(values["core"]) for values in found.nodes.values()) == 4
    between = sum(one != other for one, other in _clubs(_karate()))
    assert found.whole["share-between"] == pytest.approx(between / 78)
    assert found.whole["ei"] == pytest.approx((between - (78 - between)) / 78)


def _clubs(graph: Graph) -> list[tuple[str, str]]:
    return [(graph.nodes[u]["club"], graph.nodes[v]["club"]) for u, v in graph.edges()]


def _pair(**sectors: str) -> Graph:
    graph: Graph = nx.Graph([("a", "b"), ("b", "c")])
    for node, sector in sectors.items():
        graph.nodes[node]["sector"] = sector
    return graph


LACKING: list[tuple[str, Graph, str, dict[str, Missing]]] = [
    (
        "nobody has a sector",
        _pair(),
        "no-sectors",
        {name: Missing("no-sectors", "no node has the attribute 'sector' (known: none)") for name in OF_SECTORS},
    ),
    (
        "no tie joins two that have one",
        _pair(a="public", c="public"),
        "no-sectors",
        {
            "assortativity": Missing(
                "no-sectors", "no tie joins two nodes that both have a sector (of 2 more an end has no sector)"
            ),
            "share-between": Missing(
                "no-sectors", "no tie joins two nodes that both have a sector (of 2 more an end has no sector)"
            ),
        },
    ),
    (
        "all are of one",
        _pair(a="public", b="public", c="public"),
        "no-sectors",
        {
            "assortativity": Missing(
                "no-sectors",
                "all ties that can be placed lie within one sector, 'public': there is nothing to mix with",
            )
        },
    ),
    (
        "there is one node",
        nx.empty_graph(1),
        "too-few",
        {
            "density": Missing("too-few", "a network of one node has no density: there is nobody to be tied to"),
            "centralisation": Missing(
                "too-few", "the network has 1 nodes; from three on one of them can be more central than the rest"
            ),
        },
    ),
    (
        "nodes are of two sorts",
        _seated(),
        "two-modes",
        {
            name: Missing(
                "two-modes",
                "the network ties actors to what they take part in: ties between sectors are not in it",
            )
            for name in OF_SECTORS
        },
    ),
]


@pytest.mark.parametrize(("graph", "kind", "missing"), [one[1:] for one in LACKING], ids=[one[0] for one in LACKING])
def test_what_is_missing_says_why_and_is_in_no_column(graph: Graph, kind: str, missing: dict[str, Missing]) -> None:
    found = summarise(graph)
    assert {name: one for name, one in found.missing.items() if one.kind == kind and name in missing} == missing
    assert [str(one) for name, one in found.missing.items() if name in missing] == [
        missing[name].why for name in found.missing if name in missing
    ]
    assert set(missing) & set(found.whole) == set()
    assert {one.kind for one in found.missing.values()} <= set(REASONS)


def test_a_large_network_is_measured_but_for_what_goes_every_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """34 nodes and 78 ties are 2,652 steps: at that bound all is measured, below it not."""
    monkeypatch.setattr(summary_module, "_MOST_STEPS", 34 * 78)
    assert summarise(_karate()).missing == {}
    monkeypatch.setattr(summary_module, "_MOST_STEPS", 34 * 78 - 1)
    found = summarise(_karate())
    assert {name for name, one in found.missing.items() if one.kind == "too-large"} == set(found.missing)
    assert set(found.missing) == {"betweenness", "closeness", "constraint", "effective-size", "brokerage"}
    assert set(found.nodes[0]) == set(OF_NODES) - set(found.missing)


def test_another_attribute_may_hold_the_sector() -> None:
    assert summarise(_karate(), sector="club") == summarise(_karate())


def test_a_sector_that_is_misspelt_is_guessed() -> None:
    assert "did you mean 'club'?" in summarise(_karate(), sector="clib").missing["share-between"].why


def test_an_empty_network_is_refused() -> None:
    with pytest.raises(Unmeasurable, match="the network is empty: there is nothing to measure"):
        summarise(nx.Graph())


@st.composite
def _networks(draw: st.DrawFn) -> Graph:
    graph: Graph = draw(st.sampled_from([nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]))()
    count = draw(st.integers(1, 7))
    for node in range(count):
        sector = draw(st.sampled_from(["public", "civil-society", None]))
        graph.add_node(f"n{node}", **({} if sector is None else {"sector": sector}))
    ends = st.sampled_from([f"n{node}" for node in range(count)])
    weighted = draw(st.booleans())
    for source, target in draw(st.lists(st.tuples(ends, ends), max_size=12)):
        graph.add_edge(source, target, **({"weight": draw(st.integers(1, 4))} if weighted else {}))
    return graph


HANGING_ON_NAMES = {"community", "communities", "modularity"}
"""Louvain's order is drawn from the sorted names: other names may give another division, about as good."""


@given(_networks(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_what_nodes_are_called_and_in_what_order_they_came_changes_nothing(graph: Graph, chance: Any) -> None:
    """A law: the measures of a network are of its ties."""
    names = [f"m{number}" for number in range(len(graph))]
    chance.shuffle(names)
    called = dict(zip(graph, names, strict=True))
    other = graph.__class__()
    other.add_nodes_from(sorted(((called[node], said) for node, said in graph.nodes(data=True)), key=str))
    edges = [(called[source], called[target], said) for source, target, said in graph.edges(data=True)]
    chance.shuffle(edges)
    other.add_edges_from(edges)
    before, after = summarise(graph), summarise(other)
    for node, values in before.nodes.items():
        assert _without(after.nodes[called[node]]) == pytest.approx(_without(values))
    assert _without(after.whole) == pytest.approx(_without(before.whole))
    assert {name: one.kind for name, one in after.missing.items()} == {
        name: one.kind for name, one in before.missing.items()
    }


def _without(values: Mapping[str, Any]) -> dict[str, float]:
    return {name: value for name, value in values.items() if name not in HANGING_ON_NAMES}


@given(_networks())
@settings(max_examples=40, deadline=None)
def test_a_network_is_measured_and_left_as_it_was(graph: Graph) -> None:
    copy = graph.copy()
    summarise(graph)
    assert (dict(graph.nodes.items()), list(graph.edges(data=True))) == (
        dict(copy.nodes.items()),
        list(copy.edges(data=True)),
    )
