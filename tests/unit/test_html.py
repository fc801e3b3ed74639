"""What a notebook shows: read back by a parser that is not ours, told cell by cell, and looked at in a browser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import define, field

from idebur.agreement import Agreement
from idebur.checks import check
from idebur.content import Version
from idebur.errors import UnknownKey
from idebur.exports.html import show
from idebur.exports.html.findings import MOST
from idebur.files import read
from idebur.frameworks import shipped_frameworks
from idebur.governance import Body
from idebur.membership import may_join
from idebur.messages import LANGUAGES, Entry, Fault, Finding, Lang, Place, Severity, Span, catalogue, entry
from idebur.organisations import Organisation
from idebur.rules import Rule
from idebur.rules.judging import judge
from idebur.rules.terms import Terms

ROOT = Path(__file__).parents[2]
READ = {name: read(ROOT / "examples" / name) for name in ("blekinge", "ostergotland")}
BLEKINGE, OSTERGOTLAND = READ["blekinge"].agreement, READ["ostergotland"].agreement

HOSTILE = "</td></table></div><script>alert(1)</script><img src=x onerror=alert(2)><!-- {} & ]]> \"' 'onclick='x"

TAGS = frozenset(
    {"caption", "code", "details", "div", "li", "p", "pre", "span", "strong", "summary"}
    | {"table", "tbody", "td", "th", "thead", "tr", "ul"}
)
ATTRIBUTES = frozenset({"lang", "scope", "style", "aria-hidden"})
INSIDE = {
    "td": "tr",
    "th": "tr",
    "li": "ul",
    "caption": "table",
    "thead": "table",
    "tbody": "table",
    "summary": "details",
}
FLOW = frozenset({"div", "p", "pre", "ul", "table", "details"})
"""What cannot stand in a paragraph or in running text."""


@define
class Element:
    tag: str
    attributes: dict[str, str]
    inside: list[Any] = field(factory=list)

    @property
    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    def all(self, *tags: str) -> list[Element]:
        found = [self] if self.tag in tags else []
        for one in self.inside:
            found += one.all(*tags) if isinstance(one, Element) else []
        return found


class Reader(HTMLParser):
    """The parser of the standard library, that notes whatever a fragment may not hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = [Element("", {})]
        self.root = self.open[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        assert len(attributes) == len(attrs)
        assert INSIDE.get(tag, self.open[-1].tag) == self.open[-1].tag
        if tag in FLOW:
            assert not {"p", "span", "strong", "code", "summary", "caption"} & {one.tag for one in self.open}
        element = Element(tag, attributes)
        self.open[-1].inside.append(element)
        self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        assert self.open[-1].tag not in {"table", "tbody", "thead", "tr", "ul", "details"} or not data.strip()
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a marked section: {data}")


def parsed(html: str) -> Element:
    """Read a fragment, and hold it to what every one of them promises."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1
    (root,) = reader.root.inside
    assert isinstance(root, Element)
    assert root.attributes["lang"] in LANGUAGES
    for one in root.all(*TAGS):
        style = one.attributes.get("style", "")
        assert not re.search(r"url\(|@import|expression|position|display: none", style)
        assert set(re.findall(r"(?<![-\w])color: ([^;]+)", style)) <= {"inherit"}
        assert set(re.findall(r"background[-\w]*: ([^;]+)", style)) <= {"transparent"}
    for table in root.all("table"):
        assert len(table.all("caption")) == 1
        assert table.all("caption")[0].text.strip()
        widths = {len(row.all("td", "th")) for row in table.all("tr")}
        assert len(widths) == 1
        for row in table.all("tbody")[0].all("tr"):
            assert row.all("td", "th")[0].attributes["scope"] == "row"
        for one in table.all("thead"):
            assert {cell.attributes["scope"] for cell in one.all("th")} == {"col"}
    written = ET.fromstring(html)  # noqa: S314 - our own; XML too, so that it can stand in any page
    assert "".join(written.itertext()) == root.text
    return root


def rows(root: Element, number: int = 0) -> list[list[str]]:
    """The cells of a table, as text."""
    return [[cell.text for cell in row.all("td", "th")] for row in root.all("table")[number].all("tr")]


def told(root: Element) -> dict[str, str]:
    """The first table, from what it is to what is said of it."""
    pairs = rows(root)
    assert len({name for name, _ in pairs}) == len(pairs)
    return {one[0]: one[1] for one in pairs}


def agreement(**sections: Any) -> Agreement:
    return Agreement.model_validate({"agreement": "x", "language": "en", **sections})


def organisation(**known: Any) -> Organisation:
    return Organisation.model_validate({"organisation": "klang", **known})


# ── both examples, whole ───────────────────────────────────────────────────────────────────────────────────────────


def _fragments() -> Iterator[tuple[str, str]]:
    """Everything of the two examples that is shown, by itself and with its agreement, in both languages."""
    for key, reading in READ.items():
        whole = reading.agreement
        states = {"present": whole, **whole.versions}
        findings = check(whole, places=reading.places)
        verdict = may_join(whole, organisation(facts={"sector": "public", "scope": ["local"]}))
        things: dict[str, Any] = {**states, "verdict": verdict, "findings": findings}
        things |= {f"{state}.{body}": one for state, held in states.items() for body, one in held.bodies.items()}
        things |= {f"finding {number}": one for number, one in enumerate(findings)}
        for name, thing in things.items():
            yield f"{key} {name}", (show(thing) if isinstance(thing, tuple) else thing)._repr_html_()
            for lang in LANGUAGES:
                yield f"{key} {name} {lang}", show(thing, whole, lang=lang).html
    for key, framework in shipped_frameworks().items():
        yield key, framework._repr_html_()


FRAGMENTS = dict(_fragments())


@pytest.mark.parametrize("name", FRAGMENTS)
def test_everything_of_the_examples_is_html_that_stands_by_itself(name: str) -> None:
    root = parsed(FRAGMENTS[name])
    assert not re.search(r"None|Absence\(|Several\(|Keyed\(|NOT_SAID|\{\w*\}|object at", root.text)


def test_an_agreement_at_a_glance() -> None:
    root = parsed(BLEKINGE._repr_html_())
    assert root.attributes["lang"] == "sv"
    assert root.all("caption")[0].text == "Överenskommelse mellan idéburen sektor och offentliga aktörer i Blekinge"
    said = told(root)
    assert said["Nyckel"] == "blekinge"
    assert said["Var den gäller"] == "Blekinge län, regional. Kod: 10."
    assert [one.text for one in root.all("li")] == [
        "Idéburen sektor (2): Idéburen sektor i Blekinge; Nätverket Idéburet Blekinge",
        "Offentlig sektor (2): Offentliga aktörer i Blekinge; Region Blekinge",
    ]
    assert said["Texten säger inget om"] == "nivåer av samverkan; resurser"
    assert "definitioner" in said["Filen tar inte upp"]
    counts = dict(one.rsplit(" ", 1) for one in said["Innehåller"].split(" · "))
    assert counts["åtaganden"] == str(len(BLEKINGE.commitments))
    assert sum(map(int, counts.values())) == sum(
        len(getattr(BLEKINGE, name))
        for name in Agreement.model_fields
        if hasattr(getattr(BLEKINGE, name), "absence") and name != "languages"
    )


def test_the_versions_of_an_agreement_stand_with_their_status() -> None:
    heads, *versions = rows(parsed(show(OSTERGOTLAND, lang="en").html), 1)
    assert heads == ["Version", "Key", "Status", "Time", "How it stands to other versions", "Holds"]
    assert [(one[1], one[2], one[3]) for one in versions] == [
        ("2018", "past", "from 11 December 2018 to 2025"),
        ("proposed", "proposed", "not said"),
    ]
    assert versions[1][4].startswith("Amends the present version.")


def test_an_amendment_is_not_said_to_leave_out_what_stands() -> None:
    said = told(parsed(show(OSTERGOTLAND.versions["proposed"], OSTERGOTLAND, lang="en").html))
    assert set(said) == {
        "Key",
        "Status",
        "How it stands to other versions",
        "Holds",
        "There is none, the text says",
    }
    assert said["There is none, the text says"] == (
        "Action plan (instead there is Documentation) [jamforelse.3]; "
        "Activity report (instead there is Documentation) [jamforelse.4]"
    )


def test_the_sections_tell_how_each_is_absent() -> None:
    root = parsed(
        agreement(
            bodies="none",
            resources="not-said",
            parties={"a": {"name": "A", "sector": "none"}, "b": {"name": "B"}, "c": {"name": "C", "kind": "region"}},
            procedures={"leaving": "none", "revising": {"said": "not-said", "count": "about 2"}},
            territory={"vague": "nearby"},
        )._repr_html_()
    )
    said = told(root)
    assert said["Where it applies"] == '"nearby" (the text\'s own word)'
    assert [one.text for one in root.all("li")] == [
        "Sector: there is none, the text says (1): A",
        "Sector: not said (1): B",
        "Public sector (1): C",
    ]
    assert said["The text says nothing about"] == "resources; revision: about 2, but not which"
    assert said["There is none, the text says"] == "bodies; withdrawal"
    assert "aims" in said["The file leaves out"]
    assert not {"bodies", "resources"} & set(said["The file leaves out"].split("; "))


def test_an_agreement_of_which_nothing_is_said_is_shown_all_the_same() -> None:
    said = told(parsed(agreement()._repr_html_()))
    assert (said["Key"], said["Where it applies"], said["Parties"], said["Holds"]) == (
        "x",
        "not said",
        "not said",
        "nothing",
    )


@pytest.mark.parametrize(("language", "shown"), [("sv", "sv"), ("en", "en"), ("fi", "en")])
def test_an_agreement_speaks_its_own_language_or_english(language: str, shown: str) -> None:
    title = "Yhteistyö"
    root = parsed(agreement(title=title, language=language)._repr_html_())
    assert root.attributes["lang"] == shown
    marked = [one.attributes["lang"] for one in root.all("caption")[0].all("span")]
    assert marked == ([] if language == shown else [language])


def test_of_many_parties_some_are_named() -> None:
    parties = {f"p{number}": {"name": f"P{number}", "sector": "public"} for number in range(40)}
    (line,) = [said for name, said in rows(parsed(agreement(parties=parties)._repr_html_())) if name == "Parties"]
    assert line.startswith("Public sector (40): P0; P1;")
    assert line.endswith("P29; and 10 more")


# ── bodies ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_ABSENCES: list[tuple[Any, str, str]] = [
    (None, "not said", "sägs inte"),
    ("not-said", "not said", "sägs inte"),
    ("none", "there is none, the text says", "finns inte, säger texten"),
    ({"said": "none", "cites": "a.1"}, "there is none, the text says [a.1]", "finns inte, säger texten [a.1]"),
    (
        {"vague": "drygt", "over": "50"},
        '"drygt" (the text\'s own word), over 50',
        "”drygt” (textens eget ord), över 50",
    ),
    ("at least 3", "at least 3", "minst 3"),
    ([{"said": 2, "cites": "a.1"}, {"said": "none"}], "2 [a.1] or none (the sources differ)", ""),
]


@pytest.mark.parametrize(("written", "english", "swedish"), _ABSENCES)
def test_the_absences_are_kept_apart(written: Any, english: str, swedish: str) -> None:
    """Silence, a denial, a word without an amount, and sources that differ: a cell never leaves it open which."""
    fields = {} if written is None else {"quorum": written}
    whole = agreement(
        bodies={"board": {"kind": "partnership", "seats": {"one": {"of": "public"}}, **fields}},
        documents={"d": {"places": ["a"]}},
        source="d",
    )
    body = whole.bodies["board"]
    assert told(parsed(body._repr_html_()))["How many must be present"] == english
    if swedish:
        assert told(parsed(show(body, whole, lang="sv").html))["Hur många som måste närvara"] == swedish


def test_a_seat_at_a_glance() -> None:
    root = parsed(show(BLEKINGE.bodies["partnership"], BLEKINGE).html)
    assert root.all("caption")[1].text == "Platser i Partnerskapet"
    heads, *seats = rows(root, 1)
    assert heads == ["För vem", "Slag", "Antal", "Rösträtt", "Vem som utser", "Övriga villkor"]
    assert seats[0] == [
        "Idéburen sektor i Blekinge sector",
        "ordinarie",
        "sägs inte",
        "ja, genom slaget av plats",
        "Idéburen sektor i Blekinge själv",
        "Genom: Nätverket Idéburet Blekinge",
    ]
    assert seats[4][:4] == [
        "För var och en av Kommunerna i länet municipalities",
        "adjungerad",
        "en var",
        "nej, genom slaget av plats",
    ]
    said = told(root)
    assert (said["Ordförande"], said["Sammanträden"]) == ("sägs inte", "sägs inte")
    assert said["Beslut"] == "Texten säger inget om hur beslut fattas. [uppfoljning.1]"
    assert said["Balans mellan platserna"] == "lika många för: idéburen sektor och offentlig sektor; bland: ordinarie"


def test_a_body_by_itself_calls_others_by_their_keys() -> None:
    root = parsed(BLEKINGE.bodies["partnership"]._repr_html_())
    assert root.attributes["lang"] == "en"
    assert rows(root, 1)[2][0] == "Region blekinge politicians"
    assert parsed(Body()._repr_html_()).text


_SEATS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["not said", "not said", "not said", "not said"]),
    ({"kind": "expert", "count": 2}, ["expert", "two", "no, by its kind", "not said"]),
    ({"kind": "expert", "voting": True}, ["expert", "not said", "yes", "not said"]),
    ({"kind": "ordinary", "voting": "not-said"}, ["ordinary", "not said", "not said", "not said"]),
    (
        {"count": "none", "who": "none"},
        ["not said", "there is none, the text says", "not said", "there is none, the text says"],
    ),
    ({"count": {"vague": "some"}}, ["not said", '"some" (the text\'s own word)', "not said", "not said"]),
    ({"ex-officio": "manager"}, ["not said", "not said", "not said", "nobody: comes with the office"]),
    ({"ex-officio": "manager", "who": {"appoints": "town"}}, ["not said", "not said", "not said", "Town"]),
    ({"who": {"appoints": {"among-others": ["town"]}}}, ["not said", "not said", "not said", "Town, among others"]),
]


@pytest.mark.parametrize(("seat", "cells"), _SEATS)
def test_what_is_said_of_a_seat_and_what_is_not(seat: dict[str, Any], cells: list[str]) -> None:
    whole = agreement(
        parties={"town": {"name": "Town"}},
        offices={"manager": {"name": "Manager"}},
        bodies={"board": {"seats": {"one": {**({"of": "town"} if "ex-officio" not in seat else {}), **seat}}}},
    )
    _, shown = rows(parsed(show(whole.bodies["board"], whole).html), 1)
    assert shown[1:5] == cells


def test_seats_that_are_absent_are_told_so() -> None:
    for written, said in (("not-said", "not said"), ("none", "there is none, the text says")):
        whole = agreement(bodies={"board": {"seats": written}})
        assert told(parsed(show(whole.bodies["board"], whole).html))["Seats"] == said
    whole = agreement(bodies={"board": {"seats": {"youth": "none"}}})
    assert told(parsed(show(whole.bodies["board"], whole).html))["Also"].startswith(
        "Youth: there is none, the text says."
    )


def test_a_body_of_a_version_is_told_by_that_version() -> None:
    body = OSTERGOTLAND.versions["proposed"].bodies["working-group"]
    seats = rows(parsed(show(body, OSTERGOTLAND, lang="en").html), 1)
    assert seats[2][5] == "by virtue of being the chair of the committee"


# ── verdicts ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_verdict_is_a_numbered_tree_with_what_was_found_and_what_is_needed() -> None:
    verdict = judge(
        Rule.parse("(sector is academia or form is foundation) and not (members < 50 or founded before 1987-06-01)"),
        organisation(
            facts={"sector": "public", "members": {"said": 120, "by": "The board", "when": "2025-03"}, "founded": 1987}
        ),
    )
    root = parsed(verdict._repr_html_())
    assert root.all("caption")[0].text.startswith(
        "? unknown: (sector is academia or form of organisation is foundation)"
    )
    assert rows(root) == [
        ["Condition", "Answer", "Value found", "Needed for yes"],
        ["All of these", "? unknown", "", ""],
        ["1 At least one of these", "? unknown", "", ""],
        ["1.1 Sector", "✗ no", "public sector", "academia"],
        ["1.2 Form of organisation", "? unknown", "not known", "foundation"],
        ["2 Not this", "? unknown", "", ""],
        ["2.1 At least one of these", "? unknown", "", ""],
        ["2.1.1 Number of members", "✗ no", "120 (stated by The board in March 2025)", "less than 50"],
        ["2.1.2 Founded", "? unknown", "1987", "before 1 June 1987"],
    ]
    assert [one.text for one in root.all("tbody")[0].all("strong")] == [
        "All of these",
        "1 At least one of these",
        "1.2 Form of organisation",
        "2 Not this",
        "2.1 At least one of these",
        "2.1.2 Founded",
    ]
    assert [one.text for one in root.all("li")] == [
        "What form does your organisation have?",
        "When were you founded? The answer 1987 has to be more precise.",
    ]


def test_a_verdict_has_the_words_and_citations_of_its_agreement() -> None:
    verdict = may_join(BLEKINGE, organisation(facts={"sector": "public"}))
    heads, first, *others = rows(parsed(show(verdict, BLEKINGE).html))
    assert heads == ["Villkor", "Svar", "Uppgift", "Krävs för ja", "Källa"]
    assert first == ["Anslutning", "✓ ja", "", "", "Överenskommelsen, anslutning.1; Överenskommelsen, anslutning.2"]
    assert ["1.2 Offentlig aktör", "✓ ja", "", "", "Överenskommelsen, anslutning.1"] in others
    alone = rows(parsed(verdict._repr_html_()))
    assert alone[1] == ["Joining", "✓ yes", "", "", "blekinge#anslutning.1; blekinge#anslutning.2"]


def test_a_clause_that_only_people_can_judge_says_so() -> None:
    whole = agreement(
        clauses={"helps": {"says": "Helps others."}},
        procedures={"joining": {"kind": "join", "open-to": "helps"}},
    )
    root = parsed(show(may_join(whole, organisation()), whole).html)
    assert rows(root)[-1] == ["1 Helps others", "? unknown", "nobody has judged it"]
    assert root.all("li")[0].text == "Somebody has to judge whether this is met: Helps others."
    judged = may_join(whole, organisation(attested={"helps": {"said": True, "by": "the board"}}))
    assert rows(parsed(show(judged, whole).html))[-1][2] == "Judged to be met by the board."


def test_a_clause_that_comes_again_is_told_once() -> None:
    """Clauses that each name the one before twice would double at every step."""
    clauses: dict[str, Any] = {"c0": {"rule": "democratic"}}
    clauses |= {f"c{n}": {"rule": f"at least 1 of (c{n - 1}, not c{n - 1})"} for n in range(1, 12)}
    whole = agreement(clauses=clauses, procedures={"joining": {"kind": "join", "open-to": "c11"}})
    shown = rows(parsed(may_join(whole, organisation())._repr_html_()))
    assert len(shown) < 70
    assert sum("(see 1.1.1" in one[0] for one in shown) == 11


@pytest.mark.parametrize(
    ("rule", "facts", "found", "needed"),
    [
        ("tone is loud", {"tone": "loud"}, "loud", "loud"),
        ("tags includes any of (a, b)", {"tags": ["b", "c"]}, "b and c", "any of a or b (alone or among others)"),
        ("size >= 10", {"size": 8}, "8", "at least 10"),
        ("renewed before 2015-06", {"renewed": "2014-02"}, "February 2014", "before June 2015"),
        ("open", {"open": True}, "yes", "yes"),
        ("members is many", {"members": "few"}, "few", "many"),
    ],
)
def test_facts_of_ones_own_are_told_without_the_agreement(
    rule: str, facts: dict[str, Any], found: str, needed: str
) -> None:
    """Even one that is called as a built-in fact is, and is of another type."""
    types = {"tone": "word", "tags": "words", "size": "number", "renewed": "date", "open": "yes-no", "members": "word"}
    own = agreement(facts={name: {"type": kind} for name, kind in types.items()}).facts
    verdict = judge(Rule.parse(rule), organisation(facts=facts), Terms(own))
    _, shown = rows(parsed(verdict._repr_html_()))
    assert shown[2:] == [found, needed]


def test_a_rule_of_very_many_parts_is_cut_and_says_so() -> None:
    rule = Rule.parse(" or ".join(f"members = {number}" for number in range(1000)))
    root = parsed(judge(rule, organisation())._repr_html_())
    assert len(rows(root)) == 201
    assert root.all("p")[0].text == "801 more parts are not shown."


# ── findings ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _params(one: Entry) -> dict[str, Any]:
    templates = [text for texts in (one.message, one.why, one.cure) for text in texts.values()]
    return {name: HOSTILE for text in templates for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", catalogue())
def test_every_entry_is_shown_with_its_reasons_filled_in(code: str) -> None:
    """With a hostile text wherever a text can come in: it is read, and is not markup."""
    params = _params(entry(code))
    place = Place(HOSTILE, Span(3, 2, 4), HOSTILE)
    one: Fault | Finding = Finding(code, HOSTILE, params, place, HOSTILE)
    if entry(code).severity is Severity.FAULT:
        one = Fault(code, place, HOSTILE, params, HOSTILE)
    for lang in LANGUAGES:
        root = parsed(show(one, lang=lang).html)
        assert one.message(lang) in root.text
        assert place.excerpt() == root.all("pre")[0].text
        (folded,) = root.all("details")
        assert len(folded.all("p")) == 2
        assert not re.search(r"(?<!\{)\{\w+\}", folded.text)
        assert parsed(show([one, one], lang=lang).html).text.count(one.message(lang)) == 2


def test_findings_stand_the_gravest_first() -> None:
    by_severity = {one.severity: code for code, one in catalogue().items()}
    order = [Severity.NOTE, Severity.FAULT, Severity.WARNING, Severity.ERROR, Severity.NOTE]
    place = Place("a.yaml")
    items: list[Fault | Finding] = [
        Fault(by_severity[one], place, "", _params(entry(by_severity[one])))
        if one is Severity.FAULT
        else Finding(by_severity[one], "", _params(entry(by_severity[one])), place)
        for one in order
    ]
    root = parsed(show(iter(items)).html)
    assert root.all("strong")[0].text == "1 fault, 1 error, 1 warning, 2 notes"
    assert [one.all("strong")[0].text for one in root.all("summary")] == ["fault", "error", "warning", "note", "note"]


def test_a_very_long_list_of_findings_is_cut_and_says_so() -> None:
    one = next(iter(check(BLEKINGE)))
    root = parsed(show([one] * (MOST + 7)).html)
    assert len(root.all("details")) == MOST
    assert root.all("p")[-1].text == "7 more are not shown."


# ── hostile texts ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_texts_are_read_and_are_not_markup(lang: Lang) -> None:
    words = {"label": HOSTILE}
    part = {"name": HOSTILE, "sector": "rogue", "note": HOSTILE}
    whole = agreement(
        title=HOSTILE,
        territory={"area": HOSTILE, "code": HOSTILE},
        words={"sector": {"rogue": words}, "seat-kind": {"rogue": words}, "body-kind": {"rogue": words}},
        parties={"a": part},
        documents={"d": {"title": HOSTILE, "places": ["p"]}},
        source="d",
        bodies={
            "board": {
                **part,
                "kind": "rogue",
                "areas": [HOSTILE],
                "quorum": {"vague": HOSTILE},
                "decides": [{"matter": HOSTILE, "cites": {"at": "p.1", "quote": HOSTILE}}],
                "seats": {"s": {"of": "a", "kind": "rogue", "fields": [HOSTILE], "note": HOSTILE}},
            }
        },
        facts={"odd": {"label": HOSTILE, "question": HOSTILE}},
        clauses={"c": {"says": HOSTILE, "rule": "odd", "cites": "p.1"}},
        procedures={"joining": {"kind": "join", "note": HOSTILE, "open-to": "c"}},
        versions={"v": {"title": HOSTILE, "status": "past"}},
    )
    asked = organisation(facts={"odd": {"said": True, "by": HOSTILE}})
    things: list[Any] = [whole, whole.versions["v"], whole.bodies["board"], may_join(whole, asked)]
    for thing in things:
        for html in (show(thing, whole, lang=lang).html, thing._repr_html_()):
            root = parsed(html)
            assert "<img src=x onerror=alert(2)>" in root.text or "alert" not in html


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ud800", "\ufffe", "\ufdd0"])
def test_what_html_cannot_hold_is_replaced(sign: str) -> None:
    root = parsed(Version.model_construct(title=agreement(title=f"a{sign}b").title)._repr_html_())
    assert root.all("caption")[0].text == "a\ufffdb"


# ── asking ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_cannot_be_shown_is_refused() -> None:
    for thing in ("blekinge", 5, [BLEKINGE], {"a": 1}):
        with pytest.raises(TypeError, match="cannot be shown"):
            show(thing)  # type: ignore[arg-type]
    with pytest.raises(UnknownKey, match="no language is called 'fi'"):
        show(BLEKINGE, lang="fi")  # type: ignore[arg-type]
    with pytest.raises(UnknownKey, match="gone"):
        show(may_join(BLEKINGE, organisation()), BLEKINGE, version="gone")


def test_what_is_shown_gives_itself() -> None:
    shown = show(BLEKINGE)
    assert str(shown) == shown._repr_html_() == BLEKINGE._repr_html_()
    assert parsed(show(()).html).text == "Nothing to report."


def test_nothing_is_loaded_before_a_notebook_asks() -> None:
    code = (
        "import sys; from idebur import Agreement, Finding, Verdict, Version; import idebur.governance;"
        "print([name for name in sys.modules if name.startswith('idebur.exports')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


# ── in a browser ───────────────────────────────────────────────────────────────────────────────────────────────────

AXE = ROOT / "tests" / "page" / "node_modules" / "axe-core" / "axe.min.js"
NOTEBOOK = "td, th {text-align: right; white-space: nowrap; max-width: none; border: none} caption {color: #999}"
"""What the style sheets of notebooks do to tables."""


@pytest.mark.parametrize(
    ("ground", "ink"), [("rgb(255, 255, 255)", "rgb(17, 17, 17)"), ("rgb(17, 17, 17)", "rgb(238, 238, 238)")]
)
@pytest.mark.parametrize(
    "name",
    [
        "blekinge present",
        "ostergotland present",
        "blekinge present.partnership sv",
        "blekinge verdict sv",
        "blekinge findings",
    ],
)
def test_a_browser_shows_it_in_the_inks_of_the_page(chromium: Any, name: str, ground: str, ink: str) -> None:
    """Every text in the ink of the page, on its ground, to the left, inside the width; nothing is run or fetched."""
    page = chromium.new_page(viewport={"width": 900, "height": 600})
    noted: list[str] = []
    page.on("console", lambda said: noted.append(said.text))
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on("dialog", lambda dialog: noted.append(dialog.message))
    page.on("request", lambda request: noted.append(request.url))
    page.set_content(
        f'<!doctype html><html lang="en"><title>x</title><style>{NOTEBOOK}</style>'
        f'<body style="color: {ink}; background: {ground}"><main><h1>x</h1>{FRAGMENTS[name]}</main>'
    )
    styles = page.evaluate(
        """() => [...document.querySelectorAll('main *')].map(one => {
            const style = getComputedStyle(one);
            return [style.color, style.backgroundColor, /^T[DH]$/.test(one.tagName) ? style.textAlign : 'left'];
        })"""
    )
    assert {tuple(one) for one in styles} == {(ink, "rgba(0, 0, 0, 0)", "left")}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if AXE.exists():
        page.add_script_tag(content=AXE.read_text("utf-8"))
        found = page.evaluate(
            "axe.run(document.querySelector('main')).then(found => found.violations.map(one => one.id))"
        )
        assert found == []
    assert noted == []
    page.close()


def test_why_and_cure_unfold(chromium: Any) -> None:
    page = chromium.new_page()
    page.set_content(FRAGMENTS["blekinge finding 0 sv"])
    why = page.locator("details p").first
    assert not why.is_visible()
    page.locator("summary").first.press("Enter")
    assert why.is_visible()
    page.close()
