"""The words in which a verdict is told: ready to stand in a letter to whoever asked."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PHRASES"]

PHRASES: Mapping[str, tuple[str, str]] = {
    # --- the decision ---
    "the-organisation": ("organisationen", "the organisation"),
    "may-yes": ("{who} får ansluta sig till {agreement}{version}.", "{who} may join {agreement}{version}."),
    "may-no": ("{who} får inte ansluta sig till {agreement}{version}.", "{who} may not join {agreement}{version}."),
    "may-unknown": (
        "Det går ännu inte att säga om {who} får ansluta sig till {agreement}{version}.",
        "It cannot yet be said whether {who} may join {agreement}{version}.",
    ),
    "in-version": (" (lydelsen {version})", " (version {version})"),
    "approved-by": ("Anslutningen ska också godkännas av {who}.", "Joining also has to be approved by {who}."),
    # --- the headings ---
    "decided": ("Det som avgör", "What decides"),
    "decided-way": ("Det som avgör ({way})", "What decides ({way})"),
    "other-clauses": ("Övriga villkor", "The other conditions"),
    "missing": ("Det som behöver klarläggas", "What has to be made clear"),
    "would-do-one": ("Det som skulle räcka", "What would be enough"),
    "would-do-several": (
        "Det som skulle räcka, var för sig",
        "What would be enough, each by itself",
    ),
    # --- a clause ---
    "met-yes": ("Uppfyllt: {says}", "Met: {says}"),
    "met-no": ("Inte uppfyllt: {says}", "Not met: {says}"),
    "met-unknown": ("Oklart: {says}", "Not clear: {says}"),
    "stands-in-one": ("Källa: {places}.", "Source: {places}."),
    "stands-in-several": ("Källor: {places}.", "Sources: {places}."),
    "way-not-said": (
        "Texten säger inte vem som får ansluta sig.",
        "The text does not say who may join.",
    ),
    "ways-not-said": (
        "Texten säger inte hur man ansluter sig.",
        "The text does not say how one joins.",
    ),
    "way-yes": ("Det som krävs är uppfyllt.", "What is required is met."),
    "way-denied": (
        "Texten säger att ingen kan ansluta sig.",
        "The text says that nobody can join.",
    ),
    "way-no": ("Det som krävs är inte uppfyllt.", "What is required is not met."),
    "way-unknown": ("Det är oklart om det som krävs är uppfyllt.", "Whether what is required is met is not clear."),
    "not-to-be-met": ("Det ska inte vara uppfyllt.", "It is not to be met."),
    "anybody": ("Inget krävs.", "Nothing is required."),
    "nobody": ("Ingen kan uppfylla det.", "Nobody can meet it."),
    "only-people": (
        "Det går inte att utläsa av uppgifter, utan någon behöver bedöma det.",
        "It cannot be told from facts: somebody has to judge it.",
    ),
    "attested-met": ("Bedömt som uppfyllt{who}{when}.", "Judged to be met{who}{when}."),
    "attested-not-met": ("Bedömt som inte uppfyllt{who}{when}.", "Judged not to be met{who}{when}."),
    "attested-aside": (
        "Villkoret har bedömts{who}{when}, men texten anger vad som avgör, och det går före.",
        "The condition has been judged{who}{when}, but the text says what decides it, and that goes first.",
    ),
    "by": (" av {who}", " by {who}"),
    "on": (" {when}", " {when}"),
    "stated": ("Uppgiften är lämnad{who}{when}.", "Stated{who}{when}."),
    # --- several conditions, of which some are enough ---
    "at-least": (
        "Minst {number} av följande krävs: {parts}.",
        "At least {number} of the following {are} required: {parts}.",
    ),
    "at-most": (
        "Högst {number} av följande får gälla: {parts}.",
        "At most {number} of the following may hold: {parts}.",
    ),
    "none-may": ("Inget av följande får gälla: {parts}.", "None of the following may hold: {parts}."),
    # --- a fact ---
    "answered-met": (
        "På frågan ”{question}” är svaret {found}.",
        'To the question "{question}" the answer is {found}.',
    ),
    "answered-not-met": (
        "På frågan ”{question}” är svaret {found}. Det som krävs: {needed}.",
        'To the question "{question}" the answer is {found}. What is required: {needed}.',
    ),
    "answered-imprecise": (
        "På frågan ”{question}” är svaret {found}, vilket inte är tillräckligt exakt. Det som krävs: {needed}.",
        'To the question "{question}" the answer is {found}, which is not precise enough. What is required: {needed}.',
    ),
    "unanswered": (
        "Frågan ”{question}” är inte besvarad. Det som krävs: {needed}.",
        'The question "{question}" is not answered. What is required: {needed}.',
    ),
    "asked": ("{question}", "{question}"),
    "asked-more-precisely": (
        "{question} Svaret {found} behöver vara mer exakt.",
        "{question} The answer {found} has to be more precise.",
    ),
    "to-judge": (
        "Någon behöver bedöma om detta är uppfyllt: {says}",
        "Somebody has to judge whether this is met: {says}",
    ),
    "to-agree": (
        "Parterna behöver komma överens om vem som får ansluta sig, för texten säger det inte.",
        "The parties have to agree who may join, since the text does not say.",
    ),
    "and-also": (", och ", ", and "),
    "or": (" eller ", " or "),
    "or-else": ("; eller ", "; or "),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "nothing": ("inget alls", "nothing at all"),
    # --- what a claim asks ---
    "word": ("{words}", "{words}"),
    "any-of": ("något av {words}", "any of {words}"),
    "not-words": ("något annat än {words}", "anything but {words}"),
    "none-of": ("något annat än {words}", "anything but {words}"),
    "includes": ("{words} (ensam eller bland flera)", "{words} (alone or among others)"),
    "includes-any": ("något av {words} (ensam eller bland flera)", "any of {words} (alone or among others)"),
    "includes-all": ("alla dessa: {words}", "all of these: {words}"),
    "excludes": ("inte {words}", "not {words}"),
    "excludes-any": ("varken {words}", "none of {words}"),
    "excludes-all": ("inte alla dessa: {words}", "not all of these: {words}"),
    "not": ("inte {claim}", "not {claim}"),
    "between": ("mellan {low} och {high}", "between {low} and {high}"),
    "number-=": ("{value}", "{value}"),
    "number-<": ("under {value}", "less than {value}"),
    "number-<=": ("högst {value}", "at most {value}"),
    "number->": ("över {value}", "more than {value}"),
    "number->=": ("minst {value}", "at least {value}"),
    "date-=": ("{value}", "{value}"),
    "date-<": ("före {value}", "before {value}"),
    "date-<=": ("senast {value}", "{value} at the latest"),
    "date->": ("efter {value}", "after {value}"),
    "date->=": ("tidigast {value}", "{value} at the earliest"),
    # --- what would turn the answer ---
    "change": (
        "svaret på frågan ”{question}” ändras från {found} till {needed}",
        'the answer to the question "{question}" changes from {found} to {needed}',
    ),
    "find-out": (
        "svaret på frågan ”{question}” visar sig vara {needed}",
        'the answer to the question "{question}" turns out to be {needed}',
    ),
    "attest-yes": ("någon bedömer att detta är uppfyllt: {says}", "somebody judges this to be met: {says}"),
    "attest-no": ("någon bedömer att detta inte är uppfyllt: {says}", "somebody judges this not to be met: {says}"),
    "nothing-would-do": (
        "Inget som går att ändra skulle räcka.",
        "Nothing that can be changed would be enough.",
    ),
    "too-many-ways": (
        "Villkoren kan uppfyllas på så många sätt att de inte räknas upp här.",
        "The conditions can be met in so many ways that they are not listed here.",
    ),
    # --- the command ---
    "fact-form": (
        "--fact skrivs NAMN=VÄRDE, till exempel scope=regional; här stod {found}.",
        "--fact is written NAME=VALUE, such as scope=regional; found {found}.",
    ),
    "fact-twice": (
        "--fact {name} är givet två gånger. Flera ord skrivs med komma: scope=regional,local.",
        "--fact {name} is given twice. Write several words with commas: scope=regional,local.",
    ),
    "fact-unknown": (
        "Ingen uppgift och inget villkor som kan bedömas heter ”{name}”.",
        'No fact, and no condition that can be judged, is called "{name}".',
    ),
    "fact-all": ("Uppgifterna är: {names}.", "The facts are: {names}."),
    "fact-ruled": (
        "Villkoret ”{name}” avgörs av sin regel, {rule}, och kan inte bedömas för hand. Ange uppgifterna i den.",
        'The condition "{name}" is decided by its rule, {rule}, and cannot be judged by hand. Give the facts in it.',
    ),
    "fact-mistyped": (
        "Uppgiften {name} ska vara {expected}; här stod {found}.",
        "The fact {name} is to be {expected}; found {found}.",
    ),
    "fact-decimals": (
        "Decimaler skrivs med punkt, och mellan tusental står inget, till exempel 1234.5.",
        "Write a point before decimals and nothing between thousands, such as 1234.5.",
    ),
    "fact-word": (
        "{name} kan inte vara ”{found}”.",
        '{name} cannot be "{found}".',
    ),
    "fact-words": ("Det kan vara: {names}.", "It can be: {names}."),
    "fact-unfamiliar": (
        "Observera: överenskommelsen känner inte till någon uppgift som heter ”{name}”.",
        'Note: the agreement knows no fact called "{name}".',
    ),
    "clause-unfamiliar": (
        "Observera: överenskommelsen har inget villkor som heter ”{name}”, så bedömningen av det påverkar inte svaret.",
        'Note: the agreement has no condition called "{name}", so the judgement of it changes nothing.',
    ),
    "version-unknown": ("Ingen lydelse heter ”{name}”.", 'No version is called "{name}".'),
    "version-all": ("Lydelserna är: {names}.", "The versions are: {names}."),
    "type-yes-no": ("true eller false", "true or false"),
    "type-word": ("ett ord", "one word"),
    "type-words": ("ord med komma emellan", "words with commas between"),
    "type-number": ("ett tal", "a number"),
    "type-date": ("ett datum, till exempel 2018 eller 2018-06-01", "a date, such as 2018 or 2018-06-01"),
}
"""Each phrase in Swedish and then in English; what stands in braces is filled in."""
