"""The colours of a document: those of the concept where it names them, else the house's own."""

from dataclasses import dataclass

from insek_cli.models.concept import Concept
from insek_cli.report.colour import (
    GREY,
    INK,
    MINIMUM_CONTRAST,
    PALE,
    SLATE,
    WHITE,
    contrast,
    readable,
    tint,
)


@dataclass(frozen=True)
class Theme:
    """Colours by role, #rrggbb; white can be read on each of them, and each on white."""

    akzent: str = SLATE
    text: str = INK
    grau: str = GREY

    def own(self, colour: str) -> str:
        """The city's colour in the place of one of the house; any other stays what it is."""
        places = {
            SLATE: self.akzent,
            tint(SLATE): tint(self.akzent),
            INK: self.text,
            GREY: self.grau,
            PALE: self.blass,
        }
        return places.get(colour.lower(), colour)

    @property
    def roles(self) -> dict[str, str]:
        """What templates are given: each role, and the pale text on the ground of the cover."""
        return {"akzent": self.akzent, "text": self.text, "grau": self.grau, "blass": self.blass}

    @property
    def blass(self) -> str:
        """Text that stands back on the accent; white where the accent is too light for it."""
        return PALE if contrast(PALE, self.akzent) >= MINIMUM_CONTRAST else WHITE


def theme(concept: Concept) -> Theme:
    """The theme of a concept; a colour too light to be read is darkened until it can be."""
    return Theme(**{role: readable(colour) for role, colour in concept.farben.items()})
