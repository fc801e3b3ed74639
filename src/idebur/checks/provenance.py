"""Where it stands: what cites nothing, what cannot be looked up, what the sources tell differently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from idebur.absence import Absence, Claims, Vague, one_said
from idebur.checks.rings import in_a_ring
from idebur.checks.subject import Check, Subject, silent
from idebur.citations import Cite
from idebur.elements import Element
from idebur.messages import Finding
from idebur.visits import walk

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
    for section, key, element in _elements(subject):
        for name, value in element:
            if isinstance(value, Claims) and not value.agree:
                said = tuple(dict.fromkeys(_told(claim.said) for claim in value))
                yield subject.finding(
                    "sources-differ", section, key, name.replace("_", "-"), element=subject.called(element), said=said
                )


def _elements(subject: Subject) -> Iterator[tuple[str, str, Element]]:
    for section in (*_OF_THE_TEXT, "documents", "actors", "offices"):
        for key, element in getattr(subject.content, section).items():
            yield section, key, element


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
