"""Folders of data and what is found in them. A new folder is a new case."""

from pathlib import Path

import pytest

from golden.case_findings import cases, found
from golden.golden_files import hold
from insek_cli.findings.codes import (
    access_codes,
    completeness_codes,
    consistency_codes,
    file_codes,
    judgement_codes,
    monitoring_codes,
    reference_codes,
    syntax_codes,
    value_codes,
    vote_codes,
)

VALID, DOUBTFUL, INVALID = map(cases, ("valid", "doubtful", "invalid"))


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSEK_LANG", "de")


def test_cases_are_there() -> None:
    assert len(VALID) >= 3
    assert len(INVALID) >= 40


@pytest.mark.parametrize("case", VALID, ids=lambda path: path.name)
def test_good_data_has_no_findings(case: Path, tmp_path: Path) -> None:
    assert found(case, tmp_path) == ""


@pytest.mark.parametrize("case", INVALID, ids=lambda path: path.name)
def test_bad_data_has_the_expected_findings(case: Path, tmp_path: Path) -> None:
    text = found(case, tmp_path)
    hold(case / "expected.txt", text)
    assert text


@pytest.mark.parametrize("case", DOUBTFUL, ids=lambda path: path.name)
def test_doubtful_data_is_worth_a_look(case: Path, tmp_path: Path) -> None:
    text = found(case, tmp_path)
    hold(case / "expected.txt", text)
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
        monitoring_codes,
    )
    codes = {entry.code for module in modules for entry in module.CODES}
    assert len(codes) > 40
    assert {code for code in codes if f" {code}" not in texts} <= elsewhere
