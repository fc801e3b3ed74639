"""Faults of files: what keeps a file from being read at all."""

from __future__ import annotations

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]


def _fault(code: str, *, says: tuple[str, str], why: tuple[str, str], cure: tuple[str, str]) -> Entry:
    """Make an entry; each text is given in Swedish and then in English."""
    return Entry(
        code,
        Severity.FAULT,
        message={"sv": says[0], "en": says[1]},
        why={"sv": why[0], "en": why[1]},
        cure={"sv": cure[0], "en": cure[1]},
    )


_NOTHING_READ = ("Utan filen finns inget att läsa.", "Without the file there is nothing to read.")
_ENCODING_WHY = (
    "Lästes filen ändå skulle å, ä och ö bli andra tecken.",
    "If the file were read anyway, letters such as å, ä and ö would turn into others.",
)
_SAVE_UTF8 = (
    "Spara filen på nytt som UTF-8: i textredigeraren under ”Spara med kodning”, i Excel som ”CSV UTF-8”.",
    'Save the file again as UTF-8: in a text editor under "Save with encoding", in Excel as "CSV UTF-8".',
)
_SYNTAX_WHY = (
    "Härifrån går det inte att veta vad som hör till vad, så resten av filen är inte läst.",
    "From here on nobody can tell what belongs to what, so the rest of the file was not read.",
)
_INDENT_WHY = (
    "I YAML visar indraget vad som hör till vad.",
    "In YAML the indentation shows what belongs to what.",
)
_GUESS_WHY = (
    "Att gissa kunde ge en annan överenskommelse än den som är skriven.",
    "Guessing could give another agreement than the one that is written.",
)
_BOUND_WHY = (
    "Gränsen finns för att en trasig eller elak fil inte ska ta all tid och allt minne.",
    "The limit keeps a broken or hostile file from taking all time and memory.",
)
_TABLE_WHY = (
    "Varje rad måste kunna läsas på ett enda sätt.",
    "Each row must have one reading only.",
)

_FILES = (
    _fault(
        "file-missing",
        says=("Det finns ingen fil som heter {file}.", "There is no file called {file}."),
        why=_NOTHING_READ,
        cure=("Kontrollera namnet och mappen.", "Check the name and the folder."),
    ),
    _fault(
        "file-is-folder",
        says=("{file} är en mapp, inte en fil.", "{file} is a folder, not a file."),
        why=_NOTHING_READ,
        cure=("Ange en fil i mappen.", "Name a file in the folder."),
    ),
    _fault(
        "file-not-regular",
        says=(
            "{file} är ingen vanlig fil (utan till exempel ett rör eller en enhet).",
            "{file} is not a regular file (but a pipe or a device, say).",
        ),
        why=(
            "Sådant kan låta läsaren vänta hur länge som helst.",
            "Such things can keep a reader waiting for ever.",
        ),
        cure=("Spara innehållet i en vanlig fil först.", "Save the contents in a regular file first."),
    ),
    _fault(
        "file-not-allowed",
        says=("Du har inte rätt att läsa {file}.", "You are not allowed to read {file}."),
        why=_NOTHING_READ,
        cure=("Be den som äger filen om läsrätt.", "Ask the owner of the file for permission to read it."),
    ),
    _fault(
        "file-unreadable",
        says=("{file} går inte att läsa: {reason}.", "{file} cannot be read: {reason}."),
        why=_NOTHING_READ,
        cure=(
            "Kontrollera namnet och att disken eller nätverket svarar.",
            "Check the name, and that the disk or network answers.",
        ),
    ),
    _fault(
        "file-too-large",
        says=("{file} är större än {largest} MiB.", "{file} is larger than {largest} MiB."),
        why=_BOUND_WHY,
        cure=(
            "Dela upp filen; långa listor över anslutna kan stå i egna filer.",
            "Split the file; long lists of those who joined can stand in files of their own.",
        ),
    ),
    _fault(
        "file-empty",
        says=("Filen är tom.", "The file is empty."),
        why=_NOTHING_READ,
        cure=(
            "Kontrollera att rätt fil är sparad; `idebur new` skriver en fil att börja från.",
            "Check that the right file was saved; `idebur new` writes one to start from.",
        ),
    ),
    _fault(
        "encoding-windows",
        says=(
            "Filen är inte sparad som UTF-8: byten {byte} är troligen ”{letter}” i Windows-1252.",
            'The file is not saved as UTF-8: the byte {byte} is probably "{letter}" in Windows-1252.',
        ),
        why=_ENCODING_WHY,
        cure=_SAVE_UTF8,
    ),
    _fault(
        "encoding-not-utf8",
        says=(
            "Filen är inte sparad som UTF-8: byten {byte} är inget tecken där.",
            "The file is not saved as UTF-8: the byte {byte} is no character in it.",
        ),
        why=_ENCODING_WHY,
        cure=_SAVE_UTF8,
    ),
    _fault(
        "encoding-wide",
        says=("Filen är sparad som {encoding}, inte som UTF-8.", "The file is saved as {encoding}, not as UTF-8."),
        why=(
            "En enda kodning gör att samma fil ser likadan ut i alla program.",
            "With a single encoding a file looks the same in every program.",
        ),
        cure=_SAVE_UTF8,
    ),
    _fault(
        "character-not-allowed",
        says=(
            "Här står ett osynligt tecken ({character}) som inte hör hemma i en text.",
            "An invisible character ({character}) stands here that has no place in a text.",
        ),
        why=(
            "Ingen ser det, men det kan dela en rad eller göra två lika namn olika.",
            "Nobody sees it, yet it may split a line or make two equal names differ.",
        ),
        cure=(
            'Ta bort tecknet. Behövs det verkligen i YAML, skriv det inom citattecken: "\\u2028".',
            'Delete it. If it is really needed in YAML, write it in double quotes: "\\u2028".',
        ),
    ),
)

_SYNTAX = (
    _fault(
        "space-not-plain",
        says=(
            "Här står ett hårt mellanslag ({character}) där det ska vara ett vanligt.",
            "A no-break space ({character}) stands here where a plain one should.",
        ),
        why=(
            "Det syns inte, men i YAML är det en bokstav bland andra: fältet och dess värde skiljs inte åt.",
            "It looks the same, but to YAML it is a letter like any other: it does not part a field from its value.",
        ),
        cure=(
            "Byt det mot ett vanligt mellanslag. Sådana följer med från ordbehandlare; inne i en text får de stå kvar.",
            "Replace it with a plain space. Such spaces come from word processors; inside a text they may stay.",
        ),
    ),
    _fault(
        "tab-indentation",
        says=("Raden är indragen med tabb.", "The line is indented with a tab."),
        why=(
            "I YAML visar indraget vad som hör till vad, och en tabb är olika bred i olika program.",
            "In YAML the indentation shows what belongs to what, and a tab has another width in each program.",
        ),
        cure=("Byt tabben mot mellanslag.", "Replace the tab with spaces."),
    ),
    _fault(
        "quote-not-closed",
        says=("Citattecknet {sign} avslutas aldrig.", "The quotation mark {sign} is never closed."),
        why=_SYNTAX_WHY,
        cure=(
            "Sätt ett likadant citattecken där texten slutar.",
            "Put the same quotation mark where the text ends.",
        ),
    ),
    _fault(
        "text-after-quote",
        says=(
            "Det står något efter det avslutande citattecknet.",
            "Something stands after the closing quotation mark.",
        ),
        why=_SYNTAX_WHY,
        cure=(
            "Sätt hela texten inom citattecken; ett ' inuti '…' skrivs ''.",
            "Put quotation marks around the whole text; a ' inside '…' is written ''.",
        ),
    ),
    _fault(
        "bracket-not-closed",
        says=(
            "Parentesen {sign} avslutas inte, eller så saknas ett komma före rad {line}.",
            "The bracket {sign} is not closed, or a comma is missing before line {line}.",
        ),
        why=_SYNTAX_WHY,
        cure=(
            "Stäng med }} eller ], sätt komma mellan delarna och citattecken om texter med kolon eller komma.",
            "Close it with }} or ], put commas between the parts, and quotes around texts with a colon or comma.",
        ),
    ),
    _fault(
        "bracket-stray",
        says=("Tecknet {sign} hör inte till något här.", "The sign {sign} belongs to nothing here."),
        why=_SYNTAX_WHY,
        cure=(
            "Ta bort det, eller sätt citattecken om texten det står i.",
            "Delete it, or put quotation marks around the text it stands in.",
        ),
    ),
    _fault(
        "colon-in-text",
        says=(
            "Kolon följt av mellanslag kan inte stå inne i en text utan citattecken.",
            "A colon and a space cannot stand inside a text without quotation marks.",
        ),
        why=(
            "Det som står före ett kolon läses som ett fältnamn.",
            "What stands before a colon is read as the name of a field.",
        ),
        cure=(
            'Sätt citattecken om hela texten: "Överenskommelse: andra upplagan".',
            'Put quotation marks around the whole text: "Agreement: second edition".',
        ),
    ),
    _fault(
        "colon-missing",
        says=(
            "Raden har inget kolon och är därför inget fält.",
            "This line has no colon, and is therefore no field.",
        ),
        why=_SYNTAX_WHY,
        cure=(
            "Skriv kolon och mellanslag efter fältets namn, eller dra in raden om den fortsätter texten ovanför.",
            "Write a colon and a space after the field's name, or indent the line if it goes on with the text above.",
        ),
    ),
    _fault(
        "indentation-wrong",
        says=(
            "Raden börjar i kolumn {column}, men raderna som den kan höra ihop med börjar i kolumn {columns}.",
            "This line begins in column {column}, but the lines it may belong with begin in column {columns}.",
        ),
        why=_INDENT_WHY,
        cure=(
            "Låt fält på samma nivå börja i samma kolumn, och listans streck likaså.",
            "Let fields of one level begin in the same column, and the dashes of a list too.",
        ),
    ),
    _fault(
        "indented-too-far",
        says=(
            "Raden är indragen för långt: den börjar i kolumn {column}, men hör ihop med en rad i kolumn {columns}.",
            "This line is indented too far: it begins in column {column}, but belongs with a line in column {columns}.",
        ),
        why=_INDENT_WHY,
        cure=(
            "Låt den börja i samma kolumn som raden ovanför. Fortsätter den en text, sätt citattecken om hela texten.",
            "Let it begin in the column of the line above. If it goes on with a text, put the text in quotes.",
        ),
    ),
    _fault(
        "colon-without-space",
        says=(
            "Efter kolonet saknas ett mellanslag.",
            "A space is missing after the colon.",
        ),
        why=(
            "Utan mellanslag läses kolonet som en del av ordet, som i en webbadress.",
            "Without the space the colon is read as a part of the word, as in a web address.",
        ),
        cure=("Skriv ett mellanslag efter kolonet.", "Write a space after the colon."),
    ),
    _fault(
        "hyphen-missing",
        says=(
            "Raden står i en lista men börjar inte med ett bindestreck.",
            "This line stands in a list but does not begin with a hyphen.",
        ),
        why=_SYNTAX_WHY,
        cure=(
            "Börja raden med ett bindestreck och ett mellanslag, eller dra in den om den hör till punkten ovanför.",
            "Begin the line with a hyphen and a space, or indent it if it belongs to the item above.",
        ),
    ),
    _fault(
        "list-sign",
        says=(
            "Raden börjar med {sign}, men en punkt i en lista börjar med ett bindestreck och ett mellanslag.",
            "This line begins with {sign}, but an item of a list begins with a hyphen and a space.",
        ),
        why=(
            "Ordbehandlare byter gärna ut bindestrecket mot ett längre streck eller en punkt.",
            "Word processors like to turn the hyphen into a longer dash or a bullet.",
        ),
        cure=("Skriv ”- ” i stället.", 'Write "- " instead.'),
    ),
    _fault(
        "list-beside-field",
        says=(
            "En lista med bindestreck kan inte börja på samma rad som fältets namn.",
            "A list with hyphens cannot begin on the line of the field's name.",
        ),
        why=_SYNTAX_WHY,
        cure=(
            "Börja listan på nästa rad, eller skriv den inom hakparenteser: [a, b]. Sätt citattecken om en text.",
            "Begin the list on the next line, or write it in brackets: [a, b]. If it is a text, put quotes around it.",
        ),
    ),
    _fault(
        "sign-needs-quotes",
        says=(
            "En text kan inte börja med {sign} utan citattecken.",
            "A text cannot begin with {sign} without quotation marks.",
        ),
        why=("Tecknet har en egen betydelse i YAML.", "The sign has a meaning of its own in YAML."),
        cure=("Sätt citattecken om hela texten.", "Put quotation marks around the whole text."),
    ),
    _fault(
        "question-mark",
        says=(
            "En text med frågetecken inom klammer måste stå inom citattecken.",
            "A text with a question mark inside brackets must stand in quotation marks.",
        ),
        why=("Tecknet har en egen betydelse i YAML.", "The sign has a meaning of its own in YAML."),
        cure=("Sätt citattecken om hela texten.", "Put quotation marks around the whole text."),
    ),
    _fault(
        "escape-unknown",
        says=(
            "{escape} betyder inget inom dubbla citattecken.",
            "{escape} means nothing inside double quotation marks.",
        ),
        why=(
            'Inom "…" inleder ett omvänt snedstreck ett specialtecken.',
            'Inside "…" a backslash begins a special character.',
        ),
        cure=(
            "Skriv \\\\ för ett omvänt snedstreck, eller använd enkla citattecken.",
            "Write \\\\ for a backslash, or use single quotation marks.",
        ),
    ),
    _fault(
        "syntax-wrong",
        says=("Härifrån går filen inte att läsa som YAML.", "From here on the file cannot be read as YAML."),
        why=_SYNTAX_WHY,
        cure=(
            "Se efter om ett citattecken, en parentes eller ett indrag är fel här eller på raden före.",
            "See whether a quotation mark, a bracket or the indentation is wrong here or on the line before.",
        ),
    ),
)

_TREES = (
    _fault(
        "key-twice",
        says=(
            "Fältet {key} står två gånger; första gången på rad {first}.",
            "The field {key} stands twice; the first time on line {first}.",
        ),
        why=(
            "Det går inte att veta vilket av de två som gäller.",
            "Nobody can know which of the two counts.",
        ),
        cure=("Ta bort eller byt namn på det ena.", "Delete or rename one of them."),
    ),
    _fault(
        "key-not-text",
        says=(
            "Ett fältnamn måste vara ett ord, inte en lista eller en uppsättning fält.",
            "The name of a field must be a word, not a list or a set of fields.",
        ),
        why=("Fält hittas genom sitt namn.", "Fields are found by their name."),
        cure=(
            "Skriv ett ord före kolonet; börjar en text med [ eller {{, sätt citattecken om den.",
            "Write a word before the colon; if a text begins with [ or {{, put quotation marks around it.",
        ),
    ),
    _fault(
        "key-empty",
        says=("Fältnamnet före kolonet saknas.", "The name of the field before the colon is missing."),
        why=("Fält hittas genom sitt namn.", "Fields are found by their name."),
        cure=("Skriv fältets namn före kolonet.", "Write the name of the field before the colon."),
    ),
    _fault(
        "merge-key",
        says=("Sammanfogning med << läses inte.", "Merging with << is not read."),
        why=(
            "YAML 1.2 har den inte, och det hopfogade skulle inte stå någonstans i filen.",
            "YAML 1.2 does not have it, and what is merged would stand nowhere in the file.",
        ),
        cure=("Skriv ut fälten där de gäller.", "Write the fields out where they apply."),
    ),
    _fault(
        "alias-unknown",
        says=(
            "*{anchor} hänvisar till något som inte är märkt med &{anchor} tidigare i filen.",
            "*{anchor} refers to something that is not marked &{anchor} earlier in the file.",
        ),
        why=("Hänvisningen går inte att följa.", "The reference cannot be followed."),
        cure=(
            "Rätta namnet. Är det en text som börjar med *, sätt citattecken om den.",
            "Correct the name. If it is a text that begins with *, put quotation marks around it.",
        ),
    ),
    _fault(
        "alias-inside-itself",
        says=(
            "*{anchor} står inuti det som det hänvisar till.",
            "*{anchor} stands inside the very thing it refers to.",
        ),
        why=("Det skulle aldrig ta slut.", "It would never end."),
        cure=("Skriv ut det som menas.", "Write out what is meant."),
    ),
    _fault(
        "aliases-too-many",
        says=(
            "Filens hänvisningar med * står tillsammans för mer än {most} delar.",
            "The references with * in this file together stand for more than {most} parts.",
        ),
        why=_BOUND_WHY,
        cure=("Skriv ut det som menas i stället.", "Write out what is meant instead."),
    ),
    _fault(
        "tag-not-known",
        says=("Märket {tag} läses inte här.", "The tag {tag} is not read here."),
        why=(
            "Märken med utropstecken kan i andra program köra kod; här gör de aldrig något.",
            "Tags with an exclamation mark can run code in other programs; here they never do anything.",
        ),
        cure=(
            "Ta bort märket. Är det en text som börjar med !, sätt citattecken om den.",
            "Delete the tag. If it is a text that begins with !, put quotation marks around it.",
        ),
    ),
    _fault(
        "tag-mismatch",
        says=("{text} är inte vad märket {tag} säger.", "{text} is not what the tag {tag} says."),
        why=_GUESS_WHY,
        cure=("Ta bort märket eller rätta värdet.", "Delete the tag or correct the value."),
    ),
    _fault(
        "several-documents",
        says=(
            "Här börjar ett andra dokument (---); en fil kan bara hålla ett.",
            "A second document (---) begins here; a file can hold one only.",
        ),
        why=_GUESS_WHY,
        cure=(
            "Lägg det i en egen fil, eller ta bort raden med ---.",
            "Put it in a file of its own, or delete the line with ---.",
        ),
    ),
    _fault(
        "yaml-version",
        says=(
            "Filen säger att den är YAML {version}; här läses YAML 1.2.",
            "The file says that it is YAML {version}; YAML 1.2 is read here.",
        ),
        why=(
            "I YAML 1.1 betyder ord som no och on något annat.",
            "In YAML 1.1 words such as no and on mean something else.",
        ),
        cure=("Ta bort raden som börjar med %YAML.", "Delete the line that begins with %YAML."),
    ),
    _fault(
        "too-deep",
        says=(
            "Mer än {deepest} nivåer står inuti varandra.",
            "More than {deepest} levels stand inside one another.",
        ),
        why=_BOUND_WHY,
        cure=(
            "Se efter om en parentes eller ett indrag är fel.",
            "See whether a bracket or the indentation is wrong.",
        ),
    ),
    _fault(
        "faults-too-many",
        says=(
            "Efter {most} fel lästes inte resten av filen.",
            "After {most} faults the rest of the file was not read.",
        ),
        why=_BOUND_WHY,
        cure=("Rätta felen ovan och läs filen igen.", "Correct the faults above and read the file again."),
    ),
)

_TABLES = (
    _fault(
        "column-unknown",
        says=("Ingen kolumn heter {column}. Kända är: {known}.", "No column is called {column}. Known are: {known}."),
        why=("Det som står i kolumnen skulle försvinna.", "What stands in the column would be lost."),
        cure=("Rätta kolumnens namn eller ta bort kolumnen.", "Correct the name of the column or delete it."),
    ),
    _fault(
        "column-missing",
        says=("Kolumnen {column} saknas.", "The column {column} is missing."),
        why=("Utan den går raderna inte att tyda.", "Without it the rows cannot be understood."),
        cure=("Lägg till kolumnen i första raden.", "Add the column to the first row."),
    ),
    _fault(
        "column-twice",
        says=(
            "Kolumnen {column} står två gånger; första gången som kolumn {first}.",
            "The column {column} stands twice; the first time as column {first}.",
        ),
        why=("Det går inte att veta vilken av de två som gäller.", "Nobody can know which of the two counts."),
        cure=("Ta bort eller byt namn på den ena.", "Delete or rename one of them."),
    ),
    _fault(
        "column-unnamed",
        says=("Kolumn {number} har inget namn i första raden.", "Column {number} has no name in the first row."),
        why=("Det som står i kolumnen skulle försvinna.", "What stands in the column would be lost."),
        cure=("Skriv ett namn i första raden, eller ta bort kolumnen.", "Write a name in the first row, or delete it."),
    ),
    _fault(
        "row-too-long",
        says=(
            "Raden har {found} celler men tabellen {expected} kolumner.",
            "This row has {found} cells but the table {expected} columns.",
        ),
        why=_TABLE_WHY,
        cure=(
            "Ta bort skiljetecknet som är för mycket, eller sätt citattecken om cellen det hör till.",
            "Delete the separator too many, or put quotation marks around the cell it belongs to.",
        ),
    ),
    _fault(
        "row-too-short",
        says=(
            "Raden har {found} celler men tabellen {expected} kolumner; {column} och allt efter den saknas.",
            "This row has {found} cells but the table {expected} columns; {column} and all after it are missing.",
        ),
        why=_TABLE_WHY,
        cure=(
            "Skriv ut alla skiljetecken; en tom cell är inget mellan två.",
            "Write all separators; an empty cell is nothing between two.",
        ),
    ),
    _fault(
        "cell-quotes",
        says=(
            "Citattecknen i kolumnen {column} går inte ihop.",
            "The quotation marks in the column {column} do not match.",
        ),
        why=_TABLE_WHY,
        cure=(
            'Avsluta cellen med ", och skriv ett " inuti den som "".',
            'End the cell with ", and write a " inside it as "".',
        ),
    ),
    _fault(
        "cell-too-long",
        says=(
            "En cell i kolumnen {column} är längre än {longest} tecken.",
            "A cell in the column {column} is longer than {longest} characters.",
        ),
        why=_BOUND_WHY,
        cure=(
            "Se efter om ett citattecken saknas; annars korta texten.",
            "See whether a quotation mark is missing; otherwise shorten the text.",
        ),
    ),
)

ENTRIES: tuple[Entry, ...] = (*_FILES, *_SYNTAX, *_TREES, *_TABLES)
