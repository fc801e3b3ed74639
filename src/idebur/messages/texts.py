"""Findings on texts and languages."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "text-in-curly-quotes",
        Severity.NOTE,
        says=(
            "Texten {text} har böjda citattecken omkring sig, och de blir en del av den.",
            "The text {text} has curly quotation marks around it, and they become a part of it.",
        ),
        why=(
            "Ordbehandlare böjer citattecken; bara raka skiljs från texten.",
            "Word processors curl quotation marks; only straight ones are told apart from the text.",
        ),
        cure=(
            "Skriv raka citattecken, eller inga alls. Hör de till namnet kan de stå kvar: godta anmärkningen.",
            "Write straight quotation marks, or none. If they belong to the name they can stay: accept the note.",
        ),
    ),
    Entry.of(
        "text-language-missing",
        Severity.WARNING,
        says=("”{said}” finns inte på {missing}.", '"{said}" is not there in {missing}.'),
        why=(
            "Filen säger i languages att alla texter ska finnas på de språken.",
            "The file says in languages that every text is to be in those languages.",
        ),
        cure=(
            "Skriv texten på varje språk: {{sv: …, en: …}}, eller ta bort språket ur languages.",
            "Write the text in each language, {{sv: …, en: …}}, or take the language out of languages.",
        ),
    ),
    Entry.of(
        "text-same-in-two-languages",
        Severity.NOTE,
        says=("”{said}” är likadan på två språk.", '"{said}" is the same in two languages.'),
        why=("Översättningen är troligen glömd.", "The translation has probably been forgotten."),
        cure=("Översätt den ena.", "Translate one of them."),
    ),
    Entry.of(
        "principle-without-title",
        Severity.WARNING,
        says=("Principen ”{element}” har ingen rubrik.", 'The principle "{element}" has no title.'),
        why=(
            "Rubriken är det som principen känns igen och jämförs på.",
            "The title is what a principle is known and compared by.",
        ),
        cure=("Skriv title: på principen.", "Write title: on the principle."),
    ),
    Entry.of(
        "principle-without-summary",
        Severity.NOTE,
        says=(
            "Det framgår inte vad principen ”{element}” innebär.",
            'It is not said what the principle "{element}" means.',
        ),
        why=(
            "Två principer med samma rubrik kan säga olika saker.",
            "Two principles with the same title can say different things.",
        ),
        cure=("Skriv summary: med egna ord.", "Write summary: in words of your own."),
    ),
    Entry.of(
        "agreement-without-title",
        Severity.WARNING,
        says=("Överenskommelsen har ingen titel.", "The agreement has no title."),
        why=("Ingen kan skilja den från andra i en lista.", "Nobody can tell it from others in a list."),
        cure=("Skriv title: överst i filen.", "Write title: at the top of the file."),
    ),
    Entry.of(
        "actor-without-name",
        Severity.NOTE,
        says=("”{element}” har inget namn.", '"{element}" has no name.'),
        why=(
            "I text och bild visas då nyckeln i stället.",
            "In texts and drawings the key is then shown instead.",
        ),
        cure=("Skriv name:.", "Write name:."),
    ),
    Entry.of(
        "definition-without-meaning",
        Severity.WARNING,
        says=("Det framgår inte vad ”{element}” betyder.", 'It is not said what "{element}" means.'),
        why=(
            "Ett ord som definieras utan betydelse läses olika av var och en.",
            "A word that is defined without a meaning is read differently by everybody.",
        ),
        cure=(
            "Skriv means:, eller also: med de ord som det står för.",
            "Write means:, or also: and the words it stands for.",
        ),
    ),
    Entry.of(
        "aim-never-told",
        Severity.NOTE,
        says=(
            "”{element}” nämns, men det framgår inte vad det är.",
            '"{element}" is named, but never said what it is.',
        ),
        why=(
            "Det som inte är sagt går inte att sträva mot eller följa upp.",
            "What is not told cannot be pursued or followed up.",
        ),
        cure=("Skriv text:.", "Write text:."),
    ),
    Entry.of(
        "clause-says-nothing",
        Severity.WARNING,
        says=("Villkoret ”{element}” säger ingenting.", 'The clause "{element}" says nothing.'),
        why=("Det kan då varken prövas eller förklaras.", "It can then be neither judged nor explained."),
        cure=(
            "Skriv rule: med en regel, eller says: med villkoret i ord om bara människor kan pröva det.",
            "Write rule: and a rule, or says: and the condition in words where only people can judge it.",
        ),
    ),
)
