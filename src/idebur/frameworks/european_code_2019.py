"""The European code of good practice for civil participation, revised edition of 2019: it keeps the four levels."""

from __future__ import annotations

from idebur.content import Content
from idebur.documents import Document, Instrument, Link, Territory
from idebur.elements import Keyed
from idebur.events import Event
from idebur.frameworks.european_code_2009 import ACTORS, PAGES, PHASES
from idebur.frameworks.writing import both, cited, page, whole
from idebur.levels import Ladder, Level, Phase
from idebur.notation.dates import Date
from idebur.parties import Actor
from idebur.principles import Principle
from idebur.several import Several, Who
from idebur.text import Text

__all__ = ["european_code_2019"]

_EARLIER = "european-code-2009"
_USED = "regional-text#"


def european_code_2019() -> Content:
    """Write it down from what public pages and its Swedish users say of it.

    Its list of principles and their order, its phases and whether it keeps the matrix were not seen: the first two are
    marked unverified, and of the matrix nothing is said.
    """
    return whole(
        title=both(
            "Europeisk kod för idéburna organisationers medverkan i beslutsprocessen, reviderad",
            "Code of Good Practice for Civil Participation in the Decision-Making Process, revised",
        ),
        source="european-code-2019",
        instrument=Instrument(kind="code", binding=False, cites=cited("swedish-guide#")),
        territory=Territory(level="international", cites=cited("revision-news#")),
        documents=_documents(),
        links=Keyed(
            {
                "revises-2009": Link(
                    subject="european-code-2019",
                    kind="revises",
                    to=Several([_EARLIER]),
                    when=Date.parse("2019-10-30"),
                    cites=cited("revision-news#"),
                ),
                "draws-on-guidelines": Link(
                    subject="european-code-2019",
                    kind="inspired-by",
                    to=Several(["guidelines-2017"]),
                    cites=cited("revision-news#"),
                ),
            }
        ),
        actors=Keyed(
            {
                **ACTORS,
                "congress": Actor(
                    kind="organisation",
                    name=both(
                        "Europarådets kommunalkongress",
                        "Congress of Local and Regional Authorities",
                    ),
                    cites=cited("congress-news#"),
                ),
            }
        ),
        principles=Keyed(
            {
                key: Principle(title=title, cites=cited("congress-news#", "unverified#principles"))
                for key, title in {
                    "transparency": both("Öppenhet", "Transparency"),
                    "accessibility": both("Tillgänglighet", "Accessibility"),
                    "non-discrimination": both("Icke-diskriminering", "Non-discrimination"),
                    "inclusiveness": both("Inkludering", "Inclusiveness"),
                    "accountability": both("Ansvar", "Accountability"),
                }.items()
            }
        ),
        ladders=Keyed(
            {
                "participation": Ladder(
                    title=both("Nivåer av medverkan", "Levels of participation"),
                    levels=_levels(),
                    phases=Keyed(
                        {
                            key: Phase(number=number, title=title, cites=cited("unverified#phases"))
                            for number, (key, title) in enumerate(PHASES.items(), 1)
                        }
                    ),
                    cyclic=True,
                    like=Several([f"{_EARLIER}.participation"]),
                    cites=cited(_USED, cyclic="unverified#phases"),
                )
            }
        ),
        events=Keyed(
            {
                "adopted-2019": Event(
                    kind="adopted",
                    when=Date.parse("2019-10-30"),
                    who=Who.does("conference-of-ingos", "congress"),
                    documents=Several(["european-code-2019"]),
                    cites=cited("revision-news#", who="congress-news#"),
                )
            }
        ),
    )


def _level(number: int, title: Text) -> Level:
    key = str(title["en"]).lower()
    return Level(number=number, title=title, like=Several([f"{_EARLIER}.participation.{key}"]), cites=cited(_USED))


def _kind_of_dialogue(key: str, title: Text) -> Level:
    return Level(
        title=title,
        traits=Several([key]),
        like=Several([f"{_EARLIER}.participation.dialogue.{key}"]),
        cites=cited(_USED),
    )


def _levels() -> Keyed[Level]:
    kinds = {
        "broad": both("Bred dialog", "Broad dialogue"),
        "collaborative": both("Samverkande dialog", "Collaborative dialogue"),
    }
    return Keyed(
        {
            "information": _level(1, both("Information", "Information")),
            "consultation": _level(2, both("Samråd", "Consultation")),
            "dialogue": Level(
                number=3,
                title=both("Dialog", "Dialogue"),
                kinds=Keyed({key: _kind_of_dialogue(key, title) for key, title in kinds.items()}),
                like=Several([f"{_EARLIER}.participation.dialogue"]),
                cites=cited(_USED),
            ),
            "partnership": _level(4, both("Partnerskap", "Partnership")),
        }
    )


def _documents() -> Keyed[Document]:
    return Keyed(
        {
            "european-code-2019": Document(
                kind="code",
                title=both("Europeisk kod, reviderad 2019", "European code, revised 2019"),
                by=Several(["conference-of-ingos", "congress"]),
                when=Date.parse("2019-10-30"),
                known_through="revision-news",
                cites=cited("revision-news#"),
            ),
            _EARLIER: Document(
                kind="code",
                title=both("Europeisk kod, 2009 års utgåva", "European code, edition of 2009"),
                by=Several(["conference-of-ingos"]),
                when=Date.parse("2009-10-01"),
                cites=cited("ingo-page#"),
            ),
            "guidelines-2017": Document(
                kind="framework",
                title=both(
                    "Ministerkommitténs riktlinjer om medborgerlig medverkan", "Committee of Ministers' guidelines"
                ),
                when=Date.parse("2017-09-27"),
                registry=Text("CM(2017)83"),
                url=Text("https://rm.coe.int/16807509dd"),
                cites=cited("revision-news#"),
            ),
            "revision-news": page(
                "Civic Space Watch om den reviderade koden",
                "Civic Space Watch on the revised code",
                "https://civicspacewatch.eu/conference-of-ingos-adopts-revised-code-of-good-practice/",
            ),
            "congress-news": page(
                "Kommunalkongressen om den reviderade koden",
                "The Congress on the revised code",
                "https://coe.int/de/web/congress/-/"
                "citizen-participation-a-code-of-good-practice-to-respond-to-current-challenges",
                "congress",
            ),
            "regional-text": Document(
                kind="agreement",
                title=both("En regional överenskommelse, 2025", "A regional agreement, 2025"),
                level="regional",
                when=Date.parse("2025"),
            ),
            **PAGES,
        }
    )
