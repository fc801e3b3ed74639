"""What is told of each element: sentences of its own for the classes where that pays, and all its other fields by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from idebur.absence import Absence, Claims, Vague, one_said
from idebur.aims import Aim
from idebur.documents import Definition, Document, Link
from idebur.elements import Element, Keyed, Pairs, Several, Who
from idebur.events import Conclusion, Event
from idebur.exports.saying import Open, absences, who
from idebur.exports.voice import Voice, lowered
from idebur.exports.wording import at_date, capital, sentence
from idebur.governance import Balance, Body, Chair, Decision, Seat
from idebur.levels import Ladder, Level, Phase, Tool
from idebur.messages import LANGUAGES
from idebur.messages.telling import PLURAL_FORCES, PLURAL_GROUPS, STEP_TO
from idebur.notation.dates import Date
from idebur.parties import Actor, Office
from idebur.principles import Commitment, Exemption, Principle
from idebur.procedures import Procedure, Step
from idebur.routines import Resource, Routine
from idebur.rules.facts import Clause
from idebur.said import In, Said
from idebur.text import Text
from idebur.visits import fields_of

__all__ = ["Told", "told"]


@frozen
class Told:
    """What is told of one thing: a line of running text, and what is told below it."""

    line: str
    below: tuple[Told, ...] = ()


def told(voice: Voice, element: Said, key: str = "", *, nested: bool = False) -> Told:
    """Tell one element: its head, its sentences, where it stands; its parts below (*nested* in it)."""
    open_ = Open(voice, element, nested=nested)
    tell = next((TELLERS[kind] for kind in type(element).__mro__ if kind in TELLERS), _plain)
    head, sentences = tell(voice, open_, key)
    below = [told(voice, part, name, nested=True) for name, part in open_.parts()]
    said = [*sentences, *open_.common(), *open_.rest()]
    said += [sentence(one) for one in absences(voice, open_)]
    status = open_.status
    line = " ".join(filter(None, [f"{head}{f' ({status})' if status else ''}{_after(head)}", *said]))
    return Told(" ".join(filter(None, (line, open_.cited, open_.trailing))), tuple(below))


def _after(head: str) -> str:
    return "" if not head or head.endswith((".", ":", "?", "!")) else "."


Teller = Callable[[Voice, Open, str], tuple[str, list[str]]]


def _plain(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Any class that has no sentences of its own: its name, and its fields by name."""
    title = one.title(key)
    text = one.text("text")
    return title, [sentence(text)] if text else []


def _actor(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
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


def _body(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    head, sentences = _actor(voice, one, key)
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
    for decision in one.take("decides") or ():
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
    equal, among, soft = one.several("equal"), one.several("among"), one.flag("soft")
    if equal and soft:
        yield voice.phrase("balance-soft", equal)
    elif equal and among:
        yield capital(voice.phrase("balance", equal, among))
    elif equal:
        yield capital(voice.phrase("balance-all", equal))
    ratio = one.take("ratio")
    if isinstance(ratio, Pairs):
        shares = [f"{voice.name(actor)} {voice.value(share)}" for actor, share in ratio.items()]
        yield voice.phrase("ratio", ", ".join(shares))
    yield from _rest(voice, one)


def _chair(voice: Voice, chair: Chair) -> Iterator[str]:
    one = Open(voice, chair)
    among = one.several("among")
    every = one.value("every")
    said = [one.value("count"), one.label("how"), among and voice.phrase("between", among)]
    parts = [" ".join(filter(None, said)), every and voice.phrase("changes", every), *map(_inner, who(voice, one, ""))]
    if any(parts):
        yield voice.phrase("chair", ", ".join(filter(None, parts)))
    yield from _rest(voice, one)


def _decision(voice: Voice, decision: Decision) -> Iterator[str]:
    one = Open(voice, decision)
    matter, rule, majority = one.text("matter"), one.label("rule"), one.value("majority")
    how = ", ".join(filter(None, (rule, majority)))
    if how and matter:
        yield voice.phrase("decides-matter", lowered(matter), how)
    elif how:
        yield voice.phrase("decides", how)
    yield from _rest(voice, one)


def _rest(voice: Voice, one: Open) -> Iterator[str]:
    """What is left of a part that has no line of its own, with its citation."""
    yield from one.rest()
    yield from (sentence(said) for said in absences(voice, one))
    if one.cited:
        yield one.cited


def _inner(said: str) -> str:
    return lowered(said)


def _seat(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    holder, each = one.value("of"), one.value("one_each")
    fields = one.several("fields")
    head = holder or each or fields or key.replace("-", " ")
    count = one.take("count")
    silent = isinstance(count, Absence)
    number = "" if count is None or silent else voice.count(count)
    through, among = one.value("held_through"), one.several("among")
    parts = [
        one.label("kind"),
        (voice.phrase("each", number) if each else number) if number else "",
        voice.phrase("through", through) if through else "",
        voice.phrase("taken-from", among) if among else "",
        *map(_inner, who(voice, one, "", many=bool(each))),
        voice.phrase("how-many-not-said") if silent else "",
    ]
    said = "; ".join(filter(None, parts))
    return f"{capital(head)}: {said}" if said else capital(head), []


def _office(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    title = one.title(key)
    does, of, each = one.text("does"), one.value("of"), one.value("one_each")
    sits, voiced = one.several("sits_in"), one.label("voice")
    sentences = [
        sentence(does) if does else "",
        voice.phrase("office-of", of) if of and of.casefold() not in title.casefold() else "",
        voice.phrase("office-each", each) if each else "",
        (voice.phrase("sits-in-with", sits, voiced) if voiced else voice.phrase("sits-in", sits)) if sits else "",
        *who(voice, one, of or each or "", many=bool(each)),
    ]
    return title, [said for said in sentences if said]


def _aim(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    kind, number = one.label("kind"), one.value("number")
    head = capital(" ".join(filter(None, (kind or key.replace("-", " "), number))))
    said = one.take("text")
    if isinstance(said, Absence) and not said.is_stated:
        return f"{head}: {voice.phrase('never-said-what')}", []
    text = voice.value(said) if said is not None else ""
    return f"{head}: {sentence(text)}" if text else head, who(voice, one, "")


def _principle(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    number, title, summary = one.value("number"), one.title(key), one.text("summary")
    head = f"{number}. {title}" if number else title
    like = one.take("like")
    sentences = [sentence(summary)] if summary else []
    if isinstance(like, Several):
        stated = like.absence is not None and like.absence.is_stated
        said = "" if stated else voice.several(like, one.mark("like"))
        sentences.append(sentence(voice.phrase("no-counterpart")) if stated else voice.phrase("like", said))
    return head, sentences


def _commitment(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    bearers = one.take("who")
    held = bearers if isinstance(bearers, Who) else Who()
    doers = held.actors("does")
    subject = voice.actors(doers) if doers else voice.phrase("somebody")
    force_word = one_said(one.take("force"))
    force = voice.label("force", force_word) if isinstance(force_word, str) else ""
    if isinstance(force_word, str) and voice.vocabularies.has("force", force_word, "descriptive"):
        force = ""
    if voice.lang == "en" and (len(doers) > 1 or set(doers) & PLURAL_GROUPS):
        force = PLURAL_FORCES.get(force, force)
    does, thing, to = one.text("does"), one.text("object"), one.several("to")
    joins = held.actors("joins")
    number = one.text("number")
    core = [
        subject,
        force,
        lowered(does) if does else key.replace("-", " "),
        lowered(thing) if thing else "",
    ]
    main = " ".join(filter(None, core))
    if not doers and not force:
        main = voice.phrase("by-whom-not-said", " ".join(filter(None, core[2:])))
    if joins:
        main = f"{main}, {voice.phrase('pursued-with', voice.actors(joins))}"
    others = Who({verb: actors for verb, actors in held.items() if verb not in ("does", "joins")})
    when, every = one.text("when"), one.value("every")
    protects, against, balanced = one.several("protects"), one.several("against"), one.several("balanced_with")
    one.take("under")
    exceptions = one.take("unless")
    sentences = [
        voice.phrase("owed-to", to) if to else "",
        voice.phrase("when", lowered(when)) if when else "",
        voice.phrase("comes-back", every) if every else "",
        voice.phrase("protects-against", protects, against) if protects and against else "",
        voice.phrase("protects", protects) if protects and not against else "",
        voice.phrase("balanced", balanced) if balanced else "",
        voice.phrase("unless", "; ".join(_exemption(voice, x) for x in exceptions.values())) if exceptions else "",
        *who(voice, one, "", others),
    ]
    return f"{number} {capital(main)}".strip(), [said for said in sentences if said]


def _exemption(voice: Voice, exemption: Exemption) -> str:
    one = Open(voice, exemption)
    kind, to, text, document = one.label("kind"), one.several("to"), one.text("text"), one.value("document")
    ground = voice.phrase("harm-to", kind, to) if kind and to else kind or to
    named = f"{ground} ({document})" if ground and document else ground or document
    said = ": ".join(filter(None, (named, lowered(text) if text else "")))
    return " ".join(filter(None, (said, *one.rest(), one.cited)))


def _routine(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    title, kind = one.title(key), one.label("kind")
    plain_title = one.nested or not kind or kind.casefold() in title.casefold()
    head = capital(title if plain_title else f"{title} ({kind})")
    plain = (
        ("period", "covers"),
        ("of", "is-about"),
        ("open_to", "open"),
        ("based_on", "builds-on"),
        ("aims", "serves"),
        ("tasks", "is-to"),
        ("presented_at", "presented-at"),
        ("yields", "yields"),
    )
    every = one.value("every")
    vague = voice.heading(f"{voice.field('every')}: {every}")
    sentences = [sentence(vague if every.startswith(("”", '"')) else every)] if every else []
    sentences += who(voice, one, "")
    for name, phrase in plain:
        said = one.value(name)
        if said:
            sentences.append(voice.phrase(phrase, said))
    return head, sentences


def _resource(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    kind, amount, per, of = one.label("kind"), one.value("amount"), one.value("per"), one.value("of")
    head = capital(kind or key.replace("-", " "))
    said = " ".join(filter(None, (amount, per)))
    sentences = [*who(voice, one, ""), *([voice.phrase("is-about", of)] if of else [])]
    return f"{head}: {said}" if said else head, sentences


def _procedure(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    kind = one.label("kind")
    open_to, trigger, every = one.value("open_to"), one.several("trigger", "or"), one.value("every")
    part, text = one.several("part"), one.text("text")
    sentences = [
        voice.phrase("is-about", part) if part else "",
        sentence(text) if text else "",
        voice.phrase("open-to", open_to) if open_to else "",
        voice.phrase("set-off", trigger) if trigger else "",
        sentence(every) if every else "",
    ]
    return capital(kind or key.replace("-", " ")), [said for said in sentences if said]


def _step(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    held = one.take("who")
    doers = held.actors("does") if isinstance(held, Who) else Several()
    subject = voice.actors(doers) if doers else voice.phrase("somebody")
    verbs = one.take("does")
    words = list(verbs) if isinstance(verbs, Several) else []
    plural = len(doers) > 1 or bool(set(doers) & PLURAL_GROUPS)
    labels = [voice.label("step-verb", word) for word in words]
    if voice.lang == "en" and not plural:
        labels = [_third_person(label) for label in labels]
    does = voice.listed(labels, "or" if one_said(one.take("choose")) == "one" else "and")
    to, form = one.several("to"), one.several("form")
    receivers = STEP_TO.get(words[0] if words else "", ("till {}", "to {}"))[LANGUAGES.index(voice.lang)]
    notice, within, when, scope = one.value("notice"), one.value("within"), one.label("when"), one.label("scope")
    main = " ".join(filter(None, (subject, does, receivers.format(to) if to else "")))
    details = [
        form,
        when,
        scope,
        voice.phrase("notice-of", notice) if notice else "",
        voice.phrase("within", within) if within else "",
    ]
    text = one.text("text")
    others = Who({verb: actors for verb, actors in held.items() if verb != "does"}) if isinstance(held, Who) else Who()
    sentences = [*([sentence(text)] if text else []), *who(voice, one, "", others)]
    return f"{key}. {capital(', '.join(filter(None, (main, *details))))}", sentences


def _third_person(label: str) -> str:
    """The English verb after *he, she or it*: *applies*, *publishes*, *calls for*."""
    verb, space, rest = label.partition(" ")
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        verb += "es"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        verb = f"{verb[:-1]}ies"
    else:
        verb += "s"
    return f"{verb}{space}{rest}"


def _event(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    title, kind = one.title(key), one.label("kind")
    named = title if not kind or kind.casefold() in title.casefold() else f"{title} ({kind})"
    when, ends = one.take("when"), one_said(one.element.__dict__.get("ends"))
    if isinstance(when, Date) and isinstance(ends, Date):
        one.take("ends")
        day = voice.phrase("from-to", voice.value(when), voice.value(ends))
    elif isinstance(when, Date):
        day = at_date(when, voice.lang)
    elif isinstance(when, Absence) and not when.is_stated:
        day = voice.phrase("undated")
    else:
        day = voice.value(when) if when is not None else ""
    after, place = one.several("after"), one.text("place")
    head = f"{capital(named)}{f', {day}' if day else ''}{f', {place}' if place else ''}"
    counts = one.take("counts")
    shown = [_count(voice, word, amount) for word, amount in counts.items()] if isinstance(counts, Pairs) else []
    times, outcome = one.value("times"), one.several("outcome")
    about = [one.several("documents"), one.several("about")]
    gist = voice.listed(filter(None, about))
    sentences = [
        *who(voice, one, ""),
        voice.phrase("is-about", gist) if gist else "",
        voice.phrase("after-event", _inner(after)) if after else "",
        sentence("; ".join(shown)) if shown else "",
        voice.phrase("held-times", times) if times else "",
        voice.phrase("outcome", outcome) if outcome else "",
    ]
    return head, [said for said in sentences if said]


def _count(voice: Voice, word: str, amount: Any) -> str:
    label = voice.label("counted", word)
    if isinstance(amount, (Absence, Vague, Claims)):
        return f"{label}: {voice.value(amount)}"
    return f"{voice.value(amount)} {label}"


def _conclusion(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    bearing, text, about = one.label("bearing"), one.text("text"), one.several("about")
    to, by = one.several("to"), one.several("by")
    head = capital(bearing or key.replace("-", " "))
    sentences = [
        voice.phrase("is-about", about) if about else "",
        voice.phrase("addressed-to", to) if to else "",
        voice.phrase("says-so", by) if by else "",
    ]
    return f"{head}: {sentence(text)}" if text else head, [said for said in sentences if said]


def _document(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    title, kind, by, when = one.title(key), one.label("kind"), one.several("by"), one.value("when")
    known = one.value("known_through")
    one.take("places")
    if one.element.__dict__["languages"] == Several([voice.agreement.language]):
        one.take("languages")
    parts = [
        kind if kind.casefold() not in title.casefold() else "",
        when,
        voice.phrase("made-by", by) if by else "",
        voice.phrase("known-through", known) if known else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"{title}: {said}" if said else title, []


def _link(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    subject = one.value("subject") or voice.phrase("this-agreement")
    kind, to, parts, whose = one.label("kind"), one.several("to"), one.several("parts"), one.several("whose")
    extent, when, effect = one.take("extent"), one.take("when"), one.text("effect")
    day = at_date(when, voice.lang) if isinstance(when, Date) else voice.value(when) if when is not None else ""
    how = voice.label("extent", extent) if isinstance(extent, str) else voice.value(extent) if extent else ""
    main = " ".join(filter(None, (subject, kind, to, day)))
    details = [
        voice.phrase("as-to", parts) if parts else "",
        how,
        voice.phrase("holding-for", whose) if whose else "",
    ]
    return capital(", ".join(filter(None, (main, *details)))), [sentence(effect)] if effect else []


def _definition(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    term, means, also = one.text("term") or key.replace("-", " "), one.text("means"), one.several("also", "or")
    head = voice.phrase("quoted", term)
    return f"{head}: {sentence(means)}" if means else head, [f"{capital(voice.field('also'))}: {also}."] if also else []


def _clause(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    says, rule = one.text("says"), one.value("rule")
    one.take("under")
    return (sentence(says) if says else capital(rule or key.replace("-", " "))), []


def _level(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    number, title, text = one.value("number"), one.title(key), one.text("text")
    asked, like = one.several("asked_by"), _like(voice, one)
    traits = one.several("traits")
    sentences = [
        sentence(text) if text else "",
        sentence(traits) if traits else "",
        voice.phrase("level-asked", asked) if asked else "",
        voice.phrase("like", like) if like else "",
    ]
    return f"{number}. {title}" if number else capital(title), [said for said in sentences if said]


def _like(voice: Voice, one: Open) -> str:
    """What a level corresponds to; inside a ladder without the document, which the ladder names."""
    if not one.nested or not one.has("like"):
        return one.several("like")
    names = [key.partition(".") for key in one.take("like")]
    return voice.listed(voice.foreign(document, rest) if rest else voice.name(document) for document, _, rest in names)


def _tool(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    at = one.take("at")
    crossings: Sequence[tuple[str, Several[str]]] = list(at.items()) if isinstance(at, Pairs) else []
    shown = [
        voice.phrase("tool-at", voice.name(level), ", ".join(voice.name(phase) for phase in phases))
        for level, phases in crossings
    ]
    title = capital(one.title(key))
    return f"{title}: {voice.listed(shown)}" if shown else title, []


TELLERS: Mapping[type[Said], Teller] = {
    Actor: _actor,
    Body: _body,
    Seat: _seat,
    Office: _office,
    Aim: _aim,
    Principle: _principle,
    Commitment: _commitment,
    Routine: _routine,
    Resource: _resource,
    Procedure: _procedure,
    Step: _step,
    Event: _event,
    Conclusion: _conclusion,
    Document: _document,
    Link: _link,
    Definition: _definition,
    Clause: _clause,
    Ladder: _plain,
    Level: _level,
    Phase: _level,
    Tool: _tool,
}
"""The classes with sentences of their own; a class that is not here is told by its fields."""
