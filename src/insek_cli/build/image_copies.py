"""Images of the data, copied into a private folder: nothing else is in reach of the engines."""

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

from insek_cli.catalog import Catalog
from insek_cli.markdown import parse_markdown
from insek_cli.models.image import holds_images
from insek_cli.models.key_paths import values

FOLDER = "bilder"
_TAG = re.compile(r"""<img\b[^>]*?\bsrc=["']([^"']*)""")


def copy_images(catalog: Catalog, root: Path, folder: Path) -> None:
    """Copy every image the data names from data/bilder/ to `folder`/bilder/."""
    for name in sorted(set(_named(catalog))):
        path = _source(root, name)
        if path:
            goal = folder / FOLDER / name
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, goal)


def images_in(text: str, root: Path) -> dict[str, bytes]:
    """The images of data/bilder/ that a delivered Markdown shows, by their path from there."""
    found = ((name, _source(root, name)) for name in sorted(set(_shown(text))))
    return {name: path.read_bytes() for name, path in found if path}


def _source(root: Path, name: str) -> Path | None:
    source = (root / "data" / FOLDER).resolve()
    path = (source / name).resolve()
    inside = path.is_relative_to(source) and ".." not in Path(name).parts
    return path if inside and path.is_file() else None


def _shown(text: str) -> Iterator[str]:
    """Pictures, not words about them; pandoc writes each in one line."""
    parser = MarkdownIt("commonmark")
    for line in text.split("\n"):
        if f"{FOLDER}/" not in line:
            continue
        for token in parser.parseInline(line)[0].children or ():
            tag = _TAG.search(token.content) if token.type == "html_inline" else None
            address = html.unescape(tag[1]) if tag else str(token.attrs.get("src", ""))
            if address.startswith(f"{FOLDER}/"):
                yield unquote(address.removeprefix(f"{FOLDER}/"))


def _named(catalog: Catalog) -> Iterator[str]:
    records = (catalog.concept, *catalog.fields, *catalog.measures)
    for record in (*records, *(w.workshop for w in catalog.workshops)):
        yield from (image.datei for _path, image, _key in values(record, holds_images))
    for chapter in catalog.chapters:
        document = parse_markdown(chapter.text, chapter=True).document
        yield from (unquote(picture.path) for picture in document.pictures())
