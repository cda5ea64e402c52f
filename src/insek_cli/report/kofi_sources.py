"""Lines of the overview of costs and financing, and its tables of where the money comes from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from insek_cli.finance.amount import total
from insek_cli.finance.kofi import PAYERS, Means, Payer, given
from insek_cli.finance.unassigned import Unassigned
from insek_cli.models.labels import LABELS
from insek_cli.models.types import FundingStatus
from insek_cli.report.numbered import Numbered
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.notation import number
from insek_cli.wording.phrases import Names
from insek_cli.wording.short_sums import figures
from insek_cli.wording.sums import cents

PAYER_WORDS: dict[Payer, str] = {
    "bund": "Bund",
    "land": "Land",
    "eu": "EU",
    "programm": "Programme ohne Aufteilung",
    "gemeinde": "Gemeinde",
    "dritte": "Dritte",
    "ohne": "Quelle ohne Angabe",
}
STATES: tuple[FundingStatus | None, ...] = ("bewilligt", "beantragt", "idee", None)
NO_STATE = "Stand ohne Angabe"


@dataclass(frozen=True)
class KofiRow:
    """A line of a table: what it is about, and its amounts in words.

    It is about a measure, about a field (`feld` alone), or about what `titel` says.
    """

    titel: str
    zellen: tuple[str, ...]
    massnahme: Numbered | None = None
    feld: FieldHead | None = None
    summe: bool = False


@dataclass(frozen=True)
class KofiTable:
    """Headings of the amounts, and the lines; the last is the sum."""

    kopf: tuple[str, ...]
    zeilen: tuple[KofiRow, ...]


Euro = Callable[[int], str]
"""Cents in words."""


def by_source(means: Sequence[Means], names: Names, euro: Euro) -> KofiTable:
    """What comes from each source, by how certain it is: programmes first, then the others."""
    states = [s for s in STATES if any(e.stand == s and e.cent for e in means)]
    found: dict[str, list[Means]] = {}
    for entry in sorted(means, key=_origin):
        found.setdefault(source_name(entry, names), []).append(entry)
    rows = [KofiRow(name, _by_state(of_one, states, euro)) for name, of_one in found.items()]
    rows.append(KofiRow("Summe", _by_state(means, states, euro), summe=True))
    heads = [LABELS[state] if state else NO_STATE for state in states]
    return KofiTable((*heads, "Summe"), tuple(rows))


def source_name(entry: Means, names: Names) -> str:
    """What the source of an entry is called."""
    if entry.programm:
        return names.get(("programme", entry.programm), entry.programm)
    return "Eigenmittel" if entry.zahlt == "gemeinde" else PAYER_WORDS[entry.zahlt]


def _origin(entry: Means) -> tuple[bool, str, int]:
    return entry.programm is None, entry.programm or "", PAYERS.index(entry.zahlt)


def _by_state(
    means: Sequence[Means], states: Iterable[FundingStatus | None], euro: Euro
) -> tuple[str, ...]:
    parts = (given(e for e in means if e.stand == state) for state in states)
    return (*map(euro, parts), euro(given(means)))


def by_payer(means: Sequence[Means]) -> KofiTable:
    """Who pays how much: only where a programme says how it is divided."""
    found = {payer: given(e for e in means if e.zahlt == payer) for payer in PAYERS}
    sums = [(PAYER_WORDS[payer], sum_) for payer, sum_ in found.items() if sum_]
    exact = any(sum_ % 100 for _, sum_ in sums)
    rows = [KofiRow(name, (cents(sum_, exact=exact),)) for name, sum_ in sums]
    divided = any(found[payer] for payer in ("bund", "land", "eu"))
    whole = KofiRow("Summe", (cents(given(means), exact=exact),), summe=True)
    return KofiTable(("Betrag",), (*rows, whole) if divided else ())


def by_unassigned(
    found: Sequence[Unassigned], measures: Mapping[str, Numbered], euro: Euro
) -> KofiTable:
    """Costs that say neither one-off nor yearly: a line for each measure, and the sum."""
    views = [measures[each.massnahme] for each in found]
    rows = [
        KofiRow(view.kurz, _unassigned([each], euro), massnahme=view, feld=view.feld)
        for view, each in zip(views, found, strict=True)
    ]
    rows.append(KofiRow("Alle Maßnahmen", _unassigned(found, euro), summe=True))
    return KofiTable(("Positionen", "Kosten", "Mittel dafür"), tuple(rows) if found else ())


def _unassigned(found: Sequence[Unassigned], euro: Euro) -> tuple[str, ...]:
    return (
        number(sum(each.positionen for each in found)),
        figures(total(each.kosten for each in found)),
        euro(sum(each.mittel for each in found)),
    )
