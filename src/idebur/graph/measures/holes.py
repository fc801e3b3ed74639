"""Structural holes: how much of a node's contacts lead to the same people, and how bound it is by that.

All three measures go by the *mutual* tie of two nodes, *zᵢⱼ = aᵢⱼ + aⱼᵢ*: what is between them in both directions, with
parallel ties added (what weighs, and what does not, stands in :mod:`idebur.graph.measures.ties`). Loops are left out. A
node without contacts has no structural holes, nor does it lack them: it has no value, and is not in the answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from idebur.errors import Unmeasurable
from idebur.graph.measures.ties import Network, Node, ties

__all__ = ["constraint", "effective_size", "efficiency"]


def constraint(graph: Network, *, weight: str | None = None, nodes: Iterable[Node] | None = None) -> dict[Node, float]:
    """Measure how far all of a node's contacts lead back to each other.

    *cᵢ = Σⱼ (pᵢⱼ + Σ_q pᵢ_q p_qⱼ)²*, *j* over the contacts of *i* and *q ≠ i, j* (Burt 1992, Structural Holes,
    chapter 2; 2004, American Journal of Sociology 110:349–399), where *pᵢⱼ = zᵢⱼ / Σₖ zᵢₖ* is the share of *i*'s ties
    that is spent on *j*, in the whole network. It is 1 with a single contact, near 0 with many that do not know each
    other, and above 1 in small closed groups: two contacts that know each other give 1.125.

    Args:
        graph: any network; of a directed one both directions add.
        weight: the attribute that says what a tie weighs; left out, each weighs one.
        nodes: those asked for; left out, all that have contacts.

    Raises:
        Unmeasurable: a node asked for is not in the network or has no contacts; or a tie lacks its weight.

    >>> import networkx as nx
    >>> constraint(nx.star_graph(4))[0], constraint(nx.complete_graph(3))[0]
    (0.25, 1.125)
    """
    mutual = _mutual(graph, weight)
    share = {node: _shares(found) for node, found in mutual.items()}
    return {node: sum(value**2 for value in _invested(node, share).values()) for node in _asked(graph, mutual, nodes)}


def _invested(node: Node, share: Mapping[Node, Mapping[Node, float]]) -> dict[Node, float]:
    """What *node* spends on each contact, directly and by way of the others."""
    spent = dict(share[node])
    for through, own in share[node].items():
        few, many = sorted((share[node], share[through]), key=len)
        for contact in few:
            if contact in many:
                spent[contact] += own * share[through][contact]
    return spent


def effective_size(
    graph: Network, *, weight: str | None = None, nodes: Iterable[Node] | None = None
) -> dict[Node, float]:
    """Count a node's contacts, less what they have in common.

    *Σⱼ (1 − Σ_q pᵢ_q mⱼ_q)*, *j* over the contacts of *i* and *q ≠ i, j* (Burt 1992, chapter 2), where *p* is as in
    :func:`constraint` and *mⱼ_q = zⱼ_q / maxₖ zⱼₖ* is the tie of *j* with *q* beside the strongest that *j* has. Where
    ties weigh the same and have no direction it is *n − 2t/n*, with *n* contacts and *t* ties among them (Borgatti
    1997, Connections 20:35–38): the contacts less the mean number of ties that each has to the others. Arguments and
    errors are those of :func:`constraint`.

    >>> import networkx as nx
    >>> effective_size(nx.star_graph(4))[0], effective_size(nx.complete_graph(3))[0]
    (4.0, 1.0)
    """
    mutual = _mutual(graph, weight)
    found = {}
    for node in _asked(graph, mutual, nodes):
        share = _shares(mutual[node])
        redundant = 0.0
        for contact in share:
            strongest = max(mutual[contact].values())
            few, many = sorted((share, mutual[contact]), key=len)
            redundant += sum(share[q] * mutual[contact][q] / strongest for q in few if q in many)
        found[node] = len(share) - redundant
    return found


def efficiency(graph: Network, *, weight: str | None = None, nodes: Iterable[Node] | None = None) -> dict[Node, float]:
    """Divide the effective size by the number of contacts (Burt 1992): 1 where no contact is redundant.

    A contact counts once, whether ties go in one direction, in both, or in parallel; dividing by the degree would count
    it more than once. Arguments and errors are those of :func:`constraint`.

    >>> import networkx as nx
    >>> efficiency(nx.star_graph(4))[0], round(efficiency(nx.complete_graph(4))[0], 3)
    (1.0, 0.333)
    """
    contacts = {node: len(found) for node, found in _mutual(graph, None).items()}
    return {node: size / contacts[node] for node, size in effective_size(graph, weight=weight, nodes=nodes).items()}


def _mutual(graph: Network, weight: str | None) -> dict[Node, dict[Node, float]]:
    found: dict[Node, dict[Node, float]] = {node: {} for node in graph}
    for one, other, value in ties(graph, weight):
        if one != other:
            found[one][other] = found[one].get(other, 0) + value
            found[other][one] = found[other].get(one, 0) + value
    for node, mutual in found.items():
        if math.isinf(sum(mutual.values())):
            raise Unmeasurable(f"the {weight!r} of the ties at {node!r} add up to more than a number can hold")
    return found


def _shares(found: Mapping[Node, float]) -> dict[Node, float]:
    whole = sum(found.values())
    return {node: value / whole for node, value in found.items()}


def _asked(
    graph: Network, mutual: Mapping[Node, Mapping[Node, float]], nodes: Iterable[Node] | None
) -> tuple[Node, ...]:
    if not mutual:
        raise Unmeasurable("the network has no nodes")
    if nodes is None:
        return tuple(node for node in graph if mutual[node])
    asked = tuple(nodes)
    for node in asked:
        if node not in mutual:
            raise Unmeasurable(f"the network has no node {node!r}")
        if not mutual[node]:
            raise Unmeasurable(f"{node!r} has no ties to others: its structural holes are not defined")
    return asked
