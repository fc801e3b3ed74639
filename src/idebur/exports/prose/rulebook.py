"""The rules of an agreement listed in words, and two agreements compared by who could join them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from attrs import field, frozen

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.answers import Answer
from idebur.citations import Cites
from idebur.compare.joining import Differing, JoiningCompared
from idebur.exports.prose.asking import Asking
from idebur.exports.prose.conditions import rule_in_words
from idebur.exports.prose.voice import Voice
from idebur.exports.prose.wording import sentence
from idebur.membership import terms_of, ways_of
from idebur.messages import LANGUAGES, Lang
from idebur.messages.reasoning import PHRASES
from idebur.names import PRESENT
from idebur.rules.facts import Fact
from idebur.rules.language import AllOf, AnyOf, Rule
from idebur.rules.logic import Reasoned
from idebur.rules.samples import OTHER
from idebur.rules.terms import allowed
from idebur.rules.witnesses import Witness
from idebur.states import consists_of, lay
from idebur.text import Text

__all__ = ["Listed", "Rulebook", "tell_joining_compared", "tell_rules"]

_WIDTH = 100


def tell_rules(agreement: Agreement, lang: Lang = "sv", *, version: str | None = None) -> str:
    """List the clauses of *agreement* and who may join it: each in words, and as the text of the rule.

    Of its present state, or of a *version*: of an amendment, together with what it leaves standing.

    Raises:
        UnknownKey: there is no such version.
    """
    return Rulebook(agreement, lang, version).told()


def tell_joining_compared(
    first: Agreement,
    second: Agreement,
    compared: JoiningCompared,
    lang: Lang = "sv",
    *,
    versions: tuple[str | None, str | None] = (None, None),
) -> str:
    """Tell who could join which of two agreements, each time with an example.

    Raises:
        UnknownKey: there is no such version.
    """
    return _Comparing(Rulebook(first, lang, versions[0]), Rulebook(second, lang, versions[1]), lang).told(compared)


def _say(name: str, lang: Lang, **parts: object) -> str:
    return PHRASES[name][LANGUAGES.index(lang)].format(**parts)


@frozen
class Listed:
    """A clause, or a procedure by which one joins."""

    key: str
    words: str
    """What it says, in words."""

    rule: Rule | None
    cites: Cites


@frozen
class Rulebook:
    """The rules of one agreement in one language."""

    agreement: Agreement
    lang: Lang
    version: str | None = None
    voice: Voice = field(init=False)
    asking: Asking = field(init=False)

    def __attrs_post_init__(self) -> None:
        here = None if self.version == PRESENT else self.version
        object.__setattr__(self, "version", here)
        object.__setattr__(self, "voice", Voice(self.agreement, self.lang, here))
        object.__setattr__(self, "asking", Asking(self.voice, terms_of(self.agreement, here)))

    @property
    def key(self) -> str:
        """The key of the agreement: its title is too long to be said again and again."""
        return self.agreement.agreement

    @property
    def title(self) -> str:
        """What the agreement is called, with its key."""
        title = one_said(self.voice.content.title) or one_said(self.agreement.title)
        said = _say("agreement", self.lang, title=self.voice.text(title), key=self.key) if title else self.key
        if self.version is not None:
            said += self.asking.say("in-version", version=self.version)
        return "\n".join(textwrap.wrap(said, _WIDTH))

    def clauses(self) -> Iterator[Listed]:
        """The clauses, in the order of the file."""
        states = consists_of(self.agreement, self.version)
        clauses = lay(states, lambda content: content.clauses, self.agreement.vocabularies)
        for key, (path, clause) in clauses.standing.items():
            says, rule = one_said(clause.says), one_said(self.asking.terms.clauses[key].rule)
            words = self.voice.text(says) if isinstance(says, Text) else key.replace("-", " ")
            words = rule_in_words(self.voice, rule) if not isinstance(says, Text) and rule is not None else words
            yield Listed(key, sentence(words), rule, self.agreement.cites_of((*path, "clauses", key)))

    def ways(self) -> Iterator[Listed]:
        """The procedures by which one joins, in the order of the file."""
        for path, procedure in ways_of(self.agreement, "joins", self.version):
            rule = one_said(procedure.open_to)
            words = _say("way-not-said", self.lang) if rule is None else self._asked(rule)
            yield Listed(procedure.key, words, rule, self.agreement.cites_of(path, "open-to"))

    def _asked(self, rule: Rule) -> str:
        if rule == AllOf(()):
            return _say("anybody", self.lang)
        return _say("nobody", self.lang) if rule == AnyOf(()) else sentence(rule_in_words(self.voice, rule))

    def told(self) -> str:
        """The whole list."""
        clauses, ways = list(self.clauses()), list(self.ways())
        return "\n\n".join(
            [
                self.title,
                self._section("clauses", clauses) if clauses else _say("no-clauses", self.lang),
                self._section("ways", ways) if ways else _say("no-ways", self.lang),
            ]
        )

    def _section(self, heading: str, several: list[Listed]) -> str:
        lines = [f"{_say(heading, self.lang)}:"]
        for one in several:
            said = " ".join(filter(None, (f"{one.key}: {one.words}", self.voice.cites(one.cites))))
            lines += textwrap.wrap(said, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
            if one.rule is not None:
                lines.append(f"    {one.rule}")
            elif heading == "clauses":
                lines.append(f"    {_say('only-people', self.lang)}")
        return "\n".join(lines)

    def label(self, fact: str) -> str:
        """What a fact is called."""
        said = one_said(self.asking.terms.facts[fact].label)
        return self.voice.text(said) if isinstance(said, Text) else fact.replace("-", " ")

    def clause(self, name: str) -> str:
        """What a clause says, to stand inside a sentence."""
        found = next((one for one in self.clauses() if one.key == name), None)
        return name.removeprefix("procedures.") if found is None else found.words.rstrip(".")

    def knows(self, fact: str) -> bool:
        """Whether the agreement has such a fact."""
        return fact in self.asking.terms.facts

    def found(self, fact: str, value: object) -> str:
        """The value of a fact in words."""
        declared: Fact = self.asking.terms.facts[fact]
        other = OTHER in (value, *(value if isinstance(value, tuple) else ()))
        if other and not allowed(declared, self.asking.terms):
            return _say("other-word", self.lang)
        return self.asking.found(fact, value)


@frozen
class _Comparing:
    first: Rulebook
    second: Rulebook
    lang: Lang

    def say(self, name: str, **parts: object) -> str:
        return _say(name, self.lang, **parts)

    def told(self, compared: JoiningCompared) -> str:
        keys = {"first": self.first.key, "second": self.second.key}
        blocks = [self.say("compared", **keys)]
        silent = self.first.voice.listed(compared.silent)
        blocks += map(self._differing, compared.differing)
        for name, reasoned in (
            ("only-first", compared.only_first),
            ("only-second", compared.only_second),
            ("both", compared.both),
            ("neither", compared.neither),
        ):
            blocks.append("\n".join([f"{self.say(name, **keys)}:", *self._answered(reasoned, silent)]))
        return "\n\n".join(blocks)

    def _answered(self, reasoned: Reasoned, silent: str) -> Iterator[str]:
        if reasoned.witness is not None and reasoned.witness.because:
            yield f"  {self.say('there-is')}"
            for said in self._shown(reasoned.witness):
                yield from textwrap.wrap(said, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
        elif reasoned.witness is not None:
            yield f"  {self.say('there-is-any')}"
        else:
            name = "there-is-none" if reasoned.answer is Answer.NO else reasoned.reason
            yield from textwrap.wrap(self.say(name, silent=silent), _WIDTH, initial_indent="  ", subsequent_indent="  ")

    def _shown(self, witness: Witness) -> Iterator[str]:
        """What of the witness shows it; whatever else is true of it, it is so."""
        for name in witness.because:
            if name in witness.facts:
                book = self.first if self.first.knows(name) else self.second
                yield self.say("value", label=book.label(name), value=book.found(name, witness.facts[name]))
            for book, attested in zip((self.first, self.second), witness.attested, strict=True):
                if name in attested:
                    value = self.say("met" if attested[name] else "not-met")
                    yield self.say("judged", agreement=book.key, clause=book.clause(name), value=value)

    def _differing(self, fact: Differing) -> str:
        label = self.first.label(fact.fact)
        if not fact.is_comparable:
            first, second = (self.say(f"type-{one}") for one in fact.types)
            return self.say("differs-in-type", fact=label, first=first, second=second)
        first, second = (", ".join(words) or self.say("any-word") for words in fact.words)
        return self.say("differs-in-words", fact=label, first=first, second=second)
