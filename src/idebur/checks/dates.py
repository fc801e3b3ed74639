"""Dates: in order along what happened, along the versions, and within one element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from idebur.absence import Maybe, one_said
from idebur.answers import Answer
from idebur.checks.rings import in_a_ring
from idebur.checks.subject import BESIDE, Check, Subject, silent
from idebur.content import Content, Version
from idebur.documents import Validity
from idebur.elements import Element
from idebur.events import Event
from idebur.messages import Finding
from idebur.notation.dates import Date
from idebur.standing import term_of
from idebur.visits import Path, elements, written_path

__all__ = ["CHECKS"]


def ends_before_it_begins(subject: Subject) -> Iterator[Finding]:
    """Something ends on a day before it begins."""
    for path, since, until in _spans(subject):
        if _before(until, since):
            element = written_path(path[:-1]) or subject.content.key or subject.agreement.agreement
            said = {"since": str(one_said(since)), "until": str(one_said(until))}
            yield subject.finding("ends-before-it-begins", *path, element=element, **said)


def before_what_it_follows(subject: Subject) -> Iterator[Finding]:
    """An event is dated before one that it is said to come after."""
    events = subject.state(lambda content: content.events)
    for key, event in subject.content.events.items():
        for name in event.after:
            other = events.get(name)
            if other is not None and _before(event.when, other.when):
                yield subject.finding(
                    "event-before-what-it-follows",
                    *("events", key, "when"),
                    element=subject.called(event),
                    when=str(one_said(event.when)),
                    other=subject.called(other),
                    earlier=str(one_said(other.when)),
                )


def before_the_end(subject: Subject) -> Iterator[Finding]:
    """An event comes after one that had begun by then, but not ended: decided before the referral was over."""
    events = subject.state(lambda content: content.events)
    for key, event in subject.content.events.items():
        for name in event.after:
            other = events.get(name)
            if other is not None and _before(event.when, other.ends) and not _before(event.when, other.when):
                yield subject.finding(
                    "event-before-the-end-of-what-it-follows",
                    *("events", key, "when"),
                    element=subject.called(event),
                    when=str(one_said(event.when)),
                    other=subject.called(other),
                    ends=str(one_said(other.ends)),
                )


def events_in_a_ring(subject: Subject) -> Iterator[Finding]:
    """Events come after each other in a ring."""
    events = subject.state(lambda content: content.events)
    ringed = in_a_ring({key: event.after for key, event in events.items()})
    for key, event in subject.content.events.items():
        if key in ringed:
            yield subject.finding("events-in-a-ring", "events", key, "after", element=subject.called(event))


def signed_before_decided(subject: Subject) -> Iterator[Finding]:
    """A stage is reached before the stage that it follows on: signed before anybody had adopted it."""
    stages = subject.vocabularies["stage"]
    dated = [(key, event, _stage(subject, event)) for key, event in subject.content.events.items()]
    for key, event, stage in dated:
        follows = stages[stage].properties.get("follows") if stage in stages else None
        before = [other for _, other, earlier in dated if earlier == follows]
        if follows is not None and before and all(_before(event.when, other.when) for other in before):
            yield subject.finding(
                "stage-before-what-it-follows",
                *("events", key, "when"),
                element=subject.called(event),
                when=str(one_said(event.when)),
                other=subject.called(before[0]),
                earlier=str(one_said(before[0].when)),
            )


def turning_point_without_date(subject: Subject) -> Iterator[Finding]:
    """It is not said when the agreement was adopted, signed, revised or ended."""
    for key, event in subject.content.events.items():
        if subject.has("stage", _stage(subject, event), "turn") and silent(event.when):
            yield subject.finding("turning-point-without-date", "events", key, element=subject.called(event))


def held_otherwise_than_planned(subject: Subject) -> Iterator[Finding]:
    """An event was held on another day than planned."""
    for key, event in subject.content.events.items():
        planned, when = one_said(event.planned), one_said(event.when)
        if planned is not None and when is not None and planned.same(when) is Answer.NO:
            yield subject.finding(
                "held-otherwise-than-planned",
                *("events", key, "when"),
                element=subject.called(event),
                planned=str(planned),
                when=str(when),
            )


def versions_out_of_order(subject: Subject) -> Iterator[Finding]:
    """A version begins to hold before the one that it was made from."""
    content = subject.content
    if not isinstance(content, Version):
        return
    versions = subject.agreement.versions
    for field, named in (("revises", one_said(content.revises)), ("amends", one_said(content.amends))):
        earlier: Content | None = versions.get(named or "") or (subject.agreement if named is not None else None)
        if earlier is None:
            continue
        (since, _), (other, _) = term_of(content), term_of(earlier)
        if _before(since, other):
            yield subject.finding(
                "version-before-what-it-revises",
                field,
                element=content.key,
                since=str(one_said(since)),
                other=named,
                earlier=str(one_said(other)),
            )


def past_after_present(subject: Subject) -> Iterator[Finding]:
    """A version that is past began to hold later than the present one."""
    content, present = subject.content, subject.agreement
    (since, _), (began, _) = term_of(content), term_of(present)
    if content is not present and subject.is_over(content) and _before(began, since):
        yield subject.finding(
            "past-version-after-present",
            "since",
            element=content.key,
            since=str(one_said(since)),
            present=str(one_said(began)),
        )


def _before(date: Maybe[Date], other: Maybe[Date]) -> bool:
    """Whether one date is surely before another."""
    one, two = one_said(date), one_said(other)
    return one is not None and two is not None and one.before(two) is Answer.YES


def _stage(subject: Subject, event: Event) -> Any:
    return subject.word("event-kind", event.kind, "stage")


def _spans(subject: Subject) -> Iterator[tuple[Path, Maybe[Date], Maybe[Date]]]:
    """Everything with a beginning and an end: path of the end, beginning, end."""
    content = subject.content
    yield ("until",), content.since, content.until
    validity = one_said(content.validity)
    if isinstance(validity, Validity):
        yield ("validity", "until"), validity.since, validity.until
    for path, element in elements(content):
        if path[0] not in BESIDE:
            yield from _own_spans(path, element)


def _own_spans(path: Path, element: Element) -> Iterator[tuple[Path, Maybe[Date], Maybe[Date]]]:
    yield (*path, "until"), element.since, element.until
    if isinstance(element, Event):
        yield (*path, "ends"), element.when, element.ends


CHECKS: tuple[Check, ...] = (
    ends_before_it_begins,
    before_what_it_follows,
    before_the_end,
    events_in_a_ring,
    signed_before_decided,
    turning_point_without_date,
    held_otherwise_than_planned,
    versions_out_of_order,
    past_after_present,
)
