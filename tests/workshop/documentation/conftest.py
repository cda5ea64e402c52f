"""The documentations of the real workshop and of the fictitious one, each built once."""

from pathlib import Path

import pytest

from once import once
from workshop.documentation.documents import EXAMPLE, ROOT, SLUG, Run, copy_of, insek_in, read_lines


@pytest.fixture
def insek() -> Run:
    """Run a command in a project."""
    return insek_in


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A copy of the fictitious city."""
    return copy_of(EXAMPLE, tmp_path)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of the real workshop, which has no ballots."""
    return _built(tmp_path_factory, "real", ROOT, "md,pptx")


@pytest.fixture(scope="session")
def fictitious(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of the fictitious workshop, which has ballots."""
    return _built(tmp_path_factory, "fictitious", EXAMPLE, "md,docx,pdf,pptx")


@pytest.fixture(scope="session")
def said(real: Path) -> list[str]:
    """The lines of the real documentation without markup."""
    return read_lines(real / "dokumentation.md")


def _built(factory: pytest.TempPathFactory, name: str, source: Path, formats: str) -> Path:
    def report(folder: Path) -> None:
        done = insek_in(copy_of(source, folder), "workshop", "report", SLUG, "--format", formats)
        assert done.returncode == 0, done.stderr

    return once(factory, name, report) / "stadt" / "build" / "workshops" / SLUG
