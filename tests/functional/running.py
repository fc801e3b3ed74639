"""How the command is run in the tests, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol


class Ended(NamedTuple):
    """How a run of the command ended, and what stood on the screen."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """The command, to be called with its arguments."""

    def __call__(self, *arguments: str | Path) -> Ended: ...
