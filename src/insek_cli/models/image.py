"""Records that stand in several files."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from insek_cli.models.base import Model, public
from insek_cli.models.keys import Key
from insek_cli.models.types import Text

ImageRole = Literal["karte", "foto", "logo", "grafik", "titel"]


class Image(Model):
    """An image with what accessibility and copyright ask for (BITV 2.0; § 13 UrhG)."""

    datei: Text = public("Datei", "Pfad unter data/bilder/, PNG, JPEG oder SVG.", default=...)
    rolle: ImageRole = public("Rolle", "Wofür das Bild steht.", default=...)
    alt: Text | None = public("Alternativtext", "Was zu sehen ist, für alle, die es nicht sehen.")
    dekorativ: bool = public(
        "dekorativ", "true, wenn das Bild nichts sagt, was nicht im Text steht.", default=False
    )
    bildunterschrift: Text | None = public("Bildunterschrift", "Steht unter dem Bild.")
    quelle: Text | None = public("Quelle", "Wer das Bild gemacht hat.")
    lizenz: Text | None = public("Lizenz", "Unter welcher Lizenz es steht.")

    @model_validator(mode="after")
    def _alt_or_decorative(self) -> "Image":
        if (self.alt is None) == (not self.dekorativ):
            raise PydanticCustomError("insek_alt", "alt or dekorativ", {})
        return self


def holds_images(key: Key) -> bool:
    """Whether an image, or a list of them, stands under a key."""
    return key.record is Image
