"""Rules as values, and their texts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from pydantic import BaseModel, ValidationError

from idebur.errors import NotationError, Undecided
from idebur.notation.dates import Date
from idebur.rules import (
    RESERVED,
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
    all_of,
    any_of,
    parse_rule,
    references,
)
from idebur.rules.language import DEEPEST

A, B, C, D = map(Named, "abcd")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("democratic", Named("democratic")),
        ("national.democratic", Named("national.democratic")),
        ("sector is public", Is("sector", ("public",))),
        ("sector is any of (public, academia)", Is("sector", ("public", "academia"))),
        ("sector is not public", Not(Is("sector", ("public",)))),
        ("not sector is any of (public, academia)", Not(Is("sector", ("public", "academia")))),
        ("scope includes regional", IncludesAny("scope", ("regional",))),
        ("scope includes any of (regional, local)", IncludesAny("scope", ("regional", "local"))),
        ("scope includes all of (regional, local)", IncludesAll("scope", ("regional", "local"))),
        ("scope includes all of (regional)", IncludesAll("scope", ("regional",))),
        ("members = 10", Compares("members", "=", Fraction(10))),
        ("members < 10", Compares("members", "<", Fraction(10))),
        ("members <= 10", Compares("members", "<=", Fraction(10))),
        ("members > 1.5", Compares("members", ">", Fraction(3, 2))),
        ("share >= 2/3", Compares("share", ">=", Fraction(2, 3))),
        ("founded < 2020-06", Compares("founded", "<", Date(2020, 6))),
        ("founded before 2020", Before("founded", Date(2020))),
        ("founded after 2020-autumn", After("founded", Date(2020, part="autumn"))),
        ("members between 10 and 50", Between("members", Fraction(10), Fraction(50))),
        ("founded between 2018-06 and 2019", Between("founded", Date(2018, 6), Fraction(2019))),
        ("a and b", AllOf((A, B))),
        ("a or b", AnyOf((A, B))),
        ("not a", Not(A)),
        ("not not a", Not(Not(A))),
        ("not (a and b)", Not(AllOf((A, B)))),
        ("a or b and c", AnyOf((A, AllOf((B, C))))),
        ("(a or b) and c", AllOf((AnyOf((A, B)), C))),
        ("a between 1 and 2 and b", AllOf((Between("a", Fraction(1), Fraction(2)), B))),
        ("at least 2 of (a, b or c, not d)", AtLeast(2, (A, AnyOf((B, C)), Not(D)))),
        ("always", AllOf(())),
        ("never", AnyOf(())),
        ("not never", Not(AnyOf(()))),
        ("any of (always)", AnyOf((AllOf(()),))),
        ("all of (a or b)", AllOf((AnyOf((A, B)),))),
        ("any of (a and b)", AnyOf((AllOf((A, B)),))),
        ("not all of (a)", Not(AllOf((A,)))),
    ],
)
def test_a_rule_and_its_text_are_each_other(text: str, rule: Rule) -> None:
    assert str(rule) == text
    assert parse_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("(((a)))", "a"),
        ("(a and b) and (c and d)", "a and b and c and d"),
        ("a or (b or c)", "a or b or c"),
        ("a or (b and c)", "a or b and c"),
        ("not (not a)", "not not a"),
        ("not (sector is public)", "sector is not public"),
        ("sector is not any of (a, b)", "not sector is any of (a, b)"),
        ("sector is any of (public)", "sector is public"),
        ("scope includes any of ( local )", "scope includes local"),
        ("all of (a, b)", "a and b"),
        ("all of (a or b, c)", "(a or b) and c"),
        ("any of (a and b, c)", "a and b or c"),
        ("always and a", "a"),
        ("never or a", "a"),
        ("never and a", "never and a"),
        ("members>=010", "members >= 10"),
        ("share >= 0.5", "share >= 1/2"),
        ("founded before 2020 and\n  democratic", "founded before 2020 and democratic"),
    ],
)
def test_one_rule_has_one_text(text: str, canonical: str) -> None:
    assert str(parse_rule(text)) == canonical
    assert parse_rule(canonical) == parse_rule(text)


@pytest.mark.parametrize(
    ("built", "text"),
    [
        (A & B & C, "a and b and c"),
        (A & (B & C), "a and (b and c)"),
        (A | B | C, "a or b or c"),
        (A & (B | C), "a and (b or c)"),
        ((A & B) | C, "a and b or c"),
        (~(A & B), "not (a and b)"),
        (~~A, "not not a"),
        (~Is("sector", ("public",)), "sector is not public"),
        (AllOf(()) & A, "always and a"),
        (AnyOf(()) | A, "never or a"),
        (AnyOf(()) & A, "never and a"),
        (all_of(), "always"),
        (any_of(), "never"),
        (all_of(A), "a"),
        (any_of(A), "a"),
        (AllOf((A, AllOf((B, C)))), "a and b and c"),
        (AnyOf((AnyOf((A, B)), C)), "a or b or c"),
    ],
)
def test_operators_build_what_the_words_build(built: Rule, text: str) -> None:
    assert built == parse_rule(text)
    assert hash(built) == hash(parse_rule(text))


@pytest.mark.parametrize("rule", [A, A & B, ~A, Is("a", ("b",))])
def test_a_rule_has_no_truth_of_its_own(rule: Rule) -> None:
    with pytest.raises(Undecided, match="neither true nor false"):
        bool(rule)


def test_a_bare_year_is_the_same_however_it_is_built() -> None:
    """The text cannot tell a year from a number, so neither does the value."""
    assert Compares("founded", "<", Date(2020)) == Compares("founded", "<", 2020) == parse_rule("founded < 2020")
    assert Between("founded", Date(2018), Date(2020)) == parse_rule("founded between 2018 and 2020")


@pytest.mark.parametrize(
    ("text", "names"),
    [("always", ()), ("a", ("a",)), ("b is c and not (a or b = 1) or at least 1 of (d, a)", ("b", "a", "d"))],
)
def test_a_rule_names_what_it_refers_to(text: str, names: tuple[str, ...]) -> None:
    assert references(parse_rule(text)) == names


def test_no_rule_without_a_text_can_be_built() -> None:
    for build, code in (
        (lambda: Named("A"), "not-a-key"),
        (lambda: Named("and"), "reserved-word"),
        (lambda: Is("not", ("a",)), "reserved-word"),
        (lambda: Is("a", ()), "nothing-written"),
        (lambda: Is("a", ("b.c",)), "not-a-key"),
        (lambda: IncludesAny("a", ("any",)), "reserved-word"),
        (lambda: IncludesAll("a", ("B",)), "not-a-key"),
        (lambda: Between("a", 5, 3), "range-backwards"),
        (lambda: Between("a", Date(2018, 6), Date(2018, 5)), "range-backwards"),
        (lambda: AtLeast(0, (A,)), "more-than-there-are"),
        (lambda: AtLeast(2, (A,)), "more-than-there-are"),
        (lambda: AtLeast(1, ()), "more-than-there-are"),
    ):
        with pytest.raises(NotationError) as caught:
            build()
        assert caught.value.code == code
    with pytest.raises(ValueError, match="none of"):
        Compares("a", "==", Fraction(1))
    with pytest.raises(ValueError, match="no numbers below 0"):
        Compares("a", "<", -1)


def test_a_number_and_a_date_are_no_range_to_judge_before_the_fact_is_known() -> None:
    assert str(Between("a", Date(2018, 6), 5)) == "a between 2018-06 and 5"
    assert str(Between("a", 5, Date(2018, 6))) == "a between 5 and 2018-06"


def test_the_deepest_rule_can_be_read_back_and_no_deeper_one_can_be_built() -> None:
    rule: Rule = A
    for level in range(DEEPEST):
        rule = Not(rule) if level % 2 else AtLeast(1, (rule,))
        assert parse_rule(str(rule)) == rule
    for deeper in (lambda: Not(rule), lambda: AtLeast(1, (rule,)), lambda: AllOf((rule,)), lambda: AnyOf((rule,))):
        with pytest.raises(NotationError) as caught:
            deeper()
        assert caught.value.code == "nested-too-deep"


def test_brackets_around_what_is_joined_count_for_depth() -> None:
    rule: Rule = A
    for _ in range(DEEPEST):
        rule = (rule | B) & C
        assert parse_rule(str(rule)) == rule
    assert str(rule).startswith("(" * DEEPEST + "a or b) and c or b)")
    either = rule | B
    with pytest.raises(NotationError, match=f"deeper than {DEEPEST}"):
        either & C


def test_the_reserved_words_are_these() -> None:
    assert sorted(RESERVED) == [
        "after", "all", "always", "and", "any", "at", "before", "between",
        "includes", "is", "least", "never", "not", "of", "or",
    ]  # fmt: skip


class Clause(BaseModel):
    rule: Rule


def test_a_rule_is_a_field_of_a_model() -> None:
    clause = Clause.model_validate({"rule": "sector is civil-society and democratic"})
    assert clause.rule == Is("sector", ("civil-society",)) & Named("democratic")
    assert clause.model_dump() == {"rule": "sector is civil-society and democratic"}
    assert Clause.model_validate({"rule": clause.rule}) == clause
    for value in (True, 1, ["a"]):
        with pytest.raises(ValidationError) as caught:
            Clause.model_validate({"rule": value})
        assert caught.value.errors()[0]["ctx"]["error"].code == "not-text"


@pytest.mark.parametrize("claim", [Is, IncludesAny, IncludesAll])
def test_a_bare_text_is_no_tuple_of_words(claim: type[Is]) -> None:
    """`Is("sector", "public")` would be a claim about six letters."""
    with pytest.raises(TypeError, match=r"such as \('public',\), not as 'public'"):
        claim("sector", "public")  # type: ignore[arg-type]  # the mistake under test
