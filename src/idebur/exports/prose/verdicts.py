"""A verdict on whether an organisation may join, in words that can be put into a letter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from attrs import frozen

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.citations import Cite
from idebur.exports.prose.asking import Asking
from idebur.exports.prose.conditions import rule_in_words
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import capital, lowered
from idebur.membership import approvers, rule_of_joining
from idebur.messages import Lang
from idebur.names import PRESENT
from idebur.organisations import Organisation
from idebur.rules.changes import Change, ChangeSet, TooManyWays, changes
from idebur.rules.judging import judge
from idebur.rules.language import AllOf, AnyOf, AtLeast, Not, Rule
from idebur.rules.verdicts import Verdict
from idebur.text import Text

__all__ = ["Reason", "is_denied", "tell_membership", "what_decided"]

_WIDTH = 100
_MOST_WAYS = 3

Line = tuple[int, str]
"""How far it is set in, and what it says."""

Reason = tuple[Verdict, bool]
"""A verdict, and whether it is to be a *yes* for the whole to be one (or, under *not*, a *no*)."""


def tell_membership(
    agreement: Agreement, organisation: Organisation, lang: Lang = "sv", *, version: str | None = None
) -> str:
    """Tell whether *organisation* may join *agreement*: the decision, what decides it, and what would turn it.

    Raises:
        UnknownKey: there is no such version, or a value is a word that its fact does not know.
        Mistyped: a value is of another type than its fact.
    """
    rule, terms = rule_of_joining(agreement, version)
    here = None if version == PRESENT else version
    voice = Voice(agreement, lang, here)
    telling = _Telling(voice, Asking(voice, terms), organisation, here)
    return "\n\n".join(filter(None, telling.blocks(rule, judge(rule, organisation, terms))))


@frozen
class _Telling:
    voice: Voice
    asking: Asking
    organisation: Organisation
    version: str | None

    def blocks(self, rule: Rule, verdict: Verdict) -> Iterator[str]:
        """The decision, what decides it, the other conditions, what is missing, what would be enough."""
        yield "\n".join(textwrap.wrap(" ".join(self._decision(verdict)), _WIDTH))
        ways = (verdict,) if verdict.clause is not None else verdict.because
        deciding = [way for way in ways if way.answer is verdict.answer]
        told: set[Rule] = set()
        for way in deciding:
            heading = "decided" if len(ways) == 1 else "decided-way"
            reasons = self._decisive(way)
            told |= {one.rule for one, _ in reasons}
            lines = (line for one, want in reasons for line in self._reason(one, want))
            yield _block(self.asking.say(heading, way=self._way(way)), lines)
        others = [(0, self._judged(one, want=want)) for one, want in _conditions(verdict) if one.rule not in told]
        if others:
            yield _block(self.asking.say("other-clauses"), others)
        if verdict.answer is Answer.UNKNOWN:
            yield _block(self.asking.say("missing"), dict.fromkeys(self._missing(verdict)))
        if verdict.answer is not Answer.YES:
            yield self._what_would_do(rule)

    # --- the decision ---

    def _decision(self, verdict: Verdict) -> Iterator[str]:
        say, voice = self.asking.say, self.voice
        name = one_said(self.organisation.name)
        who = voice.text(name) if isinstance(name, Text) else say("the-organisation")
        title = one_said(voice.content.title) or one_said(voice.agreement.title)
        called = (
            voice.phrase("quoted", voice.text(title)) if isinstance(title, Text) else voice.phrase("this-agreement")
        )
        version = say("in-version", version=self.version) if self.version is not None else ""
        yield capital(say(f"may-{verdict.answer}", who=who, agreement=called, version=version))
        approving = approvers(voice.agreement, self.version)
        if verdict.answer is not Answer.NO and approving:
            yield say("approved-by", who=voice.listed(map(self._inside, approving)))

    def _inside(self, key: str) -> str:
        """A body or an office inside a sentence; the name of anybody else stays as it is."""
        name = self.voice.name(key, "actor")
        contents = (self.voice.content, self.voice.agreement)
        return lowered(name) if any(key in one.bodies or key in one.offices for one in contents) else name

    def _way(self, way: Verdict) -> str:
        """What a procedure is called; by its key where another is called the same."""
        names = [name for name in self.asking.terms.clauses if name.startswith("procedures.")]
        called = {name: lowered(self.voice.name(name)) for name in names}
        own = called.get(str(way.clause), "")
        return str(way.clause).partition(".")[2].replace("-", " ") if [*called.values()].count(own) > 1 else own

    # --- what decided ---

    def _decisive(self, way: Verdict) -> tuple[Reason, ...]:
        """The clauses that decided; of a procedure whose rule asks for facts itself, the procedure."""
        found = tuple(what_decided(way, True, to_clauses=True, counts=True))
        return found if all(_is_condition(one) or isinstance(one.rule, AtLeast) for one, _ in found) else ((way, True),)

    def _reason(self, verdict: Verdict, want: bool) -> Iterator[Line]:
        if isinstance(verdict.rule, AtLeast):
            yield 0, self.asking.enough(verdict.rule, want=want)
            return
        yield 0, self._judged(verdict, want=want)
        for ground, wanted in what_decided(verdict, want, to_clauses=False, counts=True):
            if ground is not verdict:
                yield 1, self._ground(ground, wanted)

    def _judged(self, verdict: Verdict, *, want: bool) -> str:
        """A clause: whether it is met, what it says, where it stands, and who judged it."""
        say = self.asking.say
        sentences = [self._status(verdict)]
        if not want:
            sentences.append(say("not-to-be-met"))
        if not verdict.because and verdict.answer is Answer.UNKNOWN and _is_condition(verdict):
            sentences.append(say("only-people"))
        if verdict.attested is not None:
            sentences.append(self.asking.attested(verdict, verdict.attested))
        places = tuple(dict.fromkeys(self._place(cite) for cite in verdict.cites))
        if places:
            sentences.append(
                say("stands-in-one" if len(places) == 1 else "stands-in-several", places="; ".join(places))
            )
        return " ".join(sentences)

    def _status(self, verdict: Verdict) -> str:
        if is_denied(verdict):
            return self.asking.say("way-denied")
        if verdict.clause == "procedures":
            return self.asking.say("ways-not-said")
        if not _is_condition(verdict):
            return self.asking.say(f"way-{verdict.answer}" if verdict.because else "way-not-said")
        return self.asking.say(f"met-{verdict.answer}", says=self._says(str(verdict.clause)))

    def _says(self, clause: str) -> str:
        """What a clause says, to stand after a colon."""
        meant = self.asking.terms.clauses[clause]
        says, ruled = one_said(meant.says), one_said(meant.rule)
        if isinstance(says, Text):
            return f"{lowered(self.voice.text(says))}."
        return f"{rule_in_words(self.voice, ruled) if ruled is not None else clause.replace('-', ' ')}."

    def _place(self, cite: Cite) -> str:
        """The title of the document and the place in it."""
        document, place = cite.at.document, cite.at.place
        title = self.voice.name(document, "document") if document is not None else ""
        said = ", ".join(filter(None, (title, place)))
        return f"{said} ({self.voice.name(cite.asserted_by)})" if cite.asserted_by is not None else said

    def _ground(self, verdict: Verdict, want: bool) -> str:
        """A claim about a fact: what was found and, where that is not enough, what is needed."""
        say, fact = self.asking.say, verdict.fact
        if isinstance(verdict.rule, AtLeast):
            return self.asking.enough(verdict.rule, want=want)
        if fact is None:
            if verdict.clause is not None:
                return self._judged(verdict, want=want)
            return say("anybody" if isinstance(verdict.rule, AllOf) is want else "nobody")
        question = self.asking.question(fact)
        needed = self.asking.needed([verdict.rule], want=want)
        if verdict.found is None:
            return say("unanswered", question=question, needed=needed)
        met = verdict.answer is Answer.of(want)
        name = "answered-met" if met else "answered-not-met"
        if verdict.answer is Answer.UNKNOWN:
            name = "answered-imprecise"
        found = self.asking.found(fact, verdict.found)
        said = say(name, question=question, found=found, needed=needed)
        return said if verdict.attested is None else f"{said} {self.asking.attested(verdict, verdict.attested)}"

    # --- what is missing, and what would be enough ---

    def _missing(self, verdict: Verdict) -> Iterator[Line]:
        say = self.asking.say
        for ground in verdict.grounds:
            if ground.fact is not None and ground.found is not None:
                found = self.asking.found(ground.fact, ground.found)
                yield 0, say("asked-more-precisely", question=self.asking.question(ground.fact), found=found)
            elif ground.fact is not None:
                yield 0, say("asked", question=self.asking.question(ground.fact))
            elif _is_condition(ground):
                yield 0, say("to-judge", says=self._says(str(ground.clause)))
            else:
                yield 0, say("to-agree")

    def _what_would_do(self, rule: Rule) -> str:
        say = self.asking.say
        try:
            sets = changes(rule, self.organisation, self.asking.terms, limit=5)
        except TooManyWays:
            return say("too-many-ways")
        known = [one for one in sets if not any(name.startswith("procedures") for name in one.facts)]
        if not known:
            return "" if sets else say("nothing-would-do")
        heading = say("would-do-one" if len(known) == 1 else "would-do-several")
        return _block(heading, ((0, self._set(one)) for one in known))

    def _set(self, one: ChangeSet) -> str:
        say = self.asking.say
        if (
            len(one.facts) == 1
            and len({way[0].how for way in one.ways}) == 1
            and one.facts[0] in self.asking.terms.facts
        ):
            needed = say("or").join(self.asking.needed(way[0].needed) for way in one.ways[:_MOST_WAYS])
            return f"{capital(self._changed(one.ways[0][0], needed))}."
        ways = [say("and-also").join(self._change(change) for change in way) for way in one.ways[:_MOST_WAYS]]
        return f"{capital(say('or-else').join(ways))}."

    def _change(self, change: Change) -> str:
        say = self.asking.say
        if change.name in self.asking.terms.facts:
            return self._changed(change, self.asking.needed(change.needed))
        return say("attest-yes" if change.value is True else "attest-no", says=self._says(change.name).rstrip("."))

    def _changed(self, change: Change, needed: str) -> str:
        found = self.asking.found(change.name, change.found) if change.found is not None else ""
        return self.asking.say(change.how, question=self.asking.question(change.name), found=found, needed=needed)


def _is_condition(verdict: Verdict) -> bool:
    """Whether it is on a clause of the agreement, and not on a procedure as a whole."""
    return verdict.clause is not None and not verdict.clause.startswith("procedures")


def _conditions(verdict: Verdict) -> Iterator[Reason]:
    """The clauses that the whole rests on first, and not by way of another, with what each is to be."""
    found: dict[tuple[Rule, bool], Verdict] = {}
    left = [(verdict, True)]
    while left:
        one, want = left.pop()
        if _is_condition(one):
            found.setdefault((one.rule, want), one)
        else:
            below = not want if isinstance(one.rule, Not) else want
            left.extend((part, below) for part in reversed(one.because))
    return ((one, want) for (_, want), one in found.items())


def is_denied(verdict: Verdict) -> bool:
    """Whether the text itself says that nobody can join: its way of joining is one that nobody meets."""
    return not _is_condition(verdict) and [one.rule for one in verdict.because] == [AnyOf(())]


def what_decided(verdict: Verdict, want: bool, *, to_clauses: bool, counts: bool = False) -> Iterator[Reason]:
    """What decided, as :attr:`Verdict.decisive` and :attr:`Verdict.grounds` give it, with what each was to be.

    *want* says whether *verdict* itself is to be a *yes*. With *counts*, a rule of which some parts are enough is given
    too, before those of its parts that decided: without it they would read as if each of them were required.
    """
    found: dict[tuple[Rule, bool], Verdict] = {}
    left = [(verdict, want)]
    seen: set[tuple[int, bool]] = set()
    while left:
        one, wanted = left.pop()
        if (id(one), wanted) in seen:
            continue
        seen.add((id(one), wanted))
        if counts and isinstance(one.rule, AtLeast):
            found.setdefault((one.rule, wanted), one)
        if one.because and (one is verdict or not (to_clauses and one.clause is not None)):
            below = not wanted if isinstance(one.rule, Not) else wanted
            left.extend((part, below) for part in reversed(one.reasons))
        else:
            found.setdefault((one.rule, wanted), one)
    return ((one, wanted) for (_, wanted), one in found.items())


def _block(heading: str, lines: Iterable[Line]) -> str:
    wrapped = [
        line
        for indent, said in lines
        for line in textwrap.wrap(
            said, _WIDTH, initial_indent=f"{'  ' * indent}- ", subsequent_indent=f"{'  ' * indent}  "
        )
    ]
    return "\n".join([f"{heading}:", *wrapped])
