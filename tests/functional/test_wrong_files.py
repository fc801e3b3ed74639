"""Wrong files, as people write them, and everything that is said of each."""
# ruff: noqa: E501 - a table of files and of what is said of them

from __future__ import annotations

from pathlib import Path

import pytest

from idebur.errors import Unreadable
from idebur.files import load
from idebur.messages import LANGUAGES

HEAD = """\
idebur: 1
agreement: a
source: text
documents: {text: {places: [plan]}}
"""

Told = tuple[str, str, str, str | None]
"""The code, ``line:column+length`` of what the caret marks, the path, and the suggestion."""

CASES: dict[str, tuple[str, list[Told]]] = {
    "misspelt": (
        HEAD + "bodys: {x: {name: X}}\nbodies:\n  b: {who: x, naem: B}\n",
        [("field-unknown", "5:1+5", "bodys", "bodies"), ("field-unknown", "7:15+4", "bodies.b.naem", "name")],
    ),
    "deep": (
        HEAD
        + "procedures:\n  joining:\n    kind: join\n    steps:\n      - {who: {does: [1, [2]]}, does: approve}\n      - approve\n",
        [
            ("word-expected", "9:26+3", "procedures.joining.steps[0].who.does[1]", None),
            ("mapping-expected", "10:9+7", "procedures.joining.steps[1]", None),
        ],
    ),
    "null": (
        HEAD + "title:\naims: ~\nbodies: {b: }\n",
        [
            ("value-empty", "5:7+1", "title", None),
            ("value-empty", "6:7+1", "aims", None),
            ("value-empty", "7:13+1", "bodies.b", None),
        ],
    ),
    "commas": (
        HEAD
        + "aims: {a: {text: {sv: unga, gamla och vi, en: x}}}\n"
        + "procedures: {j: {open-to: at least 2 of (democratic, local)}}\n"
        + "tenures:\n  - {who: a, b, name: A}\n"
        + "title: {sv: 'Ett, två', en}\nsigning: {when, place: X}\nnote: {sv: 'A \"b\"', c d, en: y}\n",
        [
            ("comma-in-braces", "5:29+12", "aims.a.text.gamla och vi", '"unga, gamla och vi"'),
            ("text-ends-early", "6:52+1", "procedures.j.open-to", None),
            ("comma-in-braces", "6:54+6", "procedures.j.local)", '"at least 2 of (democratic, local)"'),
            ("comma-in-braces", "8:14+1", "tenures[0].b", '"a, b"'),
            ("comma-in-braces", "9:25+2", "title.en", '"Ett, två, en"'),
            ("value-empty", "10:15+1", "signing.when", None),
            ("comma-in-braces", "11:21+3", "note.c d", None),
        ],
    ),
    "comments for values": (
        HEAD + "title: # 1\naims: {a: {text: 'x # y', kind:   # later\n  }}\nbodies: {b: {name: #X\n }}\n",
        [
            ("hash-begins-comment", "5:1+5", "title", None),
            ("hash-begins-comment", "6:27+4", "aims.a.kind", None),
            ("hash-begins-comment", "8:14+4", "bodies.b.name", None),
        ],
    ),
    "word processor": (
        HEAD
        + "bodies:\n  b:\n  – name: X\n  – kind: council\nparties:\n  • region\n  • town\naims:\n  a:\n    kind:goal\n  b:\n    kind goal\n  c: some text\n",
        [
            ("value-empty", "6:5+1", "bodies.b", None),
            ("list-sign", "7:3+6", "bodies.– name", None),
            ("list-sign", "8:3+6", "bodies.– kind", None),
            ("list-sign", "10:3+8", "parties", None),
            ("colon-without-space", "14:5+9", "aims.a", "kind: goal"),
            ("mapping-expected", "16:5+9", "aims.b", "kind: goal"),
            ("mapping-expected", "17:6+9", "aims.c", None),
        ],
    ),
    "list4map": (
        HEAD + "bodies: [a, b]\naims: x\n",
        [("mapping-expected", "5:9+6", "bodies", None), ("mapping-expected", "6:7+1", "aims", None)],
    ),
    "map4list": (HEAD + "tenures: {who: a}\n", [("unknown-tenant", "5:16+1", "tenures.who", None)]),
    "badkey": (
        HEAD + "parties:\n  Region X: {name: X}\n  y: {part-of: Region X}\n",
        [
            ("word-malformed", "6:3+8", "parties.Region X", "region-x"),
            ("word-malformed", "7:16+8", "parties.y.part-of", "region-x"),
        ],
    ),
    "dangling": (
        HEAD
        + "parties: {region: {name: R, part-of: regoin, members: [region, nobody]}}\naims: {a: {cites: plann.1}}\nconclusions: {c: {about: aimz}}\n",
        [
            ("unknown-actor", "5:38+6", "parties.region.part-of", "region"),
            ("unknown-actor", "5:64+6", "parties.region.members[1]", None),
            ("unknown-place", "6:19+7", "aims.a.cites", "plan.1"),
            ("unknown-part", "7:26+4", "conclusions.c.about", "aims"),
        ],
    ),
    "rule": (
        HEAD
        + "clauses:\n  c: {rule: sector is civil-society and demokratic}\n  d: {rule: 'sector  is   publik'}\n  e:\n    rule: >-\n      sector is\n      civil-society andd democratic\n",
        [
            ("unknown-fact", "6:41+10", "clauses.c.rule", "democratic"),
            ("unknown-value", "7:27+6", "clauses.d.rule", "public"),
            ("unexpected-word", "11:21+4", "clauses.e.rule", "and"),
        ],
    ),
    "dates": (
        HEAD
        + 'events:\n  e: {when: 2018-13-01, counts: {people: abot 50}}\n  f: {when: "2018-02-30"}\nroutines: {r: {every: yaer}}\n',
        [
            ("no-such-month", "6:18+2", "events.e.when", None),
            ("unexpected-word", "6:42+4", "events.e.counts.people", "about"),
            ("no-such-day", "7:22+2", "events.f.when", None),
            ("unexpected-word", "8:23+4", "routines.r.every", "year"),
        ],
    ),
    "dup": (
        HEAD + "bodies: {b: {name: X}}\nbodies: {c: {name: Y}}\nparties: {p: {part-of: c, sectr: public}}\n",
        [("key-twice", "6:1+6", "", None), ("field-unknown", "7:27+5", "parties.p.sectr", "sector")],
    ),
    "both": (
        HEAD + "aims: {a: {kind: [x, {y: 1}]}, b: {cites: pln}}\nparties: {p: {part-of: q}}\n",
        [
            ("word-expected", "5:18+10", "aims.a.kind", None),
            ("unknown-place", "5:43+3", "aims.b.cites", "plan"),
            ("unknown-actor", "6:24+1", "parties.p.part-of", None),
        ],
    ),
    "brokenref": (HEAD + "parties: {p: 5, q: {part-of: p}}\n", [("mapping-expected", "5:14+1", "parties.p", None)]),
    "fmt": ("idebur: 2\nagreement: a\nfoo: 1\n", [("format-unknown", "1:9+1", "idebur", None)]),
    "fmtq": ("idebur: '1'\nagreement: a\n", [("format-unknown", "1:9+3", "idebur", None)]),
    "agrement": ("idebur: 1\nagrement: a\n", [("not-an-agreement", "2:1+8", "agrement", "agreement")]),
    "org": ("idebur: 1\norganisation: a\n", [("organisation-not-agreement", "2:1+12", "organisation", None)]),
    "empty": ("", [("file-empty", "1:1+1", "", None)]),
    "comments": ("# x\n", [("file-empty", "1:1+1", "", None)]),
    "scalar": ("hej", [("mapping-expected", "1:1+3", "", None)]),
    "nulldoc": ("---\n...\n", [("file-empty", "1:1+1", "", None)]),
    "text": (
        HEAD + "title: {sv: [x], SV: y, en: ''}\n",
        [
            ("text-in-language", "5:13+3", "title.sv", None),
            ("text-language", "5:18+2", "title.SV", "sv"),
            ("text-empty", "5:29+2", "title.en", None),
        ],
    ),
    "alias": (HEAD + "title: *x\n", [("alias-unknown", "5:8+2", "", None)]),
    "headkey": (
        "idebur: 1\nagreement: Blekinge län\nparties: {p: {part-of: q}}\n",
        [
            ("word-malformed", "2:12+12", "agreement", "blekinge-län"),
            ("unknown-actor", "3:24+1", "parties.p.part-of", None),
        ],
    ),
    "srcbad": (
        "idebur: 1\nagreement: a\nsource: [x]\naims: {a: {cites: plan.1}}\n",
        [("word-expected", "3:9+3", "source", None)],
    ),
    "among": (
        HEAD
        + "parties: {p: {members: {among-others: [a, B b], x: 1}}, q: {members: {among-others: [p, zz]}}, r: {members: []}}\n",
        [
            ("among-others-alone", "5:24+30", "parties.p.members", None),
            ("unknown-actor", "5:89+2", "parties.q.members.among-others[1]", None),
            ("list-empty", "5:109+2", "parties.r.members", None),
        ],
    ),
    "claims": (
        HEAD
        + "events: {e: {when: [{said: 2018}, {said: 2018-14, cites: zz.1}]}, f: {when: {said: 2018, ciets: plan}}}\n",
        [
            ("no-such-month", "5:47+2", "events.e.when[1].said", None),
            ("field-unknown", "5:90+5", "events.f.when.ciets", "cites"),
        ],
    ),
    "absence": (
        HEAD
        + "validity: {said: none, becase: x}\naims: {a: {text: {vague: [x]}}}\nbodies: {b: {said: none, instead: cc}}\n",
        [
            ("field-unknown", "5:24+6", "validity.becase", None),
            ("word-expected", "6:26+3", "aims.a.text.vague", None),
            ("unknown-element", "7:35+2", "bodies.b.instead", None),
        ],
    ),
    "bool": (
        HEAD
        + "principles-ranked: yes\nprinciples: {p: {number: 1.5}, q: {number: -1}, r: {number: '1'}, s: {number: true}}\n",
        [
            ("truth-expected", "5:20+3", "principles-ranked", "true"),
            ("number-expected", "6:26+3", "principles.p.number", None),
            ("number-expected", "6:44+2", "principles.q.number", None),
            ("number-expected", "6:61+3", "principles.r.number", None),
            ("number-expected", "6:79+4", "principles.s.number", None),
        ],
    ),
    "words": (
        HEAD
        + "words: {aim-kid: {x: {label: X}}, aim-kind: {dream: {lable: Dröm}}}\naims: {a: {kind: dreem}, b: {kind: dream}}\n",
        [
            ("unknown-vocabulary", "5:9+7", "words.aim-kid", "aim-kind"),
            ("field-unknown", "5:54+5", "words.aim-kind.dream.lable", "label"),
            ("unknown-word", "6:18+5", "aims.a.kind", "dream"),
        ],
    ),
    "reserved": (
        HEAD + "parties: {itself: {name: X}, b: {}}\nactors: {b: {}}\n",
        [("key-reserved", "5:11+6", "parties.itself", None), ("actor-twice", "6:10+1", "actors.b", None)],
    ),
    "keys-for-absence": (
        HEAD + "parties: {none: {name: X}}\ntenures: [{who: not-said, name: Y}]\n",
        [("key-for-absence", "5:11+4", "parties.none", None), ("key-for-absence", "6:17+8", "tenures[0].who", None)],
    ),
    "versions": (
        HEAD + "versions: {2018: {status: past, amends: presnt, aims: {a: {cites: pla.1}}}, Förslag: {}}\n",
        [
            ("unknown-version", "5:41+6", "versions.2018.amends", "present"),
            ("unknown-place", "5:67+5", "versions.2018.aims.a.cites", "plan.1"),
            ("word-malformed", "5:77+7", "versions.Förslag", "förslag"),
        ],
    ),
    "tab": (
        HEAD
        + "aims:\n  a: {kind:\tgaol, text: 'åäö 漢字', cites: [plan.1, {at: plam.2}, {at: plan, asserted-by: nn}]}\n",
        [
            ("unknown-word", "6:13+4", "aims.a.kind", "goal"),
            ("unknown-place", "6:56+6", "aims.a.cites[1].at", "plan.2"),
            ("unknown-actor", "6:89+2", "aims.a.cites[2].asserted-by", None),
        ],
    ),
    "csvout": (HEAD + "tenures: ../x.csv\n", [("file-outside", "5:10+8", "tenures", None)]),
    "accepted": (
        HEAD + "accepted: [{code: x}, {because: y, code: z, att: b}]\n",
        [
            ("field-missing", "5:12+9", "accepted[0].because", None),
            ("field-unknown", "5:45+3", "accepted[1].att", "at"),
        ],
    ),
    "cites": (
        HEAD + "aims: {a: {cites: {kind: [plan.1, pln.2]}}, b: {cites: 'plan 1'}, c: {cites: [plan, 'x#']}}\n",
        [
            ("unknown-place", "5:26+15", "aims.a.cites.kind", "plan.2"),
            ("unexpected-word", "5:62+1", "aims.b.cites", "plan.1"),
            ("unknown-document", "5:85+4", "aims.c.cites[1]", None),
        ],
    ),
    "ring": (
        HEAD + "clauses: {a: {rule: b}, b: {rule: a}, democratic: {rule: not a}}\n",
        [
            ("clauses-in-a-ring", "5:21+1", "clauses.a.rule", None),
            ("clause-named-as-fact", "5:39+10", "clauses.democratic", None),
        ],
    ),
    "like": (
        HEAD + "principles: {p: {like: national-2008.dialog}, q: {like: text.x}}\ndocuments2: {}\n",
        [
            ("document-undeclared", "5:24+20", "principles.p.like", None),
            ("field-unknown", "6:1+10", "documents2", "documents"),
        ],
    ),
    "documents that idebur knows": (
        HEAD
        + "aims: {a: {cites: [{at: national-2008#plan}, national-2009#]}}\nprinciples: {p: {like: european-code-2019.dialogue}}\n"
        + "routines: {r: {yields: national-2008}}\nversions: {v: {principles: {q: {like: national-2008.dialogue}}}}\n",
        [
            ("document-undeclared", "5:25+18", "aims.a.cites[0].at", None),
            ("unknown-document", "5:46+14", "aims.a.cites[1]", None),
            ("document-undeclared", "6:24+27", "principles.p.like", None),
            ("document-undeclared", "7:24+13", "routines.r.yields", None),
            ("document-undeclared", "8:39+22", "versions.v.principles.q.like", None),
        ],
    ),
    "flow-caret": (
        HEAD + 'clauses: {c: {rule: "sector is \\u0070ublik"}}\n',
        [("unknown-value", "5:32+11", "clauses.c.rule", "public")],
    ),
    "block-caret": (
        HEAD + "clauses:\n  c:\n    rule: |\n      sector is public\n      and demokratic\n",
        [("unknown-fact", "9:11+10", "clauses.c.rule", "democratic")],
    ),
    "amount-quoted": (
        HEAD + "events:\n  e: {counts: {people: 'abot 50', projects: \"over x\"}}\n",
        [
            ("unexpected-word", "6:25+4", "events.e.counts.people", "about"),
            ("unexpected-word", "6:51+1", "events.e.counts.projects", None),
        ],
    ),
    "cadence": (
        HEAD + "routines: {r: {every: 'year, at least 1 before nothing-known'}}\nbodies: {b: {meets: 4 a yaer}}\n",
        [
            ("unknown-element", "5:23+39", "routines.r.every", None),
            ("unexpected-word", "6:25+4", "bodies.b.meets", "year"),
        ],
    ),
    "seat": (
        HEAD + "tenures: [{who: p, seat: b.chiar}]\nparties: {p: {name: P}}\nbodies: {b: {seats: {chair: {of: p}}}}\n",
        [("unknown-seat", "5:26+7", "tenures[0].seat", "b.chair")],
    ),
    "step": (
        HEAD + "procedures: {join: {steps: [{does: approve}]}}\nevents: {e: {fulfils: [join.approve, join.aprove]}}\n",
        [("unknown-step", "6:38+11", "events.e.fulfils[1]", "join.approve")],
    ),
    "level": (
        HEAD + "ladders: {l: {levels: {low: {}}, phases: {one: {}}, tools: {t: {at: {lwo: one, low: tow}}}}}\n",
        [
            ("unknown-level", "5:70+3", "ladders.l.tools.t.at.lwo", "low"),
            ("unknown-phase", "5:85+3", "ladders.l.tools.t.at.low", None),
        ],
    ),
    "routine": (
        HEAD
        + "routines: {meeting: {}, plan: {presented-at: meetin, aims: visoin, yields: repotr}}\naims: {vision: {}}\ndocuments: {report: {}}\n",
        [
            ("unknown-routine", "5:46+6", "routines.plan.presented-at", "meeting"),
            ("unknown-aim", "5:60+6", "routines.plan.aims", "vision"),
            ("unknown-document", "5:76+6", "routines.plan.yields", None),
            ("key-twice", "7:1+9", "", None),
        ],
    ),
    "replaces": (
        HEAD + "versions: {next: {amends: present, aims: {x: {replaces: yy}}}}\naims: {y: {}}\n",
        [("unknown-element", "5:57+2", "versions.next.aims.x.replaces", "y")],
    ),
    "link": (
        HEAD + "links: {l: {subject: a, to: [txt], parts: principels, whose: nobody}}\n",
        [
            ("unknown-linked", "5:30+3", "links.l.to[0]", "text"),
            ("unknown-part", "5:43+10", "links.l.parts", "principles"),
            ("field-unknown", "5:55+5", "links.l.whose", "when"),
        ],
    ),
    "lost-section": (
        HEAD + "boddies: {board: {name: B}}\naims: {x: {cites: plan}}\noffices: {o: {of: board}}\n",
        [("field-unknown", "5:1+7", "boddies", "bodies")],
    ),
    "lost-tenure": (
        HEAD
        + "tenures:\n  - {who: q, nmae: Q}\n  - {who: p, name: P}\noffices: {o: {of: q}, r: {of: p}, s: {of: z}}\n",
        [("field-unknown", "6:14+4", "tenures[0].nmae", "name"), ("unknown-actor", "8:43+1", "offices.s.of", None)],
    ),
    "lost-item": (
        HEAD + "tenures:\n  - {name: no one}\n  - {who: p, name: P, kind: joned}\n",
        [("field-missing", "6:5+14", "tenures[0].who", None), ("unknown-word", "7:29+5", "tenures[1].kind", "joined")],
    ),
    "tag": (
        HEAD + "title: !!python/object:os.system x\naims: {a: {text: !!str 5}}\n",
        [("tag-not-known", "5:8+27", "", None)],
    ),
    "several-documents": (HEAD + "---\nidebur: 1\n", [("several-documents", "5:1+1", "", None)]),
    "tenure-text": (HEAD + "tenures: nobody\n", [("mapping-expected", "5:10+6", "tenures", None)]),
    "source-misnamed": (
        HEAD.replace("{text:", "{texten:")
        + "aims: {a: {cites: plan.1}, b: {cites: [plan.2, {at: texten#plam}]}}\n"
        + "versions: {old: {aims: {c: {cites: plan}}}, older: {source: txt, aims: {d: {cites: plan}}}}\n",
        [
            ("unknown-document", "3:9+4", "source", "texten"),
            ("unknown-place", "5:53+11", "aims.b.cites[1].at", "plan"),
            ("unknown-document", "6:61+3", "versions.older.source", "texten"),
        ],
    ),
    "no-break space after a colon": (
        HEAD + "aims:\n  a:\n    kind:\u00a0goal\n    number:\u00a01\n    text: X\n",
        [("space-not-plain", "7:10+1", "", None), ("space-not-plain", "8:12+1", "", None)],
    ),
    "no-break space in the last field": (
        HEAD + "title:\u00a0Hej\n",
        [("space-not-plain", "5:7+1", "", None)],
    ),
    "no-break space in the only field": (
        HEAD + "aims:\n  a:\n    number:\u202f1\n",
        [("space-not-plain", "7:12+1", "aims.a", None)],
    ),
    "no-break space for an indent": (
        HEAD + "aims:\n  a:\n\u00a0   number: 1\n    kind: goal\n",
        [("space-not-plain", "7:1+1", "", None)],
    ),
    "no-break space for all indents": (
        HEAD + "aims:\n  a:\n\u2007   number: 1\n\u2007   kind: goal\n\n# later\ntitle: X\n",
        [("space-not-plain", "7:1+1", "", None), ("space-not-plain", "8:1+1", "", None)],
    ),
    "no-break space in a list": (
        HEAD + "parties:\n  a:\n    members:\n    -\u00a0a\n    - a\ntitle: X\n",
        [("space-not-plain", "8:6+1", "", None)],
    ),
    "no-break space in brackets": (
        HEAD + "aims: {a: {number:\u00a01}, b: {kind: goal,\u00a0number: 1}, c: {kind: \u00a0goal}}\n",
        [("space-not-plain", "5:19+1", "", None), ("space-not-plain", "5:39+1", "", None)],
    ),
    "no-break space in a value": (
        HEAD
        + "aims: {a: {number: \u00a01, kind: goal\u00a0, text: Kapitel\u00a01}}\nparties: {p: {members: [q, \u00a0p]}}\n",
        [
            ("space-not-plain", "5:20+1", "aims.a.number", None),
            ("space-not-plain", "5:34+1", "aims.a.kind", None),
            ("unknown-actor", "6:25+1", "parties.p.members[0]", None),
            ("space-not-plain", "6:28+1", "parties.p.members[1]", None),
        ],
    ),
    "no-break space in a text above a broken line": (
        HEAD + "aims:\n  a:\n    text: |\n      \u00a0a:\u00a0b\ntitle: a: b\n",
        [("colon-in-text", "9:9+1", "", None)],
    ),
    "amounts in words": (
        HEAD
        + "procedures: {j: {steps: [{notice: två månader, within: Minst en vecka}, {within: 3 till 5 år}]}}\n"
        + "bodies: {b: {quorum: minst två tredjedelar, seats: {s: {count: fyra}, t: {count: twelve}, u: {count: några}, v: {count: vague}}}}\n",
        [
            ("unexpected-word", "5:35+3", "procedures.j.steps[0].notice", "2 months"),
            ("unexpected-word", "5:56+5", "procedures.j.steps[0].within", "at least 1 week"),
            ("unexpected-word", "5:89+1", "procedures.j.steps[1].within", "3 to 5 years"),
            ("unexpected-word", "6:22+5", "bodies.b.quorum", "at least 2/3"),
            ("unexpected-word", "6:64+4", "bodies.b.seats.s.count", "4"),
            ("unexpected-word", "6:82+6", "bodies.b.seats.t.count", "12"),
            ("unexpected-word", "6:102+5", "bodies.b.seats.u.count", "{vague: några}"),
            ("unexpected-word", "6:121+5", "bodies.b.seats.v.count", None),
        ],
    ),
    "cadences in words": (
        HEAD
        + "bodies:\n"
        + "".join(
            f"  b{number}: {{meets: {text}}}\n"
            for number, text in enumerate(
                (
                    "varje månad",
                    "each month",
                    "4 gånger per år",
                    "4 a per år",
                    "4",
                    "minst 4 a year",
                    "4 a a year",
                    "'4'",
                )
            )
        ),
        [
            ("unexpected-word", "6:15+5", "bodies.b0.meets", "month"),
            ("unexpected-word", "7:15+4", "bodies.b1.meets", "month"),
            ("unexpected-word", "8:17+6", "bodies.b2.meets", "4 a year"),
            ("unexpected-word", "9:19+3", "bodies.b3.meets", "4 a year"),
            ("not-text", "10:15+1", "bodies.b4.meets", "4 a year"),
            ("unexpected-word", "11:15+5", "bodies.b5.meets", "at least 4 a year"),
            ("unexpected-word", "12:19+1", "bodies.b6.meets", None),
            ("text-ends-early", "13:17+1", "bodies.b7.meets", "4 a year"),
        ],
    ),
    "vague where nothing can be": (
        HEAD + "bodies: {b: {decides: {vague: x}}}\n",
        [("field-unknown", "5:24+5", "bodies.b.decides.vague", None)],
    ),
    "languages": (
        "idebur: 1\nagreement: a\nlanguage: Svenska\nlanguages: [sv, english, se]\ntitle: {svenska: X, klingonska: Y}\ndocuments: {d: {languages: not-said}, e: {languages: EN}}\nversions: {v: {languages: [5]}}\n",
        [
            ("text-language", "3:11+7", "language", "sv"),
            ("text-language", "4:17+7", "languages[1]", "en"),
            ("text-language", "5:9+7", "title.svenska", "sv"),
            ("text-language", "5:21+10", "title.klingonska", None),
            ("text-language", "6:54+2", "documents.e.languages", "en"),
            ("word-expected", "7:28+1", "versions.v.languages[0]", None),
        ],
    ),
    "language-silent": (
        "idebur: 1\nagreement: a\nlanguage: not-said\n",
        [("text-language", "3:11+8", "language", None)],
    ),
    "decimal commas": (
        HEAD
        + "bodies: {b: {quorum: 100,000, seats: {s: {count: 4,5}}}}\n"
        + "clauses: {c: {rule: 'members > 10,5'}, d: {rule: '(members >= 2,5 or x)'}, e: {rule: 'members > 10, x'}}\n"
        + "events: {e: {when: 2025, 2026}}\n",
        [
            ("comma-in-braces", "5:26+3", "bodies.b.000", "100000"),
            ("comma-in-braces", "5:52+1", "bodies.b.seats.s.5", "4.5"),
            ("unexpected-word", "6:34+1", "clauses.c.rule", "10.5"),
            ("unexpected-word", "6:64+1", "clauses.d.rule", "2.5"),
            ("unexpected-word", "6:99+1", "clauses.e.rule", None),
            ("comma-in-braces", "7:26+4", "events.e.2026", None),
        ],
    ),
    "words that are a list": (
        HEAD
        + "aims:\n  a:\n    kind: goal, vision\n    cites: plan.1, plan 2\n"
        + "parties:\n  p:\n    members: p, q och r\n    name: Region, och kommun\n"
        + "routines:\n  r:\n    who: p, q\n    open-to: joined, everyone\n  s: {who: {does: p, p}}\n"
        + "conclusions: {c: {about: aims, parties}}\n",
        [
            ("word-malformed", "7:11+12", "aims.a.kind", None),
            ("unexpected-word", "8:18+1", "aims.a.cites", "[plan.1, plan.2]"),
            ("word-malformed", "11:14+10", "parties.p.members", "[p, q, r]"),
            ("word-malformed", "15:10+4", "routines.r.who", "[p, q]"),
            ("word-malformed", "16:14+16", "routines.r.open-to", "[joined, everyone]"),
            ("comma-in-braces", "17:22+1", "routines.s.who.p", "[p, p]"),
            ("comma-in-braces", "18:32+7", "conclusions.c.parties", "[aims, parties]"),
        ],
    ),
    "words that are no list": (
        HEAD + "aims:\n  a: {cites: {at: plan, asserted-by: 'p, q'}}\n  b:\n    cites: plan.1, Plan\n",
        [
            ("word-malformed", "6:38+6", "aims.a.cites.asserted-by", None),
            ("unexpected-word", "8:18+1", "aims.b.cites", None),
        ],
    ),
    "words in Swedish, as they are written": (
        HEAD
        + "parties: {p: {sector: Idéburen sektor, part-of: Den sökande, members: [p, Näringsliv], kind: Min kommun}}\n"
        + "versions: {v: {amends: Nuvarande}}\nprocedures: {j: {steps: [{who: {does: Alla parter}, does: Bevilja den}]}}\n",
        [
            ("word-malformed", "5:23+15", "parties.p.sector", "civil-society"),
            ("word-malformed", "5:49+11", "parties.p.part-of", "applicant"),
            ("word-malformed", "5:75+10", "parties.p.members[1]", "business"),
            ("word-malformed", "5:94+10", "parties.p.kind", "min-kommun"),
            ("word-malformed", "6:24+9", "versions.v.amends", "present"),
            ("word-malformed", "7:39+11", "procedures.j.steps[0].who.does", "all-parties"),
            ("word-malformed", "7:59+11", "procedures.j.steps[0].does", "bevilja-den"),
        ],
    ),
    "own names that are labels too": (
        HEAD
        + "words: {sector: {akademi: {label: Akademi}}}\nparties: {p: {sector: Akademi, part-of: Näringsliv}, näringsliv: {}}\n",
        [
            ("word-malformed", "6:23+7", "parties.p.sector", "akademi"),
            ("word-malformed", "6:41+10", "parties.p.part-of", "näringsliv"),
        ],
    ),
    "no-break space before a comment": (
        HEAD + "aims:\n  a: {kind: goal}\u00a0# x\n",
        [("space-not-plain", "6:18+1", "", None)],
    ),
    "no-break space alone on a line": (
        HEAD + "aims:\n  a: {kind: goal}\n\u00a0\n  b: {kind: goal}\n",
        [("space-not-plain", "7:1+1", "", None)],
    ),
    "a sign in an amount": (
        HEAD + "procedures: {j: {steps: [{notice: 3–5 månader, within: 2 mån.}]}}\nevents: {e: {when: 2018–2019}}\n",
        [
            ("strange-sign", "5:36+1", "procedures.j.steps[0].notice", "3 to 5 months"),
            ("strange-sign", "5:61+1", "procedures.j.steps[0].within", "2 months"),
            ("strange-sign", "6:24+1", "events.e.when", "to"),
        ],
    ),
    "letters in two parts": (
        HEAD
        + "principles:\n  sja\u0308lv: {title: X}\n  själv: {title: a\u030a}\n"
        + "bodies: {b: {kind: ra\u030ad, part-of: b.a\u030a, who: {o\u0308: b}}}\n",
        [
            ("letter-in-two-parts", "6:3+6", "principles.sja\u0308lv", "själv"),
            ("letter-in-two-parts", "8:20+4", "bodies.b.kind", "råd"),
            ("letter-in-two-parts", "8:35+4", "bodies.b.part-of", "b.å"),
            ("letter-in-two-parts", "8:47+2", "bodies.b.who.o\u0308", "ö"),
        ],
    ),
    "words in Swedish": (
        HEAD
        + "parties: {offentliga: {sector: offentlig}}\n"
        + "bodies: {b: {balance: {equal: [civil-society, näringslivet]}, who: {appoints: idéburen}}}\n"
        + "procedures: {j: {steps: [{who: sökande, does: apply}, {who: allmänheten, to: offentlig}]}}\n"
        + "clauses: {c: {rule: sector is idéburen and scope includes kommunal and form is zebra}}\n"
        + "versions: {v: {amends: nuvarande}, w: {amends: vv}}\n",
        [
            ("unknown-word", "5:32+9", "parties.offentliga.sector", "public"),
            ("unknown-actor", "6:47+12", "bodies.b.balance.equal[1]", "business"),
            ("unknown-actor", "6:79+8", "bodies.b.who.appoints", "civil-society"),
            ("unknown-actor", "7:32+7", "procedures.j.steps[0].who", "applicant"),
            ("unknown-actor", "7:61+11", "procedures.j.steps[1].who", "public-at-large"),
            ("unknown-actor", "7:78+9", "procedures.j.steps[1].to", "offentliga"),
            ("unknown-value", "8:31+8", "clauses.c.rule", "civil-society"),
            ("unknown-value", "8:59+8", "clauses.c.rule", "municipal"),
            ("unknown-value", "8:80+5", "clauses.c.rule", None),
            ("unknown-version", "9:24+9", "versions.v.amends", "present"),
            ("unknown-version", "9:48+2", "versions.w.amends", "v"),
        ],
    ),
    "dates with slashes": (
        HEAD + "events: {a: {when: 2025/01/01}, b: {when: 2025/1/31}, c: {when: 31/12 2025}, d: {when: 2025/13/01}}\n",
        [
            ("unexpected-word", "5:24+1", "events.a.when", "2025-01-01"),
            ("unexpected-word", "5:47+1", "events.b.when", "2025-01-31"),
            ("not-a-date", "5:65+2", "events.c.when", "2025-12-31"),
            ("unexpected-word", "5:92+1", "events.d.when", None),
        ],
    ),
    "key-null": (
        HEAD + "aims: {~: {}, true: {text: ''}}\n",
        [("word-malformed", "5:8+1", "aims.~", None), ("text-empty", "5:28+2", "aims.true.text", None)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_everything_wrong_is_told_at_its_place(case: str, tmp_path: Path) -> None:
    text, expected = CASES[case]
    path = tmp_path / "agreement-file.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(Unreadable) as caught:
        load(path)
    told = [
        (fault.code, f"{fault.place.line}:{fault.place.column}+{fault.place.span.length}", fault.path, fault.suggestion)
        for fault in caught.value.faults
    ]
    assert told == expected
    for fault in caught.value.faults:
        for language in LANGUAGES:
            assert "pydantic" not in fault.told(language)
            assert "{" not in fault.message(language).replace("{{", "")
        assert fault.suggestion is None or fault.suggestion != fault.params.get("found")
