"""The JSON Schema of the files, generated from the models: an editor completes, explains and underlines by it.

It is written in draft 7, which the YAML language server reads. A field is described by the text that stands below it in
its class, taken from the source when the schema is generated; nothing is described twice. The words of a vocabulary are
offered with their labels, and any other is let through, since an agreement may add its own. What a schema cannot say
(that a name stands for something, that a rule can be read) is for the loader.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from inspect import cleandoc, getsourcefile
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from idebur.absence import Absence, Vague, _ClaimFrame, one_said
from idebur.agreement import Agreement
from idebur.content import Content, Version
from idebur.elements import Element
from idebur.errors import UnknownKey
from idebur.notation.notated import DEFINED_AS
from idebur.organisations import Organisation
from idebur.said import Said
from idebur.visits import fields_of
from idebur.vocabulary import Term, shipped

__all__ = ["SCHEMA_FILE", "described", "laid_out", "schema", "schema_of", "schema_text", "sections", "shipped_schema"]

SCHEMA_FILE: Final = "idebur-1.schema.json"
"""The schema that comes with idebur, beside this module; the number is the version of the file format."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_DEFINITIONS = "#/definitions/"
_ABOUT = "description"


def schema(section: str | None = None) -> dict[str, Any]:
    """Generate the schema of a file: an agreement, an organisation or another state of an agreement, told by its head.

    With *section*, of the file of that section in an agreement's folder (``bodies`` for ``bodies.yaml``).

    Raises:
        UnknownKey: no section is called so.
    """
    definitions = _definitions()
    root: dict[str, Any] = {"$schema": _DRAFT}
    if section is None:
        root |= {
            "description": "An agreement between sectors, or an organisation: idebur, file format 1.",
            "if": {"required": ["organisation"]},
            "then": _ref("Organisation"),
            "else": {
                "if": {"required": ["agreement"]},
                "then": _ref("Agreement"),
                "else": {"anyOf": [_ref("Agreement"), _ref("Version"), _ref("Organisation")]},
            },
        }
    elif section in sections():
        root |= definitions["Agreement"]["properties"][section]
    else:
        raise UnknownKey(section, "section", sections())
    return {**root, "definitions": _used(root, definitions)}


def schema_of(kind: type[Said], about: str) -> dict[str, Any]:
    """Generate the schema of another kind of file, such as a map; *about* says what an editor has before it."""
    definitions = _definitions(kind)
    root: dict[str, Any] = {"$schema": _DRAFT, _ABOUT: about, "allOf": [_ref(kind.__name__)]}
    return {**root, "definitions": _used(root, definitions)}


def sections() -> tuple[str, ...]:
    """The sections that can stand in a file of their own."""
    return tuple(field.alias for field in fields_of(Content).values())


def schema_text(section: str | None = None) -> str:
    """The schema as it is kept in a file."""
    return laid_out(schema(section)) + "\n"


def laid_out(value: Any, depth: int = 0) -> str:
    """Write a schema, one line for each field of each class, so that a change of one is a change of one line."""
    if not isinstance(value, dict) or depth > 3 or not value:
        return json.dumps(value, ensure_ascii=False)
    pad = " " * depth
    inner = (f"{pad} {json.dumps(key)}: {laid_out(part, depth + 1)}" for key, part in value.items())
    return "{\n" + ",\n".join(inner) + f"\n{pad}}}"


def shipped_schema() -> str:
    """The text of the schema that comes with idebur: the same as ``schema_text()``, and needs no source code."""
    return files("idebur.files").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


@cache
def described(kind: type[Said]) -> Mapping[str, str]:
    """What each field of a class is, by its name: the text that stands below it in the class or in a base of it.

    >>> described(Vague)["vague"]
    'The word of the source: *skälig*, *regelbunden*, *vid behov*.'
    """
    found: dict[str, str] = {}
    for ancestor in reversed(kind.__mro__):
        if issubclass(ancestor, Said):
            found |= _docstrings(ancestor.__name__, getsourcefile(ancestor) or "")
    return found


@cache
def _docstrings(name: str, source: str) -> Mapping[str, str]:
    body = next(node.body for node in _tree(source).body if isinstance(node, ast.ClassDef) and node.name == name)
    return {
        field.target.id: _plain(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


@cache
def _tree(source: str) -> ast.Module:
    return ast.parse(Path(source).read_text(encoding="utf-8"))


def _plain(docstring: str) -> str:
    """Take the first paragraph, without the marks of the documentation's markup."""
    paragraph = " ".join(cleandoc(docstring).split("\n\n")[0].split())
    paragraph = re.sub(r":\w+:`~?(?:[\w.]+\.)?(\w+)`", r"`\1`", paragraph)
    return paragraph.replace("``", "`")


class _Generator(GenerateJsonSchema):
    """Leaves out what pydantic adds for nobody (titles, defaults) and adds what our classes say of themselves."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic calls it so
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        names, values = (self.generate_inner(schema[part]) for part in ("keys_schema", "values_schema"))
        found = {"type": "object", "patternProperties": {names["pattern"]: values}, "additionalProperties": False}
        words = shipped().get(names.get(DEFINED_AS, "").removesuffix("-word"), {})
        if words:
            found["properties"] = {word: _with_description(values, _label(term)) for word, term in words.items()}
        return found

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        kind: type[Said] = schema["cls"]
        texts = described(kind)
        aliases = {field.alias: name for name, field in fields_of(kind).items()}
        for alias, value in found["properties"].items():
            found["properties"][alias] = _with_description(value, texts[aliases[alias]])
        found.pop("title", None)
        found.pop(_ABOUT, None)
        found[_ABOUT if issubclass(kind, (Element, Organisation)) else "$comment"] = _plain(kind.__doc__ or "")
        return found


def _with_description(value: JsonSchemaValue, text: str) -> JsonSchemaValue:
    """Describe a value; in draft 7 nothing beside a ``$ref`` is read, so that one is wrapped."""
    if "$ref" in value or DEFINED_AS in value:
        return {_ABOUT: text, "allOf": [value]}
    return {_ABOUT: text} | {name: part for name, part in value.items() if name != _ABOUT}


def _uncommented(value: JsonSchemaValue) -> JsonSchemaValue:
    """Put what is said of a value where no editor shows it.

    Of several descriptions that fit, the language server shows the innermost; what a field is must not be hidden by
    what an amount or a citation is. Elements keep theirs: no field describes them, they stand under keys.
    """
    return {"$comment" if key == _ABOUT else key: part for key, part in value.items()}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": _DEFINITIONS + name}


@cache
def _definitions(*more: type[Said]) -> Mapping[str, Any]:
    mode: JsonSchemaMode = "validation"
    kinds: tuple[type[Said], ...] = (Agreement, Version, Organisation, Absence, Vague, _ClaimFrame, *more)
    for kind in kinds:
        kind.model_rebuild()
    generator = _Generator(by_alias=True, ref_template=_DEFINITIONS + "{model}")
    _, generated = generator.generate_definitions([(kind, mode, kind.__pydantic_core_schema__) for kind in kinds])
    found: dict[str, Any] = {}
    for name, value in generated.items():
        found[name] = _defined(value if "properties" in value else _uncommented(value), found)
    claim = found.pop("_ClaimFrame")
    claim["properties"] = {"said": {"description": "What it says."}, **claim["properties"]}
    claim["required"] = ["said"]
    found["Agreement"]["properties"]["tenures"] = _or_tables(found["Agreement"]["properties"]["tenures"])
    return found | _absences(claim) | dict(_words())


def _or_tables(tenures: JsonSchemaValue) -> JsonSchemaValue:
    """Let a table beside the file stand for tenures, or for some of them: the loader reads it before the model does."""
    table = {"type": "string", "pattern": r"^[^/\\]*\.csv$"}
    mixed = {"type": "array", "items": {"anyOf": [_ref("Tenure"), table]}, "minItems": 1}
    written = {key: part for key, part in tenures.items() if key != _ABOUT}
    return {_ABOUT: tenures[_ABOUT], "anyOf": [written, table, mixed]}


def _defined(value: Any, definitions: dict[str, Any]) -> Any:
    """Put what is marked as a definition of its own among the definitions, and a reference in its place."""
    if isinstance(value, list):
        return [_defined(one, definitions) for one in value]
    if not isinstance(value, dict):
        return value
    name = value.get(DEFINED_AS)
    plain = {key: _defined(part, definitions) for key, part in value.items() if key != DEFINED_AS}
    if name is None:
        return plain
    if name == "Several":
        name = f"Several-{plain['anyOf'][0]['$ref'].removeprefix(_DEFINITIONS)}"
    definitions.setdefault(name, _uncommented(plain))
    return _ref(name)


def _absences(claim: dict[str, Any]) -> dict[str, Any]:
    words = {
        "enum": ["not-said", "none"],
        "enumDescriptions": ["The text is silent on it.", "The text says that there is none."],
    }
    return {
        "Absent": {"anyOf": [words, _ref("Absence")]},
        "Claim": claim,
        "Unsettled": {
            "anyOf": [
                words,
                _ref("Absence"),
                _ref("Vague"),
                _ref("Claim"),
                {"type": "array", "items": _ref("Claim"), "minItems": 1},
            ]
        },
    }


def _words() -> Iterator[tuple[str, Any]]:
    """The words of each vocabulary with their labels, and beside them any word that an agreement may add."""
    for vocabulary, words in shipped().items():
        labels = [_label(term) for term in words.values()]
        yield f"{vocabulary}-word", {"anyOf": [{"enum": [*words], "enumDescriptions": labels}, _ref("Key")]}


def _label(term: Term) -> str:
    label = one_said(term.label)
    return "" if label is None else " · ".join(dict.fromkeys(label.values()))


def _used(root: Any, definitions: Mapping[str, Any]) -> dict[str, Any]:
    """The definitions that are referred to from *root*, directly or through others, in the order of their names."""
    found: set[str] = set()
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            name = str(value.get("$ref", "")).removeprefix(_DEFINITIONS)
            if name and name not in found:
                found.add(name)
                waiting.append(definitions[name])
            waiting.extend(part for key, part in value.items() if key != "$ref")
    return {name: definitions[name] for name in sorted(found)}


if __name__ == "__main__":  # pragma: no cover - a test holds that what it writes is up to date
    Path(__file__).with_name(SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
