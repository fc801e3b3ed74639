"""The graph of who relates to whom, and the questions one asks of it.

:func:`build` makes a :class:`networkx.MultiDiGraph` of one or many agreements; everything else takes that graph, or any
other that carries the same attributes. Measures stand in :mod:`idebur.graph.measures` and take any networkx graph.
"""

from idebur.graph.building import Located, build
from idebur.graph.identity import Alike, look_alikes
from idebur.graph.kinds import EDGES, NODES, Kind
from idebur.graph.times import Change, changes, on, snapshots

__all__ = [
    "EDGES",
    "NODES",
    "Alike",
    "Change",
    "Kind",
    "Located",
    "build",
    "changes",
    "look_alikes",
    "on",
    "snapshots",
]
