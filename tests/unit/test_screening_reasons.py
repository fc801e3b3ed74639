"""The reasons of a screening ask what the letter of a single organisation asks."""

from __future__ import annotations

import pytest

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.exports.prose import tell_membership
from idebur.files.yaml_reader import parse_yaml
from idebur.messages import Lang
from idebur.organisations import Organisation
from idebur.rules import Rule
from idebur.rules.judging import answer, judge
from idebur.screening import bounds
from idebur.screening.judged import Outcome
from idebur.screening.questions import Question
from idebur.screening.reasons import told


def _agreement(open_to: str) -> Agreement:
    text = f"""
idebur: 1
agreement: x
clauses:
  owned: {{says: {{sv: Offentligt ägd., en: Publicly owned.}}, rule: public-owned}}
procedures: {{joining: {{kind: join, open-to: '{open_to}'}}}}
"""
    tree, faults = parse_yaml(text.encode(), "case.yaml")
    assert tree is not None, faults
    return Agreement.model_validate(tree.data, by_alias=True, by_name=False)


@pytest.mark.parametrize(
    ("open_to", "required"),
    [
        ("not public-owned and democratic", "no"),
        ("not (not public-owned) and democratic", "yes"),
        ("not owned and democratic", "no"),
        ("not (owned or not democratic)", "no"),
    ],
)
@pytest.mark.parametrize("facts", [{"democratic": True}, {"democratic": True, "public-owned": None}])
def test_under_not_the_opposite_is_required(open_to: str, required: str, facts: dict[str, bool | None]) -> None:
    """Both where it is not known whether, and where it is known to be the wrong answer."""
    known = {name: required != "yes" if value is None else value for name, value in facts.items()}
    agreement = _agreement(open_to)
    organisation = Organisation.model_validate({"organisation": "x", "facts": known})
    question = Question.joining(agreement)
    outcome = Outcome.of(judge(question.rule, organisation, question.terms), {})
    asked = f"What is required: {required}."
    assert asked in told(outcome, "en", question)
    assert asked in " ".join(tell_membership(agreement, organisation, "en").split())
    other = "yes" if required == "no" else "no"
    assert f"What is required: {other}." not in told(outcome, "en", question)
    assert ("It is not to be met." in told(outcome, "en", question)) is ("owned" in open_to.replace("public-owned", ""))


def test_where_some_of_several_are_enough_the_reasons_say_so() -> None:
    agreement = _agreement("at least 2 of (democratic, owned, members >= 1.5)")
    organisation = Organisation.model_validate({"organisation": "x", "facts": {"democratic": False}})
    question = Question.joining(agreement)
    said = told(Outcome.of(judge(question.rule, organisation, question.terms), {}), "sv", question)
    parts = "bygger på demokratiska värderingar; offentligt ägd; antal medlemmar är minst 1,5"
    assert said.count(f"Minst två av följande krävs: {parts}.") == 1
    assert said.index("Minst två") < said.index("Hur många medlemmar har ni?")


DATES = "founded before 2020-05-01 and members >= 1500.5 and members < 20000"


@pytest.mark.parametrize(
    ("lang", "founded", "members"),
    [
        ("sv", "1 maj 2020 eller senare", "minst 1500,5 och mindre än 20\u00a0000"),
        ("en", "1 May 2020 or later", "at least 1500.5 and less than 20,000"),
    ],
)
def test_dates_and_numbers_are_written_as_in_the_letter(lang: Lang, founded: str, members: str) -> None:
    """Also those that stand for an interval."""
    question = Question.joining(_agreement(DATES))
    claims = tuple(question.claims())
    dated = bounds.dated(bounds.points(claims[:1]), "day")
    numbered = bounds.numbered(bounds.points(claims[1:]), "decimal", 1)
    _, days = bounds.intervals(dated, lambda value: _answers(claims, "founded", value), "day")
    _, intervals = bounds.intervals(numbered, lambda value: _answers(claims, "members", value), "decimal")
    assert [one.label[lang] for one in (days[-1], intervals[1])] == [founded, members]
    needed = {"sv": "före 1 maj 2020", "en": "before 1 May 2020"}[lang]
    organisation = Organisation.model_validate({"organisation": "x", "facts": {"founded": str(days[-1].value)}})
    outcome = Outcome.of(judge(question.rule, organisation, question.terms), {"founded": days[-1].label})
    said = told(outcome, lang, question)
    assert founded in said
    assert needed in said
    assert "2020-05" not in said
    assert founded in told(outcome, lang)


def _answers(claims: tuple[Rule, ...], name: str, value: object) -> tuple[Answer, ...]:
    return tuple(answer(claim, {name: value}) for claim in claims if claim.name == name)
