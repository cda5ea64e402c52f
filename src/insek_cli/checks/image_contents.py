"""The images of a project, each judged once, all of them within one budget."""

from pathlib import Path, PurePosixPath
from typing import Any

from insek_cli import limits
from insek_cli.checks.image_names import ImageNames
from insek_cli.i18n import _
from insek_cli.limits import MIB, Budget

FOLDER = PurePosixPath("data/bilder")
Trouble = tuple[str, dict[str, Any]]
"""A code and the details of its message."""


class _TooMuchError(Exception):
    """An image, or all of them together, are larger than the limit it names."""

    def __init__(self, what: str, *, together: bool = False) -> None:
        super().__init__()
        self.what = what
        self.together = together


class ImageChecker:
    """Tells what is wrong with an image. Sizes are looked at first, then contents."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self._names = ImageNames(self._folder)
        self._judged: dict[str, Trouble | None] = {}
        self._bytes, self._drawn = Budget(limits.IMAGES), Budget(limits.DRAWINGS)
        self._pixels = Budget(limits.ALL_PIXELS)

    def trouble(self, name: str) -> Trouble | None:
        """What is wrong with an image under data/bilder/."""
        if name not in self._judged:
            self._judged[name] = self._named(name)
        return self._judged[name]

    def _named(self, name: str) -> Trouble | None:
        found = self._look(name)
        if found is None and not self._names.has(name):
            found = "INSEK210", {"what": ""}
        if found and found[0] in ("INSEK210", "INSEK211"):
            return found[0], {**found[1], "hint": self._names.hint(name)}
        return found

    def _look(self, name: str) -> Trouble | None:
        path = self._folder / name
        try:
            if "\\" not in name and self._leads_out(path):
                return "INSEK211", {"what": ""}
            if "\\" in name or not path.is_file():
                return "INSEK210", {"what": ""}
            return self._content(path)
        except _TooMuchError as error:
            return "INSEK214", {"variant": "together" * error.together, "what": error.what}
        except (OSError, ValueError):
            return "INSEK212", {"what": ""}

    def _leads_out(self, path: Path) -> bool:
        folder = self._folder
        inside = path.resolve().is_relative_to(folder.resolve())
        links = any(part.is_symlink() for part in (path, *path.parents) if folder in part.parents)
        return not inside or links or folder.is_symlink()

    def _content(self, path: Path) -> Trouble | None:
        size, drawing = path.stat().st_size, path.suffix.lower() == ".svg"
        most, budget, all_of_them = (
            (limits.DRAWING, self._drawn, limits.DRAWINGS)
            if drawing
            else (limits.IMAGE, self._bytes, limits.IMAGES)
        )
        if size > most:
            raise _TooMuchError(f"{most // MIB} MiB")
        if not budget.take(size):
            raise _TooMuchError(f"{all_of_them // MIB} MiB", together=True)
        if not drawing:
            self._photograph(path)
            return None
        # Most projects have no drawing, and lxml takes as long to load as their data.
        from insek_cli.checks.svg_content import active_content  # noqa: PLC0415

        with path.open("rb") as stream:
            what = active_content(stream.read(most), self._pixels)
        return ("INSEK213", {"what": what}) if what else None

    def _photograph(self, path: Path) -> None:
        from insek_cli.checks.raster_images import pixel_count  # noqa: PLC0415

        if pixel_count(path, self._pixels) > limits.PIXELS:
            raise _TooMuchError(_millions(limits.PIXELS))
        if self._pixels.left < 0:
            raise _TooMuchError(_millions(limits.ALL_PIXELS), together=True)


def _millions(pixels: int) -> str:
    return _("{n} million pixels").format(n=pixels // 10**6)
