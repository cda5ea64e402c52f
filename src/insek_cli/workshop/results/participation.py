"""Workshops: remarks by measure for the Steckbriefe, and each workshop with its results."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from insek_cli.catalog import Catalog, WorkshopRecord
from insek_cli.models.labels import LABELS
from insek_cli.models.stages import Profile
from insek_cli.models.workshop import Exclusion, Participant, Remark
from insek_cli.profiles import INNER
from insek_cli.wording.field_head import FieldHead
from insek_cli.wording.text import Run
from insek_cli.workshop.ballots import count_workshop
from insek_cli.workshop.ballots.offered_options import is_excluded
from insek_cli.workshop.results.ranking_views import PlaceView, RankingView, VotesView
from insek_cli.workshop.results.rankings import ranking_views
from insek_cli.workshop.results.workshop_views import (
    ExclusionView,
    FieldResults,
    GroupView,
    OrganisationView,
    QuestionView,
    RemarkView,
    ThemeView,
    WorkshopView,
)

Link = Callable[[str], Run]


def remark_view(
    record: WorkshopRecord, remark: Remark, link: Link, audience: Profile
) -> RemarkView:
    """One remark; an answer still open is shown to the inner circle only."""
    inner = audience in INNER
    answered = remark.antwort != "offen"
    answer = LABELS[remark.antwort] if answered else "noch ohne Antwort" if inner else None
    links = tuple(link(measure) for measure in remark.massnahmen)
    return RemarkView(remark, record.workshop.titel, answer, links)


def remarks_by_measure(
    catalog: Catalog, audience: Profile, link: Link
) -> dict[str, list[RemarkView]]:
    """The remarks on each measure, in the order they were made."""
    found: dict[str, list[RemarkView]] = defaultdict(list)
    for record in catalog.workshops:
        for remark in record.remarks:
            for measure in remark.massnahmen:
                found[measure].append(remark_view(record, remark, link, audience))
    return found


def workshop_view(
    record: WorkshopRecord,
    catalog: Catalog,
    heads: dict[str, FieldHead],
    audience: Profile,
    link: Link,
) -> WorkshopView:
    """A workshop with its results by field and theme, in the order of the files."""
    workshop = record.workshop
    by_field: dict[str | None, list[RemarkView]] = defaultdict(list)
    for remark in record.remarks:
        by_field[remark.handlungsfeld].append(remark_view(record, remark, link, audience))
    asked: dict[str | None, list[QuestionView]] = defaultdict(list)
    for result in count_workshop(catalog, record).fragen:
        field = result.frage.handlungsfeld
        head = heads.get(field or "")
        counted = tuple(ranking_views(record.slug, result, head, link))
        asked[field].append(QuestionView(result.frage, head, counted))
    fields = tuple(
        FieldResults(heads[key] if key else None, tuple(_themes(by_field[key])), tuple(asked[key]))
        for key in [*heads, None]
        if key in by_field or key in asked
    )
    groups = tuple(
        GroupView(g.titel, tuple(heads[f] for f in g.handlungsfelder if f in heads), g.runden)
        for g in workshop.gruppen
    )
    return WorkshopView(
        slug=record.slug,
        daten=workshop,
        felder=fields,
        organisationen=tuple(_organisations(workshop.teilnehmende)),
        gruppen=groups,
        ausgenommen=tuple(
            ExclusionView(exclusion, tuple(_excluded(exclusion, catalog, link)))
            for exclusion in workshop.ausgenommen
        ),
    )


def _themes(remarks: Iterable[RemarkView]) -> Iterable[ThemeView]:
    themes: dict[str | None, list[RemarkView]] = defaultdict(list)
    for remark in remarks:
        themes[remark.daten.thema].append(remark)
    return (ThemeView(title, tuple(items)) for title, items in themes.items())


def _organisations(people: Iterable[Participant]) -> Iterable[OrganisationView]:
    seats: dict[str, list[Participant]] = defaultdict(list)
    for person in people:
        seats[person.organisation].append(person)
    return (OrganisationView(name, tuple(items)) for name, items in seats.items())


def _excluded(exclusion: Exclusion, catalog: Catalog, link: Link) -> Iterable[Run]:
    return (link(measure.id) for measure in catalog.in_order if is_excluded(measure, exclusion))


def votes_by_measure(workshops: Iterable[WorkshopView]) -> dict[str, list[VotesView]]:
    """How each measure fared, by its anchor."""
    found: dict[str, list[VotesView]] = defaultdict(list)
    for workshop in workshops:
        event = Run(workshop.daten.titel, f"#{workshop.anker}")
        for field in workshop.felder:
            asked = f"Handlungsfeld {field.feld.nummer}" if field.feld else ""
            for question in field.fragen:
                for anchor, places in _places(question).items():
                    found[anchor].append(VotesView(event, asked, tuple(places)))
    return found


def _places(question: QuestionView) -> dict[str, list[tuple[RankingView, PlaceView]]]:
    """The place of each measure in each channel of a question, by its anchor."""
    found: dict[str, list[tuple[RankingView, PlaceView]]] = defaultdict(list)
    for result in question.ergebnisse:
        for place in result.plaetze:
            found[(place.massnahme.target or "#").removeprefix("#")].append((result, place))
    return found
