"""What a notebook shows of a thing: the fragment for it, in the language and with the names of its agreement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from idebur.agreement import Agreement
from idebur.content import Content, Version
from idebur.elements import Keyed
from idebur.errors import UnknownKey
from idebur.exports.html.agreements import agreement as agreement_html
from idebur.exports.html.bodies import body as body_html
from idebur.exports.html.findings import finding as finding_html
from idebur.exports.html.findings import findings as findings_html
from idebur.exports.html.tags import Markup, tag
from idebur.exports.html.verdicts import known_terms
from idebur.exports.html.verdicts import verdict as verdict_html
from idebur.exports.prose.voice import Voice
from idebur.governance import Body
from idebur.membership import rule_of_joining
from idebur.messages import LANGUAGES, Fault, Finding, Lang
from idebur.rules.terms import Terms
from idebur.rules.verdicts import Verdict
from idebur.text import UNDETERMINED

__all__ = ["Shown", "show"]

Showable = Content | Body | Verdict | Fault | Finding | Iterable[Fault | Finding]


@frozen
class Shown:
    """A fragment of HTML, which a notebook shows; ``str()`` gives it as text.

    It has no script, style sheet or identifier of its own, fetches nothing, and takes its colours from the page.
    """

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html


def show(
    thing: Showable, agreement: Agreement | None = None, *, lang: Lang | None = None, version: str | None = None
) -> Shown:
    """Show an agreement, a version, a body, a verdict, a finding or fault, or several of these last.

    *agreement* is where it belongs: it gives a version, a body or a verdict the names of the actors, documents and
    conditions, which else are called by their keys, and *lang* where it is left out: the language of the agreement, or
    English where that is another than Swedish or there is no agreement. *version* is the one that a verdict is under.

    Raises:
        UnknownKey: there is no such language or version.
        TypeError: it is none of these.

    >>> print(show(()))
    <div lang="en" style="overflow-x: auto;"><p style="margin: 0.3em 0;">Nothing to report.</p></div>
    """
    whole = thing if isinstance(thing, Agreement) else agreement
    own: Lang = next((one for one in LANGUAGES if whole is not None and one == whole.language), "en")
    if lang is not None and lang not in LANGUAGES:
        raise UnknownKey(str(lang), "language", LANGUAGES)
    chosen = own if lang is None else lang
    return Shown(tag("div", _shown(thing, whole, chosen, version), lang=chosen, style="overflow-x: auto;").html)


def _shown(thing: Any, whole: Agreement | None, lang: Lang, version: str | None) -> Markup:
    match thing:
        case Content():
            return agreement_html(_voice(thing, whole, lang))
        case Body():
            known = whole if whole is not None else _alone(bodies=Keyed({thing.key: thing} if thing.key else {}))
            return body_html(Voice(known, lang, _state_of(known, thing)), thing)
        case Verdict():
            known = whole if whole is not None else _alone()
            terms = rule_of_joining(known, version)[1] if whole is not None else Terms()
            return verdict_html(Voice(known, lang, version), known_terms(thing, terms), thing)
        case Fault() | Finding():
            return finding_html(thing, lang)
        case Iterable() if not isinstance(thing, (str, bytes)):
            several = tuple(thing)
            if all(isinstance(one, (Fault, Finding)) for one in several):
                return findings_html(several, lang)
        case _:
            pass
    raise TypeError(f"a {type(thing).__name__} cannot be shown; give an agreement, version, body, verdict or findings")


def _alone(**sections: Any) -> Agreement:
    """An agreement that holds no more than what is shown of it: names in it that lead elsewhere are told as keys."""
    return Agreement.model_construct(agreement="", language=UNDETERMINED, **sections)


def _voice(thing: Content, whole: Agreement | None, lang: Lang) -> Voice:
    if isinstance(thing, Agreement):
        return Voice(thing, lang)
    if whole is not None:
        for key, known in whole.versions.items():
            if known is thing or (key == thing.key and known == thing):
                return Voice(whole, lang, key)
    if isinstance(thing, Version):
        key = thing.key or "version"
        return Voice(_alone(versions=Keyed({key: thing})), lang, key)
    return Voice(_alone(**{name: getattr(thing, name) for name in thing.model_fields_set}), lang)


def _state_of(whole: Agreement, body: Body) -> str | None:
    """The version that a body stands in; ``None`` for the present."""
    states: tuple[tuple[str | None, Content], ...] = ((None, whole), *whole.versions.items())
    same = [key for key, content in states if any(one is body for one in content.bodies.values())]
    alike = [key for key, content in states if content.bodies.find(body.key) == body]
    return next(iter((*same, *alike)), None)
