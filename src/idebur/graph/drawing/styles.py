"""What tells one thing from another in a picture: sectors by colour and shape, edges by the pattern of their line.

The colours are those of Okabe & Ito, *Color Universal Design* (2008), which people with any of the common forms of
colour blindness tell apart; nothing is told by colour alone. Lines are in tones of grey, so that colour always means a
sector.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin

from attrs import frozen

__all__ = ["AGREEMENT", "BODY", "COLLECTIVE", "FAMILIES", "HUBS", "OTHER", "Family", "Look", "family_of", "look_of"]

Point = tuple[float, float]
Outline = tuple[Point, ...]


def _regular(corners: int, turned: float = 0.0, size: float = 1.0) -> Outline:
    """A regular polygon whose first corner points up, turned by so many of its own angles."""
    step = 2 * pi / corners
    return tuple(
        (size * cos(pi / 2 + (i + turned) * step), size * sin(pi / 2 + (i + turned) * step)) for i in range(corners)
    )


def _star(points: int, inner: float = 0.45) -> Outline:
    outer, within = _regular(points, size=1.2), _regular(points, 0.5, size=1.2 * inner)
    return tuple(point for pair in zip(outer, within, strict=True) for point in pair)


@frozen
class Look:
    """How a node is drawn: the outline about (0, 0) with a radius of about 1, and the colour that fills it."""

    shape: str
    outline: Outline
    colour: str


CIRCLE = _regular(48)
_SQUARE = _regular(4, 0.5, 1.25)

_SECTORS: Mapping[str, Look] = {
    "public": Look("square", _SQUARE, "#0072B2"),
    "civil-society": Look("circle", CIRCLE, "#E69F00"),
    "business": Look("diamond", _regular(4, size=1.25), "#009E73"),
    "academia": Look("triangle", _regular(3, size=1.3), "#CC79A7"),
}
_SHAPES = (
    ("pentagon", _regular(5, size=1.1)),
    ("triangle-down", _regular(3, 0.5, 1.3)),
    ("star", _star(5)),
    ("octagon", _regular(8, 0.5, 1.08)),
    ("cross", _star(4, 0.4)),
)
_COLOURS = ("#D55E00", "#56B4E9", "#F0E442", "#000000")
_NO_SECTOR = Look("hexagon", _regular(6, size=1.1), "#BBBBBB")

BODY = "#FFFFFF"
AGREEMENT = "#FFF7C2"
HUBS: Mapping[str, str] = {"body": BODY, "agreement": AGREEMENT}
"""The kinds that are drawn as a box with the name inside, and what fills it."""

COLLECTIVE = frozenset({"class", "group", "sector"})
"""The kinds that stand for several actors at once: their shape is hollow."""

_WHITE = "#FFFFFF"
OTHER: Mapping[str, Look] = {
    "seat": Look("triangle-down", _regular(3, 0.5, 1.2), _WHITE),
    "office": Look("triangle", _regular(3, size=1.2), _WHITE),
    "strategy": Look("page-wide", ((-1.2, -0.75), (1.2, -0.75), (1.2, 0.75), (-1.2, 0.75)), _WHITE),
    "document": Look("page", ((-0.75, -1.1), (0.75, -1.1), (0.75, 0.6), (0.25, 1.1), (-0.75, 1.1)), _WHITE),
    "aim": Look("star", _star(5), _WHITE),
    "principle": Look("diamond", _regular(4, size=1.2), _WHITE),
    "commitment": Look("cross", _star(4, 0.4), _WHITE),
    "level": Look("trapezium", ((-1.2, -0.8), (1.2, -0.8), (0.6, 0.8), (-0.6, 0.8)), _WHITE),
    "routine": Look("circle", CIRCLE, _WHITE),
    "procedure": Look("slanted", ((-1.3, -0.7), (0.7, -0.7), (1.3, 0.7), (-0.7, 0.7)), _WHITE),
    "resource": Look("pentagon", _regular(5, size=1.1), _WHITE),
    "event": Look("star-6", _star(6, 0.6), _WHITE),
    "conclusion": Look("octagon", _regular(8, 0.5, 1.08), _WHITE),
}
"""The kinds that are no actors."""


def look_of(kind: str, sector: str, sectors: tuple[str, ...]) -> Look:
    """How a node of this kind and sector is drawn; *sectors* are all that there are, in order, so that none look alike.

    >>> look_of("organisation", "public", ("public",)).shape
    'square'
    >>> look_of("organisation", "media", ("media", "public")).shape
    'pentagon'
    """
    if kind in OTHER:
        return OTHER[kind]
    if not sector:
        return _NO_SECTOR
    if sector in _SECTORS:
        return _SECTORS[sector]
    at = [one for one in sectors if one not in _SECTORS].index(sector)
    name, outline = _SHAPES[at % len(_SHAPES)]
    return Look(name, outline, _COLOURS[at % len(_COLOURS)])


@frozen
class Family:
    """Kinds of edge that say the same sort of thing and share a line.

    *dashes* are lengths of line and gap in points (none: a whole line); *length* is how long such a tie wants to be,
    so that those who sit in a body come to lie about it.
    """

    name: str
    kinds: frozenset[str]
    dashes: tuple[float, ...]
    tone: str
    width: float = 1.0
    length: float = 1.0


def _family(name: str, kinds: str, dashes: tuple[float, ...], tone: str, width: float, length: float) -> Family:
    return Family(name, frozenset(kinds.split()), dashes, tone, width, length)


FAMILIES = (
    _family(
        "sitting", "seated-in has-seat seat-of sits-in holds-office may-chair reserve-for", (), "#222222", 1.3, 1.0
    ),
    _family("parties", "party-to signed joined endorses observes co-opted-to holds-original", (), "#999999", 1.0, 1.4),
    _family("appointing", "appoints elects nominates selects approves", (7, 2.5), "#222222", 1.1, 1.2),
    _family("choosing", "drawn-from comes-with counted-in balanced-between", (2.2, 1.6), "#777777", 1.0, 1.2),
    _family("speaking", "represents speaks signs held-through", (7, 2, 1.2, 2), "#222222", 1.1, 1.1),
    _family("belonging", "part-of member-of office-of belongs-to inside", (1.2, 1.8), "#222222", 1.2, 0.9),
    _family("owing", "owes owed-to", (4.5, 3), "#777777", 1.0, 1.6),
    _family("reporting", "reports-to", (9, 2, 1.2, 2, 1.2, 2), "#222222", 1.0, 1.2),
    _family(
        "guiding",
        "governs guided-by aims-at ranks under serves governing guiding inspiring",
        (12, 3),
        "#777777",
        1.0,
        1.2,
    ),
    _family(
        "sources",
        "about after annex-of asserts based-on derives-from easy-read-of fallback-for follows-timeline-of has-text "
        "inspired-by known-through lays-down like limited-by localises made may-be-same-as preceded-by refers-to "
        "replaces rests-on revises reworks same-as to-be-related-to translation-of",
        (1.2, 3.5),
        "#777777",
        1.2,
        1.3,
    ),
)
_ACTING = Family("acting", frozenset(), (4, 1.5, 1.2, 1.5), "#777777", 1.0, 1.5)
_TIE = Family("tie", frozenset(), (), "#666666", 0.9, 1.0)
_BY_KIND = {kind: family for family in FAMILIES for kind in family.kinds}


def family_of(kind: str) -> Family:
    """The line by which a kind of edge is drawn; what an actor does to a thing, and all that is new, share one.

    >>> family_of("elects").name
    'appointing'
    >>> family_of("convenes").name, family_of("").name
    ('acting', 'tie')
    """
    if not kind:
        return _TIE
    return _BY_KIND.get(kind, _ACTING)
