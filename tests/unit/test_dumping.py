"""What is dumped: canonical, and the same when it is read again."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from idebur.absence import NONE, NOT_SAID
from idebur.agreement import Agreement
from idebur.files import dump, dumps, load, load_organisation
from idebur.files.dumping import plain
from idebur.organisations import Organisation

WRITTEN = """\
idebur: 1
agreement: a
note: sist
title: {en: Two, sv: Ett}
source: text
languages: {among-others: [sv]}
validity: {until: not-said, kind: until-further-notice}
documents:
  text: {places: plan, when: [{said: 2017, cites: plan.1}, {said: 2017-06, since: 2018, until: 2019}]}
  gone: {said: none, cites: plan.2}
parties:
  r: {name: R, who: {does: r, signs: [r, q]}, cites: {name: plan.1, kind: [plan.2, plan.3]}}
  q: {rule: sector is   civil-society and (democratic), who: r}
principles: not-said
events:
  e: {counts: {people: {vague: drygt 50, over: 50}}, who: none, planned: {said: 2018, cites: plan}}
procedures:
  join: {steps: [{does: approve, notice: {vague: skälig}}]}
tenures:
  - {who: new, name: Ny, kind: joined, cites: [plan.1, {at: plan.2, asserted-by: r, quote: "1.10"}]}
versions:
  next: {amends: present, principles: {p: {said: none, instead: e}}}
words: {aim-kind: {dream: {label: {sv: dröm, en: dream}, properties: {weight: 2}}}}
accepted: [{code: x, at: parties.r, because: ja}]
"""

CANONICAL = """\
idebur: 1
agreement: a
title: {sv: Ett, en: Two}
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Agreement:
    (tmp_path / "written.yaml").write_text(WRITTEN, "utf-8")
    return load(tmp_path / "written.yaml")


def test_what_is_dumped_is_read_as_the_same(agreement: Agreement, tmp_path: Path) -> None:
    dump(agreement, tmp_path / "dumped.yaml")
    again = load(tmp_path / "dumped.yaml")
    assert again == agreement
    assert hash(again) == hash(agreement)
    assert dumps(again) == dumps(agreement)


def test_the_order_is_the_models_and_not_the_authors(agreement: Agreement) -> None:
    text = dumps(agreement)
    tops = [line.partition(":")[0] for line in text.splitlines() if line[0].isalpha()]
    assert tops[:4] == ["idebur", "agreement", "title", "source"]
    assert tops[-1] == "note"
    assert "sv: Ett, en: Two" in text


def test_what_was_said_to_be_absent_is_written_and_what_was_left_out_is_not(agreement: Agreement) -> None:
    text = dumps(agreement)
    assert agreement.principles.absence == NOT_SAID
    assert "principles: not-said" in text
    assert agreement.bodies.absence == NOT_SAID
    assert "bodies" not in text
    assert agreement.events["e"].who.absence == NONE


def test_the_format_is_always_written() -> None:
    assert dumps(Agreement(agreement="a")) == "idebur: 1\nagreement: a\n"


def test_an_organisation_keeps_numbers_words_and_who_attested(tmp_path: Path) -> None:
    organisation = Organisation.model_validate(
        {
            "organisation": "o",
            "name": "O",
            "facts": {
                "members": Decimal("12.50"),
                "democratic": True,
                "scope": ["regional", "local"],
                "sector": {"said": "civil-society", "by": "Styrelsen", "when": "2018-05"},
                "founded": "2001",
                "number-like": "12",
                "nowhere": "none",
                "attested-nowhere": {"said": "none", "by": "N"},
                "budget": Decimal("1200.00"),
                "turnover": Decimal("1e+100"),
                "share": Decimal("7.5e-243"),
                "public-owned": "not-said",
            },
            "attested": {"own-board": {"said": False, "by": {"sv": "N", "en": "M"}}},
        }
    )
    dump(organisation, tmp_path / "o.yaml")
    again = load_organisation(tmp_path / "o.yaml")
    assert again == organisation
    assert dumps(again) == dumps(organisation)
    assert again.value("scope") == ("regional", "local")
    assert (again.value("nowhere"), again.value("attested-nowhere")) == ((), ())


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    (path / "old").write_text("old", "utf-8")
    with pytest.raises(OSError, match="folder"):
        dump(Agreement(agreement="a"), path)
    assert (path / "old").read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_pydantic_gives_the_plain_data_of_a_file(agreement: Agreement) -> None:
    data = agreement.model_dump()
    assert data == plain(agreement)
    assert Agreement.model_validate(data) == agreement
    assert Agreement.model_validate(json.loads(agreement.model_dump_json())) == agreement
    assert agreement.parties["r"].model_dump() == plain(agreement.parties["r"])
    said: object = NONE.model_dump()
    assert said == "none"


def test_an_organisation_too() -> None:
    organisation = Organisation.model_validate({"organisation": "a", "facts": {"members": 40}})
    assert Organisation.model_validate(json.loads(organisation.model_dump_json())) == organisation


def test_a_list_of_nothing_is_read_as_it_was_written() -> None:
    agreement = Agreement.model_validate({"agreement": "a", "accepted": []})
    assert Agreement.model_validate(plain(agreement)) == agreement
