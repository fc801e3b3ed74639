"""What the tests of the command share: it is run in this process, and says how it ended and what it printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from idebur.cli import main
from tests.functional.running import Ended, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command on a machine that is neither Swedish nor English; nobody ever sees a traceback or a bug."""
    for variable in ("IDEBUR_LANG", "IDEBUR_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)

    def command(*arguments: str | Path) -> Ended:
        with pytest.raises(SystemExit) as leaving:
            main([str(one) for one in arguments])
        assert isinstance(leaving.value.code, int)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ended(leaving.value.code, said.out, said.err)

    return command
