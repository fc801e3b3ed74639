"""A Mermaid flowchart: a picture as text, which GitHub, GitLab, Obsidian and many wikis draw where they find it.

Meant for looking at, up to some 200 edges. Nodes are called ``n0``, ``n1``, … in the order of the graph, with the label
as the words (or the name where there is none), the kind as shape and class, the sector as colour and class, and the
dates on a line of their own; an edge has its words (or its kind), its weight (× 3) and its dates. Characters by which
Mermaid or HTML would be told something are written as entities (``#quot;``). What else is said is left out.

Source: Mermaid, "Flowcharts – Basic Syntax".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from idebur.errors import Unwritable
from idebur.exports.networks.looks import colours, look
from idebur.exports.networks.plain import Plain, plain, renamed

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["MOST_EDGES", "dumps"]

MOST_EDGES: Final = 500
"""How many edges Mermaid draws unless whoever runs it has set ``maxEdges``."""

_TELLING: Final = re.compile(r"""["#&<>`*_~\\|$:%]|(?<!\S)[-+](?=\s)|(?<=\d)[.)](?=\s)""")
"""What tells Mermaid, its Markdown or HTML something; a dash or a number and a point only where they make a list."""

_LINES: Final = re.compile(r"\r\n|\r|\n")


def dumps(graph: nx.Graph[Any], most_edges: int = MOST_EDGES) -> str:
    """Write *graph* as a Mermaid flowchart.

    Raises:
        Unwritable: an attribute is no plain value, or there are more edges than *most_edges*, which Mermaid refuses.
    """
    network = plain(graph, of_nodes=frozenset(), of_edges=frozenset())
    if len(network.edges) > most_edges:
        raise Unwritable(
            f"the network has {len(network.edges)} edges, and Mermaid draws {most_edges} at the most: take a part of "
            f"it (one kind of edges, a projection, a day), or write it as dot, gexf or graphml"
        )
    names = {node.id: f"n{number}" for number, node in enumerate(network.nodes)}
    classes: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    lines = ["flowchart LR"]
    for node in network.nodes:
        kind, sector = node.data.get("kind"), node.data.get("sector")
        shape = look(kind)
        words = [_escaped(_worded(node.data.get("label", node.id)))]
        if dates := _dates(node.data):
            words.append(_escaped(dates))
        lines.append(f'  {names[node.id]}{shape.opening}"{"<br>".join(words)}"{shape.closing}')
        for what, word in (("kind", kind), ("sector", sector)):
            if isinstance(word, str):
                members.setdefault(_class(what, word, classes), []).append(names[node.id])
    arrow = "-->" if network.directed else "---"
    for edge in network.edges:
        said = _on_edge(edge.data)
        worded = f'|"{said}"|' if said else ""
        lines.append(f"  {names[edge.source]} {arrow}{worded} {names[edge.target]}")
    lines += [f"  class {','.join(nodes)} {name}" for name, nodes in members.items()]
    fills = colours(sector for node in network.nodes if isinstance(sector := node.data.get("sector"), str))
    for sector, colour in fills.items():
        lines.append(f"  classDef {classes[f'sector {sector}']} fill:{colour},stroke:#555,color:#000")
    return "\n".join(lines) + "\n"


def _on_edge(data: Mapping[str, Plain]) -> str:
    said = [_worded(data[name]) for name in ("label", "kind") if name in data][:1]
    if "weight" in data:
        said.append(f"× {_worded(data['weight'])}")
    words = _escaped(" ".join(said))
    dates = _dates(data)
    return "<br>".join(part for part in (words, _escaped(dates)) if part)


def _dates(data: Mapping[str, Plain]) -> str:
    """The dates as a span: ``2018–2020``, ``2018–``, ``–2020``."""
    since, until = data.get("since"), data.get("until")
    if since is None and until is None:
        return ""
    return f"{'' if since is None else _worded(since)}–{'' if until is None else _worded(until)}"


def _worded(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _class(what: str, word: str, classes: dict[str, str]) -> str:
    """The name of a class for *word*, safe and unique."""
    known = f"{what} {word}"
    if known not in classes:
        safe = re.sub(r"[^A-Za-z0-9]+", "-", word).strip("-")  # two dashes would be an edge
        classes[known] = renamed(f"{what}-{safe or 'x'}", (), set(classes.values()))
    return classes[known]


def _escaped(text: str) -> str:
    """The *text* so that Mermaid and HTML show it as it is, with its line ends."""
    shown = _TELLING.sub(lambda found: "#quot;" if found[0] == '"' else f"#{ord(found[0])};", text)
    return _LINES.sub("<br>", shown)
