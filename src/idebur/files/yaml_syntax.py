"""What PyYAML says of broken syntax, put in our words, with the caret where the reader has to look."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from idebur.files.opening import brief
from idebur.files.positions import Lines
from idebur.messages import Fault, Span
from idebur.notation.scanner import is_key

__all__ = ["error_at", "glued", "list_sign", "parted", "syntax_fault"]

# libyaml and the Python parser word the same problem differently; a word that both use tells it apart.
_COLON: Final = "mapping values are not allowed"
_ENTRY: Final = ("sequence entries are not allowed", "block sequence entries")


def syntax_fault(error: yaml.MarkedYAMLError, lines: Lines) -> Fault:
    """Name the fault that ended the reading."""
    problem, context = error.problem or "", error.context or ""
    at = error_at(error, len(lines.text))
    start = _index(error.context_mark, at)
    code, place, params = _told(problem, context, at, start, lines)
    if code in _OF_LINES:
        return _slip(code, place, lines)
    return Fault(code, lines.at(place), params=params)


def error_at(error: yaml.MarkedYAMLError, default: int = 0) -> int:
    """Say at which character the parser gave up."""
    return _index(error.problem_mark or error.context_mark, default)


_OF_LINES: Final = ("colon-in-text", "colon-missing", "indentation-wrong")
"""What is said where a line does not fit in; what is wrong with it, its neighbours tell better than the parser."""

_MEANT_AS_HYPHENS: Final = "–—•·●▪"
_FIELD: Final = re.compile(r"[^#]*?:(?:\s|$)")
_GLUED: Final = re.compile(r"(?P<key>[\w-]+):(?P<value>[^\s/:].*)")


def list_sign(text: str) -> str | None:
    """Give the sign with which *text* begins as an item of a list does in running text, where it begins so.

    >>> list_sign("– region"), list_sign("- region")
    ('–', None)
    """
    return text[0] if text[:1] and text[0] in _MEANT_AS_HYPHENS else None


def glued(text: str) -> str | None:
    """Part a field from a value that follows its colon without a space.

    >>> glued("kind:council"), glued("https://example.org")
    ('kind: council', None)
    """
    found = _GLUED.fullmatch(text)
    return None if found is None else f"{found['key']}: {found['value']}"


def parted(text: str) -> str | None:
    """Put a colon after the first word of *text*, where that can be the name of a field.

    >>> parted("kind council"), parted("Our council"), parted("kind")
    ('kind: council', None, None)
    """
    name, _, rest = text.partition(" ")
    return f"{name}: {rest.strip()}" if rest.strip() and is_key(name) else None


def _slip(code: str, at: int, lines: Lines) -> Fault:
    """Say what is wrong with a line that does not fit in, or with the one before it."""
    span = lines.span(at)
    here = lines.line(span.line)
    before = _before(span.line, lines)
    above = before[0] if before else None
    for number in (span.line, *before[:1]):
        written = lines.line(number).strip()
        sign = list_sign(written)
        if sign is not None:
            return _at_line("list-sign", number, lines, sign=sign)
    if code == "colon-in-text":
        return Fault(code, lines.at(at))
    own = here.strip()
    if glued(own) is not None:
        return _at_line("colon-without-space", span.line, lines, glued(own))
    if here[: span.column - 1].strip():
        if lines.text[at : at + 1] == "-":
            return Fault("list-beside-field", lines.at(at))
        return Fault(code, lines.at(at), params=_columns(span.column - 1, before, lines))
    indent = _indent(here)
    level = next((number for number in before if _indent(lines.line(number)) <= indent), None)
    if (
        level is not None
        and _indent(lines.line(level)) == indent
        and _is_item(lines.line(level))
        and not _is_item(here)
    ):
        return _at_line("hyphen-missing", span.line, lines)
    if above is not None and code != "colon-missing" and _lacks_colon(above, lines):
        written = lines.line(above).strip()
        meant = glued(written)
        missing = "colon-missing" if meant is None else "colon-without-space"
        return _at_line(missing, above, lines, meant or parted(written))
    if code == "colon-missing":
        return Fault(code, lines.at(at))
    if above is not None and indent > _indent(lines.line(above)):
        return _at_line("indented-too-far", span.line, lines, **_columns(indent, [above], lines))
    return Fault(code, lines.at(at), params=_columns(indent, before, lines))


def _before(line: int, lines: Lines) -> list[int]:
    """The lines before one, the nearest first, each indented less than those nearer."""
    found: list[int] = []
    for number in range(line - 1, max(0, line - _FARTHEST), -1):
        written = lines.line(number)
        if written.strip() and not written.lstrip().startswith("#"):
            if not found or _indent(written) < _indent(lines.line(found[-1])):
                found.append(number)
            if not _indent(written):
                break
    return found


_FARTHEST: Final = 10_000


def _indent(written: str) -> int:
    return len(written) - len(written.lstrip(" "))


def _is_item(written: str) -> bool:
    return written.lstrip().startswith("- ") or written.strip() == "-"


def _lacks_colon(number: int, lines: Lines) -> bool:
    """Whether a line stands where a field should and has no colon: not where it goes on with a text from above."""
    written = lines.line(number)
    if _FIELD.match(written) or _is_item(written) or written.lstrip()[:1] in ("{", "[", '"', "'"):
        return False
    around = next(
        (lines.line(one) for one in _before(number, lines) if _indent(lines.line(one)) < _indent(written)), None
    )
    return around is None or around.rstrip().endswith(":")


def _columns(indent: int, before: list[int], lines: Lines) -> dict[str, Any]:
    columns = sorted({_indent(lines.line(number)) + 1 for number in before})
    return {"column": indent + 1, "columns": tuple(columns)}


def _at_line(code: str, number: int, lines: Lines, suggestion: str | None = None, **params: Any) -> Fault:
    written = lines.line(number)
    indent = len(written) - len(written.lstrip())
    place = lines.place(Span(number, indent + 1, max(1, len(written.strip()))))
    return Fault(code, place, params=params, suggestion=suggestion and brief(suggestion))


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
    if text[at : at + 1] == "?" and "flow" in context:  # the parser in Python alone stumbles on it
        return "question-mark", at, {}
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
