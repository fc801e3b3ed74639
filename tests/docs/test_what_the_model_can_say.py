"""Each thing that an agreement may say can be said, and be read off the loaded agreement again.

The page ``docs/what-the-model-can-say.md`` holds an example for each; here stands, for each, what one then reads off,
and which statements of real agreements (by the ids of the design) it carries.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from idebur.absence import NONE, NOT_SAID, Claims, Vague, exists
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.elements import Keyed
from idebur.files import dumps, load
from idebur.files.writing import emit
from idebur.files.yaml_reader import parse_yaml
from idebur.names import ACTORS
from idebur.notation.notated import Notated
from idebur.rules import Rule
from idebur.said import Said
from idebur.several import Pairs, Several
from idebur.text import Text
from idebur.visits import fields_of

PAGE = Path(__file__).parents[2] / "docs" / "what-the-model-can-say.md"


@frozen
class Concept:
    """One thing that can be said: the fields that the page names for it, and its example."""

    said_by: tuple[str, ...]
    example: str


def _concepts(page: str) -> Iterator[tuple[str, Concept]]:
    for part in page.split("\n(say-")[1:]:
        name = part.partition(")=")[0]
        said_by = re.search(r"^Said by (.*?)\.$", part, re.MULTILINE)
        example = re.search(r"^```yaml\n(.*?)^```", part, re.MULTILINE | re.DOTALL)
        assert said_by is not None, name
        assert example is not None, name
        yield name, Concept(tuple(re.findall(r"`(\S+?)`", said_by.group(1))), example.group(1))


_TEXT = PAGE.read_text(encoding="utf-8")
_CAST = re.findall(r"^```yaml\n(.*?)^```", _TEXT, re.MULTILINE | re.DOTALL)[0]
CONCEPTS = dict(_concepts(_TEXT))


def _data(yaml: str) -> dict[str, Any]:
    tree, faults = parse_yaml(yaml.encode(), "example")
    assert tree is not None, faults
    assert faults == (), faults
    assert isinstance(tree.data, dict)
    return tree.data


def _whole(example: str) -> dict[str, Any]:
    """Complete an example to an agreement: the people and papers of the page, and what the example says laid over them.

    An actor of the example takes the place of the one of the same key, in whatever section that stands.
    """
    whole, said = _data(_CAST), _data(example)
    for section in ACTORS:
        for key in said.get(section, {}) if isinstance(said.get(section), dict) else ():
            for other in ACTORS:
                whole[other].pop(key, None)
    for section, value in said.items():
        both = isinstance(value, dict) and isinstance(whole.get(section), dict) and "said" not in value
        whole[section] = {**whole[section], **value} if both else value
    return {section: value for section, value in whole.items() if value != {}}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a text as an agreement's file."""

    def _write(text: str) -> Path:
        path = tmp_path / "agreement.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return _write


@pytest.fixture
def loaded(write: Callable[[str], Path]) -> Callable[[str], Agreement]:
    """Load an example, completed, with the real loader."""
    return lambda example: load(write(emit(_whole(example))))


def plain(value: Any) -> Any:
    """What a reader would answer: words, numbers, lists; several sources as a list of (said, since, until)."""
    match value:
        case Text():
            return value.said("en")
        case Claims():
            return [(plain(one.said), plain(one.since), plain(one.until)) for one in value]
        case Notated() | Rule():
            return str(value)
        case Several() | tuple():
            return [plain(item) for item in value]
        case Keyed():
            return list(value)
        case Pairs():
            return {key: plain(inner) for key, inner in value.items()}
        case Vague():
            return value.vague
        case _:
            return value


Query = Callable[[Any], object]


def of(name: str, *fields: str) -> Query:
    """Read fields off an element, plainly: one value, or a tuple of several."""

    def _read(agreement: Any) -> object:
        said = tuple(plain(_follow(agreement[name], field)) for field in fields)
        return said[0] if len(said) == 1 else said

    return _read


def own(field: str) -> Query:
    """Read a field of the agreement itself, plainly."""
    return lambda agreement: plain(_follow(agreement, field))


def _follow(value: Any, path: str) -> Any:
    """Follow a dotted path of fields, keys and places in a list."""
    for step in path.split("."):
        if step.isdigit() and not isinstance(value, Keyed):
            value = value[int(step)]
        elif isinstance(value, (Keyed, Pairs)):
            value = value[step]
        else:
            value = getattr(value, step)
    return value


def bearers(agreement: Any, actor: str) -> set[str]:
    """The commitments that an actor bears."""
    return {key for key, one in agreement.commitments.items() if actor in one.who.actors("does")}


CLAIMS: Mapping[str, tuple[tuple[Query, object], ...]] = {
    # the instrument
    "instrument": (
        (own("instrument.kind"), "declaration-of-intent"),
        (own("instrument.role"), ["platform", "shared-approach"]),
    ),
    "legal-force": (
        (own("instrument.binding"), False),
        (own("instrument.basis"), ["act"]),
        (own("instrument.effects"), "A failure to follow it can weigh in a court's review"),
    ),
    "territory": (
        (own("territory.level"), "sub-regional"),
        (own("territory.code"), "05"),
        (own("territory.field"), "Integration"),
    ),
    "parents": (
        (of("parent", "kind", "to"), ("derives-from", ["national"])),
        (of("local-part", "extent", "parts"), ("partial", ["independence", "dialogue"])),
        (of("links.fallback", "subject", "to"), ("national", ["stora-county"])),
        (of("earlier", "kind"), "preceded-by"),
    ),
    "asserted": (
        (lambda a: a["broadened"].cites[0].asserted_by, None),  # whoever made the cited document: the agreement's own
        (of("broadened", "when", "effect", "kind"), ("2018", "More fields", "revised")),
        (lambda a: a["closed"].cites[0].asserted_by, "network"),
        (of("closed", "kind"), "ended"),
    ),
    "annexes": (
        (of("code-annexed", "subject", "to"), ("funding-code", ["stora-county"])),
        (of("code-review", "part", "every"), (["funding-code"], "year")),
    ),
    "validity": ((own("validity.kind"), "until-further-notice"), (own("validity.clock"), "strategy")),
    "fixed-term": (
        (lambda a: a.validity.until.contains(dt.date(2028, 12, 31)), Answer.YES),
        (lambda a: a.validity.until.contains(dt.date(2029, 1, 1)), Answer.NO),
        (own("validity.trigger"), ["change-of-government"]),
    ),
    "signing": (
        (own("signing.originals"), "2"),
        (own("signing.held_by"), ["network", "region"]),
        (own("signing.when"), NOT_SAID),
        (
            lambda a: [(one.of, one.office, plain(one.name)) for one in a.signing.signers],
            [("region", "assembly-chair", "Ada Ek"), ("sector", "network-chair", NOT_SAID)],
        ),
    ),
    "definitions": ((of("sector-term", "term", "also"), ("idea-based sector", ["civil society", "social economy"])),),
    "strategies": (
        (
            lambda a: {party: link.kind for link in a.links.values() for party in link.to},
            {"region": "governing", "county-board": "guiding", "sector": "inspiring"},
        ),
        (of("strategy", "url"), "https://example.org/strategy"),
    ),
    "strategy-by-version": (
        (own("links.now.kind"), "governing"),
        (own("versions.2018.links.then.kind"), "guiding"),
        (own("versions.2018.links.then.to"), ["region"]),
    ),
    "frameworks": (
        (of("scale-reworked", "subject", "kind", "to"), ("scale", "reworks", ["code-2019"])),
        (of("code-2019", "when", "by"), ("2019-10-30", ["university"])),
    ),
    "downstream": (
        (of("shelter-enabled", "kind", "to"), ("enables", ["shelter"])),
        (of("shelter", "by"), ["norrby", "choir"]),
        (of("shelter-partner", "under", "rule"), (["shelter"], "sector is civil-society and not-for-profit")),
        (of("shelter-dispute", "part", "kind"), (["shelter"], "dispute")),
    ),
    "sister-agreements": (
        (
            lambda a: {link.kind for link in a.links.values() if "neighbour" in link.to},
            {"template-from", "experience-from"},
        ),
        (of("process-leader", "who.lends"), ["norrby"]),
    ),
    # parties
    "parties": (
        (own("parties"), ["region", "sector"]),
        (of("region", "who.signs"), ["itself"]),
        (of("sector", "kind", "who.speaks", "who.signs"), ("class", ["network"], ["network"])),
    ),
    "umbrella": (
        (of("network", "kind", "members", "binds_members"), ("umbrella", ["choir"], False)),
        (lambda a: a["network"].members.among_others, True),
        (own("parties"), ["region", "sector", "network"]),
    ),
    "class-rule": ((of("sector", "rule"), "sector is civil-society and not-for-profit and not public-owned"),),
    "actor-traits": (
        (of("region", "traits", "areas"), (["politically-governed"], ["Health care", "Public transport"])),
        (lambda a: a["region"].areas.among_others, False),
        (of("sector", "traits", "forms"), (["not-for-profit", "own-purpose"], ["association", "foundation"])),
        (lambda a: (len(a["county-board"].areas), a["county-board"].areas.among_others), (3, True)),
    ),
    "later-party": (
        (
            lambda a: [(one.who, one.kind, plain(one.since), plain(one.until)) for one in a.tenures],
            [("county-board", "adjunct", "2013", "2025"), ("county-board", "party", "2025", NOT_SAID)],
        ),
    ),
    "endorsement": (
        (
            lambda a: {one.who: (one.kind, plain(one.scope)) for one in a.tenures},
            {"norrby": ("endorser", ["aims", "principles"]), "soderby": ("observer", [])},
        ),
    ),
    "joined": (
        (
            lambda a: [plain(getattr(a.tenures[0], field)) for field in ("name", "kind", "sector", "since", "motive")],
            ["The Red Scarf", "joined", "civil-society", "2024-03", "To be heard"],
        ),
    ),
    "contacts": (
        (of("offices.contact", "one_each", "who.appoints"), ("signatories", ["itself"])),
        (
            lambda a: [plain(getattr(a.tenures[0], field)) for field in ("who", "seat", "person", "until")],
            ["choir", "contact", "Bo Alm", "2025"],
        ),
    ),
    "counts": (
        (
            lambda a: {plain(event.when): plain(event.counts) for event in a.events.values()},
            {"2018": {"organisations": "70"}, "2021": {"organisations": "121", "umbrellas": "about 1/3"}},
        ),
        (lambda a: a["count-2021"].counts["organisations"].more_than(100), Answer.YES),
        (of("count-2018", "about"), ["tenures"]),
    ),
    "dated-edges": (
        (of("partnership.places", "count"), [("5", None, "2020"), ("7", "2021", None)]),
        (
            lambda a: [(one.said.how, plain(one.since)) for one in a["partnership"].chair],
            [("fixed", None), ("rotating", "2021")],
        ),
        (lambda a: (a.tenures[0].seat, plain(a.tenures[0].since)), ("partnership.places", "2021-05-01")),
    ),
    # principles and commitments
    "aims": (
        (
            lambda a: [(key, aim.kind) for key, aim in a.aims.items()][1:],
            [("future", "vision"), ("worth", "value"), ("methods", "goal")],
        ),
        (of("worth", "text"), "Everybody's equal worth"),
        (of("methods", "number", "who.joins"), (3, ["academia", "business"])),
    ),
    "benefits": (
        (
            lambda a: {plain(aim.text): plain(aim.whose) for aim in a.aims.values() if aim.kind == "benefit"},
            {"Reach more inhabitants": ["region"], "More weight in decisions": ["sector"]},
        ),
    ),
    "principles": (
        (lambda a: [plain(one.title) for one in a.principles.values()][::2], ["Independence", "Innovation"]),
        (of("independence", "number", "summary", "also"), (1, "Free to speak", ["Integrity"])),
        (of("independence", "like"), ["national.independence"]),
        (lambda a: exists(a["innovation"].like.absence), Answer.NO),
    ),
    "principles-counted": (
        (lambda a: len(a.versions["2018"].principles), 2),
        (own("versions.2018.principles.second.title"), NOT_SAID),
        (own("versions.2018.principles.second.number"), 2),
    ),
    "equal-rank": ((own("principles_ranked"), False),),
    "commitments": (
        (of("quality", "under", "number", "force"), (["dialogue"], "2.1", "shall")),
        (of("quality", "who.does", "does", "object"), (["all-parties"], "agree on", "quality")),
        (of("quality", "when"), "they work together"),
        (of("spread", "under", "who.does", "to"), (["solutions"], ["sector"], ["public-at-large"])),
        (of("spread", "force"), "is-responsible"),
    ),
    "force": (
        (
            lambda a: [one.force for one in a.commitments.values()],
            ["needs-to", "shall-not", "is-encouraged", "need-not", "states"],
        ),
        (
            lambda a: [k for k, one in a.commitments.items() if a.vocabularies.has("force", one.force, "negative")],
            ["b", "d"],
        ),
        (
            lambda a: [k for k, one in a.commitments.items() if a.vocabularies.has("force", one.force, "descriptive")],
            ["e"],
        ),
    ),
    "deadline": (
        (of("commitments.answer", "due.within", "due.after"), ("at most 3 months", "asking.apply")),
        (of("commitments.warn", "due.within", "due.before"), ("at least 3 months", "budget")),
        (lambda a: a["warn"].due.within.allows(2), Answer.NO),
        (of("commitments.list", "due.day", "every"), ("2027-01-31", "year")),
    ),
    "protection": (
        (of("voice", "protects"), ["critical-voice", "forming-opinion"]),
        (of("voice", "against"), ["loss-of-collaboration", "loss-of-support"]),
        (of("voice", "who.does", "to"), (["public"], ["sector"])),
    ),
    "exceptions": (
        (of("openness.harm", "kind", "to"), ("risk-or-harm", ["users", "staff"])),
        (of("openness.secrecy", "kind", "document"), ("law", "secrecy")),
        (of("time.haste", "kind", "explain"), ("urgency", True)),
    ),
    "balanced": ((of("lasting", "balanced_with", "force"), (["flexibility"], "needs-to")),),
    "deferred": (
        (lambda a: exists(a.commitments.absence), Answer.NO),
        (lambda a: a.commitments.absence.instead, "writing"),
        (of("writing", "about", "planned", "status"), (["commitments"], "2027-spring", "planned")),
    ),
    "tasks": (
        (lambda a: bearers(a, "partnership"), {"coordinate"}),
        (lambda a: bearers(a, "process-leader"), {"lead"}),
        (of("lead", "to", "force"), (["partnership"], "has-task")),
    ),
    "cascade": ((of("cascade", "inside", "who.orders", "who.does"), ("region", ["assembly"], ["committee"])),),
    "indicators": (
        (
            lambda a: {one.bearing: plain(one.about) for one in a.conclusions.values()},
            {"good-sign": ["dialogue"], "warning-sign": ["dialogue"]},
        ),
    ),
    # levels
    "levels": (
        (
            lambda a: [plain(one.title) for one in a["scale"].levels.values()],
            ["Consultation", "Dialogue", "Partnership"],
        ),
        (of("ladders.scale.consultation", "number", "asked_by"), (1, ["public"])),
        (
            lambda a: {key: plain(one.traits) for key, one in a["dialogue-level"].kinds.items()},
            {"open-talk": ["broad"], "close-talk": ["collaborative"]},
        ),
        (of("shared", "traits"), ["shared-responsibility", "independence-kept"]),
    ),
    "matrix": (
        (of("scale", "cyclic", "phases"), (True, ["drafting", "decision"])),
        (of("work-group", "at"), {"shared": ["drafting", "decision"], "consultation": ["drafting"]}),
    ),
    "roles-by-phase": (
        (
            lambda a: {
                (*one.who.actors("does"), aim, phase)
                for one in a.commitments.values()
                for aim in one.under
                if aim in a.aims
                for phase in one.under
                if phase in a["scale"].phases
            },
            {
                ("civil-society", "watchdog", "drafting"),
                ("civil-society", "watchdog", "decision"),
                ("public", "feedback", "decision"),
            },
        ),
    ),
    # governance
    "bodies": (
        (of("steering", "kind", "part_of", "inside"), ("steering-group", "partnership", NOT_SAID)),
        (of("officials", "kind", "inside"), ("reference-group", "region")),
    ),
    "aliases": (
        (of("partnership", "also"), ["The joint body"]),
        (of("steering", "maybe_same_as"), ["partnership"]),
    ),
    "seats": (
        (of("partnership.members", "of", "kind", "count", "voting"), ("sector", "ordinary", "3 to 5", True)),
        (lambda a: a["partnership.members"].count.allows(6), Answer.NO),
        (of("partnership.towns", "one_each", "kind", "count"), ("municipalities", "co-opted", "1")),
        (of("partnership.scholars", "kind", "count", "voting"), ("expert", NOT_SAID, False)),
        (of("partnership.scholars", "rule"), "sector is academia"),
        (of("partnership.stand-ins", "kind", "count"), ("substitute", "2")),
    ),
    "balance": (
        (of("partnership", "balance.equal", "balance.among"), (["civil-society", "public"], ["ordinary"])),
        (of("partnership.places", "count"), NOT_SAID),
        (of("council", "balance.ratio", "balance.soft"), ({"public": "4", "civil-society": "7"}, True)),
    ),
    "appointment": (
        (of("partnership.own", "who.appoints"), ["itself"]),
        (of("partnership.elected", "who.elects"), ["signatories"]),
        (
            of("partnership.picked", "who"),
            {"nominates": ["signatories"], "selects": ["network"], "appoints": ["county-board"]},
        ),
    ),
    "ex-officio": (
        (of("politician", "ex_officio", "of"), ("committee-chair", "region")),
        (of("committee-chair", "of"), "committee"),
    ),
    "fields": (
        (of("experts", "fields", "count"), (["Youth", "Culture", "Care"], "3")),
        (of("experts", "reserves"), ["choir", "network"]),
        (of("new-call", "part", "trigger", "steps.0.form"), (["council.experts"], ["vacancy"], ["public-call"])),
    ),
    "terms": (
        (of("experts", "term.length", "term.limit", "term.convocation"), ("2 years", "at most 2", 3)),
        (of("politicians", "term.follows", "term.limit"), ("electoral-period", NONE)),
    ),
    "chair": (
        (of("partnership", "chair.how", "chair.among", "chair.every"), ("rotating", ["region", "sector"], "year")),
        (of("council", "chair.how", "chair.count"), ("shared", "3")),
        (of("jury", "chair.how", "chair.who.elects"), ("elected", ["signatories"])),
    ),
    "decisions": (
        (of("partnership", "decides.0.rule", "decides.0.binding"), ("consensus", False)),
        (of("partnership", "decides.1.matter", "decides.1.rule"), ("elections", "slate-then-names")),
        (of("partnership", "decides.1.majority", "quorum"), ("over 1/2", "at least 1/2")),
    ),
    "public-sittings": ((of("council", "public"), True),),
    "sitting-fee": ((of("fee", "amount", "of", "who.pays"), ("800 SEK", ["council.experts"], ["region"])),),
    "support": (
        (
            of("process-leader", "who"),
            {"appoints": ["network"], "employs": ["region"], "pays": ["county-board"]},
        ),
        (of("process-leader", "of", "sits_in", "voice"), ("partnership", ["partnership"], "speak")),
    ),
    "secretariat": (
        (of("bodies.office", "kind", "part_of"), ("secretariat", [("region", None, "2018"), ("sector", "2019", None)])),
    ),
    "representation": (
        (of("sector-voice", "of", "held_through"), ("sector", "network")),
        (of("partnership.politicians", "of", "among"), ("region", ["committee", "assembly"])),
        (of("mirror", "who.does", "to", "force"), (["region"], ["partnership"], "shall")),
    ),
    "sits-elsewhere": (
        (of("integration.ours", "of"), "the-agreement"),
        (of("the-agreement", "kind"), "agreement"),
        (of("integration.joint", "of"), "partnership"),
        (of("integration", "inside"), "county-board"),
    ),
    "counted-in": ((of("youth", "counted_in", "count"), ("council.members", "1")),),
    "resources": (
        (of("running", "amount", "per", "since"), ("100000 SEK", "year", "2024")),
        (of("running", "who", "of"), ({"holds": ["committee"], "pays": ["region"]}, ["partnership"])),
        (of("rooms", "kind", "amount"), ("in-kind", NOT_SAID)),
    ),
    "statutory": ((of("council-founded", "subject", "kind", "to"), ("council", "established-by", ["decree"])),),
    # routines
    "meetings": (
        (of("large-meeting", "every", "open_to"), ("4 a year", {"non-signatories": "1 a year"})),
        (
            of("large-meeting", "who"),
            {"plans": ["partnership"], "hosts": ["region"], "attends": ["all-parties"]},
        ),
    ),
    "relative-cadence": (
        (of("officials", "meets", "inside"), ("at need, at least 1 before large-meeting", "region")),
        (lambda a: a["officials"].meets.references, ("large-meeting",)),
    ),
    "plan": (
        (of("routines.plan", "every", "period", "who.decides"), ("2 years", "2 years", ["partnership"])),
        (of("routines.plan", "based_on"), ["aims", "solutions"]),
        (of("plan.learning", "who.does"), ["region", "sector"]),
        (lambda a: [plain(one.title) for one in a["growth"].parts.values()], ["Crises", "Villages"]),
    ),
    "theme": ((of("theme", "kind", "every", "of"), ("theme", "year", ["dialogue"])),),
    "follow-up": (
        (
            of("follow-up", "who"),
            {"does": ["process-leader"], "orders": ["partnership"], "receives": ["partnership"]},
        ),
        (of("follow-up", "every", "of", "tasks"), ("year", ["aims"], ["assess-goals", "learning"])),
        (of("follow-up", "yields", "presented_at"), ("report", "conference")),
    ),
    "independent": (
        (lambda a: [plain(a[actor].traits) for actor in a["evaluation"].who["does"]], [["independent-of-parties"]]),
    ),
    "assembly-report": (
        (of("yearly", "every", "who.receives"), ("year", ["county-board", "public-at-large"])),
        (of("second-year", "every", "who.receives"), ("2 years", ["assembly"])),
    ),
    "forum": (
        (lambda a: a["forum"].every.per_year, (2, 2)),
        (of("forum", "every"), "2 a year, 1 each half-year"),
        (of("forum", "who.attends", "who.invited"), (["committee", "signatories"], ["norrby"])),
        (lambda a: len(a["forum"].tasks), 4),
    ),
    # procedures
    "joining": (
        (of("joining", "open_to"), "idea-based or sector is public"),
        (of("idea-based", "rule"), "sector is civil-society and democratic and (independent or unique)"),
        (
            lambda a: [(plain(s.who), plain(s.does), plain(s.form)) for s in a["joining"].steps],
            [
                ({"does": ["applicant"]}, ["apply"], ["web-form"]),
                ({"does": ["partnership"]}, ["approve"], []),
                ({}, ["publish"], ["web-page"]),
            ],
        ),
        (of("joining", "steps.0.when"), "continuously"),
        (lambda a: a["joining"].steps[2].who.actors("does").absence, NOT_SAID),
    ),
    "condition-elsewhere": (
        (of("takes-part", "rule", "says"), (NOT_SAID, "Takes part in the process")),
        (lambda a: a["takes-part"].cites[0].at.document, "review"),
        (of("joining", "open_to"), "scope includes regional and democratic and independent"),
    ),
    "whole-text": (
        (of("joining", "steps.0.who.does", "steps.0.does"), (["each-signatory"], ["decide", "sign"])),
        (of("joining", "steps.0.choose", "steps.0.scope"), ("all", "whole")),
    ),
    "joining-later": (
        (of("joining", "steps.0.when", "steps.0.to"), ("after-signing", ["regional-contact"])),
        (of("regional-contact", "of"), "region"),
    ),
    "leaving": (
        (of("leaving", "kind", "open_to"), ("leave", "joined")),
        (of("leaving", "steps.0.to", "steps.0.form"), (["partnership"], ["formal", "written"])),
        (lambda a: exists(a["leaving"].steps[0].notice), Answer.UNKNOWN),
    ),
    "withdrawing": (
        (of("withdrawing", "kind", "trigger"), ("withdraw", ["breach", "conditions-not-met"])),
        (
            of("withdrawing", "steps.0.does", "steps.0.choose"),
            (["call-for-renegotiation", "ask-to-leave"], "one"),
        ),
        (of("withdrawing", "steps.0.who.does", "steps.0.when"), (["any-party"], "any-time")),
        (lambda a: a["withdrawing"].steps[0].notice.vague, "reasonable"),
        (lambda a: exists(a["withdrawing"].steps[0].notice), Answer.YES),
    ),
    "notice": (
        (of("ending-support", "steps.0.notice", "trigger"), ("at least 3 months", ["expiry"])),
        (lambda a: a["ending-support"].steps[0].notice.allows(2), Answer.NO),
        (of("ending-support", "steps.1.within"), "at most 4 weeks"),
    ),
    "revision": (
        (
            of("revising", "trigger"),
            [
                "need",
                "evaluation",
                "new-party",
                "strategy-timeline",
                "political-reorganisation",
                "change-of-government",
            ],
        ),
        (of("revising", "steps.0.who.does", "steps.0.does"), (["partnership"], ["decide"])),
    ),
    "revision-by-part": (
        (
            lambda a: {one.part[0]: plain(one.every) for one in a.procedures.values()},
            {"principles": "5 years", "commitments": "3 years", "routines": "year"},
        ),
    ),
    "dispute": (
        (
            lambda a: [(one.does[0], plain(one.within), plain(one.to)) for one in a["dispute"].steps],
            [
                ("discuss", "10 days", []),
                ("mediate", "1 month", []),
                ("appeal", NOT_SAID, ["county-board"]),
            ],
        ),
    ),
    "nomination": (
        (
            lambda a: [(plain(one.who["does"]), plain(one.does)) for one in a["filling-seats"].steps],
            [
                (["signatories"], ["nominate"]),
                (["network"], ["select"]),
                (["county-board"], ["approve", "reject"]),
            ],
        ),
        (of("filling-seats", "part", "steps.2.choose"), (["partnership"], "one")),
    ),
    "dissolution": (
        (of("council-ended", "kind", "when", "about"), ("ended", "2018-06", ["council"])),
        (
            lambda a: {link.subject for link in a.links.values() if link.kind == "replaces" and "council" in link.to},
            {"forum-a", "forum-b"},
        ),
        (of("council", "status"), "past"),
    ),
    # events
    "events": (
        (of("workshop", "when", "place", "who.attends"), ("2018-05-29", "The castle", ["region", "sector"])),
        (of("workshop", "counts"), {"people": "about 50", "organisations": "25"}),
        (lambda a: a["workshop"].counts["people"].at_least(40), Answer.UNKNOWN),
        (lambda a: [plain(a[draft].registry) for draft in a["workshop"].documents], ["RUN2017-193"]),
        (lambda a: a["start"].when.precision, "month"),
    ),
    "referral": (
        (of("events.comments", "when", "ends"), ("2018-06-20", "2018-09-14")),
        (of("events.comments", "who.asked", "counts"), (["committee", "sector"], {"answers": "32"})),
    ),
    "laid-the-ground": (
        (of("talks", "about", "who.shares"), (["principles"], ["norrby"])),
        (lambda a: plain(a["talks"].counts["people"].over), "50"),
    ),
    "many-times": ((of("dialogues", "times"), "several"), (of("surveys", "times"), "2")),
    "decision-chain": (
        (of("last", "after", "planned", "when"), (["first"], "2018-11-21", "2018-11-28")),
        (of("last", "outcome"), ["adopted", "unanimous"]),
        (lambda a: a["first"].when.precision, "season"),
        (lambda a: [plain(a[key].who["decides"]) for key in ("first", "last")], [["committee"], ["assembly"]]),
    ),
    "conflicting-dates": (
        (of("signed", "when"), [("2017-05-24", None, None), ("2017-06-14", None, None)]),
        (lambda a: [one.cites[0].at.document for one in a["signed"].when], ["text", "review"]),
        (lambda a: a["signed"].when.agree, False),
    ),
    "conclusions": (
        (of("purpose-unmet", "bearing", "about", "by"), ("not-fully-met", ["solutions"], ["review"])),
        (of("purpose-unmet", "text"), "Challenges are not yet met together"),
        (of("make-clear", "bearing", "to"), ("to-do", ["all-parties"])),
    ),
    "fulfils": ((of("choir-approved", "fulfils", "when"), (["joining.approve"], "2024-02-01")),),
    # versions
    "versions": (
        (own("versions.2018.status"), "past"),
        (own("versions.2018.revises"), "2015"),
        (own("versions.2018.since"), "2018-12-11"),
        (own("versions.2018.aims.wider.text"), "A wider dialogue"),
        (own("aims.wider.text"), "A wider and living dialogue"),
    ),
    "editions": (
        (
            lambda a: {(link.subject, link.kind, *link.to) for link in a.links.values()},
            {
                ("text", "light-edit-of", "old"),
                ("easy", "easy-read-of", "text"),
                ("maori", "translation-of", "text"),
            },
        ),
        (of("maori", "languages"), ["mi"]),
    ),
    "proposal": (
        (own("versions.proposed.routines.dialogue-forum.replaces"), "large-meeting"),
        (lambda a: (a.versions["proposed"].is_amendment, a.versions["proposed"].status), (True, "proposed")),
        (lambda a: exists(a.versions["proposed"].routines.find("meal")), Answer.UNKNOWN),  # silence removes nothing
    ),
    "proposed-task": (
        (own("versions.proposed.commitments.watch.every"), "2 a year"),
        (own("versions.proposed.commitments.watch.inside"), "region"),
        (own("commitments.watch.every"), NOT_SAID),
    ),
    "status": (
        (of("old-group", "status"), "past"),
        (of("new-forum", "status"), "proposed"),
        (of("routines.report", "status"), "planned"),
    ),
    # three ways of saying nothing
    "not-said": (
        (lambda a: exists(a.ladders.absence), Answer.UNKNOWN),
        (
            lambda a: {field: exists(getattr(a["partnership"], field)) for field in ("quorum", "chair", "meets")},
            dict.fromkeys(("quorum", "chair", "meets"), Answer.UNKNOWN),
        ),
        (lambda a: a["partnership"].decides.absence, NOT_SAID),
        (lambda a: exists(a.procedures.find("withdrawing")), Answer.UNKNOWN),
        (lambda a: "withdrawing" in a.procedures.absent, True),
    ),
    "none": (
        (lambda a: exists(a.versions["proposed"].routines.find("action-plan")), Answer.NO),
        (lambda a: a.versions["proposed"].routines.find("action-plan").instead, "papers"),
        (lambda a: str(a.versions["proposed"].routines.find("action-plan").cites[0].at), "review#proposal.3"),
    ),
    "vague": (
        (lambda a: a["leaving"].steps[0].notice.vague, "skälig"),
        (lambda a: a["contact"].every.vague, "regelbunden"),
        (lambda a: a["ceremony"].counts["people"].over.more_than(69), Answer.YES),
    ),
    "named-only": ((of("areas", "text"), NOT_SAID), (of("routines.plan", "based_on"), ["areas"])),
    # citations
    "citations": (
        (lambda a: [str(one.at) for one in a["follow-up"].cites], ["changes.1", "review#now.2"]),
        (lambda a: [str(one.at) for one in a["leaving"].cites.of("steps")], ["joining.3"]),
    ),
    "quotes": (
        (lambda a: (a["unmet"].cites[0].asserted_by, plain(a["unmet"].cites[0].quote)), ("network", "Not there yet")),
    ),
    # languages and words
    "languages": (
        (own("languages"), ["sv", "en"]),
        (lambda a: (a.title.said("sv"), a.title.said("en")), ("Överenskommelsen", "The agreement")),
        (lambda a: a["dialogue"].title.said("sv"), "Dialog"),
    ),
    "own-words": (
        (lambda a: a.vocabularies.label("seat-kind", a["guests"].kind, "sv"), "gäst"),
        (lambda a: a.vocabularies.property("seat-kind", "guest", "counts"), False),
    ),
}
"""What is read off each example."""

ROWS: Mapping[str, str] = {
    "R1": "instrument",
    "R2": "legal-force",
    "R3": "territory",
    "R4": "versions editions events",
    "R5": "asserted",
    "R6": "parents",
    "R7": "annexes",
    "R8": "validity fixed-term",
    "R9": "signing events",
    "R10": "definitions",
    "R11": "parties joined",
    "R12": "parties umbrella",
    "R13": "later-party",
    "R14": "endorsement",
    "R15": "joining",
    "R16": "whole-text endorsement",
    "R17": "counts",
    "R18": "contacts joined",
    "R19": "leaving withdrawing notice",
    "R20": "dissolution",
    "R21": "signing",
    "R22": "aims",
    "R23": "principles",
    "R24": "equal-rank",
    "R25": "commitments exceptions deadline",
    "R26": "force",
    "R27": "commitments tasks",
    "R28": "protection",
    "R29": "exceptions",
    "R30": "deadline notice seats",
    "R31": "levels matrix",
    "R32": "deferred",
    "R33": "revision-by-part",
    "R34": "strategies strategy-by-version",
    "R35": "validity",
    "R36": "frameworks",
    "R37": "downstream",
    "R38": "bodies tasks",
    "R39": "aliases",
    "R40": "seats ex-officio fields",
    "R41": "balance",
    "R42": "appointment nomination",
    "R43": "ex-officio",
    "R44": "fields",
    "R45": "terms",
    "R46": "chair",
    "R47": "decisions",
    "R48": "support secretariat",
    "R49": "meetings",
    "R50": "relative-cadence",
    "R51": "representation",
    "R52": "sits-elsewhere",
    "R53": "resources",
    "R54": "cascade",
    "R55": "statutory",
    "R56": "events referral",
    "R57": "decision-chain",
    "R58": "conflicting-dates",
    "R59": "plan theme none",
    "R60": "follow-up independent",
    "R61": "assembly-report",
    "R62": "conclusions",
    "R63": "indicators",
    "R64": "revision",
    "R65": "proposal none",
    "R66": "dispute",
    "R67": "sister-agreements",
    "R68": "languages editions",
    # what cuts across
    "7.1": "vague",
    "7.2": "not-said none",
    "7.3": "citations quotes status",
    "7.4": "dated-edges contacts later-party",
    "7.5": "own-words",
    "7.6": "parties class-rule",
    "7.7": "principles",
    "7.8": "balance",
    "7.9": "umbrella",
    "7.10": "tasks",
    # what wanted a home
    "pay": "sitting-fee",
    "binding": "decisions",
    "public": "public-sittings",
    "counted-in": "counted-in",
    "balanced": "balanced",
    "times": "many-times",
    "roles-by-phase": "roles-by-phase",
    # one agreement, before its revision
    "O-01": "events",
    "O-02": "parents",
    "O-03": "laid-the-ground sister-agreements",
    "O-04": "events laid-the-ground",
    "O-05": "events laid-the-ground",
    "O-06": "events",
    "O-07": "referral events",
    "O-08": "decision-chain",
    "O-09": "events vague",
    "O-10": "parties",
    "O-11": "instrument",
    "O-12": "aims versions",
    "O-13": "benefits",
    "O-14": "joining condition-elsewhere",
    "O-15": "whole-text",
    "O-16": "joining-later",
    "O-17": "principles-counted",
    # after it
    "O-20": "later-party versions",
    "O-21": "events",
    "O-22": "definitions",
    "O-23": "actor-traits",
    "O-24": "actor-traits",
    "O-25": "actor-traits",
    "O-26": "whole-text",
    "O-27": "aims",
    "O-28": "aims",
    "O-29": "strategies",
    "O-30": "versions",
    "O-31": "levels",
    "O-32": "frameworks",
    "O-33": "principles",
    "O-34": "protection",
    "O-35": "commitments",
    "O-36": "commitments",
    "O-37": "commitments force",
    "O-38": "force",
    "O-39": "not-said",
    # its forms of work, now and proposed
    "O-50": "conclusions",
    "O-51": "conclusions",
    "O-52": "meetings",
    "O-53": "bodies meetings",
    "O-54": "plan",
    "O-55": "relative-cadence bodies",
    "O-56": "cascade tasks",
    "O-57": "support resources",
    "O-58": "forum",
    "O-59": "appointment ex-officio",
    "O-60": "none",
    "O-61": "bodies",
    "O-62": "proposed-task",
    "O-63": "proposal none",
    "O-64": "forum",
    "O-65": "proposal status",
    # another agreement
    "B-01": "parties signing",
    "B-02": "parents asserted",
    "B-03": "many-times decision-chain",
    "B-04": "aims",
    "B-05": "principles",
    "B-06": "protection force balanced",
    "B-07": "force",
    "B-08": "commitments force",
    "B-09": "exceptions",
    "B-10": "commitments",
    "B-11": "commitments aims",
    "B-12": "tasks",
    "B-13": "balance",
    "B-14": "representation",
    "B-15": "seats",
    "B-16": "appointment",
    "B-17": "contacts",
    "B-18": "follow-up vague",
    "B-19": "plan named-only",
    "B-20": "support",
    "B-21": "joining",
    "B-22": "joining",
    "B-23": "leaving",
    "B-24": "validity revision",
    "B-25": "follow-up plan",
    "B-26": "withdrawing vague",
    "B-27": "signing",
    "B-28": "aliases",
    "B-29": "not-said",
    # both
    "X-01": "principles",
    "X-02": "joining",
    "X-03": "joining class-rule",
    "X-04": "appointment joining leaving",
    "X-05": "commitments force",
    "X-06": "parties later-party parents frameworks",
    "X-07": "not-said",
}
"""From each statement of the design to what carries it."""

STATEMENTS = (
    *(f"R{number}" for number in range(1, 69)),
    *(f"7.{number}" for number in range(1, 11)),
    *(f"O-{number:02d}" for number in (*range(1, 18), *range(20, 40), *range(50, 66))),
    *(f"B-{number:02d}" for number in range(1, 30)),
    *(f"X-{number:02d}" for number in range(1, 8)),
)
"""The ids of the design's statements: what other agreements say, what cuts across, and what the two examples say."""


@pytest.mark.parametrize("concept", CONCEPTS)
def test_what_an_example_says_can_be_read_off_it(concept: str, loaded: Callable[[str], Agreement]) -> None:
    agreement = loaded(CONCEPTS[concept].example)
    answers = [query(agreement) for query, _ in CLAIMS[concept]]
    assert answers == [expected for _, expected in CLAIMS[concept]]


@pytest.mark.parametrize("concept", CONCEPTS)
def test_nothing_of_it_is_said_without_the_example(concept: str, loaded: Callable[[str], Agreement]) -> None:
    """A query that the people and papers of the page already answer would say nothing of the example."""
    bare = loaded("{}")
    assert not all(_answers(bare, query, expected) for query, expected in CLAIMS[concept])


def _answers(agreement: Agreement, query: Query, expected: object) -> bool:
    try:
        return query(agreement) == expected
    except (LookupError, AttributeError, TypeError):  # what it asks for is not there
        return False


@pytest.mark.parametrize("concept", CONCEPTS)
def test_an_example_survives_being_written_and_read(
    concept: str, loaded: Callable[[str], Agreement], write: Callable[[str], Path]
) -> None:
    agreement = loaded(CONCEPTS[concept].example)
    written = dumps(agreement)
    again = load(write(written))
    assert again == agreement
    assert dumps(again) == written


@pytest.mark.parametrize("concept", CONCEPTS)
def test_the_fields_that_the_page_names_are_those_of_the_example(
    concept: str, loaded: Callable[[str], Agreement]
) -> None:
    """No field is named that the example leaves out, and none that no class has."""
    used = _fields_used(loaded(CONCEPTS[concept].example))
    assert [name for name in CONCEPTS[concept].said_by if name not in used] == []


def _fields_used(said: Any) -> set[str]:
    """The fields that are written, ``Class.field``, for a class and those it is made from."""
    match said:
        case Said():
            names = [kind.__name__ for kind in type(said).__mro__ if issubclass(kind, Said)]
            fields = fields_of(type(said))
            chosen = [name for name in said.model_fields_set if name in fields]
            here = {f"{kind}.{fields[name].alias}" for kind in names for name in chosen}
            return here.union(*(_fields_used(getattr(said, name)) for name in chosen))
        case Keyed():
            held = [*said.values(), *said.absent.values(), said.absence]
        case Pairs():
            held = [*said.values()]
        case Claims():
            held = [one.said for one in said]
        case str() | Text():
            held = []
        case Several() | tuple():
            held = list(said)
        case _ if hasattr(said, "written") and hasattr(said, "__iter__"):  # citations
            held = list(said)
        case _:
            held = []
    return set[str]().union(*map(_fields_used, held))


@pytest.mark.parametrize("concept", CONCEPTS)
def test_nothing_is_said_in_a_note(concept: str) -> None:
    """A remark is no place for what an agreement says."""
    assert not re.search(r"\bnote:", CONCEPTS[concept].example)


def test_every_example_is_asked_and_every_question_has_an_example() -> None:
    assert set(CLAIMS) == set(CONCEPTS)


def test_every_statement_of_the_design_has_its_place() -> None:
    assert [row for row in STATEMENTS if row not in ROWS] == []
    assert {row: name for row, names in ROWS.items() for name in names.split() if name not in CONCEPTS} == {}


def test_every_concept_carries_a_statement() -> None:
    """A concept that no statement asks for has no place in a small model."""
    carried = {name for names in ROWS.values() for name in names.split()}
    assert set(CONCEPTS) - carried == {"fulfils"}  # asked for by the calendar of what is due and done
