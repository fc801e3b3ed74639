"""The short text of a citation."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from idebur.errors import NotationError
from idebur.notation.citations import Citation


@pytest.mark.parametrize(
    ("text", "document", "place"),
    [
        ("plan.1", None, "plan.1"),
        ("underskrift", None, "underskrift"),
        ("princip-1.1", None, "princip-1.1"),
        ("wheel.q1-q2", None, "wheel.q1-q2"),
        ("1", None, "1"),
        ("review#now.joint.2", "review", "now.joint.2"),
        ("national-2008#", "national-2008", ""),
    ],
)
def test_a_citation_reads_and_writes(text: str, document: str | None, place: str) -> None:
    found = Citation.parse(text)
    assert (found.document, found.place, str(found), found.written()) == (document, place, text, text)


@pytest.mark.parametrize(
    ("text", "code", "offset", "nearest"),
    [
        ("", "nothing-written", 0, None),
        ("#plan", "unexpected-word", 0, None),
        ("a#b#c", "unexpected-word", 3, None),
        ("plan 1", "unexpected-word", 5, None),
        ("Plan.1", "not-a-key", 0, "plan.1"),
        ("a#B", "not-a-key", 2, "b"),
        ("a.b#c", "not-a-key", 0, None),
        ("a#,", "unexpected-word", 2, None),
    ],
)
def test_what_is_no_citation_is_refused_at_its_place(text: str, code: str, offset: int, nearest: str | None) -> None:
    with pytest.raises(NotationError) as caught:
        Citation.parse(text)
    assert (caught.value.code, caught.value.offset, caught.value.nearest) == (code, offset, nearest)


@pytest.mark.parametrize(
    ("place", "document"), [("", None), ("A", None), ("a b", "c"), ("a", "C"), ("a", "c.d"), ("a", "")]
)
def test_no_citation_without_a_text_can_be_built(place: str, document: str | None) -> None:
    with pytest.raises(NotationError) as caught:
        Citation(place, document)
    assert caught.value.code == "not-a-key"


class Cited(BaseModel):
    cites: Citation


def test_a_number_is_no_citation() -> None:
    """Paragraph 1.10 would have become paragraph 1.1."""
    assert Cited.model_validate({"cites": "1.10"}).cites.place == "1.10"
    for value in (1.1, 1, True):
        with pytest.raises(ValidationError) as caught:
            Cited.model_validate({"cites": value})
        assert caught.value.errors()[0]["ctx"]["error"].code == "not-text"
