"""In which language the command speaks."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # help, in English, asks for the language and loads nothing for it
    from idebur.messages import Lang

__all__ = ["VARIABLE", "of_agreement", "of_messages"]

VARIABLE = "IDEBUR_LANG"
"""The environment variable that chooses once and for all: ``sv`` or ``en``."""


def of_messages(asked: str | None = None) -> Lang:
    """The language of messages: as asked, else ``IDEBUR_LANG``, else Swedish on a Swedish machine, else English."""
    return _known(asked) or _known(os.environ.get(VARIABLE)) or _of_machine()


def of_agreement(asked: str | None, own: str) -> Lang:
    """The language in which an agreement is told: as asked, else ``IDEBUR_LANG``, else its own, else as messages."""
    return _known(asked) or _known(os.environ.get(VARIABLE)) or _known(own) or _of_machine()


def _known(tag: str | None) -> Lang | None:
    match (tag or "").casefold()[:2]:
        case "sv":
            return "sv"
        case "en":
            return "en"
        case _:
            return None


def _of_machine() -> Lang:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return "sv" if os.environ[variable].casefold().startswith("sv") else "en"
    if sys.platform == "win32":  # no such variables there
        import locale

        return "sv" if (locale.getlocale()[0] or "").casefold().startswith(("sv", "swedish")) else "en"
    return "en"
