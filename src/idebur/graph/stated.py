"""One state of one agreement, as the graph asks it: what stands in it, and what each name in it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from typing import Any

from attrs import frozen

from idebur.absence import Absence, one_said
from idebur.agreement import Agreement, names_of
from idebur.content import Content
from idebur.elements import Element, Keyed
from idebur.names import ACTORS, PRESENT, Names, element_at, version_names
from idebur.notation.dates import Date
from idebur.standing import term_of
from idebur.states import consists_of, is_otherwise, lay
from idebur.visits import Path, fields_of
from idebur.vocabulary import Vocabularies

__all__ = ["Stated", "dates_of", "dates_with_amendments", "earlier", "every_state", "later", "one_state", "written"]


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

    ends: Mapping[Path, str]
    """The elements that a later amendment ends or says anew, each with the last day on which they may hold."""

    again: Mapping[Path, str] | None = None
    """Asked only for what holds again after an amendment is over: those elements, each with the first day of that."""

    @property
    def called(self) -> str:
        """The key of the agreement."""
        return self.agreement.agreement

    @cached_property
    def standing(self) -> tuple[tuple[Path, Path, Element], ...]:
        """The elements with keys that stand: the state that says each, its path in that state, and itself."""
        again = self.again
        return tuple(one for one in self._standing() if again is None or one[1] in again)

    def _standing(self) -> Iterator[tuple[Path, Path, Element]]:
        states = consists_of(self.agreement, self.key) if self.laid else ((self.path, self.content),)
        contents = dict(states)
        for name, field in fields_of(type(self.content)).items():
            said = any(name in content.model_fields_set for content in contents.values())
            if not said or name == "versions" or not isinstance(getattr(self.content, name), Keyed):
                continue
            for key, (at, element) in lay(states, lambda content, name=name: getattr(content, name)).standing.items():  # type: ignore[misc]
                if not (self.laid and is_otherwise(element, contents[at], self.words)):
                    yield at, (field.alias, key), element

    @cached_property
    def parts(self) -> tuple[tuple[Path, Content], ...]:
        """The states it consists of, its own last: for what has no key, and so neither ends nor comes again."""
        if self.again is not None:
            return ()
        return consists_of(self.agreement, self.key) if self.laid else ((self.path, self.content),)

    @cached_property
    def parties(self) -> tuple[Path, ...]:
        """The paths of all the parties that the state has, those that an amendment leaves as they are too."""
        states = consists_of(self.agreement, self.key)
        contents = dict(states)
        standing = lay(states, lambda content: content.parties).standing
        return tuple(
            ("parties", key)
            for key, (at, party) in standing.items()
            if not is_otherwise(party, contents[at], self.words)
        )

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
        for where, content in ((at, self._contents[at]),) if at is not None else self._behind:
            try:
                return where, element_at(content, path)
            except (LookupError, AttributeError):
                continue
        return None

    @cached_property
    def _contents(self) -> Mapping[Path, Content]:
        agreement = self.agreement
        return {(): agreement} | {("versions", key): version for key, version in agreement.versions.items()}

    @cached_property
    def _said_by(self) -> Mapping[Path, Path]:
        """From the path of what stands to the state that says it."""
        return {path: at for at, path, _ in self.standing}

    @property
    def _behind(self) -> tuple[tuple[Path, Content], ...]:
        return tuple({self.path: self.content, (): self.agreement}.items())


def dates_of(element: Element) -> tuple[str | None, str | None]:
    """From when until when an element says that it holds, as written; ``None`` where it does not say."""
    return written(element.since), written(element.until)


def written(when: Any) -> str | None:
    """A date as written; ``None`` where none is said, or sources differ."""
    if type(when) is Absence:  # nearly always, of an element
        return None
    said = one_said(when)
    return _text(said) if isinstance(said, Date) else None


_text = lru_cache(maxsize=4096)(str)  # a register repeats its dates


def one_state(agreement: Agreement, version: str | None, frameworks: Mapping[str, Content]) -> Stated:
    """The state that is asked for, with all that stands in it.

    Raises:
        UnknownKey: there is no such version.
    """
    present = names_of(agreement, frameworks)
    words = agreement.vocabularies
    if version is None or version == PRESENT:
        return Stated(agreement, PRESENT, agreement, (), present, words, True, {})
    names = dict(version_names(present, agreement.versions))
    content = agreement.versions[version]
    return Stated(agreement, version, content, ("versions", version), names[version], words, True, {})


def dates_of_state(content: Content) -> tuple[str | None, str | None]:
    """From when until when a state holds, as written."""
    since, until = term_of(content)
    return written(since), written(until)


def dates_with_amendments(agreement: Agreement, at: Path, words: Vocabularies) -> tuple[str | None, str | None]:
    """From when until when what a state says holds, where it says nothing else.

    Not before what the state amends; and what an amendment in force leaves as it is goes on as long as that does.
    """
    states = consists_of(agreement, str(at[1]) if at else PRESENT)
    since, until = dates_of_state(states[-1][1])
    for _, amended in states[:-1]:
        since = later(since, dates_of_state(amended)[0])
    for key, version in agreement.versions.items():
        begins, ends = dates_of_state(version)
        over_it = any(path == at for path, _ in consists_of(agreement, key)[:-1])
        if over_it and until is not None and begins is not None and not _not_yet(version, words):
            until = until if _is_gap(until, begins) else None if ends is None else later(until, ends)
    return since, until


def _is_gap(until: str, since: str) -> bool:
    """Whether a day certainly lies between an end and the next beginning."""
    return (Date.parse(since).earliest - Date.parse(until).latest).days > 1


def _not_yet(content: Content, words: Vocabularies) -> bool:
    status = one_said(content.status)
    return status is not None and words.has("status", status, "not-yet")


def earlier(one: str | None, other: str | None) -> str | None:
    """The earlier of two dates as written, by the last day that each can be; one that is not said does not count."""
    return (one or other) if one is None or other is None else min(one, other, key=_last_and_first)


def later(one: str | None, other: str | None) -> str | None:
    """The later of two dates as written, by the last day that each can be; one that is not said does not count."""
    return (one or other) if one is None or other is None else max(one, other, key=_last_and_first)


@cache
def _last_and_first(written: str) -> tuple[date, date]:
    day = Date.parse(written)
    return day.latest, day.earliest


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
        spans, (_, over) = lives.get(path, {}), dates_with_amendments(agreement, path, words)
        ends = {at: until for at, [(_, until), *_] in spans.items() if until is not None}
        yield Stated(agreement, key, content, path, names, words, False, ends)
        for number in range(1, max(map(len, spans.values()), default=0)):
            later_on = {at: held[number] for at, held in spans.items() if len(held) > number}
            ends = {at: until for at, (_, until) in later_on.items() if until is not None}
            again = {
                at: since for at, (since, _) in later_on.items() if since is not None and not _is_before(over, since)
            }
            yield Stated(agreement, key, content, path, names, words, False, ends, again)


_Span = tuple[str | None, str | None]
"""From when until when, as written; ``None`` where nothing sets a bound."""


def _lives(agreement: Agreement, words: Vocabularies) -> Mapping[Path, Mapping[Path, list[_Span]]]:
    """By state, the elements that amendments in force end or say anew, with the times that are left to them."""
    away: dict[Path, dict[Path, list[tuple[str, str | None]]]] = {}
    for key, version in agreement.versions.items():
        since, _ = dates_of_state(version)
        if not version.is_amendment or since is None or _not_yet(version, words):
            continue
        _, until = dates_with_amendments(agreement, ("versions", key), words)
        gap = _day_before(since), None if until is None else _day_after(until)
        states = consists_of(agreement, key)
        for name, field in fields_of(Content).items():
            if not isinstance(getattr(version, name), Keyed):
                continue
            laid = lay(states, lambda content, name=name: getattr(content, name), words)  # type: ignore[misc]
            held = getattr(version, name).items()
            own = {key for key, one in held if not is_otherwise(one, version, words, ("not-yet",))}
            for path, content in states[:-1]:
                for one in getattr(content, name):
                    if one in laid.ended or one in own:
                        away.setdefault(path, {}).setdefault((field.alias, one), []).append(gap)
    return {path: {at: list(_between(gaps)) for at, gaps in found.items()} for path, found in away.items()}


def _between(gaps: Iterable[tuple[str, str | None]]) -> Iterator[_Span]:
    """The times before, between and after gaps, each of them from its last day before to its first day after."""
    since: str | None = None
    for until, again in sorted(gaps, key=lambda gap: _last_and_first(gap[0])):
        if not _is_before(until, since):  # else it began before the one before it was over
            yield since, until
        if again is None:
            return
        since = later(since, again)
    yield since, None


def _is_before(day: str | None, other: str | None) -> bool:
    """Whether a date is certainly before another."""
    return day is not None and other is not None and Date.parse(day).latest < Date.parse(other).earliest


def _day_before(since: str) -> str:
    """The last day on which what holds no longer from *since* may hold: as coarse as that is."""
    day = Date.parse(since)
    if day.earliest != day.latest or day.earliest == date.min:
        return since
    return str(Date.of(day.earliest - timedelta(days=1)))


def _day_after(until: str) -> str:
    """The first day on which what held until then does no longer: as coarse as that is."""
    day = Date.parse(until)
    if day.earliest != day.latest or day.latest == date.max:
        return until
    return str(Date.of(day.latest + timedelta(days=1)))
