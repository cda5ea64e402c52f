"""Folders of data and what is found in them. A new folder is a new case.

The files of a case are laid over `valid/minimal`. `INSEK_UPDATE=1` writes expected.txt anew.
"""

import os
import shutil
from pathlib import Path

import pytest

from insek_cli.checks import run
from insek_cli.findings import Severity
from insek_cli.findings.codes import (
    access_codes,
    completeness_codes,
    consistency_codes,
    file_codes,
    judgement_codes,
    reference_codes,
    syntax_codes,
    value_codes,
    vote_codes,
)
from insek_cli.findings.reporters.plain_report import findings_text
from insek_cli.source import assemble, load_project

CASES = Path(__file__).parent.parent / "cases"
VALID = sorted(path for path in (CASES / "valid").iterdir() if path.is_dir())
DOUBTFUL = sorted(path for path in (CASES / "doubtful").iterdir() if path.is_dir())
INVALID = sorted(path for path in (CASES / "invalid").iterdir() if path.is_dir())


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSEK_LANG", "de")


def found(case: Path, project: Path, *, notes: bool = False) -> str:
    """The findings of a case; what is only worth a look has cases of its own."""
    for layer in (CASES / "valid" / "minimal", case):
        shutil.copytree(layer / "data", project / "data", dirs_exist_ok=True)
    loaded = load_project(project)
    issues = run(loaded, assemble(loaded))
    return findings_text(i for i in issues if notes or i.severity is not Severity.NOTE)


def test_cases_are_there() -> None:
    assert len(VALID) >= 3
    assert len(INVALID) >= 40


@pytest.mark.parametrize("case", VALID, ids=lambda path: path.name)
def test_good_data_has_no_findings(case: Path, tmp_path: Path) -> None:
    assert found(case, tmp_path) == ""


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.name)
def test_bad_data_has_the_expected_findings(case: Path, tmp_path: Path) -> None:
    expected = case / "expected.txt"
    text = found(case, tmp_path)
    if os.environ.get("INSEK_UPDATE") == "1":
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")
    assert text


@pytest.mark.parametrize("case", DOUBTFUL, ids=lambda path: path.name)
def test_doubtful_data_is_worth_a_look(case: Path, tmp_path: Path) -> None:
    expected = case / "expected.txt"
    text = found(case, tmp_path, notes=True)
    if os.environ.get("INSEK_UPDATE") == "1":
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")
    codes = {entry.code for entry in judgement_codes.CODES} - {"INSEK431", "INSEK432"}
    assert {code for code in codes if f" {code}" not in text} == set()


def test_every_code_of_loading_and_checking_occurs_in_a_case() -> None:
    texts = "".join(
        case.joinpath("expected.txt").read_text(encoding="utf-8") for case in (*INVALID, *DOUBTFUL)
    )
    elsewhere = {"INSEK114", "INSEK121", "INSEK122", "INSEK124", "INSEK125", "INSEK214"}
    modules = (
        syntax_codes,
        file_codes,
        value_codes,
        reference_codes,
        completeness_codes,
        consistency_codes,
        vote_codes,
        access_codes,
    )
    codes = {entry.code for module in modules for entry in module.CODES}
    assert len(codes) > 40
    assert {code for code in codes if f" {code}" not in texts} <= elsewhere
