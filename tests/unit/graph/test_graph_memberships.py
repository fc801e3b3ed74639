"""Who belongs to an agreement, straight from it: each case one agreement, and the ties that it makes, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from idebur.agreement import Agreement
from idebur.graph.building import build
from idebur.graph.memberships import memberships
from idebur.graph.projections import project

_CHOIR = {"who": "choir", "name": "Kören", "kind": "joined"}
_PLACES = {"bodies": {"board": {"seats": {"chair": {}}}}, "offices": {"clerk": {}}}


def _who(sections: dict[str, Any]) -> list[str]:
    """The actors that are tied to the agreement."""
    ties = memberships(Agreement.model_validate({"agreement": "x", **sections}))
    names = ties.names or ()
    assert {names[target] for target in ties.target.tolist()} <= {"agreement/x"}
    return sorted(names[source] for source in ties.source.tolist())


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        pytest.param({"parties": {"region": {}}, "tenures": [_CHOIR]}, ["actor/choir", "actor/region"], id="both"),
        pytest.param({"tenures": [{**_CHOIR, "seat": "board.chair"}], **_PLACES}, [], id="a seat"),
        pytest.param({"tenures": [{**_CHOIR, "seat": "clerk"}], **_PLACES}, [], id="an office"),
        pytest.param({"tenures": [{**_CHOIR, "seat": "not-said"}]}, ["actor/choir"], id="a seat that is not said"),
        pytest.param({"tenures": [{**_CHOIR, "seat": "none"}]}, ["actor/choir"], id="no seat"),
        pytest.param(
            {"tenures": [_CHOIR, {**_CHOIR, "who": "board", "name": "Styrelsen"}], **_PLACES},
            ["actor/choir"],
            id="a body is no member",
        ),
        pytest.param(
            {"tenures": [_CHOIR, {**_CHOIR, "who": "clerk", "name": "Kanslisten"}], **_PLACES},
            ["actor/choir"],
            id="nor is an office",
        ),
        pytest.param(
            {"tenures": [{"who": "civil-society", "kind": "joined"}]}, ["sector/civil-society"], id="a sector"
        ),
        pytest.param({"tenures": [{**_CHOIR, "status": "proposed"}]}, [], id="only proposed"),
        pytest.param({"status": "proposed", "tenures": [{**_CHOIR, "status": "proposed"}]}, ["actor/choir"], id="all"),
    ],
)
def test_who_belongs_to_an_agreement(sections: dict[str, Any], expected: list[str]) -> None:
    assert _who(sections) == expected
    around = project(build(Agreement.model_validate({"agreement": "x", **sections})), "agreements", wholes=False)
    assert sorted({node for edge in around.edges() for node in edge} - {"agreement/x"}) == expected
