"""Questions about membership put to an agreement: how one joins, who approves, whom one tells when leaving.

Whether an organisation *may* join is judged from the same procedures by the rules of their clauses.
"""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import NOT_SAID, one_said
from idebur.agreement import Agreement
from idebur.elements import Several
from idebur.procedures import Procedure, Step

__all__ = ["approvers", "joining", "leaving", "told_when_leaving"]


def joining(agreement: Agreement) -> tuple[Procedure, ...]:
    """The procedures by which one joins: those of a kind with the property ``joins``."""
    return tuple(_procedures(agreement, "joins"))


def leaving(agreement: Agreement) -> tuple[Procedure, ...]:
    """The procedures by which one leaves: those of a kind with the property ``leaves``."""
    return tuple(_procedures(agreement, "leaves"))


def approvers(agreement: Agreement) -> Several[str]:
    """Who approves that somebody joins; *not said* where the text names nobody."""
    steps = _steps(agreement, joining(agreement), "approves")
    return _actors(actor for step in steps for actor in step.who.actors("does"))


def told_when_leaving(agreement: Agreement) -> Several[str]:
    """Whom one tells when leaving; *not said* where the text names nobody."""
    steps = _steps(agreement, leaving(agreement), "tells")
    return _actors(actor for step in steps for actor in step.to)


def _procedures(agreement: Agreement, name: str) -> Iterator[Procedure]:
    words = agreement.vocabularies
    for procedure in agreement.procedures.values():
        kind = one_said(procedure.kind)
        if kind is not None and words.has("procedure-kind", kind, name):
            yield procedure


def _steps(agreement: Agreement, procedures: tuple[Procedure, ...], name: str) -> Iterator[Step]:
    words = agreement.vocabularies
    for procedure in procedures:
        yield from (step for step in procedure.steps if any(words.has("step-verb", verb, name) for verb in step.does))


def _actors(found: Iterator[str]) -> Several[str]:
    actors = tuple(dict.fromkeys(found))
    return Several(actors) if actors else Several(absence=NOT_SAID)
