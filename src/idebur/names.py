"""What every name in an agreement stands for: keys, references, words of vocabularies, and the facts of rules.

A field says by its mark what its name is a name of (:class:`idebur.said.Ref`, :class:`idebur.said.In`); here that name
is looked up. :mod:`idebur.misnaming` tells which name nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, cast

from idebur.absence import Absence, Vague, one_said
from idebur.content import Content, Version
from idebur.elements import Element, Keyed
from idebur.errors import nearest
from idebur.notation.amounts import Amount
from idebur.notation.dates import Date
from idebur.procedures import Procedure
from idebur.rules import Declared
from idebur.rules.facts import called_values, declared
from idebur.said import In, Said
from idebur.text import Text
from idebur.visits import Mark, Path, elements
from idebur.vocabulary import Vocabularies

__all__ = ["ABSENCES", "ACTORS", "KINDS", "PRESENT", "PRESENT_CALLED", "Names", "element_at", "version_names"]

ACTORS = ("parties", "actors", "bodies", "offices")
"""The sections whose keys share one namespace, so that an actor is always named by one bare word."""

ABSENCES = ("not-said", "none")
"""The words that say that there is nothing, and so cannot be the key of anything."""

PRESENT = "present"
"""How a version names the state that stands on top of the file."""

PRESENT_CALLED: Mapping[str, str] = dict.fromkeys(
    ("nuvarande", "nuläget", "nu", "idag", "gällande", "in-force", "current", "now"), PRESENT
)
"""What people call that state instead."""

_MOST_COMPARED = 20_000
_MOST_SHOWN = 12


class Names:
    """The names that can be used in one content: its own, and behind them those of the content it stands in."""

    def __init__(
        self,
        content: Content,
        vocabularies: Vocabularies,
        *,
        behind: Names | None = None,
        frameworks: Mapping[str, Content] | None = None,
        versions: frozenset[str] = frozenset(),
        own_key: str = "",
        written: Callable[[Path], str | None] | None = None,
        lost: frozenset[str] = frozenset(),
    ) -> None:
        self.content = content
        self.vocabularies = vocabularies
        self.behind = behind
        self.frameworks = frameworks or {}
        self.versions = versions | {PRESENT}
        self.own_key = own_key
        self.written = written or (lambda path: None)  # noqa: ARG005 - nothing is known as its author wrote it
        self.lost = lost
        self.sound_places: set[tuple[str | None, str]] = set()
        """The citations that were found to be sound, as document and place."""
        self._of_kind: dict[str, frozenset[str]] = {}
        self._replaceable: dict[Path, frozenset[str]] = {}
        self._like: dict[str, frozenset[str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._sorted: dict[frozenset[str], tuple[str, ...]] = {}
        self._guesses: dict[tuple[str, frozenset[str]], str | None] = {}
        self._left = _MOST_COMPARED

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Path, ...]]:
        """From each key to the paths of the elements that bear it, children too; the present content's own only."""
        found: dict[str, list[Path]] = {}
        for path, element in elements(self.content, but=("tenures", "versions")):  # a tenure has no key
            if element.key:
                found.setdefault(element.key, []).append(path)
        return {key: tuple(paths) for key, paths in found.items()}

    @cached_property
    def by_holder(self) -> Mapping[Path, frozenset[str]]:
        """From the path of a section, or of what holds the parts of an element, to the keys in it."""
        found: dict[Path, list[str]] = {}
        for key, paths in self.by_key.items():
            for path in paths:
                found.setdefault(path[:-1], []).append(key)
        return {holder: frozenset(keys) for holder, keys in found.items()}

    @cached_property
    def dotted(self) -> frozenset[str]:
        """Every way to write an element's path: from its section or from its own key down to it."""
        return frozenset(name for paths in self.by_key.values() for path in paths for name in _spellings(path))

    def keys(self, *sections: str) -> frozenset[str]:
        """The keys of some sections, with those of the content behind."""
        own = frozenset(key for section in sections for key in _all_keys(getattr(self.content, section)))
        return own | (self.behind.keys(*sections) if self.behind is not None else frozenset())

    def of_kind(self, kind: str) -> frozenset[str]:
        """Every name that a reference of this kind can be."""
        if kind not in self._of_kind:
            self._of_kind[kind] = KINDS[kind](self)
        return self._of_kind[kind]

    def replaceable(self, holder: Path) -> frozenset[str]:
        """The keys of what an element can take the place of: of the same section or, for a part, of the same holder.

        What stands in a list (a tenure) has no key by which another could name it, and so replaces nothing.
        """
        if holder not in self._replaceable:
            is_section = len(holder) == 1
            own = self.keys(_field_of(holder)) if is_section else self.by_holder.get(holder, frozenset[str]())
            behind = frozenset[str]() if self.behind is None else self.behind.replaceable(holder)
            self._replaceable[holder] = own | behind
        return self._replaceable[holder]

    def like(self, document: str) -> frozenset[str]:
        """Every way to write the path of an element of a document that is known here."""
        if document not in self._like:
            of = elements(self.frameworks[document])
            self._like[document] = frozenset(spelling for at, _ in of for spelling in _spellings(at))
        return self._like[document]

    def words(self, vocabulary: str) -> frozenset[str]:
        """The words of a vocabulary, as the agreement has it."""
        if vocabulary not in self._words:
            self._words[vocabulary] = self.vocabularies.words(vocabulary)
        return self._words[vocabulary]

    def nearest_word(self, vocabulary: str, name: str) -> str | None:
        """Name the word that *name* was probably meant to be: by its own letters, by a label in any language."""
        return self._nearest_called(name, frozenset(), self.vocabularies.called(vocabulary))

    def nearest_actor(self, name: str, known: frozenset[str]) -> str | None:
        """Name the actor, the group or the sector that was probably meant, by its key or by a label in any language."""
        return self._nearest_called(name, known, self._reserved_called)

    def nearest_version(self, name: str, known: frozenset[str]) -> str | None:
        """Name the version that was probably meant, by its key or by what the present is called."""
        return self._nearest_called(name, known, PRESENT_CALLED)

    def _nearest_called(self, name: str, known: frozenset[str], called: Mapping[str, str]) -> str | None:
        """Name the one of *known* that was probably meant, or else what is *called* so in other words."""
        near = called.get(name) or self.nearest(name, known)
        return near or called.get(self.nearest(name, frozenset(called)) or "")

    def stand(self, value: Any, mark: Mark) -> bool:
        """Whether a value holds no name, or one that is known at first sight, as nearly all are."""
        if mark is None:
            return value.__class__ in _NAMELESS
        if isinstance(mark, In):
            return value in self.words(mark.vocabulary)
        if mark.kind in KINDS:
            return value in self.of_kind(mark.kind)
        return mark.kind == "place" and (value.at.document, value.at.place) in self.sound_places

    def nearest(self, name: str, known: frozenset[str]) -> str | None:
        """Name the one of *known* that *name* was probably meant to be, or ``None``.

        A guess compares *name* with each of them, and a register may be full of faults: after some ten thousand
        comparisons nothing more is guessed.
        """
        if (name, known) not in self._guesses and self._left > 0:
            self._left -= len(known)
            self._guesses[name, known] = nearest(name, self._in_order(known))
        return self._guesses.get((name, known))

    def is_lost(self, name: str) -> bool:
        """Whether a name, or a part of it, went with what could not be read: it is then not called wrong."""
        return bool(self.lost) and not self.lost.isdisjoint((name, *name.split(".")))

    def some(self, known: frozenset[str]) -> tuple[str, ...]:
        """A dozen of the known names at the most, its own and the plain ones first: a message is no register."""
        plain = self._in_order(known)[:_MOST_SHOWN]
        return (*plain, "…") if len(known) > len(plain) else plain

    def _in_order(self, known: frozenset[str]) -> tuple[str, ...]:
        if known not in self._sorted:
            reserved = self.reserved
            self._sorted[known] = tuple(sorted(known, key=lambda name: (name in reserved, name.count("."), name)))
        return self._sorted[known]

    @cached_property
    def occasions(self) -> frozenset[str]:
        """What a cadence can be relative to: any element or actor."""
        return self.elements | self.actors

    @cached_property
    def sections(self) -> frozenset[str]:
        """The names of the sections, as written in a file."""
        return frozenset(name.replace("_", "-") for name in Content.model_fields)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Every actor, with the organisations that a tenure introduces, the group words and the sectors."""
        introduced = frozenset(tenure.who for tenure in self.content.tenures if one_said(tenure.name) is not None)
        behind = self.behind.actors if self.behind is not None else frozenset()
        return self.keys(*ACTORS) | introduced | behind | self.reserved

    @cached_property
    def reserved(self) -> frozenset[str]:
        """The words that stand for a group of actors, and so cannot be the key of one."""
        return frozenset(self.vocabularies["group"]) | frozenset(self.vocabularies["sector"])

    @cached_property
    def _reserved_called(self) -> Mapping[str, str]:
        return {**self.vocabularies.called("group"), **self.vocabularies.called("sector")}

    @cached_property
    def elements(self) -> frozenset[str]:
        """Every spelling of every element's path."""
        absent = frozenset(
            name
            for section in Content.model_fields
            if isinstance(held := getattr(self.content, section), Keyed)
            for name in held.absent
        )
        behind = self.behind.elements if self.behind is not None else frozenset()
        return self.dotted | absent | behind

    @cached_property
    def steps(self) -> frozenset[str]:
        """The steps of procedures, ``joining.approve``, and the routines."""
        own = frozenset(f"{key}.{verb}" for key, held in self.content.procedures.items() for verb in _verbs(held))
        behind = self.behind.steps if self.behind is not None else frozenset()
        return own | behind | self.keys("routines", "procedures")

    @cached_property
    def places(self) -> Mapping[str, frozenset[str]]:
        """From each document to the places in it that can be cited."""
        behind = dict(self.behind.places) if self.behind is not None else {}
        return behind | {key: frozenset(document.places) for key, document in self.content.documents.items()}

    @cached_property
    def documents(self) -> frozenset[str]:
        """The documents that can be cited."""
        return frozenset(self.places)

    @cached_property
    def source(self) -> str | None:
        """The document that a citation means when it names none."""
        own = one_said(self.content.source)
        return own if own is not None or self.behind is None else self.behind.source

    @cached_property
    def clauses(self) -> frozenset[str]:
        """The names of the clauses."""
        return self.keys("clauses")

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """The facts that a rule can ask for, by name."""
        own = dict(declared(self.content.facts, self.vocabularies))
        if self.behind is not None:
            own = {**self.behind.facts, **{name: own[name] for name in self.content.facts}}
        return own

    @cached_property
    def askable(self) -> frozenset[str]:
        """The facts and clauses that a rule can name."""
        return frozenset(self.facts) | self.clauses

    def meant(self, word: str, fact: Declared | None) -> str | None:
        """Name what a word of a rule was probably meant to be: as :data:`idebur.rules.misuses.Guess`."""
        if fact is None:
            return self.nearest(word, self.askable)
        return self._nearest_called(word, frozenset(), called_values(fact, self.vocabularies))

    def paths(self, name: str) -> tuple[Path, ...]:
        """The paths of the elements that *name* can mean: a bare key, or a path from any ancestor, dotted."""
        last = name.rpartition(".")[2]
        own = tuple(path for path in self.by_key.get(last, ()) if name in _spellings(path))
        return own or (self.behind.paths(name) if self.behind is not None else ())


_NAMELESS = frozenset({Text, Date, Amount, Absence, Vague, bool, int, str})
"""What never holds a name without being marked; nearly everything, and asking costs."""


def _all_keys(section: Any) -> frozenset[str]:
    return frozenset(section) | frozenset(section.absent) if isinstance(section, Keyed) else frozenset()


def _field_of(holder: Path) -> str:
    return str(holder[0]).replace("-", "_")


def _verbs(procedure: Procedure) -> frozenset[str]:
    return frozenset(verb for step in procedure.steps for verb in step.does)


def _spellings(path: Path) -> Iterator[str]:
    """The ways to write a path: whole, without its section, and without the names of fields between keys."""
    words = [str(part) for part in path]
    keys = [words[0], *words[1::2]]  # section, key, (field, key) …
    yield ".".join(words)
    for start in range(len(keys)):
        yield ".".join(keys[start:])


KINDS: Mapping[str, Callable[[Names], frozenset[str]]] = {
    "actor": lambda names: names.actors,
    "tenant": lambda names: names.actors,
    "document": lambda names: names.keys("documents"),
    "aim": lambda names: names.elements & names_below(names, "aims"),
    "routine": lambda names: names.keys("routines"),
    "event": lambda names: names.keys("events"),
    "seat": lambda names: names_below(names, "bodies") | names.keys("offices"),
    "level": lambda names: names_below(names, "ladders", "levels"),
    "phase": lambda names: names_below(names, "ladders", "phases"),
    "element": lambda names: names.elements,
    "part": lambda names: names.elements | names.sections | like_names(names),
    "linked": lambda names: names.elements | names.versions | {names.own_key},
    "source": lambda names: names.keys("documents") | names.actors,
    "step": lambda names: names.steps,
    "occasion": lambda names: names.steps | names.keys("events"),
    "version": lambda names: names.versions,
}


def names_below(names: Names, section: str, *fields: str) -> frozenset[str]:
    """Every spelling of the paths that begin in *section* (and in one of *fields* of its elements), behind too."""
    own = frozenset(
        name
        for paths in names.by_key.values()
        for path in paths
        if path[0] == section and (not fields or path[2:3] in {(field,) for field in fields})
        for name in _spellings(path)
    )
    return own | (names_below(names.behind, section, *fields) if names.behind is not None else frozenset())


def like_names(names: Names) -> frozenset[str]:
    """The elements of the documents that are known here, ``document.element``."""
    return frozenset(
        f"{document}.{key}"
        for document in names.keys("documents")
        if document in names.frameworks
        for _, element in elements(names.frameworks[document])
        if (key := element.key)
    )


def element_at(content: Said, path: Path) -> Element:
    """Follow a path down to the element it names."""
    here: Any = content
    for part in path:
        by_field = isinstance(here, Said) and isinstance(part, str)
        here = getattr(here, part.replace("-", "_")) if by_field and isinstance(part, str) else here[part]
    return cast("Element", here)


def version_names(present: Names, versions: Keyed[Version]) -> Iterator[tuple[str, Names]]:
    """The names as each version sees them: its own, and behind them those of the present."""
    for key, version in versions.items():
        yield (
            key,
            Names(
                version,
                present.vocabularies,
                behind=present,
                frameworks=present.frameworks,
                versions=present.versions,
                own_key=present.own_key,
                written=present.written,
                lost=present.lost,
            ),
        )
