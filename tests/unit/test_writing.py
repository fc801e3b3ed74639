from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from idebur.errors import Unreadable
from idebur.files.opening import LARGEST, brief, read_bytes
from idebur.files.writing import WIDTH, emit, write_text
from idebur.files.yaml_scalars import resolve


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_as_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "a.yaml", "å\nb\n")
    assert (tmp_path / "a.yaml").read_bytes() == b"\xc3\xa5\nb\n"
    assert names(tmp_path) == ["a.yaml"]


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_text(tmp_path / "new", "x")
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode
    usual.chmod(0o604)
    write_text(usual, "y")
    assert stat.S_IMODE(usual.stat().st_mode) == 0o604
    assert usual.read_text() == "y"


def test_a_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


FULL = """
import resource, signal, sys
from idebur.files.writing import write_text
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_text(sys.argv[1], "x" * 1_000_000)
except OSError as error:
    print(type(error).__name__)
"""


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """The operating system ends the write after 1,000 bytes, as a full disk would."""
    (tmp_path / "a.yaml").write_text("old")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", FULL, str(tmp_path / "a.yaml")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout == "OSError\n"
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 1000
    assert names(tmp_path) == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_text() == "old"


def test_a_failure_at_the_last_step_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("old")

    def interrupted(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "a.yaml", "new")
    assert names(tmp_path) == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_text() == "old"


def test_what_cannot_be_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(FileExistsError, match="not a regular file"):
            write_text(tmp_path / name, "x")
    with pytest.raises(FileNotFoundError):
        write_text(tmp_path / "no" / "such", "x")
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a.yaml", "\ud800")
    assert names(tmp_path) == ["folder", "pipe"]


@contextmanager
def shut(mode: int) -> Iterator[Path]:
    """A folder of this mode with a file in it, seen as a user whom the mode binds (it does not bind the superuser)."""
    before = os.geteuid()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.yaml").write_text("old")
        folder.chmod(mode)
        if before == 0:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(before)
            folder.chmod(0o700)


def test_a_folder_without_permission_leaves_the_old_file() -> None:
    with shut(0o555) as folder:
        with pytest.raises(PermissionError):
            write_text(folder / "a.yaml", "new")
        assert names(folder) == ["a.yaml"]
        assert (folder / "a.yaml").read_text() == "old"


# -- reading bytes


def refusal(path: str | os.PathLike[str]) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(path)
    (fault,) = caught.value.faults
    assert fault.place.file == os.fspath(path)
    return fault.code


def test_what_is_no_file_is_a_fault_and_nothing_waits(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "missing") == "file-missing"
    assert refusal(tmp_path) == "file-is-folder"
    assert refusal(tmp_path / "pipe") == "file-not-regular"
    assert refusal("/dev/zero") == "file-not-regular"
    assert refusal("a\x00b") == "file-missing"
    assert refusal(tmp_path / ("x" * 5000)) == "file-unreadable"
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "below") == "file-unreadable"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.touch()
    os.truncate(path, LARGEST)
    assert len(read_bytes(path)) == LARGEST
    os.truncate(path, LARGEST + 1)
    assert refusal(path) == "file-too-large"


def test_a_file_without_permission_is_a_fault() -> None:
    with shut(0o000) as folder:
        assert refusal(folder / "a.yaml") == "file-not-allowed"


def test_a_long_text_is_shortened_in_messages() -> None:
    assert brief("x" * 60) == "x" * 60
    assert brief("x" * 61) == "x" * 59 + "…"


# -- YAML

LONG = "ett ord " * 30 + "till"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({}, "{}\n"),
        ([], "[]\n"),
        ("word", "word\n"),
        ({"a": {"b": "c", "d": ["e", "f"]}}, "a: {b: c, d: [e, f]}\n"),
        ({"a": {"b": {"c": "d"}}}, "a:\n  b: {c: d}\n"),
        ({"a": [{"b": "c"}, "d"]}, "a: [{b: c}, d]\n"),
        ({"a": [{"b": "c" * WIDTH}, ["d" * WIDTH]]}, f"a:\n  - b: {'c' * WIDTH}\n  - - {'d' * WIDTH}\n"),
        ({"a": ["b"] * 40}, "a:\n" + "  - b\n" * 40),
        ({"a": [], "b": {}, "c": None}, "a: []\nb: {}\nc: null\n"),
        ({"a": 1, "b": True, "c": False, "d": 1.5}, "a: 1\nb: true\nc: false\nd: 1.5\n"),
        ({"a": float("inf"), "b": float("-inf"), "c": float("nan")}, "a: .inf\nb: -.inf\nc: .nan\n"),
        ({"a": resolve("1.10"), "b": resolve("0x1F"), "c": resolve(".INF")}, "a: 1.10\nb: 0x1F\nc: .INF\n"),
        ({"a": "2018-12-11", "b": "2018"}, 'a: 2018-12-11\nb: "2018"\n'),
        ({"on": "no", "0114": "12:30"}, '"on": "no"\n"0114": "12:30"\n'),
        ({"a": "Kort text, med komma"}, 'a: "Kort text, med komma"\n'),
        ({"a": 'säg "hej"', "b": "it's", "c": "C:\\x"}, "a: 'säg \"hej\"'\nb: it's\nc: 'C:\\x'\n"),
        ({"a": "x\u2028y\t\r\x07\U000e0001"}, 'a: "x\\u2028y\\t\\r\\x07\U000e0001"\n'),
        ({"a": "one\ntwo\n"}, "a: |\n  one\n  two\n"),
        ({"a": "one\n\n  two"}, "a: |-\n  one\n\n    two\n"),
        ({"a": " one\ntwo"}, 'a: " one\\ntwo"\n'),
        ({"a": {"b": ["c\nd"]}}, "a:\n  b:\n    - |-\n      c\n      d\n"),
        ({"a": {"b": {"c": {"d": {"e": "f"}}}}}, "a:\n  b: {c: {d: {e: f}}}\n"),
        ({"a" * 1500: {"b": 1}}, f"? {'a' * 1500}\n: {{b: 1}}\n"),
    ],
)  # fmt: skip
def test_data_is_written_as_people_like_to_read_it(data: Any, text: str) -> None:
    assert emit(data) == text


def test_a_long_text_is_folded_at_its_spaces() -> None:
    text = emit({"a": LONG})
    assert text.startswith("a: >-\n  ett ord ett")
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert emit({"a": LONG + "  x"}) == f"a: {LONG}  x\n"


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        ({1: "a"}, TypeError, "a key must be a text, not int: 1"),
        ({"": "a"}, ValueError, "must not be empty"),
        ({"a": {1, 2}}, TypeError, "set has no place in a file"),
        ({"a": 10**200}, ValueError, "more than 100 characters"),
        ({"a": 10**10_000}, ValueError, "more than 100 characters"),
    ],
)
def test_what_has_no_place_in_a_file_is_refused(data: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        emit(data)
