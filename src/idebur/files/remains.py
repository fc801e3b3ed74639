"""What is left of a file's data when what is at fault is set aside: the rest can still be asked for its faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from idebur.visits import Path

__all__ = ["AMONG_OTHERS", "Remains", "author_path", "found_at", "names_in", "present_path", "set_aside", "value_at"]

AMONG_OTHERS: Final = "among-others"
"""The field that holds an open list."""


class Remains(list[Any]):
    """A list from which something was set aside; *numbers* are those that its items have in the file."""

    def __init__(self, items: Iterable[Any], numbers: tuple[int, ...]) -> None:
        super().__init__(items)
        self.numbers = numbers


def set_aside(data: Any, paths: Iterable[Path]) -> Any:
    """Give *data* without what stands at *paths*; *data* itself is left as it is."""
    aside: dict[Any, Any] = {}
    for path in paths:
        inside = aside
        for number, step in enumerate(path):
            known = step in inside
            inside = inside.setdefault(step, {})
            if known and not inside:  # all that stands here is set aside already
                break
            if number == len(path) - 1:
                inside.clear()
    return _without(data, aside) if aside else data


def _without(data: Any, aside: dict[Any, Any]) -> Any:
    if isinstance(data, dict):
        return {
            name: _without(inner, aside[name]) if name in aside else inner
            for name, inner in data.items()
            if aside.get(name, True)
        }
    if isinstance(data, list):
        kept = [number for number in range(len(data)) if aside.get(number, True)]
        items = [_without(data[number], aside[number]) if number in aside else data[number] for number in kept]
        return Remains(items, tuple(_written_number(data, number) for number in kept))
    return data


def _written_number(items: list[Any], number: int) -> int:
    return items.numbers[number] if isinstance(items, Remains) else number


def author_path(path: Path, data: Any) -> Path:
    """Turn a path of the model into the one the author wrote: a step that a short form leaves out is left out.

    ``who: region`` is read as ``{does: [region]}``, so that ``("who", "does", 0)`` is just ``("who",)`` in the file.

    >>> author_path(("who", "does", 0), {"who": "region"})
    ('who',)
    >>> author_path(("scope", 1), {"scope": {"among-others": ["aims", "principles"]}})
    ('scope', 'among-others', 1)
    """
    return found_at(path, data)[0]


def present_path(path: Path, data: Any) -> Path:
    """As :func:`author_path`, with the numbers that the items of lists have now, some being set aside."""
    return found_at(path, data)[1]


def found_at(path: Path, data: Any) -> tuple[Path, Path, Any]:
    """Give the author's path to what stands at a path of the model, the present one, and what stands there."""
    written: list[str | int] = []
    present: list[str | int] = []
    here = data
    for box, step, inside in _way(path, data):
        written.append(_written_number(box, step) if isinstance(step, int) else step)
        present.append(step)
        here = inside
    return tuple(written), tuple(present), here


def value_at(path: Path, data: Any) -> Any:
    """Give what stands at a path of the model in a file's data."""
    for _, _, inner in _way(path, data):
        data = inner
    return data


def _way(path: Path, data: Any) -> Iterator[tuple[Any, str | int, Any]]:
    """Go down *path*: for each step that the author wrote, from where, which, and what stands there."""
    here: Any = data
    for step in path:
        if isinstance(here, dict) and isinstance(step, int) and AMONG_OTHERS in here:
            yield here, AMONG_OTHERS, (here := here[AMONG_OTHERS])
        known = here if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
        if step in known:
            yield here, step, (here := here[step])


def names_in(data: Any) -> Iterator[str]:
    """Give every word in *data*: keys and texts."""
    if isinstance(data, dict):
        for name, inner in data.items():
            yield name
            yield from names_in(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from names_in(inner)
    elif isinstance(data, str):
        yield data
