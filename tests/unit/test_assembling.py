"""A file or folder put together: what is a part, where everything stands, and that nothing outside is opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from idebur.errors import Unreadable
from idebur.files.assembling import agreement_files, assemble, found_words, within

HEAD = "idebur: 1\nagreement: a\n"


def folder(at: Path, files: Mapping[str, str]) -> Path:
    """Write some files into a folder of their own, with files beside it that must never be opened."""
    inside = at / "agreement"
    inside.mkdir()
    (at / "secret.yaml").write_text("b: {name: secret}\n", "utf-8")
    (at / "secret.csv").write_text("who,name\nsecret,Secret\n", "utf-8")
    for name, text in files.items():
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_text(text, "utf-8")
    return inside


def refused(path: Path) -> list[str]:
    with pytest.raises(Unreadable) as caught:
        assemble(path)
    return [fault.code for fault in caught.value.faults]


def test_the_parts_of_a_folder_make_one_whole(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        {
            "agreement.yaml": HEAD + "aims: {x: {}}\n",
            "bodies.yaml": "b: {}\n",
            "versions/2018.yml": "status: past\n",
            "tenures.csv": "who,name\nq,Q\n",
            "README.md": "not read",
        },
    )
    whole = assemble(path)
    assert whole.data == {
        "idebur": 1,
        "agreement": "a",
        "aims": {"x": {}},
        "bodies": {"b": {}},
        "versions": {"2018": {"status": "past"}},
        "tenures": [{"who": "q", "name": "Q"}],
    }
    assert not whole.faults
    assert assemble(path / "agreement.yaml").data == whole.data


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("aims", "x"), "agreement.yaml:3:8"),
        (("bodies",), "bodies.yaml:2:1"),
        (("bodies", "b"), "bodies.yaml:2:1"),
        (("bodies", "b", "name"), "bodies.yaml:2:5"),
        (("versions", "2018"), "versions/2018.yaml:1:1"),
        (("versions", "2018", "aims", "y"), "versions/2018.yaml:1:8"),
        (("tenures", 1), "tenures.csv:3:1"),
        (("tenures", 1, "name"), "tenures.csv:3:3"),
        (("tenures", 1, "since"), "tenures.csv:3:1"),
        (("versions", "2018", "tenures", 0, "name"), "versions/then.csv:2:3"),
        (("gone", "far"), "agreement.yaml:1:1"),
    ],
)
def test_the_place_of_a_path_is_in_the_file_that_says_it(
    tmp_path: Path, path: tuple[str | int, ...], where: str
) -> None:
    """A part stands where its file begins, a tenure of a table is its row, and a field of it a cell."""
    inside = folder(
        tmp_path,
        {
            "agreement.yaml": HEAD + "aims: {x: {}}\n",
            "bodies.yaml": "# a part\nb: {name: B}\n",
            "versions/2018.yaml": "aims: {y: {}}\ntenures: then.csv\n",
            "versions/then.csv": "who,name\nr,R\n",
            "tenures.csv": "who,name\np,P\nq,Q\n",
        },
    )
    place = assemble(inside).places[path]
    assert str(place) == f"{inside}/{where}"


def test_the_caret_stands_inside_a_cell_that_is_written_plainly(tmp_path: Path) -> None:
    places = assemble(
        folder(tmp_path, {"agreement.yaml": HEAD, "tenures.csv": 'who,since\np,2018-13\nq,"2018-13"\n'})
    ).places
    assert places.value(("tenures", 0, "since"), 5, 2).excerpt().splitlines()[1].endswith("       ^^")
    assert places.value(("tenures", 1, "since"), 5, 2).excerpt().splitlines()[1].endswith("  ^^^^^^^^^")


def test_a_list_may_name_tables_among_tenures(tmp_path: Path) -> None:
    inside = folder(
        tmp_path,
        {
            "agreement.yaml": HEAD + "tenures: [{who: z}, more.CSV]\n",
            "more.CSV": "who,scope\nq,aims bodies\n",
            "tenures.csv": "who\nr\n",
        },
    )
    assert assemble(inside).data["tenures"] == [{"who": "z"}, {"who": "q", "scope": ["aims", "bodies"]}, {"who": "r"}]


@pytest.mark.parametrize("name", ["../secret.csv", "/etc/passwd.csv", "a/../../secret.csv", "\0.csv"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    inside = folder(tmp_path, {"agreement.yaml": HEAD})
    with pytest.raises(Unreadable, match="file-outside"):
        within(inside, name)


def test_a_table_outside_is_refused_where_it_is_named(tmp_path: Path) -> None:
    whole = assemble(folder(tmp_path, {"agreement.yaml": HEAD + "tenures: ../secret.csv\n"}))
    (fault,) = whole.faults
    assert (fault.code, fault.place.line, fault.place.column) == ("file-outside", 3, 10)
    assert "secret" not in str(whole.data)


@pytest.mark.parametrize("name", ["bodies.yaml", "tenures.csv", "versions/2018.yaml"])
def test_a_link_that_leads_outside_is_not_followed(tmp_path: Path, name: str) -> None:
    inside = folder(tmp_path, {"agreement.yaml": HEAD, "versions/2017.yaml": "status: past\n"})
    (inside / name).symlink_to(tmp_path / ("secret" + Path(name).suffix))
    whole = assemble(inside)
    assert [fault.code for fault in whole.faults] == ["file-outside"]
    assert "secret" not in str(whole.data)


def test_the_head_may_be_no_link_to_elsewhere_and_no_link_to_itself(tmp_path: Path) -> None:
    inside = folder(tmp_path, {})
    (inside / "agreement.yaml").symlink_to(tmp_path / "secret.yaml")
    assert refused(inside) == ["file-outside"]
    (inside / "bodies.yaml").symlink_to(inside / "bodies.yaml")
    with pytest.raises(Unreadable, match="file-outside"):
        within(inside, "bodies.yaml")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"bodyes.yaml": "b: {}"}, [("file-not-part", "bodies.yaml")]),
        ({"qqqq.yaml": "{"}, [("file-not-part", None)]),
        ({"tenurs.csv": "who"}, [("file-not-part", "tenures.csv")]),
        ({"bodies.yaml": "{"}, [("syntax-wrong", None)]),
        ({"aims.yaml": "y: {}"}, [("section-twice", None)]),
        ({"tenures.csv": "who,nme\na,b"}, [("column-unknown", "name")]),
        ({"bodies.yaml": ""}, [("file-empty", None)]),
        ({"bodies.yaml": "b: {}\nb: {}"}, [("key-twice", None)]),
    ],
)
def test_a_broken_part_leaves_the_rest_to_be_read(
    tmp_path: Path, files: Mapping[str, str], expected: list[tuple[str, str | None]]
) -> None:
    whole = assemble(folder(tmp_path, {"agreement.yaml": HEAD + "aims: {x: {}}\n", **files}))
    assert [(fault.code, fault.suggestion) for fault in whole.faults] == expected
    assert whole.data["aims"] == {"x": {}}


def test_a_stray_file_that_leads_outside_is_not_even_looked_into(tmp_path: Path) -> None:
    inside = folder(tmp_path, {"agreement.yaml": HEAD})
    (inside / "stray.yaml").symlink_to(tmp_path / "secret.yaml")
    whole = assemble(inside)
    assert [fault.code for fault in whole.faults] == ["file-not-part"]
    assert not whole.lost


def test_a_missing_table_is_told_where_it_is_named(tmp_path: Path) -> None:
    (fault,) = assemble(folder(tmp_path, {"agreement.yaml": HEAD + "tenures:\n  - nope.csv\n"})).faults
    assert (fault.code, fault.place.line, fault.place.column, fault.path) == ("file-missing", 4, 5, "tenures")


def test_a_table_that_is_named_is_no_stray_file(tmp_path: Path) -> None:
    whole = assemble(folder(tmp_path, {"agreement.yaml": HEAD + "tenures: tenure.csv\n", "tenure.csv": "who\na\n"}))
    assert not whole.faults


def test_versions_that_are_no_mapping_are_left_for_the_validator(tmp_path: Path) -> None:
    whole = assemble(
        folder(tmp_path, {"agreement.yaml": HEAD + "versions: [a]\n", "versions/2018.yaml": "status: past\n"})
    )
    assert whole.data["versions"] == ["a"]
    assert not whole.is_whole


def test_the_words_of_a_section_that_stands_twice_are_known_to_be_lost(tmp_path: Path) -> None:
    whole = assemble(folder(tmp_path, {"agreement.yaml": HEAD + 'bodies: {b: {}}\nbodies: {c: {name: "N"}}\n'}))
    assert {"c", "N"} <= whole.lost


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file-empty"),
        ("# only\n", "file-empty"),
        ("hej", "mapping-expected"),
        ("[1]", "mapping-expected"),
        ("{", "syntax-wrong"),
    ],
)
def test_what_is_no_mapping_at_all_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    assert refused(path) == [code]


def test_a_folder_without_a_head_is_no_agreement(tmp_path: Path) -> None:
    assert refused(folder(tmp_path, {"bodies.yaml": "b: {}"})) == ["folder-without-agreement"]
    assert refused(tmp_path / "nothing.yaml") == ["file-missing"]
    assert refused(tmp_path / ("x" * 300)) == ["file-unreadable"]


def test_the_agreements_of_a_folder_are_its_files_and_its_folders(tmp_path: Path) -> None:
    inside = folder(tmp_path, {"b.yaml": HEAD, "c/agreement.yaml": HEAD, "d/other.yaml": HEAD, "a.txt": ""})
    assert [path.name for path in agreement_files(inside)] == ["b.yaml", "c"]
    assert list(agreement_files(inside / "c")) == [inside / "c"]
    assert list(agreement_files(inside / "b.yaml")) == [inside / "b.yaml"]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"a.yaml": "a: 1\n", "b.yaml": "b: [\n"}, []),
        ({"a.yaml": "idebur: 1\norganisation: a\n"}, []),
        ({"a.yaml": "a: 1\n", "b.yaml": "idebur: 1\nagrement: b\n"}, ["a.yaml", "b.yaml"]),
        ({"a.yaml": "a: 1\n", "b.yaml": "x: '\nagreement: b\n"}, ["a.yaml", "b.yaml"]),
        ({"a.yaml": "\ufeff'agreement' : b\n"}, ["a.yaml"]),
        ({"a.yaml": "x:\n  agreement: b\n"}, []),
    ],
)
def test_a_folder_in_which_nothing_is_meant_to_be_an_agreement_holds_none(
    tmp_path: Path, files: Mapping[str, str], found: list[str]
) -> None:
    assert [path.name for path in agreement_files(folder(tmp_path, files))] == found


def test_a_link_out_of_a_folder_is_not_looked_into(tmp_path: Path) -> None:
    inside = folder(tmp_path, {"a.yaml": "a: 1\n"})
    (inside / "b.yaml").symlink_to(tmp_path / "secret.yaml")
    assert [path.name for path in agreement_files(inside)] == ["a.yaml", "b.yaml"]  # whoever opens it will refuse it


def test_an_empty_table_is_told_as_empty_and_not_the_file_that_names_it(tmp_path: Path) -> None:
    inside = folder(tmp_path, {"agreement.yaml": HEAD + "tenures:\n  - empty.csv\n", "empty.csv": ""})
    (fault,) = assemble(inside).faults
    assert (fault.code, str(fault.place)) == ("file-empty", f"{inside / 'empty.csv'}:1:1")


def test_a_folder_that_may_not_be_read_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(Unreadable, match="Permission denied"):
        list(agreement_files(tmp_path))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        (True, "true"),
        (1.5, "the number 1.5"),
        ("a", '"a"'),
        ([], "a list"),
        ({}, "a group of fields"),
    ],
)
def test_what_was_found_is_said_in_words(value: object, words: str) -> None:
    assert found_words(value)["en"] == words


@pytest.mark.parametrize(
    ("beside", "codes"),
    [
        ("organisation: choir\n", []),
        ("idebur: 1\nagreement: another\n", []),
        ("- organisation\n", ["file-not-part"]),
        ("organisatoin: choir\n", ["file-not-part"]),
    ],
)
def test_a_file_that_says_itself_what_it_is_may_lie_beside_the_agreement(
    tmp_path: Path, beside: str, codes: list[str]
) -> None:
    """People keep the organisation they ask about where they keep the agreement."""
    whole = assemble(folder(tmp_path, {"agreement.yaml": HEAD, "choir.yaml": beside}))
    assert [fault.code for fault in whole.faults] == codes


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("bodies.yaml", "agreement.yaml"),
        ("versions/2018.yaml", "agreement.yaml"),
        ("signatories.csv", "agreement.yaml"),
        ("agreement.yaml", "agreement.yaml"),
        ("choir.yaml", "choir.yaml"),
        ("events.yaml", "events.yaml"),  # it says itself that it is another agreement
        ("alone/bodies.yaml", "alone/bodies.yaml"),
    ],
)
def test_a_part_stands_for_the_whole(tmp_path: Path, given: str, asked: str) -> None:
    inside = folder(
        tmp_path,
        {
            "agreement.yaml": HEAD,
            "bodies.yaml": "b: {}\n",
            "versions/2018.yaml": "status: past\n",
            "signatories.csv": "who\n",
            "choir.yaml": "organisation: choir\n",
            "events.yaml": HEAD,
        },
    )
    (inside / "alone").mkdir()
    (inside / "alone" / "bodies.yaml").write_text("b: {}\n", encoding="utf-8")
    assert list(agreement_files(inside / given)) == [inside / asked]
