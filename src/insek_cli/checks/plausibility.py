"""What is possible but doubtful: shares, points on the map, short titles."""

import math
from collections.abc import Iterator
from statistics import median
from typing import Any

from insek_cli import limits
from insek_cli.checks.context import Context
from insek_cli.findings import Issue
from insek_cli.i18n import language
from insek_cli.models.key_paths import values
from insek_cli.models.keys import Key
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import Coordinate
from insek_cli.source.records import Record

FAR = 50
"""Kilometres from the middle of all points: no German city reaches so far."""
GERMANY = ((47.2, 55.1), (5.8, 15.1))
"""Degrees north and east between which Germany lies, islands included."""
FEW = 4
"""With fewer points there is no middle to be far from."""


def unclear_short_titles(context: Context) -> Iterator[Issue]:
    """Short titles stand on cards and ballots: each must be one."""
    first: dict[str, str] = {}
    for record in context.loaded.measures:
        text = record.model.kurztitel
        if text is None:
            continue
        other = first.setdefault(text.casefold(), record.model.id)
        if other != record.model.id:
            yield record.issue("INSEK411", ("kurztitel",), text=text, other=other)


def overlong_properties(context: Context) -> Iterator[Issue]:
    """What Office files are called by, and who made them, ends where their properties do."""
    named: list[tuple[Record[Any], str]] = [(w.record, "titel") for w in context.loaded.workshops]
    if concept := context.loaded.concept:
        named += [(concept, key) for key in ("titel", "untertitel", "stadt", "auftraggeber")]
    for record, key in named:
        length = len(getattr(record.model, key) or "")
        if length > limits.PROPERTY:
            yield record.issue("INSEK437", (key,), length=str(length), limit=str(limits.PROPERTY))


def tiny_shares(context: Context) -> Iterator[Issue]:
    """Shares of 1 percent and less: 0.75 means three quarters, and is read as less than one."""
    for record in context.loaded.records():
        for path, value, _key in values(record.model, _percent):
            if 0 < value <= 1:
                share = f"{value:g}"
                read = share.replace(".", ",") if language() == "de" else share
                whole = f"{value * 100:g}"
                yield record.issue("INSEK417", path, share=share, read=read, whole=whole)


def _percent(key: Key) -> bool:
    return key.unit == "Prozent"


def distant_coordinates(context: Context) -> Iterator[Issue]:
    """A point outside Germany, or far from the middle of all."""
    found = []
    for record in context.loaded.measures:
        point = record.model.standort and record.model.standort.koordinate
        if point and _inside(point.lat, point.lon):
            found.append((record, point))
        elif point:
            yield _outside(record, point)
    if len(found) < FEW:
        return
    lat = median(point.lat for _, point in found)
    lon = median(point.lon for _, point in found)
    for record, point in found:
        distance = _kilometres(lat, lon, point.lat, point.lon)
        if distance > FAR:
            path = ("standort", "koordinate")
            yield record.issue("INSEK416", path, distance=f"{distance:.0f}")


def _inside(lat: float, lon: float) -> bool:
    return all(low <= value <= high for value, (low, high) in zip((lat, lon), GERMANY, strict=True))


def _outside(record: Record[Measure], point: Coordinate) -> Issue:
    path = ("standort", "koordinate")
    lat, lon = f"{point.lat:g}", f"{point.lon:g}"
    if _inside(point.lon, point.lat):
        return record.issue("INSEK416", path, variant="exchanged", lat=lat, lon=lon)
    return record.issue("INSEK416", path, variant="abroad", lat=lat, lon=lon)


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance on the sphere, good to a percent."""
    width = math.cos(math.radians(lat)) * (other_lon - lon)
    return 111.2 * math.hypot(other_lat - lat, width)


RULES = (
    unclear_short_titles,
    overlong_properties,
    distant_coordinates,
    tiny_shares,
)
