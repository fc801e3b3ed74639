"""What it costs to judge one organisation, answer only, in units of the same rule written by hand in Python.

By hand means as one would write it for this one rule, with ``None`` for what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from benchmarks.measure import Row, interleave, report
from idebur.answers import Answer
from idebur.rules import parse_rule
from idebur.rules.judging import answer, evaluator
from idebur.rules.terms import Terms

RULE = parse_rule(
    "sector is civil-society and scope includes any of (regional, national) and democratic and not public-owned "
    "and members >= 10"
)
TIMES = 100  # short turns: a busy machine takes the processor away between them, not within
FLOOR = "the rule by hand"

Values = Mapping[str, Any]
Truth = bool | None


def by_hand(values: Values) -> Truth:
    """The same rule."""
    sector, scope, members = values.get("sector"), values.get("scope"), values.get("members")
    democratic, owned = values.get("democratic"), values.get("public-owned")
    civil = None if sector is None else sector == "civil-society"
    regional = None if scope is None else "regional" in scope or "national" in scope
    enough = None if members is None else members >= 10
    if civil is False or regional is False or democratic is False or owned is True or enough is False:
        return False
    if civil is None or regional is None or democratic is None or owned is None or enough is None:
        return None
    return True


ORGANISATIONS: tuple[Values, ...] = (
    {"sector": "civil-society", "scope": ("regional",), "democratic": True, "public-owned": False, "members": 120},
    {"sector": "civil-society", "scope": ("local",), "democratic": True, "public-owned": False, "members": 120},
    {"sector": "civil-society", "scope": ("regional", "local"), "democratic": True, "members": 12},
    {"sector": "civil-society", "scope": ("national",), "democratic": True, "public-owned": False, "members": 8},
    {"sector": "public", "scope": ("regional",), "public-owned": True},
    {"scope": ("regional",), "democratic": True, "public-owned": False, "members": Decimal("10.5")},
)


def _each(judge: Callable[[Values], object]) -> Callable[[], None]:
    def work() -> None:
        for _ in range(TIMES):
            for values in ORGANISATIONS:
                judge(values)

    return work


def main() -> None:
    """Measure the function that is made once, and the one that finds it again each time."""
    terms = Terms()
    made = evaluator(RULE, terms)
    for values in ORGANISATIONS:
        assert made(values) is answer(RULE, values, terms) is Answer.of(by_hand(values)), values
    works = {
        "evaluator(rule)(values)": _each(made),
        "answer(rule, values, terms)": _each(lambda values: answer(RULE, values, terms)),
    }
    median = interleave({FLOOR: _each(by_hand), **works}, rounds=401)
    budgets = dict(zip(works, (3, 5), strict=True))
    report([Row(what, FLOOR, median[what] / median[FLOOR], budget) for what, budget in budgets.items()])


if __name__ == "__main__":
    main()
