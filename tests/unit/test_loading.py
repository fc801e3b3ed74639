"""Whole agreements and organisations from files, alone and together."""

from __future__ import annotations

from pathlib import Path

import pytest

from idebur.errors import Unreadable
from idebur.files import load, load_all, load_organisation, read, read_all
from idebur.files.loading import read_each
from idebur.messages import Fault
from idebur.rules.facts import Fact
from idebur.rules.terms import Terms
from idebur.several import Several

HEAD = "idebur: 1\nagreement: a\nsource: text\ndocuments: {text: {places: [plan]}}\n"


def written(folder: Path, text: str, name: str = "a.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def faults(path: Path) -> tuple[Fault, ...]:
    with pytest.raises(Unreadable) as caught:
        load(path)
    return caught.value.faults


def told(path: Path) -> list[tuple[str, str]]:
    return [(fault.code, fault.path) for fault in faults(path)]


def test_a_reading_has_the_places_beside_the_agreement(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "aims:\n  x: {kind: goal}\n")
    reading = read(str(path))
    assert reading.agreement == load(path)
    assert str(reading.places[("aims", "x")]) == f"{path}:6:3"
    assert str(reading.places.value(("aims", "x", "kind"))) == f"{path}:6:13"


def test_a_fault_of_type_hides_no_name_that_leads_nowhere(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "aims: {x: {kind: [1]}}\nparties: {p: {part-of: q}}\n")
    assert told(path) == [("word-expected", "aims.x.kind"), ("unknown-actor", "parties.p.part-of")]


@pytest.mark.parametrize(
    "text",
    [
        "parties: {p: {nmae: P}, q: {part-of: p}}",
        "parties: {p: 5, q: {part-of: p}}",
        "parties: {p: , q: {part-of: p}}",
        "partys: {p: {}}\noffices: {o: {of: p}}",
        "parties: [p]\noffices: {o: {of: p}}",
        "tenures: [{who: p, name: [P]}]\noffices: {o: {of: p}}",
        "parties: {q: {}}\nparties: {p: {}}\noffices: {o: {of: p}}",
        "procedures: {j: {steps: [{dose: approve}]}}\nevents: {e: {fulfils: j.approve}}",
        "sources: text\nsource: [text]\naims: {x: {cites: plan.1}}",
        "words: {aim-kind: {dream: 5}}\naims: {x: {kind: dream}}",
        "versions: {then: 5, next: {amends: then}}",
        "clauses: {c: {rule: sector is}}\nprocedures: {j: {open-to: c}}",
        "facts: {f: {tpye: yes-no, type: yes-no}}\nclauses: {c: {rule: f}}",
    ],
)
def test_a_name_is_not_called_wrong_because_what_bears_it_is(tmp_path: Path, text: str) -> None:
    found = faults(written(tmp_path, HEAD.replace("source: text\n", "") + text + "\n"))
    assert found
    assert not [fault for fault in found if fault.code.startswith(("unknown", "citation"))]


def test_a_name_in_a_part_that_cannot_be_read_is_not_called_wrong(tmp_path: Path) -> None:
    path = written(tmp_path / "f", HEAD + "offices: {o: {of: p}}\n", "agreement.yaml")
    written(tmp_path / "f", "p: {", "parties.yaml")
    assert [code for code, _ in told(path)] == ["syntax-wrong"]


def test_items_that_are_set_aside_leave_the_places_of_the_others(tmp_path: Path) -> None:
    items = ["{name: X}", "{who: q, name: Q}", "5", "{who: r, name: R, kind: joind}", "{who: z}"]
    path = written(tmp_path, HEAD + "tenures:\n" + "".join(f"  - {item}\n" for item in items))
    assert [(fault.code, fault.path, fault.place.line) for fault in faults(path)] == [
        ("field-missing", "tenures[0].who", 6),
        ("mapping-expected", "tenures[2]", 8),
        ("unknown-word", "tenures[3].kind", 9),
        ("unknown-tenant", "tenures[4].who", 10),
    ]


def test_what_is_empty_because_something_was_set_aside_is_not_told_again(tmp_path: Path) -> None:
    path = written(
        tmp_path, HEAD + "title: {sv: [1]}\naims: {x: {cites: [A A], kind: goal}}\nevents: {e: {after: [E E]}}\n"
    )
    assert [code for code, _ in told(path)] == ["text-in-language", "not-a-key", "word-malformed"]


def test_an_agreement_whose_key_is_wrong_is_read_all_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, "idebur: 1\nagreement: Ett Namn\nparties: {p: {part-of: q}}\n")
    assert told(path) == [("word-malformed", "agreement"), ("unknown-actor", "parties.p.part-of")]


def test_the_caret_of_a_rule_stands_under_the_authors_own_words(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "parties:\n  p:\n    rule: {said: 'sector  is   publik', cites: plan}\n")
    (fault,) = faults(path)
    assert fault.place.source[fault.place.column - 1 :][: fault.place.span.length] == "publik"
    assert fault.suggestion == "public"


def test_many_faults_are_told_once_each_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = written(
        tmp_path, HEAD + "tenures:\n" + "".join(f"  - {{who: t{n}, name: T, kind: k{n}}}\n" for n in range(3000))
    )
    found = faults(path)
    assert [fault.place.line for fault in found] == list(range(6, 3006))


def test_several_agreements_refer_to_each_other(tmp_path: Path) -> None:
    written(tmp_path, "idebur: 1\nagreement: one\nprinciples: {dialogue: {}}\n", "one.yaml")
    two = "idebur: 1\nagreement: two\ndocuments: {one: {}}\nprinciples: {p: {like: one.dialogue}}\n"
    written(tmp_path, two, "two/agreement.yaml")
    both = load_all(tmp_path)
    assert list(both) == ["one", "two"]
    assert both["two"] == load(tmp_path / "two")
    assert [reading.agreement for reading in read_all(tmp_path / "one.yaml", tmp_path / "two")] == list(both.values())
    written(tmp_path, two.replace("one.dialogue", "one.dialoge"), "two/agreement.yaml")
    with pytest.raises(Unreadable) as caught:
        load_all(tmp_path)
    (fault,) = caught.value.faults
    assert (fault.code, fault.suggestion, fault.path) == ("unknown-like", "dialogue", "principles.p.like")


def test_what_another_agreement_cannot_say_for_its_own_fault_is_not_missed(tmp_path: Path) -> None:
    written(tmp_path, "idebur: 1\nagreement: one\nprinciples: {dialogue: 5}\n", "one.yaml")
    written(
        tmp_path, "idebur: 1\nagreement: two\ndocuments: {one: {}}\nprinciples: {p: {like: one.dialogue}}\n", "two.yaml"
    )
    readings, found = read_each(tmp_path)
    assert [reading.agreement.agreement for reading in readings] == ["two"]
    assert [fault.code for fault in found] == ["mapping-expected"]


def test_two_agreements_of_one_key_are_told_even_where_one_is_faulty(tmp_path: Path) -> None:
    written(tmp_path, "idebur: 1\nagreement: one\ntitel: x\n", "a.yaml")
    written(tmp_path, "idebur: 1\nagreement: one\n", "b.yaml")
    readings, found = read_each(tmp_path)
    assert len(readings) == 1
    assert [(Path(fault.place.file).name, fault.code) for fault in found] == [
        ("a.yaml", "field-unknown"),
        ("b.yaml", "agreement-twice"),
    ]


def test_a_folder_of_agreements_is_read_within_itself(tmp_path: Path) -> None:
    written(tmp_path, "idebur: 1\nagreement: secret\n", "secret.yaml")
    (tmp_path / "many").mkdir()
    (tmp_path / "many" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(Unreadable, match="file-outside"):
        load_all(tmp_path / "many")
    assert load(tmp_path / "many" / "link.yaml").agreement == "secret"


def test_a_folder_that_may_not_be_read_is_told_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, HEAD)

    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    readings, found = read_each(path, tmp_path)
    assert (len(readings), [fault.code for fault in found]) == (1, ["file-unreadable"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("agreement: a\n", [("agreement-not-organisation", "agreement")]),
        ("name: a\n", [("not-an-organisation", "")]),
        ("organisaton: a\n", [("not-an-organisation", "organisaton")]),
        ("idebur: 3\norganisation: a\nfoo: 1\n", [("format-unknown", "idebur")]),
        ("organisation: a\nfacts: {sector: 5, members: '5', founded: [x], democratic: {said: yes}}\n", 4),
        ("organisation: a\nfacts: {Bad Key: true, x: null, y: {}, z: []}\nattested: {c: true}\n", 5),
        ("organisation: a\nfacts: {n: .nan}\n", [("fact-value", "facts.n")]),
    ],
)
def test_a_wrong_organisation_is_refused(tmp_path: Path, text: str, expected: list[tuple[str, str]] | int) -> None:
    with pytest.raises(Unreadable) as caught:
        load_organisation(written(tmp_path, text))
    found = [(fault.code, fault.path) for fault in caught.value.faults]
    assert found == expected if isinstance(expected, list) else len(found) == expected
    assert str(caught.value)


def test_an_organisation_is_not_loaded_as_an_agreement(tmp_path: Path) -> None:
    assert told(written(tmp_path, "idebur: 1\norganisation: o\n")) == [("organisation-not-agreement", "organisation")]


@pytest.mark.parametrize(
    ("fact", "guess"),
    [
        ("scope: [local, regionall]", "regional"),
        ("scope: munisipal", "municipal"),
        ("sector: {said: civil-socity}", "civil-society"),
        ("sector: parish", None),  # an agreement may have words of its own
        ("scope: [sub-local]", None),
        ("flavour: regionall", None),
        ("scope: [local, regional]", None),
        ("scope: none", None),
    ],
)
def test_a_word_that_is_all_but_one_of_a_built_in_fact_is_refused(tmp_path: Path, fact: str, guess: str | None) -> None:
    file = written(tmp_path, f"organisation: o\nfacts: {{{fact}}}\n")
    if guess is None:
        assert load_organisation(file).facts
        return
    with pytest.raises(Unreadable) as caught:
        load_organisation(file)
    (fault,) = caught.value.faults
    assert (fault.code, fault.suggestion) == ("fact-word", guess)
    assert (fault.place.line, fault.place.span.length) == (2, len(str(fault.params["found"])))


@pytest.mark.parametrize(
    ("fact", "code", "path", "guess"),
    [
        ("facts: {democratic: ja}", "fact-type", "facts.democratic", "true"),
        ("facts: {democratic: {said: Nej}}", "fact-type", "facts.democratic.said", "false"),
        ("facts: {democratic: kanske}", "fact-type", "facts.democratic", None),
        ("facts: {democratic: okänt}", "fact-type", "facts.democratic", "not-said"),
        ("facts: {members: tolv}", "fact-type", "facts.members", "12"),
        ("facts: {members: cirka tolv}", "fact-type", "facts.members", None),
        ("facts: {founded: 31/12 1999}", "fact-type", "facts.founded", "1999-12-31"),
        ("facts: {founded: 2025/01/31}", "fact-type", "facts.founded", "2025-01-31"),
        ("attested: {serious: {said: ja}}", "fact-type", "attested.serious.said", "true"),
        ("facts: {sector: Offentlig sektor}", "fact-word", "facts.sector", "public"),
        ("facts: {sector: idéburen}", "fact-word", "facts.sector", "civil-society"),
        ("facts: {scope: [local, kommunal]}", "fact-word", "facts.scope[1]", "municipal"),
    ],
)
def test_a_fact_said_in_swedish_is_suggested_as_it_is_written(
    tmp_path: Path, fact: str, code: str, path: str, guess: str | None
) -> None:
    with pytest.raises(Unreadable) as caught:
        load_organisation(written(tmp_path, f"organisation: o\n{fact}\n"), Terms())
    (fault,) = caught.value.faults
    assert (fault.code, fault.path, fault.suggestion) == (code, path, guess)


def test_by_the_terms_of_an_agreement_its_own_facts_and_words_are_known(tmp_path: Path) -> None:
    """What it adds is no slip, and a word that it has not is refused however far it is from those it has."""
    member = Fact(type="word", values=Several(("free", "paid")))
    terms = Terms(facts={"member": member, "scope": Fact(type="words", values=Several(("regionall",)))})
    file = written(tmp_path, "organisation: o\nfacts: {member: free, scope: [regionall]}\n")
    assert load_organisation(file, terms).value("member") == "free"
    with pytest.raises(Unreadable) as caught:
        load_organisation(written(tmp_path, "organisation: o\nfacts: {member: xyz}\n"), terms)
    (fault,) = caught.value.faults
    assert (fault.code, fault.path, fault.params["expected"]) == ("fact-word", "facts.member", ("free", "paid"))


@pytest.mark.parametrize(
    ("fact", "guess"),
    [
        ("demokratic: true", "democratic"),
        ("member: 5", "members"),
        ("not-for-proft: true", "not-for-profit"),
        ("democratic: true", None),
        ("dependent: true", None),
        ("reform: true", None),
        ("members-abroad: 5", None),
        ("rural: true", None),
        ("members: 5, member: 5", None),  # both are said, so they are two
    ],
)
def test_a_fact_that_is_all_but_a_built_in_one_is_misspelt(tmp_path: Path, fact: str, guess: str | None) -> None:
    file = written(tmp_path, f"organisation: o\nfacts: {{{fact}}}\n")
    if guess is None:
        assert load_organisation(file).facts
        return
    with pytest.raises(Unreadable) as caught:
        load_organisation(file)
    (fault,) = caught.value.faults
    name = fact.partition(":")[0]
    assert (fault.code, fault.path, fault.suggestion) == ("fact-misspelt", f"facts.{name}", guess)
    assert (fault.place.line, fault.place.column, fault.place.span.length) == (2, 9, len(name))


@pytest.mark.parametrize("key", ["[choir]", "The Choir", "{a: b}"])
def test_an_organisation_without_a_right_key_is_asked_about_its_facts_all_the_same(tmp_path: Path, key: str) -> None:
    """All faults are told at once."""
    file = tmp_path / "choir.yaml"
    file.write_text(f"idebur: 1\norganisation: {key}\nfacts: {{members: many}}\n", encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        load_organisation(file)
    assert [fault.path for fault in refused.value.faults] == ["organisation", "facts.members"]


@pytest.mark.parametrize(
    ("sections", "where"),
    [
        ("principles: {q: {said: none, instead: null}}", "principles.q.instead"),
        ("principles: {q: {said: none, count: }}", "principles.q.count"),
        ("principles: {q: {title: x, cites: {at: plan, field: null}}}", "principles.q.cites.field"),
        ("principles: {q: {title: x, cites: {at: plan, asserted-by: ~}}}", "principles.q.cites.asserted-by"),
        ("routines: {q: {every: {vague: ofta, over: }}}", "routines.q.every.over"),
        ("events: {e: {when: [{said: 2017, since: ~}, {said: 2018}]}}", "events.e.when[0].since"),
    ],
)
def test_nothing_is_never_written_for_what_may_be_left_out(tmp_path: Path, sections: str, where: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"idebur: 1\nagreement: a\nsource: t\ndocuments: {{t: {{places: [plan]}}}}\n{sections}\n", "utf-8")
    with pytest.raises(Unreadable) as refused:
        load(path)
    assert [(fault.code, fault.path, fault.place.line) for fault in refused.value.faults] == [("value-empty", where, 5)]
