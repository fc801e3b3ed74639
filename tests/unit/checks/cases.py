"""A small agreement in which nothing is to be found, and how a case departs from it."""

from __future__ import annotations

from functools import reduce
from typing import Any

from attrs import frozen

from idebur.agreement import Agreement
from idebur.files.yaml_reader import parse_yaml

CLEAN = """
idebur: 1
agreement: clean
title: Överenskommelsen
source: text
documents:
  text: {kind: agreement, title: Texten, places: [first, second]}
parties:
  region: {kind: region, name: Regionen, cites: first}
  sector:
    kind: class
    sector: civil-society
    name: Sektorn
    rule: sector is civil-society
    who: {speaks: network, signs: network}
    cites: first
actors:
  network: {kind: network, sector: civil-society, name: Nätverket}
bodies:
  board:
    kind: partnership
    name: Partnerskapet
    seats:
      public: {of: region, kind: ordinary, count: 3, who: {appoints: itself}}
      civil: {of: sector, kind: ordinary, count: 3, who: {appoints: itself}}
    chair: {how: elected}
    decides: [{rule: consensus}]
    meets: 4 a year
    cites: first
offices:
  leader: {name: Processledaren, of: region, who: {appoints: board}}
principles:
  trust: {number: 1, title: Tillit, summary: Vi litar på varandra., cites: first}
aims:
  goal: {kind: goal, number: 1, text: Vi ska mötas oftare., cites: first}
commitments:
  share: {who: region, to: sector, force: shall, does: Dela sin kunskap, cites: first}
ladders:
  scale: {levels: {low: {number: 1}, high: {number: 2}}, cites: first}
routines:
  meeting: {kind: meeting, title: Mötet, every: year, who: {attends: all-parties}, cites: first}
  plan: {kind: plan, title: Planen, every: year, who: {decides: board}, cites: first}
  follow-up: {kind: follow-up, title: Uppföljningen, every: year, of: plan, who: {receives: board}, cites: first}
procedures:
  joining:
    kind: join
    open-to: sector is civil-society
    steps: [{who: applicant, does: apply}, {who: board, does: approve}]
    cites: first
  leaving: {kind: leave, steps: [{who: leaver, does: notify, to: board, notice: 3 months}], cites: first}
"""


@frozen
class Pair:
    """A departure from the clean agreement that trips just one check, and the nearest one that trips none.

    A departure is laid over the clean agreement, mapping by mapping; ``~`` takes a key away.
    """

    code: str
    path: str
    trips: str
    sibling: str = "{}"


def clean(*departures: str) -> Agreement:
    """The clean agreement with departures laid over it, one after the other."""
    return Agreement.model_validate(reduce(_over, map(_read, (CLEAN, *departures))), by_alias=True, by_name=False)


def _read(text: str) -> Any:
    tree, faults = parse_yaml(text.encode(), "case.yaml")
    assert tree is not None, faults
    assert not faults, faults
    return tree.data


def _over(below: Any, above: Any) -> Any:
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    merged = below | {key: _over(below.get(key), value) for key, value in above.items()}
    return {key: value for key, value in merged.items() if value is not None}
