"""Bodies that govern: their seats, the balance between them, chairs and decisions."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Keyed, Part
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.parties import Actor, OfficeTerm
from idebur.rules import Rule
from idebur.said import In, Ref, YesNo
from idebur.several import ActorRef, Pairs, Several, Who
from idebur.text import Text

__all__ = ["Balance", "Body", "Chair", "Decision", "Seat"]


class Seat(Element):
    """One or more places in a body, for the same actor and on the same terms."""

    of: Maybe[ActorRef] = NOT_SAID
    """The party, class, organisation or set that the seat is for."""

    one_each: Maybe[ActorRef] = NOT_SAID
    """The set of which each member has such a seat."""

    held_through: Maybe[ActorRef] = NOT_SAID
    """Who holds it on its behalf."""

    among: Several[ActorRef] = Several()
    """Those from whom the holders are taken."""

    kind: Maybe[Annotated[str, In("seat-kind")]] = NOT_SAID
    """Ordinary, co-opted, substitute, observer, expert."""

    count: Maybe[Amount] = NOT_SAID
    """How many; for ``one-each``, how many for each."""

    ex_officio: Maybe[ActorRef] = NOT_SAID
    """The office whose holder has the seat."""

    voting: Maybe[YesNo] = NOT_SAID
    """Whether its holder votes; left out, as the kind of seat says."""

    fields: Several[Text] = Several()
    """The fields for which there is a seat each."""

    rule: Maybe[Rule] = NOT_SAID
    """What its holder's organisation must be."""

    reserves: Several[ActorRef] = Several()
    """Those who step in, in order."""

    counted_in: Maybe[Annotated[str, Ref("seat")]] = NOT_SAID
    """The seat among whose number it is counted."""

    term: Maybe[OfficeTerm] = NOT_SAID
    """For how long one sits."""

    who: Who = Who()
    """Who appoints, nominates, elects; ``itself`` is the actor the seat is for."""


class Balance(Part):
    """How the seats are to be divided between sectors or actors."""

    equal: Several[ActorRef] = Several()
    """Those who are to have equally many."""

    ratio: Pairs[ActorRef, Maybe[Amount]] = Pairs()
    """How many each is to have, as parts of a whole."""

    among: Several[Annotated[str, In("seat-kind")]] = Several()
    """The kinds of seats that are counted; left out, those that the vocabulary says count."""

    soft: Maybe[YesNo] = NOT_SAID
    """Whether it is to be aimed at rather than held."""


class Chair(Part):
    """Who leads a body, and how that is settled."""

    how: Maybe[Annotated[str, In("chair-how")]] = NOT_SAID
    """Fixed, elected, rotating, alternating, shared, from outside."""

    among: Several[ActorRef] = Several()
    """Those it falls to, in order where it rotates."""

    count: Maybe[Amount] = NOT_SAID
    """How many chairs there are at once."""

    every: Maybe[Cadence] = NOT_SAID
    """How often it changes."""

    who: Who = Who()
    """Who elects or appoints."""


class Decision(Part):
    """How a body decides, in a matter or in all."""

    matter: Maybe[Text] = NOT_SAID
    """The matter, where the rule is not for all."""

    rule: Maybe[Annotated[str, In("decision-rule")]] = NOT_SAID
    """Consensus, majority, qualified majority …"""

    majority: Maybe[Amount] = NOT_SAID
    """The share that is needed, such as ``at least 2/3``."""

    quorum: Maybe[Amount] = NOT_SAID
    """How many must be present."""

    among: Several[Annotated[str, In("seat-kind")]] = Several()
    """The kinds of seats that take part."""

    binding: Maybe[YesNo] = NOT_SAID
    """Whether what is decided binds the parties; false where the body only advises."""


class Body(Actor):
    """A body of the agreement or of a party: a partnership, a steering group, a forum, a committee."""

    kind: Maybe[Annotated[str, In("body-kind")]] = NOT_SAID
    """What it is."""

    seats: Keyed[Seat] = Keyed()
    """Its seats."""

    balance: Maybe[Balance] = NOT_SAID
    """How they are to be divided."""

    chair: Maybe[Chair] = NOT_SAID
    """Who leads it."""

    decides: Several[Decision] = Several()
    """How it decides."""

    quorum: Maybe[Amount] = NOT_SAID
    """How many must be present."""

    meets: Maybe[Cadence] = NOT_SAID
    """How often it meets."""

    public: Maybe[YesNo] = NOT_SAID
    """Whether it sits in public."""

    maybe_same_as: Several[ActorRef] = Several()
    """The bodies it may be the same as: the text never says."""

    def _repr_html_(self) -> str:
        """Show it at a glance, in a notebook; ``idebur.exports.html.show`` gives it the names of its agreement too."""
        from idebur.exports.html import show

        return show(self).html
