"""Units of time: how they are written, and the words, Swedish and English, that people write for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from idebur.notation.cadences import PERIODS

__all__ = ["TIMES", "is_unit_of_time", "unit_of_time"]

_UNITS: Final = (*PERIODS, "hour", "minute")

TIMES: Final[Mapping[str, str]] = {
    "minuter": "minute",
    "timme": "hour",
    "timmar": "hour",
    "dag": "day",
    "dagar": "day",
    "dagen": "day",
    "dygn": "day",
    "arbetsdag": "working-day",
    "arbetsdagar": "working-day",
    "vecka": "week",
    "veckor": "week",
    "veckan": "week",
    "mån": "month",
    "månad": "month",
    "månader": "month",
    "månaden": "month",
    "kalendermånad": "month",
    "kalendermånader": "month",
    "kvartal": "quarter",
    "kvartalet": "quarter",
    "halvår": "half-year",
    "halvåret": "half-year",
    "halvt år": "half-year",
    "termin": "half-year",
    "terminer": "half-year",
    "terminen": "half-year",
    "år": "year",
    "året": "year",
    "mandatperiod": "term",
    "mandatperioder": "term",
    "mandatperioden": "term",
    **{f"{unit}s": unit for unit in _UNITS},
    **{unit: unit for unit in _UNITS},
}
"""From a word for a unit of time to the unit, in the singular."""


def unit_of_time(word: str, number: str = "2") -> str | None:
    """Name the unit of time that a word stands for, as it is written after *number*; ``None`` for any other word.

    >>> unit_of_time("månader"), unit_of_time("månad", "1"), unit_of_time("apelsiner")
    ('months', 'month', None)
    """
    unit = TIMES.get(word.casefold())
    return None if unit is None else unit if number == "1" else f"{unit}s"


def is_unit_of_time(unit: str) -> bool:
    """Whether a unit, as it is written in an amount, is one of time; ``working-days`` are one sort of days.

    >>> is_unit_of_time("months"), is_unit_of_time("working-days"), is_unit_of_time("månader")
    (True, True, False)
    """
    return unit.removesuffix("s") in _UNITS or unit.rpartition("-")[2].removesuffix("s") == "day"
