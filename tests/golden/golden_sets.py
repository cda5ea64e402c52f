"""All golden files of the project, made anew: what the tests compare and `make generate` writes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from golden.case_findings import case_findings
from golden.golden_files import GOLDEN
from golden.reports import CITIES, report_files
from golden.screens import screens
from insek_cli.models.measure import Measure
from insek_cli.review.format import format_bytes

GoldenSet = Callable[[Path], dict[Path, str]]
"""Makes the texts of some golden files; the folder it is given is empty, to work in."""


def formatted(_folder: Path) -> dict[Path, str]:
    """One file with everything that is out of order, in its canonical form."""
    before = GOLDEN / "format" / "before.yaml"
    content = format_bytes(before.read_bytes(), PurePosixPath(before.name), Measure).content
    assert content is not None
    return {GOLDEN / "format" / "after.yaml": content.decode()}


SETS: dict[str, GoldenSet] = {
    **{name: partial(report_files, name) for name in CITIES},
    "screens": screens,
    "format": formatted,
    "cases": case_findings,
}
