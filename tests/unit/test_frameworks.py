"""The reference data, against the facts written down a second time by hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from idebur.absence import NOT_SAID, one_said
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.files import dump, load
from idebur.frameworks import shipped_frameworks, unverified
from idebur.misnaming import misnamed
from idebur.names import Names
from idebur.text import Text
from idebur.visits import elements, walk
from idebur.vocabulary import Vocabularies

PHASES = ("agenda-setting", "drafting", "decision", "implementation", "monitoring", "reformulation")

# One row for each level, one column for each phase, as the table of the matrix is laid out.
MATRIX = {
    "partnership": (
        "work-group-or-committee",
        "co-drafting",
        "joint-decision-making co-decision-making",
        "strategic-partnerships",
        "work-group-or-committee",
        "work-group-or-committee",
    ),
    "dialogue": (
        "hearings-public-forums citizens-forums-future-councils key-government-contact",
        "hearings-qa-panels expert-seminars multistakeholder-committees-advisory-bodies",
        "open-plenary-or-committee-sessions",
        "capacity-building-seminars training-seminars",
        "work-group-or-committee",
        "seminars-deliberative-forums",
    ),
    "consultation": (
        "petitioning consultation-online-or-other",
        "hearings-qa-panels expert-seminars multistakeholder-committees-advisory-bodies",
        "open-plenary-or-committee-sessions",
        "events-conferences-forums-seminars",
        "feedback-mechanisms",
        "conferences-meetings online-consultation",
    ),
    "information": (
        "open-information-access research campaigning-and-lobbying website-key-documents",
        "open-access-policy-documents website-key-documents campaigning-and-lobbying webcasts research-input",
        "campaigning-and-lobbying",
        "open-information-access website-information email-alerts faq public-tendering",
        "open-information-access evidence-gathering evaluations research-studies",
        "open-information-access",
    ),
}


def _shipped(key: str) -> Content:
    return shipped_frameworks()[key]


def _text(value: object, language: str) -> str:
    assert isinstance(value, Text)
    return value[language]


def _cells(content: Content) -> dict[tuple[str, str], set[str]]:
    """From each crossing of the matrix to its tools: the matrix turned inside out."""
    cells: dict[tuple[str, str], set[str]] = {}
    for key, tool in content.ladders["participation"].tools.items():
        for level, phases in tool.at.items():
            for phase in phases:
                cells.setdefault((level, phase), set()).add(key)
    return cells


def test_the_matrix_of_2009_has_the_tools_of_the_table_in_every_cell() -> None:
    expected = {
        (level, phase): set(tools.split())
        for level, row in MATRIX.items()
        for phase, tools in zip(PHASES, row, strict=True)
    }
    assert len(expected) == 24
    assert _cells(_shipped("european-code-2009")) == expected


def test_a_tool_stands_in_several_cells_and_a_cell_holds_several_tools() -> None:
    """Many to many: one working group in four cells on two levels, five tools in one cell."""
    tools = _shipped("european-code-2009").ladders["participation"].tools
    committee = tools["work-group-or-committee"]
    assert {level: tuple(phases) for level, phases in committee.at.items()} == {
        "dialogue": ("monitoring",),
        "partnership": ("agenda-setting", "monitoring", "reformulation"),
    }
    cells = _cells(_shipped("european-code-2009"))
    assert len(cells["information", "drafting"]) == 5
    assert sum(len(held) for held in cells.values()) == sum(
        len(cell.split()) for row in MATRIX.values() for cell in row
    )


@pytest.mark.parametrize(
    ("framework", "top"),
    [
        ("european-code-2009", "partnership"),
        ("european-code-2019", "partnership"),
        ("guidelines-2017", "active-involvement"),
    ],
)
def test_the_levels_rise_by_one_to_four(framework: str, top: str) -> None:
    levels = _shipped(framework).ladders["participation"].levels
    assert [*levels] == ["information", "consultation", "dialogue", top]
    assert [level.number for level in levels.values()] == [1, 2, 3, 4]


def test_swedish_names_of_the_levels() -> None:
    levels = _shipped("european-code-2009").ladders["participation"].levels
    assert [_text(level.title, "sv") for level in levels.values()] == ["Information", "Samråd", "Dialog", "Partnerskap"]


@pytest.mark.parametrize("framework", ["european-code-2009", "european-code-2019"])
def test_dialogue_comes_in_two_kinds_and_nothing_else_does(framework: str) -> None:
    levels = _shipped(framework).ladders["participation"].levels
    kinds = {key: [*level.kinds] for key, level in levels.items()}
    assert kinds == {
        "information": [],
        "consultation": [],
        "dialogue": ["broad", "collaborative"],
        "partnership": [],
    }


@pytest.mark.parametrize("framework", ["european-code-2009", "european-code-2019"])
def test_the_phases_are_six_in_a_ring(framework: str) -> None:
    ladder = _shipped(framework).ladders["participation"]
    assert tuple(ladder.phases) == PHASES
    assert [phase.number for phase in ladder.phases.values()] == [1, 2, 3, 4, 5, 6]
    assert ladder.cyclic is True


def test_the_guidelines_know_no_phases() -> None:
    ladder = _shipped("guidelines-2017").ladders["participation"]
    assert ladder.phases.absence == NOT_SAID
    assert ladder.cyclic == NOT_SAID


def test_of_a_matrix_in_2019_nothing_is_said() -> None:
    """Neither that there is one nor that there is none: it was not seen."""
    assert _shipped("european-code-2019").ladders["participation"].tools.absence == NOT_SAID


def test_the_levels_of_2019_are_those_of_2009() -> None:
    """Every level and kind of the later edition points at one of the earlier, and none of the earlier is left over."""
    later, earlier = (_shipped(f"european-code-{year}").ladders["participation"].levels for year in (2019, 2009))
    pointed = {tuple(level.like) for level in later.values()}
    pointed |= {tuple(kind.like) for kind in later["dialogue"].kinds.values()}
    expected = {(f"european-code-2009.participation.{key}",) for key in earlier}
    expected |= {(f"european-code-2009.participation.dialogue.{key}",) for key in earlier["dialogue"].kinds}
    assert pointed == expected


def test_the_six_national_principles_in_order() -> None:
    principles = _shipped("national-2008").principles
    assert [(key, one.number, _text(one.title, "sv")) for key, one in principles.items()] == [
        ("independence", 1, "Självständighet och oberoende"),
        ("dialogue", 2, "Dialog"),
        ("quality", 3, "Kvalitet"),
        ("long-term", 4, "Långsiktighet"),
        ("openness", 5, "Öppenhet och insyn"),
        ("diversity", 6, "Mångfald"),
    ]


def test_the_other_names_of_the_national_principles() -> None:
    also = {
        key: [text["sv"] for text in principle.also] for key, principle in _shipped("national-2008").principles.items()
    }
    assert also == {
        "independence": ["Integritet och oberoende", "Självständighet och jämbördighet"],
        "dialogue": ["Dialog och information"],
        "quality": ["Kvalitet och utvärdering"],
        "long-term": [],
        "openness": [],
        "diversity": ["Mångfald och förnyelse"],
    }


def test_the_revision_of_the_national_agreement_comes_in_layers() -> None:
    """Principles every five years, undertakings every three, measures accounted for every year."""
    content = _shipped("national-2008")
    layers = {tuple(one.part): str(one.every) for one in content.procedures.values()}
    assert layers == {("principles",): "5 years", ("commitments",): "3 years"}
    assert {one.kind: str(one.every) for one in content.routines.values()} == {"report": "year"}


def test_two_accounts_of_2018_stand_side_by_side_with_their_makers() -> None:
    claims = {
        (link.kind, str(link.when), link.cites[0].asserted_by) for link in _shipped("national-2008").links.values()
    }
    assert claims == {("revised", "2018", "regional-parties"), ("ended", "2018", "nod")}


def test_the_parties_of_the_national_agreement_and_the_day_it_was_decided() -> None:
    content = _shipped("national-2008")
    assert [*content.parties] == ["government", "social-organisations", "skl"]
    assert str(content.events["decided-2008"].when) == "2008-10-23"


@pytest.mark.parametrize(
    ("framework", "titles"),
    [
        (
            "european-code-2009",
            [
                "Freedom of participation and expression",
                "Trust",
                "Accountability and transparency",
                "Independence",
            ],
        ),
        (
            "european-code-2019",
            ["Transparency", "Accessibility", "Non-discrimination", "Inclusiveness", "Accountability"],
        ),
    ],
)
def test_the_principles_of_the_code(framework: str, titles: list[str]) -> None:
    assert [_text(one.title, "en") for one in _shipped(framework).principles.values()] == titles


def test_the_order_of_the_principles_of_2019_is_not_said() -> None:
    assert {one.number for one in _shipped("european-code-2019").principles.values()} == {NOT_SAID}


@pytest.mark.parametrize("framework", sorted(shipped_frameworks()))
def test_every_name_in_a_framework_stands_for_something(framework: str) -> None:
    names = Names(_shipped(framework), Vocabularies(), frameworks=shipped_frameworks())
    assert [*misnamed(names)] == []


@pytest.mark.parametrize("framework", sorted(shipped_frameworks()))
def test_every_element_cites_a_document_but_the_documents_themselves(framework: str) -> None:
    uncited = [path for path, element in elements(_shipped(framework)) if path[0] != "documents" and not element.cites]
    assert uncited == []


@pytest.mark.parametrize("framework", sorted(shipped_frameworks()))
def test_every_text_is_in_swedish_and_english_unless_it_is_a_name_or_an_address(framework: str) -> None:
    bare = {
        visit.field
        for visit in walk(_shipped(framework))
        if isinstance(visit.value, Text) and [*visit.value] == ["und"]
    }
    assert bare <= {"url", "registry", "name", "also"}
    halves = [
        visit.path
        for visit in walk(_shipped(framework))
        if isinstance(visit.value, Text) and {*visit.value} not in ({"sv", "en"}, {"und"})
    ]
    assert halves == []


# --- what was not confirmed says so ---


def test_the_cells_of_the_matrix_are_unverified_and_its_axes_are_not() -> None:
    content = _shipped("european-code-2009")
    found = unverified(content)
    ladder = ("ladders", "participation")
    tools = content.ladders["participation"].tools
    assert {path for path in found if path[:3] == (*ladder, "tools")} == {(*ladder, "tools", key) for key in tools}
    assert {path for path in found if path[:3] == (*ladder, "phases")} == {
        (*ladder, "phases", phase, "title") for phase in PHASES
    }
    assert not any((*ladder, "levels", level) in found for level in content.ladders["participation"].levels)


def test_the_definitions_of_dialogue_and_partnership_are_unverified_field_by_field() -> None:
    levels = ("ladders", "participation", "levels")
    found = {path for path in unverified(_shipped("european-code-2009")) if path[:3] == levels}
    assert found == {
        (*levels, "dialogue", "text"),
        (*levels, "dialogue", "asked-by"),
        (*levels, "dialogue", "traits"),
        (*levels, "dialogue", "kinds", "broad", "text"),
        (*levels, "dialogue", "kinds", "collaborative", "text"),
        (*levels, "partnership", "text"),
        (*levels, "partnership", "traits"),
    }


def test_what_was_seen_is_not_called_unverified() -> None:
    assert {path[0] for path in unverified(_shipped("national-2008"))} == {"principles"}
    assert not any(path[0] == "principles" for path in unverified(_shipped("european-code-2009")))
    assert not any(path[0] == "ladders" for path in unverified(_shipped("guidelines-2017")))


def test_whoever_gives_another_word_the_mark_has_it_found() -> None:
    """The mark is a property of a word, so an agreement's own words can carry it."""
    content = Content.model_validate(
        {
            "documents": {"hearsay": {"kind": "rumour"}},
            "aims": {"growth": {"text": "Growth", "cites": "hearsay#"}},
        }
    )
    assert unverified(content) == frozenset()
    words = Vocabularies(
        Agreement.model_validate(
            {
                "agreement": "x",
                "words": {"document-kind": {"rumour": {"label": "rykte", "properties": {"unverified": True}}}},
            }
        ).words
    )
    assert unverified(content, words) == {("aims", "growth")}


# --- how they are used ---


def test_a_framework_is_built_once() -> None:
    for key in shipped_frameworks():
        assert shipped_frameworks()[key] is shipped_frameworks()[key]


def test_a_framework_that_is_not_there_is_no_framework() -> None:
    assert "national-2007" not in shipped_frameworks()
    with pytest.raises(KeyError):
        shipped_frameworks()["national-2007"]


def test_the_shipped_frameworks_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        shipped_frameworks()["mine"] = Content()  # type: ignore[index]


@pytest.mark.parametrize("framework", sorted(shipped_frameworks()))
def test_a_framework_is_what_the_validator_of_the_whole_would_make_of_it(framework: str) -> None:
    content = _shipped(framework)
    assert Content.model_validate({name: getattr(content, name) for name in content.model_fields_set}) == content


@pytest.mark.parametrize("framework", sorted(shipped_frameworks()))
def test_a_framework_can_be_written_as_an_agreement_and_read_back(framework: str, tmp_path: Path) -> None:
    """Nothing in it is a value that a file could not hold."""
    content = _shipped(framework)
    fields = {name: getattr(content, name) for name in content.model_fields_set}
    agreement = Agreement.model_validate({"agreement": "copy", **fields}, context={"frameworks": shipped_frameworks()})
    dump(agreement, tmp_path / "copy.yaml")
    assert load(tmp_path / "copy.yaml") == agreement


def test_days_of_the_code_in_order() -> None:
    events = _shipped("european-code-2009").events
    days = [one_said(event.when) for event in events.values()]
    assert [str(day) for day in days] == ["2007-06", "2009-10-01", "2009-10-21"]
    assert all(a is not None and b is not None and a.latest < b.earliest for a, b in pairwise(days))
