"""What one may argue about in an agreement: holes, contradictions, and what is worth knowing.

A check is a plain function that asks a :class:`~idebur.checks.subject.Subject` one question. The checks stand one
family per module in this package; :data:`CHECKS` joins them, and one's own can be put beside::

    check(agreement, checks=(*CHECKS, mine))
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from idebur.absence import one_said
from idebur.agreement import Agreement, names_of
from idebur.checks import (
    amounts,
    commitments,
    dates,
    follow_up,
    keys,
    meetings,
    membership,
    numbering,
    parties,
    provenance,
    rules,
    seats,
    texts,
    vagueness,
)
from idebur.checks.acceptance import Accepted, settle
from idebur.checks.mentions import mentions
from idebur.checks.subject import Check, Places, Subject
from idebur.messages import Finding
from idebur.names import PRESENT, version_names

__all__ = ["CHECKS", "Accepted", "Check", "Places", "Subject", "accepted_and_not", "check", "subjects"]

CHECKS: tuple[Check, ...] = (
    *keys.CHECKS,
    *numbering.CHECKS,
    *dates.CHECKS,
    *parties.CHECKS,
    *seats.CHECKS,
    *membership.CHECKS,
    *rules.CHECKS,
    *meetings.CHECKS,
    *follow_up.CHECKS,
    *commitments.CHECKS,
    *provenance.CHECKS,
    *texts.CHECKS,
    *amounts.CHECKS,
    *vagueness.CHECKS,
)
"""Every check that comes with idebur."""


def check(
    agreement: Agreement, *, places: Places | None = None, checks: tuple[Check, ...] = CHECKS
) -> tuple[Finding, ...]:
    """Give the findings that stand, in the order of the file; *places* says where everything stands in it.

    Every version is checked too. Findings that the file accepts are left out; an acceptance that fits none is itself
    reported.

    Raises:
        TypeError: what is given is no agreement, such as what :func:`idebur.read` gives, which holds one.
    """
    if not isinstance(agreement, Agreement):
        raise TypeError(
            f"an agreement is checked, and this is a {type(agreement).__name__}; "
            "of what `read` gives: check(reading.agreement, places=reading.places)"
        )
    findings, _ = accepted_and_not(agreement, places=places, checks=checks)
    return findings


def accepted_and_not(
    agreement: Agreement, *, places: Places | None = None, checks: tuple[Check, ...] = CHECKS
) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
    """Check as :func:`check` does; give the findings that stand, and those that the file accepts with the reason."""
    states = tuple(subjects(agreement, places))
    found = [finding for subject in states for one in checks for finding in one(subject)]
    left, accepted, unused = settle(states[0], found)
    if set(CHECKS) <= set(checks):  # else an acceptance that fits nothing may fit what a check left out would find
        left += unused
    return tuple(sorted(left, key=_in_file)), accepted


def subjects(agreement: Agreement, places: Places | None = None) -> Iterator[Subject]:
    """Give every state of an agreement that is to be checked: the present first, then the versions."""
    names = names_of(agreement)
    mentioned = mentions(agreement)
    present = Subject(agreement, agreement, names, mentioned, places=places)
    yield present
    own = dict(version_names(names, agreement.versions))

    known: dict[str, Subject] = {PRESENT: present}
    for key in agreement.versions:
        chain = [key]
        while chain[-1] not in known:
            amended = one_said(agreement.versions[chain[-1]].amends)
            if amended is None or amended in chain:
                break
            chain.append(amended)
        for name in reversed(chain):
            if name not in known:
                version = agreement.versions[name]
                base = known.get(one_said(version.amends) or "", present if version.is_amendment else None)
                known[name] = Subject(
                    agreement, version, own[name], mentioned, ("versions", name), base=base, places=places
                )
        yield known[key]


def _in_file(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    at = ("", 0, 0) if place is None else (place.file, place.line, place.column)
    # "[10]" comes after "[2]": names stand at even places, numbers at odd ones
    parts = [int(part) if index % 2 else part for index, part in enumerate(re.split(r"\[(\d+)\]", finding.path))]
    return (*at, parts, finding.code)
