"""What one valid agreement from a strategy costs, against the plainest strategy that draws as often.

The floor is the pattern of a hand-written strategy: *one* tuple of small drawn values, put together into plain data,
validated, with every reference an index into what there is. A floor that drew less would only show that less was drawn.
So the draws are counted first, every strategy that Hypothesis asks for a value being one (a list and a map too), and
the floor's tuple is as long as that on average, and its agreement holds as many elements, of two sorts. What is left in
the ratio is all that we do between the draws: choosing the names, assembling, validating a much wider model. It does
not tell whether fewer draws would do; the number of draws and the milliseconds are printed for that.

Thrown away is what Hypothesis was asked to forget (``assume``, ``filter``, retries), and has to be nothing at all.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import Any, NoReturn
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.data import ConjectureData
from hypothesis.strategies import SearchStrategy

from benchmarks.measure import Row, interleave, report
from idebur.agreement import Agreement
from idebur.strategies import agreements
from idebur.visits import elements

BUDGET = 1.5
EXAMPLES = 100


def _counted(strategy: SearchStrategy[Agreement]) -> tuple[int, int, int]:
    """Draw as in the measured runs: how many draws and elements on average, and how many examples were thrown away."""
    held: list[int] = []
    draws = thrown = begun = 0
    mark, draw = ConjectureData.mark_invalid, ConjectureData.draw

    def marking(data: ConjectureData, *why: Any, **more: Any) -> NoReturn:
        nonlocal thrown
        thrown += 1
        mark(data, *why, **more)

    def drawing(data: ConjectureData, *what: Any, **more: Any) -> Any:
        nonlocal draws, begun
        draws += 1
        begun += data.depth == 0
        return draw(data, *what, **more)

    def seen(agreement: Agreement) -> None:
        held.append(sum(1 for _ in elements(agreement)))

    with patch.multiple(ConjectureData, mark_invalid=marking, draw=drawing):  # Hypothesis tells no numbers itself
        _run(strategy, seen)()
    return round(draws / begun), round(statistics.mean(held)), thrown


def _floor(draws: int, held: int) -> SearchStrategy[Agreement]:
    """The pattern: a tuple of *draws* small integers, assembled into *held* elements, and validated."""

    def assemble(drawn: tuple[int, ...]) -> dict[str, Any]:
        keys = [f"k{number}" for number in range(held)]
        forces = ("shall", "should", "may", "can")
        commitments: dict[str, Any] = {}
        for number, key in enumerate(keys):
            own = drawn[number :: held or 1]
            to = [keys[index % held] for index in own[:2]] or ["all-parties"]
            commitments[key] = {
                "to": to,
                "force": forces[sum(own) % len(forces)],
                "does": {"sv": " ".join(map(str, own)), "en": "a"},
            }
        return {"agreement": "a", "parties": {key: {} for key in keys}, "commitments": commitments}

    small = st.integers(0, 99)
    return st.tuples(*[small] * draws).map(assemble).map(Agreement.model_validate)


def _run(strategy: SearchStrategy[Agreement], seen: Callable[[Agreement], None]) -> Callable[[], object]:
    @seed(1)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def drawing(agreement: Agreement) -> None:
        seen(agreement)

    return drawing


def _nothing(_: Agreement) -> None:
    """Only the drawing is measured."""


def main() -> None:
    """Measure against the budget."""
    draws, held, thrown = _counted(agreements())
    floor = _floor(draws, held // 2 + 1)
    print(f"an agreement takes {draws} draws and holds {held} elements on average; rejected: {thrown}")
    median = interleave({"ours": _run(agreements(), _nothing), "floor": _run(floor, _nothing)}, rounds=9)
    print(f"one agreement takes {median['ours'] / EXAMPLES * 1000:.1f} ms here, with what Hypothesis itself does")
    what = f"{draws} small values in one tuple, assembled and validated"
    ratio = median["ours"] / median["floor"]
    report(
        [
            Row("one valid agreement from a strategy", what, ratio, BUDGET),
            Row("draws that are thrown away", "one", float(thrown), 0),
        ]
    )


if __name__ == "__main__":
    main()
