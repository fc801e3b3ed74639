"""Measures of networks. Any networkx graph will do; those about sectors take the name of the attribute that holds one.

The classical ones stand in :mod:`~idebur.graph.measures.centrality`, :mod:`~idebur.graph.measures.groups` and
:mod:`~idebur.graph.measures.bipartite`; those of ties across groups in :mod:`~idebur.graph.measures.sectors`,
:mod:`~idebur.graph.measures.brokerage` and :mod:`~idebur.graph.measures.holes`; those of governance, which read the
kinds of edges that :func:`idebur.graph.build` makes, in :mod:`~idebur.graph.measures.governance`,
:mod:`~idebur.graph.measures.mandates` and :mod:`~idebur.graph.measures.governance_form`. Many at once, as a table, come
from :mod:`~idebur.graph.measures.summary`.
"""

from idebur.graph.measures.brokerage import brokerage
from idebur.graph.measures.centrality import (
    betweenness,
    centralisation,
    closeness,
    core_number,
    degree,
    eigenvector,
    pagerank,
    strength,
)
from idebur.graph.measures.governance import appointment_power, dependence_on_convenor
from idebur.graph.measures.governance_form import form
from idebur.graph.measures.groups import communities, components, modularity
from idebur.graph.measures.holes import constraint, effective_size, efficiency
from idebur.graph.measures.mandates import (
    overlapping_mandates,
    overlapping_seats,
    tied_without_shared_work,
    working_apart,
)
from idebur.graph.measures.sectors import assortativity, ei_index, share_between, ties_by_sector

__all__ = [
    "appointment_power",
    "assortativity",
    "betweenness",
    "brokerage",
    "centralisation",
    "closeness",
    "communities",
    "components",
    "constraint",
    "core_number",
    "degree",
    "dependence_on_convenor",
    "effective_size",
    "efficiency",
    "ei_index",
    "eigenvector",
    "form",
    "modularity",
    "overlapping_mandates",
    "overlapping_seats",
    "pagerank",
    "share_between",
    "strength",
    "tied_without_shared_work",
    "ties_by_sector",
    "working_apart",
]
