"""Drawings without active content: an SVG may not run, fetch or refer to anything outside it."""

import re
from base64 import b64decode
from io import BytesIO

from lxml import etree

from insek_cli import limits
from insek_cli.checks.raster_images import embedded_pixel_count
from insek_cli.checks.svg_extent import unbounded_content
from insek_cli.checks.svg_guard import ENCODINGS, refusal_reason
from insek_cli.limits import Budget

_ACTIVE = frozenset(
    {"script", "handler", "foreignobject", "iframe", "object", "embed", "audio", "video"}
)
_MOVING = frozenset({"set", "animate", "animatemotion", "animatetransform", "animatecolor"})
_EXTERNAL = re.compile(
    r"@import|image-set\(|\bsrc\(|url\(\s*['\"]?(?!#|['\"]?data:image/)", re.IGNORECASE
)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_DATA_IMAGE = re.compile(r"data:image/(png|jpe?g);", re.IGNORECASE)


def active_content(raw: bytes, pixels: Budget) -> str | None:
    """What makes a drawing unsafe, None when nothing does. Raises ValueError when it is no SVG.

    The images inside it count with all others.
    """
    if found := refusal_reason(raw):
        return found
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError from error
    if etree.QName(root).localname != "svg":
        raise ValueError
    about = root.getroottree().docinfo
    if (about.encoding or "UTF-8").upper() not in ENCODINGS:
        return f"encoding={about.encoding}"
    for element in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
        if found := _unsafe(element, pixels):
            return found
    return unbounded_content(root)


def _unsafe(element: etree._Element, pixels: Budget) -> str | None:
    if not isinstance(element.tag, str):
        return "<?…?>" if isinstance(element, etree._ProcessingInstruction) else None
    name = etree.QName(element).localname.lower()
    if name in _ACTIVE or name in _MOVING:
        return f"<{name}>"
    if name == "style" and _reaches_out("".join(map(str, element.itertext()))):
        return "<style>"
    for attribute, value in element.attrib.items():
        short = etree.QName(str(attribute)).localname.lower()
        if (
            short.startswith("on")
            or str(attribute) == _BASE
            or _leads_out(short, str(value), pixels)
        ):
            return short
    return None


def _leads_out(attribute: str, value: str, pixels: Budget) -> bool:
    if attribute in ("href", "src"):
        return not (value.strip().startswith("#") or _embedded(value.strip(), pixels))
    return _reaches_out(value)


def _embedded(value: str, pixels: Budget) -> bool:
    """Whether a reference is a whole image of a size that can be set, inside the drawing."""
    match = _DATA_IMAGE.match(value)
    if not match:
        return False
    try:
        content = b64decode(value[match.end() :].removeprefix("base64,"))
        kind = "PNG" if match.group(1).lower() == "png" else "JPEG"
        return (
            embedded_pixel_count(BytesIO(content), kind, pixels) <= limits.PIXELS
            and pixels.left >= 0
        )
    except (OSError, ValueError):
        return False


def _reaches_out(style: str) -> bool:
    """Whether a style refers to something outside; a backslash could spell anything."""
    return "\\" in style or bool(_EXTERNAL.search(_without_comments(style)))


def _without_comments(style: str) -> str:
    first, *rest = style.split("/*")
    # One that does not end hides nothing here.
    return first + "".join(
        behind if end else part for part, end, behind in (piece.partition("*/") for piece in rest)
    )
