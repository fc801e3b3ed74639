"""The short hand in which the frameworks are written down: texts in two languages, and citations by field."""

from __future__ import annotations

from typing import Any

from idebur.citations import Cite, Cites
from idebur.content import Content
from idebur.documents import Document
from idebur.notation.citations import Citation
from idebur.several import Several
from idebur.text import Text

__all__ = ["UNVERIFIED", "both", "cited", "page", "whole"]


def whole(**sections: Any) -> Content:
    """A framework of these sections, each of which its own class has validated.

    Validating the whole once more would first build the validator of every class that an agreement can hold.
    """
    return Content.model_construct(**sections)


def both(sv: str, en: str) -> Text:
    """A text in Swedish and English."""
    return Text(sv=sv, en=en)


def cited(*whole: str, **by_field: str) -> Cites:
    """Citations for an element as a whole, and for single fields of it.

    >>> cited("slides#", text="unverified#levels").written()
    ['slides#', {'at': 'unverified#levels', 'field': 'text'}]
    """
    fields = [Cite(at=Citation.parse(at), field=field.replace("_", "-")) for field, at in by_field.items()]
    return Cites([*(Cite(at=Citation.parse(at)) for at in whole), *fields])


def page(sv: str, en: str, url: str, *by: str) -> Document:
    """A public page in which a fact was seen."""
    if by:
        return Document(kind="web-page", title=both(sv, en), by=Several(by), url=Text(url))
    return Document(kind="web-page", title=both(sv, en), url=Text(url))


UNVERIFIED = Document(
    kind="unverified",
    title=both(
        "Återgivet ur minnet och inte jämfört med den utgivna texten",
        "Recalled from memory and not compared with the published text",
    ),
)
"""What the facts cite that were not seen in any document."""
