"""An agreement told back in words, in Swedish or English: what it says, where it says so, and what it does not say."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from idebur.absence import Absence, Claims, Vague, one_said
from idebur.agreement import Agreement
from idebur.content import Content, Version
from idebur.documents import Instrument, Territory, Validity
from idebur.elements import Element, Keyed
from idebur.errors import UnknownKey
from idebur.exports.prose.retelling import Told, told
from idebur.exports.prose.saying import Open, absences, not_there, there_is_no
from idebur.exports.prose.versions import changes, ended, version_kind, version_title, versions
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import at_date, capital, sentence
from idebur.messages import LANGUAGES, Lang
from idebur.messages.telling import SECTIONS
from idebur.names import Names, element_at
from idebur.notation.dates import Date
from idebur.parties import Actor, Signing, Tenure
from idebur.principles import Commitment
from idebur.rules import Rule
from idebur.rules.language import references
from idebur.text import Text

__all__ = ["WIDTH", "tell", "tell_element"]

WIDTH = 100
"""How wide a line is, in characters."""


@frozen
class Section:
    """A heading and what stands under it."""

    heading: str
    told: tuple[Told, ...]


def tell(agreement: Agreement, lang: Lang = "sv") -> str:
    """Tell the whole agreement, ready to print.

    What the file does not say is left out, unless it says expressly that the text is silent.
    """
    voice = Voice(agreement, lang)
    title = one_said(agreement.title)
    head = voice.text(title) if isinstance(title, Text) else capital(agreement.agreement.replace("-", " "))
    lines = [*_wrapped(head, "", ""), "=" * min(WIDTH, len(head)), ""]
    lines += _wrapped(" ".join([*filter(None, _introduction(voice)), voice.phrase("brackets")]), "", "")
    for section in _sections(voice):
        lines += ["", section.heading, "-" * len(section.heading)]
        lines += _lines(section.told)
    return "\n".join(lines)


def tell_element(agreement: Agreement, name: str, lang: Lang = "sv") -> str:
    """Tell one element by its key or path; ``versions.proposed`` tells that version, ``bodies`` a whole section.

    Raises:
        UnknownKey: nothing is called so.
        AmbiguousKey: several elements are.
    """
    voice, rest = _voice_for(agreement, name, lang)
    if not rest:
        head = version_title(voice, voice.content, name.partition(".")[2])
        lines = [head, "=" * min(WIDTH, len(head)), ""]
        lines += _wrapped(" ".join(filter(None, _introduction(voice))), "", "")
        for section in _sections(voice):
            lines += ["", section.heading, "-" * len(section.heading), *_lines(section.told)]
        return "\n".join(lines)
    if rest.replace("-", "_") in _section_names():
        below = tuple(_of_section(voice, rest.replace("-", "_")))
        if below:
            return "\n".join(_lines(below))
        return sentence(voice.phrase("says-nothing", voice.about(rest.replace("-", "_"))))
    element = agreement[rest] if voice.content is agreement else _in_version(voice.names, rest)
    one = told(voice, element, element.key or rest.rpartition(".")[2])
    return "\n".join([*_wrapped(one.line, "", ""), *_lines(one.below)])


def _in_version(names: Names, rest: str) -> Element:
    paths = names.paths(rest)
    if not paths:
        raise UnknownKey(rest, "element", tuple(names.dotted))
    return element_at(names.content, min(paths, key=len))


def _voice_for(agreement: Agreement, name: str, lang: Lang) -> tuple[Voice, str]:
    """The voice of the state that *name* is about, and the rest of the name."""
    if not name.startswith("versions."):
        return Voice(agreement, lang), name
    key, _, rest = name.removeprefix("versions.").partition(".")
    if key not in agreement.versions:
        raise UnknownKey(name, "element", tuple(f"versions.{one}" for one in agreement.versions))
    return Voice(agreement, lang, key), rest


def _section_names() -> frozenset[str]:
    return frozenset(name for name in SECTIONS if name in Content.model_fields or name == "versions")


# --- the beginning ---


def _introduction(voice: Voice) -> Iterator[str]:
    content = voice.content
    if isinstance(content.title, (Claims, Vague)) and not isinstance(one_said(content.title), Text):
        yield f"{capital(voice.field('title'))}: {voice.value(content.title)}."  # the sources differ, or say it vaguely
    if isinstance(content, Version):
        status = one_said(content.status)
        label = voice.label("status", status) if isinstance(status, str) else ""
        marked = ", ".join(filter(None, (label, voice.span(content))))
        if marked:
            yield sentence(marked)
        yield from version_kind(voice, content)
    for name in ("instrument", "territory", "validity"):
        yield from _part(voice, name, getattr(content, name))
    yield from Open(voice, content).common()


def _part(voice: Voice, name: str, part: Any) -> Iterator[str]:
    """What sort of text it is, where and for how long it holds; as each source has it, where several tell it."""
    match part:
        case Instrument():
            yield from _instrument(voice, part)
        case Territory():
            yield from _territory(voice, part)
        case Validity():
            yield from _validity(voice, part)
        case Claims():
            for claim in part:
                yield from _part(voice, name, claim.said)
                yield voice.cites(claim.cites)
        case Vague():
            yield f"{capital(voice.about(name))}: {voice.value(part)}."
        case _:  # nothing is said, or it is told among what the text does not say
            pass


def _ending(voice: Voice, one: Open) -> Iterator[str]:
    yield from one.rest()
    yield from map(sentence, absences(voice, one))
    if one.cited:
        yield one.cited


def _instrument(voice: Voice, instrument: Instrument) -> Iterator[str]:
    one = Open(voice, instrument)
    kind, role = one.label("kind"), one.several("role")
    if kind:
        yield voice.phrase("is-an" if kind[0] in "aeio" else "is-a", kind)
    binding = one.flag("binding")
    if binding is not None:
        yield voice.phrase("binding" if binding else "not-binding")
    if role:
        yield voice.phrase("serves-as", role)
    yield from _ending(voice, one)


def _territory(voice: Voice, territory: Territory) -> Iterator[str]:
    one = Open(voice, territory)
    level, area = one.label("level"), one.text("area")
    if level:
        yield voice.phrase("applies-level", level)
    if area:
        yield voice.phrase("applies-in", area)
    one.take("code")
    yield from _ending(voice, one)


def _validity(voice: Voice, validity: Validity) -> Iterator[str]:
    one = Open(voice, validity)
    kind, since, until = one.label("kind"), one.value("since"), one.value("until")
    span = [voice.phrase("from", since) if since else "", voice.phrase("to", until) if until else ""]
    held = " ".join(filter(None, (kind, *span)))
    if held:
        yield voice.phrase("holds", held)
    trigger, clock = one.several("trigger", "or"), one.value("clock")
    if trigger:
        yield voice.phrase("ends-by", trigger)
    if clock:
        yield voice.phrase("follows-clock", clock)
    yield from _ending(voice, one)


# --- the sections ---


def _sections(voice: Voice) -> Iterator[Section]:
    # A section that is added to the content and not yet named here is told all the same, at the end.
    known = list(SECTIONS)
    added = [name for name in type(voice.content).model_fields if _is_section(getattr(voice.content, name))]
    for name in dict.fromkeys([*known, *added]):
        below = tuple(_of_section(voice, name))
        if below:
            heading = SECTIONS[name][LANGUAGES.index(voice.lang)] if name in SECTIONS else voice.field(name)
            yield Section(capital(heading), below)


def _is_section(held: Any) -> bool:
    return isinstance(held, Keyed)


def _of_section(voice: Voice, name: str) -> Iterator[Told]:
    content = voice.content
    held = getattr(content, name, None)
    if name == "silent":
        yield from _silences(voice)
    elif name == "versions":
        yield from versions(voice)
    elif name == "changes":
        yield from changes(voice)
    elif name == "signing":
        yield from _signings(voice, held)
    elif name == "tenures":
        yield from _tenures(voice, content.tenures)
    elif isinstance(held, Keyed):
        if name == "principles":
            yield from _ranking(voice)
        yield from _elements(voice, name, held)


def _elements(voice: Voice, name: str, held: Keyed[Any]) -> Iterator[Told]:
    if name == "commitments":
        yield from _commitments(voice, held)
    elif name == "actors":
        yield from _actors(voice, held)
    elif name == "clauses":
        asked = _asked(voice.content)
        yield from (
            told(voice, clause, key)
            for key, clause in held.items()
            if key not in asked or one_said(clause.says) is None
        )
    else:
        yield from (told(voice, element, key) for key, element in held.items())


def _asked(content: Content) -> frozenset[str]:
    """The clauses that a procedure tells of in its own line."""
    rules = [procedure.open_to for procedure in content.procedures.values()]
    return frozenset(name for rule in rules if isinstance(rule, Rule) for name in references(rule))


def _ranking(voice: Voice) -> Iterator[Told]:
    ranked = voice.content.principles_ranked
    if isinstance(ranked, bool):
        yield Told(voice.phrase("ranked" if ranked else "unranked"))


def _commitments(voice: Voice, commitments: Keyed[Commitment]) -> Iterator[Told]:
    """What stands under a principle or an aim is told under its title, the rest last."""
    groups: dict[str, list[Told]] = {}
    for key, commitment in commitments.items():
        groups.setdefault(next(iter(commitment.under), ""), []).append(told(voice, commitment, key))
    loose = groups.pop("", [])
    for under, below in groups.items():
        yield Told(f"{capital(voice.name(under))}:", tuple(below))
    if loose and groups:
        yield Told(f"{voice.phrase('others')}:", tuple(loose))
    elif loose:
        yield from loose


def _actors(voice: Voice, actors: Keyed[Actor]) -> Iterator[Told]:
    """Those of whom no more is said than kind and sector stand on one line for each kind."""
    plain: dict[str, list[str]] = {}
    for key, actor in actors.items():
        if actor.model_fields_set <= {"kind", "sector", "name", "cites", "part_of"}:
            kind = one_said(actor.kind)
            label = voice.label("actor-kind", kind) if isinstance(kind, str) else ""
            said = f"{voice.title(actor, key)} {voice.cites(actor.cites)}".strip()
            plain.setdefault(label, []).append(said)
        else:
            yield told(voice, actor, key)
    for label, names in plain.items():
        yield Told(f"{capital(label)}: {'; '.join(names)}." if label else sentence("; ".join(names)))


def _signings(voice: Voice, held: Any) -> Iterator[Told]:
    match held:
        case Signing():
            yield _signing(voice, held)
        case Claims():
            for claim in held:
                for one in _signings(voice, claim.said):
                    yield Told(f"{one.line} {voice.cites(claim.cites)}".strip())
        case Vague():
            yield Told(f"{capital(voice.value(held))}.")
        case _:  # nothing is said, or it is told among what the text does not say
            pass


def _signing(voice: Voice, signing: Signing) -> Told:
    one = Open(voice, signing)
    when, place = one.take("when"), one.text("place")
    held, originals = one.several("held_by"), one.value("originals")
    sentences = []
    day = at_date(when, voice.lang) if isinstance(when, Date) else ""
    if isinstance(when, Absence) and when.is_stated:
        sentences.append(sentence(voice.phrase("dateless")))
    elif isinstance(when, Absence):
        sentences.append(sentence(voice.phrase("says-nothing", voice.about("when"))))
    elif when is not None and not day:
        day = voice.value(when)
    if day or place:
        sentences.insert(0, sentence(voice.phrase("signed-when", ", ".join(filter(None, (day, place))))))
    if originals:
        sentences.append(
            voice.phrase("originals", originals, held) if held else voice.phrase("originals-only", originals)
        )
    signers = []
    for signer in one.take("signers") if one.has("signers") else ():
        by = Open(voice, signer)
        name, office, of = by.text("name"), by.value("office"), by.value("of")
        person = f"{name} ({office})" if name and office else name or office
        signers.append(voice.phrase("signer", person, of) if person and of else voice.phrase("signs", person or of))
    sentences += [sentence("; ".join(signers))] if signers else []
    return Told(" ".join([*sentences, *one.rest(), *map(sentence, absences(voice, one)), one.cited]).strip())


_PLAIN_TENURE = {"who", "kind", "seat", "name", "person", "since", "until", "cites"}


def _tenures(voice: Voice, tenures: Iterable[Tenure]) -> Iterator[Told]:
    """Those who joined or sit, one line for each kind and seat."""
    groups: dict[tuple[str, str], list[str]] = {}
    for tenure in tenures:
        if not tenure.model_fields_set <= _PLAIN_TENURE:
            yield told(voice, tenure, tenure.who)
            continue
        kind, seat, name, person = (one_said(getattr(tenure, f)) for f in ("kind", "seat", "name", "person"))
        label = voice.label("tenure-kind", kind) if isinstance(kind, str) else ""
        called = voice.text(name) if isinstance(name, Text) else voice.name(tenure.who)
        if isinstance(person, Text):
            called = f"{voice.text(person)} ({called})"
        span = voice.span(tenure)
        groups.setdefault((label, voice.name(seat) if isinstance(seat, str) else ""), []).append(
            f"{called} ({span})" if span else called
        )
    for (label, seat), names in groups.items():
        head = ", ".join(filter(None, (label, seat))) or voice.field("who")
        yield Told(sentence(voice.phrase("joined-count", capital(head), len(names), ", ".join(names))))


def _silences(voice: Voice) -> Iterator[Told]:
    """The sections that the file says the text is silent on, or has none of; and the elements that do not exist."""
    content = voice.content
    one = Open(voice, content)
    for name in type(content).model_fields:
        held = getattr(content, name)
        silent = held.absence is not None if isinstance(held, Keyed) else isinstance(held, Absence)
        if not silent:
            one.take(name)
    yield from (Told(sentence(said)) for said in absences(voice, one))
    gone = {(section, key) for section, key, _, _ in ended(voice)}
    for name in type(content).model_fields:
        held = getattr(content, name)
        if isinstance(held, Keyed):
            absent = {key: absence for key, absence in held.absent.items() if (name, key) not in gone}
            named = zip(_told_apart(voice, name, list(absent)), absent.values(), strict=True)
            found = [(there_is_no(voice, called, absence), absence) for called, absence in named]
            yield from (Told(sentence(said)) for said in not_there(voice, found))


def _told_apart(voice: Voice, section: str, keys: list[str]) -> list[str]:
    """What each is called that is not there; by its key where two would be called the same."""
    called = [voice.silent_on(section, key) for key in keys]
    return [name if called.count(name) == 1 else key.replace("-", " ") for key, name in zip(keys, called, strict=True)]


# --- on the page ---


_NUMBERED = re.compile(r"[0-9]+\. ")


def _lines(several: Iterable[Told], depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    for one in several:
        numbered = _NUMBERED.match(one.line)
        bullet, hanging = ("", " " * len(numbered[0])) if numbered else ("- ", "  ")
        yield from _wrapped(one.line, f"{indent}{bullet}", f"{indent}{hanging}")
        yield from _lines(one.below, depth + 1)


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
