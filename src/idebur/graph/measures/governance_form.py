"""The form of network governance of Provan and Kenis, told from who coordinates and who decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from attrs import frozen

from idebur.graph.measures.acts import ADMINISTRATIVE, LEAD, SHARED, Index, Observation, Reading
from idebur.graph.measures.governance import APPOINTS, asked_kinds
from idebur.graph.measures.ties import Network, named

__all__ = ["COORDINATES", "DECIDES", "Form", "Majority", "form", "forms"]

COORDINATES = frozenset({"convenes", "leads", "may-chair", "plans", "does", "follows-up", "keeps", "hosts"})
"""The kinds of edges that are acts of coordination, where they lead to a body or a routine."""

DECIDES = frozenset({"decides", "approves", "orders"}) | APPOINTS
"""The kinds of edges that are acts of decision, where they lead to the agreement or to its governance."""

_COORDINATED = frozenset({"body", "routine"})
_DECIDED = frozenset({"agreement", "body", "routine", "procedure", "office", "seat"})


@frozen
class Majority:
    """Where more than half of the acts of one sort lie."""

    count: int
    """How many acts of the sort there are."""

    speaks_for: str | None = None
    """The form that they speak for; ``None`` where no side is known to have more than half."""

    hands: str | None = None
    """The party or the entity in whose hands they lie, where it is one."""

    def told(self, graph: Network) -> str:
        """Say in whose hands they lie."""
        if self.speaks_for == SHARED:
            return "the parties together"
        return "nobody in particular" if self.hands is None else named(graph, self.hands)


@frozen
class Form:
    """The form of network governance, and what speaks for it."""

    agreement: str
    """The agreement's node."""

    form: str | None
    """:data:`SHARED`, :data:`LEAD`, :data:`ADMINISTRATIVE`; ``None`` where it cannot be told."""

    leans: str | None
    """The form to which those acts lean that are told; ``None`` where they lean to none."""

    hands: str | None
    """The lead organisation or the administrative organisation, where it is one of the two."""

    why: str
    """What decided it, or what is missing."""

    observations: tuple[Observation, ...]
    """Every act that was looked at, acts of coordination first."""

    coordination: Majority
    """Where the acts of coordination lie."""

    decisions: Majority
    """Where the acts of decision lie."""

    def __str__(self) -> str:
        said = self.form if self.form is not None else "cannot be told"
        leans = f" (leans to {self.leans})" if self.form is None and self.leans is not None else ""
        return "\n".join([f"Form of governance: {said}{leans}. {self.why}", *(f"- {one}" for one in self.observations)])


def form(
    graph: Network,
    agreement: str | None = None,
    *,
    coordinates: str | Collection[str] = COORDINATES,
    decides: str | Collection[str] = DECIDES,
) -> Form:
    """Tell which form of network governance an agreement has, with the observations that speak for each form.

    Provan and Kenis (2008, Journal of Public Administration Research and Theory 18:229–252) ask two things: whether the
    governance is brokered by one entity, and if so whether that is a member or from without. In *shared* governance the
    members govern together; under a *lead organisation* one member coordinates the main activities and takes the key
    decisions; an *administrative organisation* is a separate entity, perhaps a single facilitator, set up to govern,
    while a board of members may settle strategy. Their typology is turned into these rules:

    1. *Acts.* An act is everything of one kind that is done to one target. Edges of the kinds *coordinates* that lead
       to a body or a routine are acts of coordination; edges of the kinds *decides* that lead to the agreement or to a
       body, routine, procedure, office or seat are acts of decision. Not counted: what is internal to one party,
       appointing to one's own seat or office (every form has that), what once happened (events), commitments (they say
       what the parties owe, not who governs), and what a group word does that stands for nobody in particular.
    2. *Hands.* An act lies in the hands of *one party* where only that party performs it: itself, a part or member of
       it, an office or an internal body of its own, one who speaks, signs or represents for it, or an office of
       nobody's to which it alone appoints. It lies in the hands *of the parties together* where at least two of them
       perform it, or a body in which at least two of them sit. It lies *outside* where it is performed by an actor that
       is no party, by a body in which others sit but no party, or by an office of nobody's to which several parties, a
       common body or somebody outside appoints. Else it cannot be told: nobody is said to sit in the body or to appoint
       to the office.
    3. *Form.* Coordination lies where more than half of its acts lie, and so do decisions; acts of which it cannot be
       told count against every majority. Together and together is *shared*; one party and the same party a *lead
       organisation*; coordination with one entity outside, unless decisions lie with one party, an *administrative
       organisation*. Everything else cannot be told: no acts of coordination, none of decision (but for an
       administrative organisation), no majority, or coordination and decisions in different hands, which is a mixed
       form.

    Args:
        graph: the graph of one day or one version.
        agreement: the key or node of the agreement; left out, the only one that has parties.
        coordinates: the kinds of edges that are acts of coordination.
        decides: the kinds of edges that are acts of decision.

    Raises:
        Unmeasurable: no agreement has parties, several have and none is named, or the one named has none.
        UnknownKey: one of *coordinates* or *decides* is no kind of edge.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("board", kind="body"), graph.add_node("plan", kind="routine")
    (None, None)
    >>> for party in ("region", "network"):
    ...     _ = graph.add_edge(party, "agreement/x", kind="party-to"), graph.add_edge(party, "board", kind="seated-in")
    >>> _ = graph.add_edge("board", "plan", kind="decides"), graph.add_edge("region", "plan", kind="leads")
    >>> print(form(graph))  # doctest: +NORMALIZE_WHITESPACE
    Form of governance: cannot be told.
    Coordination lies with region, decisions with the parties together: a mixed form.
    - region: leads plan. Speaks for lead-organisation: region is a party
    - board: decides plan. Speaks for shared: several parties sit in board
    """
    index = Index(graph)
    acts = asked_kinds(index.edges, coordinates), asked_kinds(index.edges, decides)
    return _form(index, index.asked(agreement), *acts)


def forms(
    graph: Network, *, coordinates: str | Collection[str] = COORDINATES, decides: str | Collection[str] = DECIDES
) -> dict[str, Form]:
    """Tell the form of every agreement in the graph that has parties, by its node: as :func:`form`, for many at once.

    Raises:
        Unmeasurable: no agreement has parties.
        UnknownKey: as :func:`form`.
    """
    index = Index(graph)
    acts = asked_kinds(index.edges, coordinates), asked_kinds(index.edges, decides)
    return {one: _form(index, one, *acts) for one in index.having}


def _form(index: Index, agreement: str, coordinates: frozenset[str], decides: frozenset[str]) -> Form:
    reading = Reading(index, agreement)
    observations = (
        *reading.acts("coordination", coordinates, _COORDINATED),
        *reading.acts("decision", decides, _DECIDED),
    )
    coordination = _majority(one for one in observations if one.act == "coordination")
    decisions = _majority(one for one in observations if one.act == "decision")
    found, why = _told(coordination, decisions, index.graph)
    hands = coordination.hands if found in {LEAD, ADMINISTRATIVE} else None
    leans = found or _leaning(coordination, decisions)
    return Form(agreement, found, leans, hands, why, observations, coordination, decisions)


def _majority(observations: Iterable[Observation]) -> Majority:
    lies = Counter((one.speaks_for, one.hands) for one in observations)
    count = sum(lies.values())
    for (speaks_for, hands), number in lies.items():
        if speaks_for is not None and number * 2 > count:
            return Majority(count, speaks_for, hands)
    return Majority(count)


def _told(coordination: Majority, decisions: Majority, graph: Network) -> tuple[str | None, str]:
    if not coordination.count:
        return None, "Nobody is said to convene, lead, plan or carry out what is done together."
    if coordination.speaks_for is None:
        return None, f"Of {coordination.count} acts of coordination no side is known to have more than half."
    whose = coordination.told(graph)
    if coordination.speaks_for == ADMINISTRATIVE and decisions.speaks_for != LEAD:
        return ADMINISTRATIVE, f"Coordination lies with {whose}, which is no party."
    if not decisions.count:
        return None, f"Coordination lies with {whose}; nobody is said to decide."
    if decisions.speaks_for is None:
        lies = f"of {decisions.count} acts of decision no side is known to have more than half"
        return None, f"Coordination lies with {whose}; {lies}."
    if (coordination.speaks_for, coordination.hands) == (decisions.speaks_for, decisions.hands):
        return coordination.speaks_for, f"Both coordination and decisions lie with {whose}."
    return None, f"Coordination lies with {whose}, decisions with {decisions.told(graph)}: a mixed form."


def _leaning(coordination: Majority, decisions: Majority) -> str | None:
    """The only form that either speaks for; ``None`` where they speak for two."""
    told = {one.speaks_for for one in (coordination, decisions)} - {None}
    return told.pop() if len(told) == 1 else None
