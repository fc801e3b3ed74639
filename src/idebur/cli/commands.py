"""The commands: what each takes, and the one call it makes. Everything heavy is imported where it is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from idebur._version import __version__

__all__ = ["idebur"]

_WIDTH = 100


class _Path(click.Path):
    """A path; an empty one (often a variable that was never set) is not taken for the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail(_phrase("path-empty", ctx), param, ctx)
        if "\0" in str(value):
            self.fail(_phrase("path-with-nul", ctx), param, ctx)
        return super().convert(value, param, ctx)


def _phrase(name: str, ctx: click.Context | None) -> str:
    from idebur.cli.languages import of_messages
    from idebur.messages.command import phrase

    return phrase(name, of_messages(None if ctx is None else ctx.params.get("lang")))


_LANG = click.option(
    "--lang",
    type=click.Choice(["sv", "en"]),
    help="The language of the output. Else the variable IDEBUR_LANG decides, else the machine's own language.",
)
_LANG_OF_AGREEMENT = click.option(
    "--lang",
    type=click.Choice(["sv", "en"]),
    help="The language to tell it in. Else the variable IDEBUR_LANG decides, else the agreement's own language.",
)


def _examples(*lines: str) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": _WIDTH},
    epilog=_examples(
        "idebur new compact.yaml        write a file to start from",
        "idebur check compact.yaml      say what is wrong in it, and where",
        "idebur show compact.yaml       tell it back in words",
    ),
)
@click.version_option(__version__, prog_name="idebur")
@click.option("--debug", is_flag=True, help="Show the traceback where idebur itself fails (as IDEBUR_DEBUG=1 does).")
def idebur(debug: bool) -> None:
    """Cross-sector agreements: checked, told back in words, explained.

    An agreement is a YAML file, or a folder with agreement.yaml and its parts.

    Exit codes: 0 clean or yes, 1 faults, errors or no, 2 wrong usage, 3 unknown, 4 an input that cannot
    be read, 70 a bug in idebur.
    """


@idebur.command(
    epilog=_examples(
        "idebur check agreement.yaml",
        "idebur check examples/blekinge examples/ostergotland --strict",
        "idebur check . --format github",
    )
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="text to read, json for programs, github for annotations in a workflow, sarif for code scanning.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@_LANG
def check(paths: tuple[str, ...], form: str, strict: bool, lang: str | None) -> None:
    """Say what is wrong in agreements, and where.

    PATH is a file, a folder with agreement.yaml, or a folder that holds several agreements. All faults and findings
    of all of them come in one run. The exit code is 1 where there is a fault or an error.
    """
    from idebur.cli.checking import check

    check(paths, form, strict=strict, lang=lang)


@idebur.command(
    epilog=_examples(
        "idebur show agreement.yaml",
        "idebur show examples/blekinge partnership --lang en",
        "idebur show examples/blekinge procedures.joining",
    )
)
@click.argument("path", type=_Path())
@click.argument("element", required=False)
@_LANG_OF_AGREEMENT
def show(path: str, element: str | None, lang: str | None) -> None:
    """Tell an agreement back in words: the whole, or one element.

    ELEMENT is a key, such as partnership, or a path, such as procedures.joining. What stands in square brackets is
    the place in the source.
    """
    from idebur.cli.showing import show

    show(path, element, lang=lang)


@idebur.command(
    epilog=_examples(
        "idebur judge examples/blekinge choir.yaml",
        "idebur judge examples/ostergotland --fact scope=regional --fact democratic=true",
        "idebur judge compact.yaml choir.yaml --fact members=120 --format json",
    )
)
@click.argument("path", metavar="AGREEMENT", type=_Path())
@click.argument("organisation", metavar="[ORGANISATION.yaml]", required=False, type=_Path())
@click.option(
    "--fact",
    "facts",
    metavar="NAME=VALUE",
    multiple=True,
    help="A fact of the organisation, instead of what its file says. Can be given several times.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text to put into a letter, json for programs.",
)
@click.option("--version", metavar="KEY", help="Judge by this version of the agreement, such as proposed.")
@_LANG_OF_AGREEMENT
def judge(
    path: str, organisation: str | None, facts: tuple[str, ...], form: str, version: str | None, lang: str | None
) -> None:
    """Say whether an organisation may join an agreement, and why.

    It is told by which conditions, where they stand, what is not known, and what would be enough. What is not said of
    the organisation is not known, and never taken for no.

    Exit codes: 0 yes, 1 no, 3 unknown.
    """
    from idebur.cli.judging import judge

    judge(path, organisation, facts, form, version=version, lang=lang)


@idebur.command(
    epilog=_examples("idebur explain key-twice", "idebur explain force", "idebur explain          list every code")
)
@click.argument("code", required=False)
@_LANG
def explain(code: str | None, lang: str | None) -> None:
    """Explain a message by its CODE: what it says, why it matters, and the way out.

    The name of a vocabulary lists its words. Without CODE, list every code.
    """
    from idebur.cli.explaining import explain

    explain(code, lang=lang)


@idebur.command(
    epilog=_examples(
        "idebur schema --to idebur.schema.json",
        "idebur schema --of map --to idebur-map.schema.json",
    )
)
@click.option(
    "--of",
    "kind",
    type=click.Choice(["agreement", "map"]),
    default="agreement",
    show_default=True,
    help="agreement for agreements and organisations, map for the map from a register's columns to facts.",
)
@click.option("--to", "target", metavar="FILE", type=_Path(), help="Write it to FILE instead of printing it.")
@_LANG
def schema(kind: str, target: str | None, lang: str | None) -> None:
    """Print the JSON Schema of the file, by which an editor completes and checks while one writes."""
    from idebur.cli.starting import schema

    schema(kind, target, lang=lang)


@idebur.command(epilog=_examples("idebur new", "idebur new compact.yaml --lang en"))
@click.argument("path", required=False, default="agreement.yaml", type=_Path())
@_LANG
def new(path: str, lang: str | None) -> None:
    """Write a commented file to start from, at PATH (agreement.yaml where it is left out).

    The file checks clean. A file that exists is never overwritten.
    """
    from idebur.cli.starting import new

    new(path, lang=lang)


@idebur.command(
    epilog=_examples(
        "idebur screen register.csv --agreement examples/blekinge --map map.yaml --to answers.parquet",
        "idebur screen register.duckdb --table charities --agreement a.yaml --agreement b.yaml --map map.yaml "
        "--to answers.parquet",
    )
)
@click.argument("register", type=_Path())
@click.option(
    "--agreement", "agreements", metavar="PATH", multiple=True, required=True, type=_Path(), help="May be repeated."
)
@click.option("--map", "map_", metavar="FILE", required=True, type=_Path(), help="Which column is which fact.")
@click.option("--to", "target", metavar="FILE", required=True, type=_Path(), help="Where the answers go, as Parquet.")
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "polars", "spark"]),
    default="duckdb",
    show_default=True,
    help="What reads the register. Spark writes a folder of parts.",
)
@click.option("--table", help="The table, where the register is a database.")
@click.option("--brief", is_flag=True, help="Only the answers in each row; the reasons stand beside, case by case.")
@_LANG
def screen(
    register: str,
    agreements: tuple[str, ...],
    map_: str,
    target: str,
    engine: str,
    table: str | None,
    brief: bool,
    lang: str | None,
) -> None:
    """Say of every organisation in a register whether it may join.

    REGISTER is a CSV file (also .csv.gz), a Parquet file or a folder of them, or a database of DuckDB
    (or of SQLite, where DuckDB's extension for it is installed). Each row is answered yes, no or unknown by each
    agreement's rule for joining, with what failed and what is not known.
    """
    from idebur.cli.screening import screen

    screen(register, agreements, map_, target, engine=engine, table=table, brief=brief, lang=lang)


@idebur.command(
    epilog=_examples(
        "idebur rules agreement.yaml",
        "idebur rules examples/blekinge examples/ostergotland",
        "idebur rules examples --lang en --format json",
    )
)
@click.argument("paths", metavar="AGREEMENT...", nargs=-1, required=True, type=_Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text to read, json for programs.",
)
@click.option("--version", metavar="KEY", help="The rules of this version of the agreements, such as proposed.")
@_LANG_OF_AGREEMENT
def rules(paths: tuple[str, ...], form: str, version: str | None, lang: str | None) -> None:
    """List the rules of agreements, and compare who could join them.

    Each rule is told in words, with its text and the place in the source. Where there are several agreements, each two
    are compared: who could join the one but not the other, both, and neither, with an example of each.
    """
    from idebur.cli.ruling import rules

    rules(paths, form, version=version, lang=lang)


_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])

_PROJECTIONS = ["parties", "relations", "agreements", "bodies", "appointments", "commitments", "events"]
_GRAPH_FORMATS = [
    "csv", "cytoscape", "dot", "gexf", "gexf-dynamic", "graphml", "html", "mermaid", "node-link", "parquet",
]  # fmt: skip
_DAY = click.option("--on", "day", metavar="DAY", help="The network of that day, such as 2026-11-22.")
_VERSION = click.option(
    "--version", metavar="KEY", help="The network of that version, such as proposed; all for every state at once."
)


def _projection(default: str | None) -> Callable[[_Decorated], _Decorated]:
    return click.option(
        "--projection",
        type=click.Choice(_PROJECTIONS),
        default=default,
        show_default=default is not None,
        help="A smaller network made by a named rule.",
    )


@idebur.command(
    epilog=_examples(
        "idebur graph examples/blekinge examples/ostergotland",
        "idebur graph examples/ostergotland --projection bodies",
        "idebur graph examples/blekinge -o blekinge.graphml",
        "idebur graph examples/blekinge -o blekinge.html",
    )
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_Path())
@_DAY
@_VERSION
@_projection(None)
@click.option("--to", "form", type=click.Choice(_GRAPH_FORMATS), help="The format; else what FILE ends in decides.")
@click.option("-o", "--output", "target", metavar="FILE", type=_Path(), help="The file to write; else it is printed.")
@_LANG
def graph(
    paths: tuple[str, ...],
    day: str | None,
    version: str | None,
    projection: str | None,
    form: str | None,
    target: str | None,
    lang: str | None,
) -> None:
    """Tell who relates to whom, or write it for another program.

    Several agreements make one network: an organisation that they share is one node. Without --to and -o the network
    is told in short.
    """
    from idebur.cli.networks import graph

    graph(paths, day=day, version=version, projection=projection, form=form, target=target, lang=lang)


@idebur.command(
    epilog=_examples(
        "idebur network examples/blekinge",
        "idebur network examples/* --projection relations --format csv",
    )
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_Path())
@_DAY
@_VERSION
@_projection("parties")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="text to read, json for programs, csv for a spreadsheet (the nodes alone).",
)
@_LANG
def network(
    paths: tuple[str, ...], day: str | None, version: str | None, projection: str, form: str, lang: str | None
) -> None:
    """Measure the network: who links whom, how tied it is, how it is governed.

    A row for each node, with those that lie between most others first; then what holds for the whole.
    """
    from idebur.cli.networks import network

    network(paths, day=day, version=version, projection=projection, form=form, lang=lang)


@idebur.command(
    epilog=_examples(
        "idebur draw examples/blekinge -o blekinge.png",
        "idebur draw examples/* --projection bodies -o bodies.svg --lang sv",
        "idebur draw examples/* -o network.html",
    )
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_Path())
@_DAY
@_VERSION
@_projection(None)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    required=True,
    type=_Path(),
    help="The picture (.png, .svg, .pdf), or a page to look around in (.html).",
)
@click.option("--title", help="The title of the picture; else the agreements are named.")
@_LANG
def draw(
    paths: tuple[str, ...],
    day: str | None,
    version: str | None,
    projection: str | None,
    target: str,
    title: str | None,
    lang: str | None,
) -> None:
    """Draw who relates to whom."""
    from idebur.cli.networks import draw

    draw(paths, day=day, version=version, projection=projection, target=target, title=title, lang=lang)
