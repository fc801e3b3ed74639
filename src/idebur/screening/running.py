"""A register screened: its distinct combinations judged, and every row given the verdict on its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from idebur.errors import Unreadable
from idebur.files.assembling import PlacesOf
from idebur.files.opening import brief
from idebur.messages import Fault, Lang
from idebur.messages.registers import of_rows
from idebur.screening.binding import Binding
from idebur.screening.engines import ENGINES, Cells, Engine, engine
from idebur.screening.facts import Coded, Reader
from idebur.screening.judged import Astray, Judged, Tally, judged
from idebur.screening.keys import ASTRAY, Key, Raw
from idebur.screening.mapping import Map
from idebur.screening.questions import Question
from idebur.screening.reasons import reasons
from idebur.screening.registers import refused
from idebur.screening.targets import beside, followed, placed, require_parquet, require_target, working

__all__ = ["MOST", "Screened", "screen"]

MOST: Final = 50_000
"""With more combinations than this, columns of text are told apart only by what the rules ask of them."""

_MOST_EXAMPLES: Final = 3
_MOST_FAULTS: Final = 20
_MOST_LOOKED_AT: Final = 10_000
"""So many rows with cells astray are counted by their cells."""


@frozen
class Screened:
    """What came of it: the files that were written, and how the rows were answered."""

    result: Path
    """A row for each row of the register: ``id``, ``combination``, and for each question ``KEY_answer``,
    ``KEY_failed`` and ``KEY_unknown``. Spark makes it a folder of parts."""

    reasons: Path
    """A row for each combination and question, with the reasons in words; joined by ``combination``."""

    rows: int
    combinations: int
    tallies: tuple[Tally, ...]


def screen(
    register: str | os.PathLike[str],
    questions: Sequence[Question],
    how: Map | tuple[Map, PlacesOf],
    to: str | os.PathLike[str],
    *,
    engine_name: str = "duckdb",
    table: str | None = None,
    brief: bool = False,
    kept: Sequence[str | os.PathLike[str]] = (),
    progress: Callable[[str, int], None] | None = None,
) -> Screened:
    """Judge every row of *register* by every one of *questions*, and write the answers to *to*.

    *how* maps columns to facts; given with its places (:func:`~idebur.screening.mapping.load_map`), faults are told at
    their place. *table* names the table of a database. With *brief*, what failed and what is not known is written only
    beside, for each combination, and not again in every row. *kept* names files, such as those of the agreements, that
    the result is not to replace, as it does not replace the register and the map. *progress* is told each stage as it
    begins, with a number: of rows or combinations, or 0.

    The result and the reasons beside it (``OUT.reasons.parquet``) are written aside, and take their places only when
    both are whole. A file that is there is replaced, through a symbolic link what it leads to, and a folder if it is a
    result that idebur wrote.

    Raises:
        Unreadable: the register or the map cannot be read, or does not go with the other or with the rules.
        EngineMissing: the engine is not installed; ``EngineStopped`` where it is, and does not start.
        OSError: the result cannot be written; ``FileExistsError`` where it would replace what is read, and
            ``TargetRefused`` where something stands there that is no result, or its name ends as that of no Parquet.
    """
    source, target = Path(register), Path(to)
    tell = progress or _silent
    map_, places = how if isinstance(how, tuple) else (how, None)
    binding = Binding(map_, questions, places)
    opening = engine(engine_name)
    read = [source, *map(Path, kept), *([] if places is None else [Path(places.file_of(()))])]
    require_target(target, read)
    aside = beside(target)
    require_target(aside, read)
    require_parquet(target)
    result, told = followed(target), followed(aside)
    with working(result) as work, working(told) as work_aside:
        tell("reading", 0)
        opened = opening(source, table, work)
        try:
            found = _screened(opened, binding, source, tell)
            tell("writing", sum(found.rows))
            opened.write(map_.id, _cells(found, brief=brief), work / "result.parquet")
            opened.write_table(reasons(found), work_aside / "reasons.parquet")
        finally:
            opened.close()
        placed(work_aside / "reasons.parquet", told, work_aside)
        placed(work / "result.parquet", result, work)
    tell("written", sum(found.rows))
    return Screened(target, aside, sum(found.rows), len(found.outcomes), tuple(found.tallies()))


def _screened(opened: Engine, binding: Binding, source: Path, tell: Callable[[str, int], None]) -> Judged:
    wanted = binding.columns(opened.columns(), str(source))
    fields = opened.prepare(wanted)
    tell("distinguishing", 0)
    readers = binding.readers(fields)
    combinations = opened.combinations(_keys(readers), MOST)
    if combinations is None:
        readers = binding.readers(fields, many=[one.fact for one in readers if isinstance(one, Coded)])
        combinations = opened.combinations(_keys(readers), None) or ()
    if not combinations:
        raise refused("register-empty", source)
    tell("judging", len(combinations))
    found = judged(binding.questions, readers, combinations)
    if not isinstance(found, Judged):
        raise Unreadable(tuple(_astray(found, opened, binding)))
    return found


def _silent(stage: str, number: int) -> None:
    """Tell nobody."""


def _keys(readers: Sequence[Reader]) -> list[Key]:
    return [key for reader in readers for key in reader.keys]


def _astray(found: Sequence[Astray], opened: Engine, binding: Binding) -> Iterator[Fault]:
    """One fault a fact, in the order of the map: on how many rows, and the cells that stand there most often."""
    by_fact: dict[str, list[Astray]] = {}
    for one in found:
        by_fact.setdefault(one.reader.fact, []).append(one)
    for fact in [name for name in binding.map.facts if name in by_fact][:_MOST_FAULTS]:
        several = sorted(by_fact[fact], key=lambda one: (-one.rows, str(one.parts)))
        rows = sum(one.rows for one in several)
        cells: dict[str, _Cell] = {}
        for one in several[:_MOST_EXAMPLES]:
            place = next((at for at, part in enumerate(one.parts) if part == ASTRAY), 0)
            key = one.reader.keys[place]
            raw = isinstance(key, Raw)
            for id_, cell in opened.examples(key, one.parts[place], binding.map.id, 1 if raw else _MOST_LOOKED_AT):
                known = cells.get(str(cell), _Cell(str(id_), 0))
                number = one.rows if raw else known.rows + 1
                cells[str(cell)] = _Cell(min(known.id, str(id_)), number)
        counted = sum(one.rows for one in cells.values()) <= rows <= _MOST_LOOKED_AT or isinstance(
            several[0].reader.keys[0], Raw
        )
        most = sorted(cells.items(), key=lambda named: (-named[1].rows, named[0]))
        params = {
            "column": several[0].reader.keys[0].column,
            "fact": fact,
            "rows": of_rows(rows),
            "examples": tuple(_example(cell, one, binding.map.id, counted) for cell, one in most[:_MOST_EXAMPLES]),
        }
        yield binding.fault("register-cells-astray", ("facts", fact), params)


@frozen
class _Cell:
    id: str
    rows: int


def _example(cell: str, found: _Cell, id_: str, counted: bool) -> Mapping[Lang, str]:
    rows = of_rows(found.rows)
    told: dict[Lang, str] = {}
    for lang, mark in _MARKS.items():
        where = f"{id_} {brief(found.id, 40)}"
        told[lang] = (
            f"{mark.format(brief(cell, 40))} ({f'{rows[lang]}, ' if counted else ''}{_FOR_INSTANCE[lang]} {where})"
        )
    return told


_MARKS: Final[Mapping[Lang, str]] = {"sv": "”{}”", "en": '"{}"'}
_FOR_INSTANCE: Final[Mapping[Lang, str]] = {"sv": "till exempel", "en": "such as"}


def _cells(found: Judged, *, brief: bool) -> Cells:
    """What each combination of keys gives its rows."""
    cells: dict[str, Any] = {"combination": found.places}
    for place, question in enumerate(found.questions):
        outcomes = [found.outcomes[number][place] for number in found.places]
        cells[f"{question.key}_answer"] = [outcome.verdict.answer.value for outcome in outcomes]
        if brief:
            continue
        cells[f"{question.key}_failed"] = ["; ".join(outcome.failed) for outcome in outcomes]
        cells[f"{question.key}_unknown"] = ["; ".join(outcome.unknown) for outcome in outcomes]
    return cells


PARTS: Final = frozenset(name for name, known in ENGINES.items() if known.parts)
"""The engines whose result is a folder of parts."""
