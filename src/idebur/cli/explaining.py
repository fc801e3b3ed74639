"""``idebur explain``: a message by its code, a vocabulary by its name."""

from __future__ import annotations

from importlib import import_module

from idebur.cli.languages import of_messages
from idebur.cli.leaving import USAGE, Leaving, show
from idebur.errors import UnknownKey, nearest
from idebur.exports.sarif import plain
from idebur.messages import FAMILIES, LANGUAGES, Entry, Lang, entry
from idebur.messages.command import FAMILY_TITLES, phrase
from idebur.vocabulary import Vocabularies

__all__ = ["explain"]


def explain(code: str | None, *, lang: str | None) -> None:
    """Explain one code, list the words of one vocabulary, or list all codes.

    Raises:
        Leaving: neither an entry nor a vocabulary is called so.
    """
    spoken = of_messages(lang)
    if code is None:
        show(_listed(spoken))
        return
    words = Vocabularies()
    if code in words.names():
        show(_words(words, code, spoken))
        return
    try:
        show(_explained(entry(code), spoken))
    except UnknownKey as unknown:
        guess = nearest(code, (*unknown.known, *sorted(words.names())))
        said = [phrase("unknown-code", spoken, code=code)]
        said += [phrase("did-you-mean", spoken, guess=guess)] if guess else []
        raise Leaving(USAGE, " ".join([*said, phrase("all-codes", spoken)])) from None


def _explained(found: Entry, lang: Lang) -> str:
    paragraphs = [
        found.code,
        phrase("severity-fault-register" if _is_of_registers(found) else f"severity-{found.severity.value}", lang),
        *(
            f"{phrase(name, lang)}: {plain(text[lang])}"
            for name, text in (("says", found.message), ("why", found.why), ("cure", found.cure))
        ),
    ]
    return "\n\n".join(paragraphs)


def _is_of_registers(found: Entry) -> bool:
    from idebur.messages.registers import ENTRIES

    return any(one.code == found.code for one in ENTRIES)


def _words(vocabularies: Vocabularies, name: str, lang: Lang) -> str:
    words = vocabularies[name]
    width = max(map(len, words))
    lines = [f"  {word:<{width}}  {vocabularies.label(name, word, lang)}" for word in words]
    return "\n".join(
        [phrase("words-of", lang, vocabulary=name), *lines, "", phrase("own-words", lang, vocabulary=name)]
    )


def _listed(lang: Lang) -> str:
    families: list[str] = []
    for family in FAMILIES:
        entries: tuple[Entry, ...] = tuple(import_module(f"idebur.messages.{family}").ENTRIES)
        width = max(len(one.code) for one in entries)
        lines = [f"  {one.code:<{width}}  {plain(one.message[lang])}" for one in entries]
        families.append("\n".join([FAMILY_TITLES[family][LANGUAGES.index(lang)], *lines]))
    vocabularies = ", ".join(sorted(Vocabularies().names()))
    families.append(phrase("all-vocabularies", lang, vocabularies=vocabularies))
    return "\n\n".join([*families, phrase("one-code", lang)])
