"""What is said of a value, in words that keep its absences apart: silence, a denial, a word without an amount."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from idebur.absence import Absence, Claims, Vague, one_said
from idebur.elements import Element, Keyed
from idebur.exports.html.tags import Inside, tag
from idebur.exports.prose.voice import Voice
from idebur.messages import LANGUAGES, Lang
from idebur.messages.notebooks import PHRASES
from idebur.said import Said
from idebur.several import Several
from idebur.text import UNDETERMINED, Text
from idebur.visits import Mark, fields_of

__all__ = ["field", "named", "phrase", "texted", "value"]


def phrase(name: str, lang: Lang, /, **parts: object) -> str:
    """Fill a phrase of the notebook in."""
    return PHRASES[name][LANGUAGES.index(lang)].format(**parts)


def field(voice: Voice, said: Said, name: str) -> str:
    """What an element says of one of its fields, or how it does not."""
    known = fields_of(type(said))[name]
    return value(voice, getattr(said, name), known.mark, known.key_mark)


def value(voice: Voice, said: Any, mark: Mark = None, key_mark: Mark = None) -> str:
    """A value in words, or how there is none."""
    match said:
        case Absence():
            return _absent(voice, said)
        case Vague():
            return _vague(voice, said)
        case Claims(claims=(only,)):
            return _words((value(voice, only.said, mark, key_mark), voice.cites(only.cites)))
        case Several() | Keyed() if said.absence is not None:
            return _absent(voice, said.absence)
        case _:
            return voice.value(said, mark, key_mark)


def _absent(voice: Voice, absence: Absence) -> str:
    if absence.is_stated:
        said = voice.phrase("said-to-be-none")
    elif absence.count is not None:
        said = phrase("counted", voice.lang, count=voice.value(absence.count))
    else:
        said = voice.phrase("not-told")
    if absence.instead is not None:
        said += f"; {voice.phrase('instead', voice.name(absence.instead))}"
    return _words((said, voice.cites(absence.cites)))


def _vague(voice: Voice, vague: Vague) -> str:
    said = voice.phrase("vague", voice.phrase("quoted", vague.vague))
    bounds = [
        voice.phrase(name, voice.value(bound))
        for name, bound in (("over", vague.over), ("under", vague.under))
        if bound is not None
    ]
    return _words((", ".join([said, *bounds]), voice.cites(vague.cites)))


def _words(several: Iterable[str]) -> str:
    return " ".join(filter(None, several))


def named(voice: Voice, element: Element, key: str) -> Inside:
    """What an element is called, marked with its language where that is not the language around it."""
    for name in ("name", "title"):
        said = one_said(getattr(element, name, None))
        if isinstance(said, Text):
            return texted(voice, said)
    return voice.heading(voice.title(element, key))


def texted(voice: Voice, text: Text) -> Inside:
    """A text, marked with its language where that is not the language around it."""
    bare = voice.agreement.language
    tags = (voice.lang, UNDETERMINED, bare)
    chosen = next((one for one in tags if one in text), next(iter(text), UNDETERMINED))
    language = bare if chosen == UNDETERMINED else chosen
    words = voice.text(text)
    if language == voice.lang:
        return words
    return tag("span", words, lang="" if language == UNDETERMINED else language)
