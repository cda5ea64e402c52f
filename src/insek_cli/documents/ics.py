"""Milestones as a calendar file (iCalendar, RFC 5545): all-day events for the office's calendar."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from insek_cli.catalog import Catalog
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import Step
from insek_cli.schedule.spans import is_milestone, step_span
from insek_cli.wording.numbering import numbers

FOLD = 75
"""Octets of a line; what is longer goes on in the next, behind a space (RFC 5545, 3.1)."""


def render(catalog: Catalog) -> bytes:
    """The milestones of the numbered measures, in their order; same data, same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//insek//Meilensteine//DE",
        f"X-WR-CALNAME:{_text(catalog.concept.titel)}",
    ]
    numbered = numbers(catalog)
    for measure in catalog.in_order:
        if number := numbered.get(measure.id):
            for step in filter(is_milestone, measure.prozess):
                lines += _event(measure, number, step, catalog.concept.stand)
    return "".join(map(_folded, [*lines, "END:VCALENDAR"])).encode()


def count_events(content: bytes) -> int:
    """How many events a calendar file has."""
    return content.count(b"BEGIN:VEVENT\r\n")


def _event(measure: Measure, number: str, step: Step, stand: date) -> Iterator[str]:
    found = step_span(step)
    first = found.first if found else None
    last = found.last if found else None
    if first is None or last is None:
        return
    # An event keeps its name while measure and step do: a calendar that has it moves it.
    mark = hashlib.sha256(f"{measure.id} {step.schritt}".encode()).hexdigest()[:24]
    yield "BEGIN:VEVENT"
    yield f"UID:{mark}@insek"
    yield f"DTSTAMP:{stand:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{step.schritt} ({number} {measure.kurztitel or measure.titel})')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """Text with the marks of the format escaped (RFC 5545, 3.3.11)."""
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """A line, folded between characters; ended as the format wants."""
    parts, part = [], ""
    for character in line:
        if len((part + character).encode()) > FOLD:
            parts.append(part)
            part = " "
        part += character
    return "\r\n".join([*parts, part]) + "\r\n"
