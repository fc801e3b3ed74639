"""The elements JSON of Cytoscape.js, which the Cytoscape desktop program reads as well (a ``.cyjs`` file).

Nodes and edges share one set of ids there: the id of an edge is its key where nothing else is called so, and ``key``
always holds the key. A node attribute called ``parent``, which would put one node inside another, gets a ``_``, and so
does ``__proto__``, which no JavaScript takes for a name.

Source: M. Franz et al., "Cytoscape.js: a graph theory library for visualisation and analysis", Bioinformatics 32(2),
2016, pp. 309–311, and its manual, "Elements JSON".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from idebur.exports.networks.node_link import in_json
from idebur.exports.networks.plain import Plain, edge_ids, plain

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["dumps"]

_OF_NODES: Final = frozenset({"id", "parent", "__proto__"})
_OF_EDGES: Final = frozenset({"id", "source", "target", "key", "__proto__"})


def dumps(graph: nx.Graph[Any]) -> str:
    """Write *graph* as elements of Cytoscape.js; ``cytoscape().json(...)`` takes the whole.

    Raises:
        Unwritable: an attribute is no plain value.
    """
    network = plain(graph, _OF_NODES, _OF_EDGES)
    edges: list[dict[str, dict[str, Plain]]] = []
    for edge, name in zip(network.edges, edge_ids(network.edges, {node.id for node in network.nodes}), strict=True):
        ends: dict[str, Plain] = {"id": name, "source": edge.source, "target": edge.target}
        if edge.key is not None:
            ends["key"] = edge.key
        edges.append({"data": ends | in_json(edge.data)})
    whole = {
        "data": {**in_json(network.data), "directed": network.directed},
        "elements": {
            "nodes": [{"data": {"id": node.id, **in_json(node.data)}} for node in network.nodes],
            "edges": edges,
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
