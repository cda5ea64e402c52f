"""A slip at the keyboard ends with exit code 2 and the way out, in one or two lines."""

from collections.abc import Callable
from pathlib import Path

import pytest

SLIPS = [
    (("biuld",), "Einen Befehl „biuld“ gibt es nicht.", "Meinten Sie „build“?"),
    (("new", "massnahme"), "Einen Befehl „massnahme“ gibt es nicht.", "insek new --help"),
    (("build", "--fromat", "md"), "Eine Option --fromat gibt es nicht.", "Meinten Sie „--format“?"),
    (("build", "--out"), "Die Option --out braucht einen Wert.", "insek build --help"),
    (("build", "--strict=ja"), "Die Option --strict nimmt keinen Wert.", "insek build --help"),
    (("new", "measure"), "Es fehlt etwas: TIT", "insek new measure --help"),
    (("new", "field", "Zwei", "Worte"), "„Worte“ ist ein Wort zu viel.", "Anführungszeichen"),
    (("build", "--format", "dox"), "--format nimmt „dox“ nicht an.", "Meinten Sie „docx“?"),
    (("build", "--stage", "entwrf"), "--stage nimmt „entwrf“ nicht an.", "Meinten Sie „entwurf“?"),
    (("build", "--profile", "x"), "--profile nimmt „x“ nicht an.", "Möglich: intern, werkstatt"),
    (("build", "--only", "HF9"), "Ein Handlungsfeld HF9 gibt es nicht.", "HF1"),
    (("list", "--field", "HF9"), "--field nimmt „HF9“ nicht an.", "Möglich: HF1"),
    (("list", "--status", "neu"), "--status nimmt „neu“ nicht an.", "vorschlag, abgestimmt"),
    (("list", "--missing", "kostn"), "keinen Schlüssel „kostn“", "Meinten Sie „kosten“?"),
    (("list", "--actor", "ref-99"), "Das Register kennt „ref-99“ nicht.", "actors.yaml"),
    (("show", "M-099"), "Eine Maßnahme „M-099“ gibt es nicht.", "insek list --all"),
    (("new", "measure", "T"), "In welches Handlungsfeld?", "HF1 Wohnen"),
    (("new", "measure", "T", "--field", "HF9"), "Ein Handlungsfeld HF9 gibt es nicht.", "HF1"),
    (("workshop", "kit", "abend"), "keine Werkstatt „abend“", "data/workshops/abend/workshop.yaml"),
    (("verify", "data"), "data ist keine Datei.", ""),
    (("votes", "import", "abend", "data"), "data ist keine Datei.", "Namen prüfen"),
    (("fmt", "README.md"), "README.md gibt es nicht.", ""),
    (("fmt", ".."), ".. liegt nicht in diesem Projekt.", ""),
    (("check", ".."), ".. liegt nicht in diesem Projekt.", ""),
    (("new", "field", " "), "Der Titel ist leer.", ""),
    (("new", "field", "a\u202eb"), "unsichtbares Zeichen: U+202E", ""),
]


@pytest.mark.parametrize(("arguments", "message", "hint"), SLIPS, ids=lambda part: str(part)[:30])
def test_slips(
    arguments: tuple[str, ...], message: str, hint: str, insek: Callable, project: Path
) -> None:
    done = insek(*arguments, cwd=project)
    first, *rest = done.stderr.splitlines()
    assert done.returncode == 2
    assert done.stdout == ""
    assert first.startswith("Fehler: ")
    assert message in first
    assert hint in "\n".join(rest)


@pytest.mark.parametrize("command", ["build", "list", "show x", "new field x"])
def test_outside_a_project(command: str, insek: Callable) -> None:
    done = insek(*command.split())
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].endswith("data/concept.yaml fehlt.")
    assert "insek init" in done.stderr


def test_a_named_folder_that_is_no_project(insek: Callable, tmp_path: Path) -> None:
    done = insek("list", "--project", str(tmp_path))
    assert done.returncode == 2
    assert "ist kein Projekt" in done.stderr


def test_the_project_is_found_from_a_folder_inside_and_by_name(
    insek: Callable, project: Path
) -> None:
    inside = insek("list", cwd=project / "data" / "measures")
    named = insek("list", "-C", str(project))
    assert inside.returncode == named.returncode == 0
    assert inside.stdout == named.stdout != ""


def test_english_is_spoken_where_german_is_not_asked_for(insek: Callable) -> None:
    done = insek("biuld", INSEK_LANG="en")
    assert done.stderr == "Error: There is no command “biuld”.\nHint: Did you mean “build”?\n"


@pytest.mark.parametrize("place", [".", "data", "data/measures", "data/concept.yaml"])
def test_what_can_be_checked_can_be_formatted(
    place: str, insek: Callable, musterstadt: Path
) -> None:
    for command in (("check",), ("fmt", "--check")):
        assert insek(*command, place, cwd=musterstadt).returncode == 0
        assert insek(*command, "--project", str(musterstadt), str(musterstadt / place)).stderr == (
            insek(*command, place, cwd=musterstadt).stderr
        )


def test_a_measure_is_shown_by_its_file(insek: Callable, musterstadt: Path) -> None:
    file = next((musterstadt / "data" / "measures").glob("M-007*"))
    done = insek("show", str(file.relative_to(musterstadt)), cwd=musterstadt)
    assert "M-007" in done.stdout
