"""The page itself: one file of HTML with its style, its programs and its data inside, that asks nothing of any network.

The picture is drawn by Cytoscape.js (Franz and others, "Cytoscape.js: a graph theory library for visualisation and
analysis", Bioinformatics 32(2), 2016), whose licence and version stand beside it in the folder ``cytoscape``.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from idebur.exports.page.contents import contents, phrase
from idebur.messages import Lang
from idebur.placing import place

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["page", "write_page"]

_PARTS = ("places", "labels", "signs", "picture", "saving", "page")
_SCRIPTS = ("cytoscape/cytoscape.min.js", *(f"{name}.js" for name in _PARTS))
_STYLES = ("page.css",)
# Cytoscape.js makes a style element of this name where there is none; one made at run time would need an open policy.
_CONTAINER_STYLE_ID = "__________cytoscape_stylesheet"
_CONTAINER_STYLE = ".__________cytoscape_container { position: relative; }"
_HOLE = re.compile(r"\{\{([a-z:-]+)\}\}")


def page(graph: nx.Graph[Any], *, title: str | None = None, lang: Lang = "en") -> str:
    """Show *graph* as one HTML page that holds all it needs.

    Any networkx graph is shown, directed or not; what it says is read from the attributes that
    ``idebur.graph.building.build`` writes. *lang* is the language of the page's own words: labels are in the language
    that the graph was built in. Without a *title* the agreements in it are named.

    The same graph always gives the same text, and the same picture wherever it is opened. Made for what a person can
    look through: some hundreds of nodes; a few thousand still open, in seconds.
    """
    data = contents(graph, lang)
    heading = title if title is not None else _title(graph, lang)
    scripts = [_part(name) for name in _SCRIPTS]
    styles = [_part(name) for name in _STYLES]
    filled = {
        "lang": lang,
        "title": html.escape(heading),
        "size": html.escape(_size(graph, lang)),
        "policy": html.escape(_policy(scripts, [_CONTAINER_STYLE, *styles])),
        "styles": f'<style id="{_CONTAINER_STYLE_ID}">{_CONTAINER_STYLE}</style>\n'
        + "\n".join(f"<style>{text}</style>" for text in styles),
        "scripts": "\n".join(f"<script>{text}</script>" for text in scripts),
        "data": _embedded({"title": heading} | data),
    }

    def fill(hole: re.Match[str]) -> str:
        kind, _, name = hole[1].partition(":")
        return html.escape(phrase(name, lang)) if name else filled[kind]

    return _HOLE.sub(fill, _part("page.html"))


def write_page(graph: nx.Graph[Any], path: str | Path, *, title: str | None = None, lang: Lang = "en") -> None:
    """Write the page of *graph* (see :func:`page`) to a file, in UTF-8.

    Raises:
        OSError: the file cannot be written.
    """
    place({Path(path): page(graph, title=title, lang=lang).encode("utf-8")})


def _part(name: str) -> str:
    return files("idebur.exports.page").joinpath(*name.split("/")).read_text(encoding="utf-8")


def _embedded(data: dict[str, Any]) -> str:
    """Write JSON that HTML takes for text: without "<", no ``</script`` or ``<!--`` can end or change the element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=str)
    for letter in "<>&\u2028\u2029":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return written


def _policy(scripts: list[str], styles: list[str]) -> str:
    """The content security policy (W3C, CSP Level 3): nothing may be fetched, and only our own programs run."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashes(texts: list[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _title(graph: nx.Graph[Any], lang: Lang) -> str:
    keys = [key.strip() for key in str(graph.graph.get("agreements", "")).split(",") if key.strip()]
    names = [str(graph.nodes.get(f"agreement/{key}", {}).get("label", key)) for key in keys]
    return "; ".join(names) or phrase("untitled", lang)


def _size(graph: nx.Graph[Any], lang: Lang) -> str:
    nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
    told = [
        phrase(
            "size",
            lang,
            nodes=phrase("node" if nodes == 1 else "nodes", lang, n=nodes),
            edges=phrase("edge" if edges == 1 else "edges", lang, n=edges),
        )
    ]
    if day := graph.graph.get("day"):
        told.append(phrase("day", lang, day=day))
    return " ".join(told)
