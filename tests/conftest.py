"""What all tests share: where outside data is found, how long an example may take, and which skips are honest."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A clock says more about the machine than about the code; `benchmarks/` is where time is measured, as ratios.
_SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("quick", _SHARED, max_examples=40)  # other examples every time
# The same examples every time: a change is judged by what it changes, and a red run can be run again.
settings.register_profile("ci", _SHARED, max_examples=40, derandomize=True)
settings.register_profile("search", _SHARED, max_examples=1000)  # `make search`: an hour's hunt for counterexamples
settings.load_profile("quick")

OUTSIDE = ("IDEBUR_DATA", "IDEBUR_SOURCES")
"""The environment variables that say where outside data lies."""


def _outside(variable: str) -> Path:
    folder = os.environ.get(variable)
    if not folder:
        pytest.skip(f"{variable} names no folder")
    return Path(folder)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real data that ``IDEBUR_DATA`` names; skips where it names none."""
    return _outside("IDEBUR_DATA")


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of source texts that ``IDEBUR_SOURCES`` names; skips where it names none."""
    return _outside("IDEBUR_SOURCES")


@pytest.fixture(scope="session")
def spark() -> Iterator[object]:
    """A Spark on this machine, one for all tests, which screening finds by itself; skips without pyspark or Java."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: requirements/spark.txt")
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        pytest.skip("Spark needs Java")
    building = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    building = building.config("spark.sql.shuffle.partitions", "2").config("spark.driver.memory", "1g")
    session = building.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A real browser without a window, of playwright's class ``Browser``; skips without playwright or Chromium."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: requirements/test.txt")
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    # Without a window, as root too, and without a word to the network.
    quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        *quiet,
        "--disable-sync",
    ]
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-skips",
        action="store_true",
        help="fail when a test is skipped for any other reason than outside data that no environment variable names",
    )


_dishonest: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _note(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    _note(report)


def _note(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(variable in reason and not os.environ.get(variable) for variable in OUTSIDE):
            _dishonest.append(f"{report.nodeid}: {reason}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--no-skips") and _dishonest and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--no-skips") and _dishonest:
        terminalreporter.section("skipped, and should not have been", red=True)
        for line in _dishonest:
            terminalreporter.line(line)
