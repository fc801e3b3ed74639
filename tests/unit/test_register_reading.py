"""What stands in a register is read alike by every engine, wherever its files lie and however they are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from idebur import parse_rule
from idebur.errors import Unreadable
from idebur.rules import Compares, Rule
from idebur.screening import Map, Question, screen

pytestmark = pytest.mark.filterwarnings(  # pyspark leaves its own open
    "ignore:unclosed <socket", "ignore::pytest.PytestUnraisableExceptionWarning"
)


IN_PROCESS = ("duckdb", "polars")


def each(cases: Iterable[Any], spark: Iterable[Any] = ()) -> pytest.MarkDecorator:
    """Every case by the engines in this process, and some of them by Spark, which takes its time."""
    several = [(case, engine) for engine in IN_PROCESS for case in cases]
    several += [(case, "spark") for case in spark]
    return pytest.mark.parametrize(("case", "engine"), several, indirect=["engine"], ids=str)


@pytest.fixture(params=[*IN_PROCESS, "spark"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine by its name."""
    if request.param == "spark":
        request.getfixturevalue("spark")
    return str(request.param)


in_process = pytest.mark.parametrize("engine", IN_PROCESS, indirect=True)


def answers_to(
    rules: Sequence[str | Rule],
    register: Path,
    engine: str,
    *,
    target: Path | None = None,
    empty: Sequence[str] = (),
    **mapped: Any,
) -> list[dict[str, str]]:
    """The answers to each rule, by the ids of the rows; what is *mapped* are the facts."""
    target = register.parent / f"{engine}.answers.parquet" if target is None else target
    how = Map.model_validate({"map": "m", "id": "id", "empty": list(empty), "facts": mapped})
    questions = [
        Question(f"q{place}", parse_rule(rule) if isinstance(rule, str) else rule) for place, rule in enumerate(rules)
    ]
    screen(register, questions, how, target, engine_name=engine)
    found = pl.read_parquet(list(target.glob("*.parquet")) if target.is_dir() else target, glob=False)
    return [
        {str(id_): answer for id_, answer in found.select("id", f"q{place}_answer").rows()}
        for place in range(len(rules))
    ]


def answers(register: Path, engine: str, rule: str | Rule, **mapped: Any) -> dict[str, str]:
    """The answer to each row by its id."""
    return answers_to([rule], register, engine, **mapped)[0]


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


@each(["members=1", "id=7", "other=x/members=1"], ["other=x/members=1"])
def test_the_name_of_a_folder_is_no_cell(tmp_path: Path, case: str, engine: str) -> None:
    """Neither of the one the register lies in, nor of the one the answers go to."""
    there = tmp_path / case
    expected = {"a": "yes", "b": "no"}
    register = csv(there / "register.csv", "id,members\na,10\nb,9\n")
    assert answers(register, engine, "members >= 10", members="members") == expected
    register = parquet(there / "register.parquet", {"id": ["a", "b"], "members": [10, 9]})
    assert answers(register, engine, "members >= 10", members="members") == expected
    outside = csv(tmp_path / "outside.csv", "id,members\na,10\nb,9\n")
    assert (
        answers(outside, engine, "members >= 10", target=there / f"{engine}.out.parquet", members="members") == expected
    )


def test_the_names_of_folders_in_a_register_of_many_files_are_no_cells(tmp_path: Path, engine: str) -> None:
    register = tmp_path / "members=99"
    parquet(register / "members=10" / "part.parquet", {"id": ["a"], "members": [1]})
    parquet(register / "members=11" / "part.parquet", {"id": ["b"], "members": [12]})
    assert answers(register, engine, "members >= 10", members="members") == {"a": "no", "b": "yes"}


PATTERNS = {
    "reg[1]": "reg1",
    "reg*": "register",
    "reg?": "regs",
    "g4[12]/reg": "g41/reg",
    "g*/reg[!a]": "gg/regb",
    "reg{1,2}": "reg1",
    "it's": "its",
    "~": "tilde",
}


@each(
    [(one, ending) for one in PATTERNS for ending in ("csv", "parquet")],
    [("g*/reg[!a]", "csv"), ("reg{1,2}", "parquet")],
)
def test_the_name_of_a_register_is_no_pattern(tmp_path: Path, case: tuple[str, str], engine: str) -> None:
    """What a pattern would find lies beside, with another row; the answers are written there too."""
    named, ending = case
    beside = PATTERNS[named]
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


TYPES: dict[str, tuple[list[Any], list[Any]]] = {
    "whole, float": ([10], [10.6]),
    "float, whole": ([10.6], [10]),
    "whole, text": ([10], ["11"]),
    "decimals": ([Decimal("1.5")], [Decimal("1.55")]),
    "date, text": ([dt.date(2020, 1, 1)], ["2020-01-01"]),
}


@each(TYPES, ["whole, float"])
def test_files_of_one_register_that_differ_in_type_are_refused(tmp_path: Path, case: str, engine: str) -> None:
    """To one engine 10.6 in the second file was 11."""
    first, then = TYPES[case]
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
    "lines that end now in one way and now in another": "id,members\r\na,10\nb,9\r\n",
    "lines of several ends, and in cells": 'id,note,members\r\na,"x\ny",10\nb,"x\r\ny",9\r\n',
    "lines that end as on an old Mac": "id,members\ra,10\rb,9\r",
    "an old Mac's line among others": "id,members\na,10\rb,9\n",
    "a quotation mark in a cell": 'id,note,members\na,5" pipe,10\nb,,9\n',
    "quotation marks in a cell": 'id,note,members\na,Bob "B" S,10\nb,"x, ""y""",9\n',
    "a quotation mark in a cell below others": 'id,note,members\na,"x\n ""y"",",10\nb,5" pipe,9\n',
    "a quotation mark in a row of several lines": 'id,note,members\na,"x\ny",10\n"b",5" pipe,9\n',
    "a quotation mark at the end of several lines": 'id,note,more,members\na,"x\ny",5" pipe,10\nb,,,9\n',
    "all of it, without all names": 'id , note,, members\r\n\r\na,5" pipe,"x\ny",10\n\nb,,,9\r',
    "a name of two lines": '"id\n",members\na,10\nb,9\n',
}


@each(CSV_FILES, ["all of it, without all names", "lines of several ends, and in cells", "a quotation mark in a cell"])
def test_a_csv_file_that_is_good_is_read_by_every_engine(tmp_path: Path, case: str, engine: str) -> None:
    register = csv(tmp_path / "register.csv", CSV_FILES[case])
    assert answers(register, engine, "members >= 10", members="members") == {"a": "yes", "b": "no"}


@in_process
def test_what_is_written_again_is_the_same(tmp_path: Path, engine: str) -> None:
    """Cells with separators, quotation marks and lines in them, beside one that is oddly written."""
    cells = ['5" pipe', "x;y", 'x "y" z', "x\ny", "x\ry", " x ", '"']
    written = ['5" pipe', '"x;y"', '"x ""y"" z"', '"x\ny"', '"x\ry"', " x ", '""""']
    register = csv(tmp_path / "r.csv", "id;c\n" + "".join(f"{n};{cell}\n" for n, cell in enumerate(written)))
    for number, cell in enumerate(cells):
        mapped: dict[str, Any] = {"democratic": {"column": "c", "codes": {cell.strip(): True}, "otherwise": False}}
        found = answers(register, engine, "democratic", **mapped)
        assert [id_ for id_, answer in found.items() if answer == "yes"] == [str(number)], cell


@in_process
def test_a_column_of_nothing_is_not_known(tmp_path: Path, engine: str) -> None:
    """Such as some programs write it, with no type at all.

    Spark, and DuckDB before 2.0, take it for one of whole numbers, which holds no dates.
    """
    register = parquet(tmp_path / "register.parquet", {"id": ["a", "b"], "c": [None, None]})
    scope = {"column": "c", "codes": {"L": "local"}}
    rules = ["members > 1", "democratic", "scope includes local"]
    for found in answers_to(rules, register, engine, members="c", democratic="c", scope=scope):
        assert found == {"a": "unknown", "b": "unknown"}


# ── cells that say nothing ─────────────────────────────────────────────────────────────────────────────────────────

NOBODY = dt.date(1900, 1, 1)
EMPTY = ["-1", "1900-01-01", "-", "0,5"]
SILENT: dict[str, tuple[Sequence[Any] | pl.Series, str, dict[str, Any]]] = {
    "whole": ([5, 20, -1], "members < 10", {"members": "c"}),
    "small whole": (pl.Series([5, 20, -1], dtype=pl.Int8), "members < 10", {"members": "c"}),
    "float": ([5.5, 20.0, -1.0], "members < 10", {"members": "c"}),
    "single": (pl.Series([5.5, 20.0, -1.0], dtype=pl.Float32), "members < 10", {"members": "c"}),
    "decimal": ([Decimal("5.50"), Decimal("20.00"), Decimal("-1.00")], "members < 10", {"members": "c"}),
    "decimal, with a comma": (
        [Decimal("5.5"), Decimal("20.0"), Decimal("0.5")],
        "members < 10",
        {"members": {"column": "c", "decimal": ","}},
    ),
    "written number": (["5", "20", " -1"], "members < 10", {"members": "c"}),
    "date": ([dt.date(2019, 1, 1), dt.date(2021, 1, 1), NOBODY], "founded before 2020", {"founded": "c"}),
    "date, its own form": (
        [dt.date(2019, 1, 1), dt.date(2021, 1, 1), dt.date(1901, 2, 3)],
        "founded before 2020",
        {"founded": {"column": "c", "format": "DD/MM/YYYY", "empty": ["03/02/1901"]}},
    ),
    "point in time": (
        pl.Series(["2019-01-01", "2021-01-01", "1900-01-01"]).str.to_datetime("%Y-%m-%d"),
        "founded before 2020",
        {"founded": {"column": "c", "empty": ["1900-01-01 00:00:00"]}},
    ),
    "list": ([["local"], ["regional"], ["-"]], "scope includes local", {"scope": "c"}),
    "list, with a blank": (
        [["local", "regional"], ["regional", "regional"], [" "]],
        "scope includes local",
        {"scope": "c"},
    ),
}


@each(SILENT, ["whole", "decimal", "point in time", "list"])
def test_a_cell_that_says_nothing_is_unknown_whatever_its_column_holds(tmp_path: Path, case: str, engine: str) -> None:
    """As in a CSV file: -1 members are not fewer than ten, but not known."""
    column, rule, mapped = SILENT[case]
    register = parquet(tmp_path / "register.parquet", {"id": ["a", "b", "c"], "c": column})
    expected = {"a": "yes", "b": "no", "c": "unknown"}
    assert answers(register, engine, rule, empty=EMPTY, **mapped) == expected


@in_process
def test_what_is_not_listed_says_something(tmp_path: Path, engine: str) -> None:
    """Nor does a list say nothing because one of its texts does, or because it is empty."""
    columns: dict[str, Sequence[Any]] = {"id": ["a", "b"], "members": [-1, -2], "scope": [["-", "local"], []]}
    register = parquet(tmp_path / "register.parquet", columns)
    words: dict[str, Any] = {"scope": {"column": "scope", "codes": {"local": "local"}, "otherwise": "none"}}
    listed = ["-1.5", "-", "1e40", "about -1", "nan"]
    found = answers(register, engine, "members < 0", empty=listed, members="members")
    assert found == {"a": "yes", "b": "yes"}
    found = answers(register, engine, "scope includes local", empty=listed, **words)
    assert found == {"a": "yes", "b": "no"}


# ── points in time ─────────────────────────────────────────────────────────────────────────────────────────────────


ZONES = {"Europe/Stockholm": "yes no yes", "America/New_York": "no no no", "none": "no no yes"}


@each(ZONES, ["Europe/Stockholm"])
def test_a_point_in_time_lies_on_its_day_in_utc(tmp_path: Path, case: str, engine: str) -> None:
    """Half past midnight in Stockholm is the day before; one without a zone lies on the day that it says."""
    moments = pl.Series(["2015-06-15T00:30", "2015-06-15T02:00", "2015-06-14T23:59"]).str.to_datetime("%Y-%m-%dT%H:%M")
    moments = moments.dt.replace_time_zone(None if case == "none" else case)
    register = parquet(tmp_path / "register.parquet", {"id": [1, 2, 3], "at": moments})
    found = answers(register, engine, "founded before 2015-06-15", founded="at")
    assert " ".join(found[id_] for id_ in "123") == ZONES[case]


# ── numbers ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_number_of_32_bits_is_the_one_that_was_written(tmp_path: Path, engine: str) -> None:
    """Its shortest text is 0.1, though as one of 64 bits it is 0.10000000149011612."""
    column = pl.Series([0.1, 0.3, 16777216.0, 3.4e38], dtype=pl.Float32)
    register = parquet(tmp_path / "register.parquet", {"id": [1, 2, 3, 4], "m": column})
    expected = {
        "members = 0.1": "yes no no no",
        "members > 0.1": "no yes yes yes",
        "members between 0.1 and 0.3": "yes yes no no",
        "members >= 16777217": "no no no yes",
        "members > 16777216": "no no no yes",
        "members < 100000000000000000000000000000": "yes yes yes no",
    }
    for rule, found in zip(expected, answers_to(list(expected), register, engine, members="m"), strict=True):
        assert " ".join(found[id_] for id_ in "1234") == expected[rule], rule


@in_process
def test_a_code_of_32_bits_is_the_one_that_was_written(tmp_path: Path, engine: str) -> None:
    register = parquet(
        tmp_path / "register.parquet", {"id": ["a", "b", "c"], "m": pl.Series([0.1, 2, -1.5], dtype=pl.Float32)}
    )
    mapped: dict[str, Any] = {"democratic": {"column": "m", "codes": {"0.1": True, "2": False}, "empty": ["-1.5"]}}
    assert answers(register, engine, "democratic", **mapped) == {"a": "yes", "b": "no", "c": "unknown"}


LONG = [
    ("9007199254740993", ">", "9007199254740992", "yes"),
    ("9007199254740992", ">", "9007199254740992", "no"),
    ("9007199254740993", "<=", "9007199254740992", "no"),
    ("0.10000000000000000001", ">", "0.1", "yes"),
    ("0.10000000000000000000", ">", "0.1", "no"),
    ("0.10000000000000000001", "=", "0.1", "no"),
    ("00000000000000000000.10", "=", "0.1", "yes"),
    ("0.09999999999999999999", ">=", "0.1", "no"),
    ("-9007199254740993", "<", "9007199254740992", "yes"),
    ("-9007199254740993", ">=", "0", "no"),
    ("-0.00000000000000000001", "<", "0", "yes"),
    ("-0.00000000000000000000", ">=", "0", "yes"),
    ("+9007199254740993.0", "=", "9007199254740993", "yes"),
    ("999999999999999999999999999999.1", ">", "999999999999999999999999999999", "yes"),
    ("999999999999999999999999999999", ">", "999999999999999999999999999998", "yes"),
    ("1e31", ">", "999999999999999999999999999999", "yes"),
    ("1e50", ">", "999999999999999999999999999999", "yes"),
    ("1.0000000000000000e-1", "=", "0.1", "yes"),
    ("9.007199254740993e15", "=", "9007199254740993", "no"),
    ("9.007199254740993e15", "=", "9007199254740992", "yes"),
    ("0.333333333333333333333333333333", "<", "1", "yes"),
]


def test_a_number_in_a_text_is_compared_by_all_its_digits(tmp_path: Path, engine: str) -> None:
    """But one with an exponent as a number of floating point, whose shortest text 9007199254740992 is."""
    rows = "".join(f"{place},{cell}\n" for place, (cell, *_) in enumerate(LONG))
    register = csv(tmp_path / "register.csv", f"id,m\n{rows}")
    rules = [Compares("members", sign, Fraction(number)) for _, sign, number, _ in LONG]
    for place, found in enumerate(answers_to(rules, register, engine, members="m")):
        assert found[str(place)] == LONG[place][-1], LONG[place]


@in_process
def test_the_sign_before_the_decimals_and_the_thousands_change_no_digit(tmp_path: Path, engine: str) -> None:
    register = csv(tmp_path / "register.csv", "id;m\na;9.007.199.254.740.993,0\nb;9.007.199.254.740.992,0\n")
    mapped: dict[str, Any] = {"members": {"column": "m", "decimal": ",", "thousands": "."}}
    assert answers(register, engine, "members > 9007199254740992", **mapped) == {"a": "yes", "b": "no"}


@in_process
def test_a_decimal_is_compared_by_all_its_digits(tmp_path: Path, engine: str) -> None:
    """Of 30: what is rounded by default is one of more than 28."""
    column = pl.Series(["1234567890123456789012345678.67", "1234567890123456789012345678.66"])
    register = parquet(
        tmp_path / "register.parquet", {"id": ["a", "b"], "m": column.str.to_decimal(scale=2).cast(pl.Decimal(38, 2))}
    )
    rule = Compares("members", ">", Fraction("1234567890123456789012345678.66"))
    assert answers(register, engine, rule, members="m") == {"a": "yes", "b": "no"}
