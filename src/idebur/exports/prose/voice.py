"""How one agreement speaks in one language: what its elements are called, and what each kind of value is in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from typing import Any, get_args

from attrs import evolve

from idebur.absence import Absence, Claims, Vague, one_said
from idebur.agreement import Agreement, names_of
from idebur.aims import Aim
from idebur.citations import Cites
from idebur.content import Content
from idebur.elements import Element, Keyed
from idebur.exports.prose.conditions import rule_in_words
from idebur.exports.prose.wording import amount, cadence, capital, date, listed, lowered, number, phrase
from idebur.frameworks import shipped_frameworks
from idebur.messages import LANGUAGES, Lang
from idebur.messages.telling import ABOUT, FIELDS
from idebur.names import ACTORS, Names, element_at, version_names
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.dates import Date
from idebur.parties import OfficeTerm
from idebur.rules import Rule
from idebur.said import In, Ref, Said
from idebur.several import Pairs, Several
from idebur.text import Text
from idebur.visits import Mark, Path, elements, fields_of

__all__ = ["Voice"]

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "actor": ACTORS,
    "tenant": ACTORS,
    "document": ("documents",),
    "aim": ("aims",),
    "routine": ("routines",),
    "event": ("events",),
    "seat": ("bodies", "offices"),
    "level": ("ladders",),
    "phase": ("ladders",),
}
"""Where each kind of reference leads; a kind that is not here leads anywhere."""

_TOP = frozenset({ACTORS, ("documents",), ("routines",), ("events",)})
"""The sections whose own elements alone are meant, never the parts of these: a seat may be called as an actor is."""


def _by_kind(key: str, labels: Mapping[str, str]) -> str:
    """What is told only by its key: by its kind where the key is that word, with it where the key speaks of a kind."""
    said, last = key.replace("-", " "), key.rpartition("-")[2]
    for word, label in labels.items():
        if key in _forms(word):
            return label
    kind = next((label for word, label in labels.items() if last in _forms(word)), "")
    return f"{kind} ({said})" if kind and kind not in said else said


def _forms(word: str) -> tuple[str, ...]:
    """A word of a vocabulary, and the keys one makes of it: *leave*, *leaving*; *dispute*, *disputes*."""
    return word, f"{word.removesuffix('e')}ing", f"{word}s"


class Voice:
    """The words for one agreement in one language; with *version*, for that state of it."""

    def __init__(self, agreement: Agreement, lang: Lang, version: str | None = None) -> None:
        self.agreement = agreement
        self.lang = lang
        self.content: Content = agreement if version is None else agreement.versions[version]
        self.vocabularies = agreement.vocabularies
        present = names_of(agreement)
        self.names: Names = present if version is None else dict(version_names(present, agreement.versions))[version]
        self._introduced = {one.who: one.name for one in agreement.tenures if isinstance(one.name, Text)}

    def phrase(self, name: str, *parts: object) -> str:
        """Fill a turn of phrase in."""
        return phrase(name, self.lang, *parts)

    def label(self, vocabulary: str, word: str) -> str:
        """What a word of a vocabulary is called."""
        return self.vocabularies.label(vocabulary, word, self.lang)

    def field(self, name: str) -> str:
        """What a field is called before its value."""
        return FIELDS[name][LANGUAGES.index(self.lang)] if name in FIELDS else name.replace("_", " ")

    def about(self, name: str) -> str:
        """What it is that the text is silent about, where it says nothing of a field."""
        return ABOUT[name][LANGUAGES.index(self.lang)] if name in ABOUT else self.field(name)

    def text(self, text: Text) -> str:
        """The text in this language, or in another where it has no such."""
        return " ".join(text.said(self.lang, self.agreement.language).split())

    def listed(self, items: Iterable[str], word: str = "and") -> str:
        """Join as one says it."""
        return listed(items, self.lang, word)

    # --- names ---

    def name(self, key: str, kind: str = "") -> str:
        """What something is called that is referred to by *key*: an actor, a body, a principle, a document, a section.

        *kind* is the kind of reference, where it is known: the same key may stand in several sections.
        """
        if kind in ("", "actor", "tenant"):
            for vocabulary in ("group", "sector"):
                if key in self.vocabularies[vocabulary]:
                    return self.label(vocabulary, key)
        at = self._at(key, _SECTIONS.get(kind, ()))
        if at is not None and len(at[1]) == 4 and at[1][2] == "seats":
            return self._seat(*at)
        element = element_at(*at) if at is not None else None
        if element is not None:
            title = self.title(element, key.rpartition(".")[2])
            return lowered(title) if self.lang == "en" and title.startswith("The ") else title
        if key == self.agreement.agreement:
            return self.phrase("this-agreement")
        if key in self._introduced:
            return self.text(self._introduced[key])
        if key.replace("-", "_") in Content.model_fields:
            return self.field(key.replace("-", "_"))
        document, _, rest = key.partition(".")
        procedure = self._at(document, ("procedures",)) if rest else None
        if procedure is not None:
            done = self.label("step-verb", rest) if rest in self.vocabularies["step-verb"] else rest.replace("-", " ")
            return f"{self.title(element_at(*procedure), document)} ({done})"
        if rest and document in self.agreement.documents:
            return f"{self.foreign(document, rest)} ({self.name(document)})"
        return key.replace("-", " ").replace(".", " ")

    def _at(self, key: str, sections: tuple[str, ...] = ()) -> tuple[Content, Path] | None:
        """Where *key* leads, in this state or the present one; in *sections*, where they are given."""
        names: Names | None = self.names
        while names is not None:
            if key in names.by_key or "." in key:
                own = [
                    path
                    for path in names.by_key.get(key.rpartition(".")[2], ())
                    if path in names.paths(key)
                    and (not sections or (path[0] in sections and (len(path) == 2 or sections not in _TOP)))
                ]
                if own:
                    return names.content, min(own, key=len)
            names = names.behind
        return None

    def _seat(self, content: Content, path: Path) -> str:
        """A seat is called by whom it is for, and by its body."""
        seat, body = element_at(content, path), element_at(content, path[:2])
        held = [one_said(getattr(seat, name, None)) for name in ("of", "one_each", "ex_officio")]
        holder = next(
            (self.name(one, "actor") for one in held if isinstance(one, str)), str(path[-1]).replace("-", " ")
        )
        called = self.title(body, str(path[1]))
        called = lowered(called) if self.lang == "en" and called.startswith("The ") else called
        return self.phrase("seat-of", holder, called)

    def foreign(self, document: str, key: str) -> str:
        """What an element of another document is called: by its title where the document is known here."""
        framework = shipped_frameworks().get(document)
        for path, element in elements(framework) if framework is not None else ():
            if path[-1] == key.rpartition(".")[2]:
                return self.title(element, key)
        return key.replace("-", " ")

    def title(self, element: Element, key: str) -> str:
        """What an element is called: its name or title, else its kind (and number), else its key."""
        for name in ("name", "title", "term", "label"):
            said = one_said(getattr(element, name, None))
            if isinstance(said, Text):
                return self.text(said)
        kind = one_said(getattr(element, "kind", None))
        if isinstance(kind, str):
            mark = fields_of(type(element))["kind"].mark
            called = self.label(mark.vocabulary, kind) if isinstance(mark, In) else kind
            count = one_said(getattr(element, "number", None))
            if isinstance(count, int):
                return f"{called} {count}"
            return self._told_apart(element, called) if isinstance(element, Aim) else called
        does = one_said(getattr(element, "does", None))
        if isinstance(does, Text):
            return self.phrase("quoted", shorten(lowered(self.text(does)), 60, placeholder=" …"))
        return key.replace("-", " ")

    def silent_on(self, section: str, key: str) -> str:
        """What an element is called that is named only to say that there is none: by the kind its key speaks of."""
        known = self._behind(section, key)
        if known is not None:
            return self.title(known, key)
        held = type(self.content).model_fields[section].annotation
        for kind in get_args(held) or (held,):
            field = fields_of(kind).get("kind") if isinstance(kind, type) and issubclass(kind, Said) else None
            if field is not None and isinstance(field.mark, In):
                labels = {
                    word: self.label(field.mark.vocabulary, word) for word in self.vocabularies[field.mark.vocabulary]
                }
                return _by_kind(key, labels)
        return key.replace("-", " ")

    def _behind(self, section: str, key: str) -> Element | None:
        """The element of a version's key in the present state."""
        held = None if self.content is self.agreement else getattr(self.agreement, section, None)
        return held[key] if isinstance(held, Keyed) and key in held else None

    def _told_apart(self, aim: Aim, called: str) -> str:
        """An aim has no title: where several are of its kind, its first words tell it from the others."""
        aims = {**self.agreement.aims, **self.content.aims}.values()
        alike = [one for one in aims if one.kind == aim.kind]
        text = one_said(aim.text)
        if len(alike) < 2 or not isinstance(text, Text):
            return called
        return f"{called} {self.phrase('quoted', shorten(self.text(text), 45, placeholder=' …'))}"

    # --- values ---

    def value(self, value: Any, mark: Mark = None, key_mark: Mark = None) -> str:  # noqa: C901 - a case a kind
        """Any value in words; *mark* says what a name in it is a name of, *key_mark* what the keys of pairs are."""
        match value:
            case Absence():
                return self.phrase("none" if value.is_stated else "not-told")
            case Vague():
                return self.phrase("quoted", value.vague)
            case Claims():
                return self._claims(value, mark)
            case Several():
                return self.several(value, mark)
            case Pairs():
                return ", ".join(
                    f"{self.value(key, key_mark)}: {self.value(inner, mark)}" for key, inner in value.items()
                )
            case Text():
                return self.text(value)
            case Amount():
                return amount(value, self.lang)
            case Cadence():
                return cadence(value, self.lang, self._lower_name)
            case Date():
                return date(value, self.lang)
            case Rule():
                return rule_in_words(self, value)
            case bool():
                return self.phrase("yes" if value else "no")
            case Cites():
                return self.cites(value)
            case OfficeTerm():
                return self._term(value)
            case str() if isinstance(mark, In):
                return self.label(mark.vocabulary, value)
            case str() if isinstance(mark, Ref):
                return self.name(value, mark.kind)
            case Said():
                return "; ".join(self.fields(value))
            case tuple():
                return "; ".join(self.value(item, mark) for item in value)
            case _:
                return str(value)

    def _lower_name(self, key: str) -> str:
        return lowered(self.name(key))

    def fields(self, said: Said) -> Iterator[str]:
        """Every field that is said, as "label: value"."""
        for name, field in fields_of(type(said)).items():
            if name in said.model_fields_set and name != "cites":
                yield f"{self.field(name)}: {self.value(getattr(said, name), field.mark, field.key_mark)}"

    def _term(self, term: OfficeTerm) -> str:
        """For how long an office is held: how long a term is, and how many there may be."""
        limit = one_said(term.limit)
        terms = evolve(limit, unit="terms") if isinstance(limit, Amount) and not limit.unit else term.limit
        said = {"length": term.length, "limit": terms, "follows": term.follows, "convocation": term.convocation}
        marks = fields_of(OfficeTerm)
        parts = []
        for name, value in said.items():
            if name in term.model_fields_set:
                told = self.value(value, marks[name].mark)
                by_name = isinstance(value, Absence) or name in ("follows", "convocation")
                parts.append(f"{self.field(name)} {told}" if by_name else told)
        return ", ".join(filter(None, (*parts, self.cites(term.cites))))

    def _claims(self, claims: Claims[Any], mark: Mark) -> str:
        said = [
            " ".join(filter(None, (self.value(claim.said, mark), self._span(claim), self.cites(claim.cites))))
            for claim in claims
        ]
        if all(self._span(claim) for claim in claims):  # one after the other, and so not against each other
            return "; ".join(said)
        return said[0] if len(said) == 1 else self.phrase("differ", self.listed(said, "or"))

    def _span(self, said: Any) -> str:
        """From when until when, where that is said."""
        since, until = (
            "" if one is None or isinstance(one, Absence) else self.value(one) for one in (said.since, said.until)
        )
        if since and until:
            return self.phrase("from-to", since, until)
        if since:
            return self.phrase("from", since)
        return self.phrase("to", until) if until else ""

    def span(self, element: Element) -> str:
        """From when until when an element holds, where that is said."""
        return self._span(element)

    def several(self, several: Several[Any], mark: Mark = None, word: str = "and") -> str:
        """A list as one says it; an open one with "among others"."""
        if several.absence is not None:
            return self.value(several.absence)
        joined = self.listed([self.value(item, mark).removesuffix(".") for item in several], word)
        return self.phrase("among-others", joined) if several.among_others else joined

    def is_itself(self, actor: str) -> bool:
        """Whether a word stands for the actor whose element it is."""
        return self.vocabularies.has("group", actor, "self")

    def actors(self, several: Several[str], owner: str | None = None) -> str:
        """Actors by name; *owner* is who "itself" stands for."""
        own = self.phrase("itself", owner) if owner else self.name("itself")
        joined = self.listed([own if self.is_itself(key) else self.name(key, "actor") for key in several])
        return self.phrase("among-others", joined) if several.among_others else joined

    def cites(self, cites: Cites) -> str:
        """Where it stands, in square brackets; "" where nothing is cited."""
        places = [
            f"{cite.at} ({self.name(cite.asserted_by)})" if cite.asserted_by is not None else str(cite.at)
            for cite in cites
        ]
        return f"[{'; '.join(dict.fromkeys(places))}]" if places else ""

    def count(self, value: Any) -> str:
        """A number of people or things: a small one in words."""
        exact = one_said(value)
        if isinstance(exact, Amount) and exact.is_exact and not exact.unit and exact.low is not None:
            return number(exact.low, self.lang, in_words=True)
        return self.value(value)

    def heading(self, text: str) -> str:
        """A text as a heading: with a capital first letter."""
        return capital(text)
