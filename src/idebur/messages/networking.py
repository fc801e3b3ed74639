"""What the commands on the network of agreements say. Every pair is Swedish and then English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from idebur.messages import LANGUAGES, Lang

__all__ = ["PHRASES", "counted", "grouped", "phrase"]

PHRASES: Mapping[str, tuple[str, str]] = {
    # --- which network ---
    "head": ("{agreements}: {nodes} och {edges}.", "{agreements}: {nodes} and {edges}."),
    "agreements": ("{n} överenskommelser", "{n} agreements"),
    "node": ("{n} punkt", "{n} node"),
    "nodes": ("{n} punkter", "{n} nodes"),
    "edge": ("{n} samband", "{n} relation"),
    "edges": ("{n} samband", "{n} relations"),
    "version": (
        "Lydelsen {version}; överenskommelser utan den visas som de är nu.",
        "The version {version}; agreements without it are shown as they are now.",
    ),
    "version-one": ("Lydelsen {version}.", "The version {version}."),
    "version-all": ("Alla lydelser på en gång.", "All versions at once."),
    "day": ("Den {day}: det som gäller då, eller kan gälla.", "On {day}: what holds that day, or may."),
    "uncertain": (
        "Osäkert är {n}: det står inte från när det gäller, eller hur länge.",
        "Uncertain: {n}. It is not said from when it holds, or until when.",
    ),
    "uncertains": (
        "Osäkra är {n}: det står inte från när de gäller, eller hur länge.",
        "Uncertain: {n}. It is not said from when they hold, or until when.",
    ),
    "nothing-yet": (
        "Den {day} är före det första datum som nämns, {first}. Ingenting gäller säkert den dagen.",
        "{day} is before the first date that is named, {first}. Nothing certainly holds that day.",
    ),
    "projection": ("Nätverket {name}: {rule}", "The network {name}: {rule}"),
    "counts": ("Talet för ett samband: {counts}.", "The number of a relation: {counts}."),
    "of-nodes": ("Punkter", "Nodes"),
    "of-edges": ("Samband", "Relations"),
    "alike": ("Kanske samma organisation", "Perhaps the same organisation"),
    "alike-how": (
        "De är inte sammanslagna. Är de en och samma, ge dem samma organisationsnummer (number) i filerna.",
        "They have not been merged. If they are one, give them the same organisation number (number) in the files.",
    ),
    "more": ("  … och {n} till", "  … and {n} more"),
    "more-edges": (
        "  … och {n} till; skriv alla till en fil med -o, såsom -o natverk.csv",
        "  … and {n} more; write them all to a file with -o, such as -o network.csv",
    ),
    "more-rows": ("… och {n} till; alla finns med --format csv", "… and {n} more; --format csv has them all"),
    # --- measures ---
    "empty": ("Här finns inga samband att mäta.", "There are no relations to measure here."),
    "whole": ("Hela nätverket", "The whole network"),
    "name": ("namn", "name"),
    "sector": ("sektor", "sector"),
    "dropped": (
        "Det fanns inte plats för: {measures}. Allt finns med --format csv eller json.",
        "There was no room for: {measures}. --format csv and json have everything.",
    ),
    "means-degree": ("hur många samband den har", "how many relations it has"),
    "means-strength": ("summan av sambandens tal", "the sum of the numbers of its relations"),
    "means-betweenness": (
        "hur ofta den ligger på den kortaste vägen mellan två andra",
        "how often it lies on the shortest way between two others",
    ),
    "means-closeness": (
        "hur nära den är alla andra (1 är direkt till alla)",
        "how near it is to all others (1 is a relation to each)",
    ),
    "means-pagerank": (
        "hur ofta man är där, om man på måfå följer sambanden",
        "how often one is there, following relations at random",
    ),
    "means-core": (
        "den tätaste del av nätverket som den hör till: så många samband har var och en där",
        "the densest part of the network that it belongs to: so many relations each one has there",
    ),
    "means-constraint": (
        "ju högre tal, desto mer bundna till varandra är de som den har samband med (Burt 1992)",
        "the higher, the more tied to each other are those that it is related to (Burt 1992)",
    ),
    "means-effective-size": (
        "hur många den når, när de som redan når varandra räknas som en",
        "how many it reaches, where those who reach each other already count as one",
    ),
    "means-brokerage": (
        "hur ofta den förbinder två som saknar eget samband (Gould och Fernandez 1989)",
        "how often it connects two that have no relation of their own (Gould and Fernandez 1989)",
    ),
    "means-ei": (
        "−1 är att alla samband är inom den egna sektorn, 1 att alla är med andra sektorer",
        "−1 is that all relations are within its own sector, 1 that all are with other sectors",
    ),
    "means-community": (
        "de som har samma nummer har tätare samband med varandra än med andra",
        "those of one number are more densely related to each other than to others",
    ),
    "missing": ("Inte mätt", "Not measured"),
    "why-two-modes": (
        "här är aktörer knutna till det som de deltar i, inte till varandra",
        "here actors are tied to what they take part in, and not to each other",
    ),
    "why-too-large": (
        "nätverket är för stort för att gå igenom alla vägar; ett urval kan mätas i Python (idebur.graph.array_paths)",
        "the network is too large to go every way; a sample can be measured in Python (idebur.graph.array_paths)",
    ),
    "why-not-installed": (
        "ett programbibliotek saknas; installera det med: pip install 'idebur[network]'",
        "a library is missing; install it with: pip install 'idebur[network]'",
    ),
    "why-no-sectors": (
        "det finns inte samband mellan aktörer av minst två kända sektorer",
        "there are no relations between actors of at least two known sectors",
    ),
    "why-too-few": ("nätverket har för få punkter", "the network has too few nodes"),
    "why-otherwise": ("det som måttet behöver finns inte i nätverket", "the network has not what the measure needs"),
    # --- governance ---
    "governance": ("Styrningen", "Governance"),
    "governance-all": (
        "Styrningen mäts för en lydelse (--version) eller en dag (--on) i taget.",
        "Governance is measured for one version (--version) or one day (--on) at a time.",
    ),
    "form": ("Ledningsform (Provan och Kenis 2008)", "Form of governance (Provan and Kenis 2008)"),
    "form-shared": ("parterna leder tillsammans", "the parties govern together"),
    "form-lead-organisation": ("en av parterna leder: {hands}", "one of the parties leads: {hands}"),
    "form-administrative-organisation": (
        "någon som inte är part leder: {hands}",
        "somebody who is no party leads: {hands}",
    ),
    "form-none": ("det går inte att avgöra av texten", "the text does not tell"),
    "form-mixed": (
        "en blandform, där samordning och beslut ligger i olika händer",
        "a mixed form, where coordination and decisions lie in different hands",
    ),
    "form-leans": (
        "det går inte att avgöra av texten, men det som står talar för att {form}",
        "the text does not tell, but what it says speaks for this: {form}",
    ),
    "leans-shared": ("parterna leder tillsammans", "the parties govern together"),
    "leans-lead-organisation": ("en av parterna leder", "one of the parties leads"),
    "leans-administrative-organisation": ("någon som inte är part leder", "somebody who is no party leads"),
    "counted-shared": ("parterna leder tillsammans", "the parties govern together"),
    "counted-lead-organisation": ("en av parterna leder", "one of the parties leads"),
    "counted-administrative-organisation": ("någon som inte är part leder", "somebody who is no party leads"),
    "counted-mixed": ("blandform", "mixed form"),
    "counted-none": ("går inte att avgöra", "the text does not tell"),
    "coordination": ("Samordningen ligger {hands}.", "Coordination lies {hands}."),
    "coordination-none": (
        "Om samordningen går det inte att säga att någon har hand om mer än hälften.",
        "Of the coordination nobody is known to have more than half.",
    ),
    "coordination-nobody": (
        "Det står inte vem som sammankallar, leder, planerar eller genomför det gemensamma arbetet.",
        "It is not said who convenes, leads, plans or carries out what is done together.",
    ),
    "decision": ("Besluten ligger {hands}.", "Decisions lie {hands}."),
    "decision-none": (
        "Om besluten går det inte att säga att någon har hand om mer än hälften.",
        "Of the decisions nobody is known to have more than half.",
    ),
    "decision-nobody": ("Det står inte vem som beslutar.", "It is not said who decides."),
    "hands-shared": ("hos parterna tillsammans", "with the parties together"),
    "hands-one": ("hos {name}", "with {name}"),
    "hands-outside": ("hos {name}, som inte är part", "with {name}, which is no party"),
    "hands-untold": ("det går inte att säga hos vem", "with whom cannot be told"),
    "act": ("{said} [{paths}] – {hands}", "{said} [{paths}] – {hands}"),
    "no-parties": ("Ingen överenskommelse har parter här.", "No agreement has parties here."),
    "appointments": ("Vem som utser", "Who appoints"),
    "no-posts": ("Här finns inga platser eller uppdrag att utse till.", "There are no seats or offices to appoint to."),
    "posts": (
        "Här finns {all} platser och uppdrag. Det står om {said} av dem vem som utser.",
        "There are {all} seats and offices. It is said of {said} of them who appoints.",
    ),
    "posts-none": (
        "Här finns {all} platser och uppdrag. Det står inte om någon av dem vem som utser.",
        "There are {all} seats and offices. It is said of none of them who appoints.",
    ),
    "ex-officio": (
        "Därtill kommer {n} som följer med ett uppdrag.",
        "Besides, {n} come with an office.",
    ),
    "appointer": ("{name}: {n} ({share})", "{name}: {n} ({share})"),
    "appointer-own": (
        "{name}: {n} ({share}), därav {own} till egna platser",
        "{name}: {n} ({share}), {own} of them its own",
    ),
    "convening": ("Vem som sammankallar och leder", "Who convenes and leads"),
    "nobody-convenes": (
        "Det står inte om något organ eller återkommande arbete vem som sammankallar eller leder det.",
        "Of no body and no routine it is said who convenes or leads it.",
    ),
    "convened": (
        "Här finns {all} organ och återkommande arbeten. Det står om {said} av dem vem som sammankallar eller leder.",
        "There are {all} bodies and routines. It is said of {said} of them who convenes or leads.",
    ),
    "concentration": (
        "Koncentration: {value} (1 är att allt hänger på en enda).",
        "Concentration: {value} (1 is that everything depends on a single one).",
    ),
    "convenor": ("{name}: {share}, ensam om {n}", "{name}: {share}, alone with {n}"),
    "convenor-shared": ("{name}: {share}, alltid med andra", "{name}: {share}, always with others"),
    # --- what cannot be done ---
    "unknown-version": (
        "Ingen av överenskommelserna har lydelsen {found}. Där finns: {known}.",
        "None of the agreements has the version {found}. There are: {known}.",
    ),
    "no-versions": (
        "Ingen av överenskommelserna har lydelsen {found}: de har bara den nuvarande.",
        "None of the agreements has the version {found}: there is only the present one.",
    ),
    "not-a-day": (
        "{found} är ingen dag. En dag skrivs som 2026-11-22.",
        "{found} is no day. A day is written as 2026-11-22.",
    ),
    "day-or-version": (
        "Ange antingen en dag (--on) eller en lydelse (--version): båda säger vilket läge som avses.",
        "Give a day (--on) or a version (--version): both say which state is meant.",
    ),
    "part-of-itself": (
        "Nätverket kan inte göras: någon är genom part-of en del av sig själv. Ändra det i filen.",
        "The network cannot be made: by its part-of, somebody is part of itself. Change that in the file.",
    ),
    "needs-file": (
        "Formatet {format} skrivs till en fil. Ange den med -o.",
        "The format {format} is written to a file. Name it with -o.",
    ),
    "unknown-ending": (
        "Det syns inte på {path} vilket format som avses. Ange det med --to, eller låt namnet sluta på {endings}.",
        "{path} does not tell which format is meant. Name it with --to, or let the name end in {endings}.",
    ),
    "unknown-picture": (
        "Det syns inte på {path} vad som ska ritas. Låt namnet sluta på {endings}.",
        "{path} does not tell what is to be drawn. Let the name end in {endings}.",
    ),
    "too-many-for-format": (
        "Formatet {format} rymmer inte {n} samband. Välj ett mindre nätverk (--projection) eller ett annat format.",
        "The format {format} does not hold {n} relations. Choose a smaller network (--projection) or another format.",
    ),
    "too-large-to-draw": (
        "Nätverket är för stort för en bild som går att läsa. Välj ett mindre (--projection), eller rita ett i taget.",
        "The network is too large for a picture that can be read. Choose a smaller one (--projection), or draw fewer.",
    ),
    "written-several": ("{paths} är skrivna.", "Wrote {paths}."),
    "is-read": (
        "{path} är en av filerna som överenskommelsen läses ur, och den skrivs inte över. Välj ett annat namn.",
        "{path} is one of the files that the agreement is read from, and is not overwritten. Choose another name.",
    ),
    "extra-missing": (
        "{library} är inte installerat. Installera det med: pip install 'idebur[{extra}]'",
        "{library} is not installed. Install it with: pip install 'idebur[{extra}]'",
    ),
}
"""Each phrase in Swedish and then in English; what stands in braces is filled in."""


def phrase(name: str, lang: Lang, /, **params: Any) -> str:
    """Fill a phrase in, in one language."""
    return PHRASES[name][LANGUAGES.index(lang)].format(**params)


def grouped(n: int, lang: Lang) -> str:
    """Write a whole number with its thousands apart."""
    return f"{n:,}".replace(",", "\xa0" if lang == "sv" else ",")


def counted(name: str, n: int, lang: Lang) -> str:
    """Fill a phrase in that has a form for one and a form for several (or none)."""
    return phrase(name if n == 1 else f"{name}s", lang, n=grouped(n, lang))
