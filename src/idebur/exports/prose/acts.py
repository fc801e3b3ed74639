"""What is owed, what comes back, how something is done, and what happened: sentences of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from idebur.absence import Absence, Claims, Vague, one_said
from idebur.exports.prose.deadlines import due, within
from idebur.exports.prose.saying import Open, absences, who
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import at_date, capital, lowered, sentence, stopped
from idebur.messages import LANGUAGES
from idebur.messages.telling import PLURAL_FORCES, STEP_TO
from idebur.notation.dates import Date
from idebur.principles import Deadline, Exemption
from idebur.several import Pairs, Several, Who

__all__ = ["commitment", "conclusion", "event", "procedure", "resource", "routine", "step"]


def _are_many(voice: Voice, actors: Sequence[str]) -> bool:
    return len(actors) > 1 or any(voice.vocabularies.has("group", actor, "plural") for actor in actors)


def commitment(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a commitment."""
    bearers = one.take("who")
    held = bearers if isinstance(bearers, Who) else Who()
    doers = held.actors("does")
    nobody = doers.absence is not None and doers.absence.is_stated
    subject = voice.actors(doers) if doers else voice.phrase("nobody-said" if nobody else "somebody")
    force_word = one_said(one.take("force")) if one.has("force") else None
    force = voice.label("force", force_word) if isinstance(force_word, str) else ""
    # How `does` is inflected is its author's: what is only stated stands after the bearer and a colon.
    states = isinstance(force_word, str) and voice.vocabularies.has("force", force_word, "descriptive")
    force = "" if states else force
    if voice.lang == "en" and _are_many(voice, doers):
        force = PLURAL_FORCES.get(force, force)
    does, thing, to = one.text("does"), one.text("object"), one.several("to")
    joins = held.actors("joins")
    number = one.text("number")
    core = [
        f"{subject}:" if states else subject,
        force,
        lowered(does) if does else key.replace("-", " "),
        lowered(thing) if thing and thing.casefold() not in does.casefold() else "",
    ]
    main = " ".join(filter(None, core))
    if not doers and not force:
        said = "by-nobody" if nobody else "by-whom-not-said"
        main = voice.phrase(said, " ".join(filter(None, core[2:])))
    if joins:
        main = f"{main}, {voice.phrase('pursued-with', voice.actors(joins))}"
    others = Who({verb: actors for verb, actors in held.items() if verb != "does" and not (verb == "joins" and joins)})
    when, every = one.text("when"), one.value("every")
    protects, balanced = one.several("protects"), one.several("balanced_with")
    against = one.several("against") if protects else ""
    under = list(one.take("under")) if one.has("under") else []
    exceptions = one.take("unless") if one.has("unless") else None
    deadline = one.take("due") if one.has("due") else None
    sentences = [
        voice.phrase("also-under", voice.listed(map(voice.name, under[1:]))) if under[1:] else "",
        voice.phrase("owed-to", to) if to else "",
        voice.phrase("when", lowered(when)) if when else "",
        *(due(voice, deadline) if isinstance(deadline, Deadline) else ()),
        voice.phrase("comes-back", every) if every else "",
        voice.phrase("protects-against", protects, against) if protects and against else "",
        voice.phrase("protects", protects) if protects and not against else "",
        voice.phrase("balanced", balanced) if balanced else "",
        voice.phrase("unless", "; ".join(_exemption(voice, x, name) for name, x in exceptions.items()))
        if exceptions
        else "",
        *(
            [f"{capital(voice.field('due'))}: {stopped(voice.value(deadline))}"]
            if isinstance(deadline, (Vague, Claims))
            else []
        ),
        *who(voice, one, "", others),
    ]
    return f"{number} {capital(main)}".strip(), [said for said in sentences if said]


def _exemption(voice: Voice, exemption: Exemption, key: str) -> str:
    one = Open(voice, exemption)
    kind, to, text, document = one.label("kind"), one.several("to"), one.text("text"), one.value("document")
    explain = one.flag("explain")
    ground = voice.phrase("harm-to", kind, to) if kind and to else kind or to
    named = f"{ground} ({document})" if ground and document else ground or document
    said = ": ".join(filter(None, (named, lowered(text) if text else ""))) or key.replace("-", " ")
    if explain is not None:
        said = f"{said} ({voice.phrase('explained' if explain else 'not-explained')})"
    more = [lowered(other) for other in (*one.common(), *one.rest(), *absences(voice, one))]
    status = f"({one.status})" if one.status else ""
    return " ".join(filter(None, (", ".join((f"{said} {status}".strip(), *more)), one.cited)))


def routine(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a routine."""
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


def resource(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a resource."""
    kind, amount, per, of = one.label("kind"), one.value("amount"), one.value("per"), one.value("of")
    head = capital(kind or key.replace("-", " "))
    said = " ".join(filter(None, (amount, per)))
    sentences = [*who(voice, one, ""), *([voice.phrase("is-about", of)] if of else [])]
    return f"{head}: {said}" if said else head, sentences


def procedure(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a procedure."""
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


def step(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a step."""
    held = one.take("who")
    doers = (held if isinstance(held, Who) else Who()).actors("does")
    nobody = doers.absence is not None and doers.absence.is_stated
    subject = voice.actors(doers) if doers else voice.phrase("nobody-said" if nobody else "somebody")
    verbs = one.take("does") if one.has("does") else None
    words = list(verbs) if isinstance(verbs, Several) else []
    plural = _are_many(voice, doers)
    labels = [voice.label("step-verb", word) for word in words]
    if voice.lang == "en" and not plural:
        labels = [_third_person(label) for label in labels]
    choose = one_said(one.element.__dict__["choose"])
    either = isinstance(choose, str) and voice.vocabularies.has("choose", choose, "either")
    if either:
        one.take("choose")
    does = voice.listed(labels, "or" if either else "and")
    choice = one.label("choose")
    to, form = one.several("to"), one.several("form")
    receivers = STEP_TO.get(words[0] if words else "", ("till {}", "to {}"))[LANGUAGES.index(voice.lang)]
    notice, when, scope = one.value("notice"), one.label("when"), one.label("scope")
    time = one.take("within") if one.has("within") else None
    main = " ".join(filter(None, (subject, does, receivers.format(to) if to else "")))
    details = [
        choice,
        form,
        when,
        scope,
        voice.phrase("notice-of", notice) if notice else "",
        within(voice, time) if time is not None else "",
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


def event(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of an event."""
    title, kind = one.title(key), one.label("kind")
    named = title if not kind or kind.casefold() in title.casefold() else f"{title} ({kind})"
    when, ends = one.take("when"), one_said(one.element.__dict__.get("ends"))
    if isinstance(when, Date) and isinstance(ends, Date):
        one.take("ends")
        day = voice.phrase("from-to", voice.value(when), voice.value(ends))
    elif isinstance(when, Date):
        day = at_date(when, voice.lang)
    elif isinstance(when, Absence):
        day = voice.phrase("dateless" if when.is_stated else "undated")
    else:
        day = voice.value(when) if when is not None else ""
    after, place = one.several("after"), one.text("place")
    head = f"{capital(named)}{f', {day}' if day else ''}{f', {place}' if place else ''}"
    counts = one.take("counts") if one.has("counts") else None
    shown = [_count(voice, word, amount) for word, amount in counts.items()] if isinstance(counts, Pairs) else []
    times, outcome = one.value("times"), one.several("outcome")
    about = [one.several("documents"), one.several("about")]
    gist = voice.listed(filter(None, about))
    sentences = [
        *who(voice, one, "", past=_is_past(voice, one)),
        voice.phrase("is-about", gist) if gist else "",
        voice.phrase("after-event", lowered(after)) if after else "",
        sentence("; ".join(shown)) if shown else "",
        voice.phrase("held-times", times) if times else "",
        voice.phrase("outcome", outcome) if outcome else "",
    ]
    return head, [said for said in sentences if said]


def _is_past(voice: Voice, one: Open) -> bool:
    """Whether an event has been: all have but those that are only planned or proposed."""
    status, said = one_said(one.element.__dict__["status"]), one.element.model_fields_set
    coming = isinstance(status, str) and voice.vocabularies.has("status", status, "not-yet")
    return not coming and ("planned" not in said or "when" in said)


def _count(voice: Voice, word: str, amount: Any) -> str:
    label = voice.label("counted", word)
    if isinstance(amount, (Absence, Vague, Claims)):
        return f"{label}: {voice.value(amount)}"
    return f"{voice.value(amount)} {label}"


def conclusion(voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Give the head and the sentences of a conclusion."""
    bearing, text, about = one.label("bearing"), one.text("text"), one.several("about")
    to, by = one.several("to"), one.several("by")
    head = capital(bearing or key.replace("-", " "))
    sentences = [
        voice.phrase("is-about", about) if about else "",
        voice.phrase("addressed-to", to) if to else "",
        voice.phrase("says-so", by) if by else "",
    ]
    return f"{head}: {sentence(text)}" if text else head, [said for said in sentences if said]
