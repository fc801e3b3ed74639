"""Faults and findings in SARIF, the format in which code scanning takes results.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01, 2023.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from idebur._version import __version__
from idebur.messages import Entry, Fault, Finding, Lang, Place, Severity, entry

__all__ = ["sarif"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVEL: Mapping[Severity, str] = {
    Severity.FAULT: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


def sarif(items: Sequence[Fault | Finding], lang: Lang = "en") -> dict[str, Any]:
    """Give faults and findings as one SARIF log with one run; only the rules that have a result are described."""
    codes = list(dict.fromkeys(item.code for item in items))
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "idebur",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(entry(code), lang) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(item, codes, lang) for item in items],
            }
        ],
    }


def _rule(described: Entry, lang: Lang) -> dict[str, Any]:
    why, cure = plain(described.why[lang]), plain(described.cure[lang])
    return {
        "id": described.code,
        "shortDescription": {"text": plain(described.message[lang])},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} {cure}", "markdown": f"{why}\n\n{cure}"},
        "defaultConfiguration": {"level": _LEVEL[described.severity]},
        "properties": {"severity": described.severity.value},
    }


def _result(item: Fault | Finding, codes: list[str], lang: Lang) -> dict[str, Any]:
    said = item.message(lang)
    severity = item.severity if isinstance(item, Finding) else Severity.FAULT
    result: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": codes.index(item.code),
        "level": _LEVEL[severity],
        "message": {"text": said},
    }
    if item.suggestion:
        result["properties"] = {"suggestion": item.suggestion}
    location: dict[str, Any] = {}
    if item.place is not None:
        location["physicalLocation"] = _physical(item.place)
    if item.path:
        location["logicalLocations"] = [{"fullyQualifiedName": item.path}]
    if location:
        result["locations"] = [location]
    return result


def _physical(place: Place) -> dict[str, Any]:
    span = place.span
    region: dict[str, Any] = {
        "startLine": span.line,
        "startColumn": span.column,
        "endColumn": span.column + max(1, span.length),
    }
    if place.source:
        region["snippet"] = {"text": place.source}
    return {"artifactLocation": {"uri": _uri(place.file)}, "region": region}


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def plain(template: str) -> str:
    """A template of the catalogue as it is read without values: its names stand in ‹ ›, its doubled braces single."""
    return template.replace("{{", "\0").replace("}}", "\1").replace("{", "‹").replace("}", "›").translate(_BRACES)


_BRACES = {0: "{", 1: "}"}
