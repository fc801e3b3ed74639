"""Rules: claims about an organisation, joined with *and*, *or*, *not*; as one line of text and as a value.

The values stand in :mod:`idebur.rules.language`, the way from the text in :mod:`idebur.rules.reading`, and what a rule
may say of the declared facts in :mod:`idebur.rules.misuses`.
"""

from __future__ import annotations

from idebur.rules.language import (
    RESERVED,
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
    all_of,
    any_of,
    references,
)
from idebur.rules.misuses import Declared, misuses, rings
from idebur.rules.reading import parse_rule

__all__ = [
    "RESERVED",
    "After",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Before",
    "Between",
    "Compares",
    "Declared",
    "IncludesAll",
    "IncludesAny",
    "Is",
    "Named",
    "Not",
    "Rule",
    "all_of",
    "any_of",
    "misuses",
    "parse_rule",
    "references",
    "rings",
]
