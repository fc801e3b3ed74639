"""Findings on keys and references."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

_UNUSED = (
    "Antingen är det överflödigt, eller så saknas en hänvisning till det.",
    "Either it is not needed, or a reference to it is missing.",
)
_UNUSED_CURE = (
    "Hänvisa till det där det hör hemma, eller ta bort det.",
    "Refer to it where it belongs, or remove it.",
)

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "document-never-used",
        Severity.NOTE,
        says=(
            "Dokumentet ”{element}” används inte: inget hänvisar till det.",
            'The document "{element}" is not used: nothing refers to it.',
        ),
        why=_UNUSED,
        cure=_UNUSED_CURE,
    ),
    Entry.of(
        "actor-never-named",
        Severity.NOTE,
        says=("Aktören ”{element}” nämns inte någonstans.", 'The actor "{element}" is named nowhere.'),
        why=_UNUSED,
        cure=_UNUSED_CURE,
    ),
    Entry.of(
        "office-never-named",
        Severity.NOTE,
        says=(
            "Uppdraget ”{element}” nämns inte någonstans, och det framgår inte vad det är till för.",
            'The office "{element}" is named nowhere, and what it is for is not said.',
        ),
        why=_UNUSED,
        cure=(
            "Skriv does:, of: eller who: på uppdraget, eller ta bort det.",
            "Write does:, of: or who: on the office, or remove it.",
        ),
    ),
    Entry.of(
        "clause-never-used",
        Severity.NOTE,
        says=("Villkoret ”{element}” används inte i någon regel.", 'The clause "{element}" is used in no rule.'),
        why=(
            "Ett villkor som ingen regel nämner ställs inte på någon.",
            "A clause that no rule names is asked of nobody.",
        ),
        cure=(
            "Nämn det i en regel, till exempel open-to: {element}, eller ta bort det.",
            "Name it in a rule, for instance open-to: {element}, or remove it.",
        ),
    ),
    Entry.of(
        "fact-never-used",
        Severity.NOTE,
        says=("Uppgiften ”{element}” används inte i någon regel.", 'The fact "{element}" is used in no rule.'),
        why=(
            "Den som söker skulle få en fråga som inget beror på.",
            "An applicant would be asked a question on which nothing depends.",
        ),
        cure=("Nämn den i en regel, eller ta bort den.", "Name it in a rule, or remove it."),
    ),
    Entry.of(
        "replaced-and-kept",
        Severity.ERROR,
        says=(
            "”{element}” ersätter ”{other}”, men ”{other}” står kvar bredvid.",
            '"{element}" replaces "{other}", but "{other}" stays beside it.',
        ),
        why=("Båda kan inte gälla.", "Both cannot hold."),
        cure=(
            "Ta bort det som ersätts ur denna lydelse, sätt status: past på det, eller ta bort replaces.",
            "Take what is replaced out of this version, give it status: past, or remove replaces.",
        ),
    ),
    Entry.of(
        "amendment-ends-nothing",
        Severity.ERROR,
        says=(
            "Ändringen tar bort ”{element}”, men något sådant finns inte i det som ändras.",
            'The amendment takes "{element}" away, but what it amends has nothing called so.',
        ),
        why=(
            "Är nyckeln felstavad står det som skulle bort kvar, utan att någon märker det.",
            "If the key is misspelt, what was to go stays, and nobody notices.",
        ),
        cure=(
            "Rätta nyckeln, eller ta bort raden.",
            "Correct the key, or remove the line.",
        ),
    ),
    Entry.of(
        "refers-to-what-the-amendment-ends",
        Severity.WARNING,
        says=(
            "Ändringen tar bort ”{element}”, men det nämns fortfarande i {others}.",
            'The amendment takes "{element}" away, but it is still named in {others}.',
        ),
        why=(
            "Det som står kvar hänvisar då till något som inte längre finns.",
            "What stays then refers to something that is no longer there.",
        ),
        cure=(
            "Skriv också i ändringen hur det som hänvisar ska lyda, eller låt det som tas bort stå kvar.",
            "Write in the amendment also how what refers to it is to read, or let what is taken away stay.",
        ),
    ),
    Entry.of(
        "instead-is-absent-too",
        Severity.ERROR,
        says=(
            "”{element}” ska ha fått ”{other}” i sitt ställe, men inte heller det finns.",
            '"{element}" is to have "{other}" in its place, but there is none of that either.',
        ),
        why=("Det som kom i stället går inte att hitta.", "What came in its place cannot be found."),
        cure=("Rätta instead.", "Correct instead."),
    ),
    Entry.of(
        "link-to-itself",
        Severity.ERROR,
        says=(
            "Förbindelsen ”{element}” går från ”{other}” till sig själv.",
            'The link "{element}" leads from "{other}" to itself.',
        ),
        why=(
            "En text kan inte utgå från eller ersätta sig själv.",
            "A text cannot derive from or replace itself.",
        ),
        cure=(
            "Rätta subject eller to; utelämnas subject är det denna överenskommelse.",
            "Correct subject or to; where subject is left out it is this agreement.",
        ),
    ),
    Entry.of(
        "part-of-itself",
        Severity.ERROR,
        says=("{element} är, steg för steg, en del av sig själv.", "{element} is, step by step, a part of itself."),
        why=("Ingen av dem i ringen hör då till någon.", "None of those in the ring then belongs to anybody."),
        cure=("Rätta part-of i en av dem.", "Correct part-of in one of them."),
    ),
    Entry.of(
        "organisation-number-twice",
        Severity.ERROR,
        says=(
            "”{element}” har organisationsnummer {number}, som redan ”{other}” har.",
            '"{element}" has the organisation number {number}, which "{other}" has already.',
        ),
        why=(
            "De är samma organisation under två namn, eller så är ett nummer fel.",
            "They are one organisation under two names, or one number is wrong.",
        ),
        cure=("Slå ihop dem, eller rätta numret.", "Make them one, or correct the number."),
    ),
)
