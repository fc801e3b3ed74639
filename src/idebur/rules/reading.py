"""From the text of a rule to its value, by recursive descent; and to the places where the text mentions facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from idebur.errors import NotationError
from idebur.messages.notations import A_CLAIM, A_DATE, A_NUMBER, A_WORD
from idebur.notation.amounts import read_number
from idebur.notation.dates import Date
from idebur.notation.scanner import Cursor, Token
from idebur.rules.language import (
    DEEPEST,
    RESERVED,
    SIGNS,
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
    Rule,
    all_of,
    any_of,
    point,
)

__all__ = ["Mention", "mentions", "parse_rule", "read_rule"]

T = TypeVar("T")

_MEANT: Mapping[str, str] = {
    "och": "and",
    "eller": "or",
    "inte": "not",
    "är": "is",
    "minst": "at least",
    "innehåller": "includes",
    "omfattar": "includes",
    "has": "includes",
    "contains": "includes",
    "in": "is any of",
    "equals": "is",
    "mellan": "between",
    "före": "before",
    "efter": "after",
    "since": "after",
    "true": "always",
    "false": "never",
}


class Mention(NamedTuple):
    """A place where a rule's text asks something of a fact or a clause.

    *operator* is "" for the bare name, and spans from *operator_start* to *operator_end*; *words* and *points* are what
    the fact is compared with, points as (value, start, end).
    """

    name: Token
    operator: str = ""
    operator_start: int = 0
    operator_end: int = 0
    words: tuple[Token, ...] = ()
    points: tuple[tuple[Point, int, int], ...] = ()


def parse_rule(text: str) -> Rule:
    """Read the text of a rule.

    Raises:
        NotationError: the text cannot be read; the error says where, what was found and what was expected.

    >>> rule = parse_rule("sector is public and not local")
    >>> rule, [type(part).__name__ for part in rule.parts]
    (Rule.parse('sector is public and not local'), ['Is', 'Not'])
    >>> print(parse_rule("((a) or ((b and c)))"))
    a or b and c
    """
    return Rule.parse(text)


def read_rule(cursor: Cursor) -> Rule:
    """Take a rule from *cursor*, and nothing else may follow.

    Raises:
        NotationError: as :func:`parse_rule`.
    """
    return _Reader(cursor).whole()


def mentions(text: str) -> tuple[Mention, ...]:
    """Say where the text of a rule mentions facts and clauses, in its order.

    Raises:
        NotationError: as :func:`parse_rule`.
    """
    reader = _Reader(Cursor(text))
    reader.whole()
    return tuple(reader.mentions)


class _Reader:
    """A reader by recursive descent, with a method for each line of the grammar.

    ::

    any   = all { "or" all }
    all   = not { "and" not }
    not   = "not" not | claim
    claim = "(" any ")" | "always" | "never" | ("all" | "any") "of" rules | "at" "least" N "of" rules | name question
    rules = "(" any { "," any } ")"
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.mentions: list[Mention] = []
        self._level = 0

    def whole(self) -> Rule:
        rule = self._any()
        if self.cursor.here is not None:
            raise self._astray("and", "or")
        return rule

    def _any(self) -> Rule:
        return self._joined("or", self._all, any_of)

    def _all(self) -> Rule:
        return self._joined("and", self._not, all_of)

    def _joined(self, word: str, part: Callable[[], Rule], join: Callable[..., Rule]) -> Rule:
        rules = [part()]
        while self.cursor.accept(word):
            rules.append(part())
        return join(*rules) if len(rules) > 1 else rules[0]

    def _not(self) -> Rule:
        if self.cursor.accept("not"):
            with self._deeper():
                return Not(self._not())
        return self._claim()

    def _claim(self) -> Rule:
        cursor = self.cursor
        if cursor.accept("("):
            with self._deeper():
                rule = self._any()
            self._close()
            return rule
        for word, joined in _NONE.items():
            if cursor.accept(word):
                return joined(())
        for word, joined in _LISTS.items():
            if cursor.accept(word):
                cursor.expect("of")
                with self._deeper(2):
                    return joined(tuple(self._list(self._any, "and", "or")))
        if cursor.accept("at"):
            cursor.expect("least")
            with self._deeper():
                return self._at_least()
        return self._question(self._unreserved(cursor.take_reference, A_CLAIM, "not", "at least", "("))

    def _at_least(self) -> Rule:
        cursor = self.cursor
        start = cursor.here
        number = read_number(cursor)
        span = (0 if start is None else start.offset, cursor.last.end)
        cursor.expect("of")
        rules = tuple(self._list(self._any, "and", "or"))
        if number.denominator != 1:
            raise cursor.fail("count-not-whole", span, found=cursor.text[slice(*span)])
        if not 1 <= number <= len(rules):
            raise cursor.fail("more-than-there-are", span, found=int(number), there=len(rules))
        return AtLeast(int(number), rules)

    def _list(self, item: Callable[[], T], *also: str) -> list[T]:
        self.cursor.expect("(")
        items = [item()]
        while self.cursor.accept(","):
            items.append(item())
        self._close(",", *also)
        return items

    def _close(self, *also: str) -> None:
        if not self.cursor.accept(")"):
            raise self._astray(")", *(also or ("and", "or")))

    def _astray(self, *expected: str) -> NotationError:
        """Build the fault that a claim does not end here as expected; after a bare name, a question may follow too."""
        decimal = self._decimal_comma()
        if decimal is not None:
            fault = self.cursor.unexpected(*expected)
            fault.nearest = decimal
            return fault
        bare = bool(self.mentions) and not self.mentions[-1].operator and self.mentions[-1].name == self.cursor.last
        return self.cursor.unexpected(*expected, *(_QUESTIONS if bare else ()), meant=_MEANT)

    def _decimal_comma(self) -> str | None:
        """Write the number here as it has to be, where its decimals follow a comma: ``10,5``."""
        cursor = self.cursor
        if not self.mentions or not cursor.sees(",") or not cursor.last.text.isdecimal():
            return None
        decimals = cursor.ahead(1)
        if decimals is None or not decimals.text.isdecimal():
            return None
        return f"{cursor.last.text}.{decimals.text}"

    @contextmanager
    def _deeper(self, levels: int = 1) -> Iterator[None]:
        self._level += levels
        if self._level > DEEPEST:
            raise self.cursor.fail("nested-too-deep", self.cursor.last, limit=DEEPEST)
        yield
        self._level -= levels

    def _unreserved(self, take: Callable[[Any], Token], expected: Any, *also: str) -> Token:
        """Take a name or a word that is not one of the language's own."""
        token = self.cursor.here
        if token is None or not token.is_word:
            raise self.cursor.unexpected(expected, *also)
        if token.text in RESERVED:
            raise self.cursor.fail("reserved-word", token, found=token.text)
        return take(expected)

    def _question(self, name: Token) -> Rule:
        operator = self.cursor.here
        if operator is None or operator.text not in _QUESTIONS:
            self.mentions.append(Mention(name))
            return Named(name.text)
        self.cursor.take(A_CLAIM)
        return _QUESTIONS[operator.text](self, name, operator)

    def read_is(self, name: Token, operator: Token) -> Rule:
        denied = self.cursor.accept("not")
        claim = Is(name.text, self._words(name, operator, "any"))
        return Not(claim) if denied else claim

    def read_includes(self, name: Token, operator: Token) -> Rule:
        every = self.cursor.sees("all")
        words = self._words(name, operator, "any", "all")
        return (IncludesAll if every else IncludesAny)(name.text, words)

    def _words(self, name: Token, operator: Token, *quantifiers: str) -> tuple[str, ...]:
        cursor = self.cursor
        listed = any(cursor.accept(quantifier) for quantifier in quantifiers)
        if listed:
            cursor.expect("of")
        end = cursor.last.end
        words = self._list(self._word) if listed else [self._word()]
        asked = " ".join(cursor.text[operator.offset : end].split())
        self.mentions.append(Mention(name, asked, operator.offset, end, words=tuple(words)))
        return tuple(word.text for word in words)

    def _word(self) -> Token:
        return self._unreserved(self.cursor.take_key, A_WORD)

    def read_compares(self, name: Token, operator: Token) -> Rule:
        token = self.cursor.here
        if token is not None and token.is_word and not token.text[0].isdecimal():
            fault = self.cursor.unexpected(A_NUMBER, A_DATE)
            fault.nearest = f"{name.text} is {token.text}" if operator.text == "=" else None
            raise fault
        value, start, end = self._point()
        self._asks(name, operator, (value, start, end))
        return Compares(name.text, operator.text, value)

    def read_before(self, name: Token, operator: Token) -> Rule:
        return Before(name.text, self._date(name, operator))

    def read_after(self, name: Token, operator: Token) -> Rule:
        return After(name.text, self._date(name, operator))

    def _date(self, name: Token, operator: Token) -> Date:
        date = Date.read(self.cursor)
        self._asks(name, operator, (date, self.cursor.last.offset, self.cursor.last.end))
        return date

    def read_between(self, name: Token, operator: Token) -> Rule:
        low = self._point()
        self.cursor.expect("and")
        high = self._point()
        self._asks(name, operator, low, high)
        try:
            return Between(name.text, low[0], high[0])
        except NotationError as fault:  # the same fault, in the text where it stands
            raise self.cursor.fail(fault.code, (low[1], high[2]), **fault.params) from None

    def _point(self) -> tuple[Point, int, int]:
        token = self.cursor.here
        start = 0 if token is None else token.offset
        dated = token is not None and token.text[0].isdecimal() and "-" in token.text
        value = Date.read(self.cursor) if dated else read_number(self.cursor, A_DATE)
        return point(value), start, self.cursor.last.end

    def _asks(self, name: Token, operator: Token, *points: tuple[Point, int, int]) -> None:
        self.mentions.append(Mention(name, operator.text, operator.offset, operator.end, points=points))


_NONE: Mapping[str, Callable[[tuple[Rule, ...]], Rule]] = {"always": AllOf, "never": AnyOf}
_LISTS: Mapping[str, Callable[[tuple[Rule, ...]], Rule]] = {"all": AllOf, "any": AnyOf}
_QUESTIONS: Mapping[str, Callable[[_Reader, Token, Token], Rule]] = {
    "is": _Reader.read_is,
    "includes": _Reader.read_includes,
    **dict.fromkeys(SIGNS, _Reader.read_compares),
    "before": _Reader.read_before,
    "after": _Reader.read_after,
    "between": _Reader.read_between,
}
"""What may follow the name of a fact, and the method that reads on."""
