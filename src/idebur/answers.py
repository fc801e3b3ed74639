"""The three answers, with Kleene's logic over them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NoReturn

from idebur.errors import Undecided

__all__ = ["Answer", "all_of", "any_of"]


class Answer(Enum):
    """Yes, no or unknown, ordered ``NO < UNKNOWN < YES``.

    The logic is Kleene's strong logic of indeterminacy (S. C. Kleene, *Introduction to Metamathematics*, 1952, §64):
    *and* is the least, *or* the greatest, *not* the mirror.

    >>> Answer.YES & Answer.UNKNOWN
    <Answer.UNKNOWN: 'unknown'>
    >>> ~Answer.NO
    <Answer.YES: 'yes'>
    """

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    @staticmethod
    def of(truth: bool | None) -> Answer:
        """Turn a Python truth value into an answer; ``None`` is unknown."""
        return Answer.UNKNOWN if truth is None else Answer.YES if truth else Answer.NO

    @property
    def rank(self) -> int:
        """0 for no, 1 for unknown, 2 for yes."""
        return _RANK[self]

    def __and__(self, other: Answer) -> Answer:
        return self if self.rank <= other.rank else other

    def __or__(self, other: Answer) -> Answer:
        return self if self.rank >= other.rank else other

    def __invert__(self) -> Answer:
        return _MIRROR[self]

    def __lt__(self, other: Answer) -> bool:
        return self.rank < other.rank

    def __le__(self, other: Answer) -> bool:
        return self.rank <= other.rank

    def __gt__(self, other: Answer) -> bool:
        return self.rank > other.rank

    def __ge__(self, other: Answer) -> bool:
        return self.rank >= other.rank

    def __bool__(self) -> NoReturn:
        """Refuse: an unknown is neither true nor false.

        Raises:
            Undecided: always.
        """
        raise Undecided(f"{self} is one of three answers; compare it with Answer.YES, Answer.NO or Answer.UNKNOWN")

    def __str__(self) -> str:
        return self.value


_RANK = {Answer.NO: 0, Answer.UNKNOWN: 1, Answer.YES: 2}
_MIRROR = {Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN, Answer.YES: Answer.NO}


def all_of(answers: Iterable[Answer]) -> Answer:
    """Join with *and*: the least of the answers; of none, yes."""
    result = Answer.YES
    for answer in answers:
        result &= answer
    return result


def any_of(answers: Iterable[Answer]) -> Answer:
    """Join with *or*: the greatest of the answers; of none, no."""
    result = Answer.NO
    for answer in answers:
        result |= answer
    return result
