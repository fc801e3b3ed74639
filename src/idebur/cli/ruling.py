"""``idebur rules``: the rules of agreements listed, and compared by who could join."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from idebur.agreement import Agreement
from idebur.cli.judging import require_version
from idebur.cli.languages import of_agreement, of_messages
from idebur.cli.leaving import UNREADABLE, Leaving, show
from idebur.cli.reports import as_json
from idebur.compare.joining import JoiningCompared, compare_joining
from idebur.errors import Unreadable
from idebur.exports.prose.rulebook import Listed, Rulebook, tell_joining_compared, tell_rules
from idebur.files import load_all
from idebur.messages import Lang
from idebur.rules.logic import Reasoned

__all__ = ["rules"]


def rules(paths: Sequence[str], form: str, *, version: str | None, lang: str | None) -> None:
    """List, and compare each two; print. With a *version*, that of each agreement.

    Raises:
        Leaving: an agreement cannot be read, or has no such version.
    """
    try:
        agreements = tuple(load_all(*paths).values())
    except Unreadable as unreadable:
        spoken = of_messages(lang)
        raise Leaving(UNREADABLE, "\n\n".join(fault.told(spoken) for fault in unreadable.faults)) from None
    for agreement in agreements:
        require_version(agreement, version, of_messages(lang))
    show(_FORMS[form](agreements, version, lang))


def _text(agreements: Sequence[Agreement], version: str | None, lang: str | None) -> str:
    spoken = [of_agreement(lang, agreement.language) for agreement in agreements]
    both = (version, version)
    told = [tell_rules(agreement, one, version=version) for agreement, one in zip(agreements, spoken, strict=True)]
    told += [
        tell_joining_compared(first, second, compare_joining(first, second, versions=both), spoken[0], versions=both)
        for first, second in combinations(agreements, 2)
    ]
    return "\n\n\n".join(told)


def _json(agreements: Sequence[Agreement], version: str | None, lang: str | None) -> str:
    return as_json(
        {
            "agreements": [_listed(one, of_agreement(lang, one.language), version) for one in agreements],
            "comparisons": [
                _compared(first, second, compare_joining(first, second, versions=(version, version)))
                for first, second in combinations(agreements, 2)
            ],
        }
    )


_FORMS = {"text": _text, "json": _json}


def _listed(agreement: Agreement, lang: Lang, version: str | None) -> dict[str, Any]:
    book = Rulebook(agreement, lang, version)
    return {
        "agreement": agreement.agreement,
        **({} if book.version is None else {"version": book.version}),
        "clauses": [_one(listed) for listed in book.clauses()],
        "joining": [_one(listed) for listed in book.ways()],
    }


def _one(listed: Listed) -> dict[str, Any]:
    rule = None if listed.rule is None else str(listed.rule)
    return {"key": listed.key, "words": listed.words, "rule": rule, "cites": [str(cite.at) for cite in listed.cites]}


def _compared(first: Agreement, second: Agreement, compared: JoiningCompared) -> dict[str, Any]:
    names = (first.agreement, second.agreement)
    return {
        "first": names[0],
        "second": names[1],
        "only-first": _reasoned(compared.only_first, names),
        "only-second": _reasoned(compared.only_second, names),
        "both": _reasoned(compared.both, names),
        "neither": _reasoned(compared.neither, names),
        "silent": list(compared.silent),
        "differing": [
            {"fact": one.fact, "types": list(one.types), "words": [list(words) for words in one.words]}
            for one in compared.differing
        ],
    }


def _reasoned(reasoned: Reasoned, names: tuple[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {"answer": str(reasoned.answer)}
    if reasoned.reason:
        said["reason"] = reasoned.reason
    if reasoned.witness is not None:
        witness = reasoned.witness
        said["witness"] = {
            "facts": {name: _plain(value) for name, value in witness.facts.items()},
            "attested": {name: dict(own) for name, own in zip(names, witness.attested, strict=True)},
            "because": list(witness.because),
        }
    return said


def _plain(value: Any) -> Any:
    """A value as JSON has it; a number with decimals as a text, exactly."""
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, (bool, int, str)) else str(value)
