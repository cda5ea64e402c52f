"""Nothing under data/ is left out in silence; what belongs elsewhere is told where."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from commands import run

MEASURE = "id: {id}\ntitel: Probe\nhandlungsfeld: HF1\n"
BASE = {
    "concept.yaml": "titel: INSEK\nstadt: Stadt\nstand: 2026-01-01\nstufe: entwurf\n",
    "fields/HF1.yaml": "id: HF1\ntitel: Wohnen\n",
    "measures/M-001-hof.yaml": MEASURE.format(id="M-001"),
}


def findings(folder: Path, files: Mapping[str, str]) -> list[dict[str, str]]:
    for name, text in {**BASE, **files}.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found: list[dict[str, str]] = json.loads(run(folder, "check", "--format", "json").stdout)
    return [each for each in found if each["code"] in {"INSEK123", "INSEK131", "INSEK132"}]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Measures/M-002-x.yaml", "data/measures/"),
        ("Maßnahmen/M-002-x.yaml", "data/measures/"),
        ("massnahme/neu.yaml", "data/measures/"),
        ("HANDLUNGSFELDER/HF2.yaml", "data/fields/"),
        ("Kapitel/vorwort.md", "data/chapters/"),
        ("register/actors.yaml", "data/registers/"),
        ("Fotos/x.jpg", "data/bilder/"),
        ("entwuerfe/neu/M-002-x.yaml", "data/measures/"),
        ("measures/HF1/alt/M-002-x.yaml", "data/measures/"),
        ("measures/M-002-x.YAML", "M-002-x.yaml"),
        ("measures/M-002-x.yaml.txt", "M-002-x.yaml"),
        ("measures/M-002-x", "M-002-x.yaml"),
        ("fields/HF2.yml", "HF2.yaml"),
        ("HF2.yaml", "data/fields/HF2.yaml"),
        ("registers/Ortsbezirke.yaml", "districts.yaml"),
        ("abkuerzungen.yaml", "data/registers/abbreviations.yaml"),
        ("chapters/Einführung Teil 2.docx", "einfuehrung-teil-2.md"),
        ("chapters/analyse.MD", "analyse.md"),
        ("workshops/herbst/Workshop.yml", "workshop.yaml"),
        ("workshops/herbst/votes.csv", "ballots.csv"),
    ],
)
def test_data_elsewhere_is_an_error_with_its_place(name: str, target: str, tmp_path: Path) -> None:
    (found,) = findings(tmp_path, {name: "x: y\n"})
    assert (found["severity"], found["code"]) == ("error", "INSEK123")
    assert target in found["hint"]


@pytest.mark.parametrize(
    "name",
    [
        "README.md", "measures/README.txt", "LICENSE", "measures/~$M-001.docx", ".DS_Store",
        "measures/.M-001.yaml.swp", "chapters/.~lock.vorwort.docx#", "bilder/Thumbs.db",
        "fields/desktop.ini", "schema/measure.schema.json", "bilder/plan.png",
        "karten/netz.geojson", "monitoring/2026-01-01.yaml", "workshops/.gitkeep",
    ],
)  # fmt: skip
def test_what_systems_leave_behind_is_no_finding(name: str, tmp_path: Path) -> None:
    assert findings(tmp_path, {name: ""}) == []


@pytest.mark.parametrize(
    "name", ["protokoll.pdf", "measures/M-001-hof.yaml.bak", "fields/HF1.yaml~"]
)
def test_what_is_no_data_is_told_and_stops_nothing(name: str, tmp_path: Path) -> None:
    (found,) = findings(tmp_path, {name: "x"})
    assert (found["severity"], found["code"]) == ("warning", "INSEK132")


def test_a_moved_folder_is_one_finding(tmp_path: Path) -> None:
    moved = {f"massnahmen/M-{n:03}-x.yaml": MEASURE.format(id=f"M-{n:03}") for n in range(10, 70)}
    referring = {"measures/M-002-x.yaml": MEASURE.format(id="M-002") + "abhaengig_von: [M-033]\n"}
    (found,) = findings(tmp_path, {**moved, **referring})
    assert "60 Dateien" in found["message"]
    assert "INSEK201" not in run(tmp_path, "check").stdout


def test_a_folder_of_folders_is_walked_without_recursion(tmp_path: Path) -> None:
    deep, folder = "/".join(["a"] * 1100), tmp_path / "data"
    folder.mkdir()
    for _level in range(1100):
        folder /= "a"
        folder.mkdir()
    (found,) = findings(tmp_path, {f"{deep}/M-002-x.yaml": MEASURE.format(id="M-002")})
    # What tidies up behind the tests would fail at so many levels.
    (folder / "M-002-x.yaml").unlink()
    while folder.name == "a":
        folder.rmdir()
        folder = folder.parent
    assert "data/a/ " in found["message"]


@pytest.mark.parametrize(
    "copy",
    [
        "M-001-hof - Kopie", "M-001-hof - Kopie (2)", "Kopie von M-001-hof", "M-001-hof (1)",
        "Kopie von Kopie von M-001-hof", "M-001-hof 2", "M-001-hof copy", "M-001-hof-DESKTOP-4F2K1",
        "Copy of M-001-hof", "M-001-hof - Copy (3)", "M-001-hof (conflicted copy 2026-03-01)",
    ],
)  # fmt: skip
def test_the_copy_is_blamed_and_never_the_original(copy: str, tmp_path: Path) -> None:
    changed = MEASURE.format(id="M-001") + "prioritaet: hoch\n"
    (found,) = findings(tmp_path, {f"measures/{copy}.yaml": changed})
    assert (found["code"], found["file"]) == ("INSEK131", f"data/measures/{copy}.yaml")
    assert "M-001-hof.yaml" in found["hint"]
    assert "umbenennen" not in found["hint"]
    others = run(tmp_path, "check").stdout.replace(found["file"], "")
    assert "data/measures/M-001-hof.yaml" not in others


def test_a_copy_that_became_a_measure_is_kept(tmp_path: Path) -> None:
    own = MEASURE.format(id="M-002").replace("Probe", "Markthalle")
    assert findings(tmp_path, {"measures/M-001-hof - Kopie.yaml": own}) == []
    assert "INSEK203" in run(tmp_path, "check").stdout


def test_names_that_only_resemble_are_no_copies(tmp_path: Path) -> None:
    files = {
        f"measures/M-00{n}-{name}.yaml": MEASURE.format(id=f"M-00{n}")
        for n, name in ((2, "hof-2"), (3, "hof"), (4, "hof-kopie-der-satzung"))
    }
    chapters = {f"chapters/teil-{n}.md": f"---\ntitel: Teil {n}\n---\nText.\n" for n in (1, 2)}
    assert findings(tmp_path, {**files, **chapters}) == []


@pytest.mark.parametrize(
    "name", ["concept.yml", "Konzept.yaml", "concept.yaml.txt", "Concept.yaml"]
)
def test_a_concept_of_another_name_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_text("titel: INSEK\n", encoding="utf-8")
    done = run(tmp_path, "check")
    assert done.returncode == 2
    assert f"data/{name}" in done.stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("massnahmen/neu.yaml", "data/measures/"),
        ("Daten/measures/M-002-x.yml", "data/measures/"),
        ("M-002-x.yml", "data/measures/M-002-x.yaml"),
        ("konzept.yaml", "data/concept.yaml"),
        ("workshops/abend/workshop.yaml", "data/workshops/"),
        ("mkdocs.yml", ""), ("k8s/plan.yaml", ""), ("bilder/fotos.yaml", ""),
        ("build/M-002-x.yaml", ""), (".alt/M-002-x.yaml", ""), ("stadt/data/measures/M-2.yaml", ""),
    ],
)  # fmt: skip
def test_data_beside_data(name: str, told: str, tmp_path: Path) -> None:
    """What lies at the top of a repository is told the first time and every time after."""
    assert findings(tmp_path, {}) == []
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MEASURE.format(id="M-002"), encoding="utf-8")
    for _time in range(2):
        found = findings(tmp_path, {})
        assert [told in each["hint"] for each in found] == ([True] if told else [])
    path.unlink()
    assert findings(tmp_path, {}) == []
