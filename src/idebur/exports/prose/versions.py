"""The other versions of an agreement: what each is called, and what it ends and replaces."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Absence, one_said
from idebur.content import Content, Version
from idebur.elements import Element, Keyed
from idebur.exports.prose.retelling import Told
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, sentence
from idebur.several import Several
from idebur.text import Text
from idebur.visits import elements

__all__ = ["changes", "ended", "version_kind", "version_title", "versions"]


def versions(voice: Voice) -> Iterator[Told]:
    """Tell in short of each version beside the present one."""
    if voice.content is not voice.agreement:
        return
    for key, version in voice.agreement.versions.items():
        own = Voice(voice.agreement, voice.lang, key)
        status, when = one_said(version.status), voice.span(version)
        head = version_title(own, version, key)
        label = voice.label("status", status) if isinstance(status, str) else ""
        marked = ", ".join(filter(None, ("" if label and head.startswith(capital(label)) else label, when)))
        line = [f"{head} ({marked})." if marked else f"{head}.", *version_kind(own, version)]
        counts = [
            f"{voice.field(name)} ({len(held)})"
            for name in Content.model_fields
            if isinstance(held := getattr(version, name), (Keyed, Several)) and len(held) and name != "languages"
        ]
        if counts:
            line.append(voice.phrase("holds-of", voice.listed(counts)))
        line += _in_short(own)
        line.append(voice.phrase("show-more", key))
        yield Told(" ".join(line))


def _in_short(voice: Voice) -> Iterator[str]:
    ends = [name for _, _, name, _ in ended(voice)]
    if ends:
        yield sentence(voice.phrase("ends", voice.listed(ends)))
    yield from (voice.phrase("takes-place-of", capital(new), old) for new, old in _replaced(voice))


def version_title(voice: Voice, version: Content, key: str) -> str:
    """What a version is called: by its title, or else by its status."""
    status = one_said(version.status)
    if isinstance(one_said(version.title), Text) or not isinstance(status, str):
        return capital(voice.title(version, key))
    return capital(voice.phrase("version-of-status", voice.label("status", status)))


def version_kind(voice: Voice, version: Version) -> Iterator[str]:
    """Say what a version amends, and what it was revised from."""
    for name, phrase in ((version.amends, "amends"), (version.revises, "revises")):
        if isinstance(name, str):
            known = voice.agreement.versions
            of = voice.title(known[name], name) if name in known else voice.phrase("present")
            yield voice.phrase(phrase, of)


def changes(voice: Voice) -> Iterator[Told]:
    """Tell what an amending version ends, with what stands in its place, and what it replaces by what."""
    for _, _, name, absence in ended(voice):
        said = voice.phrase("ends", name)
        if absence.instead is not None:
            said += f"; {voice.phrase('instead', voice.name(absence.instead))}"
        yield Told(sentence(" ".join(filter(None, (said, voice.cites(absence.cites))))))
    yield from (Told(voice.phrase("takes-place-of", capital(new), old)) for new, old in _replaced(voice))


def ended(voice: Voice) -> Iterator[tuple[str, str, str, Absence]]:
    """Give what an amending version says there is none of and the amended one has: section, key, name, absence."""
    before = _amended(voice)
    for section in Content.model_fields if before is not None else ():
        now, then = getattr(voice.content, section), getattr(before, section)
        if isinstance(now, Keyed):
            for key, absence in now.absent.items():
                if absence.is_stated and key in then:
                    yield section, key, voice.title(then[key], key), absence


def _replaced(voice: Voice) -> Iterator[tuple[str, str]]:
    """What a version replaces what it amends by: the name of the new, and of the old."""
    before = _amended(voice)
    for path, element in elements(voice.content) if before is not None else ():
        old = one_said(element.replaces)
        if path and isinstance(old, str):
            then = getattr(before, str(path[0]).replace("-", "_"), None)
            known = then[old] if isinstance(then, Keyed) and old in then else None
            named = voice.title(known, old) if isinstance(known, Element) else voice.name(old)
            yield voice.title(element, element.key or old), named


def _amended(voice: Voice) -> Content | None:
    """The state that a version amends; ``None`` where it is whole in itself."""
    amends = voice.content.amends if isinstance(voice.content, Version) else None
    if not isinstance(amends, str):
        return None
    known = voice.agreement.versions
    return known.get(amends, voice.agreement)
