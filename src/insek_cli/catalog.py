"""The catalog: all data of one city, checked, frozen and looked up by id."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as _default
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from insek_cli.models.ballots import BallotRow, Option
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction, Goal, PlacedGoal, Subgoal, placed_goals
from insek_cli.models.measure import Measure, sort_key
from insek_cli.models.monitoring import MonitoringReport
from insek_cli.models.record_kinds import RecordKind
from insek_cli.models.registers import Abbreviation, Actor, Plan, Programme
from insek_cli.models.types import GOAL_ID, MEASURE_ID
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
    monitoring: tuple[MonitoringReport, ...] = ()
    """Reports on how far the measures are, the earliest first."""
    registers: Mapping[str, tuple[Any, ...]] = _default(default_factory=dict)
    """The records of each register by its file, as `REGISTERS` names it."""

    def register(self, file: str) -> dict[str, Any]:
        """The records of a register by id; of two with one id the first counts."""
        return {record.id: record for record in reversed(self.registers.get(file, ()))}

    def by_id(self, kind: RecordKind[Any]) -> Mapping[str, Any]:
        """The records of a kind that others refer to, by id; workshops by their folder."""
        if not kind.catalog:
            return self.register(kind.name)
        found: Mapping[str, Any] = getattr(self, kind.catalog)
        return {
            id_: record.workshop if isinstance(record, WorkshopRecord) else record
            for id_, record in found.items()
        }

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """Plans by id."""
        return self.register("plans")

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return self.register("actors")

    @cached_property
    def programmes(self) -> Mapping[str, Programme]:
        """Funding programmes by id."""
        return self.register("programmes")

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Abbreviations in the order of their file."""
        return self.registers.get("abbreviations", ())

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
        """Today's id by earlier id, of measures and goals."""
        return earlier_ids(self.measures, self.fields)

    @cached_property
    def field(self) -> dict[str, FieldOfAction]:
        """Fields of action by id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def workshop(self) -> dict[str, WorkshopRecord]:
        """Workshops by the name of their folder."""
        return {record.slug: record for record in self.workshops}

    @cached_property
    def goals(self) -> dict[str, PlacedGoal]:
        """Goals and Unterziele by id, in the order of the fields."""
        found: dict[str, PlacedGoal] = {}
        for field in self.fields:
            for placed in placed_goals(field):
                found.setdefault(placed.goal.id, placed)
        return found


def earlier_ids(
    measures: Iterable[Measure], fields: Iterable[FieldOfAction] = ()
) -> dict[str, str]:
    """Today's id by earlier id, as `frueher` names them; one that two records claim is neither's,
    and one that a record bears today is its own."""
    goals = (placed.goal for field in fields for placed in placed_goals(field))
    return {**_earlier(measures, MEASURE_ID), **_earlier(goals, GOAL_ID)}


def _earlier(records: Iterable[Measure | Goal | Subgoal], form: str) -> dict[str, str]:
    owners: dict[str, set[str]] = defaultdict(set)
    present = set()
    for record in records:
        present.add(record.id)
        for name in record.frueher:
            if re.match(form, name):
                owners[name].add(record.id)
    sole = {id_: ids.pop() for id_, ids in owners.items() if len(ids) == 1}
    return {id_: today for id_, today in sole.items() if id_ not in present}
