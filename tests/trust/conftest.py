"""A city whose documents are built once for all tests."""

from pathlib import Path

import pytest

from once import once
from trust.cities import build_everything, found_city


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with its report and the documentation and kit of its workshop."""

    def build(folder: Path) -> None:
        build_everything(found_city(folder / "stadt"))

    return once(tmp_path_factory, "vertrauen", build) / "stadt"
