"""Images of the data, copied into a private folder: nothing else is in reach of the engines."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from insek_cli.catalog import Catalog
from insek_cli.markdown import parse_markdown
from insek_cli.models.image import holds_images
from insek_cli.models.key_paths import values

FOLDER = "bilder"


def copy_images(catalog: Catalog, root: Path, folder: Path) -> None:
    """Copy every image the data names from data/bilder/ to `folder`/bilder/."""
    source = (root / "data" / FOLDER).resolve()
    for name in sorted(set(_named(catalog))):
        path = (source / name).resolve()
        if path.is_file() and path.is_relative_to(source):
            goal = folder / FOLDER / name
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, goal)


def _named(catalog: Catalog) -> Iterator[str]:
    records = (catalog.concept, *catalog.fields, *catalog.measures)
    for record in (*records, *(w.workshop for w in catalog.workshops)):
        yield from (image.datei for _path, image, _key in values(record, holds_images))
    for chapter in catalog.chapters:
        document = parse_markdown(chapter.text, chapter=True).document
        yield from (unquote(picture.path) for picture in document.pictures())
