"""Cross-sector agreements as typed models: read, checked, told back, judged and compared.

Everything named in ``__all__`` is imported when it is first asked for (:pep:`562`), so that ``import idebur`` itself
loads neither pydantic, attrs, networkx nor yaml.
"""

from idebur._version import __version__

__all__ = [
    "NONE",
    "NOT_SAID",
    "Agreement",
    "AmbiguousKey",
    "Amount",
    "Answer",
    "Cadence",
    "Citation",
    "Date",
    "Fault",
    "Finding",
    "IdeburError",
    "NotationError",
    "Organisation",
    "Place",
    "Rule",
    "Severity",
    "Text",
    "Undecided",
    "UnknownKey",
    "Unreadable",
    "Verdict",
    "Version",
    "__version__",
    "check",
    "dump",
    "graph",
    "judge",
    "load",
    "load_all",
    "load_organisation",
    "parse_rule",
    "read",
    "standing",
    "walk",
]

TYPE_CHECKING = False  # type checkers take the name for true; importing it from `typing` would double the time taken

if TYPE_CHECKING:  # editors and mypy read this; were they to see the `__getattr__` below, every name would be right
    from idebur import graph, standing
    from idebur.absence import NONE, NOT_SAID
    from idebur.agreement import Agreement, Version
    from idebur.answers import Answer
    from idebur.checks import check
    from idebur.errors import AmbiguousKey, IdeburError, NotationError, Undecided, UnknownKey, Unreadable
    from idebur.files import dump, load, load_all, load_organisation, read
    from idebur.messages import Fault, Finding, Place, Severity
    from idebur.notation.amounts import Amount
    from idebur.notation.cadences import Cadence
    from idebur.notation.citations import Citation
    from idebur.notation.dates import Date
    from idebur.organisations import Organisation
    from idebur.rules import Rule, parse_rule
    from idebur.rules.judging import judge
    from idebur.rules.verdicts import Verdict
    from idebur.text import Text
    from idebur.visits import walk
else:
    _HOMES = {
        "idebur": ("graph", "standing"),
        "idebur.absence": ("NONE", "NOT_SAID"),
        "idebur.agreement": ("Agreement", "Version"),
        "idebur.answers": ("Answer",),
        "idebur.checks": ("check",),
        "idebur.errors": ("AmbiguousKey", "IdeburError", "NotationError", "Undecided", "UnknownKey", "Unreadable"),
        "idebur.files": ("dump", "load", "load_all", "load_organisation", "read"),
        "idebur.messages": ("Fault", "Finding", "Place", "Severity"),
        "idebur.notation.amounts": ("Amount",),
        "idebur.notation.cadences": ("Cadence",),
        "idebur.notation.citations": ("Citation",),
        "idebur.notation.dates": ("Date",),
        "idebur.organisations": ("Organisation",),
        "idebur.rules": ("Rule", "parse_rule"),
        "idebur.rules.judging": ("judge",),
        "idebur.rules.verdicts": ("Verdict",),
        "idebur.text": ("Text",),
        "idebur.visits": ("walk",),
    }
    _HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

    def __getattr__(name: str) -> object:
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = import_module(f"{home}.{name}") if home == __name__ else getattr(import_module(home), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
