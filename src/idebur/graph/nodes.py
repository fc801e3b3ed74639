"""The nodes of one state of an agreement: what each is called, and which of them a name in the text means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from textwrap import shorten
from typing import Any, NamedTuple, Protocol

import networkx as nx

from idebur.absence import Absence, one_said
from idebur.agreement import elements
from idebur.content import Content
from idebur.elements import Element
from idebur.events import Event
from idebur.graph.kinds import EDGES, HELD, NODES, node_kind
from idebur.graph.stated import Stated, dates_of, dates_with_amendments, earlier, later
from idebur.mandates import sector_of, siding
from idebur.messages import Place
from idebur.names import PRESENT
from idebur.parties import Actor, Tenure
from idebur.principles import Commitment
from idebur.procedures import Procedure
from idebur.several import Who
from idebur.text import Text
from idebur.visits import Path, written_path
from idebur.vocabulary import Vocabularies, shipped

__all__ = ["SHARED", "Attributes", "Meant", "Nodes", "Places", "kind_of_actor", "labelled", "said"]

Attributes = dict[str, Any]
"""What a node or an edge carries: texts, numbers and truth values, by name."""

SHARED = ("parties", "actors")
"""The sections of those who can be known by several agreements; a body or an office belongs to one."""

_LABELS = ("name", "title")
_TEXTS = ("summary", "does", "text")
_WIDEST = 70
"""How many characters a label may have that is made of a text."""

_STATUS = ("status", "not_yet", "over")
_PERSONAL = ("sector", "number")
_OF_NODES = ("agreement", "path", "cites", "file", "line")

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "document": ("documents",),
    "linked": ("documents",),
    "source": ("documents",),
    "event": ("events",),
    "aim": ("aims",),
    "routine": ("routines",),
    "seat": ("bodies", "offices"),
    "step": ("procedures", "routines"),
    "occasion": ("procedures", "routines", "events"),
    "level": ("ladders",),
    "phase": ("ladders",),
}
"""Where what a kind of reference names is looked for first."""


class Places(Protocol):
    """Where each element stands, by its path."""

    def __getitem__(self, path: Path, /) -> Place:
        """The place of what stands at *path*."""


class Meant(NamedTuple):
    """A node that a name means, with the group word through which it does."""

    node: str
    group: str | None = None
    since: str | None = None
    until: str | None = None

    def told(self, about: Attributes) -> Attributes:
        """What an edge that is *about* something says of it: the group, and no longer time than it belongs to that."""
        if self.group is None:
            return {}
        since, until = later(about.get("since"), self.since), earlier(about.get("until"), self.until)
        return {"group": self.group} | said("since", since) | said("until", until)


def said(name: str, value: Any) -> Attributes:
    """One attribute, or none where nothing is said."""
    return {} if value is None else {name: value if isinstance(value, (bool, int, float)) else str(value)}


def labelled(text: Text | None, lang: str, key: str) -> str:
    """A label: the text in *lang*, or else the key as words."""
    return key.replace("-", " ") if text is None else text.said(lang)


def _text_of(element: Element) -> Text | None:
    """What an element says, where it says something."""
    return next((one for name in _TEXTS if isinstance(one := one_said(getattr(element, name, None)), Text)), None)


def kind_of_actor(actor: Actor, words: Vocabularies) -> str:
    """The kind of node that an actor is where it is no party: many, one organisation, or a part of one."""
    kind = one_said(actor.kind)
    if kind is not None and words.has("actor-kind", kind, "many"):
        return "class"
    return "organisation" if isinstance(actor.part_of, Absence) else "unit"


class Nodes:
    """The nodes of one state, each added to the graph when it is first asked for."""

    def __init__(
        self,
        graph: nx.MultiDiGraph[str],
        state: Stated,
        places: Places | None,
        who: Mapping[tuple[str, str], str],
        frameworks: Mapping[str, Content],
        lang: str,
        unmet: set[str],
    ) -> None:
        """Take what all the states share: *unmet* are nodes of agreements still to come that others refer to."""
        self.graph = graph
        self.state = state
        self.places = places
        self.who = who
        self.frameworks = frameworks
        self.lang = lang
        self.unmet = unmet
        self.words = state.words
        self.called = state.called
        self._meanings: dict[tuple[str, str], tuple[Meant, ...]] = {}
        self._sides: dict[str, str] = {}
        self._abouts: dict[Path, Attributes] = {}
        self._frames: dict[Path, Attributes] = {}
        self.agreement = self.of_agreement(self.called, state.agreement)

    # --- what a name means ---

    def meant(self, kind: str, name: str) -> tuple[Meant, ...]:
        """The nodes that a name means, *kind* being what its field refers to (:class:`idebur.said.Ref`)."""
        if (kind, name) not in self._meanings:
            self._meanings[kind, name] = self._meaning(kind, name)
        return self._meanings[kind, name]

    def _meaning(self, kind: str, name: str) -> tuple[Meant, ...]:
        if kind in {"actor", "tenant"}:
            return self.actor(name)
        if kind == "like":
            document, _, rest = name.partition(".")
            if document in self.frameworks:
                return (Meant(self._elsewhere(document, rest)),)
            kind, name = "document", document  # of an element of what is not at hand only the document is known
        path = self.state.path_of(name, *_SECTIONS.get(kind, ()))
        if path is None and kind in {"step", "occasion"}:  # a step is no node of its own, its procedure is
            path = self.state.path_of(name.rpartition(".")[0], "procedures")
        return self._other(name) if path is None else (Meant(self.at(path)),)

    def replaced(self, holder: Path, name: str) -> tuple[Meant, ...]:
        """The node of what an element takes the place of, *holder* being the path of what holds them both."""
        path = (*holder, name)
        return () if self.state.element(path) is None else (Meant(self.at(path)),)

    def _other(self, name: str) -> tuple[Meant, ...]:
        """What is no element: the agreement, a version or a section of it, another agreement, a word for actors."""
        if name in {self.called, PRESENT} or name.replace("-", "_") in Content.model_fields:
            return (Meant(self.agreement),)
        version = name.removeprefix("versions.")
        if version in self.state.agreement.versions:
            return (Meant(self.of_version(version)),)
        if name in self.frameworks:
            return (Meant(self.of_agreement(name, self.frameworks[name])),)
        return self.actor(name)

    def actor(self, name: str) -> tuple[Meant, ...]:
        """The nodes of an actor: its own, or, for a group of all the parties, each of theirs."""
        path = self.state.actor_path(name)
        if path is not None:
            return (Meant(self.at(path)),)
        if name in self._introducing:
            return (Meant(self.introduced(self._introducing[name])),)
        if self.words.property("group", name, "of") == "parties" and not self.words.has("group", name, "some"):
            return tuple(self._party(path, name) for path in self.state.parties)
        for vocabulary in ("group", "sector"):
            if name in self.words[vocabulary]:
                return (Meant(self.of_word(vocabulary, name)),)
        return ()

    def _party(self, path: Path, group: str) -> Meant:
        """A party that a group word means, for as long as it is a party."""
        found = self.state.element(path)
        since, until = (None, None) if found is None else dates_of(found[1])
        return Meant(self.at(path), group, since, earlier(until, self.state.ends.get(path)))

    @cached_property
    def _introducing(self) -> Mapping[str, Tenure]:
        """The tenures that introduce an organisation which is not named elsewhere, by its key."""
        agreement = self.state.agreement
        found: dict[str, Tenure] = {}
        for content in (self.state.content, agreement, *agreement.versions.values()):
            for tenure in content.tenures:
                if "name" in tenure.__pydantic_fields_set__:
                    found.setdefault(tenure.who, tenure)
        return found

    def introduced(self, tenure: Tenure) -> str:
        """The node of an organisation that a tenure introduces, made where it is met for the first time."""
        chosen, who = tenure.__pydantic_fields_set__, tenure.who
        node = self.who.get((self.called, who)) or f"{self.called}/{who}"
        known: Attributes = {}
        if "sector" in chosen and (sector := one_said(tenure.sector)) is not None:
            known["sector"] = self._sides.get(sector) or self.side(sector)
        if "number" in chosen:
            known |= said("number", one_said(tenure.number))
        if node in self.graph:
            self._complete(node, known)
        else:
            label = labelled(one_said(tenure.name), self.lang, who)
            self.graph.add_node(node, kind="organisation", label=label, agreement=self.called, **known)
        return node

    def _complete(self, node: str, known: Attributes) -> None:
        """Add what one agreement knows of somebody shared, and another that was met before it does not say."""
        for name, value in known.items():
            self.graph.nodes[node].setdefault(name, value)

    def actors(self, names: Iterable[str]) -> list[Meant]:
        """The nodes of several actors."""
        return [meant for name in names for meant in self.meant("actor", name)]

    def doing(self, who: Who, name: str) -> list[Meant]:
        """Those who do what a verb with the property *name* says."""
        return [meant for verb in who if self.words.has("verb", verb, name) for meant in self.actors(who.actors(verb))]

    def members(self, called: str) -> list[Meant]:
        """The members of a set where they are listed, each through the set; else the set itself."""
        path = self.state.actor_path(called)
        found = None if path is None else self.state.element(path)
        listed = found[1].members if found is not None and isinstance(found[1], Actor) else ()
        return [Meant(meant.node, called) for meant in self.actors(listed)] or list(self.actor(called))

    # --- the node of an element ---

    def at(self, path: Path) -> str:
        """The node of what stands at a path; of something that is no node, that of what it stands in."""
        node = self._id(path)
        if node in self.graph:
            return node
        found = self.state.element(path)
        if found is None or self.kind(path, found[1]) is None:
            return self.at(path[:-2]) if len(path) > 2 else self.agreement
        return self.of(found[0], path, found[1])

    def of(self, at: Path, path: Path, element: Element) -> str:
        """The node of an element, made where it is met for the first time; *at* is the state that says it."""
        node = self._id(path)
        if node.startswith("agreement/"):
            return self.of_agreement(str(path[1]), self.frameworks[str(path[1])])
        known = self.graph.nodes.get(node)
        personal: Attributes = {}
        if isinstance(element, Actor):
            personal = said("sector", self._sector(element)) | said("number", one_said(element.number))
        if known is not None and node not in self.unmet and (known["kind"] != "organisation" or path[0] != "parties"):
            self._complete(node, personal)
            return node
        self.unmet.discard(node)
        if known is not None:  # it was met as something less
            personal = {name: known[name] for name in _PERSONAL if name in known} | personal
            known.clear()
        about = self.about(at, path, element)
        since, until = dates_of(element)
        text = _text_of(element)
        own: Attributes = {"kind": self.kind(path, element), "label": self._label(path, element)}
        own |= said("word", one_said(getattr(element, "kind", None)))
        own |= said("text", None if text is None else text.said(self.lang, self.state.agreement.language))
        own |= personal | {name: about[name] for name in _OF_NODES if name in about}
        own |= said("since", since) | said("until", until) | self.status(one_said(element.status))
        self.graph.add_node(node, **own)
        return node

    def kind(self, path: Path, element: Element) -> str | None:
        """The kind of node that the element at a path is; ``None`` where it is none."""
        section = str(path[-2])
        if section == "parts":
            return self.kind(path[:-2], element)
        if section in SHARED and isinstance(element, Actor):
            return "party" if section == "parties" else kind_of_actor(element, self.words)
        kind = node_kind(section)
        word = one_said(getattr(element, "kind", None)) if kind == "document" else None
        return kind if word is None else str(self.words.property("document-kind", word, "node") or kind)

    def _id(self, path: Path) -> str:
        if path[0] in SHARED and (self.called, str(path[1])) in self.who:
            return self.who[self.called, str(path[1])]
        if path[0] == "documents" and path[1] in self.frameworks:
            return f"agreement/{path[1]}"
        return f"{self.called}/{written_path(path)}"

    def _label(self, path: Path, element: Element) -> str:
        for name in _LABELS:
            text = one_said(getattr(element, name, None))
            if isinstance(text, Text):
                return text.said(self.lang, self.state.agreement.language)
        if path[-2] == "seats" and (held := self._seat_label(element)) is not None:
            return held
        text = _text_of(element)
        if text is not None:  # a commitment is called by what is to be done
            return shorten(text.said(self.lang, self.state.agreement.language).rstrip("."), _WIDEST, placeholder=" …")
        return self._kind_label(element) or str(path[-1]).replace("-", " ")

    def _kind_label(self, element: Element) -> str | None:
        """What happened, or is done, is called by its kind where it has no name."""
        kind = one_said(element.kind) if isinstance(element, (Event, Procedure)) else None
        vocabulary = "event-kind" if isinstance(element, Event) else "procedure-kind"
        return None if kind is None else self.words.label(vocabulary, kind, self.lang)

    def _seat_label(self, element: Element) -> str | None:
        """A seat is called as those it is for."""
        own = one_said(getattr(element, "of", None)) or one_said(getattr(element, "one_each", None))
        if own is None:
            return None
        at = self.state.actor_path(own)
        found = None if at is None else self.state.element(at)
        called = None if at is None or found is None else self._label(at, found[1])
        for vocabulary in ("sector", "group"):
            if called is None and own in self.words[vocabulary]:
                called = self.words.label(vocabulary, str(own), self.lang)
        return None if called is None else f"{called} ({NODES['seat'].said(self.lang)})"

    def _sector(self, actor: Actor) -> str | None:
        agreement, key = self.state.agreement, actor.key
        if any(key in section for section in (agreement.parties, agreement.actors, agreement.bodies)):
            found = self._sides_of(key)
            return next(iter(found)) if len(found) == 1 else None
        sector = sector_of(actor, self.words)
        return None if sector is None else self.side(sector)

    @cached_property
    def _sides_of(self) -> Callable[[str], frozenset[str]]:
        return siding(self.state.agreement)

    def side(self, sector: str) -> str:
        """The side that a sector word stands for."""
        if sector not in self._sides:
            self._sides[sector] = str(self.words.property("sector", sector, "side") or sector)
        return self._sides[sector]

    # --- other nodes ---

    def of_agreement(self, key: str, content: Content) -> str:
        """The node of an agreement or a framework."""
        node = f"agreement/{key}"
        if node not in self.graph:
            title = one_said(content.title)
            self.graph.add_node(node, kind="agreement", label=labelled(title, self.lang, key), agreement=key)
        return node

    def of_version(self, key: str) -> str:
        """The node of a version, where something is said of the version itself."""
        node = f"{self.called}/versions.{key}"
        if node not in self.graph:
            label = labelled(one_said(self.state.agreement.versions[key].title), self.lang, key)
            self.graph.add_node(node, kind="agreement", label=label, agreement=self.called)
        return node

    def _elsewhere(self, document: str, name: str) -> str:
        """The node of an element of a framework or another agreement; of the whole, where the element has none."""
        content = self.frameworks[document]
        whole = self.of_agreement(document, content)
        for path, element in elements(content, but=("tenures", "versions")):
            if not written_path(path).endswith(f".{name}"):
                continue
            node, kind = f"{document}/{written_path(path)}", node_kind(str(path[-2]))
            if kind is None:
                break
            if node not in self.graph:
                label = next((one for field in _LABELS if (one := one_said(getattr(element, field, None)))), None)
                about: Attributes = {"agreement": document, "path": written_path(path)}
                self.graph.add_node(node, kind=kind, label=labelled(label, self.lang, str(path[-1])), **about)
                if document in self.graph.graph.get("agreements", "").split(", "):  # it will say so itself
                    self.unmet.add(node)
                    return node
                edge = HELD.get(str(path[-2]), "belongs-to")
                since = content.documents[document].when if document in content.documents else content.since
                about |= said("since", one_said(since))
                ends = (node, whole) if edge == "belongs-to" else (whole, node)
                self.graph.add_edge(
                    *ends, f"{node}#{edge}", kind=edge, label=EDGES[edge].said(self.lang), derived=True, **about
                )
            return node
        return whole

    def of_word(self, vocabulary: str, word: str) -> str:
        """The node of a word that stands for actors: a sector, or a group such as ``signatories``."""
        is_sector = vocabulary == "sector"
        node = f"sector/{word}" if is_sector else f"{self.called}/group.{word}"
        if node not in self.graph:
            own = {"sector": self.side(word)} if is_sector else {"agreement": self.called}
            label = self.words.label(vocabulary, word, self.lang)
            self.graph.add_node(node, kind=vocabulary, label=label, word=word, **own)
        return node

    # --- what is said of where something stands ---

    def about(self, at: Path, path: Path, element: Element) -> Attributes:
        """What every edge that comes from an element says: where it stands, what it rests on, when it holds."""
        whole = (*at, *path)
        if whole not in self._abouts:
            self._abouts[whole] = self._about(at, path, whole, element)
        return self._abouts[whole]

    def _about(self, at: Path, path: Path, whole: Path, element: Element) -> Attributes:
        own: Attributes = {"agreement": self.called, "path": written_path(path)} | self.version(at)
        own |= said("cites", self.cites(whole)) | self.place(whole)
        own |= self.when(element, self._around(at, path), self._again(path), self.state.ends.get(path[:2]))
        return own | said("force", one_said(element.force) if isinstance(element, Commitment) else None)

    def _around(self, at: Path, path: Path) -> Attributes:
        """When that holds in which the element at a path stands: the state, or what has it as a part."""
        found = self.state.element(path[:-2]) if len(path) > 2 else None
        if found is None or isinstance(found[1], Event):
            return self.frame(at)
        return self.about(found[0], path[:-2], found[1])

    def _again(self, path: Path) -> str | None:
        """From when what stands at a path holds again, where the state is asked for that."""
        return None if self.state.again is None else self.state.again.get(path[:2])

    def when(self, element: Element, around: Attributes, begins: str | None, ends: str | None) -> Attributes:
        """When an element holds: as long as it says, no longer than what is *around* it, nor than others let it."""
        since, until = dates_of(element)
        status = self.status(one_said(element.status)) or {name: around[name] for name in _STATUS if name in around}
        if isinstance(element, Event):  # what has happened stays so
            return said("since", one_said(element.when)) | status
        since, until = (
            later(later(since, around.get("since")), begins),
            earlier(earlier(until, around.get("until")), ends),
        )
        return said("since", since) | said("until", until) | status

    def frame(self, at: Path) -> Attributes:
        """When what a state says holds, where it says nothing else: its dates and its status."""
        if at not in self._frames:
            agreement = self.state.agreement
            content: Content = agreement.versions[str(at[1])] if at else agreement
            since, until = dates_with_amendments(agreement, at, self.words)
            dates = said("since", since) | said("until", until)
            self._frames[at] = dates | self.status(one_said(content.status))
        return self._frames[at]

    def status(self, word: str | None) -> Attributes:
        """A status, and of a word that the agreement itself adds also what it means for whether a thing holds."""
        own = word is not None and word not in shipped()["status"]
        means = [name for name in ("not-yet", "over") if own and self.words.has("status", str(word), name)]
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

    def asserters(self, path: Path) -> Iterator[str]:
        """Those who assert what stands at a path, each once."""
        agreement = self.state.agreement
        names = [name for cite in agreement.cites_of(path) for name in agreement.asserters(cite)]
        yield from dict.fromkeys(meant.node for meant in self.actors(names))
