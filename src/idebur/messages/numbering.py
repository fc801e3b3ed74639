"""Findings on numbers and order."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES", "SERIES"]

SERIES = {
    "principles": ("principerna", "the principles"),
    "aims": ("syftena och målen", "the aims"),
    "levels": ("nivåerna", "the levels"),
    "phases": ("faserna", "the phases"),
}
"""What is numbered, section by section, as it is called in Swedish and English."""

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "number-twice",
        Severity.ERROR,
        says=(
            "”{element}” har nummer {number}, som redan ”{first}” har.",
            '"{element}" has number {number}, which "{first}" has already.',
        ),
        why=(
            "Den som hänvisar till numret kan mena vilken som helst av dem.",
            "Whoever refers to the number can mean either of them.",
        ),
        cure=(
            "Rätta number i den ena så att det stämmer med texten.",
            "Correct number in one of them so that it agrees with the text.",
        ),
    ),
    Entry.of(
        "number-gap",
        Severity.WARNING,
        says=("Bland {section} saknas nummer {missing}.", "Among {section} there is no number {missing}."),
        why=(
            "Något har fallit bort ur filen, eller så hoppar texten själv över ett nummer.",
            "Something has been lost from the file, or the text itself leaves a number out.",
        ),
        cure=(
            "Lägg till det som saknas, eller rätta numren. Hoppar texten över numret: godta det under accepted.",
            "Add what is missing, or correct the numbers. If the text itself leaves it out, accept the gap.",
        ),
    ),
    Entry.of(
        "number-out-of-order",
        Severity.NOTE,
        says=(
            "”{element}” (nummer {number}) står efter ”{before}” (nummer {other}).",
            '"{element}" (number {number}) stands after "{before}" (number {other}).',
        ),
        why=(
            "Ordningen i filen är den som visas och jämförs.",
            "The order in the file is the one that is shown and compared.",
        ),
        cure=("Låt dem stå i nummerordning.", "Let them stand in the order of their numbers."),
    ),
    Entry.of(
        "numbered-in-part",
        Severity.NOTE,
        says=(
            "Bland {section} har några nummer men inte {missing}.",
            "Among {section} some have a number, but not {missing}.",
        ),
        why=(
            "Det går inte att veta var de onumrerade hör hemma.",
            "Nobody can know where those without a number belong.",
        ),
        cure=(
            "Skriv number på alla, eller på ingen om texten inte numrerar dem.",
            "Write number on all of them, or on none if the text does not number them.",
        ),
    ),
    Entry.of(
        "level-kind-of-other-height",
        Severity.ERROR,
        says=(
            "”{element}” har höjd {number} men är ett slag av nivån ”{level}”, som har höjd {height}.",
            '"{element}" has height {number} but is a kind of the level "{level}", which has height {height}.',
        ),
        why=(
            "De slag en nivå förekommer i ligger lika högt; annars är de egna nivåer.",
            "The kinds of one level stand equally high; otherwise they are levels of their own.",
        ),
        cure=(
            "Ta bort number från slaget, eller gör det till en egen nivå under levels.",
            "Leave number out of the kind, or make it a level of its own under levels.",
        ),
    ),
    Entry.of(
        "tool-at-no-level",
        Severity.NOTE,
        says=(
            "Det framgår inte på vilken nivå ”{element}” används.",
            'It is not said at which level "{element}" is used.',
        ),
        why=(
            "Ett arbetssätt utan nivå syns inte i matrisen.",
            "A tool without a level does not show in the matrix.",
        ),
        cure=("Skriv till exempel at: {{dialogue: [drafting]}}.", "Write for instance at: {{dialogue: [drafting]}}."),
    ),
)
