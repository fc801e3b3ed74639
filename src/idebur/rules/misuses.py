"""A rule held against the declared facts and the clauses: what it may not say of them, with the place in its text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from idebur.errors import NotationError, nearest
from idebur.messages.notations import A_BARE_NAME, A_DATE, A_NUMBER
from idebur.notation.dates import Date
from idebur.rules.language import SIGNS, Point, Rule, references
from idebur.rules.reading import Mention, mentions

__all__ = ["QUESTIONS", "Declared", "misuses", "rings"]

QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "yes-no": ("",),
    "word": ("is", "is not", "is any of", "is not any of"),
    "words": ("includes", "includes any of", "includes all of"),
    "number": (*SIGNS, "between"),
    "date": (*SIGNS, "before", "after", "between"),
}
"""The types of facts, and how a fact of each may be asked; "" is the bare name."""

_COUNTERPARTS: Mapping[str, tuple[str, ...]] = {
    "is": ("includes", "="),
    "is any of": ("includes any of",),
    "includes": ("is", "="),
    "includes any of": ("is any of",),
    "=": ("is", "includes"),
    "before": ("<",),
    "after": (">",),
    "<": ("before",),
    ">": ("after",),
}
"""What was probably meant by a question to a fact of another type."""


class Declared(Protocol):
    """What a rule needs to know of a fact."""

    @property
    def type(self) -> str:
        """A key of ``QUESTIONS``; a fact of any other type is not typed."""

    @property
    def values(self) -> Collection[str]:
        """The words it may have; none means any."""


Guess = Callable[[str, Declared | None], str | None]
"""Names what a wrong word was probably meant to be: a word of the fact or, without one, any fact or clause."""


def misuses(
    rule: Rule | str, facts: Mapping[str, Declared], clauses: Collection[str], guess: Guess | None = None
) -> tuple[NotationError, ...]:
    """Find all that *rule* says of *facts* and *clauses* that cannot be said of them, in the order of its text.

    Give the text that the author wrote, and the faults are placed in it; given a value, they are placed in its
    canonical text. Every fault is told. The nearest right name is guessed by *guess*; left out, guessing ends after
    some ten thousand comparisons, for a rule may be long and nothing but faults.

    Raises:
        NotationError: a text that is no rule.
    """
    text, guess = str(rule), _bounded(facts, clauses) if guess is None else guess
    return tuple(fault for mention in mentions(text) for fault in _misused(text, mention, facts, clauses, guess))


_MOST_COMPARED = 20_000
_MOST_SHOWN = 12


def _bounded(facts: Mapping[str, Declared], clauses: Collection[str]) -> Guess:
    left = _MOST_COMPARED

    def guess(word: str, fact: Declared | None) -> str | None:
        nonlocal left
        if left <= 0:
            return None
        known = [*facts, *clauses] if fact is None else sorted(fact.values)
        left -= len(known)
        return nearest(word, known)

    return guess


@lru_cache(maxsize=64)
def _some(known: frozenset[str]) -> tuple[str, ...]:
    """A dozen of the known words at the most: a message is no register."""
    return (*sorted(known)[:_MOST_SHOWN], *(("…",) if len(known) > _MOST_SHOWN else ()))


def _misused(
    text: str, mention: Mention, facts: Mapping[str, Declared], clauses: Collection[str], guess: Guess
) -> Iterator[NotationError]:
    name = mention.name
    fact = facts.get(name.text)
    if fact is None and name.text not in clauses:
        near = guess(name.text, None)
        yield NotationError("unknown-fact", text, name.offset, name.length, {"found": name.text}, near)
        return
    type_ = "yes-no" if fact is None else fact.type
    questions = QUESTIONS.get(type_)
    if questions is None:
        return
    if mention.operator not in questions:
        yield _wrong_operator(text, mention, type_, questions)
    elif fact is not None:
        yield from _wrong_values(text, mention, fact, guess)


def _wrong_operator(text: str, mention: Mention, type_: str, questions: tuple[str, ...]) -> NotationError:
    start, end = mention.operator_start, mention.operator_end
    if not mention.operator:
        start, end = mention.name.offset, mention.name.end
    counterparts = (other for other in _COUNTERPARTS.get(mention.operator, ()) if other in questions)
    params: dict[str, object] = {
        "fact": mention.name.text,
        "type": type_,
        "found": mention.operator or A_BARE_NAME,
        "expected": tuple(question or A_BARE_NAME for question in questions),
    }
    return NotationError("wrong-operator", text, start, end - start, params, next(counterparts, None))


def _wrong_values(text: str, mention: Mention, fact: Declared, guess: Guess) -> Iterator[NotationError]:
    name, known = mention.name.text, frozenset(fact.values)
    for word in mention.words:
        if known and word.text not in known:
            params = {"fact": name, "found": word.text, "expected": _some(known)}
            yield NotationError("unknown-value", text, word.offset, word.length, params, guess(word.text, fact))
    for value, start, end in mention.points:
        expected = _KINDS[fact.type](value)
        if expected is not None:
            compared = {"fact": name, "found": text[start:end], "expected": expected}
            yield NotationError("wrong-kind-of-value", text, start, end - start, compared)


def _number(value: Point) -> dict[str, str] | None:
    return A_NUMBER if isinstance(value, Date) else None


def _date(value: Point) -> dict[str, str] | None:
    return A_DATE if isinstance(value, Fraction) and not (value.denominator == 1 and 1000 <= value <= 9999) else None


_KINDS = {"number": _number, "date": _date}


def rings(clauses: Mapping[str, Rule]) -> tuple[tuple[str, ...], ...]:
    """Find clauses that rest on themselves: each ring as its names in order, from the one that is written first.

    There is none if and only if every clause can be told from facts alone. Not every ring of a tangle is listed, but
    every tangle has one listed.

    >>> rings({"a": Rule.parse("b and x"), "b": Rule.parse("not a"), "c": Rule.parse("a")})
    (('a', 'b'),)
    """
    order = {name: place for place, name in enumerate(clauses)}
    done: set[str] = set()
    found: dict[tuple[str, ...], None] = {}
    for root in clauses:
        path: dict[str, Iterator[str]] = {}  # the way from the root, with what is still to be followed; no recursion
        following: str | None = root
        while following is not None or path:
            if following is None:
                name, left = next(reversed(path.items()))
                following = next(left, None)
                if following is None:
                    done.add(name)
                    del path[name]
            elif following in path:
                ring = list(path)[list(path).index(following) :]
                first = ring.index(min(ring, key=order.__getitem__))
                found[(*ring[first:], *ring[:first])] = None
                following = None
            else:
                if following not in done:
                    path[following] = (other for other in references(clauses[following]) if other in clauses)
                following = None
    return tuple(found)
