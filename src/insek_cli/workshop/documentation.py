"""The report narrowed to the documentation of one workshop."""

from collections.abc import Iterable
from dataclasses import replace

from insek_cli.models.concept import Outlook, ParticipationFormat
from insek_cli.models.workshop import Workshop
from insek_cli.report.views import Report
from insek_cli.wording.notation import days
from insek_cli.workshop.results.workshop_views import Documentation, StationView

SUBTITLE = "Dokumentation"
BEHIND, NOW, AHEAD = "Rückblick", "Überblick", "Ausblick"


def documentation(report: Report, slug: str) -> Report:
    """The report as the documentation of a workshop prints it.

    Title and subtitle become those of the document, so that running heads and file properties
    name it. Raises KeyError when there is no such workshop.
    """
    workshops = {workshop.slug: workshop for workshop in report.werkstaetten}
    workshop = workshops[slug]
    concept = report.concept
    title = f"{concept.titel}: {workshop.daten.titel}"
    return replace(
        report,
        concept=concept.model_copy(update={"titel": title, "untertitel": SUBTITLE}),
        dokumentation=Documentation(
            konzept=concept.titel,
            titel=workshop.daten.titel,
            termin=_event(workshop.daten),
            werkstatt=workshop,
            stationen=tuple(_stations(concept.formate, slug)),
            protokoll=_minutes(workshop.daten.protokoll, concept.ausblick),
        ),
    )


def _event(workshop: Workshop) -> str:
    return ", ".join(filter(None, (days(workshop.datum, workshop.ende), workshop.ort)))


def _minutes(place: str | None, outlook: Iterable[Outlook]) -> str | None:
    return None if place and any(place in step.text for step in outlook) else place


def _stations(formats: tuple[ParticipationFormat, ...], slug: str) -> Iterable[StationView]:
    """The formats before the workshop, itself and those after."""
    places = [place for place, entry in enumerate(formats) if entry.workshop == slug]
    here = places[0] if places else None
    for place, entry in enumerate(formats):
        if here is None:
            yield StationView(NOW, entry)
        else:
            yield StationView(BEHIND if place < here else NOW if place == here else AHEAD, entry)
