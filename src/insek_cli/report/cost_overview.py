"""What the measures cost by field, and where the money comes from: the chapter on costs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from insek_cli.finance.amount import Amount, total
from insek_cli.finance.costs import KINDS, Kind, costs, total_of
from insek_cli.models.labels import LABELS
from insek_cli.models.measure_parts import Funding
from insek_cli.models.types import FundingStatus
from insek_cli.report.numbered import Numbered, named
from insek_cli.wording.columns import capital
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.notation import counted
from insek_cli.wording.phrases import Names, funding
from insek_cli.wording.sums import KIND_TITLES, price_bases, sum_words
from insek_cli.wording.text import Run

STATES: tuple[FundingStatus | None, ...] = ("bewilligt", "beantragt", "idee", None)
STEPS = (1, 2, 5)
MOST_TICKS = 6
UNITS = ((1_000_000, "Mio. €"), (1_000, "Tsd. €"), (1, "€"))


@dataclass(frozen=True)
class CostRow:
    """A measure, or a field with the sum of its measures."""

    feld: FieldHead
    massnahme: Numbered | None
    betrag: Amount

    @property
    def worte(self) -> str:
        """The amount in words."""
        return sum_words(self.betrag)


@dataclass(frozen=True)
class CostTable:
    """The costs of one kind: each field followed by its measures, and the sum of all."""

    art: Kind
    zeilen: tuple[CostRow, ...]
    gesamt: Amount

    @property
    def titel(self) -> str:
        """Heading of the table."""
        return KIND_TITLES[self.art]

    @property
    def name(self) -> str:
        """How template and drawing call the table."""
        return self.art or "ohne"

    @property
    def summe(self) -> str:
        """The sum of all fields in words."""
        return sum_words(self.gesamt)

    @property
    def daten(self) -> dict[str, object]:
        """What is drawn: places along the axis from 0 to 1, one row for each of the table."""
        ticks = axis(max(row.betrag.bis for row in self.zeilen))
        end = ticks[-1]
        unit, sign = next(each for each in UNITS if end >= 2 * each[0] or each[0] == 1)
        return {
            "einheit": sign,
            "striche": [{"x": tick / end, "text": _tick(tick / unit)} for tick in ticks],
            "zeilen": [
                {
                    "feld": row.feld.id,
                    "summe": row.massnahme is None,
                    "von": row.betrag.von / end,
                    "bis": row.betrag.bis / end,
                    "ab": row.betrag.ab > 0,
                    "offen": row.betrag.offen > 0,
                }
                for row in self.zeilen
            ],
        }


@dataclass(frozen=True)
class FundingGroup:
    """Sources of one state, each with the measure it is for.

    `belegt` is set where one of them has an amount, a share or a state.
    """

    titel: str
    stand: str
    quellen: tuple[tuple[Numbered, str], ...]
    belegt: bool


@dataclass(frozen=True)
class CostOverview:
    """The chapter on costs. `offen` are measures without any number."""

    tafeln: tuple[CostTable, ...]
    offen: tuple[Run, ...]
    foerderung: tuple[FundingGroup, ...]

    @property
    def aussagen(self) -> bool:
        """Whether there is more to say than the names of programmes."""
        return bool(self.tafeln) or any(group.belegt for group in self.foerderung)

    @property
    def preisstaende(self) -> str:
        """The price bases that the sums mix; empty where there is one."""
        return price_bases(chain.from_iterable(each.gesamt.preisstaende for each in self.tafeln))

    @property
    def nicht_beziffert(self) -> str:
        """How many measures have no number."""
        return counted(len(self.offen), "Maßnahme", "Maßnahmen")

    @property
    def nach_oben_offen(self) -> bool:
        """Whether some sum has no upper end."""
        return any(each.gesamt.ab for each in self.tafeln)

    @property
    def teils_offen(self) -> bool:
        """Whether some sum lacks a number."""
        return any(each.gesamt.offen for each in self.tafeln)


def cost_overview(measures: Sequence[Numbered], names: Names) -> CostOverview:
    """The costs of measures, which are in the order of their numbers.

    A measure counts in its main field alone.
    """
    unpriced = [view for view in measures if _unpriced(total_of(view.daten))]
    tables = (_table(kind, measures) for kind in KINDS)
    return CostOverview(
        tafeln=tuple(each for each in tables if each.gesamt.bis),
        offen=named(unpriced),
        foerderung=tuple(_groups(measures, names)),
    )


def _unpriced(cost: Amount) -> bool:
    """Whether no number above nought is known, and something is open."""
    return bool(cost.offen) and not cost.bis


def _table(kind: Kind, measures: Iterable[Numbered]) -> CostTable:
    rows: list[CostRow] = []
    known = ((view, costs(view.daten).get(kind)) for view in measures)
    # Of what has neither number nor kind nothing can be said in a table of amounts.
    mine = [CostRow(v.feld, v, cost) for v, cost in known if cost and (kind or cost.bis)]
    for _id, group in groupby(mine, lambda row: row.feld.id):
        of_field = list(group)
        sum_ = total(row.betrag for row in of_field)
        rows += [CostRow(of_field[0].feld, None, sum_), *of_field]
    return CostTable(kind, tuple(rows), total(row.betrag for row in mine))


def axis(highest: int) -> tuple[int, ...]:
    """Round amounts from nought to the first that is not below the highest, a few of them."""
    magnitude = 1
    while True:
        for step in STEPS:
            size = step * magnitude
            count = -(-highest // size)
            if count < MOST_TICKS:
                return tuple(size * place for place in range(max(count, 1) + 1))
        magnitude *= 10


def _tick(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _groups(measures: Iterable[Numbered], names: Names) -> Iterator[FundingGroup]:
    sources = ((view, item) for view in measures for item in view.daten.finanzierung)
    known = [(view, item) for view, item in sources if _counts(item)]
    for state in STATES:
        mine = [(view, item) for view, item in known if item.foerderstand == state]
        if mine:
            yield FundingGroup(
                titel=capital(LABELS[state]) if state else "Ohne Angabe zum Stand",
                stand=state or "",
                quellen=tuple((view, funding(_stateless(item), names)) for view, item in mine),
                belegt=bool(state) or any(_amount(item) is not None for _, item in mine),
            )


def _stateless(item: Funding) -> Funding:
    return item.model_copy(update={"foerderstand": None})


def _amount(item: Funding) -> float | None:
    return item.anteil if item.betrag is None else item.betrag


def _counts(item: Funding) -> bool:
    """Whether an entry names a source, an amount or a share, and not only a remark."""
    return bool(item.programm) or _amount(item) is not None
