"""The Committee of Ministers' guidelines of 2017 on civil participation: another fourth level than the code's."""

from __future__ import annotations

from idebur.content import Content
from idebur.documents import Document, Instrument, Territory
from idebur.elements import Keyed
from idebur.frameworks.writing import UNVERIFIED, both, cited, page, whole
from idebur.levels import Ladder, Level
from idebur.notation.dates import Date
from idebur.parties import Actor
from idebur.principles import Principle
from idebur.several import Several
from idebur.text import Text

__all__ = ["guidelines_2017"]

_PAGE = "ecnl-page#"


def guidelines_2017() -> Content:
    """Write them down from what a public page says of them; their principles are unverified."""
    levels = {
        "information": both("Information", "Provision of information"),
        "consultation": both("Samråd", "Consultation"),
        "dialogue": both("Dialog", "Dialogue"),
        "active-involvement": both("Aktiv delaktighet", "Active involvement"),
    }
    principles = {
        "mutual-respect": both("Ömsesidig respekt", "Mutual respect"),
        "independence": both("Organisationernas oberoende", "Independence of organisations"),
        "position-of-authorities": both("Myndigheternas ställning", "Position of public authorities"),
        "openness": both("Öppenhet, insyn och ansvar", "Openness, transparency and accountability"),
        "responsiveness": both("Lyhördhet och återkoppling", "Responsiveness, with feedback"),
        "non-discrimination": both("Icke-diskriminering och inkludering", "Non-discrimination and inclusiveness"),
        "gender-equality": both("Jämställdhet", "Gender equality"),
        "accessibility": both("Tillgänglighet", "Accessibility"),
    }
    return whole(
        title=both(
            "Riktlinjer om medborgerlig medverkan i politiskt beslutsfattande", "Guidelines on civil participation"
        ),
        source="guidelines-2017",
        instrument=Instrument(kind="code", cites=cited("guidelines-2017#")),
        territory=Territory(level="international", cites=cited("guidelines-2017#")),
        documents=Keyed(
            {
                "guidelines-2017": Document(
                    kind="framework",
                    title=both("Ministerkommitténs riktlinjer, 2017", "Guidelines of the Committee of Ministers, 2017"),
                    by=Several(["committee-of-ministers"]),
                    when=Date.parse("2017-09-27"),
                    registry=Text("CM(2017)83"),
                    url=Text("https://rm.coe.int/16807509dd"),
                    known_through="ecnl-page",
                    cites=cited("revision-news#"),
                ),
                "revision-news": page(
                    "Civic Space Watch om den reviderade koden",
                    "Civic Space Watch on the revised code",
                    "https://civicspacewatch.eu/conference-of-ingos-adopts-revised-code-of-good-practice/",
                ),
                "ecnl-page": page(
                    "ECNL om riktlinjerna", "ECNL on the guidelines", "http://ecnl.org/civil-participation-guidelines/"
                ),
                "unverified": UNVERIFIED,
            }
        ),
        actors=Keyed(
            {
                "committee-of-ministers": Actor(
                    kind="organisation",
                    name=both("Europarådets ministerkommitté", "Committee of Ministers of the Council of Europe"),
                    cites=cited("revision-news#"),
                )
            }
        ),
        principles=Keyed(
            {
                key: Principle(number=number, title=title, cites=cited("unverified#principles"))
                for number, (key, title) in enumerate(principles.items(), 1)
            }
        ),
        ladders=Keyed(
            {
                "participation": Ladder(
                    title=both("Typer av medverkan", "Types of participation"),
                    levels=Keyed(
                        {
                            key: Level(number=number, title=title, cites=cited(_PAGE))
                            for number, (key, title) in enumerate(levels.items(), 1)
                        }
                    ),
                    cites=cited(_PAGE),
                )
            }
        ),
    )
