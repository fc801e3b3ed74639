"""Pairs for the checks of texts and languages."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

_BOTH = """
languages: [sv, en]
title: {sv: Överenskommelsen, en: The agreement}
documents: {text: {title: {sv: Texten, en: The text}}}
principles: {trust: {title: {sv: Tillit, en: Trust}, summary: {sv: Vi litar på varandra., en: We trust each other.}}}
commitments: {share: {does: {sv: Dela sin kunskap, en: Share what it knows}}}
routines:
  meeting: {title: {sv: Mötet, en: The meeting}}
  plan: {title: {sv: Planen, en: The plan}}
  follow-up: {title: {sv: Uppföljningen, en: The follow-up}}
"""

PAIRS = (
    Pair(
        "text-in-curly-quotes",
        "bodies.board.name",
        "bodies: {board: {name: ”Partnerskapet”}}",
        "bodies: {board: {name: Partnerskapet ”Rådet”}}",
    ),
    Pair(
        "text-in-curly-quotes",
        "aims.goal.text",
        "aims: {goal: {text: {sv: “Vi ska mötas oftare.”}}}",
        "aims: {goal: {text: {sv: ”Ja” och ”nej”}}}",
    ),
    Pair(
        "text-language-missing",
        "aims.goal.text",
        _BOTH,
        _BOTH + "aims: {goal: {text: {sv: Vi ska mötas oftare., en: We are to meet more often.}}}",
    ),
    Pair(
        "text-same-in-two-languages",
        "aims.goal.text",
        "aims: {goal: {text: {sv: Vi ska mötas oftare., en: Vi ska mötas oftare.}}}",
        "aims: {goal: {text: {sv: Forum Bistånd Norden, en: Forum Bistånd Norden}}}",
    ),
    Pair(
        "principle-without-title",
        "principles.trust",
        "principles: {trust: {title: ~}}",
        "principles: {trust: {title: {vague: Tillit}}}",
    ),
    Pair(
        "principle-without-summary",
        "principles.trust",
        "principles: {trust: {summary: ~}}",
        "principles: {trust: {summary: none}}",
    ),
    Pair("agreement-without-title", "title", "title: ~", "title: none"),
    Pair("actor-without-name", "bodies.board", "bodies: {board: {name: ~}}", "offices: {leader: {name: ~}}"),
    Pair(
        "definition-without-meaning",
        "definitions.sector",
        "definitions: {sector: {term: Sektorn, cites: first}}",
        "definitions: {sector: {term: Sektorn, also: Civilsamhället, cites: first}}",
    ),
    Pair(
        "aim-never-told",
        "aims.area",
        "aims: {area: {kind: area, cites: first}}",
        "aims: {area: {kind: area, parts: {town: {text: Staden}}, cites: first}}",
    ),
    Pair(
        "clause-says-nothing",
        "clauses.open",
        "{clauses: {open: {cites: first}}, procedures: {joining: {open-to: open}}}",
        "{clauses: {open: {says: Öppen, cites: first}}, procedures: {joining: {open-to: open}}}",
    ),
)
