"""Plain data as YAML that people like to read, and text into files."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from idebur.files.yaml_scalars import LONGEST_NUMBER, is_number, resolve
from idebur.placing import place

__all__ = ["WIDTH", "emit", "write_text"]

WIDTH: Final = 110
"""How wide a line may become before a mapping is broken up or a text is folded."""

_FLAT: Final = 3
"""How many mappings may stand in one another on one line."""
_LONGEST_KEY: Final = 1000  # YAML ends a key without "?" at 1,024 characters

# A plain text begins with a letter, a digit or a sign without meaning, and holds nothing that ends it anywhere.
_PLAIN: Final = re.compile(r"[^\W_][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff,?\[\]{}\"#\\]*\Z")
_ENDS: Final = re.compile(r":(?:\s|\Z)|\s\Z|\s#")
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\ud800-\udfff\ufeff\ufffe\uffff]")
_SHORT: Final = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_OLD: Final = yaml.resolver.Resolver()
_OLD_TEXTS: Final = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"})


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write a whole file as UTF-8, or leave what is there untouched.

    Raises:
        OSError: it could not be written (no such folder, no permission, full disk, or the target is no regular file).
        UnicodeEncodeError: *text* holds a lone surrogate.
    """
    place({Path(path): text.encode("utf-8")})


def emit(data: Any) -> str:
    """Write plain data as YAML: the same data always gives the same text, and :func:`read_yaml` gives the data back.

    Mappings and lists stand on one line where they are small, elsewhere in blocks. A text that YAML 1.1 programs would
    take for something else (``no``, ``12:30``, ``0114``) stands in quotes; a date does not.

    Raises:
        TypeError: *data* holds something else than mappings with text keys, lists, texts, numbers, truth values,
            ``None``.
        ValueError: a key is empty, or a whole number has more than 100 characters.

    >>> print(emit({"region": {"kind": "region", "sector": "public"}, "since": "2018-12-11", "code": "0114"}), end="")
    region: {kind: region, sector: public}
    since: 2018-12-11
    code: "0114"
    """
    return ("\n".join(_block(data, 0)) if _nested(data) else _flow(data)) + "\n"


def _block(data: Mapping[str, Any] | Sequence[Any], indent: int) -> list[str]:
    """Write a mapping or list that is not empty, each line after *indent* spaces."""
    pad = " " * indent
    written: list[str] = []
    if isinstance(data, Mapping):
        for key, value in data.items():
            name = _key(key)
            if len(name) > _LONGEST_KEY:
                written.append(f"{pad}? {name}")
                written.extend(_under(f"{pad}:", value, indent))
            else:
                written.extend(_under(f"{pad}{name}:", value, indent))
        return written
    for item in data:
        nested = _nested(item)
        if nested and not _fits(item, indent + 2):
            below = _block(item, indent + 2)
            written.append(f"{pad}- {below[0][indent + 2 :]}")
            written.extend(below[1:])
        else:
            written.extend(_under(f"{pad}-", item, indent))
    return written


def _under(head: str, value: Any, indent: int) -> list[str]:
    """Write what stands after ``key:`` or ``-``."""
    if _nested(value):
        section = (
            indent == 0 and isinstance(value, Mapping) and any(isinstance(item, Mapping) for item in value.values())
        )
        if section or not _fits(value, len(head) + 1):
            return [head, *_block(value, indent + 2)]
    if isinstance(value, (Mapping, list, tuple)):
        return [f"{head} {_flow(value)}"]
    written = _scalar(value)
    if isinstance(value, str):
        if "\n" in value and _literal(value):
            sign = "|" if value.endswith("\n") else "|-"
            lines = value.removesuffix("\n").split("\n")
            return [f"{head} {sign}", *(" " * (indent + 2) + line if line else "" for line in lines)]
        if len(head) + 1 + len(written) > WIDTH and _foldable(value):
            return [f"{head} >-", *_folded(value, indent + 2)]
    return [f"{head} {written}"]


def _nested(value: Any) -> bool:
    return isinstance(value, (Mapping, list, tuple)) and len(value) > 0


def _fits(value: Any, taken: int) -> bool:
    """Tell whether a mapping or list has room on the line on which *taken* characters stand already."""
    return _depth(value) <= _FLAT and _small(value) and taken + len(_flow(value)) <= WIDTH


def _depth(value: Any) -> int:
    if isinstance(value, Mapping):
        return 1 + max((_depth(item) for item in value.values()), default=0)
    if isinstance(value, (list, tuple)):
        return max((_depth(item) for item in value), default=0) + any(isinstance(item, (list, tuple)) for item in value)
    return 0


def _small(value: Any) -> bool:
    """Tell, cheaply, whether it is worth writing *value* on one line: no more items or characters than fit."""
    if isinstance(value, Mapping):
        return len(value) <= WIDTH and all(len(str(key)) + 4 <= WIDTH and _small(item) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return len(value) <= WIDTH and all(_small(item) for item in value)
    return not isinstance(value, str) or (len(value) <= WIDTH and "\n" not in value)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return _scalar(value)


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be a text, not {type(key).__name__}: {key!r}")
    if not key:
        raise ValueError("a key must not be empty")
    return _text(key)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if len(f"{value:x}") > LONGEST_NUMBER or len(str(value)) > LONGEST_NUMBER:
            raise ValueError(f"a whole number of more than {LONGEST_NUMBER} characters is no quantity")
        return str(value)
    if isinstance(value, float):
        written = str(value)
        return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(written, written)
    raise TypeError(f"{type(value).__name__} has no place in a file: {value!r}")


def _text(text: str) -> str:
    if _is_plain(text):
        return text
    if ('"' in text or "\\" in text) and not _UNSEEN.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _UNSEEN.sub(_escaped, text.replace("\\", "\\\\").replace('"', '\\"')) + '"'


def _is_plain(text: str) -> bool:
    if not _PLAIN.match(text) or _ENDS.search(text) or _UNSEEN.search(text):
        return False
    if not isinstance(resolve(text), str) or is_number(text):
        return False
    return _OLD.resolve(yaml.ScalarNode, text, (True, False)) in _OLD_TEXTS  # type: ignore[no-untyped-call]


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in _SHORT:
        return _SHORT[letter]
    number = ord(letter)
    return f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def _literal(text: str) -> bool:
    """Tell whether a text of several lines can stand as it is, under ``|``."""
    lines = text.removesuffix("\n").split("\n")
    return (
        bool(lines[0])
        and bool(lines[-1])
        and all(line == line.rstrip() and not line.startswith("\t") for line in lines)
        and not lines[0].startswith(" ")
        and not any(_UNSEEN.search(line) for line in lines)
    )


def _foldable(text: str) -> bool:
    """Tell whether a long text can be broken at its spaces, under ``>-``."""
    return " " in text and not _UNSEEN.search(text) and all(text.split(" "))


def _folded(text: str, indent: int) -> list[str]:
    written: list[str] = []
    line = " " * indent
    for word in text.split(" "):
        if line.strip() and len(line) + 1 + len(word) > WIDTH - 10:
            written.append(line)
            line = " " * indent
        line += word if not line.strip() else f" {word}"
    return [*written, line]
