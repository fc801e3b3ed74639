"""Who joined and who sits, as edges. There can be very many of them, and so they are not walked field by field."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import one_said
from idebur.content import Content
from idebur.graph.kinds import EDGES
from idebur.graph.nodes import Attributes, Nodes, labelled, said
from idebur.graph.stated import dates_of
from idebur.parties import Tenure
from idebur.visits import Path, written_path

__all__ = ["add_tenures"]


def add_tenures(nodes: Nodes, at: Path, content: Content) -> None:
    """Add one edge for every tenure of a state: to the agreement that was joined, or the body or office sat in."""
    add_edge, called, who = nodes.graph.add_edge, nodes.called, nodes.who
    version, before = nodes.version(at), written_path((*at, "tenures"))
    ways: dict[object, tuple[str, str]] = {}
    the_agreement: tuple[tuple[str, Attributes], ...] = ((nodes.agreement, {}),)
    known: set[str] = set()
    for number, tenure in enumerate(content.tenures):
        chosen = tenure.model_fields_set
        node = who.get((called, tenure.who), "")
        if node not in known:
            node = _tenant(nodes, tenure, node)
            known.add(node)
        path = f"{before}[{number}]"
        way = ways.get(tenure.kind)
        if way is None:
            way = ways[tenure.kind] = _way(nodes, one_said(tenure.kind))
        kind, label = way
        about: Attributes = {"kind": kind, "label": label, "agreement": called, "path": path, "field": "tenures"}
        about.update(version)
        if "since" in chosen or "until" in chosen:
            since, until = dates_of(tenure)
            if since is not None:
                about["since"] = since
            if until is not None:
                about["until"] = until
        if "status" in chosen:
            about |= said("status", one_said(tenure.status))
        if "cites" in chosen:
            about |= said("cites", nodes.cites((*at, "tenures", number)))
        if nodes.places is not None:
            about |= nodes.place((*at, "tenures", number))
        seat = one_said(tenure.seat) if "seat" in chosen else None
        for target, more in the_agreement if seat is None else _seat(nodes, seat):
            add_edge(node, target, f"{called}/{path}#{kind}", **about, **more)


def _way(nodes: Nodes, kind: str | None) -> tuple[str, str]:
    """The kind of edge that a kind of tenure is, and what it is called."""
    edge = "party-to" if kind is None else str(nodes.words.property("tenure-kind", kind, "edge") or kind)
    return edge, EDGES[edge].said(nodes.lang) if edge in EDGES else edge.replace("-", " ")


def _seat(nodes: Nodes, seat: str) -> Iterator[tuple[str, Attributes]]:
    """Where one sits by a tenure: in the body of the seat, or in the office."""
    path = nodes.state.path_of(seat, "bodies", "offices")
    if path is not None:
        node = nodes.at(path)
        yield (nodes.at(path[:2]), {"through": node}) if len(path) > 2 else (node, {})


def _tenant(nodes: Nodes, tenure: Tenure, node: str) -> str:
    """The node of whoever holds a tenure, made where it is met for the first time."""
    if node in nodes.graph:
        return node
    chosen = tenure.model_fields_set
    if not node or "name" not in chosen:
        found = nodes.actor(tenure.who)
        return found[0].node if found else nodes.of_word("group", tenure.who)
    own: Attributes = {
        "kind": "organisation",
        "label": labelled(one_said(tenure.name), nodes.lang, tenure.who),
        "agreement": nodes.called,
    }
    sector = one_said(tenure.sector) if "sector" in chosen else None
    if sector is not None:
        own["sector"] = nodes.side(sector)
    if "number" in chosen:
        own |= said("number", one_said(tenure.number))
    nodes.graph.add_node(node, **own)
    return node
