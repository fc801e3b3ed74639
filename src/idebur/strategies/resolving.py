"""From a plan to the plain data of a file: every name is chosen among those there are, by its number modulo how many.

Which names there are is told from the plan itself, not by :mod:`idebur.names`; so that the one can test the other. A
name of a kind of which there is nothing is left out, with whatever would mean nothing without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, ClassVar

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from idebur.rules import RESERVED, Rule
from idebur.rules.facts import built_in_facts
from idebur.vocabulary import shipped

__all__ = [
    "Absent",
    "Cited",
    "Form",
    "Held",
    "Known",
    "Later",
    "Mapped",
    "Named",
    "Relative",
    "Ruled",
    "Worded",
    "assemble",
    "resolve",
]


Place = str | tuple[str, ...]
"""Where something stands: the section, or in a part of an element the keys of the parts beside it, with its own."""


class _Gone:
    """What is left of a name of a kind of which there is nothing."""


_GONE = _Gone()


class Form(dict[str, Any]):
    """A mapping of fields that means nothing unless all of them are there."""

    @classmethod
    def of(cls, fields: Mapping[str, SearchStrategy[Any]], **more: SearchStrategy[Any]) -> SearchStrategy[Form]:
        """Draw one with all of *fields* and *more*."""
        return st.fixed_dictionaries({**fields, **more}).map(cls)

    @staticmethod
    def by_field(fields: Mapping[str, Any]) -> Any:
        """Citations by field; where the field is called as a part of the long form is, in the long form."""
        plain = not fields.keys() & {"at", "field"}
        if plain:
            return Form(fields) if fields else []
        return [
            Form({"at": place, "field": name})
            for name, places in fields.items()
            for place in (places if isinstance(places, list) else [places])
        ]


class Absent(Form):
    """How something is absent: that stands, even where the element instead or the citation is of nothing."""


class Held(dict[str, Any]):
    """The parts of an element by their keys: a part may take the place of one that stands beside it."""

    @property
    def keys_of_parts(self) -> tuple[str, ...]:
        """The keys of the parts that there are."""
        return tuple(key for key, _ in _elements(self))


class Later:
    """Something that is chosen when all names are known."""

    def plain(self, known: Known, place: Place) -> Any:
        """The plain data; *place* is where it stands."""
        raise NotImplementedError


@frozen
class Named(Later):
    """A name of something of *kind*: number *index* of those there are."""

    kind: str
    index: int

    def plain(self, known: Known, place: Place) -> Any:
        """The name, or nothing."""
        names = known.of_kind(self.kind)
        if self.kind == "same":
            names = place if isinstance(place, tuple) else known.keys_behind(place)
        return names[self.index % len(names)] if names else _GONE


@frozen
class Worded(Later):
    """A word of *vocabulary*: number *index* of those there are."""

    vocabulary: str
    index: int

    def plain(self, known: Known, place: Place) -> Any:  # noqa: ARG002 - the same everywhere
        """The word."""
        words = known.words(self.vocabulary)
        return words[self.index % len(words)]


@frozen
class Relative(Later):
    """A cadence relative to an element."""

    before: str
    index: int

    def plain(self, known: Known, place: Place) -> Any:
        """The cadence as a text, or nothing."""
        name = Named("element", self.index).plain(known, place)
        return _GONE if name is _GONE else f"{self.before}{name}"


@frozen
class Cited(Later):
    """A citation of a place in document number *index*, or of the whole of it."""

    index: int
    place: int
    form: str

    FORMS: ClassVar[tuple[str, ...]] = ("whole", "place", "paragraph", "short")

    def plain(self, known: Known, place: Place) -> Any:  # noqa: ARG002 - the same everywhere
        """The citation as a text, or nothing."""
        documents = list(known.places)
        if not documents:
            return _GONE
        document = documents[self.index % len(documents)]
        short = self.form == "short" and known.source is not None
        if short:
            document = str(known.source)
        places = known.places[document] or ("plan", "joint.2")
        cited = places[self.place % len(places)]
        if short:
            return cited
        tails = {"whole": "", "place": cited, "paragraph": f"{cited}.{self.place}"}
        return f"{document}#{tails.get(self.form, cited)}"


@frozen(eq=False)
class Ruled(Later):
    """A rule over the built-in facts, joined with a claim about one of the agreement's own facts or clauses."""

    rule: Rule
    own: int | None

    def plain(self, known: Known, place: Place) -> Any:  # noqa: ARG002 - a clause is told by what is known so far
        """The rule as a text."""
        claims = known.claims
        if self.own is None or not claims:
            return str(self.rule)
        return f"({self.rule}) or {claims[self.own % len(claims)]}"


@frozen
class Mapped:
    """A mapping whose keys are to be chosen too."""

    pairs: tuple[tuple[Any, Any], ...]


class Known:
    """The names that can be used in one content, told from its plan; *behind* are those of the present state."""

    def __init__(
        self,
        content: Mapping[str, Any],
        whole: Mapping[str, Any],
        nests: Mapping[str, Mapping[str, Any]],
        behind: Known | None = None,
    ) -> None:
        self.content = content
        self.behind = behind
        self._whole = whole
        self._nests = nests
        self._kinds: dict[str, Sequence[str]] = {}
        self.claims: list[str] = []

    def words(self, vocabulary: str) -> Sequence[str]:
        """The words of a vocabulary, the agreement's own last."""
        own = self._whole.get("words", {}).get(vocabulary, {})
        return [*shipped()[vocabulary], *own]

    def keys(self, *sections: str) -> list[str]:
        """The keys in some sections, those stated to be absent too."""
        held = (section for section in sections if section in self._nests["content"])
        return [key for section in held for key in _mapping(self.content.get(section))]

    def keys_behind(self, *sections: str) -> list[str]:
        """The same, with those of the present state."""
        return [*self.keys(*sections), *(self.behind.keys(*sections) if self.behind is not None else ())]

    def of_kind(self, kind: str) -> Sequence[str]:
        """Every name that a reference of *kind* can be; none where the kind is not known here."""
        if kind not in self._kinds:
            own = list(dict.fromkeys(self._names(kind)))
            self._kinds[kind] = [*own, *(self.behind.of_kind(kind) if self.behind is not None else ())]
        return self._kinds[kind]

    def _names(self, kind: str) -> Iterator[str]:
        return _NAMES[kind](self) if kind in _NAMES else iter(())

    def actors(self) -> Iterator[str]:
        """Every actor, with those that a tenure introduces, and two of the words for groups."""
        yield from self.keys("parties", "actors", "bodies", "offices")
        yield from (one["who"] for one in _items(self.content.get("tenures")) if isinstance(one["who"], str))
        yield from ("all-parties", "civil-society")

    def elements(self) -> Iterator[str]:
        """Every way to write the path of an element."""
        return (name for section in self._nests["content"] for name in self.below(section))

    def versions(self) -> Iterator[str]:
        """The states of the agreement."""
        yield from ("present", *_mapping(self._whole.get("versions")))

    def own(self) -> str:
        """The key of the agreement itself."""
        return str(self._whole["agreement"])

    def steps(self) -> Iterator[str]:
        """The routines, the procedures, and what is done in each of their steps."""
        yield from self.keys("routines", "procedures")
        for key, procedure in _elements(self.content.get("procedures")):
            for step in _items(procedure.get("steps")):
                does = resolve(step.get("does", []), self, "procedures")
                yield from (f"{key}.{verb}" for verb in _listed(does))

    def below(self, section: str, depth: int = 0, only: str = "") -> Iterator[str]:
        """The ways to write the paths in a section, or those at *depth* (in the field *only*, where one is given)."""
        for path in self._paths(self.content.get(section), (section,), self._nests["content"].get(section)):
            keys = (path[0], *path[1::2])
            if depth in (0, len(keys) - 1) and only in ("", *path[2:3]):
                yield from (".".join(keys[1:]), ".".join(path))
                if depth == 0:
                    yield keys[-1]

    def _paths(self, held: Any, path: tuple[str, ...], kind: Any) -> Iterator[tuple[str, ...]]:
        for key, element in _elements(held):
            yield (*path, key)
            for field, inner in self._nests.get(kind, {}).items():
                yield from self._paths(element.get(field), (*path, key, field), inner)

    @cached_property
    def places(self) -> Mapping[str, Sequence[str]]:
        """From each document to the places in it that can be cited; none means any."""
        own = {key: _listed(document.get("places")) for key, document in _elements(self.content.get("documents"))}
        return {**(self.behind.places if self.behind is not None else {}), **own}

    @cached_property
    def source(self) -> str | None:
        """The document that a short citation means, where it is sure that there is one."""
        if "source" in self.content or self.behind is None:
            named = self.content.get("source")
            return named if isinstance(named, str) and named in self.places else None
        return self.behind.source

    def learn(self, section: str, key: str, element: Mapping[str, Any]) -> None:
        """Take in a fact or a clause, so that the rules behind it can ask for it."""
        if section == "clauses":
            self.claims.append(key)
            return
        values = [*_listed(element.get("values")), *shipped().get(str(element.get("vocabulary")), ())]
        word = values[0] if values else "a"
        claims = {"word": f"{key} is {word}", "words": f"{key} includes {word}", "number": f"{key} >= 1"}
        self.claims.append({**claims, "date": f"{key} before 2020", "yes-no": key}[element.get("type", "yes-no")])


_NAMES: Mapping[str, Callable[[Known], Iterator[str]]] = {
    "actor": Known.actors,
    "tenant": Known.actors,
    "document": lambda known: iter(known.keys("documents")),
    "like": lambda known: (name for key in known.keys("documents") for name in (key, f"{key}.a")),
    "source": lambda known: chain(known.keys("documents"), known.actors()),
    "routine": lambda known: iter(known.keys("routines")),
    "event": lambda known: iter(known.keys("events")),
    "aim": lambda known: known.below("aims"),
    "seat": lambda known: chain(known.keys("offices"), known.below("bodies", 2)),
    "level": lambda known: known.below("ladders", 2, "levels"),
    "phase": lambda known: known.below("ladders", 2, "phases"),
    "step": Known.steps,
    "occasion": lambda known: chain(known.steps(), known.keys("events")),
    "version": Known.versions,
    "element": Known.elements,
    "part": lambda known: chain(known.elements(), ("principles", "bodies", "principles-ranked")),
    "linked": lambda known: chain((known.own(),), known.elements()),
}
"""The names of each kind of reference; one that is not here is left out of what is drawn."""


def _mapping(held: Any) -> Mapping[str, Any]:
    return held if isinstance(held, dict) and not isinstance(held, Form) else {}


def _elements(held: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The elements of a section, without those stated to be absent."""
    return ((key, one) for key, one in _mapping(held).items() if isinstance(one, dict) and not isinstance(one, Form))


def _items(held: Any) -> Iterator[Mapping[str, Any]]:
    """The elements of a list, in whatever form it is written."""
    if isinstance(held, Form):
        held = held.get("among-others")
    for one in [held] if isinstance(held, dict) else held or ():
        if isinstance(one, dict):
            yield one


def _listed(several: Any) -> list[str]:
    """What is listed, in whatever form."""
    if isinstance(several, dict):
        several = several.get("among-others", [])
    if isinstance(several, str):
        return [] if several in ("not-said", "none") else [several]
    return list(several or ())


def resolve(plan: Any, known: Known, place: Place) -> Any:
    """Choose every name in *plan*."""
    if isinstance(plan, (str, int)):  # most of a plan, and nothing to choose
        return plan
    match plan:
        case Later():
            return plan.plain(known, place)
        case dict():
            if isinstance(plan, Held):
                place = plan.keys_of_parts
            named = {}
            for key, value in plan.items():
                chosen = resolve(value, known, place)
                if chosen is not _GONE:
                    named[key] = chosen
                elif isinstance(plan, Form) and not isinstance(plan, Absent):
                    return _GONE
            return named
        case list():
            listed = [one for one in (resolve(item, known, place) for item in plan) if one is not _GONE]
            return listed if listed or not plan else _GONE
        case Mapped():
            pairs = [(resolve(key, known, place), resolve(value, known, place)) for key, value in plan.pairs]
            found = {key: value for key, value in pairs if key is not _GONE and value is not _GONE}
            return found if found or not pairs else _GONE
        case _:
            return plan


def assemble(plan: Mapping[str, Any], nests: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Turn the plan of an agreement into plain data: keys made unique, then every name chosen.

    *nests* says which fields hold elements by key: of the ``content``, and of each class.
    """
    whole = {**plan, **_with_free_keys(plan, plan)}
    if "versions" in plan:
        whole["versions"] = {key: {**one, **_with_free_keys(one, whole)} for key, one in plan["versions"].items()}
    present = _ready(Known(whole, whole, nests))
    data = _resolved(whole, present)
    if "versions" in whole:
        data["versions"] = {
            key: _resolved(version, _ready(Known(version, whole, nests, present)))
            for key, version in whole["versions"].items()
        }
    return {"idebur": 1, **data}


def _with_free_keys(content: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """Give another key to whatever has one that is taken: actors share theirs, and so do facts and clauses."""
    own = whole.get("words", {})
    groups = {word for name in ("group", "sector") for word in (*shipped()[name], *own.get(name, ()))}
    changed: dict[str, Any] = {}
    for sections, taken in (
        (("parties", "actors", "bodies", "offices"), groups),
        (("facts", "clauses"), {*built_in_facts(), *RESERVED, *_mapping(whole.get("facts"))}),
    ):
        for section in sections:
            if _mapping(content.get(section)):
                changed[section] = _renamed(content[section], taken)
    return changed


def _renamed(held: Mapping[str, Any], taken: set[str]) -> dict[str, Any]:
    found = {}
    for key, element in held.items():
        free = key
        while free in taken:
            free += "-x"
        taken.add(free)
        found[free] = element
    return found


def _ready(known: Known) -> Known:
    """Settle first what other choices rest on."""
    content = dict(known.content)
    if "source" in content:
        content["source"] = resolve(content["source"], known, "source")
    known.content = content
    return known


def _resolved(content: Mapping[str, Any], known: Known) -> dict[str, Any]:
    data: dict[str, Any] = {}
    first = [section for section in ("source", "facts", "clauses") if section in content]
    for section in [*first, *(name for name in content if name not in (*first, "versions", "words", "accepted"))]:
        if section in ("facts", "clauses") and _mapping(content[section]):
            data[section] = _learnt(content[section], known, section)
            continue
        value = resolve(known.content[section], known, section)
        if value is not _GONE:
            data[section] = value
    return data | {name: resolve(content[name], known, name) for name in ("words", "accepted") if name in content}


def _learnt(held: Mapping[str, Any], known: Known, section: str) -> dict[str, Any]:
    """Resolve facts or clauses one by one: a rule knows those before it, so that clauses form no ring."""
    found = {}
    for key, element in held.items():
        found[key] = value = resolve(element, known, section)
        if isinstance(value, dict) and not isinstance(element, Form):
            known.learn(section, key, value)
    return found
