"""Questions about power and duty put to an agreement: who appoints whom, and whom a commitment binds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.governance import Body
from idebur.parties import Actor, Office
from idebur.principles import Commitment
from idebur.several import Several
from idebur.states import State, behind, consists_of, lay
from idebur.visits import Path
from idebur.vocabulary import Vocabularies

__all__ = ["Appointment", "appointments", "bound", "sector_of", "sides", "siding"]


@frozen
class Appointment:
    """Who appoints to a seat or an office; where the text names nobody, the absence says how."""

    path: Path
    """The seat or the office."""

    name: str
    """It in short, ``partnership.municipalities`` or ``process-leader``."""

    by: Several[str]
    """Those who appoint. *Itself* is resolved into the actor whose seat or office it is."""

    ex_officio: str | None = None
    """The office with which the seat comes, so that nobody appoints to it."""


def appointments(
    content: Content, vocabularies: Vocabularies | None = None, *, version: str | None = None
) -> tuple[Appointment, ...]:
    """Give every seat and office of a content, an agreement's present or a version's, with who appoints to it.

    *vocabularies* are the agreement's, where its own words say who *itself* is. With a *version* of an agreement, they
    are those of that version as it results: of an amendment, together with what it leaves standing.

    Raises:
        UnknownKey: there is no such version.
    """
    words = vocabularies if vocabularies is not None else Vocabularies()
    states: tuple[State, ...] = (((), content),)
    if version is not None and isinstance(content, Agreement):
        words = content.vocabularies if vocabularies is None else words
        states = consists_of(content, version)
    return tuple(_appointments(states, words))


def _appointments(states: tuple[State, ...], words: Vocabularies) -> Iterator[Appointment]:
    for body_key, (path, body) in lay(states, lambda content: content.bodies, words).standing.items():
        for key, seat in body.seats.items():
            own = one_said(seat.of) or one_said(seat.one_each)
            yield Appointment(
                (*path, "bodies", body_key, "seats", key),
                f"{body_key}.{key}",
                _resolved(seat.who.actors("appoints"), own, words),
                one_said(seat.ex_officio),
            )
    for key, (path, office) in lay(states, lambda content: content.offices, words).standing.items():
        own = one_said(office.one_each) or one_said(office.of)
        yield Appointment((*path, "offices", key), key, _resolved(office.who.actors("appoints"), own, words))


def _resolved(by: Several[str], own: str | None, words: Vocabularies) -> Several[str]:
    if own is None or by.absence is not None:
        return by
    actors = tuple(own if words.has("group", actor, "self") else actor for actor in by)
    return Several(actors, among_others=by.among_others)


def bound(agreement: Agreement, commitment: Commitment, *, version: str | None = None) -> frozenset[str]:
    """The sides (sectors) that a commitment binds; empty where the text does not tell whom.

    Raises:
        UnknownKey: there is no such version.
    """
    sides_of = siding(agreement, version=version)
    return frozenset(side for actor in commitment.who.actors("does") for side in sides_of(actor))


def sides(agreement: Agreement, actor: str, *, version: str | None = None) -> frozenset[str]:
    """The sides (sectors) that *actor* stands for; empty where that cannot be told.

    A party or an actor stands for its sector, that of its kind, or that of what it is a part of or gathers; a sector
    word for itself; a group of the parties for the sides of them all; a body for the sides of those who sit in it.
    In a *version*, what it does not name itself is what it is in the version that it amends, and behind that in the
    present state.

    Raises:
        UnknownKey: there is no such version.
    """
    return siding(agreement, version=version)(actor)


def siding(agreement: Agreement, *, version: str | None = None) -> Callable[[str], frozenset[str]]:
    """What answers :func:`sides` for any number of actors of one state, which is put together once.

    Raises:
        UnknownKey: there is no such version.
    """
    around = _around(agreement, version)
    return lambda actor: _sides(around, actor, frozenset())


def sector_of(actor: Actor, words: Vocabularies) -> str | None:
    """The sector that an actor is said to belong to, or else that of its kind: a region is public, said or not."""
    sector, kind = one_said(actor.sector), one_said(actor.kind)
    if sector is not None or kind is None:
        return sector
    by_kind = words.property("actor-kind", kind, "sector")
    return by_kind if isinstance(by_kind, str) else None


@frozen
class _Around:
    """Whom a state of an agreement knows."""

    parties: Mapping[str, Actor]
    """The parties of the state itself; those behind it, where it names none."""

    actors: Mapping[str, Actor]
    """Parties, actors and bodies."""

    bodies: Mapping[str, Body]
    offices: Mapping[str, Office]
    words: Vocabularies


def _around(agreement: Agreement, version: str | None) -> _Around:
    states, words = behind(agreement, version), agreement.vocabularies
    parties, actors, bodies, offices = (
        lay(states, lambda content: content.parties, words).elements,
        lay(states, lambda content: content.actors, words).elements,
        lay(states, lambda content: content.bodies, words).elements,
        lay(states, lambda content: content.offices, words).elements,
    )
    own = lay(consists_of(agreement, version), lambda content: content.parties, words).elements
    return _Around(own or parties, {**bodies, **actors, **parties}, bodies, offices, words)


def _sides(around: _Around, actor: str, asked: frozenset[str]) -> frozenset[str]:
    if actor in asked:
        return frozenset()
    asked |= {actor}
    words = around.words
    if words.property("group", actor, "of") is not None:
        return frozenset(side for key in around.parties for side in _sides(around, key, asked))
    side = words.property("sector", actor, "side")
    if side is not None:
        return frozenset({str(side)})
    if actor in around.actors:
        return _sides_of(around, around.actors[actor], asked)
    of = one_said(around.offices[actor].of) if actor in around.offices else None
    return _sides(around, of, asked) if of is not None else frozenset()


def _sides_of(around: _Around, actor: Actor, asked: frozenset[str]) -> frozenset[str]:
    words = around.words
    sector, whole = sector_of(actor, words), one_said(actor.part_of)
    if sector is not None:
        return frozenset({str(words.property("sector", sector, "side") or sector)})
    if whole is not None:
        return _sides(around, whole, asked)
    if actor.members:
        return frozenset(side for member in actor.members for side in _sides(around, member, asked))
    seats = around.bodies[actor.key].seats.values() if actor.key in around.bodies else ()
    holders = (one_said(seat.of) or one_said(seat.one_each) for seat in seats)
    return frozenset(side for holder in holders if holder for side in _sides(around, holder, asked))
