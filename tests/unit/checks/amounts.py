"""Pairs for the checks of amounts of the wrong sort."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

_STEP = "procedures: {{leaving: {{steps: [{{who: leaver, does: notify, to: board, notice: {}}}]}}}}"
_SEATS = "bodies: {{board: {{seats: {{public: {{term: {{{}}}}}}}}}}}"

PAIRS = (
    Pair(
        "time-without-unit",
        "procedures.leaving.steps[0].notice",
        _STEP.format("3 månader"),
        _STEP.format("3 months"),
    ),
    Pair(
        "time-without-unit",
        "procedures.leaving.steps[0].notice",
        _STEP.format("3"),
        _STEP.format("at least 10 working-days"),
    ),
    Pair(
        "time-without-unit",
        "procedures.leaving.steps[0].notice",
        _STEP.format("3 apelsiner"),
        _STEP.format("1 half-year"),
    ),
    Pair(
        "time-without-unit",
        "bodies.board.seats.public.term.length",
        _SEATS.format("length: 2"),
        _SEATS.format("length: 2 years, limit: at most 2 terms"),
    ),
    Pair(
        "count-with-unit",
        "bodies.board.quorum",
        "bodies: {board: {quorum: 5 månader}}",
        "bodies: {board: {quorum: 50 %}}",
    ),
    Pair(
        "count-with-unit",
        "bodies.board.seats.public.term.limit",
        _SEATS.format("length: 2 years, limit: 4 years"),
        _SEATS.format("length: 2 years, limit: 2"),
    ),
    Pair(
        "count-in-parts",
        "bodies.board.seats.public.count",
        "bodies: {board: {seats: {public: {count: 4.5}}}}",
        "bodies: {board: {seats: {public: {count: 4 to 5}}}}",
    ),
    Pair(
        "count-in-parts",
        "bodies.board.quorum",
        "bodies: {board: {quorum: at least 2.5}}",
        "bodies: {board: {quorum: at least 2/3}}",
    ),
)
