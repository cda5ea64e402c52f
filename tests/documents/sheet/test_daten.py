"""Sheet Daten and the sheets of its lists: a column a key, each value in its kind."""

from datetime import datetime

from documents.sheet.workbook_samples import composed, data_row, measure, opened
from insek_cli.documents.sheet.cell_values import cell
from insek_cli.documents.sheet.daten import distinct
from insek_cli.models.base import Model, public
from insek_cli.models.key_paths import flattened
from insek_cli.models.labels import LABELS
from insek_cli.models.types import Status, Zeitpunkt
from insek_cli.report.views import Options

BOOK = opened(composed(options=Options(stage="werkstatt")))


def test_data_has_every_key_the_audience_may_read() -> None:
    keys = [cell.value for cell in BOOK["Daten"][1]]
    assert keys[:3] == ["nummer", "id", "titel"]
    assert {"standort.koordinate.lat", "akteure.federfuehrung", "kosten.preisstand"} <= set(keys)
    assert {"intern", "prioritaet", "status_begruendung"}.isdisjoint(keys)
    inside = opened(composed(options=Options(profile="intern")))["Daten"]
    assert {"intern", "prioritaet"} <= {cell.value for cell in inside[1]}


def test_new_key_of_a_model_becomes_a_column() -> None:
    class Inner(Model):
        tiefe: float | None = public("Tiefe", "Wie tief.")

    class Extended(Model):
        neu: Zeitpunkt | None = public("Neu", "Neuer Schlüssel.")
        innen: Inner | None = public("Innen", "Ein Teil.")

    found = flattened(Extended, "oeffentlich")
    assert [(p.dotted, p.title) for p in found] == [
        ("neu", "Neu"),
        ("innen.tiefe", "Innen – Tiefe"),
    ]
    record = Extended(neu=Zeitpunkt(2026, 5), innen=Inner(tiefe=0.5))
    assert [cell(path, record, {})[1] for path in found] == ["mm/yyyy", "General"]


def test_numbers_dates_and_choices_keep_their_kind() -> None:
    row = data_row(
        opened(
            composed(
                measure(
                    leuchtturm=True,
                    status="in_umsetzung",
                    zeitraum={"horizont": ("kurzfristig", "mittelfristig"), "beginn": "2026-05-04",
                              "ende": 2028},
                    standort={"koordinate": {"lat": 54.5, "lon": 7.25}, "ebene": ("quartier",)},
                    kosten={"preisstand": 2025, "positionen": ({"art": "Bau", "von": 250000},)},
                    nachhaltigkeit=("Regen", "Schatten"),
                )
            )
        ),
        "M-900",
    )  # fmt: skip
    assert row["leuchtturm"] == "ja"
    assert row["status"] == "in Umsetzung"
    assert row["zeitraum.beginn"] == datetime(2026, 5, 4)
    assert row["zeitraum.ende"] == 2028
    assert row["zeitraum.horizont"] == "kurzfristig\nmittelfristig"
    assert row["standort.koordinate.lat"] == 54.5
    assert row["kosten.preisstand"] == 2025
    assert row["kosten.positionen"] == "Bau: ab 250.000\u00a0€"
    assert row["nachhaltigkeit"] == "Regen\nSchatten"


def test_list_with_figures_has_a_sheet_of_its_own() -> None:
    positions = ({"art": "Bau", "von": 250000, "bis": 400000}, {"art": "Betrieb", "von": 5000})
    sheet = opened(composed(measure(kosten={"positionen": positions})))["Daten Kosten"]
    keys = [cell.value for cell in sheet[1]]
    amounts = [row[keys.index("von")] for row in sheet.iter_rows(min_row=3, values_only=True)]
    assert amounts == [250000, 5000]
    assert sheet.cell(3, keys.index("von") + 1).number_format == '#,##0 "€"'


def test_choices_have_a_drop_down_list_with_all_of_them() -> None:
    sheet = BOOK["Daten"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == "status")
    (rule,) = [r for r in sheet.data_validations.dataValidation if f"{letter}3" in r.sqref]
    name, cells = rule.formula1.replace("$", "").split("!")
    assert BOOK[name].sheet_state == "hidden"
    listed = [cell.value for (cell,) in BOOK[name][cells]]
    assert listed == [LABELS[status] for status in Status.__args__]


def test_headings_of_a_table_differ_also_without_regard_to_case() -> None:
    for sheet in opened(composed(options=Options(profile="intern"))).worksheets:
        for table in sheet.tables.values():
            names = [name.casefold() for name in table.column_names]
            assert len(set(names)) == len(names)
            assert names == [c.value.casefold() for c in sheet[table.ref][0]]


def test_heading_that_is_taken_is_told_apart_by_its_key() -> None:
    assert distinct(("Von", "von", "bis"), ("a", "b", "c")) == ["Von", "von (b)", "bis"]
