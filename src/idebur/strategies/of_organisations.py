"""Strategies for organisations: what is known of them, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from idebur.absence import NOT_SAID, Absence
from idebur.notation.dates import Date
from idebur.organisations import Attested, Organisation
from idebur.rules import Declared
from idebur.several import Pairs
from idebur.strategies.of_rules import known_facts
from idebur.strategies.of_values import dates, keys, texts
from idebur.text import Text

__all__ = ["fact_values", "organisations"]


def fact_values(fact: Declared) -> SearchStrategy[Any]:
    """Draw values of the type of *fact*; they shrink towards false, 0, the earliest date or the first word."""
    word = st.sampled_from(sorted(fact.values)) if fact.values else keys()
    match fact.type:
        case "yes-no":
            return st.booleans()
        case "word":
            return word
        case "words":
            return st.one_of(word, st.lists(word, min_size=1, max_size=3, unique=True).map(tuple))
        case "number":
            return st.one_of(st.integers(0, 500), st.decimals(0, 500, places=1, allow_nan=False).map(Decimal.normalize))
        case _:
            return dates().map(Date.written)


def organisations(
    *,
    facts: Mapping[str, Declared] | None = None,
    clauses: SearchStrategy[str] | None = None,
    name: SearchStrategy[Text] | None = None,
) -> SearchStrategy[Organisation]:
    """Draw organisations of which some *facts* are known and others not; they shrink towards one of which nothing is.

    A fact is left out, or looked for and not found, or known, and then perhaps attested by somebody on some day.
    *facts* are the built-in ones, if left out; *clauses* draws the names of clauses that somebody has judged.
    """
    known = known_facts() if facts is None else facts
    stated = {fact: _stated(fact_values(declared)) for fact, declared in known.items()}
    some: SearchStrategy[dict[str, Any]] = st.just({})
    if stated:
        some = st.lists(st.one_of([st.tuples(st.just(fact), value) for fact, value in stated.items()])).map(dict)
    judged = st.dictionaries(keys() if clauses is None else clauses, _attested(st.booleans()), max_size=2)
    text = texts() if name is None else name
    said = st.fixed_dictionaries({}, optional={"name": text, "number": st.just(Text("802000-0000"))})
    return st.builds(_organisation, keys(), some, judged, said)


def _organisation(
    key: str, facts: dict[str, Attested | Absence], attested: dict[str, Attested], said: dict[str, Text]
) -> Organisation:
    data: dict[str, Any] = {"organisation": key, **said}
    if facts:
        data["facts"] = Pairs(facts)
    if attested:
        data["attested"] = Pairs(attested)
    return Organisation.model_validate(data)


def _attested(value: SearchStrategy[Any]) -> SearchStrategy[Attested]:
    rest = st.fixed_dictionaries({}, optional={"by": texts(), "when": dates()})
    return st.tuples(value, rest).map(lambda drawn: Attested.model_validate({"said": drawn[0], **drawn[1]}))


def _stated(value: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.one_of(st.just(NOT_SAID), value.map(lambda said: Attested(said=said)), _attested(value))
