"""Parties: who they are, who speaks and signs for them, whom they gather."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import one_said
from idebur.checks.subject import Check, Subject, silent
from idebur.messages import Finding
from idebur.parties import Actor

__all__ = ["CHECKS"]


def fewer_than_two(subject: Subject) -> Iterator[Finding]:
    """An agreement names fewer than two parties."""
    if subject.asks_for_all and len(subject.content.parties) < 2:
        yield subject.finding("fewer-than-two-parties", "parties", number=len(subject.content.parties))


def nobody_speaks(subject: Subject) -> Iterator[Finding]:
    """A party is a class of organisations, and nobody speaks for it."""
    for key, party in subject.living(subject.content.parties):
        if subject.kind_has(party, "class") and subject.nobody(party.who, "speaks-for"):
            yield subject.finding("class-nobody-speaks-for", "parties", key, element=subject.called(party))


def nobody_signs(subject: Subject) -> Iterator[Finding]:
    """Nobody signs for a party: a class cannot itself, and others are missing among those who signed."""
    signed = _signed(subject) & frozenset(subject.state(lambda content: content.parties))
    for key, party in subject.living(subject.content.parties):
        asked = subject.kind_has(party, "class") or bool(signed)
        if asked and key not in signed and subject.nobody(party.who, "signs-for"):
            yield subject.finding("party-nobody-signs-for", "parties", key, element=subject.called(party))


def without_sector(subject: Subject) -> Iterator[Finding]:
    """It is not said to which sector a party belongs."""
    for key, party in subject.living(subject.content.parties):
        if silent(party.sector) and subject.sector(key) is None:
            yield subject.finding("party-without-sector", "parties", key, element=subject.called(party))


def class_without_bounds(subject: Subject) -> Iterator[Finding]:
    """A party is a class, and nothing says who belongs to it."""
    for key, party in subject.living(subject.content.parties):
        bounds = (party.rule, party.forms, party.traits, party.members)
        if subject.kind_has(party, "class") and all(map(silent, bounds)):
            yield subject.finding("class-without-bounds", "parties", key, element=subject.called(party))


def members_not_said(subject: Subject) -> Iterator[Finding]:
    """It is not said whom an umbrella gathers."""
    for section, key, actor in _actors(subject):
        if subject.kind_has(actor, "gathers") and silent(actor.members):
            yield subject.finding("umbrella-members-not-said", section, key, element=subject.called(actor))


def binding_not_said(subject: Subject) -> Iterator[Finding]:
    """An umbrella signs or speaks, and it is not said whether that binds its members."""
    spokesmen = {
        actor
        for party in subject.state(lambda content: content.parties).values()
        for role in ("speaks-for", "signs-for")
        for actor in subject.those(party.who, role)
    }
    for section, key, actor in _actors(subject):
        acts = section == "parties" or key in spokesmen
        if acts and subject.kind_has(actor, "gathers") and silent(actor.binds_members):
            yield subject.finding("umbrella-binding-not-said", section, key, element=subject.called(actor))


def set_of_nobody(subject: Subject) -> Iterator[Finding]:
    """A set of actors is named, and not who is in it."""
    for section, key, actor in _actors(subject):
        if subject.kind_has(actor, "listed") and silent(actor.members) and silent(actor.rule):
            yield subject.finding("set-of-nobody", section, key, element=subject.called(actor))


def _actors(subject: Subject) -> Iterator[tuple[str, str, Actor]]:
    for key, party in subject.living(subject.content.parties):
        yield "parties", key, party
    for key, actor in subject.living(subject.content.actors):
        yield "actors", key, actor


def _signed(subject: Subject) -> frozenset[str]:
    """The parties for whom somebody has signed, as the signing and the tenures say."""
    signing = one_said(subject.content.signing)
    signers = {one_said(signer.of) for signer in signing.signers} if signing is not None else set()
    parties = {tenure.who for tenure in subject.content.tenures if subject.has("tenure-kind", tenure.kind, "signed")}
    own = frozenset(key for key in signers | parties if key is not None)
    return own or (frozenset() if subject.base is None else _signed(subject.base))


CHECKS: tuple[Check, ...] = (
    fewer_than_two,
    nobody_speaks,
    nobody_signs,
    without_sector,
    class_without_bounds,
    members_not_said,
    binding_not_said,
    set_of_nobody,
)
