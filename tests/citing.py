"""What an element rests on, read off the plain data of a file: for tests of what else tells of it.

It knows nothing of the classes: only that sections hold elements by key or in a list, that an element without citations
of its own rests on those around it, and that a citation without a document is of the source of its state.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def cited(data: Any, path: tuple[str | int, ...]) -> list[str]:
    """Where it stands what *path* leads to in *data*, each place once and with its document."""
    state, source = data, _one(data.get("source"))
    if path[0] == "versions":
        state, path = data["versions"][path[1]], path[2:]
        source = _one(state.get("source")) or source
    found, here = state.get("cites"), state
    for number, step in enumerate(path):
        here = here["among-others"] if isinstance(here, dict) and isinstance(step, int) else here
        here = here[step]
        is_element = number % 2 == 1  # fields and keys take turns
        is_part = isinstance(here, dict) and number == len(path) - 1 and not here.keys() & {"said", "vague"}
        if isinstance(here, dict) and (is_element or is_part):
            found = here.get("cites") or found
    places = (place if "#" in place or source is None else f"{source}#{place}" for place in _places(found))
    return list(dict.fromkeys(places))


def _places(cites: Any) -> Iterator[str]:
    """Every place of a citation, of a list of them, or of citations by field."""
    if isinstance(cites, list):
        for one in cites:
            yield from _places(one)
    elif isinstance(cites, dict):
        for one in (cites["at"],) if "at" in cites else cites.values():
            yield from _places(one)
    elif cites is not None:
        yield str(cites)


def _one(said: Any) -> str | None:
    """The key that is said, by one source or by several that agree."""
    keys = [one.get("said") if isinstance(one, dict) else one for one in (said if isinstance(said, list) else [said])]
    is_one = isinstance(keys[0], str) and all(key == keys[0] for key in keys)
    return keys[0] if is_one and keys[0] not in {"none", "not-said"} else None
