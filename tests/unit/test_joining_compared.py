"""Comparing who could join two agreements: facts declared differently, what only people judge, what is not said."""

from __future__ import annotations

import pytest

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.compare.joining import Differing, JoiningCompared, compare_joining
from idebur.errors import UnknownKey
from idebur.exports.prose.rulebook import tell_joining_compared, tell_rules
from idebur.files.yaml_reader import parse_yaml
from idebur.messages import Lang
from idebur.several import Pairs

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def agreement(key: str, open_to: str, rest: str = "", *, whole: bool = False, several: bool = False) -> Agreement:
    way = open_to if whole else f"{{kind: join, open-to: '{open_to}'}}"
    text = f"""
idebur: 1
agreement: {key}
source: text
documents: {{text: {{kind: agreement}}}}
procedures: {open_to if several else f"{{joining: {way}}}"}
{rest}
"""
    tree, faults = parse_yaml(text.encode(), "case.yaml")
    assert tree is not None, faults
    return Agreement.model_validate(tree.data, by_alias=True, by_name=False)


def answers(compared: JoiningCompared) -> tuple[Answer, ...]:
    groups = (compared.only_first, compared.only_second, compared.both, compared.neither)
    return tuple(reasoned.answer for reasoned in groups)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("members >= 10", "members > 20", (YES, NO, YES, YES)),
        ("members < 10", "members > 20", (YES, YES, NO, YES)),
        ("members <= 10", "members > 10", (YES, YES, NO, NO)),
        ("always", "democratic", (YES, NO, YES, NO)),
        ("always", "always", (NO, NO, YES, NO)),
        ("none", "always", (NO, YES, NO, NO)),
        ("never", "none", (NO, NO, NO, YES)),
    ],
)
def test_who_could_join_which(first: str, second: str, expected: tuple[Answer, ...]) -> None:
    assert answers(compare_joining(agreement("a", first), agreement("b", second))) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("democratic", (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)),
        ("not-said", (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)),
        ("always", (NO, UNKNOWN, UNKNOWN, NO)),
        ("none", (UNKNOWN, NO, NO, UNKNOWN)),
    ],
)
@pytest.mark.parametrize("way", ["{kind: join, open-to: not-said}", "{kind: join}", "{kind: leave}"])
def test_what_is_not_said_is_no_judgement(second: str, expected: tuple[Answer, ...], way: str) -> None:
    """Only what holds whatever the text might have said is answered; of the rest it is said why it is not."""
    silent = agreement("a", way, whole=True)
    compared = compare_joining(silent, agreement("b", second))
    assert answers(compared) == expected
    assert compared.silent == (("a", "b") if second == "not-said" else ("a",))
    reasons = {one.reason for one in (compared.only_first, compared.only_second, compared.both, compared.neither)}
    assert reasons - {""} == {"not-said"}
    says: dict[Lang, str] = {
        "en": "the text of a{} does not say who",
        "sv": "texten till a{} säger inte vem som får",
    }
    for lang, said in says.items():
        other = {"en": " and b", "sv": " och b"}[lang] if second == "not-said" else ""
        told = tell_joining_compared(silent, agreement("b", second), compared, lang)
        assert said.format(other) in told
        assert "joining: " not in told


def test_one_way_that_is_silent_does_not_hide_the_other() -> None:
    """Whom the other way lets in may join, whatever the silent one would have said."""
    ways = "{one: {kind: join, open-to: democratic}, two: {kind: join}}"
    first, second = agreement("a", ways, several=True), agreement("b", "members >= 10")
    compared = compare_joining(first, second)
    assert answers(compared) == (YES, UNKNOWN, YES, UNKNOWN)
    assert compared.both.witness is not None
    assert compared.both.witness.because == ("democratic", "members")


def test_what_people_judge_in_the_one_they_have_not_judged_in_the_other() -> None:
    clause = "clauses: {trusted: {says: {sv: Har förtroende., en: Is trusted.}}}"
    first, second = agreement("a", "trusted", clause), agreement("b", "trusted", clause)
    compared = compare_joining(first, second)
    assert answers(compared) == (YES, YES, YES, YES)
    said = tell_joining_compared(first, second, compared, "sv")
    expected = "- bedömt i a, Har förtroende: uppfyllt\n  - bedömt i b, Har förtroende: inte uppfyllt"
    assert expected in said


def test_words_that_only_one_agreement_knows_are_taken_together() -> None:
    """A fact that can have other words in the other is reported, and compared over all of them."""
    first = agreement("a", "colour is red", "facts: {colour: {type: word, values: [red, blue]}}")
    second = agreement("b", "colour is any of (red, green)", "facts: {colour: {type: word, values: [red, green]}}")
    compared = compare_joining(first, second)
    words = (("red", "blue"), ("red", "green"))
    assert compared.differing == (Differing("colour", ("word", "word"), words),)
    assert answers(compared) == (NO, YES, YES, YES)
    assert compared.neither.witness is not None
    assert compared.neither.witness.facts == Pairs({"colour": "blue"})
    said = tell_joining_compared(first, second, compared, "en")
    assert '"colour" can have different values: red, blue in the one, red, green in the other.' in said
    assert "May join a, but not b:\n  No organisation, whatever it is." in said


def test_a_fact_that_may_have_any_word_in_one_has_another_in_both() -> None:
    first = agreement("a", "colour is red", "facts: {colour: {type: word, values: [red]}}")
    second = agreement("b", "colour is red", "facts: {colour: {type: word}}")
    compared = compare_joining(first, second)
    assert answers(compared) == (NO, NO, YES, YES)
    assert "red in the one, any word in the other" in tell_joining_compared(first, second, compared, "en")
    told = tell_joining_compared(second, second, compare_joining(second, second), "sv")
    assert (
        "Får inte ansluta sig till någon av dem:\n  Till exempel varje organisation med\n  - colour: något annat"
        in told
    )


def test_a_fact_of_another_type_cannot_be_compared() -> None:
    """The same name for different things: no answer is better than a wrong one."""
    first = agreement("a", "size > 5", "facts: {size: {type: number}}")
    second = agreement("b", "inner", "facts: {size: {type: yes-no}}\nclauses: {inner: {rule: size}}")
    compared = compare_joining(first, second)
    assert answers(compared) == (UNKNOWN,) * 4
    assert compared.only_first.reason == "facts-differ"
    assert [one.is_comparable for one in compared.differing] == [False]
    said = tell_joining_compared(first, second, compared, "sv")
    assert "”size” är av olika slag: ett tal i den ena, ja eller nej i den andra." in said
    assert "Det går inte att avgöra" in said


def test_a_fact_that_one_agreement_only_declares_is_no_difference() -> None:
    """What matters is what the rules ask."""
    first = agreement("a", "democratic", "facts: {size: {type: number}}")
    second = agreement("b", "size", "facts: {size: {type: yes-no, label: {sv: stor, en: large}}}")
    compared = compare_joining(first, second)
    assert compared.differing == ()
    assert answers(compared) == (YES, YES, YES, YES)
    assert "- large: no" in tell_joining_compared(second, first, compare_joining(second, first), "en")


def test_what_is_too_large_is_said_to_be() -> None:
    first, second = agreement("a", "members > 5"), agreement("b", "members > 6")
    compared = compare_joining(first, second, work=2)
    assert {reasoned.reason for reasoned in (compared.only_first, compared.both)} == {"too-large"}
    assert "the rules are too large" in tell_joining_compared(first, second, compared, "en")


def test_a_version_that_there_is_not_is_refused() -> None:
    with pytest.raises(UnknownKey):
        compare_joining(agreement("a", "always"), agreement("b", "always"), versions=(None, "next"))


def test_any_organisation_at_all_is_told_as_that() -> None:
    first = agreement("a", "always")
    assert "May join both:\n  Any organisation at all." in tell_joining_compared(
        first, first, compare_joining(first, first), "en"
    )


@pytest.mark.parametrize(
    ("open_to", "said"),
    [
        ("always", "- joining: Vem som helst.\n    always"),
        ("never", "- joining: Ingen.\n    never"),
        ("not-said", "- joining: Texten säger inte vem som får ansluta sig."),
        ("democratic", "- joining: Bygger på demokratiska värderingar.\n    democratic"),
        ("large", "- large: Antal medlemmar är över 5.\n    members > 5"),
        ("large", "- joining: Antal medlemmar är över 5.\n    large"),
    ],
)
def test_the_rules_are_listed_in_words_and_as_text(open_to: str, said: str) -> None:
    listed = tell_rules(agreement("a", open_to, "clauses: {large: {rule: members > 5}}"))
    assert said in listed


def test_an_agreement_without_rules_says_so() -> None:
    bare = Agreement.model_validate({"agreement": "bare"})
    said = "bare\n\nNo condition has a name of its own.\n\nThe text does not say how one joins."
    assert tell_rules(bare, "en") == said
