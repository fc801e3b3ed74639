"""The file that ``idebur new`` writes: a small agreement with a comment at each step, in Swedish and in English."""

from __future__ import annotations

from collections.abc import Mapping

from idebur.messages import Lang

__all__ = ["STARTING"]

STARTING: Mapping[Lang, str] = {
    "sv": """\
# yaml-language-server: $schema=idebur.schema.json
#
# En överenskommelse att börja från. Byt ut det som står mot er egen text, och ta bort det som inte behövs.
# Raden överst gör att textredigeraren kan hjälpa till, när schemat finns: idebur schema --to idebur.schema.json
# Granska filen med idebur check, och låt den berättas tillbaka med idebur show.

idebur: 1                 # filformatets version
agreement: exempel        # en nyckel för överenskommelsen: små bokstäver, siffror och bindestreck
title: Överenskommelse mellan kommunen och föreningslivet
language: sv              # språket i alla texter nedan
source: texten            # det dokument som en hänvisning menar när den inte nämner något

# Vad för slags text det är. not-said: texten säger inget om saken. none: texten säger att det inte finns.
instrument: {kind: agreement, binding: not-said, cites: syfte.1}

# Dokumenten. places är de ställen i ett dokument som kan anges i cites; syfte.1 är första stycket under syfte.
documents:
  texten:
    kind: agreement
    title: Överenskommelsen
    places: [parter, syfte, principer, organisation, anslutning, uppfoljning]

# De som överenskommelsen binder. En sektor är en klass av organisationer: säg vem som för talan och undertecknar.
parties:
  kommunen:
    kind: municipality
    sector: public
    name: Exempelby kommun
    cites: parter.1
  foreningslivet:
    kind: class
    sector: civil-society
    name: Föreningslivet i Exempelby
    rule: sector is civil-society     # de organisationer som hör dit
    who: {speaks: foreningsradet, signs: foreningsradet}
    cites: parter.2

# Alla andra som nämns.
actors:
  foreningsradet:
    kind: umbrella
    sector: civil-society
    name: Föreningsrådet
    members: foreningslivet
    binds-members: false  # det rådet undertecknar binder inte föreningarna
    cites: parter.2

# Vad den är till för: vision, syfte (purpose), mål (goal), värdegrund (value), nytta (benefit).
aims:
  samtal:
    kind: purpose
    text: Kommunen och föreningslivet ska samtala oftare och på lika villkor.
    cites: syfte.1

principles:
  dialog:
    number: 1
    title: Dialog
    summary: Samtalet förs innan beslut fattas, inte efter.
    cites: principer.1

# Vem som åtar sig vad gentemot vem, och hur starkt: shall (ska), should (bör), may (får), strives (strävar efter) …
commitments:
  fraga-i-tid:
    under: dialog
    who: kommunen
    to: foreningslivet
    force: shall
    does: Fråga föreningslivet i god tid före beslut som rör det.
    cites: principer.1

# Organen: vilka som har plats, vem som utser dem och hur ofta de möts.
bodies:
  samradet:
    kind: council
    name: Samrådet
    seats:
      kommunen: {of: kommunen, kind: ordinary, count: 4, who: {appoints: itself}}
      foreningslivet: {of: foreningslivet, kind: ordinary, count: 4, who: {appoints: foreningsradet}}
    balance: {equal: [civil-society, public], among: ordinary}
    chair: {how: alternating, among: [kommunen, foreningslivet], every: year}
    decides: {rule: consensus}
    meets: 4 a year       # year, 2 years, at least 4 a year, 1 each half-year, at need …
    cites: organisation.1

# Det som återkommer: planer, uppföljning, möten. Varje verb under who säger vem som gör vad.
routines:
  uppfoljning:
    kind: follow-up
    title: Årlig uppföljning
    every: year
    who: {does: samradet, receives: [kommunen, foreningsradet]}
    of: texten
    cites: uppfoljning.1

# Villkor med namn, som kan användas i open-to nedan.
clauses:
  demokratisk-forening:
    rule: sector is civil-society and democratic
    says: Idéburen organisation som bygger på demokratiska värderingar.
    cites: anslutning.1

# Så ansluter man sig och så lämnar man.
procedures:
  anslutning:
    kind: join
    open-to: demokratisk-forening
    steps:
      - {who: applicant, does: apply, to: samradet, form: written}
      - {who: samradet, does: approve}
    cites: anslutning.1
  uttrade:
    kind: leave
    open-to: joined
    steps:
      - {who: leaver, does: notify, to: samradet, form: written, notice: 3 months}
    cites: anslutning.2
""",
    "en": """\
# yaml-language-server: $schema=idebur.schema.json
#
# An agreement to start from. Replace what stands here by your own text, and take away what you do not need.
# The line on top lets a text editor help, once the schema is there: idebur schema --to idebur.schema.json
# Check the file with idebur check, and have it told back with idebur show.

idebur: 1                 # the version of the file format
agreement: example        # a key for the agreement: small letters, digits and hyphens
title: Agreement between the municipality and its associations
language: en              # the language of all texts below
source: the-text          # the document that a citation means when it names none

# What sort of text it is. not-said: the text is silent on it. none: the text says that there is none.
instrument: {kind: agreement, binding: not-said, cites: purpose.1}

# The documents. places are those in a document that cites can name; purpose.1 is the first paragraph under purpose.
documents:
  the-text:
    kind: agreement
    title: The agreement
    places: [parties, purpose, principles, organisation, joining, follow-up]

# Those it binds. A sector is a class of organisations: say who speaks and signs for it.
parties:
  municipality:
    kind: municipality
    sector: public
    name: Exampleby Municipality
    cites: parties.1
  associations:
    kind: class
    sector: civil-society
    name: The associations of Exampleby
    rule: sector is civil-society     # the organisations that belong to it
    who: {speaks: association-council, signs: association-council}
    cites: parties.2

# Everybody else who is named.
actors:
  association-council:
    kind: umbrella
    sector: civil-society
    name: The Association Council
    members: associations
    binds-members: false  # what the council signs does not bind the associations
    cites: parties.2

# What it is for: vision, purpose, goal, value, benefit.
aims:
  conversation:
    kind: purpose
    text: The municipality and the associations are to talk more often, and on equal terms.
    cites: purpose.1

principles:
  dialogue:
    number: 1
    title: Dialogue
    summary: The conversation is held before decisions are made, not after.
    cites: principles.1

# Who owes what to whom, and how strongly: shall, should, may, strives …
commitments:
  ask-in-time:
    under: dialogue
    who: municipality
    to: associations
    force: shall
    does: Ask the associations in good time before decisions that concern them.
    cites: principles.1

# The bodies: who has a seat, who appoints, and how often they meet.
bodies:
  council:
    kind: council
    name: The council
    seats:
      municipality: {of: municipality, kind: ordinary, count: 4, who: {appoints: itself}}
      associations: {of: associations, kind: ordinary, count: 4, who: {appoints: association-council}}
    balance: {equal: [civil-society, public], among: ordinary}
    chair: {how: alternating, among: [municipality, associations], every: year}
    decides: {rule: consensus}
    meets: 4 a year       # year, 2 years, at least 4 a year, 1 each half-year, at need …
    cites: organisation.1

# What comes back: plans, follow-up, meetings. Each verb under who says who does what.
routines:
  follow-up:
    kind: follow-up
    title: Yearly follow-up
    every: year
    who: {does: council, receives: [municipality, association-council]}
    of: the-text
    cites: follow-up.1

# Conditions with a name, to be used in open-to below.
clauses:
  democratic-association:
    rule: sector is civil-society and democratic
    says: A civil-society organisation that builds on democratic values.
    cites: joining.1

# How one joins, and how one leaves.
procedures:
  joining:
    kind: join
    open-to: democratic-association
    steps:
      - {who: applicant, does: apply, to: council, form: written}
      - {who: council, does: approve}
    cites: joining.1
  leaving:
    kind: leave
    open-to: joined
    steps:
      - {who: leaver, does: notify, to: council, form: written, notice: 3 months}
    cites: joining.2
""",
}
"""The text of the file, by language."""
