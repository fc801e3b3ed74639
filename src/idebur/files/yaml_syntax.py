"""What PyYAML says of broken syntax, put in our words, with the caret where the reader has to look."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from idebur.files.opening import brief
from idebur.files.positions import Lines
from idebur.messages import Fault

__all__ = ["syntax_fault"]

# libyaml and the Python parser word the same problem differently; a word that both use tells it apart.
_COLON: Final = "mapping values are not allowed"
_ENTRY: Final = ("sequence entries are not allowed", "block sequence entries")


def syntax_fault(error: yaml.MarkedYAMLError, lines: Lines) -> Fault:
    """Name the fault that ended the reading."""
    problem, context = error.problem or "", error.context or ""
    at = _index(error.problem_mark or error.context_mark, len(lines.text))
    start = _index(error.context_mark, at)
    code, place, params = _told(problem, context, at, start, lines)
    return Fault(code, lines.at(place), params=params)


def _index(mark: Any, default: int) -> int:
    return default if mark is None else int(mark.index)


def _told(problem: str, context: str, at: int, start: int, lines: Lines) -> tuple[str, int, dict[str, Any]]:
    text = lines.text
    tab = _tab(at, lines)
    if tab is not None:
        return "tab-indentation", tab, {}
    if "quoted scalar" in context:
        if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
            slash = max(text.rfind("\\", start, at + 1), start)
            return "escape-unknown", slash, {"escape": brief(text[slash : slash + 2])}
        return "quote-not-closed", start, {"sign": text[start : start + 1]}
    if "flow mapping" in context or "flow sequence" in context:
        return "bracket-not-closed", start, {"sign": text[start : start + 1], "line": lines.span(at).line}
    sign = text[at : at + 1]
    if "cannot start any token" in problem:
        return "sign-needs-quotes", at, {"sign": sign}
    if any(word in context for word in ("an alias", "an anchor", "a block scalar", "a tag", "a directive")):
        return "sign-needs-quotes", start, {"sign": text[start : start + 1]}
    if _COLON in problem:
        return _colon(at, lines)
    if "expected ':'" in problem:
        return "colon-missing", start, {}
    if "block mapping" in context or "block collection" in context or any(word in problem for word in _ENTRY):
        return _block(at, lines)
    if sign in ("]", "}", ",", "["):
        return "bracket-stray", at, {"sign": sign}
    return "syntax-wrong", at, {}


def _tab(at: int, lines: Lines) -> int | None:
    """Find a tab in the indentation of the line where the reading broke."""
    span = lines.span(at)
    margin = re.match(r"[ \t]*", lines.line(span.line))
    if margin is None or "\t" not in margin[0]:
        return None
    return at - (span.column - 1) + margin[0].index("\t")


def _colon(at: int, lines: Lines) -> tuple[str, int, dict[str, Any]]:
    # "title: Agreement: the second" has a colon too many; "a text\nkey: value" is a line that stands wrong.
    span = lines.span(at)
    before = lines.line(span.line)[: span.column - 1]
    if re.search(r":\s|^\s*-\s", before):
        return "colon-in-text", at, {}
    return "indentation-wrong", at - len(before.lstrip()), {}


def _block(at: int, lines: Lines) -> tuple[str, int, dict[str, Any]]:
    span = lines.span(at)
    before = lines.line(span.line)[: span.column - 1]
    if before.rstrip().endswith(('"', "'")):
        return "text-after-quote", at, {}
    if lines.text[at : at + 1] in ("]", "}", ","):
        return "bracket-stray", at, {"sign": lines.text[at]}
    return "indentation-wrong", at, {}
