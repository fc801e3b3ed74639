"""Pairs for the checks of meetings and of how often things come back."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "body-never-meets",
        "bodies.board",
        "bodies: {board: {meets: not-said}}",
        "{bodies: {board: {meets: not-said}}, routines: {meeting: {who: {attends: board}}}}",
    ),
    Pair(
        "meeting-nobody-attends",
        "routines.meeting",
        "routines: {meeting: {who: {attends: ~, hosts: region}}}",
        "routines: {meeting: {who: {attends: ~, invited: region}}}",
    ),
    Pair(
        "meeting-how-often-not-said",
        "routines.meeting",
        "routines: {meeting: {every: not-said}}",
        "routines: {meeting: {every: none}}",
    ),
    Pair(
        "cadence-relative-to-what-is-gone",
        "versions.next.bodies.board.meets",
        """
        versions:
          next:
            amends: present
            cites: second
            routines: {meeting: none}
            bodies:
              board: {kind: partnership, name: Partnerskapet, members: region, meets: 1 before meeting}
        """,
        """
        versions:
          next:
            amends: present
            cites: second
            bodies:
              board: {kind: partnership, name: Partnerskapet, members: region, meets: 1 before meeting}
        """,
    ),
    Pair(
        "cadence-relative-to-unknown",
        "bodies.board.meets",
        "{bodies: {board: {meets: 1 before call}}, "
        "routines: {call: {kind: call, title: Utlysning, who: region, cites: first}}}",
        "{bodies: {board: {meets: 1 before call}}, "
        "routines: {call: {kind: call, title: Utlysning, every: year, who: region, cites: first}}}",
    ),
    Pair(
        "cadences-in-a-ring",
        "bodies.board.meets",
        "bodies: {board: {meets: 1 before board}}",
        "bodies: {board: {meets: 1 before meeting}}",
    ),
    Pair(
        "cadence-contradicts-itself",
        "bodies.board.meets",
        "bodies: {board: {meets: 'at most 2 a year, 1 each quarter'}}",
        "bodies: {board: {meets: 'at most 4 a year, 1 each quarter'}}",
    ),
    Pair(
        "open-more-often-than-held",
        "routines.meeting.open-to.everyone",
        "routines: {meeting: {open-to: {everyone: 2 a year}}}",
        "routines: {meeting: {open-to: {everyone: 1 a year}}}",
    ),
    Pair(
        "at-need-nobody-calls",
        "bodies.board.meets",
        "bodies: {board: {meets: at need}}",
        "bodies: {board: {meets: at need, who: {convenes: leader}}}",
    ),
    Pair(
        "at-need-nobody-calls",
        "routines.meeting.every",
        "routines: {meeting: {every: at need}}",
        "routines: {meeting: {every: 'at need, 1 a year'}}",
    ),
)
