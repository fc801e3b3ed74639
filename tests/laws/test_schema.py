"""Whatever can be written as an agreement, an editor takes for right."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from idebur.agreement import Agreement
from idebur.files.dumping import plain
from idebur.files.schema import shipped_schema
from idebur.organisations import Organisation
from idebur.strategies import agreement_data, agreements, organisations

VALIDATOR = Draft7Validator(json.loads(shipped_schema()))


def _complaints(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(data)]


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(agreement=agreements())
def test_every_agreement_as_it_is_dumped_is_accepted(agreement: Agreement) -> None:
    assert _complaints(plain(agreement)) == []


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(data=agreement_data())
def test_every_agreement_as_it_may_be_written_is_accepted(data: dict[str, Any]) -> None:
    assert _complaints(data) == []


@given(organisation=organisations())
def test_every_organisation_as_it_is_dumped_is_accepted(organisation: Organisation) -> None:
    assert _complaints(plain(organisation)) == []


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(data=agreement_data(), name=st.sampled_from(["partys", "Parties", "principles_ranked", "organisation"]))
def test_a_field_that_nobody_knows_is_refused_in_every_agreement(data: dict[str, Any], name: str) -> None:
    assert _complaints({**data, name: {}}) != []
