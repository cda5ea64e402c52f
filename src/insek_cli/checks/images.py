"""Image files: there, inside data/bilder, and what their names say."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.i18n import _
from insek_cli.models.routes import values
from insek_cli.models.shared import Image

FOLDER = PurePosixPath("data/bilder")
MAX_BYTES = 64 * 1024 * 1024
MAX_SVG = 8 * 1024 * 1024


def files(context: Context) -> Iterator[Issue]:
    """Every image a record names, at the name."""
    judged: dict[str, tuple[str, str] | None] = {}
    for record in context.loaded.records():
        for path, image, _raw in values(record.model, Image):
            if image.datei not in judged:
                judged[image.datei] = trouble(context.loaded.root, image.datei)
            if found := judged[image.datei]:
                code, what = found
                yield record.issue(code, (*path, "datei"), name=image.datei, what=what)


def trouble(root: Path, name: str) -> tuple[str, str] | None:
    """What is wrong with an image under data/bilder: a code and a detail."""
    folder = root / FOLDER
    path = folder / name
    try:
        if "\\" in name or _leads_out(path, folder):
            return "INSEK211", ""
        if not path.is_file():
            return "INSEK210", ""
        return _content(path)
    except (OSError, ValueError):
        return "INSEK212", ""


def _leads_out(path: Path, folder: Path) -> bool:
    inside = path.resolve().is_relative_to(folder.resolve())
    links = any(part.is_symlink() for part in (path, *path.parents) if folder in part.parents)
    return not inside or links or folder.is_symlink()


def _content(path: Path) -> tuple[str, str] | None:
    if path.stat().st_size > MAX_BYTES:
        return "INSEK214", f"{MAX_BYTES // 1024**2} MiB"
    if path.suffix.lower() == ".svg":
        # Most projects have no drawing, and lxml takes as long to load as their data.
        from insek_cli.checks.svg import active_content  # noqa: PLC0415

        with path.open("rb") as stream:
            raw = stream.read(MAX_SVG + 1)
        if len(raw) > MAX_SVG:
            return "INSEK214", f"{MAX_SVG // 1024**2} MiB"
        what = active_content(raw)
        return ("INSEK213", what) if what else None
    from insek_cli.checks.raster import MAX_PIXELS, pixels  # noqa: PLC0415

    if pixels(path) > MAX_PIXELS:
        return "INSEK214", _("{n} million pixels").format(n=MAX_PIXELS // 10**6)
    return None
