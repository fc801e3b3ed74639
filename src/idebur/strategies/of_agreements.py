"""Strategies for whole agreements and for their elements, valid by construction and with live references."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from idebur.agreement import Agreement
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.dates import Date
from idebur.parties import Actor
from idebur.rules import Rule
from idebur.said import Said
from idebur.strategies import of_values as values
from idebur.strategies.of_rules import rules as rules_over_facts
from idebur.strategies.plans import Leaves, Plans, nested, sections
from idebur.strategies.resolving import Known, assemble, resolve
from idebur.text import Text

__all__ = ["agreement_data", "agreements", "elements", "parties"]

S = TypeVar("S", bound=Said)


def agreement_data(
    *,
    keys: SearchStrategy[str] | None = None,
    texts: SearchStrategy[Text] | None = None,
    dates: SearchStrategy[Date] | None = None,
    amounts: SearchStrategy[Amount] | None = None,
    cadences: SearchStrategy[Cadence] | None = None,
    rules: SearchStrategy[Rule] | None = None,
    versions: bool = True,
) -> SearchStrategy[dict[str, Any]]:
    """Draw agreements as plain data, such as a file holds; they shrink towards ``{idebur: 1, agreement: a}``.

    The same as :func:`agreements` before they are validated: for tests that write files, or break something first.
    """
    plans = _plans(keys, texts, dates, amounts, cadences, rules).agreement(versions=versions)

    @st.composite
    def an_agreement(draw: st.DrawFn) -> dict[str, Any]:  # the plans call themselves by pages of text: here by a name
        return assemble(draw(plans), _nests())

    return an_agreement()


def agreements(
    *,
    keys: SearchStrategy[str] | None = None,
    texts: SearchStrategy[Text] | None = None,
    dates: SearchStrategy[Date] | None = None,
    amounts: SearchStrategy[Amount] | None = None,
    cadences: SearchStrategy[Cadence] | None = None,
    rules: SearchStrategy[Rule] | None = None,
    versions: bool = True,
) -> SearchStrategy[Agreement]:
    """Draw agreements: any section, any field, every reference live; they shrink towards one with nothing but a key.

    Each argument is the strategy for one sort of field, left out as :mod:`idebur.strategies` has it. *rules* may ask
    for the built-in facts only, *cadences* may be relative to nothing: what is the agreement's own is added here.
    Without *versions* only the present is drawn.
    """
    data = agreement_data(
        keys=keys, texts=texts, dates=dates, amounts=amounts, cadences=cadences, rules=rules, versions=versions
    )
    return data.map(Agreement.model_validate)


def elements(kind: type[S], *, texts: SearchStrategy[Text] | None = None) -> SearchStrategy[S]:
    """Draw values of one class of the model, alone; they shrink towards one with its obligatory fields only.

    They stand in no agreement, so they name group words such as ``all-parties``, and nothing else.
    """
    plan = _plans(None, texts, None, None, None, None).of(kind)

    @st.composite
    def an_element(draw: st.DrawFn) -> S:
        return kind.model_validate(resolve(draw(plan), Known({}, {"agreement": "a"}, {"content": {}}), ""))

    return an_element()


def parties(*, texts: SearchStrategy[Text] | None = None) -> SearchStrategy[Actor]:
    """Draw parties, alone as :func:`elements` does; they shrink towards an actor of whom nothing is said."""
    return elements(Actor, texts=texts)


def _plans(
    keys: SearchStrategy[str] | None,
    texts: SearchStrategy[Text] | None,
    dates: SearchStrategy[Date] | None,
    amounts: SearchStrategy[Amount] | None,
    cadences: SearchStrategy[Cadence] | None,
    rules: SearchStrategy[Rule] | None,
) -> Plans:
    if all(given is None for given in (keys, texts, dates, amounts, cadences, rules)):
        return _usual()
    return Plans(
        Leaves(
            values.keys() if keys is None else keys,
            values.texts() if texts is None else texts,
            values.dates() if dates is None else dates,
            values.amounts() if amounts is None else amounts,
            values.cadences() if cadences is None else cadences,
            rules_over_facts(max_leaves=3) if rules is None else rules,
        )
    )


@cache
def _usual() -> Plans:
    """The plans with nothing given, made once: a strategy costs more to make than to draw from."""
    return Plans(
        Leaves(
            values.keys(),
            values.texts(),
            values.dates(),
            values.amounts(),
            values.cadences(),
            rules_over_facts(max_leaves=3),
        )
    )


@cache
def _nests() -> Mapping[Any, Mapping[str, Any]]:
    """Which fields hold elements by key, of the content and of every class inside it."""
    found: dict[Any, Mapping[str, Any]] = {"content": sections()}
    waiting = list(sections().values())
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found[kind] = nested(kind)
            waiting += found[kind].values()
    return found
