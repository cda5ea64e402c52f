"""Typst in a process of its own, with a limit of time and memory: it cannot take insek along.

This file is also the program of that process, so it loads nothing of the package.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TIMEOUT = 300
"""Seconds: far above what 2,000 measures take."""
MEMORY = 6 * 1024**3
"""Bytes that it may ask for (Linux): twice what 2,000 measures take."""


@dataclass(frozen=True)
class Set:
    """What was set: a PDF or the pages as pictures, and the warnings."""

    pages: tuple[bytes, ...]
    warnings: tuple[str, ...]


class TypesettingError(Exception):
    """Why nothing was set; `ended` when it took too long, too much memory, or broke."""

    def __init__(self, message: str, *, ended: bool = False) -> None:
        super().__init__(message)
        self.ended = ended


def typeset(main: Path, fonts: Path, options: Mapping[str, object]) -> Set:
    """Set a main file, which may read its own folder and nothing else.

    Raises TypesettingError.
    """
    order = {"main": str(main), "fonts": str(fonts), "options": options, "memory": MEMORY}
    # Without -P, a file of a stranger's could stand for a module.
    command = [sys.executable, "-P", str(Path(__file__).resolve())]
    try:
        done = subprocess.run(
            command, input=json.dumps(order).encode(), capture_output=True, timeout=TIMEOUT,
            check=False,
        )  # fmt: skip
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
    except subprocess.TimeoutExpired as error:
        raise TypesettingError(f"> {TIMEOUT} s", ended=True) from error
    if "pages" not in answer:
        if "error" in answer:
            raise TypesettingError(answer["error"])
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise TypesettingError(lines[0] if lines else str(done.returncode), ended=True)
    pages = tuple(Path(name).read_bytes() for name in answer["pages"])
    for name in answer["pages"]:
        Path(name).unlink()
    return Set(pages, tuple(answer["warnings"]))


def _limit(memory: int) -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415

        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _without_packages(folder: Path) -> dict[str, str]:
    """Typst has no switch for it: what it would fetch or has fetched lies where nothing is."""
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        os.environ[name] = "http://127.0.0.1:9"
    for name in ("no_proxy", "NO_PROXY"):
        os.environ.pop(name, None)
    nowhere = str(folder / ".pakete")
    return {"package_path": nowhere, "package_cache_path": nowhere}


def _work(order: Mapping[str, Any]) -> dict[str, object]:
    import typst  # noqa: PLC0415

    main = Path(order["main"])
    options: Any = {**_without_packages(main.parent), **order["options"]}
    try:
        made, warnings = typst.compile_with_warnings(
            str(main), root=str(main.parent), font_paths=[order["fonts"]],
            ignore_system_fonts=True, **options,
        )  # fmt: skip
    except typst.TypstError as error:
        return {"error": str(error.diagnostic or error.message)}
    # One page comes as bytes, several as a list.
    pages: Sequence[bytes] = made if isinstance(made, list) else [made]
    names = [main.with_name(f".{main.stem}-{number}.fertig") for number in range(len(pages))]
    for name, page in zip(names, pages, strict=True):
        name.write_bytes(page)
    said = [warning.message for warning in warnings]
    return {"pages": [str(name) for name in names], "warnings": said}


if __name__ == "__main__":
    given = json.load(sys.stdin)
    _limit(given["memory"])
    json.dump(_work(given), sys.stdout)
