"""Whatever a file holds, it gives an agreement or its faults: never a traceback, and no fault outside the file."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from idebur.errors import Unreadable
from idebur.files import dumps, load, load_organisation
from idebur.files.yaml_reader import read_yaml
from idebur.messages import LANGUAGES, Fault

AGREEMENT = """\
idebur: 1
agreement: a
title: {sv: Ett, en: One}
source: text
instrument: {kind: declaration-of-intent, binding: not-said, cites: plan.1}
validity: {kind: until-further-notice, clock: law}
documents: {text: {places: [plan, aim]}, law: {kind: law, when: 2018-05, by: region}}
links: {l: {kind: derives-from, to: law, parts: aims}}
definitions: {d: {term: x, also: [y, z]}}
parties:
  region: {kind: region, sector: public, name: Regionen, members: {among-others: [unit]}}
  sector: {kind: class, sector: civil-society, rule: sector is civil-society and democratic}
actors: {unit: {part-of: region, areas: [vård, kultur]}}
signing: {when: 2018-12-11, originals: 2, signers: [{of: region, name: N}]}
aims: {vision: {kind: vision, text: {vague: x}}}
principles: {p: {number: 1, title: P, like: none}}
commitments:
  c: {under: p, who: region, to: sector, force: shall, does: {said: ett, cites: plan}, due: {after: e}}
ladders: {l: {levels: {low: {number: 1}}, phases: {one: {}}, tools: {t: {at: {low: one}}}}}
bodies:
  board: {seats: {s: {of: region, count: 1, who: {appoints: itself}}}, balance: {equal: [region]}, meets: 4 a year}
offices: {leader: {of: region, who: {employs: not-said}, sits-in: board}}
routines: {follow-up: {kind: follow-up, every: year, who: {does: leader}, aims: vision}}
facts: {f: {type: yes-no}}
clauses: {k: {rule: f and members >= 10}}
procedures: {joining: {kind: join, open-to: k, steps: [{who: board, does: approve, notice: {vague: skälig}}]}}
events: {e: {when: [{said: 2017, cites: plan}, {said: 2018}], counts: {people: about 50}, fulfils: joining.approve}}
conclusions: {x: {about: aims, by: text}}
tenures: [{who: org, name: Org, kind: joined, since: 2018, cites: [plan.1, {at: aim, asserted-by: region}]}]
versions: {next: {amends: present, principles: {q: {said: none, instead: p}}}}
words: {aim-kind: {dream: {label: dröm}}}
accepted: [{code: some-code, at: bodies.board, because: så är det}]
"""
ORGANISATION = """\
idebur: 1
organisation: o
name: O
facts: {members: 12, democratic: true, scope: [regional, local], sector: {said: public, by: X, when: 2018}}
attested: {k: {said: false, by: {sv: N}}}
"""

leaves = (
    st.none()
    | st.booleans()
    | st.integers(-2, 2100)
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(
        ["not-said", "none", "region", "Not A Key", "2018-13", "plan.1", "a#", "../x.csv", "x.csv", "sector is x"]
    )
)
words = st.sampled_from(
    ["said", "vague", "at", "among-others", "does", "sv", "who", "cites", "instead", "over", "x", "Y y"]
)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=5
)


def _boxes(data: Any) -> Iterator[tuple[Any, Any]]:
    """Give every box in a tree with each key or number in it."""
    for step, inner in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, step
        if isinstance(inner, (dict, list)):
            yield from _boxes(inner)


@st.composite
def mutants(draw: st.DrawFn, text: str) -> str:
    """Draw a file like *text* in which one to three things are something else; shrinks towards one, near the top."""
    data = copy.deepcopy(read_yaml(text, "text").data)
    for _ in range(draw(st.integers(1, 3))):
        boxes = list(_boxes(data))
        box, step = boxes[draw(st.integers(0, len(boxes) - 1))]
        match draw(st.sampled_from(["replace", "rename", "delete"])):
            case "rename" if isinstance(box, dict):
                box[draw(words)] = box.pop(step)
            case "delete" if len(data) > 1:
                del box[step]
            case _:
                box[step] = draw(values)
    return yaml.safe_dump(
        data, allow_unicode=True, sort_keys=False, default_flow_style=draw(st.sampled_from([None, False]))
    )


def _told(faults: tuple[Fault, ...], text: str) -> None:
    """Every fault stands in the file, can be said in both languages, and comes in the order of the file."""
    lines = re.split("\r\n|\r|\n", text)
    assert faults
    for fault in faults:
        if fault.place.source:
            assert lines[fault.place.line - 1] == fault.place.source
            assert 1 <= fault.place.column <= len(fault.place.source) + 1
        for language in LANGUAGES:
            assert fault.code in fault.told(language)
        assert fault.code != "value-wrong"
    places = [(fault.place.file, fault.place.line, fault.place.column) for fault in faults]
    assert places == sorted(places)


def _written(folder: str, text: str) -> Path:
    path = Path(folder) / "mutant.yaml"
    path.write_text(text, "utf-8")
    return path


@given(text=mutants(AGREEMENT))
def test_a_mutant_is_an_agreement_or_unreadable(text: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            agreement = load(_written(folder, text))
        except Unreadable as error:
            _told(error.faults, text)
        else:
            assert load(_written(folder, dumps(agreement))) == agreement


@given(text=mutants(ORGANISATION))
def test_a_mutant_is_an_organisation_or_unreadable(text: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            organisation = load_organisation(_written(folder, text))
        except Unreadable as error:
            _told(error.faults, text)
        else:
            assert load_organisation(_written(folder, dumps(organisation))) == organisation


def test_the_file_that_is_mutated_is_sound() -> None:
    with TemporaryDirectory() as folder:
        agreement = load(_written(folder, AGREEMENT))
        assert load(_written(folder, dumps(agreement))) == agreement
        assert load_organisation(_written(folder, ORGANISATION)).value("members") == 12
