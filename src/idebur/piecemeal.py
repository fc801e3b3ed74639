"""Reading a long list piece by piece: what is sound in it is read once, however much is wrong beside it.

The validator reads a list whole or not at all. Whoever sets aside what is wrong and asks again gives a
:class:`Piecemeal` along, and what was sound is then not read a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import Factory, define
from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from idebur.said import moved

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
        found: list[Any] = []
        while len(found) < len(asked):
            try:
                found += read(asked[len(found) : 2 * len(found) + 1])
            except ValidationError:
                break
        else:
            return found
        self._lists.append(items)
        sound.update({(kind, id(item)): one for item, one in zip(items, found, strict=False)})
        wrong: list[InitErrorDetails] = []
        for number in range(len(found), len(asked)):
            try:
                sound[kind, id(items[number])] = read(asked[number : number + 1])[0]
            except ValidationError as error:
                wrong += [moved(detail, (number, *detail["loc"][1:])) for detail in error.errors(include_url=False)]
        raise ValidationError.from_exception_data("", wrong)
