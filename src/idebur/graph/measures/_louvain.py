"""The Louvain method in whole numbers, so that it always ends."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import frozen

# Ours and not networkx's: up to 3.6 its gains are differences of floating-point numbers, where two equal communities
# can seem better than each other, and a node is then moved to and fro for ever (networkx issues 5175, 6751 and 8739).
# In whole numbers each move raises the modularity, so that none comes back.


@frozen
class Weights:
    """An undirected network in whole numbers: ``between[a][b]`` without self-loops, ``loops[a]``, ``strengths[a]``.

    A self-loop counts once in ``loops`` and twice in ``strengths``; ``total`` is the sum of the strengths, 2m.
    """

    between: tuple[Mapping[int, int], ...]
    loops: tuple[int, ...]
    strengths: tuple[int, ...]
    total: int

    @staticmethod
    def of(size: int, edges: Iterable[tuple[int, int, int]]) -> Weights:
        """Lay *edges* between nodes 0 … *size* − 1 together, their weights added."""
        between: list[dict[int, int]] = [{} for _ in range(size)]
        loops, strengths = [0] * size, [0] * size
        for source, target, number in edges:
            strengths[source] += number
            strengths[target] += number
            if source == target:
                loops[source] += number
            else:
                between[source][target] = between[source].get(target, 0) + number
                between[target][source] = between[target].get(source, 0) + number
        return Weights(tuple(between), tuple(loops), tuple(strengths), sum(strengths))

    def parted(self, groups: list[int]) -> Weights:
        """Make one node of each group, where *groups* names the group 0, 1, … of each node."""
        edges = [
            (groups[node], groups[other], number)
            for node, others in enumerate(self.between)
            for other, number in others.items()
            if node < other
        ]
        edges += [(groups[node], groups[node], number) for node, number in enumerate(self.loops)]
        return Weights.of(max(groups, default=-1) + 1, edges)

    def modularity(self, resolution: Fraction) -> Fraction:
        """Say the modularity of the nodes as groups: Σ (loops / m − resolution · (strength / 2m)²)."""
        if not self.total:
            return Fraction(0)
        inside = Fraction(2 * sum(self.loops), self.total)
        return inside - resolution * Fraction(sum(each * each for each in self.strengths), self.total * self.total)


def whole(edges: Iterable[tuple[int, int, float]]) -> list[tuple[int, int, int]]:
    """Scale the weights of *edges* to whole numbers with nothing in common; nothing is rounded.

    >>> whole([(0, 1, 0.5), (1, 2, 1.5)])
    [(0, 1, 1), (1, 2, 3)]
    """
    exact = [(source, target, Fraction(number)) for source, target, number in edges]
    if not exact:
        return []
    scale = math.lcm(*(number.denominator for _, _, number in exact))
    numbers = [int(number * scale) for _, _, number in exact]
    shared = math.gcd(*numbers) or 1
    return [(source, target, number // shared) for (source, target, _), number in zip(exact, numbers, strict=True)]


def louvain(weights: Weights, resolution: Fraction, seed: int) -> list[int]:
    """Name the group 0, 1, … of each node, by Blondel, Guillaume, Lambiotte & Lefebvre (2008)."""
    shuffling = random.Random(seed)  # noqa: S311 — an order to go through nodes in, no secret
    found = list(range(len(weights.strengths)))
    while True:
        moved = _moved(weights, resolution, shuffling)
        if max(moved, default=-1) + 1 == len(weights.strengths):
            return found
        found = [moved[group] for group in found]
        weights = weights.parted(moved)


def _moved(weights: Weights, resolution: Fraction, shuffling: random.Random) -> list[int]:
    """Move each node to the neighbour's group that gains most, until none gains."""
    groups = list(range(len(weights.strengths)))
    sums = list(weights.strengths)
    order = list(groups)
    shuffling.shuffle(order)
    gaining = True
    while gaining:
        gaining = False
        for node in order:
            strength, home = weights.strengths[node], groups[node]
            towards = {home: 0}
            for other, number in weights.between[node].items():
                towards[groups[other]] = towards.get(groups[other], 0) + number
            sums[home] -= strength
            # What is compared is the modularity gained, times 2m² and the denominator of the resolution.
            gains = {
                group: resolution.denominator * weights.total * number - resolution.numerator * strength * sums[group]
                for group, number in towards.items()
            }
            best = max(gains, key=lambda group: (gains[group], group == home, -group))
            sums[best] += strength
            if best != home:
                groups[node] = best
                gaining = True
    numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    return [numbers[group] for group in groups]
