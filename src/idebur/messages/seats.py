"""Findings on bodies and their seats."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "body-without-seats",
        Severity.WARNING,
        says=("Det framgår inte vilka som ingår i ”{element}”.", 'It is not said who is in "{element}".'),
        why=(
            "Ett organ utan ledamöter kan ingen kalla, fråga eller utse till.",
            "Nobody can be summoned, asked or appointed to a body without members.",
        ),
        cure=(
            "Skriv platserna, till exempel seats: {{sektorn: {{of: sector, count: 4}}}}.",
            "Write the seats, for instance seats: {{sector: {{of: sector, count: 4}}}}.",
        ),
    ),
    Entry.of(
        "seats-nobody-appoints",
        Severity.WARNING,
        says=(
            "Det framgår inte vem som utser till platsen ”{element}” i ”{body}”.",
            'It is not said who appoints to the seat "{element}" in "{body}".',
        ),
        why=(
            "Platsen kan stå tom, eller tas av den som hinner först.",
            "The seat can stand empty, or be taken by whoever comes first.",
        ),
        cure=(
            "Skriv who: {{appoints: …}}; utser den som platsen gäller själv: who: {{appoints: itself}}.",
            "Write who: {{appoints: …}}; where the one it is for appoints itself, who: {{appoints: itself}}.",
        ),
    ),
    Entry.of(
        "seat-for-nobody",
        Severity.WARNING,
        says=(
            "Det framgår inte vem platsen ”{element}” i ”{body}” är till för.",
            'It is not said for whom the seat "{element}" in "{body}" is.',
        ),
        why=(
            "Utan det går det inte att se vilka sidor som är med.",
            "Without it nobody can see which sides take part.",
        ),
        cure=(
            "Skriv of: med parten, one-each: med en grupp, eller ex-officio: med uppdraget.",
            "Write of: and the party, one-each: and a set, or ex-officio: and the office.",
        ),
    ),
    Entry.of(
        "one-each-over-nobody",
        Severity.WARNING,
        says=(
            "”{element}” ska vara en för var och en av ”{set}”, men där nämns inga.",
            'There is to be one "{element}" for each of "{set}", but it names nobody.',
        ),
        why=(
            "Antalet går inte att räkna ut, och ingen kan kallas.",
            "The number cannot be worked out, and nobody can be summoned.",
        ),
        cure=(
            "Skriv members: på gruppen, eller en rule: för vilka som hör dit.",
            "Write members: on the set, or a rule: for who belongs to it.",
        ),
    ),
    Entry.of(
        "ex-officio-of-no-office",
        Severity.ERROR,
        says=(
            "Platsen ”{element}” ska följa med ett uppdrag, men {actor} är inget uppdrag.",
            'The seat "{element}" goes with an office, but {actor} is no office.',
        ),
        why=(
            "Bara den som har ett uppdrag kan sitta i kraft av det.",
            "Only the holder of an office can sit by virtue of it.",
        ),
        cure=(
            "Lägg uppdraget under offices och nämn det här, eller skriv of: i stället för ex-officio:.",
            "Put the office under offices and name it here, or write of: instead of ex-officio:.",
        ),
    ),
    Entry.of(
        "ex-officio-of-another-actor",
        Severity.ERROR,
        says=(
            "Platsen ”{element}” är till för {owner}, men uppdraget ”{office}” hör till {held}.",
            'The seat "{element}" is for {owner}, but the office "{office}" belongs to {held}.',
        ),
        why=(
            "Den som har uppdraget skulle sitta för fel aktör.",
            "The holder of the office would sit for the wrong actor.",
        ),
        cure=(
            "Rätta of eller ex-officio på platsen, eller skriv part-of: på den som uppdraget hör till.",
            "Correct of or ex-officio of the seat, or write part-of: on the one the office belongs to.",
        ),
    ),
    Entry.of(
        "balance-side-without-seats",
        Severity.ERROR,
        says=(
            "I ”{element}” ska {side} ha sin del av platserna, men har ingen som räknas.",
            'In "{element}", {side} is to have its part of the seats, but has none that counts.',
        ),
        why=("Så som platserna står kan balansen aldrig nås.", "As the seats stand the balance can never be met."),
        cure=(
            "Lägg till en plats, rätta kind på den som finns, eller ange i balance: among: vilka slag som räknas.",
            "Add a seat, correct kind of the one there is, or say in balance: among: which kinds count.",
        ),
    ),
    Entry.of(
        "balance-cannot-be-met",
        Severity.ERROR,
        says=(
            "Balansen i ”{element}” kan inte nås med de platser som anges: {counts}.",
            'The balance in "{element}" cannot be met by the seats given: {counts}.',
        ),
        why=(
            "Antingen stämmer inte antalen, eller så bryter organet mot sin egen regel.",
            "Either the numbers are wrong, or the body breaks its own rule.",
        ),
        cure=(
            "Rätta count på platserna, eller skriv soft: true om balansen bara ska eftersträvas.",
            "Correct count of the seats, or write soft: true where the balance is only to be aimed at.",
        ),
    ),
    Entry.of(
        "balance-without-numbers",
        Severity.NOTE,
        says=(
            "Om balansen i ”{element}” uppnås går inte att säga: antalet platser anges inte.",
            'Whether the balance in "{element}" is met cannot be told: the number of seats is not said.',
        ),
        why=(
            "Balansen blir då en fråga för dem som utser, var för sig.",
            "The balance is then left to those who appoint, each for itself.",
        ),
        cure=("Skriv count: på platserna.", "Write count: on the seats."),
    ),
    Entry.of(
        "quorum-above-seats",
        Severity.ERROR,
        says=(
            "För beslut i ”{element}” krävs {quorum} närvarande, men där finns bara {seats} röstande.",
            'A decision in "{element}" takes {quorum} present, but only {seats} can vote.',
        ),
        why=("Organet kan aldrig fatta beslut.", "The body can never decide."),
        cure=("Rätta quorum, eller count på platserna.", "Correct quorum, or count of the seats."),
    ),
    Entry.of(
        "chair-turns-between-nobody",
        Severity.WARNING,
        says=(
            "Ordförandeskapet i ”{element}” ska växla, men det framgår inte mellan vilka.",
            'The chair of "{element}" goes round, but it is not said between whom.',
        ),
        why=("Ingen vet vems tur det är.", "Nobody knows whose turn it is."),
        cure=("Skriv among: med minst två i chair.", "Write among: and at least two in chair."),
    ),
    Entry.of(
        "body-without-order",
        Severity.NOTE,
        says=("Om ”{element}” framgår inte: {missing}.", 'Of "{element}" it is not said: {missing}.'),
        why=(
            "Så länge alla är överens märks det inte; därefter är det försent.",
            "As long as everybody agrees nobody notices; afterwards it is too late.",
        ),
        cure=(
            "Skriv till exempel chair: {{how: elected}} och decides: [{{rule: consensus}}].",
            "Write for instance chair: {{how: elected}} and decides: [{{rule: consensus}}].",
        ),
    ),
    Entry.of(
        "seat-counted-in-itself",
        Severity.ERROR,
        says=(
            "Platsen ”{element}” räknas in i sig själv.",
            'The seat "{element}" is counted in itself.',
        ),
        why=("Då räknas den inte någonstans.", "It is then counted nowhere."),
        cure=(
            "Rätta counted-in till den plats vars antal den ingår i.",
            "Correct counted-in to the seat in whose number it is included.",
        ),
    ),
)
