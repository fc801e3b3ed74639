"""Laws of the graph: any agreement has one, whatever comes first; days, identities and projections have theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, permutations
from typing import Any, TypeAlias

import networkx as nx
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from idebur.absence import Absence
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.content import Content
from idebur.elements import Keyed
from idebur.errors import Unmeasurable
from idebur.files import dumping
from idebur.graph import EDGES, NODES, build, changes, look_alikes, on, snapshots
from idebur.graph.identity import Known, identities
from idebur.graph.memberships import memberships
from idebur.graph.projections import PROJECTIONS, project, project_large
from idebur.said import Ref
from idebur.standing import on as standing_on
from idebur.strategies import agreement_data, agreements
from idebur.visits import Visit, walk, written_path
from tests.citing import cited

few = settings(max_examples=25)
"""Whole agreements are long to draw."""

days = st.dates(date(1989, 1, 1), date(2042, 1, 1))
versions = st.sampled_from([None, "all"])

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def told(graph: Graph) -> tuple[Any, ...]:
    """All that a graph says, without the order in which it says it."""
    return (
        dict(graph.graph),
        {node: dict(said) for node, said in graph.nodes(data=True)},
        {(source, target, key): dict(said) for source, target, key, said in graph.edges(keys=True, data=True)},
    )


def own(agreement: Agreement, key: str) -> Agreement:
    """The same agreement under another key."""
    return agreement.model_copy(update={"agreement": key})


# --- building ---


@few
@given(agreement=agreements(), version=versions, lang=st.sampled_from(["sv", "en"]))
def test_any_agreement_has_a_graph_of_known_kinds_and_plain_values(
    agreement: Agreement, version: str | None, lang: str
) -> None:
    graph = build(agreement, version=version, lang=lang)
    words = agreement.vocabularies
    known = EDGES.keys() | words["verb"].keys() | words["link-kind"].keys() | words["step-verb"].keys()
    assert {said["kind"] for *_, said in graph.edges(data=True)} <= known
    assert {said["kind"] for _, said in graph.nodes(data=True)} <= NODES.keys()
    for said in (*(said for _, said in graph.nodes(data=True)), *(said for *_, said in graph.edges(data=True))):
        assert {type(value) for value in said.values()} <= {str, int, float, bool}, said
        assert "" not in said.values(), said
    assert all(said["agreement"] == agreement.agreement for *_, said in graph.edges(data=True))


def _cited_in_a_version() -> Agreement:
    """The version has no source of its own, and its citations are of the present's."""
    commitments = {"c": {"who": "r", "cites": "first"}, "d": {"who": "r"}, "e": {"who": "r", "cites": "other#first"}}
    return Agreement.model_validate(
        {
            "agreement": "a",
            "source": "text",
            "documents": {"text": {"places": ["first"]}, "other": {"places": ["first"]}},
            "actors": {"r": {}},
            "versions": {"old": {"cites": "other#", "commitments": commitments}},
        }
    )


@few
@given(agreement=agreements())
@example(agreement=_cited_in_a_version())
def test_whatever_an_edge_says_it_comes_from_is_there(agreement: Agreement) -> None:
    """Its path, in its version, leads to something of the agreement, and cites what the file has that rest on."""
    data = dumping.plain(agreement)
    for *_, said in build(agreement, version="all").edges(data=True):
        steps = step_by_step(said["path"])
        path = ("versions", said["version"], *steps) if "version" in said else steps
        assert said.get("cites", "") == "; ".join(cited(data, path)), path


def step_by_step(path: str) -> tuple[str | int, ...]:
    """A path, taken apart again."""
    parts = path.replace("[", ".[").split(".")
    return tuple(int(part[1:-1]) if part.startswith("[") else part for part in parts)


NO_NODES = ("links", "definitions", "ladders", "facts", "clauses", "accepted", "words")
"""The sections that hold no nodes: the edges of what they name come from the agreement, or not at all."""


@few
@given(agreement=agreements())
def test_every_name_in_what_is_a_node_has_an_edge(agreement: Agreement) -> None:
    """But a name of itself, of what is stated not to be, and of nobody: all the parties of what has none."""
    graph = build(agreement, version="all")
    denied = {key for content in (agreement, *agreement.versions.values()) for key in _denied(content)}
    have = {(said["path"], said.get("version")) for *_, said in graph.edges(data=True)}
    for visit in references(agreement):
        path, version = (visit.path[2:], str(visit.path[1])) if visit.path[0] == "versions" else (visit.path, None)
        of_content = len(path) < 3 or isinstance(path[1], int)  # what a version itself says, by one source or several
        if path[0] in NO_NODES or of_content or str(visit.value) in {"all-parties", "each-party"}:
            continue
        if visit.field in {"replaces", "scope"} or str(visit.value) in denied:
            continue
        if str(visit.value).rpartition(".")[2] in {*path, agreement.agreement}:
            continue
        above = {written_path(path[:length]) for length in range(2, len(path) + 1)} | {str(path[0])}
        assert any((one, version) in have for one in above), visit


def _denied(content: Content) -> Iterator[str]:
    for name in content.model_fields_set:
        held = getattr(content, name)
        yield from held.absent if isinstance(held, Keyed) else ()


def references(agreement: Agreement) -> Iterator[Visit]:
    for visit in walk(agreement):
        named = isinstance(visit.mark, Ref) and visit.mark.kind not in {"place", "new-place"}
        if named and not isinstance(visit.element, Absence):
            yield visit


@few
@given(data=agreement_data(), other=agreement_data(), version=versions, seed=st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_told_says_nothing(
    data: dict[str, Any], other: dict[str, Any], version: str | None, seed: Any
) -> None:
    """Neither that of the agreements, nor that of the elements in a mapping."""
    one, two = own(Agreement.model_validate(data), "one"), own(Agreement.model_validate(other), "two")
    again = own(Agreement.model_validate(shuffled(data, seed)), "one")
    assert told(build(one, two, version=version)) == told(build(two, again, version=version))


SECTIONS = ("aims", "principles", "commitments", "bodies", "offices", "routines", "procedures", "events", "versions")


def shuffled(data: dict[str, Any], seed: Any) -> dict[str, Any]:
    """The same data with its sections, and the elements in some of them, in another order."""
    found = {name: data[name] for name in seed.sample(sorted(data), len(data))}
    for name in SECTIONS:
        held = found.get(name)
        if isinstance(held, dict) and "said" not in held:
            found[name] = {key: held[key] for key in seed.sample(sorted(held, key=str), len(held))}
    return found


# --- days ---


@few
@given(agreement=agreements(), day=days)
def test_the_graph_of_a_day_is_what_all_states_together_say_of_that_day(agreement: Agreement, day: date) -> None:
    assert told(build(agreement, on=day)) == told(on(build(agreement, version="all"), day))


@few
@given(agreement=agreements(), day=days, certain=st.booleans())
def test_a_day_is_told_once_and_for_all(agreement: Agreement, day: date, certain: bool) -> None:
    graph = build(agreement, version="all")
    before = told(graph)
    once = on(graph, day, certain=certain)
    assert told(on(once, day, certain=certain)) == told(once)
    assert told(on(once, day.isoformat(), certain=certain)) == told(once)
    assert told(graph) == before, "the graph that was asked is as it was"


@few
@given(agreement=agreements(), day=days)
def test_what_is_certain_is_what_is_not_uncertain(agreement: Agreement, day: date) -> None:
    graph = build(agreement, version="all")
    certain, possible = on(graph, day, certain=True), on(graph, day)
    sure = {(s, t, k) for s, t, k, said in possible.edges(keys=True, data=True) if said.get("certain", True)}
    assert set(certain.edges(keys=True)) == sure
    assert set(possible.edges(keys=True)) <= set(graph.edges(keys=True))


@few
@given(agreement=agreements(), one=days, other=days)
def test_changes_are_the_reverse_of_the_reverse(agreement: Agreement, one: date, other: date) -> None:
    graph = build(agreement, version="all")
    there, back = changes(graph, one, other), changes(graph, other, one)
    assert not changes(graph, one, one)
    assert (there.before, there.after) == (back.after, back.before) == (one, other)
    assert (there.added_nodes, there.removed_nodes) == (back.removed_nodes, back.added_nodes)
    assert (there.added_edges, there.removed_edges) == (back.removed_edges, back.added_edges)


@few
@given(agreement=agreements(), every=st.sampled_from(["year", "half-year", "quarter"]))
def test_a_series_is_the_graphs_of_its_days(agreement: Agreement, every: str) -> None:
    graph = build(agreement, version="all")
    begin, end = date(2016, 5, 4), date(2019, 2, 28)
    series = snapshots(graph, every, since=begin, until=end)
    assert list(series) == sorted(series)
    assert len(series) == {"year": 4, "half-year": 7, "quarter": 12}[every]
    assert min(series) >= begin
    assert max(series) >= end
    for day, found in series.items():
        assert told(found) == told(on(graph, day))


def joining(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Each tenure that makes somebody a signatory: its path in the graph, and its path in the file."""
    words = agreement.vocabularies
    for at, content in [("", agreement), *((f"versions.{key}.", one) for key, one in agreement.versions.items())]:
        for number, tenure in enumerate(content.tenures):
            if isinstance(tenure.kind, str) and words.has("tenure-kind", tenure.kind, "signed"):
                yield f"tenures[{number}]", f"{at}tenures[{number}]"


@few
@given(agreement=agreements(), day=days)
def test_who_has_joined_is_as_the_agreement_stands_that_day(agreement: Agreement, day: date) -> None:
    """The oracle knows versions too, and amendments: the graph may leave open what that decides, and never deny it."""
    graph = build(agreement, on=day)
    found = {
        f"versions.{said['version']}.{said['path']}" if "version" in said else said["path"]: said.get("certain", True)
        for *_, said in graph.edges(data=True)
        if said.get("field") == "tenures"
    }
    held = {written_path(one.path): one.answer for one in standing_on(agreement, day).joined}
    for _, path in joining(agreement):
        if held[path] is Answer.YES:
            assert path in found
        if not path.startswith("versions.") and held[path] is Answer.NO:
            assert path not in found
        if not path.startswith("versions.") and held[path] is Answer.UNKNOWN:
            assert found[path] is False


a_day = st.sampled_from(["2009", "2010-06", "2011-05-17", "2012-winter", "2013", "2015-01-01", "2015", "2016-12-31"])
some_day = st.none() | a_day
bounds = st.one_of(
    st.none(),
    a_day,
    st.just({"vague": "ett tag"}),
    st.lists(a_day, min_size=2, max_size=2, unique=True).map(lambda pair: [{"said": one} for one in pair]),
)
some_span = st.tuples(bounds, bounds)
statuses = st.sampled_from([None, None, "in-force", "past", "proposed"])


def spans(since: Any, until: Any, status: str | None = None) -> dict[str, Any]:
    given = {"since": since, "until": until, "status": status}
    return {name: value for name, value in given.items() if value is not None}


@st.composite
def amended(draw: st.DrawFn) -> dict[str, Any]:
    """An agreement and two amendments: each ends, adds or says anew a party, and may amend the other.

    Nothing that is amended has an end: what comes back when what had lapsed is amended, a graph does not tell.
    """
    versions: dict[str, Any] = {}
    for key in ("v", "w"):
        parties = draw(
            st.dictionaries(st.sampled_from("pqr"), st.just("none") | some_span.map(lambda own: spans(*own)))
        )
        amends = draw(st.sampled_from(["present", *versions]))
        versions.get(amends, {}).pop("until", None)
        versions[key] = {"amends": amends, **spans(*draw(some_span), draw(statuses)), "parties": parties}
    own = {key: spans(*draw(some_span), draw(statuses)) for key in "pq"}
    return {"agreement": "a", **spans(draw(bounds), None), "parties": own, "versions": versions}


@settings(max_examples=200)
@given(data=amended(), day=st.dates(date(2008, 1, 1), date(2018, 12, 31)))
def test_who_is_a_party_is_as_the_agreement_stands_that_day(data: dict[str, Any], day: date) -> None:
    """What one is sure of, the other never denies.

    With vague and differing dates, amendments that are undated, over or proposed, and amendments of amendments.
    """
    agreement = Agreement.model_validate(data)
    graph = build(agreement, on=day)
    answers = {one.key: one.answer for one in standing_on(agreement, day).parties}
    edges = [(source, said["certain"]) for source, _, said in graph.edges(data=True) if said["kind"] == "party-to"]
    for key, answer in answers.items():
        found = [certain for source, certain in edges if source == f"actor/{key}"]
        if not found:
            assert answer is not Answer.YES, key
        elif any(found):
            assert answer is not Answer.NO, key
            assert answer is Answer.YES or "since" not in data


# --- projections ---


@few
@given(agreement=agreements(), name=st.sampled_from(sorted(PROJECTIONS)), wholes=st.booleans())
def test_no_projection_counts_more_than_there_is(agreement: Agreement, name: str, wholes: bool) -> None:
    graph = build(agreement, version="all")
    assume("cycle" not in (found := projected(graph, name, wholes)))
    small = found["graph"]
    assert set(small) <= set(graph)
    if name == "relations":
        assert small.number_of_edges() <= graph.number_of_edges()
        return
    weights = [weight for _, _, weight in small.edges(data="weight")]
    assert all(weight >= 1 for weight in weights)
    if not PROJECTIONS[name].shared:
        assert sum(weights) <= graph.number_of_edges()
    for *_, said in small.edges(data=True):
        assert said["weight"] == len(said["through"].split("; "))


@few
@given(agreement=agreements(), name=st.sampled_from(sorted(PROJECTIONS)), wholes=st.booleans())
def test_a_projection_held_as_arrays_is_the_same(agreement: Agreement, name: str, wholes: bool) -> None:
    """The same nodes, those who share nothing with anybody too, and the same weights."""
    graph = build(agreement, version="all")
    assume("cycle" not in (found := projected(graph, name, wholes)))
    small, large = found["graph"], project_large(graph, name, wholes=wholes)
    merged = large.merged()
    names = merged.names or ()
    weights = zip(merged.source.tolist(), merged.target.tolist(), merged.weights.tolist(), strict=True)
    assert {_ends(small, names[source], names[target]): weight for source, target, weight in weights} == Counter(
        end for *ends, weight in small.edges(data="weight", default=1) for end in [_ends(small, *ends)] * weight
    )
    assert set(small) == set(names)


def _ends(graph: nx.Graph[str], source: Any, target: Any) -> tuple[Any, Any]:
    return (source, target) if graph.is_directed() else (min(source, target), max(source, target))


def projected(graph: Graph, name: str, wholes: bool = True) -> Mapping[str, Any]:
    try:
        return {"graph": project(graph, name, wholes=wholes)}
    except Unmeasurable as error:
        return {"cycle": str(error)}


@few
@given(agreement=agreements(), name=st.sampled_from(sorted(PROJECTIONS)))
def test_a_projection_is_the_same_beside_what_has_nothing_to_do_with_it(agreement: Agreement, name: str) -> None:
    graph = build(agreement, version="all")
    assume("cycle" not in (before := projected(graph, name)))
    alone = told_simply(before["graph"])
    graph.add_nodes_from((f"unrelated/{kind}", {"kind": kind, "label": kind}) for kind in NODES)
    graph.add_edge("unrelated/document", "unrelated/strategy", kind="revises")
    assert told_simply(projected(graph, name)["graph"]) == alone


def told_simply(graph: nx.Graph[str]) -> tuple[Any, ...]:
    directed = graph.is_directed()
    edges = [
        ((source, target) if directed else tuple(sorted((source, target))), sorted(map(str, said.items())))
        for source, target, said in graph.edges(data=True)
    ]
    return {node: dict(said) for node, said in graph.nodes(data=True)}, sorted(map(str, edges))


# --- who is who ---

numbers = st.none() | st.sampled_from(["232100-0040", "2321000040", "556000-0001", "802000-1234", "okänt", "-"])
known = st.builds(
    Known,
    agreement=st.sampled_from("abc"),
    key=st.sampled_from(["region", "natverk", "x", "2321000040"]),
    number=numbers,
    names=st.sampled_from([(), ("Region X",), ("Region Y",), ("Region X", "X-län")]),
)


def plain(number: str | None) -> str | None:
    """A number by its digits alone; what has none is no number."""
    return None if number is None else "".join(filter(str.isdigit, number)) or None


@given(everybody=st.lists(known, max_size=7), seed=st.randoms(use_true_random=False))
def test_who_is_who_does_not_depend_on_who_is_told_of_first(everybody: list[Known], seed: Any) -> None:
    others = list(everybody)
    seed.shuffle(others)
    assert identities(everybody) == identities(others)


@given(everybody=st.lists(known, max_size=7))
def test_one_number_is_one_organisation_and_two_numbers_are_two(everybody: list[Known]) -> None:
    """But of an organisation to which its own agreement gives two numbers, nobody can tell by number who it is."""
    who = identities(everybody)
    given_numbers: dict[tuple[str, str], set[str]] = {}
    for one in everybody:
        number = plain(one.number)
        given_numbers.setdefault((one.agreement, one.key), set()).update({number} if number else ())
    assert set(who) == set(given_numbers)
    for left, right in combinations(given_numbers, 2):
        if len(given_numbers[left]) == len(given_numbers[right]) == 1:
            assert (who[left] == who[right]) == (given_numbers[left] == given_numbers[right])
        elif left[1] != right[1] and not any(given_numbers.values()):
            assert who[left] != who[right], "neither key nor number says so"


@given(everybody=st.lists(known, min_size=2, max_size=6))
def test_what_is_said_to_be_one_is_one_or_cannot_be(everybody: list[Known]) -> None:
    first, last = everybody[0], everybody[-1]
    pair = (f"{first.agreement}/{first.key}", f"{last.agreement}/{last.key}")
    try:
        who = identities(everybody, [pair])
    except ValueError:
        who = identities(everybody)
        assert who[first.agreement, first.key] != who[last.agreement, last.key]
        return
    assert who[first.agreement, first.key] == who[last.agreement, last.key]
    assert who == identities(everybody, [(pair[1], pair[0])])


names = st.text(alphabet="aåbRK ,-", min_size=1, max_size=12)


@given(labels=st.lists(names, min_size=1, max_size=8), least=st.floats(0, 1))
def test_those_alike_are_reported_in_the_same_way_whoever_comes_first(labels: list[str], least: float) -> None:
    graph: nx.Graph[str] = nx.Graph()
    for number, label in enumerate(labels):
        graph.add_node(f"actor/{number}", kind="organisation", label=label)
    size = len(graph)
    found = look_alikes(graph, least=least)
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    assert look_alikes(turned, least=least) == found
    assert len(graph) == size, "nothing is merged"
    assert all(least <= one.likeness <= 1 and one.one < one.other for one in found)
    assert len({(one.one, one.other) for one in found}) == len(found)


@given(
    words=st.lists(
        st.sampled_from(["Röda", "Korset", "Linköping", "Scouterna", "IOGT", "Idrott"]), min_size=2, max_size=4
    ),
    sign=st.sampled_from([", ", " - ", "  ", " / "]),
)
def test_what_differs_only_by_signs_and_capitals_is_found(words: list[str], sign: str) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", kind="organisation", label=" ".join(words))
    graph.add_node("b", kind="party", label=sign.join(words).upper())
    graph.add_node("c", kind="body", label=" ".join(words))
    assert [(one.one, one.other, one.likeness) for one in look_alikes(graph)] == [("a", "b", 1.0)]


def test_the_order_of_three_agreements_says_nothing() -> None:
    """The first to name an organisation does not decide what it is called."""
    regions = [
        {"agreement": "a", "actors": {"r": {"name": "Region R"}}, "commitments": {"c": {"who": "r"}}},
        {"agreement": "b", "parties": {"r": {"name": {"sv": "Region R", "en": "R Region"}, "number": "232100-0040"}}},
        {"agreement": "c", "actors": {"r": {"name": "Region R", "sector": "public"}}},
    ]
    made = [Agreement.model_validate(one) for one in regions]
    found = [told(build(*order, version="all")) for order in permutations(made)]
    assert all(one == found[0] for one in found)
    assert found[0][1]["actor/2321000040"] == {
        "kind": "party",
        "label": "R Region",
        "agreement": "b",
        "path": "parties.r",
        "number": "232100-0040",
        "sector": "public",
    }


@few
@given(several=st.lists(agreements(), max_size=3, unique_by=lambda one: one.agreement))
def test_memberships_held_as_arrays_are_those_of_the_graph(several: list[Agreement]) -> None:
    """Straight from the agreements, and by way of the whole graph and its projection."""
    ties = memberships(*several)
    names = ties.names or ()
    straight = {
        frozenset((names[s], names[t])) for s, t in zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    }
    around = project(build(*several), "agreements", wholes=False)
    assert straight == {frozenset(edge) for edge in around.edges()}
