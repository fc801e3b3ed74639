"""Tables of nodes and edges: their columns, their types, and what cannot stand in a cell."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from idebur.errors import MissingExtra, UnknownKey, Unmeasurable
from idebur.graph.arrays import Ties
from idebur.graph.tables import edges, from_tables, nodes

GRAPH: nx.MultiDiGraph[str] = nx.MultiDiGraph()
GRAPH.add_node("agreement/north", kind="agreement", label="North", line=3, since="2018-autumn", zeal=0.5)
GRAPH.add_node("actor/museum", kind="party", label="Museum", sector="civil-society", awake=True, zeal=2)
GRAPH.add_node("actor/theatre", kind="party", label="Theatre", sector="civil-society", until="2020-q1", line=9)
GRAPH.add_edge("actor/museum", "agreement/north", key="party-to", kind="party-to", since="2018", until="2021-06")
GRAPH.add_edge("actor/museum", "agreement/north", key="signed", kind="signed", since="last spring", derived=False)


def test_the_columns_stand_in_their_order_with_others_last() -> None:
    assert nodes(GRAPH, "polars").columns == [
        *("id", "kind", "label", "sector", "since", "until", "earliest", "latest", "line", "awake", "zeal")
    ]
    assert edges(GRAPH, "polars").columns == [
        *("source", "target", "key", "kind", "label", "derived", "since", "until", "earliest", "latest")
    ]


def test_columns_have_types_with_empty_cells() -> None:
    assert nodes(GRAPH, "polars").schema == {
        **dict.fromkeys(["id", "kind", "label", "sector", "since", "until"], pl.String),
        **dict.fromkeys(["earliest", "latest"], pl.Date),
        "line": pl.Int64,
        "awake": pl.Boolean,
        "zeal": pl.Float64,
    }
    assert nodes(GRAPH)["line"].tolist() == [3, pd.NA, 9]
    assert {name: str(kind) for name, kind in nodes(GRAPH).dtypes.items()} == {
        **dict.fromkeys(["id", "kind", "label", "sector", "since", "until"], "string"),
        **dict.fromkeys(["earliest", "latest"], "datetime64[s]"),
        "line": "Int64",
        "awake": "boolean",
        "zeal": "Float64",
    }
    assert nodes(GRAPH, "arrow").schema.field("earliest").type == pa.date32()
    assert nodes(GRAPH, "arrow")["awake"].to_pylist() == [None, True, None]


def test_a_date_has_its_first_and_last_day_where_it_is_one() -> None:
    rows = edges(GRAPH, "polars").select("since", "earliest", "until", "latest").rows()
    assert rows == [
        ("2018", dt.date(2018, 1, 1), "2021-06", dt.date(2021, 6, 30)),
        ("last spring", None, None, None),
    ]
    assert nodes(GRAPH, "polars")["earliest"].to_list() == [dt.date(2018, 9, 1), None, None]
    assert nodes(GRAPH, "polars")["latest"].to_list() == [None, None, dt.date(2020, 3, 31)]


@pytest.mark.parametrize("as_", ["pandas", "polars", "arrow"])
def test_an_empty_graph_has_the_columns_of_text(as_: Any) -> None:
    graph: Any
    for graph, names in (
        (nx.MultiDiGraph(), ["source", "target", "key", "kind", "label"]),
        (nx.Graph(), ["source", "target", "kind", "label"]),
    ):
        text = {"pandas": "string", "polars": "String", "arrow": "string"}[as_]
        for table, expected in ((nodes(graph, as_), ["id", "kind", "label"]), (edges(graph, as_), names)):
            kinds = table.schema.types if as_ == "arrow" else table.dtypes
            assert list(table.column_names if as_ == "arrow" else table.columns) == expected
            assert [str(kind) for kind in kinds] == [text] * len(expected)
            assert len(table) == 0
        assert nx.utils.graphs_equal(
            from_tables(nodes(graph, as_), edges(graph, as_), directed=graph.is_directed()), graph
        )


def test_edges_are_ties_that_are_measured_as_arrays() -> None:
    ties = Ties.from_table(edges(GRAPH, "arrow"), nodes=GRAPH, directed=True)
    assert ties == Ties.from_networkx(GRAPH)


@pytest.mark.parametrize(
    ("values", "kind", "cells"),
    [
        ([1, True], pl.String, ["1", "true"]),
        ([1, "1", 1.5], pl.String, ["1", "1", "1.5"]),
        ([1, 1.5], pl.Float64, [1.0, 1.5]),
        ([1.5, float("nan"), float("inf")], pl.Float64, [1.5, None, float("inf")]),
        ([None, 2], pl.Int64, [None, 2]),
        ([None, float("nan")], pl.String, [None, None]),
        ([np.int64(4), 2], pl.Int64, [4, 2]),
        ([np.bool_(1), False], pl.Boolean, [True, False]),
        ([np.float32(0.5)], pl.Float64, [0.5]),
        ([dt.date(2018, 12, 11)], pl.String, ["2018-12-11"]),
        (["", "a"], pl.String, ["", "a"]),
    ],
)
def test_a_column_is_of_one_type(values: list[Any], kind: Any, cells: list[Any]) -> None:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from((place, {"value": value}) for place, value in enumerate(values))
    column = nodes(graph, "polars")["value"]
    assert (column.dtype, column.to_list()) == (kind, cells)


@pytest.mark.parametrize(
    ("graph", "why"),
    [
        (nx.Graph([(1, "a")]), "all texts or all whole numbers"),
        (nx.Graph([((1, 2), (3, 4))]), "see networkx.relabel_nodes"),
        (nx.Graph([(1, 2**63)]), "all texts or all whole numbers"),
        (nx.MultiGraph([("a", "b", 1, {}), ("a", "b", "x", {})]), "the keys of a table"),
        (nx.Graph([("a", "b", {"who": ["c"]})]), r"'who' is \['c'\] somewhere"),
        (nx.Graph([("a", "b", {"who": 2**63})]), "'who' is 9223372036854775808 somewhere"),
        (nx.Graph([("a", "b", dict[str, Any](x=0.5)), ("b", "c", {"x": 2**53 + 1})]), "whole numbers too large"),
        (nx.Graph([("a", "b", {"key": 1})]), "called 'key', as a column of names is"),
        (nx.Graph([("a", "b", {"source": "c"})]), "called 'source', as a column of names is"),
        (nx.Graph([("a", "b", dict[Any, Any]({7: "c"}))]), "called 7, and a column is called by a text"),
    ],
)
def test_what_cannot_stand_in_a_table_is_refused(graph: Any, why: str) -> None:
    with pytest.raises(Unmeasurable, match=why):
        edges(graph)


def test_a_node_with_an_attribute_called_id_is_refused() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", id=7)
    with pytest.raises(Unmeasurable, match="called 'id', as a column of names is; give it another name"):
        nodes(graph)


def test_a_table_that_no_library_makes_is_refused() -> None:
    with pytest.raises(UnknownKey, match="no kind of table is called 'panda'; did you mean 'pandas'"):
        nodes(GRAPH, "panda")  # type: ignore[call-overload]


@pytest.mark.parametrize(("as_", "library"), [("pandas", "pandas"), ("polars", "polars"), ("arrow", "pyarrow")])
def test_a_library_that_is_missing_is_named_with_its_extra(
    as_: Any, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=rf"{library} is not installed; .*'idebur\[tables\]'"):
        edges(GRAPH, as_)


# ── from tables ───────────────────────────────────────────────────────────────────────────────────────────────────────

TWO = {"id": ["a", "b"]}


@pytest.mark.parametrize(
    ("make", "error", "why"),
    [
        (lambda: from_tables({"name": ["a"]}, {"source": [], "target": []}), UnknownKey, "no column is called 'id'"),
        (lambda: from_tables(TWO, pl.DataFrame({"from": ["a"]})), UnknownKey, "'source'; known: from"),
        (lambda: from_tables({"id": ["a", "a"]}, {"source": [], "target": []}), Unmeasurable, "node 'a' stands twice"),
        (lambda: from_tables({"id": ["a", None]}, {"source": [], "target": []}), Unmeasurable, "row 2 .*'id' is empty"),
        (lambda: from_tables(TWO, {"source": ["a"], "target": ["c"]}), Unmeasurable, "ends in 'c', which is not"),
        (
            lambda: from_tables(TWO, {"source": ["a", "a"], "target": ["b", "b"]}),
            Unmeasurable,
            "two edges between 'a' and 'b', and the table has no column 'key'",
        ),
        (
            lambda: from_tables(TWO, {"source": ["a", "a"], "target": ["b", "b"], "key": ["x", "x"]}),
            Unmeasurable,
            "two edges between 'a' and 'b', with one key",
        ),
        (
            lambda: from_tables(TWO, {"source": ["a"], "target": ["b"], "key": [None]}),
            Unmeasurable,
            "row 1 .*'key' is empty",
        ),
    ],
)
def test_tables_that_are_no_graph_are_refused(make: Callable[[], object], error: type[Exception], why: str) -> None:
    with pytest.raises(error, match=why):
        make()


def test_a_date_in_a_table_becomes_text_and_what_follows_from_it_is_left_out() -> None:
    day = dt.date(2018, 12, 11)
    back: Any = from_tables(
        pd.DataFrame({"id": ["a", "b"], "since": [pd.Timestamp(day), pd.NaT]}),
        pl.DataFrame({"source": ["a"], "target": ["b"], "since": [day], "earliest": [day]}),
    )
    assert dict(back.nodes(data=True)) == {"a": {"since": "2018-12-11"}, "b": {}}
    assert back["a"]["b"] == {"since": "2018-12-11"}


def test_what_is_said_of_the_whole_graph_is_given_beside_its_tables() -> None:
    back = from_tables(nodes(GRAPH), edges(GRAPH, "arrow"), about={"agreements": "north"})
    assert nx.utils.graphs_equal(back, nx.MultiDiGraph(GRAPH, agreements="north"))
