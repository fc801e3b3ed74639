"""``idebur`` itself: light to import, complete to an editor, and strict about what it offers."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import idebur

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "idebur"


def _run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE.parent), "MYPYPATH": str(SOURCE.parent)}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_importing_idebur_loads_nothing_but_its_version() -> None:
    """No library, and no room of ours, until one is asked for."""
    done = _run(
        "-c",
        "import sys; before = set(sys.modules)\n"
        "import idebur\n"
        "print(*(name for name in sorted(set(sys.modules) - before) "
        "if name.partition('.')[0] not in sys.stdlib_module_names))",
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["idebur", "idebur._version"]


def test_the_front_door_offers_exactly_these_names() -> None:
    assert idebur.__all__ == [
        "NONE",
        "NOT_SAID",
        "Agreement",
        "AmbiguousKey",
        "Amount",
        "Answer",
        "Cadence",
        "Citation",
        "Date",
        "Fault",
        "Finding",
        "IdeburError",
        "NotationError",
        "Organisation",
        "Place",
        "Rule",
        "Severity",
        "Text",
        "Undecided",
        "UnknownKey",
        "Unreadable",
        "Verdict",
        "Version",
        "__version__",
        "check",
        "dump",
        "graph",
        "judge",
        "load",
        "load_all",
        "load_organisation",
        "parse_rule",
        "read",
        "standing",
        "walk",
    ]


def test_dir_lists_what_is_offered_before_it_is_asked_for() -> None:
    done = _run("-c", "import idebur; print(sorted(set(idebur.__all__) - set(dir(idebur))))")
    assert done.stdout.strip() == "[]", done.stderr


def test_what_a_type_checker_sees_is_what_is_looked_up() -> None:
    """The imports under TYPE_CHECKING and the table of homes say the same, name by name."""
    branches = [
        node for node in ast.parse((SOURCE / "__init__.py").read_text("utf-8")).body if isinstance(node, ast.If)
    ]
    (branch,) = branches
    seen = {
        (node.module, alias.name) for node in branch.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    table = next(node.value for node in branch.orelse if isinstance(node, ast.Assign))
    homes: dict[str, tuple[str, ...]] = ast.literal_eval(table)
    assert seen == {(home, name) for home, names in homes.items() for name in names}
    assert {name for _, name in seen} | {"__version__"} == set(idebur.__all__)


def test_a_name_that_is_not_there_is_refused_with_the_words_of_python() -> None:
    with pytest.raises(AttributeError, match="module 'idebur' has no attribute 'Agreemnt'"):
        getattr(idebur, "Agreemnt")  # noqa: B009 - mypy would refuse the plain spelling, as it should


@pytest.mark.parametrize("name", idebur.__all__)
def test_every_name_offered_is_there(name: str) -> None:
    """In an interpreter of its own, so that no other test has loaded the name's home."""
    done = _run("-c", f"import idebur; idebur.{name}; from idebur import {name}")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_mypy_knows_every_name_and_refuses_any_other(tmp_path: Path) -> None:
    """An editor completes what is there, and a misspelt name is found before anything runs."""
    snippet = tmp_path / "snippet.py"
    lines = [
        "import idebur",
        f"from idebur import {', '.join(idebur.__all__)}",
        "from idebur import Agreemnt",
        "idebur.laod('x')",
        "text: str = idebur.__version__",
        "number: int = idebur.__version__",
        "def title(agreement: Agreement) -> int: return agreement.no_such_field",
    ]
    snippet.write_text("\n".join(lines) + "\n", "utf-8")
    done = _run("-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(tmp_path), str(snippet), cwd=tmp_path)
    faults = [line.partition("snippet.py:")[2] for line in done.stdout.splitlines() if "snippet.py" in line]
    assert {int(fault.partition(":")[0]) for fault in faults if " error: " in fault} == {3, 4, 6, 7}, done.stdout
    assert 'Module "idebur" has no attribute "Agreemnt"' in faults[0]


def test_no_name_offered_is_hidden_by_a_module_of_the_same_name() -> None:
    """Importing a module binds it in its package, over whatever stood there."""
    rooms = {path.stem for path in SOURCE.iterdir()}
    assert rooms & set(idebur.__all__) == {"graph", "standing"}  # which are offered themselves
