"""Who may import what, beyond the order of the layers (which import-linter holds)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import idebur

SOURCE = Path(__file__).parents[2] / "src" / "idebur"
MODULES = sorted(SOURCE.rglob("*.py"))

HOME = {"yaml": "files", "networkx": "graph", "hypothesis": "strategies", "click": "cli"}
"""A heavy library has one home: whoever replaces it edits one room."""


def _imports(module: Path) -> Iterator[tuple[str, str]]:
    """Yield ``(module, name)`` of every import of *module*, wherever it stands in the file."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def _loaded(module: Path) -> Iterator[str]:
    """Yield the name of every module that *module* imports when it is run: not what only type checkers read."""
    tree = ast.parse(module.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_a_heavy_library_has_one_home() -> None:
    strangers = [
        f"{module.relative_to(SOURCE)} imports {name}"
        for module in MODULES
        for name in _loaded(module)
        if (home := HOME.get(name.partition(".")[0]))
        and module.relative_to(SOURCE).parts[0] not in {home, f"{home}.py"}
    ]
    assert strangers == []


def test_the_package_does_not_enter_by_its_own_front_door() -> None:
    """Inside, a name is imported from the module that defines it; otherwise the layers could be gone around."""
    rooms = {path.stem for path in SOURCE.iterdir()} - set(idebur.__all__) | {"graph", "standing"}
    entered = [
        f"{module.relative_to(SOURCE)} imports {name} from idebur"
        for module in MODULES
        if module != SOURCE / "__init__.py"
        for home, name in _imports(module)
        if home == "idebur" and name not in rooms
    ]
    assert entered == []


@pytest.mark.parametrize("word", ["core", "utils", "common", "helpers", "base", "types"])
def test_no_module_is_named_after_nothing(word: str) -> None:
    assert [module for module in MODULES if module.stem.strip("_") == word or module.parent.name == word] == []
