"""The graph of who relates to whom, and the questions one asks of it.

:func:`build` makes a :class:`networkx.MultiDiGraph` of one or many agreements; everything else takes that graph, or any
other that carries the same attributes. Measures stand in :mod:`idebur.graph.measures` and take any networkx graph;
networks of a million ties are held as arrays in :mod:`idebur.graph.arrays`; tables of nodes and edges come from
:mod:`idebur.graph.tables`, and files for other programs from :mod:`idebur.exports.networks`.

>>> from idebur.agreement import Agreement
>>> graph = build(Agreement.model_validate({"agreement": "x", "parties": {"region": {}, "network": {}}}))
>>> print(project(graph, "parties"))
Graph with 2 nodes and 1 edges
"""

from idebur.graph.building import Located, build
from idebur.graph.drawing import draw, draw_snapshots
from idebur.graph.identity import Alike, look_alikes
from idebur.graph.kinds import EDGES, NODES, Kind
from idebur.graph.projections import PROJECTIONS, Projection, project, project_large
from idebur.graph.times import Change, changes, on, snapshots

__all__ = [
    "EDGES",
    "NODES",
    "PROJECTIONS",
    "Alike",
    "Change",
    "Kind",
    "Located",
    "Projection",
    "build",
    "changes",
    "draw",
    "draw_snapshots",
    "look_alikes",
    "on",
    "project",
    "project_large",
    "snapshots",
]
