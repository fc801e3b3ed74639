"""Findings on sources."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "element-without-citation",
        Severity.WARNING,
        says=(
            "”{element}” anger inte var i källan det står.",
            '"{element}" does not say where in the source it stands.',
        ),
        why=(
            "Det som inte går att slå upp går inte heller att kontrollera.",
            "What cannot be looked up cannot be verified either.",
        ),
        cure=(
            "Skriv cites: med stället, till exempel cites: plan.1.",
            "Write cites: and the place, for instance cites: plan.1.",
        ),
    ),
    Entry.of(
        "agreement-without-source",
        Severity.NOTE,
        says=(
            "Filen anger inget dokument som överenskommelsen står i.",
            "The file names no document in which the agreement stands.",
        ),
        why=(
            "Ingenting i filen kan då slås upp i den beslutade texten.",
            "Nothing in the file can then be looked up in the text that was decided.",
        ),
        cure=(
            "Skriv till exempel documents: {{texten: {{kind: agreement}}}} och source: texten.",
            "Write for instance documents: {{the-text: {{kind: agreement}}}} and source: the-text.",
        ),
    ),
    Entry.of(
        "document-without-places",
        Severity.NOTE,
        says=(
            "Ställen i ”{element}” åberopas (först ”{place}”), men dokumentet räknar inte upp sina ställen.",
            'Places in "{element}" are cited (first "{place}"), but the document does not list its places.',
        ),
        why=("Ett felskrivet ställe upptäcks då inte.", "A misspelt place will then not be found out."),
        cure=(
            "Skriv places: på dokumentet, till exempel places: [bakgrund, plan].",
            "Write places: on the document, for instance places: [background, plan].",
        ),
    ),
    Entry.of(
        "document-by-nobody",
        Severity.NOTE,
        says=(
            "”{element}” åberopas, men det framgår inte vem som har gjort det.",
            '"{element}" is cited, but it is not said who made it.',
        ),
        why=(
            "Den som har gjort dokumentet är den som står för uppgiften.",
            "Whoever made the document stands behind what it says.",
        ),
        cure=(
            "Skriv by: på dokumentet, eller asserted-by: i hänvisningen.",
            "Write by: on the document, or asserted-by: in the citation.",
        ),
    ),
    Entry.of(
        "document-known-through-itself",
        Severity.ERROR,
        says=(
            "”{element}” är känt bara genom sig självt.",
            '"{element}" is known only through itself.',
        ),
        why=("Ingen har då läst något.", "Nobody has then read anything."),
        cure=(
            "Rätta known-through till det dokument som lästes.",
            "Correct known-through to the document that was read.",
        ),
    ),
    Entry.of(
        "sources-differ",
        Severity.NOTE,
        says=(
            "Om ”{element}” säger källorna olika: {said}.",
            'Of "{element}" the sources say different things: {said}.',
        ),
        why=(
            "Ett svar som beror på det blir okänt.",
            "An answer that depends on it becomes unknown.",
        ),
        cure=(
            "Vet du vilken som stämmer: skriv bara den. Annars kan båda stå kvar.",
            "If you know which is right, write only that one. Otherwise both can stay.",
        ),
    ),
)
