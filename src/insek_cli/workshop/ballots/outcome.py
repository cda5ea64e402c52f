"""What counting gives back: frozen, in words that templates and charts print as they are."""

from dataclasses import dataclass
from typing import Literal

from insek_cli.models.workshop import Question

Rule = Literal["zustimmung", "borda", "borda_schrumpfend", "mittlerer_rang"]
Basis = Literal["stimmzettel", "summen"]

RULE_TITLES: dict[Rule, str] = {
    "zustimmung": "Nennungen",
    "borda": "Borda",
    "borda_schrumpfend": "Borda, schrumpfend",
    "mittlerer_rang": "mittlerer Rang",
}
NOT_COMPUTABLE = "nicht berechenbar"


@dataclass(frozen=True)
class RankedMeasure:
    """A measure in a ranking. None stands for: nicht berechenbar.

    `zustimmung` is the number of votes, or the sum of points where `basis` is summen. `n` is the
    number of ballots that rank the measure, which `mittlerer_rang` is the mean of. `robust` is None
    where the place was not examined: outside the first five, or from sums.
    """

    platz: int
    massnahme: str
    zustimmung: int
    borda: int | None
    borda_schrumpfend: int | None
    mittlerer_rang: float | None
    n: int | None
    gleichstand: bool
    robust: bool | None

    def value(self, rule: Rule) -> int | float | None:
        """The figure of a rule: votes, or points of Borda; None where it cannot be computed."""
        found: int | float | None = getattr(self, rule)
        return found


@dataclass(frozen=True)
class ChannelResult:
    """The ranking of one question in one channel: all groups together (`gruppe` None) or one.

    `gezaehlt` are the ballots that count, `abgegeben` those with blank and spoilt ones; both are
    None where only sums are known. `robust_stimmzettel` and `robust_regel` say whether the order
    of the first five stays when any one ballot is left out, and when the rule changes.
    """

    kanal: str
    basis: Basis
    gruppe: str | None
    runden: tuple[str, ...]
    quellen: tuple[str, ...]
    hoechstzahl: int
    begrenzt: bool
    regel: Rule
    regel_text: str
    anwesend: int | None
    gezaehlt: int | None
    enthaltungen: int
    ungueltig: int
    zeilen: tuple[RankedMeasure, ...]
    robust_stimmzettel: bool | None
    robust_regel: bool | None

    @property
    def abgegeben(self) -> int | None:
        """All ballots, blank and spoilt ones included."""
        return None if self.gezaehlt is None else self.gezaehlt + self.enthaltungen + self.ungueltig

    @property
    def beteiligung(self) -> float | None:
        """Ballots by people present, 0 to 1; more than 1 says that one of the two is wrong."""
        if self.abgegeben is None or not self.anwesend:
            return None
        return self.abgegeben / self.anwesend

    @property
    def robust(self) -> bool | None:
        """Whether the order of the first five holds in both respects."""
        known = [one for one in (self.robust_stimmzettel, self.robust_regel) if one is not None]
        return all(known) if known else None

    @property
    def summe(self) -> int:
        """All votes or points."""
        return sum(row.zustimmung for row in self.zeilen)


@dataclass(frozen=True)
class QuestionResult:
    """A question with its channels side by side, and each channel by group.

    `gruppen` is empty where no group is named. Without ballots both are empty.
    """

    frage: Question
    massnahmen: tuple[str, ...]
    kanaele: tuple[ChannelResult, ...]
    gruppen: tuple[ChannelResult, ...]


@dataclass(frozen=True)
class WorkshopResult:
    """All questions of a workshop, in their order."""

    slug: str
    fragen: tuple[QuestionResult, ...]

    @property
    def leer(self) -> bool:
        """Whether there are no votes at all."""
        return not any(question.kanaele for question in self.fragen)
