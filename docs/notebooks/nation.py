"""An imagined country of agreements: the same one for the same seed.

Nothing in it is anybody's: names are made up, and only the way it is put together is meant to be likely. Each county
and municipality may have an agreement; organisations are local, regional or national, and join the agreements of where
they work, the well known ones more often than others (preferential attachment, Barabási and Albert 1999). How each
agreement is governed is drawn too: by its parties together, by one of them, or through an office of its own.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

__all__ = ["nation"]

_FORMS = ("föreningen", "nätverket", "stiftelsen", "studieförbundet", "kooperativet", "församlingen")
_CAUSES = (
    *("kultur", "idrott", "hälsa", "natur", "omsorg", "integration", "ungdom", "bildning"),
    *("tro", "rättigheter", "matlag", "bostad", "hembygd", "musik", "friluftsliv", "minnen"),
)


class _Place(NamedTuple):
    """Where an agreement applies: a county, or a municipality of one."""

    key: str
    name: str
    kind: str
    county: int


def nation(
    *, seed: int = 2026, agreements: int = 300, organisations: int = 20_000, memberships: int = 24_000
) -> Mapping[str, str]:
    """Give so many agreements as YAML texts, by file name.

    Every organisation has joined at least one agreement where there are as many memberships as organisations.

    >>> from idebur.files import load
    >>> sorted(nation(agreements=2, organisations=5, memberships=6))
    ['avtal-000.yaml', 'avtal-001.yaml']
    """
    chance = random.Random(seed)  # noqa: S311 - a simulation, and no secret
    places = [_place(number) for number in range(agreements)]
    joined: list[dict[int, int]] = [{} for _ in places]
    by_county: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        by_county.setdefault(place.county, []).append(number)
    reach = [chance.choices(("local", "regional", "national"), (80, 17, 3))[0] for _ in range(organisations)]
    home = [chance.randrange(agreements) for _ in range(organisations)]
    for organisation in range(min(organisations, memberships)):
        joined[home[organisation]][organisation] = _year(chance)
    wide = [organisation for organisation in range(organisations) if reach[organisation] != "local"]
    known = list(accumulate(chance.paretovariate(1.2) for _ in wide))
    for organisation in chance.choices(wide, cum_weights=known, k=max(0, memberships - organisations)) if wide else ():
        near = by_county[places[home[organisation]].county]
        where = chance.choice(near if reach[organisation] == "regional" else range(agreements))
        joined[where].setdefault(organisation, _year(chance))
    return {
        f"{place.key}.yaml": "\n".join(_written(chance, place, members)) + "\n"
        for place, members in zip(places, joined, strict=True)
    }


def _place(number: int) -> _Place:
    county = number % 21
    if number < 21:
        return _Place(f"avtal-{number:03}", f"Region {_named(number)}", "region", county)
    return _Place(f"avtal-{number:03}", f"{_named(number)} kommun", "municipality", county)


_SYLLABLES = ("Al", "Berg", "Dal", "Ek", "Fors", "Gran", "Hav", "Lind", "Mark", "Näs", "Sjö", "Vik")


def _named(number: int) -> str:
    """A name that no other place has."""
    first, second = divmod(number, 12)
    return f"{_SYLLABLES[first % 12]}{_SYLLABLES[second].casefold()}{'' if first < 12 else first // 12}"


def _year(chance: random.Random) -> int:
    return chance.randint(2010, 2026)


def _organisation(number: int) -> str:
    form, cause = _FORMS[number % len(_FORMS)], _CAUSES[number // len(_FORMS) % len(_CAUSES)]
    return f"{form.capitalize()} {cause} {number}"


def _written(chance: random.Random, place: _Place, members: Mapping[int, int]) -> Iterator[str]:
    form = chance.choices(("shared", "lead", "office"), (50, 30, 20))[0]
    level = "regional" if place.kind == "region" else "municipal"
    yield from (
        "idebur: 1",
        f"agreement: {place.key}",
        f"title: Överenskommelse med {place.name}",
        f"since: {chance.randint(2008, 2025)}",
        f"territory: {{level: {level}, area: {place.name}}}",
        "parties:",
        f"  offentlig-{place.key}: {{kind: {place.kind}, name: {place.name}}}",
        "  sektor:",
        f"    {{kind: class, sector: civil-society, name: Idéburen sektor, who: {{speaks: paraply-{place.key}}}}}",
        f"  paraply-{place.key}: {{kind: umbrella, sector: civil-society, name: Samverkan {place.name}}}",
        "bodies:",
        "  partnerskap:",
        "    kind: partnership",
        "    seats:",
        f"      offentlig: {{of: offentlig-{place.key}, count: {chance.randint(1, 5)}, who: {{appoints: itself}}}}",
        f"      sektor: {{of: sektor, held-through: paraply-{place.key}, count: {chance.randint(1, 5)}}}",
    )
    by = {"shared": "partnerskap", "lead": f"offentlig-{place.key}", "office": "partnerskap"}[form]
    convenes = "processledare" if form == "office" else by
    yield from (
        "offices:",
        f"  processledare: {{name: Processledare, who: {{appoints: {by}}}}}",
        "routines:",
        "  stormote:",
        "    kind: meeting",
        f"    every: {chance.randint(1, 4)} a year",
        f"    who: {{convenes: {convenes}, attends: [offentlig-{place.key}, sektor]}}",
        f"  plan: {{kind: plan, every: year, who: {{decides: {by}}}}}",
    )
    if members:
        yield "tenures:"
        for number, year in sorted(members.items()):
            yield (
                f"  - {{who: org-{number}, name: {_organisation(number)}, sector: civil-society, "
                f"number: '{802_000_0000 + number}', kind: joined, since: {year}}}"
            )
