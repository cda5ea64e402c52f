"""The title image: one, and large enough for the width of the page."""

from collections.abc import Iterator

from insek_cli.checks.context import Context
from insek_cli.checks.image_contents import FOLDER
from insek_cli.findings import Issue

LEAST = (1240, 1040)
"""Pixels across and down: the picture of the cover, 210 by 176 mm, at 150 to the inch."""


def unfit_title_images(context: Context) -> Iterator[Issue]:
    """A title image that is too small, and each that is not the first."""
    concept = context.loaded.concept
    if concept is None:
        return
    named = [(i, x) for i, x in enumerate(concept.model.bilder) if x.rolle == "titel"]
    for place, (index, image) in enumerate(named):
        path = ("bilder", index, "datei")
        if place > 0:
            yield concept.issue("INSEK610", path, name=image.datei, variant="second")
        elif context.gallery.trouble(image.datei) is None:
            # Most projects have no title image, and Pillow takes as long to load as their data.
            from insek_cli.checks.raster_images import size  # noqa: PLC0415

            found = size(context.loaded.root / FOLDER / image.datei)
            if found and (found[0] < LEAST[0] or found[1] < LEAST[1]):
                shown, least = (f"{width} × {height}" for width, height in (found, LEAST))
                yield concept.issue("INSEK610", path, name=image.datei, found=shown, least=least)


RULES = (unfit_title_images,)
