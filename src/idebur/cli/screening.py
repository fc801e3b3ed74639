"""``idebur screen``: every row of a register answered by the rules for joining."""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from idebur.answers import Answer
from idebur.cli.languages import of_messages
from idebur.cli.leaving import UNREADABLE, USAGE, Leaving, show
from idebur.cli.lightening import settle
from idebur.errors import Unreadable
from idebur.files import read_all
from idebur.messages import Lang
from idebur.messages.command import phrase
from idebur.messages.registers import grouped, of_cases, of_rows

if TYPE_CHECKING:
    from idebur.screening import Screened

__all__ = ["screen"]

_ANSWERS = (Answer.YES, Answer.NO, Answer.UNKNOWN)
_MOST = 5
_CLEAR_LINE = "\r\x1b[K"


def screen(
    register: str,
    agreements: Sequence[str],
    map_: str,
    target: str,
    *,
    engine: str,
    table: str | None,
    brief: bool,
    lang: str | None,
) -> None:
    """Screen, and print what came of it.

    Raises:
        Leaving: something cannot be read or written, or is not installed.
    """
    from idebur.screening.engines import EngineMissing, EngineStopped
    from idebur.screening.targets import TargetRefused

    spoken = of_messages(lang)
    try:
        found = _screened(register, agreements, map_, target, engine, table, spoken, brief=brief)
    except Unreadable as error:
        raise Leaving(UNREADABLE, "\n\n".join(fault.told(spoken) for fault in error.faults)) from None
    except EngineMissing as missing:
        raise Leaving(USAGE, phrase("engine-missing", spoken, engine=missing.engine, extra=missing.extra)) from None
    except EngineStopped as stopped:
        said = phrase(f"engine-stopped-{stopped.engine}", spoken, reason=stopped.reason)
        raise Leaving(UNREADABLE, said) from None
    except TargetRefused as no:
        raise Leaving(UNREADABLE, phrase(no.reason, spoken, path=no.path)) from None
    except OSError as error:
        raise _not_written(error, target, spoken) from None
    _print(found, engine, spoken)


def _screened(
    register: str,
    agreements: Sequence[str],
    map_: str,
    target: str,
    engine: str,
    table: str | None,
    lang: Lang,
    *,
    brief: bool,
) -> Screened:
    from idebur.screening import Question, load_map, screen

    readings = read_all(*agreements)
    questions = [Question.joining(reading.agreement) for reading in readings]
    kept = [file for reading in readings for file in reading.places.files]

    def progress(stage: str, number: int) -> None:
        if stage == "written":
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)
        else:
            print(_CLEAR_LINE, phrase(f"stage-{stage}", lang, n=grouped(number)), end="", file=sys.stderr, flush=True)

    settle()
    watched = progress if sys.stderr is not None and sys.stderr.isatty() else None
    try:
        return screen(
            register,
            questions,
            load_map(map_),
            target,
            engine_name=engine,
            table=table,
            brief=brief,
            kept=kept,
            progress=watched,
        )
    except BaseException:
        if watched is not None:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)
        raise


def _not_written(error: OSError, target: str, lang: Lang) -> Leaving:
    path = str(error.filename or target)
    if error.errno == errno.EEXIST:
        return Leaving(USAGE, phrase("register-is-result", lang, path=path))
    if error.errno == errno.ENOENT:
        return Leaving(UNREADABLE, phrase("folder-missing", lang, folder=path))
    return Leaving(UNREADABLE, phrase("not-written", lang, path=target, reason=error.strerror or str(error)))


def _print(screened: Screened, engine: str, lang: Lang) -> None:
    from idebur.screening.running import PARTS

    rows, cases = of_rows(screened.rows)[lang], of_cases(screened.combinations)[lang]
    said = [phrase("screened-rows", lang, rows=rows, cases=cases), ""]
    heads = [phrase("screened-agreement", lang), *(phrase(f"screened-{answer.value}", lang) for answer in _ANSWERS)]
    lines = [[one.key, *(grouped(one.answers.get(answer, 0)) for answer in _ANSWERS)] for one in screened.tallies]
    said += _table([heads, *lines])
    for tally in screened.tallies:
        said += _most("screened-failed", tally.key, tally.failed, lang)
        said += _most("screened-missing", tally.key, tally.unknown, lang)
    said += ["", phrase("screened-to", lang, result=screened.result, reasons=screened.reasons)]
    if engine in PARTS:
        said.append(phrase("screened-parts", lang))
    show("\n".join(said))


def _table(lines: Sequence[Sequence[str]]) -> list[str]:
    """The first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(
            [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        )
        for line in lines
    ]


def _most(name: str, key: str, counts: Mapping[str, int], lang: Lang) -> list[str]:
    if not counts:
        return []
    most = [(grouped(rows), what) for what, rows in islice(counts.items(), _MOST)]
    width = max(len(rows) for rows, _ in most)
    return ["", phrase(name, lang, key=key), *(f"  {rows:>{width}}  {what}" for rows, what in most)]
