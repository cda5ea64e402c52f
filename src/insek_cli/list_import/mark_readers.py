"""Columns of crosses: the heading says what holds for the measure."""

import re
from typing import Any

from insek_cli.list_import.amounts import Unit, amounts
from insek_cli.list_import.draft import Draft
from insek_cli.list_import.find_table import Column
from insek_cli.list_import.heading_words import YEAR
from insek_cli.list_import.money_readers import read_costs

_CROSS = re.compile(r"[xX×✓✔●•■█*]+|ja", re.IGNORECASE)
_FACTORS = (1, 1000, 10**6)


def read_horizon(draft: Draft, column: Column, text: str, _context: Any) -> bool:
    """A cross, or else words about the horizon of the heading."""
    draft.put("zeitraum.horizont", [column.heading.art])
    if _CROSS.fullmatch(text):
        return True
    draft.words(text, "zeitraum.erlaeuterung")
    return draft.put("zeitraum.erlaeuterung", f"{column.heading.art}: {text}")


def read_year(draft: Draft, column: Column, text: str, context: Any) -> bool:
    """A cross in a year; an amount that names its unit falls to the year; a bare figure waits."""
    if _CROSS.fullmatch(text):
        draft.years.append(int(column.heading.art))
        return True
    if re.search("[€]|EUR|Euro", text):
        return read_costs(draft, column, text, context)
    draft.figures.append((column.number, int(column.heading.art), text))
    return True


def figures_as_amounts(draft: Draft) -> None:
    """Figures under years are parts of the one sum of the row where they add up to it: that tells
    their unit for certain. Others stay words."""
    positions = draft.data.get("kosten", {}).get("positionen", [])
    sums = [each for each in positions if each.keys() == {"von", "bis"}]
    if len(sums) == len(positions) == 1 and sums[0]["von"] == sums[0]["bis"]:
        for factor in _FACTORS:
            known = [amounts(text, Unit(factor)) for _column, _year, text in draft.figures]
            betraege: list[int] = [each[0]["von"] for each in known if each and _exact(each)]
            if len(betraege) == len(known) and sum(betraege) == sums[0]["von"] > 0:
                years = zip(draft.figures, betraege, strict=True)
                sums[0]["jahre"] = [{"jahr": f[1], "betrag": betrag} for f, betrag in years]
                return
    for column, year, text in draft.figures:
        draft.column = column
        draft.section(str(year), text)
        draft.words(text, YEAR)


def _exact(found: list[dict[str, Any]]) -> bool:
    return (
        len(found) == 1
        and found[0].keys() == {"von", "bis"}
        and (found[0]["von"] == found[0]["bis"])
    )


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
