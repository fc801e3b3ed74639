"""What a process that is the command's own, and short, can do without."""

from __future__ import annotations

import gc
import os
from typing import Final

__all__ = ["lighten", "settle"]

_AT_MOST_UNCOLLECTED: Final = 100_000


def lighten() -> None:
    """Leave out what would be a tenth of the time that most commands take.

    The garbage collector would go through all that was imported, again and again; now it comes when there may be
    something to find. And pydantic would look through everything that is installed for plug-ins of other programs.
    """
    gc.set_threshold(_AT_MOST_UNCOLLECTED, 10, 10)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def settle() -> None:
    """Let the collector pass over what was imported and read so far, in a process that was lightened."""
    if gc.get_threshold()[0] == _AT_MOST_UNCOLLECTED:
        gc.freeze()
