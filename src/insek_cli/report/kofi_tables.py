"""The overview of costs and financing in tables: by measure, year, group, source and payer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from insek_cli.finance.amount import Amount, total
from insek_cli.finance.kofi import Balance, Means, Payer, Spending, given, spent
from insek_cli.finance.unassigned import Unassigned
from insek_cli.models.concept import Concept
from insek_cli.models.labels import LABELS
from insek_cli.models.types import GROUPS
from insek_cli.report.kofi_sources import KofiRow, KofiTable, by_payer, by_source, by_unassigned
from insek_cli.report.numbered import Numbered
from insek_cli.wording.phrases import Names
from insek_cli.wording.sums import AND_OPEN, cents, price_bases
from insek_cli.wording.text import Run

GRANTS: tuple[Payer, ...] = ("bund", "land", "eu", "programm")
SOURCES: tuple[tuple[str, tuple[Payer, ...]], ...] = (
    ("Fördermittel", GRANTS),
    ("Eigenmittel", ("gemeinde",)),
    ("Dritte", ("dritte",)),
    ("ohne Angabe", ("ohne",)),
)
"""The columns of the sources, and who pays what stands in them."""
NO_YEAR, NO_GROUP = "ohne Jahr", "ohne Kostengruppe"


@dataclass(frozen=True)
class Kofi:
    """The overview: balances with their tables; `leer` where there is nothing to balance."""

    salden: tuple[Balance, ...]
    massnahmen: Mapping[str, Numbered]
    """The measures by id, in the order of their numbers."""
    concept: Concept
    names: Names
    offene: tuple[Unassigned, ...] = ()
    """Costs that stand in no balance, because they say neither one-off nor yearly."""

    @property
    def leer(self) -> bool:
        """Whether nothing is said beyond what the chapter on costs says."""
        return not (self.ausgaben and (self.mittel or self._gegliedert))

    @property
    def _gegliedert(self) -> bool:
        said = any(entry.gruppe or entry.jahr for entry in self.ausgaben)
        return said or any(each.foerderfaehig is not None for each in self.salden)

    @property
    def ausgaben(self) -> tuple[Spending, ...]:
        """All costs."""
        return tuple(chain.from_iterable(each.ausgaben for each in self.salden))

    @property
    def mittel(self) -> tuple[Means, ...]:
        """All means."""
        return tuple(chain.from_iterable(each.mittel for each in self.salden))

    @property
    def quellen(self) -> tuple[tuple[str, tuple[Payer, ...]], ...]:
        """The columns of sources from which something comes."""
        payers = {entry.zahlt for entry in self.mittel}
        return tuple(each for each in SOURCES if payers & set(each[1]))

    @property
    def genau(self) -> bool:
        """Whether cents are printed: some amount has some, but for how Bund and Land divide it."""
        eligible = (each.foerderfaehig or 0 for each in self.salden)
        sums = Counter[object]()
        for each in self.offene:
            sums[each.massnahme] = each.mittel
        for entry in self.mittel:
            column = entry.zahlt not in GRANTS and entry.zahlt
            sums[entry.massnahme, entry.programm, column, entry.jahr, entry.stand] += entry.cent
        return any(amount % 100 for amount in (*eligible, *sums.values()))

    def euro(self, amount: int) -> str:
        """An amount in cents, in words; a dash for none."""
        return cents(amount, exact=self.genau) if amount else "–"

    @property
    def kosten(self) -> Amount:
        """The costs as a range."""
        return total(each.kosten for each in self.salden)

    @property
    def preisstaende(self) -> str:
        """The price bases that the sums mix; empty where there is one."""
        return price_bases(self.kosten.preisstaende)

    @property
    def zuviel(self) -> tuple[tuple[Run, str], ...]:
        """Measures for which there is more than they cost, and how much."""
        return tuple(
            (self.massnahmen[each.massnahme].verweis_kurz, self.euro(each.zuviel))
            for each in self.salden
            if each.zuviel
        )

    @property
    def je_massnahme(self) -> KofiTable:
        """Each field followed by its measures, and the sum of all."""
        rows: list[KofiRow] = []
        for _field, group in groupby(self.salden, lambda each: each.feld):
            mine = list(group)
            views = [self.massnahmen[each.massnahme] for each in mine]
            head = views[0].feld
            rows.append(KofiRow(head.titel, self._cells(mine), feld=head))
            rows += [
                KofiRow(view.kurz, self._cells([each]), massnahme=view, feld=head)
                for view, each in zip(views, mine, strict=True)
            ]
        rows.append(KofiRow("Alle Maßnahmen", self._cells(self.salden), summe=True))
        eligible = ("davon förderfähig",) if self._eligible else ()
        heads = ("Kosten", *eligible, *(name for name, _ in self.quellen), "Lücke")
        return KofiTable(heads, tuple(rows))

    @property
    def _eligible(self) -> bool:
        return any(each.foerderfaehig is not None for each in self.salden)

    def _cells(self, mine: Sequence[Balance]) -> tuple[str, ...]:
        cost = total(each.kosten for each in mine)
        means = [entry for each in mine for entry in each.mittel]
        amount = self.euro(sum(each.cent for each in mine))
        marked = f"ab {amount}" if cost.ab else amount
        eligible = sum(each.foerderfaehig or 0 for each in mine)
        said = [each for each in mine if each.foerderfaehig is not None]
        part = f"{self.euro(eligible)}{'' if all(e.ganz for e in mine) else f' {AND_OPEN}'}"
        return (
            f"{marked} {AND_OPEN}" if cost.offen else marked,
            *((part if said else "–",) if self._eligible else ()),
            *self._sources(means),
            self.euro(sum(each.luecke for each in mine)),
        )

    def _sources(self, means: Iterable[Means]) -> Iterator[str]:
        means = list(means)
        for _name, payers in self.quellen:
            yield self.euro(given(entry for entry in means if entry.zahlt in payers))

    @property
    def jahre(self) -> tuple[int | None, ...]:
        """The years of which something is known, and None where something has no year."""
        found = {e.jahr for e in self.ausgaben if e.cent} | {e.jahr for e in self.mittel if e.cent}
        known = tuple[int | None, ...](sorted(year for year in found if year))
        return (*known, None) if known and None in found else known

    @property
    def je_jahr(self) -> KofiTable:
        """What falls to each year: costs, sources, and the difference of the two."""
        rows = [
            KofiRow(
                str(year) if year else NO_YEAR,
                self._year([e for e in self.ausgaben if e.jahr == year],
                           [e for e in self.mittel if e.jahr == year]),
            )
            for year in self.jahre
        ]  # fmt: skip
        rows.append(KofiRow("Summe", self._year(self.ausgaben, self.mittel), summe=True))
        return KofiTable(("Kosten", *(name for name, _ in self.quellen), "Saldo"), tuple(rows))

    def _year(self, costs: Sequence[Spending], means: Sequence[Means]) -> tuple[str, ...]:
        balance = given(means) - spent(costs)
        return (self.euro(spent(costs)), *self._sources(means), self.euro(balance))

    @property
    def je_gruppe(self) -> KofiTable:
        """The costs of each group."""
        order: tuple[str | None, ...] = (*GROUPS, *self.concept.kostengruppen)
        others = sorted({e.gruppe for e in self.ausgaben if e.gruppe} - set(order))
        found = {e.gruppe for e in self.ausgaben if e.cent}
        named = [each for each in (*order, *others, None) if each in found]
        rows = [
            KofiRow(
                LABELS.get(group, group) if group else NO_GROUP,
                (self.euro(spent(e for e in self.ausgaben if e.gruppe == group)),),
            )
            for group in named
        ]
        whole = KofiRow("Summe", (self.euro(spent(self.ausgaben)),), summe=True)
        grouped = any(group for group in named)
        return KofiTable(("Kosten",), (*rows, whole) if grouped else ())

    @property
    def je_quelle(self) -> KofiTable:
        """What comes from each source, by how certain it is."""
        return by_source(self.mittel, self.names, self.euro)

    @property
    def offene_positionen(self) -> int:
        """How many positions say neither one-off nor yearly."""
        return sum(each.positionen for each in self.offene)

    @property
    def nicht_zuordenbar(self) -> KofiTable:
        """The measures with such positions, what these cost, and the means for nothing else."""
        return by_unassigned(self.offene, self.massnahmen, self.euro)

    @property
    def je_zahler(self) -> KofiTable:
        """Who pays."""
        return by_payer(self.mittel)

    @property
    def diagramme(self) -> dict[str, object]:
        """The chart of costs and sources by year, where years are known."""
        years = [year for year in self.jahre if year]
        if self.leer or not years:
            return {}
        return {
            "kofi": {
                "quellen": [name for name, _ in self.quellen],
                "jahre": [
                    {
                        "jahr": str(year),
                        "kosten": spent(e for e in self.ausgaben if e.jahr == year) / 100,
                        "mittel": [
                            given(e for e in self.mittel if e.jahr == year and e.zahlt in payers)
                            / 100
                            for _name, payers in self.quellen
                        ],
                    }
                    for year in years
                ],
            }
        }
