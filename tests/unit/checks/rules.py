"""Pairs for the checks of what rules come to."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

_CLAUSES = (
    "clauses: {{large: {{rule: members > 50, says: Stor., cites: first}}, "
    "other: {{rule: {other}, says: En annan., cites: first}}}}\n"
    "procedures: {{joining: {{open-to: large and other}}}}"
)

PAIRS = (
    Pair(
        "rule-nobody-meets",
        "procedures.joining.open-to",
        "procedures: {joining: {open-to: members > 10 and members < 10}}",
        "procedures: {joining: {open-to: members >= 10 and members <= 10}}",
    ),
    Pair(
        "rule-nobody-meets",
        "clauses.closed.rule",
        "clauses: {closed: {rule: founded before 2000 and founded after 1999, says: Sluten., cites: first}}\n"
        "procedures: {joining: {open-to: closed and democratic}}",
        "clauses: {closed: {rule: never, says: Sluten., cites: first}}\n"
        "procedures: {joining: {open-to: closed or joined}}",
    ),
    Pair(
        "rule-everybody-meets",
        "procedures.joining.open-to",
        "procedures: {joining: {open-to: members > 10 or members <= 10}}",
        "procedures: {joining: {open-to: members > 10 or members < 10}}",
    ),
    Pair(
        "clause-never-matters",
        "clauses.other",
        _CLAUSES.format(other="members > 5"),
        _CLAUSES.format(other="democratic"),
    ),
    Pair(
        "rule-shuts-out-member",
        "tenures[0]",
        "tenures: [{who: club, name: Klubben, kind: joined, sector: public}]",
        "tenures: [{who: club, name: Klubben, kind: joined}]",
    ),
    Pair(
        "rule-shuts-out-member",
        "tenures[0]",
        "tenures: [{who: region, kind: joined}]",
        "tenures: [{who: region, kind: joined, until: 2021}]",
    ),
)
