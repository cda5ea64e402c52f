"""How far the measures are on a day, from what was reported up to it."""

from datetime import date
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.catalog import Catalog
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.measure import Measure
from insek_cli.models.measure_parts import YearAmount
from insek_cli.models.monitoring import MeasureState, MonitoringReport
from insek_cli.models.types import Status, TrafficLight
from insek_cli.monitoring.states import LIGHTS, months_between
from insek_cli.report.implementation import implementation
from insek_cli.report.implementation_views import Implementation
from insek_cli.report.occasion import Occasion, read_occasion
from insek_cli.report.views import Options
from insek_cli.report.whole_report import compose_report

CONCEPT = Concept(titel="INSEK", stadt="Musterstadt", stand=date(2026, 3, 16))


def told(*reports: MonitoringReport, day: date | None = None, months: int = 12) -> Implementation:
    fields = tuple(FieldOfAction(id=f"HF{n}", titel=f"Feld {n}") for n in (1, 2))
    measures = tuple(
        Measure(
            id=f"M-{n:03}",
            titel=f"Maßnahme {n}",
            handlungsfeld=f"HF{n % 2 + 1}",
            status="beschlossen",
            frueher=("M-090",) if n == 1 else (),
        )
        for n in range(1, 5)
    )
    catalog = Catalog(CONCEPT, fields, measures, monitoring=reports)
    return implementation(compose_report(catalog, Options()), Occasion(day, months))


def report(day: date, *states: MeasureState) -> MonitoringReport:
    return MonitoringReport(stichtag=day, massnahmen=states)


def state(
    id_: str, light: TrafficLight | None = None, status: Status | None = None
) -> MeasureState:
    return MeasureState(massnahme=id_, ampel=light, status=status)


def test_lights_of_news_that_is_old_do_not_count() -> None:
    early = report(date(2024, 12, 31), state("M-001", "im_plan"), state("M-002", "ruht"))
    late = report(date(2025, 12, 31), state("M-001", "verzoegert"))
    lights = {each.massnahme.daten.id: each.licht for each in told(early, late).staende}
    assert lights == {"M-001": "verzoegert", "M-002": None, "M-003": None, "M-004": None}
    patient = {each.massnahme.daten.id: each.licht for each in told(early, late, months=13).staende}
    assert patient["M-002"] == "ruht"


def test_what_has_changed_since_the_report_before() -> None:
    early = report(
        date(2024, 12, 31),
        state("M-001", "gefaehrdet", "abgestimmt"),
        state("M-002", "im_plan", "beschlossen"),
        state("M-003", "im_plan"),
    )
    late = report(
        date(2025, 12, 31),
        state("M-001", "im_plan", "abgestimmt"),
        state("M-002", "im_plan", "beschlossen"),
        state("M-004", "ruht"),
    )
    found = told(early, late)
    ids = [each.stand.massnahme.daten.id for each in found.aenderungen]
    assert sorted(ids) == ["M-001", "M-004"]
    by_id = dict(zip(ids, found.aenderungen, strict=True))
    assert by_id["M-001"].licht == ("gefaehrdet", "im_plan")
    assert by_id["M-004"].neu
    assert [each.stand.massnahme.daten.id for each in found.verstummt] == ["M-003"]
    assert [each.massnahme.daten.id for each in found.still] == ["M-003"]
    assert told(early).davor is None
    assert told(early, late, day=date(2024, 12, 31)).aenderungen == ()


def test_an_earlier_id_is_that_of_the_measure_today() -> None:
    found = told(report(date(2025, 12, 31), state("M-090", "im_plan")))
    assert [each.massnahme.daten.id for each in found.gemeldet] == ["M-001"]


@given(
    st.lists(
        st.dictionaries(
            st.integers(1, 4),
            st.tuples(
                st.sampled_from([None, *LIGHTS]),
                st.dictionaries(st.integers(2020, 2025), st.integers(0, 10**9), max_size=3),
            ),
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 40),
)
@settings(max_examples=50, deadline=None)
def test_each_measure_and_each_euro_counts_once(
    reported: list[dict[int, tuple[TrafficLight | None, dict[int, int]]]], months: int
) -> None:
    reports = [
        report(
            date(2022 + n, 12, 31),
            *(
                MeasureState(
                    massnahme=f"M-{id_:03}",
                    ampel=light,
                    ausgaben=tuple(YearAmount(jahr=y, betrag=b) for y, b in years.items()),
                )
                for id_, (light, years) in states.items()
            ),
        )
        for n, states in enumerate(reported)
    ]
    found = told(*reports, months=months)
    assert sum(count for _light, count in found.lichter) == len(found.staende) == 4
    assert sum(count for _status, count in found.stati) == 4
    assert all(
        sum(field.mit_licht(light) for field in found.felder) == count
        for light, count in found.lichter
    )
    single = chain.from_iterable(each.jahre for each in found.staende)
    spent = sum(year.ausgegeben or 0 for year in single)
    assert spent == ((found.summe.ausgegeben or 0) if found.summe else 0)
    last: dict[tuple[int, int], int] = {}
    for states in reported:
        for id_, (_light, years) in states.items():
            last |= {(id_, year): amount for year, amount in years.items()}
    assert spent == sum(last.values())


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 1200))
def test_the_name_of_a_document_says_which_report_it_is(day: date, months: int) -> None:
    occasion = Occasion(day, months)
    assert read_occasion(str(occasion)) == occasion
    assert read_occasion("massnahmenwerkstatt") is None


def test_months_are_whole() -> None:
    assert months_between(date(2024, 12, 31), date(2025, 12, 31)) == 12
    assert months_between(date(2024, 12, 31), date(2025, 12, 30)) == 11
    assert months_between(date(2024, 8, 31), date(2024, 9, 30)) == 1
    assert months_between(date(2024, 2, 29), date(2025, 2, 28)) == 12
