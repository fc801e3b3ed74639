"""How something is done step by step: joining, leaving, renegotiating, revising, settling a dispute."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Part
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.rules import Rule
from idebur.said import In, Ref
from idebur.several import ActorRef, Several, Who
from idebur.text import Text

__all__ = ["Procedure", "Step"]


class Step(Part):
    """One step of a procedure: who does what, to whom, in what form, within what time."""

    who: Who = Who()
    """Who acts."""

    does: Several[Annotated[str, In("step-verb")]] = Several()
    """What is done: apply, approve, notify, publish, decide …"""

    to: Several[ActorRef] = Several()
    """To whom."""

    form: Several[Annotated[str, In("form")]] = Several()
    """In what form: written, formal, by web form …"""

    notice: Maybe[Amount] = NOT_SAID
    """The notice to be given before what the procedure leads to."""

    within: Maybe[Amount] = NOT_SAID
    """The time within which it is to be done, counted from the step before (the first: from the trigger)."""

    when: Maybe[Annotated[str, In("moment")]] = NOT_SAID
    """When it may be done: at any time, on expiry …"""

    choose: Maybe[Annotated[str, In("choose")]] = NOT_SAID
    """Where several things are named in ``does``: whether one of them or all are done."""

    scope: Maybe[Annotated[str, In("scope")]] = NOT_SAID
    """Whether it concerns the whole text or a part."""

    text: Maybe[Text] = NOT_SAID
    """What else is said of it."""


class Procedure(Element):
    """How one joins, leaves, renegotiates, revises, disputes, nominates: on what ground and in which steps."""

    kind: Maybe[Annotated[str, In("procedure-kind")]] = NOT_SAID
    """What it is for."""

    open_to: Maybe[Rule] = NOT_SAID
    """Who may set it in motion, as a rule."""

    trigger: Several[Annotated[str, In("trigger")]] = Several()
    """What sets it in motion: need, breach, an evaluation, a strategy's timeline …"""

    every: Maybe[Cadence] = NOT_SAID
    """How often it comes back, where it does by itself."""

    part: Several[Annotated[str, Ref("part")]] = Several()
    """What it is about, where it is not the whole agreement."""

    text: Maybe[Text] = NOT_SAID
    """What else is said of it."""

    steps: Several[Step] = Several()
    """The steps, in order; one is referred to by what is done, ``joining.approve``."""
