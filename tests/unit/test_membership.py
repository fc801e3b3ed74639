"""Who may join: by any of the ways there are, in any version, and who gains or loses by a change."""

from __future__ import annotations

from typing import Any

import pytest

from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.errors import UnknownKey
from idebur.membership import (
    approvers,
    compare_members,
    joining,
    leaving,
    may_join,
    rule_of_joining,
    terms_of,
    told_when_leaving,
)
from idebur.organisations import Organisation
from idebur.rules import Rule

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN

DOCUMENTS = {"text": {"places": ["joining", "aim"]}, "old": {"places": ["joining"]}}
BASE: dict[str, Any] = {
    "agreement": "x",
    "source": "text",
    "documents": DOCUMENTS,
    "facts": {"volunteers": {"type": "number"}},
    "clauses": {"large": {"rule": "volunteers >= 10", "cites": "joining.1"}, "good": {"rule": "democratic"}},
    "procedures": {
        "joining": {"kind": "join", "open-to": "large and good", "cites": {"open-to": "joining.2", "steps": "aim"}}
    },
    "versions": {
        "proposed": {"amends": "present", "clauses": {"large": {"rule": "volunteers >= 5", "cites": "aim.1"}}},
        "later": {
            "amends": "proposed",
            "procedures": {"joining": {"kind": "join", "open-to": "large"}, "by-letter": {"kind": "join"}},
        },
        "first": {"source": "old", "procedures": {"entry": {"kind": "join", "open-to": "good", "cites": "joining"}}},
        "silent": {"title": "Silent"},
        "closed": {"amends": "present", "procedures": {"joining": {"kind": "leave"}}},
    },
}


def agreement(**data: Any) -> Agreement:
    return Agreement.model_validate({**BASE, **data})


def organisation(key: str = "choir", **facts: Any) -> Organisation:
    return Organisation.model_validate({"organisation": key, "facts": facts})


def test_the_terms_of_an_agreement_are_its_own_facts_and_clauses_with_whole_citations() -> None:
    terms = terms_of(agreement())
    assert terms.facts["volunteers"].type == "number"
    assert {"democratic", "sector"} <= set(terms.facts)
    assert [str(cite.at) for cite in terms.clauses["large"].cites] == ["text#joining.1"]


@pytest.mark.parametrize(
    ("version", "rule", "cites"),
    [
        (None, "volunteers >= 10", "text#joining.1"),
        ("present", "volunteers >= 10", "text#joining.1"),
        ("proposed", "volunteers >= 5", "text#aim.1"),
        ("later", "volunteers >= 5", "text#aim.1"),
        ("first", "volunteers >= 10", "text#joining.1"),
    ],
)
def test_a_version_says_what_it_says_over_what_it_amends(version: str | None, rule: str, cites: str) -> None:
    large = terms_of(agreement(), version).clauses["large"]
    assert large.rule == Rule.parse(rule)
    assert [str(cite.at) for cite in large.cites] == [cites]


@pytest.mark.parametrize(
    ("version", "volunteers", "expected"),
    [
        (None, 7, NO),
        ("present", 7, NO),
        ("proposed", 7, YES),
        ("later", 7, YES),
        ("later", 4, UNKNOWN),  # by letter, whoever may
        ("first", 0, YES),
        ("silent", 7, UNKNOWN),
        ("closed", 70, UNKNOWN),
    ],
)
def test_whether_one_may_join_by_each_version(version: str | None, volunteers: int, expected: Answer) -> None:
    verdict = may_join(agreement(), organisation(volunteers=volunteers, democratic=True), version=version)
    assert verdict.answer is expected


def test_a_version_that_there_is_not() -> None:
    with pytest.raises(UnknownKey):
        may_join(agreement(), organisation(), version="last")


def test_the_verdict_names_the_procedure_and_where_it_says_whom_it_is_open_to() -> None:
    verdict = may_join(agreement(), organisation(volunteers=3, democratic=True))
    assert verdict.clause == "procedures.joining"
    assert [str(cite.at) for cite in verdict.cites] == ["text#joining.2"]
    assert [one.clause for one in verdict.decisive] == ["large"]


def test_any_of_several_ways_is_enough() -> None:
    both = {
        "joining": {"kind": "join", "open-to": "large"},
        "by-invitation": {"kind": "join", "open-to": "good"},
        "leaving": {"kind": "leave", "open-to": "always"},
    }
    verdict = may_join(agreement(procedures=both), organisation(volunteers=3, democratic=True))
    assert [(one.clause, one.answer) for one in verdict.because] == [
        ("procedures.joining", NO),
        ("procedures.by-invitation", YES),
    ]
    assert verdict.answer is YES


@pytest.mark.parametrize(
    ("procedures", "expected", "unjudged"),
    [
        ({"joining": {"kind": "join"}}, UNKNOWN, ("procedures.joining",)),
        ({"joining": {"kind": "join", "open-to": "not-said"}}, UNKNOWN, ("procedures.joining",)),
        ({"joining": {"kind": "join", "open-to": {"vague": "lämpliga"}}}, UNKNOWN, ("procedures.joining",)),
        ({"joining": {"kind": "join", "open-to": "none"}}, NO, ()),
        ({"joining": {"kind": "join", "open-to": "always"}}, YES, ()),
        ({"leaving": {"kind": "leave"}}, UNKNOWN, ("procedures",)),
        ("not-said", UNKNOWN, ("procedures",)),
    ],
)
def test_what_the_text_does_not_say_is_unknown_and_what_it_denies_is_no(
    procedures: Any, expected: Answer, unjudged: tuple[str, ...]
) -> None:
    verdict = may_join(agreement(procedures=procedures), organisation())
    assert (verdict.answer, verdict.unjudged) == (expected, unjudged)


def test_who_gains_and_who_loses() -> None:
    organisations = [
        organisation("small", volunteers=7, democratic=True),
        organisation("large", volunteers=70, democratic=True),
        organisation("rigid", volunteers=70, democratic=False),
        organisation("quiet", volunteers=7),
    ]
    changed = agreement(clauses={"large": {"rule": "volunteers >= 5 and volunteers < 50"}, "good": {"rule": "always"}})
    rows = compare_members(agreement(), changed, organisations)
    assert [(row.organisation, row.before.answer, row.after.answer, row.gains, row.loses) for row in rows] == [
        ("small", NO, YES, True, False),
        ("large", YES, NO, False, True),
        ("rigid", NO, NO, False, False),
        ("quiet", NO, YES, True, False),
    ]


def test_two_versions_of_one_agreement_are_compared() -> None:
    (row,) = compare_members(agreement(), agreement(), [organisation(volunteers=7)], versions=("present", "proposed"))
    assert (row.before.answer, row.after.answer, row.gains) == (NO, UNKNOWN, True)


def test_the_rule_that_is_judged_by_is_the_one_that_is_reasoned_about() -> None:
    rule, terms = rule_of_joining(agreement())
    assert str(rule) == "procedures.joining"
    assert terms.rules["procedures.joining"] == Rule.parse("large and good")


AMENDMENT = {"amends": "present", "status": "proposed"}
LETTER = {"by-letter": {"kind": "join", "open-to": "volunteers >= 100"}}


@pytest.mark.parametrize(
    ("procedures", "expected", "cites"),
    [
        ({"joining": "none"}, NO, ()),
        ({"joining": {"said": "none", "cites": "aim.2"}}, NO, ("text#aim.2",)),
        ("none", NO, ()),
        ({"joining": "not-said"}, YES, ("text#joining.2",)),  # silence never removes
        ({"entry": {"kind": "join", "open-to": "not democratic", "replaces": "joining"}}, NO, ()),
        ({"entry": {"kind": "leave", "replaces": "joining"}}, UNKNOWN, ()),
        ({"joining": "none", **LETTER}, NO, ()),
        (LETTER, YES, ()),  # beside the old
        ({"joining": {"kind": "join", "open-to": "always", "status": "past"}}, UNKNOWN, ()),
        ({"joining": {"kind": "join", "open-to": "not democratic", "status": "proposed"}}, NO, ()),
    ],
)
def test_an_amendment_ends_a_way_of_joining(procedures: Any, expected: Answer, cites: tuple[str, ...]) -> None:
    changed = agreement(versions={"new": {**AMENDMENT, "procedures": procedures}})
    verdict = may_join(changed, organisation(volunteers=70, democratic=True), version="new")
    assert verdict.answer is expected
    if cites:
        assert tuple(str(cite.at) for cite in verdict.cites) == cites
    assert may_join(changed, organisation(volunteers=70, democratic=True)).answer is YES  # the present is as it was


@pytest.mark.parametrize("ends", [{"joining": "none"}, {"entry": {"kind": "leave", "replaces": "joining"}}])
def test_what_one_amendment_ends_the_next_leaves_ended(ends: dict[str, Any]) -> None:
    versions = {"new": {**AMENDMENT, "procedures": ends}, "newer": {"amends": "new", "procedures": LETTER}}
    verdict = may_join(agreement(versions=versions), organisation(volunteers=70, democratic=True), version="newer")
    assert verdict.answer is NO
    assert verdict.clause == "procedures.by-letter"


@pytest.mark.parametrize(
    ("procedures", "expected"),
    [
        ("none", NO),
        ({"joining": "none"}, NO),
        ({"join": "none"}, NO),
        ({"anslutning": "none"}, NO),
        ({"leaving": "none"}, UNKNOWN),  # of joining it says nothing
        ({"joining": "not-said"}, UNKNOWN),
        ({"joining": "none", "by-letter": {"kind": "join", "open-to": "always"}}, YES),
    ],
)
def test_a_text_that_says_that_one_cannot_join(procedures: Any, expected: Answer) -> None:
    assert may_join(agreement(procedures=procedures, versions={}), organisation()).answer is expected


@pytest.mark.parametrize(("kind", "expected"), [("join", NO), ("leave", UNKNOWN)])
def test_what_another_version_calls_joining_is_so_called(kind: str, expected: Answer) -> None:
    """The old version, which is whole and no part of the present, tells what the present says that there is not."""
    old = {"procedures": {"way-in": {"kind": kind}}}
    one = agreement(procedures={"way-in": "none"}, versions={"old": old})
    assert may_join(one, organisation()).answer is expected


@pytest.mark.parametrize(
    ("procedures", "cites"),
    [
        ({"joining": "none"}, ["text#aim.3"]),
        ("none", ["text#aim.3"]),
        ({"joining": {"said": "none", "cites": "aim.2"}}, ["text#aim.2"]),
    ],
)
def test_a_denial_without_a_citation_is_cited_as_the_version_that_says_it(procedures: Any, cites: list[str]) -> None:
    changed = agreement(versions={"new": {**AMENDMENT, "cites": "aim.3", "procedures": procedures}})
    verdict = may_join(changed, organisation(volunteers=70, democratic=True), version="new")
    assert (verdict.answer, [str(cite.at) for cite in verdict.cites]) == (NO, cites)


OPEN = {"joining": {"kind": "join", "open-to": "always"}}


@pytest.mark.parametrize(
    ("status", "of_the_state", "expected"),
    [
        ("proposed", None, UNKNOWN),
        ("planned", None, UNKNOWN),
        ("past", None, UNKNOWN),
        ("in-force", None, YES),
        ("proposed", "proposed", YES),
        ("proposed", "past", UNKNOWN),
        ("past", "past", YES),
        (None, "proposed", YES),
    ],
)
def test_what_is_proposed_or_past_is_no_way_of_joining(
    status: str | None, of_the_state: str | None, expected: Answer
) -> None:
    procedures = {"joining": OPEN["joining"] | ({"status": status} if status else {})}
    own = {"status": of_the_state} if of_the_state else {}
    assert may_join(agreement(procedures=procedures, versions={}, **own), organisation()).answer is expected
    version = agreement(procedures="not-said", versions={"other": {"procedures": procedures, **own}})
    assert may_join(version, organisation(), version="other").answer is expected
    assert bool(joining(agreement(procedures=procedures, versions={}, **own))) is (expected is YES)


@pytest.mark.parametrize(
    ("clauses", "volunteers", "expected"),
    [
        ({"big": {"rule": "volunteers >= 5", "replaces": "large"}}, 7, YES),
        ({"big": {"rule": "volunteers >= 5", "replaces": "large"}}, 3, NO),
        ({"big": {"rule": "large or volunteers = 3", "replaces": "large"}}, 7, NO),  # it rests on the old
        ({"large": "none"}, 70, UNKNOWN),  # the rule still names what there is not
        ("none", 70, UNKNOWN),
        ({"large": "not-said"}, 70, YES),
        ({"fresh": {"rule": "always", "replaces": "spare"}}, 70, YES),
    ],
)
def test_an_amendment_ends_a_clause(clauses: Any, volunteers: int, expected: Answer) -> None:
    spare = BASE["clauses"] | {"spare": {"rule": "never"}}
    changed = agreement(clauses=spare, versions={"new": {**AMENDMENT, "clauses": clauses}})
    terms = terms_of(changed, "new")
    assert "large" in terms.clauses  # as long as a rule names it, it has to mean something
    assert ("spare" in terms.clauses) is not (clauses == "none" or "fresh" in clauses)
    verdict = may_join(changed, organisation(volunteers=volunteers, democratic=True), version="new")
    assert verdict.answer is expected


def test_an_amendment_ends_a_fact_that_no_rule_asks_for_any_more() -> None:
    facts = {"volunteers": "none", "staff": {"type": "number"}}
    ended = agreement(versions={"new": {**AMENDMENT, "facts": facts, "clauses": {"large": {"rule": "staff >= 2"}}}})
    assert "volunteers" not in terms_of(ended, "new").facts
    assert "volunteers" in terms_of(ended).facts
    assert may_join(ended, organisation(staff=3, democratic=True), version="new").answer is YES
    asked = agreement(versions={"new": {**AMENDMENT, "facts": facts}})
    assert terms_of(asked, "new").facts["volunteers"].type == "number"


@pytest.mark.parametrize(
    ("who", "actors", "among_others", "said"),
    [
        ("region", ["region"], False, None),
        ({"among-others": ["region"]}, ["region"], True, None),
        ("none", [], False, "none"),
        ({"does": "none"}, [], False, "none"),
        ("not-said", [], False, "not-said"),
        (None, [], False, "not-said"),
    ],
)
def test_who_approves_and_whom_one_tells_as_the_text_says_it(
    who: Any, actors: list[str], among_others: bool, said: str | None
) -> None:
    whom = who["does"] if isinstance(who, dict) and "does" in who else who
    step = {"does": "approve", **({"who": who} if who is not None else {})}
    notice = {"does": "notify", **({"to": whom} if who is not None else {})}
    one = agreement(
        parties={"region": {}},
        versions={},
        procedures={"joining": {"kind": "join", "steps": [step]}, "leaving": {"kind": "leave", "steps": [notice]}},
    )
    for found in (approvers(one), told_when_leaving(one)):
        assert (list(found), found.among_others) == (actors, among_others)
        assert (None if found.absence is None else found.absence.said) == said


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (["none"], "none"),
        (["none", [{"does": "approve", "who": "none"}]], "none"),
        (["none", "not-said"], "not-said"),
        ([[{"does": "apply", "who": "none"}]], "not-said"),
    ],
)
def test_nobody_approves_only_where_every_way_of_joining_says_so(steps: list[Any], said: str) -> None:
    procedures = {f"way-{number}": {"kind": "join", "steps": one} for number, one in enumerate(steps)}
    absence = approvers(agreement(procedures=procedures, versions={})).absence
    assert absence is not None
    assert absence.said == said


@pytest.mark.parametrize(
    ("status", "of_the_state", "expected"),
    [
        ("proposed", None, UNKNOWN),
        ("past", None, UNKNOWN),
        ("in-force", None, YES),
        ("proposed", "proposed", YES),
        ("past", "past", YES),
        ("past", "proposed", UNKNOWN),
    ],
)
def test_a_rule_in_force_is_not_judged_by_what_is_only_proposed_or_past(
    status: str, of_the_state: str | None, expected: Answer
) -> None:
    """The clause that it names is unknown, until people judge it; what it says and where it stands is kept."""
    clauses = BASE["clauses"] | {"large": BASE["clauses"]["large"] | {"status": status, "says": "Is large."}}
    own = {"status": of_the_state} if of_the_state else {}
    one = agreement(clauses=clauses, versions={}, **own)
    verdict = may_join(one, organisation(volunteers=70, democratic=True))
    assert verdict.answer is expected
    large = terms_of(one).clauses["large"]
    assert [str(cite.at) for cite in large.cites] == ["text#joining.1"]
    assert large.says == one.clauses["large"].says
    assert verdict.unjudged == (("large",) if expected is UNKNOWN else ())
    judged = Organisation.model_validate(
        {"organisation": "x", "facts": {"democratic": True, "volunteers": 70}, "attested": {"large": {"said": True}}}
    )
    assert may_join(one, judged).answer is YES


def test_what_an_amendment_in_force_only_proposes_leaves_standing_what_it_would_change() -> None:
    proposal = {"clauses": {"large": {"rule": "volunteers >= 100", "status": "proposed"}}}
    way = {"procedures": {"joining": {"kind": "join", "open-to": "never", "status": "proposed", "replaces": "joining"}}}
    one = agreement(versions={"new": {"amends": "present", **proposal, **way}})
    assert may_join(one, organisation(volunteers=70, democratic=True), version="new").answer is YES
    assert may_join(one, organisation(volunteers=7, democratic=True), version="new").answer is NO
    other = agreement(versions={"new": {"amends": "present", "procedures": {"entry": way["procedures"]["joining"]}}})
    assert [procedure.key for procedure in joining(other, "new")] == ["joining"]


@pytest.mark.parametrize(
    ("version", "ways", "approving", "told"),
    [
        (None, ["joining"], ["region"], ["board"]),
        ("present", ["joining"], ["region"], ["board"]),
        ("new", ["joining", "by-letter"], ["board", "secretariat"], ["board"]),
        ("shut", [], [], ["board"]),
        ("first", ["entry"], ["everybody"], []),
    ],
)
def test_each_version_has_its_own_ways_in_and_out(
    version: str | None, ways: list[str], approving: list[str], told: list[str]
) -> None:
    """An amendment together with what it leaves standing; a whole version alone."""

    def way(kind: str, who: str) -> dict[str, Any]:
        step = {"does": "approve", "who": who} if kind == "join" else {"does": "notify", "to": who}
        return {"kind": kind, "steps": [step]}

    names = ("region", "board", "secretariat", "everybody")
    one = agreement(
        actors={name: {} for name in names},
        procedures={"joining": way("join", "region"), "leaving": way("leave", "board")},
        versions={
            "new": {
                "amends": "present",
                "procedures": {"joining": way("join", "board"), "by-letter": way("join", "secretariat")},
            },
            "shut": {"amends": "new", "procedures": {"joining": "none", "by-letter": "none"}},
            "first": {"source": "old", "procedures": {"entry": way("join", "everybody")}},
        },
    )
    assert [procedure.key for procedure in joining(one, version)] == ways
    assert list(approvers(one, version)) == approving
    assert list(told_when_leaving(one, version)) == told
    assert [procedure.key for procedure in leaving(one, version)] == (["leaving"] if told else [])


@pytest.mark.parametrize("ask", [joining, leaving, approvers, told_when_leaving])
def test_a_version_that_there_is_not_has_no_ways(ask: Any) -> None:
    with pytest.raises(UnknownKey, match="propsed"):
        ask(agreement(), "propsed")
