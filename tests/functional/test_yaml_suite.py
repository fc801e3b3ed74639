"""The public YAML test suite: no input crashes the reader, and every disagreement with it is known."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

import pytest
from attrs import frozen

from idebur.files.yaml_reader import parse_yaml

LENIENT = {
    # A line inside brackets or quotes may be indented less than the suite wants; it says the same.
    "9C9N",
    "QB6E",
    # A tab where only spaces are due, but inside brackets or quotes, where nothing hangs on it.
    "DK95/01",
    "Y79Y/003",
    # A comment without a space before it, after something that has ended.
    "9JBA",
    "CVW2",
    "SU5Z",
    "X4QW",
    # A lone dash inside brackets: taken as the text it is.
    "G5U8",
    "YJV2",
    # Lines of spaces before the first line of a block: the block is empty all the same.
    "S98Z",
}
"""Inputs the suite calls wrong and the parser reads, in the only way they can be meant."""

OTHERWISE = {
    "JEF9/02": "a last line of spaces without a line break counts as a line break less",
    "L24T/01": "as JEF9/02",
    "Y2GN": "a colon ends the name of an anchor (&an:chor), as in YAML 1.1",
}
"""Inputs that are read, but with another value than the suite gives."""

OUR_RULES = {
    "aliases-too-many",
    "file-empty",
    "key-empty",
    "key-not-text",
    "several-documents",
    "tag-not-known",
    "yaml-version",
}
"""Codes of what the reader refuses on purpose though YAML allows it."""

TOO_NEW = {
    # YAML 1.2 allows it and the parser, made for 1.1, does not: tabs as white space between tokens.
    "6CA3",
    "96NN/00",
    "96NN/01",
    "DK95/00",
    "DK95/03",
    "DK95/04",
    "Q5MG",
    "R4YG",
    "Y79Y/001",
    "A2M4",
    "6BCT",
    "Y79Y/010",
    # … a key or value beside its colon in brackets, or a colon or comma on its own line.
    "4ABK",
    "4MUZ/00",
    "4MUZ/01",
    "4MUZ/02",
    "58MP",
    "5MUD",
    "5T43",
    "9SA2",
    "CFD4",
    "DBG4",
    "FRK4",
    "HM87/00",
    "K3WX",
    "NJ66",
    "UT92",
    "VJP3/01",
    "FP8R",
    "DK3J",
    "QT73",
    "HWV9",
    "M7A3",
    "BEC7",
    "7Z25",
    # … anchors, aliases and tags beside a colon, or before a block; directives nobody knows.
    "2SXE",
    "6M2F",
    "2LFX",
    "W4TN",
    "6LVF",
    "MUS6/05",
    "MUS6/06",
    "8XYN",
    "W5VH",
    "NKF9",
    "2JQS",
    "NHX8",
    "S3PD",
    "SM9W/01",
    "UKK6/00",
    "M2N8/00",
    # … a text that begins with a question mark in brackets.
    "652Z",
    "HM87/01",
}
"""Inputs the suite calls right and the reader refuses because the parser cannot be trusted with them."""


@frozen
class Case:
    name: str
    source: bytes
    wrong: bool
    json: str | None


@pytest.fixture(scope="module")
def suite(data: Path) -> list[Case]:
    path = data / "yaml-test-suite.tar.gz"
    files: dict[str, bytes] = {}
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile() and (stream := archive.extractfile(member)) is not None:
                files[member.name.split("/", 1)[1]] = stream.read()
    cases = []
    for name in sorted(files):
        if name.endswith("/in.yaml") and not name.startswith(("name/", "tags/")):
            stem = name.removesuffix("/in.yaml")
            told = files.get(f"{stem}/in.json")
            cases.append(Case(stem, files[name], f"{stem}/error" in files, None if told is None else told.decode()))
    assert len(cases) > 350
    return cases


def test_every_input_is_read_or_refused_with_places(suite: list[Case]) -> None:
    for case in suite:
        tree, faults = parse_yaml(case.source, case.name)
        assert tree is not None or faults, case.name


def test_of_the_wrong_inputs_only_those_with_one_meaning_are_read(suite: list[Case]) -> None:
    assert {case.name for case in suite if case.wrong and not parse_yaml(case.source, "")[1]} == LENIENT


def test_of_the_right_inputs_only_the_known_are_refused(suite: list[Case]) -> None:
    refused = {case.name: {fault.code for fault in parse_yaml(case.source, "")[1]} for case in suite if not case.wrong}
    unruly = {name for name, codes in refused.items() if codes - OUR_RULES}
    assert unruly == TOO_NEW


def test_what_is_read_says_what_the_suite_says(suite: list[Case]) -> None:
    otherwise = set()
    for case in suite:
        tree, faults = parse_yaml(case.source, case.name)
        if tree is None or faults or case.wrong or case.json is None:
            continue
        if json.loads(case.json) != tree.data:
            otherwise.add(case.name)
    assert otherwise == set(OTHERWISE)
