"""Questions about power and duty put to an agreement: who appoints whom, and whom a commitment binds."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.parties import Actor
from idebur.principles import Commitment
from idebur.several import Several
from idebur.visits import Path
from idebur.vocabulary import Vocabularies

__all__ = ["Appointment", "appointments", "bound", "sides"]


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


def appointments(content: Content, vocabularies: Vocabularies | None = None) -> tuple[Appointment, ...]:
    """Give every seat and office of a content, an agreement's present or a version's, with who appoints to it.

    *vocabularies* are the agreement's, where its own words say who *itself* is.
    """
    words = vocabularies if vocabularies is not None else Vocabularies()
    return tuple(_appointments(content, words))


def _appointments(content: Content, words: Vocabularies) -> Iterator[Appointment]:
    for body_key, body in content.bodies.items():
        for key, seat in body.seats.items():
            own = one_said(seat.of) or one_said(seat.one_each)
            yield Appointment(
                ("bodies", body_key, "seats", key),
                f"{body_key}.{key}",
                _resolved(seat.who.actors("appoints"), own, words),
                one_said(seat.ex_officio),
            )
    for key, office in content.offices.items():
        own = one_said(office.one_each) or one_said(office.of)
        yield Appointment(("offices", key), key, _resolved(office.who.actors("appoints"), own, words))


def _resolved(by: Several[str], own: str | None, words: Vocabularies) -> Several[str]:
    if own is None or by.absence is not None:
        return by
    actors = tuple(own if words.has("group", actor, "self") else actor for actor in by)
    return Several(actors, among_others=by.among_others)


def bound(agreement: Agreement, commitment: Commitment) -> frozenset[str]:
    """The sides (sectors) that a commitment binds; empty where the text does not tell whom."""
    return frozenset(side for actor in commitment.who.actors("does") for side in sides(agreement, actor))


def sides(agreement: Agreement, actor: str) -> frozenset[str]:
    """The sides (sectors) that *actor* stands for; empty where that cannot be told.

    A party or an actor stands for its sector, that of its kind, or that of what it is a part of or gathers; a sector
    word for itself; a group of the parties for the sides of them all; a body for the sides of those who sit in it.
    """
    return _sides(agreement, actor, frozenset())


def _sides(agreement: Agreement, actor: str, asked: frozenset[str]) -> frozenset[str]:
    if actor in asked:
        return frozenset()
    asked |= {actor}
    words = agreement.vocabularies
    if words.property("group", actor, "of") is not None:
        return frozenset(side for key in agreement.parties for side in _sides(agreement, key, asked))
    side = words.property("sector", actor, "side")
    if side is not None:
        return frozenset({str(side)})
    for section in (agreement.parties, agreement.actors, agreement.bodies):
        if actor in section:
            return _sides_of(agreement, section[actor], asked)
    of = one_said(agreement.offices[actor].of) if actor in agreement.offices else None
    return _sides(agreement, of, asked) if of is not None else frozenset()


def _sides_of(agreement: Agreement, actor: Actor, asked: frozenset[str]) -> frozenset[str]:
    words = agreement.vocabularies
    sector, kind, whole = one_said(actor.sector), one_said(actor.kind), one_said(actor.part_of)
    if sector is None and kind is not None:  # a region is public, whether it is said or not
        by_kind = words.property("actor-kind", kind, "sector")
        sector = by_kind if isinstance(by_kind, str) else None
    if sector is not None:
        return frozenset({str(words.property("sector", sector, "side") or sector)})
    if whole is not None:
        return _sides(agreement, whole, asked)
    if actor.members:
        return frozenset(side for member in actor.members for side in _sides(agreement, member, asked))
    seats = agreement.bodies[actor.key].seats.values() if actor.key in agreement.bodies else ()
    holders = (one_said(seat.of) or one_said(seat.one_each) for seat in seats)
    return frozenset(side for holder in holders if holder for side in _sides(agreement, holder, asked))
