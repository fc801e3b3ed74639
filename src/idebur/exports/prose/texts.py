"""What the text holds to and what it rests on: sentences of their own."""

from __future__ import annotations

from collections.abc import Sequence

from idebur.absence import Absence
from idebur.exports.prose.saying import Open, who
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import at_date, capital, sentence
from idebur.messages import LANGUAGES
from idebur.messages.telling import FACT_TYPES
from idebur.notation.dates import Date
from idebur.several import Pairs, Several

__all__ = ["aim", "clause", "definition", "document", "fact", "level", "link", "principle", "tool"]


def aim(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of an aim."""
    kind, number = one.label("kind"), one.value("number")
    head = capital(" ".join(filter(None, (kind or key.replace("-", " "), number))))
    said = one.take("text")
    if isinstance(said, Absence):
        return f"{head}: {voice.phrase('said-to-be-none' if said.is_stated else 'never-said-what')}", []
    text = voice.value(said) if said is not None else ""
    return f"{head}: {sentence(text)}" if text else head, who(voice, one, "")


def principle(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a principle."""
    number, title, summary = one.value("number"), one.title(key), one.text("summary")
    head = f"{number}. {title}" if number else title
    like = one.several("like")
    sentences = [sentence(summary)] if summary else []
    if like:
        sentences.append(voice.phrase("like", like))
    return head, sentences


def document(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a document."""
    title, kind, by, when = one.title(key), one.label("kind"), one.several("by"), one.value("when")
    known = one.value("known_through")
    if one.has("places"):
        one.take("places")
    if one.element.__dict__["languages"] == Several([voice.agreement.language]):
        one.take("languages")
    parts = [
        kind if kind.casefold() not in title.casefold() else "",
        when,
        voice.phrase("made-by", by) if by else "",
        voice.phrase("known-through", known) if known else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"{title}: {said}" if said else title, []


def link(voice: Voice, one: Open, _key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a link."""
    subject = one.value("subject") or voice.phrase("this-agreement")
    kind, to, parts = one.label("kind"), one.several("to"), one.several("parts")
    extent, when = (one.take(name) if one.has(name) else None for name in ("extent", "when"))
    effect = one.text("effect")
    day = at_date(when, voice.lang) if isinstance(when, Date) else voice.value(when) if when is not None else ""
    how = voice.label("extent", extent) if isinstance(extent, str) else "" if extent is None else voice.value(extent)
    main = " ".join(filter(None, (subject, kind, to, day)))
    details = [
        voice.phrase("as-to", parts) if parts else "",
        how,
    ]
    return capital(", ".join(filter(None, (main, *details)))), [sentence(effect)] if effect else []


def definition(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a definition."""
    term, means, also = one.text("term") or key.replace("-", " "), one.text("means"), one.several("also", "or")
    head = voice.phrase("quoted", term)
    return f"{head}: {sentence(means)}" if means else head, [f"{capital(voice.field('also'))}: {also}."] if also else []


def clause(_voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a clause."""
    says, rule = one.text("says"), one.value("rule")
    if one.has("under"):
        one.take("under")
    return (sentence(says) if says else capital(rule or key.replace("-", " "))), []


def fact(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a fact that rules ask for."""
    title, question, kind = one.title(key), one.text("question"), one.take("type")
    vocabulary, values = one.value("vocabulary"), one.several("values", "or")
    sentences = [
        sentence(question) if question else "",
        FACT_TYPES[kind][LANGUAGES.index(voice.lang)] if kind in FACT_TYPES else "",
        voice.phrase("one-of", values) if values else "",
        voice.phrase("word-of", voice.phrase("quoted", vocabulary)) if vocabulary else "",
    ]
    return capital(title), [said for said in sentences if said]


def level(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a level."""
    number, title, text = one.value("number"), one.title(key), one.text("text")
    asked, like = one.several("asked_by"), _like(voice, one)
    traits = one.several("traits")
    sentences = [
        sentence(text) if text else "",
        sentence(traits) if traits else "",
        voice.phrase("level-asked", asked) if asked else "",
        voice.phrase("like", like) if like else "",
    ]
    return f"{number}. {title}" if number else capital(title), [said for said in sentences if said]


def _like(voice: Voice, one: Open) -> str:
    """What a level corresponds to; inside a ladder without the document, which the ladder names."""
    if not one.nested or not one.has("like"):
        return one.several("like")
    names = [key.partition(".") for key in one.take("like")]
    return voice.listed(voice.foreign(document, rest) if rest else voice.name(document) for document, _, rest in names)


def tool(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a tool."""
    at = one.take("at") if one.has("at") else None
    crossings: Sequence[tuple[str, Several[str]]] = list(at.items()) if isinstance(at, Pairs) else []
    shown = [
        voice.phrase("tool-at", voice.name(level), ", ".join(map(voice.name, phases))) if phases else voice.name(level)
        for level, phases in crossings
    ]
    title = capital(one.title(key))
    return f"{title}: {voice.listed(shown)}" if shown else title, []
