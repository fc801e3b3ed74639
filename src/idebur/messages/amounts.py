"""Findings on amounts of the wrong sort."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "time-without-unit",
        Severity.WARNING,
        says=(
            "”{said}” är ingen tid: den mäts i dagar, veckor, månader eller år.",
            '"{said}" is no time: that is measured in days, weeks, months or years.',
        ),
        why=(
            "Ingen kan räkna ut när tiden har gått.",
            "Nobody can work out when the time has passed.",
        ),
        cure=(
            "Skriv tidens enhet på engelska: hours, days, weeks, months, quarters, years eller terms (mandatperioder).",
            "Write the unit of time: hours, days, weeks, months, quarters, years or terms (of office).",
        ),
    ),
    Entry.of(
        "count-with-unit",
        Severity.WARNING,
        says=(
            "”{said}” är inget antal: här ska enheten ”{unit}” bort.",
            '"{said}" is no count: it has the unit "{unit}".',
        ),
        why=(
            "Antalet går inte att räkna med eller jämföra, och enheten säger att något annat menas.",
            "It cannot be counted with or compared, and the unit says that something else is meant.",
        ),
        cure=(
            "Skriv bara talet. Är det en tid eller en summa hör den hemma i ett annat fält.",
            "Write the number alone. If it is a time or a sum, it belongs in another field.",
        ),
    ),
    Entry.of(
        "count-in-parts",
        Severity.WARNING,
        says=("”{said}” är inget helt antal.", '"{said}" is no whole number.'),
        why=(
            "Det finns inga halva platser, möten eller personer.",
            "There are no half seats, meetings or persons.",
        ),
        cure=(
            "Skriv ett helt tal. Är det ett genomsnitt, skriv det i note; en andel skrivs under 1: 1/2.",
            "Write a whole number. If it is an average, write it in note; a share is below 1: 1/2.",
        ),
    ),
)
