"""Drawings whose setting ends: no more shapes than a map has, sides that fit a page."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from insek_cli import limits
from insek_cli.checks.svg_dashes import dash_counts

MAX_TEXT = 100_000
MAX_RATIO = 12
"""How much longer one side may be than the other."""
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(%?)")
_REPEATING = frozenset({"filter", "pattern", "mask", "marker"})
"""What is drawn again for each shape that names it."""
_MAX_REPEATING = 200
_PATH = 1000
"""Characters of a path that take as long as a shape."""
_MAX_NUMBERS = 200
"""Characters of a few numbers, such as those of a viewBox."""


def unbounded_content(root: etree._Element) -> str | None:
    """What would make the engines work without end, None when nothing does."""
    names = [_name(element) for element in root.iter()]
    repeated = sum(name in _REPEATING for name in names)
    references = sum("url(" in value for element in root.iter() for value in _values(element))
    if repeated and references > _MAX_REPEATING:
        return f"{references} × url(#…)"
    if any(name == "fegaussianblur" for name in names) and not _small_blur(root):
        return "<feGaussianBlur>"
    if sum(len(text) for text in root.itertext()) > MAX_TEXT:
        return f"> {MAX_TEXT} <text>"
    dashes = dash_counts(root)
    if sum(dashes.values()) > limits.DASHES:
        return f"> {limits.DASHES} × stroke-dasharray"
    if (shapes := _expanded(root, dashes)) > limits.ELEMENTS:
        return f"{shapes if shapes < 10**9 else '> 10⁹'} × <use>"
    if not _fits(root):
        return "width, height, viewBox"
    return None


def _small_blur(root: etree._Element) -> bool:
    values = [e.get("stdDeviation", "0") for e in root.iter() if _name(e) == "fegaussianblur"]
    if any(len(value) > _MAX_NUMBERS for value in values):
        return False
    numbers = [_NUMBER.match(part) for value in values for part in re.split(r"[\s,]+", value)]
    return all(match is None or float(match.group(1)) <= 50 for match in numbers)


def _expanded(root: etree._Element, dashes: Mapping[etree._Element, float]) -> int:
    """How many elements are drawn when every `use` is replaced by what it names.

    A long path and one of many dashes take as long as several shapes.
    """
    share = limits.DASHES // limits.ELEMENTS
    owns = {
        e: 1 + len(e.get("d") or "") // _PATH + int(dashes.get(e, 0) // share) for e in root.iter()
    }
    targets = {str(e.get("id")): e for e in root.iter() if e.get("id")}
    sizes: dict[etree._Element, int] = {}
    # Repeated as often as uses can be nested; what goes on growing refers to itself.
    for _round in range(30):
        before = dict(sizes)
        for element in reversed(list(root.iter())):
            inside = sum(sizes[child] for child in element)
            goal = next(iter(_goals(element)), "")
            other = before.get(targets[goal], 1) if goal in targets else 0
            sizes[element] = owns[element] + inside + other
        if before == sizes or sizes[root] > limits.ELEMENTS:
            break
    return sizes[root]


def _goals(element: etree._Element) -> Iterator[str]:
    if _name(element) == "use":
        for name, value in element.attrib.items():
            if etree.QName(str(name)).localname == "href":
                yield str(value).strip().removeprefix("#")


def _fits(root: etree._Element) -> bool:
    """Whether the sides of a drawing are numbers of a page: it is set as wide as the text."""
    if any(len(root.get(name, "")) > _MAX_NUMBERS for name in ("viewBox", "width", "height")):
        return False
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    pairs = [(root.get("width"), root.get("height")), tuple(box[2:4]) if len(box) == 4 else ()]
    for pair in pairs:
        found = [_NUMBER.match(str(side)) for side in pair if side]
        sides = [float(match.group(1)) for match in found if match and not match.group(2)]
        if len(sides) == 2 and not _moderate(*sides):
            return False
    return True


def _moderate(width: float, height: float) -> bool:
    short, long = sorted((width, height))
    return short > 0 and long <= 100_000 and long <= short * MAX_RATIO


def _values(element: etree._Element) -> list[str]:
    return [str(value) for value in element.attrib.values()]


def _name(element: etree._Element) -> str:
    is_element = isinstance(element.tag, str)
    return etree.QName(element).localname.lower() if is_element else ""
