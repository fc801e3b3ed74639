"""A body at a glance: what it is and is for, how it works, and its seats, one a row."""

from __future__ import annotations

from collections.abc import Iterator

from idebur.absence import one_said
from idebur.exports.html.tags import Inside, Markup, Row, bulleted, facts, joined, table, tag
from idebur.exports.html.values import field, named, phrase, value
from idebur.exports.prose.saying import Open, absences
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, lowered, sentence, stopped
from idebur.governance import Body, Seat

__all__ = ["body"]

_ALWAYS = ("chair", "decides", "quorum", "meets")
"""What one looks for in every body, and so is told to be missing where it is."""

_TOLD = ("of", "one_each", "kind", "count", "voting", "ex_officio", "fields")


def body(voice: Voice, shown: Body) -> Markup:
    """Show a body of the state of the agreement that *voice* speaks for."""
    name = named(voice, shown, shown.key) or phrase("a-body", voice.lang)
    parts = [facts(name, _rows(voice, shown))]
    if len(shown.seats):
        names = ("for-whom", "seat-kind", "seat-count", "votes", "appoints", "other-terms", "cites")
        own = {"seat-kind": "kind", "seat-count": "count"}
        heads = [capital(voice.field(own[one])) if one in own else phrase(one, voice.lang) for one in names]
        rows = [_seat(voice, seat, key) for key, seat in shown.seats.items()]
        kept = [column for column in range(len(heads)) if column < 5 or any(row[column] for row in rows)]
        title = phrase("seats-of", voice.lang, name=_inside(voice, voice.title(shown, shown.key)))
        parts.append(table(title, [heads[one] for one in kept], [[row[one] for one in kept] for row in rows]))
    return joined(parts)


def _rows(voice: Voice, shown: Body) -> Iterator[Row]:
    one = Open(voice, shown)
    for name in ("name", "kind", "areas", "balance", *_ALWAYS, "maybe_same_as", "public"):
        one.take(name)
    if shown.key:
        yield phrase("key", voice.lang), tag("code", shown.key)
    yield capital(voice.field("kind")), field(voice, shown, "kind")
    if one.status:
        yield capital(voice.field("status")), one.status
    yield phrase("mandate", voice.lang), field(voice, shown, "areas")
    if shown.seats.absence is not None:
        yield capital(voice.field("seats")), value(voice, shown.seats)
    one.take("seats")
    for name in ("balance", *_ALWAYS, "public", "maybe_same_as"):
        if name in _ALWAYS or name in shown.model_fields_set:
            told = bulleted(list(_decisions(voice, shown))) if name == "decides" and len(shown.decides) else None
            yield capital(voice.field(name)), field(voice, shown, name) if told is None else told
    named_absent = [f"{key.replace('-', ' ')}: {value(voice, gap)}" for key, gap in shown.seats.absent.items()]
    also = [*map(sentence, named_absent), *one.common(), *one.rest(), *map(sentence, absences(voice, one))]
    if also:
        yield phrase("also", voice.lang), bulleted(also)
    if one.cited:
        yield phrase("cites", voice.lang), one.cited


def _decisions(voice: Voice, shown: Body) -> Iterator[str]:
    """How it decides, a line for each matter that has a rule of its own."""
    for decision in shown.decides:
        one = Open(voice, decision)
        how = ", ".join(filter(None, (one.label("rule"), one.value("majority"))))
        matter = one.text("matter")
        told = [f"{capital(matter.removesuffix('.'))}: {how}" if matter and how else capital(matter or how)]
        told += [*one.rest(), *map(capital, absences(voice, one)), one.cited]
        yield " ".join(filter(None, (stopped(said) if said and said != one.cited else said for said in told)))


def _seat(voice: Voice, seat: Seat, key: str) -> list[Inside]:
    one = Open(voice, seat)
    holder, each, fields, office = (one.value(name) for name in ("of", "one_each", "fields", "ex_officio"))
    head = holder or (voice.phrase("one-each", each) if each else "") or fields or office
    for_whom = capital(head) if head else field(voice, seat, "of")
    exact = one_said(seat.count)
    number = field(voice, seat, "count") if exact is None else voice.count(exact)
    if each and exact is not None:
        number = voice.phrase("each", number)
    appoints = _appoints(voice, seat)
    who = one.take("who") if one.has("who") else None
    others = [
        f"{voice.label('verb', verb)}: {value(voice, by)}" for verb, by in (who or {}).items() if verb != "appoints"
    ]
    for name in _TOLD:
        one.take(name)
    terms = [voice.phrase("as-holder", office) if office and head != office else "", *map(capital, others)]
    terms += [said.rstrip(".") for said in (*one.common(), *one.rest(), *map(capital, absences(voice, one)))]
    marks = joined((for_whom, " ", tag("code", key)))
    status = f" ({one.status})" if one.status else ""
    return [
        joined((marks, status)),
        field(voice, seat, "kind"),
        number,
        _votes(voice, seat),
        appoints,
        "; ".join(filter(None, terms)),
        one.cited,
    ]


def _appoints(voice: Voice, seat: Seat) -> str:
    by = seat.who.actors("appoints")
    if by.absence is not None:
        if not by.absence.is_stated and one_said(seat.ex_officio) is not None and "appoints" not in seat.who:
            return phrase("by-office", voice.lang)
        return value(voice, by)
    own = one_said(seat.of) or one_said(seat.one_each)
    return voice.actors(by, voice.name(own, "actor") if own is not None else None)


def _inside(voice: Voice, name: str) -> str:
    """A name inside a sentence: *the partnership*."""
    return lowered(name) if voice.lang == "en" and name.startswith("The ") else name


def _votes(voice: Voice, seat: Seat) -> str:
    """Whether its holder votes: as is said, or else as its kind of seat does where the vocabulary knows it."""
    kind = one_said(seat.kind)
    if "voting" in seat.model_fields_set or kind is None or kind not in voice.vocabularies["seat-kind"]:
        return field(voice, seat, "voting")
    votes = voice.vocabularies.has("seat-kind", kind, "votes")
    return phrase("by-kind", voice.lang, answer=voice.phrase("yes" if votes else "no"))
