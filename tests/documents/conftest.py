"""The documents of the fictitious city, built once for all tests."""

from pathlib import Path

import pytest

from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.resources import examples_dir
from once import once


@pytest.fixture(scope="session")
def musterstadt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with insek.pdf and insek.md of the Musterstadt."""

    def build(out: Path) -> None:
        root = examples_dir() / "musterstadt"
        assert produce(Request(root, formats=("md", "pdf"), out=out)).built

    return once(tmp_path_factory, "musterstadt", build)
