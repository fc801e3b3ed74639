"""Pairs for the checks of sources."""

from __future__ import annotations

from tests.unit.checks.base import Pair

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
)
