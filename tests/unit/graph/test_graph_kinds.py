"""The one vocabulary of kinds: no row that nothing uses, no kind without a row, and each is called something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from idebur import load
from idebur.agreement import Agreement
from idebur.elements import Keyed
from idebur.errors import UnknownKey
from idebur.graph import EDGES, NODES, build
from idebur.graph.kinds import ACTORS, DERIVED, FIELDS, HELD, edge_kinds, edge_label, node_kind, node_kinds
from idebur.said import Said
from idebur.vocabulary import Vocabularies, shipped

EXAMPLES = Path(__file__).parents[3] / "examples"

THE_REST: Mapping[str, Any] = {
    "agreement": "rest",
    "documents": {"law": {"kind": "law"}, "report": {}, "old": {"known-through": "law"}},
    "instrument": {"basis": "law"},
    "parties": {"p": {"name": "P"}, "q": {"name": "Q"}},
    "actors": {"shadow": {}, "people": {"kind": "group-of-people"}},
    "aims": {"a": {}},
    "ladders": {"l": {"levels": {"one": {}}, "phases": {"start": {}}, "tools": {"t": {"at": {"one": ["start"]}}}}},
    "bodies": {
        "b": {
            "seats": {
                "s": {"of": "p", "reserves": "q", "ex-officio": "chair"},
                "t": {"counted-in": "b.s"},
            },
            "chair": {"among": "p"},
            "balance": {"equal": ["p", "q"]},
        }
    },
    "offices": {"chair": {"of": "p", "sits-in": "b"}},
    "commitments": {
        "c": {"due": {"after": "r", "before": "e"}, "unless": {"u": {"document": "law"}}},
    },
    "routines": {
        "r": {"presented-at": "m", "yields": "report", "based-on": "a", "aims": "a", "open-to": "q", "of": "a"},
        "m": {},
    },
    "events": {"e": {"fulfils": "r"}},
    "resources": {"money": {"of": "r"}},
    "tenures": [
        {"who": "p", "kind": "joined"},
        {"who": "q", "kind": "endorser"},
        {"who": "shadow", "kind": "observer"},
        {"who": "shadow", "kind": "adjunct"},
        {"who": "q"},
        {"who": "q", "kind": "office-holder", "seat": "chair"},
    ],
    "versions": {"v": {"amends": "present", "routines": {"n": {"replaces": "r", "inside": "p"}}}},
}
"""What neither example says."""


def graphs() -> Iterator[Any]:
    for name in ("blekinge", "ostergotland"):
        yield build(load(EXAMPLES / name), version="all")
    yield build(Agreement.model_validate(THE_REST), version="all")


def test_no_kind_stands_in_the_table_that_nothing_is() -> None:
    found = list(graphs())
    nodes = {said["kind"] for graph in found for _, said in graph.nodes(data=True)}
    edges = {said["kind"] for graph in found for *_, said in graph.edges(data=True)}
    assert nodes == NODES.keys()
    assert EDGES.keys() - edges == set()
    words = {word for vocabulary in ("verb", "link-kind", "step-verb") for word in shipped()[vocabulary]}
    assert edges - EDGES.keys() <= words


@pytest.mark.parametrize("kind", [*NODES.values(), *EDGES.values()], ids=lambda kind: kind.word)
def test_each_is_called_something_in_either_language_and_says_what_it_means(kind: Any) -> None:
    assert kind.said("sv") == kind.sv
    assert kind.said("en") == kind.en
    assert kind.sv
    assert kind.en
    assert kind.means.endswith(".")
    assert (kind.between == "") == (kind.word in NODES)
    assert kind.between == "" or " → " in kind.between


@pytest.mark.parametrize("kind", EDGES.values(), ids=lambda kind: kind.word)
def test_a_label_is_a_verb_in_swedish_and_no_word_of_the_table(kind: Any) -> None:
    """A sentence is read aloud by it: a hyphenated word would be read as a code."""
    assert kind.sv != kind.word
    assert "-" not in kind.sv
    assert "-" not in kind.en.replace("co-opted", "")
    assert kind.sv != kind.en


def test_every_field_that_is_called_otherwise_is_a_field_of_a_class() -> None:
    """A field that is renamed in the model would else be forgotten here."""
    classes = {one.__name__: one for one in subclasses(Said)}
    for (name, field), way in FIELDS.items():
        assert field in classes[name].model_fields, (name, field)
        assert way.kind in EDGES, way


def subclasses(kind: type[Said]) -> Iterator[type[Said]]:
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def test_what_is_derived_and_what_is_held_are_kinds_too() -> None:
    assert set(HELD.values()) <= EDGES.keys()
    assert set(DERIVED) <= EDGES.keys()
    assert set(ACTORS) <= NODES.keys()
    assert {node_kind(section) for section in HELD} - {None} <= NODES.keys()


def test_every_section_of_elements_is_a_kind_of_node_or_relates_nobody() -> None:
    sections = {name for name, field in Agreement.model_fields.items() if isinstance(field.default, Keyed)}
    assert {name for name in sections if node_kind(name) is None} == {
        "parties",  # what kind they are depends on what they are
        "actors",
        "ladders",
        "links",
        "definitions",
        "facts",
        "clauses",
        "versions",
    }


def test_a_kind_that_is_found_in_a_graph_can_be_asked_for() -> None:
    assert edge_kinds({"owes", "designates"}, ["designates"]) == {"owes", "designates"}
    assert edge_kinds("convenes", ()) == {"convenes"}
    assert node_kinds("party", ()) == {"party"}


def test_an_unknown_kind_of_edge() -> None:
    with pytest.raises(UnknownKey, match=r"no kind of edge is called 'signd'; did you mean 'signed'\? known: signed"):
        edge_kinds({"signd"}, ())


@pytest.mark.parametrize("word", ["report", "convenes", "governing", "owes", "designates"])
def test_the_label_of_a_graph_is_that_of_the_legend(word: str) -> None:
    """A step, a verb, a link, a kind of the table, and a word that nothing knows."""
    words = Vocabularies()
    known = [words.label(name, word, "sv") for name in ("verb", "link-kind", "step-verb") if word in words[name]]
    expected = EDGES[word].sv if word in EDGES else known[0] if known else word
    assert edge_label(word, words, "sv") == expected
