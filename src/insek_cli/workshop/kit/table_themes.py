"""Sheets for the tables of a workshop: the themes of each group's fields, to stick notes to."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from insek_cli.catalog import Catalog
from insek_cli.models.workshop import WorkshopGroup
from insek_cli.report.views import FieldHead
from insek_cli.workshop.kit.kit import Kit, MeasureCard

UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
LONGEST = 40
"""Letters of a group that stand in a file name."""


@dataclass(frozen=True)
class TableTheme:
    """A theme, with the measures that remarks on it were about."""

    titel: str
    karten: tuple[MeasureCard, ...]


@dataclass(frozen=True)
class FieldThemes:
    """The themes of a field: those of earlier remarks, and the measures without any."""

    feld: FieldHead
    themen: tuple[TableTheme, ...]


@dataclass(frozen=True)
class TableSheet:
    """The sheet of a group; of a field where no groups are known. `name` names its file."""

    name: str
    titel: str
    felder: tuple[FieldThemes, ...]


def table_sheets(kit: Kit) -> Iterator[TableSheet]:
    """A sheet for each group, in the order of the workshop."""
    themes = {field.id: FieldThemes(field, tuple(_themes(kit, field))) for field in kit.felder}
    groups = [group for group in kit.werkstatt.gruppen if group.handlungsfelder]
    if not groups:
        for field in kit.felder:
            yield TableSheet(field.id.lower(), f"Handlungsfeld {field.nummer}", (themes[field.id],))
    names = sheet_file_names(groups)
    for group, name in zip(groups, names, strict=True):
        chosen = tuple(themes[field] for field in group.handlungsfelder if field in themes)
        yield TableSheet(name, group.titel, chosen)


def _themes(kit: Kit, field: FieldHead) -> Iterator[TableTheme]:
    """By the first of their numbers, those of no measure last.

    A theme all of whose measures the workshop leaves out is left out too.
    """
    place = {card.kennung: number for number, card in enumerate(kit.karten)}
    themes = list(_of_remarks_and_measures(kit, field))
    yield from sorted(
        themes, key=lambda t: min((place[c.kennung] for c in t.karten), default=len(place))
    )


def _of_remarks_and_measures(kit: Kit, field: FieldHead) -> Iterator[TableTheme]:
    cards = {card.kennung: card for card in kit.karten}
    named = _named(kit.report.catalog, field)
    found = {title: [c for m, c in cards.items() if m in ids] for title, ids in named.items()}
    covered = {card.kennung for group in found.values() for card in group}
    for title, group in found.items():
        if group or not named[title]:
            yield TableTheme(title, tuple(group))
    for card in kit.karten:
        if card.feld == field and card.kennung not in covered:
            yield TableTheme(card.wortlaut, (card,))


def _named(catalog: Catalog, field: FieldHead) -> Mapping[str, Collection[str]]:
    """The themes of remarks on a field, each with the measures the remarks name."""
    found: dict[str, dict[str, None]] = {}
    for record in catalog.workshops:
        for remark in record.remarks:
            if remark.handlungsfeld == field.id and remark.thema:
                found.setdefault(remark.thema, {}).update(dict.fromkeys(remark.massnahmen))
    return found


def sheet_file_names(groups: Iterable[WorkshopGroup]) -> list[str]:
    """The titles in the letters of file names, each once."""
    names: list[str] = []
    for place, group in enumerate(groups, 1):
        name = _ascii(group.titel) or f"gruppe-{place}"
        names.append(name if name not in names else f"{name}-{place}")
    return names


def _ascii(title: str) -> str:
    spelled = re.sub("[äöüß]", lambda found: UMLAUTS[found[0]], title.lower())
    plain = normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
