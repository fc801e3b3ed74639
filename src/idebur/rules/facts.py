"""Facts about an organisation that a rule may ask for, and clauses: rules with a name and a place in the text."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from idebur.absence import NOT_SAID, Maybe
from idebur.elements import Element, Keyed
from idebur.rules.language import Rule
from idebur.rules.misuses import Declared
from idebur.said import Key, Ref, YesNo
from idebur.several import Several
from idebur.text import Text
from idebur.vocabulary import Vocabularies

__all__ = ["Clause", "DeclaredFact", "Fact", "FactType", "built_in_facts", "called_values", "declared"]

FactType = Literal["yes-no", "word", "words", "number", "date"]


class Fact(Element):
    """Something that is so or not so of an organisation: with its type, its label, and the question one would ask."""

    type: FactType = "yes-no"
    """``yes-no``, ``word``, ``words`` (a set of them), ``number`` or ``date``."""

    label: Maybe[Text] = NOT_SAID
    """What it is called in running text."""

    question: Maybe[Text] = NOT_SAID
    """The question one would ask an applicant."""

    values: Several[Key] = Several()
    """For words: those that can be given; left out, any word."""

    vocabulary: Maybe[Key] = NOT_SAID
    """For words: the vocabulary whose words can be given."""

    changeable: Maybe[YesNo] = NOT_SAID
    """Whether an organisation can change it; left out, it can."""


class Clause(Element):
    """A named condition. Without a rule only people can judge it, and it is unknown until somebody attests it."""

    rule: Maybe[Rule] = NOT_SAID
    """What an organisation must be, in the rule language."""

    says: Maybe[Text] = NOT_SAID
    """What it says, in words."""

    under: Several[Annotated[str, Ref("element")]] = Several()
    """The element it belongs to, where it stands under one."""


class DeclaredFact:
    """A fact as a rule is typed against it: its type, and the words that may stand there."""

    def __init__(self, fact: Fact, vocabularies: Vocabularies) -> None:
        self.type: str = fact.type
        self.values: frozenset[str] = frozenset(fact.values)
        self.vocabulary: str | None = fact.vocabulary if isinstance(fact.vocabulary, str) else None
        """The vocabulary from which words may stand there, where there is one."""
        if self.vocabulary is not None:
            self.values |= frozenset(vocabularies[self.vocabulary])


@cache
def built_in_facts() -> Keyed[Fact]:
    """The facts that every agreement knows without declaring them."""
    return Keyed(
        {
            "sector": Fact(
                type="word",
                vocabulary="sector",
                label=Text(sv="sektor", en="sector"),
                question=Text(sv="Vilken sektor hör ni till?", en="Which sector do you belong to?"),
                changeable=False,
            ),
            "form": Fact(
                type="word",
                vocabulary="actor-kind",
                label=Text(sv="organisationsform", en="form of organisation"),
                question=Text(sv="Vilken organisationsform har ni?", en="What form does your organisation have?"),
            ),
            "scope": Fact(
                type="words",
                vocabulary="territory-level",
                label=Text(sv="verksamhetens nivåer", en="levels of activity"),
                question=Text(sv="På vilka nivåer är ni verksamma?", en="On which levels are you active?"),
            ),
            "democratic": Fact(
                label=Text(sv="bygger på demokratiska värderingar", en="builds on democratic values"),
                question=Text(
                    sv="Bygger er organisation på demokratiska värderingar?",
                    en="Does your organisation build on democratic values?",
                ),
            ),
            "independent": Fact(
                label=Text(
                    sv="organisatoriskt fristående från offentlig sektor", en="independent of the public sector"
                ),
                question=Text(
                    sv="Är er organisation organisatoriskt fristående från offentlig sektor?",
                    en="Is your organisation organisationally independent of the public sector?",
                ),
            ),
            "public-owned": Fact(
                label=Text(sv="offentligt ägd", en="publicly owned"),
                question=Text(sv="Ägs ni av det offentliga?", en="Are you owned by a public body?"),
            ),
            "not-for-profit": Fact(
                label=Text(sv="inte vinstdrivande", en="not profit-making"),
                question=Text(
                    sv="Är ni en icke vinstdrivande organisation?", en="Are you a not-for-profit organisation?"
                ),
            ),
            "joined": Fact(
                label=Text(sv="ansluten till överenskommelsen", en="joined to the agreement"),
                question=Text(sv="Är ni anslutna till överenskommelsen?", en="Have you joined the agreement?"),
            ),
            "members": Fact(
                type="number",
                label=Text(sv="antal medlemmar", en="number of members"),
                question=Text(sv="Hur många medlemmar har ni?", en="How many members do you have?"),
            ),
            "founded": Fact(
                type="date",
                label=Text(sv="bildad", en="founded"),
                question=Text(sv="När bildades ni?", en="When were you founded?"),
                changeable=False,
            ),
        }
    )


def declared(own: Keyed[Fact], vocabularies: Vocabularies) -> dict[str, DeclaredFact]:
    """The facts that a rule can name: the built-in ones, and an agreement's own before them."""
    facts = {**built_in_facts(), **own}
    return {name: DeclaredFact(fact, vocabularies) for name, fact in facts.items()}


def called_values(fact: Declared, vocabularies: Vocabularies) -> Mapping[str, str]:
    """From all that the words of a fact are called, labels in any language too, to the words.

    >>> vocabularies = Vocabularies()
    >>> called_values(DeclaredFact(built_in_facts()["scope"], vocabularies), vocabularies)["kommunal"]
    'municipal'
    """
    vocabulary = fact.vocabulary if isinstance(fact, DeclaredFact) else None
    labels = {} if vocabulary is None else vocabularies.called(vocabulary)
    return {**labels, **{word: word for word in fact.values}}
