"""Every PDF is readable for those who hear it; the checks themselves find what they should."""

from pathlib import Path

import outloud
import page
import pdfua
import pikepdf
import pytest

from accessibility.matrix import matrix, table
from accessibility.rules import RULES, Tagged, faults
from figures import MUTANTS, count

DOCUMENT = Path(__file__).parents[2] / "docs" / "barrierefreiheit.md"
NOT_FOUND: set[str] = set()
EXPLAINED = {
    ("insek", "TAG-002"): "die wiederholte Kopfzeile einer Tabelle",
    ("insek", "ORD-001"): "beginnt mit fetten Wörtern",
    ("insek", "TBL-010"): "nennt die Zeile eines Handlungsfelds",
    ("insek", "PAG-001"): "Stimmen zu einer Maßnahme",
    ("insek", "TBL-014"): "Der Zeitplan ist als Tabelle ausgezeichnet",
    ("dokumentation", "ORD-001"): "beginnt mit fetten Wörtern",
    ("dokumentation", "PAG-001"): "dieselbe Frage steht über jedem Ergebnis",
}
"""What outloud says that is no fault, by document and rule, and the words that explain it."""
BY_CHANCE = {("insek", "PAG-001"), ("insek", "TAG-002"), ("dokumentation", "ORD-001")}
"""Said only where the same words happen to stand at the same height of several pages, a table goes
on on the next one, or a page holds little beside a list that begins with bold words."""


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


def test_what_outloud_finds_is_explained(built: Path) -> None:
    said: dict[tuple[str, str], list[str]] = {}
    for path in pdfs(built / "build"):
        verdict = outloud.check(str(path))
        assert verdict.error is None
        for fault in verdict.findings:
            said.setdefault((path.stem, fault.rule), []).append(
                f"{fault.message}: {fault.evidence}"
            )
    assert said.keys() <= EXPLAINED.keys(), said
    assert EXPLAINED.keys() - said.keys() <= BY_CHANCE
    explanations = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
    assert [words for words in EXPLAINED.values() if words not in explanations] == []


def test_bold_words_are_heard_where_they_stand(built: Path) -> None:
    """Where outloud sees another order, the structure has that of the sentence."""
    with pikepdf.open(built / "build" / "insek.pdf") as pdf:
        items = [node.text for node in Tagged(pdf).root.all("LBody")]
    assert "02.07.2026: Beschluss im Stadtrat (Rathaus, Großer Sitzungssaal)" in items


def test_what_outloud_takes_for_prose_is_the_repeated_head_of_a_table(built: Path) -> None:
    """No other line is marked as an ornament: it would not be heard."""
    path = built / "build" / "insek.pdf"
    with pikepdf.open(path) as pdf:
        heads = {table.all("TR")[0].text[:40] for table in Tagged(pdf).root.all("Table")}
    shown = [f.evidence or "" for f in outloud.check(str(path)).findings if f.rule == "TAG-002"]
    plain = {"".join(head.split()) for head in heads}
    assert [line for line in shown if not _begins(line, plain)] == []


def _begins(line: str, heads: set[str]) -> bool:
    return any("".join(line.split()).startswith(head[:12]) for head in heads)


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
