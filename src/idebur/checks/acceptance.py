"""Findings that the file accepts, each with its reason; and acceptances that accept nothing."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from idebur.absence import one_said
from idebur.agreement import Acceptance
from idebur.checks.subject import Subject
from idebur.errors import nearest
from idebur.messages import Finding, catalogue
from idebur.text import Text
from idebur.visits import written_path

__all__ = ["Accepted", "settle"]


@frozen
class Accepted:
    """A finding that the file accepts as it is, and why."""

    finding: Finding
    because: Text


def settle(subject: Subject, findings: Iterable[Finding]) -> tuple[list[Finding], tuple[Accepted, ...], list[Finding]]:
    """Part the findings in those that stand and those that are accepted; then the acceptances that fit nothing."""
    acceptances = subject.agreement.accepted
    prefixes = [_prefixes(subject, one) for one in acceptances]
    left: list[Finding] = []
    accepted: list[Accepted] = []
    used: set[int] = set()
    for finding in findings:
        fitting = [
            index
            for index, one in enumerate(acceptances)
            if one.code == finding.code and any(_is_below(finding.path, prefix) for prefix in prefixes[index])
        ]
        used.update(fitting)
        if fitting:
            accepted.append(Accepted(finding, acceptances[fitting[0]].because))
        else:
            left.append(finding)
    unused = [_unused(subject, index, one) for index, one in enumerate(acceptances) if index not in used]
    return left, tuple(accepted), unused


def _prefixes(subject: Subject, acceptance: Acceptance) -> tuple[str, ...]:
    """The paths that an acceptance covers; "" covers all."""
    at = one_said(acceptance.at)
    return ("",) if at is None else (at, *map(written_path, subject.names.paths(at)))


def _is_below(path: str, prefix: str) -> bool:
    return not prefix or path == prefix or path.startswith((f"{prefix}.", f"{prefix}["))


def _unused(subject: Subject, index: int, acceptance: Acceptance) -> Finding:
    at = one_said(acceptance.at) or ""
    if acceptance.code not in catalogue():
        guess = nearest(acceptance.code, catalogue())
        return subject.finding(
            "acceptance-of-unknown-code", "accepted", index, "code", found=acceptance.code, suggestion=guess
        )
    where = {"sv": f" i {at}" if at else "", "en": f" in {at}" if at else ""}
    return subject.finding("acceptance-unused", "accepted", index, found=acceptance.code, where=where)
