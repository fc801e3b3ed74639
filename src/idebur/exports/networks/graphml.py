"""GraphML, the format that igraph, Gephi, yEd, Cytoscape and networkx all read.

Every attribute has a key with its type. The names of nodes stay as they are: GraphML's schema would have them without
slashes and spaces (``NMTOKEN``), but no reader holds anybody to that, and a name is what one looks a node up by.
The key of an edge is its ``id``, with a number after it where the file would have two; the attribute ``key`` holds the
key as it is. An absent attribute stays absent in networkx; igraph, which has no missing values, gives an empty text,
NaN or ``False`` (and igraph 1.0 gives the ids of nodes for those of edges: use ``key``).

Source: U. Brandes, M. Eiglsperger, I. Herman, M. Himsolt, M. S. Marshall, "GraphML Progress Report: Structural Layer
Proposal", Graph Drawing 2001, LNCS 2265, pp. 501–512; the GraphML Primer for the types of attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from idebur.exports.networks.plain import Plain, attribute_types, edge_ids, of_type, plain
from idebur.exports.networks.xml import HEAD, content, tag, written

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["dumps"]

_TYPES: Final[Mapping[type[Plain], str]] = {str: "string", int: "long", float: "double", bool: "boolean"}


def dumps(graph: nx.Graph[Any]) -> str:
    """Write *graph* as GraphML.

    Raises:
        Unwritable: an attribute is no plain value.
    """
    network = plain(graph)
    edges = []
    for edge, name in zip(network.edges, edge_ids(network.edges), strict=True):
        data = edge.data if edge.key is None else {**edge.data, "key": edge.key}
        edges.append(({"id": name if network.parallel else None, "source": edge.source, "target": edge.target}, data))
    tables = {
        "graph": attribute_types([network.data]),
        "node": attribute_types(node.data for node in network.nodes),
        "edge": attribute_types(data for _, data in edges),
    }
    keys: dict[tuple[str, str], str] = {}
    lines = [tag("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})]
    for domain, types in tables.items():
        for name, kind in types.items():
            keys[domain, name] = f"d{len(keys)}"
            about = {"id": keys[domain, name], "for": domain, "attr.name": name, "attr.type": _TYPES[kind]}
            lines.append("  " + tag("key", about, empty=True))

    def element(name: str, attributes: Mapping[str, str | None], said: Mapping[str, Plain]) -> Iterator[str]:
        if not said:
            yield "    " + tag(name, attributes, empty=True)
            return
        yield "    " + tag(name, attributes)
        yield from data_of(name, said, "      ")
        yield f"    </{name}>"

    def data_of(domain: str, said: Mapping[str, Plain], indent: str) -> Iterator[str]:
        for name, value in said.items():
            text = content(written(of_type(value, tables[domain][name])))
            yield f"{indent}{tag('data', {'key': keys[domain, name]})}{text}</data>"

    lines.append("  " + tag("graph", {"edgedefault": "directed" if network.directed else "undirected"}))
    lines.extend(data_of("graph", network.data, "    "))
    for node in network.nodes:
        lines.extend(element("node", {"id": node.id}, node.data))
    for attributes, said in edges:
        lines.extend(element("edge", attributes, said))
    lines += ["  </graph>", "</graphml>"]
    return HEAD + "\n".join(lines) + "\n"
