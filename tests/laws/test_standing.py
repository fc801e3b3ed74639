"""Laws of standing: it answers of any agreement on any day, and to know a date better takes no certainty back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from idebur.absence import NOT_SAID
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.notation.dates import Date
from idebur.standing import holds, on
from idebur.strategies import agreements, dates

days = st.dates(date(1989, 1, 1), date(2042, 1, 1))


@given(agreement=agreements(), day=days)
def test_it_answers_of_any_agreement_on_any_day(agreement: Agreement, day: date) -> None:
    found = on(agreement, day)
    assert [held.key for held in found.versions] == ["present", *agreement.versions]
    assert found.stages
    assert set(found.stages) <= set(agreement.vocabularies["stage"])
    tenures = sum(len(content.tenures) for content in (agreement, *agreement.versions.values()))
    assert len(found.seats) <= tenures >= len(found.joined)
    assert {held.key for held in found.parties} >= set(agreement.parties)


@st.composite
def refined(draw: st.DrawFn) -> tuple[Date, Date]:
    """A date and a day that it can be."""
    coarse = draw(dates())
    first, last = draw(st.sampled_from(coarse.readings))
    return coarse, Date.of(first + timedelta(days=draw(st.integers(0, (last - first).days))))


@given(since=refined(), until=st.one_of(refined(), st.just((NOT_SAID, NOT_SAID))), day=days)
def test_a_finer_date_turns_no_yes_into_no(since: tuple[Date, Date], until: tuple[Any, Any], day: date) -> None:
    """What was certain stays as it was; only what was unknown can become known."""
    coarse = holds(since[0], until[0], day)
    fine = holds(since[1], until[1], day)
    assert coarse in (Answer.UNKNOWN, fine)


@given(since=refined(), day=days, section=st.sampled_from(["parties", "tenures"]))
def test_nor_of_who_is_a_party_or_has_joined(since: tuple[Date, Date], day: date, section: str) -> None:
    def answer(when: Date) -> Answer:
        party = {"p": {"since": when.written()}}
        tenure = [{"who": "t", "name": "T", "kind": "joined", "since": when.written()}]
        held = {"since": "1980", section: party if section == "parties" else tenure}
        found = on(Agreement.model_validate({"agreement": "a", **held}), day)
        return (found.parties if section == "parties" else found.joined)[0].answer

    assert answer(since[0]) in (Answer.UNKNOWN, answer(since[1]))


@given(since=dates(), until=dates(), day=days)
def test_the_days_on_which_something_holds_hang_together(since: Date, until: Date, day: date) -> None:
    """No day on which it does not hold lies between two on which it does."""
    if holds(since, until, day) is Answer.NO:
        before, after = (holds(since, until, day + timedelta(days=by)) for by in (-400, 400))
        assert Answer.YES not in (before, after) or before is not after


@given(agreement=agreements(), day=days)
def test_an_open_end_never_ends(agreement: Agreement, day: date) -> None:
    """A version that certainly holds, and whose end is not said, holds on every later day."""
    for held, later in zip(
        on(agreement, day).versions, on(agreement, day + timedelta(days=5000)).versions, strict=True
    ):
        content = agreement if held.key == "present" else agreement.versions[held.key]
        if held.answer is Answer.YES and content.until == NOT_SAID and content.validity == NOT_SAID:
            assert later.answer is Answer.YES
