"""What may stand where a result goes: a result of before, and nothing of somebody else's."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from idebur import parse_rule
from idebur.messages.command import phrase
from idebur.screening import Map, Question, Screened, screen
from idebur.screening.targets import MARK, TargetRefused

HOW = Map.model_validate({"map": "m", "id": "id", "facts": {"members": "members"}})


@pytest.fixture
def screened(tmp_path: Path) -> Callable[..., Screened]:
    """Screen a register of two rows."""
    register = tmp_path / "in" / "register.csv"
    register.parent.mkdir()
    register.write_text("id,members\na,10\nb,9\n")

    def to(target: str | Path, engine: str = "duckdb") -> Screened:
        return screen(register, [Question("q", parse_rule("members >= 10"))], HOW, target, engine_name=engine)

    return to


def answered(target: Path) -> list[tuple[str, str]]:
    files = [target] if target.is_file() else sorted(target.glob("*.parquet"))
    return sorted(pl.read_parquet(files).select("id", "q_answer").rows())


ANSWERS = [("a", "yes"), ("b", "no")]


def refused(screened: Callable[..., Screened], target: Path, reason: str, folder: Path) -> None:
    before = sorted(map(str, folder.rglob("*")))
    with pytest.raises(TargetRefused) as error:
        screened(target)
    assert (error.value.reason, str(error.value)) == (reason, phrase(reason, "en", path=target))
    assert sorted(map(str, folder.rglob("*"))) == before


def test_a_pipe_is_left_as_it_is(screened: Callable[..., Screened], tmp_path: Path) -> None:
    """Also where it is the reasons that would replace it, or where a link leads to it: a device likewise."""
    pipe, link = tmp_path / "pipe.reasons.parquet", tmp_path / "link.parquet"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for target in (pipe, link):
        refused(screened, target, "target-is-no-file", tmp_path)
    with pytest.raises(TargetRefused):
        screened(tmp_path / "pipe.parquet")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_folder_of_somebody_else_is_left_as_it_is(screened: Callable[..., Screened], tmp_path: Path) -> None:
    """Though it holds parts only; and one of idebur's with something else in it too."""
    folder = tmp_path / "parts"
    folder.mkdir()
    pl.DataFrame({"id": [1]}).write_parquet(folder / "part-0.parquet")
    refused(screened, folder, "target-is-folder", tmp_path)
    (folder / MARK).touch()
    (folder / "notes.txt").touch()
    refused(screened, folder, "target-is-folder", tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    refused(screened, empty, "target-is-folder", tmp_path)


@pytest.mark.parametrize("target", [".", "..", "/", "in/.."])
def test_what_has_no_name_of_its_own_is_a_folder(
    screened: Callable[..., Screened], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(screened, Path(target), "target-is-folder", tmp_path)


@pytest.mark.filterwarnings("ignore:unclosed <socket", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.usefixtures("spark")
def test_a_folder_that_spark_wrote_for_idebur_is_replaced(screened: Callable[..., Screened], tmp_path: Path) -> None:
    """By one that Spark writes, and by a file."""
    target = tmp_path / "out.parquet"
    for engine in ("spark", "spark", "duckdb", "spark"):
        screened(target, engine)
        assert target.is_dir() is (engine == "spark")
        assert answered(target) == ANSWERS
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in", "out.parquet", "out.reasons.parquet"]


def test_what_a_link_leads_to_is_written(screened: Callable[..., Screened], tmp_path: Path) -> None:
    """In whatever folder it lies, also where there is nothing yet; the link stays."""
    there = tmp_path / "there"
    there.mkdir()
    for name in ("out", "out.reasons"):
        (tmp_path / f"{name}.parquet").symlink_to(there / f"{name}-1.parquet")
    for _ in range(2):
        found = screened(tmp_path / "out.parquet")
        assert (found.result, found.reasons) == (tmp_path / "out.parquet", tmp_path / "out.reasons.parquet")
        assert found.result.is_symlink()
        assert answered(there / "out-1.parquet") == ANSWERS
        assert sorted(one.name for one in there.iterdir()) == ["out-1.parquet", "out.reasons-1.parquet"]


def test_links_in_a_circle_lead_nowhere(screened: Callable[..., Screened], tmp_path: Path) -> None:
    (tmp_path / "a.parquet").symlink_to(tmp_path / "b.parquet")
    (tmp_path / "b.parquet").symlink_to(tmp_path / "a.parquet")
    with pytest.raises(OSError, match="symbolic links"):
        screened(tmp_path / "a.parquet")
    (tmp_path / "c.parquet").symlink_to(tmp_path / "nowhere" / "c.parquet")
    with pytest.raises(FileNotFoundError):
        screened(tmp_path / "c.parquet")


@pytest.mark.parametrize("name", ["out.csv", "out.CSV", "out.tsv", "out.json", "out.xlsx", "out.csv.gz", "out.duckdb"])
def test_a_result_is_not_called_what_it_is_not(screened: Callable[..., Screened], tmp_path: Path, name: str) -> None:
    refused(screened, tmp_path / name, "target-of-another-format", tmp_path)


@pytest.mark.parametrize("name", ["out.parquet", "out", "out.pq", "out.2025-01"])
def test_any_other_name_will_do(screened: Callable[..., Screened], tmp_path: Path, name: str) -> None:
    screened(tmp_path / name)
    assert answered(tmp_path / name) == ANSWERS
