"""How the validator's complaints are said, and what is left when what is at fault is set aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from idebur.errors import Unreadable
from idebur.files import load
from idebur.files.faults import as_key
from idebur.files.remains import Remains, author_path, names_in, present_path, set_aside, value_at
from idebur.messages import Fault

HEAD = "idebur: 1\nagreement: a\n"


def one_fault(folder: Path, text: str) -> Fault:
    path = folder / "a.yaml"
    path.write_text(HEAD + text + "\n", "utf-8")
    with pytest.raises(Unreadable) as caught:
        load(path)
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "procedures: {p: {steps: [{zzz: b}]}}",
            "who, does, to, form, notice, within, when, choose, scope, text, cites",
        ),
        (
            "documents: {d: {zzz: a}}",
            "kind, title, by, when, level, languages, url, registry, places, known-through, cites, status, …",
        ),
        ("aims: {x: {text: {vague: y, zzz: 1}}}", "vague, over, under, cites"),
    ],
)
def test_a_field_that_nobody_knows_is_told_with_a_dozen_of_those_there_are(
    tmp_path: Path, text: str, known: str
) -> None:
    fault = one_fault(tmp_path, text)
    assert fault.told("sv").splitlines()[1] == f"  här kan stå: {known}"
    assert fault.told("en").splitlines()[1] == f"  here can stand: {known}"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("parties: {p: {part-of: zzz}, town: {}}", "p, town"),
        ("aims: {a: {kind: zzz}}", "goal"),
        ("versions: {v: {amends: zzz}}", "present, v"),
        ("bodies: {b: {naem: zzz}}", None),
    ],
)
def test_what_is_known_is_told_where_nothing_of_it_is_near(tmp_path: Path, text: str, known: str | None) -> None:
    hint = one_fault(tmp_path, text).told("sv").splitlines()[1]
    assert hint.startswith("  menade du: " if known is None else "  här kan stå: ")
    assert known is None or known in hint


@pytest.mark.parametrize(
    ("text", "code", "suggestion"),
    [
        ("facts: {f: {type: nmber}}", "word-not-among", "number"),
        ("facts: {f: {type: [number]}}", "word-not-among", "number"),
        ("aims: {x: {cites: {at: plan, quoted: y}}}", "field-unknown", "quote"),
        ("aims: {x: {cites: [{at: plan, quoted: y}]}}", "field-unknown", "quote"),
        ("bodies: {b: {seats: {s: {term: {lenght: 2 years}}}}}", "field-unknown", "length"),
        ("bodies: {b: {decides: [{mater: x}]}}", "field-unknown", "matter"),
        ("bodies: {b: {decides: {mater: x}}}", "field-unknown", "matter"),
        ("signing: {signers: {among-others: [{nmae: x}]}}", "field-unknown", "name"),
        ("aims: {x: {text: {vague: y, ovr: 1}}}", "field-unknown", "over"),
        ("aims: {x: {said: none, insted: y}}", "field-unknown", "instead"),
        ("aims: {x: {text: {said: y, until: 2018, sinc: 2017}}}", "field-unknown", "since"),
        ("signing: {said: {plce: x}}", "field-unknown", "place"),
        ("principles-ranked: 1.5", "truth-expected", None),
        ("idebur2: 1", "field-unknown", "idebur"),
        ("documents: {d: {platser: a}}", "field-unknown", "places"),
        ("versions: {v: {from: 2025}}", "field-unknown", "since"),
        ("versions: {v: {to: 2025}}", "field-unknown", "until"),
        ("procedures: {p: {steps: [{till: b}]}}", "field-unknown", "to"),
        ("routines: {r: {zzz: x}}", "field-unknown", None),
    ],
)
def test_the_nearest_right_word_is_one_that_can_stand_there(
    tmp_path: Path, text: str, code: str, suggestion: str | None
) -> None:
    fault = one_fault(tmp_path, text)
    assert (fault.code, fault.suggestion) == (code, suggestion)
    assert "”" + "”" not in fault.told("sv")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("procedures: {j: {steps: [{does: notify, notice: skälig tid}]}}", "{vague: skälig tid}"),
        ('procedures: {j: {steps: [{does: notify, notice: "snart, helst"}]}}', '{vague: "snart, helst"}'),
        ("bodies: {b: {meets: regelbundet}}", "{vague: regelbundet}"),
        ("bodies: {b: {seats: {s: {count: abot 50}}}}", "about"),
        ("bodies: {b: {seats: {s: {count: 50 abot x}}}}", None),
        ("bodies: {b: {meets: Not said}}", "not-said"),
        ("events: {e: {when: not said}}", "not-said"),
        ("principles-ranked: not said", "not-said"),
        ("principles-ranked: yes", "true"),
        ("principles-ranked: Nej", "false"),
        ("principles-ranked: perhaps", None),
        ("events: {e: {when: 31 december 2025}}", "2025-12-31"),
        ("events: {e: {when: den 5 maj 2025}}", "2025-05-05"),
        ("events: {e: {when: 'May 5th, 2025'}}", "2025-05-05"),
        ("events: {e: {when: 31 februari 2025}}", None),
        ("events: {e: {when: 15/3 2022}}", "2022-03-15"),
        ("events: {e: {when: 15.3.2022}}", "2022-03-15"),
        ("events: {e: {when: 3/4 2022}}", None),
        ("events: {e: {when: 4/4 2022}}", "2022-04-04"),
        ("events: {e: {when: okt 2022}}", "2022-10"),
        ("events: {e: {when: hösten 2022}}", "2022-autumn"),
        ("events: {e: {when: förr}}", None),
        ("events: {e: {when: någon gång 2022}}", None),
        ("aims: {a: {cites: joining 1}}", "joining.1"),
        ("aims: {a: {cites: joining § 1 2}}", None),
        ("aims: {a: {cites: joining 1 2}}", "joining.1.2"),
        ("aims: {a: {cites: 'joining, 1'}}", None),
        ("aims: {a: {cites: Joining 1}}", "joining"),
    ],
)
def test_the_way_out_is_what_was_meant_as_it_is_written(tmp_path: Path, text: str, suggestion: str | None) -> None:
    assert one_fault(tmp_path, text).suggestion == suggestion


@pytest.mark.parametrize("written", ["true", "2", "'1'", "[1]", "1.5"])
def test_a_format_that_is_not_1_is_all_that_is_told(tmp_path: Path, written: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"idebur: {written}\nagreement: a\nfoo: 1\n", "utf-8")
    with pytest.raises(Unreadable) as caught:
        load(path)
    assert [fault.code for fault in caught.value.faults] == ["format-unknown"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Region Östergötland", "region-östergötland"),
        ("Not_A.Key!", "not-a-key"),
        ("a", None),
        ("", None),
        ("!!", None),
        ("one two three four five six seven eight nine", None),
        ("x" * 61, None),
        ("日本", None),
    ],
)
def test_a_name_in_clear_is_turned_into_the_key_it_was_meant_to_be(text: str, key: str | None) -> None:
    assert as_key(text) == key


@pytest.mark.parametrize(
    ("paths", "left"),
    [
        ([], {"a": [1, 2, {"x": 3, "y": 4}], "b": 5}),
        ([("b",)], {"a": [1, 2, {"x": 3, "y": 4}]}),
        ([("a", 0), ("a", 2, "x")], {"a": [2, {"y": 4}], "b": 5}),
        ([("a",), ("a", 2, "x")], {"b": 5}),
        ([("a", 2, "x"), ("a",)], {"b": 5}),
        ([("a", 0), ("a", 0)], {"a": [2, {"x": 3, "y": 4}], "b": 5}),
        ([("b", "c")], {"a": [1, 2, {"x": 3, "y": 4}], "b": 5}),
    ],
)
def test_what_is_set_aside_is_gone_and_the_data_itself_is_as_it_was(paths: list[Any], left: Any) -> None:
    data = {"a": [1, 2, {"x": 3, "y": 4}], "b": 5}
    assert set_aside(data, paths) == left
    assert data == {"a": [1, 2, {"x": 3, "y": 4}], "b": 5}


def test_items_keep_the_numbers_they_have_in_the_file() -> None:
    once = set_aside({"a": ["p", "q", "r", "s"]}, [("a", 0)])
    twice = set_aside(once, [("a", 1)])
    assert twice == {"a": ["q", "s"]}
    assert isinstance(twice["a"], Remains)
    assert twice["a"].numbers == (1, 3)
    assert author_path(("a", 1), twice) == ("a", 3)
    assert present_path(("a", 1), twice) == ("a", 1)


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        (("who", "does", 0), {"who": ["x"]}, ("who", 0)),
        (("who", "does", 0), {"who": {"does": "x"}}, ("who", "does")),
        (("when", 0, "said"), {"when": {"said": 1}}, ("when", "said")),
        (("a", 5), {"a": [1]}, ("a",)),
        (("a", "b"), {"a": None}, ("a",)),
    ],
)
def test_a_path_of_the_model_becomes_the_authors(path: Any, data: Any, expected: Any) -> None:
    assert author_path(path, data) == expected


def test_a_value_is_found_by_the_path_of_the_model() -> None:
    assert value_at(("who", "does", 0), {"who": ["x"]}) == "x"
    assert list(names_in({"a": [1, {"b": "c"}]})) == ["a", "b", "c"]
