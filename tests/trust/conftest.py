"""A city whose documents are built once for all tests of one process."""

from pathlib import Path

import pytest

from trust.cities import build_everything, found_city


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with its report and the documentation and kit of its workshop."""
    folder = found_city(tmp_path_factory.mktemp("vertrauen") / "stadt")
    build_everything(folder)
    return folder
