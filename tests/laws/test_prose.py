"""Any agreement at all can be told back, in both languages, and no text of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from idebur import Agreement, Text
from idebur.absence import one_said
from idebur.exports.prose import WIDTH, tell, tell_element
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
def test_any_agreement_is_told_under_its_title_and_within_the_page(lang: Lang, agreement: Agreement) -> None:
    """A version too; what has no one title is called by its key. Only a word without an end is wider than the page."""
    lines = tell(agreement, lang).splitlines()
    title = one_said(agreement.title)
    called = agreement.agreement.replace("-", " ") if title is None else title.said(lang, agreement.language)
    under = lines.index("") - 1
    assert set(lines[under]) == {"="}
    assert " ".join(lines[:under]).split() == (called[:1].upper() + called[1:] if title is None else called).split()
    assert len(lines) > under + 2  # at least how to read what is told
    versions = [tell_element(agreement, f"versions.{key}", lang).splitlines() for key in agreement.versions]
    for line in (*lines, *(line for version in versions for line in version)):
        assert len(line) <= WIDTH or " " not in line.strip()
        assert line == line.rstrip()


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


def _absent_within() -> Agreement:
    parts = {"parts": {"b": "not-said", "c": {"said": "none", "instead": "a"}}}
    ladder = {"levels": {"low": {"number": 1}}, "phases": {"one": {}}, "tools": {"t": {"at": {"low": "not-said"}}}}
    return Agreement.model_validate({"agreement": "a", "routines": {"a": parts}, "ladders": {"l": ladder}})


@pytest.mark.parametrize("lang", LANGUAGES)
@given(agreement=agreements())
@example(agreement=_absent_within())
@settings(max_examples=25)
def test_nothing_is_told_as_the_program_holds_it(lang: Lang, agreement: Agreement) -> None:
    said = whole(agreement, lang)
    for trace in ("not_said", "absence(", "vague(", "keyed(", "pairs(", "several("):
        assert trace not in said
