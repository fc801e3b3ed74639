"""What the graph of agreements costs: to build it, and to get from files to who shares an agreement with whom.

The floor of building is ``networkx`` alone, given the nodes and the edges of the same graph, attributes and all, and
with Python's garbage collector at work as it is for anyone. (With the collector asleep for both, building takes about
twice as long as that floor: half of the floor's time is the collector's, and :func:`build` lets it rest.) The floor of
the way from files is reading and validating them. Smaller sizes: ``--joined 10000 --agreements 30``.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import networkx as nx

from benchmarks.measure import Row, interleave, report
from docs.notebooks.nation import nation
from idebur.agreement import Agreement
from idebur.files import load_all
from idebur.graph import build
from idebur.graph.array_measures import projection
from idebur.graph.memberships import memberships


def building(joined: int) -> Iterator[Row]:
    """Build the graph of one agreement that very many have joined."""
    region = {"kind": "region", "sector": "public", "name": "Region X"}
    tenures = [
        {"who": f"org-{n}", "name": f"Förening {n}", "kind": "joined", "since": "2021-03-04", "sector": "civil-society"}
        for n in range(joined)
    ]
    agreement = Agreement.model_validate(
        {"agreement": "x", "since": "2020", "parties": {"region": region}, "tenures": tenures}
    )
    graph = build(agreement)
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))

    def bare() -> nx.MultiDiGraph[str]:
        made: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
        made.add_nodes_from(nodes)
        made.add_edges_from(edges)  # type: ignore[arg-type]  # the stubs know no keys
        return made

    taken = interleave({"ours": lambda: build(agreement), "bare": bare}, rounds=15)
    assert nx.utils.graphs_equal(graph, bare())
    yield Row(f"graph.build, {len(edges):,} edges", "networkx, add_…_from", taken["ours"] / taken["bare"], 1.3)


def from_files(agreements: int) -> Iterator[Row]:
    """Read a country of agreements, and tell of each two parties how many agreements they have in common."""
    files = nation(agreements=agreements, organisations=agreements * 200 // 3, memberships=agreements * 80)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, "utf-8")

        def loaded() -> Mapping[str, Agreement]:
            return load_all(folder)

        def projected() -> object:
            return projection(memberships(*load_all(folder).values()), "source")

        taken = interleave({"whole": projected, "load": loaded}, rounds=7)
        parties = len(load_all(folder))
    assert parties == agreements
    what = f"from {agreements} files with {agreements * 200 // 3:,} organisations to the graph of parties"
    yield Row(what, "loading", taken["whole"] / taken["load"], 1.5)


def main() -> None:
    """Measure the graph against its budgets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--joined", type=int, default=100_000)
    parser.add_argument("--agreements", type=int, default=300)
    given, others = parser.parse_known_args()
    report([*building(given.joined), *from_files(given.agreements)], arguments=others)


if __name__ == "__main__":
    main()
