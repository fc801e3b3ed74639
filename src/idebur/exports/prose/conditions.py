"""Rules about organisations in words, so that what belongs together can be read in one way only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from idebur.absence import one_said
from idebur.exports.prose.wording import date, lowered, number
from idebur.messages import LANGUAGES
from idebur.messages.telling import DATE_SIGNS, NUMBER_SIGNS
from idebur.notation.dates import Date
from idebur.rules import Rule
from idebur.rules.facts import Fact, built_in_facts
from idebur.rules.language import (
    After,
    AllOf,
    AnyOf,
    AtLeast,
    Before,
    Between,
    Compares,
    IncludesAll,
    IncludesAny,
    Is,
    Named,
    Not,
    Point,
)
from idebur.text import Text

if TYPE_CHECKING:
    from idebur.content import Content
    from idebur.exports.prose.voice import Voice

__all__ = ["rule_in_words"]


def rule_in_words(voice: Voice, rule: Rule) -> str:  # noqa: C901 - a case a kind of rule
    """A rule in words: a clause as the text words it, a fact by its label; what is joined inside stands in brackets."""
    match _meant(voice, rule):
        case Named(of=name):
            return _named(voice, name)
        case AllOf(rules=()):
            return voice.phrase("rule-always")
        case AnyOf(rules=()):
            return voice.phrase("rule-never")
        case AllOf(rules=rules):
            return voice.listed(_inner(voice, rules))
        case AnyOf(rules=rules):
            return voice.listed(_inner(voice, rules), "or")
        case AtLeast(number=least, rules=rules):
            return voice.phrase("at-least-of", least, "; ".join(rule_in_words(voice, one) for one in rules))
        case Not(rule=Is(fact=fact, words=(word,))):
            return f"{_fact(voice, fact)} {voice.phrase('rule-is-not')} {_words(voice, fact, (word,), 'or')}"
        case Not(rule=denied):
            return voice.phrase("rule-not", *_inner(voice, [denied], also=_denies(voice, denied)))
        case Is(fact=fact, words=words):
            return f"{_fact(voice, fact)} {voice.phrase('rule-is')} {_words(voice, fact, words, 'or')}"
        case IncludesAny(fact=fact, words=words):
            return f"{_fact(voice, fact)} {voice.phrase('rule-includes')} {_words(voice, fact, words, 'or')}"
        case IncludesAll(fact=fact, words=words):
            return f"{_fact(voice, fact)} {voice.phrase('rule-includes')} {_words(voice, fact, words, 'and')}"
        case Compares(fact=fact, sign=sign, value=point):
            return _compared(voice, fact, sign, point)
        case Before(fact=fact, date=day):
            return f"{_fact(voice, fact)} {voice.phrase('rule-before')} {date(day, voice.lang)}"
        case After(fact=fact, date=day):
            return f"{_fact(voice, fact)} {voice.phrase('rule-after')} {date(day, voice.lang)}"
        case Between(fact=fact, low=low, high=high):
            ends = (
                _point(voice, low, by_date=_is_date(voice, fact)),
                _point(voice, high, by_date=_is_date(voice, fact)),
            )
            between = voice.phrase("from-to", *ends)
            return " ".join(filter(None, (_fact(voice, fact), _is(voice, fact), between)))
        case other:
            return str(other)


def _inner(voice: Voice, rules: Iterable[Rule], *, also: bool = False) -> list[str]:
    """The rules inside another, in brackets where they are joined of several, or have an *and* or *or* themselves."""
    said = []
    for rule in rules:
        meant, words = _meant(voice, rule), rule_in_words(voice, rule)
        several = len(getattr(meant, "words", ())) > 1
        joined = isinstance(meant, (AllOf, AnyOf)) and len(meant.parts) > 1
        of_its_own = isinstance(meant, Named) and _joins(voice, words)
        said.append(f"({words})" if also or several or joined or of_its_own else words)
    return said


def _joins(voice: Voice, words: str) -> bool:
    """Whether the wording of a clause joins things itself, so that where it ends cannot be heard."""
    return any(sign in words for sign in (f" {voice.phrase('and')} ", f" {voice.phrase('or')} ", ",", ";"))


def _denies(voice: Voice, rule: Rule) -> bool:
    """Whether a rule that is denied is itself worded as a denial: *inte (inte vinstdrivande)*."""
    return rule_in_words(voice, rule).startswith(voice.phrase("rule-not", ""))


def _meant(voice: Voice, rule: Rule) -> Rule:
    """A clause that has a rule and no wording is told as its rule; clauses in a ring are told by name."""
    seen: set[str] = set()
    while isinstance(rule, Named) and rule.of not in seen:
        seen.add(rule.of)
        clause = next((held.clauses[rule.of] for held in _contents(voice) if rule.of in held.clauses), None)
        ruled = one_said(clause.rule) if clause is not None and not isinstance(one_said(clause.says), Text) else None
        if not isinstance(ruled, Rule):
            break
        rule = ruled
    return rule


def _contents(voice: Voice) -> tuple[Content, ...]:
    return voice.content, voice.agreement


def _named(voice: Voice, name: str) -> str:
    clause = next((held.clauses[name] for held in _contents(voice) if name in held.clauses), None)
    says = one_said(clause.says) if clause is not None else None
    return lowered(voice.text(says)) if isinstance(says, Text) else _fact(voice, name)


def _facts(voice: Voice) -> Mapping[str, Fact]:
    return {**built_in_facts(), **voice.agreement.facts, **voice.content.facts}


def _fact(voice: Voice, name: str) -> str:
    fact = _facts(voice).get(name)
    label = one_said(fact.label) if fact is not None else None
    return voice.text(label) if isinstance(label, Text) else name.replace("-", " ")


def _is_date(voice: Voice, name: str) -> bool:
    fact = _facts(voice).get(name)
    return fact is not None and fact.type == "date"


def _is(voice: Voice, fact: str) -> str:
    """*Antal medlemmar är fler än tio*, but *bildad efter 2015*."""
    return "" if _is_date(voice, fact) else voice.phrase("rule-is")


def _words(voice: Voice, fact: str, words: tuple[str, ...], joined: str) -> str:
    known = _facts(voice).get(fact)
    vocabulary = one_said(known.vocabulary) if known is not None else None
    said = [voice.label(vocabulary, word) if isinstance(vocabulary, str) else word for word in words]
    return voice.listed(said, joined)


def _compared(voice: Voice, fact: str, sign: str, point: Point) -> str:
    by_date = _is_date(voice, fact) or isinstance(point, Date)
    signs = DATE_SIGNS if by_date else NUMBER_SIGNS
    compared = signs[sign][LANGUAGES.index(voice.lang)].format(_point(voice, point, by_date=by_date))
    return " ".join(filter(None, (_fact(voice, fact), "" if by_date else voice.phrase("rule-is"), compared)))


def _point(voice: Voice, point: Point, *, by_date: bool) -> str:
    if isinstance(point, Date):
        return date(point, voice.lang)
    return str(point) if by_date else number(Fraction(point), voice.lang)
