"""How many seats each side of a body has, as far as the text says, and whether its balance can be met by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor, gcd, lcm

from attrs import frozen

from idebur.absence import Vague, one_said
from idebur.answers import Answer
from idebur.checks.subject import Subject
from idebur.governance import Balance, Body, Seat
from idebur.notation.amounts import Amount, number_text
from idebur.parties import Actor

__all__ = ["Bounds", "Side", "can_be_met", "sides", "total"]


@frozen
class Bounds:
    """Between what two numbers a count lies; ``None`` above where there is no upper bound."""

    low: Fraction = Fraction(0)
    high: Fraction | None = None

    def __add__(self, other: Bounds) -> Bounds:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Bounds(self.low + other.low, high)

    def times(self, other: Bounds) -> Bounds:
        """So many for each of so many."""
        high = None if self.high is None or other.high is None else self.high * other.high
        return Bounds(self.low * other.low, high)

    def at_most(self) -> Bounds:
        """The same, if it counts at all."""
        return Bounds(Fraction(0), self.high)

    def told(self) -> dict[str, str]:
        """In words, in each language."""
        low = number_text(self.low)
        if self.high == self.low:
            return {"sv": low, "en": low}
        if self.high is None:
            return {"sv": f"minst {low}", "en": f"at least {low}"}
        high = number_text(self.high)
        return {"sv": f"{low} till {high}", "en": f"{low} to {high}"}


@frozen
class Side:
    """One side of a balance: its seats, how many they are, and how large a part of the whole it is to have."""

    key: str
    seats: int
    count: Bounds
    part: Bounds


_NONE = Bounds(Fraction(0), Fraction(0))
_ONE = Bounds(Fraction(1), Fraction(1))


def sides(subject: Subject, body: Body, balance: Balance) -> tuple[Side, ...]:
    """The sides that a balance names, with what is known of their seats."""
    parts: Mapping[str, Bounds] = dict.fromkeys(balance.equal, _ONE) | {
        key: _bounds(one_said(amount)) for key, amount in balance.ratio.items()
    }
    found = []
    for key, part in parts.items():
        count, number = _NONE, 0
        for seat in body.seats.values():
            belongs = _counts(subject, seat, balance) & _belongs(subject, seat, key)
            if belongs is not Answer.NO and one_said(seat.counted_in) is None:
                number += 1
                held = size(subject, seat)
                count += held if belongs is Answer.YES else held.at_most()
        found.append(Side(key, number, count, part))
    return tuple(found)


def can_be_met(held: tuple[Side, ...]) -> bool:
    """Whether some whole number of seats for each side, within its bounds, stands in the wanted relation to the others.

    The sides have ``t`` times their part for one and the same ``t``. Where the parts are known, ``t`` times the
    greatest number that measures them all (Euclid, *Elements* VII.2) has to be whole.
    """
    lows, highs = [Fraction(0)], []
    for side in held:
        if side.part.high:
            lows.append(side.count.low / side.part.high)
        if side.count.high is not None and side.part.low:
            highs.append(side.count.high / side.part.low)
    if not highs:
        return True
    if any(side.part.low != side.part.high for side in held):
        return max(lows) <= min(highs)
    measure = _measure([side.part.low for side in held])
    return ceil(max(lows) * measure) <= floor(min(highs) * measure)


def _measure(numbers: list[Fraction]) -> Fraction:
    below = lcm(*(number.denominator for number in numbers))
    return Fraction(gcd(*(int(number * below) for number in numbers)), below)


def total(subject: Subject, body: Body) -> Bounds:
    """How many seats of a body may vote."""
    count = _NONE
    for seat in body.seats.values():
        votes = _votes(subject, seat)
        if votes is not Answer.NO and one_said(seat.counted_in) is None:
            held = size(subject, seat)
            count += held if votes is Answer.YES else held.at_most()
    return count


def size(subject: Subject, seat: Seat) -> Bounds:
    """How many places a seat stands for."""
    if isinstance(seat.count, Vague):
        low = _bounds(seat.count.over).low
        return Bounds(low, _bounds(seat.count.under).high)
    count = one_said(seat.count)
    each = one_said(seat.one_each)
    if count is None and each is None:
        if len(seat.fields) and not seat.fields.among_others:
            return Bounds(Fraction(len(seat.fields)), Fraction(len(seat.fields)))
        return _ONE if one_said(seat.ex_officio) is not None else Bounds()
    own = _bounds(count)
    return own if each is None else own.times(_members(subject, each))


def _members(subject: Subject, key: str) -> Bounds:
    actor = subject.actor(key)
    if not isinstance(actor, Actor) or not len(actor.members):
        return Bounds()
    number = Fraction(len(actor.members))
    return Bounds(number, None if actor.members.among_others else number)


def _bounds(amount: Amount | None) -> Bounds:
    if amount is None or amount.about:
        return Bounds()
    low, high = amount.low or Fraction(0), amount.high
    if amount.strict:  # seats are whole
        low, high = (low, Fraction(ceil(high) - 1)) if high is not None else (Fraction(floor(low) + 1), None)
    return Bounds(low, high)


def _counts(subject: Subject, seat: Seat, balance: Balance) -> Answer:
    kind = one_said(seat.kind)
    if kind is None:
        return Answer.UNKNOWN
    return Answer.of(kind in balance.among if len(balance.among) else subject.has("seat-kind", kind, "counts"))


def _votes(subject: Subject, seat: Seat) -> Answer:
    voting, kind = one_said(seat.voting), one_said(seat.kind)
    if voting is not None:
        return Answer.of(voting)
    return Answer.UNKNOWN if kind is None else Answer.of(subject.has("seat-kind", kind, "votes"))


def _belongs(subject: Subject, seat: Seat, side: str) -> Answer:
    """Whether a seat is one of a side, which is a sector or an actor."""
    holders = tuple(_holders(seat))
    if not holders:
        return Answer.UNKNOWN
    if side in subject.vocabularies["sector"]:
        sectors = {subject.sector(holder) for holder in holders}
        return Answer.YES if side in sectors else Answer.UNKNOWN if None in sectors else Answer.NO
    actor = subject.actor(side)
    gathered = frozenset(actor.members) if isinstance(actor, Actor) else frozenset()
    chain = {inner for holder in holders for inner in subject.within(holder)}
    if side in chain or gathered & chain:
        return Answer.YES
    open_ = isinstance(actor, Actor) and (subject.kind_has(actor, "many") or actor.members.among_others)
    return Answer.UNKNOWN if open_ and not gathered else Answer.NO


def _holders(seat: Seat) -> Iterator[str]:
    for named in (one_said(seat.of), one_said(seat.one_each), one_said(seat.ex_officio)):
        if named is not None:
            yield named
            return
