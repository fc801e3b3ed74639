"""What it costs to load an agreement with very many signatories, in units of the bare YAML loader on the same text."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.measure import Row, interleave, report
from idebur.errors import Unreadable
from idebur.files import load
from idebur.files.assembling import assemble
from idebur.files.loading import validated
from idebur.messages import Fault

HEAD = """\
idebur: 1
agreement: register
title: {sv: En överenskommelse med många undertecknare, en: An agreement with many signatories}
source: text
documents:
  text: {kind: agreement, title: Överenskommelsen, places: [inledning, anslutning]}
parties:
  region: {kind: region, sector: public, name: Regionen, cites: inledning.1}
tenures:
"""
BARE = "yaml.load(text, Loader=CSafeLoader)"
FAULTY = (  # what people get wrong, each in a field of its own
    ("kind: joined", "kind: joind"),
    ("since: 20", "since: 20xx"),
    ("cites: anslutning", "cites: anslutnig"),
    ("name: ", "nmae: "),
    ("kind: joined", "kind: [joined]"),
)


def register(signatories: int, *, faulty: bool = False) -> str:
    """Write an agreement with so many tenures, every other in flow style; with *faulty*, each fifth has a fault."""
    return HEAD + "".join(_tenure(number, faulty=faulty and number % 5 == 0) for number in range(signatories))


def _tenure(number: int, *, faulty: bool) -> str:
    day = f"{2008 + number % 17}-{1 + number % 12:02}-{1 + number % 28:02}"
    fields = (
        f"who: organisation-{number}",
        f"name: Föreningen nummer {number} i länet",
        "kind: joined",
        f"since: {day}",
        f"cites: anslutning.{1 + number % 40}",
    )
    written = "  - {" + ", ".join(fields) + "}\n" if number % 2 else "  - " + "\n    ".join(fields) + "\n"
    return written.replace(*FAULTY[number // 5 % len(FAULTY)]) if faulty else written


def _bare(text: str) -> Callable[[], object]:
    return lambda: yaml.load(text, Loader=yaml.CSafeLoader)


def _refused(path: Path, faults: int) -> None:
    found: tuple[Fault, ...] = ()
    try:
        load(path)
    except Unreadable as error:
        found = error.faults
    assert len(found) == faults, f"{len(found)} faults were found of {faults}"
    assert all(fault.place.line > 1 and fault.place.source for fault in found)


def times(folder: Path) -> Iterator[Row]:
    """Compare times: everything in one run, in turns."""
    small, large, faulty = (folder / f"{name}.yaml" for name in ("small", "large", "faulty"))
    small.write_text(register(1_000), "utf-8")
    large.write_text(register(10_000), "utf-8")
    faulty.write_text(register(10_000, faulty=True), "utf-8")
    median = interleave({"bare": _bare(small.read_text("utf-8")), "load": lambda: load(small)}, rounds=41)
    yield Row("load with places, 1,000 signatories", BARE, median["load"] / median["bare"], 0.65)
    at_1k = median["load"]
    median = interleave(
        {
            "bare": _bare(large.read_text("utf-8")),
            "load": lambda: load(large),
            "faulty": lambda: _refused(faulty, 2_000),
            "unresolved": lambda: validated(assemble(large)),
        },
        rounds=9,
    )
    yield Row("load with places, 10,000 signatories", BARE, median["load"] / median["bare"], 0.35)
    yield Row("load of 10,000", "load of 1,000", median["load"] / at_1k, 13)
    yield Row("20 % faulty, all located", "load of the same without faults", median["faulty"] / median["load"], 1.2)
    yield Row("with every name resolved", "load without", median["load"] / median["unresolved"], 1.4)


def peaks(folder: Path) -> Iterator[Row]:
    """Compare what two processes hold at the most, beyond what the same imports hold without a file."""
    path = folder / "largest.yaml"
    path.write_text(register(100_000), "utf-8")
    ours, bare = (_peak(how, path) - _peak(how, None) for how in ("load", "bare"))
    yield Row("peak memory, 100,000 signatories", BARE, ours / bare, 0.5)


def _peak(how: str, path: Path | None) -> int:
    command = [sys.executable, "-m", "benchmarks.loading", "--peak", how, *([str(path)] if path else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    return int(done.stdout)


def _print_peak(how: str, *paths: str) -> None:
    held = [load(path) if how == "load" else _bare(Path(path).read_text("utf-8"))() for path in paths]
    assert len(held) == len(paths)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> None:
    """Measure loading against its budgets."""
    if "--peak" in sys.argv:
        _print_peak(*sys.argv[sys.argv.index("--peak") + 1 :])
        return
    with TemporaryDirectory() as folder:
        report([*times(Path(folder)), *peaks(Path(folder))])


if __name__ == "__main__":
    main()
