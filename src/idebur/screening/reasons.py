"""The reasons for each combination of facts in words: a table that is joined on demand."""

from __future__ import annotations

from idebur.messages import LANGUAGES, Lang
from idebur.rules.verdicts import Verdict
from idebur.screening.engines import Cells
from idebur.screening.judged import Judged, Outcome

__all__ = ["reasons"]


def reasons(found: Judged) -> Cells:
    """A row for each combination and question."""
    told_of: dict[int, tuple[str, ...]] = {}  # an outcome is shared by the combinations that its question does not part
    for outcomes in found.outcomes:
        for outcome in outcomes:
            if id(outcome) not in told_of:
                told_of[id(outcome)] = (
                    outcome.verdict.answer.value,
                    "; ".join(outcome.failed),
                    "; ".join(outcome.unknown),
                    *(told(outcome, lang) for lang in LANGUAGES),
                )
    keys = [question.key for question in found.questions]
    rows = [told_of[id(outcome)] for outcomes in found.outcomes for outcome in outcomes]
    names = ("answer", "failed", "unknown", *LANGUAGES)
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return {
        "combination": [number for number in range(len(found.outcomes)) for _ in keys],
        "question": [key for _ in found.outcomes for key in keys],
        "rows": [number for number in found.rows for _ in keys],
        **dict(zip(names, columns, strict=True)),
    }


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
