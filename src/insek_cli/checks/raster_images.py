"""Photographs and maps: whole files of a size that can be set, however small they are packed."""

import warnings
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageFile

from insek_cli import limits
from insek_cli.limits import Budget

KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}


def pixel_count(path: Path, budget: Budget) -> int:
    """How many pixels an image has. Raises OSError or ValueError when it is none, or is cut off.

    One that is too large, or for which nothing is left of the budget, is not looked into.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise ValueError(path.suffix)
    with path.open("rb") as stream:
        return embedded_pixel_count(stream, kind, budget)


def embedded_pixel_count(stream: BinaryIO, kind: str, budget: Budget) -> int:
    """The same for an image that is no file of its own; `kind` is PNG or JPEG."""
    with warnings.catch_warnings():
        # Pillow warns of large images; here they are counted.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(stream, formats=(kind,)) as image:
                count = image.width * image.height
                if count <= limits.PIXELS and budget.take(count):
                    _read(image)
                return count
        except Image.DecompressionBombError:
            return limits.PIXELS + 1
        except (SyntaxError, EOFError) as error:
            raise ValueError from error


def size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels as the file says, None for a drawing or what is no image."""
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(path, formats=(kind,)) as image:
                return image.size
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
            return None


def _read(image: ImageFile.ImageFile) -> None:
    """Decode an image; a photograph at an eighth of its size, which finds its end as well."""
    image.draft("L", (image.width // 8, image.height // 8))
    image.load()
