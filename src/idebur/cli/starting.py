"""``idebur new`` and ``idebur schema``: what one writes an agreement with."""

from __future__ import annotations

import os
from pathlib import Path

from idebur.cli.languages import of_messages
from idebur.cli.leaving import UNREADABLE, WRONG, Leaving, show
from idebur.messages import Lang
from idebur.messages.command import phrase

__all__ = ["new", "schema"]


def new(path: str, *, lang: str | None) -> None:
    """Write a file to start from.

    Raises:
        Leaving: there is something at *path* already, or it cannot be written.
    """
    from idebur.messages.starting import STARTING

    spoken = of_messages(lang)
    if os.path.lexists(path) and not Path(path).is_dir():
        raise Leaving(WRONG, phrase("exists", spoken, path=path))
    _write(path, STARTING[spoken], spoken, "agreement.yaml")
    show(phrase("new-next", spoken, path=path))


def schema(kind: str, target: str | None, *, lang: str | None) -> None:
    """Print the JSON Schema of a *kind* of file, or write it: a ``map``, or an ``agreement`` (and an organisation).

    Raises:
        Leaving: it cannot be written.
    """
    spoken = of_messages(lang)
    if kind == "map":
        from idebur.screening.schema import shipped_map_schema

        text, example = shipped_map_schema(), "idebur-map.schema.json"
    else:
        from idebur.files.schema import shipped_schema

        text, example = shipped_schema(), "idebur.schema.json"
    if target is None:
        show(_printable(text))
        return
    _write(target, text, spoken, example)
    show(phrase("written", spoken, path=target))


def _printable(text: str) -> str:
    """The schema with letters escaped where the terminal has not all of them."""
    import json

    from idebur.cli.reports import escapes

    return json.dumps(json.loads(text), ensure_ascii=True, indent=1) if escapes() else text.rstrip("\n")


def _write(path: str, text: str, lang: Lang, example: str) -> None:
    from idebur.files.writing import write_text

    target = Path(path)
    if target.is_dir():
        raise Leaving(WRONG, phrase("is-folder", lang, path=path, example=str(target / example)))
    if not target.parent.is_dir():
        raise Leaving(UNREADABLE, phrase("folder-missing", lang, folder=target.parent))
    try:
        write_text(target, text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Leaving(UNREADABLE, phrase("not-written", lang, path=path, reason=reason)) from None
