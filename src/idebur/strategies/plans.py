"""What is drawn for each class of the model, read off its annotations: a class or a field more costs no edit here.

What is drawn is a *plan*: plain data as in a file, where every name is still to be chosen (:mod:`.resolving`). So all
draws are small and independent of each other, nothing is thrown away, and a plan shrinks by leaving things out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic.fields import FieldInfo

from idebur.absence import MAYBE
from idebur.agreement import Acceptance, Agreement
from idebur.citations import Cites
from idebur.content import Content, Version
from idebur.elements import Element, Keyed
from idebur.notation.amounts import Amount
from idebur.notation.cadences import Cadence
from idebur.notation.dates import Date
from idebur.parties import Tenure
from idebur.rules import Rule
from idebur.rules.facts import Fact
from idebur.said import In, Key, Ref, Said
from idebur.several import Audience, Pairs, Several, Who
from idebur.strategies.of_values import languages
from idebur.strategies.resolving import Absent, Cited, Form, Held, Mapped, Named, Relative, Ruled, Worded
from idebur.text import Language, Text
from idebur.visits import fields_of
from idebur.vocabulary import shipped

__all__ = ["Leaves", "Plans", "nested", "sections"]

Plan = Any
"""Plain data, with values of :mod:`.resolving` where names are still to be chosen."""

_PROPERTIES = ("not-yet", "over", "counts", "votes", "signed", "joins", "leaves", "approves", "tells", "stage", "then")
_DEEPEST = 2
_OFTEN = ("documents", "parties", "bodies")
"""The sections that most others refer to."""


@frozen
class Leaves:
    """The strategies for what stands in single fields."""

    keys: SearchStrategy[str]
    texts: SearchStrategy[Text]
    dates: SearchStrategy[Date]
    amounts: SearchStrategy[Amount]
    cadences: SearchStrategy[Cadence]
    rules: SearchStrategy[Rule]


def sections() -> Mapping[str, type[Said]]:
    """The sections that hold elements by key, as written in a file, with the class of what they hold."""
    return nested(Content)


def nested(kind: type[Said]) -> Mapping[str, type[Said]]:
    """The fields of *kind* that hold elements by key, as written in a file, with the class of what they hold."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        field.alias: get_args(hints[name])[0]
        for name, field in fields_of(kind).items()
        if get_origin(hints[name]) is Keyed
    }


def _ruled(drawn: tuple[Rule, int | None]) -> Ruled:
    return Ruled(*drawn)


def _cited(drawn: tuple[int, int, str]) -> Cited:
    return Cited(*drawn)


def _relative(drawn: tuple[str, int]) -> Relative:
    return Relative(*drawn)


def _called(name: str, value: Plan) -> tuple[str, Plan]:
    return name, value


def _content(drawn: tuple[list[tuple[str, Plan]], list[tuple[str, str, Plan]]]) -> Plan:
    """Put elements into their sections."""
    found = dict(drawn[0])
    for section, key, element in drawn[1]:
        if not isinstance(found.get(section), dict) or isinstance(found[section], Form):
            found[section] = {}
        found[section][key] = element
    return found


def _weight(field: str, annotation: Any) -> int:
    """How often a field is drawn: most often what holds fields of its own, seldom what every element has."""
    if field in Element.model_fields:
        return 2 if field == "cites" else 1
    whole = str(annotation)
    return 15 if "Keyed" in whole else 6 if "tuple[" in whole else 3


def _some(one: SearchStrategy[Plan], most: int) -> SearchStrategy[list[Plan]]:
    """Draw a list that is as often long as short: left alone, Hypothesis seldom draws long ones of what is large."""
    return st.one_of(st.lists(one, max_size=most // 2), st.lists(one, min_size=most // 2, max_size=most))


def weighted(*choices: tuple[int, SearchStrategy[Plan]]) -> SearchStrategy[Plan]:
    """Draw from one of *choices*, each as often as its weight says; it shrinks towards the first.

    ``st.one_of`` would take several of the same for one, and each of the branches of a choice for a choice.
    """
    table = [strategy for weight, strategy in choices for _ in range(weight)]
    return st.integers(0, len(table) - 1).flatmap(table.__getitem__)


class Plans:
    """The strategies for plans of every class of the model, with the same leaves everywhere."""

    def __init__(self, leaves: Leaves) -> None:
        self._index = st.integers(0, 99)
        self._key = leaves.keys
        self._made: dict[tuple[type[Said], int], SearchStrategy[Plan]] = {}
        index, none = self._index, st.none()
        extra = st.one_of(none, index)
        period = st.sampled_from(("at least 1 before ", "at need, 1 after "))
        cadence: SearchStrategy[Plan] = leaves.cadences.map(Cadence.written)
        self._plain: dict[Any, SearchStrategy[Plan]] = {
            bool: st.booleans(),
            str: leaves.keys.map("bodies.".__add__),
            int: st.integers(0, 9),
            Key: leaves.keys,
            Language: languages(),
            Text: leaves.texts.map(Text.written),
            Date: leaves.dates.map(Date.written),
            Amount: leaves.amounts.map(Amount.written),
            Cadence: weighted((3, cadence), (1, st.tuples(period, index).map(_relative))),
            Rule: st.tuples(leaves.rules, extra).map(_ruled),
            Who: self._who(),
            Cites: self._cites(leaves.texts),
        }
        absent = Absent.of({"said": st.sampled_from(("not-said", "none"))}, instead=self.name("element"))
        cited = Absent.of({"said": st.sampled_from(("not-said", "none"))}, cites=self._plain[Cites])
        counted = Form.of({"said": st.just("not-said"), "count": self._plain[Amount]})
        self._absence = weighted((3, st.sampled_from(("not-said", "none"))), (1, absent), (1, cited), (1, counted))
        amount = self._plain[Amount]
        word = st.sampled_from(("skälig", "vid behov", "ca 50", "regelbunden"))
        self._vague = st.one_of(
            Form.of({"vague": word}),
            Form.of({"vague": word, "over": amount}),
            Form.of({"vague": word, "under": amount}, cites=self._plain[Cites]),
        )

        actor = self.name("actor")
        cadences = self._pairs(actor, self._maybe(self._plain[Cadence]))
        self._plain[Audience] = weighted((1, actor), (1, st.lists(actor, min_size=1, max_size=3)), (3, cadences))

    def name(self, kind: str) -> SearchStrategy[Plan]:
        """A name of something of *kind*, to be chosen among those there are."""
        return self._index.map(partial(Named, kind))

    def word(self, vocabulary: str) -> SearchStrategy[Plan]:
        """A word of *vocabulary*, to be chosen among the shipped and the agreement's own."""
        return self._index.map(partial(Worded, vocabulary))

    def agreement(self, *, versions: bool) -> SearchStrategy[Plan]:
        """The plan of a whole agreement; it shrinks towards its two obligatory fields."""
        version = self.of(Version)
        some = st.lists(st.tuples(self._key, version), max_size=2).map(dict) if versions else st.just({})
        rest = {
            "language": st.sampled_from(("sv", "en")),
            "words": self._words(),
            "accepted": st.lists(self.of(Acceptance), min_size=1, max_size=2),
        }
        head = [strategy.map(partial(_called, name)) for name, strategy in rest.items()]
        return st.tuples(
            self._key, self._content(Agreement), some, st.lists(st.one_of(head), max_size=2).map(dict)
        ).map(
            lambda drawn: {"agreement": drawn[0]} | drawn[3] | drawn[1] | ({"versions": drawn[2]} if drawn[2] else {})
        )

    def of(self, kind: type[Said], depth: int = 0) -> SearchStrategy[Plan]:
        """The plan of one value of *kind*; it shrinks towards nothing but its obligatory fields.

        What stands *depth* deep in others of its sort is smaller, and three deep holds no more of them.
        """
        if (kind, depth) not in self._made:
            self._made[kind, depth] = st.deferred(lambda: self._build(kind, depth))
        return self._made[kind, depth]

    def _build(self, kind: type[Said], depth: int) -> SearchStrategy[Plan]:
        if issubclass(kind, Content):
            return self._content(kind)
        some = self._some_fields(kind, depth)
        if kind is not Tenure:
            return some
        new = {"who": self._key, "name": self._plain[Text]}  # an organisation not named elsewhere
        return st.one_of(some, st.tuples(some, st.fixed_dictionaries(new)).map(lambda drawn: drawn[0] | drawn[1]))

    def _content(self, kind: type[Content]) -> SearchStrategy[Plan]:
        """The plan of a whole content: some single fields, and some elements, each in its section."""
        held = sections()
        fields = {alias: plan for alias, plan in self._fields(kind).items() if alias not in held}
        fields |= dict.fromkeys(held, self._absence)
        single = weighted(
            *((1 if alias in held else 3, plan.map(partial(_called, alias))) for alias, plan in fields.items())
        )
        elements = weighted(
            *(
                (3 if alias in _OFTEN else 2, st.tuples(st.just(alias), self._key, self._one(self.of(inner))))
                for alias, inner in held.items()
            )
        )
        fewer = 2 if kind is Version else 1
        return st.tuples(_some(single, 6 // fewer), _some(elements, 12 // fewer)).map(_content)

    def _some_fields(self, kind: type[Said], depth: int) -> SearchStrategy[Plan]:
        fields = self._fields(kind, depth)
        needed = {
            field.alias: fields.pop(field.alias)
            for name, field in fields_of(kind).items()
            if kind.model_fields[name].is_required()
        }
        hints = {field.alias: kind.model_fields[name].annotation for name, field in fields_of(kind).items()}
        weights = ((_weight(alias, hints[alias]), plan.map(partial(_called, alias))) for alias, plan in fields.items())
        some = _some(weighted(*weights), (8, 4, 2)[depth])
        if not needed:
            return some.map(dict)
        return st.tuples(some, st.fixed_dictionaries(needed)).map(lambda drawn: {**dict(drawn[0]), **drawn[1]})

    def _fields(self, kind: type[Said], depth: int = 0) -> dict[str, SearchStrategy[Plan]]:
        """A strategy for each field, as written in a file; the fields of the file itself are left to the whole."""
        hints = get_type_hints(kind, include_extras=True)
        whole = {"idebur", "agreement", "language", "words", "versions", "accepted"} if kind is Agreement else set()
        found = {
            field.alias: self._value(hints[name], depth)
            for name, field in fields_of(kind).items()
            if name not in whole and (depth < _DEEPEST or get_origin(hints[name]) is not Keyed)
        }
        if issubclass(kind, Content):
            found.pop("replaces", None)  # it would replace an element of a section, and is itself in none
        if kind is Fact:
            found["vocabulary"] = st.sampled_from(sorted(shipped()))
        return found

    def _value(self, annotation: Any, depth: int = 0) -> SearchStrategy[Plan]:
        for known, plan in self._plain.items():
            if annotation == known:
                return plan
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._marked(arguments[0], arguments[1:])
        if origin is Several:
            return self._several(self._value(arguments[0]))
        if origin is Keyed:
            return self._keyed(self.of(arguments[0], depth + 1))
        if origin is Pairs:
            return self._pairs(self._value(arguments[0]), self._value(arguments[1]))
        if origin is tuple:
            return st.lists(self._value(arguments[0]), max_size=3)
        if origin is Literal:
            return st.sampled_from(arguments)
        if origin in (Union, UnionType):
            return st.one_of([self._value(one) for one in arguments])
        if isinstance(annotation, type) and issubclass(annotation, Said):
            return self.of(annotation)
        raise TypeError(f"no strategy for {annotation}: give it one in idebur.strategies.plans")

    def _marked(self, bare: Any, marks: tuple[Any, ...]) -> SearchStrategy[Plan]:
        if MAYBE in marks:
            marks = tuple(mark for mark in marks if mark is not MAYBE)
            return self._maybe(self._value(Annotated[bare, *marks] if marks else bare))
        for mark in marks:
            match mark:
                case Ref(kind="new-place"):
                    return st.one_of(self._key, st.tuples(self._key, self._key).map(".".join))
                case Ref():
                    return self.name(mark.kind)
                case In():
                    return self.word(mark.vocabulary)
                case FieldInfo() if bare is int:
                    return st.integers(0, 12)
                case _:
                    continue
        return self._value(bare)

    def _maybe(self, value: SearchStrategy[Plan]) -> SearchStrategy[Plan]:
        claim = st.one_of(
            Form.of({"said": value}, cites=self._plain[Cites]),
            Form.of({"said": value, "since": self._plain[Date]}),
            Form.of({"said": self._vague, "until": self._plain[Date]}, cites=self._plain[Cites]),
            Form.of({"said": st.sampled_from(("none", "not-said"))}, cites=self._plain[Cites]),
        )
        claims = st.lists(claim, min_size=1, max_size=3)
        return weighted((6, value), (1, self._absence), (1, self._vague), (1, claim), (1, claims))

    def _several(self, value: SearchStrategy[Plan]) -> SearchStrategy[Plan]:
        some = st.lists(value, min_size=1, max_size=3)
        return weighted((2, value), (2, some), (1, Form.of({"among-others": some})), (1, self._absence))

    def _keyed(self, value: SearchStrategy[Plan]) -> SearchStrategy[Plan]:
        some = st.lists(st.tuples(self._key, self._one(value)), min_size=1, max_size=3).map(Held)
        return weighted((6, some), (1, self._absence))

    def _one(self, value: SearchStrategy[Plan]) -> SearchStrategy[Plan]:
        return weighted((8, value), (1, self._absence))

    def _pairs(self, key: SearchStrategy[Plan], value: SearchStrategy[Plan]) -> SearchStrategy[Plan]:
        some = st.lists(st.tuples(key, value), min_size=1, max_size=3).map(tuple).map(Mapped)
        return weighted((5, some), (1, st.sampled_from(("not-said", "none"))))

    def _who(self) -> SearchStrategy[Plan]:
        actor = self.name("actor")
        some = st.lists(actor, min_size=1, max_size=3)
        open_list = Form.of({"among-others": some})
        actors = weighted((3, actor), (2, some), (1, open_list), (1, st.sampled_from(("not-said", "none"))))
        pairs = st.lists(st.tuples(self.word("verb"), actors), min_size=1, max_size=3).map(tuple).map(Mapped)
        silent = st.sampled_from(("not-said", "none"))
        return weighted((2, actor), (2, some), (1, open_list), (4, pairs), (1, silent))

    def _cites(self, texts: SearchStrategy[Text]) -> SearchStrategy[Plan]:
        place = st.tuples(self._index, self._index, st.sampled_from(Cited.FORMS)).map(_cited)
        field = st.sampled_from(("when", "who", "note", "at", "field", "text"))
        quote = texts.map(Text.written)
        long = st.one_of(
            Form.of({"at": place, "asserted-by": self.name("actor")}),
            Form.of({"at": place, "quote": quote, "field": field}),
            Form.of({"at": place, "field": field}),
        )
        by_field = st.dictionaries(field, st.one_of(place, st.lists(place, min_size=1, max_size=2)), max_size=3)
        some = st.lists(weighted((2, place), (1, long)), min_size=1, max_size=3)
        return weighted((3, place), (2, some), (1, long), (1, by_field.map(Form.by_field)))

    def _words(self) -> SearchStrategy[Plan]:
        term = Plans._some(
            {
                "label": self._plain[Text],
                "means": self._plain[Text],
                "properties": st.dictionaries(
                    st.sampled_from(_PROPERTIES), st.one_of(st.booleans(), st.integers(0, 9), self._key), min_size=1
                ),
            }
        )
        own = self._key.map("own-".__add__)
        known = {vocabulary: st.one_of(own, st.sampled_from(sorted(words))) for vocabulary, words in shipped().items()}
        return st.lists(
            st.sampled_from(sorted(known)).flatmap(
                lambda vocabulary: st.tuples(
                    st.just(vocabulary), st.dictionaries(known[vocabulary], term, min_size=1, max_size=2)
                )
            ),
            min_size=1,
            max_size=3,
        ).map(dict)

    @staticmethod
    def _some(fields: Mapping[str, SearchStrategy[Plan]]) -> SearchStrategy[Plan]:
        return st.lists(st.one_of([plan.map(partial(_called, name)) for name, plan in fields.items()]), max_size=3).map(
            dict
        )
