"""The agreement: its present state on top, its other versions beside it, and every key answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from pydantic import ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from idebur.absence import NOT_SAID, Maybe, one_said
from idebur.citations import Cite, Cites
from idebur.content import Content, Version
from idebur.elements import Element, Keyed, Part
from idebur.errors import AmbiguousKey, UnknownKey
from idebur.misnaming import Misnamed, misnamed
from idebur.names import Names, element_at, version_names
from idebur.said import Key, Said
from idebur.several import Several
from idebur.text import Language, Text
from idebur.visits import Path, elements, fields_of, walk, written_path
from idebur.vocabulary import Vocabularies, Words

__all__ = ["Acceptance", "Agreement", "Version", "all_misnamed", "elements", "names_of", "walk"]


class Acceptance(Part):
    """A finding that is accepted as it is: which, where, and for what reason."""

    code: Key
    """The code of the finding."""

    at: Maybe[str] = NOT_SAID
    """The path of the element, ``bodies.partnership``; what stands below is accepted too. Left out, everywhere."""

    because: Text
    """The reason."""


class Agreement(Content):
    """A cross-sector agreement: what the text says, whole.

    The sections on top hold how it is now; :attr:`versions` holds what was and what is proposed, in the same sections.
    A key or a path answers for the element that bears it, ``agreement["partnership"]``.
    """

    idebur: Literal[1] = 1
    """The version of the file format."""

    agreement: Key
    """The key of the agreement."""

    language: Language = "sv"
    """The language of every text that does not say its own."""

    words: Words = Words()
    """The words that it adds to the vocabularies, or gives a new label."""

    versions: Keyed[Version] = Keyed()
    """Its other states: past, proposed."""

    accepted: tuple[Acceptance, ...] = ()
    """The findings that are accepted as they are."""

    @property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies as this agreement has them."""
        return Vocabularies(self.words)

    def __getitem__(self, name: str | int) -> Element:
        """Give the element that *name* means: a key, or a dotted path where the key is not alone.

        A name is looked up in the present; ``versions.proposed`` is that version, and ``versions.proposed.plan`` what
        the version itself calls so. A number asks for its digits.

        Raises:
            UnknownKey: nothing is called so.
            AmbiguousKey: several elements are; the error lists their paths.
        """
        return element_at(self, self.path_of(name))

    def __contains__(self, name: object) -> bool:
        """Whether :meth:`__getitem__` finds one element of that name."""
        try:
            return isinstance(name, (str, int)) and bool(self.path_of(name))
        except (UnknownKey, AmbiguousKey):
            return False

    def path_of(self, name: str | int) -> Path:
        """The path of the element that *name* means, as :meth:`__getitem__` finds it.

        Raises:
            UnknownKey, AmbiguousKey: as :meth:`__getitem__`.
        """
        asked = str(name)
        within, _, rest = asked.partition(".")
        if within != "versions" or not rest:
            names = names_of(self)
            if asked in self.versions and not names.paths(asked):
                raise UnknownKey(asked, "element", (f"versions.{asked}",))
            return _path_among(names, asked, ())
        key, _, rest = rest.partition(".")
        if key not in self.versions:
            raise UnknownKey(asked, "element", tuple(f"versions.{one}" for one in self.versions))
        at: Path = ("versions", key)
        return _path_among(Names(self.versions[key], self.vocabularies), rest, at) if rest else at

    def cites_of(self, at: str | Path, field: str | None = None) -> Cites:
        """Give what an element rests on: its own citations, or else those of the nearest element around it.

        *at* is a key or a dotted path of the present, or a path from the top (``("versions", "2018", "aims", "x")``);
        *field*, as written in a file, asks for the citations of one field. The document that a citation leaves out is
        filled in.

        Raises:
            UnknownKey: nothing is called so, or nothing stands at such a path.
            AmbiguousKey: as :meth:`__getitem__`.
        """
        path = self.path_of(at) if isinstance(at, str) else at
        here: Any = self
        found, source = self.cites, one_said(self.source)
        for step in path:
            here = _step(here, step, path)
            if isinstance(here, Version):  # what it says does not rest on what the present rests on
                found, source = here.cites, one_said(here.source) or source
            elif isinstance(here, (Element, Part)) and here.cites:
                found = here.cites
        return Cites([cite.filled(source) for cite in (found if field is None else found.of(field))])

    def asserters(self, cite: Cite) -> Several[str]:
        """Give who asserts what a citation is for: whoever it names, or else those who made the cited document."""
        if cite.asserted_by is not None:
            return Several([cite.asserted_by])
        document = cite.at.document or one_said(self.source)
        known = document is not None and document in self.documents
        return self.documents[str(document)].by if known else Several(absence=NOT_SAID)

    @model_validator(mode="after")
    def _every_name_stands_for_something(self, info: ValidationInfo) -> Agreement:
        """Refuse a name that stands for nothing: later questions would be meaningless.

        The loader asks for these itself (``context={"names": False}``), so that a fault of type elsewhere hides none.
        """
        if isinstance(info.context, dict) and info.context.get("names") is False:
            return self
        frameworks = info.context.get("frameworks", {}) if isinstance(info.context, dict) else {}
        wrong = tuple(all_misnamed(self, frameworks))
        if wrong:
            said = "; ".join(f"{written_path(one.path)}: {one.code} {one.params.get('found', '')!r}" for one in wrong)
            raise PydanticCustomError("names", "{said}", {"said": said, "misnamed": wrong})
        return self


def _path_among(names: Names, name: str, at: Path) -> Path:
    """The path, from *at* on, of what *name* means among the names of one state."""
    paths = names.paths(name)
    if not paths:
        before = "".join(f"{part}." for part in at)
        raise UnknownKey(f"{before}{name}", "element", tuple(f"{before}{one}" for one in names.dotted))
    whole = [path for path in paths if len(path) == min(map(len, paths))]
    if len(whole) > 1:
        raise AmbiguousKey(name, tuple(written_path((*at, *path)) for path in paths))
    return (*at, *whole[0])


def _step(here: Any, step: str | int, path: Path) -> Any:
    """What stands one step further on a path from the top."""
    if isinstance(here, Said) and isinstance(step, str):
        fields = fields_of(type(here))
        name = step.replace("-", "_")
        if name in fields:
            return getattr(here, name)
        raise UnknownKey(written_path(path), "element", tuple(field.alias for field in fields.values()))
    try:
        return here[step]
    except (LookupError, TypeError):
        raise UnknownKey(written_path(path), "element") from None


def names_of(
    agreement: Agreement,
    frameworks: Mapping[str, Content] | None = None,
    written: Callable[[Path], str | None] | None = None,
    lost: frozenset[str] = frozenset(),
) -> Names:
    """The names that can be used in the present state of an agreement."""
    return Names(
        agreement,
        agreement.vocabularies,
        frameworks=frameworks,
        versions=frozenset(agreement.versions),
        own_key=agreement.agreement,
        written=written,
        lost=lost,
    )


def all_misnamed(
    agreement: Agreement,
    frameworks: Mapping[str, Content] | None = None,
    written: Callable[[Path], str | None] | None = None,
    lost: frozenset[str] = frozenset(),
) -> Iterator[Misnamed]:
    """Find every name that stands for nothing, in the present and in every version.

    *frameworks* are the agreements and codes that can be referred to; *written* gives the rule at a path as its author
    wrote it, where it comes from a file; *lost*
    are names in what could not be read, and are not called wrong.
    """
    present = names_of(agreement, frameworks, written, lost)
    yield from misnamed(present)
    for key, names in version_names(present, agreement.versions):
        yield from misnamed(names, names.content, ("versions", key))
    for vocabulary in agreement.words:
        if vocabulary not in agreement.vocabularies.names():
            known = agreement.vocabularies.names()
            params = {"found": vocabulary, "known": tuple(sorted(known))}
            yield Misnamed(("words", vocabulary), "unknown-vocabulary", params, present.nearest(vocabulary, known))
