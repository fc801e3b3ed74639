"""Rules that say less, or more, than they seem to: nobody meets them, everybody does, a part of them never matters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from idebur.absence import one_said
from idebur.answers import Answer
from idebur.checks.subject import Check, Subject
from idebur.elements import Element
from idebur.errors import NotationError
from idebur.messages import LANGUAGES, Finding
from idebur.parties import Actor, Tenure
from idebur.rules.facts import Clause, Fact
from idebur.rules.judging import evaluator
from idebur.rules.language import AllOf, AnyOf, Rule
from idebur.rules.logic import always, matters, satisfiable
from idebur.rules.terms import Terms
from idebur.text import Text
from idebur.visits import Path

__all__ = ["CHECKS", "MOST", "WORK"]

WORK = 5_000
"""How many steps a question about rules may take here: a hundredth of a second. What is too large goes unreported."""

MOST = 400
"""How many rules of one state are looked at, and how many questions are put about its clauses.

What goes beyond that, in a very large agreement, goes unreported; nothing is reported that is not certain.
"""

GIVING_UP = 10
"""After how many questions that are too large no more are put about clauses."""


def rule_nobody_meets(subject: Subject) -> Iterator[Finding]:
    """A rule that is not ``never`` is met by no organisation, whatever is true of it."""
    ruled = _ruled(subject)
    for path, rule in ruled.asked:
        if rule != AnyOf(()) and ruled.nobody_meets(rule) and not any(map(ruled.nobody_meets, ruled.below(rule))):
            yield subject.finding("rule-nobody-meets", *path, rule=str(rule))


def rule_everybody_meets(subject: Subject) -> Iterator[Finding]:
    """A rule that is not ``always`` is met by every organisation, whatever is true of it."""
    ruled = _ruled(subject)
    for path, rule in ruled.asked:
        if rule != AllOf(()) and ruled.everybody_meets(rule) and not any(map(ruled.everybody_meets, ruled.below(rule))):
            yield subject.finding("rule-everybody-meets", *path, rule=str(rule))


def clause_never_matters(subject: Subject) -> Iterator[Finding]:
    """A clause could as well be met by everybody, or by nobody: every rule that rests on it would answer the same."""
    ruled = _ruled(subject)
    if not ruled.is_whole:  # a rule that was not looked at may be the one to which it matters
        return
    rules = [(rule, frozenset(ruled.terms.reached(rule))) for path, rule in ruled.asked if path[0] != "clauses"]
    told = [rule for _, rule in ruled.asked if ruled.nobody_meets(rule) or ruled.everybody_meets(rule)]
    rules = [(rule, clauses) for rule, clauses in rules if clauses and rule not in told]
    questions, too_large = 0, 0
    for key, _ in subject.living(subject.content.clauses):
        resting = [rule for rule, clauses in rules if key in clauses]
        if not resting or ruled.terms.rules.get(key) in told:
            continue
        answer = Answer.NO
        for rule in resting:
            answer, questions = matters(key, rule, ruled.terms, work=WORK), questions + 1
            if answer is not Answer.NO:
                break
        too_large += answer is Answer.UNKNOWN
        if questions > MOST or too_large > GIVING_UP:
            return
        if answer is Answer.NO:
            yield subject.finding("clause-never-matters", "clauses", key, element=key)


def rule_shuts_out_member(subject: Subject) -> Iterator[Finding]:
    """One that has joined, and not left, could not join: not for what is missing, but for what is known of it."""
    ruled = _ruled(subject)
    ways = [
        procedure.open_to
        for _, procedure in subject.living(subject.content.procedures)
        if subject.has("procedure-kind", procedure.kind, "joins")
    ]
    asked = {rule for _, rule in ruled.asked}
    rules = [rule for rule in map(one_said, ways) if rule in asked]
    if not rules or len(rules) < len(ways):  # another way in may be open to it
        return
    may_join = evaluator(AnyOf(tuple(rules)), ruled.terms)
    answers: dict[tuple[tuple[str, str], ...], Answer] = {}
    for index, tenure in enumerate(subject.content.tenures):
        if subject.has("tenure-kind", tenure.kind, "joins") and one_said(tenure.until) is None:
            known = _known(subject, ruled.terms, tenure)
            if known not in answers:
                answers[known] = may_join(dict(known))
            if answers[known] is Answer.NO:
                name = one_said(tenure.name)
                called = str(name) if name is not None else subject.called(tenure.who)
                said = {lang: _told(subject, ruled.terms, known, lang) for lang in LANGUAGES}
                yield subject.finding("rule-shuts-out-member", "tenures", index, element=called, known=said)


@frozen(eq=False)
class _Ruled:
    """The rules of one state that can be mended, with their paths, and what their names mean."""

    terms: Terms
    asked: tuple[tuple[Path, Rule], ...]
    is_whole: bool
    """Whether these are all of its rules."""

    def nobody_meets(self, rule: Rule) -> bool:
        """Whether it is certain that nobody meets *rule*."""
        return satisfiable(rule, self.terms, work=WORK).answer is Answer.NO

    def everybody_meets(self, rule: Rule) -> bool:
        """Whether it is certain that everybody does."""
        return always(rule, self.terms, work=WORK).answer is Answer.YES

    def below(self, rule: Rule) -> Iterator[Rule]:
        """The rules of the clauses that *rule* rests on: what is amiss there is told there, and once."""
        rules = self.terms.rules
        return (rules[name] for name in self.terms.reached(rule) if name in rules)


@lru_cache(maxsize=1)
def _ruled(subject: Subject) -> _Ruled:
    facts: dict[str, Fact] = {}
    clauses: dict[str, Clause] = {}
    for content in reversed(tuple(subject.contents())):
        facts |= content.facts
        clauses |= content.clauses
    rules = [] if subject.is_over(subject.content) else list(_living(subject))
    try:
        terms = Terms(facts, clauses, subject.vocabularies)
    except NotationError:  # an amendment may close a ring with what it amends
        return _Ruled(Terms(), (), is_whole=False)
    rules.sort(key=lambda one: one[0][0] == "clauses")  # those that rest on clauses go before the clauses
    asked = tuple((path, rule) for path, rule in rules[:MOST] if _can_be_asked(rule, terms))
    return _Ruled(terms, asked, is_whole=len(asked) == len(rules))


def _living(subject: Subject) -> Iterator[tuple[Path, Rule]]:
    for visit in subject.visits:
        past = isinstance(visit.element, Element) and subject.is_over(visit.element)
        if isinstance(visit.value, Rule) and not past:
            yield visit.path, visit.value


def _can_be_asked(rule: Rule, terms: Terms) -> bool:
    """Whether its names mean what it takes them for: an amendment may have changed a fact or a clause behind it."""
    try:
        terms.require(rule)
    except NotationError:
        return False
    return True


def _known(subject: Subject, terms: Terms, tenure: Tenure) -> tuple[tuple[str, str], ...]:
    """What is known of a member, among the facts that are words: its sector, and its form where it is an actor."""
    actor = None if one_said(tenure.name) is not None else subject.actor(tenure.who)
    known = {"sector": one_said(tenure.sector)}
    if isinstance(actor, Actor):
        known = {"sector": known["sector"] or subject.sector(tenure.who), "form": one_said(actor.kind)}
    return tuple((fact, word) for fact, word in known.items() if word is not None and terms.facts[fact].type == "word")


def _told(subject: Subject, terms: Terms, known: tuple[tuple[str, str], ...], lang: str) -> str:
    said = []
    for name, word in known:
        fact = terms.facts[name]
        label, vocabulary = one_said(fact.label), one_said(fact.vocabulary)
        called = label.said(lang, subject.agreement.language) if isinstance(label, Text) else name
        said.append(f"{called}: {word if vocabulary is None else subject.vocabularies.label(vocabulary, word, lang)}")
    return ", ".join(said)


CHECKS: tuple[Check, ...] = (rule_nobody_meets, rule_everybody_meets, clause_never_matters, rule_shuts_out_member)
