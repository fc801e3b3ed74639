"""The forms in which faults and findings are given: text, JSON, workflow commands, SARIF."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from idebur.messages import Fault, Finding, Lang, Severity
from idebur.messages.command import counted, phrase

if TYPE_CHECKING:
    from idebur.cli.checking import Report

__all__ = ["FORMS", "as_json", "escapes"]


def as_json(value: Any) -> str:
    """JSON to print: with letters as they are where the terminal has them all, else escaped."""
    return json.dumps(value, ensure_ascii=escapes(), indent=2)


def escapes() -> bool:
    """Whether the standard output lacks letters, so that JSON is to be written with escapes."""
    return codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name != "utf-8"


def _items(report: Report) -> tuple[Fault | Finding, ...]:
    return (*report.faults, *report.findings)


def _text(report: Report, lang: Lang) -> str:
    items = _items(report)
    told = [item.told(lang) for item in items]
    ending = _closing(report, lang)
    if items:
        gravest = min(items, key=lambda item: [*Severity].index(item.severity))
        ending += "\n" + phrase("explain-hint", lang, code=gravest.code)
    return "\n\n".join([*told, ending])


def _closing(report: Report, lang: Lang) -> str:
    """One line: how many agreements, and how much of each severity."""
    n = report.number
    checked = counted("agreement", n, lang)
    severities = [item.severity for item in _items(report)]
    counts = [
        counted(severity.value, severities.count(severity), lang) for severity in Severity if severity in severities
    ]
    if len(report.faults) > 1 and len({fault.place.file for fault in report.faults}) == 1:
        counts[0] = phrase("faults-of-one-file", lang, n=len(report.faults))
    said = phrase("summary", lang, checked=checked, counts=", ".join(counts)) if counts else ""
    said = said or phrase("clean", lang, checked=checked)
    return said + (counted("accepted", report.accepted, lang) if report.accepted else "")


def _item(item: Fault | Finding, lang: Lang) -> dict[str, Any]:
    place = item.place
    said: dict[str, Any] = {
        "code": item.code,
        "severity": item.severity.value,
        "message": item.message(lang),
        "file": None if place is None else place.file,
        "line": None if place is None else place.line,
        "column": None if place is None else place.column,
        "path": item.path,
    }
    if item.suggestion:
        said["suggestion"] = item.suggestion
    return said


def _json(report: Report, lang: Lang) -> str:
    return as_json(
        {
            "faults": [_item(fault, lang) for fault in report.faults],
            "findings": [_item(finding, lang) for finding in report.findings],
        }
    )


_GITHUB: Mapping[Severity, str] = {
    Severity.FAULT: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def _github(report: Report, lang: Lang) -> str:
    """Workflow commands of GitHub Actions, one a line."""
    lines = []
    for item in _items(report):
        properties: dict[str, Any] = {}
        if item.place is not None:
            properties |= {"file": item.place.file, "line": item.place.line, "col": item.place.column}
        properties["title"] = f"{item.code} ({item.path})" if item.path else item.code
        said = item.message(lang)
        if item.suggestion:
            said += "\n" + phrase("did-you-mean", lang, guess=item.suggestion)
        given = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTIES)}" for name, value in properties.items())
        lines.append(f"::{_GITHUB[item.severity]} {given}::{_escaped(said, _IN_MESSAGES)}")
    return "\n".join([*lines, _closing(report, lang)])


# The escapes of @actions/core, packages/core/src/command.ts of actions/toolkit: the percent sign must come first.
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    for sign, escape in escapes.items():
        text = text.replace(sign, escape)
    return text


def _sarif(report: Report, lang: Lang) -> str:
    from idebur.exports.sarif import sarif

    return as_json(sarif(_items(report), lang))


FORMS: Mapping[str, Callable[[Report, Lang], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
"""The forms by the name under which they are asked for."""
