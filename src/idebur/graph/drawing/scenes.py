"""What of a network is drawn: which nodes and ties, what is drawn as one, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from idebur.errors import UnknownKey, Unmeasurable
from idebur.graph.drawing.styles import COLLECTIVE, HUBS, Family, Look, family_of, look_of
from idebur.vocabulary import shipped

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["ACTORS", "ALL", "MOST_EDGES", "MOST_NODES", "SHOWN", "Dot", "Scene", "Tie", "scene"]

ACTORS = ("party", "organisation", "class", "group", "sector", "unit")
SHOWN = frozenset({*ACTORS, *HUBS})
"""The kinds of node that a picture of a whole graph shows, where nothing else is asked for."""

ALL = "all"
MOST_NODES, MOST_EDGES = 2_000, 10_000
"""Beyond this a picture is refused: nobody could read it."""

_SIT = ("seat-of", "sits-in")
_FOLDED = frozenset({"seat", "office"})
_HAS_SEAT, _SEATED, _BELONGS = "has-seat", "seated-in", "belongs-to"


@frozen
class Dot:
    """A node as it is drawn."""

    name: str
    label: str
    kind: str
    sector: str
    look: Look
    ties: int = 0
    side: int | None = None
    """Which side of a two-mode network it is on (0 or 1)."""
    collective: bool = False
    """Whether it stands for several actors."""

    @property
    def hub(self) -> bool:
        """Whether it is drawn as a box with its name inside."""
        return self.kind in HUBS


@frozen
class Tie:
    """A line between two nodes, by their places in the scene: *number* edges of one family are drawn as one."""

    source: int
    target: int
    family: Family
    kinds: tuple[str, ...]
    number: int
    weight: float
    certain: bool = True


@frozen
class Scene:
    """All that is drawn, in an order that does not depend on the order in which the graph was made."""

    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]
    directed: bool
    weighted: bool
    edges: int
    """How many edges the ties stand for."""
    hidden: tuple[tuple[str, int], ...] = ()
    """How many nodes of which kind are not shown."""
    alone: int = 0
    """How many nodes are left out because all that they have a tie to is hidden."""
    folded: bool = False
    about: tuple[tuple[str, str], ...] = ()
    """What the graph says of itself: its agreements, its day, its projection, what a weight counts."""

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors of the nodes, in order."""
        return tuple(sorted({dot.sector for dot in self.dots if dot.sector}))

    def said(self, name: str) -> str:
        """What the graph says of itself under *name*, or nothing."""
        return dict(self.about).get(name, "")


def scene(graph: nx.Graph[Any], show: str | Iterable[str] | None = None, *, like: Scene | None = None) -> Scene:
    """Choose what of *graph* is drawn, and in which order: the kinds *show*, or the nodes that are drawn in *like*.

    Raises:
        UnknownKey: *show* names a kind that no node has.
        Unmeasurable: a weight is no finite number above zero, or there is more than a picture can hold.
    """
    nodes = sorted(graph.nodes, key=_order)
    kinds = {node: _text(graph.nodes[node], "kind") for node in nodes}
    if like is None:
        wanted = _wanted(graph, show, set(kinds.values()))
        shown = {node for node in nodes if kinds[node] in wanted}
    else:
        names = {dot.name for dot in like.dots}
        shown = {node for node in nodes if str(node) in names}
    stands_for, folded = _folds(graph, nodes, kinds, shown)
    ends = _unfolded(graph, stands_for)
    drawn = [(u, v, data) for u, v, data in ends if u in shown and v in shown]
    if (show is None or like is not None) and not graph.graph.get("projection"):
        drawn = [edge for edge in drawn if not _stands_only(edge[2])]
    if len(shown) > MOST_NODES or len(drawn) > MOST_EDGES:
        raise Unmeasurable(
            f"{len(shown)} nodes and {len(drawn)} edges make no picture that can be read (the most is {MOST_NODES} and "
            f"{MOST_EDGES}): draw a projection, fewer kinds of node, or what lies about one node (networkx.ego_graph)"
        )
    alone: set[Hashable] = set()
    if show is None and like is None:
        met = {node for u, v, _ in drawn for node in (u, v)}
        lasting = {node for node, said in graph.nodes(data=True) if kinds[node] in HUBS and "status" not in said}
        alone = {node for node in shown - met if graph.degree(node) > 0 and node not in lasting}
    kept = [node for node in nodes if node in shown and node not in alone]
    place = {node: i for i, node in enumerate(kept)}
    weighted = any("weight" in data for _, _, data in drawn)
    ties = _ties([(place[u], place[v], data) for u, v, data in drawn], graph.is_directed())
    hidden = Counter(kinds[node] for node in nodes if node not in shown and node not in stands_for)
    return Scene(
        dots=_dots(graph, kept, kinds, ties),
        ties=ties,
        directed=graph.is_directed(),
        weighted=weighted,
        edges=len(drawn),
        hidden=tuple(sorted(hidden.items(), key=lambda item: (-item[1], item[0]))),
        alone=len(alone),
        folded=folded,
        about=tuple(
            (name, _clean(str(graph.graph[name])))
            for name in ("agreements", "day", "projection", "counts")
            if graph.graph.get(name)
        ),
    )


def _wanted(graph: nx.Graph[Any], show: str | Iterable[str] | None, there: set[str]) -> set[str]:
    if show is None:
        if graph.graph.get("projection") or not (there & SHOWN):
            return there
        return (there & SHOWN) | (there & {""})
    if show == ALL:
        return there
    asked = {show} if isinstance(show, str) else set(show)
    for kind in sorted(asked - there):
        raise UnknownKey(kind, "kind of node", tuple(sorted(there - {""})))
    return asked


def _folds(
    graph: nx.Graph[Any], nodes: list[Any], kinds: Mapping[Any, str], shown: set[Any]
) -> tuple[dict[Any, Any], bool]:
    """For each seat and office that is not shown, the one node that it is drawn as, where there is one."""
    stands_for: dict[Any, Any] = {}
    if not graph.is_directed():
        return stands_for, False
    for node in nodes:
        if node in shown or kinds[node] not in _FOLDED:
            continue
        for ways in (_SIT, ("office-of",)):
            wholes = {v for _, v, data in graph.edges(node, data=True) if data.get("kind") in ways and v in shown}
            if len(wholes) == 1:
                stands_for[node] = wholes.pop()
                break
    return stands_for, bool(stands_for)


def _unfolded(graph: nx.Graph[Any], stands_for: Mapping[Any, Any]) -> list[tuple[Any, Any, Mapping[str, Any]]]:
    """All edges, with what stands for their ends; without those inside a whole, and those that say a seat twice."""
    sits = {(u, v) for u, v, data in graph.edges(data=True) if data.get("kind") == _SEATED}
    ends: list[tuple[Any, Any, Mapping[str, Any]]] = []
    for u, v, data in graph.edges(data=True):
        source, target = stands_for.get(u, u), stands_for.get(v, v)
        if source == target and (u in stands_for or v in stands_for):
            continue
        if v in stands_for and data.get("kind") == _HAS_SEAT and (source, target) in sits:
            continue
        ends.append((source, target, data))
    return ends


def _stands_only(data: Mapping[str, Any]) -> bool:
    """Whether an edge only says in which agreement something stands."""
    return data.get("kind") == _BELONGS


def _ties(edges: list[tuple[int, int, Mapping[str, Any]]], directed: bool) -> tuple[Tie, ...]:
    """Draw as one all edges of one family between the same two nodes, in the same direction."""
    gathered: dict[tuple[int, int, str, bool], Tie] = {}
    for u, v, data in edges:
        source, target = (u, v) if directed or u <= v else (v, u)
        kind = _text(data, "kind")
        family, certain, weight = family_of(kind), data.get("certain", True) is not False, _weight(data)
        key = (source, target, family.name, certain)
        known = gathered.get(key)
        if known is None:
            gathered[key] = Tie(source, target, family, (kind,), 1, weight, certain)
        else:
            kinds = tuple(sorted({*known.kinds, kind}))
            gathered[key] = evolve(known, kinds=kinds, number=known.number + 1, weight=known.weight + weight)
    return tuple(gathered[key] for key in sorted(gathered))


def _weight(data: Mapping[str, Any]) -> float:
    given = data.get("weight", 1)
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not isfinite(given) or given <= 0:
        raise Unmeasurable(f"a line cannot be drawn for the weight {given!r}: a weight is a number above zero")
    return float(given)


def _dots(graph: nx.Graph[Any], kept: list[Any], kinds: Mapping[Any, str], ties: tuple[Tie, ...]) -> tuple[Dot, ...]:
    near = Counter(i for tie in ties for i in {tie.source, tie.target} if tie.source != tie.target)
    sector = {node: _text(graph.nodes[node], "sector") for node in kept}
    sectors = tuple(sorted({one for one in sector.values() if one}))
    sides = {node: graph.nodes[node].get("bipartite") for node in kept}
    two_mode = {0, 1} == set(sides.values())
    return tuple(
        Dot(
            name=str(node),
            label=_text(graph.nodes[node], "label") or _clean(str(node)),
            kind=kinds[node],
            sector=sector[node],
            look=look_of(kinds[node], sector[node], sectors),
            ties=near[i],
            side=int(bool(sides[node])) if two_mode else None,
            collective=kinds[node] in COLLECTIVE or _is_many(_text(graph.nodes[node], "word")),
        )
        for i, node in enumerate(kept)
    )


def _is_many(word: str) -> bool:
    """Whether the vocabulary says that an actor of this kind is several."""
    known = shipped()["actor-kind"]
    return word in known and known[word].has("many")


def _order(node: Hashable) -> tuple[str, str]:
    return str(node), type(node).__name__


def _text(data: Mapping[str, Any], name: str) -> str:
    given = data.get(name)
    return "" if given is None else _clean(str(given))


def _clean(text: str) -> str:
    """One line, without characters that cannot be shown."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in text).split())
