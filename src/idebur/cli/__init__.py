"""The command ``idebur``: arguments in, one call, printed result, exit code.

Exit codes, the same for every command: 0 clean or yes, 1 wrong or no, 2 wrong usage, 3 unknown, 4 an input that cannot
be read, 70 a bug in idebur, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from idebur.cli.leaving import BUG, CLEAN, DEBUG, STOPPED, UNREADABLE, Leaving, Unheard, flush, hush
from idebur.cli.lightening import lighten

__all__ = ["main"]


def main(args: Sequence[str] | None = None, prog_name: str = "idebur") -> None:
    """Run the command with *args* (those of the process, where left out) and leave with its exit code.

    Raises:
        SystemExit: always.
    """
    if args is None:  # the process is ours
        lighten()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a letter that the terminal does not have is no reason to stop
            stream.reconfigure(errors="replace")
    sys.exit(_run(list(sys.argv[1:] if args is None else args), prog_name))


def _run(args: list[str], prog_name: str) -> int:
    import click

    from idebur.cli.commands import idebur
    from idebur.cli.languages import of_messages

    command: click.Command = idebur
    if of_messages(_language_in(args)) == "sv":
        from idebur.cli.speaking import in_swedish, speak

        speak("sv")
        command = in_swedish(idebur)
    elif "idebur.cli.speaking" in sys.modules:  # the command was called in this process before, and spoke Swedish
        sys.modules["idebur.cli.speaking"].speak("en")
    if "_IDEBUR_COMPLETE" in os.environ:  # a shell asks what could be written next
        idebur.main(args, prog_name=prog_name, complete_var="_IDEBUR_COMPLETE")
    try:
        with command.make_context(prog_name, [*args]) as context:
            command.invoke(context)
        flush()
    except click.exceptions.Exit as leaving:
        return _flushed(leaving.exit_code)
    except Leaving as leaving:
        return leaving.told()
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (KeyboardInterrupt, EOFError, click.Abort):
        return _stopped()
    except BrokenPipeError:
        hush()
        return CLEAN
    except Unheard as unheard:
        return _unheard(unheard.reason, args)
    except Exception as error:  # noqa: BLE001 - nobody but the authors is to meet a traceback
        return _failed(error, debug="--debug" in args or bool(os.environ.get(DEBUG)))
    return CLEAN


def _language_in(args: Sequence[str]) -> str | None:
    """The language that is asked for, also where the rest cannot be understood."""
    for one, following in zip(args, [*args[1:], ""], strict=True):
        if one == "--lang":
            return following
        if one.startswith("--lang="):
            return one.partition("=")[2]
    return None


def _flushed(code: int) -> int:
    try:
        flush()
    except BrokenPipeError:
        hush()
    return code


def _unheard(reason: str, args: Sequence[str]) -> int:
    from idebur.cli.languages import of_messages
    from idebur.messages.command import phrase

    print(phrase("output-not-written", of_messages(_language_in(args)), reason=reason), file=sys.stderr)
    return UNREADABLE


def _stopped() -> int:
    from idebur.cli.languages import of_messages
    from idebur.messages.command import phrase

    print(phrase("stopped", of_messages()), file=sys.stderr)
    return STOPPED


def _failed(error: Exception, *, debug: bool) -> int:
    import platform
    import traceback

    from idebur._version import __version__
    from idebur.cli.languages import of_messages
    from idebur.messages.command import phrase

    lang = of_messages()
    if debug:
        traceback.print_exception(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())
    print(phrase("bug", lang, error=said[:300]), file=sys.stderr)
    about = {"version": __version__, "python": platform.python_version(), "system": platform.system()}
    print(phrase("bug-report", lang), phrase("about", lang, **about), sep="\n", file=sys.stderr)
    return BUG
