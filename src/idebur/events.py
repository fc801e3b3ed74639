"""What happened, and what evaluations concluded."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element
from idebur.notation.amounts import Amount
from idebur.notation.dates import Date
from idebur.said import In, Ref
from idebur.several import ActorRef, Pairs, Several, Who
from idebur.text import Text

__all__ = ["Conclusion", "Event"]


class Event(Element):
    """Something that happened, or was planned to, in the life of the agreement."""

    kind: Maybe[Annotated[str, In("event-kind")]] = NOT_SAID
    """What it was: initiated, workshop, referral for comment, decided, signed …"""

    title: Maybe[Text] = NOT_SAID
    """What it was about, in short."""

    when: Maybe[Date] = NOT_SAID
    """When, as precisely as is known; for what lasted, when it began."""

    ends: Maybe[Date] = NOT_SAID
    """When it ended, where it lasted."""

    planned: Maybe[Date] = NOT_SAID
    """When it was planned."""

    after: Several[Annotated[str, Ref("event")]] = Several()
    """The events it came after."""

    who: Who = Who()
    """Who decided, took part, drafted …"""

    counts: Pairs[Annotated[str, In("counted")], Maybe[Amount]] = Pairs()
    """How many took part or answered, by what is counted."""

    times: Maybe[Amount] = NOT_SAID
    """How many times it was held."""

    place: Maybe[Text] = NOT_SAID
    """Where."""

    documents: Several[Annotated[str, Ref("document")]] = Several()
    """The documents it was about or resulted in."""

    about: Several[Annotated[str, Ref("part")]] = Several()
    """What it concerned or laid the ground for."""

    fulfils: Several[Annotated[str, Ref("step")]] = Several()
    """The steps or routines it fulfils, ``joining.approve``."""

    outcome: Several[Annotated[str, In("outcome")]] = Several()
    """How it ended: adopted, unanimous, rejected …"""


class Conclusion(Element):
    """What an evaluation or a review says, tied to what it is about; also an indicator to watch."""

    bearing: Maybe[Annotated[str, In("bearing")]] = NOT_SAID
    """Which way it points: recommends, achieved, not fully met, limit, to do …"""

    text: Maybe[Text] = NOT_SAID
    """What it says."""

    about: Several[Annotated[str, Ref("part")]] = Several()
    """The purpose or element it is about."""

    to: Several[ActorRef] = Several()
    """Whom it is addressed to."""

    by: Several[Annotated[str, Ref("source")]] = Several()
    """The evaluation (a document) or the actor that says so."""
