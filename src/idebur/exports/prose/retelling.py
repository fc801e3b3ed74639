"""What is told of each element: sentences where its class has some, and all its other fields by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from idebur.aims import Aim
from idebur.documents import Definition, Document, Link
from idebur.events import Conclusion, Event
from idebur.exports.prose import actors, acts, texts
from idebur.exports.prose.saying import Open, absences
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, sentence
from idebur.governance import Body, Seat
from idebur.levels import Ladder, Level, Phase, Tool
from idebur.parties import Actor, Office, Tenure
from idebur.principles import Commitment, Principle
from idebur.procedures import Procedure, Step
from idebur.routines import Resource, Routine
from idebur.rules.facts import Clause, Fact
from idebur.said import Said

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


def _plain(_voice: Voice, one: Open, key: str) -> tuple[str, list[str]]:
    """Any class that has no sentences of its own: its name, and its fields by name."""
    title = one.title(key)
    text = one.text("text")
    return capital(title), [sentence(text)] if text else []


TELLERS: Mapping[type[Said], Teller] = {
    Actor: actors.actor,
    Body: actors.body,
    Seat: actors.seat,
    Office: actors.office,
    Tenure: actors.tenure,
    Aim: texts.aim,
    Principle: texts.principle,
    Commitment: acts.commitment,
    Routine: acts.routine,
    Resource: acts.resource,
    Procedure: acts.procedure,
    Step: acts.step,
    Event: acts.event,
    Conclusion: acts.conclusion,
    Document: texts.document,
    Link: texts.link,
    Definition: texts.definition,
    Clause: texts.clause,
    Fact: texts.fact,
    Ladder: _plain,
    Level: texts.level,
    Phase: texts.level,
    Tool: texts.tool,
}
"""The classes with sentences of their own; a class that is not here is told by its fields."""
