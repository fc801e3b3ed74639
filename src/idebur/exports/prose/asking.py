"""What a rule asks, in words that answer a question put to an organisation: *yes*, *at least 10*, *before 2020*."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from idebur.absence import one_said
from idebur.exports.prose.conditions import rule_in_words
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import at_date, capital, date, number, signed
from idebur.messages import LANGUAGES
from idebur.messages.judging import PHRASES
from idebur.notation.amounts import number_text
from idebur.notation.dates import Date
from idebur.organisations import Attested
from idebur.rules.language import After, AtLeast, Before, Between, Compares, IncludesAll, IncludesAny, Is, Point, Rule
from idebur.rules.meaning import read_date
from idebur.rules.terms import Terms
from idebur.rules.verdicts import Verdict
from idebur.text import Text

__all__ = ["Asking"]

_TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


@frozen
class Asking:
    """The words for the facts that rules ask for, under the terms of one agreement, in one language."""

    voice: Voice
    terms: Terms

    def say(self, name: str, **parts: object) -> str:
        """Fill a phrase in."""
        return PHRASES[name][LANGUAGES.index(self.voice.lang)].format(**parts)

    def question(self, fact: str) -> str:
        """The question one asks; of a fact that has none, what it is called, as a question."""
        known = self.terms.facts[fact]
        question, label = one_said(known.question), one_said(known.label)
        if isinstance(question, Text):
            return self.voice.text(question)
        return f"{capital(self.voice.text(label) if isinstance(label, Text) else fact.replace('-', ' '))}?"

    def found(self, fact: str, value: Any) -> str:
        """The value that a fact has."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if self.terms.facts[fact].type == "number":
            return self._number(Fraction(value))
        day = read_date(value) if self.terms.facts[fact].type == "date" else None
        if day is not None:
            return date(day, self.voice.lang)
        words = (value,) if isinstance(value, str) else tuple(value)
        return self._words(fact, words, "and") if words else self.say("nothing")

    def attested(self, verdict: Verdict, attested: Attested) -> str:
        """Who has stated or attested what the verdict is about, and when."""
        by, when = one_said(attested.by), one_said(attested.when)
        parts = {
            "who": self.say("by", who=self.voice.text(by)) if isinstance(by, Text) else "",
            "when": self.say("on", when=at_date(when, self.voice.lang)) if isinstance(when, Date) else "",
        }
        if verdict.fact is not None:
            return self.say("stated", **parts)
        if verdict.because:
            return self.say("attested-aside", **parts)
        return self.say("attested-met" if attested.said is True else "attested-not-met", **parts)

    def needed(self, claims: Sequence[Rule], *, want: bool = True) -> str:
        """What the answer has to be, by claims about one fact: all of them are to hold (or, without *want*, none)."""
        return self.say("and-also").join(self._needed(claim, want=want) for claim in claims)

    def _needed(self, claim: Rule, *, want: bool) -> str:
        while claim.parts:  # a denied claim
            (claim,), want = claim.parts, not want
        fact = str(claim.name)
        match claim:
            case Is(words=words):
                several = len(words) > 1
                name = ("any-of" if several else "word") if want else ("none-of" if several else "not-words")
                return self.say(name, words=self._words(fact, words, "or"))
            case IncludesAny(words=words) | IncludesAll(words=words):
                name = "includes" if want else "excludes"
                if len(words) > 1:
                    name += "-all" if isinstance(claim, IncludesAll) else "-any"
                joined = "or" if name.endswith("-any") else "and"
                return self.say(name, words=self._words(fact, words, joined))
            case Compares(sign=sign, value=value):
                return self._compared(fact, sign, value, want=want)
            case Before(date=day):
                return self._compared(fact, "<", day, want=want)
            case After(date=day):
                return self._compared(fact, ">", day, want=want)
            case Between(low=low, high=high):
                said = self.say("between", low=self._point(fact, low), high=self._point(fact, high))
                return said if want else self.say("not", claim=said)
            case _:
                return self.say("yes" if want else "no")

    def _compared(self, fact: str, sign: str, value: Point, *, want: bool) -> str:
        kind = "number" if self.terms.facts[fact].type == "number" else "date"
        said = self._point(fact, value)
        if not want and sign == "=":
            return self.say("not", claim=said)
        return self.say(f"{kind}-{sign if want else _TURNED[sign]}", value=said)

    def _point(self, fact: str, value: Point) -> str:
        if isinstance(value, Date):
            return date(value, self.voice.lang)
        return self._number(value) if self.terms.facts[fact].type == "number" else number_text(value)

    def enough(self, rule: AtLeast, *, want: bool) -> str:
        """How many of the parts of a rule are required; without *want*, how many there may be."""
        least = rule.number if want else rule.number - 1
        said = {
            "number": number(Fraction(least), self.voice.lang, in_words=True),
            "are": "is" if least == 1 else "are",
            "parts": "; ".join(rule_in_words(self.voice, one) for one in rule.rules),
        }
        return self.say("at-least" if want else "at-most" if least else "none-may", **said)

    def _number(self, value: Fraction | Decimal | int) -> str:
        return signed(Fraction(value), self.voice.lang)

    def _words(self, fact: str, words: Sequence[str], joined: str) -> str:
        vocabulary = one_said(self.terms.facts[fact].vocabulary)
        labels = [
            self.terms.vocabularies.label(vocabulary, one, self.voice.lang) if vocabulary else one for one in words
        ]
        return self.voice.listed(labels, joined)
