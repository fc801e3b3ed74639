"""The command in Swedish: its help from the catalogue, and what click itself says by way of gettext.

click asks :mod:`gettext` for everything it says, and :mod:`gettext` reads compiled files only. So the phrases of the
catalogue are compiled into one that stands beside this module; a test holds that it is up to date.
"""

from __future__ import annotations

import copy
import gettext
import os
import struct
from pathlib import Path
from typing import Final

import click

from idebur.messages import Lang
from idebur.messages.helping import CLICK, CLICK_PLURAL, EXAMPLES, HELP, OPTIONS_METAVAR, SUBCOMMAND_METAVAR

__all__ = ["COMPILED", "compiled", "in_swedish", "speak"]

_DOMAIN: Final = "idebur"
_FOLDER: Final = Path(__file__).parent / "spoken"
COMPILED: Final = _FOLDER / "sv" / "LC_MESSAGES" / f"{_DOMAIN}.mo"
"""The phrases of click in Swedish, as gettext reads them."""


def speak(lang: Lang) -> None:
    """Have click speak a language from now on."""
    if lang == "sv":
        gettext.bindtextdomain(_DOMAIN, str(_FOLDER))
        gettext.textdomain(_DOMAIN)
        os.environ["LANGUAGE"] = "sv"  # by this gettext goes, whatever the machine's own language
    elif gettext.textdomain() == _DOMAIN:
        gettext.textdomain("messages")  # as it is in every process from the beginning
        os.environ.pop("LANGUAGE", None)


def in_swedish(command: click.Command, name: str = "idebur") -> click.Command:
    """The same command with its help in Swedish; *command* itself stays as it is."""
    told = copy.copy(command)
    vars(told)["_help_option"] = None  # click keeps the one that it has made, in the language of then
    told.help = HELP[name]
    told.epilog = _examples(command.epilog or "")
    told.options_metavar = OPTIONS_METAVAR
    told.params = [_parameter(one, f"{name}.{one.name}") for one in command.params]
    if isinstance(told, click.Group):
        told.subcommand_metavar = SUBCOMMAND_METAVAR
        told.commands = {key: in_swedish(one, key) for key, one in told.commands.items()}
    return told


def _parameter(parameter: click.Parameter, name: str) -> click.Parameter:
    told = copy.copy(parameter)
    if isinstance(told, click.Option):
        told.help = HELP[name]
    return told


def _examples(epilog: str) -> str:
    for english, swedish in EXAMPLES.items():
        epilog = epilog.replace(english, swedish)
    return epilog


def compiled() -> bytes:
    """The phrases of click in the form of GNU gettext's MO files (its manual, section *MO Files*)."""
    phrases = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n", **CLICK}
    phrases |= {"\0".join(english): "\0".join(swedish) for english, swedish in CLICK_PLURAL.items()}
    pairs = sorted((key.encode(), value.encode()) for key, value in phrases.items())
    head, row = 28, 8
    at = head + 2 * row * len(pairs)
    tables, texts = [b"", b""], b""
    for which in (0, 1):
        for pair in pairs:
            tables[which] += struct.pack("<II", len(pair[which]), at + len(texts))
            texts += pair[which] + b"\0"
    first = struct.pack("<7I", 0x950412DE, 0, len(pairs), head, head + row * len(pairs), 0, at)
    return first + tables[0] + tables[1] + texts


if __name__ == "__main__":  # pragma: no cover - a test holds that what it writes is up to date
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    COMPILED.write_bytes(compiled())
