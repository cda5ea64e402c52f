"""The PDF is accessible (PDF/UA-1), archivable (PDF/A-3a) and laid out as promised."""

from pathlib import Path

import page
import pikepdf
import pytest

from insek_cli.report.colour import GREY, INK, MINIMUM_CONTRAST, SLATE, THEME, contrast, tint

A4 = (595, 842)
A3_ACROSS = (1191, 842)


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]
)
def test_it_meets_the_standards(musterstadt: Path, profile: page.ValidationProfile) -> None:
    path = musterstadt / "insek.pdf"
    verdict = page.validate_pdf(str(path), profile=profile)
    assert verdict.rules.total > 100
    assert [failure for failure in verdict.failures if not _doubtful(failure, path)] == []


def _doubtful(failure: page.ValidationFailure, path: Path) -> bool:
    """A compressed stream may end in a carriage return, which the validator takes for the line
    end before `endstream`; qpdf reads the lengths as they are."""
    with pikepdf.open(path) as pdf:
        return failure.rule_id == "PDFA3A-STREAM-LENGTH-001" and pdf.check_pdf_syntax() == []


def test_pages_are_a4_and_the_measure_table_is_a3_across(musterstadt: Path) -> None:
    with pikepdf.open(musterstadt / "insek.pdf") as pdf:
        sizes = [tuple(round(float(edge)) for edge in sheet.mediabox[2:]) for sheet in pdf.pages]
    assert set(sizes) == {A4, A3_ACROSS, A4[::-1]}
    # The timeline of a few measures, and the overview of costs and financing.
    assert sizes.count(A4[::-1]) == 2
    across = [number for number, size in enumerate(sizes) if size == A3_ACROSS]
    assert across == list(range(across[0], across[-1] + 1))


def test_it_has_title_language_bookmarks_and_the_date_of_the_concept(musterstadt: Path) -> None:
    with pikepdf.open(musterstadt / "insek.pdf") as pdf:
        assert str(pdf.Root.Lang) == "de-DE"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "INSEK Musterstadt 2040"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260316")
        with pdf.open_outline() as outline:
            chapters = [str(item.title) for item in outline.root]
    assert chapters[0] == "Inhalt" or chapters[0] == "Impressum"
    assert "Maßnahmenliste" in chapters


def test_fonts_are_the_packaged_ones(musterstadt: Path) -> None:
    with pikepdf.open(musterstadt / "insek.pdf") as pdf:
        names = {
            str(thing.BaseFont).partition("+")[2]
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        }
    assert names
    assert all(name.startswith(("SourceSans3-", "DejaVuSansMono")) for name in names)


@pytest.mark.parametrize("colour", THEME)
def test_field_colours_can_be_read(colour: str) -> None:
    for ground in ("#ffffff", tint(colour)):
        assert contrast(colour, ground) >= MINIMUM_CONTRAST
    assert contrast("#ffffff", colour) >= MINIMUM_CONTRAST


@pytest.mark.parametrize(
    ("ink", "ground"),
    [(INK, "#ffffff"), (GREY, "#ffffff"), (GREY, "#f7f7f7"), ("#ffffff", SLATE)]
    + [(GREY, tint(colour)) for colour in THEME],
)
def test_text_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= MINIMUM_CONTRAST


def test_the_measure_table_links_to_the_steckbriefe_alone(musterstadt: Path) -> None:
    """Whose anchor is a name; actors and plans, which are linked there, have places only."""
    with pikepdf.open(musterstadt / "insek.pdf") as pdf:
        across = [sheet for sheet in pdf.pages if float(sheet.mediabox[2]) > A4[1]]
        links = [link for sheet in across for link in sheet.get("/Annots", [])]
        goals = [str(link.Dest) for link in links if link.Subtype == "/Link"]
    assert goals
    assert [goal for goal in goals if not goal.startswith("m-")] == []
