"""Elements of HTML, written so that no text can end up as markup, and a table with its headers.

A fragment stands in a page that is not ours, beside others like it. So it brings no style sheet, script or identifier,
fetches nothing, sets neither ground nor ink, and is legible without any style at all. What it writes is XML too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from attrs import frozen

__all__ = ["Markup", "Row", "bulleted", "facts", "joined", "table", "tag"]


@frozen
class Markup:
    """Text that is HTML already; any other is escaped."""

    html: str


Inside = str | Markup
Row = tuple[Inside, Inside]
"""A header and what it is the header of."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What neither XML 1.0 (section 2.2) nor HTML lets a text hold, with the noncharacters of the first plane."""

# Not a colour, but a shade that is seen on a light ground and on a dark one.
_LINE = "1px solid rgba(127, 127, 127, 0.5)"
_CELL = (
    "text-align: left; vertical-align: top; white-space: normal; overflow-wrap: break-word;"
    f" padding: 0.25em 0.9em 0.25em 0; border-bottom: {_LINE};"
)
_STYLES = {
    "table": "border-collapse: collapse; margin: 0.3em 0 0.8em; color: inherit; font-size: inherit;",
    "caption": "caption-side: top; text-align: left; font-weight: bold; color: inherit; padding: 0.3em 0;",
    "th": _CELL,
    "td": _CELL,
    "ul": "margin: 0; padding-left: 1.2em;",
    "pre": "margin: 0.3em 0; padding: 0; overflow-x: auto; color: inherit; background: transparent;",
    "code": "color: inherit; background: transparent; padding: 0;",
    "p": "margin: 0.3em 0;",
}
"""What the style sheets of notebooks would else do their own way: to the right, striped, in grey."""


def tag(name: str, *inside: Inside, style: str = "", **attributes: str) -> Markup:
    """Write one element; what is in it and in its attributes is escaped, except markup."""
    styled = " ".join(filter(None, (_STYLES.get(name, ""), style)))
    given = {**attributes, **({"style": styled} if styled else {})}
    written = "".join(f' {attribute}="{_escaped(value)}"' for attribute, value in given.items())
    return Markup(f"<{name}{written}>{joined(inside).html}</{name}>")


def joined(inside: Iterable[Inside], between: Inside = "") -> Markup:
    """Write several after each other."""
    return Markup(_written(between).join(map(_written, inside)))


def _written(inside: Inside) -> str:
    return inside.html if isinstance(inside, Markup) else _escaped(inside)


def _escaped(text: str) -> str:
    return html.escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text))


def bulleted(items: Sequence[Inside]) -> Inside:
    """Write a list; one alone needs no bullet."""
    return items[0] if len(items) == 1 else tag("ul", *(tag("li", item) for item in items))


def facts(caption: Inside, rows: Iterable[Row]) -> Markup:
    """Write a table of two columns: what it is, and what is said of it."""
    written = [tag("tr", tag("th", name, scope="row"), tag("td", said)) for name, said in rows]
    return tag("table", tag("caption", caption), tag("tbody", *written))


def table(caption: Inside, heads: Sequence[str], rows: Iterable[Sequence[Inside]]) -> Markup:
    """Write a table with a header for each column, whose first cell heads its row."""
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    body = [
        tag("tr", tag("th", row[0], scope="row", style="font-weight: normal;"), *(tag("td", one) for one in row[1:]))
        for row in rows
    ]
    return tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body))
