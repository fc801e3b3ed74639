"""What an element rests on, and who asserts it."""

from __future__ import annotations

import pytest

from idebur.agreement import Agreement
from idebur.errors import UnknownKey


@pytest.fixture
def agreement() -> Agreement:
    return Agreement.model_validate(
        {
            "agreement": "a",
            "source": "text",
            "cites": "title",
            "documents": {
                "text": {"by": ["region", "network"], "places": ["title", "bodies", "plan"]},
                "slides": {"by": "region"},
                "old": {},
            },
            "parties": {"region": {"kind": "region"}, "network": {"cites": "slides#now.2"}},
            "bodies": {
                "board": {
                    "cites": {"quorum": "bodies.2", "seats": "bodies.1"},
                    "seats": {"first": {}, "second": {"cites": [{"at": "plan.3", "asserted-by": "network"}]}},
                },
            },
            "versions": {"2018": {"source": "old", "aims": {"joy": {"cites": "1"}, "rest": {}}}},
        }
    )


@pytest.mark.parametrize(
    ("at", "field", "cited"),
    [
        ("network", None, ["slides#now.2"]),
        ("region", None, ["text#title"]),  # nothing of its own, nor its section's: that of the whole
        ("board", "quorum", ["text#bodies.2"]),
        ("board", "chair", []),  # the citations are for other fields
        ("board.second", None, ["text#plan.3"]),
        ("board.first", None, ["text#bodies.2", "text#bodies.1"]),
        (("versions", "2018", "aims", "joy"), None, ["old#1"]),
        (("versions", "2018", "aims", "rest"), None, []),  # not that of the present
    ],
)
def test_the_nearest_citation_counts(agreement: Agreement, at: str, field: str | None, cited: list[str]) -> None:
    assert [str(cite.at) for cite in agreement.cites_of(at, field)] == cited


def test_whoever_made_the_document_asserts_it_unless_another_is_named(agreement: Agreement) -> None:
    (slides,) = agreement.cites_of("network")
    assert list(agreement.asserters(slides)) == ["region"]
    (plan,) = agreement.cites_of("board.second")
    assert list(agreement.asserters(plan)) == ["network"]
    (title,) = agreement.cites_of("region")
    assert list(agreement.asserters(title)) == ["region", "network"]


def test_the_maker_of_a_document_may_be_unsaid(agreement: Agreement) -> None:
    (joy,) = agreement.cites_of(("versions", "2018", "aims", "joy"))
    assert list(agreement.asserters(joy)) == []
    assert agreement.asserters(joy).absence is not None


def test_what_is_not_there_has_no_citations(agreement: Agreement) -> None:
    with pytest.raises(UnknownKey, match="no element is called 'bord'; did you mean 'board'"):
        agreement.cites_of("bord")


@pytest.mark.parametrize(
    "at",
    [
        ("zzz",),
        ("bodies", "zzz"),
        ("bodies", "board", "zzz"),
        ("bodies", "board", "seats", "first", "zzz", 3),
        ("bodies", 0),
        (0,),
        ("model_fields",),
        ("source", "t", "x"),
        ("documents", "text", "by", 7),
        ("versions", "2019", "aims", "joy"),
    ],
)
def test_a_path_to_nothing_is_unknown(agreement: Agreement, at: tuple[str | int, ...]) -> None:
    with pytest.raises(UnknownKey):
        agreement.cites_of(at)
