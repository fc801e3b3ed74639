"""Who mediates between whom: the five roles of brokerage of Gould and Fernandez."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from attrs import asdict, field, fields, frozen

from idebur.graph.measures.ties import Network, Node, groups, named

__all__ = ["Brokerage", "Roles", "brokerage"]


@frozen
class Roles:
    """How often each of the five roles is played; *unplaced* are the times when a sector is missing."""

    coordinator: float = 0
    """*w_I*: A → **A** → A, between two of one's own sector."""

    consultant: float = 0
    """*w_O*: A → **B** → A, between two of one and the same other sector; also called itinerant broker."""

    gatekeeper: float = 0
    """*b_OI*: A → **B** → B, from without to one's own sector."""

    representative: float = 0
    """*b_IO*: A → **A** → B, from one's own sector to without."""

    liaison: float = 0
    """*b_O*: A → **B** → C, between two different sectors, neither of them one's own."""

    unplaced: float = 0
    """Times when one mediates, but at least one of the three has no sector: in none of the five."""

    @property
    def total(self) -> float:
        """The sum of the five."""
        return self.coordinator + self.consultant + self.gatekeeper + self.representative + self.liaison

    @property
    def between_sectors(self) -> float:
        """The sum of the roles in which contact crosses from one sector to another: all but the coordinator's.

        The consultant counts here too: those it joins are of one sector, but the path between them leaves it.
        """
        return self.total - self.coordinator

    def __add__(self, other: Roles) -> Roles:
        return Roles(*(getattr(self, role.name) + getattr(other, role.name) for role in fields(Roles)))

    def __str__(self) -> str:
        said = [f"{role} {number:.4g}" for role, number in asdict(self).items() if number]
        return ", ".join(said) or "no brokerage"


@frozen
class Brokerage:
    """The roles of every node, of all together, and what chance would give."""

    nodes: Mapping[Node, Roles]
    """The roles of each node; all nodes are there."""

    total: Roles
    """The roles of all nodes together."""

    expected: Mapping[str, Roles]
    """For each sector, what a node of it would have if ties were spread at random; see :func:`brokerage`."""

    density: float
    """The share of the possible ties that are there: what *expected* goes by."""

    names: Mapping[Node, str] = field(factory=dict, eq=False, repr=False)
    """What the nodes are called."""

    def __str__(self) -> str:
        lines = [f"All: {self.total}"]
        ranked = sorted(self.nodes.items(), key=lambda item: (-item[1].total, str(item[0])))
        lines += [f"{self.names.get(node, node)}: {roles}" for node, roles in ranked if roles.total]
        return "\n".join(lines)


def brokerage(graph: Network, sector: str = "sector") -> Brokerage:
    """Count for every node how often it mediates between two others, in each of five roles.

    Node *b* is a broker for *a* and *c*, all three distinct, where there are ties *a → b* and *b → c* and none *a → c*
    (Gould and Fernandez 1989, Sociological Methodology 19:89–126). Which role it plays depends on the sectors of the
    three; :class:`Roles` has the five. A score is the number of ordered pairs *(a, c)*, not a share.

    What holds here: an undirected tie runs both ways, so that each open path counts once in each direction, and every
    gatekeeper is as often a representative. Parallel ties are one tie; loops mediate nothing. Where one of the three
    has no sector no role can be told, and the time counts as *unplaced*.

    *expected* is *p²(1 − p)* times the number of ordered pairs for which a node of the sector could play the role. It
    is the expected value if each tie were there with probability *p*, independently of all others, and *p* is the share
    of the possible ties that are there. With *nₛ* nodes in a sector, a node of sector *s* has *(nₛ−1)(nₛ−2)* such pairs
    as coordinator, *Σ nₜ(nₜ−1)* over the other sectors as consultant, *(nₛ−1) Σ nₜ* as gatekeeper and as
    representative, and the sum of *nₜnᵤ* over all pairs of other sectors, in both orders, as liaison.

    Notation is that of the paper, and of the code of R's ``sna`` (1989's *b_IO* is from inside out, the representative;
    some editions of that package's help page have the two exchanged). In a graph of agreements most nodes have no
    sector: ask a projection to the parties, where nobody is *unplaced* for being a body or a plan.

    Raises:
        Unmeasurable: no node has the attribute.

    >>> import networkx as nx
    >>> asks = nx.DiGraph([("scouts", "umbrella"), ("umbrella", "region"), ("choir", "umbrella")])
    >>> for node, of in [("scouts", "civil"), ("choir", "civil"), ("umbrella", "civil"), ("region", "public")]:
    ...     asks.nodes[node]["sector"] = of
    >>> print(brokerage(asks))
    All: representative 2
    umbrella: representative 2
    >>> brokerage(asks).expected["civil"].representative
    0.09375
    """
    of = groups(graph, sector)
    into, out = _neighbours(graph)
    nodes = {node: _roles(node, into[node], out, of) for node in graph}
    count = graph.number_of_nodes()
    density = sum(map(len, out.values())) / (count * (count - 1)) if count > 1 else 0.0
    total = sum(nodes.values(), Roles())
    return Brokerage(nodes, total, _expected(of, density), density, {node: named(graph, node) for node in graph})


def _neighbours(graph: Network) -> tuple[dict[Node, set[Node]], dict[Node, set[Node]]]:
    """Where ties come from and where they go, by node: simple, and without loops."""
    into: dict[Node, set[Node]] = {node: set() for node in graph}
    out: dict[Node, set[Node]] = {node: set() for node in graph}
    directed = graph.is_directed()
    for one, other in graph.edges():
        if one != other:
            out[one].add(other)
            into[other].add(one)
            if not directed:
                out[other].add(one)
                into[one].add(other)
    return into, out


def _roles(
    node: Node, into: AbstractSet[Node], out: Mapping[Node, AbstractSet[Node]], of: Mapping[Node, str | None]
) -> Roles:
    # All pairs by their sectors, less those that have a tie of their own and those that are one node twice: a node with
    # thousands of neighbours is then counted by its triangles and not pair by pair.
    goes = out[node]
    begins, ends = Counter(of[a] for a in into), Counter(of[c] for c in goes)
    pairs = Counter({(first, last): n * m for first, n in begins.items() for last, m in ends.items()})
    for a in into:
        for c in goes & out[a]:
            pairs[of[a], of[c]] -= 1
        if a in goes:
            pairs[of[a], of[a]] -= 1
    own = of[node]
    found: Counter[str] = Counter()
    for (first, last), number in pairs.items():
        found[_role(first, own, last)] += number
    return Roles(**found)


def _role(first: str | None, own: str | None, last: str | None) -> str:
    if first is None or own is None or last is None:
        return "unplaced"
    if first == last:
        return "coordinator" if own == first else "consultant"
    if own == last:
        return "gatekeeper"
    return "representative" if own == first else "liaison"


def _expected(of: Mapping[Node, str | None], density: float) -> dict[str, Roles]:
    sizes = Counter(name for name in of.values() if name is not None)
    chance = density**2 * (1 - density)
    found = {}
    for name, size in sizes.items():
        others = [number for other, number in sizes.items() if other != name]
        outside = sum(others)
        through = chance * (size - 1) * outside
        found[name] = Roles(
            coordinator=chance * (size - 1) * (size - 2),
            consultant=chance * sum(number * (number - 1) for number in others),
            gatekeeper=through,
            representative=through,
            liaison=chance * (outside**2 - sum(number**2 for number in others)),
        )
    return found
