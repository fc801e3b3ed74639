"""Reading a list piece by piece: what comes out, what is asked how often, and what is said to be wrong."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from idebur.errors import Unreadable
from idebur.files import load
from idebur.files.piecemeal import Piecemeal

NUMBERS: TypeAdapter[list[int]] = TypeAdapter(list[int])


class Asked:
    """A reader of numbers that counts how often it was given each text."""

    def __init__(self) -> None:
        self.texts: list[Any] = []

    def __call__(self, items: list[Any]) -> list[Any]:
        self.texts += [item for item in items if isinstance(item, str)]
        return NUMBERS.validate_python(items)


def wrong(items: list[Any], read: Piecemeal, asked: Asked) -> list[tuple[Any, ...]]:
    try:
        found = read.read("number", asked, items)
    except ValidationError as error:
        return [(detail["type"], detail["loc"], detail["input"]) for detail in error.errors()]
    assert found == [int(item) for item in items]
    return []


@given(st.lists(st.from_regex(r"[0-9]{3,9}|[a-z]{3,9}", fullmatch=True), max_size=40))
def test_what_is_wrong_is_what_the_whole_list_is_refused_for(items: list[str]) -> None:
    try:
        NUMBERS.validate_python(items)
        whole = []
    except ValidationError as error:
        whole = [(detail["type"], detail["loc"], detail["input"]) for detail in error.errors()]
    assert wrong(items, Piecemeal(), Asked()) == whole


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_what_was_sound_is_not_read_again_when_the_rest_is_mended(sound: list[bool]) -> None:
    """Each item is an object of its own, as the values of a file are."""
    items = [f"{1000 + number}" if is_sound else f"x{number}" for number, is_sound in enumerate(sound)]
    pieces = Piecemeal()
    wrong(items, pieces, Asked())
    mended = [item if item.isdigit() else f"{number + 5000}" for number, item in enumerate(items)]
    again = Asked()
    assert wrong(mended, pieces, again) == []
    assert set(again.texts) == (set(mended) if all(sound) else set(mended) - set(items))


def test_one_object_is_read_for_each_kind() -> None:
    """An alias lets one object stand in two lists that are read differently."""
    pieces, both = Piecemeal(), ["1000", "x"]
    wrong(both, pieces, Asked())
    texts = TypeAdapter(list[str])
    assert pieces.read("text", texts.validate_python, both[:1]) == ["1000"]


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_is_as_it_was_after_loading(tmp_path: Path, collecting: bool) -> None:
    """Whether the file was read or refused."""
    sound, faulty = tmp_path / "sound.yaml", tmp_path / "faulty.yaml"
    sound.write_text("agreement: x\ntitle: y\n", "utf-8")
    faulty.write_text("agreement: x\nttle: y\n", "utf-8")
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        load(sound)
        assert gc.isenabled() == collecting
        with pytest.raises(Unreadable):
            load(faulty)
        assert gc.isenabled() == collecting
    finally:
        (gc.enable if before else gc.disable)()
