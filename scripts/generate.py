"""Renew every file that is generated: schemas, the reference of findings, German catalogue,
golden files. Tests hold each to what would be written."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """The catalogue first: all others are written in German."""
    os.environ["INSEK_LANG"] = "de"
    for command in (["scripts/catalogue.py"], ["-m", "insek_cli", "schema"]):
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
    from insek_cli.findings.codes.reference_page import reference_page  # noqa: PLC0415

    (ROOT / "docs" / "befunde.md").write_text(reference_page(), encoding="utf-8")
    golden()


def golden() -> None:
    """By the functions the tests call, in empty folders, with nothing remembered."""
    sys.path.insert(0, str(ROOT / "tests"))
    from golden.golden_files import write  # noqa: PLC0415
    from golden.golden_sets import SETS  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        os.environ["INSEK_CACHE"] = str(Path(folder, "cache"))
        for name, made in SETS.items():
            work = Path(folder, name)
            work.mkdir()
            write(made(work))


if __name__ == "__main__":
    main()
