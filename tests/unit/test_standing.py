"""The agreement on a day, worked by hand: each table says what stands in the file, the day, and what follows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from idebur.absence import NONE, NOT_SAID, Claim, Claims, Vague
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.notation.dates import Date
from idebur.standing import holds, on

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def _agreement(**sections: Any) -> Agreement:
    return Agreement.model_validate({"agreement": "a", **sections})


def _date(text: str) -> Date:
    return Date.parse(text)


@pytest.mark.parametrize(
    ("since", "until", "day", "answer"),
    [
        (_date("2018-12-11"), NOT_SAID, "2018-12-10", NO),
        (_date("2018-12-11"), NOT_SAID, "2018-12-11", YES),  # the first day counts
        (_date("2018-12-11"), _date("2020-01-31"), "2020-01-31", YES),  # and so does the last
        (_date("2018-12-11"), _date("2020-01-31"), "2020-02-01", NO),
        (_date("2018-12"), NOT_SAID, "2018-11-30", NO),
        (_date("2018-12"), NOT_SAID, "2018-12-15", UNKNOWN),
        (_date("2018-12"), NOT_SAID, "2018-12-31", YES),
        (_date("2018"), _date("2018"), "2018-06-01", UNKNOWN),
        (_date("2017"), _date("2018"), "2018-01-01", YES),  # on the first day that it can end it still holds
        (_date("2017"), _date("2018"), "2018-01-02", UNKNOWN),
        (NOT_SAID, NOT_SAID, "2018-01-01", UNKNOWN),
        (NOT_SAID, _date("2017"), "2018-01-01", NO),
        (Vague(vague="länge"), NOT_SAID, "2018-01-01", UNKNOWN),
        (_date("2017"), Vague(vague="snart"), "2018-01-01", UNKNOWN),
        (_date("2017"), NONE, "2018-01-01", YES),
        (Claims((Claim(_date("2017-05-24")), Claim(_date("2017-06-14")))), NOT_SAID, "2017-06-01", UNKNOWN),
        (Claims((Claim(_date("2017-05-24")), Claim(_date("2017-06-14")))), NOT_SAID, "2017-06-14", YES),
        (Claims((Claim(_date("2017-05-24")), Claim(_date("2017-06-14")))), NOT_SAID, "2017-05-23", NO),
        (_date("2018-winter"), NOT_SAID, "2018-01-15", UNKNOWN),
        (_date("2018-winter"), NOT_SAID, "2017-11-30", NO),
    ],
)
def test_what_holds_between_two_dates(since: Any, until: Any, day: str, answer: Answer) -> None:
    assert holds(since, until, date.fromisoformat(day)) is answer


def test_a_beginning_that_is_not_said_is_as_the_caller_says() -> None:
    assert holds(NOT_SAID, NOT_SAID, date(2018, 1, 1), unsaid=YES) is YES
    assert holds(NOT_SAID, _date("2017"), date(2018, 1, 1), unsaid=YES) is NO


WORKSHOP = {"kind": "workshop", "when": "2018-03-05"}
REFERRAL = {"kind": "referral", "when": "2018-04-01", "ends": "2018-06"}
ADOPTED = {"kind": "adopted", "when": "2018-09"}
SIGNED = {"kind": "signed", "when": "2018-12-11"}
LIFE = {"workshop": WORKSHOP, "referral": REFERRAL, "adopted": ADOPTED, "signed": SIGNED}


@pytest.mark.parametrize(
    ("events", "day", "stages"),
    [
        (LIFE, "2018-03-04", ["not-begun"]),
        (LIFE, "2018-03-05", ["in-preparation"]),
        (LIFE, "2018-04-01", ["out-for-comment"]),
        (LIFE, "2018-06-01", ["out-for-comment"]),  # the first day that it can have ended it still ran
        (LIFE, "2018-06-15", ["in-preparation", "out-for-comment"]),  # it ended some day in June
        (LIFE, "2018-07-01", ["in-preparation"]),
        (LIFE, "2018-09-15", ["in-preparation", "adopted"]),
        (LIFE, "2018-09-30", ["adopted"]),
        (LIFE, "2018-12-11", ["signed"]),
        # an end that is not said has not come
        ({"r": {"kind": "referral", "when": "2018-04-01"}}, "2020-01-01", ["out-for-comment"]),
        # a coarse date may be later than a fine one: what comes later in life is taken to have come last
        ({"signed": {"kind": "signed", "when": "2018"}, "w": WORKSHOP}, "2019-01-01", ["signed"]),
        # but a later date wins over a later stage
        (LIFE | {"again": {"kind": "revision-begun", "when": "2024"}}, "2025-01-01", ["under-revision"]),
        (LIFE | {"again": {"kind": "workshop", "when": "2024-01"}}, "2025-01-01", ["in-preparation"]),
        # an event without a date came before what it is said to have come before
        ({"w": {"kind": "workshop"}, "s": SIGNED | {"after": "w"}}, "2018-12-11", ["signed"]),
        ({"w": {"kind": "workshop"}, "s": SIGNED | {"after": "w"}}, "2018-12-10", ["not-begun", "in-preparation"]),
        ({"s": SIGNED, "r": {"kind": "revised", "after": "s"}}, "2018-12-10", ["not-begun"]),
        ({"s": SIGNED, "r": {"kind": "revised", "after": "s"}}, "2018-12-11", ["signed", "revised"]),
        # and where it certainly came before, it does not count though its stage is later in life
        ({"s": {"kind": "signed"}, "w": WORKSHOP | {"after": "s"}}, "2019-01-01", ["in-preparation"]),
        # what was cancelled, or is only proposed or planned, has not happened
        ({"w": WORKSHOP, "s": SIGNED | {"outcome": "cancelled"}}, "2019-01-01", ["in-preparation"]),
        ({"w": WORKSHOP, "s": SIGNED | {"status": "planned"}}, "2019-01-01", ["in-preparation"]),
        ({"w": WORKSHOP, "s": SIGNED | {"outcome": "unanimous"}}, "2019-01-01", ["signed"]),
        # what has no stage changes none
        ({"w": WORKSHOP, "m": {"kind": "meeting", "when": "2020-01-01"}}, "2021-01-01", ["in-preparation"]),
        # a ring of events is no order, and no traceback
        ({"a": SIGNED | {"after": "b"}, "b": WORKSHOP | {"after": "a"}}, "2019-01-01", ["signed"]),
    ],
)
def test_the_stage(events: dict[str, Any], day: str, stages: list[str]) -> None:
    found = on(_agreement(events=events), day)
    assert list(found.stages) == stages
    assert found.stage == (stages[0] if len(stages) == 1 else None)


def test_where_no_event_is_told_every_stage_is_open() -> None:
    found = on(_agreement(), "2020-01-01")
    assert found.stage is None
    assert found.stages[0] == "not-begun"
    assert found.stages[-1] == "ended"


@pytest.mark.parametrize(
    ("sections", "day", "answers", "certain"),
    [
        ({"since": "2018-12-11"}, "2018-12-10", {"present": NO}, None),
        ({"since": "2018-12-11"}, "2018-12-11", {"present": YES}, "present"),
        ({"validity": {"since": "2018-12-11", "until": "2022-12-31"}}, "2023-01-01", {"present": NO}, None),
        ({"validity": {"since": "2018"}, "since": "2019-01-01"}, "2018-12-31", {"present": NO}, None),  # its own first
        ({}, "2020-01-01", {"present": UNKNOWN}, None),
        ({"since": "2018", "status": "proposed"}, "2020-01-01", {"present": NO}, None),
        ({"since": "2018", "status": "past"}, "2020-01-01", {"present": UNKNOWN}, None),
        ({"since": "2018", "status": "past", "until": "2019"}, "2020-01-01", {"present": NO}, None),
        (
            {"since": "2025-02-01", "versions": {"old": {"since": "2018-12-11", "until": "2025-01-31"}}},
            "2025-01-31",
            {"present": NO, "old": YES},
            "old",
        ),
        (
            {"since": "2025-02", "versions": {"old": {"since": "2018-12-11", "until": "2025-02"}}},
            "2025-02-10",
            {"present": UNKNOWN, "old": UNKNOWN},
            None,
        ),
        (
            {"since": "2018", "versions": {"new": {"status": "proposed", "amends": "present"}}},
            "2025-01-01",
            {"present": YES, "new": NO},
            "present",
        ),
    ],
)
def test_the_version(sections: dict[str, Any], day: str, answers: dict[str, Answer], certain: str | None) -> None:
    found = on(_agreement(**sections), day)
    assert {held.key: held.answer for held in found.versions} == answers
    assert found.version == certain


PARTIES = {"region": {}, "sector": {"since": "2020"}, "church": {"since": "2018", "until": "2021-06"}}


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        ("2019-06-01", {"region": YES, "sector": NO, "church": YES}),
        ("2020-06-01", {"region": YES, "sector": UNKNOWN, "church": YES}),
        ("2021-06-02", {"region": YES, "sector": YES, "church": UNKNOWN}),
        ("2022-01-01", {"region": YES, "sector": YES, "church": NO}),
        ("2017-12-31", {"region": NO, "sector": NO, "church": NO}),  # no agreement, no party to it
    ],
)
def test_parties_come_and_go(day: str, answers: dict[str, Answer]) -> None:
    found = on(_agreement(since="2018-01-01", parties=PARTIES), day)
    assert {held.key: held.answer for held in found.parties} == answers


def test_a_party_of_an_earlier_version_was_party_then() -> None:
    agreement = _agreement(
        since="2025-01-01",
        parties={"region": {}},
        versions={
            "first": {"since": "2018-01-01", "until": "2024-12-31", "parties": {"region": {}, "church": {}}},
            "amended": {"status": "proposed", "amends": "present", "parties": {"academia-west": {}}},
        },
    )
    then = {held.key: held.answer for held in on(agreement, "2020-01-01").parties}
    assert then == {"region": YES, "church": YES, "academia-west": NO}  # what only a proposal names is no party yet
    now = {held.key: (held.answer, held.path) for held in on(agreement, "2025-01-01").parties}
    assert now["region"] == (YES, ("parties", "region"))
    assert now["church"] == (NO, ("versions", "first", "parties", "church"))


def test_who_joined_and_who_sits() -> None:
    agreement = _agreement(
        parties={"region": {}},
        bodies={"board": {"seats": {"chair": {}}}},
        tenures=[
            {"who": "scouts", "name": "Scouts", "kind": "joined", "since": "2019", "until": "2021-03-31"},
            {"who": "watch", "name": "Watch", "kind": "observer", "since": "2019"},
            {"who": "region", "seat": "board.chair", "person": "A. B.", "since": "2020-01-01"},
            {"who": "scouts", "kind": "joined", "since": {"vague": "nyligen"}},
        ],
    )
    found = on(agreement, "2019-07-01")
    assert [(held.key, held.answer, held.path) for held in found.joined] == [
        ("scouts", UNKNOWN, ("tenures", 0)),
        ("scouts", UNKNOWN, ("tenures", 3)),
    ]
    assert [(one.seat, one.who, one.answer, one.person) for one in found.seats] == [
        ("board.chair", "region", NO, "A. B.")
    ]
    later = on(agreement, date(2021, 4, 1))
    assert [held.answer for held in later.joined] == [NO, UNKNOWN]
    assert later.seats[0].answer is YES


@pytest.mark.parametrize(
    ("own", "answer"),
    [
        ({}, YES),
        ({"status": "in-force"}, YES),
        ({"status": "proposed"}, NO),
        ({"status": "planned", "since": "2019"}, NO),
        ({"status": "past"}, UNKNOWN),  # it has ended, but not a word of when
        ({"status": "past", "since": "2019"}, UNKNOWN),
        ({"status": "past", "since": "2019", "until": "2021"}, YES),
        ({"status": "past", "until": "2019"}, NO),
    ],
)
def test_a_party_that_is_proposed_or_past_is_none_for_certain(own: dict[str, Any], answer: Answer) -> None:
    (found,) = on(_agreement(since="2018-01-01", parties={"region": own}), "2020-06-01").parties
    assert found.answer is answer


@pytest.mark.parametrize(
    ("own", "answer"),
    [
        ({}, YES),
        ({"status": "proposed"}, NO),
        ({"status": "past"}, UNKNOWN),
        ({"status": "past", "until": "2021"}, YES),
        ({"status": "past", "until": "2019-12-31"}, NO),
    ],
)
def test_nor_has_anybody_joined_or_sits_who_is_only_proposed(own: dict[str, Any], answer: Answer) -> None:
    tenure = {"who": "scouts", "name": "Scouts", "kind": "joined", "since": "2019", "seat": "board.chair", **own}
    found = on(_agreement(bodies={"board": {"seats": {"chair": {}}}}, tenures=[tenure]), "2020-06-01")
    assert [held.answer for held in found.joined] == [answer]
    assert [held.answer for held in found.seats] == [answer]


AMENDED: dict[str, Any] = {
    "parties": {"church": "none", "university": {}, "sector": {"replaces": "union"}, "region": {"since": "2018"}}
}


@pytest.mark.parametrize(
    ("amendment", "day", "answers"),
    [
        ({"since": "2020-01-01"}, "2019-12-31", "YYYNN"),
        ({"since": "2020-01-01"}, "2020-01-01", "YNNYY"),
        ({"since": "2020-01-01", "until": "2021-12-31"}, "2022-01-01", "YYYNN"),  # it has lapsed
        ({"since": "2020"}, "2020-06-01", "YUUUU"),  # one of the two, and the region in both
        ({}, "2020-06-01", "YUUUU"),
        ({}, "2017-01-01", "NNNNN"),  # it cannot hold before what it amends
        ({"status": "proposed", "since": "2020-01-01"}, "2022-01-01", "YYYNN"),
    ],
)
def test_an_amendment_that_holds_changes_who_is_party(amendment: dict[str, Any], day: str, answers: str) -> None:
    agreement = _agreement(
        since="2018-01-01",
        parties={"region": {}, "church": {}, "union": {}},
        versions={"amended": {"amends": "present", **amendment, **AMENDED}},
    )
    found = {held.key: str(held.answer)[0].upper() for held in on(agreement, day).parties}
    assert "".join(found[key] for key in ("region", "church", "union", "university", "sector")) == answers


def test_an_amendment_takes_over_from_the_version_that_it_amends() -> None:
    """What it does not name stands in it, though what it amends no longer holds by itself; what it ended stays so."""
    agreement = _agreement(
        status="proposed",
        versions={
            "first": {"since": "2018-01-01", "until": "2019-12-31", "parties": {"region": {}, "church": {}}},
            "second": {"amends": "first", "since": "2020-01-01", "until": "2021-12-31", "parties": {"church": "none"}},
            "third": {"amends": "second", "since": "2022-01-01", "parties": {"university": {}}},
        },
    )
    by_day = {
        day: {held.key for held in on(agreement, day).parties if held.answer is YES}
        for day in ("2019-06-01", "2020-06-01", "2022-06-01")
    }
    assert by_day == {
        "2019-06-01": {"region", "church"},
        "2020-06-01": {"region"},
        "2022-06-01": {"region", "university"},
    }


def test_an_amendment_that_denies_all_parties_leaves_none() -> None:
    versions = {"amended": {"amends": "present", "since": "2020-01-01", "parties": "none"}}
    agreement = _agreement(since="2018-01-01", parties={"region": {}}, versions=versions)
    assert [held.answer for held in on(agreement, "2020-01-01").parties] == [NO]
    assert [held.answer for held in on(agreement, "2019-12-31").parties] == [YES]


@pytest.mark.parametrize(
    ("own", "answer"),
    [
        ({"status": "proposed"}, YES),
        ({"status": "planned", "until": "2020-06-30"}, YES),
        ({"status": "past", "until": "2020-06-30"}, NO),
        ({"until": "2020-06-30"}, NO),
    ],
)
def test_what_an_amendment_only_proposes_of_a_party_leaves_the_party_as_it_is(
    own: dict[str, Any], answer: Answer
) -> None:
    """The amendment holds all along; what it says of the region that is not only proposed goes before the present."""
    versions = {"amended": {"amends": "present", "since": "2020-01-01", "parties": {"region": own}}}
    agreement = _agreement(since="2018-01-01", parties={"region": {}}, versions=versions)
    assert [(held.key, held.answer) for held in on(agreement, "2021-01-01").parties] == [("region", answer)]


@pytest.mark.parametrize(
    ("tenures", "day", "answer"),
    [
        ("none", "2019-12-31", YES),
        ("none", "2020-01-01", NO),
        ({"said": "none", "cites": "text#"}, "2020-01-01", NO),
        ("not-said", "2020-01-01", YES),  # silence never removes
        ([], "2020-01-01", YES),
    ],
)
def test_an_amendment_that_denies_all_tenures_ends_them(tenures: Any, day: str, answer: Answer) -> None:
    joined = [{"who": "scouts", "name": "Scouts", "kind": "joined", "since": "2018-06-01", "seat": "board.chair"}]
    amendment = {"amends": "present", "since": "2020-01-01", **({"tenures": tenures} if tenures else {})}
    told = {"bodies": {"board": {"seats": {"chair": {}}}}, "documents": {"text": {}}, "tenures": joined}
    agreement = _agreement(since="2018-01-01", **told, versions={"amended": amendment})
    found = on(agreement, day)
    assert [held.answer for held in found.joined] == [answer]
    assert [one.answer for one in found.seats] == [answer]
    unsure = _agreement(since="2018-01-01", **told, versions={"amended": {**amendment, "since": "not-said"}})
    expected = UNKNOWN if answer is NO or (tenures == "none") else YES
    assert [held.answer for held in on(unsure, day).joined] == [expected]


@pytest.mark.parametrize(
    ("version", "day", "answer"),
    [
        ({"since": "2018", "until": "2024-12-31"}, "2020-06-01", YES),
        ({"since": "2018", "until": "2024-12-31"}, "2025-06-01", NO),
        ({"since": "2018", "until": "2024-12-31"}, "2018-12-31", NO),  # the tenure itself had not begun
        ({}, "2020-06-01", UNKNOWN),
        ({"status": "proposed"}, "2020-06-01", NO),
        ({"amends": "present", "since": "2020-01-01"}, "2020-06-01", YES),
    ],
)
def test_a_version_tells_too_of_who_joined_and_who_sits(version: dict[str, Any], day: str, answer: Answer) -> None:
    tenure = {"who": "scouts", "name": "Scouts", "kind": "joined", "since": "2019-01-01", "seat": "board.chair"}
    own = {"bodies": {"board": {"seats": {"chair": {}}}}, "tenures": [tenure]}
    found = on(_agreement(since="2018", versions={"other": {**version, **own}}), day)
    path = ("versions", "other", "tenures", 0)
    assert [(held.key, held.answer, held.path) for held in found.joined] == [("scouts", answer, path)]
    assert [(one.seat, one.answer, one.path) for one in found.seats] == [("board.chair", answer, path)]


@pytest.mark.parametrize(
    ("events", "version", "stages"),
    [
        ({}, {"status": "past", "events": {"signed": SIGNED}}, ["signed"]),
        ({"workshop": WORKSHOP}, {"events": {"signed": SIGNED}}, ["signed"]),
        ({"signed": SIGNED}, {"events": {"again": {"kind": "revision-begun", "when": "2019"}}}, ["under-revision"]),
        # told without a date where another state gives one
        ({"signed": SIGNED, "workshop": WORKSHOP}, {"events": {"workshop": {"kind": "workshop"}}}, ["signed"]),
        # what a proposed version tells without a date is as proposed as the version
        ({"workshop": WORKSHOP}, {"status": "proposed", "events": {"s": {"kind": "signed"}}}, ["in-preparation"]),
        ({"workshop": WORKSHOP}, {"events": {"s": {"kind": "signed"}}}, ["in-preparation", "signed"]),
        # two states that use one key tell of two events
        ({"e": {"kind": "revision-begun", "when": "2019"}}, {"events": {"e": SIGNED}}, ["under-revision"]),
        # the order goes across states
        ({"workshop": {"kind": "workshop"}}, {"events": {"s": SIGNED | {"after": "workshop"}}}, ["signed"]),
    ],
)
def test_an_event_told_in_any_state_has_happened(
    events: dict[str, Any], version: dict[str, Any], stages: list[str]
) -> None:
    found = on(_agreement(events=events, versions={"other": version}), "2020-06-01")
    assert list(found.stages) == stages


@pytest.mark.parametrize(
    ("nearest", "stages"),
    [("2030", ["in-preparation"]), ("2019", ["in-preparation", "signed"])],
)
def test_what_an_event_came_after_is_looked_for_in_the_nearest_state_first(nearest: str, stages: list[str]) -> None:
    """The signing, without a date, came after the workshop of the version that is amended, not the present's."""
    versions = {
        "first": {"amends": "present", "events": {"workshop": {"kind": "workshop", "when": nearest}}},
        "second": {"amends": "first", "events": {"signed": {"kind": "signed", "after": "workshop"}}},
    }
    found = on(_agreement(events={"workshop": WORKSHOP}, versions=versions), "2020-06-01")
    assert list(found.stages) == stages


@pytest.mark.parametrize(
    ("amendment", "answer"),
    [
        ({}, NO),  # it says of itself neither that it holds nor from when
        ({"since": "2020-01-01"}, YES),
        ({"validity": {"since": "2020-01-01"}}, YES),
        ({"status": "in-force"}, UNKNOWN),
        ({"status": "proposed", "since": "2020-01-01"}, NO),
    ],
)
def test_an_amendment_of_what_is_proposed_waits_unless_it_says_more_itself(
    amendment: dict[str, Any], answer: Answer
) -> None:
    versions = {"amended": {"amends": "present", "parties": {"university": {}}, **amendment}}
    agreement = _agreement(status="proposed", parties={"region": {}}, versions=versions)
    found = {held.key: held.answer for held in on(agreement, "2021-01-01").parties}
    assert found == {"region": answer, "university": answer}


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2021-autumn", r"a day is needed, such as 2021-09-01; '2021-autumn' can be any from 2021-09-01 to 2021-11-30"),
        ("2020", "a day is needed, such as 2020-01-01"),
        ("2021-02-30", "there is no"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_day_is_asked_about_not_a_season(day: str, says: str) -> None:
    with pytest.raises(ValueError, match=rf"(?i){says}"):
        on(Agreement(agreement="x"), day)


def test_a_time_is_asked_about_by_its_day() -> None:
    agreement = Agreement.model_validate({"agreement": "a", "since": "2020-01-01", "parties": {"p": {}}})
    assert on(agreement, datetime(2020, 1, 1, 23, 59, tzinfo=UTC)) == on(agreement, date(2020, 1, 1))
