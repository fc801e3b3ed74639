"""Reading a long list piece by piece: what is sound in it is read once, however much is wrong beside it.

The validator reads a list whole or not at all. Whoever sets aside what is wrong and asks again gives a
:class:`Piecemeal` along, and what was sound is then not read a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from attrs import Factory, define
from pydantic import ValidationError

__all__ = ["Piecemeal"]


@define(eq=False)
class Piecemeal:
    """What has been read of the lists of one file."""

    _sound: dict[tuple[Any, int], Any] = Factory(dict)
    """The kind of an item and its identity -> what it was read as."""

    _lists: list[Sequence[Any]] = Factory(list)
    """The lists that were read, so that the identity of an item stays its own."""

    def read(self, kind: Any, read: Callable[[list[Any]], list[Any]], items: Sequence[Any]) -> list[Any]:
        """Read *items* of a kind: in ever longer runs, and one by one from the first in which something is wrong.

        Raises:
            ValidationError: with what is wrong with each of them.
        """
        sound = self._sound
        asked = [sound.get((kind, id(item)), item) for item in items] if sound else list(items)
        done = 0
        with suppress(ValidationError):
            while done < len(asked):
                run = slice(done, 2 * done + 1)
                asked[run] = read(asked[run])
                done = min(run.stop, len(asked))
            return asked
        self._lists.append(items)
        for number in range(done, len(asked)):
            try:
                asked[number : number + 1] = read(asked[number : number + 1])
            except ValidationError:  # what is wrong is asked for once, below
                continue
        sound.update({(kind, id(item)): one for item, one in zip(items, asked, strict=True) if one is not item})
        return read(asked)
