"""An agreement's files put together as one tree of plain data, with the place of everything in them.

An agreement is one file, or a folder with ``agreement.yaml`` and its parts: a file named after a section
(``bodies.yaml``), the other states in ``versions/``, and tables of tenures (``tenures.csv``, or any CSV file beside the
file whose ``tenures:`` names it). Nothing outside the folder is ever opened, by no name and through no link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import define, evolve, field

from idebur.agreement import Agreement
from idebur.errors import Unreadable, nearest
from idebur.files.opening import brief, read_bytes
from idebur.files.positions import BOX
from idebur.files.positions import Places as FilePlaces
from idebur.files.remains import author_path, names_in
from idebur.files.tables import Row, Table, read_table
from idebur.files.yaml_reader import parse_yaml
from idebur.messages import Fault, Place, Span
from idebur.parties import Tenure
from idebur.visits import Path as ElementPath
from idebur.visits import fields_of, written_path

__all__ = ["HEAD", "Assembled", "PlacesOf", "agreement_files", "assemble", "found_words", "within"]

HEAD: Final = "agreement.yaml"
"""The file that makes a folder an agreement."""

_TABLE: Final = "tenures.csv"
_ENDINGS: Final = (".yaml", ".yml")
_IN_THE_HEAD: Final = frozenset({"idebur", "agreement", "language", "versions"})
"""The fields that can have no file of their own."""
_HEADS: Final = frozenset({"idebur", "agreement", "organisation"})
"""The fields by which a file says itself what it is."""
_SEVERAL: Final = frozenset({"scope", "cites"})
"""The columns whose cells hold several words, with spaces between them."""


@define(eq=False)
class PlacesOf:
    """Where each element and field stands, by its path: in which file, on which line, in which column.

    ``places[("bodies", "partnership")]`` is the place of the key, ``places.value(path)`` of what stands under it. What
    fills a file of its own stands where that file begins; a tenure from a table is its row, and its fields are cells.
    """

    _files: list[tuple[ElementPath, FilePlaces]] = field(factory=list)
    _rows: dict[ElementPath, tuple[Table, Row]] = field(factory=dict)

    def add(self, at: ElementPath, places: FilePlaces) -> None:
        """Take a file in whose content stands at *at*."""
        self._files.append((at, places))
        self._files.sort(key=lambda held: -len(held[0]))

    def add_row(self, at: ElementPath, table: Table, row: Row) -> None:
        """Take a row in, as the tenure at *at*."""
        self._rows[at] = (table, row)

    @property
    def files(self) -> tuple[str, ...]:
        """The files in which something stands."""
        tables = (table.lines.file for table, _ in self._rows.values())
        return tuple(dict.fromkeys([*(places.lines.file for _, places in self._files), *tables]))

    def file_of(self, path: ElementPath) -> str:
        """Name the file in which *path* stands."""
        return self[path].file

    def _row(self, path: ElementPath, offset: int | None = None, length: int = 1) -> Place | None:
        number = 2 if path[:1] == ("tenures",) else 4
        if path[:number] not in self._rows:
            return None
        table, row = self._rows[path[:number]]
        column = str(path[number]) if len(path) > number else None
        if column not in table.columns:
            return table.place(row)
        place = table.place(row, column)
        begin = place.column + (offset or 0)
        if offset is None or not place.source.startswith(row.cells.get(column, ""), place.column - 1):
            return place  # a cell in quotation marks is shown whole
        return evolve(place, span=Span(place.line, begin, length))

    def _file(self, path: ElementPath) -> tuple[FilePlaces, ElementPath]:
        return next((places, path[len(at) :]) for at, places in self._files if path[: len(at)] == at)

    def __getitem__(self, path: ElementPath) -> Place:
        """The place of the key at *path*; for a path that is not in the file, of the nearest thing above it."""
        row = self._row(path)
        if row is not None:
            return row
        places, rest = self._file(path)
        return places.lines.place(places.key(rest))

    def value(self, path: ElementPath, offset: int | None = None, length: int = 1) -> Place:
        """The place of the value at *path*, or of some characters of its text."""
        row = self._row(path, offset, length)
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
    lost: set[str] = field(factory=set)
    """The words in what is in a file and not in the data, such as a section that stands twice."""

    is_whole: bool = True
    """Whether every file that belongs to it could be read."""


def agreement_files(path: Path) -> Iterator[Path]:
    """Give the agreements at *path*: a file, a folder that is one, or those that a folder holds.

    A part of an agreement in a folder stands for the whole: tools that hand over the files that changed ask about it.

    Raises:
        Unreadable: the folder may not be read.
    """
    if not _is_folder(path):
        yield _whole_of(path)
        return
    if (path / HEAD).is_file():
        yield path
        return
    found = [
        inner
        for inner in _listing(path)
        if (inner.is_dir() and (inner / HEAD).is_file()) or (_is_yaml(inner) and inner.is_file())
    ]
    # Where none is meant to be one, the wrong folder was named, and what is wrong with each tells nobody anything.
    if any(inner.is_dir() or _claims_to_be_one(inner) for inner in found):
        yield from found


def _claims_to_be_one(file: Path) -> bool:
    """Whether a file has the head of an agreement, be the rest of it as broken as it may."""
    try:
        text = read_bytes(within(file.parent, file.name))
    except Unreadable:
        return True  # whoever opens it will say why it cannot be read
    heads = {found[1] for found in _HEAD_LINE.finditer(text.replace(b"\0", b""))}
    return b"agreement" in heads or (bool(heads) and b"organisation" not in heads)


_HEAD_LINE: Final = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?(idebur|agreement|organisation)["']?[ \t]*:""", re.MULTILINE)


def _whole_of(file: Path) -> Path:
    folder = file.parent.parent if file.parent.name == "versions" else file.parent
    is_part = file.parent.name == "versions" or file.stem in _sections() or file.suffix.lower() == ".csv"
    return folder / HEAD if is_part and (folder / HEAD).is_file() and not _has_a_head(file) else file


def assemble(path: Path) -> Assembled:
    """Read the file or folder at *path*.

    Raises:
        Unreadable: nothing of it can be read; faults of single parts are kept beside the data instead.
    """
    if path.name == HEAD and path.is_file():
        path = path.parent
    is_folder = _is_folder(path)
    if is_folder and not (path / HEAD).is_file():
        raise Unreadable((Fault("folder-without-agreement", Place(str(path)), params={"folder": str(path)}),))
    whole = _head(within(path, HEAD) if is_folder else path)
    if is_folder:
        _parts(path, whole)
    for at in ((), *(("versions", key) for key in _versions(whole))):
        _tables(at, whole, folder=path if is_folder and not at else None)
    return whole


def within(folder: Path, name: str) -> Path:
    """Give the path of the file *name* in *folder*, unless it leads out of it, by ``..`` or through a link.

    Raises:
        Unreadable: it does.
    """
    path = folder / name
    try:
        is_inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a link that leads to itself, a name that no file can have
        is_inside = False
    if not is_inside:
        raise Unreadable((Fault("file-outside", Place(str(path)), params={"file": name}),))
    return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no file can have; whoever opens it will say so
        return False


def _listing(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        params = {"file": str(folder), "reason": error.strerror}
        raise Unreadable((Fault("file-unreadable", Place(str(folder)), params=params),)) from None


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS


def _head(path: Path) -> Assembled:
    """Read the file that says what it all is."""
    whole = Assembled({}, PlacesOf())
    data = _file(path, (), whole)
    if not isinstance(data, dict):
        if whole.faults:
            raise Unreadable(tuple(whole.faults))
        raise Unreadable((Fault("mapping-expected", whole.places.value(()), params={"found": found_words(data)}),))
    whole.data = dict(data)  # what is put together is a copy: the places follow what stands in the file itself
    return whole


def _file(path: Path, at: ElementPath, whole: Assembled) -> Any:
    """Read a file whose content stands at *at*; its faults and places go into *whole*.

    Raises:
        Unreadable: nothing of it can be read.
    """
    tree, faults = parse_yaml(read_bytes(path), str(path))
    if tree is None:
        raise Unreadable(faults)
    whole.faults.extend(faults)
    whole.lost.update(_words_dropped(tree.places))
    whole.places.add(at, tree.places)
    return tree.data


def _words_dropped(places: FilePlaces) -> Iterator[str]:
    """Give every word under a key that the reader dropped, because it stands twice."""
    for key in places.dropped:
        for node in range(key, places.after(places.after(key))):
            if places.ends[node] < BOX:
                yield places.lines.text[places.starts[node] : places.ends[node]].strip("\"'")


def _parts(folder: Path, whole: Assembled) -> None:
    sections = _sections()
    for part in _listing(folder):
        if _is_yaml(part) and part.name != HEAD:
            if part.stem in sections:
                _take(part, (part.stem,), whole, folder)
            elif not _has_a_head(part):
                _not_a_part(part, nearest(part.stem, sorted(sections)), whole)
        elif part.suffix.lower() == ".csv" and part.name != _TABLE and nearest(part.name, [_TABLE]):
            named = whole.data.get("tenures")
            if part.name not in (named if isinstance(named, list) else [named]):
                _not_a_part(part, "tenures", whole)
    if (folder / "versions").is_dir():
        for part in filter(_is_yaml, _listing(folder / "versions")):
            _take(part, ("versions", part.stem), whole, folder)


def _has_a_head(part: Path) -> bool:
    """Tell whether a file says itself what it is, such as an organisation: then it only lies beside the agreement."""
    try:
        tree, _ = parse_yaml(read_bytes(within(part.parent, part.name)), str(part))
    except Unreadable:
        return False
    return tree is not None and isinstance(tree.data, dict) and not tree.data.keys().isdisjoint(_HEADS)


def _sections() -> frozenset[str]:
    """The sections that can have a file of their own."""
    return frozenset(spec.alias for spec in fields_of(Agreement).values()) - _IN_THE_HEAD


def _not_a_part(part: Path, guess: str | None, whole: Assembled) -> None:
    suggestion = f"{guess}{part.suffix}" if guess else None
    whole.faults.append(Fault("file-not-part", Place(str(part)), "", {"file": part.name}, suggestion))
    _lose(part, whole)


def _lose(part: Path, whole: Assembled) -> None:
    """Note the words of a file that is left out: what others refer to may stand there."""
    try:
        tree, _ = parse_yaml(read_bytes(within(part.parent, part.name)), str(part))
    except Unreadable:
        tree = None
    if tree is None:
        whole.is_whole = False
    else:
        whole.lost.update(names_in(tree.data))


def _take(part: Path, at: tuple[str, ...], whole: Assembled, folder: Path) -> None:
    """Put a part in its place in the whole; a broken part leaves the rest to be read."""
    inside = whole.data
    if len(at) > 1:
        inside = whole.data.get(at[0], {})
        if not isinstance(inside, dict):
            whole.is_whole = False
            return
        whole.data[at[0]] = inside = dict(inside)
    if at[-1] in inside:
        params = {"found": ".".join(at), "file": part.name, "first": str(whole.places[at])}
        whole.faults.append(Fault("section-twice", Place(str(part)), ".".join(at), params))
        _lose(part, whole)
        return
    try:
        inside[at[-1]] = _file(within(folder, str(part.relative_to(folder))), at, whole)
    except Unreadable as error:
        whole.faults.extend(error.faults)
        whole.is_whole = False


def _versions(whole: Assembled) -> tuple[str, ...]:
    versions = whole.data.get("versions")
    return tuple(key for key in versions if isinstance(versions[key], dict)) if isinstance(versions, dict) else ()


def _tables(at: ElementPath, whole: Assembled, folder: Path | None) -> None:
    """Replace the names of CSV files under ``tenures`` by their rows, and take ``tenures.csv`` of a folder in."""
    said: Any = whole.data
    for step in at:
        said = said[step]
    listed = said.get("tenures", [])
    listed = list(listed) if isinstance(listed, list) else [listed]
    path = (*at, "tenures")
    named = {
        name: whole.places.value(author_path((*path, number), whole.data))
        for number, name in enumerate(listed)
        if _is_table(name)
    }
    if folder is not None and (folder / _TABLE).is_file() and _TABLE not in listed:
        listed.append(_TABLE)
    elif not named:
        return
    kept = [one for one in listed if not _is_table(one)]
    rows: list[Any] = []
    beside = folder if folder is not None else Path(whole.places.file_of(path)).parent
    for name in filter(_is_table, listed):
        for table, row in _rows(beside, name, named.get(name), path, whole):
            whole.places.add_row((*path, len(kept) + len(rows)), table, row)
            rows.append({column: _cell(column, text) for column, text in row.cells.items()})
    _put(whole, path, [*kept, *rows])


def _put(whole: Assembled, path: ElementPath, items: list[Any]) -> None:
    """Put a list in the data, or nothing where it is empty; what is on the way is copied first."""
    inside: Any = whole.data
    for step in path[:-1]:
        copy = dict(inside[step])
        inside[step] = copy
        inside = copy
    inside.pop(path[-1], None)
    if items:
        inside[path[-1]] = items


def _is_table(said: Any) -> bool:
    return isinstance(said, str) and said.lower().endswith(".csv")


def _rows(
    folder: Path, name: str, place: Place | None, path: ElementPath, whole: Assembled
) -> Iterator[tuple[Table, Row]]:
    file = folder / name
    columns = tuple(spec.alias for spec in fields_of(Tenure).values())
    try:
        table = read_table(read_bytes(within(folder, name)), str(file), columns, ("who",))
    except Unreadable as error:
        whole.is_whole = False
        for fault in error.faults:
            # What keeps a file from being opened is shown where the file is named.
            opened = fault.code == "file-empty" or not fault.code.startswith("file-")
            if place is not None and not opened and not fault.place.source:
                whole.faults.append(evolve(fault, place=place, path=written_path(path)))
            else:
                whole.faults.append(fault)
        return
    for row in table.rows:
        yield table, row


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
            return {"sv": f"talet {brief(str(value))}", "en": f"the number {brief(str(value))}"}
        case str():
            return {"sv": f"”{brief(value)}”", "en": f'"{brief(value)}"'}
        case list():
            return {"sv": "en lista", "en": "a list"}
        case _:
            return {"sv": "en grupp av fält", "en": "a group of fields"}
