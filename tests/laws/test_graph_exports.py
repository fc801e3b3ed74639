"""Any network, whatever its texts, comes back from each format as it went in, read by a program that is not ours."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import igraph
import networkx as nx
import polars as pl
import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from idebur.exports.networks import FORMATS, dumps, write
from idebur.exports.networks.plain import edge_ids, plain

SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parents[1] / "networks" / "gexf-1.3.xsd"))
DOT = shutil.which("dot")

# Lone surrogates and control characters too: what no format can hold becomes U+FFFD before anything is compared.
TEXTS = st.text(st.characters(exclude_categories=()), min_size=1)
# Below some 1e-308 igraph refuses the whole file.
WEIGHTS = st.floats(0, 9, allow_subnormal=False)
DATES = st.sampled_from(["2018", "2018-06", "2018-12-11", "2018-autumn", "last year"])


def cleaned(text: str) -> str:
    """The text as XML 1.0 can hold it (its production 2, Char)."""
    kept = (one if _is_char(ord(one)) else "\ufffd" for one in text)
    return "".join(kept)


def named(text: str) -> str:
    """The name of a node, or the key of an edge: never blank."""
    return cleaned(text) if cleaned(text).replace("\ufeff", " ").strip() else "_"


def _is_char(number: int) -> bool:
    return (
        number in {0x9, 0xA, 0xD}
        or 0x20 <= number <= 0xD7FF
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph[str]:
    """Directed networks with parallel edges and loops, by our conventions but for their texts; shrinks to one node."""
    node = st.fixed_dictionaries(
        {}, optional={"kind": TEXTS, "label": TEXTS, "since": DATES, "line": st.integers(0, 9)}
    )
    edge = st.fixed_dictionaries(
        {},
        optional={"kind": TEXTS, "label": TEXTS, "until": DATES, "derived": st.just(True), "weight": WEIGHTS},
    )
    names = draw(st.lists(TEXTS, min_size=1, max_size=4, unique_by=named))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in names:
        graph.add_node(name, **draw(node))
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    keys = draw(st.lists(st.tuples(ends, TEXTS.map(named)), max_size=5, unique=True))
    for (source, target), key in keys:
        graph.add_edge(source, target, key=key, **draw(edge))
    return graph


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {name: cleaned(value) if isinstance(value, str) else value for name, value in data.items()}


def nodes_of(graph: nx.MultiDiGraph[str]) -> list[tuple[str, dict[str, Any]]]:
    return [(named(node), _said(data)) for node, data in graph.nodes(data=True)]


def edges_of(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    return [
        (named(source), named(target), key, _said(data))
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]


def _text(text: str | bytes) -> str:
    assert isinstance(text, str)
    return text


@given(graph=networks())
def test_graphml_by_igraph(graph: nx.MultiDiGraph[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (path,) = write(graph, Path(folder) / "x.graphml")
        read = igraph.Graph.Read_GraphML(str(path))

    def kept(data: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in data.items() if value not in {"", False} and value == value}

    nodes = [kept(one.attributes()) for one in read.vs]
    for one in nodes:
        one["id"] = one["id"].replace("&#38;", "&")  # igraph 1.0 leaves this one reference in XML attributes
    assert nodes == [kept({"id": node, **data}) for node, data in nodes_of(graph)]
    edges = []
    for one in read.es:
        said = kept({name: value for name, value in one.attributes().items() if name != "id"})
        edges.append((nodes[one.source]["id"], nodes[one.target]["id"], said.pop("key"), said))
    assert edges == [(*ends, kept(data)) for *ends, data in edges_of(graph)]


def _known_to_networkx(text: str) -> bytes:
    """The text, under the name of GEXF 1.2 where networkx is older than 3.6 and does not know 1.3 by name."""
    known = tuple(map(int, nx.__version__.split(".")[:2])) >= (3, 6)
    return (text if known else text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")).encode()


@given(graph=networks())
def test_gexf_by_networkx_and_its_schema(graph: nx.MultiDiGraph[str]) -> None:
    text = _text(dumps(graph, "gexf"))
    SCHEMA.validate(text)
    read = nx.read_gexf(io.BytesIO(_known_to_networkx(text)))
    nodes = [(node, {k: v for k, v in data.items() if v is not None}) for node, data in read.nodes(data=True)]
    assert nodes == nodes_of(graph)
    edges = {data.pop("id"): (source, target, data) for source, target, data in read.edges(data=True)}
    network = plain(graph)
    expected = dict(zip(edge_ids(network.edges), edges_of(graph), strict=True))
    assert edges == {name: (source, target, data) for name, (source, target, _, data) in expected.items()}


@given(graph=networks())
def test_dynamic_gexf_is_valid(graph: nx.MultiDiGraph[str]) -> None:
    SCHEMA.validate(_text(dumps(graph, "gexf-dynamic")))


@given(graph=networks())
def test_node_link_by_networkx(graph: nx.MultiDiGraph[str]) -> None:
    read = nx.node_link_graph(json.loads(dumps(graph, "node-link")), edges="edges")
    assert isinstance(read, nx.MultiDiGraph)
    assert list(read.nodes(data=True)) == nodes_of(graph)
    assert list(read.edges(keys=True, data=True)) == edges_of(graph)


@pytest.mark.skipif(DOT is None, reason="Graphviz is not installed")
@given(graph=networks())
def test_dot_by_graphviz(graph: nx.MultiDiGraph[str]) -> None:
    assert DOT is not None
    text = _text(dumps(graph, "dot")).encode()
    read = json.loads(subprocess.run([DOT, "-Tdot_json"], input=text, capture_output=True, check=True).stdout)

    def plain_text(escaped: str) -> str:
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], escaped, flags=re.DOTALL)

    def expected(data: dict[str, Any]) -> dict[str, str]:
        said = {name: str(value).replace("\r\n", "\n").replace("\r", "\n") for name, value in data.items()}
        said |= {"derived": "true"} if "derived" in said else {}
        if "weight" in said:
            said.setdefault("label", said["weight"])
        return said

    def found(one: dict[str, Any]) -> dict[str, str]:
        kept = {"kind", "label", "since", "until", "line", "derived", "weight"}
        said = {name: value for name, value in one.items() if name in kept and value not in {"", "\\N"}}
        return {name: plain_text(html.unescape(v) if name == "label" else v) for name, v in said.items()}

    names = [plain_text(node["name"]) for node in read["objects"]]
    nodes = [(name, found(node)) for name, node in zip(names, read["objects"], strict=True)]
    assert nodes == [(expected({"": node})[""], expected(data)) for node, data in nodes_of(graph)]
    edges = [(names[edge["tail"]], names[edge["head"]], found(edge)) for edge in read.get("edges", [])]
    wanted = [(*(expected({"": end})[""] for end in ends), expected(data)) for *ends, _, data in edges_of(graph)]
    assert sorted(map(_in_order, edges)) == sorted(map(_in_order, wanted))


def _in_order(edge: tuple[Any, ...]) -> tuple[str, str, list[tuple[str, str]]]:
    return edge[0], edge[1], sorted(edge[2].items())


@given(graph=networks())
def test_csv_by_python_and_polars(graph: nx.MultiDiGraph[str]) -> None:
    text = _text(dumps(graph, "csv", "edges"))
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    written = [dict(zip(header, row, strict=True)) for row in rows]
    shown = [
        {"source": source, "target": target, "key": key}
        | {name: "true" if value is True else str(value) for name, value in data.items()}
        for source, target, key, data in edges_of(graph)
    ]
    assert [{name: cell for name, cell in row.items() if cell} for row in written] == shown
    table = pl.read_csv(text.encode(), infer_schema=False)
    assert [{name: cell for name, cell in row.items() if cell} for row in table.to_dicts()] == shown


@settings(max_examples=25)
@given(graph=networks())
def test_parquet_by_duckdb(graph: nx.MultiDiGraph[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        nodes, edges = write(graph, Path(folder) / "x.parquet")
        tables = []
        for path in (nodes, edges):
            read = connection.execute(f"SELECT * FROM '{path}'")
            names = [column[0] for column in read.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in read.fetchall()]
            tables.append([{name: cell for name, cell in row.items() if cell is not None} for row in rows])
    assert tables[0] == [{"id": node, **data} for node, data in nodes_of(graph)]
    assert tables[1] == [
        {"source": source, "target": target, "key": key, **data} for source, target, key, data in edges_of(graph)
    ]


@given(graph=networks())
def test_the_same_network_gives_the_same_file(graph: nx.MultiDiGraph[str]) -> None:
    for name, known in FORMATS.items():
        for part in known.parts or (None,):
            assert dumps(graph, name, part) == dumps(graph.copy(), name, part)


@given(graph=networks())
def test_ids_of_edges_are_unique_whatever_their_keys(graph: nx.MultiDiGraph[str]) -> None:
    network = plain(graph)
    taken = {node.id for node in network.nodes}
    ids = edge_ids(network.edges, taken)
    assert len(set(ids) | taken) == len(ids) + len(taken)
