"""Money that does not add up, found by `insek check`."""

from pathlib import Path

import pytest

from commands import run
from documents.project_files import write_project
from report.test_cost_overview import costs, measure

PROGRAMME = {"id": "hof", "titel": "Hofprogramm", "hoechstbetrag": 500}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"anteil": 50}, ""),
        ({"anteil": 50.01}, "finanzierung[0].anteil: 501 € sind mehr"),
        ({"anteil": 90}, "finanzierung[0].anteil: 900 € sind mehr"),
        ({"jahre": [{"jahr": 2027, "betrag": 400}, {"jahr": 2028, "betrag": 101}]},
         "finanzierung[0].jahre: 501 € sind mehr"),
        ({"betrag": 501}, "finanzierung[0].betrag: 501 € sind mehr"),
        ({}, ""),
    ],
)  # fmt: skip
def test_what_a_share_comes_to_is_held_against_the_ceiling(
    source: dict[str, object], said: str, tmp_path: Path
) -> None:
    one = measure(
        1,
        "HF1",
        kosten=costs({"von": 100, "bis": 1000, "rhythmus": "einmalig"}),
        finanzierung=[{"programm": "hof", **source}],
    )
    files = {"registers/programmes.yaml": [PROGRAMME], "measures/M-001-test.yaml": one}
    found = run(write_project(tmp_path, files), "check").stdout.replace("\u00a0", " ")
    assert said in " ".join(found.split())
    assert ("INSEK442" in found) == bool(said)
