"""The tokenizer and the cursor of the little languages."""

from __future__ import annotations

import pytest

from idebur.errors import NotationError
from idebur.notation.scanner import Cursor, is_key, is_reference, require_key, require_reference, tokens


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", []),
        ("  2018-12-11 ", [("2018-12-11", 2)]),
        ("members>=10", [("members", 0), (">=", 7), ("10", 9)]),
        ("review#now.joint.2", [("review", 0), ("#", 6), ("now.joint.2", 7)]),
        ("at least 2/3", [("at", 0), ("least", 3), ("2", 9), ("/", 10), ("3", 11)]),
        ("a<b<=c", [("a", 0), ("<", 1), ("b", 2), ("<=", 3), ("c", 5)]),
        ("Åre_2\nb", [("Åre_2", 0), ("b", 6)]),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text: str, cut: list[tuple[str, int]]) -> None:
    assert [(token.text, token.offset) for token in tokens(text)] == cut


def test_a_letter_with_its_accent_apart_is_the_same_letter() -> None:
    """Some keyboards and file systems write å as a and a ring; the offsets stay those of the text as it stands."""
    (word, mark) = tokens("a\N{COMBINING RING ABOVE}r =")
    assert (word.text, word.length, mark.offset) == ("\N{LATIN SMALL LETTER A WITH RING ABOVE}r", 3, 4)


@pytest.mark.parametrize(
    ("text", "offset", "nearest"),
    [("a & b", 2, "and"), ("members ≥ 5", 8, ">="), ("3–5", 1, "to"), ("-5", 0, None), ("a-", 1, None)],
)
def test_a_sign_without_meaning_is_a_fault_with_what_was_meant(text: str, offset: int, nearest: str | None) -> None:
    with pytest.raises(NotationError) as caught:
        tokens(text)
    assert (caught.value.code, caught.value.offset, caught.value.nearest) == ("strange-sign", offset, nearest)


@pytest.mark.parametrize("text", ["a", "2018", "region-blekinge", "förening", "straße", "princip-1"])
def test_keys(text: str) -> None:
    assert is_key(text)
    require_key(text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("", None),
        ("A", "a"),
        ("Region_Blekinge", "region-blekinge"),
        ("in force", "in-force"),
        ("a--b", "a-b"),
        ("-a-", "a"),
        ("a÷b", None),
        ("x" * 100 + "!", None),
    ],
)
def test_what_is_no_key_is_refused_with_the_nearest_that_is(text: str, mended: str | None) -> None:
    for require in (require_key, require_reference):
        with pytest.raises(NotationError) as caught:
            require(text)
        assert (caught.value.code, caught.value.nearest) == ("not-a-key", mended)
        assert len(caught.value.params["found"]) <= 61


def test_a_path_is_a_reference_and_no_key() -> None:
    assert is_reference("now.joint.2")
    assert not is_key("now.joint.2")
    assert not is_reference("now..joint")
    with pytest.raises(NotationError, match=r"now\.joint"):
        require_key("now.joint")


def test_a_cursor_takes_what_it_expects_and_nothing_else() -> None:
    cursor = Cursor("at least 2 of x")
    assert not cursor.accept("at", "most")
    assert cursor.accept("at", "least")
    assert cursor.last.text == "least"
    assert cursor.take("a number").text == "2"
    assert cursor.expect("of").offset == 11
    ahead = cursor.ahead(0)
    assert ahead is not None
    assert ahead.text == "x"
    assert cursor.ahead(1) is None
    with pytest.raises(NotationError) as caught:
        cursor.finish("and")
    assert (caught.value.code, caught.value.offset) == ("unexpected-word", 14)
    assert cursor.take_key().text == "x"
    cursor.finish()
    with pytest.raises(NotationError) as caught:
        cursor.take("more")
    assert (caught.value.code, caught.value.offset) == ("text-ends-early", 15)


def test_a_mark_is_no_word() -> None:
    with pytest.raises(NotationError) as caught:
        Cursor("( a").take_word("a word")
    assert (caught.value.code, caught.value.offset, caught.value.length) == ("unexpected-word", 0, 1)


def test_the_nearest_of_the_expected_words_is_named() -> None:
    with pytest.raises(NotationError) as caught:
        Cursor("autum").expect("autumn")
    assert caught.value.nearest == "autumn"


def test_a_text_of_blanks_has_nothing_written() -> None:
    with pytest.raises(NotationError) as caught:
        Cursor("  ").take("anything")
    assert (caught.value.code, caught.value.offset) == ("nothing-written", 0)


def test_an_endless_word_is_not_repeated_in_the_message() -> None:
    with pytest.raises(NotationError) as caught:
        Cursor("x" * 100_000).expect("y")
    assert len(caught.value.params["found"]) < 100
