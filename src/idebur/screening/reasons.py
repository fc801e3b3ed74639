"""The reasons for each combination of facts in words: a table that is joined on demand."""

from __future__ import annotations

from typing import Any

from idebur.messages import LANGUAGES, Lang
from idebur.rules.verdicts import Verdict
from idebur.screening.engines import Cells
from idebur.screening.judged import Judged, Outcome

__all__ = ["reasons"]


def reasons(found: Judged) -> Cells:
    """A row for each combination and question."""
    cells: dict[str, list[Any]] = {
        name: [] for name in ("combination", "question", "answer", "failed", "unknown", "rows", *LANGUAGES)
    }
    texts: dict[
        int, dict[Lang, str]
    ] = {}  # an outcome is shared by all combinations that its question cannot tell apart
    for number, outcomes in enumerate(found.outcomes):
        for question, outcome in zip(found.questions, outcomes, strict=True):
            if id(outcome) not in texts:
                texts[id(outcome)] = {lang: told(outcome, lang) for lang in LANGUAGES}
            row = (
                number,
                question.key,
                outcome.verdict.answer.value,
                "; ".join(outcome.failed),
                "; ".join(outcome.unknown),
                found.rows[number],
                *(texts[id(outcome)][lang] for lang in LANGUAGES),
            )
            for column, cell in zip(cells.values(), row, strict=True):
                column.append(cell)
    return cells


_ANSWERS = {"yes": ("Ja", "Yes"), "no": ("Nej", "No"), "unknown": ("Går inte att avgöra", "Cannot be decided")}
_NOT_KNOWN = {"sv": "inte känt", "en": "not known"}
_TRUTH = {"sv": ("nej", "ja"), "en": ("no", "yes")}


def told(outcome: Outcome, lang: Lang) -> str:
    """The reasons of one outcome in one language: the answer, and each claim that decided with what was found."""
    grounds = [_ground(one, outcome, lang) for one in outcome.verdict.grounds]
    answer = _ANSWERS[outcome.verdict.answer.value][LANGUAGES.index(lang)]
    return f"{answer}: {'; '.join(grounds)}."


def _ground(verdict: Verdict, outcome: Outcome, lang: Lang) -> str:
    claim = str(verdict.rule)
    if verdict.fact is None:
        return claim if verdict.clause is None or verdict.attested else f"{claim} ({_NOT_KNOWN[lang]})"
    if verdict.fact in outcome.labels:
        return f"{claim} ({outcome.labels[verdict.fact][lang]})"
    value = verdict.found
    if value is None:
        shown = _NOT_KNOWN[lang]
    elif isinstance(value, bool):
        shown = _TRUTH[lang][value]
    else:
        shown = ", ".join(value) if isinstance(value, tuple) else str(value)
    return f"{claim} ({shown})"
