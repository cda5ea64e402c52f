"""What one of two states keeps to itself is in no comparison of them, and in no list either."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands import run as insek
from trust.cities import SLUG, found_city, git
from trust.test_leaks import COMPARISONS, unpacked

WORDS = {"Xabschnitt", "Xname", "Xgrund", "Xbisher"}
SECTION = "weitere_abschnitte:\n  - titel: Hemmnisse\n    text: Hier steht Xabschnitt.\n"
PERSON = "teilnehmende:\n  - organisation: Ref. 61\n    name: Xname\n    veroeffentlichen: true\n"
REMARK = (
    "- id: zurueckgezogen\n  text: Mehr Schatten.\n  massnahmen: [M-003]\n"
    "  antwort: uebernommen\n  begruendung: Wegen Xgrund.\n"
)
READERS = "profile:\n  weitere_abschnitte: intern\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city that has published a section, a name and the reason of an answer."""
    folder = found_city(tmp_path / "stadt")
    data = folder / "data"
    measure = next((data / "measures").glob("M-003*"))
    measure.write_text(measure.read_text("utf-8") + SECTION, encoding="utf-8")
    workshop = data / "workshops" / SLUG / "workshop.yaml"
    change(workshop, "teilnehmende:\n", PERSON)
    remarks = workshop.with_name("remarks.yaml")
    remarks.write_text(remarks.read_text("utf-8") + REMARK, encoding="utf-8")
    assert "weitere_abschnitte:\n" in measure.read_text("utf-8")
    assert measure.read_text("utf-8").count("weitere_abschnitte:") == 1
    commit(folder, "Veröffentlicht")
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def commit(folder: Path, subject: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", subject)


def said(folder: Path, *revisions: str) -> Iterator[bytes]:
    """All that `insek diff` writes for the public, in every form."""
    for kind in COMPARISONS:
        shutil.rmtree(folder / "build", ignore_errors=True)
        done = insek(folder, "diff", *revisions, *kind, "--profile", "oeffentlich")
        assert done.returncode == 0, done.stderr
        yield done.stdout.encode()
        for path in folder.glob("build/*"):
            yield from unpacked(path.read_bytes()) if path.is_file() else ()


def withdraw(folder: Path) -> None:
    """The section is narrowed and rewritten, the person and the answer are taken back."""
    concept = folder / "data" / "concept.yaml"
    concept.write_text(concept.read_text("utf-8") + READERS, encoding="utf-8")
    change(next((folder / "data/measures").glob("M-003*")), "Hier steht Xabschnitt", "Weg")
    change(next((folder / "data/measures").glob("M-003*")), "kurztitel: ", "kurztitel: Neue ")
    workshop = folder / "data" / "workshops" / SLUG / "workshop.yaml"
    change(workshop, "    veroeffentlichen: true\n", "")
    remarks = workshop.with_name("remarks.yaml")
    change(remarks, "uebernommen\n  begruendung: Wegen Xgr", "offen\n  begruendung: Xbisher Xgr")


@pytest.mark.office
def test_what_is_withdrawn_is_told_of_neither_state(city: Path) -> None:
    withdraw(city)
    whole = b"\n".join(said(city))
    assert [word for word in WORDS if word.encode() in whole] == []
    assert b"Mehr Schatten" in whole, "the comparison itself works"
    assert b"Xabschnitt" in insek(city, "diff", "--profile", "intern").stdout.encode()


@pytest.mark.office
def test_nor_the_other_way_round(city: Path) -> None:
    withdraw(city)
    commit(city, "Zurückgezogen")
    whole = b"\n".join(said(city, "HEAD..HEAD~1"))
    assert [word for word in ("Xabschnitt", "Xname", "Xbisher") if word.encode() in whole] == []


@pytest.mark.parametrize(
    "person",
    [
        PERSON.replace("    veroeffentlichen: true\n", ""),
        PERSON.replace("true", "false"),
        PERSON.replace("    name: Xname\n", ""),
        "teilnehmende:\n",
    ],
    ids=["key", "value", "name", "person"],
)
def test_a_name_goes_with_its_consent(city: Path, person: str) -> None:
    change(city / "data" / "workshops" / SLUG / "workshop.yaml", PERSON, person)
    for kind in ("text", "json"):
        for audience in ("oeffentlich", "rat", "werkstatt"):
            done = insek(city, "diff", "--format", kind, "--profile", audience)
            assert "Xname" not in done.stdout


def test_a_workshop_that_is_gone_names_nobody(city: Path) -> None:
    shutil.rmtree(city / "data" / "workshops" / SLUG)
    assert "Xname" not in insek(city, "diff", "--format", "json", "--profile", "rat").stdout


def test_an_open_answer_is_not_for_the_public(city: Path) -> None:
    """What is thought of so far stands in no document but those of the inner circle."""
    remarks = city / "data" / "workshops" / SLUG / "remarks.yaml"
    change(remarks, "antwort: uebernommen\n  begruendung: Wegen Xgrund", "begruendung: Xbisher")
    for audience, seen in (("oeffentlich", False), ("rat", False), ("werkstatt", True)):
        assert insek(city, "build", "-f", "md,xlsx", "--profile", audience).returncode == 0
        folder = city / "build" / ("" if audience == "oeffentlich" else audience)
        files = [folder / "insek.md", folder / "massnahmenliste.xlsx"]
        whole = b"".join(part for path in files for part in unpacked(path.read_bytes()))
        assert (b"Xbisher" in whole) is seen, audience


@pytest.mark.parametrize("command", ["diff", "list", "show"])
def test_readers_that_nobody_can_tell_are_told_nothing(city: Path, command: str) -> None:
    concept = city / "data" / "concept.yaml"
    concept.write_text(f"{READERS}titel: [\n", encoding="utf-8")
    words = {"diff": ("diff",), "list": ("list", "-f", "json"), "show": ("show", "M-001")}[command]
    done = insek(city, *words, "--profile", "oeffentlich")
    assert done.returncode == 3
    assert "concept.yaml" in done.stderr
    assert done.stdout == ""
    assert insek(city, *words).returncode == 0


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_lists_are_for_whom_they_say(city: Path, form: str) -> None:
    withdraw(city)
    measure = next((city / "data/measures").glob("M-003*"))
    measure.write_text(
        re.sub(r"(?m)^intern:.*\n(?: .*\n)*", "", measure.read_text("utf-8")) + "intern: Xintern\n",
        "utf-8",
    )
    done = insek(city, "list", "--format", form, "--profile", "oeffentlich")
    assert done.returncode == 0
    assert not any(
        word in done.stdout for word in ("Xintern", "Hemmnisse", "Grundsatzbeschluss vom")
    )
    whole = insek(city, "list", "--format", form)
    assert form == "table" or "--profile oeffentlich" in whole.stderr


def test_a_card_says_for_whom_it_is(city: Path) -> None:
    whole = insek(city, "show", "M-002").stdout
    assert "Nachbarschaftsverein hat signalisiert" in whole
    assert "Profil intern" in whole
    public = insek(city, "show", "M-002", "--profile", "oeffentlich").stdout
    assert "Nachbarschaftsverein hat signalisiert" not in public
    assert "Grundsatzbeschluss vom" not in public
    assert "Profil oeffentlich" in public


BROKEN: dict[str, Callable[[str], str]] = {
    "registers/actors.yaml": lambda text: text + "- id: [\n",
    f"workshops/{SLUG}/workshop.yaml": lambda text: text + "fragen: [\n",
    f"workshops/{SLUG}/remarks.yaml": lambda text: text + "- id: [\n",
    "concept.yaml": lambda text: text + "charta: [\n",
    "registers/abbreviations.yaml": lambda text: text + "- kurz: [\n",
    "chapters/vorwort.md": lambda text: text.replace("---", "-", 1),
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_a_file_with_errors_is_not_told_as_removed(city: Path, name: str) -> None:
    path = city / "data" / name
    path.write_text(BROKEN[name](path.read_text("utf-8")), encoding="utf-8")
    done = insek(city, "diff")
    assert name in done.stdout
    assert "entfernt" not in done.stdout
    assert "(geändert)" not in done.stdout
