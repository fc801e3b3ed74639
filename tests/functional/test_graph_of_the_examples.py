"""The graphs of the two examples, held against the other questions that an agreement answers, and against its text."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import networkx as nx
import pytest

from idebur import load, read
from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.content import Content
from idebur.files import Reading
from idebur.files.dumping import plain
from idebur.graph import build, look_alikes, on
from idebur.graph.projections import project
from idebur.mandates import appointments, bound, sides
from idebur.standing import on as standing_on
from tests.citing import cited

Graph: TypeAlias = "nx.MultiDiGraph[str]"

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def blekinge() -> Reading:
    return read(EXAMPLES / "blekinge")


@pytest.fixture(scope="module")
def ostergotland() -> Reading:
    return read(EXAMPLES / "ostergotland")


@pytest.fixture(scope="module", params=["blekinge", "ostergotland"])
def example(request: pytest.FixtureRequest) -> Reading:
    return read(EXAMPLES / str(request.param))


def pairs(graph: Graph, kind: str) -> set[tuple[str, str]]:
    """Who has an edge of a kind to what, by the last step of their names."""
    return {(short(s), short(t)) for s, t, said in graph.edges(data=True) if said["kind"] == kind}


def short(node: str) -> str:
    return node.rpartition("/")[2].rpartition(".")[2]


# --- who appoints whom (X-04) ---


def test_in_blekinge_each_appoints_its_own_and_the_network_the_process_leader(blekinge: Reading) -> None:
    found = pairs(build(blekinge), "appoints")
    assert found == {
        ("sector", "sector"),
        ("region-blekinge", "politicians"),
        ("region-blekinge", "officials"),
        ("lansstyrelsen", "county-board"),
        ("municipalities", "municipalities"),
        ("academia", "academia"),
        ("innovation-actors", "innovation"),
        ("signatories", "contact"),
        ("natverket", "process-leader"),
    }


@pytest.mark.parametrize(
    ("name", "version"),
    [("blekinge", None), ("ostergotland", None), ("ostergotland", "proposed"), ("ostergotland", "2018")],
)
def test_who_appoints_is_as_the_mandates_say_no_more_and_no_less(name: str, version: str | None) -> None:
    """The mandates are worked out from the elements, the edges from one walk over all references."""
    agreement = load(EXAMPLES / name)
    graph = build(agreement, version="all")
    content: Content = agreement if version is None else agreement.versions[version]
    expected = {(one.path[-1], actor) for one in appointments(content, agreement.vocabularies) for actor in one.by}
    found = {
        (short(target), short(source))
        for source, target, said in graph.edges(data=True)
        if said["kind"] == "appoints" and said.get("version") == version
    }
    assert found == expected


def test_power_to_appoint_counts_seats_and_offices(blekinge: Reading) -> None:
    """The region fills two kinds of seats in the partnership; every other appoints to one thing."""
    graph = project(build(blekinge), "appointments")
    weights = {(short(s), short(t)): said["weight"] for s, t, said in graph.edges(data=True)}
    assert weights.pop(("region-blekinge", "partnership")) == 2
    assert weights.pop(("natverket", "process-leader")) == 1
    assert weights.pop(("signatories", "contact")) == 1
    assert set(weights.values()) == {1}
    assert {target for _, target in weights} == {"partnership"}


# --- who sits where ---


def test_who_sits_in_the_partnership_of_blekinge(blekinge: Reading) -> None:
    """The sector, through its network; the region twice; the five municipalities, and three more who are co-opted."""
    graph = build(blekinge)
    seats = [(short(s), said) for s, t, said in graph.edges(data=True) if said["kind"] == "seated-in"]
    assert all(
        short(said["through"]) in {"sector", "politicians", "officials"} for _, said in seats if is_ordinary(said)
    )
    assert sorted((who, short(said["through"])) for who, said in seats) == [
        ("academia", "academia"),
        ("innovation-actors", "innovation"),
        ("karlshamn", "municipalities"),
        ("karlskrona", "municipalities"),
        ("lansstyrelsen", "county-board"),
        ("natverket", "sector"),
        ("olofstrom", "municipalities"),
        ("region-blekinge", "officials"),
        ("region-blekinge", "politicians"),
        ("ronneby", "municipalities"),
        ("sector", "sector"),
        ("solvesborg", "municipalities"),
    ]
    behalf = {who: said["on_behalf_of"] for who, said in seats if "on_behalf_of" in said}
    assert behalf == {"natverket": "blekinge/parties.sector"}
    assert {said["count"] for who, said in seats if short(said["through"]) == "municipalities"} == {"1"}


def is_ordinary(said: dict[str, str]) -> bool:
    return said["seat_kind"] == "ordinary"


def test_perhaps_one_body_is_never_made_one(blekinge: Reading) -> None:
    graph = build(blekinge)
    assert pairs(graph, "may-be-same-as") == {
        ("group", "partnership"),
        ("steering-group", "partnership"),
        ("steering-group", "group"),
    }
    assert pairs(graph, "approves") == {("steering-group", "joining")}
    assert pairs(graph, "reports-to") == {("process-leader", "partnership")}


def test_the_working_group_of_ostergotland_is_of_the_parties_of_each_day(ostergotland: Reading) -> None:
    """Before 2025 nothing that is in force says who sits in it, and the proposal never holds."""
    graph = build(ostergotland, version="all")
    for day, expected in [
        ("2026-01-01", {("region", "working-group"), ("sector", "working-group"), ("county-board", "working-group")}),
        ("2019-01-01", set()),
    ]:
        found = {pair for pair in pairs(on(graph, day, certain=True), "seated-in") if pair[1] == "working-group"}
        assert found == expected, day
    assert not [1 for *_, said in on(graph, "2026-01-01").edges(data=True) if said.get("version") == "proposed"]


def test_a_version_that_is_asked_for_is_laid_over_what_it_leaves_as_it_is(ostergotland: Reading) -> None:
    graph = build(ostergotland, version="proposed")
    assert pairs(graph, "replaces") >= {("dialogue-forum", "large-meeting")}
    assert pairs(graph, "keeps") == {("health-committee", "documentation")}
    assert "ostergotland/routines.activity-report" not in graph, "it is proposed that there be none"
    assert "ostergotland/routines.action-plan" not in graph
    assert ("sustainability-unit", "reference-group") in pairs(graph, "convenes"), "what it does not name stands"
    assert pairs(graph, "appoints") == {("sector", "sector")}


# --- commitments (X-05) ---


def test_who_bears_a_commitment_is_whom_it_binds(example: Reading) -> None:
    """The sectors of those who bear it are the sides that the mandates find, commitment by commitment."""
    agreement = example.agreement
    graph = build(agreement)
    bearers: dict[str, set[str]] = {key: set() for key in agreement.commitments}
    for source, target, said in graph.edges(data=True):
        if said["kind"] == "does" and graph.nodes[target]["kind"] == "commitment":
            bearers[short(target)].add(source)
    for key, commitment in agreement.commitments.items():
        found = {side for node in bearers[key] for side in sides_of(graph, agreement, node)}
        assert found == bound(agreement, commitment), key


def sides_of(graph: Graph, agreement: Agreement, node: str) -> frozenset[str]:
    sector = graph.nodes[node].get("sector")
    return sides(agreement, short(node)) if sector is None else frozenset({sector})


def test_owing_is_bearing_and_being_owed(example: Reading) -> None:
    """An edge from actor to actor for each bearer and each counterparty of each commitment, with its force."""
    agreement = example.agreement
    graph = build(agreement)
    for key, commitment in agreement.commitments.items():
        path = f"commitments.{key}"
        bearing = {s for s, t, said in graph.edges(data=True) if said["kind"] == "does" and said["path"] == path}
        owed = {t for s, t, said in graph.edges(data=True) if said["kind"] == "owed-to" and said["path"] == path}
        owing = [
            (s, t, said) for s, t, said in graph.edges(data=True) if said["kind"] == "owes" and said["path"] == path
        ]
        assert {(s, t) for s, t, _ in owing} == {(s, t) for s in bearing for t in owed if s != t}
        assert {said.get("force") for *_, said in owing} <= {one_said(commitment.force)}


def test_in_ostergotland_only_the_public_side_owes_the_sector_anything(ostergotland: Reading) -> None:
    graph = project(build(ostergotland), "commitments")
    assert {(short(s), short(t), said["weight"]) for s, t, said in graph.edges(data=True)} == {
        ("public", "sector", 1),
        ("region", "people-of-county", 1),
        ("county-board", "people-of-county", 1),
        ("sector", "people-of-county", 1),
        ("region", "reference-group", 1),
    }


# --- the relations on a day (X-06) ---


def certain_parties(reading: Reading, day: str) -> set[str]:
    return {short(source) for source, _ in pairs(build(reading, on=day), "party-to")}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-01-01", set()),
        ("2018-12-10", set()),
        ("2018-12-11", {"region", "sector"}),
        ("2024-12-31", {"region", "sector"}),
        ("2025-06-30", {"region", "sector", "county-board"}),
        ("2026-01-01", {"region", "sector", "county-board"}),
    ],
)
def test_the_parties_of_ostergotland_by_day(ostergotland: Reading, day: str, expected: set[str]) -> None:
    assert certain_parties(ostergotland, day) == expected


@pytest.mark.parametrize("day", ["2017-01-01", "2018-12-10", "2018-12-11", "2024-12-31", "2025-06-30", "2026-01-01"])
def test_who_is_party_that_day_is_as_the_agreement_stands(example: Reading, day: str) -> None:
    """Whoever certainly is has an edge that is certain; whoever may be, one; whoever is not, none."""
    standing = standing_on(example.agreement, day)
    certain = {one for one, _ in pairs(build(example, on=day), "party-to")}
    sure = {one for one, _ in pairs(on(build(example, version="all"), day, certain=True), "party-to")}
    held = {held.key: held.answer for held in standing.parties}
    joined = {held.key for held in standing.joined if held.answer is Answer.YES}
    assert {key for key, answer in held.items() if answer is Answer.YES} | joined == sure
    assert {key for key, answer in held.items() if answer is not Answer.NO} | joined == certain


def test_as_many_have_joined_as_the_agreement_says(ostergotland: Reading) -> None:
    graph = build(ostergotland, version="all")
    for day in ("2018-12-10", "2019-01-01", "2025-07-01", "2026-01-01"):
        joined = [one.key for one in standing_on(ostergotland.agreement, day).joined if one.answer is Answer.YES]
        found = on(graph, day, certain=True).edges(data=True)
        assert sorted(short(s) for s, _, said in found if said.get("field") == "tenures") == sorted(joined)


def test_the_parties_of_2025_took_no_part_in_2018(ostergotland: Reading) -> None:
    graph = build(ostergotland, on="2019-01-01")
    board = [(said["kind"], said.get("since")) for _, _, said in graph.out_edges("actor/county-board", data=True)]
    assert not [kind for kind, since in board if since == "2025"]
    assert not [kind for kind, _ in board if kind in {"does", "owes", "seated-in", "party-to"}]


def test_what_has_happened_stays(ostergotland: Reading) -> None:
    graph = build(ostergotland, version="all")
    before, after = (pairs(on(graph, day, certain=True), "attends") for day in ("2018-05-07", "2030-01-01"))
    assert {event for _, event in before} == {"information-meeting"}
    assert {event for _, event in after} >= {"information-meeting", "workshop-co-creation", "workshop-draft"}
    autumn = [said for _, t, said in on(graph, "2018-10-01").edges(data=True) if short(t) == "adopted-by-assembly"]
    assert autumn
    assert all(said["certain"] is False for said in autumn), "some day in autumn"


def test_the_two_share_what_they_both_refer_to(blekinge: Reading, ostergotland: Reading) -> None:
    """The national agreement with its six principles; the code that only one refers to is one node all the same."""
    one, other, both = build(blekinge), build(ostergotland), build(blekinge, ostergotland)
    shared = set(one) & set(other)
    assert shared == {
        "agreement/national-2008",
        *(
            f"national-2008/principles.{key}"
            for key in ("independence", "dialogue", "quality", "long-term", "openness", "diversity")
        ),
        "sector/public",
    }
    assert set(both) == set(one) | set(other)
    assert set(both.edges(keys=True)) == set(one.edges(keys=True)) | set(other.edges(keys=True))
    assert [node for node in both if short(node) == "european-code-2019"] == ["agreement/european-code-2019"]
    assert {s for s, _, said in both.in_edges("agreement/national-2008", data=True) if said["kind"] == "refers-to"} == {
        "agreement/blekinge",
        "agreement/ostergotland",
    }
    assert {short(s) for s, t, said in both.edges(data=True) if said["kind"] == "derives-from"} == {"blekinge"}
    assert {short(s) for s, t, said in both.edges(data=True) if said["kind"] == "preceded-by"} == {"ostergotland"}


def test_principles_correspond_through_the_national_ones(blekinge: Reading, ostergotland: Reading) -> None:
    """X-01: each of the six has one in either; innovation and equality have none anywhere."""
    both = build(blekinge, ostergotland)
    like = {(s, t) for s, t, said in both.edges(data=True) if said["kind"] == "like" and "principles" in s}
    for key in ("independence", "dialogue", "quality", "long-term", "openness", "diversity"):
        found = {s.partition("/")[0] for s, t in like if t == f"national-2008/principles.{key}"}
        assert found == {"blekinge", "ostergotland"}, key
    without = {
        node
        for node, said in both.nodes(data=True)
        if said["kind"] == "principle" and not said["agreement"].startswith("national") and node not in dict(like)
    }
    assert without == {
        "blekinge/principles.innovation",
        "ostergotland/principles.innovation",
        "ostergotland/principles.independence-and-equality.parts.equality",
    }


def test_the_boards_of_two_counties_are_two_and_nobody_is_taken_for_another(
    blekinge: Reading, ostergotland: Reading
) -> None:
    """Both have a development committee and a committee for health: these belong to two regions."""
    both = build(blekinge, ostergotland)
    committees = {node for node in both if short(node) in {"development-committee", "health-committee"}}
    assert len(committees) == 4
    assert {short(t) for s, t, said in both.edges(data=True) if said["kind"] == "part-of" and s in committees} == {
        "region-blekinge",
        "region",
    }
    assert all(one.likeness < 1 for one in look_alikes(both, least=0.8))


# --- where everything stands ---


def test_every_edge_leads_to_its_element_its_citation_and_its_line(example: Reading) -> None:
    graph = build(example, version="all")
    agreement, places = example.agreement, example.places
    data = plain(agreement)
    own = [said for *_, said in graph.edges(data=True) if said["agreement"] == agreement.agreement]
    assert len(own) > 300
    for said in own:
        prefix = f"versions.{said['version']}." if "version" in said else ""
        path = path_of(agreement, prefix + said["path"])
        place = places[path]
        assert (said["file"], said["line"]) == (place.file, place.line), said["path"]
        assert said.get("cites", "") == "; ".join(cited(data, path)), said["path"]


def path_of(agreement: Agreement, written: str) -> tuple[str | int, ...]:
    """The path as the agreement itself resolves it; of a field of the whole, or of a tenure, that itself."""
    steps = written.split(".")
    last = steps[-1]
    if last.startswith("tenures["):
        return (*steps[:-1], "tenures", int(last[8:-1]))
    content = agreement if len(steps) == 1 or steps[0] != "versions" else agreement.versions[steps[1]]
    if len(steps) in (1, 3) and last.replace("-", "_") in type(content).model_fields:
        return tuple(steps)
    assert agreement[written] is not None
    return agreement.path_of(written)


def test_what_a_version_says_stands_in_the_file_of_the_version(ostergotland: Reading) -> None:
    graph = build(ostergotland, version="all")
    files = {(said.get("version"), Path(said["file"]).name) for *_, said in graph.edges(data=True) if "file" in said}
    assert files == {(None, "agreement.yaml"), ("2018", "2018.yaml"), ("proposed", "proposed.yaml")}


def test_an_edge_stands_where_its_words_stand(blekinge: Reading) -> None:
    """The line that an edge gives is the one in which its element begins."""
    lines = (EXAMPLES / "blekinge" / "agreement.yaml").read_text(encoding="utf-8").splitlines()
    for *_, said in build(blekinge).edges(data=True):
        if said["agreement"] == "blekinge" and "line" in said and not said["path"].endswith("]"):
            assert said["path"].rpartition(".")[2] in lines[said["line"] - 1], said["path"]
