"""A graph on a day, over the years, and what changed between two days.

Dates are often coarse or missing. An edge is in the graph of a day where it certainly holds that day, and, unless it is
asked otherwise, where it may (``certain`` says which): silence never becomes *no*. What is proposed or planned does
not hold. What has happened (an event) has happened on every day after it. A node is there as long as something relates
it to something else, or, where nothing ever does, as long as its own dates say.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import Any

import networkx as nx
from attrs import frozen

from idebur.absence import NOT_SAID
from idebur.answers import Answer
from idebur.errors import NotationError, UnknownKey, Unmeasurable
from idebur.notation.dates import Date
from idebur.standing import as_day, holds
from idebur.vocabulary import Vocabularies

__all__ = ["EVERY", "Change", "changes", "dated", "on", "snapshots"]


def on(graph: nx.MultiDiGraph[str], day: date | str, *, certain: bool = False) -> nx.MultiDiGraph[str]:
    """Give the graph of one day: of the nodes and edges of *graph* those that hold that day, or may.

    Dates are read from the attributes ``since`` and ``until`` (ISO 8601, as coarse as they are written), both days
    included; ``status`` tells what is not yet, and what is over without a word of when; what is ``unclear`` holds for
    certain on no day. With *certain*, what may hold is left out as well. On a day before everything that is dated
    nothing certain is left.

    Raises:
        NotationError: *day* is no date.
        ValueError: *day* is a coarser date than a day.
        Unmeasurable: what a node or an edge gives as a date is none, or the graph is a projection and has no dates.

    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", since="2018-12-11", until="2024"), graph.add_edge("a", "c", since="2025")
    >>> sorted(on(graph, "2020-01-01").edges()), sorted(on(graph, "1999-01-01").edges())
    ([('a', 'b')], [])
    """
    _dates_are_its_own(graph)
    today = as_day(day)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph(**{**graph.graph, "day": today.isoformat()})
    kept = [
        (source, target, key, {**said, "certain": answer is Answer.YES})
        for source, target, key, said in graph.edges(keys=True, data=True)
        if (answer := _edge_holds(source, target, said, today)) is Answer.YES
        or (answer is Answer.UNKNOWN and not certain)
    ]
    tied = {end for source, target, *_ in kept for end in (source, target)}
    for node, said in graph.nodes(data=True):
        if node in tied or (not graph.degree(node) and _node_holds(node, said, today)):
            found.add_node(node, **said)
    for source, target, key, said in kept:
        found.add_edge(source, target, key, **said)
    return found


def _dates_are_its_own(graph: nx.Graph[str]) -> None:
    """Refuse a graph whose edges are collapsed: nothing tells which of them held when."""
    if not (graph.is_multigraph() and graph.is_directed()):
        found = graph.graph.get("projection", type(graph).__name__)
        raise Unmeasurable(f"the graph ({found}) is no MultiDiGraph with dates; take the day first, and project that")


def _edge_holds(source: str, target: str, said: Mapping[str, Any], day: date) -> Answer:
    try:
        return _holds(said, day)
    except NotationError as error:
        raise _no_date(f"the edge from {source!r} to {target!r}", error) from error


def _node_holds(node: str, said: Mapping[str, Any], day: date) -> bool:
    try:
        return _holds(said, day, unsaid=Answer.YES) is not Answer.NO
    except NotationError as error:
        raise _no_date(f"the node {node!r}", error) from error


def _no_date(where: str, error: NotationError) -> Unmeasurable:
    return Unmeasurable(f"{where} gives {error.text!r} as 'since' or 'until', which is no date such as 2018-12-11")


def _holds(said: Mapping[str, Any], day: date, *, unsaid: Answer = Answer.UNKNOWN) -> Answer:
    words, status = _words(), said.get("status")
    if said.get("not_yet") is True or (status is not None and words.has("status", str(status), "not-yet")):
        return Answer.NO
    since, until = (NOT_SAID if name not in said else _date(str(said[name])) for name in ("since", "until"))
    answer = holds(since, until, day, unsaid=unsaid)
    if said.get("unclear") is True:
        answer &= Answer.UNKNOWN
    is_over = said.get("over") is True or (status is not None and words.has("status", str(status), "over"))
    return answer & Answer.UNKNOWN if is_over and until is NOT_SAID else answer


@cache
def _words() -> Vocabularies:
    return Vocabularies()


@cache
def _date(written: str) -> Date:
    return Date.parse(written)


def dated(graph: nx.MultiDiGraph[str]) -> tuple[date, date] | None:
    """The first and the last day that any edge or node names as its beginning or its end; ``None`` where none does."""
    said = chain(
        ((f"the node {node!r}", one) for node, one in graph.nodes(data=True)),
        ((f"the edge from {source!r} to {target!r}", one) for source, target, one in graph.edges(data=True)),
    )
    dates: list[Date] = []
    for where, one in said:
        try:
            dates += [_date(str(one[name])) for name in ("since", "until") if name in one]
        except NotationError as error:
            raise _no_date(where, error) from error
    return (min(one.earliest for one in dates), max(one.latest for one in dates)) if dates else None


EVERY: Mapping[str, int] = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}
"""How often a series of snapshots can be taken, in months."""


def snapshots(
    graph: nx.MultiDiGraph[str],
    every: str = "year",
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    certain: bool = False,
) -> Mapping[date, nx.MultiDiGraph[str]]:
    """Give the graph at the end of every year (half-year, quarter, month), by day.

    The series runs from *since* to the end of the period in which *until* falls; left out, from the first to the last
    day that the graph names. A graph that names no day has no series, nor has one that names only days outside what is
    asked for.

    Raises:
        UnknownKey: *every* is none of ``year``, ``half-year``, ``quarter``, ``month``.
        ValueError: *until* is before *since*, or one of them is coarser than a day.
        NotationError: *since* or *until* is no date.
        Unmeasurable: as :func:`on`.
    """
    if every not in EVERY:
        raise UnknownKey(every, "period", tuple(EVERY))
    span = dated(graph)
    begin, end = (None if day is None else as_day(day) for day in (since, until))
    if begin is not None and end is not None and end < begin:
        raise ValueError(f"a series from {begin} to {end} would run backwards")
    if span is None and (begin is None or end is None):
        return {}
    first, last = span if span is not None else (date.min, date.max)
    first, last = begin or first, end or last
    return {day: on(graph, day, certain=certain) for day in _ends(first, last, EVERY[every]) if first <= last}


def _ends(first: date, last: date, months: int) -> Iterator[date]:
    """The last day of each period of so many months, from that of *first* to that of *last*."""
    count = first.year * 12 + (first.month - 1) // months * months
    while True:
        count += months
        day = date(count // 12, count % 12 + 1, 1) - timedelta(days=1) if count // 12 <= date.max.year else date.max
        yield day
        if day >= last:
            return


@frozen
class Change:
    """What came and what went between two days. An edge is told by its ends and its key."""

    before: date
    after: date
    added_nodes: tuple[str, ...]
    removed_nodes: tuple[str, ...]
    added_edges: tuple[tuple[str, str, str], ...]
    removed_edges: tuple[tuple[str, str, str], ...]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added_nodes or self.removed_nodes or self.added_edges or self.removed_edges)

    def __str__(self) -> str:
        return (
            f"from {self.before} to {self.after}: "
            f"{len(self.added_nodes)} nodes and {len(self.added_edges)} edges added, "
            f"{len(self.removed_nodes)} nodes and {len(self.removed_edges)} edges removed"
        )


def changes(graph: nx.MultiDiGraph[str], before: date | str, after: date | str, *, certain: bool = False) -> Change:
    """Tell what is in the graph of the day *after* and not in that of the day *before*, and the reverse.

    An edge is the same as long as it says the same: from whom, to whom, of what kind, with what force. That a new
    version says again what an older one said is no change. An edge without a kind is told by its key.

    Raises:
        NotationError, ValueError, Unmeasurable: as :func:`on`.
    """
    old, new = on(graph, before, certain=certain), on(graph, after, certain=certain)
    said_before, said_after = _sentences(old), _sentences(new)
    return Change(
        date.fromisoformat(old.graph["day"]),
        date.fromisoformat(new.graph["day"]),
        tuple(sorted(set(new.nodes) - set(old.nodes))),
        tuple(sorted(set(old.nodes) - set(new.nodes))),
        _edges_of(said_after, but=said_before),
        _edges_of(said_before, but=said_after),
    )


_Sentence = tuple[str, str, str, str]
_Edge = tuple[str, str, str]


def _sentences(graph: nx.MultiDiGraph[str]) -> dict[_Sentence, list[_Edge]]:
    """The edges of a graph by what they say."""
    found: dict[_Sentence, list[_Edge]] = {}
    for source, target, key, said in graph.edges(keys=True, data=True):
        sentence = (source, target, str(said.get("kind", key)), str(said.get("force", "")))
        found.setdefault(sentence, []).append((source, target, key))
    return found


def _edges_of(sentences: Mapping[_Sentence, Iterable[_Edge]], *, but: Container[_Sentence]) -> tuple[_Edge, ...]:
    return tuple(sorted(edge for sentence, edges in sentences.items() if sentence not in but for edge in edges))
