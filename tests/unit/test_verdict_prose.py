"""A verdict in words: whole letters, held to the letter, and every way of saying what a rule asks."""

from __future__ import annotations

import re
from typing import Any

import pytest

from idebur.agreement import Agreement
from idebur.exports.prose import tell_membership
from idebur.exports.prose.asking import Asking
from idebur.exports.prose.voice import Voice
from idebur.membership import terms_of
from idebur.messages import Lang
from idebur.organisations import Organisation
from idebur.rules import Rule

AGREEMENT = Agreement.model_validate(
    {
        "agreement": "x",
        "title": {"sv": "Överenskommelsen i Solvik", "en": "The Solvik agreement"},
        "source": "text",
        "documents": {
            "text": {
                "title": {"sv": "Överenskommelsen 2020", "en": "The agreement of 2020"},
                "places": ["joining"],
                "by": "town",
            },
            "web": {"places": ["who"]},
        },
        "parties": {"town": {"name": "Solviks kommun"}},
        "facts": {
            "volunteers": {
                "type": "number",
                "question": {"sv": "Hur många frivilliga har ni?", "en": "How many volunteers do you have?"},
            },
            "renewed": {"type": "date", "label": {"sv": "stadgarna ändrade", "en": "statutes changed"}},
            "tags": {"type": "words"},
        },
        "clauses": {
            "large": {
                "rule": "volunteers >= 10 and volunteers < 500",
                "says": {"sv": "Är lagom stor.", "en": "Is of a fitting size."},
                "cites": ["joining.1", {"at": "web#who", "asserted-by": "town"}],
            },
            "takes-part": {"says": {"sv": "Deltar i arbetet.", "en": "Takes part in the work."}, "cites": "joining.2"},
            "public-actor": {
                "rule": "sector is public",
                "says": {"sv": "Är en offentlig aktör.", "en": "Is a public actor."},
            },
            "fresh": {"rule": "renewed after 2015"},
        },
        "procedures": {
            "joining": {
                "kind": "join",
                "open-to": "large and takes-part and not public-actor and fresh",
                "cites": {"open-to": "joining"},
                "steps": [{"who": "town", "does": "approve"}],
            }
        },
        "versions": {
            "early": {"procedures": {"joining": {"kind": "join"}}},
            "wide": {
                "title": "Vid",
                "procedures": {
                    "joining": {
                        "kind": "join",
                        "open-to": "volunteers between 5 and 50 or tags includes all of (a, b)",
                    },
                    "by-invitation": {"kind": "join", "open-to": "not democratic"},
                },
            },
            "all": {"procedures": {"joining": {"kind": "join", "open-to": "always"}}},
            "closed": {"procedures": {"joining": {"kind": "join", "open-to": "none"}}},
            "lost": {},
            "mid": {"procedures": {"joining": {"kind": "join", "open-to": "takes-part and renewed after 2015-09"}}},
        },
    }
)


def letter(lang: Lang, version: str | None = None, **known: Any) -> str:
    organisation = Organisation.model_validate({"organisation": "klang", "name": "Kören Klang", **known})
    return tell_membership(AGREEMENT, organisation, lang, version=version)


def test_a_letter_that_says_no() -> None:
    assert (
        letter(
            "sv",
            facts={
                "volunteers": {"said": 8, "by": "kansliet", "when": "2025-03-01"},
                "sector": "public",
                "renewed": 2015,
            },
            attested={
                "takes-part": {"said": False, "by": "styrgruppen", "when": "2025-04"},
                "large": {"said": True, "by": "ordföranden"},
            },
        )
        == """\
Kören Klang får inte ansluta sig till ”Överenskommelsen i Solvik”.

Det som avgör:
- Inte uppfyllt: är lagom stor. Villkoret har bedömts av ordföranden, men texten anger vad som
  avgör, och det går före. Källor: Överenskommelsen 2020, joining.1; web, who (Solviks kommun).
  - På frågan ”Hur många frivilliga har ni?” är svaret 8. Det som krävs: minst 10. Uppgiften är
    lämnad av kansliet den 1 mars 2025.
- Inte uppfyllt: deltar i arbetet. Bedömt som inte uppfyllt av styrgruppen i april 2025. Källa:
  Överenskommelsen 2020, joining.2.
- Uppfyllt: är en offentlig aktör. Det ska inte vara uppfyllt.
  - På frågan ”Vilken sektor hör ni till?” är svaret offentlig sektor. Det som krävs: något annat än
    offentlig sektor.
- Inte uppfyllt: stadgarna ändrade efter 2015.
  - På frågan ”Stadgarna ändrade?” är svaret 2015. Det som krävs: efter 2015.

Inget som går att ändra skulle räcka."""
    )


def test_the_same_letter_in_english() -> None:
    assert (
        letter(
            "en",
            facts={
                "volunteers": {"said": 8, "by": "kansliet", "when": "2025-03-01"},
                "sector": "public",
                "renewed": 2015,
            },
            attested={
                "takes-part": {"said": False, "by": "styrgruppen", "when": "2025-04"},
                "large": {"said": True, "by": "ordföranden"},
            },
        )
        == """\
Kören Klang may not join "The Solvik agreement".

What decides:
- Not met: is of a fitting size. The condition has been judged by ordföranden, but the text says
  what decides it, and that goes first. Sources: the agreement of 2020, joining.1; web, who (Solviks
  kommun).
  - To the question "How many volunteers do you have?" the answer is 8. What is required: at least
    10. Stated by kansliet on 1 March 2025.
- Not met: takes part in the work. Judged not to be met by styrgruppen in April 2025. Source: the
  agreement of 2020, joining.2.
- Met: is a public actor. It is not to be met.
  - To the question "Which sector do you belong to?" the answer is public sector. What is required:
    anything but public sector.
- Not met: statutes changed after 2015.
  - To the question "Statutes changed?" the answer is 2015. What is required: after 2015.

Nothing that can be changed would be enough."""
    )


def test_a_letter_that_cannot_say_yet() -> None:
    assert (
        letter("sv", facts={"volunteers": 80, "sector": "civil-society", "renewed": "2020"})
        == """\
Det går ännu inte att säga om Kören Klang får ansluta sig till ”Överenskommelsen i Solvik”.
Anslutningen ska också godkännas av Solviks kommun.

Det som avgör:
- Oklart: deltar i arbetet. Det går inte att utläsa av uppgifter, utan någon behöver bedöma det.
  Källa: Överenskommelsen 2020, joining.2.

Övriga villkor:
- Uppfyllt: är lagom stor. Källor: Överenskommelsen 2020, joining.1; web, who (Solviks kommun).
- Inte uppfyllt: är en offentlig aktör. Det ska inte vara uppfyllt.
- Uppfyllt: stadgarna ändrade efter 2015.

Det som behöver klarläggas:
- Någon behöver bedöma om detta är uppfyllt: deltar i arbetet.

Det som skulle räcka:
- Någon bedömer att detta är uppfyllt: deltar i arbetet."""
    )


def test_a_date_that_is_not_precise_enough() -> None:
    assert (
        letter(
            "sv",
            "mid",
            facts={"volunteers": 80, "sector": "civil-society", "renewed": "2015-h2"},
            attested={"takes-part": {"said": True}},
        )
        == """\
Det går ännu inte att säga om Kören Klang får ansluta sig till ”Överenskommelsen i Solvik” (lydelsen
mid).

Det som avgör:
- Det är oklart om det som krävs är uppfyllt.
  - På frågan ”Stadgarna ändrade?” är svaret andra halvåret 2015, vilket inte är tillräckligt exakt.
    Det som krävs: efter september 2015.

Övriga villkor:
- Uppfyllt: deltar i arbetet. Bedömt som uppfyllt. Källa: Överenskommelsen 2020, joining.2.

Det som behöver klarläggas:
- Stadgarna ändrade? Svaret andra halvåret 2015 behöver vara mer exakt.

Det som skulle räcka:
- Svaret på frågan ”Stadgarna ändrade?” visar sig vara efter september 2015."""
    )


def test_a_letter_that_says_yes() -> None:
    assert (
        letter(
            "en",
            facts={"volunteers": 80, "sector": "civil-society", "renewed": "2020"},
            attested={"takes-part": {"said": True, "by": "the board"}},
        )
        == """\
Kören Klang may join "The Solvik agreement". Joining also has to be approved by Solviks kommun.

What decides:
- Met: is of a fitting size. Sources: the agreement of 2020, joining.1; web, who (Solviks kommun).
  - To the question "How many volunteers do you have?" the answer is 80.
  - To the question "How many volunteers do you have?" the answer is 80.
- Met: takes part in the work. Judged to be met by the board. Source: the agreement of 2020,
  joining.2.
- Not met: is a public actor. It is not to be met.
  - To the question "Which sector do you belong to?" the answer is civil society.
- Met: statutes changed after 2015.
  - To the question "Statutes changed?" the answer is 2020."""
    )


def test_several_ways_of_joining() -> None:
    assert (
        letter("sv", "wide", facts={"volunteers": 3, "tags": ["a"], "democratic": True})
        == """\
Kören Klang får inte ansluta sig till ”Vid” (lydelsen wide).

Det som avgör (joining):
- Det som krävs är inte uppfyllt.
  - På frågan ”Hur många frivilliga har ni?” är svaret 3. Det som krävs: mellan 5 och 50.
  - På frågan ”Tags?” är svaret a. Det som krävs: alla dessa: a och b.

Det som avgör (by invitation):
- Det som krävs är inte uppfyllt.
  - På frågan ”Bygger er organisation på demokratiska värderingar?” är svaret ja. Det som krävs:
    nej.

Det som skulle räcka, var för sig:
- Svaret på frågan ”Hur många frivilliga har ni?” ändras från 3 till mellan 5 och 50.
- Svaret på frågan ”Tags?” ändras från a till alla dessa: a och b.
- Svaret på frågan ”Bygger er organisation på demokratiska värderingar?” ändras från ja till nej."""
    )


def test_a_text_that_does_not_say_who() -> None:
    assert (
        letter("sv", "early")
        == """\
Det går ännu inte att säga om Kören Klang får ansluta sig till ”Överenskommelsen i Solvik” (lydelsen
early).

Det som avgör:
- Texten säger inte vem som får ansluta sig.

Det som behöver klarläggas:
- Parterna behöver komma överens om vem som får ansluta sig, för texten säger det inte."""
    )


def test_a_text_that_does_not_say_how() -> None:
    assert (
        letter("en", "lost")
        == """\
It cannot yet be said whether Kören Klang may join "The Solvik agreement" (version lost).

What decides:
- The text does not say how one joins.

What has to be made clear:
- The parties have to agree who may join, since the text does not say."""
    )


def test_a_text_that_lets_nobody_in() -> None:
    assert (
        letter("sv", "closed")
        == """\
Kören Klang får inte ansluta sig till ”Överenskommelsen i Solvik” (lydelsen closed).

Det som avgör:
- Texten säger att ingen kan ansluta sig.
  - Ingen kan uppfylla det.

Inget som går att ändra skulle räcka."""
    )


def test_a_text_that_lets_everybody_in() -> None:
    assert (
        letter("sv", "all")
        == """\
Kören Klang får ansluta sig till ”Överenskommelsen i Solvik” (lydelsen all).

Det som avgör:
- Det som krävs är uppfyllt.
  - Inget krävs."""
    )


NESTED = Agreement.model_validate(
    {
        "agreement": "y",
        "clauses": {
            "active": {"says": "Är verksam.", "rule": "takes-part and members >= 3 and sector is civil-society"},
            "takes-part": {"says": "Deltar i arbetet."},
            "chosen": {"rule": "active or active and democratic"},
        },
        "procedures": {"joining": {"kind": "join", "open-to": "chosen"}},
    }
)


def test_clauses_within_clauses_are_told_by_what_decides_them_in_the_end() -> None:
    organisation = Organisation.model_validate({"organisation": "klang", "facts": {"sector": "civil-society"}})
    assert (
        tell_membership(NESTED, organisation, "sv")
        == """\
Det går ännu inte att säga om organisationen får ansluta sig till den här överenskommelsen.

Det som avgör:
- Oklart: är verksam eller (är verksam och bygger på demokratiska värderingar).
  - Oklart: deltar i arbetet. Det går inte att utläsa av uppgifter, utan någon behöver bedöma det.
  - Frågan ”Hur många medlemmar har ni?” är inte besvarad. Det som krävs: minst 3.
  - Frågan ”Bygger er organisation på demokratiska värderingar?” är inte besvarad. Det som krävs:
    ja.

Det som behöver klarläggas:
- Någon behöver bedöma om detta är uppfyllt: deltar i arbetet.
- Hur många medlemmar har ni?
- Bygger er organisation på demokratiska värderingar?

Det som skulle räcka:
- Någon bedömer att detta är uppfyllt: deltar i arbetet, och svaret på frågan ”Hur många medlemmar
  har ni?” visar sig vara minst 3."""
    )


SOME = "at least 2 of (democratic, independent, members >= 100)"
DEMOCRATIC, INDEPENDENT = "bygger på demokratiska värderingar", "organisatoriskt fristående från offentlig sektor"
OF = f"{DEMOCRATIC}; {INDEPENDENT}; antal medlemmar är minst 100."


def _deciding(open_to: str, **facts: object) -> list[str]:
    """The lines below the first heading, each as one text."""
    agreement = Agreement.model_validate({"agreement": "y", "procedures": {"j": {"kind": "join", "open-to": open_to}}})
    told = tell_membership(agreement, Organisation.model_validate({"organisation": "klang", "facts": facts}), "sv")
    return [" ".join(line.split()) for line in re.split(r"\n *- ", told.split("\n\n")[1])[1:]]


@pytest.mark.parametrize(
    ("open_to", "facts", "said"),
    [
        (SOME, {"democratic": True, "independent": False}, f"Minst två av följande krävs: {OF}"),
        (SOME, {"democratic": False, "independent": False, "members": 100}, f"Minst två av följande krävs: {OF}"),
        (SOME, {"democratic": True, "independent": True}, f"Minst två av följande krävs: {OF}"),
        (f"sector is public or {SOME}", {"sector": "business"}, f"Minst två av följande krävs: {OF}"),
        (f"not {SOME}", {"democratic": True, "independent": True}, f"Högst en av följande får gälla: {OF}"),
        (f"not (not {SOME})", {"democratic": True}, f"Minst två av följande krävs: {OF}"),
        (SOME.replace("2", "3"), {"members": 3}, f"Minst tre av följande krävs: {OF}"),
        (SOME.replace("2", "1"), {"members": 3}, f"Minst en av följande krävs: {OF}"),
        (f"not {SOME.replace('2', '1')}", {"members": 300}, f"Inget av följande får gälla: {OF}"),
    ],
)
def test_where_some_of_several_are_enough_it_is_said_before_what_decided(
    open_to: str, facts: dict[str, object], said: str
) -> None:
    """Else each of them would read as required."""
    lines = _deciding(open_to, **facts)
    assert lines.count(said) == 1
    asked = ("medlemmar har ni?", "demokratiska värderingar?", "offentlig sektor?")
    first = next(number for number, line in enumerate(lines) if any(question in line for question in asked))
    assert lines.index(said) < first


def test_where_nothing_is_counted_nothing_is_said_of_counting() -> None:
    counted = ("av följande krävs", "av följande får")
    assert not [line for line in _deciding("democratic and independent") if any(words in line for words in counted)]


def test_of_clauses_too_some_are_said_to_be_enough() -> None:
    data = {
        "agreement": "y",
        "clauses": {name: {"says": f"Är {name}."} for name in ("kind", "brave", "wise")},
        "procedures": {"j": {"kind": "join", "open-to": "at least 2 of (kind, brave, wise)"}},
    }
    organisation = Organisation.model_validate({"organisation": "klang", "attested": {"kind": {"said": True}}})
    told = " ".join(tell_membership(Agreement.model_validate(data), organisation, "sv").split())
    assert "Det som avgör: - Minst två av följande krävs: är kind; är brave; är wise. - Oklart: är brave." in told
    assert "- Uppfyllt: är kind." in told


def test_one_fact_that_may_be_one_thing_or_another_is_told_once() -> None:
    agreement = NESTED.model_copy(
        update={
            "procedures": Agreement.model_validate(
                {"agreement": "y", "procedures": {"j": {"kind": "join", "open-to": "members < 3 or members > 10"}}}
            ).procedures
        }
    )
    organisation = Organisation.model_validate({"organisation": "klang", "facts": {"members": 5}})
    told = " ".join(tell_membership(agreement, organisation, "sv").split())
    assert told.endswith(
        "Det som skulle räcka: - Svaret på frågan ”Hur många medlemmar har ni?” ändras från 5 till under 3 "
        "eller över 10."
    )


def test_too_many_ways_are_not_listed() -> None:
    names = [f"f{number}" for number in range(24)]
    agreement = Agreement.model_validate(
        {
            "agreement": "y",
            "facts": {name: {"type": "yes-no"} for name in names},
            "procedures": {"j": {"kind": "join", "open-to": f"at least 12 of ({', '.join(names)})"}},
        }
    )
    told = tell_membership(agreement, Organisation(organisation="x"), "sv")
    assert told.endswith("Villkoren kan uppfyllas på så många sätt att de inte räknas upp här.")


@pytest.mark.parametrize(
    ("claim", "sv", "en"),
    [
        ("democratic", "ja", "yes"),
        ("not democratic", "nej", "no"),
        ("not not democratic", "ja", "yes"),
        ("sector is public", "offentlig sektor", "public sector"),
        ("sector is not public", "något annat än offentlig sektor", "anything but public sector"),
        (
            "sector is any of (public, academia)",
            "något av offentlig sektor eller akademi",
            "any of public sector or academia",
        ),
        (
            "not sector is any of (public, academia)",
            "något annat än offentlig sektor eller akademi",
            "anything but public sector or academia",
        ),
        ("scope includes local", "lokal (ensam eller bland flera)", "local (alone or among others)"),
        ("not scope includes local", "inte lokal", "not local"),
        (
            "scope includes any of (local, regional)",
            "något av lokal eller regional (ensam eller bland flera)",
            "any of local or regional (alone or among others)",
        ),
        ("not scope includes any of (local, regional)", "varken lokal eller regional", "none of local or regional"),
        (
            "scope includes all of (local, regional)",
            "alla dessa: lokal och regional",
            "all of these: local and regional",
        ),
        (
            "not scope includes all of (local, regional)",
            "inte alla dessa: lokal och regional",
            "not all of these: local and regional",
        ),
        ("members = 12000", "12\N{NO-BREAK SPACE}000", "12,000"),
        ("not members = 10", "inte 10", "not 10"),
        ("members < 10", "under 10", "less than 10"),
        ("not members < 10", "minst 10", "at least 10"),
        ("members <= 2.5", "högst 2,5", "at most 2.5"),
        ("not members <= 10", "över 10", "more than 10"),
        ("members between 5 and 50", "mellan 5 och 50", "between 5 and 50"),
        ("not members between 5 and 50", "inte mellan 5 och 50", "not between 5 and 50"),
        ("founded before 2020", "före 2020", "before 2020"),
        ("not founded before 2020", "tidigast 2020", "2020 at the earliest"),
        ("founded after 2020-06", "efter juni 2020", "after June 2020"),
        ("not founded after 2020-06", "senast juni 2020", "June 2020 at the latest"),
        ("founded = 2020", "2020", "2020"),
        ("founded between 2018 and 2020-06-01", "mellan 2018 och 1 juni 2020", "between 2018 and 1 June 2020"),
    ],
)
def test_what_a_rule_asks(claim: str, sv: str, en: str) -> None:
    terms = terms_of(AGREEMENT)
    said = [Asking(Voice(AGREEMENT, lang), terms).needed([Rule.parse(claim)]) for lang in ("sv", "en")]
    assert said == [sv, en]


def test_what_a_rule_does_not_ask_is_said_as_its_denial() -> None:
    asking = Asking(Voice(AGREEMENT, "sv"), terms_of(AGREEMENT))
    claims = [Rule.parse("members < 10"), Rule.parse("not members = 50")]
    assert asking.needed(claims) == "under 10, och inte 50"
    assert asking.needed(claims, want=False) == "minst 10, och 50"


@pytest.mark.parametrize(
    ("fact", "value", "said"),
    [
        ("members", -3, "−3"),
        ("scope", (), "inget alls"),
        ("scope", ("local", "regional"), "lokal och regional"),
        ("tags", ("egen",), "egen"),
        ("founded", 1987, "1987"),
        ("joined", False, "nej"),
    ],
)
def test_what_was_found(fact: str, value: Any, said: str) -> None:
    assert Asking(Voice(AGREEMENT, "sv"), terms_of(AGREEMENT)).found(fact, value) == said


@pytest.mark.parametrize("procedures", ["none", {"joining": "none"}])
def test_what_the_text_denies_is_told_as_denied_and_not_as_unsaid(procedures: object) -> None:
    closed = Agreement.model_validate({"agreement": "closed", "title": "Slutet", "procedures": procedures})
    asking = Organisation(organisation="choir")
    assert "The text says that nobody can join." in tell_membership(closed, asking, "en")
    assert "Texten säger att ingen kan ansluta sig." in tell_membership(closed, asking, "sv")
    assert "does not say" not in tell_membership(closed, asking, "en")
