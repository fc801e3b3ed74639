"""Pairs for the checks of vague words."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "time-vague",
        "procedures.leaving.steps[0].notice",
        "procedures: {leaving: {steps: [{who: leaver, does: notify, to: board, notice: {vague: skälig}}]}}",
        "procedures: {leaving: {steps: [{who: leaver, does: notify, to: board, notice: about 3 months}]}}",
    ),
    Pair(
        "cadence-vague",
        "bodies.board.meets",
        "bodies: {board: {meets: {vague: regelbundet}}}",
        "bodies: {board: {meets: at least 1 a year}}",
    ),
    Pair(
        "amount-vague",
        "bodies.board.seats.public.count",
        "bodies: {board: {seats: {public: {count: {vague: några}}}}}",
        "events: {met: {kind: meeting, counts: {people: {vague: drygt 50, over: 50}}, cites: first}}",
    ),
    Pair(
        "cadence-vague",
        "routines.meeting.open-to.everyone",
        "routines: {meeting: {open-to: {everyone: {vague: ibland}}}}",
        "routines: {meeting: {open-to: {everyone: 1 a year}}}",
    ),
    Pair(
        "condition-vague",
        "procedures.joining.open-to",
        "procedures: {joining: {open-to: {vague: seriösa föreningar}}}",
        "{clauses: {serious: {says: En seriös förening, cites: first}}, procedures: {joining: {open-to: serious}}}",
    ),
)
