"""Findings on dates."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

_CURE = ("Rätta det ena datumet.", "Correct one of the dates.")

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "ends-before-it-begins",
        Severity.ERROR,
        says=(
            "”{element}” slutar {until} men börjar först {since}.",
            '"{element}" ends {until} but begins only {since}.',
        ),
        why=("Det har aldrig gällt.", "It has never held."),
        cure=_CURE,
    ),
    Entry.of(
        "event-before-what-it-follows",
        Severity.ERROR,
        says=(
            "”{element}” är daterad {when}, före ”{other}” ({earlier}) som den ska ha följt på.",
            '"{element}" is dated {when}, before "{other}" ({earlier}) which it is to have followed.',
        ),
        why=("Datumen och ordningen kan inte båda stämma.", "The dates and the order cannot both be right."),
        cure=("Rätta det ena datumet, eller after.", "Correct one of the dates, or after."),
    ),
    Entry.of(
        "event-before-the-end-of-what-it-follows",
        Severity.WARNING,
        says=(
            "”{element}” är daterad {when}, innan ”{other}” var slut ({ends}).",
            '"{element}" is dated {when}, before "{other}" had ended ({ends}).',
        ),
        why=(
            "Beslutas något innan remissen är slut har alla svar inte kunnat vägas in.",
            "What is decided before a referral is over cannot have heeded every answer.",
        ),
        cure=_CURE,
    ),
    Entry.of(
        "events-in-a-ring",
        Severity.ERROR,
        says=(
            "”{element}” kommer, steg för steg, efter sig själv.",
            '"{element}" comes, step by step, after itself.',
        ),
        why=("Händelserna kan då inte ställas i ordning.", "The events can then not be put in order."),
        cure=("Ta bort eller rätta after i en av dem.", "Remove or correct after in one of them."),
    ),
    Entry.of(
        "stage-before-what-it-follows",
        Severity.WARNING,
        says=(
            "”{element}” är daterad {when}, men först {earlier} kom ”{other}”.",
            '"{element}" is dated {when}, but "{other}" came only {earlier}.',
        ),
        why=(
            "Den som undertecknade hade då ännu inget beslut att stödja sig på.",
            "Whoever signed had as yet no decision to rest on.",
        ),
        cure=_CURE,
    ),
    Entry.of(
        "turning-point-without-date",
        Severity.NOTE,
        says=("Det framgår inte när ”{element}” skedde.", 'It is not said when "{element}" took place.'),
        why=(
            "Utan datum går det inte att säga vad som gällde en viss dag.",
            "Without a date nobody can say what held on a given day.",
        ),
        cure=(
            "Skriv when:; ett år eller en årstid räcker, till exempel when: 2018-autumn.",
            "Write when:; a year or a season is enough, for instance when: 2018-autumn.",
        ),
    ),
    Entry.of(
        "held-otherwise-than-planned",
        Severity.NOTE,
        says=(
            "”{element}” var planerad till {planned} men är daterad {when}.",
            '"{element}" was planned for {planned} but is dated {when}.',
        ),
        why=(
            "Det kan ha skjutits upp, eller så är ett datum fel.",
            "It may have been put off, or one date may be wrong.",
        ),
        cure=("Kontrollera datumen; stämmer de behövs ingenting.", "Check the dates; if they are right, do nothing."),
    ),
    Entry.of(
        "version-before-what-it-revises",
        Severity.ERROR,
        says=(
            "Lydelsen ”{element}” gäller från {since}, men ”{other}”, som den bygger på, först från {earlier}.",
            'The version "{element}" holds from {since}, but "{other}", which it was made from, only from {earlier}.',
        ),
        why=("En text kan inte ändra det som ännu inte finns.", "A text cannot change what is not there yet."),
        cure=("Rätta since i den ena, eller revises.", "Correct since in one of them, or revises."),
    ),
    Entry.of(
        "past-version-after-present",
        Severity.ERROR,
        says=(
            "Lydelsen ”{element}” är tidigare men gäller från {since}, efter den nuvarande ({present}).",
            'The version "{element}" is past but holds from {since}, after the present one ({present}).',
        ),
        why=("Det som är tidigare kan inte ha kommit senare.", "What is past cannot have come later."),
        cure=("Rätta since eller status.", "Correct since or status."),
    ),
)
