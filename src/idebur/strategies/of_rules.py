"""Strategies for rules over given facts: whatever is drawn can be asked of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from idebur.absence import NOT_SAID
from idebur.rules import (
    After,
    AllOf,
    AnyOf,
    AtLeast,
    Before,
    Between,
    Compares,
    Declared,
    IncludesAll,
    IncludesAny,
    Is,
    Named,
    Not,
    Rule,
)
from idebur.rules.facts import built_in_facts, declared
from idebur.rules.language import SIGNS
from idebur.strategies.of_values import dates, keys
from idebur.vocabulary import Vocabularies

__all__ = ["claims", "known_facts", "rules"]


@cache
def known_facts() -> Mapping[str, Declared]:
    """The built-in facts, as rules are typed against them."""
    return declared(type(built_in_facts())(absence=NOT_SAID), Vocabularies())


def claims(*, facts: Mapping[str, Declared] | None = None, clauses: Collection[str] = ()) -> SearchStrategy[Rule]:
    """Draw single claims about *facts* (the built-in ones, if left out) and *clauses*.

    They shrink towards ``always``, or else the first fact that is yes or no.
    """
    known = known_facts() if facts is None else facts
    named = [*(name for name, fact in known.items() if fact.type == "yes-no"), *clauses]
    kinds: list[SearchStrategy[Rule]] = [st.builds(Named, st.sampled_from(named))] if named else []
    kinds += [_ASKS[fact.type](name, fact) for name, fact in known.items() if fact.type in _ASKS]
    return st.one_of(*kinds, st.sampled_from((AllOf(()), AnyOf(()))))


def rules(
    *,
    facts: Mapping[str, Declared] | None = None,
    clauses: Collection[str] = (),
    claims: SearchStrategy[Rule] | None = None,
    max_leaves: int = 6,
) -> SearchStrategy[Rule]:
    """Draw rules of every class over *facts* (the built-in ones, if left out) and *clauses*; or joined from *claims*.

    They shrink towards a single claim, and that towards ``always``.
    """
    single = _claims(facts, clauses) if claims is None else claims
    return st.recursive(single, _joined, max_leaves=max_leaves)


def _claims(facts: Mapping[str, Declared] | None, clauses: Collection[str]) -> SearchStrategy[Rule]:
    return claims(facts=facts, clauses=clauses)


def _joined(inner: SearchStrategy[Rule]) -> SearchStrategy[Rule]:
    some = st.lists(inner, max_size=3).map(tuple)
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Not, inner),
        st.builds(AllOf, some),
        st.builds(AnyOf, some),
        st.builds(lambda parts, number: AtLeast(1 + number % len(parts), parts), several, st.integers(0, 2)),
    )


def _words(fact: Declared) -> SearchStrategy[str]:
    return st.sampled_from(sorted(fact.values)) if fact.values else keys()


def _word(name: str, fact: Declared) -> SearchStrategy[Rule]:
    listed = st.lists(_words(fact), min_size=1, max_size=3).map(tuple)
    return st.builds(Is, st.just(name), listed)


def _set(name: str, fact: Declared) -> SearchStrategy[Rule]:
    listed = st.lists(_words(fact), min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(IncludesAny, st.just(name), listed), st.builds(IncludesAll, st.just(name), listed))


def _number(name: str, _: Declared) -> SearchStrategy[Rule]:
    number = st.integers(0, 200).map(Fraction)
    return st.one_of(
        st.builds(Compares, st.just(name), st.sampled_from(SIGNS), number),
        st.tuples(number, number).map(lambda pair: Between(name, min(pair), max(pair))),
    )


def _date(name: str, _: Declared) -> SearchStrategy[Rule]:
    date = dates()
    return st.one_of(
        st.builds(Before, st.just(name), date),
        st.builds(After, st.just(name), date),
        st.builds(Compares, st.just(name), st.sampled_from(SIGNS), date),
        st.tuples(date, date).map(lambda pair: Between(name, *sorted(pair, key=lambda one: one.sort_key))),
    )


_ASKS: Mapping[str, Callable[[str, Declared], SearchStrategy[Rule]]] = {
    "word": _word,
    "words": _set,
    "number": _number,
    "date": _date,
}
