"""What templates and slides see of a workshop: who was there, what was said and voted."""

from dataclasses import dataclass

from insek_cli.models.concept import ParticipationFormat
from insek_cli.models.workshop import (
    Exclusion,
    Participant,
    ProgrammeItem,
    Question,
    Remark,
    Workshop,
)
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.text import Run
from insek_cli.workshop.results.ranking_views import RankingView, explanation


@dataclass(frozen=True)
class RemarkView:
    """A remark with its answer in words; `antwort` is None while it is not answered."""

    daten: Remark
    veranstaltung: str
    antwort: str | None
    massnahmen: tuple[Run, ...]

    @property
    def erwiderung(self) -> str:
        """What was answered, behind the remark: Antwort: übernommen. Der Entwurf …"""
        if self.antwort is None:
            return ""
        reason = f". {self.daten.begruendung}" if self.daten.begruendung else ""
        head = "" if self.daten.antwort == "offen" else "Antwort: "
        return f"{head}{self.antwort}{reason}"


@dataclass(frozen=True)
class ThemeView:
    """The remarks on one theme."""

    titel: str | None
    anmerkungen: tuple[RemarkView, ...]


@dataclass(frozen=True)
class QuestionView:
    """A question with its results, one for each channel; none where no ballots are at hand."""

    daten: Question
    feld: FieldHead | None
    ergebnisse: tuple[RankingView, ...] = ()

    @property
    def anweisung(self) -> str:
        """What people were asked to do; empty where any number may be chosen."""
        match self.daten.max_auswahl:
            case None | 0:
                return ""
            case 1:
                return "Priorisieren Sie einen Maßnahmenvorschlag."
            case most:
                return f"Priorisieren Sie bis zu {most} Maßnahmenvorschläge."


@dataclass(frozen=True)
class FieldResults:
    """The remarks on one field by theme, and its questions; `feld` is None for the whole."""

    feld: FieldHead | None
    themen: tuple[ThemeView, ...]
    fragen: tuple[QuestionView, ...] = ()

    @property
    def beantwortet(self) -> tuple[RemarkView, ...]:
        """The remarks that show an answer, for the Abwägung."""
        return tuple(r for theme in self.themen for r in theme.anmerkungen if r.antwort)

    @property
    def ohne_antwort(self) -> tuple[ThemeView, ...]:
        """The themes with the remarks that show none."""
        left = (
            ThemeView(theme.titel, tuple(r for r in theme.anmerkungen if not r.antwort))
            for theme in self.themen
        )
        return tuple(theme for theme in left if theme.anmerkungen)


@dataclass(frozen=True)
class OrganisationView:
    """The participants of one organisation, by function."""

    name: str
    stellen: tuple[Participant, ...]

    @property
    def anzahl(self) -> int:
        """How many people."""
        return sum(seat.anzahl for seat in self.stellen)

    @property
    def zeilen(self) -> tuple[str, ...]:
        """Functions with names that may be printed, and how many people each: Ref. 67 (3)."""
        told = ((": ".join(filter(None, (s.funktion, s.name))), s.anzahl) for s in self.stellen)
        return tuple(f"{text} ({number})" for text, number in told if text)


@dataclass(frozen=True)
class GroupView:
    """A small group with its fields."""

    titel: str
    felder: tuple[FieldHead, ...]
    runden: int | None


@dataclass(frozen=True)
class ExclusionView:
    """Why measures were not treated, and which ones."""

    daten: Exclusion
    massnahmen: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The reason and, in brackets, the measures."""
        names = ", ".join(run.text for run in self.massnahmen)
        return f"{self.daten.grund} ({names})" if names else self.daten.grund


@dataclass(frozen=True)
class WorkshopView:
    """A workshop and its results by field and theme."""

    slug: str
    daten: Workshop
    felder: tuple[FieldResults, ...]
    organisationen: tuple[OrganisationView, ...] = ()
    gruppen: tuple[GroupView, ...] = ()
    ausgenommen: tuple[ExclusionView, ...] = ()

    @property
    def anker(self) -> str:
        """The anchor that links point at."""
        return f"werkstatt-{self.slug}"

    @property
    def zaehlweise(self) -> tuple[str, ...]:
        """How votes were counted, once for all results; empty where there are none."""
        found = [e for field in self.felder for each in field.fragen for e in each.ergebnisse]
        return explanation(found)

    @property
    def anzahl(self) -> int:
        """How many people took part."""
        return sum(organisation.anzahl for organisation in self.organisationen)

    @property
    def gruppenarbeit(self) -> ProgrammeItem | None:
        """The last item of the programme that speaks of groups: where they are introduced."""
        told = [p for p in self.daten.programm if p.text and "gruppe" in p.titel.casefold()]
        return told[-1] if told else None

    @property
    def nicht_behandelt(self) -> frozenset[str]:
        """Anchors of the measures that were not treated."""
        return frozenset(
            run.target.removeprefix("#")
            for exclusion in self.ausgenommen
            for run in exclusion.massnahmen
            if run.target
        )


@dataclass(frozen=True)
class StationView:
    """A format of participation as seen from one workshop: behind, now or ahead."""

    abschnitt: str
    daten: ParticipationFormat


@dataclass(frozen=True)
class Documentation:
    """The documentation of one workshop: its title, the workshop, and the process around it."""

    konzept: str
    titel: str
    termin: str
    """When and where, as far as it is known."""
    werkstatt: WorkshopView
    stationen: tuple[StationView, ...]
    protokoll: str | None
    """Where the minutes are, unless the outlook says so already."""

    @property
    def abschnitte(self) -> tuple[str, ...]:
        """The parts of the process that have stations, in order."""
        return tuple(dict.fromkeys(station.abschnitt for station in self.stationen))
