"""What it costs to start: whole processes, in units of one that does ``from pydantic import BaseModel``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Row, interleave, report

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "blekinge"

FLOOR = "from pydantic import BaseModel"


BUDGETS: Mapping[str, tuple[Sequence[str], float]] = {
    "import idebur": (("-c", "import idebur"), 0.25),
    "from idebur import Agreement": (("-c", "from idebur import Agreement"), 1.7),
    "idebur --help": (("-m", "idebur", "--help"), 0.9),
    f"idebur check {EXAMPLE.relative_to(ROOT)}": (("-m", "idebur", "check", str(EXAMPLE)), 3.5),
}


def _process(arguments: Sequence[str], environment: Mapping[str, str]) -> Callable[[], object]:
    command = [sys.executable, *arguments]

    def start() -> None:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"

    return start


def _compiled(bytecode: str) -> Mapping[str, str]:
    """The environment of a process that finds every module compiled in *bytecode*, as in an installed package."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": bytecode}


def main() -> None:
    """Measure the four starts against their budgets."""
    with TemporaryDirectory() as bytecode:  # which the round that does not count fills
        environment = _compiled(bytecode)
        works = {what: _process(arguments, environment) for what, (arguments, _) in BUDGETS.items()}
        median = interleave({FLOOR: _process(("-c", FLOOR), environment), **works}, rounds=21)
    report([Row(what, FLOOR, median[what] / median[FLOOR], budget) for what, (_, budget) in BUDGETS.items()])


if __name__ == "__main__":
    main()
