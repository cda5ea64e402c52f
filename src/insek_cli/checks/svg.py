"""Drawings without active content: an SVG may not run, fetch or refer to anything outside it."""

import re

from lxml import etree

_ACTIVE = frozenset({"script", "foreignobject", "iframe", "object", "embed", "audio", "video"})
_EXTERNAL = re.compile(r"@import|url\(\s*['\"]?(?!#|['\"]?data:image/)", re.IGNORECASE)
_DATA_IMAGE = re.compile(r"data:image/(png|jpe?g);", re.IGNORECASE)


def active_content(raw: bytes) -> str | None:
    """What makes a drawing unsafe, None when nothing does. Raises ValueError when it is no SVG."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError from error
    if etree.QName(root).localname != "svg":
        raise ValueError
    if root.getroottree().docinfo.internalDTD is not None:
        return "<!DOCTYPE>"
    for element in root.iter():
        if found := _unsafe(element):
            return found
    return None


def _unsafe(element: etree._Element) -> str | None:
    if not isinstance(element.tag, str):
        return "<?…?>" if isinstance(element, etree._ProcessingInstruction) else None
    name = etree.QName(element).localname.lower()
    if name in _ACTIVE:
        return f"<{name}>"
    if name == "style" and _EXTERNAL.search(element.text or ""):
        return "<style>"
    for attribute, value in element.attrib.items():
        short = etree.QName(str(attribute)).localname.lower()
        if short.startswith("on") or _leads_out(short, str(value)):
            return short
    return None


def _leads_out(attribute: str, value: str) -> bool:
    if attribute in ("href", "src"):
        return not (value.strip().startswith("#") or _DATA_IMAGE.match(value.strip()))
    return bool(_EXTERNAL.search(value))
