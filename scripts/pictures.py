"""Renew the pictures of README and handbook from the documents of the Musterstadt.

Needs poppler, and for the workbooks LibreOffice.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook

from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.resources import examples_dir

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {
    "steckbrief": (r"^Leuchtturmprojekt\n\nFederführung$", 72),
    "massnahmenliste": (r"\AMaßnahmenliste$", 62),
}
"""Picture: the text that tells its page, and dots per inch."""


def main() -> None:
    """Build the example city and cut the pages out of its PDF."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        produce(Request(examples_dir() / "musterstadt", formats=("pdf",), out=out))
        pages = _text(out / "insek.pdf").split("\f")
        for name, (mark, resolution) in PICTURES.items():
            number = min(i for i, page in enumerate(pages, 1) if _heads(mark, page))
            target = ROOT / "docs" / "bilder" / name
            page = ("-f", str(number), "-l", str(number), "-r", str(resolution))
            _run("pdftoppm", "-png", "-singlefile", *page, str(out / "insek.pdf"), str(target))
            sys.stdout.write(f"{target.relative_to(ROOT)}.png\n")
        _round(out)


def _round(out: Path) -> None:
    """A workbook as a department gets it, and one to decide in."""
    insek = (sys.executable, "-m", "insek_cli")
    city = out / "stadt"
    shutil.copytree(examples_dir() / "musterstadt" / "data", city / "data")
    keys = "status,standort.beschreibung,zeitraum.beginn,zeitraum.ende,nachhaltigkeit"
    asked = ("--actor", "fb-umwelt,fb-verkehr", "--due", "2026-05-04", "--keys", keys)
    _run(*insek, "extract", *asked, "--project", str(city))
    books = [city / "build" / "aemterrunde" / f"fb-{name}.xlsx" for name in ("umwelt", "verkehr")]
    _picture(books[1], "M-014", "aemterrunde-mappe", out)
    for number, path in enumerate(books):
        book = load_workbook(path)
        sheet = book["Maßnahmen"]
        heads = {cell.value: cell.column for cell in sheet[1]}
        row = next(r for r in range(3, 30) if sheet.cell(r, heads["id"]).value == "M-009")
        sheet.cell(row, heads["zeitraum.ende"]).value = 2033 + number
        sheet.cell(row, heads["standort.beschreibung"]).value = ("Nordstadt", "Uferweg")[number]
        book.save(path)
    _run(*insek, "merge", *map(str, books), "--project", str(city), accepted=(1,))
    decisions = city / "build" / "merge" / "entscheidungen.xlsx"
    _picture(decisions, "Widersprüche", "aemterrunde-entscheidungen", out, 190)


def _picture(book: Path, mark: str, name: str, out: Path, height: int = 560) -> None:
    """The first page of a workbook that has a text, without the white below."""
    home = f"-env:UserInstallation=file://{out / 'home'}"
    _run("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(book))
    pdf = out / book.with_suffix(".pdf").name
    pages = _text(pdf).split("\f")
    number = str(next(i for i, page in enumerate(pages, 1) if mark in page))
    target = ROOT / "docs" / "bilder" / name
    cut = ("-x", "0", "-y", "0", "-W", "1191", "-H", str(height))
    _run("pdftoppm", "-png", "-singlefile", "-f", number, "-l", number, "-r", "72", *cut,
         str(pdf), str(target))  # fmt: skip
    sys.stdout.write(f"{target.relative_to(ROOT)}.png\n")


def _heads(mark: str, page: str) -> bool:
    return re.search(mark, page, re.MULTILINE) is not None and "....." not in page


def _text(pdf: Path) -> str:
    return _run("pdftotext", str(pdf), "-")


def _run(*command: str, accepted: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode not in accepted:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
