"""Results as flat records: one row for each measure in each channel and group."""

import csv
import io
import json
from collections.abc import Iterator

from insek_cli.catalog import Catalog
from insek_cli.wording.numbering import numbers
from insek_cli.workshop.ballots import ChannelResult, QuestionResult, RankedMeasure, WorkshopResult
from insek_cli.workshop.ballots.outcome import NOT_COMPUTABLE

HEADINGS = (
    "frage", "kanal", "grundlage", "gruppe", "platz", "gleichstand", "robust", "massnahme",
    "nummer", "titel", "zustimmung", "borda", "borda_schrumpfend", "mittlerer_rang", "n",
    "gezaehlt", "enthaltungen", "ungueltig", "anwesend", "regel",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins like this."""

Value = str | int | float | bool | None
Record = dict[str, Value]


def vote_records(result: WorkshopResult, catalog: Catalog) -> Iterator[Record]:
    """All rows in the order of the questions; None: not computable, or not known."""
    place = numbers(catalog)
    for question in result.fragen:
        for channel in (*question.kanaele, *question.gruppen):
            for row in channel.zeilen:
                yield _record(question, channel, row, catalog, place)


def _record(
    question: QuestionResult,
    channel: ChannelResult,
    row: RankedMeasure,
    catalog: Catalog,
    place: dict[str, str],
) -> Record:
    measure = catalog.measure.get(row.massnahme)
    values: tuple[Value, ...] = (
        question.frage.id, channel.kanal, channel.basis, channel.gruppe, row.platz,
        row.gleichstand, row.robust, row.massnahme, place.get(row.massnahme),
        measure.titel if measure else None, row.zustimmung, row.borda, row.borda_schrumpfend,
        None if row.mittlerer_rang is None else round(row.mittlerer_rang, 2), row.n,
        channel.gezaehlt, channel.enthaltungen, channel.ungueltig, channel.anwesend,
        channel.regel_text,
    )  # fmt: skip
    return dict(zip(HEADINGS, values, strict=True))


def votes_json(result: WorkshopResult, catalog: Catalog) -> str:
    """The rows as JSON: an array of objects with the columns of the CSV, null where not known."""
    found = list(vote_records(result, catalog))
    return json.dumps(found, ensure_ascii=False, indent=2)


def votes_csv(result: WorkshopResult, catalog: Catalog) -> str:
    """Rows parted by semicolons, decimals with a comma, as German spreadsheets read them."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(HEADINGS)
    for record in vote_records(result, catalog):
        writer.writerow([_cell(cell_words(record, name)) for name in HEADINGS])
    return stream.getvalue().rstrip("\n")


def cell_words(record: Record, name: str) -> str | int | float:
    """The value as a cell holds it: words for what is missing, ja and nein."""
    value = record[name]
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if value is not None:
        return value
    if name in ("borda", "borda_schrumpfend", "gezaehlt"):
        return NOT_COMPUTABLE
    if name in ("mittlerer_rang", "n") and record["borda"] is None:
        return NOT_COMPUTABLE
    return ""


def _cell(value: str | int | float) -> str:
    if isinstance(value, float):
        return f"{value}".replace(".", ",")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
