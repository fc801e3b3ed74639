"""What idebur needs: said once, locked with hashes, and little."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NEEDED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def _locked(lock: Path) -> list[tuple[Requirement, str]]:
    """Every pinned requirement of *lock* with the text of its hashes."""
    entries = re.split(r"\n(?=\S)", lock.read_text("utf-8").replace("\\\n", " "))
    return [
        (Requirement(pin), hashes)
        for entry in entries
        if not entry.startswith("#")
        for pin, _, hashes in [entry.partition("--hash=")]
    ]


def _closure(needed: list[Requirement]) -> set[str]:
    """Name every package that installing *needed* brings along here."""
    found: set[str] = set()
    waiting = list(needed)
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            found.add(name)
            extras = ["", *requirement.extras]
            for line in distribution(name).requires or ():
                one = Requirement(line)
                if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras):
                    waiting.append(one)
    return found


def test_the_core_is_at_most_fifteen_packages() -> None:
    """Counted on this machine from what each package declares, idebur itself included."""
    assert len(_closure(NEEDED)) + 1 <= 15


def test_the_locked_core_is_at_most_fifteen_packages_on_any_machine() -> None:
    assert len({requirement.name for requirement, _ in _locked(ROOT / "requirements" / "core.txt")}) + 1 <= 15


def test_pyproject_and_core_in_name_the_same_packages() -> None:
    lines = (ROOT / "requirements" / "core.in").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [one.name for one in NEEDED]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_pins_one_version_with_hashes(lock: Path) -> None:
    locked = _locked(lock)
    assert locked
    assert [str(one) for one, _ in locked if not re.fullmatch(r"==[^*]+", str(one.specifier))] == []
    assert [str(one) for one, hashes in locked if not re.match(r"sha256:[0-9a-f]{64}\b", hashes)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_files_agree_so_that_one_environment_holds_them_all(lock: Path) -> None:
    """On every Python and platform: the same pins under the same markers, or not pinned at all."""
    ours = _pins(lock)
    for other in LOCKS:
        theirs = _pins(other)
        assert {name: ours[name] for name in ours.keys() & theirs.keys()} == {
            name: theirs[name] for name in ours.keys() & theirs.keys()
        }


def _pins(lock: Path) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for one, _ in _locked(lock):
        pins.setdefault(one.name, set()).add(str(one.specifier))
    return pins


def test_the_lowest_versions_are_bounds_and_not_pins() -> None:
    """A library that pins its dependencies cannot be installed beside another."""
    assert [str(one) for one in NEEDED if not re.fullmatch(r">=[\d.]+", str(one.specifier))] == []
