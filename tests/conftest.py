"""What all tests share: how hard hypothesis tries, when a test may be skipped, what is counted."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

import figures
from effort import THOROUGH

_OFFICE_PROGRAMS = ("soffice", "pdftotext", "pdftoppm")

# No deadline: a slow machine is not a wrong result. The same examples in CI every time, so that
# a failure there can be repeated.
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", max_examples=3000, deadline=None)
settings.load_profile("thorough" if THOROUGH else "ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests remember nothing of other runs, and leave nothing in the user's folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INSEK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    """No test cuts the power, and who is killed loses nothing that is on its way to the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: None)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Note what a test counted; the report of it may travel to another process."""
    figures.running.clear()
    yield
    item.user_properties.append(("figures", dict(figures.running)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures of all tests that passed."""
    counted: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "figures" and report.when == "call":
                counted.update(value)
    if counted:
        terminalreporter.section("counted")
        for name, number in sorted(counted.items()):
            terminalreporter.write_line(f"{number:>14,}  {name}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip office tests where the programs are missing, unless the run promises to have them."""
    if item.get_closest_marker("office") is None:
        return
    missing = [name for name in _OFFICE_PROGRAMS if shutil.which(name) is None]
    if not missing:
        return
    reason = f"not installed: {', '.join(missing)}"
    if os.environ.get("INSEK_REQUIRE_OFFICE") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
