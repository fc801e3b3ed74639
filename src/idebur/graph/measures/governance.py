"""Who appoints and who convenes: measures that know the kinds of a graph of agreements.

They take what :func:`idebur.graph.building.build` makes, or any directed network whose nodes and edges have a ``kind``
of :mod:`idebur.graph.kinds`. What is not said is listed as not said, and never enters a share as a zero. Give the graph
of one day or one version: what is proposed and what is in force are two answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from idebur.errors import Unmeasurable
from idebur.graph.kinds import edge_kinds
from idebur.graph.measures.ties import Network, named

__all__ = [
    "APPOINTS",
    "CONVENES",
    "PARTIES",
    "Appointer",
    "AppointmentPower",
    "Convenor",
    "Dependence",
    "Edge",
    "appointment_power",
    "asked_kinds",
    "dependence_on_convenor",
    "edges_of",
    "kind_of",
    "parties_of",
]

APPOINTS = frozenset({"appoints", "elects"})
"""The kinds of edges by which a post is filled; to nominate does not fill it."""

CONVENES = frozenset({"convenes", "leads", "may-chair"})
"""The kinds of edges by which one calls a body or a routine together or leads it."""

PARTIES = frozenset({"party-to", "signed", "joined"})
"""The kinds of edges that make an actor a party of an agreement."""

Edge: TypeAlias = tuple[str, str, Mapping[str, Any]]
"""Source, target, attributes."""


def edges_of(graph: Network) -> tuple[Edge, ...]:
    """Give the edges of a graph of agreements: source, target, attributes.

    Raises:
        Unmeasurable: the network is undirected or empty, or none of its edges says its kind.
    """
    if not graph.is_directed():
        raise Unmeasurable("the network has no directions, and who appoints whom is one: give the graph that was built")
    if graph.number_of_nodes() == 0:
        raise Unmeasurable("the network has no nodes")
    found = tuple((source, target, said) for source, target, said in graph.edges(data=True) if "kind" in said)
    if graph.number_of_edges() and not found:
        raise Unmeasurable(
            "no edge of the network says its kind: give the graph that was built, not a projection of it"
        )
    return found


def asked_kinds(edges: Iterable[Edge], kinds: str | Collection[str]) -> frozenset[str]:
    """The kinds of edges that are asked for, each of them known or among *edges*.

    Raises:
        UnknownKey: one is neither.
    """
    return edge_kinds(kinds, (str(said["kind"]) for *_, said in edges))


def kind_of(graph: Network, node: str) -> str:
    """The kind of a node, "" where a hand-made node has none."""
    return str(graph.nodes[node].get("kind", ""))


def parties_of(graph: Network, edges: Iterable[Edge], agreement: str | None = None) -> frozenset[str]:
    """Name the parties of an agreement, or of any: those that are a party to it, have signed or joined it.

    An office in which somebody signs is no party.
    """
    found = (source for source, target, said in edges if said["kind"] in PARTIES and agreement in {None, target})
    return frozenset(source for source in found if kind_of(graph, source) not in _NO_PARTY)


_NO_PARTY = frozenset({"office", "seat", "body", "agreement"})


# --- appointments ---


@frozen
class Appointer:
    """What one actor appoints to."""

    name: str
    """What it is called."""

    posts: tuple[str, ...]
    """The posts that it fills, alone or with others."""

    share: float
    """Its part of all posts of which it is said who fills them; a post filled by several is divided equally."""

    own: int
    """How many of them are its own: seats that are for it, offices that are its."""

    @property
    def over_others(self) -> int:
        """How many of them are not its own."""
        return len(self.posts) - self.own


@frozen
class AppointmentPower:
    """Who fills how many posts, and of how many it is not said."""

    appointers: Mapping[str, Appointer]
    """By node, whoever fills a post."""

    said: tuple[str, ...]
    """The posts of which it is said who fills them."""

    unsaid: tuple[str, ...]
    """The posts of which it is not."""

    ex_officio: tuple[str, ...]
    """The seats that come with an office, so that nobody fills them."""

    def __str__(self) -> str:
        count = len(self.said)
        rest = f"; {len(self.ex_officio)} more come with an office" if self.ex_officio else ""
        lines = [f"Of {count + len(self.unsaid)} posts it is said of {count or 'none'} who fills them{rest}."]
        for one in sorted(self.appointers.values(), key=lambda one: (-one.share, one.name)):
            own = f", {one.own} of them its own" if one.own else ""
            lines.append(f"{one.name}: {len(one.posts)} ({one.share:.0%} of those said){own}")
        return "\n".join(lines)


def appointment_power(graph: Network, *, kinds: str | Collection[str] = APPOINTS) -> AppointmentPower:
    """Measure how the power to appoint is divided: who fills how many seats, offices, bodies and chairs.

    The share of *i* is *sᵢ = (1 / n) Σₚ 1 / kₚ*, over the posts *p* that *i* fills, *kₚ* being how many fill *p*
    together and *n* the number of posts of which it is said who fills them; the shares add to 1. A post is a seat, an
    office, the chair of a body (written ``…#chair``), or a body without seats to whose whole one appoints; a seat of
    which nothing is said is filled by whoever appoints to the body. However many places a seat stands for, it is one
    post: how many there are is mostly not said. A share among those said says nothing of those unsaid.

    Raises:
        Unmeasurable: the graph has no seats, no offices and no appointments.
        UnknownKey: one of *kinds* is no kind of edge.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("chair", kind="office")
    >>> for seat in ("one", "two", "three"):
    ...     graph.add_node(seat, kind="seat")
    >>> _ = graph.add_edge("region", "chair", kind="appoints"), graph.add_edge("region", "one", kind="appoints")
    >>> _ = graph.add_edge("region", "one", kind="has-seat"), graph.add_edge("network", "two", kind="appoints")
    >>> print(appointment_power(graph))
    Of 4 posts it is said of 3 who fills them.
    region: 2 (67% of those said), 1 of them its own
    network: 1 (33% of those said)
    """
    edges = edges_of(graph)
    ex_officio = {source for source, _, said in edges if said["kind"] == "comes-with"}
    owned = {(source, target) for source, target, said in edges if said["kind"] == "has-seat"}
    owned |= {(target, source) for source, target, said in edges if said["kind"] == "office-of"}
    asked = asked_kinds(edges, kinds)
    if kinds is APPOINTS:  # and whatever verb of its own an agreement appoints by
        asked |= {str(said["kind"]) for *_, said in edges if said.get("fills") is True}
    fills = _filled(edges, asked, ex_officio)
    posts = {node for node in graph if kind_of(graph, node) in {"seat", "office"}} | fills.keys()
    if not posts:
        raise Unmeasurable("the graph has no seats, no offices and no appointments")
    by: dict[str, list[str]] = defaultdict(list)
    for post in sorted(fills):
        for actor in fills[post]:
            by[actor].append(post)
    appointers = {
        actor: Appointer(
            named(graph, actor),
            tuple(filled),
            sum(1 / len(fills[post]) for post in filled) / len(fills),
            sum((actor, post) in owned for post in filled),
        )
        for actor, filled in sorted(by.items())
    }
    unsaid = tuple(sorted(posts - fills.keys() - ex_officio))
    return AppointmentPower(appointers, tuple(sorted(fills)), unsaid, tuple(sorted(ex_officio - fills.keys())))


def _filled(edges: Iterable[Edge], kinds: frozenset[str], ex_officio: set[str]) -> dict[str, set[str]]:
    """By post, those who fill it; a seat of which nothing is said goes with its body."""
    fills: dict[str, set[str]] = defaultdict(set)
    seats_of: dict[str, set[str]] = defaultdict(set)
    for source, target, said in edges:
        if said["kind"] in kinds:
            chair = str(said.get("field", "")).startswith("chair")
            fills[f"{target}#chair" if chair else target].add(source)
        elif said["kind"] == "seat-of":
            seats_of[target].add(source)
    for body in sorted(fills.keys() & seats_of.keys()):
        whole = fills.pop(body)
        for seat in seats_of[body] - fills.keys() - ex_officio:
            fills[seat] = whole
    return dict(fills)


# --- convening ---


@frozen
class Convenor:
    """What one actor calls together or leads."""

    name: str
    """What it is called."""

    alone: tuple[str, ...]
    """The bodies and routines that nobody else convenes."""

    together: tuple[str, ...]
    """Those that others convene too."""

    share: float
    """Its part of all that is convened; what several convene is divided equally."""


@frozen
class Dependence:
    """How much of the work hangs on one convenor."""

    convenors: Mapping[str, Convenor]
    """By node."""

    convened: tuple[str, ...]
    """The bodies and routines of which it is said who convenes or leads them."""

    unsaid: tuple[str, ...]
    """Those of which it is not."""

    @property
    def concentration(self) -> float:
        """The Herfindahl–Hirschman index *Σᵢ sᵢ²*: 1 where one convenes all, *1/n* where *n* share equally."""
        return sum(one.share**2 for one in self.convenors.values())

    def share_alone(self, convenor: str) -> float:
        """The share of all that is convened that nobody but *convenor* convenes."""
        return len(self.convenors[convenor].alone) / len(self.convened)

    def __str__(self) -> str:
        whole = len(self.convened)
        said = f"Of {whole + len(self.unsaid)} bodies and routines it is said of {whole} who convenes or leads them"
        lines = [f"{said}; concentration {self.concentration:.2f}."]
        for node, one in sorted(self.convenors.items(), key=lambda item: (-item[1].share, item[1].name)):
            lines.append(f"{one.name}: {one.share:.0%}, alone {len(one.alone)} ({self.share_alone(node):.0%})")
        return "\n".join(lines)


def dependence_on_convenor(graph: Network, *, kinds: str | Collection[str] = CONVENES) -> Dependence:
    """Measure how far the bodies and routines depend on one who convenes, chairs or leads them.

    The share of *i* is *sᵢ = (1 / n) Σ 1 / kₜ* over what *i* convenes, *kₜ* being how many convene *t*, and the
    concentration the Herfindahl–Hirschman index *Σᵢ sᵢ²* (Hirschman 1964, American Economic Review 54:761–762): 1 where
    all hangs on one. A chair that rotates or is shared counts for each of those it falls to. An office is a convenor of
    its own, and is not laid to the actor that it belongs to. A part of a routine goes with its whole: it counts only
    where its own convenor is said.

    Raises:
        Unmeasurable: of no body and no routine it is said who convenes or leads it.
        UnknownKey: one of *kinds* is no kind of edge.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> for node, kind in [("forum", "body"), ("board", "body"), ("plan", "routine"), ("party", "routine")]:
    ...     graph.add_node(node, kind=kind)
    >>> for source, target in [("region", "forum"), ("region", "plan"), ("region", "board"), ("network", "board")]:
    ...     _ = graph.add_edge(source, target, kind="convenes")
    >>> print(dependence_on_convenor(graph))
    Of 4 bodies and routines it is said of 3 who convenes or leads them; concentration 0.72.
    region: 83%, alone 2 (67%)
    network: 17%, alone 0 (0%)
    """
    by: dict[str, set[str]] = defaultdict(set)
    parts = set()
    edges = edges_of(graph)
    calling = asked_kinds(edges, kinds)
    for source, target, said in edges:
        if said["kind"] in calling and kind_of(graph, target) in {"body", "routine"} and source != target:
            by[target].add(source)
        elif said["kind"] == "belongs-to" and kind_of(graph, target) == "routine":
            parts.add(source)
    if not by:
        raise Unmeasurable("of no body and no routine it is said who convenes or leads it")
    things: dict[str, set[str]] = defaultdict(set)
    for thing, actors in by.items():
        for actor in actors:
            things[actor].add(thing)
    convenors = {
        actor: Convenor(
            named(graph, actor),
            tuple(sorted(thing for thing in own if len(by[thing]) == 1)),
            tuple(sorted(thing for thing in own if len(by[thing]) > 1)),
            sum(1 / len(by[thing]) for thing in own) / len(by),
        )
        for actor, own in sorted(things.items())
    }
    wholes = {node for node in graph if kind_of(graph, node) in {"body", "routine"}} - parts
    return Dependence(convenors, tuple(sorted(by)), tuple(sorted(wholes - by.keys())))
