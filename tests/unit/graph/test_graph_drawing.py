"""What is drawn of a network, where its marks and lines go, and what the picture says of itself."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from idebur.errors import UnknownKey, Unmeasurable
from idebur.graph.drawing import draw, draw_snapshots
from idebur.graph.drawing.captions import Fitted, caption, legend
from idebur.graph.drawing.labels import wrapped
from idebur.graph.drawing.scenes import MOST_NODES, Scene, scene
from idebur.graph.drawing.styles import FAMILIES, family_of, look_of

pytest.importorskip("matplotlib")

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path as Curve

Box = tuple[float, float, float, float]


def governance() -> nx.MultiDiGraph[str]:
    """Two parties, a network and a class it speaks for, a body with two seats and its chair."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(agreements="here", day="2024-03-01")
    for name, kind, label, more in (
        ("agreement/here", "agreement", "The agreement", {}),
        ("actor/region", "organisation", "The Region", {"sector": "public"}),
        ("actor/network", "organisation", "The Network", {"sector": "civil-society"}),
        ("here/all", "class", "All associations", {"sector": "civil-society"}),
        ("here/bodies.forum", "body", "The forum", {}),
        ("here/bodies.forum.seats.a", "seat", "seat a", {}),
        ("here/bodies.forum.seats.b", "seat", "seat b", {}),
        ("here/offices.chair", "office", "The chair", {}),
        ("here/principles.p", "principle", "Dialogue", {}),
        ("actor/author", "organisation", "The author", {"sector": "public"}),
    ):
        graph.add_node(name, kind=kind, label=label, **more)
    for source, target, kind in (
        ("actor/region", "agreement/here", "party-to"),
        ("actor/network", "agreement/here", "party-to"),
        ("actor/network", "here/all", "speaks"),
        ("actor/network", "here/all", "signs"),
        ("here/bodies.forum.seats.a", "here/bodies.forum", "seat-of"),
        ("here/bodies.forum.seats.b", "here/bodies.forum", "seat-of"),
        ("here/offices.chair", "here/bodies.forum", "sits-in"),
        ("actor/region", "here/bodies.forum.seats.a", "has-seat"),
        ("actor/network", "here/bodies.forum.seats.b", "has-seat"),
        ("actor/network", "here/bodies.forum", "seated-in"),
        ("actor/region", "here/offices.chair", "appoints"),
        ("agreement/here", "here/principles.p", "guided-by"),
        ("actor/author", "here/principles.p", "made"),
        ("actor/region", "actor/network", "owes"),
        ("actor/region", "actor/network", "owes"),
        ("actor/network", "actor/region", "owes"),
        ("actor/region", "actor/region", "owes"),
    ):
        graph.add_edge(source, target, kind=kind)
    return graph


def drawn_at_random(nodes: int, edges: int, seed: int) -> nx.MultiDiGraph[str]:
    """A network with names of one to six words, in all sectors and in none, with bodies, classes and self-loops."""
    chance = random.Random(seed)  # noqa: S311 - the same network every time
    words = ("region", "nätverk", "samverkan", "organisation", "förening", "stiftelsen", "för", "på", "länsstyrelsen")
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    sectors = ("public", "civil-society", "business", "academia", "media", None)
    for i in range(nodes):
        sector = chance.choice(sectors)
        graph.add_node(
            f"n{i}",
            label=" ".join(chance.choice(words) for _ in range(chance.randint(1, 6))),
            kind=chance.choice(("organisation", "organisation", "organisation", "class", "body")),
            **({"sector": sector} if sector else {}),
        )
    for _ in range(edges):
        one, other = chance.randrange(nodes), chance.randrange(nodes)
        graph.add_edge(f"n{one}", f"n{other}", kind=chance.choice(("owes", "seated-in", "appoints", "part-of")))
    return graph


def text_boxes(figure: Figure) -> dict[str, Box]:
    """Where each text of a picture is, in pixels, as the renderer measures it."""
    boxes = {}
    for i, text in enumerate(figure.axes[0].texts):
        extent = text.get_window_extent()
        boxes[f"{text.get_gid()} {i}"] = (extent.x0, extent.y0, extent.x1, extent.y1)
    return boxes


def assert_readable(figure: Figure) -> None:
    """No text lies on another, and none leaves the canvas."""
    boxes = text_boxes(figure)
    width, height = figure.get_size_inches() * figure.dpi
    for name, (left, low, right, high) in boxes.items():
        assert left >= 0, name
        assert low >= 0, name
        assert right <= width, name
        assert high <= height, name
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, f"{one} lies on {other}"


def names(figure: Figure) -> set[str]:
    """The names that stand in a picture, each on one line."""
    return {
        " ".join(text.get_text().split()) for text in figure.axes[0].texts if str(text.get_gid()).startswith("name-")
    }


def told(figure: Figure) -> str:
    """The caption, on one line."""
    return next(" ".join(t.get_text().split()) for t in figure.axes[0].texts if t.get_gid() == "caption")


def lines(figure: Figure) -> list[Any]:
    """The lines between marks (and in the legend) of a picture."""
    return [patch for patch in figure.axes[0].patches if isinstance(patch, PathPatch)]


# --- what is drawn ---


def test_a_whole_graph_is_drawn_as_its_actors_bodies_and_agreements() -> None:
    """The principle is hidden, and with it the author who has to do with nothing else."""
    found = scene(governance())
    assert [dot.label for dot in found.dots] == [
        "The Network",
        "The Region",
        "The agreement",
        "All associations",
        "The forum",
    ]
    assert found.hidden == (("principle", 1),)
    assert found.alone == 1


def ties(found: Scene) -> set[tuple[str, str, tuple[str, ...], int]]:
    """From whom, to whom, of which kinds, how many."""
    return {(found.dots[tie.source].label, found.dots[tie.target].label, tie.kinds, tie.number) for tie in found.ties}


def test_a_seat_or_office_that_is_not_shown_is_its_body() -> None:
    """Who has a seat is tied to the body, once even where the seat has been told twice; who appoints its chair, too."""
    found = ties(scene(governance()))
    assert ("The Region", "The forum", ("has-seat",), 1) in found
    assert ("The Network", "The forum", ("seated-in",), 1) in found
    assert ("The Region", "The forum", ("appoints",), 1) in found
    assert not any(source == target == "The forum" for source, target, _, _ in found)


def test_edges_of_one_sort_between_the_same_two_are_one_line_in_each_direction() -> None:
    found = ties(scene(governance()))
    assert ("The Region", "The Network", ("owes",), 2) in found
    assert ("The Network", "The Region", ("owes",), 1) in found
    assert ("The Region", "The Region", ("owes",), 1) in found
    assert ("The Network", "All associations", ("signs", "speaks"), 2) in found


def test_kinds_that_are_asked_for_are_drawn_and_no_others() -> None:
    """Asked for by name, nothing is left out for want of ties, and seats are seats."""
    found = scene(governance(), ["body", "seat", "organisation"])
    assert sorted({dot.kind for dot in found.dots}) == ["body", "organisation", "seat"]
    assert "The author" in {dot.label for dot in found.dots}
    assert not found.folded or all(dot.kind != "office" for dot in found.dots)
    assert len(scene(governance(), "all").dots) == len(governance())


def test_a_kind_that_no_node_has_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownKey, match="did you mean 'body'"):
        scene(governance(), ["bodi"])


def test_any_graph_is_drawn_whole() -> None:
    """A graph without kinds, undirected, with numbers for nodes."""
    found = scene(nx.karate_club_graph())
    assert (len(found.dots), len(found.ties), found.directed, found.weighted) == (34, 78, False, True)


@pytest.mark.parametrize("weight", [0, -1, float("nan"), float("inf"), "three", True])
def test_a_weight_that_is_no_number_above_zero_is_refused(weight: Any) -> None:
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_edge("a", "b", weight=weight)
    with pytest.raises(Unmeasurable, match="a number above zero"):
        draw(graph)


def test_more_than_anybody_can_read_is_refused_with_the_way_out() -> None:
    with pytest.raises(Unmeasurable, match=r"ego_graph"):
        draw(nx.path_graph(MOST_NODES + 1))


# --- how it looks ---


def test_no_two_sectors_look_alike() -> None:
    """Neither in shape nor in colour, for the four that are shipped and four more."""
    sectors = ("academia", "arts", "business", "church", "civil-society", "media", "public", "sports")
    looks = [look_of("organisation", sector, sectors) for sector in sectors]
    assert len({look.shape for look in looks}) == len(sectors)
    assert len({look.colour for look in looks}) == len(sectors)


def test_sectors_can_be_told_apart_without_colour() -> None:
    """Their shapes differ in area or outline, also from the shape of those without a sector."""
    looks = [look_of("organisation", sector, ()) for sector in ("", "public", "civil-society", "business", "academia")]
    assert len({look.outline for look in looks}) == len(looks)


def test_no_two_families_of_edges_have_the_same_line() -> None:
    patterns = [(family.dashes, family.tone) for family in (*FAMILIES, family_of("convenes"))]
    assert len(set(patterns)) == len(patterns)


def test_a_kind_of_edge_belongs_to_one_family() -> None:
    kinds = [kind for family in FAMILIES for kind in family.kinds]
    assert len(set(kinds)) == len(kinds)


def test_the_legend_has_what_is_drawn_and_nothing_else() -> None:
    assert [sign.text for sign in legend(scene(governance()), "en")] == [
        "civil society",
        "public sector",
        "hollow: a group or class of actors",
        "body",
        "agreement",
        "has the seat, sits in",
        "is a party to",
        "appoints",
        "signs, speaks",
        "owes",
    ]


def test_the_legend_and_the_caption_are_swedish_where_asked() -> None:
    figure = draw(governance(), lang="sv")
    texts = {" ".join(text.get_text().split()) for text in figure.axes[0].texts}
    assert {"idéburen sektor", "offentlig sektor", "överenskommelse", "organ", "utser"} <= texts
    assert told(figure) == (
        "Överenskommelse: here. Läget den 2024-03-01. Punkter: 5. Samband: 11. En siffra på en linje: så många "
        "samband är dragna som ett enda. Platser och uppdrag är ritade som det organ de hör till. Inte ritat: "
        "princip (1), utan samband med det som är ritat (1)."
    )


def test_the_caption_says_what_a_weight_counts() -> None:
    graph: nx.Graph[Any] = nx.Graph(projection="own", counts="shared meetings")
    graph.add_edge("a", "b", weight=2)
    assert caption(scene(graph), "en", Fitted()) == (
        "Network: own. Nodes: 2. Relations: 1. The number of a line: shared meetings. Every line has the number 2."
    )


def test_the_wider_the_line_the_greater_the_weight() -> None:
    graph: nx.Graph[Any] = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 1), ("b", "c", 4), ("c", "d", 9)])
    widths = [line.get_linewidth() for line in lines(draw(graph))][:3]
    assert widths == sorted(widths)
    assert widths[2] == pytest.approx(3 * widths[0])


def test_what_cannot_be_told_is_paler_and_the_legend_says_so() -> None:
    graph = governance()
    graph.add_edge("actor/region", "here/all", kind="convenes", certain=False)
    figure = draw(graph)
    assert sum((line.get_alpha() or 1) < 1 for line in lines(figure)) == 2
    assert "pale: cannot be told whether it holds" in {
        " ".join(text.get_text().split()) for text in figure.axes[0].texts
    }


# --- names ---


@pytest.mark.parametrize(("nodes", "edges", "seed"), [(5, 4, 1), (20, 30, 2), (40, 60, 3), (80, 120, 4), (80, 60, 5)])
def test_no_name_lies_on_another_or_leaves_the_picture(nodes: int, edges: int, seed: int) -> None:
    """Names, numbers, legend, title and caption, in a picture that may be as large as it needs to be."""
    graph = drawn_at_random(nodes, edges, seed)
    figure = draw(graph, title="A network at random")
    assert_readable(figure)
    shown = sum(str(text.get_gid()).startswith("name-") for text in figure.axes[0].texts)
    assert shown >= 0.9 * nodes


@pytest.mark.parametrize("size", [(3.0, 3.0), (4.0, 3.0), (9.0, 3.0), (3.0, 9.0), (8.0, 6.0)])
def test_where_there_is_no_room_names_are_left_out_and_counted(size: tuple[float, float]) -> None:
    figure = draw(drawn_at_random(80, 120, 6), size=size, title="A title that is longer than the picture is wide")
    assert_readable(figure)
    assert tuple(figure.get_size_inches()) == size
    shown = sum(str(text.get_gid()).startswith("name-") for text in figure.axes[0].texts)
    if size == (8.0, 6.0):
        assert f"There was no room for {80 - shown} of 80 names" in told(figure)


def test_the_best_connected_keep_their_names() -> None:
    """A star of forty whose hub has the longest name: the hub is named, whoever is not."""
    graph = nx.star_graph(40)
    nx.set_node_attributes(graph, {n: f"a name of some length {n}" for n in graph}, "label")
    graph.nodes[0]["label"] = "the one in the middle of it all"
    shown = names(draw(graph, size=(3, 3)))
    assert "the one in the middle of it all" in shown
    assert len(shown) < 41


def test_a_name_does_not_lie_on_the_mark_of_another() -> None:
    figure = draw(drawn_at_random(40, 50, 7))
    axes = figure.axes[0]
    marks = [
        patch.get_path().get_extents(patch.get_transform())
        for patch in axes.patches
        if isinstance(patch, Polygon) and patch.get_zorder() == 3
    ]
    inside_hubs = 0
    for text in axes.texts:
        if not str(text.get_gid()).startswith("name-"):
            continue
        box = text.get_window_extent()
        on = [mark for mark in marks if mark.overlaps(box)]
        assert all(mark.x0 <= box.x0 and box.x1 <= mark.x1 for mark in on), text.get_text()
        inside_hubs += bool(on)
    assert inside_hubs > 0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Region", ("Region",)),
        ("Nätverket Idéburet Blekinge", ("Nätverket Idéburet", "Blekinge")),
        ("word " * 30, ("word word word word word word word",) * 4),
        ("a" * 60, ("a" * 25 + "-", "a" * 25 + "-", "a" * 10)),
    ],
)
def test_a_long_name_is_broken_between_words(text: str, lines: tuple[str, ...]) -> None:
    found = wrapped(text, 18)
    assert found[: len(lines) - 1] == lines[: len(lines) - 1]
    assert found[-1].removesuffix(" …") == lines[-1]
    assert len(found) <= 4


@pytest.mark.filterwarnings("ignore:Glyph")  # the test measures what is an empty box in the picture
def test_signs_that_mean_something_to_the_typesetter_are_drawn_as_they_are() -> None:
    """Dollars, underscores and backslashes are no formulas; line ends, control signs and unknown scripts do no harm."""
    graph: nx.Graph[Any] = nx.DiGraph()
    graph.add_node("a", label=r"$\frac{1}_2$ & <b> 50 % \n")
    graph.add_node("b", label="two\nlines\x00\tand 東京")
    graph.add_edge("a", "b", kind="a$kind_of\\own")
    figure = draw(graph)
    assert {r"$\frac{1}_2$ & <b> 50 % \n", "two lines and 東京"} == names(figure)
    assert_readable(figure)


# --- marks and lines ---


def outline_of(figure: Figure, place: int) -> Any:
    """The corners of the mark that was drawn as number *place*."""
    marks = [p for p in figure.axes[0].patches if isinstance(p, Polygon) and p.get_zorder() == 3]
    return marks[place].get_xy()


def distance_to_border(point: Iterable[float], corners: Any) -> float:
    """How far a point is from the border of a polygon."""
    at = np.array(list(point))
    ends = np.roll(corners, -1, axis=0)
    along = ends - corners
    square = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(((at - corners) * along).sum(axis=1) / square, 0, 1)
    return float(np.sqrt(((corners + along * share[:, None] - at) ** 2).sum(axis=1)).min())


@pytest.mark.parametrize("kind", ["organisation", "body", "agreement", "principle", "document"])
@pytest.mark.parametrize("sector", ["public", "civil-society", "business", "academia", "media"])
def test_an_arrow_ends_at_the_border_of_the_mark(kind: str, sector: str) -> None:
    """Its tip is less than half a point from the border, whatever the shape."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", kind="organisation", label="a", sector="public")
    graph.add_node("b", kind=kind, label="b", sector=sector)
    graph.add_edge("a", "b", kind="owes")
    figure = draw(graph, show="all")
    heads = [p for p in figure.axes[0].patches if isinstance(p, Polygon) and p.get_zorder() == pytest.approx(2.1)]
    tip = heads[0].get_xy()[0]
    assert distance_to_border(tip, outline_of(figure, 1)) < 0.5
    assert distance_to_border(lines(figure)[0].get_path().vertices[0], outline_of(figure, 0)) < 0.5


def test_parallel_lines_are_bent_apart() -> None:
    """Four kinds of edge between the same two, in both directions: in the middle no two are closer than six points."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for name in "ab":
        graph.add_node(name, kind="organisation", label=name)
    for source, target, kind in (("a", "b", "owes"), ("b", "a", "owes"), ("a", "b", "appoints"), ("b", "a", "speaks")):
        graph.add_edge(source, target, kind=kind)
    middles = []
    for line in lines(draw(graph))[:4]:
        a, c, b = line.get_path().vertices[:3]
        middles.append((a + 2 * c + b) / 4)
    for one, other in combinations(middles, 2):
        assert float(np.hypot(*(one - other))) > 6


def test_an_edge_from_a_node_to_itself_is_a_loop() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", kind="organisation", label="a")
    graph.add_edge("a", "a", kind="owes")
    figure = draw(graph)
    path = lines(figure)[0].get_path()
    assert list(path.codes) == [Curve.MOVETO, Curve.CURVE4, Curve.CURVE4, Curve.CURVE4]
    assert np.ptp(path.to_polygons(closed_only=False)[0], axis=0).max() > 5


def test_no_line_leaves_the_picture() -> None:
    figure = draw(drawn_at_random(30, 60, 8))
    width, height = figure.get_size_inches() * 72
    for line in lines(figure):
        for polygon in line.get_path().to_polygons(closed_only=False):
            assert polygon.min() >= 0
            assert polygon[:, 0].max() <= width
            assert polygon[:, 1].max() <= height


def test_those_who_sit_in_a_body_lie_about_it() -> None:
    """A body with eight members is nearer to their middle than any of them is."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("body", kind="body", label="The body")
    for i in range(8):
        graph.add_node(f"m{i}", kind="organisation", label=f"member {i}")
        graph.add_edge(f"m{i}", "body", kind="seated-in")
    figure = draw(graph)
    middles = [outline_of(figure, place)[:-1].mean(axis=0) for place in range(9)]
    centre = np.mean(middles[1:], axis=0)
    far = [float(np.hypot(*(middle - centre))) for middle in middles]
    assert far[0] < 0.35 * min(far[1:])


def test_a_two_mode_network_stands_in_two_columns() -> None:
    graph: nx.Graph[Any] = nx.Graph(projection="own")
    for i in range(6):
        graph.add_node(f"o{i}", label=f"Organisation {i}", bipartite=0)
    for i in range(3):
        graph.add_node(f"a{i}", label=f"Agreement {i}", bipartite=1)
    graph.add_edges_from((f"o{i}", f"a{i % 3}") for i in range(6))
    figure = draw(graph)
    across = [round(float(outline_of(figure, place)[:-1, 0].mean()), 3) for place in range(9)]
    assert len(set(across)) == 2
    assert across.count(max(across)) == 6 or across.count(min(across)) == 6
    tops = {i: float(outline_of(figure, i)[:-1, 1].mean()) for i in range(9)}
    crossing = sum((tops[3 + i] - tops[3 + j]) * (tops[i % 3] - tops[j % 3]) < 0 for i, j in combinations(range(6), 2))
    assert crossing == 0, "three stars can be drawn without a crossing"


def test_pieces_do_not_drift_apart() -> None:
    """Twelve pairs that have nothing to do with each other fill a good part of the page."""
    graph: nx.Graph[Any] = nx.Graph()
    for i in range(12):
        graph.add_edge(f"a{i}", f"b{i}")
    figure = draw(graph)
    boxes = [outline_of(figure, place) for place in range(24)]
    spread = np.ptp(np.concatenate(boxes), axis=0)
    width, height = figure.get_size_inches() * 72
    assert spread[0] > 0.5 * width
    assert spread[1] > 0.4 * height


def test_an_empty_graph_is_a_picture_that_says_so() -> None:
    figure = draw(nx.MultiDiGraph())
    assert "There is nothing to draw." in {text.get_text() for text in figure.axes[0].texts}
    assert_readable(figure)


# --- the file ---


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_graph_gives_the_same_bytes_in_whatever_order_it_was_made(tmp_path: Path, ending: str) -> None:
    graph = drawn_at_random(25, 40, 9)
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(data=True))))
    draw(graph, tmp_path / f"a.{ending}", title="One")
    draw(turned, tmp_path / f"b.{ending}", title="One")
    assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    """Neither the seed of hashes nor the day is in the file."""
    code = (
        "import networkx as nx, sys; from idebur.graph.drawing import draw; "
        "graph = nx.karate_club_graph(); draw(graph, sys.argv[1])"
    )
    found = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.svg"
        subprocess.run([sys.executable, "-c", code, str(path)], check=True, env={"PYTHONHASHSEED": seed, **_home()})
        found.append(path.read_bytes())
    assert found[0] == found[1]
    assert b"<dc:date>" not in found[0]


def _home() -> dict[str, str]:
    import os

    return {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH", "MPLCONFIGDIR") if name in os.environ}


def test_the_file_is_of_the_kind_that_its_ending_says(tmp_path: Path) -> None:
    for ending, start in (("png", b"\x89PNG"), ("PDF", b"%PDF"), ("svg", b"<?xml")):
        path = tmp_path / f"picture.{ending}"
        draw(governance(), path)
        assert path.read_bytes().startswith(start)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["picture.PDF", "picture.png", "picture.svg"]


def test_an_svg_says_in_words_what_it_shows(tmp_path: Path) -> None:
    """For those who do not see it: title and caption are in the metadata."""
    draw(governance(), tmp_path / "a.svg", title="Who meets whom")
    root = ET.parse(tmp_path / "a.svg").getroot()  # noqa: S314 - it is our own
    dublin = "{http://purl.org/dc/elements/1.1/}"
    assert next(root.iter(f"{dublin}title")).text == "Who meets whom"
    assert (next(root.iter(f"{dublin}description")).text or "").startswith(
        "Agreement: here. As it stood on 2024-03-01. Nodes: 5."
    )


def test_what_stood_there_is_kept_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    draw(governance(), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        draw(governance(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["a.jpg", "a", "a.png.txt"])
def test_another_ending_is_refused_before_anything_is_drawn(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"\.pdf or \.png or \.svg"):
        draw(governance(), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        draw(governance(), tmp_path / "nowhere" / "a.png")


@pytest.mark.parametrize("size", [(0, 5), (5, -1), (float("nan"), 5), (2.9, 5)])
def test_a_size_that_is_too_small_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="3 inches or more"):
        draw(governance(), size=size)


def test_a_language_that_idebur_does_not_speak_is_refused() -> None:
    lang: Any = "fi"
    with pytest.raises(UnknownKey, match="language"):
        draw(governance(), lang=lang)


# --- matplotlib's own state ---


def test_neither_pyplot_nor_a_backend_nor_the_users_settings_are_touched() -> None:
    code = (
        "import sys, matplotlib, networkx as nx\n"
        "matplotlib.rcParams['font.size'] = 31; matplotlib.rcParams['lines.linewidth'] = 9\n"
        "def settings(): return {k: matplotlib.rcParams[k] for k in matplotlib.rcParams if k != 'backend'}\n"
        "before = settings()\n"
        "from idebur.graph.drawing import draw\n"
        "draw(nx.karate_club_graph())\n"
        "assert settings() == before\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=_home())


def test_the_users_settings_do_not_change_the_picture(tmp_path: Path) -> None:
    import matplotlib as mpl

    draw(governance(), tmp_path / "a.svg")
    own: Any = {
        "font.family": "serif",
        "font.size": 20,
        "axes.facecolor": "red",
        "savefig.bbox": "tight",
        "path.sketch": (3, 100, 2),
    }
    with mpl.rc_context(own):
        draw(governance(), tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_importing_the_drawing_does_not_load_matplotlib() -> None:
    code = "import sys, idebur.graph.drawing; assert not {'matplotlib', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, env=_home())


def test_without_matplotlib_the_user_is_told_what_to_install() -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "import networkx as nx\n"
        "from idebur.graph.drawing import draw\n"
        "from idebur.errors import MissingExtra\n"
        "try: draw(nx.path_graph(2))\n"
        "except MissingExtra as fault: assert 'idebur[drawing]' in str(fault)\n"
        "else: raise AssertionError\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=_home())


def test_a_picture_can_be_part_of_ones_own_figure() -> None:
    figure = Figure(figsize=(14, 6))
    left, right = figure.subplots(1, 2)
    assert draw(governance(), ax=left) is figure
    assert not right.texts
    boxes = [text.get_window_extent() for text in left.texts]
    extent = left.get_window_extent()
    assert all(extent.x0 <= box.x0 and box.x1 <= extent.x1 for box in boxes)
    with pytest.raises(ValueError, match="size"):
        draw(governance(), ax=right, size=(4, 4))


def test_a_notebook_shows_the_picture() -> None:
    figure: Any = draw(governance())
    assert figure._repr_png_().startswith(b"\x89PNG")


# --- several days ---


def test_each_node_has_the_same_place_in_all_panels() -> None:
    """And what is not there on a day is not drawn on it."""
    late = governance()
    early = late.copy()
    early.remove_node("here/all")
    figure = draw_snapshots({date(2024, 1, 1): late, date(2018, 1, 1): early}, title="Before and after")
    assert_readable(figure)
    assert "All panels together have 5 nodes and 11 relations." in told(figure)
    axes = figure.axes[0]
    headings = [text for text in axes.texts if text.get_gid() == "heading"]
    assert [text.get_text() for text in headings] == [
        "2018-01-01   nodes: 4, relations: 9",
        "2024-01-01   nodes: 5, relations: 11",
    ]
    shift = headings[1].get_position()[0] - headings[0].get_position()[0]
    places: dict[str, list[float]] = {}
    for text in axes.texts:
        if str(text.get_gid()).startswith("name-"):
            places.setdefault(text.get_text(), []).append(text.get_position()[0])
    assert len(places["All\nassociations"] if "All\nassociations" in places else places["All associations"]) == 1
    for name in ("The forum", "The Region"):
        assert places[name][1] - places[name][0] == pytest.approx(shift)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_days_are_an_empty_picture(lang: Literal["sv", "en"]) -> None:
    assert_readable(draw_snapshots({}, lang=lang))
