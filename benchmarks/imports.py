"""What it costs to start: whole processes, in units of one that does ``from pydantic import BaseModel``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Row, interleave, report

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "blekinge"

FLOOR = "from pydantic import BaseModel"


def _process(*arguments: str) -> Callable[[], object]:
    command = [sys.executable, *arguments]

    def start() -> None:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=_ENVIRONMENT)
        assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"

    return start


_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def main() -> None:
    """Measure the four starts against their budgets."""
    budgets = {
        "import idebur": (_process("-c", "import idebur"), 0.25),
        "from idebur import Agreement": (_process("-c", "from idebur import Agreement"), 1.7),
        "idebur --help": (_process("-m", "idebur", "--help"), 0.9),
        f"idebur check {EXAMPLE.relative_to(ROOT)}": (_process("-m", "idebur", "check", str(EXAMPLE)), 3.5),
    }
    works = {what: work for what, (work, _) in budgets.items()}
    median = interleave({FLOOR: _process("-c", FLOOR), **works}, rounds=21)
    report([Row(what, FLOOR, median[what] / median[FLOOR], budget) for what, (_, budget) in budgets.items()])


if __name__ == "__main__":
    main()
