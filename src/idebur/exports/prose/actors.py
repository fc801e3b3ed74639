"""Those who act, and the bodies in which they sit: sentences of their own."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import Absence, one_said
from idebur.exports.prose.saying import Open, rest_of, who
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, lowered, sentence
from idebur.governance import Balance, Chair, Decision
from idebur.several import Pairs

__all__ = ["actor", "body", "office", "seat", "tenure"]


def actor(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of an actor."""
    title = one.title(key)
    marks = [label for label in (one.label("kind"), one.label("sector")) if label]
    marks = [label for label in marks if label.casefold() not in title.casefold()]
    head = f"{title} ({', '.join(marks)})" if marks else title
    sentences = []
    members = one.several("members")
    if members:
        sentences.append(voice.phrase("consists-of", members))
    rule = one.value("rule")
    if rule:
        sentences.append(voice.phrase("must-be", rule))
    binds = one.flag("binds_members")
    if binds is not None:
        sentences.append(voice.phrase("binds" if binds else "binds-not"))
    return head, [*sentences, *who(voice, one, title)]


def body(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a body."""
    head, sentences = actor(voice, one, key)
    balance = one.take("balance") if one.has("balance") else None
    chair = one.take("chair") if one.has("chair") else None
    if isinstance(balance, Balance):
        sentences += _balance(voice, balance)
    elif balance is not None:
        sentences.append(f"{capital(voice.field('balance'))}: {voice.value(balance)}.")
    if isinstance(chair, Chair):
        sentences += _chair(voice, chair)
    elif chair is not None:
        sentences.append(voice.phrase("chair", voice.value(chair)))
    for decision in one.take("decides") if one.has("decides") else ():
        sentences += _decision(voice, decision)
    for name, phrase in (("quorum", "quorum"), ("meets", "meets")):
        said = one.value(name)
        if said:
            sentences.append(voice.phrase(phrase, said))
    public = one.flag("public")
    if public is not None:
        sentences.append(voice.phrase("public" if public else "not-public"))
    same = one.several("maybe_same_as", "or")
    if same:
        sentences.append(voice.phrase("maybe-same", same))
    if one.has("seats"):
        one.trailing = voice.phrase("seats")
    return head, sentences


def _balance(voice: Voice, balance: Balance) -> Iterator[str]:
    one = Open(voice, balance)
    equal = one.several("equal")
    soft = one.flag("soft") if equal else None
    among = one.several("among") if equal and not soft else ""
    if equal and soft:
        yield voice.phrase("balance-soft", equal)
    elif equal and among:
        yield capital(voice.phrase("balance", equal, among))
    elif equal:
        yield capital(voice.phrase("balance-all", equal))
    ratio = one.take("ratio") if one.has("ratio") else None
    if isinstance(ratio, Pairs):
        shares = [f"{voice.name(actor)} {voice.value(share)}" for actor, share in ratio.items()]
        yield voice.phrase("ratio-soft" if one.flag("soft") else "ratio", ", ".join(shares))
    yield from rest_of(voice, one)


def _chair(voice: Voice, chair: Chair) -> Iterator[str]:
    one = Open(voice, chair)
    turns = voice.vocabularies.has("chair-how", str(one_said(chair.how)), "turns")
    among, count, how, every = one.several("among"), one.value("count"), one.label("how"), one.value("every")
    if among and turns:
        how, among = " ".join((how, voice.phrase("between", among))), ""
    elif among and how:
        how, among = f"{among} ({how})", ""
    parts = [count, how or among, every and voice.phrase("changes", every), *map(_inner, who(voice, one, ""))]
    if any(parts):
        yield voice.phrase("chair", ", ".join(filter(None, parts)))
    yield from rest_of(voice, one)


def _decision(voice: Voice, decision: Decision) -> Iterator[str]:
    one = Open(voice, decision)
    matter, rule, majority = one.text("matter"), one.label("rule"), one.value("majority")
    how = ", ".join(filter(None, (rule, majority)))
    if how and matter:
        yield voice.phrase("decides-matter", lowered(matter), how)
    elif how:
        yield voice.phrase("decides", how)
    elif matter:
        yield f"{capital(voice.field('matter'))}: {sentence(matter)}"
    yield from rest_of(voice, one)


def _inner(said: str) -> str:
    return lowered(said)


def seat(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a seat."""
    holder = one.value("of")
    each = "" if holder else one.value("one_each")
    fields = "" if holder or each else one.several("fields")
    office = one.value("ex_officio")
    head = holder or each or fields or office or key.replace("-", " ")
    count = one.take("count")
    number = "" if count is None or isinstance(count, Absence) else voice.count(count)
    through, among = one.value("held_through"), one.several("among")
    parts = [
        one.label("kind"),
        (voice.phrase("each", number) if each else number) if number else "",
        voice.phrase("through", through) if through else "",
        voice.phrase("taken-from", among) if among else "",
        voice.phrase("as-holder", office) if office and head != office else "",
        *map(_inner, who(voice, one, "", many=bool(each))),
        voice.phrase("no-number" if count.is_stated else "how-many-not-said") if isinstance(count, Absence) else "",
    ]
    said = "; ".join(filter(None, parts))
    return f"{capital(head)}: {said}" if said else capital(head), []


def tenure(_voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a tenure."""
    name, who_, kind, seat = one.text("name"), one.value("who"), one.label("kind"), one.value("seat")
    as_what = ", ".join(said for said in (kind, seat) if said)
    head = name or who_ or key
    return f"{head}: {as_what}" if as_what else head, []


def office(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of an office."""
    title = one.title(key)
    does, of, each = one.text("does"), one.value("of"), one.value("one_each")
    sits = one.several("sits_in")
    voiced = one.label("voice") if sits else ""
    sentences = [
        sentence(does) if does else "",
        voice.phrase("office-of", of) if of and of.casefold() not in title.casefold() else "",
        voice.phrase("office-each", each) if each else "",
        (voice.phrase("sits-in-with", sits, voiced) if voiced else voice.phrase("sits-in", sits)) if sits else "",
        *who(voice, one, of or each or "", many=bool(each)),
    ]
    return title, [said for said in sentences if said]
