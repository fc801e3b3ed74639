"""Node-link JSON, as networkx reads it (``networkx.node_link_graph(data, edges="edges")``) and D3 draws it.

An infinite number, for which JSON has no sign, is the text ``INF`` or ``-INF``.

Source: networkx, ``networkx.readwrite.json_graph.node_link``; T. Bray (ed.), RFC 8259, 2017.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from idebur.exports.networks.plain import Plain, plain

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["dumps", "in_json"]


def dumps(graph: nx.Graph[Any]) -> str:
    """Write *graph* as node-link JSON.

    Raises:
        Unwritable: an attribute is no plain value.
    """
    network = plain(graph)
    edges: list[dict[str, Plain]] = []
    for edge in network.edges:
        ends: dict[str, Plain] = {"source": edge.source, "target": edge.target}
        if edge.key is not None:
            ends["key"] = edge.key
        edges.append(ends | in_json(edge.data))
    whole = {
        "directed": network.directed,
        "multigraph": network.parallel,
        "graph": in_json(network.data),
        "nodes": [{"id": node.id, **in_json(node.data)} for node in network.nodes],
        "edges": edges,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def in_json(data: Mapping[str, Plain]) -> dict[str, Plain]:
    """The values as JSON can hold them."""
    return {name: _finite(value) for name, value in data.items()}


def _finite(value: Plain) -> Plain:
    if isinstance(value, float) and math.isinf(value):
        return "INF" if value > 0 else "-INF"
    return value
