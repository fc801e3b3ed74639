"""Faults and findings: how grave, what and where, with the excerpt; why it matters and the way out on request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from idebur.exports.html.tags import Inside, Markup, joined, tag
from idebur.exports.html.values import phrase
from idebur.messages import Fault, Finding, Lang, Severity, entry, filled
from idebur.messages.command import counted
from idebur.messages.command import phrase as command_phrase

__all__ = ["finding", "findings"]

MOST = 500
"""How many of a list are shown."""

_SIGNS = {Severity.FAULT: "✗", Severity.ERROR: "✗", Severity.WARNING: "⚠", Severity.NOTE: "ℹ"}


def finding(one: Fault | Finding, lang: Lang) -> Markup:
    """Show one, with its excerpt; why and cure are unfolded."""
    unfolded = tag("details", tag("summary", phrase("why-and-cure", lang)), *_reasons(one, lang))
    return joined((tag("p", *_head(one, lang)), *_where(one, lang), unfolded))


def findings(several: Sequence[Fault | Finding], lang: Lang) -> Markup:
    """Show a list, the gravest first and else in its order: a line each, the rest unfolded."""
    if not several:
        return tag("p", phrase("no-findings", lang))
    order = list(Severity)
    gravest = sorted(several, key=lambda one: order.index(one.severity))
    severities = [one.severity for one in several]
    counts = [counted(one.value, severities.count(one), lang) for one in Severity if one in severities]
    items = [
        tag("details", tag("summary", *_head(one, lang)), *_where(one, lang), *_reasons(one, lang))
        for one in gravest[:MOST]
    ]
    left = [tag("p", phrase("findings-left", lang, n=len(several) - MOST))] if len(several) > MOST else []
    return joined((tag("p", tag("strong", ", ".join(counts))), *items, *left))


def _head(one: Fault | Finding, lang: Lang) -> Iterator[Inside]:
    severity = one.severity
    yield tag("span", f"{_SIGNS[severity]} ", **{"aria-hidden": "true"})
    yield tag("strong", severity.called(lang))
    yield " "
    yield tag("code", one.code)
    yield f" {one.message(lang)}"


def _where(one: Fault | Finding, lang: Lang) -> Iterator[Markup]:
    said = [str(one.place) if one.place is not None else "", f"({one.path})" if one.path else ""]
    if any(said):
        yield tag("p", tag("code", " ".join(filter(None, said))))
    excerpt = one.place.excerpt() if one.place is not None else ""
    if excerpt:
        yield tag("pre", excerpt)
    if one.suggestion:
        yield tag("p", command_phrase("did-you-mean", lang, guess=one.suggestion))


def _reasons(one: Fault | Finding, lang: Lang) -> Iterator[Markup]:
    described = entry(one.code)
    for name, texts in (("why", described.why), ("cure", described.cure)):
        yield tag("p", tag("strong", f"{command_phrase(name, lang)}: "), filled(texts[lang], lang, one.params))
