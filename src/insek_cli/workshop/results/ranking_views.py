"""What templates and slides see of votes: rankings, and how one measure fared."""

from dataclasses import dataclass

from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.text import Run


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
    regel: str
    grundlage: str
    """How many people and ballots stand behind it, in words."""
    kurz: str
    """Rule and number in a few words."""
    hinweise: tuple[str, ...]
    spalten: tuple[str, ...]
    plaetze: tuple[PlaceView, ...]
    feld: FieldHead | None

    @property
    def alt(self) -> str:
        """The chart in words."""
        first = "; ".join(f"Platz {p.marke} {p.massnahme.text}, {p.zahl}" for p in self.plaetze[:3])
        return (
            f"Balkendiagramm nach Rang, {self.einheit} für {len(self.plaetze)} Maßnahmen: {first}. "
            "Alle Werte stehen in der Tabelle darunter."
        )

    @property
    def erlaeuterung(self) -> str:
        """What stands under the chart: the rule, the ballots, and how sure the order is."""
        return " ".join((self.regel, self.grundlage, *self.hinweise))


@dataclass(frozen=True)
class VoteView:
    """How a measure fared in one ranking."""

    veranstaltung: str
    frage: str
    """The field that the question asks about."""
    ergebnis: RankingView
    platz: PlaceView

    @property
    def text(self) -> str:
        """The place in words: Platz 3 von 4 (geteilt, nicht sicher), 14 Rangpunkte."""
        doubts = ("geteilt" if self.platz.geteilt else "", self.platz.zweifel)
        note = ", ".join(filter(None, doubts))
        of = f"Platz {self.platz.platz} von {len(self.ergebnis.plaetze)}"
        return f"{of}{f' ({note})' if note else ''}, {self.platz.zahl}"

    @property
    def herkunft(self) -> str:
        """Event, channel and field, the rule and how many stand behind it."""
        parts = (self.veranstaltung, self.ergebnis.kanal, self.frage)
        return f"{', '.join(filter(None, parts))}; {self.ergebnis.kurz}"
