"""Who is the same across agreements, and who merely looks alike."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest

from idebur.agreement import Agreement
from idebur.errors import UnknownKey
from idebur.graph import build, look_alikes
from idebur.graph.identity import Known, identities


def who(*known: Known, same_as: list[tuple[str, str]] | None = None) -> dict[str, str]:
    return {f"{agreement}/{key}": node for (agreement, key), node in identities(known, same_as or []).items()}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Known("a", "r", "232100-0040"), Known("b", "s", "2321000040"), True),
        (Known("a", "r", "232100-0040"), Known("b", "s", "SE 232100 0040"), False),
        (Known("a", "r", "232100-0040"), Known("b", "r", "232100-0057"), False),
        (Known("a", "r", "232100-0040", ("R",)), Known("b", "r", None, ("R",)), True),
        (Known("a", "r", "232100-0040", ("R",)), Known("b", "r", None, ("S",)), False),
        (Known("a", "r", None, ("Region R",)), Known("b", "r", None, ("REGION  R.",)), True),
        (Known("a", "r", None, ("Region R", "R-län")), Known("b", "r", None, ("R-län",)), True),
        (Known("a", "r"), Known("b", "r", None, ("R",)), True),
        (Known("a", "r", None, ("R",)), Known("b", "s", None, ("R",)), False),
        (Known("a", "r", "okänt"), Known("b", "s", "okänt"), False),
        (Known("a", "r", "-"), Known("b", "s", ""), False),
    ],
)
def test_two_are_one_by_number_or_else_by_key_where_nothing_says_otherwise(
    one: Known, other: Known, same: bool
) -> None:
    for pair in ((one, other), (other, one)):
        found = identities(pair)
        assert (found[one.agreement, one.key] == found[other.agreement, other.key]) is same


def test_those_who_would_be_called_the_same_are_called_by_their_agreements() -> None:
    assert who(Known("a", "region", None, ("Region A",)), Known("b", "region", None, ("Region B",))) == {
        "a/region": "actor/a/region",
        "b/region": "actor/b/region",
    }


def test_a_key_that_is_anothers_number_is_nobody_elses() -> None:
    found = who(Known("a", "232100"), Known("b", "x", "2321-00"))
    assert found["a/232100"] != found["b/x"]


def test_one_whose_own_agreement_gives_it_two_numbers_joins_nobody_by_them() -> None:
    """Else two others with a number each would be one through it."""
    found = who(Known("a", "r", "11-1"), Known("a", "r", "22-2"), Known("b", "s", "111"), Known("c", "t", "222"))
    assert found == {"a/r": "actor/r", "b/s": "actor/111", "c/t": "actor/222"}


def test_what_is_said_to_be_one_is_one_through_others_too() -> None:
    known = Known("a", "x", None, ("X",)), Known("b", "y", None, ("Y",)), Known("c", "z", "55-5", ("Z",))
    found = who(*known, same_as=[("a/x", "b/y"), ("b/y", "c/z")])
    assert set(found.values()) == {"actor/555"}
    assert who(*known, same_as=[("c/z", "b/y"), ("b/y", "a/x")]) == found


def test_to_say_it_of_somebody_who_is_one_already_is_no_contradiction() -> None:
    assert who(Known("a", "r", "1"), Known("a", "r", "2"), same_as=[("a/r", "a/r")]) == {"a/r": "actor/r"}


def test_one_who_is_not_there_cannot_be_the_same() -> None:
    with pytest.raises(UnknownKey) as caught:
        who(Known("a", "region"), Known("b", "network"), same_as=[("a/regoin", "b/network")])
    assert str(caught.value) == (
        "no organisation is called 'a/regoin'; did you mean 'a/region'? known: a/region, b/network"
    )


def test_two_numbers_cannot_be_the_same() -> None:
    with pytest.raises(
        ValueError, match=r"^a/r and b/s cannot be the same: their organisation numbers are 111 and 222$"
    ):
        who(Known("a", "r", "11-1"), Known("b", "s", "222"), same_as=[("a/r", "b/s")])


def agreement(key: str, actors: Mapping[str, Any]) -> Agreement:
    return Agreement.model_validate({"agreement": key, "actors": actors})


def test_what_either_knows_of_one_is_known_of_it() -> None:
    one = agreement("a", {"rk": {"name": "Röda Korset", "kind": "association"}})
    other = agreement("b", {"rk": {"name": "Röda Korset", "number": "802002-8711", "sector": "civil-society"}})
    for graph in (build(one, other), build(other, one)):
        assert dict(graph.nodes["actor/8020028711"]) == {
            "kind": "organisation",
            "label": "Röda Korset",
            "word": "association",
            "agreement": "a",
            "path": "actors.rk",
            "number": "802002-8711",
            "sector": "civil-society",
        }


def test_classes_and_units_are_never_shared() -> None:
    actors = {"sector": {"kind": "class"}, "region": {"name": "R"}, "board": {"part-of": "region"}}
    graph = build(agreement("a", actors), agreement("b", actors))
    assert {node for node in graph if not node.startswith("agreement/")} == {
        "actor/region",
        "a/actors.sector",
        "b/actors.sector",
        "a/actors.board",
        "b/actors.board",
    }


def named(*labels: str) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((f"actor/{number}", {"kind": "party", "label": label}) for number, label in enumerate(labels))
    return graph


def test_near_duplicates_are_found_and_told() -> None:
    graph = named("Röda Korset Linköping", "Röda korset, Linköping", "Rädda Barnen Linköping", "Scouterna")
    found = look_alikes(graph)
    assert [str(one) for one in found] == ["actor/0 and actor/1 are called nearly the same (1.00)"]
    assert len(graph) == 4


def test_the_likeliest_come_first_and_a_limit_is_kept() -> None:
    graph = named("Hyresgästföreningen Norrköping", "Hyresgästföreningen i Norrköping", "Hyresgästföreningen Motala")
    found = look_alikes(graph, least=0.5)
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)
    assert (found[0].one, found[0].other) == ("actor/0", "actor/1")
    assert look_alikes(graph, least=1) == ()


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_a_likeness_is_from_0_to_1(least: float) -> None:
    with pytest.raises(ValueError, match=r"^the least likeness is a number from 0 to 1, and "):
        look_alikes(named("a"), least=least)


def test_only_the_kinds_that_are_asked_for_are_compared() -> None:
    graph = named("Forum A")
    graph.add_node("x/bodies.forum", kind="body", label="Forum A")
    graph.add_node("nameless", kind="party")
    assert look_alikes(graph) == ()
    assert len(look_alikes(graph, kinds=["party", "body"])) == 1
    assert look_alikes(nx.Graph()) == ()


def test_a_kind_that_no_node_can_have_is_refused() -> None:
    assert len(look_alikes(named("Region A", "Region A"), kinds="party")) == 1
    with pytest.raises(UnknownKey, match="no kind of node is called 'partys'; did you mean 'party'"):
        look_alikes(named("Region A"), kinds={"partys"})


def test_a_register_is_compared_in_time_that_grows_as_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that all share (the county) makes no pair of them worth comparing."""
    compared = 0
    ratio = difflib.SequenceMatcher.ratio

    def counted(matcher: difflib.SequenceMatcher[str]) -> float:
        nonlocal compared
        compared += 1
        return ratio(matcher)

    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", counted)
    look_alikes(named(*(f"Förening{number // 2} i Östergötland" for number in range(2000))))
    assert compared == 1000


def test_a_number_in_wide_digits_is_the_same_number() -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) if digit.isdigit() else digit for digit in "232100-0040")
    one, other, third = Known("a", "x", wide), Known("b", "y", "2321000040"), Known("c", "z", wide[:5])
    found = identities([one, other, third])
    assert found == {("a", "x"): "actor/2321000040", ("b", "y"): "actor/2321000040", ("c", "z"): "actor/23210"}
