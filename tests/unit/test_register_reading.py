"""What stands in a register is read alike by every engine, wherever its files lie and however they are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from idebur import parse_rule
from idebur.errors import Unreadable
from idebur.screening import Map, Question, screen

pytestmark = pytest.mark.filterwarnings(  # pyspark leaves its own open
    "ignore:unclosed <socket", "ignore::pytest.PytestUnraisableExceptionWarning"
)


@pytest.fixture(params=["duckdb", "polars", "spark"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine by its name."""
    if request.param == "spark":
        request.getfixturevalue("spark")
    return str(request.param)


def answers(register: Path, engine: str, rule: str, target: Path | None = None, **mapped: Any) -> dict[str, str]:
    """The answer to each row by its id; what is *mapped* are the facts, or ``empty``."""
    target = register.parent / f"{engine}.answers.parquet" if target is None else target
    empty = mapped.pop("empty", [])
    how = Map.model_validate({"map": "m", "id": "id", "empty": empty, "facts": mapped})
    screen(register, [Question("q", parse_rule(rule))], how, target, engine_name=engine)
    found = pl.read_parquet(list(target.glob("*.parquet")) if target.is_dir() else target, glob=False)
    return {str(id_): answer for id_, answer in found.select("id", "q_answer").rows()}


def faults(register: Path, engine: str, rule: str, **mapped: Any) -> list[str]:
    """The codes of what is refused, which can be told in both languages."""
    with pytest.raises(Unreadable) as error:
        answers(register, engine, rule, **mapped)
    assert all(fault.told("sv") and fault.told("en") for fault in error.value.faults)
    return [fault.code for fault in error.value.faults]


def parquet(file: Path, columns: Mapping[str, Sequence[Any] | pl.Series]) -> Path:
    """Write a Parquet file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    pl.DataFrame(columns).write_parquet(file)
    return file


def csv(file: Path, text: str) -> Path:
    """Write a CSV file, letter for letter."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


# ── names of files and folders ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("folder", ["members=1", "id=7", "other=x/members=1"])
@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_the_name_of_a_folder_is_no_cell(tmp_path: Path, folder: str, ending: str, engine: str) -> None:
    """Neither of the one the register lies in, nor of the one the answers go to."""
    there = tmp_path / folder
    if ending == "csv":
        register = csv(there / "register.csv", "id,members\na,10\nb,9\n")
    else:
        register = parquet(there / "register.parquet", {"id": ["a", "b"], "members": [10, 9]})
    expected = {"a": "yes", "b": "no"}
    assert answers(register, engine, "members >= 10", members="members") == expected
    outside = csv(tmp_path / "outside.csv", "id,members\na,10\nb,9\n")
    assert answers(outside, engine, "members >= 10", there / f"{engine}.out.parquet", members="members") == expected


def test_the_names_of_folders_in_a_register_of_many_files_are_no_cells(tmp_path: Path, engine: str) -> None:
    register = tmp_path / "members=99"
    parquet(register / "members=10" / "part.parquet", {"id": ["a"], "members": [1]})
    parquet(register / "members=11" / "part.parquet", {"id": ["b"], "members": [12]})
    assert answers(register, engine, "members >= 10", members="members") == {"a": "no", "b": "yes"}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
@pytest.mark.parametrize(
    ("named", "beside"),
    [
        ("reg[1]", "reg1"),
        ("reg*", "register"),
        ("reg?", "regs"),
        ("g4[12]/reg", "g41/reg"),
        ("g*/reg[!a]", "gg/regb"),
        ("reg{1,2}", "reg1"),
        ("it's", "its"),
        ("~", "tilde"),
    ],
)
def test_the_name_of_a_register_is_no_pattern(
    tmp_path: Path, named: str, beside: str, ending: str, engine: str
) -> None:
    """What a pattern would find lies beside, with another row; the answers are written there too."""
    registers = {}
    for name, row in ((named, "a"), (beside, "b")):
        file = tmp_path / f"{name}.{ending}"
        registers[name] = (
            csv(file, f"id,members\n{row},10\n") if ending == "csv" else parquet(file, {"id": [row], "members": [10]})
        )
    assert answers(registers[named], engine, "members >= 10", members="members") == {"a": "yes"}


def test_the_name_of_a_folder_of_files_is_no_pattern(tmp_path: Path, engine: str) -> None:
    """And a file in it that is no Parquet, or is hidden, is not read."""
    for folder, row in (("g[1]", "a"), ("g1", "b")):
        parquet(tmp_path / folder / f"part[{row}].parquet", {"id": [row], "members": [10]})
    parquet(tmp_path / "g[1]" / "_temporary" / "part.parquet", {"id": ["c"], "members": [10]})
    parquet(tmp_path / "g[1]" / ".part.parquet", {"id": ["d"], "members": [10]})
    (tmp_path / "g[1]" / "README").write_text("not a row")
    assert answers(tmp_path / "g[1]", engine, "members >= 10", members="members") == {"a": "yes"}


def test_a_folder_without_parquet_is_refused(tmp_path: Path, engine: str) -> None:
    csv(tmp_path / "g" / "register.csv", "id,members\na,10\n")
    assert faults(tmp_path / "g", engine, "members >= 10", members="members") == ["register-folder-bare"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ([10], [10.6]),
        ([10.6], [10]),
        ([10], ["11"]),
        ([Decimal("1.5")], [Decimal("1.55")]),
        ([dt.date(2020, 1, 1)], ["2020-01-01"]),
    ],
    ids=str,
)
def test_files_of_one_register_that_differ_in_type_are_refused(
    tmp_path: Path, first: list[Any], then: list[Any], engine: str
) -> None:
    """To one engine 10.6 in the second file was 11; that of dates the reader cannot know either."""
    parquet(tmp_path / "g" / "1.parquet", {"id": ["a"], "members": first})
    parquet(tmp_path / "g" / "2.parquet", {"id": ["b"], "members": then})
    with pytest.raises(Unreadable) as error:
        answers(tmp_path / "g", engine, "members = 10.6", members="members")
    (fault,) = error.value.faults
    assert fault.code == "register-types-differ"
    assert "1.parquet" in fault.told("sv")
    assert "2.parquet" in fault.told("sv")
    assert '"members"' in fault.told("en")


# ── however a CSV file is written ──────────────────────────────────────────────────────────────────────────────────

CSV_FILES = {
    "a column without a name": "id,members,\na,10,x\nb,9,y\n",
    "the first column without a name": ",id,members\n0,a,10\n1,b,9\n",
    "several columns without a name": "id,,members, ,(1)\na,,10,,1\nb,,9,,2\n",
    "blanks around the names": " id ,members \na,10\nb,9\n",
    "nothing on the first lines": "id ,members\n\n\na,10\n\nb,9\n\n",
    "a name of two lines": '"id\n",members\na,10\nb,9\n',
}


@pytest.mark.parametrize("case", CSV_FILES)
def test_a_csv_file_that_is_good_is_read_by_every_engine(tmp_path: Path, case: str, engine: str) -> None:
    register = csv(tmp_path / "register.csv", CSV_FILES[case])
    assert answers(register, engine, "members >= 10", members="members") == {"a": "yes", "b": "no"}
