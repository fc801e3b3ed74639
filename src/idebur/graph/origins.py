"""What an edge says beside who and what: which element says so, where it stands, what it rests on, when it holds."""

from __future__ import annotations

from typing import Any, Protocol

from idebur.absence import one_said
from idebur.elements import Element
from idebur.events import Event
from idebur.graph.spans import Span, bounds
from idebur.graph.stated import Stated, span_of_state
from idebur.messages import Place
from idebur.principles import Commitment
from idebur.states import has_status
from idebur.visits import Path, written_path
from idebur.vocabulary import shipped

__all__ = ["Attributes", "Origins", "Places", "said"]

Attributes = dict[str, Any]
"""What a node or an edge carries: texts, numbers and truth values, by name."""

_STATUS = ("status", "not_yet", "over")


class Places(Protocol):
    """Where each element stands, by its path."""

    def __getitem__(self, path: Path, /) -> Place:
        """The place of what stands at *path*."""


def said(name: str, value: Any) -> Attributes:
    """One attribute, or none where nothing is said."""
    return {} if value is None else {name: value if isinstance(value, (bool, int, float)) else str(value)}


class Origins:
    """What the elements of one state give to the edges that come from them."""

    def __init__(self, state: Stated, places: Places | None) -> None:
        self.state = state
        self.places = places
        self._found: dict[Path, Attributes] = {}
        self._frames: dict[Path, Attributes] = {}

    def of(self, at: Path, path: Path, element: Element) -> Attributes:
        """What every edge that comes from an element says: where it stands, what it rests on, when it holds."""
        whole = (*at, *path)
        if whole not in self._found:
            self._found[whole] = self._about(at, path, whole, element)
        return self._found[whole]

    def _about(self, at: Path, path: Path, whole: Path, element: Element) -> Attributes:
        own: Attributes = {"agreement": self.state.called, "path": written_path(path)} | self.version(at)
        own |= said("cites", self.cites(whole)) | self.place(whole)
        own |= self._when(element, self._around(at, path), self.state.span(path))
        return own | said("force", one_said(element.force) if isinstance(element, Commitment) else None)

    def _around(self, at: Path, path: Path) -> Attributes:
        """When that holds in which the element at a path stands: the state, or what has it as a part."""
        found = self.state.element(path[:-2]) if len(path) > 2 else None
        if found is None or isinstance(found[1], Event):
            return self.frame(at)
        return self.of(found[0], path[:-2], found[1])

    def _when(self, element: Element, around: Attributes, left: Span) -> Attributes:
        """When an element holds: as long as it says, within what is *around* it, and within what amendments leave."""
        status = self.status(one_said(element.status)) or {name: around[name] for name in _STATUS if name in around}
        if isinstance(element, Event):  # what has happened stays so
            return said("since", one_said(element.when)) | status
        own = bounds(element.since, element.until)
        span = own.within(Span.of(around)).within(left)
        over = has_status(element, "over", self.state.words)
        if over and own.until is None and span.until is not None:  # it ended some time before that
            span = span._replace(unclear=True)
        return span.told | status

    def frame(self, at: Path) -> Attributes:
        """When what a state says holds, where it says nothing else: its dates and its status."""
        if at not in self._frames:
            dates = span_of_state(self.state.agreement, at, self.state.words).told
            self._frames[at] = dates | self.status(one_said(self.state.contents[at].status))
        return self._frames[at]

    def status(self, word: str | None) -> Attributes:
        """A status, and of a word that the agreement itself adds also what it means for whether a thing holds."""
        own = word is not None and word not in shipped()["status"]
        means = [name for name in ("not-yet", "over") if own and self.state.words.has("status", str(word), name)]
        return said("status", word) | {name.replace("-", "_"): True for name in means}

    def cites(self, path: Path) -> str | None:
        """What stands at a path rests on, as one text; ``None`` where it cites nothing."""
        return "; ".join(dict.fromkeys(str(cite.at) for cite in self.state.agreement.cites_of(path))) or None

    def place(self, path: Path) -> Attributes:
        """In which file and line a path stands, where that is known."""
        if self.places is None:
            return {}
        place = self.places[path]
        return {"file": place.file, "line": place.line}

    @staticmethod
    def version(at: Path) -> Attributes:
        """Which version says it; nothing for the present."""
        return {"version": str(at[1])} if at else {}
