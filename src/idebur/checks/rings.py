"""Which things lead, step by step, back to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["in_a_ring"]


def in_a_ring(follows: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Name those that can be reached from themselves; a name that is not a key leads nowhere.

    What leads nowhere, and what nothing leads to, is peeled off first (A. B. Kahn, "Topological sorting of large
    networks", 1962), so that only what may be in a ring is searched.

    >>> sorted(in_a_ring({"egg": ["hen"], "hen": ["egg"], "chick": ["egg"], "cock": []}))
    ['egg', 'hen']
    """
    onward = {key: {name for name in names if name in follows} for key, names in follows.items()}
    back: dict[str, set[str]] = {key: set() for key in onward}
    for key, names in onward.items():
        for name in names:
            back[name].add(key)
    for ahead, behind in ((onward, back), (back, onward)):
        ends = [key for key, names in ahead.items() if not names]
        while ends:
            end = ends.pop()
            for key in behind.pop(end, ()):
                if key in ahead:
                    ahead[key].discard(end)
                    if not ahead[key]:
                        ends.append(key)
            ahead.pop(end, None)
    return frozenset(key for key in onward if key in _reached(onward, key))


def _reached(onward: Mapping[str, Iterable[str]], start: str) -> set[str]:
    reached: set[str] = set()
    left = list(onward[start])
    while left:
        name = left.pop()
        if name not in reached and name in onward:
            reached.add(name)
            left.extend(onward[name])
    return reached
