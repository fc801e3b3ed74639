"""``idebur rules``: what it lists and compares, in both languages, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.functional.running import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
BOTH = (EXAMPLES / "blekinge", EXAMPLES / "ostergotland")


def test_one_agreement_is_listed_in_its_own_language(run: Run) -> None:
    code, said, wrong = run("rules", BOTH[0])
    assert (code, wrong) == (0, "")
    assert said == (
        "Överenskommelse mellan idéburen sektor och offentliga aktörer i Blekinge (blekinge)\n\n"
        "Villkor:\n"
        "- democratic-organisation: Idéburen organisation som står bakom demokratiska värderingar.\n"
        "  [blekinge#anslutning.1]\n"
        "    sector is civil-society and democratic\n"
        "- public-actor: Offentlig aktör. [blekinge#anslutning.1]\n"
        "    sector is public\n\n"
        "Vem som får ansluta sig:\n"
        "- joining: Idéburen organisation som står bakom demokratiska värderingar eller offentlig aktör.\n"
        "  [blekinge#anslutning.1; blekinge#anslutning.2]\n"
        "    democratic-organisation or public-actor\n"
    )


def test_two_agreements_are_compared_with_an_example_each_way(run: Run) -> None:
    code, said, _ = run("rules", *BOTH, "--lang", "en")
    assert code == 0
    assert (
        "May join ostergotland, but not blekinge:\n"
        "  For instance every organisation with\n"
        "  - sector: business\n"
        "  - builds on democratic values: yes\n"
        "  - levels of activity: regional\n"
        "  - independent of the public sector: yes\n"
    ) in said
    assert said.index("May join blekinge, but not ostergotland") < said.index("May join ostergotland, but not blekinge")


def test_a_folder_of_agreements_is_as_good_as_their_names(run: Run) -> None:
    assert run("rules", EXAMPLES) == run("rules", *BOTH)


def test_each_two_of_several_are_compared(run: Run, tmp_path: Path) -> None:
    for key in ("one", "two", "three"):
        head = f"idebur: 1\nagreement: {key}\nlanguage: en\nsource: text\ndocuments: {{text: {{kind: agreement}}}}\n"
        rest = f"facts: {{size: {{type: number}}}}\nprocedures: {{in: {{kind: join, open-to: size > {len(key)}.5}}}}\n"
        (tmp_path / f"{key}.yaml").write_text(head + rest, "utf-8")
    code, said, _ = run("rules", *(tmp_path / f"{key}.yaml" for key in ("one", "two", "three")), "--format", "json")
    found = json.loads(said)
    assert code == 0
    pairs = [(one["first"], one["second"]) for one in found["comparisons"]]
    assert pairs == [("one", "two"), ("one", "three"), ("two", "three")]
    answers = [(one["only-first"]["answer"], one["only-second"]["answer"]) for one in found["comparisons"]]
    assert answers == [("no", "no"), ("yes", "no"), ("yes", "no")]
    assert found["comparisons"][2]["neither"]["witness"] == {
        "facts": {"size": 0},
        "attested": {"two": {}, "three": {}},
        "because": ["size"],
    }


def test_for_programs_everything_is_there(run: Run) -> None:
    code, said, _ = run("rules", *BOTH, "--lang", "en", "--format", "json")
    found: dict[str, Any] = json.loads(said)
    assert code == 0
    assert found["agreements"][0]["clauses"][1] == {
        "key": "public-actor",
        "words": "A public actor.",
        "rule": "sector is public",
        "cites": ["blekinge#anslutning.1"],
    }
    assert found["agreements"][1]["clauses"][3]["rule"] is None
    (compared,) = found["comparisons"]
    assert {
        name: compared[name]["answer"] for name in ("only-first", "only-second", "both", "neither")
    } == dict.fromkeys(("only-first", "only-second", "both", "neither"), "yes")
    witness = compared["only-second"]["witness"]
    assert witness["facts"] == {"sector": "business", "democratic": True, "scope": ["regional"], "independent": True}
    assert compared["differing"] == []


def test_a_number_with_decimals_is_exact_and_a_reason_is_given(run: Run, tmp_path: Path) -> None:
    for key, fact, rule in (("a", "number", "size > 5.25"), ("b", "number", "size >= 5.3"), ("c", "yes-no", "size")):
        head = f"idebur: 1\nagreement: {key}\nsource: text\ndocuments: {{text: {{kind: agreement}}}}\n"
        rest = f"facts: {{size: {{type: {fact}}}}}\nprocedures: {{in: {{kind: join, open-to: {rule}}}}}\n"
        (tmp_path / f"{key}.yaml").write_text(head + rest, "utf-8")
    _, said, _ = run("rules", tmp_path, "--format", "json")
    first, second, _ = json.loads(said)["comparisons"]
    assert first["only-first"]["witness"]["facts"] == {"size": "5.26"}
    assert second["both"] == {"answer": "unknown", "reason": "facts-differ"}
    assert second["differing"] == [{"fact": "size", "types": ["number", "yes-no"], "words": [[], []]}]


def test_what_cannot_be_read_is_said_and_nothing_is_listed(run: Run, tmp_path: Path) -> None:
    code, said, wrong = run("rules", BOTH[0], tmp_path / "missing.yaml", "--lang", "sv")
    assert (code, said) == (4, "")
    assert "[file-missing]" in wrong


VERSIONS = """\
idebur: 1
agreement: town
title: {en: Town}
language: en
clauses:
  large: {rule: members >= 10}
  kind: {says: {en: Is kind.}}
procedures:
  joining: {kind: join, open-to: large and kind}
versions:
  proposed:
    amends: present
    status: proposed
    clauses: {large: {rule: members >= 5}}
    procedures: {by-letter: {kind: join, open-to: kind}}
"""


def test_the_rules_of_a_version_are_listed_with_what_it_leaves_standing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(VERSIONS, "utf-8")
    code, said, _ = run("rules", path, "--version", "proposed")
    assert code == 0
    assert said == (
        "Town (town) (version proposed)\n\n"
        "Conditions:\n"
        "- large: Number of members is at least 5.\n    members >= 5\n"
        "- kind: Is kind.\n    No rule: only people can judge it.\n\n"
        "Who may join:\n"
        "- joining: Number of members is at least 5 and is kind.\n    large and kind\n"
        "- by-letter: Is kind.\n    kind\n"
    )
    assert run("rules", path, "--version", "present") == run("rules", path)
    assert "members >= 10" in run("rules", path)[1]


def test_two_agreements_are_compared_in_the_version_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    for name in ("town", "city"):
        members = "5" if name == "town" else "6"
        text = VERSIONS.replace("agreement: town", f"agreement: {name}").replace(">= 5", f">= {members}")
        (tmp_path / f"{name}.yaml").write_text(text.replace(" and kind", "").replace("open-to: kind", "open-to: never"))
    answers = {}
    for version in ("present", "proposed"):
        found = json.loads(run("rules", tmp_path, "--format", "json", "--version", version)[1])
        assert [one.get("version") for one in found["agreements"]] == [None if version == "present" else version] * 2
        (compared,) = found["comparisons"]
        answers[version] = (compared["only-first"]["answer"], compared["only-second"]["answer"])
    assert answers == {"present": ("no", "no"), "proposed": ("no", "yes")}


def test_a_version_that_one_of_them_lacks_is_refused_with_the_nearest(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(VERSIONS, "utf-8")
    assert run("rules", path, "--version", "propsed") == (
        2,
        "",
        'No version is called "propsed". Did you mean proposed?\n',
    )
    assert run("rules", path, BOTH[0], "--version", "proposed")[0] == 2
