"""Every PDF is readable for those who hear it; the checks themselves find what they should."""

from pathlib import Path

import page
import pdfua
import pytest

from accessibility.matrix import matrix, table
from accessibility.rules import RULES, faults
from figures import MUTANTS, count

DOCUMENT = Path(__file__).parents[2] / "docs" / "barrierefreiheit.md"
NOT_FOUND: set[str] = set()


def pdfs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pdf"))


def test_every_pdf_passes_every_check(built: Path) -> None:
    paths = pdfs(built / "build")
    assert len(paths) >= 8
    for path in paths:
        assert faults(path) == [], path
        assert [str(finding) for finding in pdfua.validate(str(path)).findings] == [], path
        verdict = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
        assert [failure.rule_id for failure in verdict.failures] == [], path


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[bool, bool, str]]:
    return matrix()


def test_every_fault_is_found_by_one_check(found: dict[str, tuple[bool, bool, str]]) -> None:
    assert len(found) == 27
    assert {name for name, checks in found.items() if not any(checks)} == NOT_FOUND
    count(MUTANTS, len(found) - len(NOT_FOUND))


def test_every_rule_but_those_for_lists_finds_a_fault(
    found: dict[str, tuple[bool, bool, str]],
) -> None:
    finding = {name for *_others, own in found.values() for name in own.split(", ") if name}
    assert finding == RULES.keys() - {"Listen"}


def test_what_finds_what_is_documented() -> None:
    assert table() in DOCUMENT.read_text(encoding="utf-8")
