"""The published pre-commit hook, run by pre-commit itself in somebody else's repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _run(*command: str, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    # A hook of the repository that runs these tests must not leak its own idea of where git is.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    environment["PRE_COMMIT_HOME"] = str(home)
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_hook_passes_a_good_agreement_and_stops_a_bad_one(tmp_path: Path) -> None:
    """And looks at nothing that is no agreement."""
    theirs = tmp_path / "theirs"
    shutil.copytree(ROOT / "examples" / "blekinge", theirs / "good")
    (theirs / "bad").mkdir()
    (theirs / "bad" / "agreement.yaml").write_text("idebur: 1\nkey: bad\nkey: bad\n", "utf-8")
    (theirs / "compose.yaml").write_text("services: {}\nservices: {}\n", "utf-8")
    assert _run("git", "init", "-q", cwd=theirs, home=tmp_path).returncode == 0
    assert _run("git", "add", ".", cwd=theirs, home=tmp_path).returncode == 0

    def hook(*files: str) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            "-m",
            "pre_commit",
            "try-repo",
            str(ROOT),
            "idebur-check",
            "--verbose",
            "--files",
            *files,
        ]
        return _run(*command, cwd=theirs, home=tmp_path / "cache")

    good = hook("good/agreement.yaml", "compose.yaml")
    assert good.returncode == 0, good.stdout + good.stderr
    bad = hook("bad/agreement.yaml")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "bad/agreement.yaml:3:1" in bad.stdout
    other = hook("compose.yaml")
    assert "no files to check" in other.stdout
