"""What the pages show is true: their agreements load and check clean, their commands are there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from idebur.answers import Answer
from idebur.checks import check
from idebur.cli import main
from idebur.cli.commands import idebur
from idebur.files import dumps, load, read
from idebur.messages import Severity
from idebur.standing import on

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(page for page in (ROOT / "README.md", *DOCS.glob("*.md"), *(DOCS / "reference").glob("*.md")))


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


SWEDISH = DOCS / "skriv-er-overenskommelse.md"


def agreement_on(page: Path) -> str:
    """The agreement that the pieces of a page are, one below the other; organisations have files of their own."""
    return "".join(block for block in blocks(page, "yaml") if "\norganisation:" not in block)


@pytest.mark.parametrize("page", [DOCS / "the-file.md", SWEDISH], ids=lambda page: page.stem)
def test_a_page_builds_one_agreement_that_checks_clean(page: Path, tmp_path: Path) -> None:
    """Its pieces, one below the other, are a whole file; nothing but notes is found in it."""
    file = tmp_path / "lovsta.yaml"
    file.write_text(agreement_on(page), encoding="utf-8")
    reading = read(file)
    found = check(reading.agreement, places=reading.places)
    assert [finding.told() for finding in found if finding.severity is not Severity.NOTE] == []
    again = tmp_path / "again.yaml"
    again.write_text(dumps(reading.agreement), encoding="utf-8")
    assert load(again) == reading.agreement


def test_the_temporary_amendment_of_the_swedish_page_holds_for_its_time_only(tmp_path: Path) -> None:
    """From its first day to its last; what is only proposed never counts."""
    file = tmp_path / "lovsta.yaml"
    file.write_text(agreement_on(SWEDISH), encoding="utf-8")
    agreement = load(file)
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 10, 31), date(2026, 11, 1))
    held = [{one.key: one.answer for one in on(agreement, day).versions} for day in days]
    assert [one["valaret"] for one in held] == [Answer.NO, Answer.YES, Answer.YES, Answer.NO]
    assert Answer.YES not in [one["forslag"] for one in held]


def test_every_link_of_the_swedish_page_leads_to_a_file_of_the_repository() -> None:
    """So that it can be followed there too, and not only in the documentation that is built."""
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", SWEDISH.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (DOCS / link).is_file()] == []


SECTIONS = ("bodies:", "clauses:", "procedures:", "versions:", "idebur judge", "idebur rules", "idebur explain")


@pytest.mark.parametrize("shown", SECTIONS)
def test_the_swedish_page_shows_all_that_its_reader_needs(shown: str) -> None:
    shown_there = (*blocks(SWEDISH, "yaml"), *blocks(SWEDISH, "console"))
    assert any(line.removeprefix("$ ").startswith(shown) for block in shown_there for line in block.splitlines())


HEAD = """\
idebur: 1
agreement: example
"""
PRELUDE = {
    "README.md": HEAD
    + """\
source: text
documents: {text: {kind: agreement, places: [organisation, joining]}}
parties: {associations: {kind: class}}
actors: {network: {kind: umbrella}, municipalities: {kind: set}}
""",
    "rule-language.md": HEAD,
}
"""What the fragments of a page leave out."""


@pytest.mark.parametrize("name", PRELUDE)
def test_the_fragments_of_a_page_load(name: str, tmp_path: Path) -> None:
    """Joined, with what they leave out, they are a file without faults."""
    page = next(page for page in PAGES if page.name == name)
    file = tmp_path / "page.yaml"
    text = PRELUDE[name]
    for block in blocks(page, "yaml"):  # a section that stands in two fragments would be a key twice
        kept = "" if any(f"\n{line}" in text for line in re.findall(r"^\w+:$", block, re.MULTILINE)) else block
        text += kept
    file.write_text(text, encoding="utf-8")
    assert load(file).agreement == "example"


COMMANDS = sorted(
    {
        line
        for page in PAGES
        for block in blocks(page, "console")
        for line in re.findall(r"^\$ idebur (.*)$", block, re.MULTILINE)
        if "examples/" not in line  # those are shown with what they print, see below
    }
)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_on_a_page_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder with the files that the page has the reader write, every command ends well."""
    monkeypatch.chdir(tmp_path)
    if not line.startswith("new"):
        assert CliRunner().invoke(idebur, ["new", "compact.yaml"]).exit_code == 0
        Path("var-overenskommelse.yaml").write_text(agreement_on(SWEDISH), encoding="utf-8")
    choir = next(block for block in blocks(SWEDISH, "yaml") if "\norganisation:" in block)
    Path("koren.yaml").write_text(choir, encoding="utf-8")
    result = CliRunner().invoke(idebur, line.split())
    assert result.exit_code == 0, result.output
    assert result.output.strip()


# --- what the commands print ---

ASKED = (DOCS / "may-they-join.md", DOCS / "networks.md", ROOT / "README.md")


def _asked(page: Path) -> list[tuple[str, str]]:
    """Every command of a page that is shown with what it prints."""
    found = []
    for block in blocks(page, "console"):
        first, _, printed = block.partition("\n")
        if first.startswith("$ idebur ") and printed.strip():
            found.append((first.removeprefix("$ idebur "), printed))
    return found


@pytest.mark.parametrize(("line", "printed"), [pytest.param(*one, id=one[0]) for page in ASKED for one in _asked(page)])
def test_what_a_command_prints_is_what_the_page_shows(
    line: str, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run in a folder that holds the examples, and the files that the page has the reader write."""
    if line.startswith("screen"):
        pytest.importorskip("duckdb", reason="the extra screening is not installed")
    if line.startswith("draw"):
        pytest.importorskip("matplotlib", reason="the extra drawing is not installed")
    page = DOCS / "may-they-join.md"
    yaml = blocks(page, "yaml")
    (tmp_path / "choir.yaml").write_text(next(one for one in yaml if "organisation:" in one), encoding="utf-8")
    (tmp_path / "map.yaml").write_text(next(one for one in yaml if "map:" in one), encoding="utf-8")
    csv = next(one for one in blocks(page, "text") if "number,name" in one)
    (tmp_path / "charities.csv").write_text(csv, encoding="utf-8")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(line.split())
    assert capsys.readouterr().out == printed
