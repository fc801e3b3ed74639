"""Smaller graphs by named rules: worked by hand, and wrong input read aloud."""

from __future__ import annotations

from typing import Any, TypeAlias

import networkx as nx
import pytest

from idebur.agreement import Agreement
from idebur.errors import UnknownKey, Unmeasurable
from idebur.graph import build
from idebur.graph.projections import PROJECTIONS, project

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def network(kinds: dict[str, str], *edges: tuple[str, str, str], **more: Any) -> Graph:
    """A graph made by hand: the kind of each node, and edges as source, kind, target."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from((node, {"kind": kind}) for node, kind in kinds.items())
    for number, (source, kind, target) in enumerate(edges):
        graph.add_edge(source, target, f"e{number}", kind=kind, **more)
    return graph


def weighted(graph: nx.Graph[str]) -> dict[tuple[str, str], tuple[int, str]]:
    directed = graph.is_directed() or "bipartite" in next(iter(graph.nodes.values()), {})
    return {
        (source, target) if directed else (min(source, target), max(source, target)): (said["weight"], said["through"])
        for source, target, said in graph.edges(data=True)
    }


PEOPLE = {"p": "party", "q": "party", "o": "organisation", "u": "unit", "f": "body", "x": "agreement", "e": "event"}


def test_two_are_tied_by_each_thing_in_which_both_take_part() -> None:
    """Once by each thing, however many ways there are to take part in it."""
    graph = network(
        PEOPLE,
        ("p", "party-to", "x"),
        ("p", "signed", "x"),
        ("q", "party-to", "x"),
        ("p", "seated-in", "f"),
        ("q", "may-chair", "f"),
        ("o", "attends", "e"),
        ("q", "attends", "e"),
        ("f", "attends", "e"),
        ("f", "governs", "x"),
    )
    assert weighted(project(graph, "parties")) == {("p", "q"): (2, "x; f"), ("o", "q"): (1, "e")}


def test_a_unit_stands_for_the_whole_unless_it_is_asked_otherwise() -> None:
    """And nobody is tied to itself by sitting in one body twice."""
    graph = network(
        PEOPLE, ("u", "part-of", "p"), ("u", "seated-in", "f"), ("p", "seated-in", "f"), ("q", "seated-in", "f")
    )
    assert weighted(project(graph, "parties")) == {("p", "q"): (1, "f")}
    assert weighted(project(graph, "parties", wholes=False)) == {
        ("p", "q"): (1, "f"),
        ("p", "u"): (1, "f"),
        ("q", "u"): (1, "f"),
    }


def test_the_part_of_a_part_stands_for_the_whole() -> None:
    graph = network(PEOPLE | {"v": "unit"}, ("v", "part-of", "u"), ("u", "part-of", "p"), ("v", "seated-in", "f"))
    assert list(project(graph, "bodies").edges()) == [("p", "f")]


def test_an_organisation_that_is_part_of_an_umbrella_stands_for_itself() -> None:
    graph = network(PEOPLE, ("o", "part-of", "p"), ("o", "seated-in", "f"))
    assert list(project(graph, "bodies").edges()) == [("o", "f")]


def test_of_two_wholes_the_same_is_taken_whichever_is_told_first() -> None:
    edges = (("u", "part-of", "p"), ("u", "part-of", "q"), ("u", "seated-in", "f"))
    one, other = network(PEOPLE, *edges), network(PEOPLE, edges[1], edges[0], edges[2])
    assert set(project(one, "bodies").edges()) == set(project(other, "bodies").edges())


def test_belonging_is_counted_by_its_ways() -> None:
    graph = project(
        network(PEOPLE, ("p", "party-to", "x"), ("p", "signed", "x"), ("p", "party-to", "x"), ("o", "observes", "x")),
        "agreements",
    )
    assert weighted(graph) == {("p", "x"): (2, "party-to; signed"), ("o", "x"): (1, "observes")}
    assert {node: said["bipartite"] for node, said in graph.nodes(data=True)} == {"p": 0, "o": 0, "x": 1}


def test_seats_are_counted_by_kind_of_seat_and_only_in_bodies() -> None:
    graph: Graph = network(PEOPLE, ("p", "seated-in", "x"))
    for through in ("s1", "s2", "s2"):
        graph.add_edge("p", "f", kind="seated-in", through=through)
    assert weighted(project(graph, "bodies")) == {("p", "f"): (2, "s1; s2")}


def test_bodies_that_sit_in_each_other_are_tied_by_all_their_seats() -> None:
    graph: Graph = network(PEOPLE | {"g": "body"})
    for source, target, through in (("f", "g", "s1"), ("f", "g", "s2"), ("g", "f", "s3")):
        graph.add_edge(source, target, kind="seated-in", through=through)
    assert list(project(graph, "bodies").edges(data="weight")) == [("f", "g", 3)]


def test_power_to_appoint_is_counted_by_seats_and_offices() -> None:
    graph = network(
        PEOPLE | {"s": "seat", "t": "seat", "h": "office"},
        ("s", "seat-of", "f"),
        ("t", "seat-of", "f"),
        ("p", "appoints", "s"),
        ("p", "elects", "t"),
        ("p", "nominates", "t"),
        ("f", "appoints", "t"),
        ("q", "appoints", "h"),
        ("q", "appoints", "e"),
    )
    found = project(graph, "appointments")
    assert weighted(found) == {("p", "f"): (2, "s; t"), ("f", "f"): (1, "t"), ("q", "h"): (1, "h")}
    assert found.is_directed()


def test_commitments_are_counted_each_once() -> None:
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from((node, {"kind": "party"}) for node in "pq")
    for key, path in enumerate(("c.a", "c.b", "c.b")):
        graph.add_edge("p", "q", key, kind="owes", agreement="x", path=path)
    assert weighted(project(graph, "commitments")) == {("p", "q"): (2, "x/c.a; x/c.b")}


def test_events_are_counted_by_ways_to_have_a_part() -> None:
    graph = network(PEOPLE, ("p", "attends", "e"), ("p", "convenes", "e"), ("e", "after", "e"))
    assert weighted(project(graph, "events")) == {("p", "e"): (2, "attends; convenes")}


def test_relations_are_not_collapsed() -> None:
    graph = network(
        PEOPLE, ("p", "owes", "q"), ("p", "owes", "q"), ("u", "part-of", "p"), ("u", "owes", "q"), ("p", "signed", "x")
    )
    found = project(graph, "relations")
    assert sorted(found.edges()) == [("p", "q")] * 3
    assert project(graph, "relations", wholes=False).number_of_edges() == 4


@pytest.mark.parametrize("name", sorted(PROJECTIONS))
def test_every_projection_says_its_rule_and_what_its_weights_count_in_both_languages(name: str) -> None:
    projection = PROJECTIONS[name]
    assert projection.rule.keys() == projection.counts.keys() == {"sv", "en"}
    assert projection.rule["sv"] != projection.rule["en"]
    found = project(network(PEOPLE), name)
    assert found.graph == {"projection": name, "counts": projection.counts["en"]}
    assert len(found) == 0


@pytest.mark.parametrize("name", sorted(PROJECTIONS))
def test_an_empty_graph_has_empty_projections(name: str) -> None:
    empty: Graph = nx.MultiDiGraph()
    assert len(project(empty, name)) == 0


@pytest.mark.parametrize("name", sorted(PROJECTIONS))
def test_what_is_projected_is_left_as_it_was(name: str) -> None:
    graph = network(PEOPLE, ("p", "party-to", "x"), ("q", "party-to", "x"))
    before = sorted(graph.edges(keys=True)), {node: dict(said) for node, said in graph.nodes(data=True)}
    found = project(graph, name)
    found.add_node("new")
    for said in found.nodes.values():
        said["changed"] = True
    assert (sorted(graph.edges(keys=True)), {node: dict(said) for node, said in graph.nodes(data=True)}) == before


def test_the_parties_of_two_agreements_are_tied_through_whom_they_share() -> None:
    texts = [
        {"agreement": key, "parties": {"shared": {"name": "S"}, own: {"name": own}}}
        for key, own in (("a", "one"), ("b", "two"))
    ]
    graph = build(*map(Agreement.model_validate, texts))
    assert weighted(project(graph, "parties")) == {
        ("actor/one", "actor/shared"): (1, "agreement/a"),
        ("actor/shared", "actor/two"): (1, "agreement/b"),
    }


# --- wrong input, read aloud ---


def test_an_unknown_projection() -> None:
    with pytest.raises(UnknownKey) as caught:
        project(network(PEOPLE), "partys")
    assert str(caught.value) == (
        "no projection is called 'partys'; did you mean 'parties'? "
        "known: agreements, appointments, bodies, commitments, events, parties, relations"
    )


def test_a_node_of_a_graph_made_by_hand_without_a_kind() -> None:
    graph = network(PEOPLE)
    graph.add_edge("p", "dangling", kind="party-to")
    with pytest.raises(Unmeasurable) as caught:
        project(graph, "parties")
    assert str(caught.value) == (
        "the node 'dangling' has no kind, so that no projection can tell what it is; give it the attribute 'kind'"
    )


@pytest.mark.parametrize(
    ("edges", "told"),
    [
        ((("u", "part-of", "u"),), "u is part of u: nothing can be part of itself"),
        ((("u", "part-of", "v"), ("v", "part-of", "u")), "u is part of v is part of u: nothing can be part of itself"),
    ],
)
def test_a_cycle_of_wholes(edges: tuple[tuple[str, str, str], ...], told: str) -> None:
    graph = network(PEOPLE | {"v": "unit"}, *edges)
    with pytest.raises(Unmeasurable) as caught:
        project(graph, "parties")
    assert str(caught.value) == told
    assert len(project(graph, "parties", wholes=False)) == 0


def test_a_graph_without_directions() -> None:
    graph: nx.Graph[str] = nx.Graph([("p", "x")])
    with pytest.raises(Unmeasurable, match=r"^the graph is undirected, so that nobody can tell who does what to whom"):
        project(graph, "parties")  # type: ignore[arg-type]


def test_a_graph_without_parallel_edges_is_projected_like_any_other() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((node, {"kind": "party"}) for node in "pq")
    graph.add_edge("p", "q", kind="owes")
    assert list(project(graph, "relations").edges()) == [("p", "q")]  # type: ignore[arg-type]


def test_an_edge_without_a_kind_is_no_tie() -> None:
    graph = network(PEOPLE)
    graph.add_edge("p", "x")
    assert all(project(graph, name).number_of_edges() == 0 for name in PROJECTIONS if name != "relations")


def test_a_loop_is_kept_where_a_rule_makes_one_and_nowhere_else() -> None:
    graph = network(PEOPLE, ("p", "owes", "p"), ("f", "appoints", "f"), ("p", "party-to", "x"))
    assert weighted(project(graph, "appointments")) == {("f", "f"): (1, "f")}
    assert project(graph, "parties").number_of_edges() == 0
    assert project(graph, "relations").number_of_edges() == 0
    assert list(project(graph, "commitments").edges()) == [("p", "p")]
