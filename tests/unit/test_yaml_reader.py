from __future__ import annotations

import math
import pickle
import time
from typing import Any

import pytest
import yaml

from idebur.errors import Unreadable
from idebur.files import yaml_reader
from idebur.files.yaml_reader import DEEPEST, MOST_FAULTS, MOST_SHARED, parse_yaml, read_yaml
from idebur.files.yaml_scalars import LONGEST_NUMBER, WrittenFloat, WrittenInt, is_number, resolve
from idebur.messages import Span

TEXTS = [
    *("NO", "no", "on", "Yes", "off", "y", "12:30", "2018-12-11", "2018-13-45", "2001-12-14t21:59:43Z", "0123", "0114"),
    *(
        "-0123",
        "00",
        "01.10",
        "00.5",
        "+46 70",
        "1_000",
        "0b101",
        "0o8",
        "0xG",
        "1e",
        "tRUE",
        "nULL",
        "nil",
        ".",
        "...",
    ),
    *("1.2.3", "1e999", "-1e999", "1e-999", "9" * 10_000, "0x" + "F" * 10_000, "٣", "e5", "<<", "=", ".Inf.", ".infx"),
]
NUMBERS: list[tuple[str, float, str]] = [
    ("2018", 2018, "2018"),
    ("0", 0, "0"),
    ("-7", -7, "-7"),
    ("+5", 5, "+5"),
    ("-0", 0, "-0"),
    ("0o17", 15, "0o17"),
    ("0x1F", 31, "0x1F"),
    ("9" * LONGEST_NUMBER, int("9" * LONGEST_NUMBER), "9" * LONGEST_NUMBER),
    ("1.1", 1.1, "1.1"),
    ("1.10", 1.1, "1.10"),
    ("1e3", 1000.0, "1e3"),
    ("5.", 5.0, "5."),
    (".5", 0.5, ".5"),
    ("0.0", 0.0, "0.0"),
    ("0e5", 0.0, "0e5"),
    (".inf", math.inf, ".inf"),
    ("-.INF", -math.inf, "-.INF"),
    ("+.Inf", math.inf, "+.Inf"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_looks_like_something_else_stays_a_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(("text", "number", "shown"), NUMBERS)
def test_a_number_keeps_what_was_written(text: str, number: float, shown: str) -> None:
    found = resolve(text)
    assert found == number
    assert type(found) in (int, float, WrittenInt, WrittenFloat)
    assert isinstance(found, type(number))
    assert str(found) == shown
    assert is_number(text)
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own value
    assert (again, str(again)) == (found, shown)


def test_not_a_number_is_one() -> None:
    found = resolve(".NaN")
    assert isinstance(found, float)
    assert math.isnan(found)
    assert str(found) == ".NaN"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("true", True), ("FALSE", False)],
)
def test_nothing_and_truth_have_three_spellings(text: str, meant: object) -> None:
    assert resolve(text) is meant
    assert not is_number(text)


def codes(source: bytes | str) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.place.line, fault.place.column) for fault in parse_yaml(source, "a.yaml")[1]]


READ: list[tuple[str, Any]] = [
    (
        "country: NO\non: yes\n2018: x\ntrue: y\n~: z\n1.10: w",
        {"country": "NO", "on": "yes", "2018": "x", "true": "y", "~": "z", "1.10": "w"},
    ),
    ("a: &x {b: 1}\nc: *x\nd: [*x, *x]", {"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}, {"b": 1}]}),
    ("a: &x 1\nb: &x 2\nc: *x", {"a": 1, "b": 2, "c": 2}),
    ("&k name: x\nb: *k", {"name": "x", "b": "name"}),
    ("a: &k word\n*k : x", {"a": "word", "word": "x"}),
    ('&k "1": x\nb: *k', {"1": "x", "b": "1"}),
    ("&k 1: x\nb: *k", {"1": "x", "b": 1}),
    ("!!str 5: x", {"5": "x"}),
    ("'<<': x", {"<<": "x"}),
    (
        "- !!str 5\n- ! 6\n- !!int '7'\n- !!float 8\n- !!bool 'true'\n- !!null ''\n- !!float .5",
        ["5", "6", 7, 8.0, True, None, 0.5],
    ),
    ("!!map {a: !!seq [b]}", {"a": ["b"]}),
    ("a:\nb: ''", {"a": None, "b": ""}),
    ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
    ("\ufeffa: b", {"a": "b"}),
    ("a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
    ("just text", "just text"),
    ("--- null\n", None),
    ("a: ['why?', \"?y\"]  # [?z]", {"a": ["why?", "?y"]}),
    ('a: "b, ?c"', {"a": "b, ?c"}),
    ("a: x,\n?b: c", {"a": "x,", "?b": "c"}),
    ("x: {}\ny: []", {"x": {}, "y": []}),
]


@pytest.mark.parametrize(("source", "meant"), READ)
def test_what_is_meant_is_read(source: str, meant: object) -> None:
    assert read_yaml(source, "a.yaml").data == meant
    assert read_yaml(source.encode(), "a.yaml").data == meant


FAULTS: list[tuple[bytes | str, list[tuple[str, int, int]]]] = [
    ("", [("file-empty", 1, 1)]),
    ("# nothing\n", [("file-empty", 1, 1)]),
    ("---\n", [("file-empty", 1, 1)]),
    ("a: 1\nb: 2\na: 3\nb: {c: 1, c: 2}\n", [("key-twice", 3, 1), ("key-twice", 4, 1), ("key-twice", 4, 11)]),
    ("2018: a\n'2018': b", [("key-twice", 2, 1)]),
    ("a: &k b\nb: 1\n*k : 2", [("key-twice", 3, 1)]),
    ("? [a]\n: 1\nb: 2\n? {c: d}\n: 3\nb: 4", [("key-not-text", 1, 3), ("key-not-text", 4, 3), ("key-twice", 6, 1)]),
    ("a: &x [b]\n*x : c", [("key-not-text", 2, 1)]),
    ("a: !<x> b\n? !y z\n: c", [("tag-not-known", 1, 4), ("tag-not-known", 2, 3)]),
    ("*x : c\n*y : d", [("alias-unknown", 1, 1), ("alias-unknown", 2, 1)]),
    ("'': b\n?\n: c", [("key-empty", 1, 1), ("key-empty", 2, 2)]),
    ("a: &x {b: 1}\nc:\n  <<: *x\n", [("merge-key", 3, 3)]),
    ("a: *nobody", [("alias-unknown", 1, 4)]),
    ("a: &x [1, *x]", [("alias-inside-itself", 1, 11)]),
    ("a: &x {b: *x}", [("alias-inside-itself", 1, 11)]),
    (
        "a: !!python/object/apply:os.system [x]\nb: !foo 1\nc: !!set {d}\n!e f: g",
        [("tag-not-known", 1, 4), ("tag-not-known", 2, 4), ("tag-not-known", 3, 4), ("tag-not-known", 4, 1)],
    ),
    ("a: !!map [b]", [("tag-not-known", 1, 4)]),
    ("a: !!int x\nb: !!bool 1\nc: !!null x", [("tag-mismatch", 1, 4), ("tag-mismatch", 2, 4), ("tag-mismatch", 3, 4)]),
    ("a: 1\n---\nb: 2", [("several-documents", 2, 1)]),
    ("%YAML 1.1\n---\na: 1", [("yaml-version", 1, 1)]),
    (
        "a: [?x]\nb: {?y: z}\nc: [ ?q : 1]",
        [("sign-needs-quotes", 1, 5), ("sign-needs-quotes", 2, 5), ("sign-needs-quotes", 3, 6)],
    ),
    ("a:\n\tb: c", [("tab-indentation", 2, 1)]),
    ("a:\n  b: 1\n\tc: 2", [("tab-indentation", 3, 1)]),
    ("a: 1\na: 2\nb: 'x\nc: 1", [("key-twice", 2, 1), ("quote-not-closed", 3, 4)]),
    ('a: "x', [("quote-not-closed", 1, 4)]),
    ("a: 'x' y", [("text-after-quote", 1, 8)]),
    ("a: [1, 2\nb: 3", [("bracket-not-closed", 1, 4)]),
    ("a: {b: c\nd: e", [("bracket-not-closed", 1, 4)]),
    ("a: ]", [("bracket-stray", 1, 4)]),
    ("a: [b]]", [("bracket-stray", 1, 7)]),
    ("title: Agreement: the second", [("colon-in-text", 1, 17)]),
    ("- a: b: c", [("colon-in-text", 1, 7)]),
    ("a text\nkey: value", [("colon-missing", 1, 1)]),
    ("b:\n  kind council\n  name: X", [("colon-missing", 2, 3)]),
    ("b:\n  kind council\n\n  # why\n  name: X", [("colon-missing", 2, 3)]),
    ("b:\n  kind:council\n  name: X", [("colon-without-space", 2, 3)]),
    ("b:\n  name: X\n  kind:council", [("colon-without-space", 3, 3)]),
    ("b:\n  name: X\n  kind council", [("colon-missing", 3, 3)]),
    ("b:\n  name: X\n  see http://x.org/y\n  kind: z", [("colon-missing", 3, 3)]),
    ("b:\n  - {c: d}\n  {c: e}", [("hyphen-missing", 3, 3)]),
    ("b:\n  - c: d\n    e: f\n  c: e", [("hyphen-missing", 4, 3)]),
    ("b:\n  - c\n  d", [("hyphen-missing", 3, 3)]),
    ("b:\n  – {c: d, e: f}\n  – {c: e, e: f}", [("list-sign", 2, 3)]),
    ("b:\n  – {c: d}\n  – {c: e}", [("list-sign", 3, 3)]),
    ("b:\n  - c: d\n  – c: e", [("list-sign", 3, 3)]),
    ("b:\n  c: d\n    e: f", [("indented-too-far", 3, 5)]),
    ("b: long\n  text\n  c: d", [("indentation-wrong", 3, 3)]),
    ("b:\n    c: d\n  e: f", [("indentation-wrong", 3, 3)]),
    ("b:\n  c: d\n  e: f\n g: h", [("indentation-wrong", 4, 2)]),
    ("b: {c: d} e: f", [("indentation-wrong", 1, 11)]),
    ("a:\n  b: 1\n c: 2", [("indentation-wrong", 3, 2)]),
    ("a:\n  - b\n c\n", [("indentation-wrong", 3, 2)]),
    ("a: 1\nforgotten\nb: 2", [("colon-missing", 2, 1)]),
    ("a: @x", [("sign-needs-quotes", 1, 4)]),
    ("a: `x`", [("sign-needs-quotes", 1, 4)]),
    ("a: 50\nb: % of all", [("sign-needs-quotes", 2, 4)]),
    ("a: **bold**", [("sign-needs-quotes", 1, 4)]),
    ("a: & co", [("sign-needs-quotes", 1, 4)]),
    ("a: > text", [("sign-needs-quotes", 1, 4)]),
    ('a: "C:\\qemp"', [("escape-unknown", 1, 7)]),
    ('a: "\\xZZ"', [("escape-unknown", 1, 5)]),
    ("a: - b", [("list-beside-field", 1, 4)]),
    ("a: b\x00c", [("character-not-allowed", 1, 5)]),
    (
        "a: b\x07\nb: c\u2028d\n\ufeffe: f",
        [("character-not-allowed", 1, 5), ("character-not-allowed", 2, 5), ("character-not-allowed", 3, 1)],
    ),
    ("a: \ud800", [("character-not-allowed", 1, 4)]),
    ("\x00" * 50, [("character-not-allowed", 1, n) for n in range(1, 21)]),
    ("å: ö\nä: smör".encode("cp1252"), [("encoding-windows", 1, 1)]),
    ("a: å\nb: ".encode() + b"\xf6", [("encoding-windows", 2, 4)]),
    (b"a: \x81\xf6", [("encoding-not-utf8", 1, 4)]),
    ("a: b".encode("utf-16"), [("encoding-wide", 1, 1)]),
    ("a: b".encode("utf-32"), [("encoding-wide", 1, 1)]),
    ("a: \xf6".encode("utf-16-le"), [("encoding-wide", 1, 1)]),
    ("[" * 100_000, [("too-deep", 1, DEEPEST + 1)]),
    ("- " * 100_000, [("too-deep", 1, 2 * DEEPEST + 1)]),
    ("[" * DEEPEST + "]" * DEEPEST, []),
]


@pytest.mark.parametrize(("source", "expected"), FAULTS)
def test_a_trap_is_a_fault_with_its_place(source: bytes | str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(source) == expected
    if expected:
        with pytest.raises(Unreadable) as caught:
            read_yaml(source, "a.yaml")
        assert len(caught.value.faults) == len(expected)


@pytest.mark.parametrize(("source", "expected"), FAULTS)
def test_the_parser_in_python_finds_the_same(
    source: bytes | str, expected: list[tuple[str, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the parser in C is missing, the one in Python takes its place."""
    if len(source) > 10_000:
        source = source[:10_000]
    monkeypatch.setattr(yaml_reader, "_PARSER", yaml.SafeLoader)
    # The two place a few syntax faults differently, by a word; they agree on what is wrong.
    assert [code for code, _, _ in codes(source)] == [code for code, _, _ in expected]


@pytest.mark.parametrize("source", ["a: {sv: Well?, en: x}", "a: {sv: Well?}", "a: [b?, c]"])
def test_the_parser_in_python_asks_for_quotes_where_it_stumbles_on_a_question(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parser in C reads it as YAML 1.2 does."""
    assert codes(source) == []
    monkeypatch.setattr(yaml_reader, "_PARSER", yaml.SafeLoader)
    assert codes(source) == [("question-mark", 1, source.index("?") + 1)]


@pytest.mark.parametrize(("source", "meant"), READ)
def test_the_parser_in_python_reads_the_same(source: str, meant: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_PARSER", yaml.SafeLoader)
    assert read_yaml(source, "a.yaml").data == meant


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("b:\n  kind:council\n  name: X", "did you mean: kind: council?"),
        ("b:\n  kind council\n  name: X", "did you mean: kind: council?"),
        ("b:\n    c: d\n  e: f", "begins in column 3, but the lines it may belong with begin in column 1, 5."),
        ("b:\n  c: d\n    e: f", "begins in column 5, but belongs with a line in column 3."),
        ("b:\n  • c: d\n   • c: e", "begins with •"),
    ],
)
def test_a_line_that_does_not_fit_in_is_told_how_it_would(source: str, said: str) -> None:
    _, (fault,) = parse_yaml(source, "a.yaml")
    assert said in fault.told("en")


def test_both_places_of_a_repeated_key_are_named() -> None:
    many = "".join(f"k{n}: {{a: 1}}\n" for n in range(50))
    _, faults = parse_yaml(many + "k7: 1\nnew: 2\nk7: 2\nnew: 3\n", "a.yaml")
    assert [(fault.params["key"], fault.params["first"], fault.place.line) for fault in faults] == [
        ("k7", 8, 51),
        ("k7", 8, 53),
        ("new", 52, 54),
    ]


def test_what_is_sound_is_read_beside_the_faults() -> None:
    tree, faults = parse_yaml("a: 1\na: 2\n? [b]\n: {c: d}\ne: {f: g}\n", "a.yaml")
    assert tree is not None
    assert len(faults) == 2
    assert tree.data == {"a": 1, "e": {"f": "g"}}
    assert tree.places.value(("e", "f")) == Span(5, 8, 1)


def test_an_alias_bomb_is_stopped() -> None:
    """Nine aliases of nine aliases … would stand for 9^9 nodes."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert [code for code, _, _ in codes("\n".join(lines))] == ["aliases-too-many"]


def test_aliases_share_one_object_and_are_counted_once_each() -> None:
    data = read_yaml("a: &a {b: c}\nd: [" + "*a, " * (MOST_SHARED // 3) + "]", "a.yaml").data
    assert all(item is data["a"] for item in data["d"])


def test_more_faults_than_anybody_reads_end_the_reading() -> None:
    found = codes("a: 1\n" * 5_000)
    assert len(found) == MOST_FAULTS + 1
    assert sum(code == "faults-too-many" for code, _, _ in found) == 1


def test_an_unknown_alias_is_told_the_nearest_among_few_and_does_not_search_many() -> None:
    _, faults = parse_yaml("a: &party 1\nb: *pary", "a.yaml")
    assert faults[0].suggestion == "party"
    begun = time.monotonic()
    _, faults = parse_yaml("".join(f"- &name{n} x\n" for n in range(20_000)) + "- *nam\n" * 900, "a.yaml")
    assert {fault.suggestion for fault in faults} == {None}
    assert time.monotonic() - begun < 10


def test_fifty_megabytes_of_one_key_is_a_short_fault() -> None:
    begun = time.monotonic()
    _, faults = parse_yaml("k" * 50_000_000, "a.yaml")
    assert faults == ()  # one long text
    _, faults = parse_yaml("a: 1\n" + "k" * 50_000_000 + ": 1", "a.yaml")
    assert [fault.code for fault in faults] in (["colon-missing"], ["indentation-wrong"], ["colon-in-text"])
    assert len(faults[0].place.excerpt()) < 1_000
    assert time.monotonic() - begun < 60


PLACED = """\
idebur: 1
bodies: # comment
  partnership: &p
    kind: partnership
    seats: [{of: region}, !!str text, "it \\"is\\" so"]
    empty: {}
  other: *p
text: >-
  folded line
  goes on
literal: |
    first
    second
quoted: 'it''s
  here'
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("idebur",), Span(1, 1, 6), Span(1, 9, 1)),
        (("bodies",), Span(2, 1, 6), Span(3, 3, 15)),
        (("bodies", "partnership"), Span(3, 3, 11), Span(4, 5, 17)),
        (("bodies", "partnership", "seats", 0), Span(5, 13, 12), Span(5, 13, 12)),
        (("bodies", "partnership", "seats", 0, "of"), Span(5, 14, 2), Span(5, 18, 6)),
        (("bodies", "partnership", "seats", 1), Span(5, 33, 4), Span(5, 33, 4)),
        (("bodies", "partnership", "empty"), Span(6, 5, 5), Span(6, 12, 2)),
        (("bodies", "partnership", "missing"), Span(3, 3, 11), Span(3, 3, 11)),
        (("bodies", "partnership", "seats", 9), Span(5, 5, 5), Span(5, 5, 5)),
        (("bodies", "partnership", "kind", "x", "y"), Span(4, 5, 4), Span(4, 5, 4)),
        (("bodies", "other"), Span(7, 3, 5), Span(7, 10, 2)),
        (("bodies", "other", "kind"), Span(4, 5, 4), Span(4, 11, 11)),
        (("nothing",), Span(1, 1, 9), Span(1, 1, 9)),
    ],
)
def test_every_key_and_value_has_its_place(path: tuple[str | int, ...], key: Span, value: Span) -> None:
    places = read_yaml(PLACED, "a.yaml").places
    assert places.key(path) == key
    assert places.value(path) == value


@pytest.mark.parametrize(
    ("path", "offset", "length", "span"),
    [
        (("bodies", "partnership", "kind"), 3, 4, Span(4, 14, 4)),
        (("bodies", "partnership", "seats", 2), 4, 2, Span(5, 45, 2)),
        (("text",), 7, 4, Span(9, 10, 4)),
        (("text",), 12, 4, Span(10, 3, 4)),
        (("literal",), 6, 6, Span(13, 5, 6)),
        (("quoted",), 3, 1, Span(14, 14, 1)),
        (("quoted",), 5, 4, Span(15, 3, 4)),
        (("bodies", "other", "kind"), 3, 4, Span(4, 14, 4)),
        (("idebur",), 0, 1, Span(1, 9, 1)),
        (("bodies", "none"), 5, 1, Span(2, 1, 6)),
    ],
)
def test_a_character_of_a_text_has_its_place(path: tuple[str | int, ...], offset: int, length: int, span: Span) -> None:
    assert read_yaml(PLACED, "a.yaml").places.scalar_offset(path, offset, length) == span


@pytest.mark.parametrize(
    ("written", "offset", "column"),
    [
        ('"a\\nb"', 2, 8),
        ('"a\\x20b"', 2, 10),
        ('"a\\u00e5b"', 2, 12),
        ('"a\\\n  b"', 1, 3),
        ("plain", 99, 9),
        ("'x'", 99, 6),
    ],
)
def test_escapes_are_counted_as_written(written: str, offset: int, column: int) -> None:
    assert read_yaml(f"a: {written}", "a.yaml").places.scalar_offset(("a",), offset).column == column


def test_lines_beyond_the_file_are_empty() -> None:
    lines = read_yaml("a: b\n", "a.yaml").lines
    assert (lines.line(1), lines.line(3), len(lines)) == ("a: b", "", 2)
