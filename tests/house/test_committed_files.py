"""What may not stand in a file of the repository."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _texts() -> dict[str, str]:
    """Every file that is committed or about to be, as text; what is no UTF-8 is read byte by byte."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return {str(file.relative_to(ROOT)): _text(file) for file in files if file.is_file()}


def _text(file: Path) -> str:
    content = file.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


TEXTS = _texts()
LOCKS = sorted(name for name in TEXTS if re.fullmatch(r"requirements/\w+\.txt|.*package-lock\.json", name))


def _matches(pattern: str, texts: dict[str, str]) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for name, text in texts.items()
        for match in re.finditer(pattern, text)
    ]


def test_no_file_says_where_packages_are_downloaded_from() -> None:
    """Where packages come from is for the machine to say, which may stand behind a mirror."""
    host = r"[\w.-]*(?:pypi|pythonhosted|npmjs|conda|yarnpkg)\.(?:org|com)"
    index = r"--(?:extra-)?index-url[ =]\S|--find-links[ =]\S|--default-index[ =]\S"
    assert _matches(rf"(?i)https?://{host}|{index}", TEXTS) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_no_address_at_all(lock: str) -> None:
    assert _matches(r"(?i)\w+://\S+|^ *\"resolved\"", {lock: TEXTS[lock]}) == []


def test_there_are_lock_files_to_look_at() -> None:
    """Were the pattern of their names to rot, the test above would look at nothing."""
    assert {"requirements/core.txt", "requirements/test.txt", "tests/editor/package-lock.json"} <= set(LOCKS)


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    assert _matches(r"(?<![\w.*/~}-])/(?:work|root|home|Users|opt)/\w+", TEXTS) == []


def test_no_example_or_page_gives_an_address_of_a_person() -> None:
    pages = {
        name: text for name, text in TEXTS.items() if name.startswith(("examples/", "docs/")) or name.endswith(".md")
    }
    assert _matches(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b", pages) == []


def test_what_is_switched_off_says_why() -> None:
    """``noqa`` and ``pragma: no cover`` each carry a reason on the same line."""
    off = r"# (?:noqa|pragma: no (?:cover|branch))[^#\n]*(?:#[^\n]*)?"
    why = re.compile(r"# (?:noqa: [A-Z0-9, ]+|pragma: no (?:cover|branch)) *(?:-|—|#) *\w.*\w")
    python = {
        name: text
        for name, text in TEXTS.items()
        if name.endswith(".py") and name != "tests/house/" + Path(__file__).name
    }
    assert [found for found in _matches(off, python) if not why.search(found)] == []
