"""Questions about membership put to an agreement: how one joins, who approves, whom one tells when leaving.

Whether an organisation *may* join is judged from the same procedures by the rules of their clauses.
"""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import NOT_SAID, one_said
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.elements import Several
from idebur.names import PRESENT
from idebur.procedures import Procedure, Step
from idebur.rules.facts import Clause, Fact
from idebur.rules.terms import Terms
from idebur.visits import Path

__all__ = ["approvers", "joining", "leaving", "terms_of", "told_when_leaving"]


def terms_of(agreement: Agreement, version: str | None = None) -> Terms:
    """What the names in the rules of *agreement* mean: in its present state, or in a *version* of it.

    The citations of its clauses have their documents filled in. What a version does not name itself means what it does
    in the version that it amends, and behind that in the present state.

    Raises:
        UnknownKey: there is no such version.
    """
    contents = tuple(_contents(agreement, version))
    facts: dict[str, Fact] = {key: fact for _, content in contents for key, fact in content.facts.items()}
    clauses: dict[str, Clause] = {
        key: clause.model_copy(update={"cites": agreement.cites_of((*path, "clauses", key))})
        for path, content in contents
        for key, clause in content.clauses.items()
    }
    return Terms(facts, clauses, agreement.vocabularies)


def _contents(agreement: Agreement, version: str | None) -> Iterator[tuple[Path, Content]]:
    """The state that is asked for, after those behind it: what comes later goes before."""
    yield (), agreement
    chain: list[str] = []
    while version is not None and version != PRESENT and version not in chain:
        chain.append(version)
        version = one_said(agreement.versions[version].amends)
    for key in reversed(chain):
        yield ("versions", key), agreement.versions[key]


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
