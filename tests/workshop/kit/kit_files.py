"""Where a kit lies, and what its sheets say."""

import subprocess
from pathlib import Path

SLUG = "massnahmenwerkstatt"


def folder(root: Path, slug: str = SLUG) -> Path:
    """Where the kit of a project goes."""
    return root / "build" / "workshops" / slug


def frozen(root: Path) -> Path:
    """Where the options are frozen."""
    return root / "data" / "workshops" / SLUG / "optionen.yaml"


def text_of(path: Path, *options: str) -> str:
    """The text of a PDF without no-break spaces; "-layout" keeps what stands side by side."""
    command = ["pdftotext", *options, str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode().replace("\u00a0", " ")
