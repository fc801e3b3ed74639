"""What an agreement is for: visions, purposes, goals, values, benefits, areas of work."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Keyed
from idebur.said import In, Number
from idebur.several import ActorRef, Several, Who
from idebur.text import Text

__all__ = ["Aim"]


class Aim(Element):
    """A vision, purpose, goal, value, benefit or area of work."""

    kind: Maybe[Annotated[str, In("aim-kind")]] = NOT_SAID
    """Which of them it is."""

    number: Maybe[Number] = NOT_SAID
    """Its number, where the text counts them."""

    text: Maybe[Text] = NOT_SAID
    """What it says; ``not-said`` where the text names it and never says what it is."""

    whose: Several[ActorRef] = Several()
    """For whom it holds, where it is not for all."""

    who: Who = Who()
    """Who does what for it: with whom it is pursued, who answers for it."""

    parts: Keyed["Aim"] = Keyed()
    """The parts it falls into."""
