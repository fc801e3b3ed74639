"""Registers to measure with: any number of organisations, the same for the same seed, as Parquet or CSV.

Run it to make one: ``python benchmarks/registers.py 10000000 register.parquet --seed 1``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

__all__ = ["MAP", "make_register"]

MAP = """\
idebur: 1
map: made-up
id: id
facts:
  sector: {column: sector, codes: {C: civil-society, P: public, A: academia, B: business}}
  democratic: {column: democratic, codes: {J: true, N: false}}
  independent: {column: independent}
  scope:
    column: scale
    codes: {L: local, R: regional, N: national, I: international, NI: [national, international]}
  members: {column: members}
  founded: {column: founded}
"""
"""The map that goes with it."""


def make_register(rows: int, target: Path, *, seed: int = 1, memory: str = "600MB") -> None:
    """Write a register of *rows* organisations, about one cell in ten of it not known.

    Each cell is told from a hash of the seed, the row and the column, so that it does not depend on the order in which
    rows are made, nor on how many there are.
    """
    import duckdb

    def drawn(column: str) -> str:
        return f"CAST(hash({seed}, i, '{column}') % 1000000 AS INT)"

    def unless_missing(column: str, value: str) -> str:
        return f"CASE WHEN hash({seed}, i, '{column} missing') % 10 > 0 THEN {value} END AS {column}"

    def code(column: str, *codes: str) -> str:
        listed = ", ".join(f"'{one}'" for one in codes)
        return unless_missing(column, f"[{listed}][1 + {drawn(column)} % {len(codes)}]")

    cells = ", ".join(
        [
            "i AS id",
            code("sector", "C", "C", "C", "C", "P", "A", "B"),
            code("democratic", "J", "J", "N"),
            unless_missing("independent", f"{drawn('independent')} % 4 > 0"),
            code("scale", "L", "L", "L", "R", "N", "I", "NI"),
            unless_missing("members", f"CAST(exp({drawn('members')} / 100000.0) AS INT)"),
            unless_missing("founded", f"DATE '1850-01-01' + CAST({drawn('founded')} % 63000 AS INT)"),
        ]
    )
    kind = "csv, header" if target.suffix == ".csv" else "parquet"
    with duckdb.connect(config={"memory_limit": memory, "preserve_insertion_order": False}) as db:
        quoted = str(target).replace("'", "''")
        db.execute(f"COPY (SELECT {cells} FROM range({rows}) made(i)) TO '{quoted}' (FORMAT {kind})")


def main() -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("target", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    make_register(given.rows, given.target, seed=given.seed)


if __name__ == "__main__":
    main()
