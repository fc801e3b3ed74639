"""Those to whom something is open."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from idebur.absence import NOT_SAID
from idebur.notation.cadences import Cadence
from idebur.routines import Routine


@pytest.mark.parametrize(
    ("written", "read", "short"),
    [
        ("everyone", {"everyone": NOT_SAID}, "everyone"),
        (["everyone", "joined"], {"everyone": NOT_SAID, "joined": NOT_SAID}, ["everyone", "joined"]),
        ({"everyone": "not-said"}, {"everyone": NOT_SAID}, "everyone"),
        ({"everyone": "year"}, {"everyone": Cadence.parse("year")}, {"everyone": "year"}),
        ("not-said", {}, "not-said"),
    ],
)
def test_those_to_whom_it_is_open_are_written_in_the_shortest_form(
    written: object, read: dict[str, object], short: object
) -> None:
    held = Routine.model_validate({"open-to": written}).open_to
    assert dict(held) == read
    assert held.written() == short


@pytest.mark.parametrize("wrong", [5, [5], [["everyone"]], None])
def test_what_names_nobody_is_no_audience(wrong: object) -> None:
    with pytest.raises(ValidationError):
        Routine.model_validate({"open-to": wrong})
