"""Every bare scalar on which this reader and ruamel.yaml (YAML 1.2) differ, by name."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from idebur.files.yaml_reader import parse_yaml
from idebur.files.yaml_scalars import LONGEST_NUMBER


def other(text: str) -> Any:
    """What ruamel.yaml, in YAML 1.2 mode, makes of the value of a field."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(io.StringIO(f"key: {text}\n"))["key"]


def ours(text: str) -> Any:
    tree, faults = parse_yaml(f"key: {text}\n", "a.yaml")
    assert not faults
    assert tree is not None
    return tree.data["key"]


def alike(one: Any, two: Any) -> bool:
    if isinstance(one, float) and isinstance(two, float) and one != one:
        return two != two
    kinds = [next(kind for kind in (bool, int, float, str, object) if isinstance(value, kind)) for value in (one, two)]
    return kinds[0] is kinds[1] and bool(one == two)


Difference = Callable[[str, Any, Any], bool]
# ruff: noqa: ARG005 - every row is asked the same question: the text, what it is here, what it is there
NAMED: Final[dict[str, Difference]] = {
    # A date is a text here: it may be coarse or impossible, and whoever expects a date says what is wrong with it.
    "dates and times": lambda text, mine, its: mine == text and isinstance(its, dt.date),
    "impossible dates": lambda text, mine, its: mine == text and isinstance(its, ValueError) and text[:1].isdigit(),
    # 0114 is a municipality, 01.10 a date or a version; the core schema would drop the zero.
    "needless zeros": lambda text, mine, its: mine == text and bool(re.match(r"[-+]?0[0-9_]", text)),
    # YAML 1.1 let an underscore group digits; the core schema of 1.2.2 knows none, so it is a text.
    "underscores": lambda text, mine, its: mine == text and "_" in text,
    # Binary numbers, and signs before 0x and 0o, were left out of the core schema.
    "binary": lambda text, mine, its: mine == text and bool(re.match(r"[-+]?0b", text)),
    "signed bases": lambda text, mine, its: mine == text and bool(re.match(r"[-+]0[xo]", text)),
    # The sign of a merge key means nothing as a value.
    "merge sign": lambda text, mine, its: mine == text == "<<",
    # The core schema takes .5e3 for a number; ruamel.yaml, as YAML 1.1, wants a sign after the e.
    "exponents without a sign": lambda text, mine, its: (
        isinstance(mine, float) and its == text and bool(re.fullmatch(r"[-+]?\.[0-9]+[eE][0-9]+", text))
    ),
    # Nothing that a float cannot hold is turned into infinity or zero.
    "beyond a float": lambda text, mine, its: (
        mine == text and isinstance(its, float) and its in (0.0, float("inf"), float("-inf"))
    ),
    "very long numbers": lambda text, mine, its: mine == text and len(text) > LONGEST_NUMBER,
    # The lone sign "=" is a text; YAML 1.1 had a type for it.
    "equals": lambda text, mine, its: text == "=",
}

SCALARS = st.one_of(
    st.from_regex(r"\A[-+]?[0-9][0-9_.eE+:-]{0,8}\Z"),
    st.from_regex(r"\A[-+]?0[box][0-9a-fA-F_]{1,4}\Z"),
    st.from_regex(r"\A[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z?)?\Z"),
    st.from_regex(r"\A[-+]?\.?(inf|Inf|INF|nan|NaN|NAN)\Z"),
    st.from_regex(r"\A[-+]?\.[0-9]{1,3}([eE][-+]?[0-9]{1,3})?\Z"),
    st.sampled_from(
        [
            "yes",
            "Yes",
            "NO",
            "no",
            "on",
            "Off",
            "y",
            "n",
            "true",
            "True",
            "TRUE",
            "tRUE",
            "null",
            "Null",
            "NULL",
            "~",
            "nULL",
            "=",
            "<<",
            ".",
            "..",
            "1.",
            "1e3",
            "1e999",
            "0o8",
        ]
    ),
    st.from_regex(r"\A[a-zA-Z0-9_.+~][a-zA-Z0-9_.+~/ -]{0,12}[a-zA-Z0-9]\Z"),
)


def readable(text: str) -> bool:
    """Leave out what is no bare scalar at all (``1: 2``, ``a:``, ``- a``, ``--- a``): there is nothing to compare."""
    return not (text.endswith((":", " ")) or ": " in text or text.startswith(("- ", "-:", "...", "---")) or text == "-")


@settings(max_examples=1500)
@given(text=SCALARS.filter(readable))
@example(text="2018-13-45")
@example(text="12:30")
@example(text="190:20:30")
def test_every_difference_has_a_name(text: str) -> None:
    mine = ours(text)
    try:
        its = other(text)
    except (ValueError, YAMLError) as error:
        its = ValueError(str(error))
    if not alike(mine, its):
        names = [name for name, holds in NAMED.items() if holds(text, mine, its)]
        assert names, f"{text!r}: {mine!r} here, {its!r} there"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dates and times", "2018-12-11"),
        ("impossible dates", "2018-13-45"),
        ("needless zeros", "0114"),
        ("underscores", "1_000"),
        ("signed bases", "+0x1F"),
        ("merge sign", "<<"),
        ("exponents without a sign", ".5e3"),
        ("beyond a float", "1.0e999"),
        ("very long numbers", "9" * 200),
        ("binary", "0b11"),
        ("equals", "="),
    ],
)
def test_every_name_stands_for_a_difference(name: str, text: str) -> None:
    """A row that explains nothing any longer must go."""
    try:
        its = other(text)
    except (ValueError, YAMLError) as error:
        its = ValueError(str(error))
    assert not alike(ours(text), its)
    assert NAMED[name](text, ours(text), its)
