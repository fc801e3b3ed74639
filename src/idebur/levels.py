"""Ladders of collaboration: levels, the phases of a decision, and the tools at each crossing."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Keyed
from idebur.said import In, Number, Ref, YesNo
from idebur.several import ActorRef, Pairs, Several
from idebur.text import Text

__all__ = ["Ladder", "Level", "Phase", "Tool"]


class Level(Element):
    """One level of collaboration; a level can have kinds, which are levels of the same height."""

    number: Maybe[Number] = NOT_SAID
    """Its height, from 1 for the lowest."""

    title: Maybe[Text] = NOT_SAID
    """What it is called."""

    text: Maybe[Text] = NOT_SAID
    """What it means."""

    asked_by: Several[ActorRef] = Several()
    """Who takes the initiative on this level."""

    traits: Several[Annotated[str, In("level-trait")]] = Several()
    """What marks it: shared responsibility, independence kept, one-way …"""

    kinds: Keyed["Level"] = Keyed()
    """The kinds it comes in."""

    like: Several[Annotated[str, Ref("like")]] = Several()
    """The levels it corresponds to elsewhere."""


class Phase(Element):
    """One phase of a decision process."""

    number: Maybe[Number] = NOT_SAID
    """Its place in the process, from 1."""

    title: Maybe[Text] = NOT_SAID
    """What it is called."""

    text: Maybe[Text] = NOT_SAID
    """What happens in it."""


class Tool(Element):
    """A way of collaborating, with the levels and phases at which it is used: many to many."""

    title: Maybe[Text] = NOT_SAID
    """What it is called."""

    at: Pairs[Annotated[str, Ref("level")], Several[Annotated[str, Ref("phase")]]] = Pairs()
    """From a level to the phases at which it is used there."""


class Ladder(Element):
    """A scale of levels, with or without a second axis of phases and a matrix of tools."""

    title: Maybe[Text] = NOT_SAID
    """What the scale is called."""

    levels: Keyed["Level"] = Keyed()
    """The levels."""

    phases: Keyed[Phase] = Keyed()
    """The phases: the second axis."""

    cyclic: Maybe[YesNo] = NOT_SAID
    """Whether the last phase leads to the first."""

    tools: Keyed[Tool] = Keyed()
    """The tools in the matrix of levels and phases."""

    like: Several[Annotated[str, Ref("like")]] = Several()
    """The ladders it corresponds to elsewhere."""
