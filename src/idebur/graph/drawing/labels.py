"""Names that neither lie on each other nor leave the picture.

Each name is tried in many places about its mark and in several widths; one that lies on another name or another mark,
or leaves the picture, is refused, and of the rest the one that hides fewest lines is taken. The best connected nodes
choose first. A name that finds no place may move one that is in its way to another of its places; if that is not
enough it is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Measure", "Name", "Place", "Wish", "named", "wrapped"]

Measure = Callable[[str, float, bool], tuple[float, float]]
"""The width and height, in points, of a text of several lines in a size of type, bold or not."""

Box = tuple[float, float, float, float]
LONGEST_WORD = 26
MOST_LINES = 4
MOST_TRIED = 500
_PAD = 1.2


def wrapped(text: str, width: int, lines: int = MOST_LINES) -> tuple[str, ...]:
    """Break a text into lines of about *width* characters, between words where it can be done.

    A text that needs more than *lines* gets wider lines, up to twice the width; what then is left is cut with "…".

    >>> wrapped("Nätverket Idéburet Blekinge", 14)
    ('Nätverket', 'Idéburet', 'Blekinge')
    >>> wrapped("Samverkansorganisationernas", 14)
    ('Samverkansorganisationern-', 'as')
    """
    words = []
    for word in text.split():
        rest = word
        while len(rest) > LONGEST_WORD:
            words.append(rest[: LONGEST_WORD - 1] + "-")
            rest = rest[LONGEST_WORD - 1 :]
        words.append(rest)
    rows = _filled(words, width)
    for wide in (round(width * 1.5), width * 2):
        if len(rows) > lines:
            rows = _filled(words, wide)
    if len(rows) <= lines:
        return tuple(rows)
    return (*rows[: lines - 1], rows[lines - 1].rstrip(" -") + " …")


def _filled(words: Sequence[str], width: int) -> list[str]:
    rows: list[str] = []
    for word in words:
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows or [""]


@frozen
class Name:
    """A name in one of the ways of breaking it, with its size in points."""

    text: str
    width: float
    height: float


@frozen
class Place:
    """Where a name has been put: its middle, and to which side of its mark it leans (-1 left, 1 right)."""

    name: Name
    x: float
    y: float
    leans: int = 0

    @property
    def box(self) -> Box:
        """Left, bottom, right, top, with a little air."""
        half_width, half_height = self.name.width / 2 + _PAD, self.name.height / 2 + _PAD
        return (self.x - half_width, self.y - half_height, self.x + half_width, self.y + half_height)


@frozen
class Wish:
    """What asks for a name: the mark (its middle and half its size), the names in the order of preference.

    *within*: the name stands in the mark. *on*: the only places that it can have, such as points along a line.
    *towards*: the side that it should be on, -1 left and 1 right.
    """

    x: float
    y: float
    half_width: float
    half_height: float
    names: tuple[Name, ...]
    within: bool = False
    on: tuple[tuple[float, float], ...] = ()
    towards: int = 0


def named(wishes: Sequence[Wish], marks: Any, lines: Any, size: tuple[float, float]) -> tuple[Place | None, ...]:
    """Give each wish, the most important first, a place or none.

    *marks* are the boxes of all marks (left, bottom, right, top), the first of them those of the wishes in their order;
    *lines* are points that lie on lines; *size* is that of the picture, which begins at (0, 0). No picture has room for
    more than some hundred names: only the first :data:`MOST_TRIED` are tried.
    """
    return _Names(wishes, marks, lines, size).placed()


class _Names:
    """Names on their way to their places."""

    def __init__(self, wishes: Sequence[Wish], marks: NDArray[Any], lines: NDArray[Any], size: tuple[float, float]):
        import numpy as np

        self.wishes, self.marks, self.lines, self.size = wishes, marks, lines, size
        self.places: list[Place | None] = [None] * len(wishes)
        self.boxes = np.full((len(wishes), 4), np.inf)  # a name without a place lies nowhere
        self._possible: dict[int, list[Place]] = {}

    def placed(self) -> tuple[Place | None, ...]:
        for i in range(min(len(self.wishes), MOST_TRIED)):
            free = next((place for place in self.possible(i) if not self.under(place, i)), None)
            if free is not None:
                self.put(i, free)
            else:
                self.make_room(i)
        return tuple(self.places)

    def put(self, i: int, place: Place) -> None:
        self.places[i] = place
        self.boxes[i] = place.box

    def under(self, place: Place, i: int) -> list[int]:
        """Which other names a place lies on."""
        return [int(j) for j in _overlapping(place.box, self.boxes) if j != i]

    def possible(self, i: int) -> list[Place]:
        """The places of a name that lie in the picture and on no other mark, the best first."""
        if i not in self._possible:
            self._possible[i] = [place for _, _, place in sorted(self._judged(i), key=lambda one: one[:2])]
        return self._possible[i]

    def make_room(self, i: int) -> None:
        """Move the one name that is in the way of a place, where it has another place to go to."""
        for place in self.possible(i):
            blocking = self.under(place, i)
            if len(blocking) != 1 or self.wishes[blocking[0]].within:
                continue
            (other,) = blocking
            old = self.places[other]
            self.put(i, place)
            new = next((one for one in self.possible(other) if not self.under(one, other)), None)
            if new is not None:
                self.put(other, new)
                return
            self.places[i] = None
            self.boxes[i] = float("inf")
            assert old is not None  # noqa: S101 - it was in the way
            self.put(other, old)

    def _judged(self, i: int) -> Iterator[tuple[float, int, Place]]:
        wish = self.wishes[i]
        for order, place in enumerate(_tried(wish)):
            left, low, right, high = place.box
            if left < 0 or low < 0 or right > self.size[0] or high > self.size[1]:
                continue
            if not wish.within and any(j != i or wish.on for j in _overlapping(place.box, self.marks)):
                continue
            hidden = 0
            if not wish.within and not wish.on and len(self.lines):
                x, y = self.lines[:, 0], self.lines[:, 1]
                hidden = int(((x > left) & (x < right) & (y > low) & (y < high)).sum())
            yield order * 0.35 + hidden, order, place


def _tried(wish: Wish) -> Iterator[Place]:
    """The places to try, the best first."""
    for name in wish.names:
        if wish.within:
            yield Place(name, wish.x, wish.y)
            continue
        if wish.on:
            yield from (Place(name, x, y) for x, y in wish.on)
            continue
        for gap in (2.0, 8.0):
            aside = wish.half_width + gap + name.width / 2 + _PAD
            along = wish.half_height + gap + name.height / 2 + _PAD
            corner = name.width / 2 + wish.half_width * 0.6
            ways: tuple[tuple[float, float], ...] = (
                (0, -along),
                (aside, 0),
                (0, along),
                (-aside, 0),
                (corner, -along),
                (-corner, -along),
                (corner, along),
                (-corner, along),
                (aside, -name.height / 2),
                (-aside, -name.height / 2),
                (aside, name.height / 2),
                (-aside, name.height / 2),
            )
            if wish.towards:
                ways = ((wish.towards * aside, 0), *ways)
            for dx, dy in ways:
                beside = abs(dx) > wish.half_width + name.width / 2
                yield Place(name, wish.x + dx, wish.y + dy, leans=(1 if dx > 0 else -1) if beside else 0)


def _overlapping(box: Box, boxes: NDArray[Any]) -> Any:
    import numpy as np

    left, low, right, high = box
    return np.flatnonzero((boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < high) & (boxes[:, 3] > low))
