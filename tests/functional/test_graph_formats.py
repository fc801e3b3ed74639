"""Each format is read by a program that is not ours, and nothing is lost on the way: kinds, dates, weights, keys."""

from __future__ import annotations

import html
import io
import json
import math
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import duckdb
import igraph
import networkx as nx
import polars as pl
import pydot
import pytest
import xmlschema

from idebur.exports.networks import dumps, write

DOT = shutil.which("dot")
SCHEMA = Path(__file__).parents[1] / "networks" / "gexf-1.3.xsd"
G = "{http://gexf.net/1.3}"

TRICKY = 'Överenskommelsen "B" <i> & C:\\new\nsecond line'


@pytest.fixture
def graph() -> nx.MultiDiGraph[str]:
    """A small graph that follows the conventions, with parallel edges, a loop, coarse dates and words that bite."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(agreements="south,north", day="2018-12-11")
    graph.add_node("agreement/south", kind="agreement", label=TRICKY, agreement="south", since="2018-06", line=1)
    graph.add_node("actor/region", kind="party", label="Region", word="region", sector="public", number="0114")
    graph.add_node("actor/voluntary", kind="party", label="Föreningen", sector="civil-society", until="2020")
    graph.add_node("south/bodies.board", kind="body", label="=SUM(A1)", since="2018-autumn", until="2018-12-11")
    graph.add_node("alone")
    graph.add_edge(
        "actor/region", "south/bodies.board", key="appoints", kind="appoints", label="appoints", since="2018", line=12
    )
    graph.add_edge("actor/region", "south/bodies.board", key="leads", kind="leads", derived=True, count=3, weight=2)
    graph.add_edge("actor/voluntary", "south/bodies.board", key="appoints", kind="appoints", certain=False, weight=0.5)
    graph.add_edge("actor/region", "actor/region", key="owes", kind="owes", label="owes", count="over 50", until="2019")
    return graph


def _nodes(graph: nx.Graph[Any]) -> dict[str, dict[str, Any]]:
    return dict(graph.nodes.items())


def _edges(graph: nx.Graph[Any]) -> dict[tuple[str, str, str], dict[str, Any]]:
    assert isinstance(graph, nx.MultiDiGraph)
    return {(source, target, key): data for source, target, key, data in graph.edges(keys=True, data=True)}


# ── GraphML ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _igraph_says(data: dict[str, Any]) -> dict[str, Any]:
    """What igraph reports but the empty values by which it fills its columns."""
    return {
        name: value
        for name, value in data.items()
        if value not in {"", False} and not (isinstance(value, float) and math.isnan(value))
    }


def test_igraph_reads_graphml(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    (path,) = write(graph, tmp_path / "x.graphml")
    read = igraph.Graph.Read_GraphML(str(path))
    assert read.is_directed()
    assert {name: read[name] for name in read.attributes()} == graph.graph
    nodes = [_igraph_says(one.attributes()) for one in read.vs]
    assert {one.pop("id"): one for one in nodes} == _nodes(graph)
    edges = {}
    for one in read.es:
        said = {name: value for name, value in _igraph_says(one.attributes()).items() if name != "id"}
        edges[read.vs[one.source]["id"], read.vs[one.target]["id"], said.pop("key")] = said
    expected = _edges(graph)
    expected["actor/region", "south/bodies.board", "leads"]["count"] = "3"  # a column of texts
    del expected["actor/voluntary", "south/bodies.board", "appoints"]["certain"]  # igraph has no absent truth value
    assert edges == expected


def test_networkx_reads_graphml_with_its_types(graph: nx.MultiDiGraph[str]) -> None:
    read = nx.read_graphml(io.BytesIO(_bytes(dumps(graph, "graphml"))), force_multigraph=True)
    assert _nodes(read) == _nodes(graph)
    assert sorted(ends[2] for ends in _edges(read)) == ["appoints", "appoints_2", "leads", "owes"]
    said = {(source, target, data.pop("key")): data for source, target, data in read.edges(data=True)}
    expected = _edges(graph)
    expected["actor/region", "south/bodies.board", "leads"]["count"] = "3"
    assert said == expected


def _bytes(text: str | bytes) -> bytes:
    assert isinstance(text, str)
    return text.encode()


# ── GEXF ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMA))


@pytest.mark.parametrize("name", ["gexf", "gexf-dynamic"])
@pytest.mark.parametrize("kind", [nx.MultiDiGraph, nx.MultiGraph, nx.DiGraph, nx.Graph])
def test_gexf_is_valid(
    graph: nx.MultiDiGraph[str], schema: xmlschema.XMLSchema, name: str, kind: type[nx.Graph[str]]
) -> None:
    schema.validate(dumps(kind(graph), name))
    schema.validate(dumps(kind(), name))


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ('version="1.3"', 'version="1.2"'),
        ('id="leads"', 'id="appoints"'),
        ('target="actor/region"', 'target="nobody"'),
        ('start="2018-01-01"', 'start="2018-autumn"'),
        ('weight="0.5"', 'weight="half"'),
        ('timeformat="date"', 'timeformat="day"'),
        ('type="boolean"', 'type="bool"'),
        ("<nodes>", "<nodes><edge/>"),
    ],
)
def test_the_schema_refuses_what_is_wrong(
    graph: nx.MultiDiGraph[str], schema: xmlschema.XMLSchema, found: str, put: str
) -> None:
    text = dumps(graph, "gexf-dynamic")
    assert isinstance(text, str)
    assert found in text
    assert not schema.is_valid(text.replace(found, put, 1))


def _known_to_networkx(text: str) -> bytes:
    """The text, under the name of GEXF 1.2 where networkx is older than 3.6 and does not know 1.3 by name."""
    known = tuple(map(int, nx.__version__.split(".")[:2])) >= (3, 6)
    return (text if known else text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")).encode()


@pytest.mark.parametrize("name", ["gexf", "gexf-dynamic"])
def test_networkx_reads_gexf(graph: nx.MultiDiGraph[str], name: str) -> None:
    text = dumps(graph, name)
    assert isinstance(text, str)
    read = nx.read_gexf(io.BytesIO(_known_to_networkx(text)))
    days = {"start", "end"}
    nodes = {
        node: {key: value for key, value in data.items() if key not in days and value is not None}
        for node, data in read.nodes.items()
    }
    assert nodes == _nodes(graph)
    expected = _edges(graph)
    expected["actor/region", "south/bodies.board", "leads"]["count"] = "3"
    edges = {
        ends: {key: value for key, value in data.items() if key not in {"id", *days}}
        for ends, data in _edges(read).items()
    }
    assert edges == expected


def test_dynamic_gexf_says_when_everything_was(graph: nx.MultiDiGraph[str]) -> None:
    root = ET.fromstring(dumps(graph, "gexf-dynamic"))  # noqa: S314 — our own text
    frame = root.find(f"{G}graph")
    assert frame is not None
    assert (frame.get("mode"), frame.get("timeformat")) == ("dynamic", "date")
    days = {
        one.get("id"): (one.get("start"), one.get("end")) for one in root.iter() if one.get("start", one.get("end"))
    }
    assert days == {
        "agreement/south": ("2018-06-01", None),
        "actor/voluntary": (None, "2020-12-31"),
        "south/bodies.board": ("2018-09-01", "2018-12-11"),
        "appoints": ("2018-01-01", None),
        "owes": (None, "2019-12-31"),
    }
    kinds = {one.get("id"): one.get("kind") for one in root.iter(f"{G}edge")}
    assert kinds == {"appoints": "appoints", "leads": "leads", "appoints_2": "appoints", "owes": "owes"}


# ── DOT ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


DRAWN = {"shape", "fillcolor", "style", "fontname", "fontsize", "pos", "width", "height", "_gvid", "name"}


def _in_dot(data: dict[str, Any]) -> dict[str, str]:
    """What of an element's attributes is a text in DOT, without what is for the picture only."""
    said = {}
    for name, value in data.items():
        if name not in DRAWN and value not in {"", "\\N"}:
            said[name] = _unescaped(html.unescape(value) if name == "label" else value)
    return said


def _as_texts(data: dict[str, Any]) -> dict[str, str]:
    texts = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in data.items()}
    if "weight" in texts:
        texts.setdefault("label", texts["weight"])
    return texts


def _in_order(edge: tuple[str, str, dict[str, str]]) -> tuple[str, str, list[tuple[str, str]]]:
    return edge[0], edge[1], sorted(edge[2].items())


@pytest.mark.skipif(DOT is None, reason="Graphviz is not installed")
def test_graphviz_reads_dot(graph: nx.MultiDiGraph[str]) -> None:
    assert DOT is not None
    text = _bytes(dumps(graph, "dot"))
    drawn = subprocess.run([DOT, "-Tdot_json"], input=text, capture_output=True, check=True)
    assert drawn.stderr == b""
    read = json.loads(drawn.stdout)
    assert read["directed"]
    assert {name: read[name] for name in graph.graph} == graph.graph
    names = [_unescaped(node["name"]) for node in read["objects"]]
    assert dict(zip(names, map(_in_dot, read["objects"]), strict=True)) == {
        node: _as_texts(data) for node, data in _nodes(graph).items()
    }
    edges = [(names[edge.pop("tail")], names[edge.pop("head")], _in_dot(edge)) for edge in read["edges"]]
    expected = [(source, target, _as_texts(data)) for source, target, data in graph.edges(data=True)]
    assert sorted(edges, key=_in_order) == sorted(expected, key=_in_order)
    kept = subprocess.run([DOT, "-Tcanon"], input=text, capture_output=True, check=True).stdout.decode()
    keys = sorted(found.strip('"') for found in re.findall(r"\bkey=(\w+|\"[^\"]*\")", kept))
    assert keys == sorted(key for _, _, key in graph.edges(keys=True))


@pytest.mark.skipif(DOT is None, reason="Graphviz is not installed")
def test_a_name_that_graphviz_would_take_for_none_is_one_node() -> None:
    assert DOT is not None
    graph: nx.DiGraph[str] = nx.DiGraph([("%a", "%b"), ("%b", "%a")])
    drawn = subprocess.run([DOT, "-Tdot_json"], input=_bytes(dumps(graph, "dot")), capture_output=True, check=True)
    assert [_unescaped(node["name"]) for node in json.loads(drawn.stdout)["objects"]] == ["%a", "%b"]


@pytest.mark.skipif(DOT is None, reason="Graphviz is not installed")
def test_what_graphviz_would_take_for_an_instruction_is_renamed() -> None:
    assert DOT is not None
    graph: nx.DiGraph[str] = nx.DiGraph(size="large", label="x", node="y")
    graph.add_node("a", shape="none at all", pos="left", color="of hope", edge="z")
    graph.add_edge("a", "a", weight=-1.5, style="formal")
    drawn = subprocess.run([DOT, "-Tdot_json"], input=_bytes(dumps(graph, "dot")), capture_output=True, check=True)
    assert drawn.stderr == b""
    read = json.loads(drawn.stdout)
    assert (read["size_"], read["label_"], read["node"]) == ("large", "x", "y")
    (node,), (edge,) = read["objects"], read["edges"]
    assert (node["shape_"], node["pos_"], node["color_"], node["edge"]) == ("none at all", "left", "of hope", "z")
    assert (edge["weight_"], edge["style_"]) == ("-1.5", "formal")


@pytest.mark.skipif(DOT is None, reason="Graphviz is not installed")
def test_graphviz_draws_the_words_as_they_are(graph: nx.MultiDiGraph[str]) -> None:
    assert DOT is not None
    drawn = subprocess.run([DOT, "-Tsvg"], input=_bytes(dumps(graph, "dot")), capture_output=True, check=True)
    texts = [one.text for one in ET.fromstring(drawn.stdout).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 — our own text
    assert set(TRICKY.split("\n")) <= set(texts)
    assert {"appoints", "owes", "2", "0.5", "alone"} <= set(texts)


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")  # pydot's own, about its parser
def test_pydot_reads_dot(graph: nx.MultiDiGraph[str]) -> None:
    text = dumps(graph, "dot")
    assert isinstance(text, str)
    graphs = pydot.graph_from_dot_data(text)
    assert graphs is not None
    (read,) = graphs

    def said(attributes: dict[str, Any]) -> dict[str, str]:
        return _in_dot({name: pydot.quote_id_if_necessary(value).strip('"') for name, value in attributes.items()})

    def plain(name: Any) -> str:
        return _unescaped(str(name).strip('"'))

    nodes = {
        plain(node.get_name()): said(node.get_attributes())
        for node in read.get_nodes()
        if node.get_name() not in {"node", "edge"}
    }
    assert {node: data.get("kind") for node, data in nodes.items()} == {
        node: data.get("kind") for node, data in _nodes(graph).items()
    }
    edges = {}
    for edge in read.get_edges():
        attributes = said(edge.get_attributes())
        edges[plain(edge.get_source()), plain(edge.get_destination()), attributes.pop("key")] = attributes
    assert edges == {ends: _as_texts(data) for ends, data in _edges(graph).items()}


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _rows(columns: list[str], rows: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in zip(columns, row, strict=True) if value is not None and value != ""}
        for row in rows
    ]


def test_duckdb_reads_parquet_with_its_types(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    nodes, edges = write(graph, tmp_path / "x.parquet")
    with duckdb.connect() as connection:
        read = connection.execute(f"SELECT * FROM '{nodes}'")
        names = [column[0] for column in read.description or ()]
        assert _rows(names, read.fetchall()) == [{"id": node, **data} for node, data in _nodes(graph).items()]
        read = connection.execute(f"SELECT * FROM '{edges}'")
        names = [column[0] for column in read.description or ()]
        found = _rows(names, read.fetchall())
        types = dict(connection.execute(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{edges}')").fetchall())
        about = connection.execute(
            f"SELECT decode(value) FROM parquet_kv_metadata('{nodes}') WHERE decode(key) = 'graph'"
        ).fetchone()
    expected = [{"source": ends[0], "target": ends[1], "key": ends[2], **data} for ends, data in _edges(graph).items()]
    expected[1]["count"] = "3"
    assert found == expected
    assert types["weight"] == "DOUBLE"
    assert types["line"] == "BIGINT"
    assert types["derived"] == "BOOLEAN"
    assert types["count"] == types["since"] == "VARCHAR"
    assert about is not None
    assert json.loads(about[0]) == graph.graph


def test_polars_reads_csv(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    nodes, edges = write(graph, tmp_path / "x.csv")
    table = pl.read_csv(nodes, infer_schema=False)
    assert _rows(table.columns, table.rows()) == [
        {"id": node} | {name: str(value) for name, value in data.items()} for node, data in _nodes(graph).items()
    ]
    typed = pl.read_csv(edges)
    for name in ("weight", "derived", "certain", "line"):
        assert typed[name].to_list() == [data.get(name) for data in _edges(graph).values()]


def test_duckdb_reads_csv(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    _, edges = write(graph, tmp_path / "x.csv")
    with duckdb.connect() as connection:
        read = connection.execute(
            f"SELECT source, target, key, kind, weight, label FROM read_csv('{edges}')"
        ).fetchall()
    assert read == [
        (*ends, data["kind"], data.get("weight"), data.get("label")) for ends, data in _edges(graph).items()
    ]


# ── node-link ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", [nx.MultiDiGraph, nx.MultiGraph, nx.DiGraph, nx.Graph])
def test_networkx_reads_node_link(graph: nx.MultiDiGraph[str], kind: type[nx.Graph[str]]) -> None:
    given = kind(graph)
    read = nx.node_link_graph(json.loads(dumps(given, "node-link")), edges="edges")
    assert type(read) is kind
    assert nx.utils.graphs_equal(read, given)


def test_what_has_no_end_is_a_word_in_json() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edge("a", "b", weight=math.inf)
    assert json.loads(dumps(graph, "node-link"))["edges"][0]["weight"] == "INF"
