"""``idebur graph | network | draw`` as they are used: what is said, what is written, and what is never overwritten."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from idebur.cli.layouts import WIDTH, called, shortened
from idebur.exports.networks import FORMATS, dumps
from idebur.files import read
from idebur.graph import build
from idebur.graph.measures.acts import ADMINISTRATIVE, LEAD, SHARED
from idebur.graph.measures.summary import OF_NODES, REASONS
from idebur.graph.projections import PROJECTIONS
from idebur.messages import LANGUAGES
from idebur.messages.networking import PHRASES
from tests.functional.running import Run

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
COMPACT = GOLDEN / "compact.yaml"
BLEKINGE, OSTERGOTLAND = ROOT / "examples" / "blekinge", ROOT / "examples" / "ostergotland"

HAND = """\
idebur: 1
agreement: hand
title: Hand-made
since: 2020
parties:
  region: {kind: region, name: The region}
  club: {kind: association, sector: civil-society, name: The club}
actors:
  school: {kind: university, sector: academia, name: The school}
offices:
  leader: {of: club, name: The leader, who: {appoints: club}}
bodies:
  board:
    name: The board
    seats:
      region: {of: region, count: 2, who: {appoints: itself}}
      club: {of: club, count: 2}
routines:
  plan: {title: The plan, who: {leads: leader, decides: board}}
  day: {title: The day, who: {attends: [region, school]}}
versions:
  proposed:
    amends: present
    bodies: {council: {name: The council, seats: {school: {of: school, count: 1}}}}
"""
"""Region and club share the agreement and the board, region and school the day; nobody else meets."""


@pytest.fixture
def hand(tmp_path: Path) -> Path:
    path = tmp_path / "hand.yaml"
    path.write_text(HAND, "utf-8")
    return path


def process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    source = str(ROOT / "src")
    path = os.pathsep.join(filter(None, (environment.pop("PYTHONPATH", ""), source)))
    return subprocess.run(
        [sys.executable, "-m", "idebur", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        check=False,
    )


# --- what is told ---

TOLD = {
    "graph": ["graph"],
    "graph.parties": ["graph", "--projection", "parties"],
    "network": ["network"],
    "network.bodies": ["network", "--projection", "bodies"],
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TOLD)
def test_the_network_is_told_as_in_the_golden_file(run: Run, name: str, lang: str) -> None:
    """``IDEBUR_GOLDEN=1`` writes the files anew, to be read before they are committed."""
    code, said, err = run(*TOLD[name], COMPACT, "--lang", lang)
    golden = GOLDEN / f"compact.{name}.{lang}.txt"
    if os.environ.get("IDEBUR_GOLDEN"):
        golden.write_text(said, "utf-8")
    assert (code, said, err) == (0, golden.read_text("utf-8"), "")


def test_ties_that_count_most_come_first(run: Run, hand: Path) -> None:
    assert run("graph", hand, "--projection", "parties")[1].splitlines()[5:] == [
        "  2  The club – The region",
        "  1  The region – The school",
    ]
    assert run("graph", hand, "--projection", "bodies")[1].splitlines()[4:] == [
        "  1  The club – The board",
        "  1  The region – The board",
    ]


def test_relations_stand_with_what_they_are_and_alike_ones_are_counted(run: Run, tmp_path: Path) -> None:
    promise = "{who: region, to: club, force: shall, does: Ask.}"
    path = tmp_path / "promises.yaml"
    path.write_text(
        "idebur: 1\nagreement: promises\nparties: {region: {kind: region}, club: {kind: association}}\n"
        f"commitments:\n  a: {promise}\n  b: {promise}\n"
    )
    said = run("graph", path, "--projection", "relations")[1].splitlines()
    assert said[0] == "promises: 2 nodes and 2 relations."
    assert said[-2:] == ["", "  2  region → club (owes)"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_fits_a_page(run: Run, lang: str) -> None:
    commands = [["graph"], *(["graph", "--projection", name] for name in PROJECTIONS)]
    commands += [["network", "--projection", name] for name in PROJECTIONS]
    for command in commands:
        code, said, _ = run(*command, BLEKINGE, OSTERGOTLAND, "--lang", lang)
        assert code == 0
        assert [line for line in said.splitlines() if len(line) > WIDTH] == [], command


def test_no_english_is_left_in_the_swedish(run: Run) -> None:
    """Whatever English phrase is more than a name and has no Swedish double stands nowhere in the Swedish output."""
    english = {
        part.strip()
        for swedish, text in PHRASES.values()
        for part, *_ in Formatter().parse(text)
        if len(part.split()) > 1 and part not in swedish
    }
    for command in (["graph"], *(["network", "--projection", name] for name in PROJECTIONS)):
        said = " ".join(run(*command, BLEKINGE, OSTERGOTLAND, "--lang", "sv")[1].split())
        assert {text for text in english if text in said} == set()


@pytest.mark.parametrize(
    ("arguments", "head"),
    [
        ([], ["hand: 10 nodes and 19 relations."]),
        (
            ["--version", "proposed"],
            ["hand: 13 nodes and 24 relations.", "The version proposed."],
        ),
        (["--version", "all"], ["hand: 13 nodes and 24 relations.", "All versions at once."]),
        (["--version", "present"], ["hand: 10 nodes and 19 relations."]),
    ],
    ids=str,
)
def test_a_version_has_more_or_less(run: Run, hand: Path, arguments: list[str], head: list[str]) -> None:
    """Counted by hand, see :data:`HAND`: the proposal itself, a body and a seat more, and five relations."""
    assert run("graph", hand, *arguments)[1].partition("\n\n")[0].splitlines() == head


def test_a_version_that_only_some_have_is_said_to_be_that(run: Run) -> None:
    said = run("graph", BLEKINGE, OSTERGOTLAND, "--version", "2018")[1].splitlines()
    assert said[1] == "The version 2018; agreements without it are shown as they are now."


def test_a_day_before_everything_is_empty_and_says_from_when_it_is_not(run: Run, hand: Path) -> None:
    dated = hand.with_name("dated.yaml")
    dated.write_text(HAND.replace("kind: region,", "kind: region, since: 2020-03-01,"), "utf-8")
    before = "2019-05-01 is before the first date that is named, 2020-01-01. Nothing certainly holds that day."
    said = run("graph", dated, "--on", "2019-05-01")
    assert said[0] == 0
    assert before in said[1].splitlines()
    told = run("network", OSTERGOTLAND, "--on", "1990-01-01", "--lang", "sv")[1].splitlines()
    assert told[0] == "ostergotland: 0 punkter och 0 samband."
    assert told[-1] == "Här finns inga samband att mäta."


def test_a_day_after_the_first_says_nothing_of_it(run: Run) -> None:
    assert "before the first date" not in run("graph", OSTERGOTLAND, "--on", "2018-12-11")[1]


def test_what_cannot_be_measured_of_the_governance_is_said_to_be_unsaid(run: Run) -> None:
    """On that day nobody convenes and nobody coordinates: the rest is measured all the same."""
    code, said, err = run("network", OSTERGOTLAND, "--on", "2018-12-11")
    assert (code, err) == (0, "")
    assert said.splitlines()[-2:] == [
        "Who convenes and leads",
        "  Of no body and no routine it is said who convenes or leads it.",
    ]


def test_all_versions_at_once_have_no_one_governance(run: Run, hand: Path) -> None:
    said = run("network", hand, "--version", "all")[1].splitlines()
    assert said[-2:] == [
        "Governance",
        "  Governance is measured for one version (--version) or one day (--on) at a time.",
    ]
    assert json.loads(run("network", hand, "--version", "all", "--format", "json")[1])["governance"] == {}


FORM = "Form of governance (Provan and Kenis 2008)"


def test_the_governance_is_told_with_its_reasons(run: Run, hand: Path) -> None:
    said = run("network", hand)[1].partition("Governance\n\n")[2]
    assert said.splitlines() == [
        FORM,
        "  hand: a mixed form, where coordination and decisions lie in different hands",
        "    Coordination lies with The club.",
        "    - The leader: leads The plan [routines.plan] – with The club",
        "    Decisions lie with the parties together.",
        "    - The board: decides The plan [routines.plan] – with the parties together",
        "",
        "Who appoints",
        "  There are 3 seats and offices. It is said of 2 of them who appoints.",
        "  - The club: 1 (50%), 1 of them its own",
        "  - The region: 1 (50%), 1 of them its own",
        "",
        "Who convenes and leads",
        "  There are 3 bodies and routines. It is said of 1 of them who convenes or leads. Concentration: 1",
        "  (1 is that everything depends on a single one).",
        "  - The leader: 100%, alone with 1",
    ]


# --- the measures ---

BY_HAND = {
    "actor/region": {"degree": "2", "strength": "3.0", "betweenness": "1.0", "closeness": "1.0", "core": "1"},
    "actor/club": {"degree": "1", "strength": "2.0", "betweenness": "0.0", "core": "1"},
    "actor/school": {"degree": "1", "strength": "1.0", "betweenness": "0.0", "core": "1"},
}
"""Club – region – school, the first tie by two things: the region is between the only pair that has no tie."""


def test_the_table_holds_what_was_worked_out_by_hand(run: Run, hand: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("network", hand, "--format", "csv")[1])))
    assert {row["node"]: {name: row[name] for name in BY_HAND[row["node"]]} for row in rows} == BY_HAND
    assert {row["label"]: (row["kind"], row["sector"], row["ei"], row["brokerage"]) for row in rows} == {
        "The region": ("party", "public", "1.0", "2"),
        "The club": ("party", "civil-society", "1.0", "0"),
        "The school": ("organisation", "academia", "1.0", "0"),
    }


def test_json_says_of_the_network_and_its_governance_what_the_text_does(run: Run, hand: Path) -> None:
    said = json.loads(run("network", hand, "--format", "json")[1])
    assert {name: said[name] for name in ("agreements", "projection", "missing")} == {
        "agreements": "hand",
        "projection": "parties",
        "missing": {},
    }
    assert {name: said["network"][name] for name in ("nodes", "edges", "components", "share-between", "ei")} == {
        "nodes": 3,
        "edges": 2,
        "components": 1,
        "share-between": 1.0,
        "ei": 1.0,
    }
    assert said["network"]["density"] == pytest.approx(2 / 3)
    assert said["governance"]["appointments"] == {
        "said": ["hand/bodies.board.seats.region", "hand/offices.leader"],
        "unsaid": ["hand/bodies.board.seats.club"],
        "ex-officio": [],
        "appointers": {
            "actor/club": {"posts": ["hand/offices.leader"], "share": 0.5, "own": 1},
            "actor/region": {"posts": ["hand/bodies.board.seats.region"], "share": 0.5, "own": 1},
        },
    }
    form = said["governance"]["forms"]["hand"]
    assert (form["form"], form["leans"], form["hands"]) == (None, None, None)
    assert form["coordination"] == {"acts": 1, "speaks-for": "lead-organisation", "hands": "actor/club"}
    assert form["decisions"] == {"acts": 1, "speaks-for": "shared", "hands": None}
    assert [one["doers"] for one in form["acts"]] == [["hand/offices.leader"], ["hand/bodies.board"]]


def test_why_sectors_are_not_measured_is_said_once_for_all_that_lack_it(run: Run, hand: Path) -> None:
    said = run("network", hand, "--projection", "bodies", "--lang", "sv")[1]
    missing = said.partition("Inte mätt\n")[2].partition("\n\n")[0]
    assert " ".join(missing.split()) == (
        "- förmedling, E–I, andel samband mellan sektorer, E–I-index för sektorer, samband där en ände saknar sektor "
        "(ej medräknade), assortativitet efter sektor: "
        "här är aktörer knutna till det som de deltar i, inte till varandra"
    )
    kinds = json.loads(run("network", hand, "--projection", "bodies", "--format", "json")[1])["missing"]
    assert {one["kind"] for one in kinds.values()} == {"two-modes"}


# --- many agreements ---


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spec = importlib.util.spec_from_file_location("nation", ROOT / "docs" / "notebooks" / "nation.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = tmp_path_factory.mktemp("country")
    for name, text in module.nation(agreements=30, organisations=200, memberships=260).items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_many_agreements_are_told_in_short(run: Run, country: Path) -> None:
    code, said, _ = run("network", country)
    rows = list(csv.DictReader(io.StringIO(run("network", country, "--format", "csv")[1])))
    lines = said.splitlines()
    assert code == 0
    assert lines[0].startswith(f"30 agreements: {len(rows)} nodes and ")
    assert f"… and {len(rows) - 40} more; --format csv has them all" in lines
    counted = lines[lines.index(FORM) + 1 : lines.index("Who appoints") - 1]
    assert sum(int(line.split()[0]) for line in counted) == 30
    assert len(lines) < 120


def test_many_ties_are_counted_and_not_listed(run: Run, country: Path) -> None:
    said = run("graph", country, "--projection", "parties", "--lang", "sv")[1].splitlines()
    ties = json.loads(run("graph", country, "--projection", "parties", "--to", "node-link")[1])["edges"]
    told = next(line for line in said if "till; skriv alla" in line)
    assert told == f"  … och {len(ties) - 60:,} till; skriv alla till en fil med -o, såsom -o natverk.csv".replace(
        ",", "\xa0", 1 if len(ties) - 60 > 999 else 0
    )


def test_actors_of_one_name_are_told_apart_by_their_agreement(run: Run, country: Path) -> None:
    said = run("graph", country, "--projection", "bodies")[1].partition("\n\n")[2]
    listed = [line for line in said.splitlines() if " – partnerskap" in line]
    assert len(listed) == 60
    assert [line for line in listed if not re.search(r" – partnerskap \(avtal-\d{3}\)$", line)] == []


# --- what is written ---


@pytest.mark.parametrize("form", [name for name, known in FORMATS.items() if not known.parts])
def test_a_format_is_printed_as_it_is_written(run: Run, hand: Path, form: str) -> None:
    target = hand.with_name(f"network{FORMATS[form].suffix}")
    printed = run("graph", hand, "--to", form)
    assert run("graph", hand, "-o", target) == (0, f"Wrote {target}.\n", "")
    assert printed == (0, target.read_text("utf-8").rstrip("\n") + "\n", "")
    assert target.read_text("utf-8") == dumps(build(read(hand), lang="en"), form)


def test_a_format_of_two_tables_makes_two_files_and_is_not_printed(run: Run, hand: Path) -> None:
    target = hand.with_name("network.csv")
    nodes, edges = hand.with_name("network.nodes.csv"), hand.with_name("network.edges.csv")
    assert run("graph", hand, "-o", target, "--lang", "sv") == (0, f"{nodes}, {edges} är skrivna.\n", "")
    assert not target.exists()
    labels = [row["label"] for row in csv.DictReader(io.StringIO(nodes.read_text("utf-8")))]
    assert labels[:2] == ["Hand-made", "The region"]
    assert run("graph", hand, "--to", "csv") == (2, "", "The format csv is written to a file. Name it with -o.\n")


def test_the_name_that_stands_for_the_output_is_printed_to(
    run: Run, hand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hand.parent)
    assert run("graph", hand, "--to", "dot", "-o", "-") == run("graph", hand, "--to", "dot")
    assert not Path("-").exists()


def test_labels_are_in_the_language_asked_for(run: Run) -> None:
    for lang, name in (("sv", "Storstad"), ("en", "Bigtown")):
        graph = json.loads(run("graph", COMPACT, "--to", "node-link", "--lang", lang)[1])
        assert next(node["label"] for node in graph["nodes"] if node["id"] == "actor/city") == name


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_what_another_program_reads_is_utf_8_whatever_the_terminal_has(encoding: str) -> None:
    for arguments in (["graph", "--to", "graphml"], ["network", "--format", "csv"]):
        done = process(*arguments, COMPACT, "--lang", "sv", PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "Föreningarna i Storstad" in done.stdout.decode("utf-8")


PICTURES = {".svg": b"<?xml", ".png": b"\x89PNG\r\n\x1a\n", ".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("ending", PICTURES)
def test_a_picture_is_what_its_ending_says_and_always_the_same(run: Run, tmp_path: Path, ending: str) -> None:
    if ending != ".html":
        pytest.importorskip("matplotlib", reason="the extra drawing is not installed")
    one, other = tmp_path / f"one{ending}", tmp_path / f"other{ending.upper()}"
    assert run("draw", COMPACT, "-o", one) == (0, f"Wrote {one}.\n", "")
    assert run("draw", COMPACT, "-o", other)[0] == 0
    assert one.read_bytes().startswith(PICTURES[ending])
    assert one.read_bytes() == other.read_bytes()


def test_a_page_has_the_title_that_it_is_given(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    run("draw", COMPACT, "-o", target, "--title", "Before <b>", "--lang", "sv")
    page = target.read_text("utf-8")
    assert "<title>Before &lt;b&gt;</title>" in page
    assert '<html lang="sv">' in page


# --- what is never overwritten ---

OVER: list[tuple[list[str], str]] = [
    (["draw", "agreement.yaml", "-o", "agreement.yaml"], "agreement.yaml"),
    (["draw", "agreement.yaml", "-o", "link.svg"], "link.svg"),
    (["draw", "agreement.yaml", "-o", "hard.html"], "hard.html"),
    (["graph", "agreement.yaml", "--to", "graphml", "-o", "./agreement.yaml"], "agreement.yaml"),
    (["graph", ".", "--to", "html", "-o", "agreement.yaml"], "agreement.yaml"),
    (["graph", ".", "--to", "dot", "-o", "members.nodes.csv"], "members.nodes.csv"),
    (["graph", ".", "-o", "members.csv"], "members.nodes.csv"),
]


@pytest.mark.parametrize(("arguments", "path"), OVER, ids=[" ".join(one) for one, _ in OVER])
def test_an_agreement_is_never_overwritten_by_its_picture(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    files = {
        "agreement.yaml": HAND + "tenures: members.nodes.csv\n",
        "members.nodes.csv": "who,name,kind,since\nchoir,The choir,joined,2021\n",
    }
    for name, text in files.items():
        Path(name).write_text(text, "utf-8")
    Path("link.svg").symlink_to("agreement.yaml")
    Path("hard.html").hardlink_to("agreement.yaml")
    assert run(*arguments, "--lang", "sv") == (
        1,
        "",
        f"{path} är en av filerna som överenskommelsen läses ur, och den skrivs inte över. Välj ett annat namn.\n",
    )
    assert {name: Path(name).read_text("utf-8") for name in files} == files
    assert run("graph", ".", "-o", "agreement.graphml")[0] == 0


# --- what cannot be done ---

WRONG: list[tuple[list[str], int, str]] = [
    (["graph", "missing.yaml"], 4, "There is no file called missing.yaml."),
    (["network", "broken.yaml"], 4, "broken.yaml:3:1: fault [field-unknown]"),
    (["draw", "hand.yaml"], 2, "Missing option '-o' / '--output'."),
    (["graph", "hand.yaml", "again.yaml"], 4, "fault [agreement-twice]"),
    (["graph", "hand.yaml", "--on", "2018-12"], 2, "2018-12 is no day. A day is written as 2026-11-22.\n"),
    (["network", "hand.yaml", "--on", "2026-02-30"], 2, "2026-02-30 is no day."),
    (["draw", "hand.yaml", "--on", "", "-o", "x.svg"], 2, " is no day."),
    (["graph", "missing.yaml", "--on", "soon"], 2, "soon is no day."),
    (["graph", "hand.yaml", "--on", "2020-01-01", "--version", "all"], 2, "Give a day (--on) or a version (--version)"),
    (
        ["graph", "hand.yaml", "--version", "old"],
        2,
        "None of the agreements has the version old. There are: proposed.\n",
    ),
    (
        ["network", "bare.yaml", "--version", "old"],
        2,
        "None of the agreements has the version old: there is only the present one.\n",
    ),
    (["graph", "hand.yaml", "--projection", "partis"], 2, "'partis' is not one of 'parties', 'relations'"),
    (["graph", "hand.yaml", "--to", "gml"], 2, "'gml' is not one of 'csv', 'cytoscape'"),
    (["network", "hand.yaml", "--format", "xml"], 2, "'xml' is not one of 'text', 'json', 'csv'"),
    (
        ["network", "circle.yaml"],
        1,
        "The network cannot be made: by its part-of, somebody is part of itself. Change that in the file.\n",
    ),
    (["graph", "hand.yaml", "--to", "parquet"], 2, "The format parquet is written to a file. Name it with -o.\n"),
    (["graph", "hand.yaml", "-o", "x.txt"], 2, "x.txt does not tell which format is meant. Name it with --to"),
    (["graph", "hand.yaml", "-o", "graphml"], 2, "graphml does not tell which format is meant."),
    (
        ["draw", "hand.yaml", "-o", "x.jpg"],
        2,
        "x.jpg does not tell what is to be drawn. Let the name end in .pdf, .png, .svg, .html.\n",
    ),
    (["draw", "hand.yaml", "-o", "nowhere/x.svg"], 4, "There is no folder nowhere. Make it first.\n"),
    (["graph", "hand.yaml", "-o", "nowhere/x.csv"], 4, "There is no folder nowhere. Make it first.\n"),
    (["draw", "hand.yaml", "-o", "folder.svg"], 1, "folder.svg is a folder. Name a file, such as"),
    (["graph", "hand.yaml", "-o", "folder.svg", "--to", "dot"], 1, "folder.svg is a folder. Name a file, such as"),
    (["graph", "hand.yaml", "-o", "hand.yaml/x.dot"], 4, "There is no folder hand.yaml. Make it first.\n"),
    (["graph", "hand.yaml", "-o", f"{'x' * 300}.dot"], 4, " cannot be written: File name too long.\n"),
    (["draw", "hand.yaml", "-o", ""], 2, "a path cannot be empty"),
    (["graph", "hand.yaml", "-o", "nul\0.dot"], 2, "a path cannot hold the character NUL"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG, ids=[" ".join(one[0])[:60] for one in WRONG])
def test_what_cannot_be_done_is_told_with_its_own_code(
    run: Run, hand: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(hand.parent)
    Path("folder.svg").mkdir()
    Path("again.yaml").write_text(HAND, "utf-8")
    Path("bare.yaml").write_text("idebur: 1\nagreement: bare\n")
    Path("broken.yaml").write_text("idebur: 1\nagreement: broken\ntitel: Hej\n")
    Path("circle.yaml").write_text(
        "idebur: 1\nagreement: circle\n"
        "actors: {a: {kind: committee, part-of: b}, b: {kind: committee, part-of: a}}\n"
        "routines: {m: {who: {attends: [a, b]}}}\n"
    )
    there = sorted(one.name for one in Path().iterdir())
    status, out, err = run(*arguments, "--lang", "en")
    assert (status, out) == (code, "")
    assert said in err
    assert sorted(one.name for one in Path().iterdir()) == there


@pytest.mark.parametrize("command", [["graph", "--to", "dot"], ["draw"]])
def test_what_is_there_is_kept_where_it_cannot_be_replaced(
    run: Run, hand: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """A superuser may write everywhere, so the operating system's refusal is raised where it would come from."""
    pytest.importorskip("matplotlib", reason="the extra drawing is not installed")
    target = hand.with_name("there.svg")
    target.write_text("mine", "utf-8")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    code, _, said = run(*command, hand, "-o", target)
    monkeypatch.undo()
    assert (code, said, target.read_text("utf-8")) == (4, f"{target} cannot be written: Permission denied.\n", "mine")


def test_a_network_too_large_for_a_format_or_a_picture(run: Run, country: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra drawing is not installed")
    ties = json.loads(run("graph", country, "--projection", "parties", "--to", "node-link")[1])["edges"]
    said = (
        f"The format mermaid does not hold {len(ties)} relations. Choose a smaller network (--projection) or another "
        "format.\n"
    )
    assert run("graph", country, "--projection", "parties", "--to", "mermaid") == (2, "", said)
    assert run("graph", country, "--projection", "parties", "-o", tmp_path / "x.mmd") == (2, "", said)


def test_a_network_too_large_for_a_picture(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra drawing is not installed")
    members = "\n".join(f"  - {{who: org-{number}, name: Org {number}, kind: joined}}" for number in range(2001))
    path = tmp_path / "large.yaml"
    path.write_text(f"idebur: 1\nagreement: large\nparties: {{region: {{kind: region}}}}\ntenures:\n{members}\n")
    code, _, said = run("draw", path, "-o", tmp_path / "large.svg")
    assert (code, said.partition(". ")[0]) == (2, "The network is too large for a picture that can be read")


# --- libraries that are not there ---


@pytest.fixture
def without(tmp_path: Path) -> Callable[..., Mapping[str, str]]:
    """Make an environment in which some libraries are not installed."""

    def make(*names: str) -> Mapping[str, str]:
        folder = tmp_path / "missing"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(
            "import sys\n"
            "class Missing:\n"
            "    def find_spec(self, name, path=None, target=None):\n"
            f"        if name.partition('.')[0] in {set(names)!r}:\n"
            "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
            "sys.meta_path.insert(0, Missing())\n"
        )
        return {"PYTHONPATH": str(folder)}

    return make


@pytest.mark.parametrize(
    ("library", "arguments", "extra"),
    [
        ("matplotlib", ["draw", COMPACT, "-o", "x.svg"], "drawing"),
        ("pyarrow", ["graph", COMPACT, "-o", "x.parquet"], "tables"),
    ],
)
def test_a_missing_library_is_named_with_what_installs_it(
    without: Callable[..., Mapping[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    library: str,
    arguments: list[str | Path],
    extra: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = process(*arguments, "--lang", "sv", **without(library))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"{library} är inte installerat. Installera det med: pip install 'idebur[{extra}]'\n"
    )


def test_without_any_extra_the_network_is_told_drawn_as_a_page_and_measured_but_for_what_needs_one(
    without: Callable[..., Mapping[str, str]], tmp_path: Path
) -> None:
    bare = without("matplotlib", "pyarrow", "pandas", "polars", "numpy", "scipy", "networkit")
    assert process("graph", COMPACT, **bare).returncode == 0
    assert process("graph", COMPACT, "-o", tmp_path / "x.graphml", **bare).returncode == 0
    assert process("draw", COMPACT, "-o", tmp_path / "x.html", **bare).returncode == 0
    whole = json.loads(process("network", COMPACT, "--format", "json").stdout)
    part = json.loads(process("network", COMPACT, "--format", "json", **bare).stdout)
    assert {name: one["kind"] for name, one in part["missing"].items()} == {"pagerank": "not-installed"}
    assert part["network"] == whole["network"]
    assert part["nodes"] == [
        {name: value for name, value in row.items() if name != "pagerank"} for row in whole["nodes"]
    ]


# --- outputs ---


def test_a_reader_that_stops_reading_changes_no_exit_code() -> None:
    for arguments in (["graph"], ["graph", "--to", "html"], ["network"], ["network", "--format", "csv"]):
        command = [sys.executable, "-m", "idebur", *arguments, str(COMPACT)]
        with subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        ) as started:
            assert started.stdout is not None
            assert started.stderr is not None
            started.stdout.close()
            assert (started.stderr.read(), started.wait()) == (b"", 0), arguments


@pytest.mark.parametrize("command", ["graph", "network", "draw"])
def test_the_help_has_an_example_of_the_command(run: Run, command: str) -> None:
    code, said, _ = run(command, "--help")
    assert code == 0
    assert f"\n    idebur {command}" in said.partition("Examples:")[2]


def test_the_help_offers_every_projection_and_format(run: Run) -> None:
    said = "".join(run("graph", "--help")[1].split())
    assert f"--projection[{'|'.join(PROJECTIONS)}]" in said
    assert f"--to[{'|'.join(sorted([*FORMATS, 'html']))}]" in said


# --- the phrases ---


def test_every_phrase_is_there_in_both_languages_with_the_same_holes() -> None:
    for name, (swedish, english) in PHRASES.items():
        holes = [{hole for _, hole, _, _ in Formatter().parse(text) if hole} for text in (swedish, english)]
        assert holes[0] == holes[1], name


def test_every_reason_form_and_measure_has_its_phrases() -> None:
    named = {f"why-{kind}" for kind in REASONS} | {f"means-{name}" for name in OF_NODES}
    named |= {f"{what}-{form}" for what, form in product(("form", "leans", "counted"), (SHARED, LEAD, ADMINISTRATIVE))}
    named |= {f"{act}{end}" for act, end in product(("coordination", "decision"), ("", "-none", "-nobody"))}
    assert named - set(PHRASES) == set()


# --- names on a line ---


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Region Blekinge", 15, "Region Blekinge"),
        ("The County Administrative Board of Blekinge", 30, "The County … Board of Blekinge"),
        ("Idéburen sektor med regionalt perspektiv i Östergötland", 30, "Idéburen sektor…i Östergötland"),
        ("Regionutvecklingsnämnden", 11, "Regio…mnden"),
        ("A B", 2, "A…"),
    ],
)
def test_a_long_name_keeps_its_beginning_and_its_end(text: str, width: int, short: str) -> None:
    assert shortened(text, width) == short


def test_names_are_told_apart_by_agreement_and_else_by_key() -> None:
    graph: Any = build()
    for node, said in {
        "a": {"label": "Forum", "agreement": "x"},
        "b": {"label": "Forum", "agreement": "y"},
        "c": {"label": "Forum", "agreement": "y"},
        "d": {"label": "Board"},
        "e": {},
    }.items():
        graph.add_node(node, **said)
    assert called(graph, "abcde") == {"a": "Forum (x)", "b": "Forum (b)", "c": "Forum (c)", "d": "Board", "e": "e"}
    assert called(graph, "bd") == {"b": "Forum", "d": "Board"}
