"""One meaning everywhere: a register screened on any engine answers as each organisation judged by itself."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from attrs import frozen
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from idebur.notation.dates import Date
from idebur.organisations import Organisation
from idebur.rules import (
    After,
    AllOf,
    AnyOf,
    Before,
    Between,
    Compares,
    IncludesAll,
    IncludesAny,
    Is,
    Named,
    Rule,
)
from idebur.rules.facts import Clause, Fact, FactType
from idebur.rules.judging import answer, judge
from idebur.rules.language import SIGNS
from idebur.rules.terms import Terms
from idebur.screening import Map, Question, running, screen
from idebur.screening.judged import Outcome
from idebur.several import Several
from idebur.strategies.of_rules import rules as joined_rules

WORDS = ("red", "green", "blue", "a", "null")
FACTS = {
    "paid": Fact(type="yes-no"),
    "colour": Fact(type="word", values=Several(WORDS)),
    "kind": Fact(type="word"),
    "colours": Fact(type="words", values=Several(WORDS)),
    "size": Fact(type="number"),
    "born": Fact(type="date"),
}
CLAUSES = {
    "fine": Clause(rule=Rule.parse("paid or colour is red")),
    "worthy": Clause(),
    "fine-and-worthy": Clause(rule=Rule.parse("fine and worthy and size >= 10")),
}
TERMS = Terms(FACTS, CLAUSES)

NUMBERS = (
    Fraction(0),
    Fraction(1, 10),
    Fraction(1, 3),
    Fraction(10),
    Fraction(21, 2),
    Fraction(10**16 + 1),
    Fraction(10**25),
)
DATES = tuple(
    map(
        Date.parse,
        ("2020", "2020-02", "2020-02-29", "2019-12-31", "2020-winter", "2020-q1", "0001-01-01", "9999-12-31"),
    )
)

number = st.sampled_from(NUMBERS)
date = st.sampled_from(DATES)
some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple)
claims = st.one_of(
    st.sampled_from((Named("paid"), Named("worthy"), Named("fine"), Named("fine-and-worthy"), AllOf(()), AnyOf(()))),
    st.builds(Is, st.just("colour"), some_words),
    st.builds(Is, st.just("kind"), some_words),
    st.builds(IncludesAny, st.just("colours"), some_words),
    st.builds(IncludesAll, st.just("colours"), some_words),
    st.builds(Compares, st.just("size"), st.sampled_from(SIGNS), number),
    st.tuples(number, number).map(lambda pair: Between("size", min(pair), max(pair))),
    st.builds(Compares, st.just("born"), st.sampled_from(SIGNS), date),
    st.builds(Before, st.just("born"), date),
    st.builds(After, st.just("born"), date),
    st.tuples(date, date).map(lambda pair: Between("born", *sorted(pair, key=lambda one: one.sort_key))),
)
rules = joined_rules(claims=claims, max_leaves=5)


# ── how a fact can be written in a register ────────────────────────────────────────────────────────────────────────


@frozen
class Writing:
    """A kind of column: what the map says of it, its type, how a value is written, and how it is that none is known."""

    name: str
    map: Mapping[str, Any]
    type: Any
    values: Any
    write: Callable[[Any], Any]
    unknown: tuple[Any, ...] = (None,)

    @property
    def is_text(self) -> bool:
        return bool(self.type == pl.String)


NOTHING = (None, "", " ", "NA", "\u00a0NA\t")
wholes = st.sampled_from([-1, 0, 1, 9, 10, 11, 10**16, 10**16 + 1, 10**16 + 2])
tenths = st.sampled_from(
    [Decimal(one) for one in ("-0.01", "0", "0.09", "0.1", "0.11", "0.33", "0.34", "10", "10.5", "10.51")]
)
days = st.sampled_from(
    [
        *(f"2020-{day}" for day in ("01-01", "01-31", "02-01", "02-28", "02-29", "03-01", "03-31", "04-01", "12-31")),
        *("0001-01-01", "2019-11-30", "2019-12-01", "2019-12-30", "2019-12-31", "2021-01-01", "9999-12-31"),
    ]
)
months = days.map(lambda day: day[:7])
years = st.sampled_from(["0001", "2018", "2019", "2020", "2021", "9999"])
a_set = st.lists(st.sampled_from(WORDS), max_size=4, unique=True).map(tuple)
CODES = {"R": "red", "r": "green", "1": "blue", "A|*": "a", "n'l": "null"}
CODE_OF = {word: code for code, word in CODES.items()}
SET_CODES = {"R": "red", "G(": "green", "bl": ["blue", "a"], "b": "blue", "a": "a", "\\d": "null", "0": "none"}
SET_CODE_OF = {"red": "R", "green": "G(", "blue": "b", "a": "a", "null": "\\d"}
as_date = dt.date.fromisoformat


def set_of_codes(words: Sequence[str]) -> str:
    return "|".join(SET_CODE_OF[word] for word in words) or "0"


WRITINGS: Mapping[str, tuple[Writing, ...]] = {
    "paid": (
        Writing("truth", {}, pl.Boolean, st.booleans(), lambda value: value),
        Writing("text", {}, pl.String, st.booleans(), lambda value: "TRUE" if value else " false", NOTHING),
        Writing(
            "codes", {"codes": {"J": True, "j": False}}, pl.String, st.booleans(), lambda v: "J" if v else "j", NOTHING
        ),
        Writing("whole", {"codes": {"1": True, "0": False}}, pl.Int8, st.booleans(), int),
        Writing("float", {"codes": {"1": True, "0": False}}, pl.Float64, st.booleans(), float, (None, float("nan"))),
    ),
    "worthy": (Writing("truth", {}, pl.Boolean, st.booleans(), lambda value: value),),
    "colour": (
        Writing("text", {}, pl.String, st.sampled_from(WORDS), lambda word: f" {word}", NOTHING),
        Writing("codes", {"codes": CODES}, pl.String, st.sampled_from(WORDS), CODE_OF.__getitem__, NOTHING),
        Writing(
            "otherwise",
            {"codes": CODES, "otherwise": "not-said"},
            pl.String,
            st.sampled_from(WORDS),
            CODE_OF.__getitem__,
            (*NOTHING, "x", "RED"),
        ),
        Writing("category", {}, pl.Categorical, st.sampled_from(WORDS), lambda word: word),
    ),
    "kind": (
        Writing(
            "text", {}, pl.String, st.sampled_from([*WORDS, "Red", "NULL", "å", "a b"]), lambda word: word, NOTHING
        ),
    ),
    "colours": (
        Writing("list", {}, pl.List(pl.String), a_set, list, (None, [None], ["red", None])),
        Writing("text", {"separator": ";"}, pl.String, a_set.filter(bool), " ; ".join, (*NOTHING, ";", " ; ;")),
        Writing("codes", {"separator": "|", "codes": SET_CODES}, pl.String, a_set, set_of_codes, NOTHING),
        Writing(
            "ignored",
            {"separator": "|", "codes": SET_CODES, "otherwise": "none"},
            pl.String,
            a_set,
            lambda words: f"zz | {set_of_codes(words)}| r",
            NOTHING,
        ),
        Writing(
            "unsure",
            {"separator": "|", "codes": SET_CODES, "otherwise": "not-said"},
            pl.String,
            a_set,
            set_of_codes,
            (*NOTHING, "zz", "R|zz", "zz|0"),
        ),
    ),
    "size": (
        Writing("whole", {}, pl.Int64, wholes, lambda value: value),
        Writing("float", {}, pl.Float64, tenths, float, (None, float("nan"), float("inf"))),
        Writing("single", {}, pl.Float32, tenths, float, (None, float("nan"), float("-inf"))),
        Writing("decimal", {}, pl.Decimal(12, 2), tenths, lambda value: value),
        Writing("whole, one of nothing", {"empty": ["-7"]}, pl.Int64, wholes, lambda value: value, (None, -7)),
        Writing("float, one of nothing", {"empty": ["-7.5"]}, pl.Float64, tenths, float, (None, -7.5)),
        Writing(
            "decimal, one of nothing",
            {"empty": ["-7,5"], "decimal": ","},
            pl.Decimal(12, 2),
            tenths,
            lambda value: value,
            (None, Decimal("-7.5")),
        ),
        Writing("digits", {}, pl.String, wholes, lambda value: f"{value}.000000", NOTHING),
        Writing("text", {}, pl.String, tenths, lambda value: f" {value}", NOTHING),
        Writing(
            "grouped",
            {"decimal": ",", "thousands": " "},
            pl.String,
            st.sampled_from([Decimal(9), Decimal("10.5"), Decimal(123456), Decimal("1234567.25")]),
            lambda value: f"{value:,}".replace(",", " ").replace(".", ","),
            NOTHING,
        ),
    ),
    "born": (
        Writing("date", {}, pl.Date, days, as_date),
        Writing("time", {}, pl.Datetime("us"), days, lambda day: dt.datetime.fromisoformat(f"{day}T23:59:59")),
        Writing(
            "time with a zone",
            {},
            pl.Datetime("us", "Pacific/Auckland"),
            days.filter(lambda day: "1900" < day < "2100"),
            lambda day: dt.datetime.fromisoformat(f"{day}T23:59:59+00:00"),
        ),
        Writing(
            "date, one of nothing",
            {"empty": ["1900-01-01"]},
            pl.Date,
            days,
            as_date,
            (None, dt.date(1900, 1, 1)),
        ),
        Writing("text", {}, pl.String, days, lambda day: f"{day} ", NOTHING),
        Writing("swapped", {"format": "DD/MM/YYYY"}, pl.String, days, lambda d: f"{d[8:]}/{d[5:7]}/{d[:4]}", NOTHING),
        Writing("packed", {"format": "YYYYMMDD"}, pl.String, days, lambda day: day.replace("-", ""), NOTHING),
        Writing("month", {"format": "YYYY-MM"}, pl.String, months, lambda month: month, NOTHING),
        Writing("year", {"format": "YYYY"}, pl.String, years, lambda year: year, NOTHING),
        Writing("year as a number", {"format": "YYYY"}, pl.Int32, years.filter(lambda y: y > "1000"), int),
    ),
}


@frozen
class Register:
    """Organisations as they are, and as they are written."""

    writings: Mapping[str, Writing]
    organisations: Sequence[Organisation]
    cells: Sequence[Mapping[str, Any]]
    rules: Sequence[Rule]

    @property
    def map(self) -> Map:
        facts = {name: {"column": f"c {name}", **writing.map} for name, writing in self.writings.items()}
        return Map.model_validate({"map": "m", "id": "id", "empty": ["NA"], "facts": facts})

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(Question(f"q{place}", rule, TERMS) for place, rule in enumerate(self.rules))

    def table(self) -> Any:
        schema = {"id": pl.Int64} | {f"c {name}": writing.type for name, writing in self.writings.items()}
        rows = [[place, *(row[name] for name in self.writings)] for place, row in enumerate(self.cells)]
        return pl.DataFrame(rows, schema=schema, orient="row")

    def expected(self) -> list[tuple[Any, ...]]:
        told: list[tuple[Any, ...]] = []
        for place, organisation in enumerate(self.organisations):
            row: list[Any] = [place]
            for rule in self.rules:
                outcome = Outcome.of(judge(rule, organisation, TERMS), {})
                row += [outcome.verdict.answer.value, "; ".join(outcome.failed), "; ".join(outcome.unknown)]
            told.append(tuple(row))
        return told


@st.composite
def registers(
    draw: st.DrawFn, *, texts: bool = False, rules_: tuple[int, int] = (1, 3), rows: tuple[int, int] = (1, 8)
) -> Register:
    """Draw a register; one of only *texts* can be a CSV file."""
    writings = {
        name: draw(st.sampled_from([one for one in several if one.is_text or not texts]))
        for name, several in WRITINGS.items()
        if any(one.is_text for one in several) or not texts
    }
    asked = draw(st.lists(rules, min_size=rules_[0], max_size=rules_[1]))
    organisations, cells = [], []
    for _ in range(draw(st.integers(*rows))):
        facts, attested, row = dict[str, Any](), dict[str, Any](), dict[str, Any]()
        for name, writing in writings.items():
            if draw(st.booleans()):
                value = draw(writing.values)
                row[name] = writing.write(value)
                stated = {"said": value if value != () else "none"}
                (attested if name in CLAUSES else facts)[name] = stated
            else:
                row[name] = draw(st.sampled_from(writing.unknown))
        organisations.append(Organisation.model_validate({"organisation": "row", "facts": facts, "attested": attested}))
        cells.append(row)
    return Register(writings, organisations, cells, asked)


def screened(register: Register, engine: str, folder: Path, source: Path) -> list[tuple[Any, ...]]:
    target = folder / f"{engine}.parquet"
    screen(source, register.questions, register.map, target, engine_name=engine)
    found = pl.read_parquet(target / "*.parquet" if target.is_dir() else target)
    columns = [f"{one.key}_{part}" for one in register.questions for part in ("answer", "failed", "unknown")]
    return sorted((int(id_), *rest) for id_, *rest in found.select("id", *columns).rows())


few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@few
@given(register=registers())
def test_a_row_of_a_parquet_register_is_answered_as_its_organisation_is_judged(engine: str, register: Register) -> None:
    """Answer and reasons, for all kinds of claims and of columns, with whatever is not known."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "register.parquet"
        register.table().write_parquet(source)
        assert screened(register, engine, Path(name), source) == register.expected()


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@few
@given(register=registers(texts=True))
def test_a_row_of_a_csv_register_is_answered_as_its_organisation_is_judged(engine: str, register: Register) -> None:
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "register.csv"
        register.table().write_csv(source)
        assert screened(register, engine, Path(name), source) == register.expected()


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@few
@given(register=registers())
def test_with_too_many_combinations_the_answers_are_the_same(engine: str, register: Register) -> None:
    """As though every column held very many values, so that only what the rules ask is told apart."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "MOST", 0)
        source = Path(name) / "register.parquet"
        register.table().write_parquet(source)
        assert screened(register, engine, Path(name), source) == register.expected()


@pytest.mark.usefixtures("spark")
@pytest.mark.filterwarnings(
    "ignore:unclosed <socket", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # pyspark's own
@settings(max_examples=3, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck))
@given(
    typed=registers(rules_=(25, 25), rows=(40, 40)),
    texts=registers(texts=True, rules_=(25, 25), rows=(40, 40)),
)
def test_spark_answers_as_each_organisation_is_judged(typed: Register, texts: Register) -> None:
    """In few examples of many rules and rows, since Spark takes its time."""
    with tempfile.TemporaryDirectory() as name:
        for register, ending in ((typed, "parquet"), (texts, "csv")):
            source = Path(name) / f"register.{ending}"
            getattr(register.table(), f"write_{ending}")(source)
            folder = Path(name) / ending
            folder.mkdir()
            assert screened(register, "spark", folder, source) == register.expected()


def _claims_about(name: str, type_: str) -> list[Rule]:
    if type_ == "number":
        compared: list[Rule] = [Compares(name, sign, one) for sign in SIGNS for one in NUMBERS]
        return compared + [Between(name, low, high) for low in NUMBERS for high in NUMBERS if low <= high]
    compared = [Compares(name, sign, one) for sign in SIGNS for one in DATES]
    compared += [asked(name, one) for asked in (Before, After) for one in DATES]
    return compared + [Between(name, low, high) for low in DATES for high in DATES if low.earliest <= high.latest]


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize(
    ("type_", "writing"),
    [
        pytest.param(type_, one, id=f"{type_} {one.name}")
        for type_, fact in (("number", "size"), ("date", "born"))
        for one in WRITINGS[fact]
    ],
)
def test_at_each_bound_a_number_or_a_date_is_answered_as_it_is_judged(
    engine: str, type_: FactType, writing: Writing, tmp_path: Path
) -> None:
    """Every claim against every value at, below and above the numbers and dates that the claims name."""
    terms = Terms({"it": Fact(type=type_)})
    claims = _claims_about("it", type_)
    values = sorted(set(_all_of(writing.values)), key=str)
    rows = [{"id": place, "c": writing.write(value)} for place, value in enumerate(values)]
    rows += [{"id": -1 - place, "c": cell} for place, cell in enumerate(writing.unknown)]
    source, target = tmp_path / "register.parquet", tmp_path / "answers.parquet"
    pl.DataFrame(rows, schema={"id": pl.Int64, "c": writing.type}).write_parquet(source)
    how = Map.model_validate({"map": "m", "id": "id", "empty": ["NA"], "facts": {"it": {"column": "c", **writing.map}}})
    questions = [Question(f"q{place}", claim, terms) for place, claim in enumerate(claims)]
    screen(source, questions, how, target, engine_name=engine, brief=True)
    for row in pl.read_parquet(target).rows(named=True):
        known = {"it": values[row["id"]]} if row["id"] >= 0 else {}
        for place, claim in enumerate(claims):
            assert row[f"q{place}_answer"] == answer(claim, known, terms).value, (claim, known)


def _all_of(values: Any) -> list[Any]:
    """Every value that a strategy of few values can give."""
    seen: set[Any] = set()

    @settings(max_examples=200, database=None, derandomize=True)
    @given(values)
    def see(value: Any) -> None:
        seen.add(value)

    see()
    return list(seen)
