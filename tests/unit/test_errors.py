from __future__ import annotations

import copy
import pickle

import pytest

from idebur.errors import AmbiguousKey, IdeburError, NotationError, Undecided, UnknownKey, Unreadable, nearest
from idebur.messages import Fault, Place


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("regoin", ["region", "municipality"], "region"),
        ("REGION", ["region"], "region"),
        ("åland", ["Åland"], "Åland"),
        ("x", ["region"], None),
        ("", ["region"], None),
        ("region", [], None),
    ],
)
def test_the_nearest_word(word: str, known: list[str], guess: str | None) -> None:
    assert nearest(word, known) == guess


@pytest.mark.parametrize(
    ("error", "builtin", "says"),
    [
        (
            UnknownKey("regoin", "party", ("region", "b")),
            LookupError,
            "no party is called 'regoin'; did you mean 'region'",
        ),
        (UnknownKey("x", "party"), LookupError, "known: none"),
        (
            UnknownKey("party-99", "party", tuple(f"party-{number}" for number in range(50))),
            LookupError,
            "known: party-9, party-49, ",
        ),
        (AmbiguousKey("a", ("aims.a", "bodies.a")), LookupError, "ask for one of: aims.a, bodies.a"),
        (NotationError("no-such-month", "2018-13", 5, 2, {"found": "13"}), ValueError, "2018-13\n     ^^"),
        (Unreadable((Fault("value-empty", Place("a.yaml")),)), ValueError, "a.yaml:1:1: fault [value-empty]"),
        (Undecided("neither"), TypeError, "neither"),
    ],
)
def test_an_error_says_what_was_found_and_is_what_a_caller_would_catch(
    error: IdeburError, builtin: type[Exception], says: str
) -> None:
    assert isinstance(error, IdeburError)
    assert isinstance(error, builtin)
    assert says in str(error)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
        assert type(again) is type(error)
        assert str(again) == str(error)


@pytest.mark.parametrize(
    ("text", "offset", "length", "caret"),
    [("abc", 0, 3, "^^^"), ("abc", 3, 1, "   ^"), ("abc", 2, 9, "  ^"), ("", 0, 1, "^")],
)
def test_the_caret_stays_under_the_text(text: str, offset: int, length: int, caret: str) -> None:
    assert NotationError("nothing-written", text, offset, length).caret() == f"{text}\n{caret}"


def test_an_unknown_key_names_a_dozen_at_the_most() -> None:
    error = UnknownKey("party-9x", "party", tuple(f"party-{number}" for number in range(5000)))
    assert str(error).count("party-") == 14  # the key asked for, the guess, and twelve
    assert str(error).endswith("… (5000 in all)")
    assert str(UnknownKey("x", "party", tuple("abcdefghijkl"))).endswith("known: a, b, c, d, e, f, g, h, i, j, k, l")
