"""Maps and plans as pictures: the only thing on a slide that cannot be edited there."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image as Pillow
from pptx.util import Emu

from insek_cli.models.shared import Image
from insek_cli.render.pptx.deck import BODY, NOTE, Deck
from insek_cli.render.pptx.fit import Para

LAYOUT = "Bild"


def add(deck: Deck, title: str, rubric: str, image: Image, colour: str | None) -> bool:
    """Write a slide with the picture and its caption; False when there is no such picture."""
    path = _file(deck.images, image.datei)
    if path is None:
        return False
    slide = deck.slide(LAYOUT, title, rubric, colour)
    place = deck.placeholder(slide, BODY)
    left, top, width, height = place.left, place.top, place.width, place.height
    place._element.getparent().remove(place._element)
    content = path.read_bytes()
    with Pillow.open(BytesIO(content)) as picture:
        ratio = picture.width / picture.height
    wide = min(width, round(height * ratio))
    high = round(wide / ratio)
    x, y = left + (width - wide) // 2, top + (height - high) // 2
    shape: Any = slide.shapes.add_picture(BytesIO(content), Emu(x), Emu(y), Emu(wide), Emu(high))
    shape._element.nvPicPr.cNvPr.set("descr", image.alt or "")
    shape.name = "Karte"
    caption = " · ".join(filter(None, (image.bildunterschrift, image.quelle, image.lizenz)))
    if caption:
        deck.write(slide, NOTE, [(Para(caption),)], 14)
    return True


def _file(folder: Path, name: str) -> Path | None:
    """The picture, or what was made of a drawing for programs that show none."""
    for candidate in (folder / name, folder / f"{name}.png"):
        if candidate.is_file() and candidate.suffix.lower() in (".png", ".jpg", ".jpeg"):
            return candidate
    return None
