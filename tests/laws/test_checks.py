"""Checks: they answer for whatever can be read, in the same way each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from idebur.agreement import Agreement
from idebur.checks import check
from idebur.messages import LANGUAGES
from tests.unit.checks.cases import clean
from tests.unit.test_checks import PAIRS

DEPARTURES = st.lists(st.sampled_from([text for pair in PAIRS for text in (pair.trips, pair.sibling)]), max_size=6)


def mixed(departures: list[str]) -> Agreement | None:
    """The clean agreement with several departures laid over it, if a reference is not lost thereby."""
    try:
        return clean(*departures)
    except ValidationError:
        return None


@settings(max_examples=300)
@given(DEPARTURES)
def test_no_check_raises_on_any_mixture_of_departures(departures: list[str]) -> None:
    """Every finding is told in every language."""
    agreement = mixed(departures)
    if agreement is not None:
        for finding in check(agreement):
            assert all(finding.message(lang) for lang in LANGUAGES)


@settings(max_examples=100)
@given(DEPARTURES)
def test_what_is_accepted_everywhere_is_not_found(departures: list[str]) -> None:
    """Accepting every code that is found leaves nothing, not even an unused acceptance."""
    accepting_nothing = [text for text in departures if "accepted" not in text]
    agreement = mixed(accepting_nothing)
    if agreement is not None:
        codes = sorted({finding.code for finding in check(agreement)})
        accepted = ", ".join(f"{{code: {code}, because: Så är det}}" for code in codes)
        assert check(clean(*accepting_nothing, f"accepted: [{accepted}]")) == ()


def test_a_long_chain_of_amendments_is_checked() -> None:
    """Each amends the one before it."""
    amended = ["present", *(f"v{one}" for one in range(399))]
    versions = ", ".join(f"v{one}: {{amends: {other}, cites: second}}" for one, other in enumerate(amended))
    assert check(clean(f"versions: {{{versions}}}")) == ()


def test_sets_of_sets_of_sets_end() -> None:
    """The sector of a set that holds itself, by however many ways, is soon found to be unknown."""
    rows = [(name, one, f"{{kind: set, members: [s{one + 1}, t{one + 1}]}}") for one in range(40) for name in "st"]
    sets = ", ".join(f"{name}{one}: {members}" for name, one, members in rows)
    ends = "s40: {kind: set, members: s0}, t40: {kind: set, members: t0}"
    found = check(clean(f"{{actors: {{{sets}, {ends}}}, parties: {{region: {{kind: set, members: s0}}}}}}"))
    assert [(finding.code, finding.path) for finding in found] == [("party-without-sector", "parties.region")]


def test_a_number_that_is_a_slip_of_the_pen_is_found_at_once() -> None:
    """Not every number up to it is listed."""
    (finding,) = check(clean("ladders: {scale: {levels: {top: {number: 99999999999999999999}}}}"))
    assert finding.code == "number-gap"
    assert len(finding.message("sv")) < 120
