"""What the commands on the network of agreements say. Every pair is Swedish and then English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from idebur.messages import LANGUAGES, Lang

__all__ = ["PHRASES", "phrase"]

PHRASES: Mapping[str, tuple[str, str]] = {
    "head": ("{agreements}: {nodes} noder och {edges} kanter.", "{agreements}: {nodes} nodes and {edges} edges."),
    "day": ("Den {day}: det som gäller då, eller kan gälla.", "On {day}: what holds that day, or may."),
    "uncertain": (
        "Av kanterna är {n} osäkra: texten säger inte från när de gäller, eller hur länge.",
        "Of the edges {n} are uncertain: the text does not say from when they hold, or until when.",
    ),
    "nothing-yet": (
        "Den {day} gäller ingenting säkert: det första datum som nämns är {first}.",
        "On {day} nothing certainly holds: the first date that is named is {first}.",
    ),
    "projection": ("Nätverket {name}: {rule}", "The network {name}: {rule}"),
    "counts": ("Talet för en förbindelse: {counts}.", "The number of a tie: {counts}."),
    "nodes": ("Noder", "Nodes"),
    "edges": ("Kanter", "Edges"),
    "alike": ("Kanske samma organisation", "Perhaps the same organisation"),
    "alike-how": (
        "De är inte sammanslagna. Ge dem samma organisationsnummer (number) i filerna, om de är en.",
        "They have not been merged. Give them one organisation number (number) in the files, if they are one.",
    ),
    "empty": ("Här finns inga förbindelser att mäta.", "There are no ties to measure here."),
    "whole": ("Hela nätverket", "The whole network"),
    "missing": ("Inte mätt", "Not measured"),
    "governance": ("Styrningen", "Governance"),
    "name": ("namn", "name"),
    "sector": ("sektor", "sector"),
    "unknown-version": (
        "Ingen av överenskommelserna har versionen {found}. Där finns: {known}.",
        "None of the agreements has the version {found}. There are: {known}.",
    ),
    "no-versions": ("Ingen av överenskommelserna har andra versioner.", "None of the agreements has other versions."),
    "not-a-day": (
        "{found} är ingen dag. En dag skrivs som 2026-11-22.",
        "{found} is no day. A day is written as 2026-11-22.",
    ),
    "day-or-version": (
        "Ange antingen en dag (--on) eller en version (--version): båda säger vilket läge som avses.",
        "Give a day (--on) or a version (--version): both say which state is meant.",
    ),
    "needs-file": (
        "Formatet {format} skrivs till en fil. Ange den med -o.",
        "The format {format} is written to a file. Name it with -o.",
    ),
    "unknown-ending": (
        "Det syns inte på {path} vilket format som avses. Ange det med --to, eller låt namnet sluta på {endings}.",
        "{path} does not tell which format is meant. Name it with --to, or let the name end in {endings}.",
    ),
    "extra-missing": (
        "{library} är inte installerat. Installera det med: pip install 'idebur[{extra}]'",
        "{library} is not installed. Install it with: pip install 'idebur[{extra}]'",
    ),
    "not-written": ("{path} går inte att skriva: {reason}.", "{path} cannot be written: {reason}."),
    "wrote": ("{paths} är skriven.", "Wrote {paths}."),
    "wrote-several": ("{paths} är skrivna.", "Wrote {paths}."),
    "same-key": (
        "Flera överenskommelser har nyckeln {key}. Ge var och en sin egen (agreement: …).",
        "Several agreements have the key {key}. Give each a key of its own (agreement: …).",
    ),
}


def phrase(name: str, lang: Lang, /, **params: Any) -> str:
    """Say a phrase in *lang*."""
    return PHRASES[name][LANGUAGES.index(lang)].format(**params)
