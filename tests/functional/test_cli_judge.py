"""``idebur judge``: the answer as an exit code, and every wrong use told with a way out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.running import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
OSTERGOTLAND, BLEKINGE = str(EXAMPLES / "ostergotland"), str(EXAMPLES / "blekinge")

OWN = """\
idebur: 1
agreement: x
facts:
  volunteers: {type: number}
  opened: {type: date}
  home: {type: word, values: [house, tent]}
  tags: {type: words}
clauses:
  takes-part: {says: {sv: Deltar., en: Takes part.}}
  large: {rule: volunteers >= 2.5}
procedures:
  joining: {kind: join, open-to: large and opened before 2020 and home is house and tags includes b and takes-part}
"""


@pytest.fixture
def judge(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``idebur judge`` on an English machine."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return lambda *arguments: run("judge", *arguments)


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "compact.yaml"  # beside an agreement.yaml, a choir.yaml would be taken for a part of it
    path.write_text(OWN, encoding="utf-8")
    return str(path)


@pytest.fixture
def choir(tmp_path: Path) -> Any:
    def written(text: str) -> str:
        path = tmp_path / "choir.yaml"
        path.write_text(f"idebur: 1\norganisation: choir\n{text}", encoding="utf-8")
        return str(path)

    return written


def _facts(*facts: str) -> list[str]:
    return [part for fact in facts for part in ("--fact", fact)]


@pytest.mark.parametrize(
    ("facts", "code", "begins"),
    [
        (("scope=regional", "democratic=true", "independent=yes"), 0, "The organisation may join"),
        (("scope=municipal,local", "democratic=ja"), 1, "The organisation may not join"),
        (("scope=regional,local", "democratic=true"), 3, "It cannot yet be said whether"),
        ((), 3, "It cannot yet be said whether"),
    ],
)
def test_the_exit_code_is_the_answer(judge: Run, facts: tuple[str, ...], code: int, begins: str) -> None:
    done = judge(OSTERGOTLAND, "--lang", "en", *_facts(*facts))
    assert (done.code, done.err) == (code, "")
    assert done.out.startswith(begins)


def test_an_agreement_is_told_of_in_its_own_language(judge: Run) -> None:
    assert judge(BLEKINGE, "--fact", "sector=public").out.startswith("Organisationen får ansluta sig till ”")


def test_what_is_given_goes_before_what_the_file_says(judge: Run, choir: Any) -> None:
    path = choir("name: Kören Klang\nfacts: {sector: civil-society, democratic: false}\n")
    before = judge(BLEKINGE, path)
    after = judge(BLEKINGE, path, "--fact", "democratic=true")
    assert (before.code, after.code) == (1, 0)
    assert after.out.startswith("Kören Klang får ansluta sig")


def test_every_type_of_fact_and_a_clause_that_people_judge(judge: Run, own: str) -> None:
    facts = _facts("volunteers=2.5", "opened=2018-autumn", "home=house", "tags=a, b", "takes-part=true")
    assert judge(own, *facts).code == 0
    assert judge(own, *facts[:-1], "takes-part=nej").code == 1
    assert judge(own, *facts[:-2]).code == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (_facts("volunteer=3"), 'that can be judged, is called "volunteer". Did you mean volunteers?'),
        (_facts("qqqqq=3"), "The facts are: sector, form,"),
        (_facts("volunteers"), "--fact is written NAME=VALUE"),
        (_facts("=3"), "--fact is written NAME=VALUE"),
        (_facts("volunteers="), "--fact is written NAME=VALUE"),
        (_facts("tags=a", "tags=b"), "--fact tags is given twice."),
        (_facts("volunteers=many"), "The fact volunteers is to be a number; found many."),
        (_facts("volunteers=NaN"), "The fact volunteers is to be a number; found NaN."),
        (_facts("volunteers=12,5"), "such as 1234.5. Did you mean 12.5?"),
        (_facts("volunteers=-0,5"), "such as 1234.5. Did you mean -0.5?"),
        (_facts("volunteers=1,200"), "found 1,200. Write a point before decimals and nothing between thousands"),
        (_facts("volunteers=1.234,5"), "found 1.234,5. Write a point before decimals and nothing between thousands"),
        (_facts("opened=yesterday"), "The fact opened is to be a date"),
        (_facts("opened=2020-02-30"), "found 2020-02-30. There is no day 30; 2020-02 has 29 days."),
        (_facts("opened=2021-02-29"), "found 2021-02-29. There is no day 29; 2021-02 has 28 days."),
        (_facts("opened=2020-13-01"), "found 2020-13-01. There is no month 13; a year has twelve."),
        (_facts("opened=2020-4-1"), "found 2020-4-1. Did you mean 2020-04-01?"),
        (_facts("democratic=perhaps"), "The fact democratic is to be true or false; found perhaps."),
        (_facts("takes-part=perhaps"), "The fact takes-part is to be true or false; found perhaps."),
        (_facts("home=house,tent"), "The fact home is to be one word; found house,tent."),
        (_facts("tags=,"), "The fact tags is to be words with commas between; found ,."),
        (_facts("home=hous"), 'home cannot be "hous". Did you mean house?'),
        (_facts("home=castle"), "It can be: house, tent."),
        (_facts("large=true"), 'The condition "large" is decided by its rule, volunteers >= 2.5,'),
        (["--version", "presnt"], 'No version is called "presnt". Did you mean present?'),
        (["--version", "xyz"], "The versions are: present."),
        (["--format", "yaml"], "'yaml' is not one of"),
    ],
)
def test_wrong_usage_is_told_with_the_way_out(judge: Run, own: str, arguments: list[str], said: str) -> None:
    done = judge(own, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("facts: {volunteers: many}\n", 'For "volunteers" stands "many", but it should be a number.'),
        ("facts: {members: many}\n", "fact-type"),
        ("facts: {members: none}\n", 'For "members" stands "none", but it should be a number.'),
        ("facts: {home: none}\n", 'For "home" stands "none", but it should be a word.'),
        (
            "facts: {home: hous}\n",
            'choir.yaml:3:15: fault [fact-word] (facts.home): The fact "home" cannot be "hous", but only',
        ),
        ("facts: {home: {said: tant}}\n", "tent?"),
        ("facts: {scope: [local, regionall]}\n", "choir.yaml:3:24: fault [fact-word]"),
        ("facts: {scope: [xyz]}\n", "choir.yaml:3:17: fault [fact-word]"),
        ("facts: {scope: [none]}\n", "choir.yaml:3:17: fault [fact-word]"),
        ("attested: {takes-part: {said: perhaps}}\n", 'For "takes-part" stands "perhaps", but it should be true'),
        ("facts: [\n", "choir.yaml:"),
    ],
)
def test_a_file_that_cannot_be_read(judge: Run, own: str, choir: Any, text: str, said: str) -> None:
    done = judge(own, choir(text))
    assert (done.code, done.out) == (4, "")
    assert said in done.err
    assert "choir.yaml" in done.err


@pytest.mark.parametrize("organisation", [[], ["nowhere.yaml"]])
def test_a_file_that_is_not_there(judge: Run, own: str, organisation: list[str]) -> None:
    done = judge(own if organisation else "nowhere", *organisation)
    assert (done.code, done.out) == (4, "")
    assert "nowhere" in done.err


def test_what_the_agreement_has_no_use_for_is_noted_and_judged_without(judge: Run, own: str, choir: Any) -> None:
    file = "facts: {tags: free, volunters: 3}\nattested: {takes-prat: {said: true}, large: {said: true}}\n"
    done = judge(own, choir(file))
    assert done.code == 1
    assert done.err.splitlines() == [
        'Note: the agreement knows no fact called "volunters". Did you mean volunteers?',
        (
            'Note: the agreement has no condition called "takes-prat", so the judgement of it changes nothing. '
            "Did you mean takes-part?"
        ),
    ]


def test_none_is_the_empty_set_of_words_in_a_file_and_on_the_command_line(judge: Run, choir: Any) -> None:
    """It is an answer: no level of activity is the regional one, whereas what is not said stays unknown."""
    for arguments in ([choir("facts: {scope: none}\n")], ["--fact", "scope=none"]):
        done = judge(OSTERGOTLAND, *arguments, "--lang", "en")
        assert (done.code, done.err) == (1, "")
        assert "the answer is nothing at all." in " ".join(done.out.split())
    assert judge(OSTERGOTLAND, choir("facts: {scope: not-said}\n")).code == 3


def test_a_version(judge: Run) -> None:
    done = judge(OSTERGOTLAND, "--version", "2018", "--fact", "democratic=false", "--lang", "sv")
    assert done.code == 1
    assert "(lydelsen 2018)" in " ".join(done.out.split())
    assert "parter.sektor" not in done.out


def test_json_says_what_the_letter_does(judge: Run, own: str, choir: Any) -> None:
    path = choir(
        "facts: {volunteers: {said: 1.5, by: kansliet, when: 2025-03-01}, tags: [a]}\n"
        "attested: {takes-part: {said: true}}\n"
    )
    done = judge(own, path, *_facts("opened=2019", "home=house"), "--format", "json")
    said = json.loads(done.out)
    assert done.code == 1
    assert {name: said[name] for name in ("answer", "rule", "decisive", "missing", "unjudged", "changes")} == {
        "answer": "no",
        "rule": "procedures.joining",
        "decisive": ["large", "tags"],
        "missing": [],
        "unjudged": [],
        "changes": [
            [
                [
                    {"name": "volunteers", "how": "change", "needed": ["volunteers >= 2.5"]},
                    {"name": "tags", "how": "change", "needed": ["tags includes b"]},
                ]
            ]
        ],
    }
    large = said["verdict"]["because"][0]["because"][0]
    assert large == {
        "rule": "large",
        "answer": "no",
        "clause": "large",
        "cites": [],
        "because": [
            {
                "rule": "volunteers >= 2.5",
                "answer": "no",
                "fact": "volunteers",
                "found": "1.5",
                "attested": {"said": "1.5", "by": "kansliet", "when": "2025-03-01"},
            }
        ],
    }
    assert said["verdict"]["because"][0]["because"][3]["found"] == ["a"]


def test_too_many_ways_are_said_to_be_too_many(judge: Run, tmp_path: Path) -> None:
    names = [f"f{number}" for number in range(24)]
    path = tmp_path / "agreement.yaml"
    facts = "".join(f"  {name}: {{type: yes-no}}\n" for name in names)
    rule = f"at least 12 of ({', '.join(names)})"
    path.write_text(f"idebur: 1\nagreement: x\nfacts:\n{facts}procedures:\n  j: {{kind: join, open-to: '{rule}'}}\n")
    assert json.loads(judge(str(path), "--format", "json").out)["changes"] is None
    assert "so many ways" in judge(str(path), "--lang", "en").out


def test_the_help_has_examples(judge: Run) -> None:
    done = judge("--help")
    assert (done.code, done.err) == (0, "")
    assert "idebur judge examples/blekinge choir.yaml" in done.out
