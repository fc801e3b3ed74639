"""Files that come about together: none of them is there, or changed, before all of them are written."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

__all__ = ["place"]


def place(contents: Mapping[Path, bytes]) -> None:
    """Write whole files, or leave what is there untouched.

    Each goes to a temporary file beside its target and is brought to the disk; when all are, each takes its target's
    place in one step. A file that was there keeps its mode; a link keeps pointing to the file.

    Raises:
        OSError: one could not be written (no such folder, no permission, full disk, or a target is no regular file).
    """
    beside: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            target = Path(os.path.realpath(path))
            mode = _mode(target)
            made = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}")
            handle = _opened(made, path)
            beside[target] = made
            with os.fdopen(handle, "wb") as stream:
                if mode is not None:
                    made.chmod(mode)
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        for target, made in beside.items():
            made.replace(target)
    except BaseException:
        for made in beside.values():
            made.unlink(missing_ok=True)
        raise


def _opened(made: Path, path: Path) -> int:
    try:
        return os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except OSError as error:  # of the file that was asked for, not of the one beside it
        raise type(error)(error.errno, error.strerror, os.fspath(path)) from None


def _mode(target: Path) -> int | None:
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found):
        raise FileExistsError(f"{target} is there and is not a regular file")
    return stat.S_IMODE(found)
