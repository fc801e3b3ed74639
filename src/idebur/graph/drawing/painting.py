"""A page painted with matplotlib. One unit of the axes is one point, so that what was measured is what is seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import atan2, cos, log2, sin
from typing import TYPE_CHECKING, Any

from idebur.graph.drawing.captions import Sign, width_of
from idebur.graph.drawing.labels import Measure
from idebur.graph.drawing.lines import Line
from idebur.graph.drawing.pages import PANEL, SIGN, Page, Plan, Words
from idebur.graph.drawing.scenes import Dot, Scene
from idebur.graph.drawing.styles import CIRCLE, HUBS, Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

__all__ = ["FONT", "SETTINGS", "measure_with", "paint"]

FONT = "DejaVu Sans"
"""The typeface of pictures: it comes with matplotlib, so that a picture is the same on every machine."""

SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "idebur",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "text.antialiased": True,
    "text.usetex": False,
    "path.simplify": False,
    "path.sketch": None,
    "path.effects": [],
    "savefig.bbox": None,
    "savefig.transparent": False,
    "lines.scale_dashes": False,
}
"""The settings under which a picture is painted and written, whatever the user's own are."""

_INK = "#222222"
_PALE = 0.35
_HEAD = 7.0
_SPACING = 1.12


def measure_with(figure: Figure) -> Measure:
    """A way of measuring texts, in points: the wider of PNG, which fits letters to pixels, and of SVG and PDF."""
    from matplotlib.text import Text
    from matplotlib.textpath import text_to_path

    @cache
    def measure(text: str, size: float, bold: bool) -> tuple[float, float]:
        one = Text(0, 0, text, **_type(size, bold=bold))
        one.set_figure(figure)
        extent = one.get_window_extent()
        as_lines = (
            text_to_path.get_text_width_height_descent(row, one.get_fontproperties(), False)[0]
            for row in text.split("\n")
        )
        wide, high = float(extent.width) * 72 / figure.dpi, float(extent.height) * 72 / figure.dpi
        return max(wide, *(float(width) for width in as_lines)), high

    return measure


def paint(axes: Axes, page: Page) -> None:
    """Paint a page on axes, whose limits are set to its size in points."""
    axes.set_xlim(0, page.width)
    axes.set_ylim(0, page.height)
    axes.set_axis_off()
    for plan in page.plans:
        _plan(axes, plan, page.whole)
    for words in page.words:
        _words(axes, words)
    for sign, left, middle in page.signs:
        _sign(axes, sign, left, middle)


def _plan(axes: Axes, plan: Plan, whole: Scene) -> None:
    import numpy as np

    x, y = plan.corner
    if plan.heading:
        from matplotlib.patches import Rectangle

        axes.add_patch(
            Rectangle(
                (x - 3, y - 3),
                plan.size[0] + 6,
                plan.size[1] + 6,
                fill=False,
                edgecolor="#CCCCCC",
                linewidth=0.6,
                zorder=0,
            )
        )
        heading = Words(plan.heading, x, y + plan.size[1] + 6, PANEL, bold=True, along="bottom", name="heading")
        _words(axes, heading)
    for line in plan.lines:
        _line(axes, line, plan.scene, whole, plan.corner)
    for dot, outline in zip(plan.scene.dots, plan.outlines, strict=True):
        _dot(axes, dot, outline + np.array([x, y]))
    for words in plan.words:
        _words(axes, words, plan.corner)


def _line(axes: Axes, line: Line, scene: Scene, whole: Scene, corner: tuple[float, float]) -> None:
    tie = line.tie
    several = tie.family.width * min(1 + 0.4 * log2(tie.number), 2.6)
    width = width_of(whole, tie.weight) if whole.weighted else several
    alpha = 1.0 if tie.certain else _PALE
    curve = line.curve
    if scene.directed:
        length = _HEAD + 1.2 * width
        curve, base = line.upto(length)
        (tip_x, tip_y), angle = line.tip, atan2(line.tip[1] - base[1], line.tip[0] - base[0])
        half = length * 0.36
        head = [
            line.tip,
            (tip_x - length * cos(angle) - half * sin(angle), tip_y - length * sin(angle) + half * cos(angle)),
            (tip_x - length * cos(angle) + half * sin(angle), tip_y - length * sin(angle) - half * cos(angle)),
        ]
        _polygon(axes, _moved(head, corner), tie.family.tone, edge="none", zorder=2.1, alpha=alpha)
    _curve(axes, _moved(curve, corner), tie.family.dashes, tie.family.tone, width, alpha)


def _moved(points: Sequence[tuple[float, float]], corner: tuple[float, float]) -> list[tuple[float, float]]:
    return [(x + corner[0], y + corner[1]) for x, y in points]


def _curve(
    axes: Axes, curve: Sequence[tuple[float, float]], dashes: tuple[float, ...], tone: str, width: float, alpha: float
) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    codes = {2: [Path.LINETO], 3: [Path.CURVE3] * 2, 4: [Path.CURVE4] * 3}[len(curve)]
    axes.add_patch(
        PathPatch(
            Path(list(curve), [Path.MOVETO, *codes]),
            fill=False,
            edgecolor=tone,
            linewidth=width,
            linestyle=(0, dashes) if dashes else "solid",
            alpha=alpha,
            capstyle="butt",
            zorder=2,
        )
    )


def _dot(axes: Axes, dot: Dot, outline: Any) -> None:
    if dot.hub:
        _polygon(axes, outline, HUBS[dot.kind], edge=_INK, width=1.6 if dot.kind == "body" else 0.9, zorder=3)
    elif dot.collective:
        _hollow(axes, dot.look, outline)
    else:
        _polygon(axes, outline, dot.look.colour, edge=_INK, width=0.6, zorder=3)


def _hollow(axes: Axes, look: Look, outline: Any) -> None:
    _polygon(axes, outline, "#FFFFFF", edge=_INK, width=3.4, zorder=3)
    _polygon(axes, outline, "#FFFFFF", edge=look.colour, width=2.4, zorder=3)


def _polygon(
    axes: Axes, corners: Any, colour: str, *, edge: str, width: float = 0.0, zorder: float = 3, alpha: float = 1.0
) -> None:
    from matplotlib.patches import Polygon

    axes.add_patch(
        Polygon(corners, closed=True, facecolor=colour, edgecolor=edge, linewidth=width, zorder=zorder, alpha=alpha)
    )


def _words(axes: Axes, words: Words, corner: tuple[float, float] = (0.0, 0.0)) -> None:
    from matplotlib.patheffects import withStroke

    text: Text = axes.text(
        words.x + corner[0],
        words.y + corner[1],
        words.text,
        color=_INK,
        horizontalalignment=words.across,
        verticalalignment=words.along,
        zorder=5,
        gid=words.name or None,
        multialignment=words.flush if words.across == "center" else words.across,
        **_type(words.size, bold=words.bold),
    )
    if words.name.startswith(("name-", "number-")) and not words.inside:
        text.set_path_effects([withStroke(linewidth=2.2, foreground="white")])


def _type(size: float, *, bold: bool) -> dict[str, Any]:
    return {
        "fontfamily": FONT,
        "fontsize": size,
        "fontweight": "bold" if bold else "normal",
        "fontstyle": "normal",
        "linespacing": _SPACING,
        "parse_math": False,
    }


def _sign(axes: Axes, sign: Sign, left: float, middle: float) -> None:
    """The mark of a line of the legend."""
    import numpy as np

    at = np.array([left + SIGN / 2 - 5, middle])
    if sign.family is not None:
        ends = [(left, middle), (left + SIGN - 8, middle)]
        _curve(axes, ends, sign.family.dashes, sign.family.tone, sign.width, _PALE if sign.pale else 1.0)
    elif sign.hub:
        box = np.array(CIRCLE) * (4.0 if sign.hub == "body" else 1.0)
        box = box + np.sign(np.where(np.abs(box) < 1e-9, 1e-9, box)) * np.array([7.0, 1.0 if sign.hub == "body" else 4])
        _polygon(axes, box + at, HUBS[sign.hub], edge=_INK, width=1.6 if sign.hub == "body" else 0.9)
    elif sign.look is not None:
        outline = np.array(sign.look.outline) * 5.0 + at
        if sign.hollow:
            _hollow(axes, sign.look, outline)
        else:
            _polygon(axes, outline, sign.look.colour, edge=_INK, width=0.6)
