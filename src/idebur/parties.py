"""Those who act: organisations, classes of organisations, umbrellas, units, offices; and who joined or sits when."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Part
from idebur.notation.amounts import Amount
from idebur.notation.dates import Date
from idebur.rules import Rule
from idebur.said import In, Number, Ref, YesNo
from idebur.several import ActorRef, Several, Who
from idebur.text import Text

__all__ = ["Actor", "Office", "OfficeTerm", "Signer", "Signing", "Tenure"]


class Actor(Element):
    """Anybody who can act, be named or be bound: an organisation, a class of them, an umbrella, a unit, a set."""

    kind: Maybe[Annotated[str, In("actor-kind")]] = NOT_SAID
    """What it is: region, municipality, state authority, class, umbrella, set, committee, unit …"""

    name: Maybe[Text] = NOT_SAID
    """Its name."""

    also: Several[Text] = Several()
    """Other names it goes by."""

    number: Maybe[Text] = NOT_SAID
    """Its organisation number, by which it is known across agreements."""

    sector: Maybe[Annotated[str, In("sector")]] = NOT_SAID
    """The sector it belongs to."""

    part_of: Maybe[ActorRef] = NOT_SAID
    """The actor it is a part of."""

    members: Several[ActorRef] = Several()
    """Those it consists of or gathers."""

    rule: Maybe[Rule] = NOT_SAID
    """For a class: what an organisation must be to belong to it."""

    who: Who = Who()
    """Who speaks for it, signs for it, represents it, convenes it …"""

    binds_members: Maybe[YesNo] = NOT_SAID
    """For an umbrella: whether what it signs binds its members."""

    forms: Several[Annotated[str, In("actor-kind")]] = Several()
    """For a class: the forms its organisations take."""

    traits: Several[Annotated[str, In("trait")]] = Several()
    """What the text says it is: politically governed, not profit-making …"""

    areas: Several[Text] = Several()
    """What it is responsible for or works with."""


class OfficeTerm(Part):
    """For how long one holds an office or a seat."""

    length: Maybe[Amount] = NOT_SAID
    """How long a term is, such as ``2 years``."""

    limit: Maybe[Amount] = NOT_SAID
    """How many terms one may have, such as ``at most 2``."""

    follows: Maybe[Annotated[str, In("term-clock")]] = NOT_SAID
    """What the term follows, such as the electoral period."""

    convocation: Maybe[Number] = NOT_SAID
    """Which convocation of the body it is, by number."""


class Office(Element):
    """A role held by a person: a process leader, a chair, a contact person."""

    name: Maybe[Text] = NOT_SAID
    """What the office is called."""

    of: Maybe[ActorRef] = NOT_SAID
    """The actor whose office it is."""

    one_each: Maybe[ActorRef] = NOT_SAID
    """The set or group of which each member has one such office."""

    does: Maybe[Text] = NOT_SAID
    """What the holder does."""

    who: Who = Who()
    """Who appoints, employs and pays the holder: often three different actors."""

    sits_in: Several[ActorRef] = Several()
    """The bodies in which the holder takes part."""

    voice: Maybe[Annotated[str, In("voice")]] = NOT_SAID
    """With what right: to vote, to speak, to be present."""

    term: Maybe[OfficeTerm] = NOT_SAID
    """For how long one holds it."""


class Tenure(Element):
    """That somebody has joined, endorsed, or sits somewhere, from one day until another."""

    who: Annotated[str, Ref("tenant")]
    """The actor; a tenure that gives a ``name`` introduces an organisation not named elsewhere."""

    kind: Maybe[Annotated[str, In("tenure-kind")]] = NOT_SAID
    """As what: party, joined, endorser, observer, seated …"""

    name: Maybe[Text] = NOT_SAID
    """The name of the organisation, where it is not among the actors."""

    number: Maybe[Text] = NOT_SAID
    """Its organisation number."""

    sector: Maybe[Annotated[str, In("sector")]] = NOT_SAID
    """The sector it belongs to, where it is not among the actors."""

    seat: Maybe[Annotated[str, Ref("seat")]] = NOT_SAID
    """The seat or office that is held, ``body.seat``."""

    person: Maybe[Text] = NOT_SAID
    """The person, where naming them is called for."""

    contact: Maybe[Text] = NOT_SAID
    """The function to turn to."""

    scope: Several[Annotated[str, Ref("part")]] = Several()
    """What is endorsed, where it is not the whole: sections or principles."""

    motive: Maybe[Text] = NOT_SAID
    """Why it joined, in its own account."""


class Signer(Part):
    """One who signs: for whom, in which office, by what name."""

    of: Maybe[ActorRef] = NOT_SAID
    """The party signed for."""

    office: Maybe[ActorRef] = NOT_SAID
    """The office in which one signs."""

    name: Maybe[Text] = NOT_SAID
    """The name, where the text gives it."""


class Signing(Part):
    """The signing: when, where, by whom, in how many originals."""

    when: Maybe[Date] = NOT_SAID
    """The day; ``not-said`` where the date lines are blank."""

    place: Maybe[Text] = NOT_SAID
    """Where."""

    originals: Maybe[Amount] = NOT_SAID
    """How many originals were made."""

    held_by: Several[ActorRef] = Several()
    """Who holds one each."""

    signers: Several[Signer] = Several()
    """Those who sign."""
