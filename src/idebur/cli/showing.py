"""``idebur show``: an agreement, or one element of it, told back in words."""

from __future__ import annotations

from pathlib import Path

from idebur.agreement import Agreement, names_of
from idebur.cli.languages import of_agreement, of_messages
from idebur.cli.leaving import UNREADABLE, USAGE, WRONG, Leaving
from idebur.cli.leaving import show as print_out
from idebur.errors import AmbiguousKey, UnknownKey, Unreadable, nearest
from idebur.exports.prose import tell, tell_element
from idebur.files import load
from idebur.files.assembling import HEAD, agreement_files
from idebur.messages.command import phrase

__all__ = ["loaded", "show"]


def show(path: str, element: str | None, *, lang: str | None) -> None:
    """Tell it.

    Raises:
        Leaving: it cannot be read, or nothing in it is called *element*.
    """
    agreement = loaded(path, lang)
    spoken = of_agreement(lang, agreement.language)
    if element is None:
        print_out(tell(agreement, spoken))
        return
    try:
        said = tell_element(agreement, element, spoken)
    except UnknownKey as unknown:
        raise Leaving(WRONG, _unknown(agreement, element, unknown, lang)) from None
    except AmbiguousKey as several:
        messages = of_messages(lang)
        raise Leaving(
            USAGE, phrase("ambiguous-element", messages, name=element, paths=", ".join(several.paths))
        ) from None
    print_out(said)


def _unknown(agreement: Agreement, element: str, unknown: UnknownKey, lang: str | None) -> str:
    spoken = of_messages(lang)
    said = phrase("unknown-element", spoken, name=element)
    guess = f"versions.{element}" if element in agreement.versions else nearest(element, unknown.known)
    if guess is not None:
        return f"{said} {phrase('did-you-mean', spoken, guess=guess)}"
    sections = sorted({str(paths[0][0]) for paths in names_of(agreement).by_key.values()})
    return f"{said} {phrase('all-elements', spoken, names=', '.join(sections))}" if sections else said


def loaded(path: str, lang: str | None) -> Agreement:
    """Load the one agreement at *path*.

    Raises:
        Leaving: it cannot be read, or there are several.
    """
    spoken = of_messages(lang)
    here = Path(path)
    try:
        if here.is_dir() and not (here / HEAD).is_file():
            several = [str(one) for one in agreement_files(here)]
            if several:
                paths = ", ".join(several)
                raise Leaving(USAGE, phrase("not-alone", spoken, path=path, paths=paths))
        return load(path)
    except Unreadable as unreadable:
        raise Leaving(UNREADABLE, "\n\n".join(fault.told(spoken) for fault in unreadable.faults)) from None
