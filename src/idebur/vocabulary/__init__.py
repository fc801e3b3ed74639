"""Words as data: the vocabularies that fields draw on, shipped ready, extended or given new labels by an agreement.

A word has a label in Swedish and English, a meaning where the label does not say it all, and *properties* where
something depends on it: that a co-opted seat does not count in a balance is a property of the word ``co-opted``
(``counts: false``), never a test for the word in the code.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from idebur.absence import NOT_SAID, Maybe
from idebur.said import Key, Said
from idebur.several import Pairs
from idebur.text import Text
from idebur.vocabulary.shipped import SHIPPED

__all__ = ["Term", "Vocabularies", "Words", "shipped"]


class Term(Said):
    """A word of a vocabulary: its label, its meaning, and the properties that something depends on."""

    label: Maybe[Text] = NOT_SAID
    """What it is called in running text, in each language."""

    means: Maybe[Text] = NOT_SAID
    """What it means, where the label does not say it all."""

    properties: Pairs[Key, bool | int | str] = Pairs()
    """What depends on the word, such as ``counts: false``."""

    def has(self, name: str) -> bool:
        """Whether the property *name* is there and true."""
        return self.properties.get(name) is True


Words = Pairs[Key, Pairs[Key, Term]]
"""The words that an agreement adds or gives a new label: from a vocabulary to its words."""


def shipped() -> Mapping[str, Mapping[str, Term]]:
    """The vocabularies that come with idebur, by name."""
    return {name: _shipped(name) for name in SHIPPED}


@cache
def _shipped(vocabulary: str) -> Mapping[str, Term]:
    return {
        word: Term(label=Text(sv=sv, en=en), properties=Pairs(properties) if properties else Pairs())
        for word, sv, en, properties in SHIPPED.get(vocabulary, ())
    }


class Vocabularies:
    """The vocabularies as one agreement has them: the shipped words, and its own before them.

    >>> Vocabularies().label("seat-kind", "co-opted", "sv")
    'adjungerad'
    """

    def __init__(self, *own: Words) -> None:
        self._own = own
        self._read: dict[str, Mapping[str, Term]] = {}
        self._called: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, vocabulary: str) -> Mapping[str, Term]:
        """Every word of a vocabulary; an unknown vocabulary is empty."""
        if vocabulary not in self._read:
            known = dict(_shipped(vocabulary))
            for words in reversed(self._own):
                for word, term in words.get(vocabulary, Pairs[str, Term]()).items():
                    known[word] = term if word not in known else _over(term, known[word])
            self._read[vocabulary] = known
        return self._read[vocabulary]

    def names(self) -> frozenset[str]:
        """The names of all vocabularies that can be extended."""
        return frozenset(SHIPPED)

    def words(self, vocabulary: str) -> frozenset[str]:
        """The words of a vocabulary alone, without what is known of them."""
        own = (word for words in self._own for word in words.get(vocabulary, ()))
        return frozenset((*own, *(word for word, *_ in SHIPPED.get(vocabulary, ()))))

    def own(self) -> Iterator[tuple[str, Mapping[str, Term]]]:
        """The agreement's own words, vocabulary by vocabulary."""
        for words in self._own:
            yield from words.items()

    def called(self, vocabulary: str) -> Mapping[str, str]:
        """From all that the words of a vocabulary are called, labels in any language too, to the words.

        What they are called is written as words are, with hyphens.

        >>> Vocabularies().called("sector")["idéburen-sektor"]
        'civil-society'
        """
        if vocabulary not in self._called:
            self._called[vocabulary] = dict(_all_called(self[vocabulary]))
        return self._called[vocabulary]

    def label(self, vocabulary: str, word: str, language: str) -> str:
        """What a word is called in running text; the word itself where it has no label."""
        term = self[vocabulary].get(word)
        return term.label.said(language) if term is not None and isinstance(term.label, Text) else word

    def has(self, vocabulary: str, word: str, name: str) -> bool:
        """Whether *word* has the property *name*; a word that is not in the vocabulary has none."""
        term = self[vocabulary].get(word)
        return term is not None and term.has(name)

    def property(self, vocabulary: str, word: str, name: str) -> bool | int | str | None:
        """The value of a property of *word*, or ``None``."""
        term = self[vocabulary].get(word)
        return None if term is None else term.properties.get(name)

    def having(self, vocabulary: str, name: str) -> frozenset[str]:
        """The words of a vocabulary that have a property."""
        return frozenset(word for word, term in self[vocabulary].items() if term.has(name))


def _all_called(terms: Mapping[str, Term]) -> Iterator[tuple[str, str]]:
    """Give all that the words of a vocabulary are called, the words themselves last."""
    for word, term in terms.items():
        others = str(term.properties.get("also", "")).split()
        labels = tuple(term.label.values()) if isinstance(term.label, Text) else ()
        for name in (*labels, *others):
            yield "-".join(name.casefold().split()), word
    for word in terms:
        yield word, word


def _over(own: Term, known: Term) -> Term:
    """Lay an agreement's own term over the shipped one: what it does not say stands."""
    return Term(
        label=own.label if isinstance(own.label, Text) else known.label,
        means=own.means if isinstance(own.means, Text) else known.means,
        properties=Pairs({**known.properties, **own.properties}),
    )
