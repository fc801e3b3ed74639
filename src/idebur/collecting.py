"""Python's garbage collector, and when it had better rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from going through very many objects that are made and all stay.

    It would look through everything alive again and again as their number grows; reading ten thousand signatories, or
    building a graph of as many edges, takes about half as long without. It is put back as it was, also after an error.

    >>> with uncollected():
    ...     gc.isenabled()
    False
    """
    restore = gc.enable if gc.isenabled() else gc.disable
    gc.disable()
    try:
        yield
    finally:
        restore()
