"""One place that holds an Office file to all readers at hand that nobody here wrote.

Microsoft's Open XML SDK validator (`make office` installs it), ooxml-integrity, openxml-audit, and
the libraries that other programs open such files with.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import ooxml_integrity
import pytest
from docx import Document
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation

VERSIONS = ("Office2019", "Microsoft365")
_PROGRAMS = Path(__file__).parents[1] / "ci" / "office" / "node_modules" / "@xarsh"
_UNRELIABLE = {"PPT001", "PPT002"}
"""Whether text fits: reckoned with other fonts and line heights than the template sets."""


def faults(*paths: Path) -> list[str]:
    """What any reader finds wrong with the files; empty where all of them are sound."""
    return [f"{path.name}: {fault}" for path in paths for fault in _faults(path)]


def validator() -> Path | None:
    """Microsoft's validator, None where it is not installed and need not be."""
    found = _program()
    if found is None and os.environ.get("INSEK_REQUIRE_OFFICE") == "1":
        pytest.fail("Microsoft's validator is missing: run make office", pytrace=False)
    return found


@cache
def _program() -> Path | None:
    return next(iter(sorted(_PROGRAMS.glob("ooxml-validator-*/ooxml-validator*"))), None)


def _faults(path: Path) -> Iterator[str]:
    yield from microsoft(path)
    yield from (f"openxml-audit: {error}" for error in OpenXmlValidator().validate(path).errors)
    yield from (f"ooxml-integrity: {finding}" for finding in _integrity(path))
    try:
        _OPEN[path.suffix](path)
    except (KeyError, ValueError, AttributeError, TypeError, OSError) as error:
        yield f"cannot be opened: {error!r}"


def microsoft(path: Path) -> Iterator[str]:
    """What the Open XML SDK finds, for each version of Office."""
    program = validator()
    for version in VERSIONS if program else ():
        command = [str(program), str(path), version]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        answer: dict[str, Any] = json.loads(done.stdout)
        for error in answer["errors"]:
            place = f"{error['path']} {error['xPath']}"
            yield f"{version}: {error['id'] or error['errorType']} {error['description']} ({place})"
        if not answer["ok"] and not answer["errors"]:
            yield f"{version}: not valid"


def _integrity(path: Path) -> Iterable[ooxml_integrity.Finding]:
    if path.suffix == ".docx":
        return ooxml_integrity.check(path)
    if path.suffix == ".pptx":
        with tempfile.TemporaryDirectory() as folder:
            found = ooxml_integrity.check_pptx(_placed(path, Path(folder) / path.name))
        return [finding for finding in found if finding.code not in _UNRELIABLE]
    return ()


def _placed(path: Path, copy: Path) -> Path:
    """A copy that says where each placeholder is: by its number in the layout, not by its kind."""
    presentation = Presentation(str(path))
    for slide in presentation.slides:
        for shape in slide.placeholders:
            place = shape.left, shape.top, shape.width, shape.height
            shape.left, shape.top, shape.width, shape.height = place
    presentation.save(str(copy))
    return copy


def _word(path: Path) -> None:
    document = Document(str(path))
    for part in document.part.package.iter_parts():
        assert part.content_type
        assert part.blob
    assert document.paragraphs
    assert all(table.rows for table in document.tables)
    assert all(section.page_width for section in document.sections)


def _slides(path: Path) -> None:
    presentation = Presentation(str(path))
    for part in presentation.part.package.iter_parts():
        assert part.content_type
        assert part.blob
    for slide in presentation.slides:
        assert [shape.name for shape in slide.shapes]
        for shape in slide.shapes:
            if shape.has_chart:
                assert list(shape.chart.plots)


def _workbook(path: Path) -> None:
    for rich in (False, True):
        book = load_workbook(path, rich_text=rich)
        for sheet in book.worksheets:
            assert all(cell.coordinate for row in sheet.iter_rows() for cell in row)


_OPEN = {".docx": _word, ".pptx": _slides, ".xlsx": _workbook}
