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

    _sound: dict[Any, dict[int, tuple[Any, Any]]] = Factory(dict)
    """For each kind, by the identity of an item: the item, so that it lives as long, and what it was read as."""

    def read(self, kind: Any, read: Callable[[list[Any]], list[Any]], items: Sequence[Any]) -> list[Any]:
        """Read *items* of a kind: in ever longer runs, and one by one from the first in which something is wrong.

        Raises:
            ValidationError: with what is wrong with each of them.
        """
        sound = self._sound.get(kind, {})
        asked = [sound.get(id(item), (item, item))[1] for item in items] if sound else list(items)
        found: list[Any] = []
        while len(found) < len(asked):
            run = asked[len(found) : 2 * len(found) + 1]
            try:
                found += read(run)
            except ValidationError:
                break
        else:
            return found
        wrong: list[InitErrorDetails] = []
        sound = self._sound.setdefault(kind, {})
        sound.update({id(item): (item, one) for item, one in zip(items, found, strict=False)})
        for number in range(len(found), len(asked)):
            try:
                [one] = read([asked[number]])
            except ValidationError as error:
                wrong += [moved(detail, (number, *detail["loc"][1:])) for detail in error.errors(include_url=False)]
            else:
                sound[id(items[number])] = items[number], one
        raise ValidationError.from_exception_data("", wrong)
