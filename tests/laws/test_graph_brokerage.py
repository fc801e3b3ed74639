"""Brokerage, structural holes and sector ties: laws, against brute force over all triples and all networks."""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from idebur.graph.measures.brokerage import Roles, brokerage
from idebur.graph.measures.holes import constraint, effective_size, efficiency
from idebur.graph.measures.sectors import ei_index, share_between, ties_by_sector

_ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison", "unplaced")
_SECTORS = ("public", "civil-society", "business", None)


@st.composite
def networks(draw: st.DrawFn, *, directed: bool | None = None) -> nx.Graph[Any]:
    """Up to seven nodes, with parallel ties and loops and nodes without a sector; shrinks towards two nodes, no tie."""
    kind = nx.MultiDiGraph if (draw(st.booleans()) if directed is None else directed) else nx.MultiGraph
    count = draw(st.integers(2, 7))
    graph: nx.Graph[Any] = kind()
    for node in range(count):
        sector = "public" if node == 0 else draw(st.sampled_from(_SECTORS))
        graph.add_node(node, **({} if sector is None else {"sector": sector}))
    ends = st.integers(0, count - 1)
    graph.add_edges_from(draw(st.lists(st.tuples(ends, ends), max_size=20)))
    return graph


def _by_triples(graph: nx.Graph[Any]) -> dict[Any, dict[str, int]]:
    """The definition, word by word: all ordered triples of distinct nodes, one by one."""
    found = {node: dict.fromkeys(_ROLES, 0) for node in graph}
    for a, b, c in permutations(graph, 3):
        if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c):
            first, middle, last = (graph.nodes[node].get("sector") for node in (a, b, c))
            if None in (first, middle, last):
                role = "unplaced"
            elif first == middle == last:
                role = "coordinator"
            elif first == last:
                role = "consultant"
            elif middle == last:
                role = "gatekeeper"
            elif first == middle:
                role = "representative"
            else:
                role = "liaison"
            found[b][role] += 1
    return found


@given(networks())
def test_each_role_is_counted_as_the_definition_says(graph: nx.Graph[Any]) -> None:
    found = brokerage(graph)
    assert {node: {role: getattr(roles, role) for role in _ROLES} for node, roles in found.nodes.items()} == (
        _by_triples(graph)
    )


@given(networks())
def test_the_roles_of_all_are_the_sum_of_the_roles_of_each(graph: nx.Graph[Any]) -> None:
    found = brokerage(graph)
    for role in _ROLES:
        assert getattr(found.total, role) == sum(getattr(roles, role) for roles in found.nodes.values())
        assert all(getattr(roles, role) >= 0 for roles in found.nodes.values())


@given(networks(directed=True))
def test_turning_every_tie_round_makes_gatekeepers_of_representatives(graph: nx.MultiDiGraph[Any]) -> None:
    there, back = brokerage(graph).nodes, brokerage(graph.reverse()).nodes
    for node, roles in there.items():
        assert (back[node].gatekeeper, back[node].representative) == (roles.representative, roles.gatekeeper)
        assert (back[node].coordinator, back[node].consultant, back[node].liaison) == (
            roles.coordinator,
            roles.consultant,
            roles.liaison,
        )


@given(networks(directed=False))
def test_an_undirected_tie_runs_both_ways(graph: nx.Graph[Any]) -> None:
    assert brokerage(graph).nodes == brokerage(graph.to_directed()).nodes


@given(networks())
def test_within_one_sector_all_brokers_are_coordinators(graph: nx.Graph[Any]) -> None:
    nx.set_node_attributes(graph, dict.fromkeys(graph, "public"), "sector")
    for roles in brokerage(graph).nodes.values():
        assert roles == Roles(coordinator=roles.total)


@pytest.mark.parametrize("sectors", ["aabb", "aabc", "abcc", "aaaa"])
@pytest.mark.parametrize("chance", [0.2, 0.5])
def test_the_expected_value_is_the_mean_over_all_networks(sectors: str, chance: float) -> None:
    """All 4096 directed networks of four nodes, each by its probability when every tie is there with *chance*."""
    pairs = list(permutations(range(4), 2))
    mean = {node: dict.fromkeys(_ROLES, 0.0) for node in range(4)}
    for there in product([False, True], repeat=len(pairs)):
        graph: nx.DiGraph[int] = nx.DiGraph()
        graph.add_nodes_from((node, {"sector": sectors[node]}) for node in range(4))
        graph.add_edges_from(pair for pair, is_there in zip(pairs, there, strict=True) if is_there)
        likely = chance ** sum(there) * (1 - chance) ** (len(there) - sum(there))
        for node, roles in _by_triples(graph).items():
            for role, number in roles.items():
                mean[node][role] += likely * number
    expected = _expected_at(sectors, chance)
    for node in range(4):
        for role in _ROLES:
            assert getattr(expected[sectors[node]], role) == pytest.approx(mean[node][role])


def _expected_at(sectors: str, chance: float) -> dict[str, Roles]:
    """What is expected in a network of these sectors, scaled from the density it has to that of *chance*."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from((node, {"sector": sector}) for node, sector in enumerate(sectors))
    graph.add_edge(0, 1)
    found = brokerage(graph)
    assert found.density == pytest.approx(1 / 12)
    factor = chance**2 * (1 - chance) / (found.density**2 * (1 - found.density))
    return {
        sector: Roles(*(getattr(roles, role) * factor for role in _ROLES)) for sector, roles in found.expected.items()
    }


@given(networks())
def test_every_tie_is_within_across_unplaced_or_a_loop(graph: nx.Graph[Any]) -> None:
    table = ties_by_sector(graph)
    assert table.within + table.across + table.unplaced + table.loops == graph.number_of_edges()


@given(networks())
def test_share_and_index_say_the_same_on_two_scales(graph: nx.Graph[Any]) -> None:
    table = ties_by_sector(graph)
    if table.within + table.across == 0:
        return
    found = ei_index(graph)
    assert share_between(graph) == pytest.approx((found.index + 1) / 2)
    assert sum(split.external for split in found.sectors.values()) == 2 * found.whole.external
    assert sum(split.internal for split in found.nodes.values()) == 2 * found.whole.internal


@given(networks())
def test_effective_size_without_weights_is_borgattis(graph: nx.Graph[Any]) -> None:
    """*n − 2t/n* in a simple undirected network; the ties among contacts are counted pair by pair."""
    simple: nx.Graph[Any] = nx.Graph(graph)
    for node, size in effective_size(simple).items():
        contacts = set(simple[node]) - {node}
        among = sum(simple.has_edge(one, other) for one, other in combinations(contacts, 2))
        assert size == pytest.approx(len(contacts) - 2 * among / len(contacts))


@given(networks())
def test_holes_lie_within_their_bounds(graph: nx.Graph[Any]) -> None:
    sizes, shares, bound = effective_size(graph), efficiency(graph), constraint(graph)
    assert sizes.keys() == shares.keys() == bound.keys()
    for node in sizes:
        contacts = (set(nx.all_neighbors(graph, node)) if graph.is_directed() else set(graph[node])) - {node}
        assert 1 - 1e-9 <= sizes[node] <= len(contacts) + 1e-9
        assert 1 / len(contacts) - 1e-9 <= bound[node]
