"""Networks held as arrays: what they are made from, what they refuse, and what each measure makes of the odd cases."""

from __future__ import annotations

import gc
import math
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from idebur.collecting import uncollected
from idebur.errors import MissingExtra, UnknownKey, Unmeasurable
from idebur.graph.array_measures import (
    FEW,
    communities,
    components,
    core_numbers,
    degree,
    modularity,
    pagerank,
    projection,
    strength,
)
from idebur.graph.array_paths import betweenness, sampled_betweenness
from idebur.graph.arrays import Ties

ROWS = [("museum", "north", 2), ("theatre", "north", 1), ("museum", "south", 4)]
COLUMNS = {"who": [row[0] for row in ROWS], "what": [row[1] for row in ROWS], "count": [row[2] for row in ROWS]}
HELD = Ties.from_edges(ROWS)

EMPTY = Ties.from_edges([])
LONELY = Ties.from_edges([], nodes=["a", "b"])


@pytest.fixture(scope="module")
def grown() -> Ties:
    """A heavy-tailed network of 1,200 nodes and some 5,000 ties, in communities, with a piece apart."""
    graph: nx.Graph[Any] = nx.LFR_benchmark_graph(
        3_000, 2.5, 1.5, 0.3, average_degree=8, max_degree=120, min_community=40, seed=4
    )
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    graph.add_edge("apart", "from all")
    return Ties.from_networkx(graph)


# ── made from ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "table",
    [COLUMNS, pd.DataFrame(COLUMNS), pl.DataFrame(COLUMNS), pa.table(COLUMNS)],
    ids=lambda t: type(t).__module__,
)
def test_a_table_of_any_library_holds_the_same_ties_as_the_edges(table: Any) -> None:
    assert Ties.from_table(table, source="who", target="what", weight="count") == HELD
    assert HELD.names == ("museum", "north", "theatre", "south")


def test_names_that_are_numbers_are_names() -> None:
    held = Ties.from_table({"source": [70, 7], "target": [7, 700]})
    assert held.names == (70, 7, 700)
    assert {type(name) for name in held.named(range(3))} == {int}


@pytest.mark.parametrize(
    "table",
    [
        {"source": ["a", None], "target": ["b", "c"]},
        pd.DataFrame({"source": ["a", None], "target": ["b", "c"]}),
        pd.DataFrame({"source": [1, None], "target": [2, 3]}),
        pl.DataFrame({"source": ["a", None], "target": ["b", "c"]}),
        pl.DataFrame({"source": [1, None], "target": [2, 3]}),
        pl.DataFrame({"source": [1.0, math.nan], "target": [2, 3]}),
        pa.table({"source": ["a", None], "target": ["b", "c"]}),
        pa.table({"source": [1, None], "target": [2, 3]}),
    ],
)
def test_an_empty_cell_is_never_a_node(table: Any) -> None:
    with pytest.raises(Unmeasurable, match=r"whose column 'source' is empty \(there are 1\)"):
        Ties.from_table(table)


@pytest.mark.parametrize("table", [COLUMNS, pd.DataFrame(COLUMNS), pl.DataFrame(COLUMNS), pa.table(COLUMNS)])
def test_a_column_that_is_not_there_is_named_with_those_that_are(table: Any) -> None:
    with pytest.raises(UnknownKey, match="no column is called 'whom'; did you mean 'who'\\? known: count, what, who"):
        Ties.from_table(table, source="whom", target="what")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Ties.from_arrays([0, 1], [1, 2, 3]), "2 and 3 in number"),
        (lambda: Ties.from_arrays([0], [1], [1, 2]), "1 and 2 in number"),
        (lambda: Ties.from_arrays([0], [3], n=3), "ends in node 3, and the nodes are numbered from 0 to 2"),
        (lambda: Ties.from_arrays([-1], [0]), "ends in node -1"),
        (lambda: Ties.from_arrays([0.5], [1]), "node numbers from 0"),
        (lambda: Ties.from_arrays(["a"], ["b"]), "for names see Ties.from_edges"),
        (lambda: Ties.from_arrays([], [], n=-1), "no -1 nodes"),
        (lambda: Ties.from_arrays([0], [1], [math.nan]), "one is nan"),
        (lambda: Ties.from_arrays([0], [1], [math.inf]), "one is inf"),
        (lambda: Ties.from_arrays([0, 0], [1, 1], [2, -3]), "one is -3.0"),
        (lambda: Ties.from_arrays([0], [1], ["heavy"]), "a weight is a number"),
        (lambda: Ties.from_arrays([0], [1], names=["a", "a"]), "two nodes have the name 'a'"),
        (lambda: Ties.from_arrays([0], [1], n=2, names=["a"]), "2 nodes have 1 names"),
        (lambda: Ties.from_edges([("a", "b"), ("b", "c", 2)]), "all of them are the one or the other"),
        (lambda: Ties.from_networkx(nx.Graph([("a", "b", {"weight": "much"})])), "a weight is a number"),
    ],
)
def test_what_is_no_network_is_refused(make: Callable[[], object], why: str) -> None:
    with pytest.raises(Unmeasurable, match=why):
        make()


def test_what_is_held_cannot_be_changed_from_outside() -> None:
    source = np.array([0, 1])
    held = Ties.from_arrays(source, [1, 2])
    source[0] = 2
    assert held.source.tolist() == [0, 1]
    with pytest.raises(ValueError, match="read-only"):
        held.source[0] = 2


def test_equal_networks_are_equal_and_others_not() -> None:
    same = Ties.from_edges(ROWS)
    assert same == HELD
    assert hash(same) == hash(HELD)
    others = [
        Ties.from_edges(ROWS, directed=True),
        Ties.from_edges(ROWS, nodes=["south"]),
        Ties.from_edges([row[:2] for row in ROWS]),
        Ties.from_edges([*ROWS[:2], ("museum", "south", 5)]),
        Ties(HELD.source, HELD.target, HELD.weight, HELD.n, None, False),
        Ties(HELD.target, HELD.source, HELD.weight, HELD.n, HELD.names, False),
        "a network",
    ]
    assert [other == HELD for other in others] == [False] * len(others)


def test_an_edge_without_the_weight_that_others_have_weighs_one() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b", {"weight": 3}), ("a", "b", {"other": 5})])
    assert Ties.from_networkx(graph).weights.tolist() == [3, 1]
    assert Ties.from_networkx(graph, weight="other").weights.tolist() == [1, 5]
    assert Ties.from_networkx(graph, weight=None).weight is None


def test_the_kind_of_graph_says_whether_parallel_ties_were_kept() -> None:
    twice = [("a", "b"), ("b", "a"), ("a", "a")]
    for directed, many, one in ((True, nx.MultiDiGraph, nx.DiGraph), (False, nx.MultiGraph, nx.Graph)):
        ties = Ties.from_edges(twice, directed=directed)
        assert type(ties.to_networkx()) is many
        assert ties.to_networkx().number_of_edges() == 3
        assert type(ties.to_networkx(parallel=False)) is one
        assert ties.to_networkx(parallel=False).number_of_edges() == (3 if directed else 2)
    assert Ties.from_edges(twice).to_networkx(parallel=False)["a"]["b"] == {"weight": 2.0}


def test_the_collector_is_as_before_also_after_an_error() -> None:
    assert gc.isenabled()
    during = []

    def fail() -> None:
        with uncollected():
            during.append(gc.isenabled())
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert during == [False]
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_network_says_what_it_is() -> None:
    assert str(HELD) == "4 nodes, 3 ties, undirected, weighted"
    assert HELD.named(degree(HELD)) == {"museum": 2, "north": 2, "theatre": 1, "south": 1}
    assert Ties.from_arrays([0], [1]).named([5, 6]) == {0: 5, 1: 6}
    with pytest.raises(ValueError, match="shorter"):
        HELD.named([1])


# ── engines ───────────────────────────────────────────────────────────────────────────────────────────────────────────

MEASURES: dict[str, tuple[Callable[..., Any], str]] = {
    "pagerank": (pagerank, "scipy"),
    "components": (components, "scipy"),
    "core_numbers": (core_numbers, "networkit"),
    "communities": (communities, "networkit"),
    "betweenness": (betweenness, "networkit"),
    "sampled_betweenness": (lambda ties, **how: sampled_betweenness(ties, sources=2, **how), "scipy"),
    "projection": (lambda ties, **how: projection(ties, "source", **how), "scipy"),
}


@pytest.mark.parametrize("name", MEASURES)
def test_an_unknown_engine_is_refused_with_those_there_are(name: str) -> None:
    measure, fast = MEASURES[name]
    with pytest.raises(
        UnknownKey, match=f"no engine of this measure is called 'igraph'; known: {fast}, networkx|networkx, {fast}"
    ):
        measure(HELD, engine="igraph")


@pytest.mark.parametrize("name", MEASURES)
def test_a_fast_engine_is_missed_only_where_it_is_used(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it a small network is measured all the same, and a large one tells what to install."""
    measure, fast = MEASURES[name]
    if fast == "networkit":
        monkeypatch.setitem(sys.modules, "networkit", None)
        measure(HELD)
        large = Ties.from_arrays(np.arange(FEW + 1), np.arange(FEW + 1) + 1)
        with pytest.raises(
            MissingExtra, match=r"networkit is not installed; install it with: pip install 'idebur\[network\]'"
        ):
            measure(large)
    else:
        monkeypatch.setitem(sys.modules, "scipy", None)
        monkeypatch.setitem(sys.modules, "scipy.sparse", None)
        with pytest.raises(
            MissingExtra, match=r"scipy is not installed; install it with: pip install 'idebur\[network\]'"
        ):
            measure(HELD, engine=fast)


def test_without_numpy_a_network_says_what_to_install() -> None:
    script = (
        "import sys; sys.modules['numpy'] = None\n"
        "from idebur.errors import MissingExtra\nfrom idebur.graph.arrays import Ties\n"
        "table = {'source': ['a'], 'target': ['b']}\n"
        "for make in (lambda: Ties.from_edges([('a', 'b')]), lambda: Ties.from_table(table)):\n"
        "    try: make()\n"
        "    except MissingExtra as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["numpy is not installed; install it with: pip install 'idebur[network]'"] * 2


def test_importing_the_measures_loads_no_heavy_library() -> None:
    script = (
        "import sys, idebur.graph.array_paths, idebur.graph.tables\n"
        "print({'numpy', 'scipy', 'networkit', 'pandas', 'polars', 'pyarrow'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("directed", [False, True])
def test_at_size_every_engine_gives_the_same(grown: Ties, directed: bool) -> None:
    ties = Ties(grown.source, grown.target, None, grown.n, grown.names, directed)
    assert len(ties) > FEW
    ranks = pagerank(ties, engine="networkx")
    assert np.abs(pagerank(ties) - ranks).max() < 1e-6 * ranks.max()
    assert components(ties).tolist() == components(ties, engine="networkx").tolist()
    assert components(ties, strong=True).tolist() == components(ties, strong=True, engine="networkx").tolist()
    assert core_numbers(ties).tolist() == core_numbers(ties, engine="networkx").tolist()
    ours, theirs = (sampled_betweenness(ties, sources=12, seed=3, engine=one) for one in (None, "networkx"))
    assert ours.values == pytest.approx(theirs.values, abs=1e-9)


# ── what each makes of the odd cases ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("engine", ["scipy", "networkx"])
def test_a_rank_by_hand(engine: str) -> None:
    """Of a → b, b leading nowhere: ``a = 0.15/2 + 0.85·b/2`` and ``a + b = 1``, so ``a = 0.5/1.425``."""
    ranks = pagerank(Ties.from_edges([("a", "b")], directed=True), tolerance=1e-14, rounds=500, engine=engine)
    assert ranks.tolist() == pytest.approx([0.5 / 1.425, 0.925 / 1.425])


def test_ranks_that_do_not_settle_are_an_error() -> None:
    star = Ties.from_edges([("hub", leaf) for leaf in "abc"])
    for engine in ("scipy", "networkx"):
        with pytest.raises(Unmeasurable, match="after 3 rounds the ranks still change"):
            pagerank(star, tolerance=1e-12, rounds=3, engine=engine)
    with pytest.raises(Unmeasurable, match="damping is a probability"):
        pagerank(star, damping=1.0)


def test_a_loop_counts_at_both_its_ends() -> None:
    ties = Ties.from_edges([("a", "a", 3), ("a", "b", 1)], directed=True)
    assert degree(ties).tolist() == [3, 1]
    assert strength(ties).tolist() == [7, 1]
    assert strength(ties, direction="in").tolist() == [3, 1]
    assert strength(ties, direction="out").tolist() == [4, 0]
    assert strength(ties.undirected(), direction="out").tolist() == [7, 1]
    with pytest.raises(UnknownKey, match="no direction is called 'inward'"):
        degree(ties, direction="inward")


def test_parallel_ties_and_loops_make_no_core() -> None:
    ties = Ties.from_edges([("a", "b"), ("b", "a"), ("a", "b"), ("a", "a")], directed=True)
    for engine in ("networkit", "networkx"):
        assert core_numbers(ties, engine=engine).tolist() == [1, 1]


def test_parallel_ties_change_no_component() -> None:
    """Found by a search that never ended: many networks of few nodes, in which nearly every tie is there twice."""
    draw = np.random.default_rng(0)
    for _ in range(300):
        ends = draw.integers(0, 6, size=(2, 20))
        ties = Ties.from_arrays(*ends, n=6, directed=True)
        for strong in (True, False):
            found = components(ties, strong=strong, engine="scipy")
            assert found.tolist() == components(ties.merged(), strong=strong, engine="networkx").tolist()


def test_empty_networks_give_empty_answers() -> None:
    for name, (measure, fast) in MEASURES.items():
        for engine in (fast, "networkx"):
            if name != "sampled_betweenness":
                assert len(measure(EMPTY, engine=engine)) == 0
    assert degree(EMPTY).tolist() == strength(EMPTY).tolist() == []


def test_nodes_without_ties_are_measured() -> None:
    for engine in ("scipy", "networkx"):
        assert pagerank(LONELY, engine=engine).tolist() == [0.5, 0.5]
        assert components(LONELY, engine=engine).tolist() == [0, 1]
        assert projection(LONELY, [True, True], engine=engine).names == ("a", "b")
    for engine in ("networkit", "networkx"):
        assert core_numbers(LONELY, engine=engine).tolist() == [0, 0]
        assert communities(LONELY, engine=engine).tolist() == [0, 1]
        assert betweenness(LONELY, engine=engine).tolist() == [0, 0]
    assert degree(LONELY).tolist() == [0, 0]
    with pytest.raises(Unmeasurable, match="there are none"):
        modularity(LONELY, [0, 1])


def test_ties_that_weigh_nothing_bind_nobody() -> None:
    ties = Ties.from_edges([("a", "b", 0), ("b", "c", 1)])
    for engine in ("networkit", "networkx"):
        assert communities(ties, engine=engine).tolist() == [1, 0, 0]


@pytest.mark.parametrize("engine", ["networkit", "networkx"])
def test_weights_decide_who_is_together(engine: str) -> None:
    """A ring of four, whose ties are heavy two by two: turning it by one turns the communities."""
    for heavy, expected in ((0, [0, 0, 1, 1]), (1, [0, 1, 1, 0])):
        weights = [9 if place % 2 == heavy else 1 for place in range(4)]
        ring = Ties.from_arrays([0, 1, 2, 3], [1, 2, 3, 0], weights)
        assert communities(ring, engine=engine).tolist() == expected


def test_modularity_by_hand() -> None:
    """Two triangles joined by one tie: ``6/7 − 2·(7/14)² = 5/14`` (Newman 2006)."""
    barbell = Ties.from_edges(["ab", "bc", "ca", "cd", "de", "ef", "fd"])  # type: ignore[list-item]
    assert modularity(barbell, [0, 0, 0, 1, 1, 1]) == pytest.approx(5 / 14)
    assert modularity(barbell, ["x"] * 6) == pytest.approx(0)
    with pytest.raises(Unmeasurable, match="6 nodes have 2 labels"):
        modularity(barbell, [0, 1])
    with pytest.raises(Unmeasurable, match="resolution is a number above 0"):
        communities(barbell, resolution=0)


@pytest.mark.parametrize("resolution", [0.5, 1.0, 2.0])
def test_communities_are_as_good_as_those_of_networkx(grown: Ties, resolution: float) -> None:
    """Not by more than a hundredth worse than the worst of three that it finds."""
    worst = min(
        modularity(grown, communities(grown, resolution=resolution, seed=s, engine="networkx"), resolution=resolution)
        for s in range(3)
    )
    for seed in range(3):
        found = communities(grown, resolution=resolution, seed=seed)
        assert modularity(grown, found, resolution=resolution) > worst - 0.01


def test_how_many_threads_there_are_changes_nothing_and_is_put_back(grown: Ties) -> None:
    import networkit

    before = networkit.getMaxNumberOfThreads()
    found = []
    try:
        for threads in (1, 4):
            networkit.setNumberOfThreads(threads)
            found.append([communities(grown, seed=7).tolist(), betweenness(grown).tolist()])
            assert networkit.getMaxNumberOfThreads() == threads
    finally:
        networkit.setNumberOfThreads(before)
    assert found[0] == found[1]
    assert communities(grown, seed=8).tolist() != found[0][0]


def test_a_sample_is_right_on_average() -> None:
    """Over all pairs of sources the mean is the exact value, also of nodes that are sources themselves."""
    ties = Ties.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("b", "d"), ("d", "e"), ("a", "f")])
    drawn = {}
    for seed in range(400):
        sampled = sampled_betweenness(ties, sources=2, seed=seed, engine="scipy")
        drawn[frozenset(sampled.sources)] = sampled
    assert len(drawn) == math.comb(ties.n, 2)
    for node, exact in enumerate(betweenness(ties, normalised=True)):
        for among in (True, False):
            means = [one.values[node] for sources, one in drawn.items() if (node in sources) == among]
            assert np.mean(means) == pytest.approx(exact)


def test_the_error_that_is_told_holds(grown: Ties) -> None:
    """With even odds that some value goes beyond it, far less than half of twenty samples do."""
    exact = betweenness(grown, normalised=True)
    samples = [sampled_betweenness(grown, sources=40, seed=seed, confidence=0.5) for seed in range(20)]
    assert sum(bool(np.abs(one.values - exact).max() > one.error) for one in samples) <= 10


def test_the_error_is_that_of_hoeffding() -> None:
    ring = Ties.from_arrays(np.arange(100), (np.arange(100) + 1) % 100)
    sampled = sampled_betweenness(ring, sources=51, confidence=0.9)
    assert sampled.error == pytest.approx(math.sqrt(math.log(2 * 100 / 0.1) / 100))
    assert str(sampled) == (
        "betweenness of 100 nodes from 51 sources: "
        "with a probability of 90% every value is within 0.28 of the exact one"
    )


def test_a_sample_is_drawn_from_the_nodes_there_are() -> None:
    for wrong in (0, 1, 5):
        with pytest.raises(Unmeasurable, match=f"from 2 to 4 sources, and not {wrong}"):
            sampled_betweenness(HELD, sources=wrong)
    with pytest.raises(Unmeasurable, match="confidence is a probability"):
        sampled_betweenness(HELD, sources=2, confidence=1)


def test_more_ways_than_a_number_holds_are_an_error() -> None:
    """Through 2,000 pairs in a row lead 2^2000 shortest ways."""
    level = np.arange(2_000)
    left, right, joint = level * 3 + 1, level * 3 + 2, level * 3
    ends = [(joint, left), (joint, right), (left, joint + 3), (right, joint + 3)]
    ties = Ties.from_arrays(np.concatenate([e[0] for e in ends]), np.concatenate([e[1] for e in ends]))
    with np.errstate(all="ignore"), pytest.raises(Unmeasurable, match="more shortest ways"):
        sampled_betweenness(ties, sources=2)


# ── projections ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_column_is_a_mode() -> None:
    shared = projection(HELD, "target")
    assert shared == Ties.from_arrays([0], [1], [1.0], names=["north", "south"])
    assert projection(HELD, "source", counts="newman").weights.tolist() == [1.0]


def test_who_belongs_alone_is_a_node_without_ties() -> None:
    alone = projection(Ties.from_edges([("museum", "north")]), "source", counts="newman")
    assert (alone.names, len(alone)) == (("museum",), 0)


@pytest.mark.parametrize("engine", ["scipy", "networkx"])
def test_a_network_with_one_mode_is_not_projected(engine: str) -> None:
    triangle = Ties.from_edges([("a", "b"), ("b", "c"), ("a", "c")])
    with pytest.raises(Unmeasurable, match=r"'a' and 'b' are tied and of the same mode \(ties like that: 1\)"):
        projection(triangle, "source", engine=engine)
    with pytest.raises(Unmeasurable, match="same mode"):
        projection(Ties.from_edges([("a", "b"), ("c", "c")]), "target", engine=engine)


def test_wrong_words_for_a_projection_are_refused() -> None:
    with pytest.raises(UnknownKey, match="no column is called 'sources'; did you mean 'source'"):
        projection(HELD, "sources")
    with pytest.raises(UnknownKey, match="no rule of projection is called 'jaccard'"):
        projection(HELD, "source", counts="jaccard")
    for wrong in ([True], [1, 0, 1, 0]):
        with pytest.raises(Unmeasurable, match="each of the 4 nodes"):
            projection(HELD, wrong)
