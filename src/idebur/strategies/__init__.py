"""Hypothesis strategies for tests about agreements: everything that they draw is valid and all its names are live.

Needs the extra ``testing``. Nothing here is imported by the rest of idebur, and nothing is registered before
:func:`register` is called.
"""

from __future__ import annotations

from hypothesis import strategies as st

from idebur.agreement import Agreement
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.citations import Citation
from idebur.notation.dates import Date
from idebur.organisations import Organisation
from idebur.parties import Actor
from idebur.rules import Rule
from idebur.strategies.faults import Faulty, faulty_agreements
from idebur.strategies.of_agreements import agreement_data, agreements, elements, parties
from idebur.strategies.of_organisations import fact_values, organisations
from idebur.strategies.of_rules import claims, known_facts, rules
from idebur.strategies.of_values import amounts, cadences, citations, dates, keys, languages, texts, words
from idebur.text import Text

__all__ = [
    "Faulty",
    "agreement_data",
    "agreements",
    "amounts",
    "cadences",
    "citations",
    "claims",
    "dates",
    "elements",
    "fact_values",
    "faulty_agreements",
    "keys",
    "known_facts",
    "languages",
    "organisations",
    "parties",
    "register",
    "rules",
    "texts",
    "words",
]


def register() -> None:
    """Let ``st.from_type`` draw agreements, organisations, actors, rules, texts and the values of the notations."""
    st.register_type_strategy(Agreement, agreements())
    st.register_type_strategy(Organisation, organisations())
    st.register_type_strategy(Actor, parties())
    st.register_type_strategy(Rule, rules())
    st.register_type_strategy(Text, texts())
    st.register_type_strategy(Date, dates())
    st.register_type_strategy(Amount, amounts())
    st.register_type_strategy(Cadence, cadences())
    st.register_type_strategy(Citation, citations())
