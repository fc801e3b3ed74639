"""Ratios of one thing to another, measured in turns so that a busy machine is busy for both."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

__all__ = ["Row", "interleave", "report", "seconds"]


class Row(NamedTuple):
    """One line of a benchmark: *what* costs *ratio* times its *floor*, and may cost *budget* times."""

    what: str
    floor: str
    ratio: float
    budget: float

    @property
    def held(self) -> bool:
        """Whether the ratio is within the budget."""
        return self.ratio <= self.budget


def seconds(work: Callable[[], object]) -> float:
    """Do *work* once and say how long it took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleave(works: Mapping[str, Callable[[], object]], *, rounds: int = 15, warm: int = 1) -> dict[str, float]:
    """Do every one of *works* once a round, and give each one's median in seconds.

    The order turns round by round, so that none always follows the same other. The first *warm* rounds do not count.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    names = list(works)
    for number in range(warm + rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            spent = seconds(works[name])
            if number >= warm:
                taken[name].append(spent)
    return {name: statistics.median(times) for name, times in taken.items()}


def report(rows: Sequence[Row], *, arguments: Sequence[str] | None = None) -> None:
    """Print *rows*, and end the process: with 1 where a budget is missed and ``--gate`` was given, else with 0."""
    given = sys.argv[1:] if arguments is None else arguments
    width = max(len(row.what) for row in rows)
    for row in rows:
        verdict = "held" if row.held else "MISSED"
        print(f"{row.what:<{width}}  {row.ratio:6.2f} × {row.floor}  (budget {row.budget:g}: {verdict})")
    sys.exit(1 if "--gate" in given and not all(row.held for row in rows) else 0)
