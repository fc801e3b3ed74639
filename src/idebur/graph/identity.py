"""One organisation, one node: who is the same across agreements, and who may be.

Two names mean one organisation where they have the same organisation number; else where they have the same key, unless
their numbers or their names say otherwise; else where somebody has said so (``same_as``). Whatever merely looks alike
is reported (:func:`look_alikes`) and never merged in silence.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple
from unicodedata import normalize

import networkx as nx
from attrs import frozen

from idebur.absence import one_said
from idebur.agreement import Agreement
from idebur.errors import UnknownKey
from idebur.graph.kinds import node_kinds
from idebur.graph.nodes import kind_of_actor
from idebur.parties import Actor

__all__ = ["Alike", "Known", "identities", "look_alikes", "organisations"]


class Known(NamedTuple):
    """An organisation as one state of an agreement knows it."""

    agreement: str
    key: str
    number: str | None = None
    names: Iterable[str] = ()


def organisations(agreement: Agreement) -> Iterator[Known]:
    """Every single organisation that any state of an agreement knows, with the number and the names that it gives."""
    words, called = agreement.vocabularies, agreement.agreement
    for content in (agreement, *agreement.versions.values()):
        for section in (content.parties, content.actors):
            for key, actor in section.items():
                if kind_of_actor(actor, words) == "organisation":
                    yield Known(called, key, _text(actor.number), tuple(_names(actor)))
        for tenure in content.tenures:
            chosen = tenure.__pydantic_fields_set__
            if "name" in chosen:
                name = one_said(tenure.name)
                number = _text(tenure.number) if "number" in chosen else None
                yield Known(called, tenure.who, number, () if name is None else name.values())


def _names(actor: Actor) -> Iterator[str]:
    name = one_said(actor.name)
    for text in (*(() if name is None else (name,)), *actor.also):
        yield from text.values()


def _text(value: Any) -> str | None:
    one = one_said(value)
    return None if one is None else str(one)


def identities(known: Iterable[Known], same_as: Iterable[tuple[str, str]] = ()) -> Mapping[tuple[str, str], str]:
    """Give every organisation, by agreement and key, the name of its node.

    The node is ``actor/`` and the organisation number, or the key where no number is known. Where two organisations
    that are not the same would get one name, each is called by its agreement too: ``actor/ostergotland/region``.
    A number without a digit (*unknown*) is none; one to which its own agreement gives several is known by none of them.

    Raises:
        UnknownKey: *same_as* names an organisation that is not there.
        ValueError: *same_as* says that two with different numbers are the same.

    >>> a, b = Known("a", "x", number="232100-0040"), Known("b", "y", number="2321000040")
    >>> set(identities([a, b]).values())
    {'actor/2321000040'}
    """
    everybody, pairs = [one if one.number is None else _numbered(one) for one in known], list(same_as)
    digits = {number: _digits(number) for _, _, number, _ in everybody if number is not None}
    told_apart = _told_apart(everybody, digits)
    named = {name for pair in pairs for name in pair}
    alone: dict[tuple[str, str], str] = {}  # nearly all: nothing has to be compared
    others: list[Known] = []
    for one in everybody:
        agreement, key, number, _ = one
        if key not in told_apart or (named and f"{agreement}/{key}" in named):
            others.append(one)
        else:
            alone[agreement, key] = f"actor/{key if number is None else digits[number]}"
    groups = _grouped(others)
    for left, right in pairs:
        _join_as_said(groups, left, right, everybody)
    return alone | _named(groups)


def _told_apart(everybody: Iterable[Known], digits: Mapping[str, str]) -> AbstractSet[str]:
    """The keys that need no comparing: of one number that no other key has, or of one organisation without a number."""
    numbers: dict[str, str | None] = {}
    keys: dict[str, str] = {}
    doubtful: set[str] = set()
    for _, key, number, _ in everybody:
        plain = None if number is None else digits[number]
        if key in numbers and (plain is None or numbers[key] != plain):
            doubtful.add(key)
        numbers.setdefault(key, plain)
        if plain is not None and keys.setdefault(plain, key) != key:
            doubtful |= {key, keys[plain]}
    for number in keys.keys() & numbers.keys():  # a key that looks like somebody's number
        if numbers[number] != number:
            doubtful |= {number, keys[number]}
    return numbers.keys() - doubtful


def _grouped(known: Iterable[Known]) -> dict[tuple[str, str], _One]:
    """Who is one by number, and by key where nothing tells them apart."""
    groups: dict[tuple[str, str], _One] = {}
    by_number: dict[str, _One] = {}
    by_key: dict[str, list[tuple[str, str]]] = {}
    for agreement, key, number, names in known:
        at = agreement, key
        if at not in groups:
            groups[at] = _One([at], set(), set())
            by_key.setdefault(key, []).append(at)
        groups[at].names.update(names)
        if number is not None:
            groups[at].numbers.add(_digits(number))
    for one in tuple(groups.values()):
        if len(one.numbers) == 1:
            number = min(one.numbers)
            by_number[number] = _joined(groups, by_number.get(number, one), one)
    for key in sorted(by_key):
        _join_those_that_agree(groups, {id(groups[at]): groups[at] for at in by_key[key]}.values())
    return groups


class _One:
    """Those that are one organisation: what they are called where, and what is known of them."""

    __slots__ = ("members", "names", "numbers")

    def __init__(self, members: list[tuple[str, str]], numbers: set[str], names: set[str]) -> None:
        self.members, self.numbers, self.names = members, numbers, names

    def agrees(self, other: _One) -> bool:
        """Whether nothing that is known of either says that they are two: neither another number nor another name."""
        mine, theirs = set(map(_plain, self.names)), set(map(_plain, other.names))
        return len(self.numbers | other.numbers) < 2 and (not mine or not theirs or not mine.isdisjoint(theirs))


def _first(one: _One) -> tuple[str, str]:
    return min(one.members)


def _joined(groups: dict[tuple[str, str], _One], left: _One, right: _One) -> _One:
    """Make two one; the larger takes the smaller in."""
    left, right = (groups[one.members[0]] for one in (left, right))
    if left is right:
        return left
    large, small = (left, right) if len(left.members) >= len(right.members) else (right, left)
    large.members += small.members
    large.numbers |= small.numbers
    large.names |= small.names
    for member in small.members:
        groups[member] = large
    return large


def _join_those_that_agree(groups: dict[tuple[str, str], _One], held: Iterable[_One]) -> None:
    """Join those of one key that nothing tells apart. One without a name or a number goes with the first it fits."""
    apart: list[_One] = []
    for one in sorted(held, key=lambda one: (not one.numbers, not one.names, _first(one))):
        fitting = next((number for number, other in enumerate(apart) if other.agrees(one)), None)
        if fitting is None:
            apart.append(one)
        else:
            apart[fitting] = _joined(groups, apart[fitting], one)


def _join_as_said(groups: dict[tuple[str, str], _One], left: str, right: str, everybody: Iterable[Known]) -> None:
    found = []
    for name in (left, right):
        agreement, _, key = name.partition("/")
        if (agreement, key) not in groups:
            known = dict.fromkeys(f"{one.agreement}/{one.key}" for one in everybody)
            raise UnknownKey(name, "organisation", tuple(known))
        found.append(groups[agreement, key])
    if found[0] is found[1]:
        return
    numbers = found[0].numbers | found[1].numbers
    if len(numbers) > 1:
        both = " and ".join(sorted(numbers))
        raise ValueError(f"{left} and {right} cannot be the same: their organisation numbers are {both}")
    _joined(groups, *found)


def _named(groups: Mapping[tuple[str, str], _One]) -> dict[tuple[str, str], str]:
    wanted: dict[str, _One] = {}
    clashing: set[str] = set()
    called: dict[tuple[str, str], str] = {}
    for at, one in groups.items():
        name = min(one.numbers) if len(one.numbers) == 1 else min(key for _, key in one.members)
        if wanted.setdefault(name, one) is not one:
            clashing.add(name)
        called[at] = name
    return {
        at: f"actor/{name}" if name not in clashing else f"actor/{'/'.join(_first(groups[at]))}"
        for at, name in called.items()
    }


def _numbered(one: Known) -> Known:
    """Whoever is known, without what is given for a number and is none."""
    return one if re.search("[0-9]", _digits(one.number or "")) else one._replace(number=None)


def _digits(number: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", normalize("NFKC", number))  # however wide its digits are printed


@frozen
class Alike:
    """Two nodes that are called nearly the same and were not merged."""

    one: str
    other: str
    likeness: float
    """The ratio of Ratcliff and Obershelp (1988) between their names, from 0 to 1."""

    def __str__(self) -> str:
        return f"{self.one} and {self.other} are called nearly the same ({self.likeness:.2f})"


_COMMON = 50
"""A word that stands in more names than this tells nobody apart."""


def look_alikes(
    graph: nx.Graph[str], *, least: float = 0.85, kinds: str | Iterable[str] = ("party", "organisation")
) -> tuple[Alike, ...]:
    """Report organisations that are probably the same, the likeliest first: nothing is merged.

    Two names are compared where they share a word that at most fifty names share, so that a register of any size can be
    asked. Those that are to be one are named to ``build(…, same_as=…)``.

    Raises:
        ValueError: *least* is not between 0 and 1.
        UnknownKey: one of *kinds* is no kind of node.
    """
    if not 0 <= least <= 1:
        raise ValueError(f"the least likeness is a number from 0 to 1, and {least!r} is none")
    wanted = node_kinds(kinds, (str(kind) for _, kind in graph.nodes(data="kind") if kind is not None))
    names = {
        node: _plain(str(said.get("label", ""))) for node, said in graph.nodes(data=True) if said.get("kind") in wanted
    }
    found = (
        Alike(one, other, round(difflib.SequenceMatcher(None, names[one], names[other], autojunk=False).ratio(), 4))
        for one, other in _worth_comparing(names)
    )
    return tuple(
        sorted((alike for alike in found if alike.likeness >= least), key=lambda a: (-a.likeness, a.one, a.other))
    )


def _worth_comparing(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    by_word: dict[str, list[str]] = defaultdict(list)
    for node in sorted(names):
        for word in set(names[node].split()):
            by_word[word].append(node)
    seen: set[tuple[str, str]] = set()
    for nodes in by_word.values():
        if len(nodes) <= _COMMON:
            for number, one in enumerate(nodes):
                for other in nodes[number + 1 :]:
                    if (one, other) not in seen:
                        seen.add((one, other))
                        yield one, other


def _plain(name: str) -> str:
    """A name without capitals and signs, so that only its words count."""
    return " ".join(re.sub(r"[^\w]+", " ", name.casefold()).split())
