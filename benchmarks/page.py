"""RESULTS.md: the table, where the time goes, on which machine."""

import os
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from string import Template

from benchmarks.rows import Row
from benchmarks.side_by_side import PEERS

PACKAGES = (
    "insek-cli", "typer", "pydantic", "typst", "pypandoc-binary", "openpyxl", "check-jsonschema",
    "docxtpl", "weasyprint", "rendercv", "sphinx-needs", "strictdoc",
)  # fmt: skip
_PAGE = Path(__file__).with_name("page.md")


def page(found: Sequence[Row], profiles: Sequence[str], rounds: int) -> str:
    """The page; `profiles` are those of a build, of its PDF, of its Word, and of a check."""
    heads = ("what", "against", "goal", "insek", "other", "ratio", "")
    lines = (f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *map(line, found))
    build, pdf, docx, check = profiles
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        rounds=rounds, table="\n".join(lines), build=build, pdf=pdf, docx=docx, check=check,
        machine="\n".join(_machine()),
    )  # fmt: skip


def line(row: Row) -> str:
    """A row of the table."""
    seconds, other = (f"{each:.2f} s" if each else "–" for each in (row.seconds, row.other))
    ratio = f"{row.ratio:.2f}" if row.ratio else "–"
    mark = {True: "reached", False: "not reached", None: "not measured"}[row.reached]
    end = f"{mark}; {row.note}" if row.note else mark
    return f"| {row.what} | {row.against} | {row.goal} | {seconds} | {other} | {ratio} | {end} |"


def _machine() -> list[str]:
    lines = [f"- {platform.system()} {platform.machine()}, {os.cpu_count()} cores"]
    lines.append(f"- Python {platform.python_version()}")
    return [*lines, *(f"- {name} {_version(name)}" for name in PACKAGES)]


def _version(name: str) -> str:
    """Of a package of this Python, else of the peers' environment."""
    try:
        return version(name)
    except PackageNotFoundError:
        pattern = f"lib/python*/site-packages/{name.replace('-', '_')}-*.dist-info"
        found = [
            path.name.split("-")[1].removesuffix(".dist") for path in PEERS.parent.glob(pattern)
        ]
        return found[0] if found else "not installed"
