"""Remarks of workshops: by measure for the Steckbriefe, by field and theme for the chapter."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.models.base import Profile
from insek_cli.models.types import LABELS
from insek_cli.models.workshop import Remark
from insek_cli.report.text import Run
from insek_cli.report.views import FieldHead, FieldRemarks, RemarkView, ThemeView, WorkshopView

Link = Callable[[str], Run]


def remark_view(
    record: WorkshopRecord, remark: Remark, link: Link, audience: Profile
) -> RemarkView:
    """One remark; an answer still open is shown to the inner circle only."""
    inner = audience in ("intern", "werkstatt")
    answered = remark.antwort != "offen"
    answer = LABELS[remark.antwort] if answered else "noch ohne Antwort" if inner else None
    links = tuple(link(measure) for measure in remark.massnahmen)
    return RemarkView(remark, record.workshop.titel, answer, links)


def remarks_by_measure(
    catalog: Catalog, audience: Profile, link: Link
) -> dict[str, list[RemarkView]]:
    """The remarks on each measure, in the order they were made."""
    found: dict[str, list[RemarkView]] = defaultdict(list)
    for record in catalog.workshops:
        for remark in record.remarks:
            for measure in remark.massnahmen:
                found[measure].append(remark_view(record, remark, link, audience))
    return found


def workshop_view(
    record: WorkshopRecord, heads: dict[str, FieldHead], audience: Profile, link: Link
) -> WorkshopView:
    """A workshop with its remarks by field and theme, both in the order of the file."""
    by_field: dict[str | None, list[RemarkView]] = defaultdict(list)
    for remark in record.remarks:
        by_field[remark.handlungsfeld].append(remark_view(record, remark, link, audience))
    order = [*heads, None]
    fields = tuple(
        FieldRemarks(heads[key] if key else None, tuple(_themes(by_field[key])))
        for key in order
        if key in by_field
    )
    return WorkshopView(record.slug, record.workshop, fields)


def _themes(remarks: Iterable[RemarkView]) -> Iterable[ThemeView]:
    themes: dict[str | None, list[RemarkView]] = defaultdict(list)
    for remark in remarks:
        themes[remark.daten.thema].append(remark)
    return (ThemeView(title, tuple(items)) for title, items in themes.items())
