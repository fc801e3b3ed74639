"""The JSON Schema against the loader: what the one accepts or refuses, the other does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from idebur.agreement import Agreement
from idebur.errors import UnknownKey, Unreadable
from idebur.files import dumps, load, load_organisation
from idebur.files.schema import SCHEMA_FILE, described, schema, schema_text, sections, shipped_schema
from idebur.files.yaml_reader import parse_yaml
from idebur.frameworks import shipped_frameworks
from idebur.governance import Body, Seat
from idebur.parties import Actor
from idebur.said import In, Said
from idebur.visits import fields_of
from idebur.vocabulary import shipped

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/"))
FILES = sorted((ROOT / "examples").rglob("*.yaml"))

SCHEMA: dict[str, Any] = json.loads(shipped_schema())
VALIDATOR = Draft7Validator(SCHEMA)

YAML_1_1 = frozenset({"on", "off", "yes", "no", "y", "n", "true", "false", "null"})


def _complaints(text: str, validator: Draft7Validator = VALIDATOR) -> list[str]:
    """What the schema says of a text, read as idebur reads it."""
    tree, faults = parse_yaml(text.encode(), "test.yaml")
    assert tree is not None, faults
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(tree.data)]


def _classes(kind: type[Said] = Said) -> Iterator[type[Said]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _classes(inner)


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every schema in a schema; a mapping from the names of fields to schemas is none itself."""
    if isinstance(value, dict):
        yield value
        for name, part in value.items():
            if name in ("properties", "patternProperties", "definitions"):
                yield from _parts([*part.values()])
            else:
                yield from _parts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _parts(part)


# --- the shipped file ---


def test_the_shipped_schema_is_the_one_that_the_models_give() -> None:
    """Stale? Run ``python -m idebur.files.schema``."""
    assert shipped_schema() == schema_text(), f"{SCHEMA_FILE} is stale: run python -m idebur.files.schema"


def test_the_schema_is_one_of_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_reference_leads_to_a_definition_and_every_definition_is_referred_to() -> None:
    referred = {part["$ref"] for part in _parts(SCHEMA) if "$ref" in part}
    assert referred == {f"#/definitions/{name}" for name in SCHEMA["definitions"]}


def test_nothing_stands_beside_a_reference() -> None:
    """Draft 7 reads nothing there, so that a description would be lost."""
    assert [part for part in _parts(SCHEMA) if "$ref" in part and len(part) > 1] == []


def test_every_field_in_the_schema_is_described() -> None:
    silent = [
        f"{name}.{field}"
        for name, definition in SCHEMA["definitions"].items()
        for part in _parts(definition)
        for field, value in part.get("properties", {}).items()
        if value is not False and not value.get("description", "").strip()
    ]
    assert silent == []


def test_a_description_is_the_text_below_the_field() -> None:
    assert SCHEMA["definitions"]["Seat"]["properties"]["held-through"]["description"] == "Who holds it on its behalf."


def test_a_field_that_a_class_declares_anew_is_described_anew() -> None:
    assert described(Actor)["kind"] != described(Body)["kind"] == "What it is."
    assert described(Body)["sector"] == described(Actor)["sector"]


def test_no_markup_of_the_documentation_is_left_in_a_description() -> None:
    texts = [part["description"] for part in _parts(SCHEMA) if isinstance(part.get("description"), str)]
    assert [text for text in texts if "``" in text or ":class:" in text or "\n" in text] == []


def test_every_field_of_every_class_is_in_the_schema() -> None:
    for name, definition in SCHEMA["definitions"].items():
        for kind in _classes():
            if kind.__name__ == name:
                assert set(definition["properties"]) == {field.alias for field in fields_of(kind).values()}


def test_the_words_of_every_field_that_draws_on_a_vocabulary_are_offered() -> None:
    """From the marks of the fields, not from the schema: a field that lost its words would be found here."""
    offered = {}
    for kind in _classes():
        if kind.__name__ not in SCHEMA["definitions"]:
            continue
        for field in fields_of(kind).values():
            if isinstance(field.mark, In):
                text = json.dumps(SCHEMA["definitions"][kind.__name__]["properties"][field.alias])
                offered[f"{kind.__name__}.{field.alias}"] = f"{field.mark.vocabulary}-word" in text
    assert len(offered) > 40
    assert [field for field, has in offered.items() if not has] == []


@pytest.mark.parametrize("vocabulary", sorted(shipped()))
def test_a_list_of_words_is_the_vocabulary_with_a_label_for_each(vocabulary: str) -> None:
    definition = SCHEMA["definitions"].get(f"{vocabulary}-word")
    if definition is None:
        assert vocabulary in {"verb", "counted", "group", "stage"}, "the words of keys, and of no field"
        return
    words = definition["anyOf"][0]
    assert words["enum"] == [*shipped()[vocabulary]]
    assert len(words["enumDescriptions"]) == len(words["enum"])


def test_the_schema_stays_of_a_size_an_editor_reads_at_once() -> None:
    assert len(shipped_schema().encode()) < 200_000


# --- what the loader accepts, the schema accepts ---


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_examples_are_accepted(file: Path) -> None:
    assert _complaints(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda folder: folder.name)
def test_the_dumps_of_the_examples_are_accepted(example: Path) -> None:
    assert _complaints(dumps(load(example))) == []


@pytest.mark.parametrize("key", sorted(shipped_frameworks()))
def test_the_frameworks_written_as_agreements_are_accepted(key: str) -> None:
    content = shipped_frameworks()[key]
    fields = {name: getattr(content, name) for name in content.model_fields_set}
    agreement = Agreement.model_validate({"agreement": "x", **fields}, context={"frameworks": shipped_frameworks()})
    assert _complaints(dumps(agreement)) == []


HEAD = "idebur: 1\nagreement: example\n"
SOURCED = HEAD + "source: text\ndocuments: {text: {title: Text}, other: {title: Other}}\n"

RIGHT = {
    "nothing but a head": HEAD,
    "without the version of the format": "agreement: example\n",
    "a number for a key": "agreement: 2018\n",
    "a number for a title": HEAD + "title: 2018\n",
    "a decimal number for a title": HEAD + "title: 1.10\n",
    "a title in three languages": HEAD + "title: {sv: Titel, en: Title, se-fi: Namma}\n",
    "a section that is not said": HEAD + "bodies: not-said\n",
    "a section that there is not": HEAD + "bodies: none\n",
    "a section that there is not, with the place": SOURCED + "bodies: {said: none, cites: plan.1}\n",
    "an element that there is not": SOURCED + "routines: {plan: none, report: {said: not-said, cites: plan.1}}\n",
    "something in its place": SOURCED + "routines: {plan: {said: none, instead: report}, report: {every: year}}\n",
    "a number for the key of an element": HEAD + "parties: {2018: {name: x}}\n",
    "a vague amount": HEAD + "bodies: {b: {seats: {s: {count: {vague: några, over: 2}}}}}\n",
    "an amount that is a number": HEAD + "bodies: {b: {seats: {s: {count: 5}}}}\n",
    "an amount that is words": HEAD + "bodies: {b: {seats: {s: {count: at least 2/3}}}}\n",
    "sources that differ": SOURCED
    + "events: {e: {when: [{said: 2017, cites: a}, {said: not-said, cites: other#b, since: 2018}]}}\n",
    "a value with its own citation": SOURCED + "events: {e: {when: {said: 2017-05-24, cites: [a, other#]}}}\n",
    "a vague value among the claims": SOURCED + "bodies: {b: {quorum: [{said: {vague: flertalet}, cites: a}]}}\n",
    "one word where there may be several": HEAD + "parties: {a: {name: A, members: b}, b: {name: B}}\n",
    "a list": HEAD + "parties: {a: {name: A, members: [b, a]}, b: {name: B}}\n",
    "an open list": HEAD + "parties: {a: {name: A, members: {among-others: [b]}}, b: {name: B}}\n",
    "an open list of one": HEAD + "parties: {a: {name: A, members: {among-others: b}}, b: {name: B}}\n",
    "no members": HEAD + "parties: {a: {name: A, members: none}}\n",
    "who as a word": HEAD + "parties: {a: {name: A}}\nroutines: {r: {who: a}}\n",
    "who as a list": HEAD + "parties: {a: {name: A}}\nroutines: {r: {who: [a, all-parties]}}\n",
    "who as an open list": HEAD + "parties: {a: {name: A}}\nroutines: {r: {who: {among-others: [a]}}}\n",
    "who by verbs": HEAD + "parties: {a: {name: A}}\nroutines: {r: {who: {does: a, orders: [a], pays: not-said}}}\n",
    "nobody": HEAD + "routines: {r: {who: none}}\n",
    "a citation": SOURCED + "aims: {a: {text: x, cites: plan.1}}\n",
    "citations": SOURCED + "aims: {a: {text: x, cites: [plan.1, other#now.2, other#]}}\n",
    "a citation that looks like a number": SOURCED + "aims: {a: {text: x, cites: 3.2}, b: {text: y, cites: [1]}}\n",
    "citations by field": SOURCED + "aims: {a: {text: x, number: 1, cites: {text: plan.1, number: [plan.2]}}}\n",
    "a long citation": SOURCED + "aims: {a: {text: x, cites: {at: plan.1, quote: citat, field: text}}}\n",
    "citations of all forms": SOURCED + "aims: {a: {text: x, cites: [plan.1, {at: plan.2}, {text: plan.3}]}}\n",
    "a word that the agreement adds": HEAD
    + "words: {actor-kind: {collective: {label: samfällighet, properties: {many: true}}}}\n"
    + "parties: {a: {kind: collective}}\n",
    "a rule": HEAD + "clauses: {c: {rule: sector is civil-society and democratic}}\n",
    "a season": HEAD + "events: {e: {when: 2018-autumn}}\n",
    "a cadence": HEAD + "routines: {r: {every: at least 4 a year}}\n",
    "kinds of a level": HEAD + "ladders: {l: {levels: {d: {number: 3, kinds: {broad: {title: Bred}}}}}}\n",
    "a matrix": HEAD + "ladders: {l: {levels: {d: {number: 1}}, phases: {p: {number: 1}}, tools: {t: {at: {d: p}}}}}\n",
    "tenures": HEAD + "tenures: [{who: fbf, name: FBF, since: 2018}]\n",
    "an accepted finding": HEAD + "accepted: [{code: text-uncited, because: det räcker}]\n",
    "another state": HEAD + "versions: {old: {status: past, title: Förra}, new: {amends: present, bodies: none}}\n",
    "counts": HEAD + "events: {e: {counts: {people: over 50, organisations: {vague: många}}}}\n",
}

WRONG = {
    "another format": "idebur: 2\nagreement: example\n",
    "a section nobody knows": HEAD + "partys: {}\n",
    "a field nobody knows": HEAD + "parties: {a: {naem: A}}\n",
    "a field of another element": HEAD + "parties: {a: {seats: {s: {count: 1}}}}\n",
    "an underscore in the name of a field": HEAD + "parties: {a: {part_of: a}}\n",
    "a list where a mapping is due": HEAD + "parties: [a]\n",
    "a mapping where a list is due": HEAD + "accepted: {code: x, because: y}\n",
    "a key with capitals": HEAD + "parties: {Region: {name: A}}\n",
    "a key with an underscore": "agreement: my_agreement\n",
    "a word with capitals": HEAD + "parties: {a: {sector: Public}}\n",
    "nothing where an element is due": HEAD + "parties: {a: }\n",
    "nothing where a value is due": HEAD + "parties: {a: {name: }}\n",
    "an empty text": HEAD + "title: ' '\n",
    "a text in no language": HEAD + "title: {}\n",
    "a text in something that is no language": HEAD + "title: {svenska: Titel}\n",
    "an empty list": HEAD + "parties: {a: {members: []}}\n",
    "something beside among-others": HEAD + "parties: {a: {members: {among-others: [a], also: b}}}\n",
    "truth where a text is due": HEAD + "title: true\n",
    "a text where truth is due": HEAD + "parties: {a: {binds-members: perhaps}}\n",
    "a text where a number is due": HEAD + "principles: {a: {number: first}}\n",
    "a negative number": HEAD + "principles: {a: {number: -1}}\n",
    "a fraction where a whole number is due": HEAD + "principles: {a: {number: 1.5}}\n",
    "a date in words": HEAD + "events: {e: {when: 11 december 2018}}\n",
    "a date that is a truth": HEAD + "events: {e: {when: true}}\n",
    "a year of two digits": HEAD + "events: {e: {when: 18}}\n",
    "a citation that is a sentence": SOURCED + "aims: {a: {text: x, cites: see page 3}}\n",
    "a citation that is a truth": SOURCED + "aims: {a: {text: x, cites: true}}\n",
    "a long citation of nothing": SOURCED + "aims: {a: {text: x, cites: {at: plan.1, page: 3}}}\n",
    "an absence with more to it": SOURCED + "routines: {plan: {said: none, every: year}}\n",
    "a third way of not saying": HEAD + "bodies: unknown\n",
    "a vague word with another bound": HEAD + "bodies: {b: {quorum: {vague: några, at-least: 2}}}\n",
    "a claim with more to it": SOURCED + "events: {e: {when: {said: 2017, from: a}}}\n",
    "an accepted finding without a reason": HEAD + "accepted: [{code: text-uncited}]\n",
    "a tenure of nobody": HEAD + "tenures: [{since: 2018}]\n",
    "a table in another folder": HEAD + "tenures: ../tenures.csv\n",
    "a negative amount": HEAD + "bodies: {b: {quorum: -1}}\n",
    "an organisation with sections": "organisation: x\nparties: {}\n",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_both_accept(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    load(tmp_path / "a.yaml")
    assert _complaints(text) == []


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_both_refuse(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable):
        (load_organisation if text.startswith("organisation") else load)(tmp_path / "a.yaml")
    assert _complaints(text) != []


@pytest.mark.parametrize("field", ["at", "title"])
def test_a_citation_for_a_field_called_at_is_written_so_that_both_read_it(field: str, tmp_path: Path) -> None:
    """``{at: a#, title: b#}`` would be a long citation with a field nobody knows."""
    cites = f"[{{at: text#, field: {field}}}, {{at: other#, field: title}}]"
    text = SOURCED + f"ladders: {{l: {{tools: {{t: {{title: T, cites: {cites}}}}}}}}}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    agreement = load(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text(dumps(agreement), encoding="utf-8")
    assert load(tmp_path / "b.yaml") == agreement
    assert _complaints(dumps(agreement)) == []


def test_both_accept_tenures_in_a_table_beside(tmp_path: Path) -> None:
    (tmp_path / "joined.csv").write_text("who,name,since\nfbf,FBF,2018\n", encoding="utf-8")
    for tenures in ("joined.csv", "[joined.csv, {who: second, name: Second}]"):
        text = HEAD + f"tenures: {tenures}\n"
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        assert load(tmp_path / "a.yaml").tenures[-1].who == "fbf"
        assert _complaints(text) == []


ORGANISATION = (
    "idebur: 1\norganisation: fbf\nname: FBF\n"
    "facts: {sector: civil-society, scope: [local, regional], democratic: true, members: 12, founded: 1911-05-02,\n"
    "  public-owned: not-said, not-for-profit: {said: true, by: kansliet, when: 2024}}\n"
    "attested: {good-standing: {said: true, by: styrelsen}}\n"
)


def test_both_accept_an_organisation(tmp_path: Path) -> None:
    (tmp_path / "o.yaml").write_text(ORGANISATION, encoding="utf-8")
    assert dumps(load_organisation(tmp_path / "o.yaml")).startswith("idebur: 1\norganisation: fbf\n")
    assert _complaints(ORGANISATION) == []
    assert _complaints(dumps(load_organisation(tmp_path / "o.yaml"))) == []


@pytest.mark.parametrize("facts", ["{sector: }", "{scope: []}", "{Sector: public}", "[sector]", "{members: {by: a}}"])
def test_both_refuse_what_is_no_fact(facts: str, tmp_path: Path) -> None:
    text = f"organisation: fbf\nfacts: {facts}\n"
    (tmp_path / "o.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable):
        load_organisation(tmp_path / "o.yaml")
    assert _complaints(text) != []


# --- the files of sections ---


def test_the_file_of_a_section_holds_what_stands_in_that_section() -> None:
    validator = Draft7Validator(schema("bodies"))
    assert _complaints("board: {kind: partnership, seats: {s: {count: 1}}}\n", validator) == []
    assert _complaints("bodies: {board: {}}\nboard: {text: x}\n", validator) != []


def test_every_section_has_a_schema_and_nothing_else_has() -> None:
    for section in sections():
        Draft7Validator.check_schema(schema(section))
    with pytest.raises(UnknownKey, match="bodys"):
        schema("bodys")


# --- words that other readers of YAML take for something else ---


def test_no_field_is_called_what_yaml_1_1_takes_for_a_truth_value() -> None:
    fields = {field.alias for kind in _classes() for field in fields_of(kind).values()}
    assert {"held-through", "who"} <= fields
    assert fields & YAML_1_1 == set()


def test_no_word_of_a_vocabulary_is_what_yaml_1_1_takes_for_a_truth_value() -> None:
    words = {word for terms in shipped().values() for word in terms}
    properties = {name for terms in shipped().values() for term in terms.values() for name in term.properties}
    assert "co-opted" in words
    assert (words | properties | set(shipped())) & YAML_1_1 == set()


def test_a_seat_is_described_in_the_words_of_its_class() -> None:
    """One text, in one place: the docstring of the field."""
    properties = SCHEMA["definitions"]["Seat"]["properties"]
    texts = {fields_of(Seat)[name].alias: text for name, text in described(Seat).items() if name in fields_of(Seat)}
    assert {alias: value["description"] for alias, value in properties.items()} == texts
