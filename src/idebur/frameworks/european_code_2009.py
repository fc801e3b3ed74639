"""The European code of good practice for civil participation, edition of 2009: levels, phases, matrix, principles."""

from __future__ import annotations

from collections.abc import Mapping

from idebur.content import Content
from idebur.documents import Document, Instrument, Territory
from idebur.elements import Keyed
from idebur.events import Event
from idebur.frameworks.writing import UNVERIFIED, both, cited, page, whole
from idebur.levels import Ladder, Level, Phase, Tool
from idebur.notation.dates import Date
from idebur.parties import Actor
from idebur.principles import Principle
from idebur.several import Pairs, Several, Who
from idebur.text import Text

__all__ = ["ACTORS", "PAGES", "PHASES", "european_code_2009"]

ACTORS: Mapping[str, Actor] = {
    "conference-of-ingos": Actor(
        kind="organisation",
        name=both(
            "Europarådets konferens för internationella idéburna organisationer",
            "Conference of INGOs of the Council of Europe",
        ),
        cites=cited("ingo-page#"),
    ),
    "authorities": Actor(
        kind="class", sector="public", name=both("Myndigheter", "Public authorities"), cites=cited("levels-page#")
    ),
    "organisations": Actor(
        kind="class",
        sector="civil-society",
        name=both("Idéburna organisationer", "Non-governmental organisations"),
        cites=cited("levels-page#"),
    ),
}
"""Those whom both editions name."""

PAGES: Mapping[str, Document] = {
    "ingo-page": page(
        "INGO-konferensens sida om medverkan",
        "The Conference of INGOs on civil participation",
        "https://www.coe.int/web/ingo/civil-participation",
        "conference-of-ingos",
    ),
    "levels-page": page(
        "KCS Foundation om nivåer och former av medverkan",
        "KCS Foundation on levels and forms of participation",
        "https://www.kcsfoundation.org/en/information-capacities/resources/"
        "citizen-participation-in-decision-making/levels-and-forms-of-participation/",
    ),
    "slides": Document(
        kind="slides",
        title=both("Bildspel om koden, 2012", "Slides on the code, 2012"),
        url=Text("http://www.slideshare.net/EESCsocsection/valmorbida"),
    ),
    "swedish-guide": page(
        "MUCF om koden som verktyg",
        "MUCF (Swedish agency) on the code as a tool",
        "https://www.mucf.se/koden-ett-verktyg-inflytande",
    ),
    "unverified": UNVERIFIED,
}
"""The documents in which the facts of both editions were seen."""

PHASES: Mapping[str, Text] = {
    "agenda-setting": both("Initiering", "Agenda setting"),
    "drafting": both("Utformning", "Drafting"),
    "decision": both("Beslut", "Decision"),
    "implementation": both("Genomförande", "Implementation"),
    "monitoring": both("Uppföljning", "Monitoring"),
    "reformulation": both("Omformulering", "Reformulation"),
}
"""The phases in order, the last leading to the first."""

_AGENDA, _DRAFT, _DECIDE, _IMPLEMENT, _MONITOR, _REFORM = PHASES

_TOOLS: Mapping[str, tuple[str, str, Mapping[str, tuple[str, ...]]]] = {
    "open-information-access": (
        "Öppen tillgång till information",
        "Open access to information",
        {"information": (_AGENDA, _IMPLEMENT, _MONITOR, _REFORM)},
    ),
    "research": ("Forskning", "Research", {"information": (_AGENDA,)}),
    "campaigning-and-lobbying": (
        "Kampanjer och påverkansarbete",
        "Campaigning and lobbying",
        {"information": (_AGENDA, _DRAFT, _DECIDE)},
    ),
    "website-key-documents": (
        "Webbplats med viktiga dokument",
        "Web site with key documents",
        {"information": (_AGENDA, _DRAFT)},
    ),
    "open-access-policy-documents": (
        "Fri tillgång till policydokument",
        "Free access to policy documents",
        {"information": (_DRAFT,)},
    ),
    "webcasts": ("Webbsändningar", "Webcasts", {"information": (_DRAFT,)}),
    "research-input": ("Underlag från forskning", "Input from research", {"information": (_DRAFT,)}),
    "website-information": (
        "Webbplats med information",
        "Web site with information",
        {"information": (_IMPLEMENT,)},
    ),
    "email-alerts": ("Nyheter med e-post", "E-mail alerts", {"information": (_IMPLEMENT,)}),
    "faq": ("Frågor och svar", "Frequently asked questions", {"information": (_IMPLEMENT,)}),
    "public-tendering": ("Offentlig upphandling", "Public tendering", {"information": (_IMPLEMENT,)}),
    "evidence-gathering": ("Insamling av underlag", "Gathering of evidence", {"information": (_MONITOR,)}),
    "evaluations": ("Utvärderingar", "Evaluations", {"information": (_MONITOR,)}),
    "research-studies": ("Forskningsstudier", "Research studies", {"information": (_MONITOR,)}),
    "petitioning": ("Namninsamlingar", "Petitions", {"consultation": (_AGENDA,)}),
    "consultation-online-or-other": (
        "Samråd på nätet eller på annat sätt",
        "Consultation online or by other means",
        {"consultation": (_AGENDA,)},
    ),
    "hearings-qa-panels": (
        "Utfrågningar och frågepaneler",
        "Hearings and question panels",
        {"consultation": (_DRAFT,), "dialogue": (_DRAFT,)},
    ),
    "expert-seminars": (
        "Seminarier med sakkunniga",
        "Seminars with experts",
        {"consultation": (_DRAFT,), "dialogue": (_DRAFT,)},
    ),
    "multistakeholder-committees-advisory-bodies": (
        "Kommittéer med flera intressenter och rådgivande organ",
        "Committees of several stakeholders and advisory bodies",
        {"consultation": (_DRAFT,), "dialogue": (_DRAFT,)},
    ),
    "open-plenary-or-committee-sessions": (
        "Öppna sammanträden i plenum eller utskott",
        "Open sittings in plenary or committee",
        {"consultation": (_DECIDE,), "dialogue": (_DECIDE,)},
    ),
    "events-conferences-forums-seminars": (
        "Evenemang, konferenser, forum och seminarier",
        "Events, conferences, forums and seminars",
        {"consultation": (_IMPLEMENT,)},
    ),
    "feedback-mechanisms": (
        "Återkoppling genom enkäter och omröstningar",
        "Feedback by polls and surveys",
        {"consultation": (_MONITOR,)},
    ),
    "conferences-meetings": ("Konferenser eller möten", "Conferences or meetings", {"consultation": (_REFORM,)}),
    "online-consultation": ("Samråd på nätet", "Online consultation", {"consultation": (_REFORM,)}),
    "hearings-public-forums": (
        "Utfrågningar och offentliga forum",
        "Hearings and public forums",
        {"dialogue": (_AGENDA,)},
    ),
    "citizens-forums-future-councils": (
        "Medborgarforum och framtidsråd",
        "Citizens' forums and future councils",
        {"dialogue": (_AGENDA,)},
    ),
    "key-government-contact": (
        "Utpekad kontaktperson hos myndigheten",
        "Named contact in government",
        {"dialogue": (_AGENDA,)},
    ),
    "capacity-building-seminars": (
        "Seminarier som bygger förmåga",
        "Seminars that build capacity",
        {"dialogue": (_IMPLEMENT,)},
    ),
    "training-seminars": ("Utbildningsseminarier", "Training seminars", {"dialogue": (_IMPLEMENT,)}),
    "seminars-deliberative-forums": (
        "Seminarier och samtalsforum",
        "Seminars and deliberative forums",
        {"dialogue": (_REFORM,)},
    ),
    "work-group-or-committee": (
        "Arbetsgrupp eller kommitté",
        "Working group or committee",
        {"dialogue": (_MONITOR,), "partnership": (_AGENDA, _MONITOR, _REFORM)},
    ),
    "co-drafting": ("Gemensam utformning", "Drafting together", {"partnership": (_DRAFT,)}),
    "joint-decision-making": ("Gemensamma beslut", "Joint decisions", {"partnership": (_DECIDE,)}),
    "co-decision-making": (
        "Medbestämmande, såsom medborgarbudget",
        "Co-decision, such as participatory budgeting",
        {"partnership": (_DECIDE,)},
    ),
    "strategic-partnerships": ("Strategiska partnerskap", "Strategic partnerships", {"partnership": (_IMPLEMENT,)}),
}
"""The tools of the matrix: Swedish, English, and from each level to the phases at which the tool is used there."""


def european_code_2009() -> Content:
    """Write it down from what public pages say of it; the cells of its matrix are unverified, its axes are not."""
    return whole(
        title=both(
            "Europeisk kod för idéburna organisationers medverkan i beslutsprocessen",
            "Code of Good Practice for Civil Participation in the Decision-Making Process",
        ),
        source="european-code-2009",
        instrument=Instrument(kind="code", binding=False, cites=cited("swedish-guide#")),
        territory=Territory(level="international", cites=cited("ingo-page#")),
        documents=Keyed(
            {
                "european-code-2009": Document(
                    kind="code",
                    title=both("Europeisk kod, 2009 års utgåva", "European code, edition of 2009"),
                    by=Several(["conference-of-ingos"]),
                    when=Date.parse("2009-10-01"),
                    registry=Text("CONF/PLE(2009)CODE1"),
                    url=Text("https://abcdocz.com/doc/2989526/"),
                    known_through="ingo-page",
                    cites=cited("ingo-page#"),
                ),
                **PAGES,
            }
        ),
        actors=Keyed(ACTORS),
        principles=_principles(),
        ladders=Keyed(
            {
                "participation": Ladder(
                    title=both("Nivåer av medverkan", "Levels of participation"),
                    levels=_levels(),
                    phases=Keyed(
                        {
                            key: Phase(
                                number=number, title=title, cites=cited("slides#", title="unverified#phases.swedish")
                            )
                            for number, (key, title) in enumerate(PHASES.items(), 1)
                        }
                    ),
                    cyclic=True,
                    tools=Keyed(
                        {
                            key: Tool(
                                title=both(sv, en),
                                at=Pairs({level: Several(phases) for level, phases in at.items()}),
                                cites=cited("unverified#matrix"),
                            )
                            for key, (sv, en, at) in _TOOLS.items()
                        }
                    ),
                    cites=cited("levels-page#", cyclic="slides#"),
                )
            }
        ),
        events=Keyed(
            {
                "asked-for": Event(
                    kind="initiated",
                    title=both(
                        "Efterfrågades vid Forum för demokratins framtid i Sverige",
                        "Asked for at the Forum for the Future of Democracy in Sweden",
                    ),
                    when=Date.parse("2007-06"),
                    place=both("Sverige", "Sweden"),
                    cites=cited("ingo-page#"),
                ),
                "adopted-2009": Event(
                    kind="adopted",
                    when=Date.parse("2009-10-01"),
                    who=Who.does("conference-of-ingos"),
                    documents=Several(["european-code-2009"]),
                    cites=cited("ingo-page#"),
                ),
                "launched": Event(
                    kind="other",
                    title=both("Lanserades", "Launched"),
                    when=Date.parse("2009-10-21"),
                    place=both("Kiev", "Kyiv"),
                    cites=cited("ingo-page#"),
                ),
            }
        ),
    )


def _principles() -> Keyed[Principle]:
    titles = {
        "freedom-of-participation": both("Medverkan", "Freedom of participation and expression"),
        "trust": both("Tillit", "Trust"),
        "accountability": both("Ansvar och öppenhet", "Accountability and transparency"),
        "independence": both("Oberoende", "Independence"),
    }
    return Keyed(
        {
            key: Principle(number=number, title=title, cites=cited("slides#", "swedish-guide#"))
            for number, (key, title) in enumerate(titles.items(), 1)
        }
    )


def _levels() -> Keyed[Level]:
    return Keyed(
        {
            "information": Level(
                number=1,
                title=both("Information", "Information"),
                text=both(
                    "Myndigheten berättar; det är grunden för allt som följer, och inget svar krävs.",
                    "The authority tells; all that follows rests on it, and no answer is required.",
                ),
                traits=Several(["one-way"]),
                cites=cited("levels-page#"),
            ),
            "consultation": Level(
                number=2,
                title=both("Samråd", "Consultation"),
                text=both(
                    "Myndigheten frågar organisationerna vad de anser i en viss fråga.",
                    "The authority asks organisations what they think of a given policy.",
                ),
                asked_by=Several(["authorities"]),
                cites=cited("levels-page#"),
            ),
            "dialogue": Level(
                number=3,
                title=both("Dialog", "Dialogue"),
                text=both(
                    "Ett samtal i båda riktningarna som vem som helst av dem kan ta initiativ till.",
                    "An exchange in both directions that either side may begin.",
                ),
                asked_by=Several(["authorities", "organisations"]),
                traits=Several(["mutual"]),
                kinds=Keyed(
                    {
                        "broad": Level(
                            title=both("Bred dialog", "Broad dialogue"),
                            text=both(
                                "Ett allmänt utbyte om det som båda har intresse av.",
                                "A general exchange on what interests both.",
                            ),
                            traits=Several(["broad"]),
                            cites=cited("slides#", text="unverified#levels"),
                        ),
                        "collaborative": Level(
                            title=both("Samverkande dialog", "Collaborative dialogue"),
                            text=both(
                                "Täta möten om en viss fråga, som oftast leder till ett gemensamt resultat.",
                                "Frequent meetings on a given policy, mostly with a joint result.",
                            ),
                            traits=Several(["collaborative"]),
                            cites=cited("slides#", text="unverified#levels"),
                        ),
                    }
                ),
                cites=cited(
                    "levels-page#", text="unverified#levels", asked_by="unverified#levels", traits="unverified#levels"
                ),
            ),
            "partnership": Level(
                number=4,
                title=both("Partnerskap", "Partnership"),
                text=both(
                    "Ansvaret delas i varje fas, och organisationerna förblir oberoende.",
                    "Responsibility is shared in every phase, and organisations stay independent.",
                ),
                traits=Several(["shared-responsibility", "independence-kept"]),
                cites=cited("levels-page#", text="unverified#levels", traits="unverified#levels"),
            ),
        }
    )
