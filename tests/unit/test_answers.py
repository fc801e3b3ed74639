"""Kleene's three tables, written out: S. C. Kleene, *Introduction to Metamathematics* (1952), §64."""

from __future__ import annotations

from itertools import product

import pytest

from idebur.answers import Answer, all_of, any_of
from idebur.errors import Undecided

Y, U, N = Answer.YES, Answer.UNKNOWN, Answer.NO

AND = {(Y, Y): Y, (Y, U): U, (Y, N): N, (U, Y): U, (U, U): U, (U, N): N, (N, Y): N, (N, U): N, (N, N): N}
OR = {(Y, Y): Y, (Y, U): Y, (Y, N): Y, (U, Y): Y, (U, U): U, (U, N): U, (N, Y): Y, (N, U): U, (N, N): N}
NOT = {Y: N, U: U, N: Y}


@pytest.mark.parametrize(("one", "other"), list(product(Answer, Answer)))
def test_the_tables_of_and_and_or(one: Answer, other: Answer) -> None:
    assert one & other is AND[one, other]
    assert one | other is OR[one, other]
    assert all_of((one, other)) is AND[one, other]
    assert any_of((one, other)) is OR[one, other]


@pytest.mark.parametrize("answer", Answer)
def test_the_table_of_not_and_no_truth_value(answer: Answer) -> None:
    assert ~answer is NOT[answer]
    with pytest.raises(Undecided, match=f"{answer} is one of three answers"):
        bool(answer)


def test_of_nothing_all_hold_and_none_does() -> None:
    assert all_of(()) is Y
    assert any_of(()) is N


def test_they_are_ordered() -> None:
    assert sorted([Y, N, U], key=lambda answer: answer.rank) == [N, U, Y]
    assert N < U < Y
    assert Y > U > N
    assert U <= U >= U
    assert [Answer.of(truth) for truth in (True, False, None)] == [Y, N, U]
