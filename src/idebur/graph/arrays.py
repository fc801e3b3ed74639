"""A large network held as arrays: a million ties weigh a few tens of megabytes, as ``networkx`` half a gigabyte.

What is asked of it stands in ``array_measures`` and ``array_paths``. Needs NumPy, which the extra ``network`` brings.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar

import networkx as nx
from attrs import evolve, field, frozen

from idebur.collecting import uncollected
from idebur.errors import MissingExtra, UnknownKey, Unmeasurable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Indices = NDArray[np.int64]
    Numbers = NDArray[np.float64]
    Number = TypeVar("Number", np.int64, np.float64)

__all__ = ["Ties"]


def _indices(given: ArrayLike) -> Indices:
    """A read-only copy of node numbers."""
    _refuse_without_numpy()
    import numpy as np

    array = np.asarray(given)
    if array.ndim != 1 or not (array.dtype.kind in "iu" or array.size == 0):
        raise Unmeasurable(
            "the ends of ties are node numbers from 0, one after the other; for names see Ties.from_edges"
        )
    return _kept(array.astype(np.int64))


def _weights(given: ArrayLike | None) -> Numbers | None:
    """A read-only copy of weights."""
    if given is None:
        return None
    import numpy as np

    try:
        array = np.asarray(given).astype(np.float64)
    except (TypeError, ValueError) as cause:
        raise Unmeasurable("a weight is a number") from cause
    if not np.isfinite(array).all() or (array < 0).any():
        wrong = array[~(np.isfinite(array) & (array >= 0))][0]
        raise Unmeasurable(f"a weight is a number from 0, and one is {wrong}; leave a tie out that has none")
    return _kept(array)


def _kept(array: NDArray[Number]) -> NDArray[Number]:
    array.setflags(write=False)
    return array


def _refuse_without_numpy() -> None:
    try:
        import numpy as np  # noqa: F401 - only whether it is there
    except ImportError as cause:
        raise MissingExtra("numpy", "network") from cause


@frozen(eq=False)
class Ties:
    """A network of *n* nodes, numbered from 0, and of ties between them, as arrays that cannot be written to.

    A tie leads from ``source[i]`` to ``target[i]`` and weighs ``weight[i]``, or 1 where there are no weights. Two nodes
    may have several ties (parallel ones), and a node may have one to itself (a loop): each measure says what it makes
    of them.

    Raises:
        Unmeasurable: an end is no node, a name stands twice, a weight is negative or no number, or lengths differ.
        MissingExtra: NumPy is not installed.

    >>> ties = Ties.from_edges([("Anna", "Bo"), ("Bo", "Cilla"), ("Anna", "Bo")])
    >>> print(ties)
    3 nodes, 3 ties, undirected
    >>> ties.merged().weight.tolist()
    [2.0, 1.0]
    """

    source: Indices = field(converter=_indices)
    target: Indices = field(converter=_indices)
    weight: Numbers | None = field(converter=_weights)
    n: int
    names: tuple[Hashable, ...] | None
    """What the nodes are called, in the order of their numbers; ``None`` where they are only numbered."""
    directed: bool

    def __attrs_post_init__(self) -> None:
        lengths = {len(array) for array in (self.source, self.target, self.weight) if array is not None}
        if len(lengths) > 1:
            raise Unmeasurable(
                f"sources, targets and weights are {_listed(sorted(lengths))} in number; give as many of each"
            )
        if self.n < 0:
            raise Unmeasurable(f"a network has no {self.n} nodes")
        for ends in (self.source, self.target):
            if len(ends) and (int(ends.min()) < 0 or int(ends.max()) >= self.n):
                wrong = int(ends.min()) if int(ends.min()) < 0 else int(ends.max())
                raise Unmeasurable(f"a tie ends in node {wrong}, and the nodes are numbered from 0 to {self.n - 1}")
        if self.names is not None:
            if len(self.names) != self.n:
                raise Unmeasurable(f"{self.n} nodes have {len(self.names)} names")
            if len(set(self.names)) != self.n:
                raise Unmeasurable(f"two nodes have the name {_first_twice(self.names)!r}")

    # ── made from ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @classmethod
    def from_arrays(
        cls,
        source: ArrayLike,
        target: ArrayLike,
        weight: ArrayLike | None = None,
        *,
        n: int | None = None,
        names: Sequence[Hashable] | None = None,
        directed: bool = False,
    ) -> Self:
        """Hold ties between numbered nodes; without *n* and *names* the highest number that occurs is the last node.

        >>> print(Ties.from_arrays([0, 1], [1, 2], directed=True))
        3 nodes, 2 ties, directed
        """
        sources, targets = _indices(source), _indices(target)
        if n is None:
            n = (
                len(names)
                if names is not None
                else 1 + max((int(e.max()) for e in (sources, targets) if len(e)), default=-1)
            )
        return cls(sources, targets, weight, n, None if names is None else tuple(names), directed)

    @classmethod
    def from_edges(
        cls,
        edges: Iterable[tuple[Hashable, Hashable] | tuple[Hashable, Hashable, float]],
        *,
        nodes: Iterable[Hashable] = (),
        directed: bool = False,
    ) -> Self:
        """Hold ties between named nodes, each a pair or a pair and its weight.

        Nodes are numbered as they come: first those of *nodes* (where those belong that have no tie), then by the ties.

        Raises:
            Unmeasurable: some have a weight and some have none.
        """
        pairs = list(edges)
        lengths = {len(pair) for pair in pairs}
        if lengths - {2, 3} or len(lengths) > 1:
            raise Unmeasurable(
                "a tie is a pair of nodes, or a pair and a weight, and all of them are the one or the other"
            )
        columns: list[tuple[Any, ...]] = list(zip(*pairs, strict=True)) if pairs else [(), ()]
        return cls._named(columns[0], columns[1], columns[2] if len(columns) > 2 else None, nodes, directed)

    @classmethod
    def from_table(
        cls,
        table: Any,
        *,
        source: str = "source",
        target: str = "target",
        weight: str | None = None,
        nodes: Iterable[Hashable] = (),
        directed: bool = False,
    ) -> Self:
        """Hold the ties of a table of pandas, Polars or Arrow, or of a mapping of columns: a row is a tie.

        Raises:
            UnknownKey: there is no such column.
            Unmeasurable: a cell of these columns is empty.

        >>> memberships = {"party": ["red cross", "museum", "red cross"], "agreement": ["x", "x", "y"]}
        >>> Ties.from_table(memberships, source="party", target="agreement").names
        ('red cross', 'x', 'museum', 'y')
        """
        ends = [_column(table, name) for name in (source, target)]
        weights = None if weight is None else _column(table, weight)
        return cls._named(ends[0], ends[1], weights, nodes, directed)

    @classmethod
    def from_networkx(cls, graph: nx.Graph[Any], *, weight: str | None = "weight") -> Self:
        """Hold the nodes and edges of *graph*, with the attribute *weight*, which is 1 where an edge has none.

        Where no edge has it there are no weights. Parallel edges are kept as so many ties.
        """
        place = {node: number for number, node in enumerate(graph)}
        edges = list(graph.edges(data=weight)) if weight is not None else [(u, v, None) for u, v in graph.edges()]
        source, target = [place[edge[0]] for edge in edges], [place[edge[1]] for edge in edges]
        weights = None
        if any(edge[2] is not None for edge in edges):
            weights = [1.0 if edge[2] is None else edge[2] for edge in edges]
        return cls(source, target, weights, len(place), tuple(place), graph.is_directed())

    @classmethod
    def _named(
        cls,
        source: Sequence[Hashable] | NDArray[Any],
        target: Sequence[Hashable] | NDArray[Any],
        weight: ArrayLike | None,
        nodes: Iterable[Hashable],
        directed: bool,
    ) -> Self:
        place = {name: number for number, name in enumerate(dict.fromkeys(nodes))}
        rows = zip(_plain(source), _plain(target), strict=True)
        flat = [place.setdefault(name, len(place)) for row in rows for name in row]
        return cls(flat[::2], flat[1::2], weight, len(place), tuple(place), directed)

    # ── given as ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def to_networkx(self, *, parallel: bool = True) -> nx.Graph[Any]:
        """Build the graph of ``networkx``: a ``MultiGraph`` or ``MultiDiGraph``, its keys 0, 1 … between the same two.

        Without *parallel* a ``Graph`` or ``DiGraph`` of the network :meth:`merged`, which is smaller and faster.
        Weights are the attribute ``weight``. The garbage collector is suspended while it is built.
        """
        if not parallel:
            return self._built(self.merged(), nx.DiGraph() if self.directed else nx.Graph())
        return self._built(self, nx.MultiDiGraph() if self.directed else nx.MultiGraph())

    def _built(self, ties: Ties, graph: nx.Graph[Any]) -> nx.Graph[Any]:
        names = range(ties.n) if ties.names is None else ties.names
        with uncollected():
            graph.add_nodes_from(names)
            source, target = (map(names.__getitem__, ends.tolist()) for ends in (ties.source, ties.target))
            if ties.weight is None:
                graph.add_edges_from(zip(source, target, strict=True))
            else:
                weights = ({"weight": weight} for weight in ties.weight.tolist())
                graph.add_edges_from(zip(source, target, weights, strict=True))
        return graph

    def named(self, values: Iterable[Any]) -> dict[Hashable, Any]:
        """Give each node's name its own of *values*, which stand in the order of the nodes (what measures give).

        >>> ties = Ties.from_edges([("Anna", "Bo"), ("Bo", "Cilla")])
        >>> ties.named([1, 2, 1])
        {'Anna': 1, 'Bo': 2, 'Cilla': 1}
        """
        plain = values.tolist() if hasattr(values, "tolist") else list(values)
        return dict(zip(range(self.n) if self.names is None else self.names, plain, strict=True))

    @property
    def weights(self) -> Numbers:
        """The weight of each tie: 1 where there are no weights."""
        import numpy as np

        return np.ones(len(self)) if self.weight is None else self.weight

    # ── changed ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def merged(self, *, loops: bool = True) -> Ties:
        """The same network with one tie between two nodes (each way if directed), that weighs what they do together.

        Without *loops* the ties of a node to itself are left out. Ties are sorted by their ends, which of an undirected
        tie are the lower number first.
        """
        import numpy as np

        source, target = self.source, self.target
        if not self.directed:
            source, target = np.minimum(source, target), np.maximum(source, target)
        weight = self.weight
        if not loops:
            proper = source != target
            source, target = source[proper], target[proper]
            weight = None if weight is None else weight[proper]
        pairs, place = np.unique(source * self.n + target, return_inverse=True)
        summed = np.bincount(place, weights=weight, minlength=len(pairs))
        return evolve(self, source=pairs // max(1, self.n), target=pairs % max(1, self.n), weight=summed)

    def undirected(self) -> Ties:
        """The same ties, whose direction no longer counts."""
        return evolve(self, directed=False)

    # ── said ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def __len__(self) -> int:
        return len(self.source)

    def __eq__(self, other: object) -> bool:
        """Same nodes and same ties, in the same order."""
        if not isinstance(other, Ties):
            return NotImplemented
        import numpy as np

        if (self.n, self.names, self.directed) != (other.n, other.names, other.directed):
            return False
        if (self.weight is None) != (other.weight is None):
            return False
        pairs = ((self.source, other.source), (self.target, other.target), (self.weights, other.weights))
        return all(np.array_equal(mine, others) for mine, others in pairs)

    def __hash__(self) -> int:
        return hash((self.n, self.directed, self.source.tobytes(), self.target.tobytes()))

    def __str__(self) -> str:
        weighted = "" if self.weight is None else ", weighted"
        return f"{self.n} nodes, {len(self)} ties, {'directed' if self.directed else 'undirected'}{weighted}"


def _listed(numbers: Sequence[int]) -> str:
    return " and ".join(str(number) for number in numbers)


def _first_twice(names: Iterable[Hashable]) -> Hashable:
    seen: set[Hashable] = set()
    return next(name for name in names if name in seen or seen.add(name))  # type: ignore[func-returns-value]


def _plain(values: Sequence[Hashable] | NDArray[Any]) -> Sequence[Hashable]:
    """Values of Python, so that names compare, print and are written as such."""
    return values if isinstance(values, (list, tuple)) else values.tolist()  # type: ignore[union-attr]


def _column(table: Any, name: str) -> NDArray[Any]:
    """One column as an array of NumPy, without an empty cell."""
    _refuse_without_numpy()
    import numpy as np

    known = table if isinstance(table, Mapping) else getattr(table, "column_names", getattr(table, "columns", ()))
    if name not in list(known):
        raise UnknownKey(name, "column", tuple(map(str, known)))
    column = table[name]
    if hasattr(column, "null_count"):
        empty = int(column.null_count() if callable(column.null_count) else column.null_count)
    else:
        empty = int(column.isna().sum()) if hasattr(column, "isna") else sum(cell is None for cell in column)
    array: NDArray[Any] = np.asarray(column)
    if not empty and array.dtype.kind == "f":
        empty = int(np.isnan(array).sum())
    if empty:
        raise Unmeasurable(f"leave out the rows whose column {name!r} is empty (there are {empty})")
    return array
