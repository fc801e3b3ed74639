"""Agreements and organisations from files: whole, or refused with every fault at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen
from pydantic import ValidationError

from idebur.agreement import Agreement, all_misnamed
from idebur.content import Content
from idebur.errors import Unreadable
from idebur.files.assembling import Assembled, PlacesOf, agreement_files, assemble
from idebur.files.faults import faults_of, without
from idebur.frameworks import shipped_frameworks
from idebur.messages import Fault
from idebur.names import Misnamed
from idebur.organisations import Organisation, mistyped
from idebur.said import Said
from idebur.visits import Path as ElementPath
from idebur.visits import written_path

__all__ = ["Reading", "load", "load_all", "load_organisation", "read", "read_all", "read_each"]

S = TypeVar("S", bound=Said)

_ROUNDS = 8
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


def read(path: str | os.PathLike[str]) -> Reading:
    """Load the agreement at *path* with the places of its elements.

    Raises:
        Unreadable: as :func:`load`.
    """
    return _agreement(assemble(Path(path)), shipped_frameworks())


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


def read_each(*paths: str | os.PathLike[str]) -> tuple[tuple[Reading, ...], tuple[Fault, ...]]:
    """Load those of several agreements that can be read, in the order given, beside the faults of all the others."""
    assembled: list[Assembled] = []
    faults: list[Fault] = []
    for file in dict.fromkeys(file for path in paths for file in agreement_files(Path(path))):
        try:
            assembled.append(assemble(file))
        except Unreadable as error:
            faults.extend(error.faults)
    known: dict[str, Content] = dict(shipped_frameworks())
    known |= {str(one.data["agreement"]): _loosely(one) for one in assembled if "agreement" in one.data}
    readings: list[Reading] = []
    keys: dict[str, Reading] = {}
    for one in assembled:
        try:
            reading = _agreement(one, known)
        except Unreadable as error:
            faults.extend(error.faults)
            continue
        first = keys.setdefault(reading.agreement.agreement, reading)
        if first is not reading:
            place = reading.places[("agreement",)]
            params = {"found": reading.agreement.agreement, "first": str(first.places[("agreement",)])}
            faults.append(Fault("agreement-twice", place, "agreement", params))
        readings.append(reading)
    return tuple(readings), tuple(faults)


def load_organisation(path: str | os.PathLike[str]) -> Organisation:
    """Load an organisation's file.

    Raises:
        Unreadable: with all its faults.
    """
    whole = assemble(Path(path))
    _require("organisation", "not-an-organisation", whole)
    organisation, faults = _validated(Organisation, whole)
    if organisation is not None:
        faults += [
            Fault("fact-type", whole.places.value(("facts", fact)), f"facts.{fact}", params)
            for fact, params in mistyped(organisation)
        ]
    return _unless_faulty(organisation, [*whole.faults, *faults])


def _loosely(whole: Assembled) -> Content:
    """Read what can be read of an agreement, so that others can refer to it; its own faults come elsewhere."""
    agreement, _ = _validated(Agreement, whole)
    return agreement if agreement is not None else Content()


def _agreement(whole: Assembled, known: Mapping[str, Content]) -> Reading:
    _require("agreement", "not-an-agreement", whole)
    agreement, faults = _validated(Agreement, whole)
    if agreement is not None:
        lost = _lost_names(whole.data, faults)
        wrong = all_misnamed(agreement, known, _rule_texts(whole.data))
        faults += [_misnamed(one, whole.places) for one in wrong if one.params.get("found") not in lost]
    return Reading(_unless_faulty(agreement, [*whole.faults, *faults]), whole.places)


def _require(head: str, code: str, whole: Assembled) -> None:
    """Say first of all when a file is of another sort: every other fault would only confuse."""
    if head not in whole.data:
        raise Unreadable((*whole.faults, Fault(code, whole.places.value(()))))


def _unless_faulty(said: S | None, faults: Iterable[Fault]) -> S:
    found = sorted(dict.fromkeys(faults), key=lambda fault: (fault.place.file, fault.place.line, fault.place.column))
    if said is None or found:
        raise Unreadable(tuple(found))
    return said


def _validated(kind: type[S], whole: Assembled) -> tuple[S | None, list[Fault]]:
    """Validate; what is at fault is set aside, so that the rest can still be asked for names that lead nowhere."""
    faults: list[Fault] = []
    data: Any = whole.data
    for _ in range(_ROUNDS):
        try:
            return kind.model_validate(data, by_alias=True, by_name=False, context={"names": False}), faults
        except ValidationError as error:
            if not faults:  # set aside once, the same places complain no more; what is left only follows from it
                faults += faults_of(error, kind, data, whole.places)
            for detail in reversed(error.errors(include_url=False, include_context=False, include_input=False)):
                data = without(data, _at_fault(detail["type"], detail["loc"]))
    return None, faults


def _at_fault(kind: str, loc: tuple[str | int, ...]) -> ElementPath:
    """What to set aside for a complaint: the value, or, where a field is missing, what lacks it."""
    path = tuple(part for part in loc if part != "[key]")
    return path[:-1] if kind == "missing" else path


def _lost_names(data: Any, faults: Iterable[Fault]) -> frozenset[str]:
    """The names inside what was set aside: a reference to one of them is not what is wrong."""
    lost: set[str] = set()
    for fault in faults:
        here = data
        for part in fault.path.replace("[", ".").replace("]", "").split("."):
            step: Any = int(part) if isinstance(here, list) and part.isdigit() else part
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                break
        lost.update(_names_in(here))
    return frozenset(lost)


def _names_in(data: Any) -> Iterable[str]:
    if isinstance(data, dict):
        for name, inner in data.items():
            yield name
            yield from _names_in(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from _names_in(inner)
    elif isinstance(data, str):
        yield data


def _rule_texts(data: Any, path: ElementPath = ()) -> dict[ElementPath, str]:
    """Every text that may be a rule, as its author wrote it, so that a caret stands under the author's own words."""
    found: dict[ElementPath, str] = {}
    if isinstance(data, dict):
        for name, inner in data.items():
            if name in ("rule", "open-to") and isinstance(inner, str):
                found[(*path, name)] = inner
            elif name != "tenures":
                found |= _rule_texts(inner, (*path, name))
    return found


def _misnamed(one: Misnamed, places: PlacesOf) -> Fault:
    place = places.value(one.path, one.offset, one.length) if one.length else places.value(one.path)
    return Fault(one.code, place, written_path(one.path), one.params, one.suggestion)
