"""Reference data: the European code's levels, phases and matrix, and the six national principles of Sweden.

Every element cites the document in which it was seen. What was not seen in any cites a document of a kind that the
vocabulary ``document-kind`` marks ``unverified``: whether a fact is confirmed belongs to its evidence and not to the
state of the element, and one element may rest on both, title and text each on its own. :func:`unverified` asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module

from idebur.absence import one_said
from idebur.citations import Cite
from idebur.content import Content
from idebur.visits import Path, walk
from idebur.vocabulary import Vocabularies

__all__ = ["shipped_frameworks", "unverified"]

_MODULES: Mapping[str, str] = {
    "national-2008": "national_2008",
    "european-code-2009": "european_code_2009",
    "european-code-2019": "european_code_2019",
    "guidelines-2017": "guidelines_2017",
}
"""From a framework's key to the module that writes it down, in a function of the same name."""


class _Shipped(Mapping[str, Content]):
    """The frameworks by key, each written down when it is first asked for: most agreements refer to one or two."""

    def __getitem__(self, key: str) -> Content:
        return _framework(_MODULES[key])

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)

    def __contains__(self, key: object) -> bool:
        return key in _MODULES  # without writing it down


@cache
def _framework(module: str) -> Content:
    write: Callable[[], Content] = getattr(import_module(f"{__name__}.{module}"), module)
    return write()


def shipped_frameworks() -> Mapping[str, Content]:
    """The frameworks that come with idebur, by the key under which a document refers to them.

    >>> [str(one.title.said("en")) for one in shipped_frameworks()["national-2008"].principles.values()][0]
    'Autonomy and independence'
    """
    return _Shipped()


def unverified(content: Content, vocabularies: Vocabularies | None = None) -> frozenset[Path]:
    """The paths of what rests on no document that was read: of an element, or of one field of it.

    >>> ("ladders", "participation", "tools", "petitioning") in unverified(shipped_frameworks()["european-code-2009"])
    True
    """
    words = Vocabularies() if vocabularies is None else vocabularies
    kinds = words.having("document-kind", "unverified")
    documents = {key for key, document in content.documents.items() if one_said(document.kind) in kinds}
    found: set[Path] = set()
    for visit in walk(content):
        if isinstance(visit.value, Cite) and visit.value.at.document in documents:
            element = visit.path[: visit.path.index("cites")]
            found.add(element if visit.value.field is None else (*element, visit.value.field))
    return frozenset(found)
