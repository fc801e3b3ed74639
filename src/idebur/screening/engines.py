"""What is asked of an engine, and which there are. Nothing of an engine is imported before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, cast

from attrs import define, frozen

from idebur.errors import IdeburError
from idebur.screening.binding import Field
from idebur.screening.keys import Key

__all__ = ["ENGINES", "Cells", "Engine", "EngineMissing", "EngineStopped", "engine"]

Cells = Mapping[str, Sequence[int] | Sequence[str]]
"""A table by columns: whole numbers or texts, none of them missing."""


class Engine(Protocol):
    """An opened register. The methods are called in the order in which they stand here.

    Each raises ``Unreadable`` where the register cannot be read, and ``OSError`` where something cannot be written.
    """

    def columns(self) -> tuple[str, ...]:
        """The names of the register's columns."""

    def prepare(self, wanted: Sequence[str]) -> Mapping[str, Field]:
        """Make the columns that are wanted ready to be read, and say what they hold; what is text is converted once."""

    def combinations(self, keys: Sequence[Key], most: int | None) -> Sequence[Sequence[Any]] | None:
        """The distinct combinations of *keys*, each with the number of its rows at its end.

        ``None`` where there are more than *most*.
        """

    def examples(self, key: Key, value: Any, id_: str, most: int) -> Sequence[tuple[Any, Any]]:
        """Some rows in which *key* has this value: what identifies them, and the cell."""

    def write(self, id_: str, cells: Cells, target: Path) -> None:
        """Write each row's id with the *cells* of its combination, which stand in the order of the combinations."""

    def write_table(self, cells: Cells, target: Path) -> None:
        """Write a small table."""

    def close(self) -> None:
        """Let go of everything."""


@frozen
class _Known:
    module: str
    extra: str
    parts: bool = False
    """Whether it writes a folder of parts instead of a file."""


ENGINES: Final[Mapping[str, _Known]] = {
    "duckdb": _Known("duckdb_engine", "screening"),
    "polars": _Known("polars_engine", "screening"),
    "spark": _Known("spark_engine", "spark", parts=True),
}
"""The engines by the name under which they are asked for."""


@define(eq=False)
class EngineMissing(IdeburError, ImportError):
    """The library behind an engine is not installed."""

    engine: str
    extra: str

    def __str__(self) -> str:
        return f"the engine {self.engine} is not installed; install it with: pip install 'idebur[{self.extra}]'"


@define(eq=False)
class EngineStopped(IdeburError, RuntimeError):
    """An engine that is installed does not start; *reason* is in its own words."""

    engine: str
    reason: str

    def __str__(self) -> str:
        return f"the engine {self.engine} does not start: {self.reason}"


Opening = Callable[[Path, str | None, Path], Engine]


def engine(name: str) -> Opening:
    """What opens a register (a path, a table in it, a folder to work in) on the engine of this name.

    Raises:
        EngineMissing: the library behind it is not installed.
    """
    known = ENGINES[name]
    try:
        found = import_module(f"idebur.screening.{known.module}")
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.startswith("idebur"):
            raise
        raise EngineMissing(name, known.extra) from error
    return cast("Opening", found.open_register)
