"""The page of a graph in a real browser: what one sees, hears and can do, by mouse and by keyboard, off the network."""

from __future__ import annotations

import json
import re
import string
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import combinations
from pathlib import Path
from threading import Thread
from typing import Any

import networkx as nx
import pytest

from idebur.exports.page import page, write_page
from idebur.files import read
from idebur.graph.building import build
from idebur.graph.kinds import NODES
from idebur.messages.picturing import FACTS, PHRASES, SEVERAL

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: requirements/test.txt")

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "idebur" / "exports" / "page"
AXE = ROOT / "tests" / "page" / "node_modules" / "axe-core" / "axe.min.js"
NPM = ROOT / "tests" / "networks" / "node_modules" / "cytoscape"

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)><!-- {{data}} & \"' \u2028"

# The library keeps what it draws on the element it draws in.
CY = "document.getElementById('picture')._cyreg.cy"


SEEN = f"""() => {{
    const data = JSON.parse(document.getElementById('data').textContent);
    const drawn = el => el.style('display') !== 'none';
    return [{CY}.nodes().filter(drawn).map(el => data.nodes[el.data('n')].id),
            {CY}.edges().filter(el => drawn(el) && drawn(el.source()) && drawn(el.target()))
                .map(el => data.edges[el.data('e')].kind)];
}}"""

WITHOUT_EACH = f"""group => [...document.querySelectorAll(`#${{group}} input`)].map(box => {{
    box.click();
    const found = [box.value, ...({SEEN})(), [...document.querySelectorAll('#groups [data-node]')].length];
    box.click();
    return found;
}})"""


class Reader:
    """Somebody with the page open, who notes what goes wrong in it and what it asks of the network."""

    def __init__(self, chromium: Any, file: Path, **settings: Any) -> None:
        self.context = chromium.new_context(viewport={"width": 1440, "height": 900}, **settings)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda said: self.wrong.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())

    def _dismiss(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def seen(self) -> tuple[Counter[str], Counter[str]]:
        """The nodes in the picture by identifier, and its edges by kind, as drawn."""
        nodes, edges = self.page.evaluate(SEEN)
        return Counter(nodes), Counter(edges)

    def listed(self) -> Counter[str]:
        """The identifiers of the nodes in the list."""
        return Counter(
            self.page.evaluate(
                """() => {
                    const data = JSON.parse(document.getElementById('data').textContent);
                    const rows = [...document.querySelectorAll('#groups [data-node]')];
                    return rows.map(row => data.nodes[row.dataset.node].id);
                }"""
            )
        )

    def text(self, selector: str) -> str:
        """What stands in an element."""
        return str(self.page.text_content(selector))

    def counts(self, expected: str) -> None:
        """Wait until the number of what is shown is told."""
        sync_api.expect(self.page.locator("#count")).to_contain_text(expected)

    def chosen(self) -> str:
        """The heading of the reason."""
        return self.text("#reason-title")

    def facts(self) -> dict[str, str]:
        """The details of what is chosen."""
        names = self.page.locator("#facts dt").all_text_contents()
        return dict(zip(names, self.page.locator("#facts dd").all_text_contents(), strict=True))

    def still(self) -> None:
        """Wait until nothing moves in the picture."""
        self.page.wait_for_function(
            f"() => !{CY}.animated() && document.getElementById('frame').dataset.settled == 'true'"
        )
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Reader]]:
    """Opens the page of a graph; at the end nothing has gone wrong in it, and nothing was asked of any network."""
    readers: list[Reader] = []

    def opened(graph: nx.Graph[Any], *, title: str | None = None, lang: str = "en", **settings: Any) -> Reader:
        file = tmp_path / f"{len(readers)}.html"
        write_page(graph, file, title=title, lang=lang)  # type: ignore[arg-type]  # a test may give any text
        readers.append(Reader(chromium, file, **settings))
        return readers[-1]

    yield opened
    for reader in readers:
        reader.context.close()
        assert reader.wrong == []
        assert [url for url in reader.asked[1:] if not url.startswith(("data:", "blob:"))] == []


@pytest.fixture
def graph() -> nx.MultiDiGraph[str]:
    """Two parties, a body and some more, with parallel edges, a loop, dates of every precision and things undated."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(agreements="north")
    graph.add_node("agreement/north", kind="agreement", label="Agreement of the North", agreement="north")
    graph.add_node("actor/region", kind="party", label="Region Nord", word="region", sector="public", number="232100-1")
    graph.add_node("actor/umbrella", kind="party", label="Östra nätverket", sector="civil-society", since="2017")
    graph.add_node("actor/firm", kind="organisation", label="Bolaget", sector="business", until="2018-06")
    graph.add_node("north/bodies.board", kind="body", label="The board", since="2018-autumn", until="2020-03-31")
    graph.add_node("north/bodies.board.seats.one", kind="seat", label="Region Nord", cites="plan#4")
    graph.add_node("alone", kind="event", label="A meeting", since="2019-05-02", until="2019-05-02")
    graph.add_edge(
        "actor/region", "north/bodies.board", "1", kind="appoints", label="appoints", cites="plan#3", file="a.yaml",
        line=17, since="2018-12-11",
    )  # fmt: skip
    graph.add_edge("actor/region", "north/bodies.board", "2", kind="leads", label="leads", until="2019")
    graph.add_edge("actor/region", "north/bodies.board.seats.one", "1", kind="has-seat", label="has the seat")
    graph.add_edge("actor/umbrella", "actor/region", "1", kind="owes", label="owes", force="shall", derived=True)
    graph.add_edge("actor/umbrella", "agreement/north", "1", kind="party-to", label="is a party to", since="2017-06")
    graph.add_edge("actor/region", "agreement/north", "1", kind="party-to", label="is a party to", since="2017-q4")
    graph.add_edge("actor/firm", "agreement/north", "1", kind="observes", label="observes", until="2018-03-01")
    graph.add_edge("actor/region", "actor/region", "1", kind="convenes", label="convenes", status="proposed")
    return graph


@pytest.fixture(scope="module")
def examples() -> nx.MultiDiGraph[str]:
    """Both example agreements, as they are now."""
    return build(*(read(ROOT / "examples" / name) for name in ("blekinge", "ostergotland")))


# ── the file ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_graph_gives_the_same_page(graph: nx.MultiDiGraph[str]) -> None:
    assert page(graph) == page(graph.copy())


def test_the_library_is_whole_and_of_the_version_that_is_said(
    graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    """What is shipped runs as that version, and its licence goes with it into every page."""
    version = (SHIPPED / "cytoscape" / "VERSION").read_text(encoding="utf-8").strip()
    assert open_page(graph).page.evaluate("cytoscape.version") == version
    licence = (SHIPPED / "cytoscape" / "LICENSE").read_text(encoding="utf-8")
    told = re.sub(r"[\s*]+", " ", page(graph))
    assert re.sub(r"\s+", " ", licence).strip() in told


@pytest.mark.skipif(not NPM.is_dir(), reason="no Cytoscape.js to compare with: run `npm ci` in tests/networks")
def test_the_library_is_the_one_that_its_makers_published() -> None:
    """The lock file in tests/networks holds the digest that the published package is checked against."""
    published = json.loads((NPM / "package.json").read_text(encoding="utf-8"))["version"]
    assert published == (SHIPPED / "cytoscape" / "VERSION").read_text(encoding="utf-8").strip()
    for theirs, ours in (("dist/cytoscape.min.js", "cytoscape.min.js"), ("LICENSE", "LICENSE")):
        assert (NPM / theirs).read_bytes() == (SHIPPED / "cytoscape" / ours).read_bytes()


@pytest.mark.parametrize("table", [PHRASES, FACTS, SEVERAL], ids=["phrases", "facts", "several"])
def test_both_languages_leave_the_same_holes(table: dict[str, tuple[str, str]]) -> None:
    def holes(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    assert {name: holes(sv) for name, (sv, _) in table.items()} == {name: holes(en) for name, (_, en) in table.items()}


def test_every_kind_of_node_has_a_heading() -> None:
    assert set(SEVERAL) == set(NODES)


def test_every_phrase_of_the_page_is_used_and_every_phrase_used_is_there() -> None:
    written = "".join((SHIPPED / name).read_text(encoding="utf-8") for name in ("page.html", "page.js"))
    written += "".join(file.read_text(encoding="utf-8") for file in SHIPPED.glob("*.py"))
    used = set(re.findall(r"\{\{say:([a-z-]+)\}\}", written)) | set(re.findall(r"\bsay\(\"([a-z-]+)\"", written))
    assert used <= set(PHRASES)
    assert {name for name in PHRASES if f'"{name}"' not in written and f"say:{name}" not in written} <= {
        *("nodes", "edges", "all-of", "none-of", "legend-derived", "legend-doubtful", "derived-yes"),  # put together
    }


def test_a_number_that_is_none_does_not_break_the_page(open_page: Callable[..., Reader]) -> None:
    """JSON has no NaN; a page with one would not open."""
    broken: nx.Graph[str] = nx.Graph()
    broken.add_edge("a", "b", weight=float("nan"), seen=float("inf"))
    assert open_page(broken).seen() == (Counter("ab"), Counter([""]))


# ── nothing leaves, and nothing hostile comes in ─────────────────────────────────────────────────────────────────────


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and what it has been asked for."""
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


ASKING = """address => Promise.allSettled([
    fetch(address + 'fetch'),
    fetch(address + 'post', {method: 'POST', mode: 'no-cors', body: 'x'}),
    navigator.sendBeacon(address + 'beacon'),
    ...['img', 'script', 'iframe', 'video'].map(name => {
        document.body.append(Object.assign(document.createElement(name), {src: address + name}));
    }),
    document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: address + 'link'})),
    document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'})),
    new Promise(done => setTimeout(done, 300)),
])"""


def test_nothing_can_be_fetched_from_the_page(
    graph: nx.MultiDiGraph[str], chromium: Any, tmp_path: Path, listener: tuple[str, list[str]]
) -> None:
    """Were there something hostile in it all the same: it could ask for nothing and send nothing; an open page can."""
    address, asked = listener
    write_page(graph, tmp_path / "page.html")
    reader = Reader(chromium, tmp_path / "page.html")
    reader.page.evaluate(ASKING, address)
    assert asked == []
    assert reader.page.evaluate("window.ran") is None
    policed = re.sub("<meta http-equiv.*?>", "", (tmp_path / "page.html").read_text(encoding="utf-8"), count=1)
    (tmp_path / "open.html").write_text(policed, encoding="utf-8")
    reader.page.goto((tmp_path / "open.html").as_uri())
    reader.page.evaluate(ASKING, address)
    assert {"/fetch", "/post", "/img", "/script", "/iframe", "/link"} <= set(asked)
    assert reader.page.evaluate("window.ran") is True
    reader.context.close()


@pytest.mark.parametrize("hostile", [HOSTILE, "{{scripts}}", "<!--<script x", "</script x", "\\u003c/script>"])
def test_a_hostile_text_is_shown_as_text(hostile: str, open_page: Callable[..., Reader]) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(agreements=hostile, day=hostile)
    graph.add_node(hostile, label=hostile, kind=hostile, sector=hostile, word=hostile, since=hostile, file=hostile)
    graph.add_node("other", kind="party")
    graph.add_edge("other", hostile, key=hostile, kind=hostile, label=hostile, cites=hostile, **{hostile: hostile})
    reader = open_page(graph, title=hostile)
    shown = " ".join(hostile.split())
    assert reader.text("h1") == hostile
    row = reader.page.locator('#groups [data-node="0"]')
    assert row.inner_text().startswith(shown)
    row.click()
    assert reader.chosen() == hostile
    reader.page.locator("#relations-list button").click()
    assert reader.chosen() == f"other {hostile} {hostile}."
    assert hostile in reader.facts().values()
    assert reader.page.locator("body img").count() == 0


# ── any graph ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _projection() -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph(projection="parties", counts="bodies")
    graph.add_edge("a", "b", weight=3)
    graph.add_edge("b", "c", weight=1)
    return graph


@pytest.mark.parametrize(
    ("graph", "nodes", "edges"),
    [
        (nx.MultiDiGraph(), 0, 0),
        (nx.empty_graph(1), 1, 0),
        (nx.empty_graph(7), 7, 0),
        (_projection(), 3, 2),
        (nx.MultiGraph([(1, "1"), (1, "1"), (1, 1)]), 2, 3),
        (nx.DiGraph([((0, 1), (1, 0))]), 2, 1),
        (nx.karate_club_graph(), 34, 78),
        (nx.disjoint_union(nx.star_graph(40), nx.path_graph(5)), 46, 44),
    ],
    ids=["empty", "one", "seven alone", "projection", "1 and '1'", "tuples", "karate club", "two parts"],
)
def test_any_graph_is_shown(graph: nx.Graph[Any], nodes: int, edges: int, open_page: Callable[..., Reader]) -> None:
    reader = open_page(graph)
    found_nodes, found_edges = reader.seen()
    assert (found_nodes.total(), found_edges.total()) == (nodes, edges)
    assert reader.listed() == found_nodes == Counter(map(str, graph))
    reader.counts(f"Showing {nodes} of {nodes} nodes" if nodes else "The network is empty.")


# ── the picture ──────────────────────────────────────────────────────────────────────────────────────────────────────

POSITIONS = f"() => {CY}.nodes().map(el => el.position())"


def test_the_picture_is_the_same_every_time(examples: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    first, second = open_page(examples), open_page(examples, color_scheme="dark", device_scale_factor=2)
    assert first.page.evaluate(POSITIONS) == second.page.evaluate(POSITIONS)


def test_no_two_nodes_lie_on_each_other(examples: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(examples)
    reader.still()
    boxes = reader.page.evaluate(
        f"() => {CY}.nodes().map(el => [el.renderedPosition().x, el.renderedPosition().y, el.renderedWidth() / 2])"
    )
    assert len(boxes) == examples.number_of_nodes()
    covered = [
        (a, b)
        for a, b in combinations(boxes, 2)
        if max(abs(a[0] - b[0]), abs(a[1] - b[1])) < 0.85 * max(a[2], b[2])  # the middle of one lies inside the other
    ]
    assert covered == []


@pytest.mark.parametrize("zooms", [0, 2])
def test_no_label_lies_on_another(zooms: int, examples: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(examples)
    for _ in range(zooms):
        reader.page.click("#zoom-in")
    reader.still()
    boxes = reader.page.evaluate(
        f"""() => {CY}.nodes().filter(el => el.scratch('label')).map(el => {{
            const box = el.renderedBoundingBox({{includeNodes: false, includeEdges: false, includeOverlays: false}});
            return [box.x1, box.y1, box.x2, box.y2, el.scratch('label')];
        }})"""
    )
    assert len(boxes) > 30
    slack = 3  # the outline of the letters
    assert [
        (a[4], b[4])
        for a, b in combinations(boxes, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 2 * slack and min(a[3], b[3]) - max(a[1], b[1]) > 2 * slack
    ] == []


def test_zooming_in_tells_more_labels(examples: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(examples)
    labels = f"() => {CY}.nodes().filter(el => el.scratch('label')).length"
    reader.still()
    few = reader.page.evaluate(labels)
    for _ in range(4):
        reader.page.click("#zoom-in")
    reader.still()
    assert reader.page.evaluate(labels) > 1.5 * few
    reader.page.click("#fit")
    reader.still()
    assert reader.page.evaluate(labels) == few


def test_a_sector_is_told_by_colour_and_by_shape(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    for number in range(12):  # more sectors than there are shapes
        graph.add_node(f"extra-{number}", kind="organisation", sector=f"new-{number}")
    reader = open_page(graph)
    looks = reader.page.evaluate(
        f"""() => {{
            const data = JSON.parse(document.getElementById('data').textContent);
            return {CY}.nodes().filter(el => data.nodes[el.data('n')].sector)
                .map(el => [data.nodes[el.data('n')].sector, el.style('shape'), el.style('background-color')]);
        }}"""
    )
    by_sector = {sector: (shape, colour) for sector, shape, colour in looks}
    assert len(by_sector) == 15
    assert len(set(by_sector.values())) == 15
    shipped = [by_sector[sector] for sector in ("civil-society", "public", "business")]
    assert len({shape for shape, _ in shipped}) == len({colour for _, colour in shipped}) == 3
    legend = reader.page.locator("#legend-items li").all_text_contents()
    assert {"civil society", "public sector", "business", "new-11", "follows from two references"} <= set(legend)


def test_what_follows_and_what_does_not_hold_is_drawn_in_another_line(
    graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    graph.add_edge("alone", "actor/firm", kind="maybe", certain=False)
    reader = open_page(graph)
    lines = reader.page.evaluate(f"() => {CY}.edges().map(el => el.style('line-style'))")
    drawn = dict(zip((data["kind"] for *_, data in graph.edges(data=True)), lines, strict=True))
    told = {"owes": "dashed", "convenes": "dotted", "maybe": "dotted"}
    assert drawn == {kind: told.get(kind, "solid") for kind in drawn}
    legend = reader.page.locator("#legend-items li").all_text_contents()
    assert legend[-2:] == ["follows from two references", "proposed, past or uncertain"]


def test_the_picture_follows_when_dark_falls_or_the_window_narrows(
    graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    reader = open_page(graph, color_scheme="light")
    colour = f"() => {CY}.nodes()[0].style('color')"
    assert reader.page.evaluate(colour) == "rgb(27,31,36)"
    reader.page.emulate_media(color_scheme="dark")
    reader.still()
    assert reader.page.evaluate(colour) == "rgb(236,239,243)"
    reader.page.set_viewport_size({"width": 420, "height": 800})
    reader.page.wait_for_function(
        f"""() => {{
            const cy = {CY}, box = cy.nodes().renderedBoundingBox({{includeLabels: false}});
            return cy.width() < 400 && box.x1 >= 0 && box.x2 <= cy.width() && box.y1 >= 0 && box.y2 <= cy.height();
        }}"""
    )
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 420


def test_the_picture_can_be_saved(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(graph)
    with reader.page.expect_download() as download:
        reader.page.click("#save")
    assert download.value.suggested_filename == "agreement-of-the-north.png"
    content = Path(download.value.path()).read_bytes()
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    frame = reader.page.locator("#picture").bounding_box()
    assert content.startswith(b"\x89PNG")
    assert width == round(2 * frame["width"])
    assert height > 2 * frame["height"]


def test_zoom_fit_and_reset(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(graph)
    zoom = f"() => {CY}.zoom()"
    first = reader.page.evaluate(zoom)
    reader.page.click("#zoom-in")
    assert reader.page.evaluate(zoom) > first
    reader.page.click("#zoom-out")
    reader.page.click("#zoom-out")
    assert reader.page.evaluate(zoom) < first
    reader.page.uncheck('#sectors input[value="public"]')
    reader.page.fill("#search", "board")
    reader.page.fill("#from", "2019-01-01")
    reader.page.check("#alone")
    reader.page.click("#reset")
    reader.still()
    assert reader.page.evaluate(zoom) == pytest.approx(first)
    assert reader.listed() == Counter(graph)
    assert reader.seen()[1].total() == graph.number_of_edges()
    assert [reader.page.input_value(name) for name in ("#search", "#from", "#to")] == ["", "", ""]
    assert not reader.page.is_checked("#alone")


# ── search and filters ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("query", "nodes", "edges"),
    [
        ("region nord", {"actor/region", "north/bodies.board.seats.one"}, 0),
        ("ostra NATVERKET", {"actor/umbrella"}, 0),  # without the marks on its letters
        ("nord  region", {"actor/region", "north/bodies.board.seats.one"}, 0),  # each word, in any order
        ("232100-1", {"actor/region"}, 0),
        ("bodies.board", {"north/bodies.board", "north/bodies.board.seats.one"}, 0),
        ("plan#3", set(), 1),
        ("a.yaml, line 17", set(), 1),
        ("shall", set(), 1),
        ("nobody at all", set(), 0),
    ],
)
def test_a_search_finds(
    query: str, nodes: set[str], edges: int, graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    reader = open_page(graph)
    reader.page.fill("#search", query)
    assert reader.listed() == Counter(nodes)
    assert reader.page.locator("#groups [data-edge]").count() == edges
    reader.counts(f"Matches: {len(nodes)} nodes and {edges} relations.")
    assert reader.seen()[0] == Counter(graph)  # a search hides nothing in the picture


def test_enter_goes_from_match_to_match(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    """The name itself comes first, then what begins with it, then the rest, and then it starts again."""
    graph.add_node("x", kind="body", label="The north board")
    reader = open_page(graph)
    reader.page.fill("#search", "the board")
    seen = []
    for _ in range(3):
        reader.page.press("#search", "Enter")
        seen.append(reader.chosen())
    assert seen == ["The board", "The north board", "The board"]
    assert reader.page.evaluate("document.activeElement.id") == "search"


def test_matches_that_a_filter_hides_are_told(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(graph)
    reader.page.uncheck('#node-kinds input[value="seat"]')
    reader.page.fill("#search", "region nord")
    assert reader.listed() == Counter(["actor/region"])
    reader.counts("Matches hidden by the filter: 1.")


def _expected(
    graph: nx.MultiDiGraph[str], of: str, values: Collection[str], kinds: Collection[str] | None = None
) -> tuple[Counter[str], Counter[str]]:
    """The nodes whose attribute *of* is among *values*, and the kinds of the edges between them, if among *kinds*."""
    kept = {node for node, data in graph.nodes(data=True) if data.get(of, "") in values}
    told = (data["kind"] for a, b, data in graph.edges(data=True) if a in kept and b in kept)
    return Counter(kept), Counter(kind for kind in told if kinds is None or kind in kinds)


@pytest.mark.parametrize(("group", "of"), [("node-kinds", "kind"), ("sectors", "sector")])
def test_each_filter_of_nodes_takes_away_exactly_its_own(
    group: str, of: str, examples: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    """For every kind of node and every sector of both agreements, one by one; what hangs on them goes too."""
    found = open_page(examples).page.evaluate(WITHOUT_EACH, group)
    assert Counter(value for value, *_ in found) == Counter({data.get(of, "") for _, data in examples.nodes(data=True)})
    for value, nodes, edges, listed in found:
        left = {data.get(of, "") for _, data in examples.nodes(data=True)} - {value}
        expected = _expected(examples, of, left)
        assert (Counter(nodes), Counter(edges)) == expected
        assert listed == expected[0].total()


def test_each_filter_of_relations_takes_away_exactly_its_own(
    examples: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    found = open_page(examples).page.evaluate(WITHOUT_EACH, "edge-kinds")
    all_edges = Counter(data["kind"] for *_, data in examples.edges(data=True))
    assert Counter(value for value, *_ in found) == Counter(set(all_edges))
    for value, nodes, edges, listed in found:
        assert Counter(nodes) == Counter(examples)
        assert Counter(edges) == all_edges - Counter({value: all_edges[value]})
        assert listed == len(examples)


def test_filters_together(examples: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    """Only what is asked for, and of that only what hangs together."""
    reader = open_page(examples)
    reader.page.click("#edge-kinds button:nth-child(2)")
    reader.page.check('#edge-kinds input[value="appoints"]')
    reader.page.uncheck('#sectors input[value="civil-society"]')
    nodes, edges = _expected(examples, "sector", {"public", "business", "academia", ""}, {"appoints"})
    assert edges.total() > 0
    assert reader.seen() == (nodes, edges)
    reader.page.check("#alone")
    tied = {
        end
        for a, b, data in examples.edges(data=True)
        for end in (a, b)
        if data["kind"] == "appoints" and {a, b} <= set(nodes)
    }
    assert reader.seen() == (Counter(tied), edges)
    reader.counts(f"Showing {len(tied)} of {len(examples)} nodes and {edges.total()} of {examples.size()} relations.")


UNDATED = {"agreement/north", "actor/region", "north/bodies.board.seats.one"}
UMBRELLA, FIRM, BOARD, ALONE = "actor/umbrella", "actor/firm", "north/bodies.board", "alone"


@pytest.mark.parametrize(
    ("since", "until", "nodes", "edges"),
    [
        ("", "", {UMBRELLA, FIRM, BOARD, ALONE}, "appoints leads has-seat owes party-to party-to observes convenes"),
        ("", "2016-12-31", {FIRM}, "has-seat observes convenes"),
        ("", "2017-01-01", {FIRM, UMBRELLA}, "has-seat owes observes convenes"),
        ("", "2017-06-01", {FIRM, UMBRELLA}, "has-seat owes party-to observes convenes"),
        ("2018-03-01", "2018-03-01", {FIRM, UMBRELLA}, "has-seat owes party-to party-to observes convenes"),
        ("2018-03-02", "2018-06-30", {FIRM, UMBRELLA}, "has-seat owes party-to party-to convenes"),
        ("2018-07-01", "2018-08-31", {UMBRELLA}, "has-seat owes party-to party-to convenes"),
        ("2018-07-01", "2018-09-01", {UMBRELLA, BOARD}, "leads has-seat owes party-to party-to convenes"),
        ("2018-12-11", "2018-12-11", {UMBRELLA, BOARD}, "appoints leads has-seat owes party-to party-to convenes"),
        (
            "2019-05-02",
            "2019-05-02",
            {UMBRELLA, BOARD, ALONE},
            "appoints leads has-seat owes party-to party-to convenes",
        ),
        ("2020-01-01", "", {UMBRELLA, BOARD}, "appoints has-seat owes party-to party-to convenes"),
        ("2020-04-01", "", {UMBRELLA}, "has-seat owes party-to party-to convenes"),
        ("2020-04-01", "2010-01-01", set(), "has-seat convenes"),
    ],
)
def test_dates_keep_what_may_have_held_and_what_has_no_date(
    since: str, until: str, nodes: set[str], edges: str,
    graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader],
) -> None:  # fmt: skip
    """A coarse date is as wide as it is written: worked out by hand from the calendar."""
    reader = open_page(graph)
    reader.page.fill("#from", since)
    reader.page.fill("#to", until)
    assert reader.seen() == (Counter(UNDATED | nodes), Counter(edges.split()))
    assert reader.listed() == Counter(UNDATED | nodes)
    if since or until:
        kept = sum(kind in {"has-seat", "owes", "convenes"} for kind in edges.split())
        reader.counts(f"Of these, 3 nodes and {kept} relations have no date and are kept.")


def test_what_is_chosen_and_then_filtered_away_is_let_go(
    graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    reader = open_page(graph)
    reader.page.click("#groups >> text=The board")
    assert reader.chosen() == "The board"
    reader.page.uncheck('#node-kinds input[value="body"]')
    assert reader.chosen() == "Reason"
    reader.counts("What was chosen is now hidden by the filter.")


# ── the reason of what one clicks ────────────────────────────────────────────────────────────────────────────────────


def _click(reader: Reader, element: str, where: str) -> None:
    reader.still()
    spot = reader.page.evaluate(f"() => {CY}.getElementById('{element}').{where}()")
    frame = reader.page.locator("#picture").bounding_box()
    reader.page.mouse.click(frame["x"] + spot["x"], frame["y"] + spot["y"])


def test_a_click_on_a_relation_gives_its_reason(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    """Also of one of two that run side by side."""
    reader = open_page(graph)
    number = next(n for n, (*_, data) in enumerate(graph.edges(data=True)) if data["kind"] == "appoints")
    _click(reader, f"e{number}", "renderedMidpoint")
    assert reader.chosen() == "Region Nord (party) appoints The board."
    facts = reader.facts()
    assert facts["Citation"] == "plan#3"
    assert facts["File and line"] == "a.yaml, line 17"
    assert facts["Dates"] == "since 2018-12-11"
    told = reader.text("#told")
    assert told.startswith("Region Nord (party) appoints The board. Dates: since 2018-12-11. Citation: plan#3.")
    assert reader.page.locator('#relations-list [aria-pressed="true"]').all_text_contents() == [
        "Region Nord (party) appoints The board. since 2018-12-11"
    ]
    number = next(n for n, (*_, data) in enumerate(graph.edges(data=True)) if data["kind"] == "owes")
    _click(reader, f"e{number}", "renderedMidpoint")
    facts = reader.facts()
    assert reader.chosen() == "Östra nätverket owes Region Nord (party)."
    assert (facts["Force"], facts["Dates"], facts["Citation"]) == ("shall", "no date", "no citation given")
    assert facts["Derived"] == "yes, from two references"


def test_a_click_on_a_node_brings_out_its_neighbours(
    graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    reader = open_page(graph)
    number = list(graph).index("north/bodies.board")
    _click(reader, f"n{number}", "renderedPosition")
    assert reader.chosen() == "The board"
    assert reader.facts()["Dates"] == "2018-autumn to 2020-03-31"
    far = reader.page.evaluate(f"() => {CY}.nodes('.far').map(el => el.data('n'))")
    near = {number, *(list(graph).index(other) for other in nx.all_neighbors(graph, "north/bodies.board"))}
    assert set(far) == set(range(len(graph))) - near
    assert reader.page.locator("#relations-list button").all_text_contents() == [
        "Region Nord (party) appoints The board. since 2018-12-11",
        "Region Nord (party) leads The board. until 2019",
    ]
    reader.page.locator("#relations-list button").first.click()
    assert reader.chosen() == "Region Nord (party) appoints The board."
    reader.page.click("#ends >> text=Region Nord")
    assert reader.chosen() == "Region Nord"
    assert reader.facts()["Organisation number"] == "232100-1"


def test_every_relation_of_the_examples_is_a_sentence_with_a_source(examples: nx.MultiDiGraph[str]) -> None:
    """As the page holds them: the words of both ends and of the relation, in order, and file and line."""
    held = json.loads(re.findall(r'<script id="data"[^>]*>(.*?)</script>', page(examples), re.DOTALL)[0])
    names = {node: data.get("label", node) for node, data in examples.nodes(data=True)}
    for (source, target, data), edge in zip(examples.edges(data=True), held["edges"], strict=True):
        said = [names[source], data.get("label", data["kind"].replace("-", " ")), names[target]]
        assert re.fullmatch(r"( \(.*\))? ".join(map(re.escape, said)) + r"( \(.*\))?\.", edge["sentence"])
        facts = dict(edge["facts"])
        assert facts["Citation"] == data.get("cites", "no citation given")
        place = f"{data['file']}, line {data['line']}" if "file" in data else "no file given"
        assert facts["File and line"] == place


# ── by keyboard, and by ear ──────────────────────────────────────────────────────────────────────────────────────────

FOCUS = """() => {
    const el = document.activeElement, style = getComputedStyle(el);
    return {id: el.id, node: el.dataset?.node ?? null, name: el.name ? `${el.name}=${el.value}` : '', tag: el.tagName,
            text: el.textContent,
            ring: el === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)};
}"""

TO_REACH = """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
    .filter(el => el.checkVisibility() && !el.disabled).length"""


def test_everything_is_reached_by_tab_and_shows_it(
    graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    reader = open_page(graph)
    reader.page.click("#groups >> text=The board")
    wanted = reader.page.evaluate(TO_REACH)
    for _ in range(wanted + 12):  # a date is reached in parts
        reader.page.keyboard.press("Tab")
        found = reader.page.evaluate(FOCUS)
        assert found["ring"], found
        reader.page.evaluate("() => { document.activeElement.dataset.seen = '1'; }")
    missed = reader.page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
            .filter(el => el.checkVisibility() && !el.disabled && !el.dataset.seen).map(el => el.outerHTML)"""
    )
    assert missed == []


def test_a_walk_by_keyboard_alone(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(graph)
    press = reader.page.keyboard.press

    def focus() -> dict[str, Any]:
        found: dict[str, Any] = reader.page.evaluate(FOCUS)
        return found

    press("Tab")
    press("Enter")  # the first link of the page leads to the search
    assert focus()["id"] == "search"
    reader.page.keyboard.type("ostra")
    assert reader.listed() == Counter(["actor/umbrella"])
    press("Enter")
    assert reader.chosen() == "Östra nätverket"
    assert reader.text("#told").startswith("Östra nätverket. Kind: party.")
    assert reader.text("#told").endswith("Number of relations: 2.")
    for _ in range(60):
        press("Tab")
        if focus()["node"] == "2":
            break
    press("Enter")  # in the list, a choice leads on to the reason
    assert focus()["id"] == "reason-title"
    for _ in range(3):  # back, clear, the first relation
        press("Tab")
    assert focus()["text"] == "Östra nätverket is a party to Agreement of the North. since 2017-06"
    press("Enter")
    assert reader.chosen() == "Östra nätverket is a party to Agreement of the North."
    assert "since 2017-06" in reader.text("#told")
    press("ArrowDown")
    press("Space")
    assert reader.chosen() == "Östra nätverket owes Region Nord (party)."
    press("Escape")
    assert focus()["node"] == "2"  # where one came from
    press("Escape")
    assert reader.chosen() == "Reason"


def test_a_filter_by_keyboard_is_told(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(graph)
    reader.page.focus('#sectors input[value="public"]')
    reader.page.keyboard.press("Space")
    reader.counts("Showing 6 of 7 nodes and 2 of 8 relations.")
    assert (
        reader.page.get_attribute("#count", "aria-live") == reader.page.get_attribute("#told", "aria-live") == "polite"
    )


def test_the_picture_moves_by_keyboard(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    reader = open_page(graph)
    view = f"() => [{CY}.zoom(), {CY}.pan().x, {CY}.pan().y]"
    first = reader.page.evaluate(view)
    reader.page.focus("#frame")
    reader.page.keyboard.press("ArrowLeft")
    assert reader.page.evaluate(view) == [first[0], first[1] + 60, first[2]]
    reader.page.keyboard.press("+")
    assert reader.page.evaluate(view)[0] > first[0]
    reader.page.keyboard.press("0")
    reader.still()
    assert reader.page.evaluate(view) == pytest.approx(first)


@pytest.mark.parametrize(
    ("lang", "heading", "count"), [("sv", "Sök och välj ut", "punkter"), ("en", "Search", "nodes")]
)
def test_the_page_speaks_its_language(
    lang: str, heading: str, count: str, graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    reader = open_page(graph, lang=lang)
    assert reader.page.get_attribute("html", "lang") == lang
    assert heading in reader.text("#choose-title")
    reader.counts(count)
    leftover = reader.page.evaluate("() => document.body.innerText.match(/[{]\\w*[}]|undefined|null|NaN/g)")
    assert leftover is None


def test_who_wants_no_motion_gets_none(graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    moves = f"() => {{ document.querySelector('#groups button').click(); return {CY}.animated(); }}"
    assert open_page(graph, reduced_motion="no-preference").page.evaluate(moves) is True
    assert open_page(graph, reduced_motion="reduce").page.evaluate(moves) is False


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(a: str, b: str) -> float:
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_stand_out(scheme: str, graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]) -> None:
    """Text by 4.5 to 1 and shapes by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), in the picture too, where no tool looks."""
    names = ["ground", "panel", "ink", "soft", "accent", "accent-soft", "node", *(f"sector-{n}" for n in range(8))]
    reader = open_page(graph, color_scheme=scheme)
    colours = reader.page.evaluate(
        "names => names.map(name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim())",
        names,
    )
    colour = dict(zip(names, colours, strict=True))
    for ground in ("ground", "panel", "accent-soft"):
        for text in ("ink", "soft"):
            assert _contrast(colour[text], colour[ground]) >= 4.5, (text, ground)
    assert _contrast(colour["accent"], colour["ground"]) >= 4.5
    for mark in ("node", "accent", *(f"sector-{n}" for n in range(8))):
        for ground in ("ground", "panel"):
            assert _contrast(colour[mark], colour[ground]) >= 3, (mark, ground)


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: run `npm ci` in tests/page")
@pytest.mark.parametrize("width", [1440, 420])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    scheme: str, width: int, graph: nx.MultiDiGraph[str], open_page: Callable[..., Reader]
) -> None:
    """The rules of axe-core, best practices too, with nothing chosen, with a search and a node, and with a relation."""
    reader = open_page(graph, color_scheme=scheme)
    reader.page.set_viewport_size({"width": width, "height": 900})
    reader.page.locator("#filters").evaluate("box => { box.open = true; }")
    reader.page.evaluate(AXE.read_text(encoding="utf-8"))

    def found() -> list[tuple[str, list[str]]]:
        report = reader.page.evaluate("axe.run()")
        assert len(report["passes"]) > 20
        return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in report["violations"]]

    assert found() == []
    reader.page.fill("#search", "region")
    reader.page.press("#search", "Enter")
    assert found() == []
    reader.page.locator("#relations-list button").first.click()
    assert found() == []
