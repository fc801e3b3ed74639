"""The reasons of a screening ask what the letter of a single organisation asks."""

from __future__ import annotations

import pytest

from idebur.agreement import Agreement
from idebur.exports.prose import tell_membership
from idebur.files.yaml_reader import parse_yaml
from idebur.organisations import Organisation
from idebur.rules.judging import judge
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
