"""What the agreement of Blekinge says, statement by statement, read off the loaded model and never out of a note.

One test for each statement; each also holds the place that the element cites. The queries are those a user would
write: where one is long, a helper above the tests says what it asks.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from idebur.absence import NOT_SAID, Absence, Vague, exists, one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.checks import check
from idebur.citations import Cite, Cites
from idebur.elements import Element, Keyed, Part
from idebur.files import dumps, load
from idebur.governance import Seat
from idebur.messages import Severity
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.dates import Date
from idebur.parties import Signing
from idebur.principles import Commitment
from idebur.said import Said
from idebur.several import Several
from idebur.text import Text
from idebur.visits import Path as ElementPath
from idebur.visits import elements, walk, written_path

HERE = Path(__file__).parents[2] / "examples" / "blekinge"


@pytest.fixture(scope="module")
def blekinge() -> Agreement:
    return load(HERE)


# --- questions to the model ---


def places(cites: Cites, field: str | None = None) -> tuple[str, ...]:
    """Where something stands, or where one of its fields does."""
    return tuple(str(cite.at) for cite in (cites if field is None else cites.of(field)))


def cited(agreement: Agreement, name: str, field: str | None = None) -> tuple[str, ...]:
    """The places that an element cites, or those of the nearest thing around it that cites any."""
    return places(nearest_cites(agreement, agreement.path_of(name)), field)


def nearest_cites(agreement: Agreement, path: ElementPath) -> Cites:
    """What is cited along *path*, innermost first; what the top of the file cites does not count."""
    here: Any = agreement
    found = Cites()
    for part in path:
        here = getattr(here, str(part).replace("-", "_")) if isinstance(here, Said) else here[part]
        found = getattr(here, "cites", found) or found
    return found


def said(text: Text | object, language: str = "sv") -> str:
    """The words of a text in a language, which must be there."""
    assert isinstance(text, Text)
    return text[language]


def signing(agreement: Agreement) -> Signing:
    found = one_said(agreement.signing)
    assert found is not None
    return found


def either_party(agreement: Agreement) -> frozenset[str | None]:
    """Those whom *either party* can mean: the ones that sign."""
    return frozenset(one_said(signer.of) for signer in signing(agreement).signers)


def asserters(agreement: Agreement, cites: Cites) -> frozenset[str]:
    """Who asserts what is cited: whoever is named to, or else the makers of the cited document."""
    found: set[str] = set()
    for cite in cites:
        document = cite.at.document or one_said(agreement.source)
        assert document is not None
        found |= {cite.asserted_by} if cite.asserted_by else set(agreement.documents[document].by)
    return frozenset(found)


def maybe_same(agreement: Agreement, body: str) -> frozenset[str]:
    """The bodies that may be the same as *body*, whichever of them says so, and those that may be the same as these."""
    found, old = {body}, set[str]()
    while found != old:
        old = set(found)
        for key, other in agreement.bodies.items():
            if key in old or old & set(other.maybe_same_as):
                found |= {key, *other.maybe_same_as}
    return frozenset(found)


def has_task(agreement: Agreement, body: str, task: str) -> Answer:
    """Whether a commitment is the body's own; unknown where its bearer, which nobody says, may be the same body."""
    bearers = agreement.commitments[task].who.actors("does")
    if body in bearers:
        return Answer.YES
    if bearers.absence is not None or maybe_same(agreement, body) & set(bearers):
        return Answer.UNKNOWN
    return Answer.NO


def under(agreement: Agreement, principle: str) -> dict[str, Commitment]:
    return {key: one for key, one in agreement.commitments.items() if principle in one.under}


def forces(agreement: Agreement, principle: str) -> dict[str, str | None]:
    return {key: one_said(one.force) for key, one in under(agreement, principle).items()}


def seats_of_kind(agreement: Agreement, body: str, kind: str) -> dict[str, Seat]:
    return {key: seat for key, seat in agreement.bodies[body].seats.items() if one_said(seat.kind) == kind}


# --- B-01 to B-04: who, whence, how, what for ---


def test_b_01_two_classes_are_bound_and_two_actors_sign_for_them(blekinge: Agreement) -> None:
    """Both layers stand: the classes that the title names, and the two that sign and hold an original each."""
    parties = blekinge.parties
    classes = {key for key, party in parties.items() if one_said(party.kind) == "class"}
    assert classes == {"sector", "public-actors"}
    assert {key: one_said(parties[key].sector) for key in classes} == {
        "sector": "civil-society",
        "public-actors": "public",
    }
    assert {key: tuple(parties[key].who.actors("signs")) for key in classes} == {
        "sector": ("natverket",),
        "public-actors": ("region-blekinge",),
    }
    assert tuple(blekinge.events["initiated"].who.actors("initiates")) == ("natverket", "region-blekinge")
    assert tuple(signing(blekinge).held_by) == ("natverket", "region-blekinge")
    assert cited(blekinge, "parties.sector") == ("titel", "organisation.2", "underskrift")
    assert cited(blekinge, "public-actors") == ("titel", "underskrift")
    assert cited(blekinge, "natverket") == cited(blekinge, "region-blekinge") == ("bakgrund.2", "underskrift")
    assert cited(blekinge, "initiated") == ("bakgrund.2",)


def test_b_01_either_party_means_the_two_that_sign(blekinge: Agreement) -> None:
    (step,) = blekinge.procedures["renegotiating"].steps
    assert tuple(step.who.actors("does")) == ("any-party",)
    assert either_party(blekinge) == {"natverket", "region-blekinge"}


def test_b_01_that_the_network_binds_its_members_is_not_said(blekinge: Agreement) -> None:
    assert blekinge.parties["natverket"].binds_members == NOT_SAID
    assert blekinge.parties["natverket"].members.absence == NOT_SAID
    assert blekinge.parties["public-actors"].who.actors("speaks").absence == NOT_SAID


def test_b_02_starts_from_the_national_agreement_of_2008(blekinge: Agreement) -> None:
    link, national = blekinge.links["starts-from"], blekinge.documents["national-2008"]
    assert (one_said(link.kind), tuple(link.to)) == ("derives-from", ("national-2008",))
    assert tuple(national.by) == ("government", "social-organisations", "skl")
    assert one_said(national.when) == Date.parse("2008")
    assert tuple(blekinge.links["principles-from"].parts) == ("principles",)
    assert blekinge.links["principles-from"].extent == Vague(vague="i stor utsträckning")
    assert cited(blekinge, "starts-from") == cited(blekinge, "principles-from") == ("bakgrund.4",)
    assert cited(blekinge, "national-2008") == ("bakgrund.4",)


def test_b_02_the_revision_of_2018_is_asserted_by_the_makers_of_this_text(blekinge: Agreement) -> None:
    """Other sources say that the national agreement was ended: who says what must be told apart."""
    revised = blekinge.links["revised-2018"]
    assert (one_said(revised.subject), one_said(revised.kind)) == ("national-2008", "revised")
    assert one_said(revised.when) == Date.parse("2018")
    assert said(revised.effect, "en") == "More fields came in; the principles remain."
    assert cited(blekinge, "revised-2018") == ("bakgrund.4",)
    assert asserters(blekinge, revised.cites) == {"natverket", "region-blekinge"}
    assert not asserters(blekinge, revised.cites) & set(blekinge.documents["national-2008"].by)


def test_b_03_how_the_text_came_about(blekinge: Agreement) -> None:
    events = blekinge.events
    assert [one_said(event.kind) for event in events.values()] == [
        "initiated",
        "knowledge-raising",
        "survey",
        "workshop",
        "dialogue",
        "drafted",
        "dialogue",
        "referral",
        "decided",
    ]
    assert tuple(events["dialogues"].who.actors("attends")) == ("public", "civil-society")
    assert tuple(events["drafted"].who.actors("drafts")) == ("working-group",)
    assert tuple(events["decided"].who.actors("decides")) == ("regional-assembly",)
    assert {key: tuple(event.after) for key, event in events.items()} == {
        "initiated": (),
        **dict.fromkeys(("awareness", "surveys", "work-meetings", "dialogues", "drafted"), ("initiated",)),
        "reworked": ("drafted",),
        "referral": ("drafted",),
        "decided": ("reworked", "referral"),
    }
    assert events["referral"].counts["organisations"] == Vague(vague="bred")
    assert {key: event.times for key, event in events.items() if event.times != NOT_SAID} == {
        "reworked": Vague(vague="flera")
    }
    assert {exists(event.when) for event in events.values()} == {Answer.UNKNOWN}
    for key in ("awareness", "surveys", "work-meetings", "dialogues", "drafted", "reworked", "referral", "decided"):
        assert cited(blekinge, key) == ("process.1",)


def test_b_03_the_working_group_is_past_and_had_three_represented(blekinge: Agreement) -> None:
    group = blekinge.bodies["working-group"]
    assert one_said(group.status) == "past"
    assert {one_said(seat.of) for seat in group.seats.values()} == {"region-blekinge", "karlshamn", "sector"}
    assert {seat.count for seat in group.seats.values()} == {NOT_SAID}
    assert cited(blekinge, "working-group") == cited(blekinge, "working-group.karlshamn") == ("process.1",)


def test_b_04_vision_purpose_and_three_goals(blekinge: Agreement) -> None:
    kinds = Counter(one_said(aim.kind) for aim in blekinge.aims.values())
    assert (kinds["vision"], kinds["purpose"], kinds["goal"]) == (1, 1, 3)
    goals = {one_said(aim.number): key for key, aim in blekinge.aims.items() if one_said(aim.kind) == "goal"}
    assert goals == {1: "equal-dialogue", 2: "strategic-partner", 3: "new-forms"}
    assert tuple(blekinge.aims["new-forms"].who.actors("joins")) == ("academia", "business")
    assert "common will" in said(blekinge.aims["purpose"].text, "en")
    assert cited(blekinge, "vision") == ("vision.1",)
    assert cited(blekinge, "purpose") == ("syfte.1",)
    assert [cited(blekinge, goals[number]) for number in (1, 2, 3)] == [("mal.1",), ("mal.2",), ("mal.3",)]


def test_b_04_what_the_background_hopes_for_is_an_outcome_and_no_goal(blekinge: Agreement) -> None:
    outcomes = {key for key, aim in blekinge.aims.items() if one_said(aim.kind) == "outcome"}
    assert outcomes == {"sustainability", "engagement"}
    for word in ("environment", "public health", "democracy", "participation", "human rights"):
        assert word in said(blekinge.aims["sustainability"].text, "en")
    assert cited(blekinge, "sustainability") == ("bakgrund.1",)
    assert cited(blekinge, "engagement") == ("bakgrund.3",)


def test_b_04_where_it_applies(blekinge: Agreement) -> None:
    """The area is the text's; its official code is the register's, and stays text."""
    territory = one_said(blekinge.territory)
    assert territory is not None
    assert (one_said(territory.level), said(territory.area), str(territory.code)) == ("regional", "Blekinge län", "10")
    assert places(territory.cites, "area") == ("bakgrund.1",)
    assert places(territory.cites, "code") == ("municipality-register#10",)


def test_b_04_a_declaration_of_intent_whose_force_in_law_is_not_said(blekinge: Agreement) -> None:
    instrument = one_said(blekinge.instrument)
    assert instrument is not None
    assert one_said(instrument.kind) == "declaration-of-intent"
    assert exists(instrument.binding) is Answer.UNKNOWN
    assert tuple(instrument.role) == ("platform", "support")
    assert places(instrument.cites, "kind") == ("syfte.1",)
    assert places(instrument.cites, "role") == ("bakgrund.3",)


def test_b_04_a_value_base_and_areas_are_named_and_never_spelled_out(blekinge: Agreement) -> None:
    for key, kind, place in (("value-base", "value", "bakgrund.3"), ("areas", "area", "plan.1")):
        assert one_said(blekinge.aims[key].kind) == kind
        assert blekinge.aims[key].text == NOT_SAID
        assert cited(blekinge, key) == (place,)


# --- B-05 to B-11: principles and what is owed ---


def test_b_05_seven_principles(blekinge: Agreement) -> None:
    titles = [
        (one_said(principle.number), said(principle.title), said(principle.title, "en"))
        for principle in blekinge.principles.values()
    ]
    assert titles == [
        (1, "Självständighet och oberoende", "Independence and self-determination"),
        (2, "Dialog", "Dialogue"),
        (3, "Kvalitet", "Quality"),
        (4, "Långsiktighet", "Long-term perspective"),
        (5, "Öppenhet och insyn", "Openness and transparency"),
        (6, "Mångfald", "Diversity"),
        (7, "Innovation", "Innovation"),
    ]
    summaries = {said(principle.summary, "en") for principle in blekinge.principles.values()}
    assert len(summaries) == 7
    assert [cited(blekinge, f"principles.{key}") for key in blekinge.principles] == [
        (f"princip-{number}",) for number in range(1, 8)
    ]


def test_b_06_a_critical_role_is_protected_against_the_public_sector(blekinge: Agreement) -> None:
    role = blekinge.commitments["critical-role"]
    assert (tuple(role.who.actors("does")), tuple(role.to), one_said(role.force)) == (
        ("public-actors",),
        ("sector",),
        "shall",
    )
    assert set(role.protects) == {"critical-voice", "giving-voice", "forming-opinion"}
    assert set(role.against) == {"loss-of-collaboration", "loss-of-support"}
    assert cited(blekinge, "critical-role") == ("princip-1.1",)


def test_b_06_independence_is_striven_for_and_long_term_is_weighed_against_flexibility(blekinge: Agreement) -> None:
    ease, lasting = blekinge.commitments["ease-independence"], blekinge.commitments["lasting-decisions"]
    assert (tuple(ease.who.actors("does")), one_said(ease.force)) == (("all-parties",), "strives")
    assert one_said(lasting.force) == "needs-to"
    assert lasting.who.actors("does").absence == NOT_SAID
    assert [said(text, "en") for text in lasting.balanced_with] == ["flexibility", "innovation"]
    assert forces(blekinge, "independence") == {
        "own-mission": "states",
        "critical-role": "shall",
        "ease-independence": "strives",
        "guard-volunteering": "shall",
        "lasting-decisions": "needs-to",
    }
    assert cited(blekinge, "ease-independence") == ("princip-1.2",)
    assert cited(blekinge, "lasting-decisions") == ("princip-1.3",)


def test_b_06_whom_the_text_does_not_name_is_not_named(blekinge: Agreement) -> None:
    """What is demanded in the passive voice has no bearer; the acceptance in the file says so for each."""
    nobody = {key for key, one in blekinge.commitments.items() if one.who.actors("does").absence == NOT_SAID}
    assert nobody == {
        "guard-volunteering",
        "lasting-decisions",
        "respectful-follow-up",
        "lasting-conditions",
        "try-the-new",
        "two-planes",
    }
    assert {str(one.at) for one in blekinge.accepted if one.code == "commitment-nobody-bears"} == {
        f"commitments.{key}" for key in nobody
    }
    assert cited(blekinge, "guard-volunteering") == ("princip-1.2",)


def test_b_07_forms_of_dialogue_should_be_open(blekinge: Agreement) -> None:
    """*Should* is kept apart from the *shall* of the same paragraph."""
    assert forces(blekinge, "dialogue") == {"mutual-dialogue": "shall", "open-dialogue": "should"}
    assert tuple(blekinge.commitments["open-dialogue"].who.actors("does")) == ("all-parties",)
    assert cited(blekinge, "open-dialogue") == cited(blekinge, "mutual-dialogue") == ("princip-2.1",)


def test_b_08_quality_is_agreed_in_collaboration_and_ones_own_elsewhere(blekinge: Agreement) -> None:
    agree, own, joint = (blekinge.commitments[key] for key in ("agree-quality", "own-quality", "joint-quality"))
    assert (tuple(agree.who.actors("does")), one_said(agree.force)) == (("all-parties",), "shall")
    assert (tuple(own.who.actors("does")), one_said(own.force)) == (("each-signatory",), "states")
    assert (tuple(joint.who.actors("does")), one_said(joint.force)) == (("all-parties",), "states")
    assert said(agree.when, "en") == said(joint.when, "en") == "in collaboration"
    assert own.when == NOT_SAID
    assert {cited(blekinge, key) for key in under(blekinge, "quality")} == {("princip-3.1",)}


def test_b_09_openness_has_two_exceptions(blekinge: Agreement) -> None:
    duty = blekinge.commitments["openness-duty"]
    assert set(duty.who.actors("does")) == {"public-actors", "sector"}
    assert one_said(duty.force) == "needs-to"
    assert {key: one_said(exemption.kind) for key, exemption in duty.unless.items()} == {
        "harm": "risk-or-harm",
        "secrecy": "law",
    }
    assert tuple(duty.unless["harm"].to) == ("users", "volunteers", "staff", "third-parties", "internal-democracy")
    law = one_said(duty.unless["secrecy"].document)
    assert law is not None
    assert one_said(blekinge.documents[law].kind) == "law"
    assert cited(blekinge, "openness-duty.harm") == cited(blekinge, law) == ("princip-5.1",)


def test_b_10_the_parties_answer_for_new_organisations(blekinge: Agreement) -> None:
    (key,) = under(blekinge, "diversity")
    duty = blekinge.commitments[key]
    assert (tuple(duty.who.actors("does")), one_said(duty.force)) == (("all-parties",), "is-responsible")
    assert said(duty.does, "en").startswith("Both contribute to and ease the growth of new organisations")
    assert cited(blekinge, key) == ("princip-6.1",)


def test_b_11_capacity_and_new_methods_with_academia_and_business(blekinge: Agreement) -> None:
    assert forces(blekinge, "innovation") == {
        "capacity": "shall",
        "try-the-new": "is-encouraged",
        "new-methods": "aims-to",
    }
    capacity, methods = blekinge.commitments["capacity"], blekinge.commitments["new-methods"]
    assert (tuple(capacity.who.actors("does")), tuple(capacity.to)) == (("all-parties",), ("sector",))
    assert tuple(methods.who.actors("joins")) == ("academia", "business")
    for word in ("methods", "processes", "forms of agreement", "models"):
        assert word in said(methods.does, "en")
    assert cited(blekinge, "capacity") == cited(blekinge, "new-methods") == ("princip-7.1",)


# --- B-12 to B-17: the partnership ---


def test_b_12_what_the_partnership_does(blekinge: Agreement) -> None:
    own = {
        key for key in blekinge.commitments if has_task(blekinge, "partnership", key) is Answer.YES
    }  # all-parties is not the partnership
    assert own == {"share-work", "coordinate", "watch"}
    assert said(blekinge.commitments["coordinate"].does, "en") == "Coordinates, develops and prepares matters."
    assert tuple(blekinge.commitments["watch"].to) == ("signatories",)
    assert tuple(blekinge.commitments["involve"].to) == ("signatories",)
    assert set(blekinge.commitments["share-work"].who.actors("does")) == {"each-signatory", "partnership"}
    for key in own:
        assert cited(blekinge, key) == ("organisation.1",)


@pytest.mark.parametrize("task", ["involve", "make-known"])
def test_b_12_whether_the_groups_task_is_the_partnerships_is_unknown(blekinge: Agreement, task: str) -> None:
    answers = {body: has_task(blekinge, body, task) for body in blekinge.bodies}
    assert answers == {
        "group": Answer.YES,
        "partnership": Answer.UNKNOWN,
        "steering-group": Answer.UNKNOWN,
        "working-group": Answer.NO,
    }
    assert one_said(blekinge.commitments[task].force) == "is-responsible"
    assert cited(blekinge, task) == ("organisation.1",)


def test_b_13_equal_division_number_not_said(blekinge: Agreement) -> None:
    """Equal between the two sectors, among the ordinary seats only; how many there are nobody says."""
    balance = one_said(blekinge.bodies["partnership"].balance)
    assert balance is not None
    assert (set(balance.equal), tuple(balance.among)) == ({"civil-society", "public"}, ("ordinary",))
    ordinary = seats_of_kind(blekinge, "partnership", "ordinary")
    assert set(ordinary) == {"sector", "politicians", "officials"}
    assert {seat.count for seat in ordinary.values()} == {NOT_SAID}
    sectors = Counter(one_said(blekinge.parties[str(seat.of)].sector) for seat in ordinary.values())
    assert set(sectors) == set(balance.equal)
    assert cited(blekinge, "partnership") == ("organisation.2",)


def test_b_14_who_sits_for_the_sector_and_for_the_region(blekinge: Agreement) -> None:
    ordinary = seats_of_kind(blekinge, "partnership", "ordinary")
    assert {(one_said(seat.of), one_said(seat.held_through), tuple(seat.among)) for seat in ordinary.values()} == {
        ("sector", "natverket", ()),
        ("region-blekinge", None, ("development-committee", "health-committee")),
        ("region-blekinge", None, ("administration",)),
    }
    for key in ("development-committee", "health-committee", "administration"):
        assert one_said(blekinge.actors[key].part_of) == "region-blekinge"
        assert cited(blekinge, key) == ("organisation.2",)
    for key in ordinary:
        assert cited(blekinge, f"partnership.{key}") == ("organisation.2",)


def test_b_14_to_mirror_its_governance_is_a_commitment_of_the_region(blekinge: Agreement) -> None:
    mirror = blekinge.commitments["mirror"]
    assert (tuple(mirror.who.actors("does")), one_said(mirror.force)) == (("region-blekinge",), "shall")
    assert tuple(mirror.under) == ("partnership",)
    assert "governance and core activity" in said(mirror.does, "en")
    assert cited(blekinge, "mirror") == ("organisation.2",)


def test_b_15_co_opted_seats(blekinge: Agreement) -> None:
    seats = seats_of_kind(blekinge, "partnership", "co-opted")
    assert {key: one_said(seat.of) or one_said(seat.one_each) for key, seat in seats.items()} == {
        "county-board": "lansstyrelsen",
        "municipalities": "municipalities",
        "academia": "academia",
        "innovation": "innovation-actors",
    }
    assert one_said(seats["municipalities"].count) == Amount.parse("1")
    assert {key for key, seat in seats.items() if seat.count == NOT_SAID} == {"county-board", "academia", "innovation"}
    assert not blekinge.vocabularies.has("seat-kind", "co-opted", "counts")
    for key in seats:
        assert cited(blekinge, f"partnership.{key}") == ("organisation.2",)


def test_b_15_each_municipality_is_five_by_a_source_of_its_own(blekinge: Agreement) -> None:
    """The text says *each municipality*; which they are is asserted by the register, not by the agreement."""
    every = blekinge.actors["municipalities"]
    assert {said(blekinge.actors[key].name) for key in every.members} == {
        "Karlshamns kommun",
        "Karlskrona kommun",
        "Olofströms kommun",
        "Ronneby kommun",
        "Sölvesborgs kommun",
    }
    assert not every.members.among_others
    assert cited(blekinge, "municipalities", "name") == ("organisation.2",)
    assert cited(blekinge, "municipalities", "members") == ("municipality-register#10",)
    assert {key: cited(blekinge, key) for key in every.members} == {
        "olofstrom": ("municipality-register#1060",),
        "karlskrona": ("municipality-register#1080",),
        "ronneby": ("municipality-register#1081",),
        "karlshamn": ("process.1", "municipality-register#1082"),
        "solvesborg": ("municipality-register#1083",),
    }
    assert asserters(blekinge, every.cites.of("members")) == {"scb"}


def test_b_15_the_register_cited_says_so(blekinge: Agreement, data: Path) -> None:
    """An independent list of Sweden's municipalities gives the same five codes and names for the county."""
    rows = (data / "sweden" / "municipalities.csv").read_text(encoding="utf-8").splitlines()
    listed = {cells[0]: cells[1] for cells in (row.split(",") for row in rows) if cells[3] == "10"}
    actors = blekinge.actors
    assert listed == {
        actors[key].cites[-1].at.place: said(actors[key].name) for key in actors["municipalities"].members
    }


def test_b_16_each_party_appoints_its_own(blekinge: Agreement) -> None:
    seats = blekinge.bodies["partnership"].seats
    assert {key: tuple(seat.who.actors("appoints")) for key, seat in seats.items()} == dict.fromkeys(seats, ("itself",))
    assert cited(blekinge, "partnership.officials") == ("organisation.2",)


def test_b_17_each_signatory_appoints_a_contact_person(blekinge: Agreement) -> None:
    contact = blekinge.offices["contact"]
    assert one_said(contact.one_each) == "signatories"
    assert tuple(contact.who.actors("appoints")) == ("itself",)
    assert said(contact.does, "en") == "Links the agreement and the organisation."
    assert cited(blekinge, "contact") == ("organisation.3",)


# --- B-18 to B-20: what comes back ---


def test_b_18_yearly_follow_up_is_presented_at_a_yearly_conference(blekinge: Agreement) -> None:
    follow_up = blekinge.routines["follow-up"]
    assert one_said(follow_up.every) == Cadence.parse("year")
    presented_at = one_said(follow_up.presented_at)
    assert presented_at is not None
    conference = blekinge.routines[presented_at]
    assert (one_said(conference.kind), one_said(conference.every)) == ("conference", Cadence.parse("year"))
    assert cited(blekinge, presented_at) == ("organisation.3",)


def test_b_18_regular_communication_and_further_meetings_without_a_number(blekinge: Agreement) -> None:
    communication, further = blekinge.routines["communication"], blekinge.routines["further-meetings"]
    assert (one_said(communication.kind), tuple(communication.of)) == ("communication", ("follow-up",))
    assert communication.every == Vague(vague="regelbunden")
    assert further.every == Vague(vague="löpande")
    assert (exists(further.every), one_said(further.every)) == (Answer.YES, None)
    assert tuple(further.who.actors("attends")) == ("all-parties",)
    assert set(further.tasks) == {"meet", "exchange-knowledge", "strengthen-collaboration"}
    assert cited(blekinge, "communication") == cited(blekinge, "further-meetings") == ("organisation.3",)


def test_b_19_a_yearly_plan_of_seven_activities(blekinge: Agreement) -> None:
    plan = blekinge.routines["plan"]
    assert one_said(plan.every) == Cadence.parse("year")
    assert [said(part.title) for part in plan.parts.values()] == [
        "Överenskommelseprocessen",
        "Dialog och mötesplatser",
        "Kunskapsbyggande insatser",
        "Information och kommunikation",
        "Intern förankring hos parterna",
        "Samverkansstruktur och arbetssätt",
        "Främja utveckling",
    ]
    themes = plan.parts["development"].parts
    assert {one_said(part.kind) for part in plan.parts.values()} == {"activity"}
    assert {one_said(part.kind) for part in themes.values()} == {"theme"}
    assert [said(part.title) for part in themes.values()] == [
        "Tänka nytt",
        "Teman",
        "Kris",
        "Lokalsamhälle",
        "Omvärldsperspektiv",
    ]
    assert [cited(blekinge, f"plan.{key}") for key in plan.parts] == [(f"plan.2.{number}",) for number in range(1, 8)]
    assert cited(blekinge, "plan.development.crisis") == ("plan.2.7",)


def test_b_19_the_plan_builds_on_every_aim_the_text_counts_up_and_is_followed_up_yearly(blekinge: Agreement) -> None:
    kinds = Counter(
        one_said(blekinge.aims[key].kind) for key in blekinge.routines["plan"].based_on if key in blekinge.aims
    )
    assert kinds == {"vision": 1, "purpose": 1, "goal": 3, "area": 1}
    (follow_up,) = (routine for routine in blekinge.routines.values() if "plan" in routine.of)
    assert (one_said(follow_up.kind), one_said(follow_up.every)) == ("follow-up", Cadence.parse("year"))
    assert follow_up.who.actors("does").absence == NOT_SAID
    assert cited(blekinge, "routines.plan") == ("plan.1", "plan.2", "uppfoljning.1")
    assert cited(blekinge, follow_up.key) == ("plan.1",)


def test_b_20_the_network_appoints_the_process_leader_who_pays_is_not_said(blekinge: Agreement) -> None:
    leader = blekinge.offices["process-leader"]
    assert tuple(leader.who.actors("appoints")) == ("natverket",)
    assert leader.who.actors("employs").absence == leader.who.actors("pays").absence == NOT_SAID
    assert tuple(blekinge.routines["plan"].who.actors("leads")) == ("process-leader",)
    assert said(leader.does, "en") == "Leads the work."
    assert cited(blekinge, "process-leader") == ("plan.1",)


# --- B-21 to B-27: joining, leaving, revising, signing ---


def test_b_21_who_may_join_and_how(blekinge: Agreement) -> None:
    """Either clause is enough: for the sector there is a condition, for a public actor none."""
    joining = blekinge.procedures["joining"]
    assert str(one_said(joining.open_to)) == "democratic-organisation or public-actor"
    assert {key: str(one_said(clause.rule)) for key, clause in blekinge.clauses.items()} == {
        "democratic-organisation": "sector is civil-society and democratic",
        "public-actor": "sector is public",
    }
    apply = joining.steps[0]
    assert (tuple(apply.who.actors("does")), tuple(apply.does), tuple(apply.form)) == (
        ("applicant",),
        ("apply",),
        ("web-form",),
    )
    assert places(apply.cites) == ("anslutning.1",)
    for key in blekinge.clauses:
        assert cited(blekinge, key) == ("anslutning.1",)


def test_b_22_the_steering_group_approves_and_all_are_published(blekinge: Agreement) -> None:
    _, approve, publish = blekinge.procedures["joining"].steps
    assert (tuple(approve.who.actors("does")), tuple(approve.does)) == (("steering-group",), ("approve",))
    assert (tuple(publish.does), tuple(publish.form)) == (("publish",), ("web-page",))
    assert publish.who.actors("does").absence == NOT_SAID
    assert places(approve.cites) == places(publish.cites) == ("anslutning.2",)


def test_b_23_one_that_leaves_tells_the_steering_group_formally_and_in_writing(blekinge: Agreement) -> None:
    leaving = blekinge.procedures["leaving"]
    (step,) = leaving.steps
    assert str(one_said(leaving.open_to)) == "joined"
    assert (tuple(step.who.actors("does")), tuple(step.does)) == (("leaver",), ("notify",))
    assert tuple(step.to) == ("steering-group",)
    assert set(step.form) == {"formal", "written"}
    assert step.notice == NOT_SAID
    assert cited(blekinge, "leaving") == ("anslutning.3",)


def test_b_24_until_further_notice_on_the_clock_of_the_strategy(blekinge: Agreement) -> None:
    validity, revising = one_said(blekinge.validity), blekinge.procedures["revising"]
    assert validity is not None
    assert one_said(validity.kind) == "until-further-notice"
    assert blekinge.vocabularies.has("validity-kind", "until-further-notice", "open")
    assert one_said(validity.clock) == "development-strategy"
    assert one_said(blekinge.documents["development-strategy"].kind) == "strategy"
    assert validity.until == NOT_SAID
    assert places(validity.cites) == ("uppfoljning.1",)
    (step,) = revising.steps
    assert tuple(revising.trigger) == ("need",)
    assert (tuple(step.who.actors("does")), tuple(step.does)) == (("partnership",), ("decide",))
    assert cited(blekinge, "revising") == cited(blekinge, "development-strategy") == ("uppfoljning.1",)


def test_b_25_who_does_orders_and_receives_the_follow_up(blekinge: Agreement) -> None:
    """The partnership receives it *chiefly*: others may."""
    follow_up, plan = blekinge.routines["follow-up"], blekinge.routines["plan"]
    assert tuple(follow_up.who.actors("does")) == ("process-leader",)
    assert tuple(follow_up.who.actors("orders")) == ("partnership",)
    assert follow_up.who.actors("receives") == Several(["partnership"], among_others=True)
    assert set(follow_up.tasks) == {"assess-goals", "learning"}
    assert "follow-up" in plan.based_on
    assert tuple(plan.who.actors("decides")) == ("partnership",)
    assert cited(blekinge, "routines.follow-up") == ("organisation.3", "uppfoljning.1")
    assert "uppfoljning.1" in cited(blekinge, "routines.plan")


def test_b_26_either_party_may_call_for_renegotiation_or_ask_to_leave(blekinge: Agreement) -> None:
    renegotiating = blekinge.procedures["renegotiating"]
    (step,) = renegotiating.steps
    assert set(renegotiating.trigger) == {"breach", "conditions-not-met"}
    assert set(step.does) == {"call-for-renegotiation", "ask-to-leave"}
    assert (one_said(step.choose), one_said(step.when), tuple(step.form)) == ("one", "any-time", ("written",))
    assert cited(blekinge, "renegotiating") == ("omforhandling.1",)


def test_b_26_the_notice_is_stated_and_no_amount_can_be_read_off_it(blekinge: Agreement) -> None:
    """Reasonable notice is more than silence, and less than a number."""
    (step,) = blekinge.procedures["renegotiating"].steps
    assert step.notice == Vague(vague="skälig")
    assert (exists(step.notice), one_said(step.notice)) == (Answer.YES, None)
    assert exists(blekinge.procedures["leaving"].steps[0].notice) is Answer.UNKNOWN


def test_b_27_two_originals_signed_by_two_chairs_dates_blank(blekinge: Agreement) -> None:
    act = signing(blekinge)
    assert one_said(act.originals) == Amount.parse("2")
    assert [(one_said(one.of), one_said(one.office)) for one in act.signers] == [
        ("natverket", "network-chair"),
        ("region-blekinge", "assembly-chair"),
    ]
    assert one_said(blekinge.offices["network-chair"].of) == "natverket"
    assert one_said(blekinge.offices["assembly-chair"].of) == "regional-assembly"
    assert cited(blekinge, "network-chair") == cited(blekinge, "assembly-chair") == ("underskrift",)
    assert act.when == NOT_SAID
    assert "when" in act.model_fields_set
    assert places(act.cites, "originals") == places(act.cites, "held-by") == ("omforhandling.2",)
    assert places(act.cites, "signers") == places(act.cites, "when") == ("underskrift",)


# --- B-28, B-29: what the text leaves open ---


def test_b_28_three_bodies_may_be_one_and_the_model_does_not_decide(blekinge: Agreement) -> None:
    three = {"partnership", "group", "steering-group"}
    for body in three:
        assert maybe_same(blekinge, body) == three
    assert maybe_same(blekinge, "working-group") == {"working-group"}
    assert set(blekinge.bodies) == three | {"working-group"}
    assert blekinge.bodies["group"].kind == NOT_SAID
    assert cited(blekinge, "group") == ("organisation.1",)
    assert cited(blekinge, "steering-group") == ("anslutning.2", "anslutning.3")


@pytest.mark.parametrize("field", ["chair", "quorum", "meets"])
def test_b_29_of_the_partnership_is_not_said(blekinge: Agreement, field: str) -> None:
    """Looked for and not found: written out in the file, unknown as an answer, and never *no*."""
    partnership = blekinge.bodies["partnership"]
    assert getattr(partnership, field) == NOT_SAID
    assert field in partnership.model_fields_set
    assert exists(getattr(partnership, field)) is Answer.UNKNOWN
    assert re.search(rf"^ +{field}: not-said$", dumps(blekinge), re.MULTILINE)


def test_b_29_the_partnership_decides_by_a_rule_that_is_not_said(blekinge: Agreement) -> None:
    (decision,) = blekinge.bodies["partnership"].decides
    assert exists(decision.rule) is exists(decision.majority) is Answer.UNKNOWN
    assert places(decision.cites) == ("uppfoljning.1",)


def test_b_29_seats_are_counted_only_for_the_municipalities(blekinge: Agreement) -> None:
    seats = blekinge.bodies["partnership"].seats
    assert {key for key, seat in seats.items() if one_said(seat.count) is not None} == {"municipalities"}
    assert all("count" in seat.model_fields_set for seat in seats.values())


@pytest.mark.parametrize("section", ["ladders", "resources"])
def test_b_29_a_whole_section_is_not_said(blekinge: Agreement, section: str) -> None:
    held = getattr(blekinge, section)
    assert isinstance(held, Keyed)
    assert (len(held), held.absence) == (0, NOT_SAID)
    assert section in blekinge.model_fields_set
    assert exists(held.find("anything")) is Answer.UNKNOWN


# --- the whole ---


def test_everybody_who_is_named_stands_where_the_text_names_them(blekinge: Agreement) -> None:
    """Of each: what it is, its sector, and whose part; the seats of the five municipalities are held under B-15."""
    actors = {
        key: (one_said(actor.kind), one_said(actor.sector), one_said(actor.part_of), cited(blekinge, key))
        for key, actor in {**blekinge.parties, **blekinge.actors}.items()
        if one_said(actor.kind) != "municipality"
    }
    assert actors == {
        "sector": ("class", "civil-society", None, ("titel", "organisation.2", "underskrift")),
        "public-actors": ("class", "public", None, ("titel", "underskrift")),
        "natverket": ("umbrella", "civil-society", None, ("bakgrund.2", "underskrift")),
        "region-blekinge": ("region", "public", None, ("bakgrund.2", "underskrift")),
        "government": ("government", "public", None, ("bakgrund.4",)),
        "social-organisations": ("class", "civil-society", None, ("bakgrund.4",)),
        "skl": ("organisation", "public", None, ("bakgrund.4",)),
        "regional-assembly": ("assembly", None, "region-blekinge", ("process.1",)),
        "development-committee": ("committee", None, "region-blekinge", ("organisation.2",)),
        "health-committee": ("committee", None, "region-blekinge", ("organisation.2",)),
        "administration": ("unit", None, "region-blekinge", ("organisation.2",)),
        "lansstyrelsen": ("state-authority", "public", None, ("organisation.2",)),
        "innovation-actors": ("class", None, None, ("organisation.2",)),
        "municipalities": ("set", "public", None, ("organisation.2", "municipality-register#10")),
        "scb": ("state-authority", "public", None, ("municipality-register#",)),
    }


def test_every_document_is_of_its_kind_and_named_where_the_text_names_it(blekinge: Agreement) -> None:
    found = {
        key: (one_said(one.kind), one_said(one.level), places(one.cites)) for key, one in blekinge.documents.items()
    }
    assert found == {
        "blekinge": ("agreement", "regional", ()),
        "national-2008": ("national-agreement", "national", ("bakgrund.4",)),
        "secrecy-rules": ("law", None, ("princip-5.1",)),
        "web-page": ("web-page", None, ("anslutning.1",)),
        "joining-form": ("other", None, ("anslutning.1",)),
        "development-strategy": ("strategy", "regional", ("uppfoljning.1",)),
        "municipality-register": ("register", "national", ()),
    }
    assert blekinge.documents["blekinge"].when == NOT_SAID


def test_every_commitment_stands_under_its_principle_and_cites_its_paragraph(blekinge: Agreement) -> None:
    found = {
        key: (tuple(one.under), one_said(one.force), cited(blekinge, key)) for key, one in blekinge.commitments.items()
    }
    assert found == {
        "contribute": (("sustainability",), "shall", ("bakgrund.1",)),
        "work-together": ((), "shall", ("bakgrund.3",)),
        "own-mission": (("independence",), "states", ("princip-1.1",)),
        "critical-role": (("independence",), "shall", ("princip-1.1",)),
        "ease-independence": (("independence",), "strives", ("princip-1.2",)),
        "guard-volunteering": (("independence",), "shall", ("princip-1.2",)),
        "lasting-decisions": (("independence",), "needs-to", ("princip-1.3",)),
        "mutual-dialogue": (("dialogue",), "shall", ("princip-2.1",)),
        "open-dialogue": (("dialogue",), "should", ("princip-2.1",)),
        "agree-quality": (("quality",), "shall", ("princip-3.1",)),
        "respectful-follow-up": (("quality",), "states", ("princip-3.1",)),
        "own-quality": (("quality",), "states", ("princip-3.1",)),
        "joint-quality": (("quality",), "states", ("princip-3.1",)),
        "lasting-conditions": (("long-term",), "needs-to", ("princip-4.1",)),
        "lasting-relations": (("long-term",), "shall", ("princip-4.1",)),
        "openness-duty": (("openness",), "needs-to", ("princip-5.1",)),
        "careful-openness": (("openness",), "shall", ("princip-5.1",)),
        "new-organisations": (("diversity",), "is-responsible", ("princip-6.1",)),
        "capacity": (("innovation",), "shall", ("princip-7.1",)),
        "try-the-new": (("innovation",), "is-encouraged", ("princip-7.1",)),
        "new-methods": (("innovation", "new-forms"), "aims-to", ("princip-7.1",)),
        "two-planes": ((), "shall", ("organisation.1",)),
        "share-work": ((), "is-responsible", ("organisation.1",)),
        "coordinate": ((), "states", ("organisation.1",)),
        "watch": ((), "states", ("organisation.1",)),
        "involve": ((), "is-responsible", ("organisation.1",)),
        "make-known": ((), "is-responsible", ("organisation.1",)),
        "mirror": (("partnership",), "shall", ("organisation.2",)),
    }
    assert {key for key, one in blekinge.commitments.items() if tuple(one.who.actors("does")) == ("all-parties",)} == {
        "contribute",
        "work-together",
        "ease-independence",
        "mutual-dialogue",
        "open-dialogue",
        "agree-quality",
        "joint-quality",
        "lasting-relations",
        "careful-openness",
        "new-organisations",
        "capacity",
        "new-methods",
    }
    assert {key for key, one in blekinge.commitments.items() if tuple(one.to) == ("sector",)} == {
        "critical-role",
        "ease-independence",
        "guard-volunteering",
        "lasting-decisions",
        "lasting-conditions",
        "capacity",
    }


def test_every_paragraph_of_the_text_is_cited_and_no_other(blekinge: Agreement) -> None:
    """What a paragraph says is somewhere in the model, and nothing rests on a paragraph that is not there."""
    paragraphs = {
        "titel": 0,
        "bakgrund": 4,
        "process": 1,
        "vision": 1,
        "syfte": 1,
        "mal": 3,
        "princip-1": 3,
        **{f"princip-{number}": 1 for number in range(2, 8)},
        "organisation": 3,
        "plan": 2,
        "anslutning": 3,
        "uppfoljning": 1,
        "omforhandling": 2,
        "underskrift": 0,
    }
    assert tuple(blekinge.documents["blekinge"].places) == tuple(paragraphs)
    wanted = {f"{place}.{number}" for place, last in paragraphs.items() for number in range(1, last + 1)}
    wanted |= {place for place, last in paragraphs.items() if last == 0}  # a title and signatures have no paragraphs
    wanted |= {f"princip-{number}" for number in range(1, 8)}  # a principle is the whole of its section
    wanted |= {f"plan.2.{number}" for number in range(1, 8)}  # the list of activities
    cites = {visit.value for visit in walk(blekinge) if isinstance(visit.value, Cite)}
    assert {cite.at.place for cite in cites if cite.at.document is None} == wanted


def owners(agreement: Agreement) -> dict[ElementPath, Element | Part]:
    """Everything that can cite: elements with a key, and their parts without one."""
    found = {}
    for visit in walk(agreement):
        field = visit.field.replace("_", "-")
        path = visit.path[: len(visit.path) - 1 - visit.path[::-1].index(field)]
        if path and path[0] != "accepted" and isinstance(visit.element, (Element, Part)):
            found[path] = visit.element
    return found


def test_every_element_and_part_cites_a_place_or_stands_in_one_that_does(blekinge: Agreement) -> None:
    """Only a document that is itself cited needs no source; what the top of the file cites is not enough."""
    all_owners = owners(blekinge)
    assert {path for path, _ in elements(blekinge)} <= set(all_owners)
    assert len(all_owners) > len(list(elements(blekinge)))
    bare = {path for path in all_owners if not nearest_cites(blekinge, path)}
    assert bare == {("documents", "blekinge"), ("documents", "municipality-register")}
    documents = {visit.value.at.document for visit in walk(blekinge) if isinstance(visit.value, Cite)}
    assert documents == {None, "municipality-register"}


def test_every_text_is_in_both_languages(blekinge: Agreement) -> None:
    """Codes and web addresses are the same in every language."""
    texts = [visit for visit in walk(blekinge) if isinstance(visit.value, Text)]
    assert len(texts) > 100
    bare = {written_path(visit.path) for visit in texts if visit.value.languages("sv") != {"sv", "en"}}
    assert bare == {
        "territory.code",
        "documents.municipality-register.url",
    }


def test_no_run_of_six_words_is_copied_from_the_source(blekinge: Agreement, sources: Path) -> None:
    """Names and titles carry over; everything that is told is told in words of our own."""
    words = re.findall(r"\w+", (sources / "blekinge.txt").read_text(encoding="utf-8").lower())
    runs = {tuple(words[start : start + 6]) for start in range(len(words) - 5)}
    assert len(runs) > 1000
    copied = set()
    for visit in walk(blekinge):
        if isinstance(visit.value, Text) and visit.field not in ("title", "name"):
            own = re.findall(r"\w+", said(visit.value, "sv").lower() if "sv" in visit.value else "")
            copied |= runs & {tuple(own[start : start + 6]) for start in range(len(own) - 5)}
    assert copied == set()


def test_it_is_written_back_and_read_again_as_the_same(blekinge: Agreement, tmp_path: Path) -> None:
    again = tmp_path / "agreement.yaml"
    again.write_text(dumps(blekinge), encoding="utf-8")
    assert load(again) == blekinge
    assert dumps(load(again)) == dumps(blekinge)


def test_nothing_is_told_only_in_a_note(blekinge: Agreement) -> None:
    noted = [written_path(path) for path, element in elements(blekinge) if not isinstance(element.note, Absence)]
    assert noted == []


def test_checking_it_gives_notes_and_no_more(blekinge: Agreement) -> None:
    """What the text leaves open is accepted with a reason; an acceptance that fits nothing would be a finding too."""
    graver = {(finding.code, finding.path) for finding in check(blekinge) if finding.severity is not Severity.NOTE}
    assert graver == set()
