"""Every exception idebur raises on purpose, drawn as a tree.

::

    IdeburError
    ├── NotationError (ValueError)      a text in one of the little languages cannot be read
    ├── UnknownKey (KeyError)           a key that names nothing
    ├── AmbiguousKey (LookupError)      a key that names several things
    ├── Unreadable (ValueError)         a file, with all its faults
    ├── Undecided (TypeError)           truth was asked of a value with three answers
    ├── MissingExtra (ImportError)      a library that only an extra brings
    ├── Unmeasurable (ValueError)       a network has not what a measure is defined for
    └── Unwritable (ValueError)         a network holds what the format asked for cannot

Errors are for what cannot be read; whatever one may argue about is a finding (see ``idebur.checks``).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from idebur.messages import Fault

__all__ = [
    "AmbiguousKey",
    "IdeburError",
    "MissingExtra",
    "NotationError",
    "Undecided",
    "UnknownKey",
    "Unmeasurable",
    "Unreadable",
    "Unwritable",
    "nearest",
]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Name the one of *known* that *word* was probably meant to be, or ``None``.

    Similarity is the ratio of Ratcliff and Obershelp (1988), as in :mod:`difflib`; below 0.6 nothing is guessed.

    >>> nearest("regoin", ["region", "municipality"])
    'region'
    """
    folded = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


class IdeburError(Exception):
    """The root of every exception that idebur raises on purpose."""


@define(eq=False)
class NotationError(IdeburError, ValueError):
    """A text in one of the little languages (rule, cadence, amount, date, citation) cannot be read.

    *offset* and *length* count characters of *text* and say where the caret goes; *code* and *params* name the message
    in the catalogue (``idebur.messages``).
    """

    code: str
    text: str
    offset: int = 0
    length: int = 1
    params: dict[str, Any] = field(factory=dict)
    nearest: str | None = None

    def caret(self) -> str:
        """Draw *text* with a caret under the fault, on two lines."""
        width = max(1, min(self.length, len(self.text) - self.offset))
        return f"{self.text}\n{' ' * self.offset}{'^' * width}"

    def __str__(self) -> str:
        from idebur.messages import say

        return f"{say(self.code, 'en', **self.params)}\n{self.caret()}"


_MOST_SHOWN = 12


@define(eq=False)
class UnknownKey(IdeburError, KeyError):
    """A key that names nothing in the agreement.

    The message names a dozen of those that are known at the most, the nearest first.
    """

    key: str
    kind: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        guess = nearest(self.key, self.known)
        hint = f"did you mean {guess!r}? " if guess else ""
        shown = sorted(self.known)
        if len(shown) > _MOST_SHOWN:
            near = difflib.get_close_matches(self.key, shown, n=_MOST_SHOWN, cutoff=0)
            shown = [*near, f"… ({len(shown)} in all)"]
        return f"no {self.kind} is called {self.key!r}; {hint}known: {', '.join(shown) or 'none'}"


@define(eq=False)
class AmbiguousKey(IdeburError, LookupError):
    """A key that names several elements of the agreement; write the whole path instead."""

    key: str
    paths: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.key!r} names several elements; ask for one of: {', '.join(self.paths)}"


@define(eq=False)
class Unreadable(IdeburError, ValueError):
    """A file or folder that cannot be read as what it should be, with *all* its faults."""

    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        return "\n\n".join(str(fault) for fault in self.faults)


class Undecided(IdeburError, TypeError):
    """Truth was asked of a value that can also be *unknown*: compare it with the answer you mean."""


@define(eq=False)
class MissingExtra(IdeburError, ImportError):
    """A library that is not part of the core, with the extra that brings it."""

    library: str
    extra: str

    def __str__(self) -> str:
        return f"{self.library} is not installed; install it with: pip install 'idebur[{self.extra}]'"


@define(eq=False)
class Unmeasurable(IdeburError, ValueError):
    """A network has not what a measure is defined for: *why* says what is missing, and the way out."""

    why: str

    def __str__(self) -> str:
        return self.why


@define(eq=False)
class Unwritable(IdeburError, ValueError):
    """A network holds what the format asked for cannot: *why* says what it is, and the way out."""

    why: str

    def __str__(self) -> str:
        return self.why
