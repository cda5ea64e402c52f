"""A key added to the measure, and nothing else: every output has it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[2]
RECORD = '''class Effect(Model):
    """An effect on the climate."""

    wirkung: Text = public("Wirkung", "Was geschieht.", default=...)
    jahr: Year | None = public("Jahr der Wirkung", "Ab wann.")
    stelle: ActorId | None = public("Stelle", "Wer misst.")


class Measure(Model):'''
KEY = """    klimawirkungen: tuple[Effect, ...] = public(
        "Klimawirkungen", "Was sie dem Klima nützt.", default=(), column=NACHHALTIGKEIT
    )
    kosten: Costs"""
DATA = """klimawirkungen:
  - wirkung: Verdunstung kühlt den Platz
    jahr: 2031
    stelle: stadtplanung
  - wirkung: Schatten
"""
REST = "Jahr der Wirkung: 2031, Stelle: Stadtplanung"
TOLD = "Verdunstung kühlt den Platz"
HEADING = "Ideen zur Erhöhung der Nachhaltigkeit der Maßnahmen"
Insek = Callable[..., str]


@pytest.fixture(scope="module")
def insek(tmp_path_factory: pytest.TempPathFactory) -> Insek:
    """The program with one key more, run in a city of one measure."""
    folder = tmp_path_factory.mktemp("gewachsen")
    program, city = folder / "program", folder / "stadt"
    shutil.copytree(ROOT / "src", program / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "examples"):
        (program / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "data" / "schema", program / "data" / "schema")
    model = program / "src" / "insek_cli" / "models" / "measure.py"
    text = model.read_text("utf-8")
    for old, new in (
        ("class Measure(Model):", RECORD),
        ("    kosten: Costs", KEY),
        ("    FieldId,\n", "    ActorId,\n    FieldId,\n"),
        ("\n\n(\n", "\nfrom insek_cli.models.units import Year\n\n(\n"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    model.write_text(text, "utf-8")
    variables = {
        "PYTHONPATH": str(program / "src"),
        "INSEK_LANG": "de",
        "COLUMNS": "120",
        "PYTHONIOENCODING": "utf-8",
        "INSEK_CACHE": str(folder / "cache"),
    }

    def run(*arguments: str, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "insek_cli", *arguments],
            cwd=city if city.is_dir() else folder,
            env={**os.environ, **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    run.city = city  # type: ignore[attr-defined]
    run("init", str(city))
    return run


def test_a_key_added_to_the_model_alone_reaches_every_output(insek: Insek) -> None:
    """The files, `fmt`, schema, list, show, Steckbrief, Maßnahmenliste, sheets and diff."""
    city: Path = insek.city  # type: ignore[attr-defined]
    file = city / "data" / "measures" / "M-001-beispielmassnahme.yaml"
    assert "# klimawirkungen:\n#   - wirkung:  # Was geschieht.\n" in file.read_text("utf-8")
    insek("new", "measure", "Noch offen", "--field", "HF1")
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Beginn")):
        subprocess.run([*git, *arguments], cwd=city, check=True)

    begun = file.read_text("utf-8").replace("id: M-001\n", f"id: M-001\n{DATA}")
    file.write_text(begun, "utf-8")
    insek("schema")
    schema = json.loads((city / "data" / "schema" / "measure.schema.json").read_text("utf-8"))
    assert schema["properties"]["klimawirkungen"]["title"] == "Klimawirkungen"
    insek("fmt")
    written = file.read_text("utf-8")
    assert 0 < written.index("\nakteure:") < written.index("\nklimawirkungen:")
    insek("check")

    assert "M-001" not in insek("list", "--missing", HEADING)
    assert "M-002" in insek("list", "--missing", "klimawirkungen")
    first, second = json.loads(insek("list", "--format", "json"))
    assert (HEADING in first["offen"], HEADING in second["offen"]) == (False, True)
    card = insek("show", "M-001")
    assert f"Klimawirkungen: {TOLD}" in card
    assert "Klimawirkungen" not in card.rpartition("Noch offen")[2]
    assert "Klimawirkungen" in insek("show", "M-002").rpartition("Noch offen")[2]

    insek("build", "--format", "md,xlsx,docx")
    report = (city / "build" / "insek.md").read_text("utf-8")
    assert "Klimawirkungen" in report
    assert f"{TOLD}, {REST}" in report
    assert re.search(r"Noch offen: .*Klimawirkungen", report)
    book = load_workbook(city / "build" / "massnahmenliste.xlsx")
    heads, row, *_ = book["Maßnahmenliste"].iter_rows(values_only=True)
    assert str(row[heads.index(HEADING)]).startswith(f"Klimawirkungen: {TOLD}, {REST}")
    keys, titles, row, *_ = book["Daten"].iter_rows(values_only=True)
    place = keys.index("klimawirkungen")
    assert titles[place] == "Klimawirkungen"
    assert str(row[place]).splitlines() == [f"{TOLD}, {REST}", "Schatten"]
    keys, _titles, row, *_ = book["Daten Klimawirkungen"].iter_rows(values_only=True)
    assert row[keys.index("jahr")] == 2031
    (explained,) = [r for r in book["Erläuterungen"].iter_rows(values_only=True)
                    if r[0] == "klimawirkungen"]  # fmt: skip
    assert explained[1] == "Klimawirkungen: Was sie dem Klima nützt."
    document = Document(str(city / "build" / "insek.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any(cell.startswith(f"Klimawirkungen: {TOLD}") for cell in cells)

    said = insek("diff")
    assert "Klimawirkungen" in said
    assert TOLD in said


def test_a_misspelt_part_of_the_new_key_is_told(insek: Insek) -> None:
    city: Path = insek.city  # type: ignore[attr-defined]
    file = city / "data" / "measures" / "M-003-neu.yaml"
    content = "id: M-003\ntitel: Neu\nhandlungsfeld: HF1\nklimawirkungen:\n  - wirkng: Schatten\n"
    file.write_text(content, "utf-8")
    said = insek("check", code=1)
    file.unlink()
    assert "„wirkung“" in said
    assert "M-003-neu.yaml:5:5" in said
