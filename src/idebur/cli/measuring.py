"""``idebur network``: the measures of a network, as a text, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from idebur.cli.governing import governance_data, governance_lines
from idebur.cli.layouts import Table, called, first_of, number, sector, wrapped
from idebur.cli.reports import as_json
from idebur.graph.measures.summary import OF_NODES, OF_WHOLE, Asking, Summary
from idebur.messages import Lang
from idebur.messages.networking import phrase

if TYPE_CHECKING:
    import networkx as nx

    from idebur.cli.networks import Built

__all__ = ["measured"]

_MOST_ROWS = 40
"""So many nodes are shown in the text."""

_SHOWN = (
    *("degree", "betweenness", "brokerage", "ei", "community", "strength"),
    *("constraint", "closeness", "pagerank", "core", "effective-size"),
)
"""The measures of nodes, those first for which there is to be room on a terminal before the others."""


def measured(form: str, built: Built, graph: nx.Graph[str], summary: Summary | None, lang: Lang, head: str) -> str:
    """Give what was measured of *graph* in one of the forms ``text``, ``json`` and ``csv``; *head* says what it is."""
    return _FORMS[form](built, graph, summary, lang, head)


def _text(built: Built, graph: nx.Graph[str], summary: Summary | None, lang: Lang, head: str) -> str:
    if summary is None:
        return f"{head}\n\n{phrase('empty', lang)}"
    lines = [head, "", *_table(graph, summary, lang), "", phrase("whole", lang)]
    lines += [f"  {OF_WHOLE[name].said(lang)}: {number(value, lang)}" for name, value in summary.whole.items()]
    lines += _missing(summary, lang)
    lines += ["", phrase("governance", lang), ""]
    if built.version == "all":
        return "\n".join([*lines[:-1], f"  {phrase('governance-all', lang)}"])
    return "\n".join([*lines, *governance_lines(built.graph, lang)])


def _table(graph: nx.Graph[str], summary: Summary, lang: Lang) -> list[str]:
    names = called(graph, graph)
    measures = [name for name in OF_NODES if any(name in values for values in summary.nodes.values())]
    measured_nodes: Iterable[tuple[Any, Mapping[str, Any]]] = summary.nodes.items()
    rows = [
        [names[node], sector(graph.nodes[node].get("sector"), lang)]
        + [number(values.get(name), lang) for name in measures]
        for node, values in sorted(measured_nodes, key=lambda one: _order(one[1], names[one[0]]))[:_MOST_ROWS]
    ]
    heads = [phrase("name", lang), phrase("sector", lang), *(OF_NODES[name].said(lang) for name in measures)]
    table = Table.of([heads, *rows], [2 + measures.index(name) for name in _SHOWN if name in measures])
    lines = [*first_of(table.lines, 1 + _MOST_ROWS, 1 + len(summary.nodes), lang, "more-rows"), ""]
    shown = [measures[column - 2] for column in table.kept]
    for name in shown:
        lines += wrapped(phrase(f"means-{name}", lang), f"  {OF_NODES[name].said(lang)}: ", "    ")
    if len(shown) < len(measures):
        dropped = ", ".join(OF_NODES[name].said(lang) for name in measures if name not in shown)
        lines += wrapped(phrase("dropped", lang, measures=dropped), "  ", "    ")
    return lines


def _order(values: Mapping[str, Any], name: str) -> tuple[float, float, str]:
    return -float(values.get("betweenness", 0)), -float(values["degree"]), name


def _missing(summary: Summary, lang: Lang) -> list[str]:
    """Why what is not measured is not, each reason once."""
    by_reason: dict[str, dict[str, None]] = defaultdict(dict)
    measures: Mapping[str, Asking]
    for measures in (OF_NODES, OF_WHOLE):
        for name, measure in measures.items():
            has = name in summary.whole if measures is OF_WHOLE else any(name in row for row in summary.nodes.values())
            if name in summary.missing and not has:
                by_reason[summary.missing[name].kind][measure.said(lang)] = None
    if not by_reason:
        return []
    lines = ["", phrase("missing", lang)]
    for kind, named in by_reason.items():
        lines += wrapped(f"{', '.join(named)}: {phrase(f'why-{kind}', lang)}", "  - ", "    ")
    return lines


def _rows(graph: nx.Graph[str], summary: Summary | None) -> list[dict[str, Any]]:
    def about(node: Any) -> dict[str, Any]:
        said = graph.nodes[node]
        return {name: said[name] for name in ("label", "kind", "sector") if name in said}

    return [] if summary is None else [{"node": node, **about(node), **row} for node, row in summary.nodes.items()]


def _json(built: Built, graph: nx.Graph[str], summary: Summary | None, lang: Lang, head: str) -> str:  # noqa: ARG001 - one form for all
    missing = {} if summary is None else summary.missing
    return as_json(
        {
            **graph.graph,
            **({} if built.version is None else {"version": built.version}),
            "nodes": _rows(graph, summary),
            "network": {} if summary is None else dict(summary.whole),
            "missing": {name: {"kind": one.kind, "why": one.why} for name, one in missing.items()},
            "governance": {} if built.version == "all" else governance_data(built.graph),
        }
    )


def _csv(built: Built, graph: nx.Graph[str], summary: Summary | None, lang: Lang, head: str) -> str:  # noqa: ARG001 - one form for all
    text = io.StringIO()
    writer = csv.DictWriter(text, ["node", "label", "kind", "sector", *OF_NODES], lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(graph, summary))
    return text.getvalue().rstrip("\n")


_FORMS: Mapping[str, Callable[[Any, Any, Any, Lang, str], str]] = {"text": _text, "json": _json, "csv": _csv}
