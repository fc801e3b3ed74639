"""Findings on meetings and how often things come back."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "body-never-meets",
        Severity.WARNING,
        says=(
            "Det framgår inte när eller hur ofta ”{element}” möts.",
            'It is not said when or how often "{element}" meets.',
        ),
        why=(
            "Ett organ som aldrig möts kan inte leda eller besluta något.",
            "A body that never meets can neither lead nor decide.",
        ),
        cure=(
            "Skriv till exempel meets: at least 4 a year, eller låt organet delta i ett möte under routines.",
            "Write for instance meets: at least 4 a year, or let the body attend a meeting under routines.",
        ),
    ),
    Entry.of(
        "meeting-nobody-attends",
        Severity.WARNING,
        says=("Det framgår inte vilka som deltar i ”{element}”.", 'It is not said who takes part in "{element}".'),
        why=("Den som kallar vet inte vem som ska kallas.", "Whoever calls it does not know whom to call."),
        cure=(
            "Skriv till exempel who: {{attends: all-parties}}.",
            "Write for instance who: {{attends: all-parties}}.",
        ),
    ),
    Entry.of(
        "meeting-how-often-not-said",
        Severity.NOTE,
        says=("Det framgår inte hur ofta ”{element}” hålls.", 'It is not said how often "{element}" is held.'),
        why=(
            "Då går det inte att säga att ett möte har uteblivit.",
            "Nobody can then say that a meeting was left out.",
        ),
        cure=(
            "Skriv till exempel every: year; säger texten bara ”regelbundet”: every: {{vague: regelbundet}}.",
            'Write for instance every: year; if the text only says "regularly": every: {{vague: regularly}}.',
        ),
    ),
    Entry.of(
        "cadence-relative-to-what-is-gone",
        Severity.ERROR,
        says=(
            "”{cadence}” räknas från ”{other}”, som inte längre finns eller som texten säger inte finns.",
            '"{cadence}" is counted from "{other}", which is no more, or which the text says there is none of.',
        ),
        why=("Tillfället kommer aldrig.", "The occasion will never come."),
        cure=(
            "Räkna från något som återkommer, eller skriv hur ofta i tid, till exempel 2 a year.",
            "Count from something that comes back, or say how often in time, for instance 2 a year.",
        ),
    ),
    Entry.of(
        "cadence-relative-to-unknown",
        Severity.WARNING,
        says=(
            "”{cadence}” räknas från ”{other}”, men hur ofta det återkommer framgår inte.",
            '"{cadence}" is counted from "{other}", but how often that comes back is not said.',
        ),
        why=("Då är ingendera bestämd i tid.", "Neither is then fixed in time."),
        cure=(
            "Skriv every: (eller meets:) på ”{other}”.",
            'Write every: (or meets:) on "{other}".',
        ),
    ),
    Entry.of(
        "cadences-in-a-ring",
        Severity.ERROR,
        says=(
            "När ”{element}” ska ske räknas i en ring, bara från sig själv.",
            'When "{element}" is to be is counted in a ring, from nothing but itself.',
        ),
        why=("Ingenting i ringen har en tid.", "Nothing in the ring has a time."),
        cure=(
            "Skriv för minst en av dem hur ofta i tid, till exempel every: year.",
            "Say for at least one of them how often in time, for instance every: year.",
        ),
    ),
    Entry.of(
        "cadence-contradicts-itself",
        Severity.ERROR,
        says=(
            "”{cadence}” säger emot sig: en del kräver fler gånger på ett år än en annan tillåter.",
            '"{cadence}" contradicts itself: one part asks for more times in a year than another allows.',
        ),
        why=("Det går inte att följa.", "It cannot be followed."),
        cure=("Rätta den ena delen.", "Correct one of the parts."),
    ),
    Entry.of(
        "open-more-often-than-held",
        Severity.ERROR,
        says=(
            "”{element}” hålls ”{every}” men ska vara öppet för {actor} ”{often}”, alltså oftare.",
            '"{element}" is held "{every}" but is to be open to {actor} "{often}", which is more often.',
        ),
        why=("Det finns inte så många möten att öppna.", "There are not so many meetings to open."),
        cure=("Rätta every eller open-to.", "Correct every or open-to."),
    ),
    Entry.of(
        "at-need-nobody-calls",
        Severity.NOTE,
        says=(
            "”{element}” möts vid behov, men det framgår inte vem som kallar.",
            '"{element}" meets at need, but it is not said who calls it.',
        ),
        why=(
            "Är behovet allas sak kallar lätt ingen.",
            "When the need is everybody's business, easily nobody calls.",
        ),
        cure=("Skriv till exempel who: {{convenes: …}}.", "Write for instance who: {{convenes: …}}."),
    ),
)
