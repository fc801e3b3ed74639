"""How a command ends: its exit code, and what is said on the way out."""

from __future__ import annotations

import os
import sys
from typing import Final

__all__ = [
    "BUG",
    "CLEAN",
    "DEBUG",
    "STOPPED",
    "UNKNOWN",
    "UNREADABLE",
    "USAGE",
    "WRONG",
    "Leaving",
    "Unheard",
    "flush",
    "hush",
    "show",
]

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
            print(_seen(self.said), file=sys.stderr)
        return self.code


class Unheard(Exception):
    """What was printed did not get through, for the *reason*: the disk that it goes to is full, for instance."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def flush() -> None:
    """Send on what was printed; there may be no standard output at all (``>&-``)."""
    if sys.stdout is not None:
        sys.stdout.flush()


def hush() -> None:
    """Turn the standard output to where nobody reads: Python would complain again when it flushes on its way out.

    See the note on ``SIGPIPE`` in the documentation of Python's :mod:`signal`.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _seen(text: str) -> str:
    """Without control characters: an excerpt of a broken file must not steer the terminal."""
    return text.translate(_UNSEEN)


_UNSEEN = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "�")


def show(text: str, code: int = CLEAN) -> None:
    """Print *text* and leave with *code*, also where nobody reads to the end (``idebur check … | head``).

    Raises:
        Leaving: where *code* is not clean.
        Unheard: it did not get through.
    """
    try:
        print(_seen(text))
        flush()
    except BrokenPipeError:
        hush()
    except OSError as error:
        hush()
        raise Unheard(error.strerror or str(error)) from None
    if code != CLEAN:
        raise Leaving(code)
