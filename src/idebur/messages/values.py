"""Faults of values: what stands in a field cannot be what the field is for."""

from __future__ import annotations

from functools import partial

from idebur.messages import Entry, Severity

__all__ = ["ENTRIES"]

_fault = partial(Entry.of, severity=Severity.FAULT)

_SHAPE_WHY = (
    "Varje fält har en form; annars går det inte att veta vad som menas.",
    "Each field has a form; otherwise nobody can know what is meant.",
)
_SILENCE = (
    "Att texten tiger och att den säger nej är två olika saker, så det måste skrivas ut.",
    "That the text is silent and that it says no are two different things, so it has to be written out.",
)

ENTRIES: tuple[Entry, ...] = (
    _fault(
        "field-unknown",
        says=("Det finns inget fält som heter ”{found}” här.", 'There is no field called "{found}" here.'),
        why=(
            "Ett fält som ingen läser vore tappat; ofta är det bara felstavat.",
            "A field that nobody reads would be lost; often it is only misspelt.",
        ),
        cure=(
            (
                "Rätta namnet, eller ta bort raden. Alla fält står i dokumentationen, på sidan Models and fields, och "
                "med schemat (idebur schema) föreslår en redigerare dem."
            ),
            (
                "Correct the name, or remove the line. All fields are listed in the documentation, on the page Models "
                "and fields, and with the schema (idebur schema) an editor suggests them."
            ),
        ),
    ),
    _fault(
        "field-missing",
        says=("Fältet ”{field}” saknas.", 'The field "{field}" is missing.'),
        why=("Utan det går resten inte att förstå.", "Without it the rest cannot be understood."),
        cure=("Lägg till fältet.", "Add the field."),
    ),
    _fault(
        "value-empty",
        says=("Här står inget värde.", "There is no value here."),
        why=_SILENCE,
        cure=(
            "Skriv not-said om texten tiger om det, none om den säger att det inte finns, eller ta bort raden.",
            "Write not-said if the text is silent on it, none if it says that there is none, or remove the line.",
        ),
    ),
    _fault(
        "comma-in-braces",
        says=(
            "Inom klammerparenteser börjar ett nytt fält efter varje komma, så ”{found}” blir ett fält utan värde.",
            'Inside braces a new field begins after each comma, so "{found}" is read as a field without a value.',
        ),
        why=(
            "Det som står efter kommat skulle annars falla bort ur texten.",
            "What stands after the comma would otherwise be lost from the text.",
        ),
        cure=(
            "Sätt citattecken om hela texten, eller hakparenteser om en lista: [a, b]. Decimaltal har punkt: 4.5.",
            "Put quotation marks around the whole text, or brackets around a list: [a, b]. Decimals have a point: 4.5.",
        ),
    ),
    _fault(
        "hash-begins-comment",
        says=(
            "Här står inget värde: det som följer efter # är en kommentar och läses inte.",
            "There is no value here: what follows # is a comment and is not read.",
        ),
        why=_SILENCE,
        cure=(
            "Hör # till texten, sätt citattecken om den. Annars skriv värdet före #.",
            "If # belongs to the text, put quotation marks around it. Otherwise write the value before #.",
        ),
    ),
    _fault(
        "mapping-expected",
        says=(
            "Här står {found}, men det ska vara en grupp av fält (namn: värde).",
            "Here stands {found}, but it should be a group of fields (name: value).",
        ),
        why=_SHAPE_WHY,
        cure=(
            "Skriv fälten under varandra, indragna, eller inom {{ }}.",
            "Write the fields below each other, or in {{ }}.",
        ),
    ),
    _fault(
        "list-expected",
        says=("Här står {found}, men det ska vara en lista.", "Here stands {found}, but it should be a list."),
        why=_SHAPE_WHY,
        cure=(
            "Skriv en lista: [a, b], eller en rad med - för varje.",
            "Write a list: [a, b], or a line with - for each.",
        ),
    ),
    _fault(
        "list-empty",
        says=("Listan är tom.", "The list is empty."),
        why=_SILENCE,
        cure=(
            "Skriv not-said om texten tiger om det, none om den säger att det inte finns några.",
            "Write not-said if the text is silent on it, none if it says that there are none.",
        ),
    ),
    _fault(
        "word-expected",
        says=("Här står {found}, men det ska vara ett ord.", "Here stands {found}, but it should be a word."),
        why=_SHAPE_WHY,
        cure=("Skriv ett ord: nyckeln till det som menas.", "Write one word: the key of what is meant."),
    ),
    _fault(
        "word-malformed",
        says=(
            "”{found}” kan inte vara en nyckel eller ett ord: bara små bokstäver, siffror och enkla bindestreck.",
            '"{found}" cannot be a key or a word: only small letters, digits and single hyphens.',
        ),
        why=(
            "En nyckel skrivs på ett enda sätt, så att en hänvisning alltid hittar rätt.",
            "A key is written in one way only, so that a reference always finds it.",
        ),
        cure=(
            "Skriv om den; namnet i klartext hör hemma i name eller title.",
            "Rewrite it; the full name goes in name or title.",
        ),
    ),
    _fault(
        "letter-in-two-parts",
        says=(
            "”{found}” är skrivet med bokstäver i två delar: till exempel ett a och en lös ring i stället för ett å.",
            '"{found}" is written with letters in two parts: an a and a loose ring instead of an å, say.',
        ),
        why=(
            "De ser likadana ut på skärmen men är olika tecken, så en hänvisning skulle inte hitta nyckeln.",
            "They look the same on the screen and are different characters, so no reference would find the key.",
        ),
        cure=(
            "Skriv ordet på nytt med tangentbordet. Sådana bokstäver följer ofta med ur pdf-filer och från Mac.",
            "Type the word anew. Such letters often come along from PDF files and from a Mac.",
        ),
    ),
    _fault(
        "word-not-among",
        says=(
            "Här står {found}, men det ska vara något av: {expected}.",
            "Here stands {found}, but it should be one of: {expected}.",
        ),
        why=_SHAPE_WHY,
        cure=("Välj ett av dem.", "Choose one of them."),
    ),
    _fault(
        "truth-expected",
        says=(
            "Här står {found}, men det ska vara true eller false.",
            "Here stands {found}, but it should be true or false.",
        ),
        why=_SHAPE_WHY,
        cure=(
            "Skriv true eller false, eller not-said om texten tiger om det.",
            "Write true or false, or not-said if the text is silent on it.",
        ),
    ),
    _fault(
        "number-expected",
        says=(
            "Här står {found}, men det ska vara ett helt tal från 0.",
            "Here stands {found}, but it should be a whole number from 0.",
        ),
        why=_SHAPE_WHY,
        cure=("Skriv talet med siffror.", "Write the number in digits."),
    ),
    _fault(
        "text-expected",
        says=(
            "Här står {found}, men det ska vara en text, eller en text för varje språk.",
            "Here stands {found}, but it should be a text, or a text for each language.",
        ),
        why=_SHAPE_WHY,
        cure=(
            'Skriv texten, inom citattecken om den ser ut som ett tal, eller {{sv: "…", en: "…"}}.',
            'Write the text, in quotes if it looks like a number, or {{sv: "…", en: "…"}}.',
        ),
    ),
    _fault(
        "text-in-language",
        says=(
            "Här står {found}, men under en språkkod ska det stå en text.",
            "Here stands {found}, but under a language tag there should be a text.",
        ),
        why=(
            "En text kan skrivas på flera språk, men bara en gång på varje.",
            "A text can be written in several languages, but only once in each.",
        ),
        cure=(
            "Skriv texten efter språkkoden, inom citattecken om den ser ut som ett tal.",
            "Write the text after the language tag, in quotes if it looks like a number.",
        ),
    ),
    _fault(
        "text-empty",
        says=("Texten är tom.", "The text is empty."),
        why=_SILENCE,
        cure=("Skriv texten, eller ta bort raden.", "Write the text, or remove the line."),
    ),
    _fault(
        "text-language",
        says=("”{found}” är ingen språkkod.", '"{found}" is no language tag.'),
        why=(
            "Språket anges med en kod på två eller tre bokstäver, så att rätt text kan visas.",
            "The language is named by a tag of two or three letters, so that the right text can be shown.",
        ),
        cure=("Skriv till exempel sv, en eller fi (BCP 47).", "Write for example sv, en or fi (BCP 47)."),
    ),
    _fault(
        "among-others-alone",
        says=("Bredvid among-others står fler fält.", "Beside among-others stand more fields."),
        why=_SHAPE_WHY,
        cure=("Skriv bara {{among-others: [a, b]}}.", "Write only {{among-others: [a, b]}}."),
    ),
    _fault(
        "fact-value",
        says=("Här står {found}, men det är inget värde.", "Here stands {found}, but that is no value."),
        why=_SHAPE_WHY,
        cure=(
            "Skriv true eller false, ett tal, ett ord, ett datum eller en lista av ord; not-said om det inte är känt.",
            "Write true or false, a number, a word, a date or a list of words; not-said if it is not known.",
        ),
    ),
    _fault(
        "fact-type",
        says=(
            "För ”{fact}” står ”{found}”, men det ska vara {expected}.",
            'For "{fact}" stands "{found}", but it should be {expected}.',
        ),
        why=(
            "En regel kan bara jämföra uppgifter av rätt slag.",
            "A rule can only compare facts of the right kind.",
        ),
        cure=("Skriv {expected}.", "Write {expected}."),
    ),
    _fault(
        "fact-word",
        says=(
            "Uppgiften ”{fact}” kan inte vara ”{found}”, utan bara {expected}.",
            'The fact "{fact}" cannot be "{found}", but only {expected}.',
        ),
        why=(
            "Ett felstavat ord är inget av dem som reglerna frågar efter, och svaret skulle bli nej.",
            "A misspelt word is none of those that rules ask for, and the answer would become no.",
        ),
        cure=(
            "Rätta ordet. Har organisationen inget av dem, skriv none; är det inte känt, skriv not-said.",
            "Correct the word. If the organisation has none of them, write none; if it is not known, write not-said.",
        ),
    ),
    _fault(
        "fact-misspelt",
        says=(
            "Uppgiften ”{found}” är nästan, men inte riktigt, en som reglerna frågar efter.",
            'The fact "{found}" is almost, but not quite, one that rules ask for.',
        ),
        why=(
            "Under ett felstavat namn är uppgiften inte känd, och svaret blir vet ej.",
            "Under a misspelt name the fact is not known, and the answer becomes unknown.",
        ),
        cure=(
            "Rätta namnet. Är det en egen uppgift i en överenskommelse, ge den där ett namn som inte går att förväxla.",
            "Correct the name. If an agreement declares such a fact, give it a name there that cannot be mistaken.",
        ),
    ),
    _fault(
        "value-wrong",
        says=("Värdet {found} passar inte här.", "The value {found} does not fit here."),
        why=_SHAPE_WHY,
        cure=("Se beskrivningen av fältet.", "See the description of the field."),
    ),
    _fault(
        "format-unknown",
        says=(
            "Filens format anges som {found}, men denna idebur läser bara format 1.",
            "The format of the file is given as {found}, but this idebur reads format 1 only.",
        ),
        why=(
            "Formatet kan ändras mellan versioner; att gissa kunde ändra innebörden.",
            "The format can change between versions; guessing could change the meaning.",
        ),
        cure=(
            "Skriv idebur: 1 (utan citattecken). Är filen skriven för en nyare idebur, uppgradera.",
            "Write idebur: 1 (without quotation marks). If the file was written for a newer idebur, upgrade.",
        ),
    ),
    _fault(
        "not-an-agreement",
        says=(
            "Filen är ingen överenskommelse: fältet agreement saknas.",
            "The file is no agreement: the field agreement is missing.",
        ),
        why=(
            "idebur läser överenskommelser och organisationer; vilket det är ser man på första raderna.",
            "idebur reads agreements and organisations; the first lines tell which it is.",
        ),
        cure=(
            "Börja filen med idebur: 1 och agreement: en-nyckel. Ett exempel skrivs av idebur new.",
            "Begin the file with idebur: 1 and agreement: a-key. idebur new writes an example.",
        ),
    ),
    _fault(
        "not-an-organisation",
        says=(
            "Filen är ingen organisation: fältet organisation saknas.",
            "The file is no organisation: the field organisation is missing.",
        ),
        why=(
            "En organisations uppgifter står i en fil för sig.",
            "What is known of an organisation stands in a file of its own.",
        ),
        cure=(
            "Börja filen med idebur: 1 och organisation: en-nyckel.",
            "Begin the file with idebur: 1 and organisation: a-key.",
        ),
    ),
    _fault(
        "organisation-not-agreement",
        says=(
            "Filen beskriver en organisation, men här väntades en överenskommelse.",
            "The file describes an organisation, but an agreement was expected here.",
        ),
        why=(
            "En organisations uppgifter och en överenskommelse står i olika filer och läses på olika sätt.",
            "What is known of an organisation and an agreement stand in different files and are read differently.",
        ),
        cure=(
            "Ange överenskommelsens fil. Är det en överenskommelse, skriv agreement: i stället för organisation:.",
            "Name the agreement's file. If it is an agreement, write agreement: instead of organisation:.",
        ),
    ),
    _fault(
        "agreement-not-organisation",
        says=(
            "Filen beskriver en överenskommelse, men här väntades en organisation.",
            "The file describes an agreement, but an organisation was expected here.",
        ),
        why=(
            "En organisations uppgifter och en överenskommelse står i olika filer och läses på olika sätt.",
            "What is known of an organisation and an agreement stand in different files and are read differently.",
        ),
        cure=(
            "Ange organisationens fil. Är det en organisation, skriv organisation: i stället för agreement:.",
            "Name the organisation's file. If it is an organisation, write organisation: instead of agreement:.",
        ),
    ),
    _fault(
        "file-outside",
        says=(
            "”{file}” ligger inte i överenskommelsens mapp och öppnas därför inte.",
            '"{file}" does not lie in the folder of the agreement and is therefore not opened.',
        ),
        why=(
            "En överenskommelse kan komma från vem som helst och får inte läsa andra filer på datorn.",
            "An agreement may come from anybody, and must not read other files on the computer.",
        ),
        cure=(
            "Lägg filen bredvid den fil som nämner den, och skriv bara dess namn: tenures.csv.",
            "Put the file beside the one that names it, and write its name only: tenures.csv.",
        ),
    ),
    _fault(
        "folder-without-agreement",
        says=(
            "I mappen {folder} finns ingen fil agreement.yaml.",
            "In the folder {folder} there is no file agreement.yaml.",
        ),
        why=(
            "En mapp är en överenskommelse när den har en agreement.yaml.",
            "A folder is an agreement when it has an agreement.yaml.",
        ),
        cure=("Ange en annan mapp, eller en fil.", "Name another folder, or a file."),
    ),
    _fault(
        "file-not-part",
        says=(
            "Filen {file} är ingen del av överenskommelsen: en del heter som ett avsnitt.",
            "The file {file} is no part of the agreement: a part is named as a section is.",
        ),
        why=(
            "En fil som ingen läser vore tappad; ofta är namnet bara felstavat.",
            "A file that nobody reads would be lost; often its name is only misspelt.",
        ),
        cure=(
            "Döp den efter avsnittet (bodies.yaml), lägg den i versions/, eller flytta den ur mappen.",
            "Name it after its section (bodies.yaml), put it in versions/, or move it out of the folder.",
        ),
    ),
    _fault(
        "section-twice",
        says=(
            "Avsnittet ”{found}” står både i {file} och i {first}.",
            'The section "{found}" stands both in {file} and in {first}.',
        ),
        why=("Ett av dem skulle annars inte gälla.", "One of them would otherwise not count."),
        cure=("Behåll ett av dem.", "Keep one of them."),
    ),
    _fault(
        "agreement-twice",
        says=(
            "Nyckeln ”{found}” har redan en annan överenskommelse: {first}.",
            'Another agreement has the key "{found}": {first}.',
        ),
        why=(
            "Två överenskommelser med samma nyckel går inte att skilja åt.",
            "Two agreements with one key cannot be told apart.",
        ),
        cure=("Ge en av dem en annan nyckel.", "Give one of them another key."),
    ),
)
