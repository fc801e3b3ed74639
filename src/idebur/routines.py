"""What comes back: meetings, forums, plans, reports, follow-up."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Keyed
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.said import In, Ref
from idebur.several import Audience, Several, Who
from idebur.text import Text

__all__ = ["Resource", "Routine"]


class Routine(Element):
    """Something that is done again and again, or made anew for each period."""

    kind: Maybe[Annotated[str, In("routine-kind")]] = NOT_SAID
    """Meeting, forum, conference, plan, report, follow-up, communication, activity …"""

    title: Maybe[Text] = NOT_SAID
    """What it is called."""

    every: Maybe[Cadence] = NOT_SAID
    """How often: ``year``, ``4 a year``, ``at need``."""

    period: Maybe[Amount] = NOT_SAID
    """The time that each covers, such as ``2 years``."""

    who: Who = Who()
    """Who does it, orders it, plans it, decides it, attends it, receives it."""

    open_to: Audience = Audience()
    """Those to whom it is open besides, and how often where that is said."""

    of: Several[Annotated[str, Ref("part")]] = Several()
    """What it is about: the plan that is followed up, the principle that is the year's theme."""

    based_on: Several[Annotated[str, Ref("part")]] = Several()
    """What it builds on."""

    aims: Several[Annotated[str, Ref("aim")]] = Several()
    """The aims it serves."""

    tasks: Several[Annotated[str, In("task")]] = Several()
    """What it is to do: assess goals, support learning …"""

    presented_at: Maybe[Annotated[str, Ref("routine")]] = NOT_SAID
    """The meeting at which it is presented."""

    yields: Maybe[Annotated[str, Ref("document")]] = NOT_SAID
    """The document it results in."""

    parts: Keyed["Routine"] = Keyed()
    """The activities or parts it falls into."""


class Resource(Element):
    """Money, staff or anything in kind that the work can draw on."""

    kind: Maybe[Annotated[str, In("resource-kind")]] = NOT_SAID
    """Money, staff, in kind …"""

    amount: Maybe[Amount] = NOT_SAID
    """How much, such as ``100000 SEK``."""

    per: Maybe[Cadence] = NOT_SAID
    """For which period."""

    who: Who = Who()
    """Who holds it, who pays."""

    of: Several[Annotated[str, Ref("part")]] = Several()
    """What it is for."""
