"""What is said of faults in the little languages: every message can be provoked, and names what was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import frozen

from idebur.errors import NotationError
from idebur.messages import LANGUAGES, Severity, say
from idebur.messages.notations import ENTRIES
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.citations import Citation
from idebur.notation.dates import Date
from idebur.rules import misuses, parse_rule


@frozen
class Fact:
    """A fact, for a rule to be held against."""

    type: str
    values: tuple[str, ...] = ()


FACTS = {"sector": Fact("word", ("public",)), "members": Fact("number")}


def _misuse(text: str) -> None:
    (fault,) = misuses(text, FACTS, ())
    raise fault


PROVOKED: dict[str, tuple[Callable[[str], object], str, str]] = {
    "nothing-written": (Citation.parse, "", ""),
    "text-ends-early": (Cadence.parse, "4 a", "year"),
    "unexpected-word": (Cadence.parse, "4 a yaer", "yaer"),
    "strange-sign": (Amount.parse, "5 €", "€"),
    "not-a-key": (Citation.parse, "Plan.1", "Plan.1"),
    "not-text": (lambda _: Amount.validated([5]), "", "list"),
    "number-too-long": (Amount.parse, "1" * 40, "111"),
    "division-by-zero": (Amount.parse, "1/0", "1/0"),
    "range-backwards": (Amount.parse, "5 to 3", "5"),
    "count-not-whole": (Cadence.parse, "1.5 a year", "1.5"),
    "not-a-date": (Date.parse, "18-06", "18-06"),
    "no-such-year": (Date.parse, "0000", "0000"),
    "no-such-month": (Date.parse, "2018-13", "13"),
    "no-such-day": (Date.parse, "2018-02-30", "28"),
    "reserved-word": (parse_rule, "a or or b", "or"),
    "nested-too-deep": (parse_rule, "(" * 99, "32"),
    "more-than-there-are": (parse_rule, "at least 5 of (a)", "5"),
    "unknown-fact": (_misuse, "sectr is public", "sectr"),
    "wrong-operator": (_misuse, "members is public", "between"),
    "unknown-value": (_misuse, "sector is pubic", "pubic"),
    "wrong-kind-of-value": (_misuse, "members < 2020-06", "2020-06"),
}


def test_the_messages_are_just_those_that_can_be_provoked() -> None:
    assert set(PROVOKED) == {entry.code for entry in ENTRIES}
    assert {entry.severity for entry in ENTRIES} == {Severity.FAULT}


@pytest.mark.parametrize("code", PROVOKED)
def test_a_message_names_what_it_is_about_in_both_languages(code: str) -> None:
    read, text, named = PROVOKED[code]
    with pytest.raises(NotationError) as caught:
        read(text)
    assert caught.value.code == code
    swedish, english = (say(code, lang, **caught.value.params) for lang in LANGUAGES)
    assert named in swedish.replace("lista", "list")
    assert named in english
    assert swedish != english
    assert str(caught.value) == f"{english}\n{caught.value.caret()}"
