"""A map held against the rules and the register: every fault in it at its place, or a reader for each fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from idebur.absence import NONE, NOT_SAID, Absence
from idebur.errors import Unreadable, nearest
from idebur.files.assembling import PlacesOf
from idebur.messages import Fault, Place
from idebur.organisations import Value, kind_in_words, mistyped_value
from idebur.rules import IncludesAll, IncludesAny, Is, Rule
from idebur.rules.judging import evaluator
from idebur.screening import bounds
from idebur.screening.empties import days_among, numbers_among
from idebur.screening.facts import (
    TRUTHS,
    UNREADABLE,
    Always,
    Chosen,
    Coded,
    Found,
    Known,
    Reader,
    Spread,
    Stepped,
    meant,
)
from idebur.screening.floats import Width
from idebur.screening.keys import Choice, DateForm, Holds, Kind, NumberForm, Steps
from idebur.screening.mapping import Column, Map
from idebur.screening.questions import Question
from idebur.visits import written_path

__all__ = ["Binding", "Field"]

_NUMBERS: Final[Mapping[Kind, bounds.Numeric]] = {
    "text": "text",
    "whole": "whole",
    "decimal": "decimal",
    "single": "single",
    "float": "float",
}
_MOST_BITS: Final = 30


@frozen
class Field:
    """A column of the register: what it holds, and how many decimals."""

    kind: Kind
    places: int = 0


@frozen
class _Meaning:
    """A fact as all questions together have it: its type, the words that may stand there, the claims about it."""

    type: str
    words: frozenset[str]
    asked: tuple[tuple[Question, Rule], ...]

    @property
    def claims(self) -> tuple[Rule, ...]:
        return tuple(claim for _, claim in self.asked)

    @property
    def mentioned(self) -> tuple[str, ...]:
        """The words that the rules name."""
        found = (claim.words for claim in self.claims if isinstance(claim, (Is, IncludesAny, IncludesAll)))
        return tuple(sorted({word for words in found for word in words}))

    def answers(self, fact: str) -> Callable[[Any], tuple[object, ...]]:
        """What every claim answers of a value."""
        asks = [evaluator(claim, question.terms) for question, claim in self.asked]
        return lambda value: tuple(ask({fact: value}) for ask in asks)


@frozen(eq=False)
class Binding:
    """A map with the rules it serves."""

    map: Map
    questions: Sequence[Question]
    places: PlacesOf | None = None
    """Where everything in the map stands, where it came from a file."""

    file: str = "map"
    meanings: Mapping[str, _Meaning] = field(init=False)

    def __attrs_post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise Unreadable(tuple(faults))
        names = [name for name in self.map.facts if any(question.fact(name) for question in self.questions)]
        object.__setattr__(self, "meanings", {name: self._meaning(name) for name in names})

    def _meaning(self, name: str) -> _Meaning:
        facts = [(question, fact) for question in self.questions if (fact := question.fact(name)) is not None]
        words = [
            question.terms.declared[name].values if name in question.terms.facts else frozenset[str]()
            for question, _ in facts
        ]
        asked = tuple((question, claim) for question, _ in facts for claim in question.claims() if claim.name == name)
        every = frozenset[str]().union(*words) if all(words) else frozenset[str]()
        return _Meaning(facts[0][1].type, every, asked)

    @property
    def read(self) -> Mapping[str, Column]:
        """The facts that some rule asks for, with their columns."""
        return {name: column for name, column in self.map.facts.items() if self.meanings[name].asked}

    # ── faults ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def fault(self, code: str, path: tuple[str, ...], params: Mapping[str, Any], guess: str | None = None) -> Fault:
        """A fault at a place of the map."""
        place = Place(self.file) if self.places is None else self.places.value(path)
        return Fault(code, place, written_path(path), params, guess)

    def _faults(self) -> Iterator[Fault]:
        known = {name for question in self.questions for name in (*question.terms.facts, *question.terms.clauses)}
        for name, column in self.map.facts.items():
            path = ("facts", name)
            if not any(question.fact(name) for question in self.questions):
                place = Place(self.file) if self.places is None else self.places[path]
                told = written_path(path)
                yield Fault("map-fact-unknown", place, told, {"found": name}, nearest(name, sorted(known)))
                continue
            types = {fact.type for question in self.questions if (fact := question.fact(name)) is not None}
            if len(types) > 1:
                differing = tuple(map(kind_in_words, sorted(types)))
                yield self.fault("map-types-differ", path, {"fact": name, "types": differing})
                continue
            yield from self._column_faults(name, column, self._meaning(name))

    def _column_faults(self, name: str, column: Column, meaning: _Meaning) -> Iterator[Fault]:
        path = ("facts", name)
        if (column.column is None) is (column.always is None):
            yield self.fault("map-column-or-always", path, {"fact": name})
        fitting = {"words": ("separator",), "number": ("decimal", "thousands"), "date": ("format",)}
        own = fitting.get(meaning.type, ())
        for option in ("separator", "decimal", "thousands", "format"):
            if getattr(column, option) is not None and (option not in own or column.always is not None):
                params = {"option": option, "type": kind_in_words(meaning.type)}
                yield self.fault("map-option-misplaced", (*path, option), params)
        if column.format is not None and not DateForm(column.format).is_a_form:
            yield self.fault("map-date-form", (*path, "format"), {"found": column.format})
        if (column.decimal or ".") == column.thousands:
            yield self.fault("map-signs-alike", (*path, "thousands"), {"sign": column.thousands})
        values: list[tuple[tuple[str, ...], Value | Absence | None]] = [((*path, "always"), column.always)]
        values += [((*path, "codes", code), value) for code, value in column.codes.items()]
        values.append(((*path, "otherwise"), column.otherwise))
        for at, value in values:
            yield from self._value_faults(name, meaning, at, value)

    def _value_faults(
        self, name: str, meaning: _Meaning, at: tuple[str, ...], value: Value | Absence | None
    ) -> Iterator[Fault]:
        if value is None or value is NOT_SAID:
            return
        if isinstance(value, Absence):
            if value is NONE and meaning.type != "words":
                yield self.fault("map-none-misplaced", at, {"fact": name})
            return
        wrong = mistyped_value(name, value, meaning.type)
        if wrong is not None:
            yield self.fault("fact-type", at, wrong)
            return
        if meaning.words and meaning.type in ("word", "words"):
            for word in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
                if word not in meaning.words:
                    params = {"fact": name, "found": word, "expected": tuple(sorted(meaning.words))}
                    yield self.fault("unknown-value", at, params, nearest(word, sorted(meaning.words)))

    # ── against a register ─────────────────────────────────────────────────────────────────────────────────────────

    def columns(self, known: Sequence[str], register: str) -> tuple[str, ...]:
        """The columns that are read, the identifying one first.

        Raises:
            Unreadable: the register has not all of them.
        """
        wanted: dict[str, tuple[str, ...]] = {self.map.id: ("id",)}
        for name, column in self.map.facts.items():
            if column.column is not None:
                at = ("facts", name) if isinstance(self._written(name), str) else ("facts", name, "column")
                wanted.setdefault(column.column, at)
        missing = [name for name in wanted if name not in known]
        if missing:
            raise Unreadable(
                tuple(
                    self.fault(
                        "register-column-missing",
                        wanted[name],
                        {"column": name, "register": register, "known": tuple(known[:40])},
                        nearest(name, known),
                    )
                    for name in missing
                )
            )
        read = [column.column for column in self.read.values() if column.column is not None]
        return tuple(dict.fromkeys([self.map.id, *read]))

    def _written(self, name: str) -> Any:
        column = self.map.facts[name]
        return column.column if column.model_fields_set == {"column"} else column

    def readers(self, fields: Mapping[str, Field], many: Iterable[str] = ()) -> tuple[Reader, ...]:
        """A reader for each fact that the rules ask for. Of the facts in *many* only what the rules ask is read.

        Raises:
            Unreadable: a column holds what such a fact cannot be read from.
        """
        faults: list[Fault] = []
        readers: list[Reader] = []
        few = frozenset(self.read) - frozenset(many)
        for name, column in self.read.items():
            if column.column is None:
                value = None if isinstance(column.always, Absence) and column.always is not NONE else column.always
                readers.append(Always(name, () if isinstance(value, Absence) else value))
                continue
            reader = self._reader(name, column, fields[column.column], few=name in few)
            if reader is None:
                found = fields[column.column].kind
                params = {
                    "fact": name,
                    "column": column.column,
                    "type": kind_in_words(self.meanings[name].type),
                    "found": _KINDS[found],
                }
                faults.append(self.fault("register-column-kind", ("facts", name), params))
            else:
                readers.append(reader)
        if faults:
            raise Unreadable(tuple(faults))
        return tuple(readers)

    def _reader(self, name: str, column: Column, found: Field, *, few: bool) -> Reader | None:
        meaning = self.meanings[name]
        empty = (*self.map.empty, *column.empty)
        if found.kind == "other":
            return None
        if meaning.type == "words" and (column.separator is not None or found.kind == "texts"):
            return _spread(name, column, found, meaning, empty) if found.kind in ("text", "texts") else None
        if found.kind == "texts":
            return None
        if not column.codes and meaning.type in ("number", "date"):
            return _stepped(name, column, found, meaning, empty)
        if found.kind in ("decimal", "date", "timestamp"):
            return None
        coded = _coded(name, column, found, meaning, empty)
        return coded if few or found.kind != "text" else _chosen(coded, meaning, empty)


_KINDS: Mapping[Kind, Mapping[str, str]] = {
    "text": {"sv": "text", "en": "text"},
    "truth": {"sv": "ja eller nej", "en": "yes or no"},
    "whole": {"sv": "heltal", "en": "whole numbers"},
    "decimal": {"sv": "decimaltal", "en": "decimal numbers"},
    "single": {"sv": "decimaltal", "en": "decimal numbers"},
    "float": {"sv": "decimaltal", "en": "decimal numbers"},
    "date": {"sv": "datum", "en": "dates"},
    "timestamp": {"sv": "tidpunkter", "en": "points in time"},
    "texts": {"sv": "listor", "en": "lists"},
    "other": {"sv": "något som inte kan läsas", "en": "something that cannot be read"},
}


def _otherwise(column: Column) -> Found:
    return UNREADABLE if column.otherwise is None else meant(column.otherwise)


def _coded(name: str, column: Column, found: Field, meaning: _Meaning, empty: tuple[str, ...]) -> Coded:
    codes = {code: meant(value) for code, value in column.codes.items()} if column.codes else None
    width: Width = "single" if found.kind == "single" else "float"
    how = (codes, _otherwise(column), meaning.words, frozenset(empty), width)
    return Coded(name, str(column.column), meaning.type, *how)


def _chosen(coded: Coded, meaning: _Meaning, empty: tuple[str, ...]) -> Chosen:
    """Instead of *coded*, where there are too many codes for each to be told apart."""
    groups: dict[Any, list[str]] = {}
    other, strict = coded.otherwise, coded.otherwise is UNREADABLE
    if coded.codes is not None:
        for code, found in coded.codes.items():
            groups.setdefault(_hashable(found), []).append(code)
        values = {_hashable(found): found for found in coded.codes.values()}
    elif meaning.type == "yes-no":
        for text, truth in TRUTHS.items():
            groups.setdefault(truth, []).append(text)
        values = {truth: Known(truth) for truth in groups}
    else:
        groups = {word: [word] for word in meaning.mentioned}
        values = {word: Known(word) for word in groups}
        another = Known(_ANOTHER, {"sv": "ett annat ord", "en": "another word"})
        if meaning.words:
            groups[_ANOTHER], values[_ANOTHER] = sorted(meaning.words - groups.keys()), another
        else:
            other, strict = another, False
    key = Choice(coded.column, tuple(map(tuple, groups.values())), strict, empty)
    return Chosen(coded.fact, key, (*(values[name] for name in groups), other), coded.otherwise)


_ANOTHER: Final = "·"  # no word of a rule can be written so


def _hashable(found: Found) -> Any:
    return (type(found.value), found.value) if isinstance(found, Known) else found


def _stepped(name: str, column: Column, found: Field, meaning: _Meaning, empty: tuple[str, ...]) -> Stepped | None:
    if meaning.type == "number":
        kind = _NUMBERS.get(found.kind)
        return None if kind is None else _numbered(name, column, kind, found.places, meaning, empty)
    if found.kind not in ("text", "whole", "date", "timestamp") or (found.kind == "whole" and not column.format):
        return None
    return _dated(name, column, found, meaning, empty)


def _numbered(
    name: str, column: Column, kind: bounds.Numeric, places: int, meaning: _Meaning, empty: tuple[str, ...]
) -> Stepped:
    form = NumberForm(column.decimal or ".", column.thousands or "")
    turns = bounds.numbered(bounds.points(meaning.claims), kind, places)
    steps, spans = bounds.intervals(turns, meaning.answers(name), kind)
    key = Steps(str(column.column), steps, form, empty)
    if kind != "text":
        key = Steps(str(column.column), steps, nothing=numbers_among(empty, form, kind, places))
    return Stepped(name, key, spans, _otherwise(column))


def _dated(name: str, column: Column, found: Field, meaning: _Meaning, empty: tuple[str, ...]) -> Stepped:
    form = DateForm(column.format or "YYYY-MM-DD")
    written = found.kind in ("text", "whole")
    precision = form.precision if written else "day"
    turns = bounds.dated(bounds.points(meaning.claims), precision)
    steps, spans = bounds.intervals(turns, meaning.answers(name), precision)
    key = Steps(str(column.column), steps, form, empty)
    if not written:
        key = Steps(str(column.column), steps, nothing=days_among(empty, form))
    return Stepped(name, key, spans, _otherwise(column))


def _spread(name: str, column: Column, found: Field, meaning: _Meaning, empty: tuple[str, ...]) -> Spread:
    codes: dict[str, tuple[str, ...] | None] = {}
    if column.codes:
        codes = {code: _words(meant(value)) for code, value in column.codes.items()}
    else:
        codes = {word: (word,) for word in meaning.words or meaning.mentioned}
    groups: dict[str | None, list[str]] = {word: [] for word in meaning.mentioned}
    for code, words in codes.items():
        for word in (None,) if words is None else words:
            groups.setdefault(word, []).append(code)
    wanted = [(word, tuple(groups[word])) for word in (*meaning.mentioned, *([None] if None in groups else []))]
    rest = column.otherwise
    if rest is None and not column.codes and not meaning.words:
        rest = NONE  # any word can stand there, and those that no rule names change no answer
    among = None if rest is NONE else tuple(sorted(codes))
    strict = rest is None or rest is NOT_SAID
    separator = None if found.kind == "texts" else column.separator
    cut = [wanted[start : start + _MOST_BITS] for start in range(0, len(wanted), _MOST_BITS)] or [[]]
    parts, meanings = [], list[tuple[str, ...] | None]()
    for number, some in enumerate(cut):
        key_among = among if number == 0 else None
        key = Holds(str(column.column), separator, tuple(group for _, group in some), key_among, strict, empty)
        meanings += [None if word is None else (word,) for word, _ in some]
        if key.bits > len(some):
            meanings.append(_words(meant(rest)) if rest is not None else None)
        parts.append(key)
    return Spread(name, tuple(parts), tuple(meanings), _otherwise(column))


def _words(found: Found) -> tuple[str, ...] | None:
    if not isinstance(found, Known):
        return None
    return found.value if isinstance(found.value, tuple) else (str(found.value),)
