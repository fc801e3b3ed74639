"""The Python snippets of the README and of every page in `docs/` are run, those of one page one after another."""

from __future__ import annotations

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/reference/*.md"],
).pytest()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Keep the snippets of a page with one worker, for each goes on from the last; and the cases of one test."""
    from xdist.scheduler import LoadScopeScheduling

    class ByPage(LoadScopeScheduling):  # type: ignore[misc]  # it brings no types
        def _split_scope(self, nodeid: str) -> str:
            page, _, _ = nodeid.partition(".md::")
            return page if page != nodeid else nodeid.partition("[")[0]

    return ByPage(config, log)
