"""In an editor's shoes: the YAML language server that editors use, with our schema, on a text somebody is writing."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from idebur.files.schema import SCHEMA_FILE, schema_text, shipped_schema

SERVER = Path(__file__).parents[1] / "editor" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="there is no node on this machine"),
    pytest.mark.skipif(not SERVER.is_file(), reason="no YAML language server: run `npm ci` in tests/editor"),
]

PATIENCE = 30
"""Seconds to wait for an answer before the server is taken for dead."""

SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "format": {"enable": False},
    }
}


class Editor:
    """Speaks the language server protocol over stdio, as an editor does, and keeps what the server underlines."""

    def __init__(self, folder: Path) -> None:
        assert NODE is not None
        self.folder = folder
        self._server = subprocess.Popen(
            [NODE, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._said: Queue[dict[str, Any]] = Queue()
        self._number = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        able = {
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True},
        }
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": able})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def close(self) -> None:
        """Stop the server, and wait until it has."""
        self.ask("shutdown", None)
        self._tell("exit", None)
        self._server.wait(PATIENCE)
        self._listener.join(PATIENCE)
        for pipe in (self._server.stdin, self._server.stdout):
            if pipe is not None:
                pipe.close()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while header.strip():
                header = stream.readline()
            self._said.put(json.loads(stream.read(length)))

    def _next(self) -> dict[str, Any]:
        """The next thing the server says; what it asks for is answered on the way."""
        message = self._said.get(timeout=PATIENCE)
        if "id" in message and "method" in message:
            asked = message.get("params") or {}
            wanted = [item.get("section") for item in asked.get("items", ())]
            self._send({"id": message["id"], "result": [SETTINGS.get(section, {}) for section in wanted] or None})
        return message

    def ask(self, method: str, params: Any) -> Any:
        """Ask for something and wait for the answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def open(self, text: str, name: str = "agreement.yaml") -> Document:
        """Open *text*, in which ``|`` marks where the cursor stands, if anywhere."""
        before, mark, after = text.partition("|")
        uri = (self.folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": before + after}
        self._tell("textDocument/didOpen", {"textDocument": document})
        lines = before.split("\n")
        return Document(
            self, uri, before + after, {"line": len(lines) - 1, "character": len(lines[-1])} if mark else {}
        )

    def underlined(self, uri: str) -> list[dict[str, Any]]:
        """Wait for what the server underlines in a document."""
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return list(message["params"]["diagnostics"])


class Document:
    """One open text, with the cursor in it."""

    def __init__(self, editor: Editor, uri: str, text: str, cursor: dict[str, int]) -> None:
        self._editor = editor
        self._uri = uri
        self._lines = text.split("\n")
        self._at = {"textDocument": {"uri": uri}, "position": cursor}

    def completions(self) -> dict[str, str]:
        """What is offered at the cursor, with what is said of each."""
        found = self._editor.ask("textDocument/completion", self._at)
        return {item["label"]: _markdown(item.get("documentation")) for item in found["items"]}

    def hover(self) -> str:
        """What is shown at the cursor."""
        return _markdown((self._editor.ask("textDocument/hover", self._at) or {}).get("contents"))

    def underlined(self) -> dict[str, str]:
        """From the words that are underlined to the message."""
        found = {}
        for one in self._editor.underlined(self._uri):
            start, end = one["range"]["start"], one["range"]["end"]
            line = self._lines[start["line"]]
            found[line[start["character"] : end["character"] if end["line"] == start["line"] else None]] = one[
                "message"
            ]
        return found


def _markdown(documentation: Any) -> str:
    text = documentation.get("value", "") if isinstance(documentation, dict) else documentation or ""
    return str(text).replace("\\", "").replace("&nbsp;", " ")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema in it, as ``idebur schema --to`` writes it."""
    folder = tmp_path_factory.mktemp("editor")
    (folder / SCHEMA_FILE).write_text(shipped_schema(), encoding="utf-8")
    (folder / "bodies.schema.json").write_text(schema_text("bodies"), encoding="utf-8")
    return folder


@pytest.fixture
def editor(folder: Path) -> Iterator[Editor]:
    opened = Editor(folder)
    yield opened
    opened.close()


HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
idebur: 1
agreement: example
title: En överenskommelse
source: text
documents:
  text: {{kind: agreement, title: Texten}}
"""

PARTY = HEAD + "parties:\n  region:\n    kind: region\n    name: Region Exempel\n"


def test_the_fields_of_a_party_are_offered_with_what_they_are(editor: Editor) -> None:
    offered = editor.open(PARTY + "    |\n").completions()
    assert {"sector", "also", "number", "part-of", "binds-members", "who", "cites"} <= set(offered)
    assert offered["sector"] == "The sector it belongs to."
    assert not {"kind", "name"} & set(offered), "what stands there already is not offered again"
    assert "seats" not in offered, "a body's field is none of a party's"


def test_the_words_of_a_kind_are_offered_with_their_labels(editor: Editor) -> None:
    offered = editor.open(HEAD + "parties:\n  region:\n    kind: |\n").completions()
    assert {"region", "municipality", "umbrella", "not-said", "none"} <= set(offered)
    assert offered["municipality"] == "kommun · municipality"
    assert "steering-group" not in offered, "a kind of body is none of an actor's"


def test_the_verbs_of_who_are_offered_with_their_labels(editor: Editor) -> None:
    offered = editor.open(PARTY + "    who:\n      |\n").completions()
    assert offered["convenes"] == "sammankallar · convenes"


def test_the_sections_of_an_agreement_are_offered(editor: Editor) -> None:
    offered = editor.open(HEAD + "|\n").completions()
    assert {"parties", "bodies", "principles", "versions", "accepted"} <= set(offered)
    assert "organisation" not in offered


def test_hovering_over_a_field_tells_what_it_is(editor: Editor) -> None:
    assert "Its name." in editor.open(PARTY.replace("    name:", "    na|me:")).hover()


def test_hovering_over_a_field_of_a_seat_tells_what_it_is_there(editor: Editor) -> None:
    """The same name is another field in another element."""
    text = HEAD + "bodies:\n  board:\n    seats:\n      politicians:\n        cou|nt: 5\n"
    assert "How many; for `one-each`, how many for each." in editor.open(text).hover()


def test_hovering_over_a_field_that_holds_a_whole_part_tells_of_the_field(editor: Editor) -> None:
    hover = editor.open(HEAD + "bodies:\n  board:\n    ch|air: {how: fixed}\n").hover()
    assert "Who leads it." in hover


def test_hovering_over_the_key_of_an_element_tells_what_sort_of_thing_it_is(editor: Editor) -> None:
    assert "Anybody who can act" in editor.open(PARTY.replace("  region:", "  re|gion:")).hover()


def test_hovering_over_an_open_list_and_over_citations_tells_of_the_field(editor: Editor) -> None:
    assert "Those it consists of or gathers." in editor.open(PARTY + "    mem|bers: [a, b]\n").hover()
    assert "Where it stands" in editor.open(PARTY + "    ci|tes: text#1\n", "other.yaml").hover()


def test_a_misspelt_field_is_underlined(editor: Editor) -> None:
    underlined = editor.open(PARTY + "    sektor: public\n").underlined()
    assert list(underlined) == ["sektor"]
    assert "not allowed" in underlined["sektor"]


def test_a_value_of_the_wrong_type_is_underlined(editor: Editor) -> None:
    underlined = editor.open(PARTY + "    binds-members: perhaps\n").underlined()
    assert list(underlined) == ["perhaps"]


def test_an_impossible_form_of_a_date_is_underlined(editor: Editor) -> None:
    assert list(editor.open(PARTY + "    since: 11 december 2018\n").underlined()) == ["11 december 2018"]


def test_a_right_text_is_not_underlined(editor: Editor) -> None:
    assert editor.open(PARTY + "    sector: public\n    since: 2018-autumn\n    cites: text#\n").underlined() == {}


def test_a_word_that_the_agreement_adds_is_not_underlined(editor: Editor) -> None:
    assert editor.open(PARTY.replace("kind: region", "kind: samarbetsorgan")).underlined() == {}


def test_an_organisation_is_known_by_its_head(editor: Editor) -> None:
    text = f"# yaml-language-server: $schema={SCHEMA_FILE}\norganisation: red-cross\nparties: {{}}\n"
    assert list(editor.open(text).underlined()) == ["parties"]


def test_another_state_of_the_agreement_has_no_head_and_its_fields_are_offered(editor: Editor) -> None:
    text = f"# yaml-language-server: $schema=../{SCHEMA_FILE}\namends: present\n|\n"
    assert {"bodies", "revises"} <= set(editor.open(text, "versions/proposed.yaml").completions())


def test_the_file_of_a_section_has_a_schema_of_its_own(editor: Editor) -> None:
    text = "# yaml-language-server: $schema=bodies.schema.json\nboard:\n  kind: partnership\n  |\n"
    offered = editor.open(text, "bodies.yaml").completions()
    assert {"seats", "balance", "chair"} <= set(offered)
