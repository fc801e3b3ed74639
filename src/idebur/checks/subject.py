"""What a check is handed: one state of an agreement, with everything needed to ask it questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Protocol, TypeVar

from attrs import frozen

from idebur.absence import NOT_SAID, Absence, one_said
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.elements import Element, Keyed
from idebur.messages import LANGUAGES, Finding, Place
from idebur.names import ACTORS, Names
from idebur.parties import Actor, Office
from idebur.said import In, Said
from idebur.several import Who
from idebur.states import lay
from idebur.text import Text
from idebur.visits import Mark, Path, Visit, fields_of, walk, written_path
from idebur.vocabulary import Vocabularies

__all__ = ["BESIDE", "Check", "Places", "Subject", "silent"]

E = TypeVar("E", bound=Element)


class Places(Protocol):
    """Where each element and field stands, by its path."""

    def __getitem__(self, path: Path, /) -> Place:
        """The place of the key at *path*."""


def silent(value: object) -> bool:
    """Whether the text says nothing here. What it denies (``none``) it has said, and so it has settled it.

    >>> from idebur.absence import NONE, NOT_SAID
    >>> silent(NOT_SAID), silent(NONE), silent(5)
    (True, False, False)
    """
    absence = value if isinstance(value, Absence) else getattr(value, "absence", None)
    return isinstance(absence, Absence) and not absence.is_stated


BESIDE = frozenset({"versions", "words", "accepted"})
"""What an agreement holds beside its present state."""


@frozen(eq=False)
class Subject:
    """One state of an agreement, its present or a version: what the checks question.

    An amendment names only what changes; what it does not name stands as in :attr:`base`, the state it amends.
    """

    agreement: Agreement
    content: Content
    names: Names
    mentioned: frozenset[str] = frozenset()
    """Every word that refers to something, anywhere in the agreement, path by path taken apart."""

    prefix: Path = ()
    """The path of this state: nothing for the present, ``versions.proposed`` for a version."""

    base: Subject | None = None
    places: Places | None = None

    @property
    def vocabularies(self) -> Vocabularies:
        """The words as the agreement has them."""
        return self.names.vocabularies

    @property
    def asks_for_all(self) -> bool:
        """Whether what is nowhere in it is missing: not in an amendment, nor in a text that is past mending."""
        return self.base is None and not self.is_over(self.content)

    def finding(self, code: str, *path: str | int, suggestion: str | None = None, **params: Any) -> Finding:
        """Report *code* at *path*, counted from this state; *params* fill the message in."""
        whole = (*self.prefix, *path)
        place = None if self.places is None else self.places[whole]
        return Finding(code, written_path(whole), params, place, suggestion)

    def called(self, element: Element | str) -> dict[str, str]:
        """What an element (or the actor of a key) is called in a message, in each language.

        Its name; else what it is (a plan, a decision), which an actor's kind does not tell; else its key.
        """
        if isinstance(element, str):
            actor = self.actor(element)
            if actor is None:
                return self.label("group" if element in self.vocabularies["group"] else "sector", element)
            element = actor
        for field in ("name", "title", "term"):
            text = getattr(element, field, None)
            if isinstance(text, Text):
                return {lang: text.said(lang, self.agreement.language) for lang in LANGUAGES}
        kind, mark = one_said(getattr(element, "kind", NOT_SAID)), _kind_of(type(element))
        if isinstance(kind, str) and isinstance(mark, In) and not isinstance(element, Actor):
            return self.label(mark.vocabulary, kind)
        return dict.fromkeys(LANGUAGES, element.key)

    def label(self, vocabulary: str, word: str) -> dict[str, str]:
        """What a word is called, in each language."""
        return {lang: self.vocabularies.label(vocabulary, word, lang) for lang in LANGUAGES}

    def has(self, vocabulary: str, word: Any, name: str) -> bool:
        """Whether *word* has the property *name*; a word that is not said, or said differently, has none."""
        said = one_said(word)
        return isinstance(said, str) and self.vocabularies.has(vocabulary, said, name)

    def word(self, vocabulary: str, word: Any, name: str) -> bool | int | str | None:
        """The value of a property of *word*, or ``None``."""
        said = one_said(word)
        return self.vocabularies.property(vocabulary, said, name) if isinstance(said, str) else None

    def is_over(self, element: Element) -> bool:
        """Whether an element is past: nothing in it can be mended any more."""
        return self.has("status", element.status, "over")

    def living(self, elements: Keyed[E]) -> Iterator[tuple[str, E]]:
        """The elements that are not past, by key; none where the whole state is."""
        if not self.is_over(self.content):
            yield from ((key, element) for key, element in elements.items() if not self.is_over(element))

    @property
    def chain(self) -> tuple[Subject, ...]:
        """This state, the one it amends, the one that amends, and so on."""
        found = [self]
        while found[-1].base is not None:
            found.append(found[-1].base)
        return tuple(found)

    def state(self, section: Callable[[Content], Keyed[E]]) -> Mapping[str, E]:
        """A section as it stands in this state, with what an amendment leaves standing."""
        return lay(((subject.prefix, subject.content) for subject in reversed(self.chain)), section).elements

    def ended(self, section: str) -> Mapping[str, Path]:
        """What an amendment takes away from a section of the state it amends, with the path that takes it away."""
        if self.base is None:
            return {}
        own = getattr(self.content, section)
        field = section.replace("_", "-")
        taken: dict[str, Path] = {
            other: (field, key, "replaces")
            for key, element in own.items()
            if (other := one_said(element.replaces)) is not None and other not in own
        }
        taken |= {key: (field, key) for key, absence in own.absent.items() if absence.is_stated}
        standing = self.base.state(lambda content: getattr(content, section))
        if own.absence is not None and own.absence.is_stated:
            taken = dict.fromkeys(standing, (field,))
        return {key: path for key, path in taken.items() if key in standing}

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every value of this state, with its path counted from it; not those of the other states."""
        return tuple(visit for visit in walk(self.content) if visit.path[0] not in BESIDE)

    def gone(self, name: str) -> bool:
        """Whether what *name* means is past, replaced, or stated not to exist in this state."""
        key = name.rpartition(".")[2]
        for subject in self.chain:
            for section in Content.model_fields:
                held = getattr(subject.content, section)
                if not isinstance(held, Keyed):
                    continue
                if key in held:
                    return self.is_over(held[key])
                if key in held.absent:
                    return held.absent[key].is_stated
                if subject.base is not None and any(one_said(element.replaces) == key for element in held.values()):
                    return True
        return False

    def actor(self, key: str) -> Actor | Office | None:
        """The actor of a key: of this state, of the one it amends, or of the present; ``None`` for a group word."""
        for content in self.contents():
            for section in ACTORS:
                found = getattr(content, section).get(key)
                if isinstance(found, (Actor, Office)):
                    return found
        return None

    def contents(self) -> Iterator[Content]:
        """The contents in which a name is looked up, in order: its own, those it amends, the present."""
        for subject in self.chain:
            yield subject.content
        if self.names.behind is not None:
            yield self.names.behind.content

    def kind_has(self, actor: Actor | Office, name: str) -> bool:
        """Whether the kind of an actor (or body) has a property."""
        kind = getattr(actor, "kind", None)
        return self.has("actor-kind", kind, name) or self.has("body-kind", kind, name)

    def within(self, key: str) -> tuple[str, ...]:
        """An actor and those it is a part of, or an office of, from the inside out."""
        chain: list[str] = []
        here: str | None = key
        while here is not None and here not in chain:
            chain.append(here)
            actor = self.actor(here)
            here = None
            if isinstance(actor, Actor):
                here = one_said(actor.part_of)
            elif isinstance(actor, Office):
                here = one_said(actor.of)
        return tuple(chain)

    def sector(self, key: str) -> str | None:
        """The sector of an actor: its own, its kind's, that of what it is a part of, or that of all its members."""
        found: set[str | None] = set()
        seen: set[str] = set()
        left = [key]
        while left:
            here = left.pop()
            if here not in seen:
                seen.add(here)
                own, members = self._sector_or_members(here)
                left.extend(members)
                found |= set() if members else {own}
        return found.pop() if len(found) == 1 else None

    def is_many(self, key: str) -> bool:
        """Whether an actor stands for several: a group word, a sector, or an actor of a kind that is many."""
        actor = self.actor(key)
        return actor is None or (isinstance(actor, Actor) and (self.kind_has(actor, "many") or bool(actor.members)))

    def _sector_or_members(self, key: str) -> tuple[str | None, tuple[str, ...]]:
        if key in self.vocabularies["sector"]:
            return key, ()
        for actor in map(self.actor, self.within(key)):
            if isinstance(actor, Actor):
                own = one_said(actor.sector) or self.word("actor-kind", actor.kind, "sector")
                if isinstance(own, str):
                    return own, ()
                if len(actor.members):
                    return None, tuple(actor.members)
        return None, ()

    def those(self, who: Who, role: str) -> tuple[str, ...]:
        """Those who have a role, whichever of its verbs (the verbs with that property) says so."""
        return tuple(actor for verb in who if self.has("verb", verb, role) for actor in who[verb])

    def nobody(self, who: Who, role: str) -> bool:
        """Whether the text is silent on who has a role; where it says that nobody does, it is not."""
        said = [who[verb] for verb in who if self.has("verb", verb, role)]
        return all(map(silent, said)) if said else who.absence is None or silent(who)


def _kind_of(element: type[Said]) -> Mark:
    fields = fields_of(element)
    return fields["kind"].mark if "kind" in fields else None


class Check(Protocol):
    """A check: asks a subject one question, and reports what it finds."""

    def __call__(self, subject: Subject, /) -> Iterable[Finding]:
        """Give the findings, in no particular order."""
