"""The rule language as values: claims about an organisation, and the ways to join them.

Each class is one claim with its canonical text; ``parse_rule(str(rule)) == rule``. A rule is written and compared
without knowing the facts it is about; :mod:`idebur.rules.misuses` types it against those that are declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, cast

from attrs import field, frozen

from idebur.errors import NotationError, Undecided
from idebur.messages.notations import A_WORD
from idebur.notation.amounts import number_text
from idebur.notation.dates import Date
from idebur.notation.notated import Notated
from idebur.notation.scanner import require_key, require_reference

if TYPE_CHECKING:
    from idebur.notation.scanner import Cursor

__all__ = [
    "DEEPEST",
    "RESERVED",
    "SIGNS",
    "After",
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Before",
    "Between",
    "Compares",
    "IncludesAll",
    "IncludesAny",
    "Is",
    "Named",
    "Not",
    "Point",
    "Rule",
    "all_of",
    "any_of",
    "point",
    "references",
]

RESERVED = frozenset(
    {"after", "all", "always", "and", "any", "at", "before", "between", "includes", "is", "least", "never", "not"}
    | {"of", "or"}
)
"""The words of the language: no fact, clause or word of a rule can be called by one of them."""

SIGNS = ("=", "<", "<=", ">", ">=")
"""The signs that compare a fact with a number or a date."""

DEEPEST = 32
"""How many levels of *not* and of brackets the text of a rule may have; ``all of (…)`` counts for two."""

Point = Fraction | Date
"""A number or a date. A bare year is a number until the fact it is compared with tells which."""

_LOOSEST, _AND, _TIGHTEST = 0, 1, 2


class Rule(Notated):
    """A claim about an organisation; it holds, it does not, or that is not known.

    ``&``, ``|`` and ``~`` build from rules the same values as *and*, *or* and *not* do in a text. There is no
    ``bool(rule)``, since ``a and b`` would quietly be ``b``.
    """

    __slots__ = ()

    schema: ClassVar[Mapping[str, Any]] = {
        "type": "string",
        "description": "Claims joined with and, or, not, brackets, at least N of (…). A claim is a yes/no fact or a "
        "clause by its name, or a fact with is, is not, is any of (…), includes, includes any of (…), "
        "includes all of (…), = < <= > >=, before, after, between … and ….",
        "examples": [
            "sector is civil-society and democratic",
            "democratic-organisation or public-actor",
            "scope includes any of (regional, national) and not public-owned",
            "at least 2 of (members >= 10, founded before 2020, democratic)",
        ],
    }

    _binds: ClassVar[int] = _TIGHTEST

    def __repr__(self) -> str:
        return f"Rule.parse({str(self)!r})"  # of whatever class, for none of those parses

    @classmethod
    def read(cls, cursor: Cursor) -> Self:
        """Take a rule of any class from *cursor* (so ask ``Rule``, not a class of its own, to parse)."""
        from idebur.rules.reading import read_rule

        return cast("Self", read_rule(cursor))

    @property
    def parts(self) -> tuple[Rule, ...]:
        """The rules that it joins; none for a single claim."""
        return ()

    @property
    def name(self) -> str | None:
        """The fact or clause that a single claim is about."""
        return None

    @property
    def depth(self) -> int:
        """How many levels of *not* and of brackets its text has."""
        return 0

    def __and__(self, other: Rule) -> Rule:
        return all_of(self, other)

    def __or__(self, other: Rule) -> Rule:
        return any_of(self, other)

    def __invert__(self) -> Rule:
        return Not(self)

    def __bool__(self) -> NoReturn:
        """Refuse.

        Raises:
            Undecided: always.
        """
        raise Undecided(f"the rule {str(self)!r} is neither true nor false by itself; join rules with & | ~")

    def text_inside(self, binds: int) -> str:
        """The text, in brackets unless it binds as tightly as *binds*."""
        return str(self) if self._fits(binds) else f"({self})"

    def depth_inside(self, binds: int) -> int:
        """The levels of that text."""
        return self.depth if self._fits(binds) else self.depth + 1

    def _fits(self, binds: int) -> bool:
        return self._binds >= binds


def all_of(*rules: Rule) -> Rule:
    """Join with *and*, flat: one rule is itself, none is ``always``."""
    flat = tuple(_flat(AllOf, rules))
    return flat[0] if len(flat) == 1 else AllOf(flat)


def any_of(*rules: Rule) -> Rule:
    """Join with *or*, flat: one rule is itself, none is ``never``."""
    flat = tuple(_flat(AnyOf, rules))
    return flat[0] if len(flat) == 1 else AnyOf(flat)


def references(rule: Rule) -> tuple[str, ...]:
    """Name the facts and clauses that *rule* mentions, each once, in the order of its text.

    >>> references(Rule.parse("not a or b is c and a"))
    ('a', 'b')
    """
    return tuple(dict.fromkeys(_names(rule)))


def _names(rule: Rule) -> Iterator[str]:
    if rule.name is not None:
        yield rule.name
    for part in rule.parts:
        yield from _names(part)


def _flat(joined: type[AllOf | AnyOf], rules: Iterable[Rule]) -> Iterator[Rule]:
    for rule in rules:
        if isinstance(rule, joined):
            yield from rule.rules
        else:
            yield rule


def _require_name(text: str) -> None:
    require_reference(text)
    if text in RESERVED:
        raise NotationError("reserved-word", text, 0, len(text), {"found": text})


def _a_name(_claim: Rule, _attribute: object, value: str) -> None:
    _require_name(value)


def _some_words(claim: Rule, _attribute: object, value: object) -> None:
    if not isinstance(value, tuple):  # a text is a sequence too, of letters
        raise TypeError(f"the words of {claim.name} are given as a tuple, such as ('public',), not as {value!r}")
    if not value:
        raise NotationError("nothing-written", f"{claim.name} ()", 0, 1, {"expected": A_WORD})
    for word in value:
        require_key(word)
        _require_name(word)


def point(value: Point | int) -> Point:
    """Take a number or a date to compare with; a bare year becomes the number that its text reads as."""
    if isinstance(value, Date):
        return Fraction(value.year) if value.precision == "year" else value
    return Fraction(value)


def _a_point(claim: Rule, _attribute: object, value: Point) -> None:
    if isinstance(value, Fraction) and value < 0:
        raise ValueError(f"{claim.name} is compared with {value}: the language has no numbers below 0")


def _text(value: Point) -> str:
    return str(value) if isinstance(value, Date) else number_text(value)


def _list(items: Iterable[object]) -> str:
    return f"({', '.join(map(str, items))})"


@frozen(repr=False)
class Named(Rule):
    """A yes/no fact, or a clause, by its name: ``democratic``."""

    of: str = field(validator=_a_name)

    @property
    def name(self) -> str:
        """The fact or clause."""
        return self.of

    def __str__(self) -> str:
        return self.of


@frozen(repr=False)
class _OfFact(Rule):
    """A claim about one fact."""

    fact: str = field(validator=_a_name)

    @property
    def name(self) -> str:
        """The fact."""
        return self.fact


@frozen(repr=False)
class Is(_OfFact):
    """The fact is one of *words*: ``sector is civil-society``, ``sector is any of (public, academia)``."""

    words: tuple[str, ...] = field(validator=_some_words)

    def __str__(self) -> str:
        return f"{self.fact} is {self.words[0] if len(self.words) == 1 else f'any of {_list(self.words)}'}"


@frozen(repr=False)
class IncludesAny(_OfFact):
    """The set has at least one of *words*: ``scope includes regional``, ``scope includes any of (regional, local)``."""

    words: tuple[str, ...] = field(validator=_some_words)

    def __str__(self) -> str:
        return f"{self.fact} includes {self.words[0] if len(self.words) == 1 else f'any of {_list(self.words)}'}"


@frozen(repr=False)
class IncludesAll(_OfFact):
    """The set has every one of *words*: ``scope includes all of (regional, local)``."""

    words: tuple[str, ...] = field(validator=_some_words)

    def __str__(self) -> str:
        return f"{self.fact} includes all of {_list(self.words)}"


@frozen(repr=False)
class Compares(_OfFact):
    """The fact stands so to a number or a date: ``members >= 10``, ``founded < 2020-06``."""

    sign: str
    value: Point = field(converter=point, validator=_a_point)

    def __attrs_post_init__(self) -> None:
        if self.sign not in SIGNS:
            raise ValueError(f"{self.sign!r} is none of {SIGNS}")

    def __str__(self) -> str:
        return f"{self.fact} {self.sign} {_text(self.value)}"


@frozen(repr=False)
class Before(_OfFact):
    """The fact's date lies before *date*: ``founded before 2020``."""

    date: Date

    def __str__(self) -> str:
        return f"{self.fact} before {self.date}"


@frozen(repr=False)
class After(_OfFact):
    """The fact's date lies after *date*: ``founded after 2020-06``."""

    date: Date

    def __str__(self) -> str:
        return f"{self.fact} after {self.date}"


@frozen(repr=False)
class Between(_OfFact):
    """The fact lies between two numbers or dates, both included: ``members between 10 and 50``.

    Raises:
        NotationError: ``range-backwards``.
    """

    low: Point = field(converter=point, validator=_a_point)
    high: Point = field(converter=point, validator=_a_point)

    def __attrs_post_init__(self) -> None:
        if _backwards(self.low, self.high):
            low, high = _text(self.low), _text(self.high)
            raise NotationError("range-backwards", str(self), 0, len(str(self)), {"low": low, "high": high})

    def __str__(self) -> str:
        return f"{self.fact} between {_text(self.low)} and {_text(self.high)}"


def _backwards(low: Point, high: Point) -> bool:
    """Whether nothing can lie between. A number and a date are left to the typing of the rule."""
    if isinstance(low, Date):
        return isinstance(high, Date) and high.latest < low.earliest
    return isinstance(high, Fraction) and high < low


@frozen(repr=False)
class _Joining(Rule):
    """What stands around other rules."""

    def __attrs_post_init__(self) -> None:
        if self.depth > DEEPEST:
            # Its text would not be read back, and far deeper it could not even be printed.
            raise NotationError("nested-too-deep", "…", params={"limit": DEEPEST})


@frozen(repr=False)
class Not(_Joining):
    """The denial of *rule*: ``not democratic``; of a single word it is written ``sector is not public``.

    A double denial is kept as it was said (``not not democratic``), so that a rule is always told back in its own form;
    it answers as *rule* does.
    """

    rule: Rule

    @property
    def parts(self) -> tuple[Rule, ...]:
        """The one rule that is denied."""
        return (self.rule,)

    @property
    def depth(self) -> int:
        """As in :class:`Rule`."""
        return 0 if _is_one_word(self.rule) else 1 + self.rule.depth_inside(_TIGHTEST)

    def __str__(self) -> str:
        if _is_one_word(self.rule):
            return str(self.rule).replace(" is ", " is not ", 1)
        return f"not {self.rule.text_inside(_TIGHTEST)}"


def _is_one_word(rule: Rule) -> bool:
    return isinstance(rule, Is) and len(rule.words) == 1


@frozen(repr=False)
class _Listed(_Joining):
    """Rules joined into a flat list."""

    rules: tuple[Rule, ...]

    _word: ClassVar[str]
    _none: ClassVar[str]
    _one: ClassVar[str]
    _part: ClassVar[int]

    def __attrs_post_init__(self) -> None:
        # Flat, so that brackets do not matter; here too, so that every value has a text that reads back as it.
        object.__setattr__(self, "rules", tuple(_flat(cast("type[AllOf | AnyOf]", type(self)), self.rules)))
        super().__attrs_post_init__()

    @property
    def parts(self) -> tuple[Rule, ...]:
        """The rules that are joined."""
        return self.rules

    @property
    def depth(self) -> int:
        """As in :class:`Rule`."""
        if len(self.rules) < 2:
            return 2 + self.rules[0].depth if self.rules else 0
        return max(rule.depth_inside(self._part) for rule in self.rules)

    def __str__(self) -> str:
        if len(self.rules) < 2:
            return f"{self._one} {_list(self.rules)}" if self.rules else self._none
        return f" {self._word} ".join(rule.text_inside(self._part) for rule in self.rules)

    def _fits(self, binds: int) -> bool:
        return len(self.rules) < 2 or super()._fits(binds)


@frozen(repr=False)
class AllOf(_Listed):
    """Every one of *rules* holds: ``a and b``. Of none, ``always``, which holds; of one, ``all of (a)``."""

    _word, _none, _one = "and", "always", "all of"
    _binds, _part = _AND, _TIGHTEST


@frozen(repr=False)
class AnyOf(_Listed):
    """At least one of *rules* holds: ``a or b``. Of none, ``never``, which does not hold; of one, ``any of (a)``."""

    _word, _none, _one = "or", "never", "any of"
    _binds, _part = _LOOSEST, _AND


@frozen(repr=False)
class AtLeast(_Joining):
    """At least *number* of *rules* hold: ``at least 2 of (a, b, c)``.

    Raises:
        NotationError: ``more-than-there-are``, or a number below 1.
    """

    number: int
    rules: tuple[Rule, ...]

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not 1 <= self.number <= len(self.rules):
            found = {"found": self.number, "there": len(self.rules)}
            raise NotationError("more-than-there-are", str(self), len("at least "), len(str(self.number)), found)

    @property
    def parts(self) -> tuple[Rule, ...]:
        """The rules that are counted."""
        return self.rules

    @property
    def depth(self) -> int:
        """As in :class:`Rule`."""
        return 1 + max((rule.depth for rule in self.rules), default=0)

    def __str__(self) -> str:
        return f"at least {self.number} of {_list(self.rules)}"
