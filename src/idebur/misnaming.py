"""Names that stand for nothing, or for what they must not: found in a content, each with the nearest right one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from idebur.content import Content
from idebur.elements import Keyed
from idebur.names import ABSENCES, ACTORS, KINDS, Names
from idebur.notation.cadences import Cadence
from idebur.rules import Rule, misuses, rings
from idebur.rules.facts import built_in_facts
from idebur.said import In, Said
from idebur.visits import Path, Visit, fields_of, walk

__all__ = ["Misnamed", "misnamed"]


class Misnamed(NamedTuple):
    """A name that stands for nothing, or for what it must not: with its path, its code and the nearest right name.

    *offset* and *length* point into the text of the value where the fault lies inside it (a rule); else 0 and 0.
    """

    path: Path
    code: str
    params: Mapping[str, Any]
    suggestion: str | None = None
    offset: int = 0
    length: int = 0


def misnamed(names: Names, said: Said | None = None, path: Path = ()) -> Iterator[Misnamed]:
    """Find every name under *said* (the content itself, where it is left out) that stands for nothing."""
    content = names.content if said is None else said
    for visit in walk(content, path, but=_ELSEWHERE, unless=names.stand):
        yield from _wrong(names, visit)
    if said is None or isinstance(said, Content):
        yield from _clashes(names, path)


_ELSEWHERE = frozenset({"versions", "words"})
"""The fields whose names are looked up otherwise: each version among its own."""


def _wrong(names: Names, visit: Visit) -> Iterator[Misnamed]:
    """Find what is wrong with a name, or with the names in a value."""
    mark, name = visit.mark, visit.value
    if isinstance(mark, In):
        known = names.words(mark.vocabulary)
        if not names.is_lost(name):
            said = {"found": name, "vocabulary": mark.vocabulary, "known": names.some(known)}
            yield Misnamed(visit.path, "unknown-word", said, names.nearest_word(mark.vocabulary, name))
    elif mark is None:
        yield from _inside(names, visit)
    elif mark.kind in KINDS:
        known, meant = names.of_kind(mark.kind), _MEANT.get(mark.kind, Names.nearest)
        yield from _nothing_called(names, visit.path, f"unknown-{mark.kind}", name, known, meant)
    elif mark.kind == "place":
        yield from _unknown_place(names, visit)
    elif mark.kind == "same":
        yield from _unknown_same(names, visit)
    elif mark.kind == "like":
        yield from _unknown_like(names, visit.path, name)


def _inside(names: Names, visit: Visit) -> Iterator[Misnamed]:
    """Find what is wrong with the names inside a rule or a cadence."""
    value = visit.value
    if isinstance(value, Rule):
        for misuse in misuses(names.written(visit.path) or value, names.facts, names.clauses, names.meant):
            if not names.is_lost(str(misuse.params.get("found", ""))):
                yield Misnamed(visit.path, misuse.code, misuse.params, misuse.nearest, misuse.offset, misuse.length)
    elif isinstance(value, Cadence):
        for name in value.references:
            if name not in names.occasions:
                yield from _nothing_called(names, visit.path, "unknown-element", name, names.occasions)


def _nothing_called(
    names: Names, path: Path, code: str, name: str, known: frozenset[str], meant: Meant = Names.nearest, **params: str
) -> Iterator[Misnamed]:
    """Say that there is nothing called *name*, with what there is, unless it may be among what was lost."""
    if not names.is_lost(name):
        said = {"found": name, **params, "known": names.some(known)}
        if code == "unknown-document" and name in names.frameworks:
            yield Misnamed(path, "document-undeclared", {"found": name})
        else:
            yield Misnamed(path, code, said, meant(names, name, known))


Meant = Callable[[Names, str, frozenset[str]], str | None]

_MEANT: Mapping[str, Meant] = {
    "actor": Names.nearest_actor,
    "tenant": Names.nearest_actor,
    "version": Names.nearest_version,
}
"""How the nearest right name is found where a name can also be said in other words."""


def _unknown_place(names: Names, visit: Visit) -> Iterator[Misnamed]:
    at = visit.value.at
    document = at.document if at.document is not None else names.source
    if document is None:
        yield Misnamed(visit.path, "citation-without-source", {"found": str(at)})
        return
    if at.document is None and document not in names.of_kind("document"):
        return  # the source itself is what is wrong, and is told where it stands
    if document not in names.places:
        yield from _nothing_called(names, visit.path, "unknown-document", document, names.documents)
        return
    places = names.places[document]
    if not at.place or not places or not places.isdisjoint(_around(at.place)):
        names.sound_places.add((at.document, at.place))
    elif not names.is_lost(at.place):
        *_, whole = _around(at.place)  # without the numbers of its paragraphs
        near = names.nearest(whole, places)
        numbered = near if near is None or near[-1].isdigit() else near + at.place[len(whole) :]
        params = {"found": at.place, "document": document, "known": names.some(places)}
        yield Misnamed(visit.path, "unknown-place", params, numbered)


def _around(cited: str) -> Iterator[str]:
    """A place, and those that it is a numbered paragraph of: ``plan.1`` stands in ``plan``."""
    yield cited
    while True:
        cited, _, number = cited.rpartition(".")
        if not cited or not number.isdigit():
            return
        yield cited


def _unknown_same(names: Names, visit: Visit) -> Iterator[Misnamed]:
    within = visit.path[2:] if visit.path[0] == "versions" else visit.path
    # What replaces is of the same holder; where it is the whole content, it is one of the versions.
    at = len(within) - 1 - within[::-1].index("replaces")  # several sources may each say what it replaces
    known = names.replaceable(within[: at - 1]) if at else names.versions
    if visit.value not in known:
        yield from _nothing_called(names, visit.path, "unknown-element", visit.value, known)


def _unknown_like(names: Names, path: Path, name: str) -> Iterator[Misnamed]:
    document, _, key = name.partition(".")
    documents = names.of_kind("document")
    if document not in documents:
        yield from _nothing_called(names, path, "unknown-document", document, documents)
    elif key and document in names.frameworks and key not in names.like(document):
        yield from _nothing_called(names, path, "unknown-like", key, names.like(document), document=document)


def _clashes(names: Names, path: Path) -> Iterator[Misnamed]:
    """Keys that say that there is nothing, that the one namespace of actors cannot hold, or that facts have too."""
    yield from _keys_for_absence(names, path)
    first: dict[str, str] = {}
    for section in ACTORS:
        for key in getattr(names.content, section):
            if key in first:
                yield Misnamed((*path, section, key), "actor-twice", {"found": key, "first": f"{first[key]}.{key}"})
            first.setdefault(key, section)
            if key in names.reserved:
                yield Misnamed((*path, section, key), "key-reserved", {"found": key})
    for key in names.content.clauses:
        if key in built_in_facts() or key in names.content.facts:
            yield Misnamed((*path, "clauses", key), "clause-named-as-fact", {"found": key})
    rules = {key: clause.rule for key, clause in names.content.clauses.items() if isinstance(clause.rule, Rule)}
    for ring in rings(rules):
        yield Misnamed((*path, "clauses", ring[0], "rule"), "clauses-in-a-ring", {"ring": (*ring, ring[0])})


def _keys_for_absence(names: Names, path: Path) -> Iterator[Misnamed]:
    """Keys that say that there is nothing: whoever referred to one would say that, too."""
    for word in ABSENCES:
        borne = [at for at in names.by_key.get(word, ()) if at]
        borne += [
            (field.alias, word)
            for name, field in fields_of(type(names.content)).items()
            if isinstance(held := getattr(names.content, name), Keyed)
            and (word in held.absent or (word in held and field.alias == "versions"))
        ]
        borne += [("tenures", number, "who") for number, one in enumerate(names.content.tenures) if one.who == word]
        borne += [("words", vocabulary, word) for vocabulary, words in names.vocabularies.own() if word in words]
        borne += [("agreement",)] * (names.own_key == word)
        for at in borne:
            if names.behind is None or at[0] not in ("agreement", "words"):
                yield Misnamed((*path, *at), "key-for-absence", {"found": word})
