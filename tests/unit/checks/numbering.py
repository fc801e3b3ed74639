"""Pairs for the checks of numbers and order."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "number-twice",
        "principles.care",
        "principles: {care: {number: 1, title: Omsorg, summary: Vi bryr oss., cites: first}}",
        "principles: {care: {number: 2, title: Omsorg, summary: Vi bryr oss., cites: first}}",
    ),
    Pair(
        "number-gap",
        "ladders.scale.levels",
        "ladders: {scale: {levels: {top: {number: 4}}}}",
        "ladders: {scale: {levels: {top: {number: 3}}}}",
    ),
    Pair(
        "number-out-of-order",
        "aims.care",
        "aims: {goal: {number: 2}, care: {kind: goal, number: 1, text: Omsorg, cites: first}}",
        "aims: {goal: {number: 1}, care: {kind: purpose, number: 1, text: Omsorg, cites: first}}",
    ),
    Pair(
        "numbered-in-part",
        "principles",
        "principles: {care: {title: Omsorg, summary: Vi bryr oss., cites: first}}",
        "principles: {trust: {number: ~}, care: {title: Omsorg, summary: Vi bryr oss., cites: first}}",
    ),
    Pair(
        "level-kind-of-other-height",
        "ladders.scale.levels.low.kinds.lower",
        "ladders: {scale: {levels: {low: {kinds: {lower: {number: 2}}}}}}",
        "ladders: {scale: {levels: {low: {kinds: {lower: {number: 1}}}}}}",
    ),
    Pair(
        "tool-at-no-level",
        "ladders.scale.tools.letter",
        "ladders: {scale: {tools: {letter: {title: Brev}}}}",
        "ladders: {scale: {phases: {start: {number: 1}}, tools: {letter: {title: Brev, at: {low: start}}}}}",
    ),
)
