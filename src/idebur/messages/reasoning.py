"""The words in which an agreement's rules are listed, and two agreements compared by who could join them."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PHRASES"]

PHRASES: Mapping[str, tuple[str, str]] = {
    # --- the list ---
    "clauses": ("Villkor", "Conditions"),
    "no-clauses": ("Inga villkor har ett eget namn.", "No condition has a name of its own."),
    "ways": ("Vem som får ansluta sig", "Who may join"),
    "no-ways": ("Texten säger inte hur man ansluter sig.", "The text does not say how one joins."),
    "way-not-said": ("Texten säger inte vem som får ansluta sig.", "The text does not say who may join."),
    "nobody": ("Ingen.", "Nobody."),
    "anybody": ("Vem som helst.", "Anybody."),
    "only-people": ("Utan regel: bara människor kan bedöma det.", "No rule: only people can judge it."),
    # --- the comparison ---
    "agreement": ("{title} ({key})", "{title} ({key})"),
    "compared": ("{first} och {second} jämförda", "{first} and {second} compared"),
    "only-first": (
        "Får ansluta sig till {first}, men inte till {second}",
        "May join {first}, but not {second}",
    ),
    "only-second": (
        "Får ansluta sig till {second}, men inte till {first}",
        "May join {second}, but not {first}",
    ),
    "both": ("Får ansluta sig till båda", "May join both"),
    "neither": ("Får inte ansluta sig till någon av dem", "May join neither"),
    "there-is": ("Till exempel varje organisation med", "For instance every organisation with"),
    "there-is-any": ("Vilken organisation som helst.", "Any organisation at all."),
    "there-is-none": ("Ingen organisation, vad den än är.", "No organisation, whatever it is."),
    "too-large": (
        "Det går inte att avgöra: reglerna är för omfattande.",
        "It cannot be decided: the rules are too large.",
    ),
    "not-said": (
        "Det går inte att avgöra: texten till {silent} säger inte vem som får ansluta sig.",
        "It cannot be decided: the text of {silent} does not say who may join.",
    ),
    "facts-differ": (
        "Det går inte att avgöra: överenskommelserna frågar efter olika saker under samma namn.",
        "It cannot be decided: the agreements ask for different things by the same name.",
    ),
    "value": ("{label}: {value}", "{label}: {value}"),
    "judged": ("bedömt i {agreement}, {clause}: {value}", "judged in {agreement}, {clause}: {value}"),
    "met": ("uppfyllt", "met"),
    "not-met": ("inte uppfyllt", "not met"),
    "other-word": ("något annat", "something else"),
    "differs-in-type": (
        "”{fact}” är av olika slag: {first} i den ena, {second} i den andra.",
        '"{fact}" is of different types: {first} in the one, {second} in the other.',
    ),
    "differs-in-words": (
        "”{fact}” kan ha olika värden: {first} i den ena, {second} i den andra.",
        '"{fact}" can have different values: {first} in the one, {second} in the other.',
    ),
    "type-yes-no": ("ja eller nej", "yes or no"),
    "type-word": ("ett ord", "a word"),
    "type-words": ("flera ord", "several words"),
    "type-number": ("ett tal", "a number"),
    "type-date": ("ett datum", "a date"),
    "any-word": ("vilket ord som helst", "any word"),
}
"""Each phrase in Swedish and then in English; what stands in braces is filled in."""
