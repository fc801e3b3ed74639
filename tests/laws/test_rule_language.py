"""Laws of the rule language: a rule and its text are each other, and brackets do not matter."""

from __future__ import annotations

import pickle
from fractions import Fraction

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from idebur.errors import NotationError
from idebur.notation.dates import Date
from idebur.rules import (
    After,
    AllOf,
    AnyOf,
    AtLeast,
    Before,
    Between,
    Compares,
    IncludesAll,
    IncludesAny,
    Is,
    Named,
    Not,
    Rule,
    misuses,
    parse_rule,
    references,
    rings,
)
from idebur.rules.language import SIGNS

names = st.sampled_from(["a", "b-c", "år", "x.y", "42"])
words = st.lists(st.sampled_from(["p", "q-r", "7"]), min_size=1, max_size=3).map(tuple)
dates = st.one_of(
    st.integers(1, 9999).map(Date),
    st.builds(Date, st.integers(1, 9999), st.integers(1, 12)),
    st.dates().map(Date.of),
    st.builds(Date, st.integers(1, 9999), part=st.sampled_from(["autumn", "q1", "h2"])),
)
numbers = st.one_of(st.integers(0, 3000).map(Fraction), st.fractions(0, 5, max_denominator=60))
points = st.one_of(dates, numbers)
claims: st.SearchStrategy[Rule] = st.one_of(
    st.builds(Named, names),
    st.builds(Is, names, words),
    st.builds(IncludesAny, names, words),
    st.builds(IncludesAll, names, words),
    st.builds(Compares, names, st.sampled_from(SIGNS), points),
    st.builds(Before, names, dates),
    st.builds(After, names, dates),
    st.builds(lambda name, pair: Between(name, *sorted(pair)), names, st.tuples(numbers, numbers)),
    st.just(AllOf(())),
    st.just(AnyOf(())),
)


def _counted(some: list[Rule], number: int) -> Rule:
    return AtLeast(1 + number % len(some), tuple(some))


def _joined(inner: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    some = st.lists(inner, max_size=3)
    return st.one_of(
        inner.map(Not),
        some.map(lambda listed: AllOf(tuple(listed))),
        some.map(lambda listed: AnyOf(tuple(listed))),
        st.builds(_counted, st.lists(inner, min_size=1, max_size=3), st.integers(0, 2)),
    )


rules: st.SearchStrategy[Rule] = st.recursive(claims, _joined, max_leaves=12)
"""Rules of every class; they shrink towards the bare name ``a``."""

WORDS = [
    *(
        "a",
        "b",
        "is",
        "not",
        "any",
        "all",
        "of",
        "includes",
        "before",
        "after",
        "between",
        "and",
        "or",
        "always",
        "never",
    ),
    *("at", "least", "2", "5", "2/3", "0", "2018", "2018-06", "2018-13", "(", ")", ",", "<", "<=", "=", ">=", ">"),
    *("X_y", "#", "%", "/", "≥", "."),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))


@given(rules)
def test_a_rule_and_its_text_are_each_other(rule: Rule) -> None:
    text = str(rule)
    assert parse_rule(text) == rule
    assert str(parse_rule(text)) == text
    assert eval(repr(rule), {"Rule": Rule}) == rule  # noqa: S307 - our own text


@given(rules)
def test_brackets_do_not_matter(rule: Rule) -> None:
    assert parse_rule(f"(({rule}))") == rule


@given(rules, rules, rules)
def test_joining_is_flat_however_it_is_bracketed(one: Rule, two: Rule, three: Rule) -> None:
    assert (one & two) & three == one & (two & three) == parse_rule(f"(({one}) and ({two})) and ({three})")
    assert (one | two) | three == one | (two | three) == parse_rule(f"({one}) or (({two}) or ({three}))")


@given(rules, rules)
def test_operators_build_what_the_words_build(one: Rule, two: Rule) -> None:
    assert one & two == parse_rule(f"({one}) and ({two})")
    assert one | two == parse_rule(f"({one}) or ({two})")
    assert ~one == parse_rule(f"not ({one})")


@given(rules)
def test_what_joins_nothing_changes_nothing(rule: Rule) -> None:
    """A rule joined with *always* by and, or with *never* by or, is itself; one that is of one part only is opened."""
    always, never = AllOf(()), AnyOf(())
    opened = rule.parts[0] if isinstance(rule, AllOf) and len(rule.parts) == 1 else rule
    assert always & rule == rule & always == opened
    opened = rule.parts[0] if isinstance(rule, AnyOf) and len(rule.parts) == 1 else rule
    assert never | rule == rule | never == opened


@given(rules)
def test_equal_rules_hash_equal_and_pickle(rule: Rule) -> None:
    assert hash(parse_rule(str(rule))) == hash(rule)
    assert pickle.loads(pickle.dumps(rule)) == rule  # noqa: S301 - our own bytes


@given(rules)
def test_a_rule_goes_through_pydantic(rule: Rule) -> None:
    adapter: TypeAdapter[Rule] = TypeAdapter(Rule)
    assert adapter.validate_python(rule) == adapter.validate_json(adapter.dump_json(rule)) == rule


@given(rules, rules)
def test_different_rules_have_different_texts(one: Rule, two: Rule) -> None:
    assert (str(one) == str(two)) is (one == two)


def _read(text: str) -> Rule | NotationError:
    try:
        return parse_rule(text)
    except NotationError as fault:
        return fault


@given(texts)
def test_any_text_is_a_rule_or_a_fault_with_a_place_in_it(text: str) -> None:
    read = _read(text)
    if isinstance(read, NotationError):
        assert read.text == text
        assert 0 <= read.offset <= len(text)
        assert 1 <= read.length <= max(1, len(text) - read.offset)
    else:
        assert parse_rule(str(read)) == read


@given(rules)
def test_every_name_is_unknown_where_nothing_is_declared(rule: Rule) -> None:
    text = str(rule)
    found = misuses(rule, {}, ())
    assert {fault.code for fault in found} <= {"unknown-fact"}
    assert tuple(dict.fromkeys(text[fault.offset : fault.offset + fault.length] for fault in found)) == references(rule)


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefx"), max_size=3)))
def test_there_is_a_ring_exactly_where_a_graph_has_a_cycle(clauses: dict[str, list[str]]) -> None:
    """The oracle is networkx."""
    built = {name: AllOf(tuple(map(Named, others))) for name, others in clauses.items()}
    graph: nx.DiGraph[str] = nx.DiGraph(
        [(name, other) for name, others in clauses.items() for other in others if other in clauses]
    )
    found = rings(built)
    assert bool(found) is not nx.is_directed_acyclic_graph(graph)
    for ring in found:
        for one, other in zip(ring, ring[1:] + ring[:1], strict=True):
            assert graph.has_edge(one, other)
        assert list(clauses).index(ring[0]) == min(list(clauses).index(name) for name in ring)
    tangles = [part for part in nx.strongly_connected_components(graph) if len(part) > 1]
    for tangle in tangles:
        assert any(set(ring) <= tangle for ring in found)
