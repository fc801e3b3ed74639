"""Pairs for the checks of parties."""

from __future__ import annotations

from tests.unit.checks.cases import Pair

PAIRS = (
    Pair(
        "fewer-than-two-parties",
        "parties",
        "{parties: {region: ~}, actors: {region: {kind: region, name: Regionen}}}",
        "{parties: {region: ~, town: {kind: municipality, name: Staden, cites: first}}, "
        "actors: {region: {kind: region, name: Regionen}}}",
    ),
    Pair(
        "class-nobody-speaks-for",
        "parties.sector",
        "parties: {sector: {who: {speaks: ~}}}",
        "parties: {sector: {who: {speaks: none}}}",
    ),
    Pair(
        "party-nobody-signs-for",
        "parties.sector",
        "parties: {sector: {who: {signs: not-said}}}",
        "{parties: {sector: {who: {signs: not-said}}}, signing: {signers: [{of: sector}, {of: region}]}}",
    ),
    Pair(
        "party-nobody-signs-for",
        "parties.region",
        "signing: {signers: [{of: sector}]}",
        "{signing: {signers: [{of: sector}]}, tenures: [{who: region, kind: party}]}",
    ),
    Pair(
        "party-without-sector",
        "parties.region",
        "parties: {region: {kind: organisation}}",
        "parties: {region: {kind: organisation, members: sector}}",
    ),
    Pair(
        "class-without-bounds",
        "parties.sector",
        "parties: {sector: {rule: ~}}",
        "parties: {sector: {rule: ~, forms: association}}",
    ),
    Pair(
        "umbrella-members-not-said",
        "actors.network",
        "actors: {network: {kind: umbrella, binds-members: false}}",
        "actors: {network: {kind: umbrella, binds-members: false, members: none}}",
    ),
    Pair(
        "umbrella-binding-not-said",
        "actors.network",
        "actors: {network: {kind: umbrella, members: none}}",
        "{actors: {network: {kind: umbrella, members: none}}, "
        "parties: {sector: {who: {speaks: leader, signs: leader}}}, "
        "events: {met: {kind: meeting, who: network, cites: first}}}",
    ),
    Pair(
        "set-of-nobody",
        "actors.towns",
        "{actors: {towns: {kind: set}}, events: {met: {kind: meeting, who: towns, cites: first}}}",
        "{actors: {towns: {kind: set, members: region}}, events: {met: {kind: meeting, who: towns, cites: first}}}",
    ),
)
