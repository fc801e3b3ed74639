"""Numbers and order: of principles and aims, of levels and phases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from idebur.absence import Maybe, one_said
from idebur.aims import Aim
from idebur.checks.subject import Check, Subject, silent
from idebur.levels import Level, Phase
from idebur.messages import LANGUAGES, Finding
from idebur.messages.numbering import SERIES
from idebur.principles import Principle
from idebur.visits import Path

__all__ = ["CHECKS"]

Series = tuple[Path, Mapping[str, int], frozenset[str]]
"""Elements that are counted together: where they stand, the number of each key, and the keys without one."""


_SHOWN = 12
"""How many missing numbers are named: a number may be a slip of the pen for a very large one."""


def number_twice(subject: Subject) -> Iterator[Finding]:
    """Two of the same kind have the same number."""
    for path, numbers, _ in _series(subject):
        first: dict[int, str] = {}
        for key, number in numbers.items():
            if number in first:
                yield subject.finding("number-twice", *path, key, element=key, number=number, first=first[number])
            first.setdefault(number, key)


def number_gap(subject: Subject) -> Iterator[Finding]:
    """A number is left out between 1 and the highest."""
    for path, numbers, unnumbered in _series(subject):
        used = frozenset(numbers.values())
        left_out = (str(number) for number in range(1, max(used, default=0)) if number not in used)
        missing = tuple(islice(left_out, _SHOWN))
        if missing and not unnumbered and subject.base is None:
            yield subject.finding("number-gap", *path, section=_called(subject, path), missing=missing)


def number_out_of_order(subject: Subject) -> Iterator[Finding]:
    """Elements stand in another order than their numbers say."""
    for path, numbers, _ in _series(subject):
        for (before, high), (key, low) in pairwise(numbers.items()):
            if low < high:
                yield subject.finding(
                    "number-out-of-order", *path, key, element=key, number=low, before=before, other=high
                )


def numbered_in_part(subject: Subject) -> Iterator[Finding]:
    """Some of the same kind are numbered, and others are not."""
    for path, numbers, unnumbered in _series(subject):
        if numbers and unnumbered:
            section = _called(subject, path)
            yield subject.finding("numbered-in-part", *path, section=section, missing=sorted(unnumbered))


def kind_of_other_height(subject: Subject) -> Iterator[Finding]:
    """A kind of a level has another height than the level itself."""
    for name, ladder in subject.content.ladders.items():
        for key, level in ladder.levels.items():
            height = one_said(level.number)
            for inner, kind in level.kinds.items():
                own = one_said(kind.number)
                if own is not None and height is not None and own != height:
                    path = ("ladders", name, "levels", key, "kinds", inner)
                    yield subject.finding(
                        "level-kind-of-other-height", *path, element=inner, number=own, level=key, height=height
                    )


def tool_nowhere(subject: Subject) -> Iterator[Finding]:
    """A tool stands at no level."""
    for name, ladder in subject.content.ladders.items():
        for key, tool in ladder.tools.items():
            if silent(tool.at):
                yield subject.finding("tool-at-no-level", "ladders", name, "tools", key, element=subject.called(tool))


def _series(subject: Subject) -> Iterator[Series]:
    content = subject.content
    yield _counted(("principles",), content.principles)
    for kind in dict.fromkeys(one_said(aim.kind) for aim in content.aims.values()):
        yield _counted(("aims",), {key: aim for key, aim in content.aims.items() if one_said(aim.kind) == kind})
    for name, ladder in content.ladders.items():
        yield _counted(("ladders", name, "levels"), ladder.levels)
        yield _counted(("ladders", name, "phases"), ladder.phases)


def _counted(path: Path, elements: Mapping[str, Principle | Aim | Level | Phase]) -> Series:
    numbers: dict[str, Maybe[int]] = {key: element.number for key, element in elements.items()}
    said = {key: number for key, held in numbers.items() if (number := one_said(held)) is not None}
    return path, said, frozenset(numbers) - frozenset(said)


def _called(subject: Subject, path: Path) -> dict[str, str]:
    """What a series is called in running text."""
    lasts = SERIES[str(path[-1])]
    if len(path) == 1:
        return dict(zip(LANGUAGES, lasts, strict=True))
    ladder = subject.called(subject.content.ladders[str(path[1])])
    return {lang: f"{last} ({ladder[lang]})" for lang, last in zip(LANGUAGES, lasts, strict=True)}


CHECKS: tuple[Check, ...] = (
    number_twice,
    number_gap,
    number_out_of_order,
    numbered_in_part,
    kind_of_other_height,
    tool_nowhere,
)
