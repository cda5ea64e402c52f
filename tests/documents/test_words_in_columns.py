"""No word leaves its column, whatever it is: file names, addresses, compounds, amounts."""

from pathlib import Path

import pytest

from commands import run
from documents.printed_words import pages
from documents.project_files import squeezed, words_of, write_project
from documents.stuffed import WORDS, files
from once import once

pytestmark = pytest.mark.office
A3_ACROSS, A4_WIDE = 1190, 595


@pytest.fixture(scope="session")
def stuffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city whose every text holds such words, with all that is printed for it."""

    def build(root: Path) -> None:
        write_project(root, files())
        for command in (
            ("build", "--format", "pdf,docx,xlsx,md"),
            ("workshop", "report", "werk", "--format", "pdf"),
        ):
            done = run(root, *command)
            assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "stuffed", build) / "build"


@pytest.mark.parametrize("name", ["insek.pdf", "workshops/werk/dokumentation.pdf"])
def test_no_word_leaves_the_page_or_runs_over_another(name: str, stuffed: Path) -> None:
    for number, page in enumerate(pages(stuffed / name), 1):
        margins = (15, 15) if page.width > A4_WIDE + 1 else (22, 18)
        assert (number, page.outside(*margins)) == (number, [])
        assert (number, page.collisions()) == (number, [])


def test_what_is_divided_stays_what_it_was(stuffed: Path) -> None:
    """No hyphen is put into a name or an address, no mark into the text that is copied."""
    said = words_of(stuffed / "insek.pdf")
    assert "\u200b" not in said
    for word in WORDS:
        assert squeezed(word) in said


@pytest.mark.parametrize("word", [WORDS[0], WORDS[3], WORDS[4], WORDS[8]])
def test_no_word_leaves_a_sheet_of_the_kit(word: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, files(f"Stadtumbau mit {word}"))
    done = run(root, "workshop", "kit", "werk")
    assert done.returncode == 0, done.stderr
    sheets = sorted((root / "build" / "workshops" / "werk").glob("*.pdf"))
    assert len(sheets) >= 6
    for sheet in sheets:
        for page in pages(sheet):
            assert (sheet.name, page.outside(5, 5)) == (sheet.name, [])
            assert (sheet.name, page.collisions()) == (sheet.name, [])


def test_the_leading_actor_is_named_in_the_list_however_long(stuffed: Path) -> None:
    """It stood in the side column of the Steckbrief, which a long name does not."""
    listed = (stuffed / "insek.md").read_text("utf-8").split("# Maßnahmenliste")[-1]
    assert squeezed(WORDS[3]) in squeezed(listed.partition("\n# ")[0])
