"""Graphs in the formats of other programs, one per module: :func:`write` to files, :func:`dumps` to text.

What all formats have in common stands in :mod:`idebur.exports.networks.plain`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from idebur.errors import UnknownKey, Unwritable
from idebur.exports.networks import cytoscape, dot, gexf, graphml, mermaid, node_link
from idebur.exports.networks.tabular import PARTS, csv_text, parquet_bytes
from idebur.messages import Lang
from idebur.placing import place

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMATS", "Format", "dumps", "format_of", "write"]

Writer = Callable[["nx.Graph[Any]"], str | bytes]


@frozen
class Format:
    """A format: how its files end, what writes it, and who reads it."""

    name: str
    suffix: str
    writers: Mapping[str, Writer]
    """What writes each of its files: one under the name ``""``, or several, each under the name of a part."""

    reads: Mapping[Lang, str]
    """Which programs read it, in Swedish and English."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its files, where it is several; else nothing."""
        return tuple(name for name in self.writers if name)


def _format(name: str, suffix: str, writers: Writer | Mapping[str, Writer], sv: str, en: str) -> Format:
    return Format(name, suffix, writers if isinstance(writers, Mapping) else {"": writers}, {"sv": sv, "en": en})


FORMATS: Mapping[str, Format] = {
    known.name: known
    for known in (
        _format(
            "csv",
            ".csv",
            {part: partial(csv_text, part=part) for part in PARTS},
            "Kalkylprogram, R, pandas och databaser: en tabell med punkter och en med samband.",
            "Spreadsheets, R, pandas and databases: one table of nodes and one of edges.",
        ),
        _format(
            "cytoscape",
            ".cyjs",
            cytoscape.dumps,
            "Cytoscape och Cytoscape.js, för bilder i webbläsaren.",
            "Cytoscape and Cytoscape.js, for pictures in the browser.",
        ),
        _format(
            "dot",
            ".dot",
            dot.dumps,
            "Graphviz, som ritar nätverket (dot -Tsvg).",
            "Graphviz, which draws the network (dot -Tsvg).",
        ),
        _format("gexf", ".gexf", gexf.dumps, "Gephi.", "Gephi."),
        _format(
            "gexf-dynamic",
            ".dynamic.gexf",
            gexf.dumps_dynamic,
            "Gephi, med tidslinje: när varje punkt och samband börjar och slutar gälla.",
            "Gephi, with its timeline: when each node and edge begins and ends.",
        ),
        _format(
            "graphml",
            ".graphml",
            graphml.dumps,
            "De flesta program för nätverk: igraph, Gephi, yEd, Cytoscape, networkx.",
            "Most programs for networks: igraph, Gephi, yEd, Cytoscape, networkx.",
        ),
        _format(
            "mermaid",
            ".mmd",
            mermaid.dumps,
            "GitHub, GitLab, Obsidian och många wikier, som ritar det direkt i en sida; för små nätverk.",
            "GitHub, GitLab, Obsidian and many wikis, which draw it right in a page; for small networks.",
        ),
        _format(
            "node-link",
            ".json",
            node_link.dumps,
            "networkx och D3.",
            "networkx and D3.",
        ),
        _format(
            "parquet",
            ".parquet",
            {part: partial(parquet_bytes, part=part) for part in PARTS},
            "DuckDB, polars, pandas, Arrow och Spark: en tabell med punkter och en med samband, med datatyper.",
            "DuckDB, polars, pandas, Arrow and Spark: one table of nodes and one of edges, with their types.",
        ),
    )
}
"""Every format by name, sorted."""


def format_of(name: str | os.PathLike[str], format: str | None = None) -> Format:  # noqa: A002 — what the user calls it
    """The format called *format*, or the one that the file *name* ends like; the longest ending counts.

    Raises:
        UnknownKey: there is no such format.

    >>> format_of("network.dynamic.gexf").name, format_of("network.txt", "dot").name
    ('gexf-dynamic', 'dot')
    """
    if format is not None:
        if format not in FORMATS:
            raise UnknownKey(format, "format", tuple(FORMATS))
        return FORMATS[format]
    file = Path(name).name.casefold()
    ending = [known for known in FORMATS.values() if file.endswith(known.suffix)]
    if not ending:
        raise UnknownKey(Path(file).suffix or file, "format by its ending", tuple(f.suffix for f in FORMATS.values()))
    return max(ending, key=lambda known: len(known.suffix))


def dumps(graph: nx.Graph[Any], format: str, part: str | None = None) -> str | bytes:  # noqa: A002 — as above
    """Write *graph* in the *format*; of one that is several tables, the *part* (``nodes`` or ``edges``).

    Raises:
        UnknownKey: there is no such format, or no such part of it.
        Unwritable: an attribute is no plain value, the format cannot hold so much, or no part is named.
        MissingExtra: what writes the format is not installed.
    """
    known = format_of("", format)
    if part is None and known.parts:
        raise Unwritable(
            f"{format} is {len(known.parts)} tables and not one text: name the part ({' or '.join(known.parts)}), or "
            f"write it to a file"
        )
    if (part or "") not in known.writers:
        raise UnknownKey(str(part), f"part of {format}", known.parts)
    return known.writers[part or ""](graph)


def write(
    graph: nx.Graph[Any],
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002 — as above
) -> tuple[Path, ...]:
    """Write *graph* to a file, in the *format* or else the one that *path* ends like, and tell what was written.

    A format of two tables makes two files: ``network.csv`` becomes ``network.nodes.csv`` and ``network.edges.csv``.
    Everything is made before anything that is there is replaced, so a failure loses nothing.

    Raises:
        UnknownKey: there is no such format.
        Unwritable: an attribute is no plain value, or the format cannot hold so much.
        MissingExtra: what writes the format is not installed.
        OSError: the file cannot be written.
    """
    target = Path(path)
    known = format_of(target, format)
    contents: dict[Path, bytes] = {}
    for part, writer in known.writers.items():
        made = writer(graph)
        contents[_named(target, part)] = made if isinstance(made, bytes) else made.encode("utf-8")
    place(contents)
    return tuple(contents)


def _named(target: Path, part: str) -> Path:
    return target.with_name(f"{target.stem}.{part}{target.suffix}") if part else target
