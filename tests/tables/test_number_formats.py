"""What a spreadsheet shows of a number: a unit in its format is as good as one in a heading."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.tables.number_formats import shown


@pytest.mark.parametrize(
    ("stored", "code", "seen"),
    [
        ("250000", '#,##0,"T€"', "250 T€"),
        ("250", '#,##0 "T€"', "250 T€"),
        ("1.5", '0.0 "Mio. €"', "1.5 Mio. €"),
        ("250000", "_-* #,##0.00 €_-;-* #,##0.00 €_-", "250000 €"),
        ("250000", r"#,##0.00\ [$€-407]", "250000 €"),
        ("-7", "#,##0_);[Red](#,##0)", "-7"),
        ("12", '"ca. "0" Bäume"', "ca. 12 Bäume"),
        ("0.6", "0%", "60 %"),
        ("0.075", "0.0%", "7.5 %"),
        ("46156", "dd.mm.yyyy", "2026-05-14"),
        ("46156", "[$-407]d. mmmm yyyy;@", "2026-05-14"),
        ("46156", "mmm yy", "2026-05"),
        ("46156", "yyyy", "2026"),
        ("2026", "0", "2026"),
        ("0.5", "# ?/?", "0.5"),
        ("ab 2027", "dd.mm.yyyy", "ab 2027"),
    ],
)
def test_a_number_reads_as_people_see_it(stored: str, code: str, seen: str) -> None:
    assert shown(stored, code) == seen


@given(st.dates(date(1904, 1, 2), date(9999, 12, 31)), st.booleans())
def test_days_are_counted_from_where_the_workbook_counts(day: date, since_1904: bool) -> None:
    epoch = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
    serial = str((day - epoch) // timedelta(days=1))
    assert shown(serial, "dd.mm.yyyy", since_1904=since_1904) == day.isoformat()
