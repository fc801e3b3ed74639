"""What the nodes of a graph are called, each in the language that is asked for."""

from __future__ import annotations

from textwrap import shorten

from attrs import frozen

from idebur.absence import one_said
from idebur.elements import Element
from idebur.events import Event
from idebur.graph.kinds import NODES
from idebur.graph.stated import Stated
from idebur.procedures import Procedure
from idebur.text import Text
from idebur.visits import Path

__all__ = ["TITLES", "Labels", "labelled"]

TITLES = ("name", "title")
"""The fields in which an element is given a name."""

_TEXTS = ("summary", "does", "text")
_WIDEST = 70
"""How many characters a label may have that is made of a text."""


def labelled(text: Text | None, lang: str, key: str) -> str:
    """A label: the text in *lang*, or else the key as words."""
    return key.replace("-", " ") if text is None else text.said(lang)


@frozen(eq=False)
class Labels:
    """The words for the elements of one state."""

    state: Stated
    lang: str

    def of(self, path: Path, element: Element) -> str:
        """What the element at a path is called: by its name, its text, or its kind."""
        for name in TITLES:
            text = one_said(getattr(element, name, None))
            if isinstance(text, Text):
                return self._said(text)
        if path[-2] == "seats" and (held := self._seat_label(element)) is not None:
            return held
        text = self._text(element)
        if text is not None:  # a commitment is called by what is to be done
            return shorten(self._said(text).rstrip("."), _WIDEST, placeholder=" …")
        return self._kind_label(element) or str(path[-1]).replace("-", " ")

    def _kind_label(self, element: Element) -> str | None:
        """What happened, or is done, is called by its kind where it has no name."""
        kind = one_said(element.kind) if isinstance(element, (Event, Procedure)) else None
        vocabulary = "event-kind" if isinstance(element, Event) else "procedure-kind"
        return None if kind is None else self.state.words.label(vocabulary, kind, self.lang)

    def _seat_label(self, element: Element) -> str | None:
        """A seat is called as those it is for."""
        own = one_said(getattr(element, "of", None)) or one_said(getattr(element, "one_each", None))
        if own is None:
            return None
        at = self.state.actor_path(own)
        found = None if at is None else self.state.element(at)
        called = None if at is None or found is None else self.of(at, found[1])
        for vocabulary in ("sector", "group"):
            if called is None and own in self.state.words[vocabulary]:
                called = self.state.words.label(vocabulary, str(own), self.lang)
        return None if called is None else f"{called} ({NODES['seat'].said(self.lang)})"

    def text(self, element: Element) -> str | None:
        """What an element says, where it says something."""
        text = self._text(element)
        return None if text is None else self._said(text)

    def _text(self, element: Element) -> Text | None:
        return next((one for name in _TEXTS if isinstance(one := one_said(getattr(element, name, None)), Text)), None)

    def _said(self, text: Text) -> str:
        return text.said(self.lang, self.state.agreement.language)
