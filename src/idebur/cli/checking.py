"""``idebur check``: every fault and finding of every agreement, in one of four forms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from idebur import checks
from idebur.cli.languages import of_messages
from idebur.cli.leaving import CLEAN, UNREADABLE, WRONG, show
from idebur.cli.reports import FORMS
from idebur.errors import Unreadable
from idebur.files import read_each
from idebur.files.assembling import HEAD, agreement_files
from idebur.messages import Fault, Finding, Place, Severity

__all__ = ["Report", "check"]

_NOT_OPENED = frozenset(
    {"file-missing", "file-not-regular", "file-not-allowed", "file-unreadable", "folder-without-agreement"}
)
"""The faults by which an input cannot be read at all; any other is something wrong in it."""


@frozen
class Report:
    """What a check of some agreements found."""

    number: int
    """How many agreements there are."""

    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    accepted: int
    """How many findings are accepted in the files, and so are not among these."""

    unopened: bool
    """Whether something that was asked for cannot be read at all."""

    def code(self, *, strict: bool) -> int:
        """The exit code: 4, 1 or 0."""
        grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        if self.unopened:
            return UNREADABLE
        return WRONG if self.faults or any(one.severity in grave for one in self.findings) else CLEAN


def check(paths: Sequence[str], form: str, *, strict: bool, lang: str | None) -> None:
    """Check, print and leave.

    Raises:
        Leaving: where it is not clean.
    """
    report = _report(paths)
    show(FORMS[form](report, of_messages(lang)), report.code(strict=strict))


def _report(paths: Sequence[str]) -> Report:
    files: list[Path] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            files += _files(path)
        except Unreadable as error:
            faults += error.faults
    files = list(dict.fromkeys(files))
    readings, more = read_each(*files)
    faults += more
    findings: list[Finding] = []
    accepted = 0
    for reading in readings:
        found, set_aside = checks.accepted_and_not(reading.agreement, places=reading.places)
        findings += found
        accepted += len(set_aside)
    asked = {str(file) for file in files} | set(paths)
    unopened = {fault.place.file for fault in faults if fault.code in _NOT_OPENED and fault.place.file in asked}
    number = sum(str(file) not in unopened for file in files)
    return Report(number, tuple(faults), tuple(findings), accepted, unopened=bool(unopened))


def _files(path: str) -> list[Path]:
    """The agreements at *path*.

    Raises:
        Unreadable: it is a folder that holds none, or may not be listed.
    """
    here = Path(path)
    try:
        found = list(agreement_files(here))
    except PermissionError:
        raise Unreadable((Fault("file-not-allowed", Place(path), params={"file": path}),)) from None
    if not found:
        raise Unreadable((Fault("folder-without-agreement", Place(path), params={"folder": path, "head": HEAD}),))
    return found
