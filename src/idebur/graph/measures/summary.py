"""Many measures of one network at once: a row for each node, and what holds for the whole.

A measure that the network has not what it takes for (a sector index where nobody has a sector) is left out, and
:attr:`Summary.missing` says why: it is never a zero.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from idebur.errors import MissingExtra, Unmeasurable
from idebur.graph.measures.brokerage import brokerage
from idebur.graph.measures.centrality import (
    betweenness,
    centralisation,
    closeness,
    core_number,
    degree,
    pagerank,
    strength,
)
from idebur.graph.measures.groups import Communities, communities, components
from idebur.graph.measures.holes import constraint, effective_size
from idebur.graph.measures.sectors import assortativity, ei_index, share_between
from idebur.graph.measures.ties import Network

__all__ = ["OF_NODES", "OF_WHOLE", "REASONS", "Asking", "Missing", "Summary", "summarise"]

Value = float | int | str
_MOST_STEPS = 50_000_000
"""Nodes times edges beyond which what looks further than a node and its edges is left out."""

REASONS = ("two-modes", "too-large", "not-installed", "no-sectors", "too-few", "otherwise")
"""Why a measure may be missing: see :class:`Missing`."""


@frozen
class Missing:
    """Why a network has no such measure."""

    kind: str
    """One of :data:`REASONS`, in that order: actors are tied to what they take part in and not to each other; all
    shortest ways, or all that neighbours share, would have to be gone through; a library is not installed; ties between
    sectors are asked for and too few nodes have one; there are too few nodes; anything else."""

    why: str
    """The reason in words."""

    def __str__(self) -> str:
        return self.why


@frozen
class Summary:
    """The measures of a network; equal networks give equal ones."""

    nodes: Mapping[Hashable, Mapping[str, Value]]
    """For each node, in the order of the graph, its measures by name; what it has none of is left out."""

    whole: Mapping[str, Value]
    """For the whole network, by name."""

    missing: Mapping[str, Missing] = field(factory=dict)
    """The measures that the network has not what it takes for, each with the reason."""


class _TwoModes(Unmeasurable):
    """Nodes are of two sorts."""


class _TooLarge(Unmeasurable):
    """There are too many ways to go."""


class _Asked:
    """A network that is measured, with what several measures need."""

    def __init__(self, graph: Network, sector: str) -> None:
        self.graph = graph
        self.sector = sector

    @cached_property
    def communities(self) -> Communities:
        return communities(self.graph)

    @property
    def weight(self) -> str | None:
        """The attribute that holds weights, where edges have one."""
        return "weight" if any("weight" in said for *_, said in self.graph.edges(data=True)) else None

    @property
    def one_mode(self) -> Network:
        """The graph, where its nodes are all of one sort: what one sits in belongs to no sector as one does oneself."""
        if any("bipartite" in said for _, said in self.graph.nodes(data=True)):
            raise _TwoModes("the network ties actors to what they take part in: ties between sectors are not in it")
        return self.graph

    @property
    def small(self) -> Network:
        """The graph, where all its shortest ways, and all that neighbours share, can be gone through."""
        nodes, edges = len(self.graph), self.graph.number_of_edges()
        if nodes * edges > _MOST_STEPS:
            raise _TooLarge(
                f"to go through every way of {nodes} nodes and {edges} edges takes too long here; "
                "idebur.graph.array_paths has betweenness from a sample"
            )
        return self.graph


def summarise(graph: Network, *, sector: str = "sector") -> Summary:
    """Measure a network: :data:`OF_NODES` for each node, :data:`OF_WHOLE` for the whole.

    Weights (the attribute ``weight``) count for strength and PageRank alone; direction counts where the measure knows
    it. What asks for every shortest way is left out where nodes times edges exceed fifty million. Brokerage is left out
    for a node of which it cannot be told, since those between whom it stands have no sector.

    Raises:
        Unmeasurable: the network has no nodes.

    >>> import networkx as nx
    >>> summarise(nx.star_graph(["Anna", "Bo", "Cilla"])).nodes["Anna"]["betweenness"]
    1.0
    """
    if not len(graph):
        raise Unmeasurable("the network is empty: there is nothing to measure")
    asked, missing = _Asked(graph, sector), dict[str, Missing]()
    by_measure = {name: _try(name, one, asked, missing) or {} for name, one in OF_NODES.items()}
    whole = {name: _try(name, one, asked, missing) for name, one in OF_WHOLE.items()}
    nodes = {
        node: {name: values[node] for name, values in by_measure.items() if values.get(node) is not None}
        for node in graph
    }
    return Summary(nodes, {name: value for name, value in whole.items() if value is not None}, missing)


def _try(name: str, measure: Asking, asked: _Asked, missing: dict[str, Missing]) -> Any:
    try:
        return measure.ask(asked)
    except _TwoModes as why:
        missing[name] = Missing("two-modes", str(why))
    except _TooLarge as why:
        missing[name] = Missing("too-large", str(why))
    except Unmeasurable as why:
        missing[name] = Missing(measure.lacks, str(why))
    except MissingExtra as why:
        missing[name] = Missing("not-installed", str(why))
    return None


@frozen
class Asking:
    """A measure of a summary: what it is called in Swedish and English, and how it is asked for."""

    sv: str
    en: str
    ask: Callable[[_Asked], Any]

    lacks: str = "otherwise"
    """What a network lacks that has no such measure, where nothing else is the reason: one of :data:`REASONS`."""

    def said(self, lang: str) -> str:
        """What it is called."""
        return self.sv if lang == "sv" else self.en


def _brokered(asked: _Asked) -> Mapping[Hashable, Value]:
    found = brokerage(_Asked(asked.one_mode, asked.sector).small, asked.sector)
    return {node: roles.total for node, roles in found.nodes.items() if roles.total or not roles.unplaced}


def _ei(asked: _Asked) -> Mapping[Hashable, Value]:
    found = ei_index(asked.one_mode, asked.sector).nodes
    return {node: split.index for node, split in found.items() if split.internal or split.external}


def _community(asked: _Asked) -> Mapping[Hashable, Value]:
    return {node: number for number, group in enumerate(asked.communities.groups, 1) for node in group}


def _density(asked: _Asked) -> float:
    """The share of all possible ties that there are, parallel ones counted once, loops left out."""
    graph = asked.graph
    n = len(graph)
    if n < 2:
        raise Unmeasurable("a network of one node has no density: there is nobody to be tied to")
    pairs = {(u, v) if graph.is_directed() else frozenset((u, v)) for u, v, *_ in graph.edges() if u != v}
    return len(pairs) / (n * (n - 1) / (1 if graph.is_directed() else 2))


OF_NODES: Mapping[str, Asking] = {
    "degree": Asking("grad", "degree", lambda asked: degree(asked.graph)),
    "strength": Asking("styrka", "strength", lambda asked: strength(asked.graph, asked.weight)),
    "betweenness": Asking("mellanläge", "betweenness", lambda asked: betweenness(asked.small)),
    "closeness": Asking("närhet", "closeness", lambda asked: closeness(asked.small)),
    "pagerank": Asking("pagerank", "pagerank", lambda asked: pagerank(asked.graph, weight=asked.weight)),
    "core": Asking("kärna", "core", lambda asked: core_number(asked.graph)),
    "constraint": Asking("bundenhet", "constraint", lambda asked: constraint(asked.small)),
    "effective-size": Asking("verksam storlek", "effective size", lambda asked: effective_size(asked.small)),
    "brokerage": Asking("förmedling", "brokerage", _brokered, "no-sectors"),
    "ei": Asking("E–I", "E–I", _ei, "no-sectors"),
    "community": Asking("kluster", "community", _community),
}
"""The measures of nodes, by name."""

OF_WHOLE: Mapping[str, Asking] = {
    "nodes": Asking("punkter", "nodes", lambda asked: len(asked.graph)),
    "edges": Asking("samband", "relations", lambda asked: asked.graph.number_of_edges()),
    "density": Asking("täthet", "density", _density, "too-few"),
    "components": Asking("skilda delar", "components", lambda asked: len(components(asked.graph))),
    "communities": Asking("kluster", "communities", lambda asked: len(asked.communities.groups)),
    "modularity": Asking("modularitet", "modularity", lambda asked: asked.communities.modularity),
    "centralisation": Asking(
        "centralisering (grad)", "centralisation (degree)", lambda asked: centralisation(asked.graph).value, "too-few"
    ),
    "share-between": Asking(
        "andel samband mellan sektorer",
        "share of relations between sectors",
        lambda asked: share_between(asked.one_mode, asked.sector),
        "no-sectors",
    ),
    "ei": Asking(
        "E–I-index för sektorer",
        "E–I index of sectors",
        lambda asked: ei_index(asked.one_mode, asked.sector).index,
        "no-sectors",
    ),
    "unplaced": Asking(
        "samband där en ände saknar sektor (ej medräknade)",
        "relations with an end that has no sector (not counted)",
        lambda asked: ei_index(asked.one_mode, asked.sector).whole.unplaced,
        "no-sectors",
    ),
    "assortativity": Asking(
        "assortativitet efter sektor",
        "assortativity by sector",
        lambda asked: assortativity(asked.one_mode, asked.sector),
        "no-sectors",
    ),
}
"""The measures of the whole network, by name."""
