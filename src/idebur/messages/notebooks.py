"""The words of what a notebook shows: the headings of its tables, and what stands around them.

What fields, sections, words and values are called stands elsewhere, and is not said again here.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PHRASES"]

PHRASES: Mapping[str, tuple[str, str]] = {
    # --- an agreement and its versions ---
    "key": ("Nyckel", "Key"),
    "time": ("Tid", "Time"),
    "parties": ("Parter", "Parties"),
    "party-sector": ("{sector} ({n}): ", "{sector} ({n}): "),
    "sector-not-told": ("Sektor: {how}", "Sector: {how}"),
    "holds": ("Innehåller", "Holds"),
    "nothing": ("ingenting", "nothing"),
    "silent": ("Texten säger inget om", "The text says nothing about"),
    "denied": ("Finns inte, säger texten", "There is none, the text says"),
    "left-out": ("Filen tar inte upp", "The file leaves out"),
    "counted": ("{count}, men vilka sägs inte", "{count}, but not which"),
    "counted-of": ("{name}: {count}, men vilka sägs inte", "{name}: {count}, but not which"),
    "more": ("och {n} till", "and {n} more"),
    "version": ("Lydelse", "Version"),
    "relation": ("Förhållande till andra lydelser", "How it stands to other versions"),
    # --- a body ---
    "a-body": ("Ett organ", "A body"),
    "mandate": ("Uppdrag", "Mandate"),
    "also": ("Övrigt", "Also"),
    "cites": ("Källa", "Citation"),
    "seats-of": ("Platser i {name}", "Seats in {name}"),
    "for-whom": ("För vem", "For whom"),
    "appoints": ("Vem som utser", "Who appoints"),
    "votes": ("Rösträtt", "Votes"),
    "by-kind": ("{answer}, genom slaget av plats", "{answer}, by its kind"),
    "other-terms": ("Övriga villkor", "Other terms"),
    "by-office": ("ingen: följer med uppdraget", "nobody: comes with the office"),
    # --- a verdict ---
    "answer-yes": ("ja", "yes"),
    "answer-no": ("nej", "no"),
    "answer-unknown": ("oklart", "unknown"),
    "condition": ("Villkor", "Condition"),
    "answer": ("Svar", "Answer"),
    "found": ("Uppgift", "Value found"),
    "needed": ("Krävs för ja", "Needed for yes"),
    "not-known": ("inte känt", "not known"),
    "not-judged": ("ingen har bedömt det", "nobody has judged it"),
    "all-of": ("Allt detta", "All of these"),
    "any-of": ("Minst ett av dessa", "At least one of these"),
    "at-least-of": ("Minst {n} av dessa", "At least {n} of these"),
    "not": ("Inte detta", "Not this"),
    "as-above": ("{condition} (se {number})", "{condition} (see {number})"),
    "bold": ("Fetstil: det som avgör.", "Bold: what decides."),
    "rows-left": ("{n} delar till visas inte.", "{n} more parts are not shown."),
    # --- findings ---
    "no-findings": ("Inget att anmärka på.", "Nothing to report."),
    "why-and-cure": ("Varför, och vad man kan göra", "Why, and the way out"),
    "findings-left": ("{n} till visas inte.", "{n} more are not shown."),
}
"""Each phrase in Swedish and then in English; what stands in braces is filled in."""
