"""The one catalogue of what idebur says: every fault and finding, in Swedish and English.

An :class:`Entry` is a stable code with its severity, the sentence that is printed (a template), why it matters and the
way out. The entries stand one family per module in this package; :func:`catalogue` joins them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, Literal

from attrs import evolve, field, frozen

from idebur.errors import UnknownKey

__all__ = [
    "FAMILIES",
    "LANGUAGES",
    "Entry",
    "Fault",
    "Finding",
    "Lang",
    "Place",
    "Severity",
    "Span",
    "catalogue",
    "entry",
    "filled",
    "say",
]

Lang = Literal["sv", "en"]
LANGUAGES: tuple[Lang, ...] = ("sv", "en")

FAMILIES = (
    "documents",
    "values",
    "names",
    "notations",
    "registers",
    "keys",
    "numbering",
    "dates",
    "parties",
    "seats",
    "membership",
    "rules",
    "meetings",
    "follow_up",
    "commitments",
    "provenance",
    "texts",
    "amounts",
    "vagueness",
    "acceptance",
)
"""The modules that hold entries: five of faults, then one for each family of checks."""


class Severity(Enum):
    """How grave: a *fault* cannot be read; *error*, *warning* and *note* are findings, gravest first."""

    FAULT = "fault"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def called(self, lang: Lang) -> str:
        """What it is called, in one language."""
        return _SEVERITY[self][lang]


@frozen
class Entry:
    """One thing that idebur can say, under a stable code.

    *message*, *why* and *cure* map a language to a text. *message* is a template for :meth:`str.format`; *why* says why
    it matters, *cure* the way out.
    """

    code: str
    severity: Severity
    message: Mapping[Lang, str]
    why: Mapping[Lang, str]
    cure: Mapping[Lang, str]

    @staticmethod
    def of(
        code: str, severity: Severity, *, says: tuple[str, str], why: tuple[str, str], cure: tuple[str, str]
    ) -> Entry:
        """Make an entry; each text is given in Swedish and then in English."""
        sv, en = LANGUAGES
        return Entry(
            code,
            severity,
            message={sv: says[0], en: says[1]},
            why={sv: why[0], en: why[1]},
            cure={sv: cure[0], en: cure[1]},
        )


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every entry by its code, in the order of the families."""
    found: dict[str, Entry] = {}
    for family in FAMILIES:
        for one in import_module(f"{__name__}.{family}").ENTRIES:
            if one.code in found:
                raise AssertionError(f"two entries are called {one.code}")
            found[one.code] = one
    return found


def entry(code: str) -> Entry:
    """Look a code up.

    Raises:
        UnknownKey: no entry has this code; the error names the nearest.
    """
    known = catalogue()
    if code not in known:
        raise UnknownKey(code, "code", tuple(known))
    return known[code]


def say(code: str, lang: Lang, **params: Any) -> str:
    """Fill the message of *code* in, in one language. A tuple or list is joined with commas.

    What was *expected* instead is told as a choice, its words in quotation marks.
    """
    return filled(entry(code).message[lang], lang, params)


def filled(template: str, lang: Lang, params: Mapping[str, Any]) -> str:
    """Fill a text of the catalogue in, as :func:`say` does the message: of an entry's why and cure too."""
    texts = {
        name: _choice(value, lang) if name == "expected" and isinstance(value, tuple) else _written(value, lang)
        for name, value in params.items()
    }
    return template.format(**texts)


def _choice(these: tuple[Any, ...], lang: Lang) -> str:
    mark, joined = {"sv": ("”{}”", "eller"), "en": ('"{}"', "or")}[lang]
    told = [mark.format(one) if isinstance(one, str) else str(_written(one, lang)) for one in these]
    return f"{', '.join(told[:-1])} {joined} {told[-1]}" if len(told) > 1 else "".join(told)


def _written(value: Any, lang: Lang) -> Any:
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(str(_written(item, lang)) for item in value)
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        return value[lang]
    return value


@frozen
class Span:
    """Where something stands in a file: line and column count from 1, *length* characters on that line."""

    line: int
    column: int
    length: int = 1


@frozen
class Place:
    """A span of a file. *source* is that line's own text, for the excerpt ("" where there is none)."""

    file: str
    span: Span = field(factory=lambda: Span(1, 1))
    source: str = ""

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.span.line

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.span.column

    def excerpt(self) -> str:
        """Draw the line with a caret under the span; "" where the line is not known."""
        if not self.source:
            return ""
        start = self.column - 1
        line, cut = self.source, 0
        if len(line) > _WIDEST:  # a line of a million characters is no excerpt: show what lies around the place
            cut = max(0, start - _WIDEST // 2)
            line = line[cut : cut + _WIDEST]
        gutter = f"{self.line:>4} | "
        width = max(1, min(self.span.length, len(line) - (start - cut)))
        margin = "".join("\t" if letter == "\t" else " " for letter in line[: start - cut])
        return f"{gutter}{line}\n{' ' * (len(gutter) - 2)}| {margin}{'^' * width}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


_WIDEST = 110


@frozen
class Fault:
    """Something that cannot be read or resolved: it has a code, a place and a way out.

    *path* is the author's path to it (``bodies.partnership.seats.sector``); *params* fill the message in; *suggestion*
    is the nearest right word, where one is near.
    """

    code: str
    place: Place
    path: str = ""
    params: Mapping[str, Any] = field(factory=dict, hash=False)
    suggestion: str | None = None

    @property
    def severity(self) -> Severity:
        """That of every fault."""
        return Severity.FAULT

    def message(self, lang: Lang = "en") -> str:
        """The sentence, in one language."""
        return say(self.code, lang, **self.params)

    def told(self, lang: Lang = "en") -> str:
        """The whole report in words: place, code, sentence, suggestion, excerpt with caret."""
        return _told(self, self.severity, lang)

    def __str__(self) -> str:
        return self.told()

    def _repr_html_(self) -> str:
        """Show it in a notebook; ``idebur.exports.html.show`` shows several together, and in Swedish."""
        from idebur.exports.html import show

        return show(self).html


@frozen
class Finding:
    """Something one may argue about, with its code, severity, the path of the element, and the place where known."""

    code: str
    path: str
    params: Mapping[str, Any] = field(factory=dict, hash=False)
    place: Place | None = None
    suggestion: str | None = None

    @property
    def severity(self) -> Severity:
        """How grave, as the catalogue says."""
        return entry(self.code).severity

    def message(self, lang: Lang = "en") -> str:
        """The sentence, in one language."""
        return say(self.code, lang, **self.params)

    def at(self, place: Place | None) -> Finding:
        """The same finding, placed."""
        return evolve(self, place=place)

    def told(self, lang: Lang = "en") -> str:
        """The whole report in words."""
        return _told(self, self.severity, lang)

    def __str__(self) -> str:
        return self.told()

    def _repr_html_(self) -> str:
        """Show it in a notebook; ``idebur.exports.html.show`` shows several together, and in Swedish."""
        from idebur.exports.html import show

        return show(self).html


_SEVERITY = {
    Severity.FAULT: {"sv": "fel i filen", "en": "fault"},
    Severity.ERROR: {"sv": "fel", "en": "error"},
    Severity.WARNING: {"sv": "varning", "en": "warning"},
    Severity.NOTE: {"sv": "anmärkning", "en": "note"},
}
_HINT = {"sv": "menade du", "en": "did you mean"}
_KNOWN = {"sv": "här kan stå", "en": "here can stand"}
"""What comes before what is known, where none of it is near what was found."""


def _told(item: Fault | Finding, severity: Severity, lang: Lang) -> str:
    where = f"{item.place}: " if item.place is not None else ""
    at = f" ({item.path})" if item.path else ""
    lines = [f"{where}{_SEVERITY[severity][lang]} [{item.code}]{at}: {item.message(lang)}"]
    if item.suggestion:
        lines.append(f"  {_HINT[lang]}: {item.suggestion}?")
    elif severity is Severity.FAULT and item.params.get("known") and "{known}" not in entry(item.code).message[lang]:
        lines.append(f"  {_KNOWN[lang]}: {_written(item.params['known'], lang)}")
    if item.place is not None and (excerpt := item.place.excerpt()):
        lines.append(excerpt)
    return "\n".join(lines)
