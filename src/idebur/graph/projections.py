"""Smaller graphs made from the whole one, each by a named rule that says what is collapsed and what a weight counts.

In the whole graph nothing is collapsed: whoever is party to an agreement, has signed it and holds an original of it has
three edges to it. A projection keeps some kinds of nodes, makes one edge of all that its rule takes together, and says
in ``weight`` how many there were, in ``through`` which (in ``things``, what those are called), and in the graph's own
``counts`` what was counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import networkx as nx
from attrs import frozen

from idebur.errors import UnknownKey, Unmeasurable
from idebur.graph.array_measures import projection as projected
from idebur.graph.arrays import Ties
from idebur.graph.kinds import ACTORS, EDGES
from idebur.vocabulary import shipped

__all__ = ["MEMBERSHIPS", "PROJECTIONS", "Projection", "project", "project_large"]

Tie = tuple[str, str, str]
"""From whom, to what, and what is counted once."""


@frozen
class Projection:
    """A named way to make a smaller graph: its rule and what its weights count, in Swedish and English."""

    name: str
    rule: Mapping[str, str]
    counts: Mapping[str, str]
    ties: Callable[[nx.MultiDiGraph[str]], Iterator[Tie]] | None
    """What it takes together; ``None`` where it takes nothing together."""

    directed: bool = False
    two_mode: bool = False
    shared: bool = False
    """Whether actors are tied to each other by what they have in common, instead of to that."""


def project(graph: nx.MultiDiGraph[str], name: str, *, wholes: bool = True) -> nx.Graph[str]:
    """Make one of the :data:`PROJECTIONS` of a graph. Its nodes keep their attributes, its edges carry weights.

    Directed projections are a :class:`networkx.DiGraph`, the others a :class:`networkx.Graph`; ``relations`` alone
    keeps parallel edges and is a :class:`networkx.MultiDiGraph`. In a projection onto two sorts of nodes,
    ``bipartite`` is 0 for those who act and 1 for what they act in. An edge from a node to itself is kept where a rule
    makes one (a body that appoints to its own seats), and never made of what somebody has in common with itself.

    Args:
        graph: the graph of :func:`idebur.graph.build`, or one with the same kinds.
        name: the name of the projection.
        wholes: whether a unit, or a group of people, stands for the organisation that it is part of, directly or not.

    Raises:
        UnknownKey: there is no such projection.
        Unmeasurable: a node has no kind, or is part of itself; or the graph is undirected.

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_nodes_from(
    ...     [("region", {"kind": "party"}), ("network", {"kind": "party"}), ("forum", {"kind": "body"})]
    ... )
    >>> _ = graph.add_edge("region", "forum", kind="seated-in", through="a")
    >>> _ = graph.add_edge("network", "forum", kind="seated-in", through="b")
    >>> list(project(graph, "parties").edges(data=True))
    [('network', 'region', {'weight': 1, 'through': 'forum'})]
    """
    projection = _named(name)
    _every_node_has_a_kind(graph)
    whole = _wholes(graph) if wholes else {}
    found: nx.Graph[str]
    if projection.ties is None:
        found = _relations(graph, whole)
    else:
        found = _weighted(graph, projection, projection.ties(graph), whole)
    found.graph |= graph.graph | {"projection": name, "counts": projection.counts["en"]}
    return found


def project_large(graph: nx.MultiDiGraph[str], name: str, *, wholes: bool = True) -> Ties:
    """Make the same projection as :func:`project`, held as arrays: what many agreements have in common is much.

    Its ties have the weights that *project* gives, its names are those of the nodes. ``relations`` collapses nothing,
    and has no weights.

    Raises:
        UnknownKey, Unmeasurable: as :func:`project`.
        MissingExtra: NumPy or SciPy is not installed.
    """
    projection = _named(name)
    _every_node_has_a_kind(graph)
    whole = _wholes(graph) if wholes else {}
    if projection.ties is None:
        return Ties.from_networkx(_relations(graph, whole), weight=None)
    if projection.shared:
        pairs = {(whole.get(actor, actor), thing) for actor, thing, _ in projection.ties(graph)}
        names = dict.fromkeys(sorted(actor for actor, _ in pairs))
        two_mode = Ties.from_edges(((actor, ("of", thing)) for actor, thing in sorted(pairs)), nodes=names)
        return projected(two_mode, "source")
    counted = Counter({(whole.get(s, s), whole.get(t, t), c) for s, t, c in projection.ties(graph)})
    weights = Counter((source, target) for source, target, _ in counted)
    return Ties.from_edges(((s, t, weight) for (s, t), weight in weights.items()), directed=projection.directed)


def _named(name: str) -> Projection:
    if name not in PROJECTIONS:
        raise UnknownKey(name, "projection", tuple(PROJECTIONS))
    return PROJECTIONS[name]


def _every_node_has_a_kind(graph: nx.MultiDiGraph[str]) -> None:
    if not graph.is_directed():
        raise Unmeasurable(
            "the graph is undirected, so that nobody can tell who does what to whom: give a MultiDiGraph"
        )
    for node, said in graph.nodes(data=True):
        if "kind" not in said:
            why = f"the node {node!r} has no kind, so that no projection can tell what it is"
            raise Unmeasurable(f"{why}; give it the attribute 'kind'")


def _wholes(graph: nx.MultiDiGraph[str]) -> Mapping[str, str]:
    """From each unit to what it is part of in the end."""
    parts = (
        (source, target)
        for source, target, kind, _ in _edges(graph)
        if kind == "part-of" and graph.nodes[source]["kind"] in _PARTS
    )
    above = dict(sorted(parts))  # of several the last by name, whichever was added first
    found: dict[str, str] = {}
    for unit, whole in above.items():
        passed, here = [unit], whole
        while here in above and here not in passed:
            passed.append(here)
            here = above[here]
        if here in passed:
            raise Unmeasurable(f"{' is part of '.join([*passed, here])}: nothing can be part of itself")
        found[unit] = here
    return found


def _weighted(
    graph: nx.MultiDiGraph[str], projection: Projection, ties: Iterable[Tie], whole: Mapping[str, str]
) -> nx.Graph[str]:
    found: nx.Graph[str] = nx.DiGraph() if projection.directed else nx.Graph()
    through: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for source, target, counted in ties:
        through[whole.get(source, source), whole.get(target, target)][counted] = None
    alone: dict[str, None] = {}
    if projection.shared:  # who takes part in something, but shares it with nobody, is there too
        alone = dict.fromkeys(sorted(actor for actor, _ in through))
        through = _shared(through)
    sides: tuple[dict[str, None], dict[str, None]] = alone, {}
    for source, target in through:
        sides[0][source] = None
        sides[1][target] = None
    for side, nodes in enumerate(sides):
        for node in nodes:
            more = {"bipartite": side} if projection.two_mode else {}
            found.add_node(node, **graph.nodes[node], **more)
    if not projection.directed:  # a body may sit in one that sits in it
        for source, target in [ends for ends in through if ends[::-1] in through and ends[0] < ends[1]]:
            through[source, target] |= through.pop((target, source))
    found.add_edges_from(
        (source, target, {"weight": len(things), "through": "; ".join(things)} | _called(graph, things))
        for (source, target), things in through.items()
    )
    return found


def _called(graph: nx.MultiDiGraph[str], things: Iterable[str]) -> dict[str, str]:
    """What the things that are counted are called, where they are nodes."""
    labels = [str(graph.nodes[thing]["label"]) for thing in things if "label" in graph.nodes.get(thing, ())]
    return {"things": "; ".join(labels)} if labels else {}


def _shared(through: Mapping[tuple[str, str], object]) -> dict[tuple[str, str], dict[str, None]]:
    """From who takes part in what to who shares what with whom."""
    taking_part: dict[str, dict[str, None]] = defaultdict(dict)
    for actor, thing in through:
        taking_part[thing][actor] = None
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for thing, actors in taking_part.items():
        for pair in combinations(sorted(actors), 2):
            found[pair][thing] = None
    return found


def _relations(graph: nx.MultiDiGraph[str], whole: Mapping[str, str]) -> nx.MultiDiGraph[str]:
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = graph.nodes(data="kind")
    every = graph if graph.is_multigraph() else nx.MultiDiGraph(graph)
    for source, target, key, said in every.edges(keys=True, data=True):
        one, other = whole.get(source, source), whole.get(target, target)
        if kinds[source] in ACTORS and kinds[target] in ACTORS and one != other:
            for node in (one, other):
                found.add_node(node, **graph.nodes[node])
            found.add_edge(one, other, key if (one, other) == (source, target) else f"{key}:{source}:{target}", **said)
    return found


# --- what each rule takes together ---

_PEOPLE = ACTORS - {"body", "office", "group"}
_PARTS = frozenset({"unit", "class"})
MEMBERSHIPS = frozenset({"party-to", "signed", "joined", "endorses", "observes", "co-opted-to"})
"""The kinds of edges by which one belongs to an agreement."""

_SEATS = frozenset({"seated-in", "may-chair"})


def _edges(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    for source, target, said in graph.edges(data=True):
        yield source, target, str(said.get("kind", "")), said


def _taking_part(graph: nx.MultiDiGraph[str]) -> Iterator[Tie]:
    kinds = graph.nodes(data="kind")
    for source, target, kind, _ in _edges(graph):
        if kinds[source] in _PEOPLE and (
            kind in MEMBERSHIPS or kind in _SEATS or (kinds[target] in {"event", "routine"} and kind not in EDGES)
        ):
            yield source, target, target


def _of_agreements(graph: nx.MultiDiGraph[str]) -> Iterator[Tie]:
    kinds = graph.nodes(data="kind")
    for source, target, kind, _ in _edges(graph):
        if kind in MEMBERSHIPS and kinds[target] == "agreement" and kinds[source] in _PEOPLE:
            yield source, target, kind


def _of_bodies(graph: nx.MultiDiGraph[str]) -> Iterator[Tie]:
    kinds = graph.nodes(data="kind")
    for source, target, kind, said in _edges(graph):
        if kind in _SEATS and kinds[target] == "body":
            yield source, target, str(said.get("through", kind))


def _appointments(graph: nx.MultiDiGraph[str]) -> Iterator[Tie]:
    filling = {word for word, term in shipped()["verb"].items() if term.has("fills")}
    kinds = graph.nodes(data="kind")
    body_of = {source: target for source, target, kind, _ in _edges(graph) if kind == "seat-of"}
    for source, target, kind, said in _edges(graph):
        if (kind in filling or said.get("fills") is True) and kinds[target] in {"seat", "office", "body"}:
            yield source, body_of.get(target, target), target


def _owing(graph: nx.MultiDiGraph[str]) -> Iterator[Tie]:
    for source, target, kind, said in _edges(graph):
        if kind == "owes":
            yield source, target, f"{said.get('agreement', '')}/{said.get('path', '')}"


def _of_events(graph: nx.MultiDiGraph[str]) -> Iterator[Tie]:
    kinds = graph.nodes(data="kind")
    for source, target, kind, _ in _edges(graph):
        if kinds[target] == "event" and kinds[source] in ACTORS and kind not in EDGES:
            yield source, target, kind


PROJECTIONS: Mapping[str, Projection] = {
    one.name: one
    for one in (
        Projection(
            "parties",
            {
                "sv": "Två aktörer binds samman av allt som båda deltar i: överenskommelser, organ, möten, händelser.",
                "en": "Two actors are tied by all in which both take part: agreements, bodies, routines, events.",
            },
            {"sv": "det som båda deltar i", "en": "things in which both take part"},
            _taking_part,
            shared=True,
        ),
        Projection(
            "relations",
            {
                "sv": "Alla samband direkt mellan aktörer, vart och ett för sig: ingenting läggs ihop.",
                "en": "Every edge that runs from actor to actor, each by itself: nothing is collapsed.",
            },
            {"sv": "ingenting; varje samband står för sig", "en": "nothing; each edge stands by itself"},
            None,
            directed=True,
        ),
        Projection(
            "agreements",
            {
                "sv": "En aktör binds till en överenskommelse som den är part i, har undertecknat eller hör till.",
                "en": "An actor is tied to an agreement that it is party to, has signed, joined, endorses or observes.",
            },
            {"sv": "sätt att höra till överenskommelsen", "en": "ways in which it belongs to the agreement"},
            _of_agreements,
            two_mode=True,
        ),
        Projection(
            "bodies",
            {
                "sv": "En aktör binds till ett organ som den har plats i, eller som den kan leda.",
                "en": "An actor is tied to a body in which it has a seat, or which it may chair.",
            },
            {
                "sv": "slag av platser i organet, och ett om den kan leda det",
                "en": "kinds of seats in the body, and one where it may chair it",
            },
            _of_bodies,
            two_mode=True,
        ),
        Projection(
            "appointments",
            {
                "sv": "Den som utser binds till det organ eller uppdrag som den utser till.",
                "en": "Whoever appoints or elects is tied to the body or the office to which it does.",
            },
            {"sv": "platser och uppdrag som den utser till", "en": "seats and offices to which it appoints"},
            _appointments,
            directed=True,
        ),
        Projection(
            "commitments",
            {
                "sv": "Den som har ett åtagande binds till den som åtagandet gäller mot.",
                "en": "Whoever bears a commitment is tied to the one to whom it is owed.",
            },
            {"sv": "åtaganden", "en": "commitments"},
            _owing,
            directed=True,
        ),
        Projection(
            "events",
            {
                "sv": "En aktör binds till en händelse som den hade del i.",
                "en": "An actor is tied to an event in which it had a part.",
            },
            {"sv": "sätt att ha del i händelsen", "en": "ways in which it had a part"},
            _of_events,
            two_mode=True,
        ),
    )
}
"""The projections by name."""
