"""Agreements with exactly one fault: a valid one, and beside it something that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from idebur.strategies.of_agreements import agreement_data
from idebur.visits import written_path

__all__ = ["FAULTS", "Faulty", "faulty_agreements"]

NEW = "x-faulty"
"""The key of the element that is added; no other has it."""


class Faulty(NamedTuple):
    """An agreement as plain data, with the code of its one fault and the path at which it is reported."""

    data: dict[str, Any]
    code: str
    path: str


class _Fault(NamedTuple):
    """One fault: the section it is put in (an element under ``NEW``), what the element is, and where the fault lies."""

    code: str
    section: str
    element: Any
    at: tuple[str | int, ...] = ()


_NOBODY = "nobody-at-all"

FAULTS: tuple[_Fault, ...] = (
    # names that stand for nothing, one of each kind of reference
    _Fault("unknown-actor", "commitments", {"to": _NOBODY}, ("to",)),
    _Fault("unknown-actor", "commitments", {"who": {"does": [_NOBODY]}}, ("who", "does", 0)),
    _Fault("unknown-linked", "links", {"to": _NOBODY}, ("to",)),
    _Fault("unknown-document", "documents", {"known-through": _NOBODY}, ("known-through",)),
    _Fault("unknown-document", "principles", {"like": f"{_NOBODY}.a"}, ("like",)),
    _Fault("unknown-document", "aims", {"cites": f"{_NOBODY}#a"}, ("cites",)),
    _Fault("unknown-aim", "routines", {"aims": [_NOBODY]}, ("aims", 0)),
    _Fault("unknown-routine", "routines", {"presented-at": _NOBODY}, ("presented-at",)),
    _Fault("unknown-event", "events", {"after": [_NOBODY]}, ("after", 0)),
    _Fault("unknown-seat", "bodies", {"seats": {"a": {"counted-in": _NOBODY}}}, ("seats", "a", "counted-in")),
    _Fault("unknown-level", "ladders", {"tools": {"a": {"at": {_NOBODY: "not-said"}}}}, ("tools", "a", "at", _NOBODY)),
    _Fault("unknown-element", "clauses", {"under": _NOBODY}, ("under",)),
    _Fault("unknown-element", "aims", {"text": {"said": "none", "instead": _NOBODY}}, ("text", "instead")),
    _Fault("unknown-element", "routines", {"every": f"at least 1 before {_NOBODY}"}, ("every",)),
    _Fault("unknown-element", "parties", {"replaces": _NOBODY}, ("replaces",)),
    _Fault("unknown-part", "events", {"about": [_NOBODY]}, ("about", 0)),
    _Fault("unknown-linked", "links", {"subject": _NOBODY}, ("subject",)),
    _Fault("unknown-source", "conclusions", {"by": [_NOBODY]}, ("by", 0)),
    _Fault("unknown-step", "events", {"fulfils": [_NOBODY]}, ("fulfils", 0)),
    # words
    _Fault("unknown-word", "aims", {"kind": _NOBODY}, ("kind",)),
    _Fault("unknown-word", "events", {"who": {_NOBODY: "all-parties"}}, ("who", _NOBODY)),
    # rules
    _Fault("unknown-fact", "parties", {"rule": f"not {_NOBODY}"}, ("rule",)),
    _Fault("clauses-in-a-ring", "clauses", {"rule": f"not {NEW}"}, ("rule",)),
    # fields and values
    _Fault("field-unknown", "aims", {"colour": "blue"}, ("colour",)),
    _Fault("value-empty", "aims", {"text": None}, ("text",)),
    _Fault("value-empty", "aims", None),
    _Fault("mapping-expected", "principles", 5),
    _Fault("word-malformed", "aims", {"kind": "No Such Kind"}, ("kind",)),
    _Fault("number-expected", "principles", {"number": "one"}, ("number",)),
    _Fault("number-expected", "principles", {"number": -1}, ("number",)),
    _Fault("truth-expected", "bodies", {"public": "perhaps"}, ("public",)),
    _Fault("text-empty", "principles", {"title": " "}, ("title",)),
    _Fault("text-language", "principles", {"title": {"swedish": "a"}}, ("title", "swedish")),
    _Fault("text-expected", "principles", {"title": ["a"]}, ("title",)),
    _Fault("list-empty", "principles", {"also": []}, ("also",)),
    _Fault("among-others-alone", "commitments", {"to": {"among-others": ["all-parties"], "a": 1}}, ("to",)),
    # the little languages
    _Fault("no-such-month", "events", {"when": "2018-13"}, ("when",)),
    _Fault("no-such-day", "events", {"when": "2018-02-30"}, ("when",)),
    _Fault("range-backwards", "bodies", {"quorum": "5 to 3"}, ("quorum",)),
    _Fault("nothing-written", "bodies", {"meets": " "}, ("meets",)),
    # keys
    _Fault("word-malformed", "aims", {"parts": {"No Key": {}}}, ("parts", "No Key")),
)
"""The faults that :func:`faulty_agreements` draws on."""


def faulty_agreements(*, of: SearchStrategy[dict[str, Any]] | None = None) -> SearchStrategy[Faulty]:
    """Draw agreements with one fault, in the present or in a version; *of* draws the sound ones, as plain data.

    They shrink towards an agreement that holds nothing but the first of the faults.
    """
    sound = agreement_data() if of is None else of
    whole: list[Callable[[dict[str, Any]], Faulty]] = [_key_reserved, _actor_twice, _clause_named, _vocabulary, _format]
    return st.one_of(
        st.builds(_put, st.sampled_from(FAULTS), sound, st.integers(0, 3)),
        st.builds(lambda fault, data: fault(deepcopy(data)), st.sampled_from(whole), sound),
    )


def _put(fault: _Fault, sound: dict[str, Any], version: int) -> Faulty:
    data = deepcopy(sound)
    versions = data.get("versions")
    where: tuple[str | int, ...] = ()
    content = data
    if versions and version:
        key = list(versions)[version % len(versions)]
        if isinstance(versions[key], dict) and "said" not in versions[key]:
            content, where = versions[key], ("versions", key)
    _section(content, fault.section)[NEW] = deepcopy(fault.element)
    return Faulty(data, fault.code, written_path((*where, fault.section, NEW, *fault.at)))


def _section(content: dict[str, Any], name: str) -> dict[str, Any]:
    held = content.get(name)
    if not isinstance(held, dict) or held.get("said") in ("none", "not-said"):
        held = content[name] = {}
    return held


def _key_reserved(data: dict[str, Any]) -> Faulty:
    _section(data, "parties")["all-parties"] = {}
    return Faulty(data, "key-reserved", "parties.all-parties")


def _actor_twice(data: dict[str, Any]) -> Faulty:
    for section in ("parties", "offices"):
        _section(data, section)[NEW] = {}
    return Faulty(data, "actor-twice", f"offices.{NEW}")


def _clause_named(data: dict[str, Any]) -> Faulty:
    _section(data, "clauses")["members"] = {}
    return Faulty(data, "clause-named-as-fact", "clauses.members")


def _vocabulary(data: dict[str, Any]) -> Faulty:
    words: Mapping[str, Any] = data.get("words", {})
    data["words"] = {**words, "colour": {"blue": {}}}
    return Faulty(data, "unknown-vocabulary", "words.colour")


def _format(data: dict[str, Any]) -> Faulty:
    data["idebur"] = 2
    return Faulty(data, "format-unknown", "idebur")
