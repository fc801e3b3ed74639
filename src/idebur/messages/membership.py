"""Findings on joining, leaving and other procedures."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "no-way-to-join",
        Severity.WARNING,
        says=(
            "Det framgår inte hur man ansluter sig till överenskommelsen.",
            "It is not said how one joins the agreement.",
        ),
        why=(
            "En organisation som vill vara med vet inte vart den ska vända sig.",
            "An organisation that wants to join does not know where to turn.",
        ),
        cure=(
            "Skriv ett förfarande med kind: join. Är den inte öppen för fler: procedures: {{join: none}}.",
            "Write a procedure with kind: join. If it is not open to others: procedures: {{join: none}}.",
        ),
    ),
    Entry.of(
        "no-way-to-leave",
        Severity.NOTE,
        says=(
            "Det framgår inte hur man lämnar överenskommelsen.",
            "It is not said how one leaves the agreement.",
        ),
        why=(
            "Den som vill lämna vet inte vem som ska få veta det, eller när det gäller.",
            "Whoever wants to leave does not know whom to tell, or from when it holds.",
        ),
        cure=(
            "Skriv ett förfarande med kind: leave.",
            "Write a procedure with kind: leave.",
        ),
    ),
    Entry.of(
        "joining-open-to-not-said",
        Severity.WARNING,
        says=("”{element}”: det framgår inte vilka som får ansluta sig.", '"{element}": it is not said who may join.'),
        why=(
            "Den som prövar en ansökan har inget att pröva den mot.",
            "Whoever judges an application has nothing to judge it by.",
        ),
        cure=(
            "Skriv open-to: med en regel, till exempel open-to: sector is civil-society and democratic.",
            "Write open-to: and a rule, for instance open-to: sector is civil-society and democratic.",
        ),
    ),
    Entry.of(
        "joining-nobody-approves",
        Severity.WARNING,
        says=(
            "”{element}”: det framgår inte vem som godkänner den som vill ansluta sig.",
            '"{element}": it is not said who approves those who want to join.',
        ),
        why=(
            "En ansökan kan bli liggande, eller godkännas av någon som inte får.",
            "An application can be left lying, or be approved by somebody who may not.",
        ),
        cure=(
            "Skriv ett steg: {{who: …, does: approve}}. Godkänner ingen: {{who: none, does: approve}}.",
            "Write a step: {{who: …, does: approve}}. If nobody does: {{who: none, does: approve}}.",
        ),
    ),
    Entry.of(
        "approver-is-applicant",
        Severity.WARNING,
        says=(
            "”{element}”: den som ansöker godkänner sig själv.",
            '"{element}": the applicant approves itself.',
        ),
        why=("Då är det ingen prövning.", "It is then no judgement at all."),
        cure=(
            "Rätta who i steget, eller skriv does: apply om det är ansökan som menas.",
            "Correct who in the step, or write does: apply if the application is meant.",
        ),
    ),
    Entry.of(
        "approver-outside",
        Severity.WARNING,
        says=(
            "”{element}”: {actor} godkänner nya, men är varken part eller organ i överenskommelsen.",
            '"{element}": {actor} approves new ones, but is neither a party nor a body of the agreement.',
        ),
        why=(
            "En utomstående avgör då vilka som är med, utan att vara bunden av något.",
            "An outsider then settles who is in, without being bound by anything.",
        ),
        cure=(
            "Rätta who i steget, eller flytta aktören till parties eller bodies, eller skriv part-of: på den.",
            "Correct who in the step, or move the actor to parties or bodies, or write part-of: on it.",
        ),
    ),
    Entry.of(
        "leaving-told-to-nobody",
        Severity.WARNING,
        says=(
            "”{element}”: det framgår inte vem man ska meddela att man lämnar.",
            '"{element}": it is not said whom to tell that one leaves.',
        ),
        why=(
            "Ett utträde som ingen får veta om märks först när någon saknas.",
            "A withdrawal that nobody is told of shows only when somebody is missing.",
        ),
        cure=(
            "Skriv till exempel steps: [{{who: leaver, does: notify, to: partnership}}].",
            "Write for instance steps: [{{who: leaver, does: notify, to: partnership}}].",
        ),
    ),
    Entry.of(
        "leaving-notice-not-said",
        Severity.NOTE,
        says=(
            "”{element}”: det framgår inte hur lång tid i förväg man ska meddela.",
            '"{element}": it is not said how long beforehand one gives notice.',
        ),
        why=(
            "Då är det oklart från vilken dag utträdet gäller.",
            "It is then unclear from which day the withdrawal holds.",
        ),
        cure=(
            "Skriv notice: i steget, till exempel notice: 3 months; utan uppsägningstid: notice: none.",
            "Write notice: in the step, for instance notice: 3 months; if there is none, notice: none.",
        ),
    ),
    Entry.of(
        "procedure-without-steps",
        Severity.NOTE,
        says=("”{element}” säger inte hur det går till.", '"{element}" does not say how it is done.'),
        why=(
            "Den som behöver det får fråga sig fram.",
            "Whoever needs it has to ask around.",
        ),
        cure=(
            "Skriv steps: med ett steg per rad, till exempel {{who: partnership, does: decide}}.",
            "Write steps: with one step a line, for instance {{who: partnership, does: decide}}.",
        ),
    ),
    Entry.of(
        "step-nobody-takes",
        Severity.NOTE,
        says=(
            "”{element}”: det framgår inte vem som tar steget ”{step}”.",
            '"{element}": it is not said who takes the step "{step}".',
        ),
        why=("Ett steg som är allas blir lätt ingens.", "A step that is everybody's easily becomes nobody's."),
        cure=("Skriv who: i steget.", "Write who: in the step."),
    ),
    Entry.of(
        "joined-twice",
        Severity.WARNING,
        says=("”{element}” står två gånger för samma tid.", '"{element}" is listed twice for the same time.'),
        why=(
            "Den räknas dubbelt i varje uppgift om hur många som är med.",
            "It is counted twice in every figure of how many have joined.",
        ),
        cure=(
            "Ta bort den ena raden, eller skriv until: på den äldre.",
            "Remove one of the rows, or write until: on the older.",
        ),
    ),
)
