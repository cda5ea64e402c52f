"""Colours of the project: text is printed in them and on them, so they need contrast."""

from collections.abc import Iterator
from typing import Any

from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.report.colour import MINIMUM_CONTRAST, contrast, readable, weakest
from insek_cli.source.nodes import Path
from insek_cli.source.records import Record


def low_contrasts(context: Context) -> Iterator[Issue]:
    """Each colour on white, and on the tint of it that boxes are filled with."""
    if concept := context.loaded.concept:
        for name, colour in concept.model.farben.items():
            yield from _weak(concept, ("farben", name), colour)
    for field in context.loaded.fields:
        if field.model.farbe:
            yield from _weak(field, ("farbe",), field.model.farbe)


def _weak(record: Record[Any], path: Path, colour: str) -> Iterator[Issue]:
    ground = weakest(colour)
    found = contrast(colour, ground)
    if found < MINIMUM_CONTRAST:
        # Cut, not rounded: 4.49 must not be printed as 4.5.
        shown = f"{int(found * 100) / 100:.2f}"
        least = f"{MINIMUM_CONTRAST:g}"
        near = readable(colour)
        details = {"colour": colour, "found": shown, "ground": ground, "least": least, "near": near}
        yield record.issue("INSEK607", path, **details)


RULES = (low_contrasts,)
