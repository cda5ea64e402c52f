"""A new register is its model and a row of the table: really made in a copy of the program."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

import insek_cli
from insek_cli.models.base import Model
from insek_cli.models.key_paths import values
from insek_cli.models.keys import keys, refers
from insek_cli.models.record_kinds import KINDS, REGISTERS, TARGETS, RecordKind, Register, kind_of

MODEL = '''

class Sponsor(Model):
    """Who gives money."""

    id: Slug = public("Kennung", "Kurzname.", default=...)
    name: Text = public("Name", "Name.", default=...)
'''
ROW = '''Register(
            "sponsors", Sponsor, "sponsor", "Geldgeber", "Geldgeber", "The sponsor", ("name",),
            "sponsors sponsor geldgeber", {"id": "sparkasse", "name": "Sparkasse"}, "Geldgeber.",
            ("name",),
        ),
        Register(
            "abbreviations"'''


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program with one more register: two modules differ."""
    package = tmp_path / "program" / "insek_cli"
    source = Path(insek_cli.__file__).parent
    shutil.copytree(source, package, ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    (package / "fonts").symlink_to(source / "fonts")
    model = package / "models" / "registers.py"
    model.write_text(model.read_text("utf-8") + MODEL, encoding="utf-8")
    table = package / "models" / "record_kinds.py"
    text = table.read_text("utf-8")
    for old, new in (
        ("District, Plan, Programme", "District, Plan, Programme, Sponsor"),
        ('Register(\n            "abbreviations"', ROW),
    ):
        assert old in text
        text = text.replace(old, new)
    table.write_text(text, encoding="utf-8")
    return package.parent


def insek(program: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(program), "INSEK_LANG": "de"}
    return subprocess.run(
        [sys.executable, "-m", "insek_cli", *words],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_a_new_register_is_a_model_and_a_row(program: Path, tmp_path: Path) -> None:
    city = tmp_path / "stadt"
    city.mkdir()
    assert insek(program, city, "init").returncode == 0
    register = city / "data" / "registers" / "sponsors.yaml"
    assert "- id: sparkasse\n  name: Sparkasse\n" in register.read_text("utf-8")
    insek(program, city, "schema")
    assert "Sponsor" in (city / "data/schema/register.schema.json").read_text("utf-8")
    assert insek(program, city, "fmt", "--check").returncode == 0
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=city, check=True)
    name = ["-c", "user.name=Ref. 61", "-c", "user.email=ref61@musterstadt.example"]
    subprocess.run(["git", *name, "commit", "-qm", "x"], cwd=city, check=True)
    more = "- id: sparkasse\n  name: Stiftung\n- id: bank\n  name: SPARKASSE\n"
    register.write_text(register.read_text("utf-8") + more, encoding="utf-8")
    found = json.loads(insek(program, city, "check", "--format", "json").stdout)
    codes = {entry["code"] for entry in found if entry["file"] == "data/registers/sponsors.yaml"}
    assert codes == {"INSEK202", "INSEK422", "INSEK424"}, "the same id, unused, the same name"
    register.write_text("- id: sparkasse\n  name: Stadtsparkasse\n", encoding="utf-8")
    assert "Sparkasse → Stadtsparkasse" in insek(program, city, "diff", "HEAD").stdout
    register.rename(city / "data" / "geldgeber.yaml")
    assert "data/registers/sponsors.yaml" in insek(program, city, "check").stdout


def test_references_name_a_kind_that_exists() -> None:
    waiting, seen, named = [kind.model for kind in KINDS.values()], set(), set()
    while waiting:
        model = waiting.pop()
        seen.add(model)
        named |= {key.refers for key in keys(model) if refers(key)}
        waiting += [key.record for key in keys(model) if key.record and key.record not in seen]
    assert {"goal", "actor"} <= named <= {"goal", *TARGETS}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_table_tells_what_a_file_holds(kind: RecordKind[Model]) -> None:
    file = PurePosixPath(kind.file.replace("*", "abend"))
    assert kind_of(file) is (kind if kind.schema else None)
    assert kind_of("x" / file) is None
    assert kind_of(file.with_name("anderes.txt")) is None
    assert not kind.id or kind.id in kind.model.model_fields
    assert {*kind.label} <= {*kind.model.model_fields}
    assert bool(kind.label) == bool(kind.refers) or kind.name == "abbreviations"


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
def test_each_example_is_a_record_with_a_name(register: Register) -> None:
    record = register.model.model_validate(dict(register.example))
    assert register.record_kind.called(record)
    assert not list(values(record, refers))
