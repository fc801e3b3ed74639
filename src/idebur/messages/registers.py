"""Faults of registers: what keeps one from being screened, in the register itself or in the map of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from idebur.messages import Entry, Lang, Severity

__all__ = ["ENTRIES", "grouped", "of_cases", "of_rows"]

_fault = partial(Entry.of, severity=Severity.FAULT)

_COLUMN_WHY = (
    "En uppgift som läses ur fel kolumn ger fel svar på varje rad.",
    "A fact that is read from the wrong column gives a wrong answer on every row.",
)
_GUESS_WHY = (
    "Att gissa vore att svara något annat än registret säger.",
    "To guess would be to answer something else than the register says.",
)
_NOTHING_WHY = ("Utan register finns inget att pröva.", "Without a register there is nothing to screen.")


def grouped(number: int) -> str:
    """Thousands apart, as both Swedish and ISO 80000-1 have it: with a space that does not break."""
    return f"{number:,}".replace(",", "\u00a0")


def of_rows(number: int) -> Mapping[Lang, str]:
    """So many rows, in words."""
    return {"sv": f"{grouped(number)} {'rad' if number == 1 else 'rader'}", "en": _counted(number, "row")}


def of_cases(number: int) -> Mapping[Lang, str]:
    """So many different cases, in words."""
    cases = "enda fall" if number == 1 else "olika fall"
    return {"sv": f"{grouped(number)} {cases}", "en": "1 case" if number == 1 else _counted(number, "different case")}


def _counted(number: int, what: str) -> str:
    return f"{grouped(number)} {what}" if number == 1 else f"{grouped(number)} {what}s"


_CODES_CURE = (
    "Lägg till dem i kartan under codes, eller under empty om de inget säger; otherwise: not-said gör dem okända.",
    "Add them to the map under codes, or under empty if they say nothing; otherwise: not-said makes them unknown.",
)

_INSTALLING = "python -c \"import duckdb; duckdb.execute('INSTALL sqlite')\""
_SQLITE_CURE = (
    f"Spara tabellen som CSV, eller installera tillägget en gång för alla: {_INSTALLING}.",
    f"Save the table as CSV, or install the extension once and for all: {_INSTALLING}.",
)

ENTRIES: tuple[Entry, ...] = (
    _fault(
        "not-a-map",
        says=("Filen är ingen karta: fältet map saknas.", "The file is no map: the field map is missing."),
        why=(
            "En karta säger vilken kolumn i registret som svarar mot vilken uppgift.",
            "A map says which column of the register answers to which fact.",
        ),
        cure=("Börja filen med idebur: 1 och map: ett-namn.", "Begin the file with idebur: 1 and map: a-name."),
    ),
    _fault(
        "map-fact-unknown",
        says=("Ingen av reglerna känner till uppgiften ”{found}”.", 'None of the rules knows the fact "{found}".'),
        why=_COLUMN_WHY,
        cure=(
            "Rätta namnet, eller förklara uppgiften under facts i överenskommelsen.",
            "Correct the name, or declare the fact under facts in the agreement.",
        ),
    ),
    _fault(
        "map-types-differ",
        says=(
            "Uppgiften ”{fact}” är inte densamma i alla överenskommelserna. Den är i olika överenskommelser: {types}.",
            'The fact "{fact}" is not the same in all agreements. In different agreements it is: {types}.',
        ),
        why=(
            "En kolumn kan inte läsas på två sätt samtidigt.",
            "A column cannot be read in two ways at once.",
        ),
        cure=(
            "Pröva registret mot en överenskommelse i taget, med var sin karta.",
            "Screen the register by one agreement at a time, each with a map of its own.",
        ),
    ),
    _fault(
        "map-column-or-always",
        says=(
            "För ”{fact}” ska det stå antingen column eller always, och bara ett av dem.",
            'For "{fact}" there must be either column or always, and only one of them.',
        ),
        why=(
            "Uppgiften står i en kolumn, eller så är den lika för alla rader.",
            "The fact stands in a column, or else it is the same for every row.",
        ),
        cure=(
            "Skriv column: och kolumnens namn, eller always: och värdet.",
            "Write column: and its name, or always: and the value.",
        ),
    ),
    _fault(
        "map-option-misplaced",
        says=(
            "{option} hör inte till en uppgift som ska vara {type}.",
            "{option} does not go with a fact that is to be {type}.",
        ),
        why=(
            "separator gäller en kolumn med flera ord i cellen, decimal och thousands en med tal, format en med datum.",
            "separator is for a column of sets of words, decimal and thousands for numbers, format for dates.",
        ),
        cure=("Ta bort raden, eller rätta uppgiften.", "Remove the line, or correct the fact."),
    ),
    _fault(
        "map-date-form",
        says=("”{found}” säger inte hur ett datum är skrivet.", '"{found}" does not say how a date is written.'),
        why=(
            "01/02/2020 är den första februari i ett register och den andra januari i ett annat.",
            "01/02/2020 is the first of February in one register and the second of January in another.",
        ),
        cure=(
            "Skriv det med YYYY, MM och DD, till exempel YYYY-MM-DD, DD/MM/YYYY eller YYYY.",
            "Write it with YYYY, MM and DD, such as YYYY-MM-DD, DD/MM/YYYY or YYYY.",
        ),
    ),
    _fault(
        "map-signs-alike",
        says=(
            "”{sign}” kan inte stå både före decimalerna och mellan tusentalen.",
            '"{sign}" cannot stand both before the decimals and between the thousands.',
        ),
        why=("Talet 1.234 skulle gå att läsa på två sätt.", "The number 1.234 could be read in two ways."),
        cure=("Ange båda: decimal och thousands.", "Give both: decimal and thousands."),
    ),
    _fault(
        "map-none-misplaced",
        says=(
            "Ordet none kan bara stå där det gäller en mängd av ord, och ”{fact}” är ingen sådan.",
            'The word none can only stand for a set of words, and "{fact}" is none.',
        ),
        why=(
            "Att inga ord finns är känt; att en uppgift saknas är inte känt.",
            "That there are no words is known; that a fact is missing is not known.",
        ),
        cure=("Skriv not-said om värdet inte är känt.", "Write not-said where the value is not known."),
    ),
    _fault(
        "register-missing",
        says=("Det finns inget register som heter {register}.", "There is no register called {register}."),
        why=_NOTHING_WHY,
        cure=("Kontrollera namnet och mappen.", "Check the name and the folder."),
    ),
    _fault(
        "register-folder-bare",
        says=(
            "I mappen {register} finns ingen fil vars namn slutar på .parquet.",
            "In the folder {register} there is no file whose name ends in .parquet.",
        ),
        why=_NOTHING_WHY,
        cure=(
            "Ange en mapp med Parquetfiler, eller en enda fil: CSV, Parquet eller en databas.",
            "Name a folder of Parquet files, or a single file: CSV, Parquet or a database.",
        ),
    ),
    _fault(
        "register-types-differ",
        says=(
            "Kolumnen ”{column}” har typen {expected} i {other}, men {found} i {register}.",
            'The column "{column}" is of the type {expected} in {other}, but of {found} in {register}.',
        ),
        why=(
            "När filerna läses som ett register skulle värdena i den ena avrundas eller kapas för att passa.",
            "Read as one register, the values of one of them would be rounded or cut to fit.",
        ),
        cure=(
            "Spara om filerna med samma typ i kolumnen, eller pröva dem var för sig.",
            "Save the files again with one type for the column, or screen them one at a time.",
        ),
    ),
    _fault(
        "register-empty",
        says=(
            "Registret {register} är tomt: det har inga rader.",
            "The register {register} is empty: it has no rows.",
        ),
        why=_NOTHING_WHY,
        cure=("Hämta registret på nytt.", "Fetch the register again."),
    ),
    _fault(
        "register-unreadable",
        says=(
            "Registret {register} går inte att läsa{where}; filen kan vara skadad eller inte hel [{reason}].",
            "The register {register} cannot be read{where}; the file may be damaged or not whole [{reason}].",
        ),
        why=(
            "Ett register som bara lästes till en del skulle ge svar som ser hela ut.",
            "A register that is read only in part would give answers that look whole.",
        ),
        cure=(
            "Hämta registret på nytt, eller rätta det ställe som nämns.",
            "Fetch the register again, or correct the place that is named.",
        ),
    ),
    _fault(
        "register-row-ragged",
        says=(
            "Raden som börjar här har fel antal celler: {found}. Antalet kolumner är {columns}.",
            "The row that begins here has the wrong number of cells: {found}. The columns number {columns}.",
        ),
        why=(
            "När en cell saknas eller är för mycket går det inte att veta vilken kolumn de andra hör till.",
            "Where a cell is missing or too many, it cannot be known to which columns the others belong.",
        ),
        cure=(
            "Rätta raden. En cell där skiljetecknet ingår ska stå inom citattecken.",
            "Correct the row. A cell that holds the separator must stand in quotation marks.",
        ),
    ),
    _fault(
        "register-quotes",
        says=(
            "I raden som börjar här är ett citattecken aldrig stängt, eller följt av text där det stängs.",
            "In the row that begins here a quotation mark is never closed, or followed by text where it closes.",
        ),
        why=_COLUMN_WHY,
        cure=(
            "Stäng citattecknet. Ett som hör till cellens text skrivs två gånger.",
            "Close the quotation mark. One that belongs to the text of the cell is written twice.",
        ),
    ),
    _fault(
        "register-not-utf8",
        says=("Registret {register} är inte sparat som UTF-8.", "The register {register} is not saved as UTF-8."),
        why=(
            "Lästes det ändå skulle å, ä och ö bli andra tecken.",
            "If it were read anyway, letters such as å, ä and ö would turn into others.",
        ),
        cure=(
            "Spara om det som UTF-8; i Excel heter det ”CSV UTF-8”.",
            'Save it again as UTF-8; Excel calls that "CSV UTF-8".',
        ),
    ),
    _fault(
        "register-kind",
        says=(
            "Motorn {engine} kan inte läsa {register}.",
            "The engine {engine} cannot read {register}.",
        ),
        why=(
            "Alla motorer läser CSV och Parquet; databaser läses av duckdb.",
            "Every engine reads CSV and Parquet; databases are read by duckdb.",
        ),
        cure=(
            "Välj --engine duckdb, eller spara registret som CSV eller Parquet.",
            "Choose --engine duckdb, or save the register as CSV or Parquet.",
        ),
    ),
    _fault(
        "register-sqlite",
        says=(
            "Registret {register} är en SQLite-databas, och DuckDB:s tillägg för sådana är inte installerat. "
            + _SQLITE_CURE[0],
            "The register {register} is a database of SQLite, and DuckDB's extension for those is not installed. "
            + _SQLITE_CURE[1],
        ),
        why=(
            "DuckDB läser SQLite bara med tillägget, och idebur hämtar inget från nätet på egen hand.",
            "DuckDB reads SQLite only with the extension, and idebur fetches nothing from the network by itself.",
        ),
        cure=_SQLITE_CURE,
    ),
    _fault(
        "register-table",
        says=(
            "Säg vilken tabell i {register} som menas. Där finns: {known}.",
            "Say which table of {register} is meant. There are: {known}.",
        ),
        why=("En databas kan ha flera tabeller.", "A database can have several tables."),
        cure=("Ange tabellen, på kommandoraden med --table.", "Name the table, on the command line with --table."),
    ),
    _fault(
        "register-column-twice",
        says=(
            "Registret {register} har två kolumner med samma namn: ”{column}” och ”{other}”.",
            'The register {register} has two columns of the same name: "{column}" and "{other}".',
        ),
        why=_COLUMN_WHY,
        cure=(
            "Ge den ena ett annat namn; stora och små bokstäver räcker inte för att skilja dem åt.",
            "Give one of them another name; upper and lower case are not enough to tell them apart.",
        ),
    ),
    _fault(
        "register-column-missing",
        says=(
            "Registret {register} har ingen kolumn som heter ”{column}”.",
            'The register {register} has no column called "{column}".',
        ),
        why=_COLUMN_WHY,
        cure=(
            "Rätta namnet i kartan. Kolumner i registret: {known}.",
            "Correct the name in the map. Columns there: {known}.",
        ),
    ),
    _fault(
        "register-column-kind",
        says=(
            "Kolumnen ”{column}” innehåller {found}. Därur kan uppgiften ”{fact}”, som ska vara {type}, inte läsas.",
            'The column "{column}" holds {found}. The fact "{fact}", to be {type}, cannot be read from that.',
        ),
        why=_COLUMN_WHY,
        cure=(
            "Välj en annan kolumn, säg med codes vad värdena betyder, eller med format hur ett datum är skrivet.",
            "Choose another column, say with codes what its values mean, or with format how a date is written.",
        ),
    ),
    _fault(
        "register-cells-astray",
        says=(
            "Kolumnen ”{column}” har på {rows} celler som inte kan läsas som uppgiften ”{fact}”: {examples}. "
            + _CODES_CURE[0],
            'The column "{column}" has on {rows} cells that cannot be read as the fact "{fact}": {examples}. '
            + _CODES_CURE[1],
        ),
        why=_GUESS_WHY,
        cure=_CODES_CURE,
    ),
)
