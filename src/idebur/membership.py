"""Questions about membership put to an agreement: who may join, how, who approves, whom one tells when leaving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from idebur.absence import NOT_SAID, Absence, Maybe, one_said
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.names import PRESENT
from idebur.organisations import Organisation
from idebur.procedures import Procedure, Step
from idebur.rules.facts import Clause, Fact
from idebur.rules.judging import judge
from idebur.rules.language import Named, Rule, any_of
from idebur.rules.terms import Terms
from idebur.rules.verdicts import Verdict
from idebur.several import Several
from idebur.visits import Path

__all__ = [
    "Compared",
    "approvers",
    "compare_members",
    "joining",
    "leaving",
    "may_join",
    "rule_of_joining",
    "terms_of",
    "told_when_leaving",
]


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


def may_join(agreement: Agreement, organisation: Organisation, *, version: str | None = None) -> Verdict:
    """Judge whether *organisation* may join *agreement*: by what its procedures for joining are open to.

    Each of them is a clause of the verdict, named by its path (``procedures.joining``); where there are several, any
    is enough. Where the text does not say whom one is open to, that clause has no rule, and so is unknown; where it
    names no way of joining at all, the one clause is called ``procedures``. Whether it is then *approved* that the
    organisation joins (:func:`approvers`) is for people to decide.

    Raises:
        UnknownKey: there is no such version.
        Mistyped: a value is of another type than its fact.
    """
    rule, terms = rule_of_joining(agreement, version)
    return judge(rule, organisation, terms)


def rule_of_joining(agreement: Agreement, version: str | None = None) -> tuple[Rule, Terms]:
    """The rule by which :func:`may_join` judges, and what the names in it mean.

    Raises:
        UnknownKey: there is no such version.
    """
    terms = terms_of(agreement, version)
    ways: dict[str, Clause] = {}
    for path, content in _state(agreement, version):
        for key, procedure in content.procedures.items():
            name = f"procedures.{key}"
            ways.pop(name, None)
            if _is(agreement, procedure, "joins"):
                cites = agreement.cites_of((*path, "procedures", key), "open-to")
                ways[name] = Clause(rule=_open_to(procedure), cites=cites)
    ways = ways or {"procedures": Clause()}
    return any_of(*map(Named, ways)), Terms(terms.facts, {**terms.clauses, **ways}, terms.vocabularies)


def _open_to(procedure: Procedure) -> Maybe[Rule]:
    """Whom it is open to: nobody, where that is what the text says."""
    said = procedure.open_to
    return any_of() if isinstance(said, Absence) and said.is_stated else said


@frozen
class Compared:
    """Whether one organisation may join, before and after."""

    organisation: str
    """Its key."""

    before: Verdict
    after: Verdict

    @property
    def gains(self) -> bool:
        """Whether the answer comes nearer to yes."""
        return self.after.answer > self.before.answer

    @property
    def loses(self) -> bool:
        """Whether the answer comes nearer to no."""
        return self.after.answer < self.before.answer


def compare_members(
    before: Agreement,
    after: Agreement,
    organisations: Iterable[Organisation],
    *,
    versions: tuple[str | None, str | None] = (None, None),
) -> tuple[Compared, ...]:
    """Tell of each organisation whether it may join before and after a change: who gains by it, and who loses.

    *versions* are those of *before* and *after* that are meant; two of one agreement can be compared so.

    Raises:
        UnknownKey, Mistyped: as :func:`may_join`.
    """
    (old, old_terms), (new, new_terms) = rule_of_joining(before, versions[0]), rule_of_joining(after, versions[1])
    return tuple(
        Compared(one.organisation, judge(old, one, old_terms), judge(new, one, new_terms)) for one in organisations
    )


def _contents(agreement: Agreement, version: str | None) -> Iterator[tuple[Path, Content]]:
    """The state that is asked for, after those behind it: what comes later goes before."""
    yield (), agreement
    for key in _chain(agreement, version):
        yield ("versions", key), agreement.versions[key]


def _state(agreement: Agreement, version: str | None) -> Iterator[tuple[Path, Content]]:
    """What the state that is asked for consists of: of an amendment, with what it amends; of a whole, it alone."""
    chain = _chain(agreement, version)
    if not chain or one_said(agreement.versions[chain[0]].amends) == PRESENT:
        yield (), agreement
    for key in chain:
        yield ("versions", key), agreement.versions[key]


def _chain(agreement: Agreement, version: str | None) -> tuple[str, ...]:
    """The version that is asked for, last, after those that it amends; none for the present."""
    chain: list[str] = []
    while version is not None and version != PRESENT and version not in chain:
        chain.append(version)
        version = one_said(agreement.versions[version].amends)
    return tuple(reversed(chain))


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
    yield from (procedure for procedure in agreement.procedures.values() if _is(agreement, procedure, name))


def _is(agreement: Agreement, procedure: Procedure, name: str) -> bool:
    kind = one_said(procedure.kind)
    return kind is not None and agreement.vocabularies.has("procedure-kind", kind, name)


def _steps(agreement: Agreement, procedures: tuple[Procedure, ...], name: str) -> Iterator[Step]:
    words = agreement.vocabularies
    for procedure in procedures:
        yield from (step for step in procedure.steps if any(words.has("step-verb", verb, name) for verb in step.does))


def _actors(found: Iterator[str]) -> Several[str]:
    actors = tuple(dict.fromkeys(found))
    return Several(actors) if actors else Several(absence=NOT_SAID)
