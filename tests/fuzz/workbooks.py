"""Workbooks from text: a line a row, a tab between cells; or the XML of their parts."""

import re
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
PART = "\n===\n"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def from_table(text: str, path: Path) -> None:
    """`# Title` begins a sheet; every other line is a row. A number becomes one."""
    sheets: list[tuple[str, list[str]]] = []
    for line in _NO_XML.sub("?", text).split("\n"):
        if line.startswith("# ") or not sheets:
            sheets.append((line.removeprefix("# "), []))
        else:
            sheets[-1][1].append(line)
    parts = [_sheet(rows) for _, rows in sheets]
    _pack(path, [title for title, _ in sheets], parts, "")


def _sheet(rows: list[str]) -> str:
    lines = (f"<row>{''.join(map(_cell, row.split(chr(9))))}</row>" for row in rows)
    return f"<worksheet {MAIN}><sheetData>{''.join(lines)}</sheetData></worksheet>"


def _cell(text: str) -> str:
    if text.isascii() and text.isdigit():
        return f"<c><v>{text}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def from_parts(text: str, path: Path) -> None:
    """The XML of a sheet; after `===` that of the shared strings, of the book, of its relations."""
    sheet, strings, book, relations = (*text.split(PART, 3), *[""] * 3)[:4]
    _pack(path, ["Voters"], [sheet], strings, book, relations)


def _pack(
    path: Path,
    titles: list[str],
    sheets: list[str],
    strings: str,
    book: str = "",
    relations: str = "",
) -> None:
    listed = (
        f'<sheet name={quoteattr(title)} sheetId="{n}" r:id="r{n}"/>'
        for n, title in enumerate(titles, 1)
    )
    targets = (
        f'<Relationship Id="r{n}" Type="{RELATED}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(titles) + 1)
    )
    whole = f'<workbook {MAIN} xmlns:r="{RELATED}"><sheets>{"".join(listed)}</sheets></workbook>'
    parts = {
        "xl/workbook.xml": book or whole,
        "xl/_rels/workbook.xml.rels": relations
        or f"<Relationships {PACKAGE}>{''.join(targets)}</Relationships>",
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets, 1)},
    }
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    with ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.encode("utf-8", "replace"))
