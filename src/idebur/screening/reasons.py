"""The reasons for each combination of facts in words: a table that is joined on demand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.citations import Cite
from idebur.exports.prose.asking import Asking
from idebur.exports.prose.conditions import rule_in_words
from idebur.exports.prose.verdicts import Reason, is_denied, what_decided
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, date, lowered, signed
from idebur.messages import LANGUAGES, Lang
from idebur.rules.language import After, AtLeast, Before, Between, Compares
from idebur.rules.meaning import read_date
from idebur.rules.verdicts import Verdict
from idebur.screening.engines import Cells
from idebur.screening.judged import Judged, Outcome, decisive
from idebur.screening.questions import Question
from idebur.text import Text

__all__ = ["reasons"]


def reasons(found: Judged) -> Cells:
    """A row for each combination and question."""
    told_of: dict[int, tuple[str, ...]] = {}  # an outcome is shared by the combinations that its question does not part
    for outcomes in found.outcomes:
        for question, outcome in zip(found.questions, outcomes, strict=True):
            if id(outcome) not in told_of:
                told_of[id(outcome)] = (
                    outcome.verdict.answer.value,
                    "; ".join(outcome.failed),
                    "; ".join(outcome.unknown),
                    *(told(outcome, lang, question) for lang in LANGUAGES),
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


def told(outcome: Outcome, lang: Lang, question: Question | None = None) -> str:
    """The reasons of one outcome in one language: the answer, and each claim that decided with what was found.

    In the words of the agreement that *question* is from; in those of the rule language where it is from none.
    """
    if question is not None and question.agreement is not None:
        asking = Asking(Voice(question.agreement, lang), question.terms)
        return " ".join(_in_words(outcome, asking, question.agreement))
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
    elif isinstance(value, (int, Decimal)):
        shown = signed(Fraction(value), lang)
    else:
        day = read_date(value) if isinstance(verdict.rule, (Before, After, Compares, Between)) else None
        shown = ", ".join(value) if isinstance(value, tuple) else str(value) if day is None else date(day, lang)
    return f"{claim} ({shown})"


def _in_words(outcome: Outcome, asking: Asking, agreement: Agreement) -> Iterator[str]:
    title = one_said(agreement.title)
    called = asking.voice.text(title) if isinstance(title, Text) else agreement.agreement
    who = asking.say("the-organisation")
    yield capital(asking.say(f"may-{outcome.verdict.answer}", who=who, agreement=called, version=""))
    for one, want in _decisive(outcome.verdict):
        if one.clause is not None:
            yield from _clause(one, asking, want=want)
            for ground, wanted in what_decided(one, want, to_clauses=False, counts=True) if one.because else ():
                yield from _answered(ground, outcome, asking, want=wanted)
        else:
            yield from _answered(one, outcome, asking, want=want)


def _decisive(verdict: Verdict) -> Iterator[Reason]:
    """As :func:`~idebur.screening.judged.decisive`, each with what it was to be."""
    kept = {one.rule for one in decisive(verdict)}
    for one, want in what_decided(verdict, True, to_clauses=True, counts=True):
        if one.rule in kept or isinstance(one.rule, AtLeast):
            yield one, want
        else:
            yield from what_decided(one, want, to_clauses=True, counts=True)


def _clause(verdict: Verdict, asking: Asking, *, want: bool) -> Iterator[str]:
    """Whether a clause is met, what it says, and where it stands."""
    name = str(verdict.clause)
    if name == "procedures" or name.startswith("procedures."):
        unsaid = "ways-not-said" if name == "procedures" else "way-not-said"
        yield asking.say("way-denied" if is_denied(verdict) else unsaid)
        return
    said, ruled = one_said(asking.terms.clauses[name].says), one_said(asking.terms.clauses[name].rule)
    if isinstance(said, Text):
        says = lowered(asking.voice.text(said)).rstrip(".")
    else:
        says = rule_in_words(asking.voice, ruled) if ruled is not None else name.replace("-", " ")
    yield asking.say(f"met-{verdict.answer}", says=f"{says}.")
    if not want:
        yield asking.say("not-to-be-met")
    if not verdict.because and verdict.answer is Answer.UNKNOWN:
        yield asking.say("only-people")
    places = tuple(dict.fromkeys(_place(cite, asking) for cite in verdict.cites))
    if places:
        yield asking.say("stands-in-one" if len(places) == 1 else "stands-in-several", places="; ".join(places))


def _place(cite: Cite, asking: Asking) -> str:
    document, place = cite.at.document, cite.at.place
    return ", ".join(filter(None, (asking.voice.name(document, "document") if document else "", place)))


def _answered(verdict: Verdict, outcome: Outcome, asking: Asking, *, want: bool) -> Iterator[str]:
    """What was found of a fact, and what is required of it where that is not enough."""
    if isinstance(verdict.rule, AtLeast):
        yield asking.enough(verdict.rule, want=want)
        return
    if verdict.fact is None:
        yield from _clause(verdict, asking, want=want) if verdict.clause is not None else ()
        return
    question, needed = asking.question(verdict.fact), asking.needed([verdict.rule], want=want)
    if verdict.found is None:
        yield asking.say("unanswered", question=question, needed=needed)
        return
    label = outcome.labels.get(verdict.fact)
    found = asking.found(verdict.fact, verdict.found) if label is None else label[asking.voice.lang]
    name = "answered-imprecise" if verdict.answer is Answer.UNKNOWN else "answered-not-met"
    if outcome.verdict.answer is Answer.YES:
        name = "answered-met"
    yield asking.say(name, question=question, found=found, needed=needed)
