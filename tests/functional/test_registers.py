"""Registers screened by the command and by the library: real ones, and ones with something wrong in them."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import polars as pl
import pytest

from idebur import parse_rule
from idebur.errors import Unreadable
from idebur.rules.facts import Fact
from idebur.rules.terms import Terms
from idebur.screening import Question, load_map, screen
from idebur.screening.registers import unreadable

IN_PROCESS = ("duckdb", "polars")
ROOT = Path(__file__).parents[2]
SOCKETS = pytest.mark.filterwarnings(  # pyspark leaves its own open
    "ignore:unclosed <socket", "ignore::pytest.PytestUnraisableExceptionWarning"
)

MAP = """\
idebur: 1
map: m
id: id
facts:
  democratic: {column: dem, codes: {J: true, N: false}}
  scope: scale
  members: members
  founded: founded
"""
CSV = "id,dem,scale,members,founded\n1,J,local,10,2019-12-31\n2,N,,,\n3,,regional,9,2020-01-01\n"
RULE = "democratic and scope includes local and members >= 10 and founded before 2020"


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """Write a register and its map."""

    def write(csv: str | bytes = CSV, map_: str = MAP, name: str = "register.csv") -> tuple[Path, Path]:
        register, how = tmp_path / name, tmp_path / "map.yaml"
        register.write_bytes(csv.encode() if isinstance(csv, str) else csv)
        how.write_text(map_, "utf-8")
        return register, how

    return write


def run(
    register: Path, how: Path, *, rule: str = RULE, engine: str = "duckdb", table: str | None = None
) -> list[tuple[str, ...]]:
    target = register.parent / "out.parquet"
    screen(register, [Question("q", parse_rule(rule))], load_map(how), target, engine_name=engine, table=table)
    found = pl.read_parquet(target / "*.parquet" if target.is_dir() else target)
    columns = [pl.col(name).cast(pl.String) for name in ("id", "q_answer", "q_failed", "q_unknown")]
    return sorted(found.select(columns).rows())


def refused(register: Path, how: Path, **options: str) -> list[str]:
    """The codes of the faults, with nothing left behind."""
    before = sorted(one.name for one in register.parent.iterdir())
    with pytest.raises(Unreadable) as error:
        run(register, how, **options)
    assert sorted(one.name for one in register.parent.iterdir()) == before
    assert all(fault.told("sv") and fault.told("en") for fault in error.value.faults)
    return [fault.code for fault in error.value.faults]


EXPECTED = [
    ("1", "yes", "", ""),
    ("2", "no", "democratic", ""),
    ("3", "no", "scope includes local; members >= 10; founded before 2020", ""),
]


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_csv_file_is_answered_row_by_row(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    assert run(*files(), engine=engine) == EXPECTED


@pytest.mark.parametrize("engine", IN_PROCESS)
@pytest.mark.parametrize(
    "csv",
    [
        CSV.replace(",", ";"),
        CSV.replace(",", "\t"),
        "\ufeff" + CSV,
        CSV.replace("\n", "\r\n"),
        CSV.replace("J", '"J"').replace("local", '"local"'),
        CSV.replace("id,", 'id,"a, note",')
        .replace("1,J", '1,"two\nlines, ""quoted""",J')
        .replace("2,N", "2,,N")
        .replace("3,,", "3,,,"),
    ],
    ids=["semicolons", "tabs", "byte order mark", "Windows", "quotes", "several lines in a cell"],
)
def test_however_a_csv_file_is_written(files: Callable[..., tuple[Path, Path]], csv: str, engine: str) -> None:
    assert run(*files(csv), engine=engine) == EXPECTED


def test_a_table_of_a_database_is_answered(files: Callable[..., tuple[Path, Path]]) -> None:
    """Also where its text compares without regard to case: codes are told apart by it all the same."""
    csv, how = files()
    register = csv.parent / "register.duckdb"
    with duckdb.connect(str(register)) as db:
        db.execute("CREATE TABLE t (id INT, dem VARCHAR COLLATE NOCASE, scale VARCHAR, members INT, founded DATE)")
        db.execute("INSERT INTO t VALUES (1, 'J', 'local', 10, '2019-12-31'), (2, 'N', NULL, NULL, NULL)")
        db.execute("INSERT INTO t VALUES (3, NULL, 'regional', 9, '2020-01-01')")
        db.execute("CREATE TABLE other (a INT)")
    assert run(register, how, table="t") == EXPECTED
    assert refused(register, how) == ["register-table"]
    with duckdb.connect(str(register)) as db:
        db.execute("INSERT INTO t VALUES (4, 'j', 'local', 10, '2019-12-31')")
    assert refused(register, how, table="t") == ["register-cells-astray"]


def test_of_tables_with_one_name_the_schema_tells_which_and_a_view_is_a_table(
    files: Callable[..., tuple[Path, Path]],
) -> None:
    csv, how = files()
    register = csv.parent / "register.db"
    with duckdb.connect(str(register)) as db:
        db.execute("CREATE SCHEMA old")
        db.execute(f"CREATE TABLE old.t AS SELECT * REPLACE ('X' AS dem) FROM '{csv}'")
    assert refused(register, how, table="t") == ["register-table"]
    with duckdb.connect(str(register)) as db:
        db.execute(f"CREATE TABLE main.t AS SELECT * FROM read_csv('{csv}', all_varchar = true)")
        db.execute("CREATE VIEW v AS SELECT * FROM t WHERE id < '3'")
    assert run(register, how, table="t") == EXPECTED
    assert run(register, how, table="v") == EXPECTED[:2]
    assert refused(register, how, table="old.t") == ["register-cells-astray"]


def test_the_command_screens_a_table_of_a_database(files: Callable[..., tuple[Path, Path]]) -> None:
    """The only table there is need not be named."""
    csv, how = files(map_=MAP + "  sector: {always: civil-society}\n")
    register = csv.parent / "register.duckdb"
    with duckdb.connect(str(register)) as db:
        db.execute(f"CREATE TABLE charities AS SELECT * FROM read_csv('{csv}', all_varchar = true)")
    target = csv.parent / "out.parquet"
    for named in ([], ["--table", "charities"]):
        done = asked(register, how, target, *named)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("3 rows, 3 different cases.")
        answers = duckdb.execute(f"SELECT id, blekinge_answer FROM '{target}' ORDER BY id").fetchall()
        assert answers == [("1", "yes"), ("2", "no"), ("3", "unknown")]
        target.unlink()
    assert asked(register, how, target, "--table", "others").stderr.count("charities") == 1


def test_a_database_of_sqlite_without_its_extension_is_told_with_the_way_out(
    files: Callable[..., tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """However the file is called, and without anything being fetched; DuckDB looks for extensions below the home."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setitem(ENVIRONMENT, "HOME", str(tmp_path / "home"))
    _, how = files()
    for name in ("register.sqlite", "register.db"):
        register = tmp_path / name
        with closing(sqlite3.connect(register)) as db:
            db.execute("CREATE TABLE t (id INT, dem TEXT)")
            db.commit()
        assert refused(register, how) == ["register-sqlite"]
        done = asked(register, how, tmp_path / "out.parquet")
        assert done.returncode == 4
        assert "INSTALL sqlite" in done.stderr
        assert "CSV" in done.stderr


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_yes_and_one_are_not_taken_for_each_other(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    """To Python they are equal, and have the same hash."""
    always = "facts: {democratic: {always: true}, members: {always: 1}}"
    register, how = files("id\n1\n", f"idebur: 1\nmap: m\nid: id\n{always}\n")
    assert run(register, how, rule="democratic and members = 1", engine=engine) == [("1", "yes", "", "")]
    assert run(register, how, rule="members = 1 and democratic", engine=engine) == [("1", "yes", "", "")]


TRUNCATED = b"PAR1" + b"\0" * 200

WRONG: dict[str, tuple[str | bytes, str, str, list[str]]] = {
    "unknown fact": (CSV, MAP.replace("members: m", "memberz: m"), "r.csv", ["map-fact-unknown"]),
    "wrong type": (CSV, MAP.replace("N: false", "N: nej"), "r.csv", ["fact-type"]),
    "unknown word": (
        CSV,
        MAP.replace("scope: scale", "scope: {column: scale, codes: {local: lokal}}"),
        "r.csv",
        ["unknown-value"],
    ),
    "missing column": (
        CSV,
        MAP.replace("members: members", "members: medlemmar"),
        "r.csv",
        ["register-column-missing"],
    ),
    "missing id": (CSV, MAP.replace("id: id", "id: nr"), "r.csv", ["register-column-missing"]),
    "neither column nor always": (CSV, MAP.replace("column: dem, ", ""), "r.csv", ["map-column-or-always"]),
    "option of another type": (
        CSV,
        MAP.replace("scope: scale", "scope: {column: scale, format: YYYY}"),
        "r.csv",
        ["map-option-misplaced"],
    ),
    "no form of dates": (
        CSV,
        MAP.replace("founded: f", "founded: {format: d/m/y, column: f").replace("ounded\n", "ounded}\n"),
        "r.csv",
        ["map-date-form"],
    ),
    "signs alike": (
        CSV,
        MAP.replace("members: members", "members: {column: members, thousands: .}"),
        "r.csv",
        ["map-signs-alike"],
    ),
    "none for a word": (CSV, MAP.replace("N: false", "N: none"), "r.csv", ["map-none-misplaced"]),
    "no map": (CSV, "idebur: 1\nfacts: {}\n", "r.csv", ["not-a-map"]),
    "unmapped code": (CSV.replace("N", "X"), MAP, "r.csv", ["register-cells-astray"]),
    "mixed numbers": (CSV.replace(",9,", ",about 9,"), MAP, "r.csv", ["register-cells-astray"]),
    "impossible date": (CSV.replace("2019-12-31", "2019-02-30"), MAP, "r.csv", ["register-cells-astray"]),
    "empty file": ("", MAP, "r.csv", ["register-empty"]),
    "not UTF-8": (CSV.replace("scale", "omfång").encode("latin-1"), MAP, "r.csv", ["register-not-utf8"]),
    "two columns of one name": (CSV.replace("scale", "dem"), MAP, "r.csv", ["register-column-twice"]),
    "too many cells": (CSV + "4,J,local,10,2019-12-31,what,is,this\n", MAP, "r.csv", ["register-row-ragged"]),
    "too few cells": (CSV + "4,J,local,10\n", MAP, "r.csv", ["register-row-ragged"]),
    "too few cells in quotes": (CSV + '4,J,"lo,cal",10\n', MAP, "r.csv", ["register-row-ragged"]),
    "surplus empty cell": (CSV + "4,J,local,10,2019-12-31,\n", MAP, "r.csv", ["register-row-ragged"]),
    "too few cells, none of them read": (
        CSV.replace("\n", ",a note\n") + "4,J,local,10,2019-12-31\n",
        MAP,
        "r.csv",
        ["register-row-ragged"],
    ),
    "columns that differ in case": (CSV.replace("scale", "DEM"), MAP, "r.csv", ["register-column-twice"]),
    "no rows": (CSV.splitlines()[0] + "\n\n", MAP, "r.csv", ["register-empty"]),
    "quotation mark not closed": (CSV + '4,"J,local,10,2019-12-31\n', MAP, "r.csv", ["register-quotes"]),
    "truncated Parquet": (TRUNCATED, MAP, "r.parquet", ["register-unreadable"]),
    "truncated gzip": (b"\x1f\x8b\x08\0\0\0\0\0", MAP, "r.csv.gz", ["register-unreadable"]),
}


@pytest.mark.parametrize("engine", IN_PROCESS)
@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_and_nothing_left_behind(
    files: Callable[..., tuple[Path, Path]], case: str, engine: str
) -> None:
    csv, map_, name, codes = WRONG[case]
    assert refused(*files(csv, map_, name), engine=engine) == codes


@SOCKETS
@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize("case", ["too few cells", "surplus empty cell", "columns that differ in case", "no rows"])
def test_what_is_wrong_with_rows_is_said_by_spark_too(files: Callable[..., tuple[Path, Path]], case: str) -> None:
    csv, map_, name, codes = WRONG[case]
    assert refused(*files(csv, map_, name), engine="spark") == codes


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_ragged_row_is_found_at_its_line(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    """Also below cells of several lines and lines with nothing on them."""
    register, how = files(CSV + '\n4,J,"lo\n\ncal",10,2019-12-31\n5,J\n')
    with pytest.raises(Unreadable) as error:
        run(register, how, engine=engine)
    assert [fault.place.line for fault in error.value.faults] == [9]


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_line_with_nothing_on_it_is_no_row(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    assert run(*files(CSV.replace("\n2,", "\n\n2,") + "\n\n"), engine=engine) == EXPECTED


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_name_inside_a_column_of_parquet_is_no_column(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    csv, how = files()
    register = csv.parent / "typed.parquet"
    nested = pl.struct(id=pl.lit(1), DEM=pl.struct(ID=pl.lit([1])))
    pl.read_csv(csv, infer_schema=False).select(nested.alias("a"), nested.alias("b"), pl.all()).write_parquet(register)
    assert run(register, how, rule="democratic", engine=engine)[0] == ("1", "yes", "", "")


@SOCKETS
@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize("engine", [*IN_PROCESS, "spark"])
def test_columns_of_parquet_that_differ_in_case_are_refused(
    files: Callable[..., tuple[Path, Path]], engine: str
) -> None:
    csv, how = files()
    register = csv.parent / "typed.parquet"
    pl.read_csv(csv, infer_schema=False).with_columns(DEM=pl.lit("J")).write_parquet(register)
    assert refused(register, how, engine=engine) == ["register-column-twice"]


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_parquet_register_of_no_rows_is_refused(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    csv, how = files()
    register = csv.parent / "none.parquet"
    pl.read_csv(csv, infer_schema=False).clear().write_parquet(register)
    assert refused(register, how, engine=engine) == ["register-empty"]


def test_types_are_told_in_words(files: Callable[..., tuple[Path, Path]]) -> None:
    """A process leader has never seen the word *yes-no*."""
    register, how = files(map_="idebur: 1\nmap: m\nid: id\nfacts: {size: {column: members, separator: ';'}}\n")
    questions = [
        Question(kind, parse_rule(rule), Terms(facts={"size": Fact.model_validate({"type": kind})}))
        for kind, rule in (("number", "size > 1"), ("yes-no", "size"))
    ]
    target = register.parent / "out.parquet"
    with pytest.raises(Unreadable) as error:
        screen(register, questions, load_map(how), target)
    (fault,) = error.value.faults
    assert fault.message("sv").endswith("Den är i olika överenskommelser: ett tal, true eller false.")
    assert fault.message("en").endswith("In different agreements it is: a number, true or false.")
    with pytest.raises(Unreadable) as error:
        screen(register, questions[:1], load_map(how), target)
    assert error.value.faults[0].message("sv") == "separator hör inte till en uppgift som ska vara ett tal."


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_column_that_cannot_hold_the_fact_is_refused(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    csv, how = files()
    register = csv.parent / "typed.parquet"
    columns = {"id": [1], "dem": [0.5], "scale": ["local"], "members": [True], "founded": [19]}
    pl.DataFrame(columns).write_parquet(register)
    assert refused(register, how, engine=engine) == ["register-column-kind"] * 2


def test_a_fact_that_is_not_mapped_is_unknown(files: Callable[..., tuple[Path, Path]]) -> None:
    register, how = files(map_=MAP.replace("  members: members\n", ""))
    assert run(register, how)[0] == ("1", "unknown", "", "members >= 10")


@pytest.mark.parametrize(
    ("rule", "condition"),
    [
        ("not democratic", "not democratic"),
        ("not members > 9", "not members > 9"),
        ("not not members < 10", "members < 10"),
    ],
)
def test_a_condition_has_one_name_failed_or_not_known(
    files: Callable[..., tuple[Path, Path]], rule: str, condition: str
) -> None:
    found = run(*files(), rule=rule)
    assert {row[2] for row in found if row[1] == "no"} == {condition}
    assert {row[3] for row in found if row[1] == "unknown"} == {condition}


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_cells_astray_are_told_each_once_with_how_many_rows(
    files: Callable[..., tuple[Path, Path]], engine: str
) -> None:
    """In the order of the map, with the quotation marks and the plurals of the language, and the way out."""
    csv = CSV + "4,X,local,ten,\n5,X,local,ten,\n6,Y,local,9 or so,\n7,,,ten,\n"
    with pytest.raises(Unreadable) as error:
        run(*files(csv), engine=engine)
    dem, members = error.value.faults
    assert '"X" (2 rows, such as id ' in dem.message("en")
    assert '"Y" (1 row, such as id 6)' in dem.message("en")
    assert "på 3 rader" in dem.message("sv")
    assert "”Y” (1 rad, till exempel id 6)" in dem.message("sv")
    assert '"ten" (3 rows, such as id 4), "9 or so" (1 row, such as id 6)' in members.message("en")
    assert "otherwise: not-said" in members.message("en")


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_what_an_engine_says_is_kept_short(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    with pytest.raises(Unreadable) as error:
        run(*files(TRUNCATED, name="r.parquet"), engine=engine)
    said = error.value.faults[0].message("sv")
    ours, _, theirs = said.partition(" [")
    assert ours.endswith("filen kan vara skadad eller inte hel")
    assert 0 < len(theirs) <= 126


def test_advice_of_an_engine_is_left_out_and_its_row_told() -> None:
    said = "Invalid Input Error: CSV Error on Line: 7 Original Line: 1,2. Possible fixes: * Enable null_padding=true"
    fault = unreadable(Path("r.csv"), said).faults[0]
    assert fault.message("sv").startswith("Registret r.csv går inte att läsa (rad 7);")
    assert "Possible" not in fault.message("en")
    assert "Invalid Input" not in fault.message("en")
    long = unreadable(Path("r.csv"), "words " * 100).faults[0].message("en")
    assert long.endswith("words …].")


# ── the command ────────────────────────────────────────────────────────────────────────────────────────────────────


def command(*arguments: object, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    called = [sys.executable, "-m", "idebur", "screen", *map(str, arguments)]
    return subprocess.run(called, capture_output=True, text=True, check=False, env=ENVIRONMENT, preexec_fn=limited)


ENVIRONMENT = {**os.environ, "IDEBUR_LANG": "en", "PYTHONPATH": str(ROOT / "src")}


def asked(
    register: Path, how: Path, target: Path, *more: object, limit: int | None = None
) -> subprocess.CompletedProcess[str]:
    example = ROOT / "examples" / "blekinge"
    return command(register, "--agreement", example, "--map", how, "--to", target, *more, limit=limit)


def test_the_command_tells_how_many_may_join(files: Callable[..., tuple[Path, Path]]) -> None:
    register, how = files(map_=MAP + "  sector: {always: civil-society}\n")
    done = asked(register, how, register.parent / "out.parquet")
    assert done.returncode == 0
    assert "blekinge     1   1        1" in done.stdout
    reasons = duckdb.execute(f"SELECT en FROM '{register.parent}/out.reasons.parquet' WHERE answer = 'no'").fetchall()
    assert "democratic" in reasons[0][0]


def test_screening_loads_no_room_that_it_does_not_need(files: Callable[..., tuple[Path, Path]]) -> None:
    """What a process imports is most of what a small register costs."""
    register, how = files(map_=MAP.replace("  founded: founded\n", ""))
    code = (
        "import sys\nfrom idebur.cli import main\n"
        "try: main()\nexcept SystemExit as leaving: assert leaving.code == 0, leaving\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    asking = ["screen", register, "--agreement", ROOT / "examples" / "blekinge", "--map", how]
    asking += ["--to", register.with_name("out.parquet")]
    called = [sys.executable, "-c", code, *map(str, asking)]
    done = subprocess.run(called, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split())
    assert "idebur.screening.duckdb_engine" in loaded
    rooms = ("checks", "compare", "graph", "standing", "strategies", "files.dumping", "files.writing", "files.schema")
    assert not {f"idebur.{room}" for room in rooms} & loaded
    assert not {"networkx", "hypothesis", "polars", "pyspark"} & loaded  # some DuckDBs load NumPy where there is one
    assert not {f"idebur.exports.prose.{name}" for name in ("whole", "retelling", "acts")} & loaded


@pytest.mark.slow
def test_a_register_larger_than_memory_is_screened_in_it(tmp_path: Path) -> None:
    """DuckDB may hold 200 MB, and the register is more than three times that: the process keeps to about half of it."""
    register, how, target = (tmp_path / name for name in ("register.parquet", "map.yaml", "out.parquet"))
    how.write_text("idebur: 1\nmap: m\nid: id\nfacts: {members: members, democratic: democratic}\n")
    rows, allowed = 60 * 160_000, 200_000_000
    with duckdb.connect(config={"memory_limit": "400MB", "preserve_insertion_order": False}) as db:
        db.execute(
            "COPY (SELECT md5(i::VARCHAR) || md5((-i)::VARCHAR) AS id, i % 20 AS members, i % 3 = 0 AS democratic "
            f"FROM range(1, {rows} + 1) made(i)) TO '{register}' (FORMAT parquet)"
        )
        sizes = db.execute(f"SELECT sum(total_uncompressed_size) FROM parquet_metadata('{register}')").fetchall()
    assert sizes[0][0] > 3 * allowed
    code = (
        "import sys\nfrom pathlib import Path\n"
        "import idebur.screening.duckdb_engine as engine\nfrom idebur import parse_rule\n"
        "from idebur.screening import Question, load_map, screen\n"
        "register, how, target = map(Path, sys.argv[1:])\n"
        f"engine.MEMORY = '{allowed}B'\n"
        "screen(register, [Question('q', parse_rule('democratic and members >= 10'))], load_map(how), target)\n"
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
    )
    called = [sys.executable, "-c", code, *map(str, (register, how, target))]
    done = subprocess.run(called, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers = duckdb.execute(f"SELECT q_answer, count(*) FROM '{target}' GROUP BY ALL").fetchall()
    yes = sum(i % 3 == 0 and i % 20 >= 10 for i in range(60)) * rows // 60
    assert dict(answers) == {"yes": yes, "no": rows - yes}
    assert int(done.stdout) * 1024 < sizes[0][0] / 2


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_a_full_disk_leaves_what_was_there(files: Callable[..., tuple[Path, Path]], engine: str) -> None:
    rows = "".join(f"{number},J,local,{number},2019-12-31\n" for number in range(100_000))
    register, how = files(CSV.splitlines()[0] + "\n" + rows, MAP + "  sector: {always: civil-society}\n")
    target = register.parent / "out.parquet"
    target.write_text("what was there")
    before = sorted(one.name for one in register.parent.iterdir())
    done = asked(register, how, target, "--engine", engine, limit=10_000)
    assert (done.returncode, "cannot be written" in done.stderr) == (4, True), done.stderr
    assert target.read_text() == "what was there"
    assert sorted(one.name for one in register.parent.iterdir()) == before


def test_where_the_result_cannot_go_it_says_so(files: Callable[..., tuple[Path, Path]]) -> None:
    register, how = files()
    missing = asked(register, how, register.parent / "nowhere" / "out.parquet")
    assert (missing.returncode, "There is no folder" in missing.stderr) == (4, True)
    itself = asked(register, how, register)
    assert (itself.returncode, "would replace a file that is read" in itself.stderr) == (2, True)
    assert register.read_text() == CSV
    for told, target in (
        ("a folder that idebur did not write", register.parent),
        ("a folder that idebur did not write", "."),
        ("ends in .parquet", register.parent / "out.csv"),
    ):
        no = asked(register, how, Path(target))
        assert (no.returncode, told in no.stderr) == (4, True), no.stderr
    assert asked(register, how, register.parent / "out.parquet", "--engine", "abacus").returncode == 2


def test_where_nobody_hears_what_came_of_it_it_says_so(files: Callable[..., tuple[Path, Path]]) -> None:
    """The result is written all the same, and that somebody stops listening is nobody's fault."""
    register, how = files(map_=MAP + "  sector: {always: civil-society}\n")
    target = register.parent / "out.parquet"
    asking = [register, "--agreement", ROOT / "examples" / "blekinge", "--map", how, "--to", target]

    def told(output: int) -> tuple[int, str]:
        called = [sys.executable, "-m", "idebur", "screen", *map(str, asking)]
        done = subprocess.run(called, stdout=output, stderr=subprocess.PIPE, text=True, check=False, env=ENVIRONMENT)
        assert target.exists()
        target.unlink()
        return done.returncode, done.stderr

    with Path("/dev/full").open("w") as full:
        code, said = told(full.fileno())
    assert (code, said) == (4, "What was to be printed did not get through: No space left on device.\n")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert told(writing) == (0, "")
    finally:
        os.close(writing)


def test_nothing_that_is_read_is_replaced(files: Callable[..., tuple[Path, Path]]) -> None:
    """Neither the map nor the agreement nor the register, by the result or by the reasons, also not by a link."""
    register, how = files(name="out.reasons.csv")
    folder = register.parent
    agreement = folder / "agreement"
    shutil.copytree(ROOT / "examples" / "ostergotland", agreement)
    (folder / "link.parquet").symlink_to(how)
    (folder / "hard.parquet").hardlink_to(register)
    files_there = [one for one in agreement.rglob("*") if one.is_file()]
    assert len(files_there) > 1
    before = {one: one.read_bytes() for one in (register, how, *files_there)}
    for target in (how, folder / "out.csv", folder / "link.parquet", folder / "hard.parquet", *files_there):
        done = command(register, "--agreement", agreement, "--map", how, "--to", target)
        assert (done.returncode, "Name another file" in done.stderr) == (2, True), (target, done.stderr)
    assert {one: one.read_bytes() for one in before} == before


def test_one_row_is_counted_as_one(files: Callable[..., tuple[Path, Path]]) -> None:
    register, how = files("\n".join(CSV.splitlines()[:2]), MAP + "  sector: {always: civil-society}\n")
    done = asked(register, how, register.parent / "out.parquet")
    assert done.stdout.startswith("1 row, 1 case.\n")


@SOCKETS
@pytest.mark.usefixtures("spark")
def test_spark_does_not_speak_for_itself(files: Callable[..., tuple[Path, Path]]) -> None:
    register, how = files(TRUNCATED, MAP + "  sector: {always: civil-society}\n", "r.parquet")
    done = asked(register, how, register.parent / "out.parquet", "--engine", "spark")
    assert done.returncode == 4
    assert "cannot be read" in done.stderr
    assert not [line for line in done.stderr.splitlines() if line.startswith("\tat ") or " ERROR " in line]


@SOCKETS
@pytest.mark.usefixtures("spark")
def test_spark_starts_and_works_without_a_word_of_its_own(files: Callable[..., tuple[Path, Path]]) -> None:
    register, how = files(map_=MAP + "  sector: {always: civil-society}\n")
    done = asked(register, how, register.parent / "out.parquet", "--engine", "spark")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 rows, ")
    assert done.stdout.endswith("The result is a folder of parts: that is how Spark writes.\n")
    assert [one.name for one in register.parent.iterdir() if "spark" in one.name] == []


@SOCKETS
@pytest.mark.usefixtures("spark")
def test_without_java_spark_says_what_it_needs(
    files: Callable[..., tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And why it did not start, in a line."""
    register, how = files()
    monkeypatch.setitem(ENVIRONMENT, "JAVA_HOME", str(register.parent / "no-java"))
    done = asked(register, how, register.parent / "out.parquet", "--engine", "spark")
    assert done.returncode == 4
    (line,) = done.stderr.splitlines()
    assert "needs Java 17" in line
    assert "no-java/bin/java" in line
    assert not [one for one in register.parent.iterdir() if one.name.startswith((".", "out"))]


def test_a_missing_engine_says_what_to_install(files: Callable[..., tuple[Path, Path]]) -> None:
    register, how = files()
    hidden = "import sys; sys.modules['duckdb'] = None; from idebur.cli import main; main(sys.argv[1:])"
    arguments = [
        register,
        "--agreement",
        ROOT / "examples" / "blekinge",
        "--map",
        how,
        "--to",
        register.parent / "o.parquet",
    ]
    environment = {**os.environ, "IDEBUR_LANG": "en", "PYTHONPATH": str(ROOT / "src")}
    called = [sys.executable, "-c", hidden, "screen", *map(str, arguments)]
    done = subprocess.run(called, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, "pip install 'idebur[screening]'" in done.stderr) == (2, True)


# ── real registers ─────────────────────────────────────────────────────────────────────────────────────────────────

UK = """\
idebur: 1
map: charities
id: reg_number
facts:
  sector: {always: civil-society}
  scope:
    column: scale
    codes: {Local: local, Regional: regional, National: national, National and Overseas: [national, international],
            Overseas: international}
"""
UKCAT = """\
idebur: 1
map: ukcat
id: org_id
facts:
  sector: {always: civil-society}
  democratic: {column: active, codes: {"True": true, "False": false}}
  members: {column: income}
  founded: {column: date_registered}
  scope: {column: UKCAT, separator: ";", codes: {ED101: local, CA103: regional, BE102: national}, otherwise: none}
"""
REAL = [
    ("uk-charity-scale.csv.gz", UK, "scope includes any of (regional, national)", 258_056),
    (
        "ukcat-sample.csv.gz",
        UKCAT,
        "democratic and (members >= 10000 or founded before 1990) and not scope includes regional",
        4_203,
    ),
]


@SOCKETS
@pytest.mark.usefixtures("spark")
@pytest.mark.parametrize(("name", "map_", "rule", "rows"), REAL, ids=[name for name, *_ in REAL])
def test_a_real_register_is_answered_alike_by_all_engines(
    data: Path, tmp_path: Path, name: str, map_: str, rule: str, rows: int
) -> None:
    how = tmp_path / "map.yaml"
    how.write_text(map_)
    found = {}
    for engine in (*IN_PROCESS, "spark"):
        target = tmp_path / f"{engine}.parquet"
        screen(data / name, [Question("q", parse_rule(rule))], load_map(how), target, engine_name=engine)
        found[engine] = pl.read_parquet(target / "*.parquet" if target.is_dir() else target)
    found = {engine: table.sort(pl.all()) for engine, table in found.items()}
    assert found["duckdb"].height == rows
    assert found["duckdb"].equals(found["polars"])
    assert found["duckdb"].equals(found["spark"])
    assert found["duckdb"]["q_answer"].n_unique() >= 2


def test_a_real_register_is_answered_as_counted_by_hand(data: Path, tmp_path: Path) -> None:
    how, target = tmp_path / "map.yaml", tmp_path / "out.parquet"
    how.write_text(UK)
    name, _, rule, _ = REAL[0]
    screen(data / name, [Question("q", parse_rule(rule))], load_map(how), target)
    joined = duckdb.execute(
        f"SELECT scale, q_answer, count(*) FROM read_csv('{data / name}', all_varchar = true) r "
        f"JOIN '{target}' o ON r.reg_number = o.id GROUP BY ALL"
    ).fetchall()
    assert {(scale, answer) for scale, answer, _ in joined} == {
        ("Local", "no"),
        ("Regional", "yes"),
        ("National", "yes"),
        ("National and Overseas", "yes"),
        ("Overseas", "no"),
    }


@pytest.mark.parametrize("engine", IN_PROCESS)
def test_in_brief_the_reasons_are_found_by_the_combination(
    files: Callable[..., tuple[Path, Path]], engine: str
) -> None:
    register, how = files()
    target = register.parent / "out.parquet"
    questions = [Question("q", parse_rule(RULE)), Question("r", parse_rule("democratic"))]
    screen(register, questions, load_map(how), target, engine_name=engine, brief=True)
    rows = pl.read_parquet(target)
    assert rows.columns == ["id", "combination", "q_answer", "r_answer"]
    reasons = pl.read_parquet(register.parent / "out.reasons.parquet").filter(pl.col("question") == "q")
    joined = rows.join(reasons, on="combination").select("id", "q_answer", "failed", "unknown")
    assert sorted(joined.rows()) == EXPECTED
