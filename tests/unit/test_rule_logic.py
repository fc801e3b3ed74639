"""Reasoning about rules: cases worked by hand, the bound on the work, and what cannot be asked."""

from __future__ import annotations

import time
from decimal import Decimal
from fractions import Fraction

import pytest

from idebur.answers import Answer
from idebur.errors import NotationError
from idebur.notation.dates import Date
from idebur.rules import Rule, parse_rule
from idebur.rules.facts import Clause, Fact
from idebur.rules.formulas import FALSE, TRUE, Formulas, TooLarge
from idebur.rules.logic import Reasoned, always, contradictory, equivalent, implies, matters, satisfiable, some_such
from idebur.rules.samples import days, numbers, points, words, words_of
from idebur.rules.terms import Terms
from idebur.rules.witnesses import AT_MOST_UNKNOWN, YES, Condition
from idebur.several import Pairs, Several
from idebur.vocabulary import Vocabularies

SECTORS = tuple(Vocabularies()["sector"])


# ── cases ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("members >= 10", "members > 9", "yes"),
        ("members > 9", "members >= 10", "no"),  # nine and a half
        ("members = 10", "members between 10 and 10", "yes"),
        ("members between 5 and 10", "members < 20", "yes"),
        ("sector is public", "sector is not civil-society", "yes"),
        ("sector is not civil-society", "sector is public", "no"),
        ("scope includes all of (regional, local)", "scope includes regional", "yes"),
        ("scope includes regional", "scope includes any of (regional, local)", "yes"),
        ("scope includes any of (regional, local)", "scope includes all of (regional, local)", "no"),
        ("founded before 2020", "founded before 2020-06", "yes"),
        ("founded after 2019-12-31", "founded >= 2020", "yes"),
        ("founded > 2019-12-30", "founded >= 2020", "no"),
        ("founded = 2020-q1", "founded between 2020-01 and 2020-03", "yes"),
        ("at least 2 of (democratic, independent, joined)", "democratic or independent", "yes"),
        ("never", "democratic", "yes"),
        ("democratic", "always", "yes"),
        ("always", "democratic", "no"),
    ],
)
def test_what_follows_from_what(a: str, b: str, answer: str) -> None:
    assert implies(parse_rule(a), parse_rule(b)).answer is Answer(answer)


def test_all_words_of_a_closed_vocabulary_are_always_met() -> None:
    """Every organisation has one of the sectors; of a fact that may have any word, there is always another."""
    every = parse_rule(f"sector is any of ({', '.join(SECTORS)})")
    assert always(every) == Reasoned(Answer.YES)
    terms = Terms({"colour": Fact(type="word")})
    found = always(parse_rule("colour is any of (red, other)"), terms)
    assert found.witness is not None
    assert found.witness.facts == Pairs({"colour": "other-2"})


def test_a_set_can_be_empty_where_it_has_no_other_word() -> None:
    """A register may know that an organisation is active on no level."""
    terms = Terms({"places": Fact(type="words", values=Several(["here", "there"]))})
    found = always(parse_rule("places includes any of (here, there)"), terms)
    assert found.witness is not None
    assert found.witness.facts == Pairs({"places": ()})
    found = always(parse_rule("places includes here"), terms)
    assert found.witness is not None
    assert found.witness.facts == Pairs({"places": ("there",)})


def test_what_only_people_can_judge_may_be_judged_either_way() -> None:
    """Such a clause is free: it follows from nothing but itself."""
    terms = Terms(clauses={"trusted": Clause(), "good": Clause(rule=parse_rule("trusted and democratic"))})
    assert implies(parse_rule("good"), parse_rule("trusted"), terms).answer is Answer.YES
    found = implies(parse_rule("trusted"), parse_rule("good"), terms)
    assert found.witness is not None
    assert found.witness.values() == {"trusted": True, "democratic": False}
    assert found.witness.attested == (Pairs({"trusted": True}),)
    assert found.witness.because == ("democratic", "trusted")


def test_a_clause_of_the_same_name_is_another_on_the_other_side() -> None:
    """Facts are facts; what people judge under one agreement they have not judged under another."""
    terms, rule = Terms(clauses={"trusted": Clause()}), parse_rule("trusted and democratic")

    def found(side: int) -> Reasoned:
        return some_such([[Condition(rule, terms, YES), Condition(rule, terms, AT_MOST_UNKNOWN, side)]])

    assert found(0).answer is Answer.NO
    witness = found(1).witness
    assert witness is not None
    assert witness.attested == (Pairs({"trusted": True}), Pairs({"trusted": False}))
    assert witness.values(1) == {"trusted": False, "democratic": True}


def test_what_shows_it_is_no_more_than_needed() -> None:
    """Of the facts of a witness those are named that settle the matter, whatever the others are."""
    found = implies(parse_rule("sector is public or democratic"), parse_rule("sector is public and independent"))
    assert found.witness is not None
    assert set(found.witness.facts) == {"sector", "democratic", "independent"}
    assert set(found.witness.because) == {"sector", "independent"}


def test_of_a_winter_everything_is_named() -> None:
    """That an answer is unknown though all is known cannot be told from one that is unknown for want of a fact."""
    rule = parse_rule("founded = 2020-winter and democratic")
    found = always(rule | ~rule)
    assert found.witness is not None
    assert found.witness.because == ("founded", "democratic")


# ── a clause that makes no difference ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ("large and some", "no"),
        ("large or some", "yes"),
        ("some", "yes"),
        ("some and not some", "no"),
        ("trusted and some", "yes"),
        ("democratic", "no"),
        ("wide or some", "no"),  # as well met by nobody, though not by everybody
        ("wide and some", "yes"),
    ],
)
def test_whether_a_clause_makes_a_difference(rule: str, answer: str) -> None:
    clauses = {
        "large": Clause(rule=parse_rule("members > 50")),
        "some": Clause(rule=parse_rule("members > 5")),
        "trusted": Clause(),
        "wide": Clause(rule=parse_rule("members > 4")),
    }
    assert matters("some", parse_rule(rule), Terms(clauses=clauses)) is Answer(answer)


# ── the bound ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _pairs(number: int) -> tuple[Rule, Terms]:
    """A rule that pairs each early fact with a late one: in the order of mention, its decision diagram is huge."""
    facts = {f"f{one}": Fact() for one in range(2 * number)}
    early = " and ".join(f"(f{one} or not f{one})" for one in range(number))
    paired = " or ".join(f"(f{one} and f{one + number})" for one in range(number))
    return parse_rule(f"({early}) and ({paired})"), Terms(facts)


def _again(rule: Rule) -> Rule:
    """The same rule in other words: everything is denied twice, and told from behind."""
    text = " and ".join(f"not ({part})" for part in str(rule.parts[-1]).split(" or ")[::-1])
    return parse_rule(f"not ({text})")


def test_what_takes_too_much_work_is_too_large_to_decide() -> None:
    """It is said in good time, and never taken for a no."""
    rule, terms = _pairs(40)
    began = time.perf_counter()
    found = equivalent(rule, _again(rule), terms)
    assert found == Reasoned(Answer.UNKNOWN, reason="too-large")
    assert time.perf_counter() - began < 20
    assert matters(
        "any", rule & parse_rule("other"), Terms(terms.facts, {"other": Clause(rule=_again(rule))}), work=900
    ) is (Answer.UNKNOWN)


def test_the_same_of_a_smaller_rule_is_decided() -> None:
    rule, terms = _pairs(5)
    assert equivalent(rule, _again(rule), terms) == Reasoned(Answer.YES)


@pytest.mark.parametrize("question", [always, satisfiable])
def test_with_no_work_at_all_nothing_is_decided(question: object) -> None:
    assert callable(question)
    assert question(parse_rule("democratic and joined"), work=1) == Reasoned(Answer.UNKNOWN, reason="too-large")
    assert question(parse_rule("members > 5"), work=1) == Reasoned(Answer.UNKNOWN, reason="too-large")


def test_counting_is_decided_without_trying_all_sets() -> None:
    """Twelve of forty imply eleven of forty: there are some five thousand million sets of twelve."""
    terms = Terms({f"f{one}": Fact() for one in range(40)})
    listed = ", ".join(f"f{one}" for one in range(40))
    twelve, eleven = (parse_rule(f"at least {number} of ({listed})") for number in (12, 11))
    assert implies(twelve, eleven, terms).answer is Answer.YES
    assert implies(eleven, twelve, terms).answer is Answer.NO


@pytest.mark.parametrize(
    ("rule", "code"),
    [("demokratic", "unknown-fact"), ("sector is blue", "unknown-value"), ("members", "wrong-operator")],
)
def test_a_rule_that_says_nothing_cannot_be_reasoned_about(rule: str, code: str) -> None:
    for question in (always, satisfiable):
        with pytest.raises(NotationError) as wrong:
            question(parse_rule(rule))
        assert wrong.value.code == code
    with pytest.raises(NotationError) as wrong:
        contradictory(parse_rule("always"), parse_rule(rule))
    assert wrong.value.code == code
    with pytest.raises(NotationError) as wrong:
        matters("some", parse_rule(rule), Terms())
    assert wrong.value.code == code


def test_a_long_chain_of_clauses_is_followed() -> None:
    """Each rests on the one before, as far as the language lets them."""
    clauses = {"c0": Clause(rule=parse_rule("democratic"))}
    clauses |= {f"c{one}": Clause(rule=parse_rule(f"not c{one - 1}")) for one in range(1, 41)}
    assert equivalent(parse_rule("c40"), parse_rule("democratic"), Terms(clauses=clauses)).answer is Answer.YES


# ── samples ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_words_are_those_mentioned_and_one_other() -> None:
    assert words(["b", "a", "b"], ["a", "b", "c"]) == ("b", "a", "c")
    assert words(["a", "b"], ["a", "b"]) == ("a", "b")
    assert words(["x", "a"], ["a"]) == ("a",)
    assert words([], []) == ("other",)


@pytest.mark.parametrize(
    ("mentioned", "expected"),
    [
        ([], (0,)),
        (["0"], (0, 1, -1)),
        (["10", "11"], (0, 10, 11, 12, Decimal("10.1"))),
        (["1/3"], (0, 1)),
        (["1/3", "1/2"], (0, 1, Decimal("0.4"), Decimal("0.5"))),
        (["0.05", "0.06"], (0, 1, Decimal("0.05"), Decimal("0.051"), Decimal("0.06"))),
    ],
)
def test_the_numbers_are_those_mentioned_and_some_between(
    mentioned: list[str], expected: tuple[int | Decimal, ...]
) -> None:
    """A number that no file can write is not among them; one below 0 comes last."""
    assert numbers(map(Fraction, mentioned)) == expected


def test_a_sample_is_exact_however_long_the_number() -> None:
    near = [Fraction(10**29), Fraction(10**29) + Fraction(1, 10**29)]
    found = numbers(near)
    assert [Fraction(number) for number in found if Fraction(number) in near] == near
    assert any(near[0] < Fraction(number) < near[1] for number in found)


def test_the_days_are_the_ends_of_what_is_mentioned_and_those_between() -> None:
    assert days([]) == ("2000-01-01",)
    assert days([Date(2020, 6)]) == ("2020-05-31", "2020-06-01", "2020-06-02", "2020-06-30", "2020-07-01")
    assert days([Fraction(2020)]) == days([Date(2020)])
    assert days([Date(1), Date(9999)])[0] == "0001-01-01"
    assert days([Date(1), Date(9999)])[-1] == "9999-12-31"
    assert len(days([Date(2020, part="winter")])) == 2 + 4 + 3


def test_a_claim_mentions_words_or_points() -> None:
    assert words_of(parse_rule("democratic")) == ()
    assert points(parse_rule("democratic")) == ()
    assert points(parse_rule("founded between 2019 and 2020-06")) == (Fraction(2019), Date(2020, 6))


# ── formulas ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_equal_formulas_are_one() -> None:
    """Order, repetition and nesting do not matter, and claims about one variable are joined."""
    made = Formulas([2, 2, 3], work=1_000)
    a, b, c = made.chosen(0, 1), made.chosen(1, 1), made.chosen(2, 0b011)
    assert made.all_of([a, b, a]) == made.all_of([made.all_of([b]), a])
    assert made.any_of([a, made.any_of([b, c])]) == made.any_of([c, b, a])
    assert made.all_of([c, made.chosen(2, 0b110)]) == made.chosen(2, 0b010)
    assert made.all_of([c, made.chosen(2, 0b100)]) == FALSE
    assert made.any_of([c, made.chosen(2, 0b100)]) == TRUE
    assert made.chosen(2, 0b111) == TRUE
    assert made.chosen(2, 0b1000) == FALSE
    assert made.all_of([]) == TRUE
    assert made.any_of([]) == FALSE
    assert made.at_least(2, [TRUE, a, FALSE]) == a
    assert made.at_least(2, [a, FALSE]) == FALSE


def test_a_formula_can_count_the_same_twice() -> None:
    """Two of three hold where the one that is written twice does."""
    made = Formulas([2, 2], work=1_000)
    a, b = made.chosen(0, 1), made.chosen(1, 1)
    twice = made.at_least(2, [a, a, b])
    assert made.given(twice, 0, 0) == TRUE
    assert made.given(twice, 0, 1) == FALSE
    assert made.given(twice, 1, 0) == a


def test_a_formula_too_deep_is_too_large() -> None:
    """The search goes down by recursion."""
    made = Formulas([2] * 1_000, work=1_000_000)

    def deep(levels: int) -> int:
        formula = made.chosen(0, 1)
        for one in range(1, levels):
            claim = made.chosen(one, 1)
            formula = made.all_of([formula, claim]) if one % 2 else made.any_of([formula, claim])
        return formula

    assert made.solve(deep(140)) is not None
    with pytest.raises(TooLarge):
        deep(200)
