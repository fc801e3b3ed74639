"""Findings on plans, reports and follow-up."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "routine-role-not-said",
        Severity.WARNING,
        says=("”{element}”: det framgår inte vem som {does}.", '"{element}": it is not said who {does} it.'),
        why=(
            "En plan som ingen beslutar gäller inte, och en rapport som ingen tar emot blir inte läst.",
            "A plan that nobody decides does not hold, and a report that nobody receives is not read.",
        ),
        cure=("Skriv who: {{{verb}: …}}.", "Write who: {{{verb}: …}}."),
    ),
    Entry.of(
        "routine-nobody-does",
        Severity.NOTE,
        says=("”{element}”: det framgår inte vem som gör det.", '"{element}": it is not said who does it.'),
        why=("Det som ingen ska göra blir sällan gjort.", "What nobody is to do is seldom done."),
        cure=("Skriv till exempel who: process-leader.", "Write for instance who: process-leader."),
    ),
    Entry.of(
        "plan-never-followed-up",
        Severity.WARNING,
        says=("Det framgår inte att ”{element}” följs upp.", 'It is not said that "{element}" is followed up.'),
        why=(
            "Utan uppföljning vet ingen om planen blev av.",
            "Without follow-up nobody knows whether the plan came about.",
        ),
        cure=(
            "Skriv en uppföljning under routines: {{kind: follow-up, of: …}}, eller who: {{follows-up: …}} på planen.",
            "Write a follow-up under routines: {{kind: follow-up, of: …}}, or who: {{follows-up: …}} on the plan.",
        ),
    ),
    Entry.of(
        "agreement-never-followed-up",
        Severity.WARNING,
        says=(
            "Det framgår inte att överenskommelsen följs upp.",
            "It is not said that the agreement is followed up.",
        ),
        why=(
            "En överenskommelse som ingen följer upp faller lätt i glömska.",
            "An agreement that nobody follows up is easily forgotten.",
        ),
        cure=(
            "Skriv en uppföljning under routines, med who: {{does: …, receives: …}} och every:.",
            "Write a follow-up under routines, with who: {{does: …, receives: …}} and every:.",
        ),
    ),
    Entry.of(
        "follow-up-of-nothing",
        Severity.NOTE,
        says=("Det framgår inte vad ”{element}” handlar om.", 'It is not said what "{element}" is about.'),
        why=(
            "Den som följer upp vet inte vad som ska mätas.",
            "Whoever follows up does not know what to measure.",
        ),
        cure=(
            "Skriv of: med planen eller målen, eller tasks: till exempel assess-goals.",
            "Write of: and the plan or the goals, or tasks: for instance assess-goals.",
        ),
    ),
    Entry.of(
        "routine-about-what-is-gone",
        Severity.ERROR,
        says=(
            "”{element}” handlar om ”{other}”, som inte längre finns eller som texten säger inte finns.",
            '"{element}" is about "{other}", which is no more, or which the text says there is none of.',
        ),
        why=("Det finns inget att handla om.", "There is nothing for it to be about."),
        cure=(
            "Hänvisa till det som har kommit i stället, eller ta bort hänvisningen.",
            "Refer to what has come in its place, or remove the reference.",
        ),
    ),
    Entry.of(
        "routine-about-itself",
        Severity.ERROR,
        says=("”{element}” handlar om sig själv.", '"{element}" is about itself.'),
        why=("Hänvisningen säger ingenting.", "The reference says nothing."),
        cure=("Rätta of: till det som avses.", "Correct of: to what is meant."),
    ),
    Entry.of(
        "presented-at-no-meeting",
        Severity.WARNING,
        says=(
            "”{element}” ska redovisas på ”{other}”, som inte är något möte.",
            '"{element}" is to be presented at "{other}", which is no meeting.',
        ),
        why=("Det finns ingen där som lyssnar.", "Nobody is there to listen."),
        cure=(
            "Rätta presented-at till ett möte, eller rätta kind på det som nämns.",
            "Correct presented-at to a meeting, or correct kind of what is named.",
        ),
    ),
    Entry.of(
        "conclusion-about-nothing",
        Severity.NOTE,
        says=(
            "Slutsatsen ”{element}” bedömer något, men det framgår inte vad.",
            'The conclusion "{element}" judges something, but it is not said what.',
        ),
        why=(
            "Utan ett syfte eller mål att hålla den mot kan ingen använda den.",
            "Without a purpose or goal to hold it against nobody can use it.",
        ),
        cure=("Skriv about: med det syfte eller mål som avses.", "Write about: and the purpose or goal it is about."),
    ),
    Entry.of(
        "conclusion-by-nobody",
        Severity.WARNING,
        says=(
            "Det framgår inte vem som drar slutsatsen ”{element}”.",
            'It is not said who draws the conclusion "{element}".',
        ),
        why=(
            "En slutsats väger så tungt som den som står för den.",
            "A conclusion carries the weight of whoever stands behind it.",
        ),
        cure=("Skriv by: med utvärderingen eller aktören.", "Write by: and the evaluation or the actor."),
    ),
)
