"""Formulas over finitely many choices, and the search for choices by which one holds.

The engine of :mod:`idebur.rules.logic`: it knows nothing of organisations. A *variable* is a number, and can be chosen
in finitely many ways, which are numbers too. A formula asks that a variable be chosen in one of some ways, or that at
least so many of some formulas hold; *all* and *any* are the two ends of that. Denial is pushed into the claims by
whoever builds one, so there is none here.

Equal formulas are one number of their :class:`Formulas`. The search chooses variable by variable and simplifies what
is left, so that what is left of two branches is often the same formula and is searched once: the principle of decision
diagrams (R. E. Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Transactions on Computers
C-35, 1986). How much work that is depends on the formula and can grow exponentially; it is counted, and bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

__all__ = ["FALSE", "TRUE", "Formulas", "TooLarge"]

FALSE, TRUE = 0, 1
"""The formulas that never and always hold."""

DEEPEST = 150
"""How many formulas may stand inside each other; deeper is too large."""


class TooLarge(Exception):
    """The work that was allowed is done, and the search is not over."""


@frozen
class _Chosen:
    """The variable is chosen in one of *ways*, a set of numbers as bits."""

    variable: int
    ways: int


@frozen
class _Count:
    """At least *number* of *parts* hold."""

    number: int
    parts: tuple[int, ...]


class Formulas:
    """Formulas made together, each a number: equal formulas have the same.

    *ways* says of each variable in how many ways it can be chosen; *work* is how many steps may be taken in all.
    """

    def __init__(self, ways: Iterable[int], work: int) -> None:
        self.ways = tuple(ways)
        self.work = work
        self._nodes: list[_Chosen | _Count | None] = [None, None]
        self._numbers: dict[_Chosen | _Count, int] = {}
        self._mentions = [0, 0]  # the variables in each formula, as bits
        self._depths = [0, 0]
        self._left: dict[tuple[int, int, int], int] = {}

    def chosen(self, variable: int, ways: int) -> int:
        """The formula that *variable* is chosen in one of *ways* (a set of numbers as bits)."""
        whole = (1 << self.ways[variable]) - 1
        if ways & whole == whole:
            return TRUE
        if not ways & whole:
            return FALSE
        return self._number(_Chosen(variable, ways & whole), 1 << variable, 0)

    def all_of(self, parts: Iterable[int]) -> int:
        """The formula that all of *parts* hold."""
        listed = list(parts)
        return self.at_least(len(listed), listed)

    def any_of(self, parts: Iterable[int]) -> int:
        """The formula that one of *parts* holds."""
        return self.at_least(1, parts)

    def at_least(self, number: int, parts: Iterable[int]) -> int:
        """The formula that at least *number* of *parts* hold."""
        listed = list(parts)
        self.spend(1 + len(listed))
        number -= listed.count(TRUE)
        listed = sorted(part for part in listed if part not in (FALSE, TRUE))
        if number <= 0:
            return TRUE
        if number > len(listed):
            return FALSE
        if number in (1, len(listed)):
            every = number == len(listed) > 1
            listed = self._flat(listed, every=every)
            if not listed:  # a variable chosen in two ways that exclude each other, or in one of all ways
                return FALSE if every else TRUE
            number = len(listed) if every else 1
        if len(listed) == 1:
            return listed[0]
        mentions, depth = 0, 0
        for part in listed:
            mentions |= self._mentions[part]
            depth = max(depth, self._depths[part])
        if depth >= DEEPEST:
            raise TooLarge
        return self._number(_Count(number, tuple(listed)), mentions, depth + 1)

    def _flat(self, parts: list[int], *, every: bool) -> list[int]:
        """What *parts* come to, joined with *and* (or *or*): each once, and one claim about a variable.

        Nothing is left where two claims about a variable exclude each other (or leave nothing out).
        """
        ways: dict[int, int] = {}
        rest: dict[int, None] = {}
        for part in self._opened(parts, every=every):
            node = self._nodes[part]
            if isinstance(node, _Chosen):
                before = ways.get(node.variable, node.ways)
                ways[node.variable] = before & node.ways if every else before | node.ways
            else:
                rest[part] = None
        settled = FALSE if every else TRUE
        claims = [self.chosen(variable, together) for variable, together in ways.items()]
        return [] if settled in claims else sorted([*claims, *rest])

    def _opened(self, parts: list[int], *, every: bool) -> Iterator[int]:
        for part in parts:
            node = self._nodes[part]
            if isinstance(node, _Count) and node.number == (len(node.parts) if every else 1):
                self.spend(len(node.parts))
                yield from node.parts  # flat already
            else:
                yield part

    def _number(self, node: _Chosen | _Count, mentions: int, depth: int) -> int:
        number = self._numbers.get(node)
        if number is None:
            number = self._numbers[node] = len(self._nodes)
            self._nodes.append(node)
            self._mentions.append(mentions)
            self._depths.append(depth)
        return number

    def spend(self, steps: int) -> None:
        """Count *steps* of work.

        Raises:
            TooLarge: it is more than is left.
        """
        self.work -= steps
        if self.work < 0:
            raise TooLarge

    def given(self, formula: int, variable: int, way: int) -> int:
        """What is left of *formula* once *variable* is chosen in one *way*."""
        if not self._mentions[formula] >> variable & 1:
            return formula
        key = (formula, variable, way)
        left = self._left.get(key)
        if left is None:
            self.spend(1)
            node = self._nodes[formula]
            if isinstance(node, _Count):
                left = self.at_least(node.number, [self.given(part, variable, way) for part in node.parts])
            else:
                left = TRUE if isinstance(node, _Chosen) and node.ways >> way & 1 else FALSE
            self._left[key] = left
        return left

    def solve(self, formula: int) -> Mapping[int, int] | None:
        """Choose variables so that *formula* holds, whatever the others are; ``None`` where it never does.

        Earlier variables are chosen first, and earlier ways are preferred.

        Raises:
            TooLarge: the work that was allowed does not suffice.
        """
        dead = {FALSE}
        path = [(formula, self._ways(formula))]
        chosen: list[tuple[int, int]] = []
        while path:
            here, left = path[-1]
            if here == TRUE:
                return dict(chosen)
            variable, way = next(left, (0, -1))
            if way < 0:
                dead.add(here)
                path.pop()
                if chosen:
                    chosen.pop()
                continue
            rest = self.given(here, variable, way)
            if rest not in dead:
                path.append((rest, self._ways(rest)))
                chosen.append((variable, way))
        return None

    def _ways(self, formula: int) -> Iterator[tuple[int, int]]:
        """The ways to choose the first variable of *formula*; none of one that is settled."""
        mentions = self._mentions[formula]
        if mentions:
            variable = (mentions & -mentions).bit_length() - 1
            for way in range(self.ways[variable]):
                self.spend(1)
                yield variable, way
