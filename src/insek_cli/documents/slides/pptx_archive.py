"""The presentation as a file: the same bytes for the same data, the workbooks of charts as well."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from insek_cli.documents import office_package
from insek_cli.documents.office_properties import CUSTOM, CUSTOM_TYPE, add_facts

_ABOUT = "/docProps/app.xml"


def write(presentation: Any, moment: datetime, facts: Mapping[str, str]) -> bytes:
    """The file; workbooks are dated `moment`, `facts` become custom properties."""
    opened = presentation.part.package
    add_facts(opened, Part(PackURI(CUSTOM), CUSTOM_TYPE, package=opened), facts)
    for part in opened.iter_parts():
        if part.partname == _ABOUT:
            part.blob = office_package.APPLICATION
        elif part.partname.ext == "xlsx":
            part.blob = _dated(part.blob, moment)
    return office_package.saved(presentation)


def _dated(workbook: bytes, moment: datetime) -> bytes:
    """The workbook of a chart, which is written with the time of the clock."""
    parts = office_package.read(workbook)
    office_package.date_parts(parts, moment)
    return office_package.write(parts)
