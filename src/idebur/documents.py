"""Documents and the links between them.

A source, a strategy, a law, a framework, an annex and a parent agreement are all documents. How one bears on another
(derives from, revises, governs …) is a :class:`Link`, asserted by whoever made the document that the link cites.
"""

from typing import Annotated

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Part
from idebur.notation.dates import Date
from idebur.said import In, Ref, YesNo
from idebur.several import ActorRef, Several
from idebur.text import Language, Text

__all__ = ["Definition", "Document", "Instrument", "Link", "Territory", "Validity"]


class Document(Element):
    """A text that the agreement rests on, refers to, or consists of."""

    kind: Maybe[Annotated[str, In("document-kind")]] = NOT_SAID
    """What it is: agreement, strategy, law, framework, web page, report, annex …"""

    title: Maybe[Text] = NOT_SAID
    """Its title."""

    by: Several[ActorRef] = Several()
    """Who made it; its makers assert what is cited from it."""

    when: Maybe[Date] = NOT_SAID
    """When it was made or adopted."""

    level: Maybe[Annotated[str, In("territory-level")]] = NOT_SAID
    """The level of government it belongs to."""

    languages: Several[Language] = Several()
    """The languages it is in, by language tag."""

    url: Maybe[Text] = NOT_SAID
    """Its web address."""

    registry: Maybe[Text] = NOT_SAID
    """Its registry number (diarienummer)."""

    places: Several[Annotated[str, Ref("new-place")]] = Several()
    """The places in it that can be cited, such as ``plan``; a paragraph is cited by number, ``plan.1``."""

    known_through: Maybe[Annotated[str, Ref("document")]] = NOT_SAID
    """The document through which this one is known, where it was not read itself."""


class Link(Element):
    """How one document bears on another document or element: the citation says who asserts it."""

    subject: Maybe[Annotated[str, Ref("linked")]] = NOT_SAID
    """What the link is from: a document, a version or any element; left out, it is this agreement."""

    kind: Maybe[Annotated[str, In("link-kind")]] = NOT_SAID
    """How it bears on it: ``derives-from``, ``revises``, ``governing``, ``guiding``, ``inspiring`` …"""

    to: Several[Annotated[str, Ref("linked")]] = Several()
    """What it bears on: a document, or a party where it differs between them (a strategy *governing* one party)."""

    parts: Several[Annotated[str, Ref("part")]] = Several()
    """The parts it is about: principles of either side, or a section such as ``principles``."""

    extent: Maybe[Annotated[str, In("extent")]] = NOT_SAID
    """Whether it holds in full or in part."""

    when: Maybe[Date] = NOT_SAID
    """When it came about."""

    effect: Maybe[Text] = NOT_SAID
    """What it brought."""


class Definition(Element):
    """An expression that the text gives a meaning of its own, with the words it stands for as well."""

    term: Maybe[Text] = NOT_SAID
    """The expression."""

    means: Maybe[Text] = NOT_SAID
    """What it means here."""

    also: Several[Text] = Several()
    """The other expressions that it covers."""


class Instrument(Part):
    """What sort of instrument the text is, and what force it has."""

    kind: Maybe[Annotated[str, In("instrument-kind")]] = NOT_SAID
    """What it calls itself: agreement, declaration of intent, statutory scheme …"""

    binding: Maybe[YesNo] = NOT_SAID
    """Whether it binds in law."""

    basis: Several[Annotated[str, Ref("document")]] = Several()
    """The laws or decisions it rests on."""

    effects: Maybe[Text] = NOT_SAID
    """The effects it has all the same."""

    role: Several[Annotated[str, In("instrument-role")]] = Several()
    """What it is meant to serve as: a platform, a shared approach, a support …"""


class Territory(Part):
    """Where the agreement applies."""

    level: Maybe[Annotated[str, In("territory-level")]] = NOT_SAID
    """The level: national, regional, municipal, local …"""

    area: Maybe[Text] = NOT_SAID
    """The name of the area."""

    code: Maybe[Text] = NOT_SAID
    """Its official code, kept as text (``"05"``)."""

    field: Maybe[Text] = NOT_SAID
    """The policy field it is limited to, where it is."""


class Validity(Part):
    """For how long the agreement holds, and what sets it in motion again."""

    kind: Maybe[Annotated[str, In("validity-kind")]] = NOT_SAID
    """``until-further-notice``, ``fixed-term`` or ``until-trigger``."""

    since: Maybe[Date] = NOT_SAID
    """From when it holds."""

    until: Maybe[Date] = NOT_SAID
    """Until when it holds."""

    trigger: Several[Annotated[str, In("trigger")]] = Several()
    """What ends it or calls for revision."""

    clock: Maybe[Annotated[str, Ref("document")]] = NOT_SAID
    """The document whose timeline of revision it follows."""
