"""`insek build`: documents, findings, exit codes, and that a failure changes nothing."""

import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DOCUMENTS = {"insek.docx", "insek.md", "insek.pdf", "massnahmenliste.xlsx"}
WAITING = "Warte auf Änderungen"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix}


def test_all_documents_and_a_summary(insek: Callable, project: Path) -> None:
    done = insek("build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert contents(project / "build").keys() == DOCUMENTS
    assert done.stderr == ""
    assert [name for name in DOCUMENTS if f"build/{name} " not in done.stdout] == []


def test_the_musterstadt_builds_without_a_finding(insek: Callable, musterstadt: Path) -> None:
    done = insek("build", cwd=musterstadt)
    assert (done.returncode, done.stderr) == (0, "")
    assert "11 Zeilen" in done.stdout


def test_only_some_formats_somewhere_else(insek: Callable, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "woanders"
    done = insek("build", "-f", "md", "-f", "xlsx", "--out", str(target), cwd=project)
    assert done.returncode == 0
    assert contents(target).keys() == {"insek.md", "massnahmenliste.xlsx"}
    assert not (project / "build").exists()


def test_what_is_open_for_another_stage_is_counted(insek: Callable, project: Path) -> None:
    done = insek("build", "-f", "xlsx", "--stage", "beschluss", cwd=project)
    assert done.returncode == 0
    assert "Standort 1, Ziele 1.\nWelche: insek list --missing" in done.stdout


def test_strict_stops_at_warnings_and_lists_them(insek: Callable, project: Path) -> None:
    done = insek("build", "--strict", "--stage", "werkstatt", cwd=project)
    assert done.returncode == 1
    assert done.stderr.count("INSEK301") == 3
    assert "Es wurde nichts geschrieben: 3 Warnungen." in done.stderr
    assert not (project / "build").exists()


def test_an_excerpt_goes_to_its_own_folder(insek: Callable, project: Path) -> None:
    done = insek("build", "-f", "md", "--only", "hf1", "--profile", "werkstatt", cwd=project)
    assert done.returncode == 0
    (document,) = project.rglob("insek.md")
    assert "hf1" in document.parent.name


def test_another_stage_is_a_trial_beside_the_public_document(
    insek: Callable, project: Path
) -> None:
    insek("build", "-f", "md,xlsx", cwd=project)
    public = contents(project / "build")
    done = insek("build", "-f", "md,xlsx", "--stage", "beschluss", cwd=project)
    assert done.returncode == 0
    trial = project / "build" / "oeffentlich-beschluss" / "insek.md"
    assert "Probe der Stufe Beschluss – nicht zur Veröffentlichung" in trial.read_text("utf-8")
    # The concept is a draft: nothing calls itself the version for the council's decision.
    told = [line for line in trial.read_text("utf-8").split("\n") if "Beschlussfassung" in line]
    assert told
    assert all("Probe: Beschlussfassung" in line for line in told)
    after = contents(project / "build")
    assert {name: after[name] for name in public} == public
    only = insek("build", "-f", "md", "--stage", "beschluss", "--only", "HF1", cwd=project)
    assert "oeffentlich-beschluss-hf1" in only.stdout


def test_the_stage_of_the_concept_itself_is_no_trial(insek: Callable, project: Path) -> None:
    insek("build", "-f", "md", cwd=project)
    before = contents(project / "build")
    insek("build", "-f", "md", "--stage", "entwurf", cwd=project)
    assert contents(project / "build") == before


def test_images_may_have_any_name(insek: Callable, project: Path) -> None:
    folder = project / "data" / "bilder"
    folder.mkdir(exist_ok=True)
    picture = next((ROOT / "examples" / "musterstadt" / "data" / "bilder").glob("*.png"))
    measure = project / "data" / "measures" / "M-001-leerstandskataster.yaml"
    entries = ["bilder:"]
    for name in ("Plan Süd & Nord, 50 %.png", "./plan (1).png", "a+b#c.png"):
        shutil.copyfile(picture, folder / name)
        entries += [f'  - datei: "{name}"', "    rolle: karte", "    alt: Karte"]
    text = measure.read_text(encoding="utf-8")
    measure.write_text(text + "\n".join(entries) + "\n", encoding="utf-8")
    done = insek("build", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")


def test_errors_in_the_data_leave_the_old_documents(insek: Callable, project: Path) -> None:
    insek("build", "-f", "md,xlsx", cwd=project)
    before = contents(project / "build")
    measure = project / "data" / "measures" / "M-001-leerstandskataster.yaml"
    measure.write_text("id: M-001\ntitel: T\nhandlungsfeld: HF7\nstaus: neu\n", encoding="utf-8")
    done = insek("build", cwd=project)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "data/measures/M-001-leerstandskataster.yaml:4:1: Fehler INSEK105" in done.stderr
    assert "Meinten Sie „status“?" in done.stderr
    assert "^^^" in done.stderr
    assert contents(project / "build") == before


@pytest.mark.parametrize("text", ["Zeile eins\n{{ fehlt }}\n", "\n{% if %}\n"])
def test_a_broken_template_is_named_with_its_line(
    text: str, insek: Callable, project: Path
) -> None:
    insek("build", "-f", "md", cwd=project)
    before = contents(project / "build")
    template = project / "templates" / "markdown" / "report.md.j2"
    template.parent.mkdir(parents=True)
    template.write_text(text, encoding="utf-8")
    done = insek("build", "-f", "md", cwd=project)
    assert done.returncode == 3
    assert "report.md.j2:2" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(project / "build") == before


def test_a_folder_that_cannot_be_written(insek: Callable, project: Path, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("im Weg", encoding="utf-8")
    done = insek("build", "-f", "md", "--out", str(tmp_path / "datei" / "x"), cwd=project)
    assert done.returncode == 3
    assert "--out" in done.stderr
    assert "Traceback" not in done.stderr


def told_until(wanted: str, process: subprocess.Popen[str]) -> str:
    """What a process says on standard error up to a line that holds some words."""
    assert process.stderr is not None
    lines = []
    for line in process.stderr:
        lines.append(line)
        if wanted in line:
            return "".join(lines)
    pytest.fail(f"never said {wanted!r}: {lines}")


def test_watch_builds_again_and_keeps_the_last_good_documents(
    environment: dict[str, str], project: Path
) -> None:
    document = project / "build" / "insek.md"
    concept = project / "data" / "concept.yaml"
    process = subprocess.Popen(
        [sys.executable, "-m", "insek_cli", "build", "-f", "md", "--watch"],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # One that says nothing ends, and its silence fails the test.
    hung = threading.Timer(120, process.kill)
    hung.start()
    told_until(WAITING, process)
    good = concept.read_text(encoding="utf-8")
    concept.write_text(good.replace("INSEK Musterstadt", "INSEK Neu"), encoding="utf-8")
    told_until(WAITING, process)
    assert "INSEK Neu" in document.read_text(encoding="utf-8")
    concept.write_text("titel: [\n", encoding="utf-8")
    assert "data/concept.yaml:" in told_until(WAITING, process)
    process.send_signal(signal.SIGINT)
    _out, trouble = process.communicate()
    hung.cancel()
    assert process.returncode == 0
    assert "INSEK Neu" in document.read_text(encoding="utf-8")
    assert trouble.rstrip().endswith("Beendet; die letzten Dokumente bleiben.")
