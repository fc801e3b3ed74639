"""Reading takes work in proportion to the size of the file, however much is wrong in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from idebur.errors import Unreadable
from idebur.files import load

HEAD = "idebur: 1\nagreement: a\n"


def _unknown_names(number: int) -> str:
    rule = " and ".join(f"q{i}zz" for i in range(number))
    return f"{HEAD}parties: {{r: {{rule: {rule}}}}}\n"


def _unknown_names_quoted_in_long_blanks(number: int) -> str:
    rule = " and   \n\n    ".join(f"q{i}\\x7Az" for i in range(number))
    return f'{HEAD}parties: {{r: {{rule: "{rule}"}}}}\n'


def _unknown_names_beside_facts(number: int) -> str:
    facts = "".join(f"  f{i}xx: {{type: yes-no}}\n" for i in range(number))
    return f"{_unknown_names(number)}facts:\n{facts}"


def _unknown_values(number: int) -> str:
    values, words = (", ".join(f"{one}{i}xx" for i in range(number)) for one in "fq")
    return (
        f'{HEAD}facts: {{w: {{type: word, values: [{values}]}}}}\nparties: {{r: {{rule: "w is any of ({words})"}}}}\n'
    )


def _one_unknown_name_in_each_rule(number: int) -> str:
    facts = "".join(f"  f{i}xx: {{type: yes-no}}\n" for i in range(number))
    return f"{HEAD}facts:\n{facts}parties:\n" + "".join(f"  r{i}: {{rule: q{i}zz}}\n" for i in range(number))


def _cited(cites: str, number: int) -> str:
    places = ", ".join(f"p{i}" for i in range(number))
    aims = "".join(f"  a{i}: {{cites: {cites.format(i)}}}\n" for i in range(number))
    return f"{HEAD}source: t\ndocuments: {{t: {{places: [{places}]}}}}\naims:\n{aims}"


def _unknown_places(number: int) -> str:
    return _cited("q{}.3", number)


def _known_places(number: int) -> str:
    return _cited("p{}.3", number)


def _replaced(number: int) -> str:
    old = "".join(f"  a{i}: {{}}\n" for i in range(number))
    new = "".join(f"      b{i}: {{replaces: a{i}}}\n" for i in range(number))
    return f"{HEAD}aims:\n{old}versions:\n  next:\n    amends: present\n    aims:\n{new}"


def _calls(path: Path, text: str) -> int:
    """How many functions are called, ours and built-in ones, to read a file."""
    path.write_text(text, "utf-8")
    counted = count()

    def called(frame: Any, event: str, argument: Any) -> None:  # noqa: ARG001 - as Python calls it
        if event in ("call", "c_call"):
            next(counted)

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        load(path)
    except Unreadable:
        pass
    finally:
        sys.setprofile(before)
    return next(counted)


@pytest.mark.parametrize(
    "file",
    [
        _unknown_names,
        _unknown_names_quoted_in_long_blanks,
        _unknown_names_beside_facts,
        _unknown_values,
        _one_unknown_name_in_each_rule,
        _unknown_places,
        _known_places,
        _replaced,
    ],
)
def test_four_times_the_file_is_about_four_times_the_work(file: Callable[[int], str], tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    _calls(path, file(10))  # what is worked out once, whatever the file
    assert _calls(path, file(800)) < 6 * _calls(path, file(200))
