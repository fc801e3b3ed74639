"""What the page of a graph holds as data: every node and relation, with its sentence, its details and its days."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from idebur.errors import NotationError
from idebur.graph.kinds import ACTORS, EDGES, NODES, node_label
from idebur.messages import LANGUAGES, Lang
from idebur.messages.picturing import FACTS, PHRASES, SEVERAL
from idebur.notation.dates import Date
from idebur.vocabulary import Vocabularies

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["contents", "phrase"]

Attributes = Mapping[str, Any]

_TOLD_ELSEWHERE = frozenset(
    {"label", "kind", "word", "since", "until", "file", "line", "cites", "sector", "number", "bipartite", "text"}
    | {"force", "claim"}
)
_WORDS = {"status": "status", "force": "force", "claim": "link-kind", "seat_kind": "seat-kind", "group": "group"}
"""The details that are words, with the vocabulary that each is from."""

_WHOLES = frozenset({"agreement"})
"""The kinds of nodes that others are parts of."""


def contents(graph: nx.Graph[Any], lang: Lang) -> dict[str, Any]:
    """Tell *graph* as plain data for the page, in the order of its nodes and edges.

    A node without attributes is called by its identifier. Days are the widest bounds of ``since`` and ``until``; a text
    there that is no date (see :class:`idebur.notation.dates.Date`) is shown as written, and counts as no date.
    """
    names = {node: _text(data.get("label")) or str(node) for node, data in graph.nodes(data=True)}
    shared = {name for name, times in Counter(names.values()).items() if times > 1}
    told = {
        node: _told(names[node], data, lang) if names[node] in shared else names[node]
        for node, data in graph.nodes(data=True)
    }
    numbers = {node: number for number, node in enumerate(graph)}
    nodes = [_node(node, data, names[node], lang) for node, data in graph.nodes(data=True)]
    edges = [
        {"source": numbers[source], "target": numbers[target]} | _edge(data, told[source], told[target], lang)
        for source, target, data in graph.edges(data=True)
    ]
    return {
        "lang": lang,
        "directed": graph.is_directed(),
        "phrases": {name: phrase(name, lang) for name in PHRASES},
        "nodeKinds": _node_kinds(nodes, lang),
        "edgeKinds": _edge_kinds(edges, lang),
        "sectors": _sectors(nodes, lang),
        "nodes": nodes,
        "edges": edges,
    }


def phrase(name: str, lang: Lang, /, **params: Any) -> str:
    """Fill a phrase of the page in; without *params* it is given as it stands, its braces for the page to fill."""
    text = PHRASES[name][LANGUAGES.index(lang)]
    return text.format(**params) if params else text


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _told(label: str, data: Attributes, lang: Lang) -> str:
    """A name that several nodes have, with the kind of this one."""
    kind = _kind_label(_text(data.get("kind")), lang)
    return phrase("one-of", lang, label=label, kind=kind) if kind else label


def _kind_label(kind: str, lang: Lang) -> str:
    return node_label(kind, lang).replace("-", " ")


def _node(node: object, data: Attributes, label: str, lang: Lang) -> dict[str, Any]:
    kind, sector = _text(data.get("kind")), _text(data.get("sector"))
    facts = [
        *_fact("kind", _kind_label(kind, lang) or phrase("no-kind", lang), lang),
        *_fact("word", _word_label(data.get("word"), lang), lang),
        *_fact("sector", _sector_label(sector, lang) if sector else "", lang),
        *_fact("number", _text(data.get("number")), lang),
        *_common(data, lang),
        *_fact("id", str(node), lang),
    ]
    return {
        "id": str(node),
        "label": label,
        "kind": kind,
        "kindLabel": _kind_label(kind, lang),
        "role": "whole" if kind in _WHOLES else "acting" if kind in ACTORS or sector or not kind else "part",
        "sector": sector,
        "facts": facts,
    } | _days(data)


def _edge(data: Attributes, source: str, target: str, lang: Lang) -> dict[str, Any]:
    kind = _text(data.get("kind"))
    label = _text(data.get("label")) or kind.replace("-", " ")
    told = {"source": source, "label": label, "target": target}
    facts = _common(data, lang)
    status = _text(data.get("status"))
    words = Vocabularies()
    doubtful = data.get("certain") is False or any(
        data.get(name.replace("-", "_")) is True or words.has("status", status, name) for name in ("not-yet", "over")
    )
    weight = data.get("weight")
    period = _period(data, lang) if "since" in data or "until" in data else ""
    return {
        "kind": kind,
        "label": label,
        "sentence": phrase("tie" if label else "bare-tie", lang, **told),
        "note": ", ".join(one for one in (_value("claim", data.get("claim"), lang), period) if one),
        "facts": facts,
        "derived": data.get("derived") is True,
        "doubtful": doubtful,
        "weight": weight if isinstance(weight, (int, float)) and math.isfinite(weight) else 1,
    } | _days(data)


def _common(data: Attributes, lang: Lang) -> list[tuple[str, str]]:
    """The details that nodes and relations share: when, by what source, where, and the rest in the order of FACTS."""
    rest = [name for name in FACTS if name in data and name not in _TOLD_ELSEWHERE]
    rest += [name for name in data if name not in FACTS and name not in _TOLD_ELSEWHERE]
    return [
        *(
            told
            for name in ("text", "force", "claim")
            for told in _fact(name, _value(name, data.get(name), lang), lang)
        ),
        *_fact("dates", _period(data, lang), lang),
        *_fact("cites", _text(data.get("cites")) or ("" if "things" in data else phrase("no-citation", lang)), lang),
        *_fact("where", _place(data, lang), lang),
        *(told for name in rest for told in _fact(name, _value(name, data[name], lang), lang)),
    ]


def _fact(name: str, value: str, lang: Lang) -> list[tuple[str, str]]:
    return [(_in(FACTS, name, lang), value)] if value else []


def _value(name: str, value: object, lang: Lang) -> str:
    if isinstance(value, bool):
        answer = "yes" if value else "no"
        return phrase(f"{name}-{answer}" if f"{name}-{answer}" in PHRASES else answer, lang)
    text = _text(value)
    return Vocabularies().label(_WORDS[name], text, lang) if name in _WORDS and text else text


def _period(data: Attributes, lang: Lang) -> str:
    since, until = _text(data.get("since")), _text(data.get("until"))
    if since and until:
        return since if since == until else phrase("span", lang, since=since, until=until)
    if since:
        return phrase("since", lang, since=since)
    return phrase("until", lang, until=until) if until else phrase("no-date", lang)


def _place(data: Attributes, lang: Lang) -> str:
    file, line = _text(data.get("file")), _text(data.get("line"))
    if not file:
        return phrase("no-place", lang)
    return phrase("line", lang, file=file, line=line) if line else file


def _days(data: Attributes) -> dict[str, str | None]:
    since, until = _date(data.get("since")), _date(data.get("until"))
    return {
        "from": None if since is None else since.earliest.isoformat(),
        "to": None if until is None else until.latest.isoformat(),
    }


def _date(value: object) -> Date | None:
    if isinstance(value, dt.date):
        return Date.parse(value.isoformat()[:10])
    try:
        return None if value is None else Date.parse(str(value))
    except NotationError:
        return None


def _in(table: Mapping[str, tuple[str, str]], name: str, lang: Lang) -> str:
    return table[name][LANGUAGES.index(lang)] if name in table else name.replace("-", " ")


def _word_label(word: object, lang: Lang) -> str:
    """The label of a word, from the first vocabulary of kinds that has it."""
    words = Vocabularies()
    for vocabulary in sorted(words.names()):
        if vocabulary.endswith("-kind") and word in words[vocabulary]:
            return words.label(vocabulary, str(word), lang)
    return _text(word)


def _sector_label(sector: str, lang: Lang) -> str:
    return Vocabularies().label("sector", sector, lang)


def _ordered(found: Iterable[str], known: Iterable[str]) -> list[str]:
    """The words of *found*, the known ones first and in the order of *known*; "" (nothing said) last."""
    order = {word: number for number, word in enumerate(known)}
    return sorted(set(found), key=lambda word: (word == "", order.get(word, len(order)), word))


def _node_kinds(nodes: list[dict[str, Any]], lang: Lang) -> list[dict[str, Any]]:
    kinds = _ordered((node["kind"] for node in nodes), NODES)
    return [
        {"word": kind, "label": _in(SEVERAL, kind, lang) if kind else phrase("no-kinds", lang)}
        | {"count": sum(node["kind"] == kind for node in nodes)}
        for kind in kinds
    ]


def _edge_kinds(edges: list[dict[str, Any]], lang: Lang) -> list[dict[str, Any]]:
    """Each kind of relation by the words that all of its relations are told in, else by its own name."""
    labels: dict[str, set[str]] = {}
    for edge in edges:
        labels.setdefault(edge["kind"], set()).add(edge["label"])
    told = {
        kind: EDGES[kind].said(lang) if kind in EDGES else one.pop() if len(one) == 1 else kind.replace("-", " ")
        for kind, one in labels.items()
    }
    return [
        {"word": kind, "label": told[kind] if kind else phrase("no-kind", lang)}
        | {"count": sum(edge["kind"] == kind for edge in edges)}
        for kind in sorted(told, key=lambda kind: (kind == "", told[kind].casefold(), kind))
    ]


def _sectors(nodes: list[dict[str, Any]], lang: Lang) -> list[dict[str, Any]]:
    """The sectors, each with the number of its colour and shape: the shipped ones have the same in every picture."""
    known = list(Vocabularies()["sector"])
    found = _ordered((node["sector"] for node in nodes), known)
    others = [sector for sector in found if sector and sector not in known]
    styles = {sector: number for number, sector in enumerate([*known, *others])}
    return [
        {"word": sector, "label": _sector_label(sector, lang) if sector else phrase("no-sector", lang)}
        | {"style": styles.get(sector, -1), "count": sum(node["sector"] == sector for node in nodes)}
        for sector in found
    ]
