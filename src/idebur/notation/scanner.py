"""The tokenizer and the cursor that all the little languages share, and so one caret for all their faults."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from idebur.errors import NotationError, nearest
from idebur.messages.notations import A_KEY, THE_END

__all__ = [
    "KEY",
    "REFERENCE",
    "Cursor",
    "Token",
    "is_key",
    "is_reference",
    "require_key",
    "require_reference",
    "tokens",
]

KEY = r"[0-9a-zß-öø-ÿ]+(?:-[0-9a-zß-öø-ÿ]+)*"
"""The pattern of a key: small letters (of Latin-1), digits, and single hyphens between them."""

REFERENCE = rf"{KEY}(?:\.{KEY})*"
"""The pattern of a reference: a key, or a path of keys joined by points."""

_IS_KEY = re.compile(KEY)
_IS_REFERENCE = re.compile(REFERENCE)

# A word takes more than a key does, so that "Region_Solvik" is one fault with one caret, not five.
_LETTER = r"[\w\u0300-\u036f]"
_TOKEN = re.compile(rf"\s*(?:(?P<word>{_LETTER}+(?:[-.]{_LETTER}+)*)|(?P<mark><=|>=|[<>=(),/%#])|(?P<strange>\S))")

_LOOKALIKES: Mapping[str, str] = {
    "≥": ">=",
    "≤": "<=",
    "≠": "is not",
    "!": "not",
    "&": "and",
    "|": "or",
    "–": "to",
    "—": "to",
    "~": "about",
    "≈": "about",
    ";": ",",
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
}
_LONGEST_FOUND = 60


def is_key(text: str) -> bool:
    """Tell whether *text* can be a key."""
    return _IS_KEY.fullmatch(text) is not None


def is_reference(text: str) -> bool:
    """Tell whether *text* can be a reference, ``key`` or ``key.key``."""
    return _IS_REFERENCE.fullmatch(text) is not None


def require_key(text: str) -> None:
    """Refuse what cannot be a key.

    Raises:
        NotationError: ``not-a-key``.
    """
    if not is_key(text):
        raise NotationError("not-a-key", text, 0, max(1, len(text)), {"found": _short(text)}, _as_key(text))


def require_reference(text: str) -> None:
    """Refuse what cannot be a reference.

    Raises:
        NotationError: ``not-a-key``.
    """
    if not is_reference(text):
        raise NotationError("not-a-key", text, 0, max(1, len(text)), {"found": _short(text)}, _as_key(text))


class Token(NamedTuple):
    """A word or a mark of a text; *offset* and *length* count characters of that text, *text* is in Unicode's NFC."""

    text: str
    offset: int
    length: int
    is_word: bool

    @property
    def end(self) -> int:
        """The offset just after it."""
        return self.offset + self.length


def tokens(text: str) -> tuple[Token, ...]:
    """Cut *text* into words and marks.

    Raises:
        NotationError: ``strange-sign``, at a sign that no little language has a use for.

    >>> [token.text for token in tokens("members>=10 and 2/3")]
    ['members', '>=', '10', 'and', '2', '/', '3']
    """
    found = []
    position = 0
    while (match := _TOKEN.match(text, position)) is not None:
        kind = match.lastgroup or ""
        start, position = match.span(kind)
        if kind == "strange":
            sign = match[kind]
            raise NotationError("strange-sign", text, start, 1, {"found": sign}, _LOOKALIKES.get(sign))
        # A keyboard may give "a" and a ring for "å": the same letter, so the same key.
        found.append(Token(unicodedata.normalize("NFC", match[kind]), start, position - start, kind == "word"))
    return tuple(found)


class Cursor:
    """A place between the tokens of *text*, from which a reader takes what it expects.

    Raises:
        NotationError: from every method that takes, when something else stands there.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = tokens(text)
        self._next = 0

    @property
    def here(self) -> Token | None:
        """The next token, or ``None`` at the end."""
        return self.ahead(0)

    def ahead(self, count: int) -> Token | None:
        """The token *count* places after the next one, or ``None`` beyond the end."""
        index = self._next + count
        return self._tokens[index] if index < len(self._tokens) else None

    def sees(self, *texts: str) -> bool:
        """Whether the next tokens read exactly *texts*, one after the other."""
        return all((token := self.ahead(i)) is not None and token.text == text for i, text in enumerate(texts))

    def accept(self, *texts: str) -> bool:
        """Take the next tokens if they read *texts*, one after the other; tell whether they did."""
        found = self.sees(*texts)
        if found:
            self._next += len(texts)
        return found

    def expect(self, text: str) -> Token:
        """Take the next token, which must read *text*."""
        if not self.sees(text):
            raise self.unexpected(text)
        return self.take(text)

    def take(self, expected: Any) -> Token:
        """Take the next token, whatever it is; *expected* says in words what should stand there."""
        token = self.here
        if token is None:
            raise self.unexpected(expected)
        self._next += 1
        return token

    def take_word(self, expected: Any) -> Token:
        """Take the next token, which must be a word."""
        token = self.here
        if token is None or not token.is_word:
            raise self.unexpected(expected)
        return self.take(expected)

    def take_key(self, expected: Any = A_KEY) -> Token:
        """Take the next token, which must be a key."""
        return self._take_matching(_IS_KEY, expected)

    def take_reference(self, expected: Any = A_KEY) -> Token:
        """Take the next token, which must be a reference."""
        return self._take_matching(_IS_REFERENCE, expected)

    def _take_matching(self, pattern: re.Pattern[str], expected: Any) -> Token:
        token = self.take_word(expected)
        if not pattern.fullmatch(token.text):
            raise self.fail("not-a-key", token, _as_key(token.text), found=_short(token.text))
        return token

    def finish(self, *expected: Any) -> None:
        """Make sure that nothing follows; *expected* are the words that could also have stood here."""
        if self.here is not None:
            raise self.unexpected(*expected, THE_END)

    def fail(
        self, code: str, where: Token | tuple[int, int], nearest: str | None = None, **params: Any
    ) -> NotationError:
        """Build the fault *code* at a token, or from one offset to another."""
        start, end = (where.offset, where.end) if isinstance(where, Token) else where
        return NotationError(code, self.text, start, max(1, end - start), params, nearest)

    def unexpected(self, *expected: Any, meant: Mapping[str, str] | None = None) -> NotationError:
        """Build the fault that something else stands here than *expected*.

        Expected texts are the very words, expected mappings describe (``{"sv": "ett tal", "en": "a number"}``). The
        nearest right word is found among the words, or in *meant*, a table of what people write instead.
        """
        token = self.here
        if token is None:
            end = self._tokens[-1].end if self._tokens else 0
            code = "text-ends-early" if self._tokens else "nothing-written"
            return self.fail(code, (end, end), expected=expected)
        guess = (meant or {}).get(token.text.casefold()) or nearest(
            token.text, [word for word in expected if isinstance(word, str) and word.isascii() and word[0].isalpha()]
        )
        return self.fail("unexpected-word", token, guess, found=_short(token.text), expected=expected)

    @property
    def last(self) -> Token:
        """The token taken last."""
        return self._tokens[self._next - 1]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_FOUND else f"{text[:_LONGEST_FOUND]}…"


def _as_key(text: str) -> str | None:
    """Mend what people commonly write for a key: capitals, underscores, spaces, hyphens too many."""
    mended = re.sub(r"[-_\s]+", "-", text.lower()).strip("-.")
    return mended if mended != text and is_reference(mended) else None
