"""Goals keep their ids: a reference means the same goal whatever is added, moved or removed."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from insek_cli.source import assemble, load_project

OLD = """\
# yaml-language-server: $schema=../schema/field.schema.json
id: HF1
titel: Wohnen
ziele: # die Ziele
  # das erste
  - titel: Bezahlbar wohnen # seit 2020
    unterziele:
      # darüber
      - Leerstand nutzen # daneben
      - 'Höfe: öffnen'
      - >-
        Zwei Zeilen,
        ein Text
      - |
        Absatz
  - titel: Gemeinsam wohnen
"""
NEW = """\
# yaml-language-server: $schema=../schema/field.schema.json
id: HF1
titel: Wohnen
ziele: # die Ziele
  # das erste
  - id: HF1.1
    titel: Bezahlbar wohnen # seit 2020
    unterziele:
      # darüber
      - id: HF1.1.1
        titel: Leerstand nutzen # daneben
      - id: HF1.1.2
        titel: "Höfe: öffnen"
      - id: HF1.1.3
        titel: >-
          Zwei Zeilen,
          ein Text
      - id: HF1.1.4
        titel: |
          Absatz
  - id: HF1.2
    titel: Gemeinsam wohnen
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A concept with one field of the old form, and a measure that serves its first goal."""
    data = tmp_path / "data"
    for name, text in {
        "concept.yaml": "titel: INSEK\nstadt: Musterstadt\nstand: 2026-01-31\n",
        "fields/HF1.yaml": OLD,
        "measures/M-001.yaml": "id: M-001\ntitel: Kataster\nhandlungsfeld: HF1\nziele: [HF1.1]\n",
    }.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(insek: Callable, project: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    return lambda *words: insek(*words, "--project", str(project))


def field(project: Path) -> Path:
    return project / "data" / "fields" / "HF1.yaml"


def served(project: Path) -> list[tuple[str, str]]:
    """Number and title of the goals the measure serves."""
    catalog = assemble(load_project(project))
    goals = (catalog.goals[id_] for id_ in catalog.measures[0].ziele)
    return [(placed.number, placed.goal.titel) for placed in goals]


def commit(project: Path) -> None:
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        name = ["-c", "user.name=Ref. 61", "-c", "user.email=ref61@musterstadt.example"]
        subprocess.run(["git", *name, *words], cwd=project, check=True)


def test_the_old_form_works_by_place_and_is_told(run: Callable, project: Path) -> None:
    done = run("check")
    assert "data/fields/HF1.yaml:6:5: Warnung INSEK143" in done.stdout
    assert "insek fmt" in done.stdout
    assert done.returncode == 0
    assert served(project) == [("1.1", "Bezahlbar wohnen")]


def test_fmt_writes_the_ids_and_keeps_all_else(run: Callable, project: Path) -> None:
    assert "6 Ziele bekämen ihre Kennungen" in run("fmt", "--check").stdout
    assert field(project).read_text(encoding="utf-8") == OLD
    assert "6 Ziele haben jetzt ihre Kennungen" in run("fmt").stdout
    assert field(project).read_text(encoding="utf-8") == NEW
    assert "INSEK143" not in run("check").stdout
    assert "Kennung" not in run("fmt").stdout


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fmt_keeps_the_line_ends(run: Callable, project: Path, end: str) -> None:
    field(project).write_bytes(OLD.replace("\n", end).encode())
    run("fmt")
    assert field(project).read_bytes() == NEW.replace("\n", end).encode()


def test_a_goal_above_changes_the_number_and_not_the_goal(run: Callable, project: Path) -> None:
    run("fmt")
    commit(project)
    above = "  - titel: Wohnungslosigkeit überwinden\n"
    text = field(project).read_text(encoding="utf-8")
    field(project).write_text(text.replace("  # das erste\n", above + "  # das erste\n"), "utf-8")
    assert "data/fields/HF1.yaml:5:5: Fehler INSEK107" in run("check").stdout
    assert "1 Ziel hat jetzt seine Kennung" in run("fmt").stdout
    assert "  - id: HF1.3\n    titel: Wohnungslosigkeit" in field(project).read_text("utf-8")
    assert served(project) == [("1.2", "Bezahlbar wohnen")]
    told = run("diff", "HEAD").stdout
    assert "neu: Ziel Z 1.1 „Wohnungslosigkeit überwinden“" in told
    assert "neue Nummern: Z 1.1 → Z 1.2, Z 1.2 → Z 1.3\n" in told
    assert "M-001" not in told


def test_ids_that_were_ever_named_are_not_given_again(run: Callable, project: Path) -> None:
    run("fmt")
    measure = project / "data" / "measures" / "M-001.yaml"
    measure.write_text(measure.read_text("utf-8").replace("- HF1.1\n", "- HF1.1\n  - HF1.7\n"))
    assert "Das Ziel „HF1.7“ gibt es nicht" in run("check").stdout
    text = field(project).read_text(encoding="utf-8")
    field(project).write_text(text + "  - titel: Neu\n    unterziele:\n      - Teil\n", "utf-8")
    run("fmt")
    assert "- id: HF1.8\n    titel: Neu\n    unterziele:\n      - id: HF1.8.1" in (
        field(project).read_text("utf-8")
    )
    assert "Das Ziel „HF1.7“ gibt es nicht" in run("check").stdout


def test_a_moved_goal_keeps_its_id(run: Callable, project: Path) -> None:
    run("fmt")
    commit(project)
    text = field(project).read_text(encoding="utf-8")
    part = '      - id: HF1.1.2\n        titel: "Höfe: öffnen"\n'
    moved = text.replace(part, "") + f"    unterziele:\n{part}"
    field(project).write_text(moved.replace("Gemeinsam", "Zusammen"), encoding="utf-8")
    assert run("check").returncode == 0
    told = run("diff", "HEAD").stdout
    assert "Unterziel Z 1.1.2 „Höfe: öffnen“ verschoben nach Z 1.2.1" in told
    assert "Ziel Z 1.2 „Zusammen wohnen“ umbenannt, früher „Gemeinsam wohnen“" in told
    assert "entfernt" not in told
    field(project).write_text(text.replace(part, ""), encoding="utf-8")
    assert "entfernt: Unterziel Z 1.1.2 „Höfe: öffnen“" in run("diff", "HEAD").stdout


def test_an_earlier_id_leads_to_the_goal_of_today(run: Callable, project: Path) -> None:
    run("fmt")
    text = field(project).read_text(encoding="utf-8")
    text = text.replace("  - id: HF1.1\n", "  - id: HF1.9\n    frueher: [HF1.1]\n")
    field(project).write_text(text, encoding="utf-8")
    found = json.loads(run("check", "--format", "json").stdout)
    about = [entry for entry in found if entry["code"] == "INSEK208"]
    assert [(entry["file"], entry["line"]) for entry in about] == [("data/measures/M-001.yaml", 5)]
    assert "HF1.9" in about[0]["message"]
    assert served(project) == [("1.1", "Bezahlbar wohnen")]
    assert run("build", "-f", "md").returncode == 0
    report = (project / "build" / "insek.md").read_text(encoding="utf-8")
    assert "[Z 1.1](#ziel-1-9)" in report


def test_new_measures_are_offered_the_goals(run: Callable, project: Path) -> None:
    run("fmt")
    run("new", "measure", "Ohne Ziel", "--field", "HF1")
    text = (project / "data" / "measures" / "M-002-ohne-ziel.yaml").read_text(encoding="utf-8")
    assert "##   HF1.1.1  Z 1.1.1 Leerstand nutzen\n" in text
    run("new", "measure", "Mit Ziel", "--field", "HF1", "--goal", "hf1.2", "--goal", "1.1.1")
    text = (project / "data" / "measures" / "M-003-mit-ziel.yaml").read_text(encoding="utf-8")
    assert "ziele:\n  - HF1.2\n  - HF1.1.1\n" in text
    done = run("new", "measure", "Falsch", "--field", "HF1", "--goal", "HF1.7")
    assert done.returncode == 2
    assert "HF1.2 Z 1.2 Gemeinsam wohnen" in done.stderr
