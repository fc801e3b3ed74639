"""Where a result goes: what may stand there before, and how all of it takes its place at once."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from attrs import define

from idebur.errors import IdeburError
from idebur.messages.command import phrase

__all__ = ["MARK", "TargetRefused", "beside", "followed", "placed", "require_parquet", "require_target", "working"]

MARK: Final = "_idebur"
"""Stands in a folder of parts that idebur wrote: such a one it replaces. Readers of Parquet pass over the name."""

_OTHER_FORMATS: Final = frozenset(
    {
        *(".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".html", ".md", ".gz", ".zip"),
        *(".xlsx", ".xls", ".ods", ".duckdb", ".ddb", ".db", ".sqlite", ".sqlite3", ".arrow", ".feather", ".avro"),
    }
)


@define(eq=False)
class TargetRefused(IdeburError, OSError):
    """The result is not written where it was to go; *reason* is the name of the phrase that says why."""

    reason: str
    path: str

    def __str__(self) -> str:
        return phrase(self.reason, "en", path=self.path)


def beside(target: Path) -> Path:
    """Where the reasons stand that go with the result in *target*."""
    return target.with_name(f"{target.stem}.reasons{target.suffix or '.parquet'}")


def followed(target: Path) -> Path:
    """The file or folder that *target* names through symbolic links: what they lead to is replaced, and not they.

    Raises:
        OSError: they lead in a circle.
    """
    if not target.is_symlink():
        return target
    try:
        found = target.resolve()
    except RuntimeError:  # before Python 3.13
        found = target
    if found.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))
    return found


def require_target(target: Path, read: Sequence[Path]) -> None:
    """Refuse a target that is something else than a result, or would replace any of what is *read*.

    Raises:
        TargetRefused: it is a folder that idebur did not write, or no regular file.
        OSError: it cannot be; ``FileExistsError`` where it would replace what is read.
    """
    real = followed(target)
    if not real.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(real.parent))
    if real.is_dir() and not _is_result(real):
        raise TargetRefused("target-is-folder", str(target))
    if any(_replaces(real, one) for one in read):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    if real.exists() and not (real.is_file() or real.is_dir()):
        raise TargetRefused("target-is-no-file", str(target))


def require_parquet(target: Path) -> None:
    """Refuse a name that ends as those of another format.

    Raises:
        TargetRefused: it does.
    """
    if target.suffix.lower() in _OTHER_FORMATS:
        raise TargetRefused("target-of-another-format", str(target))


def _replaces(target: Path, read: Path) -> bool:
    """Whether what is written to *target* would take the place of something in *read*, by whatever links."""
    if not read.exists():
        return False
    if target.exists() and target.samefile(read):
        return True
    written, kept = target.resolve(), read.resolve()
    return kept.is_relative_to(written) or (read.is_dir() and written.is_relative_to(kept))


def _is_result(folder: Path) -> bool:
    """Whether a folder is of parts that idebur wrote, with nothing else in it."""
    names = {one.name for one in folder.iterdir()}
    return MARK in names and all(name.lstrip("._").startswith(("part-", "SUCCESS")) for name in names - {MARK})


@contextmanager
def working(target: Path) -> Iterator[Path]:
    """A folder beside the target, gone in the end whatever happens."""
    work = target.parent / f".{target.name[:100]}.{secrets.token_hex(8)}"
    work.mkdir()
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def placed(made: Path, target: Path, work: Path) -> None:
    """Put what was *made* in *work* in its place."""
    if made.is_dir():
        (made / MARK).write_text("Written by idebur screen, which replaces this folder when it writes here again.\n")
    # A folder does not take the place of another, or of a file, in one step.
    if target.is_dir() or (made.is_dir() and target.exists()):
        target.rename(work / f"before-{secrets.token_hex(4)}")
    made.replace(target)
