"""Bytes from a path, and text from bytes: every way in which that fails is a fault with a way out."""

from __future__ import annotations

import codecs
import os
import re
import stat
from itertools import islice
from pathlib import Path
from typing import Any, Final

from idebur.errors import Unreadable
from idebur.files.positions import Lines
from idebur.messages import Fault, Place

__all__ = ["LARGEST", "brief", "decode", "read_bytes"]

LARGEST: Final = 64 * 1024 * 1024
"""The largest file that is read, in bytes: some 600,000 signatories."""

_UNICODE: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# What YAML 1.2 does not allow, and the characters nobody sees: YAML 1.1 parsers take NEL, LS and PS for line breaks
# (YAML 1.2 does not), and a byte order mark inside a text comes from files glued together. Said as what is allowed
# instead, the class would hold some 63,000 characters more, which are compiled one by one.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_MOST_CHARACTERS: Final = 20  # a file of nothing but NUL needs no million faults
_UNDEFINED_1252: Final = re.compile(b"[\x81\x8d\x8f\x90\x9d]")


def brief(text: str, longest: int = 60) -> str:
    """Shorten a text for a message."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Read a whole file of at most :data:`LARGEST` bytes.

    Raises:
        Unreadable: there is no such file, it is a folder or a pipe, it may not be read, or it is too large.
    """
    name = os.fspath(path)
    if "\x00" in name:
        raise _refused("file-missing", name)
    try:
        kind = Path(path).stat()
        if stat.S_ISDIR(kind.st_mode):
            raise _refused("file-is-folder", name)
        if not stat.S_ISREG(kind.st_mode):  # opening a named pipe would wait for ever
            raise _refused("file-not-regular", name)
        with Path(path).open("rb") as stream:
            read = stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise _refused("file-missing", name) from None
    except PermissionError:
        raise _refused("file-not-allowed", name) from None
    except OSError as error:
        raise _refused("file-unreadable", name, reason=error.strerror) from None
    if len(read) > LARGEST:
        raise _refused("file-too-large", name, largest=LARGEST // 1024 // 1024)
    return read


def decode(source: bytes | str, file: str) -> str:
    """Turn the bytes of a file into text: UTF-8, with or without a byte order mark, and no invisible characters.

    Raises:
        Unreadable: the bytes are not UTF-8, or the text holds a character that has no place in a text (NUL, controls,
            line separators, lone surrogates).
    """
    text = source if isinstance(source, str) else _decoded(source, file)
    text = text.removeprefix("\ufeff")
    if _FORBIDDEN.search(text) is not None:
        lines = Lines(file, text)
        raise Unreadable(
            tuple(
                Fault("character-not-allowed", lines.at(found.start()), params={"character": f"U+{ord(found[0]):04X}"})
                for found in islice(_FORBIDDEN.finditer(text), _MOST_CHARACTERS)
            )
        )
    return text


def _decoded(source: bytes, file: str) -> str:
    for mark, name in _UNICODE:
        if source.startswith(mark):
            raise _refused("encoding-wide", file, encoding=name)
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        if _looks_wide(source):
            raise _refused("encoding-wide", file, encoding="UTF-16") from None
        byte = f"0x{source[error.start]:02X}"
        before = source[: error.start].decode("utf-8").removeprefix("\ufeff")
        if _UNDEFINED_1252.search(source):
            shown = source.decode("utf-8", "replace").removeprefix("\ufeff")
            place = Lines(file, shown).at(len(before))
            raise Unreadable((Fault("encoding-not-utf8", place, params={"byte": byte}),)) from None
        guessed = before + source[error.start :].decode("cp1252")
        place = Lines(file, guessed).at(len(before))
        params = {"byte": byte, "letter": guessed[len(before)]}
        raise Unreadable((Fault("encoding-windows", place, params=params),)) from None


def _looks_wide(source: bytes) -> bool:
    start = source[:64]
    return start.count(0) * 3 > len(start)


def _refused(code: str, file: str, **params: Any) -> Unreadable:
    return Unreadable((Fault(code, Place(file), params={"file": file, **params}),))
