"""How kinds and sectors look where a format draws: a shape for the kind of a node, a colour for its sector.

The colours are those of Okabe and Ito, which people with any colour vision tell apart, mixed with white so that black
letters read well on them. A sector that is none of the four gets one of the colours that are left, in the order of the
words; a node without a sector is white.

Source: M. Okabe, K. Ito, "Color Universal Design", 2008.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

__all__ = ["Look", "colours", "look"]

_SECTORS: Final[Mapping[str, str]] = {
    "public": "#99c7e0",
    "civil-society": "#f5d999",
    "business": "#99d8c7",
    "academia": "#ebc9dc",
}
_LEFT: Final = ("#f7f099", "#ee9f99", "#bbe1f6", "#cccccc")


@frozen
class Look:
    """The shape of a kind of node, as Graphviz calls it, and the brackets that make it in Mermaid."""

    dot: str
    opening: str
    closing: str


_PLAIN: Final = Look("box", "[", "]")
_ROUND: Final = Look("tab", "(", ")")
_HUB: Final = Look("hexagon", "{{", "}}")
_SET: Final = Look("folder", "([", "])")
_PAPER: Final = Look("note", "[/", "/]")
_STEP: Final = Look("cds", ">", "]")

_KINDS: Final[Mapping[str, Look]] = {
    "agreement": Look("box3d", "[[", "]]"),
    "body": _HUB,
    "seat": Look("ellipse", "((", "))"),
    "office": Look("component", "([", "])"),
    "class": _SET,
    "group": _SET,
    "sector": _SET,
    "unit": _ROUND,
    "strategy": _PAPER,
    "document": _PAPER,
    "routine": _STEP,
    "procedure": _STEP,
    "event": _STEP,
}


def look(kind: object) -> Look:
    """How a node of *kind* looks: a box, where nothing else is agreed on."""
    return _KINDS.get(kind, _PLAIN) if isinstance(kind, str) else _PLAIN


def colours(sectors: Iterable[str]) -> Mapping[str, str]:
    """A colour for each of the *sectors* that occur.

    >>> colours(["public", "cooperative"])
    {'cooperative': '#f7f099', 'public': '#99c7e0'}
    """
    occurring = sorted(set(sectors))
    others = [sector for sector in occurring if sector not in _SECTORS]
    found = {sector: _LEFT[number % len(_LEFT)] for number, sector in enumerate(others)}
    return {sector: _SECTORS.get(sector) or found[sector] for sector in occurring}
