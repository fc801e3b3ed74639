"""Judging one organisation: what each claim means of each value, what is refused, and what a verdict holds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from idebur.absence import NOT_SAID
from idebur.answers import Answer
from idebur.citations import Cites
from idebur.errors import IdeburError, NotationError, Undecided, UnknownKey
from idebur.notation.dates import Date
from idebur.organisations import Organisation
from idebur.rules import AllOf, Named, Not, Rule, parse_rule
from idebur.rules.facts import Clause, Fact
from idebur.rules.judging import answer, evaluator, judge, values_of
from idebur.rules.meaning import Mistyped, claiming, joining
from idebur.rules.terms import Terms
from idebur.rules.verdicts import Needed, Verdict
from idebur.text import Text

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def organisation(**data: Any) -> Organisation:
    return Organisation.model_validate({"organisation": "choir", **data})


def clause(rule: str | None = None, cites: str | None = None) -> Clause:
    said = {name: value for name, value in (("rule", rule), ("cites", cites)) if value is not None}
    return Clause.model_validate(said)


# ── what a claim means ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rule", "value", "expected"),
    [
        ("democratic", True, YES),
        ("democratic", False, NO),
        ("sector is public", "public", YES),
        ("sector is public", "academia", NO),
        ("sector is any of (public, academia)", "academia", YES),
        ("sector is not public", "public", NO),
        ("sector is public", "a-word-of-another-agreement", NO),
        ("scope includes regional", "regional", YES),
        ("scope includes regional", ("local",), NO),
        ("scope includes any of (regional, local)", ("local", "national"), YES),
        ("scope includes all of (regional, local)", ("local", "regional", "national"), YES),
        ("scope includes all of (regional, local)", ("local",), NO),
        ("scope includes regional", (), NO),
        ("scope includes regional", ("local", None), UNKNOWN),
        ("scope includes regional", ("regional", None), YES),
        ("scope includes all of (regional, local)", ("local", None), UNKNOWN),
        ("members >= 10", 10, YES),
        ("members > 10", 10, NO),
        ("members < 0.1", Decimal("0.1"), NO),
        ("members = 0.1", Decimal("0.10"), YES),
        ("members <= 1/3", Decimal("0.3333333333333333333333333333333333"), YES),
        ("members >= 1/3", Decimal("0.3333333333333333333333333333333333"), NO),
        ("members = 1/3", Fraction(1, 3), YES),
        ("members between 10 and 20", 20, YES),
        ("members between 10 and 20", Decimal("20.1"), NO),
        ("members < 10", -3, YES),
        ("members >= 10", 10**400, YES),
        ("members >= 10", Decimal("1e400"), YES),
    ],
)
def test_a_claim_about_a_known_value(rule: str, value: object, expected: Answer) -> None:
    parsed = parse_rule(rule)
    name = str((parsed.parts[0] if parsed.parts else parsed).name)
    assert answer(parsed, {name: value}) is expected


@pytest.mark.parametrize(
    ("rule", "facts", "said"),
    [
        (
            "sector is public",
            {"sector": "civil society"},
            "of the fact sector .*'civil society'; did you mean 'civil-soc",
        ),
        ("scope includes regional", {"scope": ["local", "Regional"]}, "no word of the fact scope is called 'Regional'"),
        ("democratic or not sector is public", {"democratic": True, "sector": "publik"}, "did you mean 'public'"),
    ],
)
def test_a_word_that_a_fact_does_not_know_is_no_other_word(rule: str, facts: dict[str, Any], said: str) -> None:
    """Misspelt, it would quietly be a no."""
    organisation = Organisation.model_validate({"organisation": "x", "facts": facts})
    with pytest.raises(UnknownKey, match=said):
        judge(parse_rule(rule), organisation)


def test_a_word_of_a_fact_that_is_not_asked_for_is_not_looked_at() -> None:
    organisation = Organisation.model_validate({"organisation": "x", "facts": {"sector": "public", "form": "a-barn"}})
    assert judge(parse_rule("sector is public"), organisation).answer is YES


@pytest.mark.parametrize(
    ("claim", "answers"),
    [
        # founded in:     1987     2019-12  2020-06-01  2020   2019-winter  2020-h2
        ("before 2020", [YES, YES, NO, NO, UNKNOWN, NO]),
        ("after 2020", [NO, NO, NO, NO, NO, NO]),
        ("= 2020", [NO, NO, YES, YES, UNKNOWN, YES]),
        ("before 2020-06-01", [YES, YES, NO, UNKNOWN, YES, NO]),
        ("<= 2020-06-01", [YES, YES, YES, UNKNOWN, YES, NO]),
        (">= 2020-06-01", [NO, NO, YES, UNKNOWN, NO, YES]),
        ("> 1987", [NO, YES, YES, YES, YES, YES]),
        ("between 2019 and 2020-06-01", [NO, YES, YES, UNKNOWN, UNKNOWN, NO]),
        ("before 2020-winter", [YES, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]),
    ],
)
def test_the_rule_names_a_period_and_the_fact_is_one_day_within_its_precision(
    claim: str, answers: list[Answer]
) -> None:
    """The winter of a year is that of January and February, or that of December."""
    founded = ["1987", "2019-12", "2020-06-01", "2020", "2019-winter", "2020-h2"]
    assert [answer(Rule.parse(f"founded {claim}"), {"founded": value}) for value in founded] == answers


def test_a_bare_year_may_be_a_number_or_a_date_itself() -> None:
    rule = Rule.parse("founded before 2020")
    assert answer(rule, {"founded": 1987}) is YES
    assert answer(rule, {"founded": Date(2021)}) is NO


def test_between_two_ends_of_which_the_second_may_come_first_is_not_known() -> None:
    """Between the winter of 2018 and March 2018: of the later winter nothing lies between."""
    rule = Rule.parse("founded between 2018-winter and 2018-03")
    assert answer(rule, {"founded": "2018-02-10"}) is UNKNOWN
    assert answer(rule, {"founded": "2019-02-10"}) is NO


@pytest.mark.parametrize(
    ("rule", "value", "kind"),
    [
        ("democratic", "true", "yes-no"),
        ("democratic", 1, "yes-no"),
        ("sector is public", True, "word"),
        ("sector is public", ("public",), "word"),
        ("scope includes regional", 7, "words"),
        ("scope includes regional", ["regional"], "words"),
        ("members >= 10", "12", "number"),
        ("members >= 10", True, "number"),
        ("members >= 10", 12.0, "number"),
        ("members >= 10", Decimal("NaN"), "number"),
        ("members >= 10", Decimal("Infinity"), "number"),
        ("members between 1 and 10", "many", "number"),
        ("founded before 2020", "last year", "date"),
        ("founded before 2020", True, "date"),
        ("founded before 2020", Decimal(2019), "date"),
    ],
)
def test_a_value_of_another_type_is_refused_and_not_taken_for_unknown(rule: str, value: Any, kind: str) -> None:
    parsed = parse_rule(rule)
    with pytest.raises(Mistyped, match=f"must be of the type {kind}; found") as caught:
        answer(parsed, {str(parsed.name): value})
    assert isinstance(caught.value, (TypeError, IdeburError))
    assert caught.value.expected == kind


def test_the_verdict_refuses_a_wrong_type_even_where_the_rest_would_decide() -> None:
    rule = Rule.parse("not-for-profit and my-own")
    terms = Terms({"my-own": Fact()})
    asked = organisation(facts={"not-for-profit": False, "my-own": "perhaps"})
    assert answer(rule, values_of(asked, terms), terms) is NO
    with pytest.raises(Mistyped):
        judge(rule, asked, terms)


def test_at_least_counts_what_is_and_what_may_be() -> None:
    rule = Rule.parse("at least 2 of (democratic, independent, joined, not-for-profit)")
    assert answer(rule, {"democratic": True, "joined": True}) is YES
    assert answer(rule, {"democratic": True, "joined": False}) is UNKNOWN
    assert answer(rule, {"democratic": True, "joined": False, "independent": False, "not-for-profit": False}) is NO
    assert answer(rule, {"joined": False, "independent": False, "not-for-profit": False}) is NO


def test_always_and_never_ask_nothing() -> None:
    assert answer(Rule.parse("always"), {}) is YES
    assert answer(Rule.parse("never"), {}) is NO
    assert judge(Rule.parse("always"), organisation()).grounds[0].rule == AllOf(())


# ── clauses ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_clause_is_its_rule_and_says_where_it_stands() -> None:
    terms = Terms(clauses={"large": clause("members >= 100", "plan#1")})
    verdict = judge(Rule.parse("large and democratic"), organisation(facts={"members": 12}), terms)
    large = verdict.because[0]
    assert (verdict.answer, large.clause, large.cites) == (NO, "large", Cites(terms.clauses["large"].cites))
    assert str(large.cites[0].at) == "plan#1"
    (claim,) = large.because
    assert claim == Verdict(
        Rule.parse("members >= 100"), NO, fact="members", found=12, needed=Needed(">=", (Fraction(100),))
    )
    assert verdict.decisive == (large,)
    assert verdict.grounds == large.decisive == (claim,)


def test_a_clause_that_only_people_can_judge_is_unknown_until_somebody_has() -> None:
    terms = Terms(clauses={"takes-part": clause()})
    rule = Named("takes-part")
    assert judge(rule, organisation(), terms).unjudged == ("takes-part",)
    said = {"said": False, "by": "styrgruppen", "when": "2025-03-01"}
    verdict = judge(rule, organisation(attested={"takes-part": said}), terms)
    assert (verdict.answer, verdict.because, verdict.unjudged) == (NO, (), ())
    assert verdict.attested is not None
    assert (verdict.attested.by, verdict.attested.when) == (Text("styrgruppen"), Date(2025, 3, 1))
    with pytest.raises(Mistyped):
        judge(rule, organisation(attested={"takes-part": {"said": "perhaps"}}), terms)


def test_a_person_does_not_overrule_the_rule_of_a_clause_and_is_still_named() -> None:
    terms = Terms(clauses={"large": clause("members >= 100")})
    asked = organisation(facts={"members": 12}, attested={"large": {"said": True, "by": "kansliet"}})
    verdict = judge(Named("large"), asked, terms)
    assert verdict.answer is NO
    assert verdict.attested is not None


def test_an_attested_fact_keeps_who_said_it_and_a_bare_one_says_nobody() -> None:
    rule = Rule.parse("democratic and independent and joined")
    facts = {"democratic": {"said": True, "by": "kansliet"}, "independent": True, "joined": "not-said"}
    verdict = judge(rule, organisation(facts=facts))
    by = [one.attested.by if one.attested is not None else None for one in verdict.because]
    assert by == [Text("kansliet"), None, None]
    assert verdict.missing == ("joined",)


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [
        ({}, False),
        ({"by": "kansliet"}, True),
        ({"when": "2025-03-01"}, True),
        ({"by": "kansliet", "when": "2025-03-01"}, True),
        ({"by": "not-said", "when": "not-said"}, False),
    ],
)
def test_who_said_a_fact_is_kept_and_so_is_when_it_was_said(said: dict[str, Any], is_kept: bool) -> None:
    asked = organisation(facts={"democratic": {"said": True, **said}})
    verdict = judge(Rule.parse("democratic"), asked)
    assert (verdict.answer, verdict.attested is not None) == (YES, is_kept)


def test_what_is_attested_of_a_fact_or_of_nothing_is_left_out() -> None:
    terms = Terms(clauses={"takes-part": clause()})
    said = {"democratic": {"said": True}, "unheard-of": {"said": True}, "takes-part": {"said": True}}
    asked = organisation(facts={"not-there": 3, "members": 5}, attested=said)
    assert values_of(asked, terms) == {"members": 5, "takes-part": True}
    assert judge(Named("democratic"), asked, terms).answer is UNKNOWN


def test_a_clause_named_twice_is_judged_once() -> None:
    """Else a chain of clauses that each name the one before twice would take 2 to the power of its length."""
    links = {f"c{n}": clause(f"c{n - 1} and (c{n - 1} or democratic)") for n in range(1, 20)}
    terms = Terms(clauses={"c0": clause("independent"), **links})
    assert answer(Named("c19"), {"independent": True}, terms) is YES
    assert answer(Named("c19"), {"independent": False}, terms) is NO
    verdict = judge(Named("c19"), organisation(facts={"independent": True}), terms)
    assert verdict.answer is YES
    assert len([one for one in verdict.walk() if one.clause is not None]) == 20
    assert [one.fact for one in verdict.grounds] == ["independent"]


def test_a_sources_that_differ_on_a_clause_leave_it_to_people() -> None:
    both = Clause.model_validate(
        {"rule": [{"said": "democratic", "cites": "a#1"}, {"said": "independent", "cites": "b#1"}]}
    )
    verdict = judge(Named("both"), organisation(facts={"democratic": True}), Terms(clauses={"both": both}))
    assert (verdict.answer, verdict.unjudged) == (UNKNOWN, ("both",))


# ── terms ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_clauses_that_rest_on_each_other_mean_nothing() -> None:
    with pytest.raises(NotationError) as caught:
        Terms(clauses={"a": clause("b"), "b": clause("not a")})
    assert caught.value.code == "clauses-in-a-ring"
    assert caught.value.params == {"ring": ("a", "b", "a")}


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("sector is publc", "unknown-value"),
        ("democrtic", "unknown-fact"),
        ("members is public", "wrong-operator"),
        ("crooked", "wrong-operator"),
    ],
)
def test_a_rule_that_cannot_be_asked_is_refused_also_by_way_of_a_clause(rule: str, code: str) -> None:
    terms = Terms(clauses={"crooked": clause("founded"), "straight": clause("democratic")})
    for ask in (lambda: judge(Rule.parse(rule), organisation(), terms), lambda: evaluator(Rule.parse(rule), terms)):
        with pytest.raises(NotationError) as caught:
            ask()
        assert caught.value.code == code


def test_clauses_piled_on_clauses_are_refused_before_python_gives_up() -> None:
    links = {f"c{n}": clause(f"not c{n - 1}") for n in range(1, 2000)}
    terms = Terms(clauses={"c0": clause("democratic"), **links})
    assert answer(Named("c40"), {"democratic": True}, terms) is YES
    with pytest.raises(NotationError) as caught:
        answer(Named("c1999"), {"democratic": True}, terms)
    assert caught.value.code == "nested-too-deep"


def test_a_rule_as_deep_as_rules_can_be_is_judged() -> None:
    rule: Rule = Named("democratic")
    for _ in range(32):
        rule = Not(rule)
    verdict = judge(rule, organisation(facts={"democratic": True}))
    assert (verdict.answer, len(list(verdict.walk()))) == (YES, 33)


def test_an_own_fact_goes_before_a_built_in_one() -> None:
    terms = Terms({"members": Fact(type="yes-no")})
    assert answer(Named("members"), {"members": True}, terms) is YES
    assert terms.meaning(Named("members")) is terms.facts["members"]
    assert terms.meaning(Rule.parse("always")) is None
    assert terms.clause_of(Named("members")) is None


def test_what_was_worked_out_for_a_rule_is_not_taken_for_another() -> None:
    """It is found again by identity, so the rule has to be kept as long as what was worked out for it."""
    terms = Terms()
    for number in range(3000):
        expected = YES if number % 2 else NO
        assert answer(Rule.parse(f"members >= {number}"), {"members": number - 1 + number % 2}, terms) is expected
    assert len(terms.worked_out) <= 1024


# ── verdicts ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_verdict_is_no_truth_value() -> None:
    with pytest.raises(Undecided):
        bool(judge(Named("democratic"), organisation()))


@pytest.mark.parametrize(
    ("rule", "needed"),
    [
        ("democratic", Needed("is", (True,))),
        ("sector is any of (public, academia)", Needed("is", ("public", "academia"))),
        ("scope includes local", Needed("includes-any", ("local",))),
        ("scope includes all of (local, national)", Needed("includes-all", ("local", "national"))),
        ("members < 5", Needed("<", (Fraction(5),))),
        ("members between 5 and 7", Needed("between", (Fraction(5), Fraction(7)))),
        ("founded = 1987", Needed("=", (Date(1987),))),
        ("founded before 1987", Needed("before", (Date(1987),))),
        ("founded after 1987-05", Needed("after", (Date(1987, 5),))),
        ("founded between 1987 and 1990", Needed("between", (Date(1987), Date(1990)))),
    ],
)
def test_what_a_claim_needs_is_data(rule: str, needed: Needed) -> None:
    assert judge(Rule.parse(rule), organisation()).needed == needed


@pytest.mark.parametrize(
    ("facts", "decisive", "missing"),
    [
        ({"democratic": False, "joined": False}, ["democratic", "joined"], ()),
        ({"democratic": False}, ["democratic"], ()),
        ({"democratic": True}, ["joined", "public-owned"], ("joined", "public-owned")),
        ({"democratic": True, "joined": True, "public-owned": True}, ["public-owned"], ()),
        ({"democratic": True, "joined": True, "public-owned": False}, ["democratic", "joined", "public-owned"], ()),
    ],
)
def test_what_decided(facts: dict[str, bool], decisive: list[str], missing: tuple[str, ...]) -> None:
    """Of a no, the parts that are no; of an unknown, those that are unknown; of a yes, all of them."""
    verdict = judge(Rule.parse("democratic and joined and not public-owned"), organisation(facts=facts))
    assert [one.fact for one in verdict.decisive] == decisive
    assert verdict.missing == missing


def test_a_date_that_is_not_precise_enough_is_missing_too() -> None:
    verdict = judge(Rule.parse("founded before 1987-06-01"), organisation(facts={"founded": 1987}))
    assert (verdict.answer, verdict.found, verdict.missing) == (UNKNOWN, 1987, ("founded",))


def test_a_class_of_rules_that_nobody_has_told_of_is_refused() -> None:
    class Strange(Rule):
        pass

    with pytest.raises(TypeError, match="how a Strange is judged"):
        claiming(Strange(), "yes-no")
    with pytest.raises(TypeError, match="how a Strange is judged"):
        joining(Strange(), ())


def test_not_said_is_not_known() -> None:
    asked: dict[str, Any] = {"members": NOT_SAID, "scope": NOT_SAID, "founded": NOT_SAID, "sector": NOT_SAID}
    for rule in ("members >= 3", "scope includes local", "founded before 2000", "sector is public"):
        assert answer(Rule.parse(rule), asked) is UNKNOWN
