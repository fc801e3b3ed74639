"""``idebur graph | network | draw``: agreements as a network, told, measured, written and drawn."""

from __future__ import annotations

import errno
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from idebur.cli.languages import of_messages
from idebur.cli.layouts import called, first_of, wrapped
from idebur.cli.leaving import UNREADABLE, USAGE, WRONG, Leaving, flush, hush, show
from idebur.errors import MissingExtra, NotationError, UnknownKey, Unmeasurable, Unreadable, Unwritable
from idebur.files import read_all
from idebur.graph import build, look_alikes
from idebur.graph.kinds import node_label
from idebur.graph.projections import PROJECTIONS, project
from idebur.graph.times import dated, on
from idebur.messages import Lang
from idebur.messages.command import phrase as command_phrase
from idebur.messages.networking import counted, phrase
from idebur.names import PRESENT
from idebur.standing import whole_day

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Built", "draw", "graph", "network"]

_PAGE = "html"
"""The format that is a page to look around in, beside those of other programs."""

_PRINTED = "-"
"""The name that stands for the standard output, as with other programs."""

_PAGES = frozenset({".html", ".htm"})

_MOST_TIES, _MOST_ALIKE, _MOST_NAMED = 60, 20, 3
"""So many relations, and so many that are perhaps the same, are told; so many agreements are named."""


@frozen
class Built:
    """The network of what was asked for, and what one has to know to tell it."""

    graph: nx.MultiDiGraph[str]
    """The whole of it, nothing collapsed."""

    read: tuple[str, ...]
    """The files that it was read from."""

    version: str | None = None
    """The version that was asked for."""

    first: str | None = None
    """The first date that is named, where a day before it was asked for."""


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
    built = _built(paths, day, version, spoken)
    found = _projected(built, projection, spoken)
    if target is not None and target != _PRINTED:
        _writing(lambda: _write(found, target, form, spoken), built, target, spoken)
    elif form is None:
        show(_told(built, found, spoken))
    else:
        _print(_text(found, form, spoken))


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
    from idebur.cli.measuring import measured
    from idebur.graph.measures.summary import summarise

    spoken = of_messages(lang)
    built = _built(paths, day, version, spoken)
    found = _projected(built, projection, spoken)
    summary = summarise(found) if len(found) else None
    said = measured(form, built, found, summary, spoken, "\n".join(_heads(built, found, spoken)))
    if form == "csv":
        _print(said)
    else:
        show(said)


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
    built = _built(paths, day, version, spoken)
    found = _projected(built, projection, spoken)
    _writing(lambda: _drawn(found, Path(target), title, spoken), built, target, spoken)


# --- the graph that is meant ---


def _built(paths: Sequence[str], day: str | None, version: str | None, lang: Lang) -> Built:
    if day is not None and version is not None:
        raise Leaving(USAGE, phrase("day-or-version", lang))
    if day is not None:
        try:
            whole_day(day)
        except (NotationError, ValueError):
            raise Leaving(USAGE, phrase("not-a-day", lang, found=day)) from None
    try:
        readings = read_all(*paths)
    except Unreadable as unreadable:
        raise Leaving(UNREADABLE, "\n\n".join(fault.told(lang) for fault in unreadable.faults)) from None
    try:
        found = build(*readings, version=version if day is None else "all", lang=lang)
    except UnknownKey as unknown:
        known = ", ".join(one for one in unknown.known if one != "all")
        said = phrase("unknown-version" if known else "no-versions", lang, found=version, known=known)
        raise Leaving(USAGE, said) from None
    read = tuple(dict.fromkeys(file for reading in readings for file in reading.places.files))
    if day is None:
        return Built(found, read, version)
    dates = dated(found)
    early = dates is not None and whole_day(day) < dates[0]
    return Built(on(found, day), read, version, dates[0].isoformat() if dates is not None and early else None)


def _projected(built: Built, projection: str | None, lang: Lang) -> nx.Graph[str]:
    if projection is None:
        return built.graph
    try:
        return project(built.graph, projection)
    except Unmeasurable:  # every node that is built has a kind
        raise Leaving(WRONG, phrase("part-of-itself", lang)) from None


# --- told ---


def _told(built: Built, graph: nx.Graph[str], lang: Lang) -> str:
    lines = _heads(built, graph, lang)
    if "projection" in graph.graph:
        lines += ["", *first_of(_ties(graph), _MOST_TIES, graph.number_of_edges(), lang, "more-edges")]
    else:
        for name, kinds in (
            ("of-nodes", Counter(node_label(str(said.get("kind")), lang) for _, said in graph.nodes(data=True))),
            ("of-edges", Counter(str(said.get("label", said.get("kind", "–"))) for *_, said in graph.edges(data=True))),
        ):
            lines += ["", phrase(name, lang), *_counted(kinds)] if kinds else []
    alike = look_alikes(graph)
    if alike:
        both = (f"  {_told_apart(graph, one.one)} – {_told_apart(graph, one.other)}" for one in alike)
        lines += ["", phrase("alike", lang), *first_of(both, _MOST_ALIKE, len(alike), lang)]
        lines += wrapped(phrase("alike-how", lang))
    return "\n".join(lines).rstrip("\n")


def _told_apart(graph: nx.Graph[str], node: str) -> str:
    """What a node is called, with the agreement that names it: what looks alike is often called the same."""
    said = graph.nodes[node]
    return f"{said.get('label', node)} ({said.get('agreement', node)})"


def _heads(built: Built, graph: nx.Graph[str], lang: Lang) -> list[str]:
    about = graph.graph
    keys = str(about["agreements"]).split(", ")
    agreements = ", ".join(keys) if len(keys) <= _MOST_NAMED else phrase("agreements", lang, n=len(keys))
    nodes, edges = counted("node", len(graph), lang), counted("edge", graph.number_of_edges(), lang)
    said = [phrase("head", lang, agreements=agreements, nodes=nodes, edges=edges)]
    if built.version not in {None, PRESENT}:
        name = "version-all" if built.version == "all" else "version-one" if len(keys) == 1 else "version"
        said.append(phrase(name, lang, version=built.version))
    if "day" in about:
        said.append(phrase("day", lang, day=about["day"]))
        uncertain = sum(one.get("certain") is False for *_, one in graph.edges(data=True))
        if uncertain:
            said.append(
                phrase("uncertain" if uncertain == 1 else "uncertains", lang, n=counted("edge", uncertain, lang))
            )
        if built.first is not None:
            said.append(phrase("nothing-yet", lang, day=about["day"], first=built.first))
    if "projection" in about:
        named = PROJECTIONS[about["projection"]]
        said.append(phrase("projection", lang, name=named.name, rule=named.rule[lang]))
        if any("weight" in one for *_, one in graph.edges(data=True)):
            said.append(phrase("counts", lang, counts=named.counts[lang]))
    return [line for one in said for line in wrapped(one)]


def _counted(kinds: Counter[str]) -> list[str]:
    width = max(len(str(count)) for count in kinds.values())
    return [f"  {count:>{width}}  {kind}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))]


def _ties(graph: nx.Graph[str]) -> Iterator[str]:
    """Each relation on a line of its own, those that count most first; alike ones on one, with their number."""
    names = called(graph, graph)
    arrow = "→" if graph.is_directed() else "–"
    counts: Counter[tuple[str, str]] = Counter()
    for source, target, said in graph.edges(data=True):
        label = said.get("label")
        tie = f"{names[source]} {arrow} {names[target]}{f' ({label})' if label else ''}"
        counts[tie, str(said.get("weight", ""))] += int(said.get("weight", 1))
    width = len(str(max(counts.values(), default=1)))
    for (tie, _), count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        yield "\n".join(wrapped(tie, f"  {count:>{width}}  ", " " * (width + 4)))


# --- written ---


def _text(graph: nx.Graph[str], form: str, lang: Lang) -> str:
    from idebur.exports.networks import FORMATS, dumps

    if form == _PAGE:
        from idebur.exports.page import page

        return page(graph, lang=lang)
    if FORMATS[form].parts:
        raise Leaving(USAGE, phrase("needs-file", lang, format=form))
    try:
        return str(dumps(graph, form))
    except Unwritable:  # whatever is built has plain values: what a format cannot hold is their number
        raise _too_many(graph, form, lang) from None


def _print(text: str) -> None:
    """Print what another program reads: as UTF-8, whatever the letters of the terminal."""
    if sys.stdout is None or sys.stdout.isatty():
        show(text.rstrip("\n"))
        return
    try:
        sys.stdout.buffer.write(f"{text.rstrip(chr(10))}\n".encode())
        flush()
    except BrokenPipeError:
        hush()


def _write(graph: nx.Graph[str], target: str, form: str | None, lang: Lang) -> tuple[Path, ...]:
    from idebur.exports.networks import FORMATS, format_of, write

    if form == _PAGE or (form is None and Path(target).suffix.casefold() in _PAGES):
        from idebur.exports.page import write_page

        write_page(graph, target, lang=lang)
        return (Path(target),)
    try:
        name = format_of(target, form).name
    except UnknownKey:
        endings = ", ".join([one.suffix for one in FORMATS.values()] + [".html"])
        raise Leaving(USAGE, phrase("unknown-ending", lang, path=target, endings=endings)) from None
    try:
        return write(graph, target, form)
    except Unwritable:
        raise _too_many(graph, name, lang) from None


def _too_many(graph: nx.Graph[str], form: str, lang: Lang) -> Leaving:
    return Leaving(USAGE, phrase("too-many-for-format", lang, n=graph.number_of_edges(), format=form))


def _drawn(graph: nx.Graph[str], target: Path, title: str | None, lang: Lang) -> tuple[Path, ...]:
    if target.suffix.casefold() in _PAGES:
        from idebur.exports.page import write_page

        write_page(graph, target, title=title, lang=lang)
        return (target,)
    from idebur.graph.drawing import draw
    from idebur.graph.drawing.pictures import FORMATS

    if target.suffix.casefold() not in FORMATS:
        raise Leaving(USAGE, phrase("unknown-picture", lang, path=target, endings=", ".join([*FORMATS, ".html"])))
    try:
        draw(graph, target, title=title, lang=lang)
    except Unmeasurable:
        raise Leaving(USAGE, phrase("too-large-to-draw", lang)) from None
    return (target,)


def _writing(write: Callable[[], Iterable[Path]], built: Built, target: str, lang: Lang) -> None:
    """Write to *target*, unless that is no place for it, and say what was written."""
    _refuse_what_is_there(built, Path(target), lang)
    try:
        written = tuple(write())
    except MissingExtra as missing:
        raise Leaving(USAGE, phrase("extra-missing", lang, library=missing.library, extra=missing.extra)) from None
    except OSError as why:
        reason = os.strerror(why.errno) if why.errno else str(why)
        raise Leaving(UNREADABLE, command_phrase("not-written", lang, path=target, reason=reason)) from None
    said = command_phrase("written", lang, path=written[0]) if len(written) == 1 else None
    show(said or phrase("written-several", lang, paths=", ".join(map(str, written))))


def _refuse_what_is_there(built: Built, target: Path, lang: Lang) -> None:
    try:
        if target.is_dir():
            raise Leaving(WRONG, command_phrase("is-folder", lang, path=target, example=target / "network.html"))
        if not target.parent.is_dir():
            raise Leaving(UNREADABLE, command_phrase("folder-missing", lang, folder=target.parent))
        beside = {target, *(target.with_name(f"{target.stem}.{part}{target.suffix}") for part in ("nodes", "edges"))}
        for one in sorted(beside):
            if one.exists() and any(Path(read).exists() and one.samefile(read) for read in built.read):
                raise Leaving(WRONG, phrase("is-read", lang, path=one))
    except OSError as why:
        reason = os.strerror(why.errno or errno.EIO)
        raise Leaving(UNREADABLE, command_phrase("not-written", lang, path=target, reason=reason)) from None
