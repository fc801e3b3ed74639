"""Pairs for acceptances that accept nothing."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "acceptance-unused",
        "accepted[0]",
        "accepted: [{code: body-without-order, at: bodies.board, because: Så är det}]",
        "{bodies: {board: {chair: ~}}, accepted: [{code: body-without-order, at: bodies.board, because: Så är det}]}",
    ),
    Pair(
        "acceptance-of-unknown-code",
        "accepted[0].code",
        "accepted: [{code: body-without-ordre, because: Så är det}]",
        "{bodies: {board: {chair: ~}}, accepted: [{code: body-without-order, because: Så är det}]}",
    ),
)
