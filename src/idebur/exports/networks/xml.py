"""XML as text: each piece is escaped so that a reader gets back exactly what was given, line ends and tabs too.

Source: W3C, Extensible Markup Language (XML) 1.0, Fifth Edition, 2008, sections 2.11 and 3.3.3: a reader turns a
carriage return into a line end, and white space in an attribute into spaces, unless they are written as references.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from idebur.exports.networks.plain import Plain

__all__ = ["HEAD", "content", "tag", "written"]

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

_CONTENT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def content(text: str) -> str:
    """The *text* as it stands between two tags."""
    return text.translate(_CONTENT)


def tag(name: str, attributes: Mapping[str, str | None], *, empty: bool = False) -> str:
    """An opening tag, or one that closes itself; attributes that are ``None`` are left out.

    >>> tag("node", {"id": "a & b", "label": None}, empty=True)
    '<node id="a &amp; b"/>'
    """
    inside = "".join(f' {key}="{text.translate(_ATTRIBUTE)}"' for key, text in attributes.items() if text is not None)
    return f"<{name}{inside}{'/' if empty else ''}>"


def written(value: Plain) -> str:
    """A value as XML Schema writes it: ``true``, ``0.5``, ``-INF``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return {"inf": "INF", "-inf": "-INF"}.get(repr(value), repr(value))
    return str(value)
