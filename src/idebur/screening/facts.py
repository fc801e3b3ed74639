"""From a row's keys to the values of facts: how the column of each fact is read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from idebur.absence import NONE, Absence
from idebur.messages import Lang
from idebur.organisations import Value
from idebur.screening.bounds import Interval
from idebur.screening.floats import Width, shortest
from idebur.screening.keys import ASTRAY, BLANKS, Choice, Holds, Key, Raw, Steps

__all__ = [
    "TRUTHS",
    "UNREADABLE",
    "Always",
    "Chosen",
    "Coded",
    "Found",
    "Known",
    "Reader",
    "Spread",
    "Stepped",
    "meant",
    "written",
]


class _Unreadable:
    def __repr__(self) -> str:
        return "UNREADABLE"


UNREADABLE: Final = _Unreadable()
"""A cell that cannot be read as the map says."""


@frozen
class Known:
    """What is known of a fact from a cell: its *value*, and where that stands for several, what to call them all."""

    value: Value
    label: Mapping[Lang, str] | None = field(default=None, eq=False)


Found = Known | _Unreadable | None
"""``None`` where nothing is known."""

TRUTHS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""Yes and no as they may stand in a register without codes: as in YAML."""


@frozen
class Reader(ABC):
    """Reads one fact from the keys of its column."""

    fact: str

    @property
    @abstractmethod
    def keys(self) -> tuple[Key, ...]:
        """What an engine is to compute."""

    @abstractmethod
    def read(self, parts: Sequence[Any]) -> Found:
        """Read the fact from the values of :attr:`keys`."""


@frozen
class Always(Reader):
    """The same for every row."""

    value: Value | None

    @property
    def keys(self) -> tuple[Key, ...]:
        """None."""
        return ()

    def read(self, parts: Sequence[Any]) -> Found:  # noqa: ARG002 - it has no parts to read
        """The value."""
        return None if self.value is None else Known(self.value)


def meant(value: Value | Absence) -> Found:
    """What a value in a map says: ``not-said`` nothing, ``none`` a set of no words."""
    if isinstance(value, Absence):
        return Known(()) if value is NONE else None
    return Known(value)


@frozen
class Coded(Reader):
    """Few values: the cell itself, looked up in the map or read as it stands."""

    column: str
    type: str
    codes: Mapping[str, Found] | None
    """What each code means; ``None`` where the values themselves stand in the column."""

    otherwise: Found
    words: frozenset[str]
    """The words there are, where the fact has a list of them."""

    empty: frozenset[str]
    width: Width = "float"
    """Of numbers of floating point."""

    @property
    def keys(self) -> tuple[Key, ...]:
        """The cell."""
        return (Raw(self.column),)

    def read(self, parts: Sequence[Any]) -> Found:
        """Look the cell up."""
        cell = parts[0]
        if cell is None or cell != cell:  # noqa: PLR0124 - NaN, which some programs write for nothing
            return None
        text = written(cell, self.width).strip(BLANKS)
        if not text or text in self.empty:
            return None
        if self.codes is not None:
            return self.codes.get(text, self.otherwise)
        return self._as_it_stands(text)

    def _as_it_stands(self, text: str) -> Found:
        match self.type:
            case "yes-no":
                truth = TRUTHS.get(text)
                return self.otherwise if truth is None else Known(truth)
            case _:
                return Known(text) if not self.words or text in self.words else self.otherwise


def written(cell: Any, width: Width = "float") -> str:
    """A cell as text: as a map would write it, so that codes can be named there."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):  # a column of whole numbers with gaps often comes as floats
        return str(int(cell)) if cell.is_integer() else shortest(cell, width)
    return str(cell)


@frozen
class Stepped(Reader):
    """A number or a date: the interval it lies in, between the bounds that the rules name."""

    key: Steps
    intervals: tuple[Interval, ...]
    otherwise: Found

    @property
    def keys(self) -> tuple[Key, ...]:
        """How many bounds it has reached."""
        return (self.key,)

    def read(self, parts: Sequence[Any]) -> Found:
        """The value that stands for its interval."""
        step = parts[0]
        if step is None:
            return None
        if step == ASTRAY:
            return self.otherwise
        interval = self.intervals[step]
        return Known(interval.value, interval.label)


@frozen
class Spread(Reader):
    """A set of words from several codes in a cell."""

    parts: tuple[Holds, ...]
    words: tuple[tuple[str, ...] | None, ...]
    """The words that each bit stands for, through all parts; ``None`` where it makes the set unknown."""

    otherwise: Found

    @property
    def keys(self) -> tuple[Key, ...]:
        """Which of the groups of codes are in the cell."""
        return self.parts

    def read(self, parts: Sequence[Any]) -> Found:
        """The set of words."""
        found: dict[str, None] = {}
        words = iter(self.words)
        for key, bits in zip(self.parts, parts, strict=True):
            if bits is None:
                return None
            if bits == ASTRAY:
                return self.otherwise
            for number in range(key.bits):
                meaning = next(words)
                if bits >> number & 1:
                    if meaning is None:
                        return None
                    found.update(dict.fromkeys(meaning))
        shown = ", ".join(found)
        label: dict[Lang, str] = {
            "sv": f"{shown} (av dem som reglerna frågar efter)" if found else "inget av det som reglerna frågar efter",
            "en": f"{shown} (of those the rules ask for)" if found else "none of what the rules ask for",
        }
        return Known(tuple(found), label)


@frozen
class Chosen(Reader):
    """A code of very many: only whether it is one that the rules ask for."""

    key: Choice
    values: tuple[Found, ...]
    """What each group means, and after them what any other means."""

    otherwise: Found

    @property
    def keys(self) -> tuple[Key, ...]:
        """Which group it is in."""
        return (self.key,)

    def read(self, parts: Sequence[Any]) -> Found:
        """What the group means."""
        group = parts[0]
        if group is None:
            return None
        return self.otherwise if group == ASTRAY else self.values[group]
