"""Renew every file that is generated: schemas, the reference of findings, the German catalogue."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Write the files; a test holds each to what would be written."""
    os.environ["INSEK_LANG"] = "de"
    # The catalogue first: the reference is written in German.
    for command in (["scripts/catalogue.py"], ["-m", "insek_cli", "schema"]):
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
    from insek_cli.findings.codes.reference_page import reference  # noqa: PLC0415

    (ROOT / "docs" / "befunde.md").write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
