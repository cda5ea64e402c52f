"""Styles in the colours of the fields, added to those of the reference document."""

from collections.abc import Iterator

from lxml import etree

from insek_cli.documents.word.ooxml import element
from insek_cli.documents.word.word_document import WordPackage
from insek_cli.documents.word.word_tables import MARGIN, SHEET, sheet_style
from insek_cli.report.views import FieldHead

RULE = "C3C8CC"
"""The colour of a hair line."""
MARGINS = {"top": 68, "left": MARGIN, "bottom": 28, "right": MARGIN}
"""Twentieths of a point around the text of a cell in a Steckbrief."""


def add_styles(document: WordPackage, head: FieldHead) -> None:
    """Add what shows that something belongs to a field: numbers, chips, cards, Steckbriefe."""
    for style in (*_characters(document, head), _card(document, head), _sheet(document, head)):
        document.add_style(style)


def hex_of(colour: str) -> str:
    """A colour as Word writes it: 9A3324."""
    return colour.removeprefix("#").upper()


def shade(colour: str) -> etree._Element:
    """A ground in a colour."""
    return element("shd", val="clear", color="auto", fill=hex_of(colour))


def _characters(document: WordPackage, head: FieldHead) -> Iterator[etree._Element]:
    colour = element("color", val=hex_of(head.farbe))
    frame = edge(head.farbe, 0)
    yield _style(document, "Nummer", head, colour)
    yield _style(document, "Marke", head, element("bdr", **frame), shade(head.farbe))
    yield _style(
        document, "Marke weitere", head,
        element("color", val=hex_of(head.farbe)), element("bdr", **frame), shade(head.tint),
    )  # fmt: skip


def _style(
    document: WordPackage, base: str, head: FieldHead, *properties: etree._Element
) -> etree._Element:
    name = f"{base} {head.id}"
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=document.style(base)),
        element("uiPriority", val=31),
        element("rPr", *properties),
        type="character",
        customStyle="1",
        styleId=name.replace(" ", ""),
    )


def _card(document: WordPackage, head: FieldHead) -> etree._Element:
    name = f"Feldkarte {head.id}"
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=document.style("Feldkarte")),
        element("uiPriority", val=31),
        element("pPr", borders(head, 6), shade(head.tint)),
        type="paragraph",
        customStyle="1",
        styleId=name.replace(" ", ""),
    )


def _sheet(document: WordPackage, head: FieldHead) -> etree._Element:
    """Steckbriefe: lines between the rows, the heading row and the labels in the field's tint."""
    line = element("insideH", val="single", sz=4, space=0, color=RULE)
    end = element("bottom", val="single", sz=8, space=0, color=hex_of(head.farbe))
    return element(
        "style",
        element("name", val=f"{SHEET}{head.id}"),
        element("basedOn", val=document.style("Normal Table")),
        element("uiPriority", val=40),
        element(
            "tblPr",
            element("tblBorders", end, line),
            element(
                "tblCellMar",
                *(element(side, w=width, type="dxa") for side, width in MARGINS.items()),
            ),
        ),
        _condition("firstRow", head),
        _condition("firstCol", head),
        type="table",
        customStyle="1",
        styleId=sheet_style(head.id),
    )


def _condition(part: str, head: FieldHead) -> etree._Element:
    return element("tblStylePr", element("tcPr", shade(head.tint)), type=part)


def borders(head: FieldHead, space: int) -> etree._Element:
    """The edges of a band in the tint, the colour of the field at its left."""
    line = edge(head.tint, space)
    return element(
        "pBdr",
        element("top", **line),
        element("left", val="single", sz=48, space=10, color=hex_of(head.farbe)),
        element("bottom", **line),
    )


def edge(colour: str, space: int) -> dict[str, str | int]:
    """A line around something, `space` points away from it."""
    return {"val": "single", "sz": 4, "space": space, "color": hex_of(colour)}
