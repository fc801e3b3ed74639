"""Brandes' algorithm for betweenness, with a number of edges between each two nodes."""

from __future__ import annotations

from collections.abc import Mapping

from idebur.graph.measures.ties import Node

# Ours and not networkx's, which takes parallel edges as one path only, and whose numbers of paths are floating-point
# numbers: past 2**1024 paths its scores become NaN in silence. Here they are whole numbers of any size.


def dependencies(counts: Mapping[Node, Mapping[Node, int]]) -> dict[Node, float]:
    """Sum over all ordered pairs (s, t) the share of their shortest paths that go through each node between them.

    *counts* holds the number of edges from one node to another; a path is a sequence of edges, so that two nodes joined
    by *k* edges are joined by *k* paths (Brandes 2001, *A faster algorithm for betweenness centrality*, with
    multiplicities as in Brandes 2008, *On variants of shortest-path betweenness centrality and their generic
    computation*).
    """
    scores = dict.fromkeys(counts, 0.0)
    for source in counts:
        order, before, paths = _shortest(counts, source)
        owed = dict.fromkeys(order, 0.0)
        for node in reversed(order[1:]):
            for earlier in before[node]:
                share = paths[earlier] * counts[earlier][node] / paths[node]
                owed[earlier] += share * (1.0 + owed[node])
            scores[node] += owed[node]
    return scores


def _shortest(
    counts: Mapping[Node, Mapping[Node, int]], source: Node
) -> tuple[list[Node], dict[Node, list[Node]], dict[Node, int]]:
    """Name what *source* reaches, nearest first; what stands before each; and the number of shortest paths to each."""
    order, steps, paths = [source], {source: 0}, {source: 1}
    before: dict[Node, list[Node]] = {source: []}
    for node in order:
        for target, edges in counts[node].items():
            if target not in steps:
                steps[target] = steps[node] + 1
                paths[target] = 0
                before[target] = []
                order.append(target)
            if steps[target] == steps[node] + 1:
                paths[target] += paths[node] * edges
                before[target].append(node)
    return order, before, paths
