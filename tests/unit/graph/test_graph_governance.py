"""Governance: hand-made graphs of one claim each, and what the two agreements say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from idebur.errors import UnknownKey, Unmeasurable
from idebur.files import read
from idebur.graph.building import build
from idebur.graph.measures.acts import ADMINISTRATIVE, LEAD, SHARED
from idebur.graph.measures.governance import appointment_power, dependence_on_convenor, edges_of, parties_of
from idebur.graph.measures.governance_form import Form, form
from idebur.graph.measures.mandates import (
    overlapping_mandates,
    overlapping_seats,
    tied_without_shared_work,
    working_apart,
)

EXAMPLES = Path(__file__).parents[3] / "examples"

_KINDS = {"board": "body", "group": "body", "secretariat": "body", "plan": "routine", "report": "routine"} | {
    "facilitator": "office",
    "joining": "procedure",
    "goal": "aim",
    "committee": "unit",
    "consultant": "organisation",
    "signatories": "group",
}


def _graph(*sentences: str, **fields: str) -> nx.MultiDiGraph[str]:
    """The graph of sentences such as ``region convenes board``; region, city and union are parties of agreement/x.

    A node is of the kind that :data:`_KINDS` says; one whose name begins with ``seat`` is a seat. *fields* gives the
    field of the edges of a kind.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    parties = [f"{party} party-to agreement/x" for party in ("region", "city", "union")]
    for sentence in (*parties, *sentences):
        source, kind, target = sentence.split()
        for node in (source, target):
            graph.add_node(node, kind="seat" if node.startswith("seat") else _KINDS.get(node, "party"))
        more = {"field": fields[kind]} if kind in fields else {}
        graph.add_edge(source, target, kind=kind, path=f"{target}", **more)
    graph.nodes["agreement/x"]["kind"] = "agreement"
    return graph


_BOARD = ("region seated-in board", "union seated-in board")


# --- appointments ---


def test_a_post_that_several_fill_is_divided_between_them() -> None:
    """Three posts are said: one region's alone, one region's and city's, one union's: 1½, ½ and 1 of 3."""
    graph = _graph(
        "region appoints seat-1", "region appoints seat-2", "city elects seat-2", "union appoints facilitator"
    )
    graph.add_node("seat-3", kind="seat")
    found = appointment_power(graph)
    assert {name: one.share for name, one in found.appointers.items()} == pytest.approx(
        {"region": 1.5 / 3, "city": 0.5 / 3, "union": 1 / 3}
    )
    assert (found.said, found.unsaid) == (("facilitator", "seat-1", "seat-2"), ("seat-3",))


def test_filling_ones_own_seat_is_told_from_filling_anothers() -> None:
    graph = _graph("region appoints seat-1", "region has-seat seat-1", "region appoints seat-2", "city has-seat seat-2")
    region = appointment_power(graph).appointers["region"]
    assert (region.own, region.over_others) == (1, 1)


def test_to_nominate_is_not_to_appoint() -> None:
    found = appointment_power(_graph("region nominates seat-1"))
    assert (found.said, found.unsaid, dict(found.appointers)) == ((), ("seat-1",), {})
    assert str(found) == "Of 1 posts it is said of none who fills them."


def test_who_appoints_to_a_body_fills_the_seats_of_which_nothing_is_said() -> None:
    graph = _graph(
        *("seat-1 seat-of board", "seat-2 seat-of board", "seat-3 seat-of board", "seat-3 comes-with facilitator"),
        *("region appoints board", "city appoints seat-2"),
    )
    found = appointment_power(graph)
    assert found.appointers["region"].posts == ("seat-1",)
    assert found.appointers["city"].posts == ("seat-2",)
    assert found.ex_officio == ("seat-3",)
    assert found.unsaid == ("facilitator",)


def test_electing_the_chair_of_a_body_does_not_fill_its_seats() -> None:
    found = appointment_power(_graph("seat-1 seat-of board", "region elects board", elects="chair.who"))
    assert (found.said, found.unsaid) == (("board#chair",), ("seat-1",))


# --- convening ---


def test_concentration_is_the_sum_of_squared_shares() -> None:
    """Of three, region convenes two alone and one with city: shares 5/6 and 1/6."""
    graph = _graph("region convenes board", "region leads plan", "region may-chair group", "city may-chair group")
    graph.add_node("report", kind="routine")
    found = dependence_on_convenor(graph)
    assert found.concentration == pytest.approx((5 / 6) ** 2 + (1 / 6) ** 2)
    assert found.convenors["region"].alone == ("board", "plan")
    assert found.convenors["region"].together == found.convenors["city"].together == ("group",)
    assert found.share_alone("region") == pytest.approx(2 / 3)
    assert found.unsaid == ("report",)


def test_convening_and_leading_the_same_counts_once() -> None:
    found = dependence_on_convenor(_graph("region convenes board", "region leads board", "city leads plan"))
    assert {name: one.share for name, one in found.convenors.items()} == {"region": 0.5, "city": 0.5}


def test_a_part_of_a_routine_is_not_missed_where_its_whole_is_led() -> None:
    found = dependence_on_convenor(_graph("region leads plan", "report belongs-to plan"))
    assert found.unsaid == ()


def test_what_calls_itself_together_hangs_on_nobody() -> None:
    found = dependence_on_convenor(_graph("plan convenes plan", "region convenes report"))
    assert (found.convened, found.unsaid, list(found.convenors)) == (("report",), ("plan",), ["region"])


def test_nobody_convening_is_not_independence() -> None:
    with pytest.raises(Unmeasurable, match="no body and no routine"):
        dependence_on_convenor(_graph(*_BOARD))


# --- mandates ---


def test_bodies_overlap_by_who_sits_and_by_what_they_do() -> None:
    graph = _graph(
        *("region has-seat seat-1", "seat-1 seat-of board", "region seated-in group", "city seated-in group"),
        *("board decides plan", "plan serves goal", "group does goal", "group may-be-same-as board"),
    )
    (found,) = overlapping_mandates(graph)
    assert (found.bodies, found.seated, found.work, found.maybe_same) == (
        ("board", "group"),
        ("region",),
        ("goal",),
        True,
    )
    assert str(found) == "board and group (perhaps one body) share 1 seated: region; 1 in work: goal"
    assert overlapping_seats(graph) == {"region": ("board", "group")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("plan based-on goal", [("goal",)]),
        ("plan about goal", [("goal",)]),
        ("plan serves goal", [("goal",)]),
        ("plan under goal", [("goal",)]),
        ("plan cites goal", []),
    ],
)
def test_a_body_works_on_what_its_routine_leads_on_to(sentence: str, expected: list[tuple[str, ...]]) -> None:
    found = overlapping_mandates(_graph("board decides plan", "group does goal", sentence))
    assert [one.work for one in found] == expected


def test_bodies_that_share_nothing_do_not_overlap() -> None:
    graph = _graph("region seated-in board", "city seated-in group", "board does plan", "group does report")
    assert overlapping_mandates(graph) == ()
    assert overlapping_seats(graph) == {}


def test_a_set_sits_by_its_members_where_they_are_known() -> None:
    """The set that has one seat each does not sit beside those that it consists of."""
    graph = _graph("cities has-seat seat-1", "seat-1 seat-of board", "city member-of cities", "city seated-in group")
    graph.add_edge("cities", "group", kind="seated-in")
    graph.add_edge("city", "board", kind="seated-in", through="seat-1")
    assert overlapping_mandates(graph)[0].seated == ("city",)


def test_two_that_work_on_the_same_without_a_tie_work_apart() -> None:
    graph = _graph("region does plan", "city does plan", "union does report", "region does report", "region owes union")
    (found,) = working_apart(graph)
    assert (found.parties, found.shared) == (("city", "region"), ("plan",))
    assert tied_without_shared_work(graph) == ()


def test_a_tie_in_either_direction_is_a_tie_and_a_shared_body_is_work() -> None:
    graph = _graph(*_BOARD, "union reports-to region", "city owes union", "union speaks city")
    assert working_apart(graph) == ()
    (found,) = tied_without_shared_work(graph)
    assert (found.parties, found.ties) == (("city", "union"), ("owes", "speaks"))


def test_a_member_of_a_group_works_on_what_the_group_does() -> None:
    graph = _graph("region member-of signatories", "city member-of signatories", "signatories attends plan")
    assert [pair.parties for pair in working_apart(graph)] == [("city", "region")]


def test_a_body_shares_with_nobody_that_it_is_itself() -> None:
    """The board is of the group that sits in it, and is no second to the region there."""
    seat = ("region has-seat seat-1", "seat-1 seat-of board")
    graph = _graph(*seat, "board member-of group", "group seated-in board")
    assert working_apart(graph, among=["board", "region"]) == ()
    assert [pair.shared for pair in working_apart(graph, among=["group", "region"])] == [("board",)]


def test_other_actors_than_the_parties_can_be_asked_about() -> None:
    graph = _graph("consultant does plan", "region does plan")
    assert working_apart(graph) == ()
    assert [pair.parties for pair in working_apart(graph, among=["consultant", "region"])] == [("consultant", "region")]
    with pytest.raises(Unmeasurable, match="no node 'konsult'"):
        working_apart(graph, among=["konsult"])


# --- form ---


def _spoken_for(found: Form) -> list[tuple[str, str | None]]:
    return [(one.kind, one.speaks_for) for one in found.observations]


@pytest.mark.parametrize(
    ("sentences", "expected", "hands"),
    [
        pytest.param((*_BOARD, "board plans plan", "board decides plan"), SHARED, None, id="a body of several parties"),
        pytest.param(
            ("region does plan", "city does plan", "union decides plan", "city decides plan"),
            SHARED,
            None,
            id="several parties at once",
        ),
        pytest.param(("region convenes board", "region decides plan"), LEAD, "region", id="one party does both"),
        pytest.param(
            ("committee part-of region", "committee leads plan", "region decides plan"),
            LEAD,
            "region",
            id="a part of a party acts for it",
        ),
        pytest.param(
            ("region has-seat seat-1", "seat-1 seat-of board", "board plans plan", "board decides plan"),
            LEAD,
            "region",
            id="a body in which one party has all seats",
        ),
        pytest.param(
            ("facilitator office-of union", "facilitator leads plan", "union orders plan"),
            LEAD,
            "union",
            id="an office of a party acts for it",
        ),
        pytest.param(
            ("union appoints facilitator", "facilitator leads plan", "union orders plan"),
            LEAD,
            "union",
            id="an office of nobody's that one party fills",
        ),
        pytest.param(
            ("region appoints facilitator", "union appoints facilitator", "facilitator leads plan"),
            ADMINISTRATIVE,
            "facilitator",
            id="an office of nobody's that several fill",
        ),
        pytest.param(
            (*_BOARD, "board appoints facilitator", "facilitator leads plan", "board decides plan"),
            ADMINISTRATIVE,
            "facilitator",
            id="a facilitator under a board of members",
        ),
        pytest.param(
            ("consultant seated-in secretariat", "secretariat convenes plan"),
            ADMINISTRATIVE,
            "secretariat",
            id="a body in which no party sits",
        ),
    ],
)
def test_the_form_is_told(sentences: tuple[str, ...], expected: str, hands: str | None) -> None:
    found = form(_graph(*sentences))
    assert (found.form, found.hands) == (expected, hands), str(found)


@pytest.mark.parametrize(
    ("sentences", "leans", "why"),
    [
        pytest.param((), None, "Nobody is said to convene", id="nothing is said"),
        pytest.param(("region decides plan",), LEAD, "Nobody is said to convene", id="nobody coordinates"),
        pytest.param((*_BOARD, "board plans plan"), SHARED, "nobody is said to decide", id="nobody decides"),
        pytest.param(
            (*_BOARD, "region leads plan", "board decides plan"), None, "a mixed form", id="in different hands"
        ),
        pytest.param(
            ("region leads plan", "city decides plan"), LEAD, "a mixed form", id="one party leads and another decides"
        ),
        pytest.param(
            ("consultant leads plan", "region decides plan"),
            None,
            "a mixed form",
            id="one party decides over an outsider",
        ),
        pytest.param(
            ("region leads plan", "city leads report"), None, "no side is known to have more than half", id="half each"
        ),
        pytest.param(
            ("group plans plan", "region does plan", "region decides plan"),
            LEAD,
            "no side is known",
            id="a body in which nobody is said to sit counts against",
        ),
        pytest.param(
            (*("region has-seat seat-1", "seat-1 seat-of board", "seat-2 seat-of board"), "board plans plan"),
            None,
            "no side is known",
            id="a body with a seat that nobody is said to have",
        ),
        pytest.param(
            ("facilitator leads plan", "region decides plan"),
            LEAD,
            "no side is known",
            id="an office that nobody fills",
        ),
        pytest.param(
            ("region seated-in board", "consultant seated-in board", "board plans plan"),
            None,
            "no side is known",
            id="one party and others in a body",
        ),
    ],
)
def test_the_form_cannot_be_told(sentences: tuple[str, ...], leans: str | None, why: str) -> None:
    found = form(_graph(*sentences))
    assert (found.form, found.leans, found.hands) == (None, leans, None), str(found)
    assert why in found.why


@pytest.mark.parametrize(
    "sentence",
    [
        "signatories attends plan",
        "signatories decides joining",
        "region does goal",
        "region receives report",
        "region nominates facilitator",
    ],
)
def test_what_is_no_act_of_governance_is_not_looked_at(sentence: str) -> None:
    assert form(_graph(sentence)).observations == ()


def test_filling_ones_own_seat_speaks_for_no_form() -> None:
    graph = _graph("region appoints seat-1", "region has-seat seat-1", "region appoints seat-2", "city has-seat seat-2")
    assert [(one.target, one.speaks_for) for one in form(graph).observations] == [("seat-2", LEAD)]


def test_what_is_internal_to_a_party_speaks_for_no_form() -> None:
    graph = _graph("region leads plan", "plan inside region", "seat-1 seat-of group", "group inside region")
    graph.add_edge("city", "seat-1", kind="appoints")
    assert form(graph).observations == ()
    part = _graph("report belongs-to plan", "plan inside region", "region leads report")
    assert form(part).observations == ()


def test_an_observation_names_the_elements_that_say_it() -> None:
    found = form(_graph("region leads plan", "city leads plan"))
    (one,) = found.observations
    assert (one.doers, one.target, one.paths, one.speaks_for) == (("city", "region"), "plan", ("plan",), SHARED)
    assert str(one) == "city, region: leads plan (plan). Speaks for shared: 2 parties do it together"


def test_an_office_outside_acts_for_what_it_is_an_office_of() -> None:
    """Two offices of one consultant are one entity."""
    graph = _graph("facilitator office-of consultant", "facilitator leads plan", "consultant leads report")
    assert (form(graph).form, form(graph).hands) == (ADMINISTRATIVE, "consultant")


def test_an_actor_that_speaks_for_a_party_acts_for_it() -> None:
    graph = _graph("consultant speaks union", "consultant leads plan", "union decides plan")
    assert (form(graph).form, form(graph).hands) == (LEAD, "union")


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param(
            (
                *("region has-seat seat-1", "seat-1 seat-of board", "seat-2 seat-of board"),
                *("seat-2 comes-with facilitator", "board plans plan"),
            ),
            (LEAD, "region"),
            id="a seat that comes with an office is filled",
        ),
        pytest.param(
            (*_BOARD, "board member-of group", "group plans plan"),
            (SHARED, None),
            id="a body that is common to several sits in the body",
        ),
        pytest.param(
            ("board part-of region", "consultant seated-in board", "board plans plan"),
            (LEAD, "region"),
            id="a body that is a part of a party is internal to it, whoever sits there",
        ),
        pytest.param(
            ("region member-of board", "board plans plan"), (LEAD, "region"), id="a member of a body sits in it"
        ),
        pytest.param(
            ("committee part-of region", "region leads plan", "committee leads plan"),
            (LEAD, "region"),
            id="a party and a part of it are one side",
        ),
        pytest.param(
            ("signatories plans plan", "city member-of signatories", "region plans plan"),
            (SHARED, None),
            id="a group of whose members one is known is somebody",
        ),
        pytest.param(
            ("signatories plans plan", "region plans plan"), (LEAD, "region"), id="a group without members is nobody"
        ),
        pytest.param(
            ("consultant leads plan", "region leads plan"), (None, None), id="a party and an outsider are of two sides"
        ),
    ],
)
def test_in_whose_hands_an_act_lies(sentences: tuple[str, ...], expected: tuple[str | None, str | None]) -> None:
    (one,) = form(_graph(*sentences)).observations
    assert (one.speaks_for, one.hands) == expected, one.because


@pytest.mark.parametrize("signer", ["board", "seat-1", "facilitator", "agreement"])
def test_no_place_in_the_work_and_no_agreement_is_a_party_though_it_signs(signer: str) -> None:
    graph = _graph(f"{signer} signed agreement/x")
    if signer == "agreement":
        graph.nodes[signer]["kind"] = "agreement"
    assert parties_of(graph, edges_of(graph)) == {"region", "city", "union"}


def test_a_ring_of_parts_ends_nowhere() -> None:
    """A committee that is a part of itself by way of another is nobody's, and nothing loops."""
    graph = _graph("committee part-of bureau", "bureau part-of committee", "committee leads plan")
    found = form(graph)
    assert found.observations[0].speaks_for is None
    ring = _graph("board seated-in group", "group seated-in board", "group plans plan")
    assert form(ring).observations[0].speaks_for is None


def test_of_several_agreements_one_must_be_named() -> None:
    graph = _graph("region leads plan", "region decides plan")
    for _, _, said in graph.edges(data=True):
        said["agreement"] = "x"
    graph.add_edge("city", "agreement/y", kind="party-to", agreement="y")
    with pytest.raises(Unmeasurable, match=r"several agreements; name one of: x, y"):
        form(graph)
    assert form(graph, "x").form == LEAD
    assert form(graph, "agreement/y").form is None
    with pytest.raises(Unmeasurable, match=r"called 'z' has parties \(known: x, y\)"):
        form(graph, "z")


# --- wrong input, and the real agreements ---

_ALL: list[Any] = [
    appointment_power,
    dependence_on_convenor,
    overlapping_mandates,
    overlapping_seats,
    working_apart,
    tied_without_shared_work,
    form,
]


@pytest.mark.parametrize("measure", _ALL)
def test_a_network_of_another_sort_is_refused(measure: Any) -> None:
    with pytest.raises(Unmeasurable, match="no directions"):
        measure(nx.Graph([("a", "b")]))
    with pytest.raises(Unmeasurable, match="says its kind"):
        measure(nx.DiGraph([("a", "b")]))
    with pytest.raises(Unmeasurable, match="no nodes"):
        measure(nx.MultiDiGraph())


@pytest.mark.parametrize(
    ("measure", "asked"),
    [(appointment_power, "kinds"), (dependence_on_convenor, "kinds"), (form, "coordinates"), (form, "decides")],
)
def test_a_kind_that_is_none_is_refused_and_not_taken_for_silence(measure: Any, asked: str) -> None:
    graph = _graph("region convenes board", "region appoints seat-1", "region decides plan")
    with pytest.raises(UnknownKey, match="no kind of edge is called 'convense'; did you mean 'convenes'"):
        measure(graph, **{asked: {"convense"}})


def test_one_kind_can_be_asked_for_by_itself() -> None:
    graph = _graph("region convenes board", "region leads plan")
    assert dependence_on_convenor(graph, kinds="leads").convened == ("plan",)
    assert appointment_power(_graph("region nominates seat-1"), kinds="nominates").said == ("seat-1",)


@pytest.mark.parametrize("measure", _ALL)
def test_nothing_is_changed(measure: Any) -> None:
    graph = build(read(EXAMPLES / "blekinge"))
    before = nx.node_link_data(graph, edges="edges")
    measure(graph)
    assert nx.node_link_data(graph, edges="edges") == before


def test_in_blekinge_one_leads_the_work_and_all_decide() -> None:
    """The process leader, whom the network alone appoints, leads the work; the partnership decides on it."""
    found = form(build(read(EXAMPLES / "blekinge")))
    assert (found.form, found.leans) == (None, None)
    assert _spoken_for(found) == [
        ("does", LEAD),
        ("leads", LEAD),
        ("appoints", LEAD),
        ("approves", None),
        ("decides", SHARED),
        ("decides", SHARED),
        ("orders", SHARED),
    ]
    assert {one.hands for one in found.observations} == {"actor/natverket", None}


def test_in_ostergotland_the_parties_share_the_work_and_nobody_is_said_to_decide() -> None:
    found = form(build(read(EXAMPLES / "ostergotland")))
    assert (found.form, found.leans) == (None, SHARED)
    assert "nobody is said to decide" in found.why


def test_the_two_that_signed_in_blekinge_owe_each_other_nothing_and_meet_in_the_partnership() -> None:
    apart = {pair.parties: pair for pair in working_apart(build(read(EXAMPLES / "blekinge")))}
    assert "blekinge/bodies.partnership" in apart["actor/natverket", "actor/region-blekinge"].shared
