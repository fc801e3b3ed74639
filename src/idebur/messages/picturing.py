"""The words of the page that shows a graph: its headings, its buttons, and what a kind of node or a detail is called.

Every pair is Swedish and then English. What is not here is told by its own name, so that any graph can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["FACTS", "PHRASES", "SEVERAL"]

Pair = tuple[str, str]

SEVERAL: Mapping[str, Pair] = {
    "agreement": ("Överenskommelser", "Agreements"),
    "party": ("Parter", "Parties"),
    "organisation": ("Organisationer", "Organisations"),
    "class": ("Slag och grupper", "Classes and sets"),
    "group": ("Kretsar", "Groups"),
    "sector": ("Sektorer", "Sectors"),
    "unit": ("Enheter", "Units"),
    "body": ("Organ", "Bodies"),
    "seat": ("Platser", "Seats"),
    "office": ("Uppdrag", "Offices"),
    "strategy": ("Strategier", "Strategies"),
    "document": ("Dokument", "Documents"),
    "aim": ("Syften och mål", "Aims"),
    "principle": ("Principer", "Principles"),
    "commitment": ("Åtaganden", "Commitments"),
    "level": ("Nivåer", "Levels"),
    "phase": ("Faser", "Phases"),
    "tool": ("Verktyg", "Tools"),
    "routine": ("Återkommande arbete", "Routines"),
    "procedure": ("Ordningar", "Procedures"),
    "resource": ("Resurser", "Resources"),
    "event": ("Händelser", "Events"),
    "conclusion": ("Slutsatser", "Conclusions"),
}
"""What the nodes of a kind are called together."""

FACTS: Mapping[str, Pair] = {
    "kind": ("Slag", "Kind"),
    "word": ("Närmare bestämt", "More precisely"),
    "sector": ("Sektor", "Sector"),
    "number": ("Organisationsnummer", "Organisation number"),
    "text": ("Innehåll", "What it says"),
    "force": ("Styrka", "Force"),
    "claim": ("Påstår", "Claim"),
    "dates": ("Tid", "Dates"),
    "cites": ("Källa", "Citation"),
    "where": ("Fil och rad", "File and line"),
    "status": ("Ställning", "Status"),
    "things": ("Det som räknas", "What is counted"),
    "through": ("Genom", "Through"),
    "group": ("Som en av", "As one of"),
    "seat_kind": ("Slag av plats", "Kind of seat"),
    "count": ("Antal", "Number"),
    "weight": ("Vikt", "Weight"),
    "derived": ("Härlett", "Derived"),
    "certain": ("Säkert den dagen", "Certain that day"),
    "version": ("Lydelse", "Version"),
    "agreement": ("Överenskommelse", "Agreement"),
    "field": ("Fält", "Field"),
    "path": ("Plats i filen", "Path in the file"),
    "id": ("Nyckel", "Identifier"),
}
"""What a detail of a node or a relation is called, in the order in which details are told."""

PHRASES: Mapping[str, Pair] = {
    # --- the head of the page ---
    "untitled": ("Ett nätverk", "A network"),
    "size": ("{nodes} och {edges}.", "{nodes} and {edges}."),
    "day": ("Så som det såg ut {day}.", "As it stood on {day}."),
    "node": ("{n} punkt", "{n} node"),
    "nodes": ("{n} punkter", "{n} nodes"),
    "edge": ("{n} samband", "{n} relation"),
    "edges": ("{n} samband", "{n} relations"),
    "skip-search": ("Gå till sökningen", "Go to the search"),
    "skip-list": ("Gå till listan", "Go to the list"),
    "scriptless": (
        "Sidan behöver JavaScript för att visa bilden och listan. Ingenting hämtas från nätet.",
        "The page needs JavaScript to show the picture and the list. Nothing is fetched from the network.",
    ),
    # --- search and filters ---
    "choose": ("Sök och välj ut", "Search and filter"),
    "search": ("Sök", "Search"),
    "search-help": (
        "Namn, nyckel, källa eller annan text. Retur visar nästa träff.",
        "Name, identifier, citation or other text. Enter shows the next match.",
    ),
    "filters": ("Urval", "Filters"),
    "node-kinds": ("Slag av punkter", "Kinds of node"),
    "edge-kinds": ("Slag av samband", "Kinds of relation"),
    "sectors": ("Sektorer", "Sectors"),
    "acting": ("aktör utan angiven sektor", "actor of no given sector"),
    "whole": ("överenskommelse", "agreement"),
    "part": ("annat som texten rymmer", "other things in the text"),
    "no-sector": ("ingen sektor angiven", "no sector given"),
    "no-kind": ("inget slag angivet", "no kind given"),
    "no-kinds": ("Utan slag", "Of no kind"),
    "all": ("Alla", "All"),
    "none": ("Inga", "None"),
    "all-of": ("Alla: {what}", "All: {what}"),
    "none-of": ("Inga: {what}", "None: {what}"),
    "dates": ("Tid", "Dates"),
    "from": ("Från och med", "From"),
    "to": ("Till och med", "To"),
    "dates-help": (
        "Det som kan ha gällt någon dag däremellan visas. Det som saknar datum visas alltid.",
        "What may have held on some day in between is shown. What has no date is always shown.",
    ),
    "dates-run": ("Datumen går från {first} till {last}.", "The dates run from {first} to {last}."),
    "no-dates": ("Ingenting här har något datum.", "Nothing here has a date."),
    "alone": ("Dölj punkter utan samband", "Hide nodes without relations"),
    "reset": ("Börja om", "Start again"),
    # --- the picture ---
    "picture": ("Bilden", "The picture"),
    "picture-help": (
        "Bild av nätverket. Piltangenterna flyttar, plus och minus ändrar storleken, 0 visar allt. Listan har samma.",
        "Picture of the network. Arrow keys move, plus and minus zoom, 0 shows everything. The list holds the same.",
    ),
    "zoom-in": ("Större", "Zoom in"),
    "zoom-out": ("Mindre", "Zoom out"),
    "fit": ("Visa allt", "Show all"),
    "save": ("Spara som PNG", "Save as PNG"),
    "legend": ("Teckenförklaring", "Legend"),
    "legend-derived": ("följer av två hänvisningar", "follows from two references"),
    "legend-doubtful": ("föreslaget, tidigare eller osäkert", "proposed, past or uncertain"),
    # --- the reason of what is chosen ---
    "reason": ("Skäl", "Reason"),
    "nothing-chosen": (
        "Välj en punkt eller ett samband, i bilden eller i listan, så står skälet här.",
        "Choose a node or a relation, in the picture or in the list, and its reason is told here.",
    ),
    "relations-of": ("Samband", "Relations"),
    "relations-hidden": ("Döljs av urvalet: {edges}.", "Hidden by the filter: {edges}."),
    "no-relations": ("Inga samband att visa.", "No relations to show."),
    "ends": ("Visa", "Show"),
    "back": ("Tillbaka", "Back"),
    "clear": ("Ta bort valet", "Clear the choice"),
    "no-citation": ("ingen källa angiven", "no citation given"),
    "no-place": ("ingen fil angiven", "no file given"),
    "no-date": ("inget datum", "no date"),
    "since": ("från {since}", "since {since}"),
    "until": ("till {until}", "until {until}"),
    "span": ("{since} till {until}", "{since} to {until}"),
    "line": ("{file}, rad {line}", "{file}, line {line}"),
    "derived-yes": ("ja, ur två hänvisningar", "yes, from two references"),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "one-of": ("{label} ({kind})", "{label} ({kind})"),
    "tie": ("{source} {label} {target}.", "{source} {label} {target}."),
    "bare-tie": ("{source} och {target}.", "{source} and {target}."),
    # --- the list, and what is read out ---
    "list": ("Allt i nätverket", "Everything in the network"),
    "matching-edges": ("Samband som träffas av sökningen", "Relations that match the search"),
    "showing": (
        "{nodes} av {nodes_all} punkter och {edges} av {edges_all} samband visas.",
        "Showing {nodes} of {nodes_all} nodes and {edges} of {edges_all} relations.",
    ),
    "undated": (
        "{nodes} punkter och {edges} samband av dem saknar datum och är kvar.",
        "Of these, {nodes} nodes and {edges} relations have no date and are kept.",
    ),
    "date-order": (
        "Tiden slutar innan den börjar: bara det som saknar datum visas.",
        "The dates end before they begin: only what has no date is shown.",
    ),
    "found": ("Träffar: {nodes} punkter och {edges} samband.", "Matches: {nodes} nodes and {edges} relations."),
    "found-hidden": ("Träffar som döljs av urvalet: {n}.", "Matches hidden by the filter: {n}."),
    "choice-hidden": ("Det valda döljs nu av urvalet.", "What was chosen is now hidden by the filter."),
    "told-relations": ("Antal samband: {n}.", "Number of relations: {n}."),
    "empty": ("Nätverket är tomt.", "The network is empty."),
}
"""Each phrase of the page; what stands in braces is filled in, here or in the page itself."""
