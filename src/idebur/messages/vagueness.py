"""Findings on vague words."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "time-vague",
        Severity.NOTE,
        says=("”{said}” säger inte hur lång tid det är.", '"{said}" does not say how long a time it is.'),
        why=(
            "När det blir skarpt läge mäter var och en med egen måttstock.",
            "When it comes to the point, everybody measures by a rule of their own.",
        ),
        cure=(
            "Enas om en tid, till exempel notice: 3 months; finns en gräns: {{vague: …, over: 1 month}}.",
            "Agree on a time, for instance notice: 3 months; where there is a bound: {{vague: …, over: 1 month}}.",
        ),
    ),
    Entry.of(
        "cadence-vague",
        Severity.NOTE,
        says=("”{said}” säger inte hur ofta det är.", '"{said}" does not say how often it is.'),
        why=(
            "Det går inte att säga att ett tillfälle har uteblivit.",
            "Nobody can say that an occasion was left out.",
        ),
        cure=(
            "Enas om hur ofta, till exempel every: at least 1 a year.",
            "Agree on how often, for instance every: at least 1 a year.",
        ),
    ),
    Entry.of(
        "amount-vague",
        Severity.NOTE,
        says=(
            "”{said}” säger inte hur mycket eller hur många det är.",
            '"{said}" does not say how much or how many it is.',
        ),
        why=(
            "Det går inte att räkna på, och inte att kontrollera.",
            "It cannot be counted on, nor verified.",
        ),
        cure=(
            "Enas om ett tal, eller om en gräns: {{vague: …, over: 2}}.",
            "Agree on a number, or on a bound: {{vague: …, over: 2}}.",
        ),
    ),
    Entry.of(
        "condition-vague",
        Severity.NOTE,
        says=(
            "”{said}” säger inte vad som krävs, så att det går att pröva.",
            '"{said}" does not say what is needed in a way that can be tested.',
        ),
        why=(
            "Två som prövar samma organisation kan komma till olika svar.",
            "Two who judge the same organisation can come to different answers.",
        ),
        cure=(
            "Skriv ett villkor under clauses med says: och textens ord, och nämn det i regeln.",
            "Write a clause under clauses with says: and the words of the text, and name it in the rule.",
        ),
    ),
)
