"""Laws of judging: Kleene's logic, one meaning for both ways of asking, and near misses held against brute force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from idebur.absence import NOT_SAID
from idebur.answers import Answer
from idebur.notation.dates import Date
from idebur.organisations import Organisation
from idebur.rules import (
    After,
    AllOf,
    AnyOf,
    AtLeast,
    Before,
    Between,
    Compares,
    Declared,
    IncludesAll,
    IncludesAny,
    Is,
    Named,
    Not,
    Rule,
    references,
)
from idebur.rules.changes import changes
from idebur.rules.facts import Clause, DeclaredFact, Fact
from idebur.rules.judging import answer, evaluator, judge, values_of
from idebur.rules.terms import Terms
from idebur.rules.verdicts import Verdict
from idebur.several import Several
from idebur.strategies import fact_values, known_facts, organisations, rules
from idebur.strategies.of_values import dates
from idebur.vocabulary import Vocabularies

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN

TERMS = Terms(
    clauses={
        "by-people": Clause(),
        "ruled": Clause(rule=Rule.parse("democratic or members >= 10")),
        "on-others": Clause(rule=Rule.parse("ruled and not by-people")),
    }
)
some_rules = rules(clauses=tuple(TERMS.clauses))
some_organisations = organisations(clauses=st.sampled_from(sorted(TERMS.clauses)))


# ── an oracle: Kleene by his own tables, claims by their meaning in words ──────────────────────────────────────────

AND = {
    (YES, YES): YES, (YES, UNKNOWN): UNKNOWN, (YES, NO): NO,
    (UNKNOWN, YES): UNKNOWN, (UNKNOWN, UNKNOWN): UNKNOWN, (UNKNOWN, NO): NO,
    (NO, YES): NO, (NO, UNKNOWN): NO, (NO, NO): NO,
}  # fmt: skip
OR = {
    (YES, YES): YES, (YES, UNKNOWN): YES, (YES, NO): YES,
    (UNKNOWN, YES): YES, (UNKNOWN, UNKNOWN): UNKNOWN, (UNKNOWN, NO): UNKNOWN,
    (NO, YES): YES, (NO, UNKNOWN): UNKNOWN, (NO, NO): NO,
}  # fmt: skip
NOT = {YES: NO, UNKNOWN: UNKNOWN, NO: YES}


def by_tables(rule: Rule, values: Mapping[str, Any]) -> Answer:
    """Answer a rule by the tables; *at least* as the *or* of every *and* of so many."""
    match rule:
        case Not(rule=denied):
            return NOT[by_tables(denied, values)]
        case AllOf(rules=parts):
            return _fold(AND, YES, [by_tables(part, values) for part in parts])
        case AnyOf(rules=parts):
            return _fold(OR, NO, [by_tables(part, values) for part in parts])
        case AtLeast(number=number, rules=parts):
            answers = [by_tables(part, values) for part in parts]
            return _fold(OR, NO, [_fold(AND, YES, list(some)) for some in combinations(answers, number)])
        case Named(of=name) if name in TERMS.rules:
            return by_tables(TERMS.rules[name], values)
        case _:
            return _claim(rule, values.get(str(rule.name)))


def _fold(table: Mapping[tuple[Answer, Answer], Answer], start: Answer, answers: list[Answer]) -> Answer:
    for one in answers:
        start = table[start, one]
    return start


def _claim(claim: Rule, value: Any) -> Answer:
    if value is None:
        return UNKNOWN
    words = {value} if isinstance(value, str) else set(value) if isinstance(value, tuple) else set()
    match claim:
        case Named():
            return YES if value else NO
        case Is(words=asked):
            return YES if value in asked else NO
        case IncludesAny(words=asked):
            return YES if words & set(asked) else NO
        case IncludesAll(words=asked):
            return YES if set(asked) <= words else NO
        case Compares(fact="members", sign=sign, value=Fraction() as bound):
            number = Fraction(value)
            signs = {"=": number == bound, "<": number < bound, "<=": number <= bound}
            return Answer.of((signs | {">": number > bound, ">=": number >= bound})[sign])
        case Between(fact="members", low=Fraction() as low, high=Fraction() as high):
            return Answer.of(low <= Fraction(value) <= high)
        case _:
            return _on_days(claim, Date.parse(str(value)))


def _on_days(claim: Rule, date: Date) -> Answer:
    """Ask every day that the fact can be, by every reading of the rule; only where all agree, is it known."""
    found = {said for first, last in date.readings for day in _days(first, last) for said in _of_day(claim, day)}
    return Answer.of(found.pop()) if len(found) == 1 else UNKNOWN


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield dt.date.fromordinal(number)


def _of_day(claim: Rule, day: dt.date) -> Iterator[bool]:
    def readings(point: Any) -> tuple[tuple[dt.date, dt.date], ...]:
        return (point if isinstance(point, Date) else Date(int(point))).readings

    match claim:
        case Before(date=point) | Compares(sign="<", value=point):
            yield from (day < first for first, _ in readings(point))
        case After(date=point) | Compares(sign=">", value=point):
            yield from (day > last for _, last in readings(point))
        case Compares(sign="<=", value=point):
            yield from (day <= last for _, last in readings(point))
        case Compares(sign=">=", value=point):
            yield from (day >= first for first, _ in readings(point))
        case Compares(value=point):
            yield from (first <= day <= last for first, last in readings(point))
        case Between(low=low, high=high):
            yield from (first <= day <= last for (first, _), (_, last) in product(readings(low), readings(high)))
        case _:
            raise AssertionError(claim)


@given(some_rules, some_organisations)
def test_the_answer_is_that_of_kleenes_tables(rule: Rule, organisation: Organisation) -> None:
    values = values_of(organisation, TERMS)
    assert answer(rule, values, TERMS) is by_tables(rule, values)


@given(
    st.one_of(
        st.builds(Before, st.just("founded"), dates()),
        st.builds(After, st.just("founded"), dates()),
        st.builds(Compares, st.just("founded"), st.sampled_from(["=", "<", "<=", ">", ">="]), dates()),
        st.tuples(dates(), dates()).map(lambda two: Between("founded", *sorted(two, key=lambda one: one.earliest))),
    ),
    dates(),
)
def test_a_coarse_date_is_unknown_exactly_where_its_days_differ(rule: Rule, date: Date) -> None:
    assert answer(rule, {"founded": str(date)}) is _on_days(rule, date)


# ── one meaning ────────────────────────────────────────────────────────────────────────────────────────────────────


@given(some_rules, some_organisations)
def test_a_verdict_answers_as_the_answer_alone_does(rule: Rule, organisation: Organisation) -> None:
    values = values_of(organisation, TERMS)
    verdict = judge(rule, organisation, TERMS)
    assert verdict.answer is answer(rule, values, TERMS) is evaluator(rule, TERMS)(values)


@given(some_rules, some_organisations)
def test_a_verdict_is_shaped_as_its_rule_and_every_part_answers_for_itself(
    rule: Rule, organisation: Organisation
) -> None:
    values = values_of(organisation, TERMS)
    for verdict in judge(rule, organisation, TERMS).walk():
        assert verdict.answer is answer(verdict.rule, values, TERMS)
        below = tuple(one.rule for one in verdict.because)
        clause = TERMS.rules.get(verdict.clause or "")
        assert below == (verdict.rule.parts if clause is None else (clause,))
        assert (verdict.fact is None) == (verdict.needed is None)
        if verdict.fact is not None:
            assert verdict.found == values.get(verdict.fact)


# ── Kleene's laws ──────────────────────────────────────────────────────────────────────────────────────────────────


@given(some_rules, some_rules, some_organisations)
def test_de_morgan(a: Rule, b: Rule, organisation: Organisation) -> None:
    values = values_of(organisation, TERMS)

    def told(rule: Rule) -> Answer:
        return answer(rule, values, TERMS)

    assert told(~(a & b)) is told(~a | ~b)
    assert told(~(a | b)) is told(~a & ~b)
    assert told(~~a) is told(a)
    assert told(a & (a | b)) is told(a)
    assert told(AtLeast(1, (a, b))) is told(a | b)
    assert told(AtLeast(2, (a, b))) is told(a & b)


@given(some_rules, some_organisations, st.data())
def test_what_becomes_known_never_turns_a_yes_or_a_no(
    rule: Rule, organisation: Organisation, data: st.DataObject
) -> None:
    """Leave facts out, make dates coarser and sets uncertain: the answer stays, or becomes unknown."""
    values = values_of(organisation, TERMS)
    kept = data.draw(st.sets(st.sampled_from(sorted(values)))) if values else set()
    fewer: dict[str, Any] = {name: value for name, value in values.items() if name in kept and value is not None}
    if "founded" in fewer:
        date = Date.parse(str(fewer["founded"]))
        if date.precision in ("day", "month"):
            fewer["founded"] = data.draw(
                st.sampled_from([str(date), str(Date(date.year, date.month)), str(Date(date.year))])
            )
    if "scope" in fewer:
        words = fewer["scope"] if isinstance(fewer["scope"], tuple) else (fewer["scope"],)
        fewer["scope"] = data.draw(st.sampled_from([words, (words[0], None), (None,)]))
    before, after = answer(rule, fewer, TERMS), answer(rule, values, TERMS)
    assert before is UNKNOWN or before is after


# ── reasons ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _known(verdicts: tuple[Verdict, ...]) -> set[str]:
    return {name for one in verdicts for name in (one.fact, one.clause) if name is not None}


@given(some_rules, some_organisations)
def test_what_decided_is_enough_for_the_answer(rule: Rule, organisation: Organisation) -> None:
    """Whatever else were otherwise, a yes or a no would stand."""
    verdict = judge(rule, organisation, TERMS)
    assume(verdict.answer is not UNKNOWN)
    names = _known(verdict.grounds)
    values = {name: value for name, value in values_of(organisation, TERMS).items() if name in names}
    assert answer(rule, values, TERMS) is verdict.answer
    assert verdict.missing == verdict.unjudged == ()


@given(some_rules, organisations(clauses=st.just("by-people")))
def test_an_unknown_says_what_is_missing_and_to_learn_all_of_that_settles_it(
    rule: Rule, organisation: Organisation
) -> None:
    verdict = judge(rule, organisation, TERMS)
    assume(verdict.answer is UNKNOWN and "winter" not in str(rule))
    asked = (*verdict.missing, *verdict.unjudged)
    assert asked
    learnt: dict[str, Any] = {"founded": "2000-01-01", "members": 0, "sector": "public", "form": "network", "scope": ()}
    values = {**values_of(organisation, TERMS), **{name: learnt.get(name, True) for name in asked}}
    assert answer(rule, values, TERMS) is not UNKNOWN


@given(some_rules, some_organisations)
def test_the_clauses_that_decided_are_told_before_their_facts(rule: Rule, organisation: Organisation) -> None:
    verdict = judge(rule, organisation, TERMS)
    below = {id(one) for clause in verdict.decisive if clause is not verdict for one in clause.walk()}
    assert {id(one) for one in verdict.grounds if one is not verdict} <= below
    assert [one.rule for one in verdict.decisive] == list(dict.fromkeys(one.rule for one in verdict.decisive))


# ── near misses ────────────────────────────────────────────────────────────────────────────────────────────────────

SMALL = Terms(
    {
        "flag": Fact(),
        "fixed": Fact(changeable=False),
        "kind": Fact(type="word", values=Several(("p", "q", "r"))),
        "where": Fact(type="words", values=Several(("p", "q", "r"))),
        "size": Fact(type="number"),
        "since": Fact(type="date", changeable=False),
    },
    {"by-people": Clause(), "ruled": Clause(rule=Rule.parse("flag or where includes p"))},
)
DOMAINS: Mapping[str, tuple[Any, ...]] = {
    "flag": (True, False),
    "fixed": (True, False),
    "kind": ("p", "q", "r"),
    "where": tuple(some for size in (1, 2, 3) for some in combinations(("p", "q", "r"), size)),
    "size": (-1, 0, Decimal("0.5"), 1, Decimal("1.5"), 2, 3),
    "since": ("2018-12-31", "2019-01-01", "2019-06-01", "2019-12-31", "2020-01-01"),
    "by-people": (True, False),
}
OWN: Mapping[str, Declared] = {
    name: DeclaredFact(SMALL.facts[name], Vocabularies()) for name in DOMAINS if name in SMALL.facts
}
numbers = st.integers(0, 2).map(Fraction)
small_claims: st.SearchStrategy[Rule] = st.one_of(
    st.sampled_from([Named("flag"), Named("fixed"), Named("by-people"), Named("ruled")]),
    st.lists(st.sampled_from("pqr"), min_size=1, max_size=2).flatmap(
        lambda some: st.sampled_from(
            [Is("kind", tuple(some)), IncludesAny("where", tuple(some)), IncludesAll("where", tuple(some))]
        )
    ),
    st.builds(Compares, st.just("size"), st.sampled_from(["=", "<", "<=", ">", ">="]), numbers),
    st.sampled_from([Before("since", Date(2019)), After("since", Date(2019)), Compares("since", "=", Date(2019))]),
)
small_rules = rules(claims=small_claims)
small_values = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.sampled_from(domain) for name, domain in DOMAINS.items()},
        "since": st.sampled_from([*DOMAINS["since"], "2019", "2018", 2020]),
    },
)


def _organisation(values: Mapping[str, Any]) -> Organisation:
    facts = {name: value for name, value in values.items() if name != "by-people"}
    attested = {name: {"said": value} for name, value in values.items() if name == "by-people"}
    return Organisation.model_validate({"organisation": "x", "facts": facts, "attested": attested})


def _possible(name: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a fact could become: anything, or, where it cannot be changed, what is not known of it."""
    if name == "since" and name in values:
        date = Date.parse(str(values[name]))
        return tuple(day for day in DOMAINS[name] if date.earliest <= dt.date.fromisoformat(day) <= date.latest)
    return () if name == "fixed" and name in values else DOMAINS[name]


def _turned(rule: Rule, values: Mapping[str, Any], names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Every choice of values for *names* that makes the answer yes."""
    choices = (dict(zip(names, chosen, strict=True)) for chosen in product(*(_possible(one, values) for one in names)))
    return [chosen for chosen in choices if answer(rule, {**values, **chosen}, SMALL) is YES]


@settings(max_examples=150)
@given(small_rules, small_values)
def test_near_misses_are_those_of_brute_force(rule: Rule, values: dict[str, Any]) -> None:
    """All subset-minimal sets, smallest first; and each way says exactly which values would do."""
    found = changes(rule, _organisation(values), SMALL, limit=100)
    expected: list[tuple[str, ...]] = []
    if answer(rule, values, SMALL) is not YES:
        for size in range(len(DOMAINS) + 1):
            for names in combinations(DOMAINS, size):
                if not any(set(one) <= set(names) for one in expected) and _turned(rule, values, names):
                    expected.append(names)
    assert {frozenset(one.facts) for one in found} == {frozenset(names) for names in expected}
    assert [len(one.facts) for one in found] == sorted(len(one.facts) for one in found)
    for one in found:
        names = one.facts
        enough = [
            chosen
            for chosen in (
                dict(zip(names, some, strict=True)) for some in product(*(_possible(n, values) for n in names))
            )
            if any(
                all(
                    answer(claim, {change.name: chosen[change.name]}, SMALL) is YES
                    for change in way
                    for claim in change.needed
                )
                for way in one.ways
            )
        ]
        assert enough == _turned(rule, values, names)
        for way in one.ways:
            chosen = {change.name: change.value for change in way}
            assert answer(rule, {**values, **chosen}, SMALL) is YES
            for change in way:
                known = change.name in values
                if change.name == "since":
                    assert change.how == "find-out"
                elif change.name == "by-people":
                    assert change.how == ("change" if known else "attest")
                else:
                    assert change.how == ("change" if known else "find-out")


@given(some_rules, some_organisations)
def test_whatever_is_proposed_would_do(rule: Rule, organisation: Organisation) -> None:
    """For every built-in fact: the answer becomes yes, and no fact that is known and cannot be changed is proposed."""
    values = values_of(organisation, TERMS)
    for one in changes(rule, organisation, TERMS, limit=3):
        assert set(one.facts) <= set(references(rule)) | {"democratic", "members", "by-people"}
        assert "sector" not in one.facts or values.get("sector") is None
        for way in one.ways:
            turned = {**values, **{change.name: change.value for change in way}}
            assert answer(rule, turned, TERMS) is YES


@given(st.sampled_from(sorted(known_facts())).flatmap(lambda n: st.tuples(st.just(n), fact_values(known_facts()[n]))))
def test_what_is_said_not_to_be_known_is_as_if_left_out(fact: tuple[str, Any]) -> None:
    name, value = fact
    claim = {"yes-no": name, "word": f"{name} is public", "words": f"{name} includes local"}
    claim |= {"number": f"{name} >= 3", "date": f"{name} before 1990"}
    rule = Rule.parse(claim[TERMS.facts[name].type].replace("form is public", "form is network"))
    assert answer(rule, {name: None}) is answer(rule, {name: NOT_SAID}) is answer(rule, {}) is UNKNOWN
    assert answer(rule, {name: value}) is by_tables(rule, {name: value})
