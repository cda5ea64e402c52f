"""Image files: there, inside data/bilder, and what their names say."""

from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.models.image import holds_images
from insek_cli.models.key_paths import values


def unusable_images(context: Context) -> Iterator[Issue]:
    """Every image a record names, at the name."""
    for record in context.loaded.records():
        for path, image, _key in values(record.model, holds_images):
            if found := context.gallery.trouble(image.datei):
                code, details = found
                yield record.issue(code, (*path, "datei"), name=image.datei, **details)


RULES = (unusable_images,)
