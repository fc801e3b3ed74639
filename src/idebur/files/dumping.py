"""Agreements and organisations into files: stable, so that what is read back is written the same."""

from __future__ import annotations

import os
from decimal import Decimal
from typing import Any, get_origin

from idebur.absence import Claim, Claims
from idebur.agreement import Agreement
from idebur.elements import Keyed
from idebur.files.writing import emit, write_text
from idebur.files.yaml_scalars import WrittenFloat
from idebur.organisations import Organisation
from idebur.said import Said
from idebur.several import Pairs, Several
from idebur.visits import fields_of

__all__ = ["dump", "dumps", "plain"]


def dump(said: Agreement | Organisation, path: str | os.PathLike[str]) -> None:
    """Write an agreement or an organisation to one file, whole or not at all; what is there is replaced.

    ``load(path)`` gives an equal value back. Comments of an earlier file are lost: this is no editor.

    Raises:
        OSError: the file could not be written; an earlier file is then untouched.
    """
    write_text(path, dumps(said))


def dumps(said: Agreement | Organisation) -> str:
    """Write an agreement or an organisation as YAML text, its fields in the order of the model.

    >>> print(dumps(Organisation(organisation="red-cross")), end="")
    idebur: 1
    organisation: red-cross
    """
    return emit(plain(said))


_FIRST = ("idebur", "agreement", "organisation", "amends", "revises")
_LAST = ("replaces", "inside", "status", "since", "until", "note", "cites")


def plain(said: Any) -> Any:
    """Turn what the text says into plain data as it is written in a file.

    A field that was not said is left out; one that the author wrote as ``not-said`` stays, so that one sees that it was
    looked for.
    """
    match said:
        case Keyed():
            if said.absence is not None:
                return said.absence.written()
            elements = {key: plain(element) for key, element in said.items()}
            return elements | {key: absence.written() for key, absence in said.absent.items()}
        case Claims():
            claims = [_claim(claim) for claim in said]
            return claims[0] if len(claims) == 1 else claims
        case Said() if not hasattr(said, "written"):
            return _fields(said)
        case Pairs() | Several() if said.absence is not None:
            return said.written()
        case Several() if any(isinstance(item, Said) for item in said):
            listed = [plain(item) for item in said]
            return {"among-others": listed} if said.among_others else listed
        case Pairs() if type(said) is Pairs or any(isinstance(value, Claims) for value in said.values()):
            return {key: plain(value) for key, value in said.items()}
        case () if type(said) is tuple:  # a set of words that is known to be empty
            return "none"
        case tuple():
            return [plain(item) for item in said]
        case Decimal():
            return _number(said)
        case _:
            return said.written() if hasattr(said, "written") else said


def _number(said: Decimal) -> int | float:
    """Write a number as people do, and with an exponent where that would be a row of zeros."""
    short = abs(said.adjusted()) < _MOST_DIGITS
    if short and said == said.to_integral_value():
        return int(said)
    return WrittenFloat(float(said), f"{said.normalize():{'f' if short else 'e'}}")


_MOST_DIGITS = 18


def _fields(said: Said) -> dict[str, Any]:
    chosen = said.model_fields_set | ({"idebur"} & type(said).model_fields.keys())
    fields = fields_of(type(said))
    order = dict.fromkeys([*_FIRST, *(name for name in fields if name not in _LAST), *_LAST])
    return {
        fields[name].alias: _field(fields[name].annotation, getattr(said, name)) for name in order if name in chosen
    }


def _field(annotation: Any, value: Any) -> Any:
    """Turn the value of a field into plain data; a field that can only be a list is one, be it empty."""
    return list(map(plain, value)) if get_origin(annotation) is tuple else plain(value)


def _claim(claim: Claim[Any]) -> dict[str, Any]:
    written: dict[str, Any] = {"said": plain(claim.said)}
    if claim.cites:
        written["cites"] = claim.cites.written()
    if claim.since is not None:
        written["since"] = claim.since.written()
    if claim.until is not None:
        written["until"] = claim.until.written()
    return written
