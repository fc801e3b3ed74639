"""A graph as two tables, of its nodes and of its edges, for pandas, Polars or Arrow, and back.

One column for each attribute that occurs. First stand those that every graph here has, in the order of :data:`NODES`
and :data:`EDGES`, then any others by name. A cell is empty (null) where nothing is said.

- A column is of whole numbers, numbers, truth values or text; where an attribute has values of several kinds, it is of
  numbers if all of them are numbers, and else of text.
- ``since`` and ``until`` are the text as written. Beside them ``earliest`` is the first day on which it can have begun,
  and ``latest`` the last on which it can have ended, as dates (see :class:`idebur.notation.dates.Date`).
- pandas columns have its types with nulls: ``string``, ``Int64``, ``Float64``, ``boolean`` and ``datetime64[s]``.

The extra ``tables`` brings the three libraries.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

import networkx as nx

from idebur.errors import MissingExtra, NotationError, UnknownKey, Unmeasurable
from idebur.notation.dates import Date

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["EDGES", "NODES", "edges", "from_tables", "nodes"]

NODES = (
    *("id", "kind", "label", "word", "sector", "number", "agreement", "path", "bipartite"),
    *("since", "until", "earliest", "latest", "cites", "file", "line"),
)
"""The columns of nodes, in order; those after ``label`` are there where they occur."""

EDGES = (
    *("source", "target", "key", "kind", "label", "weight", "agreement", "path", "field", "version", "status", "force"),
    *("through", "count", "derived", "certain", "since", "until", "earliest", "latest", "cites", "file", "line"),
)
"""The columns of edges, in order; ``key`` where edges can be parallel, those after ``label`` where they occur."""

_ALWAYS = ("kind", "label")
_DAYS = {"earliest": "since", "latest": "until"}
_LONGEST = 2**63
_EXACT = 2**53
"""Up to here a number (IEEE 754 binary64) holds every whole number."""


@overload
def nodes(graph: nx.Graph[Any], as_: Literal["pandas"] = "pandas") -> pd.DataFrame: ...
@overload
def nodes(graph: nx.Graph[Any], as_: Literal["polars"]) -> pl.DataFrame: ...
@overload
def nodes(graph: nx.Graph[Any], as_: Literal["arrow"]) -> pa.Table: ...
def nodes(graph: nx.Graph[Any], as_: str = "pandas") -> Any:
    """Give the nodes of any *graph* as a table of ``pandas``, ``polars`` or ``arrow``, in the order of the graph.

    Raises:
        MissingExtra: that library is not installed.
        UnknownKey: there is no such kind of table.
        Unmeasurable: nodes are not all texts, or all whole numbers; or an attribute cannot stand in a cell.
    """
    found = list(graph.nodes(data=True))
    columns = {"id": _names("nodes", [node for node, _ in found])}
    return _made(columns | _attributes([data for _, data in found], NODES, {"id"}), as_)


@overload
def edges(graph: nx.Graph[Any], as_: Literal["pandas"] = "pandas") -> pd.DataFrame: ...
@overload
def edges(graph: nx.Graph[Any], as_: Literal["polars"]) -> pl.DataFrame: ...
@overload
def edges(graph: nx.Graph[Any], as_: Literal["arrow"]) -> pa.Table: ...
def edges(graph: nx.Graph[Any], as_: str = "pandas") -> Any:
    """Give the edges of any *graph* as a table, as :func:`nodes` does; an undirected edge has either end first.

    Raises:
        MissingExtra: that library is not installed.
        UnknownKey: there is no such kind of table.
        Unmeasurable: nodes or keys are not all texts, or all whole numbers; or an attribute cannot stand in a cell.
    """
    many: Any = graph
    rows: list[Any] = list(many.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True))
    kind = _names("nodes", list(graph))[0]
    columns: dict[str, Column] = {
        "source": (kind, [row[0] for row in rows]),
        "target": (kind, [row[1] for row in rows]),
    }
    if graph.is_multigraph():
        columns["key"] = _names("keys", [row[2] for row in rows])
    return _made(columns | _attributes([row[-1] for row in rows], EDGES, {"source", "target", "key"}), as_)


def from_tables(
    nodes: Any,
    edges: Any,
    *,
    directed: bool = True,
    about: Mapping[str, Any] | None = None,
) -> nx.Graph[Any]:
    """Build a graph from tables as :func:`nodes` and :func:`edges` give them, of any library or a mapping of columns.

    Where the table of edges has a column ``key`` edges can be parallel (``MultiDiGraph`` or ``MultiGraph``). An empty
    cell is an attribute that is not there. ``earliest`` and ``latest`` follow from ``since`` and ``until``, so that as
    dates they are left out; any other date becomes text as ISO 8601 has it. *about* are the attributes of the graph as
    a whole, which tables do not hold.

    Raises:
        UnknownKey: there is no column ``id``, ``source`` or ``target``.
        Unmeasurable: a node or edge has no name, or stands there twice, or an edge ends in no node.

    >>> graph = from_tables({"id": ["a", "b"]}, {"source": ["a"], "target": ["b"], "weight": [2]}, directed=False)
    >>> graph["a"]["b"]
    {'weight': 2}
    """
    of_nodes, of_edges = _cells(nodes, ("id",)), _cells(edges, ("source", "target"))
    parallel = "key" in of_edges
    many, one = (nx.MultiDiGraph, nx.DiGraph) if directed else (nx.MultiGraph, nx.Graph)
    graph: nx.Graph[Any] = many() if parallel else one()
    graph.graph.update(about or {})
    names = of_nodes.pop("id")
    for name, data in zip(names, _rows(of_nodes, len(names)), strict=True):
        if name in graph:
            raise Unmeasurable(f"the node {name!r} stands twice in the table of nodes")
        graph.add_node(name, **data)
    ends = [of_edges.pop(column) for column in ("source", "target", "key") if column in of_edges]
    for edge, data in zip(zip(*ends, strict=True), _rows(of_edges, len(ends[0])), strict=True):
        stranger = next((end for end in edge[:2] if end not in graph), None)
        if stranger is not None:
            raise Unmeasurable(f"an edge ends in {stranger!r}, which is not in the table of nodes")
        if graph.has_edge(*edge):
            twice = "with one key" if parallel else "and the table has no column 'key'"
            raise Unmeasurable(f"there are two edges between {edge[0]!r} and {edge[1]!r}, {twice}")
        graph.add_edge(*edge, **data)
    return graph


# ── to tables ─────────────────────────────────────────────────────────────────────────────────────────────────────────

Column = tuple[str, Sequence[Any]]
"""``text``, ``whole``, ``number``, ``truth`` or ``day``, and the cells, ``None`` where empty."""


def _names(what: str, names: Sequence[Hashable]) -> Column:
    """A column of names, which stay what they are, so that they can be found in the graph again."""
    if all(isinstance(name, str) for name in names):
        return "text", names
    if all(isinstance(name, int) and not isinstance(name, bool) and abs(name) < _LONGEST for name in names):
        return "whole", names
    raise Unmeasurable(
        f"the {what} of a table are all texts or all whole numbers, and these are not; see networkx.relabel_nodes"
    )


def _attributes(rows: Sequence[Mapping[str, Any]], order: Sequence[str], taken: set[str]) -> dict[str, Column]:
    occurring = dict.fromkeys(name for row in rows for name in row)
    for name in occurring:
        if not isinstance(name, str) or name in taken:
            why = "as a column of names is" if name in taken else "and a column is called by a text"
            raise Unmeasurable(f"an attribute is called {name!r}, {why}; give it another name")
    columns = {name: _column(name, [_cell(name, row.get(name)) for row in rows]) for name in occurring}
    for name in _ALWAYS:
        columns.setdefault(name, ("text", [None] * len(rows)))
    memory: dict[str, Date | None] = {}
    for day, written in _DAYS.items():
        if written in columns and day not in columns:
            dates = [None if cell is None else _date(str(cell), memory) for cell in columns[written][1]]
            columns[day] = "day", [None if date is None else getattr(date, day) for date in dates]
    known = {name: place for place, name in enumerate(order)}
    return {name: columns[name] for name in sorted(columns, key=lambda name: (known.get(name, len(known)), name))}


def _date(text: str, memory: dict[str, Date | None]) -> Date | None:
    if text not in memory:
        try:
            memory[text] = Date.parse(text)
        except NotationError:
            memory[text] = None
    return memory[text]


def _cell(name: str, value: Any) -> str | int | float | bool | None:
    """A plain value; what is no number says nothing."""
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        value = value.item()
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int) and abs(value) < _LONGEST:
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    raise Unmeasurable(
        f"the attribute {name!r} is {value!r} somewhere, and a cell holds a text, a number or a truth value"
    )


def _column(name: str, cells: Sequence[str | int | float | bool | None]) -> Column:
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool}:
        return "truth", cells
    if kinds == {int}:
        return "whole", cells
    if kinds and kinds <= {int, float}:
        if any(type(cell) is int and abs(cell) > _EXACT for cell in cells):
            raise Unmeasurable(
                f"the attribute {name!r} has fractions, and whole numbers too large to stand beside them"
            )
        return "number", [None if cell is None else float(cell) for cell in cells]
    return "text", [None if cell is None else _written(cell) for cell in cells]


def _written(cell: str | float) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _made(columns: Mapping[str, Column], as_: str) -> Any:
    makers = {"pandas": _in_pandas, "polars": _in_polars, "arrow": _in_arrow}
    if as_ not in makers:
        raise UnknownKey(as_, "kind of table", tuple(makers))
    return makers[as_](columns)


def _in_pandas(columns: Mapping[str, Column]) -> pd.DataFrame:
    try:
        import pandas as pd
    except ImportError as cause:
        raise MissingExtra("pandas", "tables") from cause
    types = {"text": "string", "whole": "Int64", "number": "Float64", "truth": "boolean", "day": "datetime64[s]"}
    return pd.DataFrame({name: pd.Series(list(cells), dtype=types[kind]) for name, (kind, cells) in columns.items()})


def _in_polars(columns: Mapping[str, Column]) -> pl.DataFrame:
    try:
        import polars as pl
    except ImportError as cause:
        raise MissingExtra("polars", "tables") from cause
    types = {"text": pl.String, "whole": pl.Int64, "number": pl.Float64, "truth": pl.Boolean, "day": pl.Date}
    return pl.DataFrame([pl.Series(name, list(cells), types[kind]) for name, (kind, cells) in columns.items()])


def _in_arrow(columns: Mapping[str, Column]) -> pa.Table:
    try:
        import pyarrow as pa
    except ImportError as cause:
        raise MissingExtra("pyarrow", "tables") from cause
    types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "truth": pa.bool_(), "day": pa.date32()}
    return pa.table({name: pa.array(list(cells), types[kind]) for name, (kind, cells) in columns.items()})


# ── from tables ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _cells(table: Any, needed: Sequence[str]) -> dict[str, list[Any]]:
    """The columns of a table of any library as lists, ``None`` where a cell is empty."""
    names = table if isinstance(table, Mapping) else getattr(table, "column_names", getattr(table, "columns", ()))
    known = [str(name) for name in names]
    for name in needed:
        if name not in known:
            raise UnknownKey(name, "column", tuple(known))
    columns = {name: [_said(cell) for cell in _listed(table[name])] for name in known}
    for name in (*needed, "key"):
        if None in columns.get(name, ()):
            raise Unmeasurable(f"in row {columns[name].index(None) + 1} of a table the column {name!r} is empty")
    return columns


def _listed(column: Any) -> list[Any]:
    if hasattr(column, "to_pylist"):
        return list(column.to_pylist())
    if hasattr(column, "to_list") and not hasattr(column, "isna"):
        return list(column.to_list())
    if hasattr(column, "isna"):
        empty = column.isna().tolist()
        return [None if nothing else cell for cell, nothing in zip(column.tolist(), empty, strict=True)]
    return list(column.tolist() if hasattr(column, "tolist") else column)


def _said(cell: Any) -> Any:
    return None if isinstance(cell, float) and math.isnan(cell) else cell


def _rows(columns: Mapping[str, list[Any]], count: int) -> Iterator[dict[str, Any]]:
    """The attributes of each row: what is said there, but for the days that follow from it."""
    for row in range(count):
        said = ((name, cells[row]) for name, cells in columns.items() if cells[row] is not None)
        yield {
            name: cell.isoformat()[:10] if isinstance(cell, dt.date) else cell
            for name, cell in said
            if not (name in _DAYS and isinstance(cell, dt.date))
        }
