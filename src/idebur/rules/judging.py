"""Judging an organisation by a rule: the one meaning that rules have, wherever they are asked.

The logic is Kleene's (see :class:`~idebur.answers.Answer`). What is not known of a fact is unknown, and makes unknown
whatever depends on it. A claim compares

* a word or a set of words with the words that the rule names. A word that no vocabulary has is none of them, and no
  fault, for another agreement may have it. A set that is known to be empty includes nothing.
* a number with a number, exactly: ``int``, ``Decimal`` and ``Fraction`` without rounding.
* a date with the *period* that the rule names. ``founded before 2020`` holds of every day until 31 December 2019,
  ``founded = 2020`` of every day in 2020, ``between`` from the first day of the one to the last of the other. The fact
  is *one* day somewhere within its precision: where some of its days would answer yes and others no, it is unknown. A
  winter is one of two, whether it stands in the rule or in the fact.

A value of another type than its fact is refused, and not taken for unknown: the letter would ask for what was already
answered, and a slip in a file would never be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from attrs import frozen

from idebur.absence import Absence, one_said
from idebur.answers import Answer
from idebur.errors import UnknownKey
from idebur.rules.facts import Clause
from idebur.rules.language import Named, Rule
from idebur.rules.meaning import Ask, claiming, claiming_clause, joining
from idebur.rules.terms import Terms, allowed
from idebur.rules.verdicts import Needed, Verdict

if TYPE_CHECKING:
    from idebur.organisations import Attested, Organisation

__all__ = ["Evaluator", "answer", "evaluator", "judge", "values_of", "weigh"]

Evaluator = Callable[[Mapping[str, Any]], Answer]
"""Answers one rule from the values of facts, and from whether clauses are attested, each under its name."""


def judge(rule: Rule, organisation: Organisation, terms: Terms | None = None) -> Verdict:
    """Judge *organisation* by *rule*, and say why.

    *terms* say what the names in the rule mean; left out, only the built-in facts are known. A clause without a rule is
    unknown until the organisation's ``attested`` says whether it is met. A clause that has a rule is judged by its rule
    even where somebody has attested it: a person's word does not go before the text.

    Raises:
        NotationError: the rule names what there is not, or asks a fact what cannot be asked of it.
        Mistyped: a value that the rule reads is of another type than its fact.
        UnknownKey: a value that the rule reads is a word that its fact does not know.

    >>> from idebur.organisations import Organisation
    >>> choir = Organisation.model_validate({"organisation": "choir", "facts": {"sector": "civil-society"}})
    >>> verdict = judge(Rule.parse("sector is civil-society and democratic"), choir)
    >>> verdict.answer, verdict.missing
    (<Answer.UNKNOWN: 'unknown'>, ('democratic',))
    """
    known = _terms(terms)
    verdict = weigh(rule, organisation, known)
    for one in verdict.walk():
        if one.fact is not None:
            _require_words(one.fact, one.found, allowed(known.facts[one.fact], known))
    return verdict


def _require_words(fact: str, found: Any, known: Sequence[str]) -> None:
    """Refuse a word that its fact does not know: a misspelt one is no other word, and never quietly a no."""
    for word in (found,) if isinstance(found, str) else found if isinstance(found, tuple) else ():
        if known and word not in known:
            raise UnknownKey(word, f"word of the fact {fact}", tuple(known))


def weigh(rule: Rule, organisation: Organisation, terms: Terms) -> Verdict:
    """Judge as :func:`judge` does, but take a word that its fact does not know for some other word.

    For whoever has looked at the words, and lets one stand for all that no rule names.
    """
    return _verdict(_worked_out(rule, terms).tree, organisation, values_of(organisation, terms), {})


def answer(rule: Rule, values: Mapping[str, object], terms: Terms | None = None) -> Answer:
    """Answer *rule* from the *values* of facts: as :func:`judge`, without the reasons, and fast.

    A fact that is left out, or whose value is ``None``, is not known. Under the name of a clause that only people can
    judge stands whether it is met.

    Raises:
        NotationError, Mistyped: as :func:`judge`; but a value that the answer does not depend on may not be looked at,
            and a word that the fact does not know is some other word.

    >>> answer(Rule.parse("sector is public or members >= 10"), {"sector": "academia"})
    <Answer.UNKNOWN: 'unknown'>
    """
    known = _terms(terms) if terms is None else terms
    found: _WorkedOut | None = known.worked_out.get(id(rule))  # as `_worked_out` does, without a call
    return (_worked_out(rule, known) if found is None else found).evaluate(values)


def evaluator(rule: Rule, terms: Terms | None = None) -> Evaluator:
    """Make of *rule* a function that answers as :func:`answer` does; for those who ask the same of very many.

    Raises:
        NotationError: as :func:`judge`.
    """
    return _worked_out(rule, _terms(terms)).evaluate


_BUILT_IN: list[Terms] = []


def _terms(terms: Terms | None) -> Terms:
    if terms is not None:
        return terms
    if not _BUILT_IN:
        _BUILT_IN.append(Terms())
    return _BUILT_IN[0]


def values_of(organisation: Organisation, terms: Terms) -> Mapping[str, Any]:
    """What :func:`answer` needs to answer as :func:`judge` does: the facts that are known, and the attested clauses.

    What is stated under a name that is no fact under these *terms*, or attested of what is no clause, is left out.
    """
    values: dict[str, Any] = {fact: organisation.value(fact) for fact in organisation.facts if fact in terms.facts}
    for clause, attested in organisation.attested.items():
        if clause in terms.clauses and clause not in terms.facts:
            values[clause] = attested.said
    return values


# ── a rule, worked out ─────────────────────────────────────────────────────────────────────────────────────────────


@frozen(eq=False)
class _Node:
    """One value of a rule: how it answers, from the truths of its parts or (a claim) from the values of facts."""

    rule: Rule
    own: Ask
    parts: tuple[_Node, ...] = ()
    clause: Clause | None = None
    needed: Needed | None = None


@frozen(eq=False)
class _WorkedOut:
    rule: Rule  # kept, since it is found again by its identity
    tree: _Node
    evaluate: Evaluator


_MOST = 1024  # rules kept with the terms


def _worked_out(rule: Rule, terms: Terms) -> _WorkedOut:
    kept = terms.worked_out
    found: _WorkedOut | None = kept.get(id(rule))  # by identity: to hash a rule would take longer than to judge by it
    if found is None:
        if len(kept) >= _MOST:
            kept.clear()
        found = kept[id(rule)] = _work_out(rule, terms)
    return found


def _work_out(rule: Rule, terms: Terms) -> _WorkedOut:
    terms.require(rule)
    rules = terms.rules
    reached = {name: rules[name] for name in terms.reached(rule) if name in rules}
    trees: dict[str, _Node] = {}
    asks: dict[str, Ask] = {}
    shared: list[tuple[str, Ask]] = []
    often = Counter(name for one in (rule, *reached.values()) for name in _mentioned(one))
    for name, one in reached.items():
        trees[name] = _tree(one, terms, trees)
        ask = _asking(trees[name], asks)
        if often[name] == 1:
            asks[name] = ask
        else:  # asked once, however often it is named: clauses that name each other twice would double at every step
            shared.append((_SHARED + name, ask))
            asks[name] = itemgetter(_SHARED + name)
    tree = _tree(rule, terms, trees)
    return _WorkedOut(rule, tree, _evaluating(_asking(tree, asks), tuple(shared)))


_SHARED = "the clause "  # what no fact can be called, since it has blanks


def _mentioned(rule: Rule) -> Iterator[str]:
    if isinstance(rule, Named):
        yield rule.of
    for part in rule.parts:
        yield from _mentioned(part)


def _evaluating(ask: Ask, shared: Sequence[tuple[str, Ask]]) -> Evaluator:
    if not shared:
        return ask

    def evaluate(values: Mapping[str, Any]) -> Answer:
        known = dict(values)
        for name, clause in shared:
            known[name] = clause(known)
        return ask(known)

    return evaluate


def _tree(rule: Rule, terms: Terms, clauses: Mapping[str, _Node]) -> _Node:
    name = rule.name
    if name is None:
        parts = tuple(_tree(part, terms, clauses) for part in rule.parts)
        return _Node(rule, joining(rule, [itemgetter(place) for place in range(len(parts))]), parts)
    fact = terms.facts.get(name)
    if fact is None:
        clause = terms.clauses[name]
        if name in clauses:
            return _Node(rule, itemgetter(0), (clauses[name],), clause)
        return _Node(rule, claiming_clause(name), (), clause)
    ask, needed = claiming(rule, fact.type)
    return _Node(rule, ask, needed=needed)


def _asking(node: _Node, clauses: Mapping[str, Ask]) -> Ask:
    if node.clause is not None:
        return clauses.get(str(node.rule.name), node.own)
    return joining(node.rule, [_asking(part, clauses) for part in node.parts]) if node.parts else node.own


def _verdict(
    node: _Node, organisation: Organisation, values: Mapping[str, Any], clauses: dict[str, Verdict]
) -> Verdict:
    name = node.rule.name
    if name is None:
        parts = tuple(_verdict(part, organisation, values, clauses) for part in node.parts)
        return Verdict(node.rule, _of_parts(node, parts), parts)
    if node.clause is None:
        stated = organisation.facts.get(name)
        return Verdict(
            node.rule,
            node.own(values),
            fact=name,
            found=values.get(name),
            needed=node.needed,
            attested=None if stated is None or isinstance(stated, Absence) or not _says_who(stated) else stated,
        )
    if name not in clauses:
        parts = tuple(_verdict(part, organisation, values, clauses) for part in node.parts)
        clauses[name] = Verdict(
            node.rule,
            _of_parts(node, parts) if parts else node.own(values),
            parts,
            clause=name,
            cites=node.clause.cites,
            attested=organisation.attested.get(name),
        )
    return clauses[name]


def _of_parts(node: _Node, parts: Sequence[Verdict]) -> Answer:
    return node.own([part.answer for part in parts])


def _says_who(stated: Attested) -> bool:
    return one_said(stated.by) is not None or one_said(stated.when) is not None
