r"""DOT, the language of Graphviz: drawn at once (``dot -Tsvg``), with everything that is said kept as attributes.

Nodes have a shape by kind and a colour by sector; the words of an edge stand at it, or its weight where it has no
words. Every text is escaped as Graphviz's labels are: a backslash is two, and a line end (of any sort) is ``\n``, in
names and in all attributes alike; a ``%`` at the head of a name, by which Graphviz marks what has none, has a backslash
before it. In a label ``&`` is ``&amp;`` besides, since Graphviz reads entities there. The key of an edge is what DOT
calls ``key`` too. An attribute that Graphviz would take for an instruction of its own (``color``, ``pos``), or an
edge's weight below zero, gets a ``_`` after its name.

Source: Graphviz, "DOT Language", "Node, Edge and Graph Attributes", "escString".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from idebur.exports.networks.looks import colours, look
from idebur.exports.networks.plain import Plain, plain, renamed

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["dumps"]

_INSTRUCTIONS: Final = """
_background area arrowhead arrowsize arrowtail bb beautify bgcolor center charset class cluster clusterrank color
colorscheme comment compound concentrate constraint Damping decorate defaultdist dim dimen dir diredgeconstraints
distortion dpi edgehref edgetarget edgetooltip edgeURL epsilon esep fillcolor fixedsize fontcolor fontname fontnames
fontpath fontsize forcelabels gradientangle group head_lp headclip headhref headlabel headport headtarget
headtooltip headURL height href id image imagepath imagepos imagescale inputscale K label_scheme labelangle
labeldistance labelfloat labelfontcolor labelfontname labelfontsize labelhref labeljust labelloc labeltarget
labeltooltip labelURL landscape layer layerlistsep layers layerselect layersep layout len levels levelsgap lhead
lheight linelength lp ltail lwidth margin maxiter mclimit mindist minlen mode model newrank nodesep nojustify
normalize notranslate nslimit nslimit1 oneblock ordering orientation outputorder overlap overlap_scaling
overlap_shrink pack packmode pad page pagedir pencolor penwidth peripheries pin pos quadtree quantum radius rank
rankdir ranksep ratio rects regular remincross repulsiveforce resolution root rotate rotation samehead sametail
samplepoints scale searchsize sep shape shapefile showboxes sides size skew smoothing sortv splines start style
stylesheet tail_lp tailclip tailhref taillabel tailport tailtarget tailtooltip tailURL target TBbalance tooltip
truecolor URL vertices viewport voro_margin width xdotversion xlabel xlp z
"""
"""The attributes that tell Graphviz what to do, but ``label``, ``weight`` and ``key``, which mean the same here."""

_OWN: Final = frozenset(_INSTRUCTIONS.split())
_BARE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_KEYWORDS: Final = frozenset({"node", "edge", "graph", "digraph", "subgraph", "strict"})


def dumps(graph: nx.Graph[Any]) -> str:
    """Write *graph* as DOT.

    Raises:
        Unwritable: an attribute is no plain value.
    """
    of_edges = _OWN | {"key"}
    network = plain(graph, of_nodes=_OWN, of_edges=of_edges)
    fills = colours(sector for node in network.nodes if isinstance(sector := node.data.get("sector"), str))
    lines = ["digraph {" if network.directed else "graph {"]
    for name, value in network.data.items():
        lines.append(f"  {_name(renamed(name, _OWN | {'label'}))}={_shown(name, value)};")
    lines.append("  rankdir=LR;")
    lines.append('  node [style=filled, fillcolor="white", fontname="sans-serif"];')
    lines.append('  edge [fontname="sans-serif", fontsize=10];')
    for node in network.nodes:
        drawn = [f"shape={look(node.data.get('kind')).dot}"]
        sector = node.data.get("sector")
        if isinstance(sector, str):
            drawn.append(f'fillcolor="{fills[sector]}"')
        lines.append(f"  {_named(node.id)} [{', '.join([*_listed(node.data.items()), *drawn])}];")
    arrow = "->" if network.directed else "--"
    for edge in network.edges:
        listed = [] if edge.key is None else [f"key={_named(edge.key)}"]
        listed += _listed(_weighed(edge.data, of_edges).items())
        if "label" not in edge.data and "weight" in edge.data:
            listed.append(f"label={_shown('label', edge.data['weight'])}")
        attributes = f" [{', '.join(listed)}]" if listed else ""
        lines.append(f"  {_named(edge.source)} {arrow} {_named(edge.target)}{attributes};")
    lines.append("}")
    return "\n".join(lines) + "\n"


def _weighed(data: Mapping[str, Plain], reserved: Iterable[str]) -> Mapping[str, Plain]:
    """The attributes of an edge, with the weight under another name where Graphviz could not lay it out."""
    weight = data.get("weight")
    if weight is None or (isinstance(weight, (int, float)) and not isinstance(weight, bool) and 0 <= weight < 1 << 31):
        return data
    others = {name: value for name, value in data.items() if name != "weight"}
    return {**others, renamed("weight", {*reserved, "weight"}, others): weight}


def _listed(said: Iterable[tuple[str, Plain]]) -> list[str]:
    return [f"{_name(name)}={_shown(name, value)}" for name, value in said]


def _name(name: str) -> str:
    """The name of an attribute, in quotation marks where DOT needs them."""
    return name if _BARE.fullmatch(name) and name.lower() not in _KEYWORDS else _quoted(name)


def _shown(name: str, value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else repr(value)
    return _quoted(text.replace("&", "&amp;") if name == "label" else text)


def _named(text: str) -> str:
    quoted = _quoted(text)
    return f'"\\%{quoted[2:]}' if text.startswith("%") else quoted


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n") + '"'
