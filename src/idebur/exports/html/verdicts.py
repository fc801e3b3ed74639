"""A verdict at a glance: the rule as a numbered tree, with what was found, what is needed, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from attrs import frozen

from idebur.absence import one_said
from idebur.answers import Answer
from idebur.citations import Cite
from idebur.exports.html.tags import Inside, Markup, joined, table, tag
from idebur.exports.html.values import phrase
from idebur.exports.prose.asking import Asking
from idebur.exports.prose.conditions import rule_in_words
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, lowered
from idebur.notation.dates import Date
from idebur.rules.facts import Fact, FactType
from idebur.rules.language import AllOf, AnyOf, AtLeast, Not
from idebur.rules.terms import Terms
from idebur.rules.verdicts import Needed, Verdict
from idebur.text import Text

__all__ = ["known_terms", "verdict"]

MOST_ROWS = 200
"""How many parts of a rule are shown."""

_SIGNS = {Answer.YES: "✓", Answer.NO: "✗", Answer.UNKNOWN: "?"}
_DEEPEST = 12  # set in further, nothing would be left of the line
_WIDEST = 160


def known_terms(shown: Verdict, terms: Terms) -> Terms:
    """The terms, and the facts that they do not know and the verdict is about, each of the type that it is asked as."""
    asked = {one.fact: _type(one.needed) for one in shown.walk() if one.fact is not None}
    unknown = {
        name: Fact(type=kind)
        for name, kind in asked.items()
        if name not in terms.facts or not _fits(terms.facts[name].type, kind)
    }
    return Terms({**terms.facts, **unknown}, terms.clauses, terms.vocabularies) if unknown else terms


def _fits(known: FactType, asked: FactType) -> bool:
    """Whether it may be one fact; a year that is asked for looks like a number."""
    return known == asked or {known, asked} == {"number", "date"}


def _type(needed: Needed | None) -> FactType:
    if needed is None:
        return "yes-no"
    if needed.how.startswith("includes"):
        return "words"
    if any(isinstance(one, Date) for one in needed.values):
        return "date"
    if needed.how == "is":
        return "yes-no" if all(isinstance(one, bool) for one in needed.values) else "word"
    return "date" if needed.how in ("before", "after") else "number"


def verdict(voice: Voice, terms: Terms, shown: Verdict) -> Markup:
    """Show a verdict, under the terms that it was reached by or some that know its facts."""
    return _Showing(voice, Asking(voice, terms)).whole(shown)


@frozen
class _Showing:
    voice: Voice
    asking: Asking

    def whole(self, shown: Verdict) -> Markup:
        lang = self.voice.lang
        heads = [phrase(name, lang) for name in ("condition", "answer", "found", "needed", "cites")]
        rows = list(self._rows(shown))
        called = capital(rule_in_words(self.voice, shown.rule)) if shown.clause is None else self._called(shown)
        caption = joined((self._answer(shown.answer), ": ", shorten(called, _WIDEST, placeholder=" …")))
        kept = [column for column in range(len(heads)) if column < 2 or any(row[column] for row in rows)]
        told = [[row[column] for column in kept] for row in rows[:MOST_ROWS]]
        parts = [table(caption, [heads[column] for column in kept], told)]
        if len(rows) > MOST_ROWS:
            parts.append(tag("p", phrase("rows-left", lang, n=len(rows) - MOST_ROWS)))
        if len(rows) > 1:
            parts.append(tag("p", phrase("bold", lang)))
        missing = list(dict.fromkeys(self._missing(shown)))
        if missing:
            parts.append(tag("p", f"{self.asking.say('missing')}:"))
            parts.append(tag("ul", *(tag("li", one) for one in missing)))
        return joined(parts)

    def _rows(self, shown: Verdict) -> Iterator[list[Inside]]:
        """A row for every part, each before those it rests on; of a clause that comes again, only where it stands."""
        deciding = set(_deciding(shown))
        numbers: dict[int, str] = {}
        left: list[tuple[Verdict, tuple[int, ...]]] = [(shown, ())]
        while left:
            one, at = left.pop()
            number = ".".join(map(str, at))
            called = self._called(one)
            again = numbers.get(id(one)) if one.because else None
            if again is not None:
                called = phrase("as-above", self.voice.lang, condition=called, number=again)
            else:
                numbers[id(one)] = number
                left.extend((part, (*at, place)) for place, part in reversed([*enumerate(one.because, 1)]))
            said = f"{number} {called}".strip()
            mark = tag("strong" if id(one) in deciding else "span", said, style=_set_in(len(at)))
            yield [mark, self._answer(one.answer), self._found(one), self._needed(one), self._places(one)]

    def _answer(self, answer: Answer) -> Inside:
        said = joined((tag("span", f"{_SIGNS[answer]} ", **{"aria-hidden": "true"}), self._told(answer)))
        return tag("span", said, style="white-space: nowrap;")

    def _told(self, answer: Answer) -> str:
        return phrase(f"answer-{answer}", self.voice.lang)

    # --- what a part is called ---

    def _called(self, one: Verdict) -> str:
        voice = self.voice
        if one.clause is not None:
            return capital(self._clause(one.clause))
        if one.fact is not None:
            label = one_said(self.asking.terms.facts[one.fact].label)
            return capital(voice.text(label) if isinstance(label, Text) else one.fact.replace("-", " "))
        match one.rule:
            case AllOf(rules=rules) | AnyOf(rules=rules) if not rules:
                return capital(rule_in_words(voice, one.rule))
            case AllOf():
                return phrase("all-of", voice.lang)
            case AnyOf():
                return phrase("any-of", voice.lang)
            case AtLeast(number=number):
                return phrase("at-least-of", voice.lang, n=number)
            case Not():
                return phrase("not", voice.lang)
            case other:
                return capital(rule_in_words(voice, other))

    def _clause(self, name: str) -> str:
        meant = self.asking.terms.clauses.get(name)
        says = one_said(meant.says) if meant is not None else None
        if isinstance(says, Text):
            return self.voice.text(says).removesuffix(".")
        own = name.removeprefix("procedures.")
        known = own != name and any(own in held.procedures for held in (self.voice.content, self.voice.agreement))
        return self.voice.name(name) if known else own.replace("-", " ")

    # --- what it rests on ---

    def _found(self, one: Verdict) -> str:
        found = ""
        if one.fact is not None:
            found = phrase("not-known", self.voice.lang)
            if one.found is not None:
                found = self.asking.found(one.fact, one.found)
        elif one.clause is not None and not one.because and one.attested is None:
            found = phrase("not-judged", self.voice.lang)
        if one.attested is None:
            return found
        attested = self.asking.attested(one, one.attested)
        return f"{found} ({lowered(attested)})" if one.fact is not None else attested

    def _needed(self, one: Verdict) -> str:
        return self.asking.needed([one.rule]) if one.fact is not None else ""

    def _places(self, one: Verdict) -> str:
        return "; ".join(dict.fromkeys(map(self._place, one.cites)))

    def _place(self, cite: Cite) -> str:
        """The title of the document and the place in it; where there is no such title, the citation as written."""
        document = cite.at.document
        if document is None or document not in self.voice.agreement.documents:
            return str(cite.at)
        return ", ".join(filter(None, (self.voice.name(document, "document"), cite.at.place)))

    def _missing(self, shown: Verdict) -> Iterator[str]:
        """What has to be asked or judged before there can be an answer."""
        if shown.answer is not Answer.UNKNOWN:
            return
        for ground in shown.grounds:
            if ground.fact is not None and ground.found is None:
                yield self.asking.say("asked", question=self.asking.question(ground.fact))
            elif ground.fact is not None:
                found = self.asking.found(ground.fact, ground.found)
                yield self.asking.say("asked-more-precisely", question=self.asking.question(ground.fact), found=found)
            elif ground.clause is not None and ground.clause.startswith("procedures"):
                yield self.asking.say("to-agree")
            elif ground.clause is not None:
                yield self.asking.say("to-judge", says=f"{self._clause(ground.clause)}.")


def _set_in(depth: int) -> str:
    return f"display: inline-block; padding-left: {min(depth, _DEEPEST) * 1.2:g}em;" if depth else ""


def _deciding(shown: Verdict) -> Iterator[int]:
    """The parts without which the answer would not be what it is, down to the grounds."""
    seen: set[int] = set()
    left = [shown]
    while left:
        one = left.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield id(one)
            left.extend(one.reasons)
