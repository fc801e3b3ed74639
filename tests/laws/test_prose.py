"""Any agreement at all can be told back, in both languages, and no text of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from idebur import Agreement, Text
from idebur.exports.prose import tell, tell_element
from idebur.exports.prose.wording import lowered
from idebur.messages import LANGUAGES, Lang
from idebur.strategies import agreements
from idebur.visits import walk


def whole(agreement: Agreement, lang: Lang) -> str:
    versions = [tell_element(agreement, f"versions.{key}", lang) for key in agreement.versions]
    return " ".join(" ".join([tell(agreement, lang), *versions]).split()).casefold()


@pytest.mark.parametrize("lang", LANGUAGES)
@given(agreement=agreements())
@settings(max_examples=25)
def test_any_agreement_can_be_told(lang: Lang, agreement: Agreement) -> None:
    assert whole(agreement, lang)


def _called_differently() -> Agreement:
    claims = [{"said": "Mångfald", "cites": "a#"}, {"said": {"vague": "skälig"}, "cites": "a#"}, {"said": "Annat"}]
    version = {"title": claims}
    return Agreement.model_validate({"agreement": "a", "documents": {"a": {}}, "versions": {"b": version}, **version})


@pytest.mark.parametrize("lang", LANGUAGES)
@given(agreement=agreements())
@example(agreement=_called_differently())
@settings(max_examples=25)
def test_no_text_is_lost(lang: Lang, agreement: Agreement) -> None:
    """But for the words of vocabularies that nothing uses, the acceptances, and what only machines read."""
    said = whole(agreement, lang)
    for visit in walk(agreement):
        if isinstance(visit.value, Text) and visit.path[0] not in ("words", "accepted") and visit.field != "code":
            text = " ".join(visit.value.said(lang, agreement.language).split())
            assert lowered(text).rstrip(".").casefold() in said, visit.path
