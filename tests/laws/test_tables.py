from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from idebur.errors import Unreadable
from idebur.files.tables import read_table
from idebur.messages import Fault

CELLS = st.text(st.sampled_from(list('ab ,;\t"\nåö0')), max_size=8)


@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6),
    separator=st.sampled_from([",", ";", "\t"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_a_spreadsheet_writes_is_read(rows: list[list[str]], separator: str, quoting: int) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([["party", "since", "note"], *rows])
    # The standard writer leaves a cell such as ` "a"` bare, so that its white space hides the quotation mark.
    if quoting == csv.QUOTE_MINIMAL and any(cell.startswith(" ") for row in rows for cell in row):
        return
    table = read_table(stream.getvalue().encode(), "t.csv", ("party", "since", "note"))
    expected = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    assert [[row.cells.get(column, "") for column in table.columns] for row in table.rows] == expected
    for row in table.rows:
        for column, cell in row.cells.items():
            span = row.span(column)
            written = table.lines.line(span.line)[span.column - 1 :]
            assert written.lstrip().startswith(('"', cell[0]))


@given(source=st.one_of(st.binary(max_size=80), st.text(st.sampled_from(list('ab,;\t"\n\r \x00\u2028')), max_size=40)))
def test_any_bytes_are_a_table_or_faults_within_the_file(source: bytes | str) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        table = read_table(source, "t.csv", ("a", "b"), ("a",))
    except Unreadable as error:
        faults = error.faults
    else:
        for row in table.rows:
            for column in table.columns:
                assert row.span(column).line <= len(table.lines)
        return
    assert faults
    for fault in faults:
        assert 1 <= fault.place.column <= len(fault.place.source) + 1
