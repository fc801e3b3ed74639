"""Questions about membership put to an agreement: who may join, how, who approves, whom one tells when leaving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from idebur.absence import NOT_SAID, Absence, Maybe, one_said
from idebur.agreement import Agreement
from idebur.citations import Cites
from idebur.content import Content
from idebur.messages import LANGUAGES
from idebur.organisations import Organisation
from idebur.procedures import Procedure, Step
from idebur.rules.facts import Clause
from idebur.rules.judging import judge
from idebur.rules.language import Named, Rule, any_of, references
from idebur.rules.misuses import rings
from idebur.rules.terms import Terms
from idebur.rules.verdicts import Verdict
from idebur.several import Several
from idebur.states import Ended, Laid, State, behind, consists_of, is_otherwise, lay
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
    "ways_of",
]


def terms_of(agreement: Agreement, version: str | None = None) -> Terms:
    """What the names in the rules of *agreement* mean: in its present state, or in a *version* of it.

    The citations of its clauses have their documents filled in. What a version does not name itself means what it does
    in the version that it amends, and behind that in the present state. A clause that has been replaced means what
    replaces it, where a rule still names it; one that is stated not to exist has no rule then, and so is unknown. So
    has one that is only proposed, or past, in a state that is not: its rule is not in force.

    Raises:
        UnknownKey: there is no such version.
    """
    states = behind(agreement, version)
    clauses = lay(states, lambda content: content.clauses, agreement.vocabularies)
    proposed = lay(states, lambda content: content.clauses).standing
    contents = dict(states)
    known = {
        key: _cited(agreement, path, _in_force(clause, contents[path], agreement))
        for key, (path, clause) in ({**proposed, **clauses.standing}).items()
        if key not in clauses.ended
    }
    mentioned = _mentioned(states)
    for key in mentioned & clauses.ended.keys():
        known[key] = _in_its_place(agreement, clauses.ended[key], key, known)
    facts = lay(states, lambda content: content.facts)
    mentioned |= frozenset(name for clause in known.values() for name in _named(clause.rule))
    kept = {key: facts.ended[key].element for key in mentioned & facts.ended.keys()}
    return Terms({**kept, **facts.elements}, known, agreement.vocabularies)


def _in_force(clause: Clause, content: Content, agreement: Agreement) -> Clause:
    """A clause without its rule, where that is only proposed, or past, in a state that is not."""
    otherwise = is_otherwise(clause, content, agreement.vocabularies)
    return clause.model_copy(update={"rule": NOT_SAID}) if otherwise else clause


def _cited(agreement: Agreement, path: Path, clause: Clause) -> Clause:
    return clause.model_copy(update={"cites": agreement.cites_of((*path, "clauses", clause.key))})


def _in_its_place(agreement: Agreement, ended: Ended[Clause], key: str, known: Mapping[str, Clause]) -> Clause:
    """What a clause that has been ended means where a rule still names it: what replaces it, or what nobody can tell.

    What replaces it may itself rest on it, and then means it as it was.
    """
    if isinstance(ended.by, Absence):
        return Clause()
    replacing = known.get(ended.by, Clause())
    rules = {name: rule for name, clause in known.items() if (rule := one_said(clause.rule)) is not None}
    rule = one_said(replacing.rule)
    if rule is not None and any(key in ring for ring in rings({**rules, key: rule})):
        return _cited(agreement, ended.path, ended.element)
    return replacing


def _mentioned(states: tuple[State, ...]) -> frozenset[str]:
    """The facts and clauses that the rules of a state name."""
    clauses, procedures, parties, actors = (
        lay(states, lambda content: content.clauses),
        lay(states, lambda content: content.procedures),
        lay(states, lambda content: content.parties),
        lay(states, lambda content: content.actors),
    )
    rules = (
        *(clause.rule for clause in clauses.elements.values()),
        *(procedure.open_to for procedure in procedures.elements.values()),
        *(actor.rule for laid in (parties, actors) for actor in laid.elements.values()),
    )
    return frozenset(name for rule in rules for name in _named(rule))


def _named(said: Maybe[Rule]) -> tuple[str, ...]:
    rule = one_said(said)
    return () if rule is None else references(rule)


def may_join(agreement: Agreement, organisation: Organisation, *, version: str | None = None) -> Verdict:
    """Judge whether *organisation* may join *agreement*: by what its procedures for joining are open to.

    Each of them is a clause of the verdict, named by its path (``procedures.joining``); where there are several, any
    is enough. Where the text does not say whom one is open to, that clause has no rule, and so is unknown; where it
    names no way of joining at all, the one clause is called ``procedures``. Where it says that there is none, nobody
    may join. What is proposed or past is no way of joining, but in a version that is itself so. Whether it is then
    *approved* that the organisation joins (:func:`approvers`) is for people to decide.

    Raises:
        UnknownKey: there is no such version, or a value is a word that its fact does not know.
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
    states = consists_of(agreement, version)
    procedures = lay(states, lambda content: content.procedures, agreement.vocabularies)
    contents = dict(states)
    ways: dict[str, Clause] = {}
    for key, (path, procedure) in procedures.standing.items():
        if _is_now(agreement, procedure, contents[path], "joins"):
            cites = agreement.cites_of((*path, "procedures", key), "open-to")
            ways[f"procedures.{key}"] = Clause(rule=_open_to(procedure), cites=cites)
    ways = ways or _denied(agreement, contents, procedures) or {"procedures": Clause()}
    return any_of(*map(Named, ways)), Terms(terms.facts, {**terms.clauses, **ways}, terms.vocabularies)


def _denied(agreement: Agreement, contents: Mapping[Path, Content], procedures: Laid[Procedure]) -> dict[str, Clause]:
    """The ways of joining that the text says there are not: open to nobody."""
    found: dict[str, Clause] = {}
    called = _called(agreement)
    for key, (path, absence) in procedures.denied.items():
        if not key or key in called:
            source = one_said(contents[path].source) or one_said(agreement.source)
            cites = Cites([cite.filled(source) for cite in absence.cites]) or agreement.cites_of(path)
            found["procedures" + (f".{key}" if key else "")] = Clause(rule=any_of(), cites=cites)
    return found


def _called(agreement: Agreement) -> frozenset[str]:
    """What a procedure for joining is called: by the word for its kind, by its name, or as another state calls it."""
    words = agreement.vocabularies
    kinds = words.having("procedure-kind", "joins")
    names = {words.label("procedure-kind", kind, lang).replace(" ", "-") for kind in kinds for lang in LANGUAGES}
    contents = (agreement, *agreement.versions.values())
    own = {key for content in contents for key, one in content.procedures.items() if _is(agreement, one, "joins")}
    return frozenset(kinds | names | own)


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


def joining(agreement: Agreement, version: str | None = None) -> tuple[Procedure, ...]:
    """The procedures by which one joins: those of a kind with the property ``joins``, neither proposed nor past.

    They are those of the present state or of a *version*: of an amendment, together with those that it leaves standing.

    Raises:
        UnknownKey: there is no such version.
    """
    return tuple(procedure for _, procedure in ways_of(agreement, "joins", version))


def leaving(agreement: Agreement, version: str | None = None) -> tuple[Procedure, ...]:
    """The procedures by which one leaves: those of a kind with the property ``leaves``, otherwise as :func:`joining`.

    Raises:
        UnknownKey: there is no such version.
    """
    return tuple(procedure for _, procedure in ways_of(agreement, "leaves", version))


def ways_of(agreement: Agreement, name: str, version: str | None = None) -> Iterator[tuple[Path, Procedure]]:
    """Give the procedures of a kind with the property *name*, as :func:`joining` does, each with its path.

    Raises:
        UnknownKey: there is no such version.
    """
    states = consists_of(agreement, version)
    contents = dict(states)
    laid = lay(states, lambda content: content.procedures, agreement.vocabularies)
    for key, (path, procedure) in laid.standing.items():
        if _is_now(agreement, procedure, contents[path], name):
            yield (*path, "procedures", key), procedure


def approvers(agreement: Agreement, version: str | None = None) -> Several[str]:
    """Who approves that somebody joins, open where the text names only some; in the present state or in a *version*.

    *None* where the text says that nobody does; *not said* where it names nobody.

    Raises:
        UnknownKey: there is no such version.
    """
    return _together(
        step if isinstance(step, Absence) else step.who.actors("does")
        for step in _steps(agreement, joining(agreement, version), "approves")
    )


def told_when_leaving(agreement: Agreement, version: str | None = None) -> Several[str]:
    """Whom one tells when leaving, as :func:`approvers` tells of those who approve.

    Raises:
        UnknownKey: there is no such version.
    """
    return _together(
        step if isinstance(step, Absence) else step.to
        for step in _steps(agreement, leaving(agreement, version), "tells")
    )


def _is_now(agreement: Agreement, procedure: Procedure, content: Content, name: str) -> bool:
    return _is(agreement, procedure, name) and not is_otherwise(procedure, content, agreement.vocabularies)


def _is(agreement: Agreement, procedure: Procedure, name: str) -> bool:
    kind = one_said(procedure.kind)
    return kind is not None and agreement.vocabularies.has("procedure-kind", kind, name)


def _steps(agreement: Agreement, procedures: tuple[Procedure, ...], name: str) -> Iterator[Step | Absence]:
    """The steps with a property, procedure by procedure; where one has none, how they are absent."""
    words = agreement.vocabularies
    for procedure in procedures:
        found = [step for step in procedure.steps if any(words.has("step-verb", verb, name) for verb in step.does)]
        yield from found
        if not found:
            yield NOT_SAID if procedure.steps.absence is None else procedure.steps.absence


def _together(found: Iterable[Several[str] | Absence]) -> Several[str]:
    parts = [Several[str](absence=one) if isinstance(one, Absence) else one for one in found]
    actors = tuple(dict.fromkeys(actor for part in parts for actor in part))
    if actors:
        return Several(actors, among_others=any(part.among_others for part in parts))
    absences = [part.absence for part in parts if part.absence is not None]
    silent = [absence for absence in absences if not absence.is_stated]
    return Several(absence=next(iter(silent or absences), NOT_SAID))
