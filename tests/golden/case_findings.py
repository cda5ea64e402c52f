"""Folders of data and what is found in them: a new folder below `tests/cases` is a new case.

The files of a case are laid over `valid/minimal`; `invalid` and `doubtful` keep what is found in
`expected.txt`.
"""

import shutil
from pathlib import Path

from golden.golden_files import GOLDEN
from insek_cli.checks import run_checks
from insek_cli.findings import Severity
from insek_cli.findings.reporters.plain_report import findings_text
from insek_cli.source import assemble, load_project

CASES = GOLDEN.parent / "cases"


def cases(kind: str) -> list[Path]:
    """The folders of one kind: valid, doubtful or invalid."""
    return sorted(path for path in (CASES / kind).iterdir() if path.is_dir())


def found(case: Path, project: Path) -> str:
    """The findings of a case; what is only worth a look is said of the doubtful ones alone."""
    for layer in (CASES / "valid" / "minimal", case):
        shutil.copytree(layer / "data", project / "data", dirs_exist_ok=True)
    loaded = load_project(project)
    issues = run_checks(loaded, assemble(loaded))
    notes = case.parent.name == "doubtful"
    return findings_text(i for i in issues if notes or i.severity is not Severity.NOTE)


def case_findings(folder: Path) -> dict[Path, str]:
    """What is found in each case, by its golden file."""
    return {
        case / "expected.txt": found(case, folder / case.parent.name / case.name)
        for kind in ("invalid", "doubtful")
        for case in cases(kind)
    }
