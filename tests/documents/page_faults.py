"""What a reader would call a fault of the layout, counted page by page as poppler sees them.

`PYTHONPATH=.:tests .venv/bin/python -m documents.page_faults [file.pdf …]` prints the table and
where each fault is; without files, of the cities the test builds.
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from html import unescape
from itertools import pairwise
from pathlib import Path

import pikepdf

from documents.fitted_cities import CITIES
from documents.printed_words import MM, Page, Word, pages

TOP, RIGHT, BOTTOM, LEFT = 26, 18, 22, 22
"""Margins of every page in millimetres."""
EMPTY = 0.25
"""A page of which less is used looks like an accident."""
FULL = 0.85
"""From here on the foot of a page is where a heading must not stand alone."""
HEADING = 12 * 1.44
"""Height in points of the box of a word in 12 pt: the smallest size of headings."""
DESCENT = 5
"""Points that the box of a last line may reach below the type area."""
_DPI = 15
_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_FONT = re.compile(r'<fontspec id="(\d+)" size="-?\d+" family="([^"]*)"')
_ITEM = re.compile(r'<text top="(-?\d+)" .*?height="(\d+)" font="(\d+)">(.*?)</text>')
_ENDS = re.compile(r" \. \. \.|^Summe |offen$")
"""Bold lines that may end a page: of the contents, and of sums."""


@dataclass
class Faults:
    """The faults of a document by kind, each with the page it is on."""

    nearly_empty: list[str]
    outside: list[str]
    divided_headings: list[str]
    alone_at_foot: list[str]
    two_letters: list[str]
    torn_rows: list[str]
    pages: int = 0

    def counted(self) -> dict[str, int]:
        """How many there are of each kind."""
        kinds = (field.name for field in fields(self) if field.name != "pages")
        return {kind: len(getattr(self, kind)) for kind in kinds}


def faults(pdf: Path) -> Faults:
    """Count the faults of a document; pages filled to all edges (cover, openers) have none."""
    found = Faults([], [], [], [], [], _torn_rows(pdf))
    printed, inks, feet = pages(pdf), list(_inks(pdf)), list(_feet(pdf))
    assert len(printed) == len(inks) == len(feet) > 0
    for number, (page, ink, foot) in enumerate(zip(printed, inks, feet, strict=True), 1):
        found.pages += 1
        if ink is None:
            continue
        if ink < EMPTY and number < len(printed):
            found.nearly_empty.append(f"{number}: {ink:.0%}")
        found.outside += [f"{number}: {word}" for word in _outside(page)]
        found.divided_headings += [f"{number}: {w.text}" for w in _divided(page, HEADING)]
        found.two_letters += [f"{number}: {word}" for word in _short_ends(page)]
        # Across, a long title ends the row of a list; a heading stands on upright pages.
        if foot and ink > FULL and page.height > page.width:
            found.alone_at_foot.append(f"{number}: {foot}")
    return found


def _outside(page: Page) -> list[str]:
    """Words beyond the margins; the footer is the last line below the type area."""
    low = page.height - BOTTOM * MM + DESCENT
    below = [word for word in page.words if word.bottom > low]
    footer = max((word.bottom for word in below), default=0.0)
    deep = [word.text for word in below if footer - word.bottom > 2]
    return page.outside(LEFT, RIGHT) + deep


def _divided(page: Page, height: float = 0) -> list[Word]:
    """Words that are divided at the end of a line and printed at least so high."""
    return [w for w in page.words if w.text.endswith("\u00ad") and w.bottom - w.top >= height]


def _short_ends(page: Page) -> Iterator[str]:
    """Divided words of which two letters or fewer stand on one of the lines."""
    for word, rest in pairwise(page.words):
        if word.text.endswith("\u00ad"):
            parts = [len(re.sub(r"\W", "", part)) for part in (word.text, rest.text)]
            if min(parts) <= 2:
                yield f"{word.text[:-1]}-{rest.text}"


def _inks(pdf: Path) -> Iterator[float | None]:
    """How far down each page's type area is used, as a part of it; None if full to all edges."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(_DPI), "-gray", str(pdf), f"{folder}/p"]
        subprocess.run(command, capture_output=True, check=True)
        for path in sorted(Path(folder).iterdir()):
            yield _ink(path.read_bytes())


def _ink(picture: bytes) -> float | None:
    _, size, _, dots = picture.split(b"\n", 3)
    wide, high = map(int, size.split())
    rows = [dots[start : start + wide] for start in range(0, wide * high, wide)]
    if max(rows[0][0], rows[-1][0], rows[0][-1]) < 250:
        return None
    top, bottom, left, right = (round(mm / 25.4 * _DPI) for mm in (TOP, BOTTOM, LEFT, RIGHT))
    area = rows[top : high - bottom]
    used = [n for n, row in enumerate(area, 1) if min(row[left : wide - right]) < 250]
    return max(used, default=0) / len(area)


def _torn_rows(pdf: Path) -> list[str]:
    """Rows of tables that go on on the next page, by the page where they begin."""
    with pikepdf.open(pdf) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        rows = _rows(document.Root.StructTreeRoot)
        spans = [sorted({numbers[page] for page in _pages_of(row)}) for row in rows]
    return [f"{span[0]}: row" for span in spans if len(span) > 1]


def _rows(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(element):
        if kid.get("/S") == "/TR":
            yield kid
        else:
            yield from _rows(kid)


def _pages_of(element: pikepdf.Object) -> Iterator[tuple[int, int]]:
    """The pages on which something of an element is printed."""
    held = element.get("/K")
    for kid in held if isinstance(held, pikepdf.Array) else () if held is None else [held]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield element.Pg.objgen
        elif kid.get("/Type") == "/MCR":
            yield kid.get("/Pg", element.get("/Pg")).objgen
    for kid in _kids(element):
        yield from _pages_of(kid)


def _kids(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The elements below one, without marks on pages."""
    held = element.get("/K")
    for kid in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _feet(pdf: Path) -> Iterator[str]:
    """The last line of each page if it is a heading or the head of a table: bold throughout."""
    command = ["pdftohtml", "-xml", "-i", "-fontfullname", "-zoom", "1", "-stdout", str(pdf)]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    bold = {number for number, family in _FONT.findall(told) if family.endswith("-Bold")}
    for page in _PAGE.findall(told):
        high = int(re.findall(r'height="(\d+)"', page)[0])
        items = [
            (int(top) + int(height), number, words)
            for top, height, number, words in _ITEM.findall(page)
            if int(top) + int(height) < high - BOTTOM * MM + DESCENT
        ]
        foot = max((item[0] for item in items), default=0)
        last = [item for item in items if foot - item[0] < 4]
        said = " ".join(re.sub("<.*?>", "", words) for _, _, words in last)
        heading = bool(last) and all(number in bold for _, number, _ in last)
        yield unescape(said) if heading and not _ENDS.search(said) else ""


def table(found: dict[str, Faults]) -> str:
    """A line a document: pages, then how many faults of each kind."""
    kinds = list(next(iter(found.values())).counted())
    lines = [f"{'':28}{'pages':>7}" + "".join(f"{kind:>18}" for kind in kinds)]
    for name, each in found.items():
        numbers = "".join(f"{number:>18}" for number in each.counted().values())
        lines.append(f"{name:28}{each.pages:>7}" + numbers)
    return "\n".join(lines)


def main(paths: list[str]) -> None:
    """Print the table, and where each fault is."""
    with tempfile.TemporaryDirectory() as folder:
        pdfs = {path: Path(path) for path in paths} or {
            name: build(Path(folder, name)) for name, build in CITIES.items()
        }
        found = {name: faults(pdf) for name, pdf in pdfs.items()}
    print(table(found))  # noqa: T201
    for name, each in found.items():
        for kind in each.counted():
            for fault, times in Counter(getattr(each, kind)).items():
                print(f"{name}\t{kind}\tpage {fault}" + f" ({times})" * (times > 1))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
