"""Findings on acceptances: those that accept nothing."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "acceptance-unused",
        Severity.WARNING,
        says=(
            "Filen godtar ”{found}”{where}, men där finns inget sådant att godta.",
            'The file accepts "{found}"{where}, but there is nothing of the kind to accept.',
        ),
        why=(
            "Bristen är avhjälpt, eller platsen är felskriven; då kan en ny brist döljas av misstag.",
            "The flaw has been mended, or the place is misspelt; a new flaw could then be hidden by mistake.",
        ),
        cure=(
            "Ta bort raden ur accepted, eller rätta den plats som anges i at.",
            "Take the line out of accepted, or correct the place given in at.",
        ),
    ),
    Entry.of(
        "acceptance-of-unknown-code",
        Severity.WARNING,
        says=(
            "Filen godtar ”{found}”, men ingen kontroll heter så.",
            'The file accepts "{found}", but no check has that code.',
        ),
        why=("Raden har ingen verkan.", "The line has no effect."),
        cure=(
            "Rätta koden; den står inom hakparentes i meddelandet från kontrollen.",
            "Correct the code; it stands in brackets in the message from the check.",
        ),
    ),
)
