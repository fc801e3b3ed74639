"""An agreement, or one version of it, at a glance: who, where, what it holds, what it is silent about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from idebur.absence import Absence, one_said
from idebur.content import Content, Version
from idebur.documents import Instrument, Territory, Validity
from idebur.elements import Keyed
from idebur.exports.html.tags import Inside, Markup, Row, bulleted, facts, joined, table, tag
from idebur.exports.html.values import named, phrase, texted, value
from idebur.exports.prose.saying import Open, absences
from idebur.exports.prose.versions import ended, version_kind, version_title
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, sentence
from idebur.mandates import sector_of
from idebur.messages.telling import SECTIONS
from idebur.parties import Actor
from idebur.several import Several
from idebur.text import Text

__all__ = ["agreement"]

MOST_NAMES = 30
"""How many parties of a sector are named."""


def agreement(voice: Voice) -> Markup:
    """Show one state of an agreement, and of the agreement its other versions."""
    content = voice.content
    shown = [facts(_title(voice), _rows(voice))]
    versions = voice.agreement.versions
    if content is voice.agreement and len(versions):
        heads = [phrase(name, voice.lang) for name in ("version", "key")]
        heads += [capital(voice.field("status")), *(phrase(one, voice.lang) for one in ("time", "relation", "holds"))]
        shown.append(table(capital(voice.field("versions")), heads, [_version(voice, key) for key in versions]))
    return joined(shown)


def _title(voice: Voice) -> Inside:
    content = voice.content
    title = one_said(content.title)
    if isinstance(title, Text):
        return texted(voice, title)
    if isinstance(content, Version):
        return version_title(voice, content, content.key)
    return capital(voice.agreement.agreement.replace("-", " "))


def _rows(voice: Voice) -> Iterator[Row]:
    content = voice.content
    key = content.key if isinstance(content, Version) else voice.agreement.agreement
    if key:
        yield phrase("key", voice.lang), tag("code", key)
    if isinstance(content, Version):
        yield capital(voice.field("status")), value(voice, content.status, Open(voice, content).mark("status"))
        yield from ((phrase("relation", voice.lang), said) for said in version_kind(voice, content))
    if voice.span(content):
        yield phrase("time", voice.lang), voice.span(content)
    amends = isinstance(content, Version) and content.is_amendment  # what an amendment does not name stands
    for name in ("instrument", "territory", "validity"):
        said = getattr(content, name)
        if not isinstance(said, Absence) or (name == "territory" and not amends):
            yield capital(voice.field(name)), _part(voice, said)
    if content.parties.absence is None or not amends:
        yield phrase("parties", voice.lang), _parties(voice)
    yield phrase("holds", voice.lang), _held(voice, content)
    yield from _absences(voice)


def _part(voice: Voice, said: Any) -> Inside:
    """What sort of text it is, where or for how long it holds; and on what of that it is silent."""
    if not isinstance(said, (Instrument, Territory, Validity)):
        return value(voice, said)
    one = Open(voice, said)
    parts = [one.value(name) for name in ("area", "level", "kind") if name in one.fields]
    if isinstance(said, Validity):
        one.take("since"), one.take("until")
        parts.append(voice.span(said))  # type: ignore[arg-type]  # it has a beginning and an end, as an element has
    told = [sentence(", ".join(filter(None, parts)))] if any(parts) else []
    binding = one.flag("binding") if isinstance(said, Instrument) else None
    if binding is not None:
        told.append(voice.phrase("binding" if binding else "not-binding"))
    told += one.rest()
    return " ".join(filter(None, (*told, *map(sentence, absences(voice, one)))))


def _parties(voice: Voice) -> Inside:
    """The parties by sector, as the file says it or as their kind does; by how it is absent, where neither does."""
    parties = voice.content.parties
    groups: dict[str, list[Inside]] = {}
    for key, party in parties.items():
        groups.setdefault(_sector(voice, party), []).append(named(voice, party, key))
    lines = []
    for sector, names in groups.items():
        told = names[:MOST_NAMES]
        if len(names) > MOST_NAMES:
            told.append(phrase("more", voice.lang, n=len(names) - MOST_NAMES))
        lines.append(joined((phrase("party-sector", voice.lang, sector=sector, n=len(names)), joined(told, "; "))))
    if parties.absence is not None:
        return value(voice, parties)
    return bulleted(lines) if lines else phrase("nothing", voice.lang)


def _sector(voice: Voice, party: Actor) -> str:
    silent = isinstance(party.sector, Absence) and not party.sector.is_stated
    sector = sector_of(party, voice.vocabularies) if silent else one_said(party.sector)
    if sector is None:
        return phrase("sector-not-told", voice.lang, how=value(voice, party.sector))
    return capital(voice.label("sector", sector))


def _sections(content: Content) -> Iterator[tuple[str, Keyed[Any] | Several[Any]]]:
    """The sections, in the order in which they are told; one that is not told by name comes last."""
    for name in dict.fromkeys([*SECTIONS, *Content.model_fields]):
        held = getattr(content, name, None)
        if name in Content.model_fields and isinstance(held, (Keyed, Several)) and name != "languages":
            yield name, held


def _held(voice: Voice, content: Content) -> Inside:
    counts = [f"{voice.field(name)} {len(held)}" for name, held in _sections(content) if len(held)]
    ends = [" ·"] * (len(counts) - 1) + [""]
    together = (tag("span", *one, style="white-space: nowrap;") for one in zip(counts, ends, strict=False))
    return joined(together, " ") if counts else phrase("nothing", voice.lang)


def _absences(voice: Voice) -> Iterator[Row]:
    """On what the text is silent, what it says there is none of, and what the file leaves out: each by itself."""
    content = voice.content
    gone = {(section, key) for section, key, _, _ in ended(voice)}
    silent: list[Inside] = []
    denied: list[Inside] = []
    left_out: list[str] = []
    for name in type(content).model_fields:
        held = getattr(content, name)
        absence = getattr(held, "absence", held)
        if isinstance(absence, Absence) and name in content.model_fields_set:
            (denied if absence.is_stated else silent).append(_gap(voice, voice.field(name), absence))
        elif isinstance(absence, Absence) and name in SECTIONS and name != "parties":
            left_out.append(voice.field(name))
        for key, one in held.absent.items() if isinstance(held, Keyed) else ():
            called = voice.silent_on(name, key)
            if (name, key) in gone:
                called = next(title for section, other, title, _ in ended(voice) if (section, other) == (name, key))
            (denied if one.is_stated else silent).append(_gap(voice, called, one))
    for heading, found in (("silent", silent), ("denied", denied)):
        if found:
            yield phrase(heading, voice.lang), joined(found, "; ")
    if left_out and not (isinstance(content, Version) and content.is_amendment):
        yield phrase("left-out", voice.lang), "; ".join(left_out)


def _gap(voice: Voice, name: str, absence: Absence) -> str:
    """What is not there, with what the text says in its stead."""
    counted = absence.count is not None and not absence.is_stated
    said = phrase("counted-of", voice.lang, name=name, count=voice.value(absence.count)) if counted else name
    if absence.instead is not None:
        said += f" ({voice.phrase('instead', voice.name(absence.instead))})"
    return " ".join(filter(None, (said, voice.cites(absence.cites))))


def _version(voice: Voice, key: str) -> list[Inside]:
    own = Voice(voice.agreement, voice.lang, key)
    version = voice.agreement.versions[key]
    return [
        _title(own),
        tag("code", key),
        value(own, version.status, Open(own, version).mark("status")),
        voice.span(version) or voice.phrase("not-told"),
        " ".join(version_kind(own, version)) or "–",
        _held(own, version),
    ]
