"""A state of the agreement as it results: an amendment laid over what it amends.

An amendment names only what changes. What it does not name stands; it ends what it states not to exist (``joining:
none``, or a whole section, ``procedures: none``) and what something of its own ``replaces``. A state that is whole is
laid over nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from idebur.absence import Absence, one_said
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.elements import Element, Keyed
from idebur.names import PRESENT
from idebur.visits import Path
from idebur.vocabulary import Vocabularies

__all__ = ["Ended", "Laid", "State", "behind", "chain", "consists_of", "has_status", "is_otherwise", "lay"]

E = TypeVar("E", bound=Element)

State = tuple[Path, Content]
"""A state of the agreement, with its path: nothing for the present, ``versions.proposed`` for a version."""


@frozen
class Ended(Generic[E]):
    """An element that has been ended: what it was, and what stands in its place or states that there is none."""

    path: Path
    """The state in which it stood."""

    element: E
    by: str | Absence
    """The key of what replaces it, or the statement that there is none."""


@frozen
class Laid(Generic[E]):
    """A section as it results from states laid over one another."""

    standing: Mapping[str, tuple[Path, E]]
    """What stands, by key, with the state that says it."""

    ended: Mapping[str, Ended[E]]
    """What stood in a state further down, and stands no more."""

    denied: Mapping[str, tuple[Path, Absence]]
    """What is stated not to exist, by key, with the state that says it; said of the whole section, under no key, ""."""

    @property
    def elements(self) -> Mapping[str, E]:
        """What stands, by key."""
        return {key: element for key, (_, element) in self.standing.items()}


def lay(states: Iterable[State], section: Callable[[Content], Keyed[E]], words: Vocabularies | None = None) -> Laid[E]:
    """Lay one section of the *states* over one another, each amendment over what it amends.

    With *words*, what is only proposed in a state that is not so itself neither stands nor ends anything yet.
    """
    standing: dict[str, tuple[Path, E]] = {}
    ended: dict[str, Ended[E]] = {}
    denied: dict[str, tuple[Path, Absence]] = {}
    for path, content in states:
        own = section(content)
        elements = {
            key: element
            for key, element in own.items()
            if words is None or not is_otherwise(element, content, words, _PROPOSED)
        }
        gone: dict[str, str | Absence] = {}
        if own.absence is not None and own.absence.is_stated:
            denied[""] = (path, own.absence)
            gone |= dict.fromkeys(standing, own.absence)
        for key, absence in own.absent.items():
            if absence.is_stated:
                denied[key] = (path, absence)
                gone[key] = absence
        for key, element in elements.items():
            other = one_said(element.replaces)
            if other is not None:
                gone[other] = key
        for key, by in gone.items():
            if key in standing and key not in elements:
                ended[key] = Ended(*standing.pop(key), by)
        for key, element in elements.items():
            standing[key] = (path, element)
            ended.pop(key, None)
            denied.pop(key, None)
    return Laid(standing, ended, denied)


_PROPOSED = ("not-yet",)


def chain(agreement: Agreement, version: str | None) -> tuple[str, ...]:
    """The version that is asked for, last, after those that it amends; none for the present.

    Raises:
        UnknownKey: there is no such version.
    """
    found: list[str] = []
    while version is not None and version != PRESENT and version not in found:
        found.append(version)
        version = one_said(agreement.versions[version].amends)
    return tuple(reversed(found))


def behind(agreement: Agreement, version: str | None) -> tuple[State, ...]:
    """The states in which the one asked for finds what it does not name itself, its own last: the present before all.

    Raises:
        UnknownKey: there is no such version.
    """
    versions = tuple((("versions", key), agreement.versions[key]) for key in chain(agreement, version))
    return (((), agreement), *versions)


def consists_of(agreement: Agreement, version: str | None) -> tuple[State, ...]:
    """The states that the one asked for consists of: of an amendment, after what it amends; of a whole, it alone.

    Raises:
        UnknownKey: there is no such version.
    """
    keys = chain(agreement, version)
    own: tuple[State, ...] = tuple((("versions", key), agreement.versions[key]) for key in keys)
    is_whole = bool(keys) and one_said(agreement.versions[keys[0]].amends) != PRESENT
    return own if is_whole else (((), agreement), *own)


def has_status(element: Element, name: str, words: Vocabularies) -> bool:
    """Whether the status of an element is a word with the property *name*: ``not-yet`` or ``over``."""
    status = one_said(element.status)
    return status is not None and words.has("status", status, name)


def is_otherwise(
    element: Element, content: Content, words: Vocabularies, names: Sequence[str] = ("not-yet", "over")
) -> bool:
    """Whether an element is proposed or past though the state it stands in is not: it is then no part of that state.

    *names* are the properties of the words for a status that are asked about.
    """
    own, around = one_said(element.status), one_said(content.status)
    return own is not None and any(
        words.has("status", own, name) and not (around is not None and words.has("status", around, name))
        for name in names
    )
