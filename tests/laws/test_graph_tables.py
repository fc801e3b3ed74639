"""What goes into tables comes out of them, whichever library holds them meanwhile."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from idebur.graph.tables import edges, from_tables, nodes

NAMES = st.text(max_size=4).filter(lambda name: name not in {"id", "source", "target", "key"})
WHOLE = st.integers(-(2**53), 2**53)
# An attribute has one kind of value, as in every graph that is built here; `-0.0` equals 0 and is no text.
VALUES = {
    "label": st.text(max_size=5),
    "line": WHOLE,
    "certain": st.booleans(),
    "weight": WHOLE | st.floats(allow_nan=False),
    "since": st.sampled_from(["2018", "2018-06", "2018-12-11", "2018-winter", "some day", ""]),
    "until": st.sampled_from(["2020", "2020-q3", "soon"]),
    "earliest": st.just("a text that somebody gave"),
    "Ä—": st.text(max_size=5),
}
ATTRIBUTES = st.fixed_dictionaries({}, optional=VALUES)
LIBRARIES = st.sampled_from(["pandas", "polars", "arrow"])


@st.composite
def graphs(draw: st.DrawFn) -> Any:
    """Graphs of all four kinds, with loops and nodes of text or of numbers; shrinks to the empty graph."""
    directed, parallel = draw(st.booleans()), draw(st.booleans())
    many, one = (nx.MultiDiGraph, nx.DiGraph) if directed else (nx.MultiGraph, nx.Graph)
    graph: Any = many() if parallel else one()
    named = draw(st.lists(NAMES, max_size=5, unique=True) | st.lists(WHOLE, max_size=5, unique=True))
    for name in named:
        graph.add_node(name, **draw(ATTRIBUTES))
    keys = draw(st.sampled_from([NAMES, st.integers(0, 3)]))
    for _ in range(draw(st.integers(0, 8)) if named else 0):
        ends = draw(st.sampled_from(named)), draw(st.sampled_from(named))
        graph.add_edge(*ends, **({"key": draw(keys)} if parallel else {}), **draw(ATTRIBUTES))
    return graph


@given(graphs(), LIBRARIES, LIBRARIES)
def test_a_graph_comes_back_from_its_tables(graph: nx.Graph[Any], of_nodes: Any, of_edges: Any) -> None:
    """Nodes in their order, keys, and attributes with their types."""
    back = from_tables(nodes(graph, of_nodes), edges(graph, of_edges), directed=graph.is_directed())
    assert type(back) is type(graph)
    assert nx.utils.graphs_equal(back, graph)
    assert list(back) == list(graph)
    assert _types(back) == _types(graph)


def _types(graph: Any) -> dict[Any, dict[str, type]]:
    """The types of what is not a number with a fraction, beside which whole numbers become such."""
    found = dict(graph.nodes(data=True))
    return {
        node: {name: type(value) for name, value in data.items() if name != "weight"} for node, data in found.items()
    }


@given(graphs())
def test_all_libraries_hold_the_same_columns_and_rows(graph: nx.Graph[Any]) -> None:
    for table in (nodes, edges):
        in_polars: Any = table(graph, "polars")
        in_arrow: Any = table(graph, "arrow")
        in_pandas: Any = table(graph, "pandas")
        assert list(in_pandas.columns) == in_polars.columns == in_arrow.column_names
        assert in_polars.to_dicts() == in_arrow.to_pylist()
        assert len(in_pandas) == len(in_polars)
        empty = {name: int(count) for name, count in in_pandas.isna().sum().items()}
        assert empty == {name: column.null_count() for name, column in zip(in_polars.columns, in_polars, strict=True)}
