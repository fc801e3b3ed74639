"""What the command itself says, beside the faults and findings: short phrases in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from idebur.messages import LANGUAGES, Lang

__all__ = ["FAMILY_TITLES", "PHRASES", "counted", "phrase"]

PHRASES: Mapping[str, tuple[str, str]] = {
    # --- the closing line of a check ---
    "agreement": ("{n} överenskommelse granskad", "{n} agreement checked"),
    "agreements": ("{n} överenskommelser granskade", "{n} agreements checked"),
    "clean": ("{checked}: inget att anmärka på", "{checked}: nothing to report"),
    "summary": ("{checked}: {counts}", "{checked}: {counts}"),
    "accepted": ("; {n} godtagen", "; {n} accepted"),
    "accepteds": ("; {n} godtagna", "; {n} accepted"),
    "fault": ("{n} fel i filen", "{n} fault"),
    "faults": ("{n} fel i filerna", "{n} faults"),
    "faults-of-one-file": ("{n} fel i filen", "{n} faults"),
    "error": ("{n} fel", "{n} error"),
    "errors": ("{n} fel", "{n} errors"),
    "warning": ("{n} varning", "{n} warning"),
    "warnings": ("{n} varningar", "{n} warnings"),
    "note": ("{n} anmärkning", "{n} note"),
    "notes": ("{n} anmärkningar", "{n} notes"),
    "explain-hint": (
        "Mer om ett meddelande: idebur explain {code}",
        "More about a message: idebur explain {code}",
    ),
    # --- a wrong argument ---
    "path-empty": ("en sökväg kan inte vara tom", "a path cannot be empty"),
    "path-with-nul": ("en sökväg kan inte innehålla tecknet NUL", "a path cannot hold the character NUL"),
    # --- explain ---
    "severity-fault": (
        "Fel i filen: den kan inte läsas förrän det är rättat.",
        "A fault: the file cannot be read until it is put right.",
    ),
    "severity-fault-register": (
        "Fel i registret eller kartan: inget prövas förrän det är rättat.",
        "A fault in the register or the map: nothing is screened until it is put right.",
    ),
    "severity-error": (
        "Fel: överenskommelsen kan läsas, men det här går inte ihop.",
        "An error: the agreement can be read, but this does not hold together.",
    ),
    "severity-warning": (
        "Varning: något som troligen bör ändras. Är det menat så kan det godtas i filen, med skäl.",
        "A warning: something that probably ought to change. If it is meant so, accept it in the file, with a reason.",
    ),
    "severity-note": (
        "Anmärkning: något att känna till. Den kan godtas, med skäl, under accepted i filen.",
        "A note: something to be aware of. It can be accepted, with a reason, under accepted in the file.",
    ),
    "says": ("Meddelandet", "What it says"),
    "why": ("Varför", "Why it matters"),
    "cure": ("Så rättas det", "The way out"),
    "unknown-code": (
        "Inget meddelande och ingen ordlista heter ”{code}”.",
        'No message or vocabulary is called "{code}".',
    ),
    "words-of": ("Ordlistan {vocabulary}, ord för ord:", "The vocabulary {vocabulary}, word by word:"),
    "own-words": (
        "Egna ord skrivs i filen: words: {{{vocabulary}: {{mitt-ord: {{label: mitt ord}}}}}}",
        "Your own words go in the file: words: {{{vocabulary}: {{my-word: {{label: my word}}}}}}",
    ),
    "all-vocabularies": (
        "Ordlistor, visas på samma sätt: {vocabularies}",
        "Vocabularies, shown in the same way: {vocabularies}",
    ),
    "all-codes": ("Alla meddelanden visas med: idebur explain", "To list them all: idebur explain"),
    "one-code": ("Mer om ett av dem: idebur explain KOD", "More about one of them: idebur explain CODE"),
    # --- show ---
    "did-you-mean": ("Menade du {guess}?", "Did you mean {guess}?"),
    "unknown-element": (
        "Ingenting i överenskommelsen heter ”{name}”.",
        'Nothing in the agreement is called "{name}".',
    ),
    "ambiguous-element": (
        "”{name}” kan vara flera saker. Skriv en av: {paths}.",
        '"{name}" can mean several things. Write one of: {paths}.',
    ),
    "all-elements": ("Där finns: {names}.", "There are: {names}."),
    "not-alone": (
        "I {path} finns flera överenskommelser. Ange en av dem: {paths}.",
        "{path} holds several agreements. Name one of them: {paths}.",
    ),
    # --- new and schema ---
    "exists": (
        "{path} finns redan och skrivs inte över. Ange ett annat namn, eller flytta undan filen först.",
        "{path} exists already and is not overwritten. Give another name, or move the file away first.",
    ),
    "folder-missing": (
        "Mappen {folder} finns inte. Skapa den först.",
        "There is no folder {folder}. Make it first.",
    ),
    "not-written": ("{path} går inte att skriva: {reason}.", "{path} cannot be written: {reason}."),
    "output-not-written": (
        "Det som skulle skrivas ut kom inte fram: {reason}.",
        "What was to be printed did not get through: {reason}.",
    ),
    "is-folder": (
        "{path} är en mapp. Ange en fil, till exempel {example}.",
        "{path} is a folder. Name a file, such as {example}.",
    ),
    "written": ("{path} är skriven.", "Wrote {path}."),
    "new-next": (
        "{path} är skriven. Granska den med: idebur check {path}",
        "Wrote {path}. Check it with: idebur check {path}",
    ),
    # --- screen ---
    "stage-reading": ("Läser registret …", "Reading the register …"),
    "stage-distinguishing": ("Skiljer raderna åt …", "Telling the rows apart …"),
    "stage-judging": ("Prövar {n} olika fall …", "Judging {n} different cases …"),
    "stage-writing": ("Skriver {n} rader …", "Writing {n} rows …"),
    "engine-missing": (
        "Motorn {engine} är inte installerad. Installera den med: pip install 'idebur[{extra}]'",
        "The engine {engine} is not installed. Install it with: pip install 'idebur[{extra}]'",
    ),
    "engine-stopped-spark": (
        "Spark kommer inte igång [{reason}]. Motorn behöver Java 17 eller senare; utan Java, välj --engine duckdb.",
        "Spark does not start [{reason}]. It needs Java 17 or later; without Java, choose --engine duckdb.",
    ),
    "register-is-result": (
        "{path} skulle ersätta en fil som läses: registret, kartan eller en överenskommelse. Ange en annan fil.",
        "{path} would replace a file that is read: the register, the map or an agreement. Name another file.",
    ),
    "target-is-folder": (
        "{path} går inte att skriva: det är en mapp som idebur inte har skrivit. Ange en fil eller flytta mappen.",
        "{path} cannot be written: it is a folder that idebur did not write. Name a file, or move the folder away.",
    ),
    "target-is-no-file": (
        "{path} går inte att skriva: det är ingen vanlig fil utan ett rör, en enhet eller dylikt. Ange en annan fil.",
        "{path} cannot be written: it is no regular file, but a pipe, a device or the like. Name another file.",
    ),
    "target-of-another-format": (
        "{path} går inte att skriva: resultatet är Parquet. Ange en fil vars namn slutar på .parquet.",
        "{path} cannot be written: the result is Parquet. Name a file whose name ends in .parquet.",
    ),
    "screened-rows": ("{rows}, {cases}.", "{rows}, {cases}."),
    "screened-agreement": ("Överenskommelse", "Agreement"),
    "screened-yes": ("ja", "yes"),
    "screened-no": ("nej", "no"),
    "screened-unknown": ("okänt", "unknown"),
    "screened-failed": ("{key}: detta faller det oftast på", "{key}: what fails most often"),
    "screened-missing": ("{key}: detta är oftast inte känt", "{key}: what is most often not known"),
    "screened-to": (
        "{result} har ett svar för varje rad, {reasons} skälen i ord; de hör ihop genom combination.",
        "{result} has an answer for each row, {reasons} the reasons in words; they are joined by combination.",
    ),
    "screened-parts": (
        "Resultatet är en mapp med delar: så skriver Spark.",
        "The result is a folder of parts: that is how Spark writes.",
    ),
    # --- when idebur itself fails ---
    "stopped": ("Avbrutet.", "Stopped."),
    "bug": (
        "Det här är ett fel i idebur, inte i din fil: {error}",
        "This is a bug in idebur, not in your file: {error}",
    ),
    "bug-report": (
        "Kör kommandot igen som idebur --debug … och skicka det som skrivs ut till projektets ärendelista.",
        "Run it again as idebur --debug … and send what it prints to the project's issue tracker.",
    ),
    "about": ("idebur {version}, Python {python}, {system}", "idebur {version}, Python {python}, {system}"),
}
"""Each phrase in Swedish and then in English; what stands in braces is filled in."""

FAMILY_TITLES: Mapping[str, tuple[str, str]] = {
    "documents": ("Filer", "Files"),
    "values": ("Värden", "Values"),
    "names": ("Namn", "Names"),
    "notations": ("Datum, mängder, takter, hänvisningar och regler", "Dates, amounts, cadences, citations and rules"),
    "registers": ("Register och kartor", "Registers and maps"),
    "keys": ("Nycklar", "Keys"),
    "numbering": ("Numrering och ordning", "Numbering and order"),
    "dates": ("Tidsföljd", "Dates in order"),
    "parties": ("Parter", "Parties"),
    "seats": ("Platser", "Seats"),
    "membership": ("Anslutning och utträde", "Joining and leaving"),
    "rules": ("Regler", "Rules"),
    "meetings": ("Möten", "Meetings"),
    "follow_up": ("Planer och uppföljning", "Plans and follow-up"),
    "commitments": ("Åtaganden", "Commitments"),
    "provenance": ("Källor", "Sources"),
    "texts": ("Språk", "Languages"),
    "amounts": ("Mängder", "Amounts"),
    "vagueness": ("Vaga ord", "Vague words"),
    "acceptance": ("Godtagna fynd", "Accepted findings"),
}
"""What each family of messages is called."""


def phrase(name: str, lang: Lang, /, **params: Any) -> str:
    """Fill a phrase in, in one language."""
    return PHRASES[name][LANGUAGES.index(lang)].format(**params)


def counted(name: str, n: int, lang: Lang) -> str:
    """Fill a phrase in that has a form for one and a form for several (or none)."""
    return phrase(name if n == 1 else f"{name}s", lang, n=n)
