"""The catalog: all data of one city, checked, frozen and looked up by id."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as _default
from functools import cached_property
from pathlib import PurePosixPath

from insek_cli.models.ballots import BallotRow, Option
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure, sort_key
from insek_cli.models.registers import Abbreviation, Actor, District, Plan, Programme
from insek_cli.models.types import MEASURE_ID
from insek_cli.models.workshop import Remark, Workshop


@dataclass(frozen=True)
class Chapter:
    """A free chapter: Markdown with a title, placed after the chapter that `nach` names."""

    slug: str
    titel: str
    nach: str | None
    text: str
    file: PurePosixPath


@dataclass(frozen=True)
class WorkshopRecord:
    """A workshop with the remarks and votes it left behind, and the options it printed."""

    slug: str
    workshop: Workshop
    remarks: tuple[Remark, ...] = ()
    ballots: tuple[BallotRow, ...] = ()
    optionen: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Catalog:
    """Everything a report is made from. Fields are sorted by number, measures by id."""

    concept: Concept
    fields: tuple[FieldOfAction, ...]
    measures: tuple[Measure, ...]
    workshops: tuple[WorkshopRecord, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    plans: Mapping[str, Plan] = _default(default_factory=dict)
    actors: Mapping[str, Actor] = _default(default_factory=dict)
    programmes: Mapping[str, Programme] = _default(default_factory=dict)
    districts: Mapping[str, District] = _default(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()

    @cached_property
    def measure(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def in_order(self) -> tuple[Measure, ...]:
        """Measures in the order of their numbers."""
        return tuple(sorted(self.measures, key=sort_key))

    @cached_property
    def earlier_ids(self) -> dict[str, str]:
        """Today's id by earlier id."""
        return earlier_ids(self.measures)

    @cached_property
    def field(self) -> dict[str, FieldOfAction]:
        """Fields of action by id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def goal_titles(self) -> dict[str, str]:
        """Titles of goals and Unterziele by id: HF1.2 and HF1.2.3, numbered by their place."""
        titles: dict[str, str] = {}
        for field in self.fields:
            for number, goal in enumerate(field.ziele, 1):
                titles[f"{field.id}.{number}"] = goal.titel
                for part, text in enumerate(goal.unterziele, 1):
                    titles[f"{field.id}.{number}.{part}"] = text
        return titles


def earlier_ids(measures: Iterable[Measure]) -> dict[str, str]:
    """Today's id by earlier id, as `frueher` names them; one that two measures claim is neither's,
    and one that a measure bears today is its own."""
    owners: dict[str, set[str]] = defaultdict(set)
    present = set()
    for measure in measures:
        present.add(measure.id)
        for name in measure.frueher:
            if re.match(MEASURE_ID, name):
                owners[name].add(measure.id)
    sole = {id_: ids.pop() for id_, ids in owners.items() if len(ids) == 1}
    return {id_: today for id_, today in sole.items() if id_ not in present}
