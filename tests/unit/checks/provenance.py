"""Pairs for the checks of sources."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "element-without-citation",
        "bodies.board",
        "bodies: {board: {cites: ~}}",
        "bodies: {board: {cites: ~, seats: {public: {cites: second}}}}",
    ),
    Pair(
        "agreement-without-source",
        "documents",
        """
        documents: ~
        source: ~
        parties: {region: {cites: ~}, sector: {cites: ~}}
        bodies: {board: {cites: ~}}
        principles: {trust: {cites: ~}}
        aims: {goal: {cites: ~}}
        commitments: {share: {cites: ~}}
        ladders: {scale: {cites: ~}}
        routines: {meeting: {cites: ~}, plan: {cites: ~}, follow-up: {cites: ~}}
        procedures: {joining: {cites: ~}, leaving: {cites: ~}}
        """,
    ),
    Pair(
        "document-without-places",
        "documents.text",
        "documents: {text: {places: not-said}}",
        "documents: {text: {places: none}}",
    ),
    Pair(
        "document-by-nobody",
        "documents.report",
        "{documents: {report: {title: Rapporten}}, aims: {goal: {cites: 'report#'}}}",
        "{documents: {report: {title: Rapporten}}, aims: {goal: {cites: {at: 'report#', asserted-by: region}}}}",
    ),
    Pair(
        "document-known-through-itself",
        "documents.text.known-through",
        "documents: {text: {known-through: text}}",
        "documents: {text: {known-through: copy}, copy: {title: Kopian}}",
    ),
    Pair(
        "sources-differ",
        "events.met.when",
        "events: {met: {kind: meeting, when: [{said: 2017-05-24, cites: first}, {said: 2017-06-14, cites: second}]}}",
        "events: {met: {kind: meeting, when: [{said: 2017-05-24, cites: first}, {said: 2017-05-24, cites: second}]}}",
    ),
    Pair(
        "sources-differ",
        "signing.when",
        "signing: {when: [{said: 2017-05-24, cites: first}, {said: 2017-06-14, cites: second}]}",
        "signing: {when: {said: 2017-05-24, cites: [first, second]}}",
    ),
    Pair(
        "sources-differ",
        "validity.said.since",
        "validity: {said: {since: [{said: 2017, cites: first}, {said: 2018, cites: second}]}}",
        "validity: {said: {since: [{said: 2017, cites: first}, {said: 2017, cites: second}]}}",
    ),
    Pair(
        "sources-differ",
        "versions.next.bodies.board.seats.public.count",
        """
        versions:
          next:
            amends: present
            cites: second
            bodies:
              board:
                kind: partnership
                name: Partnerskapet
                seats: {public: {of: region, who: {appoints: region}, count: [{said: 3}, {said: 4}]}}
                chair: {how: elected}
                decides: [{rule: consensus}]
                meets: year
        """,
        "{}",
    ),
)
