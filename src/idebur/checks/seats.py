"""Bodies and their seats: who fills them, how they are divided, whether they can be held."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Maybe, one_said
from idebur.checks.balance import can_be_met, sides, total
from idebur.checks.rings import in_a_ring
from idebur.checks.subject import Check, Subject, silent
from idebur.governance import Body, Seat
from idebur.messages import LANGUAGES, Finding
from idebur.notation.amounts import Amount
from idebur.parties import Actor, Office
from idebur.visits import Path

__all__ = ["CHECKS"]


def body_without_seats(subject: Subject) -> Iterator[Finding]:
    """It is not said who is in a body."""
    for key, body in _governing(subject):
        if silent(body.seats) and silent(body.members) and not subject.kind_has(body, "without-seats"):
            yield subject.finding("body-without-seats", "bodies", key, element=subject.called(body))


def nobody_appoints(subject: Subject) -> Iterator[Finding]:
    """It is not said who fills a seat."""
    for key, seat_key, body, seat in _seats(subject):
        filled = one_said(seat.ex_officio) is not None or one_said(seat.counted_in) is not None
        if not filled and subject.nobody(seat.who, "fills") and subject.nobody(body.who, "fills"):
            yield subject.finding(
                "seats-nobody-appoints", "bodies", key, "seats", seat_key, element=seat_key, body=subject.called(body)
            )


def seat_for_nobody(subject: Subject) -> Iterator[Finding]:
    """It is not said for whom a seat is."""
    for key, seat_key, body, seat in _seats(subject):
        holders = (seat.of, seat.one_each, seat.ex_officio, seat.held_through, seat.among, seat.rule, seat.fields)
        if all(map(silent, holders)):
            yield subject.finding(
                "seat-for-nobody", "bodies", key, "seats", seat_key, element=seat_key, body=subject.called(body)
            )


def one_each_over_nobody(subject: Subject) -> Iterator[Finding]:
    """There is to be one for each of a set, and the set names nobody."""
    for key, seat_key, _, seat in _seats(subject):
        if (each := _over_nobody(subject, one_said(seat.one_each))) is not None:
            path = ("bodies", key, "seats", seat_key, "one-each")
            yield subject.finding("one-each-over-nobody", *path, element=seat_key, set=each)
    for key, office in subject.living(subject.content.offices):
        if (each := _over_nobody(subject, one_said(office.one_each))) is not None:
            yield subject.finding(
                "one-each-over-nobody", "offices", key, "one-each", element=subject.called(office), set=each
            )


def ex_officio_of_no_office(subject: Subject) -> Iterator[Finding]:
    """A seat goes with an office, but what is named is no office."""
    for key, seat_key, _, seat in _seats(subject):
        named = one_said(seat.ex_officio)
        if named is not None and not isinstance(subject.actor(named), Office):
            path = ("bodies", key, "seats", seat_key, "ex-officio")
            yield subject.finding("ex-officio-of-no-office", *path, element=seat_key, actor=subject.called(named))


def ex_officio_of_another(subject: Subject) -> Iterator[Finding]:
    """A seat of one actor goes with an office of another."""
    for key, seat_key, _, seat in _seats(subject):
        named, owner = one_said(seat.ex_officio), one_said(seat.of)
        office = subject.actor(named) if named is not None else None
        held = one_said(office.of) if isinstance(office, Office) else None
        if held is None or owner is None or subject.actor(owner) is None or subject.actor(held) is None:
            continue
        if owner not in subject.within(held) and not _gathers(subject, owner, held):
            yield subject.finding(
                "ex-officio-of-another-actor",
                *("bodies", key, "seats", seat_key, "ex-officio"),
                element=seat_key,
                office=subject.called(named or ""),
                held=subject.called(held),
                owner=subject.called(owner),
            )


def balance_side_without_seats(subject: Subject) -> Iterator[Finding]:
    """A balance names a side that has no seat, while another has."""
    for key, body in subject.content.bodies.items():
        balance = one_said(body.balance)
        held = sides(subject, body, balance) if balance is not None else ()
        for side in held:
            if not side.seats and any(other.seats for other in held):
                yield subject.finding(
                    "balance-side-without-seats",
                    *("bodies", key, "balance"),
                    element=subject.called(body),
                    side=subject.called(side.key),
                )


def balance_cannot_be_met(subject: Subject) -> Iterator[Finding]:
    """The seats that are said are too many on one side and too few on another."""
    for key, body in subject.content.bodies.items():
        balance = one_said(body.balance)
        if balance is None or one_said(balance.soft) is True:
            continue
        held = sides(subject, body, balance)
        if all(side.seats for side in held) and not can_be_met(held):
            counts = tuple(
                {lang: f"{subject.called(side.key)[lang]} {side.count.told()[lang]}" for lang in LANGUAGES}
                for side in held
            )
            yield subject.finding(
                "balance-cannot-be-met", "bodies", key, "balance", element=subject.called(body), counts=counts
            )


def balance_without_numbers(subject: Subject) -> Iterator[Finding]:
    """A balance is asked for, and how many seats there are is not said: nobody can tell whether it is met."""
    for key, body in subject.living(subject.content.bodies):
        balance = one_said(body.balance)
        held = sides(subject, body, balance) if balance is not None else ()
        open_ = any(side.seats and None in (side.count.high, side.part.high) for side in held)
        if open_ and can_be_met(held):
            yield subject.finding("balance-without-numbers", "bodies", key, "balance", element=subject.called(body))


def quorum_above_seats(subject: Subject) -> Iterator[Finding]:
    """More must be present than there are seats."""
    for key, body in subject.content.bodies.items():
        seats = total(subject, body)
        quorums: list[tuple[Path, Maybe[Amount]]] = [(("quorum",), body.quorum)]
        quorums += [(("decides", index, "quorum"), decision.quorum) for index, decision in enumerate(body.decides)]
        for path, said in quorums:
            quorum = one_said(said)
            if quorum is None or quorum.unit or quorum.about or quorum.low is None or not len(body.seats):
                continue
            if seats.high is not None and quorum.low > seats.high:
                yield subject.finding(
                    "quorum-above-seats",
                    *("bodies", key, *path),
                    element=subject.called(body),
                    quorum=str(quorum),
                    seats=seats.told(),
                )


def chair_turns_between_nobody(subject: Subject) -> Iterator[Finding]:
    """The chair goes round, and fewer than two are said to take turns."""
    for key, body in subject.living(subject.content.bodies):
        chair = one_said(body.chair)
        if chair is None or not subject.has("chair-how", chair.how, "turns") or chair.among.among_others:
            continue
        among = tuple(chair.among)
        if len(among) == 0 or (len(among) == 1 and not subject.is_many(among[0])):
            yield subject.finding("chair-turns-between-nobody", "bodies", key, "chair", element=subject.called(body))


def body_without_order(subject: Subject) -> Iterator[Finding]:
    """A body has seats, and it is not said who leads it or how it decides."""
    for key, body in _governing(subject):
        if not len(body.seats):
            continue
        missing = []
        if silent(body.chair):
            missing.append({"sv": "vem som leder", "en": "who leads it"})
        if not body.decides:
            missing.append({"sv": "hur det beslutar", "en": "how it decides"})
        if missing:
            yield subject.finding(
                "body-without-order", "bodies", key, element=subject.called(body), missing=tuple(missing)
            )


def counted_in_itself(subject: Subject) -> Iterator[Finding]:
    """A seat is counted in itself, or two in each other."""
    for key, body in subject.content.bodies.items():
        into = {name: (one_said(seat.counted_in) or "").rpartition(".")[2] for name, seat in body.seats.items()}
        for name in in_a_ring({name: (other,) for name, other in into.items()}):
            path = ("bodies", key, "seats", name, "counted-in")
            yield subject.finding("seat-counted-in-itself", *path, element=name)


def _governing(subject: Subject) -> Iterator[tuple[str, Body]]:
    """The bodies that the agreement itself sets up; those inside a party, and those that may be another, are theirs."""
    for key, body in subject.living(subject.content.bodies):
        if one_said(body.inside) is None and not len(body.maybe_same_as):
            yield key, body


def _seats(subject: Subject) -> Iterator[tuple[str, str, Body, Seat]]:
    for key, body in subject.living(subject.content.bodies):
        for name, seat in subject.living(body.seats):
            yield key, name, body, seat


def _over_nobody(subject: Subject, key: str | None) -> object:
    """What the set is called, if it names nobody; a group word names those who have signed."""
    actor = subject.actor(key) if key is not None else None
    if isinstance(actor, Actor) and silent(actor.members) and silent(actor.rule):
        return subject.called(actor)
    return None


def _gathers(subject: Subject, owner: str, held: str) -> bool:
    """Whether an actor is a set or class that the other may be among."""
    actor = subject.actor(owner)
    if not isinstance(actor, Actor):
        return True
    if actor.members and not actor.members.among_others:
        return bool(frozenset(actor.members) & frozenset(subject.within(held)))
    return subject.kind_has(actor, "many") or subject.kind_has(actor, "gathers")


CHECKS: tuple[Check, ...] = (
    body_without_seats,
    nobody_appoints,
    seat_for_nobody,
    one_each_over_nobody,
    ex_officio_of_no_office,
    ex_officio_of_another,
    balance_side_without_seats,
    balance_cannot_be_met,
    balance_without_numbers,
    quorum_above_seats,
    chair_turns_between_nobody,
    body_without_order,
    counted_in_itself,
)
