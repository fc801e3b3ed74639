"""The kinds of nodes and edges that a graph of agreements is made of, in one table.

A reference in the text is an edge. What kind of edge it is, its author has said already: by the verb (``who: {orders:
partnership}``), by the word of a link (``kind: derives-from``), or by the field it stands in. Only the fields whose
name does not read as a sentence, from the source over the kind to the target, are renamed or turned round here; and
only what follows from two references together (:data:`DERIVED`) is made here and not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from attrs import frozen

from idebur.errors import UnknownKey
from idebur.vocabulary import Vocabularies, shipped

__all__ = [
    "ACTORS",
    "DERIVED",
    "EDGES",
    "FIELDS",
    "HELD",
    "NODES",
    "Kind",
    "Way",
    "edge_kinds",
    "edge_label",
    "node_kind",
    "node_kinds",
    "node_label",
]


@frozen
class Kind:
    """A kind of node or edge: its word, what it is called in Swedish and English, and what it stands for."""

    word: str
    sv: str
    en: str
    means: str
    between: str = ""
    """For an edge: from what to what."""

    def said(self, lang: str) -> str:
        """What it is called in *lang*, ``sv`` or ``en``."""
        return self.sv if lang == "sv" else self.en


def _by_word(*kinds: Kind) -> Mapping[str, Kind]:
    return {kind.word: kind for kind in kinds}


NODES: Mapping[str, Kind] = _by_word(
    Kind("agreement", "överenskommelse", "agreement", "An agreement, or a framework that agreements refer to."),
    Kind("party", "part", "party", "An actor among the parties of an agreement: an organisation or a class of them."),
    Kind("organisation", "organisation", "organisation", "Any other organisation that is named or has joined."),
    Kind("class", "slag eller grupp", "class or set", "A class of organisations, a listed set, a group of people."),
    Kind("group", "krets", "group", "Those whom a group word means, such as ``signatories``."),
    Kind("sector", "sektor", "sector", "A whole sector, where the text names it as an actor."),
    Kind("unit", "enhet", "unit", "A part of an organisation: a committee, an assembly, an office."),
    Kind("body", "organ", "body", "A body of the agreement or inside a party."),
    Kind("seat", "plats", "seat", "One or more places in a body, for the same actor on the same terms."),
    Kind("office", "uppdrag", "office", "A role that a person holds."),
    Kind("strategy", "strategi", "strategy", "A document by which others are steered: a strategy, a programme."),
    Kind("document", "dokument", "document", "Any other document."),
    Kind("aim", "syfte eller mål", "aim", "A vision, purpose, goal, value or area."),
    Kind("principle", "princip", "principle", "A principle, or a part of one."),
    Kind("commitment", "åtagande", "commitment", "A commitment, a protection, a task."),
    Kind("level", "nivå", "level", "A level of collaboration."),
    Kind("phase", "fas", "phase", "A phase of a decision."),
    Kind("tool", "verktyg", "tool", "A way of collaborating."),
    Kind("routine", "återkommande arbete", "routine", "A meeting, a plan, a follow-up: what comes back."),
    Kind("procedure", "ordning", "procedure", "How one joins, leaves, renegotiates, revises."),
    Kind("resource", "resurs", "resource", "Money, staff, anything that the work draws on."),
    Kind("event", "händelse", "event", "What happened, or was planned."),
    Kind("conclusion", "slutsats", "conclusion", "What an evaluation concluded."),
)
"""Every kind of node, from the whole to its parts."""

ACTORS = frozenset({"party", "organisation", "class", "group", "sector", "unit", "body", "office"})
"""The kinds of nodes that can act."""

_SECTION_KINDS: Mapping[str, str] = {
    "aims": "aim",
    "principles": "principle",
    "commitments": "commitment",
    "levels": "level",
    "kinds": "level",
    "phases": "phase",
    "tools": "tool",
    "bodies": "body",
    "seats": "seat",
    "offices": "office",
    "documents": "document",
    "routines": "routine",
    "procedures": "procedure",
    "resources": "resource",
    "events": "event",
    "conclusions": "conclusion",
}


def node_kind(section: str) -> str | None:
    """The kind of node that an element of *section* is; ``None`` where it relates nobody to anything and is no node.

    >>> node_kind("bodies"), node_kind("definitions")
    ('body', None)
    """
    return _SECTION_KINDS.get(section)


HELD: Mapping[str, str] = {
    "principles": "guided-by",
    "aims": "aims-at",
    "levels": "ranks",
    "documents": "refers-to",
}
"""The sections whose elements the agreement has, and the kind of the edge that says so."""


@frozen
class Way:
    """How a field becomes an edge: of which kind, and whether it runs from what is named to what names it."""

    kind: str
    turned: bool = False


FIELDS: Mapping[tuple[str, str], Way] = {
    ("Element", "inside"): Way("inside"),
    ("Element", "replaces"): Way("replaces"),
    ("Content", "source"): Way("has-text"),
    ("Actor", "part_of"): Way("part-of"),
    ("Actor", "members"): Way("member-of", turned=True),
    ("Body", "maybe_same_as"): Way("may-be-same-as"),
    ("Seat", "of"): Way("has-seat", turned=True),
    ("Seat", "one_each"): Way("has-seat", turned=True),
    ("Seat", "held_through"): Way("held-through"),
    ("Seat", "among"): Way("drawn-from"),
    ("Seat", "ex_officio"): Way("comes-with"),
    ("Seat", "reserves"): Way("reserve-for", turned=True),
    ("Balance", "equal"): Way("balanced-between"),
    ("Balance", "ratio"): Way("balanced-between"),
    ("Chair", "among"): Way("may-chair", turned=True),
    ("Office", "of"): Way("office-of"),
    ("Office", "one_each"): Way("office-of"),
    ("Office", "sits_in"): Way("sits-in"),
    ("Document", "by"): Way("made", turned=True),
    ("Commitment", "to"): Way("owed-to"),
    ("Exemption", "document"): Way("limited-by"),
    ("Deadline", "after"): Way("due-after"),
    ("Deadline", "before"): Way("due-before"),
    ("Signer", "of"): Way("signed", turned=True),
    ("Signer", "office"): Way("signed", turned=True),
    ("Signing", "held_by"): Way("holds-original", turned=True),
    ("Validity", "clock"): Way("follows-timeline-of"),
    ("Instrument", "basis"): Way("rests-on"),
    ("Level", "asked_by"): Way("asks-for", turned=True),
    ("Tool", "at"): Way("used-at"),
    ("Aim", "whose"): Way("meant-for"),
    ("Routine", "open_to"): Way("open-to"),
    ("Routine", "of"): Way("about"),
    ("Routine", "aims"): Way("serves"),
    ("Resource", "of"): Way("meant-for"),
    ("Procedure", "part"): Way("about"),
    ("Step", "to"): Way("turns-to"),
    ("Event", "documents"): Way("about"),
    ("Conclusion", "to"): Way("addressed-to"),
    ("Conclusion", "by"): Way("concluded", turned=True),
}
"""The fields whose edge is not simply called as they are."""

DERIVED = frozenset(
    {"party-to", "governs", "guided-by", "aims-at", "ranks", "refers-to", "belongs-to", "seated-in"}
) | {
    "owes",
    "reports-to",
    "asserts",
}
"""The kinds of edges that no single field holds: where an element stands, or what two references say together."""

EDGES: Mapping[str, Kind] = _by_word(
    Kind("party-to", "är part i", "is a party to", "It is among the parties.", "party → agreement"),
    Kind("signed", "undertecknade", "signed", "It signed, or signs in that office.", "actor → agreement"),
    Kind("joined", "har anslutit sig till", "joined", "It joined, from one day until another.", "actor → agreement"),
    Kind("endorses", "står bakom", "endorses", "It stands behind the text without having joined.", "actor → agreement"),
    Kind("observes", "observerar", "observes", "It follows the work as an observer.", "actor → agreement"),
    Kind(
        "co-opted-to",
        "är adjungerad till",
        "is co-opted to",
        "It takes part without being a party.",
        "actor → agreement",
    ),
    Kind("has-part-in", "har del i", "has a part in", "It has a part in it: as what is not said.", "actor → agreement"),
    Kind(
        "holds-original",
        "har ett original av",
        "holds an original of",
        "One of the originals is its own.",
        "actor → agreement",
    ),
    Kind("governs", "styr arbetet med", "governs", "A body of the agreement itself.", "body → agreement"),
    Kind("guided-by", "vägleds av", "is guided by", "It has the principle.", "agreement → principle"),
    Kind("aims-at", "syftar till", "aims at", "It has the aim.", "agreement → aim"),
    Kind("ranks", "skiljer ut", "ranks", "It has the level of collaboration.", "agreement → level"),
    Kind("refers-to", "hänvisar till", "refers to", "The document is named in it.", "agreement → document"),
    Kind(
        "has-text", "har sin text i", "has its text in", "The document that its citations mean.", "agreement → document"
    ),
    Kind("belongs-to", "hör till", "belongs to", "A part of the whole it stands in.", "part → whole"),
    Kind("inside", "är intern för", "is internal to", "The element is a matter inside that party.", "element → party"),
    Kind("part-of", "är en del av", "is part of", "An actor that is part of another.", "actor → actor"),
    Kind("member-of", "ingår i", "is a member of", "An actor that a set or an umbrella gathers.", "actor → actor"),
    Kind("may-be-same-as", "kan vara detsamma som", "may be the same as", "The text never settles it.", "body → body"),
    Kind("has-seat", "har plats som", "has the seat", "The seat is for it.", "actor → seat"),
    Kind("seat-of", "är plats i", "is a seat in", "Where the seat is.", "seat → body"),
    Kind("seated-in", "sitter i", "sits in", "It has a seat there, or sits in it for somebody.", "actor → body"),
    Kind(
        "held-through", "innehas genom", "is held through", "Who holds the seat on the actor's behalf.", "seat → actor"
    ),
    Kind("drawn-from", "hämtas ur", "is drawn from", "Those from whom the holders are taken.", "seat → actor"),
    Kind("comes-with", "följer med", "comes with", "The office with which the seat comes.", "seat → office"),
    Kind("counted-in", "räknas in i", "is counted in", "The seat among whose number it is counted.", "seat → seat"),
    Kind("reserve-for", "är reserv för", "is a reserve for", "It steps in when the seat is empty.", "actor → seat"),
    Kind(
        "balanced-between",
        "balanseras mellan",
        "is balanced between",
        "Those between whom seats are shared.",
        "body → actor",
    ),
    Kind("may-chair", "kan leda", "may chair", "The chair falls to it, alone or in turn.", "actor → body"),
    Kind(
        "holds-office",
        "innehar",
        "holds the office",
        "It holds the office, from one day until another.",
        "actor → office",
    ),
    Kind("office-of", "är ett uppdrag hos", "is an office of", "Whose office it is.", "office → actor"),
    Kind("sits-in", "deltar i", "takes part in", "The body in which its holder takes part.", "office → body"),
    Kind(
        "owes",
        "har ett åtagande mot",
        "owes",
        "It bears a commitment to it, with the force as worded.",
        "actor → actor",
    ),
    Kind("owed-to", "är skyldigt", "is owed to", "The counterparty of the commitment.", "commitment → actor"),
    Kind("under", "hör under", "stands under", "The principle or aim it stands under.", "commitment → principle"),
    Kind("limited-by", "begränsas av", "is limited by", "The law by which it is limited.", "commitment → document"),
    Kind("due-after", "ska ske efter", "is due after", "What the time is counted from.", "element → occasion"),
    Kind("due-before", "ska ske före", "is due before", "What it is to be done before.", "element → occasion"),
    Kind("reports-to", "rapporterar till", "reports to", "It does what the other receives.", "actor → actor"),
    Kind("turns-to", "riktas till", "turns to", "To whom one turns in a step.", "procedure → actor"),
    Kind("open-to", "är öppet för", "is open to", "Those who may come.", "routine → actor"),
    Kind("about", "handlar om", "is about", "What it is about.", "element → element"),
    Kind("based-on", "bygger på", "is based on", "What it builds on.", "routine → element"),
    Kind("serves", "tjänar", "serves", "The aim it serves.", "routine → aim"),
    Kind("meant-for", "är till för", "is meant for", "Whom or what it is for.", "element → element"),
    Kind(
        "presented-at", "redovisas på", "is presented at", "The meeting at which it is presented.", "routine → routine"
    ),
    Kind("yields", "leder till", "results in", "The document it results in.", "routine → document"),
    Kind("asks-for", "efterfrågar", "asks for", "Who takes the initiative on the level.", "actor → level"),
    Kind("used-at", "används på", "is used at", "The level or phase at which a tool is used.", "tool → level"),
    Kind("like", "motsvarar", "corresponds to", "What it corresponds to elsewhere.", "element → element"),
    Kind("after", "kom efter", "came after", "What had happened before.", "event → event"),
    Kind("fulfils", "fullgör", "fulfils", "The step or routine that it fulfils.", "event → element"),
    Kind("addressed-to", "riktar sig till", "is addressed to", "To whom it is said.", "conclusion → actor"),
    Kind("concluded", "drog slutsatsen", "concluded", "Who, or which evaluation, says so.", "source → conclusion"),
    Kind("made", "har gjort", "made", "Who made the document.", "actor → document"),
    Kind(
        "known-through",
        "är känt genom",
        "is known through",
        "The document through which it is known.",
        "document → document",
    ),
    Kind("asserts", "hävdar", "asserts", "Who asserts what is said of it.", "actor → element"),
    Kind("rests-on", "vilar på", "rests on", "The law or decision it rests on.", "agreement → document"),
    Kind(
        "follows-timeline-of",
        "följer tidslinjen för",
        "follows the timeline of",
        "The document by whose clock it is revised.",
        "agreement → document",
    ),
    Kind("amends", "ändrar", "amends", "The state that a version is laid over.", "agreement → agreement"),
    Kind("replaces", "ersätter", "replaces", "What it takes the place of.", "element → element"),
)
"""The kinds of edges that are not words of an agreement's own; beside them every verb and every kind of link is one."""

_SAID_BY = ("verb", "link-kind", "step-verb")
"""The vocabularies whose words are kinds of edges."""


def edge_kinds(asked: str | Iterable[str], found: Iterable[str]) -> frozenset[str]:
    """The kinds of edges that are *asked* for, one or several, each of them known or *found* in a graph.

    Raises:
        UnknownKey: one is neither; the error names the nearest.
    """
    known = EDGES.keys() | {word for vocabulary in _SAID_BY for word in shipped()[vocabulary]}
    return _known_kinds(asked, known | set(found), "kind of edge")


def node_kinds(asked: str | Iterable[str], found: Iterable[str]) -> frozenset[str]:
    """The kinds of nodes that are *asked* for, as :func:`edge_kinds`.

    Raises:
        UnknownKey: one is neither known nor *found*; the error names the nearest.
    """
    return _known_kinds(asked, NODES.keys() | set(found), "kind of node")


def _known_kinds(asked: str | Iterable[str], known: AbstractSet[str], what: str) -> frozenset[str]:
    words = frozenset({asked} if isinstance(asked, str) else asked)
    for word in sorted(words - known):
        raise UnknownKey(word, what, tuple(sorted(known)))
    return words


def node_label(kind: str, lang: str) -> str:
    """What a kind of node is called; the word itself, where it is none of ours."""
    return NODES[kind].said(lang) if kind in NODES else kind


def edge_label(kind: str, words: Vocabularies, lang: str) -> str:
    """What an edge of a kind is called: by the table here, or else by the vocabulary that has the word.

    >>> edge_label("seat-of", Vocabularies(), "en"), edge_label("appoints", Vocabularies(), "en")
    ('is a seat in', 'appoints')
    """
    if kind in EDGES:
        return EDGES[kind].said(lang)
    for vocabulary in _SAID_BY:
        if kind in words[vocabulary]:
            return words.label(vocabulary, kind, lang)
    return kind.replace("-", " ")
