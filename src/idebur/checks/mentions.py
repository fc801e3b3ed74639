"""Which words an agreement refers with, wherever they stand: what is in none of them is named by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Absence
from idebur.agreement import Agreement
from idebur.citations import Cite
from idebur.notation.cadences import Cadence
from idebur.rules import Rule, references
from idebur.said import Ref
from idebur.visits import Visit, walk

__all__ = ["mentions", "referred"]


def mentions(agreement: Agreement) -> frozenset[str]:
    """Give every word that refers to something; of a dotted name, each of its words."""
    return frozenset(word for visit in walk(agreement) for name in referred(visit) for word in name.split("."))


def referred(visit: Visit) -> Iterator[str]:
    """Give the names that one value refers with."""
    match visit.value:
        case Cite(at=at):
            if at.document is not None:
                yield at.document
        case Rule():
            yield from references(visit.value)
        case Cadence():
            yield from visit.value.references
        case Absence(instead=str(name)):
            yield name
        case str() if isinstance(visit.mark, Ref) and visit.mark.kind != "new-place":
            yield visit.value
