"""Rings: found just where one comes back to where one began."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from idebur.checks.rings import in_a_ring

NAMES = st.sampled_from("abcdefg")
FOLLOWS = st.dictionaries(NAMES, st.lists(NAMES | st.just("nowhere"), max_size=3))


@given(FOLLOWS)
def test_in_a_ring_is_what_can_be_reached_from_itself(follows: dict[str, list[str]]) -> None:
    """The oracle is Warshall's closure over every pair."""
    reaches = {(one, other) for one, others in follows.items() for other in others}
    for middle in "abcdefg":
        reaches |= {
            (one, other) for one in "abcdefg" for other in "abcdefg" if {(one, middle), (middle, other)} <= reaches
        }
    assert in_a_ring(follows) == {one for one in follows if (one, one) in reaches}


def test_a_chain_of_many_is_soon_told_to_be_no_ring() -> None:
    """Its work grows with its length, not with the square of it."""
    number = 20_000
    chain = {str(one): [str(one + 1)] for one in range(number)}
    assert in_a_ring(chain) == frozenset()
    assert in_a_ring({"a": ["b"], "b": ["a"], **chain}) == {"a", "b"}
