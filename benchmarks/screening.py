"""What it costs to screen a register, in units of the same done by hand in DuckDB.

By hand: the rules written out as SQL for this register, by somebody who knows both. Each side writes what it found as
Parquet. ``--rows 10000000`` measures another size than a million; ``--spark`` tells Spark's figure beside.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.measure import Row, interleave, report, seconds
from benchmarks.registers import MAP, make_register
from idebur.rules import Rule
from idebur.screening import Question, load_map, screen

FOUR = "sector is civil-society and democratic and scope includes regional and members >= 10"
TWENTY = (
    FOUR,
    "sector is public",
    "sector is public or democratic and sector is civil-society",
    "scope includes any of (regional, national) and independent",
    "at least 2 of (democratic, independent, members >= 100)",
    "founded before 2000 and democratic",
    "not (sector is any of (public, business)) and members between 10 and 500",
    "sector is academia or scope includes all of (national, international)",
    "independent and democratic and sector is civil-society and founded after 1950",
    "members < 10 or founded >= 2010",
)
"""Ten, that are asked twice: as they are, and denied."""

AT_LEAST = 10_000_000
"""So many rows the budget of twenty rules is about."""

CLAIMS = {
    "sector is civil-society": "sector = 'C'",
    "sector is public": "sector = 'P'",
    "sector is academia": "sector = 'A'",
    "sector is any of (public, business)": "sector IN ('P', 'B')",
    "democratic": "democratic = 'J'",
    "independent": "independent",
    "scope includes regional": "scale = 'R'",
    "scope includes any of (regional, national)": "scale IN ('R', 'N', 'NI')",
    "scope includes all of (national, international)": "scale = 'NI'",
    "members >= 10": "members >= 10",
    "members >= 100": "members >= 100",
    "members < 10": "members < 10",
    "members between 10 and 500": "members BETWEEN 10 AND 500",
    "founded before 2000": "founded < DATE '2000-01-01'",
    "founded after 1950": "founded > DATE '1950-12-31'",
    "founded >= 2010": "founded >= DATE '2010-01-01'",
}
"""What a claim is in this register, by hand."""


def by_hand(rule: Rule) -> str:
    """Write a rule as SQL, whose logic is Kleene's too."""
    text = str(rule)
    if text in CLAIMS:
        return f"({CLAIMS[text]})"
    parts = [by_hand(part) for part in rule.parts]
    if text.startswith("at least 2 of"):
        pairs = [f"{one} AND {other}" for place, one in enumerate(parts) for other in parts[place + 1 :]]
        return f"({' OR '.join(pairs)})"
    if len(parts) == 1:
        return f"(NOT {parts[0]})"
    return f"({(' AND ' if ' or ' not in text or _is_and(rule) else ' OR ').join(parts)})"


def _is_and(rule: Rule) -> bool:
    return type(rule).__name__ == "AllOf"


def answer(condition: str) -> str:
    """The answer as a word."""
    return f"CASE WHEN {condition} THEN 'yes' WHEN NOT {condition} THEN 'no' ELSE 'unknown' END"


def masks(rule: Rule) -> str:
    """Two numbers: which of the parts of a rule fail, and which are not known."""
    conditions = [by_hand(part) for part in rule.parts]
    failed = " + ".join(f"CASE WHEN NOT {one} THEN {1 << at} ELSE 0 END" for at, one in enumerate(conditions))
    unknown = " + ".join(f"CASE WHEN {one} IS NULL THEN {1 << at} ELSE 0 END" for at, one in enumerate(conditions))
    return f"{failed} AS failed, {unknown} AS unknown"


def hand(columns: Sequence[str], register: Path, folder: Path) -> Callable[[], object]:
    """Do it by hand, with DuckDB set as the library sets it."""

    def work() -> None:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": "600MB",
            "temp_directory": str(folder / "t"),
            "preserve_insertion_order": False,
        }
        with duckdb.connect(config=settings) as db:
            selected = ", ".join(["id", *columns])
            db.execute(f"COPY (SELECT {selected} FROM '{register}') TO '{folder}/hand.parquet' (FORMAT parquet)")

    return work


def ours(
    rules: Sequence[Rule], register: Path, folder: Path, engine: str = "duckdb", *, brief: bool = False
) -> Callable[[], object]:
    """Screen; briefly, so that a row has the answers, and the combination by which the reasons are found."""
    questions = [Question(f"q{place}", rule) for place, rule in enumerate(rules)]
    how = load_map(folder / "map.yaml")
    return lambda: screen(register, questions, how, folder / f"{engine}.parquet", engine_name=engine, brief=brief)


SCRIPT = """
import duckdb, sys
with duckdb.connect(config={"preserve_insertion_order": False}) as db:
    db.execute(sys.argv[1])
    print(db.sql(sys.argv[2]))
"""


def compiled(folder: Path) -> Mapping[str, str]:
    """Who installs a package has its modules compiled once: all start from that, whatever is set here."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def run(arguments: Sequence[str], folder: Path) -> Callable[[], object]:
    """Start a process and wait for its end."""
    return lambda: subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env=compiled(folder))


def whole(register: Path, folder: Path) -> tuple[Sequence[str], Sequence[str]]:
    """The command, and a script that does as much by hand."""
    rule = Rule.parse(FOUR)
    agreement = folder / "measured.yaml"
    agreement.write_text(
        "idebur: 1\nagreement: measured\ntitle: {en: Measured}\n"
        f"procedures:\n  joining: {{kind: join, open-to: '{rule}'}}\n",
        "utf-8",
    )
    written = folder / "script.parquet"
    copy = f"COPY (SELECT id, {answer(by_hand(rule))} AS answer, {masks(rule)} FROM '{register}') TO '{written}'"
    counted = f"SELECT answer, count(*) FROM '{written}' GROUP BY ALL"
    command = [sys.executable, "-m", "idebur", "screen", str(register), "--agreement", str(agreement)]
    command += ["--map", str(folder / "map.yaml"), "--to", str(folder / "command.parquet")]

    return command, [sys.executable, "-c", SCRIPT, copy, counted]


WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(register: Path, folder: Path) -> float:
    """The most memory that the command takes, in MiB, with everything in it.

    A small process starts it and asks: to the system, a process has taken what its parent had when it was started.
    """
    command, _ = whole(register, folder)
    watched = [sys.executable, "-c", WATCH, *command]
    done = subprocess.run(watched, check=True, capture_output=True, text=True, env=compiled(folder))
    return int(done.stdout) / 1024


def rows(number: int, rounds: int) -> list[Row]:
    """Measure."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        register = folder / "register.parquet"
        make_register(number, register)
        (folder / "map.yaml").write_text(MAP, "utf-8")
        four = Rule.parse(FOUR)
        twenty = [one for text in TWENTY for one in (Rule.parse(text), ~Rule.parse(text))]
        answers = [f"{answer(by_hand(rule))} AS q{place}" for place, rule in enumerate(twenty)]
        command, script = whole(register, folder)
        taken = interleave(
            {
                "brief": ours([four], register, folder, brief=True),
                "ours": ours([four], register, folder),
                "answers": hand([f"{answer(by_hand(four))} AS answer"], register, folder),
                "masks": hand([f"{answer(by_hand(four))} AS answer", masks(four)], register, folder),
                "command": run(command, folder),
                "script": run(script, folder),
            },
            rounds=rounds,
        )
        many = interleave(
            {"ours": ours(twenty, register, folder, brief=True), "hand": hand(answers, register, folder)},
            rounds=max(1, rounds // 2),
        )
        _same(register, folder, four)
        size, most = f"{number:,} rows", peak(register, folder)
        print(f"{size}: one rule {taken['ours']:.2f} s, twenty {many['ours']:.2f} s, the command {most:.0f} MiB")
        if "--spark" in sys.argv:
            print(
                f"{size}: Spark, one rule, its start included: {seconds(ours([four], register, folder, 'spark')):.1f} s"
            )
        print(f"{size}: Polars, one rule: {seconds(ours([four], register, folder, 'polars')):.2f} s")
        twenty_rules = many["ours"] / many["hand"]
        if number < AT_LEAST:  # judging each case once takes its time, which only many rows pay for
            print(f"{size}, twenty rules, explained: {twenty_rules:.2f} × SQL by hand (the budget is for {AT_LEAST:,})")
        return [
            Row(f"{size}, a rule of four facts", "SQL by hand, answers only", taken["brief"] / taken["answers"], 1.5),
            Row(f"{size}, the same with reasons", "SQL by hand with bit masks", taken["ours"] / taken["masks"], 1.2),
            Row(f"{size}, the whole command", "a script by hand", taken["command"] / taken["script"], 2),
            Row(f"{size}, the most memory of the command", "1 GiB", most / 1024, 1),
            *(
                [Row(f"{size}, twenty rules, explained", "SQL by hand, answers only", twenty_rules, 0.5)]
                if number >= AT_LEAST
                else []
            ),
        ]


def _same(register: Path, folder: Path, rule: Rule) -> None:
    """Hold that both sides answered alike."""
    ours([rule], register, folder)()
    hand([f"{answer(by_hand(rule))} AS answer"], register, folder)()
    different = duckdb.execute(
        f"SELECT count(*) FROM '{folder}/duckdb.parquet' a FULL JOIN '{folder}/hand.parquet' b USING (id) "
        "WHERE a.q0_answer IS DISTINCT FROM b.answer"
    ).fetchall()
    assert different == [(0,)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--gate", action="store_true")
    given = parser.parse_args()
    report(rows(given.rows, given.rounds))
