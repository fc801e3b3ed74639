"""Where it stands: what cites nothing, what cannot be looked up, what the sources tell differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from idebur.absence import Absence, Claims, Vague, one_said
from idebur.checks.rings import in_a_ring
from idebur.checks.subject import BESIDE, Check, Subject, silent
from idebur.citations import Cite
from idebur.elements import Element
from idebur.messages import LANGUAGES, Finding
from idebur.said import Said
from idebur.several import Several
from idebur.visits import Path, fields_of, walk, written_path

__all__ = ["CHECKS"]

_OF_THE_TEXT = (
    "links",
    "definitions",
    "parties",
    "aims",
    "principles",
    "commitments",
    "ladders",
    "bodies",
    "routines",
    "resources",
    "clauses",
    "procedures",
    "events",
    "conclusions",
)
"""The sections that say what stands in a text; who else is named, and which documents there are, one knows anyhow."""


def without_citation(subject: Subject) -> Iterator[Finding]:
    """An element cites nothing, neither itself nor any part of it, and nor does the state it stands in."""
    if subject.content.cites or not _has_documents(subject):
        return
    for section in _OF_THE_TEXT:
        for key, element in getattr(subject.content, section).items():
            if not any(isinstance(visit.value, Cite) for visit in walk(element)):
                yield subject.finding("element-without-citation", section, key, element=subject.called(element))


def without_source(subject: Subject) -> Iterator[Finding]:
    """An agreement names no document at all, so nothing in it can be looked up."""
    if subject.asks_for_all and not _has_documents(subject):
        yield subject.finding("agreement-without-source", "documents")


def document_without_places(subject: Subject) -> Iterator[Finding]:
    """A place in a document is cited, and the document does not say which places it has."""
    first: dict[str, str] = {}
    for visit in subject.visits:
        if isinstance(visit.value, Cite) and visit.value.at.place:
            first.setdefault(visit.value.at.document or subject.names.source or "", visit.value.at.place)
    for key, document in subject.content.documents.items():
        if key in first and silent(document.places):
            yield subject.finding(
                "document-without-places", "documents", key, element=subject.called(document), place=first[key]
            )


def nobody_asserts(subject: Subject) -> Iterator[Finding]:
    """A document is cited, and it is not said who made it: nobody stands behind what is cited."""
    unsaid = {
        visit.value.at.document or subject.names.source
        for visit in subject.visits
        if isinstance(visit.value, Cite) and visit.value.asserted_by is None
    }
    for key, document in subject.content.documents.items():
        if key in unsaid and key != subject.names.source and silent(document.by):
            yield subject.finding("document-by-nobody", "documents", key, element=subject.called(document))


def known_through_itself(subject: Subject) -> Iterator[Finding]:
    """A document is known through itself, or two through each other."""
    documents = subject.state(lambda content: content.documents)
    through = {key: (one_said(document.known_through) or "",) for key, document in documents.items()}
    ringed = in_a_ring(through)
    for key, document in subject.content.documents.items():
        if key in ringed:
            path = ("documents", key, "known-through")
            yield subject.finding("document-known-through-itself", *path, element=subject.called(document))


def sources_differ(subject: Subject) -> Iterator[Finding]:
    """Several sources are given for one value, and they do not agree."""
    for path, element, claims in _claims(subject.content, (), None):
        if not claims.agree:
            said = tuple(dict.fromkeys(_told(claim.said) for claim in claims))
            called = dict.fromkeys(LANGUAGES, written_path(path)) if element is None else subject.called(element)
            yield subject.finding("sources-differ", *path, element=called, said=said)


def _claims(said: Any, path: Path, element: Element | None) -> Iterator[tuple[Path, Element | None, Claims[Any]]]:
    """Give every value that sources are given for, however far in, with its path and the element it is said of."""
    match said:
        case Claims():
            yield path, element, said
            for number, claim in enumerate(said):
                at = path if len(said.claims) == 1 else (*path, number)
                yield from _claims(claim.said, (*at, "said"), element)
        case Said():
            about = said if isinstance(said, Element) and path else element
            for name, field in fields_of(type(said)).items():
                if name in said.model_fields_set and (path or field.alias not in BESIDE):
                    yield from _claims(getattr(said, name), (*path, field.alias), about)
        case Mapping():
            for key, inner in said.items():
                yield from _claims(inner, (*path, key), element)
        case Several() | tuple():
            for number, inner in enumerate(said):
                yield from _claims(inner, (*path, number), element)
        case _:
            pass  # a value with nothing inside


def _has_documents(subject: Subject) -> bool:
    return any(len(content.documents) for content in subject.contents())


def _told(value: Any) -> str:
    return value.said if isinstance(value, Absence) else value.vague if isinstance(value, Vague) else str(value)


CHECKS: tuple[Check, ...] = (
    without_citation,
    without_source,
    document_without_places,
    nobody_asserts,
    known_through_itself,
    sources_differ,
)
