"""The Word document: its parts, pages, styles and links, as Word would find them."""

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document as WordDocument

from documents.project_files import MEASURE, write_project
from documents.word.word_samples import PROJECTS, Opened, built, opened
from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.documents import office_package, word
from insek_cli.documents.word.ooxml import NAMESPACES, element, parse_part, q, text_of, val_of
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.documents.word.word_paragraphs import NumberedLists
from insek_cli.findings import InsekError
from office_files import faults

REFERENCE = PROJECTS["kaiserslautern"] / "templates" / "docx" / "reference.docx"
both = pytest.mark.parametrize("project", PROJECTS)
ACROSS = {"kaiserslautern": 1, "musterstadt": 2}
"""Tables that need a page across: the list, and the overview of costs and financing."""


@both
def test_package_follows_the_schema(project: str, tmp_path: Path) -> None:
    path = tmp_path / "insek.docx"
    path.write_bytes(built(project))
    assert faults(path) == []


def test_reference_document_follows_the_schema() -> None:
    assert faults(REFERENCE) == []


def test_same_data_same_bytes() -> None:
    again = built.__wrapped__("musterstadt")
    assert again == built("musterstadt")


def test_long_texts_are_written_in_parts_and_read_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists, links, bookmarks and pictures of one part are not taken for those of another."""
    whole = opened("musterstadt")
    monkeypatch.setattr(word, "PART", 3000)
    produce(Request(PROJECTS["musterstadt"], formats=("docx",), out=tmp_path))
    path = tmp_path / "insek.docx"
    parts = Opened(path.read_bytes())

    def lists(document: Opened) -> list[tuple[str | None, str, int]]:
        """The style and text of each paragraph, and when its list was first seen."""
        seen: dict[str | None, int] = {}
        return [
            (
                document.style_of(each),
                text_of(each),
                seen.setdefault(val_of(each, "w:pPr/w:numPr/w:numId"), len(seen)),
            )
            for each in document.paragraphs()
        ]

    def targets(document: Opened) -> dict[str | None, str]:
        root = parse_part(document.parts["word/_rels/document.xml.rels"])
        return {relation.get("Id"): relation.get("Target", "") for relation in root}

    def goals(document: Opened) -> list[str | None]:
        known = targets(document)
        outside = [known[link.get(q("r:id"))] for link in document.all("w:hyperlink[@r:id]")]
        return outside + [
            link.get(q("w:anchor")) for link in document.all("w:hyperlink[@w:anchor]")
        ]

    def pictures(document: Opened) -> list[bytes]:
        known = targets(document)
        names = [known[blip.get(q("r:embed"))] for blip in document.all("a:blip")]
        return [document.parts[f"word/{name}"] for name in names]

    assert lists(parts) == lists(whole)
    assert goals(parts) == goals(whole)
    assert len(goals(whole)) > 50
    assert pictures(parts) == pictures(whole)
    assert len(pictures(whole)) > 3
    marks = [mark.get(q("w:id")) for mark in parts.all("w:bookmarkStart")]
    assert len(marks) == len(set(marks)) == len(whole.all("w:bookmarkStart"))
    assert faults(path) == []


@both
def test_every_section_has_header_footer_and_page_numbers(project: str) -> None:
    document = opened(project)
    relations = {
        relation.get("Id"): relation.get("Target")
        for relation in parse_part(document.parts["word/_rels/document.xml.rels"])
    }
    assert len(document.sections()) == 1 + 2 * ACROSS[project]
    for section in document.sections():
        for kind in ("header", "footer"):
            path = f"w:{kind}Reference[@w:type='default']"
            reference = section.find(path, NAMESPACES)
            assert reference is not None
            part = parse_part(document.parts[f"word/{relations[reference.get(q('r:id'))]}"])
            fields = "".join(node.text or "" for node in part.iter(q("w:instrText")))
            if kind == "footer":
                assert "NUMPAGES" in fields
                assert text_of(part).endswith("Seite 1 von 1")
            else:
                assert "Stand " in text_of(part)


@both
def test_only_wide_tables_lie_across_and_pages_count_on(project: str) -> None:
    sizes = [section.find(q("w:pgSz")) for section in opened(project).sections()]
    across = [size.get(q("w:orient")) == "landscape" for size in sizes if size is not None]
    assert across == [*[False, True] * ACROSS[project], False]
    widths = [*["11906", "23811"] * ACROSS[project], "11906"]
    assert [size.get(q("w:w")) for size in sizes if size is not None] == widths
    assert not opened(project).all("w:pgNumType")


@both
def test_cover_alone_has_no_header(project: str) -> None:
    first = [section.find(q("w:titlePg")) is not None for section in opened(project).sections()]
    assert first == [True, *[False] * 2 * ACROSS[project]]


@both
def test_every_style_used_is_defined_and_known(project: str) -> None:
    document = opened(project)
    used = {
        node.get(q("w:val"))
        for node in document.body.iter(q("w:pStyle"), q("w:rStyle"), q("w:tblStyle"))
    }
    assert used <= set(document.names)
    foreign = {"First Paragraph", "Compact", "Body Text Char", "Abschnitt", "Source Code"}
    assert not foreign & set(document.names.values())
    based = {val_of(style, "w:basedOn") for style in document.styles.iter(q("w:style"))}
    assert based - {None} <= set(document.names)


@both
def test_contents_are_a_field_filled_with_links_to_the_headings(project: str) -> None:
    document = opened(project)
    (control,) = document.all("w:sdt")
    instructions = [node.text or "" for node in control.iter(q("w:instrText"))]
    assert [words.split() for words in instructions] == [["TOC", "\\o", '"1-3"', "\\h", "\\z"]]
    kinds = [node.get(q("w:fldCharType")) for node in control.iter(q("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    title, *entries = control.iter(q("w:p"))
    assert text_of(title) == "Inhalt"
    names = {f"heading {level}" for level in (1, 2, 3)}
    shown = [p for p in document.paragraphs() if document.style_of(p) in names]
    expected = [(int((document.style_of(p) or "0")[-1]), text_of(p)) for p in shown]
    levels = [int((document.style_of(entry) or "0")[-1]) for entry in entries]
    assert list(zip(levels, map(text_of, entries), strict=True)) == expected
    assert len(set(expected)) == len(expected) > 10
    assert len(expected) < len(document.headings())
    assert b"updateFields" not in document.parts["word/settings.xml"]


@both
def test_internal_links_reach_a_bookmark(project: str) -> None:
    document = opened(project)
    goals = [mark.get(q("w:name")) for mark in document.all("w:bookmarkStart")]
    links = [link.get(q("w:anchor")) for link in document.all("w:hyperlink[@w:anchor]")]
    assert len(goals) == len(set(goals))
    assert len(links) > 100
    assert set(links) <= set(goals)


@both
def test_fields_and_sheets_stand_under_a_band_in_the_colour_of_the_field(project: str) -> None:
    document = opened(project)
    bands = [
        paragraph
        for paragraph in document.paragraphs()
        if document.style_of(paragraph) == "heading 3"
        and paragraph.find("w:pPr/w:pBdr/w:left", NAMESPACES) is not None
    ]
    assert len(bands) > 5
    for band in bands:
        bar = band.find("w:pPr/w:pBdr/w:left", NAMESPACES)
        number = val_of(band, "w:r/w:rPr/w:rStyle")
        assert bar is not None
        assert number is not None
        path = f"w:style[@w:styleId='{number}']/w:rPr/w:color"
        assert val_of(document.styles, path) == bar.get(q("w:color"))
        neighbour = band.getnext()
        assert neighbour is not None
        assert neighbour.tag == q("w:tbl")
        style = val_of(neighbour, "w:tblPr/w:tblStyle")
        assert style == number.replace("Nummer", "Steckbrief")
    fields = [
        paragraph
        for paragraph in document.paragraphs()
        if document.style_of(paragraph) == "heading 2"
        and paragraph.find("w:pPr/w:shd", NAMESPACES) is not None
    ]
    assert len(fields) >= 4
    assert all(f.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None for f in fields)


@both
def test_rows_repeat_their_heading_and_short_ones_stay_together(project: str) -> None:
    for table in opened(project).all("w:tbl"):
        rows = table.findall(q("w:tr"))
        heads = [row.find("w:trPr/w:tblHeader", NAMESPACES) is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        for row in rows:
            cells = [text_of(cell) for cell in row.findall(q("w:tc"))]
            together = row.find("w:trPr/w:cantSplit", NAMESPACES) is not None
            assert together == (max(map(len, cells)) <= 700)


@both
def test_tables_are_as_wide_as_their_page(project: str) -> None:
    for table in opened(project).all("w:tbl"):
        columns = [int(column.get(q("w:w"), 0)) for column in table.iter(q("w:gridCol"))]
        # A4 less its margins; A3 across less its margins. Each column rounds down.
        page = 22110 if len(columns) in (8, 11) else 9524
        assert page - 20 <= sum(columns) <= page + 2
        assert min(columns) > 400


@both
def test_number_cells_of_the_list_are_tinted(project: str) -> None:
    tables = opened(project).all("w:tbl")
    (listing,) = [table for table in tables if len(list(table.iter(q("w:gridCol")))) == 11]
    rows = listing.findall(q("w:tr"))[1:]
    fills = [row.find("w:tc/w:tcPr/w:shd", NAMESPACES) for row in rows]
    assert len(rows) > 5
    assert all(fill is not None for fill in fills)


def test_excerpt_is_marked_on_every_page(tmp_path: Path) -> None:
    request = Request(PROJECTS["musterstadt"], formats=("docx",), profile="werkstatt", out=tmp_path)
    assert produce(request).built
    document = Opened((tmp_path / "werkstatt" / "insek.docx").read_bytes())
    for name in ("word/header1.xml", "word/header3.xml"):
        assert "Fassung Werkstatt – nicht zur Veröffentlichung" in text_of(
            parse_part(document.parts[name])
        )


def test_properties_tell_title_stage_city_and_date() -> None:
    core = parse_part(opened("musterstadt").parts["docProps/core.xml"])
    facts = {str(node.tag).rpartition("}")[2]: node.text for node in core}
    assert facts["title"] == "INSEK Musterstadt 2040"
    assert facts["subject"] == "Beschlussfassung, Stand 16.03.2026"
    assert facts["language"] == "de-DE"
    assert "Musterstadt" in (facts["creator"] or "")
    assert (facts["created"] or "").startswith(date(2026, 3, 16).isoformat())
    assert facts["created"] == facts["modified"]
    assert b'name="Revision"' in opened("musterstadt").parts["docProps/custom.xml"]


def test_hyphenation_and_language_are_german() -> None:
    settings = parse_part(opened("musterstadt").parts["word/settings.xml"])
    assert settings.find(q("w:autoHyphenation")) is not None
    assert val_of(settings, "w:themeFontLang") == "de-DE"


def test_reference_saved_by_german_word_works(tmp_path: Path) -> None:
    """Word translates the ids of its own styles, not their names."""
    translated = {
        "Heading1": "berschrift1", "Heading2": "berschrift2", "Heading3": "berschrift3",
        "Heading4": "berschrift4", "Title": "Titel", "Normal": "Standard",
        "BodyText": "Textkrper", "ListBullet": "Aufzhlungszeichen", "TOC1": "Verzeichnis1",
    }  # fmt: skip
    described = {**MEASURE, "beschreibung": "Ein Satz.", "prozess": [{"schritt": "Planen"}]}
    described["akteure"] = {"beteiligte": ["ref-61"]}
    files = {
        "measures/M-001-test.yaml": described,
        "registers/actors.yaml": [{"id": "ref-61", "name": "Ref. 61"}],
    }
    root = write_project(tmp_path / "stadt", files)
    own = root / "templates" / "docx" / "reference.docx"
    own.parent.mkdir(parents=True)
    parts = office_package.read(REFERENCE.read_bytes())
    for name in ("word/styles.xml", "word/numbering.xml", "word/document.xml"):
        for old, new in translated.items():
            reference = rf'(styleId=|<w:(?:basedOn|next|pStyle) w:val=)"{old}"'
            parts[name] = re.sub(reference, rf'\1"{new}"', parts[name].decode()).encode()
    own.write_bytes(office_package.write(parts))
    produce(Request(root, formats=("docx",)))
    path = root / "build" / "insek.docx"
    document = Opened(path.read_bytes())
    assert faults(path) == []
    used = {node.get(q("w:val")) for node in document.body.iter(q("w:pStyle"), q("w:rStyle"))}
    assert used <= set(document.names)
    assert {"Titel", "berschrift1", "berschrift3", "Aufzhlungszeichen", "Verzeichnis1"} <= used


def test_numbered_lists_begin_anew() -> None:
    document = WordPackage([built("musterstadt")], REFERENCE.read_bytes())
    numbers = NumberedLists(document)
    style = document.style("List Number")
    first, second = numbers.like(style, "1001"), numbers.like(style, "1002")
    assert first == numbers.like(style, "1001")
    assert first != second


def test_reference_without_lists_is_refused_in_words(tmp_path: Path) -> None:
    """Word leaves the part of the lists out of a document that has none."""
    root = write_project(tmp_path / "stadt", {})
    own = root / "templates" / "docx" / "reference.docx"
    own.parent.mkdir(parents=True)
    reference = WordDocument(str(REFERENCE))
    for name, relation in list(reference.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            reference.part.drop_rel(name)
    reference.save(str(own))
    with pytest.raises(InsekError, match="numbering"):
        produce(Request(root, formats=("docx",)))


def test_missing_style_is_named() -> None:
    document = WordPackage([built("musterstadt")], REFERENCE.read_bytes())
    with pytest.raises(InsekError, match="Gibt es nicht"):
        document.style("Gibt es nicht")


def test_element_puts_attributes_into_the_namespace() -> None:
    made = element("p", element("pPr"), rsidR="1")
    assert made.get(q("w:rsidR")) == "1"
    assert Opened.all(opened("musterstadt"), "w:p")
