"""Pairs for the checks of plans, reports and follow-up."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "routine-role-not-said",
        "routines.plan",
        "routines: {plan: {who: {decides: ~, does: leader}}}",
        "routines: {plan: {who: {decides: leader}}}",
    ),
    Pair(
        "routine-role-not-said",
        "routines.follow-up",
        "routines: {follow-up: {who: not-said}}",
        "routines: {follow-up: {who: {receives: none}}}",
    ),
    Pair(
        "routine-nobody-does",
        "routines.letter",
        "routines: {letter: {kind: communication, title: Brevet, cites: first}}",
        "routines: {letter: {kind: communication, title: Brevet, who: leader, cites: first}}",
    ),
    Pair(
        "plan-never-followed-up",
        "routines.plan",
        "routines: {follow-up: {of: aims}}",
        "routines: {plan: {who: {follows-up: leader}}, follow-up: {of: aims}}",
    ),
    Pair(
        "agreement-never-followed-up",
        "routines",
        "routines: {follow-up: ~, plan: ~}",
        "routines: {follow-up: none, plan: ~}",
    ),
    Pair(
        "agreement-never-followed-up",
        "versions.next.routines",
        "versions: {next: {amends: present, cites: second, routines: {follow-up: none}}}",
        """
        versions:
          next:
            amends: present
            cites: second
            routines:
              review: {kind: follow-up, title: Ny, every: year, of: plan, who: {receives: board}, replaces: follow-up}
        """,
    ),
    Pair(
        "follow-up-of-nothing",
        "routines.review",
        "routines: {review: {kind: evaluation, title: Översynen, who: {receives: board}, cites: first}}",
        "routines: {review: {kind: evaluation, title: Översynen, tasks: meet, who: {receives: board}, cites: first}}",
    ),
    Pair(
        "routine-about-what-is-gone",
        "routines.follow-up.of",
        "routines: {plan: {status: past}}",
        "routines: {plan: {status: planned}}",
    ),
    Pair(
        "routine-about-itself",
        "routines.follow-up.of",
        "routines: {follow-up: {of: [plan, follow-up]}}",
        "routines: {follow-up: {of: [plan, meeting]}}",
    ),
    Pair(
        "presented-at-no-meeting",
        "routines.follow-up.presented-at",
        "routines: {follow-up: {presented-at: plan}}",
        "routines: {follow-up: {presented-at: meeting}}",
    ),
    Pair(
        "conclusion-about-nothing",
        "conclusions.short",
        "conclusions: {short: {bearing: not-met, by: region, cites: first}}",
        "conclusions: {short: {bearing: recommends, by: region, cites: first}}",
    ),
    Pair(
        "conclusion-by-nobody",
        "conclusions.short",
        "conclusions: {short: {bearing: recommends, cites: first}}",
        "conclusions: {short: {bearing: recommends, by: text, cites: first}}",
    ),
)
