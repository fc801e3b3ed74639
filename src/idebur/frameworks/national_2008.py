"""The Swedish national agreement of 2008 in the social field: its parties, six principles and layered revision."""

from __future__ import annotations

from idebur.citations import Cite, Cites
from idebur.content import Content
from idebur.documents import Document, Instrument, Link, Territory
from idebur.elements import Keyed
from idebur.events import Event
from idebur.frameworks.writing import UNVERIFIED, both, cited, page, whole
from idebur.notation.cadences import Cadence
from idebur.notation.citations import Citation
from idebur.notation.dates import Date
from idebur.parties import Actor
from idebur.principles import Principle
from idebur.procedures import Procedure
from idebur.routines import Routine
from idebur.several import Several, Who
from idebur.text import Text

__all__ = ["national_2008"]

_PAGE = "national-page#"

_PRINCIPLES: tuple[tuple[str, Text, tuple[Text, ...]], ...] = (
    (
        "independence",
        both("Självständighet och oberoende", "Autonomy and independence"),
        (
            both("Integritet och oberoende", "Integrity and independence"),
            both("Självständighet och jämbördighet", "Autonomy and equal standing"),
        ),
    ),
    ("dialogue", both("Dialog", "Dialogue"), (both("Dialog och information", "Dialogue and information"),)),
    ("quality", both("Kvalitet", "Quality"), (both("Kvalitet och utvärdering", "Quality and evaluation"),)),
    ("long-term", both("Långsiktighet", "Long-term perspective"), ()),
    ("openness", both("Öppenhet och insyn", "Openness and transparency"), ()),
    ("diversity", both("Mångfald", "Diversity"), (both("Mångfald och förnyelse", "Diversity and renewal"),)),
)
"""Key, title and the other names under which each is met in later agreements."""


def _principle(number: int, title: Text, also: tuple[Text, ...]) -> Principle:
    if not also:
        return Principle(number=number, title=title, cites=cited(_PAGE))
    return Principle(number=number, title=title, also=Several(also), cites=cited(_PAGE, also="unverified#variants"))


def national_2008() -> Content:
    """Write it down from what the national body's pages and later agreements say of it."""
    return whole(
        title=both("Den nationella överenskommelsen inom det sociala området", "The national agreement, social field"),
        instrument=Instrument(kind="agreement", cites=cited(_PAGE)),
        territory=Territory(
            level="national", field=both("det sociala området", "the social field"), cites=cited(_PAGE)
        ),
        documents=_documents(),
        links=_links(),
        parties=Keyed(
            {
                "government": Actor(
                    kind="government",
                    sector="public",
                    name=both("Regeringen", "The Government"),
                    cites=cited(_PAGE),
                ),
                "social-organisations": Actor(
                    kind="class",
                    sector="civil-society",
                    name=both(
                        "Idéburna organisationer inom det sociala området",
                        "Civil society organisations in the social field",
                    ),
                    cites=cited(_PAGE),
                ),
                "skl": Actor(
                    kind="umbrella", sector="public", name=Text("SKL"), also=Several([Text("SKR")]), cites=cited(_PAGE)
                ),
            }
        ),
        actors=Keyed(
            {
                "nod": Actor(kind="organisation", name=Text("NOD"), cites=cited("nod-structure#")),
                "regional-parties": Actor(
                    kind="set",
                    name=both("Parterna i en regional överenskommelse", "The parties to a regional agreement"),
                    cites=cited("regional-text#"),
                ),
            }
        ),
        principles=Keyed(
            {key: _principle(number, title, also) for number, (key, title, also) in enumerate(_PRINCIPLES, 1)}
        ),
        procedures=Keyed(
            {
                "principles-revision": Procedure(
                    kind="revise", every=Cadence.parse("5 years"), part=Several(["principles"]), cites=cited(_PAGE)
                ),
                "undertakings-revision": Procedure(
                    kind="revise", every=Cadence.parse("3 years"), part=Several(["commitments"]), cites=cited(_PAGE)
                ),
            }
        ),
        routines=Keyed(
            {
                "measures-account": Routine(
                    kind="report",
                    title=both("Redovisning av åtgärder", "Account of the measures taken"),
                    every=Cadence.parse("year"),
                    cites=cited(_PAGE),
                )
            }
        ),
        events=Keyed(
            {
                "decided-2008": Event(
                    kind="decided",
                    when=Date.parse("2008-10-23"),
                    who=Who.does("government"),
                    documents=Several(["national-2008"]),
                    cites=cited(_PAGE),
                )
            }
        ),
    )


def _documents() -> Keyed[Document]:
    return Keyed(
        {
            "national-2008": Document(
                kind="national-agreement",
                title=both(
                    "Den nationella överenskommelsen inom det sociala området", "The national agreement, social field"
                ),
                level="national",
                when=Date.parse("2008"),
                by=Several(["government", "social-organisations", "skl"]),
                known_through="national-page",
                cites=cited(_PAGE),
            ),
            "national-page": page(
                "Den nationella överenskommelsens webbplats",
                "The web site of the national agreement",
                "http://overenskommelsen.se",
            ),
            "nod-structure": Document(
                kind="agreement",
                title=both("NOD:s strukturöverenskommelse", "NOD's structure agreement"),
                when=Date.parse("2018-02"),
                by=Several(["nod"]),
                url=Text("https://www.nodsverige.se"),
            ),
            "regional-text": Document(
                kind="agreement",
                title=both("En regional överenskommelse", "A regional agreement"),
                level="regional",
                by=Several(["regional-parties"]),
            ),
            "unverified": UNVERIFIED,
        }
    )


def _links() -> Keyed[Link]:
    """The two accounts of what became of it in 2018, side by side: each is its maker's, and neither is decided here."""
    return Keyed(
        {
            "revised-2018": Link(
                subject="national-2008",
                kind="revised",
                when=Date.parse("2018"),
                effect=both("den breddades", "it was broadened"),
                cites=Cites((Cite(at=Citation.parse("regional-text#"), asserted_by="regional-parties"),)),
            ),
            "ended-2018": Link(
                subject="national-2008",
                kind="ended",
                when=Date.parse("2018"),
                effect=both("strukturen från 2008 upphörde", "the structure of 2008 came to an end"),
                cites=Cites((Cite(at=Citation.parse("nod-structure#"), asserted_by="nod"),)),
            ),
        }
    )
