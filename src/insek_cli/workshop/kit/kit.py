"""What a workshop needs on paper: cards, posters, ballots, in the order of the numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from insek_cli.catalog import WorkshopRecord
from insek_cli.models.workshop import Question, Workshop
from insek_cli.report.views import FieldHead, MeasureView, Report
from insek_cli.wording.summary import summary
from insek_cli.workshop.ballots.offered_options import treated_measures, votable_measures


@dataclass(frozen=True)
class MeasureCard:
    """A measure as it lies on the table: its number and wording are what votes refer to."""

    nummer: str
    kennung: str
    wortlaut: str
    text: str | None
    feld: FieldHead
    weitere: tuple[FieldHead, ...]


@dataclass(frozen=True)
class PaperBallot:
    """A question with the measures to choose from."""

    frage: Question
    feld: FieldHead | None
    karten: tuple[MeasureCard, ...]


@dataclass(frozen=True)
class Poster:
    """The measures of a field, with the question they are put to; `name` names its file."""

    name: str
    feld: FieldHead | None
    frage: Question | None
    karten: tuple[MeasureCard, ...]


@dataclass(frozen=True)
class Kit:
    """Everything of one workshop that is printed; fields are those the workshop treats."""

    slug: str
    werkstatt: Workshop
    report: Report
    felder: tuple[FieldHead, ...]
    karten: tuple[MeasureCard, ...]
    stimmzettel: tuple[PaperBallot, ...]
    plakate: tuple[Poster, ...]


def compose_kit(report: Report, record: WorkshopRecord) -> Kit:
    """The kit of a workshop, from a report that numbers all measures."""
    workshop, catalog = record.workshop, report.catalog
    heads = {field.kopf.id: field.kopf for field in report.felder}
    views = {view.daten.id: view for view in report.massnahmen}
    cards = {m.id: _card(views[m.id]) for m in treated_measures(catalog, workshop)}
    ballots = tuple(
        PaperBallot(
            question,
            heads.get(question.handlungsfeld or ""),
            tuple(cards[m.id] for m in votable_measures(catalog, workshop, question)),
        )
        for question in workshop.fragen
    )
    fields = tuple(_fields(workshop, heads))
    wanted = {field.id for field in fields} | {c.feld.id for b in ballots for c in b.karten}
    chosen = tuple(card for card in cards.values() if card.feld.id in wanted)
    posters = tuple(_posters(fields, ballots, chosen))
    return Kit(record.slug, workshop, report, fields, chosen, ballots, posters)


def _fields(workshop: Workshop, heads: dict[str, FieldHead]) -> Iterable[FieldHead]:
    """The fields that groups or questions name; all where they name none."""
    named = {field for group in workshop.gruppen for field in group.handlungsfelder}
    named |= {q.handlungsfeld for q in workshop.fragen if q.handlungsfeld}
    return (head for head in heads.values() if not named or head.id in named)


def _card(view: MeasureView) -> MeasureCard:
    return MeasureCard(
        nummer=view.nummer or view.daten.id,
        kennung=view.daten.id,
        wortlaut=view.kurz,
        text=summary(view.daten, view.beschreibung),
        feld=view.feld,
        weitere=tuple(head for head in view.felder if head.id != view.feld.id),
    )


def _posters(
    fields: Iterable[FieldHead], ballots: tuple[PaperBallot, ...], cards: tuple[MeasureCard, ...]
) -> Iterator[Poster]:
    """One for each question; one for each field that no question asks about."""
    for field in fields:
        asked = [ballot for ballot in ballots if ballot.feld == field]
        for place, ballot in enumerate(asked):
            name = field.id.lower() if place == 0 else f"{field.id.lower()}-{ballot.frage.id}"
            yield Poster(name, field, ballot.frage, ballot.karten)
        if not asked:
            own = tuple(card for card in cards if card.feld == field)
            yield Poster(field.id.lower(), field, None, own)
    for ballot in ballots:
        if ballot.feld is None:
            yield Poster(f"frage-{ballot.frage.id}", None, ballot.frage, ballot.karten)
