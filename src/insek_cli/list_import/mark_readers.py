"""Columns of crosses: the heading says what holds for the measure."""

import re
from typing import Any

from insek_cli.list_import.draft import Draft
from insek_cli.list_import.find_table import Column
from insek_cli.list_import.money_readers import read_costs

_CROSS = re.compile(r"[xX×✓✔●•■█*]+|ja", re.IGNORECASE)


def read_horizon(draft: Draft, column: Column, text: str, _context: Any) -> bool:
    """A cross, or else words about the horizon of the heading."""
    draft.put("zeitraum.horizont", [column.heading.art])
    if _CROSS.fullmatch(text):
        return True
    draft.words(text, "zeitraum.erlaeuterung")
    return draft.put("zeitraum.erlaeuterung", f"{column.heading.art}: {text}")


def read_year(draft: Draft, column: Column, text: str, context: Any) -> bool:
    """A cross in a year; an amount that names its unit falls to the year."""
    if not _CROSS.fullmatch(text):
        return re.search("[€]|EUR|Euro", text) is not None and read_costs(
            draft, column, text, context
        )
    draft.years.append(int(column.heading.art))
    return True


def read_field(draft: Draft, column: Column, text: str, context: Any) -> bool:
    """A cross in a field that the measure serves too."""
    if not _CROSS.fullmatch(text):
        return False
    id_ = context.fields.id_of(column.heading.art)
    return id_ == draft.data.get("handlungsfeld") or draft.put("weitere_handlungsfelder", [id_])


def read_priority(draft: Draft, column: Column, text: str, _context: Any) -> bool:
    """A cross under a priority."""
    return _CROSS.fullmatch(text) is not None and draft.put("prioritaet", column.heading.art)


def years_as_period(draft: Draft) -> None:
    """Years in a row are the period; with gaps between them they stay words."""
    years = sorted(set(draft.years))
    if not years:
        return
    whole = years == list(range(years[0], years[-1] + 1))
    if whole and not {"beginn", "ende"} & draft.data.get("zeitraum", {}).keys():
        draft.put("zeitraum.beginn", years[0])
        draft.put("zeitraum.ende", years[-1])
        return
    said = ", ".join(map(str, years))
    if not draft.put("zeitraum.erlaeuterung", said):
        draft.section("Jahre", said)
