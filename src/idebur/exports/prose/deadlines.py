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
    said = [voice.phrase("by-day", day)] if day else []
    if held is not None and after:
        said.append(_counted(voice, held, after, ("within-after", "earliest-after", "just-after"), "within-after"))
    elif held is not None and before:
        said.append(
            _counted(voice, held, before, ("at-most-before", "at-least-before", "just-before"), "at-least-before")
        )
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
    least = isinstance(time, Amount) and time.high is None
    return voice.phrase("after-at-least" if least else "within", voice.value(_bare(time)))


def _counted(voice: Voice, time: object, other: str, phrases: tuple[str, str, str], exact: str) -> str:
    """A time before or after an occasion; *phrases* for at most, at least and any other, *exact* for a number."""
    at_most, at_least, plain = phrases
    if not isinstance(time, Amount) or time.about or (time.strict and time.high is None):
        return voice.phrase(plain, voice.value(time), other)
    if time.low is not None and time.high is not None:
        return voice.phrase(exact if time.low == time.high else plain, voice.value(time), other)
    return voice.phrase(at_least if time.high is None else at_most, voice.value(_bare(time)), other)


def _is_bound(time: object) -> bool:
    return isinstance(time, Amount) and (time.low is None or time.high is None)


def _bare(time: object) -> object:
    """A time without the *at most*, *at least*, *under* or *over* that the phrase around it says."""
    if not isinstance(time, Amount) or not _is_bound(time):
        return time
    bound = time.low if time.low is not None else time.high
    return evolve(time, low=bound, high=bound, strict=False)
