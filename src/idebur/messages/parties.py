"""Findings on parties."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "fewer-than-two-parties",
        Severity.WARNING,
        says=(
            "Överenskommelsen behöver minst två parter; filen har {number}.",
            "An agreement takes at least two parties; the file has {number}.",
        ),
        why=("Det krävs två för att komma överens.", "It takes two to agree."),
        cure=(
            "Skriv parterna under parties, en nyckel för var och en.",
            "Write the parties under parties, one key for each.",
        ),
    ),
    Entry.of(
        "class-nobody-speaks-for",
        Severity.WARNING,
        says=(
            "Det framgår inte vem som för talan för ”{element}”.",
            'It is not said who speaks for "{element}".',
        ),
        why=(
            "En hel grupp av organisationer kan inte själv förhandla, svara eller komma till ett möte.",
            "A whole class of organisations cannot itself negotiate, answer or come to a meeting.",
        ),
        cure=(
            "Skriv who: {{speaks: …}} på parten, med den som för talan.",
            "Write who: {{speaks: …}} on the party, with the one who speaks for it.",
        ),
    ),
    Entry.of(
        "party-nobody-signs-for",
        Severity.WARNING,
        says=("Det framgår inte vem som undertecknar för ”{element}”.", 'It is not said who signs for "{element}".'),
        why=(
            "Utan underskrift är det oklart om parten är bunden.",
            "Without a signature it is unclear whether the party is bound.",
        ),
        cure=(
            "Skriv who: {{signs: …}} på parten, eller en rad under signing: signers: med of: och parten.",
            "Write who: {{signs: …}} on the party, or a line under signing: signers: with of: and the party.",
        ),
    ),
    Entry.of(
        "party-without-sector",
        Severity.WARNING,
        says=(
            "Det framgår inte vilken sektor ”{element}” hör till.",
            'It is not said to which sector "{element}" belongs.',
        ),
        why=(
            "Balansen mellan sektorerna, och vem som samverkar med vem, går då inte att se.",
            "The balance between the sectors, and who works with whom, cannot then be seen.",
        ),
        cure=(
            "Skriv till exempel sector: civil-society eller sector: public.",
            "Write for instance sector: civil-society or sector: public.",
        ),
    ),
    Entry.of(
        "class-without-bounds",
        Severity.NOTE,
        says=(
            "Det framgår inte vilka som hör till ”{element}”.",
            'It is not said who belongs to "{element}".',
        ),
        why=(
            "Den som undrar om den själv är part får inget svar.",
            "Whoever wonders whether it is itself a party gets no answer.",
        ),
        cure=(
            "Skriv en regel, till exempel rule: sector is civil-society and democratic, eller forms: eller traits:.",
            "Write a rule, for instance rule: sector is civil-society and democratic, or forms: or traits:.",
        ),
    ),
    Entry.of(
        "umbrella-members-not-said",
        Severity.NOTE,
        says=("Det framgår inte vilka ”{element}” samlar.", 'It is not said whom "{element}" gathers.'),
        why=(
            "Då går det inte att se vilka som nås, eller företräds, genom den.",
            "Nobody can then see who is reached, or represented, through it.",
        ),
        cure=(
            "Skriv members: med dem, eller {{among-others: […]}} om bara några nämns.",
            "Write members: and who they are, or {{among-others: […]}} where only some are named.",
        ),
    ),
    Entry.of(
        "umbrella-binding-not-said",
        Severity.NOTE,
        says=(
            "Det framgår inte om det som ”{element}” undertecknar binder dess medlemmar.",
            'It is not said whether what "{element}" signs binds its members.',
        ),
        why=(
            "Medlemmarna kan tro att de är med, eller att de inte är det.",
            "Its members may believe that they are in, or that they are not.",
        ),
        cure=("Skriv binds-members: true eller false.", "Write binds-members: true or false."),
    ),
    Entry.of(
        "set-of-nobody",
        Severity.WARNING,
        says=("Gruppen ”{element}” räknar inte upp några.", 'The set "{element}" names nobody.'),
        why=(
            "Det som sägs om gruppen gäller då ingen bestämd.",
            "What is said of the set then holds for nobody in particular.",
        ),
        cure=(
            "Skriv members: med dem som ingår. Är det ett slag av organisationer: kind: class.",
            "Write members: and who they are. If it is a kind of organisations, write kind: class.",
        ),
    ),
)
