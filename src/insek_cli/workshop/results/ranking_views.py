"""What templates and slides see of votes: rankings, and how one measure fared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.notation import counted
from insek_cli.wording.text import Line, Run

Kind = Literal["punkte", "rangpunkte", "nennungen"]


@dataclass(frozen=True)
class PlaceView:
    """A measure in a ranking. Equal values share a place; `haelt` is None where not examined."""

    platz: int
    massnahme: Run
    wert: float
    zahl: str
    werte: tuple[str, ...]
    """The cells of the table after place and measure."""
    geteilt: bool
    haelt: bool | None

    @property
    def zweifel(self) -> str:
        """Says so where the place does not hold."""
        return "nicht sicher" if self.haelt is False else ""

    @property
    def marke(self) -> str:
        """The place in print: 2, shared 2=, and * where it does not hold."""
        return f"{self.platz}{'=' if self.geteilt else ''}{'*' if self.haelt is False else ''}"


@dataclass(frozen=True)
class RankingView:
    """The result of one question in one channel, counted by one rule."""

    name: str
    """Name of its chart."""
    kanal: str
    einheit: str
    art: Kind
    regel: str
    wahl: str
    """How many measures people could choose."""
    grundlage: str
    """How many people and ballots stand behind it, in words."""
    kurz: str
    """Channel and number in a few words."""
    hinweise: tuple[str, ...]
    spalten: tuple[str, ...]
    plaetze: tuple[PlaceView, ...]
    feld: FieldHead | None

    @property
    def alt(self) -> str:
        """The chart in words."""
        first = "; ".join(f"Platz {p.marke} {p.massnahme.text}, {p.zahl}" for p in self.plaetze[:3])
        measures = counted(len(self.plaetze), "Maßnahme", "Maßnahmen")
        return (
            f"Balkendiagramm nach Rang, {self.einheit} für {measures}: {first}. "
            "Alle Werte stehen in der Tabelle darunter."
        )

    @property
    def erlaeuterung(self) -> str:
        """What a chart says that stands alone: the rule, the ballots, how sure the order is."""
        marks = [MARKED] if any(p.haelt is False for p in self.plaetze) else []
        marks += [SHARED] if any(p.geteilt for p in self.plaetze) else []
        return " ".join((self.regel, self.grundlage, *self.hinweise, *marks))

    @property
    def legende(self) -> str:
        """The same in a document that explains once how votes are counted."""
        sums = self.art == "punkte"
        rule = BRIEF[self.art] if sums else f"{BRIEF[self.art]}; {self.wahl}"
        return " ".join((f"{rule}.", self.grundlage, *(() if sums else self.hinweise)))


BRIEF: dict[Kind, str] = {
    "punkte": "Summe der Punkte",
    "rangpunkte": "Rangpunkte nach Borda",
    "nennungen": "Zahl der Nennungen",
}
MARKED = "Plätze, die sich dabei ändern, tragen einen Stern (*)."


@dataclass(frozen=True)
class VotesView:
    """How a measure fared in one question, in each channel that was counted."""

    veranstaltung: Run
    frage: str
    """The field that the question asks about."""
    plaetze: tuple[tuple[RankingView, PlaceView], ...]

    @property
    def herkunft(self) -> Line:
        """The event, linked to its results, and the field."""
        return (self.veranstaltung, Run(f", {self.frage}")) if self.frage else (self.veranstaltung,)

    @property
    def text(self) -> str:
        """Each place: Platz 3 von 4 (geteilt), 14 Rangpunkte (Mentimeter, n = 18); …"""
        return "; ".join(_said(ranking, place) for ranking, place in self.plaetze)


def _said(ranking: RankingView, place: PlaceView) -> str:
    note = ", ".join(filter(None, ("geteilt" if place.geteilt else "", place.zweifel)))
    of = f"Platz {place.platz} von {len(ranking.plaetze)}"
    return f"{of}{f' ({note})' if note else ''}, {place.zahl} ({ranking.kurz})"


SHARED = "Gleiche Werte teilen sich einen Platz (=)."
COUNTED: dict[Kind, str] = {
    "rangpunkte": (
        "Rangpunkte sind nach Borda gezählt: Der erste Platz gibt so viele Punkte, wie Maßnahmen "
        "wählbar waren, jeder weitere einen weniger; was nicht genannt ist, erhält keinen."
    ),
    "nennungen": "Nennungen zählen, wie oft eine Maßnahme gewählt wurde, ohne Rangfolge.",
    "punkte": (
        "Punkte sind je Maßnahme zusammengezählt; Rangpunkte, mittlerer Rang und wie sicher die "
        "Reihenfolge ist, sind aus solchen Summen nicht berechenbar."
    ),
}
DOUBTFUL = (
    "Plätze, die sich ändern, wenn ein einziger Stimmzettel wegfällt oder anders gezählt wird, "
    "tragen einen Stern (*)."
)


def explanation(rankings: Iterable[RankingView]) -> tuple[str, ...]:
    """How the results came about, said once for all of them; empty where there are none."""
    found = list(rankings)
    places = [place for ranking in found for place in ranking.plaetze]
    kinds = {ranking.art for ranking in found}
    said = [text for kind, text in COUNTED.items() if kind in kinds]
    said += [DOUBTFUL] if any(place.haelt is False for place in places) else []
    return (*said, SHARED) if any(place.geteilt for place in places) else tuple(said)
