"""The command as it is used: what it prints, with which exit code, and what it says when the input is wrong."""

from __future__ import annotations

import gettext
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest

from idebur.checks import check
from idebur.cli import main
from idebur.cli.commands import idebur
from idebur.cli.speaking import COMPILED, compiled
from idebur.files import read
from idebur.messages import FAMILIES, LANGUAGES, catalogue
from idebur.messages.command import FAMILY_TITLES, PHRASES
from idebur.messages.helping import CLICK, CLICK_PLURAL, HELP
from idebur.messages.starting import STARTING
from idebur.vocabulary.shipped import SHIPPED
from tests.functional.running import Run

GOLDEN = Path(__file__).parent / "golden"
COMPACT = GOLDEN / "compact.yaml"
FAULTY = "idebur: 1\nagreement: broken\ntitel: Hej\nlanguage: sv\nsource: textn\n"


def process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    source = str(Path(__file__).parents[2] / "src")
    return subprocess.run(
        [sys.executable, "-m", "idebur", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": source, **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, "utf-8")
    return path


# --- check ---


def test_a_clean_agreement_says_so_on_one_line(run: Run) -> None:
    assert run("check", COMPACT) == (0, "1 agreement checked: nothing to report; 2 accepted\n", "")
    said = "1 överenskommelse granskad: inget att anmärka på; 2 godtagna\n"
    assert run("check", COMPACT, "--lang", "sv") == (0, said, "")


def test_every_fault_has_its_place_excerpt_caret_and_nearest_word(run: Run, faulty: Path) -> None:
    code, said, _ = run("check", faulty, "--lang", "sv")
    assert code == 1
    assert f"{faulty}:3:1: fel i filen [field-unknown] (titel): Det finns inget fält som heter ”titel” här." in said
    assert "  menade du: title?\n   3 | titel: Hej\n     | ^^^^^\n\n" in said
    assert said.splitlines()[-1] == "Mer om ett meddelande: idebur explain field-unknown"


def test_faults_are_counted_as_of_one_file_or_of_several(run: Run, faulty: Path) -> None:
    told = run("check", faulty, "--lang", "sv")[1]
    assert "\n1 överenskommelse granskad: 2 fel i filen\n" in told
    other = faulty.with_name("other.yaml")
    other.write_text(FAULTY.replace("broken", "other"), "utf-8")
    told = run("check", faulty, other, "--lang", "sv")[1]
    assert "\n2 överenskommelser granskade: 4 fel i filerna\n" in told
    other.write_text("idebur: 1\nagreement: other\n", "utf-8")
    told = run("check", faulty, other, "--lang", "sv")[1]
    assert "\n2 överenskommelser granskade: 2 fel i filen" in told


def test_an_explanation_of_an_unknown_field_says_where_the_fields_are_listed(run: Run) -> None:
    assert "på sidan Models and fields" in run("explain", "field-unknown", "--lang", "sv")[1]


def test_the_gravest_message_is_the_one_to_read_more_about(run: Run, tmp_path: Path) -> None:
    """And not the one that stands first in the file."""
    path = tmp_path / "both.yaml"
    path.write_text("idebur: 1\nagreement: a\nprocedures: {joining: {kind: join}}\n", "utf-8")
    found = json.loads(run("check", path, "--format", "json")[1])
    items = [*found["faults"], *found["findings"]]
    order = ["fault", "error", "warning", "note"]
    gravest = min(items, key=lambda item: order.index(item["severity"]))
    assert order.index(items[0]["severity"]) > order.index(gravest["severity"]), "the case shows nothing"
    assert run("check", path)[1].splitlines()[-1] == f"More about a message: idebur explain {gravest['code']}"


def test_a_broken_file_hides_no_finding_of_another(run: Run, faulty: Path) -> None:
    warned = faulty.with_name("warned.yaml")
    warned.write_text(_without_approval(), "utf-8")
    alone = run("check", warned)[1].splitlines()[0]
    code, said, _ = run("check", faulty, warned)
    assert code == 1
    assert alone in said
    assert f"{faulty}:3:1: fault [field-unknown]" in said
    assert "2 agreements checked: " in said


def _without_approval() -> str:
    """The compact agreement with nobody to approve who joins."""
    lines = COMPACT.read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if "does: approve" not in line)


def test_a_warning_fails_only_when_strict(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "warned.yaml"
    path.write_text(_without_approval(), "utf-8")
    severities = {finding.severity.value for finding in check(read(path).agreement)}
    assert "warning" in severities
    assert "error" not in severities
    assert run("check", path)[0] == 0
    assert run("check", path, "--strict")[0] == 1


def test_an_accepted_finding_is_counted_and_not_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "accepted.yaml"
    path.write_text(_without_approval(), "utf-8")
    codes = {finding.code for finding in check(read(path).agreement)}
    assert codes == {"joining-nobody-approves"}
    path.write_text(
        _without_approval() + "  - {code: joining-nobody-approves, because: Whoever wants may join.}\n", "utf-8"
    )
    assert run("check", path) == (0, "1 agreement checked: nothing to report; 3 accepted\n", "")


def test_a_folder_of_agreements_is_checked_whole(run: Run, tmp_path: Path) -> None:
    for number in (1, 2):
        text = COMPACT.read_text("utf-8").replace("agreement: compact", f"agreement: compact-{number}")
        (tmp_path / f"{number}.yaml").write_text(text, "utf-8")
    assert run("check", tmp_path)[:2] == (0, "2 agreements checked: nothing to report; 4 accepted\n")
    assert run("check", tmp_path, tmp_path / "1.yaml", tmp_path)[1].startswith("2 agreements")


# --- show, explain, schema, new ---


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_agreement_is_told_as_in_the_golden_file(run: Run, lang: str) -> None:
    """``IDEBUR_GOLDEN=1`` writes the files anew, to be read before they are committed."""
    code, said, _ = run("show", COMPACT, "--lang", lang)
    golden = GOLDEN / f"compact.{lang}.txt"
    if os.environ.get("IDEBUR_GOLDEN"):
        golden.write_text(said, "utf-8")
    assert (code, said) == (0, golden.read_text("utf-8"))


def test_one_element_is_told_by_key_or_path(run: Run) -> None:
    by_key = run("show", COMPACT, "council", "--lang", "en")
    assert by_key == run("show", COMPACT, "bodies.council", "--lang", "en")
    assert by_key[1].startswith("The council. Civil society and public sector are to have equally many seats")


def test_an_agreement_is_told_in_its_own_language_unless_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own = run("show", COMPACT, "council")[1]
    assert own == run("show", COMPACT, "council", "--lang", "en")[1]
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    assert run("show", COMPACT, "council")[1] == own
    monkeypatch.setenv("IDEBUR_LANG", "sv")
    assert run("show", COMPACT, "council")[1] == run("show", COMPACT, "council", "--lang", "sv")[1] != own


@pytest.mark.parametrize(
    ("variables", "first"),
    [
        ({}, "1 agreement"),
        ({"LANG": "sv_SE.UTF-8"}, "1 överenskommelse"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, "1 agreement"),
        ({"LANG": "de_DE.UTF-8"}, "1 agreement"),
        ({"LANG": "sv_SE.UTF-8", "IDEBUR_LANG": "en"}, "1 agreement"),
        ({"IDEBUR_LANG": "sv"}, "1 överenskommelse"),
    ],
)
def test_messages_are_in_the_language_of_the_machine(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], first: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run("check", COMPACT)[1].startswith(first)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_code_is_explained(run: Run, code: str, lang: str) -> None:
    status, said, _ = run("explain", code, "--lang", lang)
    paragraphs = said.strip().split("\n\n")
    assert (status, paragraphs[0], len(paragraphs)) == (0, code, 5)


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("register-empty", "A fault in the register or the map: nothing is screened until it is put right."),
        ("not-a-map", "A fault in the register or the map: nothing is screened until it is put right."),
        ("key-twice", "A fault: the file cannot be read until it is put right."),
    ],
)
def test_an_explanation_says_what_the_fault_is_in(run: Run, code: str, first: str) -> None:
    assert run("explain", code)[1].split("\n\n")[1] == first


def test_all_codes_are_listed_by_family(run: Run) -> None:
    code, said, _ = run("explain")
    listed = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    assert code == 0
    assert listed == list(catalogue())
    assert set(FAMILY_TITLES) == set(FAMILIES)


@pytest.mark.parametrize("vocabulary", sorted(SHIPPED))
def test_the_words_of_a_vocabulary_are_listed_with_their_labels(run: Run, vocabulary: str) -> None:
    assert vocabulary not in catalogue()  # else nobody could ask for one of the two
    for number, lang in enumerate(LANGUAGES, 1):
        code, said, _ = run("explain", vocabulary, "--lang", lang)
        listed = [tuple(line.strip().split("  ", 1)) for line in said.splitlines() if line.startswith("  ")]
        assert code == 0
        assert [(word, label.strip()) for word, label in listed] == [
            (row[0], row[number]) for row in SHIPPED[vocabulary]
        ]
    assert run("explain", f"{vocabulary}x", "--lang", "en")[2].find(f"Did you mean {vocabulary}?") > 0


def test_an_explanation_shows_no_list_that_is_not_there(run: Run) -> None:
    for lang in LANGUAGES:
        assert "‹known›" not in run("explain", "field-unknown", "--lang", lang)[1]


@pytest.mark.parametrize(("of", "about"), [([], "An agreement"), (["--of", "map"], "A map from the columns")])
def test_the_schema_printed_is_the_schema_written(run: Run, tmp_path: Path, of: list[str], about: str) -> None:
    target = tmp_path / "idebur.schema.json"
    printed = run("schema", *of)[1]
    assert run("schema", *of, "--to", target)[:2] == (0, f"Wrote {target}.\n")
    assert target.read_text("utf-8") == printed
    assert f'"description": "{about} ' in printed.splitlines()[2]
    assert printed.startswith('{\n "$schema": "http://json-schema.org/draft-07/schema#"')


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_file_checks_clean_and_is_never_overwritten(run: Run, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "new.yaml"
    assert run("new", path, "--lang", lang)[0] == 0
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=idebur.schema.json\n")
    assert run("check", path, "--strict", "--lang", "en")[:2] == (0, "1 agreement checked: nothing to report\n")
    path.write_text("mine", "utf-8")
    code, _, said = run("new", path, "--lang", "en")
    assert (code, path.read_text("utf-8")) == (1, "mine")
    assert said == f"{path} exists already and is not overwritten. Give another name, or move the file away first.\n"


def test_a_version_is_named_by_its_path(run: Run) -> None:
    path = Path(__file__).parents[2] / "examples" / "ostergotland"
    told = 'Nothing in the agreement is called "proposed". Did you mean versions.proposed?\n'
    assert run("show", path, "proposed", "--lang", "en") == (1, "", told)
    assert run("show", path, "versions.proposed", "--lang", "en")[0] == 0


def test_the_two_starting_files_say_the_same_in_the_same_order() -> None:
    def sections(text: str) -> list[str]:
        return [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]

    assert sections(STARTING["sv"]) == sections(STARTING["en"])


# --- wrong inputs ---

WRONG: list[tuple[list[str], int, str]] = [
    (["check", "missing.yaml"], 4, "There is no file called missing.yaml."),
    (["check", "empty-folder"], 4, "In the folder empty-folder there is no file agreement.yaml."),
    (["check", "zero.yaml"], 1, "The file is empty."),
    (["check", "binary.yaml"], 1, "binary.yaml:1:1: fault [encoding-not-utf8]"),
    (["check", "wide.yaml"], 1, "The file is saved as UTF-16, not as UTF-8."),
    (["check", ""], 2, "a path cannot be empty"),
    (["check"], 2, "Missing argument 'PATH...'"),
    (["check", "compact.yaml", "--format", "xml"], 2, "'xml' is not one of 'text', 'json', 'github', 'sarif'"),
    (["chekc", "compact.yaml"], 2, "No such command 'chekc'"),
    (["show", "missing.yaml"], 4, "There is no file called missing.yaml."),
    (["show", "zero.yaml"], 4, "The file is empty."),
    (["show", "."], 2, ". holds several agreements. Name one of them: "),
    (["show", "compact.yaml", "counsil"], 1, 'Nothing in the agreement is called "counsil". Did you mean council?'),
    (["show", "compact.yaml", "versions.old"], 1, 'Nothing in the agreement is called "versions.old".'),
    (["explain", "key-twise"], 2, 'No message or vocabulary is called "key-twise". Did you mean key-twice?'),
    (["schema", "--to", "empty-folder"], 1, "empty-folder is a folder. Name a file, such as"),
    (["schema", "--to", "nowhere/schema.json"], 4, "There is no folder nowhere. Make it first."),
    (["new", "empty-folder"], 1, "empty-folder is a folder. Name a file, such as"),
    (["new", "nowhere/new.yaml"], 4, "There is no folder nowhere. Make it first."),
    (["new", "nul\0.yaml"], 2, "a path cannot hold the character NUL"),
    (["check", "nul\0.yaml"], 2, "a path cannot hold the character NUL"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG, ids=[" ".join(one[0]) for one in WRONG])
def test_a_wrong_input_is_told_with_its_own_code(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty-folder").mkdir()
    (tmp_path / "zero.yaml").touch()
    (tmp_path / "binary.yaml").write_bytes(b"\x81\x1b[31m\x00\xff")
    (tmp_path / "wide.yaml").write_bytes("agreement: a\n".encode("utf-16"))
    (tmp_path / "compact.yaml").write_bytes(COMPACT.read_bytes())
    status, out, err = run(*arguments)
    assert status == code
    assert said in out + err
    assert "\x1b" not in out + err


def test_a_missing_file_beside_a_faulty_one_is_the_graver(run: Run, faulty: Path) -> None:
    code, said, _ = run("check", faulty, faulty.with_name("missing.yaml"))
    assert code == 4
    assert "[field-unknown]" in said
    assert "1 agreement checked: " in said


def test_a_folder_that_cannot_be_written_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A superuser may write everywhere, so the operating system's refusal is raised where it would come from."""

    def refused(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    code, _, said = run("new", tmp_path / "new.yaml")
    monkeypatch.undo()
    assert (code, said) == (4, f"{tmp_path / 'new.yaml'} cannot be written: Permission denied.\n")


# --- when idebur itself fails ---


def test_a_bug_is_told_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("out of\nluck")

    monkeypatch.setattr("idebur.cli.showing.tell", broken)
    code, out, said = run("show", COMPACT, "--lang", "en")
    assert (code, out) == (70, "")
    assert said.splitlines()[0] == "This is a bug in idebur, not in your file: RuntimeError: out of luck"
    assert "--debug" in said


@pytest.mark.parametrize(("arguments", "variable"), [(["--debug"], ""), ([], "1")])
def test_a_bug_shows_its_traceback_only_when_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], variable: str
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("out of luck")

    monkeypatch.setattr("idebur.cli.showing.tell", broken)
    monkeypatch.setenv("IDEBUR_DEBUG", variable)
    with pytest.raises(SystemExit, match="70"):
        main([*arguments, "show", str(COMPACT)])
    assert "RuntimeError: out of luck" in capsys.readouterr().err.partition("Traceback")[2]


def test_ctrl_c_is_no_bug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("idebur.cli.showing.tell", stopped)
    assert run("show", COMPACT, "--lang", "en") == (130, "", "Stopped.\n")


# --- outputs ---


def test_a_reader_that_stops_reading_changes_no_exit_code(faulty: Path) -> None:
    for arguments, code in ((["check", faulty], 1), (["show", COMPACT], 0), (["--help"], 0), (["explain"], 0)):
        command = [sys.executable, "-m", "idebur", *map(str, arguments)]
        source = str(Path(__file__).parents[2] / "src")
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": source}
        ) as started:
            assert started.stdout is not None
            assert started.stderr is not None
            started.stdout.close()
            assert (started.stderr.read(), started.wait()) == (b"", code), arguments


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_letters_that_the_output_lacks_stop_nothing(encoding: str) -> None:
    done = process("show", COMPACT, "--lang", "sv", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    first = done.stdout.decode(encoding).splitlines()[0]
    assert first == ("?verenskommelse mellan staden och f?reningarna" if encoding == "ascii" else _TITLE)


_TITLE = "Överenskommelse mellan staden och föreningarna"


def test_the_plain_locale_works() -> None:
    done = process("check", COMPACT, "--lang", "sv", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == "1 överenskommelse granskad: inget att anmärka på; 2 godtagna\n"


def test_no_standard_output_at_all_is_no_bug() -> None:
    code = "import sys; sys.stdout = None; from idebur.cli import main; main(['explain'])"
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": source}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


# --- help ---


@pytest.mark.parametrize("command", ["check", "show", "explain", "schema", "new"])
def test_the_help_of_every_command_has_an_example_of_it(run: Run, command: str) -> None:
    code, said, _ = run(command, "--help")
    assert code == 0
    assert f"\n    idebur {command}" in said.partition("Examples:")[2]


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom idebur.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print({'pydantic', 'attrs', 'attr', 'yaml', 'networkx'} & set(sys.modules), file=sys.stderr)"
    )
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": source}, capture_output=True, check=True
    )
    assert done.stderr.decode().strip() == "set()"


def test_every_phrase_is_there_in_both_languages_with_the_same_holes() -> None:
    for name, (swedish, english) in PHRASES.items():
        holes = [{hole for _, hole, _, _ in Formatter().parse(text) if hole} for text in (swedish, english)]
        assert holes[0] == holes[1], name


# --- the command in Swedish ---


def _commands(group: click.Command, name: str = "idebur") -> Iterator[tuple[str, click.Command]]:
    yield name, group
    if isinstance(group, click.Group):
        for key, command in group.commands.items():
            yield from _commands(command, key)


def test_every_command_and_option_has_its_help_in_swedish_and_no_other() -> None:
    """A new option without its Swedish is found here, and not by somebody who asks for help."""
    named = {
        key
        for name, command in _commands(idebur)
        for key in (name, *(f"{name}.{one.name}" for one in command.params if isinstance(one, click.Option)))
    }
    assert set(HELP) == named
    for name, command in _commands(idebur):
        told = HELP[name]
        assert told != command.help
        for words in re.findall(r"\b[A-Z]{4,}\b|--\w+|\w+\.yaml|[0-9]+ ", command.help or ""):
            assert words in told, f"{name}: {words}"


def test_what_click_says_in_swedish_is_compiled_and_has_the_holes_of_the_english() -> None:
    """Stale? Run ``python -m idebur.cli.speaking``."""
    assert COMPILED.read_bytes() == compiled(), "stale: run python -m idebur.cli.speaking"
    told = gettext.GNUTranslations(io.BytesIO(compiled()))
    for english, swedish in CLICK.items():
        assert told.gettext(english) == swedish
        assert _holes(english) == _holes(swedish)
    for (one, more), both in CLICK_PLURAL.items():
        assert (told.ngettext(one, more, 1), told.ngettext(one, more, 2)) == both
        assert (_holes(one), _holes(more)) == (_holes(both[0]), _holes(both[1]))


def _holes(text: str) -> set[str | None]:
    return {name for _, name, *_ in Formatter().parse(text) if name is not None}


ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Error|Try|Show|Missing|Invalid|No such|is not one|Did you|Examples|default|required|"
    r"requires|argument '|unexpected|cannot|the|and exit)\b"
)


@pytest.mark.parametrize("name", sorted(idebur.commands))
def test_the_help_of_every_command_is_wholly_swedish(run: Run, name: str) -> None:
    code, said, wrong = run(name, "--help", "--lang", "sv")
    assert (code, wrong) == (0, "")
    assert said.startswith("Användning: idebur ")
    assert "Visa den här texten och avsluta." in said
    assert ENGLISH.findall(said) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check"], "Fel: Det saknas ett argument: 'PATH...'."),
        (["check", "--nosuch"], "Fel: Det finns ingen flagga "),
        (["check", "--strct", "a"], "Menade du "),
        (["qqq"], "Fel: Det finns inget kommando 'qqq'."),
        (["check", "a", "--format", "xml"], "'xml' är inget av 'text', 'json', 'github', 'sarif'."),
        (["check", "a", "--format"], "Fel: Flaggan '--format' behöver ett värde."),
        (["check", "a", "--strict=1"], "Fel: Flaggan '--strict' tar inget värde."),
        (["schema", "a"], "Fel: Ett argument för mycket (a)"),
        (["schema", "a", "b"], "Fel: För många argument (a b)"),
        (["check", ""], "Fel: Ogiltigt värde för 'PATH...': en sökväg kan inte vara tom"),
        (["screen", "r"], "Fel: Det saknas en flagga: '--agreement'."),
    ],
)
@pytest.mark.parametrize("how", ["IDEBUR_LANG", "LANG", "LC_ALL"])
def test_wrong_usage_is_told_in_swedish(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: str, how: str
) -> None:
    english = run(*arguments)
    monkeypatch.setenv(how, "sv_SE.UTF-8")
    code, said, wrong = run(*arguments)
    assert (code, said) == (2, "")
    assert expected in wrong
    assert ENGLISH.findall(wrong) == []
    monkeypatch.delenv(how)
    assert run(*arguments) == english, "one call in Swedish must not change the next"
    assert english[2] != wrong


@pytest.mark.parametrize("asked", [["--lang", "sv"], ["--lang=sv"]])
def test_the_language_asked_for_is_that_of_wrong_usage_too(run: Run, asked: list[str]) -> None:
    assert "Det saknas ett argument" in run("check", *asked)[2]
    assert "Missing argument" in run("check")[2]


def test_the_help_of_the_whole_is_swedish_on_a_swedish_machine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    code, said, _ = run("--help")
    assert code == 0
    assert ENGLISH.findall(said) == []
    assert "Kommandon:\n  check    Säg vad som är fel i överenskommelser, och var.\n" in said
    assert "list every code" not in run("explain", "--help")[1]
    monkeypatch.setenv("IDEBUR_LANG", "en")
    assert "Usage: idebur [OPTIONS]" in run("--help")[1]
