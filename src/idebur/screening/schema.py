"""The JSON Schema of a map, by which an editor completes and underlines one; made as that of agreements is."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from idebur.files.schema import laid_out, schema_of
from idebur.screening.mapping import Map

__all__ = ["MAP_SCHEMA_FILE", "map_schema", "map_schema_text", "shipped_map_schema"]

MAP_SCHEMA_FILE: Final = "idebur-map-1.schema.json"
"""The schema of a map that comes with idebur, beside this module; the number is the version of the file format."""


def map_schema() -> dict[str, Any]:
    """Generate the schema of a map."""
    return schema_of(Map, "A map from the columns of a register to facts: idebur, file format 1.")


def map_schema_text() -> str:
    """The schema as it is kept in a file."""
    return laid_out(map_schema()) + "\n"


def shipped_map_schema() -> str:
    """The text of the schema that comes with idebur: the same as ``map_schema_text()``, and needs no source code."""
    return files("idebur.screening").joinpath(MAP_SCHEMA_FILE).read_text(encoding="utf-8")


if __name__ == "__main__":  # pragma: no cover - a test holds that what it writes is up to date
    Path(__file__).with_name(MAP_SCHEMA_FILE).write_text(map_schema_text(), encoding="utf-8")
