"""The catalogue: every entry says the same in both languages, in words that can be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

import pytest

from idebur.errors import UnknownKey
from idebur.messages import LANGUAGES, Entry, Fault, Finding, Place, Severity, Span, catalogue, entry, say

ENTRIES = tuple(catalogue().values())


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.code)
def test_an_entry_says_the_same_in_both_languages(one: Entry) -> None:
    for texts in (one.message, one.why, one.cure):
        assert set(texts) == set(LANGUAGES)
        assert all(text == text.strip() and text for text in texts.values()), texts
        assert texts["sv"] != texts["en"]
    assert _placeholders(one.message["sv"]) == _placeholders(one.message["en"])
    for texts in (one.why, one.cure):
        assert all(text[-1] in ".?!" for text in texts.values()), "a whole sentence"
        assert _placeholders(texts["sv"]) == _placeholders(texts["en"])


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.code)
def test_an_entry_can_be_filled_in(one: Entry) -> None:
    for lang in LANGUAGES:
        params = {name: f"<{name}>" for name in _placeholders(one.message[lang])}
        said = say(one.code, lang, **params)
        assert all(value in said for value in params.values())
        assert "{" not in said.replace("{}", "")


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.code)
def test_a_code_explains_itself(one: Entry) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", one.code)


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.code)
def test_swedish_is_written_as_swedish(one: Entry) -> None:
    """With its own quotation marks; English has the straight ones."""
    for texts in (one.message, one.why, one.cure):
        assert "”" not in texts["en"]
        assert not re.search(r'"\{\w+\}"', texts["sv"])


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownKey, match=r"no code is called 'unknown-acter'; did you mean 'unknown-actor'\?"):
        entry("unknown-acter")


@pytest.mark.parametrize(
    ("value", "sv", "en"),
    [
        ({"sv": "ett tal", "en": "a number"}, "ett tal", "a number"),
        (("a", "b"), "a, b", "a, b"),
        (({"sv": "ett tal", "en": "a number"}, "x"), "ett tal, x", "a number, x"),
        (7, "7", "7"),
    ],
)
def test_what_fills_a_message_is_said_in_its_language(value: object, sv: str, en: str) -> None:
    params: Mapping[str, object] = {"found": value}
    assert sv in say("unknown-actor", "sv", **params)
    assert en in say("unknown-actor", "en", **params)


@pytest.mark.parametrize(
    ("span", "source", "drawn"),
    [
        (Span(3, 5, 2), "a: bc", "   3 | a: bc\n     |     ^"),  # no caret beyond the line
        (Span(3, 4, 2), "a: bc", "   3 | a: bc\n     |    ^^"),
        (Span(12, 2), "\tx: 1", "  12 | \tx: 1\n     | \t^"),  # a tab keeps its width
        (Span(1, 1), "", ""),
    ],
)
def test_an_excerpt_has_its_caret_under_the_place(span: Span, source: str, drawn: str) -> None:
    assert Place("a.yaml", span, source).excerpt() == drawn


def test_an_excerpt_of_a_very_long_line_shows_what_lies_around_the_place() -> None:
    line = "x" * 50_000 + "HERE" + "y" * 50_000
    drawn = Place("a.yaml", Span(1, 50_001, 4), line).excerpt()
    source, caret = drawn.split("\n")
    assert len(source) < 200
    assert source[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_a_fault_is_told_whole() -> None:
    place = Place("a.yaml", Span(3, 5, 6), "to: regoin")
    fault = Fault("unknown-actor", place, "commitments.c.to", {"found": "regoin"}, "region")
    assert fault.told("sv").splitlines()[0].startswith("a.yaml:3:5: fel i filen [unknown-actor] (commitments.c.to): ")
    assert "  menade du: region?" in fault.told("sv").splitlines()
    assert "  did you mean: region?" in str(fault).splitlines()
    assert str(fault).endswith("^^^^^^")


def test_a_finding_is_as_grave_as_the_catalogue_says() -> None:
    grave = {one.code: one.severity for one in ENTRIES if one.severity is not Severity.FAULT}
    for code, severity in grave.items():
        assert Finding(code, "bodies.b").severity is severity


@pytest.mark.parametrize("code", [one.code for one in catalogue().values()])
def test_a_message_is_a_sentence(code: str) -> None:
    for lang in LANGUAGES:
        said = entry(code).message[lang]
        assert said.endswith((".", "?"))
        assert not said[0].isalpha() or said[0].isupper()


def test_what_was_expected_is_told_as_a_choice() -> None:
    number = {"sv": "ett tal", "en": "a number"}
    told = [say("unexpected-word", lang, found="x", expected=(number, "over", "under")) for lang in LANGUAGES]
    assert told == [
        "Här står ”x”, men här ska stå ett tal, ”over” eller ”under”.",
        'Here stands "x", where there should be a number, "over" or "under".',
    ]
    assert say("unexpected-word", "en", found="x", expected=(number,)).endswith("should be a number.")


def test_one_swedish_word_for_a_fact_and_one_for_a_clause() -> None:
    for one in catalogue().values():
        told = " ".join((one.message["sv"], one.why["sv"], one.cure["sv"])).lower()
        assert "faktum" not in told
        assert "klausul" not in told
