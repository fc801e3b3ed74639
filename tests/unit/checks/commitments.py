"""Pairs for the checks of commitments."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "commitment-nobody-bears",
        "commitments.share",
        "commitments: {share: {who: not-said}}",
        "commitments: {share: {who: all-parties}}",
    ),
    Pair(
        "commitment-owed-to-oneself",
        "commitments.share",
        "commitments: {share: {to: region}}",
        "commitments: {share: {who: [region, sector], to: [region, sector]}}",
    ),
    Pair(
        "commitment-owed-to-oneself",
        "commitments.share",
        "commitments: {share: {to: itself}}",
        "commitments: {share: {who: sector, to: sector}}",
    ),
    Pair(
        "commitment-without-force",
        "commitments.share",
        "commitments: {share: {force: ~}}",
        "commitments: {share: {force: states}}",
    ),
    Pair(
        "commitment-without-deed",
        "commitments.share",
        "commitments: {share: {does: not-said}}",
        "commitments: {share: {does: not-said, object: Kunskap}}",
    ),
    Pair(
        "protection-against-nothing",
        "commitments.share",
        "commitments: {share: {protects: critical-voice}}",
        "commitments: {share: {protects: critical-voice, against: retaliation}}",
    ),
    Pair(
        "deadline-after-validity",
        "commitments.share.due",
        "{validity: {until: 2020-06}, commitments: {share: {due: {day: 2020-07-01}}}}",
        "{validity: {until: 2020-06}, commitments: {share: {due: {day: 2020}}}}",
    ),
    Pair(
        "commitment-contradicted",
        "commitments.keep",
        "commitments: {keep: {who: region, to: sector, force: shall-not, does: Dela sin kunskap, cites: first}}",
        "commitments: {keep: {who: sector, to: sector, force: shall-not, does: Dela sin kunskap, cites: first}}",
    ),
    Pair(
        "exemption-without-ground",
        "commitments.share.unless.harm",
        "commitments: {share: {unless: {harm: {to: users}}}}",
        "commitments: {share: {unless: {harm: {to: users, kind: risk-or-harm}}}}",
    ),
)
