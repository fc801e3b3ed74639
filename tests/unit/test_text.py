from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from idebur.text import UNDETERMINED, Text

READ = TypeAdapter(Text)


@pytest.mark.parametrize(
    ("given", "languages", "sv", "en"),
    [
        ("Mångfald", {"sv"}, "Mångfald", "Mångfald"),
        ({"sv": "Mångfald", "en": "Diversity"}, {"sv", "en"}, "Mångfald", "Diversity"),
        ({"en": "Diversity"}, {"en"}, "Diversity", "Diversity"),
        ({"fi": "a", "en": "b"}, {"fi", "en"}, "b", "b"),  # neither asked for nor its own: English before the others
        (5, {"sv"}, "5", "5"),
        (1.5, {"sv"}, "1.5", "1.5"),
    ],
)
def test_what_is_said_in_a_language(given: Any, languages: set[str], sv: str, en: str) -> None:
    text = READ.validate_python(given)
    assert text.languages("sv") == languages
    assert text.said("sv", "sv") == sv
    assert text.said("en", "sv") == en


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("", "text-empty"),
        (" \n", "text-empty"),
        ({"sv": ""}, "text-empty"),
        ({"sv": 5}, "text-in-language"),
        ({"swedish": "a"}, "text-language"),
        ({"SV": "a"}, "text-language"),
        ({5: "a"}, "text-language"),
        ({}, "text-expected"),
        ([], "text-expected"),
        (True, "text-expected"),
        (None, "text-expected"),
    ],
)
def test_what_is_no_text(given: Any, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        READ.validate_python(given)
    assert [error["type"] for error in refused.value.errors()] == [code]


def test_the_order_of_languages_is_always_the_same() -> None:
    one, other = Text({"fi": "c", "en": "b", "sv": "a"}), Text(sv="a", en="b", fi="c")
    assert one == other
    assert hash(one) == hash(other)
    assert list(one) == ["sv", "en", "fi"]
    assert str(one) == "a"
    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)  # noqa: S301 - our own bytes


def test_a_bare_text_is_not_the_same_as_one_in_a_language() -> None:
    assert Text("a") != Text(sv="a")
    assert Text("a").written() == "a"
    assert Text(sv="a").written() == {"sv": "a"}
    assert Text({UNDETERMINED: "a"}) == Text("a")


@pytest.mark.parametrize("word", ["none", "not-said"])
def test_a_text_that_reads_as_an_absence_is_written_as_a_text(word: str) -> None:
    """Else it would come back from the file as silence."""
    assert Text(word).written() == {UNDETERMINED: word}


def test_a_text_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        Text("a")._by_language = {}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"XX": "a"}, "text-language"),
        ({"sv": ""}, "text-empty"),
        ({"sv": " ", "en": "a"}, "text-empty"),
        ({"sv": 5}, "text-in-language"),
        ({}, "text-empty"),
    ],
)
def test_what_is_no_text_cannot_be_made_in_python_either(given: dict[str, Any], code: str) -> None:
    makers: tuple[Callable[[], Text], ...] = (lambda: Text(given), lambda: Text(**given))
    for make in makers:
        with pytest.raises(ValidationError) as refused:
            make()
        assert [error["type"] for error in refused.value.errors()] == [code]
