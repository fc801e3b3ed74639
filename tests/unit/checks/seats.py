"""Pairs for the checks of bodies and seats."""

from __future__ import annotations

from tests.unit.checks.cases import Pair


def _seat(fields: str) -> str:
    return f"bodies: {{board: {{seats: {{third: {{kind: expert, who: {{appoints: board}}, {fields}}}}}}}}}"


def _balance(public: str, civil: str, balance: str = "equal: [public, civil-society]") -> str:
    seats = f"{{public: {{{public}}}, civil: {{{civil}}}}}"
    return f"bodies: {{board: {{seats: {seats}, balance: {{{balance}}}}}}}"


PAIRS = (
    Pair(
        "body-without-seats",
        "bodies.group",
        "bodies: {group: {kind: steering-group, name: Gruppen, meets: year, cites: first}}",
        "bodies: {group: {kind: forum, name: Gruppen, meets: year, cites: first}}",
    ),
    Pair(
        "seats-nobody-appoints",
        "bodies.board.seats.public",
        "bodies: {board: {seats: {public: {who: {appoints: not-said}}}}}",
        "bodies: {board: {seats: {public: {who: {elects: region}, count: 3}}}}",
    ),
    Pair("seat-for-nobody", "bodies.board.seats.third", _seat("count: 1"), _seat("fields: [Vård]")),
    Pair(
        "one-each-over-nobody",
        "bodies.board.seats.third.one-each",
        f"{{actors: {{towns: {{kind: class}}}}, {_seat('one-each: towns')}}}",
        f"{{actors: {{towns: {{kind: class, members: region}}}}, {_seat('one-each: towns')}}}",
    ),
    Pair(
        "one-each-over-nobody",
        "offices.contact.one-each",
        "{actors: {towns: {kind: class}}, offices: {contact: {one-each: towns}}}",
        "offices: {contact: {one-each: signatories}}",
    ),
    Pair(
        "ex-officio-of-no-office",
        "bodies.board.seats.third.ex-officio",
        _seat("ex-officio: region"),
        _seat("ex-officio: leader"),
    ),
    Pair(
        "ex-officio-of-another-actor",
        "bodies.board.seats.third.ex-officio",
        f"{{actors: {{town: {{kind: municipality}}}}, {_seat('of: town, ex-officio: leader')}}}",
        f"{{actors: {{town: {{kind: municipality}}}}, parties: {{region: {{part-of: town}}}}, "
        f"{_seat('of: town, ex-officio: leader')}}}",
    ),
    Pair(
        "balance-side-without-seats",
        "bodies.board.balance",
        _balance("kind: observer", "count: 3"),
        _balance("kind: substitute", "count: 3", "equal: [public, civil-society], among: [ordinary, substitute]"),
    ),
    Pair(
        "balance-cannot-be-met",
        "bodies.board.balance",
        _balance("count: 3", "count: at least 4"),
        _balance("count: 3", "count: 3 to 4"),
    ),
    Pair(
        "balance-cannot-be-met",
        "bodies.board.balance",
        _balance("count: 4", "count: 8", "ratio: {region: 4, sector: 7}"),
        _balance("count: 8", "count: 14", "ratio: {region: 4, sector: 7}"),
    ),
    Pair(
        "balance-cannot-be-met",
        "bodies.board.balance",
        _balance("count: 2", "count: 3"),
        _balance("count: 2", "count: 3", "equal: [public, civil-society], soft: true"),
    ),
    Pair(
        "balance-without-numbers",
        "bodies.board.balance",
        _balance("count: not-said", "count: 3"),
        _balance("count: 3", "count: 3"),
    ),
    Pair(
        "balance-without-numbers",
        "bodies.board.balance",
        _balance("count: 3", "count: about 3"),
        _balance("count: 3", "count: 2 to 4"),
    ),
    Pair(
        "quorum-above-seats",
        "bodies.board.quorum",
        "bodies: {board: {quorum: at least 7}}",
        "bodies: {board: {quorum: at least 6}}",
    ),
    Pair(
        "quorum-above-seats",
        "bodies.board.decides[0].quorum",
        "bodies: {board: {decides: [{rule: consensus, quorum: 7}]}}",
        "bodies: {board: {decides: [{rule: consensus, quorum: 70 %}]}}",
    ),
    Pair(
        "chair-turns-between-nobody",
        "bodies.board.chair",
        "bodies: {board: {chair: {how: alternating, among: region}}}",
        "bodies: {board: {chair: {how: alternating, among: [region, sector]}}}",
    ),
    Pair(
        "body-without-order",
        "bodies.board",
        "bodies: {board: {chair: not-said}}",
        "bodies: {board: {chair: none}}",
    ),
    Pair(
        "seat-counted-in-itself",
        "bodies.board.seats.third.counted-in",
        _seat("of: region, count: 1, counted-in: board.third"),
        _seat("of: region, count: 1, counted-in: board.public"),
    ),
)
