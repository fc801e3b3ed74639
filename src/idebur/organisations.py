"""An organisation in a file of its own: what is known of it, who attested it, and when."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from math import isfinite
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from idebur.absence import NOT_SAID, Absence, Maybe
from idebur.errors import NotationError, nearest
from idebur.notation.dates import Date
from idebur.rules.facts import Fact, built_in_facts
from idebur.rules.terms import Terms, allowed
from idebur.said import Key, Said
from idebur.several import Pairs
from idebur.text import Text

__all__ = [
    "Attested",
    "Organisation",
    "Value",
    "kind_in_words",
    "misspelt",
    "mistyped",
    "mistyped_value",
    "unfamiliar_words",
]

Value = bool | int | Decimal | str | tuple[str, ...]
"""The value of a fact as written: yes or no, a number, a word or a date, a set of words (``none``: empty)."""


class _Value:
    """Reads the value of a fact without knowing the fact: the form tells, and nothing is turned into something else."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read_value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "description": "The value: true or false, a number, a word, a date, or a list of words.",
            "anyOf": [
                {"type": ["boolean", "number", "string"], "pattern": r"\S"},
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
            ],
        }


FactValue = Annotated[Value, _Value()]


class Attested(Said):
    """The value of a fact, or a judgement on a clause, with who attests it and when."""

    said: FactValue
    """The value, or for a clause whether it is met."""

    by: Maybe[Text] = NOT_SAID
    """Who attests it."""

    when: Maybe[Date] = NOT_SAID
    """The day on which it was attested."""


class _Stated:
    """A fact's value bare or attested: told apart by form."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(_read_stated, handler.generate_schema(Attested))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        bare = _Value().__get_pydantic_json_schema__(schema, handler)
        return {"anyOf": [*bare["anyOf"], handler(schema)]}


class Organisation(Said):
    """What is known of one organisation. A fact that is left out is not known, and never quietly *no*."""

    idebur: Literal[1] = 1
    """The version of the file format."""

    organisation: Key
    """The organisation's key."""

    name: Maybe[Text] = NOT_SAID
    """Its name."""

    number: Maybe[Text] = NOT_SAID
    """Its organisation number."""

    facts: Pairs[Key, Annotated[Attested | Absence, _Stated()]] = Pairs()
    """What is known of it, fact by fact; ``not-said`` where it was looked for and not found."""

    attested: Pairs[Key, Attested] = Pairs()
    """Clauses that only people can judge, and who judged that they are met (or not)."""

    def value(self, fact: str) -> Value | None:
        """The value of a fact, or ``None`` where it is not known."""
        stated = self.facts.get(fact)
        return stated.said if isinstance(stated, Attested) else None


def _read_value(value: Any) -> Value:
    if isinstance(value, float) and isfinite(value):
        value = Decimal(str(value))
    if isinstance(value, (bool, int, Decimal)):
        return value
    if value in ("none", ()):  # as in a map, and as it is in Python
        return ()
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, (list, tuple)) and value and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise PydanticCustomError("fact-value", "not a value of a fact")


def _read_stated(value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if isinstance(value, (Attested, Absence)):
        return value
    if value == "not-said":
        return NOT_SAID
    return handler(value if isinstance(value, dict) else {"said": value})


_TYPES: Mapping[str, Mapping[str, str]] = {
    "yes-no": {"sv": "true eller false", "en": "true or false"},
    "word": {"sv": "ett ord", "en": "a word"},
    "words": {"sv": "en lista av ord", "en": "a list of words"},
    "number": {"sv": "ett tal", "en": "a number"},
    "date": {"sv": "ett datum", "en": "a date"},
}


def kind_in_words(kind: str) -> Mapping[str, str]:
    """What a fact of this type is to be, in each language."""
    return _TYPES[kind]


def mistyped(
    organisation: Organisation, facts: Mapping[str, Fact] | None = None
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Find the facts whose value is of another type than declared: the fact, and what the message needs.

    *facts* are those that are declared; left out, the built-in ones. A fact that is not among them is not judged.
    """
    known = built_in_facts() if facts is None else facts
    for name in organisation.facts:
        value = organisation.value(name)
        if value is not None and name in known:
            wrong = mistyped_value(name, value, known[name].type)
            if wrong is not None:
                yield name, wrong


def mistyped_value(fact: str, value: Value, kind: str) -> Mapping[str, object] | None:
    """What the message needs that *value* is not of the type *kind* of its fact; ``None`` where it is."""
    if _is_of(value, kind):
        return None
    shown = ", ".join(value) or "none" if isinstance(value, tuple) else str(value)
    return {"fact": fact, "found": shown, "expected": _TYPES[kind]}


def unfamiliar_words(
    organisation: Organisation, terms: Terms | None = None
) -> Iterator[tuple[str, int | None, str, tuple[str, ...]]]:
    """Find the words that a fact cannot have: the fact, the word's number in a list, the word, and those it can have.

    *terms* say which it can have. Left out, an agreement may add words of its own: so only a word that is all but a
    shipped one is suspected, as :func:`misspelt` suspects a name.
    """
    known = Terms() if terms is None else terms
    for name in organisation.facts:
        value = organisation.value(name)
        words = allowed(known.facts[name], known) if name in known.facts else ()
        for number, word in enumerate(
            (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        ):
            if words and word not in words and (terms is not None or _all_but(word, words) is not None):
                yield name, number if isinstance(value, tuple) else None, word, words


def misspelt(organisation: Organisation, facts: Mapping[str, Fact] | None = None) -> Iterator[tuple[str, str]]:
    """Find the facts whose name is all but that of a built-in one: each with the name that was probably meant.

    An agreement may declare facts of its own, and none is at hand here. So a name is suspected only where hardly a
    letter differs (a ratio of 0.8, see :func:`idebur.errors.nearest`), and not where it is another word with a
    prefix, as ``independent`` is to ``dependent``. A name among *facts*, where they are given, is no slip.
    """
    known = built_in_facts()
    for name in organisation.facts:
        guess = None if name in known or (facts is not None and name in facts) else _all_but(name, known)
        if guess is not None and guess not in organisation.facts:
            yield name, guess


def _all_but(word: str, known: Iterable[str]) -> str | None:
    guess = nearest(word, known)
    if guess is None or word.count("-") != guess.count("-") or word.endswith(guess) or guess.endswith(word):
        return None
    return guess if SequenceMatcher(None, word, guess).ratio() >= _ALL_BUT else None


_ALL_BUT = 0.8


def _is_of(value: Value, kind: str) -> bool:
    match kind:
        case "yes-no":
            return isinstance(value, bool)
        case "word":
            return isinstance(value, str)
        case "words":
            return isinstance(value, (str, tuple))
        case "number":
            return isinstance(value, (int, Decimal)) and not isinstance(value, bool)
        case _:
            return not isinstance(value, (bool, tuple, Decimal)) and _is_date(str(value))


def _is_date(text: str) -> bool:
    try:
        Date.parse(text)
    except NotationError:
        return False
    return True
