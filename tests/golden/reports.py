"""The reports of three cities as text: Markdown, Typst source, cells of the spreadsheet.

They depend on data, templates and code only: the commit and the versions of the tools that a
document names are made up.
"""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from golden.golden_files import GOLDEN
from insek_cli.documents import markdown, sheet
from insek_cli.documents.engines import pandoc
from insek_cli.documents.engines.pandoc_chunks import Chunks
from insek_cli.documents.look_data import look_data
from insek_cli.documents.templates import TemplateSet, report_markdown
from insek_cli.report.revision_state import Revision
from insek_cli.report.views import Options, Report
from insek_cli.report.whole_report import compose_report
from insek_cli.source import assemble, load_project

ROOT = GOLDEN.parents[1]
CITIES = {
    "kaiserslautern": ROOT,
    "musterstadt": ROOT / "examples" / "musterstadt",
    "minimal": ROOT / "tests" / "cases" / "valid" / "minimal",
}
REVISION = Revision("0123456789abcdef0123456789abcdef01234567")


def report_files(name: str, _folder: Path) -> dict[Path, str]:
    """The golden files of a city, as they are now."""
    root = CITIES[name]
    templates = TemplateSet(root)
    catalog = assemble(load_project(root))
    report = compose_report(catalog, Options(revision=REVISION, vorlagen=templates.origin))
    text = report_markdown(report, templates)
    folder = GOLDEN / name
    return {
        folder / "insek.md": markdown.render(text, report, templates, Chunks()).decode(),
        folder / "insek.typ": _typst(text, templates),
        folder / "daten.json": json.dumps(look_data(report), ensure_ascii=False, indent=1) + "\n",
        folder / "massnahmenliste.txt": "".join(_sheets(report)),
    }


def _typst(text: str, templates: TemplateSet) -> str:
    lua = templates.find("pandoc/typst.lua")
    return "\n\n".join(pandoc.convert_chunks(text, "typst", lua, Chunks())) + "\n"


def _sheets(report: Report) -> Iterator[str]:
    """Each sheet, a row a paragraph, a cell a line."""
    content = sheet.render(report)
    written, shown = (load_workbook(BytesIO(content), data_only=only) for only in (False, True))
    for page in written:
        yield f"=== {page.title}\n"
        headings = _headings(page)
        for row in page.iter_rows():
            cells = [cell for cell in row if cell.value is not None]
            for cell in cells:
                column = headings.get((cell.row, cell.column), cell.column_letter)
                yield _line(column, cell, shown[page.title][cell.coordinate].value)
            if cells:
                yield "\n"


def _headings(page: Worksheet) -> dict[tuple[int, int], str]:
    """What stands over each cell of a table: a letter would be another with every new column."""
    found = {}
    for table in page.tables.values():
        left, top, right, bottom = range_boundaries(table.ref)
        for column in range(left, right + 1):
            heading = str(page.cell(top, column).value)
            found |= dict.fromkeys(((row, column) for row in range(1, top + 1)), "–")
            found |= {(row, column): heading for row in range(top + 1, bottom + 1)}
    return found


def _line(column: str, cell: Cell, shown: object) -> str:
    """`column: text`, or a formula with the value that is shown; further lines indented."""
    text = f"{cell.value} → {shown}" if cell.data_type == "f" else str(cell.value)
    return f"{column}: " + text.replace("\n", "\n    ") + "\n"
