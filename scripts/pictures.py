"""Renew the pictures of the README from the documents of the Musterstadt (needs poppler)."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from insek_cli.build.produce import produce
from insek_cli.build.request import Request
from insek_cli.resources import examples_dir

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {
    "steckbrief": (r"^Leuchtturmprojekt Projekt", 72),
    "massnahmenliste": (r"^Maßnahmenliste$", 62),
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


def _heads(mark: str, page: str) -> bool:
    return re.search(mark, page, re.MULTILINE) is not None and "....." not in page


def _text(pdf: Path) -> str:
    return _run("pdftotext", str(pdf), "-")


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
