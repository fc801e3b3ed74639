"""A text in one or more languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, ValuesView
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from idebur.notation.notated import DEFINED_AS
from idebur.said import KEY_ITSELF, Immutable, within

__all__ = ["UNDETERMINED", "Language", "Text"]

UNDETERMINED = "und"
"""The language tag of a text whose language is not written with it (BCP 47, "undetermined")."""

_SILENCE = frozenset({"not-said", "none"})  # written bare, they would say that there is no text

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


class Text(Immutable, Mapping[str, str]):
    """A text in one or more languages, each under its BCP 47 tag.

    A text written bare has no tag of its own: it is in the language of its agreement.

    >>> Text("Mångfald")
    Text('Mångfald')
    >>> Text(sv="Mångfald", en="Diversity").get("en")
    'Diversity'
    >>> str(Text(sv="Mångfald", en="Diversity").said("en"))
    'Diversity'
    """

    __slots__ = ("_by_language",)
    _by_language: dict[str, str]

    def __init__(self, bare: str | Mapping[str, str] | None = None, /, **by_language: str) -> None:
        """Make a text; a file holds the same.

        Raises:
            ValidationError: it has no words, or they stand under what is no language tag.
        """
        given = {UNDETERMINED: bare} if isinstance(bare, str) else dict(bare or {})
        given |= by_language
        if not given:
            within(_words, "")
        for tag, words in given.items():
            within(_language, tag, tag, KEY_ITSELF)
            within(_words, words, tag)
        object.__setattr__(self, "_by_language", dict(sorted(given.items(), key=_swedish_first)))

    @classmethod
    def _bare(cls, words: str) -> Text:
        text = object.__new__(cls)
        object.__setattr__(text, "_by_language", {UNDETERMINED: words})
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[dict[str, str]]]:
        return (Text, (self._by_language,))

    def __getitem__(self, language: str) -> str:
        return self._by_language[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_language)

    def __len__(self) -> int:
        return len(self._by_language)

    def values(self) -> ValuesView[str]:
        """The texts, one for each language."""
        return self._by_language.values()

    def __eq__(self, other: object) -> bool:
        return self._by_language == other._by_language if isinstance(other, Text) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self._by_language.items()))

    def __repr__(self) -> str:
        return f"Text({self.written()!r})"

    def __str__(self) -> str:
        return next(iter(self._by_language.values()), "")

    def said(self, language: str, bare: str = UNDETERMINED) -> str:
        """Give the text in *language*, or else the bare text, or else whatever language there is.

        *bare* is the language a bare text is in (the agreement's); it only matters for the order of choice.
        """
        own = self._by_language
        return own.get(language) or own.get(UNDETERMINED) or own.get(bare) or str(self)

    def languages(self, bare: str = UNDETERMINED) -> frozenset[str]:
        """Name the languages it is written in; a bare text is in the language *bare*."""
        return frozenset(bare if tag == UNDETERMINED else tag for tag in self._by_language)

    def written(self) -> str | dict[str, str]:
        """Give it as it is written in a file: a bare word, or a mapping by language."""
        bare = self._by_language.get(UNDETERMINED)
        if bare is None or len(self._by_language) > 1 or bare in _SILENCE:
            return dict(self._by_language)
        return bare

    @classmethod
    def validated(cls, value: Any) -> Text:
        """Take a text, a text for each language, or a number, which is taken as its digits.

        Raises:
            PydanticCustomError: it is none of them, or is empty.
        """
        if isinstance(value, str):
            if not value or value.isspace():
                raise PydanticCustomError("text-empty", "an empty text")
            return cls._bare(str(value))
        if isinstance(value, Text):
            return value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return cls(str(value))
        if isinstance(value, Mapping) and value:
            return cls(value)
        raise PydanticCustomError("text-expected", "a text was expected")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.validated, ref="Text")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "description": "A text, or the same text in several languages.",
            "anyOf": [
                {"type": ["string", "number"], "pattern": r"\S"},
                {
                    "type": "object",
                    "properties": {
                        "sv": {"type": "string", "pattern": r"\S", "description": "The text in Swedish."},
                        "en": {"type": "string", "pattern": r"\S", "description": "The text in English."},
                    },
                    "patternProperties": {f"^{_LANGUAGE.pattern}$": {"type": "string", "pattern": r"\S"}},
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ],
        }


class _Tag:
    """Reads a language tag where no text stands under it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_as_tag, core_schema.str_schema())

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": f"^{_LANGUAGE.pattern}$",
            "description": "A language, by its tag.",
            "examples": ["sv", "en"],
            DEFINED_AS: "Language",
        }


Language = Annotated[str, _Tag()]
"""The tag of a language (BCP 47), such as ``sv``."""


def _as_tag(tag: str) -> str:
    _language(None if tag in _SILENCE else tag)
    return tag


def _language(tag: Any) -> None:
    if not isinstance(tag, str) or not _LANGUAGE.fullmatch(tag):
        raise PydanticCustomError("text-language", "not a language")


def _words(words: Any) -> None:
    if not isinstance(words, str):
        raise PydanticCustomError("text-in-language", "one text was expected")
    if not words.strip():
        raise PydanticCustomError("text-empty", "an empty text")


def _swedish_first(item: tuple[str, str]) -> tuple[int, str]:
    """Swedish, then English, then the others by tag: the order in which a text is written and read."""
    order = {UNDETERMINED: 0, "sv": 1, "en": 2}
    return order.get(item[0], 3), item[0]
