from __future__ import annotations

import copy
import datetime as dt
import io
import json
import math
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import numpy as np
import polars as pl
import pytest

from idebur.errors import UnknownKey, Unwritable
from idebur.exports.networks import FORMATS, dumps, format_of, write
from idebur.exports.networks.gexf import dumps_dynamic
from idebur.exports.networks.mermaid import MOST_EDGES
from idebur.exports.networks.plain import attribute_types, edge_ids, plain
from idebur.placing import place

G = "{http://gexf.net/1.3}"


def _pair(**attributes: Any) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", **attributes)
    graph.add_edge("a", "b", key="k")
    return graph


def test_the_formats_stand_in_the_order_of_their_names() -> None:
    assert list(FORMATS) == sorted(FORMATS) == [known.name for known in FORMATS.values()]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("x.graphml", "graphml"),
        ("x.GEXF", "gexf"),
        ("x.dynamic.gexf", "gexf-dynamic"),
        ("dynamic.gexf", "gexf"),
        ("folder.dot/x.json", "node-link"),
        ("x.nodes.csv", "csv"),
    ],
)
def test_a_file_says_by_its_ending_what_it_is(file: str, name: str) -> None:
    assert format_of(file).name == name


@pytest.mark.parametrize(
    ("file", "named", "says"),
    [
        ("x.graphm", None, r"did you mean '\.graphml'"),
        ("x", None, "no format by its ending is called 'x'"),
        ("x.dot", "grafml", "no format is called 'grafml'; did you mean 'graphml'"),
        ("x.dot", "", "no format is called ''"),
    ],
)
def test_an_unknown_format_is_answered_with_the_nearest(
    file: str, named: str | None, says: str, tmp_path: Path
) -> None:
    with pytest.raises(UnknownKey, match=says):
        write(_pair(), tmp_path / file, named)
    assert list(tmp_path.iterdir()) == []


def test_two_tables_are_no_one_text() -> None:
    with pytest.raises(Unwritable, match=r"name the part \(nodes or edges\)"):
        dumps(_pair(), "csv")
    with pytest.raises(UnknownKey, match="no part of csv is called 'node'; did you mean 'nodes'"):
        dumps(_pair(), "csv", "node")
    with pytest.raises(UnknownKey, match="no part of dot is called 'nodes'; known: none"):
        dumps(_pair(), "dot", "nodes")


def test_two_tables_become_two_files(tmp_path: Path) -> None:
    written = write(_pair(), tmp_path / "net.work.csv")
    assert [path.name for path in written] == ["net.work.nodes.csv", "net.work.edges.csv"]
    assert written[1].read_bytes() == b"source,target,key\r\na,b,k\r\n"


@pytest.mark.parametrize("name", FORMATS)
def test_writing_gives_what_dumping_gives(name: str, tmp_path: Path) -> None:
    graph = _pair(kind="body", label="Å", line=3)
    for path, part in zip(write(graph, tmp_path / "x", name), FORMATS[name].parts or (None,), strict=True):
        text = dumps(graph, name, part)
        assert path.read_bytes() == (text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_lost_when_a_network_cannot_be_written(name: str, tmp_path: Path) -> None:
    for path in write(_pair(), tmp_path / "x", name):
        path.write_text("before", encoding="utf-8")
    with pytest.raises(Unwritable, match="the attribute 'tags' of node 'a' is of type list"):
        write(_pair(tags=["x"]), tmp_path / "x", name)
    assert {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"before"}


def test_of_two_files_neither_is_changed_when_one_cannot_be(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("before", encoding="utf-8")
    second.mkdir()
    with pytest.raises(FileExistsError, match="second is there and is not a regular file"):
        place({first: b"after", second: b"after"})
    assert first.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "second"]


def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("before", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    place({link: b"after"})
    assert link.is_symlink()
    assert real.read_bytes() == b"after"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, {}),
        ("", {}),
        (math.nan, {}),
        (0, {"x": 0}),
        (False, {"x": False}),
        (dt.date(2018, 12, 11), {"x": "2018-12-11"}),
        (dt.datetime(2018, 12, 11, 9, 30, tzinfo=dt.UTC), {"x": "2018-12-11T09:30:00+00:00"}),
        (np.int64(3), {"x": 3}),
        (np.float32(0.5), {"x": 0.5}),
        (np.bool_(True), {"x": True}),
        ("a\x00b\ud800\ufffe\t\n", {"x": "a\ufffdb\ufffd\ufffd\t\n"}),
    ],
)
def test_what_an_attribute_says(given: object, kept: dict[str, object]) -> None:
    said = plain(_pair(x=given)).nodes[0].data
    assert said == kept
    assert [type(value) for value in said.values()] == [type(value) for value in kept.values()]


@pytest.mark.parametrize("given", [["x"], {"a": 1}, (1, 2), {1}, 1j, object(), b"x"])
def test_what_is_no_plain_value_is_refused(given: object) -> None:
    with pytest.raises(Unwritable, match="texts, numbers and truth values only"):
        plain(_pair(x=given))


def test_notes_that_other_readers_leave_in_the_graph_are_left_out() -> None:
    graph = _pair()
    graph.graph.update(day="2018", node_default={}, edge_default={"weight": 1})
    assert plain(graph).data == {"day": "2018"}


def test_names_and_keys_that_would_be_written_alike_stay_apart() -> None:
    graph: nx.MultiGraph[Any] = nx.MultiGraph()
    graph.add_edge(1, "1", key=1)
    graph.add_edge("1", 1, key="1")
    graph.add_edge("1_2", "a\x00", key="1")
    network = plain(graph)
    assert [node.id for node in network.nodes] == ["1", "1_2", "1_2_2", "a\ufffd"]
    assert [(edge.source, edge.target, edge.key) for edge in network.edges] == [
        ("1", "1_2", "1"),
        ("1", "1_2", "1_2"),
        ("1_2_2", "a\ufffd", "1"),
    ]
    assert edge_ids(network.edges) == ["1", "1_2", "1_3"]
    assert edge_ids(network.edges, {"1"}) == ["1_2", "1_2_2", "1_3"]


def test_no_name_is_blank() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("", " \n\ufeff", key="")
    network = plain(graph)
    assert [node.id for node in network.nodes] == ["_", "__2"]
    assert network.edges[0].key == "_"


def test_an_attribute_never_takes_the_place_of_a_part_of_the_format() -> None:
    graph = _pair(id="mine", id_="too", source="fine")
    graph.edges["a", "b", "k"].update(key="x", target="y", id="z")
    network = plain(graph)
    assert network.nodes[0].data == {"id_": "mine", "id__": "too", "source": "fine"}
    assert network.edges[0].data == {"key_": "x", "target_": "y", "id_": "z"}


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, 2], int),
        ([1, 0.5], float),
        ([True, 1], str),
        ([True, False], bool),
        (["a", 1], str),
        ([2**63 - 1, -(2**63)], int),
        ([2**63], str),
        ([2**63, 0.5], str),
        ([2**53 + 1, 0.5], str),
        ([2**53, 0.5], float),
        ([2**53 + 1, 3], int),
    ],
)
def test_a_column_has_the_narrowest_type_that_fits(values: list[Any], kind: type) -> None:
    assert attribute_types([{"x": value} for value in values]) == {"x": kind}


@pytest.mark.parametrize(
    ("since", "until", "start", "end"),
    [
        ("2018", "2020", "2018-01-01", "2020-12-31"),
        ("2018-06", "2018-06", "2018-06-01", "2018-06-30"),
        ("2018-12-11", None, "2018-12-11", None),
        (None, "2018-autumn", None, "2018-11-30"),
        ("2018-winter", "2018-winter", "2017-12-01", "2019-02-28"),
        (2018, 2018, "2018-01-01", "2018-12-31"),
        ("last year", "2018-q3", None, "2018-09-30"),
        ("2020", "2018", None, None),
        (True, 2018.0, None, None),
    ],
)
def test_a_coarse_date_lasts_from_its_first_day_to_its_last(
    since: object, until: object, start: str | None, end: str | None
) -> None:
    said = {name: value for name, value in (("since", since), ("until", until)) if value is not None}
    graph = _pair(**said)
    graph.edges["a", "b", "k"].update(said)
    root = ET.fromstring(dumps_dynamic(graph))  # noqa: S314 — our own text
    for one in (root.find(f".//{G}node"), root.find(f".//{G}edge")):
        assert one is not None
        assert (one.get("start"), one.get("end")) == (start, end)
        values = {value.get("value") for value in one.iter(f"{G}attvalue")}
        assert {str(value).lower() if value is True else str(value) for value in said.values()} <= values


def test_the_attributes_that_hold_the_time_can_have_other_names() -> None:
    root = ET.fromstring(dumps_dynamic(_pair(joined="2001", left="2003-05"), "joined", "left"))  # noqa: S314 — our own text
    node = root.find(f".//{G}node")
    assert node is not None
    assert (node.get("start"), node.get("end")) == ("2001-01-01", "2003-05-31")


def test_mermaid_refuses_what_it_would_not_draw() -> None:
    graph: nx.DiGraph[int] = nx.gnm_random_graph(60, MOST_EDGES + 1, seed=1, directed=True)
    with pytest.raises(Unwritable, match="the network has 501 edges, and Mermaid draws 500 at the most"):
        dumps(graph, "mermaid")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_an_empty_network_is_written_as_one_of_its_sort_that_holds_nothing(
    name: str, kind: type[nx.Graph[Any]]
) -> None:
    directed = kind().is_directed()
    for part in FORMATS[name].parts or (None,):
        assert _read(name, dumps(kind(), name, part)) == (0, None if part or name == "mermaid" else directed)
        if not part:
            full = kind([("a", "b")])
            assert _read(name, dumps(full, name)) == (3, None if name == "mermaid" else directed)


def _read(name: str, written: str | bytes) -> tuple[int, bool | None]:
    """How many nodes and edges a text has, and whether they have directions, where the format says."""
    if isinstance(written, bytes):
        return pl.read_parquet(io.BytesIO(written)).height, None
    if name == "csv":
        header, *rows = written.splitlines()
        assert header.split(",")[0] in {"id", "source"}
        return len(rows), None
    if name in {"graphml", "gexf", "gexf-dynamic"}:
        tags = [(one.tag.rpartition("}")[2], one) for one in ET.fromstring(written).iter()]  # noqa: S314 — our own text
        (graph,) = (one for tag, one in tags if tag == "graph")
        sort = graph.get("edgedefault") or graph.get("defaultedgetype")
        return sum(tag in {"node", "edge"} for tag, _ in tags), {"directed": True, "undirected": False}[str(sort)]
    if name in {"cytoscape", "node-link"}:
        data = json.loads(written)
        held = data.get("elements", data)
        return len(held["nodes"]) + len(held["edges"]), data.get("data", data)["directed"]
    head, *lines = [line.strip() for line in written.splitlines()]
    settings = ("rankdir=", "node [", "edge [", "}", "classDef ")
    return sum(not line.startswith(settings) for line in lines), {"digraph {": True, "graph {": False}.get(head)


@pytest.mark.parametrize("name", FORMATS)
def test_writing_changes_nothing_in_the_graph(name: str) -> None:
    graph = _pair(id="x", since="2018", nothing=None)
    before = copy.deepcopy(graph)
    for part in FORMATS[name].parts or (None,):
        dumps(graph, name, part)
    assert nx.utils.graphs_equal(graph, before)
