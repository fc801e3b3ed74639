"""Checks: each finds what it says and nothing near it; and what becomes of findings that are accepted."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from idebur.checks import CHECKS, accepted_and_not, check
from idebur.files.loading import read
from idebur.messages import FAMILIES, LANGUAGES, Severity
from tests.unit.checks.cases import CLEAN, Pair, clean

CHECKED = tuple(
    family
    for family in FAMILIES
    if import_module(f"idebur.messages.{family}").ENTRIES[0].severity is not Severity.FAULT
)
PAIRS: tuple[Pair, ...] = tuple(
    pair for family in CHECKED for pair in import_module(f"tests.unit.checks.{family}").PAIRS
)
IDS = [f"{pair.code}-{pair.path}" for pair in PAIRS]


def test_nothing_is_found_in_the_clean_agreement() -> None:
    """Every pair departs from an agreement in which no check finds anything."""
    assert [(finding.code, finding.path) for finding in check(clean())] == []


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_departure_trips_its_check_and_no_other(pair: Pair) -> None:
    """The smallest departure that a check is about gives its finding, at its place, and nothing else."""
    assert [(finding.code, finding.path) for finding in check(clean(pair.trips))] == [(pair.code, pair.path)]


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_its_nearest_sibling_trips_none(pair: Pair) -> None:
    """What differs from the departure by no more than the point of the check gives no finding at all."""
    assert [(finding.code, finding.path) for finding in check(clean(pair.sibling))] == []


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_a_finding_is_told_in_both_languages_without_a_gap(pair: Pair) -> None:
    """Every parameter of a message is there, and the two languages say different sentences."""
    (finding,) = check(clean(pair.trips))
    told = {finding.message(lang) for lang in LANGUAGES}
    assert len(told) == len(LANGUAGES)
    assert not [sentence for sentence in told if "{" in sentence or "None" in sentence or "NOT_SAID" in sentence]


def test_every_code_of_a_check_has_a_pair() -> None:
    """A check that nothing is shown to trip says nothing."""
    codes = {entry.code for family in CHECKED for entry in import_module(f"idebur.messages.{family}").ENTRIES}
    assert {pair.code for pair in PAIRS} == codes


def test_findings_stand_in_the_order_of_the_file_with_their_places(tmp_path: Path) -> None:
    """With places, every finding has one, and they come line by line."""
    file = tmp_path / "agreement.yaml"
    file.write_text(CLEAN.replace("how: elected", "how: rotating").replace("title: Tillit, ", ""), encoding="utf-8")
    reading = read(file)
    found = check(reading.agreement, places=reading.places)
    lines = [finding.place.line for finding in found if finding.place is not None]
    assert [finding.code for finding in found] == ["chair-turns-between-nobody", "principle-without-title"]
    assert lines == [
        line
        for line, text in enumerate(file.read_text("utf-8").splitlines(), 1)
        if "rotating" in text or "trust:" in text
    ]


@pytest.mark.parametrize(
    ("amount", "suggestion"),
    [
        ("3 månader", "3 months"),
        ("at least 1 vecka", "at least 1 week"),
        ("1 År", "1 year"),
        ("3 apelsiner", None),
        ("3", None),
    ],
)
def test_a_time_in_swedish_units_is_suggested_as_it_is_written(amount: str, suggestion: str | None) -> None:
    (found,) = check(
        clean(f"procedures: {{leaving: {{steps: [{{who: leaver, does: notify, to: board, notice: {amount}}}]}}}}")
    )
    assert (found.code, found.suggestion) == ("time-without-unit", suggestion)


def test_without_places_numbers_in_paths_are_ordered_as_numbers() -> None:
    """The tenth row comes after the second."""
    rows = ", ".join("{who: club, kind: joined}" for _ in range(11))
    found = check(clean(f"tenures: [{{who: club, name: Klubben, kind: joined}}, {rows}]"))
    assert [finding.path for finding in found] == [f"tenures[{number}]" for number in range(1, 12)]


@pytest.mark.parametrize(
    ("at", "accepted"),
    [
        ("", True),
        ("at: bodies, ", True),
        ("at: bodies.board, ", True),
        ("at: board, ", True),
        ("at: bodies.board.seats.public, ", False),
        ("at: bodies.boar, ", False),
        ("at: procedures, ", False),
    ],
)
def test_an_acceptance_covers_its_place_and_what_stands_below(at: str, accepted: bool) -> None:
    """A key that merely begins alike is another place, and so is one further down."""
    departure = f"bodies: {{board: {{chair: ~}}}}\naccepted: [{{code: body-without-order, {at}because: Så är det}}]"
    standing, settled = accepted_and_not(clean(departure))
    codes = [] if accepted else ["acceptance-unused", "body-without-order"]
    assert [finding.code for finding in standing] == codes
    assert [str(one.because) for one in settled] == (["Så är det"] if accepted else [])


def test_an_acceptance_is_of_one_code_only() -> None:
    """What is found at the same place under another code stands."""
    departure = "bodies: {board: {chair: ~, meets: ~}}\naccepted: [{code: body-without-order, because: Så är det}]"
    assert [finding.code for finding in check(clean(departure))] == ["body-never-meets"]


@pytest.mark.parametrize(
    ("at", "codes"),
    [
        ("joining", []),
        ("procedures.joining.steps", []),
        ("procedures.joining.step", ["acceptance-unused", "step-nobody-takes"]),
    ],
)
def test_what_stands_in_a_list_is_below_the_list_and_below_the_element_that_holds_it(at: str, codes: list[str]) -> None:
    """The third step of a procedure is accepted with the procedure, and with its steps."""
    steps = "[{who: applicant, does: apply}, {who: board, does: approve}, {does: publish}]"
    departure = (
        f"procedures: {{joining: {{steps: {steps}}}}}\naccepted: [{{code: step-nobody-takes, at: {at}, because: x}}]"
    )
    assert sorted(finding.code for finding in check(clean(departure))) == codes


def test_with_some_checks_only_no_acceptance_is_called_unused() -> None:
    """The check that was left out might have found what is accepted."""
    departure = "accepted: [{code: body-without-order, because: Så är det}]"
    assert [finding.code for finding in check(clean(departure))] == ["acceptance-unused"]
    assert check(clean(departure), checks=CHECKS[:3]) == ()


def test_what_an_amendment_does_not_name_stands() -> None:
    """A proposal that only moves the meetings has no hole where the rest would be."""
    departure = """
    versions:
      next:
        amends: present
        status: proposed
        cites: second
        routines: {meeting: {kind: meeting, title: Mötet, every: 2 a year, who: {attends: all-parties}}}
    """
    assert check(clean(departure)) == ()


def test_an_amendment_can_amend_an_amendment() -> None:
    """What the first removed is gone for the second, and only what both leave stands."""
    departure = """
    versions:
      first: {amends: present, cites: second, routines: {meeting: none}}
      next:
        amends: first
        cites: second
        bodies: {board: {kind: council, name: Rådet, members: region, meets: 1 before meeting}}
    """
    found = [(finding.code, finding.path) for finding in check(clean(departure))]
    assert found == [("cadence-relative-to-what-is-gone", "versions.next.bodies.board.meets")]


def test_versions_that_amend_each_other_end() -> None:
    """A ring of amendments is checked all the same."""
    departure = "versions: {one: {amends: two, cites: second}, two: {amends: one, cites: second}}"
    assert check(clean(departure)) == ()


def test_of_a_past_version_only_contradictions_are_said() -> None:
    """Its holes cannot be mended any more."""
    departure = """
    versions:
      old:
        status: past
        cites: second
        commitments: {keep: {does: Dela}}
        principles:
          a: {number: 1, title: A, summary: Ett}
          b: {number: 1, title: B, summary: Två}
    """
    assert [finding.code for finding in check(clean(departure))] == ["number-twice"]


def test_words_are_data() -> None:
    """A word of the agreement's own with the property is met by the check as a shipped one is."""
    departure = """
    words:
      verb: {lottas-in: {label: lottas in, properties: {fills: true}}}
      body-kind: {torg: {label: torg, properties: {without-seats: true}}}
    bodies:
      board: {seats: {public: {who: {appoints: ~, lottas-in: region}}}}
      square: {kind: torg, name: Torget, meets: year, cites: first}
    """
    assert check(clean(departure)) == ()


@pytest.mark.parametrize(
    ("public", "civil", "expected"),
    [
        ("3", "3", None),
        ("at least 2", "at most 2", "balance-without-numbers"),
        ("at least 3", "at most 2", "balance-cannot-be-met"),
        ("over 2", "2", "balance-cannot-be-met"),
        ("{vague: ett par}", "2", "balance-without-numbers"),
        ("under 3", "3", "balance-cannot-be-met"),  # seats are whole: two at the most
        ("under 3", "2", None),
        ("{vague: drygt tre, over: 3}", "2", "balance-cannot-be-met"),
        ("{vague: knappt tre, under: 3}", "4", "balance-cannot-be-met"),
        ("{vague: knappt tre, under: 3}", "2", None),
        ("1 to 3", "2 to 5", None),
        ("not-said", "not-said", "balance-without-numbers"),
    ],
)
def test_a_balance_is_unmet_only_where_no_numbers_within_the_bounds_meet_it(
    public: str, civil: str, expected: str | None
) -> None:
    """Unspecified is a note, a contradiction an error, and what may still be met neither."""
    departure = f"""
    bodies:
      board:
        seats: {{public: {{count: {public}}}, civil: {{count: {civil}}}}}
        balance: {{equal: [public, civil-society]}}
    """
    found = [finding.code for finding in check(clean(departure)) if finding.code != "amount-vague"]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize("said", ["until: 2026-12-31", "validity: {until: 2026-12-31}"])
def test_a_deadline_is_held_against_the_end_wherever_that_is_said(said: str) -> None:
    agreement = clean(f"{{{said}, commitments: {{share: {{due: {{day: 2027-01-01}}}}}}}}")
    assert "deadline-after-validity" in {finding.code for finding in check(agreement)}


def test_what_is_no_agreement_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("idebur: 1\nagreement: a\n", "utf-8")
    reading: Any = read(path)
    with pytest.raises(TypeError, match=r"this is a Reading; .*check\(reading\.agreement, places=reading\.places\)"):
        check(reading)
    assert check(reading.agreement, places=reading.places) != ()


@pytest.mark.parametrize(
    ("public", "civil", "expected"),
    [
        ("count: 2", "4", None),  # two for each of two towns
        ("count: 2", "2", "balance-cannot-be-met"),
        ("count: 1 to 2", "3", None),
        ("count: 1 to 2", "5", "balance-cannot-be-met"),
        ("count: not-said", "2", "balance-without-numbers"),
        ("count: at least 2", "3", "balance-cannot-be-met"),
        ("count: at least 2", "5", "balance-without-numbers"),
    ],
)
def test_seats_for_each_of_a_set_are_so_many_times_its_members(public: str, civil: str, expected: str | None) -> None:
    departure = f"""
    actors:
      north: {{kind: municipality, sector: public, name: Norra}}
      south: {{kind: municipality, sector: public, name: Södra}}
      towns: {{kind: class, sector: public, name: Kommunerna, members: [north, south]}}
    bodies:
      board:
        seats: {{public: {{of: ~, one-each: towns, {public}}}, civil: {{count: {civil}}}}}
        balance: {{equal: [public, civil-society]}}
    """
    assert [finding.code for finding in check(clean(departure))] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("seats", "quorum", "is_above"),
    [
        ("public: {count: 3}", "6", False),
        ("public: {count: 3}", "7", True),
        ("public: {count: 3}", "at least 7", True),
        ("public: {count: 3}", "at most 7", False),
        ("public: {count: 3}", "about 7", False),  # which may be six
        ("public: {voting: false}", "3", False),
        ("public: {voting: false}", "4", True),
        ("public: {kind: observer}", "4", True),
        ("public: {kind: observer, voting: true}", "6", False),
        ("public: {kind: observer, voting: true}", "7", True),
    ],
)
def test_more_cannot_be_present_than_the_seats_that_may_vote(seats: str, quorum: str, is_above: bool) -> None:
    """The civil side has three seats, and the public side three that may vote or not."""
    found = [finding.code for finding in check(clean(f"bodies: {{board: {{quorum: {quorum}, seats: {{{seats}}}}}}}"))]
    assert [code for code in found if code == "quorum-above-seats"] == (["quorum-above-seats"] if is_above else [])
