"""Two tables, of nodes and of edges, as CSV or Parquet.

The first columns are ``id``, or ``source``, ``target`` and (where there can be parallel edges) ``key``; then one column
for each attribute, empty where nothing is said.

CSV is that of RFC 4180, in UTF-8 without a byte order mark. It has no types: a reader that guesses takes the text 0114
for a number, so give it the types, or take Parquet. Cells are written as they are. A cell that begins with ``=``,
``+``, ``-`` or ``@`` is run as a formula by a spreadsheet that opens the file by a double click; import the file with
all columns as text if you do not trust who wrote the agreement. (An apostrophe before such cells would change the data
for every other reader.)

Parquet has types, and the attributes of the graph as a whole in its metadata, as JSON under the key ``graph``.

Source: Y. Shafranovich, RFC 4180, 2005; OWASP, "CSV Injection"; Apache Parquet.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

from idebur.errors import MissingExtra
from idebur.exports.networks.node_link import in_json
from idebur.exports.networks.plain import Network, Plain, attribute_types, of_type, plain

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PARTS", "Part", "csv_text", "parquet_bytes"]

Part = Literal["nodes", "edges"]
PARTS: Final[tuple[Part, ...]] = ("nodes", "edges")


def csv_text(graph: nx.Graph[Any], part: Part) -> str:
    """Write the table of the nodes or of the edges of *graph* as CSV.

    Raises:
        Unwritable: an attribute is no plain value.
    """
    types, rows = _table(plain(graph), part)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(types)
    for row in rows:
        writer.writerow([_cell(row[name], kind) if name in row else "" for name, kind in types.items()])
    return stream.getvalue()


def parquet_bytes(graph: nx.Graph[Any], part: Part) -> bytes:
    """Write the table of the nodes or of the edges of *graph* as Parquet.

    Raises:
        MissingExtra: pyarrow is not installed.
        Unwritable: an attribute is no plain value.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingExtra("pyarrow", "tables") from None

    network = plain(graph)
    types, rows = _table(network, part)
    arrow = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    columns = [
        pa.array([of_type(row[name], kind) if name in row else None for row in rows], arrow[kind])
        for name, kind in types.items()
    ]
    about = json.dumps(in_json(network.data), ensure_ascii=False)
    schema = pa.schema([(name, arrow[kind]) for name, kind in types.items()], {"graph": about})
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), sink)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def _table(network: Network, part: Part) -> tuple[dict[str, type[Plain]], list[Mapping[str, Plain]]]:
    """The columns of a table with their types, and its rows."""
    rows: list[Mapping[str, Plain]]
    if part == "nodes":
        first = ["id"]
        rows = [{"id": node.id, **node.data} for node in network.nodes]
    else:
        first = ["source", "target", "key"] if network.parallel else ["source", "target"]
        rows = [
            {"source": edge.source, "target": edge.target}
            | ({} if edge.key is None else {"key": edge.key})
            | dict(edge.data)
            for edge in network.edges
        ]
    return dict.fromkeys(first, str) | attribute_types(rows), rows


def _cell(value: Plain, kind: type[Plain]) -> str:
    shown = of_type(value, kind)
    if isinstance(shown, bool):
        return "true" if shown else "false"
    return repr(shown) if isinstance(shown, float) else str(shown)
