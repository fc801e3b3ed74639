"""Three ways of not having a value: not said, stated not to exist, and stated but vague.

They are written the same everywhere::

    notice: not-said                        # the text is silent                 -> unknown
    action-plan: none                       # the text says there is none        -> no
    action-plan: {said: none, instead: documentation, cites: comparison.3}
    members: {said: not-said, count: about 50}   # how many, but not which
    notice: {vague: skälig}                 # said, without an amount            -> unknown, the word is the reason
    people: {vague: drygt 50, over: 50}     # said, with a bound
    when: [{said: 2017-05-24, cites: a}, {said: 2017-06-14, cites: b}]    # sources that differ, side by side

A field that is left out *is* not said. There is no fourth state and no ``None``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, NoReturn, TypeVar, final

from attrs import evolve, field, frozen
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from idebur.answers import Answer
from idebur.citations import Cites
from idebur.errors import Undecided
from idebur.notation.amounts import Amount
from idebur.notation.dates import Date
from idebur.notation.notated import DEFINED_AS
from idebur.said import IfGiven, Ref, Said, within

__all__ = [
    "CLAIM_FIELDS",
    "MAYBE",
    "NONE",
    "NOT_SAID",
    "Absence",
    "Claim",
    "Claims",
    "Maybe",
    "Vague",
    "exists",
    "is_absence",
    "one_said",
]

T = TypeVar("T")


@final
class Absence(Said):
    """That a value is missing, and how: the text is silent (``not-said``), or says that there is none (``none``)."""

    said: Literal["not-said", "none"]
    """``not-said`` where the text is silent, ``none`` where it says that there is none."""

    instead: IfGiven[Annotated[str, Ref("element")]] = None
    """The element that stands in its place, where there is one."""

    count: IfGiven[Amount] = None
    """How many there are, where the text says that but not which."""

    cites: Cites = Cites()
    """Where the absence is stated."""

    @property
    def is_stated(self) -> bool:
        """Whether the text itself says that there is none."""
        return self.said == "none"

    @property
    def exists(self) -> Answer:
        """Whether what is absent exists: no where its absence is stated, yes where only which is not said."""
        if self.is_stated:
            return Answer.NO
        if self.count is None:
            return Answer.UNKNOWN
        return Answer.YES if self.count.about else self.count.at_least(1)

    def __bool__(self) -> NoReturn:
        """Refuse: silence is neither true nor false.

        Raises:
            Undecided: always.
        """
        raise Undecided(f"{self.said!r} is not a truth value; compare with NOT_SAID or NONE")

    def written(self) -> Any:
        """Give it as it is written in a file."""
        if self.instead is None and self.count is None and not self.cites:
            return self.said
        long: dict[str, Any] = {"said": self.said}
        if self.instead is not None:
            long["instead"] = self.instead
        if self.count is not None:
            long["count"] = self.count.written()
        if self.cites:
            long["cites"] = self.cites.written()
        return long

    def __repr__(self) -> str:
        plain = {"not-said": "NOT_SAID", "none": "NONE"}
        return plain[self.said] if isinstance(self.written(), str) else f"Absence({self.written()!r})"


@final
class Vague(Said):
    """Something said without an amount, with the source's own word kept and whatever bound it does give.

    >>> Vague(vague="drygt 70", over=Amount.parse("70")).vague
    'drygt 70'
    """

    vague: str
    """The word of the source: *skälig*, *regelbunden*, *vid behov*."""

    over: IfGiven[Amount] = None
    """A bound from below that the word still gives."""

    under: IfGiven[Amount] = None
    """A bound from above that the word still gives."""

    cites: Cites = Cites()
    """Where it is said."""

    def written(self) -> dict[str, Any]:
        """Give it as it is written in a file."""
        long: dict[str, Any] = {"vague": self.vague}
        if self.over is not None:
            long["over"] = self.over.written()
        if self.under is not None:
            long["under"] = self.under.written()
        if self.cites:
            long["cites"] = self.cites.written()
        return long

    def __str__(self) -> str:
        return self.vague


# Made without the validator, which would otherwise be built on import.
NOT_SAID = Absence.model_construct(said="not-said")
"""The text is silent: the value of every field that is left out."""

NONE = Absence.model_construct(said="none")
"""The text says that there is none."""


@frozen
class Claim(Generic[T]):
    """One source's word on a value: what it says, where, and for which time."""

    said: T | Absence | Vague
    cites: Cites = field(factory=Cites)
    since: Date | None = None
    until: Date | None = None


@final
@frozen
class Claims(Generic[T]):
    """What several sources say of one value, side by side; the model does not decide between them."""

    claims: tuple[Claim[T], ...]

    def __iter__(self) -> Iterator[Claim[T]]:
        return iter(self.claims)

    @property
    def agree(self) -> bool:
        """Whether all of them say the same."""
        return len({claim.said for claim in self.claims}) == 1


class _Maybe:
    """The schema of ``Maybe[T]``: tells absences from values by their form alone, so that ``T`` is tried once."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # A class that reads itself is asked directly: the way round by the validator would double the time.
        own = getattr(source, "validated", None)
        read = _read if own is None else lambda value, _: _read(value, own)
        return core_schema.no_info_wrap_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"enum": ["not-said", "none"], DEFINED_AS: "Unsettled"}]}


MAYBE = _Maybe()
"""Marks what may also be absent, vague, or said differently by different sources."""

if TYPE_CHECKING:
    Maybe = Annotated[T | Absence | Vague | Claims[T], MAYBE]
else:  # the mark alone tells pydantic all, and the union would be put together anew for each of some fifty kinds

    class Maybe:
        """A value that the text may leave out, deny, give vaguely, or give differently in different sources."""

        def __class_getitem__(cls, kind):
            return Annotated[kind, MAYBE]


_SAID_BY_FIELD = frozenset({"said", "instead", "count", "cites"})
CLAIM_FIELDS = ("said", "cites", "since", "until")
"""The fields of one source's word on a value, as written in a file."""


def is_absence(value: Any) -> bool:
    """Whether a value, as written in a file, is one of the ways of having none."""
    return (isinstance(value, str) and value in ("not-said", "none")) or (
        isinstance(value, Mapping) and value.get("said") in ("not-said", "none")
    )


def _read(value: Any, handler: Callable[[Any], Any]) -> Any:
    if isinstance(value, str):
        if value == "not-said":
            return NOT_SAID
        if value == "none":
            return NONE
        return handler(value)
    if isinstance(value, Mapping):
        if "said" in value:
            if value["said"] in ("not-said", "none") and value.keys() <= _SAID_BY_FIELD:
                return Absence.model_validate(value)
            return Claims((_claim(value, handler),))
        if "vague" in value:
            return Vague.model_validate(value)
        return handler(value)
    if isinstance(value, (Absence, Vague, Claims)):
        return _made(value, handler)
    if isinstance(value, list) and value and all(isinstance(one, Mapping) and "said" in one for one in value):
        if len(value) == 1:  # a list of one says what it says without the list, so the two are the same value
            return within(partial(_read, handler=handler), value[0], 0)
        return Claims(tuple(within(partial(_claim, handler=handler), one, number) for number, one in enumerate(value)))
    if value is None:
        raise PydanticCustomError("value-empty", "empty")
    return handler(value)


def _made(value: Absence | Vague | Claims[Any], handler: Callable[[Any], Any]) -> Any:
    """Read what was made in Python as it would be read from a file: one source's word that there is nothing is that."""
    if not isinstance(value, Claims):
        return value
    if not value.claims:
        raise PydanticCustomError("list-empty", "empty list")
    claims = tuple(
        evolve(claim, said=within(partial(_read, handler=handler), claim.said, number, "said"))
        for number, claim in enumerate(value)
    )
    (first, *others) = claims
    if not others and first.said in (NOT_SAID, NONE) and first.since is first.until is None:
        return Absence(said=first.said.said, cites=first.cites) if first.cites else first.said
    return Claims(claims)


class _ClaimFrame(Said):
    cites: Cites = Cites()
    """Where it is said."""

    since: IfGiven[Date] = None
    """From when it holds, by this source."""

    until: IfGiven[Date] = None
    """Until when it holds, by this source."""


def _claim(value: Mapping[str, Any], handler: Callable[[Any], Any]) -> Claim[Any]:
    said = within(partial(_read, handler=handler), value["said"], "said")
    rest = _ClaimFrame.model_validate({name: part for name, part in value.items() if name != "said"})
    return Claim(said, rest.cites, rest.since, rest.until)


def one_said(value: T | Absence | Vague | Claims[T]) -> T | None:
    """Give the one value that is said, or ``None`` where there is none, it is vague, or the sources differ.

    For code that has nothing to say about *why* there is no value; an answer with reasons looks at the value itself.

    >>> one_said(NOT_SAID) is None, one_said(5)
    (True, 5)
    """
    # Asked of nearly everything, and `isinstance` would ask pydantic's classes, which takes three times as long.
    if type(value) is Absence or type(value) is Vague:
        return None
    if isinstance(value, Claims):
        return one_said(value.claims[0].said) if value.agree else None
    return value


def exists(value: Any) -> Answer:
    """Whether something is there: yes for any value (a vague one too), no where it is denied, else unknown."""
    if isinstance(value, Absence):
        return value.exists
    if isinstance(value, Claims):
        answers = {exists(claim.said) for claim in value}
        return answers.pop() if len(answers) == 1 else Answer.UNKNOWN
    return Answer.YES
