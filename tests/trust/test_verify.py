"""`insek verify` tells the document of a revision from one that was changed, and says why not."""

import shutil
from pathlib import Path

import pytest

from commands import run as insek
from trust.cities import SLUG, git

REPORT = ("insek.pdf", "insek.docx", "insek.md", "massnahmenliste.xlsx")


@pytest.fixture
def city(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "stadt"))


def documents(city: Path) -> list[str]:
    folder = city / "build" / "workshops" / SLUG
    found = sorted(str(path) for path in folder.glob("dokumentation.*"))
    assert len(found) == 4
    return [*(str(city / "build" / name) for name in REPORT), *found]


def test_fresh_documents_are_what_their_revision_builds(city: Path) -> None:
    done = insek(city, "verify", *documents(city))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("wie daraus gebaut: ja") == 8
    assert done.stdout.count("Daten seither: unverändert") == 8
    assert git(city, "rev-parse", "--short=7", "HEAD").strip() in done.stdout


def test_a_changed_document_is_found_out(city: Path) -> None:
    path = city / "build" / "insek.md"
    path.write_bytes(path.read_bytes().replace(b"Musterstadt", b"Mustersstadt", 1))
    done = insek(city, "verify", str(path))
    assert done.returncode == 1
    assert "nein, es wurde geändert" in done.stdout


def test_newer_data_is_counted(city: Path) -> None:
    measure = next((city / "data" / "measures").glob("M-001*"))
    for text in ("eins", "zwei"):
        measure.write_text(measure.read_text("utf-8") + f"# {text}\n", encoding="utf-8")
        git(city, "commit", "-qam", text)
    measure.write_text(measure.read_text("utf-8") + "# drei\n", encoding="utf-8")
    done = insek(city, "verify", "build/insek.md")
    assert done.returncode == 0
    assert "wie daraus gebaut: ja" in done.stdout
    assert "2 neuere Commits, Änderungen ohne Commit" in done.stdout


def test_what_cannot_be_told_has_a_reason(city: Path) -> None:
    measure = next((city / "data" / "measures").glob("M-001*"))
    measure.write_text(measure.read_text("utf-8") + "# neu\n", encoding="utf-8")
    assert insek(city, "build", "--format", "md").returncode == 0
    text = (city / "build" / "insek.md").read_text("utf-8")
    cases = {
        "wichen beim Bauen vom letzten Commit ab": text,
        "nennt keine Revision": "# Bericht\n",
        "ohne Versionsverwaltung": text.replace(f"revision={head(city)}", "revision=keine"),
        "mit anderen Werkzeugen gebaut: insek-0.0.1": text.replace("=ja", "=nein").replace(
            "werkzeuge=insek-", "werkzeuge=insek-0.0.1,insek-"
        ),
        "hat seine Revision 0123456 nicht": text.replace("=ja", "=nein").replace(
            head(city), "0123456789" * 4
        ),
    }
    for reason, content in cases.items():
        path = city / "probe.md"
        path.write_text(content, encoding="utf-8")
        done = insek(city, "verify", str(path))
        assert done.returncode == 0, reason
        assert "nicht prüfbar" in done.stdout
        assert reason in done.stdout
    assert not (city / "build" / "insek.md.new").exists()


def head(city: Path) -> str:
    return git(city, "rev-parse", "HEAD").strip()


def test_hostile_files_are_no_traceback(city: Path) -> None:
    for name in ("kaputt.docx", "leer.xlsx", "wirr.pdf", "nichts"):
        (city / name).write_bytes(b"PK\x03\x04 kein Archiv" if name < "m" else b"\x00\xff")
    done = insek(city, "verify", "kaputt.docx", "leer.xlsx", "wirr.pdf", "nichts")
    assert done.returncode == 0
    assert done.stdout.count("nicht prüfbar") == 4
    assert insek(city, "verify", "fehlt.pdf").returncode == 2
