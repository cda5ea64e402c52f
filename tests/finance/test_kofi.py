"""The overview of costs and financing: each Euro once, whatever the sums are taken over."""

from collections import defaultdict
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.finance import kofi
from insek_cli.finance.kofi import Balance, balances
from insek_cli.models.measure import Measure
from insek_cli.models.registers import Programme

THIRDS = Programme.model_validate(
    {"id": "dritteln", "titel": "Drittel", "aufteilung": {"bund": 1, "land": 1, "gemeinde": 1}}
)
WHOLE = Programme.model_validate({"id": "ganz", "titel": "Ganz"})
PROGRAMMES = {each.id: each for each in (THIRDS, WHOLE)}
COUNCIL = (364_082, 182_750, 29_238, 34_270)
"""A council paper's positions: together 610.340 €."""


def measure(positions: list[dict[str, object]], *sources: dict[str, object]) -> Measure:
    return Measure.model_validate(_told({
        "id": "M-001", "titel": "T", "handlungsfeld": "HF1",
        "kosten": {"positionen": positions}, "finanzierung": list(sources),
    }))  # fmt: skip


def _told(value: object) -> object:
    match value:
        case dict():
            return {key: _told(inner) for key, inner in value.items()}
        case list():
            return tuple(map(_told, value))
    return value


def once(amount: int, **more: object) -> dict[str, object]:
    return {"von": amount, "bis": amount, "rhythmus": "einmalig", **more}


def balance(*arguments: object) -> Balance:
    return balances([measure(*arguments)], PROGRAMMES)[0]  # type: ignore[arg-type]


def test_the_table_of_a_council_paper() -> None:
    """Four positions, thirds of Bund, Land and Gemeinde: in cents that add up."""
    found = balance(
        [once(amount) for amount in COUNCIL],
        {"programm": "dritteln", "anteil": 100.0, "foerderstand": "bewilligt", "jahr": 2027},
    )
    assert found.cent == 61_034_000
    parts = {means.zahlt: means.cent for means in found.mittel}
    assert parts == {"bund": 20_344_667, "land": 20_344_667, "gemeinde": 20_344_666}
    assert (found.luecke, found.zuviel) == (0, 0)


def test_a_share_is_one_of_what_can_be_funded_where_that_is_said() -> None:
    positions = [
        once(100_000, art="Bau", foerderfaehig={"anteil": 80.0}),
        once(50_000, art="Möbel", foerderfaehig={"betrag": 0}),
    ]
    source = {"programm": "ganz", "anteil": 50.0}
    found = balance(positions, source)
    assert found.foerderfaehig == 8_000_000
    assert found.ganz
    assert kofi.given(found.mittel) == 4_000_000
    assert found.luecke == 11_000_000
    unsaid = [{**positions[0]}, once(50_000, art="Möbel")]
    assert kofi.given(balance(unsaid, source).mittel) == 7_500_000
    for_one = balance(unsaid, {**source, "fuer": ["Bau"]})
    assert kofi.given(for_one.mittel) == 4_000_000
    assert not for_one.ganz


def test_what_has_no_year_keeps_none() -> None:
    years = [{"jahr": 2027, "betrag": 30}, {"jahr": 2028, "betrag": 50}]
    found = balance(
        [once(100, jahre=years)],
        {"quelle": "eigenmittel", "betrag": 40, "jahr": 2027},
        {"quelle": "dritte", "betrag": 20},
        {"betrag": 10},
    )
    assert [(e.jahr, e.cent) for e in found.ausgaben] == [(2027, 3000), (2028, 5000), (None, 2000)]
    assert [(m.zahlt, m.jahr, m.cent) for m in found.mittel] == [
        ("gemeinde", 2027, 4000), ("dritte", None, 2000), ("ohne", None, 1000),
    ]  # fmt: skip
    assert found.luecke == 3000


def test_yearly_costs_and_their_means_are_no_part_of_it() -> None:
    yearly = {"art": "Betrieb", "von": 90, "bis": 90, "rhythmus": "jaehrlich"}
    assert balances([measure([yearly], {"betrag": 50})], PROGRAMMES) == ()
    both = [once(100, art="Bau"), yearly]
    found = balance(both, {"betrag": 50, "fuer": ["Betrieb"]}, {"betrag": 70})
    assert found.cent == 10_000
    assert kofi.given(found.mittel) == 7_000


def test_open_ends_count_with_what_is_known_and_stay_marked() -> None:
    found = balance([{"von": 10, "rhythmus": "einmalig"}, {"rhythmus": "einmalig"}])
    assert found.cent == 1000
    assert (found.kosten.ab, found.kosten.offen) == (1, 1)


def test_what_one_measure_has_too_much_fills_no_gap_of_another() -> None:
    rich, poor = measure([once(10)], {"betrag": 50}), measure([once(30)])
    found = balances([rich, poor.model_copy(update={"id": "M-002"})], PROGRAMMES)
    assert sum(each.luecke for each in found) == 3000
    assert sum(each.zuviel for each in found) == 4000


AMOUNTS = st.integers(0, 10**7)
YEARS = st.lists(
    st.fixed_dictionaries({"jahr": st.integers(2024, 2030), "betrag": AMOUNTS}), max_size=3
)
POSITIONS = st.lists(
    st.builds(
        lambda amount, years, group, kind: {
            **once(amount, jahre=years, gruppe=group), "rhythmus": kind
        },
        AMOUNTS, YEARS, st.sampled_from(["baumassnahmen", "grunderwerb"]),
        st.sampled_from(["einmalig", "einmalig", "jaehrlich"]),
    ),
    max_size=4,
)  # fmt: skip
SOURCES = st.lists(
    st.one_of(
        st.builds(
            lambda programme, share, year: {"programm": programme, "anteil": share, "jahr": year},
            st.sampled_from([*PROGRAMMES]), st.floats(0.1, 100.0).map(lambda x: round(x, 1)),
            st.integers(2024, 2030),
        ),
        st.builds(
            lambda amount, years, source: {"betrag": amount, "jahre": years, "quelle": source},
            AMOUNTS, YEARS, st.sampled_from(["eigenmittel", "dritte"]),
        ),
    ),
    max_size=4,
)  # fmt: skip


@given(POSITIONS, SOURCES)
def test_rows_and_columns_agree(
    positions: list[dict[str, object]], sources: list[dict[str, object]]
) -> None:
    """By year, group, payer, programme: each split adds up to the amounts as they stand there."""
    found = balances([measure(positions, *sources)], PROGRAMMES)
    cost = sum(int(str(p["bis"])) for p in positions if p["rhythmus"] == "einmalig") * 100
    assert sum(each.cent for each in found) == cost
    entries = [entry for each in found for entry in each.mittel]
    given_ = kofi.given(entries)
    for attribute in ("zahlt", "jahr", "programm", "stand"):
        sums: dict[object, int] = defaultdict(int)
        for entry in entries:
            sums[getattr(entry, attribute)] += entry.cent
        assert sum(sums.values()) == given_
        assert all(amount >= 0 for amount in sums.values())
    if positions and all(p["rhythmus"] == "einmalig" for p in positions):
        exact = sum(
            (
                Fraction(str(s["anteil"])) / 100 * cost if "anteil" in s
                else Fraction(int(str(s["betrag"])) * 100)
                for s in sources
            ),
            Fraction(),
        )  # fmt: skip
        assert abs(given_ - exact) <= len(sources)
    assert sum(each.luecke - each.zuviel for each in found) == cost - given_


def test_the_order_of_sources_changes_no_sum() -> None:
    sources = [
        {"programm": "dritteln", "anteil": 33.3},
        {"betrag": 7},
        {"quelle": "dritte", "betrag": 9},
    ]
    sums = {kofi.given(balance([once(101)], *order).mittel) for order in permutations(sources)}
    assert len(sums) == 1
