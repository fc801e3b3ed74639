"""What the parties hold to (principles) and what they take upon themselves (commitments)."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Keyed, Part
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.dates import Date
from idebur.said import In, Number, Ref, YesNo
from idebur.several import ActorRef, Several, Who
from idebur.text import Text

__all__ = ["Commitment", "Deadline", "Exemption", "Principle"]


class Principle(Element):
    """A principle, with its number, its title and what it comes to."""

    number: Maybe[Number] = NOT_SAID
    """Its number in the text."""

    title: Maybe[Text] = NOT_SAID
    """Its title."""

    summary: Maybe[Text] = NOT_SAID
    """What it comes to, in short."""

    also: Several[Text] = Several()
    """Other names under which it is met."""

    like: Several[Annotated[str, Ref("like")]] = Several()
    """The principles it corresponds to elsewhere, ``document.principle``; ``none`` where it has no counterpart."""

    parts: Keyed["Principle"] = Keyed()
    """The parts it falls into, where they differ in what they correspond to."""


class Exemption(Element):
    """When a commitment does not hold, or whom it must not harm."""

    kind: Maybe[Annotated[str, In("exemption-kind")]] = NOT_SAID
    """On what ground: risk or harm, law, urgency …"""

    text: Maybe[Text] = NOT_SAID
    """What it says."""

    document: Maybe[Annotated[str, Ref("document")]] = NOT_SAID
    """The law or rule it refers to."""

    to: Several[Annotated[str, In("affected")]] = Several()
    """Those whom harm would befall."""

    explain: Maybe[YesNo] = NOT_SAID
    """Whether whoever makes use of it must state the reason."""


class Deadline(Part):
    """By when something is to be done: by a day, or within a time counted from an occasion."""

    day: Maybe[Date] = NOT_SAID
    """The last day."""

    within: Maybe[Amount] = NOT_SAID
    """The time there is, such as ``at most 3 months``."""

    after: Maybe[Annotated[str, Ref("occasion")]] = NOT_SAID
    """The event, routine or step that the time is counted from."""

    before: Maybe[Annotated[str, Ref("occasion")]] = NOT_SAID
    """The event, routine or step before which it is to be done, by at least that time."""


class Commitment(Element):
    """Who owes what to whom, and how strongly; also a protection, a mandate of a body, and a task."""

    under: Several[Annotated[str, Ref("element")]] = Several()
    """The principle, goal or outcome it stands under."""

    number: Maybe[Text] = NOT_SAID
    """Its number in the text, such as ``3.2``."""

    who: Who = Who()
    """The bearer (``does``), and whoever else has a part in it."""

    to: Several[ActorRef] = Several()
    """The counterparty: to whom it is owed."""

    force: Maybe[Annotated[str, In("force")]] = NOT_SAID
    """How strongly, as worded: shall, should, needs to, may, is encouraged, strives …"""

    does: Maybe[Text] = NOT_SAID
    """What the bearer does."""

    object: Maybe[Text] = NOT_SAID
    """What it is done to or with."""

    when: Maybe[Text] = NOT_SAID
    """The condition on which it holds."""

    unless: Keyed[Exemption] = Keyed()
    """The exceptions."""

    due: Maybe[Deadline] = NOT_SAID
    """By when."""

    every: Maybe[Cadence] = NOT_SAID
    """How often it comes back."""

    protects: Several[Annotated[str, In("protected")]] = Several()
    """For a protection: the freedoms it guards."""

    against: Several[Annotated[str, In("risk")]] = Several()
    """For a protection: the consequences it guards against."""

    balanced_with: Several[Text] = Several()
    """What it is to be weighed against."""
