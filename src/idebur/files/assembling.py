"""An agreement's files put together as one tree of plain data, with the place of everything in them.

An agreement is one file, or a folder with ``agreement.yaml`` and its parts: a file named after a section
(``bodies.yaml``), the other states in ``versions/``, and tables of tenures (``tenures.csv``, or any CSV file
beside that ``tenures:`` names).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

from idebur.content import Content
from idebur.errors import Unreadable, nearest
from idebur.files.opening import read_bytes
from idebur.files.positions import Places as FilePlaces
from idebur.files.tables import Row, Table, read_table
from idebur.files.yaml_reader import parse_yaml
from idebur.messages import Fault, Place
from idebur.parties import Tenure
from idebur.visits import Path as ElementPath
from idebur.visits import fields_of

__all__ = ["HEAD", "Assembled", "PlacesOf", "agreement_files", "assemble"]

HEAD = "agreement.yaml"
"""The file that makes a folder an agreement."""

_ENDINGS = (".yaml", ".yml")
_SEVERAL = frozenset({"scope", "cites"})
"""The columns whose cells hold several words, with spaces between them."""


@define(eq=False)
class PlacesOf:
    """Where each element and field stands, by its path: in which file, on which line, in which column.

    ``places[("bodies", "partnership")]`` is the place of the key, ``places.value(path)`` of what stands under it.
    """

    _files: list[tuple[ElementPath, FilePlaces]] = field(factory=list)
    _rows: dict[int, tuple[Table, Row]] = field(factory=dict)

    @property
    def head(self) -> FilePlaces:
        """The places in the file that holds the whole."""
        return self._files[-1][1]

    def add(self, at: ElementPath, places: FilePlaces) -> None:
        """Take a file in whose content stands at *at*."""
        self._files.append((at, places))
        self._files.sort(key=lambda held: -len(held[0]))

    def add_row(self, number: int, table: Table, row: Row) -> None:
        """Take a row in, as tenure *number*."""
        self._rows[number] = (table, row)

    def _row(self, path: ElementPath) -> Place | None:
        if len(path) > 1 and path[0] == "tenures" and isinstance(path[1], int) and path[1] in self._rows:
            table, row = self._rows[path[1]]
            column = str(path[2]) if len(path) > 2 else None
            return table.place(row, column if column in table.columns else None)
        return None

    def _file(self, path: ElementPath) -> tuple[FilePlaces, ElementPath]:
        for at, places in self._files:
            if path[: len(at)] == at and (len(path) > len(at) or not at):
                return places, path[len(at) :]
            if path == at:
                return places, ()
        at, places = self._files[-1]
        return places, path[len(at) :]

    def __getitem__(self, path: ElementPath) -> Place:
        """The place of the key at *path*; for a path that is not in the file, of the nearest thing above it."""
        row = self._row(path)
        if row is not None:
            return row
        places, rest = self._file(path)
        return places.lines.place(places.key(rest))

    def value(self, path: ElementPath, offset: int | None = None, length: int = 1) -> Place:
        """The place of the value at *path*, or of some characters of its text."""
        row = self._row(path)
        if row is not None:
            return row
        places, rest = self._file(path)
        span = places.value(rest) if offset is None else places.scalar_offset(rest, offset, length)
        return places.lines.place(span)


@define(eq=False)
class Assembled:
    """The plain data of one agreement or organisation, its places, and the faults met on the way."""

    data: dict[str, Any]
    places: PlacesOf
    faults: list[Fault] = field(factory=list)
    file: str = ""


def agreement_files(path: Path) -> Iterator[Path]:
    """Give the agreements at *path*: a file, a folder that is one, or those that a folder holds."""
    if not path.is_dir() or (path / HEAD).is_file():
        yield path
        return
    for inner in sorted(path.iterdir()):
        if (inner.is_dir() and (inner / HEAD).is_file()) or (inner.suffix in _ENDINGS and inner.is_file()):
            yield inner


def assemble(path: Path) -> Assembled:
    """Read the file or folder at *path*.

    Raises:
        Unreadable: nothing of it can be read; faults of single parts are kept beside the data instead.
    """
    if path.name == HEAD:
        path = path.parent
    if path.is_dir():
        if not (path / HEAD).is_file():
            raise Unreadable((Fault("folder-without-agreement", Place(str(path)), params={"folder": str(path)}),))
        whole = _file(path / HEAD)
        _parts(path, whole)
    else:
        whole = _file(path)
    _tables(path if path.is_dir() else path.parent, whole, alone=not path.is_dir())
    return whole


def _file(path: Path) -> Assembled:
    tree, faults = parse_yaml(read_bytes(path), str(path))
    if tree is None:
        raise Unreadable(faults)
    places = PlacesOf()
    places.add((), tree.places)
    if not isinstance(tree.data, dict):
        place = places.value(())
        raise Unreadable((*faults, Fault("mapping-expected", place, params={"found": found_words(tree.data)})))
    return Assembled(tree.data, places, list(faults), str(path))


def _parts(folder: Path, whole: Assembled) -> None:
    sections = {name.replace("_", "-") for name in Content.model_fields}
    for part in sorted(folder.iterdir()):
        if part.suffix in _ENDINGS and part.name != HEAD:
            if part.stem not in sections:
                guess = nearest(part.stem, sorted(sections))
                place = Place(str(part))
                suggestion = f"{guess}.yaml" if guess else None
                whole.faults.append(Fault("file-not-part", place, params={"file": part.name}, suggestion=suggestion))
                continue
            _take(part, (part.stem,), whole)
    for part in sorted((folder / "versions").glob("*")) if (folder / "versions").is_dir() else ():
        if part.suffix in _ENDINGS:
            whole.data.setdefault("versions", {})
            if isinstance(whole.data["versions"], dict):
                _take(part, ("versions", part.stem), whole)


def _take(part: Path, at: tuple[str, ...], whole: Assembled) -> None:
    """Put a part in its place in the whole; a broken part leaves the rest to be read."""
    try:
        read = _file(part)
    except Unreadable as error:
        whole.faults.extend(error.faults)
        return
    whole.faults.extend(read.faults)
    inside: dict[str, Any] = whole.data
    for step in at[:-1]:
        inside = inside[step]
    if at[-1] in inside:
        first = whole.places[at]
        params = {"found": at[-1], "file": part.name, "first": str(first)}
        whole.faults.append(Fault("section-twice", read.places[()], ".".join(at), params))
        return
    inside[at[-1]] = read.data
    whole.places.add(at, read.places.head)


def _is_table(said: Any) -> bool:
    """Whether it names a CSV file in the same folder: never one outside it."""
    return isinstance(said, str) and said.endswith(".csv") and Path(said).name == said


def _tables(folder: Path, whole: Assembled, *, alone: bool) -> None:
    """Replace the names of CSV files under ``tenures`` by their rows, and take ``tenures.csv`` of a folder in."""
    said = whole.data.get("tenures", [])
    listed = list(said) if isinstance(said, list) else [said]
    if not alone and (folder / "tenures.csv").is_file() and "tenures.csv" not in listed:
        listed.append("tenures.csv")
    if not any(map(_is_table, listed)):
        return
    rows: list[Any] = []
    kept: list[Any] = [one for one in listed if not _is_table(one)]
    columns = tuple(spec.alias for spec in fields_of(Tenure).values())
    for name in filter(_is_table, listed):
        try:
            table = read_table(read_bytes(folder / name), str(folder / name), columns, ("who",))
        except Unreadable as error:
            whole.faults.extend(error.faults)
            continue
        for row in table.rows:
            whole.places.add_row(len(kept) + len(rows), table, row)
            rows.append({column: _cell(column, text) for column, text in row.cells.items()})
    whole.data["tenures"] = [*kept, *rows]


def _cell(column: str, text: str) -> Any:
    return text.split() if column in _SEVERAL else text


def found_words(value: Any) -> Mapping[str, str]:
    """Say in words what stands in a file, in each language: for messages."""
    match value:
        case None:
            return {"sv": "ingenting", "en": "nothing"}
        case bool():
            return {"sv": str(value).lower(), "en": str(value).lower()}
        case int() | float():
            return {"sv": f"talet {value}", "en": f"the number {value}"}
        case str():
            short = value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
            return {"sv": f"”{short}”", "en": f'"{short}"'}
        case list():
            return {"sv": "en lista", "en": "a list"}
        case _:
            return {"sv": "en grupp av fält", "en": "a group of fields"}


_LONGEST_SHOWN = 60
