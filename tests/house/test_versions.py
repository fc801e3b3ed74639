"""The version is said in one place, and what repeats it agrees."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

import idebur

ROOT = Path(__file__).parents[2]


def test_the_citation_file_cites_this_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert str(cited["version"]) == idebur.__version__
    assert cited["cff-version"] == "1.2.0"
    assert cited["license"] == "MIT"


def test_the_changelog_stops_at_this_version() -> None:
    """The newest version in the changelog is this one, or this one is still unreleased."""
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert headings[1:2] in ([], [idebur.__version__])
