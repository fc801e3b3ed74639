"""Who joined and who sits, as edges. There can be very many of them, and so they are not walked field by field."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Absence, one_said
from idebur.content import Content
from idebur.graph.kinds import EDGES
from idebur.graph.nodes import Nodes
from idebur.graph.origins import Attributes, said
from idebur.graph.spans import ALWAYS, Span, bounds, first
from idebur.notation.dates import Date
from idebur.parties import Tenure
from idebur.states import is_otherwise
from idebur.visits import Path
from idebur.vocabulary import Vocabularies

__all__ = ["add_tenures", "edge_of"]

_NOT_SAID_AS_WHAT = "has-part-in"
_SELDOM = ("cites", "scope", "status")


def add_tenures(nodes: Nodes, at: Path, content: Content) -> None:
    """Add one edge for every tenure of a state: to the agreement that was joined, or the body or office sat in."""
    add_edge, called, agreement, origins = nodes.graph.add_edge, nodes.called, nodes.agreement, nodes.origins
    left, frame = nodes.state.span(("tenures",)), origins.frame(at) if at else {}  # the present's have their own dates
    held = left.within(Span.of(frame))
    around = origins.version(at) | frame | held.told | said("cites", origins.cites(at))
    mark = (f"@{at[1]}" if at else "") + (f"@{nodes.state.number}" if nodes.state.number else "")
    ways: dict[object, tuple[str, str]] = {}
    actors, introduced = nodes.state.actor_keys, nodes.introduced
    known: dict[str, str] = {}
    for number, tenure in enumerate(content.tenures):
        chosen = tenure.__pydantic_fields_set__
        if "status" in chosen and nodes.state.laid and is_otherwise(tenure, content, nodes.words):
            continue
        who = tenure.who
        node = known.get(who)
        if node is None:
            is_new = "name" in chosen and who not in actors
            node = known[who] = introduced(tenure) if is_new else _tenant(nodes, who)
        path = f"tenures[{number}]"
        way = ways.get(tenure.kind)
        if way is None:
            way = ways[tenure.kind] = _way(nodes, one_said(tenure.kind))
        kind, label = way
        about: Attributes = {"kind": kind, "label": label, "agreement": called, "path": path, "field": "tenures"}
        if around:
            about |= around
        if "since" in chosen or "until" in chosen:
            about |= _when(tenure, held)
        if not chosen.isdisjoint(_SELDOM):
            about |= origins.status(one_said(tenure.status)) | said("scope", "; ".join(tenure.scope) or None)
            about |= said("cites", origins.cites((*at, "tenures", number)))
        if origins.places is not None:
            about |= origins.place((*at, "tenures", number))
        seat = one_said(tenure.seat) if "seat" in chosen else None
        if seat is None:
            add_edge(node, agreement, f"{called}/{path}#{kind}{mark}", **about)
        else:
            for target, more in _seat(nodes, seat, kind):
                add_edge(node, target, f"{called}/{path}#{more.get('kind', kind)}{mark}", **(about | more))


def _when(tenure: Tenure, held: Span) -> Attributes:
    """When a tenure holds, of the time when there are such at all."""
    if held == ALWAYS and type(tenure.until) is Absence and isinstance(tenure.since, Date):  # as nearly always
        return {"since": first(tenure.since)[0]}
    return bounds(tenure.since, tenure.until).within(held).told


def edge_of(kind: str, words: Vocabularies) -> str:
    """The kind of edge that a kind of tenure is."""
    return str(words.property("tenure-kind", kind, "edge") or kind)


def _way(nodes: Nodes, kind: str | None) -> tuple[str, str]:
    """The kind of edge that a kind of tenure is, and what it is called."""
    if kind is None:
        return _NOT_SAID_AS_WHAT, EDGES[_NOT_SAID_AS_WHAT].said(nodes.lang)
    edge = edge_of(kind, nodes.words)
    return edge, EDGES[edge].said(nodes.lang) if edge in EDGES else nodes.words.label("tenure-kind", kind, nodes.lang)


def _seat(nodes: Nodes, seat: str, kind: str) -> Iterator[tuple[str, Attributes]]:
    """Where one sits by a tenure: in the body of the seat, or in the office."""
    path = nodes.state.path_of(seat, "bodies", "offices")
    if path is None:
        return
    held = "holds-office" if path[0] == "offices" else "seated-in"
    sits = kind in {_NOT_SAID_AS_WHAT, "holds-office", "seated-in"}
    own: Attributes = {"kind": held, "label": EDGES[held].said(nodes.lang)} if sits else {}
    node = nodes.at(path)
    yield (nodes.at(path[:2]), own | {"through": node}) if len(path) > 2 else (node, own)


def _tenant(nodes: Nodes, who: str) -> str:
    """The node of whoever holds a tenure, where the tenure itself does not introduce them."""
    found = nodes.meant("tenant", who)
    return found[0].node if found else nodes.of_word("group", who)
