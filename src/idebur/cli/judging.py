"""``idebur judge``: whether an organisation may join an agreement, and why."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.cli.languages import of_agreement, of_messages
from idebur.cli.leaving import CLEAN, UNKNOWN, UNREADABLE, USAGE, WRONG, Leaving
from idebur.cli.leaving import show as print_out
from idebur.cli.reports import as_json
from idebur.cli.showing import loaded
from idebur.errors import NotationError, Unreadable, nearest
from idebur.exports.prose import tell_membership
from idebur.files import load_organisation
from idebur.membership import rule_of_joining
from idebur.messages import LANGUAGES, Lang, say
from idebur.messages.command import phrase as command_phrase
from idebur.messages.judging import PHRASES
from idebur.names import PRESENT
from idebur.notation.dates import Date
from idebur.organisations import Attested, Organisation
from idebur.rules.changes import TooManyWays, changes
from idebur.rules.judging import judge as judge_by
from idebur.rules.language import Rule
from idebur.rules.meaning import is_number, read_date
from idebur.rules.terms import Terms, allowed
from idebur.rules.verdicts import Verdict
from idebur.several import Pairs

__all__ = ["judge", "require_version"]

CODES: Mapping[Answer, int] = {Answer.YES: CLEAN, Answer.NO: WRONG, Answer.UNKNOWN: UNKNOWN}
_TRUTHS = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nej": False}


def judge(
    path: str, organisation: str | None, facts: Sequence[str], form: str, *, version: str | None, lang: str | None
) -> None:
    """Judge, print and leave.

    Raises:
        Leaving: where the answer is not yes, or something given is wrong.
    """
    agreement = loaded(path, lang)
    spoken, messages = of_agreement(lang, agreement.language), of_messages(lang)
    require_version(agreement, version, messages)
    rule, terms = rule_of_joining(agreement, version)
    asked = _organisation(organisation, terms, messages)
    asked = _with(asked, facts, terms, messages)
    for note in _unfamiliar(asked, terms, messages):
        print(note, file=sys.stderr)
    verdict = judge_by(rule, asked, terms)
    if form == "json":
        said = as_json(_data(verdict, rule, asked, terms))
    else:
        said = tell_membership(agreement, asked, spoken, version=version)
    print_out(said, CODES[verdict.answer])


def require_version(agreement: Agreement, version: str | None, lang: Lang) -> None:
    """Refuse a version that there is not.

    Raises:
        Leaving: with the nearest, or all of them.
    """
    if version is not None and version != PRESENT and version not in agreement.versions:
        _wrong(lang, "version-unknown", version, (PRESENT, *agreement.versions), "version-all", name=version)


def _phrase(name: str, lang: Lang, /, **parts: object) -> str:
    return PHRASES[name][LANGUAGES.index(lang)].format(**parts)


def _wrong(lang: Lang, name: str, found: str, known: Iterable[str], every: str, /, **parts: object) -> NoReturn:
    """Leave for wrong usage, with the nearest right word or all of them."""
    names = tuple(known)
    guess = nearest(found, names)
    said = _phrase(name, lang, **parts)
    if guess is not None:
        more = command_phrase("did-you-mean", lang, guess=guess)
    else:
        more = _phrase(every, lang, names=", ".join(names))
    raise Leaving(USAGE, f"{said} {more}")


def _organisation(path: str | None, terms: Terms, lang: Lang) -> Organisation:
    if path is None:
        return Organisation(organisation="applicant")
    try:
        return load_organisation(path, terms)
    except Unreadable as unreadable:
        raise Leaving(UNREADABLE, "\n\n".join(fault.told(lang) for fault in unreadable.faults)) from None


def _expected(name: str, terms: Terms, lang: Lang) -> str:
    return _phrase(f"type-{terms.facts[name].type}", lang)


# ── facts given on the command line ──────────────────────────────────────────────────────────────────────────────


def _with(organisation: Organisation, given: Sequence[str], terms: Terms, lang: Lang) -> Organisation:
    facts, attested = dict(organisation.facts), dict(organisation.attested)
    seen: set[str] = set()
    for one in given:
        name, sign, text = (part.strip() for part in one.partition("="))
        if not (name and sign and text):
            raise Leaving(USAGE, _phrase("fact-form", lang, found=one))
        if name in seen:
            raise Leaving(USAGE, _phrase("fact-twice", lang, name=name))
        seen.add(name)
        if name in terms.facts:
            facts[name] = Attested(said=_value(name, text, terms, lang))
        else:
            _require_judged_by_people(name, terms, lang)
            attested[name] = Attested(said=_yes_or_no(name, text, lang))
    return organisation.model_copy(update={"facts": Pairs(facts), "attested": Pairs(attested)})


def _require_judged_by_people(name: str, terms: Terms, lang: Lang) -> None:
    judged = [key for key, clause in terms.clauses.items() if one_said(clause.rule) is None and "." not in key]
    if name in terms.rules:
        raise Leaving(USAGE, _phrase("fact-ruled", lang, name=name, rule=terms.rules[name]))
    if name not in judged:
        _wrong(lang, "fact-unknown", name, [*terms.facts, *judged], "fact-all", name=name)


def _yes_or_no(name: str, text: str, lang: Lang) -> bool:
    truth = _TRUTHS.get(text.casefold())
    if truth is None:
        expected = _phrase("type-yes-no", lang)
        raise Leaving(USAGE, _phrase("fact-mistyped", lang, name=name, expected=expected, found=text))
    return truth


def _value(name: str, text: str, terms: Terms, lang: Lang) -> Any:
    match terms.facts[name].type:
        case "yes-no":
            return _yes_or_no(name, text, lang)
        case "number":
            number = _number(text)
            if number is not None:
                return number
        case "date":
            if read_date(text) is not None:
                return text
        case "word":
            if "," not in text:
                return _words(name, [text], terms, lang)[0]
        case _:
            words = [one for one in map(str.strip, text.split(",")) if one]
            if words == ["none"]:  # as in a file
                return ()
            if words:
                return _words(name, words, terms, lang)
    expected = _expected(name, terms, lang)
    said = _phrase("fact-mistyped", lang, name=name, expected=expected, found=text)
    raise Leaving(USAGE, " ".join([said, *_why_not(text, terms.facts[name].type, lang)]))


def _why_not(text: str, kind: str, lang: Lang) -> Iterator[str]:
    """What exactly is wrong with a date or a number, where that can be told."""
    if kind == "date":
        try:
            Date.parse(text)
        except NotationError as fault:
            if fault.code in _IMPOSSIBLE:
                yield say(fault.code, lang, **fault.params)
            elif fault.nearest is not None:
                yield command_phrase("did-you-mean", lang, guess=fault.nearest)
    elif kind == "number" and _DECIMAL.fullmatch(text):
        guess = text.replace(",", ".")
        yield _phrase("fact-decimals", lang)
        if _number(guess) is not None and len(text.partition(",")[2]) != 3:  # 1,200 may be meant as a thousand
            yield command_phrase("did-you-mean", lang, guess=guess)


_IMPOSSIBLE: Final = frozenset({"no-such-year", "no-such-month", "no-such-day"})
_DECIMAL: Final = re.compile(r"[+-]?[0-9][0-9 .,'\u00a0\u202f]*")


def _number(text: str) -> int | Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not is_number(number):
        return None
    return int(text) if text.isdecimal() else number


def _words(name: str, words: list[str], terms: Terms, lang: Lang) -> tuple[str, ...]:
    known = allowed(terms.facts[name], terms)
    for word in words:
        if known and word not in known:
            _wrong(lang, "fact-word", word, known, "fact-words", name=name, found=word)
    return tuple(words)


def _unfamiliar(organisation: Organisation, terms: Terms, lang: Lang) -> Iterator[str]:
    """What the file says and this agreement has no use for: another may have, or it is a slip of the pen."""
    judged = [name for name in terms.clauses if not name.startswith("procedures")]
    for phrase, given, known in (
        ("fact-unfamiliar", organisation.facts, tuple(terms.facts)),
        ("clause-unfamiliar", organisation.attested, tuple(judged)),
    ):
        for name in given:
            if name not in known and name not in terms.clauses:
                guess = nearest(name, known)
                more = () if guess is None else (command_phrase("did-you-mean", lang, guess=guess),)
                yield " ".join((_phrase(phrase, lang, name=name), *more))


# ── the verdict as data ──────────────────────────────────────────────────────────────────────────────────────────


def _data(verdict: Verdict, rule: Rule, organisation: Organisation, terms: Terms) -> dict[str, Any]:
    try:
        sets = changes(rule, organisation, terms) if verdict.answer is not Answer.YES else ()
    except TooManyWays:
        sets = None
    return {
        "answer": verdict.answer.value,
        "rule": str(verdict.rule),
        "decisive": [one.clause or one.fact or str(one.rule) for one in verdict.decisive],
        "missing": list(verdict.missing),
        "unjudged": list(verdict.unjudged),
        "changes": None
        if sets is None
        else [
            [
                [{"name": one.name, "how": one.how, "needed": [str(claim) for claim in one.needed]} for one in way]
                for way in found.ways
            ]
            for found in sets
        ],
        "verdict": _tree(verdict),
    }


def _tree(verdict: Verdict) -> dict[str, Any]:
    data: dict[str, Any] = {"rule": str(verdict.rule), "answer": verdict.answer.value}
    if verdict.clause is not None:
        data |= {"clause": verdict.clause, "cites": [str(cite.at) for cite in verdict.cites]}
    if verdict.fact is not None:
        data |= {"fact": verdict.fact, "found": _plain(verdict.found)}
    if verdict.attested is not None:
        by, when = one_said(verdict.attested.by), one_said(verdict.attested.when)
        data["attested"] = {
            "said": _plain(verdict.attested.said),
            "by": None if by is None else str(by),
            "when": None if when is None else str(when),
        }
    if verdict.because:
        data["because"] = [_tree(one) for one in verdict.because]
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
