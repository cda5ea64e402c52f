"""Renew every file that is generated: schemas, the reference of findings, the German catalogue."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Write the files; a test holds each to what would be written."""
    os.environ["INSEK_LANG"] = "de"
    from insek_cli.codes.reference import reference  # noqa: PLC0415 - after the language is set

    (ROOT / "docs" / "befunde.md").write_text(reference(), encoding="utf-8")
    for command in (["-m", "insek_cli", "schema"], ["scripts/catalogue.py"]):
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
