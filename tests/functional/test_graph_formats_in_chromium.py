"""Cytoscape.js and Mermaid read what is meant for them, in a real browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from idebur.exports.networks import dumps

MODULES = Path(__file__).parents[1] / "networks" / "node_modules"
CYTOSCAPE = MODULES / "cytoscape" / "dist" / "cytoscape.min.js"
MERMAID = MODULES / "mermaid" / "dist" / "mermaid.min.js"

pytestmark = pytest.mark.skipif(
    not MERMAID.is_file(), reason="no Cytoscape.js and Mermaid: run `npm ci` in tests/networks"
)

READ_CYTOSCAPE = """
text => {
    const cy = cytoscape({headless: true});
    cy.json(JSON.parse(text));
    return {
        data: cy.data(),
        nodes: cy.nodes().map(node => node.data()),
        edges: cy.edges().map(edge => edge.data()),
        children: cy.nodes(':child').length,
    };
}
"""

READ_MERMAID = """
async text => {
    mermaid.initialize({startOnLoad: false});
    const {db} = await mermaid.mermaidAPI.getDiagramFromText(text);
    const nodes = [...db.getVertices().values()].map(node => ({id: node.id, classes: node.classes}));
    const edges = db.getEdges().map(edge => ({source: edge.start, target: edge.end, type: edge.type}));
    document.body.innerHTML = (await mermaid.render('picture', text)).svg;
    const shown = name => [...document.querySelectorAll(name)].map(found => found.innerText);
    const fills = [...document.querySelectorAll('g.node .label-container')].map(shape => getComputedStyle(shape).fill);
    return {nodes, edges, labels: shown('g.node .nodeLabel'), words: shown('g.edgeLabel .edgeLabel'), fills};
}
"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Page:
    page = chromium.new_page()
    page.set_content("<!DOCTYPE html><html lang='en'><title>Networks</title><body></body></html>")
    page.add_script_tag(path=CYTOSCAPE)
    page.add_script_tag(path=MERMAID)
    return page


@pytest.fixture
def graph() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(day="2018-12-11")
    graph.add_node("actor/region", kind="party", label='Region "B" <b>', sector="public", since="2018", parent="x")
    graph.add_node("appoints", kind="body", label="Styrgrupp\nmed två rader", until="2018-autumn", line=3)
    graph.add_edge("actor/region", "appoints", key="appoints", kind="appoints", label="utser", since="2018-06")
    graph.add_edge("actor/region", "appoints", key="leads", kind="leads", weight=2, derived=True)
    graph.add_edge("appoints", "appoints", key="leads", kind="owes", weight=0.5, since="2018", until="2020")
    return graph


def test_cytoscape_reads_its_elements(graph: nx.MultiDiGraph[str], page: Page) -> None:
    read = page.evaluate(READ_CYTOSCAPE, dumps(graph, "cytoscape"))
    expected: list[dict[str, Any]] = [{"id": node, **data} for node, data in graph.nodes(data=True)]
    expected[0]["parent_"] = expected[0].pop("parent")
    assert read["nodes"] == expected
    assert read["children"] == 0
    assert read["data"] == {"day": "2018-12-11", "directed": True}
    edges = [
        {"source": source, "target": target, "key": key, **data}
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    ids = [edge.pop("id") for edge in read["edges"]]
    assert ids == ["appoints_2", "leads", "leads_2"]
    assert read["edges"] == edges


def test_mermaid_draws_kinds_dates_and_weights(graph: nx.MultiDiGraph[str], page: Page) -> None:
    read = page.evaluate(READ_MERMAID, dumps(graph, "mermaid"))
    assert [node["classes"] for node in read["nodes"]] == [["kind-party", "sector-public"], ["kind-body"]]
    assert read["labels"] == ['Region "B" <b>\n2018–', "Styrgrupp\nmed två rader\n–2018-autumn"]
    assert [(edge["source"], edge["target"]) for edge in read["edges"]] == [("n0", "n1"), ("n0", "n1"), ("n1", "n1")]
    assert {edge["type"] for edge in read["edges"]} == {"arrow_point"}
    assert read["words"] == ["utser\n2018-06–", "leads × 2", "owes × 0.5\n2018–2020"]
    assert read["fills"][0] == "rgb(153, 199, 224)"


def test_mermaid_draws_ties_without_a_direction(page: Page) -> None:
    read = page.evaluate(READ_MERMAID, dumps(nx.path_graph(3), "mermaid"))
    assert {edge["type"] for edge in read["edges"]} == {"arrow_open"}
    assert read["labels"] == ["0", "1", "2"]


BITING = [
    "1. list",
    "- dash",
    "# head",
    "**bold** `code` _x_ __y__",
    "<script>alert(1)</script>",
    "fa:fa-user",
    "$$x^2$$",
    "%% c %%{init: 1}%%",
    "end",
    "a;b;c",
    'style a:"b" c:#d;',
    'classDef x fill:"y"',
    "[x](y)",
    "&amp; &lt;",
    "#quot; #35;",
    "{a} (b) [c]",
    "https://x.example/?a=b&c=d",
    "1) x",
    "+ y",
    "x\\ny \\",
    "|p|q|",
    "@{shape: rect}",
    "~~~",
    "---",
    "===",
    "a:::b",
    "linkStyle 0",
    "subgraph x",
    "<br>",
    "&nbsp;",
    "1.",
    "-",
    "2018. Text",
    "click n0",
    "%%x",
]


@pytest.mark.parametrize("words", BITING)
def test_mermaid_shows_words_as_they_are(words: str, page: Page) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", label=words, kind=words, sector=words)
    graph.add_edge("a", "b", label=words)
    read = page.evaluate(READ_MERMAID, dumps(graph, "mermaid"))
    assert [node["id"] for node in read["nodes"]] == ["n0", "n1"]
    assert read["labels"] == [words, "b"]
    assert read["words"] == [words]


# White space is the browser's to fold, and what has no width is its to leave out.
PRINTED = st.characters(categories=("L", "N", "P", "S"), exclude_characters="\u00ad")


@settings(max_examples=25)
@given(labels=st.lists(st.lists(st.text(PRINTED, min_size=1), min_size=1).map(" ".join), min_size=1, max_size=10))
def test_mermaid_shows_any_words_as_they_are(labels: list[str], page: Page) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    for number, label in enumerate(labels):
        graph.add_node(number, label=label, kind=label)
        graph.add_edge(number, 0, label=label)
    read = page.evaluate(READ_MERMAID, dumps(graph, "mermaid"))
    assert [label.split() for label in read["labels"]] == [label.split() for label in labels]
    assert sorted(label.split() for label in read["words"]) == sorted(label.split() for label in labels)


ANY = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1),
    st.integers(-(2**53), 2**53),
    st.floats(-(2**53), 2**53),
    st.booleans(),
)


@settings(max_examples=25)
@given(nodes=st.dictionaries(st.text(min_size=1), st.dictionaries(st.text(min_size=1), ANY, max_size=4), max_size=5))
def test_cytoscape_reads_any_words_back(nodes: dict[str, dict[str, Any]], page: Page) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in nodes.items():
        graph.add_node(node)
        graph.nodes[node].update(data)
    for node in nodes:
        graph.add_edge(node, next(iter(nodes)), key="k", kind=node)
    text = dumps(graph, "cytoscape")
    read = page.evaluate(READ_CYTOSCAPE, text)
    elements = json.loads(text)["elements"]
    assert read["nodes"] == [one["data"] for one in elements["nodes"]]
    assert read["edges"] == [one["data"] for one in elements["edges"]]
