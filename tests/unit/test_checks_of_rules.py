"""What the checks of rules leave alone: versions, the past, and what cannot be told for certain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from idebur.checks import check, subjects
from idebur.checks.rules import CHECKS, GIVING_UP, MOST
from tests.unit.checks.cases import clean

IMPOSSIBLE = "members > 10 and members < 10"


def found(*departures: str) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in check(clean(*departures), checks=CHECKS)]


def version(status: str, sections: str, amends: str = "amends: present, ") -> str:
    return f"versions: {{next: {{{amends}status: {status}, {sections}}}}}"


def test_a_rule_of_a_version_is_reported_there() -> None:
    departure = f"procedures: {{joining: {{kind: join, open-to: {IMPOSSIBLE}}}}}"
    assert found(version("proposed", departure)) == [
        ("rule-nobody-meets", "versions.next.procedures.joining.open-to"),
    ]


def test_what_is_past_can_no_longer_be_mended() -> None:
    departure = f"procedures: {{joining: {{kind: join, open-to: {IMPOSSIBLE}}}}}"
    assert found(version("past", departure, "")) == []
    assert found(f"procedures: {{joining: {{status: past, open-to: {IMPOSSIBLE}}}}}") == []


def test_a_rule_of_a_seat_or_a_class_is_a_rule() -> None:
    departure = f"parties: {{sector: {{rule: {IMPOSSIBLE}}}}}\nbodies: {{board: {{seats: {{civil: {{rule: never}}}}}}}}"
    assert found(departure) == [("rule-nobody-meets", "parties.sector.rule")]


def test_an_amendment_that_closes_a_ring_is_left_to_others() -> None:
    """Each state is sound by itself; together they mean nothing, and there is nothing to reason about."""
    own = "clauses: {one: {rule: two, says: Ett., cites: first}, two: {rule: democratic, says: Två., cites: first}}"
    ring = version("proposed", "clauses: {two: {rule: one, says: Två.}}")
    assert found(own, "procedures: {joining: {open-to: one}}", ring) == []


def test_an_amendment_that_changes_a_fact_behind_a_rule_is_left_to_others() -> None:
    """A rule that asks for a number asks nothing of what is now yes or no."""
    facts = "facts: {size: {type: number}}\nclauses: {big: {rule: size > 5, says: Stor., cites: first}}"
    changed = version("proposed", "facts: {size: {type: yes-no}}, procedures: {other: {kind: join, open-to: big}}")
    assert found(facts, changed) == []


def test_a_clause_that_matters_to_one_rule_matters() -> None:
    clauses = (
        "clauses: {large: {rule: members > 50, says: Stor., cites: first}, "
        "other: {rule: members > 5, says: En annan., cites: first}}"
    )
    both = "procedures: {joining: {open-to: large and other}, again: {kind: join, open-to: other}}"
    turned = "procedures: {joining: {open-to: other}, again: {kind: join, open-to: large and other}}"
    assert found(clauses, "procedures: {joining: {open-to: large and other}}") == [
        ("clause-never-matters", "clauses.other")
    ]
    assert found(clauses, both) == found(clauses, turned) == []


def test_of_two_ways_in_one_that_is_not_said_shuts_nobody_out() -> None:
    member = "tenures: [{who: club, name: Klubben, kind: joined, sector: public}]"
    assert found(member) == [("rule-shuts-out-member", "tenures[0]")]
    assert found(member, "procedures: {again: {kind: join, open-to: not-said}}") == []
    assert found(member, "procedures: {again: {kind: join, open-to: sector is public}}") == []


def test_only_those_who_joined_are_held_against_the_way_in() -> None:
    """A party made the agreement, and an observer only looks on."""
    for kind in ("party", "observer"):
        assert found(f"tenures: [{{who: region, kind: {kind}}}]") == []


@pytest.mark.parametrize(("form", "shut"), [("region", True), ("network", False)])
def test_what_an_actor_is_counts_as_its_form(form: str, shut: bool) -> None:
    departures = (
        "procedures: {joining: {open-to: form is network}}",
        f"parties: {{region: {{kind: {form}}}}}\ntenures: [{{who: region, kind: joined}}]",
    )
    assert found(*departures) == ([("rule-shuts-out-member", "tenures[0]")] if shut else [])


def test_what_is_known_is_not_taken_for_another_fact_of_that_name() -> None:
    departures = (
        "facts: {sector: {type: number}}\nprocedures: {joining: {open-to: sector > 5}}\nparties: {sector: {rule: ~}}",
        "tenures: [{who: region, kind: joined}]",
    )
    assert found(*departures) == []


def test_a_member_is_told_by_its_own_labels() -> None:
    (finding,) = check(clean("tenures: [{who: region, kind: joined}]"), checks=CHECKS)
    assert finding.message("sv") == (
        "”Regionen” är ansluten, men får inte ansluta sig enligt reglerna "
        "(sektor: offentlig sektor, organisationsform: region)."
    )


def flags(number: int) -> str:
    return f"facts: {{{', '.join(f'f{one}: {{}}' for one in range(number))}}}"


def clauses(rules: Iterator[str]) -> str:
    each = (f"c{one}: {{rule: {rule}, says: x, cites: first}}" for one, rule in enumerate(rules))
    return f"clauses: {{{', '.join(each)}}}"


def test_in_a_very_large_agreement_nothing_is_reported_that_is_not_certain() -> None:
    """A rule that was not looked at may be the one to which a clause matters."""
    some = clauses(f"members > {one}" for one in range(2))
    few = "procedures: {joining: {open-to: c0 and c1}}"
    many = ", ".join(f"p{one}: {{kind: revise, open-to: joined}}" for one in range(MOST))
    assert found(some, few) == [("clause-never-matters", "clauses.c0")]
    assert found(some, few, f"procedures: {{{many}}}") == []


def test_what_is_too_large_is_not_reported_and_soon_given_up() -> None:
    """Sixty clauses in one rule whose decision diagram is huge: none of them is called needless."""
    paired = clauses(f"f{one} and f{119 - one}" for one in range(60))
    rule = " or ".join(f"c{one}" for one in range(60))
    assert GIVING_UP < 60
    assert found(flags(120), paired, f"procedures: {{joining: {{open-to: {rule}}}}}") == []


def test_the_checks_are_put_to_every_state() -> None:
    states = tuple(subjects(clean(version("proposed", "title: Nästa"))))
    assert [len(list(one(state))) for state in states for one in CHECKS] == [0] * 2 * len(CHECKS)
