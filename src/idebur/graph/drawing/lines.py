"""How a line runs from node to node: bent past what is in its way, and ending at the borders of the two marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Any

from attrs import frozen

from idebur.graph.drawing.scenes import Scene, Tie

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[Any]

__all__ = ["Line", "inside", "lines_of", "points_on"]

Point = tuple[float, float]
_STEPS = 48
_BESIDE = 11.0
_DETOURS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3)
_MOST_COMPARED = 400_000


@frozen
class Line:
    """A tie with its curve: the control points of a Bézier curve of the second degree, or the third for a loop.

    The curve begins at the border of the mark that it comes from and ends at the border of that to which it leads.
    """

    tie: Tie
    curve: tuple[Point, ...]

    @property
    def tip(self) -> Point:
        """Where it ends."""
        return self.curve[-1]

    def upto(self, length: float) -> tuple[tuple[Point, ...], Point]:
        """The curve without its last *length* points, and where it then ends."""
        t = 1.0
        while t > 0.02 and hypot(*_minus(_at(self.curve, t), self.tip)) < length:
            t -= 0.01
        near, far = min(t + 0.01, 1.0), t
        for _ in range(12):
            half = (near + far) / 2
            if hypot(*_minus(_at(self.curve, half), self.tip)) < length:
                near = half
            else:
                far = half
        return _between(self.curve, 0.0, far), _at(self.curve, far)


def lines_of(scene: Scene, places: Points, outlines: Sequence[Points], size: Point) -> tuple[Line, ...]:
    """The line of each tie; where two marks lie on each other there is none between them."""
    groups: dict[tuple[int, int], list[Tie]] = {}
    for tie in scene.ties:
        groups.setdefault((min(tie.source, tie.target), max(tie.source, tie.target)), []).append(tie)
    bounds = _bounds(outlines)
    lines = []
    for (low, high), ties in sorted(groups.items()):
        if low == high:
            lines += [_loop(tie, places, outlines[low], scene, size, turn) for turn, tie in enumerate(ties)]
            continue
        begin, end = ((float(places[i, 0]), float(places[i, 1])) for i in (low, high))
        others = len(scene.dots) * len(scene.ties) <= _MOST_COMPARED
        shift = _detour(begin, end, _others(bounds, low, high), size) if others else 0.0
        for row, tie in enumerate(ties):
            apex = shift + (row - (len(ties) - 1) / 2) * _BESIDE
            curve = _bent(begin, end, apex)
            if tie.source == high:
                curve = curve[::-1]
            clipped = _clipped(curve, outlines[tie.source], outlines[tie.target])
            if clipped is not None:
                lines.append(Line(tie, clipped))
    return tuple(lines)


def points_on(curve: Sequence[Point], steps: int = 16) -> Points:
    """Points along a curve, its ends among them."""
    import numpy as np

    return _along(curve, np.linspace(0.0, 1.0, steps))


def _along(curve: Sequence[Point], at: Points) -> Points:
    """The points of a curve at several parameters."""
    import numpy as np

    t = at[:, None]
    points = [np.array([[x, y]], dtype=float) for x, y in curve]
    while len(points) > 1:
        points = [a * (1 - t) + b * t for a, b in pairwise(points)]
    return points[0]


def inside(points: Points, outline: Points) -> Any:
    """Which of the points lie within a polygon (by the parity of the sides that a ray to the right crosses)."""
    import numpy as np

    x, y = points[:, 0][:, None], points[:, 1][:, None]
    ax, ay = outline[:, 0][None, :], outline[:, 1][None, :]
    bx, by = np.roll(outline[:, 0], -1)[None, :], np.roll(outline[:, 1], -1)[None, :]
    beside = (ay > y) != (by > y)
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = ax + (y - ay) * (bx - ax) / (by - ay)
    return (beside & (x < crossing)).sum(axis=1) % 2 == 1


def _bent(begin: Point, end: Point, apex: float) -> tuple[Point, ...]:
    """A curve that lies *apex* points to the left of the straight line in its middle."""
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    length = max(hypot(dx, dy), 1e-9)
    middle = ((begin[0] + end[0]) / 2 - dy / length * 2 * apex, (begin[1] + end[1]) / 2 + dx / length * 2 * apex)
    return (begin, middle, end)


def _bounds(outlines: Sequence[Points]) -> Points:
    import numpy as np

    return np.array([(*one.min(axis=0), *one.max(axis=0)) for one in outlines]).reshape(-1, 4)


def _others(bounds: Points, low: int, high: int) -> Points:
    import numpy as np

    return np.delete(bounds, [low, high], axis=0)


def _detour(begin: Point, end: Point, others: Points, size: Point) -> float:
    """How far to bend a line so that it passes over as few other marks as can be, the straightest first."""
    length = hypot(end[0] - begin[0], end[1] - begin[1])
    best, least = 0.0, None
    for share in _DETOURS:
        on = points_on(_bent(begin, end, share * length), 32)
        x, y = on[:, 0][:, None], on[:, 1][:, None]
        under = (x > others[:, 0] - 2) & (x < others[:, 2] + 2) & (y > others[:, 1] - 2) & (y < others[:, 3] + 2)
        outside = (on < 0).any() or (on[:, 0] > size[0]).any() or (on[:, 1] > size[1]).any()
        hits = int(under.sum()) + (40 if outside else 0)
        if least is None or hits < least:
            best, least = share * length, hits
        if hits == 0:
            break
    return best


def _clipped(curve: tuple[Point, ...], source: Points, target: Points) -> tuple[Point, ...] | None:
    """The part of a curve between the borders of two marks."""
    import numpy as np

    on = points_on(curve, _STEPS + 1)
    from_source, from_target = ~inside(on, source), ~inside(on, target)
    free = np.flatnonzero(from_source & from_target)
    if not len(free):
        return None
    begin, end = int(free[0]), int(free[-1])
    t0 = _border(curve, (begin - 1) / _STEPS, begin / _STEPS, source) if begin else 0.0
    t1 = _border(curve, (end + 1) / _STEPS, end / _STEPS, target) if end < _STEPS else 1.0
    return _between(curve, t0, t1)


def _border(curve: tuple[Point, ...], within: float, without: float, outline: Points) -> float:
    """Where a curve leaves a mark, between a point within and one without: the first point that is without."""
    import numpy as np

    for _ in range(3):
        t = np.linspace(within, without, 17)
        first = int(np.flatnonzero(~inside(_along(curve, t), outline))[0])
        within, without = float(t[max(first - 1, 0)]), float(t[first])
    return without


def _loop(tie: Tie, places: Points, outline: Points, scene: Scene, size: Point, turn: int) -> Line:
    """A loop on the side of a node that is turned away from its neighbours, within the picture; several go round it."""
    import numpy as np

    here = places[tie.source]
    near = [
        places[t.target if t.source == tie.source else t.source]
        for t in scene.ties
        if tie.source in (t.source, t.target) and t.source != t.target
    ]
    away = here - np.mean(near, axis=0) if near else np.array([0.0, 1.0])
    first = float(np.arctan2(away[1], away[0])) + turn * 1.3
    reach = float(np.abs(outline - here).max()) + 24.0
    x, y = (float(one) for one in here)
    curves = []
    for step in (0, 1, -1, 2, -2, 3, -3, 4):
        angle = first + step * 0.785
        ends = [(x + reach * float(np.cos(angle + s)), y + reach * float(np.sin(angle + s))) for s in (0.55, -0.55)]
        curves.append(((x, y), ends[0], ends[1], (x, y)))
    curve = min(curves, key=lambda one: round(_leaving(points_on(one), size), 3))
    clipped = _clipped(curve, outline, outline)
    return Line(tie, clipped if clipped is not None else curve)


def _leaving(points: Points, size: Point) -> float:
    """How far the points of a curve leave the picture."""
    import numpy as np

    return float(np.maximum(0, np.maximum(-points, points - np.array(size))).max())


def _at(curve: Sequence[Point], t: float) -> Point:
    points = list(curve)
    while len(points) > 1:
        points = [(a[0] * (1 - t) + b[0] * t, a[1] * (1 - t) + b[1] * t) for a, b in pairwise(points)]
    return points[0]


def _between(curve: tuple[Point, ...], t0: float, t1: float) -> tuple[Point, ...]:
    """The part of a Bézier curve between two parameters (de Casteljau)."""
    upper = _first(curve, t1)
    return tuple(reversed(_first(tuple(reversed(upper)), 1 - (t0 / t1 if t1 else 0.0))))


def _first(curve: tuple[Point, ...], t: float) -> tuple[Point, ...]:
    points, kept = list(curve), [curve[0]]
    while len(points) > 1:
        points = [(a[0] * (1 - t) + b[0] * t, a[1] * (1 - t) + b[1] * t) for a, b in pairwise(points)]
        kept.append(points[0])
    return tuple(kept)


def _minus(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]
