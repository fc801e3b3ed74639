"""Whom an actor stands for, and who appoints."""

from __future__ import annotations

import pytest

from idebur.absence import NONE, NOT_SAID
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.errors import UnknownKey
from idebur.graph import build
from idebur.mandates import appointments, bound, sides
from idebur.standing import on

AGREEMENT = Agreement.model_validate(
    {
        "agreement": "a",
        "parties": {"region": {"kind": "region"}, "sector": {"kind": "class", "sector": "civil-society"}},
        "actors": {
            "north": {"kind": "municipality"},
            "south": {"kind": "municipality"},
            "municipalities": {"kind": "set", "members": ["north", "south"]},
            "unit": {"part-of": "region"},
            "ring": {"part-of": "gnir"},
            "gnir": {"part-of": "ring"},
            "nobody": {},
        },
        "bodies": {
            "board": {
                "seats": {
                    "region": {"of": "region", "who": {"appoints": "itself"}},
                    "sector": {"of": "sector", "who": {"appoints": {"among-others": ["itself", "region"]}}},
                    "each": {"one-each": "municipalities"},
                    "chair": {"ex-officio": "chair", "who": {"appoints": "none"}},
                }
            }
        },
        "offices": {"chair": {"of": "unit"}, "contact": {"one-each": "signatories", "who": {"appoints": "itself"}}},
        "commitments": {"both": {"who": ["region", "sector"]}, "who-knows": {}},
    }
)


@pytest.mark.parametrize(
    ("actor", "stands_for"),
    [
        ("region", {"public"}),  # by its kind
        ("sector", {"civil-society"}),
        ("business", {"business"}),
        ("unit", {"public"}),
        ("municipalities", {"public"}),
        ("chair", {"public"}),
        ("all-parties", {"public", "civil-society"}),
        ("board", {"public", "civil-society"}),
        ("ring", set()),
        ("nobody", set()),
        ("everyone", set()),
        ("contact", set()),
    ],
)
def test_whom_an_actor_stands_for(actor: str, stands_for: set[str]) -> None:
    assert sides(AGREEMENT, actor) == stands_for


def test_whom_a_commitment_binds() -> None:
    assert bound(AGREEMENT, AGREEMENT.commitments["both"]) == {"public", "civil-society"}
    assert bound(AGREEMENT, AGREEMENT.commitments["who-knows"]) == frozenset()


def test_who_appoints_to_each_seat_and_office() -> None:
    found = {one.name: one for one in appointments(AGREEMENT)}
    assert {name: tuple(one.by) for name, one in found.items()} == {
        "board.region": ("region",),
        "board.sector": ("sector", "region"),
        "board.each": (),
        "board.chair": (),
        "chair": (),
        "contact": ("signatories",),
    }
    assert found["board.sector"].by.among_others
    assert found["board.each"].by.absence == NOT_SAID
    assert found["board.chair"].by.absence == NONE
    assert found["board.chair"].ex_officio == "chair"
    assert found["board.region"].path == ("bodies", "board", "seats", "region")


VERSIONS = Agreement.model_validate(
    {
        "agreement": "a",
        "parties": {"region": {"kind": "region"}, "sector": {"sector": "civil-society"}},
        "actors": {"unit": {"part-of": "region"}, "firm": {"sector": "business"}},
        "bodies": {"board": {"seats": {"first": {"of": "region", "who": {"appoints": "itself"}}}}},
        "offices": {"lead": {"of": "region", "who": {"appoints": "itself"}}},
        "commitments": {"both": {"who": "all-parties"}},
        "versions": {
            "new": {
                "amends": "present",
                "parties": {"firm": {"sector": "business"}},
                "actors": {"unit": {"part-of": "sector"}},
                "bodies": {"council": {"seats": {"one": {"of": "firm", "who": {"appoints": "itself"}}}}},
                "offices": {"lead": "none"},
            },
            "first": {"parties": {"firm": {"sector": "business"}}},
            "silent": {"title": "Silent"},
        },
    }
)


@pytest.mark.parametrize(
    ("version", "unit", "parties", "council"),
    [
        (None, {"public"}, {"public", "civil-society"}, set()),
        ("new", {"civil-society"}, {"public", "civil-society", "business"}, {"business"}),
        ("first", {"public"}, {"business"}, set()),
        ("silent", {"public"}, {"public", "civil-society"}, set()),
    ],
)
def test_whom_one_stands_for_in_a_version(
    version: str | None, unit: set[str], parties: set[str], council: set[str]
) -> None:
    """What it does not name itself is what it is in the states behind it."""
    assert sides(VERSIONS, "unit", version=version) == unit
    assert sides(VERSIONS, "all-parties", version=version) == parties
    assert bound(VERSIONS, VERSIONS.commitments["both"], version=version) == parties
    assert sides(VERSIONS, "council", version=version) == council


def test_who_appoints_in_a_version() -> None:
    def told(version: str | None) -> dict[str, tuple[tuple[object, ...], list[str]]]:
        return {one.name: (one.path, list(one.by)) for one in appointments(VERSIONS, version=version)}

    present = {
        "board.first": (("bodies", "board", "seats", "first"), ["region"]),
        "lead": (("offices", "lead"), ["region"]),
    }
    council = (("versions", "new", "bodies", "council", "seats", "one"), ["firm"])
    assert told(None) == told("present") == present
    assert told("new") == {"board.first": present["board.first"], "council.one": council}
    assert told("first") == {}
    with pytest.raises(UnknownKey):
        told("nwe")


def test_what_an_amendment_only_proposes_to_change_stays_as_it_is() -> None:
    """Who appoints, whom one stands for, and who is in the graph of the version, as ``standing`` has it."""
    proposed = {
        "amends": "present",
        "since": "2015-01-01",
        "parties": {"region": {"sector": "civil-society", "status": "proposed"}},
        "offices": {"chair": {"of": "club", "status": "proposed", "who": {"appoints": "club"}}},
    }
    agreement = Agreement.model_validate(
        {
            "agreement": "x",
            "since": "2010-01-01",
            "parties": {"region": {"sector": "public"}, "club": {"sector": "civil-society"}},
            "offices": {"chair": {"of": "region", "who": {"appoints": "region"}}},
            "versions": {"new": proposed},
        }
    )
    assert appointments(agreement, version="new") == appointments(agreement)
    assert sides(agreement, "region", version="new") == sides(agreement, "region") == {"public"}
    kinds = {"party-to", "appoints"}
    edges = {
        (source, said["kind"])
        for source, _, said in build(agreement, version="new").edges(data=True)
        if said["kind"] in kinds
    }
    assert edges == {("actor/region", "party-to"), ("actor/club", "party-to"), ("actor/region", "appoints")}
    held = {one.key: one.answer for one in on(agreement, "2020-01-01").parties}
    assert held == {"region": Answer.YES, "club": Answer.YES}
