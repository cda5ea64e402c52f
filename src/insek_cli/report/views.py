"""What templates and spreadsheets see: numbered, sorted, labelled, linked in both directions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from insek_cli.catalog import Catalog
from insek_cli.markdown import ParsedText
from insek_cli.models.concept import Concept
from insek_cli.models.field import FieldOfAction
from insek_cli.models.image import Image
from insek_cli.models.measure import Measure
from insek_cli.models.open_keys import open_columns
from insek_cli.models.registers import Actor, Plan
from insek_cli.models.stages import Profile, Stage
from insek_cli.monitoring.states import DatedState
from insek_cli.report.cost_overview import CostOverview
from insek_cli.report.implementation_views import Implementation
from insek_cli.report.kofi_tables import Kofi
from insek_cli.report.options import Options
from insek_cli.report.revision_state import Revision, TemplateOrigin
from insek_cli.report.sheet import Sheet
from insek_cli.report.theme import Theme, theme
from insek_cli.report.time_plan import TimePlan
from insek_cli.wording.columns import goals
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.numbering import goal_anchor
from insek_cli.wording.text import LabelledLines, Line, Run
from insek_cli.workshop.results.ranking_views import VotesView
from insek_cli.workshop.results.workshop_views import Documentation, RemarkView, WorkshopView

__all__ = [
    "ActorView",
    "ChapterView",
    "Documentation",
    "FieldHead",
    "FieldView",
    "GoalView",
    "MeasureView",
    "Options",
    "PlanView",
    "RemarkView",
    "Report",
    "Revision",
    "VotesView",
    "WorkshopView",
]


@dataclass(frozen=True)
class GoalView:
    """A goal or Unterziel with its number (1.2 or 1.2.3) and the measures that serve it."""

    id: str
    nummer: str
    titel: str
    massnahmen: tuple[Run, ...]
    unterziele: tuple["GoalView", ...] = ()

    @property
    def anker(self) -> str:
        """The anchor that links point at; it stays where the number changes."""
        return goal_anchor(self.id)

    @property
    def bedient(self) -> bool:
        """Whether a measure serves the goal or one of its Unterziele."""
        return bool(self.massnahmen) or any(part.bedient for part in self.unterziele)


@dataclass(frozen=True)
class MeasureView:
    """A measure as it is printed. `nummer` is None for what is dropped, deferred or merged."""

    daten: Measure
    nummer: str | None
    feld: FieldHead
    felder: tuple[FieldHead, ...]
    beschreibung: ParsedText | None
    abschnitte: tuple[tuple[str, ParsedText], ...]
    zeile: tuple[LabelledLines, ...]
    """The ten columns of the Maßnahmenliste, in order."""
    weitere: tuple[LabelledLines, ...]
    """What is known beside them."""
    blatt: Sheet
    """What the Steckbrief draws."""
    federfuehrung: LabelledLines
    haupt: tuple[LabelledLines, ...]
    seite: tuple[LabelledLines, ...]
    kopf: tuple[str, ...]
    marken: tuple[str, ...]
    """What is said in a word beside the title."""
    ziele: tuple[Run, ...]
    zieltitel: tuple[Line, ...]
    """The goals it serves, each with its title."""
    voraussetzungen: tuple[Run, ...]
    folgen: tuple[Run, ...]
    ziel_der_zusammenfuehrung: Run | None
    anmerkungen: tuple[RemarkView, ...]
    stimmen: tuple[VotesView, ...] = ()
    noch_offen: tuple[str, ...] = ()
    """What the Steckbrief does not say yet, as a list of titles."""
    meldung: DatedState | None = None
    """How far it is, as it was reported last."""
    kurzform: bool = False
    """Whether so little is known that several share a page."""

    @property
    def anker(self) -> str:
        """The anchor that links point at: m-003."""
        return self.daten.id.lower()

    @property
    def verweis(self) -> Run:
        """A link to the Steckbrief: number and title."""
        return Run(f"{self.nummer or self.daten.id} {self.daten.titel}", f"#{self.anker}")

    @property
    def dient(self) -> Line:
        """The goals it serves, in a phrase; empty where none is named."""
        return goals(self.ziele)

    @property
    def kurz(self) -> str:
        """The short title where there is one."""
        return self.daten.kurztitel or self.daten.titel

    @property
    def verweis_kurz(self) -> Run:
        """A link to the Steckbrief: number and short title."""
        return Run(f"{self.nummer or self.daten.id} {self.kurz}", f"#{self.anker}")

    @property
    def offen(self) -> tuple[str, ...]:
        """Headings of the columns that are still open."""
        return open_columns(self.daten)


@dataclass(frozen=True)
class FieldView:
    """A field of action with its goals and numbered measures."""

    daten: FieldOfAction
    kopf: FieldHead
    ziele: tuple[GoalView, ...]
    massnahmen: tuple[MeasureView, ...]
    beitraege: tuple[MeasureView, ...]
    """Measures of other fields that also serve this one."""

    @property
    def folgen(self) -> tuple[tuple[MeasureView, ...], ...]:
        """The measures in order; those in short form that follow each other share pages."""
        runs = groupby(self.massnahmen, lambda view: view.kurzform or view.daten.id)
        return tuple(tuple(run) for _, run in runs)

    @property
    def ziele_ohne_massnahme(self) -> tuple[GoalView, ...]:
        """Goals that no measure serves yet."""
        return tuple(goal for goal in self.ziele if not goal.bedient)


@dataclass(frozen=True)
class PlanView:
    """A plan with the measures that cite it."""

    daten: Plan
    massnahmen: tuple[Run, ...]

    @property
    def anker(self) -> str:
        """The anchor that links point at."""
        return f"plan-{self.daten.id}"


@dataclass(frozen=True)
class ActorView:
    """An actor with the measures it leads and those it takes part in."""

    daten: Actor
    fuehrt: tuple[Run, ...]
    beteiligt: tuple[Run, ...]

    @property
    def anker(self) -> str:
        """The anchor that links point at."""
        return f"akteur-{self.daten.id}"


@dataclass(frozen=True)
class ChapterView:
    """A free chapter; its Markdown has passed the allowlist and anchors are those of the report."""

    slug: str
    titel: str
    text: ParsedText


@dataclass(frozen=True)
class Report:
    """Everything a document prints, for one profile and stage."""

    concept: Concept
    stufe: Stage
    profil: Profile
    stand: date
    revision: Revision
    felder: tuple[FieldView, ...]
    massnahmen: tuple[MeasureView, ...]
    anhang: tuple[MeasureView, ...]
    werkstaetten: tuple[WorkshopView, ...]
    plaene: tuple[PlanView, ...]
    akteure: tuple[ActorView, ...]
    kapitel: Mapping[str, tuple[ChapterView, ...]]
    bilder: tuple[Image, ...]
    zeitplan: TimePlan
    kosten: CostOverview
    kofi: Kofi
    catalog: Catalog
    auszug: str = ""
    """Says that this is an excerpt or not for the public; printed on every page."""
    diagramme: Mapping[str, object] = field(default_factory=dict)
    nur: tuple[str, ...] = ()
    """The fields or measures an excerpt is restricted to."""
    werkzeuge: tuple[str, ...] = ()
    vorlagen: TemplateOrigin = "mitgeliefert"
    nur_kofi: bool = False
    """Whether the document is the overview of costs and financing alone."""
    dokumentation: Documentation | None = None
    """What the document of one workshop prints beyond the report."""
    umsetzung: Implementation | None = None
    """How far the measures are on the day of an Umsetzungsbericht, which prints this alone."""

    @property
    def auftaktseiten(self) -> bool:
        """Whether the fields have enough to say for a page in front of each: two measures or more
        to a field, and more than three in all."""
        number = len(self.massnahmen)
        return self.dokumentation is None and number > 3 and number >= 2 * len(self.felder)

    @property
    def theme(self) -> Theme:
        """The colours of every document."""
        return theme(self.concept)
