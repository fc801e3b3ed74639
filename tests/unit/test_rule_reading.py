"""Faults of a rule's text, each at its place."""

from __future__ import annotations

import pytest

from idebur.errors import NotationError
from idebur.rules.language import DEEPEST
from idebur.rules.reading import mentions, parse_rule


@pytest.mark.parametrize(
    ("text", "code", "offset", "length", "nearest"),
    [
        ("", "nothing-written", 0, 1, None),
        ("a b", "unexpected-word", 2, 1, None),
        ("a adn b", "unexpected-word", 2, 3, "and"),
        ("a och b", "unexpected-word", 2, 3, "and"),
        ("sector ist public", "unexpected-word", 7, 3, "is"),
        ("sector är public", "unexpected-word", 7, 2, "is"),
        ("scope inclues local", "unexpected-word", 6, 7, "includes"),
        ("sector = public", "unexpected-word", 9, 6, "sector is public"),
        ("members > many", "unexpected-word", 10, 4, None),
        ("members > (", "unexpected-word", 10, 1, None),
        ("members >", "text-ends-early", 9, 1, None),
        ("members >= 10members", "unexpected-word", 11, 9, "10 members"),
        ("members >= 1/0", "division-by-zero", 11, 3, None),
        ("a and", "text-ends-early", 5, 1, None),
        ("and a", "reserved-word", 0, 3, None),
        ("a or or b", "reserved-word", 5, 2, None),
        ("( )", "unexpected-word", 2, 1, None),
        ("(a", "text-ends-early", 2, 1, None),
        ("a)", "unexpected-word", 1, 1, None),
        ("(a, b)", "unexpected-word", 2, 1, None),
        ("x is", "text-ends-early", 4, 1, None),
        ("x is not", "text-ends-early", 8, 1, None),
        ("x is all", "reserved-word", 5, 3, None),
        ("x is any (a)", "unexpected-word", 9, 1, None),
        ("x is any of a", "unexpected-word", 12, 1, None),
        ("x is any of ()", "unexpected-word", 13, 1, None),
        ("x is any of (a b)", "unexpected-word", 15, 1, None),
        ("x is any of (a, B)", "not-a-key", 16, 1, "b"),
        ("x is a.b", "not-a-key", 5, 3, None),
        ("x includes all (a)", "unexpected-word", 15, 1, None),
        ("all (a)", "unexpected-word", 4, 1, None),
        ("all of ()", "unexpected-word", 8, 1, None),
        ("at most 2 of (a)", "unexpected-word", 3, 4, None),
        ("at least two of (a)", "unexpected-word", 9, 3, None),
        ("at least", "text-ends-early", 8, 1, None),
        ("at least 5 of (a, b)", "more-than-there-are", 9, 1, None),
        ("at least 0 of (a, b)", "more-than-there-are", 9, 1, None),
        ("at least 1/2 of (a, b)", "count-not-whole", 9, 3, None),
        ("at least 1 (a)", "unexpected-word", 11, 1, None),
        ("f before 2018-13", "no-such-month", 14, 2, None),
        ("f = 2018-02-30", "no-such-day", 12, 2, None),
        ("f before many", "not-a-date", 9, 4, None),
        ("f between 5 and 3", "range-backwards", 10, 7, None),
        ("f between 2018-06 and 2018-05", "range-backwards", 10, 19, None),
        ("f between 5 or 3", "unexpected-word", 12, 2, None),
        ("Region_Owned and b", "not-a-key", 0, 12, "region-owned"),
        ("a && b", "strange-sign", 2, 1, "and"),
        ("(" * 10_000 + "a", "nested-too-deep", DEEPEST, 1, None),
        ("not " * 10_000 + "a", "nested-too-deep", 4 * DEEPEST, 3, None),
        ("all of (" * 10_000, "nested-too-deep", 8 * (DEEPEST // 2) + 4, 2, None),
        ("at least 1 of (" * 10_000, "nested-too-deep", 15 * DEEPEST + 3, 5, None),
    ],
)
def test_what_is_no_rule_is_refused_at_its_place(
    text: str, code: str, offset: int, length: int, nearest: str | None
) -> None:
    with pytest.raises(NotationError) as caught:
        parse_rule(text)
    fault = caught.value
    assert (fault.code, fault.offset, fault.length) == (code, offset, length)
    if nearest is not None:
        assert fault.nearest == nearest
    assert fault.text == text


def test_a_long_rule_is_not_a_deep_one() -> None:
    text = " and ".join(f"a{number}" for number in range(10_000))
    assert str(parse_rule(text)) == text


def test_after_a_bare_name_the_questions_are_offered_and_elsewhere_not() -> None:
    for text, offered in (("a b", True), ("a is b c", False), ("(a) b", False), ("always b", False)):
        with pytest.raises(NotationError) as caught:
            parse_rule(text)
        assert ("includes" in caught.value.params["expected"]) is offered


def test_the_places_of_what_is_asked_are_those_of_the_text() -> None:
    text = "a and scope  includes  any of (x, y) or m between 1 and 2018-06"
    bare, scope, members = mentions(text)
    assert (bare.name.text, bare.operator, bare.words, bare.points) == ("a", "", (), ())
    assert scope.operator == "includes any of"
    assert text[scope.operator_start : scope.operator_end] == "includes  any of"
    assert [(word.text, word.offset) for word in scope.words] == [("x", 31), ("y", 34)]
    assert members.operator == "between"
    assert [text[start:end] for _, start, end in members.points] == ["1", "2018-06"]
