"""Findings on commitments."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = (
    Entry.of(
        "commitment-nobody-bears",
        Severity.WARNING,
        says=(
            "Det framgår inte vem som har gjort åtagandet ”{element}”.",
            'It is not said whose commitment "{element}" is.',
        ),
        why=(
            "Ett åtagande som ingen bär kan ingen hållas till.",
            "Nobody can be held to a commitment that nobody bears.",
        ),
        cure=(
            "Skriv who: och den part eller det organ det gäller, till exempel who: all-parties.",
            "Write who: and the party or body it binds, for instance who: all-parties.",
        ),
    ),
    Entry.of(
        "commitment-owed-to-oneself",
        Severity.ERROR,
        says=(
            "I åtagandet ”{element}” lovar {actor} sig själv något.",
            'In the commitment "{element}", {actor} promises something to itself.',
        ),
        why=(
            "Ett löfte till sig själv kan ingen annan åberopa; troligen är who eller to fel.",
            "Nobody else can invoke a promise to oneself; who or to is probably wrong.",
        ),
        cure=(
            "Rätta who eller to. Gäller det partens inre arbete: skriv inside i stället för to.",
            "Correct who or to. If it is the party's internal matter, write inside instead of to.",
        ),
    ),
    Entry.of(
        "commitment-without-force",
        Severity.WARNING,
        says=(
            "Det framgår inte hur starkt åtagandet ”{element}” binder.",
            'It is not said how strongly the commitment "{element}" binds.',
        ),
        why=(
            "Det är skillnad på vad man ska, bör och får göra.",
            "What one shall, should and may do are different things.",
        ),
        cure=(
            "Skriv force: med textens eget ord, till exempel force: shall, should eller strives.",
            "Write force: in the words of the text, for instance force: shall, should or strives.",
        ),
    ),
    Entry.of(
        "commitment-without-deed",
        Severity.WARNING,
        says=(
            "Åtagandet ”{element}” säger inte vad som ska göras.",
            'The commitment "{element}" does not say what is to be done.',
        ),
        why=(
            "Då går det inte att se om det har hållits.",
            "Nobody can then see whether it has been kept.",
        ),
        cure=("Skriv does: och vad som ska göras.", "Write does: and what is to be done."),
    ),
    Entry.of(
        "protection-against-nothing",
        Severity.NOTE,
        says=(
            "”{element}” skyddar något men säger inte mot vad.",
            '"{element}" protects something but does not say against what.',
        ),
        why=(
            "Ett skydd får sin mening av det som annars kunde hända, till exempel förlorat stöd.",
            "A protection has its meaning from what could else happen, such as loss of support.",
        ),
        cure=(
            "Skriv till exempel against: [loss-of-support], eller against: not-said om texten tiger och godta det.",
            "Write for instance against: [loss-of-support]; if the text is silent, accept that under accepted.",
        ),
    ),
    Entry.of(
        "deadline-after-validity",
        Severity.ERROR,
        says=(
            "”{element}” ska vara gjort {day}, men överenskommelsen gäller bara till {until}.",
            '"{element}" is due {day}, but the agreement holds only until {until}.',
        ),
        why=(
            "När dagen kommer finns inget att hålla sig till.",
            "When the day comes there is nothing left to hold to.",
        ),
        cure=("Rätta dagen i due, eller tiden i validity.", "Correct the day in due, or the time in validity."),
    ),
    Entry.of(
        "commitment-contradicted",
        Severity.ERROR,
        says=(
            "”{element}” och ”{other}” säger tvärt emot varandra: samma sak ska både göras och inte göras.",
            '"{element}" and "{other}" contradict each other: the same thing is to be done and not to be done.',
        ),
        why=("Det går inte att hålla båda.", "Both cannot be kept."),
        cure=(
            "Rätta force i den ena, eller säg i when när var och en gäller.",
            "Correct force in one of them, or say in when on which condition each holds.",
        ),
    ),
    Entry.of(
        "exemption-without-ground",
        Severity.NOTE,
        says=(
            "Undantaget ”{element}” från ”{commitment}” säger inte när det gäller.",
            'The exception "{element}" to "{commitment}" does not say when it holds.',
        ),
        why=(
            "Ett undantag utan grund kan tömma åtagandet på innehåll.",
            "An exception without a ground can empty the commitment.",
        ),
        cure=(
            "Skriv kind:, text: eller document: i undantaget, till exempel kind: law.",
            "Write kind:, text: or document: in the exception, for instance kind: law.",
        ),
    ),
)
