"""Faults of names: a reference to what is not there, a word that no vocabulary has, a key that is taken."""

from __future__ import annotations

from functools import partial

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

_fault = partial(Entry.of, severity=Severity.FAULT)

_WHY = (
    "En hänvisning till något som inte finns lämnar en fråga utan svar.",
    "A reference to what is not there leaves a question without an answer.",
)
_CURE = ("Rätta nyckeln, eller lägg till det som saknas.", "Correct the key, or add what is missing.")


_CURE_ACTOR = (
    "Rätta nyckeln, eller lägg till aktören. Sektorer och grupper visas av idebur explain sector och explain group.",
    "Correct the key, or add the actor. idebur explain sector and explain group list the sectors and groups.",
)


def _unknown(kind: str, sv: str, en: str, cure: tuple[str, str] = _CURE) -> Entry:
    return _fault(
        f"unknown-{kind}",
        says=(f"Det finns {sv} som heter ”{{found}}”.", f'There is {en} called "{{found}}".'),
        why=_WHY,
        cure=cure,
    )


ENTRIES: tuple[Entry, ...] = (
    _unknown(
        "actor",
        "ingen part, ingen aktör, inget organ, inget uppdrag, ingen sektor och ingen grupp",
        "no party, actor, body, office, sector or group",
        _CURE_ACTOR,
    ),
    _unknown("tenant", "ingen aktör", "no actor"),
    _unknown("document", "inget dokument", "no document"),
    _unknown("aim", "inget syfte eller mål", "no aim"),
    _unknown("routine", "ingen återkommande rutin", "no routine"),
    _unknown("event", "ingen händelse", "no event"),
    _unknown("seat", "ingen plats eller inget uppdrag", "no seat or office"),
    _unknown("level", "ingen nivå", "no level"),
    _unknown("phase", "ingen fas", "no phase"),
    _unknown("element", "inget element", "no element"),
    _unknown("part", "inget element eller avsnitt", "no element or section"),
    _unknown("linked", "inget dokument eller element", "no document or element"),
    _unknown("source", "inget dokument och ingen aktör", "no document or actor"),
    _unknown("step", "inget steg", "no step"),
    _unknown("occasion", "ingen händelse, ingen rutin och inget steg", "no event, routine or step"),
    _unknown("version", "ingen lydelse", "no version"),
    _fault(
        "document-undeclared",
        says=(
            "Dokumentet ”{found}” är känt, men inte upptaget bland dokumenten i filen.",
            'The document "{found}" is known, but not declared among the documents of the file.',
        ),
        why=(
            "Bara det som överenskommelsen själv tar upp bland sina dokument hör till det som den bygger på.",
            "Only what the agreement itself lists among its documents belongs to what it rests on.",
        ),
        cure=(
            "Ta upp det under documents med samma nyckel: {found}: {{kind: …, title: …}}.",
            "Declare it under documents, by the same key: {found}: {{kind: …, title: …}}.",
        ),
    ),
    _fault(
        "unknown-like",
        says=(
            "I ”{document}” finns inget som heter ”{found}”.",
            'In "{document}" there is nothing called "{found}".',
        ),
        why=_WHY,
        cure=("Där finns: {known}.", "There are: {known}."),
    ),
    _fault(
        "unknown-place",
        says=(
            "Dokumentet ”{document}” har inget ställe ”{found}”.",
            'The document "{document}" has no place "{found}".',
        ),
        why=(
            "En källhänvisning ska gå att slå upp.",
            "A citation has to be one that can be looked up.",
        ),
        cure=(
            "Rätta stället, eller lägg till det under places i dokumentet.",
            "Correct the place, or add it to the document's places.",
        ),
    ),
    _fault(
        "citation-without-source",
        says=(
            "”{found}” säger inte i vilket dokument, och filen anger ingen source.",
            '"{found}" does not say in which document, and the file names no source.',
        ),
        why=("En källhänvisning ska gå att slå upp.", "A citation has to be one that can be looked up."),
        cure=(
            "Skriv dokument#ställe, eller ange source överst i filen.",
            "Write document#place, or name the source at the top of the file.",
        ),
    ),
    _fault(
        "unknown-word",
        says=(
            "”{found}” finns inte i ordlistan ”{vocabulary}”.",
            '"{found}" is not in the vocabulary "{vocabulary}".',
        ),
        why=(
            "Orden är kända på förhand, så att det som jämförs betyder samma sak.",
            "The words are known beforehand, so that what is compared means the same.",
        ),
        cure=(
            "Välj ett av orden (idebur explain ORDLISTA visar dem), eller lägg till ditt eget under words i filen.",
            "Choose one of the words (idebur explain VOCABULARY lists them), or add your own under words in the file.",
        ),
    ),
    _fault(
        "unknown-vocabulary",
        says=("Det finns ingen ordlista som heter ”{found}”.", 'There is no vocabulary called "{found}".'),
        why=(
            "Ord som ingen läser vore tappade.",
            "Words that nobody reads would be lost.",
        ),
        cure=("Välj en av: {known}.", "Choose one of: {known}."),
    ),
    _fault(
        "actor-twice",
        says=("Nyckeln ”{found}” används redan: {first}.", 'The key "{found}" is taken already: {first}.'),
        why=(
            "Parter, aktörer, organ och uppdrag delar nycklar, så att ett ensamt ord alltid pekar ut en av dem.",
            "Parties, actors, bodies and offices share their keys, so that one bare word always names one of them.",
        ),
        cure=("Ge en av dem en annan nyckel.", "Give one of them another key."),
    ),
    _fault(
        "key-reserved",
        says=(
            "”{found}” är ett ord för en grupp och kan inte vara en nyckel.",
            '"{found}" is a word for a group and cannot be a key.',
        ),
        why=(
            "Annars går det inte att veta om gruppen eller just den aktören menas.",
            "Otherwise nobody can know whether the group or that very actor is meant.",
        ),
        cure=("Välj en annan nyckel.", "Choose another key."),
    ),
    _fault(
        "key-for-absence",
        says=(
            "”{found}” betyder att något inte finns eller inte sägs, och kan inte vara en nyckel.",
            '"{found}" means that something is absent or not said, and cannot be a key.',
        ),
        why=(
            "En hänvisning till nyckeln skulle läsas som att det inte finns något.",
            "A reference to the key would be read as there being nothing.",
        ),
        cure=("Välj en annan nyckel.", "Choose another key."),
    ),
    _fault(
        "clauses-in-a-ring",
        says=(
            "Villkoren hänvisar till varandra i en ring: {ring}.",
            "The clauses refer to each other in a ring: {ring}.",
        ),
        why=(
            "Ett villkor som till slut vilar på sig självt kan aldrig avgöras.",
            "A clause that in the end rests on itself can never be decided.",
        ),
        cure=("Skriv ut vad ett av villkoren kräver.", "Write out what one of the clauses requires."),
    ),
    _fault(
        "clause-named-as-fact",
        says=(
            "Villkoret ”{found}” har samma namn som en uppgift om organisationer.",
            'The clause "{found}" has the same name as a fact about organisations.',
        ),
        why=(
            "I en regel går det då inte att veta vilket som menas.",
            "In a rule nobody could then know which is meant.",
        ),
        cure=("Ge villkoret ett annat namn.", "Give the clause another name."),
    ),
)
