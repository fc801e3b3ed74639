"""The JSON Schema of a map against what reads maps: what the one accepts or refuses, the other does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from benchmarks.registers import MAP
from idebur.errors import Unreadable
from idebur.files.yaml_reader import parse_yaml
from idebur.rules import Rule
from idebur.screening import Map, Question, load_map
from idebur.screening.binding import Binding
from idebur.screening.mapping import Column
from idebur.screening.schema import MAP_SCHEMA_FILE, map_schema_text, shipped_map_schema
from idebur.visits import fields_of

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads(shipped_map_schema())
VALIDATOR = Draft7Validator(SCHEMA)

ASKED = Question("q", Rule.parse("democratic and scope includes local and members > 1 and founded before 2000"))


def _complaints(text: str) -> list[str]:
    tree, faults = parse_yaml(text.encode(), "map.yaml")
    assert tree is not None, faults
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(tree.data)]


def _read(text: str, folder: Path) -> None:
    """Read a map as a screening does, before the register is opened."""
    path = folder / "map.yaml"
    path.write_text(text, encoding="utf-8")
    read, places = load_map(path)
    Binding(read, [ASKED], places)


def test_the_shipped_schema_is_the_one_that_the_models_give() -> None:
    """Stale? Run ``python -m idebur.screening.schema``."""
    assert shipped_map_schema() == map_schema_text(), f"{MAP_SCHEMA_FILE} is stale: python -m idebur.screening.schema"


def test_the_schema_is_one_of_draft_7_whose_references_lead_somewhere() -> None:
    Draft7Validator.check_schema(SCHEMA)
    referred = set(re.findall(r'"#/definitions/([^"]+)"', json.dumps(SCHEMA)))
    assert referred == set(SCHEMA["definitions"])


@pytest.mark.parametrize("kind", [Map, Column])
def test_every_field_is_there_and_described(kind: type[Map | Column]) -> None:
    properties = SCHEMA["definitions"][kind.__name__]["properties"]
    assert set(properties) == {field.alias for field in fields_of(kind).values()}
    assert all(len(value["description"]) > 10 and "``" not in value["description"] for value in properties.values())


HEAD = "idebur: 1\nmap: m\nid: id\n"


def _of(column: str) -> str:
    return f"{HEAD}facts: {{{column}}}\n"


RIGHT = {
    "nothing but a head": "map: m\nid: number\n",
    "columns named by numbers": "map: 3\nid: 1\nfacts: {democratic: 2, members: 2.50, founded: -1}\n",
    "a title": HEAD + "title: {sv: Karta, en: Map}\n",
    "words that say nothing": HEAD + "empty: [NA, '-', '', 0]\n",
    "one word that says nothing": HEAD + "empty: NA\n",
    "a value for all": _of("democratic: {always: true}"),
    "a number for all": _of("members: {always: 12.5}"),
    "a day for all": _of("founded: {always: 1999-12-31}"),
    "words for all": _of("scope: {always: [local, regional]}"),
    "no words for all": _of("scope: {always: none}"),
    "nothing known of any": _of("scope: {always: not-said}"),
    "codes": _of("scope: {column: c, codes: {L: local, 1: [local, regional], X: not-said, N: none}, otherwise: none}"),
    "codes that are truths": _of("democratic: {column: c, codes: {true: true, J: true, no: false, ' ': not-said}}"),
    "codes with blanks and capitals": _of("scope: {column: c, codes: {National and Overseas: national}}"),
    "several in a cell": _of("scope: {column: c, separator: ';', empty: '?'}"),
    "a number as it is written": _of("members: {column: c, decimal: ',', thousands: ' ', empty: ['-', unknown]}"),
    "a date as it is written": _of("founded: {column: c, format: DD/MM/YYYY}"),
}

WRONG = {
    "no id": "idebur: 1\nmap: m\n",
    "another format": "idebur: 2\nmap: m\nid: id\n",
    "no key": "idebur: 1\nid: id\n",
    "a key with capitals": "map: Charities\nid: id\n",
    "an id of nothing": "map: m\nid: ''\n",
    "an id of several": "map: m\nid: [a, b]\n",
    "a truth for an id": "map: m\nid: true\n",
    "a field nobody knows": HEAD + "columns: {}\n",
    "a field of a column nobody knows": _of("democratic: {colum: c}"),
    "a fact with capitals": _of("Democratic: c"),
    "a fact with nothing": _of("democratic: "),
    "a fact with neither": _of("democratic: {empty: x}"),
    "a fact with both": _of("democratic: {column: c, always: true}"),
    "a truth for a column": _of("democratic: true"),
    "a list of columns": _of("democratic: [a, b]"),
    "facts in a list": HEAD + "facts: [democratic]\n",
    "a word that says nothing and is a truth": HEAD + "empty: true\n",
    "words that say nothing in a list of lists": HEAD + "empty: [[a]]\n",
    "a code that means a mapping": _of("democratic: {column: c, codes: {J: {said: true}}}"),
    "a code that means an empty list": _of("scope: {column: c, codes: {J: []}}"),
    "a code that means blanks": _of("scope: {column: c, codes: {J: ' '}}"),
    "codes in a list": _of("scope: {column: c, codes: [J]}"),
    "a list to separate by": _of("scope: {column: c, separator: [';']}"),
    "nothing written for a decimal sign": _of("members: {column: c, decimal: }"),
    "nothing written for what any other cell means": _of("scope: {column: c, otherwise: null}"),
    "nothing to separate by": _of("scope: {column: c, separator: ''}"),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_both_accept(text: str, tmp_path: Path) -> None:
    _read(text, tmp_path)
    assert _complaints(text) == []


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_both_refuse(text: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        _read(text, tmp_path)
    assert _complaints(text) != []


def test_the_maps_that_we_show_are_accepted() -> None:
    page = (ROOT / "docs" / "may-they-join.md").read_text("utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    whole = [block for block in blocks if "\nmap: " in block]
    parts = [HEAD + block for block in blocks if block.startswith("facts:\n")]
    assert whole
    assert parts
    assert [_complaints(text) for text in (MAP, *whole, *parts)] == [[]] * (1 + len(whole) + len(parts))
