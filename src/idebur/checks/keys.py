"""Keys and references: what nobody refers to, and what leads round in a ring."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from idebur.absence import Absence, one_said
from idebur.checks.mentions import referred
from idebur.checks.subject import BESIDE, Check, Subject
from idebur.content import Content
from idebur.elements import Keyed
from idebur.errors import nearest
from idebur.messages import Finding
from idebur.names import Names
from idebur.notation.cadences import Cadence
from idebur.visits import Path, Visit, fields_of, walk, written_path

__all__ = ["CHECKS"]


def document_never_used(subject: Subject) -> Iterator[Finding]:
    """A document is neither cited nor referred to."""
    for key, document in subject.content.documents.items():
        if key not in subject.mentioned:
            yield subject.finding("document-never-used", "documents", key, element=subject.called(document))


def actor_never_named(subject: Subject) -> Iterator[Finding]:
    """An actor beside the parties is named nowhere."""
    for key, actor in subject.content.actors.items():
        if key not in subject.mentioned:
            yield subject.finding("actor-never-named", "actors", key, element=subject.called(actor))


def office_never_named(subject: Subject) -> Iterator[Finding]:
    """An office is named nowhere and says nothing of what it is for."""
    for key, office in subject.living(subject.content.offices):
        said = office.model_fields_set - {"name", "cites", "note", "status"}
        if key not in subject.mentioned and not said:
            yield subject.finding("office-never-named", "offices", key, element=subject.called(office))


def clause_never_used(subject: Subject) -> Iterator[Finding]:
    """No rule uses a clause, and it stands under nothing."""
    for key, clause in subject.living(subject.content.clauses):
        if key not in subject.mentioned and not len(clause.under):
            yield subject.finding("clause-never-used", "clauses", key, element=key)


def fact_never_used(subject: Subject) -> Iterator[Finding]:
    """No rule asks for a fact that the agreement declares."""
    for key, _ in subject.living(subject.content.facts):
        if key not in subject.mentioned:
            yield subject.finding("fact-never-used", "facts", key, element=key)


def replaced_and_kept(subject: Subject) -> Iterator[Finding]:
    """An element is to take another's place, and that other is written beside it as if it stayed."""
    for section, held in _sections(subject.content):
        for key, element in held.items():
            other = one_said(element.replaces)
            if other is not None and other in held and (other == key or not subject.is_over(held[other])):
                yield subject.finding("replaced-and-kept", section, key, "replaces", element=key, other=other)


def ends_what_is_not_there(subject: Subject) -> Iterator[Finding]:
    """An amendment takes away what the state that it amends does not hold, as a misspelt key would."""
    if subject.base is None:
        return
    for section, held in _sections(subject.content):
        known = {key for state in subject.base.chain for key in _keys(getattr(state.content, _name(section)))}
        for key, absence in held.absent.items():
            if absence.is_stated and key not in known:
                guess = nearest(key, sorted(known))
                yield subject.finding("amendment-ends-nothing", section, key, suggestion=guess, element=key)


def refers_to_what_ends(subject: Subject) -> Iterator[Finding]:
    """Something that stands in the state an amendment makes still refers to what the amendment takes away."""
    gone = {
        (section, key): path
        for section, _ in _sections(subject.content)
        for key, path in subject.ended(_name(section)).items()
    }
    if not gone:
        return
    still: dict[tuple[str, str], dict[str, None]] = {}
    for at, visit, names, is_own in _standing(subject):
        if is_own and _is_told_elsewhere(visit):
            continue
        for name in referred(visit):
            for ended in _meant(name, names) & gone.keys():
                still.setdefault(ended, {}).setdefault(written_path(at))
    for ended, others in still.items():
        yield subject.finding("refers-to-what-the-amendment-ends", *gone[ended], element=ended[1], others=tuple(others))


_OF_WHAT_HAPPENED = frozenset({"documents", "links", "events", "conclusions"})
"""The sections that tell of what was: they may refer to what is no more."""


def _standing(subject: Subject) -> Iterator[tuple[Path, Visit, Names, bool]]:
    """Every value of an amendment's own elements and of those it leaves standing, and in which names it is said."""
    for state in subject.chain:
        for section, held in _sections(state.content):
            if section not in _OF_WHAT_HAPPENED:
                left = subject.state(partial(_held, _name(section)))
                for key, element in subject.living(held):
                    if key in left and left[key] is element:
                        for visit in walk(element, (section, key)):
                            yield visit.path, visit, state.names, state is subject


def _held(section: str, content: Content) -> Keyed[Any]:
    held: Keyed[Any] = getattr(content, section)
    return held


def _is_told_elsewhere(visit: Visit) -> bool:
    """Whether another check looks after what a new element refers to, or its field is there to name what ends."""
    about = len(visit.path) > 2 and visit.path[0] == "routines" and visit.path[2] in ("of", "based-on")
    return about or visit.field == "replaces" or isinstance(visit.value, (Absence, Cadence))


def _meant(name: str, names: Names) -> set[tuple[str, str]]:
    """The elements of a content that a name leads to or through, each as its section and key."""
    found = {(str(path[0]), str(path[1])) for path in names.paths(name) if len(path) > 1}
    return found or {("procedures", name.partition(".")[0])}


def instead_of_itself(subject: Subject) -> Iterator[Finding]:
    """What is said to stand in the place of something absent is that very thing, or is absent too."""
    for visit in subject.visits:
        if isinstance(visit.value, Absence) and visit.value.instead is not None and len(visit.path) > 1:
            key, instead = str(visit.path[-1]), visit.value.instead
            if instead.rpartition(".")[2] == key or subject.gone(instead):
                yield subject.finding("instead-is-absent-too", *visit.path, element=key, other=instead)


def link_to_itself(subject: Subject) -> Iterator[Finding]:
    """A document is linked to itself."""
    for key, link in subject.content.links.items():
        subject_key = one_said(link.subject) or subject.agreement.agreement
        if subject_key in link.to:
            yield subject.finding("link-to-itself", "links", key, "to", element=key, other=subject_key)


def part_of_itself(subject: Subject) -> Iterator[Finding]:
    """An actor is a part of itself, step by step."""
    for section in ("parties", "actors", "bodies"):
        for key, actor in getattr(subject.content, section).items():
            above = one_said(actor.part_of)
            if above is not None and key in subject.within(above):
                yield subject.finding("part-of-itself", section, key, "part-of", element=subject.called(key))


def number_of_two(subject: Subject) -> Iterator[Finding]:
    """Two actors have the same organisation number."""
    first: dict[str, str] = {}
    for section in ("parties", "actors"):
        for key, actor in getattr(subject.content, section).items():
            number = one_said(actor.number)
            if number is None:
                continue
            bare = "".join(filter(str.isalnum, str(number)))
            if bare in first:
                yield subject.finding(
                    "organisation-number-twice",
                    section,
                    key,
                    "number",
                    element=key,
                    number=str(number),
                    other=first[bare],
                )
            first.setdefault(bare, key)


def _keys(held: Keyed[Any]) -> Iterator[str]:
    yield from held
    yield from held.absent


def _name(section: str) -> str:
    return section.replace("-", "_")


def _sections(content: Content) -> Iterator[tuple[str, Keyed[Any]]]:
    for name, field in fields_of(type(content)).items():
        held = getattr(content, name)
        if isinstance(held, Keyed) and field.alias not in BESIDE:
            yield field.alias, held


CHECKS: tuple[Check, ...] = (
    document_never_used,
    actor_never_named,
    office_never_named,
    clause_never_used,
    fact_never_used,
    replaced_and_kept,
    ends_what_is_not_there,
    refers_to_what_ends,
    instead_of_itself,
    link_to_itself,
    part_of_itself,
    number_of_two,
)
