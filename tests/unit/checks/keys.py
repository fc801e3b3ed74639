"""Pairs for the checks of keys and references."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "document-never-used",
        "documents.law",
        "documents: {law: {title: Lagen}}",
        "{documents: {law: {title: Lagen}}, links: {on: {kind: refers-to, to: law, cites: first}}}",
    ),
    Pair(
        "actor-never-named",
        "actors.town",
        "actors: {town: {kind: municipality}}",
        "{actors: {town: {kind: municipality}}, events: {visit: {kind: meeting, who: {attends: town}, cites: first}}}",
    ),
    Pair(
        "office-never-named",
        "offices.contact",
        "offices: {contact: {name: Kontakt}}",
        "offices: {contact: {name: Kontakt, does: Svarar på frågor}}",
    ),
    Pair(
        "clause-never-used",
        "clauses.open",
        "clauses: {open: {rule: democratic, cites: first}}",
        "{clauses: {open: {rule: democratic, cites: first}}, procedures: {joining: {open-to: open}}}",
    ),
    Pair(
        "fact-never-used",
        "facts.patient",
        "facts: {patient: {type: yes-no}}",
        "{facts: {patient: {type: yes-no}}, procedures: {joining: {open-to: patient}}}",
    ),
    Pair(
        "replaced-and-kept",
        "versions.next.principles.faith.replaces",
        """
        versions:
          next:
            amends: present
            cites: second
            principles:
              trust: {number: 1, title: Tillit, summary: Som förr.}
              faith: {number: 2, title: Tro, summary: Nytt., replaces: trust}
        """,
        """
        versions:
          next:
            amends: present
            cites: second
            principles: {faith: {number: 1, title: Tro, summary: Nytt., replaces: trust}}
        """,
    ),
    Pair(
        "amendment-ends-nothing",
        "versions.next.routines.meting",
        "versions: {next: {amends: present, cites: second, routines: {meting: none}}}",
        "versions: {next: {amends: present, cites: second, routines: {meeting: none}}}",
    ),
    Pair(
        "amendment-ends-nothing",
        "versions.then.routines.plan-b",
        """
        versions:
          next:
            amends: present
            cites: second
            routines: {plan: none, follow-up: {kind: follow-up, of: aims, who: {receives: board}}}
          then: {amends: next, cites: second, routines: {plan: none, plan-b: none}}
        """,
        """
        versions:
          next:
            amends: present
            cites: second
            routines: {plan: none, follow-up: {kind: follow-up, of: aims, who: {receives: board}}}
          then: {amends: next, cites: second, routines: {plan: none, plan-b: not-said}}
        """,
    ),
    Pair(
        "refers-to-what-the-amendment-ends",
        "versions.next.routines.forum.replaces",
        """
        routines: {plan: {presented-at: meeting}}
        bodies: {board: {meets: 1 before meeting}}
        versions:
          next:
            amends: present
            cites: second
            routines:
              forum: {kind: meeting, title: Forum, every: year, replaces: meeting, who: {attends: all-parties}}
        """,
        """
        routines: {plan: {presented-at: meeting}}
        versions:
          next:
            amends: present
            cites: second
            routines:
              forum: {kind: meeting, title: Forum, every: year, replaces: meeting, who: {attends: all-parties}}
              plan: {kind: plan, title: Planen, every: year, who: {decides: board}, presented-at: forum}
        """,
    ),
    Pair(
        "refers-to-what-the-amendment-ends",
        "versions.next.clauses.open",
        """
        clauses: {open: {rule: democratic, cites: first}}
        procedures: {joining: {open-to: open}}
        versions: {next: {amends: present, cites: second, clauses: {open: none}}}
        """,
        """
        clauses: {open: {rule: democratic, cites: first}}
        procedures: {joining: {open-to: open}}
        versions: {next: {amends: present, cites: second, clauses: {open: none}, procedures: {joining: none}}}
        """,
    ),
    Pair(
        "refers-to-what-the-amendment-ends",
        "versions.next.actors.network",
        """
        versions:
          next:
            amends: present
            cites: second
            actors: {network: none}
            aims: {goal: {kind: goal, text: Nytt mål.}}
        """,
        """
        events: {founded: {kind: meeting, who: {does: network}, cites: first}}
        versions:
          next:
            amends: present
            cites: second
            actors: {network: none, club: {kind: network, sector: civil-society, name: Klubben}}
            parties:
              sector:
                kind: class
                sector: civil-society
                name: Sektorn
                rule: sector is civil-society
                who: {speaks: club, signs: club}
        """,
    ),
    Pair(
        "instead-is-absent-too",
        "routines.report",
        "routines: {report: {said: none, instead: letter}, letter: none}",
        "routines: {report: {said: none, instead: follow-up}}",
    ),
    Pair(
        "link-to-itself",
        "links.on.to",
        "links: {on: {subject: text, kind: revises, to: text, cites: first}}",
        "links: {on: {kind: revises, to: text, cites: first}}",
    ),
    Pair(
        "part-of-itself",
        "actors.network.part-of",
        "actors: {network: {part-of: network}}",
        "actors: {network: {part-of: sector}}",
    ),
    Pair(
        "organisation-number-twice",
        "actors.network.number",
        "{parties: {region: {number: 232100-0040}}, actors: {network: {number: '2321000040'}}}",
        "{parties: {region: {number: 232100-0040}}, actors: {network: {number: 802000-0000}}}",
    ),
)
