"""The reference pages that are made from the code: every model and field, vocabulary, kind, measure, fault, finding.

Nothing on them is written by hand, so that nothing on them can be out of date.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from idebur.absence import MAYBE, Absence, Vague
from idebur.agreement import Agreement
from idebur.content import Content
from idebur.elements import Element, Keyed
from idebur.exports.networks import FORMATS
from idebur.files.schema import described
from idebur.graph import EDGES, NODES, measures
from idebur.graph.kinds import ACTORS, DERIVED, HELD
from idebur.graph.measures.summary import OF_NODES, OF_WHOLE
from idebur.graph.projections import PROJECTIONS
from idebur.messages import FAMILIES, Entry, Severity, catalogue
from idebur.messages.networking import phrase
from idebur.organisations import Organisation
from idebur.rules.facts import built_in_facts
from idebur.said import In, Ref, Said
from idebur.visits import fields_of
from idebur.vocabulary.shipped import SHIPPED

__all__ = ["draw_pictures", "write_reference"]

_LANGUAGES = (("en", "English"), ("sv", "Svenska"))


def write_reference(folder: Path) -> None:
    """Write every generated page into *folder*; a page that has not changed is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {"models.md": _models(), "vocabularies.md": _vocabularies(), "facts.md": _facts()}
    pages |= {"networks.md": _networks(), **_messages()}
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        page = folder / name
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def _models() -> str:
    lines = [
        "# Models and fields",
        "",
        "What an agreement is made of. Every field may be left out, which is the same as `not-said`, unless it is",
        "marked *required*. A field that *names* something says of what kind; a field that is *one of* a vocabulary",
        "links to it.",
        "",
    ]
    for kind in _classes():
        lines += [f"(model-{kind.__name__.lower()})=", f"## {kind.__name__}", "", _markdown(_told(kind)), ""]
        lines += ["| field | what it says | what it holds |", "|---|---|---|"]
        common = set(Element.model_fields) if issubclass(kind, Element) and kind is not Element else set()
        if kind is Agreement:
            common |= set(Content.model_fields)
        told = described(kind)
        for name, field in fields_of(kind).items():
            if name not in common:
                lines.append(f"| `{field.alias}` | {_cell(told.get(name, ''))} | {_holds(kind, name)} |")
        if common and kind is Agreement:
            lines += ["", "and every section of {ref}`Content <model-content>`."]
        elif common:
            lines += ["", "and the fields of every {ref}`element <model-element>`."]
        lines.append("")
    return "\n".join(lines)


def _told(kind: type[Said]) -> str:
    """What the docstring of a class says, without its examples, which are for those who read the code."""
    paragraphs = (inspect.getdoc(kind) or "").split("\n\n")
    return "\n\n".join(paragraph for paragraph in paragraphs if not paragraph.startswith(">>>"))


def _classes() -> list[type[Said]]:
    """Every class that a file can hold, from the whole down to its parts, each once."""
    found: dict[type[Said], None] = {}

    def visit(kind: type[Said]) -> None:
        if kind in found or kind.__name__.startswith("_"):
            return
        found[kind] = None
        for annotation in get_type_hints(kind, include_extras=True).values():
            for inner in _said_in(annotation):
                visit(inner)

    for root in (Agreement, Content, Element, Organisation):
        visit(root)
    return list(found)


def _said_in(annotation: Any) -> Iterator[type[Said]]:
    if isinstance(annotation, type) and issubclass(annotation, Said):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _said_in(argument)
    if MAYBE in getattr(annotation, "__metadata__", ()):
        yield from (Absence, Vague)


def _holds(kind: type[Said], name: str) -> str:
    field = fields_of(kind)[name]
    inner = [one.__name__ for one in _said_in(get_type_hints(kind, include_extras=True)[name])]
    plain = [one for one in inner if one not in ("Absence", "Vague", "Cite")]
    parts: list[str] = []
    if plain:
        parts.append(f"{{ref}}`{plain[0]} <model-{plain[0].lower()}>`" + (" by key" if _is_keyed(kind, name) else ""))
    match field.mark:
        case In(vocabulary):
            parts.append(f"one of {{ref}}`{vocabulary} <vocabulary-{vocabulary}>`")
        case Ref(what):
            several = "Several[" in str(get_type_hints(kind, include_extras=True)[name])
            parts.append(f"names: {what}" + (", one or several" if several else ""))
        case _:
            pass
    if not parts:
        parts.append(_value_name(get_type_hints(kind, include_extras=True)[name]))
    if kind.model_fields[name].is_required():
        parts.append("*required*")
    return "; ".join(parts)


def _is_keyed(kind: type[Said], name: str) -> bool:
    return "Keyed[" in str(get_type_hints(kind, include_extras=True)[name]) or Keyed.__name__ in str(
        kind.__annotations__.get(name, "")
    )


_VALUES = ("Text", "Date", "Amount", "Cadence", "Rule", "Citation", "Cites", "bool", "int", "str")
_PLAIN = {
    "bool": "`true` or `false`",
    "int": "a number",
    "str": "a word",
    "Text": "a text",
    "Date": "a date",
    "Amount": "an amount",
    "Cadence": "a cadence",
    "Rule": "a rule",
    "Cites": "citations",
    "Citation": "a citation",
}


def _value_name(annotation: Any) -> str:
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{word}`" for word in get_args(annotation))
    text = re.sub(r"idebur(\.\w+)*\.", "", str(annotation))
    return next((_PLAIN[name] for name in _VALUES if re.search(rf"\b{name}\b", text)), "a value")


def _vocabularies() -> str:
    lines = [
        "# Vocabularies",
        "",
        "The words that come with idebur. An agreement adds its own under `words:`, or gives a word another label.",
        "",
    ]
    for name, words in SHIPPED.items():
        lines += [
            f"(vocabulary-{name})=",
            f"## {name}",
            "",
            "| word | svenska | English | properties |",
            "|---|---|---|---|",
        ]
        for word, sv, en, properties in words:
            shown = ", ".join(f"`{key}: {str(value).lower()}`" for key, value in (properties or {}).items())
            lines.append(f"| `{word}` | {sv} | {en} | {shown} |")
        lines.append("")
    return "\n".join(lines)


def _facts() -> str:
    lines = [
        "# Built-in facts",
        "",
        "What a rule may ask of an organisation without declaring it. An agreement declares its own under `facts:`.",
        "",
        "| fact | type | words | svenska | English |",
        "|---|---|---|---|---|",
    ]
    for key, fact in built_in_facts().items():
        words = f"{{ref}}`{fact.vocabulary} <vocabulary-{fact.vocabulary}>`" if isinstance(fact.vocabulary, str) else ""
        label = fact.label
        lines.append(f"| `{key}` | {fact.type} | {words} | {_in(label, 'sv')} | {_in(label, 'en')} |")
    return "\n".join([*lines, ""])


def _networks() -> str:
    lines = ["# Networks: kinds, projections, measures, formats", "", "See {doc}`/networks` for what they are for.", ""]
    lines += ["## Kinds of nodes", "", "| kind | svenska | English | what it is |", "|---|---|---|---|"]
    for word, kind in NODES.items():
        acts = " It can act." if word in ACTORS else ""
        lines.append(f"| `{word}` | {kind.sv} | {kind.en} | {_markdown(kind.means)}{acts} |")
    lines += [
        "",
        "## Kinds of edges",
        "",
        "An edge reads as a sentence: source, kind, target. Beside these, every verb of",
        "{ref}`verb <vocabulary-verb>`, every {ref}`kind of link <vocabulary-link-kind>` and every",
        "{ref}`step <vocabulary-step-verb>` is a kind of its own, and so is every field that names something and",
        "is not in the table. A *derived* kind is said by no single field: it follows from where an element",
        "stands, or from two references together.",
        "",
        "| kind | from → to | svenska | English | what it says |",
        "|---|---|---|---|---|",
    ]
    for word, kind in EDGES.items():
        derived = " *Derived.*" if word in DERIVED or word in HELD.values() else ""
        lines.append(f"| `{word}` | {kind.between} | {kind.sv} | {kind.en} | {_markdown(kind.means)}{derived} |")
    lines += ["", "## Projections", "", "| name | rule | its weight counts | what comes out |", "|---|---|---|---|"]
    for name, one in PROJECTIONS.items():
        made = "MultiDiGraph" if name == "relations" else "DiGraph" if one.directed else "Graph"
        modes = ", of two modes" if one.two_mode else ""
        lines.append(f"| `{name}` | {one.rule['en']} | {one.counts['en']} | `{made}`{modes} |")
    lines += ["", "## Measures in the table", "", "What `idebur network` and `summarise` give, node by node:", ""]
    lines += ["| name | svenska | English | what it says |", "|---|---|---|---|"]
    for name, measure in OF_NODES.items():
        lines.append(f"| `{name}` | {measure.sv} | {measure.en} | {phrase(f'means-{name}', 'en').capitalize()}. |")
    lines += ["", "and for the whole network:", "", "| name | svenska | English |", "|---|---|---|"]
    lines += [f"| `{name}` | {measure.sv} | {measure.en} |" for name, measure in OF_WHOLE.items()]
    lines += ["", "## Measures as functions", "", "| function | what it does |", "|---|---|"]
    for name in measures.__all__:
        asked = getattr(measures, name)
        first = (inspect.getdoc(asked) or "").split("\n\n")[0]
        lines.append(f"| {{py:func}}`{name} <{asked.__module__}.{name}>` | {_markdown(first).replace(chr(10), ' ')} |")
    lines += ["", "## Formats", "", "| format | the file ends in | who reads it |", "|---|---|---|"]
    for name, known in FORMATS.items():
        files = ", ".join(f"`.{part}{known.suffix}`" for part in known.parts) or f"`{known.suffix}`"
        lines.append(f"| `{name}` | {files} | {known.reads['en']} |")
    lines.append("| `html` | `.html` | Any browser: a page to search and filter, without network access. |")
    return "\n".join([*lines, ""])


def draw_pictures(folder: Path, examples: Path) -> None:
    """Draw the pictures of the guides: the kinds of nodes, and one agreement."""
    import networkx as nx

    from idebur.files import read
    from idebur.graph import build
    from idebur.graph.drawing import draw

    kinds: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, kind, target in _DRAWN:
        for node in (source, target):
            kinds.add_node(node, kind=node, label="actor" if node == "party" else NODES[node].en)
        kinds.add_edge(source, target, kind, kind=kind, label=EDGES[kind].en)
    folder.mkdir(parents=True, exist_ok=True)
    draw(kinds, folder / "kinds.svg", show="all", title="What is tied to what")
    draw(build(read(examples / "blekinge")), folder / "blekinge.svg")


_DRAWN = (
    ("party", "party-to", "agreement"),
    ("party", "seated-in", "body"),
    ("party", "has-seat", "seat"),
    ("seat", "seat-of", "body"),
    ("office", "office-of", "party"),
    ("office", "sits-in", "body"),
    ("body", "governs", "agreement"),
    ("agreement", "guided-by", "principle"),
    ("agreement", "aims-at", "aim"),
    ("agreement", "ranks", "level"),
    ("agreement", "refers-to", "document"),
    ("party", "made", "document"),
    ("agreement", "follows-timeline-of", "strategy"),
    ("commitment", "under", "principle"),
    ("commitment", "owed-to", "party"),
    ("party", "owes", "party"),
    ("routine", "serves", "aim"),
    ("routine", "open-to", "party"),
    ("procedure", "turns-to", "body"),
    ("event", "fulfils", "routine"),
    ("conclusion", "addressed-to", "party"),
)
"""Of each kind of node what it is most often tied to."""


def _in(label: Any, language: str) -> str:
    return label.said(language) if hasattr(label, "said") and callable(label.said) else ""


def _messages() -> dict[str, str]:
    """One page for each code, and two that list them: faults, and findings by family."""
    pages = {f"{entry.code}.md": _page(entry) for entry in catalogue().values()}
    faults = [entry for entry in catalogue().values() if entry.severity is Severity.FAULT]
    findings = [entry for entry in catalogue().values() if entry.severity is not Severity.FAULT]
    pages["faults.md"] = _list("Faults", "Something that cannot be read or resolved: the file is refused.", faults)
    pages["findings.md"] = _list(
        "Findings", "Something that one may argue about: what `idebur check` asks about.", findings
    )
    return pages


def _list(title: str, says: str, entries: list[Entry]) -> str:
    lines = [f"# {title}", "", says, ""]
    by_code = {entry.code: entry for entry in entries}
    for family in FAMILIES:
        own = [code for code in _family(family) if code in by_code]
        if own:
            lines += [f"## {family.replace('_', ' ')}", "", "| code | severity | what it says |", "|---|---|---|"]
            for code in own:
                entry = by_code[code]
                lines.append(f"| [{code}]({code}.md) | {entry.severity.value} | {_cell(entry.message['en'])} |")
            lines.append("")
    lines += ["```{toctree}", ":hidden:", "", *sorted(by_code), "```", ""]
    return "\n".join(lines)


def _family(family: str) -> list[str]:
    from importlib import import_module

    return [entry.code for entry in import_module(f"idebur.messages.{family}").ENTRIES]


def _page(entry: Entry) -> str:
    lines = [f"# {entry.code}", "", f"*{entry.severity.value}*", ""]
    for language, name in _LANGUAGES:
        lines += [f"## {name}", "", _plain(entry.message[language]), "", _plain(entry.why[language]), ""]
        lines += [_plain(entry.cure[language]), ""]
    return "\n".join(lines)


def _plain(template: str) -> str:
    """A message as one reads it: what is filled in stands in italics."""
    text = re.sub(r"(?<!\{)\{(\w+)\}(?!\})", r"*\1*", template)
    return _escaped(text.replace("{{", "{").replace("}}", "}"))


def _cell(text: str) -> str:
    return _markdown(_plain(text)).replace("\n", " ").replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("<", "\\<").replace("[", "\\[")


def _markdown(text: str) -> str:
    """A docstring's reStructuredText marks as Markdown ones."""
    text = re.sub(r":\w+:`~?([\w.]+\.)*(\w+)`", r"`\2`", text)
    return re.sub(r"``([^`]+)``", r"`\1`", text)
