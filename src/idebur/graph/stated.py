"""One state of one agreement, as the graph asks it: what stands in it, and what each name in it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from idebur.agreement import Agreement, names_of
from idebur.content import Content, Version
from idebur.elements import Element, Keyed
from idebur.graph.spans import ALWAYS, Span, between, bounds, first, is_gap, later
from idebur.names import ACTORS, PRESENT, Names, element_at, version_names
from idebur.parties import Actor
from idebur.standing import term_of
from idebur.states import consists_of, has_status, is_otherwise, lay
from idebur.visits import Path, fields_of
from idebur.vocabulary import Vocabularies

__all__ = ["Stated", "every_state", "one_state", "span_of_state"]


@frozen(eq=False)
class Stated:
    """One state: the present (:data:`~idebur.names.PRESENT`) or a version."""

    agreement: Agreement
    key: str
    content: Content
    path: Path
    names: Names
    words: Vocabularies
    laid: bool
    """Whether what it amends and leaves as it is stands in it too."""

    lives: Mapping[Path, Mapping[Path, tuple[Span, ...]]] = field(factory=dict)
    """By state, what amendments end or say anew (elements, and ``tenures``), with the times that are left to each."""

    number: int = 0
    """Which of those times is asked about; after the first, only what has one."""

    @property
    def called(self) -> str:
        """The key of the agreement."""
        return self.agreement.agreement

    @cached_property
    def standing(self) -> tuple[tuple[Path, Path, Element], ...]:
        """The elements with keys that stand: the state that says each, its path in that state, and itself."""
        return tuple((at, path, one) for at, path, one in self._standing() if self.has(path))

    def has(self, path: Path) -> bool:
        """Whether what stands at a path has a time of the number that is asked about."""
        spans = self.lives.get(self.path, {}).get(path)
        return self.number == 0 if spans is None else self.number < len(spans)

    def span(self, path: Path) -> Span:
        """The time that amendments leave to what stands at a path, of the number that is asked about."""
        spans = self.spans(self.path, path)
        return spans[self.number] if self.number < len(spans) else ALWAYS

    def spans(self, at: Path, path: Path) -> tuple[Span, ...]:
        """All the times that amendments leave to what stands at a path of a state."""
        return self.lives.get(at, {}).get(path[:2], (ALWAYS,))

    def _standing(self) -> Iterator[tuple[Path, Path, Element]]:
        states = consists_of(self.agreement, self.key) if self.laid else ((self.path, self.content),)
        contents = dict(states)
        words = self.words if self.laid else None  # in a state by itself, what it proposes stands beside the rest
        for name, section in fields_of(type(self.content)).items():
            said = any(name in content.model_fields_set for content in contents.values())
            if not said or name == "versions" or not isinstance(getattr(self.content, name), Keyed):
                continue
            laid = lay(states, lambda content, name=name: getattr(content, name), words)  # type: ignore[misc]
            for key, (at, element) in laid.standing.items():
                if not (self.laid and is_otherwise(element, contents[at], self.words)):
                    yield at, (section.alias, key), element

    @cached_property
    def parts(self) -> tuple[tuple[Path, Content], ...]:
        """The states it consists of, its own last: for what has no key, and so neither ends nor comes again."""
        return self._parts if self.number == 0 else ()

    @cached_property
    def registers(self) -> tuple[tuple[Path, Content], ...]:
        """The states whose tenures it has: an amendment may say that there are none any more."""
        if not self.has(_TENURES):
            return ()
        ended = max((number for number, (_, one) in enumerate(self._parts) if has_no_tenures(one)), default=0)
        return self._parts[ended:]

    @cached_property
    def _parts(self) -> tuple[tuple[Path, Content], ...]:
        return consists_of(self.agreement, self.key) if self.laid else ((self.path, self.content),)

    @cached_property
    def parties(self) -> tuple[tuple[Path, Actor], ...]:
        """All the parties, each with the state that says it.

        Those that an amendment leaves as they are too; and, where no state is asked about by itself, those that an
        amendment adds to what it leaves as it is.
        """
        states = consists_of(self.agreement, self.key)
        standing = lay(states, lambda content: content.parties, self.words).standing
        found = [(at, one) for at, one in standing.values() if not is_otherwise(one, self.contents[at], self.words)]
        for key, version in self.agreement.versions.items() if not self.laid else ():
            over_this = self.path in dict(consists_of(self.agreement, key)[:-1])
            if over_this and not has_status(version, "not-yet", self.words):
                own = [one for one in version.parties.values() if not is_otherwise(one, version, self.words)]
                found += [(("versions", key), one) for one in own]
        return tuple(found)

    @cached_property
    def actor_keys(self) -> frozenset[str]:
        """The keys of all parties, actors, bodies and offices, here and behind."""
        return self.names.keys(*ACTORS)

    def path_of(self, name: str, *sections: str) -> Path | None:
        """The path of what *name* means, one of *sections* before any other; ``None`` where it means no element."""
        found = next(self._paths(name, sections), None) or [path for known in self._paths(name) for path in known]
        return min(found, key=lambda path: (len(path), [str(part) for part in path])) if found else None

    def actor_path(self, name: str) -> Path | None:
        """The path of the party, actor, body or office that *name* means; ``None`` where it means none."""
        for found in self._paths(name, ACTORS):
            whole = [path for path in found if len(path) == 2]
            if whole:
                return whole[0]
        return None

    def _paths(self, name: str, sections: tuple[str, ...] | None = None) -> Iterator[list[Path]]:
        """What is called so, in one of *sections* where they are given: here, and then behind."""
        names: Names | None = self.names
        while names is not None:
            if found := [path for path in names.paths(name) if sections is None or path[0] in sections]:
                yield found
            names = names.behind

    def element(self, path: Path) -> tuple[Path, Element] | None:
        """The element at a path, with the state that says it: what stands here, or else what stands behind."""
        at = self._said_by.get(path[:2])
        for where, content in ((at, self.contents[at]),) if at is not None else self._behind:
            try:
                return where, element_at(content, path)
            except (LookupError, AttributeError):
                continue
        return None

    @cached_property
    def contents(self) -> Mapping[Path, Content]:
        """Every state of the agreement, by its path."""
        agreement = self.agreement
        return {(): agreement} | {("versions", key): version for key, version in agreement.versions.items()}

    @cached_property
    def _said_by(self) -> Mapping[Path, Path]:
        """From the path of what stands to the state that says it."""
        return {path: at for at, path, _ in self.standing}

    @property
    def _behind(self) -> tuple[tuple[Path, Content], ...]:
        return tuple({self.path: self.content, (): self.agreement}.items())


def one_state(agreement: Agreement, version: str | None, frameworks: Mapping[str, Content]) -> Stated:
    """The state that is asked for, with all that stands in it.

    Raises:
        UnknownKey: there is no such version.
    """
    present = names_of(agreement, frameworks)
    words = agreement.vocabularies
    if version is None or version == PRESENT:
        return Stated(agreement, PRESENT, agreement, (), present, words, True)
    names = dict(version_names(present, agreement.versions))
    content = agreement.versions[version]
    return Stated(agreement, version, content, ("versions", version), names[version], words, True)


def span_of_state(agreement: Agreement, at: Path, words: Vocabularies) -> Span:
    """From when until when what a state says holds, where it says nothing else.

    Not before what the state amends; and what an amendment in force leaves as it is goes on as long as that does.
    """
    *amended, (_, content) = consists_of(agreement, str(at[1]) if at else PRESENT)
    since, until, unclear = bounds(*term_of(content))
    if at and since is None and not has_status(content, "not-yet", words):  # it holds some time, and nobody says when
        unclear = True
    if until is None and has_status(content, "over", words):  # it has ended, and nobody says when
        unclear = True
    for _, other in amended:
        begins, hazy = first(term_of(other)[0])
        since, unclear = later(since, begins), unclear or hazy
    for key, version in agreement.versions.items():
        if until is not None and any(path == at for path, _ in consists_of(agreement, key)[:-1]):
            until, hazy = _prolonged(until, version, words)
            unclear |= hazy
    return Span(since, until, unclear)


def _prolonged(until: str, version: Version, words: Vocabularies) -> tuple[str | None, bool]:
    """Until when something goes on that an amendment leaves as it is, and whether that is unclear."""
    begins, ends, unclear = bounds(*term_of(version))
    if has_status(version, "not-yet", words) or (begins is not None and is_gap(until, begins)):
        return until, False
    if begins is None or ends is None:
        return None, unclear or begins is None or has_status(version, "over", words)
    return later(until, ends), unclear


def every_state(agreement: Agreement, frameworks: Mapping[str, Content]) -> Iterator[Stated]:
    """Every state, each with its own elements alone: the present first, then the versions.

    After each comes once more what of it holds again after an amendment is over.
    """
    present = names_of(agreement, frameworks)
    words = agreement.vocabularies
    lives = _lives(agreement, words)
    versions = sorted(version_names(present, agreement.versions), key=lambda version: version[0])
    for key, names in ((PRESENT, present), *versions):
        path, content = ((), agreement) if key == PRESENT else (("versions", key), agreement.versions[key])
        for number in range(max([1, *map(len, lives.get(path, {}).values())])):
            yield Stated(agreement, key, content, path, names, words, False, lives, number)


_TENURES = ("tenures",)


def has_no_tenures(content: Content) -> bool:
    """Whether a state says that there are no tenures any more."""
    absence = content.tenures.absence
    return absence is not None and absence.is_stated


def _lives(agreement: Agreement, words: Vocabularies) -> Mapping[Path, Mapping[Path, tuple[Span, ...]]]:
    """By state, what amendments in force end or say anew, with the times that are left to it."""
    away: dict[Path, dict[Path, list[Span]]] = {}
    frames = {path: span_of_state(agreement, path, words) for path in _paths(agreement)}
    for key, version in agreement.versions.items():
        if not version.is_amendment or has_status(version, "not-yet", words):
            continue
        for state, path in _ended_by(agreement, key, words):
            away.setdefault(state, {}).setdefault(path, []).append(frames["versions", key])
    return {
        state: {
            path: tuple(span for span in between(gaps) if not span.within(frames[state]).is_empty)
            for path, gaps in found.items()
        }
        for state, found in away.items()
    }


def _paths(agreement: Agreement) -> Iterator[Path]:
    yield ()
    yield from (("versions", key) for key in agreement.versions)


def _ended_by(agreement: Agreement, key: str, words: Vocabularies) -> Iterator[tuple[Path, Path]]:
    """What an amendment ends or says anew: the state that says it, and its path in that."""
    every = consists_of(agreement, key)
    *states, (_, version) = every
    if has_no_tenures(version):
        yield from ((path, _TENURES) for path, _ in states)
    for name, section in fields_of(Content).items():
        if not isinstance(getattr(version, name), Keyed):
            continue
        laid = lay(every, lambda content, name=name: getattr(content, name), words)  # type: ignore[misc]
        held = getattr(version, name).items()
        own = {one for one, element in held if not is_otherwise(element, version, words, ("not-yet",))}
        for path, content in states:
            yield from (
                (path, (section.alias, one)) for one in getattr(content, name) if one in laid.ended or one in own
            )
