"""Golden files: what people read of this program, kept as text, so that a diff shows a change."""

import difflib
import os
from collections.abc import Mapping
from pathlib import Path

GOLDEN = Path(__file__).parent
CHANGED_LINES = 200
"""Lines of a diff that are printed; more of them nobody reads in a terminal."""


def hold(file: Path, text: str) -> None:
    """Fail with a unified diff where a text is not that of the file; INSEK_UPDATE=1 writes it."""
    if os.environ.get("INSEK_UPDATE") == "1":
        write({file: text})
    difference = changes(file, text)
    assert not difference, f"{difference}\nRenew golden files with: make generate"


def changes(file: Path, text: str) -> str:
    """A unified diff from a golden file to a text; empty where they are the same."""
    golden = file.read_text(encoding="utf-8") if file.is_file() else ""
    lines = list(
        difflib.unified_diff(
            golden.splitlines(), text.splitlines(), str(file), "now", n=1, lineterm=""
        )
    )
    if not lines and golden != text:
        return f"{file}: only its line ends differ"
    rest = [f"… {len(lines) - CHANGED_LINES} more lines"] if len(lines) > CHANGED_LINES else []
    return "\n".join([*lines[:CHANGED_LINES], *rest])


def write(files: Mapping[Path, str]) -> None:
    """Write golden files; one that is as it should be keeps its time."""
    for file, text in files.items():
        if not file.is_file() or file.read_bytes() != text.encode():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
