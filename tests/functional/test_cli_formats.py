"""The forms for programs: JSON, workflow commands and SARIF, value by value."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import unquote

import pytest

from idebur import Fault, Finding, Place, __version__
from idebur.cli import main
from idebur.cli.checking import Report
from idebur.cli.reports import FORMS
from idebur.exports.sarif import plain, sarif
from idebur.messages import LANGUAGES, Lang, Span, catalogue, entry

FAULT = Fault(
    "field-unknown",
    Place("a file,1.yaml", Span(3, 1, 5), "titel: Hej"),
    "titel",
    {"found": "titel", "known": ("title",)},
    "title",
)
WARNING = Finding("commitment-nobody-bears", "commitments.share", {"element": "share"})


def report(*items: Fault | Finding) -> Report:
    faults = tuple(item for item in items if isinstance(item, Fault))
    findings = tuple(item for item in items if isinstance(item, Finding))
    return Report(1, faults, findings, 0, unopened=False)


def checked(path: Path, form: str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    with pytest.raises(SystemExit):
        main(["check", str(path), "--format", form, "--lang", "en", *more])
    return capsys.readouterr().out


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with one agreement that cannot be read and one that leaves something open."""
    (tmp_path / "broken.yaml").write_text("idebur: 1\nagreement: broken\ntitel: Hej\n", "utf-8")
    (tmp_path / "open.yaml").write_text(
        "idebur: 1\nagreement: open\nlanguage: en\n"
        "commitments:\n  share: {who: not-said, force: shall, does: Share what one knows.}\n",
        "utf-8",
    )
    return tmp_path


# --- JSON ---


def test_json_holds_every_fault_and_finding_with_its_place(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = json.loads(checked(mixed, "json", capsys))
    assert said["faults"] == [
        {
            "code": "field-unknown",
            "severity": "fault",
            "message": 'There is no field called "titel" here.',
            "file": str(mixed / "broken.yaml"),
            "line": 3,
            "column": 1,
            "path": "titel",
            "suggestion": "title",
        }
    ]
    (bearer,) = (one for one in said["findings"] if one["code"] == "commitment-nobody-bears")
    assert bearer == {
        "code": "commitment-nobody-bears",
        "severity": "warning",
        "message": bearer["message"],
        "file": str(mixed / "open.yaml"),
        "line": 5,
        "column": 3,
        "path": "commitments.share",
    }
    assert "share" in bearer["message"]


def test_json_of_what_is_clean_is_two_empty_lists(capsys: pytest.CaptureFixture[str]) -> None:
    clean = Path(__file__).parent / "golden" / "compact.yaml"
    assert json.loads(checked(clean, "json", capsys)) == {"faults": [], "findings": []}


def test_a_finding_without_a_place_says_so_in_json() -> None:
    said = json.loads(FORMS["json"](report(WARNING), "en"))
    assert [said["findings"][0][name] for name in ("file", "line", "column")] == [None, None, None]


# --- workflow commands ---


def test_a_workflow_command_escapes_what_would_end_a_property() -> None:
    """The escapes are those of actions/toolkit: in properties the colon and the comma too."""
    line = FORMS["github"](report(FAULT), "en").splitlines()[0]
    assert line == (
        "::error file=a file%2C1.yaml,line=3,col=1,title=field-unknown (titel)::"
        'There is no field called "titel" here.%0ADid you mean title?'
    )


def test_a_message_with_a_percent_sign_and_line_breaks_stays_one_line() -> None:
    odd = Fault("field-unknown", Place("50%:x\n.yaml"), "a", {"found": "100 %\r\n::error::", "known": ()})
    (line, closing) = FORMS["github"](report(odd), "en").split("\n")
    assert line.startswith("::error file=50%25%3Ax%0A.yaml,line=1,col=1,title=field-unknown (a)::")
    assert line.endswith('There is no field called "100 %25%0D%0A::error::" here.')
    assert closing == "1 agreement checked: 1 fault"


def test_the_severities_are_those_that_workflows_know(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = checked(mixed, "github", capsys).splitlines()
    kinds = [re.match(r"::(error|warning|notice) ", line) for line in lines[:-1]]
    assert all(kinds)
    assert {kind[1] for kind in kinds if kind} >= {"error", "warning"}


# --- SARIF ---

LEVELS = {"none", "note", "warning", "error"}


def conforms(log: dict[str, Any]) -> None:
    """What SARIF 2.1.0 demands of a log such as ours (sections 3.13, 3.14, 3.18, 3.19, 3.27, 3.30, 3.49)."""
    assert log["version"] == "2.1.0"
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "idebur"
    assert driver["semanticVersion"] == __version__
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    identifiers = [rule["id"] for rule in driver["rules"]]
    assert len(set(identifiers)) == len(identifiers)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in LEVELS
    for result in run["results"]:
        assert identifiers[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in LEVELS
        assert result["message"]["text"]
        for location in result.get("locations", ()):
            if "physicalLocation" in location:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                assert re.fullmatch(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", uri), uri
                region = location["physicalLocation"]["region"]
                assert region["startLine"] >= 1
                assert region["endColumn"] > region["startColumn"] >= 1


def test_sarif_of_the_command_conforms(mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(checked(mixed, "sarif", capsys))
    conforms(log)
    (run,) = log["runs"]
    first = run["results"][0]
    assert (first["ruleId"], first["level"], first["properties"]) == (
        "field-unknown",
        "error",
        {"suggestion": "title"},
    )
    (location,) = first["locations"]
    assert unquote(location["physicalLocation"]["artifactLocation"]["uri"]) == f"file://{mixed / 'broken.yaml'}"
    assert location["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 1,
        "endColumn": 6,
        "snippet": {"text": "titel: Hej"},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "titel"}]


def test_a_relative_path_is_a_relative_address() -> None:
    log = sarif([FAULT])
    conforms(log)
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "a%20file%2C1.yaml"


def test_sarif_of_nothing_conforms() -> None:
    conforms(sarif([]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_can_be_a_rule_in_both_languages(lang: Lang) -> None:
    for code in catalogue():
        holes = {hole: hole for _, hole, _, _ in Formatter().parse(entry(code).message[lang]) if hole}
        log = sarif([Fault(code, Place("a.yaml"), "", holes)], lang)
        conforms(log)
        (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
        assert all(f"‹{hole}›" in rule["shortDescription"]["text"] for hole in holes), code
        assert "{" not in rule["shortDescription"]["text"] or "{{" in entry(code).message[lang], code


def test_a_template_is_read_without_its_braces() -> None:
    assert plain("No {what} in {{a: b}}.") == "No ‹what› in {a: b}."
