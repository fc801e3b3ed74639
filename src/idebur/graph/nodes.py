"""The nodes of one state of an agreement: what each is called, and which of them a name in the text means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import networkx as nx

from idebur.absence import Absence, one_said
from idebur.agreement import elements
from idebur.content import Content
from idebur.elements import Element
from idebur.graph.kinds import EDGES, HELD, node_kind
from idebur.graph.labels import TITLES, Labels, labelled
from idebur.graph.origins import Attributes, Origins, Places, said
from idebur.graph.spans import ALWAYS, Span, bounds
from idebur.graph.stated import Stated
from idebur.mandates import sector_of, siding
from idebur.names import PRESENT
from idebur.parties import Actor, Tenure
from idebur.several import Who
from idebur.visits import Path, written_path
from idebur.vocabulary import Vocabularies

__all__ = ["SHARED", "Meant", "Nodes", "kind_of_actor"]

SHARED = ("parties", "actors")
"""The sections of those who can be known by several agreements; a body or an office belongs to one."""

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


class Meant(NamedTuple):
    """A node that a name means, with the group word through which it does."""

    node: str
    group: str | None = None
    span: Span = ALWAYS
    """When it belongs to the group."""

    def told(self, about: Attributes) -> Attributes:
        """What an edge that is *about* something says of it: the group, and no longer time than it belongs to that."""
        return {} if self.group is None else {"group": self.group} | self.span.within(Span.of(about)).told


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
        self.origins = Origins(state, places)
        self.labels = Labels(state, lang)
        self.who = who
        self.frameworks = frameworks
        self.lang = lang
        self.unmet = unmet
        self.words = state.words
        self.called = state.called
        self._meanings: dict[tuple[str, str], tuple[Meant, ...]] = {}
        self._sides: dict[str, str] = {}
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
            return tuple(meant for at, party in self.state.parties for meant in self._party(at, party, name))
        for vocabulary in ("group", "sector"):
            if name in self.words[vocabulary]:
                return (Meant(self.of_word(vocabulary, name)),)
        return ()

    def _party(self, at: Path, party: Actor, group: str) -> Iterator[Meant]:
        """A party that a group word means, for as long as it is a party."""
        path = ("parties", party.key)
        held = bounds(party.since, party.until).within(Span.of(self.origins.frame(at)))
        for span in self.state.spans(at, path):
            yield Meant(self.of(at, path, party), group, held.within(span))

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
        about = self.origins.of(at, path, element)
        own: Attributes = {"kind": self.kind(path, element), "label": self.labels.of(path, element)}
        own |= said("word", one_said(getattr(element, "kind", None)))
        own |= said("text", self.labels.text(element))
        own |= personal | {name: about[name] for name in _OF_NODES if name in about}
        own |= bounds(element.since, element.until).told | self.origins.status(one_said(element.status))
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
                label = next((one for field in TITLES if (one := one_said(getattr(element, field, None)))), None)
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

    def asserters(self, path: Path) -> Iterator[str]:
        """Those who assert what stands at a path, each once."""
        agreement = self.state.agreement
        names = [name for cite in agreement.cites_of(path) for name in agreement.asserters(cite)]
        yield from dict.fromkeys(meant.node for meant in self.actors(names))
