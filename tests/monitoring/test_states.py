"""The states of measures in the order of their days, whatever the order of the files."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.models.measure_parts import YearAmount
from insek_cli.models.monitoring import IndicatorValue, MeasureState, MonitoringReport
from insek_cli.monitoring.states import histories, measured, spent


def report(year: int, *states: MeasureState) -> MonitoringReport:
    return MonitoringReport(stichtag=date(year, 12, 31), massnahmen=states)


def state(*values: IndicatorValue, spent: dict[int, int] | None = None) -> MeasureState:
    amounts = tuple(YearAmount(jahr=year, betrag=sum_) for year, sum_ in (spent or {}).items())
    return MeasureState(massnahme="M-001", indikatoren=values, ausgaben=amounts)


def test_what_a_later_report_says_of_a_year_corrects_it() -> None:
    early = report(2024, state(IndicatorValue(indikator="Bäume", wert=3), spent={2023: 5, 2024: 7}))
    late = report(
        2025,
        state(IndicatorValue(indikator="Bäume", wert=4, jahr=2024), spent={2024: 8, 2025: 1}),
    )
    history = histories((late, early))["M-001"]
    assert [each.stichtag.year for each in history] == [2024, 2025]
    assert [(each.jahr, each.wert) for each in measured(history, "Bäume")] == [(2024, 4)]
    assert spent(history) == {2023: 5, 2024: 8, 2025: 1}


@given(st.dictionaries(st.integers(2000, 2040), st.integers(0, 10**9)), st.randoms())
def test_files_may_come_in_any_order(sums: dict[int, int], chance) -> None:
    reports = [report(year, state(spent={year: euro})) for year, euro in sums.items()]
    chance.shuffle(reports)
    history = histories(reports).get("M-001", ())
    assert spent(history) == sums
    assert [each.stichtag.year for each in history] == sorted(sums)
