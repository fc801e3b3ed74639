"""The short text of a citation: a place in a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import frozen

from idebur.errors import NotationError
from idebur.messages.notations import A_CITATION, A_DOCUMENT
from idebur.notation.notated import Notated
from idebur.notation.scanner import KEY, REFERENCE, Cursor, is_key, require_reference

__all__ = ["Citation"]


@frozen(repr=False)
class Citation(Notated):
    """A place in a document: ``plan.1``, ``review#now.joint.2``, or ``national-2008#`` for a document as a whole.

    Raises:
        NotationError: document or place cannot be a key, or neither is given.

    >>> citation = Citation.parse("review#now.joint.2")
    >>> citation.document, citation.place
    ('review', 'now.joint.2')
    """

    place: str
    """A path of keys (chapter, paragraph …); "" is the whole document."""

    document: str | None = None
    """The key of the document; ``None`` is the source that the file or the version names as its own."""

    schema: ClassVar[Mapping[str, Any]] = {
        "type": "string",
        "pattern": rf"^\s*({REFERENCE}|{KEY}\s*#\s*({REFERENCE})?)\s*$",
        "description": "A place in a document: place, document#place, or document# for the whole of it.",
        "examples": ["plan.1", "review#now.joint.2", "national-2008#"],
    }

    def __attrs_post_init__(self) -> None:
        if self.place or self.document is None:
            require_reference(self.place)
        if self.document is not None and not is_key(self.document):
            raise NotationError("not-a-key", str(self), 0, max(1, len(self.document)), {"found": self.document})

    @classmethod
    def read(cls, cursor: Cursor) -> Citation:
        """Take a citation from *cursor*."""
        token = cursor.here
        if token is None or not token.is_word:
            raise cursor.unexpected(A_CITATION)
        following = cursor.ahead(1)
        if following is None or following.text != "#":
            return cls(cursor.take_reference(A_CITATION).text)
        document = cursor.take_key(A_DOCUMENT).text
        cursor.expect("#")
        if cursor.here is None:
            return cls("", document)
        return cls(cursor.take_reference(A_CITATION).text, document)

    def __str__(self) -> str:
        return self.place if self.document is None else f"{self.document}#{self.place}"
