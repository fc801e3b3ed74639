"""Laws of states: an amendment counts as if it had been written into what it amends, and what is proposed never does.

The oracle merges the plain data of a file by hand, into one agreement that is whole and has no versions.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.membership import may_join
from idebur.organisations import Organisation
from idebur.standing import on

Data = dict[str, Any]

KEYS = ("one", "two", "three")
NEW = ("four", "five")
RULES = ("always", "never", "members >= 5", "democratic", "not democratic", "members < 5 and democratic")

procedures = st.fixed_dictionaries(
    {"kind": st.sampled_from(["join", "join", "leave"])},
    optional={
        "open-to": st.sampled_from([*RULES, "none", "not-said"]),
        "status": st.sampled_from(["in-force", "past", "planned"]),
    },
)
parties = st.fixed_dictionaries(
    {},
    optional={
        "since": st.sampled_from(["2017", "2019-06-01", "2021"]),
        "until": st.sampled_from(["2019", "2020-06-30", "2023"]),
        "status": st.sampled_from(["in-force", "past", "proposed"]),
    },
)
organisations = st.builds(
    lambda members, democratic: Organisation.model_validate(
        {"organisation": "choir", "facts": {"members": members, "democratic": democratic}}
    ),
    st.one_of(st.integers(0, 9), st.just("not-said")),
    st.one_of(st.booleans(), st.just("not-said")),
)
days = st.dates(date(2016, 1, 1), date(2025, 1, 1))


@st.composite
def changes(draw: st.DrawFn, elements: st.SearchStrategy[Data], before: Data) -> Any:
    """What an amendment says of a section: it may end, replace, change, add, and say that something is not said."""
    if draw(st.integers(0, 9)) == 0:
        return "none"
    found: Data = {}
    for key in before:
        found[key] = draw(st.one_of(st.just("none"), st.just("not-said"), elements, st.none()))
    for key in NEW:
        if draw(st.booleans()):
            replaced = [one for one in before if found[one] is None and before[one] not in ("none", "not-said")]
            other = draw(st.sampled_from([*replaced, None]))
            found[key] = draw(elements) | ({} if other is None else {"replaces": other})
    return {key: said for key, said in found.items() if said is not None} or "not-said"


def merged(before: Any, change: Any) -> Any:
    """A section with what an amendment says of it written in, by hand."""
    if change == "none":
        return "none"
    if change == "not-said":
        return before
    found = dict(before)
    for key, said in change.items():
        if said == "not-said" or _is_only_proposed(said):
            continue
        found[key] = "none" if said == "none" else {name: one for name, one in said.items() if name != "replaces"}
    for said in change.values():
        if isinstance(said, dict) and not _is_only_proposed(said):
            found.pop(said.get("replaces"), None)
    return found or "not-said"


def _is_only_proposed(said: Any) -> bool:
    """What an amendment in force only proposes changes nothing yet."""
    return isinstance(said, dict) and said.get("status") in {"proposed", "planned"}


def sections(elements: st.SearchStrategy[Data]) -> st.SearchStrategy[tuple[Data, Any]]:
    before = st.dictionaries(st.sampled_from(KEYS), elements, min_size=1)
    return before.flatmap(lambda data: st.tuples(st.just(data), changes(elements, data)))


def agreement(**data: Any) -> Agreement:
    return Agreement.model_validate({"agreement": "a", "facts": {"members": {"type": "number"}}, **data})


@given(said=sections(procedures), organisation=organisations)
def test_one_may_join_by_an_amendment_as_by_the_agreement_it_makes(
    said: tuple[Data, Any], organisation: Organisation
) -> None:
    before, change = said
    amended = agreement(procedures=before, versions={"new": {"amends": "present", "procedures": change}})
    whole = merged(before, change)
    joined = {
        key
        for data in (before, change)
        if isinstance(data, dict)
        for key, one in data.items()
        if isinstance(one, dict) and one["kind"] == "join"
    }
    expected = may_join(agreement(procedures=whole), organisation).answer
    found = may_join(amended, organisation, version="new").answer
    denies = isinstance(whole, dict) and any(whole.get(key) == "none" for key in joined)
    ways = isinstance(whole, dict) and any(
        isinstance(one, dict) and one["kind"] == "join" and one.get("status") in (None, "in-force")
        for one in whole.values()
    )
    # of what is no more, only the amendment tells that it was a way of joining
    assert found is (Answer.NO if denies and not ways else expected)


@given(
    said=sections(parties),
    day=days,
    since=st.sampled_from(["2018-01-01", "2020-01-01", "2020", None]),
    status=st.sampled_from(["in-force", "proposed", None]),
)
def test_who_is_party_by_an_amendment_that_holds_is_so_by_the_agreement_it_makes(
    said: tuple[Data, Any], day: date, since: str | None, status: str | None
) -> None:
    """Where it is not known whether the amendment holds, no answer that both agree on is turned round."""
    before, change = said
    own = {name: value for name, value in (("since", since), ("status", status)) if value is not None}
    amended = on(
        agreement(
            since="2017-01-01", parties=before, versions={"new": {"amends": "present", "parties": change, **own}}
        ),
        day,
    )
    found = {held.key: held.answer for held in amended.parties}

    def by_hand(data: Any) -> dict[str, Answer]:
        answers = {held.key: held.answer for held in on(agreement(since="2017-01-01", parties=data), day).parties}
        return {key: answers.get(key, Answer.NO) for key in found}

    old, new = by_hand(before), by_hand(merged(before, change))
    holds = {held.key: held.answer for held in amended.versions}["new"]
    for key, answer in found.items():
        if day < date(2017, 1, 1):
            assert answer is Answer.NO
        elif holds is Answer.UNKNOWN:
            assert answer in (Answer.UNKNOWN, old[key], new[key])
            assert old[key] is not new[key] or answer is old[key]
        else:
            assert answer is (new if holds is Answer.YES else old)[key]


@given(
    data=st.dictionaries(st.sampled_from(KEYS), parties, min_size=1),
    day=days,
    organisation=organisations,
    status=st.sampled_from(["proposed", "planned"]),
    in_version=st.booleans(),
)
def test_what_is_only_proposed_never_counts(
    data: Data, day: date, organisation: Organisation, status: str, in_version: bool
) -> None:
    """Neither as a party, nor as one who joined, nor as a way of joining; nor where a whole version is proposed."""
    own = {} if in_version else {"status": status}
    held = {
        "parties": {key: one | own for key, one in data.items()} if own else data,
        "tenures": [{"who": key, "kind": "joined", "since": "2017", **own} for key in data],
        "procedures": {"joining": {"kind": "join", "open-to": "always", **own}},
    }
    one = (
        agreement(versions={"new": {"status": status, "since": "2017", **held}})
        if in_version
        else agreement(since="2017-01-01", **held)
    )
    found = on(one, day)
    assert {answer.answer for answer in (*found.parties, *found.joined)} == {Answer.NO}
    assert may_join(one, organisation).answer is Answer.UNKNOWN


@given(day=days, since=st.sampled_from([None, "2017", "2019-06-01"]))
def test_what_is_past_without_a_word_of_when_is_never_certain(day: date, since: str | None) -> None:
    own = {"status": "past", **({} if since is None else {"since": since})}
    tenure = {"who": "one", "kind": "joined", **own}
    found = on(agreement(since="2017-01-01", parties={"one": own}, tenures=[tenure]), day)
    assert Answer.YES not in {held.answer for held in (*found.parties, *found.joined)}
