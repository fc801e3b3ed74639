"""Agreements and organisations from files: whole, or refused with every fault at once."""

from __future__ import annotations

import os
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar, cast

from attrs import frozen
from pydantic import ValidationError

from idebur.agreement import Agreement, all_misnamed
from idebur.collecting import uncollected
from idebur.content import Content
from idebur.errors import Unreadable, nearest
from idebur.files.assembling import Assembled, PlacesOf, agreement_files, assemble, found_words, within
from idebur.files.piecemeal import Piecemeal
from idebur.files.remains import author_path, found_at, names_in, set_aside, value_at
from idebur.frameworks import shipped_frameworks
from idebur.messages import Fault, Place
from idebur.misnaming import Misnamed
from idebur.organisations import Organisation, misspelt, mistyped, mistyped_value, unfamiliar_words
from idebur.rules.facts import called_values
from idebur.rules.terms import Terms
from idebur.said import Said
from idebur.visits import Path as ElementPath
from idebur.visits import fields_of, written_path

if TYPE_CHECKING:
    from idebur.files.faults import Complaint

__all__ = [
    "Reading",
    "Validated",
    "load",
    "load_all",
    "load_organisation",
    "load_said",
    "read",
    "read_all",
    "validated",
]

S = TypeVar("S", bound=Said)

_MOST_ROUNDS: Final = 8
"""How often what is at fault is set aside and the rest tried again, before the rest is given up."""


@frozen(eq=False)
class Reading:
    """An agreement with the places of everything in it, which ``check`` and the graph take beside it."""

    agreement: Agreement
    places: PlacesOf


def load(path: str | os.PathLike[str]) -> Agreement:
    """Load the agreement at *path*, a file or a folder.

    Raises:
        Unreadable: with all its faults, each with its place and the way out.
    """
    return read(path).agreement


@uncollected()
def read(path: str | os.PathLike[str]) -> Reading:
    """Load the agreement at *path* with the places of its elements.

    Raises:
        Unreadable: as :func:`load`.
    """
    whole = assemble(Path(path))
    return _reading(whole, validated(whole), shipped_frameworks())


def load_all(*paths: str | os.PathLike[str]) -> dict[str, Agreement]:
    """Load several agreements, by key, with the references between them resolved.

    A path may be an agreement, or a folder that holds some.

    Raises:
        Unreadable: with the faults of all of them.
    """
    return {reading.agreement.agreement: reading.agreement for reading in read_all(*paths)}


def read_all(*paths: str | os.PathLike[str]) -> tuple[Reading, ...]:
    """Load several agreements with their places, in the order given.

    Raises:
        Unreadable: as :func:`load_all`; also where two agreements have the same key.
    """
    readings, faults = read_each(*paths)
    if faults:
        raise Unreadable(faults)
    return readings


@uncollected()
def read_each(*paths: str | os.PathLike[str]) -> tuple[tuple[Reading, ...], tuple[Fault, ...]]:
    """Load those of several agreements that can be read, in the order given, beside the faults of all the others."""
    faults: list[Fault] = []
    several: list[tuple[Assembled, Validated[Agreement]]] = []
    for file, folder in _files(paths, faults).items():
        try:
            whole = assemble(file if folder is None else within(folder, file.name))
            several.append((whole, validated(whole)))
        except Unreadable as error:
            faults.extend(error.faults)
    loaded: dict[str, Content] = {one.said.agreement: one.said for _, one in several if one.said is not None}
    known = ChainMap(loaded, cast("dict[str, Content]", shipped_frameworks()))  # only ever read
    lost = frozenset[str]().union(*(one.lost for _, one in several))
    faults.extend(_keys_twice(whole for whole, _ in several))
    readings: list[Reading] = []
    for whole, one in several:
        try:
            readings.append(_reading(whole, one, known, lost))
        except Unreadable as error:
            faults.extend(error.faults)
    return tuple(readings), tuple(sorted(faults, key=_where))


def _keys_twice(several: Iterable[Assembled]) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for whole in several:
        key, place = str(whole.data["agreement"]), whole.places.value(("agreement",))
        if key in first:
            yield Fault("agreement-twice", place, "agreement", {"found": key, "first": str(first[key])})
        first.setdefault(key, place)


def _files(paths: Iterable[str | os.PathLike[str]], faults: list[Fault]) -> Mapping[Path, Path | None]:
    """Give the agreements at some paths, each with the folder in which it was found."""
    found: dict[Path, Path | None] = {}
    for path in map(Path, paths):
        try:
            for file in agreement_files(path):
                found.setdefault(file, None if file == path else path)
        except Unreadable as error:
            faults.extend(error.faults)
    return found


@uncollected()
def load_organisation(path: str | os.PathLike[str], terms: Terms | None = None) -> Organisation:
    """Load an organisation's file.

    *terms* are those of the agreement that it is to be judged by (:func:`~idebur.membership.terms_of`), so that what
    the agreement's own facts cannot be is refused at its place. Left out, only the built-in facts are known.

    Raises:
        Unreadable: with all its faults.
    """
    whole = assemble(Path(path))
    _require("organisation", "agreement", whole)
    read = _validated(Organisation, whole)
    faults = [*whole.faults, *read.faults]
    if read.said is not None:  # pragma: no branch - what is at fault in so small a file can always be set aside
        faults += _facts_at_fault(read.said, terms, read.data, whole.places)
    return _unless_faulty(read.said, faults)


def _facts_at_fault(organisation: Organisation, terms: Terms | None, data: Any, places: PlacesOf) -> Iterator[Fault]:
    facts = None if terms is None else terms.facts
    for fact, params in mistyped(organisation, facts):
        at = author_path(("facts", fact, "said"), data)
        yield Fault("fact-type", places.value(at), written_path(at), params, _meant(params))
    for fact, guess in misspelt(organisation, facts):
        at = author_path(("facts", fact), data)
        yield Fault("fact-misspelt", places[at], written_path(at), {"found": fact}, guess)
    for fact, number, word, known in unfamiliar_words(organisation, terms):
        path = ("facts", fact, "said") if number is None else ("facts", fact, "said", number)
        at = author_path(path, data)
        params = {"fact": fact, "found": word, "expected": known}
        yield Fault("fact-word", places.value(at), written_path(at), params, _meant_word(fact, word, terms or Terms()))
    for clause, one in organisation.attested.items():
        wrong = mistyped_value(clause, one.said, "yes-no")
        if wrong is not None:
            at = author_path(("attested", clause, "said"), data)
            yield Fault("fact-type", places.value(at), written_path(at), wrong, _meant(wrong))


def _meant(wrong: Mapping[str, object]) -> str | None:
    """Name the value of a fact that was meant, by what kind of value was expected."""
    from idebur.files.meant import meant_as_fact

    return meant_as_fact(str(wrong["found"]), wrong["expected"])


def _meant_word(fact: str, word: str, terms: Terms) -> str | None:
    """Name the word of a fact that was meant, by its own letters or by a label in any language."""
    called = called_values(terms.declared[fact], terms.vocabularies)
    written = "-".join(word.casefold().split())
    return called.get(written) or called.get(nearest(written, called) or "")


def load_said(kind: type[S], path: str | os.PathLike[str], head: str) -> tuple[S, PlacesOf]:
    """Load a file of another kind than an agreement, with the places of everything in it.

    *head* is the field by which one knows the kind.

    Raises:
        Unreadable: with all its faults.
    """
    whole = assemble(Path(path))
    _require(head, head, whole)
    read = _validated(kind, whole)
    return _unless_faulty(read.said, [*whole.faults, *read.faults]), whole.places


class Validated(NamedTuple, Generic[S]):
    """What a file says as far as it can be read, with the faults of what was set aside."""

    said: S | None
    """What is left; ``None`` where nothing is."""

    faults: tuple[Fault, ...]
    data: Any
    """The data that *said* was read from."""

    lost: frozenset[str]
    """The names that stand in what was set aside: whoever refers to one of them is not at fault."""

    sourceless: bool
    """Whether what says the source of the citations was set aside."""

    is_whole: bool
    """Whether at least the keys of every section could be read."""


def validated(whole: Assembled) -> Validated[Agreement]:
    """Read an agreement as far as it can be read, with the names in it not yet looked up.

    Raises:
        Unreadable: it is no agreement at all.
    """
    _require("agreement", "organisation", whole)
    return _validated(Agreement, whole)


def _require(head: str, other: str, whole: Assembled) -> None:
    """Say first of all, and alone, when a file is of another sort or format: every other fault would only confuse."""
    data, places = whole.data, whole.places
    if head not in data and other in data:
        fault = Fault(f"{other}-not-{head}", places[(other,)], other)
    elif head not in data:
        guess = nearest(head, [name for name in data if isinstance(data[name], str)])
        place = places.value(()) if guess is None else places[(guess,)]
        article = "an" if head[0] in "aeiou" else "a"
        fault = Fault(f"not-{article}-{head}", place, guess or "", {}, head if guess else None)
    elif data.get("idebur", 1) != 1 or data.get("idebur") is True:
        params = {"found": found_words(data["idebur"])}
        fault = Fault("format-unknown", places.value(("idebur",)), "idebur", params)
    else:
        return
    raise Unreadable(tuple(sorted((*whole.faults, fault), key=_where)))


def _validated(kind: type[S], whole: Assembled) -> Validated[S]:
    data: Any = whole.data
    faults: list[Fault] = []
    told = set(map(_where, whole.faults))
    sections = {(field.alias,) for field in fields_of(kind).values()} - _PLAIN
    touched: set[ElementPath] = set()  # what was set aside, and all that it stood in
    lost: set[str] = set()
    sourceless, is_whole = False, whole.is_whole
    context = {"names": False, "pieces": Piecemeal()}
    for _ in range(_MOST_ROUNDS):
        try:
            said = kind.model_validate(data, by_alias=True, by_name=False, context=context)
        except ValidationError as error:
            from idebur.files.faults import complaints, fault_of  # what a sound file has no need of

            found = tuple(complaints(error, data))
        else:
            return Validated(said, tuple(faults), data, frozenset(lost), sourceless, is_whole)
        for one in found:
            if one.path not in touched:  # else it only follows from what was set aside
                fault = fault_of(one, kind, whole.places)
                if _where(fault) not in told:  # as the value of an alias that stands for nothing
                    faults.append(fault)
        for one in found:
            touched.update(one.path[:length] for length in range(1, len(one.path) + 1))
            lost.update(_names_lost(one, data))
            is_whole &= one.path not in sections or one.kind == "extra_forbidden"
            sourceless |= one.path[-1:] == ("source",) or one.kind == "extra_forbidden"
        data = set_aside(data, [one.aside for one in found if one.aside])
        data = {**data, **{head: _STAND_IN for head in _HEADS if (head,) in touched}}
    # Every round sets something aside, and a few are enough for all that is known; should they not be, the rest waits.
    return Validated(None, tuple(faults), data, frozenset(lost), sourceless, is_whole)  # pragma: no cover - see above


_HEADS: Final = ("agreement", "organisation")
_PLAIN: Final = frozenset(
    {("agreement",), ("organisation",), ("source",), ("title",), ("language",), ("cites",), ("note",)}
)
"""The fields on top in which no name is introduced."""

_STAND_IN: Final = "x"
"""The key of an agreement whose own cannot be read."""


def _names_lost(complaint: Complaint, data: Any) -> Iterator[str]:
    """The names that others may use and that are gone with what is set aside."""
    value = value_at(complaint.aside, data)
    yield from names_in(value)
    yield from map(str, complaint.path[-1:])
    if "tenures" in complaint.aside:  # a tenure introduces whom it names
        number = complaint.aside.index("tenures") + 2
        yield from names_in(value_at((*complaint.aside[:number], "who"), data))


def _reading(
    whole: Assembled, one: Validated[Agreement], known: Mapping[str, Content], lost: frozenset[str] = frozenset()
) -> Reading:
    """Look up every name of an agreement; *lost* are those that were lost in the files of others.

    Raises:
        Unreadable: with the faults of the file and of its names.
    """
    faults = [*whole.faults, *one.faults]
    if one.said is not None and one.is_whole:
        lost |= one.lost | whole.lost
        wrong = all_misnamed(one.said, known, _as_written(one.data), lost)
        faults += [
            _misnamed(found, one.data, whole.places)
            for found in wrong
            if not (one.sourceless and found.code == "citation-without-source")
        ]
    return Reading(_unless_faulty(one.said, faults), whole.places)


def _as_written(data: Any) -> Callable[[ElementPath], str | None]:
    """Give a rule as its author wrote it, so that a caret stands under the author's own words."""

    def written(path: ElementPath) -> str | None:
        text = value_at(path, data)
        return text if isinstance(text, str) else None

    return written


def _misnamed(wrong: Misnamed, data: Any, places: PlacesOf) -> Fault:
    path, _, value = found_at(wrong.path, data)
    if wrong.code in _OF_CITATIONS and isinstance(value, dict):
        path = (*path, "at")
    found = wrong.params.get("found")
    if wrong.code in _OF_KEYS or (path[-1:] == (found,) and value != found):
        place = places[path]
    else:
        place = places.value(path, wrong.offset, wrong.length) if wrong.length else places.value(path)
    return Fault(wrong.code, place, written_path(path), wrong.params, wrong.suggestion)


_OF_CITATIONS: Final = frozenset(
    {"citation-without-source", "document-undeclared", "unknown-document", "unknown-place"}
)
_OF_KEYS: Final = frozenset({"actor-twice", "clause-named-as-fact", "key-reserved", "unknown-vocabulary"})


def _where(fault: Fault) -> tuple[str, int, int]:
    return fault.place.file, fault.place.line, fault.place.column


def _unless_faulty(said: S | None, faults: Iterable[Fault]) -> S:
    if said is None or faults:
        raise Unreadable(tuple(sorted(dict.fromkeys(faults), key=_where)))
    return said
