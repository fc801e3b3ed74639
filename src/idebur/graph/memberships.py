"""Who belongs to which agreement, straight from the agreements and held as arrays: for hundreds of them.

The whole graph of three hundred agreements takes longer to make than the agreements take to read. Whoever asks only who
has an agreement in common with whom need not make it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.collecting import uncollected
from idebur.graph.arrays import Ties
from idebur.graph.identity import identities, organisations
from idebur.graph.projections import MEMBERSHIPS
from idebur.graph.tenures import edge_of
from idebur.parties import Signer
from idebur.states import is_otherwise
from idebur.visits import walk

__all__ = ["memberships"]


@uncollected()
def memberships(*agreements: Agreement, same_as: Iterable[tuple[str, str]] = ()) -> Ties:
    """Tie everybody to the agreements that they are party to, have joined, endorse or observe, in their present state.

    The network is one of two modes, from the actors (``source``) to the agreements (``target``): the projection
    ``agreements`` of :func:`idebur.graph.project`, with every tie once and without weights. Nodes are called as in
    :func:`idebur.graph.build`; units stand for themselves. Its projection onto the actors,
    ``projection(memberships(…), "source")``, says how many agreements each two have in common.

    Raises:
        UnknownKey, ValueError: as :func:`idebur.graph.build`.
        MissingExtra: NumPy is not installed.

    >>> agreement = Agreement.model_validate({"agreement": "x", "parties": {"region": {}, "network": {}}})
    >>> print(memberships(agreement))
    3 nodes, 2 ties, directed
    """
    who = identities((one for agreement in agreements for one in organisations(agreement)), same_as)
    ties = (
        (node, f"agreement/{agreement.agreement}")
        for agreement in agreements
        for key in dict.fromkeys(_belonging(agreement))
        if key not in agreement.bodies and key not in agreement.offices  # which are no members, but places in the work
        if (node := who.get((agreement.agreement, key)) or _other_node(agreement, key)) is not None
    )
    return Ties.from_edges(ties, directed=True)


def _other_node(agreement: Agreement, key: str) -> str | None:
    """The node of who is no single organisation; ``None`` for a group, which is made up of others."""
    for section, keys in (("parties", agreement.parties), ("actors", agreement.actors)):
        if key in keys:
            return f"{agreement.agreement}/{section}.{key}"
    return f"sector/{key}" if key in agreement.vocabularies["sector"] else None


def _belonging(agreement: Agreement) -> Iterator[str]:
    """The keys of the parties, of those who have joined, and of those for whom somebody signed."""
    words = agreement.vocabularies
    for key, party in agreement.parties.items():
        if not is_otherwise(party, agreement, words):
            yield key
    joins: dict[object, bool] = {}
    for tenure in agreement.tenures:
        if "status" in tenure.model_fields_set and is_otherwise(tenure, agreement, words):
            continue
        if tenure.kind not in joins:
            kind = one_said(tenure.kind)
            joins[tenure.kind] = kind is not None and edge_of(kind, words) in MEMBERSHIPS
        if joins[tenure.kind] and ("seat" not in tenure.model_fields_set or one_said(tenure.seat) is None):
            yield tenure.who
    for visit in walk(agreement, but=Agreement.model_fields.keys() - {"signing"}):  # by one source or another
        if isinstance(visit.element, Signer) and visit.field in {"of", "office"} and isinstance(visit.value, str):
            yield visit.value
