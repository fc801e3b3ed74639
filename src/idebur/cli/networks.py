"""``idebur graph | network | draw``: agreements as a network, told, measured, written and drawn."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from idebur.cli.languages import of_messages
from idebur.cli.leaving import UNREADABLE, USAGE, Leaving, show
from idebur.cli.reports import as_json
from idebur.errors import MissingExtra, NotationError, UnknownKey, Unreadable, Unwritable
from idebur.files import read_all
from idebur.graph import NODES, build, look_alikes
from idebur.graph.projections import PROJECTIONS, project
from idebur.graph.times import dated
from idebur.messages import Lang
from idebur.messages.networking import phrase

if TYPE_CHECKING:
    import networkx as nx

    from idebur.graph.measures.summary import Summary

__all__ = ["draw", "graph", "network"]

PAGE = "html"
"""The format that is a page to look around in, beside those of other programs."""


def graph(
    paths: Sequence[str],
    *,
    day: str | None,
    version: str | None,
    projection: str | None,
    form: str | None,
    target: str | None,
    lang: str | None,
) -> None:
    """Tell the network of agreements in short, or write it in the format of another program.

    Raises:
        Leaving: something cannot be read or written, is not installed, or is asked for in a way that makes no sense.
    """
    spoken = of_messages(lang)
    found = _built(paths, day, version, projection, spoken)
    if form is None and target is None:
        show(_told(found, spoken))
    elif target is None:
        show(_text(found, str(form), spoken).rstrip("\n"))
    else:
        _write(found, target, form, spoken)


def network(
    paths: Sequence[str],
    *,
    day: str | None,
    version: str | None,
    projection: str,
    form: str,
    lang: str | None,
) -> None:
    """Measure the network of agreements, node by node and as a whole.

    Raises:
        Leaving: as :func:`graph`.
    """
    from idebur.graph.measures.summary import summarise

    spoken = of_messages(lang)
    whole = _built(paths, day, version, None, spoken)
    found = project(whole, projection)
    summary = summarise(found) if len(found) else None
    show(_MEASURED[form](whole, found, summary, spoken))


def draw(
    paths: Sequence[str],
    *,
    day: str | None,
    version: str | None,
    projection: str | None,
    target: str,
    title: str | None,
    lang: str | None,
) -> None:
    """Draw the network of agreements to a picture, or to a page to look around in.

    Raises:
        Leaving: as :func:`graph`.
    """
    spoken = of_messages(lang)
    found = _built(paths, day, version, projection, spoken)
    _writing(lambda: _drawn(found, Path(target), title, spoken), target, spoken)


# --- the graph that is meant ---


def _built(
    paths: Sequence[str], day: str | None, version: str | None, projection: str | None, lang: Lang
) -> nx.MultiDiGraph[str]:
    if day is not None and version is not None:
        raise Leaving(USAGE, phrase("day-or-version", lang))
    try:
        readings = read_all(*paths)
    except Unreadable as unreadable:
        raise Leaving(UNREADABLE, "\n\n".join(fault.told(lang) for fault in unreadable.faults)) from None
    keys = Counter(reading.agreement.agreement for reading in readings)
    for key, times in keys.items():
        if times > 1:
            raise Leaving(UNREADABLE, phrase("same-key", lang, key=key))
    try:
        found = build(*readings, on=day, version=version, lang=lang)
    except UnknownKey as unknown:
        known = ", ".join(one for one in unknown.known if one != "all")
        said = phrase("unknown-version", lang, found=unknown.key, known=known) if known else phrase("no-versions", lang)
        raise Leaving(USAGE, said) from None
    except (NotationError, ValueError):
        raise Leaving(USAGE, phrase("not-a-day", lang, found=day)) from None
    if day is not None:
        everything = dated(build(*readings, version="all"))
        found.graph["first"] = "" if everything is None else everything[0].isoformat()
    return found if projection is None else project(found, projection)  # type: ignore[return-value]  # told alike


# --- told ---


def _told(graph: nx.Graph[str], lang: Lang) -> str:
    lines = _heads(graph, lang)
    for name, kinds in (
        ("nodes", Counter(_kind_of_node(said, lang) for _, said in graph.nodes(data=True))),
        ("edges", Counter(str(said.get("label", said.get("kind", "–"))) for *_, said in graph.edges(data=True))),
    ):
        if kinds and "projection" not in graph.graph:
            lines += ["", phrase(name, lang), *_counted(kinds)]
    if "projection" in graph.graph:
        lines += ["", *_ties(graph)]
    alike = look_alikes(graph)
    if alike:
        labels = graph.nodes(data="label")
        lines += ["", phrase("alike", lang), *(f"  {labels[one.one]} – {labels[one.other]}" for one in alike)]
        lines.append(phrase("alike-how", lang))
    return "\n".join(lines)


def _heads(graph: nx.Graph[str], lang: Lang) -> list[str]:
    about = graph.graph
    sizes = {"nodes": len(graph), "edges": graph.number_of_edges()}
    lines = [phrase("head", lang, agreements=about["agreements"], **sizes)]
    if "day" in about:
        lines.append(phrase("day", lang, day=about["day"]))
        uncertain = sum(said.get("certain") is False for *_, said in graph.edges(data=True))
        if uncertain:
            lines.append(phrase("uncertain", lang, n=uncertain))
        if about.get("first") and about["day"] < about["first"]:
            lines.append(phrase("nothing-yet", lang, day=about["day"], first=about["first"]))
    if "projection" in about:
        named = PROJECTIONS[about["projection"]]
        lines.append(phrase("projection", lang, name=named.name, rule=named.rule[lang]))
        lines.append(phrase("counts", lang, counts=named.counts[lang]))
    return lines


def _counted(kinds: Counter[str]) -> list[str]:
    width = max(len(str(count)) for count in kinds.values())
    return [f"  {count:>{width}}  {kind}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))]


def _kind_of_node(said: Mapping[str, Any], lang: Lang) -> str:
    kind = str(said.get("kind"))
    return NODES[kind].said(lang) if kind in NODES else kind


def _ties(graph: nx.Graph[str]) -> list[str]:
    labels = {node: str(label or node) for node, label in graph.nodes(data="label")}
    arrow = "→" if graph.is_directed() else "–"
    ties = [
        (said.get("weight", 1), f"{labels[source]} {arrow} {labels[target]}", str(said.get("label", "")))
        for source, target, said in graph.edges(data=True)
    ]
    width = max((len(str(weight)) for weight, *_ in ties), default=1)
    return [
        f"  {weight:>{width}}  {tie}{f' ({label})' if label else ''}"
        for weight, tie, label in sorted(ties, key=lambda one: (-one[0], one[1:]))
    ]


# --- written ---


def _text(graph: nx.Graph[str], form: str, lang: Lang) -> str:
    from idebur.exports.networks import FORMATS, dumps

    if form == PAGE:
        from idebur.exports.page import page

        return page(graph, lang=lang)
    if FORMATS[form].parts or form == "parquet":
        raise Leaving(USAGE, phrase("needs-file", lang, format=form))
    made: list[str] = []
    _writing(lambda: made.append(str(dumps(graph, form))), "-", lang, quiet=True)
    return made[0]


def _write(graph: nx.Graph[str], target: str, form: str | None, lang: Lang) -> None:
    from idebur.exports.networks import FORMATS, format_of, write

    def written() -> tuple[Path, ...]:
        if form == PAGE or (form is None and Path(target).suffix.casefold() in {".html", ".htm"}):
            from idebur.exports.page import write_page

            write_page(graph, target, lang=lang)
            return (Path(target),)
        try:
            format_of(target, form)
        except UnknownKey:
            endings = ", ".join([one.suffix for one in FORMATS.values()] + [".html"])
            raise Leaving(USAGE, phrase("unknown-ending", lang, path=target, endings=endings)) from None
        return write(graph, target, form)

    _writing(written, target, lang)


def _drawn(graph: nx.Graph[str], target: Path, title: str | None, lang: Lang) -> tuple[Path, ...]:
    if target.suffix.casefold() in {".html", ".htm"}:
        from idebur.exports.page import write_page

        write_page(graph, target, title=title, lang=lang)
        return (target,)
    from idebur.graph.drawing import draw
    from idebur.graph.drawing.pictures import FORMATS

    if target.suffix.casefold() not in FORMATS:
        raise Leaving(USAGE, phrase("unknown-ending", lang, path=target, endings=", ".join([*FORMATS, ".html"])))
    draw(graph, target, title=title, lang=lang)
    return (target,)


def _writing(write: Callable[[], tuple[Path, ...] | None], target: str, lang: Lang, *, quiet: bool = False) -> None:
    try:
        written = write() or ()
    except MissingExtra as missing:
        raise Leaving(USAGE, phrase("extra-missing", lang, library=missing.library, extra=missing.extra)) from None
    except Unwritable as why:
        raise Leaving(USAGE, phrase("not-written", lang, path=target, reason=why)) from None
    except OSError as why:
        said = phrase("not-written", lang, path=why.filename or target, reason=why.strerror or why)
        raise Leaving(UNREADABLE, said) from None
    if not quiet:
        show(phrase("wrote" if len(written) == 1 else "wrote-several", lang, paths=", ".join(map(str, written))))


# --- measured ---


def _measured_text(whole: nx.Graph[str], graph: nx.Graph[str], summary: Summary | None, lang: Lang) -> str:
    from idebur.graph.measures.governance import appointment_power, dependence_on_convenor
    from idebur.graph.measures.governance_form import form
    from idebur.graph.measures.summary import OF_NODES, OF_WHOLE

    lines = _heads(graph, lang)
    if summary is None:
        return "\n".join([*lines, "", phrase("empty", lang)])
    measures = [name for name in OF_NODES if name not in summary.missing]
    about: dict[str, dict[str, Any]] = {node: said for node, said in graph.nodes(data=True)}
    rows = [
        [str(about[str(node)].get("label", node)), str(about[str(node)].get("sector", "–"))]
        + [_number(values.get(name)) for name in measures]
        for node, values in sorted(
            summary.nodes.items(),
            key=lambda one: (-float(one[1].get("betweenness", 0)), -float(one[1]["degree"]), str(one[0])),
        )
    ]
    heads = [phrase("name", lang), phrase("sector", lang), *(OF_NODES[name].said(lang) for name in measures)]
    lines += ["", *_table([heads, *rows]), "", phrase("whole", lang)]
    lines += [f"  {OF_WHOLE[name].said(lang)}: {_number(value)}" for name, value in summary.whole.items()]
    if summary.missing:
        named = {name: one.said(lang) for measures in (OF_NODES, OF_WHOLE) for name, one in measures.items()}
        lines += ["", phrase("missing", lang), *(f"  {named[name]}: {why}" for name, why in summary.missing.items())]
    keys = [key.strip() for key in whole.graph["agreements"].split(",")]
    lines += ["", phrase("governance", lang), *(str(form(whole, key)).splitlines()[0] for key in keys)]
    return "\n".join([*lines, str(appointment_power(whole)), str(dependence_on_convenor(whole))])


def _number(value: Any) -> str:
    return "–" if value is None else f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), row[1].ljust(widths[1])]
            + [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        )
        for row in rows
    ]


def _measured_rows(graph: nx.Graph[str], summary: Summary | None) -> list[dict[str, Any]]:
    if summary is None:
        return []
    about: dict[str, dict[str, Any]] = {node: said for node, said in graph.nodes(data=True)}
    return [
        {
            "node": node,
            **{name: about[str(node)][name] for name in ("label", "kind", "sector") if name in about[str(node)]},
            **values,
        }
        for node, values in summary.nodes.items()
    ]


def _measured_json(whole: nx.Graph[str], graph: nx.Graph[str], summary: Summary | None, lang: Lang) -> str:  # noqa: ARG001 - one form for all
    return as_json(
        {
            **graph.graph,
            "nodes": _measured_rows(graph, summary),
            "network": {} if summary is None else dict(summary.whole),
            "missing": {} if summary is None else dict(summary.missing),
        }
    )


def _measured_csv(whole: nx.Graph[str], graph: nx.Graph[str], summary: Summary | None, lang: Lang) -> str:  # noqa: ARG001 - one form for all
    from idebur.graph.measures.summary import OF_NODES

    text = io.StringIO()
    writer = csv.DictWriter(text, ["node", "label", "kind", "sector", *OF_NODES], lineterminator="\n")
    writer.writeheader()
    writer.writerows(_measured_rows(graph, summary))
    return text.getvalue().rstrip("\n")


_MEASURED: Mapping[str, Callable[[Any, Any, Any, Lang], str]] = {
    "text": _measured_text,
    "json": _measured_json,
    "csv": _measured_csv,
}
