"""Pairs for the checks of joining, leaving and other procedures."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair("no-way-to-join", "procedures", "procedures: {joining: ~}", "procedures: {joining: ~, join: none}"),
    Pair("no-way-to-leave", "procedures", "procedures: {leaving: ~}", "procedures: {leaving: ~, leave: none}"),
    Pair(
        "joining-open-to-not-said",
        "procedures.joining",
        "procedures: {joining: {open-to: not-said}}",
        "procedures: {joining: {open-to: always}}",
    ),
    Pair(
        "joining-nobody-approves",
        "procedures.joining",
        "procedures: {joining: {steps: [{who: applicant, does: apply}]}}",
        "procedures: {joining: {steps: [{who: none, does: approve}]}}",
    ),
    Pair(
        "approver-is-applicant",
        "procedures.joining.steps[0].who",
        "procedures: {joining: {steps: [{who: applicant, does: approve}]}}",
        "procedures: {joining: {steps: [{who: signatories, does: approve}]}}",
    ),
    Pair(
        "approver-outside",
        "procedures.joining.steps[0].who",
        "procedures: {joining: {steps: [{who: network, does: approve}]}}",
        "{actors: {network: {part-of: sector}}, procedures: {joining: {steps: [{who: network, does: approve}]}}}",
    ),
    Pair(
        "leaving-told-to-nobody",
        "procedures.leaving",
        "procedures: {leaving: {steps: [{who: leaver, does: notify, notice: 3 months}]}}",
        "procedures: {leaving: {steps: [{who: leaver, does: ask-to-leave, to: board, notice: 3 months}]}}",
    ),
    Pair(
        "leaving-notice-not-said",
        "procedures.leaving",
        "procedures: {leaving: {steps: [{who: leaver, does: notify, to: board}]}}",
        "procedures: {leaving: {steps: [{who: leaver, does: notify, to: board, when: any-time}]}}",
    ),
    Pair(
        "procedure-without-steps",
        "procedures.quarrel",
        "procedures: {quarrel: {kind: dispute, cites: first}}",
        "procedures: {quarrel: {kind: dispute, text: Man talas vid., cites: first}}",
    ),
    Pair(
        "step-nobody-takes",
        "procedures.quarrel.steps[0]",
        "procedures: {quarrel: {kind: dispute, steps: [{does: mediate}], cites: first}}",
        "procedures: {quarrel: {kind: dispute, steps: [{does: mediate, who: leader}], cites: first}}",
    ),
    Pair(
        "joined-twice",
        "tenures[1]",
        "tenures: [{who: club, name: Klubben, kind: joined, since: 2019}, {who: club, kind: joined, since: 2021}]",
        "tenures: [{who: club, name: Klubben, kind: joined, since: 2019, until: 2020}, "
        "{who: club, kind: joined, since: 2021}]",
    ),
)
