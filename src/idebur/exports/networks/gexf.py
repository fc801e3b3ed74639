"""GEXF 1.3, the format of Gephi (which networkx reads from 3.6 on), without time and with it.

A graph without time (:func:`dumps`) keeps ``since`` and ``until`` as attributes. With time (:func:`dumps_dynamic`) they
are the first and the last day of the node or edge as well, so that Gephi's timeline can filter by them: a date that is
no day begins with its earliest day and ends with its latest (2018-06 is 2018-06-01 to 2018-06-30), and the attribute
keeps the date as it was written. A date that cannot be read, and an end before the beginning, make no day.

The words of an edge (``label``), its weight and its kind are what GEXF calls them too. Parallel edges are told apart by
their kind, and Gephi adds up those of one kind between the same ends. The ``id`` of an edge is its key, with a number
after it where the file would have two; the attribute ``networkx_key``, which networkx takes for the key, holds it as it
is. The schema has labels and kinds as tokens, in which runs of white space count as one space; what is written here is
the label as it is.

Source: GEXF Working Group, GEXF File Format 1.3, 2022, its grammar (Relax NG) and primer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from idebur.errors import NotationError
from idebur.exports.networks.plain import Plain, attribute_types, edge_ids, of_type, plain, renamed
from idebur.exports.networks.xml import HEAD, content, tag, written
from idebur.notation.dates import Date

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["dumps", "dumps_dynamic"]

_TYPES: Final[Mapping[type[Plain], str]] = {str: "string", int: "long", float: "double", bool: "boolean"}

_Element = tuple[dict[str, str | None], dict[str, Plain]]
"""The XML attributes of a node or an edge, and the rest of what is said of it."""


def dumps(graph: nx.Graph[Any]) -> str:
    """Write *graph* as GEXF without time.

    Raises:
        Unwritable: an attribute is no plain value.
    """
    return _gexf(graph, None)


def dumps_dynamic(graph: nx.Graph[Any], since: str = "since", until: str = "until") -> str:
    """Write *graph* as GEXF with time, which the attributes called *since* and *until* hold.

    Raises:
        Unwritable: an attribute is no plain value.
    """
    return _gexf(graph, (since, until))


def _gexf(graph: nx.Graph[Any], times: tuple[str, str] | None) -> str:
    network = plain(graph)
    nodes: list[_Element] = []
    for node in network.nodes:
        said = dict(node.data)
        nodes.append(({"id": node.id, "label": _taken(said, "label"), **_lifetime(said, times)}, said))
    edges: list[_Element] = []
    for edge, name in zip(network.edges, edge_ids(network.edges), strict=True):
        said = dict(edge.data)
        kind = said.get("kind")
        about: dict[str, str | None] = {"id": name, "source": edge.source, "target": edge.target}
        about |= {"label": _taken(said, "label"), "weight": _weight(said)}
        about |= {"kind": kind if isinstance(kind, str) else None, **_lifetime(said, times)}
        if edge.key is not None:
            said["networkx_key"] = edge.key
        edges.append((about, said))
    frame: dict[str, str | None] = {"defaultedgetype": "directed" if network.directed else "undirected"}
    frame["mode"] = "dynamic" if times else "static"
    if times:
        frame |= {"timeformat": "date", "timerepresentation": "interval"}
    lines = [tag("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"}), *_meta(network.data)]
    lines.append("  " + tag("graph", frame))
    of_nodes = _declare("node", nodes, lines)
    of_edges = _declare("edge", edges, lines)
    _write("node", nodes, of_nodes, lines)
    _write("edge", edges, of_edges, lines)
    lines += ["  </graph>", "</gexf>"]
    return HEAD + "\n".join(lines) + "\n"


def _meta(data: Mapping[str, Plain]) -> list[str]:
    """What the graph says of itself, for which GEXF has no attributes: a description in words."""
    described = "; ".join(f"{name}: {written(value)}" for name, value in data.items())
    lines = ["  <meta>", "    <creator>idebur</creator>"]
    if described:
        lines.append(f"    <description>{content(described)}</description>")
    return [*lines, "  </meta>"]


def _taken(said: dict[str, Plain], name: str) -> str | None:
    """Take a text out of what is *said*, to be written as an XML attribute; a value that is no text gets a ``_``."""
    if name not in said:
        return None
    value = said.pop(name)
    if isinstance(value, str):
        return value
    said[renamed(name, {name}, said)] = value
    return None


def _weight(said: dict[str, Plain]) -> str | None:
    value = said.pop("weight", None)
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return written(value)
    said[renamed("weight", {"weight"}, said)] = value
    return None


def _lifetime(said: Mapping[str, Plain], times: tuple[str, str] | None) -> dict[str, str | None]:
    if times is None:
        return {}
    since, until = (_date(said.get(name)) for name in times)
    start = since.earliest if since else None
    end = until.latest if until else None
    if start and end and end < start:
        return {}
    return {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}


def _date(value: Plain | None) -> Date | None:
    if value is None or isinstance(value, (bool, float)):
        return None
    try:
        return Date.parse(str(value))
    except NotationError:
        return None


def _declare(domain: str, elements: list[_Element], lines: list[str]) -> dict[str, tuple[str, type[Plain]]]:
    types = attribute_types(said for _, said in elements)
    if types:
        lines.append("    " + tag("attributes", {"class": domain}))
        for number, (title, kind) in enumerate(types.items()):
            about = {"id": str(number), "title": title, "type": _TYPES[kind]}
            lines.append("      " + tag("attribute", about, empty=True))
        lines.append("    </attributes>")
    return {title: (str(number), kind) for number, (title, kind) in enumerate(types.items())}


def _write(
    domain: str, elements: list[_Element], declared: Mapping[str, tuple[str, type[Plain]]], lines: list[str]
) -> None:
    lines.append(f"    <{domain}s>")
    for about, said in elements:
        if not said:
            lines.append("      " + tag(domain, about, empty=True))
            continue
        lines += ["      " + tag(domain, about), "        <attvalues>"]
        for title, value in said.items():
            number, kind = declared[title]
            one = {"for": number, "value": written(of_type(value, kind))}
            lines.append("          " + tag("attvalue", one, empty=True))
        lines += ["        </attvalues>", f"      </{domain}>"]
    lines.append(f"    </{domain}s>")
