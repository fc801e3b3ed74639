"""What the agreement of Östergötland says, statement by statement, read off the loaded model and never out of a note.

One test for each statement; each also holds the place that the element cites, written in full (``document#place``),
since the present and its versions have a source each. The queries are those a user would write: where one is long, a
helper above the tests says what it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from idebur.absence import NONE, NOT_SAID, Absence, Vague, exists, one_said
from idebur.agreement import Agreement
from idebur.aims import Aim
from idebur.answers import Answer
from idebur.checks import check
from idebur.citations import Cite, Cites
from idebur.content import Content, Version
from idebur.elements import Element, Keyed, Part
from idebur.events import Event
from idebur.files import dumps, load, read
from idebur.frameworks import shipped_frameworks
from idebur.messages import Severity
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.dates import Date
from idebur.principles import Commitment, Principle
from idebur.rules import Rule, references
from idebur.said import Said
from idebur.text import Text
from idebur.visits import Path as ElementPath
from idebur.visits import elements, walk, written_path

HERE = Path(__file__).parents[2] / "examples" / "ostergotland"
SOURCES = ("ostergotland-2025", "ostergotland-web", "ostergotland-process-2018", "ostergotland-review")

# The four sources, short enough to read in an assertion.
TEXT, WEB, PROCESS, REVIEW = (f"{source}#" for source in SOURCES)


@pytest.fixture(scope="module")
def ostergotland() -> Agreement:
    return load(HERE)


@pytest.fixture(scope="module")
def past(ostergotland: Agreement) -> Version:
    """The agreement of 2018."""
    return ostergotland.versions["2018"]


@pytest.fixture(scope="module")
def proposed(ostergotland: Agreement) -> Version:
    """The working forms as proposed."""
    return ostergotland.versions["proposed"]


# --- questions to the model ---


def in_full(content: Content, cites: Iterable[Cite]) -> tuple[str, ...]:
    """Citations with their document: the source of the content where they name none."""
    return tuple(f"{cite.at.document or one_said(content.source)}#{cite.at.place}" for cite in cites)


def nearest_cites(content: Content, path: ElementPath) -> Cites:
    """What is cited along *path*, innermost first; what the top of the content cites does not count."""
    here: Any = content
    found = Cites()
    for part in path:
        here = getattr(here, str(part).replace("-", "_")) if isinstance(here, Said) else here[part]
        found = getattr(here, "cites", found) or found
    return found


def cited(content: Content, path: str, field: str | None = None) -> tuple[str, ...]:
    """The places cited for an element or one of its fields, or by the nearest thing around it that cites any."""
    parts = tuple(int(part) if part.isdecimal() else part for part in path.split("."))
    cites = nearest_cites(content, parts)
    return in_full(content, cites if field is None else cites.of(field))


def en(text: object) -> str:
    """The English of a text, which must be there."""
    assert isinstance(text, Text)
    return text["en"]


def aims_of_kind(content: Content, kind: str) -> dict[str, Aim]:
    return {key: aim for key, aim in content.aims.items() if one_said(aim.kind) == kind}


def bearers(commitment: Commitment) -> tuple[str, ...]:
    return tuple(commitment.who.actors("does"))


def under(agreement: Agreement, principle: str) -> dict[str, Commitment]:
    return {key: one for key, one in agreement.commitments.items() if f"principles.{principle}" in one.under}


def forces(commitments: Mapping[str, Commitment]) -> dict[str, str | None]:
    return {key: one_said(one.force) for key, one in commitments.items()}


def met(event: Event) -> tuple[str, object, object]:
    """When people met, how many they were, and from how many organisations."""
    return str(event.when), event.counts["people"], event.counts["organisations"]


def joint(elements: Mapping[str, Element]) -> set[str]:
    """The keys of what belongs to the parties together, and is not the internal matter of one of them."""
    return {key for key, one in elements.items() if isinstance(one.inside, Absence)}


def inside(elements: Mapping[str, Element], party: str) -> set[str]:
    return {key for key, one in elements.items() if one_said(one.inside) == party}


def sections(content: Content) -> Iterator[Keyed[Any]]:
    """The sections that hold elements by key; the versions are none of them."""
    for name in Content.model_fields:
        held = getattr(content, name)
        if isinstance(held, Keyed):
            yield held


def joint_changes(present: Content, amendment: Content) -> Iterator[tuple[str, str]]:
    """From what is joint now to what an amendment makes of it; what it does not name is not touched."""
    for held, changed in zip(sections(present), sections(amendment), strict=True):
        for key in joint(changed):
            if key not in held or held[key] != changed[key]:
                yield one_said(changed[key].replaces) or (key if key in held else "nothing"), key
        for key, absence in changed.absent.items():
            if absence.is_stated and key in joint(held):
                yield key, "none"


ABOUT_50 = Amount.parse("about 50")


# --- O-01 to O-09: how the agreement of 2018 came about ---


def test_o_01_decided_in_june_2017_and_the_day_is_not_said(ostergotland: Agreement) -> None:
    decision = ostergotland.events["commissioned"]
    when = one_said(decision.when)
    assert isinstance(when, Date)
    assert (str(when), when.precision) == ("2017-06", "month")
    assert tuple(decision.who.actors("decides")) == ("region",)
    assert cited(ostergotland, "events.commissioned") == (f"{PROCESS}ingress.1",)


def test_o_02_a_national_agreement_of_2008_precedes_it(ostergotland: Agreement) -> None:
    before = [link for link in ostergotland.links.values() if one_said(link.kind) == "preceded-by"]
    assert [tuple(link.to) for link in before] == [("national-2008",)]
    national = ostergotland.documents["national-2008"]
    assert (one_said(national.kind), one_said(national.level)) == ("national-agreement", "national")
    assert one_said(national.when) == Date.parse("2008")
    assert cited(ostergotland, "links.national-before") == (f"{PROCESS}ingress.1",)
    assert cited(ostergotland, "documents.national-2008") == (f"{PROCESS}ingress.1",)


def test_o_03_information_meeting_on_16_april_with_experience_from_vastra_gotaland(ostergotland: Agreement) -> None:
    meeting = ostergotland.events["information-meeting"]
    over_50 = Vague(vague="drygt 50", over=Amount.parse("50"))
    assert met(meeting) == ("2018-04-16", over_50, Amount.parse("22"))
    assert over_50.over is not None
    assert over_50.over.at_least(50) is Answer.YES
    (guest,) = meeting.who.actors("shares")
    assert one_said(ostergotland.offices[guest].of) == "vastra-gotaland-region"
    link = ostergotland.links["experience"]
    assert (one_said(link.subject), one_said(link.kind)) == ("ostergotland-2018", "experience-from")
    assert tuple(link.to) == ("vastra-gotaland",)
    assert link.when == meeting.when
    assert cited(ostergotland, "events.information-meeting") == (f"{PROCESS}aktiviteter.1",)
    assert cited(ostergotland, "links.experience") == (f"{PROCESS}aktiviteter.1",)


def test_o_04_workshop_on_8_may_laid_the_ground_for_the_principles(ostergotland: Agreement) -> None:
    workshop = ostergotland.events["workshop-co-creation"]
    assert met(workshop) == ("2018-05-08", ABOUT_50, Amount.parse("27"))
    assert en(workshop.title) == "Conditions for co-creation"
    assert tuple(workshop.about) == ("principles",)
    assert cited(ostergotland, "events.workshop-co-creation") == (f"{PROCESS}aktiviteter.2",)


def test_o_05_workshop_on_29_may_on_the_principles(ostergotland: Agreement) -> None:
    workshop = ostergotland.events["workshop-principles"]
    assert met(workshop) == ("2018-05-29", ABOUT_50, Amount.parse("25"))
    assert tuple(workshop.about) == ("principles",)
    assert cited(ostergotland, "events.workshop-principles") == (f"{PROCESS}aktiviteter.3",)


def test_o_06_workshop_on_19_june_on_the_draft(ostergotland: Agreement) -> None:
    workshop = ostergotland.events["workshop-draft"]
    assert met(workshop) == ("2018-06-19", ABOUT_50, Amount.parse("29"))
    assert tuple(workshop.documents) == ("referral-draft",)
    assert cited(ostergotland, "events.workshop-draft") == (f"{PROCESS}aktiviteter.4",)


def test_o_07_out_for_comment_from_20_june_to_14_september_with_32_answers(ostergotland: Agreement) -> None:
    referral, final = ostergotland.events["referral"], ostergotland.events["finalised"]
    assert (str(referral.when), str(referral.ends)) == ("2018-06-20", "2018-09-14")
    assert tuple(referral.who.actors("comments")) == ("region-politicians", "region-officials", "sector")
    assert referral.counts["answers"] == Amount.parse("32")
    registered = {key: str(ostergotland.documents[key].registry) for key in referral.documents}
    assert registered["referral-answers"] == "RUN2017-193"
    assert tuple(final.after) == ("referral",)
    assert tuple(final.who.actors("drafts")) == ("drafting-group",)
    assert "referral-answers" in final.documents
    assert cited(ostergotland, "events.referral") == (f"{PROCESS}aktiviteter.5",)
    assert cited(ostergotland, "events.finalised") == (f"{PROCESS}aktiviteter.5",)
    assert cited(ostergotland, "documents.referral-answers") == (f"{PROCESS}aktiviteter.5",)


def test_o_08_adopted_in_autumn_2018_by_three_in_order(ostergotland: Agreement) -> None:
    """The days are not said, so that only the order tells which came first."""
    adopted = {key: event for key, event in ostergotland.events.items() if one_said(event.kind) == "adopted"}
    assert [tuple(event.who.actors("decides")) for event in adopted.values()] == [
        ("development-committee",),
        ("regional-executive",),
        ("regional-assembly",),
    ]
    assert [tuple(event.after) for event in adopted.values()] == [
        ("finalised",),
        ("adopted-by-committee",),
        ("adopted-by-executive",),
    ]
    dates = [one_said(event.when) for event in adopted.values()]
    assert {(str(date), date.precision) for date in dates if date is not None} == {("2018-autumn", "season")}
    assert dates[0] is not None
    assert dates[0].before(Date.parse("2018-autumn")) is Answer.UNKNOWN
    assert [cited(ostergotland, f"events.{key}")[0] for key in adopted] == [f"{PROCESS}aktiviteter.5"] * 3
    assert cited(ostergotland, "events.adopted-by-assembly")[1] == f"{WEB}ingress.2"
    names = [str(ostergotland.actors[actor].name) for actor in ("development-committee", "regional-executive")]
    assert [name.rpartition(" ")[2] for name in names] == ["(RUN)", "(RS)"]


def test_o_09_signed_on_11_december_2018_before_just_over_70(ostergotland: Agreement, past: Version) -> None:
    ceremony, act = ostergotland.events["signed"], one_said(past.signing)
    assert met(ceremony) == ("2018-12-11", Vague(vague="drygt 70", over=Amount.parse("70")), Amount.parse("41"))
    assert tuple(ceremony.after) == ("adopted-by-assembly",)
    assert act is not None
    assert (act.when, act.originals) == (ceremony.when, NOT_SAID)
    assert [one_said(signer.of) for signer in act.signers] == ["region", "sector"]
    assert cited(ostergotland, "events.signed") == (f"{PROCESS}aktiviteter.6", f"{WEB}ingress.2")
    assert cited(past, "signing", "when") == (f"{PROCESS}aktiviteter.6",)
    assert cited(past, "signing", "signers") == (f"{WEB}ingress.2",)


# --- O-10 to O-17: what the agreement of 2018 says ---


def test_o_10_two_parties_in_2018_and_who_represented_the_sector_in_the_working_group(past: Version) -> None:
    assert {key: one_said(party.kind) for key, party in past.parties.items()} == {"region": "region", "sector": "class"}
    assert str(past.parties["region"].name) == "Region Östergötland"
    seat = past.bodies["drafting-group"].seats["sector"]
    assert (one_said(seat.of), one_said(seat.held_through)) == ("sector", "se-upp")
    assert cited(past, "parties.region") == (f"{WEB}ingress.2", f"{TEXT}faktaruta.1")
    assert cited(past, "parties.sector", "name") == (f"{WEB}ingress.2",)
    assert cited(past, "bodies.drafting-group.seats.sector") == (f"{TEXT}faktaruta.1", f"{PROCESS}aktiviteter.5")


def test_o_11_a_declaration_of_intent_a_platform_with_one_shared_approach(past: Version) -> None:
    """It calls itself no contract; whether it binds, it does not say."""
    instrument = one_said(past.instrument)
    assert instrument is not None
    assert instrument.kind == "declaration-of-intent"
    assert tuple(instrument.role) == ("platform", "shared-approach")
    assert exists(instrument.binding) is Answer.UNKNOWN
    assert "binding" in instrument.model_fields_set
    assert cited(past, "instrument", "kind") == (f"{WEB}varfor.2",)
    assert cited(past, "instrument", "role") == (f"{WEB}ingress.1", f"{WEB}varfor.2")


def test_o_12_four_purposes_in_2018(past: Version) -> None:
    purposes = aims_of_kind(past, "purpose")
    assert {key: en(aim.text) for key, aim in purposes.items()} == {
        "wider-dialogue": "A wider dialogue between the organisations and the region.",
        "solutions": "Find solutions to societal challenges together.",
        "easier-collaboration": "Easier collaboration that strengthens democracy, and more participation and "
        "inclusion of the organisations.",
        "knowledge": "Better knowledge of each party, for greater confidence and trust between them.",
    }
    assert [cited(past, f"aims.{key}") for key in purposes] == [
        (f"{REVIEW}forslag.gemensamt.2.{number}",) for number in (1, 2, 3, 4)
    ]


def test_o_13_five_benefits_for_the_region_and_four_for_the_sector(past: Version) -> None:
    benefits = aims_of_kind(past, "benefit")
    places = {
        whose: [cited(past, f"aims.{key}") for key, aim in benefits.items() if tuple(aim.whose) == (whose,)]
        for whose in ("region", "sector")
    }
    assert places == {
        "region": [(f"{WEB}fordelar.region.{number}",) for number in (1, 2, 3, 4, 5)],
        "sector": [(f"{WEB}fordelar.sektor.{number}",) for number in (1, 2, 3, 4)],
    }
    assert len(benefits) == 9
    assert en(benefits["citizens-influence"].text) == "More influence for citizens and more democracy."
    assert en(benefits["freer-voice"].text) == "More independent in giving voice and forming opinion."


@pytest.mark.parametrize("state", ["2018", "present"])
def test_o_14_three_conditions_to_join_and_a_fourth_that_only_one_page_claims(
    ostergotland: Agreement, state: str
) -> None:
    content: Content = ostergotland if state == "present" else ostergotland.versions[state]
    rule = content.procedures["joining"].open_to
    assert isinstance(rule, Rule)
    assert str(rule) == "regional-perspective and democratic-values and free-standing"
    conditions = {key: str(content.clauses[key].rule) for key in references(rule)}
    assert conditions == {
        "regional-perspective": "scope includes regional",
        "democratic-values": "democratic",
        "free-standing": "independent",
    }
    for key in conditions:
        assert cited(content, f"clauses.{key}")[:2] == (f"{WEB}vilka.1", f"{PROCESS}vilka.1")
    (claimed,) = set(content.clauses) - set(conditions)
    assert en(content.clauses[claimed].says) == "Takes part in the process."
    assert isinstance(content.clauses[claimed].rule, Absence)
    assert cited(content, f"clauses.{claimed}") == (f"{WEB}vilka.1",)
    assert cited(content, "procedures.joining") == (f"{WEB}vilka.1", f"{PROCESS}vilka.1")


def test_o_15_each_organisation_decides_itself_and_signs_the_whole(past: Version) -> None:
    steps = past.procedures["joining"].steps
    by_verb = {verb: (number, step) for number, step in enumerate(steps) for verb in step.does}
    for verb in ("decide", "sign"):
        number, step = by_verb[verb]
        assert tuple(step.who.actors("does")) == ("applicant",)
        assert cited(past, f"procedures.joining.steps.{number}") == (f"{WEB}vilka.1", f"{PROCESS}vilka.1")
    assert by_verb["sign"][1].scope == "whole"
    assert not any("approve" in step.does for step in steps)


def test_o_16_one_may_join_after_the_signing_through_the_contact(ostergotland: Agreement, past: Version) -> None:
    ((number, step),) = [
        (number, step)
        for number, step in enumerate(past.procedures["joining"].steps)
        if one_said(step.when) == "after-signing"
    ]
    assert (tuple(step.does), tuple(step.to)) == (("contact",), ("contact",))
    assert one_said(ostergotland.offices["contact"].of) == "region"
    assert cited(past, f"procedures.joining.steps.{number}") == (f"{WEB}vilka.2", f"{PROCESS}efterhand.1")
    assert cited(ostergotland, "offices.contact") == (f"{WEB}vilka.2", f"{PROCESS}efterhand.1")


def test_o_17_seven_principles_in_2018_none_of_them_named(past: Version) -> None:
    absence = past.principles.absence
    assert absence is not None
    assert absence.count == Amount.parse("7")
    assert not absence.is_stated
    assert absence.exists is Answer.YES
    assert [str(cite.at) for cite in absence.cites] == [f"{REVIEW}framat.1"]


# --- O-20 to O-39: the text of 2025 ---


def test_o_20_revised_in_2025_when_the_county_board_joined_as_third_party(ostergotland: Agreement) -> None:
    assert tuple(ostergotland.parties) == ("region", "county-board", "sector")
    since = {one.who: str(one.since) for one in ostergotland.tenures if one_said(one.kind) == "party"}
    assert since == {"region": "2018-12-11", "sector": "2018-12-11", "county-board": "2025"}
    link = ostergotland.links["revision"]
    assert (one_said(link.subject), one_said(link.kind), tuple(link.to)) == (
        "ostergotland-2025",
        "revises",
        ("ostergotland-2018",),
    )
    joined = ostergotland.events["county-board-joined"]
    assert (tuple(joined.who.actors("does")), str(joined.when)) == (("county-board",), "2025")
    assert str(ostergotland.events["revised"].when) == str(ostergotland.since) == "2025"
    assert str(ostergotland.versions["2018"].until) == "2025"
    for path in ("links.revision", "events.county-board-joined", "events.revised", "tenures.2"):
        assert cited(ostergotland, path) == (f"{TEXT}faktaruta.1",)
    assert in_full(ostergotland, ostergotland.cites.of("since")) == (f"{TEXT}faktaruta.1",)


def test_o_21_the_text_was_worked_on_by_officials_and_the_sector_through_se_upp(ostergotland: Agreement) -> None:
    """Whether that working group is the one of today, the sources do not say."""
    group = ostergotland.bodies["drafting-group"]
    assert {one_said(seat.of) for seat in group.seats.values()} == {"region", "sector"}
    assert tuple(group.seats["region"].among) == ("region-officials",)
    assert one_said(group.seats["sector"].held_through) == "se-upp"
    assert str(ostergotland.actors["se-upp"].name).endswith("(SE UPP!)")
    assert tuple(group.maybe_same_as) == ("working-group",)
    assert set(ostergotland.documents["ostergotland-2018"].by) == {"region", "sector"}
    assert cited(ostergotland, "bodies.drafting-group") == (f"{TEXT}faktaruta.1",)
    assert cited(ostergotland, "actors.se-upp") == (f"{TEXT}faktaruta.1",)


def test_o_22_one_term_stands_for_three(ostergotland: Agreement) -> None:
    (definition,) = ostergotland.definitions.values()
    assert isinstance(definition.term, Text)
    assert definition.term["sv"] == "idéburen sektor"
    assert [text["sv"] for text in definition.also] == ["civilsamhälle", "social ekonomi"]
    assert cited(ostergotland, f"definitions.{definition.key}") == (f"{TEXT}faktaruta.not",)


def test_o_23_the_region_is_politically_governed_with_four_areas(ostergotland: Agreement) -> None:
    region = ostergotland.parties["region"]
    assert tuple(region.traits) == ("politically-governed",)
    assert [en(area) for area in region.areas] == [
        "health care",
        "dental care",
        "public transport",
        "regional development",
    ]
    assert region.areas.among_others is False
    assert cited(ostergotland, "parties.region") == (f"{TEXT}parter.region.1",)


def test_o_24_the_county_board_represents_the_state_with_eleven_areas_among_others(ostergotland: Agreement) -> None:
    board = ostergotland.parties["county-board"]
    assert (one_said(board.kind), one_said(board.sector)) == ("state-authority", "public")
    assert tuple(ostergotland.actors["state"].who.actors("represents")) == ("county-board",)
    assert [area["sv"] for area in board.areas] == [
        "klimat",
        "miljö",
        "regional utveckling",
        "samhällsplanering",
        "kulturmiljö",
        "landsbygd",
        "djur",
        "natur",
        "mänskliga rättigheter",
        "krisberedskap",
        "totalförvar",
    ]
    assert board.areas.among_others
    assert cited(ostergotland, "parties.county-board") == (f"{TEXT}parter.lansstyrelsen.1",)
    assert cited(ostergotland, "actors.state") == (f"{TEXT}parter.lansstyrelsen.1",)


def test_o_25_what_the_sector_is_and_its_five_forms_among_others(ostergotland: Agreement) -> None:
    sector = ostergotland.parties["sector"]
    assert set(sector.traits) == {
        "free-standing-from-public",
        "free-standing-from-private",
        "own-purpose",
        "democratic-values",
        "benefit-to-society",
        "benefit-to-members",
        "not-for-profit",
        "regional-perspective",
    }
    assert tuple(sector.forms) == (
        "association",
        "cooperative",
        "study-association",
        "faith-community",
        "foundation",
    )
    assert sector.forms.among_others
    assert cited(ostergotland, "parties.sector", "traits") == (f"{TEXT}parter.sektor", f"{TEXT}parter.sektor.1")
    assert cited(ostergotland, "parties.sector", "forms") == (f"{TEXT}parter.sektor.1",)


def test_o_26_each_organisation_decides_itself_whether_to_support_and_sign(ostergotland: Agreement) -> None:
    decide, _, sign = ostergotland.procedures["joining"].steps
    assert (tuple(decide.who.actors("does")), tuple(decide.does)) == (("applicant",), ("decide",))
    assert (tuple(sign.who.actors("does")), tuple(sign.does)) == (("applicant",), ("sign",))
    assert tuple(ostergotland.parties["sector"].who.actors("signs")) == ("each-signatory",)
    assert f"{TEXT}parter.sektor.2" in cited(ostergotland, "procedures.joining.steps.0")
    assert cited(ostergotland, "procedures.joining.steps.2", "does") == (f"{TEXT}parter.sektor.2",)
    assert cited(ostergotland, "parties.sector", "who") == (f"{TEXT}parter.sektor.2",)


def test_o_27_a_shared_value_base_of_equal_worth_and_democracy(ostergotland: Agreement) -> None:
    (base,) = aims_of_kind(ostergotland, "value").values()
    assert {key: en(part.text) for key, part in base.parts.items()} == {
        "equal-worth": "Everyone is of equal worth.",
        "democratic-approach": "One works democratically.",
    }
    assert cited(ostergotland, "aims.value-base.parts.equal-worth") == (f"{TEXT}syfte.1",)


def test_o_28_the_goal_is_good_living_conditions_for_the_inhabitants(ostergotland: Agreement) -> None:
    (goal,) = aims_of_kind(ostergotland, "goal").values()
    assert en(goal.text).startswith("Good living conditions for those who live in the county")
    assert tuple(goal.whose) == ("inhabitants",)
    assert cited(ostergotland, f"aims.{goal.key}") == (f"{TEXT}syfte.2", f"{TEXT}tillsammans.1")


def test_o_29_one_strategy_bears_on_each_party_in_its_own_way(ostergotland: Agreement) -> None:
    strategy = ostergotland.documents["development-strategy"]
    links = {key: link for key, link in ostergotland.links.items() if one_said(link.subject) == strategy.key}
    assert {tuple(link.to): one_said(link.kind) for link in links.values()} == {
        ("region",): "governing",
        ("county-board",): "guiding",
        ("sector",): "inspiring",
    }
    assert {cited(ostergotland, f"links.{key}") for key in links} == {(f"{TEXT}syfte.2",)}
    assert str(strategy.url) == "https://utveckling.regionostergotland.se"
    assert cited(ostergotland, "documents.development-strategy") == (f"{TEXT}syfte.2", f"{TEXT}syfte.not")


def test_o_30_four_purposes_in_2025_and_how_each_differs_from_2018(ostergotland: Agreement, past: Version) -> None:
    """The same four keys in both; what differs is told by the texts, and by who is to do it."""
    now, then = aims_of_kind(ostergotland, "purpose"), aims_of_kind(past, "purpose")
    assert tuple(now) == ("wider-dialogue", "easier-collaboration", "knowledge", "solutions")
    assert set(now) == set(then)
    words = {"wider-dialogue": "living", "easier-collaboration": "strengthened", "knowledge": "mission"}
    for key, word in (words | {"solutions": "Contribute"}).items():
        assert word in en(now[key].text)
        assert word not in en(then[key].text)
    assert tuple(now["wider-dialogue"].who.actors("does")) == ("all-parties",)
    assert tuple(then["wider-dialogue"].who.actors("does")) == ("sector", "region")
    assert [cited(ostergotland, f"aims.{key}") for key in now] == [(f"{TEXT}syfte.3.{n}",) for n in (1, 2, 3, 4)]


def test_o_31_four_levels_of_collaboration_from_lowest_to_highest(ostergotland: Agreement) -> None:
    levels = ostergotland.ladders["collaboration"].levels
    assert [(one_said(level.number), key) for key, level in levels.items()] == [
        (1, "information"),
        (2, "consultation"),
        (3, "dialogue"),
        (4, "partnership"),
    ]
    assert {key: tuple(level.asked_by) for key, level in levels.items() if level.asked_by} == {
        "consultation": ("public",)
    }
    assert {key: tuple(kind.traits) for key, kind in levels["dialogue"].kinds.items()} == {
        "broad": ("broad",),
        "collaborative": ("collaborative",),
    }
    assert tuple(levels["dialogue"].traits) == ("mutual",)
    assert set(levels["partnership"].traits) == {"shared-responsibility", "independence-kept"}
    assert en(levels["information"].text) == "The parties share with each other the information that is relevant."
    assert en(levels["dialogue"].kinds["broad"].text) == "Aimed at a common understanding."
    assert en(levels["dialogue"].kinds["collaborative"].text) == "Aimed at development within one field."
    assert [cited(ostergotland, f"ladders.collaboration.levels.{key}") for key in levels] == [
        (f"{TEXT}nivaer.1.{number}",) for number in (1, 2, 3, 4)
    ]


def test_o_32_the_levels_rework_a_figure_of_the_european_code_of_2019(ostergotland: Agreement) -> None:
    link, code = ostergotland.links["levels-reworked"], ostergotland.documents["european-code-2019"]
    assert (one_said(link.subject), one_said(link.kind)) == ("ladders.collaboration", "reworks")
    assert tuple(link.to) == ("european-code-2019",)
    assert (one_said(code.when), tuple(code.by)) == (Date.parse("2019-10-30"), ("conference-of-ingos",))
    levels = ostergotland.ladders["collaboration"].levels
    assert {key: tuple(level.like) for key, level in levels.items()} == {
        key: (f"european-code-2019.{key}",) for key in levels
    }
    (shipped,) = shipped_frameworks()["european-code-2019"].ladders.values()
    assert tuple(shipped.levels) == tuple(levels)
    assert cited(ostergotland, "links.levels-reworked") == (f"{TEXT}nivaer.not",)
    assert cited(ostergotland, "documents.european-code-2019") == (f"{TEXT}nivaer.not",)


def test_o_33_seven_principles_with_number_title_and_counterpart(ostergotland: Agreement) -> None:
    principles = ostergotland.principles
    assert [(one_said(one.number), en(one.title), tuple(one.like)) for one in principles.values()] == [
        (1, "Independence and equality", ("national-2008.independence",)),
        (2, "Dialogue and information", ("national-2008.dialogue",)),
        (3, "Quality and evaluation", ("national-2008.quality",)),
        (4, "Long-term perspective", ("national-2008.long-term",)),
        (5, "Openness", ("national-2008.openness",)),
        (6, "Diversity", ("national-2008.diversity",)),
        (7, "Innovation", ()),
    ]
    assert en(principles["quality-and-evaluation"].summary) == (
        "The parties agree on the follow-up, and nobody is measured by the mission of another."
    )
    assert [cited(ostergotland, f"principles.{key}") for key in principles] == [
        (f"{TEXT}princip-{number}",) for number in range(1, 8)
    ]


def test_o_33_innovation_and_equality_have_no_counterpart_and_that_is_said(ostergotland: Agreement) -> None:
    """*No* counterpart is stated; for a principle where nobody looked it would be unknown."""
    alone = {
        path[-1]
        for path, one in elements(ostergotland)
        if isinstance(one, Principle) and path[0] == "principles" and one.like.absence == NONE
    }
    assert alone == {"innovation", "equality"}
    assert set(ostergotland.principles["independence-and-equality"].parts) == {"independence", "equality"}
    assert cited(ostergotland, "principles.independence-and-equality.parts.equality") == (f"{TEXT}princip-1",)


def test_o_34_the_sector_may_give_voice_without_risking_collaboration_or_support(ostergotland: Agreement) -> None:
    protections = {key: one for key, one in ostergotland.commitments.items() if one.protects}
    assert set(protections) == {"voice-without-risk"}
    protection = protections["voice-without-risk"]
    assert (bearers(protection), tuple(protection.to)) == (("public",), ("sector",))
    assert one_said(protection.force) == "shall"
    assert set(protection.protects) == {"giving-voice", "forming-opinion"}
    assert set(protection.against) == {"loss-of-collaboration", "loss-of-support"}
    assert tuple(protection.under) == ("principles.independence-and-equality",)
    assert cited(ostergotland, "commitments.voice-without-risk") == (f"{TEXT}princip-1.1",)


def test_o_35_information_easy_to_find_communication_clear_dialogue_inclusive(ostergotland: Agreement) -> None:
    held = under(ostergotland, "dialogue-and-information")
    assert forces(held) == {
        "steady-dialogue": "needs-to",
        "clear-communication": "shall",
        "easy-to-find": "is-responsible",
    }
    assert bearers(held["easy-to-find"]) == ("all-parties",)
    assert tuple(held["easy-to-find"].to) == ("people-of-county",)
    assert en(held["clear-communication"].does) == "Communicate in a clear and accessible way."
    assert en(held["steady-dialogue"].does) == "Keep up a continuous and inclusive dialogue."
    assert {cited(ostergotland, f"commitments.{key}") for key in held} == {(f"{TEXT}princip-2.1",)}


def test_o_36_the_parties_decide_on_follow_up_together_and_evaluation_is_fair(ostergotland: Agreement) -> None:
    held = under(ostergotland, "quality-and-evaluation")
    assert forces(held) == {"follow-up-together": "shall", "fair-evaluation": "shall"}
    assert bearers(held["follow-up-together"]) == ("all-parties",)
    assert held["fair-evaluation"].who.absence == NOT_SAID
    assert en(held["fair-evaluation"].does) == "Evaluate with account taken of different missions and conditions."
    assert {cited(ostergotland, f"commitments.{key}") for key in held} == {(f"{TEXT}princip-3.1",)}


def test_o_37_each_party_needs_to_build_lasting_structures_and_spread_knowledge(ostergotland: Agreement) -> None:
    held = under(ostergotland, "long-term")
    assert forces(held) == {"lasting-structures": "needs-to", "spread-knowledge": "needs-to"}
    assert {bearers(one) for one in held.values()} == {("each-party",)}
    assert en(held["spread-knowledge"].does) == "Spread knowledge of the agreement internally."
    assert {cited(ostergotland, f"commitments.{key}") for key in held} == {(f"{TEXT}princip-4.1",)}


@pytest.mark.parametrize(
    ("principle", "expected", "place"),
    [
        ("openness", {"understand-each-other": "needs-to", "cross-borders": "needs-to"}, "princip-5.1"),
        ("diversity", {"use-perspectives": "shall", "learn-from-difference": "shall"}, "princip-6.1"),
        ("innovation", {"new-ways": "is-encouraged", "dare": "states"}, "princip-7.1"),
    ],
)
def test_o_38_the_commitments_of_the_last_three_principles_with_their_force(
    ostergotland: Agreement, principle: str, expected: dict[str, str], place: str
) -> None:
    held = under(ostergotland, principle)
    assert forces(held) == expected
    assert {cited(ostergotland, f"commitments.{key}") for key in held} == {(f"{TEXT}{place}",)}


def test_o_38_collaboration_across_borders_is_asked_for_only_when_needed(ostergotland: Agreement) -> None:
    assert en(ostergotland.commitments["cross-borders"].when) == "When it is needed."


@pytest.mark.parametrize("procedure", ["leaving", "ending", "renegotiating", "revising", "settling-disputes"])
def test_o_39_how_one_leaves_or_ends_it_is_not_said(ostergotland: Agreement, procedure: str) -> None:
    """Looked for and not found: written out in the file, unknown as an answer, and never *no*."""
    assert ostergotland.procedures.absent[procedure] == NOT_SAID
    assert exists(ostergotland.procedures.find(procedure)) is Answer.UNKNOWN
    assert [one_said(one.kind) for one in ostergotland.procedures.values()] == ["join"]
    assert re.search(rf"^ +{procedure}: not-said$", dumps(ostergotland), re.MULTILINE)


def test_o_39_term_and_quorum_are_not_said(ostergotland: Agreement) -> None:
    group = ostergotland.bodies["working-group"]
    assert ostergotland.validity == group.quorum == NOT_SAID
    assert "validity" in ostergotland.model_fields_set
    assert "quorum" in group.model_fields_set
    assert exists(ostergotland.validity) is exists(group.quorum) is Answer.UNKNOWN


# --- O-50 to O-57: what the evaluation found, and the working forms of today ---


def test_o_50_what_the_evaluation_found_each_with_its_bearing(ostergotland: Agreement) -> None:
    found = {key: one for key, one in ostergotland.conclusions.items() if "evaluation" in one.by}
    assert {key: one_said(one.bearing) for key, one in found.items()} == {
        "go-on": "recommends",
        "broad-work": "potential",
        "challenges-not-identified": "not-fully-met",
        "higher-priority": "recommends",
        "money-made-solutions": "achieved",
        "different-ways": "limit",
        "other-values": "achieved",
        "networks": "achieved",
        "new-areas": "achieved",
    }
    assert tuple(found["higher-priority"].to) == ("region",)
    assert tuple(found["networks"].about) == ("sector",)
    assert tuple(found["broad-work"].about) == tuple(found["money-made-solutions"].about) == ("solutions",)
    assert [cited(ostergotland, f"conclusions.{key}") for key in found] == [
        (f"{REVIEW}slutsatser.{number}",) for number in (1, 2, 3, 4, 4, 5, 5, 6, 7)
    ]


def test_o_50_the_purpose_that_is_not_fully_met_is_quoted_and_none_of_the_four(
    ostergotland: Agreement, past: Version
) -> None:
    (key,) = ostergotland.conclusions["challenges-not-identified"].about
    assert one_said(ostergotland.aims[key].kind) == "quoted-purpose"
    assert key not in aims_of_kind(ostergotland, "purpose")
    assert key not in past.aims
    assert en(ostergotland.aims[key].text) == "To identify challenges of society to solve together."
    assert cited(ostergotland, f"aims.{key}") == (f"{REVIEW}slutsatser.3",)
    (report,) = ostergotland.conclusions["challenges-not-identified"].by
    assert ostergotland.documents[report].known_through == "ostergotland-review"


def test_o_51_the_way_ahead(ostergotland: Agreement) -> None:
    ahead = {key: one for key, one in ostergotland.conclusions.items() if "ostergotland-review" in one.by}
    assert {key: (one_said(one.bearing), cited(ostergotland, f"conclusions.{key}")) for key, one in ahead.items()} == {
        "clear-expectations": ("to-do", (f"{REVIEW}framat.2.1",)),
        "clear-roles": ("to-do", (f"{REVIEW}framat.2.2",)),
        "clear-forms": ("to-do", (f"{REVIEW}framat.2.3",)),
        "less-administration": ("to-consider", (f"{REVIEW}framat.3",)),
        "political-reorganisation": ("to-consider", (f"{REVIEW}framat.4",)),
    }
    assert tuple(ahead["political-reorganisation"].about) == ("health-committee",)
    assert tuple(ahead["clear-forms"].about) == ("bodies", "routines")


def test_o_52_large_meetings_four_times_a_year_one_of_them_open(ostergotland: Agreement) -> None:
    meeting = ostergotland.routines["large-meeting"]
    assert one_said(meeting.every) == Cadence.parse("4 a year")
    assert tuple(meeting.who.actors("invited")) == ("all-parties",)
    assert dict(meeting.open_to) == {"non-signatories": Cadence.parse("1 a year")}
    assert cited(ostergotland, "routines.large-meeting") == (
        f"{REVIEW}nu.gemensamt.1",
        f"{REVIEW}nu.gemensamt.2",
        f"{REVIEW}jamforelse.1",
    )


def test_o_53_a_working_group_of_the_parties_plans_the_large_meetings(ostergotland: Agreement) -> None:
    (seat,) = ostergotland.bodies["working-group"].seats.values()
    assert (one_said(seat.one_each), seat.count) == ("all-parties", NOT_SAID)
    assert tuple(ostergotland.routines["large-meeting"].who.actors("plans")) == ("working-group",)
    assert "working-group" in joint(ostergotland.bodies)
    assert cited(ostergotland, "bodies.working-group") == (f"{REVIEW}nu.gemensamt.2", f"{REVIEW}jamforelse.2")


def test_o_54_a_joint_two_year_plan_and_evaluation_by_a_yearly_report(ostergotland: Agreement) -> None:
    plan, report = ostergotland.routines["action-plan"], ostergotland.routines["activity-report"]
    assert (one_said(plan.kind), one_said(plan.every)) == ("plan", Cadence.parse("2 years"))
    assert one_said(plan.period) == Amount.parse("2 years")
    assert tuple(plan.who.actors("does")) == ("all-parties",)
    assert (one_said(report.kind), one_said(report.every)) == ("activity-report", Cadence.parse("year"))
    assert tuple(report.tasks) == ("evaluate",)
    assert cited(ostergotland, "routines.action-plan") == (f"{REVIEW}nu.gemensamt.3", f"{REVIEW}jamforelse.3")
    assert cited(ostergotland, "routines.activity-report") == (f"{REVIEW}nu.gemensamt.4", f"{REVIEW}jamforelse.4")


def test_o_55_a_reference_group_inside_the_region_before_each_large_meeting(ostergotland: Agreement) -> None:
    assert inside(ostergotland.bodies, "region") == {"reference-group"}
    group = ostergotland.bodies["reference-group"]
    assert one_said(group.meets) == Cadence.parse("at need, at least 1 before large-meeting")
    assert {one_said(seat.of): tuple(seat.among) for seat in group.seats.values()} == {
        "management-office": ("region-officials",)
    }
    assert cited(ostergotland, "bodies.reference-group", "meets") == (f"{REVIEW}nu.region.1",)
    assert cited(ostergotland, "bodies.reference-group", "seats") == (f"{REVIEW}nu.region.1",)


def test_o_56_the_committee_follows_it_by_its_work_plan_and_not_by_its_statutes(ostergotland: Agreement) -> None:
    task = ostergotland.commitments["follow-agreement"]
    assert (bearers(task), one_said(task.force), one_said(task.inside)) == (("health-committee",), "shall", "region")
    about = {key: link for key, link in ostergotland.links.items() if "commitments.follow-agreement" in link.to}
    assert {one_said(link.kind): one_said(link.subject) for link in about.values()} == {
        "lays-down": "committee-work-plan",
        "leaves-out": "committee-statutes",
    }
    kinds = [one_said(ostergotland.documents[key].kind) for key in ("committee-work-plan", "committee-statutes")]
    assert kinds == ["plan", "statutes"]
    for path in ("commitments.follow-agreement", *(f"links.{key}" for key in about)):
        assert cited(ostergotland, path) == (f"{REVIEW}nu.region.2",)


def test_o_57_the_sustainability_unit_coordinates_leads_convenes_and_holds_the_money(ostergotland: Agreement) -> None:
    held = {key: one for key, one in ostergotland.commitments.items() if "sustainability-unit" in bearers(one)}
    assert forces(held) == dict.fromkeys(("coordinate", "lead-process", "convene-reference-group"), "is-responsible")
    assert {one_said(one.inside) for one in held.values()} == {"region"}
    assert tuple(ostergotland.bodies["reference-group"].who.actors("convenes")) == ("sustainability-unit",)
    (money,) = ostergotland.resources.values()
    assert (one_said(money.amount), one_said(money.inside)) == (Amount.parse("100000 SEK"), "region")
    assert tuple(money.who.actors("holds")) == ("sustainability-unit",)
    assert money.per == NOT_SAID
    for path in ("resources.operating-money", *(f"commitments.{key}" for key in held)):
        assert cited(ostergotland, path) == (f"{REVIEW}nu.region.3",)
    assert cited(ostergotland, "bodies.reference-group", "who") == (f"{REVIEW}nu.region.3",)


# --- O-58 to O-65: the working forms as proposed ---


def test_o_58_a_dialogue_forum_twice_a_year_with_the_four_purposes(ostergotland: Agreement, proposed: Version) -> None:
    forum = proposed.routines["dialogue-forum"]
    every = one_said(forum.every)
    assert every is not None
    assert every.per_year == (Fraction(2), Fraction(2))
    assert tuple(forum.who.actors("attends")) == ("health-committee", "signatories")
    assert tuple(forum.who.actors("invited")) == ("collaboration-group",)
    assert one_said(proposed.bodies["collaboration-group"].inside) == "region"
    assert set(forum.aims) == set(aims_of_kind(ostergotland, "purpose"))
    assert len(forum.aims) == 4
    assert cited(proposed, "routines.dialogue-forum", "aims") == (f"{REVIEW}forslag.gemensamt.2",)
    assert cited(proposed, "routines.dialogue-forum", "who") == (
        f"{REVIEW}forslag.gemensamt.1",
        f"{REVIEW}forslag.gemensamt.3",
        f"{REVIEW}jamforelse.1",
        f"{REVIEW}jamforelse.2",
    )


def test_o_59_the_working_group_continues_and_civil_society_appoints_its_own(
    ostergotland: Agreement, proposed: Version
) -> None:
    seats = proposed.bodies["working-group"].seats
    assert {
        key: tuple(seat.who.actors("appoints")) for key, seat in seats.items() if one_said(seat.of) == "sector"
    } == {"sector": ("itself",)}
    offices = {one_said(seat.ex_officio) for seat in seats.values() if one_said(seat.of) == "region"}
    assert offices == {"committee-chair", "committee-support"}
    assert {one_said(ostergotland.offices[str(office)].of) for office in offices} == {"health-committee"}
    forum = proposed.routines["dialogue-forum"]
    assert tuple(forum.who.actors("plans")) == tuple(forum.who.actors("follows-up")) == ("working-group",)
    assert cited(proposed, "bodies.working-group", "seats")[0] == f"{REVIEW}jamforelse.2"
    assert f"{REVIEW}jamforelse.2" in cited(proposed, "routines.dialogue-forum", "who")
    assert cited(ostergotland, "offices.committee-chair") == (f"{REVIEW}jamforelse.2",)


@pytest.mark.parametrize(("routine", "place"), [("action-plan", "jamforelse.3"), ("activity-report", "jamforelse.4")])
def test_o_60_no_action_plan_and_no_activity_report_but_documentation(
    proposed: Version, routine: str, place: str
) -> None:
    """Stated as not existing, which is another thing than not being named."""
    ended = proposed.routines.find(routine)
    assert isinstance(ended, Absence)
    assert (ended.is_stated, exists(ended), ended.instead) == (True, Answer.NO, "documentation")
    assert in_full(proposed, ended.cites) == (f"{REVIEW}{place}",)
    documentation = proposed.routines["documentation"]
    assert tuple(documentation.who.actors("keeps")) == ("health-committee",)
    assert one_said(documentation.inside) == "region"
    assert cited(proposed, "routines.documentation") == (f"{REVIEW}jamforelse.3", f"{REVIEW}jamforelse.4")


def test_o_61_a_collaboration_group_inside_the_region(ostergotland: Agreement, proposed: Version) -> None:
    assert inside(proposed.bodies, "region") == {"collaboration-group"}
    group = proposed.bodies["collaboration-group"]
    assert [one_said(seat.of) for seat in group.seats.values()] == ["liaison-functions"]
    functions = ostergotland.actors["liaison-functions"]
    assert [en(area) for area in functions.areas] == [
        "agreements",
        "assignments",
        "financial support",
        "civil-public partnerships (IOP)",
    ]
    assert functions.areas.among_others
    assert one_said(functions.part_of) == "region"
    assert cited(proposed, "bodies.collaboration-group", "seats") == (
        f"{REVIEW}forslag.region.3",
        f"{REVIEW}arshjul.q1-q2.3",
        f"{REVIEW}arshjul.q3-q4.3",
    )


def test_o_62_the_committee_is_to_attend_the_forum_twice_a_year(proposed: Version) -> None:
    task = proposed.commitments["attend-forum"]
    assert (bearers(task), one_said(task.force), one_said(task.inside)) == (("health-committee",), "has-task", "region")
    assert one_said(task.every) == Cadence.parse("2 a year")
    assert cited(proposed, "commitments.attend-forum") == (f"{REVIEW}forslag.region.1",)


def test_o_63_the_four_rows_of_the_comparison_no_more_and_no_less(ostergotland: Agreement, proposed: Version) -> None:
    """The grain is an element; ``replaces`` pairs two; only ``none`` ends one; only what is joint is compared."""
    assert sorted(joint_changes(ostergotland, proposed)) == [
        ("action-plan", "none"),
        ("activity-report", "none"),
        ("large-meeting", "dialogue-forum"),
        ("working-group", "working-group"),
    ]
    assert cited(proposed, "routines.dialogue-forum", "replaces") == (f"{REVIEW}jamforelse.1",)
    assert cited(proposed, "bodies.working-group", "seats")[0] == f"{REVIEW}jamforelse.2"
    absent = proposed.routines.absent
    assert in_full(proposed, absent["action-plan"].cites) == (f"{REVIEW}jamforelse.3",)
    assert in_full(proposed, absent["activity-report"].cites) == (f"{REVIEW}jamforelse.4",)


def test_o_63_over_all_scopes_there_is_more(proposed: Version) -> None:
    """What is inside the region is named too, and is no row of the comparison."""
    internal = [key for held in sections(proposed) for key in inside(held, "region")]
    assert sorted(internal) == ["attend-forum", "collaboration-group", "documentation", "gather-views", "raise-issues"]


def test_o_64_the_yearly_wheel_turns_once_each_half_year(proposed: Version) -> None:
    half_yearly = Cadence.parse("1 each half-year")
    forum, bodies = proposed.routines["dialogue-forum"], proposed.bodies
    every = one_said(forum.every)
    assert every is not None
    assert half_yearly.parts[0] in every.parts
    assert {key: one_said(body.meets) for key, body in bodies.items()} == {
        "working-group": half_yearly,
        "collaboration-group": half_yearly,
    }
    for path, field, item in [
        ("routines.dialogue-forum", "every", 1),
        ("bodies.working-group", "meets", 2),
        ("bodies.collaboration-group", "meets", 3),
    ]:
        wheel = tuple(place for place in cited(proposed, path, field) if "arshjul" in place)
        assert wheel == (f"{REVIEW}arshjul.q1-q2.{item}", f"{REVIEW}arshjul.q3-q4.{item}")


def test_o_65_the_working_forms_are_proposed_and_not_in_force(ostergotland: Agreement, proposed: Version) -> None:
    assert one_said(proposed.status) == "proposed"
    assert ostergotland.vocabularies.has("status", "proposed", "not-yet")
    assert proposed.is_amendment
    assert one_said(proposed.source) == "ostergotland-review"
    assert "dialogue-forum" not in ostergotland.routines
    assert ostergotland["large-meeting"].status == NOT_SAID


def test_o_65_what_the_proposal_does_not_name_is_not_removed(ostergotland: Agreement, proposed: Version) -> None:
    """Whether the reference group stays is not said."""
    assert "reference-group" in ostergotland.bodies
    assert exists(proposed.bodies.find("reference-group")) is Answer.UNKNOWN


# --- the whole ---


def contents(agreement: Agreement) -> dict[str, Content]:
    return {"present": agreement, **agreement.versions}


def owners(content: Content) -> dict[ElementPath, Element | Part]:
    """Everything in one content that can cite: elements with a key, and their parts without one."""
    found = {}
    for visit in walk(content):
        field = visit.field.replace("_", "-")
        path = visit.path[: len(visit.path) - 1 - visit.path[::-1].index(field)]
        if path and path[0] != "versions" and isinstance(visit.element, (Element, Part)):
            found[path] = visit.element
    return found


@pytest.mark.parametrize("state", ["present", "2018", "proposed"])
def test_every_element_and_part_cites_a_place_or_stands_in_one_that_does(ostergotland: Agreement, state: str) -> None:
    """Only the four sources themselves need none; what the top of a file cites is not enough."""
    content = contents(ostergotland)[state]
    mine = owners(content)
    assert {path for path, _ in elements(content) if path[0] != "versions"} <= set(mine)
    bare = {path for path in mine if path[0] not in ("words", "accepted") and not nearest_cites(content, path)}
    assert bare == ({("documents", source) for source in SOURCES} if state == "present" else set())


def test_every_citation_names_one_of_the_sources(ostergotland: Agreement) -> None:
    documents = {visit.value.at.document for visit in walk(ostergotland) if isinstance(visit.value, Cite)}
    assert documents == {None, *SOURCES}
    assert {one_said(content.source) for content in contents(ostergotland).values()} <= set(SOURCES)


def test_every_text_is_in_both_languages(ostergotland: Agreement) -> None:
    """A web address and a registry number are the same in every language."""
    texts = [visit for visit in walk(ostergotland) if isinstance(visit.value, Text)]
    assert len(texts) > 150
    bare = {written_path(visit.path) for visit in texts if visit.value.languages("sv") != {"sv", "en"}}
    assert bare == {"documents.referral-answers.registry", "documents.development-strategy.url"}


@pytest.mark.parametrize("source", SOURCES)
def test_no_run_of_six_words_is_copied_from_a_source(ostergotland: Agreement, sources: Path, source: str) -> None:
    """Names and titles carry over; everything that is told is told in words of our own."""
    words = re.findall(r"\w+", (sources / f"{source}.txt").read_text(encoding="utf-8").lower())
    runs = {tuple(words[start : start + 6]) for start in range(len(words) - 5)}
    assert len(runs) > 300
    copied = set()
    for visit in walk(ostergotland):
        if isinstance(visit.value, Text) and visit.field not in ("title", "name"):
            own = re.findall(r"\w+", visit.value.get("sv", "").lower())
            copied |= runs & {tuple(own[start : start + 6]) for start in range(len(own) - 5)}
    assert copied == set()


def test_it_is_written_back_and_read_again_as_the_same(ostergotland: Agreement, tmp_path: Path) -> None:
    """The folder becomes one file, and says the same."""
    again = tmp_path / "ostergotland.yaml"
    again.write_text(dumps(ostergotland), encoding="utf-8")
    assert load(again) == ostergotland
    assert dumps(load(again)) == dumps(ostergotland)


def test_each_element_is_found_in_the_file_that_it_stands_in() -> None:
    """A folder is several files: whatever is wrong is shown in the one where it was written."""
    reading = read(HERE)
    for path, element in elements(reading.agreement):
        place = reading.places[path]
        version = f"versions/{path[1]}.yaml" if path[0] == "versions" else "agreement.yaml"
        assert Path(place.file) == HERE / version
        if element.key and len(path) > 2:
            line = (HERE / version).read_text(encoding="utf-8").splitlines()[place.line - 1]
            assert line[place.column - 1 :].startswith(f"{element.key}:")


def test_it_checks_without_an_error_or_an_unexplained_warning(ostergotland: Agreement) -> None:
    """An acceptance that no longer accepts anything is a warning too; notes may stay."""
    assert [(one.code, one.path) for one in check(ostergotland) if one.severity is not Severity.NOTE] == []
    assert "no-way-to-leave" in {one.code for one in check(ostergotland)}


def test_nothing_is_told_only_in_a_note(ostergotland: Agreement) -> None:
    noted = [written_path(path) for path, element in elements(ostergotland) if not isinstance(element.note, Absence)]
    assert noted == []


def test_no_private_person_is_named(ostergotland: Agreement) -> None:
    written = dumps(ostergotland)
    assert "@" not in written
    assert not re.search(r"\bperson: ", written)


def test_sections_that_a_past_version_is_silent_on_say_so(past: Version) -> None:
    for section in ("ladders", "routines", "resources"):
        held = getattr(past, section)
        assert isinstance(held, Keyed)
        assert (len(held), held.absence, section in past.model_fields_set) == (0, NOT_SAID, True)
