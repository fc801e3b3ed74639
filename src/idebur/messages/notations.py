"""Faults in the little languages: dates, amounts, cadences, citations and rules; the words for what was expected."""

from __future__ import annotations

from idebur.messages import Entry, Lang, Severity

__all__ = [
    "AN_AMOUNT",
    "A_BARE_NAME",
    "A_CITATION",
    "A_CLAIM",
    "A_DATE",
    "A_DOCUMENT",
    "A_KEY",
    "A_NUMBER",
    "A_PERIOD",
    "A_UNIT",
    "A_WORD",
    "ENTRIES",
    "THE_END",
]

A_BARE_NAME = {"sv": "bara namnet", "en": "the bare name"}
A_CITATION = {
    "sv": "ett ställe i ett dokument (plan.1 eller dokument#plan.1)",
    "en": "a place in a document (plan.1 or document#plan.1)",
}
A_CLAIM = {
    "sv": "ett påstående (en uppgift, eller namnet på ett villkor)",
    "en": "a claim (a fact, or the name of a clause)",
}
A_DATE = {
    "sv": "ett datum (2018, 2018-06, 2018-06-19, 2018-autumn)",
    "en": "a date (2018, 2018-06, 2018-06-19, 2018-autumn)",
}
A_DOCUMENT = {"sv": "ett dokuments nyckel", "en": "the key of a document"}
A_KEY = {"sv": "en nyckel", "en": "a key"}
A_NUMBER = {"sv": "ett tal", "en": "a number"}
A_PERIOD = {"sv": "en tidsrymd (year, half-year, month …)", "en": "a period (year, half-year, month …)"}
A_UNIT = {"sv": "en enhet (months, SEK, %)", "en": "a unit (months, SEK, %)"}
A_WORD = {"sv": "ett ord", "en": "a word"}
AN_AMOUNT = {"sv": "en mängd", "en": "an amount"}
THE_END = {"sv": "slutet på texten", "en": "the end of the text"}


def _fault(code: str, sv: tuple[str, str, str], en: tuple[str, str, str]) -> Entry:
    """Build an entry from (message, why, cure) in each language."""
    texts: list[dict[Lang, str]] = [{"sv": a, "en": b} for a, b in zip(sv, en, strict=True)]
    return Entry(code, Severity.FAULT, *texts)


ENTRIES: tuple[Entry, ...] = (
    _fault(
        "nothing-written",
        (
            "Här står ingenting, men här ska stå {expected}.",
            "En tom text säger inte om källan tiger eller om något glömdes.",
            "Skriv not-said om källan tiger, none om den säger att det inte finns, eller det som väntas.",
        ),
        (
            "Nothing is written here, where there should be {expected}.",
            "An empty text does not tell whether the source is silent or something was forgotten.",
            "Write not-said if the source is silent, none if it says there is none, or what is expected.",
        ),
    ),
    _fault(
        "text-ends-early",
        (
            "Texten tar slut för tidigt; här ska stå {expected}.",
            "En halv uppgift kan läsas på flera sätt, och programmet gissar inte.",
            "Skriv färdigt det som saknas efter den utpekade platsen.",
        ),
        (
            "The text ends too early; here should be {expected}.",
            "Half a statement can be read in several ways, and nothing is guessed.",
            "Finish what is missing after the place pointed at.",
        ),
    ),
    _fault(
        "unexpected-word",
        (
            "Här står ”{found}”, men här ska stå {expected}.",
            "Ett ord som inte förstås skulle annars tyst ändra vad överenskommelsen säger.",
            "Byt ordet mot något av dem som kan stå där, eller ta bort det.",
        ),
        (
            'Here stands "{found}", where there should be {expected}.',
            "A word that is not understood would otherwise silently change what the agreement says.",
            "Replace the word with one of those that can stand there, or take it away.",
        ),
    ),
    _fault(
        "strange-sign",
        (
            "Tecknet {found} betyder ingenting här.",
            "Korta uppgifter skrivs med ord, siffror och några få tecken: < <= = >= > ( ) , / % #.",
            "Skriv det med ord, eller ta bort tecknet.",
        ),
        (
            "The sign {found} means nothing here.",
            "Short values are written with words, digits and a few signs: < <= = >= > ( ) , / % #.",
            "Write it in words, or take the sign away.",
        ),
    ),
    _fault(
        "not-a-key",
        (
            "{found} kan inte vara en nyckel.",
            "Nycklar skrivs på ett enda sätt, så att två som ser olika ut aldrig menas vara samma.",
            "Använd små bokstäver, siffror och enstaka bindestreck: region-solvik.",
        ),
        (
            "{found} cannot be a key.",
            "Keys are written in one way only, so that two that look different are never meant to be the same.",
            "Use small letters, digits and single hyphens: region-solvik.",
        ),
    ),
    _fault(
        "not-text",
        (
            "Här står {found}, men det ska vara en kort text.",
            "YAML läser ord utan citattecken på sitt eget sätt: true blir ett ja, 1.10 blir talet 1.1.",
            "Skriv uppgiften som text, vid behov inom citattecken.",
        ),
        (
            "Here stands {found}, where a short text should be.",
            "YAML reads unquoted words in its own way: true becomes a yes, 1.10 becomes the number 1.1.",
            "Write it as a text, in quotes if need be.",
        ),
    ),
    _fault(
        "number-too-long",
        (
            "Talet {found} är för långt.",
            "Inga antal, belopp eller årtal i en överenskommelse har mer än 30 siffror; det är troligen ett skrivfel.",
            "Kontrollera talet mot källan.",
        ),
        (
            "The number {found} is too long.",
            "No count, sum or year in an agreement has more than 30 digits; this is probably a slip.",
            "Check the number against the source.",
        ),
    ),
    _fault(
        "division-by-zero",
        (
            "{found} delar med noll.",
            "Ett bråk med noll i nämnaren är inget tal.",
            "Kontrollera bråket mot källan.",
        ),
        (
            "{found} divides by zero.",
            "A fraction over zero is no number.",
            "Check the fraction against the source.",
        ),
    ),
    _fault(
        "range-backwards",
        (
            "Spannet börjar vid {low} och slutar före det, vid {high}.",
            "Inget kan ligga mellan gränser som står i omvänd ordning.",
            "Skriv den mindre gränsen först.",
        ),
        (
            "The range starts at {low} and ends before it, at {high}.",
            "Nothing can lie between bounds in the wrong order.",
            "Write the smaller bound first.",
        ),
    ),
    _fault(
        "count-not-whole",
        (
            "{found} är inget antal gånger.",
            "Något som återkommer gör det ett helt antal gånger, minst en.",
            "Skriv ett helt tal från 1; vartannat år skrivs 2 years.",
        ),
        (
            "{found} is no number of times.",
            "What comes back does so a whole number of times, at least once.",
            "Write a whole number from 1; every second year is written 2 years.",
        ),
    ),
    _fault(
        "not-a-date",
        (
            "”{found}” är inget datum.",
            "Datum skrivs år först, så att 3/4 aldrig kan vara både mars och april.",
            "Skriv 2018, 2018-06, 2018-06-19, 2018-autumn, 2018-q3 eller 2018-h1.",
        ),
        (
            '"{found}" is no date.',
            "Dates are written year first, so that 3/4 can never be both March and April.",
            "Write 2018, 2018-06, 2018-06-19, 2018-autumn, 2018-q3 or 2018-h1.",
        ),
    ),
    _fault(
        "no-such-year",
        (
            "Året {found} finns inte.",
            "Åren räknas från 1 till 9999.",
            "Kontrollera året mot källan.",
        ),
        (
            "There is no year {found}.",
            "Years are counted from 1 to 9999.",
            "Check the year against the source.",
        ),
    ),
    _fault(
        "no-such-month",
        (
            "Månaden {found} finns inte; ett år har tolv.",
            "Ett omöjligt datum är ett skrivfel, och programmet gissar inte vilket datum som menades.",
            "Kontrollera månaden mot källan: år först, sedan månad, sedan dag.",
        ),
        (
            "There is no month {found}; a year has twelve.",
            "An impossible date is a slip, and which date was meant is not guessed.",
            "Check the month against the source: year first, then month, then day.",
        ),
    ),
    _fault(
        "no-such-day",
        (
            "Dagen {found} finns inte; {month} har {days} dagar.",
            "Ett omöjligt datum är ett skrivfel, och programmet gissar inte vilket datum som menades.",
            "Kontrollera dagen mot källan, eller skriv bara månaden.",
        ),
        (
            "There is no day {found}; {month} has {days} days.",
            "An impossible date is a slip, and which date was meant is not guessed.",
            "Check the day against the source, or write the month only.",
        ),
    ),
    _fault(
        "reserved-word",
        (
            "{found} hör till regelspråket och kan inte vara ett namn i en regel.",
            "En regel som använder ett sådant namn skulle kunna läsas på två sätt.",
            "Ge uppgiften, villkoret eller ordet ett annat namn.",
        ),
        (
            "{found} belongs to the rule language and cannot be a name in a rule.",
            "A rule that uses such a name could be read in two ways.",
            "Give the fact, clause or word another name.",
        ),
    ),
    _fault(
        "nested-too-deep",
        (
            "Regeln är nästlad djupare än {limit} nivåer.",
            "Ingen människa kan läsa en så djup regel, och en fil får inte kunna stoppa programmet.",
            "Ge delar av regeln namn som egna villkor, och använd namnen.",
        ),
        (
            "The rule is nested deeper than {limit} levels.",
            "Nobody can read so deep a rule, and no file may be able to stop the program.",
            "Name parts of the rule as clauses, and use the names.",
        ),
    ),
    _fault(
        "more-than-there-are",
        (
            "Minst {found} begärs, men bara {there} räknas upp.",
            "En sådan regel kan aldrig uppfyllas.",
            "Sänk talet (minst 1), eller räkna upp fler.",
        ),
        (
            "At least {found} asked for, but only {there} listed.",
            "Such a rule can never hold.",
            "Lower the number (from 1), or list more.",
        ),
    ),
    _fault(
        "unknown-fact",
        (
            "Det finns varken någon uppgift eller något villkor som heter ”{found}”.",
            "En regel om något som ingen har uppgifter om kan aldrig besvaras.",
            "Rätta namnet, eller lägg till det under facts eller clauses.",
        ),
        (
            'There is neither a fact nor a clause called "{found}".',
            "A rule about something nobody has data on can never be answered.",
            "Correct the name, or add it under facts or clauses.",
        ),
    ),
    _fault(
        "wrong-operator",
        (
            "{fact} är av typen {type} och kan inte frågas med ”{found}”; skriv {expected}.",
            "Varje slag av uppgift har sina frågor: ett tal jämförs, ett ord är något, en mängd innehåller något.",
            "Byt till någon av de uppräknade formerna, eller ändra uppgiftens typ.",
        ),
        (
            "{fact} is of type {type} and cannot be asked with {found}; write {expected}.",
            "Each type of fact has its questions: a number is compared, a word is something, a set includes something.",
            "Change to one of the forms listed, or change the type of the fact.",
        ),
    ),
    _fault(
        "unknown-value",
        (
            "{fact} kan aldrig vara {found}; ordet ska vara {expected}.",
            "Ett felstavat ord skulle göra att regeln aldrig uppfylls, utan att någon märker det.",
            "Rätta ordet, eller lägg till det bland uppgiftens values.",
        ),
        (
            "{fact} can never be {found}; the word should be {expected}.",
            "A misspelt word would make the rule never hold, without anybody noticing.",
            "Correct the word, or add it to the values of the fact.",
        ),
    ),
    _fault(
        "wrong-kind-of-value",
        (
            "{fact} kan inte jämföras med {found}; det ska vara {expected}.",
            "Ett tal och ett datum har ingen ordning sinsemellan.",
            "Byt värdet, eller ändra uppgiftens typ.",
        ),
        (
            "{fact} cannot be compared with {found}; it should be {expected}.",
            "A number and a date have no order between them.",
            "Change the value, or change the type of the fact.",
        ),
    ),
)
