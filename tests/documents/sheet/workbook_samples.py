"""Reports to render: the fictitious city, whole or with measures of one's own."""

import re
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from insek_cli.catalog import Catalog
from insek_cli.documents import sheet
from insek_cli.models.measure import Measure
from insek_cli.report.revision_state import Revision
from insek_cli.report.views import Options, Report
from insek_cli.report.whole_report import compose_report
from insek_cli.source import assemble, load_project

CITY = Path(__file__).resolve().parents[3] / "examples" / "musterstadt"
REVISION = Revision("0123456789abcdef", changed=False)


@cache
def city() -> Catalog:
    return assemble(load_project(CITY))


def composed(*measures: Measure, options: Options | None = None) -> Report:
    """The report of the city; with `measures`, of these instead of its own."""
    catalog = replace(city(), measures=measures) if measures else city()
    return compose_report(catalog, options or Options(revision=REVISION))


def measure(**keys: object) -> Measure:
    given = {"id": "M-900", "titel": "Probe", "handlungsfeld": "HF1"} | keys
    return Measure.model_validate(given)


def opened(view: Report, **options: bool) -> Workbook:
    return load_workbook(BytesIO(sheet.render(view)), **options)


def data_row(book: Workbook, identifier: str) -> dict[str, object]:
    """A row of sheet Daten by key."""
    keys, _, *rows = book["Daten"].iter_rows(values_only=True)
    found = next(row for row in rows if row[1] == identifier)
    return dict(zip(map(str, keys), found, strict=True))


def converted(content: bytes, folder: Path, kind: str) -> Path:
    """The workbook as LibreOffice reads and writes it, in another kind of file."""
    source = folder / "liste.xlsx"
    source.write_bytes(content)
    target = folder / "aus"
    profile = (folder / "profil").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind,
         "--outdir", target, source],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return target / f"liste.{kind[:4].rstrip(':')}"


def without_values(content: bytes) -> bytes:
    """The workbook with formulas alone, so that a program must calculate them."""
    bare = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(bare, "w") as target:
        for name in source.namelist():
            xml = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                xml = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", xml)
            target.writestr(name, xml)
    return bare.getvalue()
