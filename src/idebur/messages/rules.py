"""Findings on what rules come to."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "rule-nobody-meets",
        Severity.WARNING,
        says=("Ingen kan uppfylla ”{rule}”.", 'Nobody can meet "{rule}".'),
        why=(
            "Villkoren utesluter varandra, så alla får nej, vad de än är.",
            "Its conditions exclude each other, so everybody is refused, whatever they are.",
        ),
        cure=(
            "Rätta regeln: ofta ska and vara or, eller så är en gräns omvänd. Är det menat så, skriv never.",
            "Correct the rule: often and should be or, or a bound is the wrong way round. If it is meant, write never.",
        ),
    ),
    Entry.of(
        "rule-everybody-meets",
        Severity.NOTE,
        says=("Alla uppfyller ”{rule}”.", 'Everybody meets "{rule}".'),
        why=(
            "Regeln ser ut att ställa krav, men släpper in vem som helst.",
            "The rule seems to ask for something, but lets anybody in.",
        ),
        cure=(
            "Rätta regeln: ofta ska or vara and. Är den öppen för alla, skriv always.",
            "Correct the rule: often or should be and. If it is open to all, write always.",
        ),
    ),
    Entry.of(
        "clause-never-matters",
        Severity.NOTE,
        says=(
            "Villkoret ”{element}” gör ingen skillnad: det som står bredvid avgör redan.",
            'The condition "{element}" makes no difference: what stands beside it settles the matter already.',
        ),
        why=(
            "Den som läser tror att villkoret prövas, och den som ändrar det ändrar ingenting.",
            "Whoever reads it believes that the condition counts, and whoever changes it changes nothing.",
        ),
        cure=(
            "Ta bort det ur reglerna, eller rätta det eller det som står bredvid.",
            "Take it out of the rules, or correct it or what stands beside it.",
        ),
    ),
    Entry.of(
        "rule-shuts-out-member",
        Severity.WARNING,
        says=(
            "”{element}” är ansluten, men får inte ansluta sig enligt reglerna ({known}).",
            '"{element}" has joined, but may not join by the rules ({known}).',
        ),
        why=(
            "Antingen är regeln snävare än det ni gör, eller så är den som är med fel beskriven.",
            "Either the rule is narrower than what you do, or the member is described wrongly.",
        ),
        cure=(
            "Vidga open-to, eller rätta uppgifterna. Har den lämnat: skriv until: på raden.",
            "Widen open-to, or correct what is said of it. If it has left, write until: on the row.",
        ),
    ),
)
