"""Texts: languages that are missing, translations that were forgotten, things that are never told."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.checks.subject import Check, Subject, silent
from idebur.messages import Finding
from idebur.text import UNDETERMINED, Text

__all__ = ["CHECKS"]

_ONE_LANGUAGE = frozenset({"name", "also", "person", "contact", "number", "code", "url", "registry", "area", "note"})
"""Fields of names and numbers: without a language they are the same in all. Notes are for the file's writers."""

_WORDS_OF_A_NAME = 3
"""Up to so many words, the same text in two languages is taken for a name."""


def language_missing(subject: Subject) -> Iterator[Finding]:
    """A text is not in every language that the agreement is to be in."""
    own = subject.agreement.language
    wanted = next((content.languages for content in subject.contents() if len(content.languages)), ())
    for visit in subject.visits:
        text = visit.value
        if isinstance(text, Text) and not (visit.field in _ONE_LANGUAGE and set(text) == {UNDETERMINED}):
            missing = tuple(language for language in wanted if language not in text.languages(own))
            if missing:
                yield subject.finding("text-language-missing", *visit.path, said=_short(str(text)), missing=missing)


def same_in_two_languages(subject: Subject) -> Iterator[Finding]:
    """A text is the same in two languages: one was copied, and the translation forgotten."""
    for visit in subject.visits:
        text = visit.value
        if isinstance(text, Text) and len(set(text.values())) < len(text):
            said = str(text)
            if len(said.split()) > _WORDS_OF_A_NAME:
                yield subject.finding("text-same-in-two-languages", *visit.path, said=_short(said))


def principle_without_title(subject: Subject) -> Iterator[Finding]:
    """A principle has no title."""
    for key, principle in subject.living(subject.content.principles):
        if silent(principle.title):
            yield subject.finding("principle-without-title", "principles", key, element=key)


def principle_without_summary(subject: Subject) -> Iterator[Finding]:
    """It is not said what a principle comes to."""
    for key, principle in subject.living(subject.content.principles):
        if silent(principle.summary):
            yield subject.finding("principle-without-summary", "principles", key, element=subject.called(principle))


def without_title(subject: Subject) -> Iterator[Finding]:
    """The agreement has no title."""
    if subject.content is subject.agreement and silent(subject.content.title):
        yield subject.finding("agreement-without-title", "title")


def without_name(subject: Subject) -> Iterator[Finding]:
    """A party or a body has no name."""
    for section in ("parties", "bodies"):
        for key, actor in subject.living(getattr(subject.content, section)):
            if silent(actor.name):
                yield subject.finding("actor-without-name", section, key, element=key)


def definition_without_meaning(subject: Subject) -> Iterator[Finding]:
    """An expression is defined, and it is not said as what."""
    for key, definition in subject.living(subject.content.definitions):
        if silent(definition.means) and silent(definition.also):
            yield subject.finding("definition-without-meaning", "definitions", key, element=subject.called(definition))


def aim_never_told(subject: Subject) -> Iterator[Finding]:
    """An aim is named, and never said what it is."""
    for key, aim in subject.living(subject.content.aims):
        if silent(aim.text) and not len(aim.parts):
            yield subject.finding("aim-never-told", "aims", key, element=subject.called(aim))


def clause_says_nothing(subject: Subject) -> Iterator[Finding]:
    """A clause has neither a rule nor words."""
    for key, clause in subject.living(subject.content.clauses):
        if silent(clause.rule) and silent(clause.says):
            yield subject.finding("clause-says-nothing", "clauses", key, element=key)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


_QUOTES = "“”„«»"


def in_curly_quotes(subject: Subject) -> Iterator[Finding]:
    """A whole text stands in quotation marks that YAML takes for letters of it."""
    for visit in subject.visits:
        if isinstance(visit.value, Text):
            for text in visit.value.values():
                inside = text[1:-1]
                if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES and not set(inside) & set(_QUOTES):
                    yield subject.finding("text-in-curly-quotes", *visit.path, text=_short(text))
                    break


CHECKS: tuple[Check, ...] = (
    in_curly_quotes,
    language_missing,
    same_in_two_languages,
    principle_without_title,
    principle_without_summary,
    without_title,
    without_name,
    definition_without_meaning,
    aim_never_told,
    clause_says_nothing,
)
