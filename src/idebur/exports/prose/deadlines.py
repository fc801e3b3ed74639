"""By when something is to be done, in words: *senast 3 månader efter avslutet*, *minst 3 månader före budgeten*."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from idebur.exports.prose.saying import Open, rest_of
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import lowered, sentence
from idebur.notation.amounts import Amount
from idebur.principles import Deadline

__all__ = ["due", "within"]


def due(voice: Voice, deadline: Deadline) -> Iterator[str]:
    """Say by when."""
    one = Open(voice, deadline)
    day, held = one.value("day"), one.take("within") if one.has("within") else None
    after, before = (lowered(one.value(name)) for name in ("after", "before"))
    time = _bare(held) if isinstance(held, Amount) else held
    said = [voice.phrase("by-day", day)] if day else []
    if held is not None and after:
        said.append(voice.phrase(_side(held, "within-after", "earliest-after"), voice.value(time), after))
    elif held is not None and before:
        said.append(voice.phrase(_side(held, "at-most-before", "at-least-before"), voice.value(time), before))
    elif held is not None:
        said.append(within(voice, held))
    elif after:
        said.append(voice.phrase("after-that", after))
    if before and (after or held is None):
        said.append(voice.phrase("before-that", before))
    if said:
        yield sentence(", ".join(said))
    yield from rest_of(voice, one)


def within(voice: Voice, time: object) -> str:
    """Say the time there is: *inom 3 månader*; what must at least pass is no time to be within."""
    bare = _bare(time) if isinstance(time, Amount) else time
    return voice.phrase(_side(time, "within", "after-at-least"), voice.value(bare))


def _side(time: object, at_most: str, at_least: str) -> str:
    """Which way a time is bounded: an amount from below, or that stands before an occasion, is the least there is."""
    if not isinstance(time, Amount):
        return at_least if at_least == "at-least-before" else at_most
    if time.high is None:
        return at_least
    return at_least if at_least == "at-least-before" and time.low is not None else at_most


def _bare(time: Amount) -> Amount:
    """An amount without the *at most*, *at least*, *under* or *over* that the phrase around it says."""
    bound = time.low if time.low is not None else time.high
    if time.low is not None and time.high is not None:
        return time
    return evolve(time, low=bound, high=bound, strict=False)
