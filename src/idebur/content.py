"""What an agreement holds, section by section: the same for its present state and for every version."""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.aims import Aim
from idebur.documents import Definition, Document, Instrument, Link, Territory, Validity
from idebur.elements import Element, Keyed
from idebur.events import Conclusion, Event
from idebur.governance import Body
from idebur.levels import Ladder
from idebur.parties import Actor, Office, Signing, Tenure
from idebur.principles import Commitment, Principle
from idebur.procedures import Procedure
from idebur.routines import Resource, Routine
from idebur.rules.facts import Clause, Fact
from idebur.said import Ref, YesNo
from idebur.several import Several
from idebur.text import Language, Text

__all__ = ["Content", "Version"]


class Content(Element):
    """The sections of an agreement. Every one may be left out: the text is then silent on it."""

    title: Maybe[Text] = NOT_SAID
    """The title of the text."""

    source: Maybe[Annotated[str, Ref("document")]] = NOT_SAID
    """The document that a citation means when it names none."""

    languages: Several[Language] = Several()
    """The languages that every text is to be in; left out, nothing is asked."""

    instrument: Maybe[Instrument] = NOT_SAID
    """What sort of instrument it is."""

    territory: Maybe[Territory] = NOT_SAID
    """Where it applies."""

    validity: Maybe[Validity] = NOT_SAID
    """For how long it holds."""

    documents: Keyed[Document] = Keyed()
    """The documents it rests on or refers to."""

    links: Keyed[Link] = Keyed()
    """How documents bear on each other and on the parties."""

    definitions: Keyed[Definition] = Keyed()
    """The expressions that it gives a meaning of its own."""

    parties: Keyed[Actor] = Keyed()
    """Those it binds, and those who sign for them."""

    actors: Keyed[Actor] = Keyed()
    """Everybody else it names."""

    signing: Maybe[Signing] = NOT_SAID
    """How it was signed."""

    aims: Keyed[Aim] = Keyed()
    """What it is for."""

    principles: Keyed[Principle] = Keyed()
    """The principles it rests on."""

    principles_ranked: Maybe[YesNo] = NOT_SAID
    """Whether some principles go before others."""

    commitments: Keyed[Commitment] = Keyed()
    """Who owes what to whom."""

    ladders: Keyed[Ladder] = Keyed()
    """The levels of collaboration it knows."""

    bodies: Keyed[Body] = Keyed()
    """The bodies that govern it."""

    offices: Keyed[Office] = Keyed()
    """The roles held by persons."""

    routines: Keyed[Routine] = Keyed()
    """What comes back: meetings, plans, follow-up."""

    resources: Keyed[Resource] = Keyed()
    """What the work can draw on."""

    facts: Keyed[Fact] = Keyed()
    """The facts that its rules ask for, beside the built-in ones."""

    clauses: Keyed[Clause] = Keyed()
    """Its conditions, by name."""

    procedures: Keyed[Procedure] = Keyed()
    """How one joins, leaves, renegotiates, revises."""

    events: Keyed[Event] = Keyed()
    """What happened."""

    conclusions: Keyed[Conclusion] = Keyed()
    """What evaluations concluded."""

    tenures: Several[Tenure] = Several()
    """Who joined and who sits, from when until when."""

    def _repr_html_(self) -> str:
        """Show it at a glance, in a notebook."""
        from idebur.exports.html import show

        return show(self).html


class Version(Content):
    """Another state of the agreement than the present: past or proposed, whole or as an amendment.

    A version that *amends* another says only what it changes. What it does not name stands, and whether it stays is
    *not said*: silence never removes.
    """

    amends: Maybe[Annotated[str, Ref("version")]] = NOT_SAID
    """The version it amends, or ``present``: it then names only what changes."""

    revises: Maybe[Annotated[str, Ref("version")]] = NOT_SAID
    """The version it was made from; it is itself whole."""

    @property
    def is_amendment(self) -> bool:
        """Whether it names only what changes."""
        return isinstance(self.amends, str)
