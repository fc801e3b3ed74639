"""Where the nodes of a picture go.

Each connected piece is laid out by itself, so that pieces do not drift apart, and the pieces are packed in rows. In a
piece the distance between two nodes should be that of the shortest way between them (*stress*: Kamada & Kawai, *An
algorithm for drawing general undirected graphs*, 1989), found by majorisation node by node (Gansner, Koren & North,
*Graph drawing by stress majorization*, 2004) from a start that hangs the piece up by its hub. A two-mode network that
is not too long stands in two columns, ordered by the barycentres of Sugiyama, Tagawa & Toda (1981). Nothing is left to
chance.
"""

from __future__ import annotations

import heapq
from collections import Counter
from math import cos, pi, sin
from typing import TYPE_CHECKING, Any

from attrs import frozen

from idebur.graph.drawing.scenes import Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[Any]

__all__ = ["Extent", "Layout", "arranged", "fitted"]

_TIE = 50.0
_MOST_STRESSED = 600
_MOST_PUSHES = 2e7
_LONGEST_COLUMN = 44
_COLUMN_GAP = 300.0
_GAP = 16.0
_CELL = 18.0
_WIDER_THAN_HIGH = 1.35


@frozen
class Extent:
    """The room that a node takes, in points: half the width and height of its mark, and its name under it."""

    half_width: float
    half_height: float
    name_width: float = 0.0
    name_height: float = 0.0


@frozen
class Layout:
    """Places about no fixed origin, in points, and the room that they take with all marks and names."""

    places: Places
    width: float
    height: float
    columns: bool = False


def arranged(scene: Scene, extents: tuple[Extent, ...]) -> Layout:
    """Place every node so that no two marks, each with its name under it, lie on each other.

    The first node is placed in the lower left; the same scene always gives the same places.
    """
    import numpy as np

    if not scene.dots:
        return Layout(np.zeros((0, 2)), 0.0, 0.0)
    if all(dot.side is not None for dot in scene.dots):
        longest = max(Counter(dot.side for dot in scene.dots).values())
        if longest <= _LONGEST_COLUMN:
            return _columns(scene, extents)
    boxes = _boxes(extents, names=True)
    places = np.zeros((len(scene.dots), 2))
    pieces = _pieces(scene)
    for piece in pieces:
        if len(piece) > 1:
            at = _piece(scene, piece, extents)
            places[piece] = _apart(at, boxes[piece], rounds=400)
    return _packed(scene, places, pieces, boxes)


def _boxes(extents: tuple[Extent, ...], *, names: bool) -> Places:
    """Left, right, down and up from the place of each node."""
    import numpy as np

    rows = []
    for one in extents:
        half = max(one.half_width, one.name_width / 2 if names else 0.0)
        below = one.half_height + (one.name_height + 2 if names and one.name_height else 0.0)
        rows.append((half, half, below, one.half_height))
    return np.array(rows)


def _pieces(scene: Scene) -> list[list[int]]:
    """The connected pieces, the largest first."""
    near: list[set[int]] = [set() for _ in scene.dots]
    for tie in scene.ties:
        near[tie.source].add(tie.target)
        near[tie.target].add(tie.source)
    seen: set[int] = set()
    pieces = []
    for start in range(len(scene.dots)):
        if start in seen:
            continue
        seen.add(start)
        piece, queue = [], [start]
        while queue:
            one = queue.pop()
            piece.append(one)
            fresh = near[one] - seen
            seen |= fresh
            queue.extend(sorted(fresh))
        pieces.append(sorted(piece))
    return sorted(pieces, key=lambda piece: (-len(piece), piece))


def _piece(scene: Scene, piece: list[int], extents: tuple[Extent, ...]) -> Places:
    """Lay out one connected piece of two nodes or more."""
    import numpy as np

    local = {node: i for i, node in enumerate(piece)}
    room = [min(max(extents[i].half_width, extents[i].half_height), 45.0) for i in piece]
    lengths: dict[tuple[int, int], float] = {}
    for tie in scene.ties:
        if tie.source in local and tie.source != tie.target:
            a, b = sorted((local[tie.source], local[tie.target]))
            wanted = _TIE * tie.family.length + room[a] + room[b]
            lengths[a, b] = min(wanted, lengths.get((a, b), wanted))
    near: list[list[int]] = [[] for _ in piece]
    for a, b in sorted(lengths):
        near[a].append(b)
        near[b].append(a)
    middle = min(range(len(piece)), key=lambda i: (-len(near[i]), not scene.dots[piece[i]].hub, i))
    start = np.array(_hung(near, middle)) * _TIE * 1.4
    if len(piece) > _MOST_STRESSED:
        return start
    far = np.full((len(piece), len(piece)), np.inf)
    np.fill_diagonal(far, 0.0)
    for (a, b), length in lengths.items():
        far[a, b] = far[b, a] = length
    for k in range(len(piece)):  # Floyd and Warshall: all shortest ways
        far = np.minimum(far, far[:, k, None] + far[None, k, :])
    return _levelled(_stressed(start, far))


def _hung(near: list[list[int]], middle: int) -> list[tuple[float, float]]:
    """Hang a piece up by one node: the others in rings about it, each in a wedge as wide as what hangs on it."""
    below: list[list[int]] = [[] for _ in near]
    depth = {middle: 0}
    queue = [(0, middle)]
    order = []
    while queue:
        level, one = heapq.heappop(queue)
        order.append(one)
        for other in sorted(near[one], key=lambda i: (-len(near[i]), i)):
            if other not in depth:
                depth[other] = level + 1
                below[one].append(other)
                heapq.heappush(queue, (level + 1, other))
    leaves = [1] * len(near)
    for one in reversed(order):
        if below[one]:
            leaves[one] = sum(leaves[other] for other in below[one])
    places = [(0.0, 0.0)] * len(near)
    wedge = {middle: (0.0, 2 * pi)}
    for one in order:
        begin, width = wedge[one]
        for other in below[one]:
            share = width * leaves[other] / leaves[one]
            wedge[other] = (begin, share)
            angle = begin + share / 2
            places[other] = (depth[other] * cos(angle), depth[other] * sin(angle))
            begin += share
    return places


def _stressed(start: Places, far: Places) -> Places:
    """Move one node after the other to where the stress ``Σ (|x_i - x_j| - d_ij)² / d_ij²`` is least for it."""
    import numpy as np

    at = start.copy()
    size = len(at)
    rounds = 120 if size <= 200 else 40
    with np.errstate(divide="ignore"):
        pull = np.where(far > 0, far, np.inf) ** -2.0
    total = pull.sum(axis=1)
    for _ in range(rounds):
        moved = 0.0
        for i in range(size):
            apart = at[i] - at
            length = np.sqrt((apart**2).sum(axis=1))
            length[length < 1e-9] = 1e-9
            wanted = (pull[i, :, None] * (at + apart * (far[i] / length)[:, None])).sum(axis=0) / total[i]
            moved = max(moved, float(np.abs(wanted - at[i]).max()))
            at[i] = wanted
        if moved < 0.05:
            break
    return at


def _levelled(at: Places) -> Places:
    """Turn the places so that they are spread most from left to right."""
    import numpy as np

    mean = at - at.mean(axis=0)
    x, y = mean[:, 0], mean[:, 1]
    angle = -0.5 * float(np.arctan2(2 * (x * y).sum(), (x * x).sum() - (y * y).sum()))
    turned: Places = np.stack([x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)], axis=1)
    return turned


def _apart(at: Places, boxes: Places, rounds: int, within: tuple[float, float] | None = None) -> Places:
    """Push boxes that lie on each other apart, each pair the way on which it takes least; stay *within* a size."""
    import numpy as np

    at = at.copy()
    size = len(at)
    rounds = min(rounds, int(_MOST_PUSHES / size**2)) if size else 0
    left, right, down, up = boxes.T
    order = np.arange(size)
    earlier = np.sign(order[None, :] - order[:, None])  # two at the same place: the earlier goes left and down
    for _ in range(rounds):
        if within is not None:
            _held(at, boxes, within)
        cx, cy = at[:, 0] + (right - left) / 2, at[:, 1] + (up - down) / 2
        dx, dy = cx[:, None] - cx[None, :], cy[:, None] - cy[None, :]
        over_x = ((left + right) / 2)[:, None] + ((left + right) / 2)[None, :] + _GAP / 2 - np.abs(dx)
        over_y = ((down + up) / 2)[:, None] + ((down + up) / 2)[None, :] + _GAP / 2 - np.abs(dy)
        over = (over_x > 0.01) & (over_y > 0.01)
        np.fill_diagonal(over, val=False)
        if not over.any():
            break
        sideways = over & (over_x <= over_y)
        upwards = over & ~sideways
        way_x = np.where(np.abs(dx) > 1e-9, np.sign(dx), -earlier)
        way_y = np.where(np.abs(dy) > 1e-9, np.sign(dy), -earlier)
        move_x = np.where(sideways, way_x * over_x / 2, 0.0)
        move_y = np.where(upwards, way_y * over_y / 2, 0.0)
        met = np.maximum(1.0, np.sqrt(over.sum(axis=1)))
        at[:, 0] += move_x.sum(axis=1) / met
        at[:, 1] += move_y.sum(axis=1) / met
    if within is not None:
        _held(at, boxes, within)
    return at


def _held(at: Places, boxes: Places, within: tuple[float, float]) -> None:
    import numpy as np

    left, right, down, up = boxes.T
    width, height = within
    at[:, 0] = np.maximum(np.minimum(at[:, 0], width - right), np.minimum(left, width / 2))
    at[:, 1] = np.maximum(np.minimum(at[:, 1], height - up), np.minimum(down, height / 2))


def _packed(scene: Scene, places: Places, pieces: list[list[int]], boxes: Places) -> Layout:
    """Set each piece, the largest first, where it makes the page grow least, and of such places in the lowest.

    The pieces are covered with squares and two never cover the same one (Freivalds, Dogrusoz & Kikusts, *Disconnected
    graph layout and the polyomino packing approach*, 2002), so that a small piece fits into a bay of a large one.
    """
    import numpy as np

    covers = [_covered(scene, piece, places, boxes) for piece in pieces]
    taken = np.zeros((0, 0), dtype=bool)
    corners: list[tuple[int, int]] = []
    for cover in covers:
        row, column = _least_growth(taken, cover)
        rows, columns = cover.shape
        grown = np.zeros((max(taken.shape[0], row + rows), max(taken.shape[1], column + columns)), dtype=bool)
        grown[: taken.shape[0], : taken.shape[1]] = taken
        grown[row : row + rows, column : column + columns] |= cover
        taken = grown
        corners.append((row, column))
    left, _, down, _ = boxes.T
    for piece, (row, column) in zip(pieces, corners, strict=True):
        low = np.array([(places[piece, 0] - left[piece]).min(), (places[piece, 1] - down[piece]).min()])
        places[piece] += np.array([column, row]) * _CELL - low
    right, up = boxes[:, 1], boxes[:, 3]
    return Layout(places, float((places[:, 0] + right).max()), float((places[:, 1] + up).max()))


def _covered(scene: Scene, piece: list[int], places: Places, boxes: Places) -> NDArray[Any]:
    """Which squares the marks, names and ties of a piece touch, with some air to the right and above."""
    import numpy as np

    left, right, down, up = boxes[piece].T
    x, y = places[piece, 0], places[piece, 1]
    low = np.array([(x - left).min(), (y - down).min()])
    high = np.array([(x + right).max(), (y + up).max()])
    columns, rows = (int(one) for one in np.ceil((high - low + _GAP) / _CELL))
    cover = np.zeros((rows, columns), dtype=bool)
    for i in range(len(piece)):
        begin = np.floor((np.array([y[i] - down[i], x[i] - left[i]]) - low[::-1]) / _CELL).astype(int)
        end = np.ceil((np.array([y[i] + up[i], x[i] + right[i]]) - low[::-1] + _GAP) / _CELL).astype(int)
        cover[max(begin[0], 0) : end[0], max(begin[1], 0) : end[1]] = True
    inside = set(piece)
    steps = np.linspace(0, 1, 64)[:, None]
    for tie in scene.ties:
        if tie.source in inside:
            way = places[tie.source] * (1 - steps) + places[tie.target] * steps - low
            cells = np.floor(way / _CELL).astype(int)
            cover[cells[:, 1], cells[:, 0]] = True
    return cover


def _least_growth(taken: NDArray[Any], cover: NDArray[Any]) -> tuple[int, int]:
    """The row and column at which a cover makes the page grow least, seen as one of a given shape."""
    import numpy as np

    rows, columns = cover.shape
    high, wide = taken.shape
    padded = np.zeros((high + 2 * rows, wide + 2 * columns), dtype=bool)
    padded[:high, :wide] = taken
    hits = np.zeros((high + 1, wide + 1), dtype=bool)
    for row, column in np.argwhere(cover):
        hits |= padded[row : row + high + 1, column : column + wide + 1]
    free = np.argwhere(~hits)
    tall, broad = np.maximum(high, free[:, 0] + rows), np.maximum(wide, free[:, 1] + columns)
    growth = np.maximum(tall * _WIDER_THAN_HIGH, broad) + 0.01 * (tall + broad)
    best = free[np.lexsort((free[:, 1], free[:, 0], np.round(growth, 6)))[0]]
    return int(best[0]), int(best[1])


def _columns(scene: Scene, extents: tuple[Extent, ...]) -> Layout:
    """Two columns; each node stands about where those that it is tied to stand."""
    import numpy as np

    sides = [[i for i, dot in enumerate(scene.dots) if dot.side == side] for side in (0, 1)]
    near: list[list[int]] = [[] for _ in scene.dots]
    for tie in scene.ties:
        near[tie.source].append(tie.target)
        near[tie.target].append(tie.source)
    sides[1].sort(key=lambda i: (-scene.dots[i].ties, i))
    rank = {i: (row + 0.5) / len(side) for side in sides for row, i in enumerate(side)}
    best, fewest = [list(side) for side in sides], None
    for sweep in range(24):
        side = sides[sweep % 2]
        aim = {i: sum(rank[j] for j in near[i]) / len(near[i]) if near[i] else 2.0 for i in side}
        side.sort(key=lambda i: (round(aim[i], 9), rank[i]))
        rank.update({i: (row + 0.5) / len(side) for row, i in enumerate(side)})
        crossed = _crossings(scene, rank)
        if fewest is None or crossed < fewest:
            best, fewest = [list(side) for side in sides], crossed
    steps = [
        max(max(2 * extents[i].half_height, extents[i].name_height) for i in side) + 6 if side else 0 for side in best
    ]
    height = max(step * len(side) for step, side in zip(steps, best, strict=True))
    margins = [max(extents[i].half_width + (extents[i].name_width + 6) for i in side) for side in best]
    places = np.zeros((len(scene.dots), 2))
    for side, x in zip(best, (margins[0], margins[0] + _COLUMN_GAP), strict=True):
        for row, i in enumerate(side):
            places[i] = (x, height * (1 - (row + 0.5) / len(side)))
    return Layout(places, sum(margins) + _COLUMN_GAP, height, columns=True)


def _crossings(scene: Scene, rank: dict[int, float]) -> int:
    """How many pairs of lines cross."""
    import numpy as np

    lines = [
        (rank[tie.source], rank[tie.target])
        if scene.dots[tie.source].side == 0
        else (rank[tie.target], rank[tie.source])
        for tie in scene.ties
    ]
    if not lines:
        return 0
    a, b = np.array(lines).T
    return int((((a[:, None] - a[None, :]) * (b[:, None] - b[None, :])) < -1e-12).sum()) // 2


def fitted(layout: Layout, extents: tuple[Extent, ...], width: float, height: float) -> Places:
    """Stretch or shrink a layout into a rectangle from (0, 0), the marks staying as large as they are."""
    import numpy as np

    if not len(layout.places):
        return layout.places
    if layout.columns:
        x = layout.places[:, 0]
        gap = max(width - (layout.width - _COLUMN_GAP), width * 0.3)
        margin = float(x.min()) * min(1.0, (width - gap) / max(layout.width - _COLUMN_GAP, 1.0))
        new = np.where(x > x.min() + 1, margin + gap, margin)
        return np.stack([new, layout.places[:, 1] * height / layout.height], axis=1)
    across, along = width / max(layout.width, 1.0), height / max(layout.height, 1.0)
    across, along = min(across, along * 1.5, 2.2), min(along, across * 1.5, 2.2)
    middle = np.array([layout.width / 2, layout.height / 2])
    at = (layout.places - middle) * np.array([across, along]) + np.array([width / 2, height / 2])
    named = _apart(at, _boxes(extents, names=True), rounds=120, within=(width, height))
    return _apart(named, _boxes(extents, names=False), rounds=200, within=(width, height))
