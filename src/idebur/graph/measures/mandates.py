"""Whose work overlaps: bodies in which the same actors sit, and parties that work on the same with or without a tie.

As :mod:`idebur.graph.measures.governance`, these measures know the kinds of a graph of agreements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from attrs import field, frozen

from idebur.errors import Unmeasurable
from idebur.graph.measures.governance import Edge, edges_of, kind_of, parties_of
from idebur.graph.measures.ties import Network, named

__all__ = [
    "Overlap",
    "Pair",
    "overlapping_mandates",
    "overlapping_seats",
    "tied_without_shared_work",
    "working_apart",
]

_SITS = frozenset({"seated-in", "sits-in"})
_WORK = frozenset({"aim", "principle", "commitment", "routine", "procedure"})
_LEADS_ON = frozenset({"about", "serves", "based-on", "under"})


@frozen
class Overlap:
    """What two bodies have in common."""

    bodies: tuple[str, str]
    """Both bodies."""

    seated: tuple[str, ...]
    """Those who sit in both."""

    work: tuple[str, ...]
    """The aims, principles, commitments, routines and procedures that both work on."""

    maybe_same: bool = False
    """Whether the text leaves open that they are one body."""

    names: tuple[str, str] = ("", "")
    """What the two are called."""

    labels: Mapping[str, str] = field(factory=dict, eq=False, repr=False)
    """What that which they share is called."""

    def __str__(self) -> str:
        parts = [f"{len(nodes)} {what}: {_listed(nodes, self.labels)}" for what, nodes in self._shared() if nodes]
        perhaps = " (perhaps one body)" if self.maybe_same else ""
        return f"{self.names[0]} and {self.names[1]}{perhaps} share {'; '.join(parts)}"

    def _shared(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return ("seated", self.seated), ("in work", self.work)


def overlapping_mandates(graph: Network) -> tuple[Overlap, ...]:
    """List the pairs of bodies in which the same actors sit or which work on the same, those that share most first.

    An actor sits in a body by an edge ``seated-in`` or ``sits-in``, or by having a seat in it. A body works on a
    routine, a procedure, an aim, a principle or a commitment where an edge of any kind leads from it there, and on what
    such a routine is about, serves, builds on or stands under. This is the duality of persons and groups of Breiger
    (1974, Social Forces 53:181–190): bodies tied by the actors they share.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> for body in ("board", "forum", "jury"):
    ...     graph.add_node(body, kind="body")
    >>> graph.add_node("plan", kind="routine"), graph.add_node("goal", kind="aim")
    (None, None)
    >>> for source, target, kind in [
    ...     ("region", "board", "seated-in"),
    ...     ("region", "forum", "seated-in"),
    ...     ("city", "jury", "seated-in"),
    ...     ("board", "plan", "decides"),
    ...     ("plan", "goal", "serves"),
    ...     ("jury", "goal", "does"),
    ... ]:
    ...     _ = graph.add_edge(source, target, kind=kind)
    >>> for overlap in overlapping_mandates(graph):
    ...     print(overlap)
    board and forum share 1 seated: region
    board and jury share 1 in work: goal
    """
    edges = edges_of(graph)
    seated, work = _seated(graph, edges), _work_of_bodies(graph, edges)
    perhaps = {frozenset({source, target}) for source, target, said in edges if said["kind"] == "may-be-same-as"}
    found = []
    both, same = _in_common(graph, seated), _in_common(graph, work)
    for one, other in sorted(both.keys() | same.keys()):
        actors, things = tuple(sorted(both[one, other])), tuple(sorted(same[one, other]))
        labels = {node: named(graph, node) for node in (*actors, *things)}
        names = named(graph, one), named(graph, other)
        found.append(Overlap((one, other), actors, things, frozenset({one, other}) in perhaps, names, labels))
    return tuple(sorted(found, key=lambda overlap: (-len(overlap.seated) - len(overlap.work), overlap.bodies)))


def _in_common(graph: Network, held: Mapping[str, set[str]]) -> defaultdict[tuple[str, str], list[str]]:
    """By pair of bodies, what both have: asked of each thing, since most bodies have nothing in common."""
    bodies_with: dict[str, list[str]] = defaultdict(list)
    for body in sorted(held):
        if kind_of(graph, body) == "body":
            for thing in held[body]:
                bodies_with[thing].append(body)
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for thing, bodies in bodies_with.items():
        for pair in combinations(bodies, 2):
            found[pair].append(thing)
    return found


def overlapping_seats(graph: Network) -> dict[str, tuple[str, ...]]:
    """List the actors that sit in several bodies, with those bodies: the interlocks of one body with another.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> for body in ("board", "forum"):
    ...     graph.add_node(body, kind="body")
    ...     _ = graph.add_edge("region", body, kind="seated-in")
    >>> _ = graph.add_edge("city", "forum", kind="seated-in")
    >>> overlapping_seats(graph)
    {'region': ('board', 'forum')}
    """
    by_actor: dict[str, set[str]] = defaultdict(set)
    for body, actors in _seated(graph, edges_of(graph)).items():
        for actor in actors:
            by_actor[actor].add(body)
    return {actor: tuple(sorted(bodies)) for actor, bodies in sorted(by_actor.items()) if len(bodies) > 1}


def _seated(graph: Network, edges: Iterable[Edge]) -> dict[str, set[str]]:
    """By body, those who sit in it; a seat is nobody who sits."""
    found: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, str] = {}
    for source, target, said in edges:
        if said["kind"] in _SITS:
            found[target].add(source)
        elif said["kind"] == "has-seat":
            holders[target].add(source)
        elif said["kind"] == "seat-of":
            bodies[source] = target
    derived = {(said.get("through"), target) for _, target, said in edges if said["kind"] == "seated-in"}
    for seat, actors in holders.items():
        # a set that has one seat each is there by its members, where the graph that was built knows them
        if seat in bodies and (seat, bodies[seat]) not in derived:
            found[bodies[seat]] |= actors
    return {body: {one for one in actors if kind_of(graph, one) != "seat"} for body, actors in found.items()}


def _work_of_bodies(graph: Network, edges: Iterable[Edge]) -> dict[str, set[str]]:
    does: dict[str, set[str]] = defaultdict(set)
    leads_on: dict[str, set[str]] = defaultdict(set)
    for source, target, said in edges:
        if kind_of(graph, target) in _WORK:
            if kind_of(graph, source) == "body":
                does[source].add(target)
            elif said["kind"] in _LEADS_ON:
                leads_on[source].add(target)
    return {body: work | {on for one in work for on in leads_on.get(one, ())} for body, work in does.items()}


@frozen
class Pair:
    """Two parties, what they both work on, and the kinds of edges that tie them directly."""

    parties: tuple[str, str]
    """Both of them."""

    shared: tuple[str, ...] = ()
    """The bodies, routines, procedures, aims, principles and commitments on which both are."""

    ties: tuple[str, ...] = ()
    """The kinds of edges between them, in either direction."""

    names: tuple[str, str] = ("", "")
    """What the two are called."""

    labels: Mapping[str, str] = field(factory=dict, eq=False, repr=False)
    """What that which they share is called."""

    def __str__(self) -> str:
        both = f"{self.names[0]} and {self.names[1]}"
        if self.ties:
            return f"{both} are tied ({', '.join(self.ties)}) and share no work"
        return f"{both} have no tie of their own and share {len(self.shared)}: {_listed(self.shared, self.labels)}"


def working_apart(graph: Network, *, among: Iterable[str] | None = None) -> tuple[Pair, ...]:
    """List the parties that work on the same without a tie of their own, those that share most first.

    Two parties share a body, a routine, a procedure, an aim, a principle or a commitment where an edge of any kind
    leads from each of them there (for a body: where each sits in it), or from a group that it is a member of. They are
    tied where an edge of any kind runs between the two. In a network of agreements such a pair is a gap that is easily
    closed: they meet anyway.

    Args:
        graph: the graph.
        among: the actors in question; left out, the parties: those that are a party to an agreement, have signed or
            joined one.

    Raises:
        Unmeasurable: *among* names somebody who is not there.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("plan", kind="routine")
    >>> for party in ("region", "network", "county"):
    ...     _ = graph.add_edge(party, "compact", kind="party-to"), graph.add_edge(party, "plan", kind="does")
    >>> _ = graph.add_edge("region", "network", kind="owes")
    >>> for pair in working_apart(graph):
    ...     print(pair)
    county and network have no tie of their own and share 1: plan
    county and region have no tie of their own and share 1: plan
    """
    parties, edges = _asked(graph, among), edges_of(graph)
    ties = _direct(edges, parties)
    found = [pair for pair in _sharing(graph, edges, parties) if frozenset(pair.parties) not in ties]
    return tuple(sorted(found, key=lambda pair: (-len(pair.shared), pair.parties)))


def tied_without_shared_work(graph: Network, *, among: Iterable[str] | None = None) -> tuple[Pair, ...]:
    """List the parties that are tied and work on nothing together: the converse of :func:`working_apart`.

    Arguments, terms and errors are those of :func:`working_apart`.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph([(party, "compact", {"kind": "party-to"}) for party in ("region", "network")])
    >>> _ = graph.add_edge("region", "network", kind="owes")
    >>> print(tied_without_shared_work(graph)[0])
    network and region are tied (owes) and share no work
    """
    parties, edges = _asked(graph, among), edges_of(graph)
    sharing = {frozenset(pair.parties) for pair in _sharing(graph, edges, parties)}
    found = []
    for ends, kinds in _direct(edges, parties).items():
        if ends not in sharing:
            one, other = sorted(ends)
            found.append(Pair((one, other), (), tuple(sorted(kinds)), (named(graph, one), named(graph, other))))
    return tuple(sorted(found, key=lambda pair: pair.parties))


def _asked(graph: Network, among: Iterable[str] | None) -> frozenset[str]:
    if among is None:
        return parties_of(graph, edges_of(graph))
    asked = frozenset(among)
    for node in sorted(asked):
        if node not in graph:
            raise Unmeasurable(f"the graph has no node {node!r}")
    return asked


def _direct(edges: Iterable[Edge], parties: frozenset[str]) -> dict[frozenset[str], set[str]]:
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for source, target, said in edges:
        if source != target and source in parties and target in parties:
            found[frozenset({source, target})].add(str(said["kind"]))
    return found


def _sharing(graph: Network, edges: Iterable[Edge], parties: frozenset[str]) -> Iterator[Pair]:
    edges = tuple(edges)
    on: dict[str, set[str]] = defaultdict(set)
    for body, actors in _seated(graph, edges).items():
        on[body] |= actors
    for source, target, _ in edges:
        if kind_of(graph, target) in _WORK:
            on[target].add(source)
    members: dict[str, set[str]] = defaultdict(set)
    for source, target, said in edges:
        if said["kind"] == "member-of":
            members[target].add(source)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for thing, actors in sorted(on.items()):
        there = {one for actor in actors for one in (actor, *members.get(actor, ())) if one in parties and one != thing}
        for one, other in combinations(sorted(there), 2):
            shared[one, other].append(thing)
    for (one, other), things in shared.items():
        labels = {thing: named(graph, thing) for thing in things}
        yield Pair((one, other), tuple(things), (), (named(graph, one), named(graph, other)), labels)


_MOST_SHOWN = 4


def _listed(nodes: Collection[str], labels: Mapping[str, str]) -> str:
    shown = [labels.get(node, node) for node in list(nodes)[:_MOST_SHOWN]]
    more = f" and {len(nodes) - _MOST_SHOWN} more" if len(nodes) > _MOST_SHOWN else ""
    return ", ".join(shown) + more
