"""From records to the catalog that reports are made of."""

from datetime import date

from insek_cli.catalog import Catalog, WorkshopRecord, earlier_ids
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.source.earlier_ids import with_todays_ids
from insek_cli.source.records import Loaded


def assemble(loaded: Loaded) -> Catalog:
    """The catalog of everything that could be read. Of two records with one id the first counts.
    In workshops an earlier id of a measure is today's, and everywhere that of a goal.

    Without a readable concept a nameless one stands in, so that the rest can be checked.
    """
    fields = {record.model.id: record.model for record in reversed(loaded.fields)}
    measures = {record.model.id: record.model for record in reversed(loaded.measures)}
    today = earlier_ids(measures.values(), fields.values())
    goals = {id_: now for id_, now in today.items() if id_.startswith("HF")}
    workshops = (
        WorkshopRecord(
            folder.slug,
            with_todays_ids(folder.record.model, today),
            tuple(with_todays_ids(record.model, today) for record in folder.remarks),
            tuple(with_todays_ids(b, today) for _, b in folder.ballots.rows)
            if folder.ballots
            else (),
            tuple(with_todays_ids(record.model, today) for record in folder.options),
        )
        for folder in loaded.workshops
    )
    return Catalog(
        concept=loaded.concept.model if loaded.concept else _nameless(),
        fields=tuple(sorted(fields.values(), key=_number)),
        measures=tuple(
            with_todays_ids(measures[id_], goals) for id_ in sorted(measures, key=_measure_order)
        ),
        workshops=tuple(workshops),
        monitoring=tuple(
            sorted(
                (with_todays_ids(record.model, today) for record in loaded.monitoring),
                key=lambda report: report.stichtag,
            )
        ),
        chapters=tuple(record.chapter for record in loaded.chapters),
        registers={
            name: tuple(record.model for record in entries)
            for name, entries in loaded.registers.items()
        },
    )


def _nameless() -> Concept:
    return Concept(titel="INSEK", stadt="?", stand=date(1970, 1, 1))


def _number(field: FieldOfAction) -> int:
    return int(field.id.removeprefix("HF"))


def _measure_order(id_: str) -> tuple[int, str]:
    return int(id_.removeprefix("M-")), id_
