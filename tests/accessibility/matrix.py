"""Which check finds which fault: every changed PDF against the validators and the own rules."""

from pathlib import Path

import page
import pdfua

from accessibility.rules import faults

MUTANTS = sorted((Path(__file__).parent / "mutants").glob("*.pdf"))
BASE = MUTANTS[0]


def matrix() -> dict[str, tuple[bool, bool, str]]:
    """By name: found by the PDF/UA-1 validator, by the second opinion, by which own rule."""
    sound = {verdict.rule_id for verdict in _failures(BASE)}, _opinions(BASE), set(faults(BASE))
    found = {}
    for path in MUTANTS[1:]:
        formal = {verdict.rule_id for verdict in _failures(path)} - sound[0]
        own = sorted({fault.partition(":")[0] for fault in set(faults(path)) - sound[2]})
        found[path.stem] = bool(formal), bool(_opinions(path) - sound[1]), ", ".join(own)
    return found


def table() -> str:
    """The matrix as Markdown."""
    lines = ["| Fehler | PDF/UA-1 | zweite Prüfung | eigene Regel |", "| --- | --- | --- | --- |"]
    for name, (formal, second, own) in matrix().items():
        cells = (name, "ja" if formal else "–", "ja" if second else "–", own or "–")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _failures(path: Path) -> list[page.ValidationFailure]:
    return list(page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).failures)


def _opinions(path: Path) -> set[str]:
    return {finding.rule_id for finding in pdfua.validate(str(path)).findings}
