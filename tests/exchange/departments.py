"""Departments that fill in their workbooks, by script as a spreadsheet program would."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from commands import Done, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "musterstadt"
FOLDER = Path("build", "aemterrunde")


def copied(folder: Path) -> Path:
    """The fictitious city, to be spoilt."""
    shutil.copytree(EXAMPLE / "data", folder / "data")
    return folder


def extract(city: Path, actor: str, *options: str) -> Path:
    """The workbook of a department of the city as it is copied, made once for all tests."""
    path = city / FOLDER / f"{actor}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made(actor, options))
    return path


@cache
def _made(actor: str, options: tuple[str, ...]) -> bytes:
    with TemporaryDirectory() as folder:
        city = copied(Path(folder))
        done = run(city, "extract", "--actor", actor, *options)
        assert done.returncode == 0, done.stderr
        return (city / FOLDER / f"{actor}.xlsx").read_bytes()


def merged(city: Path, *arguments: object) -> Done:
    return run(city, "merge", *map(str, arguments))


def texts(city: Path) -> dict[str, bytes]:
    """All data as it stands, by path."""
    files = sorted((city / "data").rglob("*"))
    return {
        path.relative_to(city).as_posix(): path.read_bytes() for path in files if path.is_file()
    }


def row_of(book: Workbook, sheet: str, id_: str, place: int = 0) -> int:
    keys = [cell.value for cell in book[sheet][1]]
    column = keys.index("id") + 1
    rows = [
        n for n in range(3, book[sheet].max_row + 1) if book[sheet].cell(n, column).value == id_
    ]
    return rows[place]


def column_of(book: Workbook, sheet: str, key: str) -> int:
    return [cell.value for cell in book[sheet][1]].index(key) + 1


Cells = dict[tuple[str, str, str] | tuple[str, str, str, int], Any]


def fill_in(path: Path, cells: Cells, also: Callable[[Workbook], object] | None = None) -> Path:
    """Write cells, by sheet, id, key and place of the row among those of the id."""
    book = load_workbook(path)
    for (sheet, id_, key, *place), value in cells.items():
        row = row_of(book, sheet, id_, *place)
        book[sheet].cell(row, column_of(book, sheet, key)).value = value
    if also:
        also(book)
    book.save(path)
    return path


def saved_by_libreoffice(folder: Path, *paths: Path, ending: str = "xlsx") -> list[Path]:
    """The files as LibreOffice saves them."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("not installed: soffice")
    home = f"-env:UserInstallation=file://{folder / 'home'}"
    target = folder / f"als-{ending}"
    command = [program, home, "--headless", "--convert-to", ending, "--outdir", str(target)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=180)
    return [target / path.with_suffix(f".{ending}").name for path in paths]
