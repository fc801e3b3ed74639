"""A page set in points from its lower left: network, title, legend and caption, each measured before it is placed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from idebur.graph.drawing.captions import Fitted, Sign, caption, legend, phrase
from idebur.graph.drawing.labels import MOST_LINES, Measure, Name, Place, Wish, named, wrapped
from idebur.graph.drawing.lines import Line, lines_of, points_on
from idebur.graph.drawing.places import Extent, Layout, arranged, fitted
from idebur.graph.drawing.scenes import Scene
from idebur.graph.drawing.styles import CIRCLE
from idebur.messages import Lang

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[Any]

__all__ = ["Marks", "Page", "Plan", "Words", "marked", "page", "planned", "series"]

Size = tuple[float, float]

MARGIN = 12.0
SIGN = 34.0
"""The room for the mark of a line of the legend."""
_RADIUS = 6.5
_MANY = 150
_NAME, _HUB_NAME, _TITLE, _CAPTION, _NUMBER, PANEL, _EMPTY = 8.0, 8.5, 13.0, 8.0, 7.0, 9.0, 14.0
_LEGEND_SIZES = (8.0, 7.0, 6.0)
_LEGEND_CHARACTERS = 30
_SMALLEST, _LARGEST = (400.0, 290.0), (1150.0, 900.0)
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_MOST_WITH_LINES = 300
_HUB_LINES = 6


@frozen
class Words:
    """A text on the page: where it stands, and which of its sides stands there."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    across: str = "left"
    along: str = "top"
    name: str = ""
    flush: str = "center"
    """To which side its lines are flush."""
    inside: bool = False
    """Whether it stands inside a mark."""


@frozen
class Marks:
    """The size of each mark and the ways of breaking its name; *cut* counts the names that are cut short."""

    extents: tuple[Extent, ...]
    names: tuple[tuple[Name, ...], ...]
    cut: int


@frozen(eq=False)
class Plan:
    """A network in its place: the outline of each mark, the lines, and the names and numbers that found room.

    All of it is in points from the *corner* of its part of the page.
    """

    scene: Scene
    outlines: tuple[Points, ...]
    lines: tuple[Line, ...]
    words: tuple[Words, ...]
    fitted: Fitted
    size: Size
    corner: Size = (0.0, 0.0)
    heading: str = ""


@frozen(eq=False)
class Page:
    """All that is on a page, in points."""

    width: float
    height: float
    plans: tuple[Plan, ...]
    words: tuple[Words, ...]
    signs: tuple[tuple[Sign, float, float], ...]
    """Each sign of the legend, with the left and the middle of its mark."""
    whole: Scene
    """The scene that the widths of lines go by."""

    def said(self, name: str) -> str:
        """A text of the page on one line, such as its ``caption``; "" where there is none."""
        return next((" ".join(words.text.split()) for words in self.words if words.name == name), "")


def marked(scene: Scene, measure: Measure) -> Marks:
    """Measure every name and give every mark its size."""
    extents, names, cut = [], [], 0
    beside = bool(scene.dots) and all(dot.side is not None for dot in scene.dots)
    for dot in scene.dots:
        size, lines = (_HUB_NAME, _HUB_LINES) if dot.hub else (_NAME, MOST_LINES)
        widths = (16,) if dot.hub else (36, 24, 18) if beside else (18, 28, 12)
        ways: dict[str, Name] = {}
        for width in widths:
            text = "\n".join(wrapped(dot.label, width, lines))
            ways.setdefault(text, Name(text, *measure(text, size, dot.hub)))
        first = next(iter(ways.values()))
        cut += first.text.endswith(" …") and not dot.label.endswith(" …")
        if dot.hub:
            extents.append(Extent(max(first.width / 2 + 8, 22), max(first.height / 2 + 7, 15)))
        else:
            radius = _radius(scene) * 1.2
            extents.append(Extent(radius, radius, first.width, first.height))
        names.append(tuple(ways.values()))
    return Marks(tuple(extents), tuple(names), cut)


def planned(scene: Scene, marks: Marks, places: Points, size: Size, measure: Measure, *, columns: bool = False) -> Plan:
    """Draw the lines between marks that have been placed, and find room for the names and numbers."""
    import numpy as np

    outlines = tuple(
        _outline(scene, i, extent, (float(places[i, 0]), float(places[i, 1]))) for i, extent in enumerate(marks.extents)
    )
    lines = lines_of(scene, places, outlines, size)
    order = sorted(range(len(scene.dots)), key=lambda i: (not scene.dots[i].hub, -scene.dots[i].ties, i))
    middle = float(np.mean(places[:, 0])) if len(places) else 0.0
    wishes = []
    for i in order:
        extent, dot = marks.extents[i], scene.dots[i]
        x, y = float(places[i, 0]), float(places[i, 1])
        side = 0 if not columns or dot.hub else (-1 if x < middle else 1)
        wishes.append(Wish(x, y, extent.half_width, extent.half_height, marks.names[i], dot.hub, towards=side))
    numbered = [line for line in lines if line.tie.number > 1 and not scene.weighted]
    for line in numbered:
        text = str(line.tie.number)
        on = points_on(line.curve, 51)
        spots = tuple((float(on[round(t * 50)][0]), float(on[round(t * 50)][1])) for t in _ALONG)
        wishes.append(Wish(0, 0, 0, 0, (Name(text, *measure(text, _NUMBER, True)),), on=spots))
    samples = [points_on(line.curve) for line in lines] if len(scene.dots) <= _MOST_WITH_LINES else []
    boxes = np.array([(*outlines[i].min(axis=0), *outlines[i].max(axis=0)) for i in order]).reshape(-1, 4)
    found = named(wishes, boxes, np.concatenate(samples) if samples else np.zeros((0, 2)), size)
    words = []
    for rank, place in enumerate(found):
        if place is None:
            continue
        dot_or_none = scene.dots[order[rank]] if rank < len(order) else None
        hub = dot_or_none is not None and dot_or_none.hub
        type_size = _NUMBER if dot_or_none is None else _HUB_NAME if hub else _NAME
        name = f"name-{dot_or_none.name}" if dot_or_none else f"number-{rank - len(order)}"
        words.append(evolve(_centred(place, type_size, bold=hub or dot_or_none is None, name=name), inside=hub))
    return Plan(
        scene,
        outlines,
        lines,
        tuple(words),
        Fitted(
            unlabelled=sum(place is None for place in found[: len(order)]),
            unnumbered=sum(place is None for place in found[len(order) :]),
            cut=marks.cut,
        ),
        size,
    )


def page(scene: Scene, lang: Lang, title: str, size: Size | None, measure: Measure) -> Page:
    """Set a page for one network, as large as it needs to be (within reason) where no *size* is given."""
    marks = marked(scene, measure)
    layout = arranged(scene, marks.extents)

    def plans(width: float, height: float) -> tuple[Plan, ...]:
        places = fitted(layout, marks.extents, width, height)
        return (planned(scene, marks, places, (width, height), measure, columns=layout.columns),)

    return _set(scene, lang, title, size, _room(layout), measure, plans)


def series(
    whole: Scene, parts: Sequence[tuple[str, Scene]], lang: Lang, title: str, size: Size | None, measure: Measure
) -> Page:
    """Set a page of panels, one for each of *parts*, in which each node of the *whole* has the same place and name."""
    marks = marked(whole, measure)
    layout = arranged(whole, marks.extents)
    across = max(1, len(parts) if len(parts) <= 3 else 2 if len(parts) == 4 else 3)
    down = max(1, -(-len(parts) // across))
    head = measure("X", PANEL, True)[1] + 8
    width, height = _room(layout)
    shrunk = (0.9, 0.75, 0.65)[across - 1]
    room = (width * shrunk * across, (height * shrunk + head) * down)
    index = {dot.name: i for i, dot in enumerate(whole.dots)}

    def plans(width: float, height: float) -> tuple[Plan, ...]:
        wide, high = (width + MARGIN) / across - MARGIN, (height + MARGIN) / down - head - MARGIN
        places = fitted(layout, marks.extents, wide, high)
        model = planned(whole, marks, places, (wide, high), measure, columns=layout.columns)
        names = {words.name: words for words in model.words}
        found = []
        for i, (heading, part) in enumerate(parts):
            kept = [index[dot.name] for dot in part.dots]
            looks = tuple(evolve(dot, look=whole.dots[k].look) for dot, k in zip(part.dots, kept, strict=True))
            outlines = tuple(model.outlines[k] for k in kept)
            found.append(
                Plan(
                    scene=evolve(part, dots=looks),
                    outlines=outlines,
                    lines=lines_of(part, places[kept], outlines, (wide, high)),
                    words=tuple(names[key] for dot in part.dots if (key := f"name-{dot.name}") in names),
                    fitted=evolve(model.fitted, unnumbered=0) if i == 0 else Fitted(),
                    corner=((i % across) * (wide + MARGIN), (down - 1 - i // across) * (high + head + MARGIN)),
                    size=(wide, high),
                    heading=phrase("panel", lang, day=heading, nodes=len(part.dots), edges=part.edges),
                )
            )
        return tuple(found)

    return _set(whole, lang, title, size, room, measure, plans, panels=True)


def _set(
    scene: Scene,
    lang: Lang,
    title: str,
    size: Size | None,
    room: Size,
    measure: Measure,
    plans: Callable[[float, float], tuple[Plan, ...]],
    *,
    panels: bool = False,
) -> Page:
    """Put words and legend about a network; what finds no room is told in the caption, which may then need more."""
    signs = legend(scene, lang)
    columns = [_legend_size(signs, measure, type_size) for type_size in _LEGEND_SIZES]
    width = size[0] if size else room[0] + (columns[0][0] + MARGIN if signs else 0.0) + 2 * MARGIN
    above = _lines(title, width - 2 * MARGIN, _TITLE, measure, bold=True)
    if size:
        above = _cut(above, 0.25 * size[1], _TITLE, measure, bold=True)
    above_height = measure(above, _TITLE, True)[1] + MARGIN if title else 0.0
    lost, below_height = Fitted(), 0.0
    drawn: tuple[Plan, ...] = ()
    fits: list[int] = []
    height = inner = inner_width = 0.0
    for _ in range(3):
        told = _lines(caption(scene, lang, lost, panels=panels), width - 2 * MARGIN, _CAPTION, measure)
        below_height = max(below_height, measure(told, _CAPTION, False)[1])
        if size:
            height = size[1]
            below_height = min(below_height, 0.3 * height)
        else:
            height = max(room[1], columns[0][1]) + above_height + below_height + 3 * MARGIN
        inner = max(height - above_height - below_height - 3 * MARGIN, 20.0)
        fits = [i for i, (wide, high) in enumerate(columns) if wide <= 0.42 * width and high <= inner] if signs else []
        beside = columns[fits[0]][0] + MARGIN if fits else 0.0
        inner_width = max(width - 2 * MARGIN - beside, 20.0)
        drawn = plans(inner_width, inner)
        now = _sum([plan.fitted for plan in drawn], legend=bool(fits) or not signs)
        if now == lost:
            break
        lost = now
    told = _cut(
        _lines(caption(scene, lang, lost, panels=panels), width - 2 * MARGIN, _CAPTION, measure),
        below_height,
        _CAPTION,
        measure,
    )
    low = below_height + 2 * MARGIN
    words = [Words(told, MARGIN, MARGIN + below_height, _CAPTION, name="caption")]
    if title:
        words.append(Words(above, MARGIN, height - MARGIN, _TITLE, bold=True, name="title"))
    if not scene.dots:
        words.append(
            Words(phrase("empty", lang), width / 2, low + inner / 2, _EMPTY, False, "center", "center", "empty")
        )
    placed = []
    if fits:
        top, left = low + inner, MARGIN + inner_width + MARGIN
        for i, sign in enumerate(signs):
            text, type_size = _broken(sign), _LEGEND_SIZES[fits[0]]
            tall = max(measure(text, type_size, False)[1], 14)
            placed.append((sign, left, top - tall / 2))
            words.append(
                Words(text, left + SIGN, top - tall / 2, type_size, False, "left", "center", name=f"legend-{i}")
            )
            top -= tall + 5
    moved = tuple(evolve(plan, corner=(plan.corner[0] + MARGIN, plan.corner[1] + low)) for plan in drawn)
    return Page(width, height, moved, tuple(words), tuple(placed), scene)


def _sum(parts: Sequence[Fitted], *, legend: bool) -> Fitted:
    return Fitted(
        unlabelled=sum(one.unlabelled for one in parts),
        unnumbered=sum(one.unnumbered for one in parts),
        cut=sum(one.cut for one in parts),
        legend=legend,
    )


def _broken(sign: Sign) -> str:
    return "\n".join(wrapped(sign.text, _LEGEND_CHARACTERS, lines=8))


def _legend_size(signs: Sequence[Sign], measure: Measure, size: float) -> Size:
    sizes = [measure(_broken(sign), size, False) for sign in signs]
    return max((wide for wide, _ in sizes), default=0.0) + SIGN + 2, sum(max(high, 14) + 5 for _, high in sizes)


def _lines(text: str, width: float, size: float, measure: Measure, *, bold: bool = False) -> str:
    """Break a text so that each line is at most so wide, at words where it can be done."""
    rows: list[str] = []
    for word in text.split():
        rest = word
        while len(rest) > 1 and measure(rest, size, bold)[0] > width:
            share = max(1, int(len(rest) * width / measure(rest, size, bold)[0]) - 2)
            rows.append(rest[:share])
            rest = rest[share:]
        if rows and measure(f"{rows[-1]} {rest}", size, bold)[0] <= width:
            rows[-1] += f" {rest}"
        else:
            rows.append(rest)
    return "\n".join(rows)


def _cut(text: str, height: float, size: float, measure: Measure, *, bold: bool = False) -> str:
    """As many lines as there is room for, the last ending in "…" where there are more."""
    rows = text.split("\n")
    while len(rows) > 1 and measure("\n".join(rows), size, bold)[1] > height + 0.5:
        rows = [*rows[:-2], rows[-2].rsplit(" ", 1)[0].rstrip(" …") + " …"]
    return "\n".join(rows)


def _room(layout: Layout) -> Size:
    (width, height), (least_width, least_height), (most_width, most_height) = (
        (layout.width * 1.12, layout.height * (1.0 if layout.columns else 1.12)),
        _SMALLEST,
        _LARGEST,
    )
    return min(max(width, least_width), most_width), min(max(height, least_height), most_height)


def _radius(scene: Scene) -> float:
    """How large a mark is: smaller where there are very many."""
    return max(2.0, _RADIUS * min(1.0, sqrt(_MANY / max(len(scene.dots), 1))))


def _outline(scene: Scene, i: int, extent: Extent, at: tuple[float, float]) -> Points:
    """The polygon of a mark, in points."""
    import numpy as np

    dot = scene.dots[i]
    if not dot.hub:
        mark: Points = np.array(dot.look.outline) * _radius(scene) + np.array(at)
        return mark
    round_by = 9.0 if dot.kind == "body" else 1.0
    corner = np.array(CIRCLE) * round_by
    shift = np.array([extent.half_width - round_by, extent.half_height - round_by])
    box: Points = corner + np.sign(np.where(np.abs(corner) < 1e-9, 1e-9, corner)) * shift + np.array(at)
    return box


def _centred(place: Place, size: float, *, bold: bool, name: str) -> Words:
    flush = {-1: "right", 0: "center", 1: "left"}[place.leans]
    return Words(place.name.text, place.x, place.y, size, bold, "center", "center", name, flush)
