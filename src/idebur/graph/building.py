"""The graph of who relates to whom, made from agreements: a networkx graph, and nothing but what the texts say.

Every element that relates somebody to something is a node, and every name in it of something else is an edge, found by
the one walk over the annotations (:func:`idebur.visits.walk`). So a class or a verb that is added to the model is in
the graph without a line here. :mod:`idebur.graph.kinds` tells what the kinds mean.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, product
from typing import Any, Protocol, runtime_checkable

import networkx as nx

from idebur.absence import Absence, one_said
from idebur.agreement import Agreement, elements
from idebur.collecting import uncollected
from idebur.content import Content
from idebur.documents import Link
from idebur.elements import Element, Keyed
from idebur.errors import UnknownKey
from idebur.frameworks import shipped_frameworks
from idebur.governance import Seat
from idebur.graph.identity import identities, organisations
from idebur.graph.kinds import FIELDS, HELD, Way, edge_label
from idebur.graph.nodes import Meant, Nodes
from idebur.graph.origins import Attributes, Places, said
from idebur.graph.stated import Stated, every_state, one_state
from idebur.graph.tenures import add_tenures
from idebur.graph.times import on as on_day
from idebur.messages import LANGUAGES
from idebur.names import PRESENT
from idebur.parties import Office
from idebur.principles import Commitment
from idebur.procedures import Step
from idebur.routines import Routine
from idebur.said import Ref, Said
from idebur.states import is_otherwise
from idebur.visits import Mark, Path, Visit, walk
from idebur.vocabulary import shipped

__all__ = ["Located", "build"]


@runtime_checkable
class Located(Protocol):
    """An agreement with the place in its file of everything in it, as :func:`idebur.read` gives it."""

    @property
    def agreement(self) -> Agreement:
        """The agreement."""

    @property
    def places(self) -> Places:
        """Where everything stands."""


def build(
    *agreements: Agreement | Located,
    on: date | str | None = None,
    version: str | None = None,
    same_as: Iterable[tuple[str, str]] = (),
    lang: str = "en",
) -> nx.MultiDiGraph[str]:
    """Make the graph of one or several agreements.

    Nodes and edges carry plain values only (texts, numbers, truth values), and an attribute that has nothing to say is
    left out. Each edge reads as a sentence, source – kind – target, and says which element of which agreement it comes
    from, what that cites, and, where the agreement was given as :func:`idebur.read` gives it, in which file and line.

    Args:
        agreements: the agreements, or what :func:`idebur.read` gives.
        on: the day on which what is in the graph holds or may hold (see :func:`idebur.graph.times.on`), a date or its
            ISO 8601 text. Then every version is asked.
        version: the version that is meant, of those agreements that have it; ``"all"`` for every state at once, each
            edge saying its own. Left out, the present, without what is proposed or past in it.
        same_as: pairs of organisations, each as ``agreement/key``, that are one though neither number nor key says so.
        lang: the language of labels, ``en`` or ``sv``.

    Raises:
        UnknownKey: no agreement has the version, *same_as* names nobody, or the language is another.
        TypeError: what is given is no agreement, such as a path that nobody has read.
        ValueError: two agreements have one key, or both *on* and *version* are given.
        NotationError: *on* is no date.

    >>> graph = build(
    ...     Agreement.model_validate(
    ...         {
    ...             "agreement": "x",
    ...             "parties": {"region": {"kind": "region", "name": "Region X"}},
    ...             "bodies": {"forum": {"who": {"convenes": "region"}}},
    ...         }
    ...     )
    ... )
    >>> for source, target, said in sorted(graph.edges(data=True), key=str):
    ...     print(source, said["kind"], target)
    actor/region party-to agreement/x
    actor/region convenes x/bodies.forum
    x/bodies.forum governs agreement/x
    """
    if on is not None and version is not None:
        raise ValueError("a day and a version are two ways to say which state is meant: give one of them")
    if lang not in LANGUAGES:
        raise UnknownKey(str(lang), "language", LANGUAGES)
    read = [_read(one) for one in agreements]
    read.sort(key=lambda one: one[0].agreement)  # in what order they are given is nothing that they say
    keys = [agreement.agreement for agreement, _ in read]
    twice = sorted({key for key in keys if keys.count(key) > 1}) if len(set(keys)) < len(keys) else []
    if twice:
        raise ValueError(f"several agreements have the key {twice[0]}: an agreement is told from others by its key")
    with uncollected():
        graph = _built(read, "all" if on is not None else version, same_as, lang)
    return graph if on is None else on_day(graph, on)


def _read(given: object) -> tuple[Agreement, Places | None]:
    if isinstance(given, Agreement):
        return given, None
    if isinstance(given, Located):
        return given.agreement, given.places
    way_out = "read it first: idebur.read(path)"
    if isinstance(given, (list, tuple, Mapping)):
        way_out = (
            f"give each by itself: build(*{'agreements.values()' if isinstance(given, Mapping) else 'agreements'})"
        )
    raise TypeError(f"a graph is built of agreements, and {given!r:.60} is a {type(given).__name__}; {way_out}")


def _built(
    read: list[tuple[Agreement, Places | None]], version: str | None, same_as: Iterable[tuple[str, str]], lang: str
) -> nx.MultiDiGraph[str]:
    frameworks = {**shipped_frameworks(), **{agreement.agreement: agreement for agreement, _ in read}} if read else {}
    states = [(state, places) for agreement, places in read for state in _states(agreement, version, frameworks)]
    if version not in {None, "all", PRESENT} and all(state.key == PRESENT for state, _ in states):
        known = sorted({key for agreement, _ in read for key in agreement.versions})
        raise UnknownKey(str(version), "version", ("all", *known))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    if read:
        graph.graph["agreements"] = ", ".join(agreement.agreement for agreement, _ in read)
    who = identities(chain.from_iterable(organisations(agreement) for agreement, _ in read), same_as)
    unmet: set[str] = set()
    for state, places in states:
        _Edges(Nodes(graph, state, places, who, frameworks, lang, unmet)).add_all()
    return graph


def _states(agreement: Agreement, version: str | None, frameworks: Mapping[str, Content]) -> Iterator[Stated]:
    if version == "all":
        yield from every_state(agreement, frameworks)
    else:
        yield one_state(agreement, version if version in agreement.versions else None, frameworks)


class _Edges:
    """Adds the edges of one state to the graph, and with them its nodes."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.graph = nodes.graph
        self.words = nodes.words
        self.state = nodes.state

    def add_all(self) -> None:
        """Add everything that the state says."""
        for at, path, element in self.state.standing:
            if isinstance(element, Link):
                self._link(at, path, element)
            else:
                self._element(at, path, element)
        for at, content in self.state.parts:
            self._whole(at, content)
        for at, content in self.state.registers:
            add_tenures(self.nodes, at, content)

    def _whole(self, at: Path, content: Content) -> None:
        """What the content says as a whole: its signing, its validity, its source."""
        kept = {name for name in content.model_fields_set if isinstance(getattr(content, name), Keyed)}
        for visit in walk(content, unless=_names_nothing, but={*kept, "tenures"}):
            path = visit.path[:1]
            of_version = visit.element is content and visit.field not in Content.model_fields
            node = self.nodes.of_version(str(at[1])) if of_version else self.nodes.agreement
            self._reference(visit, node, self.nodes.origins.of(at, path, content), ())

    def _element(self, at: Path, path: Path, element: Element) -> None:
        owners: dict[Path, tuple[str, Attributes]] = {}
        held = [(path, element), *elements(element, path)]
        otherwise = self._otherwise(at, held)
        held = [(below, one) for below, one in held if not _is_in(below, otherwise)]
        for below, one in held:
            if self.nodes.kind(below, one) is not None:
                owners[below] = self.nodes.of(at, below, one), self.nodes.origins.of(at, below, one)
                self._standing(below, one, *owners[below])
        for visit in walk(element, path, unless=_names_nothing):
            if _is_in(visit.path, otherwise):
                continue
            owner = visit.path[:-1]
            while owner and owner not in owners:
                owner = owner[:-1]
            node, about = owners[owner] if owner else (self.nodes.agreement, self.nodes.origins.of(at, path, element))
            self._reference(visit, node, about, owner or path)
        for below, one in held:
            if below in owners:
                self._derived(below, one, *owners[below])

    def _otherwise(self, at: Path, held: Iterable[tuple[Path, Element]]) -> frozenset[Path]:
        """The parts that are proposed or past in a state that is not: where it is asked what stands, they do not."""
        if not self.state.laid:
            return frozenset()
        return frozenset(path for path, one in held if is_otherwise(one, self.state.contents[at], self.words))

    def _standing(self, path: Path, element: Element, node: str, about: Attributes) -> None:
        """How an element belongs to what it stands in."""
        whole, section, inner = self.nodes.agreement, str(path[-2]), path[:-2]
        if node == whole or section == "actors":
            return
        if section in HELD:
            self._edge(whole, node, HELD[section], about)
        elif inner:
            self._edge(node, self.nodes.at(inner), "seat-of" if section == "seats" else "belongs-to", about)
        elif section != "bodies":
            self._edge(node, whole, "party-to" if section == "parties" else "belongs-to", about)
        elif isinstance(element.inside, Absence):
            self._edge(node, whole, "governs", about)

    # --- references ---

    def _reference(self, visit: Visit, node: str, about: Attributes, path: Path) -> None:
        """Add the edge of one name in an element."""
        if isinstance(visit.element, Absence) or not isinstance(visit.mark, Ref):
            return
        field = _field(visit, path)
        if visit.field == "who" and visit.path[-1] != _ASSERTED:
            for kind, meant in product(self._verbs(visit), self.nodes.meant("actor", self._itself(visit))):
                own = self._worded(visit, kind) | self._told(meant, node, about)
                if kind not in shipped()["verb"] and self.words.has("verb", kind, "fills"):
                    own |= {"fills": True}  # a verb of the agreement's own by which one appoints
                self._edge(meant.node, node, kind, about, field=field, **own)
            return
        way = _way(type(visit.element), visit.field) if visit.path[-1] != _ASSERTED else Way("asserts", turned=True)
        for meant in self._named(visit):
            if meant.node != node:
                source, target = (meant.node, node) if way.turned else (node, meant.node)
                self._edge(source, target, way.kind, about, field=field, **self._told(meant, node, about))

    def _named(self, visit: Visit) -> tuple[Meant, ...]:
        """What a name in the text means."""
        kind = visit.mark.kind if isinstance(visit.mark, Ref) else ""
        if kind != "same":
            return self.nodes.meant(kind, str(visit.value))
        at = len(visit.path) - 1 - visit.path[::-1].index(visit.field)
        return self.nodes.replaced(visit.path[: at - 1], str(visit.value))

    def _told(self, meant: Meant, node: str, about: Attributes) -> Attributes:
        """What an edge says of the group through which an actor is meant; who came to what has happened stays so."""
        is_event = self.graph.nodes[node]["kind"] == "event"
        return said("group", meant.group) if is_event else meant.told(about)

    def _verbs(self, visit: Visit) -> tuple[str, ...]:
        """What is done: the verb as written; for a step, what the step says is done."""
        after = visit.path[len(visit.path) - visit.path[::-1].index("who") :]
        verb = str(after[0]) if after else "does"
        if isinstance(visit.element, Step) and visit.element.does and self.words.has("verb", verb, "bears"):
            return tuple(str(self.words.property("step-verb", one, "verb") or one) for one in visit.element.does)
        return (verb,)

    def _itself(self, visit: Visit) -> str:
        """The actor that is named, *itself* being the one whose seat or office it is."""
        actor = str(visit.value)
        if self.words.has("group", actor, "self") and isinstance(visit.element, (Seat, Office)):
            return one_said(visit.element.of) or one_said(visit.element.one_each) or actor
        return actor

    def _worded(self, visit: Visit, kind: str) -> Attributes:
        """What the edge to a commitment is called: as strongly as the text words it."""
        force = one_said(visit.element.force) if isinstance(visit.element, Commitment) else None
        bears = force is not None and self.words.has("verb", kind, "bears")
        return {"label": self.words.label("force", str(force), self.nodes.lang)} if bears else {}

    # --- what follows from two references together ---

    def _derived(self, path: Path, element: Element, node: str, about: Attributes) -> None:
        if isinstance(element, Seat):
            own = said("seat_kind", one_said(element.kind)) | said("count", one_said(element.count))
            body = self.nodes.at(path[:-2])
            for meant, behalf in self._sitting(element):
                more = own | meant.told(about) | said("on_behalf_of", behalf)
                self._edge(meant.node, body, "seated-in", about, derived=True, through=node, **more)
        elif isinstance(element, Commitment):
            self._each_to_each(self.nodes.doing(element.who, "bears"), self.nodes.actors(element.to), "owes", about)
        elif isinstance(element, Routine):
            receiving = self.nodes.doing(element.who, "receives")
            self._each_to_each(self.nodes.doing(element.who, "bears"), receiving, "reports-to", about)

    def _each_to_each(self, sources: Iterable[Meant], targets: Iterable[Meant], kind: str, about: Attributes) -> None:
        for source, target in product(sources, targets):
            if source.node != target.node:
                both = target.told(about)
                both |= source.told(about | both)
                self._edge(source.node, target.node, kind, about, derived=True, **both)

    def _sitting(self, seat: Seat) -> Iterator[tuple[Meant, str | None]]:
        """Who sits by a seat: those it is for, each member of a set that has one each, and who holds it for them."""
        own, each, through = one_said(seat.of), one_said(seat.one_each), one_said(seat.held_through)
        if own is not None:
            yield from ((meant, None) for meant in self.nodes.meant("actor", own))
        if each is not None:
            yield from ((meant, None) for meant in self.nodes.members(each))
        if through is not None:
            behalf = "; ".join(meant.node for meant in self.nodes.actors([own or each or ""])) or None
            yield from ((meant, behalf) for meant in self.nodes.meant("actor", through))

    def _link(self, at: Path, path: Path, link: Link) -> None:
        """How one document bears on another, and who asserts that it does."""
        kind, subject, when = one_said(link.kind), one_said(link.subject), one_said(link.when)
        about = self.nodes.origins.of(at, path, link) | said("since", when)
        sources = [self.nodes.agreement]
        if subject is not None:
            sources = [meant.node for meant in self.nodes.meant("linked", subject)]
        targets = [meant.node for name in link.to for meant in self.nodes.meant("linked", name)]
        for source, target in product(sources, targets):
            if source != target:
                self._edge(source, target, kind or "refers-to", about, field="to")
        claimed = sources if subject is not None else targets
        for actor, document in product(self.nodes.asserters((*at, *path)), claimed):
            if actor != document:
                self._edge(actor, document, "asserts", about, derived=True, **said("claim", kind))

    # --- one edge ---

    def _edge(self, source: str, target: str, kind: str, about: Attributes, **more: Any) -> None:
        key = f"{self.nodes.called}/{about['path']}#{kind}"
        if "version" in about:
            key += f"@{about['version']}"
        if self.state.number:  # what holds again
            key += f"@{self.state.number}"
        own = {"kind": kind, "label": edge_label(kind, self.words, self.nodes.lang)} | about | more
        if self.graph.has_edge(source, target, key):
            known = self.graph.edges[source, target, key]
            if any(known.get(name) != own.get(name) for name in ("field", "through")):
                key += f".{own.get('field', own.get('through', ''))}"
            elif "group" in own and own.get("since") != known.get("since"):  # it belongs to the group again
                key += f".{own.get('since', '')}"
            else:
                return  # said twice: of a group and by name
        self.graph.add_edge(source, target, key, **own)


_ASSERTED = "asserted-by"
"""The last step to the name of whoever asserts something."""


def _is_in(path: Path, some: Collection[Path]) -> bool:
    """Whether what stands at a path is one of some elements, or a part of one."""
    return bool(some) and any(path[:length] in some for length in range(2, len(path) + 1))


def _names_nothing(value: Any, mark: Mark) -> bool:  # noqa: ARG001 - the walk asks with both
    return not isinstance(mark, Ref) or mark.kind in {"place", "new-place"}


def _field(visit: Visit, path: Path) -> str:
    """The field in which a name stands, from its element on: ``who``, ``chair.among``, ``steps.to``."""
    rest = [str(part) for part in visit.path[len(path) :] if isinstance(part, str)]
    own = visit.field.replace("_", "-")
    return ".".join(rest[: rest.index(own) + 1]) if own in rest else own


def _way(kind: type[Said], field: str) -> Way:
    for one in kind.__mro__:
        found = FIELDS.get((one.__name__, field))
        if found is not None:
            return found
    return Way(field.replace("_", "-"))
