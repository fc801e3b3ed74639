"""Looking for an organisation that some rules answer in a given way; it is found, or there is none.

The rules become one formula over the choices that they can tell apart: of a yes-no fact its two values, of a word, a
number or a date its samples (:mod:`idebur.rules.samples`), of a set of words whether each mentioned word is in it, of a
clause that only people can judge what they attest. A clause that has a rule is its rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from idebur.absence import one_said
from idebur.answers import Answer
from idebur.rules import samples
from idebur.rules.facts import Clause, Fact
from idebur.rules.formulas import FALSE, TRUE, Formulas
from idebur.rules.judging import answer, evaluator
from idebur.rules.language import AllOf, AnyOf, AtLeast, IncludesAll, Named, Not, Rule
from idebur.rules.terms import Terms, allowed
from idebur.several import Pairs

if TYPE_CHECKING:
    from idebur.organisations import Value

__all__ = ["AT_LEAST_UNKNOWN", "AT_MOST_UNKNOWN", "NO", "YES", "Condition", "Witness", "find", "there_is"]

YES = frozenset({Answer.YES})
NO = frozenset({Answer.NO})
AT_MOST_UNKNOWN = NO | {Answer.UNKNOWN}
AT_LEAST_UNKNOWN = YES | {Answer.UNKNOWN}

_MIRRORED = {YES: NO, NO: YES, AT_MOST_UNKNOWN: AT_LEAST_UNKNOWN, AT_LEAST_UNKNOWN: AT_MOST_UNKNOWN}


@frozen
class Condition:
    """That *rule* answers one of *answers*: one of the four sets that reach to one end."""

    rule: Rule
    terms: Terms
    answers: frozenset[Answer] = YES
    side: int = 0
    """Whose judgement it is where only people can judge: clauses of the same name are one on one side only."""

    supposed: tuple[str, bool] | None = None
    """A clause that is supposed to be met by everybody (or by nobody), whatever its rule; for :func:`there_is`."""


@frozen
class Witness:
    """A fully known organisation that shows something about rules."""

    facts: Pairs[str, Value]
    """Every fact that the rules ask for, with its value."""

    attested: tuple[Pairs[str, bool], ...]
    """Every clause of the rules that only people can judge, and whether it is met: for each side by itself."""

    because: tuple[str, ...]
    """The facts and clauses of these that show it already; whatever the others are, it is so."""

    def values(self, side: int = 0) -> Mapping[str, Value]:
        """Facts and attested clauses together, as :func:`~idebur.rules.judging.answer` takes them."""
        return {**self.facts, **self.attested[side]}


def find(alternatives: Sequence[Sequence[Condition]], work: int) -> Witness | None:
    """Find a fully known organisation that meets all conditions of one of *alternatives*; ``None`` if there is none.

    Facts of the same name are one fact, whichever terms the rules have, and of one type in all of them.

    Raises:
        TooLarge: not found within so much *work*, which is counted in small steps.
    """
    choices = _Choices([condition for conditions in alternatives for condition in conditions])
    chosen = _solve(alternatives, choices, work)
    if chosen is None:
        return None
    facts, attested = choices.values(chosen)
    return Witness(Pairs(facts), tuple(map(Pairs, attested)), _enough(alternatives, facts, attested))


def there_is(alternatives: Sequence[Sequence[Condition]], work: int) -> bool:
    """Whether :func:`find` finds one; in less time, where nobody asks which.

    Raises:
        TooLarge: as :func:`find`.
    """
    choices = _Choices([condition for conditions in alternatives for condition in conditions])
    return _solve(alternatives, choices, work) is not None


def _solve(alternatives: Sequence[Sequence[Condition]], choices: _Choices, work: int) -> Mapping[int, int] | None:
    building = _Building(choices, work)
    one_by_one = [building.formulas.all_of(map(building.formula, conditions)) for conditions in alternatives]
    return building.formulas.solve(building.formulas.any_of(one_by_one))


# ── what the rules can tell apart ──────────────────────────────────────────────────────────────────────────────────

_Key = tuple[str, str] | tuple[int, str]
"""A choice: a fact and one of its words ("" but for sets of words), or a side and a clause."""


class _Choices:
    """The variables of the formula, each with what it can be, in the order in which the rules mention them."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self.sides = 1 + max(condition.side for condition in conditions)
        self.number: dict[_Key, int] = {}
        self.samples: list[Sequence[samples.Sample]] = []
        claims: dict[str, dict[Rule, None]] = {}
        declared: dict[str, list[tuple[Fact, Terms]]] = {}
        for claim, terms, side in _claims(conditions):
            meant = terms.meaning(claim)
            name = str(claim.name)
            if isinstance(meant, Fact):
                claims.setdefault(name, {})[claim] = None
                declared.setdefault(name, []).append((meant, terms))
                self.number.setdefault((name, ""), 0)
                for word in samples.words_of(claim) if meant.type == "words" else ():
                    self.number.setdefault((name, word), 0)
            else:
                self.number.setdefault((side, name), 0)
        self.facts = {name: facts[0][0] for name, facts in declared.items()}
        self.allowed = {name: _allowed(facts) for name, facts in declared.items()}
        keys = [key for key in self.number if key[1] or self.facts[str(key[0])].type != "words"]
        self.number = {key: number for number, key in enumerate(keys)}
        for of, word in keys:
            whole = isinstance(of, str) and not word
            self.samples.append(self._samples(str(of), claims[str(of)]) if whole else (True, False))

    def _samples(self, name: str, claims: Iterable[Rule]) -> Sequence[samples.Sample]:
        match self.facts[name].type:
            case "word":
                return samples.words([word for claim in claims for word in samples.words_of(claim)], self.allowed[name])
            case "number":
                return samples.numbers(point for claim in claims for point in samples.points(claim))
            case "date":
                return samples.days(point for claim in claims for point in samples.points(claim))
            case _:
                return (True, False)

    def values(self, chosen: Mapping[int, int]) -> tuple[dict[str, Value], tuple[dict[str, bool], ...]]:
        """The values of facts and of clauses by what is chosen; what is left open becomes its first sample."""
        facts: dict[str, Value] = {}
        attested: tuple[dict[str, bool], ...] = tuple({} for _ in range(self.sides))
        sets: dict[str, list[str]] = {name: [] for name, fact in self.facts.items() if fact.type == "words"}
        mentioned: dict[str, list[str]] = {name: [] for name in sets}
        for key, number in self.number.items():
            of, word = key
            sample = self.samples[number][chosen.get(number, 0)]
            if isinstance(of, int):
                attested[of][word] = bool(sample)
            elif word:
                mentioned[of].append(word)
                sets[of] += [word] if sample else []
            else:
                facts[of] = sample
        for name, words in sets.items():
            others = [
                word for word in samples.words(mentioned[name], self.allowed[name]) if word not in mentioned[name]
            ]
            facts[name] = tuple(words or others)  # a set can seldom be empty, and never in a file
        return {name: facts[name] for name in self.facts}, attested


def _claims(conditions: Iterable[Condition]) -> Iterator[tuple[Rule, Terms, int]]:
    """The claims about facts, and about clauses that only people can judge, by way of the clauses that have a rule."""
    for condition in conditions:
        terms = condition.terms
        left = [condition.rule]
        opened: set[str] = set()
        while left:
            here = left.pop()
            clause = terms.clause_of(here)
            if clause is not None and condition.supposed is not None and here.name == condition.supposed[0]:
                continue
            ruled = one_said(clause.rule) if clause is not None else None
            if ruled is not None and str(here.name) not in opened:
                opened.add(str(here.name))
                left.append(ruled)
            elif ruled is None and here.name is not None:
                yield here, terms, condition.side
            left.extend(reversed(here.parts))


def _allowed(facts: Collection[tuple[Fact, Terms]]) -> tuple[str, ...]:
    each = [allowed(fact, terms) for fact, terms in facts]
    return tuple(dict.fromkeys(word for words in each for word in words)) if all(each) else ()


# ── from rules to one formula ──────────────────────────────────────────────────────────────────────────────────────


class _Building:
    """The formulas that rules answer in a given way."""

    def __init__(self, choices: _Choices, work: int) -> None:
        self.choices = choices
        self.formulas = Formulas(map(len, choices.samples), work)
        self._known: dict[Condition, int] = {}
        self._answered: dict[Rule, tuple[Answer, ...]] = {}

    def formula(self, asked: Condition) -> int:
        if asked not in self._known:
            self._known[asked] = self._built(asked)
        return self._known[asked]

    def _built(self, asked: Condition) -> int:
        rule, answers = asked.rule, asked.answers
        holds = Answer.YES in answers
        match rule:
            case Not(rule=denied):
                return self.formula(evolve(asked, rule=denied, answers=_MIRRORED[answers]))
            case AllOf() | AnyOf() | AtLeast():
                parts = [self.formula(evolve(asked, rule=part)) for part in rule.parts]
                least = rule.number if isinstance(rule, AtLeast) else len(parts) if isinstance(rule, AllOf) else 1
                # Fewer than n of m answer more than this exactly if at least m - n + 1 answer no more.
                return self.formulas.at_least(least if holds else len(parts) - least + 1, parts)
            case _:
                return self._claimed(asked)

    def _claimed(self, asked: Condition) -> int:
        claim, terms, answers = asked.rule, asked.terms, asked.answers
        meant, name = terms.meaning(claim), str(claim.name)
        if isinstance(meant, Clause):
            if asked.supposed is not None and name == asked.supposed[0]:
                return TRUE if asked.supposed[1] is (Answer.YES in answers) else FALSE
            ruled = one_said(meant.rule)
            if ruled is not None:
                return self.formula(evolve(asked, rule=ruled))
            return self._one(self.choices.number[asked.side, name], answers)
        if self.choices.facts[name].type == "words":
            words = [
                self._one(self.choices.number[name, word], answers) for word in dict.fromkeys(samples.words_of(claim))
            ]
            least = len(words) if isinstance(claim, IncludesAll) else 1
            return self.formulas.at_least(least if Answer.YES in answers else len(words) - least + 1, words)
        if isinstance(claim, Named):
            return self._one(self.choices.number[name, ""], answers)
        number = self.choices.number[name, ""]
        ways = self._ways(claim, number, terms)
        return self.formulas.chosen(number, sum(1 << way for way, given in enumerate(ways) if given in answers))

    def _ways(self, claim: Rule, number: int, terms: Terms) -> tuple[Answer, ...]:
        """How each sample answers a claim: as the judge has it, so nothing here reasons on words and dates itself."""
        if claim not in self._answered:
            values = self.choices.samples[number]
            self.formulas.spend(len(values))
            answering = evaluator(claim, terms)
            self._answered[claim] = tuple(answering({str(claim.name): value}) for value in values)
        return self._answered[claim]

    def _one(self, number: int, answers: frozenset[Answer]) -> int:
        """Yes is the first way and no the second."""
        return self.formulas.chosen(number, 1 if Answer.YES in answers else 2)


# ── what of a witness shows it ─────────────────────────────────────────────────────────────────────────────────────


def _enough(
    alternatives: Sequence[Sequence[Condition]],
    facts: Mapping[str, Value],
    attested: Sequence[Mapping[str, bool]],
) -> tuple[str, ...]:
    """The facts and clauses that show it already: none of them can be left out, with the rest not known."""
    every = tuple(dict.fromkeys([*facts, *(name for clauses in attested for name in clauses)]))
    whole = [_answers(conditions, facts, attested, every) for conditions in alternatives]
    conditions, shown = next(
        (conditions, answers)
        for conditions, answers in zip(alternatives, whole, strict=True)
        if all(given in one.answers for one, given in zip(conditions, answers, strict=True))
    )
    kept = list(every)
    if Answer.UNKNOWN in shown:  # a winter: that it is unknown cannot be told from a fact that is
        return every
    for name in reversed(every):
        fewer = [one for one in kept if one != name]
        if _answers(conditions, facts, attested, fewer) == shown:
            kept = fewer
    return tuple(kept)


def _answers(
    conditions: Sequence[Condition],
    facts: Mapping[str, Value],
    attested: Sequence[Mapping[str, bool]],
    kept: Collection[str],
) -> list[Answer]:
    values = [{name: value for name, value in {**facts, **own}.items() if name in kept} for own in attested]
    return [answer(one.rule, values[one.side], one.terms) for one in conditions]
