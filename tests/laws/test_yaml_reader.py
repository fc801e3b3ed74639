from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from idebur.errors import Unreadable
from idebur.files.positions import Path
from idebur.files.writing import emit
from idebur.files.yaml_reader import Tree, parse_yaml, read_yaml
from idebur.messages import Fault, Span

PIECES = st.sampled_from(
    [
        *(
            "a",
            "b",
            "key",
            ": ",
            ":",
            "\n",
            "\n  ",
            "\n\t",
            "- ",
            "? ",
            "?",
            "[",
            "]",
            "{",
            "}",
            ",",
            ", ",
            "&x ",
            "*x",
            "<<",
            "!t ",
        ),
        *(
            "!!int ",
            "'",
            '"',
            "\\",
            "\\x41",
            "|\n",
            ">-\n",
            "#",
            " # c",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "1.10",
            "0x1F",
            "~",
            "\r\n",
        ),
        *("\ufeff", "\x00", "\u2028", "å", "😀", " ", "\t", "@", "`"),
    ]
)
SOURCES = st.lists(PIECES, max_size=40).map("".join)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.sampled_from(list("ab :,#-?'\"\\\n\t[]{}&*!|>%@~=<.0123456789xoe+_\u0085\u2028\u00a0\ufeffå😀"))),
    st.sampled_from(
        ["no", "on", "0123", " 2018", "a: b", "12:30", "1_000", "2018-12-11", "null", "~", "...", "---", "=", "<<"]
    ),
    st.lists(st.text("abcå", min_size=1), min_size=30, max_size=60).map(" ".join),
    st.lists(st.text("abc #:-", max_size=9), min_size=2, max_size=5).map("\n".join),
)
NUMBERS = st.one_of(st.integers(-(10**98), 10**98), st.floats(allow_nan=False), st.booleans(), st.none())
DATA = st.recursive(
    st.one_of(TEXTS, NUMBERS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS.filter(bool), inner, max_size=4)),
    max_leaves=12,
)


def within(fault: Fault) -> bool:
    place = fault.place
    return (
        place.line >= 1
        and 1 <= place.column <= len(place.source) + 1
        and place.span.length >= 1
        and place.column - 1 + place.span.length <= max(len(place.source), place.column)
    )


@given(source=st.one_of(st.binary(max_size=200), SOURCES, SOURCES.map(str.encode)))
@example(source=b"\xef\xbb\xbf")
@example(source="a: 'b\r")
def test_any_bytes_are_a_tree_or_faults_within_the_file(source: bytes | str) -> None:
    tree, faults = parse_yaml(source, "a.yaml")
    assert (tree is not None) or faults
    assert all(within(fault) for fault in faults)
    if tree is None or faults:
        with pytest.raises(Unreadable) as caught:
            read_yaml(source, "a.yaml")
        assert caught.value.faults == faults
    else:
        assert emit(read_yaml(source, "a.yaml").data) == emit(tree.data)


def paths(data: Any, path: Path = ()) -> list[Path]:
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(one for step, item in below for one in paths(item, (*path, step)))]


def node_spans(node: yaml.Node | None, path: Path = ()) -> dict[Path, tuple[int, int]]:
    """Where PyYAML's own node tree says that each value begins: an oracle that shares no code with ours."""
    assert node is not None
    found = {path: (node.start_mark.line + 1, node.start_mark.column + 1)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= node_spans(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            found |= node_spans(value, (*path, number))
    return found


@given(data=DATA.filter(lambda data: data is not None))
@example(data=[["0?"]])
def test_every_value_stands_where_the_node_tree_says(data: Any) -> None:
    text = emit(data)
    places = read_yaml(text, "a.yaml").places
    expected = node_spans(yaml.compose(text, yaml.SafeLoader))
    assert set(expected) == set(paths(data))
    for path, (line, column) in expected.items():
        span = places.value(path)
        assert (span.line, span.column) == (line, column)


@given(source=SOURCES)
def test_every_place_lies_within_the_file(source: str) -> None:
    tree, _ = parse_yaml(source, "a.yaml")
    if tree is None:
        return
    for path in paths(tree.data)[:200]:
        for span in (tree.places.value(path), tree.places.key(path), tree.places.scalar_offset(path, 1, 3)):
            assert 1 <= span.line <= len(tree.lines)
            assert 1 <= span.column <= len(tree.lines.line(span.line)) + 1


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), data=st.data())
def test_a_visible_character_is_found_where_it_was_written(text: str, data: st.DataObject) -> None:
    source = emit({"key": text})
    offset = data.draw(st.integers(0, len(text) - 1))
    tree = read_yaml(source, "a.yaml")
    span = tree.places.scalar_offset(("key",), offset)
    line = tree.lines.line(span.line)
    if not text[offset].isspace() and "\\" not in line and '"' not in line:
        assert line[span.column - 1] == text[offset]


@given(data=DATA)
@example(data="")
@example(data={"a": "x\n\n"})
@example(data={"k" * 2000: {"l" * 2000: ["m" * 2000]}})
@example(data=[[["- a"]], [[]], [{}], {}])
def test_what_is_emitted_is_read_back(data: Any) -> None:
    """Also the kind of a number and of a truth value: ``1`` is not ``True``."""
    if data is None:
        return
    read = read_yaml(emit(data), "a.yaml").data
    assert read == data
    assert emit(read) == emit(data)


@given(text=TEXTS)
def test_an_older_program_reads_the_same_texts(text: str) -> None:
    """Except dates, which stay bare so that a file looks natural."""
    emitted = emit({"key": text})
    read = yaml.load(emitted, yaml.BaseLoader)["key"]  # noqa: S506 - the base loader makes texts only
    assert read == text
    root = yaml.compose(emitted, yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    assert root.value[0][1].tag in {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"}


@given(source=SOURCES)
def test_what_was_read_can_be_written(source: str) -> None:
    """A number keeps how it was written."""
    tree: Tree | None
    tree, faults = parse_yaml(source, "a.yaml")
    if tree is None or faults or tree.data is None:
        return
    assert emit(read_yaml(emit(tree.data), "a.yaml").data) == emit(tree.data)


@given(length=st.integers(-5, 50))
def test_a_place_never_has_no_width(length: int) -> None:
    assert read_yaml("a: b", "a.yaml").places.scalar_offset(("a",), 0, length) == Span(1, 4, 1)
