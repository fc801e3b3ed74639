"""Acts of governance in a graph of agreements, and in whose hands each of them lies.

What counts as an act, and what the forms are that it speaks for, stands in
:mod:`idebur.graph.measures.governance_form`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import field, frozen

from idebur.errors import Unmeasurable
from idebur.graph.measures.governance import APPOINTS, PARTIES, Edge, edges_of, kind_of, parties_of
from idebur.graph.measures.ties import Network, named

__all__ = ["ADMINISTRATIVE", "LEAD", "SHARED", "Index", "Observation", "Reading"]

SHARED = "shared"
"""The members govern together, and no entity of its own does it for them."""

LEAD = "lead-organisation"
"""One of the members coordinates the work and takes the key decisions."""

ADMINISTRATIVE = "administrative-organisation"
"""An entity that is none of the members is there to govern."""

_STANDS_FOR = frozenset({"speaks", "represents", "signs"})


@frozen
class Observation:
    """One act, who performs it, and for which form it speaks."""

    act: str
    """``coordination`` or ``decision``."""

    kind: str
    """The kind of the edges: ``leads``, ``decides`` …"""

    doers: tuple[str, ...]
    """The nodes that perform it."""

    target: str
    """What it is performed on."""

    speaks_for: str | None
    """:data:`SHARED`, :data:`LEAD`, :data:`ADMINISTRATIVE`, or ``None`` where it cannot be told whose act it is."""

    hands: str | None
    """The party (for a lead) or the entity (for an administrative organisation) in whose hands it lies."""

    paths: tuple[str, ...]
    """The elements that say so, by their dotted paths."""

    because: str
    """Why it speaks for that form, in words."""

    said: str = field(default="", eq=False)
    """The act as a sentence."""

    def __str__(self) -> str:
        where = f" ({', '.join(self.paths)})" if self.paths else ""
        speaks = f"Speaks for {self.speaks_for}" if self.speaks_for else "Speaks for none"
        return f"{self.said}{where}. {speaks}: {self.because}"


@frozen
class _Hands:
    """In whose hands something lies: a form that it speaks for, the party or entity, and why."""

    speaks_for: str | None
    who: str | None
    because: str


class Index:
    """The edges of a graph as the readings of its agreements ask for them."""

    def __init__(self, graph: Network) -> None:
        self.graph = graph
        self.edges = edges_of(graph)
        self.of: dict[str | None, list[Edge]] = defaultdict(list)
        self.out: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.into: dict[tuple[str, str], list[str]] = defaultdict(list)
        for source, target, said in self.edges:
            self.of[said.get("agreement")].append((source, target, said))
            self.out[source, said["kind"]].append(target)
            self.into[target, said["kind"]].append(source)
        self.sat_through = {said.get("through") for _, _, said in self.edges if said["kind"] == "seated-in"}
        self.joining: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            if edge[2]["kind"] in PARTIES:
                self.joining[edge[1]].append(edge)
        self.having = sorted(self.joining)
        if not self.having:
            raise Unmeasurable("no agreement in the graph has parties")

    def asked(self, agreement: str | None) -> str:
        """The node of the agreement that is meant."""
        known = ", ".join(one.removeprefix("agreement/") for one in self.having)
        if agreement is None:
            if len(self.having) > 1:
                raise Unmeasurable(f"the graph has several agreements; name one of: {known}")
            return self.having[0]
        for node in (agreement, f"agreement/{agreement}"):
            if node in self.having:
                return node
        raise Unmeasurable(f"no agreement called {agreement!r} has parties (known: {known})")


class Reading:
    """What the graph says of one agreement's parties and of those who act for them."""

    def __init__(self, index: Index, agreement: str) -> None:
        self.graph, self.agreement = index.graph, agreement
        self.out, self.into, self.sat_through = index.out, index.into, index.sat_through
        self.edges = (*index.of[agreement.removeprefix("agreement/")], *index.of[None])
        self.parties = parties_of(self.graph, index.joining[agreement], agreement)

    # --- acts ---

    def acts(self, act: str, kinds: frozenset[str], targets: frozenset[str]) -> Iterator[Observation]:
        """Every act of one sort, with whose hands it lies in."""
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for source, target, said in self.edges:
            if said["kind"] in kinds and self._is_common(target, targets) and not self._is_own(source, target):
                found[said["kind"], target].append((source, target, said))
        for (kind, target), edges in sorted(found.items(), key=lambda item: item[0]):
            doers = tuple(sorted({source for source, _, _ in edges if not self._is_nobody(source)}))
            if doers:
                hands = self._joined([self.hands(doer) for doer in doers])
                paths = tuple(dict.fromkeys(str(said["path"]) for _, _, said in edges if "path" in said))
                does = str(edges[0][2].get("label", kind.replace("-", " ")))
                names = ", ".join(named(self.graph, doer) for doer in doers)
                sentence = f"{names}: {does} {named(self.graph, target)}"
                yield Observation(act, kind, doers, target, hands.speaks_for, hands.who, paths, hands.because, sentence)

    def _is_common(self, target: str, kinds: frozenset[str]) -> bool:
        kind = kind_of(self.graph, target)
        if kind == "agreement" or target == self.agreement:
            return target == self.agreement and "agreement" in kinds
        whole = [target, *self.out[target, "seat-of"], *self.out[target, "belongs-to"]]
        return kind in kinds and not any(self.out[one, "inside"] for one in whole)

    def _is_own(self, source: str, target: str) -> bool:
        """Whether the target is a seat or an office of the one who acts on it, so that all it does is fill its own."""
        return source == target or source in self.into[target, "has-seat"] or source in self.out[target, "office-of"]

    def _is_nobody(self, node: str) -> bool:
        return kind_of(self.graph, node) == "group" and node not in self.parties and not self.into[node, "member-of"]

    # --- hands ---

    def hands(self, node: str, above: tuple[str, ...] = ()) -> _Hands:
        """In whose hands lies what *node* does; *above* are those on whose way here one has come."""
        name = named(self.graph, node)
        if node in self.parties:
            return _Hands(LEAD, node, f"{name} is a party")
        if node in above:
            return _Hands(None, None, f"{name} is, by way of others, a part of itself")
        above = (*above, node)
        kind = kind_of(self.graph, node)
        if kind == "body":
            return self._of_body(node, name, above)
        if kind == "office" and not self.out[node, "office-of"]:
            return self._of_office(node, name, above)
        if kind in {"group", "seat"}:
            relation = "member-of" if kind == "group" else "has-seat"
            return self._joined([self.hands(one, above) for one in self.into[node, relation]], name)
        return self._of_whole(node, name, above) or _Hands(ADMINISTRATIVE, node, f"{name} is no party, nor part of one")

    def _of_whole(self, node: str, name: str, above: tuple[str, ...]) -> _Hands | None:
        """The hands of what *node* is a part or an office of, is a member of, or speaks for; ``None`` if of nothing."""
        for relation, how in (("office-of", "is an office of"), ("part-of", "is a part of")):
            for whole in self.out[node, relation]:
                found = self.hands(whole, above)
                because = f"{name} {how} {named(self.graph, whole)}"
                return _Hands(found.speaks_for, found.who, because if found.speaks_for else found.because)
        for whole in self.out[node, "member-of"]:
            if whole in self.parties:  # one of many in a set outside is on its own
                return _Hands(LEAD, whole, f"{name} is a member of {named(self.graph, whole)}")
        for relation in sorted(_STANDS_FOR):
            for party in self.out[node, relation]:
                if party in self.parties:
                    return _Hands(LEAD, party, f"{name} {relation} for {named(self.graph, party)}")
        return None

    def _of_body(self, node: str, name: str, above: tuple[str, ...]) -> _Hands:
        for whole in (*self.out[node, "inside"], *self.out[node, "part-of"]):
            found = self.hands(whole, above)
            if found.speaks_for == LEAD:
                return _Hands(LEAD, found.who, f"{name} is internal to {named(self.graph, whole)}")
        seats = self.into[node, "seat-of"]
        sitting = {*self.into[node, "seated-in"], *self.into[node, "sits-in"], *self.into[node, "member-of"]}
        sitting |= {one for seat in seats for one in self.into[seat, "has-seat"]}
        held = [self.hands(one, above) for one in sorted(sitting)]
        parties = {one.who for one in held if one.speaks_for == LEAD}
        if len(parties) > 1 or any(one.speaks_for == SHARED for one in held):
            return _Hands(SHARED, None, f"several parties sit in {name}")
        unsaid = any(one.speaks_for is None for one in held) or any(not self._is_filled(seat) for seat in seats)
        if not held or unsaid:
            return _Hands(None, None, f"it is not said who sits in {name}")
        if parties and all(one.speaks_for == LEAD for one in held):
            return _Hands(LEAD, parties.pop(), f"only one party sits in {name}")
        if parties:
            return _Hands(None, None, f"one party sits in {name} with others who are none")
        return _Hands(ADMINISTRATIVE, node, f"no party sits in {name}")

    def _is_filled(self, seat: str) -> bool:
        return bool(self.into[seat, "has-seat"] or self.out[seat, "comes-with"] or seat in self.sat_through)

    def _of_office(self, node: str, name: str, above: tuple[str, ...]) -> _Hands:
        filling = sorted({one for kind in sorted(APPOINTS) for one in self.into[node, kind]})
        if not filling:
            return _Hands(None, None, f"it is not said whose office {name} is, nor who appoints to it")
        found = self._joined([self.hands(one, above) for one in filling])
        names = " and ".join(named(self.graph, one) for one in filling)
        if found.speaks_for == LEAD:
            return _Hands(LEAD, found.who, f"{names} alone appoints to {name}")
        if found.speaks_for is None:
            return _Hands(None, None, f"{names} appoints to {name}, and {found.because}")
        return _Hands(ADMINISTRATIVE, node, f"{name} is an office of no party, to which {names} appoints")

    def _joined(self, held: list[_Hands], name: str = "it") -> _Hands:
        """The hands of several who do one thing, or who are *name*."""
        if not held:
            return _Hands(None, None, f"it is not said who {name} is")
        if len(held) == 1:
            return held[0]
        parties = sorted({str(one.who) for one in held if one.speaks_for == LEAD})
        if len(parties) > 1:
            return _Hands(SHARED, None, f"{len(parties)} parties do it together")
        shared = [one for one in held if one.speaks_for == SHARED]
        if shared:
            return shared[0]
        if len({(one.speaks_for, one.who) for one in held}) == 1:
            return held[0]
        return _Hands(None, None, "they are not all of one side: " + "; ".join(one.because for one in held))
