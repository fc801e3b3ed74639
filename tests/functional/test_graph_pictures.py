"""The pictures of the two agreements that come with idebur."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import networkx as nx
import pytest

from idebur.files import load
from idebur.graph.building import build
from idebur.graph.drawing import draw
from idebur.graph.projections import PROJECTIONS, project

pytest.importorskip("matplotlib")

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def graphs() -> dict[str, nx.MultiDiGraph[str]]:
    blekinge, ostergotland = load(EXAMPLES / "blekinge"), load(EXAMPLES / "ostergotland")
    return {"blekinge": build(blekinge), "ostergotland": build(ostergotland), "both": build(blekinge, ostergotland)}


def assert_readable(figure: Any) -> None:
    """No text lies on another, and none leaves the canvas."""
    width, height = figure.get_size_inches() * figure.dpi
    texts = [(text.get_text(), text.get_window_extent()) for text in figure.axes[0].texts]
    for text, box in texts:
        assert min(box.x0, box.y0) >= 0, text
        assert box.x1 <= width, text
        assert box.y1 <= height, text
    for (one, a), (other, b) in combinations(texts, 2):
        assert a.x1 <= b.x0 or b.x1 <= a.x0 or a.y1 <= b.y0 or b.y1 <= a.y0, f"{one!r} lies on {other!r}"


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ["blekinge", "ostergotland", "both"])
def test_every_name_is_in_the_picture_and_none_on_another(
    graphs: dict[str, nx.MultiDiGraph[str]], name: str, lang: Literal["sv", "en"]
) -> None:
    figure = draw(graphs[name], title=name, lang=lang)
    assert_readable(figure)
    caption = next(text.get_text() for text in figure.axes[0].texts if text.get_gid() == "caption")
    assert "no room" not in caption
    assert "Plats saknades" not in caption


@pytest.mark.parametrize("projection", list(PROJECTIONS))
def test_every_projection_can_be_drawn(graphs: dict[str, nx.MultiDiGraph[str]], projection: str) -> None:
    made = project(graphs["both"], projection)
    figure = draw(made, lang="sv")
    assert_readable(figure)
    caption = next(" ".join(t.get_text().split()) for t in figure.axes[0].texts if t.get_gid() == "caption")
    assert PROJECTIONS[projection].rule["sv"] in caption
    assert f"Punkter: {len(made)}. Samband: {made.number_of_edges()}." in caption


def test_everything_can_be_drawn_and_what_finds_no_room_is_counted(graphs: dict[str, nx.MultiDiGraph[str]]) -> None:
    figure = draw(graphs["blekinge"], show="all")
    assert_readable(figure)
    shown = sum(str(text.get_gid()).startswith("name-") for text in figure.axes[0].texts)
    caption = next(text.get_text() for text in figure.axes[0].texts if text.get_gid() == "caption")
    missing = len(graphs["blekinge"]) - shown
    assert (f"no room for {missing} of" in " ".join(caption.split())) is (missing > 0)


def test_the_bodies_of_blekinge_are_boxes_with_their_names_inside(graphs: dict[str, nx.MultiDiGraph[str]]) -> None:
    """Each of the three that work has its name within its own mark; the fourth is past and related to nothing drawn."""
    figure = draw(graphs["blekinge"])
    axes = figure.axes[0]
    marks = [patch.get_window_extent() for patch in axes.patches if patch.get_zorder() == 3]
    bodies = {label for _, label in _labels(graphs["blekinge"], "body")}
    bodies.remove("The working group")
    assert len(bodies) == 3
    for text in axes.texts:
        if " ".join(text.get_text().split()) in bodies and str(text.get_gid()).startswith("name-"):
            box = text.get_window_extent()
            assert any(m.x0 <= box.x0 and box.x1 <= m.x1 and m.y0 <= box.y0 and box.y1 <= m.y1 for m in marks)
            bodies.discard(" ".join(text.get_text().split()))
    assert not bodies


def _labels(graph: nx.MultiDiGraph[str], kind: str) -> list[tuple[str, str]]:
    return [(node, str(data["label"])) for node, data in graph.nodes(data=True) if data["kind"] == kind]
