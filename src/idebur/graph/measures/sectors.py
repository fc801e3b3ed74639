"""Ties within and between sectors: how many, how large a share, and how much more than chance would have it.

Every measure takes any networkx graph and the name of the attribute that tells the sector of a node. What they all do
with loops, parallel ties, weights and nodes without a sector stands in :mod:`idebur.graph.measures.ties`. A tie is
*placed* when both its ends have a sector; ties that are not placed are counted apart and never enter a ratio.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from idebur.errors import Unmeasurable
from idebur.graph.measures.ties import Network, Node, groups, ties

__all__ = ["CrossSector", "SectorTies", "Split", "assortativity", "ei_index", "share_between", "ties_by_sector"]

_NONE = "(no sector)"


@frozen
class SectorTies:
    """How many ties there are from each sector to each, or how much they weigh: a table of sectors by sectors."""

    counts: Mapping[tuple[str | None, str | None], float]
    """By the sectors of both ends, in the direction of the tie; ``None`` is those without a sector.

    Where the network is undirected both orders are there and hold the same number: a table that is its own mirror.
    """

    sizes: Mapping[str | None, int]
    """How many nodes each sector has; ``None`` is how many have none."""

    directed: bool
    """Whether a tie goes from one to the other."""

    loops: int = 0
    """How many ties of a node to itself were left out."""

    @property
    def sectors(self) -> tuple[str | None, ...]:
        """The sectors in the order of their names, ``None`` last where there are nodes without one."""
        return tuple(sorted(self.sizes, key=lambda name: (name is None, str(name))))

    @property
    def within(self) -> float:
        """The ties whose ends are of the same sector."""
        return sum(number for (one, other), number in self._once() if one is not None and one == other)

    @property
    def across(self) -> float:
        """The ties whose ends are of different sectors."""
        return sum(n for (one, other), n in self._once() if one is not None and other is not None and one != other)

    @property
    def unplaced(self) -> float:
        """The ties of which at least one end has no sector."""
        return sum(number for (one, other), number in self._once() if one is None or other is None)

    def between(self, one: str | None, other: str | None) -> float:
        """Give what there is between two sectors, in both directions."""
        there = self.counts.get((one, other), 0)
        return there if one == other or not self.directed else there + self.counts.get((other, one), 0)

    def _once(self) -> Iterator[tuple[tuple[str | None, str | None], float]]:
        """Each tie once: of an undirected table the diagonal and what is above it."""
        order = {name: place for place, name in enumerate(self.sectors)}
        for (one, other), number in self.counts.items():
            if self.directed or order[one] <= order[other]:
                yield (one, other), number

    def __str__(self) -> str:
        names = [_NONE if name is None else str(name) for name in self.sectors]
        cells = [[f"{self.counts.get((row, column), 0):g}" for column in self.sectors] for row in self.sectors]
        corner = "from \\ to" if self.directed else ""
        first = max(map(len, [corner, *names]))
        widths = [max(len(name), *(len(row[at]) for row in cells)) for at, name in enumerate(names)]
        lines = [[corner.ljust(first), *(n.rjust(w) for n, w in zip(names, widths, strict=True))]]
        for name, row in zip(names, cells, strict=True):
            lines.append([name.ljust(first), *(cell.rjust(w) for cell, w in zip(row, widths, strict=True))])
        return "\n".join("  ".join(line) for line in lines)


def ties_by_sector(graph: Network, sector: str = "sector", *, weight: str | None = None) -> SectorTies:
    """Count the ties from each sector to each, or add their weights.

    The table is the mixing matrix of Newman (2003) before it is divided by its sum, except that in an undirected
    network a tie within a sector counts once, not twice.

    Raises:
        Unmeasurable: no node has the attribute, or a tie lacks the weight.

    >>> import networkx as nx
    >>> talks = nx.Graph([("region", "scouts"), ("region", "city"), ("scouts", "choir"), ("choir", "guest")])
    >>> for node, of in [("region", "public"), ("city", "public"), ("scouts", "civil"), ("choir", "civil")]:
    ...     talks.nodes[node]["sector"] = of
    >>> table = ties_by_sector(talks)
    >>> print(table)
                 civil  public  (no sector)
    civil            1       1            1
    public           1       1            0
    (no sector)      1       0            0
    >>> table.within, table.across, table.unplaced
    (2, 1, 1)
    """
    of = groups(graph, sector)
    directed = graph.is_directed()
    counts: Counter[tuple[str | None, str | None]] = Counter()
    loops = 0
    for one, other, value in ties(graph, weight):
        if one == other:
            loops += 1
            continue
        counts[of[one], of[other]] += value  # type: ignore[assignment]  # weights may be fractions
        if not directed and of[one] != of[other]:
            counts[of[other], of[one]] += value  # type: ignore[assignment]
    return SectorTies(dict(counts), dict(Counter(of.values())), directed, loops)


@frozen
class Split:
    """The ties of somebody, or of all, as those within the sector and those that leave it."""

    internal: float
    """*I*: ties within the sector."""

    external: float
    """*E*: ties to another sector."""

    unplaced: float = 0
    """Ties of which an end has no sector: in neither *I* nor *E*."""

    @property
    def index(self) -> float:
        """*(E − I) / (E + I)*: 1 where all ties leave the sector, −1 where none does.

        Raises:
            Unmeasurable: there are no ties that could be placed.
        """
        _refuse_none(self)
        return (self.external - self.internal) / (self.external + self.internal)

    @property
    def share(self) -> float:
        """*E / (E + I)*: the share of the ties that leave the sector.

        Raises:
            Unmeasurable: there are no ties that could be placed.
        """
        _refuse_none(self)
        return self.external / (self.external + self.internal)

    def __str__(self) -> str:
        rest = f"; of {self.unplaced:g} more an end has no sector" if self.unplaced else ""
        if not self.internal + self.external:
            return f"no ties between nodes that have a sector{rest}"
        whole = self.internal + self.external
        return f"{self.external:g} of {whole:g} ties leave the sector, E–I index {self.index:+.2f}{rest}"


def _refuse_none(split: Split) -> None:
    if not split.internal + split.external:
        rest = f" (of {split.unplaced:g} more an end has no sector)" if split.unplaced else ""
        raise Unmeasurable(f"no tie joins two nodes that both have a sector{rest}")


@frozen
class CrossSector:
    """The E–I index of a network, of each of its sectors, and of each of its nodes."""

    whole: Split
    """Of all ties."""

    sectors: Mapping[str, Split]
    """Of the ties that a member of the sector has; sectors without a placed tie have no index and are left out."""

    nodes: Mapping[Node, Split]
    """Of the ties of each node; nodes without a placed tie, and those without a sector, are left out."""

    @property
    def index(self) -> float:
        """The index of the whole."""
        return self.whole.index

    def __str__(self) -> str:
        lines = [f"All: {self.whole}"]
        lines += [f"{name}: {split}" for name, split in sorted(self.sectors.items(), key=lambda item: str(item[0]))]
        return "\n".join(lines)


def ei_index(graph: Network, sector: str = "sector", *, weight: str | None = None) -> CrossSector:
    """Measure by how much ties that leave the sector outweigh those within it.

    *EI = (E − I) / (E + I)* (Krackhardt and Stern 1988, Social Psychology Quarterly 51:123–140), where *I* is the
    number (or weight) of ties within a sector and *E* of those between sectors. It lies between −1 (all within) and 1
    (all between), and depends on how large the sectors are: compare it only with networks of the same sizes.

    For one sector *I* and *E* count the ties of its members, for one node the ties of the node; a directed tie is one
    of both its ends. Each tie counts once. (Whoever adds the rows of a symmetric matrix for a sector counts the ties
    within it twice, and gets a lower index; for the whole network the two agree.)

    Raises:
        Unmeasurable: no node has the attribute, or no tie joins two nodes that both have it: *0 / 0* is not 0.

    >>> import networkx as nx
    >>> talks = nx.Graph([("region", "scouts"), ("region", "choir"), ("region", "city")])
    >>> for node, of in [("region", "public"), ("city", "public"), ("scouts", "civil"), ("choir", "civil")]:
    ...     talks.nodes[node]["sector"] = of
    >>> print(ei_index(talks))
    All: 2 of 3 ties leave the sector, E–I index +0.33
    civil: 2 of 2 ties leave the sector, E–I index +1.00
    public: 2 of 3 ties leave the sector, E–I index +0.33
    >>> ei_index(talks).nodes["city"].index
    -1.0
    """
    of = groups(graph, sector)
    whole: Counter[str] = Counter()
    sectors: dict[str, Counter[str]] = {}
    nodes: dict[Node, Counter[str]] = {}
    for one, other, value in ties(graph, weight):
        if one == other:
            continue
        ends = of[one], of[other]
        kind = "unplaced" if None in ends else "internal" if ends[0] == ends[1] else "external"
        whole[kind] += value  # type: ignore[assignment]  # weights may be fractions
        for group in {end for end in ends if end is not None}:
            sectors.setdefault(group, Counter())[kind] += value  # type: ignore[assignment]
        for node in (one, other):
            nodes.setdefault(node, Counter())[kind] += value  # type: ignore[assignment]
    result = CrossSector(
        _split(whole),
        {group: _split(counts) for group, counts in sectors.items() if _placed(counts)},
        {node: _split(counts) for node, counts in nodes.items() if _placed(counts)},
    )
    _refuse_none(result.whole)
    return result


def _placed(counts: Mapping[str, float]) -> bool:
    return bool(counts["internal"] or counts["external"])


def _split(counts: Mapping[str, float]) -> Split:
    return Split(counts["internal"], counts["external"], counts["unplaced"])


def share_between(graph: Network, sector: str = "sector", *, weight: str | None = None) -> float:
    """Give the share of the ties that join two sectors: *E / (E + I)*, that is *(EI + 1) / 2*.

    Ties of which an end has no sector are in neither; :func:`ties_by_sector` tells how many they are.

    Raises:
        Unmeasurable: no node has the attribute, or no tie joins two nodes that both have it.

    >>> import networkx as nx
    >>> talks = nx.Graph([("region", "scouts"), ("region", "city")])
    >>> for node, of in [("region", "public"), ("city", "public"), ("scouts", "civil")]:
    ...     talks.nodes[node]["sector"] = of
    >>> share_between(talks)
    0.5
    """
    return ei_index(graph, sector, weight=weight).whole.share


def assortativity(graph: Network, sector: str = "sector", *, weight: str | None = None) -> float:
    """Measure how much more ties stay within a sector than they would if ends met at random.

    *r = (Σᵢ eᵢᵢ − Σᵢ aᵢ bᵢ) / (1 − Σᵢ aᵢ bᵢ)* (Newman 2003, Physical Review E 67:026126, equation 2), where *eᵢⱼ* is
    the share of the ties that go from sector *i* to sector *j*, *aᵢ* the share that begins and *bᵢ* the share that ends
    in *i*; of an undirected tie one half goes each way. It is 1 where no tie leaves a sector, 0 where ties are as they
    would be at random, and below 0 where they rather cross; the lowest value depends on the sectors and is above −1
    unless there are two of them. Ties of which an end has no sector are left out.

    Raises:
        Unmeasurable: no node has the attribute, no tie joins two nodes that both have it, or all such ties lie within
            one and the same sector: where nothing else can happen, *r* is *0 / 0*.

    >>> import networkx as nx
    >>> talks = nx.Graph([("region", "city"), ("scouts", "choir"), ("city", "scouts")])
    >>> for node, of in [("region", "public"), ("city", "public"), ("scouts", "civil"), ("choir", "civil")]:
    ...     talks.nodes[node]["sector"] = of
    >>> round(assortativity(talks), 3)
    0.333
    """
    table = ties_by_sector(graph, sector, weight=weight)
    _refuse_none(Split(table.within, table.across, table.unplaced))
    mixing: dict[tuple[str, str], float] = {}
    for (one, other), number in table.counts.items():
        if one is not None and other is not None:
            mixing[one, other] = number * 2 if one == other and not table.directed else number
    if len({name for pair in mixing for name in pair}) == 1:
        only = next(iter(mixing))[0]
        raise Unmeasurable(f"all ties that can be placed lie within one sector, {only!r}: there is nothing to mix with")
    whole = sum(mixing.values())
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for (one, other), number in mixing.items():
        begins[one] += number  # type: ignore[assignment]
        ends[other] += number  # type: ignore[assignment]
    stays = sum(number for (one, other), number in mixing.items() if one == other) / whole
    chance = sum(begins[name] * ends[name] for name in begins) / whole**2
    return (stays - chance) / (1 - chance)
