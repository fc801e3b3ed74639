"""What an agreement becomes as a graph, by hand: small texts with every edge that they are to have."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx
import pytest

from idebur import read
from idebur.agreement import Agreement
from idebur.errors import UnknownKey
from idebur.graph import build, on, project
from idebur.graph.measures import appointment_power
from idebur.graph.nodes import Nodes

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def agreement(**data: Any) -> Agreement:
    return Agreement.model_validate({"agreement": "x", **{key.replace("_", "-"): value for key, value in data.items()}})


def triples(graph: Graph) -> set[tuple[str, str, str]]:
    return {(s, said["kind"], t) for s, t, said in graph.edges(data=True)}


def of_kind(graph: Graph, *kinds: str) -> set[tuple[str, str, str]]:
    return {triple for triple in triples(graph) if triple[1] in kinds}


def only(graph: Graph, kind: str) -> dict[str, Any]:
    (found,) = [said for *_, said in graph.edges(data=True) if said["kind"] == kind]
    return dict(found)


SMALL: dict[str, Any] = {
    "source": "text",
    "documents": {"text": {"by": "region"}, "plan-2030": {"kind": "strategy"}},
    "links": {"steered": {"subject": "plan-2030", "kind": "governing", "to": "region"}},
    "parties": {
        "region": {"kind": "region", "name": "Region X"},
        "sector": {"kind": "class", "sector": "civil-society", "who": {"speaks": "network"}},
    },
    "actors": {
        "network": {"kind": "umbrella", "sector": "civil-society", "members": ["choir", "club"]},
        "choir": {"kind": "association"},
        "club": {"kind": "association"},
        "board": {"kind": "committee", "part-of": "region"},
    },
    "aims": {"trust": {"kind": "goal"}},
    "principles": {"dialogue": {"like": "national-2008.dialogue"}},
    "commitments": {
        "listen": {"under": "dialogue", "who": "region", "to": "sector", "force": "shall", "unless": {"law": {}}}
    },
    "bodies": {
        "forum": {
            "seats": {
                "public": {"of": "region", "kind": "ordinary", "count": 2, "who": {"appoints": "itself"}},
                "each": {"one-each": "network", "held-through": "board"},
            },
            "who": {"convenes": "board"},
            "chair": {"among": ["region", "sector"], "who": {"elects": "forum"}},
        }
    },
    "offices": {"leader": {"of": "network", "sits-in": "forum", "who": {"employs": "region"}}},
    "routines": {"report": {"who": {"does": "leader", "receives": "all-parties"}, "aims": "trust"}},
    "procedures": {
        "joining": {
            "kind": "join",
            "steps": [{"who": "applicant", "does": "apply", "to": "forum"}, {"who": "forum", "does": "approve"}],
        }
    },
    "events": {"met": {"when": "2018", "who": {"attends": "all-parties"}}, "signed": {"after": "met"}},
    "signing": {"signers": [{"of": "region"}], "held-by": "sector"},
    "tenures": [
        {"who": "chess", "name": "Chess", "kind": "joined"},
        {"who": "club", "kind": "seated", "seat": "leader"},
    ],
}


def test_a_small_agreement_has_these_edges_and_no_other() -> None:
    data = {**SMALL, "documents": {**SMALL["documents"], "national-2008": {}}}
    x, region, sector = "agreement/x", "actor/region", "x/parties.sector"
    forum, leader, joining = "x/bodies.forum", "x/offices.leader", "x/procedures.joining"
    public, each = "x/bodies.forum.seats.public", "x/bodies.forum.seats.each"
    listen, dialogue, report = "x/commitments.listen", "x/principles.dialogue", "x/routines.report"
    national = "national-2008/principles.dialogue"
    assert triples(build(agreement(**data))) == {
        (x, "has-text", "x/documents.text"),
        (x, "refers-to", "x/documents.text"),
        (x, "refers-to", "x/documents.plan-2030"),
        (x, "refers-to", "agreement/national-2008"),
        (region, "made", "x/documents.text"),
        ("x/documents.plan-2030", "governing", region),
        (region, "party-to", x),
        (sector, "party-to", x),
        ("actor/network", "speaks", sector),
        ("actor/choir", "member-of", "actor/network"),
        ("actor/club", "member-of", "actor/network"),
        ("x/actors.board", "part-of", region),
        (x, "aims-at", "x/aims.trust"),
        (x, "guided-by", dialogue),
        (dialogue, "like", national),
        ("agreement/national-2008", "guided-by", national),
        (listen, "belongs-to", x),
        (listen, "under", dialogue),
        (region, "does", listen),
        (listen, "owed-to", sector),
        (region, "owes", sector),
        (forum, "governs", x),
        (public, "seat-of", forum),
        (each, "seat-of", forum),
        (region, "has-seat", public),
        (region, "appoints", public),
        (region, "seated-in", forum),
        ("actor/network", "has-seat", each),
        (each, "held-through", "x/actors.board"),
        ("actor/choir", "seated-in", forum),
        ("actor/club", "seated-in", forum),
        ("x/actors.board", "seated-in", forum),
        ("x/actors.board", "convenes", forum),
        (region, "may-chair", forum),
        (sector, "may-chair", forum),
        (forum, "elects", forum),
        (leader, "belongs-to", x),
        (leader, "office-of", "actor/network"),
        (leader, "sits-in", forum),
        (region, "employs", leader),
        (report, "belongs-to", x),
        (leader, "does", report),
        (region, "receives", report),
        (sector, "receives", report),
        (leader, "reports-to", region),
        (leader, "reports-to", sector),
        (report, "serves", "x/aims.trust"),
        (joining, "belongs-to", x),
        ("x/group.applicant", "apply", joining),
        (joining, "turns-to", forum),
        (forum, "approves", joining),
        ("x/events.met", "belongs-to", x),
        ("x/events.signed", "belongs-to", x),
        (region, "attends", "x/events.met"),
        (sector, "attends", "x/events.met"),
        ("x/events.signed", "after", "x/events.met"),
        (region, "signed", x),
        (sector, "holds-original", x),
        ("actor/chess", "joined", x),
        ("actor/club", "holds-office", leader),
    }


def test_its_nodes_are_these_kinds() -> None:
    graph = build(agreement(**{**SMALL, "documents": {**SMALL["documents"], "national-2008": {}}}))
    kinds = {node: said["kind"] for node, said in graph.nodes(data=True)}
    assert kinds["actor/region"] == "party"
    assert kinds["x/parties.sector"] == "party"
    assert kinds["actor/network"] == kinds["actor/chess"] == "organisation"
    assert kinds["x/actors.board"] == "unit"
    assert kinds["x/documents.plan-2030"] == "strategy"
    assert kinds["x/documents.text"] == "document"
    assert kinds["agreement/national-2008"] == "agreement"
    assert "x/commitments.listen.unless.law" not in kinds, "an exception relates nobody to anything"
    assert graph.nodes["actor/region"]["sector"] == "public", "as its kind says"
    assert only(graph, "owes")["force"] == "shall"
    assert only(graph, "governing")["field"] == "to"


# --- names that mean several things, or nothing at hand ---


def test_what_is_replaced_is_of_the_same_section() -> None:
    """The actor and the routine are called the same; a routine replaces the routine."""
    data = agreement(
        actors={"forum": {}},
        routines={"forum": {}},
        versions={"new": {"amends": "present", "actors": {"y": {}}, "routines": {"y": {"replaces": "forum"}}}},
    )
    assert of_kind(build(data, version="all"), "replaces") == {("x/routines.y", "replaces", "x/routines.forum")}


def test_a_document_is_meant_though_something_else_is_called_so_nearer_by() -> None:
    data = agreement(
        documents={"plan": {}},
        versions={"new": {"amends": "present", "routines": {"plan": {"yields": "plan"}}}},
    )
    assert of_kind(build(data, version="all"), "yields") == {("x/routines.plan", "yields", "x/documents.plan")}


def test_a_time_counted_from_a_step_is_counted_from_its_procedure() -> None:
    data = agreement(
        procedures={"joining": {"steps": [{"does": "apply"}]}},
        commitments={"answer": {"due": {"within": "3 months", "after": "joining.apply"}}},
        events={"joining": {}},
    )
    assert of_kind(build(data), "due-after") == {("x/commitments.answer", "due-after", "x/procedures.joining")}


def test_of_a_document_that_is_not_at_hand_the_document_alone_is_known() -> None:
    data = agreement(documents={"county-2010": {}}, principles={"trust": {"like": "county-2010.trust"}})
    assert of_kind(build(data), "like") == {("x/principles.trust", "like", "x/documents.county-2010")}


def test_a_document_that_is_at_hand_is_its_agreement_and_all_its_elements_are_its_own() -> None:
    """Whatever another agreement refers to in it is as it says itself, whichever comes first."""
    one = Agreement.model_validate({"agreement": "a", "documents": {"b": {}}, "principles": {"p": {"like": "b.trust"}}})
    two = Agreement.model_validate(
        {
            "agreement": "b",
            "documents": {"t": {}},
            "principles": {"trust": {"number": 1, "summary": "S", "cites": "t#1"}},
        }
    )
    graph = build(one, two)
    assert of_kind(graph, "like") == {("a/principles.p", "like", "b/principles.trust")}
    assert dict(graph.nodes["b/principles.trust"]) == dict(build(two).nodes["b/principles.trust"])
    assert len(list(graph.in_edges("b/principles.trust"))) == 2


def test_an_organisation_that_joined_is_a_node_wherever_it_is_named_first() -> None:
    """It is introduced among those who joined, and bears a commitment before they are told of."""
    data = agreement(
        commitments={"help": {"who": "club"}},
        tenures=[
            {"who": "club", "name": "Klubben", "number": "802000-1234", "sector": "civil-society", "kind": "joined"}
        ],
    )
    graph = build(data)
    assert dict(graph.nodes["actor/8020001234"]) == {
        "kind": "organisation",
        "label": "Klubben",
        "agreement": "x",
        "number": "802000-1234",
        "sector": "civil-society",
    }
    assert triples(graph) >= {("actor/8020001234", "does", "x/commitments.help")}


def test_who_asserts_something_has_an_edge_to_it() -> None:
    """Also of a part, and never as if the field were a relation."""
    data = agreement(
        documents={"t": {}},
        actors={"auditor": {}},
        bodies={"forum": {"seats": {"s": {"cites": [{"at": "t#1", "asserted-by": "auditor"}]}}}},
    )
    graph = build(data)
    assert of_kind(graph, "asserts", "cites") == {("actor/auditor", "asserts", "x/bodies.forum.seats.s")}


def test_a_link_whose_kind_is_not_said_is_a_reference_all_the_same() -> None:
    data = agreement(documents={"a": {}, "b": {}}, links={"l": {"subject": "a", "to": ["b", "a"]}})
    assert of_kind(build(data), "refers-to") >= {("x/documents.a", "refers-to", "x/documents.b")}
    assert not list(nx.selfloop_edges(build(data)))


def test_verbs_of_an_agreement_of_its_own_are_kinds_with_their_labels() -> None:
    data = agreement(
        words={"verb": {"cheers": {"label": {"sv": "hejar på", "en": "cheers on"}}}},
        actors={"fans": {}},
        bodies={"team": {"who": {"cheers": "fans"}}},
    )
    assert only(build(data), "cheers")["label"] == "cheers on"
    assert only(build(data, lang="sv"), "cheers")["label"] == "hejar på"


def test_a_version_amends_what_it_is_laid_over_and_revises_what_came_before() -> None:
    data = agreement(
        versions={
            "one": {"amends": "present"},
            "two": {"amends": "one", "revises": "one", "title": {"en": "Two"}},
        }
    )
    graph = build(data, version="all")
    assert of_kind(graph, "amends", "revises") == {
        ("x/versions.one", "amends", "agreement/x"),
        ("x/versions.two", "amends", "x/versions.one"),
        ("x/versions.two", "revises", "x/versions.one"),
    }
    assert graph.nodes["x/versions.two"]["label"] == "Two"
    assert {node: said["kind"] for node, said in graph.nodes(data=True) if node != "agreement/x"} == {
        "x/versions.one": "agreement",
        "x/versions.two": "agreement",
    }


# --- groups ---


def test_all_parties_of_an_amendment_are_those_that_it_leaves_too() -> None:
    data = agreement(
        parties={"p": {}, "q": {}},
        versions={
            "2020": {
                "amends": "present",
                "since": 2020,
                "parties": {"q": "none", "r": {}},
                "commitments": {"c": {"who": "all-parties"}},
            }
        },
    )
    for graph in (build(data, version="all"), build(data, version="2020")):
        assert {source for source, *_ in of_kind(graph, "does")} == {"actor/p", "actor/r"}


def test_a_party_owes_nothing_before_it_is_one() -> None:
    """What all parties do, each does from the day it is a party until it is one no longer."""
    data = agreement(
        since=2018,
        parties={"old": {}, "new": {"since": 2025}, "gone": {"until": 2020}},
        actors={"people": {}},
        commitments={"c": {"who": "all-parties", "to": "people"}},
        bodies={"b": {"seats": {"s": {"one-each": "all-parties"}}}},
        events={"e": {"when": 2019, "who": {"attends": "all-parties"}}},
    )
    graph = build(data, version="all")
    for kind in ("does", "owes", "seated-in"):
        assert {s for s, *_ in of_kind(on(graph, "2022-06-01"), kind)} == {"actor/old"}, kind
        assert {s for s, *_ in of_kind(on(graph, "2026-06-01"), kind)} == {"actor/old", "actor/new"}, kind
        assert {s for s, *_ in of_kind(on(graph, "2019-06-01"), kind)} == {"actor/old", "actor/gone"}, kind
    assert {said.get("since") for *_, said in graph.edges(data=True) if said["kind"] == "attends"} == {"2019"}


def test_some_party_is_nobody_in_particular() -> None:
    data = agreement(parties={"p": {}}, commitments={"c": {"who": "any-party"}, "d": {"who": "signatories"}})
    assert {source for source, *_ in of_kind(build(data), "does")} == {"x/group.any-party", "x/group.signatories"}


def test_a_seat_held_for_all_parties_is_held_for_each_of_them() -> None:
    data = agreement(
        parties={"p": {}, "q": {}},
        actors={"z": {}},
        bodies={"b": {"seats": {"s": {"of": "all-parties", "held-through": "z"}}}},
    )
    (held,) = [said for s, _, said in build(data).edges(data=True) if s == "actor/z" and said["kind"] == "seated-in"]
    assert held["on_behalf_of"] == "actor/p; actor/q"


# --- tenures ---


def test_who_is_there_without_a_word_of_as_what_is_no_party() -> None:
    data = agreement(
        actors={"a": {}, "b": {}, "c": {}},
        bodies={"forum": {"seats": {"s": {}}}},
        offices={"chair": {}},
        tenures=[{"who": "a"}, {"who": "b", "seat": "forum.s"}, {"who": "c", "seat": "chair"}],
    )
    graph = build(data)
    assert of_kind(graph, "has-part-in", "party-to", "seated-in", "holds-office") == {
        ("actor/a", "has-part-in", "agreement/x"),
        ("actor/b", "seated-in", "x/bodies.forum"),
        ("actor/c", "holds-office", "x/offices.chair"),
    }
    assert only(graph, "seated-in")["through"] == "x/bodies.forum.seats.s"


def test_who_joined_in_a_proposal_has_not_joined() -> None:
    data = agreement(
        actors={"a": {}},
        versions={
            "p": {"status": "proposed", "since": 2018, "tenures": [{"who": "a", "kind": "joined", "since": 2019}]}
        },
    )
    graph = build(data, version="all")
    said = only(graph, "joined")
    assert (said["path"], said["version"], said["status"]) == ("tenures[0]", "p", "proposed")
    assert not of_kind(on(graph, "2020-01-01"), "joined")


def test_an_endorsement_of_a_part_says_of_which() -> None:
    data = agreement(
        actors={"a": {}}, principles={"p": {}}, tenures=[{"who": "a", "kind": "endorser", "scope": ["principles.p"]}]
    )
    assert only(build(data), "endorses")["scope"] == "principles.p"


def test_what_joined_stands_in_the_line_of_its_table(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(
        "idebur: 1\nagreement: x\nactors: {a: {}, b: {}}\ntenures: members.csv\n", encoding="utf-8"
    )
    (tmp_path / "members.csv").write_text("who,kind,since\na,joined,2018\nb,joined,2019-05-02\n", encoding="utf-8")
    graph = build(read(tmp_path))
    found = {(s, Path(d["file"]).name, d["line"]) for s, _, d in graph.edges(data=True) if d["kind"] == "joined"}
    assert found == {("actor/a", "members.csv", 2), ("actor/b", "members.csv", 3)}


# --- wrong input, read aloud ---


def test_nothing_is_an_empty_graph_that_says_nothing() -> None:
    graph = build()
    assert (len(graph), dict(graph.graph)) == (0, {})
    assert len(on(graph, "2020-01-01")) == 0


def test_a_version_that_no_agreement_has() -> None:
    data = agreement(versions={"proposed": {}})
    with pytest.raises(UnknownKey) as caught:
        build(data, version="propsed")
    assert str(caught.value) == ("no version is called 'propsed'; did you mean 'proposed'? known: all, proposed")


def test_a_version_that_only_one_has_is_asked_of_that_one() -> None:
    one = Agreement.model_validate({"agreement": "a", "aims": {"here": {}}})
    two = Agreement.model_validate({"agreement": "b", "versions": {"v": {"aims": {"there": {}}}}})
    assert {n for n, d in build(one, two, version="v").nodes(data=True) if d["kind"] == "aim"} == {
        "a/aims.here",
        "b/aims.there",
    }


def test_two_agreements_of_one_key() -> None:
    with pytest.raises(
        ValueError, match=r"^several agreements have the key x: an agreement is told from others by its key$"
    ):
        build(agreement(), agreement())


def test_a_day_and_a_version_at_once() -> None:
    with pytest.raises(ValueError, match=r"^a day and a version are two ways to say which state is meant: give one"):
        build(agreement(), on="2020-01-01", version="all")


# --- how much is done ---


def test_the_work_grows_with_the_text_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times as many agreements, or ten times as long a one, ask for ten times as many nodes, not a hundred."""
    asked = 0
    before = Nodes.at

    def counted(nodes: Nodes, path: Any) -> str:
        nonlocal asked
        asked += 1
        return before(nodes, path)

    monkeypatch.setattr(Nodes, "at", counted)

    def work(agreements: int, length: int) -> int:
        nonlocal asked
        asked = 0
        build(*(lengthy(f"a{number}", length) for number in range(agreements)), version="all")
        return asked

    assert work(30, 5) <= 11 * work(3, 5)
    assert work(1, 300) <= 11 * work(1, 30)


def lengthy(key: str, length: int) -> Agreement:
    commitments = {f"c{number}": {"who": "all-parties", "to": "people"} for number in range(length)}
    return Agreement.model_validate(
        {
            "agreement": key,
            "parties": {f"p{number}": {"name": f"{key} {number}"} for number in range(3)},
            "actors": {"people": {}} | {f"o{number}": {} for number in range(length)},
            "commitments": commitments,
            "bodies": {f"b{number}": {"seats": {"s": {"of": f"o{number}"}}} for number in range(length)},
            "versions": {"v": {"amends": "present", "since": 2020, "commitments": commitments}},
        }
    )


def test_what_the_present_names_is_not_taken_for_a_part_of_an_amendment_with_the_same_key() -> None:
    """The amendment calls a seat as the party is called; the strategy goes on bearing on the party."""
    agreement = Agreement.model_validate(
        {
            "agreement": "x",
            "parties": {"sector": {"kind": "class"}},
            "documents": {"strategy": {"kind": "strategy"}},
            "links": {"bears": {"subject": "strategy", "kind": "inspiring", "to": "sector"}},
            "versions": {
                "proposed": {
                    "amends": "present",
                    "status": "proposed",
                    "bodies": {"group": {"seats": {"sector": {"of": "sector"}}}},
                }
            },
        }
    )
    graph = build(agreement, version="proposed")
    inspired = {target for _, target, said in graph.edges(data=True) if said["kind"] == "inspiring"}
    assert inspired == {"x/parties.sector"}


def test_an_agreements_own_words_mean_in_the_graph_what_they_mean_elsewhere() -> None:
    """Its own status says that a thing does not hold yet, its own verb that somebody appoints."""
    agreement = Agreement.model_validate(
        {
            "agreement": "x",
            "words": {
                "status": {"draft": {"properties": {"not-yet": True}}},
                "verb": {"designates": {"properties": {"fills": True}}},
            },
            "parties": {"region": {}, "network": {}},
            "bodies": {"group": {"seats": {"one": {"of": "region", "who": {"designates": "network"}}}}},
            "tenures": [
                {"who": "region", "kind": "joined", "since": 2020, "status": "draft"},
                {"who": "network", "kind": "joined", "since": 2020},
            ],
        }
    )
    today = on(build(agreement), "2024-05-01")
    assert [source for source, _, said in today.edges(data=True) if said["kind"] == "joined"] == ["actor/network"]
    appointed = project(build(agreement), "appointments")
    assert list(appointed.edges()) == [("actor/network", "x/bodies.group")]
    assert [one.posts for one in appointment_power(build(agreement)).appointers.values()] == [
        ("x/bodies.group.seats.one",)
    ]


@pytest.mark.parametrize(
    ("given", "way_out"),
    [
        ({"x": Agreement(agreement="x")}, r"build\(\*agreements\.values\(\)\)"),
        ([Agreement(agreement="x")], r"build\(\*agreements\)"),
        ("examples/blekinge", r"read it first: idebur\.read\(path\)"),
    ],
)
def test_what_is_no_agreement_is_refused_with_the_way_out(given: Any, way_out: str) -> None:
    with pytest.raises(TypeError, match=way_out):
        build(given)
