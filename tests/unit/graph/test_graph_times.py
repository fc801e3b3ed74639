"""A graph on a day, over a series of days, and what changed: coarse dates, no dates, amendments, wrong input."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

import networkx as nx
import pytest

from idebur.agreement import Agreement
from idebur.errors import NotationError, UnknownKey, Unmeasurable
from idebur.graph import build, changes, on, snapshots
from idebur.graph.projections import project
from idebur.graph.times import EVERY, dated

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def dated_edge(**said: Any) -> Graph:
    graph: Graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", "e", kind="joined", **said)
    return graph


def held(graph: Graph, day: str | date) -> str:
    """Whether the one edge holds on the day: yes, no, or perhaps."""
    found = list(on(graph, day).edges(data=True))
    return "no" if not found else "yes" if found[0][2].get("certain", True) else "perhaps"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (
            {"since": "2018"},
            {
                "2017-12-31": "no",
                "2018-01-01": "perhaps",
                "2018-12-30": "perhaps",
                "2018-12-31": "yes",
                "2019-01-01": "yes",
            },
        ),
        ({"since": "2018-06"}, {"2018-05-31": "no", "2018-06-01": "perhaps", "2018-06-30": "yes"}),
        ({"since": "2018-autumn"}, {"2018-08-31": "no", "2018-09-01": "perhaps", "2018-11-30": "yes"}),
        ({"since": "2018-12-11"}, {"2018-12-10": "no", "2018-12-11": "yes"}),
        ({"until": "2020"}, {"2019-01-01": "perhaps", "2020-06-01": "perhaps", "2021-01-01": "no"}),
        (
            {"since": "2018-01-01", "until": "2020"},
            {
                "2019-12-31": "yes",
                "2020-01-01": "yes",
                "2020-01-02": "perhaps",
                "2020-12-31": "perhaps",
                "2021-01-01": "no",
            },
        ),
        ({"since": "2018-01-01", "until": "2020-02-29"}, {"2020-02-29": "yes", "2020-03-01": "no"}),
        ({}, {"1900-01-01": "perhaps", "2020-01-01": "perhaps", "9999-12-31": "perhaps"}),
        ({"since": "2018", "status": "proposed"}, {"2017-01-01": "no", "2030-01-01": "no"}),
        ({"status": "planned"}, {"2030-01-01": "no"}),
        ({"since": "2018", "status": "past"}, {"2017-01-01": "no", "2019-01-01": "perhaps", "2100-01-01": "perhaps"}),
        ({"since": "2018", "until": "2020-12-31", "status": "past"}, {"2019-01-01": "yes", "2021-01-01": "no"}),
        ({"since": "2018", "status": "in-force"}, {"2019-01-01": "yes", "9999-12-31": "yes"}),
        ({"since": 2018}, {"2019-01-01": "yes"}),
        ({"since": date(2018, 3, 1)}, {"2018-02-28": "no", "2018-03-01": "yes"}),
    ],
)
def test_an_edge_holds_as_far_as_its_dates_tell(said: dict[str, Any], days: dict[str, str]) -> None:
    assert {day: held(dated_edge(**said), day) for day in days} == days


def test_a_day_can_be_given_as_one_has_it() -> None:
    """A notebook often has a point in time, and means its day."""
    graph = dated_edge(since="2018-12-11")
    for day in ("2018-12-11", date(2018, 12, 11), datetime(2018, 12, 11, 8, 30)):  # noqa: DTZ001 - a day has no zone
        assert held(graph, day) == "yes"
        assert on(graph, day).graph["day"] == "2018-12-11"


def test_what_was_open_on_one_day_is_told_anew_on_another() -> None:
    assert held(on(dated_edge(since="2018"), "2018-06-01"), "2019-01-01") == "yes"


def test_before_everything_that_is_dated_nothing_is_certain() -> None:
    graph = build(
        Agreement.model_validate(
            {"agreement": "x", "since": 2018, "parties": {"p": {}}, "events": {"e": {"when": 2017}}}
        )
    )
    assert len(on(graph, "1999-01-01", certain=True)) == 0
    assert len(on(graph, "1999-01-01")) == 0
    assert {said["kind"] for *_, said in on(graph, "2018-01-01", certain=True).edges(data=True)} == {"belongs-to"}


def test_one_whom_nothing_relates_to_anything_is_there_as_long_as_it_says_itself() -> None:
    graph: Graph = nx.MultiDiGraph()
    graph.add_node("always", kind="body")
    graph.add_node("since", kind="body", since="2020-01-01")
    graph.add_node("until", kind="body", until="2019-12-31")
    assert (set(on(graph, "2019-12-31")), set(on(graph, "2020-01-01"))) == ({"always", "until"}, {"always", "since"})


def test_an_agreement_holds_as_its_validity_says() -> None:
    data = {"agreement": "x", "validity": {"since": "2018-01-01", "until": "2020-12-31"}, "parties": {"p": {}}}
    graph = build(Agreement.model_validate(data))
    assert [held(graph, day) for day in ("2017-12-31", "2018-01-01", "2020-12-31", "2021-01-01")] == [
        "no",
        "yes",
        "yes",
        "no",
    ]


# --- amendments ---


def amended(*versions: dict[str, Any]) -> Graph:
    data = {
        "agreement": "x",
        "since": "2010-01-01",
        "parties": {"p": {}, "q": {"until": "2030-12-31"}},
        "versions": {str(number): {"amends": "present", **version} for number, version in enumerate(versions)},
    }
    return build(Agreement.model_validate(data), version="all")


def parties(graph: Graph, day: str) -> dict[str, bool]:
    """Who is party on the day, and whether that is certain."""
    return {
        source.removeprefix("actor/"): said.get("certain", True)
        for source, _, said in on(graph, day).edges(data=True)
        if said["kind"] == "party-to"
    }


def test_an_amendment_ends_what_it_denies_from_its_day_and_not_on_it() -> None:
    graph = amended({"since": "2020-06-15", "parties": {"q": "none", "r": {}}})
    assert parties(graph, "2020-06-14") == {"p": True, "q": True}
    assert parties(graph, "2020-06-15") == {"p": True, "r": True}


def test_the_first_amendment_to_end_something_ends_it_whatever_comes_later() -> None:
    """Also where the later one is named first, and where the element itself says that it would hold longer."""
    first, later = {"since": "2020-06-15", "parties": {"q": "none"}}, {"since": "2025-01-01", "parties": {"q": "none"}}
    for graph in (amended(first, later), amended(later, first)):
        assert parties(graph, "2020-06-14") == {"p": True, "q": True}
        assert parties(graph, "2020-06-15") == {"p": True}


def test_an_amendment_of_some_day_in_a_year_leaves_that_year_open() -> None:
    graph = amended({"since": 2020, "parties": {"q": "none"}})
    assert parties(graph, "2019-12-31") == {"p": True, "q": True}
    assert parties(graph, "2020-06-01") == {"p": True, "q": False}
    assert parties(graph, "2021-01-01") == {"p": True}


def test_what_is_said_anew_is_said_once_on_any_day() -> None:
    graph = amended({"since": "2020-06-15", "parties": {"p": {"name": "P"}}})
    for day in ("2020-06-14", "2020-06-15"):
        edges = [said for *_, said in on(graph, day).edges(data=True) if said["path"] == "parties.p"]
        assert [said.get("version") for said in edges] == [None if day.endswith("14") else "0"]


def test_nothing_holds_longer_than_the_state_that_says_it() -> None:
    """A party until 2030 of an agreement until 2020 is one until 2020; one since 2005 of one since 2010, since 2010."""
    data = {
        "agreement": "x",
        "since": "2010-01-01",
        "until": "2020-12-31",
        "parties": {"p": {"until": 2030}, "q": {"since": 2005}},
    }
    graph = build(Agreement.model_validate(data), version="all")
    assert [parties(graph, day) for day in ("2009-12-31", "2010-01-01", "2020-12-31", "2021-01-01")] == [
        {},
        {"p": True, "q": True},
        {"p": True, "q": True},
        {},
    ]


@pytest.mark.parametrize(
    ("body", "sits"),
    [
        ({"since": "2015-01-01", "until": "2019-12-31"}, {"2014-12-31": [], "2019-12-31": [True], "2020-01-01": []}),
        ({"status": "proposed"}, {"2020-01-01": []}),
        ({}, {"2020-01-01": [False]}),
    ],
)
def test_nobody_sits_longer_in_a_body_than_there_is_one(body: dict[str, Any], sits: dict[str, list[bool]]) -> None:
    """A seat says nothing of when it holds: it holds as its body does."""
    bodies = {"board": {**body, "seats": {"one": {"of": "p"}}}}
    graph = build(Agreement.model_validate({"agreement": "x", "parties": {"p": {}}, "bodies": bodies}), version="all")
    for day, expected in sits.items():
        edges = on(graph, day).edges(data=True)
        for kind in ("seated-in", "has-seat", "seat-of"):
            assert [said.get("certain", True) for *_, said in edges if said["kind"] == kind] == expected, (day, kind)


def test_an_amendment_does_not_hold_before_what_it_amends_and_prolongs_what_it_leaves() -> None:
    data = {"agreement": "x", "since": "2010-01-01", "until": "2014-12-31", "parties": {"p": {}}}
    long = {"amends": "present", "since": "2015-01-01", "until": "2020-12-31", "parties": {"r": {}}}
    graph = build(Agreement.model_validate({**data, "versions": {"long": long}}), version="all")
    assert parties(graph, "2014-12-31") == {"p": True}
    assert parties(graph, "2015-01-01") == {"p": True, "r": True}
    assert parties(graph, "2021-01-01") == {}
    early = {"amends": "present", "since": "2005-01-01", "parties": {"q": {}}}
    graph = build(Agreement.model_validate({**data, "versions": {"early": early}}), version="all")
    assert parties(graph, "2009-12-31") == {}
    assert parties(graph, "2010-01-01") == parties(graph, "2020-01-01") == {"p": True, "q": True}


@pytest.mark.parametrize(
    ("amendments", "without"),
    [
        pytest.param([{"since": "2020-06-15", "until": "2022-03-01"}], [("2020-06-15", "2022-03-01")], id="one"),
        pytest.param([{"since": "2020-06-15"}], [("2020-06-15", "2030-01-01")], id="for good"),
        pytest.param(
            [{"since": "2020-01-01", "until": "2020-12-31"}, {"since": "2023-01-01", "until": "2023-12-31"}],
            [("2020-01-01", "2020-12-31"), ("2023-01-01", "2023-12-31")],
            id="two, with a time between",
        ),
        pytest.param(
            [{"since": "2020-01-01", "until": "2022-12-31"}, {"since": "2021-01-01", "until": "2021-12-31"}],
            [("2020-01-01", "2022-12-31")],
            id="one within another",
        ),
        pytest.param(
            [{"since": "2020-01-01", "until": "2020-12-31"}, {"since": "2021-01-01"}],
            [("2020-01-01", "2030-01-01")],
            id="one after another",
        ),
    ],
)
def test_what_an_amendment_ended_holds_again_when_it_is_over(
    amendments: list[dict[str, Any]], without: list[tuple[str, str]]
) -> None:
    versions = {f"v{n}": {"amends": "present", **one, "parties": {"q": "none"}} for n, one in enumerate(amendments)}
    bodies = {"board": {"who": {"convenes": "q"}}}
    data = {"agreement": "x", "since": "2010-01-01", "parties": {"p": {}, "q": {}}, "bodies": bodies}
    graph = build(Agreement.model_validate({**data, "versions": versions}), version="all")
    assert len({key for *_, key in graph.edges(keys=True)}) == graph.number_of_edges()
    for begins, ends in without:
        day, last = date.fromisoformat(begins), date.fromisoformat(ends)
        for at in (day, day + (last - day) / 2, last):
            assert parties(graph, str(at)) == {"p": True}, at
    for begins, ends in without:
        for at in (date.fromisoformat(begins) - timedelta(days=1), date.fromisoformat(ends) + timedelta(days=1)):
            if not any(one <= str(at) <= other for one, other in without) and str(at) < "2030":
                assert parties(graph, str(at)) == {"p": True, "q": True}, at


def test_what_ended_with_the_agreement_does_not_come_again() -> None:
    data = {"agreement": "x", "since": "2010-01-01", "until": "2019-12-31", "parties": {"p": {}, "q": {}}}
    amendment = {"amends": "present", "since": "2015-01-01", "until": "2019-12-31", "parties": {"q": "none"}}
    graph = build(Agreement.model_validate({**data, "versions": {"v": amendment}}), version="all")
    assert [said["until"] for *_, said in graph.out_edges("actor/q", data=True)] == ["2014-12-31"]


def test_a_proposed_amendment_ends_nothing() -> None:
    graph = amended({"since": "2020-06-15", "status": "proposed", "parties": {"q": "none", "r": {}}})
    assert parties(graph, "2026-01-01") == {"p": True, "q": True}


def joined(data: dict[str, Any], day: str) -> list[tuple[str, bool]]:
    """Who has joined on a day, and whether that is certain."""
    edges = build(Agreement.model_validate({"agreement": "x", **data}), on=day).edges(data=True)
    return sorted((source, said["certain"]) for source, _, said in edges if said["kind"] == "joined")


def member(**said: Any) -> dict[str, Any]:
    return {"who": "m", "name": "M", "kind": "joined", "since": "2011-01-01", **said}


@pytest.mark.parametrize(
    ("said", "certain"),
    [
        ({}, True),
        ({"until": "2024-12-31"}, True),
        ({"until": {"vague": "tills vidare"}}, False),
        ({"until": [{"said": "2015-01-01"}, {"said": "2024-01-01"}]}, False),
        ({"since": [{"said": "2015-01-01"}, {"said": "2016-01-01"}]}, False),
        ({"since": {"vague": "nyligen"}}, False),
        ({"until": [{"said": "2015-01-01"}, {"said": "2016-01-01"}]}, None),
        ({"since": [{"said": "2025-01-01"}, {"said": "2026-01-01"}]}, None),
    ],
)
def test_where_sources_differ_nothing_is_certain_and_what_all_deny_is_not_there(
    said: dict[str, Any], certain: bool | None
) -> None:
    expected = [] if certain is None else [("actor/m", certain)]
    assert joined({"tenures": [member(**said)]}, "2020-01-01") == expected


def test_an_amendment_that_says_that_there_are_no_tenures_ends_them() -> None:
    long = {"amends": "present", "since": "2015-01-01", "until": "2019-12-31", "tenures": "none"}
    data = {"since": "2010-01-01", "tenures": [member()], "versions": {"v": long}}
    found = {day: joined(data, day) for day in ("2014-12-31", "2015-01-01", "2019-12-31", "2020-01-01")}
    there, gone = [("actor/m", True)], list[tuple[str, bool]]()
    assert found == {"2014-12-31": there, "2015-01-01": gone, "2019-12-31": gone, "2020-01-01": there}
    graph = build(Agreement.model_validate({"agreement": "x", **data}), version="v")
    assert "joined" not in {said["kind"] for *_, said in graph.edges(data=True)}


def test_what_is_proposed_in_the_present_is_not_in_its_graph() -> None:
    """Nor what is past: tenures, and the seats of a body that stands; all of them are in the graph of every state."""
    seats = {"a": {"of": "p"}, "b": {"of": "q", "status": "proposed"}, "c": {"of": "q", "status": "past"}}
    tenures = [member(), member(who="n", status="proposed"), member(who="o", status="past")]
    data = {"parties": {"p": {}, "q": {}}, "bodies": {"board": {"seats": seats}}, "tenures": tenures}
    agreement = Agreement.model_validate({"agreement": "x", **data})

    def told(graph: Graph) -> set[tuple[str, str]]:
        kinds = {"joined", "seated-in", "has-seat"}
        return {(source, said["kind"]) for source, _, said in graph.edges(data=True) if said["kind"] in kinds}

    present = {("actor/m", "joined"), ("actor/p", "seated-in"), ("actor/p", "has-seat")}
    assert told(build(agreement)) == present
    others = {("actor/n", "joined"), ("actor/o", "joined"), ("actor/q", "seated-in"), ("actor/q", "has-seat")}
    assert told(build(agreement, version="all")) == present | others


@pytest.mark.parametrize(("day", "who"), [("2014-12-31", "pq"), ("2015-01-01", "pr"), ("2020-01-01", "pq")])
def test_all_parties_are_those_that_there_are_that_day(day: str, who: str) -> None:
    """Of an amendment that ends one and adds one, and of what it leaves as it is."""
    change = {"amends": "present", "since": "2015-01-01", "until": "2019-12-31", "parties": {"q": "none", "r": {}}}
    routines = {"meeting": {"kind": "meeting", "who": {"attends": "all-parties"}}}
    data = {"agreement": "x", "since": "2010-01-01", "parties": {"p": {}, "q": {}}, "routines": routines}
    graph = build(Agreement.model_validate({**data, "versions": {"v": change}}), on=day)
    attending = {source: said["certain"] for source, _, said in graph.edges(data=True) if said["kind"] == "attends"}
    assert attending == {f"actor/{key}": True for key in who}
    assert {key.removeprefix("actor/") for key in attending} == set(parties(graph, day))


def test_a_version_has_its_own_parties_attend_since_they_are_parties() -> None:
    change = {"amends": "present", "since": "2015-01-01", "parties": {"r": {}}}
    routines = {"meeting": {"kind": "meeting", "who": {"attends": "all-parties"}}}
    data = {"agreement": "x", "since": "2010-01-01", "parties": {"p": {}}, "routines": routines}
    graph = build(Agreement.model_validate({**data, "versions": {"v": change}}), version="v")
    since = {source: said["since"] for source, _, said in graph.edges(data=True) if said["kind"] == "attends"}
    assert since == {"actor/p": "2010-01-01", "actor/r": "2015-01-01"}


# --- series ---


@pytest.mark.parametrize(
    ("every", "begin", "end", "days"),
    [
        ("year", "2019-05-01", "2021-01-01", ["2019-12-31", "2020-12-31", "2021-12-31"]),
        ("half-year", "2020-01-01", "2020-07-01", ["2020-06-30", "2020-12-31"]),
        ("quarter", "2020-02-29", "2020-09-30", ["2020-03-31", "2020-06-30", "2020-09-30"]),
        ("month", "2020-02-01", "2020-03-01", ["2020-02-29", "2020-03-31"]),
        ("month", "2019-02-28", "2019-02-28", ["2019-02-28"]),
        ("month", "1900-02-01", "1900-02-28", ["1900-02-28"]),
        ("month", "2000-02-29", "2000-02-29", ["2000-02-29"]),
        ("year", "9998-06-01", "9999-12-31", ["9998-12-31", "9999-12-31"]),
        ("month", "9999-12-01", "9999-12-31", ["9999-12-31"]),
    ],
)
def test_a_series_has_the_last_day_of_each_period(every: str, begin: str, end: str, days: list[str]) -> None:
    found = snapshots(dated_edge(since="2018"), every, since=begin, until=end)
    assert [day.isoformat() for day in found] == days
    assert [graph.graph["day"] for graph in found.values()] == days


def test_a_series_goes_from_the_first_to_the_last_day_that_is_named() -> None:
    graph = dated_edge(since="2018-05", until="2020-02")
    assert dated(graph) == (date(2018, 5, 1), date(2020, 2, 29))
    assert [day.year for day in snapshots(graph)] == [2018, 2019, 2020]
    assert [len(found) for found in snapshots(graph).values()] == [2, 2, 0]


@pytest.mark.parametrize("asked", [{}, {"since": date(2018, 1, 1)}, {"until": "2018-01-01"}])
def test_a_graph_without_days_has_no_series_of_its_own(asked: dict[str, Any]) -> None:
    assert snapshots(dated_edge(), **asked) == {}


def test_nor_has_one_whose_days_are_outside_what_is_asked_for() -> None:
    graph = dated_edge(since="2018", until="2020")
    assert snapshots(graph, since="2021-01-01") == {}
    assert snapshots(graph, until="2017-12-31") == {}


def test_what_changed_is_told() -> None:
    graph = dated_edge(since="2019-01-01")
    graph.add_edge("c", "b", "f", kind="joined", until="2018-12-31", since="2010-01-01")
    found = changes(graph, "2018-12-31", "2019-01-01")
    assert (found.added_nodes, found.removed_nodes) == (("a",), ("c",))
    assert (found.added_edges, found.removed_edges) == ((("a", "b", "e"),), (("c", "b", "f"),))
    assert str(found) == "from 2018-12-31 to 2019-01-01: 1 nodes and 1 edges added, 1 nodes and 1 edges removed"


# --- wrong input, read aloud ---


def test_an_unknown_period() -> None:
    with pytest.raises(UnknownKey) as caught:
        snapshots(dated_edge(since="2018"), "years")
    assert str(caught.value) == (
        "no period is called 'years'; did you mean 'year'? known: half-year, month, quarter, year"
    )
    assert set(EVERY) == {"year", "half-year", "quarter", "month"}


def test_a_day_that_is_coarser_than_a_day() -> None:
    with pytest.raises(
        ValueError, match=r"^a day is needed, such as 2018-06-01; '2018-06' can be any from 2018-06-01 to"
    ):
        on(dated_edge(), "2018-06")


def test_a_day_that_is_none() -> None:
    with pytest.raises(NotationError, match="2018-02-30"):
        on(dated_edge(), "2018-02-30")


def test_a_series_backwards() -> None:
    with pytest.raises(ValueError, match=r"^a series from 2020-01-01 to 2019-01-01 would run backwards$"):
        snapshots(dated_edge(), since="2020-01-01", until=date(2019, 1, 1))


@pytest.mark.parametrize("bad", ["11/12 2018", "nan", None, ""])
def test_a_date_of_a_graph_made_by_hand_that_is_none_is_told_with_its_place(bad: Any) -> None:
    graph = dated_edge(since=bad)
    for asked in (lambda: on(graph, "2020-01-01"), lambda: dated(graph), lambda: snapshots(graph)):
        with pytest.raises(Unmeasurable) as caught:
            asked()
        assert str(caught.value) == (
            f"the edge from 'a' to 'b' gives {str(bad)!r} as 'since' or 'until', which is no date such as 2018-12-11"
        )
    alone: Graph = nx.MultiDiGraph()
    alone.add_node("n", until=bad)
    with pytest.raises(Unmeasurable, match=r"^the node 'n' gives "):
        on(alone, "2020-01-01")


def test_a_projection_has_no_days_any_more() -> None:
    graph: Graph = nx.MultiDiGraph()
    graph.add_node("a", kind="party")
    graph.add_node("x", kind="agreement")
    graph.add_edge("a", "x", kind="party-to", since="2018")
    with pytest.raises(Unmeasurable) as caught:
        on(project(graph, "agreements"), "2020-01-01")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "the graph (agreements) is no MultiDiGraph with dates; take the day first, and project that"
    )


def test_an_empty_graph_is_empty_on_any_day() -> None:
    empty: Graph = nx.MultiDiGraph()
    assert len(on(empty, "2020-01-01")) == 0
    assert (dated(empty), snapshots(empty)) == (None, {})
    assert not changes(empty, "2020-01-01", "2021-01-01")
