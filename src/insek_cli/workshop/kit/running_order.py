"""The running order of a workshop: when each item begins, as far as it can be known."""

from collections.abc import Iterator
from dataclasses import dataclass

from insek_cli.models.workshop import ProgrammeItem, Workshop

DAY = 24 * 60


@dataclass(frozen=True)
class ScheduleItem:
    """An item of the programme; times like 17:45, None where a length before is not known."""

    punkt: ProgrammeItem
    beginn: str | None
    ende: str | None


def schedule(workshop: Workshop) -> Iterator[ScheduleItem]:
    """The items one after the other; the first begins with the workshop."""
    moment = _minutes(workshop.beginn_uhrzeit)
    for item in workshop.programm:
        end = None if moment is None or item.minuten is None else moment + item.minuten
        yield ScheduleItem(item, _clock(moment), _clock(end))
        moment = end


def _minutes(clock: str | None) -> int | None:
    if clock is None:
        return None
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _clock(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes % DAY // 60:02}:{minutes % 60:02}"
