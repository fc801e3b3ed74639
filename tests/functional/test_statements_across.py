"""What can be asked of both example agreements, and compared.

The queries are those a user would write; the answers are set out in full, so that a slip in either file shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from idebur.absence import NONE, NOT_SAID, exists, one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.content import Content
from idebur.elements import Keyed
from idebur.files import load_all
from idebur.frameworks import shipped_frameworks
from idebur.mandates import appointments, bound, sides
from idebur.membership import approvers, joining, leaving, told_when_leaving
from idebur.principles import Commitment, Principle
from idebur.several import Several

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def both() -> Mapping[str, Agreement]:
    return load_all(EXAMPLES / "blekinge", EXAMPLES / "ostergotland")


@pytest.fixture(scope="module")
def blekinge(both: Mapping[str, Agreement]) -> Agreement:
    return both["blekinge"]


@pytest.fixture(scope="module")
def ostergotland(both: Mapping[str, Agreement]) -> Agreement:
    return both["ostergotland"]


# --- principles that correspond ---


def finest(principles: Keyed[Principle], above: str = "") -> Iterator[tuple[str, Principle]]:
    """The principles, or the parts that they fall into where they do."""
    for key, principle in principles.items():
        if principle.parts:
            yield from finest(principle.parts, f"{above}{key}.")
        else:
            yield f"{above}{key}", principle


def counterparts(agreement: Agreement, document: str) -> dict[str, str]:
    """From each principle of another text to the one here that corresponds to it."""
    return {
        like.removeprefix(f"{document}."): key
        for key, principle in finest(agreement.principles)
        for like in principle.like
        if like.startswith(f"{document}.")
    }


def without_counterpart(agreement: Agreement) -> set[str]:
    """The principles that are stated to have none; one whose counterpart is not said is not among them."""
    return {key for key, principle in finest(agreement.principles) if principle.like.absence == NONE}


def test_x_01_the_six_national_principles_are_met_in_both(both: Mapping[str, Agreement]) -> None:
    national = shipped_frameworks()["national-2008"].principles
    found = {key: {name: counterparts(one, "national-2008").get(key) for name, one in both.items()} for key in national}
    assert found == {
        "independence": {"blekinge": "independence", "ostergotland": "independence-and-equality.independence"},
        "dialogue": {"blekinge": "dialogue", "ostergotland": "dialogue-and-information"},
        "quality": {"blekinge": "quality", "ostergotland": "quality-and-evaluation"},
        "long-term": {"blekinge": "long-term", "ostergotland": "long-term"},
        "openness": {"blekinge": "openness", "ostergotland": "openness"},
        "diversity": {"blekinge": "diversity", "ostergotland": "diversity"},
    }


def test_x_01_innovation_and_equality_have_no_counterpart(blekinge: Agreement, ostergotland: Agreement) -> None:
    assert without_counterpart(blekinge) == {"innovation"}
    assert without_counterpart(ostergotland) == {"independence-and-equality.equality", "innovation"}


def test_x_01_nothing_is_left_unanswered(both: Mapping[str, Agreement]) -> None:
    """Each principle has a counterpart or is stated to have none; for none the answer is missing."""
    for one in both.values():
        for key, principle in finest(one.principles):
            assert principle.like or principle.like.absence == NONE, key


def test_x_01_they_number_the_shared_principles_alike(blekinge: Agreement, ostergotland: Agreement) -> None:
    numbers = [
        [one_said(principle.number) for principle in one.principles.values()] for one in (blekinge, ostergotland)
    ]
    assert numbers == [list(range(1, 8))] * 2
    assert [principle.like[:1] for principle in blekinge.principles.values()] == [
        principle.like[:1] for principle in ostergotland.principles.values()
    ]


# --- who appoints, who approves, whom one tells ---


def appointers(content: Content) -> dict[str, tuple[str, ...] | None]:
    """Who appoints to each seat and office that comes with no other office; ``None`` where it is not said."""
    return {
        one.name: None if one.by.absence == NOT_SAID else tuple(one.by)
        for one in appointments(content)
        if one.ex_officio is None
    }


def test_x_04_who_appoints_whom_in_blekinge(blekinge: Agreement) -> None:
    assert appointers(blekinge) == {
        "working-group.region": None,
        "working-group.karlshamn": None,
        "working-group.sector": None,
        "partnership.sector": ("sector",),
        "partnership.politicians": ("region-blekinge",),
        "partnership.officials": ("region-blekinge",),
        "partnership.county-board": ("lansstyrelsen",),
        "partnership.municipalities": ("municipalities",),
        "partnership.academia": ("academia",),
        "partnership.innovation": ("innovation-actors",),
        "contact": ("signatories",),
        "process-leader": ("natverket",),
        "network-chair": None,
        "assembly-chair": None,
    }


def test_x_04_who_appoints_whom_in_ostergotland(ostergotland: Agreement) -> None:
    """Today nobody says; that the sector appoints its own is proposed, and so is the chair's seat by office."""
    assert set(appointers(ostergotland).values()) == {None}
    proposed = ostergotland.versions["proposed"]
    assert appointers(proposed)["working-group.sector"] == ("sector",)
    group = proposed.bodies["working-group"]
    assert {key: one_said(seat.ex_officio) for key, seat in group.seats.items()} == {
        "sector": None,
        "committee-chair": "committee-chair",
        "committee-support": "committee-support",
    }


def test_x_04_who_approves_a_member(blekinge: Agreement, ostergotland: Agreement) -> None:
    """In Blekinge the steering group; in Östergötland the one who joins decides, and nobody is said to approve."""
    assert approvers(blekinge) == Several(["steering-group"])
    assert approvers(ostergotland).absence == NOT_SAID
    (procedure,) = joining(ostergotland)
    assert [(tuple(step.who.actors("does")), tuple(step.does)) for step in procedure.steps] == [
        (("applicant",), ("decide",)),
        (("applicant",), ("contact",)),
        (("applicant",), ("sign",)),
    ]


def test_x_04_whom_one_tells_when_leaving(blekinge: Agreement, ostergotland: Agreement) -> None:
    """In Blekinge one that has joined tells the steering group; whom a main party tells is not said.

    In Östergötland it is not said how one leaves at all.
    """
    assert told_when_leaving(blekinge) == Several(["steering-group"])
    assert blekinge.procedures["renegotiating"].steps[0].to.absence == NOT_SAID
    assert told_when_leaving(ostergotland).absence == NOT_SAID
    assert leaving(ostergotland) == ()
    assert ostergotland.procedures.find("leaving") == NOT_SAID
    assert exists(ostergotland.procedures.find("leaving")) is Answer.UNKNOWN


# --- whom the commitments bind, and how strongly ---

SIDES = frozenset({"public", "civil-society"})

NAMES = {
    frozenset({"public"}): "public side",
    frozenset({"civil-society"}): "sector",
    SIDES: "all parties",
    frozenset[str](): "unknown",
}


def binds(agreement: Agreement, commitment: Commitment) -> str:
    """Whom a commitment binds: the public side, the sector, all parties; unknown where the text does not tell."""
    return NAMES[bound(agreement, commitment) & SIDES]


def by_side_and_force(agreement: Agreement, *, internal: bool = False) -> dict[str, dict[str, int]]:
    """How many commitments there are by side and force: the joint ones, or those internal to a party."""
    table: dict[str, dict[str, int]] = {}
    for commitment in agreement.commitments.values():
        if (one_said(commitment.inside) is not None) is internal:
            row = table.setdefault(binds(agreement, commitment), {})
            force = str(one_said(commitment.force))
            row[force] = row.get(force, 0) + 1
    return table


def test_x_05_a_group_of_all_binds_both_sides(both: Mapping[str, Agreement]) -> None:
    for one in both.values():
        for word in ("all-parties", "each-party", "each-signatory"):
            assert sides(one, word) == SIDES
        assert sides(one, "academia") == {"academia"}


def test_x_05_blekinge_counted_by_side_and_force(blekinge: Agreement) -> None:
    assert by_side_and_force(blekinge) == {
        "all parties": {
            "shall": 7,
            "is-responsible": 2,
            "needs-to": 1,
            "should": 1,
            "aims-to": 1,
            "strives": 1,
            "states": 4,
        },
        "public side": {"shall": 2},
        "sector": {"states": 1},
        "unknown": {"shall": 2, "is-responsible": 2, "needs-to": 2, "is-encouraged": 1, "states": 1},
    }
    assert by_side_and_force(blekinge, internal=True) == {}


def test_x_05_ostergotland_counted_by_side_and_force(ostergotland: Agreement) -> None:
    """What the region has taken upon itself inside is not what the parties have agreed, and is counted apart."""
    assert by_side_and_force(ostergotland) == {
        "all parties": {"shall": 1, "is-responsible": 1, "needs-to": 5, "can": 1, "states": 2},
        "public side": {"shall": 1},
        "unknown": {"shall": 4, "is-encouraged": 1, "states": 1},
    }
    assert by_side_and_force(ostergotland, internal=True) == {
        "public side": {"shall": 1, "is-responsible": 3, "states": 1}
    }


def test_x_05_in_both_the_public_side_alone_is_bound_to_leave_the_critics_in_peace(
    both: Mapping[str, Agreement],
) -> None:
    """The one protection that both give: borne by the public side, owed to the sector, against the same two losses."""
    for one in both.values():
        (protection,) = (commitment for commitment in one.commitments.values() if commitment.against)
        assert binds(one, protection) == "public side"
        assert [sides(one, actor) for actor in protection.to] == [frozenset({"civil-society"})]
        assert set(protection.against) == {"loss-of-collaboration", "loss-of-support"}
        assert {"giving-voice", "forming-opinion"} <= set(protection.protects)


def test_x_05_whose_side_a_body_of_unknown_seats_is_on_is_unknown(blekinge: Agreement) -> None:
    """The group may be the partnership, and then both sides are bound; the text does not say, so neither does this."""
    assert binds(blekinge, blekinge.commitments["watch"]) == "all parties"
    assert binds(blekinge, blekinge.commitments["involve"]) == "unknown"


def test_x_05_every_force_is_a_word_with_a_strength(both: Mapping[str, Agreement]) -> None:
    """Nothing is counted under a force that cannot be weighed against the others."""
    for one in both.values():
        for key, commitment in one.commitments.items():
            force = one_said(commitment.force)
            assert force is not None, key
            assert isinstance(one.vocabularies.property("force", force, "strength"), int), key
