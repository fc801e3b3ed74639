"""Pairs for the checks of dates."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "ends-before-it-begins",
        "validity.until",
        "validity: {since: 2020, until: 2019-06}",
        "validity: {since: 2020, until: 2020-06}",
    ),
    Pair(
        "ends-before-it-begins",
        "events.talks.ends",
        "events: {talks: {kind: dialogue, when: 2018-05-02, ends: 2018-05-01, cites: first}}",
        "events: {talks: {kind: dialogue, when: 2018-05, ends: 2018-05-01, cites: first}}",
    ),
    Pair(
        "ends-before-it-begins",
        "bodies.board.until",
        "bodies: {board: {since: 2020-q3, until: 2020-q2}}",
        "bodies: {board: {since: 2020-q3, until: 2020-h2}}",
    ),
    Pair(
        "event-before-what-it-follows",
        "events.written.when",
        "events: {begun: {kind: initiated, when: 2017, cites: first}, "
        "written: {kind: drafted, when: 2016-12, after: begun, cites: first}}",
        "events: {begun: {kind: initiated, when: 2017, cites: first}, "
        "written: {kind: drafted, when: 2017-02, after: begun, cites: first}}",
    ),
    Pair(
        "event-before-the-end-of-what-it-follows",
        "events.chosen.when",
        "events: {asked: {kind: referral, when: 2018-03, ends: 2018-06, cites: first}, "
        "chosen: {kind: decided, when: 2018-05, after: asked, cites: first}}",
        "events: {asked: {kind: referral, when: 2018-03, ends: 2018-06, cites: first}, "
        "chosen: {kind: decided, when: 2018-06, after: asked, cites: first}}",
    ),
    Pair(
        "events-in-a-ring",
        "events.egg.after",
        "events: {egg: {kind: meeting, after: egg, cites: first}}",
        "events: {egg: {kind: meeting, after: hen, cites: first}, hen: {kind: meeting, cites: first}}",
    ),
    Pair(
        "stage-before-what-it-follows",
        "events.signed.when",
        "events: {signed: {kind: signed, when: 2018-01, cites: first}, "
        "taken: {kind: adopted, when: 2018-02, cites: first}}",
        "events: {signed: {kind: signed, when: 2018-01, cites: first}, "
        "taken: {kind: adopted, when: 2018-02, cites: first}, first: {kind: decided, when: 2017, cites: first}}",
    ),
    Pair(
        "turning-point-without-date",
        "events.signed",
        "events: {signed: {kind: signed, cites: first}}",
        "events: {written: {kind: drafted, cites: first}}",
    ),
    Pair(
        "held-otherwise-than-planned",
        "events.met.when",
        "events: {met: {kind: meeting, planned: 2020-04-01, when: 2020-05-06, cites: first}}",
        "events: {met: {kind: meeting, planned: 2020-04, when: 2020-04-06, cites: first}}",
    ),
    Pair(
        "version-before-what-it-revises",
        "versions.next.revises",
        "{validity: {since: 2018}, versions: {next: {cites: second, status: proposed, since: 2017, revises: present, "
        "parties: {a: {kind: region, name: A}, b: {kind: municipality, name: B}}, "
        "routines: {r: {kind: follow-up, title: R, tasks: meet, who: {receives: a}}}, "
        "procedures: {join: none, leave: none}}}}",
        "{validity: {since: 2018}, versions: {next: {cites: second, status: proposed, since: 2018, revises: present, "
        "parties: {a: {kind: region, name: A}, b: {kind: municipality, name: B}}, "
        "routines: {r: {kind: follow-up, title: R, tasks: meet, who: {receives: a}}}, "
        "procedures: {join: none, leave: none}}}}",
    ),
    Pair(
        "past-version-after-present",
        "versions.old.since",
        "{since: 2018, versions: {old: {cites: second, status: past, since: 2019}}}",
        "{since: 2018, versions: {old: {cites: second, status: past, since: 2010}}}",
    ),
)
