"""One element while it is told: which of its fields have been told, what is left, and what it is silent about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from idebur.absence import NOT_SAID, Absence
from idebur.elements import Element, Keyed
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, sentence, stopped
from idebur.messages import LANGUAGES
from idebur.messages.telling import DOES, FLAGS, NONES, PAST, VERBS
from idebur.said import Said
from idebur.several import Pairs, Several, Who
from idebur.visits import Mark, fields_of

__all__ = ["Open", "absences", "not_there", "rest_of", "there_is_no", "who"]

_COMMON = ("cites", "status", "since", "until", "inside", "replaces", "note")


class Open:
    """An element whose fields are taken out one by one; what is never taken is told by the name of its field."""

    def __init__(self, voice: Voice, element: Said, *, nested: bool = False) -> None:
        self.voice = voice
        self.element = element
        self.nested = nested
        self.trailing = ""
        self.fields = fields_of(type(element))
        self._left = {name: getattr(element, name) for name in self.fields if name in element.model_fields_set}
        common = _COMMON if isinstance(element, Element) else ("cites",)
        said = [name for name in common if not isinstance(self._left.get(name, NOT_SAID), Absence)]
        self._common = {name: self._left.pop(name) for name in said}

    def mark(self, name: str) -> Mark:
        """What the names in a field are names of."""
        return self.fields[name].mark

    def _marks(self, name: str) -> tuple[Mark, Mark]:
        return self.fields[name].mark, self.fields[name].key_mark

    def has(self, name: str) -> bool:
        """Whether there is something in a field."""
        return name in self._left and not _is_absent(self._left[name])

    def take(self, name: str) -> Any:
        """Take a field out as it is, an absence too; ``None`` where the file does not say it."""
        return self._left.pop(name, None)

    def value(self, name: str) -> str:
        """Take a field out, in words; "" where nothing is said, and an absence stays to be told."""
        return self.voice.value(self.take(name), *self._marks(name)) if self.has(name) else ""

    def label(self, name: str) -> str:
        """As :meth:`value`: for a word of a vocabulary, its label."""
        return self.value(name)

    def text(self, name: str) -> str:
        """As :meth:`value`: for a text."""
        return self.value(name)

    def several(self, name: str, word: str = "and") -> str:
        """As :meth:`value`: for a list, joined with *word*."""
        if not self.has(name):
            return ""
        taken = self.take(name)
        if isinstance(taken, Several):
            return self.voice.several(taken, self.mark(name), word)
        return self.voice.value(taken, self.mark(name))

    def flag(self, name: str) -> bool | None:
        """Take a yes or no out; ``None`` where it is not plainly one."""
        return self.take(name) if isinstance(self._left.get(name), bool) else None

    def title(self, key: str) -> str:
        """What the element is called, and the field that says so taken out."""
        for name in ("name", "title", "term", "label"):
            if self.has(name):
                return self.value(name)
        return self.voice.title(self.element, key)  # type: ignore[arg-type]  # only asked of elements

    def parts(self) -> Iterator[tuple[str, Said]]:
        """Take out the elements below, by key, and the steps, by number."""
        for name in [name for name, held in self._left.items() if isinstance(held, (Keyed, Several, tuple))]:
            held = self._left[name]
            if isinstance(held, Keyed) and held.absence is None:
                yield from held.items()
                self._left[name] = held.absent
            elif held and all(isinstance(one, Said) for one in held):
                yield from ((str(number), one) for number, one in enumerate(held, 1))
                del self._left[name]

    # --- what every element has ---

    @property
    def cited(self) -> str:
        """Where it stands."""
        return self.voice.cites(self._common["cites"]) if "cites" in self._common else ""

    @property
    def status(self) -> str:
        """Its status and for which time it holds, for a bracket behind its name."""
        said = []
        if "status" in self._common:
            said.append(self.voice.value(self._common["status"], self.mark("status")))
        if "since" in self._common or "until" in self._common:
            said.append(self.voice.span(self.element))  # type: ignore[arg-type]  # only elements have them
        return ", ".join(filter(None, said))

    def common(self) -> Iterator[str]:
        """What else every element can have."""
        for name in ("inside", "replaces", "note"):
            if name in self._common:
                yield f"{capital(self.voice.field(name))}: {sentence(self._said(name, self._common[name]))}"

    def _said(self, name: str, value: Any) -> str:
        return self.voice.value(value, self.mark(name))

    def rest(self) -> Iterator[str]:
        """Every field that is said and was not taken, by the name of the field."""
        for name, value in list(self._left.items()):
            if isinstance(value, Who):
                yield from who(self.voice, self, "")
            elif not _is_absent(value):
                del self._left[name]
                yield self._plainly(name, value)

    def _plainly(self, name: str, value: Any) -> str:
        """A field by its name; a yes or no as a sentence."""
        if isinstance(value, bool) and name in FLAGS:
            return FLAGS[name][not value][LANGUAGES.index(self.voice.lang)]
        return f"{capital(self.voice.field(name))}: {stopped(self.voice.value(value, *self._marks(name)))}"

    def silences(self) -> Iterator[tuple[str, Absence]]:
        """The fields that are written to say that there is nothing, and were not taken."""
        for name, value in self._left.items():
            absence = value if isinstance(value, Absence) else getattr(value, "absence", None)
            if isinstance(absence, Absence):
                yield self._none(name) if absence.is_stated else self.voice.about(name), absence
            elif isinstance(value, dict):
                for key, one in value.items():
                    yield there_is_no(self.voice, key.replace("-", " "), one), one

    def _none(self, name: str) -> str:
        """That there is none of a field: in words of its own where the name of the field does not do."""
        if name in NONES:
            return NONES[name][LANGUAGES.index(self.voice.lang)]
        return self.voice.phrase("there-is-no", self.voice.field(name))


def _is_absent(value: Any) -> bool:
    if isinstance(value, (Keyed, Several, Pairs)):
        return value.absence is not None or not len(value)
    return isinstance(value, (Absence, dict)) or value == ()  # what `parts` leaves of a section is what it has not


def absences(voice: Voice, one: Open) -> Iterator[str]:
    """Say what an element is silent about, and what the text says does not exist."""
    yield from not_there(voice, list(one.silences()))


def rest_of(voice: Voice, one: Open) -> Iterator[str]:
    """Give what is left of a part that has no line of its own, with its citation."""
    yield from one.rest()
    yield from (sentence(said) for said in absences(voice, one))
    if one.cited:
        yield one.cited


def not_there(voice: Voice, found: Sequence[tuple[str, Absence]]) -> Iterator[str]:
    """Say of several things that the text is silent about them, in one sentence; what is stated stands as it is."""
    counted = [(about, absence) for about, absence in found if absence.count is not None and not absence.is_stated]
    silent = [
        (about, absence)
        for about, absence in found
        if absence.count is None and absence.instead is None and not absence.is_stated
    ]
    placed = [
        (about, absence)
        for about, absence in found
        if absence.count is None and absence.instead is not None and not absence.is_stated
    ]
    none = [(about, absence) for about, absence in found if absence.is_stated]
    if silent:
        cites = " ".join(filter(None, (voice.cites(absence.cites) for _, absence in silent)))
        yield " ".join(filter(None, (voice.phrase("says-nothing", voice.listed((a for a, _ in silent), "or")), cites)))
    for about, absence in counted:
        said = voice.phrase("counted-not-named", about, voice.value(absence.count))
        yield " ".join(filter(None, (said, voice.cites(absence.cites))))
    for about, absence in [*placed, *none]:
        said = about if absence.is_stated else voice.phrase("says-nothing", about)
        if absence.instead is not None:
            said += f"; {voice.phrase('instead', voice.name(absence.instead))}"
        yield " ".join(filter(None, (said, voice.cites(absence.cites))))


def there_is_no(voice: Voice, name: str, absence: Absence) -> str:
    """Say that there is no such thing, where the text says so; else only its name, to be said that it is silent."""
    return voice.phrase("there-is-no", name) if absence.is_stated else name


def who(
    voice: Voice, one: Open, owner: str, held: Who | None = None, *, many: bool = False, past: bool = False
) -> list[str]:
    """Say who does what: one sentence for each group of actors, one for what is left open, one for what nobody does."""
    given = one.take("who") if held is None else held
    if not isinstance(given, Who):
        return []
    if given.absence is not None:
        said = "nobody" if given.absence.is_stated else "who-not-said"
        return [sentence(voice.phrase(said, _verb(voice, "does")))] if held is None else []
    by_actors: dict[str, list[str]] = {}
    unsaid: list[str] = []
    nobody: list[str] = []
    for verb, actors in given.items():
        if actors.absence is not None:
            (nobody if actors.absence.is_stated else unsaid).append(_verb(voice, verb))
        else:
            own = "" if all(map(voice.is_itself, actors)) else voice.actors(actors, owner)
            by_actors.setdefault(own, []).append(verb)
    sentences = [
        sentence(_passive(voice, verbs, actors, past=past) if actors else _itself(voice, verbs, owner, many))
        for actors, verbs in by_actors.items()
    ]
    if unsaid:
        sentences.append(sentence(voice.phrase("who-not-said", voice.listed(unsaid, "or"))))
    sentences += [sentence(voice.phrase("nobody", verb)) for verb in nobody]
    return sentences


def _verb(voice: Voice, verb: str) -> str:
    """A verb without anybody who does it; *gör* alone is not enough."""
    return DOES[verb][LANGUAGES.index(voice.lang)] if verb in DOES else voice.label("verb", verb)


def _itself(voice: Voice, verbs: list[str], owner: str, many: bool) -> str:
    """*Utser själv*, *appointed by itself*."""
    if voice.lang == "sv":
        said = voice.listed([voice.label("verb", verb) for verb in verbs])
        said = f"{owner} {said}" if owner and not many else said
    else:
        said = voice.listed([VERBS[verb][1].removesuffix(" by {}") if verb in VERBS else verb for verb in verbs])
    return voice.phrase("itself-each" if many else "itself-alone", said)


def _passive(voice: Voice, verbs: list[str], actors: str, *, past: bool = False) -> str:
    """*Beställs och tas emot av partnerskapet*: what several verbs have in common is said once."""
    of = LANGUAGES.index(voice.lang)
    turns = {**VERBS, **PAST} if past else VERBS
    phrases = [turns[verb][of] if verb in turns else f"{{}} {voice.label('verb', verb)}" for verb in verbs]
    ending = (" av {}", " by {}")[of]
    # What is said in Swedish with a subject of its own (*förslaget skrivs av*) does not share one with *beslutas av*.
    alone = [phrase for phrase in phrases if not phrase.endswith(ending) or (of == 0 and phrase.split()[0][-1] != "s")]
    shared = [phrase.removesuffix(ending) for phrase in phrases if phrase not in alone]
    others = [phrase.format(actors) for phrase in alone]
    said = [f"{voice.listed(shared)}{ending}".format(actors)] if shared else []
    return "; ".join([*said, *others])
