"""The words of a picture of a network: its legend and its caption.

Every pair is Swedish and then English. The kinds of node and edge are called what the graph's own tables call them.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PHRASES"]

Pair = tuple[str, str]

PHRASES: Mapping[str, Pair] = {
    "tie": ("samband", "relation"),
    "no-sector": ("sektor inte angiven", "sector not given"),
    "actor": ("aktör", "actor"),
    "many": ("tom: en grupp eller ett slag av aktörer", "hollow: a group or class of actors"),
    "uncertain": ("blek: det går inte att avgöra om den gäller", "pale: cannot be told whether it holds"),
    "weight": ("Ju tjockare linje, desto större tal.", "The wider the line, the greater the number."),
    "same": ("Alla linjer har talet {n}.", "Every line has the number {n}."),
    "counts": ("Linjens tal: {counts}.", "The number of a line: {counts}."),
    "agreement": ("Överenskommelse: {names}.", "Agreement: {names}."),
    "agreements": ("Överenskommelser: {names}.", "Agreements: {names}."),
    "many-agreements": ("{n} överenskommelser.", "{n} agreements."),
    "projection": ("Nätverk: {name}.", "Network: {name}."),
    "day": ("Läget den {day}.", "As it stood on {day}."),
    "size": ("Punkter: {nodes}. Samband: {edges}.", "Nodes: {nodes}. Relations: {edges}."),
    "hidden": ("Inte ritat: {kinds}.", "Not drawn: {kinds}."),
    "alone": ("utan samband med det som är ritat", "without a relation to what is drawn"),
    "folded": (
        "Platser och uppdrag är ritade som det organ de hör till.",
        "Seats and offices are drawn as the body they belong to.",
    ),
    "merged": (
        "En siffra på en linje: så många samband är dragna som ett enda.",
        "A number on a line: so many relations are drawn as one.",
    ),
    "unnumbered": (
        "Tjocka linjer utan siffra är också flera; det fanns inte plats för {n} av siffrorna.",
        "Wide lines without a number are several too; there was no room for {n} of the numbers.",
    ),
    "unlabelled": (
        "Plats saknades för {n} av {all} namn; de minst förbundna är utelämnade.",
        "There was no room for {n} of {all} names; the least connected are left out.",
    ),
    "no-legend": ("Förklaringen av tecknen får inte plats.", "There is no room for the legend."),
    "cut": ("Långa namn som är avkortade: {n}.", "Long names cut short: {n}."),
    "wide": (
        "Tjockare linjer är flera samband, dragna som ett enda.",
        "Wider lines are several relations, drawn as one.",
    ),
    "panel": ("{day}   punkter: {nodes}, samband: {edges}", "{day}   nodes: {nodes}, relations: {edges}"),
    "together": (
        "Alla bilder tillsammans har {nodes} punkter och {edges} samband.",
        "All panels together have {nodes} nodes and {edges} relations.",
    ),
    "empty": ("Här finns ingenting att rita.", "There is nothing to draw."),
}
"""The sentences of the caption, and the rest of the legend."""
