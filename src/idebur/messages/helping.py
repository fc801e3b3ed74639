"""The help of the command in Swedish, and what click says of wrong usage; the English stands with the commands."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CLICK", "CLICK_PLURAL", "EXAMPLES", "HELP", "OPTIONS_METAVAR", "SUBCOMMAND_METAVAR"]

_LANG = "Språket i det som skrivs ut. Annars gäller variabeln IDEBUR_LANG, och annars datorns eget språk."
_LANG_OF_AGREEMENT = (
    "Språket det berättas på. Annars gäller variabeln IDEBUR_LANG, och annars överenskommelsens eget språk."
)
_JSON = "text att läsa, json för program."
_DAY = "Nätverket den dagen, till exempel 2026-11-22."
_VERSION = "Nätverket i den lydelsen, till exempel proposed; all för alla på en gång."
_PROJECTION = "Ett mindre nätverk, gjort efter en namngiven regel."

HELP: Mapping[str, str] = {
    "idebur": """Överenskommelser mellan sektorer: granskade, återgivna i ord, förklarade.

    En överenskommelse är en YAML-fil, eller en mapp med agreement.yaml och dess delar.

    Slutkoder: 0 utan anmärkning eller ja, 1 fel eller nej, 2 felaktigt anrop, 3 går inte att avgöra, 4 något som
    inte kan läsas, 70 ett fel i idebur självt.
    """,
    "idebur.version": "Visa versionen och avsluta.",
    "idebur.debug": "Visa var i programmet det går fel, om idebur självt går sönder (som IDEBUR_DEBUG=1).",
    "check": """Säg vad som är fel i överenskommelser, och var.

    PATH är en fil, en mapp med agreement.yaml eller en mapp med flera överenskommelser. Allt som är fel eller värt att
    anmärka på kommer på en gång. Slutkoden är 1 om något är fel.
    """,
    "check.form": "text att läsa, json för program, github för ett arbetsflöde hos GitHub, sarif för kodgranskning.",
    "check.strict": "Räkna varningar som fel.",
    "check.lang": _LANG,
    "show": """Återge en överenskommelse i ord: hela eller en del.

    ELEMENT är en nyckel, till exempel partnership, eller en sökväg, till exempel procedures.joining. Inom hakparenteser
    står stället i källan.
    """,
    "show.lang": _LANG_OF_AGREEMENT,
    "judge": """Säg om en organisation får ansluta sig till en överenskommelse, och varför.

    Svaret berättar vilka villkor som avgör, var de står, vad som inte är känt och vad som skulle räcka. Det som inte
    sägs om organisationen är inte känt, och tas aldrig för ett nej.

    Slutkoder: 0 ja, 1 nej, 3 går inte att avgöra.
    """,
    "judge.facts": "En uppgift om organisationen, i stället för vad filen säger. Kan anges flera gånger.",
    "judge.form": "text att lägga i ett brev, json för program.",
    "judge.version": "Pröva mot den här lydelsen av överenskommelsen, till exempel proposed.",
    "judge.lang": _LANG_OF_AGREEMENT,
    "explain": """Förklara ett meddelande utifrån dess kod (CODE): vad det säger, varför, och hur det rättas.

    Namnet på en ordlista ger orden i den. Utan CODE visas alla koder.
    """,
    "explain.lang": _LANG,
    "schema": "Skriv ut filens JSON Schema, som en editor kompletterar och kontrollerar efter medan man skriver.",
    "schema.kind": (
        "agreement för överenskommelser och organisationer, map för kartan från ett registers kolumner till uppgifter."
    ),
    "schema.target": "Skriv det till FILE i stället för på skärmen.",
    "schema.lang": _LANG,
    "new": """Skriv en kommenterad fil att börja från, i PATH (agreement.yaml om inget anges).

    Filen klarar granskningen. En fil som redan finns skrivs aldrig över.
    """,
    "new.lang": _LANG,
    "screen": """Säg om varje organisation i ett register om den får ansluta sig.

    REGISTER är en CSV-fil (även .csv.gz), en Parquet-fil eller en mapp med sådana, eller en DuckDB-databas (eller en
    SQLite-databas, om DuckDB:s tillägg för dem är installerat). Varje rad får svaret ja, nej eller oklart enligt varje
    överenskommelses regel för anslutning, med det som inte är uppfyllt och det som inte är känt.
    """,
    "screen.agreements": "Kan anges flera gånger.",
    "screen.map_": "Vilken kolumn som är vilken uppgift.",
    "screen.target": "Var svaren hamnar, som Parquet.",
    "screen.engine": "Det som läser registret. Spark skriver en mapp av delar.",
    "screen.table": "Tabellen, när registret är en databas.",
    "screen.brief": "Bara svaren på varje rad; skälen står bredvid, fall för fall.",
    "screen.lang": _LANG,
    "rules": """Räkna upp reglerna i överenskommelser och jämför vilka som kan ansluta sig.

    Varje regel återges i ord, med sin text och stället i källan. Är överenskommelserna flera jämförs de två och två:
    vilka som kan ansluta sig till den ena men inte den andra, till båda och till ingen, med exempel på var och en.
    """,
    "rules.form": _JSON,
    "rules.version": "Reglerna i den här lydelsen av överenskommelserna, till exempel proposed.",
    "rules.lang": _LANG_OF_AGREEMENT,
    "graph": """Berätta vem som har med vem att göra, eller skriv det för ett annat program.

    Flera överenskommelser blir ett nätverk: en organisation som de har gemensam är en enda punkt. Utan --to och -o
    berättas nätverket i korthet.
    """,
    "graph.day": _DAY,
    "graph.version": _VERSION,
    "graph.projection": _PROJECTION,
    "graph.form": "Formatet; annars avgör det som FILE slutar på.",
    "graph.target": "Filen att skriva; annars skrivs det på skärmen.",
    "graph.lang": _LANG,
    "network": """Mät nätverket: vem som länkar samman vilka, hur tätt det är, hur det styrs.

    En rad för varje punkt, de som ligger mellan flest andra först; sedan det som gäller för helheten.
    """,
    "network.day": _DAY,
    "network.version": _VERSION,
    "network.projection": _PROJECTION,
    "network.form": "text att läsa, json för program, csv för ett kalkylblad (bara punkterna).",
    "network.lang": _LANG,
    "draw": "Rita vem som har med vem att göra.",
    "draw.day": _DAY,
    "draw.version": _VERSION,
    "draw.projection": _PROJECTION,
    "draw.target": "Bilden (.png, .svg, .pdf), eller en sida att se sig omkring i (.html).",
    "draw.title": "Bildens rubrik; annars nämns överenskommelserna.",
    "draw.lang": _LANG,
}
"""For each command its help, and for each of its options; the Swedish only."""

EXAMPLES: Mapping[str, str] = {
    "Examples:": "Exempel:",
    "write a file to start from": "skriv en fil att börja från",
    "say what is wrong in it, and where": "säg vad som är fel i den, och var",
    "tell it back in words": "återge den i ord",
    "list every code": "visa alla koder",
}
"""What is said in the examples below a help."""

OPTIONS_METAVAR = "[FLAGGOR]"
SUBCOMMAND_METAVAR = "KOMMANDO [ARGUMENT]..."

CLICK: Mapping[str, str] = {
    "Usage:": "Användning:",
    "Show this message and exit.": "Visa den här texten och avsluta.",
    "Options": "Flaggor",
    "Commands": "Kommandon",
    "Error: {message}": "Fel: {message}",
    "Try '{command} {option}' for help.": "Skriv '{command} {option}' för hjälp.",
    "Invalid value: {message}": "Ogiltigt värde: {message}",
    "Invalid value for {param_hint}: {message}": "Ogiltigt värde för {param_hint}: {message}",
    "Missing argument": "Det saknas ett argument:",
    "Missing option": "Det saknas en flagga:",
    "Missing parameter": "Det saknas en parameter:",
    "Missing command.": "Det saknas ett kommando.",
    "Choose from:\n\t{choices}": "Välj bland:\n\t{choices}",
    "No such option {name!r}.": "Det finns ingen flagga {name!r}.",
    "No such option: {name}": "Det finns ingen flagga {name}",
    "No such command {name!r}.": "Det finns inget kommando {name!r}.",
    "Option {name!r} does not take a value.": "Flaggan {name!r} tar inget värde.",
    "default: {default}": "annars: {default}",
    "required": "måste anges",
    "Aborted!": "Avbrutet.",
}
"""What click says, by its own English, whose holes are its own."""

CLICK_PLURAL: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"): (
        "Menade du {possibility}?",
        "(Menade du något av: {possibilities}?)",
    ),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"): (
        "Ett argument för mycket ({args})",
        "För många argument ({args})",
    ),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."): (
        "Flaggan {name!r} behöver ett värde.",
        "Flaggan {name!r} behöver {nargs} värden.",
    ),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."): (
        "{value!r} är inte {choice}.",
        "{value!r} är inget av {choices}.",
    ),
}
"""The same, where click tells one from several."""
