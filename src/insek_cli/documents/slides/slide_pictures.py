"""Maps and plans as pictures: the only thing on a slide that cannot be edited there."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image as Pillow
from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Emu, Pt

from insek_cli.documents.slides.deck import BODY, NOTE, TITLE, Deck
from insek_cli.documents.slides.slide_paragraphs import slide_colour
from insek_cli.documents.text_fit import Para
from insek_cli.models.image import Image
from insek_cli.report.colour import WHITE

LAYOUT = "Bild"


def add_picture(deck: Deck, title: str, rubric: str, image: Image, colour: str | None) -> bool:
    """Write a slide with the picture and its caption; False when there is no such picture."""
    if _file(deck.images, image.datei) is None:
        return False
    slide = deck.slide(LAYOUT, title, rubric, colour)
    put_picture(deck, slide, BODY, image)
    if caption := _caption(image):
        deck.write(slide, NOTE, [(Para(caption),)], 14)
    return True


def put_picture(deck: Deck, slide: Slide, index: int, image: Image) -> str | None:
    """Set a picture in the place of a placeholder and return its caption; None without a file."""
    path = _file(deck.images, image.datei)
    if path is None:
        return None
    place = deck.placeholder(slide, index)
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
    return _caption(image)


def is_there(deck: Deck, image: Image) -> bool:
    """Whether a slide can show the picture."""
    return _file(deck.images, image.datei) is not None


def _caption(image: Image) -> str:
    return " · ".join(filter(None, (image.bildunterschrift, image.quelle, image.lizenz)))


LOGO_HEIGHT, LOGO_WIDTH, LOGO_GAP = 44.0, 170.0, 12.0
"""Points that a logo may take, and that stay free around it."""


def add_logos(deck: Deck, slide: Slide, images: Sequence[Image]) -> None:
    """Hang logos at the upper edge of a slide, side by side on a white tab."""
    found = [(image, path) for image in images if (path := _file(deck.images, image.datei))]
    left = deck.frame("Titelfolie", TITLE).left / Pt(1)
    tab: Any = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left), Pt(0), Pt(1), Pt(1))
    x = left + LOGO_GAP
    for image, path in found:
        with Pillow.open(path) as picture:
            ratio = picture.width / picture.height
        high = min(LOGO_HEIGHT, LOGO_WIDTH / ratio)
        y = LOGO_GAP + (LOGO_HEIGHT - high) / 2
        box = (Pt(x), Pt(y), Pt(high * ratio), Pt(high))
        shape: Any = slide.shapes.add_picture(str(path), *box)
        shape._element.nvPicPr.cNvPr.set("descr", image.alt or "")
        shape.name = "Logo"
        x += high * ratio + LOGO_GAP
    if not found:
        tab._element.getparent().remove(tab._element)
        return
    tab.width, tab.height = Pt(x - left), Pt(LOGO_HEIGHT + 2 * LOGO_GAP)
    tab.name = "Feld der Logos"
    tab.shadow.inherit = False
    tab.fill.solid()
    tab.fill.fore_color.rgb = slide_colour(WHITE)
    tab.line.fill.background()


def _file(folder: Path, name: str) -> Path | None:
    """The picture, or what was made of a drawing for programs that show none."""
    for candidate in (folder / name, folder / f"{name}.png"):
        if candidate.is_file() and candidate.suffix.lower() in (".png", ".jpg", ".jpeg"):
            return candidate
    return None
