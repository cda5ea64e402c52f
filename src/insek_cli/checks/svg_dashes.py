"""How many dashes a drawing asks for: each is a stroke of its own, a shape may have a million."""

import re
from collections.abc import Iterator
from math import hypot, inf

from fontTools.svgLib.path import parse_path  # type: ignore[import-untyped]
from lxml import etree

MAX_DASHED = 1024**2
"""Characters of all dashed paths of one drawing; measuring them takes a second."""
_NAME = "stroke-dasharray"
_STYLE = re.compile(rf"{_NAME}\s*:\s*([^;}}!]+)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_DRAWN = frozenset({"path", "line", "polyline", "polygon", "rect", "circle", "ellipse"})
_SIDES = (
    "x1", "y1", "x2", "y2", "points", "width", "height", "width", "height",
    *("r", "rx", "ry") * 4,
)  # fmt: skip
"""No outline of a shape is longer than all numbers of these together, each taken that often."""


def dash_counts(root: etree._Element) -> dict[etree._Element, float]:
    """The dashes of each dashed shape; without end where its path is too long to be measured.

    A style sheet, or an array that reaches a copy made by `use`, is taken for one of all shapes:
    which of them it means is not worked out.
    """
    arrays: dict[etree._Element, tuple[float, ...]] = {}
    everywhere: tuple[float, ...] = ()
    for element in root.iter(etree.Element):
        parent = element.getparent()
        inherited = arrays.get(parent, ()) if parent is not None else ()
        arrays[element] = _own(element, inherited)
        shared = list(_sheet(element))
        if etree.QName(element).localname == "use":
            shared.append(arrays[element])
        everywhere = min((everywhere, *shared), key=_period)
    found: dict[etree._Element, float] = {}
    left = MAX_DASHED
    for element, array in arrays.items():
        finest = min(array, everywhere, key=_period)
        if etree.QName(element).localname in _DRAWN and _period(finest) < inf:
            left -= len(element.get("d", ""))
            found[element] = _length(element) / _period(finest) if left >= 0 else inf
    return found


def _own(element: etree._Element, inherited: tuple[float, ...]) -> tuple[float, ...]:
    """The array of an element: a style counts before an attribute, both before what is around."""
    for written in (*_STYLE.findall(element.get("style", ""))[-1:], element.get(_NAME)):
        if written is not None and written.strip() != "inherit":
            return _array(written)
    return inherited


def _sheet(element: etree._Element) -> Iterator[tuple[float, ...]]:
    if etree.QName(element).localname == "style":
        yield from map(_array, _STYLE.findall("".join(map(str, element.itertext()))))


def _array(written: str) -> tuple[float, ...]:
    return tuple(abs(float(number)) for number in _NUMBER.findall(written[:10_000]))


def _period(array: tuple[float, ...]) -> float:
    """How much of a path one entry of an array takes; an array of nothing makes no dashes."""
    return sum(array) / len(array) if sum(array) else inf


def _length(element: etree._Element) -> float:
    """At least the length of an outline, in its own units."""
    claimed = sum(_array(element.get("pathLength", "")))
    if element.get("d") is None:
        return max(claimed, sum(sum(_array(element.get(side, ""))) for side in _SIDES) * 2)
    measure = _Measure()
    try:
        parse_path(element.get("d", ""), measure)
    except (ValueError, IndexError, TypeError, OverflowError, ZeroDivisionError):
        # The engine reads a path up to its fault, and may take more for right than this does.
        return max(claimed, 2 * sum(_array(element.get("d", ""))))
    return max(claimed, measure.length)


class _Measure:
    """Adds up the way from point to point, control points too: a pen, as fontTools names it."""

    def __init__(self) -> None:
        self.length = 0.0
        self._begin = self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._begin = self._at = point

    def lineTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        for point in points:
            self.length += hypot(point[0] - self._at[0], point[1] - self._at[1])
            self._at = point

    curveTo = lineTo  # noqa: N815
    qCurveTo = lineTo  # noqa: N815

    def closePath(self) -> None:  # noqa: N802
        self.lineTo(self._begin)

    def endPath(self) -> None:  # noqa: N802
        """Nothing follows."""
