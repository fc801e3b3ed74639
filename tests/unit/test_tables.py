from __future__ import annotations

import csv

import pytest

from idebur.errors import Unreadable
from idebur.files.tables import read_table
from idebur.messages import Span

KNOWN = ("party", "since", "until", "note")


def rows(source: bytes | str) -> list[dict[str, str]]:
    return [row.cells for row in read_table(source, "t.csv", KNOWN, ("party",)).rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_mark_and_line_end_say_the_same(separator: str, mark: bytes, end: str) -> None:
    lines = [
        ["party", "since", "note"],
        ["röda-korset", "2018", f'"a{separator} b"'],
        ["", "", ""],
        ["x", "", '"a ""b"""'],
    ]
    source = mark + end.join(separator.join(line) for line in lines).encode()
    assert rows(source) == [
        {"party": "röda-korset", "since": "2018", "note": f"a{separator} b"},
        {"party": "x", "note": 'a "b"'},
    ]


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("party\nx\n", [{"party": "x"}]),
        ("party;since;;\nx;1;;\n;;;\n\n", [{"party": "x", "since": "1"}]),
        ("\n;;\nparty,since\nx,1", [{"party": "x", "since": "1"}]),
        ('"party";"note"\nx;"one\n two"\ny;', [{"party": "x", "note": "one\n two"}, {"party": "y"}]),
        ('party, note\n x , "a, b"\n', [{"party": "x", "note": "a, b"}]),
        ('party;note\nx;1,5 "or" so', [{"party": "x", "note": '1,5 "or" so'}]),
        ("party,since\n", []),
    ],
)
def test_rows_come_without_empty_cells(source: str, meant: list[dict[str, str]]) -> None:
    assert rows(source) == meant


def test_every_cell_has_its_place_also_after_a_line_break_in_a_cell() -> None:
    table = read_table('party;note;since\nx;"one\ntwo; ""three""";  2018 \ny;;2019\n', "t.csv", KNOWN)
    first, second = table.rows
    assert [row.number for row in table.rows] == [2, 4]
    assert [first.span(column) for column in table.columns] == [Span(2, 1, 1), Span(2, 3, 4), Span(3, 19, 4)]
    assert [second.span(column) for column in table.columns] == [Span(4, 1, 1), Span(4, 3, 1), Span(4, 4, 4)]
    assert (first.span(), second.span()) == (Span(2, 1, 6), Span(4, 1, 7))
    assert table.place(second, "since").source == "y;;2019"
    assert str(table.place(second)) == "t.csv:4:1"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"", [("file-empty", 1, 1)]),
        (b"\n ;; \n", [("file-empty", 1, 1)]),
        (b"since\n1\n", [("column-missing", 1, 1)]),
        (
            b"party,sinse,party\nx,1,2,3\ny\n",
            [("column-unknown", 1, 7), ("column-twice", 1, 13), ("row-too-long", 2, 7), ("row-too-short", 3, 1)],
        ),
        (b"party;;since\nx;1;2\n", [("column-unnamed", 1, 7)]),
        (b'party,since\nx,"q"z\ny,1,\n"z,1\nq,2', [("cell-quotes", 2, 3), ("cell-quotes", 4, 1)]),
        (b'party,note\nx,"one\ntwo"y\nz,1,2', [("cell-quotes", 2, 3), ("row-too-long", 4, 5)]),
        (b'party,"note\nx,1', [("cell-quotes", 1, 7)]),
        (b"party,note\nx,1,,\nx,1,,2", [("row-too-long", 3, 5)]),
        (b"party,note\nx,a\x00b", [("character-not-allowed", 2, 4)]),
        ("party\nröda-korset".encode("cp1252"), [("encoding-windows", 2, 2)]),
        ("party\nx".encode("utf-16"), [("encoding-wide", 1, 1)]),
    ],
)
def test_every_fault_is_told_at_once_with_row_and_column(source: bytes, expected: list[tuple[str, int, int]]) -> None:
    with pytest.raises(Unreadable) as caught:
        read_table(source, "t.csv", KNOWN, ("party",))
    assert [(fault.code, fault.place.line, fault.place.column) for fault in caught.value.faults] == expected


def test_a_misspelt_column_is_told_the_nearest() -> None:
    with pytest.raises(Unreadable) as caught:
        read_table("party,sinse\n", "t.csv", KNOWN)
    assert caught.value.faults[0].suggestion == "since"


def test_a_cell_longer_than_the_table_format_allows_is_a_fault() -> None:
    with pytest.raises(Unreadable) as caught:
        read_table("party,note\nx,1\ny," + "z" * (csv.field_size_limit() + 1) + "\nw,2,3", "t.csv", KNOWN)
    assert [(fault.code, fault.place.line) for fault in caught.value.faults] == [
        ("cell-too-long", 3),
        ("row-too-long", 4),
    ]
    assert caught.value.faults[0].params["column"] == "note"


def test_a_fault_in_a_cell_without_a_column_names_its_number() -> None:
    with pytest.raises(Unreadable) as caught:
        read_table('party\nx,"y"z\n', "t.csv", KNOWN)
    assert caught.value.faults[0].params["column"] == "2"
