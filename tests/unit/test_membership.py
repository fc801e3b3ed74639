"""Who may join: by any of the ways there are, in any version, and who gains or loses by a change."""

from __future__ import annotations

from typing import Any

import pytest

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.errors import UnknownKey
from idebur.membership import compare_members, may_join, rule_of_joining, terms_of
from idebur.organisations import Organisation
from idebur.rules import Rule

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN

DOCUMENTS = {"text": {"places": ["joining", "aim"]}, "old": {"places": ["joining"]}}
BASE: dict[str, Any] = {
    "agreement": "x",
    "source": "text",
    "documents": DOCUMENTS,
    "facts": {"volunteers": {"type": "number"}},
    "clauses": {"large": {"rule": "volunteers >= 10", "cites": "joining.1"}, "good": {"rule": "democratic"}},
    "procedures": {
        "joining": {"kind": "join", "open-to": "large and good", "cites": {"open-to": "joining.2", "steps": "aim"}}
    },
    "versions": {
        "proposed": {"amends": "present", "clauses": {"large": {"rule": "volunteers >= 5", "cites": "aim.1"}}},
        "later": {
            "amends": "proposed",
            "procedures": {"joining": {"kind": "join", "open-to": "large"}, "by-letter": {"kind": "join"}},
        },
        "first": {"source": "old", "procedures": {"entry": {"kind": "join", "open-to": "good", "cites": "joining"}}},
        "silent": {"title": "Silent"},
        "closed": {"amends": "present", "procedures": {"joining": {"kind": "leave"}}},
    },
}


def agreement(**data: Any) -> Agreement:
    return Agreement.model_validate({**BASE, **data})


def organisation(key: str = "choir", **facts: Any) -> Organisation:
    return Organisation.model_validate({"organisation": key, "facts": facts})


def test_the_terms_of_an_agreement_are_its_own_facts_and_clauses_with_whole_citations() -> None:
    terms = terms_of(agreement())
    assert terms.facts["volunteers"].type == "number"
    assert {"democratic", "sector"} <= set(terms.facts)
    assert [str(cite.at) for cite in terms.clauses["large"].cites] == ["text#joining.1"]


@pytest.mark.parametrize(
    ("version", "rule", "cites"),
    [
        (None, "volunteers >= 10", "text#joining.1"),
        ("present", "volunteers >= 10", "text#joining.1"),
        ("proposed", "volunteers >= 5", "text#aim.1"),
        ("later", "volunteers >= 5", "text#aim.1"),
        ("first", "volunteers >= 10", "text#joining.1"),
    ],
)
def test_a_version_says_what_it_says_over_what_it_amends(version: str | None, rule: str, cites: str) -> None:
    large = terms_of(agreement(), version).clauses["large"]
    assert large.rule == Rule.parse(rule)
    assert [str(cite.at) for cite in large.cites] == [cites]


@pytest.mark.parametrize(
    ("version", "volunteers", "expected"),
    [
        (None, 7, NO),
        ("present", 7, NO),
        ("proposed", 7, YES),
        ("later", 7, YES),
        ("later", 4, UNKNOWN),  # by letter, whoever may
        ("first", 0, YES),
        ("silent", 7, UNKNOWN),
        ("closed", 70, UNKNOWN),
    ],
)
def test_whether_one_may_join_by_each_version(version: str | None, volunteers: int, expected: Answer) -> None:
    verdict = may_join(agreement(), organisation(volunteers=volunteers, democratic=True), version=version)
    assert verdict.answer is expected


def test_a_version_that_there_is_not() -> None:
    with pytest.raises(UnknownKey):
        may_join(agreement(), organisation(), version="last")


def test_the_verdict_names_the_procedure_and_where_it_says_whom_it_is_open_to() -> None:
    verdict = may_join(agreement(), organisation(volunteers=3, democratic=True))
    assert verdict.clause == "procedures.joining"
    assert [str(cite.at) for cite in verdict.cites] == ["text#joining.2"]
    assert [one.clause for one in verdict.decisive] == ["large"]


def test_any_of_several_ways_is_enough() -> None:
    both = {
        "joining": {"kind": "join", "open-to": "large"},
        "by-invitation": {"kind": "join", "open-to": "good"},
        "leaving": {"kind": "leave", "open-to": "always"},
    }
    verdict = may_join(agreement(procedures=both), organisation(volunteers=3, democratic=True))
    assert [(one.clause, one.answer) for one in verdict.because] == [
        ("procedures.joining", NO),
        ("procedures.by-invitation", YES),
    ]
    assert verdict.answer is YES


@pytest.mark.parametrize(
    ("procedures", "expected", "unjudged"),
    [
        ({"joining": {"kind": "join"}}, UNKNOWN, ("procedures.joining",)),
        ({"joining": {"kind": "join", "open-to": "not-said"}}, UNKNOWN, ("procedures.joining",)),
        ({"joining": {"kind": "join", "open-to": {"vague": "lämpliga"}}}, UNKNOWN, ("procedures.joining",)),
        ({"joining": {"kind": "join", "open-to": "none"}}, NO, ()),
        ({"joining": {"kind": "join", "open-to": "always"}}, YES, ()),
        ({"leaving": {"kind": "leave"}}, UNKNOWN, ("procedures",)),
        ("not-said", UNKNOWN, ("procedures",)),
    ],
)
def test_what_the_text_does_not_say_is_unknown_and_what_it_denies_is_no(
    procedures: Any, expected: Answer, unjudged: tuple[str, ...]
) -> None:
    verdict = may_join(agreement(procedures=procedures), organisation())
    assert (verdict.answer, verdict.unjudged) == (expected, unjudged)


def test_who_gains_and_who_loses() -> None:
    organisations = [
        organisation("small", volunteers=7, democratic=True),
        organisation("large", volunteers=70, democratic=True),
        organisation("rigid", volunteers=70, democratic=False),
        organisation("quiet", volunteers=7),
    ]
    changed = agreement(clauses={"large": {"rule": "volunteers >= 5 and volunteers < 50"}, "good": {"rule": "always"}})
    rows = compare_members(agreement(), changed, organisations)
    assert [(row.organisation, row.before.answer, row.after.answer, row.gains, row.loses) for row in rows] == [
        ("small", NO, YES, True, False),
        ("large", YES, NO, False, True),
        ("rigid", NO, NO, False, False),
        ("quiet", NO, YES, True, False),
    ]


def test_two_versions_of_one_agreement_are_compared() -> None:
    (row,) = compare_members(agreement(), agreement(), [organisation(volunteers=7)], versions=("present", "proposed"))
    assert (row.before.answer, row.after.answer, row.gains) == (NO, UNKNOWN, True)


def test_the_rule_that_is_judged_by_is_the_one_that_is_reasoned_about() -> None:
    rule, terms = rule_of_joining(agreement())
    assert str(rule) == "procedures.joining"
    assert terms.rules["procedures.joining"] == Rule.parse("large and good")
