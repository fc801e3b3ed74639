"""Laws of reasoning about rules, against brute force over small domains and against an SMT solver."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import combinations, product
from typing import Any

import z3  # type: ignore[import-untyped]
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from idebur.absence import one_said
from idebur.answers import Answer
from idebur.notation.dates import Date
from idebur.rules import (
    After,
    AllOf,
    AnyOf,
    AtLeast,
    Before,
    Between,
    Compares,
    IncludesAll,
    IncludesAny,
    Is,
    Named,
    Not,
    Rule,
    parse_rule,
    references,
)
from idebur.rules.facts import Clause, Fact
from idebur.rules.judging import answer
from idebur.rules.language import SIGNS
from idebur.rules.logic import Reasoned, always, contradictory, equivalent, implies, matters, satisfiable
from idebur.rules.terms import Terms
from idebur.several import Several
from idebur.strategies.of_rules import rules

YES, NO = Answer.YES, Answer.NO

TERMS = Terms(
    {
        "open": Fact(),
        "fair": Fact(),
        "colour": Fact(type="word", values=Several(["p", "q", "r"])),
        "tag": Fact(type="word"),
        "pair": Fact(type="words", values=Several(["p", "q"])),
        "bag": Fact(type="words"),
        "size": Fact(type="number"),
        "born": Fact(type="date"),
    },
    {
        "judged": Clause(),
        "ruled": Clause(rule=parse_rule("open or judged")),
        "nested": Clause(rule=parse_rule("ruled and not colour is p")),
    },
)
DATES = [Date.parse(text) for text in ("2020", "2019", "2020-06", "2020-06-15", "2020-06-16", "2020-q1", "2020-autumn")]
WINTER = Date.parse("2020-winter")

_words = st.lists(st.sampled_from(["p", "q"]), min_size=1, max_size=3).map(tuple)
_numbers = st.sampled_from([Fraction(number) for number in ("0", "1", "2", "1.5", "1/3")])


def _dated(dates: st.SearchStrategy[Date]) -> st.SearchStrategy[Rule]:
    pair = st.tuples(dates, dates).map(lambda two: sorted(two, key=lambda one: one.sort_key))
    return st.one_of(
        st.builds(Before, st.just("born"), dates),
        st.builds(After, st.just("born"), dates),
        st.builds(Compares, st.just("born"), st.sampled_from(SIGNS), dates),
        pair.map(lambda two: Between("born", *two)),
    )


def _claims(dates: st.SearchStrategy[Date]) -> st.SearchStrategy[Rule]:
    return st.one_of(
        st.builds(Named, st.sampled_from(["open", "fair", "judged", "ruled", "nested"])),
        st.builds(Is, st.sampled_from(["colour", "tag"]), _words),
        st.builds(IncludesAny, st.sampled_from(["pair", "bag"]), _words),
        st.builds(IncludesAll, st.sampled_from(["pair", "bag"]), _words),
        st.builds(Compares, st.just("size"), st.sampled_from(SIGNS), _numbers),
        st.tuples(_numbers, _numbers).map(lambda two: Between("size", min(two), max(two))),
        _dated(dates),
        st.sampled_from((AllOf(()), AnyOf(()))),
    )


some = rules(claims=_claims(st.sampled_from(DATES)), max_leaves=5)
"""Rules that name no winter: those are the ones that are unknown of a day."""

wintry = rules(claims=_claims(st.sampled_from([*DATES, WINTER])), max_leaves=4)


# ── brute force: every value of every fact that is mentioned, from a domain finer than the rules ────────────────────

SUBSETS = [tuple(words) for number in range(4) for words in combinations("pqs", number)]
DAYS = [dt.date(2018, 11, 20) + dt.timedelta(days=days) for days in range(0, 900, 1)]
DOMAINS: Mapping[str, list[Any]] = {
    "open": [True, False],
    "fair": [True, False],
    "judged": [True, False],
    "colour": ["p", "q", "r"],
    "tag": ["p", "q", "s"],
    "pair": [words for words in SUBSETS if "s" not in words],
    "bag": SUBSETS,
    "size": [Decimal(tenths) / 10 for tenths in range(-2, 26)],
    "born": [day.isoformat() for day in DAYS if day.day in (1, 14, 15, 16, 17, 28, 29, 30, 31)],
}


def mentioned(*asked: Rule) -> list[str]:
    """The facts, and the clauses for people, that rules come down to."""
    found: dict[str, None] = {}
    for rule in asked:
        for name in references(rule):
            clause = TERMS.clauses.get(name)
            ruled = one_said(clause.rule) if clause is not None else None
            found |= dict.fromkeys([name] if ruled is None else mentioned(ruled))
    return list(found)


def organisations(*asked: Rule) -> Iterator[dict[str, Any]]:
    names = mentioned(*asked)
    number = reduce(lambda size, name: size * len(DOMAINS[name]), names, 1)
    assume(number <= 20_000)
    return (dict(zip(names, values, strict=True)) for values in product(*(DOMAINS[name] for name in names)))


def given_by(rule: Rule, values: Mapping[str, Any]) -> Answer:
    return answer(rule, values, TERMS)


def confirmed(reasoned: Reasoned, *asked: Rule) -> tuple[Answer, ...]:
    """What the judge says of the witness; and the facts that show it already must show it alone."""
    assert reasoned.witness is not None
    values = reasoned.witness.values()
    assert set(values) == set(mentioned(*asked))
    whole = tuple(given_by(rule, values) for rule in asked)
    if Answer.UNKNOWN not in whole:
        alone = {name: values[name] for name in reasoned.witness.because}
        assert tuple(given_by(rule, alone) for rule in asked) == whole
    return whole


@settings(max_examples=150)
@given(a=some, b=some)
@example(a=parse_rule("size > 1"), b=parse_rule("size >= 1.5"))
@example(a=parse_rule("born after 2019"), b=parse_rule("born >= 2020"))
def test_the_answers_are_those_of_brute_force(a: Rule, b: Rule) -> None:
    """What holds of each organisation of a domain finer than the rules is what is said to hold of all."""
    pairs = [(given_by(a, values), given_by(b, values)) for values in organisations(a, b)]
    assert implies(a, b, TERMS).answer is Answer.of(all(not (x is YES and y is NO) for x, y in pairs))
    assert equivalent(a, b, TERMS).answer is Answer.of(all(x is y for x, y in pairs))
    assert contradictory(a, b, TERMS).answer is Answer.of(not any(x is y is YES for x, y in pairs))
    assert always(a, TERMS).answer is Answer.of(all(x is YES for x, _ in pairs))
    assert satisfiable(a, TERMS).answer is Answer.of(any(x is YES for x, _ in pairs))


@settings(max_examples=100)
@given(a=wintry, b=wintry)
@example(a=parse_rule("born before 2020-winter"), b=parse_rule("born before 2020-winter"))
@example(a=parse_rule("born before 2021"), b=parse_rule("not born after 2020-winter"))
def test_a_winter_is_compared_in_the_order_of_the_answers(a: Rule, b: Rule) -> None:
    """Also where a day may or may not be meant, one rule implies another if its answer is nowhere greater."""
    pairs = [(given_by(a, values), given_by(b, values)) for values in organisations(a, b)]
    assert implies(a, b, TERMS).answer is Answer.of(all(x <= y for x, y in pairs))
    assert equivalent(a, b, TERMS).answer is Answer.of(all(x is y for x, y in pairs))
    assert contradictory(a, b, TERMS).answer is Answer.of(not any(x is y is YES for x, y in pairs))
    assert always(a, TERMS).answer is Answer.of(all(x is YES for x, _ in pairs))


@settings(max_examples=60)
@given(rule=wintry, clause=st.sampled_from(["judged", "ruled", "nested"]))
@example(rule=parse_rule("ruled and (open or judged)"), clause="ruled")
@example(rule=parse_rule("nested or colour is p"), clause="judged")
def test_a_clause_matters_if_it_could_be_left_to_nobody_nor_to_everybody(rule: Rule, clause: str) -> None:
    """By brute force under terms in which the clause is ``always``, and in which it is ``never``."""
    differs = []
    for settled in (AllOf(()), AnyOf(())):
        other = Terms(TERMS.facts, {**TERMS.clauses, clause: Clause(rule=settled)}, TERMS.vocabularies)
        pairs = ((given_by(rule, values), answer(rule, values, other)) for values in organisations(rule))
        differs.append(any(before is not after for before, after in pairs))
    assert matters(clause, rule, TERMS) is Answer.of(all(differs))


@given(a=wintry, b=wintry)
def test_every_witness_is_confirmed_by_the_judge(a: Rule, b: Rule) -> None:
    """A witness is no claim of the search's own: the judge answers as it is said to."""
    reasoned = implies(a, b, TERMS)
    if reasoned.answer is NO:
        mine, other = confirmed(reasoned, a, b)
        assert mine > other
    reasoned = equivalent(a, b, TERMS)
    if reasoned.answer is NO:
        mine, other = confirmed(reasoned, a, b)
        assert mine is not other
    reasoned = contradictory(a, b, TERMS)
    if reasoned.answer is NO:
        assert confirmed(reasoned, a, b) == (YES, YES)
    reasoned = always(a, TERMS)
    if reasoned.answer is NO:
        assert confirmed(reasoned, a) < (YES,)
    reasoned = satisfiable(a, TERMS)
    if reasoned.answer is YES:
        assert confirmed(reasoned, a) == (YES,)


@given(reasoned=st.builds(implies, some, some, st.just(TERMS)))
def test_a_witness_is_there_exactly_where_it_is_said_to_be(reasoned: Reasoned) -> None:
    assert (reasoned.witness is None) is (reasoned.answer is YES)
    assert reasoned.reason == ""


# ── laws ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(a=wintry)
def test_a_rule_implies_itself(a: Rule) -> None:
    assert implies(a, a, TERMS).answer is YES
    assert equivalent(a, ~~a, TERMS).answer is YES


@given(a=some, b=some, c=some)
def test_implication_is_transitive(a: Rule, b: Rule, c: Rule) -> None:
    """Shown on rules made to imply each other, so that the premiss is seldom empty."""
    assert implies(a & b & c, a & b, TERMS).answer is YES
    assert implies(a & b, a, TERMS).answer is YES
    assert implies(a & b & c, a, TERMS).answer is YES
    if implies(a, b, TERMS).answer is YES and implies(b, c, TERMS).answer is YES:
        assert implies(a, c, TERMS).answer is YES


@given(a=wintry, b=wintry)
def test_to_be_equivalent_is_to_imply_each_other(a: Rule, b: Rule) -> None:
    both = implies(a, b, TERMS).answer & implies(b, a, TERMS).answer
    assert equivalent(a, b, TERMS).answer is both
    assert implies(a, b, TERMS).answer is implies(~b, ~a, TERMS).answer


@given(a=wintry)
def test_a_rule_and_its_denial_are_never_both_met(a: Rule) -> None:
    assert contradictory(a, ~a, TERMS).answer is YES
    assert satisfiable(a & ~a, TERMS).answer is NO


@given(a=some)
def test_a_rule_or_its_denial_is_always_met_by_the_fully_known(a: Rule) -> None:
    """What fails of an organisation of which something is not known holds of all others."""
    assert always(a | ~a, TERMS).answer is YES
    assert always(a, TERMS).answer is ~satisfiable(~a, TERMS).answer


def test_of_a_winter_neither_a_rule_nor_its_denial_may_be_met() -> None:
    """The one exception: the day is known, and whether it lies in the winter that is meant is not."""
    rule = Compares("born", "=", WINTER)
    reasoned = always(rule | ~rule, TERMS)
    assert confirmed(reasoned, rule) == (Answer.UNKNOWN,)


# ── an SMT solver ──────────────────────────────────────────────────────────────────────────────────────────────────

_WORDS = {word: number for number, word in enumerate("pqr")}


def solved(rule: Rule) -> Any:  # noqa: C901 - a case a kind of rule
    """A rule as a formula of the solver, written from the language's reference and not from its code."""
    match rule:
        case Named(of=name) if name in TERMS.rules:
            return solved(TERMS.rules[name])
        case Named(of=name):
            return z3.Bool(name)
        case Not(rule=denied):
            return z3.Not(solved(denied))
        case AllOf(rules=parts):
            return z3.And([solved(part) for part in parts])
        case AnyOf(rules=parts):
            return z3.Or([solved(part) for part in parts])
        case AtLeast(number=number, rules=parts):
            return z3.Sum([z3.If(solved(part), 1, 0) for part in parts]) >= number
        case Is(fact=fact, words=words):
            return z3.Or([z3.Int(fact) == _WORDS[word] for word in words])
        case IncludesAny(fact=fact, words=words):
            return z3.Or([z3.Bool(f"{fact}:{word}") for word in words])
        case IncludesAll(fact=fact, words=words):
            return z3.And([z3.Bool(f"{fact}:{word}") for word in words])
        case Before(date=date):
            return z3.Int("born") < date.earliest.toordinal()
        case After(date=date):
            return z3.Int("born") > date.latest.toordinal()
        case Compares(fact="born", sign=sign, value=Date() as date):
            return _compared(z3.Int("born"), sign, date.earliest.toordinal(), date.latest.toordinal())
        case Compares(sign=sign, value=Fraction() as value):
            if rule.fact == "born":
                year = Date(int(value))
                return _compared(z3.Int("born"), sign, year.earliest.toordinal(), year.latest.toordinal())
            return _compared(z3.Real("size"), sign, z3.Q(*value.as_integer_ratio()), z3.Q(*value.as_integer_ratio()))
        case Between(fact="born", low=low, high=high):
            first, last = (one if isinstance(one, Date) else Date(int(one)) for one in (low, high))
            born = z3.Int("born")
            return z3.And(born >= first.earliest.toordinal(), born <= last.latest.toordinal())
        case Between(low=Fraction() as low, high=Fraction() as high):
            size = z3.Real("size")
            return z3.And(size >= z3.Q(*low.as_integer_ratio()), size <= z3.Q(*high.as_integer_ratio()))
        case _:
            raise AssertionError(rule)


def _compared(value: Any, sign: str, low: Any, high: Any) -> Any:
    """A value against a period from *low* to *high*."""
    signs = {"<": value < low, "<=": value <= high, ">": value > high, ">=": value >= low}
    return signs.get(sign, z3.And(value >= low, value <= high))


DOMAIN = z3.And(z3.Int("colour") >= 0, z3.Int("colour") <= 2, z3.Int("tag") >= 0)
"""A word of the closed fact is one of three; of the open one, any."""

tenfold = rules(
    claims=_claims(st.sampled_from(DATES)).filter(lambda one: "1/3" not in str(one)),  # no file can write a third
    max_leaves=12,
)


def _possible(formula: Any) -> bool:
    solver = z3.Solver()
    solver.add(DOMAIN, formula)
    result = solver.check()
    assert result != z3.unknown
    return bool(result == z3.sat)


@settings(max_examples=100, deadline=None)
@given(a=tenfold, b=tenfold)
def test_the_answers_are_those_of_an_smt_solver(a: Rule, b: Rule) -> None:
    """z3 reasons over all numbers, days and words, and knows nothing of samples."""
    mine, other = solved(a), solved(b)
    assert implies(a, b, TERMS).answer is Answer.of(not _possible(z3.And(mine, z3.Not(other))))
    assert equivalent(a, b, TERMS).answer is Answer.of(not _possible(mine != other))
    assert contradictory(a, b, TERMS).answer is Answer.of(not _possible(z3.And(mine, other)))
    assert always(a, TERMS).answer is Answer.of(not _possible(z3.Not(mine)))
