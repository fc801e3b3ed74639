"""How a command ends: its exit code, and what is said on the way out."""

from __future__ import annotations

import os
import sys
from typing import Final

__all__ = ["BUG", "CLEAN", "DEBUG", "STOPPED", "UNKNOWN", "UNREADABLE", "USAGE", "WRONG", "Leaving", "show"]

CLEAN: Final = 0
WRONG: Final = 1
USAGE: Final = 2
UNKNOWN: Final = 3
UNREADABLE: Final = 4
BUG: Final = 70
"""As ``EX_SOFTWARE`` in sysexits.h: an internal error of the program."""
STOPPED: Final = 130
"""128 + SIGINT, as shells have it."""

DEBUG: Final = "IDEBUR_DEBUG"
"""The environment variable that asks for the traceback of a bug."""


class Leaving(Exception):
    """The command is over: with *code*, and *said* on standard error."""

    def __init__(self, code: int, said: str = "") -> None:
        super().__init__(code, said)
        self.code = code
        self.said = said

    def told(self) -> int:
        """Say it, and give the code."""
        if self.said:
            print(self.said, file=sys.stderr)
        return self.code


def show(text: str, code: int = CLEAN) -> None:
    """Print *text* and leave with *code*, also where nobody reads to the end (``idebur check … | head``).

    Raises:
        Leaving: where *code* is not clean.
    """
    try:
        print(text)
        sys.stdout.flush()
    except BrokenPipeError:  # Python would complain again on its way out, when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if code != CLEAN:
        raise Leaving(code)
